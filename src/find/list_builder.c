/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/actors, data/places, data/time. Out: the sections that lists.c reads. A wrong line is
 * refused with file, line, column, value and what was expected. */
#include <stdlib.h>

#include "find/key.h"
#include "find/lists.h"
#include "find/tsv.h"

typedef BASE_VECTOR(uint32_t) find_cells;

typedef struct find_gathered {
    drg_text text, key;
    find_use use;
    uint32_t row, after; /* after: next gathered form of the same key, 1 + index */
} find_gathered;

typedef struct find_post {
    uint32_t line, after;
    drg_text title, sectors, from, to;
} find_post;

typedef struct find_build {
    base_arena *arena;
    const char *folder;
    drg_error *error;
    BASE_VECTOR(char) pool;
    base_map pooled; /* text -> offset */
    find_cells actors, roles, offices, places, forms;
    BASE_VECTOR(find_gathered) gathered;
    base_map keys; /* key -> 1 + index of the first gathered form, in the order of `gathered` */
    base_map ids, office_words;
    base_map posts_of; /* person -> 1 + index of the first post */
    BASE_VECTOR(find_post) posts;
    base_map names, times, governors, codes;
    BASE_VECTOR(drg_text) name_keys, time_keys, governor_keys, code_keys;
} find_build;

/* ---- cells */

static void put(find_build *build, find_cells *cells, uint32_t number)
{
    base_push(build->arena, cells) = number;
}

static void put_text(find_build *build, find_cells *cells, drg_text text)
{
    uint32_t *at = base_map_put(build->arena, &build->pooled, base_text_copy(build->arena, text), DRG_NONE);
    if (*at == DRG_NONE) {
        *at = (uint32_t)build->pool.count;
        for (size_t i = 0; i < text.size; i++) base_push(build->arena, &build->pool) = text.data[i];
    }
    put(build, cells, *at);
    put(build, cells, (uint32_t)text.size);
}

/* ---- forms */

static void add_form(find_build *build, drg_text text, find_use use, uint32_t row)
{
    drg_text key = find_key_of(build->arena, text);
    if (!key.size || key.size > FIND_KEY_BYTES) return;
    uint32_t *first = base_map_put(build->arena, &build->keys, key, 0);
    uint32_t *link = first;
    while (*link) {
        find_gathered *other = &build->gathered.items[*link - 1];
        if (other->use == use && other->row == row && base_text_equal(other->text, text)) return;
        if (other->use > use) break;
        link = &other->after;
    }
    uint32_t after = *link;
    *link = (uint32_t)build->gathered.count + 1;
    base_push(build->arena, &build->gathered) = (find_gathered){text, key, use, row, after};
}

/* A name of an organisation; one that ends in "?" is common to several countries. */
static void add_common_form(find_build *build, drg_text text, uint32_t row)
{
    bool common = text.size > 1 && text.data[text.size - 1] == '?';
    if (common) text.size--;
    add_form(build, text, common ? FIND_COMMON_NAME : FIND_NAME, row);
}

static void add_forms(find_build *build, const find_tsv *list, size_t column, find_use use, uint32_t row)
{
    drg_texts parts = find_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++) add_form(build, parts.items[i], use, row);
}

/* ---- checks */

static bool is_country(drg_text code)
{
    if (base_text_is(code, "---")) return true;
    for (size_t i = 0; i < code.size; i++)
        if (code.data[i] < 'A' || code.data[i] > 'Z') return false;
    return code.size == 3;
}

static drg_status check_country(const find_tsv *list, size_t column, bool optional)
{
    drg_text code = list->fields[column];
    if ((optional && !code.size) || is_country(code)) return DRG_OK;
    return find_tsv_wrong(list, column, code, "an ISO 3166-1 alpha-3 code, or --- for international");
}

static drg_status check_sectors(const find_tsv *list, size_t column)
{
    drg_texts parts = find_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++)
        if (!record_sector_exists(parts.items[i]))
            return find_tsv_wrong(list, column, parts.items[i], "a PLOVER sector");
    return DRG_OK;
}

