/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a verb and the frames that have its form. Out: those whose patterns hold, and who acts on whom by them.
 *
 * Patterns are those of TABARI and PETRARCH (Schrodt, "TABARI: Textual Analysis by Augmented Replacement Instructions",
 * 2009; PETRARCH's manual, section on verb dictionaries): words that stand before and behind the verb in this order,
 * others between, unless "_" joins them. Runs of joined elements are looked for outward from the verb, each as near as
 * it can be: for a sequence this finds a match wherever there is one, in one pass. The programs look for source and
 * target in the noun phrases of a tree; here the tree's subject, the agent of a passive and the mentions do. */
#include "code/order.h"

#define PHRASE 12 /* most words of a phrase of a class, those between them counted */

typedef struct order_match {
    code_sentence *sentence;
    const code_frame_record *frame;
    uint32_t token;
    code_mentions source, target, parties; /* parties: named before the verb */
} order_match;

typedef struct order_element {
    uint32_t kind, value;
} order_element;

static order_element element_at(const order_match *match, uint32_t index)
{
    const uint32_t *numbers = &match->sentence->frames->numbers[match->frame->pattern + 2 * index];
    return (order_element){numbers[0], numbers[1]};
}

/* ---- one element */

/* The words of a member of several stand right before its last one, at most two others between each. */
static bool member_holds(const code_sentence *sentence, const code_member *member, uint32_t token, uint32_t *ret_first)
{
    uint32_t at = token;
    for (uint32_t i = member->phrase.other_count; i-- > 0;) {
        uint32_t word = sentence->frames->numbers[member->phrase.others + i], near = at;
        do {
            if (near == 0 || at - near == 3) return false;
            near--;
        } while (sentence->nodes[near].form != word);
        at = near;
    }
    *ret_first = at;
    return true;
}

static bool class_holds(const code_sentence *sentence, uint32_t noun_class, uint32_t token, uint32_t *ret_first)
{
    uint32_t id = sentence->nodes[token].form;
    if (id == DRG_NONE) return false;
    const code_word *word = &sentence->frames->words[id];
    for (uint32_t i = 0; i < word->member_count; i++) {
        const code_member *member = &sentence->frames->members[word->members + i];
        if (member->noun_class == noun_class && member_holds(sentence, member, token, ret_first)) return true;
    }
    return false;
}

static bool names_somebody(code_sentence *sentence, uint32_t token, code_mentions *mentions)
{
    *mentions = (code_mentions){0};
    if (sentence->nodes[token].mention == DRG_NONE) return false;
    code_mentions all = {0};
    code_resolve(sentence, token, false, &all);
    for (size_t i = 0; i < all.count; i++)
        if (code_mention_is_political(sentence, all.items[i], DRG_CONSULT) ||
            code_mention_is_addressed(sentence, all.items[i], DRG_CONSULT))
            mentions->items[mentions->count++] = all.items[i];
    return mentions->count > 0;
}

static bool is_nominal(const code_sentence *sentence, uint32_t token)
{
    uint8_t upos = sentence->nodes[token].upos;
    return upos == DRG_NOUN || upos == DRG_PROPN || upos == DRG_PRON;
}

/* Does the element stand with its last word at the token? Its first word is put into *ret_first. */
static bool element_holds(order_match *match, order_element element, uint32_t token, uint32_t *ret_first)
{
    code_sentence *sentence = match->sentence;
    code_mentions found;
    *ret_first = token;
    switch ((code_element_kind)(element.kind & ~CODE_ELEMENT_TOUCHES)) {
    case CODE_ELEMENT_WORD: return sentence->nodes[token].form == element.value;
    case CODE_ELEMENT_CLASS: return class_holds(sentence, element.value, token, ret_first);
    case CODE_ELEMENT_SOURCE:
        if (!names_somebody(sentence, token, &found)) return false;
        match->source = found;
        return true;
    case CODE_ELEMENT_TARGET:
        if (!names_somebody(sentence, token, &found)) return false;
        match->target = found;
        return true;
    case CODE_ELEMENT_PASSED: return is_nominal(sentence, token);
    case CODE_ELEMENT_PARTIES:
        if (!names_somebody(sentence, token, &found) || found.count < 2) return false;
        *(token < match->token ? &match->parties : &match->target) = found;
        return true;
    default: return false;
    }
}

/* ---- one side of the verb */

/* Behind the verb: the joined elements from `first` to before `end`, the first of them right at `from`. Where the next
 * one may begin is put into *ret_at. */
static bool run_behind(order_match *match, uint32_t first, uint32_t end, uint32_t from, uint32_t *ret_at)
{
    uint32_t at = from;
    for (uint32_t i = first; i < end; i++) {
        uint32_t begin, token = at, last = at;
        bool held = false;
        for (; !held && token < match->sentence->count && token - at < PHRASE; token++) {
            last = token; /* a phrase of several words is met at its last one */
            held = element_holds(match, element_at(match, i), token, &begin) && begin == at;
        }
        if (!held) return false;
        at = last + 1;
    }
    *ret_at = at;
    return true;
}

/* The same before the verb: outward, the first of them with its last word at `last`. */
static bool run_before(order_match *match, uint32_t first, uint32_t end, uint32_t last, uint32_t *ret_at)
{
    uint32_t at = last + 1; /* one behind the word that is looked at */
    for (uint32_t i = first; i < end; i++) {
        uint32_t begin;
        if (at == 0 || !element_holds(match, element_at(match, i), at - 1, &begin)) return false;
        at = begin;
    }
    *ret_at = at;
    return true;
}

/* One behind the last element that is joined to `first`. */
static uint32_t run_end(const order_match *match, uint32_t first, uint32_t end)
{
    uint32_t at = first + 1;
    while (at < end && element_at(match, at).kind & CODE_ELEMENT_TOUCHES) at++;
    return at;
}

static bool side_behind_holds(order_match *match)
{
    uint32_t first = match->frame->before_count, end = first + match->frame->after_count, at = match->token + 1;
    for (uint32_t next; first < end; first = next) {
        bool touches = (element_at(match, first).kind & CODE_ELEMENT_TOUCHES) != 0, held = false;
        next = run_end(match, first, end);
        for (uint32_t token = at; !held && token < match->sentence->count && (!touches || token == at); token++) {
            uint32_t behind;
            held = run_behind(match, first, next, token, &behind);
            if (held) at = behind;
        }
        if (!held) return false;
    }
    return true;
}

static bool side_before_holds(order_match *match)
{
    uint32_t end = match->frame->before_count, at = match->token; /* one behind the next word to look at */
    for (uint32_t first = 0, next; first < end; first = next) {
        bool touches = (element_at(match, first).kind & CODE_ELEMENT_TOUCHES) != 0, held = false;
        next = run_end(match, first, end);
        for (uint32_t token = at; !held && token > 0 && (!touches || token == at); token--)
            held = run_before(match, first, next, token - 1, &at);
        if (!held) return false;
    }
    return true;
}

/* ---- roles that the pattern leaves open */

static void keep_named(const code_sentence *sentence, code_mentions *mentions)
{
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++)
        if (code_mention_is_addressed(sentence, mentions->items[i], DRG_CONSULT))
            mentions->items[kept++] = mentions->items[i];
    mentions->count = kept;
}

