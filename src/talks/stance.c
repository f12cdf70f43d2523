/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with statements, meetings, proposals and events. Out: the stance of each statement, what it speaks of,
 * and which statement says the opposite of another by the same speaker. The word of reporting decides ("denied",
 * "demanded"), else the predicate of the words that are said, with what negates it (data/talks/stances.tsv). A reversal
 * is what a text sets against an earlier saying of the same speaker, told in the pluperfect, behind "after", or with an
 * earlier day; texts hardly tell both for another reason. Polarity alone is not asked: "the paper was dead" takes back
 * "he would sign it" without a word of negation.
 */
#include "talks/reader.h"

#include <stdlib.h>

enum { MATTERS = 64 }; /* most that one statement speaks of */

typedef struct matter_place {
    drg_span span;
    drg_about about;
} matter_place;

typedef struct stance_reader {
    talks_reader *reader;
    BASE_VECTOR(matter_place) places; /* of all matters, in the order of the text */
    BASE_VECTOR(drg_about) about;     /* of one statement at a time */
} stance_reader;

static const talks_tree *tree_of(const stance_reader *self)
{
    return &self->reader->tree;
}

/* The token that begins at or behind the place, DRG_NONE at the end of the text. */
static uint32_t token_from(const drg_document *document, uint32_t begin)
{
    size_t low = 0, high = document->tokens.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->tokens.items[middle].span.begin < begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < document->tokens.count ? (uint32_t)low : DRG_NONE;
}

static uint32_t verb_of(const stance_reader *self, const drg_statement *statement)
{
    const drg_document *document = self->reader->document;
    if (statement->said.verb_span.begin == statement->said.verb_span.end) return DRG_NONE;
    uint32_t token = token_from(document, statement->said.verb_span.begin);
    return token != DRG_NONE && tree_of(self)->tokens[token].upos == DRG_VERB ? token : DRG_NONE;
}

/* The word of the content that stands highest in the tree of its first sentence. */
static uint32_t head_of(const stance_reader *self, const drg_statement *statement)
{
    const talks_tree *tree = tree_of(self);
    const drg_document *document = self->reader->document;
    uint32_t first = token_from(document, statement->span.begin);
    for (uint32_t i = first; i < document->tokens.count && tree->tokens[i].span.end <= statement->span.end; i++) {
        if (tree->sentence[i] != tree->sentence[first]) break;
        uint32_t head = tree->tokens[i].head;
        bool inside = head != DRG_NONE && tree->tokens[head].span.begin >= statement->span.begin &&
                      tree->tokens[head].span.end <= statement->span.end;
        if (!inside && tree->tokens[i].upos != DRG_PUNCT) return i;
    }
    return DRG_NONE;
}

/* ---- stance */

/* "Not", "never", "no road was blocked", "nobody wished to" */
static bool is_negated(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"not", "never", "n't", "no", "nobody", "nothing", "none", "neither"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (talks_has_child(tree, token, words[i])) return true;
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t relation = tree->tokens[child].relation;
        bool argument = relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS || relation == LANGUAGE_OBJ;
        if (argument && (talks_has_child(tree, child, "no") || talks_has_child(tree, child, "neither"))) return true;
    }
    return false;
}

/* "Will", "do": not about what was. */
static bool is_past(const talks_tree *tree, uint32_t token)
{
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t tag = tree->tokens[child].tag, relation = tree->tokens[child].relation;
        bool helper = relation == LANGUAGE_AUX || relation == LANGUAGE_AUX_PASS || relation == LANGUAGE_COP;
        if (tag == LANGUAGE_TAG_MD) return false;
        if (helper) return tag == LANGUAGE_TAG_VBD;
    }
    return tree->tokens[token].tag == LANGUAGE_TAG_VBD;
}

/* "Must", "have to", "should" */
static bool must(const talks_tree *tree, uint32_t token)
{
    if (base_text_is(talks_lemma(tree, token), "have")) {
        uint32_t clause = talks_child(tree, token, LANGUAGE_XCOMP);
        return clause != DRG_NONE && talks_child(tree, clause, LANGUAGE_MARK) != DRG_NONE;
    }
    return talks_has_child(tree, token, "must") || talks_has_child(tree, token, "should");
}

