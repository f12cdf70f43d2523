/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a gold document and one that was worked out from the same text. Out: counts for precision, recall and F1.
 *
 * The measures are those of Zeman et al., "CoNLL 2018 Shared Task", section 4, written from that description: tokens
 * and sentences count when both ends are right; words are aligned first, and a tag, lemma or head of an aligned word
 * counts when it is equal. Heads are compared through the alignment, relations by their universal part, features by the
 * universal ones; a gold lemma that is not given counts as right. CLAS leaves out function words and punctuation. Words
 * are aligned by their bytes: the task's comparison of forms inside multiword tokens comes to the same where the words
 * of such a token spell it, as they do in English.
 */
#include "score.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"

static const char *const NAMES[] = {"tokens", "sentences", "words", "upos", "xpos",
                                    "feats",  "lemmas",    "uas",   "las",  "clas"};

const char *score_name(score_metric metric)
{
    return NAMES[metric];
}

double score_f1(score_count count)
{
    size_t sum = count.gold + count.found;
    return sum ? 200.0 * (double)count.right / (double)sum : 0.0;
}

typedef struct score_side {
    const drg_token *tokens;
    const drg_sentence *sentences;
    size_t token_count, sentence_count;
} score_side;

static score_side side_of(const drg_document *document)
{
    return (score_side){drg_document_tokens(document), drg_document_sentences(document),
                        drg_document_token_count(document), drg_document_sentence_count(document)};
}

/* ---------------------------------------------------------------- sentences, tokens */

static void add_sentences(score_count *count, const score_side *gold, const score_side *found)
{
    count->gold += gold->sentence_count;
    count->found += found->sentence_count;
    for (size_t g = 0, f = 0; g < gold->sentence_count && f < found->sentence_count;) {
        drg_span a = gold->sentences[g].span, b = found->sentences[f].span;
        count->right += a.begin == b.begin && a.end == b.end;
        g += a.begin <= b.begin;
        f += b.begin <= a.begin;
    }
}

/* The last word of the surface token that starts at `at`. */
static size_t surface_last(const score_side *side, size_t at)
{
    while (at + 1 < side->token_count && side->tokens[at + 1].joined) at++;
    return at;
}

static size_t count_surface(const score_side *side)
{
    size_t count = 0;
    for (size_t i = 0; i < side->token_count; i++) count += !side->tokens[i].joined;
    return count;
}

static void add_tokens(score_count *count, const score_side *gold, const score_side *found)
{
    count->gold += count_surface(gold);
    count->found += count_surface(found);
    for (size_t g = 0, f = 0; g < gold->token_count && f < found->token_count;) {
        size_t g_last = surface_last(gold, g), f_last = surface_last(found, f);
        uint32_t a = gold->tokens[g].span.begin, b = found->tokens[f].span.begin;
        count->right += a == b && gold->tokens[g_last].span.end == found->tokens[f_last].span.end;
        if (a <= b) g = g_last + 1;
        if (b <= a) f = f_last + 1;
    }
}

/* ---------------------------------------------------------------- words */

/* For each found word the gold word that it is, DRG_NONE when it is none. The caller's, freed with free. */
static uint32_t *align(const score_side *gold, const score_side *found)
{
    uint32_t *gold_of = memory_take((found->token_count + 1) * sizeof *gold_of);
    for (size_t f = 0; f < found->token_count; f++) gold_of[f] = DRG_NONE;
    for (size_t g = 0, f = 0; g < gold->token_count && f < found->token_count;) {
        drg_span a = gold->tokens[g].span, b = found->tokens[f].span;
        if (a.begin == b.begin && a.end == b.end) gold_of[f] = (uint32_t)g;
        g += a.begin <= b.begin;
        f += b.begin <= a.begin;
    }
    return gold_of;
}

static drg_text universal_relation(drg_text relation)
{
    const char *colon = relation.size ? memchr(relation.data, ':', relation.size) : NULL;
    return colon ? text_slice(relation, 0, (size_t)(colon - relation.data)) : relation;
}

