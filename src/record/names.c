/* SPDX-License-Identifier: Apache-2.0
 *
 * The codes' names: numbers to the words that stand in the record, and back. The order is that of the enumerations in
 * dragoman.h.
 */
#include "record/record.h"

static const char *const UPOS[DRG_UPOS_COUNT] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                 "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                 "PUNCT", "SCONJ", "SYM", "VERB", "X"};
static const char *const TYPES[DRG_TYPE_COUNT] = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                                  "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                                  "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
static const char *const STATUSES[] = {"actual", "ongoing",     "planned",      "cancelled",
                                       "denied", "conditional", "hypothetical", "historical"};
static const char *const READINGS[] = {"",        "Actual",      "Negated",      "Denied",
                                       "Planned", "Conditional", "Hypothetical", "Wished"};
static const char *const ACTOR_TYPES[] = {"person", "organization", "state", "group", "role"};
static const char *const VIAS[] = {"name", "apposition", "metonym", "pronoun", "role", "group"};
static const char *const MEETING_STATUSES[] = {"proposed",  "planned",   "ongoing",  "held",
                                               "postponed", "cancelled", "collapsed"};
static const char *const PARTS[] = {"party", "host", "mediator", "guest"};
static const char *const ATTENDANCES[] = {"invited",  "confirmed", "attending", "arrived",
                                          "withdrew", "deputy",    "absent"};
static const char *const STANCES[] = {"",       "accepts", "rejects",  "open",     "conditional", "demands",
                                      "offers", "denies",  "confirms", "declines", "silent"};
static const char *const MATTERS[] = {"meeting", "proposal", "term", "event"};
static const char *const VERSIONS[] = {"draft", "counter-proposal", "amended", "final"};
static const char *const PRECISIONS[] = {"unknown", "instant", "day", "week", "month", "year"};
static const char *const TIMEXES[] = {"DATE", "TIME", "DURATION", "SET"};
static const char *const MODS[] = {"",      "START",     "MID",       "END",           "APPROX",       "BEFORE",
                                   "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
static const char *const ANCHORS[] = {"", "published", "dateline", "text"};

#define COUNT(names) (sizeof(names) / sizeof *(names))
_Static_assert(COUNT(STATUSES) == DRG_STATUS_HISTORICAL + 1, "a name for each status");
_Static_assert(COUNT(READINGS) == DRG_READING_COUNT, "a name for each reading");
_Static_assert(COUNT(ACTOR_TYPES) == DRG_ACTOR_ROLE + 1, "a name for each type of actor");
_Static_assert(COUNT(VIAS) == DRG_VIA_GROUP + 1, "a name for each way of mentioning");
_Static_assert(COUNT(MEETING_STATUSES) == DRG_MEETING_STATUS_COUNT, "a name for each status of a meeting");
_Static_assert(COUNT(PARTS) == DRG_PART_COUNT, "a name for each part");
_Static_assert(COUNT(ATTENDANCES) == DRG_ATTENDANCE_COUNT, "a name for each attendance");
_Static_assert(COUNT(STANCES) == DRG_STANCE_COUNT, "a name for each stance");
_Static_assert(COUNT(MATTERS) == DRG_MATTER_COUNT, "a name for each matter");
_Static_assert(COUNT(PRECISIONS) == DRG_PRECISION_YEAR + 1, "a name for each precision");

static const char *name_of(const char *const *names, size_t count, size_t number)
{
    return number < count ? names[number] : "";
}

static uint32_t number_of(const char *const *names, size_t count, drg_text name)
{
    for (uint32_t i = 0; i < count; i++)
        if (base_text_is(name, names[i])) return i;
    return DRG_NONE;
}

const char *drg_upos_name(drg_upos upos)
{
    return name_of(UPOS, COUNT(UPOS), (size_t)upos);
}

const char *drg_type_name(drg_type type)
{
    return name_of(TYPES, COUNT(TYPES), (size_t)type);
}

const char *drg_event_status_name(drg_event_status status)
{
    return name_of(STATUSES, COUNT(STATUSES), (size_t)status);
}

bool drg_event_is_asserted(const drg_event *event)
{
    return !event->negated && event->status != DRG_STATUS_DENIED && event->status != DRG_STATUS_CONDITIONAL &&
           event->status != DRG_STATUS_HYPOTHETICAL;
}

const char *drg_reading_name(drg_reading reading)
{
    return name_of(READINGS, COUNT(READINGS), (size_t)reading);
}

const char *drg_actor_type_name(drg_actor_type type)
{
    return name_of(ACTOR_TYPES, COUNT(ACTOR_TYPES), (size_t)type);
}

const char *drg_via_name(drg_via via)
{
    return name_of(VIAS, COUNT(VIAS), (size_t)via);
}

const char *drg_meeting_status_name(drg_meeting_status status)
{
    return name_of(MEETING_STATUSES, COUNT(MEETING_STATUSES), (size_t)status);
}

const char *drg_part_name(drg_part part)
{
    return name_of(PARTS, COUNT(PARTS), (size_t)part);
}

const char *drg_attendance_name(drg_attendance attendance)
{
    return name_of(ATTENDANCES, COUNT(ATTENDANCES), (size_t)attendance);
}

const char *drg_stance_name(drg_stance stance)
{
    return name_of(STANCES, COUNT(STANCES), (size_t)stance);
}

const char *drg_matter_name(drg_matter matter)
{
    return name_of(MATTERS, COUNT(MATTERS), (size_t)matter);
}

const char *drg_precision_name(drg_precision precision)
{
    return name_of(PRECISIONS, COUNT(PRECISIONS), (size_t)precision);
}

const char *drg_timex_name(drg_timex timex)
{
    return name_of(TIMEXES, COUNT(TIMEXES), (size_t)timex);
}

const char *drg_mod_name(drg_mod mod)
{
    return name_of(MODS, COUNT(MODS), (size_t)mod);
}

const char *drg_anchor_name(drg_anchor anchor)
{
    return name_of(ANCHORS, COUNT(ANCHORS), (size_t)anchor);
}

uint32_t record_upos_from(drg_text name)
{
    return number_of(UPOS, COUNT(UPOS), name);
}

uint32_t record_type_from(drg_text name)
{
    return number_of(TYPES, COUNT(TYPES), name);
}

uint32_t record_event_status_from(drg_text name)
{
    return number_of(STATUSES, COUNT(STATUSES), name);
}

uint32_t record_meeting_status_from(drg_text name)
{
    return number_of(MEETING_STATUSES, COUNT(MEETING_STATUSES), name);
}

uint32_t record_attendance_from(drg_text name)
{
    return number_of(ATTENDANCES, COUNT(ATTENDANCES), name);
}

uint32_t record_stance_from(drg_text name)
{
    return number_of(STANCES, COUNT(STANCES), name);
}

uint32_t record_matter_from(drg_text name)
{
    return number_of(MATTERS, COUNT(MATTERS), name);
}

bool record_version_exists(drg_text version)
{
    return number_of(VERSIONS, COUNT(VERSIONS), version) != DRG_NONE;
}
