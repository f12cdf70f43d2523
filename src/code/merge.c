/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the events of a document. Out: the same, those that tell one happening joined.
 *
 * Two tellings are one when nothing that both say differs (type, mode, status, day, place, figures, who and to whom)
 * and what they share is enough to know the happening by: both parties; or one party, or nobody but place or toll,
 * where the word of the act is the same or one of them is a headline. Clustering by similarity finds more and joins two
 * raids on neighbouring days; a wrong join loses an event, a missed one is only told twice.
 */
#include "code/merge.h"

enum { WINDOW = 64 }; /* events back that are compared: what lies further apart in a long text is told anew */

typedef struct merge_pair {
    const drg_document *document;
    const drg_event *a, *b;
} merge_pair;

static bool mentions_agree(const drg_document *document, uint32_t a, uint32_t b)
{
    const drg_mention *left = &document->mentions.items[a], *right = &document->mentions.items[b];
    if (left->actor == right->actor) return true;
    bool state = document->actors.items[left->actor].type == DRG_ACTOR_STATE ||
                 document->actors.items[right->actor].type == DRG_ACTOR_STATE;
    bool country =
        left->country.size && base_text_equal(left->country, right->country) && !base_text_is(left->country, "---");
    if (!country) return false;
    /* "Russia", "the Russian army"; but not "the French minister", "French farmers" */
    bool sector =
        left->sector.count && right->sector.count && base_text_equal(left->sector.items[0], right->sector.items[0]);
    bool persons = document->actors.items[left->actor].type == DRG_ACTOR_PERSON &&
                   document->actors.items[right->actor].type == DRG_ACTOR_PERSON;
    return !persons && (sector || state);
}

typedef enum merge_answer { MERGE_DIFFERS, MERGE_SILENT, MERGE_AGREES } merge_answer;

/* Each of the shorter list must be in the other. */
static merge_answer lists_agree(const drg_document *document, drg_indexes a, drg_indexes b)
{
    if (!a.count || !b.count) return MERGE_SILENT;
    if (a.count > b.count) {
        drg_indexes swap = a;
        a = b;
        b = swap;
    }
    for (size_t i = 0; i < a.count; i++) {
        bool found = false;
        for (size_t k = 0; k < b.count && !found; k++) found = mentions_agree(document, a.items[i], b.items[k]);
        if (!found) return MERGE_DIFFERS;
    }
    return MERGE_AGREES;
}

static merge_answer dates_agree(const merge_pair *pair)
{
    if (pair->a->date == DRG_NONE || pair->b->date == DRG_NONE) return MERGE_SILENT;
    const drg_date *a = &pair->document->dates.items[pair->a->date], *b = &pair->document->dates.items[pair->b->date];
    if (!a->from[0] || !a->to[0] || !b->from[0] || !b->to[0]) return MERGE_SILENT;
    /* a day within the week that the other tells */
    bool apart = strcmp(a->to, b->from) < 0 || strcmp(b->to, a->from) < 0;
    return apart ? MERGE_DIFFERS : MERGE_AGREES;
}

static merge_answer places_agree(const merge_pair *pair)
{
    if (pair->a->place == DRG_NONE || pair->b->place == DRG_NONE) return MERGE_SILENT;
    const drg_place *a = &pair->document->places.items[pair->a->place];
    const drg_place *b = &pair->document->places.items[pair->b->place];
    if (base_text_equal(a->name, b->name)) return MERGE_AGREES;
    /* a country and a town of it say the same, as far as they go */
    bool country = a->country.size && base_text_equal(a->country, b->country);
    bool whole = country && (!a->admin1.size || !b->admin1.size);
    return whole ? MERGE_SILENT : MERGE_DIFFERS;
}

static merge_answer figures_agree(int64_t a, int64_t b)
{
    if (a < 0 || b < 0) return MERGE_SILENT;
    return a == b ? MERGE_AGREES : MERGE_DIFFERS;
}

static merge_answer tolls_agree(const merge_pair *pair)
{
    const drg_magnitude *a = &pair->a->magnitude, *b = &pair->b->magnitude;
    const merge_answer answers[] = {figures_agree(a->dead, b->dead), figures_agree(a->injured, b->injured),
                                    figures_agree(a->detained, b->detained)};
    merge_answer best = MERGE_SILENT;
    for (size_t i = 0; i < 3; i++) {
        if (answers[i] == MERGE_DIFFERS) return MERGE_DIFFERS;
        if (answers[i] == MERGE_AGREES) best = MERGE_AGREES;
    }
    return best;
}

static bool same_word(const merge_pair *pair)
{
    const drg_token *tokens = pair->document->tokens.items;
    return base_text_equal(tokens[pair->a->trigger_head].lemma, tokens[pair->b->trigger_head].lemma);
}

static bool is_heading(const drg_document *document, const drg_event *event)
{
    return document->sentences.items[event->sentence].kind == DRG_SENTENCE_HEADLINE;
}

