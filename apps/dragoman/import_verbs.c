/* SPDX-License-Identifier: Apache-2.0
 * In: a verb dictionary. Out: frames that go by the order of words, one for each verb's own code and one for each
 * pattern with the verbs of its block; of a pair of codes a second one, turned round.
 *
 * The patterns are kept as they are rather than put into slots: they were written against word order, hold fragments of
 * phrases, and say of plan and refusal what they mean to ("WILL NOT *"); a translation into slots would be another
 * dictionary. The names of frames are the lines of the dictionary, so that an event leads back to its pattern. */
#include "import_verbs.h"

#include <string.h>

#include "import_plover.h"

/* ---- names */

/* Classes are named by letters: "cameo-2-0" becomes "cameo-c-a". */
static void add_letters(line_buffer *out, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (byte >= '0' && byte <= '9') byte = (char)('a' + byte - '0');
        buffer_add(out, (drg_text){&byte, 1});
    }
}

void import_verbs_add_class_name(const import_verbs *import, drg_text set, line_buffer *out)
{
    add_letters(out, import->slug);
    buffer_add_string(out, "-");
    add_letters(out, set);
}

void import_verbs_add_class(const import_verbs *import, const petrarch_set *set, line_buffer *out)
{
    for (size_t i = 0; i < set->member_count; i++) {
        drg_text member = import->book->items.items[set->first_member + i];
        if (member.data[0] == '&') {
            buffer_add_string(out, "<");
            import_verbs_add_class_name(import, text_slice(member, 1, member.size), out);
            buffer_add_string(out, ">");
        } else {
            buffer_add(out, member);
        }
        buffer_add_string(out, "\n");
    }
}

/* ---- codes */

typedef struct verb_code {
    drg_text text;   /* as written */
    const char *act; /* NULL: none */
    bool cameo;      /* the text is a CAMEO code that the act belongs to */
    bool nothing;    /* "---" */
} verb_code;

static verb_code read_code(const import_verbs *import, drg_text text)
{
    verb_code code = {.text = text_trim(text)};
    code.nothing = text_is(code.text, "---");
    code.act = import_plover_of(code.text);
    code.cameo = code.act != NULL;
    if (!code.act && !code.nothing && code.text.size) code.act = import->other_act;
    return code;
}

static const char *why_left_out(drg_text code)
{
    bool verbal = code.size >= 2 && code.data[0] == '0' && (code.data[1] == '1' || code.data[1] == '2');
    return verbal ? "PLOVER has no event for statements and appeals (CAMEO 01, 02)" : "no CAMEO code";
}

/* Once for each line. */
static void leave_out(import_verbs *import, size_t line, drg_text words, drg_text code)
{
    if (import->last_left == line) return;
    import->last_left = line;
    buffer_format(&import->left_out, "%zu\t", line);
    buffer_add_clean(&import->left_out, words);
    buffer_add_string(&import->left_out, "\t");
    buffer_add_clean(&import->left_out, code);
    buffer_format(&import->left_out, "\t%s\n", why_left_out(code));
    import->left_count++;
}

/* ---- frames */

typedef struct verb_frame {
    size_t line, verb_line; /* verb_line: of a verb of several words, 0 none */
    drg_text words;         /* pattern around "*" */
    const petrarch_verb *verbs;
    size_t verb_count;
    bool several; /* all verbs of the block that are of one word; else the one verb */
} verb_frame;

static void add_forms(import_verbs *import, const verb_frame *frame)
{
    line_buffer *out = &import->frames;
    size_t count = 0;
    buffer_add_string(out, "  forms: [");
    for (size_t i = 0; i < frame->verb_count; i++) {
        const petrarch_verb *verb = &frame->verbs[i];
        if (frame->several && (verb->before.size || verb->after.size)) continue;
        for (size_t k = 0; k < verb->form_count; k++) {
            buffer_add_string(out, count++ ? ", \"" : "\"");
            buffer_add(out, import->book->items.items[verb->first_form + k]);
            buffer_add_string(out, "\"");
        }
    }
    buffer_add_string(out, "]\n");
}

/* The pattern with the classes by their names here, and with the other words of the verb around its "*". */
static void add_pattern(import_verbs *import, const verb_frame *frame)
{
    line_buffer *out = &import->frames;
    const petrarch_verb *verb = frame->several ? NULL : frame->verbs;
    buffer_add_string(out, "  pattern: \"");
    for (size_t at = 0; at < frame->words.size;) {
        size_t end = at + 1;
        if (frame->words.data[at] == '&') {
            while (end < frame->words.size && !strchr(" _", frame->words.data[end])) end++;
            buffer_add_string(out, "<");
            import_verbs_add_class_name(import, text_slice(frame->words, at + 1, end), out);
            buffer_add_string(out, ">");
        } else if (frame->words.data[at] == '*' && verb) {
            buffer_add(out, verb->before);
            buffer_add_string(out, verb->before.size ? "_*" : "*");
            if (verb->after.size) buffer_add_string(out, "_");
            buffer_add(out, verb->after);
        } else {
            buffer_add(out, text_slice(frame->words, at, end));
        }
        at = end;
    }
    buffer_add_string(out, "\"\n");
}

