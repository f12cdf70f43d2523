/* SPDX-License-Identifier: Apache-2.0
 *
 * Tags and trees of a document: its sentences of tokens go in; upos, xpos, feats, head and deprel of each token come
 * out, from one network for all (network.h). A pipeline of a tagger and a parser reads the sentence twice and hands the
 * tagger's errors on; the figures are in ARCHITECTURE.md. A dateline before the body of a sentence is a tree apart that
 * hangs on the body's root, so that its places cannot be taken for what the sentence speaks of.
 */
#include <stdlib.h>

#include "language/models.h"

#define RUN_WORDS 128 /* sentences are gathered up to this: more would leave the processor's cache */

struct language_scratch {
    network_scratch *network;
    drg_text wordings[NETWORK_ROWS];
    uint32_t first[NETWORK_ROWS]; /* token of each piece of the run */
    uint16_t sizes[NETWORK_ROWS];
    size_t piece_count, word_count;
    network_answer answers[NETWORK_ROWS];
    drg_text *feats; /* copies of this document */
};

language_scratch *language_scratch_new(const language_models *models)
{
    language_scratch *scratch = calloc(1, sizeof *scratch);
    if (scratch) scratch->network = network_scratch_new(models->parser);
    if (scratch && scratch->network) return scratch;
    free(scratch);
    return NULL;
}

void language_scratch_free(language_scratch *scratch)
{
    if (!scratch) return;
    network_scratch_free(scratch->network);
    free(scratch);
}

static drg_text feats_copy(const network_model *network, language_scratch *scratch, drg_document *document,
                           size_t index)
{
    drg_text *copy = &scratch->feats[index];
    if (!copy->data) *copy = base_text_copy(&document->arena, network->feats[index]);
    return *copy;
}

static void answer_write(const network_model *network, language_scratch *scratch, drg_document *document,
                         uint32_t first, const network_answer *answer, drg_token *token)
{
    token->upos = (uint8_t)answer->upos;
    token->tag = (uint8_t)answer->tag;
    token->xpos = language_tag_name((language_tag)answer->tag);
    token->feats = feats_copy(network, scratch, document, answer->feats);
    token->relation = (uint8_t)answer->relation;
    token->deprel = language_relation_name((language_relation)answer->relation);
    token->head = answer->head ? first + answer->head - 1 : DRG_NONE;
}

/* ---- tags that the tree contradicts */

/* "Debra Perlingiere": what heads a name is of the name. */
static void mend_name(network_answer *head, drg_text wording)
{
    char first = wording.data[0];
    if (head->upos != DRG_NOUN || head->tag != LANGUAGE_TAG_NN || first < 'A' || first > 'Z') return;
    head->upos = DRG_PROPN;
    head->tag = LANGUAGE_TAG_NNP;
}

/* "the statue was toppled": what has the subject of a passive is a participle, and "be" its auxiliary. */
static void mend_passive(network_answer *head, drg_text wording)
{
    if (head->upos != DRG_ADJ || wording.size < 4 || !base_text_ends(wording, BASE_LITERAL("ed"))) return;
    head->upos = DRG_VERB;
    head->tag = LANGUAGE_TAG_VBN;
}

/* "heavy fighting between A and B broke out": a gerund with what only nouns have is a noun. */
static void mend_gerund(network_answer *head)
{
    bool noun = head->relation == LANGUAGE_NSUBJ || head->relation == LANGUAGE_OBJ || head->relation == LANGUAGE_OBL;
    if (head->upos != DRG_VERB || head->tag != LANGUAGE_TAG_VBG || !noun) return;
    head->upos = DRG_NOUN;
    head->tag = LANGUAGE_TAG_NN;
}

/* "the army is exercising": no noun that has neither article nor adjective. */
static void mend_progressive(network_answer *answers, size_t cop, const drg_text *wordings, size_t count)
{
    network_answer *head = &answers[answers[cop].head - 1];
    if (head->upos != DRG_NOUN || !base_text_ends(wordings[answers[cop].head - 1], BASE_LITERAL("ing"))) return;
    for (size_t i = 0; i < count; i++) {
        bool own = answers[i].head == answers[cop].head;
        if (own && (answers[i].relation == LANGUAGE_DET || answers[i].relation == LANGUAGE_AMOD ||
                    answers[i].relation == LANGUAGE_COMPOUND || answers[i].relation == LANGUAGE_CASE))
            return;
    }
    head->upos = DRG_VERB;
    head->tag = LANGUAGE_TAG_VBG;
    answers[cop].relation = LANGUAGE_AUX;
}

static bool is_under(const network_answer *answers, size_t word, size_t top)
{
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && word != top; depth++) {
        if (!answers[word].head) return false;
        word = answers[word].head - 1u;
    }
    return word == top;
}

static bool is_subject(const network_answer *answer)
{
    return answer->relation == LANGUAGE_NSUBJ || answer->relation == LANGUAGE_NSUBJ_PASS;
}

