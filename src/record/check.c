/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a finished document. Out: whether everything holds that the record promises (docs/record-format.md, "Laws"), or
 * the first thing that does not. Every room to the right writes what is checked here, so that a mistake of any of them
 * shows in the tests and under the fuzzer as a sentence and not as a crash somewhere else.
 */
#include <math.h>

#include "record/record.h"

/* What is being looked at, for the message. */
typedef struct check_state {
    const drg_document *document;
    drg_error *error;
    const char *what;
    size_t index;
} check_state;

static bool wrong(const check_state *check, const char *detail)
{
    base_fail(check->error, DRG_ERROR_FORMAT, "%s %zu: %s", check->what, check->index, detail);
    return false;
}

static bool holds(const check_state *check, bool condition, const char *detail)
{
    return condition || wrong(check, detail);
}

/* Does the offset stand between two characters? Broken bytes are characters of their own. */
static bool between_characters(drg_text text, size_t at)
{
    if (at == 0 || at == text.size || ((unsigned char)text.data[at] & 0xC0) != 0x80) return true;
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        if (((unsigned char)text.data[at - back] & 0xC0) == 0x80) continue;
        int32_t point;
        return base_utf8_next(text, at - back, &point) <= back;
    }
    return true;
}

static bool span_is_good(const check_state *check, drg_span span)
{
    drg_text text = check->document->source.text;
    if (span.begin > span.end || span.end > text.size) return wrong(check, "its span is not inside the text");
    return holds(check, between_characters(text, span.begin) && between_characters(text, span.end),
                 "its span cuts a character");
}

/* A span of at least a byte inside the sentence of that index. */
static bool span_in_sentence(const check_state *check, uint32_t sentence, drg_span span)
{
    if (sentence >= check->document->sentences.count) return wrong(check, "there is no such sentence");
    drg_span whole = check->document->sentences.items[sentence].span;
    return span_is_good(check, span) && holds(check, span.begin < span.end, "its span is empty") &&
           holds(check, span.begin >= whole.begin && span.end <= whole.end, "its span leaves its sentence");
}

static bool token_in_sentence(const check_state *check, uint32_t sentence, uint32_t token)
{
    const drg_sentence *found = &check->document->sentences.items[sentence];
    return holds(check, token >= found->first_token && token - found->first_token < found->token_count,
                 "its head word is not in its sentence");
}

static bool text_is_good(drg_text text)
{
    return base_utf8_broken(text, 0) == text.size;
}

static bool country_is_good(drg_text country)
{
    if (country.size == 0 || base_text_is(country, "---")) return true;
    if (country.size != 3) return false;
    for (size_t i = 0; i < 3; i++)
        if (country.data[i] < 'A' || country.data[i] > 'Z') return false;
    return true;
}

static bool sectors_are_good(drg_texts sectors)
{
    for (size_t i = 0; i < sectors.count; i++)
        if (!record_sector_exists(sectors.items[i])) return false;
    return true;
}

/* "2021", "2021-03" or "2021-03-04"; empty is unknown. */
static bool partial_day_is_good(drg_text day)
{
    char whole[] = "0000-01-01";
    if (day.size != 0 && day.size != 4 && day.size != 7 && day.size != 10) return false;
    if (day.size) memcpy(whole, day.data, day.size);
    return day.size == 0 || record_day_exists(base_text_from(whole));
}

/* ---- language */

/* Each word must reach the root. Words that are known to reach it are marked, so that all walks together take as many
 * steps as there are words. */
static bool words_reach_root(const check_state *check, const drg_sentence *sentence, base_arena *arena)
{
    const drg_token *tokens = check->document->tokens.items;
    size_t first = sentence->first_token, count = sentence->token_count;
    unsigned char *reaches = base_arena_take(arena, count);
    for (size_t i = 0; i < count; i++) {
        size_t at = i, steps = 0;
        for (; !reaches[at] && tokens[first + at].head != DRG_NONE; at = tokens[first + at].head - first)
            if (steps++ > count) return wrong(check, "its heads run in a circle");
        reaches[at] = 1;
        for (at = i; !reaches[at]; at = tokens[first + at].head - first) reaches[at] = 1;
    }
    return true;
}

