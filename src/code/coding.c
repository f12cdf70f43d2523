/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with trees, mentions, dates and places. Out: its events, and on demand what was considered and
 * refused. For each word that triggers frames: the most specific one whose conditions hold, whose act the text asserts
 * (context.c) and whose needed roles name political actors, makes one event. The model (ranker.c) ranks frames of like
 * specificity, refuses what it is sure is nothing political, says how sure an event is, and proposes a type where a
 * predicate has no frame.
 */
#include <stdio.h>

#include "code/clause.h"
#include "code/crowd.h"
#include "code/merge.h"
#include "code/order.h"
#include "code/plover_context.h"
#include "code/ranker.h"
#include "code/setting.h"
#include "code/statement.h"

/* An event of the sentence being coded, before it is written. */
typedef struct code_draft {
    drg_event event;
    uint32_t token;    /* the trigger */
    uint32_t clause;   /* its clause */
    uint32_t outer;    /* the last cue */
    uint32_t occasion; /* of a noun: the verb that tells what was done on its occasion ("killed in a raid"), or none */
    uint32_t frame, specificity;
    bool proposed; /* by the model */
    bool background;
    bool inherited;
    bool also;
} code_draft;

/* The model speaks up where it is this sure: of a type without a frame, and that a frame's event is none. */
#define PROPOSED 0.70
#define CERTAIN 0.80
#define SURELY_NOTHING 0.995
#define HARDLY 0.002

/* Specificity of frames with a priority of -4 and less: fallbacks. */
#define LOW_PRIORITY 60
#define DRAFTS 64 /* of one sentence */

typedef struct code_coder {
    code_sentence *sentence;
    code_draft *drafts;
    size_t count;
    BASE_VECTOR(uint32_t) inherited; /* of each date its copy that events inherit, DRG_NONE when there is none */
    /* what the model sees of the token being coded, and what it makes of it */
    code_look look;
    double classes[CODE_RANKER_CLASSES];
} code_coder;

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

/* ---- roles */

static drg_type frame_type(const code_sentence *sentence, const code_frame_record *frame)
{
    return (drg_type)sentence->frames->acts[frame->act].type;
}

/* Who of the mentions may fill a role. ANYBODY: private people too, who speak to those who govern. BY_NAME: nobody for
 * what merely belongs to him ("asked the Greek hotel"). */
typedef enum code_admission { ADMIT_BY_ROLE, ADMIT_BY_NAME, ADMIT_ANYBODY } code_admission;

static bool is_admitted(const code_sentence *sentence, uint32_t mention, code_role role, drg_type type,
                        code_admission admission)
{
    if (role == CODE_ROLE_RECIPIENT) return code_mention_is_addressed(sentence, mention, type);
    bool press = code_is_of_sector(&sentence->document->mentions.items[mention], "JRN");
    if (admission == ADMIT_ANYBODY && !press && code_mention_is_addressed(sentence, mention, type)) return true;
    return code_mention_is_political(sentence, mention, type);
}

/* Keeps the political mentions, one of each actor: the best worded one first. */
static void keep_admitted(const code_sentence *sentence, code_mentions *mentions, code_role role, drg_type type,
                          code_admission admission)
{
    const drg_mention *all = sentence->document->mentions.items;
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        uint32_t mention = mentions->items[i];
        bool seen = !is_admitted(sentence, mention, role, type, admission);
        for (size_t k = 0; k < kept; k++) seen |= all[mentions->items[k]].actor == all[mention].actor;
        if (!seen) mentions->items[kept++] = mention;
    }
    mentions->count = kept;
}

static void keep_political(const code_sentence *sentence, code_mentions *mentions, code_role role, drg_type type)
{
    keep_admitted(sentence, mentions, role, type, ADMIT_BY_ROLE);
}

/* Those who govern or fight; not courts, before which private people plead. Who speaks to or against them does
 * politics, whoever he is. */
static bool has_power(const code_sentence *sentence, const code_mentions *mentions)
{
    static const char *const powers[] = {"GOV", "LEG", "MIL", "COP", "REB", "PTY",
                                         "OPP", "UNO", "IGO", "EUR", "SPY", "UAF"};
    const drg_document *document = sentence->document;
    for (size_t i = 0; i < mentions->count; i++) {
        const drg_mention *mention = &document->mentions.items[mentions->items[i]];
        if (document->actors.items[mention->actor].type == DRG_ACTOR_STATE) return true;
        for (size_t k = 0; k < sizeof powers / sizeof *powers; k++)
            if (code_is_of_sector(mention, powers[k])) return true;
    }
    return false;
}

