/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the head of a clause. Out: its marks, read from auxiliaries, adverbs, marks, the subject's determiner and the
 * conjunct whose auxiliary it shares.
 */
#include "code/clause.h"

static bool is_one_of(drg_text lemma, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (base_text_is(lemma, list[i])) return true;
    return false;
}

#define IS_ONE_OF(lemma, list) is_one_of((lemma), (list), sizeof(list) / sizeof *(list))

static void read_auxiliary(const code_sentence *sentence, uint32_t verb, uint32_t child, code_marks *marks)
{
    static const char *const will[] = {"will", "shall", "'ll", "wo", "\xe2\x80\x99ll"};
    static const char *const would[] = {"would", "'d"};
    static const char *const may[] = {"may", "might", "could", "can", "ca"};
    static const char *const can[] = {"could", "can", "ca"};
    static const char *const must[] = {"must", "should", "ought"};
    drg_text lemma = code_lemma(sentence, child);
    uint8_t tag = sentence->nodes[child].tag;
    if (tag == LANGUAGE_TAG_MD) {
        marks->will |= IS_ONE_OF(lemma, will);
        marks->would |= IS_ONE_OF(lemma, would);
        marks->may |= IS_ONE_OF(lemma, may);
        marks->can |= IS_ONE_OF(lemma, can);
        marks->must |= IS_ONE_OF(lemma, must);
    } else if (base_text_is(lemma, "be") && sentence->nodes[verb].tag == LANGUAGE_TAG_VBG) {
        marks->progressive = true;
    } else if (base_text_is(lemma, "have") && tag == LANGUAGE_TAG_VBD) {
        marks->past_perfect = true;
    }
    /* "are being held" */
    if (tag == LANGUAGE_TAG_VBG && base_text_is(lemma, "be") && sentence->nodes[verb].tag == LANGUAGE_TAG_VBN) {
        uint32_t finite = code_child(sentence, verb, LANGUAGE_AUX);
        marks->progressive |= finite != DRG_NONE && base_text_is(code_lemma(sentence, finite), "be");
    }
    marks->perfect |= base_text_is(lemma, "have");
    if (tag == LANGUAGE_TAG_VBD || base_text_is(lemma, "have")) marks->past = true;
}

static bool is_negation(const code_sentence *sentence, uint32_t token)
{
    if (code_cue_of(sentence, token, CODE_CUE_NEGATE)) return true;
    if (sentence->nodes[token].tag != LANGUAGE_TAG_RBR) return false;
    CODE_EACH_CHILD(sentence, child, token) /* "no longer", whatever "no" is taken for; but not "not only" */
        if (child < token && base_text_is(code_lemma(sentence, child), "no")) return true;
    return false;
}

/* "no talks", "neither Rubio nor Witkoff" */
static bool phrase_is_negated(const code_sentence *sentence, uint32_t token)
{
    if (token == DRG_NONE) return false;
    if (sentence->nodes[token].upos == DRG_PRON || sentence->nodes[token].upos == DRG_NOUN) {
        const code_cue *cue = code_cue_of(sentence, token, CODE_CUE_NEGATE);
        if (cue && cue->upos == DRG_NOUN) return true;
    }
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool place = relation == LANGUAGE_DET || relation == LANGUAGE_CC_PRECONJ || relation == LANGUAGE_ADVMOD ||
                     relation == LANGUAGE_CC;
        if (place && child < token && is_negation(sentence, child)) return true;
    }
    return false;
}

/* Not "whether he comes or not", which holds either way. */
static bool is_condition(const code_sentence *sentence, uint32_t token)
{
    return code_cue_of(sentence, token, CODE_CUE_CONDITION) && !base_text_is(code_lemma(sentence, token), "whether");
}

bool code_is_inverted(const code_sentence *sentence, uint32_t token)
{
    uint32_t subject = code_child(sentence, token, LANGUAGE_NSUBJ);
    if (subject == DRG_NONE) subject = code_child(sentence, token, LANGUAGE_NSUBJ_PASS);
    if (subject == DRG_NONE) return false;
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool helper = relation == LANGUAGE_AUX || relation == LANGUAGE_AUX_PASS || relation == LANGUAGE_COP;
        if (helper && child < subject) return true;
    }
    return false;
}

