/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a pronoun, the nouns around it and the entities so far. Out: the entity that it means, or nobody.
 *
 * What cannot be is struck out: another gender or number, the other argument of the same verb ("Putin met him"), the
 * phrase that the pronoun stands in ("his brother"). Those left are ranked, nobody among them, by a linear model over
 * features of distance, grammatical role, parallelism, salience and kind of name (a mention-ranking model: Denis and
 * Baldridge, "Specialized models and ranking for coreference resolution", EMNLP 2008; the binding rules as in Hobbs,
 * "Resolving pronoun references", 1978). Weights are whole numbers, trained by train/pronoun_train.c. The best one wins
 * when it is ahead of the second and of nobody by a margin, which was chosen for precision; else the pronoun is left
 * open, though later pronouns still see what it most likely meant. */
#include "find/referent.h"

#define SENTENCES_BACK 4
#define NOUNS_BACK 240
#define ANCESTORS 24
#define STRUCK 64 /* most mentions of its own sentence that a pronoun cannot mean */

/* Points, in thousandths of the model's unit, by which the winner must be ahead; chosen for a precision of four in five
 * on GAP development, where each pronoun has two names to choose from. What a possessor means is mostly near. */
static const int64_t MARGIN_HE_SUBJECT = 700, MARGIN_HE_POSSESSOR = 100, MARGIN_HE = 1200;
static const int64_t MARGIN_PASSIVE = 400; /* more, for one who was last acted on, or part of a phrase */
static const int64_t MARGIN_IT = 1800, MARGIN_THEY = 1500;
static const int64_t MARGIN_ALONE = 300; /* the only one who may be "he" */

/* ---- features */

enum feature {
#define FEATURE(name) name,
    FIND_PRONOUN_FEATURES(FEATURE)
#undef FEATURE
        FEATURE_COUNT
};

static void add(find_candidate *candidate, uint32_t feature)
{
    if (candidate->feature_count < FIND_FEATURES) candidate->features[candidate->feature_count++] = (uint16_t)feature;
}

static void add_when(find_candidate *candidate, bool said, uint32_t feature)
{
    if (said) add(candidate, feature);
}

/* ---- where the pronoun stands */

typedef struct pronoun_view {
    const find_reading *reading;
    const find_referents *referents;
    const find_noun *noun;
    uint32_t index;
    find_pronoun_class kind;
    uint32_t ancestors[ANCESTORS]; /* of the pronoun's token, nearest first */
    bool has_subject[ANCESTORS];   /* each of them, before the pronoun */
    uint32_t ancestor_count;
    uint32_t phrase_end; /* how many of them belong to the phrase that the pronoun stands in */
    uint32_t cataphor;   /* entity of the subject behind it that it stands under: "In his list, Smith named" */
    uint32_t doer; /* token of who does what is done to it, also where the verb has no subject of its own; DRG_NONE */
    bool reflexive;
} pronoun_view;

static bool is_clausal(uint8_t relation)
{
    switch (relation) {
    case LANGUAGE_ROOT:
    case LANGUAGE_CCOMP:
    case LANGUAGE_XCOMP:
    case LANGUAGE_ADVCL:
    case LANGUAGE_ADVCL_RELCL:
    case LANGUAGE_ACL:
    case LANGUAGE_ACL_RELCL:
    case LANGUAGE_CSUBJ:
    case LANGUAGE_CSUBJ_PASS:
    case LANGUAGE_PARATAXIS: return true;
    default: return false;
    }
}

/* "Lopez wants to meet her", "Lopez came and thanked her": who meets and thanks, whom "her" cannot mean. */
static uint32_t doer_of(const find_reading *reading, const find_noun *pronoun)
{
    uint32_t at = pronoun->role == FIND_AS_OBJECT ? pronoun->governor : DRG_NONE;
    uint32_t begin = reading->document->sentences.items[pronoun->sentence].body;
    bool controlled = false;
    for (int step = 0; step < FIND_WALK && at != DRG_NONE; step++, at = reading->tokens[at].head) {
        uint32_t subject = DRG_NONE, object = DRG_NONE;
        for (uint32_t i = begin; i < pronoun->token; i++) {
            const drg_token *word = &reading->tokens[i];
            if (word->head != at) continue;
            if (word->relation == LANGUAGE_NSUBJ || word->relation == LANGUAGE_NSUBJ_PASS) subject = i;
            if (word->relation == LANGUAGE_OBJ) object = i;
        }
        if (controlled && object != DRG_NONE) return object;
        if (subject != DRG_NONE) return subject;
        uint8_t relation = reading->tokens[at].relation;
        if (relation != LANGUAGE_CONJ && relation != LANGUAGE_XCOMP && relation != LANGUAGE_ADVCL) return DRG_NONE;
        controlled = relation == LANGUAGE_XCOMP;
    }
    return DRG_NONE;
}

