/* SPDX-License-Identifier: Apache-2.0
 *
 * In: trees and drafts. Out: the nouns of the document in the order of the text, and, as the sentences are entered one
 * after the other, which of them speak of the same. Names meet by actor, or by wording while nobody knows them; a plain
 * noun joins what it stands in apposition to, what it is the predicate of ("Ryan is an actress"), or the noun of the
 * same word that "the" points back to; all else is new. */
#include "find/referent.h"

#define TITLE_WORD 3       /* fewest bytes of a word of the title that counts */
#define ROW_MEMBERS 8      /* most members of a row */
#define SAME_NOUN_REACH 40 /* nouns that "the actress" looks back for the same word */

/* ---- what a noun is */

static uint32_t person_word(const find_reading *reading, uint32_t token)
{
    uint32_t kind = model_table_get(&reading->lists->nouns, reading->tokens[token].lemma);
    if (kind != DRG_NONE) return kind;
    const find_match *match = find_match_of(reading, token);
    if (!find_is_office(match)) return DRG_NONE;
    uint32_t office = find_cell(&reading->lists->offices, find_row(reading, match), FIND_OFFICE_KIND);
    return office == FIND_OFFICE_PERSON ? FIND_WORD_PERSON : office == FIND_OFFICE_GROUP ? FIND_WORD_GROUP : DRG_NONE;
}

static bool is_plural(const find_reading *reading, uint32_t token)
{
    uint8_t tag = reading->tokens[token].tag;
    return tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS;
}

static find_noun_kind plain_kind(const find_reading *reading, uint32_t token, find_gender *ret_gender)
{
    bool plural = is_plural(reading, token);
    uint32_t word = person_word(reading, token);
    if (word == FIND_WORD_MALE && !plural) *ret_gender = FIND_MALE;
    if (word == FIND_WORD_FEMALE && !plural) *ret_gender = FIND_FEMALE;
    if (word == FIND_WORD_GROUP) return FIND_NOUN_HUMANS;
    if (word != DRG_NONE) return plural ? FIND_NOUN_HUMANS : FIND_NOUN_HUMAN;
    if (reading->tokens[token].upos == DRG_PROPN && find_is_capital(reading, token)) return FIND_NOUN_NAME;
    return plural ? FIND_NOUN_THINGS : FIND_NOUN_THING;
}

static find_noun_kind draft_kind(const find_reading *reading, const find_draft *draft)
{
    switch (draft->kind) {
    case FIND_DRAFT_PERSON: return draft->person == DRG_NONE ? FIND_NOUN_UNKNOWN : FIND_NOUN_PERSON;
    case FIND_DRAFT_ORGANIZATION:
    case FIND_DRAFT_LISTED: return FIND_NOUN_LISTED;
    case FIND_DRAFT_ROLE: return FIND_NOUN_ROLE;
    case FIND_DRAFT_GROUP:
    case FIND_DRAFT_BODY: return FIND_NOUN_BODY;
    case FIND_DRAFT_SIDES: return FIND_NOUN_ROW;
    case FIND_DRAFT_DEFINITE: return FIND_NOUN_THING;
    default: (void)reading; return FIND_NOUN_PRONOUN;
    }
}

static find_noun_role role_of(uint8_t relation)
{
    switch (relation) {
    case LANGUAGE_NSUBJ:
    case LANGUAGE_NSUBJ_OUTER:
    case LANGUAGE_NSUBJ_PASS: return FIND_AS_SUBJECT;
    case LANGUAGE_OBJ:
    case LANGUAGE_IOBJ: return FIND_AS_OBJECT;
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT: return FIND_AS_OBLIQUE;
    case LANGUAGE_NMOD_POSS: return FIND_AS_POSSESSOR;
    case LANGUAGE_NMOD: return FIND_AS_COMPLEMENT;
    default: return FIND_AS_OTHER;
    }
}

