/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the sections that gazetteer_builder.c wrote. Out: the bearers of a name and their rows, read where they lie in
 * the mapped file. A table of model_table's kind is checked whole when it is opened; with several hundred thousand
 * names that would cost more than all the rest of the start, so this one checks each entry when it is read. */
#include "find/gazetteer.h"

static uint32_t load(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;
    return (uint32_t)byte[0] | (uint32_t)byte[1] << 8 | (uint32_t)byte[2] << 16 | (uint32_t)byte[3] << 24;
}

static uint32_t cell(const find_gazetteer *gazetteer, uint32_t row, uint32_t column)
{
    return load((const char *)gazetteer->cells + ((size_t)row * FIND_SPOT_COLUMNS + column) * 4);
}

static drg_status open_rows(const model_file *file, find_gazetteer *gazetteer, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, "find.spots", &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    gazetteer->rows = model_get_u32(&reader);
    gazetteer->cells = model_get_array(&reader, gazetteer->rows, (size_t)FIND_SPOT_COLUMNS * 4);
    model_get_table(&reader, &gazetteer->countries);
    model_get_table(&reader, &gazetteer->words);
    model_get_table(&reader, &gazetteer->cues);
    return model_reader_done(&reader, file, "find.spots", error);
}

static drg_status open_names(const model_file *file, find_gazetteer *gazetteer, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, "find.spot-names", &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    gazetteer->slot_count = model_get_u32(&reader);
    uint32_t size = model_get_u32(&reader);
    gazetteer->slots =
        (drg_text){model_get_array(&reader, gazetteer->slot_count, 8), (size_t)gazetteer->slot_count * 8};
    gazetteer->entries = (drg_text){model_get_array(&reader, size, 1), size};
    uint32_t count = gazetteer->slot_count;
    if (!count || count & (count - 1)) reader.broken = true;
    return model_reader_done(&reader, file, "find.spot-names", error);
}

drg_status find_gazetteer_open(const model_file *file, find_gazetteer *ret_gazetteer, drg_error *error)
{
    find_gazetteer gazetteer = {.rows = 0};
    drg_status status = model_file_section(file, "find.spot-pool", &gazetteer.pool, error);
    if (status == DRG_OK) status = open_rows(file, &gazetteer, error);
    if (status == DRG_OK) status = open_names(file, &gazetteer, error);
    if (status == DRG_OK) *ret_gazetteer = gazetteer;
    return status;
}

/* The bearers of the entry at `at` when its key is `key`. An entry: u32 size of the key, its bytes, zeros up to 4, u32
 * count, pairs of u32 row and how. */
static bool read_entry(drg_text entries, size_t at, drg_text key, find_bearers *ret_bearers)
{
    if (at + 8 > entries.size || load(entries.data + at) != key.size) return false;
    size_t behind = at + 4 + (key.size + 3) / 4 * 4;
    if (behind + 4 > entries.size || memcmp(entries.data + at + 4, key.data, key.size) != 0) return false;
    uint32_t count = load(entries.data + behind);
    if (count > (entries.size - behind - 4) / 8) return false;
    *ret_bearers = (find_bearers){entries.data + behind + 4, count};
    return true;
}

find_bearers find_gazetteer_get(const find_gazetteer *gazetteer, drg_text key)
{
    find_bearers bearers = {NULL, 0};
    if (!gazetteer->slot_count || !key.size) return bearers;
    uint32_t hash = (uint32_t)base_text_hash(key), mask = gazetteer->slot_count - 1;
    for (uint32_t probe = 0; probe < FIND_PROBES; probe++) {
        const char *slot = gazetteer->slots.data + (size_t)((hash + probe) & mask) * 8;
        uint32_t at = load(slot);
        if (!at) break;
        if (load(slot + 4) == hash && read_entry(gazetteer->entries, at - 1, key, &bearers)) break;
    }
    return bearers;
}

uint32_t find_bearer_row(find_bearers bearers, uint32_t index, uint32_t *ret_how)
{
    *ret_how = load(bearers.cells + (size_t)index * 8 + 4);
    return load(bearers.cells + (size_t)index * 8);
}

static drg_text text_of(const find_gazetteer *gazetteer, uint32_t begin, uint32_t size)
{
    if (begin > gazetteer->pool.size || size > gazetteer->pool.size - begin) return (drg_text){NULL, 0};
    return base_text_slice(gazetteer->pool, begin, begin + size);
}

static uint32_t link(const find_gazetteer *gazetteer, uint32_t row, uint32_t column)
{
    uint32_t other = cell(gazetteer, row, column);
    return other && other <= gazetteer->rows ? other - 1 : DRG_NONE;
}

bool find_spot_read(const find_gazetteer *gazetteer, uint32_t row, find_spot *ret_spot)
{
    if (row >= gazetteer->rows) return false;
    uint32_t packed = cell(gazetteer, row, FIND_SPOT_LAND);
    find_spot spot = {.row = row,
                      .country_row = link(gazetteer, row, FIND_SPOT_COUNTRY),
                      .admin1 = link(gazetteer, row, FIND_SPOT_ADMIN1),
                      .admin2 = link(gazetteer, row, FIND_SPOT_ADMIN2),
                      .latitude = (int32_t)cell(gazetteer, row, FIND_SPOT_LATITUDE),
                      .longitude = (int32_t)cell(gazetteer, row, FIND_SPOT_LONGITUDE),
                      .geonames = cell(gazetteer, row, FIND_SPOT_GEONAMES),
                      .population = cell(gazetteer, row, FIND_SPOT_POPULATION),
                      .land = (find_land)((packed & 0xFF) % FIND_LAND_COUNT),
                      .marks = packed >> 8};
    spot.name = text_of(gazetteer, cell(gazetteer, row, FIND_SPOT_NAME), cell(gazetteer, row, FIND_SPOT_NAME_SIZE));
    if (spot.country_row != DRG_NONE) /* the code of a country lies right before its name */
        spot.country = text_of(gazetteer, cell(gazetteer, spot.country_row, FIND_SPOT_NAME) - 3, 3);
    *ret_spot = spot;
    return true;
}

uint32_t find_country_row(const find_gazetteer *gazetteer, drg_text code)
{
    uint32_t row = model_table_get(&gazetteer->countries, code);
    return row < gazetteer->rows ? row : DRG_NONE;
}