static uint32_t cataphor_of(const pronoun_view *view)
{
    const find_noun *nouns = view->referents->nouns.items;
    for (uint32_t i = view->index + 1; i < view->referents->first_noun[view->noun->sentence + 1]; i++) {
        if (nouns[i].role != FIND_AS_SUBJECT || nouns[i].kind > FIND_NOUN_ROLE) continue;
        for (uint32_t k = 0; k < view->ancestor_count; k++)
            if (view->ancestors[k] == nouns[i].governor && nouns[i].governor > nouns[i].token) return nouns[i].entity;
    }
    return DRG_NONE;
}

static void look(const find_reading *reading, uint32_t index, pronoun_view *view)
{
    const find_referents *referents = reading->referents;
    *view = (pronoun_view){.reading = reading, .referents = referents, .noun = &referents->nouns.items[index]};
    view->index = index;
    view->kind = find_class_of(reading, view->noun);
    static const char *const reflexives[] = {"himself", "herself", "itself", "themselves", NULL};
    for (size_t i = 0; reflexives[i]; i++) view->reflexive |= find_is_word(reading, view->noun->token, reflexives[i]);
    uint32_t at = view->noun->token;
    bool inside = true;
    while (view->ancestor_count < ANCESTORS && reading->tokens[at].head != DRG_NONE) {
        at = reading->tokens[at].head;
        uint8_t upos = reading->tokens[at].upos;
        inside = inside && upos != DRG_VERB && upos != DRG_AUX;
        view->ancestors[view->ancestor_count++] = at;
        if (inside) view->phrase_end = view->ancestor_count;
        uint8_t relation = reading->tokens[at].relation;
        if (is_clausal(relation) || relation == LANGUAGE_CONJ) inside = false; /* "Lopez and her son" */
    }
    const find_noun *nouns = referents->nouns.items;
    for (uint32_t k = referents->first_noun[view->noun->sentence]; k < index; k++)
        for (uint32_t i = 0; i < view->ancestor_count && nouns[k].role == FIND_AS_SUBJECT; i++)
            view->has_subject[i] |= nouns[k].governor == view->ancestors[i];
    view->cataphor = cataphor_of(view);
    view->doer = view->reflexive ? DRG_NONE : doer_of(reading, view->noun);
}

/* ---- what cannot be */

static bool agrees(const pronoun_view *view, const find_referent *entity)
{
    find_noun_kind kind = entity->kind;
    if (kind == FIND_NOUN_PRONOUN && entity->draft != DRG_NONE) return false;
    switch (view->kind) {
    case FIND_HE_SHE: {
        bool other = entity->gender && entity->gender != view->noun->gender;
        bool person = kind == FIND_NOUN_PERSON || kind == FIND_NOUN_UNKNOWN || kind == FIND_NOUN_ROLE ||
                      kind == FIND_NOUN_HUMAN || (kind == FIND_NOUN_PRONOUN && entity->gender);
        return person && !other && !entity->plural;
    }
    case FIND_IT:
        return !entity->gender && !entity->plural &&
               (kind == FIND_NOUN_LISTED || kind == FIND_NOUN_BODY || kind == FIND_NOUN_THING ||
                kind == FIND_NOUN_NAME || kind == FIND_NOUN_UNKNOWN || kind == FIND_NOUN_HUMANS ||
                kind == FIND_NOUN_PRONOUN);
    default:
        return !entity->gender && kind != FIND_NOUN_PERSON && kind != FIND_NOUN_ROLE &&
               (entity->plural || kind == FIND_NOUN_LISTED || kind == FIND_NOUN_BODY || kind == FIND_NOUN_HUMANS ||
                kind == FIND_NOUN_ROW || kind == FIND_NOUN_NAME || kind == FIND_NOUN_UNKNOWN);
    }
}

