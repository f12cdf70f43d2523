/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the phrases in the slots that a frame counts. Out: figures, as far as the text gives them in digits or plain
 * number words. "Dozens" and "several" stay unknown.
 */
#include "code/match.h"
#include "code/setting.h"

/* "1,200" as 1200; -1 when it is no whole number. */
static int64_t read_digits(drg_text text)
{
    int64_t value = 0;
    size_t digits = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == ',' && digits) continue;
        if (c < '0' || c > '9' || ++digits > 15) return -1;
        value = value * 10 + (c - '0');
    }
    return digits ? value : -1;
}

static int64_t read_word(drg_text lemma)
{
    static const char *const words[] = {"zero",     "one",      "two",      "three",   "four",    "five",
                                        "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                        "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                        "eighteen", "nineteen", "twenty"};
    static const struct {
        const char *word;
        int64_t value;
    } tens[] = {{"thirty", 30},  {"forty", 40},  {"fifty", 50}, {"sixty", 60},
                {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(lemma, words[i])) return (int64_t)i;
    for (size_t i = 0; i < sizeof tens / sizeof *tens; i++)
        if (base_text_is(lemma, tens[i].word)) return tens[i].value;
    return -1;
}

static double scale_of(drg_text lemma)
{
    if (base_text_is(lemma, "hundred")) return 1e2;
    if (base_text_is(lemma, "thousand")) return 1e3;
    if (base_text_is(lemma, "million") || base_text_is(lemma, "m")) return 1e6;
    if (base_text_is(lemma, "billion") || base_text_is(lemma, "bn")) return 1e9;
    if (base_text_is(lemma, "trillion")) return 1e12;
    return 0;
}

/* "2.5" as 2.5; negative when it is no number. */
static double read_decimal(drg_text text)
{
    size_t dot = 0;
    while (dot < text.size && text.data[dot] != '.') dot++;
    int64_t whole = read_digits(base_text_slice(text, 0, dot));
    if (whole < 0 || dot >= text.size) return (double)whole;
    double value = (double)whole, place = 1;
    for (size_t i = dot + 1; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i > dot + 6) return -1;
        place *= 10;
        value += (text.data[i] - '0') / place;
    }
    return value;
}

/* The number that a NUM token and its parts make: "2.5 million"; negative none. */
static double number_at(const code_sentence *sentence, uint32_t token)
{
    drg_text wording = record_wording(sentence->document, sentence->tokens[token].span);
    drg_text lemma = base_text_lower(sentence->arena, wording);
    double scale = scale_of(lemma), value = read_decimal(wording);
    if (value < 0) value = (double)read_word(lemma);
    if (value < 0 && scale <= 0) return -1;
    CODE_EACH_CHILD(sentence, child, token) {
        if (sentence->nodes[child].upos != DRG_NUM) continue;
        drg_text part = record_wording(sentence->document, sentence->tokens[child].span);
        double inner = read_decimal(part);
        if (inner < 0) inner = (double)read_word(base_text_lower(sentence->arena, part));
        double inner_scale = scale_of(base_text_lower(sentence->arena, part));
        if (scale > 0 && inner >= 0) value = inner;
        if (scale <= 0 && inner_scale > 0) scale = inner_scale;
    }
    if (value < 0) return -1; /* "thousands" */
    return scale > 0 ? value * scale : value;
}

static bool has_year_before(const code_sentence *sentence, uint32_t number, uint32_t token)
{
    double value = number_at(sentence, number);
    bool year =
        sentence->tokens[number].span.end - sentence->tokens[number].span.begin == 4 && value >= 1000 && value < 2100;
    uint8_t tag = sentence->nodes[token].tag;
    return year && (tag == LANGUAGE_TAG_NN || tag == LANGUAGE_TAG_NNP); /* "1976 Nobel laureate": one, of that year */
}

static double count_at(const code_sentence *sentence, uint32_t token)
{
    if (sentence->nodes[token].upos == DRG_NUM) return number_at(sentence, token);
    uint32_t number = code_child(sentence, token, LANGUAGE_NUMMOD);
    if (number != DRG_NONE) return has_year_before(sentence, number, token) ? -1 : number_at(sentence, number);
    number = sentence->nodes[token].first; /* "Fourteen people": a number word taken for a noun */
    if (number != DRG_NONE && number < token && sentence->nodes[number].relation == LANGUAGE_COMPOUND)
        return read_word(base_text_lower(sentence->arena, code_lemma(sentence, number))) >= 0
                   ? number_at(sentence, number)
                   : -1;
    return -1;
}

static const char *currency_of(const code_sentence *sentence, uint32_t token)
{
    static const struct {
        const char *sign, *code;
    } signs[] = {{"$", "USD"},    {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"}, {"\xc2\xa5", "JPY"},
                 {"us$", "USD"},  {"euro", "EUR"},         {"dollar", "USD"},   {"yen", "JPY"},
                 {"yuan", "CNY"}, {"ruble", "RUB"},        {"rouble", "RUB"},   {"shekel", "ILS"}};
    drg_text lemma = base_text_lower(sentence->arena, code_lemma(sentence, token));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (base_text_is(lemma, signs[i].sign)) return signs[i].code;
    return NULL;
}

/* The first sum of money in a phrase: at its head or two steps below ("a package of $500 million"). */
static bool read_money(const code_sentence *sentence, uint32_t token, drg_money *money)
{
    uint32_t first, last;
    code_extent(sentence, token, true, &first, &last);
    for (uint32_t i = first; i <= last; i++) {
        const char *currency = currency_of(sentence, i);
        double amount = currency ? count_at(sentence, i) : -1;
        if (amount < 0) continue;
        money->amount = amount;
        memcpy(money->currency, currency, 4);
        return true;
    }
    return false;
}

/* "killed 12 and [wounded] 30": the second number is another verb's, whatever a parser takes the verb for. */
static bool has_participle(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t tag = sentence->nodes[child].tag;
        if (child < token && (tag == LANGUAGE_TAG_VBN || tag == LANGUAGE_TAG_VBD)) return true;
    }
    return false;
}

