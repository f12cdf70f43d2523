/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a finished document. Out: its events for a reader at a terminal: when, who, did what, to whom, where, who says
 * so, and under each the words that it was read from. Columns take the width that their longest cell asks for and share
 * what there is when that is too little; a column that no event fills is left out.
 */
#include "output/output.h"

enum { WHEN, WHO, WHAT, TO_WHOM, WHERE, SAYS, COLUMNS };
enum { GAP = 2, NARROWEST = 40, WIDEST = 1000, USUAL = 100, QUOTED_LINES = 4 };

static const char *const TITLES[COLUMNS] = {"WHEN", "WHO", "DID WHAT", "TO WHOM", "WHERE", "SAYS WHO"};

typedef BASE_VECTOR(char) cell_bytes;

typedef struct listing_row {
    const drg_event *event;
    drg_text cells[COLUMNS];
} listing_row;

typedef struct listing_page {
    output_stream *stream;
    base_arena *arena;
    const drg_document *document;
    bool color;
    size_t width, widths[COLUMNS];
} listing_page;

/* ---- cells */

/* Adds the text as one line: runs of white space as one space. */
static void add(const listing_page *listing, cell_bytes *cell, drg_text text)
{
    for (size_t at = 0, size; at < text.size; at += size) {
        drg_text piece = output_line_piece(text, at, &size);
        bool space = base_text_is(piece, " ");
        if (space && (!cell->count || memchr(" \n", cell->items[cell->count - 1], 2))) continue;
        for (size_t i = 0; i < piece.size; i++) base_push(listing->arena, cell) = piece.data[i];
    }
}

static void add_string(const listing_page *listing, cell_bytes *cell, const char *string)
{
    for (; *string; string++) base_push(listing->arena, cell) = *string;
}

static void new_line(const listing_page *listing, cell_bytes *cell)
{
    if (cell->count) base_push(listing->arena, cell) = '\n';
}

static drg_text done(const cell_bytes *cell)
{
    return (drg_text){cell->items, cell->count};
}

static drg_text when(const listing_page *listing, const drg_event *event)
{
    cell_bytes cell = {0};
    if (event->date == DRG_NONE) return (drg_text){0};
    const drg_date *date = &listing->document->dates.items[event->date];
    if (!date->from[0]) add_string(listing, &cell, "until ");
    add_string(listing, &cell, date->from[0] ? date->from : date->to);
    if (!date->to[0]) add_string(listing, &cell, " on");
    if (date->from[0] && date->to[0] && strcmp(date->from, date->to) != 0) {
        new_line(listing, &cell);
        add_string(listing, &cell, date->to);
    }
    return done(&cell);
}

static void add_mention(const listing_page *listing, cell_bytes *cell, uint32_t index)
{
    const drg_mention *mention = &listing->document->mentions.items[index];
    add(listing, cell, listing->document->actors.items[mention->actor].name);
    if (!mention->country.size && !mention->sector.count) return;
    add_string(listing, cell, " [");
    add(listing, cell, mention->country);
    for (size_t i = 0; i < mention->sector.count; i++) {
        if (i || mention->country.size) add_string(listing, cell, " ");
        add(listing, cell, mention->sector.items[i]);
    }
    add_string(listing, cell, "]");
}

static drg_text people(const listing_page *listing, drg_indexes indexes)
{
    cell_bytes cell = {0};
    for (size_t i = 0; i < indexes.count; i++) {
        new_line(listing, &cell);
        add_mention(listing, &cell, indexes.items[i]);
    }
    return done(&cell);
}

static drg_text what(const listing_page *listing, const drg_event *event)
{
    cell_bytes cell = {0};
    bool open = event->status == DRG_STATUS_CONDITIONAL || event->status == DRG_STATUS_HYPOTHETICAL;
    if (event->negated) add_string(listing, &cell, "NOT ");
    add_string(listing, &cell, drg_type_name(event->type));
    if (event->mode.size) {
        add_string(listing, &cell, "-");
        add(listing, &cell, event->mode);
    }
    if (event->status != DRG_STATUS_ACTUAL) {
        new_line(listing, &cell);
        if (open) add_string(listing, &cell, "if: ");
        add_string(listing, &cell, drg_event_status_name(event->status));
    }
    return done(&cell);
}

