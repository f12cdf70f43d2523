/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a frame on a predicate, with what the text makes of its act. Out: who acts and who is acted on, and whether all
 * whom the frame needs are there.
 */
#include "code/coding.h"

#include "code/setting.h"

drg_type code_frame_type(const code_sentence *sentence, const code_frame_record *frame)
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

/* "We have sent troops": who does it is told, and only not known; it is not the troops. */
static bool is_unknown_doer(code_sentence *sentence, const code_predicate *predicate, unsigned view)
{
    return predicate->kind == CODE_PREDICATE_VERB &&
           code_path_token(sentence, predicate, CODE_SLOT_SUBJECT, view, 0) != DRG_NONE;
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
            bool doer_wanted = role == CODE_ROLE_ACTOR && i > 0 && path == CODE_SLOT_OBJECT;
            if (doer_wanted && is_unknown_doer(sentence, predicate, view)) continue;
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
        keep_admitted(sentence, &found, role, code_frame_type(sentence, frame), admission);
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

void code_fill_roles(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                     code_mentions roles[CODE_ROLE_COUNT])
{
    for (unsigned i = 0; i < CODE_ROLE_COUNT; i++) {
        bool anybody = i == CODE_ROLE_ACTOR && (frame->flags & CODE_ANYBODY);
        fill_role(sentence, frame, predicate, (code_role)i, anybody ? ADMIT_ANYBODY : ADMIT_BY_ROLE, &roles[i]);
    }
    drg_type type = code_frame_type(sentence, frame);
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
void code_remove_same(const code_sentence *sentence, code_mentions *from, const code_mentions *others)
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
const char *code_turn_roles(code_sentence *sentence, const code_context *context, bool protests,
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
        code_remove_same(sentence, &recipients, &doer);
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
           code_place_of(sentence, predicate, code_frame_type(sentence, frame)) != DRG_NONE;
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

/* "Robert Kilroy resigns as leader": the office says what he is, and he is who acts. */
static void name_holder(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                        code_mentions *actors)
{
    const drg_document *document = sentence->document;
    unsigned view = code_view_of(sentence->frames, frame);
    uint32_t office = code_path_token(sentence, predicate, CODE_SLOT_AS, view, 0);
    bool acts = office != DRG_NONE && actors->count == 1 && sentence->nodes[office].mention == actors->items[0];
    code_mentions holder = {0};
    if (acts) code_resolve_path(sentence, predicate, CODE_SLOT_SUBJECT, view, false, &holder);
    if (holder.count != 1) return;
    uint32_t actor = document->mentions.items[holder.items[0]].actor;
    if (document->actors.items[actor].type == DRG_ACTOR_PERSON) *actors = holder;
}

/* "Israelis are held hostage": behind a passive stands what they are held as, and they are whom it concerns. */
static void drop_complement(const code_sentence *sentence, const code_predicate *predicate, code_mentions *recipients)
{
    if (predicate->kind != CODE_PREDICATE_VERB || !predicate->passive || recipients->count < 2) return;
    size_t kept = 0;
    for (size_t i = 0; i < recipients->count; i++) {
        const drg_mention *mention = &sentence->document->mentions.items[recipients->items[i]];
        uint32_t head = mention->head - sentence->first_token;
        bool here = mention->sentence == sentence->index && head < sentence->count && head > predicate->token;
        bool complement =
            here && sentence->nodes[head].head == predicate->token && sentence->nodes[head].relation == LANGUAGE_OBJ;
        if (!complement) recipients->items[kept++] = recipients->items[i];
    }
    if (kept) recipients->count = kept;
}

/* Of an attack that names nobody whom it hits, those whom its sentence tells to be killed or hurt in it are the
 * recipients: "[two guards] were killed in an ambush". */
static void add_victims(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                        const code_context *context, code_mentions roles[CODE_ROLE_COUNT])
{
    const code_mentions *actors = &roles[CODE_ROLE_ACTOR];
    code_mentions *recipients = &roles[CODE_ROLE_RECIPIENT];
    bool attack = context->act.type == DRG_ASSAULT && code_frame_type(sentence, frame) == DRG_ASSAULT;
    /* of a clash of several the dead are of some side, and no recipients */
    if (!attack || context->negated || recipients->count || distinct_actors(sentence, actors) > 1) return;
    code_toll_victims(sentence, predicate, recipients);
    keep_political(sentence, recipients, CODE_ROLE_RECIPIENT, DRG_ASSAULT);
    code_remove_same(sentence, recipients, actors);
}

/* "Usman Khan stabbed two men": of an attack a person is the doer, though nothing is known of him but his name. */
static void name_attacker(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                          const code_context *context, code_mentions roles[CODE_ROLE_COUNT])
{
    const drg_document *document = sentence->document;
    code_mentions named = {0};
    bool attack = context->act.type == DRG_ASSAULT && code_frame_type(sentence, frame) == DRG_ASSAULT;
    bool first = sentence->frames->numbers[frame->roles[CODE_ROLE_ACTOR].first + 1] == CODE_SLOT_SUBJECT;
    if (!attack || !first || roles[CODE_ROLE_ACTOR].count || predicate->kind != CODE_PREDICATE_VERB) return;
    code_resolve_path(sentence, predicate, CODE_SLOT_SUBJECT, code_view_of(sentence->frames, frame), false, &named);
    for (size_t i = 0; i < named.count; i++) {
        uint32_t actor = document->mentions.items[named.items[i]].actor;
        if (document->actors.items[actor].type == DRG_ACTOR_PERSON)
            code_add_mention(&roles[CODE_ROLE_ACTOR], named.items[i], 0);
    }
    code_remove_same(sentence, &roles[CODE_ROLE_ACTOR], &roles[CODE_ROLE_RECIPIENT]);
}

void code_complete_roles(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                         const code_context *context, code_mentions roles[CODE_ROLE_COUNT])
{
    if (code_frame_type(sentence, frame) == DRG_CONSULT && predicate->kind == CODE_PREDICATE_VERB) {
        code_add_series_behind(sentence, &roles[CODE_ROLE_RECIPIENT]);
        keep_political(sentence, &roles[CODE_ROLE_RECIPIENT], CODE_ROLE_RECIPIENT, DRG_CONSULT);
        code_remove_same(sentence, &roles[CODE_ROLE_RECIPIENT], &roles[CODE_ROLE_ACTOR]);
    }
    name_holder(sentence, frame, predicate, &roles[CODE_ROLE_ACTOR]);
    drop_complement(sentence, predicate, &roles[CODE_ROLE_RECIPIENT]);
    name_attacker(sentence, frame, predicate, context, roles);
    add_victims(sentence, frame, predicate, context, roles);
}

const char *code_lacking_role(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                              const code_context *context, const code_mentions roles[CODE_ROLE_COUNT])
{
    drg_type type = context->act.type;
    bool mutual = type == DRG_CONSULT || type == DRG_AGREE || type == DRG_COOPERATE;
    bool parties =
        (frame->flags & CODE_RECIPROCAL) && (distinct_actors(sentence, &roles[CODE_ROLE_ACTOR]) > 1 ||
                                             (mutual && is_counted_group(sentence, &roles[CODE_ROLE_ACTOR])));
    /* a physical act may be told without its doer; a threat, a demand or a promise of it may not */
    bool agentless = (frame->flags & CODE_AGENTLESS) && context->act.type == code_frame_type(sentence, frame);
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
