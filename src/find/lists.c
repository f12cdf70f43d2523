/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the sections that list_builder.c wrote. Out: the lists, used where they lie in the mapped file. Nothing is parsed
 * when the engine opens, so that start-up does not grow with the lists. */
#include "find/lists.h"

#include <stdlib.h>

static uint32_t load(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

uint32_t find_cell(const find_sheet *sheet, uint32_t row, uint32_t column)
{
    if (row >= sheet->rows || column >= sheet->columns) return 0;
    return load(sheet->cells + ((size_t)row * sheet->columns + column) * 4);
}

drg_text find_cell_text(const find_lists *lists, const find_sheet *sheet, uint32_t row, uint32_t column)
{
    uint32_t begin = find_cell(sheet, row, column), size = find_cell(sheet, row, column + 1);
    if (!size || begin > lists->pool.size || size > lists->pool.size - begin) return (drg_text){NULL, 0};
    return base_text_slice(lists->pool, begin, begin + size);
}

static drg_status read_sheet(const model_file *file, const char *name, uint32_t columns, find_sheet *ret_sheet,
                             drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, name, &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    find_sheet sheet = {.rows = model_get_u32(&reader), .columns = model_get_u32(&reader)};
    if (sheet.columns != columns)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: section %s: %u columns, expected %u", model_file_path(file),
                         name, sheet.columns, columns);
    sheet.cells = model_get_array(&reader, sheet.rows, (size_t)columns * 4);
    *ret_sheet = sheet;
    return model_reader_done(&reader, file, name, error);
}

static drg_status read_sheets(const model_file *file, find_lists *lists, drg_error *error)
{
    const struct {
        const char *name;
        uint32_t columns;
        find_sheet *sheet;
    } sheets[] = {{"find.actors", FIND_ACTOR_COLUMNS, &lists->actors},
                  {"find.forms", FIND_FORM_COLUMNS, &lists->forms},
                  {"find.roles", FIND_ROLE_COLUMNS, &lists->roles},
                  {"find.members", FIND_MEMBER_COLUMNS, &lists->members},
                  {"find.offices", FIND_OFFICE_COLUMNS, &lists->offices},
                  {"find.places", FIND_PLACE_COLUMNS, &lists->places}};
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        drg_status status = read_sheet(file, sheets[i].name, sheets[i].columns, sheets[i].sheet, error);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

static drg_status read_tables(const model_file *file, find_lists *lists, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, "find.tables", &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    model_get_table(&reader, &lists->form_table);
    model_get_table(&reader, &lists->surnames);
    model_get_table(&reader, &lists->leads);
    model_get_table(&reader, &lists->names);
    model_get_table(&reader, &lists->times);
    model_get_table(&reader, &lists->governors);
    model_get_table(&reader, &lists->codes);
    model_get_table(&reader, &lists->posts);
    model_get_table(&reader, &lists->nouns);
    return model_reader_done(&reader, file, "find.tables", error);
}

static drg_status read_entities(const model_file *file, find_lists *lists, drg_error *error)
{
    model_reader reader = {0};
    drg_status status = model_file_section(file, FIND_ENTITY_SECTION, &reader.bytes, error);
    if (status != DRG_OK) return status;
    find_entity_get(&reader, &lists->entities);
    return model_reader_done(&reader, file, FIND_ENTITY_SECTION, error);
}

drg_status find_open(const model_file *file, find_lists **ret_lists, drg_error *error)
{
    find_lists *lists = calloc(1, sizeof *lists);
    if (!lists) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory for its lists", model_file_path(file));
    drg_status status = model_file_section(file, "find.pool", &lists->pool, error);
    if (status == DRG_OK) status = read_sheets(file, lists, error);
    if (status == DRG_OK) status = read_tables(file, lists, error);
    if (status == DRG_OK) status = read_entities(file, lists, error);
    if (status == DRG_OK) status = find_pronoun_open(file, &lists->pronouns, error);
    if (status == DRG_OK) status = find_gazetteer_open(file, &lists->gazetteer, error);
    if (status != DRG_OK) {
        find_close(lists);
        return status;
    }
    *ret_lists = lists;
    return DRG_OK;
}

void find_close(find_lists *lists)
{
    free(lists);
}
