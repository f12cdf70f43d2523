/* SPDX-License-Identifier: Apache-2.0
 * The model of pronouns: a weight for each feature of an antecedent, and for each class of pronouns. */
#ifndef FIND_PRONOUN_MODEL_H
#define FIND_PRONOUN_MODEL_H

#include "model/model.h"

#define FIND_PRONOUN_MODEL_FILE "pronoun.model"
#define FIND_PRONOUN_SECTION "find.pronouns"

/* clang-format off */
#define FIND_PRONOUN_FEATURES(X)                                                                                                    \
    X(SAME_SENTENCE) X(BACK_1) X(BACK_2) X(BACK_3) X(BACK_4) X(BEHIND) X(BEHIND_IN_MAIN)                                \
    X(HERE_SUBJECT) X(HERE_OBJECT) X(HERE_OBLIQUE) X(HERE_POSSESSOR) X(HERE_COMPLEMENT) X(HERE_OTHER)                   \
    X(THERE_SUBJECT) X(THERE_OBJECT) X(THERE_OBLIQUE) X(THERE_POSSESSOR) X(THERE_COMPLEMENT) X(THERE_OTHER)             \
    X(SUBJECT_SUBJECT) X(SUBJECT_OBJECT) X(SUBJECT_OBLIQUE) X(SUBJECT_POSSESSOR) X(SUBJECT_COMPLEMENT) X(SUBJECT_OTHER) \
    X(OBJECT_SUBJECT) X(OBJECT_OBJECT) X(OBJECT_OBLIQUE) X(OBJECT_POSSESSOR) X(OBJECT_COMPLEMENT) X(OBJECT_OTHER)       \
    X(OBLIQUE_SUBJECT) X(OBLIQUE_OBJECT) X(OBLIQUE_OBLIQUE) X(OBLIQUE_POSSESSOR) X(OBLIQUE_COMPLEMENT) X(OBLIQUE_OTHER) \
    X(POSSESSOR_SUBJECT) X(POSSESSOR_OBJECT) X(POSSESSOR_OBLIQUE) X(POSSESSOR_POSSESSOR) X(POSSESSOR_COMPLEMENT)        \
    X(POSSESSOR_OTHER)                                                                                                 \
    X(COMPLEMENT_SUBJECT) X(COMPLEMENT_OBJECT) X(COMPLEMENT_OBLIQUE) X(COMPLEMENT_POSSESSOR) X(COMPLEMENT_COMPLEMENT)   \
    X(COMPLEMENT_OTHER)                                                                                                \
    X(OTHER_SUBJECT) X(OTHER_OBJECT) X(OTHER_OBLIQUE) X(OTHER_POSSESSOR) X(OTHER_COMPLEMENT) X(OTHER_OTHER)             \
    X(ABOVE_1) X(ABOVE_2) X(ABOVE_1_POSSESSOR) X(ABOVE_2_POSSESSOR) X(MAIN_SUBJECT_HERE) X(MAIN_SUBJECT_BACK_1)         \
    X(RANK_0) X(RANK_1) X(RANK_2) X(RANK_3) X(RANK_4)                                                                  \
    X(KIND_PERSON) X(KIND_UNKNOWN) X(KIND_LISTED) X(KIND_ROLE) X(KIND_BODY) X(KIND_HUMAN) X(KIND_HUMANS) X(KIND_THING)  \
    X(KIND_THINGS) X(KIND_NAME) X(KIND_ROW) X(KIND_PRONOUN)                                                                         \
    X(GENDER_KNOWN) X(GENDER_OPEN) X(INDEFINITE) X(JOINED)                                                             \
    X(NEAREST_IS_PRONOUN) X(LAST_PRONOUN) X(LAST_PRONOUN_PARALLEL) X(LAST_PRONOUN_HERE)                                 \
    X(COUNT_1) X(COUNT_2) X(COUNT_3) X(COUNT_4) X(PRONOUNS_1) X(PRONOUNS_2) X(SUBJECTS_1) X(SUBJECTS_2)                 \
    X(FIRST_ENTITY) X(FIRST_IN_SENTENCE) X(HEADLINE) X(BACK_1_SUBJECT_INITIAL) X(LIST_STATE) X(BY_AGENT) X(SAME_CLAUSE) \
    X(MOST_NAMED) X(MENTION_BOTH) X(QUOTED_APART) X(NEXT_WORDS)  \
    X(CATAPHOR) X(CATAPHOR_POSSESSOR) X(PREVIOUS_SUBJECT_ANY) X(EARLIER_SUBJECT_HERE) X(BARE_ONLY) X(FULL_ONCE) X(EMBEDDED) \
    X(NEAREST_MAIN) X(SAME_PARAGRAPH) X(SPEAKER_AGAIN) X(OF_HUMAN) X(RELATIVE_SUBJECT) X(AND_HIS)                                                        \
    X(NOBODY) X(NOBODY_FIRST_SENTENCE) X(NOBODY_EXPLETIVE) X(NOBODY_CLAUSE) X(NOBODY_QUOTED) X(NOBODY_SUBJECT)          \
    X(NOBODY_OBJECT) X(NOBODY_POSSESSOR) X(NOBODY_COPULA) X(NOBODY_CANDIDATES_1) X(NOBODY_CANDIDATES_2) \
    X(TITLED) X(TITLED_TOO) X(UNTITLED) X(NOBODY_TITLED)
/* clang-format on */

/* What a pronoun asks for. */
typedef enum find_pronoun_class { FIND_HE_SHE, FIND_IT, FIND_THEY, FIND_PRONOUN_CLASSES } find_pronoun_class;

typedef struct find_pronoun_model {
    const unsigned char *weights; /* 32 bits each, a row of features for each class */
    uint32_t count;
} find_pronoun_model;

uint32_t find_feature_count(void);
const char *find_feature_name(uint32_t feature);

/* In thousandths. */
int64_t find_pronoun_weight(const find_pronoun_model *model, find_pronoun_class kind, uint32_t feature);

drg_status find_pronoun_open(const model_file *file, find_pronoun_model *ret_model, drg_error *error);
drg_status find_pronoun_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error);

#endif
