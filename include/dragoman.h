/* SPDX-License-Identifier: Apache-2.0
 *
 * dragoman: reads reports of diplomacy and conflict and keeps the record.
 *
 * The one public header. Three lifetimes, three types:
 *   drg_engine    models and lists, mapped read-only from one data file; shared by any number of threads
 *   drg_session   scratch memory; one a thread
 *   drg_document  the result of one text; owns all its memory, frozen, readable by many threads
 *
 * Rules that hold for every function:
 *   - Text is pointer + length (drg_text) and need not end in a NUL byte. Spans are byte offsets [begin, end) into
 *     the document's text as it was given, also where that text is not valid UTF-8.
 *   - Functions that can fail return a drg_status. Outputs (ret_...) are set only on DRG_OK. `error` may be NULL;
 *     where it is not, it holds a message with file, place and value after a failure, and is undefined after DRG_OK.
 *   - The library never prints, exits, raises a signal, reads the locale or keeps global state.
 *   - What a document hands out lives as long as the document.
 */
#ifndef DRAGOMAN_H
#define DRAGOMAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define DRG_PUBLIC __attribute__((visibility("default")))
#else
#define DRG_PUBLIC
#endif

/* ---------------------------------------------------------------- versions, status, text */

#define DRG_VERSION "0.1.0"
#define DRG_RECORD_VERSION 1 /* of the NDJSON record, on each document line */

DRG_PUBLIC const char *drg_version(void);

typedef enum drg_status {
    DRG_OK = 0,
    DRG_ERROR_USAGE,   /* the caller's arguments are off */
    DRG_ERROR_IO,      /* a file cannot be opened, read or written */
    DRG_ERROR_FORMAT,  /* a file is not what it should be: truncated, damaged, a wrong line */
    DRG_ERROR_VERSION, /* a data file of a format that this library cannot read */
    DRG_ERROR_LIMIT,   /* an input is larger than the bounds in the manual */
    DRG_ERROR_MEMORY   /* the machine, or the cap that was set, has no more memory */
} drg_status;

typedef struct drg_error {
    char message[512]; /* UTF-8, NUL-terminated, one line */
} drg_error;

/* Bytes that somebody else owns. Not NUL-terminated. {NULL, 0} is the unknown text. */
typedef struct drg_text {
    const char *data;
    size_t size;
} drg_text;

/* Byte offsets [begin, end) into the document's text. */
typedef struct drg_span {
    uint32_t begin, end;
} drg_span;

/* No index: the value of an index field that points nowhere. */
#define DRG_NONE UINT32_MAX

/* ---------------------------------------------------------------- language: sentences, tokens, trees */

/* Universal part-of-speech tags. */
typedef enum drg_upos {
    DRG_ADJ,
    DRG_ADP,
    DRG_ADV,
    DRG_AUX,
    DRG_CCONJ,
    DRG_DET,
    DRG_INTJ,
    DRG_NOUN,
    DRG_NUM,
    DRG_PART,
    DRG_PRON,
    DRG_PROPN,
    DRG_PUNCT,
    DRG_SCONJ,
    DRG_SYM,
    DRG_VERB,
    DRG_X,
    DRG_UPOS_COUNT
} drg_upos;

/* One syntactic word. Several words of one surface token ("do" + "n't", "Kyiv" + "'s") follow each other without a gap;
 * every word but the first of such a surface token has `joined` set. */
typedef struct drg_token {
    drg_span span;
    drg_text lemma;
    drg_text xpos;    /* Penn tag as used in UD English */
    drg_text feats;   /* CoNLL-U FEATS, "" when there are none */
    drg_text deprel;  /* UD relation with subtype, "nsubj:pass" */
    uint32_t head;    /* index among the document's tokens, DRG_NONE at the root of its sentence */
    uint8_t upos;     /* drg_upos */
    uint8_t relation; /* the same deprel as a small number, see src/language; stable within a data format version */
    uint8_t tag;      /* the same xpos as a small number */
    bool joined;      /* continues the surface token of the word before it */
} drg_token;

typedef enum drg_sentence_kind {
    DRG_SENTENCE_TEXT,     /* running text */
    DRG_SENTENCE_HEADLINE, /* a line of its own without a full stop: headline, cross-heading */
    DRG_SENTENCE_BYLINE    /* "By NAME", "(Reporting by ...)" and the like: parsed, never coded */
} drg_sentence_kind;

typedef struct drg_sentence {
    drg_span span;
    uint32_t first_token, token_count;
    uint32_t paragraph; /* 0-based */
    uint32_t body;      /* index among the document's tokens of the first word after a dateline such as "LONDON (AP) -";
                           first_token when there is none */
    drg_sentence_kind kind;
} drg_sentence;

/* Something about the text that a reader should know: broken UTF-8, a sentence cut at a bound, two candidates. */
typedef struct drg_note {
    drg_span span;
    drg_text text; /* English, one line */
} drg_note;

/* ---------------------------------------------------------------- record: actors, dates, places */

typedef enum drg_actor_type {
    DRG_ACTOR_PERSON,
    DRG_ACTOR_ORGANIZATION,
    DRG_ACTOR_STATE,
    DRG_ACTOR_GROUP,
    DRG_ACTOR_ROLE
} drg_actor_type;

typedef struct drg_texts {
    const drg_text *items;
    size_t count;
} drg_texts;

/* An office that somebody holds, as the list or the text says. */
typedef struct drg_role {
    drg_text title;        /* "Secretary of State" */
    drg_text country;      /* ISO 3166-1 alpha-3, "---" international, empty unknown */
    drg_text organization; /* "State Department", empty unknown */
    drg_text from, to;     /* ISO dates, empty unknown */
    bool listed;           /* from the shipped list; else read in this document at `span` */
    drg_span span;
} drg_role;

