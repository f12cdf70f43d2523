/* SPDX-License-Identifier: Apache-2.0
 * Engines, sessions and documents by the public header. Needs the built data file, $DRAGOMAN_DATA. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "../tests/random.h"

#include "dragoman.h"

#define FLIPS 200

static drg_engine *engine;
static char folder[64];
static char copy[96]; /* of the data file, to be harmed */

#define TEXT "France\xE2\x80\x99s president met the king of Jordan in Paris on Monday. Iran rejected the offer."

static drg_text text_of(const char *string)
{
    return (drg_text){string, strlen(string)};
}

static bool copy_file(const char *from, const char *to)
{
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    char bytes[65536];
    bool good = in && out;
    for (size_t size; good && (size = fread(bytes, 1, sizeof bytes, in)) > 0;)
        good = fwrite(bytes, 1, size, out) == size;
    if (in) fclose(in);
    if (out) good = fclose(out) == 0 && good;
    return good;
}

static int setup(void **state)
{
    (void)state;
    const char *data = getenv("DRAGOMAN_DATA");
    if (!data || access(data, R_OK) != 0) return 0; /* each test is then skipped */
    strcpy(folder, "/tmp/dragoman-engine-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(copy, sizeof copy, "%s/copy.drg", folder);
    drg_error error;
    if (!copy_file(data, copy) || drg_engine_open(data, &engine, &error) != DRG_OK) {
        print_error("%s\n", error.message);
        return -1;
    }
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    drg_engine_close(engine);
    if (copy[0]) unlink(copy);
    if (folder[0]) rmdir(folder);
    return 0;
}

static drg_session *open_session(drg_options options)
{
    drg_session *session = NULL;
    drg_error error;
    if (drg_session_open(engine, &options, &session, &error) != DRG_OK) fail_msg("%s", error.message);
    return session;
}

static drg_document *read_source(drg_session *session, drg_source source)
{
    drg_document *document = NULL;
    drg_error error;
    if (drg_session_read(session, &source, &document, &error) != DRG_OK) fail_msg("%s", error.message);
    return document;
}

static void flip(int file, uint64_t bit)
{
    char byte;
    assert_int_equal(pread(file, &byte, 1, (off_t)(bit / 8)), 1);
    byte ^= (char)(1 << bit % 8);
    assert_int_equal(pwrite(file, &byte, 1, (off_t)(bit / 8)), 1);
}

static void damaged_data_files_are_refused(void **state)
{
    (void)state;
    if (!engine) skip();
    uint64_t random = random_seed();
    int file = open(copy, O_RDWR);
    assert_true(file >= 0);
    uint64_t bits = (uint64_t)lseek(file, 0, SEEK_END) * 8;
    for (size_t i = 0; i < FLIPS; i++) {
        uint64_t bit = random_next(&random) % bits;
        drg_engine *other = NULL;
        drg_error error = {""};
        flip(file, bit);
        drg_status status = drg_engine_open(copy, &other, &error);
        flip(file, bit);
        if (status == DRG_OK || other) fail_msg("bit %ju flipped and nothing said", (uintmax_t)bit);
        assert_non_null(strstr(error.message, copy));
    }
    drg_engine *other = NULL;
    assert_int_equal(drg_engine_open(copy, &other, NULL), DRG_OK);
    drg_engine_close(other);
    assert_int_equal(ftruncate(file, (off_t)(bits / 16)), 0);
    close(file);
    assert_int_equal(drg_engine_open(copy, &other, NULL), DRG_ERROR_FORMAT);
    assert_int_equal(drg_engine_open("/nonexistent/x.drg", &other, NULL), DRG_ERROR_IO);
}

static void values_are_in_order(void **state)
{
    (void)state;
    if (!engine) skip();
    size_t count = drg_engine_value_count(engine), hashes = 0;
    drg_text key, value, before = {"", 0};
    for (size_t i = 0; i < count; i++) {
        drg_engine_value_at(engine, i, &key, &value);
        size_t common = key.size < before.size ? key.size : before.size;
        int order = memcmp(before.data, key.data, common);
        assert_true(order < 0 || (order == 0 && before.size < key.size));
        if (key.size > 7 && memcmp(key.data, "sha256/", 7) == 0) hashes += value.size == 64;
        before = key;
    }
    assert_true(hashes > 0);
}

static bool has_value(const char *prefix, drg_text name)
{
    size_t size = strlen(prefix);
    for (size_t i = 0; i < drg_engine_value_count(engine); i++) {
        drg_text key, value;
        drg_engine_value_at(engine, i, &key, &value);
        if (key.size == size + name.size && memcmp(key.data, prefix, size) == 0 &&
            memcmp(key.data + size, name.data, name.size) == 0)
            return value.size > 0;
    }
    return false;
}

/* Each text file that went into the data file says where it is from and what may be done with it. */
static void sources_and_licences_are_told(void **state)
{
    (void)state;
    if (!engine) skip();
    size_t files = 0;
    for (size_t i = 0; i < drg_engine_value_count(engine); i++) {
        drg_text key, value;
        drg_engine_value_at(engine, i, &key, &value);
        if (key.size < 12 || memcmp(key.data, "sha256/data/", 12) != 0) continue;
        drg_text name = {key.data + 7, key.size - 7};
        if (!has_value("source/", name)) fail_msg("%.*s tells no source", (int)name.size, name.data);
        if (!has_value("licence/", name)) fail_msg("%.*s tells no licence", (int)name.size, name.data);
        files++;
    }
    assert_true(files > 0);
}

static void documents_hold_their_source(void **state)
{
    (void)state;
    if (!engine) skip();
    char text[] = TEXT, title[] = "A title";
    drg_session *session = open_session((drg_options){.depth = DRG_DEPTH_EVENTS});
    drg_document *document = read_source(session, (drg_source){.text = text_of(text), .title = text_of(title)});
    drg_document *again = read_source(session, (drg_source){.text = text_of(TEXT)});
    drg_document *named = read_source(session, (drg_source){.text = text_of(TEXT), .id = text_of("mine")});
    drg_document *elsewhere =
        read_source(session, (drg_source){.text = text_of(TEXT), .url = text_of("http://a.org/")});
    drg_session_close(session);
    memset(text, 'x', sizeof text - 1); /* the document does not depend on these any more */
    memset(title, 'x', sizeof title - 1);
    assert_int_equal(drg_document_text(document).size, strlen(TEXT));
    assert_memory_equal(drg_document_text(document).data, TEXT, strlen(TEXT));
    assert_memory_equal(drg_document_source(document)->title.data, "A title", 7);
    assert_int_equal(drg_document_sentence_count(document), 2);
    const drg_token *tokens = drg_document_tokens(document);
    assert_memory_equal(drg_document_text(document).data + tokens[0].span.begin, "France",
                        tokens[0].span.end - tokens[0].span.begin);
    drg_text id = drg_document_id(document);
    assert_int_equal(id.size, 16);
    assert_memory_equal(id.data, drg_document_id(again).data, 16); /* a title does not make it another text */
    assert_memory_not_equal(id.data, drg_document_id(elsewhere).data, 16);
    assert_int_equal(drg_document_id(named).size, 4);
    drg_document_close(document);
    drg_document_close(again);
    drg_document_close(named);
    drg_document_close(elsewhere);
    drg_document_close(NULL);
}

static void wrong_sources_are_refused(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_session *session = open_session((drg_options){0});
    drg_document *document = NULL;
    drg_error error;
    drg_source large = {.text = {TEXT, ((size_t)64 << 20) + 1}}; /* only its size is looked at */
    assert_int_equal(drg_session_read(session, &large, &document, &error), DRG_ERROR_LIMIT);
    assert_non_null(strstr(error.message, "67108865 bytes"));
    drg_source dated = {.text = text_of(TEXT), .published = text_of("2023-02-29")};
    assert_int_equal(drg_session_read(session, &dated, &document, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "2023-02-29"));
    assert_null(document);
    drg_session_close(session);
}

/* Whatever the limit, a text is read or refused with DRG_ERROR_MEMORY, and the session serves on. */
static void limits_are_kept(void **state)
{
    (void)state;
    if (!engine) skip();
    char *text = malloc(60 * (sizeof TEXT + 1) + 1), *end = text;
    assert_non_null(text);
    for (size_t i = 0; i < 60; i++) end += sprintf(end, "%s\n", TEXT);
    drg_source large = {.text = text_of(text)}, small = {.text = text_of("Iran met Oman.")};
    size_t refused = 0, read = 0;
    for (size_t limit = 65536; !read && limit < (size_t)1 << 32; limit += limit / 4) {
        drg_session *session = open_session((drg_options){.depth = DRG_DEPTH_EVENTS, .memory_limit = limit});
        drg_document *document = NULL;
        drg_error error;
        drg_status status = drg_session_read(session, &large, &document, &error);
        drg_document_close(document);
        if (status == DRG_OK) {
            read++;
        } else {
            assert_int_equal(status, DRG_ERROR_MEMORY);
            assert_non_null(strstr(error.message, "no more memory"));
            refused++;
        }
        document = NULL;
        status = drg_session_read(session, &small, &document, &error);
        assert_true(status == DRG_OK || status == DRG_ERROR_MEMORY);
        if (read) assert_int_equal(status, DRG_OK);
        drg_document_close(document);
        drg_session_close(session);
    }
    print_message("refused under %zu limits, then read\n", refused);
    assert_true(refused > 0 && read == 1);
    free(text);
}

static const char CONLLU[] = "# text = Iran met Oman.\n"
                             "1\tIran\tIran\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
                             "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                             "3\tOman\tOman\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No\n"
                             "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

static void conllu_is_taken_as_asked(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_session *session = open_session((drg_options){.depth = DRG_DEPTH_EVENTS});
    drg_source source = {.text = text_of("not used")};
    drg_document *document = NULL;
    drg_error error;
    for (int use = DRG_CONLLU_TOKENS; use <= DRG_CONLLU_TREES; use++) {
        drg_status status =
            drg_session_read_conllu(session, &source, text_of(CONLLU), (drg_conllu_use)use, &document, &error);
        if (status != DRG_OK) fail_msg("%s", error.message);
        assert_memory_equal(drg_document_text(document).data, "Iran met Oman.", 14);
        assert_int_equal(drg_document_token_count(document), 4);
        assert_int_equal(drg_document_tokens(document)[1].upos, DRG_VERB);
        drg_document_close(document);
    }
    const char *bare = "1\tIran\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    assert_int_equal(drg_session_read_conllu(session, &source, text_of(bare), DRG_CONLLU_TREES, &document, &error),
                     DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "has no tree"));
    assert_int_equal(drg_session_read_conllu(session, &source, text_of(bare), DRG_CONLLU_TOKENS, &document, &error),
                     DRG_OK);
    drg_document_close(document);
    assert_int_equal(drg_session_read_conllu(session, &source, text_of("1\tx\n"), DRG_CONLLU_TREES, &document, &error),
                     DRG_ERROR_FORMAT);
    drg_session_close(session);
}

