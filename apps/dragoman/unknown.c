/* SPDX-License-Identifier: Apache-2.0
 * dragoman unknown: texts in, the names out that no list has, as a table or as lines of data/actors. */
#include <stdio.h>
#include <stdlib.h>

#include "batch.h"
#include "buffer.h"
#include "commands.h"
#include "name_count.h"

static const command_option OPTIONS[] = {
    {OPTION_FORMAT, "format", "FORMAT", "table (for people, default), or tsv: lines for the lists under data/"},
    {OPTION_TYPE, "type", "TYPE", "only those taken for a person, organization or place, or unsure"},
    {OPTION_LEAST, "least", "N", "only names that stand there N times or more (default: 2)"},
    {OPTION_TOP, "top", "N", "the N most frequent (default: 100)"},
    {OPTION_CONTEXTS, "contexts", "N", "places in the texts shown with each, one a text (default: 2)"},
    SETTINGS_INPUT,
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "unknown",
    .arguments = "[PATH...]",
    .about = "Reads reports and lists their frequent names that no list has, and those that fit several entries: how\n"
             "often each stands there, in how many texts, what the words around it make of it, and where. With\n"
             "--format tsv they are lines in the columns of the list that they belong to, ready to be pasted under\n"
             "data/; a line that lacks something starts with \"#?\". An office is dated by the texts that give it:\n"
             "from the day of the first to that of the last.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman unknown --top 20 news/\n"
                "      the names to look at first\n"
                "  dragoman unknown --format tsv --type person --least 5 archive.ndjson > new-holders.tsv\n",
};

typedef struct unknown_state {
    run_settings settings;
    name_counts counts;
    size_t least, top;
    name_type type; /* NAME_TYPE_COUNT: all */
    bool lines;     /* as lines of the lists */
} unknown_state;

static bool take_number(const char *name, const char *value, size_t least, size_t *ret_number)
{
    if (options_number(value, least, 1000000, ret_number)) return true;
    return options_complain(&COMMAND, "--%s wants a number from %zu to 1000000, not '%s'", name, least, value);
}

static bool take(void *context, option_id id, const char *value)
{
    static const char *const formats[] = {"table", "tsv"};
    unknown_state *state = context;
    size_t choice = 0;
    switch (id) {
    case OPTION_LEAST: return take_number("least", value, 1, &state->least);
    case OPTION_TOP: return take_number("top", value, 1, &state->top);
    case OPTION_CONTEXTS: return take_number("contexts", value, 0, &state->counts.contexts);
    case OPTION_TYPE:
        choice = options_choice(value, NAME_TYPES, NAME_TYPE_COUNT);
        state->type = (name_type)choice;
        return choice < NAME_TYPE_COUNT ||
               options_complain(&COMMAND, "--type is person, organization, place or unsure, not '%s'", value);
    case OPTION_FORMAT:
        choice = options_choice(value, formats, 2);
        state->lines = choice == 1;
        return choice < 2 || options_complain(&COMMAND, "--format is table or tsv, not '%s'", value);
    default: return settings_take(&state->settings, id, value);
    }
}

static bool count_document(void *context, const drg_document *document, output_file *output)
{
    unknown_state *state = context;
    (void)output;
    name_counts_add(&state->counts, document);
    return true;
}

/* ---------------------------------------------------------------- table */

static void add_clean_votes(line_buffer *out, const name_votes *votes, const char *before)
{
    drg_text best = name_votes_best(votes);
    if (!best.size) return;
    buffer_add_string(out, before);
    buffer_add_clean(out, best);
}

static void add_row(line_buffer *out, const name_entry *entry)
{
    buffer_format(out, "%7zu %5zu  %-12s  ", entry->times, entry->documents, NAME_TYPES[name_type_of(entry)]);
    buffer_add_clean(out, entry->name);
    add_clean_votes(out, &entry->titles, ", ");
    add_clean_votes(out, &entry->countries, ", ");
    buffer_add_string(out, entry->ambiguous ? ", fits several entries\n" : "\n");
    for (size_t i = 0; i < entry->context_count; i++)
        buffer_format(out, "                              %s\n", entry->contexts[i].data);
}

/* ---------------------------------------------------------------- lines of the lists */

static const char *const HEADS[NAME_TYPE_COUNT] = {
    "# data/actors/holders\n# columns: name\tcountry\ttitle\torganization\tsectors\tfrom\tto\tsource\n",
    "# data/actors/organizations\n# columns: id\tname\ttype\tcountry\tsectors\tnames\tfrom\tto\tsource\n",
    "# data/places\n# columns: name\tnames\tcountry\tadmin1\tlatitude\tlongitude\tgeonames\tkind\n",
    "# no list: what these are is not sure\n"};

