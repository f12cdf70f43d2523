/* SPDX-License-Identifier: Apache-2.0
 *
 * In: sentences with trees and mentions. Out: the document's statements. A finite word of reporting (data/cues/
 * report.tsv) that is neither denied nor still to come gives its subject as speaker and its clause as the words; so do
 * "according to X" and ", X said". Where a parser lost the clause but the sentence has quotation marks, the words are
 * those between them. Finding quotations by marks and verbs, and speakers by the verb's subject, is the method of
 * Pouliquen, Steinberger and Best ("Automatic Detection of Quotations in Multilingual News", 2007), here over trees. */
#include "code/statement.h"

#include <inttypes.h>

#include "code/clause.h"

#define QUOTED_WORDS 4 /* fewer words between marks are a term, no quotation */

static drg_document *document_of(const code_sentence *sentence)
{
    return sentence->document;
}

static bool is_quoted(const code_sentence *sentence, uint32_t token)
{
    return sentence->quoted[sentence->first_token + token] != 0;
}

/* ---- the words of reporting */

static bool has_condition(const code_sentence *sentence, uint32_t clause)
{
    CODE_EACH_CHILD(sentence, child, clause) {
        drg_text lemma = code_lemma(sentence, child);
        bool mark = sentence->nodes[child].relation == LANGUAGE_MARK && child < clause;
        if (mark && (base_text_is(lemma, "if") || base_text_is(lemma, "unless") || base_text_is(lemma, "whether")))
            return true;
    }
    return false;
}

/* Was it said? Not "will say", "did not say", "refused to say", "if he says". */
static bool is_said(code_sentence *sentence, uint32_t cue)
{
    const code_node *node = &sentence->nodes[cue];
    if (node->upos != DRG_VERB || is_quoted(sentence, cue) || has_condition(sentence, cue)) return false;
    code_marks marks = code_clause_marks(sentence, cue);
    if (marks.negated || marks.will || marks.would || marks.may || marks.must || marks.conditional) return false;
    return !marks.infinitive && !marks.bare;
}

/* ---- what was said */

typedef struct statement_words {
    uint32_t first, last; /* tokens of the sentence */
} statement_words;

static bool is_mark(const code_sentence *sentence, uint32_t token)
{
    return sentence->nodes[token].upos == DRG_PUNCT;
}

/* "that" before somebody's words; also where a parser took it for a pronoun ("said for the first time that he would"),
 * but not "that is" and "that man". */
static bool is_conjunction(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (is_quoted(sentence, token) || !base_text_is(code_lemma(sentence, token), "that")) return false;
    return node->relation == LANGUAGE_MARK || node->relation == LANGUAGE_OBJ;
}

/* Without "that" at the head, and punctuation at both ends. */
static bool trim(const code_sentence *sentence, statement_words *words)
{
    while (words->first < words->last && (is_mark(sentence, words->first) || is_conjunction(sentence, words->first)))
        words->first++;
    while (words->last > words->first && is_mark(sentence, words->last)) words->last--;
    return words->last > words->first;
}

static statement_words extent(const code_sentence *sentence, uint32_t token)
{
    statement_words words;
    code_extent(sentence, token, false, &words.first, &words.last);
    return words;
}

/* A clause that asks or bids is no assertion: "asked whether", "told them to leave". */
static bool asserts(const code_sentence *sentence, uint32_t clause)
{
    CODE_EACH_CHILD(sentence, child, clause) {
        const code_node *node = &sentence->nodes[child];
        drg_text lemma = code_lemma(sentence, child);
        if (node->relation != LANGUAGE_MARK) continue;
        if (node->tag == LANGUAGE_TAG_TO || base_text_is(lemma, "whether") || base_text_is(lemma, "if") ||
            base_text_is(lemma, "with"))
            return false;
    }
    return sentence->nodes[clause].relation != LANGUAGE_XCOMP;
}

