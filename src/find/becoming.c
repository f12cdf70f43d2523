/* SPDX-License-Identifier: Apache-2.0
 *
 * In: roles and persons, drafted; trees. Out: which of those persons has which of those roles, because a verb says so:
 * "George Weah was sworn in as president of Liberia", "Hun Manet is Cambodia's prime minister". The tree is asked
 * for the subject only, and what is denied, planned or wished for tells nothing. */
#include "find/entity.h"

static bool lemma_in(const find_reading *reading, uint32_t token, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (base_text_is(reading->tokens[token].lemma, words[i])) return true;
    return false;
}

static uint32_t child_of(const find_reading *reading, uint32_t head, uint32_t begin, uint32_t end, uint8_t relation)
{
    for (uint32_t i = begin; i < end; i++)
        if (reading->tokens[i].head == head && reading->tokens[i].relation == relation) return i;
    return DRG_NONE;
}

/* Denied, or only to come: "will become", "is not", "wants to be". */
static bool is_unreal(const find_reading *reading, uint32_t verb, uint32_t begin, uint32_t end)
{
    static const char *const modal[] = {"will",   "would", "could", "may",  "might",
                                        "should", "shall", "can",   "must", NULL};
    for (uint32_t i = begin; i < end; i++) {
        const drg_token *word = &reading->tokens[i];
        if (word->head != verb) continue;
        if (word->relation == LANGUAGE_AUX && lemma_in(reading, i, modal)) return true;
        if (word->relation == LANGUAGE_MARK) return true; /* "to become", "if he becomes" */
        if (base_text_is(word->lemma, "not") || base_text_is(word->lemma, "never")) return true;
    }
    return reading->tokens[verb].tag == LANGUAGE_TAG_VB && reading->tokens[verb].relation == LANGUAGE_XCOMP;
}

typedef struct find_saying {
    uint32_t begin, end; /* the sentence's tokens */
    uint32_t head;       /* of the role */
} find_saying;

static bool is_choice(const find_reading *reading, uint32_t verb)
{
    static const char *const words[] = {"elect",      "name",    "appoint",  "swear",   "make", "install",
                                        "inaugurate", "confirm", "re-elect", "reelect", NULL};
    return lemma_in(reading, verb, words);
}

/* The one who is said to hold the office: a token, DRG_NONE. */
static uint32_t subject_of_being(const find_reading *reading, const find_saying *saying)
{
    uint32_t copula = child_of(reading, saying->head, saying->begin, saying->end, LANGUAGE_COP);
    if (copula == DRG_NONE || !base_text_is(reading->tokens[copula].lemma, "be")) return DRG_NONE;
    bool chosen = copula + 1 < saying->end && is_choice(reading, copula + 1);        /* "was elected president" */
    if (reading->tokens[copula].tag != LANGUAGE_TAG_VBZ && !chosen) return DRG_NONE; /* "was president": long ago? */
    if (is_unreal(reading, saying->head, saying->begin, saying->end)) return DRG_NONE;
    return child_of(reading, saying->head, saying->begin, saying->end, LANGUAGE_NSUBJ);
}

static uint32_t subject_of_becoming(const find_reading *reading, const find_saying *saying)
{
    static const char *const nouns[] = {"office", "oath", "power", "work", "job", "term", "post", NULL};
    static const char *const active[] = {"become", "take",  "remain", "serve", "return",
                                         "begin",  "start", "assume", NULL};
    uint32_t verb = child_of(reading, saying->head, saying->begin, saying->head, LANGUAGE_AMOD);
    if (verb != DRG_NONE && is_choice(reading, verb)) { /* "was elected president", the noun taken for the root */
        uint32_t chosen = child_of(reading, verb, saying->begin, verb, LANGUAGE_NSUBJ_PASS);
        if (chosen != DRG_NONE && !is_unreal(reading, verb, saying->begin, saying->end)) return chosen;
    }
    verb = reading->tokens[saying->head].head;
    if (verb != DRG_NONE && lemma_in(reading, verb, nouns)) verb = reading->tokens[verb].head;
    uint8_t relation = reading->tokens[saying->head].relation;
    bool slot = relation == LANGUAGE_XCOMP || relation == LANGUAGE_OBJ || relation == LANGUAGE_OBL ||
                relation == LANGUAGE_NMOD || relation == LANGUAGE_OBL_UNMARKED || relation == LANGUAGE_ADVCL;
    if (verb == DRG_NONE || !slot || is_unreal(reading, verb, saying->begin, saying->end)) return DRG_NONE;
    if (is_choice(reading, verb)) {
        uint32_t chosen = child_of(reading, verb, saying->begin, saying->end, LANGUAGE_NSUBJ_PASS);
        if (chosen == DRG_NONE) chosen = child_of(reading, verb, saying->begin, saying->head, LANGUAGE_OBJ);
        return chosen == saying->head ? DRG_NONE : chosen;
    }
    if (!lemma_in(reading, verb, active)) return DRG_NONE;
    uint32_t subject = child_of(reading, verb, saying->begin, saying->end, LANGUAGE_NSUBJ);
    bool as = child_of(reading, saying->head, saying->begin, saying->head, LANGUAGE_CASE) != DRG_NONE ||
              base_text_is(reading->tokens[verb].lemma, "become") ||
              base_text_is(reading->tokens[verb].lemma, "remain");
    return as ? subject : DRG_NONE;
}

