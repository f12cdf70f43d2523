/* SPDX-License-Identifier: Apache-2.0
 *
 * Hand-made trees for the tests of the code room: frames given as text over the shipped classes and cues, compiled once
 * a test program, and documents of one sentence. A sentence is written token by token as
 * form|lemma|UPOS|XPOS|head|relation, with |COUNTRY-SECTOR where the token heads a mention, @NAME where it heads a
 * place and %DATE where it heads a date; several with a comma between. Include after cmocka.h; use in tests only.
 */
#ifndef TESTS_TREES_H
#define TESTS_TREES_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "code/sentence.h"

/* ---- frames made once */

typedef struct tree_suite {
    char folder[64];
    model_file *file;
    code_frames *frames;
} tree_suite;

/* A model that knows nothing, and so keeps out of the frames' way. */
static inline void tree_make_model(const char *folder, base_arena *arena)
{
    static const int16_t weights[CODE_RANKER_CLASSES], modes[CODE_RANKER_MODES], carrier[1];
    static const uint16_t calibration[2 * (CODE_RANKER_STEPS + 1)];
    model_bytes bytes = {.arena = arena};
    drg_error error = {""};
    code_ranker_put(&bytes,
                    &(code_ranker){.weights = weights, .modes = modes, .carrier = carrier, .calibration = calibration});
    const char *path = base_text_format(arena, "%s/" CODE_RANKER_FILE, folder).data;
    assert_int_equal(base_file_write(path, (drg_text){bytes.data.items, bytes.data.count}, &error), DRG_OK);
}

/* The shipped classes and cues with the frames of the test. */
static inline void tree_make_data(const char *folder, base_arena *arena, const char *path, const char *yaml)
{
    char command[512];
    snprintf(command, sizeof command, "mkdir %s/frames && ln -s %s/data/classes %s/data/cues %s/data/leanings %s/",
             folder, SOURCE_FOLDER, SOURCE_FOLDER, SOURCE_FOLDER, folder);
    assert_int_equal(system(command), 0);
    char frames[128];
    snprintf(frames, sizeof frames, "%s/frames/t.yaml", folder);
    drg_error error = {""};
    assert_int_equal(base_file_write(frames, base_text_from(yaml), &error), DRG_OK);
    model_builder *builder = model_builder_new(arena);
    tree_make_model(folder, arena);
    drg_status status = code_compile(arena, folder, folder, builder, &error);
    if (status == DRG_OK) status = model_builder_write(builder, path, &error);
    if (status != DRG_OK) fail_msg("%s", error.message);
}

/* For cmocka: the suite with frames as YAML text, as the state of a group of tests. */
static inline int tree_suite_open(void **state, const char *yaml)
{
    tree_suite *made = calloc(1, sizeof *made);
    strcpy(made->folder, "/tmp/dragoman-trees-XXXXXX");
    if (!mkdtemp(made->folder)) return 1;
    char path[128];
    snprintf(path, sizeof path, "%s/t.drg", made->folder);
    base_arena arena;
    base_arena_open(&arena, 0, NULL);
    tree_make_data(made->folder, &arena, path, yaml);
    base_arena_close(&arena);
    drg_error error = {""};
    if (model_file_open(path, &made->file, &error) != DRG_OK ||
        code_open(made->file, &made->frames, &error) != DRG_OK) {
        print_error("%s\n", error.message);
        return 1;
    }
    *state = made;
    return 0;
}

static inline int tree_suite_close(void **state)
{
    tree_suite *made = *state;
    code_close(made->frames);
    model_file_close(made->file);
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", made->folder);
    int failed = system(command);
    free(made);
    return failed;
}

/* ---- a sentence */

typedef struct tree_reading {
    base_arena arena; /* scratch */
    drg_document document;
} tree_reading;

/* Cuts "a|b|c" into at most `limit` parts. */
static inline size_t tree_cut(char *text, char separator, char **parts, size_t limit)
{
    size_t count = 0;
    while (text && count < limit) {
        parts[count++] = text;
        text = strchr(text, separator);
        if (text) *text++ = '\0';
    }
    return count;
}

