/* SPDX-License-Identifier: Apache-2.0
 *
 * In: drafts. Out: the document's actors and mentions, in the order of the text, and for each token the mention that it
 * heads. Here drafts meet: the same state, person, body is one actor with one id; "the ministry" is the one ministry
 * named before. All text is copied into the document, which outlives the lists. */
#include "find/referent.h"

/* ---- actors */

/* The wording of a name may hold broken bytes; what is made of it is UTF-8. */
static drg_text keep(find_reading *reading, drg_text text)
{
    drg_text whole = base_utf8_repair(reading->arena, text);
    return whole.size ? base_text_copy(&reading->document->arena, whole) : (drg_text){NULL, 0};
}

static drg_texts keep_sectors(find_reading *reading, drg_text sectors)
{
    base_arena *arena = &reading->document->arena;
    BASE_VECTOR(drg_text) parts = {0};
    for (size_t at = 0; at < sectors.size;) {
        size_t end = at;
        while (end < sectors.size && sectors.data[end] != '|') end++;
        if (end > at) base_push(arena, &parts) = keep(reading, base_text_slice(sectors, at, end));
        at = end + 1;
    }
    return (drg_texts){parts.items, parts.count};
}

typedef struct find_identity {
    drg_text id, name, country, sectors;
    drg_actor_type type;
    bool listed;
} find_identity;

static uint32_t actor_of(find_reading *reading, find_identity identity, const find_draft *draft)
{
    /* "his counterpart", of whom nothing more is known: named by its wording */
    if (!identity.name.size) identity.name = find_join(reading, draft->first, draft->last);
    if (!identity.id.size) identity.id = find_slug(reading->arena, identity.name);
    if (!identity.id.size) identity.id = BASE_LITERAL("unnamed");
    uint32_t *index = base_map_put(reading->arena, &reading->actor_of, identity.id, DRG_NONE);
    if (*index != DRG_NONE) return *index;
    drg_document *document = reading->document;
    *index = (uint32_t)document->actors.count;
    base_push(&document->arena, &document->actors) = (drg_actor){.id = keep(reading, identity.id),
                                                                 .name = keep(reading, identity.name),
                                                                 .type = identity.type,
                                                                 .country = keep(reading, identity.country),
                                                                 .sector = keep_sectors(reading, identity.sectors),
                                                                 .sentence = draft->sentence,
                                                                 .span = find_span(reading, draft->first, draft->last),
                                                                 .listed = identity.listed};
    return *index;
}

static uint32_t listed_actor(find_reading *reading, uint32_t row, const find_draft *draft)
{
    const find_lists *lists = reading->lists;
    find_identity identity = {.id = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_ID),
                              .name = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_NAME),
                              .country = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_COUNTRY),
                              .sectors = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_SECTORS),
                              .listed = true};
    uint32_t type = find_cell(&lists->actors, row, FIND_ACTOR_TYPE);
    identity.type = type <= DRG_ACTOR_ROLE ? (drg_actor_type)type : DRG_ACTOR_ORGANIZATION;
    return actor_of(reading, identity, draft);
}

static uint32_t state_row(const find_reading *reading, drg_text country)
{
    return model_table_get(&reading->lists->codes, country);
}

/* "defense ministry (Russia)", "spokesperson (NATO)": what it is, and of whom. */
static drg_text name_of_office(find_reading *reading, const find_draft *draft)
{
    char *words = base_arena_take(reading->arena, draft->office.size + 1);
    for (size_t i = 0; i < draft->office.size; i++)
        words[i] = draft->office.data[i] == '-' ? ' ' : draft->office.data[i];
    drg_text office = {words, draft->office.size};
    drg_text owner = draft->organization;
    uint32_t row = owner.size || !draft->country.size ? DRG_NONE : state_row(reading, draft->country);
    if (row != DRG_NONE) owner = find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_NAME);
    if (!owner.size) return office;
    return base_text_format(reading->arena, "%.*s (%.*s)", BASE_PRINT(office), BASE_PRINT(owner));
}

