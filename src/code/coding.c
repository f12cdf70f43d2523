/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees, mentions, dates and places. Out: its events, and on demand what was considered and
 * refused. For each word that triggers frames: the most specific one whose conditions hold, whose act the text asserts
 * (context.c) and whose needed roles name political actors, makes one event. The model (ranker.c) ranks frames of like
 * specificity, refuses what it is sure is nothing political, says how sure an event is, and proposes a type where a
 * predicate has no frame.
 */

#include "code/coding.h"

#include "code/crowd.h"
#include "code/merge.h"
#include "code/order.h"
#include "code/plover_context.h"
#include "code/predicate_parts.h"
#include "code/statement.h"

/* The model speaks up where it is this sure: of a type without a frame, and that a frame's event is none. */
#define PROPOSED 0.78
#define CERTAIN 0.88
#define SURELY_NOTHING 0.995
#define HARDLY 0.002

/* ---- refusals */

static void refuse(code_coder *coder, const code_frame_record *frame, uint32_t token, const char *reason,
                   const char *detail)
{
    code_sentence *sentence = coder->sentence;
    if (!sentence->explain) return;
    drg_document *document = sentence->document;
    if (document->refusals.count >= 100000) return;
    drg_text rule = code_frames_text(sentence->frames, frame->name_offset, frame->name_size);
    base_push(&document->arena, &document->refusals) =
        (drg_refusal){.sentence = sentence->index,
                      .trigger_head = sentence->first_token + token,
                      .rule = base_text_copy(&document->arena, rule),
                      .rule_line = frame->line,
                      .reason = base_text_format(&document->arena, "%s%s", reason, detail)};
}

static const char *path_text(const code_sentence *sentence, code_path path)
{
    code_slot inner = CODE_PATH_INNER(path);
    return base_text_format(sentence->arena, "%s%s%s", code_slot_name(CODE_PATH_OUTER(path)), inner ? "." : "",
                            code_slot_name(inner))
        .data;
}

/* ---- trying a frame */

/* The text and the model together: why nothing is coded, NULL when something is. */
static const char *model_objects(const code_coder *coder, const code_context *context)
{
    /* what the text itself takes back is kept with its mark, and is no claim that something happened */
    bool open = context->negated || context->status == DRG_STATUS_DENIED || context->status == DRG_STATUS_CONDITIONAL ||
                context->status == DRG_STATUS_HYPOTHETICAL;
    bool nothing = !open && coder->classes[CODE_RANKER_NOTHING] > SURELY_NOTHING;
    return nothing && coder->classes[context->act.type] < HARDLY ? "the model reads nothing political in it" : NULL;
}

/* "He talked about the war": what the model takes for talks is a speech where nobody is named who is spoken to. */
static const char *only_speaks(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                               const code_mentions roles[CODE_ROLE_COUNT])
{
    uint32_t speaking = sentence->frames->classes[CODE_CLASS_SPEAKING];
    const code_mentions *actors = &roles[CODE_ROLE_ACTOR];
    bool alone = actors->count == 1 && !roles[CODE_ROLE_RECIPIENT].count;
    if (!(frame->flags & CODE_MODEL) || code_frame_type(sentence, frame) != DRG_CONSULT || !alone) return NULL;
    if (!code_is_own_member(sentence, predicate->token, speaking)) return NULL;
    const drg_mention *mention = &sentence->document->mentions.items[actors->items[0]];
    uint32_t head = mention->head - sentence->first_token;
    bool several =
        mention->sentence == sentence->index && head < sentence->count && sentence->nodes[head].tag == LANGUAGE_TAG_NNS;
    return several ? NULL : "nobody is named whom he speaks to";
}

/* A proposal's mode is the model's too, unless words of the lists that tell a mode stand there together, or
 * a reading has made of another act what it is ("asked for aid": assist). */
