/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the training halves of the EWT and GUM treebanks. Out: models/segment.model, the classifier of sentence ends.
 *
 *     segment_train TREEBANK_FOLDER DATA_FOLDER MODEL_FILE
 *
 * Raw text is rebuilt from the treebank, a document at a time: forms and SpaceAfter, an empty line before each "#
 * newpar", one space between sentences. The library's own tokenizer cuts it, and each token that may end a sentence is
 * an example. Averaged perceptron (Collins 2002) with a margin, whole numbers throughout, so that every machine writes
 * the same bytes. Prints the F1 of tokens and sentences on the development halves. Under a minute.
 */
#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "language/segment.h"
#include "train_read.h"

enum { WEIGHT_COUNT = 1 << 16, EPOCHS = 12, MARGIN = 60, SCALE = 8, BIAS_STOP = 0, BIAS_OTHER = -300 };

typedef struct ends_trainer {
    base_arena arena;
    segment_models models;
    int32_t weights[WEIGHT_COUNT];
    int64_t sums[WEIGHT_COUNT]; /* of each change times the step that it was made at */
    int16_t averaged[WEIGHT_COUNT];
    int64_t step;
} ends_trainer;

/* The text of a gold document in a document of its own, with its tokens as the library cuts them. */
typedef struct ends_example {
    const drg_document *gold;
    ends_text tokens;
    bool *ends; /* one a token */
} ends_example;

static ends_example example_make(ends_trainer *trainer, const drg_document *gold)
{
    drg_document raw = {.source = {.text = gold->source.text}};
    base_arena_open(&raw.arena, 0, trainer->arena.escape);
    layout_lines layout = layout_read(raw.source.text);
    token_items items = segment_tokens(&trainer->models.words, &trainer->arena, &raw, &layout);
    base_arena_close(&raw.arena);
    ends_example example = {.gold = gold, .tokens = {items.items, NULL, items.count}};
    example.tokens.marks =
        ends_marks(&trainer->arena, &trainer->models.words, raw.source.text, items.items, items.count);
    example.ends = BASE_ARRAY(&trainer->arena, bool, items.count);
    for (size_t i = 0, sentence = 0; i < items.count; i++) {
        while (sentence < gold->sentences.count && gold->sentences.items[sentence].span.end < items.items[i].end)
            sentence++;
        example.ends[i] =
            sentence < gold->sentences.count && gold->sentences.items[sentence].span.end == items.items[i].end;
    }
    return example;
}

static void learn(ends_trainer *trainer, const uint32_t features[ENDS_FEATURES], bool end)
{
    int64_t sum = 0;
    for (size_t i = 0; i < ENDS_FEATURES; i++) sum += trainer->weights[features[i] & (WEIGHT_COUNT - 1)];
    trainer->step++;
    if ((end ? sum : -sum) > MARGIN) return;
    for (size_t i = 0; i < ENDS_FEATURES; i++) {
        trainer->weights[features[i] & (WEIGHT_COUNT - 1)] += end ? 4 : -4;
        trainer->sums[features[i] & (WEIGHT_COUNT - 1)] += (end ? 4 : -4) * trainer->step;
    }
}

static bool line_ends(const ends_text *tokens, size_t at)
{
    return at + 1 == tokens->count || tokens->items[at + 1].flags & (TOKEN_LINE | TOKEN_BLANK);
}

static void learn_example(ends_trainer *trainer, const ends_example *example)
{
    ends_place place = {0};
    for (size_t at = 0; at < example->tokens.count; at++) {
        ends_advance(&example->tokens, at, &place);
        bool end = example->ends[at];
        if (!line_ends(&example->tokens, at) && ends_possible(&example->tokens, at)) {
            uint32_t features[ENDS_FEATURES];
            ends_features(&example->tokens, &place, at, features);
            learn(trainer, features, end);
        }
        if (end || line_ends(&example->tokens, at)) place.first = at + 1;
    }
}

static void average(ends_trainer *trainer)
{
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        int64_t value = (trainer->weights[i] * (trainer->step + 1) - trainer->sums[i]) * SCALE / (trainer->step + 1);
        trainer->averaged[i] = (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
    }
    trainer->models.ends = (ends_model){trainer->averaged, WEIGHT_COUNT - 1, {BIAS_STOP, BIAS_OTHER}};
}

static void train(ends_trainer *trainer, const ends_example *examples, size_t count)
{
    size_t *order = BASE_ARRAY(&trainer->arena, size_t, count);
    for (size_t i = 0; i < count; i++) order[i] = i;
    uint64_t seed = 1;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = count; i > 1; i--) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t other = (size_t)((seed >> 33) % i), kept = order[i - 1];
            order[i - 1] = order[other];
            order[other] = kept;
        }
        for (size_t i = 0; i < count; i++) learn_example(trainer, &examples[order[i]]);
    }
    average(trainer);
}

/* ---------------------------------------------------------------- measuring */

typedef struct score {
    size_t gold, found, right;
} score;

