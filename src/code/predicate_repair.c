/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a verb with the slots of its own children. Out: the same with what parsers are known to get wrong put right: a
 * main verb taken for a participle, objects and complements mixed up, a subject hung on another word. Each repair asks
 * for a gap in the verb's own slots and for words that leave no doubt what belongs there; a verb that lacks nothing
 * stays as it is. */
#include "code/predicate_parts.h"

/* ---- sentences read as one noun phrase
 *
 * "The League called for a truce." with "called" as participle after its root, "Bolivia severed ties with Israel." with
 * "severed" as participle before its root: a sentence of running text without a finite verb is rare, so the past form
 * is the verb, the noun before it its subject, and what follows its object. */

static bool has_finite_verb(const code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++) {
        const code_node *node = &sentence->nodes[i];
        if (node->upos == DRG_AUX) return true;
        bool finite = node->tag == LANGUAGE_TAG_VBD || node->tag == LANGUAGE_TAG_VBZ || node->tag == LANGUAGE_TAG_VBP;
        if (node->upos == DRG_VERB && finite && node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_AMOD &&
            node->relation != LANGUAGE_ACL_RELCL)
            return true;
    }
    return false;
}

/* "has renewed emergency powers", the participle taken for a modifier of what "has" holds. */
uint32_t code_perfect_of(const code_sentence *sentence, uint32_t participle)
{
    const code_node *node = &sentence->nodes[participle];
    if (node->tag != LANGUAGE_TAG_VBN || node->relation != LANGUAGE_AMOD || participle == 0) return DRG_NONE;
    if (node->head == DRG_NONE || node->head < participle) return DRG_NONE;
    uint32_t have = participle - 1;
    bool holds = sentence->nodes[node->head].relation == LANGUAGE_OBJ && sentence->nodes[node->head].head == have &&
                 base_text_is(code_lemma(sentence, have), "have");
    return holds && code_child(sentence, have, LANGUAGE_NSUBJ) != DRG_NONE ? have : DRG_NONE;
}

/* "after [the U.S. presented Ukraine] with plans" read as one phrase around "Ukraine": the name before the verb is its
 * subject. DRG_NONE when it is no such phrase. */
static uint32_t swallowed_subject(const code_sentence *sentence, uint32_t verb)
{
    const code_node *node = &sentence->nodes[verb];
    bool past = node->tag == LANGUAGE_TAG_VBN || node->tag == LANGUAGE_TAG_VBD;
    if (node->relation != LANGUAGE_AMOD || !past || node->head == DRG_NONE || node->head < verb) return DRG_NONE;
    uint32_t mark = code_child(sentence, node->head, LANGUAGE_CASE), subject = DRG_NONE;
    if (mark == DRG_NONE || mark > verb || sentence->nodes[node->head].mention == DRG_NONE) return DRG_NONE;
    CODE_EACH_CHILD(sentence, name, node->head)
        if (name > mark && name < verb && sentence->nodes[name].mention != DRG_NONE) subject = name;
    return subject;
}

bool code_is_lost_main_verb(const code_sentence *sentence, uint32_t verb)
{
    if (code_perfect_of(sentence, verb) != DRG_NONE || swallowed_subject(sentence, verb) != DRG_NONE) return true;
    const code_node *node = &sentence->nodes[verb];
    if (node->tag != LANGUAGE_TAG_VBD && node->tag != LANGUAGE_TAG_VBN) return false;
    if ((node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_AMOD) || node->head == DRG_NONE) return false;
    const code_node *root = &sentence->nodes[node->head];
    if (root->head != DRG_NONE || (root->upos != DRG_NOUN && root->upos != DRG_PROPN)) return false;
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    if (code_child(sentence, verb, LANGUAGE_OBL_AGENT) != DRG_NONE ||
        code_child(sentence, verb, LANGUAGE_AUX_PASS) != DRG_NONE)
        return false;
    if (node->relation == LANGUAGE_AMOD && verb == 0) return false;
    return !has_finite_verb(sentence);
}

/* The name that stands before the verb inside the noun phrase. */
static uint32_t name_before(const code_sentence *sentence, uint32_t root, uint32_t verb)
{
    uint32_t found = DRG_NONE;
    CODE_EACH_CHILD(sentence, child, root)
        if (child < verb && sentence->nodes[child].upos != DRG_PUNCT && sentence->nodes[child].upos != DRG_DET)
            found = child;
    CODE_EACH_CHILD(sentence, child, verb)
        if (found == DRG_NONE && child < verb && sentence->nodes[child].upos == DRG_PROPN) found = child;
    return found;
}

