/* SPDX-License-Identifier: Apache-2.0
 *
 * In: corpus files, a data file. Out: models/ranker.model: the type that a predicate tells of, which predicate tells
 * what one party does to another, and what of the events of each probability is right.
 *
 *     ranker_train DATA_FILE MODEL_FILE CORPUS_FILE...
 *
 * The library reads each text of the corpus that is not held back; every predicate is an example of the type of the
 * event whose line names its words ("at"), or of nothing. What carries an event together with its line's words (a light
 * verb, the cue that governs) is no example. Of files that do not list all events, and of the frames' own examples,
 * only what is listed counts. Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011) with features
 * left out at random, the rarer the oftener, so that words that were never seen are read by what the lists say of them;
 * one thread, a fixed order: every machine with the same libm writes the same bytes. Five-fold cross-validation gives
 * the table of calibration, made monotone by pooling neighbours (Zadrozny and Elkan 2002). About a minute.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../apps/dragoman/corpus.h"
#include "code/crowd.h"
#include "code/ranker.h"

enum {
    ROWS = 1 << 16,
    CARRIER_ROWS = 1 << 12,
    MODE_ROWS = 1 << 14,
    MODES = CODE_RANKER_MODES,
    EPOCHS = 8,
    FOLDS = 5,
    DROPPED = 35,
    CLASSES = CODE_RANKER_CLASSES
};
static const double RATE = 0.06, DECAY = 2e-6, RARE = 0.8;

typedef struct ranker_example {
    const uint32_t *items;
    uint16_t count, label;
    uint8_t fold;
    uint8_t mode; /* of an event: 0 none, else 1 + its number */
    bool framed;  /* some frame speaks for it: nothing is proposed */
} ranker_example;

/* The predicates of a sentence of which some tell what one party does to another. */
typedef struct carrier_example {
    size_t first, count; /* into choices */
    uint8_t fold;
    drg_type type;
} carrier_example;

typedef struct carrier_choice {
    const uint32_t *items;
    uint16_t count;
    bool right;
    const uint32_t *look; /* the predicate's own features */
    uint16_t look_count;
} carrier_choice;

/* An event that the library finds now, for the calibration. */
typedef struct found_event {
    const uint32_t *items;
    uint16_t count;
    uint8_t fold;
    drg_type type;
    bool right, proposed;
} found_event;

typedef struct linear_model {
    double weights[ROWS * CLASSES], sums[ROWS * CLASSES];
    double modes[MODE_ROWS * MODES], mode_sums[MODE_ROWS * MODES];
    double carrier[CARRIER_ROWS], carrier_sums[CARRIER_ROWS];
} linear_model;

typedef struct ranker_trainer {
    base_arena arena, scratch;
    drg_engine *engine;
    drg_session *session;
    code_frames *frames;
    BASE_VECTOR(ranker_example) examples;
    BASE_VECTOR(carrier_example) carriers;
    BASE_VECTOR(carrier_choice) choices;
    BASE_VECTOR(found_event) found;
    uint32_t counts[ROWS];
    linear_model model;
    int16_t weights[ROWS * CLASSES], modes[MODE_ROWS * MODES], carrier[CARRIER_ROWS];
    uint16_t calibration[2][CODE_RANKER_STEPS + 1];
    uint64_t seed;
} ranker_trainer;

/* ---- labels */

enum { UNLABELLED = 1000, LEFT_OUT = 1001 };

static bool overlaps(drg_span a, drg_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/* Does the token stand in a wording of the text? */
static bool is_at(const drg_document *document, drg_span token, const char *wording)
{
    drg_text text = drg_document_text(document);
    size_t size = strlen(wording);
    for (size_t at = 0; size && at + size <= text.size; at++)
        if (memcmp(text.data + at, wording, size) == 0 &&
            overlaps(token, (drg_span){(uint32_t)at, (uint32_t)(at + size)}))
            return true;
    return false;
}

static const corpus_line *line_at(const corpus_case *one, const drg_document *document, drg_span token)
{
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_expectation *line = &one->lines[i].expectation;
        const char *at = line->kind == EXPECT_EVENT && !line->negative ? expectation_field(line, "at") : NULL;
        if (at && is_at(document, token, at)) return &one->lines[i];
    }
    return NULL;
}

