/* SPDX-License-Identifier: Apache-2.0
 *
 * CoNLL-U treebanks go in, numbered sentences come out, for the parser's trainer.
 */
#include "parser_data.h"

#include <stdio.h>
#include <stdlib.h>

static jmp_buf escape;

static void fail(const char *message)
{
    fprintf(stderr, "parser_train: %s\n", message);
    exit(1);
}

static void arena_start(base_arena *arena)
{
    if (setjmp(escape)) fail("out of memory");
    base_arena_open(arena, 0, &escape);
}

static bool genre_wanted(drg_text line, const char *genres)
{
    while (*genres) {
        size_t size = strcspn(genres, ",");
        for (size_t at = 0; at + size <= line.size; at++)
            if (memcmp(line.data + at, genres, size) == 0) return true;
        genres += size + (genres[size] == ',');
    }
    return false;
}

/* Appends the wanted documents of a file. */
static size_t text_append(char *out, size_t size, drg_text text, const char *genres)
{
    bool wanted = true;
    for (size_t at = 0; at < text.size;) {
        const char *end = memchr(text.data + at, '\n', text.size - at);
        size_t stop = end ? (size_t)(end - text.data) + 1 : text.size;
        drg_text line = base_text_slice(text, at, stop);
        if (genres && base_text_starts(line, BASE_LITERAL("# newdoc id"))) wanted = genre_wanted(line, genres);
        if (wanted) {
            memcpy(out + size, line.data, line.size);
            size += line.size;
        }
        at = stop;
    }
    return size;
}

static void sentence_fill(data_set *set, const drg_sentence *from, data_sentence *to)
{
    to->count = from->token_count;
    to->words = BASE_ARRAY(&set->document.arena, data_word, to->count);
    for (size_t i = 0; i < to->count; i++) {
        const drg_token *token = &set->document.tokens.items[from->first_token + i];
        data_word *word = &to->words[i];
        word->wording = record_wording(&set->document, token->span);
        word->lemma = token->lemma;
        word->head = (uint16_t)(token->head == DRG_NONE ? DATA_ROOT : token->head - from->first_token + 1);
        word->upos = token->upos;
        word->tag = token->tag;
        word->relation = token->relation;
    }
    set->word_count += to->count;
}

void data_read(data_set *set, const char *const *paths, size_t path_count, const char *genres)
{
    memset(set, 0, sizeof *set);
    arena_start(&set->document.arena);
    base_arena *arena = &set->document.arena;
    drg_error error;
    char *text = malloc(BOUND_DOCUMENT_BYTES);
    if (!text) fail("out of memory");
    size_t size = 0;
    for (size_t i = 0; i < path_count; i++) {
        drg_text file;
        if (base_file_read(arena, paths[i], BOUND_DOCUMENT_BYTES, &file, &error)) fail(error.message);
        if (size + file.size > BOUND_DOCUMENT_BYTES) fail("the treebanks are larger than 64 MiB");
        size = text_append(text, size, file, genres);
    }
    if (language_read_conllu(arena, &set->document, (drg_text){text, size}, &error)) fail(error.message);
    set->count = set->document.sentences.count;
    set->sentences = BASE_ARRAY(arena, data_sentence, set->count);
    for (size_t i = 0; i < set->count; i++) sentence_fill(set, &set->document.sentences.items[i], &set->sentences[i]);
    free(text);
}

static drg_text word_form(const features_word *features)
{
    return (drg_text){features->form, features->form_size};
}

static void names_collect(data_names *names, base_arena *arena, const data_set *set, base_map *counts)
{
    BASE_VECTOR(drg_text) feats = {0};
    for (size_t i = 0; i < set->document.tokens.count; i++) {
        const drg_token *token = &set->document.tokens.items[i];
        features_word features;
        features_read(record_wording(&set->document, token->span), &features);
        drg_text form = word_form(&features);
        if (form.size) {
            if (base_map_get(counts, form) == DRG_NONE) form = base_text_copy(arena, form);
            ++*base_map_put(arena, counts, form, 0);
        }
        if (base_map_get(&names->feats_map, token->feats) != DRG_NONE) continue;
        drg_text bundle = base_text_copy(&names->arena, token->feats);
        *base_map_put(&names->arena, &names->feats_map, bundle, 0) = (uint32_t)feats.count;
        base_push(&names->arena, &feats) = bundle;
    }
    names->feats = feats.items;
    names->feats_count = feats.count;
}

