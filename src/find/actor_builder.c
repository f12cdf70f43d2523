/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/actors. Out: rows of states and bodies, and the wordings that mean them; people are read by
 * people_builder.c. Every line is checked against its columns, so that a person who edits a list is told what is wrong
 * with it. */
#include "find/list_builder.h"

/* ---- identity */

drg_status find_check_new_id(find_build *build, const base_tsv *list, size_t column, drg_text id)
{
    if (!id.size) return base_tsv_wrong(list, column, list->fields[column], "letters or digits");
    uint32_t *line = base_map_put(build->arena, &build->ids, id, DRG_NONE);
    if (*line != DRG_NONE) return base_tsv_wrong(list, column, id, "an id that stands nowhere else");
    *line = (uint32_t)list->line;
    return DRG_OK;
}

/* ---- actors */

uint32_t find_add_actor(find_build *build, find_actor_row row)
{
    uint32_t index = (uint32_t)(build->actors.count / FIND_ACTOR_COLUMNS);
    find_put_text(build, &build->actors, row.id);
    find_put_text(build, &build->actors, row.name);
    find_put_text(build, &build->actors, row.country);
    find_put_text(build, &build->actors, row.sectors);
    find_put(build, &build->actors, row.type);
    find_put(build, &build->actors, row.gender);
    find_put(build, &build->actors, row.bare);
    find_put(build, &build->actors, row.roles);
    find_put(build, &build->actors, row.role_count);
    find_put(build, &build->actors, row.plural);
    find_put(build, &build->actors, 0); /* members: put_members */
    find_put(build, &build->actors, 0);
    *base_map_put(build->arena, &build->rows, row.id, index) = index;
    return index;
}

/* The days on which a body may have existed: its years count whole. */
static drg_status check_life(const base_tsv *list, size_t column, find_period *ret_period)
{
    find_period from, to;
    drg_status status = find_check_date(list, column, &from);
    if (status == DRG_OK) status = find_check_date(list, column + 1, &to);
    if (status == DRG_OK && to.to < from.from)
        status = base_tsv_wrong(list, column + 1, list->fields[column + 1], "an end that is not before the beginning");
    *ret_period = (find_period){from.from, to.to};
    return status;
}

/* What the record calls the body: its name without the marks that say when it is meant. */
static drg_text plain_name(drg_text name)
{
    size_t size = 0;
    while (size < name.size && name.data[size] != '@') size++;
    if (size > 1 && name.data[size - 1] == '?') size--;
    return base_text_slice(name, 0, size);
}

enum {
    STATE_CODE,
    STATE_ALPHA2,
    STATE_COW,
    STATE_GW,
    STATE_NAME,
    STATE_STATUS,
    STATE_NAMES, /* and adjectives, people, capital, seats */
    STATE_FROM = STATE_NAMES + 5,
    STATE_TO,
    STATE_SOURCE
};
enum {
    STATUS_MEMBER,
    STATUS_OBSERVER,
    STATUS_PARTIAL,
    STATUS_TERRITORY,
    STATUS_FORMER,
    STATUS_CLAIMED,
    STATUS_DEPENDENCY
};

/* Codes that only the lists carry, for those who join the record with other data: checked, not compiled. */
static drg_status check_codes(const base_tsv *list)
{
    double number;
    drg_text alpha2 = list->fields[STATE_ALPHA2];
    bool letters = alpha2.size == 2 && alpha2.data[0] >= 'A' && alpha2.data[0] <= 'Z' && alpha2.data[1] >= 'A' &&
                   alpha2.data[1] <= 'Z';
    if (alpha2.size && !letters)
        return base_tsv_wrong(list, STATE_ALPHA2, alpha2, "an ISO 3166-1 alpha-2 code, or nothing");
    drg_status status = find_check_number(list, STATE_COW, 999, &number);
    return status == DRG_OK ? find_check_number(list, STATE_GW, 999, &number) : status;
}

static drg_status check_country(const base_tsv *list, uint32_t *ret_state, find_period *ret_life)
{
    static const char *const states[] = {"member", "observer", "partial",    "territory",
                                         "former", "claimed",  "dependency", NULL};
    drg_status status = find_check_country(list, STATE_CODE, false);
    if (status == DRG_OK) status = check_codes(list);
    if (status == DRG_OK) status = find_check_some(list, STATE_NAME);
    if (status == DRG_OK)
        status = find_check_word(list, STATE_STATUS, states,
                                 "member, observer, partial, territory, former, claimed or dependency", ret_state);
    if (status == DRG_OK) status = check_life(list, STATE_FROM, ret_life);
    return status == DRG_OK ? find_check_some(list, STATE_SOURCE) : status;
}

