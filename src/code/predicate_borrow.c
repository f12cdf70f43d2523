/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a verb that lacks a phrase of its own. Out: the phrase that fills the gap: what a relative clause modifies, who
 * controls an infinitive or gerund, whose subject a conjunct or participle shares. */
#include "code/predicate_parts.h"

/* "the term of Trump, who promised": a parser hangs the clause on either noun, but "who" is the person just before it.
 */
static uint32_t person_before(const code_sentence *sentence, uint32_t pronoun, uint32_t antecedent)
{
    if (!base_text_is(code_lemma(sentence, pronoun), "who") || sentence->nodes[antecedent].mention != DRG_NONE)
        return antecedent;
    for (uint32_t i = pronoun, steps = 0; i-- > antecedent + 1 && steps < 4; steps++) {
        uint32_t mention = sentence->nodes[i].mention;
        if (mention == DRG_NONE) continue;
        uint32_t actor = sentence->document->mentions.items[mention].actor;
        if (sentence->document->actors.items[actor].type == DRG_ACTOR_PERSON) return i;
    }
    return antecedent;
}

/* "proposals last week in Paris that both saw": the clause modifies the noun before its place and time. */
static uint32_t beyond_setting(const code_sentence *sentence, uint32_t clause, uint32_t antecedent)
{
    for (unsigned depth = 0; depth < 3; depth++) {
        const code_node *node = &sentence->nodes[antecedent];
        bool setting = (node->place != DRG_NONE || node->date != DRG_NONE) && node->mention == DRG_NONE;
        bool hangs = node->relation == LANGUAGE_NMOD || node->relation == LANGUAGE_NMOD_UNMARKED;
        if (!setting || !hangs || node->head == DRG_NONE || node->head > antecedent) return antecedent;
        if (antecedent + 1 < clause && !base_text_is(code_lemma(sentence, antecedent + 1), "that")) return antecedent;
        antecedent = node->head;
        if (sentence->nodes[antecedent].upos == DRG_NOUN) return antecedent;
    }
    return antecedent;
}

/* Has the verb an object beside "that", or a complement that has one? */
static bool has_whole_object(const code_sentence *sentence, uint32_t verb, unsigned depth)
{
    CODE_EACH_CHILD(sentence, child, verb) {
        uint8_t relation = sentence->nodes[child].relation;
        if (relation == LANGUAGE_OBJ && !base_text_is(code_lemma(sentence, child), "that")) return true;
        bool complement = relation == LANGUAGE_XCOMP || relation == LANGUAGE_CCOMP;
        if (complement && depth && has_whole_object(sentence, child, depth - 1)) return true;
    }
    return false;
}

bool code_is_noun_content(const code_sentence *sentence, uint32_t clause)
{
    const uint32_t content = CODE_CUE_BIT(CODE_CUE_REPORT) | CODE_CUE_BIT(CODE_CUE_DEMAND) |
                             CODE_CUE_BIT(CODE_CUE_DENY) | CODE_CUE_BIT(CODE_CUE_THREATEN) |
                             CODE_CUE_BIT(CODE_CUE_ACCUSE) | CODE_CUE_BIT(CODE_CUE_WISH) |
                             CODE_CUE_BIT(CODE_CUE_PROMISE);
    const code_node *node = &sentence->nodes[clause];
    if (node->relation != LANGUAGE_ACL_RELCL || node->head == DRG_NONE || sentence->nodes[node->head].upos != DRG_NOUN)
        return false;
    if (!(code_cues_of(sentence, node->head) & content)) return false;
    bool that = false, subject = false;
    CODE_EACH_CHILD(sentence, child, clause) {
        bool is_that = base_text_is(code_lemma(sentence, child), "that");
        uint8_t relation = sentence->nodes[child].relation;
        that |= is_that && (relation == LANGUAGE_OBJ || relation == LANGUAGE_MARK);
        subject |= !is_that && (relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS);
    }
    return that && subject && has_whole_object(sentence, clause, 2);
}

static bool is_lemma_of(const code_sentence *sentence, uint32_t token, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (base_text_is(code_lemma(sentence, token), words[i])) return true;
    return false;
}

