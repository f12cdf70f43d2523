/* SPDX-License-Identifier: Apache-2.0
 *
 * In: our own lists under data/places and, where one is given, a file with the columns of a GeoNames dump
 * (geonames.org, "readme.txt" of its exports). Out: the sections that gazetteer.c reads. One row a place: a line of the
 * dump with the number of a listed place adds to that row. Of the other names of a dump's place only those in Latin
 * letters are kept, and only for places that reports abroad would name; codes of airports are left out. */
#include "find/gazetteer.h"

#include <stdlib.h>

#include "find/list_builder.h"

#define GAZETTEER_BEARERS 96     /* most bearers of one name that are kept, the most populous first */
#define GAZETTEER_ALIASED 100000 /* inhabitants from which on a town's other names are kept */
#define GAZETTEER_SEAT 20000     /* the same for seats of first-level divisions */
#define GAZETTEER_NAME_BYTES 96  /* longest name */
#define GAZETTEER_ALIAS_COLUMN 3 /* of the dump */

typedef struct spot_row {
    drg_text name;
    uint32_t country, admin1, admin2; /* 1 + row */
    uint32_t latitude, longitude, geonames, population, land, marks;
} spot_row;

typedef struct spot_name {
    drg_text key;
    uint32_t row, how, after; /* after: 1 + index of the next of the same key */
} spot_name;

typedef struct spot_build {
    find_build lists; /* for find_read_list */
    base_arena *arena;
    drg_error *error;
    BASE_VECTOR(spot_row) rows;
    BASE_VECTOR(spot_name) names;
    BASE_VECTOR(drg_text) keys, codes, words, cues;
    BASE_VECTOR(uint32_t) cue_rows; /* of the country of each cue */
    base_map cue_of;
    base_map word_sets;                     /* word -> set of find_place_word */
    base_map first_name;                    /* key -> 1 + index of the first name */
    base_map by_geonames;                   /* number as text -> row */
    base_map by_alpha3, by_alpha2, by_code; /* "USA", "US", "US.LA", "US.LA.079" -> row */
    base_map by_division;                   /* "USA/louisiana" -> row */
} spot_build;

/* The lists are read with find_read_list, which hands on the first member. */
static spot_build *outer(find_build *lists)
{
    return (spot_build *)(void *)lists;
}

/* ---- names */

static void add_name(spot_build *build, drg_text name, uint32_t row, uint32_t how)
{
    if (name.size > 1 && name.data[name.size - 1] == '?') {
        name.size--;
        how |= FIND_BORNE_BEHIND;
    }
    drg_text key = find_key_of(build->arena, name);
    if (!key.size || key.size > GAZETTEER_NAME_BYTES) return;
    uint32_t *first = base_map_put(build->arena, &build->first_name, key, 0);
    if (!*first) base_push(build->arena, &build->keys) = key;
    uint32_t *link = first;
    while (*link) {
        spot_name *other = &build->names.items[*link - 1];
        if (other->row == row) {
            other->how = (other->how & how) | ((other->how | how) & FIND_BORNE_LISTED);
            return;
        }
        link = &other->after;
    }
    *link = (uint32_t)build->names.count + 1;
    base_push(build->arena, &build->names) = (spot_name){key, row, how, 0};
}

static void add_parts(spot_build *build, const base_tsv *list, size_t column, uint32_t row, uint32_t how)
{
    drg_texts parts = base_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++) add_name(build, parts.items[i], row, how);
}

/* A name in Latin letters that starts with a capital and is no code: "AXN". */
static bool is_readable(drg_text name)
{
    size_t letters = 0, upper = 0;
    int32_t first = 0;
    for (size_t at = 0; at < name.size;) {
        int32_t point;
        at += base_utf8_next(name, at, &point);
        if (point >= 0x250 && !(point >= 0x1E00 && point < 0x1F00) && !(point >= 0x2018 && point <= 0x2019))
            return false;
        if (point < 0 || (point >= '0' && point <= '9') || point == '(' || point == '/') return false;
        if (!first) first = point;
        letters += base_point_is_letter(point);
        upper += base_point_is_upper(point);
    }
    return letters >= 3 && upper < letters && base_point_is_upper(first);
}

