/* SPDX-License-Identifier: Apache-2.0
 * dragoman lexicon: the frames of the data file in; lists, searches, findings, and what a sentence lacked out. */
#include "lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "commands.h"
#include "settings.h"

static const command_option OPTIONS[] = {
    {OPTION_TYPE, "type", "TYPE", "list: only frames of this PLOVER type"},
    {OPTION_DATE, "date", "DATE", "why-not: the day of the sentence"},
    {OPTION_DATA_FOLDER, "data-folder", "FOLDER", "add: the text that people edit (default: data)"},
    {OPTION_MODELS, "models", "FOLDER", "add: the trained models (default: models)"},
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "lexicon",
    .arguments = "list | search WORD... | check | why-not SENTENCE | add TYPE NAME KEY=VALUE...",
    .about = "Looks into the frames, and adds to them.\n"
             "  list      each frame with its place, type, mode, CAMEO code and words\n"
             "  search    frames with one of the words among their own or in a condition\n"
             "  check     frames that can never fire because another one asks for less and is tried first, and\n"
             "            frames of two types that ask for the same; the exit code is 1 when there are some\n"
             "  why-not   the frames that nearly fired on a sentence, and what was lacking; the verbs and nouns that\n"
             "            start no frame\n"
             "  add       writes a frame into the file of its type: keys as in docs/frames.md, fires= and silent=\n"
             "            (each may come again) its examples, a day before the text where it needs one. The folder\n"
             "            is compiled and the examples are run; when they fail, nothing is written",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman lexicon search ceasefire\n"
                "  dragoman lexicon why-not 'The envoys huddled with the rebels in Doha.'\n"
                "  dragoman lexicon add CONSULT huddle 'verbs=[huddle]' actor=subject 'recipient=[with]' \\\n"
                "      'need=[actor, recipient]' 'fires=2024-05-14 Chadian ministers huddled with Libyan rebels.' \\\n"
                "      'silent=The players huddled with their coach.'\n",
};

typedef struct lexicon_state {
    run_settings settings;
    lexicon_folders folders;
    const char *type;
} lexicon_state;

static bool take(void *context, option_id id, const char *value)
{
    lexicon_state *state = context;
    switch (id) {
    case OPTION_TYPE: state->type = value; return true;
    case OPTION_DATA_FOLDER: state->folders.data = value; return true;
    case OPTION_MODELS: state->folders.models = value; return true;
    default: return settings_take(&state->settings, id, value);
    }
}

/* ---------------------------------------------------------------- list, search */

static void print_frame(const drg_frame *frame)
{
    static const char *const KINDS[] = {"", "", " (light)", " (adjective)", " (as it stands)"};
    printf("%.*s line %u: %s%s%.*s%s%.*s\n   ", TEXT_PRINT(frame->rule), (unsigned)frame->line,
           drg_type_name(frame->type), frame->mode.size ? " " : "", TEXT_PRINT(frame->mode),
           frame->cameo.size ? " " : "", TEXT_PRINT(frame->cameo));
    for (size_t i = 0; i < frame->trigger_count; i++)
        printf("%s %.*s%s", i ? "," : "", TEXT_PRINT(frame->triggers[i].words), KINDS[frame->triggers[i].kind]);
    printf("\n");
    if (frame->conditions.size) printf("    where %.*s\n", TEXT_PRINT(frame->conditions));
}

static bool is_of_type(const lexicon_state *state, const drg_frame *frame)
{
    return !state->type || strcmp(state->type, drg_type_name(frame->type)) == 0;
}

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte < 0;
}

static bool has_word(drg_text text, drg_text word)
{
    for (size_t at = 0; (at = text_find(text, word, at)) != SIZE_MAX; at++) {
        bool begins = !at || !is_word_byte(text.data[at - 1]);
        bool ends = at + word.size == text.size || !is_word_byte(text.data[at + word.size]);
        if (begins && ends) return true;
    }
    return false;
}

static bool frame_has(const drg_frame *frame, drg_text word)
{
    bool found = has_word(frame->conditions, word) || has_word(frame->rule, word);
    for (size_t i = 0; !found && i < frame->trigger_count; i++) found = has_word(frame->triggers[i].words, word);
    return found;
}

/* Frames with any of the words; all when there are none. */
static int show_frames(const lexicon_state *state, const drg_lexicon *lexicon, const char **words, size_t count)
{
    size_t shown = 0;
    for (size_t i = 0; i < drg_lexicon_frame_count(lexicon); i++) {
        const drg_frame *frame = &drg_lexicon_frames(lexicon)[i];
        bool wanted = !count;
        for (size_t k = 0; k < count && !wanted; k++) wanted = frame_has(frame, text_of(words[k]));
        if (!wanted || !is_of_type(state, frame)) continue;
        print_frame(frame);
        shown++;
    }
    printf("%zu of %zu frames\n", shown, drg_lexicon_frame_count(lexicon));
    return shown ? options_exit(OPTIONS_GO_ON) : EXIT_FAILED;
}

/* ---------------------------------------------------------------- check */

static int check(const drg_lexicon *lexicon)
{
    static const char *const KINDS[] = {"never fires", "never fires on this word", "contradicts"};
    const drg_frame *frames = drg_lexicon_frames(lexicon);
    for (size_t i = 0; i < drg_lexicon_finding_count(lexicon); i++) {
        const drg_finding *finding = &drg_lexicon_findings(lexicon)[i];
        const drg_frame *loser = &frames[finding->frame], *winner = &frames[finding->other];
        printf("%.*s line %u %s: \"%.*s\" starts %.*s line %u first, which asks for no more\n", TEXT_PRINT(loser->rule),
               (unsigned)loser->line, KINDS[finding->kind], TEXT_PRINT(finding->words), TEXT_PRINT(winner->rule),
               (unsigned)winner->line);
    }
    printf("%zu frames, %zu findings\n", drg_lexicon_frame_count(lexicon), drg_lexicon_finding_count(lexicon));
    return drg_lexicon_finding_count(lexicon) ? EXIT_FAILED : options_exit(OPTIONS_GO_ON);
}

