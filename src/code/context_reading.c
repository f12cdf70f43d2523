/* SPDX-License-Identifier: Apache-2.0
 *
 * In: what the walk has come to: marks of a clause, a word that governs, a report. Out: the act turned by PLOVER's
 * table of readings (grammar.c), or the walk blocked. */
#include "code/context_walk.h"

void walk_block(code_walk *walk, const char *reason)
{
    if (!walk->context->blocked) walk->context->blocked = reason;
    walk->step = WALK_DONE;
}

void walk_go(code_walk *walk, uint32_t at)
{
    walk->at = at;
    walk->step = at == DRG_NONE ? WALK_DONE : WALK_CLAUSE;
    walk->skip_marks = walk->weak_marks = walk->negation_counted = false;
}

/* ---- readings */

code_act walk_frame_act(const code_walk *walk, uint32_t act)
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

static bool is_hostile(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_SANCTION || type == DRG_MOBILIZE ||
           type == DRG_REJECT || type == DRG_THREATEN;
}

/* What the reading makes of the act as it stands: the frame's own answer to the plain act, else PLOVER's. */
static code_act turned(const code_walk *walk, code_reading reading)
{
    const code_context *context = walk->context;
    uint32_t own = walk->frame->readings[reading];
    return !context->readings && own ? walk_frame_act(walk, own - 1)
                                     : code_reading_default(reading, context->act.type, context->act.mode);
}

static void set_act(code_walk *walk, code_act act, uint32_t cue, drg_event_status status)
{
    code_context *context = walk->context;
    context->act = act;
    context->outer = cue;
    context->status = status;
    context->negated = false;
    context->readings++;
    walk->would = walk->must = walk->may = false;
}

/* The act has a doer of its own in its clause: a verb, or a noun with a light verb. */
static bool is_clausal(const code_walk *walk)
{
    return walk->predicate->kind != CODE_PREDICATE_NOUN || walk->predicate->light != DRG_NONE;
}

/* "refused to attack", "will not attack": PLOVER has no type for it, so the attack did not happen, or will not. */
static bool refusal_negates(const code_walk *walk)
{
    bool own = !walk->context->readings && walk->frame->readings[CODE_READING_REFUSED];
    return !own && is_clausal(walk);
}

/* What is asked for, promised or planned is that the act be not: "urged Israel not to strike" asks it to yield,
 * "decided not to attend" is a refusal, "promised not to attack" leaves an attack that will not be. */
static void apply_to_negated(code_walk *walk, code_reading reading, uint32_t cue)
{
    code_context *context = walk->context;
    if (reading == CODE_READING_DEMANDED) {
        bool hostile = is_hostile(context->act.type) || context->act.type == DRG_PROTEST;
        code_act demand = {.type = DRG_REQUEST, .mode = base_text_from(hostile ? "yield" : "change")};
        set_act(walk, demand, cue, DRG_STATUS_ACTUAL);
    } else if (reading == CODE_READING_PLANNED || reading == CODE_READING_PROMISED) {
        code_act refusal = turned(walk, CODE_READING_REFUSED);
        if (!refusal.none && is_clausal(walk)) {
            set_act(walk, refusal, cue, DRG_STATUS_ACTUAL);
            return;
        }
        context->outer = cue;
        context->status = DRG_STATUS_PLANNED;
        walk->would = walk->must = walk->may = false;
    } else {
        walk_block(walk, reading_blocked(reading));
    }
}

void walk_negate(code_walk *walk, uint32_t cue)
{
    code_context *context = walk->context;
    if (walk->over_report) {
        walk_block(walk, "not said");
    } else if (!context->readings && walk->frame->readings[CODE_READING_NEGATED]) {
        walk_apply(walk, CODE_READING_NEGATED, cue);
    } else {
        context->negated = !context->negated;
        context->outer = cue;
    }
}