/* A person, organisation, state, group, or a bare role that somebody holds. */
typedef struct drg_actor {
    drg_text id;   /* readable slug, "marco-rubio", "usa-state-department", "ukr" */
    drg_text name; /* canonical */
    drg_actor_type type;
    drg_text country; /* as in drg_role */
    drg_texts sector; /* PLOVER sectors, the primary first */
    const drg_role *roles;
    size_t role_count;
    drg_texts aliases;
    uint32_t sentence; /* of the first mention */
    drg_span span;     /* of the first mention */
    bool listed;       /* some list has it; else it is known from this text alone */
} drg_actor;

typedef enum drg_via {
    DRG_VIA_NAME,
    DRG_VIA_APPOSITION,
    DRG_VIA_METONYM,
    DRG_VIA_PRONOUN,
    DRG_VIA_ROLE,
    DRG_VIA_GROUP
} drg_via;

/* A place in the text where an actor is named. Country, sector and role are those that hold at this mention. */
typedef struct drg_mention {
    uint32_t actor; /* index among the document's actors */
    uint32_t sentence;
    uint32_t head; /* token that heads the wording */
    drg_span span;
    drg_via via;
    drg_text country;
    drg_texts sector;
    drg_text role; /* empty unknown */
} drg_mention;

typedef enum drg_precision {
    DRG_PRECISION_UNKNOWN,
    DRG_PRECISION_INSTANT,
    DRG_PRECISION_DAY,
    DRG_PRECISION_WEEK,
    DRG_PRECISION_MONTH,
    DRG_PRECISION_YEAR
} drg_precision;

/* What kind of time expression it is: the types of TimeML's TIMEX3. */
typedef enum drg_timex {
    DRG_TIMEX_DATE,     /* "Wednesday", "last week", "1998" */
    DRG_TIMEX_TIME,     /* "Wednesday morning", "5 p.m." */
    DRG_TIMEX_DURATION, /* "three days" */
    DRG_TIMEX_SET,      /* "every Friday" */
    DRG_TIMEX_COUNT
} drg_timex;

/* What the words around it make of it: TIMEX3's "mod". */
typedef enum drg_mod {
    DRG_MOD_NONE,
    DRG_MOD_START,     /* "early 2024" */
    DRG_MOD_MID,       /* "mid-June" */
    DRG_MOD_END,       /* "late last week" */
    DRG_MOD_APPROX,    /* "about two years" */
    DRG_MOD_BEFORE,    /* "more than a year ago" */
    DRG_MOD_AFTER,     /* "less than a year ago" */
    DRG_MOD_LESS_THAN, /* "nearly two years" */
    DRG_MOD_MORE_THAN, /* "over two years" */
    DRG_MOD_EQUAL_OR_LESS,
    DRG_MOD_EQUAL_OR_MORE,
    DRG_MOD_COUNT
} drg_mod;

/* What a relative date was resolved against. */
typedef enum drg_anchor {
    DRG_ANCHOR_NONE,      /* it is absolute */
    DRG_ANCHOR_PUBLISHED, /* the day of the report as the caller gave it */
    DRG_ANCHOR_DATELINE,  /* the day of the report as its dateline or its head says */
    DRG_ANCHOR_TEXT,      /* a date told earlier in the text */
    DRG_ANCHOR_COUNT
} drg_anchor;

#define DRG_VALUE_SIZE 32

/* A time expression read from the text. from, to: "YYYY-MM-DD", inclusive; either may be empty when open. Both are
 * empty where it names no day of the calendar: a length ("three days"), something that recurs, "now", years before our
 * era; then `value` alone says what it is. Only dates and times with a day are ever the date of an event. */
typedef struct drg_date {
    uint32_t sentence;
    uint32_t head; /* token that heads the wording, DRG_NONE when inherited */
    drg_span span;
    drg_timex kind;
    char value[DRG_VALUE_SIZE]; /* TIMEX3 value: "2025-W17", "2025-04-23TMO", "P3D", "XXXX-WXX-5", "PRESENT_REF" */
    drg_mod mod;
    char from[11], to[11];
    char anchor[11]; /* the day that it was resolved against, empty for an absolute date */
    drg_anchor anchored;
    drg_precision precision; /* unknown where neither from nor to is known */
    bool inherited;          /* not said in the event's clause, but carried over from its sentence or paragraph */
} drg_date;

/* A place named in the text. lat and lon are set when `located`. `aside`: it is only named ("the Paris mayor"); else
 * the text says that something is or happens there, goes there or comes from there, and it may be an event's place. */
typedef struct drg_place {
    uint32_t sentence;
    uint32_t head;
    drg_span span;
    drg_text name;    /* canonical */
    drg_text country; /* ISO alpha-3 */
    drg_text admin1;
    double lat, lon;
    bool located;
    uint32_t geonames; /* 0 unknown */
    bool aside;
    bool listed; /* the gazetteer has it; else it is known from this text alone */
} drg_place;

/* ---------------------------------------------------------------- record: events */

typedef enum drg_type {
    DRG_AGREE,
    DRG_CONSULT,
    DRG_SUPPORT,
    DRG_CONCEDE,
    DRG_COOPERATE,
    DRG_AID,
    DRG_RETREAT,
    DRG_REQUEST,
    DRG_ACCUSE,
    DRG_REJECT,
    DRG_THREATEN,
    DRG_PROTEST,
    DRG_SANCTION,
    DRG_MOBILIZE,
    DRG_COERCE,
    DRG_ASSAULT,
    DRG_TYPE_COUNT
} drg_type;

typedef enum drg_event_status {
    DRG_STATUS_ACTUAL,
    DRG_STATUS_ONGOING,
    DRG_STATUS_PLANNED,
    DRG_STATUS_CANCELLED,
    DRG_STATUS_DENIED,
    DRG_STATUS_CONDITIONAL,
    DRG_STATUS_HYPOTHETICAL,
    DRG_STATUS_HISTORICAL
} drg_event_status;

