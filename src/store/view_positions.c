/* SPDX-License-Identifier: Apache-2.0
 *
 * The term matrix: a row for each proposal and each of its terms, a column for each party, in a cell where it stands
 * and since when. Demands that hang on no proposal follow, each a row. The parties with most positions get columns, the
 * rest share one, so that a page holds it.
 */
#include "store/view.h"

#include <stdlib.h>

enum { PARTY_COLUMNS = 10, BEFORE_PARTIES = 3 };

typedef struct matrix_party {
    drg_text party, name;
    size_t count;
} matrix_party;

typedef struct matrix_block {
    view_head head; /* kind VIEW_PROPOSAL, or VIEW_POSITION for a demand */
    view_proposal proposal;
    view_positions positions;
} matrix_block;

typedef struct matrix {
    BASE_VECTOR(matrix_block) blocks;
    BASE_VECTOR(matrix_party) parties;
    base_map party_at;
} matrix;

static void count_party(view_maker *maker, matrix *made, drg_text party)
{
    uint32_t *at = base_map_put(maker->arena, &made->party_at, party, DRG_NONE);
    if (*at == DRG_NONE) {
        *at = (uint32_t)made->parties.count;
        base_push(maker->arena, &made->parties) = (matrix_party){.party = party, .name = view_party_name(maker, party)};
    }
    made->parties.items[*at].count++;
}

static void add_block(view_maker *maker, matrix *made, const matrix_block *block)
{
    for (size_t i = 0; i < block->positions.count; i++) count_party(maker, made, block->positions.items[i].party);
    base_push(maker->arena, &made->blocks) = *block;
}

/* Nobody has taken a stand, but it is a proposal that somebody made or that is told of again. */
static bool is_known(const view_proposal *proposal)
{
    return proposal->terms.count && (proposal->by.size || proposal->reports > 1);
}

static void add_proposals(view_maker *maker, matrix *made)
{
    view_heads heads = {0};
    view_collect(maker, VIEW_PROPOSAL, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        matrix_block block = {.head = heads.items[i]};
        block.positions = view_positions_on(maker, &block.head);
        block.proposal = view_proposal_of(maker, &block.head);
        if (block.positions.count || is_known(&block.proposal)) add_block(maker, made, &block);
    }
}

static void add_demands(view_maker *maker, matrix *made)
{
    view_heads heads = {0};
    view_collect(maker, VIEW_POSITION, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        view_position position = view_position_of(maker, heads.items[i].document, heads.items[i].number);
        if (position.proposal >= 0) continue;
        matrix_block block = {.head = heads.items[i]};
        base_push(maker->arena, &block.positions) = position;
        add_block(maker, made, &block);
    }
}

static int more_first(const void *a, const void *b)
{
    const matrix_party *one = a, *other = b;
    if (one->count != other->count) return one->count > other->count ? -1 : 1;
    return base_text_compare(one->party, other->party);
}

/* Sorts the parties; the map then tells the column of each. */
static void name_columns(view_maker *maker, matrix *made)
{
    static const char *const NAMES[BEFORE_PARTIES] = {"day", "proposal", "term"};
    view_columns(maker, NAMES, BEFORE_PARTIES);
    size_t count = made->parties.count;
    if (count) qsort(made->parties.items, count, sizeof *made->parties.items, more_first);
    for (size_t i = 0; i < count; i++) {
        bool own = i < PARTY_COLUMNS;
        *base_map_put(maker->arena, &made->party_at, made->parties.items[i].party, 0) =
            BEFORE_PARTIES + (uint32_t)(own ? i : PARTY_COLUMNS);
        if (i <= PARTY_COLUMNS)
            base_push(maker->arena, &maker->columns) = own ? made->parties.items[i].name : BASE_LITERAL("others");
    }
}

