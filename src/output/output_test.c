/* SPDX-License-Identifier: Apache-2.0
 * JSON that reads back as what was written; the three formats of a document that has one of everything. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>
#include <json.h>

#include "../../tests/random.h"
#include "output/output.h"

static jmp_buf escape;
static base_arena arena;

/* ---- a sink into memory */

typedef struct memory {
    BASE_VECTOR(char) bytes;
    size_t limit; /* stops when more than this would be there; 0: never */
} memory;

static bool keep(void *context, const char *bytes, size_t size)
{
    memory *kept = context;
    if (kept->limit && kept->bytes.count + size > kept->limit) return false;
    for (size_t i = 0; i < size; i++) base_push(&arena, &kept->bytes) = bytes[i];
    return true;
}

static drg_text written(const memory *kept)
{
    return base_text_copy(&arena, (drg_text){kept->bytes.items, kept->bytes.count});
}

static void open_stream(output_stream *stream, memory *kept)
{
    *kept = (memory){0};
    stream->sink = keep;
    stream->context = kept;
    stream->used = 0;
    stream->stopped = false;
}

/* ---- JSON */

static drg_text json_of_text(drg_text text)
{
    output_stream stream;
    memory kept;
    open_stream(&stream, &kept);
    output_json json = {.stream = &stream};
    output_json_text(&json, text);
    output_flush(&stream);
    return written(&kept);
}

static void json_texts_read_back(void **state)
{
    (void)state;
    uint64_t random = random_seed();
    for (size_t round = 0; round < 2000; round++) {
        char bytes[64];
        size_t size = random_next(&random) % sizeof bytes;
        for (size_t i = 0; i < size; i++) {
            uint64_t value = random_next(&random);
            bytes[i] = (char)(value % 3 ? value >> 8 & 0x7F : value >> 8 & 0xFF);
        }
        drg_text whole = base_utf8_repair(&arena, (drg_text){bytes, size});
        json_object *read = json_tokener_parse(json_of_text((drg_text){bytes, size}).data);
        assert_true(json_object_is_type(read, json_type_string));
        assert_int_equal(json_object_get_string_len(read), whole.size);
        assert_memory_equal(json_object_get_string(read), whole.data, whole.size);
        json_object_put(read);
    }
    assert_true(base_text_is(json_of_text(BASE_LITERAL("a\"\\/\n\x01\x7F\xC3\xA9\xFF")),
                             "\"a\\\"\\\\/\\n\\u0001\\u007f\xC3\xA9\xEF\xBF\xBD\""));
}

static const char *json_of_number(double number)
{
    output_stream stream;
    memory kept;
    open_stream(&stream, &kept);
    output_json json = {.stream = &stream};
    output_json_number(&json, number);
    output_flush(&stream);
    return written(&kept).data;
}

