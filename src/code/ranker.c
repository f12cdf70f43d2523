/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a token of a sentence. Out: what the model sees of it. The strongest evidence is symbolic: each frame that fits
 * and each leaning of the word is walked through the context (context.c) like an event, so that the model learns from
 * "refused to send aid" that what comes out of AID there is REJECT. Beside it stand the words of the slots with their
 * classes and mentions, and what the clause says of itself. Features are hashed into one table (Weinberger et al.,
 * "Feature hashing for large scale multitask learning", 2009); what they hash is names and lemmas, never numbers of a
 * data file, so that a model stays true when a class or frame is added.
 */
#include "code/ranker.h"

#include "code/clause.h"
#include "code/context.h"

typedef enum look_template {
    LOOK_BIAS,
    LOOK_WORD,
    LOOK_PARTICLE,
    LOOK_OBJECT,
    LOOK_WORD_OBJECT,
    LOOK_OBJECT_CLASS,
    LOOK_WORD_CLASS,
    LOOK_SUBJECT,
    LOOK_SUBJECT_CLASS,
    LOOK_SUBJECT_KIND,
    LOOK_OBJECT_KIND,
    LOOK_KINDS,
    LOOK_SLOT,
    LOOK_WORD_SLOT,
    LOOK_SLOT_FILLER,
    LOOK_WORD_FILLER,
    LOOK_SLOT_CLASS,
    LOOK_SLOT_KIND,
    LOOK_CLAUSE,
    LOOK_WORD_CLAUSE,
    LOOK_LIGHT,
    LOOK_GOVERNOR,
    LOOK_GOVERNOR_WORD,
    LOOK_GOVERNOR_CUE,
    LOOK_RELATION,
    LOOK_MARK,
    LOOK_MARK_VOTE,
    LOOK_PASSIVE,
    LOOK_FORM,
    LOOK_UNPOLITICAL,
    LOOK_PLAIN,
    LOOK_ACT,
    LOOK_MODE,
    LOOK_ANY_ACT,
    LOOK_BLOCKED,
    LOOK_BLOCKED_ACT,
    LOOK_RULE,
    LOOK_FAILED,
    LOOK_VOTES,
    LOOK_BEST,
    LOOK_BEST_CLASS,
    LOOK_BEST_KIND,
    LOOK_BEST_SLOT,
    LOOK_NEIGHBOUR,
    LOOK_STATUS,
    LOOK_OUTSIDE
} look_template;

static void add(code_features *features, look_template template, uint64_t left, uint64_t right)
{
    if (features->count == CODE_RANKER_FEATURES) return;
    uint64_t hash = (uint64_t) template * 0xD6E8FEB86659FD93u ^ left;
    hash = (hash ^ hash >> 31) * 0x9E3779B97F4A7C15u ^ right;
    hash = (hash ^ hash >> 29) * 0xD6E8FEB86659FD93u;
    features->items[features->count++] = (uint32_t)(hash >> 32);
}

static uint64_t name_hash(const char *name)
{
    return base_text_hash(base_text_from(name));
}

static uint64_t lemma_hash(const code_sentence *sentence, uint32_t token)
{
    return token == DRG_NONE ? 0 : base_text_hash(code_lemma(sentence, token));
}

static uint64_t slot_hash(uint32_t slot)
{
    return name_hash(code_slot_name((code_slot)slot));
}

/* ---- which tokens */

static bool has_leaning(const code_sentence *sentence, uint32_t token, drg_upos upos)
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return false;
    const code_word *word = &sentence->frames->words[id];
    for (uint32_t i = 0; i < word->leaning_count; i++)
        if (sentence->frames->leanings[word->leanings + i].upos == (uint32_t)upos) return true;
    for (uint32_t i = 0; i < word->trigger_count; i++) {
        uint32_t kind = sentence->frames->triggers[word->triggers + i].kind;
        if (kind == CODE_TRIGGER_VERB        ? upos == DRG_VERB
            : kind == CODE_TRIGGER_ADJECTIVE ? upos == DRG_ADJ
                                             : upos == DRG_NOUN)
            return true;
    }
    return false;
}

bool code_is_predicate(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    switch (node->upos) {
    case DRG_VERB:
        if (node->relation == LANGUAGE_AMOD) return code_is_lost_main_verb(sentence, token);
        return node->relation != LANGUAGE_COMPOUND && node->relation != LANGUAGE_FIXED &&
               node->relation != LANGUAGE_CASE && node->relation != LANGUAGE_MARK;
    case DRG_ADJ: return node->relation != LANGUAGE_AMOD && has_leaning(sentence, token, DRG_ADJ);
    case DRG_NOUN: return node->relation != LANGUAGE_COMPOUND && has_leaning(sentence, token, DRG_NOUN);
    default: return false;
    }
}

