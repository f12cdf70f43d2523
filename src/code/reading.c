/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees. Out: for each predicate what the text says of its happening, whatever it is. Method: the
 * marks of its own clause first; what these leave open is decided by what the clause hangs on, from below upward, as
 * in the factuality calculus of Sauri and Pustejovsky ("FactBank: a corpus annotated with event factuality", 2009).
 * Unlike context.c it knows no frames and turns no act into another; so it can be asked of every word, and measured on
 * corpora of factuality. Which constructions leave the happening open, and which verbs imply their infinitive, was
 * read off the training half of UDS-IH2.
 */
#include "code/clause.h"
#include "code/match.h"

static drg_reading read_clause(code_sentence *sentence, uint32_t token, unsigned depth);

static bool has_cue(const code_sentence *sentence, uint32_t token, code_cue_class cue_class)
{
    return code_cue_of(sentence, token, cue_class) != NULL;
}

static bool is_past(code_sentence *sentence, uint32_t token)
{
    code_marks marks = code_clause_marks(sentence, token);
    return (marks.past || marks.perfect) && !marks.will && !marks.would && !marks.may && !marks.must;
}

/* "the first to leave" hangs on a noun, "left to meet" on a verb, "glad to" on an adjective. */
static drg_reading read_governor(code_sentence *sentence, uint32_t token, unsigned depth)
{
    uint32_t head = sentence->nodes[token].head;
    return head == DRG_NONE ? DRG_READING_ACTUAL : read_clause(sentence, head, depth + 1);
}

/* What a cue makes of its content, when the cue itself holds. */
static drg_reading content_of(uint32_t bits)
{
    static const struct {
        code_cue_class cue_class;
        drg_reading reading;
    } contents[] = {{CODE_CUE_DENY, DRG_READING_DENIED},     {CODE_CUE_FAIL, DRG_READING_NEGATED},
                    {CODE_CUE_REFUSE, DRG_READING_NEGATED},  {CODE_CUE_WISH, DRG_READING_WISHED},
                    {CODE_CUE_DEMAND, DRG_READING_WISHED},   {CODE_CUE_THREATEN, DRG_READING_PLANNED},
                    {CODE_CUE_PROMISE, DRG_READING_PLANNED}, {CODE_CUE_PLAN, DRG_READING_PLANNED},
                    {CODE_CUE_ATTEMPT, DRG_READING_WISHED}};
    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++)
        if (bits & CODE_CUE_BIT(contents[i].cue_class)) return contents[i].reading;
    return DRG_READING_NONE;
}

/* "to leave": as true as its governor where that implies it or passes it on, or lies in the past ("went to see",
 * "was asked to leave" does not); else open. */
static drg_reading read_infinitive(code_sentence *sentence, uint32_t token, unsigned depth)
{
    uint32_t head = sentence->nodes[token].head;
    if (head == DRG_NONE) return DRG_READING_PLANNED;
    uint32_t bits = code_cues_of(sentence, head);
    bool going = sentence->nodes[head].tag == LANGUAGE_TAG_VBG && base_text_is(code_lemma(sentence, head), "go");
    if (going) return DRG_READING_PLANNED;
    if (bits & (CODE_CUE_BIT(CODE_CUE_IMPLY) | CODE_CUE_BIT(CODE_CUE_RAISE)))
        return read_governor(sentence, token, depth);
    drg_reading content = content_of(bits & ~CODE_CUE_BIT(CODE_CUE_ATTEMPT));
    if (content != DRG_READING_NONE) return content;
    bool noun = sentence->nodes[token].relation == LANGUAGE_ACL;
    if (!noun && is_past(sentence, head)) return read_governor(sentence, token, depth);
    return bits & CODE_CUE_BIT(CODE_CUE_ATTEMPT) ? DRG_READING_WISHED : DRG_READING_HYPOTHETICAL;
}

