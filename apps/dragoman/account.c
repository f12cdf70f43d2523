/* SPDX-License-Identifier: Apache-2.0
 * In: a document with its refusals. Out: for each sentence that has something to tell, its tree, and for each event the
 * wording with its parts marked and a line for each field, led by the letter of its mark. */
#include "account.h"

#include <stdlib.h>

#include "drawing.h"
#include "marks.h"

#define INDENT "    "
#define COLUMNS_OF(style) ((style).width ? (style).width : 100)

typedef struct account_state {
    const drg_document *document;
    const account_choice *choice;
    line_buffer *lines;
} account_state;

/* ---------------------------------------------------------------- lines */

static void add_clean(account_state *account, drg_text text)
{
    buffer_add_clean(account->lines, text);
}

static void add_wording(account_state *account, drg_span span)
{
    buffer_add_string(account->lines, "\"");
    add_clean(account, text_slice(drg_document_text(account->document), span.begin, span.end));
    buffer_add_string(account->lines, "\"");
}

static void begin_line(account_state *account, char letter, const char *name)
{
    buffer_format(account->lines, INDENT "%c %-11s", letter, name);
}

static void end_line(account_state *account)
{
    buffer_add_string(account->lines, "\n");
}

static void add_heading(account_state *account, const char *heading)
{
    bool color = account->choice->style.color;
    buffer_format(account->lines, "%s%s%s", color ? "\033[1m" : "", heading, color ? "\033[0m" : "");
}

static void add_list(account_state *account, const drg_texts *texts, const char *between)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (i) buffer_add_string(account->lines, between);
        add_clean(account, texts->items[i]);
    }
}

/* ---------------------------------------------------------------- the fields of an event */

/* "Emmanuel Macron, FRA GOV, President: "French President Emmanuel Macron", by name" */
static void add_mention(account_state *account, uint32_t index)
{
    const drg_mention *mention = &drg_document_mentions(account->document)[index];
    const drg_actor *actor = &drg_document_actors(account->document)[mention->actor];
    add_clean(account, actor->name);
    if (mention->country.size || mention->sector.count) buffer_add_string(account->lines, ",");
    if (mention->country.size) buffer_format(account->lines, " %.*s", TEXT_PRINT(mention->country));
    for (size_t i = 0; i < mention->sector.count; i++)
        buffer_format(account->lines, " %.*s", TEXT_PRINT(mention->sector.items[i]));
    if (mention->role.size) buffer_add_string(account->lines, ", ");
    add_clean(account, mention->role);
    buffer_add_string(account->lines, ": ");
    add_wording(account, mention->span);
    buffer_format(account->lines, ", by %s", drg_via_name(mention->via));
}

static void add_mentions(account_state *account, char letter, const char *name, const drg_indexes *mentions)
{
    for (size_t i = 0; i < mentions->count; i++) {
        begin_line(account, letter, name);
        add_mention(account, mentions->items[i]);
        end_line(account);
    }
}

static void add_date(account_state *account, const drg_event *event)
{
    if (event->date == DRG_NONE) return;
    const drg_date *date = &drg_document_dates(account->document)[event->date];
    begin_line(account, 'D', "date");
    buffer_format(account->lines, "%s", date->from);
    if (!date->from[0] || !date->to[0] || !text_is(text_of(date->from), date->to))
        buffer_format(account->lines, "..%s", date->to);
    buffer_format(account->lines, " (%s): ", drg_precision_name(date->precision));
    if (date->span.end > date->span.begin) add_wording(account, date->span);
    if (date->anchor[0]) buffer_format(account->lines, ", counted from %s", date->anchor);
    if (date->inherited) buffer_add_string(account->lines, ", carried over from elsewhere in the text");
    end_line(account);
}

static void add_place(account_state *account, const drg_event *event)
{
    if (event->place == DRG_NONE) return;
    const drg_place *place = &drg_document_places(account->document)[event->place];
    begin_line(account, 'P', "place");
    add_clean(account, place->name);
    if (place->country.size) buffer_format(account->lines, ", %.*s", TEXT_PRINT(place->country));
    buffer_add_string(account->lines, ": ");
    add_wording(account, place->span);
    end_line(account);
}