/* The political mentions of the first alternative that has some. */
static void fill_role(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                      code_role role, code_admission admission, code_mentions *ret_mentions)
{
    const uint32_t *numbers = sentence->frames->numbers;
    uint32_t at = frame->roles[role].first;
    unsigned view = code_view_of(sentence->frames, frame);
    *ret_mentions = (code_mentions){0};
    for (uint32_t i = 0; i < frame->roles[role].alternative_count && !ret_mentions->count; i++) {
        code_mentions found = {0};
        for (uint32_t k = 0; k < numbers[at]; k++) {
            code_path path = numbers[at + 1 + k];
            if (path == CODE_SLOT_PLACE) {
                uint32_t place = code_place_of(sentence, predicate, DRG_CONSULT);
                if (place != DRG_NONE)
                    code_resolve(sentence, sentence->document->places.items[place].head - sentence->first_token, false,
                                 &found);
            } else {
                bool owned = role != CODE_ROLE_ACTOR && admission != ADMIT_BY_NAME;
                code_resolve_path(sentence, predicate, path, view, owned, &found);
            }
        }
        keep_admitted(sentence, &found, role, frame_type(sentence, frame), admission);
        *ret_mentions = found;
        at += 1 + numbers[at];
    }
}

/* Who talks with those who govern is a party when he has a name: not the passengers whom a minister met. */
static void keep_named(const code_sentence *sentence, code_mentions *mentions)
{
    const drg_document *document = sentence->document;
    size_t kept = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        uint32_t actor = document->mentions.items[mentions->items[i]].actor;
        if (document->actors.items[actor].type == DRG_ACTOR_PERSON) mentions->items[kept++] = mentions->items[i];
    }
    mentions->count = kept;
}

static void fill_roles(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       code_mentions roles[CODE_ROLE_COUNT])
{
    for (unsigned i = 0; i < CODE_ROLE_COUNT; i++) {
        bool anybody = i == CODE_ROLE_ACTOR && (frame->flags & CODE_ANYBODY);
        fill_role(sentence, frame, predicate, (code_role)i, anybody ? ADMIT_ANYBODY : ADMIT_BY_ROLE, &roles[i]);
    }
    drg_type type = frame_type(sentence, frame);
    bool speaks =
        type == DRG_REQUEST || type == DRG_ACCUSE || type == DRG_REJECT || type == DRG_THREATEN || type == DRG_CONSULT;
    if (roles[CODE_ROLE_ACTOR].count || !speaks || !roles[CODE_ROLE_RECIPIENT].count) return;
    code_mentions addressed;
    fill_role(sentence, frame, predicate, CODE_ROLE_RECIPIENT, ADMIT_BY_NAME, &addressed);
    if (has_power(sentence, &addressed))
        fill_role(sentence, frame, predicate, CODE_ROLE_ACTOR, ADMIT_ANYBODY, &roles[CODE_ROLE_ACTOR]);
    if (type == DRG_CONSULT) keep_named(sentence, &roles[CODE_ROLE_ACTOR]);
}

/* Nobody is both actor and recipient of one act. */
static void remove_same(const code_sentence *sentence, code_mentions *from, const code_mentions *others)
{
    const drg_mention *all = sentence->document->mentions.items;
    size_t kept = 0;
    for (size_t i = 0; i < from->count; i++) {
        bool same = false;
        for (size_t k = 0; k < others->count; k++) same |= all[from->items[i]].actor == all[others->items[k]].actor;
        if (!same) from->items[kept++] = from->items[i];
    }
    from->count = kept;
}

static size_t distinct_actors(const code_sentence *sentence, const code_mentions *mentions)
{
    const drg_mention *all = sentence->document->mentions.items;
    size_t distinct = 0;
    for (size_t i = 0; i < mentions->count; i++) {
        bool seen = false;
        for (size_t k = 0; k < i; k++) seen |= all[mentions->items[k]].actor == all[mentions->items[i]].actor;
        distinct += !seen;
    }
    return distinct;
}

/* The addressee of a demand or accusation whose content names no doer: "demanded of Iran the release". */
static void add_addressee(code_sentence *sentence, const code_context *context, code_mentions *recipients)
{
    static const code_path paths[] = {CODE_SLOT_ON, CODE_SLOT_FROM,     CODE_SLOT_OF,
                                      CODE_SLOT_TO, CODE_SLOT_INDIRECT, CODE_SLOT_OBJECT};
    const code_predicate *cue = code_predicate_of(sentence, context->outer);
    for (size_t i = 0; i < sizeof paths / sizeof *paths && !recipients->count; i++) {
        code_resolve_path(sentence, cue, paths[i], false, false, recipients);
        keep_political(sentence, recipients, CODE_ROLE_RECIPIENT, DRG_ACCUSE);
    }
}

