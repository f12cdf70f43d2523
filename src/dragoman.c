/* SPDX-License-Identifier: Apache-2.0
 *
 * The body of the public header: engines, sessions, the reading of one text, and the building of a data file. It alone
 * sees all rooms.
 *
 * Running out of memory is one jump to the place that set the escape (src/base/arena.h). Each such place stands in a
 * function of its own that owns nothing, so that its caller gives everything back on both ways.
 */
#include "dragoman.h"

#include <stdlib.h>

#include "pipeline/pipeline.h"
#include "store/store.h"

struct drg_engine {
    model_file *file;
    pipeline_rooms rooms;
};

struct drg_session {
    const drg_engine *engine;
    drg_options options;
    language_scratch *scratch;
    base_arena arena; /* of one document at a time */
    drg_timing timing;
};

const char *drg_version(void)
{
    return DRG_VERSION;
}

/* ---------------------------------------------------------------- engine */

drg_status drg_engine_open(const char *data_file, drg_engine **ret_engine, drg_error *error)
{
    drg_engine *engine = calloc(1, sizeof *engine);
    if (!engine) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to open it", data_file);
    drg_status status = model_file_open(data_file, &engine->file, error);
    if (status == DRG_OK) status = pipeline_open(engine->file, &engine->rooms, error);
    if (status != DRG_OK) {
        drg_engine_close(engine);
        return status;
    }
    *ret_engine = engine;
    return DRG_OK;
}

void drg_engine_close(drg_engine *engine)
{
    if (!engine) return;
    pipeline_close(&engine->rooms);
    model_file_close(engine->file);
    free(engine);
}

size_t drg_engine_value_count(const drg_engine *engine)
{
    return model_file_value_count(engine->file);
}

void drg_engine_value_at(const drg_engine *engine, size_t index, drg_text *ret_key, drg_text *ret_value)
{
    model_file_value_at(engine->file, index, ret_key, ret_value);
}

bool drg_engine_place(const drg_engine *engine, drg_text name, drg_text country, drg_place *ret_place)
{
    return find_known_place(engine->rooms.find, name, country, ret_place);
}

size_t drg_engine_example_count(const drg_engine *engine)
{
    size_t count = 0;
    code_examples(engine->rooms.code, &count);
    return count;
}

const drg_example *drg_engine_examples(const drg_engine *engine)
{
    size_t count = 0;
    return code_examples(engine->rooms.code, &count);
}

drg_status drg_lexicon_open(const drg_engine *engine, drg_lexicon **ret_lexicon, drg_error *error)
{
    return code_lexicon_open(engine->rooms.code, ret_lexicon, error);
}

/* ---------------------------------------------------------------- session */

/* The document and the scratch memory get half of the limit each; 0 would be no limit. */
static size_t half_limit(const drg_session *session)
{
    size_t half = session->options.memory_limit / 2;
    return half ? half : 1;
}

drg_status drg_session_open(const drg_engine *engine, const drg_options *options, drg_session **ret_session,
                            drg_error *error)
{
    drg_session *session = calloc(1, sizeof *session);
    language_scratch *scratch = session ? language_scratch_new(engine->rooms.language) : NULL;
    if (!scratch) {
        free(session);
        return base_fail(error, DRG_ERROR_MEMORY, "no memory for a session");
    }
    *session = (drg_session){.engine = engine, .scratch = scratch, .options = {.depth = DRG_DEPTH_EVENTS}};
    if (options) session->options = *options;
    if (!session->options.memory_limit) session->options.memory_limit = BOUND_DOCUMENT_MEMORY;
    base_arena_open(&session->arena, half_limit(session), NULL);
    *ret_session = session;
    return DRG_OK;
}

void drg_session_close(drg_session *session)
{
    if (!session) return;
    language_scratch_free(session->scratch);
    base_arena_close(&session->arena);
    free(session);
}

drg_timing drg_session_timing(const drg_session *session)
{
    return session->timing;
}

/* ---------------------------------------------------------------- reading one text */

/* What a reading starts from. */
typedef struct reading {
    const drg_source *source;
    const drg_text *conllu; /* NULL: from source->text */
    drg_conllu_use use;
} reading;

static void copy_source(drg_document *document, const drg_source *source, bool with_text)
{
    base_arena *arena = &document->arena;
    document->source = (drg_source){
        .id = base_text_copy(arena, base_utf8_repair(arena, source->id)),
        .url = base_text_copy(arena, source->url),
        .publisher = base_text_copy(arena, source->publisher),
        .title = base_text_copy(arena, source->title),
        .author = base_text_copy(arena, source->author),
        .published = base_text_copy(arena, source->published),
        .language = base_text_copy(arena, source->language),
    };
    if (with_text) document->source.text = base_text_copy(arena, source->text);
}

