/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees and mentions. Out: who stands in which slot of a predicate. The slots follow Universal
 * Dependencies (de Marneffe et al. 2021): subjects that a clause shares with the one that governs it are found there.
 */
#include "talks/tree.h"

enum { MOST_DEPTH = 24 };

void talks_tree_make(talks_tree *tree, base_arena *arena, const drg_document *document)
{
    size_t count = document->tokens.count;
    *tree = (talks_tree){.document = document, .tokens = document->tokens.items, .readings = document->readings};
    tree->first = BASE_ARRAY(arena, uint32_t, count + 1);
    tree->next = BASE_ARRAY(arena, uint32_t, count + 1);
    tree->sentence = BASE_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) tree->first[i] = tree->next[i] = DRG_NONE;
    for (size_t i = count; i-- > 0;) {
        uint32_t head = tree->tokens[i].head;
        if (head == DRG_NONE) continue;
        tree->next[i] = tree->first[head];
        tree->first[head] = (uint32_t)i;
    }
    for (size_t s = 0; s < document->sentences.count; s++)
        for (uint32_t i = 0; i < document->sentences.items[s].token_count; i++)
            tree->sentence[document->sentences.items[s].first_token + i] = (uint32_t)s;
}

drg_text talks_lemma(const talks_tree *tree, uint32_t token)
{
    return tree->tokens[token].lemma;
}

uint32_t talks_child(const talks_tree *tree, uint32_t token, language_relation relation)
{
    TALKS_EACH_CHILD(tree, child, token)
        if (tree->tokens[child].relation == relation) return child;
    return DRG_NONE;
}

bool talks_has_case(const talks_tree *tree, uint32_t token, drg_text preposition)
{
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t relation = tree->tokens[child].relation;
        if (relation != LANGUAGE_CASE && relation != LANGUAGE_MARK) continue;
        if (!preposition.size || base_text_equal(talks_lemma(tree, child), preposition)) return true;
        TALKS_EACH_CHILD(tree, inner, child)
            if (base_text_equal(talks_lemma(tree, inner), preposition)) return true;
    }
    return false;
}

static bool is_noun(const talks_tree *tree, uint32_t token)
{
    uint8_t upos = tree->tokens[token].upos;
    return upos == DRG_NOUN || upos == DRG_PROPN;
}

bool talks_goes_with(const talks_tree *tree, uint32_t token, drg_text lemma)
{
    if (token + 1 < tree->document->tokens.count && tree->sentence[token + 1] == tree->sentence[token] &&
        base_text_equal(talks_lemma(tree, token + 1), lemma))
        return true;
    TALKS_EACH_CHILD(tree, child, token) {
        uint8_t relation = tree->tokens[child].relation;
        bool before = is_noun(tree, token); /* of a noun what stands before it, of a verb what follows */
        bool beside = before ? child < token
                             : relation != LANGUAGE_NSUBJ && relation != LANGUAGE_PUNCT && relation != LANGUAGE_CONJ;
        if (beside && base_text_equal(talks_lemma(tree, child), lemma)) return true;
        if (relation == LANGUAGE_OBL && talks_has_case(tree, child, lemma)) return true;
    }
    return false;
}

/* ---- slots */

static void add_token(talks_tokens *tokens, uint32_t token)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->items[i] == token) return;
    if (tokens->count < TALKS_FOUND) tokens->items[tokens->count++] = token;
}

/* The token and what is joined to it. */
static void add_joined(const talks_tree *tree, uint32_t token, talks_tokens *tokens)
{
    add_token(tokens, token);
    TALKS_EACH_CHILD(tree, child, token)
        if (tree->tokens[child].relation == LANGUAGE_CONJ) add_token(tokens, child);
}