static bool heads_phrase(const find_reading *reading, uint32_t token)
{
    const drg_token *word = &reading->tokens[token];
    if (word->upos != DRG_NOUN && word->upos != DRG_PROPN) return false;
    switch (word->relation) {
    case LANGUAGE_COMPOUND:
    case LANGUAGE_FLAT:
    case LANGUAGE_FIXED:
    case LANGUAGE_GOESWITH:
    case LANGUAGE_AMOD:
    case LANGUAGE_ADVMOD:
    case LANGUAGE_NMOD_UNMARKED:
    case LANGUAGE_OBL_UNMARKED:
    case LANGUAGE_CASE: return false;
    default: return find_time_of(reading, token) == DRG_NONE;
    }
}

static bool is_definite(const find_reading *reading, uint32_t token)
{
    for (uint32_t i = token, step = 0; i > 0 && step < FIND_WALK; step++) {
        const drg_token *word = &reading->tokens[--i];
        if (word->head != token && word->relation != LANGUAGE_AMOD && word->relation != LANGUAGE_COMPOUND) return false;
        if (word->tag == LANGUAGE_TAG_DT)
            return find_is_word(reading, i, "the") || find_is_word(reading, i, "this") ||
                   find_is_word(reading, i, "that");
    }
    return false;
}

static void add_noun(find_reading *reading, uint32_t sentence, uint32_t token, uint32_t draft)
{
    find_referents *referents = reading->referents;
    uint32_t index = (uint32_t)referents->nouns.count;
    find_noun *noun = &base_push(reading->arena, &referents->nouns);
    uint32_t top = find_climb_conjunction(reading, token);
    *noun = (find_noun){.token = token, .last = token, .sentence = sentence, .draft = draft, .entity = DRG_NONE};
    noun->governor = reading->tokens[top].head;
    noun->role = role_of(reading->tokens[top].relation);
    noun->joined = top != token;
    noun->plural = is_plural(reading, token);
    if (draft != DRG_NONE) {
        const find_draft *from = &reading->drafts.items[draft];
        noun->kind = draft_kind(reading, from);
        noun->gender = from->kind == FIND_DRAFT_PRONOUN ? from->gender : FIND_GENDER_UNKNOWN;
        noun->plural = from->plural;
        noun->definite = from->definite;
        uint32_t word = model_table_get(&reading->lists->nouns, reading->tokens[token].lemma);
        bool one = from->kind == FIND_DRAFT_GROUP && !from->plural && word <= FIND_WORD_PERSON; /* "a farmer" */
        if (one) noun->kind = FIND_NOUN_ROLE;
        if (one || noun->kind == FIND_NOUN_ROLE)
            noun->gender = word == FIND_WORD_MALE     ? FIND_MALE
                           : word == FIND_WORD_FEMALE ? FIND_FEMALE
                                                      : FIND_GENDER_UNKNOWN;
        uint32_t part = noun->kind == FIND_NOUN_UNKNOWN ? find_name_part_of(reading, from->first) : DRG_NONE;
        if (part == FIND_GIVEN_MALE) noun->gender = FIND_MALE;
        if (part == FIND_GIVEN_FEMALE) noun->gender = FIND_FEMALE;
    } else {
        noun->kind = plain_kind(reading, token, &noun->gender);
        noun->definite = is_definite(reading, token);
    }
    if (referents->noun_at[token] == DRG_NONE) referents->noun_at[token] = index;
}

/* "Ukraine and Russia": one noun more, at the head of its first member. */
static void add_row(find_reading *reading, uint32_t index)
{
    find_referents *referents = reading->referents;
    const find_noun first = referents->nouns.items[index];
    if (first.joined || first.kind == FIND_NOUN_PRONOUN || first.kind == FIND_NOUN_ROW) return;
    const drg_sentence *whole = &reading->document->sentences.items[first.sentence];
    uint32_t last = DRG_NONE, end = find_sentence_end(whole);
    for (uint32_t i = first.token + 1; i < end && i < first.token + 4 * FIND_WALK; i++) {
        const drg_token *word = &reading->tokens[i];
        if (word->relation != LANGUAGE_CONJ || word->head != first.token) continue;
        if (referents->noun_at[i] == DRG_NONE) return;
        last = i;
    }
    if (last == DRG_NONE) return;
    find_noun *row = &base_push(reading->arena, &referents->nouns);
    *row = first;
    row->last = last;
    row->kind = FIND_NOUN_ROW;
    row->draft = DRG_NONE;
    row->plural = true;
    row->gender = FIND_GENDER_UNKNOWN;
}

