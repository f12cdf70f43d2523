/* SPDX-License-Identifier: Apache-2.0
 *
 * In: articles with the place names in them and where those lie, in the XML of two sets for geoparsing: LGL (Lieberman
 * and others, ICDE 2010: <toponym> with <gaztag geonameid>) and GeoVirus (Gritta and others, ACL 2018: <location>).
 * Out: how many of the names dragoman finds (toponyms: the spans overlap, each counted once; toponyms-exact: they are
 * the same), and how many of those found, whose place the gold tells, it puts there: the same number of GeoNames, or
 * within 161 km, as in "A Pragmatic Guide to Geoparsing Evaluation" (Gritta and others, 2020).
 *
 * Names of places are the document's places that have coordinates, and the mentions of states, of governments by their
 * capital, and of bodies and people by the adjective of their state, where no place covers them. LGL counts "Russian"
 * as a name of Russia, GeoVirus does not; so mentions are counted in LGL only. */
#include "eval.h"
#include "eval_xml.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct toponym {
    drg_span span;
    double lat, lon;
    uint32_t geonames;
    bool located, matched;
} toponym;

typedef struct toponym_list {
    toponym *items;
    size_t count, capacity;
} toponym_list;

typedef struct places_state {
    score_count overlap, exact;
    size_t resolved, resolvable;
} places_state;

static void add_toponym(toponym_list *list, toponym added)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 64;
        toponym *items = realloc(list->items, list->capacity * sizeof *items);
        if (!items) abort(); /* a measuring tool with no memory has nothing to save */
        list->items = items;
    }
    list->items[list->count++] = added;
}

/* ---------------------------------------------------------------- gold */

static xmlNode *child_of(xmlNode *parent, const char *name)
{
    for (xmlNode *node = parent ? parent->children : NULL; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0) return node;
    return NULL;
}

/* The text of the child, to be freed with xmlFree; NULL when there is none. */
static char *content_of(xmlNode *parent, const char *name)
{
    xmlNode *node = child_of(parent, name);
    return node ? (char *)xmlNodeGetContent(node) : NULL;
}

static bool number_of(xmlNode *parent, const char *name, double *ret_number)
{
    char *text = content_of(parent, name);
    char *end = text;
    double number = text ? strtod(text, &end) : 0;
    bool good = text && end != text && isfinite(number);
    if (good) *ret_number = number;
    xmlFree(text);
    return good;
}

/* The byte at which character `index` starts; the size of the text when there are fewer. */
static uint32_t byte_of(const char *text, double index)
{
    size_t at = 0;
    for (double count = 0; text[at]; at++) {
        if (((unsigned char)text[at] & 0xC0) == 0x80) continue;
        if (count >= index) break;
        count++;
    }
    return (uint32_t)at;
}

/* Where the phrase stands: at its place counted from 0 or from 1, both are used. */
static drg_span span_of(const char *text, double start, const char *phrase)
{
    size_t size = strlen(phrase);
    for (double from = start; from >= start - 1; from--) {
        uint32_t begin = byte_of(text, from);
        if (strncmp(text + begin, phrase, size) == 0) return (drg_span){begin, begin + (uint32_t)size};
    }
    return (drg_span){0, 0};
}

static bool read_toponym(xmlNode *node, const char *text, toponym *ret_toponym)
{
    toponym found = {.located = false};
    double start = 0;
    char *phrase = content_of(node, child_of(node, "phrase") ? "phrase" : "name");
    bool good = phrase && number_of(node, "start", &start);
    if (good) found.span = span_of(text, start, phrase);
    xmlFree(phrase);
    xmlNode *tag = child_of(node, "gaztag");
    char *number = tag ? (char *)xmlGetProp(tag, (const xmlChar *)"geonameid") : NULL;
    if (number) found.geonames = (uint32_t)strtoul(number, NULL, 10);
    xmlFree(number);
    xmlNode *holder = tag ? tag : node;
    found.located = number_of(holder, "lat", &found.lat) && number_of(holder, "lon", &found.lon);
    *ret_toponym = found;
    return good && found.span.end > found.span.begin;
}

static bool read_gold(xmlNode *article, const char *text, toponym_list *list)
{
    xmlNode *all = child_of(article, "toponyms");
    if (!all) all = child_of(article, "locations");
    for (xmlNode *node = all ? all->children : NULL; node; node = node->next) {
        toponym found;
        if (node->type != XML_ELEMENT_NODE) continue;
        if (!read_toponym(node, text, &found)) return false;
        add_toponym(list, found);
    }
    return true;
}

