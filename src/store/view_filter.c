/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a filter in a user's words. Out: temporary tables of the actors, states, places, negotiations and documents that
 * it means.
 *
 * A name is looked for among the distinct actors and places of the record: an id, else a whole name, else words of a
 * name, and only the best of these, so that "Ukraine" is the state and not each of its ministries. Every filter is also
 * a set of documents, that of their intersection: it tells the queries behind it whether to walk through a few
 * documents or through the days.
 */
#include "store/view.h"

enum { FEW_DOCUMENTS = 5000, MANY_DOCUMENTS = 20000 };

static const char TABLES[] =
    "CREATE TEMP TABLE found_actors (id TEXT PRIMARY KEY, rank INTEGER, type TEXT, country TEXT) WITHOUT ROWID;"
    "CREATE TEMP TABLE chosen_actors (id TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TEMP TABLE chosen_parties (id TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TEMP TABLE chosen_countries (code TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TEMP TABLE chosen_places (name TEXT, country TEXT);"
    "CREATE INDEX temp.chosen_places_name ON chosen_places (name, country);"
    "CREATE TEMP TABLE chosen_processes (process INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE chosen_documents (key INTEGER PRIMARY KEY)";

/* ---------------------------------------------------------------- names */

/* "Marco Rubio" as ids are written: "marco-rubio". */
static drg_text slug_of(view_maker *maker, drg_text words)
{
    drg_text lower = base_text_lower(maker->arena, words);
    char *slug = base_arena_take(maker->arena, lower.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < lower.size; i++) {
        unsigned char byte = (unsigned char)lower.data[i];
        bool kept = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (kept)
            slug[size++] = (char)byte;
        else if (size && slug[size - 1] != '-')
            slug[size++] = '-';
    }
    while (size && slug[size - 1] == '-') size--;
    return (drg_text){slug, size};
}

/* Each id once, without reading every row: from one to the next by the index. */
static const char FIND_ACTORS[] =
    "WITH RECURSIVE each (id) AS (SELECT min(id) FROM actors UNION ALL "
    "SELECT (SELECT min(a.id) FROM actors a WHERE a.id > each.id) FROM each WHERE each.id IS NOT NULL), "
    "named (id, name, type, country) AS (SELECT each.id, a.name, a.type, a.country FROM each "
    "JOIN actors a ON (a.document, a.number) = (SELECT b.document, b.number FROM actors b WHERE b.id = each.id LIMIT "
    "1)) "
    "INSERT INTO temp.found_actors SELECT id, CASE WHEN name = ?1 COLLATE NOCASE THEN 1 ELSE 2 END, type, country "
    "FROM named WHERE name = ?1 COLLATE NOCASE OR instr(lower(' ' || name || ' '), lower(' ' || ?1 || ' ')) "
    "OR instr('-' || id || '-', '-' || ?2 || '-')";
static const char FIND_ID[] = "INSERT INTO temp.found_actors SELECT id, 0, type, country FROM actors "
                              "WHERE id = ?1 LIMIT 1";
static const char FOUND[] = "SELECT count(*) FROM temp.found_actors";

static int64_t number_of(view_maker *maker, const char *sql)
{
    sqlite3_stmt *statement = view_statement(maker, sql);
    int64_t number = view_step(maker, statement) ? view_integer(statement, 0) : 0;
    sqlite3_reset(statement);
    return number;
}

static void find_by(view_maker *maker, const char *sql, drg_text first, drg_text second)
{
    sqlite3_stmt *statement = view_statement(maker, sql);
    view_bind_text(maker, statement, 1, first);
    if (sqlite3_bind_parameter_count(statement) > 1) view_bind_text(maker, statement, 2, second);
    while (view_step(maker, statement)) {}
}

/* Fills found_actors with the best matches; false when there is none. */
static bool find_actors(view_maker *maker, drg_text words)
{
    drg_text slug = slug_of(maker, words);
    view_run(maker, "DELETE FROM temp.found_actors");
    if (!slug.size) return false;
    find_by(maker, FIND_ID, slug, slug);
    if (!number_of(maker, FOUND)) find_by(maker, FIND_ACTORS, words, slug);
    view_run(maker, "DELETE FROM temp.found_actors WHERE rank > (SELECT min(rank) FROM temp.found_actors)");
    return number_of(maker, FOUND) > 0;
}

