/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the training half of the GUM treebank with its coreference, a built data file. Out: models/pronoun.model, weights
 * of what speaks for one antecedent of a pronoun or another.
 *
 *     pronoun_train TREEBANK_FOLDER DATA_FILE MODEL_FILE
 *
 * The find room reads each document, with gold tokens and trees, and shows each pronoun with its candidates; those
 * whose nearest mention lies in the pronoun's own chain are right, and where none does, nobody is. The right one is
 * also what the later pronouns see. A log-linear model over the candidates of a pronoun, the sum of the right ones'
 * shares made large by stochastic gradient steps that grow smaller (what Denis and Baldridge 2008 call a ranking
 * model), with a penalty on squares; one model a class of pronouns. The last weights, averaged over the second half of
 * the epochs, are rounded to thousandths. Prints what the development half gives at some margins. A few seconds.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../apps/dragoman/brackets.h"
#include "find/referent.h"
#include "train_read.h"

enum { EPOCHS = 60, FEATURES_MAX = 256 };

static const double RATE = 0.08, PENALTY = 0.016, NEAR = 2, FAR = 0.5;

typedef struct pronoun_choice {
    uint16_t features[FIND_FEATURES];
    uint32_t feature_count;
    bool right;
} pronoun_choice;

typedef struct pronoun_example {
    find_pronoun_class kind;
    pronoun_choice *choices;
    uint32_t count;
    double worth; /* of its text's kind, for what the program reads */
} pronoun_example;

typedef BASE_VECTOR(pronoun_example) pronoun_examples;

typedef struct pronoun_trainer {
    base_arena arena;
    find_lists *lists;
    pronoun_examples *examples; /* that are being gathered */
    const bracket_list *brackets;
    uint32_t *head_of; /* of each bracket: its head */
    double weights[FIND_PRONOUN_CLASSES][FEATURES_MAX], sums[FIND_PRONOUN_CLASSES][FEATURES_MAX];
    size_t summed;
    double worth;
    bool own; /* later pronouns see what the weights choose, not what is right */
} pronoun_trainer;

/* ---- examples */

static uint32_t head_of(const drg_token *tokens, const bracket *found)
{
    for (uint32_t i = found->first; i <= found->last; i++) {
        bool inside = tokens[i].head != DRG_NONE && tokens[i].head >= found->first && tokens[i].head <= found->last;
        if (!inside && tokens[i].upos != DRG_PUNCT) return i;
    }
    return found->last;
}

/* The chain's number stands before the type: "(12-person". */
static drg_text chain_of(const bracket *found)
{
    const char *begin = found->type.data;
    while (begin[-1] != '(') begin--;
    return (drg_text){begin, (size_t)(found->type.data - begin)};
}

/* The chain of the shortest bracket that has the noun's head and, of a row, its last member; empty when none has. */
static drg_text gold_chain(const pronoun_trainer *trainer, const find_noun *noun)
{
    drg_text chain = {NULL, 0};
    uint32_t shortest = UINT32_MAX;
    for (size_t i = 0; i < trainer->brackets->count; i++) {
        const bracket *found = &trainer->brackets->items[i];
        if (trainer->head_of[i] != noun->token || found->last < noun->last) continue;
        if (found->last - found->first >= shortest) continue;
        shortest = found->last - found->first;
        chain = chain_of(found);
    }
    return chain;
}

static double score_of(const double *weights, const pronoun_choice *choice)
{
    double score = 0;
    for (uint32_t k = 0; k < choice->feature_count; k++) score += weights[choice->features[k]];
    return score;
}

static uint32_t best_of(const double *weights, const pronoun_example *example)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < example->count; i++)
        if (score_of(weights, &example->choices[i]) > score_of(weights, &example->choices[best])) best = i;
    return best;
}

