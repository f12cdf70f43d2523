/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with statements. Out: its proposals, with their terms, and the positions taken on them. Each noun for
 * something that is put on the table and each verb of offering is a reference; it is a proposal only when the text
 * tells who put it, what is in it, or who stands where on it. References to one proposal are joined, the nearest first,
 * as those of meetings are.
 */
#include "talks/proposal.h"

enum { NEAR = 12, LOOKED_AT = 200 }; /* sentences that a definite noun reaches back; references */

/* ---- references */

static uint32_t add_draft(proposal_reader *self, uint32_t token, bool verb)
{
    const talks_tree *tree = proposal_tree(self);
    uint32_t index = (uint32_t)self->drafts.count;
    base_push(self->reader->scratch, &self->drafts) = (proposal_draft){.token = token,
                                                                       .sentence = tree->sentence[token],
                                                                       .last = tree->sentence[token],
                                                                       .span = tree->tokens[token].span,
                                                                       .verb = verb,
                                                                       .place = DRG_NONE,
                                                                       .date = DRG_NONE,
                                                                       .into = index,
                                                                       .number = DRG_NONE};
    self->at[token] = index;
    return index;
}

static void add_person(const proposal_reader *self, talks_people *people, uint32_t mention)
{
    for (size_t i = 0; i < people->count; i++)
        if (talks_same_actor(self->reader, people->items[i], mention)) return;
    if (people->count < TALKS_FOUND) people->items[people->count++] = mention;
}

static void add_people(const proposal_reader *self, talks_people *people, const talks_people *more)
{
    for (size_t i = 0; i < more->count; i++) add_person(self, people, more->items[i]);
}

static const talks_entry *proposal_noun(const proposal_reader *self, uint32_t token)
{
    const talks_tree *tree = proposal_tree(self);
    const talks_entry *best = NULL, *entry = NULL;
    const drg_token *node = &tree->tokens[token];
    if (node->upos != DRG_NOUN && node->upos != DRG_PROPN) return NULL;
    if (node->relation == LANGUAGE_COMPOUND && node->head != DRG_NONE) return NULL;
    while ((entry = talks_find(self->reader->words, tree, TALKS_PROPOSAL, token, entry)) != NULL) {
        if (base_text_is(entry->who, "not")) return NULL;
        if (!best || entry->other_count > best->other_count) best = entry;
    }
    return best;
}

static bool has_word_before(const talks_tree *tree, uint32_t noun, const char *const *words, size_t count)
{
    TALKS_EACH_CHILD(tree, child, noun) {
        if (child > noun) continue;
        for (size_t i = 0; i < count; i++)
            if (base_text_is(talks_lemma(tree, child), words[i])) return true;
    }
    return false;
}

/* From the first word before the noun that belongs to it to the noun. */
static drg_span name_span(const talks_tree *tree, uint32_t noun)
{
    uint32_t first = noun;
    TALKS_EACH_CHILD(tree, child, noun) {
        uint8_t relation = tree->tokens[child].relation;
        bool named = relation == LANGUAGE_COMPOUND || relation == LANGUAGE_AMOD || relation == LANGUAGE_NUMMOD;
        if (named && child < first) first = child;
    }
    return (drg_span){tree->tokens[first].span.begin, tree->tokens[noun].span.end};
}

/* "Hollande's plan", "the US draft", "a proposal by Qatar", "the plan of the three" */
static void add_owners(proposal_reader *self, uint32_t index, uint32_t noun)
{
    static const char *const prepositions[] = {"by", "from", "of"};
    const talks_tree *tree = proposal_tree(self);
    proposal_draft *draft = &self->drafts.items[index];
    talks_people people = {0};
    TALKS_EACH_CHILD(tree, child, noun) {
        uint8_t relation = tree->tokens[child].relation;
        bool before = relation == LANGUAGE_COMPOUND || relation == LANGUAGE_AMOD || relation == LANGUAGE_NMOD_POSS;
        if (before && child < noun) talks_add_people(tree, child, &people);
    }
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        talks_tokens tokens;
        talks_slot(tree, noun, base_text_from(prepositions[i]), &tokens);
        for (size_t k = 0; k < tokens.count; k++) talks_add_people(tree, tokens.items[k], &people);
    }
    talks_tokens to;
    talks_people told = {0};
    talks_slot(tree, noun, BASE_LITERAL("to"), &to);
    for (size_t k = 0; k < to.count; k++) talks_add_people(tree, to.items[k], &told);
    add_people(self, &draft->proposers, &people);
    add_people(self, &draft->presented_to, &told);
    draft->anchored = people.count > 0;
}

