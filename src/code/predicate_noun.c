/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an event noun of the tree. Out: its slots: owners, modifiers, prepositional phrases, and those of the light verb
 * that carries it. */
#include "code/match.h"
#include "code/predicate_parts.h"

/* "U.S.-led talks": who stands before "led". */
static uint32_t leader_of(const code_sentence *sentence, uint32_t modifier)
{
    drg_text lemma = code_lemma(sentence, modifier);
    if (!base_text_is(lemma, "lead") && !base_text_is(lemma, "led") && !base_text_is(lemma, "broker") &&
        !base_text_is(lemma, "back") && !base_text_is(lemma, "sponsor") && !base_text_is(lemma, "mediate"))
        return DRG_NONE;
    CODE_EACH_CHILD(sentence, child, modifier)
        if (sentence->nodes[child].mention != DRG_NONE) return child;
    return DRG_NONE;
}

/* "Iran-Iraq talks", "U.S.-China talks": the other name, joined by a hyphen or dash. */
static uint32_t joined_name(const code_sentence *sentence, uint32_t name)
{
    CODE_EACH_CHILD(sentence, child, name) {
        uint32_t between = child < name ? name - child : child - name;
        if (sentence->nodes[child].mention != DRG_NONE && sentence->nodes[child].upos == DRG_PROPN && between <= 3 &&
            sentence->nodes[child < name ? child + 1 : name + 1].upos == DRG_PUNCT)
            return child;
    }
    return DRG_NONE;
}

/* "a NATO summit": a body of several states is no topic of its own meetings, but who holds them. */
static bool is_body_of_states(const code_sentence *sentence, uint32_t token)
{
    const drg_mention *mention = &sentence->document->mentions.items[sentence->nodes[token].mention];
    for (size_t i = 0; i < mention->sector.count; i++) {
        drg_text sector = mention->sector.items[i];
        if (base_text_is(sector, "IGO") || base_text_is(sector, "EUR") || base_text_is(sector, "UNO")) return true;
    }
    return false;
}

/* "Moscow plans to expel them", the verb taken for a noun, and "a Moscow plan to expel them": whose plan it is. */
static bool is_own_plan(const code_sentence *sentence, uint32_t noun)
{
    const uint32_t own = CODE_CUE_BIT(CODE_CUE_PLAN) | CODE_CUE_BIT(CODE_CUE_PROMISE) |
                         CODE_CUE_BIT(CODE_CUE_THREATEN) | CODE_CUE_BIT(CODE_CUE_REFUSE) |
                         CODE_CUE_BIT(CODE_CUE_DEMAND);
    uint32_t content = code_child(sentence, noun, LANGUAGE_ACL);
    return (code_cues_of(sentence, noun) & own) && content != DRG_NONE && code_is_infinitive(sentence, content);
}

static void add_modifier(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint32_t leader = leader_of(sentence, child);
    if (leader != DRG_NONE) {
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, leader);
    } else if (sentence->nodes[child].mention != DRG_NONE && child < predicate->token) {
        bool name = sentence->nodes[child].upos == DRG_PROPN;
        uint32_t partner = name ? joined_name(sentence, child) : DRG_NONE;
        if (partner != DRG_NONE) code_predicate_add(predicate, CODE_SLOT_MODIFIER, partner);
        bool topic = name && partner == DRG_NONE && !is_body_of_states(sentence, child) &&
                     !is_own_plan(sentence, predicate->token);
        code_predicate_add(predicate, topic ? CODE_SLOT_TOPIC : CODE_SLOT_MODIFIER, child);
    } else if (sentence->nodes[child].relation == LANGUAGE_COMPOUND) {
        CODE_EACH_CHILD(sentence, inner, child) /* "[Israel army] strikes" */
            if (sentence->nodes[inner].mention != DRG_NONE) code_predicate_add(predicate, CODE_SLOT_TOPIC, inner);
    }
}

/* "whose": the noun before the relative clause. */
static uint32_t owner_of(const code_sentence *sentence, uint32_t possessive)
{
    if (sentence->nodes[possessive].tag != LANGUAGE_TAG_WPS) return possessive;
    uint32_t token = possessive;
    for (unsigned depth = 0; depth < 8 && token != DRG_NONE; depth++) {
        if (sentence->nodes[token].relation == LANGUAGE_ACL_RELCL) return sentence->nodes[token].head;
        token = sentence->nodes[token].head;
    }
    return possessive;
}

