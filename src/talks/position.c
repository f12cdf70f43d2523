/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the drafts of proposals, joined. Out: who stands where: a word of accepting, rejecting, demanding or keeping
 * silent (data/talks/positions.tsv), its party, what it is about, and the condition. What the text negates is turned
 * round: who does not accept rejects, who does not rule out is open, who has not replied is silent.
 */
#include "talks/proposal.h"

#include <stdlib.h>

/* ---- what the text makes of it */

static bool has_child(const talks_tree *tree, uint32_t token, const char *lemma)
{
    TALKS_EACH_CHILD(tree, child, token)
        if (base_text_is(talks_lemma(tree, child), lemma)) return true;
    return false;
}

static bool is_negated(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"not", "never", "n't", "no", "nor", "neither", "nobody"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_child(tree, token, words[i])) return true;
    uint32_t subject = talks_child(tree, token, LANGUAGE_NSUBJ);
    return subject != DRG_NONE && (has_child(tree, subject, "no") || has_child(tree, subject, "neither"));
}

/* "If", "unless", "once", "as long as", "only when", "provided that" */
static drg_span condition_of(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"if",    "unless", "once", "provided", "providing",
                                        "until", "when",   "long", "condition"};
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == LANGUAGE_ADVCL || relation == LANGUAGE_OBL || relation == LANGUAGE_ADVMOD;
        if (!clause) continue;
        bool conditional = base_text_is(talks_lemma(tree, child), "condition");
        for (size_t i = 0; i < sizeof words / sizeof *words && !conditional; i++)
            conditional = has_child(tree, child, words[i]);
        if (!conditional) continue;
        drg_span span = talks_span(tree, child);
        TALKS_EACH_CHILD(tree, mark, child)
            if (mark < child && tree->tokens[mark].span.begin < span.begin) span.begin = tree->tokens[mark].span.begin;
        return span;
    }
    return (drg_span){0, 0};
}

static bool in_past(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].tag == LANGUAGE_TAG_VBD && !has_child(tree, token, "would");
}

/* The stance that the list tells, as the text has it; none when it takes no side. */
static drg_stance stance_of(const proposal_reader *self, uint32_t token, drg_stance listed, drg_span *condition)
{
    const talks_tree *tree = proposal_tree(self);
    bool negated = is_negated(tree, token), when = false;
    drg_reading reading = talks_reading(self->reader, token);
    *condition = condition_of(tree, token);
    if (condition->begin < condition->end) /* "when he had read it, he signed" is no condition */
        when = in_past(tree, token);
    if (when) *condition = (drg_span){0, 0};
    if (reading == DRG_READING_DENIED) return DRG_STANCE_NONE;
    switch (listed) {
    case DRG_STANCE_SILENT: {
        bool yet = false; /* "has yet to reply" */
        uint32_t head = tree->tokens[token].head;
        if (head != DRG_NONE) yet = has_child(tree, head, "yet");
        return negated || yet || has_child(tree, token, "nothing") ? DRG_STANCE_SILENT : DRG_STANCE_NONE;
    }
    case DRG_STANCE_REJECTS: return negated ? DRG_STANCE_OPEN : DRG_STANCE_REJECTS;
    case DRG_STANCE_ACCEPTS:
    case DRG_STANCE_OPEN:
    case DRG_STANCE_OFFERS:
        if (condition->begin < condition->end) return DRG_STANCE_CONDITIONAL;
        if (negated) return DRG_STANCE_REJECTS;
        if (reading == DRG_READING_WISHED || reading == DRG_READING_CONDITIONAL) return DRG_STANCE_NONE;
        return listed;
    default: return negated ? DRG_STANCE_NONE : listed;
    }
}

/* ---- what it is about */

/* Is a phrase worth a position without a proposal: a clause, or a word that terms are made of? */
static bool is_matter(const proposal_reader *self, uint32_t token, drg_stance stance)
{
    const talks_tree *tree = proposal_tree(self);
    uint8_t upos = tree->tokens[token].upos;
    if (stance == DRG_STANCE_DEMANDS)
        return (upos == DRG_VERB || upos == DRG_NOUN || upos == DRG_ADJ) &&
               find_mention_at(self->reader->document, token) == DRG_NONE;
    if (upos == DRG_VERB) return true;
    if (upos != DRG_NOUN) return false;
    if (talks_find(self->reader->words, tree, TALKS_SUBJECT, token, NULL)) return true;
    TALKS_EACH_CHILD(tree, child, token)
        if (talks_find(self->reader->words, tree, TALKS_SUBJECT, child, NULL)) return true;
    return false;
}

