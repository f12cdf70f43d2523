/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a clause or cue noun that the walk stands at. Out: where it goes next: through what the clause hangs on, applying
 * what that does to the act. */
#include "code/context_walk.h"
#include "code/match.h"

static bool has_condition_mark(const code_sentence *sentence, uint32_t clause)
{
    if (code_is_inverted_condition(sentence, clause)) return true;
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

/* "became the first country to recognise it", "the latest leader to visit": who is first to do it has done it. */
static bool is_one_of_doers(const code_sentence *sentence, uint32_t clause)
{
    static const char *const ranks[] = {"first", "second", "third", "fourth", "fifth", "last", "latest", "only"};
    uint32_t mark = code_child(sentence, clause, LANGUAGE_MARK);
    if (mark == DRG_NONE || mark == 0 || mark > clause || sentence->nodes[mark].tag != LANGUAGE_TAG_TO) return false;
    for (uint32_t i = mark, steps = 0; i-- > 0 && steps < 6; steps++) {
        uint8_t upos = sentence->nodes[i].upos;
        for (size_t k = 0; k < sizeof ranks / sizeof *ranks; k++)
            if (base_text_is(code_lemma(sentence, i), ranks[k])) return true;
        if (upos != DRG_NOUN && upos != DRG_ADJ && upos != DRG_PROPN && upos != DRG_ADP) return false;
    }
    return false;
}

/* A body that votes to do something does it, and who is quick to do it has done it. */
static bool is_done_by_voting(code_sentence *sentence, uint32_t clause, uint32_t governor)
{
    drg_text lemma = code_lemma(sentence, governor);
    return code_clause_marks(sentence, clause).infinitive &&
           (base_text_is(lemma, "vote") || base_text_is(lemma, "quick"));
}

/* "is said to have attacked", "are believed to be holding": hearsay; "is believed to attack" is none. */
static bool is_heard_of(code_walk *walk, uint32_t clause, uint32_t governor)
{
    if (!code_cue_of(walk->sentence, governor, CODE_CUE_HEARSAY)) return false;
    code_marks marks = code_clause_marks(walk->sentence, clause);
    return marks.infinitive && (marks.perfect || marks.progressive) &&
           code_predicate_of(walk->sentence, governor)->passive;
}

/* The clause is the complement of the governor. */
static void leave_complement(code_walk *walk, uint32_t clause, uint32_t governor)
{
    code_sentence *sentence = walk->sentence;
    bool infinitive = sentence->nodes[clause].relation == LANGUAGE_XCOMP ||
                      (code_clause_marks(sentence, clause).infinitive && !walk_is_is_to(sentence, clause));
    if (has_condition_mark(sentence, clause)) {
        walk_block(walk, "a question or a condition");
        return;
    }
    if (is_heard_of(walk, clause, governor)) {
        walk_add_speaker(walk, governor, DRG_NONE);
        walk->over_report = true;
        walk_go(walk, governor);
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
        !WALK_HAS(bits, RAISE) && code_child(sentence, clause, LANGUAGE_AUX) == DRG_NONE) {
        walk_block(walk, "under a word that does not assert it");
        return;
    }
    if (sentence->nodes[clause].tag == LANGUAGE_TAG_VBG && base_text_is(code_lemma(sentence, governor), "tell")) {
        walk_block(walk, "says of somebody that he is there"); /* "told visiting President Tsai" */
        return;
    }
    bool be = base_text_is(code_lemma(sentence, governor), "be");
    if (infinitive && be) { /* "is to meet" */
        walk_apply(walk, CODE_READING_PLANNED, governor);
    } else if (infinitive && WALK_HAS(bits, RAISE) && !WALK_HAS(bits, PLAN)) {
        /* transparent */
    } else {
        bits =
            infinitive ? walk_choose_for_infinitive(walk, governor, bits) : walk_choose_for_finite(walk, clause, bits);
        if (WALK_HAS(bits, REPORT) && !WALK_HAS(bits, ACCUSE))
            walk_cross_report(walk, governor, walk_subject_of(walk, governor));
        else if (!walk_apply_cue(walk, governor, bits))
            walk_block(walk, "under a word that does not assert it");
    }
    if (walk->context->blocked) return;
    walk_go(walk, governor);
    if (sentence->nodes[governor].upos == DRG_NOUN) walk->step = WALK_CARRIER; /* "the claim that it had agreed" */
}

/* Does who goes or writes "to ask for" something ask for it thereby? */
static bool is_asking_errand(const code_walk *walk, uint32_t governor)
{
    static const char *const errands[] = {"write", "telephone", "phone", "cable",  "call",  "fly",    "travel", "go",
                                          "drive", "come",      "meet",  "appear", "visit", "gather", "wire"};
    if (walk->context->act.type != DRG_REQUEST || walk->context->readings) return false;
    for (size_t i = 0; i < sizeof errands / sizeof *errands; i++)
        if (base_text_is(code_lemma(walk->sentence, governor), errands[i])) return true;
    return false;
}

/* The clause is an adverbial of the governor. */
static void leave_adverbial(code_walk *walk, uint32_t clause, uint32_t governor)
{
    code_sentence *sentence = walk->sentence;
    uint32_t bits = code_cues_of(sentence, governor);
    code_marks marks = code_clause_marks(sentence, clause);
    code_slot slot = code_case_of(sentence, clause);
    if (has_condition_mark(sentence, clause)) { /* nothing that stands above says more of it */
        walk->context->status = DRG_STATUS_HYPOTHETICAL;
        walk->would = walk->may = walk->must = false;
        walk_go(walk, governor);
        walk->fact = true;
        return;
    }
    if (walk->over_report && code_quoted_as(sentence, clause) != DRG_NONE) { /* their quoter passes it on */
        walk_add_speaker(walk, governor, walk_subject_of(walk, governor));
        walk_go(walk, governor);
        return;
    }
    uint32_t noun = marks.infinitive ? noun_before(sentence, clause) : DRG_NONE;
    if (noun != DRG_NONE) {
        leave_noun_content(walk, noun);
        return;
    }
    if (marks.infinitive) { /* parsers often take a complement for an adverbial */
        if (walk_apply_cue(walk, governor,
                           walk_choose_for_infinitive(walk, governor, bits) & ~CODE_CUE_BIT(CODE_CUE_WISH))) {
        } else if (base_text_is(code_lemma(sentence, governor), "use")) { /* "used drones to drop bombs": did it so */
        } else if (code_triggers_type(sentence, governor, DRG_CONSULT) && walk->context->act.type == DRG_CONSULT &&
                   !walk->context->readings) {
            walk_apply(walk, CODE_READING_PLANNED, clause); /* "flew to Cairo to meet" */
        } else if (is_asking_errand(walk, governor)) {
            /* "wrote to Brussels to request a delay": asked by the letter */
        } else {
            walk_block(walk, "only a purpose");
        }
        if (!walk->context->blocked) walk_go(walk, governor);
        return;
    }
    for (unsigned i = 0; slot && i < CODE_CUE_COUNT; i++) { /* "accused of attacking", "prevented from meeting" */
        const code_cue *cue = code_cue_of(sentence, governor, (code_cue_class)i);
        if (!cue || !code_cue_takes(sentence, cue, slot)) continue;
        if (walk_apply_cue(walk, governor, CODE_CUE_BIT(i))) {
            if (!walk->context->blocked) walk_go(walk, governor);
            return;
        }
    }
    if (slot == CODE_SLOT_WITHOUT) { /* "left without signing": the clause has counted its own negation */
        walk_go(walk, governor);
        walk->fact = true;
        return;
    }
    if (slot == CODE_SLOT_UNTIL || slot == CODE_SLOT_INSTEAD || slot == CODE_SLOT_PENDING ||
        slot == CODE_SLOT_FAILING || slot == CODE_SLOT_AHEAD || slot == CODE_SLOT_LIKE) {
        walk_block(walk, "said not to have happened, or not yet");
        return;
    }
    if (slot == CODE_SLOT_OF || slot == CODE_SLOT_FROM || slot == CODE_SLOT_AGAINST || slot == CODE_SLOT_TO ||
        (slot == CODE_SLOT_AS && sentence->nodes[clause].tag == LANGUAGE_TAG_VBG)) {
        walk_block(walk, "under a word that does not assert it");
        return;
    }
    bool gerund = sentence->nodes[clause].tag == LANGUAGE_TAG_VBG;
    if (gerund && (slot == CODE_SLOT_ON || slot == CODE_SLOT_ABOUT || slot == CODE_SLOT_OVER)) {
        walk_block(walk, "only a topic"); /* "held talks on ending the war" */
        return;
    }
    const code_predicate *above = code_predicate_of(sentence, governor);
    if (gerund && slot == CODE_SLOT_FOR && !above->passive && code_argument_get(above, CODE_SLOT_OBJECT) != DRG_NONE) {
        walk_block(walk, "a reason, and another's act"); /* "condemned NATO for rejecting" */
        return;
    }
    if (gerund && walk_looks_back(sentence, governor, slot)) { /* "will not apologise for shooting it down" */
        walk_go(walk, governor);
        walk->fact = true;
        return;
    }
    bool past = slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_SINCE;
    walk_go(walk, governor);
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
    if (WALK_HAS(bits, REPORT) && !WALK_HAS(bits, ACCUSE) && bits == CODE_CUE_BIT(CODE_CUE_REPORT)) {
        walk_cross_report(walk, noun, walk_subject_of(walk, noun));
    } else if (!walk_apply_cue(walk, noun, bits)) {
        walk_block(walk, "under a noun that does not assert it");
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
        uint32_t bits = walk_choose_for_infinitive(walk, first, code_cues_of(sentence, first));
        bits &= ~CODE_CUE_BIT(CODE_CUE_REPORT);
        if (walk_apply_cue(walk, first, bits) && walk->context->blocked) return;
    }
    if (is_finite_beside_infinitive(sentence, clause, first)) {
        walk_go(walk, sentence->nodes[first].head);
        walk->skip_marks = true;
        return;
    }
    const code_node *head = &sentence->nodes[first];
    bool root = head->head == DRG_NONE || head->relation == LANGUAGE_ROOT;
    root |= walk_is_is_to(sentence, first);
    if (root && !walk->context->readings && code_clause_marks(walk->sentence, clause).infinitive) {
        walk_apply(walk, CODE_READING_PLANNED, clause); /* "is to freeze and confiscate" */
        if (walk->context->blocked) return;
    }
    walk_go(walk, first);
    walk->skip_marks = true;
}

/* "in the event that Russia does attack" */
static bool has_that(const code_sentence *sentence, uint32_t clause)
{
    uint32_t mark = code_child(sentence, clause, LANGUAGE_MARK);
    return mark != DRG_NONE && base_text_is(code_lemma(sentence, mark), "that");
}

/* "denies that troops tortured", the verb taken for a noun: the clause is the content of what stands before "that",
 * wherever a parser hangs the conjunction. */
static bool follows_that(const code_sentence *sentence, uint32_t clause, uint32_t noun)
{
    return noun + 1 < clause && sentence->nodes[noun + 1].relation == LANGUAGE_MARK &&
           base_text_is(code_lemma(sentence, noun + 1), "that");
}

/* "is in Cairo to see ministers": who is there does what he is there for. */
static bool is_done_there(const code_walk *walk, uint32_t clause)
{
    return walk->context->act.type == DRG_CONSULT && !walk->context->readings &&
           code_stay_of(walk->sentence, clause) != DRG_NONE && code_clause_marks(walk->sentence, clause).infinitive;
}

/* Of two subjects the one behind the verb: "Japan to impose sanctions, says [Kishida]". */
static uint32_t last_subject(const code_walk *walk, uint32_t verb)
{
    uint32_t last = DRG_NONE;
    CODE_EACH_CHILD(walk->sentence, child, verb)
        if (walk->sentence->nodes[child].relation == LANGUAGE_NSUBJ) last = child;
    return last;
}

static void leave_clause(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t clause = walk->at;
    const code_node *node = &sentence->nodes[clause];
    if (node->head != DRG_NONE && node->relation != LANGUAGE_CONJ &&
        (is_done_there(walk, clause) || is_done_by_voting(sentence, clause, node->head))) {
        walk_go(walk, node->head);
        return;
    }
    if (node->head != DRG_NONE && is_one_of_doers(sentence, clause)) {
        const code_node *doer = &sentence->nodes[node->head];
        bool made = doer->relation == LANGUAGE_XCOMP && doer->head != DRG_NONE; /* "became the first country to" */
        if (doer->relation == LANGUAGE_APPOS)
            walk->step = WALK_DONE;
        else
            walk_go(walk, made ? doer->head : node->head);
        return;
    }
    language_relation relation;
    uint32_t governor = code_governor(sentence, clause, &relation);
    if (governor == DRG_NONE) {
        walk->step = WALK_DONE;
        return;
    }
    if (code_perfect_of(sentence, clause) != DRG_NONE) {
        walk_go(walk, code_perfect_of(sentence, clause));
        return;
    }
    if (code_is_lost_main_verb(sentence, clause)) {
        walk->step = WALK_DONE;
        return;
    }
    if (code_is_heading_plan(sentence, clause)) {
        uint32_t report = sentence->nodes[node->head].head;
        if (!walk->context->readings) walk_apply(walk, CODE_READING_PLANNED, clause);
        if (report != DRG_NONE && !walk->context->blocked) walk_cross_report(walk, report, last_subject(walk, report));
        walk->step = WALK_DONE;
        return;
    }
    uint32_t verb = code_lost_complement(sentence, clause);
    if (verb != DRG_NONE) {
        leave_complement(walk, clause, verb);
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
            !has_that(sentence, clause) && !follows_that(sentence, clause, node->head))
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
    default: walk_block(walk, "in a construction that asserts nothing"); break;
    }
}

