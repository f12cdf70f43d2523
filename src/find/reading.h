/* SPDX-License-Identifier: Apache-2.0
 * The state of this room while it reads one document, shared by its stages:
 *
 *   scan.c     wordings of the lists over the tokens: matches        choice.c  which entry of that wording is meant
 *   phrase.c     an office with what stands before and behind it
 *   office.c     such phrases: drafts of roles, groups, bodies, titled persons
 *   name.c     the names that no office took: drafts of states, organisations, persons
 *   acronym.c  short names in brackets
 *   kind.c     "the council"
 *   becoming.c roles that a verb gives to a person
 *   entity.c   names that no list has: a classifier says what they name (entity_features.c, entity_model.c)
 *   grouping.c "the E3": its members, each by itself
 *   person.c   who is who: full names, surnames, offices held on the day of the report
 *   referent.c nouns and what they speak of: what pronouns choose from
 *   pronoun.c  which of them a pronoun means   anaphora.c what it then is   sides.c "both sides"
 *   nominal.c  "the country", "both leaders", "his counterpart"
 *   settle.c   drafts -> the document's actors and mentions
 *   dateline.c the day of the report where its own first lines give it
 *   date.c     dates, see moment.h        tense.c  the tense that they are resolved by        place.c  places
 *
 * All memory is the arena that find_read was given, but for what the document keeps. */
#ifndef FIND_READING_H
#define FIND_READING_H

#include "find/calendar.h"
#include "find/key.h"
#include "find/lists.h"

#define FIND_CHAIN 16     /* most aliases and roles of one person */
#define FIND_BEARERS 256  /* most entries of one wording that are looked at */
#define FIND_HOLDERS 256  /* most holders of one office that are looked at */
#define FIND_REACH 4000   /* most tokens that are looked back over for what was named */
#define FIND_WALK 12      /* most tokens that a phrase is followed to one side */
#define FIND_NAME_WORDS 7 /* most tokens of a person's name */

/* A wording of the lists over tokens [first, last]. */
typedef struct find_match {
    uint32_t first, last;
    uint32_t form; /* row of the forms that fits best; others of the same wording follow in its chain */
    uint8_t use;   /* find_use of that form */
    bool taken;    /* part of a draft */
    bool elect;    /* an office with "-elect", "-designate" behind it */
    bool compound; /* "Iran-backed": no country of what follows */
} find_match;

typedef enum find_draft_kind {
    FIND_DRAFT_LISTED, /* an actor of the lists that is no person: `listed` */
    FIND_DRAFT_PERSON, /* `person`, or a bare surname still to be resolved */
    FIND_DRAFT_ROLE,   /* one unnamed holder of an office */
    FIND_DRAFT_GROUP,
    FIND_DRAFT_BODY,
    FIND_DRAFT_ORGANIZATION, /* one that no list has: `organization` is its name */
    FIND_DRAFT_KIND,         /* "the council", see kind.c */
    FIND_DRAFT_PRONOUN,
    FIND_DRAFT_SIDES,    /* "both sides"; of persons, "both leaders" */
    FIND_DRAFT_DEFINITE, /* "the country": `office` is the kind of thing, see nominal.c */
    FIND_DRAFT_DROPPED
} find_draft_kind;

/* A mention before it is settled. */
typedef struct find_draft {
    find_draft_kind kind;
    drg_via via;
    uint32_t sentence;
    uint32_t first, last;               /* the wording that is its span */
    uint32_t phrase_first, phrase_last; /* with title, apposition, complement */
    uint32_t head;
    uint32_t listed;           /* row of the actors, DRG_NONE */
    uint32_t person;           /* index of the persons, DRG_NONE */
    drg_text country, sectors; /* "GOV|MIL"; empty unknown */
    drg_text title, office, organization;
    drg_span title_span;
    uint32_t owner;  /* token of "his", "its" whose owner lends the country, DRG_NONE */
    bool definite;   /* "the ministry": may stand for one named before */
    bool government; /* the office is the state's government itself */
    bool former;
    bool plural;
    bool persons; /* a group of holders of a person's office: "officials" */
    bool certain; /* a bare title said of the present: the list may tell its holder */
    bool rank;    /* the title is a rank, which any office outdoes */
    bool twin;    /* shares its wording with the draft before it */
    find_gender gender;
    uint32_t actor;                      /* when settled: index of the document's actors, DRG_NONE */
    uint32_t member_first, member_count; /* further actors that it means, in find_reading.members */
} find_draft;

