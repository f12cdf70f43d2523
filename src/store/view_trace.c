/* SPDX-License-Identifier: Apache-2.0
 *
 * Where a claim comes from. The claim is given in words, or as the id of an event or a statement, whose words it then
 * is. The full text finds the documents that hold its words; in them, the sentences that have all of the words (of an
 * id, most of them). For each of these, the earliest report first, the chain of those who say so: the statement that
 * the words stand in and the attributions of the events there, from the nearest speaker outward; where nobody is named,
 * the report itself says it. The first row is the origin as far as the record goes.
 */
#include "store/view.h"

enum { CLAIM_WORDS = 12, SEARCHED_WORDS = 6, SENTENCES_A_DOCUMENT = 3 };

typedef struct claim {
    drg_text words[CLAIM_WORDS]; /* lower case, each once */
    size_t count, needed;        /* how many a sentence must have */
} claim;

typedef struct telling {
    int64_t document, sentence;
    drg_span span;
    drg_text day, report;
} telling;

/* ---------------------------------------------------------------- the words of the claim */

static bool is_word_byte(char byte)
{
    unsigned char one = (unsigned char)byte;
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') || one >= 0x80;
}

static bool is_small(drg_text word)
{
    static const char *const SMALL[] = {"that", "with",  "from", "have", "this", "will", "would", "been", "were",
                                        "they", "their", "them", "said", "says", "than", "then",  "what", "which"};
    if (word.size < 3) return word.data[0] > '9';
    for (size_t i = 0; i < sizeof SMALL / sizeof *SMALL; i++)
        if (base_text_is(word, SMALL[i])) return true;
    return word.size == 3 && (base_text_is(word, "the") || base_text_is(word, "and") || base_text_is(word, "for") ||
                              base_text_is(word, "was") || base_text_is(word, "not"));
}

static void add_word(claim *made, drg_text word)
{
    if (made->count == CLAIM_WORDS || is_small(word)) return;
    for (size_t i = 0; i < made->count; i++)
        if (base_text_equal(made->words[i], word)) return;
    made->words[made->count++] = word;
}

/* Curly quotation marks and dashes are bytes above 0x7F too, but no parts of words. */
static drg_text without_marks(view_maker *maker, drg_text text)
{
    char *plain = base_arena_take(maker->arena, text.size + 1);
    for (size_t i = 0; i < text.size; i++) {
        bool mark = i + 2 < text.size && (unsigned char)text.data[i] == 0xE2 && (unsigned char)text.data[i + 1] == 0x80;
        plain[i] = mark ? ' ' : text.data[i];
        if (!mark) continue;
        plain[i + 1] = plain[i + 2] = ' ';
        i += 2;
    }
    return (drg_text){plain, text.size};
}

static claim split(view_maker *maker, drg_text text)
{
    claim made = {0};
    drg_text lower = base_text_lower(maker->arena, without_marks(maker, text));
    for (size_t at = 0; at < lower.size;) {
        size_t begin = at;
        while (at < lower.size && is_word_byte(lower.data[at])) at++;
        if (at > begin) add_word(&made, base_text_slice(lower, begin, at));
        if (at == begin) at++;
    }
    made.needed = made.count;
    return made;
}

static const char BY_ID[] = "SELECT document, span_begin, span_end FROM events WHERE id = ?1 UNION ALL "
                            "SELECT document, span_begin, span_end FROM statements WHERE id = ?1 LIMIT 1";

static claim read_claim(view_maker *maker)
{
    sqlite3_stmt *row = view_statement(maker, BY_ID);
    view_bind_text(maker, row, 1, maker->filter.claim);
    if (!view_step(maker, row)) return split(maker, maker->filter.claim);
    view_source source = {.document = view_integer(row, 0)};
    source.span = (drg_span){(uint32_t)view_integer(row, 1), (uint32_t)view_integer(row, 2)};
    sqlite3_reset(row);
    claim made = split(maker, view_wording(maker, source.document, source.span));
    made.needed = (made.count * 3 + 3) / 4;
    return made;
}

/* ---------------------------------------------------------------- where it is told */

static const char SEARCH[] = "SELECT d.key, substr(d.published, 1, 10), coalesce(d.publisher, d.id), d.text "
                             "FROM (SELECT rowid AS key FROM document_words WHERE document_words MATCH ?1 "
                             "ORDER BY rowid LIMIT 2000) w JOIN documents d USING (key) "
                             "WHERE ifnull(d.published, '') >= ?2 AND ifnull(d.published, '') < ?3 || 'U' "
                             "ORDER BY d.published, d.key";