void walk_apply(code_walk *walk, code_reading reading, uint32_t cue)
{
    code_context *context = walk->context;
    if (context->status == DRG_STATUS_DENIED) {
        walk_block(walk, "denied under a word that does not assert it");
        return;
    }
    if (context->negated) {
        apply_to_negated(walk, reading, cue);
        return;
    }
    code_act act = turned(walk, reading);
    if (act.none && reading == CODE_READING_REFUSED && refusal_negates(walk)) {
        walk_negate(walk, cue);
        return;
    }
    context->act = act;
    context->readings++;
    if (context->act.none) {
        walk_block(walk, reading_blocked(reading));
        return;
    }
    context->outer = cue;
    context->alleged = reading == CODE_READING_ALLEGED;
    context->promised |= reading == CODE_READING_PROMISED;
    bool ahead = reading == CODE_READING_PLANNED || reading == CODE_READING_PROMISED;
    context->status = ahead ? DRG_STATUS_PLANNED : DRG_STATUS_ACTUAL;
    if (ahead && walk->conditional) context->status = DRG_STATUS_CONDITIONAL;
    walk->would = walk->must = walk->may = false;
}

/* What can be denied as a noun alone: "denied the attack", but "denied the request" refuses it. */
static bool is_deniable_noun(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_SANCTION || type == DRG_MOBILIZE ||
           type == DRG_CONSULT || type == DRG_COOPERATE;
}

/* "denied that it had attacked", "denied the attack". Of a noun that names no doer he is taken to be who denies it. */
static void deny(code_walk *walk, uint32_t cue, uint32_t speaker)
{
    code_context *context = walk->context;
    if (context->negated || walk->may || walk->must || walk->over_report) {
        walk_block(walk, "denied, and not asserted before");
        return;
    }
    if (walk->would) walk_apply(walk, CODE_READING_PLANNED, walk->predicate->clause);
    bool noun = walk->predicate->kind == CODE_PREDICATE_NOUN && walk->predicate->light == DRG_NONE;
    if (noun && !is_deniable_noun(context->act.type)) walk_block(walk, "denied as a request is, not as a claim");
    if (context->blocked) return;
    if (noun && !walk->own->count && context->doer == DRG_NONE) context->doer = speaker;
    context->status = DRG_STATUS_DENIED;
    context->outer = cue;
    walk_add_speaker(walk, cue, speaker);
    walk->over_report = true;
}

/* Applies a reading whose actor is the subject of the cue. Of what "was cancelled" by nobody named, nobody is the
 * actor. */
void walk_apply_by(code_walk *walk, code_reading reading, uint32_t cue, uint32_t doer, bool addressed)
{
    walk_apply(walk, reading, cue);
    bool needs_doer = addressed || reading == CODE_READING_REFUSED || reading == CODE_READING_CANCELLED ||
                      reading == CODE_READING_THREATENED;
    if (doer == DRG_NONE && needs_doer) walk_block(walk, "nobody is named who did it");
    if (doer != DRG_NONE) walk->context->doer = doer;
    if (addressed) walk->context->addressed = true;
}

void walk_add_speaker(code_walk *walk, uint32_t cue, uint32_t token)
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

/* Those who have force or offices: what they announce without a doer they will do themselves. */
static bool has_power(code_walk *walk, uint32_t token)
{
    static const char *const powers[] = {"GOV", "MIL", "COP", "JUD", "LEG", "REB", "PTY", "OPP", "UAF", "SPY"};
    if (token == DRG_NONE) return false;
    const drg_document *document = walk->sentence->document;
    code_mentions found = {0};
    code_resolve(walk->sentence, token, true, &found);
    for (size_t i = 0; i < found.count; i++) {
        const drg_mention *mention = &document->mentions.items[found.items[i]];
        if (document->actors.items[mention->actor].type == DRG_ACTOR_STATE) return true;
        for (size_t k = 0; k < sizeof powers / sizeof *powers; k++)
            if (code_is_of_sector(mention, powers[k])) return true;
    }
    return false;
}