static bool is_content(const drg_token *token)
{
    static const char *const functions[] = {"aux", "case", "cc", "clf", "cop", "det", "mark", "punct"};
    drg_text relation = universal_relation(token->deprel);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (text_is(relation, functions[i])) return false;
    return true;
}

static bool is_universal_feature(drg_text feature)
{
    static const char *const names[] = {"PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
                                        "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
                                        "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"};
    const char *equals = memchr(feature.data, '=', feature.size);
    drg_text name = text_slice(feature, 0, equals ? (size_t)(equals - feature.data) : feature.size);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(name, names[i])) return true;
    return false;
}

/* The next universal feature at or after *at, an empty text at the end. */
static drg_text next_feature(drg_text feats, size_t *at)
{
    while (*at < feats.size) {
        const char *bar = memchr(feats.data + *at, '|', feats.size - *at);
        size_t end = bar ? (size_t)(bar - feats.data) : feats.size;
        drg_text feature = text_slice(feats, *at, end);
        *at = end + 1;
        if (is_universal_feature(feature)) return feature;
    }
    return (drg_text){"", 0};
}

/* Features come sorted, as CoNLL-U wants them. */
static bool same_features(drg_text a, drg_text b)
{
    for (size_t at_a = 0, at_b = 0;;) {
        drg_text left = next_feature(a, &at_a), right = next_feature(b, &at_b);
        if (!text_equal(left, right)) return false;
        if (left.size == 0) return true;
    }
}

static bool same_head(const drg_token *gold, const drg_token *found, const uint32_t *gold_of)
{
    if (found->head == DRG_NONE) return gold->head == DRG_NONE;
    return gold->head != DRG_NONE && gold_of[found->head] == gold->head;
}

static void add_word(score_counts *counts, const drg_token *gold, const drg_token *found, const uint32_t *gold_of)
{
    bool head = same_head(gold, found, gold_of);
    bool relation = head && text_equal(universal_relation(gold->deprel), universal_relation(found->deprel));
    counts->of[SCORE_WORDS].right++;
    counts->of[SCORE_UPOS].right += gold->upos == found->upos;
    counts->of[SCORE_XPOS].right += text_equal(gold->xpos, found->xpos);
    counts->of[SCORE_FEATS].right += same_features(gold->feats, found->feats);
    counts->of[SCORE_LEMMAS].right += gold->lemma.size == 0 || text_equal(gold->lemma, found->lemma);
    counts->of[SCORE_UAS].right += head;
    counts->of[SCORE_LAS].right += relation;
    counts->of[SCORE_CLAS].right += relation && is_content(gold);
}

static size_t count_content(const score_side *side)
{
    size_t count = 0;
    for (size_t i = 0; i < side->token_count; i++) count += is_content(&side->tokens[i]);
    return count;
}

bool score_add(score_counts *counts, const drg_document *gold, const drg_document *found)
{
    if (!text_equal(drg_document_text(gold), drg_document_text(found))) return false;
    score_side gold_side = side_of(gold), found_side = side_of(found);
    add_tokens(&counts->of[SCORE_TOKENS], &gold_side, &found_side);
    add_sentences(&counts->of[SCORE_SENTENCES], &gold_side, &found_side);
    for (score_metric metric = SCORE_WORDS; metric < SCORE_METRIC_COUNT; metric++) {
        bool clas = metric == SCORE_CLAS;
        counts->of[metric].gold += clas ? count_content(&gold_side) : gold_side.token_count;
        counts->of[metric].found += clas ? count_content(&found_side) : found_side.token_count;
    }
    uint32_t *gold_of = align(&gold_side, &found_side);
    for (size_t f = 0; f < found_side.token_count; f++)
        if (gold_of[f] != DRG_NONE) add_word(counts, &gold_side.tokens[gold_of[f]], &found_side.tokens[f], gold_of);
    free(gold_of);
    return true;
}
