/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the speakers that the walk to an act has met. Out: the event's attribution: who, by which verb, in what medium,
 * to which outlet, in quotation marks or not.
 */
#include "code/setting.h"

/* A speaker's phrase, and the mention that it is: none when it is only described ("a European diplomat"), or a pronoun
 * that was not resolved. */
static void fill_speaker(code_sentence *sentence, uint32_t token, drg_attribution *said)
{
    code_mentions mentions = {0};
    if (token == DRG_NONE) return;
    code_resolve(sentence, token, false, &mentions);
    if (mentions.count && mentions.distance == 0) said->speaker = mentions.items[0];
    uint32_t first, last;
    code_extent(sentence, token, true, &first, &last);
    said->speaker_span = code_span(sentence, first, last);
}

static drg_text medium_of(const code_sentence *sentence, uint32_t token)
{
    static const struct {
        code_class noun_class;
        const char *medium;
    } media[] = {{CODE_CLASS_MEDIUM_POST, "post"},
                 {CODE_CLASS_MEDIUM_INTERVIEW, "interview"},
                 {CODE_CLASS_MEDIUM_STATEMENT, "statement"},
                 {CODE_CLASS_MEDIUM_SPEECH, "speech"},
                 {CODE_CLASS_MEDIUM_CONFERENCE, "press-conference"},
                 {CODE_CLASS_MEDIUM_CALL, "call"},
                 {CODE_CLASS_MEDIUM_LETTER, "letter"},
                 {CODE_CLASS_MEDIUM_REPORT, "report"}};
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (code_is_member(sentence, token, sentence->frames->classes[media[i].noun_class]))
            return base_text_from(media[i].medium);
    return (drg_text){"", 0};
}

/* The press that is told: "told NBC News", "in an interview with CNN". */
static drg_text outlet_at(code_sentence *sentence, uint32_t token)
{
    const drg_document *document = sentence->document;
    for (uint32_t next = sentence->nodes[token].mention; next != DRG_NONE; next = sentence->next_mention[next]) {
        const drg_mention *mention = &document->mentions.items[next];
        if (mention->sector.count && base_text_is(mention->sector.items[0], "JRN") &&
            document->actors.items[mention->actor].type == DRG_ACTOR_ORGANIZATION)
            return document->actors.items[mention->actor].name;
    }
    return (drg_text){"", 0};
}

static void fill_channel(code_sentence *sentence, uint32_t cue, drg_attribution *said)
{
    const code_predicate *predicate = code_predicate_of(sentence, cue);
    for (size_t i = 0; i < predicate->argument_count; i++) {
        code_argument argument = predicate->arguments[i];
        if (argument.slot == CODE_SLOT_IN || argument.slot == CODE_SLOT_ON || argument.slot == CODE_SLOT_DURING ||
            argument.slot == CODE_SLOT_AT || argument.slot == CODE_SLOT_VIA) {
            if (!said->medium.size) said->medium = medium_of(sentence, argument.token);
            uint32_t with = code_child(sentence, argument.token, LANGUAGE_NMOD);
            if (with != DRG_NONE && !said->outlet.size) said->outlet = outlet_at(sentence, with);
        } else if (argument.slot == CODE_SLOT_OBJECT || argument.slot == CODE_SLOT_INDIRECT ||
                   argument.slot == CODE_SLOT_TO) {
            if (!said->outlet.size) said->outlet = outlet_at(sentence, argument.token);
        }
    }
}

bool code_attribute_to(code_sentence *sentence, code_speaker speaker, drg_attribution *ret_said)
{
    drg_attribution said = {.speaker = DRG_NONE,
                            .verb = code_lemma(sentence, speaker.cue),
                            .verb_span = code_span(sentence, speaker.cue, speaker.cue)};
    if (base_text_is(said.verb, "accord") || base_text_is(said.verb, "according"))
        said.verb = BASE_LITERAL("according to");
    fill_speaker(sentence, speaker.token, &said);
    fill_channel(sentence, speaker.cue, &said);
    *ret_said = said;
    return said.speaker != DRG_NONE || said.speaker_span.begin < said.speaker_span.end || said.outlet.size;
}

bool code_is_quoter(const code_sentence *sentence, uint32_t token)
{
    drg_text lemma = code_lemma(sentence, token);
    return sentence->nodes[token].tag == LANGUAGE_TAG_VBN &&
           (base_text_is(lemma, "quote") || base_text_is(lemma, "cite"));
}

/* "according to A, quoted by B": B passes on what A says. The participle hangs on A, or on what A's phrase hangs on. */
static bool find_quoter(const code_sentence *sentence, uint32_t speaker, code_speaker *ret_quoter)
{
    if (speaker == DRG_NONE) return false;
    for (uint32_t i = speaker + 1; i < sentence->count && i <= speaker + 4; i++) {
        bool near = sentence->nodes[i].head == speaker || sentence->nodes[i].head == sentence->nodes[speaker].head;
        if (!near || !code_is_quoter(sentence, i)) continue;
        uint32_t agent = code_child(sentence, i, LANGUAGE_OBL_AGENT);
        if (agent == DRG_NONE) continue;
        *ret_quoter = (code_speaker){i, agent};
        return true;
    }
    return false;
}

/* The speakers with those who quote them, each behind the one whom he quotes. */
static size_t with_quoters(const code_sentence *sentence, const code_context *context, code_speaker *all)
{
    size_t count = 0;
    for (size_t i = 0; i < context->speaker_count; i++) {
        all[count++] = context->speakers[i];
        count += find_quoter(sentence, context->speakers[i].token, &all[count]);
    }
    return count;
}

/* "allegedly", "is said to": somebody says so whom nobody names. */
static bool is_hearsay(const code_sentence *sentence, code_speaker speaker)
{
    return speaker.token == DRG_NONE && code_cue_of(sentence, speaker.cue, CODE_CUE_HEARSAY);
}

void code_attribute(code_sentence *sentence, const code_context *context, drg_event *event)
{
    code_speaker speakers[2 * CODE_SPEAKERS];
    size_t known = with_quoters(sentence, context, speakers), count = 0;
    if (!known) return;
    drg_attribution *all = BASE_ARRAY(&sentence->document->arena, drg_attribution, known);
    for (size_t i = 0; i < known; i++) {
        code_speaker speaker = speakers[i];
        if (!code_attribute_to(sentence, speaker, &all[count]) && !is_hearsay(sentence, speaker)) continue;
        bool pronoun = speaker.token != DRG_NONE && sentence->nodes[speaker.token].upos == DRG_PRON;
        if (pronoun && all[count].speaker == DRG_NONE && !all[count].outlet.size) continue; /* nobody knows who */
        bool cue_quoted = sentence->quoted[sentence->first_token + speaker.cue];
        all[count++].direct = sentence->quoted[event->trigger_head] && !cue_quoted;
    }
    event->attribution = all;
    event->attribution_count = count;
}
