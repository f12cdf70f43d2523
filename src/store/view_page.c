/* SPDX-License-Identifier: Apache-2.0
 *
 * In: meetings, proposals and positions in words. Out: sentences of a brief in fixed forms, wordings of the texts in
 * quotation marks. A sentence comes into the page through view_page_say() alone, which takes its source and fails
 * without one: what cannot be cited cannot be printed.
 */
#include "store/view_page.h"

enum {
    MOST_NAMES = 6,
    QUOTED = 180 /* bytes of a quotation */
};

bool view_page_say(view_page *page, view_source source, const view_words *words)
{
    drg_text sentence = view_done(words);
    if (!sentence.size || base_map_get(&page->said, sentence) != DRG_NONE) return false;
    drg_cell *cells = view_row(page->maker, source);
    cells[0].text = base_text_from(page->section);
    cells[1].text = sentence;
    base_map_put(page->maker->arena, &page->said, sentence, 0);
    return true;
}

/* ---------------------------------------------------------------- words */

void view_page_add(view_page *page, view_words *words, drg_text text)
{
    view_add(page->maker, words, text);
}

void view_page_put(view_page *page, view_words *words, const char *string)
{
    view_add_string(page->maker, words, string);
}

void view_page_day(view_page *page, view_words *words, drg_text day)
{
    static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    if (!record_day_exists(day)) {
        view_page_add(page, words, day);
        return;
    }
    int month = (day.data[5] - '0') * 10 + day.data[6] - '0', number = (day.data[8] - '0') * 10 + day.data[9] - '0';
    view_page_add(page, words, base_text_format(page->maker->arena, "%d %s %.4s", number, MONTHS[month - 1], day.data));
}

void view_page_on_day(view_page *page, view_words *words, const char *before, drg_text day)
{
    if (!day.size) return;
    view_page_put(page, words, before);
    view_page_day(page, words, day);
}

void view_page_quote(view_page *page, view_words *words, drg_text text)
{
    size_t end = text.size;
    if (end > QUOTED) {
        end = QUOTED;
        while (end && text.data[end] != ' ') end--;
        if (!end) end = text.size;
    }
    view_page_put(page, words, "\xE2\x80\x9C");
    view_page_add(page, words, base_text_slice(text, 0, end));
    if (end < text.size) view_page_put(page, words, " ...");
    view_page_put(page, words, "\xE2\x80\x9D");
}

void view_page_end(view_page *page, view_words *words)
{
    static const char QUOTE[] = "\xE2\x80\x9D";
    size_t size = words->count;
    bool quoted = size > 3 && memcmp(words->items + size - 3, QUOTE, 3) == 0;
    if (!quoted || !strchr(".!?", words->items[size - 4])) view_page_put(page, words, ".");
}

bool view_page_starts(drg_text text, const char *word)
{
    size_t size = strlen(word);
    if (text.size <= size || text.data[size] != ' ') return false;
    for (size_t i = 0; i < size; i++)
        if ((text.data[i] | 0x20) != word[i]) return false;
    return true;
}

static size_t article_of(drg_text name)
{
    static const char *const ARTICLES[] = {"a", "an", "the"};
    for (size_t i = 0; i < 3; i++)
        if (view_page_starts(name, ARTICLES[i])) return strlen(ARTICLES[i]) + 1;
    return 0;
}

/* "his plan", "this offer": who or which is said. */
static bool is_owned(drg_text name)
{
    static const char *const OWNERS[] = {"his",   "her",   "its", "their", "our",  "my",   "your", "this", "that",
                                         "these", "those", "any", "no",    "some", "both", "all",  "such"};
    for (size_t i = 0; i < sizeof OWNERS / sizeof *OWNERS; i++)
        if (view_page_starts(name, OWNERS[i])) return true;
    return false;
}

static bool is_determined(drg_text name)
{
    return article_of(name) || is_owned(name);
}

void view_page_definite(view_page *page, view_words *words, drg_text name)
{
    size_t skip = article_of(name);
    bool owned = is_owned(name), capital = name.size && name.data[0] >= 'A' && name.data[0] <= 'Z';
    if (skip || (!owned && !capital)) view_page_put(page, words, "the ");
    view_page_add(page, words, base_text_slice(name, skip, name.size));
}

/* "talks", "conditions"; not "process", "basis". */
static bool is_plural(drg_text name)
{
    size_t size = name.size;
    return size > 2 && name.data[size - 1] == 's' && !memchr("sui", name.data[size - 2], 3);
}

/* "victory plan" is "a victory plan"; what has an article, an owner or a name stays. */
static void add_indefinite(view_page *page, view_words *words, drg_text name)
{
    bool small = name.size && name.data[0] >= 'a' && name.data[0] <= 'z';
    bool bare = small && !is_determined(name) && !is_plural(name);
    if (bare) view_page_put(page, words, strchr("aeiou", name.data[0]) ? "an " : "a ");
    view_page_add(page, words, name);
}

