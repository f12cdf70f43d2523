/* SPDX-License-Identifier: Apache-2.0
 * dragoman import: dictionaries of other coders in, lists for a data folder out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "commands.h"
#include "import_lists.h"
#include "import_verbs.h"
#include "options.h"
#include "petrarch.h"
#include "settings.h"

static const command_option OPTIONS[] = {
    {OPTION_ACTORS, "actors", "FILE", "a dictionary of actors, and the FILEs behind it; may be given again"},
    {OPTION_AGENTS, "agents", "FILE", "the same of agents"},
    {OPTION_DISCARDS, "discards", "FILE", "the same of discards"},
    {OPTION_VERBS, "verbs", "FILE", "the same of verbs"},
    {OPTION_OTHER_CODES, "other-codes", "TYPE",
     "the PLOVER type of verbs and patterns whose code has none: codes that are not\nCAMEO's, and CAMEO's 01 and 02; "
     "without it they are left out"},
    {OPTION_DATA_FOLDER, "data-folder", "FOLDER",
     "the lists that the new ones are to stand beside (default: data): what they\nhave is left out"},
    {OPTION_INCLUSIVE, "inclusive", NULL,
     "the last day of a range counts, as the dictionaries' manual has it; the\nprograms that use them leave it out"},
    {OPTION_UNTIL, "until", "DATE",
     "the day, YYYY-MM-DD, until which the dictionaries were kept up: offices that\nthey leave open end there; without "
     "it they stay open"},
    {OPTION_OUTPUT, "output", "FOLDER", "where the lists go; made when it is not there"},
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "import",
    .arguments = "petrarch [actors|agents|discards|verbs] [FILE...]",
    .about =
        "Reads dictionaries of TABARI, PETRARCH and PETRARCH2 and writes them as lists of actors and as frames. A\n"
        "FILE without an option or kind before it is what its name says: .actors. .agents. .discards. or .verbs.\n"
        "in it. A line that cannot be read is named on standard error and the next is read; the exit code is 1\n"
        "then. What the lists have no place for stands in left-out/, with its line and the reason. Copy actors/,\n"
        "or frames/ and classes/, into a data folder and run dragoman build.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples =
        "  dragoman import petrarch --until 2014-01-30 countries.actors.txt --agents agents.txt --output imported\n"
        "  cp -R imported/actors data/ && dragoman build\n"
        "      the folder's lists beside those that are there\n"
        "  dragoman import petrarch verbs CAMEO.2.0.txt --output imported\n"
        "      verb patterns as frames\n",
};

typedef enum book_kind { BOOK_ACTORS, BOOK_AGENTS, BOOK_DISCARDS, BOOK_VERBS, BOOK_UNKNOWN } book_kind;
static const char *const BOOK_NAMES[] = {"actors", "agents", "discards", "verbs"};

typedef struct book_file {
    const char *path;
    book_kind kind;
} book_file;

typedef struct import_state {
    book_file *files;
    size_t file_count, complaints;
    const char *format, *data_folder, *output, *until, *other_codes;
    const char *path; /* that is being read */
    book_kind kind;   /* of the paths that follow */
    bool inclusive;
} import_state;

/* ---------------------------------------------------------------- options */

static bool take_file(import_state *state, const char *path, book_kind kind)
{
    static const char *const names[] = {"actors.", "agents.", "discards.", "verb"};
    for (size_t i = 0; kind == BOOK_UNKNOWN && i < BOOK_UNKNOWN; i++)
        if (strstr(path, names[i])) kind = (book_kind)i;
    if (kind == BOOK_UNKNOWN)
        return options_complain(&COMMAND, "what is in '%s'? say --actors, --agents, --discards or --verbs before it",
                                path);
    state->files[state->file_count++] = (book_file){path, kind};
    return true;
}

static bool take_until(import_state *state, const char *value)
{
    drg_error error;
    state->until = value;
    return (strlen(value) == 10 && drg_date_check(text_of(value), &error) == DRG_OK) ||
           options_complain(&COMMAND, "--until wants a day YYYY-MM-DD, not '%s'", value);
}

/* The kind of the files that follow, or a file. */
static bool take_word(import_state *state, const char *value)
{
    for (size_t i = 0; i < BOOK_UNKNOWN; i++)
        if (strcmp(value, BOOK_NAMES[i]) == 0) {
            state->kind = (book_kind)i;
            return true;
        }
    return take_file(state, value, state->kind);
}

static bool take(void *context, option_id id, const char *value)
{
    import_state *state = context;
    switch (id) {
    case OPTION_ACTORS: return take_file(state, value, state->kind = BOOK_ACTORS);
    case OPTION_AGENTS: return take_file(state, value, state->kind = BOOK_AGENTS);
    case OPTION_DISCARDS: return take_file(state, value, state->kind = BOOK_DISCARDS);
    case OPTION_VERBS: return take_file(state, value, state->kind = BOOK_VERBS);
    case OPTION_OTHER_CODES: state->other_codes = value; return true;
    case OPTION_DATA_FOLDER: state->data_folder = value; return true;
    case OPTION_OUTPUT: state->output = value; return true;
    case OPTION_INCLUSIVE: state->inclusive = true; return true;
    case OPTION_UNTIL: return take_until(state, value);
    default: break;
    }
    if (state->format) return take_word(state, value);
    state->format = value;
    return strcmp(value, "petrarch") == 0 ||
           options_complain(&COMMAND, "the first argument is petrarch, not '%s'", value);
}

