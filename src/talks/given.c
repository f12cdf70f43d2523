/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/processes/ID.yaml, one negotiation each: name, from, to, parties, words. Out: the section "talks.processes",
 * and its entries for a gathering. YAML by libyaml, since people write these files. */
#include "talks/words.h"

#include <yaml.h>

#define SECTION "talks.processes"
#define MOST 1000 /* definitions, and parties or words of one */

/* ---- compiling */

typedef struct given_reader {
    base_arena *arena;
    const char *path;
    yaml_document_t *yaml;
    drg_error *error;
} given_reader;

static drg_status wrong(const given_reader *reader, const yaml_node_t *node, const char *what)
{
    return base_fail(reader->error, DRG_ERROR_FORMAT, "%s line %zu: %s", reader->path,
                     node ? node->start_mark.line + 1 : (size_t)1, what);
}

static drg_text text_of(const given_reader *reader, const yaml_node_t *node)
{
    drg_text value = {(const char *)node->data.scalar.value, node->data.scalar.length};
    return base_text_copy(reader->arena, value);
}

static drg_status read_list(given_reader *reader, const yaml_node_t *node, drg_texts *ret_texts)
{
    if (node->type != YAML_SEQUENCE_NODE) return wrong(reader, node, "a list is expected");
    size_t count = (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    if (!count || count > MOST) return wrong(reader, node, "one to 1000 entries are expected");
    drg_text *items = BASE_ARRAY(reader->arena, drg_text, count);
    for (size_t i = 0; i < count; i++) {
        const yaml_node_t *item = yaml_document_get_node(reader->yaml, node->data.sequence.items.start[i]);
        if (item->type != YAML_SCALAR_NODE || !item->data.scalar.length)
            return wrong(reader, item, "a word or a party is expected");
        items[i] = text_of(reader, item);
    }
    *ret_texts = (drg_texts){items, count};
    return DRG_OK;
}

static drg_status read_pair(given_reader *reader, const yaml_node_pair_t *pair, gather_given *given)
{
    const yaml_node_t *key = yaml_document_get_node(reader->yaml, pair->key);
    const yaml_node_t *value = yaml_document_get_node(reader->yaml, pair->value);
    if (key->type != YAML_SCALAR_NODE) return wrong(reader, key, "name, parties or words is expected");
    drg_text name = text_of(reader, key);
    if (base_text_is(name, "name")) {
        if (value->type != YAML_SCALAR_NODE || !value->data.scalar.length)
            return wrong(reader, value, "a name is expected");
        given->name = text_of(reader, value);
        return DRG_OK;
    }
    drg_text *day = base_text_is(name, "from") ? &given->from : base_text_is(name, "to") ? &given->to : NULL;
    if (day) {
        if (value->type == YAML_SCALAR_NODE) *day = text_of(reader, value);
        return gather_day(*day) == INT32_MIN || day->size != 10 ? wrong(reader, value, "a day is expected: 2023-10-07")
                                                                : DRG_OK;
    }
    if (base_text_is(name, "parties")) return read_list(reader, value, &given->parties);
    if (base_text_is(name, "words")) return read_list(reader, value, &given->words);
    return wrong(reader, key, "the fields are name, from, to, parties and words");
}

static drg_status read_given(given_reader *reader, gather_given *given)
{
    const yaml_node_t *root = yaml_document_get_root_node(reader->yaml);
    if (!root || root->type != YAML_MAPPING_NODE) return wrong(reader, root, "name, parties and words are expected");
    drg_status status = DRG_OK;
    for (const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
         pair < root->data.mapping.pairs.top && status == DRG_OK; pair++)
        status = read_pair(reader, pair, given);
    if (status == DRG_OK && (!given->name.size || !given->parties.count || !given->words.count))
        return wrong(reader, root, "name, parties and words are all wanted");
    return status;
}

static drg_status read_file(base_arena *arena, const char *path, gather_given *given, drg_error *error)
{
    drg_text bytes;
    drg_status status = base_file_read(arena, path, BOUND_RULE_FILE_BYTES, &bytes, error);
    if (status != DRG_OK) return status;
    yaml_parser_t parser;
    yaml_document_t yaml;
    if (!yaml_parser_initialize(&parser)) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to read it", path);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.data, bytes.size);
    if (yaml_parser_load(&parser, &yaml)) {
        given_reader reader = {arena, path, &yaml, error};
        status = read_given(&reader, given);
        yaml_document_delete(&yaml);
    } else {
        status = base_fail(error, DRG_ERROR_FORMAT, "%s line %zu: %s", path, parser.problem_mark.line + 1,
                           parser.problem ? parser.problem : "no YAML");
    }
    yaml_parser_delete(&parser);
    return status;
}

static void put_texts(model_bytes *bytes, drg_texts texts)
{
    model_put_u32(bytes, (uint32_t)texts.count);
    for (size_t i = 0; i < texts.count; i++) model_put_text(bytes, texts.items[i]);
}

drg_status talks_compile_processes(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error)
{
    drg_texts files = {0};
    const char *folder = base_text_format(arena, "%s/processes", data_folder).data;
    drg_status status = DRG_OK;
    if (base_folder_exists(folder)) status = base_folder_list(arena, folder, ".yaml", false, &files, error);
    if (status == DRG_OK && files.count > MOST)
        status = base_fail(error, DRG_ERROR_FORMAT, "%s: has more than 1000 files", folder);
    model_bytes *bytes = BASE_ARRAY(arena, model_bytes, 1);
    bytes->arena = arena;
    model_put_u32(bytes, (uint32_t)files.count);
    for (size_t i = 0; i < files.count && status == DRG_OK; i++) {
        gather_given given = {.id = base_text_slice(files.items[i], 0, files.items[i].size - 5)};
        const char *path = base_text_format(arena, "%s/%.*s", folder, BASE_PRINT(files.items[i])).data;
        status = read_file(arena, path, &given, error);
        if (status != DRG_OK) break;
        model_put_text(bytes, given.id);
        model_put_text(bytes, given.name);
        model_put_text(bytes, given.from);
        model_put_text(bytes, given.to);
        put_texts(bytes, given.parties);
        put_texts(bytes, given.words);
    }
    if (status == DRG_OK) model_builder_section(builder, SECTION, bytes->data.items, bytes->data.count);
    return status;
}

/* ---- opening */

static drg_texts get_texts(model_reader *reader, base_arena *arena)
{
    uint32_t count = model_get_u32(reader);
    if (count > MOST) reader->broken = true;
    if (reader->broken) return (drg_texts){0};
    drg_text *items = BASE_ARRAY(arena, drg_text, count + 1);
    for (uint32_t i = 0; i < count; i++) items[i] = model_get_text(reader);
    return (drg_texts){items, count};
}

drg_status talks_open_processes(const model_file *file, talks_words *words, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, SECTION, &bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    uint32_t count = model_get_u32(&reader);
    if (count > MOST) reader.broken = true;
    if (reader.broken) count = 0;
    gather_given *given = BASE_ARRAY(&words->arena, gather_given, count + 1);
    for (uint32_t i = 0; i < count && !reader.broken; i++) {
        given[i].id = model_get_text(&reader);
        given[i].name = model_get_text(&reader);
        given[i].from = model_get_text(&reader);
        given[i].to = model_get_text(&reader);
        given[i].parties = get_texts(&reader, &words->arena);
        given[i].words = get_texts(&reader, &words->arena);
    }
    words->given = given;
    words->given_count = count;
    return model_reader_done(&reader, file, SECTION, error);
}

void talks_give_processes(const talks_words *words, record_gathering *gathering)
{
    for (size_t i = 0; i < words->given_count; i++) base_push(gathering->arena, &gathering->given) = words->given[i];
}
