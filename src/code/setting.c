/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an act in its clause. Out: its place and date. A place counts only as a locative phrase of the act's own clause,
 * a date only when it hangs on that clause or on one that lends its time, or when the same actor goes on with what was
 * dated right before; everything else stays unknown.
 */
#include "code/setting.h"

#include <string.h>

/* ---- place */

uint32_t code_place_at(const code_sentence *sentence, uint32_t token)
{
    if (sentence->nodes[token].place != DRG_NONE) return sentence->nodes[token].place;
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (node->place == DRG_NONE) continue;
        bool names = node->relation == LANGUAGE_APPOS || node->relation == LANGUAGE_FLAT ||
                     node->relation == LANGUAGE_COMPOUND || node->relation == LANGUAGE_NMOD_DESC ||
                     (node->relation == LANGUAGE_NMOD && code_case_of(sentence, child) == CODE_SLOT_OF);
        if (names) return node->place;
    }
    return DRG_NONE;
}

static bool is_locative(code_slot slot)
{
    return slot == CODE_SLOT_IN || slot == CODE_SLOT_AT || slot == CODE_SLOT_NEAR || slot == CODE_SLOT_INSIDE ||
           slot == CODE_SLOT_OUTSIDE || slot == CODE_SLOT_ACROSS || slot == CODE_SLOT_AROUND ||
           slot == CODE_SLOT_WITHIN;
}

/* Slots that hold the place of an act by its nature: where a visit leads, what an attack hits. */
static bool is_place_of_type(code_slot slot, drg_type type)
{
    if (type == DRG_CONSULT || type == DRG_AID || type == DRG_MOBILIZE)
        return slot == CODE_SLOT_TO || slot == CODE_SLOT_INTO;
    if (type == DRG_ASSAULT) return slot == CODE_SLOT_ON || slot == CODE_SLOT_AGAINST;
    return false;
}

static uint32_t place_by_slots(const code_sentence *sentence, const code_predicate *predicate, drg_type type,
                               unsigned round)
{
    for (size_t i = 0; i < predicate->argument_count; i++) {
        code_slot slot = (code_slot)predicate->arguments[i].slot;
        bool fits = round == 0   ? is_locative(slot)
                    : round == 1 ? is_place_of_type(slot, type)
                                 : slot == CODE_SLOT_OBJECT && (type == DRG_ASSAULT || type == DRG_CONSULT);
        if (!fits) continue;
        uint32_t place = code_place_at(sentence, predicate->arguments[i].token);
        if (place != DRG_NONE) return place;
    }
    return DRG_NONE;
}

/* Acts that are done at some place, and not only said: "declared a curfew in Damascus" is one, "condemned the raid in
 * Paris" is none. */
static bool is_done_somewhere(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_PROTEST || type == DRG_MOBILIZE ||
           type == DRG_RETREAT || type == DRG_AID || type == DRG_CONCEDE;
}

/* "held talks with Russia in Geneva", "a crowd in Karachi was fired on": the place may hang on another phrase of the
 * clause; only "in" and "at" are followed. */
static uint32_t place_below(const code_sentence *sentence, const code_predicate *predicate, drg_type type)
{
    for (size_t i = 0; i < predicate->argument_count; i++) {
        code_slot slot = (code_slot)predicate->arguments[i].slot;
        bool own = slot == CODE_SLOT_OBJECT || (type == DRG_CONSULT && slot == CODE_SLOT_WITH) ||
                   (type != DRG_CONSULT && slot == CODE_SLOT_SUBJECT);
        if (!own) continue;
        CODE_EACH_CHILD(sentence, child, predicate->arguments[i].token) {
            code_slot inner =
                sentence->nodes[child].relation == LANGUAGE_NMOD ? code_case_of(sentence, child) : CODE_SLOT_NONE;
            if ((inner == CODE_SLOT_IN || inner == CODE_SLOT_AT) && sentence->nodes[child].place != DRG_NONE)
                return sentence->nodes[child].place;
        }
    }
    return DRG_NONE;
}