static bool is_in_phrase(const pronoun_view *view, uint32_t token)
{
    const drg_token *tokens = view->reading->tokens;
    for (uint32_t i = 0; i < view->phrase_end; i++) {
        uint32_t at = view->ancestors[i];
        if (at == token) return true;
        bool beside = tokens[token].head == at &&
                      (tokens[token].relation == LANGUAGE_APPOS || tokens[token].relation == LANGUAGE_FLAT ||
                       tokens[token].relation == LANGUAGE_COMPOUND);
        if (beside) return true;
    }
    return false;
}

static bool is_argument(find_noun_role role)
{
    return role == FIND_AS_SUBJECT || role == FIND_AS_OBJECT || role == FIND_AS_OBLIQUE;
}

/* The clause among the pronoun's ancestors that describes the noun ("Smith, who lost his seat"), and whether the
 * relative pronoun is its subject. DRG_NONE when there is none. */
static uint32_t relative_of(const pronoun_view *view, uint32_t token, bool *ret_subject)
{
    const drg_token *tokens = view->reading->tokens;
    for (uint32_t i = 0; i < view->ancestor_count; i++) {
        uint32_t verb = view->ancestors[i];
        if (tokens[verb].relation != LANGUAGE_ACL_RELCL || tokens[verb].head != token) continue;
        *ret_subject = false;
        bool other = false;
        for (uint32_t k = token + 1; k < verb; k++) {
            bool subject = tokens[k].relation == LANGUAGE_NSUBJ || tokens[k].relation == LANGUAGE_NSUBJ_PASS;
            if (tokens[k].head != verb || !subject) continue;
            bool relative = tokens[k].tag == LANGUAGE_TAG_WP || tokens[k].tag == LANGUAGE_TAG_WDT;
            *ret_subject |= relative;
            other |= !relative;
        }
        return *ret_subject || other ? verb : DRG_NONE;
    }
    return DRG_NONE;
}

/* "Lopez, with whom she worked": not Lopez. */
static bool is_relative_apart(const pronoun_view *view, const find_noun *other)
{
    bool subject = false;
    uint32_t verb = relative_of(view, other->token, &subject);
    return verb != DRG_NONE && !subject && view->noun->governor == verb && view->noun->role == FIND_AS_SUBJECT;
}

static bool is_doer(const pronoun_view *view, const find_noun *other)
{
    if (view->doer == DRG_NONE || other->kind == FIND_NOUN_ROW) return false;
    uint32_t draft = view->reading->draft_at[view->doer];
    return other->token == view->doer || (draft != DRG_NONE && draft == other->draft);
}

/* Arguments of one verb are different, but for reflexives; members of one row are too. */
static bool is_bound_apart(const pronoun_view *view, const find_noun *other)
{
    const find_noun *noun = view->noun;
    if (is_in_phrase(view, other->token) || is_relative_apart(view, other)) return true;
    if (is_doer(view, other)) return true;
    if (other->kind == FIND_NOUN_ROW ? false
                                     : noun->joined && other->governor == noun->governor && other->role == noun->role)
        return true;
    if (view->reflexive || noun->governor != other->governor || noun->governor == DRG_NONE) return false;
    return is_argument(noun->role) && is_argument(other->role) && noun->role != FIND_AS_POSSESSOR;
}

/* ---- features */

static bool is_above(const pronoun_view *view, const find_noun *other, uint32_t *ret_level)
{
    if (other->role != FIND_AS_SUBJECT || other->governor == DRG_NONE || other->token > view->noun->token) return false;
    uint32_t level = 0;
    for (uint32_t i = 0; i < view->ancestor_count; i++) {
        if (view->ancestors[i] == other->governor) {
            *ret_level = level;
            return true;
        }
        level += view->has_subject[i];
    }
    return false;
}

static bool is_main(const find_reading *reading, const find_noun *noun)
{
    return noun->role == FIND_AS_SUBJECT && noun->governor != DRG_NONE &&
           reading->tokens[noun->governor].relation == LANGUAGE_ROOT;
}

static bool is_quote(const find_reading *reading, uint32_t token)
{
    uint8_t tag = reading->tokens[token].tag;
    return tag == LANGUAGE_TAG_OPEN || tag == LANGUAGE_TAG_CLOSE;
}

static bool is_quoted_apart(const find_reading *reading, uint32_t first, uint32_t last)
{
    bool odd = false;
    for (uint32_t i = first; i < last; i++) odd ^= is_quote(reading, i);
    return odd;
}

