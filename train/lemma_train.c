/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the training halves of the EWT and GUM treebanks. Out: models/lemma.model, the rules of lemmas.
 *
 *     lemma_train TREEBANK_FOLDER DATA_FOLDER MODEL_FILE
 *
 * Each (form, tag) votes for the edit scripts seen with it; the most frequent one is its rule. The regular forms of
 * each verb and noun that was seen are added, so that "provoking" is known where only "provoke" was read. Ends of forms
 * then get the script of most of the types that have them, and rules that say no more than a shorter end are dropped.
 * Prints the share of right lemmas on the development halves, with their own tags. Some seconds.
 */
#include <stdio.h>
#include <stdlib.h>

#include "language/language.h"
#include "language/lemma.h"
#include "train_read.h"

enum {
    OFTEN = 8,        /* forms seen as often are kept even where their end says the same: they are found sooner */
    FIRST_WEIGHT = 8, /* where the treebanks differ ("United" or "Unite") EWT decides */
    LIST_WEIGHT = 12  /* our list outvotes a slip of theirs that stands alone ("freed" as "fre") */
};

typedef struct lemma_vote {
    uint32_t script, count, next; /* next: of the same key */
} lemma_vote;

/* Keys, and the votes of each. */
typedef struct lemma_ballot {
    base_map places;
    BASE_VECTOR(drg_text) keys;
    BASE_VECTOR(uint32_t) first; /* vote of a key */
    BASE_VECTOR(lemma_vote) votes;
} lemma_ballot;

typedef struct lemma_trainer {
    base_arena arena;
    base_map script_places;
    BASE_VECTOR(lemma_script) scripts;
    lemma_ballot whole, exact, ends;
    base_map base_places;
    BASE_VECTOR(drg_text) bases; /* "V", "N" or "J", then the lemma */
    BASE_VECTOR(drg_text) rule_keys;
    BASE_VECTOR(uint32_t) rule_scripts;
    base_map rules;
} lemma_trainer;

static void cast(base_arena *arena, lemma_ballot *ballot, drg_text key, uint32_t script, uint32_t weight)
{
    uint32_t place = base_map_get(&ballot->places, key);
    if (place == DRG_NONE) {
        place = (uint32_t)ballot->keys.count;
        drg_text kept = base_text_copy(arena, key);
        *base_map_put(arena, &ballot->places, kept, 0) = place;
        base_push(arena, &ballot->keys) = kept;
        base_push(arena, &ballot->first) = DRG_NONE;
    }
    uint32_t last = DRG_NONE;
    for (uint32_t at = ballot->first.items[place]; at != DRG_NONE; at = ballot->votes.items[at].next) {
        last = at;
        if (ballot->votes.items[at].script != script) continue;
        ballot->votes.items[at].count += weight;
        return;
    }
    uint32_t added = (uint32_t)ballot->votes.count;
    base_push(arena, &ballot->votes) = (lemma_vote){script, weight, DRG_NONE};
    if (last == DRG_NONE)
        ballot->first.items[place] = added;
    else
        ballot->votes.items[last].next = added;
}

/* The script with most votes, the first seen among equals, and how many votes there were. */
static uint32_t elect(const lemma_ballot *ballot, size_t place, uint32_t *ret_total)
{
    uint32_t best = DRG_NONE, most = 0;
    *ret_total = 0;
    for (uint32_t at = ballot->first.items[place]; at != DRG_NONE; at = ballot->votes.items[at].next) {
        const lemma_vote *vote = &ballot->votes.items[at];
        *ret_total += vote->count;
        if (vote->count > most) best = vote->script, most = vote->count;
    }
    return best;
}

/* ---------------------------------------------------------------- scripts */

static lemma_script script_between(drg_text base, drg_text lemma, lemma_letters letters)
{
    size_t common = 0;
    while (common < base.size && common < lemma.size && base.data[common] == lemma.data[common]) common++;
    lemma_script script = {.letters = (uint8_t)letters, .strip = 255};
    if (base.size - common > 200 || lemma.size - common > LEMMA_APPEND) return script;
    script.strip = (uint8_t)(base.size - common);
    script.size = (uint8_t)(lemma.size - common);
    memcpy(script.append, lemma.data + common, script.size);
    return script;
}