/* "allegedly", "reportedly" */
static void add_hearsay(code_walk *walk)
{
    CODE_EACH_CHILD(walk->sentence, child, walk->at)
        if (walk->sentence->nodes[child].relation == LANGUAGE_ADVMOD &&
            code_cue_of(walk->sentence, child, CODE_CUE_HEARSAY))
            walk_add_speaker(walk, child, DRG_NONE);
}

/* "Free the hostages, Kenya told the rebels": an order that is said to somebody, with the report beside it. */
static bool take_spoken_order(code_walk *walk)
{
    CODE_EACH_CHILD(walk->sentence, report, walk->at) {
        if (walk->sentence->nodes[report].relation != LANGUAGE_PARATAXIS) continue;
        if (!(code_cues_of(walk->sentence, report) & (CODE_CUE_BIT(CODE_CUE_DEMAND) | CODE_CUE_BIT(CODE_CUE_REPORT))))
            continue;
        const code_predicate *told = code_predicate_of(walk->sentence, report);
        uint32_t speaker = code_child(walk->sentence, report, LANGUAGE_NSUBJ);
        bool addressed = code_argument_get(told, CODE_SLOT_OBJECT) != DRG_NONE ||
                         code_argument_get(told, CODE_SLOT_INDIRECT) != DRG_NONE;
        if (speaker == DRG_NONE || !addressed) continue;
        walk_apply_by(walk, CODE_READING_DEMANDED, report, speaker, true);
        return true;
    }
    return false;
}

