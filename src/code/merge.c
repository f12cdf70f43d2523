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

static bool is_before(const drg_telling *a, const drg_telling *b)
{
    return a->trigger.begin < b->trigger.begin;
}

/* The tellings of both, and of the event that goes, in the order of the text. */
static void join_tellings(base_arena *arena, drg_event *stays, const drg_event *goes)
{
    size_t count = stays->telling_count + goes->telling_count + 1;
    drg_telling *all = BASE_ARRAY(arena, drg_telling, count);
    size_t at = 0;
    for (size_t i = 0; i < stays->telling_count; i++) all[at++] = stays->tellings[i];
    for (size_t i = 0; i < goes->telling_count; i++) all[at++] = goes->tellings[i];
    all[at++] = telling_of(goes);
    for (size_t i = 1; i < count; i++) {
        drg_telling moved = all[i];
        size_t k = i;
        for (; k > 0 && is_before(&moved, &all[k - 1]); k--) all[k] = all[k - 1];
        all[k] = moved;
    }
    stays->tellings = all;
    stays->telling_count = count;
}

static bool join(drg_document *document, drg_event *earlier, const drg_event *later)
{
    merge_pair pair = {document, earlier, later};
    if (!is_same(&pair)) return false;
    bool swap = fullness(later) > fullness(earlier);
    drg_event stays = swap ? *later : *earlier, goes = swap ? *earlier : *later;
    fill(&stays, &goes);
    join_tellings(&document->arena, &stays, &goes);
    *earlier = stays;
    return true;
}

void code_merge(drg_document *document)
{
    drg_event *events = document->events.items;
    size_t kept = 0;
    for (size_t i = 0; i < document->events.count; i++) {
        bool joined = false;
        for (size_t k = kept; k-- > 0 && kept - k <= WINDOW && !joined;)
            joined = join(document, &events[k], &events[i]);
        if (!joined) events[kept++] = events[i];
    }
    document->events.count = kept;
    /* back into the order of the text, where a later telling stayed */
    for (size_t i = 1; i < kept; i++) {
        drg_event moved = events[i];
        size_t k = i;
        for (; k > 0 && events[k - 1].trigger.begin > moved.trigger.begin; k--) events[k] = events[k - 1];
        events[k] = moved;
    }
}