/* The shortest script; lower case before letters as they are before a capital. DRG_NONE when none is short enough. */
static uint32_t script_of(lemma_trainer *trainer, drg_text form, drg_text lower, drg_text lemma)
{
    drg_text capital = base_text_copy(&trainer->arena, lower);
    if (capital.size && capital.data[0] >= 'a' && capital.data[0] <= 'z') ((char *)capital.data)[0] -= 32;
    lemma_script tries[] = {script_between(lower, lemma, LEMMA_LOWER), script_between(form, lemma, LEMMA_KEEP),
                            script_between(capital, lemma, LEMMA_CAPITAL)};
    lemma_script best = tries[0];
    for (int i = 1; i < 3; i++)
        if (tries[i].strip + tries[i].size < best.strip + best.size) best = tries[i];
    if (best.strip == 255) return DRG_NONE;
    drg_text key = base_text_copy(&trainer->arena, (drg_text){(const char *)&best, sizeof best});
    uint32_t *place = base_map_put(&trainer->arena, &trainer->script_places, key, DRG_NONE);
    if (*place == DRG_NONE) {
        *place = (uint32_t)trainer->scripts.count;
        base_push(&trainer->arena, &trainer->scripts) = best;
    }
    return *place;
}

static void learn_word(lemma_trainer *trainer, lemma_ballot *ballot, drg_text key_form, drg_text tag, uint32_t script,
                       uint32_t weight)
{
    char buffer[LEMMA_KEY];
    drg_text key = lemma_key(buffer, "", key_form, tag);
    if (key.size) cast(&trainer->arena, ballot, key, script, weight);
}

static bool is_base(drg_text lemma)
{
    if (lemma.size < 3 || lemma.size > 20) return false;
    for (size_t i = 0; i < lemma.size; i++)
        if (lemma.data[i] < 'a' || lemma.data[i] > 'z') return false;
    return true;
}

/* "german" is "German"; other adjectives that were only read with a capital stood in titles. */
static bool is_of_people(drg_text lower, drg_text tag)
{
    return base_text_is(tag, "JJ") &&
           (base_text_ends(lower, BASE_LITERAL("an")) || base_text_ends(lower, BASE_LITERAL("ese")) ||
            base_text_ends(lower, BASE_LITERAL("ish")) || base_text_ends(lower, BASE_LITERAL("ch")));
}

static void learn_token(lemma_trainer *trainer, const drg_document *document, const drg_token *token, uint32_t weight)
{
    drg_text form = record_wording(document, token->span), lemma = token->lemma;
    if (base_text_is(token->xpos, "GW") || lemma.size == 0) return; /* parts of a word that was torn apart */
    drg_text lower = base_text_lower(&trainer->arena, form);
    uint32_t script = script_of(trainer, form, lower, lemma), from_lower = script_of(trainer, lower, lower, lemma);
    if (script == DRG_NONE || from_lower == DRG_NONE) return;
    bool name = base_text_starts(token->xpos, BASE_LITERAL("NNP")); /* "mexico" is "Mexico" */
    bool capital = name || is_of_people(lower, token->xpos);
    learn_word(trainer, &trainer->whole, lower, token->xpos, capital ? from_lower : script, weight);
    learn_word(trainer, &trainer->exact, form, token->xpos, script, weight);
    bool verb = base_text_starts(token->xpos, BASE_LITERAL("VB"));
    bool noun = base_text_is(token->xpos, "NN"), adjective = base_text_is(token->xpos, "JJ");
    if (!(verb || noun || adjective) || !is_base(lemma)) return;
    const char *kind = verb ? "V" : noun ? "N" : "J";
    drg_text key = base_text_format(&trainer->arena, "%s%.*s", kind, (int)lemma.size, lemma.data);
    uint32_t *place = base_map_put(&trainer->arena, &trainer->base_places, key, DRG_NONE);
    if (*place != DRG_NONE) return;
    *place = (uint32_t)trainer->bases.count;
    base_push(&trainer->arena, &trainer->bases) = key;
}

/* ---------------------------------------------------------------- regular forms */

static bool is_vowel(char letter)
{
    return strchr("aeiou", letter) != NULL;
}