uint32_t code_place_of(const code_sentence *sentence, const code_predicate *predicate, drg_type type)
{
    for (unsigned round = 0; round < 3; round++) {
        uint32_t place = place_by_slots(sentence, predicate, type, round);
        if (place != DRG_NONE) return place;
    }
    return type == DRG_CONSULT || is_done_somewhere(type) ? place_below(sentence, predicate, type) : DRG_NONE;
}

/* ---- date */

static bool is_other_time(code_slot slot)
{
    return slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING || slot == CODE_SLOT_SINCE ||
           slot == CODE_SLOT_BEFORE || slot == CODE_SLOT_UNTIL || slot == CODE_SLOT_AHEAD;
}

/* The token on whose clause a date hangs: through phrases that a parser likes to hang it on, but not through a noun
 * that it describes ("the 2015 agreement"). */
static uint32_t date_owner(const code_sentence *sentence, uint32_t token, drg_precision precision)
{
    /* "Putin on Tuesday suggested": right before a finite verb it is the verb's */
    if (token + 1 < sentence->count && precision <= DRG_PRECISION_WEEK) {
        const code_node *next = &sentence->nodes[token + 1];
        bool finite = next->tag == LANGUAGE_TAG_VBD || next->tag == LANGUAGE_TAG_VBZ || next->tag == LANGUAGE_TAG_VBP;
        if (finite && next->upos == DRG_VERB) return token + 1;
        if (finite && next->upos == DRG_AUX && next->head != DRG_NONE) return next->head;
    }
    for (unsigned depth = 0; depth < 6; depth++) {
        const code_node *node = &sentence->nodes[token];
        if (node->head == DRG_NONE) return token;
        uint8_t upos = sentence->nodes[node->head].upos;
        if (upos == DRG_VERB || upos == DRG_ADJ || upos == DRG_AUX) return node->head;
        bool loose = node->relation == LANGUAGE_NMOD || node->relation == LANGUAGE_NMOD_UNMARKED ||
                     node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_OBL_UNMARKED ||
                     node->relation == LANGUAGE_ADVMOD || node->relation == LANGUAGE_OBJ ||
                     node->relation == LANGUAGE_APPOS;
        if (!loose) return node->head;
        /* an event noun owns its date; so does any noun with a year */
        uint32_t word = sentence->nodes[node->head].word;
        bool event = word != DRG_NONE && sentence->frames->words[word].trigger_count > 0;
        if (event || (depth == 0 && precision >= DRG_PRECISION_MONTH)) return node->head;
        token = node->head;
    }
    return token;
}

/* The date that hangs on a token's clause and stands nearest to `near`. */
static uint32_t date_on(const code_sentence *sentence, uint32_t clause, uint32_t near, bool through_nouns)
{
    uint32_t best = DRG_NONE, best_distance = DRG_NONE;
    for (uint32_t i = 0; i < sentence->count; i++) {
        uint32_t date = sentence->nodes[i].date;
        if (date == DRG_NONE || code_case_of(sentence, i) == CODE_SLOT_UNTIL)
            continue; /* an end, not the event's day */
        uint32_t owner = date_owner(sentence, i, sentence->document->dates.items[date].precision);
        for (unsigned depth = 0; through_nouns && depth < 3 && owner != clause && owner != DRG_NONE; depth++) {
            bool noun = sentence->nodes[owner].upos == DRG_NOUN || sentence->nodes[owner].upos == DRG_PROPN;
            if (!noun || is_other_time(code_case_of(sentence, owner))) break;
            owner = sentence->nodes[owner].head;
        }
        /* of a verb that was read as part of its object's phrase what hangs on that is its own */
        bool swallowed = through_nouns && sentence->nodes[clause].relation == LANGUAGE_AMOD &&
                         owner == sentence->nodes[sentence->nodes[clause].head].head && owner < clause && i > clause;
        if (owner != clause && !swallowed) continue;
        uint32_t distance = i > near ? i - near : near - i;
        if (distance < best_distance) {
            best = date;
            best_distance = distance;
        }
    }
    return best;
}

