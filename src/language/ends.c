/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the tokens of a document and a place among them. Out: whether a sentence ends there.
 *
 * A linear classifier with hashed features of the tokens around the place, trained by the averaged perceptron
 * (Collins 2002) in train/segment_train.c. It is asked after every token that could be the last of a sentence and not
 * only after stops, because web text and headlines often have none. Rules alone (stop, then a capital) were measured
 * too, see ARCHITECTURE.md.
 */
#include "language/ends.h"

enum ends_shape { SHAPE_NONE, SHAPE_LOWER, SHAPE_CAPITAL, SHAPE_UPPER, SHAPE_LETTER, SHAPE_FIGURE, SHAPE_SIGN };

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash ^= value + 0x9E3779B9u + (hash << 6) + (hash >> 2);
    hash *= 0x85EBCA6Bu;
    return hash ^ (hash >> 15);
}

static uint32_t hash_lower(const char *data, size_t size)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < size && i < 24; i++) {
        unsigned char byte = (unsigned char)data[i];
        if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
        hash = (hash ^ byte) * 16777619u;
    }
    return hash;
}

static uint8_t shape_of(drg_text text, const token_item *item)
{
    if (item->kind == TOKEN_NUMBER) return SHAPE_FIGURE;
    if (item->kind > TOKEN_ABBREVIATION) return (uint8_t)(SHAPE_SIGN + item->kind);
    int32_t point;
    base_utf8_next(text, item->begin, &point);
    if (point == '\'' && item->end > item->begin + 1u) base_utf8_next(text, item->begin + 1u, &point);
    if (!base_point_is_upper(point)) return SHAPE_LOWER;
    if (item->end - item->begin == 1) return SHAPE_LETTER;
    char second = text.data[item->begin + 1];
    return second >= 'A' && second <= 'Z' ? SHAPE_UPPER : SHAPE_CAPITAL;
}

static bool is_closer(uint8_t kind)
{
    return kind == TOKEN_CLOSE || kind == TOKEN_QUOTE;
}

static bool is_stop(uint8_t kind)
{
    return kind == TOKEN_STOP || kind == TOKEN_ELLIPSIS;
}

/* "p.m.", "a.m." */
static bool ends_in_m(drg_text text, const token_item *item)
{
    if (item->kind != TOKEN_ABBREVIATION || item->end - item->begin != 4) return false;
    return (text.data[item->end - 2] | 0x20) == 'm';
}

const ends_mark *ends_marks(base_arena *arena, const model_table *words, drg_text text, const token_item *items,
                            size_t count)
{
    ends_mark *marks = BASE_ARRAY(arena, ends_mark, count);
    for (size_t i = 0; i < count; i++) {
        drg_text form = base_text_slice(text, items[i].begin, items[i].end);
        marks[i].hash = hash_lower(form.data, form.size);
        marks[i].shape = shape_of(text, &items[i]);
        marks[i].asks = items[i].kind == TOKEN_STOP && form.data[0] != '.';
        bool asked = marks[i].shape == SHAPE_LOWER && form.size > 2;
        marks[i].speech = asked && words_get(words, form) & WORDS_SPEECH;
        if (i && ends_in_m(text, &items[i - 1])) marks[i].time = words_get(words, form) & WORDS_TIME;
        if (i && is_closer(items[i - 1].kind)) marks[i].opener = words_get(words, form) & WORDS_OPENER;
    }
    return marks;
}

/* The token before `at` and the closing quotes and brackets that end there; `at` itself when it is none. At most four
 * steps back, and not over the start of a line. */
static size_t before_closers(const ends_text *text, size_t at)
{
    for (unsigned steps = 0; steps < 4 && at > 0 && is_closer(text->items[at].kind); steps++) {
        if (text->items[at].flags & (TOKEN_LINE | TOKEN_BLANK)) break;
        at--;
    }
    return at;
}

bool ends_after_stop(const ends_text *text, size_t at)
{
    return is_stop(text->items[before_closers(text, at)].kind);
}

/* "(res.)": two or three tokens in brackets inside a sentence. */
static bool is_aside(const ends_text *text, size_t at)
{
    for (size_t back = 2; back <= 3 && back < at; back++) {
        if (text->items[at - back].kind != TOKEN_OPEN) continue;
        return text->marks[at - back + 1].shape == SHAPE_LOWER && !is_stop(text->items[at - back - 1].kind);
    }
    return false;
}

bool ends_possible(const ends_text *text, size_t at)
{
    if (at + 1 >= text->count) return false;
    const token_item *item = &text->items[at], *next = &text->items[at + 1];
    if (next->flags & TOKEN_JOINED || item->kind == TOKEN_OPEN) return false;
    if (text->marks[at + 1].time) return false;
    if (is_closer(item->kind)) return text->marks[at + 1].shape != SHAPE_LOWER && !is_aside(text, at);
    if (is_stop(item->kind)) return !is_stop(next->kind); /* ". . ." */
    if (!(next->flags & TOKEN_SPACE)) return false;
    uint8_t shape = text->marks[at + 1].shape;
    if (next->kind == TOKEN_OPEN && item->kind != TOKEN_COLON && item->kind != TOKEN_ABBREVIATION) return false;
    return shape != SHAPE_LOWER && next->kind != TOKEN_COMMA && next->kind != TOKEN_STOP && next->kind != TOKEN_CLOSE;
}

