/* SPDX-License-Identifier: Apache-2.0
 * The sub-commands. Each takes its own name as argv[0] and returns the exit code: 0; 1 when some texts or tests failed;
 * 2 for wrong use, or when there is no data file to work with. */
#ifndef COMMANDS_H
#define COMMANDS_H

int code_main(int argc, char **argv);
int ingest_main(int argc, char **argv);
int recode_main(int argc, char **argv);
int parse_main(int argc, char **argv);
int explain_main(int argc, char **argv);
int test_main(int argc, char **argv);
int build_main(int argc, char **argv);
int eval_main(int argc, char **argv);
int import_main(int argc, char **argv);
int unknown_main(int argc, char **argv);
int lexicon_main(int argc, char **argv);
int view_main(int argc, char **argv); /* all the questions to a record file */

#endif
