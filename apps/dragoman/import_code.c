/* SPDX-License-Identifier: Apache-2.0
 * In: codes such as USAGOVMIL, IGOUNO, NGOHLHIRC: triples, the first a country or a kind of international body, the
 * others roles, places, peoples, faiths, organisations. Out: country and PLOVER sectors. Source: the roles of the CAMEO
 * codebook and their successors in PLOVER (MED was the media, now JRN; HLH is MED; INS and SEP are REB; DEV, ENV, HRI,
 * RAD, MOD have none). Triples that are no role say nothing that the lists have a place for. */
#include "import_code.h"

#include <string.h>

#include "buffer.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char ROLES[][2][4] = {
    {"AGR", "AGR"}, {"BUS", "BUS"}, {"COP", "COP"}, {"CRM", "CRM"}, {"CVL", "CVL"}, {"EDU", "EDU"}, {"EEC", "EUR"},
    {"ELI", "ELI"}, {"GOV", "GOV"}, {"HLH", "MED"}, {"IGO", "IGO"}, {"IMG", "IMG"}, {"INS", "REB"}, {"JUD", "JUD"},
    {"LAB", "LAB"}, {"LEG", "LEG"}, {"MED", "JRN"}, {"MIL", "MIL"}, {"MNC", "MNC"}, {"NGM", "ISM"}, {"NGO", "NGO"},
    {"OPP", "OPP"}, {"PRM", "PRM"}, {"PTY", "PTY"}, {"REB", "REB"}, {"REF", "REF"}, {"REL", "REL"}, {"SEP", "REB"},
    {"SPY", "SPY"}, {"UAF", "UAF"}, {"UNO", "UNO"},
};

/* Codes of CAMEO that ISO writes otherwise. */
static const char COUNTRIES[][2][4] = {
    {"BUR", "MMR"}, {"FRN", "FRA"}, {"FRY", "YUG"}, {"GME", "DEU"}, {"GMW", "DEU"}, {"KNT", "KNA"}, {"KSV", "KOS"},
    {"PAL", "PSE"}, {"ROM", "ROU"}, {"SRP", "SRB"}, {"TMP", "TLS"}, {"USR", "SUN"}, {"WBK", "PSE"}, {"ZAR", "COD"},
};

/* First triples that stand for no country: kinds of bodies, and regions of the world. */
static const char KINDS[][4] = {"IGO", "IMG", "INT", "MNC", "NGM", "NGO"};
static const char REGIONS[][4] = {"AFR", "ASA", "BLK", "CAS", "CFR", "CRB", "EAF", "EEU", "EUR", "LAM", "MDE", "MDT",
                                  "MEA", "NAF", "NMR", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WAS", "WEU", "WST"};

static const struct {
    char code[4];
    const char *name;
} ORGANIZATIONS[] = {{"UNO", "United Nations"}, {"EEC", "European Union"},           {"NAT", "NATO"},
                     {"AFU", "African Union"},  {"WTO", "World Trade Organization"}, {"OPC", "OPEC"},
                     {"ARL", "Arab League"}};

static bool is_in(const char (*list)[4], size_t count, const char *triple)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], triple) == 0) return true;
    return false;
}

static const char *second_of(const char (*list)[2][4], size_t count, const char *triple)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i][0], triple) == 0) return list[i][1];
    return NULL;
}

static void add_sector(import_role *role, const char *sector)
{
    if (strstr(role->sectors, sector) || strlen(role->sectors) / 4 + 1 >= IMPORT_SECTORS) return;
    if (*role->sectors)
        strcat(role->sectors, "|"); /* 8 sectors of 3 letters take 32 of the 40 bytes */
    else
        strcpy(role->primary, sector);
    strcat(role->sectors, sector);
    role->armed |= strcmp(sector, "REB") == 0 || strcmp(sector, "IMG") == 0 || strcmp(sector, "UAF") == 0;
}

static void triple_at(drg_text code, size_t at, char *out)
{
    memcpy(out, code.data + at, 3);
    out[3] = '\0';
}

static const char *country_of(const text_map *countries, const char *triple)
{
    const char *other = second_of(COUNTRIES, COUNT(COUNTRIES), triple);
    if (other) triple = other;
    return text_map_get(countries, text_of(triple)) == SIZE_MAX ? NULL : triple;
}

/* The UN and the EU are sectors of their own, beside which IGO says nothing. */
static void add_roles(drg_text code, size_t from, import_role *role)
{
    char triple[4];
    for (size_t at = from; at < code.size; at += 3) {
        triple_at(code, at, triple);
        if (strcmp(triple, "UNO") == 0 || strcmp(triple, "EEC") == 0)
            add_sector(role, second_of(ROLES, COUNT(ROLES), triple));
    }
    bool own = *role->sectors != '\0';
    for (size_t at = from; at < code.size; at += 3) {
        triple_at(code, at, triple);
        const char *sector = second_of(ROLES, COUNT(ROLES), triple);
        if (sector && !(own && strcmp(sector, "IGO") == 0)) add_sector(role, sector);
        for (size_t i = 0; i < COUNT(ORGANIZATIONS); i++)
            if (role->international && !*role->organization && strcmp(ORGANIZATIONS[i].code, triple) == 0)
                role->organization = ORGANIZATIONS[i].name;
    }
}

bool import_role_of(drg_text code, const text_map *countries, import_role *ret_role, const char **ret_why)
{
    import_role role = {.country = "---", .organization = ""};
    char triple[4];
    if (code.size < 3 || text_is(code, "---")) {
        *ret_why = "nobody by its code";
        return false;
    }
    if (memchr(code.data, '/', code.size)) {
        *ret_why = "a code of several actors";
        return false;
    }
    triple_at(code, 0, triple);
    const char *country = country_of(countries, triple);
    role.international = is_in(KINDS, COUNT(KINDS), triple);
    if (!country && !role.international && !is_in(REGIONS, COUNT(REGIONS), triple)) {
        *ret_why = "a code that starts with no country known here";
        return false;
    }
    if (role.international && code.size >= 6) {
        triple_at(code, 3, triple);
        country = country_of(countries, triple);
    }
    if (country) strcpy(role.country, country);
    add_roles(code, role.international ? 0 : 3, &role);
    role.place = !role.international && code.size == 3;
    *ret_role = role;
    return true;
}

bool import_sectors_of(drg_text code, import_role *ret_role)
{
    *ret_role = (import_role){.country = "---", .organization = ""};
    if (!memchr(code.data, '/', code.size)) add_roles(code, 0, ret_role);
    return *ret_role->sectors != '\0';
}

const char *import_title_of(const import_role *role)
{
    static const struct {
        char sector[4];
        const char *title;
    } titles[] = {
        {"MIL", "Military officer"}, {"LEG", "Lawmaker"},   {"JUD", "Judge"},        {"COP", "Police officer"},
        {"PTY", "Politician"},       {"OPP", "Politician"}, {"ELI", "Politician"},   {"SPY", "Intelligence official"},
        {"JRN", "Journalist"},       {"REL", "Cleric"},     {"REB", "Rebel leader"}, {"BUS", "Business leader"},
        {"MNC", "Business leader"},  {"CVL", "Activist"}};
    for (size_t i = 0; i < COUNT(titles); i++)
        if (strcmp(titles[i].sector, role->primary) == 0) return titles[i].title;
    return "Official";
}
