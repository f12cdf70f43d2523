/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the rows of a record. Out: meetings and proposals joined across documents. Candidates are looked up by what they
 * must have in common (two parties and a day, a place and a day, a name), so that no pair is compared that cannot be
 * the same: the work grows with the rows and not with their square.
 */
#include "talks/talks.h"

enum { PARTIES = 6, SAME_NAME = 400, UNDATED = 10, TERMS = 200 }; /* most parties looked up; days */

int32_t gather_day(drg_text day)
{
    int year = 0, month = 1, date = 1;
    if (day.size < 4) return INT32_MIN;
    for (size_t i = 0; i < 4; i++) {
        if (day.data[i] < '0' || day.data[i] > '9') return INT32_MIN;
        year = year * 10 + (day.data[i] - '0');
    }
    if (day.size >= 7) month = (day.data[5] - '0') * 10 + day.data[6] - '0';
    if (day.size >= 10) date = (day.data[8] - '0') * 10 + day.data[9] - '0';
    int y = month <= 2 ? year - 1 : year, era = y / 400, of_era = y - era * 400; /* Hinnant, days_from_civil */
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

drg_text gather_day_of(drg_text own, drg_text published)
{
    if (own.size) return own;
    return published.size > 10 ? base_text_slice(published, 0, 10) : published;
}

/* ---- meetings */

typedef struct meeting_join {
    record_gathering *all;
    base_map keys; /* what two tellings of one meeting have in common -> the joined meeting */
} meeting_join;

static bool may_be_same(const record_gathering *all, const gather_meeting *row, const gather_joined_meeting *joined)
{
    const gather_meeting *last = &all->meetings.items[joined->last];
    if (last->told.document == row->told.document) return false; /* one document tells a meeting once */
    if (row->place.size && joined->place.size && !base_text_equal(row->place, joined->place) &&
        !(row->country.size && base_text_equal(row->country, joined->country)))
        return false;
    if (row->level.size && joined->level.size && !base_text_equal(row->level, joined->level) &&
        (base_text_is(row->level, "technical") || base_text_is(joined->level, "technical")))
        return false;
    int32_t first = gather_day(row->first), end = gather_day(row->last);
    int32_t other = gather_day(joined->first_day), other_end = gather_day(joined->last_day);
    if (first != INT32_MIN && other != INT32_MIN) {
        if (end < first) end = first;
        if (other_end < other) other_end = other;
        return first <= other_end && other <= end;
    }
    int32_t told = gather_day(row->published), before = gather_day(last->published);
    return told != INT32_MIN && before != INT32_MIN && told - before <= UNDATED && before - told <= UNDATED;
}

static bool is_ahead(drg_meeting_status status)
{
    return status == DRG_MEETING_PROPOSED || status == DRG_MEETING_PLANNED;
}

static void take_values(record_gathering *all, gather_joined_meeting *joined, uint32_t index)
{
    const gather_meeting *row = &all->meetings.items[index], *last = &all->meetings.items[joined->last];
    bool later = base_text_compare(row->published, last->published) >= 0;
    if (later ? !is_ahead(row->status) || is_ahead(joined->status) : !is_ahead(row->status) && is_ahead(joined->status))
        joined->status = row->status;
    if (later) joined->last = index;
    if (!joined->level.size) joined->level = row->level;
    if (!joined->place.size) joined->place = row->place;
    if (!joined->country.size) joined->country = row->country;
    if (row->first.size > joined->first_day.size || !joined->first_day.size) {
        joined->first_day = row->first;
        joined->last_day = row->last;
    }
}

static uint32_t new_meeting(record_gathering *all, uint32_t index)
{
    const gather_meeting *row = &all->meetings.items[index];
    base_push(all->arena, &all->joined_meetings) = (gather_joined_meeting){.first = index,
                                                                           .last = index,
                                                                           .status = row->status,
                                                                           .level = row->level,
                                                                           .place = row->place,
                                                                           .country = row->country,
                                                                           .first_day = row->first,
                                                                           .last_day = row->last,
                                                                           .process = DRG_NONE};
    return (uint32_t)all->joined_meetings.count - 1;
}

typedef void (*key_use)(meeting_join *join, gather_meeting *row, drg_text key);

static void find_by(meeting_join *join, gather_meeting *row, drg_text key)
{
    uint32_t found = row->into == DRG_NONE ? base_map_get(&join->keys, key) : DRG_NONE;
    if (found != DRG_NONE && may_be_same(join->all, row, &join->all->joined_meetings.items[found])) row->into = found;
}

static void keep_by(meeting_join *join, gather_meeting *row, drg_text key)
{
    *base_map_put(join->all->arena, &join->keys, key, row->into) = row->into;
}

/* What another telling of the meeting would have in common with this one: two parties and the day, one and place and
 * day; without a day two parties and the place. */
static void with_keys(meeting_join *join, gather_meeting *row, key_use use)
{
    record_gathering *all = join->all;
    uint32_t count = row->people_count < PARTIES ? row->people_count : PARTIES;
    const gather_person *people = &all->persons.items[row->people];
    drg_text days[2] = {row->first, row->last};
    size_t day_count = !row->first.size ? 0 : base_text_equal(row->first, row->last) || !row->last.size ? 1 : 2;
    for (uint32_t i = 0; i < count; i++) {
        for (size_t d = 0; d < day_count && row->place.size; d++)
            use(join, row,
                base_text_format(all->arena, "%u %.*s %.*s", people[i].party, BASE_PRINT(row->place),
                                 BASE_PRINT(days[d])));
        for (uint32_t k = 0; k < count; k++) {
            if (people[i].party >= people[k].party) continue;
            for (size_t d = 0; d < day_count; d++)
                use(join, row,
                    base_text_format(all->arena, "%u %u %.*s", people[i].party, people[k].party, BASE_PRINT(days[d])));
            if (row->place.size)
                use(join, row,
                    base_text_format(all->arena, "%u %u %.*s", people[i].party, people[k].party,
                                     BASE_PRINT(row->place)));
        }
    }
}

void gather_join_meetings(record_gathering *all)
{
    meeting_join join = {.all = all};
    for (uint32_t i = 0; i < all->meetings.count; i++) {
        gather_meeting *row = &all->meetings.items[i];
        row->into = DRG_NONE;
        with_keys(&join, row, find_by);
        if (row->into == DRG_NONE)
            row->into = new_meeting(all, i);
        else
            take_values(all, &all->joined_meetings.items[row->into], i);
        with_keys(&join, row, keep_by);
    }
}

/* ---- proposals */

static size_t next_word(drg_text text, size_t at, drg_text *ret_word)
{
    while (at < text.size && !((text.data[at] | 32) >= 'a' && (text.data[at] | 32) <= 'z')) at++;
    size_t begin = at;
    while (at < text.size && (((text.data[at] | 32) >= 'a' && (text.data[at] | 32) <= 'z') || text.data[at] == '-'))
        at++;
    *ret_word = base_text_slice(text, begin, at);
    return at;
}

static bool has_word(drg_text text, drg_text word)
{
    drg_text other;
    for (size_t at = next_word(text, 0, &other); other.size; at = next_word(text, at, &other)) {
        if (other.size != word.size) continue;
        size_t i = 0;
        while (i < word.size && (word.data[i] | 32) == (other.data[i] | 32)) i++;
        if (i == word.size) return true;
    }
    return false;
}

/* Do half of the longer words of the one that has fewer stand in the other? */
static bool share_words(drg_text left, drg_text right)
{
    size_t words = 0, shared = 0;
    drg_text word, shorter = left.size < right.size ? left : right, longer = left.size < right.size ? right : left;
    for (size_t at = next_word(shorter, 0, &word); word.size; at = next_word(shorter, at, &word)) {
        if (word.size < 4) continue;
        words++;
        shared += has_word(longer, word);
    }
    return words && shared * 2 >= words;
}

static bool share_proposer(const record_gathering *all, const gather_proposal *left, const gather_proposal *right)
{
    for (uint32_t i = 0; i < left->people_count; i++)
        for (uint32_t k = 0; k < right->people_count; k++)
            if (all->persons.items[left->people + i].party == all->persons.items[right->people + k].party) return true;
    return false;
}

/* Lower case, so that "Road map" is "road map". */
static drg_text name_key(record_gathering *all, drg_text name)
{
    char *bytes = BASE_ARRAY(all->arena, char, name.size + 1);
    for (size_t i = 0; i < name.size; i++)
        bytes[i] = name.data[i] >= 'A' && name.data[i] <= 'Z' ? (char)(name.data[i] + 32) : name.data[i];
    return (drg_text){bytes, name.size};
}

static bool is_one_word(drg_text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (name.data[i] == ' ') return false;
    return true;
}

/* A plain "plan" is the same only when the same put it on the same day; a name of several words for a year, unless
 * others put it. */
static bool is_same_proposal(const record_gathering *all, const gather_proposal *new, const gather_proposal *old)
{
    if (new->told.document == old->told.document) return false;
    bool proposer = share_proposer(all, new, old), known = new->people_count && old->people_count;
    int32_t left = gather_day(gather_day_of(new->day, new->published)),
            right = gather_day(gather_day_of(old->day, old->published));
    int32_t apart = left > right ? left - right : right - left;
    if (left == INT32_MIN || right == INT32_MIN) apart = 0;
    if (is_one_word(new->name)) return proposer && (new->day.size &&base_text_equal(new->day, old->day));
    return apart <= SAME_NAME && (proposer || !known);
}

static uint32_t new_proposal(record_gathering *all, uint32_t index)
{
    const gather_proposal *row = &all->proposals.items[index];
    base_push(all->arena, &all->joined_proposals) =
        (gather_joined_proposal){.first = index,
                                 .name = row->name,
                                 .version = row->version,
                                 .day = gather_day_of(row->day, row->published),
                                 .answers = DRG_NONE,
                                 .process = DRG_NONE};
    return (uint32_t)all->joined_proposals.count - 1;
}

typedef struct term_list {
    BASE_VECTOR(uint32_t) rows; /* the first row of each joined term */
} term_list;

static void join_terms(record_gathering *all, gather_proposal *row, term_list *list)
{
    for (uint32_t i = 0; i < row->term_count; i++) {
        gather_term *term = &all->terms.items[row->terms + i];
        term->into = DRG_NONE;
        for (uint32_t k = 0; k < list->rows.count && k < TERMS && term->into == DRG_NONE; k++)
            if (share_words(term->words, all->terms.items[list->rows.items[k]].words)) term->into = k;
        if (term->into != DRG_NONE) continue;
        term->into = (uint32_t)list->rows.count;
        base_push(all->arena, &list->rows) = row->terms + i;
    }
}

void gather_join_proposals(record_gathering *all)
{
    base_map names = {0};
    BASE_VECTOR(term_list) terms = {0};
    for (uint32_t i = 0; i < all->proposals.count; i++) {
        gather_proposal *row = &all->proposals.items[i];
        uint32_t *last = base_map_put(all->arena, &names, name_key(all, row->name), DRG_NONE);
        bool same = *last != DRG_NONE && is_same_proposal(all, row, &all->proposals.items[*last]);
        if (same && row->people_count) { /* the last telling may be silent on who put it */
            const gather_joined_proposal *joined = &all->joined_proposals.items[all->proposals.items[*last].into];
            const gather_proposal *first = &all->proposals.items[joined->first];
            same = !first->people_count || share_proposer(all, row, first);
        }
        row->into = same ? all->proposals.items[*last].into : new_proposal(all, i);
        *last = i;
        if (row->into == terms.count) base_push(all->arena, &terms) = (term_list){0};
        join_terms(all, row, &terms.items[row->into]);
        gather_joined_proposal *joined = &all->joined_proposals.items[row->into];
        joined->term_count = (uint32_t)terms.items[row->into].rows.count;
        if (!joined->version.size) joined->version = row->version;
        if (row->answers != DRG_NONE && row->answers < row->number)
            joined->answers = all->proposals.items[i - (row->number - row->answers)].into;
        if (joined->answers == row->into) joined->answers = DRG_NONE;
    }
}

void talks_gather(record_gathering *gathering)
{
    gather_join_meetings(gathering);
    gather_join_proposals(gathering);
    gather_find_processes(gathering);
    gather_find_steps(gathering);
    gather_find_reversals(gathering);
}
