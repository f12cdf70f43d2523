/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the nodes of a sentence, as tagger and parser left them. Out: the same, mended where the lexicon and the words
 * beside leave no doubt. Both are trained on running text: in headings a bare verb after a plural is a noun to them
 * ("Nurses block street"), and all that is read from the tree is lost. What is mended is only read as a verb; whether
 * anything comes of it is still for the frame's conditions on its slots.
 */
#include "code/repair.h"

static bool starts(const code_frames *frames, uint32_t word, bool verb)
{
    for (uint32_t i = 0; word != DRG_NONE && i < frames->words[word].trigger_count; i++) {
        uint32_t kind = frames->triggers[frames->words[word].triggers + i].kind;
        bool noun = kind == CODE_TRIGGER_NOUN || kind == CODE_TRIGGER_LIGHT_NOUN;
        if (verb ? kind == CODE_TRIGGER_VERB : noun) return true;
    }
    return false;
}

static bool is_small(const code_sentence *sentence, uint32_t token)
{
    drg_text wording = record_wording(sentence->document, sentence->tokens[token].span);
    return wording.size && wording.data[0] >= 'a' && wording.data[0] <= 'z';
}

static bool is_nominal(const code_node *node)
{
    return node->upos == DRG_NOUN || node->upos == DRG_PROPN;
}

/* ---- words that a hyphen joins: the tokenizer cuts "sit-in" into three, the lists name it as one */

static bool touches_hyphen(const code_sentence *sentence, uint32_t hyphen)
{
    const drg_token *token = &sentence->tokens[hyphen];
    return base_text_is(record_wording(sentence->document, token->span), "-") &&
           token[-1].span.end == token->span.begin && token->span.end == token[1].span.begin;
}

static uint32_t look_up_listed(const code_frames *frames, drg_text wording)
{
    uint32_t word = code_look_up(frames, wording);
    return word != DRG_NONE && (frames->words[word].trigger_count || frames->words[word].member_count) ? word
                                                                                                       : DRG_NONE;
}

/* A word of the lists that says what it means, written with the hyphen or as one ("walk-out", "walkout"); others are
 * known by their last part. */