static drg_status check_trees(const drg_document *document, drg_error *error)
{
    for (size_t i = 0; i < document->sentences.count; i++) {
        const drg_sentence *sentence = &document->sentences.items[i];
        size_t roots = 0;
        for (size_t k = 0; k < sentence->token_count; k++)
            roots += document->tokens.items[sentence->first_token + k].head == DRG_NONE;
        if (roots != 1)
            return base_fail(error, DRG_ERROR_FORMAT, "sentence %zu of the CoNLL-U text has no tree", i + 1);
    }
    return DRG_OK;
}

static drg_status read_conllu(drg_session *session, const reading *from, drg_document *document, pipeline_order *order,
                              drg_error *error)
{
    order->start = from->use == DRG_CONLLU_TREES ? PIPELINE_TREES : PIPELINE_TOKENS;
    drg_status status = language_read_conllu(&session->arena, document, *from->conllu, error);
    if (status == DRG_OK && order->start == PIPELINE_TREES) status = check_trees(document, error);
    return status;
}

/* Fills the document. What it has taken is given back by the caller, also after a jump. */
static drg_status fill(drg_session *session, const reading *from, drg_document *document, drg_error *error)
{
    jmp_buf escape;
    base_arena_open(&document->arena, half_limit(session), &escape);
    session->arena.escape = &escape;
    if (setjmp(escape))
        return base_fail(error, DRG_ERROR_MEMORY,
                         "no more memory: a text of %zu bytes took %zu, and at most %zu may be taken",
                         from->conllu ? from->conllu->size : from->source->text.size,
                         document->arena.taken + session->arena.taken, session->options.memory_limit);
    copy_source(document, from->source, !from->conllu);
    if (from->conllu) {
        document->conllu = base_text_copy(&document->arena, *from->conllu);
        document->conllu_use = from->use;
    }
    pipeline_order order = {PIPELINE_TEXT, session->options.depth, session->options.explain, session->options.readings};
    if (from->conllu) {
        drg_status status = read_conllu(session, from, document, &order, error);
        if (status != DRG_OK) return status;
    }
    document->id = record_document_id(&document->arena, &document->source);
    pipeline_read(&session->engine->rooms, session->scratch, &session->arena, order, document, &session->timing);
    return DRG_OK;
}

static drg_status check_source(const drg_source *source, drg_error *error)
{
    if (source->text.size > BOUND_DOCUMENT_BYTES)
        return base_fail(error, DRG_ERROR_LIMIT, "a text of %zu bytes, at most %zu are read", source->text.size,
                         BOUND_DOCUMENT_BYTES);
    return source->published.size ? drg_date_check(source->published, error) : DRG_OK;
}

static drg_status read_document(drg_session *session, const reading *from, drg_document **ret_document,
                                drg_error *error)
{
    drg_status status = check_source(from->source, error);
    if (status != DRG_OK) return status;
    drg_document *document = calloc(1, sizeof *document);
    if (!document) return base_fail(error, DRG_ERROR_MEMORY, "no memory for a document");
    status = fill(session, from, document, error);
    document->arena.escape = session->arena.escape = NULL; /* what they pointed to is gone */
    base_arena_reset(&session->arena);
#ifdef DRAGOMAN_CHECK_RECORD
    if (status == DRG_OK) status = record_check(document, error);
#endif
    if (status == DRG_OK)
        *ret_document = document;
    else
        drg_document_close(document);
    return status;
}

drg_status drg_session_read(drg_session *session, const drg_source *source, drg_document **ret_document,
                            drg_error *error)
{
    return read_document(session, &(reading){.source = source}, ret_document, error);
}

drg_status drg_session_read_conllu(drg_session *session, const drg_source *source, drg_text conllu, drg_conllu_use use,
                                   drg_document **ret_document, drg_error *error)
{
    drg_source without_text = *source;
    without_text.text = (drg_text){0};
    reading from = {.source = &without_text, .conllu = &conllu, .use = use};
    return read_document(session, &from, ret_document, error);
}

/* ---------------------------------------------------------------- relations */

/* The walk over a sentence wants the document as the rooms fill it; relating only reads it. */
static drg_status relate(drg_session *session, drg_document *document, drg_span actor, drg_span recipient,
                         drg_relation *ret_ranking, drg_error *error)
{
    jmp_buf escape;
    session->arena.escape = &escape;
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "no more memory to relate two parties");
    code_relation ranking[DRG_TYPE_COUNT];
    if (!code_relate(session->engine->rooms.code, &session->arena, document, actor, recipient, ranking))
        return base_fail(error, DRG_ERROR_USAGE, "no word of the document lies in [%u, %u)", actor.begin, actor.end);
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++)
        ret_ranking[i] = (drg_relation){ranking[i].type, ranking[i].probability, ranking[i].token, ranking[i].status};
    return DRG_OK;
}

