/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees. Out: its actors, mentions, dates and places, see find.h and reading.h for the way through.
 */
#include "find/find.h"

#include "find/reading.h"

static void read_day(find_reading *reading)
{
    reading->dated = find_day_read(reading->document->source.published, &reading->day);
    if (reading->dated) reading->dated = find_day_write(reading->day, reading->day_text);
}

static uint32_t *unset(base_arena *arena, uint32_t count)
{
    uint32_t *items = BASE_ARRAY(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i <= count; i++) items[i] = DRG_NONE;
    return items;
}

find_reading find_reading_start(const find_lists *lists, base_arena *arena, drg_document *document)
{
    find_reading reading = {.lists = lists, .arena = arena, .document = document};
    reading.tokens = document->tokens.items;
    reading.token_count = (uint32_t)document->tokens.count;
    reading.match_at = unset(arena, reading.token_count);
    reading.draft_at = unset(arena, reading.token_count);
    read_day(&reading);
    find_scan(&reading);
    find_read_short_names(&reading);
    find_read_dateline(&reading);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        if (document->sentences.items[i].kind == DRG_SENTENCE_BYLINE) continue;
        reading.headline = document->sentences.items[i].kind == DRG_SENTENCE_HEADLINE;
        find_read_phrases(&reading, i);
        find_read_names(&reading, i);
    }
    return reading;
}

void find_read(const find_lists *lists, base_arena *arena, drg_document *document)
{
    find_reading reading = find_reading_start(lists, arena, document);
    find_read_entities(&reading);
    find_read_becoming(&reading);
    find_read_kinds(&reading);
    find_settle(&reading);
    find_read_dates(&reading);
    find_read_places(&reading);
    find_add_unlisted_places(&reading);
}

size_t find_mentions_at(const drg_document *document, uint32_t token, uint32_t *ret_first)
{
    uint32_t first = find_mention_at(document, token);
    if (first == DRG_NONE) return 0;
    const drg_mention *mentions = document->mentions.items;
    size_t count = 1;
    while (first + count < document->mentions.count &&
           mentions[first + count].span.begin == mentions[first].span.begin &&
           mentions[first + count].span.end == mentions[first].span.end)
        count++;
    *ret_first = first;
    return count;
}

uint32_t find_date_at(const drg_document *document, uint32_t token)
{
    size_t low = 0, high = document->dates.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->dates.items[middle].head < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < document->dates.count && document->dates.items[low].head == token ? (uint32_t)low : DRG_NONE;
}
