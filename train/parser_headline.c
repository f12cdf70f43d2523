/* SPDX-License-Identifier: Apache-2.0
 *
 * A treebank's sentence goes in, the same sentence in the grammar of headlines comes out, with its tree. Treebanks have
 * few headlines, and a parser that saw none takes "Families press Tripoli" for three nouns.
 */
#include "parser_headline.h"

enum { MOST_WORDS = 45, FEWEST_WORDS = 3 };

typedef struct headline {
    const data_names *names;
    base_arena *arena;
    math_random *random;
    data_sentence *sentence;
    size_t verb, subject; /* indexes */
    bool gone[BOUND_SENTENCE_TOKENS];
} headline;

static bool is_child(const headline *line, size_t i, size_t of)
{
    return line->sentence->words[i].head == of + 1;
}

static size_t child_of(const headline *line, size_t of, uint16_t relation)
{
    for (size_t i = 0; i < line->sentence->count; i++)
        if (is_child(line, i, of) && line->sentence->words[i].relation == relation) return i;
    return SIZE_MAX;
}

static bool has_children(const headline *line, size_t of)
{
    for (size_t i = 0; i < line->sentence->count; i++)
        if (is_child(line, i, of)) return true;
    return false;
}

static bool chance(const headline *line, float share)
{
    return random_unit(line->random) < share;
}

/* ---- which sentences */

static size_t auxiliary(const headline *line, const char *lemma)
{
    for (size_t i = 0; i < line->verb; i++) {
        const data_word *word = &line->sentence->words[i];
        bool helps = word->relation == LANGUAGE_AUX || word->relation == LANGUAGE_AUX_PASS;
        if (is_child(line, i, line->verb) && helps && base_text_is(word->lemma, lemma)) return i;
    }
    return SIZE_MAX;
}

static bool is_denied(const headline *line)
{
    for (size_t i = 0; i < line->verb; i++) {
        drg_text lemma = line->sentence->words[i].lemma;
        if (is_child(line, i, line->verb) && (base_text_is(lemma, "not") || base_text_is(lemma, "do"))) return true;
    }
    return false;
}

static bool find_verb(headline *line)
{
    const data_sentence *sentence = line->sentence;
    for (line->verb = 0; line->verb < sentence->count; line->verb++)
        if (sentence->words[line->verb].head == DATA_ROOT) break;
    if (line->verb == sentence->count || sentence->words[line->verb].upos != DRG_VERB || is_denied(line)) return false;
    line->subject = child_of(line, line->verb, LANGUAGE_NSUBJ);
    if (line->subject == SIZE_MAX) line->subject = child_of(line, line->verb, LANGUAGE_NSUBJ_PASS);
    if (line->subject == SIZE_MAX || line->subject > line->verb) return false;
    uint16_t upos = sentence->words[line->subject].upos;
    return upos == DRG_NOUN || upos == DRG_PROPN || upos == DRG_NUM;
}

/* ---- what goes */

static void drop_tree(headline *line, size_t top)
{
    line->gone[top] = true;
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < line->sentence->count; i++) {
            size_t head = line->sentence->words[i].head;
            if (line->gone[i] || head == DATA_ROOT || !line->gone[head - 1]) continue;
            line->gone[i] = more = true;
        }
    }
}

static bool is_article(const data_word *word)
{
    return word->tag == LANGUAGE_TAG_DT && word->relation == LANGUAGE_DET &&
           (base_text_is(word->lemma, "the") || base_text_is(word->lemma, "a"));
}

static void drop_articles(headline *line)
{
    for (size_t i = 0; i < line->sentence->count; i++)
        if (is_article(&line->sentence->words[i]) && !has_children(line, i)) line->gone[i] = true;
}