static bool is_type(const char *name)
{
    for (unsigned i = 0; i < DRG_TYPE_COUNT; i++)
        if (strcmp(drg_type_name((drg_type)i), name) == 0) return true;
    return false;
}

static bool check(const import_state *state)
{
    if (!state->format) return options_complain(&COMMAND, "import what? say: dragoman import petrarch");
    if (!state->file_count) return options_complain(&COMMAND, "no dictionary: name one with --actors FILE");
    if (state->other_codes && !is_type(state->other_codes))
        return options_complain(&COMMAND, "--other-codes wants a PLOVER type such as CONSULT, not '%s'",
                                state->other_codes);
    return state->output || options_complain(&COMMAND, "where to? say --output FOLDER");
}

/* ---------------------------------------------------------------- writing */

static bool complain_of(const char *path)
{
    fprintf(stderr, "dragoman import: cannot write %s: %s\n", path, strerror(errno));
    return false;
}

/* Makes the folder and those above it. */
static bool make_folders(const char *path)
{
    char *copy = memory_copy(text_of(path));
    bool good = true;
    for (char *at = copy + 1; good && *at; at++) {
        if (*at != '/') continue;
        *at = '\0';
        good = mkdir(copy, 0777) == 0 || errno == EEXIST;
        *at = '/';
    }
    good = good && (mkdir(copy, 0777) == 0 || errno == EEXIST);
    if (!good) complain_of(path);
    free(copy);
    return good;
}

/* "Phoenix.Countries.actors.txt" -> "phoenix-countries-actors", of any path. */
static void add_slug(line_buffer *out, const char *path)
{
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    size_t size = strlen(name), end = size > 4 && strcmp(name + size - 4, ".txt") == 0 ? size - 4 : size;
    for (size_t i = 0; i < end; i++) {
        char byte = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
        buffer_add(out, (drg_text){plain ? &byte : "-", 1});
    }
}

static void add_head(line_buffer *out, const import_lists *lists, import_list list)
{
    buffer_format(out, "# From the dictionary %s, read by dragoman import.\n", lists->source);
    if (list == IMPORT_LEFT_OUT)
        buffer_add_string(out, "# What has no place in the lists, by line of the dictionary.\n");
    buffer_format(out, "# Licence: that of the dictionary.\n# columns: %s\n", IMPORT_COLUMNS[list]);
}

static bool write_file(const char *path, const line_buffer *head, const line_buffer *lines)
{
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(head->data, 1, head->size, file) == head->size &&
                fwrite(lines->data, 1, lines->size, file) == lines->size;
    if (file && fclose(file) != 0) good = false;
    return good || complain_of(path);
}

static bool write_list(const import_state *state, const import_lists *lists, import_list list)
{
    line_buffer folder = {0}, path = {0}, head = {0};
    if (!lists->lines[list].size) return true;
    buffer_format(&folder, "%s/%s", state->output, IMPORT_FOLDERS[list]);
    buffer_format(&path, "%s/", folder.data);
    add_slug(&path, lists->file);
    buffer_add_string(&path, ".tsv");
    add_head(&head, lists, list);
    bool good = make_folders(folder.data) && write_file(path.data, &head, &lists->lines[list]);
    buffer_free(&folder);
    buffer_free(&path);
    buffer_free(&head);
    return good;
}

/* ---------------------------------------------------------------- reading */

static void complain(void *context, size_t line, const char *message)
{
    import_state *state = context;
    line_buffer clean = {0};
    buffer_add_clean(&clean, text_of(message));
    fprintf(stderr, "%s line %zu: %s\n", state->path, line, clean.data ? clean.data : "");
    buffer_free(&clean);
    state->complaints++;
}

static void tell(const import_lists *lists, const petrarch_book *book)
{
    static const char *const names[] = {"organizations", "groups",   "terms of office", "people with other names",
                                        "offices",       "discards", "left out"};
    printf("%s: %zu entries", lists->source, book->actors.count + book->agents.count + book->discards.count);
    for (size_t i = 0; i < IMPORT_LIST_COUNT; i++)
        if (lists->counts[i]) printf(", %zu %s", lists->counts[i], names[i]);
    printf("\n");
}

static bool import_book(import_state *state, import_lists *lists, const book_file *file, const line_buffer *bytes)
{
    static void (*const readers[])(const petrarch_reading *reading, drg_text bytes) = {petrarch_read_actors,
                                                                                       petrarch_read_agents,
                                                                                       petrarch_read_discards};
    petrarch_book book = {0};
    petrarch_reading reading = {.book = &book, .inclusive = state->inclusive, .complain = complain, .context = state};
    readers[file->kind](&reading, (drg_text){bytes->data ? bytes->data : "", bytes->size});
    import_add(lists, &book);
    bool good = true;
    for (size_t i = 0; good && i < IMPORT_LIST_COUNT; i++) good = write_list(state, lists, (import_list)i);
    if (good) tell(lists, &book);
    petrarch_free(&book);
    return good;
}

