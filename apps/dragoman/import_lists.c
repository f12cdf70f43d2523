/* SPDX-License-Identifier: Apache-2.0
 * In: the entries of a dictionary. Out: lines of the lists of data/actors, or of what is left out, with the reason.
 *
 * A dictionary gives a phrase and codes, and not what it is the name of. Who has codes with dates is a person in an
 * office, unless a word says that it is a body; a rebel code makes a group; NGOs and firms are bodies. What is
 * none of these is left out: a person listed as a body is worse than nobody. Phrases are in capitals: words get one
 * capital, so that the name is met however the text writes the rest; short single words stay as they are. */
#include "import_lists.h"

#include <stdlib.h>
#include <string.h>

#include "import_code.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

const char *const IMPORT_FOLDERS[] = {"actors/organizations", "actors/groups",   "actors/holders", "actors/people",
                                      "actors/offices",       "actors/discards", "left-out"};
#define BODY_COLUMNS "id\tname\ttype\tcountry\tsectors\tnames\tfrom\tto\tsource"
const char *const IMPORT_COLUMNS[] = {BODY_COLUMNS,
                                      BODY_COLUMNS,
                                      "name\tcountry\ttitle\torganization\tsectors\tfrom\tto\tsource",
                                      "name\tgender\tcountry\tsurnames\tbare\tnames",
                                      "singular\tplural\tkind\toffice\tsectors\tcountry\tuse",
                                      "words\tscope\tsource",
                                      "line\tphrase\tcodes\twhy"};

/* ---- phrases */

static drg_text next_word(drg_text *rest)
{
    size_t size = 0;
    while (size < rest->size && rest->data[size] != ' ') size++;
    drg_text word = text_slice(*rest, 0, size);
    *rest = text_slice(*rest, size + (size < rest->size), rest->size);
    return word;
}

static bool has_word(drg_text phrase, const char *const *words, size_t count)
{
    for (drg_text rest = phrase; rest.size;) {
        drg_text word = next_word(&rest);
        for (size_t i = 0; i < count; i++)
            if (text_is(word, words[i])) return true;
    }
    return false;
}

static size_t count_words(drg_text phrase)
{
    size_t count = 0;
    for (drg_text rest = phrase; rest.size; count++) next_word(&rest);
    return count;
}

static const char *const BODIES[] = {
    "ACADEMY",      "ADMINISTRATION", "AGENCY",      "ALLIANCE",   "ARMIES",     "ARMY",          "ASSEMBLY",
    "ASSOCIATION",  "AUTHORITY",      "BANK",        "BATTALION",  "BOARD",      "BRIGADE",       "BRIGADES",
    "BUREAU",       "CENTER",         "CENTRE",      "CHAMBER",    "CLUB",       "COALITION",     "COLLEGE",
    "COMMISSION",   "COMMITTEE",      "COMMITTEES",  "COMMUNITY",  "COMPANY",    "CONFEDERATION", "CONFERENCE",
    "CONGRESS",     "CORP",           "CORPORATION", "CORPS",      "COUNCIL",    "COURT",         "DEPARTMENT",
    "FEDERATION",   "FORCE",          "FORCES",      "FOUNDATION", "FRONT",      "FUND",          "GOVERNMENT",
    "GROUP",        "GUARD",          "GUARDS",      "HOSPITAL",   "INC",        "INITIATIVE",    "INSTITUTE",
    "INSTITUTION",  "INTERNATIONAL",  "LEAGUE",      "LTD",        "MILITARY",   "MILITIA",       "MINISTRY",
    "MISSION",      "MOVEMENT",       "NATIONS",     "NETWORK",    "NEWS",       "OFFICE",        "ORGANISATION",
    "ORGANIZATION", "PARLIAMENT",     "PARTY",       "POLICE",     "PROGRAM",    "PROGRAMME",     "PROJECT",
    "RADIO",        "RIGHTS",         "SECRETARIAT", "SENATE",     "SERVICE",    "SERVICES",      "SOCIETY",
    "TELEVISION",   "TRIBUNAL",       "TRUST",       "UNION",      "UNIVERSITY",
};
static const char *const OFFICES[] = {
    "AMBASSADOR", "CHAIRMAN",  "CHANCELLOR",  "CHIEF",          "COMMISSIONER",      "DIRECTOR", "ENVOY",
    "GOVERNOR",   "LEADER",    "MINISTER",    "OFFICIAL",       "OFFICIALS",         "PREMIER",  "PRESIDENT",
    "SECRETARY",  "SPOKESMAN", "SPOKESWOMAN", "VICE-PRESIDENT", "SECRETARY-GENERAL",
};
#define HAS(phrase, list) has_word(phrase, list, COUNT(list))