/* "said in a statement that it would": the clause hangs on the medium. */
static bool is_content_of_medium(const code_sentence *sentence, uint32_t clause, uint32_t cue)
{
    uint32_t noun = sentence->nodes[clause].head;
    const code_node *node = noun == DRG_NONE ? NULL : &sentence->nodes[noun];
    if (!node || node->head != cue || node->relation != LANGUAGE_OBL) return false;
    uint32_t mark = code_child(sentence, clause, LANGUAGE_MARK);
    uint8_t relation = sentence->nodes[clause].relation;
    return mark != DRG_NONE && base_text_is(code_lemma(sentence, mark), "that") &&
           (relation == LANGUAGE_ACL || relation == LANGUAGE_ACL_RELCL || relation == LANGUAGE_CCOMP);
}

/* The clause below the word of reporting, also one that a parser hung on a word of time or on the medium between
 * them. */
static uint32_t complement_of(const code_sentence *sentence, uint32_t cue)
{
    CODE_EACH_CHILD(sentence, child, cue)
        if (sentence->nodes[child].relation == LANGUAGE_CCOMP && asserts(sentence, child) &&
            sentence->nodes[child].first != DRG_NONE) /* a lone word before the verb is a slip: "issued said" */
            return child;
    for (uint32_t i = cue + 1; i < sentence->count; i++) {
        language_relation relation;
        if (sentence->nodes[i].head == DRG_NONE || sentence->nodes[i].head <= cue) continue;
        bool timed = code_governor(sentence, i, &relation) == cue && relation == LANGUAGE_CCOMP;
        if ((timed || is_content_of_medium(sentence, i, cue)) && asserts(sentence, i)) return i;
    }
    return DRG_NONE;
}

/* ", X said": what it hangs on, without itself. */
static bool words_around(const code_sentence *sentence, uint32_t cue, statement_words *ret_words)
{
    uint32_t head = sentence->nodes[cue].head;
    if (head == DRG_NONE) return false;
    statement_words aside = extent(sentence, cue);
    *ret_words = extent(sentence, head);
    if (aside.first <= ret_words->first)
        ret_words->first = aside.last + 1;
    else if (aside.last >= ret_words->last)
        ret_words->last = aside.first - 1;
    return ret_words->first < ret_words->last && ret_words->last < sentence->count;
}

/* The first stretch between quotation marks, long enough to be somebody's words. */
static bool words_between_marks(const code_sentence *sentence, statement_words *ret_words)
{
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        if (!is_quoted(sentence, i)) continue;
        ret_words->first = i;
        while (i + 1 < sentence->count && is_quoted(sentence, i + 1)) i++;
        ret_words->last = i;
        if (ret_words->last - ret_words->first >= QUOTED_WORDS) return true;
    }
    return false;
}

/* What begins inside quotation marks ends with them, unless the quotation is taken up again. */
static void end_with_quotation(const code_sentence *sentence, statement_words *words)
{
    while (words->last > words->first && !is_quoted(sentence, words->last)) words->last--;
}

static bool find_words(const code_sentence *sentence, uint32_t cue, statement_words *ret_words)
{
    uint32_t clause = complement_of(sentence, cue);
    bool aside = sentence->nodes[cue].relation == LANGUAGE_PARATAXIS;
    if (clause != DRG_NONE)
        *ret_words = extent(sentence, clause);
    else if (!(aside && words_around(sentence, cue, ret_words)) && !words_between_marks(sentence, ret_words))
        return false;
    if (!trim(sentence, ret_words)) return false;
    if (is_quoted(sentence, ret_words->first)) end_with_quotation(sentence, ret_words);
    return trim(sentence, ret_words);
}

/* ---- writing */

static bool is_direct(const code_sentence *sentence, statement_words words)
{
    uint32_t inside = 0;
    for (uint32_t i = words.first; i <= words.last; i++) inside += is_quoted(sentence, i);
    return 2 * inside > words.last - words.first + 1;
}

/* "told reporters", "told NBC News": who is told, unless it is the press, which is the outlet. */
static uint32_t addressee_of(code_sentence *sentence, uint32_t cue)
{
    static const code_slot slots[] = {CODE_SLOT_INDIRECT, CODE_SLOT_OBJECT, CODE_SLOT_TO};
    const code_predicate *predicate = code_predicate_of(sentence, cue);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        uint32_t token = code_argument_get(predicate, slots[i]);
        code_mentions mentions = {0};
        if (token != DRG_NONE) code_resolve(sentence, token, false, &mentions);
        if (!mentions.count || mentions.distance) continue;
        drg_texts sectors = document_of(sentence)->mentions.items[mentions.items[0]].sector;
        if (!sectors.count || !base_text_is(sectors.items[0], "JRN")) return mentions.items[0];
    }
    return DRG_NONE;
}

