/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the drafts of proposals. Out: their terms: what a verb of containing has as object ("the plan calls for a
 * withdrawal"), what the noun itself leads to ("an offer to free the prisoners"), what would be under it ("under the
 * plan, both would pull back"), and what it would do. Of each term who is to do what for whom, by its own clause or by
 * the prepositions of its noun.
 */
#include "talks/proposal.h"

enum { TERMS = 40 }; /* most of one proposal */

/* ---- one term */

static bool is_clause(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].upos == DRG_VERB || talks_child(tree, token, LANGUAGE_NSUBJ) != DRG_NONE;
}

/* The words under the token without what is joined to it, and without a preposition or mark before it. */
static drg_span term_span(const talks_tree *tree, uint32_t token)
{
    const drg_sentence *sentence = &tree->document->sentences.items[tree->sentence[token]];
    uint32_t first = token, last = token, end = sentence->first_token + sentence->token_count;
    uint32_t stop = end, start = sentence->first_token;
    TALKS_EACH_CHILD(tree, child, token) {
        if (tree->tokens[child].relation != LANGUAGE_CONJ) continue;
        uint32_t begin = child;
        while (begin > token && talks_is_under(tree, begin - 1, child)) begin--;
        if (begin > token && begin < stop) stop = begin;
    }
    for (uint32_t i = start; i < stop; i++) {
        if (!talks_is_under(tree, i, token)) continue;
        if (i < first) first = i;
        if (i > last) last = i;
    }
    while (first < token) {
        uint8_t upos = tree->tokens[first].upos;
        bool lead = upos == DRG_PUNCT || upos == DRG_ADP || upos == DRG_SCONJ || upos == DRG_CCONJ ||
                    tree->tokens[first].tag == LANGUAGE_TAG_TO;
        if (!lead) break;
        first++;
    }
    while (last > token && (tree->tokens[last].upos == DRG_PUNCT || tree->tokens[last].upos == DRG_CCONJ)) last--;
    return (drg_span){tree->tokens[first].span.begin, tree->tokens[last].span.end};
}

static drg_span slot_span(const talks_tree *tree, uint32_t token, const char *slot)
{
    talks_tokens tokens;
    talks_slot(tree, token, base_text_from(slot), &tokens);
    return tokens.count ? talks_span(tree, tokens.items[0]) : (drg_span){0, 0};
}

/* The subject of the term's own words: of its head, else of the first word that has one. */
static drg_text subject_of(const proposal_reader *self, uint32_t token, drg_span span)
{
    const talks_tree *tree = proposal_tree(self);
    const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_SUBJECT, token, NULL);
    const drg_sentence *sentence = &tree->document->sentences.items[tree->sentence[token]];
    for (uint32_t i = sentence->first_token; !entry && i < sentence->first_token + sentence->token_count; i++)
        if (tree->tokens[i].span.begin >= span.begin && tree->tokens[i].span.end <= span.end)
            entry = talks_find(self->reader->words, tree, TALKS_SUBJECT, i, NULL);
    return entry ? base_text_copy(&self->reader->document->arena, entry->says) : (drg_text){"", 0};
}

drg_term proposal_term(proposal_reader *self, uint32_t token)
{
    const talks_tree *tree = proposal_tree(self);
    bool clause = is_clause(tree, token);
    drg_span span = term_span(tree, token), costs = slot_span(tree, token, "from");
    if (costs.begin == costs.end) costs = slot_span(tree, token, "against");
    return (drg_term){.sentence = tree->sentence[token],
                      .span = span,
                      .subject = subject_of(self, token, span),
                      .by = slot_span(tree, token, clause ? "subject" : "by"),
                      .action = tree->tokens[token].span,
                      .object = slot_span(tree, token, "object"),
                      .benefits = slot_span(tree, token, "for"),
                      .costs = costs};
}

/* Pronouns and empty words are no terms. */
static bool is_term(const talks_tree *tree, uint32_t token)
{
    uint8_t upos = tree->tokens[token].upos;
    return upos == DRG_NOUN || upos == DRG_VERB || upos == DRG_PROPN || upos == DRG_ADJ;
}

void proposal_add_term(proposal_reader *self, uint32_t draft, uint32_t token)
{
    proposal_draft *proposal = &self->drafts.items[draft];
    if (!is_term(proposal_tree(self), token) || proposal->terms.count >= TERMS) return;
    drg_term term = proposal_term(self, token);
    for (size_t i = 0; i < proposal->terms.count; i++)
        if (proposal->terms.items[i].span.begin == term.span.begin) return;
    base_push(self->reader->scratch, &proposal->terms) = term;
    proposal->anchored = true;
}

/* ---- where they are told */

static void add_slot(proposal_reader *self, uint32_t draft, uint32_t predicate, drg_text slot)
{
    talks_tokens tokens;
    talks_slot(proposal_tree(self), predicate, slot, &tokens);
    for (size_t i = 0; i < tokens.count; i++)
        if (self->at[tokens.items[i]] == DRG_NONE) proposal_add_term(self, draft, tokens.items[i]);
}

/* "Plans to attend", "a bid to win", "a deal to end the war this week": what somebody means to do or hopes for. */
static bool is_intention(const talks_tree *tree, uint32_t noun)
{
    static const char *const words[] = {"plan", "bid", "deal", "scheme", "condition"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(talks_lemma(tree, noun), words[i])) return true;
    return false;
}