static const uint32_t *keep_items(ranker_trainer *trainer, const code_features *features)
{
    uint32_t *items = BASE_ARRAY(&trainer->arena, uint32_t, features->count + 1);
    memcpy(items, features->items, features->count * sizeof *items);
    return items;
}

enum { NO_MODE = 255 }; /* not known: no example of modes */

static void add_example(ranker_trainer *trainer, const code_look *look, uint32_t label, unsigned mode, unsigned fold)
{
    base_push(&trainer->arena, &trainer->examples) =
        (ranker_example){keep_items(trainer, &look->features),
                         (uint16_t)look->features.count,
                         (uint16_t)label,
                         (uint8_t)fold,
                         (uint8_t)mode,
                         look->vote_count && look->votes[0].voter == CODE_VOTER_FRAME && !look->votes[0].blocked};
}

/* Does a line say that there is no such event as the predicate's votes speak for? */
static bool is_ruled_out(const corpus_case *one, const code_look *look)
{
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_expectation *line = &one->lines[i].expectation;
        if (line->kind != EXPECT_EVENT || !line->negative || line->field_count) continue;
        for (size_t k = 0; k < look->vote_count; k++)
            if (!look->votes[k].blocked && look->votes[k].act.type == line->type) return true;
    }
    return false;
}

/* A predicate governed by the words of a line, or governing them, carries the event with them. */
static uint32_t shared_label(const code_look *looks, const uint32_t *labels, size_t count, size_t i)
{
    uint32_t label = CODE_RANKER_NOTHING;
    for (size_t k = 0; k < looks[i].vote_count; k++)
        for (size_t other = 0; other < count; other++)
            if (labels[other] < DRG_TYPE_COUNT && looks[i].votes[k].outer == looks[other].predicate->token &&
                other != i)
                return looks[i].votes[k].blocked ? LEFT_OUT : labels[other];
    for (size_t other = 0; other < count; other++) {
        if (labels[other] >= DRG_TYPE_COUNT || other == i) continue;
        if (looks[other].predicate->light == looks[i].predicate->token ||
            looks[i].predicate->light == looks[other].predicate->token)
            label = LEFT_OUT;
        for (size_t k = 0; k < looks[other].vote_count; k++)
            if (looks[other].votes[k].outer == looks[i].predicate->token) label = LEFT_OUT;
    }
    return label;
}

/* ---- relations */

static uint32_t party_named(const drg_document *document, uint32_t sentence, const char *names, size_t nth)
{
    drg_text list = base_text_from(names ? names : ""), name;
    size_t at = 0;
    for (size_t i = 0; i <= nth; i++)
        if (!expectation_next_name(list, &at, &name)) return DRG_NONE;
    for (uint32_t i = 0; i < document->mentions.count; i++)
        if (document->mentions.items[i].sentence == sentence && expectation_answers(document, i, name)) return i;
    return DRG_NONE;
}

static void add_relation(ranker_trainer *trainer, code_sentence *sentence, const corpus_line *line, unsigned fold)
{
    const drg_document *document = sentence->document;
    const char *actors = expectation_field(&line->expectation, "actors");
    const char *recipients = expectation_field(&line->expectation, "recipients");
    uint32_t from = party_named(document, sentence->index, actors, 0);
    uint32_t to = recipients ? party_named(document, sentence->index, recipients, 0)
                             : party_named(document, sentence->index, actors, 1);
    const char *at = expectation_field(&line->expectation, "at");
    if (from == DRG_NONE || !at) return;
    drg_span nowhere = {0, 0};
    code_parties parties;
    if (!code_parties_find(sentence, document->mentions.items[from].span,
                           to == DRG_NONE ? nowhere : document->mentions.items[to].span, &parties))
        return;
    code_relation_candidate *candidates =
        BASE_ARRAY(&trainer->scratch, code_relation_candidate, CODE_RELATION_CANDIDATES);
    size_t count = code_relation_candidates(sentence, &parties, candidates), right = 0, first = trainer->choices.count;
    for (size_t i = 0; i < count; i++) {
        drg_span span = sentence->tokens[candidates[i].token].span;
        bool is_right = is_at(document, span, at);
        right += is_right;
        base_push(&trainer->arena, &trainer->choices) =
            (carrier_choice){keep_items(trainer, &candidates[i].carrier), (uint16_t)candidates[i].carrier.count,
                             is_right, keep_items(trainer, &candidates[i].look.features),
                             (uint16_t)candidates[i].look.features.count};
    }
    if (right && count > 0)
        base_push(&trainer->arena, &trainer->carriers) =
            (carrier_example){first, count, (uint8_t)fold, line->expectation.type};
    else
        trainer->choices.count = first;
}