static void add_aliases(spot_build *build, drg_text field, uint32_t row)
{
    while (field.size) {
        size_t size = 0;
        while (size < field.size && field.data[size] != ',') size++;
        drg_text name = base_text_trim(base_text_slice(field, 0, size));
        if (is_readable(name)) add_name(build, name, row, FIND_BORNE_OTHER);
        field = base_text_slice(field, size < field.size ? size + 1 : size, field.size);
    }
}

/* ---- our own lists */

static uint32_t millionths(double degrees)
{
    return (uint32_t)(int32_t)(degrees * 1e6 + (degrees < 0 ? -0.5 : 0.5));
}

static drg_status read_position(const base_tsv *list, size_t latitude, size_t longitude, spot_row *row)
{
    double north = 0, east = 0;
    drg_status status = find_check_number(list, latitude, 90, &north);
    if (status == DRG_OK) status = find_check_number(list, longitude, 180, &east);
    if (status != DRG_OK) return status;
    row->latitude = millionths(north);
    row->longitude = millionths(east);
    if (list->fields[latitude].size && list->fields[longitude].size) row->marks |= FIND_LOCATED;
    return DRG_OK;
}

static drg_status read_count(const base_tsv *list, size_t column, uint32_t *ret_count)
{
    double number = 0;
    drg_status status = find_check_number(list, column, UINT32_MAX, &number);
    if (status == DRG_OK && number < 0)
        status = base_tsv_wrong(list, column, list->fields[column], "a number that is not negative");
    if (status == DRG_OK) *ret_count = (uint32_t)number;
    return status;
}

static uint32_t push_row(spot_build *build, spot_row row, drg_text geonames)
{
    uint32_t index = (uint32_t)build->rows.count;
    base_push(build->arena, &build->rows) = row;
    if (row.geonames) *base_map_put(build->arena, &build->by_geonames, geonames, index) = index;
    return index;
}

static drg_status add_code(spot_build *build, const base_tsv *list, size_t column, base_map *map, uint32_t row)
{
    uint32_t *known = base_map_put(build->arena, map, list->fields[column], DRG_NONE);
    if (*known != DRG_NONE)
        return base_tsv_wrong(list, column, list->fields[column], "a code that stands nowhere else in the lists");
    *known = row;
    return DRG_OK;
}

static drg_status add_country(find_build *lists, const base_tsv *list)
{
    spot_build *build = outer(lists);
    spot_row row = {.land = FIND_LAND_COUNTRY, .marks = FIND_KNOWN, .name = list->fields[2]};
    uint32_t radius = 0, index = (uint32_t)build->rows.count;
    row.country = index + 1;
    drg_status status = find_check_country(list, 0, false);
    if (status == DRG_OK && list->fields[1].size != 2)
        status = base_tsv_wrong(list, 1, list->fields[1], "an ISO 3166-1 alpha-2 code");
    if (status == DRG_OK) status = find_check_some(list, 2);
    if (status == DRG_OK) status = read_count(list, 3, &row.geonames);
    if (status == DRG_OK) status = read_position(list, 4, 5, &row);
    if (status == DRG_OK) status = read_count(list, 6, &radius);
    if (status == DRG_OK) status = read_count(list, 7, &row.population);
    if (status == DRG_OK) status = add_code(build, list, 0, &build->by_alpha3, index);
    if (status == DRG_OK) status = add_code(build, list, 1, &build->by_alpha2, index);
    if (status != DRG_OK) return status;
    base_push(build->arena, &build->codes) = list->fields[0];
    push_row(build, row, list->fields[3]);
    add_name(build, row.name, index, 0);
    return DRG_OK;
}

/* "US" of "US.LA.079", "US.LA" of the same. */
static drg_text code_part(drg_text code, size_t parts)
{
    size_t size = 0;
    for (; size < code.size; size++)
        if (code.data[size] == '.' && !--parts) break;
    return base_text_slice(code, 0, size);
}

static size_t code_depth(drg_text code)
{
    size_t depth = 1;
    for (size_t i = 0; i < code.size; i++) depth += code.data[i] == '.';
    return depth;
}