static uint32_t watch(void *context, const find_reading *reading, uint32_t index, const find_candidates *candidates)
{
    pronoun_trainer *trainer = context;
    const find_noun *nouns = reading->referents->nouns.items;
    drg_text chain = gold_chain(trainer, &nouns[index]);
    pronoun_example *example = &base_push(&trainer->arena, trainer->examples);
    *example = (pronoun_example){.kind = candidates->kind, .count = candidates->count, .worth = trainer->worth};
    example->choices = BASE_ARRAY(&trainer->arena, pronoun_choice, candidates->count);
    uint32_t right = DRG_NONE;
    for (uint32_t i = 0; i < candidates->count; i++) {
        const find_candidate *from = &candidates->items[i];
        pronoun_choice *to = &example->choices[i];
        to->feature_count = from->feature_count;
        memcpy(to->features, from->features, sizeof to->features);
        if (!i || !chain.size) continue;
        to->right = base_text_equal(gold_chain(trainer, &nouns[from->noun]), chain);
        if (to->right && right == DRG_NONE) right = from->entity;
    }
    example->choices[0].right = right == DRG_NONE;
    return trainer->own ? candidates->items[best_of(trainer->weights[candidates->kind], example)].entity : right;
}

/* News and lives are what most texts are like that the program reads; stories and talk are not. */
static double worth_of(drg_text name)
{
    static const char *const near[] = {"GUM_news", "GUM_bio", "GUM_speech", NULL};
    static const char *const far[] = {"GUM_fiction", "GUM_conversation", "GUM_vlog", "GUM_reddit", NULL};
    for (size_t i = 0; near[i]; i++)
        if (base_text_starts(name, base_text_from(near[i]))) return NEAR;
    for (size_t i = 0; far[i]; i++)
        if (base_text_starts(name, base_text_from(far[i]))) return FAR;
    return 1;
}

static void add_examples(pronoun_trainer *trainer, const train_document *source, pronoun_examples *examples)
{
    bracket_list brackets;
    if (!brackets_read(source->conllu, &brackets)) fprintf(stderr, "pronoun_train: a bracket stays open\n");
    const drg_token *tokens = source->document->tokens.items;
    trainer->examples = examples;
    trainer->worth = worth_of(source->name);
    trainer->brackets = &brackets;
    trainer->head_of = BASE_ARRAY(&trainer->arena, uint32_t, brackets.count + 1);
    for (size_t i = 0; i < brackets.count; i++) trainer->head_of[i] = head_of(tokens, &brackets.items[i]);
    find_reading reading = find_reading_start(trainer->lists, &trainer->arena, source->document);
    reading.watch = watch;
    reading.watch_context = trainer;
    find_read_entities(&reading);
    find_settle(&reading);
    brackets_free(&brackets);
}

/* ---- learning */

static void learn(pronoun_trainer *trainer, const pronoun_example *example, double rate)
{
    double *weights = trainer->weights[example->kind], shares[FIND_CANDIDATES + 1], all = 0, right = 0, most = -1e300;
    for (uint32_t i = 0; i < example->count; i++) {
        shares[i] = score_of(weights, &example->choices[i]);
        if (shares[i] > most) most = shares[i];
    }
    for (uint32_t i = 0; i < example->count; i++) {
        shares[i] = exp(shares[i] - most);
        all += shares[i];
        if (example->choices[i].right) right += shares[i];
    }
    for (uint32_t i = 0; i < example->count; i++) {
        const pronoun_choice *choice = &example->choices[i];
        double step = (choice->right && right > 0 ? shares[i] / right : 0) - shares[i] / all;
        step *= example->worth;
        for (uint32_t k = 0; k < choice->feature_count; k++) {
            double *weight = &weights[choice->features[k]];
            *weight += rate * (step - PENALTY * *weight);
        }
    }
}

static void keep_sums(pronoun_trainer *trainer)
{
    for (size_t i = 0; i < FIND_PRONOUN_CLASSES; i++)
        for (size_t k = 0; k < FEATURES_MAX; k++) trainer->sums[i][k] += trainer->weights[i][k];
    trainer->summed++;
}

static void train(pronoun_trainer *trainer, const pronoun_examples *examples)
{
    memset(trainer->weights, 0, sizeof trainer->weights);
    memset(trainer->sums, 0, sizeof trainer->sums);
    trainer->summed = 0;
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
        double rate = RATE / (1.0 + 0.2 * epoch);
        for (size_t i = 0; i < examples->count; i++) learn(trainer, &examples->items[order[i]], rate);
        if (epoch >= EPOCHS / 2) keep_sums(trainer);
    }
    for (size_t i = 0; i < FIND_PRONOUN_CLASSES; i++)
        for (size_t k = 0; k < FEATURES_MAX; k++)
            trainer->weights[i][k] = round(1000.0 * trainer->sums[i][k] / (double)trainer->summed);
}

