/* SPDX-License-Identifier: Apache-2.0
 *
 * The facts of the codebooks: PLOVER's types, modes, contexts and sectors with their scores (PLOVER manual, draft 2.0,
 * openeventdata/PLOVER), the CAMEO codes (manual 1.1b3, chapter "CAMEO event codes") and the Goldstein scores that
 * GDELT gives them (its look-up table CAMEO.goldsteinscale.txt).
 *
 * They stand in C, not in data/, because they are published numbers that nobody edits to correct a coding, and because
 * every room may then ask without a data file at hand. Scores are kept in tenths, so that each is exact.
 */
#include "record/record.h"

#define NO_SCORE INT8_MIN

typedef struct codebook_type {
    const char *quad;
    int8_t tenths;
} codebook_type;

typedef struct codebook_mode {
    uint8_t type;
    const char *name;
    int8_t tenths;
} codebook_mode;

typedef struct codebook_cameo {
    char code[5];
    int8_t tenths;
} codebook_cameo;

/* The manual prints ACCUSE's score without its sign (its modes are -2 and -3.5), and gives SANCTION's quad as material
 * conflict in its own section and in the summary, as verbal conflict in the quad table: the former is followed. */
static const codebook_type TYPES[DRG_TYPE_COUNT] = {
    [DRG_AGREE] = {"verbal-cooperation", 25},       [DRG_CONSULT] = {"verbal-cooperation", 25},
    [DRG_SUPPORT] = {"verbal-cooperation", 50},     [DRG_CONCEDE] = {"verbal-cooperation", 45},
    [DRG_COOPERATE] = {"material-cooperation", 95}, [DRG_AID] = {"material-cooperation", 100},
    [DRG_RETREAT] = {"material-cooperation", 65},   [DRG_REQUEST] = {"verbal-conflict", 0},
    [DRG_ACCUSE] = {"verbal-conflict", -30},        [DRG_REJECT] = {"verbal-conflict", -20},
    [DRG_THREATEN] = {"verbal-conflict", -35},      [DRG_PROTEST] = {"material-conflict", -50},
    [DRG_SANCTION] = {"material-conflict", -60},    [DRG_MOBILIZE] = {"material-conflict", -55},
    [DRG_COERCE] = {"material-conflict", -70},      [DRG_ASSAULT] = {"material-conflict", -90},
};