static drg_text division_key(spot_build *build, drg_text country, drg_text name)
{
    drg_text key = find_key_of(build->arena, name);
    return base_text_format(build->arena, "%.*s/%.*s", BASE_PRINT(country), BASE_PRINT(key));
}

static void add_division_name(spot_build *build, uint32_t country, drg_text name, uint32_t row)
{
    drg_text code = build->codes.items[country];
    base_map_put(build->arena, &build->by_division, division_key(build, code, name), row); /* the first one keeps it */
}

static drg_status add_division(find_build *lists, const base_tsv *list)
{
    spot_build *build = outer(lists);
    drg_text code = list->fields[0];
    size_t depth = code_depth(code);
    uint32_t country = base_map_get(&build->by_alpha2, code_part(code, 1));
    if (depth < 2 || depth > 3 || country == DRG_NONE)
        return base_tsv_wrong(list, 0, code, "a code such as US.LA of a country of places/countries.tsv");
    uint32_t above = depth == 3 ? base_map_get(&build->by_code, code_part(code, 2)) : DRG_NONE;
    if (depth == 3 && above == DRG_NONE)
        return base_tsv_wrong(list, 0, code, "a code whose first-level division stands in the lists before it");
    spot_row row = {.land = depth == 2 ? FIND_LAND_DIVISION : FIND_LAND_COUNTY, .marks = FIND_KNOWN};
    uint32_t index = (uint32_t)build->rows.count;
    row.name = list->fields[1];
    row.country = country + 1;
    row.admin1 = depth == 2 ? index + 1 : above + 1;
    row.admin2 = depth == 3 ? index + 1 : 0;
    drg_status status = find_check_some(list, 1);
    if (status == DRG_OK) status = read_count(list, 3, &row.geonames);
    if (status == DRG_OK) status = read_position(list, 4, 5, &row);
    if (status == DRG_OK) status = read_count(list, 6, &row.population);
    if (status == DRG_OK) status = add_code(build, list, 0, &build->by_code, index);
    if (status != DRG_OK) return status;
    push_row(build, row, list->fields[3]);
    add_name(build, row.name, index, 0);
    add_parts(build, list, 2, index, 0);
    if (depth == 2) add_division_name(build, country, row.name, index);
    return DRG_OK;
}

static drg_status add_place(find_build *lists, const base_tsv *list)
{
    static const char *const kinds[] = {"city", "region", "site", NULL};
    static const find_land lands[] = {FIND_LAND_TOWN, FIND_LAND_REGION, FIND_LAND_SITE};
    spot_build *build = outer(lists);
    spot_row row = {.marks = FIND_KNOWN, .name = list->fields[0]};
    uint32_t kind = 0;
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_country(list, 2, true);
    if (status == DRG_OK) status = read_position(list, 4, 5, &row);
    if (status == DRG_OK) status = read_count(list, 6, &row.geonames);
    if (status == DRG_OK) status = find_check_word(list, 7, kinds, "city, region or site", &kind);
    if (status != DRG_OK) return status;
    row.land = lands[kind];
    uint32_t country = base_map_get(&build->by_alpha3, list->fields[2]);
    if (country != DRG_NONE) row.country = country + 1;
    uint32_t admin1 = base_map_get(&build->by_division, division_key(build, list->fields[2], list->fields[3]));
    if (admin1 != DRG_NONE) row.admin1 = admin1 + 1;
    uint32_t same = row.geonames ? base_map_get(&build->by_geonames, list->fields[6]) : DRG_NONE;
    if (same == DRG_NONE && kind == 1) /* a region that the divisions have already */
        same = base_map_get(&build->by_division, division_key(build, list->fields[2], list->fields[0]));
    uint32_t index = same != DRG_NONE ? same : push_row(build, row, list->fields[6]);
    if (row.marks & FIND_LOCATED) {
        build->rows.items[index].latitude = row.latitude;
        build->rows.items[index].longitude = row.longitude;
    }
    add_name(build, row.name, index, FIND_BORNE_LISTED);
    add_parts(build, list, 1, index, FIND_BORNE_LISTED);
    return DRG_OK;
}