/* ---- reading */

/* 0 none, else 1 + the number of the line's mode. */
static unsigned mode_of(const corpus_expectation *line)
{
    const char *mode = expectation_field(line, "mode");
    for (unsigned i = 0; mode && i + 1 < MODES; i++)
        if (base_text_is(record_mode_at(line->type, i), mode)) return i + 1;
    return 0;
}

static void add_sentence(ranker_trainer *trainer, code_sentence *sentence, const corpus_case *one, bool whole,
                         unsigned fold)
{
    static code_look looks[BOUND_SENTENCE_TOKENS];
    static uint32_t labels[BOUND_SENTENCE_TOKENS], modes[BOUND_SENTENCE_TOKENS];
    size_t count = 0;
    for (uint32_t i = sentence->body; i < sentence->count && count < BOUND_SENTENCE_TOKENS; i++) {
        if (!code_is_predicate(sentence, i)) continue;
        const corpus_line *line = line_at(one, sentence->document, sentence->tokens[i].span);
        code_look_at(sentence, i, &looks[count]);
        bool told = line && (whole || expectation_field(&line->expectation, "mode"));
        modes[count] = told ? mode_of(&line->expectation) : NO_MODE;
        labels[count++] = line ? (uint32_t)line->expectation.type : UNLABELLED;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t label = labels[i] == UNLABELLED ? shared_label(looks, labels, count, i) : labels[i];
        if (label == LEFT_OUT || (label == CODE_RANKER_NOTHING && !whole && !is_ruled_out(one, &looks[i]))) continue;
        for (unsigned times = one->exact || !whole ? 6 : 1; times > 0;
             times--) /* they were written because they go wrong */
            add_example(trainer, &looks[i], label, modes[i], fold);
    }
}

/* Is there a line of the type that stands at the event's trigger, or is paired with no other words? */
static bool is_right_event(const corpus_case *one, const drg_document *document, const drg_event *event)
{
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_expectation *line = &one->lines[i].expectation;
        if (line->kind == EXPECT_EVENT && !line->negative && line->type == event->type) return true;
    }
    (void)document;
    return false;
}

static void add_found(ranker_trainer *trainer, code_sentence *sentence, const corpus_case *one, unsigned fold)
{
    const drg_document *document = sentence->document;
    for (size_t i = 0; i < document->events.count; i++) {
        const drg_event *event = &document->events.items[i];
        if (event->sentence != sentence->index) continue;
        if (event->trigger_head < sentence->first_token) continue;
        code_look look;
        code_look_at(sentence, event->trigger_head - sentence->first_token, &look);
        base_push(&trainer->arena, &trainer->found) =
            (found_event){keep_items(trainer, &look.features),
                          (uint16_t)look.features.count,
                          (uint8_t)fold,
                          event->type,
                          is_right_event(one, document, event),
                          base_text_starts(event->rule, BASE_LITERAL("model#"))};
    }
}

static drg_document *read_text(ranker_trainer *trainer, drg_text text, drg_text date, drg_error *error)
{
    drg_document *document = NULL;
    drg_source source = {.text = text, .published = date};
    if (drg_session_read(trainer->session, &source, &document, error) != DRG_OK) return NULL;
    return document;
}

static bool add_case(ranker_trainer *trainer, const corpus_case *one, bool whole, drg_error *error)
{
    drg_document *document = read_text(trainer, one->text, one->date, error);
    if (!document) return false;
    unsigned fold = (unsigned)(base_text_hash(one->text) >> 40) % FOLDS;
    code_workspace workspace;
    code_crowd crowd;
    document->arena.escape = trainer->arena.escape;
    code_crowd_open(&crowd, &trainer->scratch, document);
    code_workspace_open(&workspace, trainer->frames, &trainer->scratch, false, document);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        code_sentence *sentence = code_workspace_load(&workspace, i);
        code_crowd_add(&crowd, sentence);
        if (document->sentences.items[i].kind == DRG_SENTENCE_BYLINE) continue;
        add_sentence(trainer, sentence, one, whole, fold);
        if (whole) add_found(trainer, sentence, one, fold);
        for (size_t k = 0; k < one->line_count; k++)
            if (one->lines[k].expectation.kind == EXPECT_EVENT && !one->lines[k].expectation.negative)
                add_relation(trainer, sentence, &one->lines[k], fold);
    }
    drg_document_close(document);
    base_arena_reset(&trainer->scratch);
    return true;
}