static void add_speaker(account_state *account, const drg_attribution *source)
{
    begin_line(account, 'S', "said by");
    if (source->speaker != DRG_NONE)
        add_mention(account, source->speaker);
    else if (source->speaker_span.end > source->speaker_span.begin)
        add_wording(account, source->speaker_span);
    else
        buffer_add_string(account->lines, "somebody unnamed");
    if (source->outlet.size) buffer_add_string(account->lines, "; to or through ");
    add_clean(account, source->outlet);
    if (source->medium.size) buffer_format(account->lines, "; in a %.*s", TEXT_PRINT(source->medium));
    if (source->verb.size) buffer_format(account->lines, "; \"%.*s\"", TEXT_PRINT(source->verb));
    buffer_add_string(account->lines, source->direct ? "; in quotation marks" : "");
    end_line(account);
}

static void add_count(account_state *account, const char *name, int64_t count)
{
    if (count < 0) return;
    begin_line(account, ' ', name);
    buffer_format(account->lines, "%lld\n", (long long)count);
}

static void add_magnitude(account_state *account, const drg_magnitude *magnitude)
{
    add_count(account, "dead", magnitude->dead);
    add_count(account, "injured", magnitude->injured);
    add_count(account, "detained", magnitude->detained);
    add_count(account, "people", magnitude->people);
    if (!magnitude->has_money) return;
    begin_line(account, ' ', "money");
    buffer_format(account->lines, "%.2f %s\n", magnitude->money.amount, magnitude->money.currency);
}

static void add_tellings(account_state *account, const drg_event *event)
{
    if (!event->telling_count) return;
    begin_line(account, ' ', "told also");
    for (size_t i = 0; i < event->telling_count; i++) {
        drg_span trigger = event->tellings[i].trigger;
        buffer_format(account->lines, "%ssentence %u, \"", i ? "; " : "", (unsigned)event->tellings[i].sentence);
        buffer_add_clean(account->lines, text_slice(drg_document_text(account->document), trigger.begin, trigger.end));
        buffer_add_string(account->lines, "\"");
    }
    end_line(account);
}

static void add_codes(account_state *account, const drg_event *event)
{
    begin_line(account, ' ', "codes");
    if (event->cameo.size) buffer_format(account->lines, "CAMEO %.*s, ", TEXT_PRINT(event->cameo));
    buffer_format(account->lines, "%.*s, score %.1f", TEXT_PRINT(event->quad), event->score);
    if (event->has_goldstein) buffer_format(account->lines, ", Goldstein %.1f", event->goldstein);
    end_line(account);
    if (!event->contexts.count) return;
    begin_line(account, ' ', "contexts");
    add_list(account, &event->contexts, ", ");
    end_line(account);
}

/* "consult.yaml#meet", line 12: "consult.yaml:12, frame meet". "model#AID": no frame, a proposal of the model. */
static void add_rule(account_state *account, drg_text rule, uint32_t line)
{
    size_t hash = text_find(rule, text_of("#"), 0);
    drg_text file = hash == SIZE_MAX ? rule : text_slice(rule, 0, hash);
    if (text_is(file, "model")) {
        buffer_format(account->lines, "none: the model proposes %.*s",
                      TEXT_PRINT(text_slice(rule, hash + 1, rule.size)));
        return;
    }
    buffer_format(account->lines, "%.*s:%u", TEXT_PRINT(file), (unsigned)line);
    if (hash == SIZE_MAX) return;
    drg_text name = text_slice(rule, hash + 1, rule.size);
    buffer_format(account->lines, ", frame %.*s", TEXT_PRINT(name));
}