static uint32_t look_up_joined(const code_frames *frames, drg_text first, drg_text last)
{
    char bytes[64];
    if (first.size + 1 + last.size > sizeof bytes) return DRG_NONE;
    size_t size = 0;
    for (size_t i = 0; i < first.size + 1 + last.size; i++) {
        char c = i < first.size ? first.data[i] : i == first.size ? '-' : last.data[i - first.size - 1];
        bytes[size++] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    uint32_t word = look_up_listed(frames, (drg_text){bytes, size});
    if (word != DRG_NONE) return word;
    memmove(bytes + first.size, bytes + first.size + 1, last.size);
    return look_up_listed(frames, (drg_text){bytes, size - 1});
}

/* Taggers see the adverb in "sit-in" and parsers hang it on the verb: it is a noun, and an object where it follows. */
static void make_noun(code_sentence *sentence, uint32_t token, bool plural)
{
    code_node *node = &sentence->nodes[token];
    bool adverb = node->relation == LANGUAGE_ADVMOD || node->relation == LANGUAGE_COMPOUND_PRT ||
                  node->relation == LANGUAGE_XCOMP;
    bool object = adverb && node->head < token && sentence->nodes[node->head].upos == DRG_VERB;
    node->upos = DRG_NOUN;
    node->tag = plural ? LANGUAGE_TAG_NNS : LANGUAGE_TAG_NN;
    if (object) node->relation = LANGUAGE_OBJ;
}

static void join_at_hyphen(code_sentence *sentence, uint32_t hyphen)
{
    const drg_document *document = sentence->document;
    uint32_t last = hyphen + 1;
    drg_text first = record_wording(document, sentence->tokens[hyphen - 1].span);
    drg_text wording = record_wording(document, sentence->tokens[last].span);
    if (sentence->tokens[hyphen - 1].head != sentence->first_token + last || wording.size < 2) return;
    bool plural = false;
    uint32_t word = look_up_joined(sentence->frames, first, wording);
    if (word == DRG_NONE) {
        plural = wording.data[wording.size - 1] == 's';
        word = look_up_joined(sentence->frames, first, sentence->tokens[last].lemma);
    }
    if (word == DRG_NONE && plural)
        word = look_up_joined(sentence->frames, first, base_text_slice(wording, 0, wording.size - 1));
    if (word == DRG_NONE) return;
    sentence->nodes[hyphen - 1].word = DRG_NONE;
    sentence->nodes[last].word = word;
    if (sentence->nodes[last].upos != DRG_VERB && starts(sentence->frames, word, false))
        make_noun(sentence, last, plural);
}

static void join_hyphens(code_sentence *sentence)
{
    for (uint32_t i = 1; i + 1 < sentence->count; i++)
        if (sentence->tokens[i].upos == DRG_PUNCT && touches_hyphen(sentence, i)) join_at_hyphen(sentence, i);
}

/* ---- headings without a verb */

static bool has_verb(const code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        if (sentence->nodes[i].upos == DRG_VERB || sentence->nodes[i].upos == DRG_AUX) return true;
    return false;
}

/* A bare form behind a plural, or one in -s behind a singular, that can be a verb of the frames, with more words after
 * it. Those that can be a noun of the frames too stay nouns behind a singular ("Gaza strikes on Monday"). */
static bool may_be_verb(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token], *before = node - 1, *after = node + 1;
    if (!is_nominal(node) || !is_nominal(before) || !is_small(sentence, token) || after->upos == DRG_PUNCT)
        return false;
    if (!starts(sentence->frames, node->word, true)) return false;
    bool bare = node->tag == LANGUAGE_TAG_NN || node->tag == LANGUAGE_TAG_NNP;
    bool plural = before->upos == DRG_NOUN && before->tag == LANGUAGE_TAG_NNS;
    if (bare || plural) return bare && plural;
    return !starts(sentence->frames, node->word, false) && !starts(sentence->frames, before->word, false);
}

static void make_verb(code_node *node, uint32_t head, uint8_t relation)
{
    node->upos = DRG_VERB;
    node->tag = LANGUAGE_TAG_VBP;
    node->head = head;
    node->relation = head == DRG_NONE ? LANGUAGE_ROOT : relation;
}

/* What stood before the subject modifies it, a preposition opens the clause; what stands behind is the verb's. */
static void move_child(code_sentence *sentence, uint32_t child, uint32_t subject, uint32_t verb, uint32_t object)
{
    code_node *node = &sentence->nodes[child];
    if (child < subject && (node->relation == LANGUAGE_CASE || node->relation == LANGUAGE_PUNCT)) {
        node->head = verb;
        if (node->relation == LANGUAGE_CASE) node->relation = LANGUAGE_MARK;
    } else if (child < subject) {
        node->head = subject;
    } else if (object == DRG_NONE && child > verb) {
        bool bare = node->relation == LANGUAGE_OBL_UNMARKED || node->relation == LANGUAGE_NMOD_UNMARKED;
        node->head = verb;
        if (node->relation == LANGUAGE_NMOD) node->relation = LANGUAGE_OBL;
        if (bare && child == verb + 1 && is_nominal(node)) node->relation = LANGUAGE_OBJ;
    }
}

/* What the heading's words hang on where they are no clause: the last noun ("Nurses block street"), the subject
 * ("Thousands march in") or the verb itself ("Korea fires missile"). DRG_NONE: on none of them, or on a noun that may
 * tell an act itself. */
static uint32_t phrase_head(const code_sentence *sentence, uint32_t verb)
{
    uint32_t subject = verb - 1, head = sentence->nodes[verb].head, above = sentence->nodes[subject].head;
    const code_frames *frames = sentence->frames;
    if (above == verb) return starts(frames, sentence->nodes[verb].word, false) ? DRG_NONE : verb;
    if (head == subject) return subject;
    if (head == DRG_NONE || head >= sentence->count || head < verb || above != head) return DRG_NONE;
    bool event = starts(frames, sentence->nodes[head].word, false);
    return is_nominal(&sentence->nodes[head]) && !event ? head : DRG_NONE;
}