/* "claimed that they had captured soldiers": who "they" are is not known, and most likely those who claim it. */
static bool is_done_by_pronoun(const code_walk *walk)
{
    uint32_t subject = code_argument_get(walk->predicate, CODE_SLOT_SUBJECT);
    return !walk->own->count && subject != DRG_NONE && walk->sentence->nodes[subject].upos == DRG_PRON;
}

/* "by Friday" names no doer. */
static bool names_doer(const code_walk *walk, const code_predicate *predicate)
{
    uint32_t doer = code_argument_get(predicate, CODE_SLOT_SUBJECT);
    return doer != DRG_NONE && walk->sentence->nodes[doer].date == DRG_NONE;
}

/* "The harbour will be closed, the governor said": a passive whose doer is not named. */
static bool is_agentless_passive(const code_walk *walk)
{
    const code_predicate *predicate = walk->predicate;
    if (walk->own->count || walk->frame->flags & CODE_MODEL) return false;
    if (predicate->kind == CODE_PREDICATE_NOUN) {
        if (predicate->light == DRG_NONE) return false;
        predicate = code_predicate_of(walk->sentence, predicate->light);
    }
    return predicate->passive && !names_doer(walk, predicate);
}

/* Words of warning: what may happen is then threatened, and not only possible. */
static bool is_warning(const code_sentence *sentence, uint32_t cue)
{
    static const char *const words[] = {"warn", "hint", "caution", "threaten", "boast", "swear"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, cue), words[i])) return true;
    return false;
}

/* "the army said, citing witnesses": what the army says it has from them. */
static void add_cited(code_walk *walk, uint32_t cue)
{
    CODE_EACH_CHILD(walk->sentence, child, cue) {
        if (walk->sentence->nodes[child].tag != LANGUAGE_TAG_VBG || code_case_of(walk->sentence, child)) continue;
        if (!base_text_is(code_lemma(walk->sentence, child), "cite")) continue;
        uint32_t object = code_child(walk->sentence, child, LANGUAGE_OBJ);
        if (object != DRG_NONE) walk_add_speaker(walk, child, object);
    }
}

/* "warned Chad that it would attack unless ...": the warning has been given, whatever becomes of the act. */
static void warn(code_walk *walk, uint32_t cue)
{
    code_context *context = walk->context;
    bool told = is_warning(walk->sentence, cue) || base_text_is(code_lemma(walk->sentence, cue), "tell");
    if (!told || cue > walk->predicate->clause) return;
    context->status = DRG_STATUS_ACTUAL;
    context->outer = cue;
}

/* A clause that reports has been reached from inside: what was only "would", "may" or "must" becomes clear by who says
 * it. */
void walk_cross_report(code_walk *walk, uint32_t cue, uint32_t speaker)
{
    add_cited(walk, cue);
    code_context *context = walk->context;
    walk_side side = side_of(walk, speaker);
    bool own_side = side == WALK_OWN || (is_done_by_pronoun(walk) && !walk->must);
    bool stands_by = side == WALK_UNKNOWN && walk->own->count && has_power(walk, speaker);
    bool announced = !walk->must && is_agentless_passive(walk) && has_power(walk, speaker);
    if (walk->forecast && side == WALK_OTHER) walk_block(walk, "another's prediction");
    walk->forecast = NO_FORECAST;
    if (walk->fact) {
        walk_add_speaker(walk, cue, speaker);
        walk->over_report = true;
        return;
    }
    if (walk->must && speaker != DRG_NONE && !own_side) {
        walk_apply_by(walk, CODE_READING_DEMANDED, cue, speaker, true);
    } else if (walk->may && is_hostile(context->act.type) &&
               (own_side || (announced && is_warning(walk->sentence, cue)))) {
        bool open = walk->conditional || !is_warning(walk->sentence, cue);
        walk_apply_by(walk, CODE_READING_THREATENED, cue, speaker, false);
        if (open) context->status = DRG_STATUS_CONDITIONAL;
    } else if (walk->would && !walk->may) {
        bool wields = is_hostile(context->act.type) && context->act.type != DRG_REJECT;
        if (wields && !own_side && !announced && !stands_by)
            walk_block(walk, "another's prediction");
        else
            walk_apply_by(walk, CODE_READING_PLANNED, walk->predicate->clause, DRG_NONE, false);
    }
    bool ahead = context->status == DRG_STATUS_PLANNED || context->status == DRG_STATUS_CONDITIONAL;
    if (context->readings == 1 && context->act.type == DRG_THREATEN && ahead) {
        if (own_side || announced) {
            context->doer = speaker;
            warn(walk, cue);
        } else if (side == WALK_OTHER && context->status == DRG_STATUS_PLANNED)
            walk_block(walk, "another's prediction");
    }
    walk_add_speaker(walk, cue, speaker);
    walk->over_report = true;
}

