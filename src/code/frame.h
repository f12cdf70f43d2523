/* SPDX-License-Identifier: Apache-2.0
 *
 * Frames as the engine holds them: what compile.c writes into the section "frames" and frames.c reads back.
 *
 * Every record is made of 32-bit numbers only, so that one pair of functions writes and reads them all; lists of
 * numbers lie in one pool (`numbers`) and are named by first index and count; words are indexes into one list of all
 * words that any frame, class or cue mentions.
 */
#ifndef CODE_FRAME_H
#define CODE_FRAME_H

#include "code/code.h"
#include "code/ranker_model.h"

/* ---- slots of a predicate */

/* English prepositions that can name a slot. A closed list: they are grammar, and the engine asks for some by name. */
/* clang-format off */
#define CODE_PREPOSITIONS(X)                                                                                           \
    X(ABOUT, "about") X(ACROSS, "across") X(AFTER, "after") X(AGAINST, "against") X(AHEAD, "ahead")                    \
    X(ALONG, "along") X(ALONGSIDE, "alongside") X(AMID, "amid") X(AMONG, "among") X(AROUND, "around") X(AS, "as")      \
    X(AT, "at") X(BEFORE, "before") X(BEHIND, "behind") X(BETWEEN, "between") X(BY, "by")                              \
    X(CONCERNING, "concerning") X(DESPITE, "despite") X(DURING, "during") X(FAILING, "failing")                        \
    X(FOLLOWING, "following") X(FOR, "for") X(FROM, "from") X(IN, "in") X(INSIDE, "inside") X(INSTEAD, "instead")      \
    X(INTO, "into") X(LIKE, "like") X(NEAR, "near") X(OF, "of") X(OFF, "off") X(ON, "on") X(OUTSIDE, "outside")        \
    X(OVER, "over") X(PENDING, "pending") X(REGARDING, "regarding") X(SINCE, "since") X(THROUGH, "through")            \
    X(TO, "to") X(TOGETHER, "together") X(TOWARD, "toward") X(UNDER, "under") X(UNTIL, "until") X(VIA, "via")          \
    X(WITH, "with") X(WITHIN, "within") X(WITHOUT, "without")
/* clang-format on */

typedef enum code_slot {
    CODE_SLOT_NONE,
    CODE_SLOT_SUBJECT,
    CODE_SLOT_OBJECT,
    CODE_SLOT_INDIRECT,
    CODE_SLOT_CLAUSE,
    CODE_SLOT_PLACE,
    CODE_SLOT_MANNER, /* adverbs of a verb: "together" */
    CODE_SLOT_ACTOR,  /* the roles, once they are filled: only in conditions */
    CODE_SLOT_RECIPIENT,
    CODE_SLOT_THIRD,
#define CODE_PREPOSITION_ITEM(name, text) CODE_SLOT_##name,
    CODE_PREPOSITIONS(CODE_PREPOSITION_ITEM)
#undef CODE_PREPOSITION_ITEM
        CODE_SLOT_COUNT
} code_slot;

/* The name of a slot; the slot of a name, of which spelling variants ("towards") are understood. 0 unknown. */
const char *code_slot_name(code_slot slot);
code_slot code_slot_from(drg_text name);
code_slot code_preposition_from(drg_text name);

/* A slot, or a slot inside the phrase that fills a slot: outer | inner << 8. */
typedef uint32_t code_path;
#define CODE_PATH_OUTER(path) ((code_slot)((path)&255))
#define CODE_PATH_INNER(path) ((code_slot)((path) >> 8))

/* ---- readings: what else than the plain act a text can say of it */

/* clang-format off */
#define CODE_READINGS(X)                                                                                               \
    X(PLANNED, "planned") X(PROMISED, "promised") X(REFUSED, "refused") X(CANCELLED, "cancelled")                      \
    X(THREATENED, "threatened") X(DEMANDED, "demanded") X(ATTEMPTED, "attempted") X(ALLEGED, "alleged")                \
    X(NEGATED, "negated")
/* clang-format on */