static bool is_same(const merge_pair *pair)
{
    const drg_event *a = pair->a, *b = pair->b;
    if (a->type != b->type || a->status != b->status || a->negated != b->negated) return false;
    if (a->mode.size && b->mode.size && !base_text_equal(a->mode, b->mode)) return false;
    if (a->sentence == b->sentence) return false; /* two words of one sentence were weighed already */
    merge_answer actors = lists_agree(pair->document, a->actors, b->actors);
    merge_answer recipients = lists_agree(pair->document, a->recipients, b->recipients);
    merge_answer date = dates_agree(pair), place = places_agree(pair), toll = tolls_agree(pair);
    if (actors == MERGE_DIFFERS || recipients == MERGE_DIFFERS || date == MERGE_DIFFERS || place == MERGE_DIFFERS ||
        toll == MERGE_DIFFERS)
        return false;
    bool heading = is_heading(pair->document, a) || is_heading(pair->document, b);
    if (actors == MERGE_AGREES && recipients == MERGE_AGREES) return same_word(pair) || heading || date == MERGE_AGREES;
    bool someone = actors == MERGE_AGREES || recipients == MERGE_AGREES;
    if (someone)
        return (same_word(pair) && (heading || date == MERGE_AGREES || place == MERGE_AGREES)) || toll == MERGE_AGREES;
    return toll == MERGE_AGREES && (place == MERGE_AGREES || heading);
}

/* How much a telling says. */
static size_t fullness(const drg_event *event)
{
    size_t points = event->actors.count ? 4 : 0;
    points += event->recipients.count ? 3 : 0;
    points += event->date != DRG_NONE ? 2 : 0;
    points += event->place != DRG_NONE ? 2 : 0;
    points += event->mode.size ? 1 : 0;
    points += event->magnitude.dead >= 0 ? 1 : 0;
    return points + (event->magnitude.injured >= 0 ? 1 : 0);
}

/* What the fuller telling leaves open is taken from the other. */
static void fill(drg_event *event, const drg_event *other)
{
    if (!event->actors.count) event->actors = other->actors;
    if (!event->recipients.count) event->recipients = other->recipients;
    if (event->date == DRG_NONE) event->date = other->date;
    if (event->place == DRG_NONE) event->place = other->place;
    if (event->magnitude.dead < 0) event->magnitude.dead = other->magnitude.dead;
    if (event->magnitude.injured < 0) event->magnitude.injured = other->magnitude.injured;
    if (event->magnitude.detained < 0) event->magnitude.detained = other->magnitude.detained;
    if (event->magnitude.people < 0) event->magnitude.people = other->magnitude.people;
}

static drg_telling telling_of(const drg_event *event)
{
    return (drg_telling){event->sentence, event->span, event->trigger};
}

/* What became of the events, so that the tellings are written in one go: a text may tell one event on each of its
 * lines. */
typedef struct merge_log {
    drg_telling *told; /* of each event as it was read */
    uint32_t *group;   /* of each the event among those kept that it belongs to */
    uint32_t *stays;   /* of each event kept, which of its group it is */
} merge_log;

/* `ret_later`: it is the later one that stays. */
static bool join(const drg_document *document, drg_event *earlier, const drg_event *later, bool *ret_later)
{
    merge_pair pair = {document, earlier, later};
    if (!is_same(&pair)) return false;
    *ret_later = fullness(later) > fullness(earlier);
    drg_event stays = *ret_later ? *later : *earlier, goes = *ret_later ? *earlier : *later;
    fill(&stays, &goes);
    *earlier = stays;
    return true;
}

/* All in one array, those of each event side by side and in the order of the text. */
static void write_tellings(base_arena *arena, drg_document *document, const merge_log *log, size_t count)
{
    size_t kept = document->events.count;
    drg_telling *all = BASE_ARRAY(&document->arena, drg_telling, count - kept + 1);
    size_t *next = BASE_ARRAY(arena, size_t, kept + 1), start = 0;
    memset(next, 0, (kept + 1) * sizeof *next);
    for (size_t i = 0; i < count; i++) next[log->group[i]] += log->stays[log->group[i]] != i;
    for (size_t k = 0; k < kept; k++) {
        drg_event *event = &document->events.items[k];
        event->telling_count = next[k];
        event->tellings = next[k] ? all + start : NULL;
        next[k] = start;
        start += event->telling_count;
    }
    for (size_t i = 0; i < count; i++)
        if (log->stays[log->group[i]] != i) all[next[log->group[i]]++] = log->told[i];
}

/* Back into the order of the text, where a later telling stayed: it is never far, since the window is small. */
static void sort_events(drg_document *document)
{
    drg_event *events = document->events.items;
    for (size_t i = 1; i < document->events.count; i++) {
        drg_event moved = events[i];
        size_t k = i;
        for (; k > 0 && events[k - 1].trigger.begin > moved.trigger.begin; k--) events[k] = events[k - 1];
        events[k] = moved;
    }
}

void code_merge(base_arena *arena, drg_document *document)
{
    drg_event *events = document->events.items;
    size_t count = document->events.count, kept = 0;
    merge_log log = {BASE_ARRAY(arena, drg_telling, count + 1), BASE_ARRAY(arena, uint32_t, count + 1),
                     BASE_ARRAY(arena, uint32_t, count + 1)};
    for (size_t i = 0; i < count; i++) {
        bool joined = false, later = true;
        size_t k = kept;
        log.told[i] = telling_of(&events[i]);
        while (k > 0 && kept - k < WINDOW && !joined) joined = join(document, &events[--k], &events[i], &later);
        if (!joined) events[k = kept++] = events[i];
        log.group[i] = (uint32_t)k;
        if (later) log.stays[k] = (uint32_t)i;
    }
    document->events.count = kept;
    write_tellings(arena, document, &log, count);
    sort_events(document);
}
