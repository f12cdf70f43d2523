/* SPDX-License-Identifier: Apache-2.0
 *
 * The parser's network: forward pass and gradients by hand, in floating point, for its trainer.
 *
 * Layers are simple recurrent units (Lei et al. 2018), arcs are scored by a biaffine form (Dozat and Manning 2017),
 * dropout keeps one mask a sentence (Gal and Ghahramani 2016).
 */
#include "parser_net.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

size_t net_inputs(const net_shape *shape, size_t layer)
{
    return layer == 0 ? shape->word_size + shape->affix_size : 2 * shape->cell;
}

size_t net_gates(size_t layer)
{
    return layer == 0 ? 4 : 3;
}

static size_t head_size(const net_shape *shape)
{
    return 2 * shape->arc_size + 2 * shape->label_size;
}

size_t net_outputs(const net_shape *shape)
{
    return network_outputs((uint32_t)shape->feats_count);
}

static size_t label_outputs(void)
{
    return (LANGUAGE_RELATION_COUNT + 15) / 16 * 16;
}

static size_t plan_take(size_t *total, size_t size)
{
    size_t at = *total;
    *total += (size + 15) / 16 * 16;
    return at;
}

static void plan_make(net_model *net)
{
    const net_shape *shape = &net->shape;
    net_plan *plan = &net->plan;
    size_t total = 0;
    for (size_t l = 0; l < shape->layers; l++) {
        size_t outputs = 2 * net_gates(l) * shape->cell;
        plan->layer_weight[l] = plan_take(&total, net_inputs(shape, l) * outputs);
        plan->layer_bias[l] = plan_take(&total, outputs);
        plan->layer_peep[l] = plan_take(&total, 4 * shape->cell);
    }
    plan->tag_weight = plan_take(&total, 2 * shape->cell * shape->tag_size);
    plan->tag_bias = plan_take(&total, shape->tag_size);
    plan->out_weight = plan_take(&total, shape->tag_size * net_outputs(shape));
    plan->out_bias = plan_take(&total, net_outputs(shape));
    plan->head_weight = plan_take(&total, 2 * shape->cell * head_size(shape));
    plan->head_bias = plan_take(&total, head_size(shape));
    plan->arc_weight = plan_take(&total, shape->arc_size * shape->arc_size);
    plan->arc_root = plan_take(&total, shape->arc_size);
    plan->distance = plan_take(&total, NETWORK_DISTANCES);
    plan->label_weight = plan_take(&total, shape->label_size * label_outputs());
    plan->label_bias = plan_take(&total, label_outputs());
    plan->total = total;
}

static float *floats_new(size_t count)
{
    float *floats = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
    if (!floats) {
        fprintf(stderr, "parser_train: out of memory\n");
        exit(1);
    }
    memset(floats, 0, count * sizeof(float));
    return floats;
}

static void floats_random(float *floats, size_t count, float width, math_random *random)
{
    for (size_t i = 0; i < count; i++) floats[i] = (2 * random_unit(random) - 1) * width;
}

void net_new(net_model *net, const net_shape *shape, math_random *random)
{
    net->shape = *shape;
    plan_make(net);
    const net_plan *plan = &net->plan;
    net->dense = floats_new(plan->total);
    net->words = floats_new(shape->word_count * shape->word_size);
    net->affixes = floats_new(shape->buckets * shape->affix_size);
    size_t cells = 2 * shape->cell;
    for (size_t l = 0; l < shape->layers; l++) {
        size_t inputs = net_inputs(shape, l), outputs = cells * net_gates(l);
        floats_random(net->dense + plan->layer_weight[l], inputs * outputs, sqrtf(6.0f / (float)(inputs + shape->cell)),
                      random);
        for (size_t side = 0; side < 2; side++) /* some units start with a long memory, some with a short one */
            for (size_t i = 0; i < shape->cell; i++)
                net->dense[plan->layer_bias[l] + (side * net_gates(l) + 1) * shape->cell + i] = 2 * random_unit(random);
    }
    floats_random(net->dense + plan->tag_weight, cells * shape->tag_size,
                  sqrtf(6.0f / (float)(cells + shape->tag_size)), random);
    floats_random(net->dense + plan->out_weight, shape->tag_size * net_outputs(shape), 0.05f, random);
    floats_random(net->dense + plan->head_weight, cells * head_size(shape),
                  sqrtf(6.0f / (float)(cells + shape->arc_size)), random);
    floats_random(net->dense + plan->arc_weight, shape->arc_size * shape->arc_size, 0.05f, random);
    floats_random(net->dense + plan->label_weight, shape->label_size * label_outputs(), 0.1f, random);
    floats_random(net->words, shape->word_count * shape->word_size, 0.1f, random);
    floats_random(net->affixes, shape->buckets * shape->affix_size, 0.1f, random);
}