static bool stands_already(const drg_document *document, drg_span span)
{
    for (size_t i = document->statements.count; i-- > 0;) {
        drg_span other = document->statements.items[i].span;
        if (other.begin == span.begin && other.end == span.end) return true;
        if (other.end < span.begin) return false;
    }
    return false;
}

static bool is_within(drg_span inner, drg_span outer)
{
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

/* A crowd that only its noun names: what plain people think is told, but makes nobody an actor of the record. */
static bool is_plain_crowd(const drg_document *document, uint32_t mention)
{
    if (mention == DRG_NONE) return false;
    const drg_actor *actor = &document->actors.items[document->mentions.items[mention].actor];
    return actor->type == DRG_ACTOR_GROUP && !actor->listed && !actor->country.size;
}

static void add_statement(code_sentence *sentence, uint32_t cue, uint32_t speaker, statement_words words, bool stance)
{
    drg_document *document = document_of(sentence);
    bool verb = sentence->nodes[cue].upos == DRG_VERB;
    uint32_t date = verb ? code_date_said(sentence, cue) : DRG_NONE;
    drg_statement statement = {.sentence = sentence->index,
                               .span = code_span(sentence, words.first, words.last),
                               .addressee = verb ? addressee_of(sentence, cue) : DRG_NONE,
                               .date = date,
                               .attitude = stance,
                               .reverses = DRG_NONE};
    if (date != DRG_NONE && is_within(document->dates.items[date].span, statement.span)) statement.date = DRG_NONE;
    if (stands_already(document, statement.span)) return;
    if (!code_attribute_to(sentence, (code_speaker){cue, speaker}, &statement.said)) return;
    if (stance && is_plain_crowd(document, statement.said.speaker)) statement.said.speaker = DRG_NONE;
    statement.said.direct = is_direct(sentence, words);
    base_push(&document->arena, &document->statements) = statement;
}

/* Prepositions that lead to what is thought or said: "called for talks", "complained about the delay". */
static bool leads_to_content(code_slot slot)
{
    return slot == CODE_SLOT_FOR || slot == CODE_SLOT_ABOUT || slot == CODE_SLOT_AS || slot == CODE_SLOT_OF ||
           slot == CODE_SLOT_ON || slot == CODE_SLOT_OVER || slot == CODE_SLOT_AGAINST || slot == CODE_SLOT_WITH;
}

/* What is thought, judged or asked: the clause below the word, else its object and what follows that ("described the
 * deal as a mistake"), else the phrase that a preposition leads to. */
static bool find_content(code_sentence *sentence, uint32_t cue, statement_words *ret_words)
{
    bool found = false;
    CODE_EACH_CHILD(sentence, child, cue) {
        const code_node *node = &sentence->nodes[child];
        bool clause = node->relation == LANGUAGE_CCOMP || node->relation == LANGUAGE_XCOMP;
        bool phrase = node->relation == LANGUAGE_OBJ ||
                      ((node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_ADVCL) &&
                       leads_to_content(code_case_of(sentence, child)) && node->date == DRG_NONE);
        if (code_quoted_as(sentence, child) != DRG_NONE) return false; /* a statement of theirs, by "saying" */
        if (child < cue || !(clause || phrase)) continue;
        statement_words part = extent(sentence, child);
        if (!found) *ret_words = part;
        if (found && part.last > ret_words->last) ret_words->last = part.last;
        found = true;
    }
    if (!found) return false;
    if (sentence->nodes[ret_words->first].upos == DRG_ADP && ret_words->first < ret_words->last) ret_words->first++;
    trim(sentence, ret_words);
    return true;
}

/* Whose words: the subject, if it is somebody's. */
static uint32_t speaker_of(code_sentence *sentence, uint32_t cue)
{
    uint32_t speaker = code_quoted_as(sentence, cue);
    if (speaker == DRG_NONE) speaker = code_argument_get(code_predicate_of(sentence, cue), CODE_SLOT_SUBJECT);
    if (speaker == DRG_NONE || sentence->nodes[speaker].upos == DRG_VERB || is_quoted(sentence, speaker))
        return DRG_NONE;
    return speaker;
}

/* "X believes that", "X praised Y": no report, but X's thought or judgement. */
static void read_stance(code_sentence *sentence, uint32_t cue)
{
    statement_words words;
    if (!is_said(sentence, cue) || code_predicate_of(sentence, cue)->passive) return;
    uint32_t speaker = speaker_of(sentence, cue);
    if (speaker == DRG_NONE || !(find_content(sentence, cue, &words) || find_words(sentence, cue, &words))) return;
    bool inside = speaker >= words.first && speaker <= words.last;
    if (!inside) add_statement(sentence, cue, speaker, words, true);
}

static void read_verb(code_sentence *sentence, uint32_t cue)
{
    statement_words words;
    if (!is_said(sentence, cue)) return;
    uint32_t speaker = speaker_of(sentence, cue);
    if (speaker == DRG_NONE) return;
    if (!find_words(sentence, cue, &words)) {
        if (code_cue_of(sentence, cue, CODE_CUE_STANCE)) read_stance(sentence, cue); /* "announced a truce" */
        return;
    }
    bool inside = speaker >= words.first && speaker <= words.last && words.first <= cue && cue <= words.last;
    if (inside && sentence->nodes[cue].relation != LANGUAGE_PARATAXIS) return; /* a parser's knot */
    add_statement(sentence, cue, speaker, words, false);
}

/* The head of the name that the token is part of. */
static uint32_t whole_name(const code_sentence *sentence, uint32_t token)
{
    for (unsigned depth = 0; depth < 4 && token != DRG_NONE; depth++) {
        uint8_t relation = sentence->nodes[token].relation;
        if (relation != LANGUAGE_COMPOUND && relation != LANGUAGE_FLAT) return token;
        token = sentence->nodes[token].head;
    }
    return token;
}

/* Behind "quoted by Interfax," where the words begin with it. */
static uint32_t behind_quoter(const code_sentence *sentence, uint32_t first, uint32_t clause)
{
    uint32_t at = first;
    while (at < clause && (is_mark(sentence, at) || base_text_is(code_lemma(sentence, at), "as"))) at++;
    if (at >= clause || !code_is_quoter(sentence, at)) return first;
    statement_words aside = extent(sentence, at);
    return aside.last < clause ? aside.last + 1 : first;
}

/* "according to X": the clause that it hangs on, or the whole sentence. */
static void read_preposition(code_sentence *sentence, uint32_t cue)
{
    uint32_t speaker = whole_name(sentence, sentence->nodes[cue].head);
    uint32_t clause = speaker == DRG_NONE ? DRG_NONE : sentence->nodes[speaker].head;
    if (clause == DRG_NONE || is_quoted(sentence, cue)) return;
    statement_words words = extent(sentence, clause), aside = extent(sentence, speaker);
    if (aside.first <= words.first)
        words.first = aside.last + 1;
    else if (aside.last >= words.last)
        words.last = aside.first - 1;
    words.first = behind_quoter(sentence, words.first, clause);
    if (words.last >= sentence->count || words.first >= words.last || !trim(sentence, &words)) return;
    add_statement(sentence, cue, speaker, words, false);
}

void code_read_statements(code_sentence *sentence)
{
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        uint32_t word = sentence->nodes[i].word;
        if (word == DRG_NONE || !sentence->frames->words[word].cue_count) continue;
        const code_cue *cue = code_cue_of(sentence, i, CODE_CUE_REPORT);
        if (!cue && code_cue_of(sentence, i, CODE_CUE_STANCE)) read_stance(sentence, i);
        if (!cue) continue;
        if (cue->upos == DRG_ADP)
            read_preposition(sentence, i);
        else if (cue->upos == DRG_VERB)
            read_verb(sentence, i);
    }
}