static bool is_subordinate(uint8_t relation)
{
    return relation == LANGUAGE_ADVCL || relation == LANGUAGE_XCOMP || relation == LANGUAGE_CSUBJ ||
           relation == LANGUAGE_CCOMP || relation == LANGUAGE_CASE || relation == LANGUAGE_ACL;
}

/* "by leaving", "instead of leaving", "talked about leaving". */
static drg_reading read_gerund(code_sentence *sentence, uint32_t token, unsigned depth)
{
    const code_node *node = &sentence->nodes[token];
    code_slot slot = code_case_of(sentence, token);
    if (slot == CODE_SLOT_WITHOUT || slot == CODE_SLOT_INSTEAD) return DRG_READING_NEGATED;
    uint32_t bits = node->head == DRG_NONE ? 0 : code_cues_of(sentence, node->head);
    if (slot == CODE_SLOT_FOR) return DRG_READING_ACTUAL; /* "thanked them for coming" */
    drg_reading content = content_of(bits & ~CODE_CUE_BIT(CODE_CUE_PROMISE));
    bool governed = node->relation == LANGUAGE_XCOMP || node->relation == LANGUAGE_CCOMP || slot;
    if (content != DRG_READING_NONE && governed) return content;
    if (slot == CODE_SLOT_AGAINST || slot == CODE_SLOT_FROM || slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_ABOUT ||
        slot == CODE_SLOT_ON || slot == CODE_SLOT_TO)
        return DRG_READING_HYPOTHETICAL;
    bool bare_noun = node->relation == LANGUAGE_ACL && !slot;
    if (bare_noun || node->head == DRG_NONE) return DRG_READING_ACTUAL;
    return read_governor(sentence, token, depth);
}

static bool starts_with_wh(const code_sentence *sentence)
{
    for (uint32_t i = sentence->body; i < sentence->count && i < sentence->body + 3; i++) {
        uint8_t tag = sentence->nodes[i].tag;
        if (tag == LANGUAGE_TAG_WRB || tag == LANGUAGE_TAG_WP || tag == LANGUAGE_TAG_WDT) return true;
    }
    return false;
}

/* The subordinating word of a clause that waits for its governor's time: "when they return". */
static bool waits(const code_sentence *sentence, uint32_t token)
{
    static const char *const words[] = {"when", "once", "until", "till", "before", "after", "whenever"};
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        if (relation != LANGUAGE_MARK && relation != LANGUAGE_ADVMOD) continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (base_text_is(code_lemma(sentence, child), words[i])) return true;
    }
    return false;
}

/* A conjunct without subject or auxiliary is as true as the first; one in the past tense stands by itself. */
static drg_reading read_conjunct(code_sentence *sentence, uint32_t token, unsigned depth)
{
    uint8_t tag = sentence->nodes[token].tag;
    bool own = code_child(sentence, token, LANGUAGE_NSUBJ) != DRG_NONE ||
               code_child(sentence, token, LANGUAGE_NSUBJ_PASS) != DRG_NONE ||
               code_child(sentence, token, LANGUAGE_AUX) != DRG_NONE ||
               code_child(sentence, token, LANGUAGE_AUX_PASS) != DRG_NONE;
    if (own) return tag == LANGUAGE_TAG_VB ? DRG_READING_WISHED : DRG_READING_ACTUAL;
    if (tag == LANGUAGE_TAG_VBD || tag == LANGUAGE_TAG_VBZ) return DRG_READING_ACTUAL;
    return read_governor(sentence, token, depth);
}