/* A form that no treebank showed. */
static void add_form(lemma_trainer *trainer, drg_text form, drg_text base, const char *tag)
{
    char buffer[LEMMA_KEY];
    drg_text key = lemma_key(buffer, "", form, base_text_from(tag));
    uint32_t script = script_of(trainer, form, form, base);
    if (key.size && script != DRG_NONE && base_map_get(&trainer->whole.places, key) == DRG_NONE)
        cast(&trainer->arena, &trainer->whole, key, script, 1);
}

static void add_regular(lemma_trainer *trainer, drg_text base, size_t keep, const char *append, const char *tag)
{
    add_form(trainer, base_text_format(&trainer->arena, "%.*s%s", (int)keep, base.data, append), base, tag);
}

static void add_s(lemma_trainer *trainer, drg_text base, const char *tag)
{
    char last = base.data[base.size - 1], before = base.data[base.size - 2];
    bool hiss = strchr("sxz", last) || (last == 'h' && strchr("cs", before)) || (last == 'o' && !is_vowel(before));
    if (last == 'y' && !is_vowel(before))
        add_regular(trainer, base, base.size - 1, "ies", tag);
    else
        add_regular(trainer, base, base.size, hiss ? "es" : "s", tag);
}

/* Does the last letter double before an ending: one vowel, then one consonant? */
static bool may_double(drg_text base)
{
    char last = base.data[base.size - 1], before = base.data[base.size - 2], third = base.data[base.size - 3];
    return !is_vowel(last) && !strchr("wxy", last) && is_vowel(before) && !is_vowel(third);
}

static bool has_two_syllables(drg_text base)
{
    size_t vowels = 0;
    for (size_t i = 0; i < base.size; i++) vowels += is_vowel(base.data[i]) && (i == 0 || !is_vowel(base.data[i - 1]));
    return vowels > 1;
}

static void add_past_and_gerund_of(lemma_trainer *trainer, drg_text base, size_t stem, const char *past,
                                   size_t gerund_stem, const char *gerund)
{
    add_regular(trainer, base, stem, past, "VBD");
    add_regular(trainer, base, stem, past, "VBN");
    add_regular(trainer, base, gerund_stem, gerund, "VBG");
}

/* "-ed" and "-ing". Where the last letter may double it is added doubled, and in longer verbs plain as well: one of
 * "visited" and "visitted" is never met. */
static void add_past_and_gerund(lemma_trainer *trainer, drg_text base)
{
    char last = base.data[base.size - 1], before = base.data[base.size - 2];
    size_t stem = base.size;
    if (last == 'e') {
        bool kept = strchr("eoy", before) != NULL, tie = before == 'i';
        size_t gerund_stem = tie ? stem - 2 : kept ? stem : stem - 1;
        add_past_and_gerund_of(trainer, base, stem, "d", gerund_stem, tie ? "ying" : "ing");
    } else if (last == 'y' && !is_vowel(before)) {
        add_past_and_gerund_of(trainer, base, stem - 1, "ied", stem, "ing");
    } else if (may_double(base)) {
        char past[] = {last, 'e', 'd', '\0'}, gerund[] = {last, 'i', 'n', 'g', '\0'};
        add_past_and_gerund_of(trainer, base, stem, past, stem, gerund);
        if (has_two_syllables(base)) add_past_and_gerund_of(trainer, base, stem, "ed", stem, "ing");
    } else {
        add_past_and_gerund_of(trainer, base, stem, "ed", stem, "ing");
    }
}

static void add_comparison(lemma_trainer *trainer, drg_text base)
{
    static const char *const tags[] = {"JJR", "JJS"}, *const endings[] = {"er", "est"};
    char last = base.data[base.size - 1];
    if (base.size > 8) return;
    for (int i = 0; i < 2; i++) {
        char doubled[] = {last, 'e', i ? 's' : 'r', i ? 't' : '\0', '\0'};
        if (last == 'e')
            add_regular(trainer, base, base.size - 1, endings[i], tags[i]);
        else if (last == 'y')
            add_regular(trainer, base, base.size - 1, i ? "iest" : "ier", tags[i]);
        else
            add_regular(trainer, base, base.size, may_double(base) ? doubled : endings[i], tags[i]);
    }
}

