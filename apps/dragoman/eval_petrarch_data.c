/* SPDX-License-Identifier: Apache-2.0
 * In: four dictionaries of PETRARCH. Out: a data folder in which they stand in place of our actors, offices and frames,
 * and the data file that is built of it; later the actors' codes in PETRARCH's notation.
 *
 * The countries of the records are invented. Each actor of the dictionary becomes a country, with a code that ISO keeps
 * free (XAA to XZZ); each agent an office. A mention is then what its country's entry and the agents among its words
 * say, put together as PETRARCH does: agents behind the actor, those marked so before it, no code twice. The temporary
 * folder has links to our own files and is taken away again. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "eval_petrarch.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "eval.h"
#include "import_known.h"
#include "import_lists.h"
#include "import_verbs.h"

/* ---------------------------------------------------------------- dictionaries */

static char *keep(petrarch_suite *suite, drg_text text)
{
    if (suite->text_count == suite->text_capacity) {
        suite->text_capacity = suite->text_capacity ? 2 * suite->text_capacity : 256;
        suite->texts = memory_grow(suite->texts, suite->text_capacity * sizeof *suite->texts);
    }
    return suite->texts[suite->text_count++] = memory_copy(text);
}

static void complain(void *context, size_t line, const char *message)
{
    (void)line;
    (void)message;
    ((petrarch_suite *)context)->complaints++;
}

static void keep_code(void *context, drg_text frame, drg_text code)
{
    petrarch_suite *suite = context;
    const char *name = keep(suite, frame);
    keep(suite, code);
    text_map_put(&suite->codes, text_of(name), suite->text_count - 1);
}

/* ---------------------------------------------------------------- the folder */

/* What is made is noted, to be taken away. */
static const char *made(petrarch_suite *suite, const char *folder, const char *name)
{
    line_buffer path = {0};
    buffer_format(&path, "%s/%s", folder, name);
    if (suite->made_count == suite->made_capacity) {
        suite->made_capacity = suite->made_capacity ? 2 * suite->made_capacity : 64;
        suite->made = memory_grow(suite->made, suite->made_capacity * sizeof *suite->made);
    }
    return suite->made[suite->made_count++] = path.data;
}

static bool fail(const char *path)
{
    return eval_complain(path, "%s", strerror(errno));
}

static const char *make_folder(petrarch_suite *suite, const char *folder, const char *name)
{
    const char *path = made(suite, folder, name);
    if (mkdir(path, 0700) == 0) return path;
    fail(path);
    return NULL;
}

static bool make_file(petrarch_suite *suite, const char *folder, const char *name, const line_buffer *bytes)
{
    const char *path = made(suite, folder, name);
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(bytes->data ? bytes->data : "", 1, bytes->size, file) == bytes->size;
    if (file && fclose(file) != 0) good = false;
    return good || fail(path);
}

/* Links to what is in a folder of ours, but for what `without` names. */
static bool link_all(petrarch_suite *suite, const char *from, const char *to, const char *const *without)
{
    char *real = realpath(from, NULL);
    DIR *folder = real ? opendir(real) : NULL;
    bool good = folder || fail(from);
    for (struct dirent *entry; good && (entry = readdir(folder));) {
        bool skip = entry->d_name[0] == '.';
        for (size_t i = 0; !skip && without && without[i]; i++) skip = strcmp(entry->d_name, without[i]) == 0;
        if (skip) continue;
        line_buffer target = {0};
        buffer_format(&target, "%s/%s", real, entry->d_name);
        const char *path = made(suite, to, entry->d_name);
        good = symlink(target.data, path) == 0 || fail(path);
        buffer_free(&target);
    }
    if (folder) closedir(folder);
    free(real);
    return good;
}

/* ---------------------------------------------------------------- actors */

static void code_of_entry(size_t index, char code[4])
{
    code[0] = 'X';
    code[1] = (char)('A' + index / 26 % 26);
    code[2] = (char)('A' + index % 26);
    code[3] = '\0';
}

