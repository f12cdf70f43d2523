/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens with their Penn tags. Out: their lemmas.
 *
 * A lemma is its form after an edit script (letters, bytes off the end, bytes on; Chrupala 2006 learns such scripts).
 * The script is looked up by the whole form and the tag, else by the longest end of the form that the trainer kept,
 * from six letters down to none. Names, figures and addresses that were never seen stay as they are. A table of whole
 * forms and ends is both faster and, measured, better than a classifier: what is left to get wrong are misspellings.
 */
#include "language/lemma.h"

#include "language/language.h"
#include "language/models.h"

/* ---------------------------------------------------------------- the model */

static bool scripts_are_sound(const lemma_model *model)
{
    for (uint32_t i = 0; i < model->script_count; i++)
        if (model->scripts[i].letters >= LEMMA_LETTERS_COUNT || model->scripts[i].size > LEMMA_APPEND) return false;
    return true;
}

void lemma_get(model_reader *reader, lemma_model *ret_model)
{
    lemma_model model = {.script_count = model_get_u32(reader)};
    model_get_align(reader, 8);
    model.scripts = model_get_array(reader, model.script_count, sizeof *model.scripts);
    model_get_table(reader, &model.rules);
    if (!reader->broken && !scripts_are_sound(&model)) reader->broken = true;
    if (!reader->broken) *ret_model = model;
}

drg_status lemma_open(const model_file *file, lemma_model *ret_model, drg_error *error)
{
    model_reader reader = {0};
    drg_status status = model_file_section(file, LEMMA_SECTION, &reader.bytes, error);
    if (status != DRG_OK) return status;
    lemma_get(&reader, ret_model);
    return model_reader_done(&reader, file, LEMMA_SECTION, error);
}

drg_status lemma_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    const char *path = base_text_format(arena, "%s/%s", model_folder, LEMMA_MODEL_FILE).data;
    model_reader reader = {0};
    lemma_model model = {0};
    drg_status status = base_file_read(arena, path, BOUND_DATA_FILE_BYTES, &reader.bytes, error);
    if (status != DRG_OK) return status;
    lemma_get(&reader, &model);
    if (reader.broken || reader.at != reader.bytes.size)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: no model of lemmas, or cut short", path);
    model_builder_section(builder, LEMMA_SECTION, reader.bytes.data, reader.bytes.size);
    model_builder_value(builder, BASE_LITERAL("trained/lemma"),
                        BASE_LITERAL("Universal Dependencies English EWT and GUM, training halves"));
    model_builder_value(builder, BASE_LITERAL("licence/lemma"), BASE_LITERAL("CC BY-SA 4.0"));
    return DRG_OK;
}

/* ---------------------------------------------------------------- scripts */

drg_text lemma_key(char key[LEMMA_KEY], const char *prefix, drg_text form, drg_text tag)
{
    size_t prefix_size = strlen(prefix), size = prefix_size + form.size + 1 + tag.size;
    if (size > LEMMA_KEY) return (drg_text){"", 0};
    memcpy(key, prefix, prefix_size);
    if (form.size) memcpy(key + prefix_size, form.data, form.size);
    key[prefix_size + form.size] = '\t';
    if (tag.size) memcpy(key + prefix_size + form.size + 1, tag.data, tag.size);
    return (drg_text){key, size};
}

static const lemma_script *rule_get(const lemma_model *model, const char *prefix, drg_text form, drg_text tag)
{
    char buffer[LEMMA_KEY];
    drg_text key = lemma_key(buffer, prefix, form, tag);
    uint32_t script = key.size ? model_table_get(&model->rules, key) : DRG_NONE;
    return script < model->script_count ? &model->scripts[script] : NULL;
}

const lemma_script *lemma_from_suffix(const lemma_model *model, drg_text lower, drg_text tag)
{
    size_t longest = lower.size < LEMMA_SUFFIX ? lower.size : LEMMA_SUFFIX;
    for (size_t size = longest;; size--) {
        drg_text suffix = base_text_slice(lower, lower.size - size, lower.size);
        const lemma_script *script = rule_get(model, "~", suffix, tag);
        if (script && script->strip < lower.size) return script;
        if (size == 0) return NULL;
    }
}

static char upper_byte(char byte)
{
    return (char)(byte >= 'a' && byte <= 'z' ? byte - 32 : byte);
}

bool lemma_apply(const lemma_script *script, drg_text form, drg_text lower, char *lemma, size_t *ret_size)
{
    drg_text base = script->letters == LEMMA_KEEP ? form : lower;
    if (script->strip > base.size || base.size - script->strip + script->size == 0) return false;
    size_t size = base.size - script->strip;
    if (size) memcpy(lemma, base.data, size);
    memcpy(lemma + size, script->append, script->size);
    if (script->letters == LEMMA_CAPITAL) lemma[0] = upper_byte(lemma[0]);
    *ret_size = size + script->size;
    return true;
}