static drg_stance listed(const stance_reader *self, uint32_t token)
{
    const talks_entry *best = NULL, *entry = NULL;
    while ((entry = talks_find(self->reader->words, tree_of(self), TALKS_STANCE, token, entry)) != NULL)
        if (!best || entry->other_count > best->other_count) best = entry;
    return best ? (drg_stance)record_stance_from(best->says) : DRG_STANCE_NONE;
}

static drg_stance negation_of(drg_stance stance)
{
    switch (stance) {
    case DRG_STANCE_ACCEPTS:
    case DRG_STANCE_OFFERS:
    case DRG_STANCE_OPEN: return DRG_STANCE_REJECTS;
    case DRG_STANCE_REJECTS: return DRG_STANCE_OPEN;
    case DRG_STANCE_CONFIRMS: return DRG_STANCE_DECLINES; /* "would not confirm it" */
    case DRG_STANCE_DENIES: return DRG_STANCE_CONFIRMS;
    default: return DRG_STANCE_NONE;
    }
}

/* Do the words speak for the speaker: "we reject it", "he would not sign"? */
static bool is_own(const stance_reader *self, uint32_t head, const drg_statement *statement)
{
    static const char *const pronouns[] = {"we", "I", "he", "she", "they", "it", "nobody"};
    const talks_tree *tree = tree_of(self);
    uint32_t subject = talks_child(tree, head, LANGUAGE_NSUBJ);
    if (subject == DRG_NONE) return true;
    drg_text lemma = talks_lemma(tree, subject);
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (base_text_is(lemma, pronouns[i])) return true;
    uint32_t who = find_mention_at(self->reader->document, subject);
    return who != DRG_NONE && statement->said.speaker != DRG_NONE &&
           talks_same_side(self->reader, who, statement->said.speaker);
}

static drg_stance stance_of_content(const stance_reader *self, const drg_statement *statement)
{
    const talks_tree *tree = tree_of(self);
    uint32_t head = head_of(self, statement);
    if (head == DRG_NONE) return DRG_STANCE_NONE;
    bool own = is_own(self, head, statement), negated = is_negated(tree, head);
    drg_stance stance = own ? listed(self, head) : DRG_STANCE_NONE;
    if (stance != DRG_STANCE_NONE) return negated ? negation_of(stance) : stance;
    bool clause =
        talks_child(tree, head, LANGUAGE_NSUBJ) != DRG_NONE || talks_child(tree, head, LANGUAGE_NSUBJ_PASS) != DRG_NONE;
    if (clause && must(tree, head)) return DRG_STANCE_DEMANDS;
    if (!negated || !clause) return DRG_STANCE_NONE;
    return own && !is_past(tree, head) ? DRG_STANCE_REJECTS : DRG_STANCE_DENIES;
}

static drg_stance stance_of(const stance_reader *self, const drg_statement *statement)
{
    uint32_t verb = verb_of(self, statement);
    drg_stance stance = verb == DRG_NONE ? DRG_STANCE_NONE : listed(self, verb);
    if (stance != DRG_STANCE_NONE) return is_negated(tree_of(self), verb) ? negation_of(stance) : stance;
    return stance_of_content(self, statement);
}

/* ---- what it speaks of */

static bool is_inside(drg_span inner, drg_span outer)
{
    return inner.begin >= outer.begin && inner.end <= outer.end && inner.begin < inner.end;
}

static void add_place(stance_reader *self, drg_span span, drg_matter matter, uint32_t item, uint32_t term)
{
    base_push(self->reader->scratch, &self->places) = (matter_place){span, {matter, item, term}};
}

static int by_begin(const void *left, const void *right)
{
    const matter_place *a = left, *b = right;
    if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
    if (a->about.matter != b->about.matter) return a->about.matter < b->about.matter ? -1 : 1;
    if (a->about.item != b->about.item) return a->about.item < b->about.item ? -1 : 1;
    return a->about.term < b->about.term ? -1 : a->about.term > b->about.term;
}