typedef struct written {
    char bytes[65536];
    size_t size;
} written;

static bool keep(void *context, const char *bytes, size_t size)
{
    written *all = context;
    if (size > sizeof all->bytes - all->size) return false;
    memcpy(all->bytes + all->size, bytes, size);
    all->size += size;
    return true;
}

static void write_conllu(drg_document *document, written *all)
{
    all->size = 0;
    assert_int_equal(drg_document_write(document, DRG_FORMAT_CONLLU, NULL, keep, all, NULL), DRG_OK);
    drg_document_close(document);
}

/* What is written as CoNLL-U and read again is written the same. */
static void conllu_goes_round(void **state)
{
    (void)state;
    if (!engine) skip();
    static written first, second;
    drg_session *session = open_session((drg_options){.depth = DRG_DEPTH_LANGUAGE});
    const char *text =
        "A HEADLINE WITHOUT A STOP\n\nHe won\xE2\x80\x99t go, can't  stay and didn't say why. \"No,\" she said."
        "\n\nThe ministers' talks (in Geneva) cost $5bn.\tThey're over.";
    write_conllu(read_source(session, (drg_source){.text = text_of(text), .id = text_of("d")}), &first);
    drg_document *again = NULL;
    drg_error error;
    drg_source source = {.id = text_of("d")};
    drg_status status = drg_session_read_conllu(session, &source, (drg_text){first.bytes, first.size}, DRG_CONLLU_TREES,
                                                &again, &error);
    if (status != DRG_OK) fail_msg("%s", error.message);
    write_conllu(again, &second);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.bytes, second.bytes, first.size);
    drg_session_close(session);
}