/* ---------------------------------------------------------------- words */

static size_t count_upper(drg_text form)
{
    size_t count = 0;
    for (size_t i = 0; i < form.size; i++) count += form.data[i] >= 'A' && form.data[i] <= 'Z';
    return count;
}

static bool is_tag(const lemma_word *word, const char *tag)
{
    return base_text_is(word->tag, tag);
}

static size_t copy(drg_text text, char *lemma)
{
    if (text.size) memcpy(lemma, text.data, text.size);
    return text.size;
}

/* "1,250,000" as "1250000". */
static size_t write_figure(drg_text form, char *lemma)
{
    size_t size = 0;
    for (size_t i = 0; i < form.size; i++) {
        bool inside = i > 0 && i + 1 < form.size;
        if (form.data[i] != ',' || !inside) lemma[size++] = form.data[i];
    }
    return size;
}

/* Is the form a rule's under one of the tags? Its script then, else NULL. */
static const lemma_script *rule_among(const lemma_model *model, drg_text form, const char *const *tags, size_t count)
{
    const lemma_script *found = NULL;
    for (size_t i = 0; i < count && !found; i++) found = rule_get(model, "", form, base_text_from(tags[i]));
    return found;
}

/* A name that was never seen: as it is written, with a capital where it is nothing but small letters and no common word
 * that the tagger took for a name. */
static size_t write_name(const lemma_model *model, const lemma_word *word, char *lemma)
{
    static const char *const common[] = {"NN", "JJ", "VB"};
    size_t size = copy(word->form, lemma), small = 0;
    while (small < size && lemma[small] >= 'a' && lemma[small] <= 'z') small++;
    if (small == size && !rule_among(model, word->form, common, sizeof common / sizeof *common))
        lemma[0] = upper_byte(lemma[0]);
    return size;
}

/* "underwent" by "went": a verb behind a prefix bends as it does alone. */
static size_t write_prefixed(const lemma_model *model, const lemma_word *word, char *lemma)
{
    static const char *const prefixes[] = {"under", "over", "out", "fore", "with", "mis", "re-", "re", "un", "up"};
    if (!(is_tag(word, "VBD") || is_tag(word, "VBN")) || base_text_ends(word->lower, BASE_LITERAL("ed"))) return 0;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        drg_text prefix = base_text_from(prefixes[i]);
        if (!base_text_starts(word->lower, prefix) || word->lower.size < prefix.size + 3) continue;
        drg_text rest = base_text_slice(word->lower, prefix.size, word->lower.size);
        const lemma_script *script = rule_get(model, "", rest, word->tag);
        size_t size = 0;
        if (script && script->letters == LEMMA_LOWER && lemma_apply(script, rest, rest, lemma + prefix.size, &size))
            return size + copy(prefix, lemma);
    }
    return 0;
}

/* Letters of a word that was never seen stay as they are in "NGOs", and in adjectives of peoples: "Peruvian". */
static bool keeps_letters(const lemma_word *word, size_t upper)
{
    if (word->shouting || upper == 0) return false;
    if (is_tag(word, "NNS")) return upper >= 2;
    return is_tag(word, "JJ") && upper == 1 && !word->first &&
           (base_text_ends(word->lower, BASE_LITERAL("an")) || base_text_ends(word->lower, BASE_LITERAL("ese")) ||
            base_text_ends(word->lower, BASE_LITERAL("ish")));
}

/* A verb's form is known by another tag of verbs: taggers take "drove" for a participle. */
static const lemma_script *rule_of_verb(const lemma_model *model, const lemma_word *word)
{
    static const char *const verbs[] = {"VBD", "VBN", "VB", "VBP", "VBZ", "VBG"};
    if (!base_text_starts(word->tag, BASE_LITERAL("VB"))) return NULL;
    return rule_among(model, word->lower, verbs, sizeof verbs / sizeof *verbs);
}

static size_t write_unseen(const lemma_model *model, const lemma_word *word, size_t upper, char *lemma)
{
    size_t size = 0;
    if (is_tag(word, "ADD")) return copy(word->form, lemma);
    if (is_tag(word, "CD") && word->form.data[0] >= '0' && word->form.data[0] <= '9')
        return write_figure(word->form, lemma);
    if (is_tag(word, "NNP")) return write_name(model, word, lemma);
    const lemma_script *verb = rule_of_verb(model, word);
    if (verb && lemma_apply(verb, word->form, word->lower, lemma, &size)) return size;
    size = write_prefixed(model, word, lemma);
    if (size) return size;
    const lemma_script *found = lemma_from_suffix(model, word->lower, word->tag);
    lemma_script script = found ? *found : (lemma_script){.letters = LEMMA_LOWER};
    if (keeps_letters(word, upper)) script.letters = LEMMA_KEEP;
    if (lemma_apply(&script, word->form, word->lower, lemma, &size)) return size;
    return copy(word->lower, lemma);
}

