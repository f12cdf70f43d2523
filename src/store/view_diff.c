/* SPDX-License-Identifier: Apache-2.0
 *
 * Two proposals term by term: what came, what went, what was worded otherwise. A term answers to the one that shares
 * most words with it, at least half of all that the two have, or a third where both are about the same subject. Or,
 * where days are given in place of proposals, what stood otherwise on the later one.
 */
#include "store/view.h"

#include <stdlib.h>

/* ---------------------------------------------------------------- finding a proposal */

static const char GATHERED_BY[] =
    "SELECT 0, proposal, coalesce(first_day, '') FROM gathered_proposals WHERE id = ?1 OR name = ?1 COLLATE NOCASE "
    "UNION ALL SELECT 0, y.proposal, '' FROM proposals x JOIN gathered_proposal_members y ON y.document = x.document "
    "AND y.number = x.number WHERE x.id = ?1 LIMIT 1";
static const char GATHERED_LIKE[] =
    "SELECT 0, proposal, coalesce(first_day, '') FROM gathered_proposals "
    "WHERE instr(lower(name), lower(?1)) ORDER BY first_day DESC, proposal DESC LIMIT 1";
static const char ONE_BY[] = "SELECT document, number, '' FROM proposals WHERE id = ?1 LIMIT 1";
static const char ONE_LIKE[] =
    "SELECT x.document, x.number, coalesce(substr(d.published, 1, 10), '') FROM proposals x JOIN documents d "
    "ON d.key = x.document WHERE instr(lower(CAST(substr(d.text, x.span_begin + 1, x.span_end - x.span_begin) AS "
    "TEXT)), "
    "lower(?1)) ORDER BY (SELECT count(*) FROM proposal_terms t WHERE t.document = x.document AND t.proposal = "
    "x.number) "
    "DESC, d.published DESC, x.document DESC, x.number DESC LIMIT 1";

static bool look_up(view_maker *maker, const char *sql, drg_text words, view_head *head)
{
    sqlite3_stmt *row = view_statement(maker, sql);
    view_bind_text(maker, row, 1, words);
    bool found = view_step(maker, row);
    if (found) {
        head->document = view_integer(row, 0);
        head->number = view_integer(row, 1);
        drg_text day = store_column(row, 2);
        memcpy(head->day, day.data ? day.data : "", day.size < DAY_SIZE ? day.size : DAY_SIZE - 1);
    }
    sqlite3_reset(row);
    return found;
}

static view_head find_proposal(view_maker *maker, drg_text words)
{
    view_head head = {.kind = VIEW_PROPOSAL};
    const char *ways[] = {maker->gathered ? GATHERED_BY : ONE_BY, maker->gathered ? GATHERED_LIKE : ONE_LIKE};
    for (size_t i = 0; i < 2; i++)
        if (look_up(maker, ways[i], words, &head)) return head;
    view_fail(maker, DRG_ERROR_USAGE, "has no proposal '%.*s'", BASE_PRINT(words));
}

/* ---------------------------------------------------------------- terms side by side */

enum { TERM_WORDS = 64 };

typedef struct word_set {
    drg_text words[TERM_WORDS];
    size_t count;
} word_set;

static bool has(const word_set *set, drg_text word)
{
    for (size_t i = 0; i < set->count; i++)
        if (base_text_equal(set->words[i], word)) return true;
    return false;
}

static bool is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

static word_set words_of(view_maker *maker, drg_text text)
{
    word_set set = {0};
    drg_text lower = base_text_lower(maker->arena, text);
    for (size_t at = 0; at < lower.size;) {
        size_t begin = at;
        while (at < lower.size && is_word_byte((unsigned char)lower.data[at])) at++;
        drg_text word = base_text_slice(lower, begin, at);
        if (word.size && set.count < TERM_WORDS && !has(&set, word)) set.words[set.count++] = word;
        if (at == begin) at++;
    }
    return set;
}

/* Words that both have, of all words, in thousandths. */
static size_t likeness(view_maker *maker, const view_term *one, const view_term *other)
{
    word_set a = words_of(maker, one->wording), b = words_of(maker, other->wording);
    size_t both = 0;
    for (size_t i = 0; i < a.count; i++) both += has(&b, a.words[i]);
    size_t all = a.count + b.count - both;
    size_t like = all ? both * 1000 / all : 0;
    bool same_subject = one->subject.size && base_text_equal(one->subject, other->subject);
    return like >= (same_subject ? 333u : 500u) ? like : 0;
}

