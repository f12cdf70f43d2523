/* SPDX-License-Identifier: Apache-2.0
 *
 * Trains the tagger and parser: treebanks go in, models/parser.model comes out.
 *
 *     parser_train [--treebank FOLDER] [--out FILE] [--weights FILE] [--from FILE] [name=value ...]
 *
 * The settings (names below, with the values of the shipped model) are for trying others; --weights and --from write
 * and read the unrounded weights, to export again without training.
 *
 * Adam (Kingma and Ba 2015) with a cosine schedule and a running average of the weights, two shards a batch, each with
 * its own gradient, so that the model is the same bytes with one thread and with two. Another kind of processor may
 * round otherwise, as the compiler may fuse multiplication and addition there. It prints the development scores as it
 * goes, and at the end those of the written model as the library runs it.
 */
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "language/tree.h"
#include "parser_export.h"
#include "parser_headline.h"
#include "parser_net.h"

enum { SHARDS = 2 };
static const char ewt_name[] = "EWT dev", gum_name[] = "GUM dev news, interview, speech";

typedef struct train_settings {
    const char *treebank, *out, *weights, *from;
    double epochs, rate, average, beta, decay, clip, least, shard_words, seed, threads, vary, headline, exchange,
        exchange_words, rare, every;
    double word_size, affix_size, buckets, cell, layers, tag_layer, tag_size, arc_size, label_size;
    double drop_word, drop_affix, drop_input, drop_hidden, drop_mlp;
} train_settings;

static const train_settings settings_start = {.treebank = "../shared/data/treebank",
                                              .out = "models/parser.model",
                                              .epochs = 36,
                                              .rate = 4e-3,
                                              .average = 0.999,
                                              .beta = 0.98,
                                              .decay = 0,
                                              .clip = 5,
                                              .least = 2,
                                              .shard_words = 250,
                                              .seed = 2,
                                              .threads = 2,
                                              .vary = 0.1,
                                              .headline = 0.3,
                                              .exchange = 0.25,
                                              .exchange_words = 0.3,
                                              .rare = 0.5,
                                              .every = 6,
                                              .word_size = 96,
                                              .affix_size = 64,
                                              .buckets = 32768,
                                              .cell = 160,
                                              .layers = 3,
                                              .tag_layer = 1,
                                              .tag_size = 128,
                                              .arc_size = 128,
                                              .label_size = 128,
                                              .drop_word = 0.15,
                                              .drop_affix = 0.1,
                                              .drop_input = 0.2,
                                              .drop_hidden = 0.28,
                                              .drop_mlp = 0.28};

typedef struct setting_name {
    const char *name;
    size_t offset;
} setting_name;

#define NUMBER(field)                                                                                                  \
    {                                                                                                                  \
#field, offsetof(train_settings, field)                                                                        \
    }
static const setting_name setting_names[] = {
    NUMBER(epochs),    NUMBER(rate),       NUMBER(average),     NUMBER(beta),        NUMBER(decay),
    NUMBER(clip),      NUMBER(least),      NUMBER(shard_words), NUMBER(seed),        NUMBER(threads),
    NUMBER(vary),      NUMBER(headline),   NUMBER(every),       NUMBER(exchange),    NUMBER(exchange_words),
    NUMBER(rare),      NUMBER(word_size),  NUMBER(affix_size),  NUMBER(buckets),     NUMBER(cell),
    NUMBER(layers),    NUMBER(tag_layer),  NUMBER(tag_size),    NUMBER(arc_size),    NUMBER(label_size),
    NUMBER(drop_word), NUMBER(drop_affix), NUMBER(drop_input),  NUMBER(drop_hidden), NUMBER(drop_mlp)};

static void fail(const char *what, const char *value)
{
    fprintf(stderr, "parser_train: %s %s\n", what, value);
    exit(2);
}

static void setting_read(train_settings *settings, const char *argument)
{
    const char *equals = strchr(argument, '=');
    size_t size = equals ? (size_t)(equals - argument) : 0;
    for (size_t i = 0; i < sizeof setting_names / sizeof *setting_names; i++)
        if (size && strlen(setting_names[i].name) == size && strncmp(argument, setting_names[i].name, size) == 0) {
            *(double *)(void *)((char *)settings + setting_names[i].offset) = strtod(equals + 1, NULL);
            return;
        }
    fail("no such setting:", argument);
}