/* Who says so, from the nearest speaker outward. */
typedef struct drg_attribution {
    uint32_t speaker;      /* index among the document's mentions, DRG_NONE when only described */
    drg_span speaker_span; /* the speaker's whole phrase, with titles and appositions; empty when there is none */
    drg_text outlet;       /* "NBC News", empty unknown */
    drg_text medium;       /* post interview statement speech press-conference call letter report; empty unknown */
    drg_text verb;         /* lemma of the reporting verb or preposition ("say", "according to") */
    drg_span verb_span;
    bool direct; /* inside quotation marks */
} drg_attribution;

/* Where somebody stands on a matter. */
typedef enum drg_stance {
    DRG_STANCE_NONE,
    DRG_STANCE_ACCEPTS,
    DRG_STANCE_REJECTS,
    DRG_STANCE_OPEN,        /* ready to consider it, studies it */
    DRG_STANCE_CONDITIONAL, /* accepts it under a condition */
    DRG_STANCE_DEMANDS,
    DRG_STANCE_OFFERS,
    DRG_STANCE_DENIES,
    DRG_STANCE_CONFIRMS,
    DRG_STANCE_DECLINES, /* declines to comment */
    DRG_STANCE_SILENT,   /* gives no answer */
    DRG_STANCE_COUNT
} drg_stance;

/* What somebody speaks of. */
typedef enum drg_matter {
    DRG_MATTER_MEETING,
    DRG_MATTER_PROPOSAL,
    DRG_MATTER_TERM,
    DRG_MATTER_EVENT,
    DRG_MATTER_COUNT
} drg_matter;

typedef struct drg_about {
    drg_matter matter;
    uint32_t item; /* among the document's meetings, proposals or events; of a term its proposal */
    uint32_t term; /* within the proposal; DRG_NONE when it is no term */
} drg_about;

/* A quotation, an assertion reported of somebody, or what somebody is said to think, ask or judge (by `said.verb`). */
typedef struct drg_statement {
    drg_text id;
    uint32_t sentence;    /* in which the words begin; a quotation may run over several */
    drg_span span;        /* the words, without quotation marks at their ends */
    drg_attribution said; /* who, by which verb, in what medium, to which outlet, in quotation marks or not */
    bool attitude;        /* what somebody is said to think, ask or judge; else a saying */
    uint32_t addressee;   /* who is told, among the document's mentions; DRG_NONE unknown */
    uint32_t date;        /* of saying it, among the document's dates; DRG_NONE unknown */
    drg_stance stance;    /* what the speaker makes of the matter */
    const drg_about *about;
    size_t about_count;
    uint32_t reverses; /* the statement of this document, said earlier, whose opposite it is; DRG_NONE */
    drg_span reversal; /* the words by which the text itself says that it is one; empty none */
} drg_statement;

typedef struct drg_money {
    double amount;
    char currency[4]; /* ISO 4217, empty unknown */
} drg_money;

/* Figures that the text gives; -1 unknown. */
typedef struct drg_magnitude {
    int64_t dead, injured, detained, people;
    drg_money money;
    bool has_money;
} drg_magnitude;

/* Indexes into one of the document's arrays. */
typedef struct drg_indexes {
    const uint32_t *items;
    size_t count;
} drg_indexes;

/* Another place in the text that tells the same event. */
typedef struct drg_telling {
    uint32_t sentence;
    drg_span span;    /* the clause */
    drg_span trigger; /* the word(s) that carry the action */
} drg_telling;

typedef struct drg_event {
    drg_text id;
    uint32_t sentence;
    drg_span span;         /* the clause */
    uint32_t trigger_head; /* token */
    drg_span trigger;      /* the word(s) that carry the action */
    drg_type type;
    drg_type act;   /* the act itself, before what the text makes of it: CONSULT of "planned to meet" */
    drg_text mode;  /* PLOVER mode, empty when none */
    drg_text cameo; /* CAMEO code as text, empty when the text supports none */
    drg_text quad;  /* "verbal-cooperation" ... */
    double score;   /* PLOVER score of type and mode */
    double goldstein;
    bool has_goldstein;
    drg_indexes actors, recipients, third; /* among the document's mentions */
    drg_event_status status;
    bool negated;
    uint32_t date;  /* among the document's dates, DRG_NONE unknown */
    uint32_t place; /* among the document's places, DRG_NONE unknown */
    const drg_attribution *attribution;
    size_t attribution_count;
    drg_texts contexts;
    drg_magnitude magnitude;
    drg_text rule; /* file#name of the frame that fired */
    uint32_t rule_line;
    double confidence;           /* 0..1 */
    const drg_telling *tellings; /* where else the text tells it, in the order of the text */
    size_t telling_count;
} drg_event;

/* ---------------------------------------------------------------- record: talks */

typedef enum drg_meeting_status {
    DRG_MEETING_PROPOSED,
    DRG_MEETING_PLANNED,
    DRG_MEETING_ONGOING,
    DRG_MEETING_HELD,
    DRG_MEETING_POSTPONED,
    DRG_MEETING_CANCELLED,
    DRG_MEETING_COLLAPSED,
    DRG_MEETING_STATUS_COUNT
} drg_meeting_status;

/* As what somebody takes part. */
typedef enum drg_part { DRG_PART_PARTY, DRG_PART_HOST, DRG_PART_MEDIATOR, DRG_PART_GUEST, DRG_PART_COUNT } drg_part;

typedef enum drg_attendance {
    DRG_ATTENDANCE_INVITED, /* also: named for it, and not yet said to come */
    DRG_ATTENDANCE_CONFIRMED,
    DRG_ATTENDANCE_ATTENDING,
    DRG_ATTENDANCE_ARRIVED,
    DRG_ATTENDANCE_WITHDREW,
    DRG_ATTENDANCE_DEPUTY, /* stays away and sends somebody */
    DRG_ATTENDANCE_ABSENT,
    DRG_ATTENDANCE_COUNT
} drg_attendance;

