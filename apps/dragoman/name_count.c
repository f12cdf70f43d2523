/* SPDX-License-Identifier: Apache-2.0
 * In: documents. Out: their names that no list has, with how often, in how many documents, for what they were taken,
 * and where they stand.
 *
 * A person or an organisation that the library read from the text alone says so itself (drg_actor.listed), a place by
 * having no country. What is left are capitalised words that became nothing: they are names of their own only where
 * nothing that was recognised stands beside them, since else they are part of a title or of a longer name. */
#include "name_count.h"

#include <stdlib.h>
#include <string.h>

const char *const NAME_TYPES[] = {"person", "organization", "place", "unsure"};

enum { CONTEXT_BYTES = 70, RUN_TOKENS = 6 };

/* ---------------------------------------------------------------- one name */

static name_entry *entry_of(name_counts *counts, drg_text name)
{
    size_t at = text_map_get(&counts->index, name);
    if (at != SIZE_MAX) return &counts->entries[at];
    if (counts->count == counts->capacity) {
        counts->capacity = counts->capacity ? counts->capacity * 2 : 64;
        counts->entries = memory_grow(counts->entries, counts->capacity * sizeof *counts->entries);
    }
    name_entry *entry = &counts->entries[counts->count];
    *entry = (name_entry){.name = {memory_copy(name), name.size}};
    text_map_put(&counts->index, entry->name, counts->count++);
    return entry;
}

static void vote(name_votes *votes, drg_text text)
{
    if (!text.size) return;
    for (size_t i = 0; i < votes->count; i++)
        if (text_equal((drg_text){votes->texts[i].data, votes->texts[i].size}, text)) {
            votes->counts[i]++;
            return;
        }
    if (votes->count == NAME_VOTES) return;
    buffer_add(&votes->texts[votes->count], text);
    votes->counts[votes->count++] = 1;
}

drg_text name_votes_best(const name_votes *votes)
{
    size_t best = 0;
    for (size_t i = 1; i < votes->count; i++)
        if (votes->counts[i] > votes->counts[best]) best = i;
    return votes->count ? (drg_text){votes->texts[best].data, votes->texts[best].size} : (drg_text){"", 0};
}

name_type name_type_of(const name_entry *entry)
{
    name_type best = NAME_PERSON;
    for (int type = 1; type < NAME_TYPE_COUNT; type++)
        if (entry->types[type] > entry->types[best]) best = (name_type)type;
    return best;
}

/* The words around the span, cut between characters. */
static void keep_context(name_counts *counts, name_entry *entry, drg_text text, drg_span span)
{
    if (entry->context_count >= counts->contexts) return;
    size_t begin = span.begin > CONTEXT_BYTES ? span.begin - CONTEXT_BYTES : 0;
    size_t end = text.size - span.end > CONTEXT_BYTES ? span.end + CONTEXT_BYTES : text.size;
    while (begin < span.begin && begin && text.data[begin - 1] != ' ') begin++;
    while (end > span.end && end < text.size && text.data[end] != ' ') end--;
    line_buffer context = {0}, clean = {0};
    buffer_add(&context, text_slice(text, begin, span.begin));
    buffer_add_string(&context, "[");
    buffer_add(&context, text_slice(text, span.begin, span.end));
    buffer_add_string(&context, "]");
    buffer_add(&context, text_slice(text, span.end, end));
    buffer_add_clean(&clean, text_trim((drg_text){context.data, context.size}));
    buffer_free(&context);
    entry->contexts = memory_grow(entry->contexts, (entry->context_count + 1) * sizeof *entry->contexts);
    entry->contexts[entry->context_count++] = clean;
}

static name_entry *count_name(name_counts *counts, const drg_document *document, drg_text name, name_type type,
                              drg_span span)
{
    name_entry *entry = entry_of(counts, name);
    entry->times++;
    entry->types[type]++;
    if (entry->last_document != counts->documents) {
        entry->documents++;
        entry->last_document = counts->documents;
        keep_context(counts, entry, drg_document_text(document), span);
    }
    return entry;
}

/* ---------------------------------------------------------------- what a document says */

/* Per token: what covers it. */
typedef struct token_cover {
    const drg_document *document;
    const drg_token *tokens;
    size_t count;
    unsigned char *covered;
} token_cover;

static void cover_span(token_cover *cover, drg_span span)
{
    size_t low = 0, high = cover->count;
    while (low < high) { /* the first token that ends behind the span's begin */
        size_t middle = low + (high - low) / 2;
        if (cover->tokens[middle].span.end <= span.begin)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < cover->count && cover->tokens[low].span.begin < span.end; low++) cover->covered[low] = 1;
}

