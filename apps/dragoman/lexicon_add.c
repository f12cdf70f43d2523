/* SPDX-License-Identifier: Apache-2.0
 * In: the keys of a frame and its examples. Out: the frame at the end of the file of its type, when the folder compiles
 * with it and its examples hold; else the file as it was. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lexicon.h"
#include "settings.h"
#include "verdict.h"

typedef struct addition {
    const lexicon_folders *folders;
    line_buffer path, rule, old, new, built; /* built: the path of the data file to try */
} addition;

static int fail(const char *path, const char *message)
{
    fprintf(stderr, "dragoman lexicon: %s: %s\n", path, message);
    return EXIT_FAILED;
}

/* ---------------------------------------------------------------- writing the frame */

/* A YAML string in double quotation marks. */
static void add_quoted(line_buffer *lines, drg_text text)
{
    buffer_add_string(lines, "\"");
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (byte == '"' || byte == '\\') buffer_add_string(lines, "\\");
        if ((unsigned char)byte < ' ') byte = ' ';
        buffer_add(lines, (drg_text){&byte, 1});
    }
    buffer_add_string(lines, "\"");
}

/* "2024-05-14 A sentence.": the day and the text apart. */
static drg_text split_day(drg_text value, drg_text *ret_day)
{
    drg_error error;
    *ret_day = (drg_text){"", 0};
    if (value.size < 12 || value.data[10] != ' ') return value;
    drg_text day = text_slice(value, 0, 10);
    if (drg_date_check(day, &error) != DRG_OK) return value;
    *ret_day = day;
    return text_trim(text_slice(value, 10, value.size));
}

static void add_example(line_buffer *lines, drg_text value)
{
    drg_text day, text = split_day(value, &day);
    buffer_add_string(lines, "    - text: ");
    add_quoted(lines, text);
    if (day.size) buffer_format(lines, "\n      date: %.*s", TEXT_PRINT(day));
    buffer_add_string(lines, "\n");
}

/* The value behind "key=", false when the field has another key. */
static bool has_key(const char *field, const char *key, drg_text *ret_value)
{
    size_t size = strlen(key);
    if (strncmp(field, key, size) != 0 || field[size] != '=') return false;
    *ret_value = text_of(field + size + 1);
    return true;
}

static void add_examples(line_buffer *lines, const char *key, const char **fields, size_t count)
{
    drg_text value;
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (!has_key(fields[i], key, &value)) continue;
        if (first) buffer_format(lines, "  %s:\n", key);
        first = false;
        add_example(lines, value);
    }
}

static bool write_frame(addition *add, const char *type, const char *name, const char **fields, size_t count)
{
    drg_text value;
    bool fires = false;
    buffer_add(&add->new, (drg_text){add->old.data ? add->old.data : "", add->old.size});
    if (add->new.size && add->new.data[add->new.size - 1] != '\n') buffer_add_string(&add->new, "\n");
    buffer_format(&add->new, "\n- name: %s\n  type: %s\n", name, type);
    for (size_t i = 0; i < count; i++) {
        const char *equals = strchr(fields[i], '=');
        if (!equals || strchr(fields[i], '\n')) {
            fprintf(stderr, "dragoman lexicon: '%s' is not KEY=VALUE on one line\n", fields[i]);
            return false;
        }
        bool example = has_key(fields[i], "fires", &value);
        fires = fires || example;
        if (example || has_key(fields[i], "silent", &value)) continue;
        buffer_format(&add->new, "  %.*s: %s\n", (int)(equals - fields[i]), fields[i], equals + 1);
    }
    if (!fires) fprintf(stderr, "dragoman lexicon: a frame wants a fires= sentence\n");
    add_examples(&add->new, "fires", fields, count);
    add_examples(&add->new, "silent", fields, count);
    return fires;
}

/* ---------------------------------------------------------------- files */

static bool read_whole(const char *path, line_buffer *ret_bytes)
{
    FILE *file = fopen(path, "rb");
    char piece[65536];
    size_t size;
    if (!file) return false;
    while ((size = fread(piece, 1, sizeof piece, file)) > 0) buffer_add(ret_bytes, (drg_text){piece, size});
    bool good = !ferror(file);
    fclose(file);
    return good;
}