static void add_place(const pronoun_view *view, const find_noun *other, find_candidate *to)
{
    const find_noun *noun = view->noun;
    bool here = other->sentence == noun->sentence, behind = other->token > noun->token;
    uint32_t back = noun->sentence - other->sentence, level = 0;
    if (behind) {
        add(to, BEHIND);
        add_when(to, is_main(view->reading, other), BEHIND_IN_MAIN);
    } else {
        add(to, here ? SAME_SENTENCE : back >= 4 ? BACK_4 : BACK_1 + back - 1);
    }
    add(to, (uint32_t)(here ? HERE_SUBJECT : THERE_SUBJECT) + other->role);
    add(to, (uint32_t)SUBJECT_SUBJECT + (uint32_t)noun->role * FIND_NOUN_ROLES + other->role);
    if (here && is_above(view, other, &level)) {
        bool possessor = noun->role == FIND_AS_POSSESSOR;
        add(to, (uint32_t)(possessor ? ABOVE_1_POSSESSOR : ABOVE_1) + (level > 0));
        add_when(to, level == 0, SAME_CLAUSE);
    }
    if (is_main(view->reading, other)) {
        add_when(to, here && !behind, MAIN_SUBJECT_HERE);
        add_when(to, back == 1, MAIN_SUBJECT_BACK_1);
        const drg_sentence *whole = &view->reading->document->sentences.items[noun->sentence];
        bool initial = noun->token <= whole->body + 1 && noun->role == FIND_AS_SUBJECT;
        add_when(to, back == 1 && initial, BACK_1_SUBJECT_INITIAL);
    }
    if (here && !behind) {
        add_when(to, is_quoted_apart(view->reading, other->token, noun->token), QUOTED_APART);
        add_when(to, noun->token - other->token <= 2, NEXT_WORDS);
    }
}

static bool is_subject_in(const pronoun_view *view, uint32_t entity, uint32_t sentence, uint32_t before)
{
    const find_noun *nouns = view->referents->nouns.items;
    for (uint32_t i = view->referents->first_noun[sentence]; i < view->referents->first_noun[sentence + 1]; i++)
        if (nouns[i].entity == entity && nouns[i].role == FIND_AS_SUBJECT && nouns[i].token < before) return true;
    return false;
}

/* "Smith's daughter": somebody who only tells whose another one is. */
static bool is_of_human(const pronoun_view *view, const find_noun *noun)
{
    if (noun->role != FIND_AS_POSSESSOR || noun->governor == DRG_NONE) return false;
    uint32_t index = view->referents->noun_at[noun->governor];
    if (index == DRG_NONE) return false;
    find_noun_kind kind = view->referents->nouns.items[index].kind;
    return kind == FIND_NOUN_HUMAN || kind == FIND_NOUN_PERSON || kind == FIND_NOUN_ROLE;
}

/* "Lopez and her husband". */
static bool is_joined_owner(const pronoun_view *view, const find_noun *other)
{
    const drg_token *tokens = view->reading->tokens;
    for (uint32_t i = 0; i < view->ancestor_count && i < 3; i++) {
        uint32_t at = view->ancestors[i];
        if (tokens[at].relation == LANGUAGE_CONJ && tokens[at].head == other->token) return true;
    }
    return false;
}

/* The subject of a verb of saying. */
static bool is_speaker(const find_reading *reading, const find_noun *noun)
{
    static const char *const verbs[] = {"say",   "tell",  "add",   "note",    "explain", "insist",
                                        "warn",  "argue", "claim", "state",   "confirm", "announce",
                                        "write", "ask",   "reply", "suggest", NULL};
    if (noun->role != FIND_AS_SUBJECT || noun->governor == DRG_NONE) return false;
    for (size_t i = 0; verbs[i]; i++)
        if (base_text_is(reading->tokens[noun->governor].lemma, verbs[i])) return true;
    return false;
}

