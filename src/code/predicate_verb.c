/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a verb or predicative adjective of the tree. Out: its slots from its own children and from what coordinated verbs
 * share. What a parser got wrong about them: predicate_repair.c. Subjects that stand elsewhere: predicate_borrow.c. */
#include "code/predicate_parts.h"

bool code_is_relative_pronoun(const code_sentence *sentence, uint32_t token)
{
    uint8_t tag = sentence->nodes[token].tag;
    return tag == LANGUAGE_TAG_WDT || tag == LANGUAGE_TAG_WP ||
           (sentence->nodes[token].relation != LANGUAGE_MARK && sentence->nodes[token].upos != DRG_DET &&
            base_text_is(code_lemma(sentence, token), "that") &&
            sentence->nodes[sentence->nodes[token].head == DRG_NONE ? token : sentence->nodes[token].head].relation ==
                LANGUAGE_ACL_RELCL);
}

static bool has_auxiliary(const code_sentence *sentence, uint32_t verb)
{
    return code_child(sentence, verb, LANGUAGE_AUX) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_AUX_PASS) != DRG_NONE;
}

bool code_has_own_subject(const code_sentence *sentence, uint32_t verb)
{
    return code_child(sentence, verb, LANGUAGE_NSUBJ) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_CSUBJ) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_EXPL) != DRG_NONE;
}

/* Verbs of what is done to people and things, which want an object. */
static bool wants_object(const code_sentence *sentence, uint32_t verb)
{
    static const char *const words[] = {"arrest",   "ban",     "banish",   "beat",       "behead",  "block",
                                        "bundle",   "burn",    "charge",   "confiscate", "convict", "deport",
                                        "detain",   "dismiss", "dissolve", "drag",       "dump",    "execute",
                                        "exile",    "expel",   "fine",     "flog",       "free",    "hang",
                                        "imprison", "jail",    "kick",     "kill",       "outlaw",  "put",
                                        "rape",     "recall",  "remove",   "sack",       "seize",   "send",
                                        "sentence", "shoot",   "stab",     "suspend",    "take",    "throw",
                                        "torture",  "whip"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, verb), words[i])) return true;
    return false;
}

/* "was arrested and deported", the second taken for a past tense or a bare form: without an object it is done too. */
static bool is_second_passive(const code_sentence *sentence, uint32_t verb)
{
    const code_node *node = &sentence->nodes[verb];
    bool form = node->tag == LANGUAGE_TAG_VBD || node->tag == LANGUAGE_TAG_VB || node->tag == LANGUAGE_TAG_VBP;
    if (!form || node->relation != LANGUAGE_CONJ || node->head == DRG_NONE || has_auxiliary(sentence, verb))
        return false;
    if (code_has_own_subject(sentence, verb) || code_child(sentence, verb, LANGUAGE_OBJ) != DRG_NONE) return false;
    return code_child(sentence, node->head, LANGUAGE_AUX_PASS) != DRG_NONE && wants_object(sentence, verb);
}