/* ---- quotations over several sentences */

/* A stretch between quotation marks: tokens of the document, the marks not among them. */
typedef struct quotation {
    uint32_t first, last;
} quotation;

static bool is_closing(const drg_document *document, uint32_t token)
{
    return document->tokens.items[token].upos == DRG_PUNCT;
}

static bool next_quotation(const code_sentence *sentence, uint32_t *at, quotation *ret_quotation)
{
    const drg_document *document = document_of(sentence);
    uint32_t count = (uint32_t)document->tokens.count;
    while (*at < count && !sentence->quoted[*at]) (*at)++;
    if (*at == count) return false;
    ret_quotation->first = *at;
    while (*at < count && sentence->quoted[*at]) (*at)++;
    ret_quotation->last = *at - 1;
    while (ret_quotation->last > ret_quotation->first && is_closing(document, ret_quotation->last))
        ret_quotation->last--;
    return true;
}

static uint32_t sentence_of(const drg_document *document, uint32_t token, uint32_t from)
{
    while (from + 1 < document->sentences.count && document->sentences.items[from + 1].first_token <= token) from++;
    return from;
}

/* The first statement that shares words with the span, at or after *at in the order of the text; its index or
 * DRG_NONE. */
static uint32_t statement_over(const drg_document *document, drg_span span, uint32_t *at)
{
    while (*at < document->statements.count && document->statements.items[*at].span.end <= span.begin) (*at)++;
    bool there = *at < document->statements.count && document->statements.items[*at].span.begin < span.end;
    return there ? *at : DRG_NONE;
}

