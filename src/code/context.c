/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a frame's act at a predicate. Out: what the text says of it. Method: a walk from the predicate up through what
 * governs it, one clause or noun at a time, in the manner of factuality calculi (Sauri and Pustejovsky 2009: each
 * governing word changes the value of what lies under it). Each cue turns the act into another one by PLOVER's table;
 * what is governed by a word that is no known cue is not asserted, so nothing is coded from it.
 */
#include "code/context.h"

#include "code/clause.h"
#include "code/match.h"

typedef enum walk_step { WALK_CLAUSE, WALK_CARRIER, WALK_DONE } walk_step;

typedef struct code_walk {
    code_sentence *sentence;
    const code_frame_record *frame;
    const code_predicate *predicate;
    const code_mentions *own;
    code_context *context;
    uint32_t at;
    walk_step step;
    bool skip_marks;  /* the clause is only passed: a conjunct's head */
    bool weak_marks;  /* the clause only lends its time: "will leave after meeting X" */
    bool fact;        /* a time clause was left: it happened, whatever is said of what stands above */
    bool over_report; /* what stands above a reporting verb */
    bool would, must, may;
    enum {
        NO_FORECAST,
        FORECAST,
        FORECAST_IF_SAID
    } forecast; /* "will not": REFUSED, when it is the speaker's own act */
} code_walk;

static void block(code_walk *walk, const char *reason)
{
    if (!walk->context->blocked) walk->context->blocked = reason;
    walk->step = WALK_DONE;
}

static void go(code_walk *walk, uint32_t at)
{
    walk->at = at;
    walk->step = at == DRG_NONE ? WALK_DONE : WALK_CLAUSE;
    walk->skip_marks = walk->weak_marks = false;
}

/* ---- readings */

static code_act frame_act(const code_walk *walk, uint32_t act)
{
    const code_act_record *record = &walk->sentence->frames->acts[act];
    return (code_act){record->none != 0, (drg_type)record->type,
                      code_frames_text(walk->sentence->frames, record->mode_offset, record->mode_size)};
}

static const char *reading_blocked(code_reading reading)
{
    switch (reading) {
    case CODE_READING_PLANNED: return "only planned";
    case CODE_READING_PROMISED: return "only promised";
    case CODE_READING_REFUSED: return "refused";
    case CODE_READING_CANCELLED: return "cancelled";
    case CODE_READING_THREATENED: return "only threatened";
    case CODE_READING_DEMANDED: return "only demanded";
    case CODE_READING_ATTEMPTED: return "only attempted";
    case CODE_READING_ALLEGED: return "only alleged";
    default: return "negated";
    }
}

static void apply(code_walk *walk, code_reading reading, uint32_t cue)
{
    code_context *context = walk->context;
    uint32_t own = walk->frame->readings[reading];
    context->act = !context->readings && own ? frame_act(walk, own - 1)
                                             : code_reading_default(reading, context->act.type, context->act.mode);
    context->readings++;
    if (context->act.none) {
        block(walk, reading_blocked(reading));
        return;
    }
    context->outer = cue;
    context->alleged = reading == CODE_READING_ALLEGED;
    context->promised |= reading == CODE_READING_PROMISED;
    bool ahead = reading == CODE_READING_PLANNED || reading == CODE_READING_PROMISED;
    context->status = ahead ? DRG_STATUS_PLANNED : DRG_STATUS_ACTUAL;
    walk->would = walk->must = walk->may = false;
}

/* Applies a reading whose actor is the subject of the cue. Of what "was cancelled" by nobody named, nobody is the
 * actor. */
static void apply_by(code_walk *walk, code_reading reading, uint32_t cue, uint32_t doer, bool addressed)
{
    apply(walk, reading, cue);
    bool needs_doer = addressed || reading == CODE_READING_REFUSED || reading == CODE_READING_CANCELLED ||
                      reading == CODE_READING_THREATENED;
    if (doer == DRG_NONE && needs_doer) block(walk, "nobody is named who did it");
    if (doer != DRG_NONE) walk->context->doer = doer;
    if (addressed) walk->context->addressed = true;
}

static void add_speaker(code_walk *walk, uint32_t cue, uint32_t token)
{
    code_context *context = walk->context;
    for (size_t i = 0; i < context->speaker_count; i++)
        if (context->speakers[i].cue == cue) return;
    if (context->speaker_count < CODE_SPEAKERS)
        context->speakers[context->speaker_count++] = (code_speaker){cue, token};
}

/* On which side of the act a speaker stands, as far as he is known. */
typedef enum walk_side { WALK_UNKNOWN, WALK_OWN, WALK_OTHER } walk_side;