static void add_frame(import_verbs *import, const verb_frame *frame, verb_code code, bool reversed, bool also)
{
    line_buffer *out = &import->frames;
    size_t name = out->size + strlen("- name: ");
    buffer_format(out, "- name: line-%zu", frame->line);
    if (frame->verb_line) buffer_format(out, "-verb-%zu", frame->verb_line);
    if (reversed) buffer_add_string(out, "-reversed");
    if (import->coded)
        import->coded(import->context, text_slice((drg_text){out->data, out->size}, name, out->size), code.text);
    buffer_add_string(out, "\n");
    if (code.nothing) buffer_add_string(out, "  nothing: true\n");
    if (code.act) {
        size_t size = strcspn(code.act, " ");
        buffer_format(out, "  type: %.*s\n", (int)size, code.act);
        if (code.act[size]) buffer_format(out, "  mode: %s\n", code.act + size + 1);
    }
    if (code.cameo) buffer_format(out, "  cameo: \"%.*s\"\n", TEXT_PRINT(code.text));
    if (reversed) buffer_add_string(out, "  reversed: true\n");
    if (also) buffer_add_string(out, "  also: true\n");
    add_forms(import, frame);
    add_pattern(import, frame);
    import->frame_count++;
}

/* "050", "042:043" (who does it, and the other way round), ":173" (only the other way round). */
static void add_coded(import_verbs *import, const verb_frame *frame, drg_text codes)
{
    size_t colon = 0;
    while (colon < codes.size && codes.data[colon] != ':') colon++;
    verb_code own = read_code(import, text_slice(codes, 0, colon));
    verb_code other =
        read_code(import, colon < codes.size ? text_slice(codes, colon + 1, codes.size) : (drg_text){"", 0});
    bool lost = !own.act && !own.nothing && own.text.size, pattern = frame->words.size > 1;
    /* the words of a pattern that is left out mean nothing else: the verb's own code must not take them */
    if (lost && pattern) add_frame(import, frame, (verb_code){.text = own.text, .nothing = true}, false, false);
    bool own_there = own.act || own.nothing;
    if (own_there) add_frame(import, frame, own, false, false);
    if (other.act && !(lost && pattern)) add_frame(import, frame, other, true, own_there);
    if (lost || (!other.act && other.text.size && !other.nothing))
        leave_out(import, frame->line, frame->words, own_there ? other.text : own.text);
}

static const drg_text STAR = {"*", 1};

static void add_verb(import_verbs *import, const petrarch_verb *verb)
{
    if (!verb->code.size || text_is(verb->code, "---")) return; /* nothing without a pattern */
    add_coded(import, &(verb_frame){.line = verb->line, .words = STAR, .verbs = verb, .verb_count = 1}, verb->code);
}

static void add_block_pattern(import_verbs *import, const petrarch_pattern *pattern, const petrarch_verb *verbs,
                              size_t count)
{
    verb_frame frame = {
        .line = pattern->line, .words = pattern->words, .verbs = verbs, .verb_count = count, .several = true};
    bool plain = false;
    for (size_t i = 0; i < count; i++) plain |= !verbs[i].before.size && !verbs[i].after.size;
    if (plain) add_coded(import, &frame, pattern->code);
    for (size_t i = 0; i < count; i++)
        if (verbs[i].before.size || verbs[i].after.size)
            add_coded(import,
                      &(verb_frame){.line = pattern->line,
                                    .verb_line = verbs[i].line,
                                    .words = pattern->words,
                                    .verbs = &verbs[i],
                                    .verb_count = 1},
                      pattern->code);
}

void import_verbs_make(import_verbs *import)
{
    const petrarch_verb_book *book = import->book;
    for (size_t verb = 0, pattern = 0, block = 0; block < book->block_count; block++) {
        size_t first = verb;
        for (; verb < book->verbs.count && book->verbs.items[verb].block == block; verb++)
            add_verb(import, &book->verbs.items[verb]);
        for (; pattern < book->patterns.count && book->patterns.items[pattern].block == block; pattern++)
            add_block_pattern(import, &book->patterns.items[pattern], verb > first ? &book->verbs.items[first] : NULL,
                              verb - first);
    }
}

void import_verbs_free(import_verbs *import)
{
    buffer_free(&import->frames);
    buffer_free(&import->left_out);
}