/* "The port will be closed, the governor said" with the report beside the clause: what is announced is his. */
void walk_find_announcer(code_walk *walk)
{
    code_context *context = walk->context;
    bool ahead = context->status == DRG_STATUS_PLANNED || context->status == DRG_STATUS_CONDITIONAL;
    if (context->doer != DRG_NONE || context->act.type != DRG_THREATEN || !ahead || !is_agentless_passive(walk)) return;
    CODE_EACH_CHILD(walk->sentence, child, walk->predicate->clause) {
        if (walk->sentence->nodes[child].relation != LANGUAGE_PARATAXIS) continue;
        if (!code_cue_of(walk->sentence, child, CODE_CUE_REPORT)) continue;
        uint32_t speaker = code_child(walk->sentence, child, LANGUAGE_NSUBJ);
        if (has_power(walk, speaker)) context->doer = speaker;
    }
}

/* ---- marks of a clause */

/* In the present tense with a day to come "meets on Saturday" tells of what is planned; nobody announces so that he
 * attacks or rejects. */
static bool is_scheduled(drg_type type)
{
    return type != DRG_ASSAULT && type != DRG_COERCE && type != DRG_REJECT && type != DRG_ACCUSE &&
           type != DRG_REQUEST && type != DRG_THREATEN;
}

/* "will not withdraw" says no; of another it is a forecast. */
static void apply_negation(code_walk *walk, const code_marks *marks, uint32_t clause)
{
    code_context *context = walk->context;
    if (!context->readings && !context->negated && (marks->will || marks->would)) {
        walk->forecast = marks->would ? FORECAST_IF_SAID : FORECAST;
        walk_apply(walk, CODE_READING_REFUSED, clause);
        if (context->negated) context->status = DRG_STATUS_PLANNED;
        if (marks->conditional) context->status = DRG_STATUS_CONDITIONAL;
        return;
    }
    walk_negate(walk, clause);
    walk->must |= marks->must;
    walk->may |= marks->may && !marks->can; /* "could not attend" did not, "may not attend" may */
}

/* "If A does, B will close it, C said", "will close it if A does, C said": the condition hangs on who says it. */
static bool report_is_conditional(code_walk *walk, uint32_t clause)
{
    code_sentence *sentence = walk->sentence;
    const code_node *node = &sentence->nodes[clause];
    if (node->relation == LANGUAGE_CCOMP && code_cue_of(sentence, node->head, CODE_CUE_REPORT) &&
        code_clause_marks(sentence, node->head).conditional)
        return true;
    CODE_EACH_CHILD(sentence, child, clause)
        if (sentence->nodes[child].relation == LANGUAGE_PARATAXIS && code_cue_of(sentence, child, CODE_CUE_REPORT) &&
            code_clause_marks(sentence, child).conditional)
            return true;
    return false;
}