void net_free(net_model *net)
{
    free(net->dense);
    free(net->words);
    free(net->affixes);
}

net_shard *net_shard_new(const net_model *net)
{
    const net_shape *shape = &net->shape;
    net_shard *shard = (net_shard *)(void *)floats_new(sizeof *shard / sizeof(float) + 16);
    size_t cells = 2 * shape->cell, most = 8 * shape->cell;
    if (most < head_size(shape)) most = head_size(shape);
    if (most < net_outputs(shape)) most = net_outputs(shape);
    size_t largest = most * (most > NET_ROWS ? most : NET_ROWS);
    shard->multiply_buffer = floats_new(64 * (most > NET_ROWS ? most : NET_ROWS));
    shard->turned = floats_new(largest);
    shard->affix_sum = floats_new(NET_ROWS * shape->affix_size);
    shard->input = floats_new(NET_ROWS * net_inputs(shape, 0));
    for (size_t l = 0; l < shape->layers; l++) {
        shard->dropped[l] = floats_new(NET_ROWS * net_inputs(shape, l));
        shard->gates[l] = floats_new(NET_ROWS * cells * net_gates(l));
        shard->cells[l] = floats_new(NET_ROWS * cells);
        shard->hidden[l] = floats_new(NET_ROWS * cells);
        shard->d_hidden[l] = floats_new(NET_ROWS * cells);
    }
    for (size_t l = 0; l < NET_LAYERS + 2; l++)
        shard->mask[l] = floats_new(NET_SENTENCES * (cells > net_inputs(shape, 0) ? cells : net_inputs(shape, 0)));
    shard->mlp_mask = floats_new(NET_SENTENCES * head_size(shape));
    shard->tag_mask = floats_new(NET_SENTENCES * shape->tag_size);
    shard->tag_in = floats_new(NET_ROWS * cells);
    shard->tag_hidden = floats_new(NET_ROWS * shape->tag_size);
    shard->tag_kept = floats_new(NET_ROWS * shape->tag_size);
    shard->d_tag = floats_new(NET_ROWS * shape->tag_size);
    shard->out = floats_new(NET_ROWS * net_outputs(shape));
    shard->top = floats_new(NET_ROWS * cells);
    shard->head = floats_new(NET_ROWS * head_size(shape));
    shard->head_kept = floats_new(NET_ROWS * head_size(shape));
    shard->d_head = floats_new(NET_ROWS * head_size(shape));
    shard->arc_head = floats_new(NET_ROWS * shape->arc_size);
    shard->d_arc_head = floats_new(NET_ROWS * shape->arc_size);
    shard->scores = floats_new(NET_ROWS * NET_COLUMNS);
    shard->label_hidden = floats_new(NET_ROWS * shape->label_size);
    shard->d_label_hidden = floats_new(NET_ROWS * shape->label_size);
    shard->labels = floats_new(NET_ROWS * label_outputs());
    shard->d_gates = floats_new(NET_ROWS * 8 * shape->cell);
    shard->d_input = floats_new(NET_ROWS * (cells > net_inputs(shape, 0) ? cells : net_inputs(shape, 0)));
    shard->gradient = floats_new(net->plan.total);
    shard->d_word = floats_new(NET_ROWS * shape->word_size);
    shard->d_affix = floats_new(NET_ROWS * shape->affix_size);
    return shard;
}

void net_shard_lay(net_shard *shard)
{
    shard->row_count = 0;
    for (size_t s = 0; s < shard->sentence_count; s++) {
        shard->start[s] = shard->row_count;
        for (size_t i = 0; i < shard->sentences[s].count; i++)
            shard->rows[shard->row_count++] = &shard->sentences[s].words[i];
    }
    shard->start[shard->sentence_count] = shard->row_count;
}

