/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the table of a view. Out: it for a reader at a terminal. Columns take the width that their longest cell asks for
 * and share what there is when that is too little; where they would be too narrow for that, each row is a card. A
 * column that no row fills, or that only repeats the one before it, is left out. Under each row stand the words that it
 * was read from with their place, "report-7:3" being sentence 3 of the document report-7; a cell with a source of its
 * own carries the number of that source. A brief is a page: headings, sentences with the numbers of their sources, and
 * the sources at the end.
 */
#include <stdio.h>

#include "output/output.h"

enum {
    GAP = 2,
    NARROWEST = 40,
    WIDEST = 1000,
    USUAL = 100,
    READABLE = 96,
    QUOTED_LINES = 3,
    LEAST = 6,
    COMFORTABLE = 16
};

typedef BASE_VECTOR(char) page_bytes;

typedef struct table_page {
    output_stream *stream;
    base_arena *arena;
    const drg_table *table;
    bool color;
    size_t width, *natural, *widths; /* a column each, 0 left out */
    bool cards;
} table_page;

static void put_string(const table_page *page, const char *string)
{
    output_put(page->stream, base_text_from(string));
}

static void put_color(const table_page *page, const char *code)
{
    if (page->color) put_string(page, code);
}

static void add_string(const table_page *page, page_bytes *bytes, const char *string)
{
    for (; *string; string++) base_push(page->arena, bytes) = *string;
}

/* Without what would steer a terminal; line ends of the cell stay where `lines`. */
static void add_clean(const table_page *page, page_bytes *bytes, drg_text text, bool lines)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        drg_text piece = output_line_piece(text, at, &size);
        if (lines && text.data[at] == '\n') piece = BASE_LITERAL("\n");
        for (size_t i = 0; i < piece.size; i++) base_push(page->arena, bytes) = piece.data[i];
    }
}

static drg_text done(const page_bytes *bytes)
{
    return (drg_text){bytes->items, bytes->count};
}

static void add_mark(const table_page *page, page_bytes *bytes, uint32_t source)
{
    char mark[24];
    snprintf(mark, sizeof mark, "[%lu]", (unsigned long)source + 1);
    add_string(page, bytes, mark);
}

static drg_text cell_text(const table_page *page, const drg_cell *cell)
{
    page_bytes bytes = {0};
    add_clean(page, &bytes, cell->text, true);
    if (bytes.count && cell->source != DRG_NONE) {
        add_string(page, &bytes, " ");
        add_mark(page, &bytes, cell->source);
    }
    return done(&bytes);
}

/* ---------------------------------------------------------------- widths */

static drg_text title(const table_page *page, size_t column)
{
    drg_text name = page->table->columns.items[column];
    page_bytes bytes = {0};
    add_clean(page, &bytes, name, false);
    for (size_t i = 0; i < bytes.count; i++) {
        if (bytes.items[i] == '_') bytes.items[i] = ' ';
        if (bytes.items[i] >= 'a' && bytes.items[i] <= 'z') bytes.items[i] = (char)(bytes.items[i] - 'a' + 'A');
    }
    return done(&bytes);
}

static bool repeats(const drg_table *table, size_t column)
{
    bool same = column > 0;
    for (size_t i = 0; i < table->row_count && same; i++) {
        const drg_cell *cells = table->rows[i].cells;
        same = base_text_equal(cells[column].text, cells[column - 1].text) && cells[column].source == DRG_NONE;
    }
    return same;
}

static size_t widest(const table_page *page, size_t column)
{
    size_t widest = 0;
    for (size_t i = 0; i < page->table->row_count; i++) {
        size_t width = output_text_width(cell_text(page, &page->table->rows[i].cells[column]));
        if (width > widest) widest = width;
    }
    if (!widest || repeats(page->table, column)) return 0;
    size_t named = output_text_width(title(page, column));
    return widest > named ? widest : named;
}

/* The width of a column that has to share: all get the same, but none less than its longest line needs if that is
 * little. Those that need no more than their share give the rest to the others. */
