/* SPDX-License-Identifier: Apache-2.0
 *
 * In: nouns that point back without a name: "the country", "the group", "both leaders", "the two presidents", "the
 * latter", "his Ukrainian counterpart". Out: whom they mean, where the text leaves one choice, else nobody.
 *
 * All but the counterpart ask what was named before, in this sentence and the one before it: "the country" means the
 * only state named there, "both leaders" the only two persons, or the last two that the text joined. Two choices are
 * none, and a note says so. A counterpart holds the office of the one whose counterpart he is, in the country that is
 * said. */
#include "find/referent.h"

#define CHOICES 4 /* distinct actors that are told apart */

/* ---- reading */

typedef struct definite_word {
    const char *word, *kind;
} definite_word;

static const definite_word WORDS[] = {{"country", "country"},
                                      {"nation", "country"},
                                      {"kingdom", "kingdom"},
                                      {"republic", "country"},
                                      {"group", "group"},
                                      {"movement", "group"},
                                      {"militia", "group"},
                                      {"organization", "body"},
                                      {"organisation", "body"},
                                      {"bloc", "body"},
                                      {"alliance", "body"},
                                      {"militants", "group"},
                                      {"rebels", "group"},
                                      {"insurgents", "group"},
                                      {"fighters", "group"},
                                      {"guerrillas", "group"},
                                      {"former", "former"},
                                      {"latter", "latter"},
                                      {NULL, NULL}};

static const char *kind_of(const find_reading *reading, uint32_t token)
{
    for (size_t i = 0; WORDS[i].word; i++)
        if (find_is_word(reading, token, WORDS[i].word)) return WORDS[i].kind;
    return NULL;
}

/* Nothing but "the" says which: no adjective, no owner, no "of". */
static bool is_bare(const find_reading *reading, uint32_t token, uint32_t begin, uint32_t end)
{
    if (token == begin || !find_is_word(reading, token - 1, "the")) return false;
    uint32_t from = token > begin + FIND_WALK ? token - FIND_WALK : begin;
    for (uint32_t i = from; i < end && i < token + FIND_WALK; i++) {
        const drg_token *word = &reading->tokens[i];
        if (word->head != token) continue;
        switch (word->relation) {
        case LANGUAGE_AMOD:
        case LANGUAGE_COMPOUND:
        case LANGUAGE_NMOD:
        case LANGUAGE_NMOD_POSS:
        case LANGUAGE_NUMMOD:
        case LANGUAGE_ACL:
        case LANGUAGE_ACL_RELCL:
        case LANGUAGE_APPOS:
        case LANGUAGE_COP:
        case LANGUAGE_FLAT: return false;
        default: break;
        }
    }
    uint8_t relation = reading->tokens[token].relation;
    return relation != LANGUAGE_COMPOUND && relation != LANGUAGE_AMOD && relation != LANGUAGE_APPOS;
}

static bool is_two(const find_reading *reading, uint32_t token, uint32_t begin)
{
    if (find_is_word(reading, token, "both")) return true;
    return find_is_word(reading, token, "two") && token > begin && reading->tokens[token - 1].tag == LANGUAGE_TAG_DT;
}

/* "both leaders", "the two men", "the pair": two persons. */
static bool read_persons(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin)
{
    static const char *const nouns[] = {"leaders",   "men",         "women",  "politicians", "diplomats", "envoys",
                                        "statesmen", "negotiators", "rivals", "presidents",  "ministers", NULL};
    bool noun = false, pair = find_is_word(reading, at, "pair") || find_is_word(reading, at, "duo");
    if (at == begin) return false;
    for (size_t i = 0; nouns[i]; i++) noun |= find_is_word(reading, at, nouns[i]);
    pair = pair && is_bare(reading, at, begin, find_sentence_end(&reading->document->sentences.items[sentence]));
    if (!pair && (!noun || !is_two(reading, at - 1, begin))) return false;
    find_draft_new(reading, FIND_DRAFT_SIDES, DRG_VIA_GROUP, sentence, pair ? at : at - 1, at)->persons = true;
    return true;
}

bool find_read_definite(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin, uint32_t end)
{
    if (read_persons(reading, sentence, at, begin)) return true;
    const char *kind = kind_of(reading, at);
    if (!kind || !is_bare(reading, at, begin, end)) return false;
    bool ordinal = kind[0] == 'f' || kind[0] == 'l';
    uint8_t relation = reading->tokens[at].relation;
    bool phrase = relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS || relation == LANGUAGE_OBJ ||
                  relation == LANGUAGE_OBL || relation == LANGUAGE_NMOD_POSS || relation == LANGUAGE_CONJ;
    if (ordinal && !phrase) return false;
    find_draft_new(reading, FIND_DRAFT_DEFINITE, DRG_VIA_ROLE, sentence, at, at)->office = base_text_from(kind);
    return true;
}

