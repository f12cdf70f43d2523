/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the wordings that may name places. Out: for each the row of the gazetteer that it means, or none. A name is
 * borne by many places; which one is meant follows from how large and how well known each is, from the wider place
 * behind its comma, and from the other names of the document: they vote for the counties, states and countries that
 * they lie in, each name with one vote split among its bearers, and near neighbours speak for each other. The votes are
 * counted three times, each time weighted by what was found before (minimum distance and containment as in Leidner,
 * Toponym Resolution in Text, 2007; a vote a name, so that no name decides by being repeated). */
#include <stdlib.h>

#include "find/place.h"

enum {
    ROUNDS = 3,
    NEIGHBOURS = 48,     /* most names whose distance is looked at */
    MENTION_VOTE = 2000, /* of a country that the document speaks of, in thousandths of a vote */
    CUE_VOTE = 700,
    VOTE_MOST = 3000,
    COUNTRY_WEIGHT = 60, /* points for each vote */
    DIVISION_WEIGHT = 85,
    COUNTY_WEIGHT = 60,
    QUALIFIED_BONUS = 250, /* somewhere in the document a comma says which one */
    GENERIC_BONUS = 250,
    DOUBT_MARGIN = 100,
    DOUBT_SUPPORT = 90,
    KNOWN_TOWN = 400,  /* of towns of our own list whose inhabitants nobody has counted */
    KNOWN_LEVEL = 620, /* of regions and sites of our own list, which have no inhabitants */
};

int32_t find_population_level(uint32_t population)
{
    if (population < 2) return 100;
    int32_t level = 0;
    uint32_t half = population;
    for (; half > 1; half /= 2) level++;
    uint32_t base = (uint32_t)1 << level, rest = population - base;
    return level * 30 + (int32_t)((uint64_t)rest * 30 / base); /* log10(2) is about 0.3 */
}

bool find_is_seat(const find_spot *town, const find_spot *division)
{
    if (town->land != FIND_LAND_TOWN) return false;
    bool unplaced = town->admin1 == DRG_NONE && town->marks & FIND_KNOWN && town->country_row == division->country_row;
    return unplaced || find_spot_within(town, division);
}

bool find_spot_within(const find_spot *spot, const find_spot *wider)
{
    if (spot->row == wider->row) return false;
    switch (wider->land) {
    case FIND_LAND_COUNTRY: return spot->country_row == wider->row;
    case FIND_LAND_DIVISION: return spot->admin1 == wider->row;
    case FIND_LAND_COUNTY: return spot->admin2 == wider->row;
    default: return false;
    }
}

/* ---- candidates */

static int32_t prior_of(const find_spot *spot, uint32_t how)
{
    int32_t prior = find_population_level(spot->population);
    if (spot->land == FIND_LAND_REGION || spot->land == FIND_LAND_SITE) prior = KNOWN_LEVEL;
    if (spot->land == FIND_LAND_TOWN && spot->marks & FIND_KNOWN && prior < KNOWN_TOWN) prior = KNOWN_TOWN;
    if (spot->land == FIND_LAND_COUNTRY) prior += 150;
    if (spot->land == FIND_LAND_QUARTER) prior -= 60;
    if (how & FIND_BORNE_OTHER) return prior - 120; /* Amman was Philadelphia once */
    if (how & FIND_BORNE_LISTED) prior += 60;
    if (spot->marks & FIND_CAPITAL_OF) prior += 80;
    if (spot->marks & FIND_SEAT_1) prior += 20;
    return prior;
}

static void add_candidate(find_places *places, find_place_name *name, uint32_t row, uint32_t how)
{
    find_candidate candidate = {.how = how};
    for (size_t i = 0; i < name->candidates.count; i++)
        if (name->candidates.items[i].spot.row == row) return;
    if (!find_spot_read(&places->reading->lists->gazetteer, row, &candidate.spot)) return;
    candidate.prior = candidate.score = prior_of(&candidate.spot, how);
    base_push(places->reading->arena, &name->candidates) = candidate;
}

/* A province that bears the name of its chief town, or of a sea, is meant only where its kind is said or the other
 * names of the document speak for it. */