static void share_width(table_page *page)
{
    size_t count = page->table->columns.count, open = 0, left = page->width;
    bool *settled = BASE_ARRAY(page->arena, bool, count);
    for (size_t i = 0; i < count; i++) open += page->widths[i] > 0;
    size_t gaps = open ? (open - 1) * GAP : 0;
    left = left > gaps + open * LEAST ? left - gaps : open * LEAST;
    for (bool changed = true; changed && open;) {
        changed = false;
        for (size_t i = 0; i < count && open; i++) {
            size_t most = left / open > 11 ? left / open : 11; /* a day stays whole */
            if (settled[i] || !page->widths[i] || page->widths[i] > most || page->widths[i] > left) continue;
            left -= page->widths[i];
            open--;
            changed = settled[i] = true;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (!settled[i] && page->widths[i]) page->widths[i] = left / open > LEAST ? left / open : LEAST;
}

/* Would a column be so narrow that its words break? Then the rows are cards. */
static bool is_tight(const table_page *page)
{
    for (size_t i = 0; i < page->table->columns.count; i++)
        if (page->widths[i] && page->widths[i] < COMFORTABLE && page->widths[i] < page->natural[i]) return true;
    return false;
}

/* ---------------------------------------------------------------- rows */

static void put_lines(const table_page *page, drg_text *cells, const char *color)
{
    for (bool more = true; more;) {
        size_t pending = 0;
        more = false;
        for (size_t column = 0; column < page->table->columns.count; column++) {
            if (!page->widths[column]) continue;
            drg_text line = output_next_line(&cells[column], page->widths[column]);
            more |= cells[column].size > 0;
            if (line.size) {
                output_put_spaces(page->stream, pending);
                pending = 0;
                put_color(page, color);
                output_put(page->stream, line);
                if (*color) put_color(page, "\x1b[0m");
            }
            size_t width = output_text_width(line);
            pending += GAP + (width < page->widths[column] ? page->widths[column] - width : 0);
        }
        output_put_char(page->stream, '\n');
    }
}

/* The first two columns are the head of a card; below it, each other cell with its title before it. */
static void put_card(const table_page *page, const drg_text *cells)
{
    size_t head = 0, named = 0, count = page->table->columns.count;
    for (size_t i = 0; i < count; i++) {
        size_t width = page->widths[i] ? output_text_width(title(page, i)) : 0;
        if (width > named) named = width;
    }
    put_color(page, "\x1b[1m");
    for (size_t i = 0; i < count && i < 2; i++) {
        if (!cells[i].size) continue;
        if (head++) output_put_spaces(page->stream, GAP);
        output_put_line(page->stream, cells[i]);
    }
    put_color(page, "\x1b[0m");
    output_put_char(page->stream, '\n');
    for (size_t i = 2; i < count; i++) {
        if (!cells[i].size || !page->widths[i]) continue;
        drg_text name = title(page, i), rest = cells[i];
        for (bool first = true; rest.size; first = false) {
            output_put_spaces(page->stream, 2);
            if (first) output_put(page->stream, name);
            output_put_spaces(page->stream, named + GAP - (first ? output_text_width(name) : 0));
            size_t room = page->width > named + GAP + 22 ? page->width - named - GAP - 2 : 20;
            output_put(page->stream, output_next_line(&rest, room));
            output_put_char(page->stream, '\n');
        }
    }
}

/* "report-7:3", with who published it when. */
static void add_place(const table_page *page, page_bytes *bytes, const drg_reference *source)
{
    char sentence[24];
    const drg_text facts[] = {source->publisher,
                              base_text_slice(source->published, 0,
                                              source->published.size < 10 ? source->published.size : 10)};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (!facts[i].size) continue;
        add_clean(page, bytes, facts[i], false);
        add_string(page, bytes, ", ");
    }
    add_clean(page, bytes, source->document, false);
    snprintf(sentence, sizeof sentence, ":%lu", (unsigned long)source->sentence);
    add_string(page, bytes, sentence);
}

static void put_indented(const table_page *page, drg_text text, size_t indent, size_t most)
{
    drg_text rest = text;
    for (size_t lines = 0; rest.size && lines < most; lines++) {
        output_put_spaces(page->stream, indent);
        put_color(page, "\x1b[2m");
        output_put(page->stream, output_next_line(&rest, page->width - indent - 4));
        if (lines + 1 == most && rest.size) put_string(page, " ...");
        put_color(page, "\x1b[0m");
        output_put_char(page->stream, '\n');
    }
}

static void put_source(const table_page *page, uint32_t index, bool numbered, bool quoted)
{
    const drg_reference *source = &page->table->sources[index];
    page_bytes place = {0}, words = {0};
    if (numbered) add_mark(page, &place, index);
    if (numbered) add_string(page, &place, " ");
    add_place(page, &place, source);
    put_indented(page, done(&place), 4, 1);
    if (!quoted) return;
    add_string(page, &words, "\xE2\x80\x9C");
    add_clean(page, &words, source->wording, false);
    add_string(page, &words, "\xE2\x80\x9D");
    put_indented(page, done(&words), 6, QUOTED_LINES);
}

static bool shows(const table_page *page, const drg_row *row, drg_text wording)
{
    for (size_t i = 0; i < page->table->columns.count; i++)
        if (page->widths[i] && base_text_equal(row->cells[i].text, wording)) return true;
    return false;
}

static bool is_among(drg_indexes sources, uint32_t index)
{
    for (size_t i = 0; i < sources.count; i++)
        if (sources.items[i] == index) return true;
    return false;
}

static void put_row(const table_page *page, const drg_row *row)
{
    size_t count = page->table->columns.count;
    drg_text *cells = BASE_ARRAY(page->arena, drg_text, count);
    bool numbered = row->sources.count > 1;
    for (size_t i = 0; i < count; i++) {
        cells[i] = cell_text(page, &row->cells[i]);
        numbered |= cells[i].size && row->cells[i].source != DRG_NONE;
    }
    if (page->cards)
        put_card(page, cells);
    else
        put_lines(page, cells, "");
    for (size_t i = 0; i < row->sources.count; i++) {
        uint32_t index = row->sources.items[i];
        put_source(page, index, numbered, !shows(page, row, page->table->sources[index].wording));
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t index = row->cells[i].source;
        bool due = row->cells[i].text.size && index != DRG_NONE && !is_among(row->sources, index);
        for (size_t k = 0; k < i; k++) due &= row->cells[k].source != index || !row->cells[k].text.size;
        if (due) put_source(page, index, true, !shows(page, row, page->table->sources[index].wording));
    }
}

static void put_titles(const table_page *page)
{
    drg_text *cells = BASE_ARRAY(page->arena, drg_text, page->table->columns.count);
    for (size_t i = 0; i < page->table->columns.count; i++)
        if (page->widths[i]) cells[i] = title(page, i);
    put_lines(page, cells, "\x1b[1m");
}

/* ---------------------------------------------------------------- the brief */

static void put_filled(const table_page *page, drg_text text)
{
    for (drg_text rest = text; rest.size;) {
        output_put(page->stream, output_next_line(&rest, page->width));
        output_put_char(page->stream, '\n');
    }
}

static void put_brief(table_page *page)
{
    const drg_table *table = page->table;
    drg_text section = {0};
    if (page->width > READABLE) page->width = READABLE;
    for (size_t i = 0; i < table->row_count && !page->stream->stopped; i++) {
        const drg_row *row = &table->rows[i];
        page_bytes bytes = {0};
        if (!base_text_equal(row->cells[0].text, section)) {
            section = row->cells[0].text;
            if (i) output_put_char(page->stream, '\n');
            put_color(page, "\x1b[1m");
            output_put_line(page->stream, section);
            put_color(page, "\x1b[0m");
            output_put_char(page->stream, '\n');
        }
        add_clean(page, &bytes, row->cells[1].text, false);
        add_string(page, &bytes, " ");
        for (size_t k = 0; k < row->sources.count; k++) add_mark(page, &bytes, row->sources.items[k]);
        put_filled(page, done(&bytes));
    }
    put_color(page, "\x1b[1m");
    put_string(page, "\nSources\n");
    put_color(page, "\x1b[0m");
    for (size_t i = 0; i < table->source_count && !page->stream->stopped; i++)
        put_source(page, (uint32_t)i, true, true);
}

void output_table_page(output_stream *stream, base_arena *arena, const drg_table *table, drg_style style)
{
    table_page page = {.stream = stream, .arena = arena, .table = table, .color = style.color};
    page.width = style.width ? style.width : USUAL;
    if (page.width < NARROWEST) page.width = NARROWEST;
    if (page.width > WIDEST) page.width = WIDEST;
    if (!table->row_count) {
        put_string(&page, "nothing in the record answers this\n");
        return;
    }
    if (table->view == DRG_VIEW_BRIEF) {
        put_brief(&page);
        return;
    }
    page.widths = BASE_ARRAY(arena, size_t, table->columns.count);
    page.natural = BASE_ARRAY(arena, size_t, table->columns.count);
    for (size_t i = 0; i < table->columns.count; i++) page.widths[i] = page.natural[i] = widest(&page, i);
    share_width(&page);
    page.cards = is_tight(&page);
    if (!page.cards) put_titles(&page);
    for (size_t i = 0; i < table->row_count && !stream->stopped; i++) {
        if (page.cards && i) output_put_char(stream, '\n');
        put_row(&page, &table->rows[i]);
    }
}