typedef enum code_reading {
#define CODE_READING_ITEM(name, text) CODE_READING_##name,
    CODE_READINGS(CODE_READING_ITEM)
#undef CODE_READING_ITEM
        CODE_READING_COUNT
} code_reading;

const char *code_reading_name(code_reading reading);

/* A type and a mode, or nothing at all. */
typedef struct code_act {
    bool none;
    drg_type type;
    drg_text mode;
} code_act;

/* What PLOVER makes of an act that is planned, refused ... (docs/frames.md has the table). */
code_act code_reading_default(code_reading reading, drg_type type, drg_text mode);

/* The CAMEO code of an act that a reading has turned into another: `from` is the frame's own type. Empty none. */
drg_text code_reading_cameo(const code_act *act, drg_type from);

/* ---- cues: classes of words that change a reading; the file data/cues/NAME.tsv each */

/* clang-format off */
#define CODE_CUES(X)                                                                                                   \
    X(REPORT, "report") X(PLAN, "plan") X(PROMISE, "promise") X(REFUSE, "refuse") X(CANCEL, "cancel")                  \
    X(THREATEN, "threaten") X(DEMAND, "demand") X(ATTEMPT, "attempt") X(DENY, "deny") X(ACCUSE, "accuse")              \
    X(WISH, "wish") X(FAIL, "fail") X(HAPPEN, "happen") X(RAISE, "raise") X(NEGATE, "negate")                          \
    X(CONDITION, "condition") X(IMPLY, "imply") X(POLITE, "polite") X(HEARSAY, "hearsay") X(STANCE, "stance") X(PAST, "past") X(LIGHT, "light-verbs") X(UNPOLITICAL, "unpolitical")
/* clang-format on */

typedef enum code_cue_class {
#define CODE_CUE_ITEM(name, text) CODE_CUE_##name,
    CODE_CUES(CODE_CUE_ITEM)
#undef CODE_CUE_ITEM
        CODE_CUE_COUNT
} code_cue_class;

const char *code_cue_name(code_cue_class cue_class);

/* Whose role the subject of a light verb has. */
typedef enum code_light { CODE_LIGHT_DOER, CODE_LIGHT_TARGET } code_light;

/* ---- noun classes that the engine itself asks for; data/classes/NAME.txt each must be there */

/* clang-format off */
#define CODE_CLASSES(X)                                                                                                \
    X(CONTAINER, "container") X(AGENT, "agent") X(MEDIUM_POST, "medium-post")                                          \
    X(MEDIUM_INTERVIEW, "medium-interview") X(MEDIUM_STATEMENT, "medium-statement")                                    \
    X(MEDIUM_SPEECH, "medium-speech") X(MEDIUM_CONFERENCE, "medium-conference") X(MEDIUM_CALL, "medium-call")          \
    X(MEDIUM_LETTER, "medium-letter") X(MEDIUM_REPORT, "medium-report") X(SECTOR_CVL, "sector-cvl")                    \
    X(SECTOR_LAB, "sector-lab") X(SECTOR_REB, "sector-reb") X(SECTOR_UAF, "sector-uaf") X(SECTOR_CRM, "sector-crm")    \
    X(SECTOR_REL, "sector-rel") X(SECTOR_EDU, "sector-edu") X(SECTOR_JRN, "sector-jrn") X(SECTOR_LEG, "sector-leg")    \
    X(SECTOR_GOV, "sector-gov") X(SECTOR_MIL, "sector-mil") X(SECTOR_ELI, "sector-eli")   \
    X(PLAIN_PEOPLE, "plain-people") X(PRESUMING, "presuming") X(UNDER_WAY, "under-way") X(BYGONE, "bygone") X(PLEDGING, "pledging") X(PRIVATE_CRIME, "private-crime") X(PRIVATE_VIOLENCE, "private-violence") X(SPEAKING, "speaking") X(LAUNCHING, "launching")
/* clang-format on */

typedef enum code_class {
#define CODE_CLASS_ITEM(name, text) CODE_CLASS_##name,
    CODE_CLASSES(CODE_CLASS_ITEM)
#undef CODE_CLASS_ITEM
        CODE_CLASS_COUNT
} code_class;