static train_settings settings_read(int count, char **arguments)
{
    train_settings settings = settings_start;
    for (int i = 1; i < count; i++) {
        const char **place = NULL;
        if (strcmp(arguments[i], "--treebank") == 0)
            place = &settings.treebank;
        else if (strcmp(arguments[i], "--out") == 0)
            place = &settings.out;
        else if (strcmp(arguments[i], "--weights") == 0)
            place = &settings.weights;
        else if (strcmp(arguments[i], "--from") == 0)
            place = &settings.from;
        if (!place) {
            setting_read(&settings, arguments[i]);
            continue;
        }
        if (++i == count) fail("a value must follow", arguments[i - 1]);
        *place = arguments[i];
    }
    return settings;
}

/* ---- scores on a development set */

static bool same_base(size_t a, size_t b)
{
    drg_text x = language_relation_name((language_relation)a), y = language_relation_name((language_relation)b);
    size_t i = 0;
    while (i < x.size && i < y.size && x.data[i] == y.data[i] && x.data[i] != ':') i++;
    return (i == x.size || x.data[i] == ':') && (i == y.size || y.data[i] == ':');
}

static size_t best_of(const float *scores, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

static void answers_fill(const net_model *net, net_shard *shard, tree_scratch *scratch, train_answer *answers)
{
    float labels[128];
    uint16_t heads[BOUND_SENTENCE_TOKENS];
    for (size_t s = 0; s < shard->sentence_count; s++) {
        size_t start = shard->start[s], count = shard->start[s + 1] - start;
        tree_decode(scratch, shard->scores + start * NET_COLUMNS, count, NET_COLUMNS, heads);
        for (size_t i = 0; i < count; i++) {
            train_answer *answer = &answers[start + i];
            const float *out = shard->out + (start + i) * net_outputs(&net->shape);
            answer->upos = (uint16_t)best_of(out, DRG_UPOS_COUNT);
            answer->tag = (uint16_t)best_of(out + DRG_UPOS_COUNT, LANGUAGE_TAG_COUNT);
            answer->feats = (uint16_t)best_of(out + DRG_UPOS_COUNT + LANGUAGE_TAG_COUNT, net->shape.feats_count);
            answer->head = heads[i];
            answer->relation = LANGUAGE_ROOT;
            if (heads[i] == DATA_ROOT) continue;
            net_label(net, shard, start + i, start + heads[i] - 1, labels);
            answer->relation = (uint16_t)best_of(labels, LANGUAGE_RELATION_COUNT);
        }
    }
}

void train_scores_add(train_scores *scores, const data_sentence *sentence, const train_answer *answers)
{
    for (size_t i = 0; i < sentence->count; i++) {
        const data_word *word = &sentence->words[i];
        bool head = word->head == answers[i].head;
        scores->words++;
        scores->upos += word->upos == answers[i].upos;
        scores->tag += word->tag == answers[i].tag;
        scores->feats += word->feats == answers[i].feats;
        scores->heads += head;
        scores->base += head && same_base(word->relation, answers[i].relation);
        scores->whole += head && word->relation == answers[i].relation;
    }
}

void train_scores_print(const char *name, const train_scores *scores)
{
    double all = (double)scores->words / 100;
    printf("  %s: UPOS %.2f XPOS %.2f FEATS %.2f UAS %.2f LAS %.2f (with subtypes %.2f)\n", name,
           (double)scores->upos / all, (double)scores->tag / all, (double)scores->feats / all,
           (double)scores->heads / all, (double)scores->base / all, (double)scores->whole / all);
    fflush(stdout);
}

static void evaluate(const net_model *net, net_shard *shard, const char *name, const data_set *set)
{
    static tree_scratch scratch;
    static train_answer answers[NET_ROWS];
    train_scores scores = {0};
    for (size_t at = 0; at < set->count;) {
        size_t words = 0;
        shard->sentence_count = 0;
        while (at < set->count && (words == 0 || words + set->sentences[at].count <= 256)) {
            words += set->sentences[at].count;
            shard->sentences[shard->sentence_count++] = set->sentences[at++];
        }
        net_shard_lay(shard);
        net_forward(net, shard, NULL, NULL);
        answers_fill(net, shard, &scratch, answers);
        for (size_t s = 0; s < shard->sentence_count; s++)
            train_scores_add(&scores, &shard->sentences[s], answers + shard->start[s]);
    }
    train_scores_print(name, &scores);
}

/* ---- Adam */

typedef struct adam_state {
    double rate, beta, decay;
    float keep; /* of the running average, a step */
    size_t step;
} adam_state;

typedef struct adam_part {
    float *values, *mean, *square, *average;
    size_t count;
} adam_part;

/* A table of embeddings of which a batch touches few rows. */
typedef struct adam_table {
    adam_part part;
    float *gradient;
    uint32_t *last; /* step at which the row's average was brought up to date */
    uint32_t *touched;
    uint32_t *stamp;
    size_t touched_count, size;
} adam_table;

static void *zeros(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory) fail("out of", "memory");
    return memory;
}