/* vandalize has no score in the manual: its type's. */
static const codebook_mode MODES[] = {
    {DRG_CONSULT, "visit", 40},
    {DRG_CONSULT, "third-party", 10},
    {DRG_CONSULT, "multilateral", 40},
    {DRG_CONSULT, "phone", 15},
    {DRG_RETREAT, "withdraw", 80},
    {DRG_RETREAT, "release", 65},
    {DRG_RETREAT, "disarm", 100},
    {DRG_RETREAT, "ceasefire", 75},
    {DRG_RETREAT, "access", 65},
    {DRG_RETREAT, "resign", 45},
    {DRG_REQUEST, "assist", 5},
    {DRG_REQUEST, "change", -10},
    {DRG_REQUEST, "yield", -10},
    {DRG_REQUEST, "meet", 0},
    {DRG_ACCUSE, "disapprove", -20},
    {DRG_ACCUSE, "investigate", -35},
    {DRG_ACCUSE, "allege", -35},
    {DRG_REJECT, "assist", -15},
    {DRG_REJECT, "change", -20},
    {DRG_REJECT, "yield", -20},
    {DRG_REJECT, "meet", -20},
    {DRG_THREATEN, "restrict", -30},
    {DRG_THREATEN, "arrest", -35},
    {DRG_THREATEN, "relations", -35},
    {DRG_THREATEN, "expel", -35},
    {DRG_THREATEN, "territory", -40},
    {DRG_THREATEN, "violence", -35},
    {DRG_PROTEST, "demo", -50},
    {DRG_PROTEST, "riot", -70},
    {DRG_PROTEST, "strike", -50},
    {DRG_PROTEST, "hunger", -45},
    {DRG_PROTEST, "boycott", -45},
    {DRG_PROTEST, "obstruct", -45},
    {DRG_PROTEST, "vandalize", -50},
    {DRG_SANCTION, "convict", -60},
    {DRG_SANCTION, "expel", -55},
    {DRG_SANCTION, "withdraw", -60},
    {DRG_SANCTION, "discontinue", -60},
    {DRG_MOBILIZE, "troops", -65},
    {DRG_MOBILIZE, "weapons", -65},
    {DRG_MOBILIZE, "police", -55},
    {DRG_MOBILIZE, "militia", -60},
    {DRG_COERCE, "seize", -70},
    {DRG_COERCE, "restrict", -70},
    {DRG_COERCE, "censor", -65},
    {DRG_COERCE, "curfew", -65},
    {DRG_COERCE, "martial-law", -75},
    {DRG_COERCE, "arrest", -70},
    {DRG_COERCE, "deport", -70},
    {DRG_COERCE, "withhold", -70},
    {DRG_COERCE, "misinformation", -65},
    {DRG_COERCE, "cyber", -70},
    {DRG_ASSAULT, "abduct", -85},
    {DRG_ASSAULT, "beat", -75},
    {DRG_ASSAULT, "torture", -85},
    {DRG_ASSAULT, "sexual", -85},
    {DRG_ASSAULT, "targeted", -95},
    {DRG_ASSAULT, "destroy", -85},
    {DRG_ASSAULT, "primitive", -80},
    {DRG_ASSAULT, "firearms", -90},
    {DRG_ASSAULT, "explosives", -90},
    {DRG_ASSAULT, "suicide-attack", -95},
    {DRG_ASSAULT, "aerial", -95},
    {DRG_ASSAULT, "drone", -95},
    {DRG_ASSAULT, "heavy-weapons", -95},
    {DRG_ASSAULT, "crowd-control", -75},
    {DRG_ASSAULT, "unconventional", -100},
};

static const char *const CONTEXTS[] = {
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
};

/* Sectors, and the codes of international bodies that stand in their place. */
static const char SECTORS[][4] = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC", "EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO",
};