/* Files of corpus/open list every event of a text; others only what they are about. */
static bool add_file(ranker_trainer *trainer, const char *path, drg_error *error)
{
    drg_text bytes;
    corpus_file file;
    line_buffer problem = {0};
    if (base_file_read(&trainer->arena, path, BOUND_RULE_FILE_BYTES, &bytes, error) != DRG_OK) return false;
    if (!corpus_read(path, bytes, &file, &problem)) {
        base_fail(error, DRG_ERROR_FORMAT, "%s", problem.data);
        return false;
    }
    bool whole = strstr(path, "corpus/open/") != NULL, good = true;
    for (size_t i = 0; i < file.case_count && good; i++) {
        const corpus_case *one = &file.cases[i];
        if (one->skip || one->todo || corpus_is_held(one)) continue;
        good = add_case(trainer, one, whole || one->exact, error);
    }
    return good; /* the file's lines stay for the life of the program */
}

/* A frame's own examples: where it must fire, its trigger is of the type that comes out; what must stay silent, and has
 * no event at all, is nothing. */
static bool add_frame_example(ranker_trainer *trainer, const drg_example *example, drg_error *error)
{
    drg_document *document = read_text(trainer, example->text, example->date, error);
    if (!document) return false;
    unsigned fold = (unsigned)(base_text_hash(example->text) >> 40) % FOLDS;
    code_workspace workspace;
    code_crowd crowd;
    document->arena.escape = trainer->arena.escape;
    code_crowd_open(&crowd, &trainer->scratch, document);
    code_workspace_open(&workspace, trainer->frames, &trainer->scratch, false, document);
    for (uint32_t s = 0; s < document->sentences.count; s++) {
        code_sentence *sentence = code_workspace_load(&workspace, s);
        code_crowd_add(&crowd, sentence);
        for (uint32_t i = sentence->body; i < sentence->count; i++) {
            uint32_t label = UNLABELLED;
            for (size_t k = 0; k < document->events.count; k++)
                if (example->fires && document->events.items[k].trigger_head == sentence->first_token + i &&
                    base_text_equal(document->events.items[k].rule, example->rule))
                    label = (uint32_t)document->events.items[k].type;
            if (!example->fires && !document->events.count && code_is_predicate(sentence, i))
                label = CODE_RANKER_NOTHING;
            if (label == UNLABELLED) continue;
            code_look look;
            code_look_at(sentence, i, &look);
            if (label != CODE_RANKER_NOTHING || (look.vote_count && look.votes[0].voter == CODE_VOTER_FRAME))
                add_example(trainer, &look, label, NO_MODE, fold);
        }
    }
    drg_document_close(document);
    base_arena_reset(&trainer->scratch);
    return true;
}

/* ---- learning */

static uint32_t draw(ranker_trainer *trainer, uint32_t limit)
{
    trainer->seed = trainer->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((trainer->seed >> 33) % limit);
}

static void count_features(ranker_trainer *trainer)
{
    for (size_t i = 0; i < trainer->examples.count; i++)
        for (size_t k = 0; k < trainer->examples.items[i].count; k++)
            trainer->counts[trainer->examples.items[i].items[k] & (ROWS - 1)]++;
}

static bool is_dropped(ranker_trainer *trainer, uint32_t row)
{
    double rare = RARE / sqrt((double)trainer->counts[row] + 1);
    return draw(trainer, 10000) < (uint32_t)(DROPPED * 100 + rare * 10000);
}