static double f1(score count)
{
    return count.gold + count.found ? 200.0 * (double)count.right / (double)(count.gold + count.found) : 0;
}

static void count_sentences(score *count, const drg_document *gold, const drg_document *found)
{
    count->gold += gold->sentences.count;
    count->found += found->sentences.count;
    for (size_t g = 0, f = 0; g < gold->sentences.count && f < found->sentences.count;) {
        drg_span a = gold->sentences.items[g].span, b = found->sentences.items[f].span;
        count->right += a.begin == b.begin && a.end == b.end;
        g += a.begin <= b.begin;
        f += b.begin <= a.begin;
    }
}

/* Surface tokens: words with those joined to them. */
static size_t surface_end(const drg_document *document, size_t at)
{
    while (at + 1 < document->tokens.count && document->tokens.items[at + 1].joined) at++;
    return at;
}

static void count_tokens(score *count, const drg_document *gold, const drg_document *found)
{
    for (size_t i = 0; i < gold->tokens.count; i++) count->gold += !gold->tokens.items[i].joined;
    for (size_t i = 0; i < found->tokens.count; i++) count->found += !found->tokens.items[i].joined;
    for (size_t g = 0, f = 0; g < gold->tokens.count && f < found->tokens.count;) {
        size_t g_last = surface_end(gold, g), f_last = surface_end(found, f);
        uint32_t a = gold->tokens.items[g].span.begin, b = found->tokens.items[f].span.begin;
        count->right += a == b && gold->tokens.items[g_last].span.end == found->tokens.items[f_last].span.end;
        if (a <= b) g = g_last + 1;
        if (b <= a) f = f_last + 1;
    }
}

static void count_words(score *count, const drg_document *gold, const drg_document *found)
{
    count->gold += gold->tokens.count;
    count->found += found->tokens.count;
    for (size_t g = 0, f = 0; g < gold->tokens.count && f < found->tokens.count;) {
        drg_span a = gold->tokens.items[g].span, b = found->tokens.items[f].span;
        count->right += a.begin == b.begin && a.end == b.end;
        g += a.begin <= b.begin;
        f += b.begin <= a.begin;
    }
}

static void measure(ends_trainer *trainer, const char *name, const train_documents *documents, const char *only)
{
    score sentences = {0}, tokens = {0}, words = {0};
    for (size_t i = 0; i < documents->count; i++) {
        const drg_document *gold = documents->items[i].document;
        if (!base_text_starts(documents->items[i].name, base_text_from(only))) continue;
        drg_document found = {.source = {.text = gold->source.text}};
        base_arena_open(&found.arena, 0, trainer->arena.escape);
        segment_document(&trainer->models, &trainer->arena, &found);
        count_sentences(&sentences, gold, &found);
        count_tokens(&tokens, gold, &found);
        count_words(&words, gold, &found);
        base_arena_close(&found.arena);
    }
    printf("%-16s tokens %.2f words %.2f sentences %.2f (%zu of %zu, %zu found)\n", name, f1(tokens), f1(words),
           f1(sentences), sentences.right, sentences.gold, sentences.found);
}

static drg_status run(ends_trainer *trainer, char **arguments, drg_error *error)
{
    train_documents learned = {0}, ewt = {0}, gum = {0};
    model_bytes words = {.arena = &trainer->arena}, model = {.arena = &trainer->arena};
    drg_status status = words_compile(&trainer->arena, arguments[2], &words, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "ewt-train.conllu", &learned, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-train.conllu", &learned, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "ewt-dev.conllu", &ewt, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-dev.conllu", &gum, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = {words.data.items, words.data.count}};
    model_get_table(&reader, &trainer->models.words);
    ends_example *examples = BASE_ARRAY(&trainer->arena, ends_example, learned.count);
    for (size_t i = 0; i < learned.count; i++) examples[i] = example_make(trainer, learned.items[i].document);
    train(trainer, examples, learned.count);
    measure(trainer, "ewt-dev", &ewt, "");
    measure(trainer, "gum-dev", &gum, "");
    measure(trainer, "gum-dev news", &gum, "GUM_news");
    segment_put_ends(&model, trainer->averaged, WEIGHT_COUNT, trainer->models.ends.bias);
    return base_file_write(arguments[3], (drg_text){model.data.items, model.data.count}, error);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "use: segment_train TREEBANK_FOLDER DATA_FOLDER MODEL_FILE\n");
        return 2;
    }
    drg_error error = {""};
    ends_trainer *trainer = calloc(1, sizeof *trainer);
    jmp_buf escape;
    if (!trainer || setjmp(escape)) {
        fprintf(stderr, "segment_train: out of memory\n");
        return 1;
    }
    base_arena_open(&trainer->arena, 0, &escape);
    drg_status status = run(trainer, argv, &error);
    if (status != DRG_OK) fprintf(stderr, "segment_train: %s\n", error.message);
    base_arena_close(&trainer->arena);
    free(trainer);
    return status == DRG_OK ? 0 : 1;
}