/* "Anna Lind, the ministry's spokeswoman, denied it": of two subjects, a name and a noun between commas, the second
 * says who the first is. */
static void mend_apposition(network_answer *answers, size_t word, const drg_text *wordings, size_t count)
{
    size_t first = word, last = word, name = 0;
    while (first > 0 && is_under(answers, first - 1, word)) first--;
    while (last + 1 < count && is_under(answers, last + 1, word)) last++;
    while (first < word && base_text_is(wordings[first], ",")) first++; /* the comma may hang on it */
    while (last > word && base_text_is(wordings[last], ",")) last--;
    if (first < 2 || last + 2 >= count || answers[word].head <= last + 1) return;
    if (!base_text_is(wordings[first - 1], ",") || !base_text_is(wordings[last + 1], ",")) return;
    while (name < first && !(answers[name].head == answers[word].head && is_subject(&answers[name]))) name++;
    if (name == first || !is_under(answers, first - 2, name)) return;
    bool differ = (answers[name].upos == DRG_PROPN && answers[word].upos == DRG_NOUN) ||
                  (answers[name].upos == DRG_NOUN && answers[word].upos == DRG_PROPN);
    if (!differ) return;
    answers[word].head = (uint16_t)(name + 1);
    answers[word].relation = LANGUAGE_APPOS;
}

static bool tells_somebody(drg_text verb)
{
    static const char *const verbs[] = {"told",    "tell",     "tells",    "telling", "assured", "informed",
                                        "assures", "reminded", "notified", "warned",  "warns",   "convinced"};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (base_text_is(verb, verbs[i])) return true;
    return false;
}

/* "Told reporters that the talks had failed": the clause is what was told, and says nothing about the reporters. */
static void mend_told(network_answer *answers, size_t mark, const drg_text *wordings)
{
    if (!base_text_is(wordings[mark], "that") || !answers[mark].head) return;
    size_t clause = answers[mark].head - 1u, told = clause;
    bool describes = answers[clause].relation == LANGUAGE_ACL || answers[clause].relation == LANGUAGE_ACL_RELCL;
    if (!describes || clause < mark) return;
    for (unsigned depth = 0; depth < 4 && answers[told].head; depth++) {
        told = answers[told].head - 1u;
        if (told < mark && tells_somebody(wordings[told])) {
            answers[clause].head = (uint16_t)(told + 1);
            answers[clause].relation = LANGUAGE_CCOMP;
            return;
        }
    }
}

static bool is_one_of(drg_text word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (base_text_is(word, words[i])) return true;
    return false;
}

/* "Proposed in the first night that both withdraw": a phrase of time between verb and clause has no clause of its own.
 */
static void mend_proposed(network_answer *answers, size_t that, const drg_text *wordings)
{
    static const char *const verbs[] = {"proposed", "said",   "announced", "agreed",    "warned",  "demanded",
                                        "insisted", "stated", "declared",  "suggested", "claimed", "confirmed",
                                        "denied",   "added",  "admitted",  "complained"};
    if (!answers[that].head || !base_text_is(wordings[that], "that")) return;
    size_t clause = answers[that].head - 1u;
    bool describes = answers[clause].relation == LANGUAGE_ACL || answers[clause].relation == LANGUAGE_ACL_RELCL;
    if (!describes || clause < that || !answers[clause].head || answers[that].relation == LANGUAGE_NSUBJ) return;
    size_t noun = answers[clause].head - 1u;
    bool time = answers[noun].relation == LANGUAGE_OBL || answers[noun].relation == LANGUAGE_OBL_UNMARKED;
    if (!time || noun + 1 != that || !answers[noun].head) return;
    size_t verb = answers[noun].head - 1u;
    if (verb > noun || !is_one_of(wordings[verb], verbs, sizeof verbs / sizeof *verbs)) return;
    bool subject = false;
    for (size_t i = that + 1; i < clause; i++)
        subject = subject || (answers[i].head == clause + 1 && is_subject(&answers[i]));
    if (!subject) return;
    answers[clause].head = (uint16_t)(verb + 1);
    answers[clause].relation = LANGUAGE_CCOMP;
    answers[that].relation = LANGUAGE_MARK;
}

/* "Offered in July to hold a vote": what was offered, and no purpose. */
static void mend_offered(network_answer *answers, size_t mark, const drg_text *wordings)
{
    static const char *const verbs[] = {"offered", "agreed",     "promised", "refused",  "pledged",
                                        "vowed",   "threatened", "declined", "undertook"};
    if (!answers[mark].head || answers[mark].tag != LANGUAGE_TAG_TO) return;
    size_t clause = answers[mark].head - 1u;
    if (answers[clause].relation != LANGUAGE_ADVCL || !answers[clause].head || clause < mark) return;
    size_t verb = answers[clause].head - 1u;
    if (verb > mark || !is_one_of(wordings[verb], verbs, sizeof verbs / sizeof *verbs)) return;
    for (size_t i = verb + 1; i < mark; i++) /* "promised aid to win votes" */
        if (answers[i].head == verb + 1 && answers[i].relation == LANGUAGE_OBJ) return;
    answers[clause].relation = LANGUAGE_XCOMP;
}