/* Adds the name unless another entry has it. */
static void add_once(petrarch_suite *suite, text_map *seen, drg_text name, line_buffer *names)
{
    if (text_map_get(seen, name) != SIZE_MAX) return;
    if (names->size) buffer_add_string(names, "|");
    buffer_add(names, name);
    text_map_put(seen, text_of(keep(suite, name)), 0);
}

/* A short word may be an acronym, "IMF", or a name, "Bree": as both. */
static void add_name(petrarch_suite *suite, text_map *seen, drg_text phrase, line_buffer *names)
{
    line_buffer name = {0}, small = {0};
    if (import_add_name(&name, phrase)) add_once(suite, seen, (drg_text){name.data, name.size}, names);
    import_add_small(&small, phrase);
    if (name.size == phrase.size && name.size > 2 && !memcmp(name.data, phrase.data, name.size)) {
        memcpy(name.data + 1, small.data + 1, small.size - 1);
        add_once(suite, seen, (drg_text){name.data, name.size}, names);
    }
    buffer_free(&name);
    buffer_free(&small);
}

static void add_country(petrarch_suite *suite, text_map *seen, size_t index, line_buffer *out)
{
    const petrarch_actor *actor = &suite->book.actors.items[index];
    line_buffer names = {0};
    char code[4];
    code_of_entry(index, code);
    add_name(suite, seen, actor->phrase, &names);
    for (size_t i = 0; i < actor->synonym_count; i++)
        add_name(suite, seen, suite->book.synonyms.items[actor->first_synonym + i], &names);
    size_t bar = names.size ? strcspn(names.data, "|") : 0;
    if (bar)
        buffer_format(out, "%s\t\t\t\t%.*s\tmember\t%s\t\t\t\t\t\t\tPETRARCH\n", code, (int)bar, names.data,
                      names.data[bar] ? names.data + bar + 1 : "");
    buffer_free(&names);
}

