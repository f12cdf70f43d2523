/* SPDX-License-Identifier: Apache-2.0
 * Codes one text and prints its events.
 * usage: code_text DATA_FILE DATE TEXT
 */
#include <stdio.h>
#include <string.h>

#include "dragoman.h"

/* Prints the canonical names of mentions, separated by commas. */
static void print_names(const drg_document *document, const drg_indexes *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        const drg_mention *mention = &drg_document_mentions(document)[mentions->items[i]];
        drg_text name = drg_document_actors(document)[mention->actor].name;
        printf("%s%.*s", i ? ", " : "", (int)name.size, name.data);
    }
}

static void print_event(const drg_document *document, const drg_event *event)
{
    drg_text text = drg_document_text(document);
    print_names(document, &event->actors);
    printf(" | %s%s%.*s | ", drg_type_name(event->type), event->mode.size ? "-" : "", (int)event->mode.size,
           event->mode.data);
    print_names(document, &event->recipients);
    if (event->date != DRG_NONE) printf(" | %s", drg_document_dates(document)[event->date].from);
    printf(" | %s | \"%.*s\"\n", drg_event_status_name(event->status), (int)(event->trigger.end - event->trigger.begin),
           text.data + event->trigger.begin);
}

static drg_status code(const char *data_file, const drg_source *source, drg_error *error)
{
    drg_engine *engine = NULL;
    drg_session *session = NULL;
    drg_document *document = NULL;
    drg_status status = drg_engine_open(data_file, &engine, error);
    if (status == DRG_OK) status = drg_session_open(engine, NULL, &session, error);
    if (status == DRG_OK) status = drg_session_read(session, source, &document, error);
    if (status == DRG_OK)
        for (size_t i = 0; i < drg_document_event_count(document); i++)
            print_event(document, &drg_document_events(document)[i]);
    drg_document_close(document);
    drg_session_close(session);
    drg_engine_close(engine);
    return status;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s DATA_FILE DATE TEXT\n", argv[0]);
        return 2;
    }
    drg_source source = {.text = {argv[3], strlen(argv[3])}, .published = {argv[2], strlen(argv[2])}};
    drg_error error = {""};
    if (code(argv[1], &source, &error) == DRG_OK) return 0;
    fprintf(stderr, "%s\n", error.message);
    return 1;
}
