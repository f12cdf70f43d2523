/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an act with its roles filled. Out: why it is a matter among private people and no politics: a murder in a family,
 * a robber before his judge. Who they are decides first (farmers, companies, men and women without office or arms);
 * then the words for such crimes, unless others in the sentence speak of war, terror, elections or rights.
 */
#include "code/coding.h"

#include "code/plover_context.h"

static bool are_of_sectors(const code_sentence *sentence, const code_mentions *mentions, bool (*belongs)(drg_text))
{
    for (size_t i = 0; i < mentions->count; i++) {
        const drg_mention *mention = &sentence->document->mentions.items[mentions->items[i]];
        if (!belongs(mention->sector.count ? mention->sector.items[0] : (drg_text){"", 0})) return false;
    }
    return true;
}

static bool is_private(drg_text sector)
{
    return code_sector_is_private(sector) || base_text_is(sector, "CVL");
}

static bool is_plain(drg_text sector)
{
    return !sector.size || base_text_is(sector, "CVL") || base_text_is(sector, "CRM") || base_text_is(sector, "LAB");
}

static bool is_law(drg_text sector)
{
    return base_text_is(sector, "JUD") || base_text_is(sector, "COP");
}

/* A frame may be written for what farmers or companies do; the model proposes nothing among private people. */
static const char *only_private(const code_sentence *sentence, const code_frame_record *frame,
                                const code_mentions roles[CODE_ROLE_COUNT], drg_type type)
{
    bool asked = (frame->flags & CODE_MODEL) && type != DRG_PROTEST && roles[CODE_ROLE_ACTOR].count;
    return asked && are_of_sectors(sentence, &roles[CODE_ROLE_ACTOR], is_private) &&
                   are_of_sectors(sentence, &roles[CODE_ROLE_RECIPIENT], is_private)
               ? "only private people are named"
               : NULL;
}

/* Do other words of the sentence make politics of a crime? */
static bool speaks_of_politics(const code_sentence *sentence)
{
    static const char *const names[] = {"terrorism",    "repression",   "military",        "election",
                                        "executive",    "legislative",  "rights_freedoms", "religion_ethnicity",
                                        "human_rights", "intelligence", "pro_democracy",   "pro_autocracy"};
    uint64_t contexts = code_contexts_of_words(sentence);
    for (unsigned i = 0; i < 64 && contexts >> i; i++)
        for (size_t k = 0; contexts >> i & 1 && k < sizeof names / sizeof *names; k++)
            if (base_text_is(record_context_name(i), names[k])) return true;
    return false;
}

/* "jailed for the abuse of two pupils", "charged with fraud"; not "sentenced to death" */
static bool names_private_crime(const code_sentence *sentence, uint32_t token)
{
    uint32_t first, last, crime = sentence->frames->classes[CODE_CLASS_PRIVATE_CRIME];
    code_extent(sentence, token, true, &first, &last);
    for (uint32_t i = token + 1; i <= last && i < sentence->count; i++)
        if (code_is_own_member(sentence, i, crime) && code_case_of(sentence, i) != CODE_SLOT_TO) return true;
    return false;
}

/* Before police and judges stand plain people for a crime of theirs; or the model has seen an attack in a murder. */
static const char *only_crime(const code_sentence *sentence, const code_frame_record *frame,
                              const code_predicate *predicate, const code_mentions roles[CODE_ROLE_COUNT])
{
    const code_act_record *act = &sentence->frames->acts[frame->act];
    drg_text mode = code_frames_text(sentence->frames, act->mode_offset, act->mode_size);
    bool law = base_text_is(mode, "convict") || base_text_is(mode, "arrest") || base_text_is(mode, "allege") ||
               base_text_is(mode, "investigate") || (frame->flags & CODE_MODEL && act->type != DRG_ASSAULT);
    bool violence =
        act->type == DRG_ASSAULT && (frame->flags & CODE_MODEL) &&
        code_is_own_member(sentence, predicate->token, sentence->frames->classes[CODE_CLASS_PRIVATE_VIOLENCE]);
    if (!law && !violence) return NULL;
    if (!are_of_sectors(sentence, &roles[CODE_ROLE_RECIPIENT], is_plain)) return NULL;
    if (!roles[CODE_ROLE_RECIPIENT].count || !are_of_sectors(sentence, &roles[CODE_ROLE_ACTOR], is_law)) return NULL;
    if (law && !names_private_crime(sentence, predicate->token)) return NULL;
    return speaks_of_politics(sentence) ? NULL : "a crime among private people";
}

const char *code_private_matter(const code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate, drg_type type,
                                const code_mentions roles[CODE_ROLE_COUNT])
{
    const char *reason = only_private(sentence, frame, roles, type);
    return reason ? reason : only_crime(sentence, frame, predicate, roles);
}