static void prefer_towns(find_place_name *name)
{
    for (size_t i = 0; i < name->candidates.count; i++) {
        find_candidate *wide = &name->candidates.items[i];
        if (wide->spot.land != FIND_LAND_DIVISION && wide->spot.land != FIND_LAND_COUNTY) continue;
        if (wide->how & FIND_BORNE_LISTED) continue; /* "Gaza" is the Strip */
        for (size_t k = 0; k < name->candidates.count; k++) {
            const find_candidate *town = &name->candidates.items[k];
            bool own = town->spot.land == FIND_LAND_REGION || town->spot.land == FIND_LAND_SITE;
            bool seat = find_is_seat(&town->spot, &wide->spot);
            if (!own && !seat) continue;
            if (own) wide->prior = wide->score = town->prior - 300; /* "Red Sea" is no governorate */
            if (wide->prior >= town->prior) wide->prior = wide->score = town->prior - 20;
        }
    }
}

/* "Washington" is the city before it is the state. */
static void favour_capital(find_place_name *name)
{
    int32_t most = 0;
    for (size_t i = 0; i < name->candidates.count; i++)
        if (name->candidates.items[i].prior > most) most = name->candidates.items[i].prior;
    for (size_t i = 0; i < name->candidates.count; i++) {
        find_candidate *candidate = &name->candidates.items[i];
        if (candidate->spot.marks & FIND_CAPITAL_OF && candidate->prior < most + 20)
            candidate->prior = candidate->score = most + 20;
    }
}

/* Is it a country of its own in the gazetteer, or a part of that country: Bermuda, Scotland? */
static bool is_part_of(const find_place_name *name, uint32_t country)
{
    for (size_t i = 0; i < name->candidates.count; i++) {
        const find_spot *spot = &name->candidates.items[i].spot;
        bool part = spot->land == FIND_LAND_DIVISION && spot->country_row == country;
        if (spot->land == FIND_LAND_COUNTRY || part) return true;
    }
    return false;
}

static void read_candidates(find_places *places)
{
    const find_gazetteer *gazetteer = &places->reading->lists->gazetteer;
    for (size_t i = 0; i < places->names.count; i++) {
        find_place_name *name = &places->names.items[i];
        find_bearers bearers = find_gazetteer_get(gazetteer, name->key);
        for (uint32_t k = 0; k < bearers.count; k++) {
            uint32_t how, row = find_bearer_row(bearers, k, &how);
            add_candidate(places, name, row, how);
        }
    }
    for (size_t i = 0; i < places->toponyms.count; i++) {
        const find_toponym *toponym = &places->toponyms.items[i];
        if (toponym->listed && toponym->match->use == FIND_CAPITAL) favour_capital(&places->names.items[toponym->name]);
        if (!toponym->listed || toponym->match->use != FIND_NAME) continue;
        uint32_t row = find_country_row(gazetteer, find_match_country(places->reading, toponym->match));
        find_place_name *name = &places->names.items[toponym->name];
        if (row != DRG_NONE && !is_part_of(name, row)) add_candidate(places, name, row, 0);
    }
    for (size_t i = 0; i < places->names.count; i++) prefer_towns(&places->names.items[i]);
}

/* ---- the wider place behind the comma */

/* The best candidate of the toponym that lies in one of `wider`; DRG_NONE. */
static uint32_t best_within(const find_places *places, const find_toponym *toponym, const find_toponym *wider)
{
    const find_place_name *name = &places->names.items[toponym->name], *around = &places->names.items[wider->name];
    uint32_t best = DRG_NONE;
    for (uint32_t i = 0; i < name->candidates.count; i++) {
        const find_candidate *candidate = &name->candidates.items[i];
        bool within = false;
        for (size_t k = 0; k < around->candidates.count && !within; k++)
            within = find_spot_within(&candidate->spot, &around->candidates.items[k].spot);
        if (!within || candidate->how & FIND_BORNE_BEHIND) continue;
        if (best == DRG_NONE || candidate->score > name->candidates.items[best].score) best = i;
    }
    return best;
}

static uint32_t container_of(const find_places *places, const find_toponym *wider, const find_spot *spot)
{
    const find_place_name *around = &places->names.items[wider->name];
    uint32_t best = DRG_NONE;
    for (uint32_t k = 0; k < around->candidates.count; k++) {
        if (!find_spot_within(spot, &around->candidates.items[k].spot)) continue;
        if (best == DRG_NONE || around->candidates.items[k].score > around->candidates.items[best].score) best = k;
    }
    return best;
}

