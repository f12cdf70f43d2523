/* SPDX-License-Identifier: Apache-2.0
 * Meetings as short reports tell them: what became of each, where and when, who comes and who stays away. Read with the
 * built data file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "dragoman.h"

typedef struct meeting_case {
    const char *text, *meetings;
} meeting_case;

/* Meetings with "; " between them: status level place from: name/attendance, ... */
static const meeting_case CASES[] = {
    {"Talks between Chad and Sudan planned for Thursday in Doha were postponed on Tuesday.",
     "postponed - Doha 2024-05-16: Chad/invited, Sudan/invited"},
    {"Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi on Monday.",
     "held head-of-state Nairobi 2024-05-13: William Ruto/attending, Yoweri Museveni/attending"},
    {"Peru and Chile were to hold talks in Lima on 17 May. Chile pulled out of the talks on Wednesday.",
     "planned - Lima 2024-05-17: Peru/invited, Chile/withdrew"},
    {"The talks between Armenia and Azerbaijan in Vienna collapsed on Tuesday.",
     "collapsed - Vienna 2024-05-14: Armenia/attending, Azerbaijan/attending"},
    {"Norway offered to meet Russia in Oslo.", "proposed - Oslo -: Norway/invited, Russia/invited"},
    {"Brazil rejected the plan.", ""},
    {"The minister gave a press conference in Rome.", ""},
};

static void append(char *line, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void append(char *line, size_t size, const char *format, ...)
{
    size_t used = strlen(line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + used, size - used, format, arguments);
    va_end(arguments);
}

static void show(const drg_document *document, char *line, size_t size)
{
    for (size_t i = 0; i < drg_document_meeting_count(document); i++) {
        const drg_meeting *meeting = &drg_document_meetings(document)[i];
        const drg_place *place = meeting->place == DRG_NONE ? NULL : &drg_document_places(document)[meeting->place];
        const char *from = meeting->date == DRG_NONE ? "-" : drg_document_dates(document)[meeting->date].from;
        append(line, size, "%s%s %.*s %.*s %s:", i ? "; " : "", drg_meeting_status_name(meeting->status),
               meeting->level.size ? (int)meeting->level.size : 1, meeting->level.size ? meeting->level.data : "-",
               place ? (int)place->name.size : 1, place ? place->name.data : "-", from);
        for (size_t k = 0; k < meeting->participant_count; k++) {
            const drg_participant *one = &meeting->participants[k];
            const drg_mention *mention = &drg_document_mentions(document)[one->mention];
            drg_text name = drg_document_actors(document)[mention->actor].name;
            append(line, size, "%s %.*s/%s", k ? "," : "", (int)name.size, name.data,
                   drg_attendance_name(one->attendance));
        }
    }
}

static void meetings_are_told(void **state)
{
    drg_engine *engine = NULL;
    drg_session *session = NULL;
    drg_error error;
    const char *data = getenv("DRAGOMAN_DATA");
    (void)state;
    assert_non_null(data);
    assert_int_equal(drg_engine_open(data, &engine, &error), DRG_OK);
    assert_int_equal(drg_session_open(engine, NULL, &session, &error), DRG_OK);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char line[2000] = "";
        drg_document *document = NULL;
        drg_source source = {.text = {CASES[i].text, strlen(CASES[i].text)}, .published = {"2024-05-15", 10}};
        assert_int_equal(drg_session_read(session, &source, &document, &error), DRG_OK);
        show(document, line, sizeof line);
        if (strcmp(line, CASES[i].meetings) != 0) print_message("%s\n", CASES[i].text);
        assert_string_equal(line, CASES[i].meetings);
        drg_document_close(document);
    }
    drg_session_close(session);
    drg_engine_close(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(meetings_are_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
