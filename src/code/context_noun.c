/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an event noun without a light verb. Out: where the walk goes from it: up through its governor, or nowhere, when
 * it is only named. */
#include "code/context_walk.h"
#include "code/match.h"

static bool happens_as_subject(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_MOBILIZE || type == DRG_PROTEST;
}

/* "the accord between Israel and the Emirates": of a bargain with "the" and both its parties a reader is to know. One
 * that would, could or may do something is not made yet. */
static bool is_known_bargain(const code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t token = walk->predicate->token, determiner = code_child(sentence, token, LANGUAGE_DET);
    if (walk->context->act.type != DRG_AGREE || !walk->own->count) return false;
    bool parties = code_argument_get(walk->predicate, CODE_SLOT_BETWEEN) != DRG_NONE;
    bool definite = determiner != DRG_NONE && base_text_is(code_lemma(sentence, determiner), "the");
    if (!parties || !definite) return false;
    if (sentence->nodes[token].relation != LANGUAGE_NSUBJ) return true;
    code_marks marks = code_clause_marks(sentence, sentence->nodes[token].head);
    return !marks.would && !marks.may && !marks.must && !marks.will;
}

/* "Occupation of Iraq: two soldiers died": what stands before the colon says what the report is about. */
static bool is_label(const code_sentence *sentence, uint32_t noun)
{
    uint32_t first, last;
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    code_extent(sentence, noun, true, &first, &last);
    if (first > sentence->body) return false;
    for (uint32_t i = noun + 1; i < sentence->count && i <= last + 1; i++)
        if (base_text_is(code_lemma(sentence, i), ":")) return true;
    return false;
}

/* "The riots", "Sunday's attack": the text takes for granted that it was. "Attacks" and "a protest" only are what the
 * words above make of them. */
static bool is_presupposed(const code_walk *walk)
{
    static const char *const words[] = {"the", "this", "that", "these", "those"};
    const code_sentence *sentence = walk->sentence;
    uint32_t token = walk->predicate->token;
    if (code_child(sentence, token, LANGUAGE_NMOD_POSS) != DRG_NONE) return true;
    uint32_t article = code_child(sentence, token, LANGUAGE_DET);
    for (size_t i = 0; article != DRG_NONE && i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, article), words[i])) return true;
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].date != DRG_NONE || sentence->nodes[child].relation == LANGUAGE_ACL_RELCL)
            return true; /* "protests on Friday", "a bombing that killed two" */
    return false;
}

/* Is a clause one that does not assert what is named in it? "Is said to have died", "continues to face" do. */
static bool is_unreal_clause(code_sentence *sentence, uint32_t clause)
{
    code_marks marks = code_clause_marks(sentence, clause);
    uint32_t governor = sentence->nodes[clause].head;
    bool raised = marks.perfect || (governor != DRG_NONE && code_cue_of(sentence, governor, CODE_CUE_RAISE));
    return marks.negated || marks.may || marks.must || marks.would || marks.will || marks.bare ||
           (marks.infinitive && !raised) || code_is_inverted_condition(sentence, clause);
}

/* "Is not aware of strikes", "may face protests", "jailed for planning attacks": the first clause above, or a noun on
 * the way to it, does not assert what is named in it. What lies before it in time, or is looked into, did happen. */
static bool is_unreal_here(const code_walk *walk)
{
    const uint32_t unreal = CODE_CUE_BIT(CODE_CUE_WISH) | CODE_CUE_BIT(CODE_CUE_PLAN) | CODE_CUE_BIT(CODE_CUE_PROMISE) |
                            CODE_CUE_BIT(CODE_CUE_THREATEN) | CODE_CUE_BIT(CODE_CUE_ATTEMPT);
    code_sentence *sentence = walk->sentence;
    uint32_t noun = code_container(sentence, walk->predicate->token), token = sentence->nodes[noun].head;
    code_slot slot = code_case_of(sentence, noun);
    if (slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING) return false;
    if (token == DRG_NONE || walk_looks_back(sentence, token, slot)) return false;
    if (code_is_own_member(sentence, token, sentence->frames->classes[CODE_CLASS_PRESUMING])) return false;
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && token != DRG_NONE; depth++) {
        const code_node *node = &sentence->nodes[token];
        if (code_cues_of(sentence, token) & unreal) return true;
        bool clause =
            node->upos == DRG_VERB || node->upos == DRG_AUX || code_child(sentence, token, LANGUAGE_COP) != DRG_NONE;
        if (clause) return is_unreal_clause(sentence, token);
        token = node->head;
    }
    return false;
}

/* "The growing protests", "a continuing assault" */
static bool is_under_way(const code_sentence *sentence, uint32_t noun)
{
    CODE_EACH_CHILD(sentence, child, noun)
        if (child < noun && code_is_own_member(sentence, child, sentence->frames->classes[CODE_CLASS_UNDER_WAY]))
            return true;
    return false;
}

