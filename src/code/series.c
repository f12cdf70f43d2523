/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the subject of a verb, and who of it has been found. Out: also the others of a series of names that ends right
 * before the verb, or stands behind it: "Secretary Rubio, Special Envoy Witkoff and Driscoll met". Parsers join such
 * series in any way but the right one, since each member has titles of its own; the words between commas and "and" are
 * surer than the tree.
 */
#include "code/argument.h"

#define SERIES 8 /* members, and words of each before its name */

/* The mention that ends the words from first to last; DRG_NONE none. */
static uint32_t mention_at_end(const code_sentence *sentence, uint32_t first, uint32_t last)
{
    const drg_mention *all = sentence->document->mentions.items;
    for (uint32_t i = first; i <= last; i++)
        for (uint32_t next = sentence->nodes[i].mention; next != DRG_NONE; next = sentence->next_mention[next])
            if (all[next].span.end == sentence->tokens[last].span.end) return next;
    return DRG_NONE;
}

/* Where the member that ends at `last` begins. */
static uint32_t member_start(const code_sentence *sentence, uint32_t last)
{
    uint32_t first = last;
    while (first > sentence->body && last - first < SERIES) {
        uint8_t upos = sentence->nodes[first - 1].upos;
        if (upos == DRG_CCONJ || upos == DRG_PUNCT || upos == DRG_VERB || upos == DRG_AUX || upos == DRG_SCONJ) break;
        first--;
    }
    return first;
}

/* A person with his titles, or nothing but a name: no "envoy of France" of somebody named before. */
static bool is_plain_member(const code_sentence *sentence, uint32_t first, uint32_t mention)
{
    const drg_mention *found = &sentence->document->mentions.items[mention];
    if (sentence->document->actors.items[found->actor].type == DRG_ACTOR_PERSON) return true;
    return found->span.begin <= sentence->tokens[first].span.begin;
}

/* Over the "and" or comma behind which a member begins, to the last word of the one before; DRG_NONE: no such. Commas
 * count once an "and" has joined the last two. */
static uint32_t member_before(const code_sentence *sentence, uint32_t first, bool *joined)
{
    if (first <= sentence->body + 1) return DRG_NONE;
    uint32_t at = first - 1;
    bool conjunction = base_text_is(code_lemma(sentence, at), "and");
    *joined |= conjunction;
    if (!*joined) return DRG_NONE;
    if (conjunction && --at <= sentence->body) return DRG_NONE;
    if (base_text_is(record_wording(sentence->document, sentence->tokens[at].span), ",")) return at - 1;
    return conjunction ? at : DRG_NONE;
}

void code_add_series(const code_sentence *sentence, uint32_t subject, code_mentions *mentions)
{
    uint32_t members[SERIES], last = sentence->nodes[subject].head;
    size_t count = 0;
    bool joined = false, known = false;
    if (last == DRG_NONE || last <= subject) return;
    while (last > subject && (sentence->nodes[last].upos == DRG_VERB || sentence->nodes[last].upos == DRG_AUX ||
                              sentence->nodes[last].upos == DRG_ADV || sentence->nodes[last].upos == DRG_PART))
        last--;
    while (last != DRG_NONE && count < SERIES) {
        uint32_t first = member_start(sentence, last), mention = mention_at_end(sentence, first, last);
        if (mention == DRG_NONE || (count && !is_plain_member(sentence, first, mention))) break;
        members[count++] = mention;
        for (size_t i = 0; i < mentions->count; i++) known |= mentions->items[i] == mention;
        last = member_before(sentence, first, &joined);
    }
    if (!known || count < 2) return;
    while (count) code_add_mention(mentions, members[--count], 0);
}

/* Does a clause of its own begin behind the name ("and Biden called")? */
static bool opens_clause(const code_sentence *sentence, uint32_t name)
{
    for (uint32_t i = name + 1; i < sentence->count; i++) {
        uint8_t upos = sentence->nodes[i].upos;
        if (upos == DRG_PUNCT || upos == DRG_CCONJ || upos == DRG_PART || upos == DRG_SCONJ) return false;
        if (upos == DRG_VERB || upos == DRG_AUX) return sentence->nodes[i].tag != LANGUAGE_TAG_VBG;
    }
    return false;
}

/* The person named first from a word on, before the next comma or "and"; that break or the end in *ret_end. */
static uint32_t person_in(const code_sentence *sentence, uint32_t first, uint32_t *ret_end)
{
    const drg_document *document = sentence->document;
    uint32_t found = DRG_NONE, i = first;
    for (; i < sentence->count; i++) {
        uint8_t upos = sentence->nodes[i].upos;
        if (upos == DRG_VERB || upos == DRG_AUX || upos == DRG_CCONJ || upos == DRG_SCONJ || upos == DRG_PUNCT) break;
        uint32_t mention = sentence->nodes[i].mention;
        bool person = mention != DRG_NONE &&
                      document->actors.items[document->mentions.items[mention].actor].type == DRG_ACTOR_PERSON;
        if (person && found == DRG_NONE) found = opens_clause(sentence, i) ? DRG_NONE : mention;
    }
    *ret_end = i;
    return found;
}

/* The first word behind a comma, an "and" or both; DRG_NONE when the series is over. */
static uint32_t member_behind(const code_sentence *sentence, uint32_t end, bool *joined)
{
    uint32_t at = end;
    if (at < sentence->count && base_text_is(record_wording(sentence->document, sentence->tokens[at].span), ",")) at++;
    if (at < sentence->count && base_text_is(code_lemma(sentence, at), "and")) {
        *joined = true;
        at++;
    }
    return at > end && at < sentence->count ? at : DRG_NONE;
}

void code_add_series_behind(const code_sentence *sentence, code_mentions *mentions)
{
    if (!mentions->count) return;
    const drg_mention *known = &sentence->document->mentions.items[mentions->items[0]];
    uint32_t end = known->head - sentence->first_token, members[SERIES];
    size_t count = 0;
    bool joined = false;
    if (known->sentence != sentence->index || end >= sentence->count) return;
    if (person_in(sentence, end, &end) == DRG_NONE) return;
    while (count < SERIES && !joined) {
        uint32_t first = member_behind(sentence, end, &joined);
        uint32_t mention = first == DRG_NONE ? DRG_NONE : person_in(sentence, first, &end);
        if (mention == DRG_NONE) return;
        members[count++] = mention;
    }
    for (size_t i = 0; joined && i < count; i++) code_add_mention(mentions, members[i], 0);
}