/* What the clause hangs on, where its own marks say nothing. */
static drg_reading read_place(code_sentence *sentence, uint32_t token, unsigned depth)
{
    const code_node *node = &sentence->nodes[token];
    uint8_t tag = node->tag, relation = node->relation;
    uint32_t bits = node->head == DRG_NONE ? 0 : code_cues_of(sentence, node->head);
    if (relation == LANGUAGE_CONJ) return read_conjunct(sentence, token, depth);
    bool helped = code_child(sentence, token, LANGUAGE_AUX) != DRG_NONE;
    if (tag == LANGUAGE_TAG_VB && !helped) {
        bool complement = node->head != DRG_NONE && (relation == LANGUAGE_XCOMP || relation == LANGUAGE_CCOMP);
        static const char *const perceive[] = {"make", "see", "hear", "watch", "have", "help"};
        for (size_t i = 0; complement && i < sizeof perceive / sizeof *perceive; i++)
            if (base_text_is(code_lemma(sentence, node->head), perceive[i]))
                return read_governor(sentence, token, depth);
        return DRG_READING_WISHED; /* an order, "demanded that he go", "let him go" */
    }
    if (tag == LANGUAGE_TAG_VBG && is_subordinate(relation)) return read_gerund(sentence, token, depth);
    if (tag == LANGUAGE_TAG_VBN && !helped && (relation == LANGUAGE_XCOMP || relation == LANGUAGE_ADVCL))
        return read_governor(sentence, token, depth);
    if (relation == LANGUAGE_CCOMP && (bits & CODE_CUE_BIT(CODE_CUE_DENY))) return DRG_READING_DENIED;
    if (relation == LANGUAGE_CCOMP && !(bits & CODE_CUE_BIT(CODE_CUE_REPORT)) &&
        content_of(bits & (CODE_CUE_BIT(CODE_CUE_DEMAND) | CODE_CUE_BIT(CODE_CUE_ATTEMPT))) != DRG_READING_NONE)
        return DRG_READING_WISHED;
    if (relation == LANGUAGE_CCOMP && node->head != DRG_NONE) {
        static const char *const open[] = {"hope",    "wish", "pray",   "doubt", "imagine",
                                           "suppose", "ask",  "wonder", "want"};
        for (size_t i = 0; i < sizeof open / sizeof *open; i++)
            if (base_text_is(code_lemma(sentence, node->head), open[i])) return DRG_READING_WISHED;
    }
    bool present = tag == LANGUAGE_TAG_VBP || tag == LANGUAGE_TAG_VBZ;
    if (relation == LANGUAGE_ADVCL && present && waits(sentence, token)) return read_governor(sentence, token, depth);
    bool root = node->head == DRG_NONE || relation == LANGUAGE_ROOT;
    if (root && sentence->question && code_is_inverted(sentence, token) && !starts_with_wh(sentence))
        return DRG_READING_WISHED;
    return DRG_READING_ACTUAL;
}

static bool is_under_condition(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        if (child > token || (relation != LANGUAGE_MARK && relation != LANGUAGE_CASE && relation != LANGUAGE_ADVMOD))
            continue;
        const code_cue *cue = code_cue_of(sentence, child, CODE_CUE_CONDITION);
        if (cue && cue->upos != DRG_ADV) return true;
    }
    return false;
}

/* "is going to rain" */
static bool is_going_to(const code_sentence *sentence, uint32_t token)
{
    uint32_t below = code_child(sentence, token, LANGUAGE_XCOMP);
    if (sentence->nodes[token].tag != LANGUAGE_TAG_VBG || below == DRG_NONE) return false;
    uint32_t mark = code_child(sentence, below, LANGUAGE_MARK);
    return base_text_is(code_lemma(sentence, token), "go") && mark != DRG_NONE &&
           sentence->nodes[mark].tag == LANGUAGE_TAG_TO;
}