/* "SECRETARY OF THE PARTY": who holds it is not said. */
static bool is_office(drg_text phrase)
{
    for (drg_text rest = phrase, word; rest.size;) {
        word = next_word(&rest);
        if (text_is(word, "OF") || text_is(word, "TO"))
            return HAS(text_slice(phrase, 0, (size_t)(word.data - phrase.data)), OFFICES);
    }
    return false;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static char upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
}

/* "AL-ASSAD": the article is small, the name has its capital. */
static size_t article_size(drg_text word)
{
    static const char *const articles[] = {"AL-", "EL-", "AD-", "AN-", "AR-", "AS-", "AT-", "AZ-", "UL-", "ASH-"};
    for (size_t i = 0; i < COUNT(articles); i++) {
        size_t size = strlen(articles[i]);
        if (word.size > size && text_is(text_slice(word, 0, size), articles[i])) return size;
    }
    return 0;
}

/* Marks of the lists are no part of a name. */
static void add_byte(line_buffer *out, char byte)
{
    if (byte == '|' || byte == '@' || byte == '?' || byte == '!') byte = '-';
    buffer_add(out, (drg_text){&byte, 1});
}

static void add_word(line_buffer *out, drg_text word)
{
    size_t capital = article_size(word);
    while (capital < word.size && strchr("'\"(", word.data[capital])) capital++;
    for (size_t i = 0; i < word.size; i++) add_byte(out, i == capital ? upper(word.data[i]) : lower(word.data[i]));
}

/* Words that stand small within a name. */
static bool is_particle(drg_text word)
{
    static const char *const particles[] = {"A",   "AL", "AND", "BIN", "DA", "DE",  "DEN", "DER", "DES", "DI",  "DO",
                                            "DOS", "DU", "E",   "EL",  "ET", "FOR", "IBN", "IN",  "LA",  "LAS", "LE",
                                            "LOS", "OF", "ON",  "THE", "TO", "VAN", "VON", "Y",   "DEL", "ZU"};
    for (size_t i = 0; i < COUNT(particles); i++)
        if (text_is(word, particles[i])) return true;
    return false;
}

/* The name as news write it; false when it is none that can be told from a word. */
static bool add_name(line_buffer *out, drg_text phrase, bool single)
{
    static const drg_text the = {"THE ", 4};
    if (text_find(phrase, the, 0) == 0) phrase = text_slice(phrase, the.size, phrase.size);
    size_t words = count_words(phrase), first = out->size;
    if (!words || (words == 1 && (!single || phrase.size < 2))) return false;
    if (words == 1 && phrase.size <= 4) {
        for (size_t i = 0; i < phrase.size; i++) add_byte(out, phrase.data[i]);
        return true;
    }
    for (drg_text rest = phrase; rest.size;) {
        drg_text word = next_word(&rest);
        if (out->size > first) buffer_add_string(out, " ");
        bool first_word = out->size == first;
        if (is_particle(word) && rest.size && (!first_word || text_is(word, "AL") || text_is(word, "EL")))
            for (size_t i = 0; i < word.size; i++) add_byte(out, lower(word.data[i]));
        else
            add_word(out, word);
    }
    return out->size > first;
}

