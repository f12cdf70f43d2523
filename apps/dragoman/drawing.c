/* SPDX-License-Identifier: Apache-2.0
 * In: a sentence's heads. Out: lines of box characters with the words to their right.
 * A word of depth d has the column 2d + 1 of a grid. Its line runs from its head's column (the root's from the edge) to
 * its own and on to the word; a vertical line in its column joins the rows of its children. Rows are in the order of
 * the text, so the sentence reads downwards; branches of a tree that is not projective cross as they do in the
 * sentence. */
#include "drawing.h"

#include <stdlib.h>
#include <string.h>

enum { UP = 1, RIGHT = 2, DOWN = 4, LEFT = 8 };

#define WORD_WIDTH 22 /* columns for the words, more when one is longer */

static const char *const BOXES[16] = {" ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼"};

typedef struct drawing_grid {
    const drg_token *tokens;
    size_t first, rows, columns;
    size_t *depths;       /* of each row */
    unsigned char *cells; /* rows * columns, directions */
} drawing_grid;

/* The row of a token's head; `rows` at the root, and where the head is outside. */
static size_t head_row(const drawing_grid *grid, size_t row)
{
    uint32_t head = grid->tokens[grid->first + row].head;
    return head == DRG_NONE || head < grid->first || head - grid->first >= grid->rows ? grid->rows : head - grid->first;
}

static size_t depth_of(const drawing_grid *grid, size_t row)
{
    size_t depth = 0;
    for (size_t up = head_row(grid, row); up < grid->rows && depth < grid->rows; up = head_row(grid, up)) depth++;
    return depth;
}

static void mark(drawing_grid *grid, size_t row, size_t column, unsigned directions)
{
    grid->cells[row * grid->columns + column] |= (unsigned char)directions;
}

static size_t column_of(size_t depth)
{
    return depth * 2 + 1;
}

static void draw_across(drawing_grid *grid, size_t row)
{
    size_t own = column_of(grid->depths[row]), from = own < 2 ? 0 : own - 2;
    for (size_t column = from; column < grid->columns; column++)
        mark(grid, row, column, (column > from ? LEFT : 0) | RIGHT);
}

static void draw_down(drawing_grid *grid, size_t row)
{
    size_t head = head_row(grid, row);
    if (head >= grid->rows) return;
    size_t column = column_of(grid->depths[head]), top = row < head ? row : head, bottom = row < head ? head : row;
    for (size_t at = top; at <= bottom; at++) mark(grid, at, column, (at > top ? UP : 0) | (at < bottom ? DOWN : 0));
}

static void fill(drawing_grid *grid)
{
    size_t deepest = 0;
    for (size_t row = 0; row < grid->rows; row++) {
        grid->depths[row] = depth_of(grid, row);
        if (grid->depths[row] > deepest) deepest = grid->depths[row];
    }
    grid->columns = column_of(deepest) + 2;
    grid->cells = memory_take(grid->rows * grid->columns);
    for (size_t row = 0; row < grid->rows; row++) {
        draw_across(grid, row);
        draw_down(grid, row);
    }
}

static void add_padded(line_buffer *lines, drg_text text, size_t width)
{
    line_buffer clean = {0};
    buffer_add_clean(&clean, text);
    drg_text shown = {clean.data, clean.size};
    buffer_add(lines, shown);
    for (size_t column = text_width(shown); column < width; column++) buffer_add_string(lines, " ");
    buffer_free(&clean);
}

static void add_row(const drg_document *document, const drawing_grid *grid, size_t row, line_buffer *lines)
{
    const drg_token *token = &grid->tokens[grid->first + row];
    for (size_t column = 0; column < grid->columns; column++)
        buffer_add_string(lines, BOXES[grid->cells[row * grid->columns + column] & 15]);
    buffer_add_string(lines, " ");
    add_padded(lines, text_slice(drg_document_text(document), token->span.begin, token->span.end), WORD_WIDTH);
    buffer_format(lines, " %-6s", drg_upos_name((drg_upos)token->upos));
    buffer_add(lines, token->deprel);
    buffer_add_string(lines, "\n");
}

void drawing_tree(const drg_document *document, size_t sentence, const char *indent, line_buffer *lines)
{
    const drg_sentence *place = &drg_document_sentences(document)[sentence];
    drawing_grid grid = {.tokens = drg_document_tokens(document),
                         .first = place->first_token,
                         .rows = place->token_count};
    grid.depths = memory_take(grid.rows * sizeof *grid.depths);
    fill(&grid);
    for (size_t row = 0; row < grid.rows; row++) {
        buffer_add_string(lines, indent);
        add_row(document, &grid, row, lines);
    }
    free(grid.cells);
    free(grid.depths);
}
