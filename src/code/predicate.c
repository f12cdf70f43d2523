/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a token of a UD tree. Out: its slots. Undone here, each by its own function: passives, shared subjects of
 * coordinated verbs, gaps of relative clauses, participles and infinitives that modify, control and raising, light
 * verbs, genitives, "X-led", containers. Method: rules over the basic tree in the manner of the UD enhancer (Schuster
 * and Manning 2016), but worked out only for the words that a frame or cue asks for, and going on to nouns.
 */
#include "code/predicate.h"

static void add(code_predicate *predicate, code_slot slot, uint32_t token)
{
    if (token == DRG_NONE || token == predicate->token || predicate->argument_count == CODE_ARGUMENTS) return;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].token == token && predicate->arguments[i].slot == (uint32_t)slot) return;
    predicate->arguments[predicate->argument_count++] = (code_argument){(uint32_t)slot, token};
}

unsigned code_view_of(const code_frames *frames, const code_frame_record *frame)
{
    unsigned view = frame->flags & CODE_OF_SUBJECT ? CODE_VIEW_OF_SUBJECT : 0;
    return frames->acts[frame->act].type == DRG_CONSULT ? view | CODE_VIEW_TOPICS : view;
}

uint32_t code_argument_get(const code_predicate *predicate, code_slot slot)
{
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].slot == (uint32_t)slot) return predicate->arguments[i].token;
    return DRG_NONE;
}

uint32_t code_argument_nth(const code_predicate *predicate, code_slot slot, unsigned view, size_t nth)
{
    bool noun = predicate->kind == CODE_PREDICATE_NOUN;
    code_slot also = CODE_SLOT_NONE;
    bool of_subject = (view & CODE_VIEW_OF_SUBJECT) != 0;
    if (noun && slot == CODE_SLOT_SUBJECT && of_subject) also = CODE_SLOT_OF;
    if (noun && slot == CODE_SLOT_OBJECT && !of_subject) also = CODE_SLOT_OF;
    size_t seen = 0;
    for (size_t i = 0; i < predicate->argument_count; i++) {
        uint32_t have = predicate->arguments[i].slot;
        if ((have == (uint32_t)slot || (also && have == (uint32_t)also)) && seen++ == nth)
            return predicate->arguments[i].token;
    }
    if (noun && slot == CODE_SLOT_SUBJECT && !seen)
        for (size_t i = 0; i < predicate->argument_count; i++)
            if ((predicate->arguments[i].slot == CODE_SLOT_MODIFIER ||
                 (predicate->arguments[i].slot == CODE_SLOT_TOPIC && !(view & CODE_VIEW_TOPICS))) &&
                seen++ == nth)
                return predicate->arguments[i].token;
    return DRG_NONE;
}

/* ---- verbs */

static bool is_relative_pronoun(const code_sentence *sentence, uint32_t token)
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

static bool has_own_subject(const code_sentence *sentence, uint32_t verb)
{
    return code_child(sentence, verb, LANGUAGE_NSUBJ) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_CSUBJ) != DRG_NONE ||
           code_child(sentence, verb, LANGUAGE_EXPL) != DRG_NONE;
}

static bool is_passive(const code_sentence *sentence, uint32_t verb)
{
    if (code_child(sentence, verb, LANGUAGE_AUX_PASS) != DRG_NONE) return true;
    const code_node *node = &sentence->nodes[verb];
    /* without "be" only a headline's participle is passive ("Minister arrested"); in a sentence it is a past tense
     * mistaken */
    bool headline = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    if (code_child(sentence, verb, LANGUAGE_NSUBJ_PASS) != DRG_NONE && node->tag == LANGUAGE_TAG_VBN && headline)
        return true;
    if (node->tag != LANGUAGE_TAG_VBN || has_auxiliary(sentence, verb)) return false;
    if (code_is_lost_main_verb(sentence, verb)) return false;
    if (node->relation == LANGUAGE_ACL || node->relation == LANGUAGE_ADVCL || node->relation == LANGUAGE_AMOD)
        return true;
    if (node->relation == LANGUAGE_CONJ && node->head != DRG_NONE && !has_own_subject(sentence, verb))
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
static void add_oblique(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    code_slot slot = code_case_of(sentence, child);
    if (!slot && has_as(sentence, child)) slot = CODE_SLOT_AS;
    /* "handed over a suspect", "pulled out of Angola": the particle was taken for a preposition */
    if (sentence->nodes[predicate->token + 1 < sentence->count ? predicate->token + 1 : 0].head == child &&
        code_has_listed_particle(sentence, predicate->token)) {
        code_slot second = case_after(sentence, child, predicate->token + 1);
        add(predicate, second ? second : CODE_SLOT_OBJECT, child);
    }
    /* "accepted a proposal by the UN": a verb with a subject of its own has no agent, whatever the parser says */
    bool agent = predicate->passive ? slot == CODE_SLOT_BY || sentence->nodes[child].relation == LANGUAGE_OBL_AGENT
                                    : sentence->nodes[child].relation == LANGUAGE_OBL_AGENT &&
                                          !has_own_subject(sentence, predicate->token);
    if (agent && (sentence->nodes[child].upos != DRG_VERB)) slot = CODE_SLOT_SUBJECT;
    if (slot) add(predicate, slot, child);
}

static bool is_infinitive(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == LANGUAGE_MARK && sentence->nodes[child].tag == LANGUAGE_TAG_TO)
            return true;
    return false;
}

