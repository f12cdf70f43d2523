/* SPDX-License-Identifier: Apache-2.0
 *
 * In: two phrases of a sentence. Out: the predicates that may tell what the first does to the second, each with
 * features of how it stands to the two: the parts of the tree path between them, said as slots. Which predicate
 * carries the relation is a choice among them (a log-linear model over the candidates of one sentence), so that nothing
 * has to be the lowest common ancestor: in "A announced plans to send troops to B" the carrier is "send".
 */
#include "code/ranker.h"

/* How a predicate stands to a phrase. */
typedef enum relation_stand {
    STAND_ABSENT,     /* there is no such phrase */
    STAND_SUBJECT,    /* the phrase fills its subject */
    STAND_OBJECT,     /* its object */
    STAND_OTHER,      /* another slot */
    STAND_IN_SUBJECT, /* the phrase stands inside the subject's phrase ... */
    STAND_IN_OBJECT,
    STAND_IN_OTHER,
    STAND_ABOVE,  /* it governs the phrase some other way */
    STAND_BELOW,  /* the phrase governs it */
    STAND_INSIDE, /* it is a word of the phrase */
    STAND_DOER,   /* the phrase is subject of the cue that turned its act: "[A] agreed to send" */
    STAND_APART
} relation_stand;

typedef enum relation_template {
    RELATION_BIAS,
    RELATION_FROM,
    RELATION_TO,
    RELATION_BOTH,
    RELATION_SLOT,
    RELATION_DEPTH,
    RELATION_VOTE,
    RELATION_VOTE_BOTH,
    RELATION_NOTHING,
    RELATION_KIND,
    RELATION_CUE,
    RELATION_REPORT,
    RELATION_ORDER,
    RELATION_ABOVE,
    RELATION_CONTENT
} relation_template;

static void add(code_features *features, relation_template template, uint64_t left, uint64_t right)
{
    if (features->count == CODE_RANKER_FEATURES) return;
    uint64_t hash = (uint64_t) template * 0x9E3779B97F4A7C15u ^ left * 0xD6E8FEB86659FD93u;
    hash = (hash ^ hash >> 31) * 0x9E3779B97F4A7C15u ^ right * 0xD6E8FEB86659FD93u;
    hash = (hash ^ hash >> 29) * 0xD6E8FEB86659FD93u;
    features->items[features->count++] = (uint32_t)(hash >> 32);
}

/* ---- phrases */

static bool tokens_of(const code_sentence *sentence, drg_span span, uint32_t *ret_first, uint32_t *ret_last)
{
    bool found = false;
    for (uint32_t i = 0; i < sentence->count; i++) {
        drg_span own = sentence->tokens[i].span;
        if (own.begin >= span.end || own.end <= span.begin || sentence->nodes[i].upos == DRG_PUNCT) continue;
        if (!found) *ret_first = i;
        *ret_last = i;
        found = true;
    }
    return found;
}

/* The token of the phrase that stands highest in the tree; of several the first. */
static uint32_t head_of(const code_sentence *sentence, uint32_t first, uint32_t last)
{
    uint32_t best = first;
    unsigned least = UINT32_MAX;
    for (uint32_t i = first; i <= last; i++) {
        unsigned depth = 0;
        for (uint32_t at = i; at != DRG_NONE && depth < BOUND_TREE_DEPTH; at = sentence->nodes[at].head) depth++;
        if (depth < least) best = i;
        if (depth < least) least = depth;
    }
    return best;
}

bool code_parties_find(const code_sentence *sentence, drg_span from, drg_span to, code_parties *ret_parties)
{
    code_parties parties = {.to_head = DRG_NONE};
    if (!tokens_of(sentence, from, &parties.from_first, &parties.from_last)) return false;
    parties.from_head = head_of(sentence, parties.from_first, parties.from_last);
    if (tokens_of(sentence, to, &parties.to_first, &parties.to_last))
        parties.to_head = head_of(sentence, parties.to_first, parties.to_last);
    *ret_parties = parties;
    return true;
}

/* ---- how a predicate stands */

static bool is_slot_of_owner(uint32_t slot)
{
    return slot == CODE_SLOT_SUBJECT || slot == CODE_SLOT_MODIFIER || slot == CODE_SLOT_TOPIC;
}