/* ---- measuring */

static void measure(const pronoun_trainer *trainer, const char *name, const pronoun_examples *examples)
{
    static const char *const classes[] = {"he she", "it", "they"};
    static const double margins[] = {0, 500, 1000, 1500, 2000, 3000};
    for (int kind = 0; kind < FIND_PRONOUN_CLASSES; kind++)
        for (size_t m = 0; m < sizeof margins / sizeof *margins; m++) {
            size_t asked = 0, answered = 0, right = 0;
            for (size_t i = 0; i < examples->count; i++) {
                const pronoun_example *example = &examples->items[i];
                if ((int)example->kind != kind) continue;
                uint32_t best = 0;
                double first = -1e300, second = -1e300;
                for (uint32_t k = 0; k < example->count; k++) {
                    double score = score_of(trainer->weights[kind], &example->choices[k]);
                    second = score > first ? first : score > second ? score : second;
                    if (score > first) first = score, best = k;
                }
                asked += !example->choices[0].right;
                if (!best || first - second < margins[m]) continue;
                answered++;
                right += example->choices[best].right;
            }
            printf("%-10s %-7s margin %4.0f: %5zu have one, %5zu answered, %5zu right   P %5.1f  R %5.1f\n", name,
                   classes[kind], margins[m], asked, answered, right,
                   100.0 * (double)right / (double)(answered ? answered : 1),
                   100.0 * (double)right / (double)(asked ? asked : 1));
        }
}

static drg_status write_model(pronoun_trainer *trainer, const char *path, drg_error *error)
{
    model_bytes text = {.arena = &trainer->arena};
    static const char head[] = "# What pronouns mean: weights in thousandths of the features of src/find/pronoun.c, by "
                               "train/pronoun_train.c.\n"
                               "# columns: feature\the\tit\tthey\n";
    model_put_raw(&text, head, sizeof head - 1);
    for (uint32_t k = 0; k < find_feature_count(); k++) {
        drg_text line =
            base_text_format(&trainer->arena, "%s\t%.0f\t%.0f\t%.0f\n", find_feature_name(k),
                             trainer->weights[0][k] + 0.0, trainer->weights[1][k] + 0.0, trainer->weights[2][k] + 0.0);
        model_put_raw(&text, line.data, line.size);
    }
    return base_file_write(path, (drg_text){text.data.items, text.data.count}, error);
}

static drg_status run(pronoun_trainer *trainer, char **arguments, drg_error *error)
{
    train_documents learned = {0}, held = {0};
    pronoun_examples examples = {0}, unseen = {0};
    model_file *file = NULL;
    drg_status status = model_file_open(arguments[2], &file, error);
    if (status == DRG_OK) status = find_open(file, &trainer->lists, error); /* for the life of the program */
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-train.conllu", &learned, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-dev.conllu", &held, error);
    if (status != DRG_OK) return status;
    for (size_t i = 0; i < learned.count; i++) add_examples(trainer, &learned.items[i], &examples);
    train(trainer, &examples);
    trainer->own = true;
    for (size_t i = 0; i < learned.count; i++) add_examples(trainer, &learned.items[i], &examples);
    for (size_t i = 0; i < held.count; i++) add_examples(trainer, &held.items[i], &unseen);
    train(trainer, &examples);
    measure(trainer, "gum-train", &examples);
    measure(trainer, "gum-dev", &unseen);
    return write_model(trainer, arguments[3], error);
}

int main(int argc, char **argv)
{
    if (argc != 4 || find_feature_count() > FEATURES_MAX) {
        fprintf(stderr, "use: pronoun_train TREEBANK_FOLDER DATA_FILE MODEL_FILE\n");
        return 2;
    }
    drg_error error = {""};
    pronoun_trainer *trainer = calloc(1, sizeof *trainer);
    jmp_buf escape;
    if (!trainer || setjmp(escape)) {
        fprintf(stderr, "pronoun_train: out of memory\n");
        return 1;
    }
    base_arena_open(&trainer->arena, 0, &escape);
    drg_status status = run(trainer, argv, &error);
    if (status != DRG_OK) fprintf(stderr, "pronoun_train: %s\n", error.message);
    base_arena_close(&trainer->arena);
    free(trainer);
    return status == DRG_OK ? 0 : 1;
}
