/* SPDX-License-Identifier: Apache-2.0
 * The dragoman command: chooses the sub-command. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "dragoman.h"
#include "options.h"
#include "settings.h"

static const struct {
    const char *name;
    int (*main)(int argc, char **argv);
    const char *about;
} COMMANDS[] = {
    {"code", code_main, "reads reports and writes their record: a table or NDJSON"},
    {"ingest", ingest_main, "codes reports into a record file, an SQLite database"},
    {"recode", recode_main, "codes the texts of a record file again: what came, went or changed"},
    {"processes", view_main, "lists the negotiations of a record file: parties, status, what comes next"},
    {"meetings", view_main, "lists meetings: who takes part or stays away, what became of them"},
    {"proposals", view_main, "lists proposals with their terms"},
    {"positions", view_main, "shows who stands where on which term: terms by parties"},
    {"statements", view_main, "lists who said what to whom"},
    {"reversals", view_main, "lists who said the opposite before"},
    {"silence", view_main, "lists who was asked and has not answered"},
    {"conflicts", view_main, "shows accounts of one meeting or event that differ, side by side"},
    {"trace", view_main, "shows where a claim comes from"},
    {"timeline", view_main, "lists what happened in the order of days"},
    {"diff", view_main, "compares two proposals term by term, or the state on two days"},
    {"brief", view_main, "writes one page: where things stand, what changed, what comes next"},
    {"parse", parse_main, "writes sentences, tokens, tags and dependency trees: CoNLL-U"},
    {"explain", explain_main, "shows why an event was coded, and what was considered and refused"},
    {"test", test_main, "runs the frames' example sentences and the corpus"},
    {"build", build_main, "compiles data/ and models/ into the data file"},
    {"eval", eval_main, "measures accuracy against gold data"},
    {"lexicon", lexicon_main, "lists, searches and checks the frames, adds to them, tells why none fired"},
    {"import", import_main, "writes other coders' dictionaries as lists of actors and frames"},
    {"unknown", unknown_main, "lists frequent names that no list has, ready to be added"},
};
enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS };

static void print_help(FILE *file)
{
    fprintf(file,
            "usage: dragoman COMMAND [options] [PATH...]\n\n"
            "Reads reports of diplomacy and conflict and keeps the record: who did what to whom, when and where,\n"
            "and who says so, every line of it traceable to the words it came from.\n\nCommands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++) fprintf(file, "  %-11s%s\n", COMMANDS[i].name, COMMANDS[i].about);
    fprintf(file, "\ndragoman COMMAND --help tells more, dragoman --version the version.\n\nExamples:\n"
                  "  dragoman code --date 2024-05-16 report.txt\n"
                  "  dragoman code --format ndjson news/ > record.ndjson\n"
                  "  dragoman explain --text 'France and Germany signed an agreement in Paris.'\n");
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing, and named */
    const char *name = argc > 1 ? argv[1] : "";
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(name, COMMANDS[i].name) == 0) return COMMANDS[i].main(argc - 1, argv + 1);
    if (strcmp(name, "--version") == 0) {
        printf("dragoman %s\n", drg_version());
        return options_exit(OPTIONS_GO_ON);
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        print_help(stdout);
        return options_exit(OPTIONS_GO_ON);
    }
    if (*name) fprintf(stderr, "dragoman: there is no command '%s'\n\n", name);
    print_help(stderr);
    return EXIT_WRONG;
}