bool import_add_name(line_buffer *out, drg_text phrase)
{
    return add_name(out, phrase, true);
}

/* "ADEN ARMY (AAIA)": the phrase without the brackets, and what they hold. */
static drg_text split_brackets(drg_text phrase, drg_text *ret_inside)
{
    size_t open = text_find(phrase, (drg_text){"(", 1}, 0), close = text_find(phrase, (drg_text){")", 1}, 0);
    *ret_inside = (drg_text){"", 0};
    if (open == SIZE_MAX || close == SIZE_MAX || close < open || open == 0) return phrase;
    *ret_inside = text_trim(text_slice(phrase, open + 1, close));
    return text_trim(text_slice(phrase, 0, open));
}

/* ---- lines */

static void put(import_lists *lists, import_list list, drg_text text)
{
    buffer_add(&lists->lines[list], text);
}

static void put_string(import_lists *lists, import_list list, const char *string)
{
    buffer_add_string(&lists->lines[list], string);
}

static void leave_out(import_lists *lists, size_t line, drg_text phrase, drg_text codes, const char *why)
{
    line_buffer *out = &lists->lines[IMPORT_LEFT_OUT];
    buffer_format(out, "%zu\t", line);
    buffer_add_clean(out, phrase);
    buffer_add_string(out, "\t");
    buffer_add_clean(out, codes);
    buffer_format(out, "\t%s\n", why);
    lists->counts[IMPORT_LEFT_OUT]++;
}

/* Is the name in some list already, or in this import? Else it is from now on. */
static bool is_listed(import_lists *lists, drg_text name)
{
    drg_text folded = import_fold(lists->known, name);
    size_t before = lists->known->names.count;
    text_map_put(&lists->known->names, folded, 0);
    return !folded.size || lists->known->names.count == before;
}

typedef struct import_entry {
    const petrarch_book *book;
    const petrarch_actor *actor;
    drg_text code; /* the first, for reasons */
    import_role role;
    line_buffer name, aliases;
} import_entry;

static void add_alias(import_lists *lists, import_entry *entry, drg_text phrase, bool single, const char *mark)
{
    line_buffer name = {0};
    if (add_name(&name, phrase, single) && !is_listed(lists, (drg_text){name.data, name.size})) {
        if (entry->aliases.size) buffer_add_string(&entry->aliases, "|");
        buffer_add(&entry->aliases, (drg_text){name.data, name.size});
        if (count_words((drg_text){name.data, name.size}) == 1) buffer_add_string(&entry->aliases, mark);
    }
    buffer_free(&name);
}

static void add_aliases(import_lists *lists, import_entry *entry, bool single, const char *mark)
{
    drg_text inside;
    split_brackets(entry->actor->phrase, &inside);
    if (inside.size) add_alias(lists, entry, inside, single, mark);
    for (size_t i = 0; i < entry->actor->synonym_count; i++) {
        drg_text phrase = split_brackets(entry->book->synonyms.items[entry->actor->first_synonym + i], &inside);
        add_alias(lists, entry, phrase, single, mark);
        if (inside.size) add_alias(lists, entry, inside, single, mark);
    }
}

/* ---- bodies */

static void put_id(import_lists *lists, import_list list, drg_text name)
{
    drg_text folded = import_fold(lists->known, name);
    put_string(lists, list, "petrarch-");
    for (size_t i = 0; i < folded.size; i++)
        put(lists, list, folded.data[i] == ' ' ? (drg_text){"-", 1} : text_slice(folded, i, i + 1));
}

/* The years of a body whose code has dates: from the first to the last of them. */
static void put_life(import_lists *lists, import_list list, const import_entry *entry)
{
    const petrarch_term *terms = &entry->book->terms.items[entry->actor->first_term];
    size_t last = entry->actor->term_count - 1;
    bool dated = entry->actor->dated;
    buffer_format(&lists->lines[list], "\t%s\t%s\t%s\n", dated ? terms[0].from : "", dated ? terms[last].to : "",
                  lists->source);
}