static void probabilities(const linear_model *model, const uint32_t *items, size_t count, double ret[CLASSES])
{
    double highest = -1e300, whole = 0;
    for (size_t k = 0; k < CLASSES; k++) ret[k] = 0;
    for (size_t i = 0; i < count; i++) {
        const double *row = model->weights + (size_t)(items[i] & (ROWS - 1)) * CLASSES;
        for (size_t k = 0; k < CLASSES; k++) ret[k] += row[k];
    }
    for (size_t k = 0; k < CLASSES; k++)
        if (ret[k] > highest) highest = ret[k];
    for (size_t k = 0; k < CLASSES; k++) whole += ret[k] = exp(ret[k] - highest);
    for (size_t k = 0; k < CLASSES; k++) ret[k] /= whole;
}

static void learn(ranker_trainer *trainer, const ranker_example *example)
{
    linear_model *model = &trainer->model;
    uint32_t kept[CODE_RANKER_FEATURES] = {0};
    size_t count = 0;
    for (size_t i = 0; i < example->count; i++)
        if (!is_dropped(trainer, example->items[i] & (ROWS - 1))) kept[count++] = example->items[i];
    double classes[CLASSES];
    probabilities(model, kept, count, classes);
    classes[example->label] -= 1;
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)(kept[i] & (ROWS - 1)) * CLASSES;
        for (size_t k = 0; k < CLASSES; k++) {
            double slope = classes[k] + DECAY * model->weights[at + k];
            model->sums[at + k] += slope * slope;
            model->weights[at + k] -= RATE * slope / sqrt(model->sums[at + k] + 1e-4);
        }
    }
}

static void mode_chances(const linear_model *model, const ranker_example *example, double ret[MODES])
{
    double highest = -1e300, whole = 0;
    size_t count = 1;
    while (count < MODES && record_mode_at((drg_type)example->label, count - 1).size) count++;
    for (size_t k = 0; k < MODES; k++) ret[k] = 0;
    for (size_t i = 0; i < example->count; i++) {
        size_t at = code_ranker_mode_row(example->items[i], (drg_type)example->label) & (MODE_ROWS - 1);
        for (size_t k = 0; k < count; k++) ret[k] += model->modes[at * MODES + k];
    }
    for (size_t k = 0; k < count; k++)
        if (ret[k] > highest) highest = ret[k];
    for (size_t k = 0; k < count; k++) whole += ret[k] = exp(ret[k] - highest);
    for (size_t k = 0; k < count; k++) ret[k] /= whole;
}

static void learn_mode(ranker_trainer *trainer, const ranker_example *example)
{
    linear_model *model = &trainer->model;
    double chances[MODES];
    if (example->label >= DRG_TYPE_COUNT || example->mode == NO_MODE) return;
    mode_chances(model, example, chances);
    chances[example->mode] -= 1;
    for (size_t i = 0; i < example->count; i++) {
        if (is_dropped(trainer, example->items[i] & (ROWS - 1))) continue;
        size_t at = code_ranker_mode_row(example->items[i], (drg_type)example->label) & (MODE_ROWS - 1);
        for (size_t k = 0; k < MODES; k++) {
            double slope = chances[k] + DECAY * model->modes[at * MODES + k];
            model->mode_sums[at * MODES + k] += slope * slope;
            model->modes[at * MODES + k] -= RATE * slope / sqrt(model->mode_sums[at * MODES + k] + 1e-4);
        }
    }
}

static void learn_both(ranker_trainer *trainer, const ranker_example *example)
{
    learn(trainer, example);
    learn_mode(trainer, example);
}

static void carrier_shares(const ranker_trainer *trainer, const carrier_example *example, double *ret_shares)
{
    const carrier_choice *choices = &trainer->choices.items[example->first];
    double highest = -1e300, whole = 0;
    for (size_t i = 0; i < example->count; i++) {
        ret_shares[i] = 0;
        for (size_t k = 0; k < choices[i].count; k++)
            ret_shares[i] += trainer->model.carrier[choices[i].items[k] & (CARRIER_ROWS - 1)];
        if (ret_shares[i] > highest) highest = ret_shares[i];
    }
    for (size_t i = 0; i < example->count; i++) whole += ret_shares[i] = exp(ret_shares[i] - highest);
    for (size_t i = 0; i < example->count; i++) ret_shares[i] /= whole;
}