static void repair_perfect(code_sentence *sentence, code_predicate *predicate, uint32_t have)
{
    uint32_t object = sentence->nodes[predicate->token].head;
    predicate->surface = code_child(sentence, have, LANGUAGE_NSUBJ);
    code_predicate_add(predicate, CODE_SLOT_SUBJECT, predicate->surface);
    code_predicate_add(predicate, CODE_SLOT_OBJECT, object);
    CODE_EACH_CHILD(sentence, child, have)
        if (sentence->nodes[child].relation == LANGUAGE_OBL && child > have)
            code_add_oblique(sentence, predicate, child);
}

void code_repair_main_verb(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t verb = predicate->token;
    if (!code_is_lost_main_verb(sentence, verb)) return;
    if (code_perfect_of(sentence, verb) != DRG_NONE) {
        repair_perfect(sentence, predicate, code_perfect_of(sentence, verb));
        return;
    }
    uint32_t root = sentence->nodes[verb].head, swallowed = swallowed_subject(sentence, verb);
    if (swallowed != DRG_NONE) {
        predicate->surface = swallowed;
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, swallowed);
        code_predicate_add(predicate, CODE_SLOT_OBJECT, root);
        return;
    }
    if (sentence->nodes[verb].relation == LANGUAGE_ACL || verb > root) {
        predicate->surface = root;
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, root);
        return;
    }
    uint32_t subject = name_before(sentence, root, verb);
    if (subject == DRG_NONE) return;
    predicate->surface = subject;
    code_predicate_add(predicate, CODE_SLOT_SUBJECT, subject);
    code_predicate_add(predicate, CODE_SLOT_OBJECT, root);
    CODE_EACH_CHILD(sentence, child, root)
        if (child > root && sentence->nodes[child].relation == LANGUAGE_NMOD)
            code_add_oblique(sentence, predicate, child);
}

/* ---- objects and complements */

/* "urged both sides to respect the truce": an only object that the parser took for the indirect one, and the complement
 * for a clause of that noun. */
static void repair_lone_indirect(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t indirect = code_argument_get(predicate, CODE_SLOT_INDIRECT);
    if (indirect == DRG_NONE || predicate->passive) return;
    if (code_argument_get(predicate, CODE_SLOT_OBJECT) != DRG_NONE) return;
    if (code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE) return;
    code_predicate_add(predicate, CODE_SLOT_OBJECT, indirect);
    CODE_EACH_CHILD(sentence, child, indirect)
        if (sentence->nodes[child].relation == LANGUAGE_ACL && code_is_infinitive(sentence, child))
            code_predicate_add(predicate, CODE_SLOT_CLAUSE, child);
}

/* "authorised troops to fire", "told the mayors that they risked arrest": the complement was hung on the person. */
static void repair_lost_complement(code_sentence *sentence, code_predicate *predicate)
{
    if (code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE) return;
    CODE_EACH_CHILD(sentence, object, predicate->token) {
        uint8_t relation = sentence->nodes[object].relation;
        if (relation != LANGUAGE_OBJ && relation != LANGUAGE_IOBJ) continue;
        CODE_EACH_CHILD(sentence, clause, object)
            if (code_lost_complement(sentence, clause) == predicate->token)
                code_predicate_add(predicate, CODE_SLOT_CLAUSE, clause);
    }
}