static bool tree_is_good(const check_state *check, const drg_sentence *sentence, base_arena *arena)
{
    const drg_token *tokens = check->document->tokens.items + sentence->first_token;
    size_t roots = 0;
    for (size_t i = 0; i < sentence->token_count; i++) {
        uint32_t head = tokens[i].head;
        if (head == DRG_NONE)
            roots++;
        else if (head < sentence->first_token || head - sentence->first_token >= sentence->token_count)
            return wrong(check, "a head is not in the sentence");
    }
    return holds(check, roots == 1, "it has not one root") && words_reach_root(check, sentence, arena);
}

static bool words_are_good(const check_state *check, const drg_sentence *sentence)
{
    uint32_t at = sentence->span.begin;
    for (size_t i = 0; i < sentence->token_count; i++) {
        const drg_token *token = &check->document->tokens.items[sentence->first_token + i];
        if (!span_is_good(check, token->span)) return false;
        if (token->span.begin < at || token->span.end > sentence->span.end || token->span.begin == token->span.end)
            return wrong(check, "its words are not one after the other");
        if (token->upos >= DRG_UPOS_COUNT) return wrong(check, "a word has no part of speech");
        if (!text_is_good(token->lemma) || !text_is_good(token->deprel)) return wrong(check, "a lemma is broken UTF-8");
        at = token->span.end;
    }
    return true;
}

static bool sentences_are_good(check_state *check, base_arena *arena)
{
    const drg_document *document = check->document;
    size_t first = 0;
    uint32_t end = 0, paragraph = 0;
    check->what = "sentence";
    for (check->index = 0; check->index < document->sentences.count; check->index++) {
        const drg_sentence *sentence = &document->sentences.items[check->index];
        if (!span_is_good(check, sentence->span)) return false;
        if (sentence->span.begin < end || sentence->paragraph < paragraph) return wrong(check, "it is out of order");
        if (sentence->first_token != first || sentence->token_count > document->tokens.count - first)
            return wrong(check, "its words are not those after the sentence before");
        if (sentence->token_count == 0) return wrong(check, "it has no words");
        if (sentence->body < first || sentence->body > first + sentence->token_count)
            return wrong(check, "its body is outside of it");
        if (!words_are_good(check, sentence) || !tree_is_good(check, sentence, arena)) return false;
        first += sentence->token_count;
        end = sentence->span.end;
        paragraph = sentence->paragraph;
    }
    check->index = first;
    check->what = "word";
    return holds(check, first == document->tokens.count, "it belongs to no sentence");
}

/* ---- find */

static bool roles_are_good(const check_state *check, const drg_actor *actor)
{
    for (size_t i = 0; i < actor->role_count; i++) {
        const drg_role *role = &actor->roles[i];
        if (!role->listed && !span_is_good(check, role->span)) return false;
        if (!role->title.size || !text_is_good(role->title)) return wrong(check, "a role has no title");
        if (!country_is_good(role->country)) return wrong(check, "a role's country is no code");
        if (!partial_day_is_good(role->from) || !partial_day_is_good(role->to))
            return wrong(check, "a role's time is no date");
    }
    return true;
}

static bool actors_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    check->what = "actor";
    for (check->index = 0; check->index < check->document->actors.count; check->index++) {
        const drg_actor *actor = &check->document->actors.items[check->index];
        if (!actor->id.size || !text_is_good(actor->id)) return wrong(check, "it has no id");
        if (base_map_get(&ids, actor->id) != DRG_NONE) return wrong(check, "its id is another's too");
        base_map_put(arena, &ids, actor->id, 1);
        if (!actor->name.size || !text_is_good(actor->name)) return wrong(check, "it has no name");
        if (!*drg_actor_type_name(actor->type)) return wrong(check, "its type is none");
        if (!country_is_good(actor->country)) return wrong(check, "its country is no code");
        if (!sectors_are_good(actor->sector)) return wrong(check, "a sector is none of the codebook");
        if (!span_in_sentence(check, actor->sentence, actor->span) || !roles_are_good(check, actor)) return false;
    }
    return true;
}