static unsigned bucket(size_t number)
{
    return number < 4 ? (unsigned)number : number < 7 ? 4 : number < 12 ? 5 : number < 25 ? 6 : number < 50 ? 7 : 8;
}

/* Tokens until the line ends, at most 6. */
static unsigned ends_left(const ends_text *text, size_t at)
{
    unsigned left = 0;
    for (size_t i = at + 1; i < text->count && left < 6; i++, left++)
        if (text->items[i].flags & (TOKEN_LINE | TOKEN_BLANK)) break;
    return left;
}

/* Does a word of saying follow soon, before anything that ends a sentence? */
static bool speech_follows(const ends_text *text, size_t at)
{
    for (size_t i = at + 1; i < text->count && i <= at + 8; i++) {
        if (is_stop(text->items[i].kind) || text->items[i].flags & (TOKEN_LINE | TOKEN_BLANK)) return false;
        if (text->marks[i].speech) return true;
    }
    return false;
}

static const ends_mark no_mark = {.shape = SHAPE_NONE};

static const ends_mark *mark_at(const ends_text *text, size_t at)
{
    return at < text->count ? &text->marks[at] : &no_mark;
}

void ends_features(const ends_text *text, const ends_place *place, size_t at, uint32_t features[ENDS_FEATURES])
{
    size_t core = before_closers(text, at), closers = at - core;
    const token_item *items = text->items;
    const ends_mark *this = &text->marks[at], *stop = &text->marks[core];
    const ends_mark *before = core > place->first ? &text->marks[core - 1] : &no_mark;
    const ends_mark *second = core > place->first + 1 ? &text->marks[core - 2] : &no_mark;
    const ends_mark *next = mark_at(text, at + 1), *after = mark_at(text, at + 2), *third = mark_at(text, at + 3);
    bool space = at + 1 < text->count && items[at + 1].flags & TOKEN_SPACE;
    bool spaced = items[core].flags & TOKEN_SPACE; /* " ." as in ". . ." */
    uint32_t kind = mix(items[core].kind + 32u * items[at].kind, (uint32_t)closers * 4 + space * 2u + spaced);
    unsigned length = bucket(at - place->first), left = ends_left(text, at);
    uint32_t number = 0;
#define FEATURE(value) features[number] = mix(mix(kind, 0x5EED + number), (value)), number++
    FEATURE(0);
    FEATURE(next->shape);
    FEATURE(next->hash);
    FEATURE(this->hash);
    FEATURE(stop->hash + 7u * next->shape);
    FEATURE(before->hash);
    FEATURE(mix(before->hash, next->hash));
    FEATURE(mix(before->hash, next->shape));
    FEATURE(next->shape + 64u * after->shape);
    FEATURE(mix(before->shape + 64u * second->shape, next->shape + 64u * (this->shape)));
    FEATURE(length + 16u * next->shape);
    FEATURE((place->brackets > 0) + 2u * (place->quotes & 1) + 4u * next->shape);
    FEATURE(speech_follows(text, at) + 2u * next->shape + 64u * (place->quotes & 1));
    FEATURE(mix(next->hash, after->hash));
    FEATURE(mix(this->hash, next->hash));
    FEATURE(left + 8u * length);
    FEATURE(mix(before->shape + 64u * next->shape, after->shape + 64u * third->shape));
    FEATURE(mix(second->hash, before->shape));
    FEATURE(text->marks[place->first].shape + 64u * next->shape);
#undef FEATURE
}

void ends_advance(const ends_text *text, size_t at, ends_place *place)
{
    uint8_t kind = text->items[at].kind;
    if (text->items[at].flags & (TOKEN_LINE | TOKEN_BLANK)) place->brackets = place->quotes = 0;
    if (kind == TOKEN_QUOTE) place->quotes++;
    if (kind == TOKEN_OPEN) place->brackets++;
    if (kind == TOKEN_CLOSE && place->brackets) place->brackets--;
}

static bool is_name_shape(uint8_t shape)
{
    return shape == SHAPE_CAPITAL || shape == SHAPE_UPPER || shape == SHAPE_LETTER;
}

/* "...?" President Trump asked: a quotation that ends in no full stop, then a name and a word of saying. */
static bool is_attributed(const ends_text *text, size_t at)
{
    size_t core = before_closers(text, at);
    if (core == at && text->marks[at].asks && at + 1 < text->count && text->marks[at + 1].speech) return true;
    if (core == at || text->items[core].kind != TOKEN_STOP || !text->marks[core].asks) return false;
    if (at + 1 >= text->count || text->marks[at + 1].opener) return false;
    for (size_t i = at + 1; i < text->count && i <= at + 6; i++) {
        if (text->marks[i].speech) return i > at + 1;
        bool comma = text->items[i].kind == TOKEN_COMMA && i > at + 1;
        if (!comma && !is_name_shape(text->marks[i].shape)) return false;
    }
    return false;
}

bool ends_decide(const ends_model *model, const ends_text *text, const ends_place *place, size_t at)
{
    uint32_t features[ENDS_FEATURES];
    if (is_attributed(text, at)) return false;
    ends_features(text, place, at, features);
    uint8_t core = text->items[before_closers(text, at)].kind;
    int32_t score = model->bias[!is_stop(core) && core != TOKEN_ABBREVIATION];
    for (size_t i = 0; i < ENDS_FEATURES; i++) score += model->weights[features[i] & model->mask];
    return score > 0;
}