/* The date of a clause, or of an event noun among its phrases ("threatened them with sanctions on Thursday"). */
static uint32_t date_of_clause(const code_sentence *sentence, uint32_t clause, uint32_t near)
{
    uint32_t date = date_on(sentence, clause, near, false);
    return date == DRG_NONE && sentence->nodes[clause].upos == DRG_VERB ? date_on(sentence, clause, near, true) : date;
}

static bool is_verbal_act(drg_type type)
{
    return type == DRG_AGREE || type == DRG_REQUEST || type == DRG_ACCUSE || type == DRG_REJECT ||
           type == DRG_THREATEN || type == DRG_SUPPORT || type == DRG_CONCEDE;
}

/* "Talks collapsed on Wednesday after X skipped the meeting": what became of an event, and why, is one occasion. Not
 * when a measure stands between ("a day after"). */
static bool tells_why(const code_sentence *sentence, uint32_t clause)
{
    uint32_t head = sentence->nodes[clause].head;
    code_slot slot = code_case_of(sentence, clause);
    if (head == DRG_NONE) return false;
    for (uint32_t i = head + 1; i < clause && !slot; i++) /* "after" read with the clause's subject */
        if (sentence->nodes[i].head == head && sentence->nodes[i].date == DRG_NONE &&
            code_case_of(sentence, i) == CODE_SLOT_AFTER)
            slot = CODE_SLOT_AFTER;
    if (slot != CODE_SLOT_AFTER && slot != CODE_SLOT_FOLLOWING) return false;
    if (code_child(sentence, clause, LANGUAGE_OBL_UNMARKED) != DRG_NONE) return false;
    uint32_t subject = code_child(sentence, head, LANGUAGE_NSUBJ);
    uint32_t word = subject == DRG_NONE ? DRG_NONE : sentence->nodes[subject].word;
    return word != DRG_NONE && sentence->nodes[subject].upos == DRG_NOUN &&
           sentence->frames->words[word].trigger_count > 0;
}

/* A participle or infinitive tells of the same time; of clauses with a verb of their own only those with "while" and
 * "as" do: "met on Wednesday, a day after gunmen attacked" does not date the attack. */
static bool adverbial_lends_time(const code_sentence *sentence, uint32_t clause)
{
    if (is_other_time(code_case_of(sentence, clause))) return tells_why(sentence, clause);
    if (!code_case_of(sentence, clause) && tells_why(sentence, clause)) return true;
    uint8_t tag = sentence->nodes[clause].tag;
    bool finite = tag == LANGUAGE_TAG_VBD || tag == LANGUAGE_TAG_VBZ || tag == LANGUAGE_TAG_VBP ||
                  code_child(sentence, clause, LANGUAGE_NSUBJ) != DRG_NONE ||
                  code_child(sentence, clause, LANGUAGE_NSUBJ_PASS) != DRG_NONE;
    if (!finite) return true;
    CODE_EACH_CHILD(sentence, child, clause) {
        drg_text lemma = code_lemma(sentence, child);
        if (sentence->nodes[child].relation == LANGUAGE_MARK &&
            (base_text_is(lemma, "while") || base_text_is(lemma, "as")))
            return true;
    }
    return false;
}

/* Does the clause share its time with what it hangs on? */
static bool lends_time(const code_sentence *sentence, uint32_t clause, const code_context *context)
{
    language_relation relation;
    code_governor(sentence, clause, &relation);
    switch (relation) {
    case LANGUAGE_CONJ: return code_child(sentence, clause, LANGUAGE_NSUBJ) == DRG_NONE;
    case LANGUAGE_XCOMP: return true;
    case LANGUAGE_ADVCL: return adverbial_lends_time(sentence, clause);
    case LANGUAGE_CCOMP: /* saying it is the act */
        return is_verbal_act(context->act.type) && context->speaker_count > 0;
    case LANGUAGE_OBL:
    case LANGUAGE_OBJ:
    case LANGUAGE_NSUBJ:
    case LANGUAGE_NSUBJ_PASS:
        return sentence->nodes[clause].upos == DRG_NOUN && !context->background &&
               !is_other_time(code_case_of(sentence, clause));
    case LANGUAGE_ACL:
    case LANGUAGE_NMOD: return context->readings > 0;
    default: return false;
    }
}