static bool mentions_are_good(check_state *check)
{
    uint32_t sentence = 0;
    check->what = "mention";
    for (check->index = 0; check->index < check->document->mentions.count; check->index++) {
        const drg_mention *mention = &check->document->mentions.items[check->index];
        if (mention->actor >= check->document->actors.count) return wrong(check, "there is no such actor");
        if (!span_in_sentence(check, mention->sentence, mention->span)) return false;
        if (!token_in_sentence(check, mention->sentence, mention->head)) return false;
        if (mention->sentence < sentence) return wrong(check, "it is out of order");
        if (!*drg_via_name(mention->via)) return wrong(check, "its via is none");
        if (!country_is_good(mention->country)) return wrong(check, "its country is no code");
        if (!sectors_are_good(mention->sector)) return wrong(check, "a sector is none of the codebook");
        if (!text_is_good(mention->role)) return wrong(check, "its role is broken UTF-8");
        sentence = mention->sentence;
    }
    return true;
}

static bool day_or_none(const char day[11])
{
    return !day[0] || (memchr(day, 0, 11) && record_day_exists(base_text_from(day)));
}

/* A TIMEX3 value: capitals, digits, and the marks between them. */
static bool is_value(const char value[DRG_VALUE_SIZE])
{
    const char *end = memchr(value, 0, DRG_VALUE_SIZE);
    for (const char *at = value; end && at < end; at++)
        if (!(*at >= 'A' && *at <= 'Z') && !(*at >= '0' && *at <= '9') && !strchr("-:_.", *at)) return false;
    return end != NULL;
}

static bool kind_is_good(check_state *check, const drg_date *date)
{
    if (date->kind >= DRG_TIMEX_COUNT || date->mod >= DRG_MOD_COUNT || date->anchored >= DRG_ANCHOR_COUNT)
        return wrong(check, "its type, mod or anchor is none");
    if (!is_value(date->value)) return wrong(check, "its value is none");
    bool day = date->from[0] || date->to[0];
    if (!day && !date->value[0]) return wrong(check, "neither from nor to nor a value");
    if (day && date->precision == DRG_PRECISION_UNKNOWN) return wrong(check, "its precision is not known");
    if (date->kind == DRG_TIMEX_SET && day) return wrong(check, "what recurs has no day");
    if (date->anchored != DRG_ANCHOR_NONE && !date->anchor[0])
        return wrong(check, "the day of its anchor is not known");
    return true;
}

static bool dates_are_good(check_state *check)
{
    check->what = "date";
    for (check->index = 0; check->index < check->document->dates.count; check->index++) {
        const drg_date *date = &check->document->dates.items[check->index];
        if (!span_in_sentence(check, date->sentence, date->span)) return false;
        if (date->head != DRG_NONE && !token_in_sentence(check, date->sentence, date->head)) return false;
        if (!day_or_none(date->from) || !day_or_none(date->to) || !day_or_none(date->anchor))
            return wrong(check, "no day");
        if (!kind_is_good(check, date)) return false;
        if (date->from[0] && date->to[0] && strcmp(date->from, date->to) > 0)
            return wrong(check, "it ends before it begins");
        if (date->precision != DRG_PRECISION_UNKNOWN && !*drg_precision_name(date->precision))
            return wrong(check, "its precision is none");
    }
    return true;
}

static bool places_are_good(check_state *check)
{
    check->what = "place";
    for (check->index = 0; check->index < check->document->places.count; check->index++) {
        const drg_place *place = &check->document->places.items[check->index];
        if (!span_in_sentence(check, place->sentence, place->span)) return false;
        if (!token_in_sentence(check, place->sentence, place->head)) return false;
        if (!place->name.size || !text_is_good(place->name)) return wrong(check, "it has no name");
        if (!country_is_good(place->country)) return wrong(check, "its country is no code");
        if (place->located && !(fabs(place->lat) <= 90 && fabs(place->lon) <= 180))
            return wrong(check, "nowhere on earth");
    }
    return true;
}

/* ---- code */

