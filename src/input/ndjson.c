/* SPDX-License-Identifier: Apache-2.0
 * In: one line that should be a JSON object. Out: a drg_source whose texts lie in the parsed object.
 * json-c reads it: several times as fast as the coder, and its strings carry their length, so a NUL byte in a text
 * stays. Bytes of a text that are not UTF-8 pass through: the segmenter notes them, with their place. */
#include <stdlib.h>

#include <json.h>

#include "input/input.h"

void input_json_close(input_json *json)
{
    if (json->object) json_object_put(json->object);
    if (json->tokener) json_tokener_free(json->tokener);
    *json = (input_json){0};
}

static drg_status parse(input_json *json, drg_text line, drg_error *error)
{
    if (json->object) json_object_put(json->object);
    json->object = NULL;
    if (!base_text_starts(line, BASE_LITERAL("{"))) return base_fail(error, DRG_ERROR_FORMAT, "not a JSON object");
    if (!json->tokener) json->tokener = json_tokener_new_ex(BOUND_JSON_DEPTH);
    if (!json->tokener) return base_fail(error, DRG_ERROR_MEMORY, "no memory for the line");
    json_tokener_reset(json->tokener);
    json_tokener_set_flags(json->tokener, JSON_TOKENER_STRICT);
    json->object = json_tokener_parse_ex(json->tokener, line.data, (int)line.size);
    enum json_tokener_error problem = json_tokener_get_error(json->tokener);
    size_t read = json_tokener_get_parse_end(json->tokener);
    if (problem == json_tokener_continue)
        return base_fail(error, DRG_ERROR_FORMAT, "not JSON: it breaks off after %zu bytes", line.size);
    if (problem != json_tokener_success)
        return base_fail(error, DRG_ERROR_FORMAT, "not JSON: %s at byte %zu", json_tokener_error_desc(problem), read);
    if (read < line.size)
        return base_fail(error, DRG_ERROR_FORMAT, "not JSON: more after the object, at byte %zu", read);
    return DRG_OK;
}

/* The field's value as text. Not there, null and "" are the unknown text; a whole number is taken as it is written. */
static drg_status field(const input_json *json, const char *name, const char *usual, drg_text *ret_text,
                        drg_error *error)
{
    if (!name) name = usual;
    *ret_text = (drg_text){NULL, 0};
    struct json_object *value = NULL;
    if (!*name || !json_object_object_get_ex(json->object, name, &value) || !value) return DRG_OK;
    bool number = json_object_is_type(value, json_type_int);
    if (!number && !json_object_is_type(value, json_type_string))
        return base_fail(error, DRG_ERROR_FORMAT, "the field '%s' is no text but %s", name,
                         json_type_to_name(json_object_get_type(value)));
    const char *string = json_object_get_string(value);
    size_t size = (size_t)json_object_get_string_len(value);
    if (number && string) size = strlen(string);
    if (size && string) *ret_text = (drg_text){string, size};
    return DRG_OK;
}

/* Keeps the date in ISO form: many programs write a blank in place of the T. */
static drg_status keep_date(input_json *json, drg_text *date, drg_error *error)
{
    if (!date->size) return DRG_OK;
    if (date->size < sizeof json->published) {
        memcpy(json->published, date->data, date->size);
        if (date->size > 10 && json->published[10] == ' ') json->published[10] = 'T';
        date->data = json->published;
    }
    return drg_date_check(*date, error);
}

static drg_status text_field(const input_json *json, const char *name, drg_text *ret_text, drg_error *error)
{
    struct json_object *value = NULL;
    if (!name) name = "text";
    if (!json_object_object_get_ex(json->object, name, &value))
        return base_fail(error, DRG_ERROR_FORMAT, "the field '%s' is missing", name);
    if (!json_object_is_type(value, json_type_string))
        return base_fail(error, DRG_ERROR_FORMAT, "the field '%s' is no text but %s", name,
                         json_type_to_name(json_object_get_type(value)));
    *ret_text = (drg_text){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    if (ret_text->size > BOUND_DOCUMENT_BYTES)
        return base_fail(error, DRG_ERROR_LIMIT, "the text has %zu bytes, at most %zu are read", ret_text->size,
                         BOUND_DOCUMENT_BYTES);
    return DRG_OK;
}

drg_status input_json_line(input_json *json, const drg_field_names *names, drg_text line, drg_source *ret_source,
                           drg_error *error)
{
    *ret_source = (drg_source){0};
    drg_status status = parse(json, base_text_trim(line), error);
    if (status == DRG_OK) status = text_field(json, names->text, &ret_source->text, error);
    if (status == DRG_OK) status = field(json, names->id, "id", &ret_source->id, error);
    if (status == DRG_OK) status = field(json, names->url, "url", &ret_source->url, error);
    if (status == DRG_OK) status = field(json, names->publisher, "publisher", &ret_source->publisher, error);
    if (status == DRG_OK) status = field(json, names->title, "title", &ret_source->title, error);
    if (status == DRG_OK) status = field(json, names->author, "author", &ret_source->author, error);
    if (status == DRG_OK) status = field(json, names->language, "language", &ret_source->language, error);
    if (status == DRG_OK) status = field(json, names->published, "date", &ret_source->published, error);
    return status == DRG_OK ? keep_date(json, &ret_source->published, error) : status;
}