/* All places where matters are told, in the order of the text. */
static void list_places(stance_reader *self)
{
    const drg_document *document = self->reader->document;
    for (uint32_t i = 0; i < document->meetings.count; i++) {
        const drg_meeting *meeting = &document->meetings.items[i];
        add_place(self, meeting->span, DRG_MATTER_MEETING, i, DRG_NONE);
        for (size_t k = 0; k < meeting->history_count; k++)
            add_place(self, meeting->history[k].span, DRG_MATTER_MEETING, i, DRG_NONE);
    }
    for (uint32_t i = 0; i < document->proposals.count; i++) {
        const drg_proposal *proposal = &document->proposals.items[i];
        add_place(self, proposal->span, DRG_MATTER_PROPOSAL, i, DRG_NONE);
        for (size_t k = 0; k < proposal->telling_count; k++)
            add_place(self, proposal->tellings[k].span, DRG_MATTER_PROPOSAL, i, DRG_NONE);
        for (uint32_t k = 0; k < proposal->term_count; k++)
            add_place(self, proposal->terms[k].span, DRG_MATTER_TERM, i, k);
    }
    for (uint32_t i = 0; i < document->events.count; i++)
        add_place(self, document->events.items[i].trigger, DRG_MATTER_EVENT, i, DRG_NONE);
    if (self->places.count) qsort(self->places.items, self->places.count, sizeof *self->places.items, by_begin);
}

static bool is_listed(const stance_reader *self, const drg_about *about)
{
    for (size_t i = 0; i < self->about.count; i++) {
        const drg_about *old = &self->about.items[i];
        if (old->matter == about->matter && old->item == about->item && old->term == about->term) return true;
    }
    return false;
}

/* What is told inside the words; events only when nothing else is. */
static void find_matters(stance_reader *self, drg_span words, bool events)
{
    size_t low = 0, high = self->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (self->places.items[middle].span.begin < words.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < self->places.count && self->places.items[low].span.begin < words.end; low++) {
        const matter_place *place = &self->places.items[low];
        bool fits = (place->about.matter == DRG_MATTER_EVENT) == events && is_inside(place->span, words);
        if (fits && self->about.count < MATTERS && !is_listed(self, &place->about))
            base_push(self->reader->scratch, &self->about) = place->about;
    }
}

static void read_matters(stance_reader *self, drg_statement *statement)
{
    self->about.count = 0;
    find_matters(self, statement->span, false);
    if (!self->about.count) find_matters(self, statement->span, true);
    if (!self->about.count) return;
    drg_about *about = BASE_ARRAY(&self->reader->document->arena, drg_about, self->about.count);
    memcpy(about, self->about.items, self->about.count * sizeof *about);
    statement->about = about;
    statement->about_count = self->about.count;
}

/* ---- reversals */

/* Is it told as said before: "had sworn", "after insisting", "last week he said"? */
static bool is_earlier(const stance_reader *self, const drg_statement *statement)
{
    const talks_tree *tree = tree_of(self);
    uint32_t verb = verb_of(self, statement);
    if (verb == DRG_NONE) return false;
    TALKS_EACH_CHILD(tree, child, verb) {
        const drg_token *token = &tree->tokens[child];
        if (token->relation == LANGUAGE_AUX && token->tag == LANGUAGE_TAG_VBD &&
            base_text_is(talks_lemma(tree, child), "have"))
            return true;
        bool mark = token->relation == LANGUAGE_MARK || token->relation == LANGUAGE_CASE;
        if (mark &&
            (base_text_is(talks_lemma(tree, child), "after") || base_text_is(talks_lemma(tree, child), "despite")))
            return true;
    }
    return false;
}