void data_names_make(data_names *names, const data_set *set, size_t least, uint32_t buckets)
{
    memset(names, 0, sizeof *names);
    arena_start(&names->arena);
    base_arena arena;
    arena_start(&arena);
    base_map counts = {0};
    names->buckets = buckets;
    names_collect(names, &arena, set, &counts);
    BASE_VECTOR(drg_text) words = {0};
    base_push(&names->arena, &words) = (drg_text){"", 0};
    for (size_t i = 0; i < set->document.tokens.count; i++) { /* in the order of the text */
        features_word features;
        features_read(record_wording(&set->document, set->document.tokens.items[i].span), &features);
        drg_text form = word_form(&features);
        if (!form.size || base_map_get(&counts, form) < least) continue;
        if (base_map_get(&names->word_map, form) != DRG_NONE) continue;
        form = base_text_copy(&names->arena, form);
        *base_map_put(&names->arena, &names->word_map, form, 0) = (uint32_t)words.count;
        base_push(&names->arena, &words) = form;
    }
    names->words = words.items;
    names->word_count = words.count;
    base_arena_close(&arena);
}

void data_word_number(const data_names *names, data_word *word)
{
    features_word features;
    features_read(word->wording, &features);
    uint32_t row = features.form_size ? base_map_get(&names->word_map, word_form(&features)) : DRG_NONE;
    word->word = row == DRG_NONE ? 0 : row;
    word->affix_count = features.affix_count;
    for (size_t k = 0; k < features.affix_count; k++) word->affixes[k] = features.affixes[k] & (names->buckets - 1);
}

void data_number(const data_names *names, data_set *set)
{
    const drg_token *token = set->document.tokens.items;
    for (size_t i = 0; i < set->count; i++)
        for (size_t k = 0; k < set->sentences[i].count; k++, token++) {
            data_word *word = &set->sentences[i].words[k];
            data_word_number(names, word);
            word->feats = (uint16_t)base_map_get(&names->feats_map, token->feats);
        }
}

static size_t word_kind(const data_names *names, const data_word *word)
{
    return word->tag * names->feats_count + word->feats;
}

static bool is_content(const data_word *word)
{
    static const uint8_t tags[] = {LANGUAGE_TAG_NN,  LANGUAGE_TAG_NNS, LANGUAGE_TAG_NNP, LANGUAGE_TAG_NNPS,
                                   LANGUAGE_TAG_JJ,  LANGUAGE_TAG_VB,  LANGUAGE_TAG_VBD, LANGUAGE_TAG_VBP,
                                   LANGUAGE_TAG_VBZ, LANGUAGE_TAG_VBN, LANGUAGE_TAG_VBG};
    if (word->upos == DRG_AUX || word->feats == UINT16_MAX || word->wording.size < 4) return false;
    return memchr(tags, word->tag, sizeof tags) != NULL;
}

void data_peers_make(data_names *names, const data_set *set)
{
    size_t kind_count = LANGUAGE_TAG_COUNT * names->feats_count;
    names->kinds = BASE_ARRAY(&names->arena, size_t, kind_count + 1);
    names->peers = BASE_ARRAY(&names->arena, drg_text, set->word_count);
    names->counts = BASE_ARRAY(&names->arena, uint32_t, names->word_count);
    base_map *seen = BASE_ARRAY(&names->arena, base_map, kind_count);
    for (int pass = 0; pass < 2; pass++) {
        size_t *next = BASE_ARRAY(&names->arena, size_t, kind_count);
        for (size_t s = 0; s < set->count; s++)
            for (size_t i = 0; i < set->sentences[s].count; i++) {
                const data_word *word = &set->sentences[s].words[i];
                if (pass == 0) names->counts[word->word]++;
                if (!is_content(word)) continue;
                size_t kind = word_kind(names, word);
                uint32_t *times = base_map_put(&names->arena, &seen[kind], word->wording, 0);
                if (pass == 0 && (*times)++ == 0) names->kinds[kind + 1]++;
                if (pass == 1 && *times) {
                    names->peers[names->kinds[kind] + next[kind]++] = word->wording;
                    *times = 0;
                }
            }
        for (size_t kind = 0; kind < kind_count && pass == 0; kind++) names->kinds[kind + 1] += names->kinds[kind];
    }
}

drg_text data_peer(const data_names *names, uint16_t tag, const char *feats, math_random *random)
{
    uint32_t bundle = base_map_get(&names->feats_map, base_text_from(feats));
    if (bundle == DRG_NONE) return (drg_text){NULL, 0};
    size_t kind = tag * names->feats_count + bundle, count = names->kinds[kind + 1] - names->kinds[kind];
    return count ? names->peers[names->kinds[kind] + random_below(random, count)] : (drg_text){NULL, 0};
}

static bool is_capital(drg_text wording)
{
    return wording.data[0] >= 'A' && wording.data[0] <= 'Z';
}

