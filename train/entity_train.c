/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the training half of the GUM treebank with its entities, the lists of data/. Out: models/entity.model, which says
 * whether a name that no list has is a person, an organisation, a place or something else.
 *
 *     entity_train TREEBANK_FOLDER DATA_FOLDER GAZETTEER MODEL_FILE
 *
 * The find room reads each document, with gold tokens and trees, as far as its names; every run of words that is left
 * is an example, and its type that of the bracket with the same head (other types, and none, are "other"). Averaged
 * perceptron (Collins 2002) with a margin, whole numbers throughout: every machine writes the same bytes. Prints how
 * many runs of the development half it gets right. Under a minute.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../apps/dragoman/brackets.h"
#include "find/entity.h"
#include "train_read.h"

enum { ROWS = 1 << 15, EPOCHS = 10, MARGIN = 40, STEP = 4, SCALE = 16, HIDDEN = 50 };

typedef struct entity_example {
    find_entity_features features;
    find_entity type;
} entity_example;

typedef BASE_VECTOR(entity_example) entity_examples;

typedef struct entity_trainer {
    base_arena arena;
    find_lists *lists;
    int32_t weights[ROWS * FIND_ENTITY_COUNT];
    int64_t sums[ROWS * FIND_ENTITY_COUNT]; /* of each change times the step that it was made at */
    int16_t averaged[ROWS * FIND_ENTITY_COUNT];
    int64_t step;
} entity_trainer;

/* ---- examples */

static uint32_t head_of(const drg_token *tokens, const bracket *found)
{
    for (uint32_t i = found->first; i <= found->last; i++) {
        bool inside = tokens[i].head != DRG_NONE && tokens[i].head >= found->first && tokens[i].head <= found->last;
        if (!inside && tokens[i].upos != DRG_PUNCT) return i;
    }
    return found->last;
}

static find_entity type_of(drg_text name)
{
    if (base_text_is(name, "person")) return FIND_ENTITY_PERSON;
    if (base_text_is(name, "organization")) return FIND_ENTITY_ORGANIZATION;
    return base_text_is(name, "place") ? FIND_ENTITY_PLACE : FIND_ENTITY_OTHER;
}

/* The type of the shortest bracket whose head is that of the run. */
static find_entity gold_type(const drg_token *tokens, const bracket_list *brackets, const find_run *run)
{
    uint32_t shortest = UINT32_MAX;
    find_entity type = FIND_ENTITY_OTHER;
    for (size_t i = 0; i < brackets->count; i++) {
        const bracket *found = &brackets->items[i];
        if (found->first > run->last || found->last < run->first || found->last - found->first >= shortest) continue;
        uint32_t head = head_of(tokens, found);
        if (head < run->first || head > run->last || tokens[head].upos != DRG_PROPN) continue;
        if (head != run->head && tokens[run->head].head != head) continue;
        shortest = found->last - found->first;
        type = type_of(found->type);
    }
    return type;
}

static void add_examples(entity_trainer *trainer, const train_document *source, entity_examples *examples)
{
    bracket_list brackets;
    if (!brackets_read(source->conllu, &brackets)) fprintf(stderr, "entity_train: a bracket stays open\n");
    find_reading reading = find_reading_start(trainer->lists, &trainer->arena, source->document);
    find_prepare_entities(&reading);
    find_run run;
    for (uint32_t i = 0; i < source->document->sentences.count; i++)
        for (uint32_t at = source->document->sentences.items[i].body; find_run_next(&reading, i, at, &run);
             at = run.last + 1) {
            entity_example *example = &base_push(&trainer->arena, examples);
            find_run_features(&reading, &run, &example->features);
            example->type = gold_type(reading.tokens, &brackets, &run);
        }
    brackets_free(&brackets);
}

/* ---- learning */

static void move(entity_trainer *trainer, const entity_example *example, size_t from, find_entity type, int32_t change)
{
    for (size_t i = from; i < example->features.count; i++) {
        size_t at = (size_t)(example->features.items[i] & (ROWS - 1)) * FIND_ENTITY_COUNT + (size_t)type;
        trainer->weights[at] += change;
        trainer->sums[at] += change * trainer->step;
    }
}

/* `hidden`: its very words are not shown. */
static void learn(entity_trainer *trainer, const entity_example *example, bool hidden)
{
    size_t from = hidden ? example->features.lexical : 0;
    int64_t sums[FIND_ENTITY_COUNT] = {0};
    for (size_t i = from; i < example->features.count; i++)
        for (size_t type = 0; type < FIND_ENTITY_COUNT; type++)
            sums[type] +=
                trainer->weights[(size_t)(example->features.items[i] & (ROWS - 1)) * FIND_ENTITY_COUNT + type];
    trainer->step++;
    find_entity rival = example->type == FIND_ENTITY_OTHER ? FIND_ENTITY_PERSON : FIND_ENTITY_OTHER;
    for (int type = 0; type < FIND_ENTITY_COUNT; type++)
        if (type != (int)example->type && sums[type] > sums[rival]) rival = (find_entity)type;
    if (sums[example->type] - sums[rival] > MARGIN * STEP) return;
    move(trainer, example, from, example->type, STEP);
    move(trainer, example, from, rival, -STEP);
}