const char *code_class_name(code_class noun_class);

/* ---- records of 32-bit numbers */

#define CODE_PHRASE_WORDS 8 /* most words of one phrase */

/* A word of one or more parts. `others`: for a noun its modifiers, for a verb particle or bare object, into numbers. */
typedef struct code_phrase {
    uint32_t others, other_count;
    uint32_t number; /* code_number */
} code_phrase;

typedef enum code_number { CODE_NUMBER_ANY, CODE_NUMBER_SINGULAR, CODE_NUMBER_PLURAL } code_number;

/* What one word is to the engine. Each list is a range of the array of that name. */
typedef struct code_word {
    uint32_t members, member_count;
    uint32_t triggers, trigger_count;
    uint32_t cues, cue_count;
    uint32_t preposition; /* code_slot, 0 none */
    uint32_t leanings, leaning_count;
} code_word;

/* The word (with others) belongs to a class. */
typedef struct code_member {
    uint32_t noun_class;
    code_phrase phrase;
} code_member;

typedef enum code_trigger_kind {
    CODE_TRIGGER_VERB,
    CODE_TRIGGER_NOUN,
    CODE_TRIGGER_LIGHT_NOUN,
    CODE_TRIGGER_ADJECTIVE,
    CODE_TRIGGER_FORM /* the verb as it stands, of a frame that goes by the order of words */
} code_trigger_kind;

typedef struct code_trigger {
    uint32_t frame;
    uint32_t kind;
    code_phrase phrase;
} code_trigger;

typedef struct code_cue {
    uint32_t cue_class;
    uint32_t upos;
    code_phrase phrase;
    uint32_t slots, slot_count; /* prepositions that lead to the content beside the object, into numbers */
    uint32_t light;             /* code_light, for light verbs */
} code_cue;

/* The word (with others) most often tells of an act: evidence for the ranker, no rule. */
typedef struct code_leaning {
    uint32_t frame; /* one of the model's own frames, which has the act */
    uint32_t upos;  /* verb, noun or adjective */
    code_phrase phrase;
} code_leaning;

typedef enum code_condition_kind {
    CODE_IS_WORD,
    CODE_IS_CLASS,
    CODE_IS_ACTOR,
    CODE_IS_ACTOR_TYPE, /* value: drg_actor_type */
    CODE_IS_SECTOR,     /* value: three letters packed */
    CODE_IS_PLACE,
    CODE_IS_DATE,
    CODE_IS_MONEY,
    CODE_IS_NUMBER,
    CODE_IS_CLAUSE,
    CODE_IS_TYPE, /* value: drg_type */
    CODE_IS_ANY,
    CODE_IS_NONE,
    CODE_CONDITION_KIND_COUNT
} code_condition_kind;

typedef struct code_condition {
    uint32_t kind;
    uint32_t negative;
    uint32_t value;
    code_phrase phrase; /* of a word */
} code_condition;

typedef struct code_where {
    uint32_t path;
    uint32_t conditions, condition_count;
} code_where;

/* Roles of an event, and the figures. */
typedef enum code_role { CODE_ROLE_ACTOR, CODE_ROLE_RECIPIENT, CODE_ROLE_THIRD, CODE_ROLE_COUNT } code_role;
typedef enum code_figure {
    CODE_FIGURE_DEAD,
    CODE_FIGURE_INJURED,
    CODE_FIGURE_DETAINED,
    CODE_FIGURE_PEOPLE,
    CODE_FIGURE_MONEY,
    CODE_FIGURE_COUNT
} code_figure;

/* Where a role is filled from: alternatives one after the other in numbers, each a count and that many paths. */
typedef struct code_source {
    uint32_t first, alternative_count;
} code_source;