static drg_text where(const listing_page *listing, const drg_event *event)
{
    cell_bytes cell = {0};
    if (event->place == DRG_NONE) return (drg_text){0};
    const drg_place *place = &listing->document->places.items[event->place];
    add(listing, &cell, place->name);
    if (place->country.size) {
        add_string(listing, &cell, ", ");
        add(listing, &cell, place->country);
    }
    return done(&cell);
}

static drg_text says(const listing_page *listing, const drg_event *event)
{
    cell_bytes cell = {0};
    for (size_t i = 0; i < event->attribution_count; i++) {
        const drg_attribution *said = &event->attribution[i];
        new_line(listing, &cell);
        size_t before = cell.count;
        if (said->speaker != DRG_NONE) {
            const drg_mention *mention = &listing->document->mentions.items[said->speaker];
            add(listing, &cell, listing->document->actors.items[mention->actor].name);
        } else {
            add(listing, &cell, record_wording(listing->document, said->speaker_span));
        }
        if (!said->outlet.size) continue;
        if (cell.count > before) add_string(listing, &cell, ", ");
        add(listing, &cell, said->outlet);
    }
    return done(&cell);
}

static listing_row make_row(const listing_page *listing, const drg_event *event)
{
    listing_row row = {.event = event};
    row.cells[WHEN] = when(listing, event);
    row.cells[WHO] = people(listing, event->actors);
    row.cells[WHAT] = what(listing, event);
    row.cells[TO_WHOM] = people(listing, event->recipients);
    row.cells[WHERE] = where(listing, event);
    row.cells[SAYS] = says(listing, event);
    return row;
}

/* ---- widths */

/* Each column gets what it asks for if that is no more than its fair share of what is left, dates and codes, which
 * have no space to break at, up to half of it; the wide ones share the rest evenly. */
static void share_width(listing_page *listing, size_t left)
{
    bool settled[COLUMNS] = {false};
    size_t open = 0;
    for (size_t i = 0; i < COLUMNS; i++) open += listing->widths[i] > 0;
    left -= open ? (open - 1) * GAP : 0;
    for (bool changed = true; changed && open;) {
        changed = false;
        for (size_t i = 0; i < COLUMNS; i++) {
            size_t fair = left / (i == WHEN || i == WHAT ? 2 : open);
            if (settled[i] || !listing->widths[i] || listing->widths[i] > fair) continue;
            left -= listing->widths[i];
            open--;
            changed = settled[i] = true;
            if (!open) return;
        }
    }
    for (size_t i = 0; i < COLUMNS; i++)
        if (!settled[i] && listing->widths[i]) listing->widths[i] = left / open ? left / open : 1;
}

static void measure(listing_page *listing, const listing_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t column = 0; column < COLUMNS; column++) {
            size_t width = output_text_width(rows[i].cells[column]);
            if (width > listing->widths[column]) listing->widths[column] = width;
        }
    }
    for (size_t column = 0; column < COLUMNS; column++)
        if (listing->widths[column] && listing->widths[column] < strlen(TITLES[column]))
            listing->widths[column] = strlen(TITLES[column]);
    share_width(listing, listing->width);
}

/* ---- printing */

static void put_string(const listing_page *listing, const char *string)
{
    output_put(listing->stream, base_text_from(string));
}

static void put_color(const listing_page *listing, const char *code)
{
    if (listing->color) put_string(listing, code);
}

static const char *type_color(const drg_event *event)
{
    if (!event) return "";
    if (event->type <= DRG_CONCEDE) return "\x1b[36m";
    if (event->type <= DRG_RETREAT) return "\x1b[32m";
    return event->type <= DRG_THREATEN ? "\x1b[33m" : "\x1b[31m";
}