static drg_status add_word(find_build *lists, const base_tsv *list)
{
    static const char *const kinds[] = {"generic", "follower", "common", "direction", NULL};
    spot_build *build = outer(lists);
    uint32_t kind = 0;
    drg_status status = find_check_word(list, 0, kinds, "generic, follower, common or direction", &kind);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *set = base_map_put(build->arena, &build->word_sets, list->fields[1], 0);
    if (*set & 1U << kind) return base_tsv_wrong(list, 1, list->fields[1], "a word once of each kind");
    if (!*set) base_push(build->arena, &build->words) = list->fields[1];
    *set |= 1U << kind;
    return DRG_OK;
}

static drg_status add_cue(find_build *lists, const base_tsv *list)
{
    spot_build *build = outer(lists);
    uint32_t country = base_map_get(&build->by_alpha3, list->fields[0]);
    if (country == DRG_NONE) return base_tsv_wrong(list, 0, list->fields[0], "a code of places/countries.tsv");
    drg_status status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *known = base_map_put(build->arena, &build->cue_of, list->fields[1], DRG_NONE);
    if (*known != DRG_NONE)
        return base_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *known = country;
    base_push(build->arena, &build->cues) = list->fields[1];
    base_push(build->arena, &build->cue_rows) = country;
    return DRG_OK;
}

/* ---- the dump */

static uint32_t seat_marks(drg_text feature)
{
    if (base_text_is(feature, "PPLC")) return FIND_CAPITAL_OF | FIND_SEAT_1;
    if (base_text_is(feature, "PPLA")) return FIND_SEAT_1;
    return base_text_is(feature, "PPLA2") ? FIND_SEAT_2 : 0;
}

static drg_text dump_code(spot_build *build, const base_tsv *list, bool county)
{
    return county
               ? base_text_format(build->arena, "%.*s.%.*s.%.*s", BASE_PRINT(list->fields[8]),
                                  BASE_PRINT(list->fields[10]), BASE_PRINT(list->fields[11]))
               : base_text_format(build->arena, "%.*s.%.*s", BASE_PRINT(list->fields[8]), BASE_PRINT(list->fields[10]));
}

static drg_status read_dump_line(spot_build *build, const base_tsv *list, spot_row *row)
{
    drg_status status = read_count(list, 0, &row->geonames);
    if (status == DRG_OK && !row->geonames) status = base_tsv_wrong(list, 0, list->fields[0], "a number of GeoNames");
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_some(list, 4);
    if (status == DRG_OK) status = find_check_some(list, 5);
    if (status == DRG_OK) status = read_position(list, 4, 5, row);
    if (status == DRG_OK && !base_text_is(list->fields[6], "P"))
        status = base_tsv_wrong(list, 6, list->fields[6], "P, a populated place");
    uint32_t country = base_map_get(&build->by_alpha2, list->fields[8]);
    if (status == DRG_OK && country == DRG_NONE)
        status = base_tsv_wrong(list, 8, list->fields[8], "an alpha-2 code of places/countries.tsv");
    if (status == DRG_OK) status = read_count(list, 14, &row->population);
    row->country = country + 1;
    return status;
}

static drg_status add_dump_line(find_build *lists, const base_tsv *list)
{
    spot_build *build = outer(lists);
    spot_row row = {.name = list->fields[1]};
    drg_status status = read_dump_line(build, list, &row);
    if (status != DRG_OK) return status;
    row.land = base_text_is(list->fields[7], "PPLX") ? FIND_LAND_QUARTER : FIND_LAND_TOWN;
    row.marks |= seat_marks(list->fields[7]);
    uint32_t admin1 = base_map_get(&build->by_code, dump_code(build, list, false));
    uint32_t admin2 = base_map_get(&build->by_code, dump_code(build, list, true));
    row.admin1 = admin1 == DRG_NONE ? 0 : admin1 + 1;
    row.admin2 = admin2 == DRG_NONE ? 0 : admin2 + 1;
    uint32_t index = base_map_get(&build->by_geonames, list->fields[0]);
    if (index != DRG_NONE) {
        row.name = build->rows.items[index].name;
        row.marks |= build->rows.items[index].marks;
        build->rows.items[index] = row;
    } else {
        index = push_row(build, row, list->fields[0]);
    }
    add_name(build, list->fields[1], index, 0);
    add_name(build, list->fields[2], index, 0);
    if (row.population >= GAZETTEER_ALIASED || (row.marks & FIND_SEAT_1 && row.population >= GAZETTEER_SEAT))
        add_aliases(build, list->fields[GAZETTEER_ALIAS_COLUMN], index);
    return DRG_OK;
}