/* ---- dropout */

static void mask_draw(float *mask, size_t count, float rate, math_random *random)
{
    for (size_t i = 0; i < count; i++) mask[i] = random_unit(random) < rate ? 0 : 1 / (1 - rate);
}

/* out = in, each sentence's rows times its row of the mask. */
static void mask_apply(const net_shard *shard, const float *in, float *out, const float *mask, size_t size, bool on)
{
    if (!on) {
        memcpy(out, in, shard->row_count * size * sizeof *out);
        return;
    }
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t row = shard->start[s]; row < shard->start[s + 1]; row++)
            for (size_t i = 0; i < size; i++) out[row * size + i] = in[row * size + i] * mask[s * size + i];
}

static float row_rate(const net_shard *shard, size_t row, const net_rates *rates)
{
    if (!shard->counts) return rates->word;
    float count = (float)shard->counts[shard->rows[row]->word];
    return rates->word + (1 - rates->word) * rates->rare / (rates->rare + count);
}

static void masks_draw(const net_shape *shape, net_shard *shard, const net_rates *rates, math_random *random)
{
    for (size_t row = 0; row < shard->row_count; row++) {
        shard->word_kept[row] = !rates || random_unit(random) >= row_rate(shard, row, rates);
        shard->affix_kept[row] = !rates || random_unit(random) >= rates->affix;
    }
    if (!rates) return;
    for (size_t l = 0; l < shape->layers + 2; l++) {
        size_t size = l < shape->layers ? net_inputs(shape, l) : 2 * shape->cell;
        mask_draw(shard->mask[l], shard->sentence_count * size, l == 0 ? rates->input : rates->hidden, random);
    }
    mask_draw(shard->mlp_mask, shard->sentence_count * head_size(shape), rates->mlp, random);
    mask_draw(shard->tag_mask, shard->sentence_count * shape->tag_size, rates->mlp, random);
}

/* ---- forward */

static void bias_fill(float *out, const float *bias, size_t rows, size_t size)
{
    for (size_t row = 0; row < rows; row++) memcpy(out + row * size, bias, size * sizeof *out);
}

static void linear(const net_model *net, net_shard *shard, const float *in, size_t inputs, size_t weight, size_t bias,
                   size_t outputs, float *out)
{
    bias_fill(out, net->dense + bias, shard->row_count, outputs);
    math_multiply(shard->multiply_buffer, in, inputs, 1, net->dense + weight, outputs, out, outputs, shard->row_count,
                  inputs, outputs, 1);
}

static void input_fill(const net_model *net, net_shard *shard)
{
    const net_shape *shape = &net->shape;
    size_t word_size = shape->word_size, affix_size = shape->affix_size, size = word_size + affix_size;
    for (size_t row = 0; row < shard->row_count; row++) {
        const data_word *word = shard->rows[row];
        const float *known = net->words + (shard->word_kept[row] ? word->word : 0) * word_size;
        memcpy(shard->input + row * size, known, word_size * sizeof(float));
        float *sum = shard->affix_sum + row * affix_size;
        memset(sum, 0, affix_size * sizeof *sum);
        if (shard->affix_kept[row])
            for (size_t k = 0; k < word->affix_count; k++)
                for (size_t i = 0; i < affix_size; i++) sum[i] += net->affixes[word->affixes[k] * affix_size + i];
        for (size_t i = 0; i < affix_size; i++) sum[i] = math_tanh(sum[i]);
        memcpy(shard->input + row * size + word_size, sum, affix_size * sizeof *sum);
    }
}

static void row_tanh(float *row, size_t size)
{
    for (size_t i = 0; i < size; i++) row[i] = math_tanh(row[i]);
}