static void set_mode(const code_coder *coder, const code_frame_record *frame, drg_event *event)
{
    bool turned = coder->sentence->frames->acts[frame->act].type != (uint32_t)event->type;
    if (turned && event->mode.size) return;
    for (size_t i = 0; i < coder->look.vote_count; i++) {
        const code_vote *vote = &coder->look.votes[i];
        bool told = vote->voter == CODE_VOTER_PHRASE && vote->act.mode.size && vote->act.type == event->type;
        if (told && base_text_equal(vote->act.mode, event->mode)) return;
    }
    const code_ranker *ranker = &coder->sentence->frames->ranker;
    event->mode = code_ranker_mode(ranker, &coder->look.features, event->type); /* a constant of the codebook */
    if (event->type == DRG_COERCE && base_text_is(event->mode, "arrest") && event->magnitude.detained < 0) {
        event->magnitude.detained = event->magnitude.people;
        event->magnitude.people = -1;
    }
    event->score = record_score(event->type, event->mode);
}

/* Makes the event of a frame whose conditions on the slots hold, unless the text, the roles or the model are against
 * it. */
static bool fire(code_coder *coder, uint32_t frame_index, const code_predicate *predicate)
{
    code_sentence *sentence = coder->sentence;
    const code_frame_record *frame = &sentence->frames->frames[frame_index];
    uint32_t token = predicate->token;
    code_path failed = 0;
    code_mentions roles[CODE_ROLE_COUNT];
    code_fill_roles(sentence, frame, predicate, roles);
    code_context context;
    code_context_find(sentence, frame, predicate, &roles[CODE_ROLE_ACTOR], &context);
    const char *reason = context.blocked;
    bool whose = roles[CODE_ROLE_ACTOR].count || (frame->flags & CODE_AGENTLESS && roles[CODE_ROLE_RECIPIENT].count);
    if (!reason && !whose) reason = code_unknown_act(coder, frame, predicate, &context);
    if (!reason) reason = code_turn_roles(sentence, &context, code_frame_type(sentence, frame) == DRG_PROTEST, roles);
    code_remove_same(sentence, &roles[CODE_ROLE_RECIPIENT], &roles[CODE_ROLE_ACTOR]);
    if (!reason) reason = code_lacking_role(sentence, frame, predicate, &context, roles);
    if (!reason && !code_role_wheres_hold(sentence, frame, roles, &failed))
        reason = "a condition on a role does not hold";
    if (!reason) reason = code_private_matter(sentence, frame, predicate, context.act.type, roles);
    if (!reason) reason = only_speaks(sentence, frame, predicate, roles);
    if (!reason) reason = model_objects(coder, &context);
    if (reason) {
        refuse(coder, frame, token, reason, "");
        return false;
    }
    code_complete_roles(sentence, frame, predicate, &context, roles);
    code_draft new;
    code_write_draft(coder, frame, frame_index, predicate, &context, &new);
    code_attribute(sentence, &context, &new.event);
    new.event.actors = code_keep_mentions(sentence, &roles[CODE_ROLE_ACTOR]);
    new.event.recipients = code_keep_mentions(sentence, &roles[CODE_ROLE_RECIPIENT]);
    new.event.third = code_keep_mentions(sentence, &roles[CODE_ROLE_THIRD]);
    /* "urged Chad to ...", "gave Chad a week": a frame tells that it is asked or threatened, and not what */
    bool open = !new.event.mode.size && (new.event.type == DRG_REQUEST || new.event.type == DRG_THREATEN);
    if (new.proposed || open) set_mode(coder, frame, &new.event);
    code_keep_draft(coder, &new);
    return true;
}

/* "Sought to rescind the money": the act is what is sought. */
static bool only_seeks(code_coder *coder)
{
    const code_predicate *predicate = coder->look.predicate;
    const uint32_t seeking = CODE_CUE_BIT(CODE_CUE_WISH) | CODE_CUE_BIT(CODE_CUE_ATTEMPT) | CODE_CUE_BIT(CODE_CUE_FAIL);
    if (!(code_cues_of(coder->sentence, predicate->token) & seeking)) return false;
    uint32_t clause = code_argument_get(predicate, CODE_SLOT_CLAUSE);
    return predicate->kind == CODE_PREDICATE_VERB && clause != DRG_NONE && code_is_infinitive(coder->sentence, clause);
}