typedef struct drg_participant {
    uint32_t mention; /* among the document's mentions */
    drg_part part;
    drg_attendance attendance; /* what the text says last */
    uint32_t date;             /* since when, among the document's dates; DRG_NONE unknown */
    uint32_t sentence;
    drg_span span; /* the words that say so */
} drg_participant;

/* What the text says of a meeting's state at one place. */
typedef struct drg_meeting_step {
    drg_meeting_status status;
    uint32_t date; /* of the change, DRG_NONE unknown */
    uint32_t sentence;
    drg_span span;
} drg_meeting_step;

/* A meeting, talks, a summit, a call: held, planned, called off. What a text says of it in several places is one. */
typedef struct drg_meeting {
    drg_text id;
    uint32_t sentence; /* where it is first told */
    drg_span span;     /* the words that name it there: "high-level talks", or the verb */
    drg_span topic;    /* "a ceasefire" of "talks on a ceasefire"; empty unknown */
    drg_text level;    /* head-of-state ministerial envoy technical; empty unknown */
    uint32_t place, date;
    drg_meeting_status status;
    const drg_meeting_step *history; /* in the order of the text, at least one */
    size_t history_count;
    const drg_participant *participants;
    size_t participant_count;
    drg_indexes events; /* among the document's events: those that tell it */
} drg_meeting;

/* What a proposal would have somebody do. Spans are empty where the text does not say. */
typedef struct drg_term {
    uint32_t sentence;
    drg_span span;            /* the clause or noun phrase */
    drg_text subject;         /* what it is about, a word of data/talks/subjects.tsv; empty unknown */
    drg_span by;              /* who is to do it */
    drg_span action;          /* the verb or noun of doing */
    drg_span object;          /* what it is done to */
    drg_span benefits, costs; /* for whom, and at whose expense */
} drg_term;

/* Where the text speaks of something again. */
typedef struct drg_place_told {
    uint32_t sentence;
    drg_span span;
} drg_place_told;

/* A plan, a draft, an offer, a framework, a resolution that somebody puts on the table. */
typedef struct drg_proposal {
    drg_text id;
    uint32_t sentence;                   /* where it is first told */
    drg_span span;                       /* the words that name it there: "a terms sheet" */
    drg_text version;                    /* draft counter-proposal amended final; empty unknown */
    drg_indexes proposers, presented_to; /* among the document's mentions */
    uint32_t date, place;                /* of putting it; DRG_NONE unknown */
    uint32_t answers;                    /* the proposal of this document that it answers or changes; DRG_NONE none */
    const drg_term *terms;
    size_t term_count;
    const drg_place_told *tellings; /* where else the text speaks of it, in the order of the text */
    size_t telling_count;
} drg_proposal;

/* Where a party stands: on a proposal, on a term of it, or on a demand of its own. */
typedef struct drg_position {
    drg_text id;
    uint32_t mention;  /* who, among the document's mentions */
    drg_stance stance; /* accepts rejects open conditional demands offers silent */
    uint32_t proposal; /* among the document's proposals, DRG_NONE none that the text tells of */
    uint32_t term;     /* within the proposal, DRG_NONE the whole of it */
    drg_span content;  /* what is demanded, accepted or rejected, in the text's words; may be empty beside a proposal */
    drg_span condition; /* "if the army pulls back"; empty none */
    uint32_t date;      /* among the document's dates; DRG_NONE unknown */
    uint32_t statement; /* among the document's statements, the one that takes it; DRG_NONE the reporter's own words */
    uint32_t sentence;
    drg_span span; /* the words that say so */
} drg_position;

/* A frame that nearly fired, and what was lacking: kept only when the session was asked to explain. */
typedef struct drg_refusal {
    uint32_t sentence;
    uint32_t trigger_head;
    drg_text rule; /* file#name */
    uint32_t rule_line;
    drg_text reason;
} drg_refusal;

/* ---------------------------------------------------------------- engine */

typedef struct drg_engine drg_engine;
typedef struct drg_session drg_session;
typedef struct drg_document drg_document;

/* Maps a data file made by drg_build and checks it whole. The engine is the caller's, closed with drg_engine_close
 * after all its sessions; it may be shared by threads. */
DRG_PUBLIC drg_status drg_engine_open(const char *data_file, drg_engine **ret_engine, drg_error *error);
DRG_PUBLIC void drg_engine_close(drg_engine *engine);

/* Compiles the text under `data_folder` and the models under `model_folder` into the file `data_file`, written whole
 * or not at all. `gazetteer` is a file with the 19 tab-separated columns of a GeoNames dump of populated places, which
 * adds to our own places; NULL for none. The error names file, line, column, the value and what was expected. */
DRG_PUBLIC drg_status drg_build(const char *data_folder, const char *model_folder, const char *gazetteer,
                                const char *data_file, drg_error *error);

/* What the data file says of itself: "source/...", "licence/...", "sha256/...". Keys in byte order. */
DRG_PUBLIC size_t drg_engine_value_count(const drg_engine *engine);
DRG_PUBLIC void drg_engine_value_at(const drg_engine *engine, size_t index, drg_text *ret_key, drg_text *ret_value);

/* The most populous place of that name (in any spelling) in the country, any country when that is empty; the country
 * itself when the name is empty, or is its own or an adjective of it and no place's. False when none is known. Sets all
 * but sentence, head and span; the texts are the engine's. */
DRG_PUBLIC bool drg_engine_place(const drg_engine *engine, drg_text name, drg_text country, drg_place *ret_place);

/* An example sentence of a frame, carried in the data file so that `dragoman test` can run it. */
typedef struct drg_example {
    drg_text rule;     /* file#name of the frame */
    uint32_t line;     /* of the example in that file */
    drg_text text;     /* the sentence or short report */
    drg_text date;     /* what relative dates in it are resolved against, empty unknown */
    bool fires;        /* the frame must fire on it; else it must not */
    drg_text expected; /* fields that the event must have, as in a corpus file: actors="FRA GOV" status=planned */
} drg_example;
DRG_PUBLIC size_t drg_engine_example_count(const drg_engine *engine);
DRG_PUBLIC const drg_example *drg_engine_examples(const drg_engine *engine);