/* One direction of one sentence; the gates' inputs become the gates. */
static void recur(const float *restrict peep, float *restrict gates, float *restrict cells, float *restrict hidden,
                  const float *restrict below, size_t kinds, size_t cell, size_t start, size_t end, bool backward)
{
    float state[512] = {0};
    size_t gates_row = 2 * kinds * cell, row_size = 2 * cell;
    for (size_t step = start; step < end; step++) {
        size_t row = backward ? end - 1 - (step - start) : step;
        float *z = gates + row * gates_row, *f = z + cell, *r = f + cell, *s = r + cell;
        float *c = cells + row * row_size, *h = hidden + row * row_size;
        const float *x = kinds == 4 ? s : below + row * row_size;
        if (kinds == 4) row_tanh(s, cell);
        for (size_t i = 0; i < cell; i++) {
            z[i] = math_tanh(z[i]);
            f[i] = math_sigmoid(f[i] + peep[i] * state[i]);
            state[i] = f[i] * state[i] + (1 - f[i]) * z[i];
            c[i] = state[i];
            r[i] = math_sigmoid(r[i] + peep[cell + i] * state[i]);
            h[i] = r[i] * state[i] + (1 - r[i]) * x[i];
        }
    }
}

static void layer_forward(const net_model *net, net_shard *shard, size_t l)
{
    const net_shape *shape = &net->shape;
    size_t kinds = net_gates(l), cell = shape->cell;
    linear(net, shard, shard->dropped[l], net_inputs(shape, l), net->plan.layer_weight[l], net->plan.layer_bias[l],
           2 * kinds * cell, shard->gates[l]);
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t side = 0; side < 2; side++)
            recur(net->dense + net->plan.layer_peep[l] + side * 2 * cell, shard->gates[l] + side * kinds * cell,
                  shard->cells[l] + side * cell, shard->hidden[l] + side * cell,
                  l ? shard->hidden[l - 1] + side * cell : NULL, kinds, cell, shard->start[s], shard->start[s + 1],
                  side == 1);
}

static void tags_forward(const net_model *net, net_shard *shard, bool drop)
{
    const net_shape *shape = &net->shape;
    mask_apply(shard, shard->hidden[shape->tag_layer], shard->tag_in, shard->mask[shape->layers], 2 * shape->cell,
               drop);
    linear(net, shard, shard->tag_in, 2 * shape->cell, net->plan.tag_weight, net->plan.tag_bias, shape->tag_size,
           shard->tag_hidden);
    row_tanh(shard->tag_hidden, shard->row_count * shape->tag_size);
    mask_apply(shard, shard->tag_hidden, shard->tag_kept, shard->tag_mask, shape->tag_size, drop);
    linear(net, shard, shard->tag_kept, shape->tag_size, net->plan.out_weight, net->plan.out_bias, net_outputs(shape),
           shard->out);
}

static void scores_fill(const net_model *net, net_shard *shard, size_t s)
{
    const net_shape *shape = &net->shape;
    size_t start = shard->start[s], count = shard->start[s + 1] - start, size = head_size(shape), arc = shape->arc_size;
    float *scores = shard->scores + start * NET_COLUMNS;
    math_turn(shard->arc_head + start * arc, count, arc, shard->turned);
    math_multiply(shard->multiply_buffer, shard->head_kept + start * size, size, 1, shard->turned, count, scores + 1,
                  NET_COLUMNS, count, arc, count, 0);
    const float *root = net->dense + net->plan.arc_root, *distance = net->dense + net->plan.distance;
    for (size_t d = 0; d < count; d++) {
        const float *word = shard->head_kept + (start + d) * size;
        float score = 0;
        for (size_t i = 0; i < arc; i++) score += word[i] * root[i];
        scores[d * NET_COLUMNS] = score;
        for (size_t h = 0; h < count; h++)
            if (h != d) scores[d * NET_COLUMNS + 1 + h] += distance[network_distance(d, h)];
    }
}

static void heads_forward(const net_model *net, net_shard *shard, bool drop)
{
    const net_shape *shape = &net->shape;
    size_t size = head_size(shape), arc = shape->arc_size;
    mask_apply(shard, shard->hidden[shape->layers - 1], shard->top, shard->mask[shape->layers + 1], 2 * shape->cell,
               drop);
    linear(net, shard, shard->top, 2 * shape->cell, net->plan.head_weight, net->plan.head_bias, size, shard->head);
    for (size_t row = 0; row < shard->row_count; row++) row_tanh(shard->head + row * size, 2 * arc);
    mask_apply(shard, shard->head, shard->head_kept, shard->mlp_mask, size, drop);
    for (size_t row = 0; row < shard->row_count; row++) shard->head_kept[row * size + arc - 1] = 1;
    math_multiply(shard->multiply_buffer, shard->head_kept + arc, size, 1, net->dense + net->plan.arc_weight, arc,
                  shard->arc_head, arc, shard->row_count, arc, arc, 0);
    for (size_t s = 0; s < shard->sentence_count; s++) scores_fill(net, shard, s);
}