static walk_side side_of(code_walk *walk, uint32_t token)
{
    if (token == DRG_NONE) return WALK_UNKNOWN;
    code_mentions speaker = {0};
    code_resolve(walk->sentence, token, false, &speaker);
    if (code_same_side(walk->sentence, &speaker, walk->own)) return WALK_OWN;
    for (size_t i = 0; i < speaker.count; i++)
        if (walk->sentence->document->mentions.items[speaker.items[i]].country.size) return WALK_OTHER;
    return WALK_UNKNOWN;
}

static bool is_own_side(code_walk *walk, uint32_t token)
{
    return side_of(walk, token) == WALK_OWN;
}

static bool is_hostile(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_SANCTION || type == DRG_MOBILIZE ||
           type == DRG_REJECT || type == DRG_THREATEN;
}

/* A clause that reports has been reached from inside: what was only "would", "may" or "must" becomes clear by who says
 * it. */
static void cross_report(code_walk *walk, uint32_t cue, uint32_t speaker)
{
    code_context *context = walk->context;
    walk_side side = side_of(walk, speaker);
    bool own_side = side == WALK_OWN;
    if (walk->forecast && side == WALK_OTHER) block(walk, "another's prediction");
    walk->forecast = NO_FORECAST;
    if (walk->fact) {
        add_speaker(walk, cue, speaker);
        walk->over_report = true;
        return;
    }
    if (walk->must && speaker != DRG_NONE && !own_side) {
        apply_by(walk, CODE_READING_DEMANDED, cue, speaker, true);
    } else if (walk->may && own_side && is_hostile(context->act.type)) {
        apply_by(walk, CODE_READING_THREATENED, cue, speaker, false);
        context->status = DRG_STATUS_CONDITIONAL;
    } else if (walk->would && !walk->may) {
        bool wields = is_hostile(context->act.type) && context->act.type != DRG_REJECT;
        if (wields && !own_side)
            block(walk, "another's prediction");
        else
            apply_by(walk, CODE_READING_PLANNED, walk->predicate->clause, DRG_NONE, false);
    }
    if (context->readings == 1 && context->act.type == DRG_THREATEN && context->status == DRG_STATUS_PLANNED) {
        if (own_side) context->doer = speaker;
        if (side == WALK_OTHER) block(walk, "another's prediction");
    }
    add_speaker(walk, cue, speaker);
    walk->over_report = true;
}

/* ---- marks of a clause */

/* In the present tense with a day to come "meets on Saturday" tells of what is planned; nobody announces so that he
 * attacks or rejects. */
static bool is_scheduled(drg_type type)
{
    return type != DRG_ASSAULT && type != DRG_COERCE && type != DRG_REJECT && type != DRG_ACCUSE &&
           type != DRG_REQUEST && type != DRG_THREATEN;
}

static void apply_marks(code_walk *walk, const code_marks *marks, uint32_t clause)
{
    code_context *context = walk->context;
    if (walk->fact && !walk->weak_marks && !walk->over_report) return;
    if (walk->over_report) {
        if (marks->negated) block(walk, "not said");
        if (marks->will || marks->would || marks->may || marks->must) block(walk, "not yet said");
        return;
    }
    if (marks->negated && !walk->weak_marks) {
        if (context->readings) {
            block(walk, "negated");
        } else if (marks->will || marks->would) { /* "will not withdraw" says no; of another it is a forecast */
            walk->forecast = marks->would ? FORECAST_IF_SAID : FORECAST;
            apply(walk, CODE_READING_REFUSED, clause);
        } else {
            apply(walk, CODE_READING_NEGATED, clause);
        }
        return;
    }
    if (marks->must) walk->must = true;
    if (marks->may) walk->may = true;
    if (marks->would && !context->readings) walk->would = true;
    bool ahead = marks->later && !marks->past && !marks->infinitive && is_scheduled(context->act.type);
    if (marks->will || ahead) {
        if (context->readings)
            context->status = DRG_STATUS_PLANNED;
        else
            apply(walk, CODE_READING_PLANNED, clause);
    }
    if (marks->conditional && context->status == DRG_STATUS_PLANNED) context->status = DRG_STATUS_CONDITIONAL;
    if (marks->progressive && !context->readings && context->status == DRG_STATUS_ACTUAL)
        context->status = DRG_STATUS_ONGOING;
}

/* ---- cues that govern */

static uint32_t subject_of(code_walk *walk, uint32_t governor)
{
    const code_predicate *above = code_predicate_of(walk->sentence, governor);
    return code_argument_nth(above, CODE_SLOT_SUBJECT, 0, 0);
}

/* "claimed that they had captured soldiers": who "they" are is not known, and most likely those who claim it. */
static bool is_done_by_pronoun(const code_walk *walk)
{
    uint32_t subject = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT);
    return !walk->own->count && subject != DRG_NONE && walk->sentence->nodes[subject].upos == DRG_PRON;
}