/* A person of this document. */
typedef struct find_person {
    drg_text name; /* canonical: of the list, or the longest wording */
    drg_text first_key, last_key;
    uint32_t listed;           /* row of the actors, DRG_NONE */
    drg_text country, sectors; /* as last said or listed; empty unknown */
    drg_text title;
    bool weak; /* the title is a rank, or of the past: any office outdoes it */
    find_gender gender;
    BASE_VECTOR(drg_role) roles;
    BASE_VECTOR(drg_text) aliases;
    uint32_t actor;
} find_person;

/* Tokens [first, last] of a sentence. */
typedef struct find_token_range {
    uint32_t sentence, first, last;
} find_token_range;

struct find_candidates; /* referent.h */

typedef struct find_reading {
    const find_lists *lists;
    base_arena *arena;
    drg_document *document;
    const drg_token *tokens;
    uint32_t token_count;
    bool dated;    /* the document's day is known */
    bool day_read; /* it was read from its dateline, not given by the caller */
    int32_t day;   /* days since 1970-01-01 */
    char day_text[11];
    bool headline; /* the sentence being read may have capital letters anywhere */
    BASE_VECTOR(find_match) matches;
    uint32_t *match_at; /* per token: index of the match that covers it, DRG_NONE */
    BASE_VECTOR(find_draft) drafts;
    uint32_t *draft_at; /* per token: index of the draft whose wording covers it, DRG_NONE */
    BASE_VECTOR(find_person) persons;
    BASE_VECTOR(find_token_range) unlisted_places; /* names that can only be places */
    base_map kinds;       /* "council" -> last draft of the only one named so far, FIND_SEVERAL */
    base_map first_names; /* of persons named in full -> person, FIND_SEVERAL */
    base_map short_names; /* "NRA" -> index of the long name */
    BASE_VECTOR(find_token_range) long_names;
    base_map small_words;                       /* words that the document writes small */
    base_map person_of_name;                    /* key of a full name -> person */
    base_map person_of_surname;                 /* key -> person, FIND_SEVERAL */
    base_map countries;                         /* codes of the states that the document names, for doubtful names */
    base_map regions;                           /* codes of the countries whose places it names */
    base_map claims;                            /* "RUS/president" -> person, as the text says anywhere */
    base_map holders;                           /* "RUS/president", "/president" -> person, FIND_SEVERAL */
    base_map bodies;                            /* office -> draft that named it with its country, FIND_SEVERAL */
    base_map actor_of;                          /* id -> index of the document's actors */
    uint32_t last_party, pair_left, pair_right; /* drafts: the last pair of parties joined by "and" */
    BASE_VECTOR(uint32_t) members;              /* drafts: of those that mean several actors, all but the first */
    bool several_pairs;
    struct find_referents *referents; /* referent.h */
    uint32_t (*watch)(void *context, const struct find_reading *reading, uint32_t noun,
                      const struct find_candidates *candidates); /* a trainer's ear, else NULL; see referent.h */
    void *watch_context;
} find_reading;

#define FIND_SEVERAL (DRG_NONE - 1)

/* ---- small questions about tokens */

static inline drg_text find_wording(const find_reading *reading, uint32_t token)
{
    return record_wording(reading->document, reading->tokens[token].span);
}

static inline drg_span find_span(const find_reading *reading, uint32_t first, uint32_t last)
{
    return (drg_span){reading->tokens[first].span.begin, reading->tokens[last].span.end};
}

static inline uint32_t find_sentence_end(const drg_sentence *sentence)
{
    return sentence->first_token + sentence->token_count;
}

bool find_is_word(const find_reading *reading, uint32_t token, const char *lower); /* ASCII, any case */
bool find_is_capital(const find_reading *reading, uint32_t token); /* starts with an upper-case letter */
bool find_touches(const find_reading *reading, uint32_t token);    /* no space between it and the one before */
bool find_is_hyphen(const find_reading *reading, uint32_t token);
bool find_is_comma(const find_reading *reading, uint32_t token);
bool find_is_possessive(const find_reading *reading, uint32_t token);           /* the clitic 's or ' */
drg_text find_join(const find_reading *reading, uint32_t first, uint32_t last); /* wording with plain blanks, arena */
uint32_t find_head_of(const find_reading *reading, uint32_t first, uint32_t last);
uint32_t find_name_part_of(const find_reading *reading, uint32_t token); /* find_name_part, DRG_NONE */
uint32_t find_time_of(const find_reading *reading, uint32_t token);      /* find_time_pack below FIND_COMMON_TIMES */
uint32_t find_time_in(const find_reading *reading, drg_text word);       /* the same of a wording, any kind */
uint32_t find_any_time_of(const find_reading *reading, uint32_t token);  /* find_time_pack, DRG_NONE */