/* ---- votes */

static void add_vote(code_sentence *sentence, code_look *look, code_voter voter, uint32_t frame_index,
                     const code_predicate *predicate)
{
    if (look->vote_count == CODE_VOTES) return;
    const code_frame_record *frame = &sentence->frames->frames[frame_index];
    for (size_t i = 0; i < look->vote_count; i++)
        if (look->votes[i].frame == frame_index) return;
    code_mentions own = {0};
    code_resolve_path(sentence, predicate, CODE_SLOT_SUBJECT, code_view_of(sentence->frames, frame), false, &own);
    code_context context;
    code_context_find(sentence, frame, predicate, &own, &context);
    look->votes[look->vote_count++] =
        (code_vote){voter,          frame_index,      (drg_type)sentence->frames->acts[frame->act].type,
                    context.act,    context.blocked,  context.outer,
                    context.doer,   context.readings, context.status,
                    context.negated};
}

/* Did the frame fail where it names what must not stand there? Then its writer thought of this case. */
static bool excludes(const code_frames *frames, const code_frame_record *frame, code_path failed)
{
    for (uint32_t i = 0; i < frame->where_count; i++) {
        const code_where *where = &frames->wheres[frame->wheres + i];
        for (uint32_t k = 0; where->path == failed && k < where->condition_count; k++)
            if (frames->conditions[where->conditions + k].negative) return true;
    }
    return false;
}

/* The two most specific frames that fit. Those that only the roles would refuse count. */
static void add_frame_votes(code_sentence *sentence, code_look *look)
{
    code_candidate candidates[CODE_CANDIDATES];
    uint32_t token = look->predicate->token;
    size_t count = code_candidates(sentence, token, candidates), fitting = 0, failed = 0;
    for (size_t i = 0; i < count && fitting < 2; i++) {
        const code_frame_record *frame = &sentence->frames->frames[candidates[i].frame];
        uint32_t kind = sentence->frames->triggers[candidates[i].trigger].kind;
        const code_predicate *predicate = code_frame_predicate(sentence, frame, kind, token);
        code_path path = 0;
        if (predicate && code_wheres_hold(sentence, frame, predicate, &path)) {
            add_vote(sentence, look, CODE_VOTER_FRAME, candidates[i].frame, predicate);
            fitting++;
        } else {
            uint32_t type = sentence->frames->acts[frame->act].type;
            bool excluded = predicate && excludes(sentence->frames, frame, path);
            if (excluded) look->excluded |= 1u << type;
            if (failed++ < 3) add(&look->features, LOOK_FAILED, type, excluded);
        }
    }
}

static drg_upos leaning_upos(const code_sentence *sentence, uint32_t token)
{
    uint8_t upos = sentence->nodes[token].upos;
    return upos == DRG_PROPN ? DRG_NOUN : (drg_upos)upos;
}

/* Leanings of several words first: they shadow the bare word's. */
static void add_leaning_votes(code_sentence *sentence, code_look *look)
{
    uint32_t token = look->predicate->token, id = sentence->nodes[token].word, longest = 0;
    if (id == DRG_NONE) return;
    const code_word *word = &sentence->frames->words[id];
    drg_upos upos = leaning_upos(sentence, token);
    for (unsigned pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < word->leaning_count; i++) {
            const code_leaning *leaning = &sentence->frames->leanings[word->leanings + i];
            uint32_t size = leaning->phrase.other_count;
            if (leaning->upos != (uint32_t)upos || size < longest) continue;
            if (!code_phrase_holds(sentence, token, &leaning->phrase, upos != DRG_NOUN)) continue;
            if (pass == 0)
                longest = size;
            else
                add_vote(sentence, look, size ? CODE_VOTER_PHRASE : CODE_VOTER_WORD, leaning->frame, look->predicate);
        }
}

static uint64_t act_hash(const code_vote *vote)
{
    return vote->blocked ? name_hash(vote->blocked) : vote->act.none ? 99 : (uint64_t)vote->act.type + 1;
}