static bool try_frame(code_coder *coder, const code_candidate *candidate, uint32_t token)
{
    code_sentence *sentence = coder->sentence;
    const code_frame_record *frame = &sentence->frames->frames[candidate->frame];
    uint32_t kind = sentence->frames->triggers[candidate->trigger].kind;
    const code_predicate *predicate = code_frame_predicate(sentence, frame, kind, token);
    if (!predicate) {
        refuse(coder, frame, token, "no light verb", "");
        return false;
    }
    code_path failed = 0;
    if (!code_wheres_hold(sentence, frame, predicate, &failed)) {
        refuse(coder, frame, token,
               "a condition does not hold: ", sentence->explain ? path_text(sentence, failed) : "");
        return false;
    }
    return fire(coder, candidate->frame, predicate);
}

/* ---- the model's part */

static bool is_vote_for(const code_vote *vote, drg_type type)
{
    return !vote->blocked && !vote->act.none && vote->act.type == type;
}

/* The frame that lends act and roles to what the model proposes: of the first vote that comes out as the type. A
 * predicate without votes is the plain act. DRG_NONE: all that is known of the word speaks for another type. */
static uint32_t proposed_frame(const code_coder *coder, drg_type type)
{
    const code_frames *frames = coder->sentence->frames;
    for (size_t i = 0; i < coder->look.vote_count; i++) {
        const code_vote *vote = &coder->look.votes[i];
        if (!is_vote_for(vote, type)) continue;
        return vote->voter == CODE_VOTER_FRAME ? frames->model_frames[vote->plain] : vote->frame;
    }
    return coder->look.vote_count ? DRG_NONE : frames->model_frames[type];
}

/* "launched an attack": the noun tells it. */
static bool is_only_light(code_sentence *sentence, uint32_t token)
{
    if (sentence->nodes[token].upos != DRG_VERB || !code_cue_of(sentence, token, CODE_CUE_LIGHT)) return false;
    const code_predicate *predicate = code_predicate_of(sentence, token);
    uint32_t object = code_argument_get(predicate, CODE_SLOT_OBJECT);
    return object != DRG_NONE && code_is_predicate(sentence, code_contained(sentence, object));
}

static void look(code_coder *coder, uint32_t token)
{
    code_look_at(coder->sentence, token, &coder->look);
    code_ranker_classes(&coder->sentence->frames->ranker, &coder->look.features, coder->classes);
}

/* Is the token the trigger of an event already? */
static bool is_told(const code_coder *coder, uint32_t token)
{
    for (size_t i = 0; i < coder->count; i++)
        if (coder->drafts[i].token == token) return true;
    return false;
}

static void refuse_proposal(code_coder *coder, drg_type type, const char *reason)
{
    const code_frames *frames = coder->sentence->frames;
    refuse(coder, &frames->frames[frames->model_frames[type]], coder->look.predicate->token, reason, "");
}

/* Where the model is sure enough, nothing known of the word speaks against it and no frame rules the type out. */
static void propose(code_coder *coder, uint32_t token)
{
    look(coder, token);
    drg_type best = DRG_AGREE;
    for (int i = 1; i < DRG_TYPE_COUNT; i++)
        if (coder->classes[i] > coder->classes[best]) best = (drg_type)i;
    if (coder->classes[best] < HARDLY || is_only_light(coder->sentence, token)) return;
    uint32_t frame = proposed_frame(coder, best);
    if (frame == DRG_NONE && coder->classes[best] >= CERTAIN) frame = coder->sentence->frames->model_frames[best];
    if (coder->classes[best] < PROPOSED)
        refuse_proposal(coder, best, "the model is not sure enough");
    else if (coder->look.excluded & 1u << best && coder->classes[best] < CERTAIN)
        refuse_proposal(coder, best, "a frame of the word rules it out");
    else if (only_seeks(coder))
        refuse_proposal(coder, best, "the act is what is sought");
    else if (frame == DRG_NONE)
        refuse_proposal(coder, best, "what is known of the word speaks for another type");
    else
        fire(coder, frame, coder->look.predicate);
}