void view_page_begin(view_words *words)
{
    if (words->count && words->items[0] >= 'a' && words->items[0] <= 'z')
        words->items[0] = (char)(words->items[0] - 32);
}

void view_page_list(view_page *page, view_words *words, drg_text lines)
{
    size_t count = lines.size ? 1 : 0, at = 0;
    for (size_t i = 0; i < lines.size; i++) count += lines.data[i] == '\n';
    for (size_t i = 0; i < count && i < MOST_NAMES; i++) {
        size_t end = at;
        while (end < lines.size && lines.data[end] != '\n') end++;
        if (i) view_page_put(page, words, i + 1 == count ? " and " : ", ");
        view_page_add(page, words, base_text_slice(lines, at, end));
        at = end + 1;
    }
    if (count > MOST_NAMES) view_page_put(page, words, " and others");
}

/* ---------------------------------------------------------------- meetings in a sentence */

static drg_text names_of(view_page *page, const view_meeting *meeting)
{
    view_words lines = {0};
    for (size_t i = 0; i < meeting->list.count; i++) view_join(page->maker, &lines, "\n", meeting->list.items[i].name);
    return view_done(&lines);
}

static void add_place(view_page *page, view_words *words, const view_meeting *meeting)
{
    if (!meeting->place.size) return;
    view_page_put(page, words, " in ");
    view_page_add(page, words, meeting->place);
}

/* "was postponed", "are planned". */
static void add_outcome(view_page *page, view_words *words, const view_meeting *meeting, bool plural)
{
    static const struct {
        const char *status, *one, *many;
    } OUTCOMES[] = {{"proposed", " has been proposed", " have been proposed"},
                    {"planned", " is planned", " are planned"},
                    {"ongoing", " is under way", " are under way"},
                    {"held", " was held", " were held"},
                    {"postponed", " was postponed", " were postponed"},
                    {"cancelled", " was called off", " were called off"},
                    {"collapsed", " fell apart", " fell apart"}};
    for (size_t i = 0; i < sizeof OUTCOMES / sizeof *OUTCOMES; i++)
        if (base_text_is(meeting->status, OUTCOMES[i].status))
            view_page_put(page, words, plural ? OUTCOMES[i].many : OUTCOMES[i].one);
}

static void add_when(view_page *page, view_words *words, const view_meeting *meeting)
{
    bool moved = base_text_is(meeting->status, "postponed") || base_text_is(meeting->status, "cancelled") ||
                 base_text_is(meeting->status, "collapsed");
    bool ahead = base_text_is(meeting->status, "planned") || base_text_is(meeting->status, "proposed");
    bool span = meeting->last_day.size && !base_text_equal(meeting->first_day, meeting->last_day);
    if (!meeting->first_day.size) return;
    view_page_put(page, words, moved ? " (" : span ? " between " : ahead ? " for " : " on ");
    view_page_day(page, words, meeting->first_day);
    if (span) view_page_on_day(page, words, moved ? " to " : " and ", meeting->last_day);
    if (moved) view_page_put(page, words, ")");
}

/* Who pulled out, stayed away, arrived. */
static void add_attendance(view_page *page, view_words *words, const view_meeting *meeting)
{
    static const struct {
        const char *attendance, *words;
    } SAID[] = {{"withdrew", " pulled out"},
                {"absent", " stayed away"},
                {"deputy", " sent a deputy"},
                {"arrived", " arrived"},
                {"confirmed", " confirmed attendance"}};
    for (size_t k = 0; k < sizeof SAID / sizeof *SAID; k++) {
        view_words lines = {0};
        for (size_t i = 0; i < meeting->list.count; i++)
            if (base_text_is(meeting->list.items[i].attendance, SAID[k].attendance))
                view_join(page->maker, &lines, "\n", meeting->list.items[i].name);
        if (!lines.count) continue;
        view_page_put(page, words, "; ");
        view_page_list(page, words, view_done(&lines));
        view_page_put(page, words, SAID[k].words);
    }
}

static bool is_call(drg_text name)
{
    static const char *const CALLS[] = {"spoke",  "spoken", "speak",     "speaks",  "speaking",  "talked",
                                        "called", "phoned", "discussed", "discuss", "discusses", "discussing"};
    for (size_t i = 0; i < sizeof CALLS / sizeof *CALLS; i++)
        if (base_text_is(name, CALLS[i])) return true;
    return false;
}

