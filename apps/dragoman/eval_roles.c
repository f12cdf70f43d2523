/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens with a tag each, a blank line between sentences: B-S, I-S those who act, B-T, I-T those acted on, O the
 * rest, B-R, I-R those of whom each does it to the other. Out: precision, recall and F1 of the tokens that events have
 * as actors and as recipients. The sentence is read as text, its tokens put together with blanks; a gold token counts
 * as found when it overlaps a mention of that role. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum { ACTOR, RECIPIENT, ROLES, BOTH };

typedef struct role_token {
    drg_span span;
    int role; /* ROLES: none; BOTH: either is right */
} role_token;

typedef struct role_counts {
    score_count roles[ROLES], both;
    line_buffer text; /* of the sentence being read */
    role_token *tokens;
    size_t token_count;
} role_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(role_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    role_counts *counts = run->state;
    buffer_free(&counts->text);
    free(counts->tokens);
    free(counts);
}

static bool is_found(const drg_document *document, drg_span span, int role)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        const drg_indexes *list = role == ACTOR ? &event->actors : &event->recipients;
        for (size_t k = 0; k < list->count; k++) {
            drg_span own = drg_document_mentions(document)[list->items[k]].span;
            if (own.begin < span.end && span.begin < own.end) return true;
        }
    }
    return false;
}

static void show(const eval_run *run, const char *path, const role_counts *counts, size_t wrong)
{
    if (wrong) eval_error(run, path, "%zu tokens wrong: %s", wrong, counts->text.data);
}

static bool score_sentence(eval_run *run, const char *path)
{
    role_counts *counts = run->state;
    drg_document *document = NULL;
    drg_error error = {""};
    drg_source source = {.text = {counts->text.data, counts->text.size}};
    size_t wrong = 0;
    if (!counts->token_count) return true;
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    for (size_t i = 0; i < counts->token_count; i++) {
        if (counts->tokens[i].role == BOTH) {
            bool either = is_found(document, counts->tokens[i].span, ACTOR) ||
                          is_found(document, counts->tokens[i].span, RECIPIENT);
            counts->both.gold++;
            counts->both.found += either;
            counts->both.right += either;
            wrong += !either;
        }
        for (int role = 0; role < ROLES; role++) {
            bool gold = counts->tokens[i].role == role, found = is_found(document, counts->tokens[i].span, role);
            if (counts->tokens[i].role == BOTH) continue;
            counts->roles[role].gold += gold;
            counts->roles[role].found += found;
            counts->roles[role].right += gold && found;
            wrong += gold != found;
        }
    }
    show(run, path, counts, wrong);
    drg_document_close(document);
    run->documents++;
    counts->token_count = 0;
    buffer_free(&counts->text);
    return true;
}

static bool add_token(eval_run *run, const char *path, size_t number, drg_text line)
{
    role_counts *counts = run->state;
    size_t at = line.size;
    while (at > 0 && line.data[at - 1] != ' ' && line.data[at - 1] != '\t') at--;
    drg_text tag = text_slice(line, at, line.size), word = text_trim(text_slice(line, 0, at));
    char last = tag.size ? tag.data[tag.size - 1] : ' ';
    if (!word.size || (last != 'O' && last != 'S' && last != 'T' && last != 'R'))
        return eval_complain(path, "line %zu: wants a token and a tag such as O, B-S, I-T", number);
    if (counts->text.size) buffer_add_string(&counts->text, " ");
    drg_span span = {(uint32_t)counts->text.size, (uint32_t)(counts->text.size + word.size)};
    buffer_add(&counts->text, word);
    counts->tokens = memory_grow(counts->tokens, (counts->token_count + 1) * sizeof *counts->tokens);
    counts->tokens[counts->token_count++] = (role_token){span, last == 'S'   ? ACTOR
                                                               : last == 'R' ? BOTH
                                                               : last == 'T' ? RECIPIENT
                                                                             : ROLES};
    return true;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    size_t number = 0;
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_line_end(bytes, at);
        drg_text line = text_trim(text_slice(bytes, at, end));
        at = end + 1;
        number++;
        if (line.size ? !add_token(run, path, number, line) : !score_sentence(run, path)) return false;
    }
    return score_sentence(run, path);
}

static void report(eval_run *run)
{
    const role_counts *counts = run->state;
    eval_put_count(run, "actors", counts->roles[ACTOR]);
    eval_put_count(run, "recipients", counts->roles[RECIPIENT]);
    eval_put_share(run, "reciprocal", counts->both.right, counts->both.gold);
}

const eval_task EVAL_ROLES = {
    .name = "roles",
    .about = "tokens tagged S (who acts) and T (who is acted on), a sentence a block",
    .suffix = ".txt",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
