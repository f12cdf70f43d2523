/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with its text. Out: the document with sentences, trees, actors, dates, places and events. Each stage
 * sees the whole document, so that a later sentence can be read in the light of an earlier one; the price is that a
 * document's memory grows with its length.
 */
#include "pipeline/pipeline.h"

#include <inttypes.h>
#include <time.h>

drg_status pipeline_open(const model_file *file, pipeline_rooms *rooms, drg_error *error)
{
    *rooms = (pipeline_rooms){0};
    drg_status status = language_open(file, &rooms->language, error);
    if (status == DRG_OK) status = find_open(file, &rooms->find, error);
    if (status == DRG_OK) status = code_open(file, &rooms->code, error);
    if (status == DRG_OK) status = talks_open(file, &rooms->talks, error);
    return status;
}

void pipeline_close(pipeline_rooms *rooms)
{
    if (rooms->talks) talks_close(rooms->talks);
    if (rooms->code) code_close(rooms->code);
    if (rooms->find) find_close(rooms->find);
    if (rooms->language) language_close(rooms->language);
    *rooms = (pipeline_rooms){0};
}

drg_status pipeline_compile(base_arena *arena, const char *data_folder, const char *model_folder, const char *gazetteer,
                            model_builder *builder, drg_error *error)
{
    drg_status status = language_compile(arena, data_folder, model_folder, builder, error);
    if (status == DRG_OK) status = find_compile(arena, data_folder, gazetteer, builder, error);
    if (status == DRG_OK) status = find_compile_model(arena, model_folder, builder, error);
    if (status == DRG_OK) status = code_compile(arena, data_folder, model_folder, builder, error);
    if (status == DRG_OK) status = talks_compile(arena, data_folder, builder, error);
    return status;
}

/* Of the processor, not of the wall: other work on the machine is not counted. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Adds the seconds since *at and moves it on. */
static void charge(double *seconds, double *at)
{
    double end = now();
    *seconds += end - *at;
    *at = end;
}

static void read_language(const pipeline_rooms *rooms, language_scratch *scratch, base_arena *arena,
                          pipeline_start start, drg_document *document, drg_timing *timing)
{
    double at = now();
    if (start == PIPELINE_TEXT) language_segment(rooms->language, arena, document);
    charge(&timing->segment, &at);
    if (start == PIPELINE_TREES) return;
    language_parse(rooms->language, scratch, arena, document);
    charge(&timing->parse, &at);
    language_lemmatize(rooms->language, arena, document);
    charge(&timing->lemma, &at);
}

/* An event's id: 16 hexadecimal digits of a hash of what makes it this event. Two that agree in all of it (a rule that
 * fires twice on the same words) are told apart by their number. */
static void name_events(base_arena *arena, drg_document *document)
{
    base_map seen = {0};
    for (size_t i = 0; i < document->events.count; i++) {
        drg_event *event = &document->events.items[i];
        drg_text whole = base_text_format(arena,
                                          "%016" PRIx64 " %" PRIu32 " %" PRIu32 " %" PRIu32 " %" PRIu32 " %016" PRIx64
                                          " %d %016" PRIx64,
                                          base_text_hash(document->id), event->span.begin, event->span.end,
                                          event->trigger.begin, event->trigger.end, base_text_hash(event->rule),
                                          (int)event->type, base_text_hash(event->mode));
        uint32_t *times = base_map_put(arena, &seen, whole, 0);
        if ((*times)++) whole = base_text_format(arena, "%s %" PRIu32, whole.data, *times);
        event->id = base_text_format(&document->arena, "%016" PRIx64, base_text_hash(whole));
    }
}

void pipeline_read(const pipeline_rooms *rooms, language_scratch *scratch, base_arena *arena, pipeline_order order,
                   drg_document *document, drg_timing *timing)
{
    read_language(rooms, scratch, arena, order.start, document, timing);
    double at = now();
    if (order.depth != DRG_DEPTH_LANGUAGE) {
        find_read(rooms->find, arena, document);
        charge(&timing->find, &at);
        code_read(rooms->code, arena, order.explain, document);
        name_events(arena, document);
    }
    if (order.readings || order.depth != DRG_DEPTH_LANGUAGE) {
        code_read_predicates(rooms->code, arena, document);
        charge(&timing->code, &at);
    }
    if (order.depth != DRG_DEPTH_LANGUAGE) {
        talks_read(rooms->talks, arena, document);
        charge(&timing->talks, &at);
    }
    if (!order.readings) document->readings = NULL; /* the talks room alone asked for them */
}
