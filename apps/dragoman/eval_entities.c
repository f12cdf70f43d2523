/* SPDX-License-Identifier: Apache-2.0
 *
 * In: CoNLL-U with GUM's entity brackets. Out: F1 of the named persons, organisations and places that dragoman finds in
 * the raw text.
 *
 * Gold: bracketed persons, organizations and places whose head (the word whose own head lies outside) is a proper noun;
 * several brackets of one type around one head are one ("the University", "the University's school"). Found: mentions
 * whose head is a proper noun and that are no pronoun
 * and no plural office ("Senators"), and places. A state is a place, its people are persons, a seat
 * of government is an organisation unless a place is read there too; an office with a capital ("the President") is a
 * person. A found name is right when its type is the gold one's and its head is the gold head or a word flat to it
 * ("Barack" of "Barack Obama"); each counts once. "exact" also wants the wording, but for an article before it and a
 * clitic behind it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "brackets.h"
#include "eval.h"

enum entity_type { PERSON, ORGANIZATION, PLACE, TYPE_COUNT };

static const char *const TYPE_NAMES[TYPE_COUNT] = {"person", "organization", "place"};

typedef struct entity {
    drg_span head, span;
    drg_span flat; /* from the first to the last word that is flat to the head */
    enum entity_type type;
    bool matched;
} entity;

typedef struct entity_list {
    entity *items;
    size_t count;
} entity_list;