/* In byte order, for the search. */
static const codebook_cameo CAMEO[] = {
    {"01", 0},          {"010", 0},     {"011", -1},       {"012", -4},    {"013", 4},     {"014", 0},
    {"015", 0},         {"016", -20},   {"017", 0},        {"018", 34},    {"019", 34},    {"02", 30},
    {"020", 30},        {"021", 34},    {"0211", 34},      {"0212", 34},   {"0213", 34},   {"0214", 34},
    {"022", 32},        {"023", 34},    {"0231", 34},      {"0232", 34},   {"0233", 34},   {"0234", 34},
    {"024", -3},        {"0241", -3},   {"0242", -3},      {"0243", -3},   {"0244", -3},   {"025", -3},
    {"0251", -3},       {"0252", -3},   {"0253", -3},      {"0254", -3},   {"0255", -3},   {"0256", -3},
    {"026", 40},        {"027", 40},    {"028", 40},       {"03", 40},     {"030", 40},    {"031", 52},
    {"0311", 52},       {"0312", 52},   {"0313", 52},      {"0314", 52},   {"032", 45},    {"033", 52},
    {"0331", 52},       {"0332", 52},   {"0333", 52},      {"0334", 60},   {"034", 70},    {"0341", 70},
    {"0342", 70},       {"0343", 70},   {"0344", 70},      {"035", 70},    {"0351", 70},   {"0352", 70},
    {"0353", 70},       {"0354", 70},   {"0355", 70},      {"0356", 70},   {"036", 40},    {"037", 50},
    {"038", 70},        {"039", 50},    {"04", 10},        {"040", 10},    {"041", 10},    {"042", 19},
    {"043", 28},        {"044", 25},    {"045", 50},       {"046", 70},    {"05", 35},     {"050", 35},
    {"051", 34},        {"052", 35},    {"053", 38},       {"054", 60},    {"055", 70},    {"056", 70},
    {"057", 80},        {"06", 60},     {"060", 60},       {"061", 64},    {"062", 74},    {"063", 74},
    {"064", 70},        {"07", 70},     {"070", 70},       {"071", 74},    {"072", 83},    {"073", 74},
    {"074", 85},        {"075", 70},    {"08", 50},        {"080", 50},    {"081", 50},    {"0811", 50},
    {"0812", 50},       {"0813", 50},   {"0814", 50},      {"082", 50},    {"083", 50},    {"0831", 50},
    {"0832", 50},       {"0833", 50},   {"0834", 50},      {"084", 70},    {"0841", 70},   {"0842", 70},
    {"085", 70},        {"086", 90},    {"0861", 90},      {"0862", 90},   {"0863", 90},   {"087", 90},
    {"0871", 90},       {"0872", 90},   {"0873", 90},      {"0874", 100},  {"09", -20},    {"090", -20},
    {"091", -20},       {"092", -20},   {"093", -20},      {"094", -20},   {"10", -50},    {"100", -50},
    {"101", -50},       {"1011", -50},  {"1012", -50},     {"1013", -50},  {"1014", -50},  {"102", -50},
    {"103", -50},       {"1031", -50},  {"1032", -50},     {"1033", -50},  {"1034", -50},  {"104", -50},
    {"1041", -50},      {"1042", -50},  {"1043", -50},     {"1044", -50},  {"105", -50},   {"1051", -50},
    {"1052", -50},      {"1053", -50},  {"1054", -50},     {"1055", -50},  {"1056", -50},  {"106", -50},
    {"107", -50},       {"108", -50},   {"11", -20},       {"110", -20},   {"111", -20},   {"112", -20},
    {"1121", -20},      {"1122", -20},  {"1123", -20},     {"1124", -20},  {"1125", -20},  {"113", -20},
    {"114", -20},       {"115", -20},   {"116", -20},      {"12", -40},    {"120", -40},   {"121", -40},
    {"1211", -40},      {"1212", -40},  {"122", -40},      {"1221", -40},  {"1222", -40},  {"1223", -40},
    {"1224", -40},      {"123", -40},   {"1231", -40},     {"1232", -40},  {"1233", -40},  {"1234", -40},
    {"124", -40},       {"1241", -40},  {"1242", -40},     {"1243", -40},  {"1244", -40},  {"1245", -40},
    {"1246", -40},      {"125", -50},   {"126", -50},      {"127", -50},   {"128", -50},   {"129", -50},
    {"13", -60},        {"130", -44},   {"131", -58},      {"1311", -58},  {"1312", -58},  {"1313", -58},
    {"132", -58},       {"1321", -58},  {"1322", -58},     {"1323", -58},  {"1324", -58},  {"133", -58},
    {"134", -58},       {"135", -58},   {"136", -70},      {"137", -70},   {"138", -70},   {"1381", -70},
    {"1382", -70},      {"1383", -70},  {"1384", -70},     {"1385", -70},  {"139", -70},   {"14", -65},
    {"140", -65},       {"141", -65},   {"1411", -65},     {"1412", -65},  {"1413", -65},  {"1414", -65},
    {"142", -65},       {"1421", -65},  {"1422", -65},     {"1423", -65},  {"1424", -65},  {"143", -65},
    {"1431", -65},      {"1432", -65},  {"1433", -65},     {"1434", -65},  {"144", -75},   {"1441", -75},
    {"1442", -75},      {"1443", -75},  {"1444", -75},     {"145", -75},   {"1451", -75},  {"1452", -75},
    {"1453", -75},      {"1454", -75},  {"15", -72},       {"150", -72},   {"151", -72},   {"152", -72},
    {"153", -72},       {"154", -72},   {"155", NO_SCORE}, {"16", -40},    {"160", -40},   {"161", -40},
    {"162", -56},       {"1621", -56},  {"1622", -56},     {"1623", -56},  {"163", -80},   {"164", -70},
    {"165", -65},       {"166", -70},   {"1661", -70},     {"1662", -70},  {"1663", -70},  {"17", -70},
    {"170", -70},       {"171", -92},   {"1711", -92},     {"1712", -92},  {"172", -50},   {"1721", -50},
    {"1722", -50},      {"1723", -50},  {"1724", -50},     {"173", -50},   {"174", -50},   {"175", -90},
    {"176", NO_SCORE},  {"18", -90},    {"180", -90},      {"181", -90},   {"182", -95},   {"1821", -90},
    {"1822", -90},      {"1823", -100}, {"183", -100},     {"1831", -100}, {"1832", -100}, {"1833", -100},
    {"1834", NO_SCORE}, {"184", -80},   {"185", -80},      {"186", -100},  {"19", -100},   {"190", -100},
    {"191", -95},       {"192", -95},   {"193", -100},     {"194", -100},  {"195", -100},  {"1951", NO_SCORE},
    {"1952", NO_SCORE}, {"196", -95},   {"20", -100},      {"200", -100},  {"201", -95},   {"202", -100},
    {"203", -100},      {"204", -100},  {"2041", -100},    {"2042", -100}};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const codebook_mode *find_mode(drg_type type, drg_text mode)
{
    for (size_t i = 0; i < COUNT(MODES); i++)
        if (MODES[i].type == type && base_text_is(mode, MODES[i].name)) return &MODES[i];
    return NULL;
}

