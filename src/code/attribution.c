/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the speakers that the walk to an act has met. Out: the event's attribution: who, by which verb, in what medium,
 * to which outlet, in quotation marks or not.
 */
#include "code/setting.h"

/* A speaker's phrase: a mention, or its wording when it is only described ("a European diplomat"). */
static void fill_speaker(code_sentence *sentence, uint32_t token, drg_attribution *said)
{
    code_mentions mentions = {0};
    if (token == DRG_NONE) return;
    code_resolve(sentence, token, false, &mentions);
    if (mentions.count && mentions.distance == 0) {
        said->speaker = mentions.items[0];
        return;
    }
    if (sentence->nodes[token].upos == DRG_PRON) return;
    uint32_t first, last;
    code_extent(sentence, token, true, &first, &last);
    said->speaker_span = code_span(sentence, first, last);
}

static drg_text medium_of(const code_sentence *sentence, uint32_t token)
{
    static const struct {
        code_class noun_class;
        const char *medium;
    } media[] = {{CODE_CLASS_MEDIUM_POST, "post"},
                 {CODE_CLASS_MEDIUM_INTERVIEW, "interview"},
                 {CODE_CLASS_MEDIUM_STATEMENT, "statement"},
                 {CODE_CLASS_MEDIUM_SPEECH, "speech"},
                 {CODE_CLASS_MEDIUM_CONFERENCE, "press-conference"},
                 {CODE_CLASS_MEDIUM_CALL, "call"},
                 {CODE_CLASS_MEDIUM_LETTER, "letter"},
                 {CODE_CLASS_MEDIUM_REPORT, "report"}};
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (code_is_member(sentence, token, sentence->frames->classes[media[i].noun_class]))
            return base_text_from(media[i].medium);
    return (drg_text){"", 0};
}

/* The press that is told: "told NBC News", "in an interview with CNN". */
static drg_text outlet_at(code_sentence *sentence, uint32_t token)
{
    const drg_document *document = sentence->document;
    for (uint32_t next = sentence->nodes[token].mention; next != DRG_NONE; next = sentence->next_mention[next]) {
        const drg_mention *mention = &document->mentions.items[next];
        if (mention->sector.count && base_text_is(mention->sector.items[0], "JRN") &&
            document->actors.items[mention->actor].type == DRG_ACTOR_ORGANIZATION)
            return document->actors.items[mention->actor].name;
    }
    return (drg_text){"", 0};
}

static void fill_channel(code_sentence *sentence, uint32_t cue, drg_attribution *said)
{
    const code_predicate *predicate = code_predicate_of(sentence, cue);
    for (size_t i = 0; i < predicate->argument_count; i++) {
        code_argument argument = predicate->arguments[i];
        if (argument.slot == CODE_SLOT_IN || argument.slot == CODE_SLOT_ON || argument.slot == CODE_SLOT_DURING ||
            argument.slot == CODE_SLOT_AT || argument.slot == CODE_SLOT_VIA) {
            if (!said->medium.size) said->medium = medium_of(sentence, argument.token);
            uint32_t with = code_child(sentence, argument.token, LANGUAGE_NMOD);
            if (with != DRG_NONE && !said->outlet.size) said->outlet = outlet_at(sentence, with);
        } else if (argument.slot == CODE_SLOT_OBJECT || argument.slot == CODE_SLOT_INDIRECT ||
                   argument.slot == CODE_SLOT_TO) {
            if (!said->outlet.size) said->outlet = outlet_at(sentence, argument.token);
        }
    }
}

bool code_attribute_to(code_sentence *sentence, code_speaker speaker, drg_attribution *ret_said)
{
    drg_attribution said = {.speaker = DRG_NONE,
                            .verb = code_lemma(sentence, speaker.cue),
                            .verb_span = code_span(sentence, speaker.cue, speaker.cue)};
    if (base_text_is(said.verb, "accord") || base_text_is(said.verb, "according"))
        said.verb = BASE_LITERAL("according to");
    fill_speaker(sentence, speaker.token, &said);
    fill_channel(sentence, speaker.cue, &said);
    *ret_said = said;
    return said.speaker != DRG_NONE || said.speaker_span.begin < said.speaker_span.end || said.outlet.size;
}

void code_attribute(code_sentence *sentence, const code_context *context, drg_event *event)
{
    if (!context->speaker_count) return;
    drg_attribution *all = BASE_ARRAY(&sentence->document->arena, drg_attribution, context->speaker_count);
    size_t count = 0;
    for (size_t i = 0; i < context->speaker_count; i++) {
        code_speaker speaker = context->speakers[i];
        if (!code_attribute_to(sentence, speaker, &all[count])) continue;
        bool cue_quoted = sentence->quoted[sentence->first_token + speaker.cue];
        all[count++].direct = sentence->quoted[event->trigger_head] && !cue_quoted;
    }
    event->attribution = all;
    event->attribution_count = count;
}