static drg_status check_day(const find_tsv *list, size_t column)
{
    drg_text day = list->fields[column];
    if (!day.size || record_day_exists(day)) return DRG_OK;
    return find_tsv_wrong(list, column, day, "a date YYYY-MM-DD, or nothing");
}

static drg_status check_some(const find_tsv *list, size_t column)
{
    return list->fields[column].size ? DRG_OK : find_tsv_wrong(list, column, list->fields[column], "some text");
}

/* The index of the field among `words`. */
static drg_status check_word(const find_tsv *list, size_t column, const char *const *words, const char *expected,
                             uint32_t *ret_index)
{
    for (uint32_t i = 0; words[i]; i++)
        if (base_text_is(list->fields[column], words[i])) {
            *ret_index = i;
            return DRG_OK;
        }
    return find_tsv_wrong(list, column, list->fields[column], expected);
}

static drg_status check_new_id(find_build *build, const find_tsv *list, size_t column, drg_text id)
{
    if (!id.size) return find_tsv_wrong(list, column, list->fields[column], "letters or digits");
    uint32_t *line = base_map_put(build->arena, &build->ids, id, DRG_NONE);
    if (*line != DRG_NONE) return find_tsv_wrong(list, column, id, "an id that stands nowhere else");
    *line = (uint32_t)list->line;
    return DRG_OK;
}

/* ---- actors */

typedef struct find_actor_row {
    drg_text id, name, country, sectors;
    drg_actor_type type;
    find_gender gender;
    bool bare;
    uint32_t roles, role_count;
} find_actor_row;

static uint32_t add_actor(find_build *build, find_actor_row row)
{
    uint32_t index = (uint32_t)(build->actors.count / FIND_ACTOR_COLUMNS);
    put_text(build, &build->actors, row.id);
    put_text(build, &build->actors, row.name);
    put_text(build, &build->actors, row.country);
    put_text(build, &build->actors, row.sectors);
    put(build, &build->actors, row.type);
    put(build, &build->actors, row.gender);
    put(build, &build->actors, row.bare);
    put(build, &build->actors, row.roles);
    put(build, &build->actors, row.role_count);
    return index;
}

static drg_status add_country(find_build *build, const find_tsv *list)
{
    static const char *const states[] = {"member", "observer", "partial", "territory", "claimed", "former", NULL};
    uint32_t state = 0;
    drg_status status = check_country(list, 0, false);
    if (status == DRG_OK) status = check_some(list, 1);
    if (status == DRG_OK)
        status = check_word(list, 2, states, "member, observer, partial, territory, claimed or former", &state);
    if (status != DRG_OK) return status;
    drg_text name = list->fields[1];
    drg_text id = find_slug(build->arena, state == 4 ? name : list->fields[0]);
    status = check_new_id(build, list, 0, id);
    if (status != DRG_OK) return status;
    drg_text sectors = state == 4 || state == 2 ? BASE_LITERAL("PRE") : BASE_LITERAL("");
    uint32_t row = add_actor(build, (find_actor_row){id, name, list->fields[0], sectors, DRG_ACTOR_STATE, 0, 0, 0, 0});
    uint32_t *state_row = base_map_put(build->arena, &build->codes, list->fields[0], DRG_NONE);
    if (*state_row == DRG_NONE) {
        *state_row = row;
        base_push(build->arena, &build->code_keys) = list->fields[0];
    }
    add_form(build, name, FIND_NAME, row);
    add_forms(build, list, 3, FIND_NAME, row);
    add_forms(build, list, 4, FIND_ADJECTIVE, row);
    add_forms(build, list, 5, FIND_PEOPLE, row);
    add_forms(build, list, 6, FIND_CAPITAL, row);
    add_forms(build, list, 7, FIND_SEAT, row);
    return DRG_OK;
}