static bool is_passive(const code_sentence *sentence, uint32_t verb)
{
    if (is_second_passive(sentence, verb)) return true;
    if (code_child(sentence, verb, LANGUAGE_AUX_PASS) != DRG_NONE) return true;
    const code_node *node = &sentence->nodes[verb];
    /* without "be" only a headline's participle is passive ("Minister arrested"); in a sentence it is a past tense
     * mistaken */
    bool headline = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    if (code_child(sentence, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE && node->tag == LANGUAGE_TAG_VBN && headline)
        return true;
    /* headlines tell what is done in the present tense: their past forms without an object are participles */
    bool past = node->tag == LANGUAGE_TAG_VBN || node->tag == LANGUAGE_TAG_VBD;
    if (headline && past && !has_auxiliary(sentence, verb) && code_child(sentence, verb, LANGUAGE_NSUBJ) != DRG_NONE &&
        code_child(sentence, verb, LANGUAGE_OBJ) == DRG_NONE &&
        code_child(sentence, verb, LANGUAGE_CCOMP) == DRG_NONE &&
        code_child(sentence, verb, LANGUAGE_XCOMP) == DRG_NONE && code_child(sentence, verb, LANGUAGE_NSUBJ) < verb)
        return true;
    if (node->tag != LANGUAGE_TAG_VBN || has_auxiliary(sentence, verb)) return false;
    if (code_is_lost_main_verb(sentence, verb)) return false;
    uint32_t subject = code_child(sentence, verb, LANGUAGE_NSUBJ);
    if (subject != DRG_NONE && subject < verb && code_child(sentence, verb, LANGUAGE_OBJ) != DRG_NONE) return false;
    if (node->relation == LANGUAGE_ACL || node->relation == LANGUAGE_ADVCL || node->relation == LANGUAGE_AMOD)
        return true;
    if (node->relation == LANGUAGE_CONJ && node->head != DRG_NONE && !code_has_own_subject(sentence, verb))
        return is_passive(sentence, node->head); /* a conjunct's head is its first conjunct: no chain to walk */
    return code_child(sentence, verb, LANGUAGE_OBL_AGENT) != DRG_NONE;
}

/* The preposition of a nominal that stands after the given token. */
static code_slot case_after(const code_sentence *sentence, uint32_t nominal, uint32_t after)
{
    CODE_EACH_CHILD(sentence, child, nominal)
        if (child > after && child < nominal && sentence->nodes[child].relation == LANGUAGE_CASE &&
            sentence->nodes[child].preposition)
            return (code_slot)sentence->nodes[child].preposition;
    return CODE_SLOT_NONE;
}

/* "saw as unacceptable": "as" may be marked an adverb. */
static bool has_as(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token)
        if (child < token && sentence->nodes[child].preposition == CODE_SLOT_AS) return true;
    return false;
}

/* Adds a nominal or clause with a preposition. */
void code_add_oblique(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    code_slot slot = code_case_of(sentence, child);
    if (!slot && has_as(sentence, child)) slot = CODE_SLOT_AS;
    if (!slot && child > predicate->token) { /* "called for the president to resign": "for" is the clause's */
        uint32_t first = child;
        while (first > predicate->token + 1 && sentence->nodes[first - 1].head == child) first--;
        if (first > 0 && base_text_is(code_lemma(sentence, first - 1), "for")) slot = CODE_SLOT_FOR;
    }
    /* "handed over a suspect", "pulled out of Angola": the particle was taken for a preposition */
    if (sentence->nodes[predicate->token + 1 < sentence->count ? predicate->token + 1 : 0].head == child &&
        code_has_listed_particle(sentence, predicate->token)) {
        code_slot second = case_after(sentence, child, predicate->token + 1);
        code_predicate_add(predicate, second ? second : CODE_SLOT_OBJECT, child);
    }
    /* "accepted a proposal by the UN": a verb with a subject of its own has no agent, whatever the parser says */
    bool named = sentence->nodes[child].relation == LANGUAGE_OBL_AGENT && (!slot || slot == CODE_SLOT_BY);
    bool agent =
        predicate->passive ? slot == CODE_SLOT_BY || named : named && !code_has_own_subject(sentence, predicate->token);
    if (agent && (sentence->nodes[child].upos != DRG_VERB)) slot = CODE_SLOT_SUBJECT;
    /* "appealed to Angola to resume the talks" with "to" as preposition of a verb */
    if (slot == CODE_SLOT_TO && sentence->nodes[child].tag == LANGUAGE_TAG_VB) slot = CODE_SLOT_CLAUSE;
    if (slot) code_predicate_add(predicate, slot, child);
}

bool code_is_infinitive(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == LANGUAGE_MARK && sentence->nodes[child].tag == LANGUAGE_TAG_TO)
            return true;
    if (sentence->nodes[token].tag != LANGUAGE_TAG_VB) return false;
    CODE_EACH_CHILD(sentence, child, token)
        if (child + 1 == token && base_text_is(code_lemma(sentence, child), "to")) return true;
    return false;
}