static drg_reading read_clause(code_sentence *sentence, uint32_t token, unsigned depth)
{
    if (depth > 12) return DRG_READING_ACTUAL;
    code_marks marks = code_clause_marks(sentence, token);
    if (is_under_condition(sentence, token)) return DRG_READING_HYPOTHETICAL;
    if (marks.negated && !marks.may) return DRG_READING_NEGATED;
    if (marks.would && has_cue(sentence, token, CODE_CUE_POLITE)) return DRG_READING_ACTUAL;
    if (marks.would) return marks.conditional ? DRG_READING_CONDITIONAL : DRG_READING_HYPOTHETICAL;
    if (marks.may) return DRG_READING_HYPOTHETICAL;
    if (marks.must) return DRG_READING_WISHED;
    if (marks.will) return marks.conditional ? DRG_READING_CONDITIONAL : DRG_READING_PLANNED;
    if (is_going_to(sentence, token)) return DRG_READING_PLANNED;
    if (marks.infinitive) return read_infinitive(sentence, token, depth);
    return read_place(sentence, token, depth);
}

/* A noun: denied or wished by what governs it, else as true as the clause that it stands in. */
static drg_reading read_noun(code_sentence *sentence, uint32_t token)
{
    code_outlook outlook = code_noun_outlook(sentence, token);
    if (outlook == CODE_OUTLOOK_NEGATED || outlook == CODE_OUTLOOK_CANCELLED) return DRG_READING_NEGATED;
    if (outlook == CODE_OUTLOOK_PLANNED) return DRG_READING_PLANNED;
    if (outlook == CODE_OUTLOOK_POSSIBLE) return DRG_READING_HYPOTHETICAL;
    const code_node *node = &sentence->nodes[token];
    if (node->head == DRG_NONE) return DRG_READING_ACTUAL;
    bool object = node->relation == LANGUAGE_OBJ || node->relation == LANGUAGE_NSUBJ_PASS;
    uint32_t bits = code_cues_of(sentence, node->head);
    if (object && (bits & CODE_CUE_BIT(CODE_CUE_CANCEL))) return DRG_READING_NEGATED;
    drg_reading content = content_of(bits);
    if (object && content != DRG_READING_NONE) return content;
    return object && has_cue(sentence, node->head, CODE_CUE_LIGHT) ? read_clause(sentence, node->head, 0)
                                                                   : DRG_READING_ACTUAL;
}

static bool names_event(const code_sentence *sentence, uint32_t token)
{
    uint32_t word = sentence->nodes[token].word;
    return word != DRG_NONE && sentence->frames->words[word].trigger_count;
}

static drg_reading read_token(code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    bool clause = code_child(sentence, token, LANGUAGE_COP) != DRG_NONE ||
                  code_child(sentence, token, LANGUAGE_NSUBJ) != DRG_NONE;
    if (node->upos == DRG_VERB && node->relation != LANGUAGE_AMOD && node->relation != LANGUAGE_CASE)
        return read_clause(sentence, token, 0);
    if (node->upos == DRG_VERB) return DRG_READING_ACTUAL;
    if (node->relation == LANGUAGE_COP && node->head != DRG_NONE) return read_clause(sentence, node->head, 0);
    if (node->upos == DRG_PUNCT || node->upos == DRG_AUX) return DRG_READING_NONE;
    bool shares = node->relation == LANGUAGE_CONJ && node->head != DRG_NONE &&
                  sentence->nodes[node->head].upos == DRG_VERB; /* "work hard and retire", whatever its tag */
    if (clause || shares) return read_clause(sentence, token, 0);
    return node->upos == DRG_NOUN && names_event(sentence, token) ? read_noun(sentence, token) : DRG_READING_NONE;
}

void code_read_predicates(const code_frames *frames, base_arena *arena, drg_document *document)
{
    code_workspace workspace;
    code_workspace_open(&workspace, frames, arena, false, document);
    document->readings = BASE_ARRAY(&document->arena, uint8_t, document->tokens.count + 1);
    memset(document->readings, DRG_READING_NONE, document->tokens.count + 1);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        code_sentence *sentence = code_workspace_load(&workspace, i);
        for (uint32_t token = 0; token < sentence->count; token++)
            document->readings[sentence->first_token + token] = (uint8_t)read_token(sentence, token);
    }
}