/* "12 rebels and three guards" are fifteen; where one of them is not counted, the sum is unknown. */
static int64_t people_at(const code_sentence *sentence, uint32_t token)
{
    double count = count_at(sentence, token);
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (count < 0 || node->relation != LANGUAGE_CONJ || node->upos == DRG_VERB || node->upos == DRG_NUM) continue;
        if (has_participle(sentence, child)) continue;
        double more = count_at(sentence, child);
        uint32_t article = code_child(sentence, child, LANGUAGE_DET);
        bool one = article != DRG_NONE && base_text_is(code_lemma(sentence, article), "a");
        if (more < 0 && one) more = 1;
        count = more < 0 ? -1 : count + more;
    }
    return count >= 0 && count < 1e12 ? (int64_t)count : -1;
}

/* "and 20 injured", "and several more injured": the conjunct's own quantity stands instead of the shared subject. */
static bool read_own_quantity(const code_sentence *sentence, const code_predicate *predicate, int64_t *ret_count)
{
    const code_node *node = &sentence->nodes[predicate->token];
    if (predicate->kind != CODE_PREDICATE_VERB || node->relation != LANGUAGE_CONJ || !predicate->passive) return false;
    CODE_EACH_CHILD(sentence, child, predicate->token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool quantity = relation == LANGUAGE_NUMMOD || relation == LANGUAGE_AMOD || relation == LANGUAGE_DET ||
                        relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS;
        if (child > predicate->token || !quantity) continue;
        *ret_count = relation == LANGUAGE_NUMMOD ? (int64_t)number_at(sentence, child) : people_at(sentence, child);
        return true;
    }
    return false;
}

static void read_figures(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                         drg_magnitude *ret_magnitude)
{
    drg_magnitude magnitude = *ret_magnitude;
    int64_t *figures[] = {&magnitude.dead, &magnitude.injured, &magnitude.detained, &magnitude.people};
    unsigned view = code_view_of(sentence->frames, frame);
    for (unsigned i = 0; i < CODE_FIGURE_COUNT; i++) {
        if (!frame->figures[i]) continue;
        uint32_t token = code_path_token(sentence, predicate, frame->figures[i], view, 0);
        if (token == DRG_NONE) continue;
        if (i == CODE_FIGURE_MONEY)
            magnitude.has_money = read_money(sentence, token, &magnitude.money);
        else if (*figures[i] < 0 && !read_own_quantity(sentence, predicate, figures[i]))
            *figures[i] = people_at(sentence, token);
    }
    *ret_magnitude = magnitude;
}

/* The figures that the frames of a verb read: "killed 12". */
static void read_figures_of_verb(code_sentence *sentence, uint32_t verb, drg_magnitude *magnitude)
{
    code_candidate candidates[CODE_CANDIDATES];
    size_t count = code_candidates(sentence, verb, candidates);
    for (size_t i = 0; i < count; i++) {
        const code_frame_record *frame = &sentence->frames->frames[candidates[i].frame];
        bool counts = frame->figures[CODE_FIGURE_DEAD] || frame->figures[CODE_FIGURE_INJURED];
        if (counts) read_figures(sentence, frame, code_predicate_of(sentence, verb), magnitude);
    }
}

/* "An air strike killed 12 people and wounded 30", "12 were killed in an air strike": the toll is the strike's. */
static void read_toll(code_sentence *sentence, const code_predicate *predicate, drg_magnitude *magnitude)
{
    uint32_t noun = code_container(sentence, predicate->token), verb = sentence->nodes[noun].head;
    uint8_t relation = sentence->nodes[noun].relation;
    code_slot slot = code_case_of(sentence, noun);
    bool cause =
        relation == LANGUAGE_NSUBJ || relation == LANGUAGE_OBL_AGENT ||
        (relation == LANGUAGE_OBL && (slot == CODE_SLOT_IN || slot == CODE_SLOT_BY || slot == CODE_SLOT_DURING));
    if (!cause || verb == DRG_NONE || sentence->nodes[verb].upos != DRG_VERB) return;
    uint32_t first = sentence->nodes[verb].head; /* "14 are killed and 20 injured in an air strike" */
    if (relation == LANGUAGE_OBL && sentence->nodes[verb].relation == LANGUAGE_CONJ && first != DRG_NONE &&
        sentence->nodes[first].upos == DRG_VERB)
        verb = first;
    read_figures_of_verb(sentence, verb, magnitude);
    CODE_EACH_CHILD(sentence, child, verb)
        if (sentence->nodes[child].relation == LANGUAGE_CONJ && sentence->nodes[child].upos == DRG_VERB)
            read_figures_of_verb(sentence, child, magnitude);
}

drg_magnitude code_magnitude_of(code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate)
{
    drg_magnitude magnitude = {-1, -1, -1, -1, {0, ""}, false};
    read_figures(sentence, frame, predicate, &magnitude);
    bool assault = sentence->frames->acts[frame->act].type == DRG_ASSAULT;
    if (assault && predicate->kind == CODE_PREDICATE_NOUN) read_toll(sentence, predicate, &magnitude);
    /* "a bomb killed 12": the frame is the bomb's, the figure the verb's */
    if (assault && predicate->kind == CODE_PREDICATE_VERB) read_figures_of_verb(sentence, predicate->token, &magnitude);
    return magnitude;
}