static bool bids_somebody(const code_sentence *sentence, uint32_t verb)
{
    static const char *const verbs[] = {"authorise", "authorize", "allow",  "permit",  "force",  "compel",
                                        "forbid",    "invite",    "oblige", "empower", "summon", "challenge"};
    return (code_cues_of(sentence, verb) & CODE_CUE_BIT(CODE_CUE_DEMAND)) ||
           is_lemma_of(sentence, verb, verbs, sizeof verbs / sizeof *verbs);
}

/* "that they risked arrest", right behind whom it is told to, and with a subject of its own */
static bool is_told_clause(const code_sentence *sentence, uint32_t clause, uint32_t person, uint32_t verb)
{
    static const char *const verbs[] = {"tell", "warn", "inform", "remind", "assure", "notify", "caution", "promise"};
    if (!base_text_is(code_lemma(sentence, person + 1), "that") || sentence->nodes[person + 1].head != clause)
        return false;
    if (!is_lemma_of(sentence, verb, verbs, sizeof verbs / sizeof *verbs)) return false;
    CODE_EACH_CHILD(sentence, child, clause) {
        uint8_t relation = sentence->nodes[child].relation;
        bool subject = relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS;
        if (subject && child > person + 1) return true;
    }
    return false;
}

uint32_t code_lost_complement(const code_sentence *sentence, uint32_t clause)
{
    const code_node *node = &sentence->nodes[clause];
    uint32_t person = node->head;
    if ((node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_ACL_RELCL) || person == DRG_NONE) return DRG_NONE;
    const code_node *object = &sentence->nodes[person];
    uint32_t verb = object->head;
    bool addressed = object->relation == LANGUAGE_OBJ || object->relation == LANGUAGE_IOBJ;
    if (!addressed || verb >= person || person + 1 >= clause || sentence->nodes[verb].upos != DRG_VERB) return DRG_NONE;
    if (is_told_clause(sentence, clause, person, verb)) return verb;
    if (node->relation == LANGUAGE_ACL_RELCL) return DRG_NONE;
    bool bidden = code_is_infinitive(sentence, clause) && object->mention != DRG_NONE && bids_somebody(sentence, verb);
    return bidden && !code_cues_of(sentence, person) ? verb : DRG_NONE;
}

static void remove_that(const code_sentence *sentence, code_predicate *predicate)
{
    size_t kept = 0;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (!base_text_is(code_lemma(sentence, predicate->arguments[i].token), "that"))
            predicate->arguments[kept++] = predicate->arguments[i];
    predicate->argument_count = kept;
}

/* Fills the gap of a relative clause with what it modifies. */
void code_fill_relative(code_sentence *sentence, code_predicate *predicate, uint32_t head)
{
    if (code_is_noun_content(sentence, predicate->token) ||
        code_lost_complement(sentence, predicate->token) != DRG_NONE) {
        remove_that(sentence, predicate);
        return;
    }
    uint32_t antecedent = beyond_setting(sentence, predicate->token, head);
    bool filled = false;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (code_is_relative_pronoun(sentence, predicate->arguments[i].token))
            antecedent = person_before(sentence, predicate->arguments[i].token, antecedent);
    for (size_t i = 0; i < predicate->argument_count; i++) {
        if (!code_is_relative_pronoun(sentence, predicate->arguments[i].token)) continue;
        if (predicate->surface == predicate->arguments[i].token) predicate->surface = antecedent;
        predicate->arguments[i].token = antecedent;
        filled = true;
    }
    if (filled) return;
    CODE_EACH_CHILD(sentence, child, predicate->token) /* "where", "when", "whose": no slot is open */
        if (sentence->nodes[child].tag == LANGUAGE_TAG_WRB) return;
    if (predicate->surface == DRG_NONE) {
        predicate->surface = antecedent;
        code_predicate_add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, antecedent);
    } else if (code_argument_get(predicate, CODE_SLOT_OBJECT) == DRG_NONE) {
        code_predicate_add(predicate, CODE_SLOT_OBJECT, antecedent);
    }
}