/* One line of each cell, the rest left for the next call. */
static void put_cells(const listing_page *listing, listing_row *row)
{
    size_t pending = 0; /* spaces that are only due when something follows */
    for (size_t column = 0; column < COLUMNS; column++) {
        if (!listing->widths[column]) { /* nothing of it shows: it may be empty, or of no width */
            row->cells[column].size = 0;
            continue;
        }
        drg_text line = output_next_line(&row->cells[column], listing->widths[column]);
        if (line.size) {
            output_put_spaces(listing->stream, pending);
            pending = 0;
            if (column == WHAT) put_color(listing, type_color(row->event));
            output_put(listing->stream, line);
            if (column == WHAT && row->event) put_color(listing, "\x1b[0m");
        }
        size_t width = output_text_width(line);
        pending += GAP + (width < listing->widths[column] ? listing->widths[column] - width : 0);
    }
    output_put_char(listing->stream, '\n');
}

static bool has_more(const listing_row *row)
{
    for (size_t column = 0; column < COLUMNS; column++)
        if (row->cells[column].size) return true;
    return false;
}

/* The clause that the event was read from, between quotation marks. */
static void put_quote(const listing_page *listing, const drg_event *event)
{
    cell_bytes cell = {0};
    add_string(listing, &cell, "\xE2\x80\x9C");
    add(listing, &cell, record_wording(listing->document, event->span));
    add_string(listing, &cell, "\xE2\x80\x9D");
    drg_text rest = done(&cell);
    for (size_t lines = 0; rest.size && lines < QUOTED_LINES; lines++) {
        bool last = lines + 1 == QUOTED_LINES;
        output_put_spaces(listing->stream, 4);
        put_color(listing, "\x1b[2m");
        output_put(listing->stream, output_next_line(&rest, listing->width - 8));
        if (last && rest.size) put_string(listing, " ...");
        put_color(listing, "\x1b[0m");
        output_put_char(listing->stream, '\n');
    }
}

static void put_head(const listing_page *listing)
{
    const drg_source *source = &listing->document->source;
    const drg_text facts[] = {source->publisher, source->published, source->url};
    put_color(listing, "\x1b[1m");
    output_put_line(listing->stream, source->title.size ? source->title : listing->document->id);
    put_color(listing, "\x1b[0m");
    output_put_char(listing->stream, '\n');
    bool any = false;
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (!facts[i].size) continue;
        if (any) put_string(listing, "  ");
        output_put_line(listing->stream, facts[i]);
        any = true;
    }
    put_string(listing, any ? "\n\n" : "\n");
}

static void put_titles(const listing_page *listing)
{
    listing_row titles = {0};
    for (size_t column = 0; column < COLUMNS; column++) titles.cells[column] = base_text_from(TITLES[column]);
    put_color(listing, "\x1b[1m");
    while (has_more(&titles)) {
        put_cells(listing, &titles);
        for (size_t column = 0; column < COLUMNS; column++)
            if (!listing->widths[column]) titles.cells[column].size = 0;
    }
    put_color(listing, "\x1b[0m");
}

static void put_notes(const listing_page *listing)
{
    for (size_t i = 0; i < listing->document->notes.count; i++) {
        put_string(listing, "note: ");
        output_put_line(listing->stream, listing->document->notes.items[i].text);
        output_put_char(listing->stream, '\n');
    }
}

void output_listing(output_stream *stream, base_arena *arena, const drg_document *document, drg_style style)
{
    listing_page listing = {.stream = stream, .arena = arena, .document = document, .color = style.color};
    listing.width = style.width ? style.width : USUAL;
    if (listing.width < NARROWEST) listing.width = NARROWEST;
    if (listing.width > WIDEST) listing.width = WIDEST;
    size_t count = document->events.count;
    listing_row *rows = BASE_ARRAY(arena, listing_row, count);
    for (size_t i = 0; i < count; i++) rows[i] = make_row(&listing, &document->events.items[i]);
    measure(&listing, rows, count);
    put_head(&listing);
    if (count)
        put_titles(&listing);
    else
        put_string(&listing, "no events\n");
    for (size_t i = 0; i < count && !stream->stopped; i++) {
        while (has_more(&rows[i])) put_cells(&listing, &rows[i]);
        put_quote(&listing, rows[i].event);
        if (i + 1 < count) output_put_char(stream, '\n');
    }
    put_notes(&listing);
}