/* "will arrest anyone who blocks the road": only those who do. */
static bool is_of_anyone(const code_walk *walk)
{
    static const char *const words[] = {"anyone", "anybody", "whoever", "whomever"};
    uint32_t object = code_argument_get(walk->predicate, CODE_SLOT_OBJECT);
    if (object == DRG_NONE || walk->predicate->passive) return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(walk->sentence, object), words[i])) return true;
    uint32_t det = code_child(walk->sentence, object, LANGUAGE_DET);
    return det != DRG_NONE && base_text_is(code_lemma(walk->sentence, det), "any") &&
           code_child(walk->sentence, object, LANGUAGE_ACL_RELCL) != DRG_NONE;
}

void walk_apply_marks(code_walk *walk, const code_marks *marks, uint32_t clause)
{
    code_context *context = walk->context;
    if (walk->fact && !walk->weak_marks && !walk->over_report) return;
    if (walk->over_report) {
        if (marks->negated) walk_block(walk, "not said");
        if (marks->will || marks->would || marks->may || marks->must) walk_block(walk, "not yet said");
        return;
    }
    bool open = marks->conditional;
    if (marks->will || marks->would) open |= report_is_conditional(walk, clause) || is_of_anyone(walk);
    walk->conditional |= open;
    if (marks->negated && !walk->weak_marks && !walk->negation_counted) {
        apply_negation(walk, marks, clause);
        return;
    }
    if (marks->must) walk->must = true;
    if (marks->may) walk->may = true;
    if (marks->would && !context->readings) {
        walk->would = true;
        walk->counterfactual |= marks->perfect;
    }
    /* "executed for killing guards during protests in March": a gerund tells no time of its own */
    bool gerund = walk->predicate->kind == CODE_PREDICATE_NOUN &&
                  walk->sentence->nodes[clause].tag == LANGUAGE_TAG_VBG && !marks->progressive;
    bool ahead = marks->later && !marks->past && !marks->infinitive && !gerund && is_scheduled(context->act.type);
    if (marks->will || ahead) {
        if (context->readings)
            context->status = DRG_STATUS_PLANNED;
        else
            walk_apply(walk, CODE_READING_PLANNED, clause);
    }
    if (open && context->status == DRG_STATUS_PLANNED) context->status = DRG_STATUS_CONDITIONAL;
    if (marks->progressive && !context->readings && context->status == DRG_STATUS_ACTUAL)
        context->status = DRG_STATUS_ONGOING;
}

/* ---- cues that govern */

uint32_t walk_subject_of(code_walk *walk, uint32_t governor)
{
    uint32_t quoted = code_quoted_as(walk->sentence, governor);
    if (quoted != DRG_NONE) return quoted;
    const code_predicate *above = code_predicate_of(walk->sentence, governor);
    return code_argument_nth(above, CODE_SLOT_SUBJECT, 0, 0);
}