static void answers_mend(network_answer *answers, const drg_text *wordings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!answers[i].head) continue;
        network_answer *head = &answers[answers[i].head - 1];
        drg_text wording = wordings[answers[i].head - 1];
        switch (answers[i].relation) {
        case LANGUAGE_FLAT:
            if (answers[i].upos == DRG_PROPN) mend_name(head, wording);
            break;
        case LANGUAGE_COP: mend_progressive(answers, i, wordings, count); break;
        case LANGUAGE_NSUBJ_PASS: mend_passive(head, wording); break;
        case LANGUAGE_AMOD:
        case LANGUAGE_DET:
        case LANGUAGE_NMOD: mend_gerund(head); break;
        default: break;
        }
    }
    for (size_t i = 1; i < count; i++) {
        if (is_subject(&answers[i])) mend_apposition(answers, i, wordings, count);
        if (answers[i].relation == LANGUAGE_MARK) mend_told(answers, i, wordings);
        if (answers[i].relation == LANGUAGE_MARK) mend_offered(answers, i, wordings);
        mend_proposed(answers, i, wordings);
    }
    for (size_t i = 0; i < count; i++) /* with its participle found */
        if (answers[i].relation == LANGUAGE_COP && answers[i].head &&
            answers[answers[i].head - 1].tag == LANGUAGE_TAG_VBN)
            answers[i].relation = LANGUAGE_AUX_PASS;
}

static void run_flush(const network_model *network, language_scratch *scratch, drg_document *document)
{
    if (scratch->piece_count == 0) return;
    network_run(network, scratch->network, scratch->wordings, scratch->sizes, scratch->piece_count, scratch->answers);
    network_answer *answer = scratch->answers;
    const drg_text *wording = scratch->wordings;
    for (size_t p = 0; p < scratch->piece_count; wording += scratch->sizes[p++]) {
        answers_mend(answer, wording, scratch->sizes[p]);
        for (uint32_t i = 0; i < scratch->sizes[p]; i++, answer++)
            answer_write(network, scratch, document, scratch->first[p], answer,
                         &document->tokens.items[scratch->first[p] + i]);
    }
    scratch->piece_count = scratch->word_count = 0;
}

static void run_add(const network_model *network, language_scratch *scratch, drg_document *document, uint32_t first,
                    uint32_t count)
{
    if (scratch->word_count + count > (count > RUN_WORDS ? NETWORK_ROWS : RUN_WORDS))
        run_flush(network, scratch, document);
    scratch->first[scratch->piece_count] = first;
    scratch->sizes[scratch->piece_count++] = (uint16_t)count;
    for (uint32_t i = 0; i < count; i++)
        scratch->wordings[scratch->word_count++] = record_wording(document, document->tokens.items[first + i].span);
}

/* A sentence that was parsed in pieces has a root in each: they hang on the first one from the body on. */
static void pieces_join(drg_document *document, const drg_sentence *sentence)
{
    uint32_t end = sentence->first_token + sentence->token_count, root = sentence->body;
    while (root < end && document->tokens.items[root].head != DRG_NONE) root++;
    for (uint32_t t = sentence->first_token; t < end; t++) {
        drg_token *token = &document->tokens.items[t];
        if (token->head != DRG_NONE || t == root) continue;
        token->head = root;
        token->relation = LANGUAGE_PARATAXIS;
        token->deprel = language_relation_name(LANGUAGE_PARATAXIS);
    }
}

static bool has_dateline(const drg_sentence *sentence)
{
    return sentence->body > sentence->first_token && sentence->body < sentence->first_token + sentence->token_count;
}

static void words_add(const network_model *network, language_scratch *scratch, drg_document *document, uint32_t first,
                      uint32_t end)
{
    for (; first < end; first += NETWORK_ROWS)
        run_add(network, scratch, document, first, end - first < NETWORK_ROWS ? end - first : NETWORK_ROWS);
}

void language_parse(const language_models *models, language_scratch *scratch, base_arena *arena, drg_document *document)
{
    const network_model *network = models->parser;
    scratch->feats = BASE_ARRAY(arena, drg_text, network->shape.feats);
    scratch->piece_count = scratch->word_count = 0;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const drg_sentence *sentence = &document->sentences.items[s];
        uint32_t body = has_dateline(sentence) ? sentence->body : sentence->first_token;
        words_add(network, scratch, document, sentence->first_token, body);
        words_add(network, scratch, document, body, sentence->first_token + sentence->token_count);
    }
    run_flush(network, scratch, document);
    for (size_t s = 0; s < document->sentences.count; s++) {
        const drg_sentence *sentence = &document->sentences.items[s];
        if (has_dateline(sentence) || sentence->token_count > NETWORK_ROWS) pieces_join(document, sentence);
    }
}