static void add_votes(code_sentence *sentence, code_look *look)
{
    code_features *features = &look->features;
    add_frame_votes(sentence, look);
    add_leaning_votes(sentence, look);
    bool seen[DRG_TYPE_COUNT] = {false};
    for (size_t i = 0; i < look->vote_count; i++) {
        const code_vote *vote = &look->votes[i];
        bool first = i == 0 || look->votes[i - 1].voter != vote->voter;
        uint64_t who = (uint64_t)vote->voter * 2 + first;
        add(features, LOOK_PLAIN, who, (uint64_t)vote->plain);
        if (vote->blocked) {
            add(features, LOOK_BLOCKED, name_hash(vote->blocked), 0);
            add(features, LOOK_BLOCKED_ACT, who * 32 + (uint64_t)vote->plain, name_hash(vote->blocked));
        } else {
            add(features, LOOK_ACT, who, (uint64_t)vote->act.type);
            if (i == 0)
                add(features, LOOK_STATUS, (uint64_t)vote->status * 2 + vote->negated, (uint64_t)vote->act.type);
            if (vote->act.mode.size) add(features, LOOK_MODE, base_text_hash(vote->act.mode), who);
            if (!seen[vote->act.type]) add(features, LOOK_ANY_ACT, (uint64_t)vote->act.type, 0);
            seen[vote->act.type] = true;
        }
        if (vote->voter != CODE_VOTER_FRAME) continue;
        const code_frame_record *frame = &sentence->frames->frames[vote->frame];
        drg_text rule = code_frames_text(sentence->frames, frame->name_offset, frame->name_size);
        add(features, LOOK_RULE, base_text_hash(rule), act_hash(vote));
    }
    if (look->vote_count) add(features, LOOK_BEST, act_hash(&look->votes[0]), look->votes[0].voter);
    add(features, LOOK_VOTES, look->vote_count, look->vote_count ? look->votes[0].voter : 9);
}

/* ---- words */

/* Who stands there: the kind of actor and the primary sector, or that nobody political does. */
static uint64_t kind_of(const code_sentence *sentence, uint32_t token)
{
    if (token == DRG_NONE) return 1;
    uint32_t mention = sentence->nodes[token].mention;
    if (mention == DRG_NONE) return sentence->nodes[token].upos == DRG_PROPN ? 2 : 3;
    const drg_mention *found = &sentence->document->mentions.items[mention];
    uint64_t type = (uint64_t)sentence->document->actors.items[found->actor].type;
    uint64_t sector = found->sector.count ? code_sector_pack(found->sector.items[0]) : 0;
    return 16 + type * 2 + (found->country.size > 0) + (sector << 8);
}

static void add_classes(const code_sentence *sentence, code_features *features, look_template template, uint64_t with,
                        uint32_t token)
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return;
    const code_word *word = &sentence->frames->words[id];
    for (uint32_t i = 0; i < word->member_count && i < 6; i++) {
        const code_member *member = &sentence->frames->members[word->members + i];
        if (code_phrase_holds(sentence, token, &member->phrase, false))
            add(features, template, sentence->frames->class_keys[member->noun_class], with);
    }
}

static void add_object(code_sentence *sentence, code_look *look, uint64_t word, uint64_t best)
{
    code_features *features = &look->features;
    uint32_t object = code_argument_nth(look->predicate, CODE_SLOT_OBJECT, 0, 0);
    uint64_t kind = kind_of(sentence, object);
    add(features, LOOK_OBJECT_KIND, kind, look->predicate->kind);
    add(features, LOOK_BEST_KIND, kind & 255, best);
    if (object == DRG_NONE) return;
    object = code_contained(sentence, object);
    add(features, LOOK_OBJECT, lemma_hash(sentence, object), look->predicate->kind);
    add(features, LOOK_WORD_OBJECT, lemma_hash(sentence, object), word);
    add_classes(sentence, features, LOOK_OBJECT_CLASS, look->predicate->kind, object);
    add_classes(sentence, features, LOOK_WORD_CLASS, word, object);
    add_classes(sentence, features, LOOK_BEST_CLASS, best, object);
}

static void add_subject(code_sentence *sentence, code_look *look, uint64_t word)
{
    code_features *features = &look->features;
    uint32_t subject = code_argument_nth(look->predicate, CODE_SLOT_SUBJECT, 0, 0);
    uint32_t object = code_argument_nth(look->predicate, CODE_SLOT_OBJECT, 0, 0);
    uint64_t kind = kind_of(sentence, subject);
    add(features, LOOK_SUBJECT_KIND, kind, look->predicate->kind);
    add(features, LOOK_SUBJECT_KIND, kind, word);
    add(features, LOOK_KINDS, kind & 255, kind_of(sentence, object) & 255);
    if (subject == DRG_NONE) return;
    subject = code_contained(sentence, subject);
    add(features, LOOK_SUBJECT, lemma_hash(sentence, subject), look->predicate->kind);
    add_classes(sentence, features, LOOK_SUBJECT_CLASS, look->predicate->kind, subject);
}