static bool is_subject(const code_sentence *sentence, uint32_t token)
{
    uint8_t relation = sentence->nodes[token].relation;
    return relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS;
}

static void resolve_slot(code_sentence *sentence, uint32_t token, code_slot slot, code_mentions *mentions)
{
    *mentions = (code_mentions){0};
    code_resolve_path(sentence, code_predicate_of(sentence, token), slot, 0, true, mentions);
    keep_named(sentence, mentions);
}

static bool share_actor(const code_sentence *sentence, const code_mentions *left, const code_mentions *right)
{
    const drg_mention *all = sentence->document->mentions.items;
    for (size_t i = 0; i < left->count; i++)
        for (size_t k = 0; k < right->count; k++)
            if (all[left->items[i]].actor == all[right->items[k]].actor) return true;
    return false;
}

/* Has the verb a subject of its own? */
static bool has_subject(const code_sentence *sentence, uint32_t verb)
{
    CODE_EACH_CHILD(sentence, child, verb)
        if (is_subject(sentence, child)) return true;
    return false;
}

/* The agent of a passive or the subject; of a passive without agent what stands as its subject; where the verb has no
 * subject, who is named nearest before it. */
static void find_source(order_match *match)
{
    code_sentence *sentence = match->sentence;
    code_mentions found;
    resolve_slot(sentence, match->token, CODE_SLOT_SUBJECT, &found);
    if (!found.count && code_predicate_of(sentence, match->token)->passive)
        resolve_slot(sentence, match->token, CODE_SLOT_OBJECT, &found);
    if (share_actor(sentence, &found, &match->target)) found.count = 0;
    bool own = !match->target.count && has_subject(sentence, match->token);
    for (uint32_t i = match->token; !own && i-- > 0 && !found.count;)
        if (!names_somebody(sentence, i, &found) || share_actor(sentence, &found, &match->target)) found.count = 0;
    match->source = found;
}

