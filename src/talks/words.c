/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the text files data/talks/NAME.tsv. Out: the section "talks.words", and its entries by the word that heads them.
 * Plain lists of constructions rather than frames: a frame makes an event of one clause, these say what a clause adds
 * to a meeting or proposal that the text speaks of elsewhere.
 */
#include "talks/words.h"

#include <stdlib.h>

#define SECTION "talks.words"
#define ENTRIES 20000 /* most lines of all lists */

static const char *const FILES[TALKS_LIST_COUNT] = {"meetings",  "meeting-status", "attendance", "levels",
                                                    "offers",    "meeting-verbs",  "groups",     "stances",
                                                    "reversals", "proposals",      "proposing",  "terms",
                                                    "positions", "subjects"};

/* ---- compiling */

typedef struct words_build {
    base_arena *arena;
    base_map heads;
    BASE_VECTOR(drg_text) keys;
    BASE_VECTOR(talks_entry) entries;
    BASE_VECTOR(uint32_t) next; /* the next entry of the same head, 1 + index */
} words_build;

static bool upos_from(drg_text name, drg_upos *ret_upos)
{
    static const struct {
        const char *name;
        drg_upos upos;
    } names[] = {{"verb", DRG_VERB}, {"noun", DRG_NOUN}, {"adjective", DRG_ADJ}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (base_text_is(name, names[i].name)) {
            *ret_upos = names[i].upos;
            return true;
        }
    return false;
}

/* What may stand in the last column of a list. */
static const char *says_wrong(talks_list list, drg_text says)
{
    bool status = list == TALKS_MEETING_STATUS || (list == TALKS_MEETING_VERB && says.size);
    if (status && record_meeting_status_from(says) == DRG_NONE) return "a status of meetings";
    if (list == TALKS_ATTENDANCE && record_attendance_from(says) == DRG_NONE) return "an attendance";
    if ((list == TALKS_STANCE || list == TALKS_POSITION) && (!says.size || record_stance_from(says) == DRG_NONE))
        return "a stance";
    if (list == TALKS_PROPOSAL && says.size && !record_version_exists(says)) return "a version of proposals";
    if (list == TALKS_SUBJECT && !says.size) return "a subject";
    return NULL;
}

static drg_status add_words(words_build *build, base_tsv *list, talks_entry entry, drg_text *ret_head)
{
    drg_text parts[5], rest = list->fields[0];
    size_t count = 0;
    while (rest.size && count < 5) {
        size_t size = 0;
        while (size < rest.size && rest.data[size] != ' ') size++;
        parts[count++] = base_text_copy(build->arena, base_text_slice(rest, 0, size));
        rest = base_text_trim(base_text_slice(rest, size, rest.size));
    }
    if (!count || rest.size) return base_tsv_wrong(list, 0, list->fields[0], "one to five words");
    size_t head = entry.upos == DRG_NOUN ? count - 1 : 0; /* a noun stands last, a verb first */
    for (size_t i = 0; i < count; i++)
        if (i != head) entry.others[entry.other_count++] = parts[i];
    *ret_head = entry.head = parts[head];
    base_push(build->arena, &build->entries) = entry;
    base_push(build->arena, &build->next) = 0;
    return DRG_OK;
}

static drg_text cell(words_build *build, drg_text field)
{
    return base_text_is(field, "-") ? (drg_text){"", 0} : base_text_copy(build->arena, field);
}

static drg_status add_line(words_build *build, base_tsv *list, talks_list which)
{
    talks_entry entry = {.list = which};
    drg_text head;
    if (!upos_from(list->fields[1], &entry.upos))
        return base_tsv_wrong(list, 1, list->fields[1], "verb, noun or adjective");
    entry.who = cell(build, list->fields[2]);
    entry.what = cell(build, list->fields[3]);
    entry.says = cell(build, list->fields[4]);
    const char *wrong = says_wrong(which, entry.says);
    if (wrong) return base_tsv_wrong(list, 4, list->fields[4], wrong);
    if (build->entries.count == ENTRIES) return base_tsv_wrong(list, 0, list->fields[0], "fewer lines");
    drg_status status = add_words(build, list, entry, &head);
    if (status != DRG_OK) return status;
    uint32_t *first = base_map_put(build->arena, &build->heads, head, 0);
    if (!*first) base_push(build->arena, &build->keys) = head;
    build->next.items[build->next.count - 1] = *first;
    *first = (uint32_t)build->entries.count;
    return DRG_OK;
}

static drg_status read_list(words_build *build, const char *folder, talks_list which, drg_error *error)
{
    static const char *const columns[] = {"words", "part of speech", "who", "what", "says", NULL};
    base_tsv list;
    const char *file = base_text_format(build->arena, "talks/%s.tsv", FILES[which]).data;
    drg_status status = base_tsv_open(&list, build->arena, folder, file, columns, error);
    for (bool end = false; status == DRG_OK;) {
        status = base_tsv_next(&list, &end);
        if (status != DRG_OK || end) break;
        status = add_line(build, &list, which);
    }
    return status;
}

static void put_entry(model_bytes *bytes, const talks_entry *entry, uint32_t next)
{
    model_put_u32(bytes, next);
    model_put_text(bytes, entry->head);
    model_put_u8(bytes, (uint8_t)entry->list);
    model_put_u8(bytes, (uint8_t)entry->upos);
    model_put_u8(bytes, (uint8_t)entry->other_count);
    for (size_t i = 0; i < entry->other_count; i++) model_put_text(bytes, entry->others[i]);
    model_put_text(bytes, entry->who);
    model_put_text(bytes, entry->what);
    model_put_text(bytes, entry->says);
}

drg_status talks_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error)
{
    words_build build = {.arena = arena};
    for (unsigned list = 0; list < TALKS_LIST_COUNT; list++) {
        drg_status status = read_list(&build, data_folder, (talks_list)list, error);
        if (status != DRG_OK) return status;
    }
    model_bytes *bytes = BASE_ARRAY(arena, model_bytes, 1);
    bytes->arena = arena;
    uint32_t *values = BASE_ARRAY(arena, uint32_t, build.keys.count + 1);
    for (size_t i = 0; i < build.keys.count; i++) values[i] = base_map_get(&build.heads, build.keys.items[i]);
    model_put_table(bytes, build.keys.items, values, build.keys.count);
    model_put_u32(bytes, (uint32_t)build.entries.count);
    for (size_t i = 0; i < build.entries.count; i++) put_entry(bytes, &build.entries.items[i], build.next.items[i]);
    model_builder_section(builder, SECTION, bytes->data.items, bytes->data.count);
    return talks_compile_processes(arena, data_folder, builder, error);
}