bool code_is_inverted_condition(const code_sentence *sentence, uint32_t clause)
{
    if (sentence->nodes[clause].relation != LANGUAGE_ADVCL) return false;
    uint32_t helper = code_child(sentence, clause, LANGUAGE_AUX),
             subject = code_child(sentence, clause, LANGUAGE_NSUBJ);
    if (subject == DRG_NONE) subject = code_child(sentence, clause, LANGUAGE_NSUBJ_PASS);
    if (helper == DRG_NONE || subject == DRG_NONE || helper > subject) return false;
    if (code_child(sentence, clause, LANGUAGE_MARK) != DRG_NONE) return false;
    return base_text_is(code_lemma(sentence, helper), "should") || sentence->nodes[helper].tag == LANGUAGE_TAG_VBD;
}

static bool child_is_condition(const code_sentence *sentence, uint32_t child)
{
    uint8_t relation = sentence->nodes[child].relation;
    if (relation != LANGUAGE_ADVCL && relation != LANGUAGE_OBL) return false;
    if (code_is_inverted_condition(sentence, child)) return true;
    CODE_EACH_CHILD(sentence, inner, child) {
        uint8_t mark = sentence->nodes[inner].relation;
        if ((mark == LANGUAGE_MARK || mark == LANGUAGE_CASE) && is_condition(sentence, inner)) return true;
    }
    return relation == LANGUAGE_ADVCL && code_cue_of(sentence, child, CODE_CUE_CONDITION) != NULL;
}

/* ISO dates compare as text. "until May 1" says when it ends, not that it lies ahead. */
static bool is_after_report(const code_sentence *sentence, uint32_t token)
{
    uint32_t index = sentence->nodes[token].date;
    const drg_text published = sentence->document->source.published;
    if (index == DRG_NONE || published.size < 10 || code_case_of(sentence, token) == CODE_SLOT_UNTIL) return false;
    const drg_date *date = &sentence->document->dates.items[index];
    return date->from[0] && memcmp(date->from, published.data, 10) > 0;
}

static void read_child(const code_sentence *sentence, uint32_t verb, uint32_t child, code_marks *marks)
{
    switch (sentence->nodes[child].relation) {
    case LANGUAGE_AUX:
    case LANGUAGE_AUX_PASS:
    case LANGUAGE_COP: read_auxiliary(sentence, verb, child, marks); break;
    case LANGUAGE_ADVMOD:
    case LANGUAGE_CC_PRECONJ:
    case LANGUAGE_DET: marks->negated |= is_negation(sentence, child); break;
    case LANGUAGE_CC: marks->negated |= child < verb && is_negation(sentence, child); break;
    case LANGUAGE_MARK: marks->infinitive |= sentence->nodes[child].tag == LANGUAGE_TAG_TO; break;
    case LANGUAGE_OBJ: marks->negated |= phrase_is_negated(sentence, child); break;
    case LANGUAGE_XCOMP: /* "found him not guilty" */
        marks->negated |= sentence->nodes[child].upos == DRG_ADJ && phrase_is_negated(sentence, child);
        break;
    default: break;
    }
    if (sentence->nodes[child].relation == LANGUAGE_ADVMOD && code_cue_of(sentence, child, CODE_CUE_CONDITION))
        marks->may = true;
    marks->conditional |= child_is_condition(sentence, child);
    marks->later |= is_after_report(sentence, child);
}

/* What a conjunct without an auxiliary of its own shares with the first: "will meet Xi and sign a treaty". */
static void share_marks(code_sentence *sentence, uint32_t token, code_marks *marks)
{
    const code_node *node = &sentence->nodes[token];
    if (node->relation != LANGUAGE_CONJ || node->head == DRG_NONE || marks->infinitive) return;
    if (code_child(sentence, token, LANGUAGE_AUX) != DRG_NONE ||
        code_child(sentence, token, LANGUAGE_NSUBJ) != DRG_NONE)
        return;
    if (node->tag != LANGUAGE_TAG_VB && node->tag != LANGUAGE_TAG_VBN && node->tag != LANGUAGE_TAG_VBG) return;
    /* conjuncts hang on the first one, so this goes one step unless a parser made a chain: then it ends at the first */
    if (sentence->nodes[node->head].relation == LANGUAGE_CONJ) return;
    code_marks first = code_clause_marks(sentence, node->head);
    marks->will |= first.will;
    marks->would |= first.would;
    marks->may |= first.may;
    marks->can |= first.can;
    marks->must |= first.must;
    marks->conditional |= first.conditional;
    marks->infinitive |= first.infinitive;
    marks->progressive |= first.progressive;
    marks->past_perfect |= first.past_perfect;
    marks->perfect |= first.perfect;
    marks->negated |= node->tag == LANGUAGE_TAG_VB && first.negated;
    marks->bare = first.bare;
}