static void add_office(const petrarch_agent *agent, line_buffer *out)
{
    line_buffer singular = {0}, plural = {0};
    import_add_small(&singular, agent->phrase);
    import_add_small(&plural, agent->plural);
    buffer_format(out, "%s\t%s\t%s\t", singular.data, plural.data, import_kind_of(agent));
    for (size_t i = 0; i < singular.size; i++) {
        char byte = singular.data[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        buffer_add(out, plain ? (drg_text){&byte, 1} : (drg_text){"-", 1});
    }
    buffer_add_string(out, "\tGOV\t\t\n"); /* whose code it is the dictionary says; here it only must be somebody's */
    buffer_free(&singular);
    buffer_free(&plural);
}

static bool make_actors(petrarch_suite *suite, const char *data_folder, const char *root)
{
    static const char *const ours[] = {"countries.tsv", "offices.tsv", "members.tsv",
                                       "organizations", "groups",      "holders",
                                       "people",        "media",       NULL};
    line_buffer countries = {0}, offices = {0}, members = {0}, from = {0};
    text_map seen = {0};
    buffer_format(&from, "%s/actors", data_folder);
    const char *folder = make_folder(suite, root, "actors");
    bool good = folder && link_all(suite, from.data, folder, ours);
    for (size_t i = 3; good && ours[i]; i++) good = make_folder(suite, folder, ours[i]) != NULL;
    for (size_t i = 0; i < suite->book.actors.count && i < 26 * 26; i++) add_country(suite, &seen, i, &countries);
    for (size_t i = 0; i < suite->book.agents.count; i++) add_office(&suite->book.agents.items[i], &offices);
    good = good && make_file(suite, folder, "countries.tsv", &countries) &&
           make_file(suite, folder, "offices.tsv", &offices) && make_file(suite, folder, "members.tsv", &members);
    text_map_free(&seen);
    buffer_free(&countries);
    buffer_free(&offices);
    buffer_free(&from);
    return good;
}

/* ---------------------------------------------------------------- verbs */

static const drg_text SLUG = {"petrarch", 8};

static bool make_classes(petrarch_suite *suite, const import_verbs *import, const char *folder)
{
    bool good = true;
    for (size_t i = 0; good && i < import->book->sets.count; i++) {
        line_buffer name = {0}, lines = {0};
        import_verbs_add_class_name(import, import->book->sets.items[i].name, &name);
        buffer_add_string(&name, ".txt");
        import_verbs_add_class(import, &import->book->sets.items[i], &lines);
        good = make_file(suite, folder, name.data, &lines);
        buffer_free(&name);
        buffer_free(&lines);
    }
    return good;
}

static bool make_verbs(petrarch_suite *suite, const char *data_folder, const char *root, drg_text bytes)
{
    petrarch_verb_book book = {0};
    line_buffer from = {0};
    petrarch_read_verbs(&book, complain, suite, bytes);
    import_verbs import = {.book = &book, .slug = SLUG, .other_act = "CONSULT", .coded = keep_code, .context = suite};
    import_verbs_make(&import);
    buffer_format(&from, "%s/classes", data_folder);
    const char *classes = make_folder(suite, root, "classes"), *frames = make_folder(suite, root, "frames");
    bool good = classes && frames && link_all(suite, from.data, classes, NULL) &&
                make_classes(suite, &import, classes) && make_file(suite, frames, "petrarch.yaml", &import.frames);
    import_verbs_free(&import);
    petrarch_verbs_free(&book);
    buffer_free(&from);
    return good;
}

/* ---------------------------------------------------------------- open and close */

static bool read_dictionary(drg_text folder, const char *name, line_buffer *ret_bytes)
{
    line_buffer path = {0};
    buffer_format(&path, "%.*s%s", TEXT_PRINT(folder), name);
    bool good = import_file_read(path.data, PETRARCH_FILE_BYTES, ret_bytes);
    buffer_free(&path);
    return good;
}

static bool read_lists(petrarch_suite *suite, drg_text folder, const char *const files[4])
{
    static void (*const readers[])(const petrarch_reading *reading, drg_text bytes) = {petrarch_read_actors,
                                                                                       petrarch_read_agents,
                                                                                       petrarch_read_discards};
    petrarch_reading reading = {.book = &suite->book, .inclusive = true, .complain = complain, .context = suite};
    for (size_t i = SUITE_ACTORS; i <= SUITE_DISCARDS; i++) {
        line_buffer bytes;
        if (!read_dictionary(folder, files[i], &bytes)) return false;
        readers[i](&reading, (drg_text){bytes.data ? bytes.data : "", bytes.size});
        buffer_free(&bytes);
    }
    return true;
}

static bool build(petrarch_suite *suite, const char *root, const char *model_folder)
{
    drg_error error = {""};
    drg_options options = {.depth = DRG_DEPTH_EVENTS};
    const char *file = made(suite, root, "petrarch.drg");
    bool good = drg_build(root, model_folder, NULL, file, &error) == DRG_OK &&
                drg_engine_open(file, &suite->engine, &error) == DRG_OK &&
                drg_session_open(suite->engine, &options, &suite->session, &error) == DRG_OK;
    return good || eval_complain(root, "%s", error.message);
}

bool suite_open(petrarch_suite *suite, const char *data_folder, const char *model_folder, drg_text folder,
                const char *const files[4])
{
    static const char *const ours[] = {"actors", "classes", "frames", NULL};
    const char *temporary = getenv("TMPDIR");
    line_buffer verbs = {0};
    char *root = (char *)(uintptr_t)made(suite, temporary && *temporary ? temporary : "/tmp", "dragoman-XXXXXX");
    if (!mkdtemp(root)) return fail(root);
    bool good = read_lists(suite, folder, files) && read_dictionary(folder, files[SUITE_VERBS], &verbs) &&
                link_all(suite, data_folder, root, ours) && make_actors(suite, data_folder, root) &&
                make_verbs(suite, data_folder, root, (drg_text){verbs.data ? verbs.data : "", verbs.size}) &&
                build(suite, root, model_folder);
    buffer_free(&verbs);
    return good;
}

void suite_close(petrarch_suite *suite)
{
    drg_session_close(suite->session);
    drg_engine_close(suite->engine);
    for (size_t i = suite->made_count; i-- > 0; free(suite->made[i])) remove(suite->made[i]);
    for (size_t i = 0; i < suite->text_count; i++) free(suite->texts[i]);
    free(suite->made);
    free(suite->texts);
    text_map_free(&suite->codes);
    petrarch_free(&suite->book);
    *suite = (petrarch_suite){0};
}

/* ---------------------------------------------------------------- codes */

const char *suite_code_of_rule(const petrarch_suite *suite, drg_text rule)
{
    static const drg_text head = {"petrarch.yaml#", 14};
    if (text_find(rule, head, 0) != 0) return "";
    size_t index = text_map_get(&suite->codes, text_slice(rule, head.size, rule.size));
    return index == SIZE_MAX ? "" : suite->texts[index];
}

/* The dictionary's code of a country of ours on the day; empty when it has none. */
static drg_text code_of_country(const petrarch_suite *suite, drg_text country, const char *day)
{
    drg_text none = {"", 0};
    if (country.size != 3 || country.data[0] != 'X') return none;
    size_t index = (size_t)(country.data[1] - 'A') * 26 + (size_t)(country.data[2] - 'A');
    if (index >= suite->book.actors.count) return none;
    const petrarch_actor *actor = &suite->book.actors.items[index];
    for (size_t i = 0; i < actor->term_count; i++) {
        const petrarch_term *term = &suite->book.terms.items[actor->first_term + i];
        bool begun = !term->from[0] || strcmp(term->from, day) <= 0, over = term->to[0] && strcmp(term->to, day) < 0;
        if (begun && !over) return text_is(term->code, "---") ? none : term->code;
    }
    return none;
}

/* The words of the mention's noun phrase: it and what stands in it as modifier, title, owner or part of a name. */
typedef struct phrase_words {
    drg_text items[64];
    size_t count;
} phrase_words;

static bool is_inner(drg_text relation)
{
    static const char *const relations[] = {"amod", "compound", "flat",          "nmod:desc", "nmod:poss",
                                            "det",  "case",     "nmod:unmarked", "goeswith"};
    for (size_t i = 0; i < sizeof relations / sizeof *relations; i++)
        if (text_is(relation, relations[i])) return true;
    return false;
}

static bool is_name_part(drg_text relation)
{
    return text_is(relation, "flat") || text_is(relation, "compound") || text_is(relation, "nmod:desc") ||
           text_is(relation, "amod") || text_is(relation, "nmod:unmarked");
}

static bool hangs_on(const drg_token *tokens, uint32_t token, uint32_t top)
{
    for (unsigned depth = 0; depth < 16 && token != DRG_NONE; depth++) {
        if (token == top) return true;
        if (!is_inner(tokens[token].deprel)) return false;
        token = tokens[token].head;
    }
    return false;
}

static void words_of(const drg_document *document, const drg_mention *mention, phrase_words *words)
{
    const drg_token *tokens = drg_document_tokens(document);
    const drg_sentence *sentence = &drg_document_sentences(document)[mention->sentence];
    drg_text text = drg_document_text(document);
    uint32_t top = mention->head;
    for (unsigned depth = 0; depth < 8 && is_name_part(tokens[top].deprel) && tokens[top].head != DRG_NONE; depth++)
        top = tokens[top].head;
    for (uint32_t i = 0; i < sentence->token_count && words->count < 64; i++) {
        uint32_t token = sentence->first_token + i;
        drg_span span = tokens[token].span;
        bool inside = span.begin >= mention->span.begin && span.end <= mention->span.end;
        if (inside || hangs_on(tokens, token, top))
            words->items[words->count++] = text_slice(text, span.begin, span.end);
    }
}

static char small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

/* How many words from `at` on are the phrase; 0 when they are not. */
static size_t match_at(const phrase_words *words, size_t at, drg_text phrase)
{
    size_t count = 0;
    for (size_t begin = 0, end; begin < phrase.size; begin = end + 1, count++) {
        for (end = begin; end < phrase.size && phrase.data[end] != ' ';) end++;
        if (at + count >= words->count || words->items[at + count].size != end - begin) return 0;
        for (size_t i = begin; i < end; i++)
            if (small(words->items[at + count].data[i - begin]) != small(phrase.data[i])) return 0;
    }
    return count;
}

static const petrarch_agent *longest_agent(const petrarch_suite *suite, const phrase_words *words, size_t at,
                                           size_t *ret_count)
{
    const petrarch_agent *best = NULL;
    *ret_count = 0;
    for (size_t i = 0; i < suite->book.agents.count; i++) {
        const petrarch_agent *agent = &suite->book.agents.items[i];
        size_t one = match_at(words, at, agent->phrase), more = match_at(words, at, agent->plural);
        if (more > one) one = more;
        if (one <= *ret_count) continue;
        *ret_count = one;
        best = agent;
    }
    return best;
}

static bool has_part(const char *code, drg_text part)
{
    size_t size = strlen(code);
    for (size_t at = 0; at + part.size <= size; at += 3)
        if (memcmp(code + at, part.data, part.size) == 0) return true;
    return false;
}

/* Puts the agents' codes around that of the actor. */
static bool add_agents(const petrarch_suite *suite, const phrase_words *words, char code[SUITE_CODE_SIZE])
{
    bool found = false;
    for (size_t at = 0, count; at < words->count; at += count ? count : 1) {
        const petrarch_agent *agent = longest_agent(suite, words, at, &count);
        if (!agent) continue;
        found = true;
        size_t size = strlen(code);
        if (has_part(code, agent->code) || size + agent->code.size >= SUITE_CODE_SIZE) continue;
        if (agent->before) memmove(code + agent->code.size, code, size + 1);
        memcpy(agent->before ? code : code + size, agent->code.data, agent->code.size);
        code[size + agent->code.size] = '\0';
    }
    return found;
}

/* Who owns the mention by the words of its phrase: "[Ithilen]'s militia". */
static drg_text country_in(const drg_document *document, const drg_mention *mention)
{
    const drg_mention *all = drg_document_mentions(document);
    const drg_token *tokens = drg_document_tokens(document);
    drg_text country = mention->country;
    for (size_t i = 0; !country.size && i < drg_document_mention_count(document); i++)
        if (all[i].sentence == mention->sentence && hangs_on(tokens, all[i].head, mention->head))
            country = all[i].country;
    return country;
}

size_t suite_codes_of(const petrarch_suite *suite, const drg_document *document, uint32_t mention, const char *day,
                      char codes[SUITE_CODES][SUITE_CODE_SIZE])
{
    const drg_mention *found = &drg_document_mentions(document)[mention];
    drg_text base = code_of_country(suite, country_in(document, found), day);
    phrase_words words = {.count = 0};
    size_t count = 0;
    words_of(document, found, &words);
    for (size_t at = 0, end; at <= base.size && count < SUITE_CODES; at = end + 1) {
        for (end = at; end < base.size && base.data[end] != '/';) end++;
        int size = (int)(end - at < SUITE_CODE_SIZE / 2 ? end - at : SUITE_CODE_SIZE / 2);
        snprintf(codes[count], SUITE_CODE_SIZE, "%.*s", base.size ? size : 3, base.size ? base.data + at : "---");
        bool agents = add_agents(suite, &words, codes[count]);
        count += base.size || agents;
    }
    return count;
}