static drg_text id_of_office(find_reading *reading, const find_draft *draft)
{
    drg_text owner = draft->organization.size ? draft->organization : draft->country;
    if (base_text_is(owner, "---")) owner = (drg_text){NULL, 0};
    return find_slug(reading->arena,
                     base_text_format(reading->arena, "%.*s %.*s%s", BASE_PRINT(owner), BASE_PRINT(draft->office),
                                      draft->plural && draft->persons ? "s" : ""));
}

static uint32_t office_actor(find_reading *reading, const find_draft *draft)
{
    uint32_t row = draft->government && draft->country.size ? state_row(reading, draft->country) : DRG_NONE;
    if (row != DRG_NONE) return listed_actor(reading, row, draft);
    find_identity identity = {.id = id_of_office(reading, draft),
                              .name = name_of_office(reading, draft),
                              .country = draft->country,
                              .sectors = draft->sectors};
    identity.type = draft->kind == FIND_DRAFT_BODY    ? DRG_ACTOR_ORGANIZATION
                    : draft->kind == FIND_DRAFT_GROUP ? DRG_ACTOR_GROUP
                                                      : DRG_ACTOR_ROLE;
    return actor_of(reading, identity, draft);
}

static uint32_t person_actor(find_reading *reading, uint32_t index, const find_draft *draft)
{
    find_person *person = &reading->persons.items[index];
    if (person->actor != DRG_NONE) return person->actor;
    drg_text country, sectors, title;
    find_person_standing(reading, index, &country, &sectors, &title);
    find_identity identity = {.name = person->name, .country = country, .sectors = sectors, .type = DRG_ACTOR_PERSON};
    identity.listed = person->listed != DRG_NONE;
    identity.id = person->listed == DRG_NONE
                      ? find_slug(reading->arena, person->name)
                      : find_cell_text(reading->lists, &reading->lists->actors, person->listed, FIND_ACTOR_ID);
    person->actor = actor_of(reading, identity, draft);
    return person->actor;
}

/* ---- offices named before */

static drg_text holder_key(find_reading *reading, drg_text country, drg_text office)
{
    return base_text_format(reading->arena, "%.*s/%.*s", BASE_PRINT(country), BASE_PRINT(office));
}

static void remember(find_reading *reading, base_map *map, drg_text key, uint32_t value)
{
    uint32_t *known = base_map_put(reading->arena, map, key, value);
    if (*known != value) *known = FIND_SEVERAL;
}

/* "foreign-ministry" is also "ministry". */
static drg_text last_word(drg_text office)
{
    size_t at = office.size;
    while (at && office.data[at - 1] != '-') at--;
    return base_text_slice(office, at, office.size);
}

static bool is_said_short(drg_text kind)
{
    static const char *const words[] = {"envoy",        "minister",   "adviser", "representative",
                                        "commissioner", "negotiator", NULL};
    for (size_t i = 0; words[i]; i++)
        if (base_text_is(kind, words[i])) return true;
    return false;
}

static void remember_holder(find_reading *reading, const find_draft *draft)
{
    drg_text country = draft->country, office = draft->former ? (drg_text){NULL, 0} : draft->office;
    if (!office.size) office = find_person_office(reading, draft->person);
    if (!office.size) return;
    if (country.size) remember(reading, &reading->holders, holder_key(reading, country, office), draft->person);
    remember(reading, &reading->holders, holder_key(reading, (drg_text){NULL, 0}, office), draft->person);
    drg_text kind = last_word(office); /* "the envoy" is the special envoy; "the president" not the vice president */
    if (kind.size < office.size && is_said_short(kind))
        remember(reading, &reading->holders, holder_key(reading, (drg_text){NULL, 0}, kind), draft->person);
}

static void remember_body(find_reading *reading, uint32_t index)
{
    const find_draft *draft = &reading->drafts.items[index];
    drg_text keys[2] = {draft->office, last_word(draft->office)};
    for (size_t i = 0; i < 2; i++) {
        uint32_t *known = base_map_put(reading->arena, &reading->bodies, keys[i], index);
        if (*known != FIND_SEVERAL && reading->drafts.items[*known].actor != draft->actor) *known = FIND_SEVERAL;
    }
}

