/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the drafts of proposals, joined. Out: who stands where: a word of accepting, rejecting, demanding or keeping
 * silent (data/talks/positions.tsv), its party, what it is about, and the condition. What the text negates is turned
 * round: who does not accept rejects, who does not rule out is open, who has not replied is silent.
 */
#include "talks/proposal.h"

#include <stdlib.h>

enum { LOOKED_AT = 200 }; /* proposals that a phrase may be a term of: the last ones */

/* ---- what the text makes of it */

static bool is_negated(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"not", "never", "n't", "no", "nor", "neither", "nobody"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (talks_has_child(tree, token, words[i])) return true;
    uint32_t subject = talks_child(tree, token, LANGUAGE_NSUBJ), head = tree->tokens[token].head;
    if (subject != DRG_NONE && (talks_has_child(tree, subject, "no") || talks_has_child(tree, subject, "neither")))
        return true;
    if (tree->tokens[token].relation != LANGUAGE_XCOMP || head == DRG_NONE) return false;
    return base_text_is(talks_lemma(tree, head), "refuse") || base_text_is(talks_lemma(tree, head), "decline") ||
           is_negated(tree, head); /* "refused to accept", "not prepared to accept" */
}

static drg_span condition_at(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"if",    "unless", "once", "provided", "providing",
                                        "until", "when",   "long", "condition"};
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t relation = tree->tokens[child].relation;
        bool clause = relation == LANGUAGE_ADVCL || relation == LANGUAGE_OBL || relation == LANGUAGE_ADVMOD;
        if (!clause) continue;
        bool conditional = base_text_is(talks_lemma(tree, child), "condition");
        for (size_t i = 0; i < sizeof words / sizeof *words && !conditional; i++)
            conditional = talks_has_child(tree, child, words[i]);
        if (!conditional) continue;
        drg_span span = talks_span(tree, child);
        TALKS_EACH_CHILD(tree, mark, child)
            if (mark < child && tree->tokens[mark].span.begin < span.begin) span.begin = tree->tokens[mark].span.begin;
        return span;
    }
    return (drg_span){0, 0};
}

/* "If", "unless", "once", "as long as", "only when", "provided that": at the word, or at what it hangs on ("was ready
 * to consider it if"). */
static drg_span condition_of(const talks_tree *tree, uint32_t token)
{
    drg_span span = condition_at(tree, token);
    for (unsigned depth = 0; depth < 2 && span.begin == span.end; depth++) {
        if (tree->tokens[token].relation != LANGUAGE_XCOMP || tree->tokens[token].head == DRG_NONE) break;
        token = tree->tokens[token].head;
        span = condition_at(tree, token);
    }
    return span;
}

static bool in_past(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].tag == LANGUAGE_TAG_VBD && !talks_has_child(tree, token, "would");
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
        if (head != DRG_NONE) yet = talks_has_child(tree, head, "yet");
        uint32_t object = talks_child(tree, token, LANGUAGE_OBJ);
        bool none = object != DRG_NONE && talks_has_child(tree, object, "no"); /* "gave no answer" */
        bool did = talks_has_child(tree, token, "have") || talks_has_child(tree, token, "do") ||
                   tree->tokens[token].tag == LANGUAGE_TAG_VBD;
        bool told = did && (negated || none || talks_has_child(tree, token, "nothing"));
        return yet || told ? DRG_STANCE_SILENT : DRG_STANCE_NONE;
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

static bool is_read_itself(const proposal_reader *self, uint32_t verb)
{
    const talks_tree *tree = proposal_tree(self);
    return tree->tokens[verb].relation == LANGUAGE_XCOMP &&
           talks_find(self->reader->words, tree, TALKS_POSITION, verb, NULL) != NULL;
}

/* A clause of its own behind "and that", else only more of the same. */
static bool is_more(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].relation == LANGUAGE_CONJ && talks_child(tree, token, LANGUAGE_MARK) == DRG_NONE;
}

/* Is a phrase worth a position without a proposal: a clause, or a word that terms are made of? */
static bool is_matter(const proposal_reader *self, uint32_t token, drg_stance stance, bool any)
{
    const talks_tree *tree = proposal_tree(self);
    uint8_t upos = tree->tokens[token].upos;
    if (base_text_is(talks_lemma(tree, token), "comment")) return false;
    if (talks_has_child(tree, token, "whether")) return false; /* "asked whether they would" */
    if (stance == DRG_STANCE_ACCEPTS && tree->tokens[token].relation == LANGUAGE_CCOMP &&
        talks_child(tree, token, LANGUAGE_MARK) != DRG_NONE && !talks_has_child(tree, token, "should"))
        return false;                                                  /* "agrees that it is late" */
    if (upos == DRG_VERB && is_read_itself(self, token)) return false; /* "refused to accept the plan": by "accept" */
    if (any) return upos == DRG_NOUN || upos == DRG_VERB || upos == DRG_PRON || upos == DRG_NUM || upos == DRG_ADJ;
    if (stance == DRG_STANCE_DEMANDS && upos == DRG_VERB && tree->tokens[token].relation == LANGUAGE_XCOMP &&
        talks_child(tree, tree->tokens[token].head, LANGUAGE_OBJ) == DRG_NONE)
        return false; /* "wants to bring" */
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
    for (size_t i = list->count; i-- > 0 && list->items[i].token == position->token;) {
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
        talks_tokens other; /* "agrees with the equation", "agreed that": about something that is no matter here */
        talks_slot(tree, token, BASE_LITERAL("with"), &other);
        if (other.count || talks_child(tree, token, LANGUAGE_CCOMP) != DRG_NONE) return false;
        add_positions(self, list, &position, &people);
        return true;
    }
    talks_tokens tokens;
    bool found = false, any = base_text_starts(entry->what, BASE_LITERAL("any "));
    talks_slot(tree, token, any ? base_text_slice(entry->what, 4, entry->what.size) : entry->what, &tokens);
    for (size_t i = 0; i < tokens.count; i++) {
        position.draft = proposal_at(self, tokens.items[i]);
        position.content =
            position.draft == DRG_NONE || self->at[tokens.items[i]] == DRG_NONE ? tokens.items[i] : DRG_NONE;
        if (position.draft != DRG_NONE) position.content = DRG_NONE;
        if (position.draft == DRG_NONE && !is_matter(self, tokens.items[i], position.stance, any)) continue;
        if (position.draft == DRG_NONE && found && is_more(tree, tokens.items[i])) continue;
        add_positions(self, list, &position, &people);
        found = true;
    }
    return found;
}