/* ---------------------------------------------------------------- found */

static bool overlap(drg_span a, drg_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

static toponym toponym_of(const drg_place *place, drg_span span)
{
    return (toponym){
        .span = span, .lat = place->lat, .lon = place->lon, .geonames = place->geonames, .located = place->located};
}

static bool is_covered(const toponym_list *list, size_t count, drg_span span)
{
    for (size_t i = 0; i < count; i++)
        if (overlap(list->items[i].span, span)) return true;
    return false;
}

static void add_mention(const drg_engine *engine, drg_text name, drg_text country, drg_span span, toponym_list *list)
{
    drg_place place;
    if (!is_covered(list, list->count, span) && drg_engine_place(engine, name, country, &place) && place.located)
        add_toponym(list, toponym_of(&place, span));
}

/* "Georgian" of "Georgian border guards", whose mention has the country and no place. */
static void add_adjectives(const drg_engine *engine, const drg_document *found, const drg_mention *mention,
                           toponym_list *list)
{
    const drg_token *tokens = drg_document_tokens(found);
    const drg_sentence *sentence = &drg_document_sentences(found)[mention->sentence];
    drg_text text = drg_document_text(found);
    for (uint32_t i = sentence->first_token; i <= mention->head; i++) {
        drg_text name = text_slice(text, tokens[i].span.begin, tokens[i].span.end);
        bool part = tokens[i].head == mention->head || tokens[i].span.begin >= mention->span.begin;
        drg_place place, own;
        if (!part || !name.size || name.data[0] < 'A' || name.data[0] > 'Z') continue;
        bool same = drg_engine_place(engine, name, mention->country, &place) &&
                    drg_engine_place(engine, (drg_text){0}, mention->country, &own) && place.geonames == own.geonames;
        if (same) add_mention(engine, name, mention->country, tokens[i].span, list);
    }
}

static void read_mentions(const drg_engine *engine, const drg_document *found, toponym_list *list)
{
    drg_text text = drg_document_text(found);
    for (size_t i = 0; i < drg_document_mention_count(found); i++) {
        const drg_mention *mention = &drg_document_mentions(found)[i];
        bool state = drg_document_actors(found)[mention->actor].type == DRG_ACTOR_STATE;
        drg_text name = text_slice(text, mention->span.begin, mention->span.end);
        if (!mention->country.size) continue;
        if (state && mention->via == DRG_VIA_NAME)
            add_mention(engine, (drg_text){0}, mention->country, mention->span, list);
        else if (state && mention->via == DRG_VIA_METONYM)
            add_mention(engine, name, mention->country, mention->span, list);
        else
            add_adjectives(engine, found, mention, list);
    }
}

static void read_found(const drg_engine *engine, const drg_document *found, bool demonyms, toponym_list *list)
{
    const drg_place *places = drg_document_places(found);
    for (size_t i = 0; i < drg_document_place_count(found); i++)
        if (places[i].located) add_toponym(list, toponym_of(&places[i], places[i].span));
    if (demonyms) read_mentions(engine, found, list);
}

/* ---------------------------------------------------------------- comparing */

static double kilometres(const toponym *a, const toponym *b)
{
    const double radian = 0.017453292519943295, radius = 6371.0;
    double north = sin((a->lat - b->lat) * radian / 2), east = sin((a->lon - b->lon) * radian / 2);
    double chord = north * north + cos(a->lat * radian) * cos(b->lat * radian) * east * east;
    return 2 * radius * asin(sqrt(chord < 1 ? chord : 1));
}

static bool same_place(const toponym *gold, const toponym *found)
{
    if (!found->located && !found->geonames) return false;
    if (gold->geonames && gold->geonames == found->geonames) return true;
    return found->located && kilometres(gold, found) <= 161;
}

static void show(const eval_run *run, const char *name, const char *what, const toponym *shown, drg_text text,
                 const toponym *other)
{
    char around[200];
    size_t from = shown->span.begin > 50 ? shown->span.begin - 50 : 0;
    size_t to = shown->span.end + 50 < text.size ? shown->span.end + 50 : text.size;
    snprintf(around, sizeof around, "%.*s", (int)(to - from), text.data + from);
    for (size_t i = 0; around[i]; i++)
        if (around[i] == '\n') around[i] = ' ';
    eval_error(run, name, "%s: %.*s (%u %.2f %.2f; %u %.2f %.2f)   [%s]", what,
               (int)(shown->span.end - shown->span.begin), text.data + shown->span.begin, shown->geonames, shown->lat,
               shown->lon, other ? other->geonames : 0, other ? other->lat : 0, other ? other->lon : 0, around);
}

static toponym *match_of(toponym_list *gold, const toponym *found, bool exact)
{
    for (size_t k = 0; k < gold->count; k++) {
        toponym *wanted = &gold->items[k];
        bool same = wanted->span.begin == found->span.begin && wanted->span.end == found->span.end;
        if (!wanted->matched && (exact ? same : overlap(wanted->span, found->span))) return wanted;
    }
    return NULL;
}

static void compare(eval_run *run, const char *name, toponym_list *gold, toponym_list *found, drg_text text)
{
    places_state *state = run->state;
    for (int exact = 1; exact >= 0; exact--) /* equal spans first, so that none takes another's partner */
        for (size_t i = 0; i < found->count; i++) {
            toponym *candidate = &found->items[i];
            toponym *wanted = candidate->matched ? NULL : match_of(gold, candidate, exact);
            if (!wanted) continue;
            wanted->matched = candidate->matched = true;
            state->overlap.right++;
            state->exact.right += (size_t)exact;
            if (!wanted->located) continue;
            state->resolvable++;
            if (same_place(wanted, candidate))
                state->resolved++;
            else
                show(run, name, "elsewhere", wanted, text, candidate);
        }
    for (size_t i = 0; i < found->count; i++)
        if (!found->items[i].matched) show(run, name, "wrong", &found->items[i], text, NULL);
    for (size_t k = 0; k < gold->count; k++)
        if (!gold->items[k].matched) show(run, name, "missed", &gold->items[k], text, NULL);
    state->overlap.gold += gold->count;
    state->overlap.found += found->count;
    state->exact.gold += gold->count;
    state->exact.found += found->count;
}

static bool add_article(eval_run *run, const char *path, xmlNode *article, size_t number)
{
    char name[64];
    char *id = (char *)xmlGetProp(article, (const xmlChar *)"docid");
    snprintf(name, sizeof name, "%s", id ? id : "");
    if (!id) snprintf(name, sizeof name, "article-%zu", number);
    xmlFree(id);
    if (!eval_is_wanted(run, (drg_text){name, strlen(name)})) return true;
    char *text = content_of(article, "text");
    toponym_list gold = {0}, found = {0};
    bool good = text && read_gold(article, text, &gold);
    if (!good) eval_complain(path, "article %s: no text, or a place name that is not where it should stand", name);
    drg_document *document = NULL;
    drg_error error = {""};
    drg_source source = {.text = {text, text ? strlen(text) : 0}};
    if (good && drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        good = eval_complain(path, "article %s: %s", name, error.message);
    if (good) {
        read_found(run->engine, document, child_of(article, "toponyms") != NULL, &found);
        compare(run, name, &gold, &found, source.text);
        run->documents++;
    }
    drg_document_close(document);
    free(gold.items);
    free(found.items);
    xmlFree(text);
    return good;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    xmlDoc *parsed = eval_read_xml(path, bytes);
    if (!parsed) return false;
    xmlNode *root = xmlDocGetRootElement(parsed);
    bool good = root && strcmp((const char *)root->name, "articles") == 0;
    if (!good) eval_complain(path, "expected XML with the root <articles>");
    size_t number = 0;
    for (xmlNode *node = good ? root->children : NULL; good && node; node = node->next)
        if (node->type == XML_ELEMENT_NODE) good = add_article(run, path, node, ++number);
    xmlFreeDoc(parsed);
    return good;
}

static bool open_state(eval_run *run)
{
    run->state = calloc(1, sizeof(places_state));
    return run->state != NULL;
}

static void close_state(eval_run *run)
{
    free(run->state);
}

static void report(eval_run *run)
{
    const places_state *state = run->state;
    eval_put_count(run, "toponyms", state->overlap);
    eval_put_count(run, "toponyms-exact", state->exact);
    eval_put_share(run, "resolved-161km", state->resolved, state->resolvable);
}

const eval_task EVAL_PLACES = {
    .name = "places",
    .about = "LGL's and GeoVirus's XML: names of places, and where they lie",
    .suffix = ".xml",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_state,
    .add = add_file,
    .report = report,
    .close = close_state,
};
