/* SPDX-License-Identifier: Apache-2.0
 * In: who a mention names. Out: the party that it is in all documents. Whoever governs a state or fights for it speaks
 * for the state; rebels, opposition and others of a country are parties of their own; who has no country is himself. */
#include "record/record.h"

static bool speaks_for_state(drg_text sector)
{
    static const char *const sectors[] = {"", "GOV", "MIL", "LEG", "COP", "SPY", "JUD"};
    for (size_t i = 0; i < sizeof sectors / sizeof *sectors; i++)
        if (base_text_is(sector, sectors[i])) return true;
    return false;
}

/* "president (Serbia)" names the country of an office. */
static drg_text country_told(drg_text name)
{
    size_t open = name.size;
    if (name.size < 3 || name.data[name.size - 1] != ')') return (drg_text){"", 0};
    while (open > 0 && name.data[open - 1] != '(') open--;
    return open ? base_text_slice(name, open, name.size - 1) : (drg_text){"", 0};
}

uint32_t record_gather_party(record_gathering *gathering, drg_text country, drg_text sector, drg_text actor,
                             drg_text name, drg_text type)
{
    bool state = base_text_is(type, "state");
    bool placed = country.size == 3 && !base_text_is(country, "---");
    bool own = placed && speaks_for_state(sector);
    drg_text key = own      ? country
                   : placed ? base_text_format(gathering->arena, "%.*s %.*s", BASE_PRINT(country), BASE_PRINT(sector))
                            : actor;
    bool vague = !placed && (base_text_is(type, "role") || base_text_is(type, "group"));
    uint32_t *index = base_map_put(gathering->arena, &gathering->keys, key, (uint32_t)gathering->parties.count);
    if (*index == gathering->parties.count)
        base_push(gathering->arena, &gathering->parties) =
            (gather_party){key, own && !state ? country : name, !own || state, vague};
    gather_party *party = &gathering->parties.items[*index];
    bool office = base_text_is(type, "role") || base_text_is(type, "group");
    drg_text told = own && office && !party->named ? country_told(name) : (drg_text){"", 0};
    if (told.size) party->name = told;
    if (own && state && !party->named) {
        party->name = name;
        party->named = true;
    }
    return *index;
}