drg_status drg_relate(drg_session *session, const drg_document *document, drg_span actor, drg_span recipient,
                      drg_relation ret_ranking[DRG_TYPE_COUNT], drg_error *error)
{
    drg_document view = *document;
    drg_status status = relate(session, &view, actor, recipient, ret_ranking, error);
    session->arena.escape = NULL;
    base_arena_reset(&session->arena);
    return status;
}

/* ---------------------------------------------------------------- the record file */

/* The files that the data file was built from are its identity: the file itself says so, "sha256/NAME". */
drg_status drg_record_engine(drg_record *record, const drg_engine *engine, drg_error *error)
{
    size_t value_count = drg_engine_value_count(engine), count = 0;
    store_input *inputs = calloc(value_count + 1, sizeof *inputs);
    if (!inputs) return base_fail(error, DRG_ERROR_MEMORY, "no memory to name the engine");
    drg_text start = BASE_LITERAL("sha256/");
    for (size_t i = 0; i < value_count; i++) {
        drg_text key, value;
        drg_engine_value_at(engine, i, &key, &value);
        if (!base_text_starts(key, start)) continue;
        inputs[count++] = (store_input){base_text_slice(key, start.size, key.size), value};
    }
    drg_status status = store_use_engine(record, inputs, count, error);
    free(inputs);
    return status;
}

/* ---------------------------------------------------------------- building a data file */

/* The models' manifest tells, for people, what each was trained on and under which licence it stands. */
static drg_status add_manifest(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    drg_text manifest;
    const char *path = base_text_format(arena, "%s/MANIFEST", model_folder).data;
    drg_status status = base_file_read(arena, path, BOUND_RULE_FILE_BYTES, &manifest, error);
    if (status == DRG_OK)
        model_builder_value(builder, BASE_LITERAL("licence/models"), base_utf8_repair(arena, manifest));
    return status;
}

/* Compiles and writes. What the arena has taken is given back by the caller, also after a jump. */
static drg_status build(base_arena *arena, const char *data_folder, const char *model_folder, const char *gazetteer,
                        const char *data_file, drg_error *error)
{
    jmp_buf escape;
    base_arena_open(arena, 0, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to build it", data_file);
    model_builder *builder = model_builder_new(arena);
    model_builder_value(builder, BASE_LITERAL("format"), BASE_LITERAL("dragoman " DRG_VERSION));
    drg_status status = pipeline_compile(arena, data_folder, model_folder, gazetteer, builder, error);
    if (status == DRG_OK) status = model_builder_provenance(builder, arena, data_folder, "data", error);
    if (status == DRG_OK) status = model_builder_provenance(builder, arena, model_folder, "models", error);
    if (status == DRG_OK) status = add_manifest(arena, model_folder, builder, error);
    return status == DRG_OK ? model_builder_write(builder, data_file, error) : status;
}

drg_status drg_build(const char *data_folder, const char *model_folder, const char *gazetteer, const char *data_file,
                     drg_error *error)
{
    base_arena arena;
    drg_status status = build(&arena, data_folder, model_folder, gazetteer, data_file, error);
    base_arena_close(&arena);
    return status;
}

/* ---------------------------------------------------------------- across documents */

/* Apart from drg_record_gather, because what a function has changed after its setjmp is lost to it after the jump. */
static drg_status gather_all(drg_record *record, const drg_engine *engine, record_gathering *gathering,
                             drg_error *error)
{
    jmp_buf escape;
    base_arena_open(gathering->arena, 0, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "no memory to join what the documents tell");
    talks_give_processes(engine->rooms.talks, gathering);
    drg_status status = store_gather_load(record, gathering, error);
    if (status != DRG_OK) return status;
    talks_gather(gathering);
    return store_gather_save(record, gathering, error);
}

drg_status drg_record_gather(drg_record *record, const drg_engine *engine, drg_error *error)
{
    bool due = false;
    if (!record->may_write) return base_fail(error, DRG_ERROR_USAGE, "a record opened for reading cannot be joined");
    drg_status status = drg_record_commit(record, error);
    if (status == DRG_OK) status = store_gather_is_due(record, &due, error);
    if (status != DRG_OK || !due) return status;
    status = store_begin(&record->database, error);
    if (status != DRG_OK) return status;
    base_arena arena;
    record_gathering gathering = {.arena = &arena};
    status = gather_all(record, engine, &gathering, error);
    base_arena_close(&arena);
    if (status == DRG_OK) status = store_commit(&record->database, error);
    if (status != DRG_OK) store_rollback(&record->database);
    return status;
}