/* `ret_slot`: of the argument that holds the phrase. */
static relation_stand stand_of(code_sentence *sentence, const code_look *look, uint32_t first, uint32_t last,
                               uint32_t head, uint32_t *ret_slot)
{
    const code_predicate *predicate = look->predicate;
    *ret_slot = CODE_SLOT_NONE;
    if (head == DRG_NONE) return STAND_ABSENT;
    if (predicate->token >= first && predicate->token <= last) return STAND_INSIDE;
    for (size_t i = 0; i < predicate->argument_count; i++) {
        const code_argument *argument = &predicate->arguments[i];
        if (argument->token < first || argument->token > last) continue;
        *ret_slot = argument->slot;
        return is_slot_of_owner(argument->slot)     ? STAND_SUBJECT
               : argument->slot == CODE_SLOT_OBJECT ? STAND_OBJECT
                                                    : STAND_OTHER;
    }
    for (size_t i = 0; i < predicate->argument_count; i++) {
        const code_argument *argument = &predicate->arguments[i];
        if (argument->slot == CODE_SLOT_CLAUSE || !code_is_ancestor(sentence, argument->token, head)) continue;
        *ret_slot = argument->slot;
        return is_slot_of_owner(argument->slot)     ? STAND_IN_SUBJECT
               : argument->slot == CODE_SLOT_OBJECT ? STAND_IN_OBJECT
                                                    : STAND_IN_OTHER;
    }
    for (size_t i = 0; i < look->vote_count; i++) {
        uint32_t doer = look->votes[i].doer;
        if (doer != DRG_NONE && ((doer >= first && doer <= last) || code_is_ancestor(sentence, doer, head)))
            return STAND_DOER;
    }
    if (code_is_ancestor(sentence, predicate->token, head)) return STAND_ABOVE;
    if (code_is_ancestor(sentence, head, predicate->token)) return STAND_BELOW;
    return STAND_APART;
}

static unsigned depth_of(const code_sentence *sentence, uint32_t token)
{
    unsigned depth = 0;
    for (uint32_t at = token; sentence->nodes[at].head != DRG_NONE && depth < 7; at = sentence->nodes[at].head) depth++;
    return depth;
}

/* How many candidates stand between it and the root. */
static unsigned above_of(const code_sentence *sentence, uint32_t token)
{
    unsigned above = 0;
    uint32_t at = sentence->nodes[token].head;
    for (unsigned steps = 0; at != DRG_NONE && steps < BOUND_TREE_DEPTH; steps++, at = sentence->nodes[at].head)
        above += code_is_predicate(sentence, at);
    return above > 4 ? 4 : above;
}

static void describe(code_sentence *sentence, const code_parties *parties, code_relation_candidate *candidate)
{
    code_look *look = &candidate->look;
    code_features *features = &candidate->carrier;
    uint32_t from_slot, to_slot;
    relation_stand from =
        stand_of(sentence, look, parties->from_first, parties->from_last, parties->from_head, &from_slot);
    relation_stand to = stand_of(sentence, look, parties->to_first, parties->to_last, parties->to_head, &to_slot);
    const code_predicate *predicate = look->predicate;
    uint64_t both = (uint64_t)from * 16 + to;
    unsigned voter = look->vote_count ? look->votes[0].voter + 1u : 0;
    unsigned state = !look->vote_count ? 0 : look->votes[0].blocked ? 1 : look->votes[0].readings ? 2 : 3;
    uint32_t bits = code_cues_of(sentence, predicate->token);
    features->count = 0;
    add(features, RELATION_BIAS, predicate->kind, 0);
    add(features, RELATION_FROM, from, predicate->kind);
    add(features, RELATION_TO, to, predicate->kind);
    add(features, RELATION_BOTH, both, 0);
    add(features, RELATION_SLOT, to_slot ? base_text_hash(base_text_from(code_slot_name((code_slot)to_slot))) : 0, to);
    add(features, RELATION_DEPTH, depth_of(sentence, predicate->token), 0);
    add(features, RELATION_ABOVE, above_of(sentence, predicate->token), from);
    add(features, RELATION_VOTE, voter, state);
    add(features, RELATION_VOTE_BOTH, both, voter * 4 + state);
    add(features, RELATION_KIND, sentence->nodes[predicate->token].relation, predicate->kind);
    for (unsigned i = 0; i < CODE_CUE_COUNT; i++)
        if (bits & CODE_CUE_BIT(i))
            add(features, RELATION_CUE, base_text_hash(base_text_from(code_cue_name((code_cue_class)i))), from);
    bool report = (bits & CODE_CUE_BIT(CODE_CUE_REPORT)) != 0;
    bool content = code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE;
    add(features, RELATION_REPORT, (uint64_t)report * 2 + content, voter);
    add(features, RELATION_ORDER, predicate->token < parties->from_first,
        parties->to_head == DRG_NONE ? 2 : predicate->token < parties->to_first);
}

