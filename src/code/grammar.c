/* SPDX-License-Identifier: Apache-2.0
 *
 * The names of slots, readings, cue classes and noun classes; and PLOVER's answer to an act that is not plain (PLOVER
 * manual 2.0: future cooperation is AGREE, a future retreat CONCEDE, a refusal REJECT, a threat THREATEN).
 */
#include "code/frame.h"

static const char *const SLOTS[CODE_SLOT_COUNT] = {"",
                                                   "subject",
                                                   "object",
                                                   "indirect",
                                                   "clause",
                                                   "place",
                                                   "manner",
                                                   "actor",
                                                   "recipient",
                                                   "third",
#define CODE_PREPOSITION_ITEM(name, text) text,
                                                   CODE_PREPOSITIONS(CODE_PREPOSITION_ITEM)
#undef CODE_PREPOSITION_ITEM
};

static const struct {
    const char *variant;
    code_slot slot;
} VARIANTS[] = {{"towards", CODE_SLOT_TOWARD},   {"upon", CODE_SLOT_ON},        {"onto", CODE_SLOT_ON},
                {"amongst", CODE_SLOT_AMONG},    {"amidst", CODE_SLOT_AMID},    {"vs", CODE_SLOT_AGAINST},
                {"vs.", CODE_SLOT_AGAINST},      {"versus", CODE_SLOT_AGAINST}, {"till", CODE_SLOT_UNTIL},
                {"throughout", CODE_SLOT_DURING}};

const char *code_slot_name(code_slot slot)
{
    return slot < CODE_SLOT_COUNT ? SLOTS[slot] : "";
}

code_slot code_slot_from(drg_text name)
{
    for (unsigned i = 1; i < CODE_SLOT_ABOUT; i++)
        if (base_text_is(name, SLOTS[i])) return (code_slot)i;
    return code_preposition_from(name);
}

code_slot code_preposition_from(drg_text name)
{
    for (unsigned i = CODE_SLOT_ABOUT; i < CODE_SLOT_COUNT; i++)
        if (base_text_is(name, SLOTS[i])) return (code_slot)i;
    for (size_t i = 0; i < sizeof VARIANTS / sizeof *VARIANTS; i++)
        if (base_text_is(name, VARIANTS[i].variant)) return VARIANTS[i].slot;
    return CODE_SLOT_NONE;
}

const char *code_reading_name(code_reading reading)
{
    static const char *const names[CODE_READING_COUNT] = {
#define CODE_READING_ITEM(name, text) text,
        CODE_READINGS(CODE_READING_ITEM)
#undef CODE_READING_ITEM
    };
    return reading < CODE_READING_COUNT ? names[reading] : "";
}

const char *code_cue_name(code_cue_class cue_class)
{
    static const char *const names[CODE_CUE_COUNT] = {
#define CODE_CUE_ITEM(name, text) text,
        CODE_CUES(CODE_CUE_ITEM)
#undef CODE_CUE_ITEM
    };
    return cue_class < CODE_CUE_COUNT ? names[cue_class] : "";
}

const char *code_class_name(code_class noun_class)
{
    static const char *const names[CODE_CLASS_COUNT] = {
#define CODE_CLASS_ITEM(name, text) text,
        CODE_CLASSES(CODE_CLASS_ITEM)
#undef CODE_CLASS_ITEM
    };
    return noun_class < CODE_CLASS_COUNT ? names[noun_class] : "";
}

/* ---- readings */

static const code_act NOTHING = {.none = true};

static code_act act(drg_type type, const char *mode)
{
    return (code_act){.type = type, .mode = base_text_from(mode)};
}

/* What is threatened, in THREATEN's modes. */
static code_act threat_of(drg_type type, drg_text mode)
{
    if (type == DRG_ASSAULT || type == DRG_MOBILIZE) return act(DRG_THREATEN, "violence");
    if (type == DRG_SANCTION) return act(DRG_THREATEN, base_text_is(mode, "expel") ? "expel" : "relations");
    if (type == DRG_REJECT) return act(DRG_THREATEN, "relations");
    if (type == DRG_COERCE) {
        if (base_text_is(mode, "arrest")) return act(DRG_THREATEN, "arrest");
        if (base_text_is(mode, "deport")) return act(DRG_THREATEN, "expel");
        if (base_text_is(mode, "seize")) return act(DRG_THREATEN, "territory");
        return act(DRG_THREATEN, "restrict");
    }
    if (type == DRG_PROTEST) return act(DRG_THREATEN, "restrict");
    return NOTHING;
}

