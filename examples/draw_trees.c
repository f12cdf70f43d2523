/* SPDX-License-Identifier: Apache-2.0
 * Prints the sentences of a text with each word under its head, deeper words further to the right.
 * usage: draw_trees DATA_FILE TEXT
 */
#include <stdio.h>
#include <string.h>

#include "dragoman.h"

#define DEEPEST 40 /* no deeper than this: a tree of any text may be deep */

/* Prints the words below `head` (DRG_NONE: the root of the sentence) and what is below them. */
static void print_below(const drg_document *document, const drg_sentence *sentence, uint32_t head, int depth)
{
    const drg_token *tokens = drg_document_tokens(document);
    if (depth > DEEPEST) return;
    for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->token_count; i++) {
        if (tokens[i].head != head) continue;
        printf("%*s%.*s  %s %.*s\n", depth * 2, "", (int)(tokens[i].span.end - tokens[i].span.begin),
               drg_document_text(document).data + tokens[i].span.begin, drg_upos_name((drg_upos)tokens[i].upos),
               (int)tokens[i].deprel.size, tokens[i].deprel.data);
        print_below(document, sentence, i, depth + 1);
    }
}

static void print_trees(const drg_document *document)
{
    for (size_t i = 0; i < drg_document_sentence_count(document); i++)
        print_below(document, &drg_document_sentences(document)[i], DRG_NONE, 0);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s DATA_FILE TEXT\n", argv[0]);
        return 2;
    }
    drg_error error = {""};
    drg_engine *engine = NULL;
    drg_session *session = NULL;
    drg_document *document = NULL;
    drg_options options = {.depth = DRG_DEPTH_LANGUAGE};
    drg_source source = {.text = {argv[2], strlen(argv[2])}};
    drg_status status = drg_engine_open(argv[1], &engine, &error);
    if (status == DRG_OK) status = drg_session_open(engine, &options, &session, &error);
    if (status == DRG_OK) status = drg_session_read(session, &source, &document, &error);
    if (status == DRG_OK) print_trees(document);
    if (status != DRG_OK) fprintf(stderr, "%s\n", error.message);
    drg_document_close(document);
    drg_session_close(session);
    drg_engine_close(engine);
    return status == DRG_OK ? 0 : 1;
}