/* What stands before the subject, and what is hung on it: "On Monday, the minister, who ...". */
static void drop_before_verb(headline *line)
{
    for (size_t i = 0; i < line->verb; i++) {
        uint16_t relation = line->sentence->words[i].relation;
        bool beside = relation == LANGUAGE_OBL || relation == LANGUAGE_ADVMOD || relation == LANGUAGE_CC ||
                      relation == LANGUAGE_MARK || relation == LANGUAGE_ADVCL || relation == LANGUAGE_DISCOURSE;
        bool comment = relation == LANGUAGE_APPOS || relation == LANGUAGE_ACL_RELCL || relation == LANGUAGE_PARATAXIS;
        if (is_child(line, i, line->verb) && relation == LANGUAGE_PUNCT) line->gone[i] = true;
        if (is_child(line, i, line->verb) && beside && chance(line, 0.8f)) drop_tree(line, i);
        if (is_child(line, i, line->subject) && comment && chance(line, 0.8f)) drop_tree(line, i);
    }
}

static void drop_after_verb(headline *line)
{
    for (size_t i = line->verb + 1; i < line->sentence->count; i++) {
        uint16_t relation = line->sentence->words[i].relation;
        if (relation == LANGUAGE_ACL_RELCL && chance(line, 0.5f)) drop_tree(line, i);
        if (!is_child(line, i, line->verb)) continue;
        bool clause = relation == LANGUAGE_ADVCL || relation == LANGUAGE_PARATAXIS || relation == LANGUAGE_CONJ;
        if (relation == LANGUAGE_PUNCT && i + 1 == line->sentence->count) line->gone[i] = true;
        if (clause && chance(line, 0.6f)) drop_tree(line, i);
        if (relation == LANGUAGE_OBL && chance(line, 0.4f)) drop_tree(line, i);
    }
}

/* ---- what changes */

static void set_word(headline *line, size_t at, drg_text wording, uint16_t upos, uint16_t tag, const char *feats)
{
    data_word *word = &line->sentence->words[at];
    uint32_t bundle = base_map_get(&line->names->feats_map, base_text_from(feats));
    word->wording = wording;
    word->upos = upos;
    word->tag = tag;
    word->feats = bundle == DRG_NONE ? UINT16_MAX : (uint16_t)bundle;
    data_word_number(line->names, word);
}

static bool ends_in(drg_text word, const char *letters)
{
    return word.size && strchr(letters, word.data[word.size - 1]) != NULL;
}

static drg_text with_s(base_arena *arena, drg_text lemma)
{
    bool hissing = ends_in(lemma, "sxzo") ||
                   (lemma.size > 1 && ends_in(lemma, "h") && strchr("sc", lemma.data[lemma.size - 2]) != NULL);
    bool to_i = lemma.size > 1 && ends_in(lemma, "y") && !strchr("aeiou", lemma.data[lemma.size - 2]);
    if (base_text_is(lemma, "have")) return BASE_LITERAL("has");
    if (to_i) return base_text_format(arena, "%.*sies", (int)(lemma.size - 1), lemma.data);
    return base_text_format(arena, "%.*s%s", BASE_PRINT(lemma), hissing ? "es" : "s");
}

static bool is_plural(const headline *line)
{
    uint16_t tag = line->sentence->words[line->subject].tag;
    return tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS || tag == LANGUAGE_TAG_CD ||
           child_of(line, line->subject, LANGUAGE_CONJ) != SIZE_MAX;
}

/* Headlines have verbs that treebanks know as nouns alone: half of them give way to any other verb. */
static drg_text any_lemma(const headline *line, drg_text lemma)
{
    drg_text other = {NULL, 0};
    if (chance(line, 0.5f)) other = data_peer(line->names, LANGUAGE_TAG_VB, "VerbForm=Inf", line->random);
    return other.size && other.data[0] >= 'a' && other.data[0] <= 'z' ? other : lemma;
}