static void gather(find_reading *reading, uint32_t sentence)
{
    find_referents *referents = reading->referents;
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    if (whole->kind == DRG_SENTENCE_BYLINE) return;
    size_t before = referents->nouns.count;
    for (uint32_t i = whole->body; i < find_sentence_end(whole); i++) {
        uint32_t draft = reading->draft_at[i];
        if (draft != DRG_NONE && reading->drafts.items[draft].head != i) continue;
        if (draft == DRG_NONE && !heads_phrase(reading, i)) continue;
        if (draft != DRG_NONE && reading->drafts.items[draft].kind == FIND_DRAFT_DROPPED) continue;
        add_noun(reading, sentence, i, draft);
    }
    size_t after = referents->nouns.count;
    for (size_t i = before; i < after; i++) add_row(reading, (uint32_t)i);
}

/* The words of the title, "Nizami Ganjavi" of "Nizami Ganjavi (poet)": letters between anything else. */
static void read_title(find_reading *reading)
{
    drg_text title = base_utf8_repair(reading->arena, reading->document->source.title);
    size_t begin = 0;
    for (size_t at = 0; at <= title.size;) {
        int32_t point = -1;
        size_t size = at < title.size ? base_utf8_next(title, at, &point) : 1;
        if (point < 0 || !base_point_is_letter(point)) {
            drg_text word = base_text_slice(title, begin, at < title.size ? at : title.size);
            if (word.size >= TITLE_WORD)
                base_map_put(reading->arena, &reading->referents->title_words, find_key_of(reading->arena, word), 1);
            begin = at + size;
        }
        at += size;
    }
}

typedef enum title_match { TITLE_SILENT, TITLE_NAMES, TITLE_OTHER } title_match;

/* All of the name's capital words stand in the title, or of a longer name only some: then the title names a namesake.
 */
static title_match match_title(const find_reading *reading, const find_draft *draft)
{
    const find_referents *referents = reading->referents;
    uint32_t words = 0, named = 0;
    for (uint32_t i = draft->first; i <= draft->last; i++) {
        drg_text word = find_wording(reading, i);
        if (word.size < TITLE_WORD || !find_is_capital(reading, i)) continue;
        words++;
        named += base_map_get(&referents->title_words, find_key_of(reading->arena, word)) != DRG_NONE;
    }
    if (!named) return TITLE_SILENT;
    return named == words ? TITLE_NAMES : TITLE_OTHER;
}

void find_referents_open(find_reading *reading)
{
    uint32_t sentences = (uint32_t)reading->document->sentences.count;
    find_referents *referents = BASE_NEW(reading->arena, find_referents);
    reading->referents = referents;
    referents->first_noun = BASE_ARRAY(reading->arena, uint32_t, (size_t)sentences + 1);
    referents->noun_at = BASE_ARRAY(reading->arena, uint32_t, (size_t)reading->token_count + 1);
    for (uint32_t i = 0; i <= reading->token_count; i++) referents->noun_at[i] = DRG_NONE;
    read_title(reading);
    for (size_t i = 0; i < 3; i++) referents->last_pronoun[i] = referents->open_chain[i] = DRG_NONE;
    for (uint32_t i = 0; i < sentences; i++) {
        referents->first_noun[i] = (uint32_t)referents->nouns.count;
        gather(reading, i);
    }
    referents->first_noun[sentences] = (uint32_t)referents->nouns.count;
}

/* ---- entities */

static uint32_t rank(find_noun_kind kind)
{
    return kind == FIND_NOUN_PRONOUN ? 2 : kind >= FIND_NOUN_HUMAN ? 1 : 0;
}

