/* SPDX-License-Identifier: Apache-2.0
 * In: what a line of a corpus file says of an actor, mention, date, place or statement; a document. Out: whether it is
 * there. A field that the line does not name is not compared. */
#include <stdlib.h>
#include <string.h>

#include "talks_match.h"

/* ---------------------------------------------------------------- actors */

static bool actor_is_called(const drg_actor *actor, const char *name)
{
    if (text_is(actor->name, name)) return true;
    for (size_t i = 0; i < actor->aliases.count; i++)
        if (text_is(actor->aliases.items[i], name)) return true;
    return false;
}

static bool has_role(const drg_actor *actor, const char *value)
{
    for (size_t i = 0; i < actor->role_count; i++)
        if (text_is(actor->roles[i].title, value)) return true;
    return !*value && actor->role_count == 0;
}

static bool actor_matches(const drg_actor *actor, const expected_field *field)
{
    if (text_is(field->name, "country")) return text_is(actor->country, field->value);
    if (text_is(field->name, "sector")) return expectation_has_texts(&actor->sector, field->value);
    if (text_is(field->name, "type")) return strcmp(drg_actor_type_name(actor->type), field->value) == 0;
    return has_role(actor, field->value); /* role: the last of the fields */
}

static bool is_actor(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    const drg_actor *actor = &drg_document_actors(document)[index];
    bool good = actor_is_called(actor, expectation->name);
    for (size_t i = 0; good && i < expectation->field_count; i++) good = actor_matches(actor, &expectation->fields[i]);
    return good;
}

/* ---------------------------------------------------------------- mentions */

static bool mention_matches(const drg_document *document, const drg_mention *mention, const expected_field *field)
{
    const drg_actor *actor = &drg_document_actors(document)[mention->actor];
    if (text_is(field->name, "actor")) return actor_is_called(actor, field->value) || text_is(actor->id, field->value);
    if (text_is(field->name, "country")) return text_is(mention->country, field->value);
    if (text_is(field->name, "sector")) return expectation_has_texts(&mention->sector, field->value);
    if (text_is(field->name, "type")) return strcmp(drg_actor_type_name(actor->type), field->value) == 0;
    if (text_is(field->name, "role")) return text_is(mention->role, field->value);
    return strcmp(drg_via_name(mention->via), field->value) == 0; /* via: the last of the fields */
}

static bool is_mention(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    const drg_mention *mention = &drg_document_mentions(document)[index];
    bool good = text_is(expectation_wording(document, mention->span), expectation->name);
    for (size_t i = 0; good && i < expectation->field_count; i++)
        good = mention_matches(document, mention, &expectation->fields[i]);
    return good;
}

/* ---------------------------------------------------------------- dates, places */

static bool is_date(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    const drg_date *date = &drg_document_dates(document)[index];
    bool good = text_is(expectation_wording(document, date->span), expectation->name);
    for (size_t i = 0; good && i < expectation->field_count; i++)
        good = expectation_is_date(document, (uint32_t)index, expectation->fields[i].value);
    return good;
}

static bool place_matches(const drg_place *place, const expected_field *field)
{
    if (text_is(field->name, "name")) return text_is(place->name, field->value);
    if (text_is(field->name, "country")) return text_is(place->country, field->value);
    if (text_is(field->name, "admin1")) return text_is(place->admin1, field->value);
    char *end; /* geonames: the last of the fields; 0 and nothing are the unknown */
    unsigned long number = strtoul(field->value, &end, 10);
    return !*end && place->geonames == number;
}

static bool is_place(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    const drg_place *place = &drg_document_places(document)[index];
    bool good = text_is(expectation_wording(document, place->span), expectation->name);
    for (size_t i = 0; good && i < expectation->field_count; i++) good = place_matches(place, &expectation->fields[i]);
    return good;
}

/* ---------------------------------------------------------------- statements */

static bool speaker_answers(const drg_document *document, const drg_attribution *said, const char *name)
{
    if (said->speaker != DRG_NONE) return expectation_answers(document, said->speaker, text_of(name));
    return text_is(expectation_wording(document, said->speaker_span), name);
}

static bool addressee_answers(const drg_document *document, const drg_statement *statement, const char *name)
{
    if (statement->addressee == DRG_NONE) return !*name;
    return expectation_answers(document, statement->addressee, text_of(name));
}

static bool statement_matches(const corpus_expectation *expectation, const drg_document *document, size_t index,
                              const expected_field *field)
{
    const drg_statement *statement = &drg_document_statements(document)[index];
    const drg_attribution *said = &statement->said;
    if (text_is(field->name, "text")) return text_is(expectation_wording(document, statement->span), field->value);
    if (text_is(field->name, "direct")) return said->direct == expectation_is_true(field->value);
    if (text_is(field->name, "outlet")) return text_is(said->outlet, field->value);
    if (text_is(field->name, "medium")) return text_is(said->medium, field->value);
    if (text_is(field->name, "verb")) return text_is(said->verb, field->value);
    if (text_is(field->name, "date")) return expectation_is_date(document, statement->date, field->value);
    if (text_is(field->name, "to")) return addressee_answers(document, statement, field->value);
    if (text_is(field->name, "at"))
        return expectation_has_words(expectation_wording(document, statement->span), text_of(field->value));
    return talks_field_holds(expectation, document, index, field); /* stance, about */
}

static bool is_statement(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    const drg_statement *statement = &drg_document_statements(document)[index];
    bool good = speaker_answers(document, &statement->said, expectation->name);
    for (size_t i = 0; good && i < expectation->field_count; i++)
        good = statement_matches(expectation, document, index, &expectation->fields[i]);
    return good;
}

/* ---------------------------------------------------------------- talks */

/* Told on the words at=, or without them anywhere, and with all fields. */
static bool is_of_talks(const corpus_expectation *expectation, const drg_document *document, size_t index)
{
    bool good = talks_nearness(expectation, document, index) > 0;
    for (size_t i = 0; good && i < expectation->field_count; i++)
        good =
            !expectation->fields[i].value || talks_field_holds(expectation, document, index, &expectation->fields[i]);
    return good;
}

/* ---------------------------------------------------------------- all of them */

static const struct {
    size_t (*count)(const drg_document *document);
    bool (*is)(const corpus_expectation *expectation, const drg_document *document, size_t index);
} KINDS[EXPECT_KIND_COUNT] = {
    [EXPECT_ACTOR] = {drg_document_actor_count, is_actor},
    [EXPECT_MENTION] = {drg_document_mention_count, is_mention},
    [EXPECT_DATE] = {drg_document_date_count, is_date},
    [EXPECT_PLACE] = {drg_document_place_count, is_place},
    [EXPECT_STATEMENT] = {drg_document_statement_count, is_statement},
    [EXPECT_MEETING] = {drg_document_meeting_count, is_of_talks},
    [EXPECT_PROPOSAL] = {drg_document_proposal_count, is_of_talks},
    [EXPECT_POSITION] = {drg_document_position_count, is_of_talks},
    [EXPECT_REVERSAL] = {drg_document_statement_count, is_of_talks},
};

bool expectation_is_there(const corpus_expectation *expectation, const drg_document *document)
{
    size_t count = KINDS[expectation->kind].count(document);
    for (size_t i = 0; i < count; i++)
        if (KINDS[expectation->kind].is(expectation, document, i)) return true;
    return false;
}