static bool is_cooperation(drg_type type)
{
    return type == DRG_CONSULT || type == DRG_SUPPORT || type == DRG_COOPERATE || type == DRG_AID || type == DRG_AGREE;
}

static bool is_concession(drg_type type)
{
    return type == DRG_CONCEDE || type == DRG_RETREAT;
}

static code_act planned(drg_type type, drg_text mode)
{
    if (is_cooperation(type)) return act(DRG_AGREE, "");
    if (is_concession(type)) return act(DRG_CONCEDE, "");
    if (type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_SANCTION) return threat_of(type, mode);
    return (code_act){.type = type, .mode = mode};
}

static code_act refused(drg_type type)
{
    if (type == DRG_CONSULT) return act(DRG_REJECT, "meet");
    if (type == DRG_AID || type == DRG_COOPERATE) return act(DRG_REJECT, "assist");
    if (is_concession(type)) return act(DRG_REJECT, "yield");
    if (type == DRG_SUPPORT || type == DRG_AGREE) return act(DRG_REJECT, "");
    return NOTHING;
}

static code_act cancelled(drg_type type)
{
    if (type == DRG_CONSULT) return act(DRG_REJECT, "meet");
    return is_cooperation(type) ? act(DRG_REJECT, "") : NOTHING;
}

static code_act demanded(drg_type type)
{
    if (type == DRG_CONSULT) return act(DRG_REQUEST, "meet");
    if (type == DRG_AID || type == DRG_COOPERATE) return act(DRG_REQUEST, "assist");
    if (is_concession(type)) return act(DRG_REQUEST, "yield");
    return act(DRG_REQUEST, "change");
}

static bool is_hostile(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_MOBILIZE || type == DRG_SANCTION ||
           type == DRG_PROTEST || type == DRG_THREATEN;
}

code_act code_reading_default(code_reading reading, drg_type type, drg_text mode)
{
    switch (reading) {
    case CODE_READING_PLANNED:
    case CODE_READING_PROMISED: return planned(type, mode);
    case CODE_READING_REFUSED: return refused(type);
    case CODE_READING_CANCELLED: return cancelled(type);
    case CODE_READING_THREATENED: return threat_of(type, mode);
    case CODE_READING_DEMANDED: return demanded(type);
    case CODE_READING_ATTEMPTED:
        return type == DRG_ASSAULT || type == DRG_REQUEST ? (code_act){.type = type, .mode = mode} : NOTHING;
    case CODE_READING_ALLEGED: return is_hostile(type) ? act(DRG_ACCUSE, "allege") : NOTHING;
    default: return NOTHING;
    }
}

/* ---- CAMEO of readings: the code of that root which names what is planned, refused, demanded or threatened */

static const char *agree_cameo(drg_type from)
{
    switch (from) {
    case DRG_CONSULT: return "036";
    case DRG_AID: return "033";
    case DRG_COOPERATE: return "031";
    case DRG_SUPPORT: return "032";
    default: return "030";
    }
}

static const char *reject_cameo(drg_text mode, drg_type from)
{
    if (base_text_is(mode, "meet")) return "125";
    if (base_text_is(mode, "assist")) return from == DRG_AID ? "122" : "121";
    if (base_text_is(mode, "change")) return "123";
    return base_text_is(mode, "yield") ? "124" : "120";
}

static const char *request_cameo(drg_text mode, drg_type from)
{
    if (base_text_is(mode, "meet")) return "106";
    if (base_text_is(mode, "assist")) return from == DRG_AID ? "103" : "101";
    if (base_text_is(mode, "yield")) return "105";
    return from == DRG_SUPPORT ? "102" : "104";
}

static const char *threaten_cameo(drg_text mode, drg_type from)
{
    if (base_text_is(mode, "violence")) return "138";
    if (base_text_is(mode, "territory")) return "1382";
    if (base_text_is(mode, "expel")) return "136";
    if (base_text_is(mode, "restrict") || base_text_is(mode, "arrest")) return from == DRG_PROTEST ? "133" : "132";
    return "131";
}

drg_text code_reading_cameo(const code_act *act, drg_type from)
{
    switch (act->type) {
    case DRG_AGREE: return base_text_from(agree_cameo(from));
    case DRG_REJECT: return base_text_from(reject_cameo(act->mode, from));
    case DRG_REQUEST: return base_text_from(request_cameo(act->mode, from));
    case DRG_THREATEN: return base_text_from(threaten_cameo(act->mode, from));
    case DRG_CONCEDE: return BASE_LITERAL("035");
    case DRG_ACCUSE: return BASE_LITERAL("112");
    default: return (drg_text){"", 0};
    }
}