void net_forward(const net_model *net, net_shard *shard, const net_rates *rates, math_random *random)
{
    const net_shape *shape = &net->shape;
    masks_draw(shape, shard, rates, random);
    input_fill(net, shard);
    for (size_t l = 0; l < shape->layers; l++) {
        mask_apply(shard, l ? shard->hidden[l - 1] : shard->input, shard->dropped[l], shard->mask[l],
                   net_inputs(shape, l), rates != NULL);
        layer_forward(net, shard, l);
    }
    tags_forward(net, shard, rates != NULL);
    heads_forward(net, shard, rates != NULL);
}

static void label_hidden(const net_model *net, const net_shard *shard, size_t row, size_t head_row, float *out)
{
    const net_shape *shape = &net->shape;
    size_t size = head_size(shape), label = shape->label_size;
    const float *word = shard->head_kept + row * size + 2 * shape->arc_size;
    const float *head = shard->head_kept + head_row * size + 2 * shape->arc_size + label;
    for (size_t i = 0; i < label; i++) out[i] = math_tanh(word[i] + head[i]);
}

void net_label(const net_model *net, net_shard *shard, size_t row, size_t head_row, float *ret_scores)
{
    size_t outputs = label_outputs();
    label_hidden(net, shard, row, head_row, shard->label_hidden);
    memcpy(ret_scores, net->dense + net->plan.label_bias, outputs * sizeof *ret_scores);
    for (size_t i = 0; i < net->shape.label_size; i++)
        for (size_t k = 0; k < outputs; k++)
            ret_scores[k] += shard->label_hidden[i] * net->dense[net->plan.label_weight + i * outputs + k];
}

/* ---- backward */

/* Cross entropy: the scores become the gradient. Returns the loss. */
static float softmax_gradient(float *scores, size_t count, size_t gold, float scale)
{
    float most = scores[0], sum = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > most) most = scores[i];
    for (size_t i = 0; i < count; i++) {
        float away = scores[i] - most;
        scores[i] = math_exp(away < -60 ? -60 : away);
        sum += scores[i];
    }
    float loss = math_log(sum) - math_log(scores[gold] > 1e-30f ? scores[gold] : 1e-30f);
    for (size_t i = 0; i < count; i++) scores[i] *= scale / sum;
    scores[gold] -= scale;
    return loss;
}

/* The gradients of weights, bias and, where asked, the inputs of a linear map. */
static void linear_backward(const net_model *net, net_shard *shard, const float *in, size_t inputs, size_t weight,
                            size_t bias, size_t outputs, const float *d_out, float *d_in, bool add)
{
    math_multiply(shard->multiply_buffer, in, 1, inputs, d_out, outputs, shard->gradient + weight, outputs, inputs,
                  shard->row_count, outputs, 1);
    float *d_bias = shard->gradient + bias;
    for (size_t row = 0; row < shard->row_count; row++)
        for (size_t i = 0; i < outputs; i++) d_bias[i] += d_out[row * outputs + i];
    if (!d_in) return;
    math_turn(net->dense + weight, inputs, outputs, shard->turned);
    math_multiply(shard->multiply_buffer, d_out, outputs, 1, shard->turned, inputs, d_in, inputs, shard->row_count,
                  outputs, inputs, add);
}

/* d_sum += d_in times the mask. */
static void mask_backward(const net_shard *shard, const float *d_in, float *d_sum, const float *mask, size_t size,
                          bool on)
{
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t row = shard->start[s]; row < shard->start[s + 1]; row++)
            for (size_t i = 0; i < size; i++)
                d_sum[row * size + i] += d_in[row * size + i] * (on ? mask[s * size + i] : 1);
}

static void tanh_backward(const float *value, float *d, size_t count)
{
    for (size_t i = 0; i < count; i++) d[i] *= 1 - value[i] * value[i];
}

