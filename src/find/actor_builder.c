/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists under data/actors. Out: rows of actors, offices and roles, and the wordings that mean them. Every line
 * is checked against its columns, so that a person who edits a list is told what is wrong with it. */
#include "find/list_builder.h"

/* ---- identity */

static drg_status check_new_id(find_build *build, const find_tsv *list, size_t column, drg_text id)
{
    if (!id.size) return find_tsv_wrong(list, column, list->fields[column], "letters or digits");
    uint32_t *line = base_map_put(build->arena, &build->ids, id, DRG_NONE);
    if (*line != DRG_NONE) return find_tsv_wrong(list, column, id, "an id that stands nowhere else");
    *line = (uint32_t)list->line;
    return DRG_OK;
}

/* A name of an organisation; one that ends in "?" is common to several countries. */
static void add_common_form(find_build *build, drg_text text, uint32_t row)
{
    bool common = text.size > 1 && text.data[text.size - 1] == '?';
    if (common) text.size--;
    find_add_form(build, text, common ? FIND_COMMON_NAME : FIND_NAME, row);
}

/* ---- actors */

typedef struct find_actor_row {
    drg_text id, name, country, sectors;
    drg_actor_type type;
    find_gender gender;
    bool bare;
    uint32_t roles, role_count;
} find_actor_row;

static uint32_t add_actor(find_build *build, find_actor_row row)
{
    uint32_t index = (uint32_t)(build->actors.count / FIND_ACTOR_COLUMNS);
    find_put_text(build, &build->actors, row.id);
    find_put_text(build, &build->actors, row.name);
    find_put_text(build, &build->actors, row.country);
    find_put_text(build, &build->actors, row.sectors);
    find_put(build, &build->actors, row.type);
    find_put(build, &build->actors, row.gender);
    find_put(build, &build->actors, row.bare);
    find_put(build, &build->actors, row.roles);
    find_put(build, &build->actors, row.role_count);
    return index;
}

static drg_status add_country(find_build *build, const find_tsv *list)
{
    static const char *const states[] = {"member", "observer", "partial", "territory", "claimed", "former", NULL};
    uint32_t state = 0;
    drg_status status = find_check_country(list, 0, false);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK)
        status = find_check_word(list, 2, states, "member, observer, partial, territory, claimed or former", &state);
    if (status != DRG_OK) return status;
    drg_text name = list->fields[1];
    drg_text id = find_slug(build->arena, state == 4 ? name : list->fields[0]);
    status = check_new_id(build, list, 0, id);
    if (status != DRG_OK) return status;
    drg_text sectors = state == 4 || state == 2 ? BASE_LITERAL("PRE") : BASE_LITERAL("");
    uint32_t row = add_actor(build, (find_actor_row){id, name, list->fields[0], sectors, DRG_ACTOR_STATE, 0, 0, 0, 0});
    uint32_t *state_row = base_map_put(build->arena, &build->codes, list->fields[0], DRG_NONE);
    if (*state_row == DRG_NONE) {
        *state_row = row;
        base_push(build->arena, &build->code_keys) = list->fields[0];
    }
    find_add_form(build, name, FIND_NAME, row);
    find_add_forms(build, list, 3, FIND_NAME, row);
    find_add_forms(build, list, 4, FIND_ADJECTIVE, row);
    find_add_forms(build, list, 5, FIND_PEOPLE, row);
    find_add_forms(build, list, 6, FIND_CAPITAL, row);
    find_add_forms(build, list, 7, FIND_SEAT, row);
    return DRG_OK;
}

static drg_status add_organization(find_build *build, const find_tsv *list)
{
    static const char *const types[] = {"organization", "group", NULL};
    uint32_t type = 0;
    drg_status status = check_new_id(build, list, 0, find_slug(build->arena, list->fields[0]));
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_word(list, 2, types, "organization or group", &type);
    if (status == DRG_OK) status = find_check_country(list, 3, false);
    if (status == DRG_OK) status = find_check_sectors(list, 4);
    if (status != DRG_OK) return status;
    find_actor_row group = {.id = list->fields[0], .country = list->fields[3], .sectors = list->fields[4]};
    group.name = list->fields[1];
    if (group.name.size > 1 && group.name.data[group.name.size - 1] == '?') group.name.size--;
    group.type = type ? DRG_ACTOR_GROUP : DRG_ACTOR_ORGANIZATION;
    uint32_t row = add_actor(build, group);
    drg_texts names = find_tsv_parts(list, list->fields[5]);
    add_common_form(build, list->fields[1], row);
    for (size_t i = 0; i < names.count; i++) add_common_form(build, names.items[i], row);
    return DRG_OK;
}

