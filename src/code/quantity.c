/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the head of a phrase. Out: how many it counts, in digits or plain number words; "dozens", "several" and
 * "thousands" stay unknown.
 */
#include "code/quantity.h"

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
    if (base_text_is(lemma, "dozen")) return 12;
    if (base_text_is(lemma, "score")) return 20;
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

/* "a hundred", "a dozen" */
static bool has_article(const code_sentence *sentence, uint32_t token)
{
    drg_text before = token ? code_lemma(sentence, token - 1) : (drg_text){NULL, 0};
    return base_text_is(before, "a") || base_text_is(before, "an");
}

/* "half a million" */
static bool is_halved(const code_sentence *sentence, uint32_t token)
{
    return token > 1 && has_article(sentence, token) &&
           base_text_is(base_text_lower(sentence->arena, code_lemma(sentence, token - 2)), "half");
}

/* The number that a NUM token and its parts make: "2.5 million"; negative none. */
double code_number_at(const code_sentence *sentence, uint32_t token)
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
        bool tens = inner >= 20 && inner < 100 && value > 0 && value < 10;
        if (scale > 0 && inner >= 0)
            value = inner;
        else if (tens && child < token) /* "twenty-one" */
            value += inner;
        if (scale <= 0 && inner_scale > 0) scale = inner_scale;
    }
    if (scale > 0 && value < 0 && is_halved(sentence, token)) value = 0.5;
    if (scale > 0 && value < 0 && has_article(sentence, token)) value = 1;
    if (value < 0) return -1; /* "thousands" */
    return scale > 0 ? value * scale : value;
}

static bool has_year_before(const code_sentence *sentence, uint32_t number, uint32_t token)
{
    double value = code_number_at(sentence, number);
    bool year =
        sentence->tokens[number].span.end - sentence->tokens[number].span.begin == 4 && value >= 1000 && value < 2100;
    uint8_t tag = sentence->nodes[token].tag;
    return year && (tag == LANGUAGE_TAG_NN || tag == LANGUAGE_TAG_NNP); /* "1976 Nobel laureate": one, of that year */
}

double code_count_at(const code_sentence *sentence, uint32_t token)
{
    if (sentence->nodes[token].upos == DRG_NUM) return code_number_at(sentence, token);
    uint32_t number = code_child(sentence, token, LANGUAGE_NUMMOD);
    if (number != DRG_NONE) return has_year_before(sentence, number, token) ? -1 : code_number_at(sentence, number);
    number = sentence->nodes[token].first; /* "Fourteen people": a number word taken for a noun */
    if (number != DRG_NONE && number < token && sentence->nodes[number].relation == LANGUAGE_COMPOUND)
        return read_word(base_text_lower(sentence->arena, code_lemma(sentence, number))) >= 0
                   ? code_number_at(sentence, number)
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
bool code_money_in(const code_sentence *sentence, uint32_t token, drg_money *money)
{
    uint32_t first, last;
    code_extent(sentence, token, true, &first, &last);
    for (uint32_t i = first; i <= last; i++) {
        const char *currency = currency_of(sentence, i);
        double amount = currency ? code_count_at(sentence, i) : -1;
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

static bool is_among(drg_text lemma, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (base_text_is(lemma, words[i])) return true;
    return false;
}

/* Nouns of bodies of people: a number in front of them counts bodies. */
static bool is_body(drg_text lemma)
{
    static const char *const words[] = {"army",       "audience",   "band",       "battalion",  "brigade",   "cabinet",
                                        "cartel",     "cell",       "church",     "clan",       "class",     "column",
                                        "community",  "company",    "congress",   "contingent", "convoy",    "council",
                                        "crew",       "crowd",      "delegation", "division",   "family",    "force",
                                        "gang",       "garrison",   "government", "group",      "household", "junta",
                                        "majority",   "militia",    "minority",   "mission",    "mob",       "movement",
                                        "navy",       "opposition", "parliament", "party",      "patrol",    "platoon",
                                        "population", "press",      "public",     "regiment",   "squad",     "state",
                                        "team",       "tribe",      "troupe",     "union",      "unit",      "village",
                                        NULL};
    return is_among(lemma, words);
}

/* Nouns of many that a number counts one by one: "40,000 police". */
static bool is_mass(drg_text lemma)
{
    static const char *const words[] = {"people", "police", "staff", "troops", "personnel", "couple", "pair", NULL};
    return is_among(lemma, words);
}

bool code_counts_people(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (node->upos == DRG_NUM) return node->date == DRG_NONE;
    drg_text lemma = code_lemma(sentence, token);
    if (is_body(lemma)) return false;
    if (is_mass(lemma)) return code_count_at(sentence, token) > 0;
    if (node->mention == DRG_NONE) return false;
    const drg_document *document = sentence->document;
    drg_actor_type type = document->actors.items[document->mentions.items[node->mention].actor].type;
    return type != DRG_ACTOR_STATE && type != DRG_ACTOR_ORGANIZATION;
}

/* "the mayor", "a villager", "Anna Kovac": one. */
static bool is_one_person(const code_sentence *sentence, uint32_t token)
{
    uint8_t tag = sentence->nodes[token].tag;
    bool singular = tag == LANGUAGE_TAG_NN || tag == LANGUAGE_TAG_NNP;
    return singular && sentence->nodes[token].upos != DRG_NUM && code_counts_people(sentence, token);
}

static double count_or_one(const code_sentence *sentence, uint32_t token)
{
    double count = code_count_at(sentence, token);
    if (count >= 0) return count;
    bool counted = code_child(sentence, token, LANGUAGE_NUMMOD) != DRG_NONE;
    return !counted && is_one_person(sentence, token) ? 1 : -1;
}

/* "13 women and children": the number in front counts both. */
static bool shares_number(const code_sentence *sentence, uint32_t conjunct)
{
    if (sentence->nodes[conjunct].tag != LANGUAGE_TAG_NNS) return false;
    CODE_EACH_CHILD(sentence, child, conjunct) {
        uint8_t relation = sentence->nodes[child].relation;
        if (relation == LANGUAGE_NUMMOD || relation == LANGUAGE_DET || relation == LANGUAGE_AMOD ||
            relation == LANGUAGE_NMOD_POSS)
            return false;
    }
    return true;
}

/* "12 rebels and three guards" are fifteen; where one of them is not counted, the sum is unknown. */
int64_t code_people_at(const code_sentence *sentence, uint32_t token)
{
    double count = count_or_one(sentence, token);
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (count < 0 || node->relation != LANGUAGE_CONJ || node->upos == DRG_VERB || node->upos == DRG_NUM) continue;
        if (has_participle(sentence, child)) continue;
        if (shares_number(sentence, child)) continue;
        double more = count_or_one(sentence, child);
        uint32_t article = code_child(sentence, child, LANGUAGE_DET);
        bool one = article != DRG_NONE && base_text_is(code_lemma(sentence, article), "a");
        if (more < 0 && one) more = 1;
        count = more < 0 ? -1 : count + more;
    }
    return count >= 0 && count < 1e12 ? (int64_t)count : -1;
}