static bool indexes_are_good(const check_state *check, drg_indexes indexes)
{
    for (size_t i = 0; i < indexes.count; i++) {
        if (indexes.items[i] >= check->document->mentions.count) return wrong(check, "there is no such mention");
        for (size_t k = 0; k < i && i < 1000; k++)
            if (indexes.items[k] == indexes.items[i]) return wrong(check, "a mention stands twice in a list");
    }
    return true;
}

static bool codes_are_good(const check_state *check, const drg_event *event)
{
    double goldstein;
    if (!*drg_type_name(event->type)) return wrong(check, "its type is none");
    if (!record_mode_exists(event->type, event->mode)) return wrong(check, "its type has no such mode");
    if (event->cameo.size && !record_cameo_exists(event->cameo)) return wrong(check, "there is no such CAMEO code");
    if (!base_text_equal(event->quad, record_quad(event->type))) return wrong(check, "its quad is not its type's");
    if (event->score != record_score(event->type, event->mode)) return wrong(check, "its score is not its mode's");
    if (event->has_goldstein && !(record_goldstein(event->cameo, &goldstein) && goldstein == event->goldstein))
        return wrong(check, "its Goldstein score is not its code's");
    for (size_t i = 0; i < event->contexts.count; i++)
        if (!record_context_exists(event->contexts.items[i])) return wrong(check, "a context is none of the codebook");
    return true;
}

static bool medium_is_good(drg_text medium)
{
    static const char *const media[] = {"",     "post",   "interview", "statement", "speech", "press-conference",
                                        "call", "letter", "report"};
    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (base_text_is(medium, media[i])) return true;
    return false;
}

static bool said_is_good(const check_state *check, const drg_attribution *said)
{
    if (said->speaker != DRG_NONE && said->speaker >= check->document->mentions.count)
        return wrong(check, "there is no such speaker");
    if (!span_is_good(check, said->speaker_span) || !span_is_good(check, said->verb_span)) return false;
    if (!medium_is_good(said->medium)) return wrong(check, "its medium is none");
    if (!text_is_good(said->outlet) || !text_is_good(said->verb)) return wrong(check, "an attribution is broken UTF-8");
    bool nobody = said->speaker == DRG_NONE && said->speaker_span.begin == said->speaker_span.end && !said->outlet.size;
    if (nobody && said->verb_span.begin == said->verb_span.end) return wrong(check, "an attribution to nobody");
    return true;
}

static bool attribution_is_good(const check_state *check, const drg_event *event)
{
    for (size_t i = 0; i < event->attribution_count; i++)
        if (!said_is_good(check, &event->attribution[i])) return false;
    return true;
}

static bool magnitude_is_good(const drg_magnitude *magnitude)
{
    if (magnitude->dead < -1 || magnitude->injured < -1 || magnitude->detained < -1 || magnitude->people < -1)
        return false;
    return !magnitude->has_money || (isfinite(magnitude->money.amount) && memchr(magnitude->money.currency, 0, 4));
}

static bool tellings_are_good(const check_state *check, const drg_event *event)
{
    for (size_t i = 0; i < event->telling_count; i++) {
        const drg_telling *telling = &event->tellings[i];
        if (!span_in_sentence(check, telling->sentence, telling->span) ||
            !span_in_sentence(check, telling->sentence, telling->trigger))
            return false;
    }
    return true;
}

static bool event_is_good(const check_state *check, const drg_event *event)
{
    const drg_document *document = check->document;
    if (!span_in_sentence(check, event->sentence, event->span)) return false;
    if (!span_in_sentence(check, event->sentence, event->trigger)) return false;
    if (!token_in_sentence(check, event->sentence, event->trigger_head)) return false;
    if (!codes_are_good(check, event) || !attribution_is_good(check, event)) return false;
    if (!indexes_are_good(check, event->actors) || !indexes_are_good(check, event->recipients) ||
        !indexes_are_good(check, event->third))
        return false;
    if (!*drg_event_status_name(event->status)) return wrong(check, "its status is none");
    if (event->date != DRG_NONE && event->date >= document->dates.count) return wrong(check, "there is no such date");
    if (event->place != DRG_NONE && event->place >= document->places.count)
        return wrong(check, "there is no such place");
    if (!magnitude_is_good(&event->magnitude)) return wrong(check, "a figure is none");
    if (!tellings_are_good(check, event)) return false;
    if (!event->rule.size || !memchr(event->rule.data, '#', event->rule.size)) return wrong(check, "its rule is none");
    return holds(check, event->confidence >= 0 && event->confidence <= 1, "its confidence is not in 0..1");
}