view_words view_page_meeting(view_page *page, const view_meeting *meeting)
{
    view_words words = {0};
    drg_text names = names_of(page, meeting);
    bool held = base_text_is(meeting->status, "held"), noun = view_is_noun(meeting->name);
    if (!noun && meeting->list.count < 2) return words; /* "met": who, with whom? */
    if (noun) {
        bool plural = is_plural(meeting->name);
        view_page_definite(page, &words, meeting->name);
        if (names.size) view_page_put(page, &words, " of ");
        view_page_list(page, &words, names);
        add_place(page, &words, meeting);
        add_outcome(page, &words, meeting, plural);
        add_when(page, &words, meeting);
    } else if (held) {
        view_page_list(page, &words, names);
        view_page_put(page, &words, is_call(meeting->name) ? " spoke" : " met");
        add_place(page, &words, meeting);
        add_when(page, &words, meeting);
    } else {
        view_page_put(page, &words, is_call(meeting->name) ? "A conversation of " : "A meeting of ");
        view_page_list(page, &words, names);
        add_place(page, &words, meeting);
        add_outcome(page, &words, meeting, false);
        add_when(page, &words, meeting);
    }
    add_attendance(page, &words, meeting);
    if (meeting->topic.size) view_page_put(page, &words, "; the matter: ");
    view_page_add(page, &words, meeting->topic);
    view_page_end(page, &words);
    view_page_begin(&words);
    return words;
}

/* ---------------------------------------------------------------- proposals and positions in a sentence */

view_words view_page_proposal(view_page *page, const view_head *head, const view_proposal *proposal)
{
    view_words words = {0};
    drg_text day = base_text_copy(page->maker->arena, base_text_from(head->day)), by = page->maker->by;
    if (by.size && base_text_compare(day, by) > 0) day = (drg_text){0}; /* a later report has it */
    if (proposal->by.size) {
        view_page_list(page, &words, proposal->by);
        view_page_put(page, &words, proposal->to.size ? " put " : " put forward ");
        add_indefinite(page, &words, proposal->name);
        if (proposal->to.size) view_page_put(page, &words, " to ");
        view_page_list(page, &words, proposal->to);
        view_page_on_day(page, &words, " on ", day);
    } else {
        view_page_definite(page, &words, proposal->name);
        view_page_put(page, &words, is_plural(proposal->name) ? " are on the table" : " is on the table");
        if (proposal->to.size) view_page_put(page, &words, ", put to ");
        view_page_list(page, &words, proposal->to);
        view_page_on_day(page, &words, " (told on ", day);
        if (day.size) view_page_put(page, &words, ")");
    }
    if (proposal->answers.size) {
        view_page_put(page, &words, ", in answer to ");
        view_page_definite(page, &words, proposal->answers);
    }
    for (size_t i = 0; i < proposal->terms.count && i < 5; i++) {
        view_page_put(page, &words, i ? "; " : ": ");
        view_page_quote(page, &words, proposal->terms.items[i].wording);
    }
    if (proposal->terms.count > 5) view_page_put(page, &words, " and more");
    view_page_end(page, &words);
    view_page_begin(&words);
    return words;
}

/* How the stance stands before its matter; NULL: it is not told in a brief. */
static const char *stance_words(drg_text stance)
{
    static const struct {
        const char *stance, *words;
    } STANCES[] = {{"accepts", " accepts "},
                   {"rejects", " rejects "},
                   {"open", " is open to "},
                   {"conditional", " would accept "},
                   {"demands", " demands "},
                   {"offers", " offers "},
                   {"denies", " denies "},
                   {"confirms", " confirms "},
                   {"declines", " declines to comment on "},
                   {"silent", " gives no answer on "}};
    for (size_t i = 0; i < sizeof STANCES / sizeof *STANCES; i++)
        if (base_text_is(stance, STANCES[i].stance)) return STANCES[i].words;
    return NULL;
}

view_words view_page_position(view_page *page, const view_position *position, drg_text proposal, drg_text term)
{
    view_words words = {0};
    const char *stance = stance_words(position->stance);
    if (!proposal.size && base_text_is(position->stance, "conditional")) stance = " sets a condition on ";
    if (!stance || !(proposal.size || position->content.size)) return words;
    drg_text party = view_party_name(page->maker, position->party);
    view_page_add(page, &words, party);
    if (!base_text_equal(party, position->who) && position->by_statement) {
        view_page_put(page, &words, " (");
        view_page_add(page, &words, position->who);
        view_page_put(page, &words, ")");
    }
    view_page_put(page, &words, stance);
    if (term.size) {
        view_page_quote(page, &words, term);
        view_page_put(page, &words, " of ");
    }
    if (proposal.size)
        view_page_definite(page, &words, proposal);
    else
        view_page_quote(page, &words, position->content);
    if (position->condition.size) {
        view_page_put(page, &words, ", ");
        view_page_quote(page, &words, position->condition);
    }
    view_page_on_day(page, &words, " (", position->day);
    view_page_put(page, &words, position->day.size ? ")." : ".");
    return words;
}