code_marks code_clause_marks(code_sentence *sentence, uint32_t token)
{
    code_marks marks = {0};
    uint8_t tag = sentence->nodes[token].tag;
    CODE_EACH_CHILD(sentence, child, token) read_child(sentence, token, child, &marks);
    const code_predicate *predicate = code_predicate_of(sentence, token);
    if (predicate->surface != DRG_NONE && sentence->nodes[predicate->surface].head == token)
        marks.negated |= phrase_is_negated(sentence, predicate->surface);
    if (code_case_of(sentence, token) == CODE_SLOT_WITHOUT) marks.negated = true;
    bool helped = code_child(sentence, token, LANGUAGE_AUX) != DRG_NONE;
    marks.bare = tag == LANGUAGE_TAG_VB && !helped && !marks.infinitive;
    marks.past |= tag == LANGUAGE_TAG_VBD || (tag == LANGUAGE_TAG_VBN && !marks.will && !marks.may);
    share_marks(sentence, token, &marks);
    return marks;
}

uint32_t code_quoted_as(const code_sentence *sentence, uint32_t saying)
{
    const code_node *node = &sentence->nodes[saying];
    if (node->tag != LANGUAGE_TAG_VBG || node->head == DRG_NONE || code_case_of(sentence, saying) != CODE_SLOT_AS)
        return DRG_NONE;
    drg_text lemma = code_lemma(sentence, node->head);
    bool quotes = base_text_is(lemma, "quote") || base_text_is(lemma, "cite");
    return quotes ? code_child(sentence, node->head, LANGUAGE_OBJ) : DRG_NONE;
}

code_outlook code_noun_outlook(code_sentence *sentence, uint32_t noun)
{
    static const char *const ahead[] = {"upcoming",  "future", "forthcoming", "planned",
                                        "scheduled", "next",   "slated",      "coming"};
    static const char *const possible[] = {"possible", "potential",  "proposed",    "hypothetical",
                                           "eventual", "would-be",   "prospective", "any",
                                           "likely",   "threatened", "alleged"};
    static const char *const past[] = {"previous", "past", "former", "earlier", "last", "historic", "old"};
    if (phrase_is_negated(sentence, noun)) return CODE_OUTLOOK_NEGATED;
    CODE_EACH_CHILD(sentence, child, noun) {
        const code_node *node = &sentence->nodes[child];
        drg_text lemma = code_lemma(sentence, child);
        if ((node->relation == LANGUAGE_AMOD || node->relation == LANGUAGE_DET) && child < noun) {
            if (IS_ONE_OF(lemma, ahead)) return CODE_OUTLOOK_PLANNED;
            if (IS_ONE_OF(lemma, possible)) return CODE_OUTLOOK_POSSIBLE;
            if (IS_ONE_OF(lemma, past)) return CODE_OUTLOOK_PAST;
        }
        bool participle = (node->relation == LANGUAGE_ACL && node->tag == LANGUAGE_TAG_VBN) ||
                          (node->relation == LANGUAGE_AMOD && node->tag == LANGUAGE_TAG_VBN);
        if (!participle) continue;
        uint32_t bits = code_cues_of(sentence, child);
        if (bits & CODE_CUE_BIT(CODE_CUE_CANCEL)) return CODE_OUTLOOK_CANCELLED;
        if (bits & CODE_CUE_BIT(CODE_CUE_PLAN)) return CODE_OUTLOOK_PLANNED;
        if (bits & (CODE_CUE_BIT(CODE_CUE_WISH) | CODE_CUE_BIT(CODE_CUE_PROMISE))) return CODE_OUTLOOK_POSSIBLE;
    }
    return CODE_OUTLOOK_PLAIN;
}