/* ---- offices, people, their posts */

static drg_status add_office(find_build *build, const find_tsv *list)
{
    static const char *const kinds[] = {"person", "group", "body", NULL};
    static const char *const uses[] = {"", "general", "state", "attribute", "partner", NULL};
    uint32_t kind = 0, use = 0;
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_word(list, 2, kinds, "person, group or body", &kind);
    if (status == DRG_OK) status = find_check_some(list, 3);
    if (status == DRG_OK) status = find_check_sectors(list, 4);
    if (status == DRG_OK) status = find_check_country(list, 5, true);
    if (status == DRG_OK)
        status = find_check_word(list, 6, uses, "general, state, attribute, partner or nothing", &use);
    if (status != DRG_OK) return status;
    uint32_t row = (uint32_t)(build->offices.count / FIND_OFFICE_COLUMNS);
    find_put_text(build, &build->offices, list->fields[3]);
    find_put_text(build, &build->offices, list->fields[4]);
    find_put_text(build, &build->offices, list->fields[5]);
    find_put(build, &build->offices, kind);
    find_put(build, &build->offices, use);
    find_put_text(build, &build->offices, list->fields[0]);
    bool changes = !base_text_equal(list->fields[0], list->fields[1]);
    bool group = kind == FIND_OFFICE_GROUP && !changes;
    find_add_form(build, list->fields[0], group ? FIND_OFFICES : FIND_OFFICE, row);
    if (changes) find_add_form(build, list->fields[1], FIND_OFFICES, row);
    *base_map_put(build->arena, &build->office_words, find_key_of(build->arena, list->fields[0]), 0) = row;
    return DRG_OK;
}

/* The office at the end of a title: "special envoy" of "UN special envoy". */
static uint32_t office_of(find_build *build, drg_text title)
{
    drg_text key = find_key_of(build->arena, title);
    for (;;) {
        uint32_t row = base_map_get(&build->office_words, key);
        drg_text lead = find_key_lead(key);
        if (row != DRG_NONE || lead.size == key.size) return row;
        key = base_text_slice(key, lead.size + 1, key.size);
    }
}

static drg_status add_post(find_build *build, const find_tsv *list)
{
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK && office_of(build, list->fields[1]) == DRG_NONE)
        status = find_tsv_wrong(list, 1, list->fields[1], "a title that ends in a word of actors/offices.tsv");
    if (status == DRG_OK) status = find_check_sectors(list, 2);
    if (status == DRG_OK) status = find_check_day(list, 3);
    if (status == DRG_OK) status = find_check_day(list, 4);
    if (status == DRG_OK) status = find_check_some(list, 5);
    if (status != DRG_OK) return status;
    if (list->fields[4].size && base_text_compare(list->fields[3], list->fields[4]) > 0)
        return find_tsv_wrong(list, 4, list->fields[4], "an end that is not before the beginning");
    uint32_t *link = base_map_put(build->arena, &build->posts_of, list->fields[0], 0);
    while (*link) link = &build->posts.items[*link - 1].after;
    *link = (uint32_t)build->posts.count + 1;
    base_push(build->arena, &build->posts) =
        (find_post){(uint32_t)list->line, 0, list->fields[1], list->fields[2], list->fields[3], list->fields[4]};
    return DRG_OK;
}