#define HAS(bits, name) ((bits)&CODE_CUE_BIT(CODE_CUE_##name))

/* Applies what the governing word does to its content; false when it is no cue. `bits`: its classes. */
static bool apply_cue(code_walk *walk, uint32_t governor, uint32_t bits)
{
    if (walk->fact) return true;
    uint32_t subject = subject_of(walk, governor);
    if (HAS(bits, FAIL)) {
        if (walk->context->readings)
            block(walk, "did not come about");
        else
            apply(walk, CODE_READING_NEGATED, governor);
    } else if (HAS(bits, DENY)) {
        block(walk, "denied");
    } else if (HAS(bits, REFUSE)) {
        apply_by(walk, CODE_READING_REFUSED, governor, subject, false);
    } else if (HAS(bits, CANCEL)) {
        apply_by(walk, CODE_READING_CANCELLED, governor, subject, false);
    } else if (HAS(bits, THREATEN)) {
        apply_by(walk, CODE_READING_THREATENED, governor, subject, false);
    } else if (HAS(bits, DEMAND)) {
        apply_by(walk, CODE_READING_DEMANDED, governor, subject, true);
    } else if (HAS(bits, PROMISE)) {
        apply_by(walk, CODE_READING_PROMISED, governor, subject, false);
    } else if (HAS(bits, ACCUSE)) {
        if (is_own_side(walk, subject) || is_done_by_pronoun(walk))
            cross_report(walk, governor, subject);
        else
            apply_by(walk, CODE_READING_ALLEGED, governor, subject, true);
    } else if (HAS(bits, WISH)) {
        block(walk, "only wished, feared or thought");
    } else if (HAS(bits, PLAN)) {
        apply_by(walk, CODE_READING_PLANNED, governor, subject, false);
    } else if (HAS(bits, ATTEMPT)) {
        apply_by(walk, CODE_READING_ATTEMPTED, governor, subject, false);
    } else {
        return false;
    }
    return true;
}

/* Does the verb make a demand of its object? Not when the list gives it prepositions only ("call on", "call for"). */
static bool takes_object(const code_sentence *sentence, uint32_t governor)
{
    const code_cue *cue = code_cue_of(sentence, governor, CODE_CUE_DEMAND);
    return cue && (!cue->slot_count || code_cue_takes(sentence, cue, CODE_SLOT_OBJECT));
}

/* Words of several classes: which one counts depends on what hangs on them. */
static uint32_t choose_for_infinitive(code_walk *walk, uint32_t governor, uint32_t bits)
{
    const code_predicate *above = code_predicate_of(walk->sentence, governor);
    uint32_t object = code_argument_get(above, CODE_SLOT_OBJECT);
    if (HAS(bits, PLAN) && HAS(bits, WISH)) /* "is expected to" against "expects X to" */
        bits &= above->passive ? ~CODE_CUE_BIT(CODE_CUE_WISH) : ~CODE_CUE_BIT(CODE_CUE_PLAN);
    if (HAS(bits, PLAN) && HAS(bits, DEMAND)) { /* "ordered his troops to", "ordered Israel to" */
        code_mentions ordered = {0}, orderer = {0};
        if (object != DRG_NONE) code_resolve(walk->sentence, object, false, &ordered);
        uint32_t subject = subject_of(walk, governor);
        if (subject != DRG_NONE) code_resolve(walk->sentence, subject, false, &orderer);
        bool other = ordered.count && !code_same_side(walk->sentence, &ordered, &orderer);
        bits &= other ? ~CODE_CUE_BIT(CODE_CUE_PLAN) : ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    }
    if (HAS(bits, REPORT) && !above->passive) bits &= ~CODE_CUE_BIT(CODE_CUE_REPORT);
    if (HAS(bits, DEMAND) && object != DRG_NONE && !above->passive && !takes_object(walk->sentence, governor))
        bits &= ~CODE_CUE_BIT(CODE_CUE_DEMAND); /* "called X to discuss" against "called on X to" */
    return bits;
}

/* "Iran says it is to release them": the verb with a copula and "to" of its own is finite, and planned. */
static bool is_is_to(code_sentence *sentence, uint32_t clause)
{
    uint32_t copula = code_child(sentence, clause, LANGUAGE_COP);
    return copula != DRG_NONE && sentence->nodes[clause].tag == LANGUAGE_TAG_VB &&
           code_clause_marks(sentence, clause).infinitive;
}