uint32_t code_controller(code_sentence *sentence, uint32_t governor, uint32_t clause)
{
    const code_predicate *above = code_predicate_of(sentence, governor);
    if (above->kind != CODE_PREDICATE_VERB) {
        uint32_t subject = above->surface;
        return subject != DRG_NONE ? subject : code_argument_nth(above, CODE_SLOT_SUBJECT, 0, 0);
    }
    if (above->passive) return above->surface;
    /* the object stands before the clause that it controls */
    uint32_t object = code_argument_get(above, CODE_SLOT_OBJECT);
    if (object != DRG_NONE && object < clause && base_text_is(code_lemma(sentence, governor), "promise") == false) {
        const code_cue *light = code_cue_of(sentence, governor, CODE_CUE_LIGHT);
        if (!light || sentence->nodes[object].mention != DRG_NONE) return object;
    }
    uint32_t indirect = code_argument_get(above, CODE_SLOT_INDIRECT);
    if (indirect != DRG_NONE) return indirect;
    static const code_slot asked[] = {CODE_SLOT_ON, CODE_SLOT_TO, CODE_SLOT_FOR, CODE_SLOT_WITH};
    if (code_cue_of(sentence, governor, CODE_CUE_DEMAND))
        for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
            uint32_t token = code_argument_get(above, asked[i]);
            if (token != DRG_NONE && token < clause && sentence->nodes[token].upos != DRG_VERB) return token;
        }
    return above->surface != DRG_NONE ? above->surface : code_argument_get(above, CODE_SLOT_SUBJECT);
}

/* The subject of an infinitive that modifies a noun: whose plan it is, or who made it. */
static uint32_t noun_controller(code_sentence *sentence, uint32_t noun)
{
    const code_predicate *above = code_predicate_of(sentence, noun);
    uint32_t owner = code_argument_nth(above, CODE_SLOT_SUBJECT, 0, 0);
    if (owner != DRG_NONE) return owner;
    if (sentence->nodes[noun].relation == LANGUAGE_APPOS && sentence->nodes[noun].head != DRG_NONE)
        return sentence->nodes[noun].head; /* "Erdogan, the first leader to visit" */
    if (code_child(sentence, noun, LANGUAGE_COP) != DRG_NONE) return above->surface;
    for (unsigned depth = 0; depth < 8; depth++) {
        uint32_t head = sentence->nodes[noun].head;
        if (head == DRG_NONE || sentence->nodes[noun].relation == LANGUAGE_NSUBJ) return DRG_NONE;
        if (sentence->nodes[head].upos == DRG_VERB) {
            const code_predicate *verb = code_predicate_of(sentence, head);
            return verb->passive ? code_argument_get(verb, CODE_SLOT_SUBJECT) : verb->surface;
        }
        noun = head;
    }
    return DRG_NONE;
}

/* "accused X of attacking", "prevented X from leaving": the gerund is the object's. */
static bool is_held_against_object(const code_sentence *sentence, uint32_t governor, uint32_t clause)
{
    static const code_cue_class classes[] = {CODE_CUE_ACCUSE, CODE_CUE_FAIL};
    code_slot slot = code_case_of(sentence, clause);
    for (size_t i = 0; slot && i < sizeof classes / sizeof *classes; i++) {
        const code_cue *cue = code_cue_of(sentence, governor, classes[i]);
        if (cue && code_cue_takes(sentence, cue, slot)) return true;
    }
    return false;
}

/* "exploded near the headquarters of police, killing": behind a comma the participle is the clause's, though a parser
 * hangs it on the last noun. DRG_NONE: it is the noun's. */
static uint32_t clause_of_participle(const code_sentence *sentence, uint32_t token)
{
    uint32_t noun = sentence->nodes[token].head;
    if (token == 0 || noun > token || !base_text_is(code_lemma(sentence, token - 1), ",")) return DRG_NONE;
    bool phrase = false;
    for (unsigned depth = 0; depth < 8 && noun != DRG_NONE; depth++) {
        uint8_t relation = sentence->nodes[noun].relation;
        if (sentence->nodes[noun].upos == DRG_VERB) return phrase ? noun : DRG_NONE;
        if (relation != LANGUAGE_OBL && relation != LANGUAGE_NMOD) return DRG_NONE;
        phrase = true;
        noun = sentence->nodes[noun].head;
    }
    return DRG_NONE;
}