/* "between the government and the Taliban opened": a parser took the second party for the subject of what follows. */
static void add_second_party(const code_sentence *sentence, code_predicate *predicate, uint32_t first)
{
    uint32_t and = first + 1;
    if (code_child(sentence, first, LANGUAGE_CONJ) != DRG_NONE || and >= sentence->count ||
        !base_text_is(code_lemma(sentence, and), "and"))
        return;
    for (uint32_t i = and+1; i < sentence->count && i <= and+4; i++) {
        if (sentence->nodes[i].upos == DRG_VERB || sentence->nodes[i].upos == DRG_PUNCT) return;
        if (sentence->nodes[i].mention == DRG_NONE) continue;
        code_predicate_add(predicate, CODE_SLOT_BETWEEN, i);
        return;
    }
}

/* "talks in Geneva between Iran and Iraq": the parties may hang on the place. */
static void add_parties_at(const code_sentence *sentence, code_predicate *predicate, uint32_t place)
{
    if (sentence->nodes[place].place == DRG_NONE) return;
    CODE_EACH_CHILD(sentence, child, place) {
        if (child < place || sentence->nodes[child].relation != LANGUAGE_NMOD) continue;
        code_slot slot = code_case_of(sentence, child);
        if (slot != CODE_SLOT_BETWEEN && slot != CODE_SLOT_WITH) continue;
        code_predicate_add(predicate, slot, child);
        if (slot == CODE_SLOT_BETWEEN) add_second_party(sentence, predicate, child);
    }
}