/* An office without a country that says "the": the only one of its kind named so far. */
static void recall(find_reading *reading, find_draft *draft)
{
    if (draft->country.size || draft->organization.size || !draft->definite || draft->owner != DRG_NONE) return;
    if (draft->kind == FIND_DRAFT_ROLE) return;
    uint32_t known = base_map_get(&reading->bodies, draft->office);
    if (known == DRG_NONE || known == FIND_SEVERAL) return;
    const find_draft *before = &reading->drafts.items[known];
    draft->country = before->country;
    draft->sectors = before->sectors;
    draft->organization = before->organization;
    draft->actor = before->actor;
}

/* "the Ukrainian president": the one whom the text calls so elsewhere, else the list's only holder of the day. A year
 * in the sentence may tell of another time. */
static bool tells_of_the_past(const find_reading *reading, const find_draft *draft)
{
    const drg_sentence *whole = &reading->document->sentences.items[draft->sentence];
    for (uint32_t i = whole->body; i < find_sentence_end(whole); i++) {
        drg_text word = find_wording(reading, i);
        bool year = word.size == 4 && (word.data[0] == '1' || word.data[0] == '2');
        for (size_t k = 1; year && k < 4; k++) year = word.data[k] >= '0' && word.data[k] <= '9';
        if (year && memcmp(word.data, reading->day_text, 4) < 0) return true;
    }
    return false;
}

static bool recall_listed(find_reading *reading, find_draft *draft)
{
    if (draft->kind != FIND_DRAFT_ROLE || !draft->certain || draft->twin || !draft->country.size) return false;
    if (!reading->dated || tells_of_the_past(reading, draft)) return false;
    uint32_t person = base_map_get(&reading->claims, holder_key(reading, draft->country, draft->office));
    if (person == DRG_NONE) person = find_person_in_office(reading, draft);
    if (person == DRG_NONE || person == FIND_SEVERAL) return false;
    draft->person = person;
    return true;
}

static bool recall_holder(find_reading *reading, find_draft *draft)
{
    if (draft->kind != FIND_DRAFT_ROLE || !draft->definite || draft->former || draft->twin) return false;
    uint32_t person = base_map_get(&reading->holders, holder_key(reading, draft->country, draft->office));
    if (person == DRG_NONE || person == FIND_SEVERAL) return false;
    draft->person = person;
    return true;
}

/* ---- one draft */

void find_settle_person(find_reading *reading, find_draft *draft)
{
    if (draft->person == DRG_NONE)
        draft->person = find_person_surnamed(reading, draft->first, draft->last, (find_claim){0});
    if (draft->person == DRG_NONE) return;
    drg_text country, sectors, title;
    find_person_standing(reading, draft->person, &country, &sectors, &title);
    if (!draft->country.size) draft->country = country;
    if (!draft->sectors.size) draft->sectors = sectors;
    if (!draft->title.size) draft->title = title;
    draft->actor = person_actor(reading, draft->person, draft);
    remember_holder(reading, draft);
}

static void settle_office(find_reading *reading, uint32_t index)
{
    find_draft *draft = &reading->drafts.items[index];
    if (recall_holder(reading, draft) || recall_listed(reading, draft)) {
        find_settle_person(reading, draft);
        return;
    }
    recall(reading, draft);
    if (draft->actor != DRG_NONE) return;
    if (!draft->country.size && !draft->sectors.size) return;
    draft->actor = office_actor(reading, draft);
    if (draft->country.size || draft->organization.size) remember_body(reading, index);
}

/* An organisation that only the text knows; its sectors stay unknown. */
static uint32_t organization_actor(find_reading *reading, const find_draft *draft)
{
    find_identity identity = {.name = draft->organization, .country = draft->country, .sectors = draft->sectors};
    identity.type = DRG_ACTOR_ORGANIZATION;
    return actor_of(reading, identity, draft);
}