/* "Tried for the massacre", "the anniversary of the riots": who judges, atones or remembers does it long after. */
static bool is_long_past(const code_sentence *sentence, uint32_t noun)
{
    const unsigned most_words_between = 2;
    uint32_t bygone = sentence->frames->classes[CODE_CLASS_BYGONE];
    if (base_text_is(code_lemma(sentence, noun), "invasion")) return true; /* a war begins with it */
    uint32_t head = sentence->nodes[code_container(sentence, noun)].head;
    for (unsigned depth = 0; depth <= most_words_between && head != DRG_NONE;
         depth++, head = sentence->nodes[head].head)
        if (code_is_own_member(sentence, head, bygone)) return true;
    return false;
}

/* Attacks, protests, build-ups and talks are named while they are news, unless the text looks back at them; other acts
 * are named as what lies behind. */
static drg_event_status background_status(const code_walk *walk)
{
    drg_type type = walk->context->act.type;
    uint32_t noun = walk->predicate->token;
    if (type == DRG_CONSULT) return DRG_STATUS_ACTUAL;
    if (type != DRG_PROTEST && type != DRG_ASSAULT && type != DRG_MOBILIZE) return DRG_STATUS_HISTORICAL;
    if (is_under_way(walk->sentence, noun)) return DRG_STATUS_ONGOING;
    return is_long_past(walk->sentence, noun) ? DRG_STATUS_HISTORICAL : DRG_STATUS_ACTUAL;
}

/* A noun that is only named. Acts that have an owner are known facts ("Russia's annexation of Crimea"); others may be
 * wishes of whatever they hang on. */
static void leave_background(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    code_context *context = walk->context;
    uint32_t token = walk->predicate->token;
    const uint32_t unreal = CODE_CUE_BIT(CODE_CUE_WISH) | CODE_CUE_BIT(CODE_CUE_PLAN) | CODE_CUE_BIT(CODE_CUE_PROMISE) |
                            CODE_CUE_BIT(CODE_CUE_DEMAND) | CODE_CUE_BIT(CODE_CUE_REFUSE) |
                            CODE_CUE_BIT(CODE_CUE_CANCEL) | CODE_CUE_BIT(CODE_CUE_THREATEN) |
                            CODE_CUE_BIT(CODE_CUE_FAIL) | CODE_CUE_BIT(CODE_CUE_DENY) | CODE_CUE_BIT(CODE_CUE_ATTEMPT);
    walk->step = WALK_DONE;
    if (is_label(sentence, token)) {
        walk_block(walk, "only says what the report is about");
        return;
    }
    bool heading = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    bool force = context->act.type == DRG_ASSAULT || context->act.type == DRG_COERCE;
    if (heading && !force) { /* "Khost under mortar barrage" tells it, "Peace talks" may only be the matter */
        walk_block(walk, "only a heading");
        return;
    }
    bool owned = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT) != DRG_NONE;
    bool material = happens_as_subject(context->act.type);
    bool known = context->act.type == DRG_CONSULT || is_known_bargain(walk) || context->act.type == DRG_SANCTION ||
                 (owned && (context->act.type == DRG_RETREAT || context->act.type == DRG_AID ||
                            context->act.type == DRG_COOPERATE));
    if (!material && !known) {
        walk_block(walk, "only named, not said to have happened");
        return;
    }
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && !material && context->act.type != DRG_SANCTION; depth++) {
        token = sentence->nodes[token].head;
        if (token == DRG_NONE) break;
        if (code_cues_of(sentence, token) & unreal) {
            walk_block(walk, "named under a wish, plan or refusal");
            return;
        }
        if (sentence->nodes[token].upos == DRG_VERB) break;
    }
    if (!heading && material && !is_presupposed(walk) && is_unreal_here(walk)) {
        walk_block(walk, "named under a negation, a possibility or a purpose");
        return;
    }
    context->background = true;
    context->status = heading ? DRG_STATUS_ACTUAL : background_status(walk);
}

bool walk_looks_back(const code_sentence *sentence, uint32_t governor, code_slot slot)
{
    const code_cue *cue = code_cue_of(sentence, governor, CODE_CUE_PAST);
    return cue && cue->slot_count && code_cue_takes(sentence, cue, slot);
}

static bool is_time_of(code_slot slot)
{
    return slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_DURING || slot == CODE_SLOT_IN ||
           slot == CODE_SLOT_AT || slot == CODE_SLOT_AMID || slot == CODE_SLOT_BY || slot == CODE_SLOT_THROUGH ||
           slot == CODE_SLOT_ON || slot == CODE_SLOT_WITHIN;
}

