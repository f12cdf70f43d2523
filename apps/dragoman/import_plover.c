/* SPDX-License-Identifier: Apache-2.0
 * In: a CAMEO code. Out: the PLOVER type and mode of it. Source: the table CAMEO2PLOVER of the PLOVER project (2021),
 * its modes brought to those of the manual 2.0: "ban" is restrict, "assassinate" and "massacre" are targeted, 1712 is
 * destroy, 163 is SANCTION discontinue; codes that only CAMEO 1.1b3 has (155, 176, 1834, 1951, 1952) as their parents,
 * with the mode that fits. Roots 01 and 02 have no place in PLOVER. */
#include "import_plover.h"

#include <string.h>

#include "buffer.h"

static const struct {
    const char *act, *codes;
} ACTS[] = {
    {"AGREE", "03 030 031 0311 0312 0313 0314 032 033 0331 0332 0333 0334 034 0341 0342 0343 0344 035 0351 0352 "
              "0353 0354 0355 0356 036 037 038 039"},
    {"CONSULT", "04 040 045 046"},
    {"CONSULT phone", "041"},
    {"CONSULT visit", "042 043"},
    {"CONSULT third-party", "044"},
    {"SUPPORT", "05 050 051 052 053 054 055 056 057"},
    {"COOPERATE", "06 060 061 062 063 064"},
    {"AID", "07 070 071 072 073 074 075"},
    {"CONCEDE", "08 080 081 0811 0812 082 083 0831 0832 0833 0834"},
    {"RETREAT", "0813 0814 084 0842 085"},
    {"RETREAT release", "0841"},
    {"RETREAT access", "086 0861 0862 0863"},
    {"RETREAT disarm", "087 0873 0874"},
    {"RETREAT ceasefire", "0871"},
    {"RETREAT withdraw", "0872"},
    {"ACCUSE", "09 11"},
    {"ACCUSE investigate", "090 091 092 093 094"},
    {"REQUEST", "10 100"},
    {"REQUEST assist", "101 1011 1012 1013 1014 102 103 1031 1032 1033 1034"},
    {"REQUEST change", "104 1041 1042 1043 1044 105"},
    {"REQUEST yield", "1051 1052 1053 1054 1055 1056"},
    {"REQUEST meet", "106 107 108"},
    {"ACCUSE disapprove", "110 111 112 113 116"},
    {"ACCUSE allege", "1121 1122 1123 1124 1125 114 115"},
    {"REJECT", "12 120"},
    {"REJECT assist", "121 1211 1212 122 1221 1222 1223 1224"},
    {"REJECT change", "123 1231 1232 1233 1234 124 1241 1242"},
    {"REJECT yield", "1243 1244 1245 1246 128 129"},
    {"REJECT meet", "125 126 127"},
    {"THREATEN", "13 130 131"},
    {"THREATEN relations", "1311 1313 133 134 135 139"},
    {"THREATEN restrict", "1312 132 1321 1322 1323 1324 1381"},
    {"THREATEN expel", "136"},
    {"THREATEN violence", "137 138 1383 1384 1385"},
    {"THREATEN territory", "1382"},
    {"PROTEST", "14 140"},
    {"PROTEST demo", "141 1411 1412 1413 1414"},
    {"PROTEST hunger", "142 1421 1422 1423 1424"},
    {"PROTEST boycott", "143 1431 1432 1433 1434"},
    {"PROTEST obstruct", "144 1441 1442 1443 1444"},
    {"PROTEST riot", "145 1451 1452 1453 1454"},
    {"MOBILIZE", "15 150"},
    {"MOBILIZE police", "151 153"},
    {"MOBILIZE troops", "152 154"},
    {"MOBILIZE weapons", "155"},
    {"SANCTION", "16 160"},
    {"SANCTION withdraw", "161 164 165"},
    {"SANCTION discontinue", "162 1621 1622 1623 163"},
    {"SANCTION expel", "166 1661 1662 1663"},
    {"COERCE", "17 170"},
    {"COERCE seize", "171 1711 192"},
    {"ASSAULT destroy", "1712"},
    {"COERCE restrict", "172 1721 1722 191"},
    {"COERCE curfew", "1723"},
    {"COERCE martial-law", "1724"},
    {"COERCE arrest", "173"},
    {"COERCE deport", "174"},
    {"ASSAULT", "175 18 180 1823 19 190 196 20 201 203"},
    {"COERCE cyber", "176"},
    {"ASSAULT abduct", "181 184"},
    {"ASSAULT beat", "182"},
    {"ASSAULT sexual", "1821"},
    {"ASSAULT torture", "1822"},
    {"ASSAULT suicide-attack", "183 1831"},
    {"ASSAULT explosives", "1832 1833 1834"},
    {"ASSAULT targeted", "185 186 200 202"},
    {"ASSAULT firearms", "193"},
    {"ASSAULT heavy-weapons", "194 195"},
    {"ASSAULT aerial", "1951"},
    {"ASSAULT drone", "1952"},
    {"ASSAULT unconventional", "204 2041 2042"},
};

const char *import_plover_of(drg_text code)
{
    if (code.size < 2 || code.size > 4 || memchr(code.data, ' ', code.size)) return NULL;
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
        drg_text codes = text_of(ACTS[i].codes);
        for (size_t at = 0; (at = text_find(codes, code, at)) != SIZE_MAX; at++) {
            bool begins = at == 0 || codes.data[at - 1] == ' ', ends = at + code.size == codes.size;
            if (begins && (ends || codes.data[at + code.size] == ' ')) return ACTS[i].act;
        }
    }
    return NULL;
}