/* ---- what somebody says of himself or of others */

/* Does the word head what somebody says, and is it he who is its subject: "we would", "Armenia would", its spokeswoman
 * said? */
static bool heads_statement(const proposal_reader *self, uint32_t token)
{
    const talks_tree *tree = proposal_tree(self);
    uint32_t statement = self->statement[token], head = tree->tokens[token].head;
    if (statement == DRG_NONE || self->reader->document->statements.items[statement].attitude) return false;
    return head == DRG_NONE || self->statement[head] != statement;
}

static bool is_own(const proposal_reader *self, uint32_t token)
{
    static const char *const pronouns[] = {"we", "I", "he", "she", "it", "they"};
    const talks_tree *tree = proposal_tree(self);
    uint32_t subject = talks_child(tree, token, LANGUAGE_NSUBJ);
    if (subject == DRG_NONE) return false;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (base_text_is(talks_lemma(tree, subject), pronouns[i])) return true;
    uint32_t who = find_mention_at(self->reader->document, subject);
    uint32_t speaker = self->reader->document->statements.items[self->statement[token]].said.speaker;
    return who != DRG_NONE && speaker != DRG_NONE && talks_same_side(self->reader, who, speaker);
}

static bool is_obliged(const talks_tree *tree, uint32_t token)
{
    bool have = base_text_is(talks_lemma(tree, token), "have");
    uint32_t clause = have ? talks_child(tree, token, LANGUAGE_XCOMP) : DRG_NONE;
    if (clause != DRG_NONE && talks_child(tree, clause, LANGUAGE_MARK) != DRG_NONE) return true;
    return talks_has_child(tree, token, "must") || talks_has_child(tree, token, "should");
}

/* A state or body that is the subject, as it is named. */
static uint32_t named_party(const proposal_reader *self, uint32_t token)
{
    const drg_document *document = self->reader->document;
    uint32_t subject = talks_child(proposal_tree(self), token, LANGUAGE_NSUBJ);
    uint32_t who = subject == DRG_NONE ? DRG_NONE : find_mention_at(document, subject);
    if (who == DRG_NONE || is_obliged(proposal_tree(self), token)) return DRG_NONE; /* of whom something is demanded */
    drg_actor_type type = document->actors.items[document->mentions.items[who].actor].type;
    return type == DRG_ACTOR_STATE || type == DRG_ACTOR_ORGANIZATION ? who : DRG_NONE;
}

/* "The shooting had to end", "we would not lease an inch", "it would return only if": demands, refusals and conditions
 * that only the words of a statement tell. */
static void read_own_words(proposal_reader *self, position_list *list, uint32_t token)
{
    const talks_tree *tree = proposal_tree(self);
    if (!heads_statement(self, token) || tree->tokens[token].upos == DRG_NOUN) return;
    uint32_t speaker = self->reader->document->statements.items[self->statement[token]].said.speaker;
    uint32_t named = named_party(self, token); /* "Armenia would return when": whoever says so for it */
    if (named != DRG_NONE) speaker = named;
    if (speaker == DRG_NONE) return;
    bool own = named != DRG_NONE || is_own(self, token),
         would = talks_has_child(tree, token, "would") || talks_has_child(tree, token, "will");
    position_draft position = {.token = token, .mention = speaker, .draft = DRG_NONE, .content = token};
    position.condition = condition_of(tree, token);
    bool conditional = position.condition.begin < position.condition.end;
    if (!own && is_obliged(tree, token))
        position.stance = DRG_STANCE_DEMANDS;
    else if (own && would && conditional)
        position.stance = DRG_STANCE_CONDITIONAL;
    else if (own && would && is_negated(tree, token))
        position.stance = DRG_STANCE_REJECTS;
    else
        return;
    if (position.stance != DRG_STANCE_CONDITIONAL) position.condition = (drg_span){0, 0};
    add_position(self, list, &position);
}

static bool is_question(const talks_tree *tree, uint32_t token)
{
    const drg_sentence *sentence = &tree->document->sentences.items[tree->sentence[token]];
    drg_text words = record_wording(tree->document, sentence->span);
    return words.size && words.data[words.size - 1] == '?';
}

void proposal_find_positions(proposal_reader *self, position_list *ret_positions)
{
    const talks_tree *tree = proposal_tree(self);
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++) {
        const talks_entry *entry = NULL;
        bool found = is_question(tree, i);
        while (!found && (entry = talks_find(self->reader->words, tree, TALKS_POSITION, i, entry)) != NULL)
            found = read_entry(self, ret_positions, i, entry);
        if (!found) read_own_words(self, ret_positions, i);
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
    size_t count = document->proposals.count, from = count > LOOKED_AT ? count - LOOKED_AT : 0;
    for (size_t i = count; i-- > from;) {
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
