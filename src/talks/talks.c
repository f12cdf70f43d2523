/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees, mentions, dates, places, events and readings. Out: its meetings. Here: what the
 * reading asks of the document.
 */
#include <inttypes.h>

#include "talks/reader.h"

drg_reading talks_reading(const talks_reader *reader, uint32_t token)
{
    return reader->tree.readings ? (drg_reading)reader->tree.readings[token] : DRG_READING_NONE;
}

/* How far a thing's head stands under the token, at most four steps; 99 not at all, or across another clause. */
static unsigned steps_under(const talks_tree *tree, uint32_t head, uint32_t token)
{
    for (unsigned steps = 0; steps < 5 && head != DRG_NONE; steps++) {
        if (head == token) return steps;
        uint8_t relation = tree->tokens[head].relation;
        if (steps && (relation == LANGUAGE_ADVCL || relation == LANGUAGE_ACL || relation == LANGUAGE_ACL_RELCL ||
                      relation == LANGUAGE_CCOMP || relation == LANGUAGE_PARATAXIS))
            return 99;
        head = tree->tokens[head].head;
    }
    return 99;
}

static bool is_clock_date(const drg_date *date)
{
    return date->from[0] && date->head != DRG_NONE && (date->kind == DRG_TIMEX_DATE || date->kind == DRG_TIMEX_TIME);
}

/* The arrays are in the order of the sentences: the first entry that may be of this one. Dates that an event inherited
 * stand at the end, with the sentence that says them. */
static size_t first_date(const drg_document *document, uint32_t sentence)
{
    size_t low = 0, high = document->dates.count;
    while (low < high && document->dates.items[high - 1].inherited) high--;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->dates.items[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t first_place(const drg_document *document, uint32_t sentence)
{
    size_t low = 0, high = document->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->places.items[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t talks_date_at(const talks_reader *reader, uint32_t token)
{
    const drg_document *document = reader->document;
    uint32_t sentence = reader->tree.sentence[token], best = DRG_NONE;
    unsigned fewest = 99;
    for (size_t i = first_date(document, sentence); i < document->dates.count; i++) {
        const drg_date *date = &document->dates.items[i];
        if (date->sentence != sentence) break;
        if (!is_clock_date(date)) continue;
        unsigned steps = steps_under(&reader->tree, date->head, token);
        if (steps < fewest) best = (uint32_t)i;
        if (steps < fewest) fewest = steps;
    }
    return best;
}

uint32_t talks_place_at(const talks_reader *reader, uint32_t token)
{
    const drg_document *document = reader->document;
    uint32_t sentence = reader->tree.sentence[token], best = DRG_NONE;
    unsigned fewest = 99;
    for (size_t i = first_place(document, sentence); i < document->places.count; i++) {
        const drg_place *place = &document->places.items[i];
        if (place->sentence != sentence) break;
        if (place->aside) continue;
        if (!talks_has_case(&reader->tree, place->head, (drg_text){"", 0})) continue;
        unsigned steps = steps_under(&reader->tree, place->head, token);
        if (steps < fewest) best = (uint32_t)i;
        if (steps < fewest) fewest = steps;
    }
    return best;
}

uint32_t talks_place_of(const talks_reader *reader, uint32_t token)
{
    uint32_t place = talks_place_at(reader, token);
    if (place == DRG_NONE) return DRG_NONE;
    return steps_under(&reader->tree, reader->document->places.items[place].head, token) <= 1 ? place : DRG_NONE;
}

bool talks_same_date(const talks_reader *reader, uint32_t left, uint32_t right)
{
    if (left == DRG_NONE || right == DRG_NONE) return true;
    const drg_date *a = &reader->document->dates.items[left], *b = &reader->document->dates.items[right];
    bool before = a->to[0] && b->from[0] && strcmp(a->to, b->from) < 0;
    bool after = b->to[0] && a->from[0] && strcmp(b->to, a->from) < 0;
    return !before && !after;
}

bool talks_same_place(const talks_reader *reader, uint32_t left, uint32_t right)
{
    if (left == DRG_NONE || right == DRG_NONE) return true;
    const drg_place *a = &reader->document->places.items[left], *b = &reader->document->places.items[right];
    if (base_text_equal(a->name, b->name)) return true;
    bool whole = !a->admin1.size || !b->admin1.size; /* a country, or a city that has no division */
    return whole && a->country.size && base_text_equal(a->country, b->country);
}

bool talks_same_actor(const talks_reader *reader, uint32_t left, uint32_t right)
{
    const drg_mention *mentions = reader->document->mentions.items;
    return mentions[left].actor == mentions[right].actor;
}

bool talks_same_side(const talks_reader *reader, uint32_t left, uint32_t right)
{
    const drg_mention *mentions = reader->document->mentions.items;
    if (talks_same_actor(reader, left, right)) return true;
    return mentions[left].country.size && !base_text_is(mentions[left].country, "---") &&
           base_text_equal(mentions[left].country, mentions[right].country);
}

drg_indexes talks_keep_indexes(talks_reader *reader, const uint32_t *items, size_t count)
{
    if (!count) return (drg_indexes){NULL, 0};
    uint32_t *kept = BASE_ARRAY(&reader->document->arena, uint32_t, count);
    memcpy(kept, items, count * sizeof *kept);
    return (drg_indexes){kept, count};
}

drg_text talks_id(talks_reader *reader, const char *kind, drg_span span, uint32_t number)
{
    drg_text whole = base_text_format(reader->scratch, "%s %016" PRIx64 " %" PRIu32 " %" PRIu32 " %" PRIu32, kind,
                                      base_text_hash(reader->document->id), span.begin, span.end, number);
    return base_text_format(&reader->document->arena, "%c%016" PRIx64, kind[0], base_text_hash(whole));
}

void talks_read(const talks_words *words, base_arena *arena, drg_document *document)
{
    talks_reader reader = {.words = words, .scratch = arena, .document = document};
    talks_tree_make(&reader.tree, arena, document);
    talks_read_meetings(&reader);
    talks_read_proposals(&reader);
    talks_read_stances(&reader);
}