/* Whole or not at all. */
static bool write_whole(const char *path, const line_buffer *bytes)
{
    line_buffer part = {0};
    buffer_format(&part, "%s.part", path);
    FILE *file = fopen(part.data, "wb");
    bool good = file && fwrite(bytes->data ? bytes->data : "", 1, bytes->size, file) == bytes->size;
    if (file && fclose(file) != 0) good = false;
    good = good && rename(part.data, path) == 0;
    if (!good) remove(part.data);
    buffer_free(&part);
    return good;
}

/* ---------------------------------------------------------------- trying it */

static bool run_example(drg_session *session, const drg_example *example)
{
    drg_document *document = NULL;
    drg_source source = {.text = example->text, .published = example->date};
    drg_error error = {""};
    if (drg_session_read(session, &source, &document, &error) != DRG_OK) {
        fprintf(stderr, "dragoman lexicon: %s\n", error.message);
        return false;
    }
    line_buffer complaints = {0};
    test_verdict verdict = verdict_of_example(example, document, &complaints);
    bool good = !verdict.complaints;
    if (!good) fprintf(stderr, "%.*s\n%s", TEXT_PRINT(example->text), complaints.data ? complaints.data : "");
    verdict_free(&verdict);
    buffer_free(&complaints);
    drg_document_close(document);
    return good;
}

static bool run_examples(const addition *add, const drg_engine *engine)
{
    drg_options options = {.depth = DRG_DEPTH_EVENTS};
    drg_session *session = NULL;
    drg_error error = {""};
    if (drg_session_open(engine, &options, &session, &error) != DRG_OK) return !fail(add->rule.data, error.message);
    bool good = true;
    for (size_t i = 0; i < drg_engine_example_count(engine); i++) {
        const drg_example *example = &drg_engine_examples(engine)[i];
        if (text_is(example->rule, add->rule.data)) good = run_example(session, example) && good;
    }
    drg_session_close(session);
    return good;
}

static bool try_it(const addition *add)
{
    drg_error error = {""};
    drg_engine *engine = NULL;
    bool good = drg_build(add->folders->data, add->folders->models, NULL, add->built.data, &error) == DRG_OK &&
                drg_engine_open(add->built.data, &engine, &error) == DRG_OK;
    if (!good) fprintf(stderr, "dragoman lexicon: %s\n", error.message);
    good = good && run_examples(add, engine);
    drg_engine_close(engine);
    remove(add->built.data);
    return good;
}

static int add_frame(addition *add, const char *type, const char *name, const char **fields, size_t count)
{
    if (!read_whole(add->path.data, &add->old)) return fail(add->path.data, strerror(errno));
    if (!write_frame(add, type, name, fields, count)) return EXIT_FAILED;
    if (!write_whole(add->path.data, &add->new)) return fail(add->path.data, strerror(errno));
    if (try_it(add)) {
        printf("%s: added; its examples hold. Run dragoman build, and dragoman test for all the others.\n",
               add->rule.data);
        return options_exit(OPTIONS_GO_ON);
    }
    if (!write_whole(add->path.data, &add->old)) return fail(add->path.data, "cannot be put back as it was");
    return fail(add->path.data, "left as it was");
}

static bool find_type(const char *name, line_buffer *ret_file)
{
    for (int type = 0; type < DRG_TYPE_COUNT; type++) {
        if (strcmp(drg_type_name((drg_type)type), name) != 0) continue;
        for (const char *at = name; *at; at++) {
            char small = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
            buffer_add(ret_file, (drg_text){&small, 1});
        }
        return true;
    }
    return false;
}

int lexicon_add(const lexicon_folders *folders, const char *type, const char *name, const char **fields,
                size_t field_count)
{
    addition add = {.folders = folders};
    line_buffer file = {0};
    if (!find_type(type, &file)) return fail(type, "there is no such event type");
    buffer_format(&add.path, "%s/frames/%s.yaml", folders->data, file.data);
    buffer_format(&add.rule, "%s.yaml#%s", file.data, name);
    buffer_format(&add.built, "%s/frames/.%s.%ld.drg", folders->data, file.data, (long)getpid());
    int code = add_frame(&add, type, name, fields, field_count);
    line_buffer *parts[] = {&file, &add.path, &add.rule, &add.old, &add.new, &add.built};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) buffer_free(parts[i]);
    return code;
}