/* ---- what was named before */

typedef struct nominal_choices {
    uint32_t drafts[CHOICES]; /* the first of each actor, in the order of the text */
    uint32_t count;           /* of distinct actors, at most CHOICES */
} nominal_choices;

typedef bool nominal_test(const find_reading *reading, const find_draft *draft, drg_text kind);

static bool is_named(const find_draft *draft)
{
    return draft->actor != DRG_NONE && draft->kind != FIND_DRAFT_PRONOUN && draft->kind != FIND_DRAFT_DEFINITE &&
           draft->via != DRG_VIA_GROUP;
}

/* Those that pass the test in this sentence up to here and in the one before. */
static nominal_choices named_before(const find_reading *reading, const find_draft *draft, nominal_test *test,
                                    drg_text kind)
{
    nominal_choices found = {.count = 0};
    const drg_sentence *sentences = reading->document->sentences.items;
    uint32_t at = sentences[draft->sentence ? draft->sentence - 1 : 0].first_token;
    for (; at < draft->first; at++) {
        uint32_t index = reading->draft_at[at];
        if (index == DRG_NONE) continue;
        const find_draft *other = &reading->drafts.items[index];
        if (other->head != at || !is_named(other) || !test(reading, other, kind)) continue;
        bool known = false;
        for (uint32_t i = 0; i < found.count; i++)
            known |= reading->drafts.items[found.drafts[i]].actor == other->actor;
        if (!known && found.count < CHOICES) found.drafts[found.count++] = index;
    }
    return found;
}

static drg_actor_type type_of(const find_reading *reading, const find_draft *draft)
{
    return reading->document->actors.items[draft->actor].type;
}

static bool is_kingdom(drg_text country)
{
    static const char *const kingdoms[] = {"SAU", "JOR", "BHR", "MAR", "THA", "ESP", "NLD", "BEL", "SWE",
                                           "NOR", "DNK", "GBR", "KHM", "BTN", "LSO", "SWZ", "TON", NULL};
    for (size_t i = 0; kingdoms[i]; i++)
        if (base_text_is(country, kingdoms[i])) return true;
    return false;
}

static bool is_state(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    if (draft->kind != FIND_DRAFT_LISTED || type_of(reading, draft) != DRG_ACTOR_STATE) return false;
    return !base_text_is(kind, "kingdom") || is_kingdom(draft->country);
}

static bool is_group(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    (void)kind;
    return (draft->kind == FIND_DRAFT_LISTED && type_of(reading, draft) == DRG_ACTOR_GROUP);
}

static bool is_body(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    (void)kind;
    bool body = draft->kind == FIND_DRAFT_LISTED || draft->kind == FIND_DRAFT_ORGANIZATION;
    return body && (type_of(reading, draft) == DRG_ACTOR_ORGANIZATION || type_of(reading, draft) == DRG_ACTOR_GROUP);
}

static bool is_person(const find_reading *reading, const find_draft *draft, drg_text office)
{
    if (draft->person == DRG_NONE) return false;
    if (!office.size || !draft->office.size) return true;
    drg_text held = find_person_office(reading, draft->person);
    return base_text_equal(draft->office, office) || base_text_equal(held, office);
}

static bool is_anybody(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    (void)kind;
    return draft->person != DRG_NONE || is_state(reading, draft, (drg_text){NULL, 0}) ||
           is_body(reading, draft, (drg_text){NULL, 0});
}

static void note_choice(find_reading *reading, const find_draft *draft)
{
    record_note(reading->document, find_span(reading, draft->first, draft->last),
                "'%.*s' may mean one of several, and is left unresolved",
                BASE_PRINT(record_wording(reading->document, find_span(reading, draft->first, draft->last))));
}

/* ---- one */

static void resolve_definite(find_reading *reading, find_draft *draft)
{
    bool first = base_text_is(draft->office, "former"), last = base_text_is(draft->office, "latter");
    nominal_test *test = base_text_is(draft->office, "group")  ? is_group
                         : base_text_is(draft->office, "body") ? is_body
                         : first || last                       ? is_anybody
                                                               : is_state;
    nominal_choices found = named_before(reading, draft, test, draft->office);
    draft->office = (drg_text){NULL, 0};
    uint32_t wanted = first || last ? 2 : 1;
    if (found.count != wanted) {
        if (found.count > wanted) note_choice(reading, draft);
        return;
    }
    find_take_identity(draft, &reading->drafts.items[found.drafts[last ? 1 : 0]]);
}

/* ---- two persons */