/* "FRA-GOV" -> a mention of an actor of its own. The actor of equal codes is one and the same. */
static inline void tree_add_mention(drg_document *document, uint32_t token, const char *code)
{
    base_arena *arena = &document->arena;
    drg_text id = base_text_copy(arena, base_text_from(code)), country = base_text_slice(id, 0, 3);
    drg_texts sector = {NULL, 0};
    if (id.size > 4) {
        drg_text *items = BASE_NEW(arena, drg_text);
        *items = base_text_slice(id, 4, 7);
        sector = (drg_texts){items, 1};
    }
    uint32_t actor = 0;
    while (actor < document->actors.count && !base_text_equal(document->actors.items[actor].id, id)) actor++;
    drg_span span = document->tokens.items[token].span;
    if (actor == document->actors.count)
        base_push(arena, &document->actors) = (drg_actor){.id = id,
                                                          .name = id,
                                                          .type = sector.count ? DRG_ACTOR_PERSON : DRG_ACTOR_STATE,
                                                          .country = country,
                                                          .sector = sector,
                                                          .span = span};
    base_push(arena, &document->mentions) =
        (drg_mention){.actor = actor, .head = token, .span = span, .country = country, .sector = sector};
}

static inline void tree_add_find(drg_document *document, uint32_t token, const char *what)
{
    drg_span span = document->tokens.items[token].span;
    if (*what == '@') {
        base_push(&document->arena, &document->places) =
            (drg_place){.head = token,
                        .span = span,
                        .name = base_text_copy(&document->arena, base_text_from(what + 1))};
    } else if (*what == '%') {
        drg_date date = {.head = token, .span = span, .precision = DRG_PRECISION_DAY};
        snprintf(date.from, sizeof date.from, "%s", what + 1);
        memcpy(date.to, date.from, sizeof date.to);
        base_push(&document->arena, &document->dates) = date;
    } else {
        tree_add_mention(document, token, what);
    }
}

/* Reads a sentence; the caller closes it. */
static inline void tree_open(tree_reading *reading, const char *sentence)
{
    memset(reading, 0, sizeof *reading);
    base_arena_open(&reading->arena, 0, NULL);
    base_arena_open(&reading->document.arena, 0, NULL);
    char *copy = strdup(sentence), *words[128], *parts[8];
    size_t count = tree_cut(copy, ' ', words, 128);
    char conllu[8192] = "", *finds[128] = {0};
    for (size_t i = 0; i < count; i++) {
        size_t fields = tree_cut(words[i], '|', parts, 8);
        assert_true(fields >= 6);
        finds[i] = fields > 6 ? parts[6] : NULL;
        bool joined = finds[i] && strcmp(finds[i], "_") == 0;
        if (joined) finds[i] = NULL;
        size_t used = strlen(conllu);
        snprintf(conllu + used, sizeof conllu - used, "%zu\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t%s\n", i + 1, parts[0],
                 parts[1], parts[2], parts[3], parts[4], parts[5], joined ? "SpaceAfter=No" : "_");
    }
    drg_error error = {""};
    drg_document *document = &reading->document;
    document->source.published = BASE_LITERAL("2024-05-15");
    document->id = BASE_LITERAL("d");
    if (language_read_conllu(&reading->arena, document, base_text_from(conllu), &error) != DRG_OK)
        fail_msg("%s", error.message);
    for (size_t i = 0; i < count; i++) {
        size_t found = finds[i] ? tree_cut(finds[i], ',', parts, 8) : 0;
        for (size_t k = 0; k < found; k++) tree_add_find(document, (uint32_t)i, parts[k]);
    }
    free(copy);
}

/* Loads the sentence as the engine walks over it. */
static inline code_sentence *tree_load(tree_reading *reading, const tree_suite *suite, code_workspace *workspace)
{
    code_workspace_open(workspace, suite->frames, &reading->arena, true, &reading->document);
    return code_workspace_load(workspace, 0);
}

static inline void tree_close(tree_reading *reading)
{
    base_arena_close(&reading->arena);
    base_arena_close(&reading->document.arena);
}

#endif