/* flags of a frame */
#define CODE_NEED_ACTOR 1u
#define CODE_NEED_RECIPIENT 2u
#define CODE_NEED_THIRD 4u
#define CODE_RECIPROCAL 8u
#define CODE_AGENTLESS 16u
#define CODE_ALSO 32u
#define CODE_OF_SUBJECT 64u
#define CODE_BEGINS 128u
#define CODE_MODEL 256u    /* no rule fires it: it lends its act and roles to what the model proposes */
#define CODE_REVERSED 512u /* of a pattern: who is acted on stands as its source */
#define CODE_NOTHING 1024u /* of a pattern: its words code no event */
#define CODE_ANYBODY 2048u /* private people may be the actor: nuns who feed refugees, teachers who end a strike */

/* What stands at one place of a pattern: a word or class of words, or somebody. */
typedef enum code_element_kind {
    CODE_ELEMENT_WORD,    /* value: word */
    CODE_ELEMENT_CLASS,   /* value: class */
    CODE_ELEMENT_SOURCE,  /* "$": the one who acts */
    CODE_ELEMENT_TARGET,  /* "+": the one acted on */
    CODE_ELEMENT_PASSED,  /* "^": a noun phrase that is passed over */
    CODE_ELEMENT_PARTIES, /* "%": several that act on each other */
    CODE_ELEMENT_KIND_COUNT
} code_element_kind;

/* Bit of a kind: nothing stands between the element and its neighbour on the side of the verb. */
#define CODE_ELEMENT_TOUCHES 256u
#define CODE_ELEMENTS 24 /* on either side of the verb */

/* 1 + index into the acts; 0 the default of the type. */
typedef struct code_frame_record {
    uint32_t name_offset, name_size; /* file#name, into texts */
    uint32_t line;
    uint32_t act; /* index into acts */
    uint32_t cameo_offset, cameo_size;
    code_source roles[CODE_ROLE_COUNT];
    uint32_t flags;
    uint32_t specificity;
    uint32_t wheres, where_count;
    uint32_t lights, light_count; /* words of its own light verbs, into numbers */
    uint32_t readings[CODE_READING_COUNT];
    uint32_t figures[CODE_FIGURE_COUNT]; /* path, 0 none */
    /* elements of a pattern, two numbers each (kind, value): those before the verb from the nearest outward, then those
     * behind it */
    uint32_t pattern, before_count, after_count;
} code_frame_record;

typedef struct code_act_record {
    uint32_t none, type;
    uint32_t mode_offset, mode_size;
} code_act_record;

/* ---- the whole, read back */

struct code_frames {
    base_arena arena;
    drg_text texts;
    model_table lexicon; /* lower-case lemma -> index into words */
    const code_word *words;
    const code_member *members;
    const code_trigger *triggers;
    const code_cue *cues;
    const code_leaning *leanings;
    const code_condition *conditions;
    const code_where *wheres;
    const code_frame_record *frames;
    const code_act_record *acts;
    const uint32_t *numbers;
    uint32_t word_count, member_count, trigger_count, cue_count, condition_count, where_count, frame_count, act_count,
        number_count, leaning_count;
    uint32_t model_frames[DRG_TYPE_COUNT]; /* the model's own frame of each type alone, without a mode */
    code_ranker ranker;
    uint32_t classes[CODE_CLASS_COUNT]; /* ids of the classes that the engine asks for */
    uint32_t class_count;
    const drg_text *class_names;  /* as in <agreement> */
    const uint32_t *class_keys;   /* a hash of each class's name, which no other class changes */
    const uint8_t *class_context; /* of context-*: 1 + the context; 0 none */
    bool has_patterns;            /* some frame goes by the order of words */
    const drg_example *examples;
    size_t example_count;
};

static inline drg_text code_frames_text(const code_frames *frames, uint32_t offset, uint32_t size)
{
    return base_text_slice(frames->texts, offset, (size_t)offset + size);
}

/* Three capitals as one number. */
static inline uint32_t code_sector_pack(drg_text sector)
{
    return sector.size < 3 ? 0
                           : (uint32_t)(unsigned char)sector.data[0] << 16 |
                                 (uint32_t)(unsigned char)sector.data[1] << 8 | (uint32_t)(unsigned char)sector.data[2];
}

#endif