static void learn_carrier(ranker_trainer *trainer, const carrier_example *example)
{
    const carrier_choice *choices = &trainer->choices.items[example->first];
    double shares[CODE_RELATION_CANDIDATES], right = 0;
    carrier_shares(trainer, example, shares);
    for (size_t i = 0; i < example->count; i++) right += choices[i].right ? shares[i] : 0;
    for (size_t i = 0; i < example->count; i++) {
        double slope = shares[i] - (choices[i].right ? shares[i] / (right + 1e-12) : 0);
        for (size_t k = 0; k < choices[i].count; k++) {
            size_t at = choices[i].items[k] & (CARRIER_ROWS - 1);
            double whole = slope + 1e-5 * trainer->model.carrier[at];
            trainer->model.carrier_sums[at] += whole * whole;
            trainer->model.carrier[at] -= 0.1 * whole / sqrt(trainer->model.carrier_sums[at] + 1e-4);
        }
    }
}

/* Without the examples of one fold; FOLDS: with all. */
static void train(ranker_trainer *trainer, unsigned without)
{
    size_t count = trainer->examples.count, carriers = trainer->carriers.count;
    size_t *order = BASE_ARRAY(&trainer->scratch, size_t, count + carriers + 1);
    memset(&trainer->model, 0, sizeof trainer->model);
    trainer->seed = 1;
    for (size_t i = 0; i < count + carriers; i++) order[i] = i;
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = count + carriers; i > 1; i--) {
            size_t other = draw(trainer, (uint32_t)i), moved = order[i - 1];
            order[i - 1] = order[other];
            order[other] = moved;
        }
        for (size_t i = 0; i < count + carriers; i++) {
            if (order[i] < count && trainer->examples.items[order[i]].fold != without)
                learn_both(trainer, &trainer->examples.items[order[i]]);
            else if (order[i] >= count && trainer->carriers.items[order[i] - count].fold != without)
                learn_carrier(trainer, &trainer->carriers.items[order[i] - count]);
        }
    }
    base_arena_reset(&trainer->scratch);
}

/* ---- cross-validation */

typedef struct fold_counts {
    size_t modes, modes_right, examples, right, relations, relations_right, carriers_right;
    size_t gold[CLASSES], guessed[CLASSES], hit[CLASSES];
    struct {
        size_t events[CODE_RANKER_STEPS + 1], right[CODE_RANKER_STEPS + 1];
        double chance[CODE_RANKER_STEPS + 1];
    } tables[2]; /* of frames, of what the model proposes */
} fold_counts;

static size_t best_of(const double *values, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (values[i] > values[best]) best = i;
    return best;
}

static void measure_relation(const ranker_trainer *trainer, const carrier_example *example, fold_counts *counts)
{
    const carrier_choice *choices = &trainer->choices.items[example->first];
    double shares[CODE_RELATION_CANDIDATES], types[DRG_TYPE_COUNT] = {0};
    carrier_shares(trainer, example, shares);
    counts->relations++;
    counts->carriers_right += choices[best_of(shares, example->count)].right;
    for (size_t i = 0; i < example->count; i++) {
        double classes[CLASSES];
        probabilities(&trainer->model, choices[i].look, choices[i].look_count, classes);
        for (size_t k = 0; k < DRG_TYPE_COUNT; k++) types[k] += shares[i] * classes[k];
    }
    counts->relations_right += best_of(types, DRG_TYPE_COUNT) == (size_t)example->type;
}

static void count_answer(fold_counts *counts, int table, double chance, bool right)
{
    size_t step = (size_t)(chance * CODE_RANKER_STEPS);
    counts->tables[table].events[step]++;
    counts->tables[table].chance[step] += chance;
    counts->tables[table].right[step] += right;
}

static void measure_mode(const ranker_trainer *trainer, const ranker_example *example, fold_counts *counts)
{
    double chances[MODES];
    bool has_modes = example->label < DRG_TYPE_COUNT && record_mode_at((drg_type)example->label, 0).size;
    if (!has_modes || example->mode == NO_MODE) return;
    mode_chances(&trainer->model, example, chances);
    counts->modes++;
    counts->modes_right += best_of(chances, MODES) == example->mode;
}

