/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the first sentences of a text whose day the caller does not know. Out: its day, where a dateline ("LONDON, 23
 * April 2025 (Reuters) -") or a line at its head that is a date and nothing else, or has one in brackets, gives it
 * whole. The day on which a page was fetched, or a date inside the text, is never taken for it. */
#include "find/moment.h"

#define HEAD_SENTENCES 8 /* of a text, in which such a line may stand */

/* A whole date with its year and nothing but marks, a weekday, "Published", "For Immediate Release" around it. */
static bool only_date(const find_clock *clock, int32_t *ret_day)
{
    static const char *const others[] = {"for",  "immediate", "release", "published", "updated", "posted",
                                         "date", "issued",    "on",      "the",       "at",      NULL};
    bool found = false;
    int value;
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        find_moment moment = {0};
        if (clock->reading->tokens[i].upos == DRG_PUNCT || find_word_among(clock, i, others)) continue;
        if (find_date_word(clock, i, FIND_WEEKDAY, &value)) continue;
        if (found || !find_read_absolute(clock, i, &moment)) return false;
        if (moment.grain != FIND_GRAIN_DAY || moment.from != moment.to || moment.anchored != DRG_ANCHOR_NONE)
            return false;
        *ret_day = moment.from;
        found = true;
        i = moment.last;
    }
    return found;
}

/* "Press Briefing Room (December 7, 2023) 1:36 P.M. EST": a line without a verb, a whole date alone in brackets. */
static bool in_brackets(const find_clock *clock, int32_t *ret_day)
{
    const find_reading *reading = clock->reading;
    bool found = false;
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        find_moment moment = {0};
        uint8_t upos = reading->tokens[i].upos;
        if (upos == DRG_VERB || upos == DRG_AUX) return false;
        bool opens = i > clock->begin && base_text_is(find_wording(reading, i - 1), "(");
        if (!opens || !find_read_absolute(clock, i, &moment) || moment.last + 1 >= clock->end) continue;
        bool closed = base_text_is(find_wording(reading, moment.last + 1), ")");
        bool day = moment.grain == FIND_GRAIN_DAY && moment.from == moment.to && moment.anchored == DRG_ANCHOR_NONE;
        if (!closed || !day) continue;
        if (found) return false;
        *ret_day = moment.from;
        found = true;
    }
    return found;
}

static bool in_dateline(find_clock *clock, const drg_sentence *sentence, int32_t *ret_day)
{
    clock->begin = sentence->first_token;
    clock->end = sentence->body;
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        find_moment moment = {0};
        if (!find_read_absolute(clock, i, &moment) || moment.grain != FIND_GRAIN_DAY) continue;
        if (moment.from != moment.to || moment.anchored != DRG_ANCHOR_NONE) continue;
        *ret_day = moment.from;
        return true;
    }
    return false;
}

void find_read_dateline(find_reading *reading)
{
    const drg_document *document = reading->document;
    find_clock clock = {.reading = reading};
    if (reading->dated) return;
    for (uint32_t i = 0; i < document->sentences.count && i < HEAD_SENTENCES; i++) {
        const drg_sentence *sentence = &document->sentences.items[i];
        clock.sentence = i;
        bool found = sentence->body > sentence->first_token && in_dateline(&clock, sentence, &reading->day);
        clock.begin = sentence->first_token;
        clock.end = find_sentence_end(sentence);
        if (!found && !only_date(&clock, &reading->day) && !in_brackets(&clock, &reading->day)) continue;
        reading->dated = reading->day_read = find_day_write(reading->day, reading->day_text);
        return;
    }
}
