/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/actors, data/places, data/time, as the files beside this one read them. Out: the sections
 * that lists.c reads. A wrong line is refused with file, line, column, value and what was expected. */
#include "find/list_builder.h"

#include "find/gazetteer.h"

#include "find/calendar.h"

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

/* ---- checks */

static bool is_country(drg_text code)
{
    if (base_text_is(code, "---")) return true;
    for (size_t i = 0; i < code.size; i++)
        if (code.data[i] < 'A' || code.data[i] > 'Z') return false;
    return code.size == 3;
}

drg_status find_check_country(const base_tsv *list, size_t column, bool optional)
{
    drg_text code = list->fields[column];
    if ((optional && !code.size) || is_country(code)) return DRG_OK;
    return base_tsv_wrong(list, column, code, "an ISO 3166-1 alpha-3 code, or --- for international");
}

drg_status find_check_sectors(const base_tsv *list, size_t column)
{
    drg_texts parts = base_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++)
        if (!record_sector_exists(parts.items[i]))
            return base_tsv_wrong(list, column, parts.items[i], "a PLOVER sector");
    return DRG_OK;
}

drg_status find_check_state(const find_build *build, const base_tsv *list, size_t column)
{
    drg_status status = find_check_country(list, column, false);
    drg_text code = list->fields[column];
    if (status != DRG_OK || base_text_is(code, "---") || base_map_get(&build->codes, code) != DRG_NONE) return status;
    return base_tsv_wrong(list, column, code, "a code of actors/countries.tsv, or --- for international");
}

/* The number in that many digits at `at`, -1 when there is none. */
static int32_t digits_at(drg_text text, size_t at, size_t count)
{
    int32_t number = 0;
    if (at + count > text.size) return -1;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return -1;
        number = number * 10 + (text.data[i] - '0');
    }
    return number;
}

static bool read_date(drg_text text, find_period *ret_days)
{
    *ret_days = FIND_ALWAYS;
    if (!text.size) return true;
    if (text.size == 10) {
        if (!record_day_exists(text) || !find_day_read(text, &ret_days->from)) return false;
        ret_days->to = ret_days->from;
        return true;
    }
    int32_t year = digits_at(text, 0, 4), month = text.size == 7 ? digits_at(text, 5, 2) : 1;
    if ((text.size != 4 && (text.size != 7 || text.data[4] != '-')) || year < 1 || month < 1 || month > 12)
        return false;
    int32_t last = text.size == 7 ? month : 12;
    ret_days->from = find_day_number(year, month, 1);
    ret_days->to = find_day_number(year, last, find_month_length(year, last));
    return true;
}

drg_status find_check_date(const base_tsv *list, size_t column, find_period *ret_days)
{
    drg_text date = list->fields[column];
    if (read_date(date, ret_days)) return DRG_OK;
    return base_tsv_wrong(list, column, date, "a date YYYY, YYYY-MM or YYYY-MM-DD, or nothing");
}

/* "NAME@FROM..TO", "NAME@FROM..TO!": takes the dates off the form's text and narrows its period to them. */
static drg_status read_validity(const base_tsv *list, size_t column, find_gathered *form)
{
    drg_text whole = form->text;
    size_t at = 0, dots = 0;
    while (at < whole.size && whole.data[at] != '@') at++;
    if (at == whole.size) return DRG_OK;
    form->strict = whole.data[whole.size - 1] == '!';
    size_t end = whole.size - form->strict;
    for (dots = at; dots + 1 < end && !(whole.data[dots] == '.' && whole.data[dots + 1] == '.');) dots++;
    find_period from = FIND_ALWAYS, to = FIND_ALWAYS;
    bool good = dots + 1 < end && read_date(base_text_slice(whole, at + 1, dots), &from) &&
                read_date(base_text_slice(whole, dots + 2, end), &to) && from.from <= to.to;
    if (!good) return base_tsv_wrong(list, column, whole, "a name with its time as NAME@FROM..TO or NAME@FROM..TO!");
    form->text = base_text_slice(whole, 0, at);
    if (from.from > form->period.from) form->period.from = from.from;
    if (to.to < form->period.to) form->period.to = to.to;
    return DRG_OK;
}

drg_status find_check_some(const base_tsv *list, size_t column)
{
    return list->fields[column].size ? DRG_OK : base_tsv_wrong(list, column, list->fields[column], "some text");
}

/* The index of the field among `words`. */
drg_status find_check_word(const base_tsv *list, size_t column, const char *const *words, const char *expected,
                           uint32_t *ret_index)
{
    for (uint32_t i = 0; words[i]; i++)
        if (base_text_is(list->fields[column], words[i])) {
            *ret_index = i;
            return DRG_OK;
        }
    return base_tsv_wrong(list, column, list->fields[column], expected);
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

drg_status find_check_number(const base_tsv *list, size_t column, double limit, double *ret_number)
{
    drg_text field = list->fields[column];
    if (!read_decimal(field, ret_number) || !(*ret_number >= -limit && *ret_number <= limit))
        return base_tsv_wrong(list, column, field, "a number within its bounds");
    return DRG_OK;
}

/* ---- forms */

/* Puts the form into its chain, behind those of the same and of preferred uses; the same form twice is one. */
static void gather(find_build *build, find_chains *chains, find_gathered form)
{
    form.key = find_key_of(build->arena, form.text);
    if (!form.key.size || form.key.size > FIND_KEY_BYTES) return;
    uint32_t *link = base_map_put(build->arena, &chains->first, form.key, 0);
    if (!*link) base_push(build->arena, &chains->keys) = form.key;
    while (*link) {
        find_gathered *other = &build->gathered.items[*link - 1];
        if (other->use == form.use && other->row == form.row && base_text_equal(other->text, form.text)) return;
        if (other->use > form.use) break;
        link = &other->after;
    }
    form.after = *link;
    *link = (uint32_t)build->gathered.count + 1;
    base_push(build->arena, &build->gathered) = form;
}

void find_add_form(find_build *build, drg_text text, find_use use, uint32_t row)
{
    gather(build, &build->wordings, (find_gathered){.text = text, .use = use, .row = row, .period = FIND_ALWAYS});
}

void find_add_forms(find_build *build, const base_tsv *list, size_t column, find_use use, uint32_t row)
{
    drg_texts parts = base_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++) find_add_form(build, parts.items[i], use, row);
}