static void add_status(account_state *account, const drg_event *event)
{
    begin_line(account, ' ', "status");
    bool open = event->status == DRG_STATUS_CONDITIONAL || event->status == DRG_STATUS_HYPOTHETICAL;
    buffer_format(account->lines, "%s%s%s, confidence %.2f\n", open ? "if: " : "", drg_event_status_name(event->status),
                  event->negated ? ", negated: it did not happen" : "", event->confidence);
    begin_line(account, 'T', "frame");
    add_rule(account, event->rule, event->rule_line);
    buffer_add_string(account->lines, ": ");
    add_wording(account, event->trigger);
    end_line(account);
}

/* ---------------------------------------------------------------- marks */

typedef struct mark_list {
    text_mark *items;
    size_t count;
} mark_list;

static void add_mark(mark_list *marks, drg_span span, char letter, const char *color)
{
    if (span.end <= span.begin) return;
    marks->items = memory_grow(marks->items, (marks->count + 1) * sizeof *marks->items);
    marks->items[marks->count++] = (text_mark){span, letter, color};
}

static void mark_mentions(const drg_document *document, mark_list *marks, const drg_indexes *mentions, char letter,
                          const char *color)
{
    for (size_t i = 0; i < mentions->count; i++)
        add_mark(marks, drg_document_mentions(document)[mentions->items[i]].span, letter, color);
}

static void collect_marks(const drg_document *document, const drg_event *event, mark_list *marks)
{
    add_mark(marks, event->trigger, 'T', "1;33");
    if (event->date != DRG_NONE) add_mark(marks, drg_document_dates(document)[event->date].span, 'D', "35");
    if (event->place != DRG_NONE) add_mark(marks, drg_document_places(document)[event->place].span, 'P', "34");
    mark_mentions(document, marks, &event->actors, 'A', "32");
    mark_mentions(document, marks, &event->recipients, 'R', "36");
    mark_mentions(document, marks, &event->third, 'O', "33");
    for (size_t i = 0; i < event->attribution_count; i++) {
        const drg_attribution *source = &event->attribution[i];
        if (source->speaker != DRG_NONE)
            add_mark(marks, drg_document_mentions(document)[source->speaker].span, 'S', "31");
        add_mark(marks, source->speaker_span, 'S', "31");
        add_mark(marks, source->verb_span, 'S', "31");
    }
}

static void draw_wording(account_state *account, const drg_event *event)
{
    mark_list marks = {0};
    const drg_sentence *sentence = &drg_document_sentences(account->document)[event->sentence];
    collect_marks(account->document, event, &marks);
    marks_draw(drg_document_text(account->document), sentence->span, marks.items, marks.count, INDENT,
               COLUMNS_OF(account->choice->style) - sizeof INDENT + 1, account->choice->style.color, account->lines);
    free(marks.items);
}

/* ---------------------------------------------------------------- sentences */

static void add_event(account_state *account, const drg_event *event)
{
    line_buffer heading = {0};
    buffer_format(&heading, "  %s%s%s%.*s", event->negated ? "NOT " : "", drg_type_name(event->type),
                  event->mode.size ? "-" : "", TEXT_PRINT(event->mode));
    add_heading(account, heading.data);
    buffer_free(&heading);
    buffer_format(account->lines, "  event %.*s\n", TEXT_PRINT(event->id));
    draw_wording(account, event);
    add_mentions(account, 'A', "actor", &event->actors);
    add_mentions(account, 'R', "recipient", &event->recipients);
    add_mentions(account, 'O', "third", &event->third);
    add_date(account, event);
    add_place(account, event);
    for (size_t i = 0; i < event->attribution_count; i++) add_speaker(account, &event->attribution[i]);
    add_magnitude(account, &event->magnitude);
    add_codes(account, event);
    add_tellings(account, event);
    add_status(account, event);
    end_line(account);
}

static void add_refusal(account_state *account, const drg_refusal *refusal)
{
    buffer_add_string(account->lines, INDENT);
    add_rule(account, refusal->rule, refusal->rule_line);
    if (refusal->trigger_head < drg_document_token_count(account->document)) {
        buffer_add_string(account->lines, ", at ");
        add_wording(account, drg_document_tokens(account->document)[refusal->trigger_head].span);
    }
    buffer_add_string(account->lines, ": ");
    add_clean(account, refusal->reason);
    end_line(account);
}