static void add_slots(code_sentence *sentence, code_look *look, uint64_t word, uint64_t best)
{
    code_features *features = &look->features;
    for (size_t i = 0; i < look->predicate->argument_count && i < 8; i++) {
        const code_argument *argument = &look->predicate->arguments[i];
        uint64_t slot = slot_hash(argument->slot), lemma = lemma_hash(sentence, argument->token);
        if (argument->slot == CODE_SLOT_SUBJECT || argument->slot == CODE_SLOT_OBJECT) continue;
        add(features, LOOK_SLOT, slot, look->predicate->kind);
        add(features, LOOK_WORD_SLOT, slot, word);
        add(features, LOOK_BEST_SLOT, slot, best);
        if (argument->slot == CODE_SLOT_CLAUSE) {
            add(features, LOOK_CLAUSE, lemma, 0);
            add(features, LOOK_WORD_CLAUSE, lemma, word);
            continue;
        }
        add(features, LOOK_SLOT_FILLER, lemma, slot);
        add(features, LOOK_WORD_FILLER, lemma, word);
        add(features, LOOK_SLOT_KIND, kind_of(sentence, argument->token) & 255, slot);
        add_classes(sentence, features, LOOK_SLOT_CLASS, slot, argument->token);
    }
}

/* ---- the clause */

static void add_marks(code_sentence *sentence, code_look *look, uint64_t best)
{
    code_marks marks = code_clause_marks(sentence, look->predicate->clause);
    const bool list[] = {marks.negated,     marks.will,         marks.would,      marks.may,
                         marks.must,        marks.conditional,  marks.infinitive, marks.bare,
                         marks.progressive, marks.past_perfect, marks.past,       marks.later};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        if (!list[i]) continue;
        add(&look->features, LOOK_MARK, i, look->predicate->kind);
        add(&look->features, LOOK_MARK_VOTE, i, best);
    }
    add(&look->features, LOOK_PASSIVE, look->predicate->passive, best);
}

static void add_governor(code_sentence *sentence, code_look *look)
{
    code_features *features = &look->features;
    const code_node *node = &sentence->nodes[look->predicate->clause];
    add(features, LOOK_RELATION, node->relation, look->predicate->kind);
    if (look->predicate->light != DRG_NONE) add(features, LOOK_LIGHT, lemma_hash(sentence, look->predicate->light), 0);
    if (node->head == DRG_NONE) return;
    uint64_t lemma = lemma_hash(sentence, node->head);
    add(features, LOOK_GOVERNOR, lemma, 0);
    add(features, LOOK_GOVERNOR_WORD, lemma, lemma_hash(sentence, look->predicate->token));
    uint32_t bits = code_cues_of(sentence, node->head);
    for (unsigned i = 0; i < CODE_CUE_COUNT; i++)
        if (bits & CODE_CUE_BIT(i))
            add(features, LOOK_GOVERNOR_CUE, name_hash(code_cue_name((code_cue_class)i)), node->relation);
}

/* The sentence: its form, and whether anybody in it is political. */
static void add_outside(const code_sentence *sentence, code_look *look)
{
    code_features *features = &look->features;
    bool headline = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    bool anybody = false;
    for (uint32_t i = 0; i < sentence->count && !anybody; i++) {
        uint32_t mention = sentence->nodes[i].mention;
        anybody = mention != DRG_NONE && code_mention_is_political(sentence, mention, DRG_PROTEST);
    }
    add(features, LOOK_FORM, headline, (uint64_t)sentence->question * 2 + anybody);
    add(features, LOOK_OUTSIDE, sentence->quoted[sentence->first_token + look->predicate->token], 0);
    if (sentence->unpolitical) add(features, LOOK_UNPOLITICAL, 1, 0);
    /* words that stand close tell what a text is about: "shares", "goal", "film" */
    uint32_t token = look->predicate->token;
    for (uint32_t i = token > 5 ? token - 5 : 0; i < sentence->count && i <= token + 7; i++)
        if (i != token && sentence->nodes[i].upos == DRG_NOUN)
            add(features, LOOK_NEIGHBOUR, lemma_hash(sentence, i), 0);
}

void code_look_at(code_sentence *sentence, uint32_t token, code_look *ret_look)
{
    code_look *look = ret_look;
    look->predicate = code_predicate_of(sentence, token);
    look->features.count = look->vote_count = look->excluded = 0;
    add(&look->features, LOOK_BIAS, look->predicate->kind, 0);
    add_votes(sentence, look);
    uint64_t best = look->vote_count ? act_hash(&look->votes[0]) : 0;
    uint64_t word = lemma_hash(sentence, token) + (uint64_t)look->predicate->kind;
    uint32_t particle = code_child(sentence, token, LANGUAGE_COMPOUND_PRT);
    add(&look->features, LOOK_WORD, word, 0);
    if (particle != DRG_NONE) add(&look->features, LOOK_PARTICLE, word, lemma_hash(sentence, particle));
    add_marks(sentence, look, best);
    add_governor(sentence, look);
    add_object(sentence, look, word, best);
    add_subject(sentence, look, word);
    add_slots(sentence, look, word, best);
    add_outside(sentence, look);
}