/* ---- opening */

static void get_entry(model_reader *reader, size_t count, talks_entry *entry)
{
    *entry = (talks_entry){.next = model_get_u32(reader)};
    entry->head = model_get_text(reader);
    entry->list = (talks_list)model_get_u8(reader);
    entry->upos = (drg_upos)model_get_u8(reader);
    entry->other_count = model_get_u8(reader);
    if (entry->other_count > 4 || entry->list >= TALKS_LIST_COUNT || entry->next > count) reader->broken = true;
    for (size_t i = 0; i < entry->other_count && !reader->broken; i++) entry->others[i] = model_get_text(reader);
    entry->who = model_get_text(reader);
    entry->what = model_get_text(reader);
    entry->says = model_get_text(reader);
}

static drg_status read_section(const model_file *file, talks_words *words, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, SECTION, &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    model_get_table(&reader, &words->heads);
    words->count = model_get_u32(&reader);
    if (words->count > ENTRIES) reader.broken = true;
    if (!reader.broken) {
        talks_entry *entries = BASE_ARRAY(&words->arena, talks_entry, words->count + 1);
        /* a chain runs from later lines to earlier ones, so that it ends */
        for (size_t i = 0; i < words->count && !reader.broken; i++) get_entry(&reader, i, &entries[i]);
        words->entries = entries;
    }
    status = model_reader_done(&reader, file, SECTION, error);
    return status == DRG_OK ? talks_open_processes(file, words, error) : status;
}

drg_status talks_open(const model_file *file, talks_words **ret_words, drg_error *error)
{
    talks_words *words = calloc(1, sizeof *words);
    jmp_buf escape;
    if (!words) return base_fail(error, DRG_ERROR_MEMORY, "no memory for the words of talks");
    base_arena_open(&words->arena, 0, &escape);
    drg_status status = setjmp(escape) ? base_fail(error, DRG_ERROR_MEMORY, "no memory for the words of talks")
                                       : read_section(file, words, error);
    if (status == DRG_OK)
        *ret_words = words;
    else
        talks_close(words);
    return status;
}

void talks_close(talks_words *words)
{
    if (!words) return;
    base_arena_close(&words->arena);
    free(words);
}

/* ---- looking up */

static bool holds(const talks_tree *tree, const talks_entry *entry, uint32_t token)
{
    uint8_t upos = tree->tokens[token].upos;
    if (upos != (uint8_t)entry->upos && !(upos == DRG_PROPN && entry->upos == DRG_NOUN)) return false;
    for (size_t i = 0; i < entry->other_count; i++)
        if (!talks_goes_with(tree, token, entry->others[i])) return false;
    return true;
}

const talks_entry *talks_find(const talks_words *words, const talks_tree *tree, talks_list list, uint32_t token,
                              const talks_entry *after)
{
    uint32_t at = after ? after->next : model_table_get(&words->heads, talks_lemma(tree, token));
    if (at == DRG_NONE) return NULL;
    for (; at; at = words->entries[at - 1].next) {
        const talks_entry *entry = &words->entries[at - 1];
        if (entry->list == list && holds(tree, entry, token)) return entry;
    }
    return NULL;
}