static void timing_adds_up(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_session *session = open_session((drg_options){.depth = DRG_DEPTH_LANGUAGE});
    assert_true(drg_session_timing(session).segment == 0);
    drg_document_close(read_source(session, (drg_source){.text = text_of(TEXT)}));
    drg_timing timing = drg_session_timing(session);
    assert_true(timing.segment > 0 && timing.parse + timing.tag > 0 && timing.code == 0);
    drg_session_close(session);
}

static drg_status build(const char *path, drg_error *error)
{
    return drg_build(SOURCE_FOLDER "/data", SOURCE_FOLDER "/models", NULL, path, error);
}

static bool same_bytes(const char *one, const char *other)
{
    FILE *a = fopen(one, "rb"), *b = fopen(other, "rb");
    static char of_a[65536], of_b[65536];
    bool same = a && b;
    for (size_t size = 1; same && size;) {
        size = fread(of_a, 1, sizeof of_a, a);
        same = fread(of_b, 1, sizeof of_b, b) == size && memcmp(of_a, of_b, size) == 0;
    }
    if (a) fclose(a);
    if (b) fclose(b);
    return same;
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *opened = opendir(folder);
    assert_non_null(opened);
    for (struct dirent *entry; (entry = readdir(opened));) count += entry->d_name[0] != '.';
    closedir(opened);
    return count;
}