/* Roles after the readings: the cue's subject acts, the act's own actors may become those acted on. Returns why not,
 * NULL. */
static const char *turn_roles(code_sentence *sentence, const code_context *context, bool protests,
                              code_mentions roles[CODE_ROLE_COUNT])
{
    if (context->doer == DRG_NONE) return NULL;
    code_mentions doer = {0}, own = roles[CODE_ROLE_ACTOR], recipients = {0};
    bool asked = context->addressed && context->act.type == DRG_REQUEST && has_power(sentence, &own);
    asked |= context->act.type == DRG_THREATEN && protests; /* "farmers threaten to block roads" */
    code_resolve(sentence, context->doer, false, &doer);
    keep_admitted(sentence, &doer, CODE_ROLE_ACTOR, DRG_ACCUSE, asked ? ADMIT_ANYBODY : ADMIT_BY_ROLE);
    if (context->addressed) {
        recipients = own;
        remove_same(sentence, &recipients, &doer);
        if (!recipients.count && own.count == 0) add_addressee(sentence, context, &recipients);
        if (!recipients.count) recipients = roles[CODE_ROLE_RECIPIENT];
        roles[CODE_ROLE_RECIPIENT] = recipients;
        roles[CODE_ROLE_ACTOR] = doer;
        return context->alleged && !recipients.count ? "nobody is named who is accused" : NULL;
    }
    bool other_side = own.count && doer.count && !code_same_side(sentence, &doer, &own);
    if (other_side) {
        if (context->act.type == DRG_AGREE && !context->promised) return NULL; /* C plans talks of A and B: theirs */
        if (context->act.type == DRG_AGREE) { /* C is willing to hold talks of A and B */
            roles[CODE_ROLE_RECIPIENT] = own;
            roles[CODE_ROLE_ACTOR] = doer;
            return NULL;
        }
        if (context->act.type != DRG_REJECT) return "said of another's act";
        roles[CODE_ROLE_RECIPIENT] = own;
    }
    if (doer.count || !own.count) roles[CODE_ROLE_ACTOR] = doer;
    /* "told [skippers] that the next boat would be seized" */
    if (context->act.type == DRG_THREATEN && !roles[CODE_ROLE_RECIPIENT].count)
        add_addressee(sentence, context, &roles[CODE_ROLE_RECIPIENT]);
    return NULL;
}

/* What is only supposed is kept where it is plain who would do what to whom, or where. */
static bool is_plain_supposition(code_sentence *sentence, const code_frame_record *frame,
                                 const code_predicate *predicate, const code_mentions roles[CODE_ROLE_COUNT])
{
    if (!roles[CODE_ROLE_ACTOR].count) return false;
    return roles[CODE_ROLE_RECIPIENT].count ||
           code_place_of(sentence, predicate, frame_type(sentence, frame)) != DRG_NONE;
}

/* "the two presidents talked", "both ministers met": one mention of several who act on each other. */
static bool is_counted_group(const code_sentence *sentence, const code_mentions *actors)
{
    if (actors->count != 1) return false;
    const drg_mention *mention = &sentence->document->mentions.items[actors->items[0]];
    uint32_t head = mention->head - sentence->first_token;
    if (mention->sentence != sentence->index || head >= sentence->count) return false;
    if (sentence->nodes[head].tag != LANGUAGE_TAG_NNS) return false;
    uint32_t determiner = code_child(sentence, head, LANGUAGE_DET);
    return code_child(sentence, head, LANGUAGE_NUMMOD) != DRG_NONE ||
           (determiner != DRG_NONE && base_text_is(code_lemma(sentence, determiner), "both"));
}

