/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees. Out: CoNLL-U (universaldependencies.org/format.html): ten columns, multiword ranges,
 * "# newdoc", "# newpar", "# sent_id", "# text". White space after a word that is not one plain space stands in MISC:
 * SpaceAfter=No as the format has it, SpacesAfter as UDPipe writes it; Reading, where the
 * document has readings.
 */
#include <inttypes.h>
#include <stdio.h>

#include "output/output.h"

static void put_string(output_stream *stream, const char *string)
{
    output_put(stream, base_text_from(string));
}

static void put_number(output_stream *stream, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", number);
    put_string(stream, digits);
}

/* A column and the tab before it. */
static void put_column(output_stream *stream, drg_text text)
{
    output_put_char(stream, '\t');
    if (text.size)
        output_put_line(stream, text);
    else
        output_put_char(stream, '_');
}

/* Between this word and the next, or the end of the text. */
static drg_text space_after(const drg_document *document, size_t token)
{
    size_t begin = document->tokens.items[token].span.end, end = document->source.text.size;
    if (token + 1 < document->tokens.count) end = document->tokens.items[token + 1].span.begin;
    return base_text_slice(document->source.text, begin, end);
}

static bool is_simple_space(drg_text space)
{
    for (size_t i = 0; i < space.size; i++)
        if (!memchr(" \t\n\r", space.data[i], 4)) return false;
    return space.size <= 16;
}

/* The column MISC: the reading, and what stands between this word and the next. */
static void put_misc(output_stream *stream, const char *reading, drg_text space)
{
    bool plain = base_text_is(space, " ") || !is_simple_space(space);
    put_string(stream, "\t");
    if (*reading) put_string(stream, "Reading=");
    put_string(stream, *reading || !plain ? reading : "_");
    if (*reading && !plain) put_string(stream, "|");
    if (space.size == 0) {
        put_string(stream, "SpaceAfter=No");
    } else if (!plain) {
        put_string(stream, "SpacesAfter=");
        for (size_t i = 0; i < space.size; i++) {
            output_put_char(stream, '\\');
            output_put_char(stream, space.data[i] == ' '    ? 's'
                                    : space.data[i] == '\t' ? 't'
                                    : space.data[i] == '\n' ? 'n'
                                                            : 'r');
        }
    }
    output_put_char(stream, '\n');
}

/* How many words the surface token has that begins here. */
static size_t joined_count(const drg_document *document, const drg_sentence *sentence, size_t index)
{
    size_t count = 1;
    while (index + count < sentence->token_count &&
           document->tokens.items[sentence->first_token + index + count].joined)
        count++;
    return count;
}

static void put_range(output_stream *stream, const drg_document *document, const drg_sentence *sentence, size_t index,
                      size_t count)
{
    const drg_token *first = &document->tokens.items[sentence->first_token + index];
    drg_span whole = {first->span.begin, first[count - 1].span.end};
    put_number(stream, index + 1);
    output_put_char(stream, '-');
    put_number(stream, index + count);
    put_column(stream, record_wording(document, whole));
    put_string(stream, "\t_\t_\t_\t_\t_\t_\t_");
    put_misc(stream, "", space_after(document, sentence->first_token + index + count - 1));
}

static void put_word(output_stream *stream, const drg_document *document, const drg_sentence *sentence, size_t index,
                     bool in_range)
{
    const drg_token *token = &document->tokens.items[sentence->first_token + index];
    put_number(stream, index + 1);
    put_column(stream, record_wording(document, token->span));
    put_column(stream, token->lemma);
    put_column(stream, base_text_from(drg_upos_name((drg_upos)token->upos)));
    put_column(stream, token->xpos);
    put_column(stream, token->feats);
    output_put_char(stream, '\t');
    put_number(stream, token->head == DRG_NONE ? 0 : token->head - sentence->first_token + 1);
    put_column(stream, token->deprel);
    put_string(stream, "\t_");
    size_t number = sentence->first_token + index;
    drg_text inside_range = {" ", 1}; /* the range's line has it */
    const char *reading = document->readings ? drg_reading_name((drg_reading)document->readings[number]) : "";
    put_misc(stream, reading, in_range ? inside_range : space_after(document, number));
}

static void put_sentence(output_stream *stream, const drg_document *document, size_t index)
{
    const drg_sentence *sentence = &document->sentences.items[index];
    if (index == 0 || sentence[-1].paragraph != sentence->paragraph) put_string(stream, "# newpar\n");
    put_string(stream, "# sent_id = ");
    output_put_line(stream, document->id);
    output_put_char(stream, '-');
    put_number(stream, index + 1);
    put_string(stream, "\n# text = ");
    output_put_line(stream, record_wording(document, sentence->span));
    output_put_char(stream, '\n');
    for (size_t i = 0; i < sentence->token_count;) {
        size_t count = joined_count(document, sentence, i);
        if (count > 1) put_range(stream, document, sentence, i, count);
        for (size_t end = i + count; i < end; i++) put_word(stream, document, sentence, i, count > 1);
    }
    output_put_char(stream, '\n');
}

void output_treebank(output_stream *stream, const drg_document *document)
{
    put_string(stream, "# newdoc id = ");
    output_put_line(stream, document->id);
    output_put_char(stream, '\n');
    for (size_t i = 0; i < document->sentences.count && !stream->stopped; i++) put_sentence(stream, document, i);
}