static void tags_backward(const net_model *net, net_shard *shard, bool drop, float scale)
{
    const net_shape *shape = &net->shape;
    size_t outputs = net_outputs(shape), size = shape->tag_size;
    for (size_t row = 0; row < shard->row_count; row++) {
        const data_word *word = shard->rows[row];
        float *out = shard->out + row * outputs;
        shard->loss += softmax_gradient(out, DRG_UPOS_COUNT, word->upos, scale);
        out += DRG_UPOS_COUNT;
        shard->loss += softmax_gradient(out, LANGUAGE_TAG_COUNT, word->tag, scale);
        out += LANGUAGE_TAG_COUNT;
        if (word->feats < shape->feats_count)
            shard->loss += softmax_gradient(out, shape->feats_count, word->feats, scale);
        else
            memset(out, 0, shape->feats_count * sizeof *out);
        out += shape->feats_count;
        memset(out, 0, (size_t)(shard->out + (row + 1) * outputs - out) * sizeof *out);
    }
    linear_backward(net, shard, shard->tag_kept, size, net->plan.out_weight, net->plan.out_bias, outputs, shard->out,
                    shard->d_tag, false);
    if (drop) mask_apply(shard, shard->d_tag, shard->d_tag, shard->tag_mask, size, true);
    tanh_backward(shard->tag_hidden, shard->d_tag, shard->row_count * size);
    linear_backward(net, shard, shard->tag_in, 2 * shape->cell, net->plan.tag_weight, net->plan.tag_bias, size,
                    shard->d_tag, shard->d_input, false);
    mask_backward(shard, shard->d_input, shard->d_hidden[shape->tag_layer], shard->mask[shape->layers], 2 * shape->cell,
                  drop);
}

static void labels_backward(const net_model *net, net_shard *shard, float scale)
{
    const net_shape *shape = &net->shape;
    size_t label = shape->label_size, outputs = label_outputs(), size = head_size(shape);
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t row = shard->start[s]; row < shard->start[s + 1]; row++) {
            size_t head = shard->rows[row]->head;
            float *hidden = shard->label_hidden + row * label;
            if (head == DATA_ROOT)
                memset(hidden, 0, label * sizeof *hidden);
            else
                label_hidden(net, shard, row, shard->start[s] + head - 1, hidden);
        }
    linear(net, shard, shard->label_hidden, label, net->plan.label_weight, net->plan.label_bias, outputs,
           shard->labels);
    for (size_t row = 0; row < shard->row_count; row++) {
        float *scores = shard->labels + row * outputs;
        memset(scores + LANGUAGE_RELATION_COUNT, 0, (outputs - LANGUAGE_RELATION_COUNT) * sizeof *scores);
        if (shard->rows[row]->head == DATA_ROOT)
            memset(scores, 0, LANGUAGE_RELATION_COUNT * sizeof *scores);
        else
            shard->loss += softmax_gradient(scores, LANGUAGE_RELATION_COUNT, shard->rows[row]->relation, scale);
    }
    linear_backward(net, shard, shard->label_hidden, label, net->plan.label_weight, net->plan.label_bias, outputs,
                    shard->labels, shard->d_label_hidden, false);
    tanh_backward(shard->label_hidden, shard->d_label_hidden, shard->row_count * label);
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t row = shard->start[s]; row < shard->start[s + 1]; row++) {
            size_t head = shard->rows[row]->head;
            if (head == DATA_ROOT) continue;
            const float *d = shard->d_label_hidden + row * label;
            float *d_word = shard->d_head + row * size + 2 * shape->arc_size;
            float *d_top = shard->d_head + (shard->start[s] + head - 1) * size + 2 * shape->arc_size + label;
            for (size_t i = 0; i < label; i++) d_word[i] += d[i], d_top[i] += d[i];
        }
}