static void measure_fold(const ranker_trainer *trainer, unsigned fold, fold_counts *counts)
{
    double classes[CLASSES];
    for (size_t i = 0; i < trainer->examples.count; i++) {
        const ranker_example *example = &trainer->examples.items[i];
        if (example->fold != fold) continue;
        probabilities(&trainer->model, example->items, example->count, classes);
        size_t best = best_of(classes, CLASSES);
        counts->examples++;
        counts->right += best == example->label;
        counts->gold[example->label]++;
        counts->guessed[best]++;
        counts->hit[best] += best == example->label;
        measure_mode(trainer, example, counts);
        best = best_of(classes, DRG_TYPE_COUNT);
        if (!example->framed) count_answer(counts, 1, classes[best], best == example->label);
    }
    for (size_t i = 0; i < trainer->found.count; i++) {
        const found_event *event = &trainer->found.items[i];
        if (event->fold != fold) continue;
        probabilities(&trainer->model, event->items, event->count, classes);
        if (!event->proposed) count_answer(counts, 0, classes[event->type], event->right);
    }
    for (size_t i = 0; i < trainer->carriers.count; i++)
        if (trainer->carriers.items[i].fold == fold) measure_relation(trainer, &trainer->carriers.items[i], counts);
}

/* Pool adjacent violators: neighbours that fall are replaced by their mean. */
static void pool(double share[CODE_RANKER_STEPS], const double weight[CODE_RANKER_STEPS])
{
    double means[CODE_RANKER_STEPS], weights[CODE_RANKER_STEPS];
    size_t sizes[CODE_RANKER_STEPS], blocks = 0;
    for (size_t i = 0; i < CODE_RANKER_STEPS; i++) {
        means[blocks] = share[i];
        weights[blocks] = weight[i];
        sizes[blocks++] = 1;
        while (blocks > 1 && means[blocks - 2] >= means[blocks - 1]) {
            double sum = weights[blocks - 2] + weights[blocks - 1];
            means[blocks - 2] =
                (means[blocks - 2] * weights[blocks - 2] + means[blocks - 1] * weights[blocks - 1]) / sum;
            weights[blocks - 2] = sum;
            sizes[blocks - 2] += sizes[blocks - 1];
            blocks--;
        }
    }
    for (size_t b = 0, at = 0; b < blocks; b++)
        for (size_t i = 0; i < sizes[b]; i++) share[at++] = means[b];
}

/* The share of right events at the middle of each step, made rising, then at the steps' borders. */
static void calibrate(ranker_trainer *trainer, const fold_counts *counts, int proposed)
{
    const size_t *events = counts->tables[proposed].events, *hits = counts->tables[proposed].right;
    double share[CODE_RANKER_STEPS], weight[CODE_RANKER_STEPS];
    for (size_t i = 0; i < CODE_RANKER_STEPS; i++) {
        double more = i + 1 == CODE_RANKER_STEPS ? (double)events[i + 1] : 0;
        double right = i + 1 == CODE_RANKER_STEPS ? (double)hits[i + 1] : 0;
        weight[i] = (double)events[i] + more + 4; /* four events that are as right as the model says */
        share[i] = ((double)hits[i] + right + 4 * (0.5 + 0.5 * ((double)i + 0.5) / CODE_RANKER_STEPS)) / weight[i];
    }
    pool(share, weight);
    for (size_t i = 0; i <= CODE_RANKER_STEPS; i++) {
        double value = i == 0                   ? share[0]
                       : i == CODE_RANKER_STEPS ? share[CODE_RANKER_STEPS - 1]
                                                : (share[i - 1] + share[i]) / 2;
        trainer->calibration[proposed][i] = (uint16_t)(value * 1000 + 0.5);
    }
}

