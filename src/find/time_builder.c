/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the words of dates under data/time. Out: a table from the word to its kind and value. */
#include "find/list_builder.h"

static drg_status add_time(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"weekday", "month",  "day",   "unit",   "order",
                                        "part",    "number", "after", "future", NULL};
    uint32_t kind = 0;
    double value = 0;
    drg_status status = find_check_word(list, 0, kinds, "a kind of date word", &kind);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_some(list, 2);
    if (status == DRG_OK) status = find_check_number(list, 2, 32767, &value);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->times, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE)
        return find_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = find_time_pack((find_time_kind)kind, (int)value);
    base_push(build->arena, &build->time_keys) = list->fields[1];
    return DRG_OK;
}

drg_status find_build_times(find_build *build)
{
    static const char *const times[] = {"kind", "word", "value", NULL};
    return find_read_list(build, "time/words.tsv", times, add_time);
}