static void scores_backward(const net_model *net, net_shard *shard, size_t s, float scale)
{
    const net_shape *shape = &net->shape;
    size_t start = shard->start[s], count = shard->start[s + 1] - start, size = head_size(shape), arc = shape->arc_size;
    float *scores = shard->scores + start * NET_COLUMNS, *d_root = shard->gradient + net->plan.arc_root;
    float *d_distance = shard->gradient + net->plan.distance;
    const float *root = net->dense + net->plan.arc_root;
    for (size_t d = 0; d < count; d++) {
        float *row = scores + d * NET_COLUMNS;
        const float *word = shard->head_kept + (start + d) * size;
        row[d + 1] = -1e9f;
        shard->loss += softmax_gradient(row, count + 1, shard->rows[start + d]->head, scale);
        row[d + 1] = 0;
        for (size_t h = 0; h < count; h++)
            if (h != d) d_distance[network_distance(d, h)] += row[h + 1];
        for (size_t i = 0; i < arc; i++) d_root[i] += row[0] * word[i];
    }
    math_multiply(shard->multiply_buffer, scores + 1, NET_COLUMNS, 1, shard->arc_head + start * arc, arc,
                  shard->d_head + start * size, size, count, count, arc, 1);
    for (size_t d = 0; d < count; d++)
        for (size_t i = 0; i < arc; i++) shard->d_head[(start + d) * size + i] += scores[d * NET_COLUMNS] * root[i];
    math_multiply(shard->multiply_buffer, scores + 1, 1, NET_COLUMNS, shard->head_kept + start * size, size,
                  shard->d_arc_head + start * arc, arc, count, count, arc, 0);
}

static void heads_backward(const net_model *net, net_shard *shard, bool drop, float scale)
{
    const net_shape *shape = &net->shape;
    size_t size = head_size(shape), arc = shape->arc_size;
    memset(shard->d_head, 0, shard->row_count * size * sizeof(float));
    labels_backward(net, shard, scale);
    for (size_t s = 0; s < shard->sentence_count; s++) scores_backward(net, shard, s, scale);
    math_multiply(shard->multiply_buffer, shard->head_kept + arc, 1, size, shard->d_arc_head, arc,
                  shard->gradient + net->plan.arc_weight, arc, arc, shard->row_count, arc, 1);
    math_turn(net->dense + net->plan.arc_weight, arc, arc, shard->turned);
    math_multiply(shard->multiply_buffer, shard->d_arc_head, arc, 1, shard->turned, arc, shard->d_head + arc, size,
                  shard->row_count, arc, arc, 1);
    if (drop) mask_apply(shard, shard->d_head, shard->d_head, shard->mlp_mask, size, true);
    for (size_t row = 0; row < shard->row_count; row++) {
        tanh_backward(shard->head + row * size, shard->d_head + row * size, 2 * arc);
        shard->d_head[row * size + arc - 1] = 0;
    }
    linear_backward(net, shard, shard->top, 2 * shape->cell, net->plan.head_weight, net->plan.head_bias, size,
                    shard->d_head, shard->d_input, false);
    mask_backward(shard, shard->d_input, shard->d_hidden[shape->layers - 1], shard->mask[shape->layers + 1],
                  2 * shape->cell, drop);
}

/* One direction of one sentence, backwards in its time. */
static void recur_backward(const float *restrict peep, const float *restrict gates, const float *restrict cells,
                           const float *restrict below, const float *restrict d_hidden, float *restrict d_gates,
                           float *restrict d_peep, float *restrict d_below, size_t kinds, size_t cell, size_t start,
                           size_t end, bool backward)
{
    float carry[512] = {0};
    static const float nothing[512];
    size_t gates_row = 2 * kinds * cell, row_size = 2 * cell;
    for (size_t step = end; step-- > start;) {
        size_t row = backward ? end - 1 - (step - start) : step;
        const float *z = gates + row * gates_row, *f = z + cell, *r = f + cell, *s = r + cell;
        const float *c = cells + row * row_size, *d_h = d_hidden + row * row_size;
        const float *before = step == start ? nothing : backward ? c + row_size : c - row_size;
        const float *x = kinds == 4 ? s : below + row * row_size;
        float *d_z = d_gates + row * gates_row, *d_f = d_z + cell, *d_r = d_f + cell, *d_s = d_r + cell;
        float *d_x = kinds == 4 ? d_s : d_below + row * row_size;
        for (size_t i = 0; i < cell; i++) {
            float d_c = carry[i] + d_h[i] * r[i];
            d_r[i] = d_h[i] * (c[i] - x[i]) * r[i] * (1 - r[i]);
            d_c += d_r[i] * peep[cell + i];
            d_peep[cell + i] += d_r[i] * c[i];
            d_f[i] = d_c * (before[i] - z[i]) * f[i] * (1 - f[i]);
            d_peep[i] += d_f[i] * before[i];
            d_z[i] = d_c * (1 - f[i]) * (1 - z[i] * z[i]);
            carry[i] = d_c * f[i] + d_f[i] * peep[i];
            if (kinds == 4)
                d_x[i] = d_h[i] * (1 - r[i]) * (1 - x[i] * x[i]);
            else
                d_x[i] += d_h[i] * (1 - r[i]);
        }
    }
}