static const char *lacking_role(code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate, const code_context *context,
                                const code_mentions roles[CODE_ROLE_COUNT])
{
    drg_type type = context->act.type;
    bool mutual = type == DRG_CONSULT || type == DRG_AGREE || type == DRG_COOPERATE;
    bool parties =
        (frame->flags & CODE_RECIPROCAL) && (distinct_actors(sentence, &roles[CODE_ROLE_ACTOR]) > 1 ||
                                             (mutual && is_counted_group(sentence, &roles[CODE_ROLE_ACTOR])));
    /* a physical act may be told without its doer; a threat, a demand or a promise of it may not */
    bool agentless = (frame->flags & CODE_AGENTLESS) && context->act.type == frame_type(sentence, frame);
    if ((frame->flags & CODE_NEED_ACTOR || context->readings) && !roles[CODE_ROLE_ACTOR].count && !agentless)
        return "no actor is named";
    if ((frame->flags & CODE_NEED_RECIPIENT) && !roles[CODE_ROLE_RECIPIENT].count && !parties && !context->addressed)
        return "no recipient is named";
    if ((frame->flags & CODE_NEED_THIRD) && !roles[CODE_ROLE_THIRD].count) return "no third party is named";
    if (!agentless && !roles[CODE_ROLE_ACTOR].count && !roles[CODE_ROLE_RECIPIENT].count) return "nobody is named";
    if ((context->negated || context->status == DRG_STATUS_CONDITIONAL) && !roles[CODE_ROLE_ACTOR].count)
        return "negated or conditional, and no actor is named";
    if (context->status == DRG_STATUS_HYPOTHETICAL &&
        !(parties || is_plain_supposition(sentence, frame, predicate, roles)))
        return "hypothetical, and not both sides are named";
    return NULL;
}

/* ---- writing the event */

static drg_indexes indexes_of(code_sentence *sentence, const code_mentions *mentions)
{
    if (!mentions->count) return (drg_indexes){NULL, 0};
    uint32_t *items = BASE_ARRAY(&sentence->document->arena, uint32_t, mentions->count);
    memcpy(items, mentions->items, mentions->count * sizeof *items);
    return (drg_indexes){items, mentions->count};
}

/* From the light verb or cue to the noun, when they stand close; with the particle. */
static drg_span trigger_span(code_sentence *sentence, const code_predicate *predicate)
{
    uint32_t first = predicate->token, last = predicate->token;
    uint32_t particle = code_child(sentence, predicate->token, LANGUAGE_COMPOUND_PRT);
    if (particle != DRG_NONE && particle > last && particle - last <= 2) last = particle;
    if (predicate->light != DRG_NONE) {
        if (predicate->light < first && first - predicate->light <= 5) first = predicate->light;
        if (predicate->light > last && predicate->light - last <= 3) last = predicate->light;
    }
    return code_span(sentence, first, last);
}

static drg_span clause_span(code_sentence *sentence, const code_predicate *predicate, const code_context *context)
{
    uint32_t top = context->background ? predicate->token : context->outer, first, last;
    if (!code_is_ancestor(sentence, top, predicate->token)) top = predicate->clause;
    code_extent(sentence, top, false, &first, &last);
    if (predicate->token < first) first = predicate->token;
    if (predicate->token > last) last = predicate->token;
    return code_span(sentence, first, last);
}

/* What the model makes of it, by the table of how often it is right, in hundredths. */
static double confidence_of(const code_coder *coder, const code_frame_record *frame, drg_type type)
{
    const code_ranker *ranker = &coder->sentence->frames->ranker;
    double right = code_ranker_calibrate(ranker, (frame->flags & CODE_MODEL) != 0, coder->classes[type]);
    return (double)(int)(right * 100 + 0.5) / 100.0;
}

static drg_text event_id(const code_sentence *sentence, const drg_event *event)
{
    char bytes[96];
    int size = snprintf(bytes, sizeof bytes, "%u %u %u %u ", event->sentence, event->trigger.begin, event->trigger.end,
                        (unsigned)event->type);
    drg_text whole = base_text_format(sentence->arena, "%.*s%.*s %.*s %.*s", size, bytes, BASE_PRINT(event->mode),
                                      BASE_PRINT(event->rule), BASE_PRINT(sentence->document->id));
    return base_text_format(&sentence->document->arena, "e%016llx", (unsigned long long)base_text_hash(whole));
}

static void set_codes(const code_sentence *sentence, const code_frame_record *frame, const code_context *context,
                      drg_event *event)
{
    const code_act_record *own = &sentence->frames->acts[frame->act];
    base_arena *arena = &sentence->document->arena;
    event->type = context->act.type;
    event->act = (drg_type)own->type;
    event->mode = base_text_copy(arena, context->act.mode);
    bool plain = !context->readings || own->type == (uint32_t)context->act.type;
    drg_text cameo = plain ? code_frames_text(sentence->frames, frame->cameo_offset, frame->cameo_size)
                           : code_reading_cameo(&context->act, (drg_type)own->type);
    event->cameo = base_text_copy(arena, cameo);
    event->quad = record_quad(event->type);
    event->score = record_score(event->type, event->mode);
    event->has_goldstein = event->cameo.size && record_goldstein(event->cameo, &event->goldstein);
}