static adam_part part_new(float *values, size_t count)
{
    adam_part part = {values, zeros(count, 4), zeros(count, 4), zeros(count, 4), count};
    memcpy(part.average, values, count * sizeof *values);
    return part;
}

static adam_table table_new(float *values, size_t rows, size_t size)
{
    return (adam_table){
        part_new(values, rows * size), zeros(rows * size, 4), zeros(rows, 4), zeros(rows, 4), zeros(rows, 4), 0, size};
}

static void part_update(const adam_state *adam, adam_part *part, size_t from, size_t count, const float *gradient,
                        float clip)
{
    float beta = (float)adam->beta, rate = (float)adam->rate, decay = (float)(adam->decay * adam->rate);
    float mean_share = (float)(1 / (1 - pow(0.9, (double)adam->step)));
    float square_share = (float)(1 / (1 - pow(adam->beta, (double)adam->step)));
    float *values = part->values + from, *mean = part->mean + from, *square = part->square + from;
    float *average = part->average + from;
    for (size_t i = 0; i < count; i++) {
        float g = gradient[i] * clip;
        mean[i] = 0.9f * mean[i] + 0.1f * g;
        square[i] = beta * square[i] + (1 - beta) * g * g;
        values[i] -= rate * mean[i] * mean_share / (sqrtf(square[i] * square_share) + 1e-8f) + decay * values[i];
        average[i] += (1 - adam->keep) * (values[i] - average[i]);
    }
}

static void table_catch_up(const adam_state *adam, adam_table *table, size_t row)
{
    size_t missed = adam->step - table->last[row];
    table->last[row] = (uint32_t)adam->step;
    if (missed == 0) return;
    float keep = powf(adam->keep, (float)missed);
    float *average = table->part.average + row * table->size;
    const float *values = table->part.values + row * table->size;
    for (size_t i = 0; i < table->size; i++) average[i] = values[i] + keep * (average[i] - values[i]);
}

static void table_gather(adam_table *table, size_t row, const float *gradient, size_t step)
{
    float *to = table->gradient + row * table->size;
    if (table->stamp[row] != step) {
        table->stamp[row] = (uint32_t)step;
        table->touched[table->touched_count++] = (uint32_t)row;
        memset(to, 0, table->size * sizeof *to);
    }
    for (size_t i = 0; i < table->size; i++) to[i] += gradient[i];
}

static double table_square(const adam_table *table)
{
    double sum = 0;
    for (size_t k = 0; k < table->touched_count; k++)
        for (size_t i = 0; i < table->size; i++) {
            double g = table->gradient[table->touched[k] * table->size + i];
            sum += g * g;
        }
    return sum;
}

static void table_update(adam_state *adam, adam_table *table, float clip)
{
    for (size_t k = 0; k < table->touched_count; k++) {
        size_t row = table->touched[k];
        adam->step--;
        table_catch_up(adam, table, row);
        adam->step++;
        part_update(adam, &table->part, row * table->size, table->size, table->gradient + row * table->size, clip);
        table->last[row] = (uint32_t)adam->step;
    }
    table->touched_count = 0;
}

/* ---- training */