static void print_counts(const ranker_trainer *trainer, const fold_counts *counts)
{
    printf("%zu predicates, %zu right (%.1f %%)\n", counts->examples, counts->right,
           100.0 * (double)counts->right / (double)counts->examples);
    for (int k = 0; k < CLASSES; k++)
        printf("  %-10s %5zu gold %5zu guessed %5zu right   P %5.1f  R %5.1f\n",
               k == CODE_RANKER_NOTHING ? "nothing" : drg_type_name((drg_type)k), counts->gold[k], counts->guessed[k],
               counts->hit[k], 100.0 * (double)counts->hit[k] / (double)(counts->guessed[k] ? counts->guessed[k] : 1),
               100.0 * (double)counts->hit[k] / (double)(counts->gold[k] ? counts->gold[k] : 1));
    printf("%zu events of a known type: mode right %.1f %%\n", counts->modes,
           100.0 * (double)counts->modes_right / (double)(counts->modes ? counts->modes : 1));
    printf("%zu relations: carrier right %.1f %%, type right %.1f %%\n", counts->relations,
           100.0 * (double)counts->carriers_right / (double)(counts->relations ? counts->relations : 1),
           100.0 * (double)counts->relations_right / (double)(counts->relations ? counts->relations : 1));
    for (int table = 0; table < 2; table++) {
        printf("calibration of %s by the probability that a model gives that has not seen them\n",
               table ? "proposals" : "frames' events");
        for (size_t i = 0; i <= CODE_RANKER_STEPS; i++) {
            double events = (double)counts->tables[table].events[i];
            if (counts->tables[table].events[i])
                printf("  %3zu..  %5.0f events  mean %5.1f %%  right %5.1f %%  confidence at its start %5.1f %%\n",
                       i * 100 / CODE_RANKER_STEPS, events, 100.0 * counts->tables[table].chance[i] / events,
                       100.0 * (double)counts->tables[table].right[i] / events, trainer->calibration[table][i] / 10.0);
        }
    }
}

static int16_t rounded(double value)
{
    double scaled = value * CODE_RANKER_SCALE;
    return (int16_t)(scaled > INT16_MAX ? INT16_MAX : scaled < INT16_MIN ? INT16_MIN : lround(scaled));
}

static drg_status write_model(ranker_trainer *trainer, const char *path, drg_error *error)
{
    model_bytes bytes = {.arena = &trainer->arena};
    for (size_t i = 0; i < ROWS * CLASSES; i++) trainer->weights[i] = rounded(trainer->model.weights[i]);
    for (size_t i = 0; i < MODE_ROWS * MODES; i++) trainer->modes[i] = rounded(trainer->model.modes[i]);
    for (size_t i = 0; i < CARRIER_ROWS; i++) trainer->carrier[i] = rounded(trainer->model.carrier[i]);
    code_ranker ranker = {trainer->weights, ROWS - 1,         trainer->modes,         MODE_ROWS - 1,
                          trainer->carrier, CARRIER_ROWS - 1, trainer->calibration[0]};
    code_ranker_put(&bytes, &ranker);
    return base_file_write(path, (drg_text){bytes.data.items, bytes.data.count}, error);
}

static bool run(ranker_trainer *trainer, int argc, char **argv, drg_error *error)
{
    model_file *file = NULL;
    fold_counts counts = {0};
    if (drg_engine_open(argv[1], &trainer->engine, error) != DRG_OK ||
        drg_session_open(trainer->engine, NULL, &trainer->session, error) != DRG_OK ||
        model_file_open(argv[1], &file, error) != DRG_OK || code_open(file, &trainer->frames, error) != DRG_OK)
        return false; /* all of it lives as long as the program */
    for (int i = 3; i < argc; i++)
        if (!add_file(trainer, argv[i], error)) return false;
    const drg_example *examples = drg_engine_examples(trainer->engine);
    for (size_t i = 0; i < drg_engine_example_count(trainer->engine); i++)
        if (!add_frame_example(trainer, &examples[i], error)) return false;
    count_features(trainer);
    for (unsigned fold = 0; fold < FOLDS; fold++) {
        train(trainer, fold);
        measure_fold(trainer, fold, &counts);
    }
    calibrate(trainer, &counts, 0);
    calibrate(trainer, &counts, 1);
    print_counts(trainer, &counts);
    train(trainer, FOLDS);
    return write_model(trainer, argv[2], error) == DRG_OK;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fprintf(stderr, "use: ranker_train DATA_FILE MODEL_FILE CORPUS_FILE...\n");
        return 2;
    }
    drg_error error = {""};
    ranker_trainer *trainer = calloc(1, sizeof *trainer);
    jmp_buf escape;
    if (!trainer || setjmp(escape)) {
        fprintf(stderr, "ranker_train: out of memory\n");
        return 1;
    }
    base_arena_open(&trainer->arena, 0, &escape);
    base_arena_open(&trainer->scratch, 0, &escape);
    bool good = run(trainer, argc, argv, &error);
    if (!good) fprintf(stderr, "ranker_train: %s\n", error.message);
    base_arena_close(&trainer->arena);
    base_arena_close(&trainer->scratch);
    free(trainer);
    return good ? 0 : 1;
}