/* ---- sections */

static void put_rows(spot_build *build, model_builder *builder)
{
    model_bytes pool = {.arena = build->arena}, cells = {.arena = build->arena};
    base_map pooled = {0};
    BASE_VECTOR(uint32_t) word_values = {0};
    model_put_u32(&cells, (uint32_t)build->rows.count);
    for (size_t i = 0; i < build->rows.count; i++) {
        const spot_row *row = &build->rows.items[i];
        if (i < build->codes.count) model_put_raw(&pool, build->codes.items[i].data, 3);
        uint32_t fresh = (uint32_t)pool.data.count;
        uint32_t *at = base_map_put(build->arena, &pooled, row->name, fresh);
        if (i < build->codes.count) *at = fresh;
        if (*at == fresh) model_put_raw(&pool, row->name.data, row->name.size);
        const uint32_t numbers[FIND_SPOT_COLUMNS] = {
            *at,           (uint32_t)row->name.size, row->country,  row->admin1,     row->admin2,
            row->latitude, row->longitude,           row->geonames, row->population, row->land | row->marks << 8};
        for (size_t k = 0; k < FIND_SPOT_COLUMNS; k++) model_put_u32(&cells, numbers[k]);
    }
    uint32_t *values = BASE_ARRAY(build->arena, uint32_t, build->codes.count + 1);
    for (size_t i = 0; i < build->codes.count; i++) values[i] = (uint32_t)i;
    model_put_table(&cells, build->codes.items, values, build->codes.count);
    for (size_t i = 0; i < build->words.count; i++)
        base_push(build->arena, &word_values) = base_map_get(&build->word_sets, build->words.items[i]);
    model_put_table(&cells, build->words.items, word_values.items, build->words.count);
    model_put_table(&cells, build->cues.items, build->cue_rows.items, build->cues.count);
    model_builder_section(builder, "find.spot-pool", pool.data.items, pool.data.count);
    model_builder_section(builder, "find.spots", cells.data.items, cells.data.count);
}

typedef struct bearer {
    uint32_t population, row, how;
} bearer;

static int compare_bearers(const void *a, const void *b)
{
    const bearer *one = a, *two = b;
    if (one->population != two->population) return one->population < two->population ? 1 : -1;
    return (one->row > two->row) - (one->row < two->row);
}

static void put_entry(model_bytes *entries, drg_text key, bearer *bearers, size_t count)
{
    qsort(bearers, count, sizeof *bearers, compare_bearers);
    if (count > GAZETTEER_BEARERS) count = GAZETTEER_BEARERS;
    model_put_text(entries, key);
    model_put_align(entries, 4);
    model_put_u32(entries, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        model_put_u32(entries, bearers[i].row);
        model_put_u32(entries, bearers[i].how);
    }
}

/* Slots for the entries at `offsets`; false when a search would have to look at more than FIND_PROBES. */
static bool fill_slots(spot_build *build, uint32_t *slots, uint32_t slot_count, const uint32_t *offsets)
{
    memset(slots, 0, (size_t)slot_count * 2 * sizeof *slots);
    for (size_t i = 0; i < build->keys.count; i++) {
        uint32_t hash = (uint32_t)base_text_hash(build->keys.items[i]), probe = 0;
        while (probe < FIND_PROBES && slots[2 * ((hash + probe) & (slot_count - 1))]) probe++;
        if (probe == FIND_PROBES) return false;
        size_t at = (hash + probe) & (slot_count - 1);
        slots[2 * at] = offsets[i] + 1;
        slots[2 * at + 1] = hash;
    }
    return true;
}