static drg_status add_organization(find_build *build, const find_tsv *list)
{
    static const char *const types[] = {"organization", "group", NULL};
    uint32_t type = 0;
    drg_status status = check_new_id(build, list, 0, find_slug(build->arena, list->fields[0]));
    if (status == DRG_OK) status = check_some(list, 1);
    if (status == DRG_OK) status = check_word(list, 2, types, "organization or group", &type);
    if (status == DRG_OK) status = check_country(list, 3, false);
    if (status == DRG_OK) status = check_sectors(list, 4);
    if (status != DRG_OK) return status;
    find_actor_row group = {.id = list->fields[0], .country = list->fields[3], .sectors = list->fields[4]};
    group.name = list->fields[1];
    if (group.name.size > 1 && group.name.data[group.name.size - 1] == '?') group.name.size--;
    group.type = type ? DRG_ACTOR_GROUP : DRG_ACTOR_ORGANIZATION;
    uint32_t row = add_actor(build, group);
    drg_texts names = find_tsv_parts(list, list->fields[5]);
    add_common_form(build, list->fields[1], row);
    for (size_t i = 0; i < names.count; i++) add_common_form(build, names.items[i], row);
    return DRG_OK;
}

/* ---- offices, people, their posts */

static drg_status add_office(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"person", "group", "body", NULL};
    static const char *const uses[] = {"", "general", "state", "attribute", "partner", NULL};
    uint32_t kind = 0, use = 0;
    drg_status status = check_some(list, 0);
    if (status == DRG_OK) status = check_some(list, 1);
    if (status == DRG_OK) status = check_word(list, 2, kinds, "person, group or body", &kind);
    if (status == DRG_OK) status = check_some(list, 3);
    if (status == DRG_OK) status = check_sectors(list, 4);
    if (status == DRG_OK) status = check_country(list, 5, true);
    if (status == DRG_OK) status = check_word(list, 6, uses, "general, state, attribute, partner or nothing", &use);
    if (status != DRG_OK) return status;
    uint32_t row = (uint32_t)(build->offices.count / FIND_OFFICE_COLUMNS);
    put_text(build, &build->offices, list->fields[3]);
    put_text(build, &build->offices, list->fields[4]);
    put_text(build, &build->offices, list->fields[5]);
    put(build, &build->offices, kind);
    put(build, &build->offices, use);
    put_text(build, &build->offices, list->fields[0]);
    bool changes = !base_text_equal(list->fields[0], list->fields[1]);
    bool group = kind == FIND_OFFICE_GROUP && !changes;
    add_form(build, list->fields[0], group ? FIND_OFFICES : FIND_OFFICE, row);
    if (changes) add_form(build, list->fields[1], FIND_OFFICES, row);
    *base_map_put(build->arena, &build->office_words, find_key_of(build->arena, list->fields[0]), 0) = row;
    return DRG_OK;
}

/* The office at the end of a title: "special envoy" of "UN special envoy". */
static uint32_t office_of(find_build *build, drg_text title)
{
    drg_text key = find_key_of(build->arena, title);
    for (;;) {
        uint32_t row = base_map_get(&build->office_words, key);
        drg_text lead = find_key_lead(key);
        if (row != DRG_NONE || lead.size == key.size) return row;
        key = base_text_slice(key, lead.size + 1, key.size);
    }
}

static drg_status add_post(find_build *build, const find_tsv *list)
{
    drg_status status = check_some(list, 0);
    if (status == DRG_OK && office_of(build, list->fields[1]) == DRG_NONE)
        status = find_tsv_wrong(list, 1, list->fields[1], "a title that ends in a word of actors/offices.tsv");
    if (status == DRG_OK) status = check_sectors(list, 2);
    if (status == DRG_OK) status = check_day(list, 3);
    if (status == DRG_OK) status = check_day(list, 4);
    if (status == DRG_OK) status = check_some(list, 5);
    if (status != DRG_OK) return status;
    if (list->fields[4].size && base_text_compare(list->fields[3], list->fields[4]) > 0)
        return find_tsv_wrong(list, 4, list->fields[4], "an end that is not before the beginning");
    uint32_t *link = base_map_put(build->arena, &build->posts_of, list->fields[0], 0);
    while (*link) link = &build->posts.items[*link - 1].after;
    *link = (uint32_t)build->posts.count + 1;
    base_push(build->arena, &build->posts) =
        (find_post){(uint32_t)list->line, 0, list->fields[1], list->fields[2], list->fields[3], list->fields[4]};
    return DRG_OK;
}