/* The cue classes of a governor that take content in this slot. */
static uint32_t cues_that_take(const code_sentence *sentence, uint32_t governor, code_slot slot)
{
    uint32_t all = code_cues_of(sentence, governor), taking = 0;
    bool noun = sentence->nodes[governor].upos == DRG_NOUN;
    for (unsigned i = 0; i < CODE_CUE_COUNT; i++) {
        if (!(all & CODE_CUE_BIT(i))) continue;
        const code_cue *cue = code_cue_of(sentence, governor, (code_cue_class)i);
        if (!cue) continue;
        bool takes = code_cue_takes(sentence, cue, slot) || (slot == CODE_SLOT_OBJECT && !cue->slot_count && !noun);
        if (takes) taking |= CODE_CUE_BIT(i);
    }
    return taking;
}

/* "to strike in revenge for the raid": what stands before the preposition looks back, whatever the phrase hangs on. */
static bool is_avenged(const code_sentence *sentence, uint32_t noun)
{
    uint32_t mark = code_child(sentence, code_container(sentence, noun), LANGUAGE_CASE);
    return mark != DRG_NONE && mark > 0 && sentence->nodes[mark].preposition &&
           walk_looks_back(sentence, mark - 1, (code_slot)sentence->nodes[mark].preposition);
}

/* "accused the army of the ambush": a parser hangs the charge on those who are charged. */
static uint32_t governor_of_charge(const code_sentence *sentence, uint32_t governor, code_slot slot)
{
    uint32_t verb = sentence->nodes[governor].head;
    bool object =
        sentence->nodes[governor].relation == LANGUAGE_OBJ || sentence->nodes[governor].relation == LANGUAGE_NSUBJ_PASS;
    if (!object || verb == DRG_NONE || (slot != CODE_SLOT_OF && slot != CODE_SLOT_FOR)) return governor;
    const code_cue *cue = code_cue_of(sentence, verb, CODE_CUE_ACCUSE);
    return cue && code_cue_takes(sentence, cue, slot) ? verb : governor;
}

/* "lifted the curfew", "ended the siege", "to deter an attack": it is over, or is not to be. */
static bool is_ended(const code_sentence *sentence, uint32_t governor, code_slot slot, drg_type type)
{
    static const char *const ends[] = {"lift",    "ease",    "end",       "relax", "shorten", "loosen", "rescind",
                                       "abandon", "stop",    "halt",      "cease", "suspend", "pause",  "avert",
                                       "deter",   "prevent", "forestall", "foil",  "thwart",  "dread",  "fear"};
    if (slot != CODE_SLOT_OBJECT || (type != DRG_ASSAULT && type != DRG_COERCE)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (base_text_is(code_lemma(sentence, governor), ends[i])) return true;
    return false;
}

/* The event noun stands in a slot of a governor. */
static void leave_slot(code_walk *walk, uint32_t governor, code_slot slot)
{
    code_sentence *sentence = walk->sentence;
    governor = governor_of_charge(sentence, governor, slot);
    if (is_ended(sentence, governor, slot, walk->context->act.type)) {
        walk_block(walk, "said to be over, or kept from happening");
        return;
    }
    bool noun = sentence->nodes[governor].upos == DRG_NOUN || sentence->nodes[governor].upos == DRG_PROPN;
    bool past = walk_looks_back(sentence, governor, slot) || is_avenged(sentence, walk->predicate->token);
    if (happens_as_subject(walk->context->act.type) && past) {
        leave_background(walk);
        return;
    }
    uint32_t bits = cues_that_take(sentence, governor, slot);
    if (WALK_HAS(bits, PLAN) && WALK_HAS(bits, WISH)) bits &= ~CODE_CUE_BIT(CODE_CUE_PLAN);
    if (WALK_HAS(bits, PLAN) && WALK_HAS(bits, DEMAND)) bits &= ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    if (bits && walk_apply_cue(walk, governor, bits)) {
        if (walk->context->blocked) return;
        walk_go(walk, governor);
        if (noun) walk->step = WALK_CARRIER;
        return;
    }
    bool ahead = slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_AHEAD;
    if ((noun && !ahead) || slot == CODE_SLOT_OBJECT) {
        leave_background(walk);
    } else if (walk->context->act.type == DRG_REQUEST && slot != CODE_SLOT_AT && slot != CODE_SLOT_AFTER &&
               slot != CODE_SLOT_FOLLOWING) { /* "at the request of Chad", but "in the president's request" */
        walk_block(walk, "only named, not said to have happened");
    } else if (is_time_of(slot)) {
        walk_go(walk, governor);
        walk->weak_marks = true;
        /* "agreed to continue after talks with Xi": what hangs on an infinitive does not wait for it */
        walk->fact = (slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING) &&
                     code_clause_marks(sentence, governor).infinitive;
    } else if (slot == CODE_SLOT_FOR && walk->context->act.type == DRG_CONSULT &&
               code_triggers_type(sentence, governor, DRG_CONSULT)) {
        walk_apply(walk, CODE_READING_PLANNED, walk->predicate->token); /* "arrived in Geneva for talks" */
        if (!walk->context->blocked) walk_go(walk, governor);
    } else if ((slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_AHEAD) && walk->context->act.type == DRG_CONSULT &&
               walk->own->count) {
        walk_apply(walk, CODE_READING_PLANNED, walk->predicate->token); /* "ahead of a visit by Xi" */
        walk->step = WALK_DONE;
    } else if (slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_AHEAD || slot == CODE_SLOT_UNTIL ||
               slot == CODE_SLOT_PENDING || slot == CODE_SLOT_WITHOUT || slot == CODE_SLOT_FOR ||
               slot == CODE_SLOT_TOWARD) {
        walk_block(walk, "not yet, or not");
    } else {
        leave_background(walk);
    }
}

static void leave_subject(code_walk *walk, uint32_t governor)
{
    uint32_t bits = code_cues_of(walk->sentence, governor);
    bool owned = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT) != DRG_NONE;
    drg_type type = walk->context->act.type;
    bool other = owned && type != DRG_CONSULT && type != DRG_AGREE && type != DRG_REQUEST;
    bool existential = code_child(walk->sentence, governor, LANGUAGE_EXPL) != DRG_NONE; /* "there were no talks" */
    if (existential) {
        walk_go(walk, governor);
        walk->negation_counted = walk->context->negated;
        return;
    }
    bool happens = WALK_HAS(bits, HAPPEN), material = happens_as_subject(type);
    if (!happens && material && is_presupposed(walk) && is_unreal_clause(walk->sentence, governor))
        leave_background(walk); /* "these protests will cost him votes": there are protests, whatever they will do */
    else if (happens || material || other)
        walk_go(walk, governor); /* "Thailand's extradition of the dealer angered Russia" */
    else
        leave_background(walk);
}