static void put_names(spot_build *build, model_builder *builder)
{
    model_bytes entries = {.arena = build->arena}, bytes = {.arena = build->arena};
    uint32_t *offsets = BASE_ARRAY(build->arena, uint32_t, build->keys.count + 1);
    BASE_VECTOR(bearer) bearers = {0};
    for (size_t i = 0; i < build->keys.count; i++) {
        bearers.count = 0;
        for (uint32_t at = base_map_get(&build->first_name, build->keys.items[i]); at;) {
            const spot_name *name = &build->names.items[at - 1];
            base_push(build->arena, &bearers) = (bearer){build->rows.items[name->row].population, name->row, name->how};
            at = name->after;
        }
        offsets[i] = (uint32_t)entries.data.count;
        put_entry(&entries, build->keys.items[i], bearers.items, bearers.count);
    }
    uint32_t slot_count = 2, *slots = NULL;
    while (slot_count / 2 < build->keys.count) slot_count *= 2;
    for (;; slot_count *= 2) {
        slots = BASE_ARRAY(build->arena, uint32_t, (size_t)slot_count * 2);
        if (fill_slots(build, slots, slot_count, offsets)) break;
    }
    model_put_u32(&bytes, slot_count);
    model_put_u32(&bytes, (uint32_t)entries.data.count);
    for (size_t i = 0; i < (size_t)slot_count * 2; i++) model_put_u32(&bytes, slots[i]);
    model_put_raw(&bytes, entries.data.items, entries.data.count);
    model_builder_section(builder, "find.spot-names", bytes.data.items, bytes.data.count);
}

/* ---- files */

static drg_status read_dump(spot_build *build, const char *path, model_builder *builder)
{
    static const char *const columns[] = {"geonameid",    "name",        "asciiname",         "alternatenames",
                                          "latitude",     "longitude",   "feature class",     "feature code",
                                          "country code", "cc2",         "admin1 code",       "admin2 code",
                                          "admin3 code",  "admin4 code", "population",        "elevation",
                                          "dem",          "timezone",    "modification date", NULL};
    base_tsv list;
    drg_status status = base_tsv_open_path(&list, build->arena, path, columns, BOUND_GAZETTEER_BYTES, build->error);
    if (status != DRG_OK) return status;
    char *digits = base_arena_take(build->arena, 65);
    model_sha256(list.rest, digits);
    model_builder_value(builder, BASE_LITERAL("sha256/gazetteer"), (drg_text){digits, 64});
    model_builder_value(builder, BASE_LITERAL("source/gazetteer"),
                        BASE_LITERAL("GeoNames (geonames.org), populated places"));
    model_builder_value(builder, BASE_LITERAL("licence/gazetteer"),
                        BASE_LITERAL(
                            "CC BY 4.0, GeoNames (geonames.org), https://creativecommons.org/licenses/by/4.0/"));
    for (bool end = false; status == DRG_OK;) {
        status = base_tsv_next(&list, &end);
        if (end) break;
        if (status == DRG_OK) status = add_dump_line(&build->lists, &list);
    }
    return status;
}

drg_status find_gazetteer_compile(base_arena *arena, const char *data_folder, const char *gazetteer,
                                  model_builder *builder, drg_error *error)
{
    static const char *const countries[] = {"code",      "alpha2", "name",       "geonames", "latitude",
                                            "longitude", "radius", "population", NULL};
    static const char *const divisions[] = {"code",     "name",      "names",      "geonames",
                                            "latitude", "longitude", "population", NULL};
    static const char *const cues[] = {"country", "word", NULL};
    static const char *const words[] = {"kind", "word", NULL};
    spot_build build = {.arena = arena, .error = error};
    build.lists = (find_build){.arena = arena, .folder = data_folder, .error = error};
    drg_status status = find_read_list(&build.lists, "places/countries.tsv", countries, add_country);
    if (status == DRG_OK) status = find_read_folder(&build.lists, "places/divisions", divisions, add_division);
    if (status == DRG_OK) status = find_read_folder(&build.lists, "places/counties", divisions, add_division);
    if (status == DRG_OK) status = find_read_place_lists(&build.lists, add_place);
    if (status == DRG_OK) status = find_read_list(&build.lists, "places/words.tsv", words, add_word);
    if (status == DRG_OK) status = find_read_list(&build.lists, "places/cues.tsv", cues, add_cue);
    if (status == DRG_OK && gazetteer) status = read_dump(&build, gazetteer, builder);
    if (status != DRG_OK) return status;
    put_rows(&build, builder);
    put_names(&build, builder);
    return DRG_OK;
}