static void make_clause(code_sentence *sentence, uint32_t verb)
{
    uint32_t subject = verb - 1, head = phrase_head(sentence, verb);
    if (head == DRG_NONE) return;
    uint32_t top = sentence->nodes[head].head, object = head > verb ? head : DRG_NONE;
    if (top >= sentence->count) top = DRG_NONE;
    uint8_t relation = sentence->nodes[head].relation;
    if (relation == LANGUAGE_OBL || relation == LANGUAGE_NMOD) relation = LANGUAGE_ADVCL;
    for (uint32_t i = 0; i < sentence->count; i++)
        if (i != verb && i != subject && (sentence->nodes[i].head == head || sentence->nodes[i].head == verb))
            move_child(sentence, i, subject, verb, object);
    make_verb(&sentence->nodes[verb], top, relation);
    sentence->nodes[subject].head = verb;
    sentence->nodes[subject].relation = LANGUAGE_NSUBJ;
    if (object == DRG_NONE) return;
    sentence->nodes[object].head = verb;
    sentence->nodes[object].relation = LANGUAGE_OBJ;
}

/* ---- nouns that are verbs by what hangs on them, and verbs that are nouns by where they stand */

static uint32_t object_behind(const code_sentence *sentence, uint32_t token)
{
    for (uint32_t i = token + 1; i < sentence->count; i++)
        if (sentence->nodes[i].head == token && sentence->nodes[i].relation == LANGUAGE_OBJ) return i;
    return DRG_NONE;
}

/* "The city's police arrest four people": nouns have no objects, and what seemed to modify this one is its subject. */
static void repair_verb_with_object(code_sentence *sentence, uint32_t verb)
{
    const code_node *node = &sentence->nodes[verb], *before = node - 1;
    bool modified = is_nominal(before) && before->head == verb && before->relation == LANGUAGE_COMPOUND;
    if (node->upos != DRG_NOUN || !modified || !is_small(sentence, verb)) return;
    if (!starts(sentence->frames, node->word, true) || object_behind(sentence, verb) == DRG_NONE) return;
    uint32_t head = node->head < sentence->count ? node->head : DRG_NONE;
    for (uint32_t i = 0; i < verb - 1; i++)
        if (sentence->nodes[i].head == verb) move_child(sentence, i, verb - 1, verb, DRG_NONE);
    make_verb(&sentence->nodes[verb], head, node->relation);
    sentence->nodes[verb - 1].relation = LANGUAGE_NSUBJ;
}

/* "Russia's escalating military build-up": what is growing there is no act, it describes the noun behind it. */
static void repair_possessed_participle(code_sentence *sentence, uint32_t participle)
{
    code_node *node = &sentence->nodes[participle];
    uint32_t lasting = sentence->frames->classes[CODE_CLASS_UNDER_WAY];
    if (node->tag != LANGUAGE_TAG_VBG || !code_is_own_member(sentence, participle, lasting)) return;
    uint32_t object = object_behind(sentence, participle);
    bool owned = false;
    for (uint32_t i = 0; i < participle; i++)
        owned |= sentence->nodes[i].head == participle && sentence->nodes[i].relation == LANGUAGE_NMOD_POSS;
    if (!owned || object == DRG_NONE || sentence->nodes[object].upos != DRG_NOUN) return;
    uint32_t head = node->head;
    uint8_t relation = node->relation == LANGUAGE_ADVCL ? LANGUAGE_OBL : node->relation;
    for (uint32_t i = 0; i < sentence->count; i++)
        if (sentence->nodes[i].head == participle && i != object) {
            sentence->nodes[i].head = object;
            if (sentence->nodes[i].relation == LANGUAGE_MARK) sentence->nodes[i].relation = LANGUAGE_CASE;
        }
    sentence->nodes[object].head = head;
    sentence->nodes[object].relation = relation;
    node->head = object;
    node->relation = LANGUAGE_AMOD;
}