/* Two frames of like specificity fit: the one whose act the model finds much likelier goes first. */
static void rank(const code_coder *coder, code_candidate *candidates, size_t count)
{
    const code_vote *votes = coder->look.votes;
    if (coder->look.vote_count < 2 || votes[1].voter != CODE_VOTER_FRAME || votes[0].blocked || votes[1].blocked)
        return;
    size_t first = 0, second = 0;
    while (first < count && candidates[first].frame != votes[0].frame) first++;
    while (second < count && candidates[second].frame != votes[1].frame) second++;
    if (first >= second || second == count || candidates[first].specificity > candidates[second].specificity + 1)
        return;
    if (coder->classes[votes[1].act.type] < 4 * coder->classes[votes[0].act.type]) return;
    code_candidate moved = candidates[first];
    candidates[first] = candidates[second];
    candidates[second] = moved;
}

/* Without anybody political in it a sentence gets no proposal. */
static bool names_anybody(const code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        if (sentence->nodes[i].mention != DRG_NONE &&
            code_mention_is_political(sentence, sentence->nodes[i].mention, DRG_PROTEST))
            return true;
    return false;
}

static void code_token(code_coder *coder, uint32_t token)
{
    code_candidate candidates[CODE_CANDIDATES];
    size_t count = code_candidates(coder->sentence, token, candidates);
    bool fired = false;
    if (!count) return;
    look(coder, token);
    rank(coder, candidates, count);
    for (size_t i = 0; i < count; i++) {
        const code_frame_record *frame = &coder->sentence->frames->frames[candidates[i].frame];
        bool also = (frame->flags & CODE_ALSO) != 0;
        if (fired && !also) continue;
        if (try_frame(coder, &candidates[i], token) && !also) fired = true;
    }
}

/* What no frame has told: proposals never stand in a frame's way. */
static void propose_events(code_coder *coder)
{
    code_sentence *sentence = coder->sentence;
    if (!names_anybody(sentence)) return;
    for (uint32_t i = sentence->body; i < sentence->count; i++)
        if (code_is_predicate(sentence, i) && !is_told(coder, i)) propose(coder, i);
}

/* ---- frames that go by the order of words */

/* The words are taken as they stand: no reading turns the act. What the tree says of it stays as its status. */
static code_context context_of_words(code_sentence *sentence, const code_frame_record *frame,
                                     const code_predicate *predicate, const code_mentions *actors)
{
    code_context context;
    code_context_find(sentence, frame, predicate, actors, &context);
    const code_act_record *act = &sentence->frames->acts[frame->act];
    context.act = (code_act){.type = (drg_type)act->type,
                             .mode = code_frames_text(sentence->frames, act->mode_offset, act->mode_size)};
    if (context.blocked) context.status = DRG_STATUS_HYPOTHETICAL;
    context.outer = predicate->clause;
    context.readings = 0;
    return context;
}