/* Said of somebody: with a copula, behind "as", or as what somebody becomes or is made. */
static bool is_predicate(const find_reading *reading, const find_saying *saying)
{
    uint32_t verb = reading->tokens[saying->head].head;
    uint32_t copula = child_of(reading, saying->head, saying->begin, saying->end, LANGUAGE_COP);
    if (copula != DRG_NONE && !find_touches(reading, copula))
        return true; /* not the clitic of "Zimbabwe's president" */
    uint32_t marker = child_of(reading, saying->head, saying->begin, saying->head, LANGUAGE_CASE);
    if (marker != DRG_NONE && base_text_is(reading->tokens[marker].lemma, "as")) return true;
    uint8_t relation = reading->tokens[saying->head].relation;
    if (relation == LANGUAGE_XCOMP) return true;
    if (relation != LANGUAGE_OBJ && relation != LANGUAGE_OBL) return false;
    return verb != DRG_NONE && (is_choice(reading, verb) || base_text_is(reading->tokens[verb].lemma, "become"));
}

/* The person's draft at the token; one is made of a name that was left over. */
static uint32_t person_at(find_reading *reading, uint32_t sentence, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    find_run run;
    if (index != DRG_NONE) {
        find_draft *draft = &reading->drafts.items[index];
        if (draft->kind != FIND_DRAFT_PERSON) return DRG_NONE;
        if (draft->person == DRG_NONE)
            draft->person = find_person_named(reading, draft->first, draft->last, (find_claim){0});
        return index;
    }
    uint32_t from = reading->document->sentences.items[sentence].body;
    for (; find_run_next(reading, sentence, from, &run) && run.last < token; from = run.last + 1) continue;
    if (!find_run_next(reading, sentence, from, &run) || run.first > token || run.first == run.last) return DRG_NONE;
    uint32_t person = find_person_named(reading, run.first, run.last, (find_claim){0});
    find_draft *draft = find_draft_new(reading, FIND_DRAFT_PERSON, DRG_VIA_NAME, sentence, run.first, run.last);
    draft->person = person;
    return (uint32_t)reading->drafts.count - 1;
}

static void read_role(find_reading *reading, uint32_t index)
{
    find_draft role = reading->drafts.items[index];
    const drg_sentence *whole = &reading->document->sentences.items[role.sentence];
    find_saying saying = {whole->body, find_sentence_end(whole), role.head};
    uint32_t subject = subject_of_being(reading, &saying);
    if (subject == DRG_NONE) subject = subject_of_becoming(reading, &saying);
    uint32_t holder = subject == DRG_NONE ? DRG_NONE : person_at(reading, role.sentence, subject);
    if (holder == DRG_NONE) { /* "will be president", "resigned as president": the list's holder is not meant */
        if (is_predicate(reading, &saying)) reading->drafts.items[index].certain = false;
        return;
    }
    find_draft *named = &reading->drafts.items[holder];
    find_draft told = role;
    told.person = named->person;
    find_person_learn(reading, &told);
    bool better = named->rank || named->former;
    if (!named->country.size || better) named->country = role.country;
    if (!named->sectors.size || better) named->sectors = role.sectors;
    if (!named->title.size || better) {
        named->title = role.title;
        named->title_span = role.title_span;
        named->office = role.office;
    }
    find_draft *draft = &reading->drafts.items[index];
    draft->kind = FIND_DRAFT_PERSON;
    draft->person = named->person;
}

void find_read_becoming(find_reading *reading)
{
    size_t count = reading->drafts.count;
    for (uint32_t i = 0; i < count; i++) {
        const find_draft *draft = &reading->drafts.items[i];
        if (draft->kind == FIND_DRAFT_ROLE && !draft->twin && !draft->former && draft->owner == DRG_NONE)
            read_role(reading, i);
    }
}
