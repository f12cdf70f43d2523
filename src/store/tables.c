/* SPDX-License-Identifier: Apache-2.0 */
#include "store/tables.h"

#define SPAN "sentence, span_begin, span_end"
#define SPEAKER "speaker, speaker_begin, speaker_end, outlet, medium, verb, verb_begin, verb_end, direct"

const store_shape STORE_TABLES[STORE_TABLE_COUNT] = {
    [STORE_SENTENCES] = {"sentences", "number, kind, paragraph, span_begin, span_end", "number"},
    [STORE_NOTES] = {"notes", "number, span_begin, span_end, text", "number"},
    [STORE_ACTORS] = {"actors", "number, id, name, type, country, sectors, listed, " SPAN, "number"},
    [STORE_ACTOR_ROLES] = {"actor_roles",
                           "actor, number, title, country, organization, valid_from, valid_to, listed, span_begin, "
                           "span_end",
                           "actor, number"},
    [STORE_ACTOR_ALIASES] = {"actor_aliases", "actor, number, alias", "actor, number"},
    [STORE_MENTIONS] = {"mentions", "number, actor, via, country, sectors, role, " SPAN, "number"},
    [STORE_DATES] = {"dates",
                     "number, type, value, mod, first_day, last_day, precision, anchor, anchored, inherited, " SPAN,
                     "number"},
    [STORE_PLACES] = {"places", "number, name, country, admin1, lat, lon, geonames, aside, listed, " SPAN, "number"},
    [STORE_EVENTS] = {"events",
                      "number, id, type, act, mode, cameo, quad, score, goldstein, status, negated, date, place, dead, "
                      "injured, detained, people, money, currency, rule, rule_line, confidence, " SPAN
                      ", trigger_begin, trigger_end",
                      "number"},
    [STORE_EVENT_MENTIONS] = {"event_mentions", "event, part, number, mention", "event, part, number"},
    [STORE_EVENT_ATTRIBUTIONS] = {"event_attributions", "event, number, " SPEAKER, "event, number"},
    [STORE_EVENT_CONTEXTS] = {"event_contexts", "event, number, context", "event, number"},
    [STORE_EVENT_TELLINGS] = {"event_tellings", "event, number, " SPAN ", trigger_begin, trigger_end", "event, number"},
    [STORE_STATEMENTS] = {"statements",
                          "number, id, " SPEAKER ", addressee, date, " SPAN
                          ", stance, reverses, reversal_begin, reversal_end, attitude",
                          "number"},
    [STORE_MEETINGS] = {"meetings", "number, id, level, place, date, status, topic_begin, topic_end, " SPAN, "number"},
    [STORE_MEETING_STEPS] = {"meeting_steps", "meeting, number, status, date, " SPAN, "meeting, number"},
    [STORE_MEETING_PEOPLE] = {"meeting_people", "meeting, number, mention, part, attendance, date, " SPAN,
                              "meeting, number"},
    [STORE_MEETING_EVENTS] = {"meeting_events", "meeting, number, event", "meeting, number"},
    [STORE_PROPOSALS] = {"proposals", "number, id, version, answers, place, date, " SPAN, "number"},
    [STORE_PROPOSAL_PEOPLE] = {"proposal_people", "proposal, part, number, mention", "proposal, part, number"},
    [STORE_PROPOSAL_TERMS] = {"proposal_terms",
                              "proposal, number, subject, by_begin, by_end, action_begin, action_end, object_begin, "
                              "object_end, benefits_begin, benefits_end, costs_begin, costs_end, " SPAN,
                              "proposal, number"},
    [STORE_PROPOSAL_TELLINGS] = {"proposal_tellings", "proposal, number, " SPAN, "proposal, number"},
    [STORE_POSITIONS] = {"positions",
                         "number, id, mention, stance, proposal, term, content_begin, content_end, condition_begin, "
                         "condition_end, date, statement, " SPAN,
                         "number"},
    [STORE_STATEMENT_MATTERS] = {"statement_matters", "statement, number, matter, item, term", "statement, number"},
};