/* "An offer to free the hostages", "a proposal that both withdraw", "an offer of talks", "a plan for a truce" */
static void read_own(proposal_reader *self, uint32_t draft)
{
    const talks_tree *tree = proposal_tree(self);
    uint32_t noun = self->drafts.items[draft].token;
    TALKS_EACH_CHILD(tree, child, noun) {
        uint8_t relation = tree->tokens[child].relation;
        bool infinitive = relation == LANGUAGE_ACL && talks_child(tree, child, LANGUAGE_MARK) != DRG_NONE;
        bool listed = relation == LANGUAGE_NMOD && (talks_has_case(tree, child, BASE_LITERAL("for")) ||
                                                    talks_has_case(tree, child, BASE_LITERAL("including")) ||
                                                    talks_has_case(tree, child, BASE_LITERAL("on")));
        if (listed && find_mention_at(self->reader->document, child) != DRG_NONE) listed = false;
        if (listed && find_date_at(self->reader->document, child) != DRG_NONE) listed = false;
        if (infinitive && is_intention(tree, noun)) continue;
        if (listed && base_text_is(talks_lemma(tree, child), "table")) { /* where it lies, and so it is one */
            self->drafts.items[draft].anchored = true;
            continue;
        }
        if (!infinitive && !listed) continue;
        proposal_add_term(self, draft, child);
        TALKS_EACH_CHILD(tree, other, child)
            if (tree->tokens[other].relation == LANGUAGE_CONJ) proposal_add_term(self, draft, other);
    }
}

/* "Under the plan, both sides would withdraw": the clause that the noun stands under. */
static void read_under(proposal_reader *self, uint32_t draft)
{
    const talks_tree *tree = proposal_tree(self);
    uint32_t noun = self->drafts.items[draft].token, clause = tree->tokens[noun].head;
    if (clause == DRG_NONE || !talks_has_case(tree, noun, BASE_LITERAL("under"))) return;
    if (tree->tokens[clause].upos != DRG_VERB) return;
    drg_term term = proposal_term(self, clause);
    const drg_token *head = &tree->tokens[clause];
    if (tree->tokens[noun].span.end < head->span.begin) { /* what comes before is the plan's own phrase */
        uint32_t subject = talks_child(tree, clause, LANGUAGE_NSUBJ);
        if (subject == DRG_NONE) subject = talks_child(tree, clause, LANGUAGE_NSUBJ_PASS);
        if (subject == DRG_NONE || subject < noun) return;
        term.span.begin = talks_span(tree, subject).begin;
    } else {
        term.span.end = tree->tokens[noun].span.begin;
        while (term.span.end > head->span.end && self->reader->document->source.text.data[term.span.end - 1] != ' ')
            term.span.end--;
        return; /* "the road is opened under the plan": what stands before "under" is hard to cut */
    }
    proposal_draft *proposal = &self->drafts.items[draft];
    if (proposal->terms.count < TERMS) base_push(self->reader->scratch, &proposal->terms) = term;
    proposal->anchored = true;
}

/* "The plan would let the convoys pass": what it would do. */
static void read_would(proposal_reader *self, uint32_t verb)
{
    const talks_tree *tree = proposal_tree(self);
    talks_tokens tokens;
    bool would = false;
    TALKS_EACH_CHILD(tree, child, verb) would = would || base_text_is(talks_lemma(tree, child), "would");
    if (!would || talks_child(tree, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE) return;
    TALKS_EACH_CHILD(tree, child, verb) /* "under the sheet, a deal would": a term of the sheet */
        if (self->at[child] != DRG_NONE && talks_has_case(tree, child, BASE_LITERAL("under"))) return;
    talks_slot(tree, verb, BASE_LITERAL("subject"), &tokens);
    for (size_t i = 0; i < tokens.count; i++) {
        uint32_t draft = self->at[tokens.items[i]];
        if (draft == DRG_NONE) continue;
        drg_term term = proposal_term(self, verb);
        term.span.begin = tree->tokens[verb].span.begin;
        proposal_draft *proposal = &self->drafts.items[draft];
        if (term.span.end <= term.span.begin || proposal->terms.count >= TERMS) continue;
        base_push(self->reader->scratch, &proposal->terms) = term;
        proposal->anchored = true;
    }
}

void proposal_read_terms(proposal_reader *self)
{
    const talks_tree *tree = proposal_tree(self);
    for (uint32_t i = 0; i < self->drafts.count; i++) {
        if (self->drafts.items[i].verb) continue;
        read_own(self, i);
        read_under(self, i);
    }
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++) {
        if (tree->tokens[i].upos != DRG_VERB) continue;
        const talks_entry *entry = NULL;
        bool listed = false;
        while ((entry = talks_find(self->reader->words, tree, TALKS_TERM, i, entry)) != NULL) {
            talks_tokens tokens;
            talks_slot(tree, i, entry->who, &tokens);
            for (size_t k = 0; k < tokens.count; k++) {
                if (self->at[tokens.items[k]] == DRG_NONE) continue;
                add_slot(self, self->at[tokens.items[k]], i, entry->what);
                listed = true;
            }
        }
        if (!listed) read_would(self, i);
    }
}