static bool is_code(drg_text text)
{
    bool upper = text.size == 3;
    for (size_t i = 0; i < text.size; i++) upper &= text.data[i] >= 'A' && text.data[i] <= 'Z';
    return upper;
}

/* ---------------------------------------------------------------- documents */

/* Keeps only the documents that the query gives, whose one parameter is `value` where it has one. */
static void keep_documents(view_maker *maker, const char *all, const char *narrowed, drg_text value)
{
    sqlite3_stmt *statement = view_statement(maker, maker->chooses_documents ? narrowed : all);
    if (sqlite3_bind_parameter_count(statement)) view_bind_text(maker, statement, 1, value);
    while (view_step(maker, statement)) {}
    maker->chooses_documents = true;
}

#define KEEP(maker, query, value)                                                                                      \
    keep_documents((maker), "INSERT OR IGNORE INTO temp.chosen_documents " query,                                      \
                   "DELETE FROM temp.chosen_documents WHERE key NOT IN (" query ")", (value))

/* ---------------------------------------------------------------- the single filters */

static void choose_actor(view_maker *maker)
{
    drg_text words = maker->filter.actor;
    if (!words.size) return;
    if (!find_actors(maker, words)) view_fail(maker, DRG_ERROR_USAGE, "has no actor '%.*s'", BASE_PRINT(words));
    view_run(maker, "INSERT INTO temp.chosen_actors SELECT id FROM temp.found_actors");
    maker->chooses_actors = true;
    KEEP(maker, "SELECT document FROM actors WHERE id IN (SELECT id FROM temp.chosen_actors)", words);
}

static const char ADD_COUNTRY[] = "INSERT OR IGNORE INTO temp.chosen_countries VALUES (?1)";

static void choose_party(view_maker *maker)
{
    drg_text words = maker->filter.party;
    if (!words.size) return;
    if (is_code(words))
        find_by(maker, ADD_COUNTRY, words, words);
    else if (find_actors(maker, words))
        view_run(maker, "INSERT INTO temp.chosen_countries SELECT DISTINCT country FROM temp.found_actors "
                        "WHERE type = 'state' AND country IS NOT NULL;"
                        "INSERT INTO temp.chosen_parties SELECT id FROM temp.found_actors "
                        "WHERE type != 'state' OR country IS NULL");
    else
        view_fail(maker, DRG_ERROR_USAGE, "has no party '%.*s'", BASE_PRINT(words));
    maker->chooses_parties = true;
    KEEP(maker,
         "SELECT document FROM actors WHERE id IN (SELECT id FROM temp.chosen_parties) "
         "UNION ALL SELECT document FROM actors WHERE country IN (SELECT code FROM temp.chosen_countries)",
         words);
}

static const char FIND_PLACES[] =
    "INSERT INTO temp.chosen_places SELECT DISTINCT name, country FROM places WHERE country = ?1 "
    "OR name = ?1 COLLATE NOCASE OR instr(lower(' ' || name || ' '), lower(' ' || ?1 || ' ')) "
    "OR country IN (SELECT country FROM temp.found_actors WHERE type = 'state' AND rank < 2)";
static const char PLACES[] = "SELECT count(*) FROM temp.chosen_places";

static void choose_place(view_maker *maker)
{
    drg_text words = maker->filter.place;
    if (!words.size) return;
    find_actors(maker, words);
    find_by(maker, FIND_PLACES, words, words);
    if (!number_of(maker, PLACES)) view_fail(maker, DRG_ERROR_USAGE, "has no place '%.*s'", BASE_PRINT(words));
    maker->chooses_places = true;
    KEEP(
        maker,
        "SELECT l.document FROM temp.chosen_places c CROSS JOIN places l ON l.country IS c.country AND l.name = c.name",
        words);
}