static void read_nouns(proposal_reader *self)
{
    static const char *const definite[] = {"the", "this", "that", "these", "those", "both"};
    static const char *const apart[] = {"new",     "another", "second", "third", "other",
                                        "revised", "amended", "fresh",  "latest"};
    static const char *const amended[] = {"revised", "amended", "new"};
    const talks_tree *tree = proposal_tree(self);
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++) {
        const talks_entry *entry = proposal_noun(self, i);
        if (!entry) continue;
        uint32_t index = add_draft(self, i, false);
        proposal_draft *draft = &self->drafts.items[index];
        draft->span = name_span(tree, i);
        draft->definite = has_word_before(tree, i, definite, sizeof definite / sizeof *definite) ||
                          talks_child(tree, i, LANGUAGE_NMOD_POSS) != DRG_NONE;
        draft->apart = has_word_before(tree, i, apart, sizeof apart / sizeof *apart) || entry->says.size;
        draft->version = entry->says;
        if (!entry->says.size && has_word_before(tree, i, amended, 2)) draft->version = BASE_LITERAL("amended");
        add_owners(self, index, i);
    }
}

/* ---- who puts what */

static bool is_open(drg_reading reading)
{
    return reading != DRG_READING_NEGATED && reading != DRG_READING_DENIED;
}

static void read_put(proposal_reader *self, uint32_t verb, uint32_t index, const talks_entry *entry)
{
    const talks_tree *tree = proposal_tree(self);
    proposal_draft *draft = &self->drafts.items[index];
    talks_people who = proposal_party(self, verb, entry->who), to = {0};
    talks_tokens tokens;
    if (!who.count) return;
    if (entry->says.size) {
        talks_slot(tree, verb, entry->says, &tokens);
        for (size_t i = 0; i < tokens.count; i++)
            if (self->at[tokens.items[i]] == DRG_NONE) talks_add_people(tree, tokens.items[i], &to);
    }
    add_people(self, &draft->proposers, &who);
    add_people(self, &draft->presented_to, &to);
    if (draft->date == DRG_NONE) draft->date = talks_date_at(self->reader, verb);
    if (draft->place == DRG_NONE) draft->place = talks_place_at(self->reader, verb);
    draft->anchored = true;
}

/* "Proposed that Ukraine pass a law", "offered to free 200 prisoners": a proposal without a noun; its clause is a term.
 */
static void read_offer(proposal_reader *self, uint32_t verb)
{
    static const char *const verbs[] = {"propose", "offer", "suggest"};
    const talks_tree *tree = proposal_tree(self);
    talks_tokens clauses, objects;
    bool offers = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        offers = offers || base_text_is(talks_lemma(tree, verb), verbs[i]);
    if (!offers) return;
    talks_slot(tree, verb, BASE_LITERAL("clause"), &clauses);
    talks_slot(tree, verb, BASE_LITERAL("object"), &objects);
    for (size_t i = 0; i < objects.count; i++)
        if (self->at[objects.items[i]] != DRG_NONE) return;
    talks_people who = proposal_party(self, verb, BASE_LITERAL("subject"));
    const talks_tokens *terms = clauses.count ? &clauses : &objects;
    bool hint = clauses.count && base_text_is(talks_lemma(tree, verb), "suggest"); /* "suggested that it may" */
    if (!who.count || !terms->count || hint) return;
    uint32_t index = add_draft(self, verb, true);
    for (size_t i = 0; i < terms->count; i++) proposal_add_term(self, index, terms->items[i]);
    add_people(self, &self->drafts.items[index].proposers, &who);
    self->drafts.items[index].date = talks_date_at(self->reader, verb);
    self->drafts.items[index].anchored = self->drafts.items[index].terms.count > 0;
}

static void read_verbs(proposal_reader *self)
{
    const talks_tree *tree = proposal_tree(self);
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++) {
        if (tree->tokens[i].upos != DRG_VERB || !is_open(talks_reading(self->reader, i))) continue;
        const talks_entry *entry = NULL;
        bool put = false;
        while ((entry = talks_find(self->reader->words, tree, TALKS_PROPOSING, i, entry)) != NULL) {
            talks_tokens tokens;
            talks_slot(tree, i, entry->what, &tokens);
            for (size_t k = 0; k < tokens.count; k++)
                if (self->at[tokens.items[k]] != DRG_NONE) {
                    read_put(self, i, self->at[tokens.items[k]], entry);
                    put = true;
                }
        }
        if (!put) read_offer(self, i);
    }
}

/* ---- who */