void walk_step_clause(code_walk *walk)
{
    if (!walk->skip_marks) {
        add_hearsay(walk);
        code_marks marks = code_clause_marks(walk->sentence, walk->at);
        walk_apply_marks(walk, &marks, walk->at);
        const code_node *node = &walk->sentence->nodes[walk->at];
        bool root = node->head == DRG_NONE || node->relation == LANGUAGE_ROOT;
        bool planned = (root && marks.infinitive) || walk_is_is_to(walk->sentence, walk->at) ||
                       code_due_of(walk->sentence, walk->at) != DRG_NONE;
        if (planned && !walk->context->blocked && !walk->context->readings)
            walk_apply(walk, CODE_READING_PLANNED, walk->at); /* also the headline's "Putin to meet Xi" */
        if (root && marks.bare && code_predicate_of(walk->sentence, walk->at)->surface == DRG_NONE &&
            !walk->context->readings && !take_spoken_order(walk))
            walk_block(walk, "an order to the reader");
        /* "I missed it, but did they talk?" */
        bool asks = root || ((node->relation == LANGUAGE_CONJ || node->relation == LANGUAGE_PARATAXIS) &&
                             code_is_inverted(walk->sentence, walk->at));
        if (asks && walk->sentence->question && !walk->over_report) walk_block(walk, "a question");
    }
    if (walk->step == WALK_CLAUSE && !walk->context->blocked) leave_clause(walk);
}