static void add_position(proposal_reader *self, position_list *list, const position_draft *position)
{
    for (size_t i = 0; i < list->count; i++) {
        const position_draft *old = &list->items[i];
        bool same = old->token == position->token && old->draft == position->draft && old->content == position->content;
        if (same && talks_same_actor(self->reader, old->mention, position->mention)) return;
    }
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 16;
        position_draft *items = BASE_ARRAY(self->reader->scratch, position_draft, capacity);
        if (list->count) memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = *position;
}

/* One position of each party on what the slot names. */
static void add_positions(proposal_reader *self, position_list *list, const position_draft *like,
                          const talks_people *people)
{
    for (size_t i = 0; i < people->count; i++) {
        position_draft position = *like;
        position.mention = people->items[i];
        add_position(self, list, &position);
    }
    if (people->count && like->draft != DRG_NONE) self->drafts.items[like->draft].anchored = true;
}

static bool read_entry(proposal_reader *self, position_list *list, uint32_t token, const talks_entry *entry)
{
    const talks_tree *tree = proposal_tree(self);
    position_draft position = {.token = token, .draft = DRG_NONE, .content = DRG_NONE};
    position.stance = stance_of(self, token, (drg_stance)record_stance_from(entry->says), &position.condition);
    if (position.stance == DRG_STANCE_NONE) return false;
    talks_people people = proposal_party(self, token, entry->who.size ? entry->who : BASE_LITERAL("subject"));
    if (!people.count) return false;
    if (!entry->what.size) {
        add_positions(self, list, &position, &people);
        return true;
    }
    talks_tokens tokens;
    bool found = false;
    talks_slot(tree, token, entry->what, &tokens);
    for (size_t i = 0; i < tokens.count; i++) {
        position.draft = proposal_at(self, tokens.items[i]);
        position.content =
            position.draft == DRG_NONE || self->at[tokens.items[i]] == DRG_NONE ? tokens.items[i] : DRG_NONE;
        if (position.draft != DRG_NONE) position.content = DRG_NONE;
        if (position.draft == DRG_NONE && !is_matter(self, tokens.items[i], position.stance)) continue;
        add_positions(self, list, &position, &people);
        found = true;
    }
    return found;
}

void proposal_find_positions(proposal_reader *self, position_list *ret_positions)
{
    const talks_tree *tree = proposal_tree(self);
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++) {
        const talks_entry *entry = NULL;
        while ((entry = talks_find(self->reader->words, tree, TALKS_POSITION, i, entry)) != NULL)
            if (read_entry(self, ret_positions, i, entry)) break;
    }
}

/* ---- writing */

/* The term of the proposal whose words hold the token. */
static uint32_t term_at(const drg_proposal *proposal, drg_span span)
{
    for (uint32_t i = 0; i < proposal->term_count; i++)
        if (span.begin >= proposal->terms[i].span.begin && span.end <= proposal->terms[i].span.end) return i;
    return DRG_NONE;
}

/* A matter that is a term of a proposal told before, by its words: "rejected the disarmament". */
static void find_term(const proposal_reader *self, drg_position *position)
{
    const drg_document *document = self->reader->document;
    for (size_t i = document->proposals.count; i-- > 0;) {
        uint32_t term = term_at(&document->proposals.items[i], position->content);
        if (term == DRG_NONE) continue;
        position->proposal = (uint32_t)i;
        position->term = term;
        return;
    }
}

void proposal_write_positions(proposal_reader *self, const position_list *positions)
{
    talks_reader *reader = self->reader;
    const talks_tree *tree = proposal_tree(self);
    for (size_t i = 0; i < positions->count; i++) {
        const position_draft *draft = &positions->items[i];
        drg_span span = tree->tokens[draft->token].span;
        drg_position position = {.mention = draft->mention,
                                 .stance = draft->stance,
                                 .proposal = DRG_NONE,
                                 .term = DRG_NONE,
                                 .condition = draft->condition,
                                 .date = talks_date_at(reader, talks_clause(tree, draft->token)),
                                 .statement = self->statement[draft->token],
                                 .sentence = tree->sentence[draft->token],
                                 .span = span};
        if (draft->draft != DRG_NONE) position.proposal = self->drafts.items[draft->draft].number;
        if (draft->content != DRG_NONE) position.content = proposal_term(self, draft->content).span;
        if (position.proposal == DRG_NONE && draft->content != DRG_NONE) find_term(self, &position);
        drg_text wording = base_text_format(reader->scratch, "%u %u", position.content.begin, position.content.end);
        position.id = talks_id(reader, "position", span, draft->mention ^ (uint32_t)base_text_hash(wording));
        base_push(&reader->document->arena, &reader->document->positions) = position;
    }
}