/* A comma between places that do not lie in each other is that of a row of places. */
static void qualify(find_places *places)
{
    for (size_t i = 0; i < places->toponyms.count; i++) {
        find_toponym *toponym = &places->toponyms.items[i];
        if (toponym->wider == DRG_NONE) continue;
        find_toponym *wider = &places->toponyms.items[toponym->wider];
        uint32_t best = best_within(places, toponym, wider);
        if (best == DRG_NONE) {
            toponym->wider = DRG_NONE;
            wider->behind = false;
            continue;
        }
        find_candidate *inner = &places->names.items[toponym->name].candidates.items[best];
        inner->bonus = QUALIFIED_BONUS;
        uint32_t outer = container_of(places, wider, &inner->spot);
        places->names.items[wider->name].candidates.items[outer].bonus = QUALIFIED_BONUS;
        if (toponym->evidence < FIND_EVIDENCE_CERTAIN) toponym->evidence = FIND_EVIDENCE_CERTAIN;
        if (wider->evidence < FIND_EVIDENCE_CERTAIN) wider->evidence = FIND_EVIDENCE_CERTAIN;
    }
    for (size_t i = 0; i < places->names.count; i++)
        for (size_t k = 0; k < places->names.items[i].candidates.count; k++) {
            find_candidate *candidate = &places->names.items[i].candidates.items[k];
            candidate->score += candidate->bonus;
        }
}

/* ---- votes */

typedef struct find_vote {
    uint32_t area, name; /* row of a country, division or county; name that votes */
    int64_t share, sum;  /* thousandths; sum: of all votes for the area, on its first one */
} find_vote;

typedef struct find_votes {
    BASE_VECTOR(find_vote) items; /* sorted by area, then name; one a pair */
} find_votes;

static int compare_votes(const void *a, const void *b)
{
    const find_vote *one = a, *two = b;
    if (one->area != two->area) return one->area < two->area ? -1 : 1;
    if (one->name != two->name) return one->name < two->name ? -1 : 1;
    return (one->share > two->share) - (one->share < two->share);
}

static void merge_votes(find_votes *votes)
{
    size_t kept = 0;
    if (votes->items.count < 2) return;
    qsort(votes->items.items, votes->items.count, sizeof *votes->items.items, compare_votes);
    for (size_t i = 0; i < votes->items.count; i++) {
        find_vote vote = votes->items.items[i];
        find_vote *last = kept ? &votes->items.items[kept - 1] : NULL;
        if (last && last->area == vote.area && last->name == vote.name)
            last->share += vote.share;
        else
            votes->items.items[kept++] = vote;
    }
    votes->items.count = kept;
    for (size_t i = kept; i-- > 0;) {
        find_vote *vote = &votes->items.items[i];
        bool more = i + 1 < kept && votes->items.items[i + 1].area == vote->area;
        vote->sum = vote->share + (more ? votes->items.items[i + 1].sum : 0);
    }
}

/* Ten times as many for each 100 points, about. */
static int64_t weight_of(int32_t score)
{
    int32_t steps = score / 30;
    if (steps < 0) steps = 0;
    return (int64_t)1 << (steps > 40 ? 40 : steps);
}

static void push_vote(find_places *places, find_votes *votes, uint32_t area, uint32_t name, int32_t share)
{
    if (area != DRG_NONE && share > 0)
        base_push(places->reading->arena, &votes->items) = (find_vote){area, name, share, 0};
}

static void cast_votes(find_places *places, find_votes *votes)
{
    for (uint32_t i = 0; i < places->names.count; i++) {
        const find_place_name *name = &places->names.items[i];
        int64_t sum = 0;
        if (name->evidence < 0) continue; /* hardly a place at all */
        for (size_t k = 0; k < name->candidates.count; k++) sum += weight_of(name->candidates.items[k].score);
        for (size_t k = 0; k < name->candidates.count; k++) {
            const find_candidate *candidate = &name->candidates.items[k];
            int32_t share = (int32_t)(weight_of(candidate->score) * 1000 / (sum ? sum : 1));
            int32_t weight = candidate->spot.land == FIND_LAND_COUNTRY ? 3 : 1;
            push_vote(places, votes, candidate->spot.country_row, i, share * weight);
            push_vote(places, votes, candidate->spot.admin1, i, share);
            push_vote(places, votes, candidate->spot.admin2, i, share);
        }
    }
}

/* Countries that the document speaks of by adjectives, peoples and governments. */
static void cast_mentions(find_places *places, find_votes *votes)
{
    const find_reading *reading = places->reading;
    for (size_t i = 0; i < reading->matches.count; i++) {
        const find_match *match = &reading->matches.items[i];
        bool speaks = match->use == FIND_ADJECTIVE || match->use == FIND_PEOPLE || match->use == FIND_SEAT;
        if (!speaks) continue;
        uint32_t row = find_country_row(&reading->lists->gazetteer, find_match_country(reading, match));
        push_vote(places, votes, row, DRG_NONE, MENTION_VOTE);
    }
}

