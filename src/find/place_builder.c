/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/places. Out: rows of places, the wordings that mean them, and the words that tell a place
 * from its government. */
#include "find/list_builder.h"

static drg_status add_place(find_build *build, const base_tsv *list)
{
    static const char *const kinds[] = {"city", "region", "site", NULL};
    double latitude = 0, longitude = 0, geonames = 0;
    uint32_t kind = 0;
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_country(list, 2, true);
    if (status == DRG_OK) status = find_check_number(list, 4, 90, &latitude);
    if (status == DRG_OK) status = find_check_number(list, 5, 180, &longitude);
    if (status == DRG_OK) status = find_check_number(list, 6, UINT32_MAX, &geonames);
    if (status == DRG_OK) status = find_check_word(list, 7, kinds, "city, region or site", &kind);
    if (status != DRG_OK) return status;
    uint32_t row = (uint32_t)(build->places.count / FIND_PLACE_COLUMNS);
    find_put_text(build, &build->places, list->fields[2]);
    find_put(build, &build->places, kind);
    find_add_form(build, list->fields[0], FIND_PLACE, row);
    find_add_forms(build, list, 1, FIND_PLACE, row);
    return DRG_OK;
}

/* A lemma may be of several kinds: a set of bits. */
static drg_status add_governor(find_build *build, const base_tsv *list)
{
    static const char *const kinds[] = {"site", "giving", "motion", "sending", "venue", "part", "diplomatic", NULL};
    uint32_t kind = 0;
    drg_status status =
        find_check_word(list, 0, kinds, "site, giving, motion, sending, venue, part or diplomatic", &kind);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->governors, list->fields[1], 0);
    if (*place & 1U << kind) return base_tsv_wrong(list, 1, list->fields[1], "a lemma once of each kind");
    if (!*place) base_push(build->arena, &build->governor_keys) = list->fields[1];
    *place |= 1U << kind;
    return DRG_OK;
}

drg_status find_read_place_lists(find_build *build, find_add_line *add)
{
    static const char *const columns[] = {"name",      "names",    "country", "admin1", "latitude",
                                          "longitude", "geonames", "kind",    NULL};
    drg_status status = find_read_list(build, "places/places.tsv", columns, add);
    if (status == DRG_OK) status = find_read_list(build, "places/supplement.tsv", columns, add);
    return status;
}

drg_status find_build_places(find_build *build)
{
    static const char *const governors[] = {"kind", "lemma", NULL};
    drg_status status = find_read_place_lists(build, add_place);
    if (status == DRG_OK) status = find_read_list(build, "places/governors.tsv", governors, add_governor);
    return status;
}