/* ---------------------------------------------------------------- verbs */

/* Writes OUTPUT/FOLDER/NAME with the lines and the head before them. */
static bool write_under(const import_state *state, const char *folder, const char *name, const char *head,
                        const line_buffer *lines)
{
    line_buffer path = {0}, comment = {0};
    buffer_format(&path, "%s/%s", state->output, folder);
    bool good = make_folders(path.data);
    buffer_format(&path, "/%s", name);
    buffer_add_string(&comment, head);
    good = good && write_file(path.data, &comment, lines);
    buffer_free(&path);
    buffer_free(&comment);
    return good;
}

static bool write_classes(const import_state *state, const import_verbs *import, const char *head)
{
    bool good = true;
    for (size_t i = 0; good && i < import->book->sets.count; i++) {
        line_buffer name = {0}, lines = {0};
        import_verbs_add_class_name(import, import->book->sets.items[i].name, &name);
        buffer_add_string(&name, ".txt");
        import_verbs_add_class(import, &import->book->sets.items[i], &lines);
        good = write_under(state, "classes", name.data, head, &lines);
        buffer_free(&name);
        buffer_free(&lines);
    }
    return good;
}

static bool write_verbs(const import_state *state, const import_verbs *import, const char *source)
{
    line_buffer head = {0}, name = {0}, lines = {0};
    buffer_format(&head, "# From the dictionary %s, read by dragoman import.\n# Licence: that of the dictionary.\n",
                  source);
    bool good = write_classes(state, import, head.data);
    buffer_format(&name, "%.*s.yaml", TEXT_PRINT(import->slug));
    good = good && write_under(state, "frames", name.data, head.data, &import->frames);
    buffer_format(&lines, "# columns: %s\n", IMPORT_COLUMNS[IMPORT_LEFT_OUT]);
    buffer_add(&lines, (drg_text){import->left_out.data, import->left_out.size});
    memcpy(name.data + name.size - strlen("yaml"), "tsv", sizeof "tsv");
    if (good && import->left_count)
        good = write_under(state, IMPORT_FOLDERS[IMPORT_LEFT_OUT], name.data, head.data, &lines);
    buffer_free(&head);
    buffer_free(&name);
    buffer_free(&lines);
    return good;
}

static bool import_verb_file(import_state *state, const book_file *file, const char *source, drg_text bytes)
{
    petrarch_verb_book book = {0};
    line_buffer slug = {0};
    add_slug(&slug, file->path);
    petrarch_read_verbs(&book, complain, state, bytes);
    import_verbs import = {.book = &book, .slug = {slug.data, slug.size}, .other_act = state->other_codes};
    import_verbs_make(&import);
    bool good = write_verbs(state, &import, source);
    if (good)
        printf("%s: %zu verbs, %zu patterns, %zu frames, %zu classes, %zu left out\n", source, book.verbs.count,
               book.patterns.count, import.frame_count, book.sets.count, import.left_count);
    import_verbs_free(&import);
    petrarch_verbs_free(&book);
    buffer_free(&slug);
    return good;
}

/* ---------------------------------------------------------------- the command */

static bool import_file(import_state *state, import_known *known, const book_file *file)
{
    line_buffer bytes, name = {0};
    const char *slash = strrchr(file->path, '/');
    state->path = file->path;
    if (!import_file_read(file->path, PETRARCH_FILE_BYTES, &bytes)) return false;
    buffer_add_clean(&name, text_of(slash ? slash + 1 : file->path)); /* a field of the lists */
    import_lists lists = {.known = known, .file = file->path, .source = name.data, .until = state->until};
    bool good = file->kind == BOOK_VERBS
                    ? import_verb_file(state, file, name.data, (drg_text){bytes.data ? bytes.data : "", bytes.size})
                    : import_book(state, &lists, file, &bytes);
    import_free(&lists);
    buffer_free(&name);
    buffer_free(&bytes);
    return good;
}

static int run(import_state *state)
{
    import_known known = {0};
    bool good = true, lists = false;
    for (size_t i = 0; i < state->file_count; i++) lists |= state->files[i].kind != BOOK_VERBS;
    bool there = !lists || import_known_read(&known, state->data_folder);
    for (size_t i = 0; there && i < state->file_count; i++) good &= import_file(state, &known, &state->files[i]);
    import_known_free(&known);
    if (!there) return EXIT_WRONG;
    if (fflush(stdout) != 0) good = complain_of("standard output");
    return good && !state->complaints ? 0 : EXIT_FAILED;
}

int import_main(int argc, char **argv)
{
    import_state state = {.data_folder = "data", .kind = BOOK_UNKNOWN, .until = ""};
    state.files = memory_take((size_t)argc * sizeof *state.files);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !check(&state)) result = OPTIONS_WRONG;
    int code = result == OPTIONS_GO_ON ? run(&state) : options_exit(result);
    free(state.files);
    return code;
}