/* Words that only one country's institutions have: "sheriff", "borough council". Each votes once. */
static void cast_cues(find_places *places, find_votes *votes)
{
    const find_reading *reading = places->reading;
    const find_gazetteer *gazetteer = &reading->lists->gazetteer;
    base_map said = {0};
    for (uint32_t i = 0; i < reading->token_count; i++) {
        drg_text word = base_text_lower(reading->arena, find_wording(reading, i));
        uint32_t row = model_table_get(&gazetteer->cues, word);
        if (row == DRG_NONE || base_map_get(&said, word) != DRG_NONE) continue;
        base_map_put(reading->arena, &said, word, 1);
        push_vote(places, votes, row, DRG_NONE, CUE_VOTE);
    }
}

/* The first vote at or after (area, name). */
static size_t vote_at(const find_votes *votes, uint32_t area, uint32_t name)
{
    size_t low = 0, high = votes->items.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const find_vote *vote = &votes->items.items[middle];
        if (vote->area < area || (vote->area == area && vote->name < name))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The votes of the other names for the area. */
static int32_t votes_for(const find_votes *votes, uint32_t area, uint32_t name)
{
    if (area == DRG_NONE) return 0;
    size_t first = vote_at(votes, area, 0), own = vote_at(votes, area, name);
    const find_vote *items = votes->items.items;
    if (first == votes->items.count || items[first].area != area) return 0;
    int64_t sum = items[first].sum;
    if (own < votes->items.count && items[own].area == area && items[own].name == name) sum -= items[own].share;
    return sum > VOTE_MOST ? VOTE_MOST : (int32_t)sum;
}

/* ---- neighbours */

/* The square of the distance in kilometres, on a flat map of the neighbourhood. */
static double square_distance(const find_spot *a, const find_spot *b)
{
    double north = ((double)a->latitude - (double)b->latitude) * 1.11e-4;
    double east = (double)a->longitude - (double)b->longitude;
    double middle = ((double)a->latitude + (double)b->latitude) * 0.5e-6;
    if (east > 180e6) east -= 360e6;
    if (east < -180e6) east += 360e6;
    east *= 1.11e-4 * (1.0 - middle * middle / 8100.0); /* a parabola for the cosine */
    return north * north + east * east;
}

static int32_t neighbour_points(const find_places *places, uint32_t name, const find_spot *spot)
{
    int32_t points = 0;
    if (!(spot->marks & FIND_LOCATED) || spot->land == FIND_LAND_COUNTRY) return 0;
    for (uint32_t i = 0; i < places->names.count && i < NEIGHBOURS; i++) {
        const find_place_name *other = &places->names.items[i];
        if (i == name || other->best == DRG_NONE || other->evidence < FIND_EVIDENCE_ENOUGH) continue;
        const find_spot *near = &other->candidates.items[other->best].spot;
        if (!(near->marks & FIND_LOCATED) || near->land == FIND_LAND_COUNTRY || near->row == spot->row) continue;
        double square = square_distance(spot, near);
        points += square < 40.0 * 40.0 ? 60 : square < 150.0 * 150.0 ? 25 : 0;
    }
    return points > 180 ? 180 : points;
}

/* ---- choice */

static void choose_best(find_place_name *name)
{
    name->best = DRG_NONE;
    for (uint32_t k = 0; k < name->candidates.count; k++) {
        const find_candidate *candidate = &name->candidates.items[k];
        if (candidate->how & FIND_BORNE_BEHIND && !candidate->bonus) continue;
        if (name->best == DRG_NONE || candidate->score > name->candidates.items[name->best].score) name->best = k;
    }
}

/* "Georgia": that a report speaks of the United States does not make it the state. */
static bool is_country_name(const find_place_name *name)
{
    for (size_t k = 0; k < name->candidates.count; k++)
        if (name->candidates.items[k].spot.land == FIND_LAND_COUNTRY) return true;
    return false;
}

static void score_round(find_places *places)
{
    find_votes votes = {{0}};
    cast_votes(places, &votes);
    cast_mentions(places, &votes);
    cast_cues(places, &votes);
    merge_votes(&votes);
    for (uint32_t i = 0; i < places->names.count; i++) {
        find_place_name *name = &places->names.items[i];
        bool among_countries = is_country_name(name);
        for (size_t k = 0; k < name->candidates.count; k++) {
            find_candidate *candidate = &name->candidates.items[k];
            const find_spot *spot = &candidate->spot;
            int32_t country = votes_for(&votes, spot->country_row, i);
            int32_t division = votes_for(&votes, spot->admin1, i), county = votes_for(&votes, spot->admin2, i);
            if (among_countries && spot->land != FIND_LAND_COUNTRY) country = 0;
            int32_t support = (country * COUNTRY_WEIGHT + division * DIVISION_WEIGHT + county * COUNTY_WEIGHT) / 1000;
            candidate->score = candidate->prior + candidate->bonus + support + neighbour_points(places, i, spot);
        }
        choose_best(name);
        if (name->best != DRG_NONE) {
            const find_candidate *best = &name->candidates.items[name->best];
            name->support = best->score - best->prior - best->bonus;
        }
    }
}

static bool is_division(const find_spot *spot)
{
    return spot->land == FIND_LAND_DIVISION || spot->land == FIND_LAND_COUNTY || spot->land == FIND_LAND_REGION;
}

/* The candidate that this very toponym means: one within its wider place; a province where "province" follows. */
static uint32_t candidate_here(const find_places *places, const find_toponym *toponym)
{
    const find_place_name *name = &places->names.items[toponym->name];
    if (toponym->wider != DRG_NONE) return best_within(places, toponym, &places->toponyms.items[toponym->wider]);
    uint32_t best = name->best;
    for (uint32_t k = 0; toponym->generic && k < name->candidates.count; k++) {
        const find_candidate *candidate = &name->candidates.items[k];
        if (!is_division(&candidate->spot) || best == DRG_NONE) continue;
        const find_candidate *chosen = &name->candidates.items[best];
        int32_t bonus = is_division(&chosen->spot) ? 0 : GENERIC_BONUS;
        if (candidate->score + bonus > chosen->score) best = k;
    }
    return best;
}

/* "A blast in Hyderabad": news knows one in India and one in Pakistan, and nothing near by tells which. */
static bool is_doubtful(const find_place_name *name, const find_candidate *chosen)
{
    if (chosen->score - chosen->prior >= DOUBT_SUPPORT) return false;
    for (size_t k = 0; k < name->candidates.count; k++) {
        const find_candidate *other = &name->candidates.items[k];
        bool known = chosen->spot.marks & other->spot.marks & FIND_KNOWN && other->spot.land == FIND_LAND_TOWN &&
                     !(other->how & FIND_BORNE_OTHER);
        bool abroad = other->spot.country_row != chosen->spot.country_row;
        if (known && abroad && other->score > chosen->score - DOUBT_MARGIN) return true;
    }
    return false;
}

static void settle_toponym(find_places *places, find_toponym *toponym)
{
    const find_place_name *name = &places->names.items[toponym->name];
    uint32_t best = candidate_here(places, toponym);
    if (best == DRG_NONE) return;
    const find_candidate *chosen = &name->candidates.items[best];
    int32_t evidence = toponym->evidence;
    if (toponym->wider == DRG_NONE && is_doubtful(name, chosen)) return;
    if (evidence < FIND_EVIDENCE_CERTAIN) {
        if (!toponym->common) evidence += (find_population_level(chosen->spot.population) - 300) / 10;
        if (name->support >= 200)
            evidence += 12;
        else if (name->support >= 100)
            evidence += 8;
        if (name->person) evidence -= 25;
        if (chosen->how & FIND_BORNE_OTHER) evidence -= 12;
        if (name->evidence >= 30 && name->evidence > toponym->evidence) evidence += 10;
    }
    if (evidence >= FIND_EVIDENCE_ENOUGH) toponym->row = chosen->spot.row;
}

static void gather_evidence(find_places *places)
{
    for (size_t i = 0; i < places->toponyms.count; i++) {
        const find_toponym *toponym = &places->toponyms.items[i];
        find_place_name *name = &places->names.items[toponym->name];
        if (toponym->evidence > name->evidence) name->evidence = toponym->evidence;
        if (toponym->evidence <= FIND_EVIDENCE_PERSON) name->person = true;
    }
}

void find_places_choose(find_places *places)
{
    read_candidates(places);
    qualify(places);
    gather_evidence(places);
    for (size_t i = 0; i < places->names.count; i++) choose_best(&places->names.items[i]);
    for (int round = 0; round < ROUNDS; round++) score_round(places);
    for (size_t i = 0; i < places->toponyms.count; i++) settle_toponym(places, &places->toponyms.items[i]);
}
