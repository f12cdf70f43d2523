/* SPDX-License-Identifier: Apache-2.0
 *
 * What PLOVER makes of an act that is not plain, as docs/frames.md tells it, and for every type that what comes out is
 * in the codebook; the names of slots, readings, cues and classes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "code/frame.h"

/* "REJECT meet 125": type, mode and CAMEO code of the reading; "none". */
static void print_reading(char *text, size_t size, code_reading reading, drg_type type, const char *mode)
{
    code_act act = code_reading_default(reading, type, base_text_from(mode));
    drg_text cameo = code_reading_cameo(&act, type);
    snprintf(text, size, "none");
    if (!act.none)
        snprintf(text, size, "%s%s%.*s%s%.*s", drg_type_name(act.type), act.mode.size ? " " : "", BASE_PRINT(act.mode),
                 cameo.size ? " " : "", BASE_PRINT(cameo));
}

typedef struct reading_row {
    code_reading reading;
    drg_type type;
    const char *mode, *expected;
} reading_row;

static const reading_row ROWS[] = {
    {CODE_READING_PLANNED, DRG_CONSULT, "visit", "AGREE 036"},
    {CODE_READING_PLANNED, DRG_AID, "", "AGREE 033"},
    {CODE_READING_PLANNED, DRG_COOPERATE, "", "AGREE 031"},
    {CODE_READING_PLANNED, DRG_SUPPORT, "", "AGREE 032"},
    {CODE_READING_PLANNED, DRG_RETREAT, "withdraw", "CONCEDE 035"},
    {CODE_READING_PLANNED, DRG_ASSAULT, "", "THREATEN violence 138"},
    {CODE_READING_PLANNED, DRG_SANCTION, "expel", "THREATEN expel 136"},
    {CODE_READING_PLANNED, DRG_SANCTION, "", "THREATEN relations 131"},
    {CODE_READING_PLANNED, DRG_COERCE, "arrest", "THREATEN arrest 132"},
    {CODE_READING_PLANNED, DRG_COERCE, "deport", "THREATEN expel 136"},
    {CODE_READING_PLANNED, DRG_COERCE, "seize", "THREATEN territory 1382"},
    {CODE_READING_PLANNED, DRG_MOBILIZE, "", "MOBILIZE"},
    {CODE_READING_PLANNED, DRG_PROTEST, "demo", "PROTEST demo"},
    {CODE_READING_PROMISED, DRG_AID, "", "AGREE 033"},
    {CODE_READING_PROMISED, DRG_CONCEDE, "", "CONCEDE 035"},
    {CODE_READING_REFUSED, DRG_CONSULT, "phone", "REJECT meet 125"},
    {CODE_READING_REFUSED, DRG_AID, "", "REJECT assist 122"},
    {CODE_READING_REFUSED, DRG_COOPERATE, "", "REJECT assist 121"},
    {CODE_READING_REFUSED, DRG_RETREAT, "", "REJECT yield 124"},
    {CODE_READING_REFUSED, DRG_AGREE, "", "REJECT 120"},
    {CODE_READING_REFUSED, DRG_ASSAULT, "", "none"},
    {CODE_READING_REFUSED, DRG_SANCTION, "", "none"},
    {CODE_READING_CANCELLED, DRG_CONSULT, "", "REJECT meet 125"},
    {CODE_READING_CANCELLED, DRG_AID, "", "REJECT 120"},
    {CODE_READING_CANCELLED, DRG_PROTEST, "", "none"},
    {CODE_READING_THREATENED, DRG_ASSAULT, "", "THREATEN violence 138"},
    {CODE_READING_THREATENED, DRG_MOBILIZE, "", "THREATEN violence 138"},
    {CODE_READING_THREATENED, DRG_PROTEST, "", "THREATEN restrict 133"},
    {CODE_READING_THREATENED, DRG_CONSULT, "", "none"},
    {CODE_READING_DEMANDED, DRG_CONSULT, "", "REQUEST meet 106"},
    {CODE_READING_DEMANDED, DRG_AID, "", "REQUEST assist 103"},
    {CODE_READING_DEMANDED, DRG_COOPERATE, "", "REQUEST assist 101"},
    {CODE_READING_DEMANDED, DRG_RETREAT, "", "REQUEST yield 105"},
    {CODE_READING_DEMANDED, DRG_SUPPORT, "", "REQUEST change 102"},
    {CODE_READING_DEMANDED, DRG_SANCTION, "", "REQUEST change 104"},
    {CODE_READING_ATTEMPTED, DRG_ASSAULT, "", "ASSAULT"},
    {CODE_READING_ATTEMPTED, DRG_CONSULT, "", "none"},
    {CODE_READING_ALLEGED, DRG_ASSAULT, "", "ACCUSE allege 112"},
    {CODE_READING_ALLEGED, DRG_AID, "", "none"},
    {CODE_READING_NEGATED, DRG_ASSAULT, "", "none"},
};