void find_referents_join(find_reading *reading, uint32_t index, uint32_t entity)
{
    find_noun *noun = &reading->referents->nouns.items[index];
    find_referent *known = &reading->referents->entities.items[entity];
    noun->entity = entity;
    if (noun->kind == FIND_NOUN_PRONOUN)
        known->pronouns++;
    else
        known->names++;
    known->subjects += noun->role == FIND_AS_SUBJECT;
    if (rank(noun->kind) < rank(known->kind)) known->kind = noun->kind;
    if (!known->gender && (noun->kind != FIND_NOUN_PRONOUN || known->kind == FIND_NOUN_PRONOUN))
        known->gender = noun->gender;
    known->headline |= reading->document->sentences.items[noun->sentence].kind == DRG_SENTENCE_HEADLINE;
    if (noun->draft != DRG_NONE && noun->kind <= FIND_NOUN_UNKNOWN) {
        const find_draft *draft = &reading->drafts.items[noun->draft];
        known->full |= draft->last > draft->first;
        known->bare |= draft->last == draft->first;
        title_match match = match_title(reading, draft);
        known->titled |= match == TITLE_NAMES;
        known->namesake |= match == TITLE_OTHER;
    }
    if (known->draft == DRG_NONE && noun->draft != DRG_NONE && noun->kind != FIND_NOUN_PRONOUN) {
        known->draft = noun->draft;
        known->kind = noun->kind;
    }
}

uint32_t find_referents_new(find_reading *reading, uint32_t index)
{
    find_referents *referents = reading->referents;
    uint32_t entity = (uint32_t)referents->entities.count;
    const find_noun *noun = &referents->nouns.items[index];
    find_referent *made = &base_push(reading->arena, &referents->entities);
    made->draft = DRG_NONE;
    made->first_noun = index;
    made->kind = noun->kind;
    made->plural = noun->plural;
    find_referents_join(reading, index, entity);
    return entity;
}

static uint32_t *actor_slot(find_reading *reading, uint32_t actor)
{
    drg_text key = base_text_copy(reading->arena, (drg_text){(const char *)&actor, sizeof actor});
    return base_map_put(reading->arena, &reading->referents->of_actor, key, DRG_NONE);
}

static drg_text name_key(find_reading *reading, uint32_t first, uint32_t last)
{
    return find_key_of(reading->arena, record_wording(reading->document, find_span(reading, first, last)));
}

/* A text that begins in the middle speaks of somebody by pronouns alone, and by the bare surname when it comes to it:
 * the others are introduced in full. */
static void adopt_chain(find_reading *reading, uint32_t index, uint32_t entity)
{
    find_referents *referents = reading->referents;
    const find_noun *noun = &referents->nouns.items[index];
    find_referent *made = &referents->entities.items[entity];
    uint32_t part = find_name_part_of(reading, noun->token);
    bool given = part != DRG_NONE && part <= FIND_GIVEN_ANY;
    if (!made->bare || given || (noun->role != FIND_AS_SUBJECT && noun->role != FIND_AS_POSSESSOR)) return;
    for (uint32_t gender = FIND_MALE; gender <= FIND_FEMALE; gender++) {
        uint32_t chain = referents->open_chain[gender];
        if (chain == DRG_NONE || (made->gender && made->gender != gender)) continue;
        uint32_t other = referents->open_chain[gender == FIND_MALE ? FIND_FEMALE : FIND_MALE];
        if (!made->gender && other != DRG_NONE) continue;
        const find_referent *from = &referents->entities.items[chain];
        for (uint32_t i = from->first_noun; i < index; i++)
            if (referents->nouns.items[i].entity == chain) referents->nouns.items[i].entity = entity;
        made->pronouns += from->pronouns;
        made->subjects += from->subjects;
        made->first_noun = from->first_noun;
        made->gender = (find_gender)gender;
        if (referents->last_pronoun[gender] == chain) referents->last_pronoun[gender] = entity;
        referents->open_chain[gender] = DRG_NONE;
        return;
    }
}

