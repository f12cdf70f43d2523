/* SPDX-License-Identifier: Apache-2.0
 *
 * In: rows of GAP (Webster, Recasens, Axelrod and Baldridge, "Mind the GAP", TACL 2018): a text, a pronoun and two
 * names with their offsets in characters, and whether the pronoun means the one, the other or neither. Out: precision,
 * recall and F1.
 *
 * How it is scored: the text is read raw, by the whole way, and the offsets of the names are no help to it. The pronoun
 * at its offset has a mention or it has none; a name is predicted when a mention of the same actor, at another place
 * than the pronoun, overlaps the name at its offset. Each row gives two decisions, one a name: predicted and true is
 * right, predicted and false is a wrong one found, true and not predicted is missed. These are the counts of the
 * paper's scorer, over both names of all rows. Each row is read twice: with the title of its page, taken from the
 * page's address, as the title that comes with a text (the paper's page context), and without any title. Masculine and
 * feminine rows are told apart by the pronoun; the ratio is F1 of the feminine rows over F1 of the masculine, in
 * percent. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum {
    GAP_ID,
    GAP_TEXT,
    GAP_PRONOUN,
    GAP_PRONOUN_AT,
    GAP_A,
    GAP_A_AT,
    GAP_A_TRUE,
    GAP_B,
    GAP_B_AT,
    GAP_B_TRUE,
    GAP_PAGE
};
enum { GAP_FIELDS = 11 };

typedef struct gap_counts {
    score_count all, masculine, feminine;
    score_count untitled; /* all, read without the title */
} gap_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(gap_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

static size_t split(drg_text line, drg_text *fields)
{
    size_t count = 0;
    for (size_t at = 0; at <= line.size && count < GAP_FIELDS; count++) {
        const char *tab = memchr(line.data + at, '\t', line.size - at);
        size_t end = tab ? (size_t)(tab - line.data) : line.size;
        fields[count] = text_slice(line, at, end);
        at = end + 1;
    }
    return count;
}

/* The byte at which the n-th character of the text starts; SIZE_MAX when that is no number, or beyond. */
static size_t byte_of(drg_text text, drg_text number)
{
    size_t characters = 0, at = 0;
    for (size_t i = 0; i < number.size; i++) {
        if (number.data[i] < '0' || number.data[i] > '9' || characters > text.size) return SIZE_MAX;
        characters = characters * 10 + (size_t)(number.data[i] - '0');
    }
    int32_t point;
    while (number.size && at < text.size && characters--) at += text_character(text, at, &point);
    return number.size && at < text.size ? at : SIZE_MAX;
}

static bool overlaps(drg_span span, size_t begin, size_t size)
{
    return span.begin < begin + size && begin < span.end;
}

/* Is a mention of an actor that the pronoun stands for over the name? */
static bool is_predicted(const drg_document *document, size_t pronoun, size_t begin, drg_text name)
{
    const drg_mention *mentions = drg_document_mentions(document);
    size_t count = drg_document_mention_count(document);
    for (size_t i = 0; i < count; i++) {
        if (mentions[i].span.begin != pronoun) continue;
        for (size_t k = 0; k < count; k++)
            if (mentions[k].actor == mentions[i].actor && overlaps(mentions[k].span, begin, name.size)) return true;
    }
    return false;
}

static void add_decision(score_count *count, bool gold, bool predicted)
{
    count->gold += gold;
    count->found += predicted;
    count->right += gold && predicted;
}

static bool is_masculine(drg_text pronoun)
{
    return pronoun.size && (pronoun.data[0] == 'h' || pronoun.data[0] == 'H') && pronoun.size > 1 &&
           (pronoun.data[1] == 'i' || (pronoun.data[1] == 'e' && pronoun.size == 2));
}

/* "Pope Joan" of "http://.../Pope_Joan_(film)": the last part of the address, its signs decoded, without brackets. */
static void title_of(drg_text address, line_buffer *title)
{
    size_t at = address.size;
    while (at && address.data[at - 1] != '/') at--;
    for (; at < address.size; at++) {
        unsigned sign;
        char byte = address.data[at] == '_' ? ' ' : address.data[at];
        bool coded = byte == '%' && at + 2 < address.size && sscanf(address.data + at + 1, "%2x", &sign) == 1;
        if (byte == '(' || byte == '\r') break;
        if (coded) {
            byte = (char)sign;
            at += 2;
        }
        buffer_add(title, (drg_text){&byte, 1});
    }
}

static bool score_row(eval_run *run, const char *path, const drg_text *fields, const drg_document *document,
                      bool titled)
{
    gap_counts *counts = run->state;
    drg_text text = fields[GAP_TEXT];
    size_t pronoun = byte_of(text, fields[GAP_PRONOUN_AT]);
    bool masculine = is_masculine(fields[GAP_PRONOUN]);
    for (size_t name = GAP_A; name <= GAP_B; name += GAP_B - GAP_A) {
        size_t at = byte_of(text, fields[name + 1]);
        if (pronoun == SIZE_MAX || at == SIZE_MAX)
            return eval_complain(path, "%.*s: an offset that is none", TEXT_PRINT(fields[GAP_ID]));
        bool gold = text_is(fields[name + 2], "TRUE");
        bool predicted = is_predicted(document, pronoun, at, fields[name]);
        if (!titled) {
            add_decision(&counts->untitled, gold, predicted);
            continue;
        }
        add_decision(&counts->all, gold, predicted);
        add_decision(masculine ? &counts->masculine : &counts->feminine, gold, predicted);
        if (gold != predicted)
            eval_error(run, path, "%.*s: %s: %.*s at %zu for %.*s", TEXT_PRINT(fields[GAP_ID]),
                       gold ? "missed" : "wrong", TEXT_PRINT(fields[GAP_PRONOUN]), pronoun, TEXT_PRINT(fields[name]));
    }
    return true;
}

static bool read_row(eval_run *run, const char *path, const drg_text *fields, bool titled)
{
    drg_error error = {""};
    drg_document *document = NULL;
    line_buffer title = {0};
    drg_source source = {.text = fields[GAP_TEXT], .id = fields[GAP_ID]};
    if (titled) title_of(fields[GAP_PAGE], &title);
    source.title = (drg_text){title.data ? title.data : "", title.size};
    bool good = drg_session_read(run->session, &source, &document, &error) == DRG_OK;
    if (!good) eval_complain(path, "%.*s: %s", TEXT_PRINT(fields[GAP_ID]), error.message);
    good = good && score_row(run, path, fields, document, titled);
    drg_document_close(document);
    buffer_free(&title);
    return good;
}

static bool add_rows(eval_run *run, const char *path, drg_text bytes)
{
    for (size_t at = 0, end; at < bytes.size; at = end + 1) {
        drg_text fields[GAP_FIELDS];
        end = eval_line_end(bytes, at);
        drg_text line = text_slice(bytes, at, end);
        if (!line.size || (at == 0 && line.size > 3 && memcmp(line.data, "ID\t", 3) == 0)) continue;
        if (split(line, fields) != GAP_FIELDS)
            return eval_complain(path, "a line of fewer than %d columns", GAP_FIELDS);
        if (!eval_is_wanted(run, fields[GAP_ID])) continue;
        if (!read_row(run, path, fields, true) || !read_row(run, path, fields, false)) return false;
        run->documents++;
    }
    return true;
}

static void report_counts(eval_run *run)
{
    const gap_counts *counts = run->state;
    eval_put_count(run, "pronouns", counts->all);
    eval_put_share(run, "precision", counts->all.right, counts->all.found);
    eval_put_share(run, "recall", counts->all.right, counts->all.gold);
    eval_put_count(run, "pronouns-untitled", counts->untitled);
    eval_put_share(run, "precision-untitled", counts->untitled.right, counts->untitled.found);
    eval_put_count(run, "masculine", counts->masculine);
    eval_put_count(run, "feminine", counts->feminine);
    double masculine = score_f1(counts->masculine);
    eval_put_value(run, "feminine/masculine", masculine > 0 ? 100.0 * score_f1(counts->feminine) / masculine : 0.0);
}

const eval_task EVAL_COREFERENCE = {
    .name = "coreference",
    .about = "rows of GAP: does the pronoun resolve to the right one of two names",
    .suffix = ".tsv",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_rows,
    .report = report_counts,
    .close = close_counts,
};