static bool is_chosen(const account_state *account, const drg_event *event)
{
    drg_text wanted = account->choice->event;
    return event->id.size >= wanted.size && text_equal(text_slice(event->id, 0, wanted.size), wanted);
}

/* The events of a sentence are the ones from *ret_first to the end that is returned: they are in the order of the text.
 */
static size_t events_of(const drg_document *document, size_t sentence, size_t *ret_first)
{
    const drg_event *events = drg_document_events(document);
    size_t low = 0, count = drg_document_event_count(document);
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (events[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    *ret_first = low;
    while (low < count && events[low].sentence == sentence) low++;
    return low;
}

static size_t refusals_of(const drg_document *document, size_t sentence, size_t *ret_first)
{
    const drg_refusal *refusals = drg_document_refusals(document);
    size_t low = 0, count = drg_document_refusal_count(document);
    for (size_t high = count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (refusals[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    *ret_first = low;
    while (low < count && refusals[low].sentence == sentence) low++;
    return low;
}

static size_t count_events(const account_state *account, size_t sentence)
{
    size_t first, end = events_of(account->document, sentence, &first), count = 0;
    for (size_t i = first; i < end; i++)
        if (is_chosen(account, &drg_document_events(account->document)[i])) count++;
    return count;
}

static size_t count_refusals(const account_state *account, size_t sentence)
{
    size_t first, end = refusals_of(account->document, sentence, &first);
    return end - first;
}

/* Does the sentence have something to tell? */
static bool is_shown(const account_state *account, size_t sentence)
{
    const account_choice *choice = account->choice;
    if (choice->one_sentence && choice->sentence != sentence) return false;
    if (choice->event.size) return count_events(account, sentence) != 0;
    return choice->one_sentence || count_events(account, sentence) || count_refusals(account, sentence);
}

static void add_title(account_state *account, size_t sentence)
{
    static const char *const KINDS[] = {"", ", headline", ", byline"};
    const drg_source *source = drg_document_source(account->document);
    drg_sentence_kind kind = drg_document_sentences(account->document)[sentence].kind;
    line_buffer title = {0};
    buffer_add_clean(&title, source->url.size ? source->url : drg_document_id(account->document));
    buffer_format(&title, ", sentence %zu%s", sentence, (size_t)kind < sizeof KINDS / sizeof *KINDS ? KINDS[kind] : "");
    add_heading(account, title.data);
    buffer_free(&title);
    buffer_add_string(account->lines, "\n\n");
}

static void add_events(account_state *account, size_t sentence)
{
    size_t first, end = events_of(account->document, sentence, &first);
    for (size_t i = first; i < end; i++)
        if (is_chosen(account, &drg_document_events(account->document)[i]))
            add_event(account, &drg_document_events(account->document)[i]);
    if (count_events(account, sentence)) return;
    marks_draw(drg_document_text(account->document), drg_document_sentences(account->document)[sentence].span, NULL, 0,
               INDENT, COLUMNS_OF(account->choice->style) - sizeof INDENT + 1, false, account->lines);
    buffer_add_string(account->lines, "\n  no event\n\n");
}

static void add_refusals(account_state *account, size_t sentence)
{
    size_t first, end = refusals_of(account->document, sentence, &first);
    if (first == end) return;
    add_heading(account, "  considered and refused\n");
    for (size_t i = first; i < end; i++) add_refusal(account, &drg_document_refusals(account->document)[i]);
    buffer_add_string(account->lines, "\n");
}

size_t account_write(const drg_document *document, const account_choice *choice, line_buffer *lines)
{
    account_state account = {document, choice, lines};
    size_t shown = 0;
    for (size_t i = 0; i < drg_document_sentence_count(document); i++) {
        if (!is_shown(&account, i)) continue;
        add_title(&account, i);
        add_events(&account, i);
        add_refusals(&account, i);
        drawing_tree(document, i, "  ", lines);
        buffer_add_string(lines, "\n");
        shown++;
    }
    return shown;
}