static uint32_t choose_for_finite(code_walk *walk, uint32_t clause, uint32_t bits)
{
    bool subjunctive = walk->sentence->nodes[clause].tag == LANGUAGE_TAG_VB &&
                       code_child(walk->sentence, clause, LANGUAGE_AUX) == DRG_NONE &&
                       code_child(walk->sentence, clause, LANGUAGE_COP) == DRG_NONE;
    if (HAS(bits, REPORT) && !HAS(bits, DEMAND) && subjunctive) /* "suggested Trump visit": no report */
        bits = (bits & ~CODE_CUE_BIT(CODE_CUE_REPORT)) | CODE_CUE_BIT(CODE_CUE_WISH);
    if (HAS(bits, REPORT) && HAS(bits, DEMAND))
        bits &= subjunctive ? ~CODE_CUE_BIT(CODE_CUE_REPORT) : ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    if (HAS(bits, PROMISE) && !walk->context->readings && !walk->would && !subjunctive) {
        /* "agreed that talks had been useful" promises nothing */
        bits &= ~CODE_CUE_BIT(CODE_CUE_PROMISE);
    }
    return bits;
}

static bool has_condition_mark(const code_sentence *sentence, uint32_t clause)
{
    CODE_EACH_CHILD(sentence, child, clause) {
        if (sentence->nodes[child].relation != LANGUAGE_MARK && sentence->nodes[child].relation != LANGUAGE_ADVMOD)
            continue;
        const code_cue *cue = code_cue_of(sentence, child, CODE_CUE_CONDITION);
        if (cue && (cue->upos == DRG_SCONJ || cue->upos == DRG_ADP)) return true;
    }
    return false;
}

/* "in efforts to push", "made a promise to leave": the noun before "to" governs, wherever a parser hangs the
 * infinitive. */
static uint32_t noun_before(const code_sentence *sentence, uint32_t clause)
{
    uint32_t first = clause;
    CODE_EACH_CHILD(sentence, child, clause)
        if (sentence->nodes[child].relation == LANGUAGE_MARK && sentence->nodes[child].tag == LANGUAGE_TAG_TO)
            first = child;
    if (first == clause || first == 0 || sentence->nodes[first - 1].upos != DRG_NOUN) return DRG_NONE;
    return code_cues_of(sentence, first - 1) ? first - 1 : DRG_NONE;
}

static void leave_noun_content(code_walk *walk, uint32_t noun);

/* The clause is the complement of the governor. */
static void leave_complement(code_walk *walk, uint32_t clause, uint32_t governor)
{
    code_sentence *sentence = walk->sentence;
    bool infinitive = sentence->nodes[clause].relation == LANGUAGE_XCOMP ||
                      (code_clause_marks(sentence, clause).infinitive && !is_is_to(sentence, clause));
    if (has_condition_mark(sentence, clause)) {
        block(walk, "a question or a condition");
        return;
    }
    uint32_t noun = infinitive ? noun_before(sentence, clause) : DRG_NONE;
    if (noun != DRG_NONE) {
        leave_noun_content(walk, noun);
        return;
    }
    uint32_t bits = code_cues_of(sentence, governor);
    /* "called it soft-spoken", "wants him released": a participle says nothing of an act */
    if (sentence->nodes[clause].relation == LANGUAGE_XCOMP && sentence->nodes[clause].tag == LANGUAGE_TAG_VBN &&
        !HAS(bits, RAISE)) {
        block(walk, "under a word that does not assert it");
        return;
    }
    bool be = base_text_is(code_lemma(sentence, governor), "be");
    if (infinitive && be) { /* "is to meet" */
        apply(walk, CODE_READING_PLANNED, governor);
    } else if (infinitive && HAS(bits, RAISE) && !HAS(bits, PLAN)) {
        /* transparent */
    } else {
        bits = infinitive ? choose_for_infinitive(walk, governor, bits) : choose_for_finite(walk, clause, bits);
        if (HAS(bits, REPORT) && !HAS(bits, ACCUSE))
            cross_report(walk, governor, subject_of(walk, governor));
        else if (!apply_cue(walk, governor, bits))
            block(walk, "under a word that does not assert it");
    }
    if (walk->context->blocked) return;
    go(walk, governor);
    if (sentence->nodes[governor].upos == DRG_NOUN) walk->step = WALK_CARRIER; /* "the claim that it had agreed" */
}