static void code_by_order(code_coder *coder, uint32_t token)
{
    code_sentence *sentence = coder->sentence;
    code_candidate candidates[CODE_CANDIDATES];
    size_t count = code_order_candidates(sentence, token, candidates);
    if (count) look(coder, token);
    for (size_t i = 0; i < count; i++) {
        const code_frame_record *frame = &sentence->frames->frames[candidates[i].frame];
        code_mentions roles[CODE_ROLE_COUNT];
        if (!code_order_roles(sentence, frame, token, roles)) {
            refuse(coder, frame, token, "the words stand there, and not both sides are named", "");
            continue;
        }
        const code_predicate *predicate = code_predicate_of(sentence, token);
        code_context context = context_of_words(sentence, frame, predicate, &roles[CODE_ROLE_ACTOR]);
        if (coder->count == DRAFTS) return;
        code_draft *new = &coder->drafts[coder->count++];
        code_write_draft(coder, frame, candidates[i].frame, predicate, &context, new);
        new->also = true;
        code_attribute(sentence, &context, &new->event);
        new->event.actors = code_keep_mentions(sentence, &roles[CODE_ROLE_ACTOR]);
        new->event.recipients = code_keep_mentions(sentence, &roles[CODE_ROLE_RECIPIENT]);
    }
}

/* ---- sentences */

/* One copy of each date, however many events take it. */
static uint32_t inherit_date(code_coder *coder, uint32_t date)
{
    drg_document *document = coder->sentence->document;
    while (coder->inherited.count <= date) base_push(coder->sentence->arena, &coder->inherited) = DRG_NONE;
    if (coder->inherited.items[date] != DRG_NONE) return coder->inherited.items[date];
    return coder->inherited.items[date] = code_date_inherit(document, date);
}

static void sort_drafts(code_draft *drafts, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        code_draft moved = drafts[i];
        size_t at = i;
        for (; at > 0 && drafts[at - 1].event.trigger.begin > moved.event.trigger.begin; at--)
            drafts[at] = drafts[at - 1];
        drafts[at] = moved;
    }
}

static bool stands_already(const drg_document *document, const drg_event *event)
{
    for (size_t i = document->events.count; i-- > 0 && document->events.items[i].sentence == event->sentence;)
        if (base_text_equal(document->events.items[i].id, event->id)) return true;
    return false;
}

static void write_events(code_coder *coder)
{
    drg_document *document = coder->sentence->document;
    sort_drafts(coder->drafts, coder->count);
    for (size_t i = 0; i < coder->count; i++) {
        drg_event *event = &coder->drafts[i].event;
        uint32_t carried = code_date_carried(coder->sentence, event);
        if (carried != DRG_NONE) event->date = carried;
        if (coder->drafts[i].inherited || carried != DRG_NONE) event->date = inherit_date(coder, event->date);
        event->id = code_event_id(coder->sentence, event);
        if (!stands_already(document, event)) base_push(&document->arena, &document->events) = *event;
    }
}

static void code_sentence_events(code_coder *coder)
{
    code_sentence *sentence = coder->sentence;
    coder->count = 0;
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        uint32_t word = sentence->nodes[i].word;
        if (sentence->nodes[i].form != DRG_NONE) code_by_order(coder, i);
        if (sentence->unpolitical || word == DRG_NONE || !sentence->frames->words[word].trigger_count) continue;
        code_token(coder, i);
    }
    if (!sentence->unpolitical) propose_events(coder);
    write_events(coder);
    code_toll_carry(sentence);
}

void code_read(const code_frames *frames, base_arena *arena, bool explain, drg_document *document)
{
    code_workspace workspace;
    code_workspace_open(&workspace, frames, arena, explain, document);
    code_coder coder = {.sentence = &workspace.sentence, .drafts = BASE_ARRAY(arena, code_draft, DRAFTS)};
    uint64_t *contexts = BASE_ARRAY(arena, uint64_t, document->sentences.count + 1);
    code_crowd crowd;
    code_crowd_open(&crowd, arena, document);
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        code_workspace_load(&workspace, i);
        code_crowd_add(&crowd, &workspace.sentence);
        contexts[i] = code_contexts_of_words(&workspace.sentence);
        if (document->sentences.items[i].kind == DRG_SENTENCE_BYLINE) continue;
        code_sentence_events(&coder);
        code_read_statements(&workspace.sentence);
    }
    code_join_quotations(&workspace.sentence);
    code_merge(arena, document);
    code_contexts_set(document, contexts);
    code_crowd_settle(&crowd, arena, document);
}