static bool is_passive(const talks_tree *tree, uint32_t verb)
{
    const drg_token *token = &tree->tokens[verb];
    if (talks_child(tree, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE) return true;
    if (talks_child(tree, verb, LANGUAGE_AUX_PASS) != DRG_NONE) return true;
    return token->tag == LANGUAGE_TAG_VBN && token->relation == LANGUAGE_ACL;
}

bool talks_has_child(const talks_tree *tree, uint32_t token, const char *lemma)
{
    TALKS_EACH_CHILD(tree, child, token)
        if (base_text_is(talks_lemma(tree, child), lemma)) return true;
    return false;
}

bool talks_is_to(const talks_tree *tree, uint32_t verb)
{
    uint32_t mark = talks_child(tree, verb, LANGUAGE_MARK);
    return tree->tokens[verb].upos == DRG_VERB && talks_child(tree, verb, LANGUAGE_COP) != DRG_NONE &&
           mark != DRG_NONE && tree->tokens[mark].tag == LANGUAGE_TAG_TO;
}

/* The noun that a relative or participle clause is about. */
static uint32_t described(const talks_tree *tree, uint32_t verb)
{
    const drg_token *token = &tree->tokens[verb];
    return token->relation == LANGUAGE_ACL || token->relation == LANGUAGE_ACL_RELCL ? token->head : DRG_NONE;
}

static bool is_relative(const talks_tree *tree, uint32_t token)
{
    uint8_t tag = tree->tokens[token].tag;
    return tag == LANGUAGE_TAG_WDT || tag == LANGUAGE_TAG_WP;
}

/* The subject as the words give it, relative pronouns put in their place; DRG_NONE when the clause has none. */
static uint32_t own_subject(const talks_tree *tree, uint32_t verb, bool passive)
{
    uint32_t subject = talks_child(tree, verb, passive ? LANGUAGE_NSUBJ_PASS : LANGUAGE_NSUBJ);
    if (subject == DRG_NONE && talks_is_to(tree, verb)) subject = talks_child(tree, verb, LANGUAGE_NSUBJ_OUTER);
    if (subject == DRG_NONE) return DRG_NONE;
    return is_relative(tree, subject) && described(tree, verb) != DRG_NONE ? described(tree, verb) : subject;
}

static uint32_t shared_subject(const talks_tree *tree, uint32_t verb)
{
    for (unsigned depth = 0; depth < MOST_DEPTH; depth++) {
        const drg_token *token = &tree->tokens[verb];
        bool shares = token->relation == LANGUAGE_CONJ || token->relation == LANGUAGE_XCOMP ||
                      token->relation == LANGUAGE_ADVCL || token->relation == LANGUAGE_PARATAXIS;
        bool own = talks_child(tree, verb, LANGUAGE_NSUBJ) != DRG_NONE ||
                   talks_child(tree, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE;
        if (own || !shares || token->head == DRG_NONE) return DRG_NONE;
        if (token->relation == LANGUAGE_XCOMP) { /* "asked them to leave" */
            uint32_t told = talks_child(tree, token->head, LANGUAGE_OBJ);
            if (told != DRG_NONE && tree->tokens[verb].upos == DRG_VERB) return told;
        }
        verb = token->head;
        uint32_t subject = own_subject(tree, verb, false);
        if (subject == DRG_NONE) subject = own_subject(tree, verb, true);
        if (subject != DRG_NONE) return subject;
        if (tree->tokens[verb].tag == LANGUAGE_TAG_VBG && described(tree, verb) != DRG_NONE)
            return described(tree, verb);
    }
    return DRG_NONE;
}

static void find_subject(const talks_tree *tree, uint32_t verb, talks_tokens *tokens)
{
    uint32_t subject = DRG_NONE;
    if (is_passive(tree, verb)) {
        TALKS_EACH_CHILD(tree, child, verb)
            if (tree->tokens[child].relation == LANGUAGE_OBL_AGENT) subject = child;
    } else {
        subject = own_subject(tree, verb, false);
        bool participle =
            tree->tokens[verb].relation == LANGUAGE_ACL || tree->tokens[verb].relation == LANGUAGE_ACL_RELCL;
        if (subject == DRG_NONE && participle) subject = described(tree, verb);
        if (subject == DRG_NONE) subject = shared_subject(tree, verb);
    }
    if (subject != DRG_NONE) add_joined(tree, subject, tokens);
}

static void find_object(const talks_tree *tree, uint32_t predicate, talks_tokens *tokens)
{
    uint32_t object = DRG_NONE;
    if (is_noun(tree, predicate)) { /* "the postponement of the talks" */
        TALKS_EACH_CHILD(tree, child, predicate)
            if (tree->tokens[child].relation == LANGUAGE_NMOD && talks_has_case(tree, child, BASE_LITERAL("of")))
                object = child;
    } else if (is_passive(tree, predicate)) {
        object = own_subject(tree, predicate, true);
        if (object == DRG_NONE && tree->tokens[predicate].relation == LANGUAGE_ACL) object = described(tree, predicate);
        if (object == DRG_NONE) object = shared_subject(tree, predicate);
    } else {
        object = talks_child(tree, predicate, LANGUAGE_OBJ);
        uint32_t noun = described(tree, predicate); /* "the plan that both sides saw" */
        bool open = object == DRG_NONE && tree->tokens[predicate].relation == LANGUAGE_ACL_RELCL;
        if (object != DRG_NONE && is_relative(tree, object) && noun != DRG_NONE) object = noun;
        if (open && own_subject(tree, predicate, false) != noun) object = noun;
    }
    if (object != DRG_NONE) add_joined(tree, object, tokens);
}

void talks_slot(const talks_tree *tree, uint32_t predicate, drg_text slot, talks_tokens *ret_tokens)
{
    ret_tokens->count = 0;
    if (base_text_is(slot, "subject")) {
        find_subject(tree, predicate, ret_tokens);
    } else if (base_text_is(slot, "object")) {
        find_object(tree, predicate, ret_tokens);
    } else if (base_text_is(slot, "clause")) {
        TALKS_EACH_CHILD(tree, child, predicate) {
            uint8_t relation = tree->tokens[child].relation;
            if (relation == LANGUAGE_CCOMP || relation == LANGUAGE_XCOMP) add_joined(tree, child, ret_tokens);
        }
    } else {
        TALKS_EACH_CHILD(tree, child, predicate) {
            uint8_t relation = tree->tokens[child].relation;
            bool oblique = relation == LANGUAGE_OBL || relation == LANGUAGE_NMOD || relation == LANGUAGE_OBL_AGENT ||
                           relation == LANGUAGE_ADVCL || relation == LANGUAGE_XCOMP;
            if (oblique && talks_has_case(tree, child, slot)) add_joined(tree, child, ret_tokens);
        }
    }
}

/* ---- extents */

bool talks_is_under(const talks_tree *tree, uint32_t token, uint32_t top)
{
    for (unsigned depth = 0; token != DRG_NONE && depth < 256; depth++) {
        if (token == top) return true;
        token = tree->tokens[token].head;
    }
    return false;
}

drg_span talks_span(const talks_tree *tree, uint32_t token)
{
    const drg_sentence *sentence = &tree->document->sentences.items[tree->sentence[token]];
    uint32_t first = token, last = token;
    for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->token_count; i++) {
        if (!talks_is_under(tree, i, token)) continue;
        if (i < first) first = i;
        if (i > last) last = i;
    }
    while (first < token && (tree->tokens[first].upos == DRG_PUNCT || tree->tokens[first].upos == DRG_ADP ||
                             tree->tokens[first].upos == DRG_SCONJ))
        first++;
    while (last > token && tree->tokens[last].upos == DRG_PUNCT) last--;
    return (drg_span){tree->tokens[first].span.begin, tree->tokens[last].span.end};
}

uint32_t talks_clause(const talks_tree *tree, uint32_t token)
{
    for (unsigned depth = 0; depth < MOST_DEPTH; depth++) {
        uint8_t relation = tree->tokens[token].relation;
        bool clause = relation == LANGUAGE_ROOT || relation == LANGUAGE_CCOMP || relation == LANGUAGE_XCOMP ||
                      relation == LANGUAGE_ADVCL || relation == LANGUAGE_ACL || relation == LANGUAGE_ACL_RELCL ||
                      relation == LANGUAGE_PARATAXIS || tree->tokens[token].upos == DRG_VERB;
        if (clause || tree->tokens[token].head == DRG_NONE) return token;
        token = tree->tokens[token].head;
    }
    return token;
}

/* ---- people */

static void add_mention(const talks_tree *tree, uint32_t mention, talks_people *people)
{
    const drg_mention *mentions = tree->document->mentions.items;
    for (size_t i = 0; i < people->count; i++)
        if (mentions[people->items[i]].actor == mentions[mention].actor) return;
    if (people->count < TALKS_FOUND) people->items[people->count++] = mention;
}

/* "Secretary of State Marco Rubio": the name below a title that heads the phrase. */
static uint32_t name_below(const talks_tree *tree, uint32_t token)
{
    for (unsigned depth = 0; depth < 3; depth++) {
        uint32_t next = DRG_NONE;
        TALKS_EACH_CHILD(tree, child, token) {
            uint8_t relation = tree->tokens[child].relation;
            bool part = relation == LANGUAGE_NMOD || relation == LANGUAGE_APPOS || relation == LANGUAGE_FLAT;
            bool own = relation != LANGUAGE_NMOD || talks_has_case(tree, child, BASE_LITERAL("of")) ||
                       !talks_has_case(tree, child, (drg_text){"", 0});
            if (!part || !own) continue;
            uint32_t mention = find_mention_at(tree->document, child);
            if (mention != DRG_NONE &&
                tree->document->actors.items[tree->document->mentions.items[mention].actor].type == DRG_ACTOR_PERSON)
                return child;
            if (next == DRG_NONE) next = child;
        }
        if (next == DRG_NONE) return DRG_NONE;
        token = next;
    }
    return DRG_NONE;
}

void talks_add_people(const talks_tree *tree, uint32_t token, talks_people *people)
{
    uint32_t first;
    size_t count = find_mentions_at(tree->document, token, &first);
    if (!count) {
        token = name_below(tree, token);
        if (token == DRG_NONE) return;
        count = find_mentions_at(tree->document, token, &first);
        TALKS_EACH_CHILD(tree, child, token)
            if (tree->tokens[child].relation == LANGUAGE_CONJ && find_mention_at(tree->document, child) != DRG_NONE)
                add_mention(tree, find_mention_at(tree->document, child), people);
    }
    for (size_t i = 0; i < count; i++) add_mention(tree, first + (uint32_t)i, people);
}