/* A name that nobody knows: by its wording, and by its last and first word while only one has it. */
static uint32_t unknown_entity(find_reading *reading, uint32_t index)
{
    base_map *map = &reading->referents->of_name;
    const find_noun *noun = &reading->referents->nouns.items[index];
    uint32_t first = noun->token, last = noun->token;
    if (noun->draft != DRG_NONE) first = reading->drafts.items[noun->draft].first;
    if (noun->draft != DRG_NONE) last = reading->drafts.items[noun->draft].last;
    uint32_t known = base_map_get(map, name_key(reading, first, last));
    if (known != DRG_NONE && known != FIND_SEVERAL) {
        find_referents_join(reading, index, known);
        return known;
    }
    uint32_t entity = find_referents_new(reading, index);
    const uint32_t parts[3][2] = {{first, last}, {first, first}, {last, last}};
    for (size_t i = 0; i < 3; i++) {
        uint32_t *slot = base_map_put(reading->arena, map, name_key(reading, parts[i][0], parts[i][1]), entity);
        if (*slot != entity) *slot = FIND_SEVERAL;
    }
    if (noun->kind == FIND_NOUN_UNKNOWN) adopt_chain(reading, index, entity);
    return entity;
}

/* A person's gender, as the persons know it by now. */
static void learn_gender(find_reading *reading, uint32_t index)
{
    const find_noun *noun = &reading->referents->nouns.items[index];
    if (noun->draft == DRG_NONE || noun->entity == DRG_NONE) return;
    uint32_t person = reading->drafts.items[noun->draft].person;
    find_referent *entity = &reading->referents->entities.items[noun->entity];
    if (person != DRG_NONE && reading->persons.items[person].gender)
        entity->gender = reading->persons.items[person].gender;
}

static uint32_t actor_entity(find_reading *reading, uint32_t index)
{
    const find_draft *draft = &reading->drafts.items[reading->referents->nouns.items[index].draft];
    uint32_t *slot = actor_slot(reading, draft->actor);
    if (*slot == DRG_NONE) {
        uint32_t entity = find_referents_new(reading, index);
        *actor_slot(reading, draft->actor) = entity;
        if (draft->person != DRG_NONE) reading->referents->nouns.items[index].kind = FIND_NOUN_PERSON;
        reading->referents->entities.items[entity].kind = reading->referents->nouns.items[index].kind;
        learn_gender(reading, index);
        if (draft->person != DRG_NONE) adopt_chain(reading, index, entity);
        return entity;
    }
    find_referents_join(reading, index, *slot);
    return *slot;
}

static uint32_t entity_at(const find_reading *reading, uint32_t token)
{
    uint32_t noun = token == DRG_NONE ? DRG_NONE : reading->referents->noun_at[token];
    return noun == DRG_NONE ? DRG_NONE : reading->referents->nouns.items[noun].entity;
}

static uint32_t subject_of(const find_reading *reading, const find_noun *noun)
{
    const drg_sentence *whole = &reading->document->sentences.items[noun->sentence];
    bool copula = false;
    uint32_t found = DRG_NONE;
    for (uint32_t i = noun->token; i-- > whole->body;) {
        const drg_token *word = &reading->tokens[i];
        if (word->head != noun->token) continue;
        copula |= word->relation == LANGUAGE_COP;
        if (word->relation == LANGUAGE_NSUBJ) found = i;
    }
    return copula ? found : DRG_NONE;
}

static bool may_be_human(find_noun_kind kind)
{
    return kind == FIND_NOUN_PERSON || kind == FIND_NOUN_UNKNOWN || kind == FIND_NOUN_ROLE || kind == FIND_NOUN_HUMAN ||
           kind == FIND_NOUN_PRONOUN;
}

/* The entity that a plain noun is said to be, DRG_NONE. */
static uint32_t told_entity(const find_reading *reading, const find_noun *noun)
{
    const drg_token *word = &reading->tokens[noun->token];
    if (noun->plural) return DRG_NONE;
    uint32_t entity = entity_at(reading, word->relation == LANGUAGE_APPOS ? word->head : subject_of(reading, noun));
    if (entity == DRG_NONE) return DRG_NONE;
    bool human = noun->kind == FIND_NOUN_HUMAN || noun->kind == FIND_NOUN_ROLE;
    return human == may_be_human(reading->referents->entities.items[entity].kind) ? entity : DRG_NONE;
}