/* A verb that no treebank showed, all of whose forms are regular. */
static void add_regular_verb(lemma_trainer *trainer, drg_text base)
{
    drg_text key = base_text_format(&trainer->arena, "V%.*s", (int)base.size, base.data);
    uint32_t *place = base_map_put(&trainer->arena, &trainer->base_places, key, DRG_NONE);
    if (*place != DRG_NONE) return;
    *place = (uint32_t)trainer->bases.count;
    base_push(&trainer->arena, &trainer->bases) = key;
}

/* A form of our list, seen in the treebanks or not. */
static void add_listed(lemma_trainer *trainer, drg_text form, drg_text base, const char *tag)
{
    uint32_t script = script_of(trainer, form, form, base);
    if (script == DRG_NONE) return;
    learn_word(trainer, &trainer->whole, form, base_text_from(tag), script, LIST_WEIGHT);
    learn_word(trainer, &trainer->exact, form, base_text_from(tag), script, LIST_WEIGHT);
}

/* The lines of irregular-forms.txt: "verb base past participle", "verb base" of a regular one, and "noun singular
 * plural", parted by tabs. */
static drg_status add_irregular_line(lemma_trainer *trainer, drg_text line, const char *path, size_t number,
                                     drg_error *error)
{
    drg_text columns[4] = {{0}};
    size_t count = 0;
    for (size_t at = 0; at <= line.size && count < 4; count++) {
        size_t end = at;
        while (end < line.size && line.data[end] != '\t') end++;
        columns[count] = base_text_slice(line, at, end);
        at = end + 1;
    }
    if (base_text_is(columns[0], "verb") && count == 4) {
        add_listed(trainer, columns[2], columns[1], "VBD");
        add_listed(trainer, columns[3], columns[1], "VBN");
    } else if (base_text_is(columns[0], "verb") && count == 2 && is_base(columns[1])) {
        add_regular_verb(trainer, columns[1]);
    } else if (base_text_is(columns[0], "noun") && count == 3) {
        add_form(trainer, columns[2], columns[1], "NNS");
    } else {
        return base_fail(error, DRG_ERROR_FORMAT,
                         "%s line %zu: expected a verb with two forms or none, or a noun with one", path, number);
    }
    return DRG_OK;
}

static drg_status add_irregular_forms(lemma_trainer *trainer, const char *folder, drg_error *error)
{
    drg_text text = {0};
    const char *path = base_text_format(&trainer->arena, "%s/language/irregular-forms.txt", folder).data;
    drg_status status = base_file_read(&trainer->arena, path, BOUND_RULE_FILE_BYTES, &text, error);
    size_t number = 0;
    for (size_t at = 0; status == DRG_OK && at < text.size; number++) {
        const char *found = memchr(text.data + at, '\n', text.size - at);
        size_t end = found ? (size_t)(found - text.data) : text.size;
        drg_text line = base_text_trim(base_text_slice(text, at, end));
        at = end + 1;
        if (line.size && line.data[0] != '#') status = add_irregular_line(trainer, line, path, number + 1, error);
    }
    return status;
}

static void add_regular_forms(lemma_trainer *trainer)
{
    for (size_t i = 0; i < trainer->bases.count; i++) {
        drg_text key = trainer->bases.items[i], base = base_text_slice(key, 1, key.size);
        if (key.data[0] != 'J') add_s(trainer, base, key.data[0] == 'V' ? "VBZ" : "NNS");
        if (key.data[0] != 'J') add_past_and_gerund(trainer, base); /* most nouns can be verbs: "timed", "armed" */
        if (key.data[0] == 'J') add_comparison(trainer, base);
    }
}

/* ---------------------------------------------------------------- rules */

static void add_rule(lemma_trainer *trainer, drg_text key, uint32_t script)
{
    *base_map_put(&trainer->arena, &trainer->rules, key, 0) = script;
    base_push(&trainer->arena, &trainer->rule_keys) = key;
    base_push(&trainer->arena, &trainer->rule_scripts) = script;
}

static void split_key(drg_text key, drg_text *ret_form, drg_text *ret_tag)
{
    size_t tab = key.size;
    while (key.data[tab - 1] != '\t') tab--;
    *ret_form = base_text_slice(key, 0, tab - 1);
    *ret_tag = base_text_slice(key, tab, key.size);
}

