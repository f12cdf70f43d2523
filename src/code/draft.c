/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an act with its roles. Out: the event with its codes, status, day, place and figures, beside which no other of
 * the sentence tells the same.
 */
#include "code/coding.h"

#include <stdio.h>

#include "code/setting.h"

/* Specificity of frames with a priority of -4 and less: fallbacks. */
#define LOW_PRIORITY 60

/* ---- writing the event */

drg_indexes code_keep_mentions(code_sentence *sentence, const code_mentions *mentions)
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

drg_text code_event_id(const code_sentence *sentence, const drg_event *event)
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

/* Months since the beginning of the calendar, of "YYYY-MM..."; -1 without a month. */
static int months_of(const char *date, size_t size)
{
    int year = 0, month = 0;
    if (size < 7) return -1;
    for (size_t i = 0; i < 4; i++) year = year * 10 + (date[i] - '0');
    for (size_t i = 5; i < 7; i++) month = month * 10 + (date[i] - '0');
    return year * 12 + month;
}

/* Was the date long before the report? What is only named is old after two months. */
static bool is_long_before(const code_sentence *sentence, uint32_t date, bool background)
{
    const drg_date *found = &sentence->document->dates.items[date];
    drg_text published = sentence->document->source.published;
    if (published.size < 4 || !found->to[0]) return false;
    int year = 0, then = 0;
    for (size_t i = 0; i < 4; i++) {
        year = year * 10 + (published.data[i] - '0');
        then = then * 10 + (found->to[i] - '0');
    }
    int month = months_of(found->to, strnlen(found->to, sizeof found->to));
    bool named_late = background && month >= 0 && month + 2 <= months_of(published.data, published.size);
    return then + 1 < year || (then < year && found->precision == DRG_PRECISION_YEAR) || named_late;
}

/* An event's status by its date: long before the report it is background. Of what is only named, any date in its
 * phrase tells: "the killing of thousands who marched in 1945". */