static uint32_t same_noun(const find_reading *reading, uint32_t index)
{
    const find_noun *nouns = reading->referents->nouns.items, *noun = &nouns[index];
    if (!noun->definite || noun->kind == FIND_NOUN_NAME) return DRG_NONE;
    for (uint32_t i = index, step = 0; i-- > 0 && step < SAME_NOUN_REACH; step++)
        if (nouns[i].draft == DRG_NONE && nouns[i].kind == noun->kind && nouns[i].entity != DRG_NONE &&
            base_text_equal(reading->tokens[nouns[i].token].lemma, reading->tokens[noun->token].lemma))
            return nouns[i].entity;
    return DRG_NONE;
}

static void enter_row(find_reading *reading, uint32_t index)
{
    find_referents *referents = reading->referents;
    const find_noun row = referents->nouns.items[index];
    uint32_t members[ROW_MEMBERS], count = 0;
    for (uint32_t i = row.token; i <= row.last; i++) {
        bool member =
            i == row.token || (reading->tokens[i].relation == LANGUAGE_CONJ && reading->tokens[i].head == row.token);
        uint32_t entity = member ? entity_at(reading, i) : DRG_NONE;
        if (entity != DRG_NONE && count < ROW_MEMBERS) members[count++] = entity;
    }
    uint32_t entity = find_referents_new(reading, index);
    referents->entities.items[entity].row_first = (uint32_t)referents->row_members.count;
    referents->entities.items[entity].row_count = count;
    for (uint32_t i = 0; i < count; i++) base_push(reading->arena, &referents->row_members) = members[i];
}

static void enter_noun(find_reading *reading, uint32_t index)
{
    const find_noun *noun = &reading->referents->nouns.items[index];
    const find_draft *draft = noun->draft == DRG_NONE ? NULL : &reading->drafts.items[noun->draft];
    if (noun->kind == FIND_NOUN_PRONOUN) return;
    if (draft && (draft->kind == FIND_DRAFT_SIDES || draft->member_count)) return;
    if (noun->kind == FIND_NOUN_ROW) {
        enter_row(reading, index);
    } else if (draft && draft->actor != DRG_NONE) {
        actor_entity(reading, index);
    } else if (noun->kind == FIND_NOUN_UNKNOWN || noun->kind == FIND_NOUN_NAME) {
        unknown_entity(reading, index);
    } else {
        uint32_t known = told_entity(reading, noun);
        if (known == DRG_NONE) known = same_noun(reading, index);
        if (known == DRG_NONE)
            find_referents_new(reading, index);
        else
            find_referents_join(reading, index, known);
    }
}

void find_referents_enter(find_reading *reading, uint32_t sentence)
{
    const find_referents *referents = reading->referents;
    for (uint32_t i = referents->first_noun[sentence]; i < referents->first_noun[sentence + 1]; i++) {
        enter_noun(reading, i);
        learn_gender(reading, i);
    }
}

void find_referents_settled(find_reading *reading, uint32_t index)
{
    const find_draft *draft = &reading->drafts.items[index];
    uint32_t noun = reading->referents->noun_at[draft->head];
    if (draft->actor == DRG_NONE || noun == DRG_NONE || reading->referents->nouns.items[noun].draft != index) return;
    uint32_t entity = reading->referents->nouns.items[noun].entity;
    uint32_t *slot = actor_slot(reading, draft->actor);
    if (*slot == DRG_NONE && entity != DRG_NONE) *slot = entity;
    if (*slot != DRG_NONE) reading->referents->nouns.items[noun].entity = *slot;
    learn_gender(reading, noun);
}

find_pronoun_class find_class_of(const find_reading *reading, const find_noun *pronoun)
{
    if (pronoun->draft == DRG_NONE) return FIND_IT;
    const find_draft *draft = &reading->drafts.items[pronoun->draft];
    return draft->gender ? FIND_HE_SHE : draft->plural ? FIND_THEY : FIND_IT;
}