uint32_t proposal_at(const proposal_reader *self, uint32_t token)
{
    static const char *const pronouns[] = {"it", "this", "that", "they", "both"};
    const talks_tree *tree = proposal_tree(self);
    if (self->at[token] != DRG_NONE) return self->drafts.items[self->at[token]].into;
    bool pronoun = false;
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        pronoun = pronoun || base_text_is(talks_lemma(tree, token), pronouns[i]);
    if (!pronoun || tree->tokens[token].upos == DRG_NOUN || find_mention_at(self->reader->document, token) != DRG_NONE)
        return DRG_NONE;
    for (uint32_t i = token; i-- > 0;) {
        if (tree->sentence[i] + 1 < tree->sentence[token]) break;
        if (self->at[i] != DRG_NONE && self->drafts.items[self->drafts.items[self->at[i]].into].anchored)
            return self->drafts.items[self->at[i]].into;
    }
    return DRG_NONE;
}

static bool is_pronoun(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].upos == DRG_PRON;
}

/* "Is considered a target", "the need for it to accept": nobody's own words. */
static bool is_nobodys(const talks_tree *tree, uint32_t predicate)
{
    uint32_t mark = talks_child(tree, predicate, LANGUAGE_MARK);
    return talks_child(tree, predicate, LANGUAGE_AUX_PASS) != DRG_NONE ||
           (mark != DRG_NONE && tree->tokens[mark].tag == LANGUAGE_TAG_TO);
}

talks_people proposal_party(const proposal_reader *self, uint32_t predicate, drg_text slot)
{
    const talks_tree *tree = proposal_tree(self);
    talks_people people = {0};
    talks_tokens tokens;
    talks_slot(tree, predicate, slot, &tokens);
    bool ours = !tokens.count && !is_nobodys(tree, predicate);
    for (size_t i = 0; i < tokens.count; i++) {
        size_t before = people.count;
        talks_add_people(tree, tokens.items[i], &people);
        if (people.count == before) { /* "the Russian side", "Israel's negotiators" */
            TALKS_EACH_CHILD(tree, child, tokens.items[i]) {
                uint8_t relation = tree->tokens[child].relation;
                bool owner =
                    relation == LANGUAGE_AMOD || relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD_POSS;
                if (owner && people.count == before) talks_add_people(tree, child, &people);
            }
        }
        if (people.count == before && is_pronoun(tree, tokens.items[i])) ours = true;
    }
    uint32_t statement = self->statement[predicate];
    if (people.count || !ours || statement == DRG_NONE) return people;
    uint32_t speaker = self->reader->document->statements.items[statement].said.speaker;
    if (speaker != DRG_NONE) people.items[people.count++] = speaker;
    return people;
}

/* ---- joining */

static bool is_generic(drg_text lemma)
{
    static const char *const words[] = {"proposal", "plan",  "text", "document",   "paper",
                                        "offer",    "draft", "idea", "initiative", "term"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(lemma, words[i])) return true;
    return false;
}

static bool share_people(const proposal_reader *self, const talks_people *left, const talks_people *right)
{
    for (size_t i = 0; i < left->count; i++)
        for (size_t k = 0; k < right->count; k++)
            if (talks_same_side(self->reader, left->items[i], right->items[k])) return true;
    return false;
}

static bool is_same(const proposal_reader *self, const proposal_draft *new, const proposal_draft *old)
{
    const talks_tree *tree = proposal_tree(self);
    if (new->verb || new->apart || new->sentence - old->last > NEAR) return false;
    if (new->proposers.count && old->proposers.count && !share_people(self, &new->proposers, &old->proposers))
        return false;
    drg_text left = talks_lemma(tree, new->token), right = talks_lemma(tree, old->token);
    bool word = base_text_equal(left, right);
    bool loose = new->sentence - old->last <= 4 && is_generic(left) && (old->verb || is_generic(right));
    if (base_text_is(left, "term")) loose = new->sentence - old->last <= 4 && old->anchored; /* "rejected the terms" */
    if (word && new->proposers.count && old->proposers.count) return true;
    return new->definite && (word || loose);
}

static void join(proposal_reader *self, uint32_t from, uint32_t to)
{
    proposal_draft *old = &self->drafts.items[to];
    const proposal_draft *new = &self->drafts.items[from];
    base_arena *scratch = self->reader->scratch;
    for (size_t i = 0; i < new->terms.count; i++) base_push(scratch, &old->terms) = new->terms.items[i];
    base_push(scratch, &old->tellings) = (drg_place_told){new->sentence, new->span};
    add_people(self, &old->proposers, &new->proposers);
    add_people(self, &old->presented_to, &new->presented_to);
    old->last = new->sentence;
    old->anchored = old->anchored || new->anchored;
    if (old->place == DRG_NONE) old->place = new->place;
    if (old->date == DRG_NONE) old->date = new->date;
    self->drafts.items[from].into = to;
}