/* "saw it as unacceptable", "deemed it illegal": what is said of the object. */
static bool is_predicative(const code_sentence *sentence, uint32_t child)
{
    uint8_t upos = sentence->nodes[child].upos;
    return code_case_of(sentence, child) == CODE_SLOT_AS || has_as(sentence, child) ||
           ((upos == DRG_ADJ || upos == DRG_NOUN) && !code_is_infinitive(sentence, child) &&
            code_child(sentence, child, LANGUAGE_COP) == DRG_NONE);
}

static void add_clausal(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint8_t relation = sentence->nodes[child].relation;
    code_slot slot = code_case_of(sentence, child);
    if (relation == LANGUAGE_XCOMP && is_predicative(sentence, child)) {
        code_predicate_add(predicate, CODE_SLOT_AS, child);
        bool noun = sentence->nodes[child].upos == DRG_NOUN && !slot; /* "was refused entry" */
        bool object = predicate->passive || code_child(sentence, predicate->token, LANGUAGE_OBJ) == DRG_NONE;
        if (noun && object && code_argument_get(predicate, CODE_SLOT_OBJECT) == DRG_NONE) /* "called off talks" */
            code_predicate_add(predicate, CODE_SLOT_OBJECT, child);
        return;
    }
    if (relation == LANGUAGE_CCOMP || relation == LANGUAGE_XCOMP) {
        code_predicate_add(predicate, CODE_SLOT_CLAUSE, child);
        return;
    }
    if (code_is_infinitive(sentence, child))
        code_predicate_add(predicate, CODE_SLOT_CLAUSE, child);
    else if (slot)
        code_predicate_add(predicate, slot, child);
}

/* Of two objects the first may be the one to whom ("offered Ukraine arms"), the second what is said of the first
 * ("called Israel a terrorist state"): a frame asks for the one that it means. */
static void add_object(code_predicate *predicate, uint32_t child)
{
    uint32_t first = code_argument_get(predicate, CODE_SLOT_OBJECT);
    if (first != DRG_NONE && !predicate->passive) {
        code_predicate_add(predicate, CODE_SLOT_INDIRECT, first);
        code_predicate_add(predicate, CODE_SLOT_AS, child);
    }
    code_predicate_add(predicate, CODE_SLOT_OBJECT, child);
}

/* Of two subjects before one verb a parser found one too many: the nearer one is it. */
static void add_subject(const code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint32_t before = predicate->surface;
    if (before != DRG_NONE && sentence->nodes[child].upos == DRG_VERB) return; /* "the ministry issued said" */
    if (before == DRG_NONE || child > predicate->token) {
        if (before == DRG_NONE) predicate->surface = child;
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, child);
        return;
    }
    predicate->surface = child;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].slot == CODE_SLOT_SUBJECT && predicate->arguments[i].token == before)
            predicate->arguments[i].token = child;
}

/* "skip [the meeting hours] after saying": a noun of time that a measure takes ("hours after") is no object; what
 * stands before it is. */
static uint32_t measured_object(const code_sentence *sentence, uint32_t object)
{
    static const char *const units[] = {"minute", "hour", "day", "week", "month", "year"};
    static const char *const directions[] = {"after", "before", "later", "earlier"};
    bool unit = false, direction = false;
    if (object + 1 >= sentence->count || sentence->nodes[object].relation != LANGUAGE_OBJ) return object;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        unit |= base_text_is(code_lemma(sentence, object), units[i]);
    for (size_t i = 0; i < sizeof directions / sizeof *directions; i++)
        direction |= base_text_is(code_lemma(sentence, object + 1), directions[i]);
    if (!unit || !direction) return object;
    uint32_t noun = code_child(sentence, object, LANGUAGE_COMPOUND);
    return noun == DRG_NONE ? object : noun;
}

/* "after the U.S. presented Ukraine with plans" read as one phrase, with the preposition on "Ukraine" and the name
 * before the verb as its modifier: what stands behind the verb is its object, the name its subject. */