/* ---- scan.c */
void find_scan(find_reading *reading);

static inline find_match *find_match_of(const find_reading *reading, uint32_t token)
{
    uint32_t index = reading->match_at[token];
    return index == DRG_NONE ? NULL : &reading->matches.items[index];
}
static inline uint32_t find_row(const find_reading *reading, const find_match *match)
{
    return find_cell(&reading->lists->forms, match->form, FIND_FORM_ROW);
}
/* choice.c: the form of the chain that the wording means on the day: letters fit, preferred use first, DRG_NONE. In a
 * line of capitals (`shouting`) an acronym may be any word. */
uint32_t find_form_fitting(const find_reading *reading, uint32_t form, drg_text wording, bool shouting);
/* choice.c: of several bodies of one name, the one that the document's countries speak for; a match that means none of
 * them is marked as taken. Called when all matches are known. */
void find_match_decide(find_reading *reading, find_match *match);
/* The first form of the match with that use, DRG_NONE. */
uint32_t find_form_with(const find_reading *reading, const find_match *match, find_use use);
bool find_is_office(const find_match *match);
/* A match that is an actor of the lists, or stands for one. */
bool find_is_actor(const find_match *match);
drg_text find_match_country(const find_reading *reading, const find_match *match);

/* ---- grouping.c */

/* An actor of the lists that is nothing but its members. */
bool find_is_grouping(const find_reading *reading, uint32_t row);
/* How many of its members' countries the document names. */
size_t find_members_named(const find_reading *reading, uint32_t row);
/* The draft just made is of a listed actor: takes "countries" behind it, and when it is a grouping becomes one draft a
 * member, all over that wording. */
void find_draft_members(find_reading *reading);
/* The draft just made is of offices of that grouping: becomes one draft a member, with those sectors. */
void find_draft_members_offices(find_reading *reading, uint32_t row, drg_text sectors);

/* ---- person.c */

/* The last token of the person's name that starts at `first`, DRG_NONE. `titled`: an office or honorific before it says
 * that it is one. */
uint32_t find_name_end(const find_reading *reading, uint32_t first, uint32_t end, bool titled);

/* What the text says of somebody's office; empty parts are not said. `alone`: the title is nothing but the office. */
typedef enum find_tenure {
    FIND_TENURE_PRESENT,
    FIND_TENURE_PAST,   /* "former" */
    FIND_TENURE_COMING, /* "-elect" */
    FIND_TENURE_OTHER   /* "then-", "next" */
} find_tenure;
typedef struct find_claim {
    drg_text office, country;
    find_tenure tenure;
    bool alone;
} find_claim;

/* The person of that full name, made when new. */
uint32_t find_person_named(find_reading *reading, uint32_t first, uint32_t last, find_claim claim);
/* The person of a bare surname: of this document, else of the list (an office that fits the claim, valid on the
 * document's day), DRG_NONE unknown or ambiguous. */
uint32_t find_person_surnamed(find_reading *reading, uint32_t first, uint32_t last, find_claim claim);
/* Words in capitals before a colon: whose words follow. */
bool find_is_speaker_tag(const find_reading *reading, uint32_t first, uint32_t last);
/* Are the words of a name one surname, also "Thomas-Greenfield", "von der Leyen"? */
bool find_is_surname(const find_reading *reading, uint32_t first, uint32_t last);
/* Is the person called by an office that he no longer holds, or not yet? Its country then. */
bool find_person_keeps_title(const find_reading *reading, uint32_t person, find_claim claim, drg_text *ret_country);
/* The sectors of the office that the list has for the person on the day; empty when none. */
drg_text find_person_listed_sectors(const find_reading *reading, uint32_t person);
/* The person who alone holds the office on the day, by the list; DRG_NONE, with a note when there are several. */
uint32_t find_person_in_office(find_reading *reading, const find_draft *draft);
/* The country and sectors of the person, as told or as listed for the day. */
void find_person_standing(find_reading *reading, uint32_t person, drg_text *ret_country, drg_text *ret_sectors,
                          drg_text *ret_title);