/* The script of a form in lower case: as seen with that very form, else with the same letters in capitals. */
static uint32_t elect_lower(const lemma_trainer *trainer, size_t place, uint32_t *ret_total)
{
    uint32_t exact = base_map_get(&trainer->exact.places, trainer->whole.keys.items[place]);
    uint32_t script = elect(&trainer->whole, place, ret_total), total;
    return exact == DRG_NONE ? script : elect(&trainer->exact, exact, &total);
}

static void vote_ends(lemma_trainer *trainer)
{
    for (size_t i = 0; i < trainer->whole.keys.count; i++) {
        drg_text form, tag;
        uint32_t total, script = elect_lower(trainer, i, &total);
        split_key(trainer->whole.keys.items[i], &form, &tag);
        if (script == DRG_NONE || base_text_is(tag, "NNP")) continue;
        for (size_t size = 0; size <= form.size && size <= LEMMA_SUFFIX; size++) {
            char buffer[LEMMA_KEY];
            drg_text key = lemma_key(buffer, "~", base_text_slice(form, form.size - size, form.size), tag);
            if (key.size) cast(&trainer->arena, &trainer->ends, key, script, 1);
        }
    }
}

/* What the ends that are shorter say: those are in the rules already, by rising length. */
static uint32_t shorter_says(lemma_trainer *trainer, drg_text form, drg_text tag, size_t size)
{
    while (size-- > 0) {
        char buffer[LEMMA_KEY];
        drg_text key = lemma_key(buffer, "~", base_text_slice(form, form.size - size, form.size), tag);
        uint32_t script = base_map_get(&trainer->rules, key);
        if (script != DRG_NONE) return script;
    }
    return DRG_NONE;
}

static void keep_ends(lemma_trainer *trainer)
{
    for (size_t size = 0; size <= LEMMA_SUFFIX; size++) {
        for (size_t i = 0; i < trainer->ends.keys.count; i++) {
            drg_text end, tag;
            split_key(trainer->ends.keys.items[i], &end, &tag);
            end = base_text_slice(end, 1, end.size);
            uint32_t total, script = elect(&trainer->ends, i, &total);
            if (end.size != size || (total < 2 && size > 0)) continue;
            if (shorter_says(trainer, end, tag, size) != script) add_rule(trainer, trainer->ends.keys.items[i], script);
        }
    }
}

static void keep_whole(lemma_trainer *trainer)
{
    for (size_t i = 0; i < trainer->whole.keys.count; i++) {
        drg_text form, tag;
        uint32_t total, script = elect_lower(trainer, i, &total);
        split_key(trainer->whole.keys.items[i], &form, &tag);
        size_t longest = form.size < LEMMA_SUFFIX ? form.size : LEMMA_SUFFIX;
        bool name = base_text_is(tag, "NNP");
        if (script == DRG_NONE || (name && total < 2)) continue;
        /* those of common words are asked for to tell that a word in small letters is no name */
        bool common = base_text_is(tag, "NN") || base_text_is(tag, "JJ") || base_text_is(tag, "VB");
        if (name || common || total >= OFTEN || shorter_says(trainer, form, tag, longest + 1) != script)
            add_rule(trainer, trainer->whole.keys.items[i], script);
    }
}

/* Forms with a capital whose lemma is not what the same form in lower case has. */
static void keep_exact(lemma_trainer *trainer)
{
    for (size_t i = 0; i < trainer->exact.keys.count; i++) {
        drg_text form, tag, key = trainer->exact.keys.items[i];
        uint32_t total, script = elect(&trainer->exact, i, &total);
        split_key(key, &form, &tag);
        drg_text lower = base_text_lower(&trainer->arena, form);
        bool name = base_text_is(tag, "NNP");
        if (script == DRG_NONE || base_text_equal(form, lower) || (!name && total < 2)) continue;
        char buffer[LEMMA_KEY];
        uint32_t other = base_map_get(&trainer->rules, lemma_key(buffer, "", lower, tag));
        const lemma_script *found = &trainer->scripts.items[script];
        bool plain = found->letters == LEMMA_KEEP && found->strip == 0 && found->size == 0;
        if (name ? !plain : other != script) add_rule(trainer, key, script);
    }
}

/* ---------------------------------------------------------------- measuring, writing */