static bool events_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    uint32_t sentence = 0;
    check->what = "event";
    for (check->index = 0; check->index < check->document->events.count; check->index++) {
        const drg_event *event = &check->document->events.items[check->index];
        if (!event->id.size || !text_is_good(event->id)) return wrong(check, "it has no id");
        if (base_map_get(&ids, event->id) != DRG_NONE) return wrong(check, "its id is another's too");
        base_map_put(arena, &ids, event->id, 1);
        if (!event_is_good(check, event)) return false;
        if (event->sentence < sentence) return wrong(check, "it is out of order");
        sentence = event->sentence;
    }
    return true;
}

static bool about_is_good(const check_state *check, const drg_about *about)
{
    const drg_document *document = check->document;
    bool term = about->matter == DRG_MATTER_TERM;
    size_t count = about->matter == DRG_MATTER_MEETING ? document->meetings.count
                   : about->matter == DRG_MATTER_EVENT ? document->events.count
                                                       : document->proposals.count;
    if (about->matter >= DRG_MATTER_COUNT || about->item >= count) return wrong(check, "there is no such matter");
    if (term != (about->term != DRG_NONE)) return wrong(check, "a matter that is no term has one, or one lacks it");
    if (term && about->term >= document->proposals.items[about->item].term_count)
        return wrong(check, "there is no such term");
    return true;
}

static bool statement_is_good(const check_state *check, const drg_statement *statement)
{
    const drg_document *document = check->document;
    if (!statement->id.size || !text_is_good(statement->id)) return wrong(check, "it has no id");
    if (statement->sentence >= document->sentences.count) return wrong(check, "there is no such sentence");
    drg_span home = document->sentences.items[statement->sentence].span;
    if (!span_is_good(check, statement->span) || statement->span.begin == statement->span.end) return false;
    if (statement->span.begin < home.begin || statement->span.begin >= home.end)
        return wrong(check, "it does not begin in its sentence");
    if (statement->addressee != DRG_NONE && statement->addressee >= document->mentions.count)
        return wrong(check, "there is no such addressee");
    if (statement->date != DRG_NONE && statement->date >= document->dates.count)
        return wrong(check, "there is no such date");
    if (statement->stance >= DRG_STANCE_COUNT) return wrong(check, "its stance is none");
    if (statement->reverses != DRG_NONE &&
        (statement->reverses >= document->statements.count || statement->reverses == check->index))
        return wrong(check, "it reverses none");
    for (size_t i = 0; i < statement->about_count; i++)
        if (!about_is_good(check, &statement->about[i])) return false;
    return span_is_good(check, statement->reversal) && said_is_good(check, &statement->said);
}

static bool statements_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    check->what = "statement";
    for (check->index = 0; check->index < check->document->statements.count; check->index++) {
        const drg_statement *statement = &check->document->statements.items[check->index];
        if (!statement_is_good(check, statement)) return false;
        if (base_map_get(&ids, statement->id) != DRG_NONE) return wrong(check, "its id is another's too");
        base_map_put(arena, &ids, statement->id, 1);
        if (check->index && statement->span.begin < statement[-1].span.begin) return wrong(check, "it is out of order");
    }
    return true;
}

static bool participants_are_good(const check_state *check, const drg_meeting *meeting)
{
    const drg_document *document = check->document;
    for (size_t i = 0; i < meeting->participant_count; i++) {
        const drg_participant *one = &meeting->participants[i];
        if (one->mention >= document->mentions.count) return wrong(check, "there is no such participant");
        if (!*drg_part_name(one->part) || !*drg_attendance_name(one->attendance))
            return wrong(check, "a part or attendance is none");
        if (one->date != DRG_NONE && one->date >= document->dates.count) return wrong(check, "there is no such date");
        if (!span_in_sentence(check, one->sentence, one->span)) return false;
    }
    return true;
}