/* The clause is an adverbial of the governor. */
static void leave_adverbial(code_walk *walk, uint32_t clause, uint32_t governor)
{
    code_sentence *sentence = walk->sentence;
    uint32_t bits = code_cues_of(sentence, governor);
    code_marks marks = code_clause_marks(sentence, clause);
    code_slot slot = code_case_of(sentence, clause);
    if (has_condition_mark(sentence, clause)) {
        block(walk, "under a condition");
        return;
    }
    uint32_t noun = marks.infinitive ? noun_before(sentence, clause) : DRG_NONE;
    if (noun != DRG_NONE) {
        leave_noun_content(walk, noun);
        return;
    }
    if (marks.infinitive) { /* parsers often take a complement for an adverbial */
        if (apply_cue(walk, governor, choose_for_infinitive(walk, governor, bits) & ~CODE_CUE_BIT(CODE_CUE_WISH))) {
        } else if (code_triggers_type(sentence, governor, DRG_CONSULT) && walk->context->act.type == DRG_CONSULT &&
                   !walk->context->readings) {
            apply(walk, CODE_READING_PLANNED, clause); /* "flew to Cairo to meet" */
        } else {
            block(walk, "only a purpose");
        }
        if (!walk->context->blocked) go(walk, governor);
        return;
    }
    for (unsigned i = 0; slot && i < CODE_CUE_COUNT; i++) { /* "accused of attacking", "prevented from meeting" */
        const code_cue *cue = code_cue_of(sentence, governor, (code_cue_class)i);
        if (!cue || !code_cue_takes(sentence, cue, slot)) continue;
        if (apply_cue(walk, governor, CODE_CUE_BIT(i))) {
            if (!walk->context->blocked) go(walk, governor);
            return;
        }
    }
    if (slot == CODE_SLOT_UNTIL || slot == CODE_SLOT_INSTEAD || slot == CODE_SLOT_PENDING ||
        slot == CODE_SLOT_FAILING || slot == CODE_SLOT_WITHOUT || slot == CODE_SLOT_AHEAD || slot == CODE_SLOT_LIKE) {
        block(walk, "said not to have happened, or not yet");
        return;
    }
    if (slot == CODE_SLOT_OF || slot == CODE_SLOT_FROM || slot == CODE_SLOT_AGAINST || slot == CODE_SLOT_TO ||
        (slot == CODE_SLOT_AS && sentence->nodes[clause].tag == LANGUAGE_TAG_VBG)) {
        block(walk, "under a word that does not assert it");
        return;
    }
    bool gerund = sentence->nodes[clause].tag == LANGUAGE_TAG_VBG;
    if (gerund && (slot == CODE_SLOT_ON || slot == CODE_SLOT_ABOUT || slot == CODE_SLOT_OVER)) {
        block(walk, "only a topic"); /* "held talks on ending the war" */
        return;
    }
    const code_predicate *above = code_predicate_of(sentence, governor);
    if (gerund && slot == CODE_SLOT_FOR && !above->passive && code_argument_get(above, CODE_SLOT_OBJECT) != DRG_NONE) {
        block(walk, "a reason, and another's act"); /* "condemned NATO for rejecting" */
        return;
    }
    bool past = slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_SINCE;
    go(walk, governor);
    walk->weak_marks = true;
    /* "has been quiet since X resigned": a finite clause of time is a fact; a gerund still waits for its verb's "will"
     */
    walk->fact = past && marks.past && sentence->nodes[clause].tag != LANGUAGE_TAG_VBG;
    if (walk->fact) walk->weak_marks = false;
}

/* The clause modifies a noun as its content: "the plan to attack", "a promise of sending". */
static void leave_noun_content(code_walk *walk, uint32_t noun)
{
    uint32_t bits = code_cues_of(walk->sentence, noun);
    if (HAS(bits, REPORT) && !HAS(bits, ACCUSE) && bits == CODE_CUE_BIT(CODE_CUE_REPORT)) {
        cross_report(walk, noun, subject_of(walk, noun));
    } else if (!apply_cue(walk, noun, bits)) {
        block(walk, "under a noun that does not assert it");
    }
    if (walk->context->blocked) return;
    walk->at = noun;
    walk->step = WALK_CARRIER;
}

/* A gerund or base form that a parser joins to a finite verb is a second complement of it: "accused of crimes and
 * killing", "agreed to resume talks and release hostages". */
static bool shares_complement(const code_sentence *sentence, uint32_t clause, uint32_t first)
{
    const code_node *node = &sentence->nodes[clause], *head = &sentence->nodes[first];
    bool form = node->tag == LANGUAGE_TAG_VBG ||
                (node->tag == LANGUAGE_TAG_VB && head->tag != LANGUAGE_TAG_VB && head->tag != LANGUAGE_TAG_VBP);
    return form && head->upos == DRG_VERB && head->tag != node->tag &&
           code_child(sentence, clause, LANGUAGE_AUX) == DRG_NONE &&
           code_child(sentence, clause, LANGUAGE_NSUBJ) == DRG_NONE;
}

/* "plans to attack Syria and is sending troops": a finite verb is no second complement, though a parser joins it to the
 * first one. */