static uint32_t add_roles(find_build *build, drg_text person, uint32_t *ret_count)
{
    uint32_t first = (uint32_t)(build->roles.count / FIND_ROLE_COLUMNS), count = 0;
    uint32_t link = base_map_get(&build->posts_of, person);
    for (uint32_t at = link == DRG_NONE ? 0 : link; at; count++) {
        const find_post *post = &build->posts.items[at - 1];
        uint32_t office = office_of(build, post->title);
        put_text(build, &build->roles, post->title);
        put(build, &build->roles, build->offices.items[office * FIND_OFFICE_COLUMNS]);
        put(build, &build->roles, build->offices.items[office * FIND_OFFICE_COLUMNS + 1]);
        put_text(build, &build->roles, post->sectors);
        put_text(build, &build->roles, post->from);
        put_text(build, &build->roles, post->to);
        at = post->after;
    }
    *ret_count = count;
    return first;
}

static drg_status add_person(find_build *build, const find_tsv *list)
{
    static const char *const genders[] = {"", "male", "female", NULL}, *const answers[] = {"no", "yes", NULL};
    uint32_t gender = 0, bare = 0;
    drg_text id = find_slug(build->arena, list->fields[0]);
    drg_status status = check_new_id(build, list, 0, id);
    if (status == DRG_OK) status = check_word(list, 1, genders, "male, female or nothing", &gender);
    if (status == DRG_OK) status = check_country(list, 2, false);
    if (status == DRG_OK) status = check_word(list, 4, answers, "yes or no", &bare);
    if (status != DRG_OK) return status;
    find_actor_row person = {.id = id, .name = list->fields[0], .country = list->fields[2], .type = DRG_ACTOR_PERSON};
    person.gender = (find_gender)gender;
    person.bare = bare;
    person.roles = add_roles(build, person.name, &person.role_count);
    if (!person.role_count) return find_tsv_wrong(list, 0, person.name, "a row of actors/holders.tsv with this name");
    uint32_t row = add_actor(build, person);
    add_form(build, person.name, FIND_PERSON, row);
    add_forms(build, list, 5, FIND_PERSON, row);
    add_forms(build, list, 3, FIND_SURNAME, row);
    return DRG_OK;
}

/* ---- places, parts of names, words of dates */

/* "-33.55", at most 15 digits, and nothing else: not strtod, which reads the locale. Empty is 0. */
static bool read_decimal(drg_text field, double *ret_number)
{
    int64_t whole = 0, scale = 1;
    size_t digits = 0, at = field.size && field.data[0] == '-' ? 1 : 0;
    bool negative = at > 0, fraction = false;
    for (; at < field.size; at++) {
        char sign = field.data[at];
        if (sign == '.' && !fraction && digits) {
            fraction = true;
            continue;
        }
        if (sign < '0' || sign > '9' || ++digits > 15) return false;
        whole = whole * 10 + (sign - '0');
        if (fraction) scale *= 10;
    }
    *ret_number = (double)(negative ? -whole : whole) / (double)scale;
    return digits || !field.size;
}

static drg_status number_in(const find_tsv *list, size_t column, double limit, double *ret_number)
{
    drg_text field = list->fields[column];
    if (!read_decimal(field, ret_number) || !(*ret_number >= -limit && *ret_number <= limit))
        return find_tsv_wrong(list, column, field, "a number within its bounds");
    return DRG_OK;
}

static uint32_t hundredths(double degrees)
{
    return (uint32_t)(int32_t)(degrees * 100 + (degrees < 0 ? -0.5 : 0.5));
}

static drg_status add_place(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"city", "region", "site", NULL};
    double latitude = 0, longitude = 0, geonames = 0;
    uint32_t kind = 0;
    drg_status status = check_some(list, 0);
    if (status == DRG_OK) status = check_country(list, 2, true);
    if (status == DRG_OK) status = number_in(list, 4, 90, &latitude);
    if (status == DRG_OK) status = number_in(list, 5, 180, &longitude);
    if (status == DRG_OK) status = number_in(list, 6, UINT32_MAX, &geonames);
    if (status == DRG_OK) status = check_word(list, 7, kinds, "city, region or site", &kind);
    if (status != DRG_OK) return status;
    uint32_t row = (uint32_t)(build->places.count / FIND_PLACE_COLUMNS);
    put_text(build, &build->places, list->fields[0]);
    put_text(build, &build->places, list->fields[2]);
    put_text(build, &build->places, list->fields[3]);
    put(build, &build->places, hundredths(latitude));
    put(build, &build->places, hundredths(longitude));
    put(build, &build->places, list->fields[4].size && list->fields[5].size);
    put(build, &build->places, (uint32_t)geonames);
    put(build, &build->places, kind);
    add_form(build, list->fields[0], FIND_PLACE, row);
    add_forms(build, list, 1, FIND_PLACE, row);
    return DRG_OK;
}