static void add_mention(const pronoun_view *view, const find_noun *other, find_candidate *to)
{
    const find_referents *referents = view->referents;
    add_when(to, other->kind == FIND_NOUN_PRONOUN, NEAREST_IS_PRONOUN);
    add_when(to, other->joined, JOINED);
    add_when(to, is_of_human(view, other), OF_HUMAN);
    add_when(to, is_joined_owner(view, other), AND_HIS);
    bool subject = false;
    add_when(to, relative_of(view, other->token, &subject) != DRG_NONE && subject, RELATIVE_SUBJECT);
    add_when(to, !other->definite && (other->kind == FIND_NOUN_HUMAN || other->kind == FIND_NOUN_THING), INDEFINITE);
    add_when(to, view->reading->tokens[other->token].relation == LANGUAGE_OBL_AGENT, BY_AGENT);
    const drg_sentence *sentences = view->reading->document->sentences.items;
    add_when(to, sentences[other->sentence].paragraph == sentences[view->noun->sentence].paragraph, SAME_PARAGRAPH);
    add_when(to, is_speaker(view->reading, view->noun) && is_speaker(view->reading, other), SPEAKER_AGAIN);
    if (view->cataphor == to->entity) add(to, view->noun->role == FIND_AS_POSSESSOR ? CATAPHOR_POSSESSOR : CATAPHOR);
    add_when(to, is_subject_in(view, to->entity, view->noun->sentence, view->noun->token), EARLIER_SUBJECT_HERE);
    if (view->noun->sentence)
        add_when(to, is_subject_in(view, to->entity, view->noun->sentence - 1, UINT32_MAX), PREVIOUS_SUBJECT_ANY);
    if (other->governor != DRG_NONE) {
        uint8_t relation = view->reading->tokens[other->governor].relation;
        add(to, is_clausal(relation) && relation != LANGUAGE_ROOT ? EMBEDDED : NEAREST_MAIN);
    }
    uint32_t first = referents->first_noun[other->sentence];
    add_when(to, referents->nouns.items[first].token == other->token, FIRST_IN_SENTENCE);
    if (referents->last_pronoun[view->noun->gender] != to->entity) return;
    if (view->noun->sentence > other->sentence + 1) return;
    add(to, LAST_PRONOUN);
    add_when(to, other->kind == FIND_NOUN_PRONOUN && other->role == view->noun->role, LAST_PRONOUN_PARALLEL);
    add_when(to, other->kind == FIND_NOUN_PRONOUN && other->sentence == view->noun->sentence, LAST_PRONOUN_HERE);
}

static void add_entity(const pronoun_view *view, find_candidate *to)
{
    const find_referent *entity = &view->referents->entities.items[to->entity];
    add(to, (uint32_t)KIND_PERSON + entity->kind);
    if (view->kind == FIND_HE_SHE) add(to, entity->gender ? GENDER_KNOWN : GENDER_OPEN);
    uint32_t mentions = entity->names + entity->pronouns;
    add(to, (uint32_t)COUNT_1 + (mentions >= 4 ? 3 : mentions ? mentions - 1 : 0));
    if (entity->pronouns) add(to, (uint32_t)PRONOUNS_1 + (entity->pronouns > 1));
    if (entity->subjects) add(to, (uint32_t)SUBJECTS_1 + (entity->subjects > 1));
    add_when(to, entity->headline, HEADLINE);
    add_when(to, entity->bare && !entity->full, BARE_ONLY);
    add_when(to, entity->full && mentions == 1, FULL_ONCE);
    bool state =
        entity->kind == FIND_NOUN_LISTED && entity->draft != DRG_NONE &&
        view->reading->drafts.items[entity->draft].actor != DRG_NONE &&
        view->reading->document->actors.items[view->reading->drafts.items[entity->draft].actor].type == DRG_ACTOR_STATE;
    add_when(to, state, LIST_STATE);
}

static bool is_titled(const pronoun_view *view, const find_candidate *candidate)
{
    const find_referent *entity = &view->referents->entities.items[candidate->entity];
    return entity->titled && !entity->namesake;
}

/* A text is about whom its title names. */
static void add_titles(const pronoun_view *view, find_candidates *candidates)
{
    uint32_t titled = 0;
    for (uint32_t i = 1; i < candidates->count; i++) titled += is_titled(view, &candidates->items[i]);
    for (uint32_t i = 1; i < candidates->count && titled; i++) {
        bool own = is_titled(view, &candidates->items[i]);
        add(&candidates->items[i], !own ? UNTITLED : titled == 1 ? TITLED : TITLED_TOO);
    }
    add_when(&candidates->items[0], titled > 0, NOBODY_TITLED);
}

/* What only shows beside the others. */
static void add_comparison(const pronoun_view *view, find_candidates *candidates)
{
    add_titles(view, candidates);
    uint32_t first = DRG_NONE, most = DRG_NONE, names = 0;
    const find_referent *entities = view->referents->entities.items;
    for (uint32_t i = 1; i < candidates->count; i++) {
        find_candidate *to = &candidates->items[i];
        const find_referent *entity = &entities[to->entity];
        add(to, (uint32_t)RANK_0 + (i > 5 ? 4 : i - 1));
        if (first == DRG_NONE || entity->first_noun < entities[candidates->items[first].entity].first_noun) first = i;
        bool tie = entity->names == names;
        if (entity->names >= names) most = tie ? DRG_NONE : i;
        if (entity->names > names) names = entity->names;
    }
    if (first != DRG_NONE) add(&candidates->items[first], FIRST_ENTITY);
    if (most != DRG_NONE) add(&candidates->items[most], MOST_NAMED);
    if (first != DRG_NONE && first == most) add(&candidates->items[first], MENTION_BOTH);
}

