/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/actors, data/places, data/time, as the files beside this one read them. Out: the sections
 * that lists.c reads. A wrong line is refused with file, line, column, value and what was expected. */
#include "find/list_builder.h"

/* ---- cells */

void find_put(find_build *build, find_cells *cells, uint32_t number)
{
    base_push(build->arena, cells) = number;
}

void find_put_text(find_build *build, find_cells *cells, drg_text text)
{
    uint32_t *at = base_map_put(build->arena, &build->pooled, base_text_copy(build->arena, text), DRG_NONE);
    if (*at == DRG_NONE) {
        *at = (uint32_t)build->pool.count;
        for (size_t i = 0; i < text.size; i++) base_push(build->arena, &build->pool) = text.data[i];
    }
    find_put(build, cells, *at);
    find_put(build, cells, (uint32_t)text.size);
}

/* ---- forms */

void find_add_form(find_build *build, drg_text text, find_use use, uint32_t row)
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

void find_add_forms(find_build *build, const find_tsv *list, size_t column, find_use use, uint32_t row)
{
    drg_texts parts = find_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++) find_add_form(build, parts.items[i], use, row);
}

/* ---- checks */

static bool is_country(drg_text code)
{
    if (base_text_is(code, "---")) return true;
    for (size_t i = 0; i < code.size; i++)
        if (code.data[i] < 'A' || code.data[i] > 'Z') return false;
    return code.size == 3;
}

drg_status find_check_country(const find_tsv *list, size_t column, bool optional)
{
    drg_text code = list->fields[column];
    if ((optional && !code.size) || is_country(code)) return DRG_OK;
    return find_tsv_wrong(list, column, code, "an ISO 3166-1 alpha-3 code, or --- for international");
}

drg_status find_check_sectors(const find_tsv *list, size_t column)
{
    drg_texts parts = find_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++)
        if (!record_sector_exists(parts.items[i]))
            return find_tsv_wrong(list, column, parts.items[i], "a PLOVER sector");
    return DRG_OK;
}

drg_status find_check_day(const find_tsv *list, size_t column)
{
    drg_text day = list->fields[column];
    if (!day.size || record_day_exists(day)) return DRG_OK;
    return find_tsv_wrong(list, column, day, "a date YYYY-MM-DD, or nothing");
}

drg_status find_check_some(const find_tsv *list, size_t column)
{
    return list->fields[column].size ? DRG_OK : find_tsv_wrong(list, column, list->fields[column], "some text");
}

/* The index of the field among `words`. */
drg_status find_check_word(const find_tsv *list, size_t column, const char *const *words, const char *expected,
                           uint32_t *ret_index)
{
    for (uint32_t i = 0; words[i]; i++)
        if (base_text_is(list->fields[column], words[i])) {
            *ret_index = i;
            return DRG_OK;
        }
    return find_tsv_wrong(list, column, list->fields[column], expected);
}

/* ---- numbers */

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

drg_status find_check_number(const find_tsv *list, size_t column, double limit, double *ret_number)
{
    drg_text field = list->fields[column];
    if (!read_decimal(field, ret_number) || !(*ret_number >= -limit && *ret_number <= limit))
        return find_tsv_wrong(list, column, field, "a number within its bounds");
    return DRG_OK;
}

/* ---- files */

drg_status find_read_list(find_build *build, const char *file, const char *const *columns, find_add_line *add)
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

drg_status find_read_folder(find_build *build, const char *folder, const char *const *columns, find_add_line *add)
{
    drg_texts names;
    const char *path = base_text_format(build->arena, "%s/%s", build->folder, folder).data;
    drg_status status = base_folder_list(build->arena, path, ".tsv", false, &names, build->error);
    for (size_t i = 0; status == DRG_OK && i < names.count; i++) {
        drg_text file = base_text_format(build->arena, "%s/%.*s", folder, BASE_PRINT(names.items[i]));
        status = find_read_list(build, file.data, columns, add);
    }
    return status;
}

/* ---- sections */

static void put_forms(find_build *build)
{
    for (size_t i = 0; i < build->gathered.count; i++) {
        const find_gathered *form = &build->gathered.items[i];
        find_put_text(build, &build->forms, form->text);
        find_put(build, &build->forms, form->use);
        find_put(build, &build->forms, form->row);
        find_put(build, &build->forms, form->after ? form->after - 1 : DRG_NONE);
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

drg_status find_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error)
{
    find_build build = {.arena = arena, .folder = data_folder, .error = error};
    drg_status status = find_build_actors(&build);
    if (status == DRG_OK) status = find_build_places(&build);
    if (status == DRG_OK) status = find_build_times(&build);
    if (status == DRG_OK) put_sections(&build, builder);
    return status;
}