/* The same input gives the same bytes; a disk that is full in the midst leaves the file as it was and nothing beside.
 */
static void builds_are_whole_and_the_same(void **state)
{
    (void)state;
    if (!engine) skip();
    char one[128], two[128];
    drg_error error = {""};
    snprintf(one, sizeof one, "%s/one.drg", folder);
    snprintf(two, sizeof two, "%s/two.drg", folder);
    if (build(one, &error) != DRG_OK || build(two, &error) != DRG_OK) fail_msg("%s", error.message);
    assert_true(same_bytes(one, two));
    size_t before = count_files();
    struct rlimit limit, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = limit;
    small.rlim_cur = 100000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    drg_status status = build(two, &error);
    setrlimit(RLIMIT_FSIZE, &limit);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(status, DRG_ERROR_IO);
    assert_non_null(strstr(error.message, "cannot write"));
    assert_true(same_bytes(one, two));
    assert_int_equal(count_files(), before);
    unlink(one);
    unlink(two);
}

static void failed_builds_leave_nothing(void **state)
{
    (void)state;
    if (!engine) skip();
    char path[128];
    drg_error error = {""};
    size_t before = count_files();
    snprintf(path, sizeof path, "%s/new.drg", folder);
    assert_int_not_equal(drg_build("/nonexistent/data", "/nonexistent/models", NULL, path, &error), DRG_OK);
    assert_non_null(strstr(error.message, "/nonexistent/"));
    snprintf(path, sizeof path, "%s/none/new.drg", folder);
    assert_int_equal(build(path, &error), DRG_ERROR_IO);
    assert_int_equal(count_files(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_data_files_are_refused),
        cmocka_unit_test(values_are_in_order),
        cmocka_unit_test(sources_and_licences_are_told),
        cmocka_unit_test(documents_hold_their_source),
        cmocka_unit_test(wrong_sources_are_refused),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(conllu_is_taken_as_asked),
        cmocka_unit_test(conllu_goes_round),
        cmocka_unit_test(timing_adds_up),
        cmocka_unit_test(builds_are_whole_and_the_same),
        cmocka_unit_test(failed_builds_leave_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