static void age_status(const code_sentence *sentence, const code_predicate *predicate, bool background,
                       drg_event *event)
{
    if (event->status != DRG_STATUS_ACTUAL) return;
    bool aged = event->date != DRG_NONE && is_long_before(sentence, event->date, background);
    uint32_t first = 0, last = 0;
    if (background) code_extent(sentence, predicate->token, true, &first, &last);
    for (uint32_t i = first; background && !aged && i <= last; i++)
        aged = sentence->nodes[i].date != DRG_NONE && is_long_before(sentence, sentence->nodes[i].date, true);
    if (aged) event->status = DRG_STATUS_HISTORICAL;
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

/* Does the verb tell of the time of the report: "hold", "are held", "[hostages] held"? */
static bool is_present(const code_sentence *sentence, uint32_t verb)
{
    uint8_t tag = sentence->nodes[verb].tag;
    if (tag == LANGUAGE_TAG_VBZ || tag == LANGUAGE_TAG_VBP) return true;
    bool auxiliary = false, present = false;
    CODE_EACH_CHILD(sentence, child, verb) {
        if (sentence->nodes[child].upos != DRG_AUX) continue;
        uint8_t of = sentence->nodes[child].tag;
        bool now = of == LANGUAGE_TAG_VBZ || of == LANGUAGE_TAG_VBP;
        auxiliary = true;
        present |= now && base_text_is(code_lemma(sentence, child), "be");
    }
    return auxiliary ? present : tag == LANGUAGE_TAG_VBN && sentence->nodes[verb].relation == LANGUAGE_ACL;
}

static bool has_lasting_adverb(const code_sentence *sentence, uint32_t verb, uint32_t lasting)
{
    CODE_EACH_CHILD(sentence, child, verb)
        if (sentence->nodes[child].relation == LANGUAGE_ADVMOD && code_is_own_member(sentence, child, lasting))
            return true;
    return false;
}

/* "Are still detained", "continue to shell", "fighting continues", "hold twenty hostages": it goes on while it is told.
 */
static void lasting_status(const code_sentence *sentence, const code_predicate *predicate, drg_event *event)
{
    uint32_t lasting = sentence->frames->classes[CODE_CLASS_UNDER_WAY], verb = predicate->clause;
    if (event->status != DRG_STATUS_ACTUAL || event->negated || verb == DRG_NONE) return;
    uint32_t head = sentence->nodes[verb].head;
    uint8_t relation = sentence->nodes[verb].relation;
    bool held = event->type == DRG_ASSAULT && base_text_is(event->mode, "abduct") &&
                base_text_is(code_lemma(sentence, predicate->token), "hold");
    bool goes_on = (relation == LANGUAGE_XCOMP || relation == LANGUAGE_NSUBJ) && head != DRG_NONE &&
                   sentence->nodes[head].upos == DRG_VERB && code_is_own_member(sentence, head, lasting) &&
                   is_present(sentence, head);
    if (goes_on || ((held || has_lasting_adverb(sentence, verb, lasting)) && is_present(sentence, verb)))
        event->status = DRG_STATUS_ONGOING;
}

/* "Since the Taliban took power": what marks the beginning of a time lies behind. */
static void since_status(const code_sentence *sentence, const code_predicate *predicate, drg_event *event)
{
    uint32_t clause = predicate->clause;
    if (event->status != DRG_STATUS_ACTUAL || event->negated || clause == DRG_NONE) return;
    uint32_t mark = code_child(sentence, clause, LANGUAGE_MARK);
    bool began = sentence->nodes[clause].relation == LANGUAGE_ADVCL && sentence->nodes[clause].tag == LANGUAGE_TAG_VBD;
    if (began && mark != DRG_NONE && base_text_is(code_lemma(sentence, mark), "since"))
        event->status = DRG_STATUS_HISTORICAL;
}

/* Who pledges, offers or agrees to do something is to do it: "agreed to reopen the port", not "agreed on a border". */
static void pledge_status(const code_sentence *sentence, const code_frame_record *frame,
                          const code_predicate *predicate, drg_event *event)
{
    bool by_order = frame->before_count || frame->after_count; /* its words are taken as they stand */
    bool agrees = event->type == DRG_AGREE && code_frame_type(sentence, frame) == DRG_AGREE && !by_order;
    if (!agrees || event->status != DRG_STATUS_ACTUAL || event->negated) return;
    bool to_act = base_text_is(code_lemma(sentence, predicate->token), "agree") &&
                  code_argument_get(predicate, CODE_SLOT_CLAUSE) != DRG_NONE;
    if (to_act || code_is_own_member(sentence, predicate->token, sentence->frames->classes[CODE_CLASS_PLEDGING]))
        event->status = DRG_STATUS_PLANNED;
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

/* "killed in a raid", "hurt by the blast", "a raid killed": the verb tells of the noun's act too. */
static uint32_t occasion_of(const code_sentence *sentence, const code_predicate *predicate)
{
    if (predicate->kind != CODE_PREDICATE_NOUN || predicate->light != DRG_NONE) return DRG_NONE;
    uint32_t noun = code_container(sentence, predicate->token);
    uint8_t relation = sentence->nodes[noun].relation;
    code_slot slot = code_case_of(sentence, noun);
    if (relation == LANGUAGE_OBL_AGENT || relation == LANGUAGE_NSUBJ) return sentence->nodes[noun].head;
    bool within = slot == CODE_SLOT_IN || slot == CODE_SLOT_DURING || slot == CODE_SLOT_BY || slot == CODE_SLOT_WITH;
    return relation == LANGUAGE_OBL && within ? sentence->nodes[noun].head : DRG_NONE;
}

void code_write_draft(code_coder *coder, const code_frame_record *frame, uint32_t frame_index,
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
    age_status(sentence, predicate, context->background, event);
    begin_status(sentence, frame, event);
    lasting_status(sentence, predicate, event);
    since_status(sentence, predicate, event);
    pledge_status(sentence, frame, predicate, event);
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
    bool plain = new->event.type == DRG_ASSAULT && /* another mode is another attack */
                 (!new->event.mode.size || base_text_equal(new->event.mode, old->event.mode));
    if (!drg_event_is_asserted(&new->event) || !drg_event_is_asserted(&old->event)) return false;
    if (!plain || old->event.type != DRG_ASSAULT || !left->count != !right->count) return false;
    const drg_mention *mentions = sentence->document->mentions.items;
    if (left->count && mentions[left->items[0]].actor != mentions[right->items[0]].actor) return false;
    uint32_t clause = new->clause;
    for (unsigned depth = 0; depth < 8; depth++) {
        const code_node *node = &sentence->nodes[clause];
        bool conjunct = node->relation == LANGUAGE_CONJ && code_child(sentence, clause, LANGUAGE_NSUBJ) == DRG_NONE &&
                        (left->count || code_child(sentence, clause, LANGUAGE_NSUBJ_PASS) == DRG_NONE);
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

/* "A missile fired by rebels strikes a hall": firing it is the frame's strike. */
static bool is_launch_of(const code_sentence *sentence, const code_draft *old, const code_draft *new)
{
    const code_node *node = &sentence->nodes[new->token];
    if (!new->proposed || new->event.type != old->event.type || node->relation != LANGUAGE_ACL) return false;
    return node->head != DRG_NONE && sentence->nodes[node->head].head == old->token &&
           sentence->nodes[node->head].relation == LANGUAGE_NSUBJ;
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

void code_keep_draft(code_coder *coder, const code_draft *new)
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
        if (is_launch_of(coder->sentence, &coder->drafts[i], new)) return;
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