/* A cue noun must itself be asserted: "made a promise to", "in efforts to", but not "rejected a plan to". */
void walk_step_carrier(code_walk *walk)
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
    if (outlook == CODE_OUTLOOK_NEGATED && walk->context->readings && !code_clause_marks(sentence, head).negated)
        walk_negate(walk, walk->at); /* "has no plans to" */
    if (outlook == CODE_OUTLOOK_POSSIBLE || outlook == CODE_OUTLOOK_CANCELLED) {
        walk_block(walk, "not asserted");
        return;
    }
    uint8_t upos = sentence->nodes[head].upos;
    uint32_t bits = code_cues_of(sentence, head);
    const uint32_t against = CODE_CUE_BIT(CODE_CUE_REFUSE) | CODE_CUE_BIT(CODE_CUE_DENY) | CODE_CUE_BIT(CODE_CUE_FAIL) |
                             CODE_CUE_BIT(CODE_CUE_CANCEL) | CODE_CUE_BIT(CODE_CUE_WISH) |
                             CODE_CUE_BIT(CODE_CUE_DEMAND);
    bool verbal = upos == DRG_VERB || upos == DRG_AUX || upos == DRG_ADJ;
    if (!verbal || (bits & against)) {
        walk_block(walk, verbal ? "refused, denied, wished or failed" : "under a noun that does not assert it");
        return;
    }
    walk_go(walk, head);
}