static bool is_span_of_time(const code_sentence *sentence, uint32_t token)
{
    static const char *const units[] = {"minute", "hour", "day", "week", "fortnight", "month", "year"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (base_text_is(code_lemma(sentence, token), units[i])) return true;
    return false;
}

/* "gave Greece a week to withdraw": the time that is given was taken for when it was, and what it is given for for a
 * clause of it. False: nobody is given time. */
static bool repair_given_time(code_sentence *sentence, code_predicate *predicate)
{
    static const char *const verbs[] = {"give", "grant", "allow", "set"};
    bool gives = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        gives |= base_text_is(code_lemma(sentence, predicate->token), verbs[i]);
    if (!gives || code_argument_get(predicate, CODE_SLOT_INDIRECT) == DRG_NONE) return false;
    uint32_t time = code_argument_get(predicate, CODE_SLOT_OBJECT);
    CODE_EACH_CHILD(sentence, child, predicate->token)
        if (time == DRG_NONE && child > predicate->token && sentence->nodes[child].relation == LANGUAGE_OBL_UNMARKED)
            time = child;
    if (time == DRG_NONE || !is_span_of_time(sentence, time)) return false;
    code_predicate_add(predicate, CODE_SLOT_OBJECT, time);
    CODE_EACH_CHILD(sentence, clause, time)
        if (sentence->nodes[clause].relation == LANGUAGE_ACL && code_is_infinitive(sentence, clause))
            code_predicate_add(predicate, CODE_SLOT_CLAUSE, clause);
    return true;
}

/* "branded the envoy a liar": of a receiver and an object the first may be the object and the second what is said of
 * it; a frame asks for the one that it means. */
static void add_named(code_predicate *predicate)
{
    uint32_t indirect = code_argument_get(predicate, CODE_SLOT_INDIRECT);
    uint32_t object = code_argument_get(predicate, CODE_SLOT_OBJECT);
    if (indirect == DRG_NONE || object == DRG_NONE || predicate->passive) return;
    code_predicate_add(predicate, CODE_SLOT_AS, object);
    code_predicate_add(predicate, CODE_SLOT_OBJECT, indirect);
}

/* "shot down a warplane", "voted down a bill": right behind the particle stands the object, whatever it is called. */
static void repair_object_of_particle(const code_sentence *sentence, code_predicate *predicate)
{
    uint32_t verb = predicate->token, particle = code_child(sentence, verb, LANGUAGE_COMPOUND_PRT);
    if (particle == DRG_NONE || predicate->passive) return;
    if (code_argument_get(predicate, CODE_SLOT_OBJECT) != DRG_NONE) return;
    CODE_EACH_CHILD(sentence, child, verb) {
        const code_node *node = &sentence->nodes[child];
        if (node->relation != LANGUAGE_OBL || child < particle || code_case_of(sentence, child)) continue;
        if (node->date != DRG_NONE) continue;
        code_predicate_add(predicate, CODE_SLOT_OBJECT, child);
        if (sentence->nodes[particle].preposition)
            code_predicate_add(predicate, (code_slot)sentence->nodes[particle].preposition, child);
        return;
    }
}

void code_repair_objects(code_sentence *sentence, code_predicate *predicate)
{
    if (!repair_given_time(sentence, predicate)) repair_lone_indirect(sentence, predicate);
    repair_lost_complement(sentence, predicate);
    add_named(predicate);
    repair_object_of_particle(sentence, predicate);
}

/* ---- subjects that a parser hung on another word */

/* "After the night of rioting the home secretary held a meeting", "As gas drifted over the square, ambassadors of
 * France huddled": a parser took the subject for the object or conjunct of a word before it. It is the phrase without a
 * preposition that ends right before the verb. */
static uint32_t phrase_right_before(const code_sentence *sentence, uint32_t verb)
{
    uint32_t last = verb;
    while (last > 0 && (sentence->nodes[last - 1].upos == DRG_AUX || sentence->nodes[last - 1].upos == DRG_ADV)) last--;
    if (last == 0) return DRG_NONE;
    uint32_t token = last - 1;
    for (unsigned depth = 0; depth < 4; depth++) {
        const code_node *node = &sentence->nodes[token];
        if ((node->upos != DRG_NOUN && node->upos != DRG_PROPN) || node->date != DRG_NONE) return DRG_NONE;
        uint32_t head = node->head;
        if (head == DRG_NONE || head == verb) return DRG_NONE;
        bool inside = head < token && (node->relation == LANGUAGE_NMOD || node->relation == LANGUAGE_CONJ ||
                                       node->relation == LANGUAGE_FLAT || node->relation == LANGUAGE_APPOS);
        for (uint32_t i = head + 1; inside && i < token; i++)
            inside = sentence->nodes[i].upos != DRG_VERB && sentence->nodes[i].upos != DRG_PUNCT;
        if (!inside) break;
        token = head;
    }
    bool nominal = sentence->nodes[token].upos == DRG_NOUN || sentence->nodes[token].upos == DRG_PROPN;
    uint8_t relation = sentence->nodes[token].relation;
    bool stray = relation == LANGUAGE_OBJ || relation == LANGUAGE_CONJ || relation == LANGUAGE_APPOS;
    return nominal && stray && !code_case_of(sentence, token) ? token : DRG_NONE;
}

/* The name itself where a title heads the phrase: "Secretary of State Marco Rubio". */
static uint32_t name_of_phrase(const code_sentence *sentence, uint32_t found, uint32_t verb)
{
    if (found == DRG_NONE) return DRG_NONE;
    uint32_t mention = find_mention_at(sentence->document, sentence->first_token + found);
    if (mention == DRG_NONE) return found;
    uint32_t name = sentence->document->mentions.items[mention].head - sentence->first_token;
    return name > found && name < verb ? name : found;
}

/* The same with "after" as preposition of the subject: "after the envoy | pulled out". */
static uint32_t subject_after_preposition(const code_sentence *sentence, uint32_t verb)
{
    uint32_t found = DRG_NONE, head = sentence->nodes[verb].head;
    if (sentence->nodes[verb].relation != LANGUAGE_ADVCL || head == DRG_NONE || head > verb) return DRG_NONE;
    for (uint32_t i = verb; i-- > head + 1;) {
        if (base_text_is(code_lemma(sentence, i), ",")) return DRG_NONE;
        code_slot slot = code_case_of(sentence, i);
        bool time = slot == CODE_SLOT_AFTER || slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_SINCE;
        if (!time || sentence->nodes[i].head != head || sentence->nodes[i].date != DRG_NONE) continue;
        found = i;
        break;
    }
    return name_of_phrase(sentence, found, verb);
}

/* "fell apart after the envoy of X pulled out" with the envoy hung on "fell": between a conjunction and its verb stands
 * the verb's subject. */
static uint32_t subject_after_mark(const code_sentence *sentence, uint32_t verb)
{
    uint32_t mark = code_child(sentence, verb, LANGUAGE_MARK), found = DRG_NONE;
    if (sentence->nodes[verb].relation != LANGUAGE_ADVCL || mark > verb)
        return subject_after_preposition(sentence, verb);
    for (uint32_t i = mark + 1; i < verb && found == DRG_NONE; i++) {
        const code_node *node = &sentence->nodes[i];
        bool outside = node->head != DRG_NONE && (node->head < mark || node->head > verb);
        bool noun = node->upos == DRG_NOUN || node->upos == DRG_PROPN || node->upos == DRG_PRON;
        if (outside && noun && !code_case_of(sentence, i)) found = i;
    }
    return name_of_phrase(sentence, found, verb);
}

/* "Australia's premier held talks" with "premier" as adverb, "France's dictator met" with it as bare adverbial: of a
 * finite verb without subject it is the name right before it that stands in no other phrase. */
void code_repair_subject(const code_sentence *sentence, code_predicate *predicate)
{
    uint32_t verb = predicate->token, found = DRG_NONE;
    uint8_t tag = sentence->nodes[verb].tag;
    bool finite = tag == LANGUAGE_TAG_VBD || tag == LANGUAGE_TAG_VBZ || tag == LANGUAGE_TAG_VBP;
    if (predicate->surface != DRG_NONE || !finite || predicate->passive || code_has_own_subject(sentence, verb)) return;
    CODE_EACH_CHILD(sentence, child, verb) {
        const code_node *node = &sentence->nodes[child];
        bool bare = node->relation == LANGUAGE_ADVMOD || node->relation == LANGUAGE_OBL_UNMARKED ||
                    node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_NMOD_UNMARKED;
        if (child > verb) break;
        if (bare && node->mention != DRG_NONE && node->date == DRG_NONE && !code_case_of(sentence, child))
            found = child;
    }
    uint8_t relation = sentence->nodes[verb].relation;
    bool own_clause = relation == LANGUAGE_ROOT || relation == LANGUAGE_CCOMP || relation == LANGUAGE_ADVCL;
    bool moved = found == DRG_NONE;
    if (moved) found = subject_after_mark(sentence, verb);
    moved &= found != DRG_NONE;
    if (found == DRG_NONE && own_clause) found = phrase_right_before(sentence, verb);
    if (found == DRG_NONE) return;
    predicate->surface = found;
    code_predicate_add(predicate, CODE_SLOT_SUBJECT, found);
    bool joined = false; /* with whoever "and" joins to it, before the verb */
    for (uint32_t i = found + 1; moved && i < verb; i++) {
        joined |= base_text_is(code_lemma(sentence, i), "and");
        if (joined && sentence->nodes[i].mention != DRG_NONE) code_predicate_add(predicate, CODE_SLOT_SUBJECT, i);
    }
}
