/* SPDX-License-Identifier: Apache-2.0
 *
 * Arc scores of a sentence go in, the best tree comes out.
 *
 * Each word takes its best head. When these make no tree with one root - seldom - the word that prefers the root most
 * clearly becomes the root, and the maximum spanning arborescence is found by growing paths and contracting cycles
 * (Chu and Liu 1965, Edmonds 1967, in the quadratic form of Tarjan 1977 for dense graphs). The textbook recursion is
 * cubic, which a hostile text could use; projective decoding (Eisner 1996) is cubic too and English is not projective.
 */
#include "language/tree.h"

#include <float.h>

enum { STATE_NEW, STATE_ON_PATH, STATE_DONE };
#define NOWHERE UINT16_MAX

static void heads_greedy(const float *scores, size_t count, size_t stride, uint16_t *heads)
{
    for (size_t d = 0; d < count; d++) {
        const float *row = scores + d * stride;
        size_t best = d == 0 && count > 1 ? 2 : 1;
        if (count == 1) best = 0;
        for (size_t h = best + 1; h <= count; h++)
            if (row[h] > row[best] && h != d + 1) best = h;
        heads[d] = (uint16_t)(row[0] >= row[best] ? 0 : best);
    }
}

/* The word whose score for the root is furthest above its best other head. */
static size_t root_choose(const float *scores, size_t count, size_t stride)
{
    size_t root = 0;
    float best_margin = -FLT_MAX;
    for (size_t d = 0; d < count; d++) {
        const float *row = scores + d * stride;
        float other = -FLT_MAX;
        for (size_t h = 1; h <= count; h++)
            if (h != d + 1 && row[h] > other) other = row[h];
        float margin = count == 1 ? 0 : row[0] - other;
        if (margin > best_margin) best_margin = margin, root = d;
    }
    return root;
}

static bool heads_are_tree(tree_scratch *scratch, const uint16_t *heads, size_t count)
{
    size_t roots = 0;
    for (size_t d = 0; d < count; d++) {
        roots += heads[d] == 0;
        scratch->state[d] = STATE_NEW;
    }
    if (roots != 1) return false;
    for (size_t d = 0; d < count; d++) {
        size_t at = d;
        while (scratch->state[at] == STATE_NEW) {
            scratch->state[at] = STATE_ON_PATH;
            if (heads[at] == 0) break;
            at = heads[at] - 1u;
        }
        if (scratch->state[at] == STATE_ON_PATH && heads[at] != 0) return false;
        for (at = d; scratch->state[at] == STATE_ON_PATH; at = heads[at] - 1u) {
            scratch->state[at] = STATE_DONE;
            if (heads[at] == 0) break;
        }
    }
    return true;
}

static void groups_start(tree_scratch *scratch, size_t count)
{
    for (size_t d = 0; d < count; d++) {
        scratch->group[d] = scratch->row[d] = (uint16_t)d;
        scratch->parent[d] = scratch->first_child[d] = scratch->sibling[d] = NOWHERE;
        scratch->state[d] = STATE_NEW;
        for (size_t h = 0; h <= count; h++) scratch->target[d][h] = (uint16_t)d;
    }
}

/* The best arc into a group from a word outside it. */
static void arc_choose(tree_scratch *scratch, const float *scores, size_t count, size_t stride, size_t group)
{
    const float *row = scores + scratch->row[group] * stride;
    size_t best = NOWHERE;
    for (size_t word = 0; word < count; word++)
        if (scratch->group[word] != group && (best == NOWHERE || row[word + 1] > row[best + 1])) best = word;
    scratch->source[group] = (uint16_t)best;
    scratch->entry[group] = scratch->target[scratch->row[group]][best + 1];
    scratch->weight[group] = row[best + 1];
}

/* Makes the groups path[from..end) one new group: into each the arc that costs least to change to. */
static void cycle_contract(tree_scratch *scratch, float *scores, size_t count, size_t stride, size_t from, size_t end,
                           size_t made)
{
    size_t kept = scratch->row[scratch->path[from]];
    float *into = scores + kept * stride;
    scratch->row[made] = (uint16_t)kept;
    scratch->parent[made] = scratch->first_child[made] = scratch->sibling[made] = NOWHERE;
    for (size_t i = from; i < end; i++) {
        size_t member = scratch->path[i], row = scratch->row[member];
        for (size_t word = 0; word < count; word++) {
            float score = scores[row * stride + word + 1] - scratch->weight[member];
            if (i > from && score <= into[word + 1]) continue;
            into[word + 1] = score;
            scratch->target[kept][word + 1] = scratch->target[row][word + 1];
        }
        scratch->parent[member] = (uint16_t)made;
        scratch->sibling[member] = scratch->first_child[made];
        scratch->first_child[made] = (uint16_t)member;
    }
    for (size_t word = 0; word < count; word++)
        for (size_t i = from; i < end; i++)
            if (scratch->group[word] == scratch->path[i]) scratch->group[word] = (uint16_t)made;
}

/* Grows a path of best arcs from `start` back to what is done, contracting the cycles on the way. */
static size_t path_grow(tree_scratch *scratch, float *scores, size_t count, size_t stride, size_t start, size_t made)
{
    size_t length = 0, group = start;
    for (;;) {
        scratch->path[length++] = (uint16_t)group;
        scratch->state[group] = STATE_ON_PATH;
        arc_choose(scratch, scores, count, stride, group);
        size_t next = scratch->group[scratch->source[group]];
        if (scratch->state[next] == STATE_DONE) break;
        if (scratch->state[next] == STATE_ON_PATH) {
            size_t from = length - 1;
            while (scratch->path[from] != next) from--;
            cycle_contract(scratch, scores, count, stride, from, length, made);
            length = from;
            next = made++;
        }
        group = next;
    }
    for (size_t i = 0; i < length; i++) scratch->state[scratch->path[i]] = STATE_DONE;
    return made;
}

/* Each group's arc enters one word of it; on the way down to that word the other members keep their own arcs. */
static void groups_open(tree_scratch *scratch, size_t root, size_t made, uint16_t *heads)
{
    size_t waiting = 0;
    for (size_t group = 0; group < made; group++)
        if (scratch->parent[group] == NOWHERE && group != root) scratch->path[waiting++] = (uint16_t)group;
    while (waiting) {
        size_t group = scratch->path[--waiting], node = scratch->entry[group];
        heads[node] = (uint16_t)(scratch->source[group] + 1);
        while (node != group) {
            size_t above = scratch->parent[node];
            for (size_t child = scratch->first_child[above]; child != NOWHERE; child = scratch->sibling[child])
                if (child != node) scratch->path[waiting++] = (uint16_t)child;
            node = above;
        }
    }
    heads[root] = 0;
}

void tree_decode(tree_scratch *scratch, float *scores, size_t count, size_t stride, uint16_t *heads)
{
    heads_greedy(scores, count, stride, heads);
    if (heads_are_tree(scratch, heads, count)) return;
    size_t root = root_choose(scores, count, stride), made = count;
    groups_start(scratch, count);
    scratch->state[root] = STATE_DONE;
    for (size_t d = 0; d < count; d++)
        if (scratch->state[scratch->group[d]] == STATE_NEW)
            made = path_grow(scratch, scores, count, stride, scratch->group[d], made);
    groups_open(scratch, root, made, heads);
}