static void json_numbers_read_back(void **state)
{
    (void)state;
    const struct {
        double number;
        const char *text;
    } known[] = {{0, "0"},
                 {-3.5, "-3.5"},
                 {10, "10"},
                 {0.1, "0.1"},
                 {0.0005, "0.0005"},
                 {51.5085, "51.5085"},
                 {-0.12574, "-0.12574"},
                 {1e21, "1e21"},
                 {1.5e9, "1500000000"},
                 {1e-30, "1e-30"},
                 {0.1 + 0.2, "0.30000000000000004"},
                 {1234567.891, "1234567.891"},
                 {2.5e-5, "0.000025"},
                 {123456789012345680.0, "12345678901234568e1"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_string_equal(json_of_number(known[i].number), known[i].text);
    uint64_t random = random_seed();
    for (size_t round = 0; round < 20000; round++) {
        uint64_t bits = random_next(&random);
        double number;
        memcpy(&number, &bits, sizeof number);
        if (round % 2) number = (double)(int64_t)(bits % 2000001) / 1000 - 1000;
        if (!isfinite(number)) continue;
        const char *text = json_of_number(number);
        if (strtod(text, NULL) != number) fail_msg("%a became %s", number, text);
        json_object *read = json_tokener_parse(text);
        assert_true(json_object_is_type(read, json_type_double) || json_object_is_type(read, json_type_int));
        json_object_put(read);
    }
}

/* ---- a document */

#define TEXT                                                                                                           \
    "U.S. pulls out\n\nMarco Rubio won\xE2\x80\x99t attend the talks in London on Wednesday,\nNBC News said, citing "  \
    "a "                                                                                                               \
    "diplomat. " /* ends in a space */

static const char WORDS[] = TEXT;

static drg_span place_of(const char *wording)
{
    const char *found = strstr(WORDS, wording);
    assert_non_null(found);
    return (drg_span){(uint32_t)(found - WORDS), (uint32_t)((size_t)(found - WORDS) + strlen(wording))};
}

/* The words follow each other in the text. */
static void push_word(drg_document *document, const char *wording, uint32_t head, const char *deprel)
{
    size_t count = document->tokens.count;
    const char *found = strstr(WORDS + (count ? document->tokens.items[count - 1].span.end : 0), wording);
    uint32_t begin = (uint32_t)(found - WORDS);
    drg_token token = {.span = {begin, begin + (uint32_t)strlen(wording)},
                       .lemma = base_text_from(wording),
                       .xpos = BASE_LITERAL("NN"),
                       .deprel = base_text_from(deprel),
                       .head = head,
                       .upos = DRG_NOUN};
    if (wording[0] == 'n') token.joined = true;
    if (wording[0] == 'n') token.feats = BASE_LITERAL("Polarity=Neg");
    base_push(&document->arena, &document->tokens) = token;
}

static void fill_words(drg_document *document)
{
    static const char *const first[] = {"U.S.", "pulls", "out"};
    static const char *const second[] = {"Marco",     "Rubio",  "wo",  "n\xE2\x80\x99t", "attend",
                                         "the",       "talks",  "in",  "London",         "on",
                                         "Wednesday", ",",      "NBC", "News",           "said",
                                         ",",         "citing", "a",   "diplomat",       "."};
    for (size_t i = 0; i < 3; i++) push_word(document, first[i], i == 1 ? DRG_NONE : 1, i == 1 ? "root" : "dep");
    for (size_t i = 0; i < sizeof second / sizeof *second; i++)
        push_word(document, second[i], i == 4 ? DRG_NONE : 7, i == 4 ? "root" : "dep");
    base_push(&document->arena, &document->sentences) =
        (drg_sentence){.span = place_of("U.S. pulls out"), .token_count = 3, .kind = DRG_SENTENCE_HEADLINE};
    base_push(&document->arena, &document->sentences) =
        (drg_sentence){.span = {place_of("Marco").begin, place_of("diplomat.").end},
                       .first_token = 3,
                       .token_count = 20,
                       .paragraph = 1,
                       .body = 3};
}

static void fill_finds(drg_document *document)
{
    base_arena *own = &document->arena;
    static const drg_text government[] = {{"GOV", 3}}, press[] = {{"JRN", 3}}, alias[] = {{"Rubio", 5}};
    drg_role *roles = BASE_ARRAY(own, drg_role, 2);
    roles[0] = (drg_role){.title = BASE_LITERAL("Secretary of State"),
                          .country = BASE_LITERAL("USA"),
                          .organization = BASE_LITERAL("State Department"),
                          .from = BASE_LITERAL("2025-01-21"),
                          .listed = true};
    roles[1] = (drg_role){.title = BASE_LITERAL("envoy"), .span = place_of("Marco Rubio")};
    base_push(own, &document->actors) = (drg_actor){.id = BASE_LITERAL("marco-rubio"),
                                                    .name = BASE_LITERAL("Marco Rubio"),
                                                    .type = DRG_ACTOR_PERSON,
                                                    .country = BASE_LITERAL("USA"),
                                                    .sector = {government, 1},
                                                    .roles = roles,
                                                    .role_count = 2,
                                                    .aliases = {alias, 1},
                                                    .sentence = 1,
                                                    .span = place_of("Marco Rubio")};
    base_push(own, &document->actors) = (drg_actor){.id = BASE_LITERAL("nbc-news"),
                                                    .name = BASE_LITERAL("NBC News"),
                                                    .type = DRG_ACTOR_ORGANIZATION,
                                                    .sentence = 1,
                                                    .span = place_of("NBC News")};
    base_push(own, &document->mentions) = (drg_mention){.actor = 0,
                                                        .sentence = 1,
                                                        .head = 4,
                                                        .span = place_of("Marco Rubio"),
                                                        .country = BASE_LITERAL("USA"),
                                                        .sector = {government, 1},
                                                        .role = BASE_LITERAL("Secretary of State")};
    base_push(own, &document->mentions) =
        (drg_mention){.actor = 1, .sentence = 1, .head = 16, .span = place_of("NBC News"), .sector = {press, 1}};
    base_push(own, &document->dates) = (drg_date){.sentence = 1,
                                                  .kind = DRG_TIMEX_TIME,
                                                  .value = "2025-04-23TMO",
                                                  .mod = DRG_MOD_START,
                                                  .anchored = DRG_ANCHOR_DATELINE,
                                                  .head = 13,
                                                  .span = place_of("Wednesday"),
                                                  .from = "2025-04-23",
                                                  .to = "2025-04-23",
                                                  .anchor = "2025-04-22",
                                                  .precision = DRG_PRECISION_DAY};
    base_push(own, &document->places) = (drg_place){.sentence = 1,
                                                    .head = 11,
                                                    .span = place_of("London"),
                                                    .name = BASE_LITERAL("London"),
                                                    .country = BASE_LITERAL("GBR"),
                                                    .admin1 = BASE_LITERAL("England"),
                                                    .lat = 51.5085,
                                                    .lon = -0.12574,
                                                    .located = true,
                                                    .geonames = 2643743};
}

static void fill_event(drg_document *document)
{
    base_arena *own = &document->arena;
    uint32_t *indexes = BASE_ARRAY(own, uint32_t, 2);
    indexes[1] = 1;
    drg_attribution *said = BASE_ARRAY(own, drg_attribution, 2);
    said[0] = (drg_attribution){.speaker = 1,
                                .outlet = BASE_LITERAL("NBC News"),
                                .medium = BASE_LITERAL("report"),
                                .verb = BASE_LITERAL("say"),
                                .verb_span = place_of("said")};
    said[1] = (drg_attribution){.speaker = DRG_NONE,
                                .speaker_span = place_of("a diplomat"),
                                .verb = BASE_LITERAL("cite"),
                                .verb_span = place_of("citing"),
                                .direct = true};
    static const drg_text contexts[] = {{"diplomatic", 10}};
    base_push(own, &document->events) = (drg_event){.id = BASE_LITERAL("e1"),
                                                    .sentence = 1,
                                                    .span = {place_of("Marco").begin, place_of("Wednesday").end},
                                                    .trigger_head = 7,
                                                    .trigger = place_of("attend"),
                                                    .type = DRG_REJECT,
                                                    .mode = BASE_LITERAL("meet"),
                                                    .cameo = BASE_LITERAL("125"),
                                                    .quad = record_quad(DRG_REJECT),
                                                    .score = -2,
                                                    .goldstein = -5,
                                                    .has_goldstein = true,
                                                    .actors = {indexes, 1},
                                                    .recipients = {indexes + 1, 1},
                                                    .status = DRG_STATUS_PLANNED,
                                                    .negated = true,
                                                    .date = 0,
                                                    .place = 0,
                                                    .attribution = said,
                                                    .attribution_count = 2,
                                                    .contexts = {contexts, 1},
                                                    .magnitude = {-1, -1, 0, 12, {1.5e6, "USD"}, true},
                                                    .rule = BASE_LITERAL("consult.yaml#meet"),
                                                    .confidence = 0.75};
    base_push(own, &document->events) = (drg_event){.id = BASE_LITERAL("e2"),
                                                    .sentence = 1,
                                                    .span = place_of("the talks"),
                                                    .trigger_head = 9,
                                                    .trigger = place_of("talks"),
                                                    .type = DRG_CONSULT,
                                                    .quad = record_quad(DRG_CONSULT),
                                                    .score = 2.5,
                                                    .date = DRG_NONE,
                                                    .place = DRG_NONE,
                                                    .magnitude = {-1, -1, -1, -1, {0}, false},
                                                    .rule = BASE_LITERAL("consult.yaml#talks"),
                                                    .confidence = 1};
}

static void fill(drg_document *document)
{
    *document = (drg_document){0};
    base_arena_open(&document->arena, 0, &escape);
    document->source = (drg_source){.text = BASE_LITERAL(TEXT),
                                    .title = BASE_LITERAL("U.S. \xE2\x80\x9Cpulls out\xE2\x80\x9D\n"),
                                    .publisher = BASE_LITERAL("The Daily"),
                                    .published = BASE_LITERAL("2025-04-22"),
                                    .language = BASE_LITERAL("en")};
    document->id = BASE_LITERAL("d1");
    fill_words(document);
    fill_finds(document);
    fill_event(document);
    record_note(document, (drg_span){0, 4}, "a note");
    drg_error error;
    if (record_check(document, &error) != DRG_OK) fail_msg("%s", error.message);
}

static drg_text write_document(const drg_document *document, drg_format format, drg_style style)
{
    memory kept = {0};
    drg_error error;
    if (drg_document_write(document, format, &style, keep, &kept, &error) != DRG_OK) fail_msg("%s", error.message);
    return written(&kept);
}

static void expect(drg_text text, const char *expected)
{
    if (!base_text_is(text, expected)) fail_msg("wrote:\n%s\nexpected:\n%s", text.data, expected);
}

static void lines_are_those_of_the_record(void **state)
{
    (void)state;
    drg_document document;
    fill(&document);
    expect(
        write_document(&document, DRG_FORMAT_NDJSON, (drg_style){0}),
        "{\"kind\":\"document\",\"id\":\"d1\",\"record\":1,\"publisher\":\"The Daily\",\"title\":\"U.S. "
        "\xE2\x80\x9Cpulls "
        "out\xE2\x80\x9D\\n\",\"published\":\"2025-04-22\",\"language\":\"en\",\"length\":111,\"sentences\":2,"
        "\"notes\":[{"
        "\"span\":[0,4],\"text\":\"a note\"}]}\n"
        "{\"kind\":\"actor\",\"id\":\"marco-rubio\",\"doc\":\"d1\",\"sentence\":1,\"text\":\"Marco "
        "Rubio\",\"span\":[16,27],"
        "\"name\":\"Marco Rubio\",\"type\":\"person\",\"country\":\"USA\",\"sector\":[\"GOV\"],\"roles\":[{\"title\":"
        "\"Secretary of State\",\"country\":\"USA\",\"organization\":\"State Department\",\"from\":\"2025-01-21\","
        "\"source\":\"list\"},{\"title\":\"envoy\",\"source\":{\"doc\":\"d1\",\"span\":[16,27]}}],\"aliases\":["
        "\"Rubio\"]}\n"
        "{\"kind\":\"actor\",\"id\":\"nbc-news\",\"doc\":\"d1\",\"sentence\":1,\"text\":\"NBC News\",\"span\":[77,85],"
        "\"name\":\"NBC News\",\"type\":\"organization\"}\n"
        "{\"kind\":\"event\",\"id\":\"e1\",\"doc\":\"d1\",\"sentence\":1,\"span\":[16,75],\"trigger\":{\"text\":"
        "\"attend\","
        "\"span\":[36,42]},\"type\":\"REJECT\",\"mode\":\"meet\",\"cameo\":\"125\",\"quad\":\"verbal-conflict\","
        "\"score\":-2,"
        "\"goldstein\":-5,\"actors\":[{\"actor\":\"marco-rubio\",\"text\":\"Marco "
        "Rubio\",\"span\":[16,27],\"name\":\"Marco "
        "Rubio\",\"country\":\"USA\",\"sector\":[\"GOV\"],\"role\":\"Secretary of "
        "State\",\"via\":\"name\"}],\"recipients\":[{"
        "\"actor\":\"nbc-news\",\"text\":\"NBC News\",\"span\":[77,85],\"name\":\"NBC "
        "News\",\"sector\":[\"JRN\"],\"via\":"
        "\"name\"}],\"status\":\"planned\",\"negated\":true,\"date\":{\"text\":\"Wednesday\",\"span\":[66,75],\"from\":"
        "\"2025-04-23\",\"to\":\"2025-04-23\",\"precision\":\"day\",\"type\":\"TIME\",\"value\":\"2025-04-23TMO\","
        "\"mod\":"
        "\"START\",\"anchor\":\"2025-04-22\",\"anchored\":\"dateline\"},\"place\":{\"text\":"
        "\"London\","
        "\"span\":[56,62],\"name\":\"London\",\"country\":\"GBR\",\"admin1\":\"England\",\"lat\":51.5085,\"lon\":-0."
        "12574,"
        "\"geonames\":2643743},\"attribution\":[{\"speaker\":{\"actor\":\"nbc-news\",\"text\":\"NBC "
        "News\",\"span\":[77,85],"
        "\"name\":\"NBC News\",\"sector\":[\"JRN\"],\"via\":\"name\"},\"outlet\":\"NBC "
        "News\",\"medium\":\"report\",\"verb\":"
        "\"say\"},{\"speaker\":{\"text\":\"a "
        "diplomat\",\"span\":[99,109]},\"verb\":\"cite\",\"direct\":true}],\"contexts\":["
        "\"diplomatic\"],\"magnitude\":{\"detained\":0,\"people\":12,\"money\":{\"amount\":1500000,\"currency\":"
        "\"USD\"}},"
        "\"rule\":\"consult.yaml#meet\",\"confidence\":0.75}\n"
        "{\"kind\":\"event\",\"id\":\"e2\",\"doc\":\"d1\",\"sentence\":1,\"span\":[43,52],\"trigger\":{\"text\":"
        "\"talks\","
        "\"span\":[47,52]},\"type\":\"CONSULT\",\"quad\":\"verbal-cooperation\",\"score\":2.5,\"status\":\"actual\","
        "\"rule\":"
        "\"consult.yaml#talks\",\"confidence\":1}\n");
    base_arena_close(&document.arena);
}

static void treebank_is_conllu(void **state)
{
    (void)state;
    drg_document document;
    fill(&document);
    drg_text text = write_document(&document, DRG_FORMAT_CONLLU, (drg_style){0});
    assert_true(base_text_starts(
        text,
        BASE_LITERAL("# newdoc id = d1\n# newpar\n# sent_id = d1-1\n# text = U.S. pulls out\n"
                     "1\tU.S.\tU.S.\tNOUN\tNN\t_\t2\tdep\t_\t_\n"
                     "2\tpulls\tpulls\tNOUN\tNN\t_\t0\troot\t_\t_\n"
                     "3\tout\tout\tNOUN\tNN\t_\t2\tdep\t_\tSpacesAfter=\\n\\n\n\n"
                     "# newpar\n# sent_id = d1-2\n# text = Marco Rubio won\xE2\x80\x99t attend the talks in London on "
                     "Wednesday, NBC News said, citing a diplomat.\n"
                     "1\tMarco\tMarco\tNOUN\tNN\t_\t5\tdep\t_\t_\n"
                     "2\tRubio\tRubio\tNOUN\tNN\t_\t5\tdep\t_\t_\n"
                     "3-4\twon\xE2\x80\x99t\t_\t_\t_\t_\t_\t_\t_\t_\n"
                     "3\two\two\tNOUN\tNN\t_\t5\tdep\t_\t_\n"
                     "4\tn\xE2\x80\x99t\tn\xE2\x80\x99t\tNOUN\tNN\tPolarity=Neg\t5\tdep\t_\t_\n"
                     "5\tattend\tattend\tNOUN\tNN\t_\t0\troot\t_\t_\n")));
    assert_non_null(strstr(text.data, "\n11\tWednesday\tWednesday\tNOUN\tNN\t_\t5\tdep\t_\tSpaceAfter=No\n"
                                      "12\t,\t,\tNOUN\tNN\t_\t5\tdep\t_\tSpacesAfter=\\n\n"));
    assert_true(base_text_ends(text, BASE_LITERAL("\t_\tSpaceAfter=No\n20\t.\t.\tNOUN\tNN\t_\t5\tdep\t_\t_\n\n")));
    base_arena_close(&document.arena);
}

static void treebank_has_readings(void **state)
{
    (void)state;
    drg_document document;
    fill(&document);
    document.readings = BASE_ARRAY(&document.arena, uint8_t, document.tokens.count);
    memset(document.readings, DRG_READING_NONE, document.tokens.count);
    document.readings[1] = DRG_READING_ACTUAL;
    document.readings[2] = DRG_READING_NEGATED;
    document.readings[5] = DRG_READING_PLANNED;
    drg_text text = write_document(&document, DRG_FORMAT_CONLLU, (drg_style){0});
    assert_non_null(strstr(text.data, "2\tpulls\tpulls\tNOUN\tNN\t_\t0\troot\t_\tReading=Actual\n"));
    assert_non_null(strstr(text.data, "\tReading=Negated|SpacesAfter=\\n\\n\n"));
    assert_non_null(strstr(text.data, "3\two\two\tNOUN\tNN\t_\t5\tdep\t_\tReading=Planned\n"));
    base_arena_close(&document.arena);
}

static void listing_fits_its_width(void **state)
{
    (void)state;
    drg_document document;
    fill(&document);
    expect(write_document(&document, DRG_FORMAT_TABLE, (drg_style){.width = 120}),
           "U.S. \xE2\x80\x9Cpulls out\xE2\x80\x9D \n"
           "The Daily  2025-04-22\n\n"
           "WHEN        WHO                    DID WHAT         TO WHOM         WHERE        SAYS WHO\n"
           "2025-04-23  Marco Rubio [USA GOV]  NOT REJECT-meet  NBC News [JRN]  London, GBR  NBC News, NBC News\n"
           "                                   planned                                       a diplomat\n"
           "    \xE2\x80\x9CMarco Rubio won\xE2\x80\x99t attend the talks in London on Wednesday\xE2\x80\x9D\n\n"
           "                                   CONSULT\n"
           "    \xE2\x80\x9Cthe talks\xE2\x80\x9D\n"
           "note: a note\n");
    drg_text narrow = write_document(&document, DRG_FORMAT_TABLE, (drg_style){.width = 60, .color = true});
    assert_non_null(strstr(narrow.data, "\x1b[33mNOT"));
    for (unsigned width = 40; width < 130; width += 7) {
        drg_text text = write_document(&document, DRG_FORMAT_TABLE, (drg_style){.width = width});
        for (size_t at = 0, column = 0; at < text.size; at++) {
            if (((unsigned char)text.data[at] & 0xC0) == 0x80) continue;
            column = text.data[at] == '\n' ? 0 : column + 1;
            if (column > width) fail_msg("wider than %u:\n%s", width, text.data);
        }
    }
    base_arena_close(&document.arena);
}

static void listing_shows_no_control_bytes(void **state)
{
    (void)state;
    drg_document document;
    fill(&document);
    document.actors.items[0].name = BASE_LITERAL("\x1b[31mMarco\xE2\x80\xAE\n\tRubio\xC2\x9B\xFF");
    drg_text text = write_document(&document, DRG_FORMAT_TABLE, (drg_style){.width = 200});
    for (size_t i = 0; i < text.size; i++) assert_true((unsigned char)text.data[i] >= 0x20 || text.data[i] == '\n');
    assert_non_null(strstr(text.data, "[31mMarco Rubio \xEF\xBF\xBD [USA GOV]"));
    base_arena_close(&document.arena);
}

static void empty_documents_are_written(void **state)
{
    (void)state;
    drg_document document = {.id = BASE_LITERAL("empty")};
    expect(write_document(&document, DRG_FORMAT_NDJSON, (drg_style){0}),
           "{\"kind\":\"document\",\"id\":\"empty\",\"record\":1,\"length\":0,\"sentences\":0}\n");
    expect(write_document(&document, DRG_FORMAT_CONLLU, (drg_style){0}), "# newdoc id = empty\n");
    expect(write_document(&document, DRG_FORMAT_TABLE, (drg_style){0}), "empty\n\nno events\n");
}

static void stopped_sinks_are_reported(void **state)
{
    (void)state;
    drg_document document;
    drg_error error;
    fill(&document);
    drg_text whole = write_document(&document, DRG_FORMAT_NDJSON, (drg_style){0});
    for (int format = DRG_FORMAT_NDJSON; format <= DRG_FORMAT_CONLLU; format++) {
        memory kept = {.limit = 100};
        assert_int_equal(drg_document_write(&document, (drg_format)format, NULL, keep, &kept, &error), DRG_ERROR_IO);
        assert_true(kept.bytes.count <= 100);
    }
    memory kept = {.limit = whole.size};
    assert_int_equal(drg_document_write(&document, DRG_FORMAT_NDJSON, NULL, keep, &kept, &error), DRG_OK);
    assert_int_equal(drg_document_write(&document, (drg_format)77, NULL, keep, &kept, &error), DRG_ERROR_USAGE);
    base_arena_close(&document.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_texts_read_back),           cmocka_unit_test(json_numbers_read_back),
        cmocka_unit_test(lines_are_those_of_the_record),  cmocka_unit_test(treebank_is_conllu),
        cmocka_unit_test(treebank_has_readings),          cmocka_unit_test(listing_fits_its_width),
        cmocka_unit_test(listing_shows_no_control_bytes), cmocka_unit_test(empty_documents_are_written),
        cmocka_unit_test(stopped_sinks_are_reported),
    };
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    base_arena_close(&arena);
    return failed;
}