bool record_mode_exists(drg_type type, drg_text mode)
{
    return type < DRG_TYPE_COUNT && (mode.size == 0 || find_mode(type, mode));
}

drg_text record_mode_at(drg_type type, size_t index)
{
    for (size_t i = 0; i < sizeof MODES / sizeof *MODES; i++)
        if (MODES[i].type == type && index-- == 0) return base_text_from(MODES[i].name);
    return (drg_text){"", 0};
}

double record_score(drg_type type, drg_text mode)
{
    const codebook_mode *found = find_mode(type, mode);
    if (found) return found->tenths / 10.0;
    return type < DRG_TYPE_COUNT ? TYPES[type].tenths / 10.0 : 0;
}

drg_text record_quad(drg_type type)
{
    return type < DRG_TYPE_COUNT ? base_text_from(TYPES[type].quad) : (drg_text){0};
}

_Static_assert(COUNT(CONTEXTS) == RECORD_CONTEXT_COUNT, "PLOVER has 37 contexts");

drg_text record_context_name(size_t index)
{
    return index < COUNT(CONTEXTS) ? base_text_from(CONTEXTS[index]) : (drg_text){0};
}

size_t record_context_index(drg_text context)
{
    for (size_t i = 0; i < COUNT(CONTEXTS); i++)
        if (base_text_is(context, CONTEXTS[i])) return i;
    return SIZE_MAX;
}

bool record_context_exists(drg_text context)
{
    return record_context_index(context) != SIZE_MAX;
}

bool record_sector_exists(drg_text sector)
{
    for (size_t i = 0; i < COUNT(SECTORS); i++)
        if (base_text_is(sector, SECTORS[i])) return true;
    return false;
}

static const codebook_cameo *find_cameo(drg_text code)
{
    size_t low = 0, high = COUNT(CAMEO);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = base_text_compare(base_text_from(CAMEO[middle].code), code);
        if (order == 0) return &CAMEO[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool record_cameo_exists(drg_text cameo)
{
    return find_cameo(cameo);
}

bool record_goldstein(drg_text cameo, double *ret_score)
{
    const codebook_cameo *found = find_cameo(cameo);
    if (!found || found->tenths == NO_SCORE) return false;
    *ret_score = found->tenths / 10.0;
    return true;
}