static const char SENTENCES[] = "SELECT number, span_begin, span_end FROM sentences WHERE document = ?1 "
                                "AND kind != 'byline' ORDER BY number";
static const char IS_CHOSEN[] = "SELECT EXISTS (SELECT 1 FROM temp.chosen_documents WHERE key = ?1)";

/* The longest words, which are the rarest, all of them in one document. */
static drg_text search_words(view_maker *maker, const claim *made)
{
    view_words query = {0};
    bool used[CLAIM_WORDS] = {false};
    size_t most = made->needed < made->count ? SEARCHED_WORDS / 2 : SEARCHED_WORDS;
    for (size_t n = 0; n < most && n < made->count; n++) {
        size_t best = CLAIM_WORDS;
        for (size_t i = 0; i < made->count; i++)
            if (!used[i] && (best == CLAIM_WORDS || made->words[i].size > made->words[best].size)) best = i;
        used[best] = true;
        view_words quoted = {0};
        view_add_string(maker, &quoted, "\"");
        view_add(maker, &quoted, made->words[best]);
        view_add_string(maker, &quoted, "\"");
        view_join(maker, &query, " AND ", view_done(&quoted));
    }
    return view_done(&query);
}

static bool has_word(drg_text text, drg_text word)
{
    for (size_t at = 0; at + word.size <= text.size; at++) {
        if (memcmp(text.data + at, word.data, word.size) != 0) continue;
        bool begins = at == 0 || !is_word_byte(text.data[at - 1]);
        bool ends = at + word.size == text.size || !is_word_byte(text.data[at + word.size]);
        if (begins && ends) return true;
    }
    return false;
}

static bool holds(view_maker *maker, const claim *made, drg_text sentence)
{
    drg_text lower = base_text_lower(maker->arena, without_marks(maker, sentence));
    size_t found = 0;
    for (size_t i = 0; i < made->count; i++) found += has_word(lower, made->words[i]);
    return found >= made->needed;
}

typedef BASE_VECTOR(telling) tellings;

static void find_sentences(view_maker *maker, const claim *made, const telling *document, drg_text text,
                           tellings *found)
{
    size_t here = 0;
    sqlite3_stmt *row = view_statement(maker, SENTENCES);
    view_bind_integer(maker, row, 1, document->document);
    while (here < SENTENCES_A_DOCUMENT && view_step(maker, row)) {
        telling told = *document;
        int64_t begin = view_integer(row, 1), end = view_integer(row, 2);
        if (begin < 0 || end < begin || (uint64_t)end > text.size) continue;
        if (!holds(maker, made, base_text_slice(text, (size_t)begin, (size_t)end))) continue;
        told.sentence = view_integer(row, 0);
        told.span = (drg_span){(uint32_t)begin, (uint32_t)end};
        base_push(maker->arena, found) = told;
        here++;
    }
    sqlite3_reset(row);
}

static bool is_chosen(view_maker *maker, int64_t document)
{
    if (!maker->chooses_documents) return true;
    sqlite3_stmt *row = view_statement(maker, IS_CHOSEN);
    view_bind_integer(maker, row, 1, document);
    bool chosen = view_step(maker, row) && view_integer(row, 0);
    sqlite3_reset(row);
    return chosen;
}

static tellings find_tellings(view_maker *maker, const claim *made)
{
    tellings found = {0};
    sqlite3_stmt *row = view_statement(maker, SEARCH);
    view_bind_text(maker, row, 1, search_words(maker, made));
    view_bind_text(maker, row, 2, maker->filter.from);
    view_bind_text(maker, row, 3, maker->filter.to.size ? maker->filter.to : BASE_LITERAL("9999-12-31"));
    while (found.count < maker->limit && view_step(maker, row)) {
        telling document = {.document = view_integer(row, 0)};
        if (!is_chosen(maker, document.document)) continue;
        document.day = view_text(maker, row, 1);
        document.report = view_text(maker, row, 2);
        find_sentences(maker, made, &document, store_column(row, 3), &found);
    }
    sqlite3_reset(row);
    return found;
}

/* ---------------------------------------------------------------- who says so */