/* "Egyptian police arrest 10 people.": the root is a verb in the present tense, taken for a noun, when an object
 * follows it. */
static bool is_lost_present(const code_sentence *sentence, uint32_t root)
{
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    CODE_EACH_CHILD(sentence, child, root) {
        if (child <= root || code_case_of(sentence, child)) continue;
        if (sentence->nodes[child].relation == LANGUAGE_OBJ) return true;
        bool counted = sentence->nodes[child].relation == LANGUAGE_APPOS && sentence->nodes[root + 1].head == child &&
                       sentence->nodes[root + 1].relation == LANGUAGE_NUMMOD;
        if (counted) return true;
    }
    return false;
}

void walk_leave_noun(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t token = code_container(sentence, walk->predicate->token);
    for (unsigned depth = 0; depth < 8 && sentence->nodes[token].relation == LANGUAGE_CONJ; depth++)
        token = sentence->nodes[token].head == DRG_NONE ? token : code_container(sentence, sentence->nodes[token].head);
    uint32_t head = sentence->nodes[token].head;
    if (code_is_headline_predicate(sentence, walk->predicate->token)) {
        if (walk->context->act.type == DRG_CONSULT) walk->context->status = DRG_STATUS_ONGOING;
        walk->step = WALK_DONE;
        return;
    }
    uint32_t stay = walk->context->act.type == DRG_CONSULT ? code_stay_of(sentence, token) : DRG_NONE;
    if (stay != DRG_NONE && code_argument_get(walk->predicate, CODE_SLOT_SUBJECT) != DRG_NONE) {
        walk_go(walk, stay);
        return;
    }
    if (head == DRG_NONE) {
        if (is_lost_present(sentence, token))
            walk->step = WALK_DONE;
        else
            leave_background(walk);
        return;
    }
    switch (sentence->nodes[token].relation) {
    case LANGUAGE_OBJ:
    case LANGUAGE_NSUBJ_PASS: leave_slot(walk, head, CODE_SLOT_OBJECT); break;
    case LANGUAGE_OBL:
    case LANGUAGE_ADVCL: /* "after talks with Ban", taken for a clause */
    case LANGUAGE_NMOD:
    case LANGUAGE_OBL_AGENT: leave_slot(walk, head, code_case_of(sentence, token)); break;
    case LANGUAGE_NSUBJ:
        if (code_predicate_of(sentence, head)->passive) /* "Curfew imposed in Lagos" */
            leave_slot(walk, head, CODE_SLOT_OBJECT);
        else
            leave_subject(walk, head);
        break;
    default: leave_background(walk); break;
    }
}