static void layer_backward(const net_model *net, net_shard *shard, size_t l, bool drop)
{
    const net_shape *shape = &net->shape;
    size_t kinds = net_gates(l), cell = shape->cell;
    for (size_t s = 0; s < shard->sentence_count; s++)
        for (size_t side = 0; side < 2; side++)
            recur_backward(net->dense + net->plan.layer_peep[l] + side * 2 * cell,
                           shard->gates[l] + side * kinds * cell, shard->cells[l] + side * cell,
                           l ? shard->hidden[l - 1] + side * cell : NULL, shard->d_hidden[l] + side * cell,
                           shard->d_gates + side * kinds * cell,
                           shard->gradient + net->plan.layer_peep[l] + side * 2 * cell,
                           l ? shard->d_hidden[l - 1] + side * cell : NULL, kinds, cell, shard->start[s],
                           shard->start[s + 1], side == 1);
    linear_backward(net, shard, shard->dropped[l], net_inputs(shape, l), net->plan.layer_weight[l],
                    net->plan.layer_bias[l], 2 * kinds * cell, shard->d_gates, shard->d_input, false);
    if (l)
        mask_backward(shard, shard->d_input, shard->d_hidden[l - 1], shard->mask[l], 2 * cell, drop);
    else if (drop)
        mask_apply(shard, shard->d_input, shard->d_input, shard->mask[0], net_inputs(shape, 0), true);
}

static void input_backward(const net_model *net, net_shard *shard)
{
    size_t word_size = net->shape.word_size, affix_size = net->shape.affix_size, size = word_size + affix_size;
    for (size_t row = 0; row < shard->row_count; row++) {
        const float *d = shard->d_input + row * size, *sum = shard->affix_sum + row * affix_size;
        memcpy(shard->d_word + row * word_size, d, word_size * sizeof *d);
        for (size_t i = 0; i < affix_size; i++)
            shard->d_affix[row * affix_size + i] = d[word_size + i] * (1 - sum[i] * sum[i]);
    }
}

void net_backward(const net_model *net, net_shard *shard, const net_rates *rates, float scale)
{
    const net_shape *shape = &net->shape;
    shard->loss = 0;
    memset(shard->gradient, 0, net->plan.total * sizeof(float));
    for (size_t l = 0; l < shape->layers; l++)
        memset(shard->d_hidden[l], 0, shard->row_count * 2 * shape->cell * sizeof(float));
    heads_backward(net, shard, rates != NULL, scale);
    tags_backward(net, shard, rates != NULL, scale);
    for (size_t l = shape->layers; l-- > 0;) layer_backward(net, shard, l, rates != NULL);
    input_backward(net, shard);
}

void net_shard_free(net_shard *shard)
{
    float **const parts[] = {&shard->multiply_buffer,
                             &shard->turned,
                             &shard->affix_sum,
                             &shard->input,
                             &shard->mlp_mask,
                             &shard->tag_mask,
                             &shard->tag_in,
                             &shard->tag_hidden,
                             &shard->tag_kept,
                             &shard->out,
                             &shard->top,
                             &shard->head,
                             &shard->head_kept,
                             &shard->arc_head,
                             &shard->scores,
                             &shard->labels,
                             &shard->label_hidden,
                             &shard->d_gates,
                             &shard->d_input,
                             &shard->d_head,
                             &shard->d_arc_head,
                             &shard->d_tag,
                             &shard->d_label_hidden,
                             &shard->gradient,
                             &shard->d_word,
                             &shard->d_affix};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) free(*parts[i]);
    for (size_t l = 0; l < NET_LAYERS; l++) {
        free(shard->dropped[l]);
        free(shard->gates[l]);
        free(shard->cells[l]);
        free(shard->hidden[l]);
        free(shard->d_hidden[l]);
    }
    for (size_t l = 0; l < NET_LAYERS + 2; l++) free(shard->mask[l]);
    free(shard);
}