static void choose_source(view_maker *maker)
{
    drg_text words = maker->filter.source;
    if (!words.size) return;
    KEEP(maker,
         "SELECT key FROM documents WHERE id = ?1 UNION SELECT key FROM documents INDEXED BY documents_source "
         "WHERE instr(lower(ifnull(publisher, '') || char(10) || ifnull(url, '') || char(10) || ifnull(title, '')), "
         "lower(?1))",
         words);
    if (!number_of(maker, "SELECT EXISTS (SELECT 1 FROM temp.chosen_documents)"))
        view_fail(maker, DRG_ERROR_USAGE, "has no source '%.*s'", BASE_PRINT(words));
}

/* Does each word of `words` stand in `text`, however written? */
static bool has_words(view_maker *maker, drg_text text, drg_text words)
{
    drg_text in = base_text_lower(maker->arena, text), of = base_text_lower(maker->arena, words);
    for (size_t at = 0; at < of.size;) {
        while (at < of.size && of.data[at] == ' ') at++;
        size_t begin = at, from = 0;
        while (at < of.size && of.data[at] != ' ') at++;
        if (begin == at) break;
        while (from + (at - begin) <= in.size && memcmp(in.data + from, of.data + begin, at - begin) != 0) from++;
        if (from + (at - begin) > in.size) return false;
    }
    return true;
}

static const char PROCESSES[] =
    "SELECT process, id, name, (SELECT group_concat(p.name, ' ') FROM process_parties p WHERE p.process = c.process) "
    "FROM processes c ORDER BY process";

static void choose_process(view_maker *maker)
{
    drg_text words = maker->filter.process;
    if (!words.size) return;
    size_t found = 0;
    for (int exact = 1; exact >= 0 && !found; exact--) {
        sqlite3_stmt *each = view_statement(maker, PROCESSES);
        while (view_step(maker, each)) {
            drg_text id = view_text(maker, each, 1), name = view_text(maker, each, 2),
                     parties = view_text(maker, each, 3);
            drg_text all =
                base_text_format(maker->arena, "%.*s %.*s %.*s", BASE_PRINT(id), BASE_PRINT(name), BASE_PRINT(parties));
            bool fits =
                exact ? base_text_equal(id, words) || base_text_equal(name, words) : has_words(maker, all, words);
            if (!fits) continue;
            found++;
            sqlite3_stmt *add = view_statement(maker, "INSERT INTO temp.chosen_processes VALUES (?1)");
            view_bind_integer(maker, add, 1, view_integer(each, 0));
            while (view_step(maker, add)) {}
        }
    }
    if (!found) view_fail(maker, DRG_ERROR_USAGE, "has no process '%.*s'", BASE_PRINT(words));
    maker->chooses_processes = true;
    KEEP(maker,
         "SELECT document FROM process_events WHERE process IN (SELECT process FROM temp.chosen_processes) "
         "UNION ALL SELECT document FROM process_statements WHERE process IN (SELECT process FROM "
         "temp.chosen_processes) "
         "UNION ALL SELECT document FROM gathered_positions WHERE process IN (SELECT process FROM "
         "temp.chosen_processes) "
         "UNION ALL SELECT m.document FROM gathered_meetings g JOIN gathered_meeting_members m USING (meeting) "
         "WHERE g.process IN (SELECT process FROM temp.chosen_processes) "
         "UNION ALL SELECT m.document FROM gathered_proposals g JOIN gathered_proposal_members m USING (proposal) "
         "WHERE g.process IN (SELECT process FROM temp.chosen_processes)",
         words);
}

static const char COUNT[] = "SELECT count(*) FROM (SELECT 1 FROM temp.chosen_documents LIMIT 20001)";

void view_choose(view_maker *maker)
{
    view_run(maker, TABLES);
    choose_source(maker);
    choose_actor(maker);
    choose_party(maker);
    choose_place(maker);
    maker->chooses_members = maker->chooses_documents;
    choose_process(maker);
    int64_t count = number_of(maker, COUNT);
    maker->few_documents = maker->chooses_documents && count <= FEW_DOCUMENTS;
    maker->many_documents = count > MANY_DOCUMENTS;
}