static drg_status add_name(find_build *build, const find_tsv *list)
{
    static const char *const parts[] = {"given-male",     "given-female",     "given-any",   "particle", "honorific",
                                        "honorific-male", "honorific-female", "institution", NULL};
    uint32_t part = 0;
    drg_status status = check_word(list, 0, parts, "a kind of name part", &part);
    if (status == DRG_OK) status = check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->names, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE)
        return find_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = part;
    base_push(build->arena, &build->name_keys) = list->fields[1];
    return DRG_OK;
}

static drg_status add_time(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"weekday", "month",  "day",   "unit",   "order",
                                        "part",    "number", "after", "future", NULL};
    uint32_t kind = 0;
    double value = 0;
    drg_status status = check_word(list, 0, kinds, "a kind of date word", &kind);
    if (status == DRG_OK) status = check_some(list, 1);
    if (status == DRG_OK) status = check_some(list, 2);
    if (status == DRG_OK) status = number_in(list, 2, 32767, &value);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->times, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE)
        return find_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = find_time_pack((find_time_kind)kind, (int)value);
    base_push(build->arena, &build->time_keys) = list->fields[1];
    return DRG_OK;
}

/* A lemma may be of several kinds: a set of bits. */
static drg_status add_governor(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"site", "giving", "motion", "sending", "venue", "part", "diplomatic", NULL};
    uint32_t kind = 0;
    drg_status status = check_word(list, 0, kinds, "site, giving, motion, sending, venue, part or diplomatic", &kind);
    if (status == DRG_OK) status = check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->governors, list->fields[1], 0);
    if (*place & 1U << kind) return find_tsv_wrong(list, 1, list->fields[1], "a lemma once of each kind");
    if (!*place) base_push(build->arena, &build->governor_keys) = list->fields[1];
    *place |= 1U << kind;
    return DRG_OK;
}

/* ---- sections */

static void put_forms(find_build *build)
{
    for (size_t i = 0; i < build->gathered.count; i++) {
        const find_gathered *form = &build->gathered.items[i];
        put_text(build, &build->forms, form->text);
        put(build, &build->forms, form->use);
        put(build, &build->forms, form->row);
        put(build, &build->forms, form->after ? form->after - 1 : DRG_NONE);
    }
}

static void put_sheet(find_build *build, model_builder *builder, const char *name, const find_cells *cells,
                      uint32_t columns)
{
    model_bytes bytes = {.arena = build->arena};
    model_put_u32(&bytes, (uint32_t)(cells->count / columns));
    model_put_u32(&bytes, columns);
    for (size_t i = 0; i < cells->count; i++) model_put_u32(&bytes, cells->items[i]);
    model_builder_section(builder, name, bytes.data.items, bytes.data.count);
}

/* A table of the map's keys, in the order in which they are given. */
static void put_map(find_build *build, model_bytes *bytes, const base_map *map, const drg_text *keys, size_t count)
{
    uint32_t *values = BASE_ARRAY(build->arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) values[i] = base_map_get(map, keys[i]);
    model_put_table(bytes, keys, values, count);
}

static void put_form_tables(find_build *build, model_bytes *bytes)
{
    BASE_VECTOR(drg_text) keys = {0}, leads = {0};
    base_map first = {0}, longest = {0};
    for (size_t i = 0; i < build->gathered.count; i++) {
        drg_text key = build->gathered.items[i].key, lead = find_key_lead(key);
        uint32_t *row = base_map_put(build->arena, &first, key, DRG_NONE);
        if (*row == DRG_NONE) {
            *row = base_map_get(&build->keys, key) - 1;
            base_push(build->arena, &keys) = key;
        }
        uint32_t *size = base_map_put(build->arena, &longest, lead, 0);
        if (!*size) base_push(build->arena, &leads) = lead;
        if (*size < key.size) *size = (uint32_t)key.size;
    }
    put_map(build, bytes, &first, keys.items, keys.count);
    put_map(build, bytes, &longest, leads.items, leads.count);
}