/* The office that the list has for the person on the day; empty when none. */
drg_text find_person_office(const find_reading *reading, uint32_t person);
/* Adds the listed office of the day to the person's roles. */
void find_person_list_role(find_reading *reading, uint32_t person);
/* What the text says of the person. */
void find_person_learn(find_reading *reading, const find_draft *draft);

/* ---- name.c: where a name stands in its clause */
uint32_t find_climb_conjunction(const find_reading *reading, uint32_t token);             /* the first of its row */
uint32_t find_preposition_of(const find_reading *reading, uint32_t first, uint32_t head); /* before `first`; DRG_NONE */
uint32_t find_governs(const find_reading *reading, uint32_t token);                       /* set of find_governor */
bool find_is_locative(const find_reading *reading, uint32_t preposition);                 /* "in", "at", "near" ... */
/* Does the capital [first, last] act, or is it addressed, as a government? */
bool find_acts(const find_reading *reading, uint32_t first, uint32_t last, uint32_t head);

/* The country of the region that a state's name means in this document; empty when it means the state. */
drg_text find_region_instead(const find_reading *reading, const find_match *match);

/* ---- anaphora.c */
void find_take_identity(find_draft *to, const find_draft *from);
/* The draft means the other draft's actor too. */
void find_add_member(find_reading *reading, find_draft *draft, uint32_t member);
void find_take_row(find_reading *reading, find_draft *draft, uint32_t entity);
/* A name that nobody knew is a person's, since "he" or "she" means it. */
void find_name_proves(find_reading *reading, uint32_t entity, uint32_t sentence);
/* The country of "its foreign minister". */
void find_resolve_owner(find_reading *reading, find_draft *draft);

/* ---- sides.c */
void find_watch_pairs(find_reading *reading, uint32_t draft); /* for each settled draft in the order of the text */
void find_resolve_sides(find_reading *reading, uint32_t draft);

/* ---- nominal.c */
/* Drafts "the country", "both leaders" and the like where they stand; false when they do not. */
bool find_read_definite(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin, uint32_t end);
/* Has the draft an owner that a pronoun tells? It is settled after the pronouns then. */
bool find_is_late(const find_draft *draft);
void find_resolve_nominal(find_reading *reading, uint32_t draft); /* "the country", "his counterpart" */
/* "both leaders", "the two presidents"; false when the draft is none of that. */
bool find_resolve_two(find_reading *reading, uint32_t draft);

/* ---- settle.c */
void find_settle_person(find_reading *reading, find_draft *draft);

/* ---- the stages */
/* All up to the names: matches, phrases, listed names. */
find_reading find_reading_start(const find_lists *lists, base_arena *arena, drg_document *document);
void find_read_phrases(find_reading *reading, uint32_t sentence);
void find_read_names(find_reading *reading, uint32_t sentence);
/* acronym.c */
void find_read_short_names(find_reading *reading);
void find_draft_short_names(find_reading *reading);
/* kind.c */
void find_read_kinds(find_reading *reading);
void find_remember_kind(find_reading *reading, uint32_t draft); /* a settled one */
void find_recall_kind(find_reading *reading, find_draft *draft);
void find_prepare_entities(find_reading *reading); /* what its features ask for */
/* becoming.c: what verbs say of an office: "was sworn in as president of Liberia" */
void find_read_becoming(find_reading *reading);
void find_read_entities(find_reading *reading);
void find_settle(find_reading *reading);
void find_read_dateline(find_reading *reading);
void find_read_dates(find_reading *reading);
void find_read_places(find_reading *reading);
/* Is a place of that name mostly something else: "Earth", "West", "Hope"? place_name.c */
bool find_is_plain_word(const find_reading *reading, uint32_t token);
/* Are the words the name of a large town, or several that of a state, province or county, and nothing else?
 * place_name.c */
bool find_names_place(const find_reading *reading, uint32_t first, uint32_t last);
void find_add_unlisted_places(find_reading *reading); /* entity.c */

/* Adds a draft with every index unset; the pointer holds until the next one. */
find_draft *find_draft_new(find_reading *reading, find_draft_kind kind, drg_via via, uint32_t sentence, uint32_t first,
                           uint32_t last);

#endif
