/* SPDX-License-Identifier: Apache-2.0
 *
 * The making of the section "frames": what is gathered while the files under data/classes, data/cues and data/frames
 * are read. Use inside the code room only. Everything lies in the caller's arena.
 */
#ifndef CODE_COMPILER_H
#define CODE_COMPILER_H

#include "code/frame.h"
#include "code/rule_file.h"

/* A word or several as they stand in a file: "air strike", "talk (plural)", "pull out". Lower case. */
typedef struct compiler_words {
    drg_text head;
    drg_text others[CODE_PHRASE_WORDS - 1];
    size_t other_count;
    code_number number;
} compiler_words;

typedef struct compiler_class {
    drg_text name;
    const char *path;
    BASE_VECTOR(compiler_words) own;
    BASE_VECTOR(uint32_t) taken_in; /* other classes */
    bool read;                      /* else only named so far, at the place below */
    const char *named_path;
    uint32_t named_line, named_column;
} compiler_class;

/* What hangs on one word, gathered before it is written in one piece. */
typedef struct compiler_entry {
    drg_text text;
    BASE_VECTOR(code_member) members;
    BASE_VECTOR(code_trigger) triggers;
    BASE_VECTOR(code_cue) cues;
    BASE_VECTOR(code_leaning) leanings;
} compiler_entry;

typedef struct compiler_example {
    drg_text rule, text, date, expected;
    uint32_t line;
    bool fires;
} compiler_example;

typedef struct code_compiler {
    base_arena *arena;
    drg_error *error;
    const char *path; /* of the file being read */
    base_map word_ids;
    BASE_VECTOR(compiler_entry) words;
    base_map class_ids;
    BASE_VECTOR(compiler_class) classes;
    BASE_VECTOR(char) texts;
    BASE_VECTOR(uint32_t) numbers;
    BASE_VECTOR(code_condition) conditions;
    BASE_VECTOR(code_where) wheres;
    BASE_VECTOR(code_act_record) acts;
    BASE_VECTOR(code_frame_record) frames;
    BASE_VECTOR(compiler_example) examples;
    uint32_t model_frames[DRG_TYPE_COUNT];
} code_compiler;

/* ---- vocabulary.c */

/* The entry of a word, made when it is new. */
uint32_t compiler_word(code_compiler *compiler, drg_text word);
uint32_t compiler_text(code_compiler *compiler, drg_text text);
code_phrase compiler_phrase(code_compiler *compiler, const compiler_words *words);

/* The class of a name, known from now on; where it is named first is kept for the message when its file is missing. */
uint32_t compiler_class_named(code_compiler *compiler, drg_text name, uint32_t line, uint32_t column);

/* Reads a word or several. `head_first`: the head stands first (verb and particle), else last (noun and modifiers).
 * NULL, or what was expected instead. */
const char *compiler_words_read(code_compiler *compiler, drg_text text, bool head_first, compiler_words *ret_words);

/* Calls `each` for the ways in which the words can be cut into tokens: "cease-fire" is one word or two. */
void compiler_words_each(code_compiler *compiler, const compiler_words *words,
                         void (*each)(code_compiler *compiler, const compiler_words *words, void *context),
                         void *context);

/* "PATH line L, column C: MESSAGE", DRG_ERROR_FORMAT. */
drg_status compiler_fail(code_compiler *compiler, uint32_t line, uint32_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- the files */

/* data/classes: reads all, takes in what they take in, hangs the words. */
drg_status compiler_read_classes(code_compiler *compiler, const char *data_folder);
drg_status compiler_finish_classes(code_compiler *compiler); /* after the frames, which may name classes too */
drg_status compiler_read_cues(code_compiler *compiler, const char *data_folder);
drg_status compiler_read_frames(code_compiler *compiler, const char *data_folder);
drg_status compiler_read_leanings(code_compiler *compiler, const char *data_folder);

/* One file of frames; `file` is its name without folder and suffix. */
drg_status compiler_read_frame_file(code_compiler *compiler, drg_text file, drg_text bytes);

/* ---- leaning_frame.c */

/* The model's own frame for an act: the act with roles from the slots where they mostly stand. Made when it is new. */
uint32_t compiler_model_frame(code_compiler *compiler, drg_type type, drg_text mode);

/* ---- map_reader.c */

/* A key of a map with what reads its value. */
typedef struct compiler_key {
    const char *name;
    drg_status (*read)(code_compiler *compiler, const rule_node *value, void *context);
} compiler_key;

/* Reads a map: each key at most once, no other key. */
drg_status compiler_read_map(code_compiler *compiler, const rule_node *map, const char *what, const compiler_key *keys,
                             size_t key_count, void *context);

/* The value must be a scalar that is not empty. */
drg_status compiler_need_scalar(code_compiler *compiler, const rule_node *node, const char *what);

/* A list of scalars, or one scalar as a list of one. `each` is called for each. */
drg_status compiler_each_scalar(code_compiler *compiler, const rule_node *node, const char *what,
                                drg_status (*each)(code_compiler *compiler, const rule_node *scalar, void *context),
                                void *context);

/* A type by its name; the mode must be one of the type's, or empty. */
drg_status compiler_read_type(code_compiler *compiler, const rule_node *node, drg_type *ret_type);
drg_status compiler_check_mode(code_compiler *compiler, const rule_node *node, drg_type type, drg_text mode);

/* ---- slot_reader.c: a frame's keys that name slots. Conditions add to its specificity. */

drg_status compiler_read_role(code_compiler *compiler, const rule_node *node, code_role role,
                              code_frame_record *record);
drg_status compiler_read_need(code_compiler *compiler, const rule_node *node, code_frame_record *record);
drg_status compiler_read_where(code_compiler *compiler, const rule_node *node, code_frame_record *record);
drg_status compiler_read_figures(code_compiler *compiler, const rule_node *node, code_frame_record *record);

/* ---- pattern_reader.c: a frame's pattern; adds to its specificity */
drg_status compiler_read_pattern(code_compiler *compiler, const rule_node *node, code_frame_record *record);

/* ---- example_reader.c */

/* The lists `fires` and `silent` of a frame. */
typedef struct compiler_frame_facts {
    drg_text rule; /* file#name */
    drg_type type;
    drg_text mode;
} compiler_frame_facts;
drg_status compiler_read_fires(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts);
drg_status compiler_read_silent(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts);

#endif