static void add_noun_child(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    code_slot slot;
    switch (sentence->nodes[child].relation) {
    case LANGUAGE_NMOD_POSS:
        if (sentence->nodes[child].date == DRG_NONE) /* "yesterday's Israeli strikes" */
            code_predicate_add(predicate, CODE_SLOT_SUBJECT, owner_of(sentence, child));
        break;
    case LANGUAGE_NMOD:
    case LANGUAGE_OBL:
        slot = code_case_of(sentence, child);
        code_predicate_add(predicate, slot == CODE_SLOT_BY ? CODE_SLOT_SUBJECT : slot, child);
        if (slot == CODE_SLOT_BETWEEN) add_second_party(sentence, predicate, child);
        if (slot == CODE_SLOT_IN || slot == CODE_SLOT_AT || slot == CODE_SLOT_NEAR)
            add_parties_at(sentence, predicate, child);
        break;
    case LANGUAGE_AMOD:
    case LANGUAGE_COMPOUND:
    case LANGUAGE_NMOD_DESC:
    case LANGUAGE_NMOD_UNMARKED: add_modifier(sentence, predicate, child); break;
    case LANGUAGE_NSUBJ: /* "X is in talks with Y" */
        predicate->surface = child;
        if (code_case_of(sentence, predicate->token)) code_predicate_add(predicate, CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_ACL:
    case LANGUAGE_CCOMP: code_predicate_add(predicate, CODE_SLOT_CLAUSE, child); break;
    default: break;
    }
}

uint32_t code_governing_verb(const code_sentence *sentence, uint32_t noun, code_slot *ret_slot)
{
    uint32_t token = code_container(sentence, noun);
    if (sentence->nodes[token].relation == LANGUAGE_CONJ && sentence->nodes[token].head != DRG_NONE)
        token = code_container(sentence, sentence->nodes[token].head);
    uint32_t head = sentence->nodes[token].head;
    *ret_slot = CODE_SLOT_NONE;
    if (head == DRG_NONE) return DRG_NONE;
    uint8_t upos = sentence->nodes[head].upos;
    if (upos != DRG_VERB && upos != DRG_ADJ && upos != DRG_AUX) return DRG_NONE;
    switch (sentence->nodes[token].relation) {
    case LANGUAGE_OBJ:
    case LANGUAGE_NSUBJ_PASS: *ret_slot = CODE_SLOT_OBJECT; return head;
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT: *ret_slot = code_case_of(sentence, token); return *ret_slot ? head : DRG_NONE;
    default: return DRG_NONE;
    }
}

/* The participle or relative clause after a noun that holds it: "talks held in Paris", "talks, which were held". */
static uint32_t holding_clause(code_sentence *sentence, uint32_t noun)
{
    CODE_EACH_CHILD(sentence, child, noun) {
        const code_node *node = &sentence->nodes[child];
        if (node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_ACL_RELCL) continue;
        const code_cue *cue = node->upos == DRG_VERB ? code_cue_of(sentence, child, CODE_CUE_LIGHT) : NULL;
        if (!cue || cue->slot_count) continue;
        const code_predicate *verb = code_predicate_of(sentence, child);
        if (code_argument_get(verb, CODE_SLOT_OBJECT) == noun) return child;
    }
    return DRG_NONE;
}

static bool light_takes(const code_sentence *sentence, uint32_t verb, const code_cue *cue, code_slot slot)
{
    if (slot == CODE_SLOT_OBJECT) {
        /* "engage in", "come under": the noun stands after the preposition, which is the cue's last word */
        for (uint32_t i = 0; i < cue->phrase.other_count; i++)
            if (sentence->frames->words[sentence->frames->numbers[cue->phrase.others + i]].preposition) return false;
        return true;
    }
    (void)verb;
    for (uint32_t i = 0; i < cue->phrase.other_count; i++)
        if (sentence->frames->words[sentence->frames->numbers[cue->phrase.others + i]].preposition == (uint32_t)slot)
            return true;
    return false;
}

/* Takes over the slots of the light verb. */
void code_take_light(code_sentence *sentence, code_predicate *predicate, uint32_t verb, code_light role)
{
    const code_predicate *light = code_predicate_of(sentence, verb);
    predicate->light = verb;
    predicate->clause = verb;
    uint32_t noun = code_container(sentence, predicate->token);
    for (size_t i = 0; i < light->argument_count; i++) {
        code_argument argument = light->arguments[i];
        if (argument.token == predicate->token || argument.token == noun) continue;
        /* "both armies are engaged in fighting": in the passive they are who does it */
        bool engaged = light->passive && argument.slot == CODE_SLOT_OBJECT &&
                       sentence->nodes[argument.token].relation == LANGUAGE_NSUBJ_PASS;
        if (engaged) argument.slot = CODE_SLOT_SUBJECT;
        if (argument.slot == CODE_SLOT_OBJECT || argument.slot == CODE_SLOT_CLAUSE) continue;
        if (argument.slot == CODE_SLOT_SUBJECT && role == CODE_LIGHT_TARGET) argument.slot = CODE_SLOT_OBJECT;
        if (argument.slot == CODE_SLOT_INDIRECT) argument.slot = CODE_SLOT_TO;
        code_predicate_add(predicate, (code_slot)argument.slot, argument.token);
    }
}

/* A phrase of time or occasion, in which a meeting is named as what happened: "after talks with Xi". */
static bool is_occasion(code_slot slot)
{
    return slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_DURING || slot == CODE_SLOT_AT ||
           slot == CODE_SLOT_IN || slot == CODE_SLOT_ON;
}

static bool is_travel(const code_sentence *sentence, uint32_t noun)
{
    drg_text lemma = code_lemma(sentence, noun);
    return base_text_is(lemma, "visit") || base_text_is(lemma, "trip") || base_text_is(lemma, "tour");
}

/* The active verb in whose phrase of occasion the noun stands. "during" and "after" may hang on a noun between, which
 * a parser took for what they go with: "thanked NATO for its campaign over Kosovo during a meeting". */
static uint32_t verb_of_occasion(const code_sentence *sentence, uint32_t noun)
{
    uint32_t token = code_container(sentence, noun);
    code_slot slot = code_case_of(sentence, token);
    if (!is_occasion(slot) || (slot == CODE_SLOT_ON && !is_travel(sentence, noun)))
        return DRG_NONE; /* "on talks" is a topic */
    bool time = slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_DURING;
    for (unsigned depth = 0; depth < 4; depth++) {
        uint8_t relation = sentence->nodes[token].relation;
        uint32_t head = sentence->nodes[token].head;
        bool phrase = relation == LANGUAGE_OBL || (time && !depth && relation == LANGUAGE_ADVCL) ||
                      (time && (relation == LANGUAGE_NMOD || (depth && relation == LANGUAGE_OBJ)));
        if (!phrase || head == DRG_NONE) return DRG_NONE;
        if (sentence->nodes[head].upos == DRG_VERB) return head;
        if (!time) return DRG_NONE;
        token = head;
    }
    return DRG_NONE;
}

bool code_is_headline_predicate(const code_sentence *sentence, uint32_t noun)
{
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_HEADLINE) return false;
    uint32_t token = code_container(sentence, noun), head = sentence->nodes[token].head;
    uint8_t relation = sentence->nodes[token].relation;
    if ((relation != LANGUAGE_NMOD && relation != LANGUAGE_OBL) || head == DRG_NONE || head > token) return false;
    code_slot slot = code_case_of(sentence, token);
    uint8_t upos = sentence->nodes[head].upos;
    return (slot == CODE_SLOT_IN || slot == CODE_SLOT_ON) && sentence->nodes[head].head == DRG_NONE &&
           (upos == DRG_NOUN || upos == DRG_PROPN);
}