static bool is_finite_beside_infinitive(code_sentence *sentence, uint32_t clause, uint32_t first)
{
    const code_node *node = &sentence->nodes[first];
    bool complement =
        node->relation == LANGUAGE_XCOMP || /* "plans" as noun and root */
        (node->relation == LANGUAGE_ACL && node->head != DRG_NONE && sentence->nodes[node->head].head == DRG_NONE);
    if (!complement || !code_clause_marks(sentence, first).infinitive) return false;
    uint8_t tag = sentence->nodes[clause].tag;
    uint32_t helper = code_child(sentence, clause, LANGUAGE_AUX);
    if (helper == DRG_NONE) helper = code_child(sentence, clause, LANGUAGE_AUX_PASS);
    if (helper != DRG_NONE) tag = sentence->nodes[helper].tag;
    return tag == LANGUAGE_TAG_VBD || tag == LANGUAGE_TAG_VBZ || tag == LANGUAGE_TAG_VBP || tag == LANGUAGE_TAG_MD;
}

/* "proposed a truce and to hold talks": the infinitive hangs on a noun but belongs to its verb. */
static void leave_conjunct(code_walk *walk, uint32_t clause)
{
    code_sentence *sentence = walk->sentence;
    uint32_t first = sentence->nodes[clause].head;
    uint8_t upos = sentence->nodes[first].upos;
    if ((upos == DRG_NOUN || upos == DRG_PROPN) && code_child(sentence, first, LANGUAGE_COP) == DRG_NONE &&
        sentence->nodes[first].head != DRG_NONE && code_clause_marks(walk->sentence, clause).infinitive) {
        leave_complement(walk, clause, sentence->nodes[first].head);
        return;
    }
    if (shares_complement(sentence, clause, first)) {
        uint32_t bits = choose_for_infinitive(walk, first, code_cues_of(sentence, first));
        bits &= ~CODE_CUE_BIT(CODE_CUE_REPORT);
        if (apply_cue(walk, first, bits) && walk->context->blocked) return;
    }
    if (is_finite_beside_infinitive(sentence, clause, first)) {
        go(walk, sentence->nodes[first].head);
        walk->skip_marks = true;
        return;
    }
    const code_node *head = &sentence->nodes[first];
    bool root = head->head == DRG_NONE || head->relation == LANGUAGE_ROOT;
    root |= is_is_to(sentence, first);
    if (root && !walk->context->readings && code_clause_marks(walk->sentence, clause).infinitive) {
        apply(walk, CODE_READING_PLANNED, clause); /* "is to freeze and confiscate" */
        if (walk->context->blocked) return;
    }
    go(walk, first);
    walk->skip_marks = true;
}

/* "in the event that Russia does attack" */
static bool has_that(const code_sentence *sentence, uint32_t clause)
{
    uint32_t mark = code_child(sentence, clause, LANGUAGE_MARK);
    return mark != DRG_NONE && base_text_is(code_lemma(sentence, mark), "that");
}

static void leave_clause(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t clause = walk->at;
    const code_node *node = &sentence->nodes[clause];
    language_relation relation;
    uint32_t governor = code_governor(sentence, clause, &relation);
    if (governor == DRG_NONE) {
        walk->step = WALK_DONE;
        return;
    }
    if (code_is_lost_main_verb(sentence, clause)) {
        walk->step = WALK_DONE;
        return;
    }
    switch (relation) {
    case LANGUAGE_CONJ: leave_conjunct(walk, clause); break;
    case LANGUAGE_CCOMP:
    case LANGUAGE_XCOMP:
    case LANGUAGE_CSUBJ:
    case LANGUAGE_CSUBJ_PASS: leave_complement(walk, clause, governor); break;
    case LANGUAGE_PARATAXIS:
        if (code_cue_of(sentence, node->head, CODE_CUE_REPORT))
            leave_complement(walk, clause, node->head);
        else
            walk->step = WALK_DONE;
        break;
    case LANGUAGE_ADVCL:
    case LANGUAGE_OBL: leave_adverbial(walk, clause, node->head); break;
    case LANGUAGE_ACL:
    case LANGUAGE_NMOD:
        if (node->relation == LANGUAGE_ACL && !code_clause_marks(sentence, clause).infinitive &&
            !code_case_of(sentence, clause) && node->tag != LANGUAGE_TAG_VBD && node->tag != LANGUAGE_TAG_VBZ &&
            !has_that(sentence, clause))
            walk->step = WALK_DONE; /* "troops withdrawn on Monday" */
        else
            leave_noun_content(walk, node->head);
        break;
    case LANGUAGE_ACL_RELCL:
        if (code_is_noun_content(sentence, clause))
            leave_noun_content(walk, node->head);
        else
            walk->step = WALK_DONE;
        break;
    case LANGUAGE_ROOT:
    case LANGUAGE_ADVCL_RELCL:
    case LANGUAGE_APPOS:
    case LANGUAGE_LIST: walk->step = WALK_DONE; break;
    default: block(walk, "in a construction that asserts nothing"); break;
    }
}

