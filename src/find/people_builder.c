/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/actors/offices.tsv, and the folders holders and people. Out: rows of offices, persons and their roles, and
 * the wordings that mean them.
 *
 * One line of the holders is one person in one office for one time, so that a term of office is added without touching
 * another line; a line of the people is only for what the holders do not say. A date that gives no day is read so that
 * nobody is given an office on a day on which another may have held it. */
#include "find/list_builder.h"

/* ---- offices */

static drg_status add_office(find_build *build, const base_tsv *list)
{
    static const char *const kinds[] = {"person", "group", "body", NULL};
    static const char *const uses[] = {"", "general", "state", "attribute", "partner", "rank", "title", NULL};
    uint32_t kind = 0, use = 0;
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_word(list, 2, kinds, "person, group or body", &kind);
    if (status == DRG_OK) status = find_check_some(list, 3);
    if (status == DRG_OK) status = find_check_sectors(list, 4);
    if (status == DRG_OK) status = find_check_country(list, 5, true);
    if (status == DRG_OK)
        status = find_check_word(list, 6, uses, "general, state, attribute, partner, rank, title or nothing", &use);
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
    uint32_t *first =
        base_map_put(build->arena, &build->office_words, find_key_of(build->arena, list->fields[0]), DRG_NONE);
    if (*first == DRG_NONE) *first = row;
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

/* ---- holders */

enum {
    HOLDER_NAME,
    HOLDER_COUNTRY,
    HOLDER_TITLE,
    HOLDER_ORGANIZATION,
    HOLDER_SECTORS,
    HOLDER_FROM,
    HOLDER_TO,
    HOLDER_SOURCE
};

/* The days on which the office was certainly held. */
static drg_status check_tenure(const base_tsv *list, find_period *ret_days)
{
    find_period from, to;
    drg_status status = find_check_some(list, HOLDER_FROM);
    if (status == DRG_OK) status = find_check_date(list, HOLDER_FROM, &from);
    if (status == DRG_OK) status = find_check_date(list, HOLDER_TO, &to);
    if (status == DRG_OK && to.to < from.from)
        status = base_tsv_wrong(list, HOLDER_TO, list->fields[HOLDER_TO], "an end that is not before the beginning");
    if (status != DRG_OK) return status;
    *ret_days = (find_period){from.to, list->fields[HOLDER_TO].size ? to.from : FIND_DAY_LAST};
    return DRG_OK;
}

/* The posts of one person in a chain; a name with and without accents is one person. */
static void add_to_person(find_build *build, drg_text name, const find_post *post)
{
    uint32_t *link = base_map_put(build->arena, &build->posts_of, find_slug(build->arena, name), 0);
    if (!*link) base_push(build->arena, &build->holders) = name;
    while (*link) link = &build->posts.items[*link - 1].after;
    *link = (uint32_t)build->posts.count + 1;
    base_push(build->arena, &build->posts) = *post;
}

static drg_status add_post(find_build *build, const base_tsv *list)
{
    find_post post = {.office = office_of(build, list->fields[HOLDER_TITLE])};
    drg_status status = find_check_some(list, HOLDER_NAME);
    if (status == DRG_OK) status = find_check_state(build, list, HOLDER_COUNTRY);
    if (status == DRG_OK && post.office == DRG_NONE)
        status = base_tsv_wrong(list, HOLDER_TITLE, list->fields[HOLDER_TITLE],
                                "a title that ends in a word of actors/offices.tsv");
    if (status == DRG_OK) status = find_check_some(list, HOLDER_SECTORS);
    if (status == DRG_OK) status = find_check_sectors(list, HOLDER_SECTORS);
    if (status == DRG_OK) status = check_tenure(list, &post.days);
    if (status == DRG_OK) status = find_check_some(list, HOLDER_SOURCE);
    if (status != DRG_OK) return status;
    post.title = list->fields[HOLDER_TITLE];
    post.country = list->fields[HOLDER_COUNTRY];
    post.organization = list->fields[HOLDER_ORGANIZATION];
    post.sectors = list->fields[HOLDER_SECTORS];
    post.from = list->fields[HOLDER_FROM];
    post.to = list->fields[HOLDER_TO];
    add_to_person(build, list->fields[HOLDER_NAME], &post);
    return DRG_OK;
}

static const find_post *first_post(const find_build *build, drg_text person)
{
    uint32_t link = base_map_get(&build->posts_of, find_slug(build->arena, person));
    return link == DRG_NONE ? NULL : &build->posts.items[link - 1];
}

static const find_post *next_post(const find_build *build, const find_post *post)
{
    return post->after ? &build->posts.items[post->after - 1] : NULL;
}

/* Hangs the row of the roles behind those of the same office. */
static void chain_role(find_build *build, const find_post *post, uint32_t role)
{
    drg_text office = {NULL, 0}, organization = find_slug(build->arena, post->organization);
    uint32_t *cells = build->offices.items + (size_t)post->office * FIND_OFFICE_COLUMNS;
    office = base_text_slice((drg_text){build->pool.items, build->pool.count}, cells[FIND_OFFICE_NAME],
                             cells[FIND_OFFICE_NAME] + cells[FIND_OFFICE_NAME + 1]);
    drg_text key = base_text_format(build->arena, "%.*s/%.*s/%.*s", BASE_PRINT(post->country), BASE_PRINT(organization),
                                    BASE_PRINT(office));
    uint32_t *first = base_map_put(build->arena, &build->first_role, key, DRG_NONE);
    if (*first == DRG_NONE) {
        *first = role;
        base_push(build->arena, &build->role_keys) = key;
    }
    uint32_t *last = base_map_put(build->arena, &build->last_role, key, role);
    if (*last != role) build->roles.items[(size_t)*last * FIND_ROLE_COLUMNS + FIND_ROLE_NEXT] = role;
    *last = role;
}

/* The posts of the person who will be the next row of the actors. */
static uint32_t add_roles(find_build *build, drg_text person, uint32_t *ret_count)
{
    uint32_t first = (uint32_t)(build->roles.count / FIND_ROLE_COLUMNS), count = 0;
    for (const find_post *post = first_post(build, person); post; post = next_post(build, post), count++) {
        find_put_text(build, &build->roles, post->title);
        find_put(build, &build->roles, build->offices.items[post->office * FIND_OFFICE_COLUMNS]);
        find_put(build, &build->roles, build->offices.items[post->office * FIND_OFFICE_COLUMNS + 1]);
        find_put_text(build, &build->roles, post->sectors);
        find_put_text(build, &build->roles, post->from);
        find_put_text(build, &build->roles, post->to);
        find_put_text(build, &build->roles, post->country);
        find_put_text(build, &build->roles, post->organization);
        find_put(build, &build->roles, (uint32_t)post->days.from);
        find_put(build, &build->roles, (uint32_t)post->days.to);
        find_put(build, &build->roles, (uint32_t)(build->actors.count / FIND_ACTOR_COLUMNS));
        find_put(build, &build->roles, DRG_NONE);
        chain_role(build, post, first + count);
    }
    *ret_count = count;
    return first;
}

/* ---- people */

/* "Kim Yong-chol" of "Kim Yong-chol (general)", which tells two bearers of one name apart in the lists. */
static drg_text without_qualifier(drg_text name)
{
    size_t size = 0;
    while (size < name.size && name.data[size] != '(') size++;
    return base_text_trim(base_text_slice(name, 0, size));
}

static uint32_t add_person_row(find_build *build, drg_text name, drg_text country, find_gender gender, bool bare)
{
    find_actor_row person = {.id = find_slug(build->arena, name), .country = country, .type = DRG_ACTOR_PERSON};
    person.name = without_qualifier(name);
    person.gender = gender;
    person.bare = bare;
    person.roles = add_roles(build, name, &person.role_count);
    uint32_t row = find_add_actor(build, person);
    find_add_form(build, person.name, FIND_PERSON, row);
    return row;
}

static drg_status add_person(find_build *build, const base_tsv *list)
{
    static const char *const genders[] = {"", "male", "female", NULL}, *const answers[] = {"no", "yes", NULL};
    uint32_t gender = 0, bare = 0;
    drg_text name = list->fields[0];
    drg_status status = find_check_new_id(build, list, 0, find_slug(build->arena, name));
    if (status == DRG_OK) status = find_check_word(list, 1, genders, "male, female or nothing", &gender);
    if (status == DRG_OK) status = find_check_state(build, list, 2);
    if (status == DRG_OK) status = find_check_word(list, 4, answers, "yes or no", &bare);
    if (status == DRG_OK && !first_post(build, name))
        status = base_tsv_wrong(list, 0, name, "a row of actors/holders with this name");
    if (status != DRG_OK) return status;
    uint32_t row = add_person_row(build, name, list->fields[2], (find_gender)gender, bare);
    find_add_forms(build, list, 5, FIND_PERSON, row);
    drg_texts surnames = base_tsv_parts(list, list->fields[3]);
    for (size_t i = 0; i < surnames.count; i++) find_add_surname(build, surnames.items[i], row);
    if (bare) find_add_forms(build, list, 3, FIND_SURNAME, row);
    return DRG_OK;
}

/* The last word of a name, but for "Jr." and numbers of kings; "Sudani" of "al-Sudani" comes second. */
static void add_last_word(find_build *build, drg_text name, uint32_t row)
{
    static const char *const suffixes[] = {"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V", "VI", NULL};
    size_t end = name.size, begin;
    for (bool suffix = true; suffix;) {
        for (begin = end; begin && name.data[begin - 1] != ' ';) begin--;
        suffix = false;
        for (size_t i = 0; begin && suffixes[i]; i++)
            suffix |= base_text_is(base_text_slice(name, begin, end), suffixes[i]);
        if (suffix) end = base_text_trim(base_text_slice(name, 0, begin)).size;
    }
    drg_text word = base_text_slice(name, begin, end);
    find_add_surname(build, word, row);
    if (word.size > 3 && word.data[2] == '-' && base_text_is(base_text_slice(word, 1, 2), "l"))
        find_add_surname(build, base_text_slice(word, 3, word.size), row);
}

/* A holder of whom the people say nothing: of the first country that an office gives. */
static void add_holder(find_build *build, drg_text name)
{
    drg_text id = find_slug(build->arena, name);
    uint32_t *known = base_map_put(build->arena, &build->ids, id, DRG_NONE);
    if (*known != DRG_NONE) return;
    *known = 0;
    const find_post *post = first_post(build, name);
    drg_text country = post->country;
    for (; post && base_text_is(country, "---"); post = next_post(build, post)) country = post->country;
    uint32_t row = add_person_row(build, name, country, FIND_GENDER_UNKNOWN, false);
    add_last_word(build, without_qualifier(name), row);
}

drg_status find_build_people(find_build *build)
{
    static const char *const offices[] = {"singular", "plural", "kind", "office", "sectors", "country", "use", NULL};
    static const char *const holders[] = {"name", "country", "title", "organization", "sectors", "from",
                                          "to",   "source",  NULL};
    static const char *const people[] = {"name", "gender", "country", "surnames", "bare", "names", NULL};
    drg_status status = find_read_list(build, "actors/offices.tsv", offices, add_office);
    if (status == DRG_OK) status = find_read_more(build, "actors/offices", offices, add_office);
    if (status == DRG_OK) status = find_read_folder(build, "actors/holders", holders, add_post);
    if (status == DRG_OK) status = find_read_folder(build, "actors/people", people, add_person);
    for (size_t i = 0; status == DRG_OK && i < build->holders.count; i++) add_holder(build, build->holders.items[i]);
    return status;
}