/* A field of a list: no tab, no mark of the lists. */
static void add_field(line_buffer *out, drg_text text)
{
    line_buffer clean = {0};
    buffer_add_clean(&clean, text);
    for (size_t i = 0; i < clean.size; i++)
        if (clean.data[i] == '|' || clean.data[i] == '@') clean.data[i] = ' ';
    buffer_add(out, (drg_text){clean.data ? clean.data : "", clean.size});
    buffer_free(&clean);
}

static void add_slug(line_buffer *out, drg_text name)
{
    bool gap = false, begun = false;
    for (size_t i = 0; i < name.size; i++) {
        char byte = name.data[i];
        if (byte >= 'A' && byte <= 'Z') byte = (char)(byte + 32);
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
        if (!plain) {
            gap |= byte != '\'' && byte != '.';
            continue;
        }
        if (gap && begun) buffer_add_string(out, "-");
        buffer_add(out, (drg_text){&byte, 1});
        gap = false;
        begun = true;
    }
}

static void add_holder(line_buffer *out, const name_entry *entry)
{
    drg_text country = name_votes_best(&entry->countries), title = name_votes_best(&entry->titles);
    drg_text sector = name_votes_best(&entry->sectors);
    if (!country.size || !title.size || !sector.size || !entry->from[0]) buffer_add_string(out, "#?");
    add_field(out, entry->name);
    buffer_add_string(out, "\t");
    add_field(out, country);
    buffer_add_string(out, "\t");
    add_field(out, title);
    buffer_add_string(out, "\t\t");
    add_field(out, sector);
    buffer_format(out, "\t%s\t%s\tread from texts\n", entry->from, entry->to);
}

static void add_organization(line_buffer *out, const name_entry *entry)
{
    drg_text country = name_votes_best(&entry->countries), sector = name_votes_best(&entry->sectors);
    if (!country.size || !sector.size) buffer_add_string(out, "#?");
    add_slug(out, entry->name);
    buffer_add_string(out, "\t");
    add_field(out, entry->name);
    buffer_add_string(out, "\torganization\t");
    add_field(out, country);
    buffer_add_string(out, "\t");
    add_field(out, sector);
    buffer_add_string(out, "\t\t\t\tread from texts\n");
}

static void add_line(line_buffer *out, const name_entry *entry, name_type type)
{
    buffer_format(out, "# %zu times in %zu texts%s\n", entry->times, entry->documents,
                  entry->ambiguous ? ", fits several entries" : "");
    for (size_t i = 0; i < entry->context_count; i++) buffer_format(out, "#   %s\n", entry->contexts[i].data);
    if (type == NAME_PERSON) add_holder(out, entry);
    if (type == NAME_ORGANIZATION) add_organization(out, entry);
    if (type < NAME_PLACE) return;
    buffer_add_string(out, "#?"); /* where it is, nobody has said */
    add_field(out, entry->name);
    buffer_add_string(out, type == NAME_PLACE ? "\t\t\t\t\t\t\tcity\n" : "\n");
}

/* ---------------------------------------------------------------- all */

static void write_names(const unknown_state *state, line_buffer *out)
{
    size_t count = 0, all = 0;
    const name_entry **ranked = name_counts_ranked(&state->counts, &all);
    for (size_t i = 0; i < all && count < state->top; i++) {
        bool wanted = state->type == NAME_TYPE_COUNT || name_type_of(ranked[i]) == state->type;
        if (wanted && ranked[i]->times >= state->least) ranked[count++] = ranked[i];
    }
    if (!state->lines) buffer_add_string(out, "  times texts  taken for     name\n");
    for (size_t i = 0; !state->lines && i < count; i++) add_row(out, ranked[i]);
    for (int type = 0; state->lines && type < NAME_TYPE_COUNT; type++) {
        bool any = false;
        for (size_t i = 0; i < count; i++) {
            if (name_type_of(ranked[i]) != (name_type)type) continue;
            if (!any) buffer_add_string(out, HEADS[type]);
            any = true;
            add_line(out, ranked[i], (name_type)type);
        }
    }
    free(ranked);
}

static int print_names(const unknown_state *state)
{
    line_buffer out = {0};
    write_names(state, &out);
    bool good = fwrite(out.data ? out.data : "", 1, out.size, stdout) == out.size && fflush(stdout) == 0;
    buffer_free(&out);
    if (!good) perror("dragoman: cannot write the output");
    return good ? 0 : EXIT_FAILED;
}

int unknown_main(int argc, char **argv)
{
    unknown_state state = {.least = 2, .top = 100, .type = NAME_TYPE_COUNT, .counts = {.contexts = 2}};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !settings_check(&state.settings)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) {
        text_batch batch = {.settings = &state.settings,
                            .options = {.depth = DRG_DEPTH_EVENTS},
                            .write = count_document,
                            .context = &state};
        code = batch_run(&batch);
        if (code != EXIT_WRONG && print_names(&state) != 0) code = EXIT_FAILED;
    }
    name_counts_free(&state.counts);
    settings_end(&state.settings);
    return code;
}