static token_cover cover_document(const drg_document *document)
{
    token_cover cover = {document, drg_document_tokens(document), drg_document_token_count(document), NULL};
    cover.covered = memory_take(cover.count + 1);
    for (size_t i = 0; i < drg_document_mention_count(document); i++)
        cover_span(&cover, drg_document_mentions(document)[i].span);
    for (size_t i = 0; i < drg_document_place_count(document); i++)
        cover_span(&cover, drg_document_places(document)[i].span);
    for (size_t i = 0; i < drg_document_date_count(document); i++)
        cover_span(&cover, drg_document_dates(document)[i].span);
    return cover;
}

static void take_office(name_entry *entry, const drg_document *document, const drg_mention *mention)
{
    drg_text day = drg_document_source(document)->published;
    vote(&entry->countries, mention->country);
    if (mention->sector.count) vote(&entry->sectors, mention->sector.items[0]);
    if (!mention->role.size) return;
    vote(&entry->titles, mention->role);
    if (day.size < 10) return;
    if (!entry->from[0] || memcmp(day.data, entry->from, 10) < 0) memcpy(entry->from, day.data, 10);
    if (!entry->to[0] || memcmp(day.data, entry->to, 10) > 0) memcpy(entry->to, day.data, 10);
}

/* What the span says stands for something that a list has. */
static void keep_listed(name_counts *counts, const drg_document *document, drg_span span)
{
    line_buffer name = {0};
    buffer_add_clean(&name, text_slice(drg_document_text(document), span.begin, span.end));
    drg_text wording = {name.data ? name.data : "", name.size};
    if (text_map_get(&counts->listed, wording) == SIZE_MAX)
        text_map_put(&counts->listed, (drg_text){memory_copy(wording), wording.size}, 0);
    buffer_free(&name);
}

static void count_mentions(name_counts *counts, const drg_document *document)
{
    const drg_actor *actors = drg_document_actors(document);
    const drg_mention *mentions = drg_document_mentions(document);
    for (size_t i = 0; i < drg_document_mention_count(document); i++) {
        const drg_actor *actor = &actors[mentions[i].actor];
        bool person = actor->type == DRG_ACTOR_PERSON, body = actor->type == DRG_ACTOR_ORGANIZATION;
        bool named = mentions[i].via == DRG_VIA_NAME || mentions[i].via == DRG_VIA_APPOSITION;
        if (actor->listed && named) keep_listed(counts, document, mentions[i].span);
        if (actor->listed || !named || (!person && !body)) continue;
        name_entry *entry =
            count_name(counts, document, actor->name, person ? NAME_PERSON : NAME_ORGANIZATION, mentions[i].span);
        take_office(entry, document, &mentions[i]);
    }
}

static void count_places(name_counts *counts, const drg_document *document)
{
    const drg_place *places = drg_document_places(document);
    for (size_t i = 0; i < drg_document_place_count(document); i++)
        if (places[i].listed)
            keep_listed(counts, document, places[i].span);
        else
            count_name(counts, document, places[i].name, NAME_PLACE, places[i].span);
}

/* ---------------------------------------------------------------- words that became nothing */

static drg_text wording(const token_cover *cover, size_t token)
{
    drg_span span = cover->tokens[token].span;
    return text_slice(drg_document_text(cover->document), span.begin, span.end);
}

static bool is_calendar(drg_text word)
{
    static const char *const words[] = {"Monday",   "Tuesday", "Wednesday", "Thursday",  "Friday",  "Saturday",
                                        "Sunday",   "January", "February",  "March",     "April",   "May",
                                        "June",     "July",    "August",    "September", "October", "November",
                                        "December", "GMT",     "UTC"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word, words[i])) return true;
    return false;
}

static bool is_free_name(const token_cover *cover, size_t token)
{
    drg_text word = wording(cover, token);
    if (cover->covered[token] || cover->tokens[token].upos != DRG_PROPN || word.size < 2 || is_calendar(word))
        return false;
    int32_t point = 0;
    text_character(word, 0, &point);
    return (point >= 'A' && point <= 'Z') || point >= 0xC0;
}

/* "in Xanadu": a place, by where it stands. */
static name_type type_at(const token_cover *cover, size_t first, size_t begin)
{
    static const char *const words[] = {"in", "In", "near", "Near", "at", "outside"};
    for (size_t i = 0; first > begin && i < sizeof words / sizeof *words; i++)
        if (text_is(wording(cover, first - 1), words[i])) return NAME_PLACE;
    return NAME_UNSURE;
}

/* Did several bearers fit, so that none was taken? */
static bool is_noted(const drg_document *document, drg_span span)
{
    const drg_note *notes = drg_document_notes(document);
    for (size_t i = 0; i < drg_document_note_count(document); i++)
        if (notes[i].span.begin <= span.begin && notes[i].span.end >= span.end && span.end - span.begin > 0 &&
            notes[i].span.end - notes[i].span.begin < 2 * (span.end - span.begin) + 8)
            return true;
    return false;
}

static bool is_capital(const token_cover *cover, size_t token)
{
    drg_text word = wording(cover, token);
    return word.size && word.data[0] >= 'A' && word.data[0] <= 'Z';
}

static bool is_word(const token_cover *cover, size_t token, const char *word)
{
    return text_is(wording(cover, token), word);
}