/* Somebody of whom another clause is told: "...attacked the town, [an official] said". */
static bool is_of_other_clause(const code_sentence *sentence, uint32_t token, uint32_t verb)
{
    uint32_t mention = sentence->nodes[token].mention;
    if (mention != DRG_NONE) token = sentence->document->mentions.items[mention].head - sentence->first_token;
    if (token >= sentence->count || !is_subject(sentence, token)) return false;
    uint32_t other = sentence->nodes[token].head;
    return sentence->nodes[other].relation == LANGUAGE_PARATAXIS || code_is_ancestor(sentence, other, verb);
}

/* What a passive with an agent does it to; else who is named first behind the verb. */
static void find_target(order_match *match)
{
    code_sentence *sentence = match->sentence;
    code_mentions found = {0};
    if (code_predicate_of(sentence, match->token)->passive)
        resolve_slot(sentence, match->token, CODE_SLOT_OBJECT, &found);
    if (share_actor(sentence, &found, &match->source)) found.count = 0;
    for (uint32_t i = match->token + 1; i < sentence->count && !found.count; i++)
        if (is_of_other_clause(sentence, i, match->token) || !names_somebody(sentence, i, &found) ||
            share_actor(sentence, &found, &match->source))
            found.count = 0;
    match->target = found;
}

bool code_order_roles(code_sentence *sentence, const code_frame_record *frame, uint32_t token,
                      code_mentions roles[CODE_ROLE_COUNT])
{
    order_match match = {.sentence = sentence, .frame = frame, .token = token};
    if (!side_before_holds(&match) || !side_behind_holds(&match)) return false;
    if (match.parties.count) {
        match.source = match.parties;
    } else {
        if (!match.source.count) find_source(&match);
        if (!match.target.count) find_target(&match);
        if (!match.source.count || !match.target.count) return false;
    }
    bool reversed = (frame->flags & CODE_REVERSED) != 0 && !match.parties.count;
    roles[CODE_ROLE_ACTOR] = reversed ? match.target : match.source;
    roles[CODE_ROLE_RECIPIENT] = reversed ? match.source : match.target;
    roles[CODE_ROLE_THIRD] = (code_mentions){0};
    return true;
}

/* ---- the frames of a form */

static bool pattern_holds(code_sentence *sentence, const code_frame_record *frame, uint32_t token)
{
    order_match match = {.sentence = sentence, .frame = frame, .token = token};
    return side_before_holds(&match) && side_behind_holds(&match);
}

/* The best frame stands first; those that stand right behind it in the file and fire beside others follow. */
static size_t take(const code_frames *frames, code_candidate *candidates, size_t count, code_candidate new)
{
    bool also = (frames->frames[new.frame].flags & CODE_ALSO) != 0;
    if (count && new.specificity < candidates[0].specificity) return count;
    if (!count || new.specificity > candidates[0].specificity) {
        candidates[0] = new;
        return 1;
    }
    if (!also || count == CODE_CANDIDATES || new.frame != candidates[count - 1].frame + 1) return count;
    candidates[count] = new;
    return count + 1;
}

size_t code_order_candidates(code_sentence *sentence, uint32_t token, code_candidate candidates[CODE_CANDIDATES])
{
    const code_node *node = &sentence->nodes[token];
    if (node->form == DRG_NONE || (node->upos != DRG_VERB && node->upos != DRG_AUX)) return 0;
    const code_frames *frames = sentence->frames;
    const code_word *word = &frames->words[node->form];
    size_t count = 0;
    for (uint32_t i = 0; i < word->trigger_count; i++) {
        const code_trigger *trigger = &frames->triggers[word->triggers + i];
        const code_frame_record *frame = &frames->frames[trigger->frame];
        if (trigger->kind != CODE_TRIGGER_FORM || (count && frame->specificity < candidates[0].specificity)) continue;
        if (!pattern_holds(sentence, frame, token)) continue;
        count =
            take(frames, candidates, count, (code_candidate){trigger->frame, word->triggers + i, frame->specificity});
    }
    return count && frames->frames[candidates[0].frame].flags & CODE_NOTHING ? 0 : count;
}