static void put_sections(find_build *build, model_builder *builder)
{
    put_forms(build);
    put_sheet(build, builder, "find.actors", &build->actors, FIND_ACTOR_COLUMNS);
    put_sheet(build, builder, "find.forms", &build->forms, FIND_FORM_COLUMNS);
    put_sheet(build, builder, "find.roles", &build->roles, FIND_ROLE_COLUMNS);
    put_sheet(build, builder, "find.offices", &build->offices, FIND_OFFICE_COLUMNS);
    put_sheet(build, builder, "find.places", &build->places, FIND_PLACE_COLUMNS);
    model_builder_section(builder, "find.pool", build->pool.items, build->pool.count);
    model_bytes bytes = {.arena = build->arena};
    put_form_tables(build, &bytes);
    put_map(build, &bytes, &build->names, build->name_keys.items, build->name_keys.count);
    put_map(build, &bytes, &build->times, build->time_keys.items, build->time_keys.count);
    put_map(build, &bytes, &build->governors, build->governor_keys.items, build->governor_keys.count);
    put_map(build, &bytes, &build->codes, build->code_keys.items, build->code_keys.count);
    model_builder_section(builder, "find.tables", bytes.data.items, bytes.data.count);
}

static drg_status read_list(find_build *build, const char *file, const char *const *columns,
                            drg_status (*add)(find_build *build, const find_tsv *list))
{
    find_tsv list;
    drg_status status = find_tsv_open(&list, build->arena, build->folder, file, columns, build->error);
    for (bool end = false; status == DRG_OK;) {
        status = find_tsv_next(&list, &end);
        if (end) break;
        if (status == DRG_OK) status = add(build, &list);
    }
    return status;
}

drg_status find_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error)
{
    static const char *const countries[] = {"code",   "name",    "status", "names", "adjectives",
                                            "people", "capital", "seats",  NULL};
    static const char *const organizations[] = {"id", "name", "type", "country", "sectors", "names", NULL};
    static const char *const offices[] = {"singular", "plural", "kind", "office", "sectors", "country", "use", NULL};
    static const char *const holders[] = {"name", "title", "sectors", "from", "to", "source", NULL};
    static const char *const people[] = {"name", "gender", "country", "surnames", "bare", "names", NULL};
    static const char *const names[] = {"kind", "word", NULL};
    static const char *const places[] = {"name",      "names",    "country", "admin1", "latitude",
                                         "longitude", "geonames", "kind",    NULL};
    static const char *const governors[] = {"kind", "lemma", NULL};
    static const char *const times[] = {"kind", "word", "value", NULL};
    find_build build = {.arena = arena, .folder = data_folder, .error = error};
    drg_status status = read_list(&build, "actors/countries.tsv", countries, add_country);
    if (status == DRG_OK) status = read_list(&build, "actors/organizations.tsv", organizations, add_organization);
    if (status == DRG_OK) status = read_list(&build, "actors/groups.tsv", organizations, add_organization);
    if (status == DRG_OK) status = read_list(&build, "actors/media.tsv", organizations, add_organization);
    if (status == DRG_OK) status = read_list(&build, "actors/offices.tsv", offices, add_office);
    if (status == DRG_OK) status = read_list(&build, "actors/holders.tsv", holders, add_post);
    if (status == DRG_OK) status = read_list(&build, "actors/people.tsv", people, add_person);
    if (status == DRG_OK) status = read_list(&build, "actors/names.tsv", names, add_name);
    if (status == DRG_OK) status = read_list(&build, "places/places.tsv", places, add_place);
    if (status == DRG_OK) status = read_list(&build, "places/governors.tsv", governors, add_governor);
    if (status == DRG_OK) status = read_list(&build, "time/words.tsv", times, add_time);
    if (status == DRG_OK) put_sections(&build, builder);
    return status;
}