/* ---------------------------------------------------------------- why not */

static bool starts_a_frame(const drg_lexicon *lexicon, drg_text lemma)
{
    for (size_t i = 0; i < drg_lexicon_frame_count(lexicon); i++) {
        const drg_frame *frame = &drg_lexicon_frames(lexicon)[i];
        for (size_t k = 0; k < frame->trigger_count; k++)
            if (has_word(frame->triggers[k].words, lemma)) return true;
    }
    return false;
}

static void print_unknown_words(const drg_lexicon *lexicon, const drg_document *document)
{
    size_t count = 0;
    for (size_t i = 0; i < drg_document_token_count(document); i++) {
        const drg_token *token = &drg_document_tokens(document)[i];
        if ((token->upos != DRG_VERB && token->upos != DRG_NOUN) || starts_a_frame(lexicon, token->lemma)) continue;
        printf("%s %.*s", count++ ? "," : "no frame has:", TEXT_PRINT(token->lemma));
    }
    if (count) printf("\n");
}

static void print_reasons(const drg_document *document)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        printf("fired: %.*s line %u: %s%s%.*s\n", TEXT_PRINT(event->rule), (unsigned)event->rule_line,
               drg_type_name(event->type), event->mode.size ? " " : "", TEXT_PRINT(event->mode));
    }
    for (size_t i = 0; i < drg_document_refusal_count(document); i++) {
        const drg_refusal *refusal = &drg_document_refusals(document)[i];
        const drg_token *token = &drg_document_tokens(document)[refusal->trigger_head];
        printf("%.*s line %u, on \"%.*s\": %.*s\n", TEXT_PRINT(refusal->rule), (unsigned)refusal->rule_line,
               TEXT_PRINT(text_slice(drg_document_text(document), token->span.begin, token->span.end)),
               TEXT_PRINT(refusal->reason));
    }
    if (!drg_document_event_count(document) && !drg_document_refusal_count(document))
        printf("no word of it starts a frame, or a word of sports, markets or weather stands in it\n");
}

static int why_not(const lexicon_state *state, const drg_engine *engine, const drg_lexicon *lexicon, const char *text)
{
    drg_options options = {.depth = DRG_DEPTH_EVENTS, .explain = true};
    drg_source source = {.text = text_of(text), .published = state->settings.reader.published};
    drg_session *session = NULL;
    drg_document *document = NULL;
    drg_error error = {""};
    bool good = drg_session_open(engine, &options, &session, &error) == DRG_OK &&
                drg_session_read(session, &source, &document, &error) == DRG_OK;
    if (good) {
        print_reasons(document);
        print_unknown_words(lexicon, document);
        drg_document_close(document);
    } else {
        fprintf(stderr, "dragoman lexicon: %s\n", error.message);
    }
    drg_session_close(session);
    return good ? options_exit(OPTIONS_GO_ON) : EXIT_FAILED;
}

/* ---------------------------------------------------------------- the command */

static int run_on(const lexicon_state *state, const drg_engine *engine, const drg_lexicon *lexicon)
{
    const char *verb = state->settings.paths[0];
    const char **words = state->settings.paths + 1;
    size_t count = state->settings.path_count - 1;
    if (strcmp(verb, "search") == 0) return show_frames(state, lexicon, words, count);
    if (strcmp(verb, "check") == 0) return check(lexicon);
    if (strcmp(verb, "why-not") == 0) return why_not(state, engine, lexicon, words[0]);
    return show_frames(state, lexicon, NULL, 0);
}

static int run(const lexicon_state *state)
{
    drg_engine *engine = settings_engine(&state->settings);
    drg_lexicon *lexicon = NULL;
    drg_error error = {""};
    if (!engine) return EXIT_WRONG;
    int code = EXIT_FAILED;
    if (drg_lexicon_open(engine, &lexicon, &error) == DRG_OK)
        code = run_on(state, engine, lexicon);
    else
        fprintf(stderr, "dragoman lexicon: %s\n", error.message);
    drg_lexicon_close(lexicon);
    drg_engine_close(engine);
    return code;
}

/* How many arguments each verb wants behind it. */
static bool check_use(const lexicon_state *state)
{
    static const struct {
        const char *verb;
        size_t least, most;
    } VERBS[] = {{"list", 0, 0}, {"search", 1, SIZE_MAX}, {"check", 0, 0}, {"why-not", 1, 1}, {"add", 3, SIZE_MAX}};
    size_t count = state->settings.path_count;
    if (!count) return options_complain(&COMMAND, "wants list, search, check, why-not or add");
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++) {
        if (strcmp(state->settings.paths[0], VERBS[i].verb) != 0) continue;
        if (count - 1 >= VERBS[i].least && count - 1 <= VERBS[i].most) return true;
        return options_complain(&COMMAND, "%s: see the usage for what it wants", VERBS[i].verb);
    }
    return options_complain(&COMMAND, "there is no '%s'", state->settings.paths[0]);
}

int lexicon_main(int argc, char **argv)
{
    lexicon_state state = {.folders = {"data", "models"}};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !check_use(&state)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    const char **paths = state.settings.paths;
    if (result == OPTIONS_GO_ON && strcmp(paths[0], "add") == 0)
        code = lexicon_add(&state.folders, paths[1], paths[2], paths + 3, state.settings.path_count - 3);
    else if (result == OPTIONS_GO_ON)
        code = run(&state);
    settings_end(&state.settings);
    return code;
}