/* An event's status by its date: long before the report it is background. */
static void age_status(const code_sentence *sentence, uint32_t date, drg_event *event)
{
    if (date == DRG_NONE || event->status != DRG_STATUS_ACTUAL) return;
    const drg_date *found = &sentence->document->dates.items[date];
    drg_text published = sentence->document->source.published;
    if (published.size < 4 || !found->to[0]) return;
    int year = 0, then = 0;
    for (size_t i = 0; i < 4; i++) {
        year = year * 10 + (published.data[i] - '0');
        then = then * 10 + (found->to[i] - '0');
    }
    if (then + 1 < year || (then < year && found->precision == DRG_PRECISION_YEAR))
        event->status = DRG_STATUS_HISTORICAL;
}

/* The word told the beginning of something that lasts, and it began on the day of the report: it is under way. */
static void begin_status(const code_sentence *sentence, const code_frame_record *frame, drg_event *event)
{
    if (!(frame->flags & CODE_BEGINS) || event->status != DRG_STATUS_ACTUAL || event->date == DRG_NONE) return;
    const drg_date *date = &sentence->document->dates.items[event->date];
    drg_text published = sentence->document->source.published;
    if (published.size >= 10 && memcmp(date->from, published.data, 10) == 0 &&
        memcmp(date->to, published.data, 10) == 0)
        event->status = DRG_STATUS_ONGOING;
}

/* What has happened has no day after the report: such a date was misread, and the day is unknown. */
static uint32_t sound_date(const code_sentence *sentence, uint32_t date, drg_event_status status)
{
    drg_text published = sentence->document->source.published;
    bool happened = status == DRG_STATUS_ACTUAL || status == DRG_STATUS_HISTORICAL || status == DRG_STATUS_ONGOING;
    if (date == DRG_NONE || !happened || published.size < 10) return date;
    const char *from = sentence->document->dates.items[date].from;
    return from[0] && memcmp(from, published.data, 10) > 0 ? DRG_NONE : date;
}

/* "killed in a raid", "hurt by the blast": the verb tells of the noun's act too. */
static uint32_t occasion_of(const code_sentence *sentence, const code_predicate *predicate)
{
    if (predicate->kind != CODE_PREDICATE_NOUN || predicate->light != DRG_NONE) return DRG_NONE;
    uint32_t noun = code_container(sentence, predicate->token);
    uint8_t relation = sentence->nodes[noun].relation;
    code_slot slot = code_case_of(sentence, noun);
    if (relation == LANGUAGE_OBL_AGENT) return sentence->nodes[noun].head;
    bool within = slot == CODE_SLOT_IN || slot == CODE_SLOT_DURING || slot == CODE_SLOT_BY || slot == CODE_SLOT_WITH;
    return relation == LANGUAGE_OBL && within ? sentence->nodes[noun].head : DRG_NONE;
}

static void write_draft(code_coder *coder, const code_frame_record *frame, uint32_t frame_index,
                        const code_predicate *predicate, const code_context *context, code_draft *draft)
{
    code_sentence *sentence = coder->sentence;
    drg_event *event = &draft->event;
    *draft = (code_draft){.token = predicate->token,
                          .clause = predicate->clause,
                          .outer = context->outer,
                          .frame = frame_index,
                          .specificity = frame->specificity,
                          .proposed = (frame->flags & CODE_MODEL) != 0,
                          .background = context->background,
                          .also = (frame->flags & CODE_ALSO) != 0};
    draft->occasion = occasion_of(sentence, predicate);
    event->sentence = sentence->index;
    event->trigger_head = sentence->first_token + predicate->token;
    event->trigger = trigger_span(sentence, predicate);
    event->span = clause_span(sentence, predicate, context);
    set_codes(sentence, frame, context, event);
    event->status = context->status;
    event->negated = context->negated;
    event->date = code_date_of(sentence, predicate, context, &draft->inherited);
    event->date = sound_date(sentence, event->date, event->status);
    draft->inherited &= event->date != DRG_NONE;
    event->place = code_place_of(sentence, predicate, (drg_type)sentence->frames->acts[frame->act].type);
    event->magnitude = code_magnitude_of(sentence, frame, predicate, context);
    drg_text rule = code_frames_text(sentence->frames, frame->name_offset, frame->name_size);
    event->rule = base_text_copy(&sentence->document->arena, rule);
    event->rule_line = frame->line;
    age_status(sentence, event->date, event);
    begin_status(sentence, frame, event);
    event->confidence = confidence_of(coder, frame, event->type);
}

