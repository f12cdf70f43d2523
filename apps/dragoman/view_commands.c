/* SPDX-License-Identifier: Apache-2.0 */
#include "view_commands.h"

#include <string.h>

#include "settings.h"

#define VIEW_FILE                                                                                                      \
    {OPTION_DATABASE, "database", "FILE", "the record file, as dragoman ingest makes it; also -d FILE"},               \
    {                                                                                                                  \
        OPTION_FORMAT, "format", "FORMAT",                                                                             \
            "table (default), ndjson, csv or markdown; each with the sources of\n"                                     \
            "every row"                                                                                                \
    }
#define VIEW_FILTERS                                                                                                   \
    {OPTION_PROCESS, "process", "NAME", "only of this negotiation: its name, words of it, or its id"},                 \
        {OPTION_PARTY, "party", "NAME", "only with this party: UKR, Ukraine (all who act for it), Hamas"},             \
        {OPTION_ACTOR, "actor", "NAME", "only with this person or body: 'Marco Rubio', rubio"},                        \
        {OPTION_PLACE, "place", "NAME", "only there: London, GBR; of what has no place, in reports that name it"},     \
    {                                                                                                                  \
        OPTION_SOURCE, "source", "NAME", "only from these reports: an id, or words of publisher, address, title"       \
    }
#define VIEW_DAYS                                                                                                      \
    {OPTION_FROM, "from", "DAY", "only from this day on, YYYY-MM-DD"},                                                 \
    {                                                                                                                  \
        OPTION_TO, "to", "DAY", "only up to this day"                                                                  \
    }
#define VIEW_LIMIT                                                                                                     \
    {                                                                                                                  \
        OPTION_LIMIT, "limit", "N", "at most so many rows, the latest; 1000 without it"                                \
    }

static const command_option LIST_OPTIONS[] = {VIEW_FILE,  VIEW_FILTERS,   VIEW_DAYS,
                                              VIEW_LIMIT, SETTINGS_STYLE, SETTINGS_HELP};
static const command_option POSITION_OPTIONS[] = {
    VIEW_FILE,     {OPTION_LIST, "list", NULL, "a row for each position in place of the matrix"},
    VIEW_FILTERS,  VIEW_DAYS,
    VIEW_LIMIT,    SETTINGS_STYLE,
    SETTINGS_HELP,
};

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FILE_ONLY "-d FILE"

static const view_command COMMANDS[] = {
    {DRG_VIEW_PROCESSES,
     0,
     NULL,
     {"processes", FILE_ONLY,
      "Lists the negotiations of a record file, the one with the latest news first: who takes part, who\n"
      "mediates, where it stands, its next dates. The words under a row are those that changed its state last.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman processes -d record.db\n"
      "      all of them\n"}},
    {DRG_VIEW_MEETINGS,
     0,
     NULL,
     {"meetings", FILE_ONLY,
      "Lists meetings, talks, summits and calls, each once however many reports tell it: what became of it, at\n"
      "what level, where, and of each who takes part whether they come, came, pulled out or stayed away.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman meetings -d record.db --from 2025-04-01 --place London\n"
      "      meetings in London since then\n"
      "  dragoman meetings -d record.db --actor 'Marco Rubio' --format csv\n"
      "      his meetings for a spreadsheet\n"}},
    {DRG_VIEW_PROPOSALS,
     0,
     NULL,
     {"proposals", FILE_ONLY,
      "Lists plans, drafts, offers and frameworks: who put them to whom, their terms, who accepts or rejects\n"
      "them, and what they answer.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman proposals -d record.db --process Gaza\n"
      "      those of one negotiation\n"}},
    {DRG_VIEW_POSITIONS,
     0,
     NULL,
     {"positions", FILE_ONLY,
      "Shows who stands where: a row for each proposal and each of its terms, a column for each party, in the\n"
      "cell its stance, since when, and its source. A change of stance has both in the cell, the later one first.\n"
      "Demands that belong to no proposal follow.",
      POSITION_OPTIONS, COUNT(POSITION_OPTIONS),
      "  dragoman positions -d record.db --process Gaza --from 2024-05-31\n"
      "      the term matrix\n"
      "  dragoman positions -d record.db --list --party Hamas\n"
      "      what one party accepts, rejects and demands\n"}},
    {DRG_VIEW_STATEMENTS,
     0,
     NULL,
     {"statements", FILE_ONLY,
      "Lists quotations and what is reported of somebody: who says what, to whom, where, about which meeting,\n"
      "proposal, term or event, and what they make of it.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman statements -d record.db --actor bruce --from 2025-04-22\n"
      "      what she said since then\n"}},
    {DRG_VIEW_REVERSALS,
     0,
     NULL,
     {"reversals", FILE_ONLY,
      "Lists statements that say the opposite of what their speaker said before, with both sources: as the text\n"
      "itself says it, or as two statements on one matter show it.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman reversals -d record.db --party USA\n"
      "      those of one side\n"}},
    {DRG_VIEW_TIMELINE,
     0,
     NULL,
     {"timeline", FILE_ONLY,
      "Lists events, meetings, proposals, positions and statements in the order of their days; where no day is\n"
      "known, of the report's. Events that are denied, negated or hypothetical are left out.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman timeline -d record.db --process Gaza --from 2024-05-01 --to 2024-06-30\n"
      "      two months of one negotiation\n"}},
};

const view_command *view_command_named(const char *name)
{
    size_t at = 0;
    while (at + 1 < COUNT(COMMANDS) && strcmp(COMMANDS[at].spec.name, name) != 0) at++;
    return &COMMANDS[at];
}