/* ---------------------------------------------------------------- lexicon */

/* How a frame's word starts it: as a verb, as a noun, as a noun with a light verb only, as an adjective
 * (docs/frames.md).
 */
typedef enum drg_trigger_kind {
    DRG_TRIGGER_VERB,
    DRG_TRIGGER_NOUN,
    DRG_TRIGGER_LIGHT_NOUN,
    DRG_TRIGGER_ADJECTIVE,
    DRG_TRIGGER_FORM /* as it stands, of a frame that goes by the order of words */
} drg_trigger_kind;

typedef struct drg_trigger {
    drg_text words; /* "pull out", "air strike", "talk (plural)" */
    drg_trigger_kind kind;
} drg_trigger;

/* A frame as it was compiled. */
typedef struct drg_frame {
    drg_text rule; /* file#name */
    uint32_t line; /* in that file */
    drg_type type;
    drg_text mode, cameo; /* empty: none */
    uint32_t specificity; /* of the frames of a word the one with the greatest is tried first */
    const drg_trigger *triggers;
    size_t trigger_count;
    drg_text conditions; /* "object: <agreement>, not deadline; recipient: <state>" */
} drg_frame;

typedef enum drg_finding_kind {
    DRG_FINDING_UNREACHABLE,  /* each of the frame's words starts another frame first, whenever this one could fire */
    DRG_FINDING_SHADOWED,     /* one of its words does */
    DRG_FINDING_CONTRADICTORY /* another frame of another type has the same word, conditions and specificity */
} drg_finding_kind;

typedef struct drg_finding {
    drg_finding_kind kind;
    uint32_t frame, other; /* among the frames: the one that loses, the one that wins */
    drg_text words;        /* of the trigger */
} drg_finding;

/* Frames in the order of their files, and what is wrong between them. The lexicon is the caller's, closed before the
 * engine; all texts live as long as it does. */
typedef struct drg_lexicon drg_lexicon;
DRG_PUBLIC drg_status drg_lexicon_open(const drg_engine *engine, drg_lexicon **ret_lexicon, drg_error *error);
DRG_PUBLIC void drg_lexicon_close(drg_lexicon *lexicon);
DRG_PUBLIC size_t drg_lexicon_frame_count(const drg_lexicon *lexicon);
DRG_PUBLIC const drg_frame *drg_lexicon_frames(const drg_lexicon *lexicon);
DRG_PUBLIC size_t drg_lexicon_finding_count(const drg_lexicon *lexicon);
DRG_PUBLIC const drg_finding *drg_lexicon_findings(const drg_lexicon *lexicon);

/* ---------------------------------------------------------------- session */

/* How far a text is taken. */
typedef enum drg_depth {
    DRG_DEPTH_LANGUAGE, /* sentences, tokens, trees */
    DRG_DEPTH_EVENTS    /* the whole record */
} drg_depth;

typedef struct drg_options {
    drg_depth depth;
    bool explain;        /* keep refusals */
    bool readings;       /* read every predicate, whatever the depth: drg_document_readings */
    size_t memory_limit; /* bytes that one document may take, 0: the default bound */
} drg_options;

/* The session is the caller's, closed with drg_session_close; it must not be used by two threads at once. `options`
 * may be NULL. The engine must outlive it. */
DRG_PUBLIC drg_status drg_session_open(const drg_engine *engine, const drg_options *options, drg_session **ret_session,
                                       drg_error *error);
DRG_PUBLIC void drg_session_close(drg_session *session);

/* What is known of a text beside its bytes. Every field but `text` may be unknown. */
typedef struct drg_source {
    drg_text text; /* at most 64 MiB; need not be valid UTF-8 */
    drg_text id;   /* the caller's name for it; unknown: derived from url and text */
    drg_text url, publisher, title, author;
    drg_text published; /* ISO 8601 date or instant: what relative dates are resolved against */
    drg_text language;  /* BCP 47 */
} drg_source;

/* Reads one text. The document is the caller's, closed with drg_document_close; it copies what it keeps of `source`
 * and does not depend on the session. Same source, options and data file: same document. */
DRG_PUBLIC drg_status drg_session_read(drg_session *session, const drg_source *source, drg_document **ret_document,
                                       drg_error *error);

/* How much of a CoNLL-U input is taken as given; the rest is worked out. */
typedef enum drg_conllu_use {
    DRG_CONLLU_TOKENS, /* sentences and tokens */
    DRG_CONLLU_TREES   /* also lemmas, tags, features, heads and relations */
} drg_conllu_use;

/* Starts from CoNLL-U instead of raw text: for gold tokens and gold trees. `conllu` holds one or more sentences; the
 * document's text is put together from the forms and SpaceAfter, source->text is not used. */
DRG_PUBLIC drg_status drg_session_read_conllu(drg_session *session, const drg_source *source, drg_text conllu,
                                              drg_conllu_use use, drg_document **ret_document, drg_error *error);

/* Processor seconds spent so far in each stage of this session, for benchmarks. `parse` includes `tag` where both are
 * one stage. */
typedef struct drg_timing {
    double segment, tag, parse, lemma, find, code, talks;
} drg_timing;
DRG_PUBLIC drg_timing drg_session_timing(const drg_session *session);

/* ---------------------------------------------------------------- inputs */

/* Reads files, folders and standard input, and yields one text at a time. Not to be used by two threads at once. */
typedef struct drg_reader drg_reader;

typedef enum drg_input {
    DRG_INPUT_SNIFF,  /* by the name (.ndjson .jsonl, .txt .md, .conllu), else by the first bytes */
    DRG_INPUT_TEXT,   /* a file is one text */
    DRG_INPUT_NDJSON, /* a line is one text: a JSON object */
    DRG_INPUT_CONLLU  /* a text ends where the next "# newdoc" begins */
} drg_input;