/* "killed five insurgents planning an attack": right behind a person, without a comma, nobody can tell whose it is. */
static bool is_ambiguous_participle(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (token == 0 || node->tag != LANGUAGE_TAG_VBG || code_case_of(sentence, token)) return false;
    const code_node *before = &sentence->nodes[token - 1];
    bool phrase = before->relation == LANGUAGE_OBJ || before->relation == LANGUAGE_OBL;
    if (!phrase || before->head != node->head || before->mention == DRG_NONE) return false;
    uint32_t actor = sentence->document->mentions.items[before->mention].actor;
    drg_actor_type type = sentence->document->actors.items[actor].type;
    return type == DRG_ACTOR_GROUP || type == DRG_ACTOR_PERSON;
}

/* "Japan to impose sanctions, [says] Kishida": what the name is taken for a subject of has one of its own. */
static bool is_said_by_another(const code_sentence *sentence, uint32_t name)
{
    const code_node *node = &sentence->nodes[name];
    if (node->relation != LANGUAGE_NSUBJ || !code_cue_of(sentence, node->head, CODE_CUE_REPORT)) return false;
    CODE_EACH_CHILD(sentence, child, node->head)
        if (child != name && sentence->nodes[child].relation == LANGUAGE_NSUBJ) return true;
    return false;
}

bool code_is_heading_plan(const code_sentence *sentence, uint32_t verb)
{
    const code_node *node = &sentence->nodes[verb];
    if (node->relation != LANGUAGE_ACL || node->tag != LANGUAGE_TAG_VB || node->head == DRG_NONE) return false;
    uint32_t name = node->head;
    const code_node *head = &sentence->nodes[name];
    bool named = head->upos == DRG_PROPN || head->mention != DRG_NONE;
    if (!named || name + 1 >= verb || sentence->nodes[name + 1].tag != LANGUAGE_TAG_TO) return false;
    if (sentence->nodes[name + 1].head != verb || code_cues_of(sentence, name)) return false;
    if (code_child(sentence, name, LANGUAGE_COP) != DRG_NONE || code_child(sentence, name, LANGUAGE_DET) != DRG_NONE)
        return false;
    return head->head == DRG_NONE || is_said_by_another(sentence, name);
}

/* The subject that a verb without one of its own borrows from where it stands. */
uint32_t code_borrowed_subject(code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (node->head == DRG_NONE) return DRG_NONE;
    switch (node->relation) {
    case LANGUAGE_CONJ: return code_predicate_of(sentence, node->head)->surface;
    case LANGUAGE_XCOMP: return code_controller(sentence, node->head, token);
    case LANGUAGE_ADVCL:
        if (code_is_infinitive(sentence, token) || is_held_against_object(sentence, node->head, token))
            return code_controller(sentence, node->head, token);
        if (is_ambiguous_participle(sentence, token)) return DRG_NONE;
        return node->tag == LANGUAGE_TAG_VBG || node->tag == LANGUAGE_TAG_VBN || node->upos == DRG_ADJ
                   ? code_predicate_of(sentence, node->head)->surface
                   : DRG_NONE;
    case LANGUAGE_ACL:
        if (node->tag == LANGUAGE_TAG_VBG && clause_of_participle(sentence, token) != DRG_NONE)
            return code_predicate_of(sentence, clause_of_participle(sentence, token))->surface;
        if (node->tag == LANGUAGE_TAG_VBN || (node->tag == LANGUAGE_TAG_VBG && !code_case_of(sentence, token)))
            return node->head;
        if (code_is_heading_plan(sentence, token) || code_lost_complement(sentence, token) != DRG_NONE)
            return node->head;
        return noun_controller(sentence, node->head);
    default: return DRG_NONE;
    }
}