static void sort_drafts(proposal_reader *self)
{
    proposal_draft *drafts = self->drafts.items;
    for (size_t i = 1; i < self->drafts.count; i++) {
        proposal_draft moved = drafts[i];
        size_t at = i;
        for (; at > 0 && drafts[at - 1].token > moved.token; at--) drafts[at] = drafts[at - 1];
        drafts[at] = moved;
    }
    for (size_t i = 0; i < self->drafts.count; i++) {
        drafts[i].into = (uint32_t)i;
        self->at[drafts[i].token] = (uint32_t)i;
    }
}

static void join_drafts(proposal_reader *self)
{
    for (uint32_t i = 1; i < self->drafts.count; i++)
        for (uint32_t k = i; k-- > 0 && i - k <= LOOKED_AT;) {
            if (self->drafts.items[k].into != k || !is_same(self, &self->drafts.items[i], &self->drafts.items[k]))
                continue;
            join(self, i, k);
            break;
        }
}

/* ---- writing */

static void write_proposal(proposal_reader *self, proposal_draft *draft)
{
    talks_reader *reader = self->reader;
    base_arena *arena = &reader->document->arena;
    drg_term *terms = BASE_ARRAY(arena, drg_term, draft->terms.count + 1);
    drg_place_told *tellings = BASE_ARRAY(arena, drg_place_told, draft->tellings.count + 1);
    if (draft->terms.count) memcpy(terms, draft->terms.items, draft->terms.count * sizeof *terms);
    if (draft->tellings.count) memcpy(tellings, draft->tellings.items, draft->tellings.count * sizeof *tellings);
    draft->number = (uint32_t)reader->document->proposals.count;
    base_push(arena, &reader->document->proposals) =
        (drg_proposal){.id = talks_id(reader, "proposal", draft->span, 0),
                       .sentence = draft->sentence,
                       .span = draft->span,
                       .version = base_text_copy(arena, draft->version),
                       .proposers = talks_keep_indexes(reader, draft->proposers.items, draft->proposers.count),
                       .presented_to = talks_keep_indexes(reader, draft->presented_to.items, draft->presented_to.count),
                       .date = draft->date,
                       .place = draft->place,
                       .answers = DRG_NONE,
                       .terms = terms,
                       .term_count = draft->terms.count,
                       .tellings = tellings,
                       .telling_count = draft->tellings.count};
}

/* A counter-proposal or a changed version answers the proposal before it. */
static void find_answers(proposal_reader *self)
{
    drg_document *document = self->reader->document;
    for (size_t i = 1; i < document->proposals.count; i++) {
        drg_proposal *proposal = &document->proposals.items[i];
        bool answers =
            base_text_is(proposal->version, "counter-proposal") || base_text_is(proposal->version, "amended");
        if (answers) proposal->answers = (uint32_t)i - 1;
    }
}

/* Of each token the shortest statement that it stands in. */
static void find_statements(proposal_reader *self)
{
    const drg_document *document = self->reader->document;
    for (size_t s = 0, first = 0; s < document->statements.count; s++) {
        drg_span span = document->statements.items[s].span;
        while (first > 0 && document->tokens.items[first - 1].span.begin >= span.begin) first--;
        while (first < document->tokens.count && document->tokens.items[first].span.begin < span.begin) first++;
        for (size_t i = first; i < document->tokens.count && document->tokens.items[i].span.end <= span.end; i++) {
            uint32_t old = self->statement[i];
            drg_span held = old == DRG_NONE ? (drg_span){0, UINT32_MAX} : document->statements.items[old].span;
            if (span.end - span.begin < held.end - held.begin) self->statement[i] = (uint32_t)s;
        }
    }
}

void talks_read_proposals(talks_reader *reader)
{
    size_t count = reader->document->tokens.count;
    proposal_reader self = {.reader = reader,
                            .at = BASE_ARRAY(reader->scratch, uint32_t, count + 1),
                            .statement = BASE_ARRAY(reader->scratch, uint32_t, count + 1)};
    for (size_t i = 0; i < count; i++) self.at[i] = self.statement[i] = DRG_NONE;
    position_list positions = {0};
    find_statements(&self);
    read_nouns(&self);
    read_verbs(&self);
    sort_drafts(&self);
    proposal_read_terms(&self);
    join_drafts(&self);
    proposal_find_positions(&self, &positions);
    for (uint32_t i = 0; i < self.drafts.count; i++)
        if (self.drafts.items[i].into == i && self.drafts.items[i].anchored)
            write_proposal(&self, &self.drafts.items[i]);
    find_answers(&self);
    proposal_write_positions(&self, &positions);
}