static bool take_swallowed_clause(const code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint32_t verb = predicate->token, mark = code_child(sentence, child, LANGUAGE_CASE);
    uint8_t tag = sentence->nodes[verb].tag;
    if (child < verb || mark == DRG_NONE || mark > verb) return false;
    if (tag != LANGUAGE_TAG_VBN && tag != LANGUAGE_TAG_VBD) return false;
    uint32_t subject = DRG_NONE;
    CODE_EACH_CHILD(sentence, name, verb)
        if (name > mark && name < verb && sentence->nodes[name].mention != DRG_NONE) subject = name;
    CODE_EACH_CHILD(sentence, name, child) /* or hung on what follows */
        if (subject == DRG_NONE && name > mark && name < verb && sentence->nodes[name].mention != DRG_NONE)
            subject = name;
    if (subject == DRG_NONE) return false;
    predicate->passive = false;
    predicate->surface = subject;
    code_predicate_add(predicate, CODE_SLOT_SUBJECT, subject);
    code_predicate_add(predicate, CODE_SLOT_OBJECT, child);
    return true;
}

static void add_verb_child(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    switch (sentence->nodes[child].relation) {
    case LANGUAGE_NSUBJ:
        if (predicate->passive && !has_auxiliary(sentence, predicate->token) && child < predicate->token &&
            sentence->nodes[predicate->token].tag == LANGUAGE_TAG_VBD) { /* "Mayor assassinated" */
            predicate->surface = child;
            code_predicate_add(predicate, CODE_SLOT_OBJECT, child);
            break;
        }
        add_subject(sentence, predicate, child);
        break;
    case LANGUAGE_NSUBJ_OUTER: add_subject(sentence, predicate, child); break;
    case LANGUAGE_EXPL: /* "it was open to talks": a pronoun that names somebody is no dummy */
        if (predicate->surface != DRG_NONE || sentence->nodes[child].mention == DRG_NONE) break;
        predicate->surface = child;
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_NSUBJ_PASS:
        predicate->surface = child;
        code_predicate_add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_OBJ: add_object(predicate, measured_object(sentence, child)); break;
    case LANGUAGE_ADVMOD: code_predicate_add(predicate, CODE_SLOT_MANNER, child); break;
    case LANGUAGE_IOBJ: code_predicate_add(predicate, CODE_SLOT_INDIRECT, child); break;
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT:
    case LANGUAGE_NMOD:
        if (!take_swallowed_clause(sentence, predicate, child)) code_add_oblique(sentence, predicate, child);
        break;
    case LANGUAGE_XCOMP:
    case LANGUAGE_CCOMP:
    case LANGUAGE_ADVCL: add_clausal(sentence, predicate, child); break;
    default: break;
    }
}

/* What coordinated verbs share beside the subject: "condemned and rejected the attack". */
static void share_object(code_sentence *sentence, code_predicate *predicate)
{
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->relation != LANGUAGE_CONJ || node->head == DRG_NONE || predicate->passive) return;
    if (code_argument_get(predicate, CODE_SLOT_OBJECT) != DRG_NONE) return;
    uint32_t object = code_child(sentence, node->head, LANGUAGE_OBJ);
    if (object != DRG_NONE && object > predicate->token) code_predicate_add(predicate, CODE_SLOT_OBJECT, object);
}

uint32_t code_due_of(const code_sentence *sentence, uint32_t verb)
{
    uint32_t mark = code_child(sentence, verb, LANGUAGE_MARK);
    bool due = mark != DRG_NONE && mark < verb && base_text_is(code_lemma(sentence, mark), "due");
    return due && code_child(sentence, mark, LANGUAGE_COP) != DRG_NONE ? mark : DRG_NONE;
}

/* "counted the tigers jointly since May": a parser hangs the word that says that they did it together on what stands
 * beside it. It goes with the verb before it. */
static void add_joint_manner(const code_sentence *sentence, code_predicate *predicate)
{
    uint32_t end = predicate->token + 16 < sentence->count ? predicate->token + 16 : sentence->count;
    for (uint32_t i = predicate->token + 1; i < end && sentence->nodes[i].upos != DRG_VERB; i++) {
        if (sentence->nodes[i].upos != DRG_ADV || sentence->nodes[i].head == predicate->token) continue;
        bool together = base_text_is(code_lemma(sentence, i), "together") &&
                        !(i + 1 < sentence->count && sentence->nodes[i + 1].preposition == CODE_SLOT_WITH);
        if (together || base_text_is(code_lemma(sentence, i), "jointly"))
            code_predicate_add(predicate, CODE_SLOT_MANNER, i);
    }
}