typedef struct entity_counts {
    score_count all, exact, of[TYPE_COUNT];
} entity_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(entity_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

/* One entity a head and type; the longer wording stays. */
static void add_entity(entity_list *list, entity new)
{
    for (size_t i = 0; i < list->count; i++) {
        entity *known = &list->items[i];
        if (known->type != new.type || known->head.begin != new.head.begin) continue;
        if (new.span.end - new.span.begin < known->span.end - known->span.begin) known->span = new.span;
        return;
    }
    list->items = memory_grow(list->items, (list->count + 1) * sizeof *list->items);
    list->items[list->count++] = new;
}

/* ---------------------------------------------------------------- gold */

static bool type_of(drg_text name, enum entity_type *ret_type)
{
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (text_is(name, TYPE_NAMES[i])) {
            *ret_type = (enum entity_type)i;
            return true;
        }
    return false;
}

static uint32_t head_of(const drg_token *tokens, const bracket *found)
{
    for (uint32_t i = found->first; i <= found->last; i++) {
        bool inside = tokens[i].head != DRG_NONE && tokens[i].head >= found->first && tokens[i].head <= found->last;
        if (!inside && tokens[i].upos != DRG_PUNCT) return i;
    }
    return found->last;
}

static bool is_article(drg_text text, const drg_token *token)
{
    drg_text word = text_slice(text, token->span.begin, token->span.end);
    return text_is(word, "the") || text_is(word, "The");
}

static drg_span wording_of(const drg_document *gold, const bracket *found)
{
    const drg_token *tokens = drg_document_tokens(gold);
    uint32_t first = found->first, last = found->last;
    if (first < last && is_article(drg_document_text(gold), &tokens[first])) first++;
    if (first < last && text_is(tokens[last].xpos, "POS")) last--;
    return (drg_span){tokens[first].span.begin, tokens[last].span.end};
}

static drg_span flat_of(const drg_token *tokens, const bracket *found, uint32_t head)
{
    drg_span span = tokens[head].span;
    for (uint32_t i = head + 1; i <= found->last; i++)
        if (tokens[i].head == head && text_is(tokens[i].deprel, "flat")) span.end = tokens[i].span.end;
    return span;
}

static bool read_gold(const drg_document *gold, drg_text conllu, entity_list *list)
{
    bracket_list brackets;
    bool good = brackets_read(conllu, &brackets);
    const drg_token *tokens = drg_document_tokens(gold);
    for (size_t i = 0; good && i < brackets.count; i++) {
        const bracket *found = &brackets.items[i];
        enum entity_type type;
        if (found->last >= drg_document_token_count(gold)) good = false;
        if (!good || !type_of(found->type, &type)) continue;
        uint32_t head = head_of(tokens, found);
        if (tokens[head].upos != DRG_PROPN) continue;
        add_entity(list, (entity){.head = tokens[head].span,
                                  .span = wording_of(gold, found),
                                  .flat = flat_of(tokens, found, head),
                                  .type = type});
    }
    brackets_free(&brackets);
    return good;
}

/* ---------------------------------------------------------------- found */

static bool has_place(const drg_document *found, uint32_t head)
{
    const drg_place *places = drg_document_places(found);
    for (size_t i = 0; i < drg_document_place_count(found); i++)
        if (places[i].head == head) return true;
    return false;
}

static enum entity_type mention_type(const drg_document *found, const drg_mention *mention)
{
    const drg_actor *actor = &drg_document_actors(found)[mention->actor];
    bool plural = text_is(drg_document_tokens(found)[mention->head].xpos, "NNPS");
    drg_text wording = text_slice(drg_document_text(found), mention->span.begin, mention->span.end);
    bool by_name = actor->name.size == wording.size && memcmp(actor->name.data, wording.data, wording.size) == 0;
    switch (actor->type) {
    case DRG_ACTOR_STATE:
        if (mention->via == DRG_VIA_METONYM && !has_place(found, mention->head)) return ORGANIZATION;
        return plural && !by_name ? PERSON : PLACE;
    case DRG_ACTOR_ORGANIZATION: return ORGANIZATION;
    case DRG_ACTOR_GROUP: return plural && !by_name ? PERSON : ORGANIZATION;
    default: return PERSON;
    }
}

/* Is it called by a proper noun? A tag may be wrong, so that a name with a capital that is no adjective counts too. */
static bool is_named(const drg_document *found, const drg_mention *mention)
{
    const drg_token *head = &drg_document_tokens(found)[mention->head];
    drg_actor_type type = drg_document_actors(found)[mention->actor].type;
    char first = drg_document_text(found).data[head->span.begin];
    if (mention->via == DRG_VIA_PRONOUN || mention->via == DRG_VIA_GROUP) return false;
    if (mention->via == DRG_VIA_ROLE && type == DRG_ACTOR_GROUP) return false; /* "Senators" */
    if (head->upos == DRG_PROPN) return true;
    return mention->via == DRG_VIA_NAME && head->upos != DRG_ADJ && first >= 'A' && first <= 'Z';
}

static void read_found(const drg_document *found, entity_list *list)
{
    const drg_token *tokens = drg_document_tokens(found);
    const drg_mention *mentions = drg_document_mentions(found);
    const drg_place *places = drg_document_places(found);
    for (size_t i = 0; i < drg_document_mention_count(found); i++) {
        const drg_mention *mention = &mentions[i];
        if (!is_named(found, mention)) continue;
        add_entity(list, (entity){.head = tokens[mention->head].span,
                                  .span = mention->span,
                                  .type = mention_type(found, mention)});
    }
    for (size_t i = 0; i < drg_document_place_count(found); i++)
        if (tokens[places[i].head].upos == DRG_PROPN)
            add_entity(list, (entity){.head = tokens[places[i].head].span, .span = places[i].span, .type = PLACE});
}

/* ---------------------------------------------------------------- comparing */

static void show(const eval_run *run, drg_text name, const char *what, const entity *shown, drg_text text)
{
    drg_text wording = text_slice(text, shown->span.begin, shown->span.end);
    size_t from = shown->span.begin > 50 ? shown->span.begin - 50 : 0;
    size_t to = shown->span.end + 50 < text.size ? shown->span.end + 50 : text.size;
    char path[160];
    line_buffer around = {0};
    buffer_add(&around, text_slice(text, from, to));
    for (size_t i = 0; i < around.size; i++)
        if (around.data[i] == '\n') around.data[i] = ' ';
    snprintf(path, sizeof path, "%.*s", TEXT_PRINT(name));
    eval_error(run, path, "%s %s: %.*s   [%.*s]", what, TYPE_NAMES[shown->type], TEXT_PRINT(wording), (int)around.size,
               around.data);
    buffer_free(&around);
}

static void compare(eval_run *run, drg_text name, entity_list *gold, entity_list *found, drg_text text)
{
    entity_counts *counts = run->state;
    for (size_t i = 0; i < found->count; i++) {
        entity *candidate = &found->items[i];
        for (size_t k = 0; k < gold->count && !candidate->matched; k++) {
            entity *wanted = &gold->items[k];
            bool touches = wanted->flat.begin <= candidate->head.begin && candidate->head.end <= wanted->flat.end;
            if (wanted->matched || wanted->type != candidate->type || !touches) continue;
            wanted->matched = candidate->matched = true;
            counts->all.right++;
            counts->of[wanted->type].right++;
            counts->exact.right +=
                wanted->span.begin == candidate->span.begin && wanted->span.end == candidate->span.end;
        }
        counts->of[candidate->type].found++;
        if (!candidate->matched) show(run, name, "wrong", candidate, text);
    }
    for (size_t k = 0; k < gold->count; k++) {
        counts->of[gold->items[k].type].gold++;
        if (!gold->items[k].matched) show(run, name, "missed", &gold->items[k], text);
    }
    counts->all.gold += gold->count;
    counts->all.found += found->count;
    counts->exact.gold += gold->count;
    counts->exact.found += found->count;
}

static bool add_document(eval_run *run, const char *path, drg_text conllu, drg_text name)
{
    drg_document *gold = NULL, *found = NULL;
    drg_source source = {0};
    drg_error error = {""};
    entity_list wanted = {0}, got = {0};
    drg_status status = drg_session_read_conllu(run->session, &source, conllu, DRG_CONLLU_TREES, &gold, &error);
    if (status == DRG_OK) {
        source.text = drg_document_text(gold);
        status = drg_session_read(run->session, &source, &found, &error);
    }
    bool good = status == DRG_OK || eval_complain(path, "document '%.*s': %s", TEXT_PRINT(name), error.message);
    if (good && !read_gold(gold, conllu, &wanted))
        good = eval_complain(path, "document '%.*s': brackets that do not match", TEXT_PRINT(name));
    if (good) {
        read_found(found, &got);
        compare(run, name, &wanted, &got, source.text);
        run->documents++;
    }
    free(wanted.items);
    free(got.items);
    drg_document_close(gold);
    drg_document_close(found);
    return good;
}

static bool add_treebank(eval_run *run, const char *path, drg_text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_document_end(bytes, at);
        drg_text document = text_slice(bytes, at, end), name = eval_document_name(document);
        at = end;
        if (eval_is_wanted(run, name) && !add_document(run, path, document, name)) return false;
    }
    return true;
}

static void report_counts(eval_run *run)
{
    const entity_counts *counts = run->state;
    eval_put_count(run, "entities", counts->all);
    eval_put_count(run, "entities-exact", counts->exact);
    for (size_t i = 0; i < TYPE_COUNT; i++) eval_put_count(run, TYPE_NAMES[i], counts->of[i]);
}

const eval_task EVAL_ENTITIES = {
    .name = "entities",
    .about = "CoNLL-U with GUM's entity brackets: named persons, organisations, places in the raw text",
    .suffix = ".conllu",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_treebank,
    .report = report_counts,
    .close = close_counts,
};