static void walk_clause(code_walk *walk)
{
    if (!walk->skip_marks) {
        code_marks marks = code_clause_marks(walk->sentence, walk->at);
        apply_marks(walk, &marks, walk->at);
        const code_node *node = &walk->sentence->nodes[walk->at];
        bool root = node->head == DRG_NONE || node->relation == LANGUAGE_ROOT;
        bool planned = (root && marks.infinitive) || is_is_to(walk->sentence, walk->at);
        if (planned && !walk->context->blocked && !walk->context->readings)
            apply(walk, CODE_READING_PLANNED, walk->at); /* also the headline's "Putin to meet Xi" */
        if (root && marks.bare && code_predicate_of(walk->sentence, walk->at)->surface == DRG_NONE &&
            !walk->context->readings)
            block(walk, "an order to the reader");
        if (root && walk->sentence->question && !walk->over_report) block(walk, "a question");
    }
    if (walk->step == WALK_CLAUSE && !walk->context->blocked) leave_clause(walk);
}

/* A cue noun must itself be asserted: "made a promise to", "in efforts to", but not "rejected a plan to". */
static void walk_carrier(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t noun = code_container(sentence, walk->at);
    const code_node *node = &sentence->nodes[noun];
    uint32_t head = node->head;
    if (head == DRG_NONE) {
        walk->step = WALK_DONE;
        return;
    }
    code_outlook outlook = code_noun_outlook(sentence, walk->at);
    if (outlook == CODE_OUTLOOK_NEGATED || outlook == CODE_OUTLOOK_POSSIBLE || outlook == CODE_OUTLOOK_CANCELLED) {
        block(walk, "not asserted");
        return;
    }
    uint8_t upos = sentence->nodes[head].upos;
    uint32_t bits = code_cues_of(sentence, head);
    const uint32_t against = CODE_CUE_BIT(CODE_CUE_REFUSE) | CODE_CUE_BIT(CODE_CUE_DENY) | CODE_CUE_BIT(CODE_CUE_FAIL) |
                             CODE_CUE_BIT(CODE_CUE_CANCEL) | CODE_CUE_BIT(CODE_CUE_WISH) |
                             CODE_CUE_BIT(CODE_CUE_DEMAND);
    bool verbal = upos == DRG_VERB || upos == DRG_AUX || upos == DRG_ADJ;
    if (!verbal || (bits & against)) {
        block(walk, verbal ? "refused, denied, wished or failed" : "under a noun that does not assert it");
        return;
    }
    go(walk, head);
}

/* ---- nouns that stand alone */

static bool happens_as_subject(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_MOBILIZE || type == DRG_PROTEST;
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
    if (sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE) {
        block(walk, "only a heading");
        return;
    }
    bool owned = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT) != DRG_NONE;
    bool material = happens_as_subject(context->act.type);
    bool known = context->act.type == DRG_CONSULT || context->act.type == DRG_SANCTION ||
                 (owned && (context->act.type == DRG_RETREAT || context->act.type == DRG_AID ||
                            context->act.type == DRG_COOPERATE));
    if (!material && !known) {
        block(walk, "only named, not said to have happened");
        return;
    }
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && !material && context->act.type != DRG_SANCTION; depth++) {
        token = sentence->nodes[token].head;
        if (token == DRG_NONE) break;
        if (code_cues_of(sentence, token) & unreal) {
            block(walk, "named under a wish, plan or refusal");
            return;
        }
        if (sentence->nodes[token].upos == DRG_VERB) break;
    }
    context->background = true;
    context->status = DRG_STATUS_HISTORICAL;
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

/* The event noun stands in a slot of a governor. */
static void leave_slot(code_walk *walk, uint32_t governor, code_slot slot)
{
    code_sentence *sentence = walk->sentence;
    bool noun = sentence->nodes[governor].upos == DRG_NOUN || sentence->nodes[governor].upos == DRG_PROPN;
    uint32_t bits = cues_that_take(sentence, governor, slot);
    if (HAS(bits, PLAN) && HAS(bits, WISH)) bits &= ~CODE_CUE_BIT(CODE_CUE_PLAN);
    if (HAS(bits, PLAN) && HAS(bits, DEMAND)) bits &= ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    if (bits && apply_cue(walk, governor, bits)) {
        if (walk->context->blocked) return;
        go(walk, governor);
        if (noun) walk->step = WALK_CARRIER;
        return;
    }
    if (noun || slot == CODE_SLOT_OBJECT) {
        leave_background(walk);
    } else if (is_time_of(slot)) {
        go(walk, governor);
        walk->weak_marks = true;
        /* "agreed to continue after talks with Xi": what hangs on an infinitive does not wait for it */
        walk->fact = (slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING) &&
                     code_clause_marks(sentence, governor).infinitive;
    } else if (slot == CODE_SLOT_FOR && walk->context->act.type == DRG_CONSULT &&
               code_triggers_type(sentence, governor, DRG_CONSULT)) {
        apply(walk, CODE_READING_PLANNED, walk->predicate->token); /* "arrived in Geneva for talks" */
        if (!walk->context->blocked) go(walk, governor);
    } else if (slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_AHEAD || slot == CODE_SLOT_UNTIL ||
               slot == CODE_SLOT_PENDING || slot == CODE_SLOT_WITHOUT || slot == CODE_SLOT_FOR ||
               slot == CODE_SLOT_TOWARD) {
        block(walk, "not yet, or not");
    } else {
        leave_background(walk);
    }
}