static bool is_shared_slot(code_slot slot)
{
    return slot == CODE_SLOT_FOR || slot == CODE_SLOT_WITH || slot == CODE_SLOT_TO || slot == CODE_SLOT_AT ||
           slot == CODE_SLOT_AS;
}

static void share_phrases_under(const code_sentence *sentence, code_predicate *predicate, uint32_t noun)
{
    CODE_EACH_CHILD(sentence, child, noun) {
        code_slot slot = code_case_of(sentence, child);
        bool phrase = sentence->nodes[child].relation == LANGUAGE_NMOD && child > noun;
        if (phrase && is_shared_slot(slot) && code_argument_get(predicate, slot) == DRG_NONE)
            code_predicate_add(predicate, slot, child);
    }
}

/* "opened its airspace for planes", "discussed the pipeline with Russia", "presented Ukraine and its allies with
 * plans": whether such a phrase hangs on the verb or on its object no parser knows for sure, so that it fills the
 * verb's slot where nothing else does. */
static void share_phrases_of_object(const code_sentence *sentence, code_predicate *predicate)
{
    uint32_t object = code_argument_get(predicate, CODE_SLOT_OBJECT);
    if (object == DRG_NONE || object < predicate->token || predicate->passive) return;
    share_phrases_under(sentence, predicate, object);
    CODE_EACH_CHILD(sentence, child, object)
        if (sentence->nodes[child].relation == LANGUAGE_CONJ) share_phrases_under(sentence, predicate, child);
    if (sentence->nodes[object].mention == DRG_NONE || code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE)
        return;
    CODE_EACH_CHILD(sentence, child, object) /* "ordered a diplomat to leave" */
        if (sentence->nodes[child].relation == LANGUAGE_ACL && code_is_infinitive(sentence, child))
            code_predicate_add(predicate, CODE_SLOT_CLAUSE, child);
}

void code_fill_verb(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t token = predicate->token;
    predicate->passive = is_passive(sentence, token);
    CODE_EACH_CHILD(sentence, child, token) add_verb_child(sentence, predicate, child);
    code_repair_objects(sentence, predicate);
    const code_node *node = &sentence->nodes[token];
    if (node->relation == LANGUAGE_ACL_RELCL && node->head != DRG_NONE)
        code_fill_relative(sentence, predicate, node->head);
    code_repair_main_verb(sentence, predicate);
    share_phrases_of_object(sentence, predicate);
    code_repair_subject(sentence, predicate);
    uint32_t due = code_due_of(sentence, token);
    if (due != DRG_NONE && predicate->surface == DRG_NONE) {
        predicate->surface = code_child(sentence, due, LANGUAGE_NSUBJ);
        code_predicate_add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, predicate->surface);
    }
    if (predicate->surface == DRG_NONE && code_child(sentence, token, LANGUAGE_EXPL) == DRG_NONE) {
        predicate->surface = code_borrowed_subject(sentence, token);
        code_predicate_add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, predicate->surface);
    }
    /* a verb in a coordination inside a relative clause shares the gap */
    if (predicate->surface != DRG_NONE && code_is_relative_pronoun(sentence, predicate->surface))
        predicate->surface = DRG_NONE;
    share_object(sentence, predicate);
    add_joint_manner(sentence, predicate);
}

/* ---- adjectives */

void code_fill_adjective(code_sentence *sentence, code_predicate *predicate)
{
    CODE_EACH_CHILD(sentence, child, predicate->token) add_verb_child(sentence, predicate, child);
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->relation == LANGUAGE_ACL_RELCL && node->head != DRG_NONE)
        code_fill_relative(sentence, predicate, node->head);
    if (predicate->surface == DRG_NONE) {
        predicate->surface = code_borrowed_subject(sentence, predicate->token);
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, predicate->surface);
    }
}
