/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document whose listed names, offices and titled persons are drafted. Out: drafts of the persons and
 * organisations that no list has, the places that no gazetteer has, and the short names that the text itself gives them
 * ("Southern Transitional Council (STC)").
 *
 * Which words make a name follows from tags and capitals. What it names does not follow from any rule (compare "Jordan
 * scored", "Jordan agreed"): a linear classifier decides over the words, their shapes, their neighbours, the tree and
 * the lists (entity_features.c), and only where it is sure. */
#include "find/entity.h"

enum { RUN_WORDS = 10, RUNS_SUMMED = 32, SURE = 300, SURE_PLACE = 900, SURE_WORD = 600 };

/* ---- where names stand */

static bool is_free(const find_reading *reading, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    if (index == DRG_NONE) return true;
    const find_draft *draft = &reading->drafts.items[index];
    return draft->kind == FIND_DRAFT_PERSON && draft->person == DRG_NONE; /* a lone word, perhaps a surname */
}

static bool is_time_word(const find_reading *reading, uint32_t token)
{
    uint32_t packed = find_time_of(reading, token);
    return packed != DRG_NONE && find_time_kind_of(packed) <= FIND_MONTH;
}

static bool is_run_word(const find_reading *reading, uint32_t token, bool begun)
{
    if (!is_free(reading, token) || is_time_word(reading, token)) return false;
    if (base_map_get(&reading->short_names, find_wording(reading, token)) != DRG_NONE) return false;
    const find_match *match = find_match_of(reading, token);
    if (match && match->use == FIND_COMMON_NAME) return false; /* one of several, and left unresolved */
    if (match && match->use == FIND_DISCARD) return false;
    const drg_token *word = &reading->tokens[token];
    if (!find_is_capital(reading, token)) return begun && word->upos == DRG_PROPN && word->tag != LANGUAGE_TAG_POS;
    if (word->upos == DRG_PROPN || word->tag == LANGUAGE_TAG_NNP || word->tag == LANGUAGE_TAG_NNPS) return true;
    bool content = word->upos == DRG_NOUN || word->upos == DRG_ADJ || word->upos == DRG_VERB || word->upos == DRG_X;
    return begun && content && !reading->headline;
}

static bool is_joint(const find_reading *reading, uint32_t token, uint32_t end)
{
    if (token + 1 >= end || !is_run_word(reading, token + 1, true)) return false;
    bool hyphen = find_is_hyphen(reading, token) && find_touches(reading, token) && find_touches(reading, token + 1);
    return hyphen || base_text_is(find_wording(reading, token), "&");
}

static bool is_honorific(const find_reading *reading, uint32_t token)
{
    uint32_t part = find_name_part_of(reading, token);
    return part == FIND_HONORIFIC || part == FIND_HONORIFIC_MALE || part == FIND_HONORIFIC_FEMALE;
}

bool find_run_next(const find_reading *reading, uint32_t sentence, uint32_t from, find_run *ret_run)
{
    uint32_t end = find_sentence_end(&reading->document->sentences.items[sentence]);
    for (uint32_t first = from; first < end; first++) {
        if (!is_run_word(reading, first, false)) continue;
        if (is_honorific(reading, first)) continue;
        uint32_t last = first;
        while (last + 1 < end && last - first < RUN_WORDS) {
            if (is_joint(reading, last + 1, end))
                last += 2;
            else if (is_run_word(reading, last + 1, true))
                last++;
            else
                break;
        }
        const find_match *office = find_match_of(reading, first);
        if (find_is_office(office) && office->last >= last) { /* "Director" names nobody */
            first = last;
            continue;
        }
        *ret_run = (find_run){sentence, first, last, find_head_of(reading, first, last)};
        return true;
    }
    return false;
}

/* ---- drafts */

static find_draft *draft_of(find_reading *reading, const find_run *run, find_draft_kind kind)
{
    uint32_t index = reading->draft_at[run->first];
    for (uint32_t i = run->first; i <= run->last; i++) { /* lone words that it was read as */
        uint32_t lone = reading->draft_at[i];
        if (lone != DRG_NONE) reading->drafts.items[lone].kind = FIND_DRAFT_DROPPED;
        reading->draft_at[i] = DRG_NONE;
    }
    if (index == DRG_NONE || reading->drafts.items[index].last != run->last)
        return find_draft_new(reading, kind, DRG_VIA_NAME, run->sentence, run->first, run->last);
    find_draft *draft = &reading->drafts.items[index];
    draft->kind = kind;
    for (uint32_t i = run->first; i <= run->last; i++) reading->draft_at[i] = index;
    return draft;
}

/* "Russian Orthodox Church", "Centre for Control of Iodine Deficiency": the words that belong to an organisation's name
 * to both sides of its run. */
static uint32_t organization_end(const find_reading *reading, const find_run *run)
{
    uint32_t end = find_sentence_end(&reading->document->sentences.items[run->sentence]);
    uint32_t last = run->last;
    for (int step = 0; step < 2 && last + 2 < end; step++) {
        if (!find_is_word(reading, last + 1, "of") && !find_is_word(reading, last + 1, "for")) break;
        uint32_t next = last + 2;
        bool article = reading->tokens[next].tag == LANGUAGE_TAG_DT;
        if (article && next + 1 < end) next++;
        if (article && !find_match_of(reading, next)) break; /* "State of the Union" */
        if (!find_is_capital(reading, next) || is_time_word(reading, next)) break;
        if (reading->draft_at[next] != DRG_NONE && !find_match_of(reading, next)) break;
        last = next;
        while (last + 1 < end && last - next < RUN_WORDS && find_is_capital(reading, last + 1)) last++;
    }
    return last;
}

/* "Bank of China": the state is part of the name, and says whose bank it is. */
static void drop_inner_state(find_reading *reading, uint32_t last, find_draft *draft)
{
    if (draft->phrase_last != last + 2 || reading->draft_at[last + 2] == DRG_NONE) return;
    find_draft *inner = &reading->drafts.items[reading->draft_at[last + 2]];
    if (inner->kind != FIND_DRAFT_LISTED || inner->first != last + 2 || inner->listed == DRG_NONE) return;
    if (find_cell(&reading->lists->actors, inner->listed, FIND_ACTOR_TYPE) != DRG_ACTOR_STATE) return;
    draft->country = inner->country;
    inner->kind = FIND_DRAFT_DROPPED;
    reading->draft_at[last + 2] = (uint32_t)(draft - reading->drafts.items);
}

/* A listed body whose words an office took with it: "Patriarch of the Russian Orthodox Church". */
static bool draft_listed_body(find_reading *reading, const find_run *run)
{
    const find_match *match = find_match_of(reading, run->first);
    if (!match || match->use != FIND_NAME || match->first != run->first || match->last != run->last) return false;
    const find_sheet *actors = &reading->lists->actors;
    uint32_t row = find_row(reading, match);
    if (find_cell(actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_STATE) return false;
    find_draft *draft = draft_of(reading, run, FIND_DRAFT_LISTED);
    draft->listed = row;
    draft->country = find_cell_text(reading->lists, actors, row, FIND_ACTOR_COUNTRY);
    draft->sectors = find_cell_text(reading->lists, actors, row, FIND_ACTOR_SECTORS);
    return true;
}

static void draft_organization(find_reading *reading, const find_run *run)
{
    if (draft_listed_body(reading, run)) return;
    find_draft *draft = draft_of(reading, run, FIND_DRAFT_ORGANIZATION);
    uint32_t begin = reading->document->sentences.items[run->sentence].body;
    draft->phrase_last = organization_end(reading, run);
    draft->organization = find_join(reading, run->first, draft->phrase_last);
    drop_inner_state(reading, run->last, draft);
    const find_match *owner = run->first > begin ? find_match_of(reading, run->first - 1) : NULL;
    bool state = owner && (owner->use == FIND_ADJECTIVE || owner->use == FIND_NAME) && !owner->compound &&
                 find_is_capital(reading, owner->first);
    if (!state) return;
    draft->country = find_match_country(reading, owner);
    draft->organization = find_join(reading, owner->first, draft->phrase_last);
}

static bool is_given_name(const find_reading *reading, uint32_t token)
{
    uint32_t part = find_name_part_of(reading, token);
    return part != DRG_NONE && part <= FIND_GIVEN_ANY;
}

/* Who is known by the first name of a name said in full. */
static void learn_first_name(find_reading *reading, uint32_t index)
{
    const find_person *person = &reading->persons.items[index];
    drg_text name = find_key_of(reading->arena, person->name);
    if (!person->first_key.size || base_text_equal(name, person->first_key)) return;
    uint32_t *known = base_map_put(reading->arena, &reading->first_names, person->first_key, index);
    if (*known != index) *known = FIND_SEVERAL;
}

/* "Broadcaster" before "Piers Morgan" is no part of the name. */
static void draft_person(find_reading *reading, const find_run *whole)
{
    find_run cut = *whole, *run = &cut;
    while (cut.first + 1 < cut.last && !is_given_name(reading, cut.first) && is_given_name(reading, cut.first + 1))
        cut.first++;
    uint32_t person = find_person_named(reading, run->first, run->last, (find_claim){0});
    draft_of(reading, run, FIND_DRAFT_PERSON)->person = person;
    learn_first_name(reading, person);
}

/* The one person of the document who was named in full and has this first name; DRG_NONE. */
static uint32_t person_of_first_name(const find_reading *reading, const find_run *run)
{
    drg_text small = base_text_lower(reading->arena, find_wording(reading, run->first));
    if (run->first != run->last || base_map_get(&reading->small_words, small) != DRG_NONE) return DRG_NONE;
    uint32_t found =
        base_map_get(&reading->first_names, find_key_of(reading->arena, find_wording(reading, run->first)));
    return found == FIND_SEVERAL ? DRG_NONE : found;
}

static bool is_known_surname(const find_reading *reading, const find_run *run)
{
    const find_match *match = find_match_of(reading, run->first);
    if (match && (match->use == FIND_SURNAME || match->use == FIND_PERSON)) return true;
    drg_text key = find_key_of(reading->arena, find_join(reading, run->first, run->last));
    return base_map_get(&reading->person_of_surname, key) != DRG_NONE;
}

/* ---- the decision */

/* All runs of one wording: they are one name, so that each speaks for the others too. */
typedef struct find_wording_sums {
    int32_t sums[FIND_ENTITY_COUNT]; /* mean of the runs so far, of at most RUNS_SUMMED */
    int32_t count;
} find_wording_sums;

typedef struct find_entity_reader {
    find_reading *reading;
    BASE_VECTOR(find_wording_sums) wordings;
    base_map wording_of;
    base_map things; /* last words of names of things */
} find_entity_reader;

static find_wording_sums *sums_of(find_entity_reader *reader, const find_run *run)
{
    find_reading *reading = reader->reading;
    drg_text key = find_key_of(reading->arena, find_join(reading, run->first, run->last));
    uint32_t *index = base_map_put(reading->arena, &reader->wording_of, key, DRG_NONE);
    if (*index == DRG_NONE) {
        *index = (uint32_t)reader->wordings.count;
        (void)base_push(reading->arena, &reader->wordings);
    }
    return &reader->wordings.items[*index];
}

/* After "Hurricane Humberto", "Humberto" is the storm. */
static void note_thing(find_entity_reader *reader, const find_run *run)
{
    find_reading *reading = reader->reading;
    if (run->first == run->last || find_name_part_of(reading, run->first) != FIND_THING) return;
    base_map_put(reading->arena, &reader->things, find_wording(reading, run->last), 1);
}

static void weigh(find_entity_reader *reader, const find_run *run)
{
    find_entity_features features;
    int32_t own[FIND_ENTITY_COUNT];
    find_wording_sums *all = sums_of(reader, run);
    note_thing(reader, run);
    if (all->count == RUNS_SUMMED) return;
    find_run_features(reader->reading, run, &features);
    find_entity_sum(&reader->reading->lists->entities, &features, own);
    for (int type = 0; type < FIND_ENTITY_COUNT; type++) all->sums[type] += own[type];
    all->count++;
}

/* "State", "Union", "Bay" alone, and not of anything: a kind of thing, whose name was said before, or none. */
static bool is_kind(const find_reading *reading, const find_run *run)
{
    return run->first == run->last && find_is_kind_word(find_name_part_of(reading, run->first)) &&
           organization_end(reading, run) == run->last;
}

/* What the words themselves say against the classifier: "Egyptologists" is nobody's name, a treaty no organisation. */
static bool is_ruled_out(const find_reading *reading, const find_run *run, find_entity type)
{
    uint32_t first = find_name_part_of(reading, run->first), last = find_name_part_of(reading, run->last);
    uint8_t tag = reading->tokens[run->last].tag;
    drg_text word = find_wording(reading, run->first);
    bool party = word.size == 1 && run->first < run->last && find_is_hyphen(reading, run->first + 1); /* "R-S.C." */
    if (first == FIND_THING || last == FIND_THING || party) return true;
    if (last == FIND_SITE_WORD || first == FIND_SITE_WORD) return type != FIND_ENTITY_PLACE;
    if (type != FIND_ENTITY_PERSON) return false;
    return find_is_kind_word(last) || tag == LANGUAGE_TAG_NNPS || tag == LANGUAGE_TAG_NNS;
}

static void decide(find_entity_reader *reader, const find_run *run)
{
    find_reading *reading = reader->reading;
    if (run->first == run->last && base_map_get(&reader->things, find_wording(reading, run->first)) != DRG_NONE) return;
    if (is_known_surname(reading, run) || is_kind(reading, run)) return; /* the surname is settled as such */
    if (find_names_place(reading, run->first, run->last)) return;        /* place_name.c */
    uint32_t friend = person_of_first_name(reading, run);
    if (friend != DRG_NONE && !find_match_of(reading, run->first)) {
        draft_of(reading, run, FIND_DRAFT_PERSON)->person = friend;
        return;
    }
    if (run->first > reading->document->sentences.items[run->sentence].body && is_honorific(reading, run->first - 1)) {
        draft_person(reading, run); /* "Mr. Tedeschi" */
        return;
    }
    const find_wording_sums *all = sums_of(reader, run);
    int32_t margin;
    find_entity type = find_entity_best(all->sums, &margin);
    if (!all->count || is_ruled_out(reading, run, type)) return;
    if (margin / all->count < (run->first == run->last ? SURE_WORD : SURE)) {
        if (type == FIND_ENTITY_PERSON) draft_of(reading, run, FIND_DRAFT_PERSON); /* "she" may prove it */
        return;
    }
    if (type == FIND_ENTITY_PERSON)
        draft_person(reading, run);
    else if (type == FIND_ENTITY_ORGANIZATION)
        draft_organization(reading, run);
    else if (type == FIND_ENTITY_PLACE && margin / all->count >= SURE_PLACE && !find_match_of(reading, run->first))
        base_push(reading->arena, &reading->unlisted_places) = (find_token_range){run->sentence, run->first, run->last};
}

/* Words that a titled person's phrase holds are said of that person. */
static void cover_phrases(find_reading *reading)
{
    for (uint32_t i = 0; i < reading->drafts.count; i++) {
        const find_draft *draft = &reading->drafts.items[i];
        if (draft->kind != FIND_DRAFT_PERSON || draft->person == DRG_NONE) continue;
        for (uint32_t at = draft->phrase_first; at <= draft->phrase_last && at < reading->token_count; at++)
            if (reading->draft_at[at] == DRG_NONE && find_match_of(reading, at) && find_match_of(reading, at)->taken)
                reading->draft_at[at] = i;
    }
}

static void each_run(find_entity_reader *reader, void (*act)(find_entity_reader *reader, const find_run *run))
{
    find_reading *reading = reader->reading;
    for (uint32_t i = 0; i < reading->document->sentences.count; i++) {
        const drg_sentence *whole = &reading->document->sentences.items[i];
        if (whole->kind == DRG_SENTENCE_BYLINE) continue;
        reading->headline = whole->kind == DRG_SENTENCE_HEADLINE;
        find_run run;
        for (uint32_t at = whole->body; find_run_next(reading, i, at, &run); at = run.last + 1) act(reader, &run);
    }
}

void find_prepare_entities(find_reading *reading)
{
    cover_phrases(reading);
    for (uint32_t i = 0; i < reading->persons.count; i++) learn_first_name(reading, i);
    for (uint32_t i = 0; i < reading->token_count; i++)
        if (!find_is_capital(reading, i) && find_wording(reading, i).size > 3)
            base_map_put(reading->arena, &reading->small_words, find_wording(reading, i), 1);
}

void find_read_entities(find_reading *reading)
{
    find_entity_reader reader = {.reading = reading};
    find_draft_short_names(reading);
    find_prepare_entities(reading);
    each_run(&reader, weigh);
    each_run(&reader, decide);
}

/* ---- places without coordinates */

static drg_place place_of(find_reading *reading, const find_token_range *range)
{
    drg_text name = base_utf8_repair(reading->arena, find_join(reading, range->first, range->last));
    return (drg_place){.sentence = range->sentence,
                       .head = find_head_of(reading, range->first, range->last),
                       .span = find_span(reading, range->first, range->last),
                       .name = base_text_copy(&reading->document->arena, name)};
}

/* The ranges by their first tokens; of two that start alike, the later one. */
static uint32_t *by_first_token(const find_reading *reading)
{
    uint32_t *at = BASE_ARRAY(reading->arena, uint32_t, (size_t)reading->token_count + 1);
    for (uint32_t i = 0; i < reading->token_count; i++) at[i] = DRG_NONE;
    for (size_t i = 0; i < reading->unlisted_places.count; i++)
        at[reading->unlisted_places.items[i].first] = (uint32_t)i;
    return at;
}

/* The words of a place that is read already. */
static void mark_place(const find_reading *reading, const drg_place *place, bool *known)
{
    for (uint32_t i = place->head; i < reading->token_count && reading->tokens[i].span.begin < place->span.end; i++)
        known[i] = true;
    for (uint32_t i = place->head; i > 0 && reading->tokens[i - 1].span.end > place->span.begin; i--)
        known[i - 1] = true;
}

void find_add_unlisted_places(find_reading *reading)
{
    drg_document *document = reading->document;
    const uint32_t *range_at = by_first_token(reading);
    bool *known = BASE_ARRAY(reading->arena, bool, (size_t)reading->token_count + 1);
    BASE_VECTOR(drg_place) merged = {0};
    size_t next = 0;
    if (!reading->unlisted_places.count) return;
    memset(known, 0, reading->token_count);
    for (size_t i = 0; i < document->places.count; i++) mark_place(reading, &document->places.items[i], known);
    for (uint32_t token = 0; token < reading->token_count; token++) {
        while (next < document->places.count &&
               document->places.items[next].span.begin <= reading->tokens[token].span.begin)
            base_push(&document->arena, &merged) = document->places.items[next++];
        if (range_at[token] == DRG_NONE) continue;
        const find_token_range *range = &reading->unlisted_places.items[range_at[token]];
        bool taken = range->first == range->last && find_is_plain_word(reading, range->first);
        for (uint32_t i = range->first; i <= range->last; i++) taken |= known[i];
        drg_place place = place_of(reading, range);
        if (place.name.size && !taken) base_push(&document->arena, &merged) = place;
    }
    while (next < document->places.count) base_push(&document->arena, &merged) = document->places.items[next++];
    document->places.items = merged.items;
    document->places.count = merged.count;
    document->places.capacity = merged.capacity;
}