void find_add_surname(find_build *build, drg_text text, uint32_t row)
{
    gather(build, &build->surnames,
           (find_gathered){.text = text, .use = FIND_SURNAME, .row = row, .period = FIND_ALWAYS});
}

drg_status find_add_names(find_build *build, const base_tsv *list, size_t column, find_use use, uint32_t row,
                          find_period period)
{
    drg_texts parts = base_tsv_parts(list, list->fields[column]);
    for (size_t i = 0; i < parts.count; i++) {
        find_gathered form = {.text = parts.items[i], .use = use, .row = row, .period = period};
        drg_status status = read_validity(list, column, &form);
        if (status != DRG_OK) return status;
        bool common = use == FIND_NAME && form.text.size > 1 && form.text.data[form.text.size - 1] == '?';
        if (common) form.use = FIND_COMMON_NAME;
        if (common) form.text.size--;
        gather(build, &build->wordings, form);
    }
    return DRG_OK;
}

/* ---- files */

drg_status find_read_list(find_build *build, const char *file, const char *const *columns, find_add_line *add)
{
    base_tsv list;
    drg_status status = base_tsv_open(&list, build->arena, build->folder, file, columns, build->error);
    for (bool end = false; status == DRG_OK;) {
        status = base_tsv_next(&list, &end);
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

drg_status find_read_more(find_build *build, const char *folder, const char *const *columns, find_add_line *add)
{
    const char *path = base_text_format(build->arena, "%s/%s", build->folder, folder).data;
    return base_folder_exists(path) ? find_read_folder(build, folder, columns, add) : DRG_OK;
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
        find_put(build, &build->forms, (uint32_t)form->period.from);
        find_put(build, &build->forms, (uint32_t)form->period.to);
        find_put(build, &build->forms, form->strict);
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

static void put_chains(find_build *build, model_bytes *bytes, const find_chains *chains)
{
    uint32_t *rows = BASE_ARRAY(build->arena, uint32_t, chains->keys.count + 1);
    for (size_t i = 0; i < chains->keys.count; i++) rows[i] = base_map_get(&chains->first, chains->keys.items[i]) - 1;
    model_put_table(bytes, chains->keys.items, rows, chains->keys.count);
}

/* For each first word of a wording: the size of the longest that starts with it. */
static void put_leads(find_build *build, model_bytes *bytes)
{
    BASE_VECTOR(drg_text) leads = {0};
    base_map longest = {0};
    for (size_t i = 0; i < build->wordings.keys.count; i++) {
        drg_text key = build->wordings.keys.items[i], lead = find_key_lead(key);
        uint32_t *size = base_map_put(build->arena, &longest, lead, 0);
        if (!*size) base_push(build->arena, &leads) = lead;
        if (*size < key.size) *size = (uint32_t)key.size;
    }
    put_map(build, bytes, &longest, leads.items, leads.count);
}

static void put_sections(find_build *build, model_builder *builder)
{
    put_forms(build);
    put_sheet(build, builder, "find.actors", &build->actors, FIND_ACTOR_COLUMNS);
    put_sheet(build, builder, "find.forms", &build->forms, FIND_FORM_COLUMNS);
    put_sheet(build, builder, "find.roles", &build->roles, FIND_ROLE_COLUMNS);
    put_sheet(build, builder, "find.members", &build->members, FIND_MEMBER_COLUMNS);
    put_sheet(build, builder, "find.offices", &build->offices, FIND_OFFICE_COLUMNS);
    put_sheet(build, builder, "find.places", &build->places, FIND_PLACE_COLUMNS);
    model_builder_section(builder, "find.pool", build->pool.items, build->pool.count);
    model_bytes bytes = {.arena = build->arena};
    put_chains(build, &bytes, &build->wordings);
    put_chains(build, &bytes, &build->surnames);
    put_leads(build, &bytes);
    put_map(build, &bytes, &build->names, build->name_keys.items, build->name_keys.count);
    put_map(build, &bytes, &build->times, build->time_keys.items, build->time_keys.count);
    put_map(build, &bytes, &build->governors, build->governor_keys.items, build->governor_keys.count);
    put_map(build, &bytes, &build->codes, build->code_keys.items, build->code_keys.count);
    put_map(build, &bytes, &build->first_role, build->role_keys.items, build->role_keys.count);
    put_map(build, &bytes, &build->nouns, build->noun_keys.items, build->noun_keys.count);
    model_builder_section(builder, "find.tables", bytes.data.items, bytes.data.count);
}

drg_status find_compile(base_arena *arena, const char *data_folder, const char *gazetteer, model_builder *builder,
                        drg_error *error)
{
    find_build build = {.arena = arena, .folder = data_folder, .error = error};
    drg_status status = find_build_actors(&build);
    if (status == DRG_OK) status = find_build_places(&build);
    if (status == DRG_OK) status = find_build_times(&build);
    if (status == DRG_OK) put_sections(&build, builder);
    if (status == DRG_OK) status = find_gazetteer_compile(arena, data_folder, gazetteer, builder, error);
    return status;
}