/* The state that the code means; an entity or dependency under the code of another is none. */
static void keep_code(find_build *build, drg_text code, uint32_t row)
{
    uint32_t *state_row = base_map_put(build->arena, &build->codes, code, DRG_NONE);
    if (*state_row != DRG_NONE) return;
    *state_row = row;
    base_push(build->arena, &build->code_keys) = code;
}

static drg_status add_country(find_build *build, const base_tsv *list)
{
    static const find_use uses[] = {FIND_NAME, FIND_ADJECTIVE, FIND_PEOPLE, FIND_CAPITAL, FIND_SEAT};
    uint32_t state = 0;
    find_period life = FIND_ALWAYS;
    drg_status status = check_country(list, &state, &life);
    if (status != DRG_OK) return status;
    drg_text name = plain_name(list->fields[STATE_NAME]), code = list->fields[STATE_CODE];
    bool under_other = state == STATUS_CLAIMED || state == STATUS_DEPENDENCY;
    find_actor_row row = {.id = find_slug(build->arena, under_other ? name : code), .name = name, .country = code};
    row.type = DRG_ACTOR_STATE;
    if (state == STATUS_CLAIMED || state == STATUS_PARTIAL) row.sectors = BASE_LITERAL("PRE");
    status = find_check_new_id(build, list, under_other ? STATE_NAME : STATE_CODE, row.id);
    if (status != DRG_OK) return status;
    uint32_t index = find_add_actor(build, row);
    if (!under_other) keep_code(build, code, index);
    status = find_add_names(build, list, STATE_NAME, FIND_NAME, index, life);
    for (size_t i = 0; status == DRG_OK && i < sizeof uses / sizeof *uses; i++)
        status = find_add_names(build, list, STATE_NAMES + i, uses[i], index, life);
    return status;
}

static drg_status add_organization(find_build *build, const base_tsv *list)
{
    static const char *const types[] = {"organization", "group", "grouping", NULL};
    uint32_t type = 0;
    find_period life = FIND_ALWAYS;
    drg_text id = find_slug(build->arena, list->fields[0]);
    drg_status status = find_check_new_id(build, list, 0, id);
    if (status == DRG_OK && !base_text_equal(id, list->fields[0]))
        status = base_tsv_wrong(list, 0, list->fields[0], "small letters and digits, joined by hyphens");
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_word(list, 2, types, "organization, group or grouping", &type);
    if (status == DRG_OK) status = find_check_state(build, list, 3);
    if (status == DRG_OK) status = find_check_some(list, 4);
    if (status == DRG_OK) status = find_check_sectors(list, 4);
    if (status == DRG_OK) status = check_life(list, 6, &life);
    if (status == DRG_OK) status = find_check_some(list, 8);
    if (status != DRG_OK) return status;
    find_actor_row body = {.id = id, .country = list->fields[3], .sectors = list->fields[4]};
    body.name = plain_name(list->fields[1]);
    body.type = type == 1 ? DRG_ACTOR_GROUP : DRG_ACTOR_ORGANIZATION;
    body.plural = type == 2;
    uint32_t row = find_add_actor(build, body);
    status = find_add_names(build, list, 1, FIND_NAME, row, life);
    return status == DRG_OK ? find_add_names(build, list, 5, FIND_NAME, row, life) : status;
}

/* ---- members */

enum { MEMBER_GROUPING, MEMBER_MEMBER, MEMBER_FROM, MEMBER_TO, MEMBER_SOURCE };

static drg_status check_actor(const find_build *build, const base_tsv *list, size_t column, uint32_t *ret_row)
{
    drg_text name = list->fields[column];
    *ret_row = base_map_get(&build->rows, find_slug(build->arena, name));
    return *ret_row != DRG_NONE ? DRG_OK
                                : base_tsv_wrong(list, column, name, "the id of a listed body or the code of a state");
}

static drg_status add_member(find_build *build, const base_tsv *list)
{
    find_membership membership = {.after = 0};
    drg_status status = check_actor(build, list, MEMBER_GROUPING, &membership.group);
    if (status == DRG_OK) status = check_actor(build, list, MEMBER_MEMBER, &membership.member);
    if (status == DRG_OK) status = check_life(list, MEMBER_FROM, &membership.days);
    if (status == DRG_OK) status = find_check_some(list, MEMBER_SOURCE);
    if (status != DRG_OK) return status;
    uint32_t *link =
        base_map_put(build->arena, &build->members_of, find_slug(build->arena, list->fields[MEMBER_GROUPING]), 0);
    while (*link) link = &build->memberships.items[*link - 1].after;
    *link = (uint32_t)build->memberships.count + 1;
    base_push(build->arena, &build->memberships) = membership;
    return DRG_OK;
}