/* Nobody is named for a quotation that fills whole sentences: it goes on from the one before in its paragraph. */
static bool goes_on(const drg_document *document, const drg_statement *before, uint32_t sentence)
{
    return before && before->said.direct &&
           document->sentences.items[before->sentence].paragraph == document->sentences.items[sentence].paragraph;
}

typedef BASE_VECTOR(drg_statement) statement_list;

static const drg_statement *last_of(const statement_list *list)
{
    return &list->items[list->count - 1];
}

/* Both lists are in the order of the text; so is what they become. */
static void merge(drg_document *document, base_arena *arena, const statement_list *more)
{
    statement_list all = {0};
    size_t own = 0, other = 0, count = document->statements.count;
    if (!more->count) return;
    while (own < count || other < more->count) {
        const drg_statement *items = document->statements.items;
        bool first = other == more->count || (own < count && items[own].span.begin <= more->items[other].span.begin);
        base_push(arena, &all) = first ? items[own++] : more->items[other++];
    }
    document->statements.count = 0;
    for (size_t i = 0; i < all.count; i++) base_push(&document->arena, &document->statements) = all.items[i];
}

static bool is_person(const drg_document *document, uint32_t mention)
{
    drg_actor_type type = document->actors.items[document->mentions.items[mention].actor].type;
    return type == DRG_ACTOR_PERSON || type == DRG_ACTOR_ROLE;
}

static bool is_he_or_she(drg_text word)
{
    return base_text_is(word, "he") || base_text_is(word, "she") || base_text_is(word, "He") ||
           base_text_is(word, "She");
}

/* Is another person than the mention's named between two places, outside of the words that are said there? */
static bool names_another(const drg_document *document, uint32_t mention, uint32_t from, uint32_t to, drg_span words)
{
    size_t low = 0, high = document->tokens.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->tokens.items[middle].span.begin < from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < document->tokens.count && document->tokens.items[low].span.begin < to; low++) {
        uint32_t index = document->mention_at[low];
        if (index == DRG_NONE || is_within(document->mentions.items[index].span, words)) continue;
        const drg_mention *other = &document->mentions.items[index];
        bool named = document->actors.items[other->actor].type == DRG_ACTOR_PERSON;
        if (named && other->actor != document->mentions.items[mention].actor) return true;
    }
    return false;
}

/* "X told reporters. "It is over," he said.": he is who spoke just before, in this paragraph or the one before, as long
 * as nobody else was named since. */