static void set_present(headline *line, size_t at)
{
    drg_text lemma = any_lemma(line, line->sentence->words[at].lemma);
    if (is_plural(line))
        set_word(line, at, lemma, DRG_VERB, LANGUAGE_TAG_VBP, "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin");
    else
        set_word(line, at, with_s(line->arena, lemma), DRG_VERB, LANGUAGE_TAG_VBZ,
                 "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
}

/* "freed" -> "frees", "will free" -> "to free", "were freed" -> "freed", "has freed" -> "frees" */
static void change_verb(headline *line)
{
    size_t be = auxiliary(line, "be"), have = auxiliary(line, "have"), will = auxiliary(line, "will");
    if (have != SIZE_MAX) drop_tree(line, have);
    if (be != SIZE_MAX && will == SIZE_MAX) drop_tree(line, be);
    if (will != SIZE_MAX) {
        set_word(line, will, BASE_LITERAL("to"), DRG_PART, LANGUAGE_TAG_TO, "");
        line->sentence->words[will].relation = LANGUAGE_MARK;
    }
    uint16_t tag = line->sentence->words[line->verb].tag;
    if (tag == LANGUAGE_TAG_VBD || (tag == LANGUAGE_TAG_VBN && have != SIZE_MAX && be == SIZE_MAX)) {
        set_present(line, line->verb);
        for (size_t i = line->verb + 1; i < line->sentence->count; i++) {
            const data_word *word = &line->sentence->words[i];
            bool same = is_child(line, i, line->verb) && word->relation == LANGUAGE_CONJ;
            if (same && word->tag == LANGUAGE_TAG_VBD && word->upos == DRG_VERB &&
                child_of(line, i, LANGUAGE_NSUBJ) == SIZE_MAX)
                set_present(line, i);
        }
    }
}

/* "Riyadh and Islamabad sign" -> "Riyadh, Islamabad sign" */
static void change_and(headline *line)
{
    size_t other = child_of(line, line->subject, LANGUAGE_CONJ);
    size_t and = other == SIZE_MAX ? SIZE_MAX : child_of(line, other, LANGUAGE_CC);
    if (and == SIZE_MAX || !base_text_is(line->sentence->words[and].lemma, "and") || !chance(line, 0.5f)) return;
    set_word(line, and, BASE_LITERAL(","), DRG_PUNCT, LANGUAGE_TAG_COMMA, "");
    line->sentence->words[and].relation = LANGUAGE_PUNCT;
}

static void raise_first(headline *line)
{
    data_word *word = &line->sentence->words[0];
    if (word->wording.data[0] < 'a' || word->wording.data[0] > 'z') return;
    char *copy = base_arena_take(line->arena, word->wording.size + 1);
    memcpy(copy, word->wording.data, word->wording.size);
    copy[0] = (char)(copy[0] - 32);
    word->wording.data = copy;
    data_word_number(line->names, word);
}

/* "Ghana: Ruling party expels deputy chairman" */
static void put_place(headline *line)
{
    drg_text name = data_peer(line->names, LANGUAGE_TAG_NNP, "Number=Sing", line->random);
    data_sentence *sentence = line->sentence;
    if (!name.size || !chance(line, 0.1f)) return;
    memmove(sentence->words + 2, sentence->words, sentence->count * sizeof *sentence->words);
    sentence->count += 2;
    uint16_t verb = 0;
    for (size_t i = 2; i < sentence->count; i++) {
        if (sentence->words[i].head != DATA_ROOT) sentence->words[i].head = (uint16_t)(sentence->words[i].head + 2);
        if (sentence->words[i].head == DATA_ROOT) verb = (uint16_t)(i + 1);
    }
    sentence->words[0] = (data_word){.lemma = name, .head = verb, .relation = LANGUAGE_OBL_UNMARKED};
    sentence->words[1] = (data_word){.lemma = BASE_LITERAL(":"), .head = verb, .relation = LANGUAGE_PUNCT};
    set_word(line, 0, name, DRG_PROPN, LANGUAGE_TAG_NNP, "Number=Sing");
    set_word(line, 1, BASE_LITERAL(":"), DRG_PUNCT, LANGUAGE_TAG_COLON, "");
}

bool headline_make(const data_names *names, base_arena *arena, data_sentence *sentence, math_random *random)
{
    headline line = {.names = names, .arena = arena, .random = random, .sentence = sentence};
    if (sentence->count > MOST_WORDS || sentence->count < FEWEST_WORDS || !find_verb(&line)) return false;
    drop_articles(&line);
    drop_before_verb(&line);
    drop_after_verb(&line);
    change_verb(&line);
    change_and(&line);
    data_words_drop(sentence, line.gone);
    raise_first(&line);
    put_place(&line);
    return true;
}