uint32_t code_date_of(const code_sentence *sentence, const code_predicate *predicate, const code_context *context,
                      bool *ret_inherited)
{
    uint32_t near = predicate->token;
    *ret_inherited = false;
    if (context->readings && context->outer != predicate->clause) { /* the cue is the act: its own date comes first */
        uint32_t date = date_of_clause(sentence, context->outer, context->outer);
        if (date != DRG_NONE) return date;
    }
    uint32_t date = date_of_clause(sentence, predicate->token, near);
    if (date == DRG_NONE && predicate->clause != predicate->token)
        date = date_of_clause(sentence, predicate->clause, near);
    if (date != DRG_NONE) return date;
    uint32_t clause = context->outer;
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && lends_time(sentence, clause, context); depth++) {
        language_relation relation;
        clause = code_governor(sentence, clause, &relation);
        if (clause == DRG_NONE) return DRG_NONE;
        date = date_of_clause(sentence, clause, near);
        if (date == DRG_NONE) continue;
        *ret_inherited = true;
        return date;
    }
    return DRG_NONE;
}

uint32_t code_date_said(const code_sentence *sentence, uint32_t cue)
{
    return date_of_clause(sentence, cue, cue);
}

/* ---- dates of the sentence before */

static bool speaks_of_time(const code_sentence *sentence)
{
    static const char *const words[] = {"early", "earlier", "late", "later",    "previously", "subsequently",
                                        "once",  "already", "then", "since",    "after",      "before",
                                        "until", "while",   "when", "recently", "last",       NULL};
    for (uint32_t i = 0; i < sentence->count; i++) {
        if (sentence->nodes[i].date != DRG_NONE) return true;
        for (size_t k = 0; words[k]; k++)
            if (base_text_is(code_lemma(sentence, i), words[k])) return true;
    }
    return false;
}

static bool share_actor(const drg_document *document, const drg_event *left, const drg_event *right)
{
    for (size_t i = 0; i < left->actors.count; i++)
        for (size_t k = 0; k < right->actors.count; k++)
            if (document->mentions.items[left->actors.items[i]].actor ==
                document->mentions.items[right->actors.items[k]].actor)
                return true;
    return false;
}

/* A day, said in one of the two sentences before. */
static bool is_day_near(const drg_date *date, uint32_t sentence)
{
    return date->kind <= DRG_TIMEX_TIME && date->precision >= DRG_PRECISION_INSTANT &&
           date->precision <= DRG_PRECISION_DAY && date->sentence + 2 >= sentence;
}

uint32_t code_date_carried(const code_sentence *sentence, const drg_event *event)
{
    const drg_document *document = sentence->document;
    const drg_token *head = &document->tokens.items[event->trigger_head];
    uint32_t found = DRG_NONE, paragraph = document->sentences.items[event->sentence].paragraph;
    bool plain = event->date == DRG_NONE && event->status == DRG_STATUS_ACTUAL && !event->negated &&
                 !event->attribution_count && head->tag == LANGUAGE_TAG_VBD;
    if (!plain || speaks_of_time(sentence)) return DRG_NONE;
    for (size_t i = document->events.count; i-- > 0;) {
        const drg_event *told = &document->events.items[i];
        if (told->sentence + 1 < event->sentence) break;
        if (document->sentences.items[told->sentence].paragraph != paragraph) break;
        if (told->date == DRG_NONE) continue;
        const drg_date *date = &document->dates.items[told->date];
        if (found != DRG_NONE && strcmp(date->from, document->dates.items[found].from) != 0) return DRG_NONE;
        if (told->status != DRG_STATUS_ACTUAL || !is_day_near(date, event->sentence)) return DRG_NONE;
        if (share_actor(document, told, event)) found = told->date;
    }
    return found;
}

uint32_t code_date_inherit(drg_document *document, uint32_t date)
{
    drg_date copy = document->dates.items[date];
    copy.inherited = true;
    copy.head = DRG_NONE;
    base_push(&document->arena, &document->dates) = copy;
    return (uint32_t)document->dates.count - 1;
}