/* A word with a capital inside a sentence that has few of them is a name's part, whatever its tag: "Greater Noida",
 * "the Senators". */
static bool is_part_of_name(const lemma_word *word, size_t upper)
{
    if (upper != 1 || word->first || word->shouting || !(word->form.data[0] >= 'A' && word->form.data[0] <= 'Z'))
        return false;
    return is_tag(word, "JJR") || is_tag(word, "JJS") || (is_tag(word, "NNS") && word->calm);
}

size_t lemma_write(const lemma_model *model, const lemma_word *word, char *lemma)
{
    size_t upper = count_upper(word->form), size = 0;
    const lemma_script *script = NULL;
    if (upper) script = rule_get(model, "", word->form, word->tag);
    if (!script && (upper == 0 || !is_tag(word, "NNP"))) script = rule_get(model, "", word->lower, word->tag);
    if (script && lemma_apply(script, word->form, word->lower, lemma, &size)) {
        if (is_part_of_name(word, upper)) lemma[0] = upper_byte(lemma[0]);
        return size;
    }
    return write_unseen(model, word, upper, lemma);
}

/* ---------------------------------------------------------------- documents */

typedef struct lemma_writer {
    const lemma_model *model;
    base_arena *scratch;
    drg_document *document;
    char *next, *end; /* free part of a piece of the document's memory */
} lemma_writer;

enum { PIECE_BYTES = 16384 };

/* The lemma where it will stay: in the text itself when it is the form as written, else in the document's memory. */
static drg_text keep(lemma_writer *writer, drg_text form, const char *lemma, size_t size)
{
    if (size == form.size && memcmp(lemma, form.data, size) == 0) return form;
    if ((size_t)(writer->end - writer->next) < size) {
        size_t piece = size > PIECE_BYTES ? size : PIECE_BYTES;
        writer->next = base_arena_take(&writer->document->arena, piece);
        writer->end = writer->next + piece;
    }
    drg_text kept = {writer->next, size};
    memcpy(writer->next, lemma, size);
    writer->next += size;
    return kept;
}

/* The form in lower case, in the buffer when it is ASCII. */
static drg_text lower_form(lemma_writer *writer, drg_text form, char *buffer)
{
    for (size_t i = 0; i < form.size; i++) {
        unsigned char byte = (unsigned char)form.data[i];
        if (byte >= 0x80) return base_text_lower(writer->scratch, form);
        buffer[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    }
    return (drg_text){buffer, form.size};
}

static bool is_letter_byte(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* Is most of the sentence in capitals? Do few of its words have one? */
static void read_style(const drg_document *document, const drg_sentence *sentence, bool *ret_shouting, bool *ret_calm)
{
    size_t words = 0, capital = 0, capitals = 0, long_words = 0;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        drg_text form = record_wording(document, document->tokens.items[sentence->first_token + i].span);
        if (form.size == 0 || !is_letter_byte(form.data[0])) continue;
        words++;
        capital += form.data[0] <= 'Z';
        long_words += form.size > 1;
        capitals += form.size > 1 && count_upper(form) == form.size;
    }
    *ret_shouting = long_words > 3 && capitals * 3 > long_words * 2;
    *ret_calm = capital * 4 < words;
}

static void lemmatize_sentence(lemma_writer *writer, const drg_sentence *sentence)
{
    char lower[BOUND_TOKEN_BYTES], lemma[BOUND_TOKEN_BYTES * 2 + LEMMA_APPEND];
    bool shouting, calm;
    read_style(writer->document, sentence, &shouting, &calm);
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        drg_token *token = &writer->document->tokens.items[sentence->first_token + i];
        drg_text form = base_utf8_repair(&writer->document->arena, record_wording(writer->document, token->span));
        if (form.size == 0 || form.size > BOUND_TOKEN_BYTES) {
            token->lemma = form;
            continue;
        }
        lemma_word word = {form, lower_form(writer, form, lower), token->xpos, i == 0, shouting, calm};
        drg_text written = {lemma, lemma_write(writer->model, &word, lemma)};
        bool whole = base_utf8_broken(written, 0) == written.size; /* a rule may cut inside a character */
        token->lemma = whole ? keep(writer, form, written.data, written.size) : form;
    }
}

void language_lemmatize(const language_models *models, base_arena *arena, drg_document *document)
{
    lemma_writer writer = {.model = &models->lemma, .scratch = arena, .document = document};
    for (size_t i = 0; i < document->sentences.count; i++) lemmatize_sentence(&writer, &document->sentences.items[i]);
}