/* "rejects 2025-04-23 if ..."; what it was before comes behind. */
static void add_stance(view_maker *maker, matrix *made, drg_cell *cells, const view_position *position)
{
    uint32_t column = base_map_get(&made->party_at, position->party);
    drg_cell *cell = &cells[column];
    view_words words = {0};
    if (column == BEFORE_PARTIES + PARTY_COLUMNS) {
        view_add(maker, &words, view_party_name(maker, position->party));
        view_add_string(maker, &words, ": ");
    }
    view_add(maker, &words, position->stance);
    if (position->condition.size) view_join(maker, &words, ": ", position->condition);
    view_join(maker, &words, " ", position->day);
    view_join(maker, &words, "\n", cell->text); /* the latest stands first */
    cell->text = view_done(&words);
    cell->source = view_source_index(maker, position->source);
}

/* Does the party say the same later on the same term? Then only the later one is shown. */
static bool is_repeated(const view_positions *positions, size_t at)
{
    const view_position *one = &positions->items[at];
    for (size_t i = at + 1; i < positions->count; i++) {
        const view_position *later = &positions->items[i];
        if (later->term != one->term || !base_text_equal(later->party, one->party)) continue;
        return base_text_equal(later->stance, one->stance);
    }
    return false;
}

static void add_row(view_maker *maker, matrix *made, const matrix_block *block, int64_t term, drg_text wording,
                    view_source source)
{
    drg_cell *cells = view_row(maker, source);
    cells[0].text = base_text_copy(maker->arena, base_text_from(block->head.day));
    cells[1].text = block->proposal.name;
    cells[2].text = wording;
    for (size_t i = 0; i < block->positions.count; i++)
        if (block->positions.items[i].term == term && !is_repeated(&block->positions, i))
            add_stance(maker, made, cells, &block->positions.items[i]);
}

static void write_block(view_maker *maker, matrix *made, const matrix_block *block)
{
    if (block->head.kind == VIEW_POSITION) {
        const view_position *demand = &block->positions.items[0];
        add_row(maker, made, block, demand->term, demand->content, demand->source);
        return;
    }
    add_row(maker, made, block, -1, (drg_text){0}, block->proposal.source);
    for (size_t i = 0; i < block->proposal.terms.count; i++) {
        const view_term *term = &block->proposal.terms.items[i];
        add_row(maker, made, block, term->term, term->wording, term->source);
    }
}

void view_matrix(view_maker *maker)
{
    matrix made = {0};
    add_proposals(maker, &made);
    add_demands(maker, &made);
    name_columns(maker, &made);
    for (size_t i = 0; i < made.blocks.count; i++) write_block(maker, &made, &made.blocks.items[i]);
}

/* ---------------------------------------------------------------- row by row */

/* What the position bears on, in words. */
static void name_matter(view_maker *maker, const view_position *position, drg_text *ret_proposal, drg_text *ret_term)
{
    if (position->proposal < 0) return;
    view_head head = {.kind = VIEW_PROPOSAL, .number = position->proposal};
    head.document = maker->gathered ? 0 : position->document;
    view_proposal proposal = view_proposal_of(maker, &head);
    *ret_proposal = proposal.name;
    for (size_t i = 0; i < proposal.terms.count; i++)
        if (proposal.terms.items[i].term == position->term) *ret_term = proposal.terms.items[i].wording;
}

void view_stands(view_maker *maker)
{
    static const char *const NAMES[] = {"day",  "party",   "who",       "stance", "proposal",
                                        "term", "content", "condition", "process"};
    view_heads heads = {0};
    view_collect(maker, VIEW_POSITION, &heads);
    view_order(maker, &heads);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        view_position position = view_position_of(maker, heads.items[i].document, heads.items[i].number);
        drg_cell *cells = view_row(maker, position.source);
        cells[0].text = position.day;
        cells[1].text = view_party_name(maker, position.party);
        cells[2].text = position.who;
        cells[3].text = position.stance;
        name_matter(maker, &position, &cells[4].text, &cells[5].text);
        cells[6].text = position.content;
        cells[7].text = position.condition;
        cells[8].text = position.process;
    }
}
