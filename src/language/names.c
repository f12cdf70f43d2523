/* SPDX-License-Identifier: Apache-2.0
 *
 * Names of relations, tags and features: numbers to text and back.
 *
 * The tables are the X lists of language.h. They hold some fifty short names each, so a name is found by looking along
 * the table: this is done when data is read or trained, never a word at a time while parsing.
 */
#include "language/language.h"

static const drg_text relation_names[] = {
#define NAME_ITEM(name, text) {text, sizeof(text) - 1},
    LANGUAGE_RELATIONS(NAME_ITEM)};

static const drg_text tag_names[] = {LANGUAGE_TAGS(NAME_ITEM)
#undef NAME_ITEM
};

drg_text language_relation_name(language_relation relation)
{
    return relation_names[relation < LANGUAGE_RELATION_COUNT ? relation : LANGUAGE_DEP];
}

drg_text language_tag_name(language_tag tag)
{
    return tag_names[tag < LANGUAGE_TAG_COUNT ? tag : LANGUAGE_TAG_XX];
}

static uint32_t name_find(const drg_text *names, size_t count, drg_text name)
{
    for (size_t i = 0; i < count; i++)
        if (base_text_equal(names[i], name)) return (uint32_t)i;
    return DRG_NONE;
}

uint32_t language_relation_from(drg_text name)
{
    uint32_t whole = name_find(relation_names, LANGUAGE_RELATION_COUNT, name);
    if (whole != DRG_NONE || name.size == 0) return whole;
    const char *colon = memchr(name.data, ':', name.size);
    if (!colon) return DRG_NONE;
    return name_find(relation_names, LANGUAGE_RELATION_COUNT, (drg_text){name.data, (size_t)(colon - name.data)});
}

uint32_t language_tag_from(drg_text name)
{
    return name_find(tag_names, LANGUAGE_TAG_COUNT, name);
}

drg_text language_feature(drg_text feats, const char *name)
{
    size_t name_size = strlen(name);
    for (size_t at = 0; at < feats.size;) {
        const char *bar = memchr(feats.data + at, '|', feats.size - at);
        size_t end = bar ? (size_t)(bar - feats.data) : feats.size;
        if (end - at > name_size && memcmp(feats.data + at, name, name_size) == 0 && feats.data[at + name_size] == '=')
            return base_text_slice(feats, at + name_size + 1, end);
        at = end + 1;
    }
    return (drg_text){NULL, 0};
}