data_sentence data_exchange(const data_names *names, base_arena *arena, const data_sentence *sentence, float rate,
                            math_random *random)
{
    data_sentence copy = {BASE_ARRAY(arena, data_word, sentence->count), sentence->count};
    memcpy(copy.words, sentence->words, sentence->count * sizeof *copy.words);
    for (size_t i = 0; i < copy.count; i++) {
        data_word *word = &copy.words[i];
        if (!is_content(word) || random_unit(random) >= rate) continue;
        size_t kind = word_kind(names, word), count = names->kinds[kind + 1] - names->kinds[kind];
        if (count == 0) continue;
        drg_text peer = names->peers[names->kinds[kind] + random_below(random, count)];
        if (is_capital(peer) != is_capital(word->wording)) continue;
        word->wording = peer;
        data_word_number(names, word);
    }
    return copy;
}

enum { VARY_CAPITALS, VARY_SMALL, VARY_HEADLINE, VARY_TERSE, VARY_NO_STOP };

static drg_text wording_vary(base_arena *arena, drg_text wording, int how, size_t index)
{
    char *copy = base_arena_take(arena, wording.size + 1);
    memcpy(copy, wording.data, wording.size);
    for (size_t i = 0; i < wording.size; i++) {
        char byte = copy[i];
        bool small = byte >= 'a' && byte <= 'z', capital = byte >= 'A' && byte <= 'Z';
        if (small && (how == VARY_CAPITALS || (how == VARY_HEADLINE && i == 0 && (wording.size > 3 || index == 0))))
            copy[i] = (char)(byte - 32);
        if (capital && how == VARY_SMALL) copy[i] = (char)(byte + 32);
    }
    return (drg_text){copy, wording.size};
}

/* Whether the last word is a full stop on which nothing hangs. */
static bool stop_is_loose(const data_sentence *sentence)
{
    size_t last = sentence->count - 1;
    if (sentence->count < 3 || !base_text_is(sentence->words[last].wording, ".")) return false;
    for (size_t i = 0; i < last; i++)
        if (sentence->words[i].head == last + 1) return false;
    return sentence->words[last].head != DATA_ROOT;
}

void data_words_drop(data_sentence *sentence, const bool *gone)
{
    uint16_t place[BOUND_SENTENCE_TOKENS + 1] = {0}, kept = 0; /* new place of each head, the root's is 0 */
    for (size_t i = 0; i < sentence->count; i++)
        if (!gone[i]) place[i + 1] = ++kept;
    for (size_t i = 0; i < sentence->count; i++) {
        if (!place[i + 1]) continue;
        data_word *word = &sentence->words[place[i + 1] - 1];
        *word = sentence->words[i];
        word->head = place[word->head];
    }
    sentence->count = kept;
}

/* Leaves out the articles on which nothing hangs, as headlines do. */
static void articles_drop(data_sentence *sentence)
{
    bool needed[BOUND_SENTENCE_TOKENS + 1] = {false}, gone[BOUND_SENTENCE_TOKENS];
    for (size_t i = 0; i < sentence->count; i++) needed[sentence->words[i].head] = true;
    for (size_t i = 0; i < sentence->count; i++) {
        const data_word *word = &sentence->words[i];
        bool article = word->tag == LANGUAGE_TAG_DT && word->relation == LANGUAGE_DET && word->wording.size <= 3 &&
                       !base_text_is(word->wording, "all") && !base_text_is(word->wording, "any") &&
                       !base_text_is(word->wording, "no");
        gone[i] = article && !needed[i + 1];
    }
    data_words_drop(sentence, gone);
}

data_sentence data_vary(const data_names *names, base_arena *arena, const data_sentence *sentence, math_random *random)
{
    static const int ways[] = {VARY_CAPITALS, VARY_SMALL, VARY_HEADLINE, VARY_TERSE, VARY_TERSE, VARY_NO_STOP};
    int how = ways[random_below(random, sizeof ways / sizeof *ways)];
    data_sentence copy = {BASE_ARRAY(arena, data_word, sentence->count), sentence->count};
    memcpy(copy.words, sentence->words, sentence->count * sizeof *copy.words);
    if (how == VARY_NO_STOP || how == VARY_HEADLINE || how == VARY_TERSE)
        if (stop_is_loose(sentence)) copy.count--;
    if (how == VARY_TERSE) articles_drop(&copy);
    if (how == VARY_TERSE || how == VARY_NO_STOP) return copy;
    for (size_t i = 0; i < copy.count; i++) {
        copy.words[i].wording = wording_vary(arena, copy.words[i].wording, how, i);
        data_word_number(names, &copy.words[i]);
    }
    return copy;
}