static void add_nobody(const pronoun_view *view, find_candidates *candidates)
{
    const drg_token *word = &view->reading->tokens[view->noun->token];
    find_candidate *to = &candidates->items[0];
    add(to, NOBODY);
    add_when(to, view->noun->sentence == 0, NOBODY_FIRST_SENTENCE);
    add_when(to, word->relation == LANGUAGE_EXPL, NOBODY_EXPLETIVE);
    add_when(to, view->noun->role == FIND_AS_SUBJECT, NOBODY_SUBJECT);
    add_when(to, view->noun->role == FIND_AS_OBJECT, NOBODY_OBJECT);
    add_when(to, view->noun->role == FIND_AS_POSSESSOR, NOBODY_POSSESSOR);
    const drg_sentence *whole = &view->reading->document->sentences.items[view->noun->sentence];
    bool clause = false, copula = false;
    for (uint32_t i = view->noun->token + 1; word->head != DRG_NONE && i < find_sentence_end(whole); i++) {
        const drg_token *other = &view->reading->tokens[i];
        if (other->head != word->head) continue;
        clause |=
            other->relation == LANGUAGE_CCOMP || other->relation == LANGUAGE_CSUBJ || other->relation == LANGUAGE_XCOMP;
        copula |= other->relation == LANGUAGE_COP;
    }
    add_when(to, clause, NOBODY_CLAUSE);
    add_when(to, copula, NOBODY_COPULA);
    add_when(to, is_quoted_apart(view->reading, whole->first_token, view->noun->token), NOBODY_QUOTED);
    add_when(to, candidates->count == 2, NOBODY_CANDIDATES_1);
    add_when(to, candidates->count == 3, NOBODY_CANDIDATES_2);
}

/* What the training texts have too few of to learn, though it hardly ever misleads; in thousandths. */
static int64_t prior_of(uint32_t feature)
{
    switch (feature) {
    case CATAPHOR_POSSESSOR: return 1500; /* "In her speech, Lopez said" */
    case CATAPHOR: return 800;            /* "Before he left, Smith said" */
    case AND_HIS: return 1200;            /* "Lopez and her husband" */
    case TITLED: return 600;              /* few texts of the training half are about one person */
    default: return 0;
    }
}

/* ---- candidates */

static find_candidate *candidate_of(find_candidates *candidates, uint32_t entity)
{
    for (uint32_t i = 1; i < candidates->count; i++)
        if (candidates->items[i].entity == entity) return &candidates->items[i];
    return NULL;
}

static void offer(const pronoun_view *view, uint32_t index, find_candidates *candidates)
{
    const find_noun *other = &view->referents->nouns.items[index];
    if (other->entity == DRG_NONE || candidates->count > FIND_CANDIDATES) return;
    if (candidate_of(candidates, other->entity) || !agrees(view, &view->referents->entities.items[other->entity]))
        return;
    if (other->kind == FIND_NOUN_ROW && view->kind != FIND_THEY) return;
    find_candidate *candidate = &candidates->items[candidates->count++];
    *candidate = (find_candidate){.entity = other->entity, .noun = index};
    add_place(view, other, candidate);
    add_mention(view, other, candidate);
    add_entity(view, candidate);
}

/* Entities that a mention in the pronoun's sentence rules out. */
typedef struct pronoun_struck {
    uint32_t entities[STRUCK];
    uint32_t count;
} pronoun_struck;

static void strike(const pronoun_view *view, pronoun_struck *ret_struck)
{
    const find_referents *referents = view->referents;
    uint32_t sentence = view->noun->sentence;
    ret_struck->count = 0;
    for (uint32_t i = referents->first_noun[sentence]; i < referents->first_noun[sentence + 1]; i++) {
        const find_noun *other = &referents->nouns.items[i];
        if (other->entity != DRG_NONE && ret_struck->count < STRUCK && is_bound_apart(view, other))
            ret_struck->entities[ret_struck->count++] = other->entity;
    }
}