static void lend_speakers(drg_document *document)
{
    for (size_t i = 1; i < document->statements.count; i++) {
        drg_statement *this = &document->statements.items[i];
        const drg_statement *before = this - 1;
        if (this->said.speaker != DRG_NONE || before->said.speaker == DRG_NONE ||
            !is_he_or_she(record_wording(document, this->said.speaker_span)))
            continue;
        uint32_t from = before->said.speaker_span.end, to = this->said.speaker_span.begin;
        bool near =
            this->sentence - before->sentence <= 3 && document->sentences.items[this->sentence].paragraph <=
                                                          document->sentences.items[before->sentence].paragraph + 1;
        if (!near || from > to || !is_person(document, before->said.speaker)) continue;
        if (names_another(document, before->said.speaker, from, to, before->span)) continue;
        this->said.speaker = before->said.speaker;
    }
}

/* One in the same paragraph by the same speaker that has no date of its own was said when the other was. */
static void lend_dates(drg_document *document)
{
    for (size_t i = 1; i < document->statements.count; i++) {
        drg_statement *this = &document->statements.items[i], *before = this - 1;
        bool same =
            this->said.speaker != DRG_NONE && before->said.speaker != DRG_NONE &&
            document->mentions.items[this->said.speaker].actor == document->mentions.items[before->said.speaker].actor;
        bool near = document->sentences.items[this->sentence].paragraph ==
                    document->sentences.items[before->sentence].paragraph;
        if (same && near && this->date == DRG_NONE && before->date != DRG_NONE)
            this->date = document->dates.items[before->date].inherited ? before->date
                                                                       : code_date_inherit(document, before->date);
    }
}

/* Statements of one sentence come in the order of their words of reporting. */
static void sort_statements(drg_document *document)
{
    drg_statement *items = document->statements.items;
    for (size_t i = 1; i < document->statements.count; i++) {
        drg_statement moved = items[i];
        size_t at = i;
        for (; at && items[at - 1].span.begin > moved.span.begin; at--) items[at] = items[at - 1];
        items[at] = moved;
    }
}

/* An id: 16 hexadecimal digits of a hash of the document, the words and the word that reports them. */
static void name_statements(const code_sentence *sentence)
{
    drg_document *document = document_of(sentence);
    for (size_t i = 0; i < document->statements.count; i++) {
        drg_statement *statement = &document->statements.items[i];
        drg_span verb = statement->said.verb_span;
        drg_text whole =
            base_text_format(sentence->arena, "%016" PRIx64 " said %" PRIu32 " %" PRIu32 " %" PRIu32 " %" PRIu32,
                             base_text_hash(document->id), statement->span.begin, statement->span.end, verb.begin,
                             verb.end);
        statement->id = base_text_format(&document->arena, "%016" PRIx64, base_text_hash(whole));
    }
}

void code_join_quotations(const code_sentence *sentence)
{
    drg_document *document = document_of(sentence);
    uint32_t token = 0, at = 0, number = 0;
    quotation quoted;
    statement_list continued = {0};
    sort_statements(document);
    while (next_quotation(sentence, &token, &quoted)) {
        const drg_token *tokens = document->tokens.items;
        drg_span span = {tokens[quoted.first].span.begin, tokens[quoted.last].span.end};
        number = sentence_of(document, quoted.first, number);
        uint32_t found = statement_over(document, span, &at);
        const drg_statement *before = at ? &document->statements.items[at - 1] : NULL;
        if (continued.count && (!before || last_of(&continued)->span.begin > before->span.begin))
            before = last_of(&continued);
        if (found != DRG_NONE) {
            drg_statement *statement = &document->statements.items[found];
            bool whole = statement->span.begin >= span.begin && statement->sentence > number;
            if (whole) { /* began in an earlier sentence */
                statement->span.begin = span.begin;
                statement->sentence = number;
            }
            if (statement->said.direct && statement->span.end < span.end) statement->span.end = span.end;
        } else if (quoted.last - quoted.first >= QUOTED_WORDS && goes_on(document, before, number)) {
            drg_statement more = *before;
            more.sentence = number;
            more.span = span;
            base_push(sentence->arena, &continued) = more;
        }
    }
    merge(document, sentence->arena, &continued);
    lend_speakers(document);
    lend_dates(document);
    name_statements(sentence);
}