/* The members of each body side by side, whatever the order of the list. */
static void put_members(find_build *build)
{
    uint32_t *cells = build->actors.items;
    for (size_t i = 0; i < build->memberships.count; i++) {
        uint32_t *group = cells + build->memberships.items[i].group * FIND_ACTOR_COLUMNS;
        if (group[FIND_ACTOR_MEMBER_COUNT]) continue;
        group[FIND_ACTOR_MEMBERS] = (uint32_t)(build->members.count / FIND_MEMBER_COLUMNS);
        for (uint32_t at = (uint32_t)i + 1; at; at = build->memberships.items[at - 1].after) {
            const find_membership *membership = &build->memberships.items[at - 1];
            find_put(build, &build->members, membership->member);
            find_put(build, &build->members, (uint32_t)membership->days.from);
            find_put(build, &build->members, (uint32_t)membership->days.to);
            group[FIND_ACTOR_MEMBER_COUNT]++;
        }
    }
}

static drg_status check_groupings(const find_build *build)
{
    for (size_t i = 0; i < build->actors.count; i += FIND_ACTOR_COLUMNS) {
        const uint32_t *row = build->actors.items + i;
        if (row[FIND_ACTOR_PLURAL] && !row[FIND_ACTOR_MEMBER_COUNT])
            return base_fail(build->error, DRG_ERROR_FORMAT,
                             "actors/members.tsv: grouping '%.*s': expected at least one member",
                             (int)row[FIND_ACTOR_ID + 1], build->pool.items + row[FIND_ACTOR_ID]);
    }
    return DRG_OK;
}

static drg_status build_members(find_build *build)
{
    static const char *const members[] = {"grouping", "member", "from", "to", "source", NULL};
    drg_status status = find_read_list(build, "actors/members.tsv", members, add_member);
    if (status != DRG_OK) return status;
    put_members(build);
    return check_groupings(build);
}

/* ---- parts of names */

static drg_status add_name(find_build *build, const base_tsv *list)
{
    static const char *const parts[] = {
        "given-male",       "given-female", "given-any", "particle", "honorific", "honorific-male",
        "honorific-female", "institution",  "site",      "thing",    NULL};
    uint32_t part = 0;
    drg_status status = find_check_word(list, 0, parts, "a kind of name part", &part);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->names, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE)
        return base_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = part;
    base_push(build->arena, &build->name_keys) = list->fields[1];
    return DRG_OK;
}

static drg_status add_noun(find_build *build, const base_tsv *list)
{
    static const char *const kinds[] = {"male", "female", "person", "group", NULL};
    uint32_t kind = 0;
    drg_status status = find_check_word(list, 0, kinds, "male, female, person or group", &kind);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->nouns, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE) return base_tsv_wrong(list, 1, list->fields[1], "a word that was not there before");
    *place = kind;
    base_push(build->arena, &build->noun_keys) = list->fields[1];
    return DRG_OK;
}

/* ---- what is nobody */

static drg_status add_discard(find_build *build, const base_tsv *list)
{
    static const char *const scopes[] = {"sentence", "story", NULL};
    uint32_t scope = 0;
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_word(list, 1, scopes, "sentence or story", &scope);
    if (status == DRG_OK) status = find_check_some(list, 2);
    if (status == DRG_OK) find_add_form(build, list->fields[0], FIND_DISCARD, DRG_NONE);
    return status;
}

drg_status find_build_actors(find_build *build)
{
    static const char *const countries[] = {"code",   "alpha2", "cow",        "gw",     "name",
                                            "status", "names",  "adjectives", "people", "capital",
                                            "seats",  "from",   "to",         "source", NULL};
    static const char *const bodies[] = {"id",    "name", "type", "country", "sectors",
                                         "names", "from", "to",   "source",  NULL};
    static const char *const folders[] = {"actors/organizations", "actors/groups", "actors/media"};
    static const char *const names[] = {"kind", "word", NULL};
    static const char *const discards[] = {"words", "scope", "source", NULL};
    drg_status status = find_read_list(build, "actors/countries.tsv", countries, add_country);
    for (size_t i = 0; status == DRG_OK && i < sizeof folders / sizeof *folders; i++)
        status = find_read_folder(build, folders[i], bodies, add_organization);
    if (status == DRG_OK) status = build_members(build);
    if (status == DRG_OK) status = find_build_people(build);
    if (status == DRG_OK) status = find_read_list(build, "actors/names.tsv", names, add_name);
    if (status == DRG_OK) status = find_read_list(build, "actors/nouns.tsv", names, add_noun);
    if (status == DRG_OK) status = find_read_more(build, "actors/discards", discards, add_discard);
    return status;
}