static bool is_struck(const pronoun_struck *struck, uint32_t entity)
{
    for (uint32_t i = 0; i < struck->count; i++)
        if (struck->entities[i] == entity) return true;
    return false;
}

void find_pronoun_candidates(const find_reading *reading, uint32_t index, find_candidates *candidates)
{
    pronoun_view view;
    look(reading, index, &view);
    pronoun_struck struck;
    strike(&view, &struck);
    const find_noun *nouns = view.referents->nouns.items;
    *candidates = (find_candidates){.kind = view.kind, .count = 1};
    candidates->items[0].entity = candidates->items[0].noun = DRG_NONE;
    uint32_t sentence = view.noun->sentence, token = view.noun->token;
    uint32_t from = sentence > SENTENCES_BACK ? sentence - SENTENCES_BACK : 0;
    uint32_t end = view.referents->first_noun[sentence + 1];
    uint32_t seen = 0;
    /* rows stand behind the other nouns of their sentence */
    const drg_sentence *sentences = reading->document->sentences.items;
    for (uint32_t back = 0; back <= sentence - from; back++) {
        bool apart = back > 1 && sentences[sentence - back].paragraph != sentences[sentence].paragraph;
        if (apart && candidates->count > 1) break; /* its own paragraph has one that fits */
        uint32_t first = view.referents->first_noun[sentence - back],
                 last = view.referents->first_noun[sentence - back + 1];
        for (uint32_t i = last; i-- > first && seen < NOUNS_BACK; seen++) {
            if (nouns[i].token >= token && !back) continue;
            if (!back && nouns[i].kind == FIND_NOUN_ROW && nouns[i].last >= token) continue;
            if (nouns[i].entity == DRG_NONE || is_struck(&struck, nouns[i].entity)) continue;
            offer(&view, i, candidates);
        }
    }
    for (uint32_t i = view.index + 1; i < end && view.kind == FIND_HE_SHE; i++)
        if (nouns[i].kind <= FIND_NOUN_UNKNOWN && nouns[i].entity != DRG_NONE && !is_struck(&struck, nouns[i].entity))
            offer(&view, i, candidates);
    add_comparison(&view, candidates);
    add_nobody(&view, candidates);
    for (uint32_t i = 0; i < candidates->count; i++) {
        find_candidate *candidate = &candidates->items[i];
        for (uint32_t k = 0; k < candidate->feature_count; k++)
            candidate->score +=
                find_pronoun_weight(&reading->lists->pronouns, candidates->kind, candidate->features[k]) +
                (candidates->kind == FIND_HE_SHE ? prior_of(candidate->features[k]) : 0);
    }
}

/* ---- choice */

/* The best candidate, and by how much it is ahead of the next. */
static uint32_t best_of(const find_candidates *candidates, int64_t *ret_lead)
{
    uint32_t best = 0;
    int64_t second = INT64_MIN / 2;
    for (uint32_t i = 1; i < candidates->count; i++)
        if (candidates->items[i].score > candidates->items[best].score) best = i;
    for (uint32_t i = 0; i < candidates->count; i++)
        if (i != best && candidates->items[i].score > second) second = candidates->items[i].score;
    *ret_lead = candidates->items[best].score - second;
    return best;
}

static void take_identity(find_reading *reading, find_draft *pronoun, uint32_t entity)
{
    const find_referent *meant = &reading->referents->entities.items[entity];
    if (meant->kind == FIND_NOUN_ROW) {
        find_take_row(reading, pronoun, entity);
        return;
    }
    if (meant->draft == DRG_NONE) return;
    if (reading->drafts.items[meant->draft].actor == DRG_NONE && pronoun->gender)
        find_name_proves(reading, entity, pronoun->sentence);
    find_take_identity(pronoun, &reading->drafts.items[meant->draft]);
    uint32_t person = pronoun->person;
    if (person != DRG_NONE && pronoun->gender && !reading->persons.items[person].gender)
        reading->persons.items[person].gender = pronoun->gender;
}

/* A pronoun is no surer than the one that it hangs on. */
static int32_t surety_of(const find_reading *reading, const find_candidate *chosen, int64_t lead)
{
    int32_t own = (int32_t)(lead > INT32_MAX ? INT32_MAX : lead);
    if (chosen->noun == DRG_NONE) return own;
    const find_noun *nearest = &reading->referents->nouns.items[chosen->noun];
    return nearest->kind == FIND_NOUN_PRONOUN && nearest->surety < own ? nearest->surety : own;
}