/* The words are part of something longer: tied by a hyphen, beside another capital or something recognised, or the head
 * of "House of Representatives". */
static bool is_part(const token_cover *cover, size_t first, size_t last, size_t begin, size_t end)
{
    bool before = first > begin, after = last + 1 < end;
    size_t left = first - before, right = last + after;
    bool tied =
        (before && cover->tokens[left].span.end == cover->tokens[first].span.begin && is_word(cover, left, "-")) ||
        (after && cover->tokens[right].span.begin == cover->tokens[last].span.end && is_word(cover, right, "-"));
    bool named =
        (before && (cover->covered[left] || is_capital(cover, left)) && cover->tokens[left].upos != DRG_DET) ||
        (after && cover->tokens[right].upos != DRG_PUNCT && (cover->covered[right] || is_capital(cover, right)));
    bool of = (after && (is_word(cover, right, "of") || is_word(cover, right, "for")) && right + 1 < end) ||
              (left > begin && is_word(cover, left, "of") && is_capital(cover, left - 1));
    return tied || named || of;
}

static void count_run(name_counts *counts, const token_cover *cover, size_t first, size_t last, size_t begin,
                      size_t end)
{
    drg_span span = {cover->tokens[first].span.begin, cover->tokens[last].span.end};
    bool noted = is_noted(cover->document, span);
    bool lone = first == last && first == begin; /* a capital that says nothing */
    if (!noted && (lone || is_part(cover, first, last, begin, end))) return;
    line_buffer name = {0};
    buffer_add_clean(&name, text_slice(drg_document_text(cover->document), span.begin, span.end));
    name_entry *entry =
        count_name(counts, cover->document, (drg_text){name.data, name.size}, type_at(cover, first, begin), span);
    entry->ambiguous += noted;
    buffer_free(&name);
}

static void count_sentence(name_counts *counts, const token_cover *cover, const drg_sentence *sentence)
{
    size_t begin = sentence->body, end = (size_t)sentence->first_token + sentence->token_count;
    if (sentence->kind != DRG_SENTENCE_TEXT) return; /* capitals of a headline say nothing */
    for (size_t i = begin; i < end; i++) {
        if (!is_free_name(cover, i)) continue;
        size_t last = i;
        while (last + 1 < end && last - i < RUN_TOKENS && is_free_name(cover, last + 1)) last++;
        count_run(counts, cover, i, last, begin, end);
        i = last;
    }
}

void name_counts_add(name_counts *counts, const drg_document *document)
{
    counts->documents++;
    count_mentions(counts, document);
    count_places(counts, document);
    token_cover cover = cover_document(document);
    const drg_sentence *sentences = drg_document_sentences(document);
    for (size_t i = 0; i < drg_document_sentence_count(document); i++) count_sentence(counts, &cover, &sentences[i]);
    free(cover.covered);
}

/* ---------------------------------------------------------------- order */

static int by_rank(const void *a, const void *b)
{
    const name_entry *left = *(const name_entry *const *)a, *right = *(const name_entry *const *)b;
    if (left->times != right->times) return left->times > right->times ? -1 : 1;
    if (left->documents != right->documents) return left->documents > right->documents ? -1 : 1;
    size_t size = left->name.size < right->name.size ? left->name.size : right->name.size;
    int order = memcmp(left->name.data, right->name.data, size);
    return order ? order : left->name.size < right->name.size ? -1 : 1;
}

const name_entry **name_counts_ranked(const name_counts *counts, size_t *ret_count)
{
    const name_entry **ranked = memory_take((counts->count + 1) * sizeof *ranked);
    size_t kept = 0;
    for (size_t i = 0; i < counts->count; i++) {
        const name_entry *entry = &counts->entries[i];
        bool known = text_map_get(&counts->listed, entry->name) != SIZE_MAX;
        if (!known || entry->ambiguous || name_type_of(entry) != NAME_UNSURE) ranked[kept++] = entry;
    }
    qsort(ranked, kept, sizeof *ranked, by_rank);
    *ret_count = kept;
    return ranked;
}

static void free_votes(name_votes *votes)
{
    for (size_t i = 0; i < votes->count; i++) buffer_free(&votes->texts[i]);
}

void name_counts_free(name_counts *counts)
{
    for (size_t i = 0; i < counts->count; i++) {
        name_entry *entry = &counts->entries[i];
        for (size_t k = 0; k < entry->context_count; k++) buffer_free(&entry->contexts[k]);
        free(entry->contexts);
        free_votes(&entry->countries);
        free_votes(&entry->titles);
        free_votes(&entry->sectors);
        free((void *)(uintptr_t)entry->name.data);
    }
    for (size_t i = 0; i < counts->listed.count; i++) free((void *)(uintptr_t)counts->listed.keys[i].data);
    text_map_free(&counts->listed);
    free(counts->entries);
    text_map_free(&counts->index);
    *counts = (name_counts){0};
}