static void add_row(view_maker *maker, const char *change, const view_term *before, const view_term *after)
{
    const view_term *shown = after ? after : before;
    drg_cell *cells = view_row(maker, shown->source);
    cells[0].text = base_text_from(change);
    cells[1].text = shown->subject;
    if (before) {
        cells[2].text = before->wording;
        cells[2].source = view_source_index(maker, before->source);
        view_row_source(maker, before->source);
    }
    if (!after) return;
    cells[3].text = after->wording;
    cells[3].source = view_source_index(maker, after->source);
}

static void compare_terms(view_maker *maker, const view_terms *before, const view_terms *after)
{
    bool *answered = BASE_ARRAY(maker->arena, bool, before->count);
    const view_term **counterpart = BASE_ARRAY(maker->arena, const view_term *, after->count);
    for (;;) { /* the most alike pair first */
        size_t best = 0, best_old = 0, best_new = 0;
        for (size_t i = 0; i < before->count; i++) {
            for (size_t k = 0; k < after->count && !answered[i]; k++) {
                size_t like = counterpart[k] ? 0 : likeness(maker, &before->items[i], &after->items[k]);
                if (like > best) best = like, best_old = i, best_new = k;
            }
        }
        if (!best) break;
        answered[best_old] = true;
        counterpart[best_new] = &before->items[best_old];
    }
    for (size_t i = 0; i < before->count; i++)
        if (!answered[i]) add_row(maker, "dropped", &before->items[i], NULL);
    for (size_t k = 0; k < after->count; k++) {
        bool same = counterpart[k] && base_text_equal(base_text_lower(maker->arena, counterpart[k]->wording),
                                                      base_text_lower(maker->arena, after->items[k].wording));
        add_row(maker, !counterpart[k] ? "added" : same ? "same" : "changed", counterpart[k], &after->items[k]);
    }
}

enum { TERMS_COMPARED = 60 };

static void diff_proposals(view_maker *maker)
{
    static const char *const NAMES[] = {"change", "subject"};
    view_head one = find_proposal(maker, maker->filter.one), other = find_proposal(maker, maker->filter.other);
    view_proposal before = view_proposal_of(maker, &one), after = view_proposal_of(maker, &other);
    if (before.terms.count > TERMS_COMPARED) before.terms.count = TERMS_COMPARED;
    if (after.terms.count > TERMS_COMPARED) after.terms.count = TERMS_COMPARED;
    view_columns(maker, NAMES, 2);
    base_push(maker->arena, &maker->columns) = before.name;
    base_push(maker->arena, &maker->columns) = base_text_equal(before.name, after.name)
                                                   ? base_text_format(maker->arena, "%.*s (2)", BASE_PRINT(after.name))
                                                   : after.name;
    compare_terms(maker, &before.terms, &after.terms);
}

/* ---------------------------------------------------------------- two days */

static void diff_days(view_maker *maker)
{
    static const char *const NAMES[] = {"kind", "what", "before", "after", "day"};
    maker->filter.to = (drg_text){0}; /* what lies ahead on that day belongs to its state */
    view_standings before = view_state(maker, maker->filter.since), after = view_state(maker, maker->last_day);
    view_differences differences = view_compare(maker, &before, &after);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < differences.count; i++) {
        const view_standing *old = differences.items[i].before, *now = differences.items[i].after;
        drg_cell *cells = view_row(maker, now->source);
        cells[0].text = now->kind;
        cells[1].text = now->name;
        cells[3].text = now->value;
        cells[4].text = now->day;
        if (!old) continue;
        cells[2].text = old->value;
        cells[2].source = view_source_index(maker, old->source);
        view_row_source(maker, old->source);
    }
}

void view_diff(view_maker *maker)
{
    if (maker->filter.one.size && maker->filter.other.size)
        diff_proposals(maker);
    else if (maker->filter.since.size)
        diff_days(maker);
    else
        view_fail(maker, DRG_ERROR_USAGE, "what is to be compared? Two proposals, or the state since a day");
}