static void leave_subject(code_walk *walk, uint32_t governor)
{
    uint32_t bits = code_cues_of(walk->sentence, governor);
    bool owned = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT) != DRG_NONE;
    bool other = owned && walk->context->act.type != DRG_CONSULT && walk->context->act.type != DRG_AGREE;
    if (HAS(bits, HAPPEN) || happens_as_subject(walk->context->act.type) || other)
        go(walk, governor); /* "Thailand's extradition of the dealer angered Russia" */
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

static void leave_noun(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t token = code_container(sentence, walk->predicate->token);
    for (unsigned depth = 0; depth < 8 && sentence->nodes[token].relation == LANGUAGE_CONJ; depth++)
        token = sentence->nodes[token].head == DRG_NONE ? token : code_container(sentence, sentence->nodes[token].head);
    uint32_t head = sentence->nodes[token].head;
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
    case LANGUAGE_NMOD:
    case LANGUAGE_OBL_AGENT: leave_slot(walk, head, code_case_of(sentence, token)); break;
    case LANGUAGE_NSUBJ: leave_subject(walk, head); break;
    default: leave_background(walk); break;
    }
}

/* ---- the walk */

static void start(code_walk *walk)
{
    const code_predicate *predicate = walk->predicate;
    if (predicate->kind != CODE_PREDICATE_NOUN) {
        go(walk, predicate->clause);
        return;
    }
    code_outlook outlook = code_noun_outlook(walk->sentence, predicate->token);
    if (outlook == CODE_OUTLOOK_NEGATED)
        apply(walk, CODE_READING_NEGATED, predicate->token);
    else if (outlook == CODE_OUTLOOK_POSSIBLE)
        block(walk, "only possible");
    else if (outlook == CODE_OUTLOOK_PLANNED)
        apply(walk, CODE_READING_PLANNED, predicate->token);
    else if (outlook == CODE_OUTLOOK_CANCELLED)
        block(walk, "cancelled");
    if (walk->context->blocked) return;
    if (predicate->light != DRG_NONE || predicate->surface != DRG_NONE)
        go(walk, predicate->clause);
    else
        leave_noun(walk);
    if (outlook == CODE_OUTLOOK_PAST && !walk->context->readings) walk->context->status = DRG_STATUS_HISTORICAL;
}

/* Sources that hang on any clause above: "according to X", "..., X said". */
static void add_sources(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t token = walk->predicate->token;
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && token != DRG_NONE; depth++) {
        CODE_EACH_CHILD(sentence, child, token) {
            const code_node *node = &sentence->nodes[child];
            if (node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_NMOD) {
                CODE_EACH_CHILD(sentence, inner, child) {
                    const code_cue *cue = code_cue_of(sentence, inner, CODE_CUE_REPORT);
                    if (cue && cue->upos == DRG_ADP && inner < child) add_speaker(walk, inner, child);
                }
            } else if (node->relation == LANGUAGE_PARATAXIS && node->upos == DRG_VERB &&
                       code_cue_of(sentence, child, CODE_CUE_REPORT)) {
                uint32_t subject = code_child(sentence, child, LANGUAGE_NSUBJ);
                if (subject != DRG_NONE) add_speaker(walk, child, subject);
            }
        }
        token = sentence->nodes[token].head;
    }
}

void code_context_find(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       const code_mentions *own, code_context *ret_context)
{
    *ret_context = (code_context){.status = DRG_STATUS_ACTUAL, .outer = predicate->clause, .doer = DRG_NONE};
    code_walk walk = {.sentence = sentence, .frame = frame, .predicate = predicate, .own = own, .context = ret_context};
    ret_context->act = frame_act(&walk, frame->act);
    start(&walk);
    for (unsigned steps = 0; walk.step != WALK_DONE && !ret_context->blocked; steps++) {
        if (steps == BOUND_TREE_DEPTH)
            block(&walk, "too deep");
        else if (walk.step == WALK_CLAUSE)
            walk_clause(&walk);
        else
            walk_carrier(&walk);
    }
    if (walk.must) block(&walk, "only said to be due");
    if (walk.may) block(&walk, "only possible");
    if (walk.would || walk.forecast == FORECAST_IF_SAID) block(&walk, "only under a condition");
    if (!ret_context->blocked) add_sources(&walk);
}