static void settle_draft(find_reading *reading, uint32_t index)
{
    find_draft *draft = &reading->drafts.items[index];
    switch (draft->kind) {
    case FIND_DRAFT_LISTED: draft->actor = listed_actor(reading, draft->listed, draft); break;
    case FIND_DRAFT_PERSON: find_settle_person(reading, draft); break;
    case FIND_DRAFT_ORGANIZATION: draft->actor = organization_actor(reading, draft); break;
    case FIND_DRAFT_KIND: find_recall_kind(reading, draft); break;
    case FIND_DRAFT_ROLE:
    case FIND_DRAFT_GROUP:
    case FIND_DRAFT_BODY: settle_office(reading, index); break;
    default: break;
    }
    if (reading->drafts.items[index].actor != DRG_NONE) find_remember_kind(reading, index);
}

/* The drafts order[from, to) of one sentence. First what needs no pronoun, then the pronouns, which choose among all of
 * that, then what has a pronoun as its owner, and "both sides" last. */
static void settle_sentence(find_reading *reading, const uint32_t *order, size_t from, size_t to, uint32_t sentence)
{
    for (size_t i = from; i < to; i++) {
        const find_draft *draft = &reading->drafts.items[order[i]];
        if (find_is_late(draft) || find_resolve_two(reading, order[i])) continue;
        find_resolve_nominal(reading, order[i]);
        if (draft->actor == DRG_NONE) settle_draft(reading, order[i]);
    }
    find_referents_enter(reading, sentence);
    find_resolve_pronouns(reading, sentence);
    for (size_t i = from; i < to; i++) {
        find_draft *draft = &reading->drafts.items[order[i]];
        if (!find_is_late(draft)) continue;
        if (draft->owner != DRG_NONE && !draft->country.size) find_resolve_owner(reading, draft);
        find_resolve_nominal(reading, order[i]);
        settle_draft(reading, order[i]);
        find_referents_settled(reading, order[i]);
    }
    for (size_t i = from; i < to; i++) {
        const find_draft *draft = &reading->drafts.items[order[i]];
        if (draft->kind == FIND_DRAFT_SIDES && !draft->persons) find_resolve_sides(reading, order[i]);
        if (reading->drafts.items[order[i]].actor != DRG_NONE) find_watch_pairs(reading, order[i]);
    }
}

static void add_mention(find_reading *reading, const find_draft *place, const find_draft *identity)
{
    drg_document *document = reading->document;
    bool office = identity->kind == FIND_DRAFT_BODY || identity->kind == FIND_DRAFT_GROUP;
    base_push(&document->arena, &document->mentions) =
        (drg_mention){.actor = identity->actor,
                      .sentence = place->sentence,
                      .head = place->head,
                      .span = find_span(reading, place->first, place->last),
                      .via = place->via,
                      .country = keep(reading, identity->country),
                      .sector = keep_sectors(reading, identity->sectors),
                      .role = keep(reading, office ? (drg_text){NULL, 0} : identity->title)};
}

/* ---- order, look-up */