/* ---- duplicates inside a sentence */

/* The same act told by two words of one clause ("met for talks"), or by a cue and what it governs ("demanded the
 * release"). */
static bool is_same_act(const code_draft *left, const code_draft *right)
{

    if (left->event.type != right->event.type || left->also || right->also) return false;
    if (drg_event_is_asserted(&left->event) != drg_event_is_asserted(&right->event)) return left->token == right->token;
    if (left->token == right->token || left->clause == right->clause || left->outer == right->outer) return true;
    return left->outer == right->token || left->token == right->outer || left->clause == right->outer ||
           left->outer == right->clause || left->background || right->background;
}

/* Which of two tellings of an act stays: the asserted one, then the one with a mode, then the first. */
static bool is_better(const code_draft *new, const code_draft *old)
{
    if (new->background != old->background) return !new->background;
    /* "agreed to send aid": a frame of low priority on "agreed" gives way to what is made of "send aid" */
    if (new->outer == old->token && old->specificity < LOW_PRIORITY) return true;
    return new->event.mode.size > 0 && old->event.mode.size == 0;
}

/* "opened fire, killing five and injuring two": the participle tells the outcome of the same attack. */
static bool is_outcome(const code_sentence *sentence, const code_draft *new, const code_draft *old)
{
    const drg_indexes *left = &new->event.actors, *right = &old->event.actors;
    bool plain = new->event.type == DRG_ASSAULT && !new->event.mode.size; /* another mode is another attack */
    if (!drg_event_is_asserted(&new->event) || !drg_event_is_asserted(&old->event)) return false;
    if (!plain || old->event.type != DRG_ASSAULT || !left->count || !right->count) return false;
    const drg_mention *mentions = sentence->document->mentions.items;
    if (mentions[left->items[0]].actor != mentions[right->items[0]].actor) return false;
    uint32_t clause = new->clause;
    for (unsigned depth = 0; depth < 8; depth++) {
        const code_node *node = &sentence->nodes[clause];
        bool conjunct = node->relation == LANGUAGE_CONJ && code_child(sentence, clause, LANGUAGE_NSUBJ) == DRG_NONE;
        bool participle =
            node->relation == LANGUAGE_ADVCL && node->tag == LANGUAGE_TAG_VBG && !code_case_of(sentence, clause);
        if ((!conjunct && !participle) || node->head == DRG_NONE) return false;
        clause = node->head;
        if (clause == old->clause || clause == old->token) return true;
    }
    return false;
}

/* What the outcome adds to the attack. */
static void add_outcome(code_draft *old, const code_draft *new)
{
    drg_magnitude *sum = &old->event.magnitude;
    const drg_magnitude *more = &new->event.magnitude;
    if (sum->dead < 0) sum->dead = more->dead;
    if (sum->injured < 0) sum->injured = more->injured;
    /* of a clash of several the dead are of some side, and no recipients */
    if (!old->event.recipients.count && old->event.actors.count < 2) old->event.recipients = new->event.recipients;
    if (old->event.place == DRG_NONE) old->event.place = new->event.place;
}

/* "suspended the talks": the frame on "suspended" says what that is; the reading of "talks" under it adds nothing. */
static bool is_told_by_cue(const code_draft *old, const code_draft *new)
{
    return new->outer == old->token &&new->token != old->token &&new->event.type != old->event.type &&
           old->specificity >= 90 && !old->also && !new->also;
}

/* A proposal beside what a frame, or the model before, has made of the same clause, cue or noun. */
static bool is_told_already(const code_draft *old, const code_draft *new)
{
    return new->proposed && (old->token == new->token || old->clause == new->clause || old->outer == new->token ||
                             new->outer == old->token || old->outer == new->clause || new->outer == old->clause);
}

/* One act told by a verb and the noun of its occasion. */
static bool is_on_occasion(const code_draft *noun, const code_draft *verb)
{
    return noun->occasion != DRG_NONE && noun->occasion == verb->token && noun->event.type == verb->event.type &&
           !noun->also && !verb->also && drg_event_is_asserted(&noun->event) == drg_event_is_asserted(&verb->event);
}

/* The verb's event with what the noun adds: "killed in a drone strike". */
static void add_occasion(code_draft *verb, const code_draft *noun)
{
    drg_event *event = &verb->event;
    if (!event->mode.size) {
        event->mode = noun->event.mode;
        event->score = record_score(event->type, event->mode);
    }
    if (!event->actors.count) event->actors = noun->event.actors;
    if (!event->recipients.count) event->recipients = noun->event.recipients;
    if (event->place == DRG_NONE) event->place = noun->event.place;
    if (event->magnitude.dead < 0) event->magnitude.dead = noun->event.magnitude.dead;
    if (event->magnitude.injured < 0) event->magnitude.injured = noun->event.magnitude.injured;
}