typedef struct train_state {
    train_settings settings;
    net_model net;
    net_rates rates;
    data_set train, ewt, gum;
    data_names names;
    net_shard *shards[SHARDS];
    base_arena arena[SHARDS];
    jmp_buf escape;
    uint32_t *order;
    size_t next; /* in order */
    adam_state adam;
    adam_part dense;
    adam_table words, affixes;
    float scale;
    double loss;
} train_state;

typedef struct train_job {
    train_state *trainer;
    size_t shard;
} train_job;

static math_random shard_random(const train_state *trainer, size_t shard)
{
    return (math_random){(uint64_t)trainer->settings.seed * 1000003 + trainer->adam.step * SHARDS + shard + 12345};
}

static void *job_run(void *context)
{
    train_job *job = context;
    train_state *trainer = job->trainer;
    math_random random = shard_random(trainer, job->shard);
    trainer->shards[job->shard]->counts = trainer->names.counts;
    net_forward(&trainer->net, trainer->shards[job->shard], &trainer->rates, &random);
    net_backward(&trainer->net, trainer->shards[job->shard], &trainer->rates, trainer->scale);
    return NULL;
}

/* A copy of the sentence as a headline, where it can be one. */
static bool as_headline(train_state *trainer, size_t index, data_sentence *sentence, math_random *random)
{
    data_sentence copy = {BASE_ARRAY(&trainer->arena[index], data_word, sentence->count + HEADLINE_MORE),
                          sentence->count};
    memcpy(copy.words, sentence->words, sentence->count * sizeof *copy.words);
    if (!headline_make(&trainer->names, &trainer->arena[index], &copy, random)) return false;
    *sentence = copy;
    return true;
}

static void shard_fill(train_state *trainer, size_t index)
{
    net_shard *shard = trainer->shards[index];
    math_random random = shard_random(trainer, index + 7777);
    base_arena_reset(&trainer->arena[index]);
    size_t words = 0;
    shard->sentence_count = 0;
    while (trainer->next < trainer->train.count && shard->sentence_count < NET_SENTENCES) {
        data_sentence sentence = trainer->train.sentences[trainer->order[trainer->next]];
        if (words && words + sentence.count > (size_t)trainer->settings.shard_words) break;
        trainer->next++;
        words += sentence.count;
        bool headline = random_unit(&random) < (float)trainer->settings.headline;
        if (headline) headline = as_headline(trainer, index, &sentence, &random);
        if (random_unit(&random) < (float)trainer->settings.exchange * (headline ? 2 : 1))
            sentence = data_exchange(&trainer->names, &trainer->arena[index], &sentence,
                                     (float)trainer->settings.exchange_words, &random);
        if (random_unit(&random) < (float)trainer->settings.vary)
            sentence = data_vary(&trainer->names, &trainer->arena[index], &sentence, &random);
        shard->sentences[shard->sentence_count++] = sentence;
    }
    net_shard_lay(shard);
}

static void shards_run(train_state *trainer)
{
    train_job jobs[SHARDS];
    pthread_t threads[SHARDS];
    bool apart = trainer->settings.threads > 1;
    for (size_t i = 0; i < SHARDS; i++) jobs[i] = (train_job){trainer, i};
    for (size_t i = 1; i < SHARDS && apart; i++)
        if (pthread_create(&threads[i], NULL, job_run, &jobs[i])) fail("cannot start a", "thread");
    job_run(&jobs[0]);
    for (size_t i = 1; i < SHARDS; i++) {
        if (apart)
            pthread_join(threads[i], NULL);
        else
            job_run(&jobs[i]);
    }
}

static void step_update(train_state *trainer)
{
    float *gradient = trainer->shards[0]->gradient;
    size_t total = trainer->net.plan.total;
    for (size_t s = 1; s < SHARDS; s++)
        for (size_t i = 0; i < total; i++) gradient[i] += trainer->shards[s]->gradient[i];
    for (size_t s = 0; s < SHARDS; s++) {
        net_shard *shard = trainer->shards[s];
        trainer->loss += shard->loss;
        for (size_t row = 0; row < shard->row_count; row++) {
            const data_word *word = shard->rows[row];
            table_gather(&trainer->words, shard->word_kept[row] ? word->word : 0,
                         shard->d_word + row * trainer->words.size, trainer->adam.step);
            for (size_t k = 0; k < word->affix_count && shard->affix_kept[row]; k++)
                table_gather(&trainer->affixes, word->affixes[k], shard->d_affix + row * trainer->affixes.size,
                             trainer->adam.step);
        }
    }
    double square = table_square(&trainer->words) + table_square(&trainer->affixes);
    for (size_t i = 0; i < total; i++) square += (double)gradient[i] * gradient[i];
    float clip = (float)(sqrt(square) > trainer->settings.clip ? trainer->settings.clip / sqrt(square) : 1);
    part_update(&trainer->adam, &trainer->dense, 0, total, gradient, clip);
    table_update(&trainer->adam, &trainer->words, clip);
    table_update(&trainer->adam, &trainer->affixes, clip);
}