/* "saw it as unacceptable", "deemed it illegal": what is said of the object. */
static bool is_predicative(const code_sentence *sentence, uint32_t child)
{
    uint8_t upos = sentence->nodes[child].upos;
    return code_case_of(sentence, child) == CODE_SLOT_AS || has_as(sentence, child) ||
           ((upos == DRG_ADJ || upos == DRG_NOUN) && !is_infinitive(sentence, child) &&
            code_child(sentence, child, LANGUAGE_COP) == DRG_NONE);
}

static void add_clausal(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint8_t relation = sentence->nodes[child].relation;
    code_slot slot = code_case_of(sentence, child);
    if (relation == LANGUAGE_XCOMP && is_predicative(sentence, child)) {
        add(predicate, CODE_SLOT_AS, child);
        return;
    }
    if (relation == LANGUAGE_CCOMP || relation == LANGUAGE_XCOMP) {
        add(predicate, CODE_SLOT_CLAUSE, child);
        return;
    }
    if (is_infinitive(sentence, child))
        add(predicate, CODE_SLOT_CLAUSE, child);
    else if (slot)
        add(predicate, slot, child);
}

/* Of two objects the first may be the one to whom ("offered Ukraine arms"), the second what is said of the first
 * ("called Israel a terrorist state"): a frame asks for the one that it means. */
static void add_object(code_predicate *predicate, uint32_t child)
{
    uint32_t first = code_argument_get(predicate, CODE_SLOT_OBJECT);
    if (first != DRG_NONE && !predicate->passive) {
        add(predicate, CODE_SLOT_INDIRECT, first);
        add(predicate, CODE_SLOT_AS, child);
    }
    add(predicate, CODE_SLOT_OBJECT, child);
}

