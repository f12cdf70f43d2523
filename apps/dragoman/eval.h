/* SPDX-License-Identifier: Apache-2.0
 * What the tasks of `dragoman eval` share: each reads gold files of one kind and counts what dragoman finds of them.
 *
 * A new task is a file eval_NAME.c with one eval_task, named here and in the table of eval.c. */
#ifndef EVAL_H
#define EVAL_H

#include "buffer.h"
#include "score.h"
#include "settings.h"

typedef struct eval_task eval_task;

/* One figure of a task, in percent unless it says otherwise. */
typedef struct eval_figure {
    char name[40];
    double value;
} eval_figure;

#define EVAL_FIGURES 64 /* most figures of one task */

typedef struct eval_run {
    run_settings settings;
    const eval_task *task;
    const char *only, *name, *save, *data_folder, *model_folder; /* the folders: NULL data, models */
    bool gold_tokens, errors;
    const drg_engine *engine;
    drg_session *session;
    size_t documents; /* scored so far; the task counts them */
    void *state;      /* the task's own, made by open, freed by close */
    eval_figure figures[EVAL_FIGURES];
    size_t figure_count;
} eval_run;

struct eval_task {
    const char *name;
    const char *about;           /* one line of the help: what it reads */
    const char *suffix;          /* of the files that are read below a folder, ".tml" */
    drg_depth depth;             /* how far texts are taken */
    bool readings;               /* with the reading of every predicate */
    bool explain;                /* with the frames that nearly fired */
    bool (*open)(eval_run *run); /* NULL: nothing to open */
    bool (*add)(eval_run *run, const char *path, drg_text bytes); /* one gold file; false after a message */
    void (*report)(eval_run *run);                                /* eval_put_... for each figure */
    void (*close)(eval_run *run);                                 /* NULL: nothing to close */
};

extern const eval_task EVAL_TREEBANK, EVAL_ENTITIES, EVAL_OFFICES, EVAL_COREFERENCE, EVAL_TIMES, EVAL_PLACES,
    EVAL_CORPUS, EVAL_FACTUALITY, EVAL_ATTRIBUTION, EVAL_RELATION, EVAL_QUAD, EVAL_ROLES, EVAL_PETRARCH, EVAL_TRIGGERS,
    EVAL_TALKS;

/* Prints gold, found, right, precision, recall and F1, and keeps the F1 under the name. */
void eval_put_count(eval_run *run, const char *name, score_count count);

/* Prints `right` of `all` in percent, and keeps it under the name. */
void eval_put_share(eval_run *run, const char *name, size_t right, size_t all);

/* Prints a figure that is neither, and keeps it under the name. */
void eval_put_value(eval_run *run, const char *name, double value);

/* Is the document of that name among --only START,... ? */
bool eval_is_wanted(const eval_run *run, drg_text name);

/* With --errors, one line on standard output: "PATH: what is wrong: wording". */
void eval_error(const eval_run *run, const char *path, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A message on standard error that names the command and the file. Returns false. */
bool eval_complain(const char *path, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The whole file; false after a message. The caller frees it with buffer_free. */
bool eval_read_file(const char *path, line_buffer *ret_bytes);

/* The end of the line that starts at `at`: of its '\n', or of the text. */
size_t eval_line_end(drg_text text, size_t at);

/* The end of the document of a treebank that starts at `at`: the next line with "# newdoc". */
size_t eval_document_end(drg_text text, size_t at);

/* "GUM_news_iodine" of "# newdoc id = GUM_news_iodine"; empty when the document has no name. */
drg_text eval_document_name(drg_text document);

#endif