/* The drafts in the order of their first tokens. They come nearly sorted, sentence by sentence. */
static uint32_t *in_order(find_reading *reading)
{
    uint32_t count = (uint32_t)reading->drafts.count;
    uint32_t *order = BASE_ARRAY(reading->arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;
        uint32_t first = reading->drafts.items[i].first;
        for (; at > 0 && reading->drafts.items[order[at - 1]].first > first; at--) order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

static void point_token(find_reading *reading, uint32_t token, uint32_t mention)
{
    if (reading->document->mention_at[token] == DRG_NONE) reading->document->mention_at[token] = mention;
}

static void point_phrase(find_reading *reading, const find_draft *draft, uint32_t mention)
{
    for (uint32_t i = draft->phrase_first; i <= draft->phrase_last && i < reading->token_count; i++) {
        uint8_t upos = reading->tokens[i].upos, relation = reading->tokens[i].relation;
        if (relation == LANGUAGE_AMOD || relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD_POSS) continue;
        bool other =
            reading->draft_at[i] != DRG_NONE && reading->drafts.items[reading->draft_at[i]].actor != draft->actor;
        if (!other && (upos == DRG_NOUN || upos == DRG_PROPN)) point_token(reading, i, mention);
    }
}

static void point_tokens(find_reading *reading, const uint32_t *order, const uint32_t *mention_of)
{
    drg_document *document = reading->document;
    document->mention_at = BASE_ARRAY(&document->arena, uint32_t, (size_t)reading->token_count + 1);
    for (uint32_t i = 0; i < reading->token_count; i++) document->mention_at[i] = DRG_NONE;
    for (size_t i = 0; i < document->mentions.count; i++)
        point_token(reading, document->mentions.items[i].head, (uint32_t)i);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < reading->drafts.count; i++) {
            const find_draft *draft = &reading->drafts.items[order[i]];
            uint32_t mention = mention_of[order[i]];
            if (mention == DRG_NONE || draft->twin) continue;
            if (pass == 0)
                for (uint32_t at = draft->first; at <= draft->last; at++) point_token(reading, at, mention);
            else
                point_phrase(reading, draft, mention);
        }
}

/* Roles and aliases of the persons, known when the whole text has been read. */
static void finish_persons(find_reading *reading)
{
    base_arena *arena = &reading->document->arena;
    for (uint32_t i = 0; i < reading->persons.count; i++) {
        find_person *person = &reading->persons.items[i];
        if (person->actor == DRG_NONE) continue;
        drg_actor *actor = &reading->document->actors.items[person->actor];
        find_person_list_role(reading, i);
        drg_role *roles = BASE_ARRAY(arena, drg_role, person->roles.count + 1);
        for (size_t k = 0; k < person->roles.count; k++) {
            drg_role role = person->roles.items[k];
            roles[k] = (drg_role){keep(reading, role.title),
                                  keep(reading, role.country),
                                  keep(reading, role.organization),
                                  keep(reading, role.from),
                                  keep(reading, role.to),
                                  role.listed,
                                  role.span};
        }
        actor->roles = roles;
        actor->role_count = person->roles.count;
        drg_text *aliases = BASE_ARRAY(arena, drg_text, person->aliases.count + 1);
        for (size_t k = 0; k < person->aliases.count; k++) aliases[k] = keep(reading, person->aliases.items[k]);
        actor->aliases = (drg_texts){aliases, person->aliases.count};
    }
}

/* What the text says of offices anywhere outdoes the list from its first line on. */
static void gather_claims(find_reading *reading)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        const find_draft *draft = &reading->drafts.items[i];
        bool claim = draft->kind == FIND_DRAFT_PERSON && draft->person != DRG_NONE && draft->office.size;
        if (!claim || draft->former || !draft->country.size) continue;
        remember(reading, &reading->claims, holder_key(reading, draft->country, draft->office), draft->person);
    }
}

static void add_mentions(find_reading *reading, const uint32_t *order, uint32_t *mention_of)
{
    for (size_t i = 0; i < reading->drafts.count; i++) {
        const find_draft *draft = &reading->drafts.items[order[i]];
        mention_of[order[i]] = draft->actor == DRG_NONE ? DRG_NONE : (uint32_t)reading->document->mentions.count;
        if (draft->actor == DRG_NONE) continue;
        add_mention(reading, draft, draft);
        for (uint32_t k = 0; k < draft->member_count; k++)
            add_mention(reading, draft, &reading->drafts.items[reading->members.items[draft->member_first + k]]);
    }
}

void find_settle(find_reading *reading)
{
    gather_claims(reading);
    uint32_t *order = in_order(reading);
    uint32_t *mention_of = BASE_ARRAY(reading->arena, uint32_t, reading->drafts.count + 1);
    reading->last_party = reading->pair_left = reading->pair_right = DRG_NONE;
    find_referents_open(reading);
    size_t at = 0;
    for (uint32_t sentence = 0; sentence < reading->document->sentences.count; sentence++) {
        size_t from = at;
        while (at < reading->drafts.count && reading->drafts.items[order[at]].sentence == sentence) at++;
        settle_sentence(reading, order, from, at, sentence);
    }
    add_mentions(reading, order, mention_of);
    point_tokens(reading, order, mention_of);
    finish_persons(reading);
}