/* "Himself": the subject of the clause; of a relative one, what it describes. */
static bool resolve_reflexive(find_reading *reading, uint32_t index)
{
    find_referents *referents = reading->referents;
    find_noun *pronoun = &referents->nouns.items[index];
    if (!find_is_word(reading, pronoun->token, "himself") && !find_is_word(reading, pronoun->token, "herself"))
        return false;
    uint32_t token = find_clause_subject(reading, pronoun->token);
    uint32_t noun = token == DRG_NONE ? DRG_NONE : referents->noun_at[token];
    uint32_t entity = noun == DRG_NONE ? DRG_NONE : referents->nouns.items[noun].entity;
    if (entity == DRG_NONE) return false;
    const find_referent *meant = &referents->entities.items[entity];
    if (meant->plural || (meant->gender && meant->gender != pronoun->gender)) return false;
    pronoun->surety = INT32_MAX;
    if (referents->nouns.items[noun].kind == FIND_NOUN_PRONOUN) pronoun->surety = referents->nouns.items[noun].surety;
    find_referents_join(reading, index, entity);
    if (pronoun->surety >= MARGIN_HE_SUBJECT) take_identity(reading, &reading->drafts.items[pronoun->draft], entity);
    return true;
}

/* The acting subject above "it" and "they", where there is one. */
static bool resolve_thing(find_reading *reading, uint32_t index)
{
    uint32_t noun = find_acting_subject(reading, index);
    if (noun == DRG_NONE) return false;
    uint32_t entity = reading->referents->nouns.items[noun].entity;
    find_noun *pronoun = &reading->referents->nouns.items[index];
    pronoun->surety = INT32_MAX;
    find_referents_join(reading, index, entity);
    take_identity(reading, &reading->drafts.items[pronoun->draft], entity);
    return true;
}

static int64_t margin_of(const find_reading *reading, const find_noun *pronoun, const find_candidates *candidates,
                         const find_candidate *chosen)
{
    if (candidates->kind == FIND_IT) return MARGIN_IT;
    if (candidates->kind == FIND_THEY) return MARGIN_THEY;
    if (candidates->count == 2 || chosen->noun == DRG_NONE) return MARGIN_ALONE; /* beside nobody */
    int64_t margin = pronoun->role == FIND_AS_SUBJECT     ? MARGIN_HE_SUBJECT
                     : pronoun->role == FIND_AS_POSSESSOR ? MARGIN_HE_POSSESSOR
                                                          : MARGIN_HE;
    find_noun_role role = reading->referents->nouns.items[chosen->noun].role;
    return role == FIND_AS_OBJECT || role == FIND_AS_COMPLEMENT ? margin + MARGIN_PASSIVE : margin;
}

static void resolve(find_reading *reading, uint32_t index)
{
    find_noun *noun = &reading->referents->nouns.items[index];
    find_candidates candidates;
    find_pronoun_candidates(reading, index, &candidates);
    int64_t lead = 0;
    if (!reading->watch && candidates.kind != FIND_HE_SHE && resolve_thing(reading, index)) return;
    if (!reading->watch && candidates.kind == FIND_HE_SHE && resolve_reflexive(reading, index)) return;
    const find_candidate *chosen = &candidates.items[best_of(&candidates, &lead)];
    uint32_t entity = chosen->entity;
    noun->surety = surety_of(reading, chosen, lead);
    if (reading->watch) entity = reading->watch(reading->watch_context, reading, index, &candidates);
    if (entity == DRG_NONE) {
        entity = find_referents_new(reading, index);
        reading->referents->open_chain[noun->gender] = entity;
    } else {
        find_referents_join(reading, index, entity);
        bool sure = reading->watch ||
                    noun->surety >= margin_of(reading, noun, &candidates, chosen); /* a trainer's choice is taken */
        find_referent *meant = &reading->referents->entities.items[entity];
        if (sure && !meant->gender) meant->gender = noun->gender;
        if (sure) take_identity(reading, &reading->drafts.items[noun->draft], entity);
    }
    reading->referents->last_pronoun[noun->gender] = entity;
}

void find_resolve_pronouns(find_reading *reading, uint32_t sentence)
{
    const find_referents *referents = reading->referents;
    for (uint32_t i = referents->first_noun[sentence]; i < referents->first_noun[sentence + 1]; i++)
        if (referents->nouns.items[i].kind == FIND_NOUN_PRONOUN) resolve(reading, i);
}