/* "Used water cannon and tear gas against protesters": what seemed a second verb is a second thing used. */
static void join_tear_gas(code_sentence *sentence, uint32_t tear)
{
    code_node *nodes = sentence->nodes;
    uint32_t gas = tear + 1, used = nodes[tear].head;
    uint32_t first = used < tear ? object_behind(sentence, used) : DRG_NONE;
    if (first == DRG_NONE || first > tear) return;
    for (uint32_t i = tear + 1; i < sentence->count; i++)
        if (nodes[i].head == tear) nodes[i].head = used;
    nodes[gas].head = first;
    nodes[gas].relation = LANGUAGE_CONJ;
    nodes[tear].upos = DRG_NOUN;
    nodes[tear].tag = LANGUAGE_TAG_NN;
    nodes[tear].head = gas;
    nodes[tear].relation = LANGUAGE_COMPOUND;
    nodes[tear - 1].head = gas;
}

/* "Police fire tear gas": parsers take "tear" for what the police do. It belongs to the gas, and who stands before it
 * is the verb. */
static void repair_tear_gas(code_sentence *sentence, uint32_t tear)
{
    uint32_t gas = tear + 1, verb = tear - 1, doer = tear - 2;
    code_node *nodes = sentence->nodes;
    if (tear < 2 || gas >= sentence->count || nodes[tear].upos != DRG_VERB || nodes[gas].upos != DRG_NOUN) return;
    if (!base_text_is(code_lemma(sentence, tear), "tear") || !base_text_is(code_lemma(sentence, gas), "gas")) return;
    if (nodes[verb].upos == DRG_CCONJ && nodes[tear].relation == LANGUAGE_CONJ) {
        join_tear_gas(sentence, tear);
        return;
    }
    if (nodes[verb].upos != DRG_NOUN || nodes[verb].head != tear || !starts(sentence->frames, nodes[verb].word, true))
        return;
    uint32_t head = nodes[tear].head < sentence->count ? nodes[tear].head : DRG_NONE;
    make_verb(&nodes[verb], head, nodes[tear].relation);
    for (uint32_t i = 0; i < sentence->count; i++)
        if (nodes[i].head == tear) nodes[i].head = verb;
    nodes[gas].relation = LANGUAGE_OBJ;
    nodes[tear].upos = DRG_NOUN;
    nodes[tear].tag = LANGUAGE_TAG_NN;
    nodes[tear].head = gas;
    nodes[tear].relation = LANGUAGE_COMPOUND;
    if (is_nominal(&nodes[doer]) && nodes[doer].head == verb) nodes[doer].relation = LANGUAGE_NSUBJ;
}

/* "Police detain 50 suspects": a counted word of the lists is who is detained, and no clause. */
static void repair_counted(code_sentence *sentence, uint32_t token)
{
    code_node *node = &sentence->nodes[token];
    bool counted = node[-1].upos == DRG_NUM && node[-1].head == token && node[-1].date == DRG_NONE;
    if (node->tag != LANGUAGE_TAG_VBZ || node->relation != LANGUAGE_CCOMP || node->head >= token || !counted) return;
    if (node->word == DRG_NONE || !sentence->frames->words[node->word].member_count) return;
    node->upos = DRG_NOUN;
    node->tag = LANGUAGE_TAG_NNS;
    node->relation = LANGUAGE_OBJ;
    node[-1].relation = LANGUAGE_NUMMOD;
}

static bool is_year(const code_sentence *sentence, uint32_t token)
{
    drg_text wording = record_wording(sentence->document, sentence->tokens[token].span);
    bool digits = wording.size == 4;
    for (size_t i = 0; digits && i < 4; i++) digits = wording.data[i] >= '0' && wording.data[i] <= '9';
    return digits;
}

/* "2011 Sudan protests", "2011 Sudan protests: ...": a year, a name and an act are a heading's title of what goes on
 * there. */