static void readings_are_those_of_the_manual(void **state)
{
    (void)state;
    char got[64];
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const reading_row *row = &ROWS[i];
        if (!record_mode_exists(row->type, base_text_from(row->mode)))
            fail_msg("%s has no mode %s", drg_type_name(row->type), row->mode);
        print_reading(got, sizeof got, row->reading, row->type, row->mode);
        if (strcmp(got, row->expected) != 0)
            fail_msg("%s %s %s: expected '%s', got '%s'", code_reading_name(row->reading), drg_type_name(row->type),
                     row->mode, row->expected, got);
    }
}

/* The CAMEO root of the types that only a reading gives. */
static const char *root_of(drg_type type)
{
    switch (type) {
    case DRG_AGREE:
    case DRG_CONCEDE: return "03";
    case DRG_REQUEST: return "10";
    case DRG_ACCUSE: return "11";
    case DRG_REJECT: return "12";
    case DRG_THREATEN: return "13";
    default: return NULL;
    }
}

static void check_in_codebook(code_reading reading, drg_type type, drg_text from)
{
    code_act act = code_reading_default(reading, type, from);
    if (act.none) return;
    drg_text cameo = code_reading_cameo(&act, type);
    const char *root = root_of(act.type);
    bool mode = record_mode_exists(act.type, act.mode);
    bool code = root ? record_cameo_exists(cameo) && strncmp(cameo.data, root, 2) == 0 : cameo.size == 0;
    if (!mode || !code)
        fail_msg("%s %s: '%s' with mode '%.*s', CAMEO '%.*s'", code_reading_name(reading), drg_type_name(type),
                 drg_type_name(act.type), BASE_PRINT(act.mode), BASE_PRINT(cameo));
}

static void every_reading_is_in_the_codebook(void **state)
{
    (void)state;
    for (unsigned type = 0; type < DRG_TYPE_COUNT; type++) {
        drg_text mode = {"", 0};
        for (size_t next = 0; next == 0 || mode.size; mode = record_mode_at((drg_type)type, next++))
            for (unsigned reading = 0; reading < CODE_READING_COUNT; reading++)
                check_in_codebook((code_reading)reading, (drg_type)type, mode);
    }
}

/* ---- names */

static void slots_are_found_by_their_names(void **state)
{
    (void)state;
    for (unsigned slot = 1; slot < CODE_SLOT_COUNT; slot++) {
        drg_text name = base_text_from(code_slot_name((code_slot)slot));
        assert_true(name.size > 0);
        assert_int_equal(code_slot_from(name), slot);
        assert_int_equal(code_preposition_from(name), slot >= CODE_SLOT_ABOUT ? slot : CODE_SLOT_NONE);
    }
    static const struct {
        const char *variant;
        code_slot slot;
    } variants[] = {{"towards", CODE_SLOT_TOWARD},   {"upon", CODE_SLOT_ON},        {"onto", CODE_SLOT_ON},
                    {"amongst", CODE_SLOT_AMONG},    {"amidst", CODE_SLOT_AMID},    {"vs", CODE_SLOT_AGAINST},
                    {"vs.", CODE_SLOT_AGAINST},      {"versus", CODE_SLOT_AGAINST}, {"till", CODE_SLOT_UNTIL},
                    {"throughout", CODE_SLOT_DURING}};
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        assert_int_equal(code_slot_from(base_text_from(variants[i].variant)), variants[i].slot);
    assert_int_equal(code_slot_from(BASE_LITERAL("")), CODE_SLOT_NONE);
    assert_int_equal(code_slot_from(BASE_LITERAL("Subject")), CODE_SLOT_NONE);
    assert_int_equal(code_slot_from(BASE_LITERAL("wiht")), CODE_SLOT_NONE);
    assert_string_equal(code_slot_name(CODE_SLOT_COUNT), "");
}

static bool has_file(const char *folder, const char *name, const char *suffix)
{
    char path[512];
    snprintf(path, sizeof path, SOURCE_FOLDER "/data/%s/%s.%s", folder, name, suffix);
    FILE *file = fopen(path, "r");
    if (file) fclose(file);
    return file != NULL;
}

static void cues_and_classes_have_their_files(void **state)
{
    (void)state;
    for (unsigned i = 0; i < CODE_CUE_COUNT; i++)
        if (!has_file("cues", code_cue_name((code_cue_class)i), "tsv"))
            fail_msg("no file for the cue '%s'", code_cue_name((code_cue_class)i));
    for (unsigned i = 0; i < CODE_CLASS_COUNT; i++)
        if (!has_file("classes", code_class_name((code_class)i), "txt"))
            fail_msg("no file for the class '%s'", code_class_name((code_class)i));
    assert_string_equal(code_cue_name(CODE_CUE_COUNT), "");
    assert_string_equal(code_class_name(CODE_CLASS_COUNT), "");
    assert_string_equal(code_reading_name(CODE_READING_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_are_those_of_the_manual),
        cmocka_unit_test(every_reading_is_in_the_codebook),
        cmocka_unit_test(slots_are_found_by_their_names),
        cmocka_unit_test(cues_and_classes_have_their_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
