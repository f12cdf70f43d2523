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

static const command_option SILENCE_OPTIONS[] = {
    VIEW_FILE,     {OPTION_DAYS, "days", "N", "without an answer for at least so many days; 3 without it"},
    VIEW_FILTERS,  VIEW_DAYS,
    VIEW_LIMIT,    SETTINGS_STYLE,
    SETTINGS_HELP,
};
static const command_option DIFF_OPTIONS[] = {
    VIEW_FILE,
    {OPTION_SINCE, "since", "DAY", "in place of proposals: what stands otherwise than on this day"},
    {OPTION_UNTIL, "until", "DAY", "the later day; that of the last report without it"},
    VIEW_FILTERS,
    VIEW_LIMIT,
    SETTINGS_STYLE,
    SETTINGS_HELP,
};
static const command_option BRIEF_OPTIONS[] = {
    VIEW_FILE,      {OPTION_SINCE, "since", "DAY", "and what changed since this day"},
    VIEW_FILTERS,   {OPTION_TO, "to", "DAY", "as things stood on this day"},
    SETTINGS_STYLE, SETTINGS_HELP,
};

static const char *lacks_claim(const drg_filter *filter)
{
    return filter->claim.size ? NULL : "which claim? Words of it, or the id of an event or a statement";
}

static const char *lacks_sides(const drg_filter *filter)
{
    if (filter->one.size && !filter->other.size) return "which other proposal is it to be compared with?";
    return filter->one.size || filter->since.size ? NULL : "what is to be compared? Two proposals, or --since DAY";
}

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
    {DRG_VIEW_SILENCE,
     0,
     NULL,
     {"silence", FILE_ONLY,
      "Lists parties that a proposal was put to or a meeting was offered to and that no report since then tells an\n"
      "answer of. Who says anything in a report of the matter counts as heard.",
      SILENCE_OPTIONS, COUNT(SILENCE_OPTIONS),
      "  dragoman silence -d record.db --days 7\n"
      "      for a week or longer\n"}},
    {DRG_VIEW_CONFLICTS,
     0,
     NULL,
     {"conflicts", FILE_ONLY,
      "Shows accounts of one meeting or one event that cannot both be right, side by side: its day, its country,\n"
      "whether it was held, who was there, how many were killed.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman conflicts -d record.db --from 2025-04-01\n"
      "      since then\n"}},
    {DRG_VIEW_TRACE,
     1,
     lacks_claim,
     {"trace", FILE_ONLY " CLAIM",
      "Shows where a claim comes from: the reports that have it, the earliest first, and in each of them the chain of\n"
      "those who say so, from the nearest speaker outward. CLAIM is words that stand in one sentence, or the id of\n"
      "an event or a statement.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman trace -d record.db 'proposals unacceptable'\n"
      "      who says so, and who said it first\n"}},
    {DRG_VIEW_TIMELINE,
     0,
     NULL,
     {"timeline", FILE_ONLY,
      "Lists events, meetings, proposals, positions and statements in the order of their days; where no day is\n"
      "known, of the report's. Events that are denied, negated or hypothetical are left out.",
      LIST_OPTIONS, COUNT(LIST_OPTIONS),
      "  dragoman timeline -d record.db --process Gaza --from 2024-05-01 --to 2024-06-30\n"
      "      two months of one negotiation\n"}},
    {DRG_VIEW_DIFF,
     2,
     lacks_sides,
     {"diff", FILE_ONLY " [PROPOSAL PROPOSAL]",
      "Compares two proposals term by term: what was added, dropped, worded otherwise. A PROPOSAL is an id or words "
      "of\n"
      "its name, which the latest that has them is meant by. Or, with --since, the state on two days: negotiations,\n"
      "meetings, proposals and positions.",
      DIFF_OPTIONS, COUNT(DIFF_OPTIONS),
      "  dragoman diff -d record.db 'draft accord' 'amended accord'\n"
      "      two versions\n"
      "  dragoman diff -d record.db --since 2025-04-16 --until 2025-04-23\n"
      "      what moved in that week\n"}},
    {DRG_VIEW_BRIEF,
     0,
     NULL,
     {"brief", FILE_ONLY,
      "Writes one page in plain English: where things stand, what changed since a day, who stands where, what comes "
      "next, what is\n"
      "contested. Each sentence names its sources, which are listed below.",
      BRIEF_OPTIONS, COUNT(BRIEF_OPTIONS),
      "  dragoman brief -d record.db --since 2025-04-22\n"
      "      what moved since then\n"
      "  dragoman brief -d record.db --process Gaza --format markdown\n"
      "      one negotiation, for a document\n"}},
};

const view_command *view_command_named(const char *name)
{
    size_t at = 0;
    while (at + 1 < COUNT(COMMANDS) && strcmp(COMMANDS[at].spec.name, name) != 0) at++;
    return &COMMANDS[at];
}