static void order_shuffle(train_state *trainer, math_random *random)
{
    for (size_t i = trainer->train.count; i-- > 1;) {
        size_t other = random_below(random, i + 1);
        uint32_t kept = trainer->order[i];
        trainer->order[i] = trainer->order[other];
        trainer->order[other] = kept;
    }
    trainer->next = 0;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Swaps the weights with their running average. */
static void part_swap(adam_part *part)
{
    for (size_t i = 0; i < part->count; i++) {
        float kept = part->values[i];
        part->values[i] = part->average[i];
        part->average[i] = kept;
    }
}

static void averages_swap(train_state *trainer)
{
    part_swap(&trainer->dense);
    part_swap(&trainer->words.part);
    part_swap(&trainer->affixes.part);
}

static void averages_catch_up(train_state *trainer)
{
    for (size_t row = 0; row < trainer->net.shape.word_count; row++)
        table_catch_up(&trainer->adam, &trainer->words, row);
    for (size_t row = 0; row < trainer->net.shape.buckets; row++)
        table_catch_up(&trainer->adam, &trainer->affixes, row);
}

static void epoch_run(train_state *trainer, size_t epoch, size_t epochs)
{
    math_random random = {(uint64_t)trainer->settings.seed * 77 + epoch};
    order_shuffle(trainer, &random);
    trainer->loss = 0;
    while (trainer->next < trainer->train.count) {
        double part = (double)trainer->next / (double)trainer->train.count;
        double done = ((double)epoch + part) / (double)epochs;
        trainer->adam.step++;
        double warm = trainer->adam.step < 300 ? (double)trainer->adam.step / 300 : 1;
        trainer->adam.rate = trainer->settings.rate * warm * 0.5 * (1 + cos(3.14159265358979 * done)) + 1e-6;
        size_t words = 0;
        for (size_t s = 0; s < SHARDS; s++) {
            shard_fill(trainer, s);
            words += trainer->shards[s]->row_count;
        }
        trainer->scale = 1 / (float)words;
        shards_run(trainer);
        step_update(trainer);
    }
}

static void train(train_state *trainer)
{
    size_t epochs = (size_t)trainer->settings.epochs;
    double begin = seconds();
    for (size_t epoch = 0; epoch < epochs; epoch++) {
        epoch_run(trainer, epoch, epochs);
        printf("epoch %zu: loss %.4f, %.0f s\n", epoch + 1, trainer->loss / (double)trainer->train.word_count,
               seconds() - begin);
        fflush(stdout);
        bool last = epoch + 1 == epochs;
        if ((epoch + 1) % (size_t)trainer->settings.every && !last) continue;
        averages_catch_up(trainer);
        averages_swap(trainer);
        evaluate(&trainer->net, trainer->shards[0], ewt_name, &trainer->ewt);
        evaluate(&trainer->net, trainer->shards[0], gum_name, &trainer->gum);
        if (!last) averages_swap(trainer);
    }
}

static void sets_read(train_state *trainer)
{
    char paths[4][1024];
    static const char *const names[] = {"ewt-train.conllu", "gum-train.conllu", "ewt-dev.conllu", "gum-dev.conllu"};
    for (size_t i = 0; i < 4; i++) snprintf(paths[i], sizeof paths[i], "%s/%s", trainer->settings.treebank, names[i]);
    data_read(&trainer->train, (const char *[]){paths[0], paths[1]}, 2, NULL);
    data_read(&trainer->ewt, (const char *[]){paths[2]}, 1, NULL);
    data_read(&trainer->gum, (const char *[]){paths[3]}, 1, "GUM_news,GUM_interview,GUM_speech");
    data_names_make(&trainer->names, &trainer->train, (size_t)trainer->settings.least,
                    (uint32_t)trainer->settings.buckets);
    data_number(&trainer->names, &trainer->train);
    data_peers_make(&trainer->names, &trainer->train);
    data_number(&trainer->names, &trainer->ewt);
    data_number(&trainer->names, &trainer->gum);
    printf("%zu sentences, %zu words, %zu known forms, %zu bundles of features\n", trainer->train.count,
           trainer->train.word_count, trainer->names.word_count, trainer->names.feats_count);
}

static void trainer_start(train_state *trainer)
{
    const train_settings *settings = &trainer->settings;
    net_shape shape = {.word_count = trainer->names.word_count,
                       .buckets = trainer->names.buckets,
                       .word_size = (size_t)settings->word_size,
                       .affix_size = (size_t)settings->affix_size,
                       .cell = (size_t)settings->cell,
                       .layers = (size_t)settings->layers,
                       .tag_layer = (size_t)settings->tag_layer,
                       .tag_size = (size_t)settings->tag_size,
                       .arc_size = (size_t)settings->arc_size,
                       .label_size = (size_t)settings->label_size,
                       .feats_count = trainer->names.feats_count};
    math_random random = {(uint64_t)settings->seed};
    net_new(&trainer->net, &shape, &random);
    trainer->rates = (net_rates){(float)settings->drop_word,  (float)settings->rare,        (float)settings->drop_affix,
                                 (float)settings->drop_input, (float)settings->drop_hidden, (float)settings->drop_mlp};
    for (size_t i = 0; i < SHARDS; i++) {
        trainer->shards[i] = net_shard_new(&trainer->net);
        base_arena_open(&trainer->arena[i], 0, &trainer->escape);
    }
    trainer->order = zeros(trainer->train.count, sizeof *trainer->order);
    for (size_t i = 0; i < trainer->train.count; i++) trainer->order[i] = (uint32_t)i;
    trainer->adam = (adam_state){.beta = settings->beta, .decay = settings->decay, .keep = (float)settings->average};
    trainer->dense = part_new(trainer->net.dense, trainer->net.plan.total);
    trainer->words = table_new(trainer->net.words, shape.word_count, shape.word_size);
    trainer->affixes = table_new(trainer->net.affixes, shape.buckets, shape.affix_size);
    printf("%zu dense weights, %zu in tables\n", trainer->net.plan.total,
           trainer->words.part.count + trainer->affixes.part.count);
}

/* Raw weights to and from a file, to export again without training. */
static void weights_move(train_state *trainer, const char *path, bool write)
{
    FILE *file = fopen(path, write ? "wb" : "rb");
    if (!file) fail("cannot open", path);
    adam_part *parts[] = {&trainer->dense, &trainer->words.part, &trainer->affixes.part};
    for (size_t i = 0; i < 3; i++) {
        size_t count = write ? fwrite(parts[i]->values, 4, parts[i]->count, file)
                             : fread(parts[i]->values, 4, parts[i]->count, file);
        if (count != parts[i]->count) fail("short file", path);
    }
    if (fclose(file)) fail("cannot write", path);
}

int main(int count, char **arguments)
{
    static train_state trainer;
    trainer.settings = settings_read(count, arguments);
    if (setjmp(trainer.escape)) fail("out of", "memory");
    sets_read(&trainer);
    trainer_start(&trainer);
    if (trainer.settings.from) {
        weights_move(&trainer, trainer.settings.from, false);
        evaluate(&trainer.net, trainer.shards[0], ewt_name, &trainer.ewt);
        evaluate(&trainer.net, trainer.shards[0], gum_name, &trainer.gum);
    } else {
        train(&trainer);
    }
    if (trainer.settings.weights) weights_move(&trainer, trainer.settings.weights, true);
    export_model(&trainer.net, &trainer.names, trainer.settings.out);
    export_score(trainer.settings.out, (const char *[]){ewt_name, gum_name},
                 (const data_set *[]){&trainer.ewt, &trainer.gum}, 2);
    return 0;
}