/* Of two subjects before one verb a parser found one too many: the nearer one is it. */
static void add_subject(const code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint32_t before = predicate->surface;
    if (before != DRG_NONE && sentence->nodes[child].upos == DRG_VERB) return; /* "the ministry issued said" */
    if (before == DRG_NONE || child > predicate->token) {
        if (before == DRG_NONE) predicate->surface = child;
        add(predicate, CODE_SLOT_SUBJECT, child);
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
    if (subject == DRG_NONE) return false;
    predicate->passive = false;
    predicate->surface = subject;
    add(predicate, CODE_SLOT_SUBJECT, subject);
    add(predicate, CODE_SLOT_OBJECT, child);
    return true;
}

static void add_verb_child(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    switch (sentence->nodes[child].relation) {
    case LANGUAGE_NSUBJ:
    case LANGUAGE_NSUBJ_OUTER: add_subject(sentence, predicate, child); break;
    case LANGUAGE_EXPL: /* "it was open to talks": a pronoun that names somebody is no dummy */
        if (predicate->surface != DRG_NONE || sentence->nodes[child].mention == DRG_NONE) break;
        predicate->surface = child;
        add(predicate, CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_NSUBJ_PASS:
        predicate->surface = child;
        add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_OBJ: add_object(predicate, measured_object(sentence, child)); break;
    case LANGUAGE_IOBJ: add(predicate, CODE_SLOT_INDIRECT, child); break;
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT:
    case LANGUAGE_NMOD:
        if (!take_swallowed_clause(sentence, predicate, child)) add_oblique(sentence, predicate, child);
        break;
    case LANGUAGE_XCOMP:
    case LANGUAGE_CCOMP:
    case LANGUAGE_ADVCL: add_clausal(sentence, predicate, child); break;
    default: break;
    }
}

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

static void remove_that(const code_sentence *sentence, code_predicate *predicate)
{
    size_t kept = 0;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (!base_text_is(code_lemma(sentence, predicate->arguments[i].token), "that"))
            predicate->arguments[kept++] = predicate->arguments[i];
    predicate->argument_count = kept;
}

/* Fills the gap of a relative clause with what it modifies. */
static void fill_relative(code_sentence *sentence, code_predicate *predicate, uint32_t head)
{
    if (code_is_noun_content(sentence, predicate->token)) {
        remove_that(sentence, predicate);
        return;
    }
    uint32_t antecedent = beyond_setting(sentence, predicate->token, head);
    bool filled = false;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (is_relative_pronoun(sentence, predicate->arguments[i].token))
            antecedent = person_before(sentence, predicate->arguments[i].token, antecedent);
    for (size_t i = 0; i < predicate->argument_count; i++) {
        if (!is_relative_pronoun(sentence, predicate->arguments[i].token)) continue;
        if (predicate->surface == predicate->arguments[i].token) predicate->surface = antecedent;
        predicate->arguments[i].token = antecedent;
        filled = true;
    }
    if (filled) return;
    CODE_EACH_CHILD(sentence, child, predicate->token) /* "where", "when", "whose": no slot is open */
        if (sentence->nodes[child].tag == LANGUAGE_TAG_WRB) return;
    if (predicate->surface == DRG_NONE) {
        predicate->surface = antecedent;
        add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, antecedent);
    } else if (code_argument_get(predicate, CODE_SLOT_OBJECT) == DRG_NONE) {
        add(predicate, CODE_SLOT_OBJECT, antecedent);
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

/* The subject that a verb without one of its own borrows from where it stands. */
static uint32_t borrowed_subject(code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (node->head == DRG_NONE) return DRG_NONE;
    switch (node->relation) {
    case LANGUAGE_CONJ: return code_predicate_of(sentence, node->head)->surface;
    case LANGUAGE_XCOMP: return code_controller(sentence, node->head, token);
    case LANGUAGE_ADVCL:
        if (is_infinitive(sentence, token) || is_held_against_object(sentence, node->head, token))
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
        return noun_controller(sentence, node->head);
    default: return DRG_NONE;
    }
}

/* What coordinated verbs share beside the subject: "condemned and rejected the attack". */
static void share_object(code_sentence *sentence, code_predicate *predicate)
{
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->relation != LANGUAGE_CONJ || node->head == DRG_NONE || predicate->passive) return;
    if (code_argument_get(predicate, CODE_SLOT_OBJECT) != DRG_NONE) return;
    uint32_t object = code_child(sentence, node->head, LANGUAGE_OBJ);
    if (object != DRG_NONE && object > predicate->token) add(predicate, CODE_SLOT_OBJECT, object);
}

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

bool code_is_lost_main_verb(const code_sentence *sentence, uint32_t verb)
{
    const code_node *node = &sentence->nodes[verb];
    if (node->tag != LANGUAGE_TAG_VBD && node->tag != LANGUAGE_TAG_VBN) return false;
    if ((node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_AMOD) || node->head == DRG_NONE) return false;
    const code_node *root = &sentence->nodes[node->head];
    if (root->head != DRG_NONE || (root->upos != DRG_NOUN && root->upos != DRG_PROPN)) return false;
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    if (code_child(sentence, verb, LANGUAGE_OBL_AGENT) != DRG_NONE ||
        code_child(sentence, verb, LANGUAGE_AUX_PASS) != DRG_NONE)
        return false;
    if (node->relation == LANGUAGE_AMOD && (verb == 0 || verb > node->head)) return false;
    return !has_finite_verb(sentence);
}

/* The name that stands before the verb inside the noun phrase. */
static uint32_t name_before(const code_sentence *sentence, uint32_t root, uint32_t verb)
{
    uint32_t found = DRG_NONE;
    CODE_EACH_CHILD(sentence, child, root)
        if (child < verb && sentence->nodes[child].upos != DRG_PUNCT && sentence->nodes[child].upos != DRG_DET)
            found = child;
    return found;
}

static void repair_main_verb(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t verb = predicate->token;
    if (!code_is_lost_main_verb(sentence, verb)) return;
    uint32_t root = sentence->nodes[verb].head;
    if (sentence->nodes[verb].relation == LANGUAGE_ACL) {
        predicate->surface = root;
        add(predicate, CODE_SLOT_SUBJECT, root);
        return;
    }
    uint32_t subject = name_before(sentence, root, verb);
    if (subject == DRG_NONE) return;
    predicate->surface = subject;
    add(predicate, CODE_SLOT_SUBJECT, subject);
    add(predicate, CODE_SLOT_OBJECT, root);
    CODE_EACH_CHILD(sentence, child, root)
        if (child > root && sentence->nodes[child].relation == LANGUAGE_NMOD) add_oblique(sentence, predicate, child);
}

/* "urged both sides to respect the truce": an only object that the parser took for the indirect one, and the complement
 * for a clause of that noun. */
static void repair_lone_indirect(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t indirect = code_argument_get(predicate, CODE_SLOT_INDIRECT);
    if (indirect == DRG_NONE || predicate->passive) return;
    if (code_argument_get(predicate, CODE_SLOT_OBJECT) != DRG_NONE) return;
    if (code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE) return;
    add(predicate, CODE_SLOT_OBJECT, indirect);
    CODE_EACH_CHILD(sentence, child, indirect)
        if (sentence->nodes[child].relation == LANGUAGE_ACL && is_infinitive(sentence, child))
            add(predicate, CODE_SLOT_CLAUSE, child);
}

static void fill_verb(code_sentence *sentence, code_predicate *predicate)
{
    uint32_t token = predicate->token;
    predicate->passive = is_passive(sentence, token);
    CODE_EACH_CHILD(sentence, child, token) add_verb_child(sentence, predicate, child);
    repair_lone_indirect(sentence, predicate);
    const code_node *node = &sentence->nodes[token];
    if (node->relation == LANGUAGE_ACL_RELCL && node->head != DRG_NONE) fill_relative(sentence, predicate, node->head);
    repair_main_verb(sentence, predicate);
    if (predicate->surface == DRG_NONE && code_child(sentence, token, LANGUAGE_EXPL) == DRG_NONE) {
        predicate->surface = borrowed_subject(sentence, token);
        add(predicate, predicate->passive ? CODE_SLOT_OBJECT : CODE_SLOT_SUBJECT, predicate->surface);
    }
    /* a verb in a coordination inside a relative clause shares the gap */
    if (predicate->surface != DRG_NONE && is_relative_pronoun(sentence, predicate->surface))
        predicate->surface = DRG_NONE;
    share_object(sentence, predicate);
}

/* ---- adjectives */

static void fill_adjective(code_sentence *sentence, code_predicate *predicate)
{
    CODE_EACH_CHILD(sentence, child, predicate->token) add_verb_child(sentence, predicate, child);
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->relation == LANGUAGE_ACL_RELCL && node->head != DRG_NONE) fill_relative(sentence, predicate, node->head);
    if (predicate->surface == DRG_NONE) {
        predicate->surface = borrowed_subject(sentence, predicate->token);
        add(predicate, CODE_SLOT_SUBJECT, predicate->surface);
    }
}

/* ---- nouns */

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

static void add_modifier(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    uint32_t leader = leader_of(sentence, child);
    if (leader != DRG_NONE) {
        add(predicate, CODE_SLOT_SUBJECT, leader);
    } else if (sentence->nodes[child].mention != DRG_NONE && child < predicate->token) {
        bool name = sentence->nodes[child].upos == DRG_PROPN;
        uint32_t partner = name ? joined_name(sentence, child) : DRG_NONE;
        if (partner != DRG_NONE) add(predicate, CODE_SLOT_MODIFIER, partner);
        add(predicate, name && partner == DRG_NONE ? CODE_SLOT_TOPIC : CODE_SLOT_MODIFIER, child);
    } else if (sentence->nodes[child].relation == LANGUAGE_COMPOUND) {
        CODE_EACH_CHILD(sentence, inner, child) /* "[Israel army] strikes" */
            if (sentence->nodes[inner].mention != DRG_NONE) add(predicate, CODE_SLOT_TOPIC, inner);
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

static void add_noun_child(code_sentence *sentence, code_predicate *predicate, uint32_t child)
{
    code_slot slot;
    switch (sentence->nodes[child].relation) {
    case LANGUAGE_NMOD_POSS: add(predicate, CODE_SLOT_SUBJECT, owner_of(sentence, child)); break;
    case LANGUAGE_NMOD:
    case LANGUAGE_OBL:
        slot = code_case_of(sentence, child);
        add(predicate, slot == CODE_SLOT_BY ? CODE_SLOT_SUBJECT : slot, child);
        break;
    case LANGUAGE_AMOD:
    case LANGUAGE_COMPOUND:
    case LANGUAGE_NMOD_DESC:
    case LANGUAGE_NMOD_UNMARKED: add_modifier(sentence, predicate, child); break;
    case LANGUAGE_NSUBJ: /* "X is in talks with Y" */
        predicate->surface = child;
        if (code_case_of(sentence, predicate->token)) add(predicate, CODE_SLOT_SUBJECT, child);
        break;
    case LANGUAGE_ACL:
    case LANGUAGE_CCOMP: add(predicate, CODE_SLOT_CLAUSE, child); break;
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
static void take_light(code_sentence *sentence, code_predicate *predicate, uint32_t verb, code_light role)
{
    const code_predicate *light = code_predicate_of(sentence, verb);
    predicate->light = verb;
    predicate->clause = verb;
    uint32_t noun = code_container(sentence, predicate->token);
    for (size_t i = 0; i < light->argument_count; i++) {
        code_argument argument = light->arguments[i];
        if (argument.token == predicate->token || argument.token == noun) continue;
        if (argument.slot == CODE_SLOT_OBJECT || argument.slot == CODE_SLOT_CLAUSE) continue;
        if (argument.slot == CODE_SLOT_SUBJECT && role == CODE_LIGHT_TARGET) argument.slot = CODE_SLOT_OBJECT;
        if (argument.slot == CODE_SLOT_INDIRECT) argument.slot = CODE_SLOT_TO;
        add(predicate, (code_slot)argument.slot, argument.token);
    }
}

static void find_light(code_sentence *sentence, code_predicate *predicate)
{
    code_slot slot;
    uint32_t verb = code_governing_verb(sentence, predicate->token, &slot);
    const code_cue *cue = verb == DRG_NONE ? NULL : code_cue_of(sentence, verb, CODE_CUE_LIGHT);
    if (cue && light_takes(sentence, verb, cue, slot)) {
        take_light(sentence, predicate, verb, (code_light)cue->light);
        return;
    }
    verb = holding_clause(sentence, predicate->token);
    if (verb == DRG_NONE) return;
    cue = code_cue_of(sentence, verb, CODE_CUE_LIGHT);
    take_light(sentence, predicate, verb, (code_light)cue->light);
}

static void fill_noun(code_sentence *sentence, code_predicate *predicate)
{
    CODE_EACH_CHILD(sentence, child, predicate->token) add_noun_child(sentence, predicate, child);
    uint32_t container = code_container(sentence, predicate->token);
    if (container != predicate->token)
        CODE_EACH_CHILD(sentence, child, container) add_noun_child(sentence, predicate, child);
}

/* ---- */

static void fill(code_sentence *sentence, code_predicate *predicate)
{
    switch (sentence->nodes[predicate->token].upos) {
    case DRG_VERB:
    case DRG_AUX:
        predicate->kind = CODE_PREDICATE_VERB;
        fill_verb(sentence, predicate);
        break;
    case DRG_ADJ:
        predicate->kind = CODE_PREDICATE_ADJECTIVE;
        fill_adjective(sentence, predicate);
        break;
    default:
        predicate->kind = CODE_PREDICATE_NOUN;
        fill_noun(sentence, predicate);
        find_light(sentence, predicate);
        break;
    }
}

const code_predicate *code_predicate_of(code_sentence *sentence, uint32_t token)
{
    if (!sentence->predicates[token]) {
        code_predicate *predicate = BASE_NEW(sentence->arena, code_predicate);
        *predicate = (code_predicate){.token = token, .light = DRG_NONE, .clause = token, .surface = DRG_NONE};
        /* set before it is filled: who asks for it on the way round sees it empty, and the walk ends */
        sentence->predicates[token] = predicate;
        fill(sentence, predicate);
    }
    return sentence->predicates[token];
}

const code_predicate *code_predicate_with_light(code_sentence *sentence, uint32_t noun, uint32_t verb)
{
    code_predicate *predicate = BASE_NEW(sentence->arena, code_predicate);
    *predicate = (code_predicate){
        .token = noun, .kind = CODE_PREDICATE_NOUN, .light = DRG_NONE, .clause = noun, .surface = DRG_NONE};
    fill_noun(sentence, predicate);
    if (verb != DRG_NONE) take_light(sentence, predicate, verb, CODE_LIGHT_DOER);
    return predicate;
}