/* What the fields of a drg_source are called in a JSON object. NULL: text id url publisher title author date language.
 * "": the field is not read. */
typedef struct drg_field_names {
    const char *text, *id, *url, *publisher, *title, *author, *published, *language;
} drg_field_names;

typedef struct drg_reader_options {
    drg_input input;
    drg_field_names fields;
    drg_conllu_use conllu; /* what CoNLL-U inputs are taken for */
    drg_text published;    /* for the texts that bring no date of their own; unknown: they have none */
} drg_reader_options;

/* One text with what is known of it. */
typedef struct drg_item {
    drg_source source; /* a plain-text file's path is its url; a first line that is an ISO date and nothing else is
                          its date, and stays in the text */
    drg_text conllu;   /* in place of source.text, when the input is CoNLL-U */
    drg_conllu_use conllu_use;
    drg_text origin; /* for messages: "news.ndjson line 12" */
} drg_item;

/* Opens the files at `paths`, "-" being standard input. Of a folder, the files below it that end in .txt .md .ndjson
 * .jsonl are read (.conllu where that was asked for), in byte order of their paths; links to folders are not followed.
 * A path that cannot be read is an error of drg_reader_next, in its turn. `options` may be NULL. */
DRG_PUBLIC drg_status drg_reader_open(const char *const *paths, size_t path_count, const drg_reader_options *options,
                                      drg_reader **ret_reader, drg_error *error);

/* Reads from memory that outlives the reader. `name` stands for it in messages. */
DRG_PUBLIC drg_status drg_reader_open_memory(drg_text bytes, const char *name, const drg_reader_options *options,
                                             drg_reader **ret_reader, drg_error *error);
DRG_PUBLIC void drg_reader_close(drg_reader *reader);

/* The next text, valid until the next call; at the end, *ret_end. A failure is that of one item (a line that is no
 * JSON, a file that is not there): the message names file and line, and the next call goes on behind it. */
DRG_PUBLIC drg_status drg_reader_next(drg_reader *reader, drg_item *ret_item, bool *ret_end, drg_error *error);

/* How far it is, in bytes: for progress bars. *ret_total is 0 where it is not known. */
DRG_PUBLIC void drg_reader_progress(const drg_reader *reader, uint64_t *ret_done, uint64_t *ret_total);

/* DRG_OK for an ISO 8601 day "YYYY-MM-DD" or instant "YYYY-MM-DDTHH:MM[:SS[.f]][Z|+HH:MM]" that exists. */
DRG_PUBLIC drg_status drg_date_check(drg_text date, drg_error *error);

/* ---------------------------------------------------------------- many texts, many threads */

/* Gives the next item, as drg_reader_next does. Called by one thread at a time. */
typedef drg_status (*drg_pull)(void *context, drg_item *ret_item, bool *ret_end, drg_error *error);

/* What became of an item. */
typedef struct drg_delivery {
    size_t index;           /* of the item, in the order in which they were pulled */
    drg_text origin;        /* of the item; empty when the pull failed */
    drg_document *document; /* closed after the call; NULL when it failed */
    drg_status status;
    const char *message; /* why it failed, else "" */
} drg_delivery;

/* Takes the items in the order in which they were pulled. Called by one thread at a time, not always the same. Returns
 * false to stop the run. */
typedef bool (*drg_deliver)(void *context, const drg_delivery *delivery);

/* Reads all items with a session a thread; `threads` 0 is one for each processor. What is delivered does not depend on
 * the number of threads. Items and documents in flight are bounded in count and bytes. Returns DRG_OK when all was
 * pulled and delivered, whatever became of the items; DRG_ERROR_IO when `deliver` stopped it. */
DRG_PUBLIC drg_status drg_engine_run(const drg_engine *engine, const drg_options *options, size_t threads,
                                     drg_pull pull, void *pull_context, drg_deliver deliver, void *deliver_context,
                                     drg_error *error);

/* ---------------------------------------------------------------- document */

DRG_PUBLIC void drg_document_close(drg_document *document);
DRG_PUBLIC drg_text drg_document_id(const drg_document *document);
DRG_PUBLIC const drg_source *drg_document_source(const drg_document *document); /* the document's own copy */
DRG_PUBLIC drg_text drg_document_text(const drg_document *document);

DRG_PUBLIC size_t drg_document_sentence_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_token_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_actor_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_mention_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_date_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_place_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_event_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_statement_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_meeting_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_proposal_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_position_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_note_count(const drg_document *document);
DRG_PUBLIC size_t drg_document_refusal_count(const drg_document *document);

/* Each returns the first of an array of the matching count, in the order of the text. */
DRG_PUBLIC const drg_sentence *drg_document_sentences(const drg_document *document);
DRG_PUBLIC const drg_token *drg_document_tokens(const drg_document *document);
DRG_PUBLIC const drg_actor *drg_document_actors(const drg_document *document);
DRG_PUBLIC const drg_mention *drg_document_mentions(const drg_document *document);
DRG_PUBLIC const drg_date *drg_document_dates(const drg_document *document);
DRG_PUBLIC const drg_place *drg_document_places(const drg_document *document);
DRG_PUBLIC const drg_event *drg_document_events(const drg_document *document);
DRG_PUBLIC const drg_statement *drg_document_statements(const drg_document *document);
DRG_PUBLIC const drg_meeting *drg_document_meetings(const drg_document *document);
DRG_PUBLIC const drg_proposal *drg_document_proposals(const drg_document *document);
DRG_PUBLIC const drg_position *drg_document_positions(const drg_document *document);
DRG_PUBLIC const drg_note *drg_document_notes(const drg_document *document);
DRG_PUBLIC const drg_refusal *drg_document_refusals(const drg_document *document);

/* ---------------------------------------------------------------- the record file */

/* A record kept in a file: an SQLite database (docs/record-file.md). A handle must not be used by two threads at once;
 * several handles, also of several programs, may have the same file open, and one at a time writes. All messages name
 * the file and the cause: it is no database, not a record, of a later version, damaged, read-only, locked, or the disk
 * is full. */