/* The day of saying, of the statement or of its clause; empty unknown. */
static const char *day_of(const stance_reader *self, const drg_statement *statement)
{
    uint32_t date = statement->date, verb = verb_of(self, statement);
    if (date == DRG_NONE && verb != DRG_NONE) date = talks_date_at(self->reader, verb);
    return date == DRG_NONE ? "" : self->reader->document->dates.items[date].to;
}

static bool is_day_before(const stance_reader *self, const drg_statement *one, const drg_statement *other)
{
    const char *first = day_of(self, one), *second = day_of(self, other);
    drg_text published = self->reader->document->source.published;
    if (!first[0]) return false;
    if (second[0]) return strcmp(first, second) < 0;
    return published.size >= 10 && strncmp(first, published.data, strnlen(first, 10)) < 0;
}

static bool is_same_speaker(const stance_reader *self, const drg_statement *one, const drg_statement *other)
{
    return one->said.speaker != DRG_NONE && other->said.speaker != DRG_NONE &&
           talks_same_actor(self->reader, one->said.speaker, other->said.speaker);
}

/* The same speaker, or others who speak for the same government: "Armenia would not, its spokeswoman said". */
static bool is_same_voice(const stance_reader *self, const drg_statement *one, const drg_statement *other)
{
    if (is_same_speaker(self, one, other)) return true;
    if (one->said.speaker == DRG_NONE || other->said.speaker == DRG_NONE) return false;
    const drg_mention *mentions = self->reader->document->mentions.items;
    const drg_mention *left = &mentions[one->said.speaker], *right = &mentions[other->said.speaker];
    bool governments = left->sector.count && right->sector.count && base_text_is(left->sector.items[0], "GOV") &&
                       base_text_is(right->sector.items[0], "GOV");
    return governments && left->country.size && base_text_equal(left->country, right->country);
}

/* Sayings of the same speaker that stand next to each other, one told as earlier, are set against each other. */
static bool reverses(const stance_reader *self, const drg_statement *later, const drg_statement *earlier)
{
    const drg_sentence *sentences = self->reader->document->sentences.items;
    uint32_t apart =
        later->sentence > earlier->sentence ? later->sentence - earlier->sentence : earlier->sentence - later->sentence;
    if (apart > 2 || sentences[later->sentence].paragraph != sentences[earlier->sentence].paragraph) return false;
    if (is_inside(later->span, earlier->span) || is_inside(earlier->span, later->span)) return false;
    if (!is_same_voice(self, later, earlier) || is_earlier(self, later)) return false;
    return is_earlier(self, earlier) || is_day_before(self, earlier, later);
}

/* The word in the sentence that tells a reversal, as long as the speaker is its subject or it has none. */
static drg_span reversal_told(const stance_reader *self, const drg_statement *statement)
{
    const talks_tree *tree = tree_of(self);
    const drg_sentence *sentence = &self->reader->document->sentences.items[statement->sentence];
    for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->token_count; i++) {
        const drg_span span = tree->tokens[i].span;
        if (statement->said.direct && is_inside(span, statement->span)) continue; /* what is said of others */
        if (talks_find(self->reader->words, tree, TALKS_REVERSAL, i, NULL)) return span;
    }
    return (drg_span){0, 0};
}

static void read_reversals(stance_reader *self)
{
    drg_document *document = self->reader->document;
    size_t count = document->statements.count;
    for (size_t i = 0; i < count; i++) {
        drg_statement *later = &document->statements.items[i];
        later->reversal = reversal_told(self, later);
        for (size_t k = i > 3 ? i - 3 : 0; k < count && k <= i + 3; k++) {
            if (k == i || later->reverses != DRG_NONE || !reverses(self, later, &document->statements.items[k]))
                continue;
            later->reverses = (uint32_t)k;
        }
    }
}

void talks_read_stances(talks_reader *reader)
{
    stance_reader self = {.reader = reader};
    list_places(&self);
    for (size_t i = 0; i < reader->document->statements.count; i++) {
        drg_statement *statement = &reader->document->statements.items[i];
        statement->stance = stance_of(&self, statement);
        read_matters(&self, statement);
    }
    read_reversals(&self);
}