/* Applies what the governing word does to its content; false when it is no cue. `bits`: its classes. */
bool walk_apply_cue(code_walk *walk, uint32_t governor, uint32_t bits)
{
    if (walk->fact) return true;
    uint32_t subject = walk_subject_of(walk, governor);
    if (WALK_HAS(bits, FAIL)) {
        walk_negate(walk, governor);
    } else if (WALK_HAS(bits, DENY)) {
        deny(walk, governor, subject);
    } else if (WALK_HAS(bits, REFUSE)) {
        walk_apply_by(walk, CODE_READING_REFUSED, governor, subject, false);
    } else if (WALK_HAS(bits, CANCEL)) {
        walk_apply_by(walk, CODE_READING_CANCELLED, governor, subject, false);
    } else if (WALK_HAS(bits, THREATEN)) {
        walk_apply_by(walk, CODE_READING_THREATENED, governor, subject, false);
    } else if (WALK_HAS(bits, DEMAND)) {
        walk_apply_by(walk, CODE_READING_DEMANDED, governor, subject, true);
    } else if (WALK_HAS(bits, PROMISE)) {
        walk_apply_by(walk, CODE_READING_PROMISED, governor, subject, false);
    } else if (WALK_HAS(bits, ACCUSE)) {
        if (is_own_side(walk, subject) || is_done_by_pronoun(walk))
            walk_cross_report(walk, governor, subject);
        else
            walk_apply_by(walk, CODE_READING_ALLEGED, governor, subject, true);
    } else if (WALK_HAS(bits, WISH)) {
        walk_block(walk, "only wished, feared or thought");
    } else if (WALK_HAS(bits, PLAN)) {
        walk_apply_by(walk, CODE_READING_PLANNED, governor, subject, false);
    } else if (WALK_HAS(bits, ATTEMPT)) {
        walk_apply_by(walk, CODE_READING_ATTEMPTED, governor, subject, false);
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
uint32_t walk_choose_for_infinitive(code_walk *walk, uint32_t governor, uint32_t bits)
{
    const code_predicate *above = code_predicate_of(walk->sentence, governor);
    uint32_t object = code_argument_get(above, CODE_SLOT_OBJECT);
    if (WALK_HAS(bits, PLAN) && WALK_HAS(bits, WISH)) /* "is expected to" against "expects X to" */
        bits &= above->passive ? ~CODE_CUE_BIT(CODE_CUE_WISH) : ~CODE_CUE_BIT(CODE_CUE_PLAN);
    if (WALK_HAS(bits, PLAN) && WALK_HAS(bits, DEMAND)) { /* "ordered his troops to", "ordered Israel to" */
        code_mentions ordered = {0}, orderer = {0};
        if (object != DRG_NONE) code_resolve(walk->sentence, object, false, &ordered);
        uint32_t subject = walk_subject_of(walk, governor);
        if (subject != DRG_NONE) code_resolve(walk->sentence, subject, false, &orderer);
        bool other = ordered.count && !code_same_side(walk->sentence, &ordered, &orderer);
        bits &= other ? ~CODE_CUE_BIT(CODE_CUE_PLAN) : ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    }
    if (WALK_HAS(bits, REPORT) && !above->passive) bits &= ~CODE_CUE_BIT(CODE_CUE_REPORT);
    if (WALK_HAS(bits, DEMAND) && object != DRG_NONE && !above->passive && !takes_object(walk->sentence, governor))
        bits &= ~CODE_CUE_BIT(CODE_CUE_DEMAND); /* "called X to discuss" against "called on X to" */
    return bits;
}

/* "Iran says it is to release them": the verb with a copula and "to" of its own is finite, and planned. */
bool walk_is_is_to(code_sentence *sentence, uint32_t clause)
{
    uint32_t copula = code_child(sentence, clause, LANGUAGE_COP);
    return copula != DRG_NONE && sentence->nodes[clause].tag == LANGUAGE_TAG_VB &&
           code_clause_marks(sentence, clause).infinitive;
}

uint32_t walk_choose_for_finite(code_walk *walk, uint32_t clause, uint32_t bits)
{
    bool subjunctive = walk->sentence->nodes[clause].tag == LANGUAGE_TAG_VB &&
                       code_child(walk->sentence, clause, LANGUAGE_AUX) == DRG_NONE &&
                       code_child(walk->sentence, clause, LANGUAGE_COP) == DRG_NONE;
    if (WALK_HAS(bits, REPORT) && !WALK_HAS(bits, DEMAND) && subjunctive) /* "suggested Trump visit": no report */
        bits = (bits & ~CODE_CUE_BIT(CODE_CUE_REPORT)) | CODE_CUE_BIT(CODE_CUE_WISH);
    if (WALK_HAS(bits, REPORT) && WALK_HAS(bits, DEMAND))
        bits &= subjunctive ? ~CODE_CUE_BIT(CODE_CUE_REPORT) : ~CODE_CUE_BIT(CODE_CUE_DEMAND);
    if (WALK_HAS(bits, PROMISE) && !walk->context->readings && !walk->would && !subjunctive) {
        /* "agreed that talks had been useful" promises nothing */
        bits &= ~CODE_CUE_BIT(CODE_CUE_PROMISE);
    }
    return bits;
}