static void keep(code_coder *coder, const code_draft *new)
{
    for (size_t i = 0; i < coder->count; i++) {
        if (is_on_occasion(new, &coder->drafts[i])) {
            add_occasion(&coder->drafts[i], new);
            return;
        }
        if (is_on_occasion(&coder->drafts[i], new)) {
            code_draft noun = coder->drafts[i];
            coder->drafts[i] = *new;
            add_occasion(&coder->drafts[i], &noun);
            return;
        }
        if (is_told_already(&coder->drafts[i], new)) return;
        if (is_outcome(coder->sentence, new, &coder->drafts[i])) {
            add_outcome(&coder->drafts[i], new);
            return;
        }
        if (is_told_by_cue(&coder->drafts[i], new)) return;
        if (!is_same_act(&coder->drafts[i], new)) continue;
        if (is_better(new, &coder->drafts[i])) coder->drafts[i] = *new;
        return;
    }
    if (coder->count < DRAFTS) coder->drafts[coder->count++] = *new;
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

static bool are_private(const code_sentence *sentence, const code_mentions *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        const drg_mention *mention = &sentence->document->mentions.items[mentions->items[i]];
        drg_text sector = mention->sector.count ? mention->sector.items[0] : (drg_text){"", 0};
        if (!code_sector_is_private(sector) && !base_text_is(sector, "CVL")) return false;
    }
    return true;
}

/* A frame may be written for what farmers or companies do; the model proposes nothing among private people. */
static const char *only_private(const code_sentence *sentence, const code_frame_record *frame,
                                const code_mentions roles[CODE_ROLE_COUNT], drg_type type)
{
    bool asked = (frame->flags & CODE_MODEL) && type != DRG_PROTEST && roles[CODE_ROLE_ACTOR].count;
    return asked && are_private(sentence, &roles[CODE_ROLE_ACTOR]) && are_private(sentence, &roles[CODE_ROLE_RECIPIENT])
               ? "only private people are named"
               : NULL;
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

/* "the attack", "these raids": one that is spoken of already, or known to everybody. */
static bool is_definite(const code_sentence *sentence, uint32_t noun)
{
    static const char *const words[] = {"the", "this", "that", "these", "those"};
    uint32_t article = code_child(sentence, noun, LANGUAGE_DET);
    for (size_t i = 0; article != DRG_NONE && i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, article), words[i])) return true;
    return false;
}

static bool holds_place(const code_sentence *sentence, uint32_t noun)
{
    uint32_t first, last;
    code_extent(sentence, noun, true, &first, &last);
    for (uint32_t i = first; i <= last; i++)
        if (sentence->nodes[i].place != DRG_NONE) return true;
    return false;
}

/* Headings leave articles out: "Kinshasa under curfew after barracks raid". */
static bool is_bare_in_heading(const code_sentence *sentence, uint32_t noun)
{
    return sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE &&
           sentence->nodes[noun].tag == LANGUAGE_TAG_NN && sentence->nodes[noun].head != DRG_NONE;
}

/* "The attack" of a text that has told of one before is that one. */
static bool is_told_before(const code_coder *coder, drg_type type)
{
    const drg_document *document = coder->sentence->document;
    for (size_t i = 0; i < coder->count; i++)
        if (coder->drafts[i].event.type == type) return true;
    for (size_t i = document->events.count; i-- > 0;)
        if (document->events.items[i].type == type) return true;
    return false;
}

static bool tells_toll(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       const code_context *context)
{
    drg_magnitude toll = code_magnitude_of(sentence, frame, predicate, context);
    return toll.dead > 0 || toll.injured > 0;
}

static bool is_dated(code_sentence *sentence, const code_predicate *predicate, const code_context *context)
{
    bool inherited;
    return code_date_of(sentence, predicate, context, &inherited) != DRG_NONE && !inherited;
}

/* "An air raid siren", "attack helicopters": the word only describes the noun behind it. */
static bool is_described(const code_sentence *sentence, const code_predicate *predicate)
{
    uint32_t next = predicate->token + 1;
    if (predicate->kind != CODE_PREDICATE_NOUN || next >= sentence->count) return false;
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    return sentence->nodes[next].upos == DRG_NOUN && sentence->nodes[next].date == DRG_NONE;
}