uint32_t code_stay_of(const code_sentence *sentence, uint32_t phrase)
{
    uint32_t head = sentence->nodes[phrase].head;
    if (head == DRG_NONE || head > phrase || sentence->nodes[head].place == DRG_NONE) return DRG_NONE;
    code_slot slot = code_case_of(sentence, head);
    bool there = slot == CODE_SLOT_IN || slot == CODE_SLOT_AT;
    return there && code_child(sentence, head, LANGUAGE_COP) != DRG_NONE ? head : DRG_NONE;
}

/* "after talks with Xi, Putin said": who acts in the clause took part in the meeting, unless the noun says who did. */
static void borrow_participant(code_sentence *sentence, code_predicate *predicate)
{
    for (size_t i = 0; i < predicate->argument_count; i++) {
        uint32_t slot = predicate->arguments[i].slot;
        if (slot == CODE_SLOT_SUBJECT || slot == CODE_SLOT_MODIFIER || slot == CODE_SLOT_BETWEEN ||
            slot == CODE_SLOT_AMONG || slot == CODE_SLOT_OF)
            return;
    }
    if (code_is_headline_predicate(sentence, predicate->token)) {
        uint32_t subject = sentence->nodes[code_container(sentence, predicate->token)].head;
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, subject);
        return;
    }
    if (!code_triggers_type(sentence, predicate->token, DRG_CONSULT)) return;
    uint32_t phrase = code_container(sentence, predicate->token), stay = code_stay_of(sentence, phrase);
    if (stay != DRG_NONE &&
        (code_case_of(sentence, phrase) == CODE_SLOT_FOR || code_case_of(sentence, phrase) == CODE_SLOT_ON)) {
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, code_child(sentence, stay, LANGUAGE_NSUBJ));
        return;
    }
    /* what is said at a news conference is said to the press */
    if (code_is_own_member(sentence, predicate->token, sentence->frames->classes[CODE_CLASS_MEDIUM_CONFERENCE])) return;
    uint32_t verb = verb_of_occasion(sentence, predicate->token);
    uint32_t holder = sentence->nodes[phrase].head;
    if (verb == DRG_NONE && holder != DRG_NONE && holder < phrase &&
        sentence->nodes[phrase].relation == LANGUAGE_NMOD && code_case_of(sentence, phrase) == CODE_SLOT_ON &&
        is_travel(sentence, predicate->token))
        code_predicate_add(predicate, CODE_SLOT_SUBJECT, holder); /* "lawmakers on a trip to Chad" */
    if (verb == DRG_NONE) return;
    const code_predicate *clause = code_predicate_of(sentence, verb);
    if (!clause->passive) code_predicate_add(predicate, CODE_SLOT_SUBJECT, clause->surface);
}

void code_find_light(code_sentence *sentence, code_predicate *predicate)
{
    code_slot slot;
    uint32_t verb = code_governing_verb(sentence, predicate->token, &slot);
    const code_cue *cue = verb == DRG_NONE ? NULL : code_cue_of(sentence, verb, CODE_CUE_LIGHT);
    if (cue && light_takes(sentence, verb, cue, slot)) {
        code_take_light(sentence, predicate, verb, (code_light)cue->light);
        return;
    }
    verb = holding_clause(sentence, predicate->token);
    if (verb == DRG_NONE) {
        borrow_participant(sentence, predicate);
        return;
    }
    cue = code_cue_of(sentence, verb, CODE_CUE_LIGHT);
    code_take_light(sentence, predicate, verb, (code_light)cue->light);
}

/* "rejected a call for talks" with "for talks" on the verb: right behind the object it may be the object's. */
static void share_phrase_of_verb(const code_sentence *sentence, code_predicate *predicate)
{
    uint32_t noun = predicate->token, verb = sentence->nodes[noun].head;
    if (sentence->nodes[noun].relation != LANGUAGE_OBJ || verb == DRG_NONE || verb > noun) return;
    CODE_EACH_CHILD(sentence, child, verb) {
        if (sentence->nodes[child].relation != LANGUAGE_OBL || child < noun) continue;
        code_slot slot = code_case_of(sentence, child);
        bool next = noun + 1 < sentence->count && sentence->nodes[noun + 1].head == child;
        if (slot && next && code_argument_get(predicate, slot) == DRG_NONE)
            code_predicate_add(predicate, slot == CODE_SLOT_BY ? CODE_SLOT_SUBJECT : slot, child);
    }
}

void code_fill_noun(code_sentence *sentence, code_predicate *predicate)
{
    CODE_EACH_CHILD(sentence, child, predicate->token) add_noun_child(sentence, predicate, child);
    uint32_t container = code_container(sentence, predicate->token);
    if (container != predicate->token)
        CODE_EACH_CHILD(sentence, child, container) add_noun_child(sentence, predicate, child);
    share_phrase_of_verb(sentence, predicate);
}