typedef struct drg_record drg_record;

typedef enum drg_access {
    DRG_ACCESS_READ,  /* the file is there and stays as it is */
    DRG_ACCESS_WRITE, /* the file is there; one of an older version is brought up to date */
    DRG_ACCESS_CREATE /* the same, and it is made where there is none */
} drg_access;

/* The record is the caller's, closed with drg_record_close. */
DRG_PUBLIC drg_status drg_record_open(const char *file, drg_access access, drg_record **ret_record, drg_error *error);

/* What was put since the last commit is not kept. */
DRG_PUBLIC void drg_record_close(drg_record *record);

/* Says which engine coded the documents that are put from now on. The engine may be closed before the record. */
DRG_PUBLIC drg_status drg_record_engine(drg_record *record, const drg_engine *engine, drg_error *error);

/* Is a document of this id in the record? */
typedef enum drg_presence {
    DRG_ABSENT,
    DRG_PRESENT,          /* with the same text, date and all else that is known of the source */
    DRG_PRESENT_OTHERWISE /* with another text, date ... */
} drg_presence;

/* Looks for an item before it is coded. A CoNLL-U item without an id counts as absent: what it is shows when it is
 * put. */
DRG_PUBLIC drg_status drg_record_find(drg_record *record, const drg_item *item, drg_presence *ret_presence,
                                      drg_error *error);

/* Puts a document that was read to DRG_DEPTH_EVENTS into the record. One that is there already (*ret_presence tells)
 * stays as it is, or with `replace` takes the new form. Documents become lasting a batch at a time, and each whole or
 * not at all, whenever the program ends. After a failure nothing of the batch is kept. */
DRG_PUBLIC drg_status drg_record_put(drg_record *record, const drg_document *document, bool replace,
                                     drg_presence *ret_presence, drg_error *error);

/* Makes all that was put lasting. */
DRG_PUBLIC drg_status drg_record_commit(drg_record *record, drg_error *error);

/* Joins what several documents tell: meetings, proposals, negotiations, reversals. Commits first; does nothing when no
 * document has come or changed since. In one transaction: after a kill the record is as before, and the next call does
 * it. `engine` has the negotiations that the user defines (data/processes). For a record opened for writing. */
DRG_PUBLIC drg_status drg_record_gather(drg_record *record, const drg_engine *engine, drg_error *error);

/* The stored document behind *cursor, which starts at 0 and is moved on; at the end, *ret_end. The item is what the
 * document was read from, valid until the next call with this record other than drg_record_put and drg_record_load. */
DRG_PUBLIC drg_status drg_record_next(drg_record *record, int64_t *cursor, drg_item *ret_item, bool *ret_end,
                                      drg_error *error);

/* The document of that id as it was put, without its words and trees: it has no tokens, and indexes of tokens are
 * DRG_NONE. The document is the caller's and does not depend on the record. DRG_ERROR_USAGE when there is none. */
DRG_PUBLIC drg_status drg_record_load(drg_record *record, drg_text id, drg_document **ret_document, drg_error *error);

typedef struct drg_record_counts {
    uint64_t documents, events, statements;
} drg_record_counts;
DRG_PUBLIC drg_status drg_record_count(drg_record *record, drg_record_counts *ret_counts, drg_error *error);

/* ---------------------------------------------------------------- the record file: views */

/* Questions to a record, answered with a table. */
typedef enum drg_view {
    DRG_VIEW_PROCESSES,  /* negotiations: who, where they stand, what comes next */
    DRG_VIEW_MEETINGS,   /* with what became of them and who takes part */
    DRG_VIEW_PROPOSALS,  /* with their terms and who stands where */
    DRG_VIEW_POSITIONS,  /* terms by parties */
    DRG_VIEW_STANDS,     /* the same, a row a position */
    DRG_VIEW_STATEMENTS, /* who said what */
    DRG_VIEW_REVERSALS,  /* and who the opposite of it before */
    DRG_VIEW_SILENCE,    /* who was asked and has not answered */
    DRG_VIEW_CONFLICTS,  /* accounts of one meeting or event that differ */
    DRG_VIEW_TRACE,      /* where a claim comes from */
    DRG_VIEW_TIMELINE,   /* what happened, in the order of days */
    DRG_VIEW_DIFF,       /* two proposals term by term, or the state on two days */
    DRG_VIEW_BRIEF,      /* one page on where things stand */
    DRG_VIEW_COUNT
} drg_view;

#define DRG_VIEW_LIMIT 1000 /* rows when a filter asks for 0 */

/* Which rows. Unknown texts choose nothing away. */
typedef struct drg_filter {
    drg_text process;    /* id, or words of its name */
    drg_text party;      /* a state ("UKR", "Ukraine") with all who act for it, or an actor */
    drg_text actor;      /* id ("marco-rubio") or words of the name: who takes part or speaks */
    drg_text place;      /* name, or the code of a country */
    drg_text source;     /* id of a document, or words of its publisher, address or title */
    drg_text from;       /* the first day, YYYY-MM-DD */
    drg_text to;         /* the last day; also the day by which silence and a brief are told */
    size_t limit;        /* most rows, the latest ones; 0: DRG_VIEW_LIMIT */
    size_t days;         /* silence: at least so many days without an answer */
    drg_text since;      /* diff: the first of two days; brief: what changed since then */
    drg_text claim;      /* trace: id of an event or statement, or words */
    drg_text one, other; /* diff: two proposals, by id or words */
} drg_filter;

/* The words of a document that something was read from. */
typedef struct drg_reference {
    drg_text document; /* id */
    drg_text publisher, title, url, published;
    uint32_t sentence;
    drg_span span;
    drg_text wording; /* what the document has at `span`, never empty */
} drg_reference;

typedef struct drg_cell {
    drg_text text;   /* lines separated by \n; empty unknown */
    uint32_t source; /* among the table's sources; DRG_NONE: the row's */
} drg_cell;