static void train(entity_trainer *trainer, const entity_examples *examples)
{
    size_t *order = BASE_ARRAY(&trainer->arena, size_t, examples->count + 1);
    for (size_t i = 0; i < examples->count; i++) order[i] = i;
    uint64_t seed = 1;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = examples->count; i > 1; i--) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t other = (size_t)((seed >> 33) % i), kept = order[i - 1];
            order[i - 1] = order[other];
            order[other] = kept;
        }
        for (size_t i = 0; i < examples->count; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            learn(trainer, &examples->items[order[i]], (seed >> 33) % 100 < HIDDEN);
        }
    }
    for (size_t i = 0; i < ROWS * FIND_ENTITY_COUNT; i++) {
        int64_t value = (trainer->weights[i] * (trainer->step + 1) - trainer->sums[i]) * SCALE / (trainer->step + 1);
        trainer->averaged[i] = (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
    }
}

static void measure(const entity_trainer *trainer, const char *name, const entity_examples *examples)
{
    static const char *const types[] = {"other", "person", "organization", "place"};
    size_t table[FIND_ENTITY_COUNT][FIND_ENTITY_COUNT] = {{0}}, right = 0;
    find_entity_model model = {trainer->averaged, ROWS - 1};
    for (size_t i = 0; i < examples->count; i++) {
        int32_t sums[FIND_ENTITY_COUNT], margin;
        find_entity_sum(&model, &examples->items[i].features, sums);
        find_entity type = find_entity_best(sums, &margin);
        table[examples->items[i].type][type]++;
        right += type == examples->items[i].type;
    }
    printf("%s: %zu of %zu runs right\n", name, right, examples->count);
    for (int gold = 0; gold < FIND_ENTITY_COUNT; gold++)
        printf("  %-13s read as other %5zu  person %5zu  organization %5zu  place %5zu\n", types[gold], table[gold][0],
               table[gold][1], table[gold][2], table[gold][3]);
}

/* ---- the lists, with a model that decides nothing */

static drg_status open_lists(entity_trainer *trainer, char **arguments, const char *path, drg_error *error)
{
    model_builder *builder = model_builder_new(&trainer->arena);
    model_bytes bytes = {.arena = &trainer->arena};
    model_file *file = NULL;
    find_entity_put(&bytes, trainer->averaged, ROWS);
    drg_status status = find_compile(&trainer->arena, arguments[2], arguments[3], builder, error);
    if (status != DRG_OK) return status;
    model_bytes pronouns = {.arena = &trainer->arena};
    model_put_u32(&pronouns, 0);
    model_builder_section(builder, FIND_PRONOUN_SECTION, pronouns.data.items, pronouns.data.count);
    model_builder_section(builder, FIND_ENTITY_SECTION, bytes.data.items, bytes.data.count);
    status = model_builder_write(builder, path, error);
    if (status == DRG_OK) status = model_file_open(path, &file, error);
    if (status == DRG_OK) status = find_open(file, &trainer->lists, error); /* mapped for the life of the program */
    remove(path);
    return status;
}

static drg_status run(entity_trainer *trainer, char **arguments, drg_error *error)
{
    train_documents learned = {0}, held = {0};
    entity_examples examples = {0}, unseen = {0};
    model_bytes model = {.arena = &trainer->arena};
    const char *part = base_text_format(&trainer->arena, "%s.part", arguments[4]).data;
    drg_status status = open_lists(trainer, arguments, part, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-train.conllu", &learned, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-dev.conllu", &held, error);
    if (status != DRG_OK) return status;
    for (size_t i = 0; i < learned.count; i++) add_examples(trainer, &learned.items[i], &examples);
    for (size_t i = 0; i < held.count; i++) add_examples(trainer, &held.items[i], &unseen);
    train(trainer, &examples);
    measure(trainer, "gum-train", &examples);
    measure(trainer, "gum-dev", &unseen);
    find_entity_put(&model, trainer->averaged, ROWS);
    return base_file_write(arguments[4], (drg_text){model.data.items, model.data.count}, error);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "use: entity_train TREEBANK_FOLDER DATA_FOLDER GAZETTEER MODEL_FILE\n");
        return 2;
    }
    drg_error error = {""};
    entity_trainer *trainer = calloc(1, sizeof *trainer);
    jmp_buf escape;
    if (!trainer || setjmp(escape)) {
        fprintf(stderr, "entity_train: out of memory\n");
        return 1;
    }
    base_arena_open(&trainer->arena, 0, &escape);
    drg_status status = run(trainer, argv, &error);
    if (status != DRG_OK) fprintf(stderr, "entity_train: %s\n", error.message);
    base_arena_close(&trainer->arena);
    free(trainer);
    return status == DRG_OK ? 0 : 1;
}