static void add_body(import_lists *lists, import_entry *entry)
{
    import_list list = entry->role.armed ? IMPORT_GROUPS : IMPORT_ORGANIZATIONS;
    drg_text name = {entry->name.data, entry->name.size};
    const char *mark =
        entry->role.armed ? "" : "?"; /* firms and charities share their single words with the language */
    add_aliases(lists, entry, true, mark);
    put_id(lists, list, name);
    put_string(lists, list, "\t");
    put(lists, list, name);
    if (count_words(name) == 1) put_string(lists, list, mark);
    buffer_format(&lists->lines[list], "\t%s\t%s\t%s\t", entry->role.armed ? "group" : "organization",
                  entry->role.country, entry->role.sectors);
    put(lists, list, (drg_text){entry->aliases.data, entry->aliases.size});
    put_life(lists, list, entry);
    lists->counts[list]++;
}

/* ---- people */

static bool put_term(import_lists *lists, const import_entry *entry, const petrarch_term *term)
{
    import_role role;
    const char *why = "";
    const char *to = term->to[0] ? term->to : lists->until;
    if (!term->from[0] || (*to && strcmp(to, term->from) < 0) ||
        !import_role_of(term->code, &lists->known->countries, &role, &why) || !*role.sectors)
        return false;
    put(lists, IMPORT_HOLDERS, (drg_text){entry->name.data, entry->name.size});
    buffer_format(&lists->lines[IMPORT_HOLDERS], "\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", role.country, import_title_of(&role),
                  role.organization, role.sectors, term->from, to, lists->source);
    lists->counts[IMPORT_HOLDERS]++;
    return true;
}

static void put_person(import_lists *lists, const import_entry *entry)
{
    drg_text name = {entry->name.data, entry->name.size}, surname = name;
    for (drg_text rest = name; rest.size;) surname = next_word(&rest);
    put(lists, IMPORT_PEOPLE, name);
    buffer_format(&lists->lines[IMPORT_PEOPLE], "\t\t%s\t", entry->role.country);
    put(lists, IMPORT_PEOPLE, surname);
    put_string(lists, IMPORT_PEOPLE, "\tno\t");
    put(lists, IMPORT_PEOPLE, (drg_text){entry->aliases.data, entry->aliases.size});
    put_string(lists, IMPORT_PEOPLE, "\n");
    lists->counts[IMPORT_PEOPLE]++;
}

static bool add_person(import_lists *lists, import_entry *entry)
{
    size_t written = 0;
    const petrarch_term *terms = &entry->book->terms.items[entry->actor->first_term];
    for (size_t i = 0; i < entry->actor->term_count; i++) written += put_term(lists, entry, &terms[i]);
    if (!written) return false;
    add_aliases(lists, entry, false, "");
    if (entry->aliases.size) put_person(lists, entry);
    return true;
}

/* ---- actors */

/* NULL when the entry was written; else why it was not. */
static const char *place_entry(import_lists *lists, import_entry *entry, drg_text phrase)
{
    const import_role *role = &entry->role;
    bool body = HAS(phrase, BODIES),
         firm = role->international && strncmp(role->primary, "IGO", 3) != 0 && strncmp(role->primary, "UNO", 3) != 0;
    if (role->place) return "the name of a country or region: data/actors/countries.tsv";
    if (!*role->sectors) return "no role that is a PLOVER sector";
    bool person = entry->actor->dated && !body;
    if (is_office(phrase) || (!person && !body && HAS(phrase, OFFICES)))
        return "an office, not a name: data/actors/offices.tsv";
    if (!person && !body && !role->armed && !firm) return "neither dates nor a word that tells what it is";
    if (!add_name(&entry->name, phrase, !person)) return "a single word, which many may bear";
    if (is_listed(lists, (drg_text){entry->name.data, entry->name.size})) return "listed already";
    if (!person)
        add_body(lists, entry);
    else if (!add_person(lists, entry))
        return "no code whose beginning is dated";
    return NULL;
}