static uint32_t add_roles(find_build *build, drg_text person, uint32_t *ret_count)
{
    uint32_t first = (uint32_t)(build->roles.count / FIND_ROLE_COLUMNS), count = 0;
    uint32_t link = base_map_get(&build->posts_of, person);
    for (uint32_t at = link == DRG_NONE ? 0 : link; at; count++) {
        const find_post *post = &build->posts.items[at - 1];
        uint32_t office = office_of(build, post->title);
        find_put_text(build, &build->roles, post->title);
        find_put(build, &build->roles, build->offices.items[office * FIND_OFFICE_COLUMNS]);
        find_put(build, &build->roles, build->offices.items[office * FIND_OFFICE_COLUMNS + 1]);
        find_put_text(build, &build->roles, post->sectors);
        find_put_text(build, &build->roles, post->from);
        find_put_text(build, &build->roles, post->to);
        at = post->after;
    }
    *ret_count = count;
    return first;
}

static drg_status add_person(find_build *build, const find_tsv *list)
{
    static const char *const genders[] = {"", "male", "female", NULL}, *const answers[] = {"no", "yes", NULL};
    uint32_t gender = 0, bare = 0;
    drg_text id = find_slug(build->arena, list->fields[0]);
    drg_status status = check_new_id(build, list, 0, id);
    if (status == DRG_OK) status = find_check_word(list, 1, genders, "male, female or nothing", &gender);
    if (status == DRG_OK) status = find_check_country(list, 2, false);
    if (status == DRG_OK) status = find_check_word(list, 4, answers, "yes or no", &bare);
    if (status != DRG_OK) return status;
    find_actor_row person = {.id = id, .name = list->fields[0], .country = list->fields[2], .type = DRG_ACTOR_PERSON};
    person.gender = (find_gender)gender;
    person.bare = bare;
    person.roles = add_roles(build, person.name, &person.role_count);
    if (!person.role_count) return find_tsv_wrong(list, 0, person.name, "a row of actors/holders.tsv with this name");
    uint32_t row = add_actor(build, person);
    find_add_form(build, person.name, FIND_PERSON, row);
    find_add_forms(build, list, 5, FIND_PERSON, row);
    find_add_forms(build, list, 3, FIND_SURNAME, row);
    return DRG_OK;
}

/* ---- parts of names */

static drg_status add_name(find_build *build, const find_tsv *list)
{
    static const char *const parts[] = {"given-male",     "given-female",     "given-any",   "particle", "honorific",
                                        "honorific-male", "honorific-female", "institution", NULL};
    uint32_t part = 0;
    drg_status status = find_check_word(list, 0, parts, "a kind of name part", &part);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status != DRG_OK) return status;
    uint32_t *place = base_map_put(build->arena, &build->names, list->fields[1], DRG_NONE);
    if (*place != DRG_NONE)
        return find_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = part;
    base_push(build->arena, &build->name_keys) = list->fields[1];
    return DRG_OK;
}

drg_status find_build_actors(find_build *build)
{
    static const char *const countries[] = {"code",   "name",    "status", "names", "adjectives",
                                            "people", "capital", "seats",  NULL};
    static const char *const organizations[] = {"id", "name", "type", "country", "sectors", "names", NULL};
    static const char *const offices[] = {"singular", "plural", "kind", "office", "sectors", "country", "use", NULL};
    static const char *const holders[] = {"name", "title", "sectors", "from", "to", "source", NULL};
    static const char *const people[] = {"name", "gender", "country", "surnames", "bare", "names", NULL};
    static const char *const names[] = {"kind", "word", NULL};
    drg_status status = find_read_list(build, "actors/countries.tsv", countries, add_country);
    if (status == DRG_OK) status = find_read_list(build, "actors/organizations.tsv", organizations, add_organization);
    if (status == DRG_OK) status = find_read_list(build, "actors/groups.tsv", organizations, add_organization);
    if (status == DRG_OK) status = find_read_list(build, "actors/media.tsv", organizations, add_organization);
    if (status == DRG_OK) status = find_read_list(build, "actors/offices.tsv", offices, add_office);
    if (status == DRG_OK) status = find_read_list(build, "actors/holders.tsv", holders, add_post);
    if (status == DRG_OK) status = find_read_list(build, "actors/people.tsv", people, add_person);
    if (status == DRG_OK) status = find_read_list(build, "actors/names.tsv", names, add_name);
    return status;
}