static bool is_shouted(const drg_document *document, const drg_sentence *sentence)
{
    size_t capitals = 0, letters = 0;
    drg_text text = record_wording(document, sentence->span);
    for (size_t i = 0; i < text.size; i++) {
        bool upper = text.data[i] >= 'A' && text.data[i] <= 'Z';
        capitals += upper;
        letters += upper || (text.data[i] >= 'a' && text.data[i] <= 'z');
    }
    return capitals * 3 > letters * 2 && letters > 10;
}

static void measure(lemma_trainer *trainer, const lemma_model *model, const char *name,
                    const train_documents *documents)
{
    size_t right = 0, count = 0;
    char lemma[BOUND_TOKEN_BYTES * 2 + LEMMA_APPEND];
    for (size_t i = 0; i < documents->count; i++) {
        const drg_document *document = documents->items[i].document;
        for (size_t s = 0; s < document->sentences.count; s++) {
            const drg_sentence *sentence = &document->sentences.items[s];
            bool shouting = is_shouted(document, sentence);
            for (uint32_t t = 0; t < sentence->token_count; t++) {
                const drg_token *token = &document->tokens.items[sentence->first_token + t];
                drg_text form = record_wording(document, token->span);
                if (form.size > BOUND_TOKEN_BYTES) continue;
                lemma_word word = {form, base_text_lower(&trainer->arena, form), token->xpos, t == 0, shouting, false};
                drg_text found = {lemma, lemma_write(model, &word, lemma)};
                right += token->lemma.size == 0 || base_text_equal(found, token->lemma);
                count++;
            }
        }
    }
    printf("%-8s lemmas %.2f\n", name, 100.0 * (double)right / (double)count);
}

static void write_model(lemma_trainer *trainer, model_bytes *bytes)
{
    model_put_u32(bytes, (uint32_t)trainer->scripts.count);
    model_put_align(bytes, 8);
    model_put_raw(bytes, trainer->scripts.items, trainer->scripts.count * sizeof(lemma_script));
    model_put_table(bytes, trainer->rule_keys.items, trainer->rule_scripts.items, trainer->rule_keys.count);
}

static drg_status run(lemma_trainer *trainer, char **arguments, drg_error *error)
{
    train_documents learned = {0}, ewt = {0}, gum = {0};
    drg_status status = train_read(&trainer->arena, arguments[1], "ewt-train.conllu", &learned, error);
    size_t first_count = learned.count;
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-train.conllu", &learned, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "ewt-dev.conllu", &ewt, error);
    if (status == DRG_OK) status = train_read(&trainer->arena, arguments[1], "gum-dev.conllu", &gum, error);
    if (status != DRG_OK) return status;
    for (size_t i = 0; i < learned.count; i++)
        for (size_t t = 0; t < learned.items[i].document->tokens.count; t++)
            learn_token(trainer, learned.items[i].document, &learned.items[i].document->tokens.items[t],
                        i < first_count ? FIRST_WEIGHT : 1);
    status = add_irregular_forms(trainer, arguments[2], error);
    if (status != DRG_OK) return status;
    add_regular_forms(trainer);
    vote_ends(trainer);
    keep_ends(trainer);
    keep_whole(trainer);
    keep_exact(trainer);
    model_bytes bytes = {.arena = &trainer->arena};
    write_model(trainer, &bytes);
    model_reader reader = {.bytes = {bytes.data.items, bytes.data.count}};
    lemma_model model = {0};
    lemma_get(&reader, &model);
    printf("%zu scripts, %zu rules, %zu bytes\n", trainer->scripts.count, trainer->rule_keys.count, bytes.data.count);
    measure(trainer, &model, "ewt-dev", &ewt);
    measure(trainer, &model, "gum-dev", &gum);
    return base_file_write(arguments[3], reader.bytes, error);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "use: lemma_train TREEBANK_FOLDER DATA_FOLDER MODEL_FILE\n");
        return 2;
    }
    drg_error error = {""};
    lemma_trainer *trainer = calloc(1, sizeof *trainer);
    jmp_buf escape;
    if (!trainer || setjmp(escape)) {
        fprintf(stderr, "lemma_train: out of memory\n");
        return 1;
    }
    base_arena_open(&trainer->arena, 0, &escape);
    drg_status status = run(trainer, argv, &error);
    if (status != DRG_OK) fprintf(stderr, "lemma_train: %s\n", error.message);
    base_arena_close(&trainer->arena);
    free(trainer);
    return status == DRG_OK ? 0 : 1;
}
