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

static const definite_word WORDS[] = {{"country", "country"},   {"nation", "country"},
                                      {"kingdom", "kingdom"},   {"republic", "country"},
                                      {"group", "group"},       {"movement", "group"},
                                      {"militia", "group"},     {"organization", "body"},
                                      {"organisation", "body"}, {"bloc", "body"},
                                      {"alliance", "body"},     {"former", "former"},
                                      {"latter", "latter"},     {NULL, NULL}};

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

/* "The latter said": before a verb it is no adjective, whatever the tree says. */
static bool stands_alone(const find_reading *reading, uint32_t token, uint32_t end)
{
    uint8_t upos = token + 1 < end ? reading->tokens[token + 1].upos : DRG_PUNCT;
    return upos == DRG_VERB || upos == DRG_AUX || upos == DRG_PUNCT;
}

bool find_read_definite(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin, uint32_t end)
{
    if (read_persons(reading, sentence, at, begin)) return true;
    const char *kind = kind_of(reading, at);
    if (!kind || at == begin || !find_is_word(reading, at - 1, "the")) return false;
    bool ordinal = kind[0] == 'f' || kind[0] == 'l';
    if (ordinal ? !stands_alone(reading, at, end) : !is_bare(reading, at, begin, end)) return false;
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

static bool is_state(const find_reading *reading, const find_draft *draft)
{
    return draft->kind == FIND_DRAFT_LISTED && type_of(reading, draft) == DRG_ACTOR_STATE;
}

static bool is_armed(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    (void)kind;
    bool listed = draft->kind == FIND_DRAFT_LISTED && type_of(reading, draft) != DRG_ACTOR_STATE;
    for (size_t at = 0; listed && at + 3 <= draft->sectors.size; at++)
        if (base_text_is(base_text_slice(draft->sectors, at, at + 3), "REB")) return true;
    return false;
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
    return draft->person != DRG_NONE || is_state(reading, draft) || is_body(reading, draft, (drg_text){NULL, 0});
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
    nominal_test *test = first || last ? is_anybody : is_body;
    nominal_choices found = named_before(reading, draft, test, draft->office);
    draft->office = (drg_text){NULL, 0};
    uint32_t wanted = first || last ? 2 : 1;
    if (found.count != wanted) {
        if (found.count > wanted) note_choice(reading, draft);
        return;
    }
    find_take_identity(draft, &reading->drafts.items[found.drafts[last ? 1 : 0]]);
}

/* "The militants", where one armed group was named. */
static void resolve_armed(find_reading *reading, find_draft *draft)
{
    nominal_choices found = named_before(reading, draft, is_armed, (drg_text){NULL, 0});
    if (found.count == 1) find_take_identity(draft, &reading->drafts.items[found.drafts[0]]);
}

static bool is_armed_noun(const find_draft *draft)
{
    return draft->kind == FIND_DRAFT_GROUP && draft->definite && !draft->country.size && !draft->organization.size &&
           draft->owner == DRG_NONE &&
           (base_text_starts(draft->sectors, BASE_LITERAL("REB")) ||
            base_text_starts(draft->sectors, BASE_LITERAL("UAF")));
}

/* ---- "the country": of whom anything was said */

static drg_text country_of(const find_reading *reading, const find_draft *draft)
{
    bool state = draft->kind == FIND_DRAFT_LISTED && type_of(reading, draft) == DRG_ACTOR_STATE;
    bool of_state = draft->kind == FIND_DRAFT_BODY || draft->kind == FIND_DRAFT_GROUP || draft->kind == FIND_DRAFT_ROLE;
    return (state || of_state) && !draft->organization.size ? draft->country : (drg_text){NULL, 0};
}

static bool has_country(const find_reading *reading, const find_draft *draft, drg_text kind)
{
    drg_text country = country_of(reading, draft);
    if (!country.size || base_text_is(country, "---")) return false;
    return !base_text_is(kind, "kingdom") || is_kingdom(country);
}

/* What a speaker calls "the country" is his own. */
static bool is_quoted(const find_reading *reading, const find_draft *draft)
{
    bool inside = false;
    for (uint32_t i = reading->document->sentences.items[draft->sentence].first_token; i < draft->first; i++) {
        uint8_t tag = reading->tokens[i].tag;
        inside ^= tag == LANGUAGE_TAG_OPEN || tag == LANGUAGE_TAG_CLOSE;
    }
    return inside;
}

static void resolve_country(find_reading *reading, find_draft *draft)
{
    if (is_quoted(reading, draft)) return;
    nominal_choices found = named_before(reading, draft, has_country, draft->office);
    drg_text country = {NULL, 0};
    for (uint32_t i = 0; i < found.count; i++) {
        drg_text other = country_of(reading, &reading->drafts.items[found.drafts[i]]);
        if (country.size && !base_text_equal(country, other)) {
            note_choice(reading, draft);
            return;
        }
        country = other;
    }
    uint32_t row = country.size ? model_table_get(&reading->lists->codes, country) : DRG_NONE;
    if (row == DRG_NONE) return;
    draft->kind = FIND_DRAFT_LISTED;
    draft->listed = row;
    draft->country = country;
    draft->office = (drg_text){NULL, 0};
}

/* ---- "the Russian leader": the one head of that state or government whom the text has named */

static bool is_head(const find_reading *reading, const find_draft *draft, drg_text country)
{
    static const char *const heads[] = {"president", "prime-minister", "chancellor", "king",    "queen",
                                        "emir",      "supreme-leader", "premier",    "monarch", NULL};
    if (draft->person == DRG_NONE || !base_text_equal(draft->country, country)) return false;
    drg_text office = draft->office.size ? draft->office : find_person_office(reading, draft->person);
    for (size_t i = 0; heads[i]; i++)
        if (base_text_is(office, heads[i])) return true;
    return false;
}

static void resolve_leader(find_reading *reading, find_draft *draft)
{
    uint32_t found = DRG_NONE;
    draft->certain = false; /* the lists have leaders of parties, groups and regions by that word */
    uint32_t from = draft->phrase_first > FIND_REACH ? draft->phrase_first - FIND_REACH : 0;
    for (uint32_t at = from; at < draft->phrase_first; at++) {
        uint32_t index = reading->draft_at[at];
        const find_draft *other = index == DRG_NONE ? NULL : &reading->drafts.items[index];
        if (!other || other->actor == DRG_NONE || !is_head(reading, other, draft->country)) continue;
        if (found != DRG_NONE && reading->drafts.items[found].actor != other->actor) return;
        found = index;
    }
    if (found == DRG_NONE) return;
    draft->person = reading->drafts.items[found].person;
    find_settle_person(reading, draft);
}

static bool is_leader(const find_draft *draft)
{
    return draft->kind == FIND_DRAFT_ROLE && base_text_is(draft->office, "leader") && draft->country.size &&
           !draft->organization.size && draft->definite && !draft->former && !draft->twin;
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
    bool country = base_text_is(draft->office, "country") || base_text_is(draft->office, "kingdom");
    if (draft->kind == FIND_DRAFT_DEFINITE && country)
        resolve_country(reading, draft);
    else if (draft->kind == FIND_DRAFT_DEFINITE)
        resolve_definite(reading, draft);
    if (is_armed_noun(draft)) resolve_armed(reading, draft);
    if (is_leader(draft)) resolve_leader(reading, draft);
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