static void repair_title(code_sentence *sentence)
{
    const uint32_t most_names = 4;
    uint32_t first = sentence->body, verb = first + 1;
    if (first >= sentence->count || !is_year(sentence, first)) return;
    while (verb < sentence->count && sentence->nodes[verb].upos == DRG_PROPN) verb++;
    if (verb >= sentence->count || verb == first + 1 || verb > first + most_names + 1) return;
    code_node *node = &sentence->nodes[verb];
    bool last = verb + 1 == sentence->count ||
                base_text_is(record_wording(sentence->document, sentence->tokens[verb + 1].span), ":");
    bool plural = node->tag == LANGUAGE_TAG_VBZ;
    if (!last || (!plural && node->upos != DRG_NOUN) || !starts(sentence->frames, node->word, false)) return;
    node->upos = DRG_NOUN;
    if (plural) node->tag = LANGUAGE_TAG_NNS;
    /* a phrase that is neither owner nor kind: the name tells where it was, and not who did it */
    for (uint32_t i = first; i < verb; i++)
        if (sentence->nodes[i].head == verb &&
            (sentence->nodes[i].relation == LANGUAGE_NSUBJ || sentence->nodes[i].relation == LANGUAGE_COMPOUND))
            sentence->nodes[i].relation = LANGUAGE_NMOD;
}

void code_repair_tree(code_sentence *sentence)
{
    if (sentence->count < 3) return;
    repair_title(sentence);
    for (uint32_t i = 1; i + 1 < sentence->count; i++) {
        repair_verb_with_object(sentence, i);
        repair_possessed_participle(sentence, i);
        repair_tear_gas(sentence, i);
        repair_counted(sentence, i);
    }
    if (has_verb(sentence)) return;
    for (uint32_t i = 1; i + 1 < sentence->count; i++)
        if (may_be_verb(sentence, i)) {
            make_clause(sentence, i);
            return;
        }
}

/* ---- single words */

/* "would boycott", "have to down tools": an auxiliary hangs on verbs alone. */
static bool is_verb_by_auxiliary(const code_sentence *sentence, uint32_t token)
{
    uint8_t upos = sentence->nodes[token].upos;
    return upos != DRG_VERB && upos != DRG_AUX && is_small(sentence, token) &&
           starts(sentence->frames, sentence->nodes[token].word, true) &&
           code_child(sentence, token, LANGUAGE_AUX) != DRG_NONE &&
           code_child(sentence, token, LANGUAGE_COP) == DRG_NONE;
}

/* The first word's capital says nothing: it is a noun of the frames, alone, and no known name. */
static bool is_noun_at_start(const code_sentence *sentence)
{
    const code_node *node = &sentence->nodes[sentence->body];
    if (node->upos != DRG_PROPN || !starts(sentence->frames, node->word, false)) return false;
    return sentence->body + 1 < sentence->count && node[1].upos != DRG_PROPN && node->relation != LANGUAGE_COMPOUND &&
           node->relation != LANGUAGE_FLAT;
}

/* "began a fast outside parliament": an article and no noun behind it. */
static bool is_noun_by_article(const code_sentence *sentence, uint32_t token)
{
    const code_node *node = &sentence->nodes[token];
    if (node->upos != DRG_ADJ || !starts(sentence->frames, node->word, false)) return false;
    bool modifies = token + 1 < sentence->count && (is_nominal(node + 1) || node[1].upos == DRG_ADJ);
    return !modifies && code_child(sentence, token, LANGUAGE_DET) != DRG_NONE;
}

void code_repair_words(code_sentence *sentence)
{
    join_hyphens(sentence);
    for (uint32_t i = 0; i < sentence->count; i++)
        if (is_noun_by_article(sentence, i)) make_noun(sentence, i, false);
    for (uint32_t i = 0; i < sentence->count; i++)
        if (is_verb_by_auxiliary(sentence, i)) {
            sentence->nodes[i].upos = DRG_VERB;
            sentence->nodes[i].tag = LANGUAGE_TAG_VB;
        }
    if (sentence->body < sentence->count && is_noun_at_start(sentence)) {
        sentence->nodes[sentence->body].upos = DRG_NOUN;
        sentence->nodes[sentence->body].tag = LANGUAGE_TAG_NN;
    }
}