static bool level_is_good(drg_text level)
{
    return !level.size || base_text_is(level, "head-of-state") || base_text_is(level, "ministerial") ||
           base_text_is(level, "envoy") || base_text_is(level, "technical");
}

static bool meeting_is_good(const check_state *check, const drg_meeting *meeting)
{
    const drg_document *document = check->document;
    if (!span_in_sentence(check, meeting->sentence, meeting->span) || !span_is_good(check, meeting->topic))
        return false;
    if (!*drg_meeting_status_name(meeting->status)) return wrong(check, "its status is none");
    if (!level_is_good(meeting->level)) return wrong(check, "its level is none");
    if (meeting->place != DRG_NONE && meeting->place >= document->places.count)
        return wrong(check, "there is no such place");
    if (meeting->date != DRG_NONE && meeting->date >= document->dates.count)
        return wrong(check, "there is no such date");
    if (!meeting->history_count) return wrong(check, "it has no history");
    for (size_t i = 0; i < meeting->history_count; i++) {
        const drg_meeting_step *step = &meeting->history[i];
        if (!*drg_meeting_status_name(step->status)) return wrong(check, "a status is none");
        if (step->date != DRG_NONE && step->date >= document->dates.count) return wrong(check, "there is no such date");
        if (!span_in_sentence(check, step->sentence, step->span)) return false;
    }
    for (size_t i = 0; i < meeting->events.count; i++)
        if (meeting->events.items[i] >= document->events.count) return wrong(check, "there is no such event");
    return participants_are_good(check, meeting);
}

static bool meetings_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    check->what = "meeting";
    for (check->index = 0; check->index < check->document->meetings.count; check->index++) {
        const drg_meeting *meeting = &check->document->meetings.items[check->index];
        if (!meeting->id.size || base_map_get(&ids, meeting->id) != DRG_NONE)
            return wrong(check, "it has no id of its own");
        base_map_put(arena, &ids, meeting->id, 1);
        if (!meeting_is_good(check, meeting)) return false;
    }
    return true;
}

static bool mentions_exist(const check_state *check, drg_indexes mentions)
{
    for (size_t i = 0; i < mentions.count; i++)
        if (mentions.items[i] >= check->document->mentions.count) return wrong(check, "there is no such mention");
    return true;
}

static bool terms_are_good(const check_state *check, const drg_proposal *proposal)
{
    for (size_t i = 0; i < proposal->term_count; i++) {
        const drg_term *term = &proposal->terms[i];
        if (!span_in_sentence(check, term->sentence, term->span) || !span_is_good(check, term->by) ||
            !span_is_good(check, term->action) || !span_is_good(check, term->object) ||
            !span_is_good(check, term->benefits) || !span_is_good(check, term->costs))
            return false;
        if (!text_is_good(term->subject)) return wrong(check, "a subject is no text");
    }
    return true;
}

static bool proposal_is_good(const check_state *check, const drg_proposal *proposal)
{
    const drg_document *document = check->document;
    if (!span_in_sentence(check, proposal->sentence, proposal->span)) return false;
    if (proposal->version.size && !record_version_exists(proposal->version)) return wrong(check, "its version is none");
    if (proposal->place != DRG_NONE && proposal->place >= document->places.count)
        return wrong(check, "there is no such place");
    if (proposal->date != DRG_NONE && proposal->date >= document->dates.count)
        return wrong(check, "there is no such date");
    if (proposal->answers != DRG_NONE &&
        (proposal->answers >= document->proposals.count || proposal->answers == check->index))
        return wrong(check, "it answers none");
    for (size_t i = 0; i < proposal->telling_count; i++)
        if (!span_in_sentence(check, proposal->tellings[i].sentence, proposal->tellings[i].span)) return false;
    return mentions_exist(check, proposal->proposers) && mentions_exist(check, proposal->presented_to) &&
           terms_are_good(check, proposal);
}