/* "Coups come on Tuesdays": said of such acts in general. */
static bool is_general(code_sentence *sentence, const code_predicate *predicate)
{
    bool heading = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    if (predicate->kind != CODE_PREDICATE_NOUN || predicate->light != DRG_NONE || heading) return false;
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->tag != LANGUAGE_TAG_NNS || node->relation != LANGUAGE_NSUBJ) return false;
    if (node->head != DRG_NONE && code_cue_of(sentence, node->head, CODE_CUE_HAPPEN)) return false; /* "broke out" */
    CODE_EACH_CHILD(sentence, child, predicate->token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool bound = relation == LANGUAGE_DET || relation == LANGUAGE_NUMMOD || relation == LANGUAGE_NMOD_POSS;
        if (bound && child < predicate->token) return false;
    }
    return true;
}

/* Why a noun that names neither who acts nor whom it hits tells of no act of its own; NULL when it does: "the coup",
 * "a Kabul attack", "Friday's raid". */
static const char *unknown_act(code_coder *coder, const code_frame_record *frame, const code_predicate *predicate,
                               const code_context *context)
{
    code_sentence *sentence = coder->sentence;
    bool agentless = (frame->flags & CODE_AGENTLESS) != 0, noun = predicate->kind == CODE_PREDICATE_NOUN;
    if (context->background && !agentless) return "only named, and not whose it is";
    if (!noun || predicate->light != DRG_NONE) return NULL;
    if (is_described(sentence, predicate)) return "only describes another noun";
    bool definite = is_definite(sentence, predicate->token) || is_bare_in_heading(sentence, predicate->token),
         told = is_told_before(coder, context->act.type);
    bool known = holds_place(sentence, predicate->token) || tells_toll(sentence, frame, predicate, context);
    if (!known && is_general(sentence, predicate)) return "said of such acts in general";
    bool owned = code_child(sentence, predicate->token, LANGUAGE_NMOD_POSS) != DRG_NONE;
    if ((definite || owned) && told && !known) return "told before";
    if (!context->background || known || definite || is_dated(sentence, predicate, context)) return NULL;
    return "only named, and not whose it is";
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
    fill_roles(sentence, frame, predicate, roles);
    code_context context;
    code_context_find(sentence, frame, predicate, &roles[CODE_ROLE_ACTOR], &context);
    const char *reason = context.blocked;
    bool whose = roles[CODE_ROLE_ACTOR].count || (frame->flags & CODE_AGENTLESS && roles[CODE_ROLE_RECIPIENT].count);
    if (!reason && !whose) reason = unknown_act(coder, frame, predicate, &context);
    if (!reason) reason = turn_roles(sentence, &context, frame_type(sentence, frame) == DRG_PROTEST, roles);
    remove_same(sentence, &roles[CODE_ROLE_RECIPIENT], &roles[CODE_ROLE_ACTOR]);
    if (!reason) reason = lacking_role(sentence, frame, predicate, &context, roles);
    if (!reason && !code_role_wheres_hold(sentence, frame, roles, &failed))
        reason = "a condition on a role does not hold";
    if (!reason) reason = only_private(sentence, frame, roles, context.act.type);
    if (!reason) reason = model_objects(coder, &context);
    if (reason) {
        refuse(coder, frame, token, reason, "");
        return false;
    }
    code_draft new;
    write_draft(coder, frame, frame_index, predicate, &context, &new);
    code_attribute(sentence, &context, &new.event);
    new.event.actors = indexes_of(sentence, &roles[CODE_ROLE_ACTOR]);
    new.event.recipients = indexes_of(sentence, &roles[CODE_ROLE_RECIPIENT]);
    new.event.third = indexes_of(sentence, &roles[CODE_ROLE_THIRD]);
    /* "urged Chad to ...", "gave Chad a week": a frame tells that it is asked or threatened, and not what */
    bool open = !new.event.mode.size && (new.event.type == DRG_REQUEST || new.event.type == DRG_THREATEN);
    if (new.proposed || open) set_mode(coder, frame, &new.event);
    keep(coder, &new);
    return true;
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
        write_draft(coder, frame, candidates[i].frame, predicate, &context, new);
        new->also = true;
        code_attribute(sentence, &context, &new->event);
        new->event.actors = indexes_of(sentence, &roles[CODE_ROLE_ACTOR]);
        new->event.recipients = indexes_of(sentence, &roles[CODE_ROLE_RECIPIENT]);
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
        event->id = event_id(coder->sentence, event);
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