size_t code_relation_candidates(code_sentence *sentence, const code_parties *parties,
                                code_relation_candidate candidates[CODE_RELATION_CANDIDATES])
{
    size_t count = 0;
    for (uint32_t i = 0; i < sentence->count && count < CODE_RELATION_CANDIDATES; i++) {
        if (!code_is_predicate(sentence, i)) continue;
        candidates[count].token = i;
        code_look_at(sentence, i, &candidates[count].look);
        describe(sentence, parties, &candidates[count]);
        count++;
    }
    return count;
}

/* ---- the choice */

/* The sentence that the span begins in; DRG_NONE when there is none. */
static uint32_t sentence_of(const drg_document *document, drg_span span)
{
    for (size_t i = 0; i < document->sentences.count; i++)
        if (span.begin < document->sentences.items[i].span.end && span.end > document->sentences.items[i].span.begin)
            return (uint32_t)i;
    return DRG_NONE;
}

static void sort_ranking(code_relation ranking[DRG_TYPE_COUNT])
{
    for (size_t i = 1; i < DRG_TYPE_COUNT; i++) {
        code_relation moved = ranking[i];
        size_t at = i;
        for (; at > 0 && ranking[at - 1].probability < moved.probability; at--) ranking[at] = ranking[at - 1];
        ranking[at] = moved;
    }
}

/* What the text says of the act of the type there. */
static drg_event_status status_of(const code_look *look, drg_type type)
{
    for (size_t i = 0; i < look->vote_count; i++)
        if (!look->votes[i].blocked && look->votes[i].act.type == type) return look->votes[i].status;
    return DRG_STATUS_ACTUAL;
}

/* Sum over the predicates: how likely it is the carrier, times the probability of each type at it. */
static void weigh(code_sentence *sentence, const code_relation_candidate *candidates, size_t count,
                  code_relation ranking[DRG_TYPE_COUNT])
{
    const code_ranker *ranker = &sentence->frames->ranker;
    double most[DRG_TYPE_COUNT] = {0}, whole = 0;
    int32_t highest = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        int32_t sum = code_ranker_carrier(ranker, &candidates[i].carrier);
        if (sum > highest) highest = sum;
    }
    for (size_t i = 0; i < count; i++) {
        double classes[CODE_RANKER_CLASSES];
        double weight = code_ranker_exp(highest - code_ranker_carrier(ranker, &candidates[i].carrier));
        code_ranker_classes(ranker, &candidates[i].look.features, classes);
        whole += weight;
        for (size_t k = 0; k < DRG_TYPE_COUNT; k++) {
            double share = weight * classes[k];
            ranking[k].probability += share;
            if (share <= most[k]) continue;
            most[k] = share;
            ranking[k].token = sentence->first_token + candidates[i].token;
            ranking[k].status = status_of(&candidates[i].look, (drg_type)k);
        }
    }
    for (size_t k = 0; k < DRG_TYPE_COUNT && whole > 0; k++) ranking[k].probability /= whole;
}

bool code_relate(const code_frames *frames, base_arena *arena, drg_document *document, drg_span from, drg_span to,
                 code_relation ret_ranking[DRG_TYPE_COUNT])
{
    code_workspace workspace;
    code_parties parties;
    uint32_t index = sentence_of(document, from);
    if (index == DRG_NONE || from.begin >= from.end) return false;
    code_workspace_open(&workspace, frames, arena, false, document);
    code_sentence *sentence = code_workspace_load(&workspace, index);
    if (!code_parties_find(sentence, from, to, &parties)) return false;
    code_relation_candidate *candidates = BASE_ARRAY(arena, code_relation_candidate, CODE_RELATION_CANDIDATES);
    size_t count = code_relation_candidates(sentence, &parties, candidates);
    for (size_t k = 0; k < DRG_TYPE_COUNT; k++)
        ret_ranking[k] = (code_relation){(drg_type)k, 0, DRG_NONE, DRG_STATUS_ACTUAL};
    weigh(sentence, candidates, count, ret_ranking);
    sort_ranking(ret_ranking);
    return true;
}