/* The first code that has a role; the first of all where none has. */
static bool read_role(const import_lists *lists, import_entry *entry, const char **ret_why)
{
    bool found = false;
    const petrarch_term *terms = &entry->book->terms.items[entry->actor->first_term];
    for (size_t i = 0; i < entry->actor->term_count; i++) {
        import_role role;
        const char *why = NULL;
        bool good = import_role_of(terms[i].code, &lists->known->countries, &role, &why);
        if (!good && !found && i == 0) *ret_why = why;
        if (!good || (found && *entry->role.sectors)) continue;
        entry->role = role;
        entry->code = terms[i].code;
        found = true;
    }
    return found;
}

static void add_actor(import_lists *lists, const petrarch_book *book, const petrarch_actor *actor)
{
    import_entry entry = {.book = book, .actor = actor, .code = book->terms.items[actor->first_term].code};
    const char *why = NULL;
    drg_text inside, phrase = split_brackets(actor->phrase, &inside);
    if (read_role(lists, &entry, &why)) why = place_entry(lists, &entry, phrase);
    if (why) leave_out(lists, actor->line, actor->phrase, entry.code, why);
    buffer_free(&entry.name);
    buffer_free(&entry.aliases);
}

/* ---- agents and discards */

void import_add_small(line_buffer *out, drg_text phrase)
{
    for (size_t i = 0; i < phrase.size; i++) add_byte(out, lower(phrase.data[i]));
}

const char *import_kind_of(const petrarch_agent *agent)
{
    if (HAS(agent->phrase, BODIES)) return "body";
    return text_equal(agent->phrase, agent->plural) ? "group" : "person";
}

static void add_agent(import_lists *lists, const petrarch_agent *agent)
{
    import_role role;
    drg_text folded = import_fold(lists->known, agent->phrase);
    size_t before = lists->known->offices.count;
    if (!import_sectors_of(agent->code, &role)) {
        leave_out(lists, agent->line, agent->phrase, agent->code, "no role that is a PLOVER sector");
        return;
    }
    text_map_put(&lists->known->offices, folded, 0);
    if (!folded.size || lists->known->offices.count == before) {
        leave_out(lists, agent->line, agent->phrase, agent->code, "listed already");
        return;
    }
    line_buffer *out = &lists->lines[IMPORT_OFFICES];
    import_add_small(out, agent->phrase);
    buffer_add_string(out, "\t");
    import_add_small(out, agent->plural);
    buffer_format(out, "\t%s\t", import_kind_of(agent));
    for (size_t i = 0; i < folded.size; i++)
        buffer_add(out, folded.data[i] == ' ' ? (drg_text){"-", 1} : text_slice(folded, i, i + 1));
    buffer_format(out, "\t%s\t\t\n", role.sectors);
    lists->counts[IMPORT_OFFICES]++;
}

static void add_discard(import_lists *lists, const petrarch_discard *discard)
{
    line_buffer *out = &lists->lines[IMPORT_DISCARDS];
    import_add_small(out, discard->phrase);
    buffer_format(out, "\t%s\t%s\n", discard->story ? "story" : "sentence", lists->source);
    lists->counts[IMPORT_DISCARDS]++;
}

void import_add(import_lists *lists, const petrarch_book *book)
{
    for (size_t i = 0; i < book->actors.count; i++) add_actor(lists, book, &book->actors.items[i]);
    for (size_t i = 0; i < book->agents.count; i++) add_agent(lists, &book->agents.items[i]);
    for (size_t i = 0; i < book->discards.count; i++) add_discard(lists, &book->discards.items[i]);
}

void import_free(import_lists *lists)
{
    for (size_t i = 0; i < IMPORT_LIST_COUNT; i++) buffer_free(&lists->lines[i]);
}