static const char STATEMENTS[] =
    "SELECT s.document, s.sentence, s.span_begin, s.span_end, a.name, s.speaker_begin, s.speaker_end, s.verb, "
    "s.outlet, "
    "s.medium FROM statements s LEFT JOIN mentions m ON m.document = s.document AND m.number = s.speaker "
    "LEFT JOIN actors a ON a.document = m.document AND a.number = m.actor "
    "WHERE s.document = ?1 AND s.span_begin < ?3 AND s.span_end > ?2 ORDER BY s.span_end - s.span_begin, s.number";
static const char ATTRIBUTIONS[] =
    "SELECT e.document, e.sentence, e.span_begin, e.span_end, a.name, t.speaker_begin, t.speaker_end, t.verb, "
    "t.outlet, "
    "t.medium FROM events e JOIN event_attributions t ON t.document = e.document AND t.event = e.number "
    "LEFT JOIN mentions m ON m.document = t.document AND m.number = t.speaker "
    "LEFT JOIN actors a ON a.document = m.document AND a.number = m.actor "
    "WHERE e.document = ?1 AND e.sentence = ?4 AND ?2 <= ?3 ORDER BY e.number, t.number";

typedef struct chain {
    const telling *told;
    size_t level;
    bool first; /* of all: the origin */
    BASE_VECTOR(drg_text) named;
} chain;

static bool is_named(const chain *made, drg_text who)
{
    for (size_t i = 0; i < made->named.count; i++)
        if (base_text_equal(made->named.items[i], who)) return true;
    return false;
}

static void add_link(view_maker *maker, chain *made, view_source source, drg_text who, drg_text verb, drg_text by,
                     drg_text words)
{
    if (is_named(made, who)) return;
    base_push(maker->arena, &made->named) = who;
    drg_cell *cells = view_row(maker, source);
    cells[0].text = made->told->day;
    cells[1].text = made->told->report;
    cells[2].text = base_text_format(maker->arena, "%zu", made->level++);
    cells[3].text = who;
    cells[4].text = verb;
    cells[5].text = by;
    cells[6].text = words;
    if (made->first) cells[7].text = BASE_LITERAL("first told");
    made->first = false;
}

static void add_links(view_maker *maker, chain *made, const claim *asked, const char *sql)
{
    const telling *told = made->told;
    sqlite3_stmt *row = view_statement(maker, sql);
    view_bind_integer(maker, row, 1, told->document);
    view_bind_integer(maker, row, 2, told->span.begin);
    view_bind_integer(maker, row, 3, told->span.end);
    if (sqlite3_bind_parameter_count(row) > 3) view_bind_integer(maker, row, 4, told->sentence);
    while (view_step(maker, row)) {
        view_source source = view_source_at(row, 0);
        drg_span speaker = {(uint32_t)view_integer(row, 5), (uint32_t)view_integer(row, 6)};
        drg_text who = view_text(maker, row, 4), verb = view_text(maker, row, 7);
        view_words by = {0};
        view_join(maker, &by, ", ", view_text(maker, row, 9));
        view_join(maker, &by, ", ", view_text(maker, row, 8));
        drg_text words = view_wording(maker, told->document, source.span);
        if (!who.size) who = view_wording(maker, told->document, speaker);
        claim part = *asked; /* a statement beside the claim is not its source */
        part.needed = (asked->needed + 1) / 2;
        if (!holds(maker, &part, words)) continue;
        if (who.size || by.count) add_link(maker, made, source, who, verb, view_done(&by), words);
    }
}

void view_trace(view_maker *maker)
{
    static const char *const NAMES[] = {"day", "report", "level", "says", "verb", "medium", "words", "origin"};
    if (!maker->filter.claim.size) view_fail(maker, DRG_ERROR_USAGE, "which claim is to be traced? Words, or an id");
    claim asked = read_claim(maker);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    if (!asked.count) return;
    tellings found = find_tellings(maker, &asked);
    for (size_t i = 0; i < found.count; i++) {
        chain made = {.told = &found.items[i], .first = i == 0};
        add_links(maker, &made, &asked, STATEMENTS);
        add_links(maker, &made, &asked, ATTRIBUTIONS);
        if (made.level) continue;
        view_source source = {made.told->document, made.told->sentence, made.told->span};
        add_link(maker, &made, source, BASE_LITERAL("the report itself"), (drg_text){0}, (drg_text){0},
                 view_wording(maker, source.document, source.span));
    }
    maker->table->more = found.count >= maker->limit;
}