typedef struct drg_row {
    const drg_cell *cells; /* one a column */
    drg_indexes sources;   /* among the table's sources, at least one */
} drg_row;

/* The answer to a question. There is no row without a source. */
typedef struct drg_table {
    drg_view view;
    drg_texts columns; /* names in lower case: "day", "participants" */
    const drg_row *rows;
    size_t row_count;
    const drg_reference *sources;
    size_t source_count;
    bool more; /* there are more rows than the limit */
} drg_table;

/* Asks a record. `filter` may be NULL. The table is the caller's, closed with drg_table_close, and does not depend on
 * the record. DRG_ERROR_USAGE where the filter names a process, a party, an actor, a place, a source or a proposal that
 * the record does not have, or where what the view needs is not given. */
DRG_PUBLIC drg_status drg_record_view(drg_record *record, drg_view view, const drg_filter *filter,
                                      drg_table **ret_table, drg_error *error);
DRG_PUBLIC void drg_table_close(drg_table *table);

/* ---------------------------------------------------------------- relations */

/* A type with its probability. `token` is the predicate that speaks most for it, among the document's tokens; DRG_NONE
 * when the sentence has none; `status` is what the text says of the act there (planned, conditional ...). */
typedef struct drg_relation {
    drg_type type;
    double probability;
    uint32_t token;
    drg_event_status status;
} drg_relation;

/* What the party at the span `actor` does to the party at `recipient` (both byte spans of the document's text), as far
 * as the actor's sentence tells: all types, the most probable first; what the probabilities lack to 1 is that
 * nothing political is told; all are 0 when the sentence has no predicate. It is a ranking and not a finding: it
 * answers also where nothing is said to happen between the two. `recipient` may be empty. The document was read to
 * DRG_DEPTH_EVENTS, by any session of the same engine; it is not changed. DRG_ERROR_USAGE when no word lies in `actor`.
 */
DRG_PUBLIC drg_status drg_relate(drg_session *session, const drg_document *document, drg_span actor, drg_span recipient,
                                 drg_relation ret_ranking[DRG_TYPE_COUNT], drg_error *error);

/* What the text says of the happening that a word names, political or not. Coarser than an event's status and made
 * without frames: of any verb, and of nouns and adjectives that head a clause or that can name an event. */
typedef enum drg_reading {
    DRG_READING_NONE,         /* no predicate */
    DRG_READING_ACTUAL,       /* it happened, happens, holds */
    DRG_READING_NEGATED,      /* it did not, or will not */
    DRG_READING_DENIED,       /* somebody says that it did not */
    DRG_READING_PLANNED,      /* it lies ahead: will, is to, plans to */
    DRG_READING_CONDITIONAL,  /* only if something else does */
    DRG_READING_HYPOTHETICAL, /* may, could, would, if */
    DRG_READING_WISHED,       /* wished, asked, ordered, feared, tried: whether it did is left open */
    DRG_READING_COUNT
} drg_reading;

/* One drg_reading for each token of the document; NULL when the session's options did not ask for them. */
DRG_PUBLIC const uint8_t *drg_document_readings(const drg_document *document);

/* ---------------------------------------------------------------- names of the codes */

DRG_PUBLIC const char *drg_upos_name(drg_upos upos);
DRG_PUBLIC const char *drg_type_name(drg_type type);
DRG_PUBLIC const char *drg_event_status_name(drg_event_status status);

/* Does the text stand by the event: not negated, and neither denied, conditional nor hypothetical? Whoever counts
 * events counts these alone. */
DRG_PUBLIC bool drg_event_is_asserted(const drg_event *event);
DRG_PUBLIC const char *drg_reading_name(drg_reading reading); /* "Negated"; "" for none */
DRG_PUBLIC const char *drg_actor_type_name(drg_actor_type type);
DRG_PUBLIC const char *drg_via_name(drg_via via);
DRG_PUBLIC const char *drg_meeting_status_name(drg_meeting_status status);
DRG_PUBLIC const char *drg_part_name(drg_part part);
DRG_PUBLIC const char *drg_stance_name(drg_stance stance); /* empty for none */
DRG_PUBLIC const char *drg_matter_name(drg_matter matter);
DRG_PUBLIC const char *drg_attendance_name(drg_attendance attendance);
DRG_PUBLIC const char *drg_precision_name(drg_precision precision);
DRG_PUBLIC const char *drg_timex_name(drg_timex timex);    /* "DATE" */
DRG_PUBLIC const char *drg_mod_name(drg_mod mod);          /* "START"; "" for none */
DRG_PUBLIC const char *drg_anchor_name(drg_anchor anchor); /* "published"; "" for none */

/* ---------------------------------------------------------------- writing */

/* Receives bytes; returns false to stop. */
typedef bool (*drg_sink)(void *context, const char *bytes, size_t size);

typedef enum drg_format {
    DRG_FORMAT_NDJSON,
    DRG_FORMAT_TABLE,
    DRG_FORMAT_CONLLU,  /* of documents only */
    DRG_FORMAT_CSV,     /* of tables only: RFC 4180 */
    DRG_FORMAT_MARKDOWN /* of tables only */
} drg_format;

typedef struct drg_style {
    bool color;     /* table: terminal colours */
    unsigned width; /* table: columns of the terminal, 0: 100 */
} drg_style;

/* Writes the document in a format. `style` may be NULL. DRG_ERROR_IO when the sink stopped. */
DRG_PUBLIC drg_status drg_document_write(const drg_document *document, drg_format format, const drg_style *style,
                                         drg_sink sink, void *sink_context, drg_error *error);

/* Writes a table of a record's view, its sources with it. */
DRG_PUBLIC drg_status drg_table_write(const drg_table *table, drg_format format, const drg_style *style, drg_sink sink,
                                      void *sink_context, drg_error *error);

#ifdef __cplusplus
}
#endif
#endif