/* The two that were joined last, where others are named too: "Rubio met Lavrov and Fidan. Both ministers ..." */
static bool joined_pair(const find_reading *reading, const nominal_choices *found, uint32_t pair[2])
{
    bool any = false;
    for (uint32_t i = 0; i + 1 < found->count; i++) {
        const find_draft *left = &reading->drafts.items[found->drafts[i]];
        const find_draft *right = &reading->drafts.items[found->drafts[i + 1]];
        const drg_token *tail = &reading->tokens[right->head];
        if (tail->relation != LANGUAGE_CONJ || tail->head != left->head) continue;
        if (any) return false;
        pair[0] = found->drafts[i];
        pair[1] = found->drafts[i + 1];
        any = true;
    }
    return any;
}

static void resolve_persons(find_reading *reading, find_draft *draft, drg_text office)
{
    nominal_choices found = named_before(reading, draft, is_person, office);
    uint32_t pair[2] = {found.drafts[0], found.drafts[1]};
    if (found.count != 2 && !(found.count == 3 && joined_pair(reading, &found, pair))) {
        if (found.count > 2) note_choice(reading, draft);
        return;
    }
    find_take_identity(draft, &reading->drafts.items[pair[0]]);
    draft->via = DRG_VIA_GROUP;
    find_add_member(reading, draft, pair[1]);
}

/* ---- the counterpart */

static bool is_counterpart(const find_draft *draft)
{
    return draft->kind == FIND_DRAFT_ROLE && base_text_is(draft->office, "counterpart");
}

/* The office as the other country calls it: a secretary of state is a foreign minister. */
static drg_text office_abroad(drg_text office, drg_text country)
{
    bool american = base_text_is(country, "USA");
    if (base_text_is(office, "secretary-of-state") && !american) return BASE_LITERAL("foreign-minister");
    if (base_text_is(office, "foreign-secretary") && !american) return BASE_LITERAL("foreign-minister");
    if (base_text_is(office, "foreign-secretary") || base_text_is(office, "foreign-minister"))
        return american ? BASE_LITERAL("secretary-of-state") : office;
    if (base_text_is(office, "defense-secretary") && !american) return BASE_LITERAL("defense-minister");
    if (base_text_is(office, "defense-minister") && american) return BASE_LITERAL("defense-secretary");
    return office;
}

/* Whose counterpart: of the pronoun, else of the possessor. DRG_NONE. */
static uint32_t owner_of(const find_reading *reading, const find_draft *draft)
{
    for (uint32_t i = draft->phrase_first, step = 0; i > 0 && step < FIND_WALK; step++) {
        const drg_token *word = &reading->tokens[--i];
        if (word->head == draft->head && word->relation == LANGUAGE_NMOD_POSS) return reading->draft_at[i];
        if (word->tag == LANGUAGE_TAG_PRPS) return reading->draft_at[i];
        if (word->upos == DRG_VERB || word->upos == DRG_PUNCT) break;
    }
    return DRG_NONE;
}

static void resolve_counterpart(find_reading *reading, find_draft *draft)
{
    uint32_t index = draft->country.size ? owner_of(reading, draft) : DRG_NONE;
    if (index == DRG_NONE) return;
    const find_draft *owner = &reading->drafts.items[index];
    if (owner->person == DRG_NONE || owner->actor == DRG_NONE || owner->member_count) return;
    drg_text office = owner->kind == FIND_DRAFT_PERSON ? owner->office : (drg_text){NULL, 0};
    if (!office.size) office = find_person_office(reading, owner->person);
    if (!office.size) return;
    find_draft abroad = *draft;
    abroad.office = office_abroad(office, draft->country);
    abroad.sectors = BASE_LITERAL("GOV");
    abroad.definite = abroad.certain = true;
    abroad.organization = (drg_text){NULL, 0};
    *draft = abroad;
}

/* ---- doors */

bool find_is_late(const find_draft *draft)
{
    return draft->owner != DRG_NONE || is_counterpart(draft);
}

void find_resolve_nominal(find_reading *reading, uint32_t index)
{
    find_draft *draft = &reading->drafts.items[index];
    if (draft->kind == FIND_DRAFT_DEFINITE) resolve_definite(reading, draft);
    if (is_counterpart(draft)) resolve_counterpart(reading, draft);
}

bool find_resolve_two(find_reading *reading, uint32_t index)
{
    find_draft *draft = &reading->drafts.items[index];
    bool group = draft->kind == FIND_DRAFT_GROUP && draft->persons && draft->plural && !draft->country.size &&
                 !draft->organization.size && draft->owner == DRG_NONE;
    if (draft->kind == FIND_DRAFT_SIDES && draft->persons) {
        resolve_persons(reading, draft, (drg_text){NULL, 0});
        return true;
    }
    uint32_t begin = reading->document->sentences.items[draft->sentence].body;
    uint32_t before = draft->phrase_first;
    bool two = is_two(reading, before, begin) || (before > begin && is_two(reading, before - 1, begin));
    if (!group || !two) return false;
    resolve_persons(reading, draft, draft->office);
    return draft->actor != DRG_NONE;
}