static bool proposals_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    check->what = "proposal";
    for (check->index = 0; check->index < check->document->proposals.count; check->index++) {
        const drg_proposal *proposal = &check->document->proposals.items[check->index];
        if (!proposal->id.size || base_map_get(&ids, proposal->id) != DRG_NONE)
            return wrong(check, "it has no id of its own");
        base_map_put(arena, &ids, proposal->id, 1);
        if (!proposal_is_good(check, proposal)) return false;
    }
    return true;
}

static bool position_is_good(const check_state *check, const drg_position *position)
{
    const drg_document *document = check->document;
    if (!span_in_sentence(check, position->sentence, position->span)) return false;
    if (position->mention >= document->mentions.count) return wrong(check, "there is no such mention");
    if (!*drg_stance_name(position->stance)) return wrong(check, "its stance is none");
    if (position->proposal != DRG_NONE && position->proposal >= document->proposals.count)
        return wrong(check, "there is no such proposal");
    if (position->term != DRG_NONE &&
        (position->proposal == DRG_NONE || position->term >= document->proposals.items[position->proposal].term_count))
        return wrong(check, "there is no such term");
    if (position->date != DRG_NONE && position->date >= document->dates.count)
        return wrong(check, "there is no such date");
    if (position->statement != DRG_NONE && position->statement >= document->statements.count)
        return wrong(check, "there is no such statement");
    return span_is_good(check, position->content) && span_is_good(check, position->condition);
}

static bool positions_are_good(check_state *check, base_arena *arena)
{
    base_map ids = {0};
    check->what = "position";
    for (check->index = 0; check->index < check->document->positions.count; check->index++) {
        const drg_position *position = &check->document->positions.items[check->index];
        if (!position->id.size || base_map_get(&ids, position->id) != DRG_NONE)
            return wrong(check, "it has no id of its own");
        base_map_put(arena, &ids, position->id, 1);
        if (!position_is_good(check, position)) return false;
    }
    return true;
}

static bool remarks_are_good(check_state *check)
{
    check->what = "note";
    for (check->index = 0; check->index < check->document->notes.count; check->index++) {
        const drg_note *note = &check->document->notes.items[check->index];
        drg_text text = check->document->source.text;
        if (note->span.begin > note->span.end || note->span.end > text.size)
            return wrong(check, "its span is not inside the text");
        if (!note->text.size || !text_is_good(note->text)) return wrong(check, "it says nothing");
    }
    check->what = "refusal";
    for (check->index = 0; check->index < check->document->refusals.count; check->index++) {
        const drg_refusal *refusal = &check->document->refusals.items[check->index];
        if (refusal->sentence >= check->document->sentences.count) return wrong(check, "there is no such sentence");
        if (!token_in_sentence(check, refusal->sentence, refusal->trigger_head)) return false;
        if (!refusal->reason.size) return wrong(check, "it has no reason");
    }
    return true;
}

/* Apart from record_check, because what a function has changed after its setjmp is lost to it after the jump. */
static drg_status check_all(const drg_document *document, base_arena *arena, drg_error *error)
{
    jmp_buf escape;
    base_arena_open(arena, 0, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "no memory to check the document");
    check_state check = {.document = document, .error = error, .what = "document"};
    bool good = holds(&check, document->source.text.size <= BOUND_DOCUMENT_BYTES, "its text is too long") &&
                holds(&check, document->id.size && text_is_good(document->id), "it has no id") &&
                sentences_are_good(&check, arena) && actors_are_good(&check, arena) && mentions_are_good(&check) &&
                dates_are_good(&check) && places_are_good(&check) && events_are_good(&check, arena) &&
                statements_are_good(&check, arena) && meetings_are_good(&check, arena) &&
                proposals_are_good(&check, arena) && positions_are_good(&check, arena) && remarks_are_good(&check);
    return good ? DRG_OK : DRG_ERROR_FORMAT;
}

drg_status record_check(const drg_document *document, drg_error *error)
{
    base_arena arena;
    drg_status status = check_all(document, &arena, error);
    base_arena_close(&arena);
    return status;
}
