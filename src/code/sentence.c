/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a parsed sentence with its mentions, dates and places. Out: the nodes that the engine walks over. Everything that
 * is asked more than once (children, lexicon entry, preposition) is worked out here once for each token, so that the
 * rest costs only on words that trigger something.
 */
#include "code/sentence.h"

#include "code/repair.h"

/* ---- loading */

/* What a quotation mark does to being inside one. The typewriter's mark closes where it touches the word before it, and
 * opens where it does not; between two words that touch it, the one after the other. */
static bool is_open_after(const drg_document *document, uint32_t token, bool open)
{
    const drg_token *mark = &document->tokens.items[token];
    drg_text wording = record_wording(document, mark->span);
    if (mark->upos != DRG_PUNCT) return open;
    if (base_text_is(wording, "\xe2\x80\x9c")) return true;
    if (base_text_is(wording, "\xe2\x80\x9d")) return false;
    bool straight = base_text_is(wording, "\""), other = base_text_is(wording, "``") || base_text_is(wording, "''");
    if (other) return wording.data[0] == '`';
    if (!straight) return open;
    bool before = token > 0 && mark[-1].span.end == mark->span.begin;
    bool after = token + 1 < document->tokens.count && mark[1].span.begin == mark->span.end;
    return before == after ? !open : after;
}

static void mark_quoted(const drg_document *document, uint8_t *quoted)
{
    bool open = false;
    uint32_t paragraph = DRG_NONE;
    for (size_t s = 0; s < document->sentences.count; s++) {
        const drg_sentence *sentence = &document->sentences.items[s];
        if (sentence->paragraph != paragraph) open = false;
        paragraph = sentence->paragraph;
        for (uint32_t i = sentence->first_token; i < sentence->first_token + sentence->token_count; i++) {
            quoted[i] = open;
            open = is_open_after(document, i, open);
        }
    }
}

void code_workspace_open(code_workspace *workspace, const code_frames *frames, base_arena *arena, bool explain,
                         drg_document *document)
{
    size_t longest = 1;
    for (size_t i = 0; i < document->sentences.count; i++)
        if (document->sentences.items[i].token_count > longest) longest = document->sentences.items[i].token_count;
    uint8_t *quoted = BASE_ARRAY(arena, uint8_t, document->tokens.count + 1);
    mark_quoted(document, quoted);
    *workspace =
        (code_workspace){.mention_end = (uint32_t)document->mentions.count,
                         .sentence = {.frames = frames,
                                      .arena = arena,
                                      .document = document,
                                      .explain = explain,
                                      .nodes = BASE_ARRAY(arena, code_node, longest),
                                      .next_mention = BASE_ARRAY(arena, uint32_t,
                                                                 document->mentions.count + document->tokens.count + 1),
                                      .quoted = quoted,
                                      .predicates = BASE_ARRAY(arena, struct code_predicate *, longest)}};
}

uint32_t code_look_up(const code_frames *frames, drg_text lemma)
{
    char lower[64];
    if (lemma.size == 0 || lemma.size > sizeof lower) return DRG_NONE;
    if (lemma.data[0] >= 'A' && lemma.data[0] <= 'Z') {
        for (size_t i = 0; i < lemma.size; i++) {
            char c = lemma.data[i];
            lower[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
        }
        lemma.data = lower;
    }
    uint32_t word = model_table_get(&frames->lexicon, lemma);
    return word < frames->word_count ? word : DRG_NONE;
}

/* Lemmatisers cut too much or too little off verbs that they have not met ("freed" to "fre", "quelled" to "quel",
 * "mistreated" to "mistreate"): the lexicon's word is the lemma with an e or its last letter once more, or without e.
 */
static uint32_t look_up_verb(const code_frames *frames, drg_text lemma)
{
    char longer[64];
    if (lemma.size < 3 || lemma.size >= sizeof longer) return DRG_NONE;
    memcpy(longer, lemma.data, lemma.size);
    char last = lemma.data[lemma.size - 1];
    longer[lemma.size] = 'e';
    uint32_t word = code_look_up(frames, (drg_text){longer, lemma.size + 1});
    longer[lemma.size] = last;
    if (word == DRG_NONE) word = code_look_up(frames, (drg_text){longer, lemma.size + 1});
    if (word == DRG_NONE && last == 'e') word = code_look_up(frames, base_text_slice(lemma, 0, lemma.size - 1));
    return word;
}

/* Lemmatisers leave some plurals as they are ("proceedings", "troops"): the frame's word may be the singular. */
static uint32_t look_up_token(const code_frames *frames, const drg_token *token)
{
    if (token->upos == DRG_PUNCT) return DRG_NONE;
    uint32_t word = code_look_up(frames, token->lemma);
    if (word == DRG_NONE && token->upos == DRG_VERB) return look_up_verb(frames, token->lemma);
    bool plural = word == DRG_NONE && token->tag == LANGUAGE_TAG_NNS && token->lemma.size > 3;
    if (!plural || token->lemma.data[token->lemma.size - 1] != 's') return word;
    return code_look_up(frames, base_text_slice(token->lemma, 0, token->lemma.size - 1));
}

/* "n't", "Gondor", "left": as it stands. */
static uint32_t look_up_form(const code_sentence *sentence, const drg_token *token)
{
    if (!sentence->frames->has_patterns || token->upos == DRG_PUNCT) return DRG_NONE;
    return code_look_up(sentence->frames, record_wording(sentence->document, token->span));
}

/* ---- what taggers and parsers get wrong, and the words around put right */

/* "to free the prisoners" with "free" as adjective */
static bool is_lost_infinitive(const code_sentence *sentence, uint32_t i)
{
    const drg_token *token = &sentence->tokens[i];
    return token->upos == DRG_ADJ && token->tag == LANGUAGE_TAG_JJ && i > 0 &&
           base_text_is(sentence->tokens[i - 1].lemma, "to") &&
           sentence->tokens[i - 1].head == sentence->first_token + i;
}

static uint8_t upos_of(const code_sentence *sentence, uint32_t i)
{
    const drg_token *token = &sentence->tokens[i];
    if (token->upos != DRG_ADJ) return token->upos;
    if (is_lost_infinitive(sentence, i)) return DRG_VERB;
    bool determined = false; /* "the Somali premier"; "left nine dead" is none */
    for (uint32_t k = i; k-- > 0 && i - k < 5 && !determined;) {
        uint32_t head = sentence->tokens[k].head, own = sentence->first_token + i;
        bool below = head == own || (head < own && head > sentence->first_token + k &&
                                     sentence->tokens[head - sentence->first_token].head == own);
        determined = sentence->tokens[k].relation == LANGUAGE_DET && below;
    }
    if (!determined) return DRG_ADJ;
    switch (token->relation) { /* "talked to the Somali premier": what fills a noun's place is a noun */
    case LANGUAGE_NSUBJ:
    case LANGUAGE_NSUBJ_PASS:
    case LANGUAGE_OBJ:
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT:
    case LANGUAGE_NMOD: return DRG_NOUN;
    default: return DRG_ADJ;
    }
}

static uint8_t relation_of(const code_sentence *sentence, uint32_t i)
{
    const drg_token *token = &sentence->tokens[i];
    bool name = token->upos == DRG_PROPN || token->upos == DRG_NOUN;
    if (token->relation == LANGUAGE_AUX && name) return LANGUAGE_NSUBJ; /* "Burma waved away the offer" */
    return token->relation;
}

/* "with President Xi Jinping": a preposition on the second part of a name is on the name. */
static uint32_t head_of(const code_sentence *sentence, uint32_t i)
{
    const drg_token *token = &sentence->tokens[i];
    if (token->head == DRG_NONE) return DRG_NONE;
    uint32_t head = token->head - sentence->first_token;
    if (token->relation != LANGUAGE_CASE || head >= sentence->count) return head;
    const drg_token *above = &sentence->tokens[head];
    return above->relation == LANGUAGE_FLAT && above->head != DRG_NONE ? above->head - sentence->first_token : head;
}

static void load_nodes(code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++) {
        const drg_token *token = &sentence->tokens[i];
        uint32_t word = look_up_token(sentence->frames, token);
        sentence->nodes[i] =
            (code_node){.head = head_of(sentence, i),
                        .first = DRG_NONE,
                        .last = DRG_NONE,
                        .next = DRG_NONE,
                        .word = word,
                        .form = look_up_form(sentence, token),
                        .mention = DRG_NONE,
                        .date = DRG_NONE,
                        .place = DRG_NONE,
                        .relation = relation_of(sentence, i),
                        .upos = upos_of(sentence, i),
                        .tag = is_lost_infinitive(sentence, i) ? LANGUAGE_TAG_VB : token->tag,
                        .preposition = word == DRG_NONE ? 0 : (uint8_t)sentence->frames->words[word].preposition};
        sentence->predicates[i] = NULL;
    }
}

static void link_nodes(code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++) {
        uint32_t head = sentence->nodes[i].head;
        if (head >= sentence->count) {
            sentence->nodes[i].head = DRG_NONE;
            continue;
        }
        code_node *parent = &sentence->nodes[head];
        if (parent->first == DRG_NONE)
            parent->first = i;
        else
            sentence->nodes[parent->last].next = i;
        parent->last = i;
    }
}

/* The node of a document's token, NULL when it is not of this sentence. */
static code_node *node_of(code_sentence *sentence, uint32_t token)
{
    uint32_t local = token - sentence->first_token;
    return token == DRG_NONE || token < sentence->first_token || local >= sentence->count ? NULL
                                                                                          : &sentence->nodes[local];
}

/* Mentions with the same head follow each other in a chain ("both sides" are two). */
static void add_mention(code_sentence *sentence, code_node *node, uint32_t mention)
{
    uint32_t *place = &node->mention;
    while (*place != DRG_NONE) place = &sentence->next_mention[*place];
    *place = mention;
}

/* The arrays of mentions, dates and places are in the order of the sentences. */
static void load_finds(code_workspace *workspace)
{
    code_sentence *sentence = &workspace->sentence;
    drg_document *document = sentence->document;
    for (; workspace->mention_at < workspace->mention_end; workspace->mention_at++) {
        const drg_mention *mention = &document->mentions.items[workspace->mention_at];
        if (mention->sentence > sentence->index) break;
        code_node *node = mention->sentence == sentence->index ? node_of(sentence, mention->head) : NULL;
        sentence->next_mention[workspace->mention_at] = DRG_NONE;
        if (node) add_mention(sentence, node, workspace->mention_at);
    }
    for (uint32_t i = 0; i < sentence->count; i++) { /* a title or apposition leads to its person */
        uint32_t mention = find_mention_at(document, sentence->first_token + i);
        if (sentence->nodes[i].mention == DRG_NONE) sentence->nodes[i].mention = mention;
    }
    for (; workspace->date_at < document->dates.count; workspace->date_at++) {
        const drg_date *date = &document->dates.items[workspace->date_at];
        if (date->sentence > sentence->index) break;
        code_node *node = date->sentence == sentence->index ? node_of(sentence, date->head) : NULL;
        bool day = (date->kind == DRG_TIMEX_DATE || date->kind == DRG_TIMEX_TIME || date->to[0]) && date->from[0];
        if (node && node->date == DRG_NONE && day) node->date = workspace->date_at;
    }
    for (; workspace->place_at < document->places.count; workspace->place_at++) {
        const drg_place *place = &document->places.items[workspace->place_at];
        if (place->sentence > sentence->index) break;
        code_node *node = place->sentence == sentence->index ? node_of(sentence, place->head) : NULL;
        if (node && node->place == DRG_NONE && !place->aside) node->place = workspace->place_at;
    }
}

static bool ends_in_question(const code_sentence *sentence)
{
    for (uint32_t i = sentence->count; i-- > 0 && sentence->tokens[i].upos == DRG_PUNCT;) {
        drg_text wording = record_wording(sentence->document, sentence->tokens[i].span);
        if (wording.size && wording.data[0] == '?') return true;
    }
    return false;
}

/* Sports, markets, weather: one such word and no frame fires in the sentence. */
static bool has_unpolitical_word(const code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        if (sentence->nodes[i].word != DRG_NONE && sentence->frames->words[sentence->nodes[i].word].cue_count &&
            code_cue_of(sentence, i, CODE_CUE_UNPOLITICAL))
            return true;
    return false;
}

code_sentence *code_workspace_load(code_workspace *workspace, uint32_t index)
{
    code_sentence *sentence = &workspace->sentence;
    const drg_sentence *source = &sentence->document->sentences.items[index];
    sentence->index = index;
    sentence->first_token = source->first_token;
    sentence->count = source->token_count;
    sentence->body = source->body > source->first_token ? source->body - source->first_token : 0;
    sentence->tokens = sentence->document->tokens.items + source->first_token;
    load_nodes(sentence);
    code_repair_tree(sentence);
    link_nodes(sentence);
    code_repair_words(sentence);
    load_finds(workspace);
    sentence->question = ends_in_question(sentence);
    sentence->unpolitical = has_unpolitical_word(sentence);
    return sentence;
}

/* ---- looking */

uint32_t code_child(const code_sentence *sentence, uint32_t token, language_relation relation)
{
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == relation) return child;
    return DRG_NONE;
}

static bool is_modifier(uint8_t relation)
{
    return relation == LANGUAGE_COMPOUND || relation == LANGUAGE_AMOD || relation == LANGUAGE_NMOD ||
           relation == LANGUAGE_NMOD_DESC || relation == LANGUAGE_NMOD_UNMARKED || relation == LANGUAGE_FLAT ||
           relation == LANGUAGE_ADVMOD;
}

static bool is_particle(uint8_t relation)
{
    return relation == LANGUAGE_COMPOUND_PRT || relation == LANGUAGE_ADVMOD || relation == LANGUAGE_OBJ ||
           relation == LANGUAGE_OBL || relation == LANGUAGE_XCOMP || relation == LANGUAGE_FIXED ||
           relation == LANGUAGE_COMPOUND;
}

/* A particle hangs on the verb, or stands as first of two prepositions: "pulled [out of the talks]". */
static bool has_particle(const code_sentence *sentence, uint32_t token, uint32_t word)
{
    /* right behind the verb it is the particle, whatever a parser hangs it on: "handed over a suspect" */
    if (token + 1 < sentence->count && sentence->nodes[token + 1].word == word &&
        sentence->nodes[token + 1].upos != DRG_VERB && sentence->nodes[token + 1].upos != DRG_NOUN)
        return true;
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (node->word == word && is_particle(node->relation)) return true;
        if (node->relation != LANGUAGE_OBL && node->relation != LANGUAGE_ADVCL) continue;
        CODE_EACH_CHILD(sentence, inner, child)
            if (sentence->nodes[inner].word == word && (sentence->nodes[inner].relation == LANGUAGE_CASE ||
                                                        sentence->nodes[inner].relation == LANGUAGE_ADVMOD ||
                                                        sentence->nodes[inner].relation == LANGUAGE_MARK))
                return true;
    }
    return false;
}

/* Modifiers may sit on the noun or on one of its modifiers: "surface - to - air missile". */
static bool has_modifier(const code_sentence *sentence, uint32_t token, uint32_t word)
{
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (child > token || !is_modifier(node->relation)) continue;
        if (node->word == word) return true;
        CODE_EACH_CHILD(sentence, inner, child)
            if (sentence->nodes[inner].word == word && is_modifier(sentence->nodes[inner].relation)) return true;
    }
    return false;
}

static bool number_holds(const code_sentence *sentence, uint32_t token, uint32_t number)
{
    uint8_t tag = sentence->nodes[token].tag;
    bool plural = tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS;
    return number == CODE_NUMBER_ANY || plural == (number == CODE_NUMBER_PLURAL);
}

bool code_phrase_holds(const code_sentence *sentence, uint32_t token, const code_phrase *phrase, bool verb)
{
    if (!number_holds(sentence, token, phrase->number)) return false;
    for (uint32_t i = 0; i < phrase->other_count; i++) {
        uint32_t word = sentence->frames->numbers[phrase->others + i];
        if (!(verb ? has_particle(sentence, token, word) : has_modifier(sentence, token, word))) return false;
    }
    return true;
}

bool code_is_own_member(const code_sentence *sentence, uint32_t token, uint32_t noun_class)
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return false;
    const code_word *word = &sentence->frames->words[id];
    for (uint32_t i = 0; i < word->member_count; i++) {
        const code_member *member = &sentence->frames->members[word->members + i];
        if (member->noun_class == noun_class && code_phrase_holds(sentence, token, &member->phrase, false)) return true;
    }
    return false;
}

uint32_t code_contained(const code_sentence *sentence, uint32_t token)
{
    for (unsigned depth = 0; depth < 4; depth++) {
        if (!code_is_own_member(sentence, token, sentence->frames->classes[CODE_CLASS_CONTAINER])) return token;
        uint32_t inner = DRG_NONE;
        CODE_EACH_CHILD(sentence, child, token)
            if (child > token && sentence->nodes[child].relation == LANGUAGE_NMOD &&
                code_case_of(sentence, child) == CODE_SLOT_OF) {
                inner = child;
                break;
            }
        if (inner == DRG_NONE) return token;
        token = inner;
    }
    return token;
}

uint32_t code_container(const code_sentence *sentence, uint32_t token)
{
    for (unsigned depth = 0; depth < 4; depth++) {
        uint32_t head = sentence->nodes[token].head;
        if (head == DRG_NONE || sentence->nodes[token].relation != LANGUAGE_NMOD ||
            code_case_of(sentence, token) != CODE_SLOT_OF ||
            !code_is_own_member(sentence, head, sentence->frames->classes[CODE_CLASS_CONTAINER]))
            return token;
        token = head;
    }
    return token;
}

bool code_is_member(const code_sentence *sentence, uint32_t token, uint32_t noun_class)
{
    if (code_is_own_member(sentence, token, noun_class)) return true;
    uint32_t inner = code_contained(sentence, token);
    return inner != token && code_is_own_member(sentence, inner, noun_class);
}

/* Parts of speech that the tagger confuses count as one: "due", "set"; "before" as ADP or SCONJ. */
static bool upos_fits(uint8_t cue, uint8_t token)
{
    if (cue == token) return true;
    switch (cue) {
    case DRG_VERB: return token == DRG_AUX;
    case DRG_NOUN: return token == DRG_PROPN;
    case DRG_ADJ: return token == DRG_VERB;
    case DRG_ADP: return token == DRG_SCONJ || token == DRG_VERB;
    case DRG_SCONJ: return token == DRG_ADP || token == DRG_CCONJ || token == DRG_VERB;
    case DRG_DET: return token == DRG_CCONJ || token == DRG_PRON || token == DRG_ADV;
    case DRG_ADV: return token == DRG_PART;
    default: return false;
    }
}

static bool cue_holds(const code_sentence *sentence, uint32_t token, const code_cue *cue)
{
    return upos_fits((uint8_t)cue->upos, sentence->nodes[token].upos) &&
           code_phrase_holds(sentence, token, &cue->phrase, cue->upos != DRG_NOUN);
}

const code_cue *code_cue_of(const code_sentence *sentence, uint32_t token, code_cue_class cue_class)
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return NULL;
    const code_word *word = &sentence->frames->words[id];
    const code_cue *best = NULL;
    for (uint32_t i = 0; i < word->cue_count; i++) {
        const code_cue *cue = &sentence->frames->cues[word->cues + i];
        if (cue->cue_class != (uint32_t)cue_class || !cue_holds(sentence, token, cue)) continue;
        if (!best || cue->phrase.other_count > best->phrase.other_count) best = cue;
    }
    return best;
}

uint32_t code_cues_of(const code_sentence *sentence, uint32_t token)
{
    uint32_t id = sentence->nodes[token].word, bits = 0, most = 0;
    if (id == DRG_NONE) return 0;
    const code_word *word = &sentence->frames->words[id];
    for (uint32_t i = 0; i < word->cue_count; i++) {
        const code_cue *cue = &sentence->frames->cues[word->cues + i];
        if (!cue_holds(sentence, token, cue)) continue;
        /* a longer cue replaces the shorter: "call off" is no "call" */
        if (cue->phrase.other_count > most) {
            most = cue->phrase.other_count;
            bits = 0;
        }
        if (cue->phrase.other_count == most) bits |= CODE_CUE_BIT(cue->cue_class);
    }
    return bits;
}

static bool phrase_names(const code_sentence *sentence, const code_phrase *phrase, uint32_t word)
{
    for (uint32_t i = 0; i < phrase->other_count; i++)
        if (sentence->frames->numbers[phrase->others + i] == word) return true;
    return false;
}

bool code_has_listed_particle(const code_sentence *sentence, uint32_t verb)
{
    if (verb + 1 >= sentence->count || sentence->nodes[verb].word == DRG_NONE) return false;
    const code_word *word = &sentence->frames->words[sentence->nodes[verb].word];
    uint32_t particle = sentence->nodes[verb + 1].word;
    if (particle == DRG_NONE) return false;
    for (uint32_t i = 0; i < word->trigger_count; i++)
        if (phrase_names(sentence, &sentence->frames->triggers[word->triggers + i].phrase, particle)) return true;
    for (uint32_t i = 0; i < word->cue_count; i++)
        if (phrase_names(sentence, &sentence->frames->cues[word->cues + i].phrase, particle)) return true;
    return false;
}

bool code_cue_takes(const code_sentence *sentence, const code_cue *cue, code_slot slot)
{
    for (uint32_t i = 0; i < cue->slot_count; i++)
        if (sentence->frames->numbers[cue->slots + i] == (uint32_t)slot) return true;
    return false;
}

code_slot code_case_of(const code_sentence *sentence, uint32_t token)
{
    code_slot found = CODE_SLOT_NONE;
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (child > token) break;
        if (node->relation != LANGUAGE_CASE && node->relation != LANGUAGE_MARK) continue;
        if (node->preposition) found = (code_slot)node->preposition;
        if (found == CODE_SLOT_OF && child > 0 && sentence->nodes[child - 1].preposition == CODE_SLOT_AHEAD)
            found = CODE_SLOT_AHEAD; /* "freed two men ahead of a visit", "ahead" hung on the verb */
        if (!node->preposition && node->word != DRG_NONE && code_cue_of(sentence, child, CODE_CUE_REPORT))
            return CODE_SLOT_NONE; /* "according to" names a source, no recipient */
        /* "because of", "ahead of", "along with": the first word decides, where it is one of the list */
        CODE_EACH_CHILD(sentence, inner, child)
            if (!node->preposition && sentence->nodes[inner].preposition)
                found = (code_slot)sentence->nodes[inner].preposition;
        if (found == CODE_SLOT_AHEAD || found == CODE_SLOT_ALONG || found == CODE_SLOT_TOGETHER ||
            found == CODE_SLOT_INSTEAD)
            break;
    }
    return found;
}

static bool is_time_word(const code_sentence *sentence, uint32_t token)
{
    static const char *const words[] = {"time",    "day",     "week",  "month",   "year",
                                        "morning", "evening", "night", "occasion"};
    if (sentence->nodes[token].date != DRG_NONE) return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, token), words[i])) return true;
    return false;
}

uint32_t code_governor(const code_sentence *sentence, uint32_t clause, language_relation *ret_relation)
{
    const code_node *node = &sentence->nodes[clause];
    *ret_relation = (language_relation)node->relation;
    uint32_t noun = node->head;
    if (noun == DRG_NONE || noun > clause || sentence->nodes[noun].head == DRG_NONE) return noun;
    if (node->relation != LANGUAGE_ACL && node->relation != LANGUAGE_ACL_RELCL && node->relation != LANGUAGE_CCOMP)
        return noun;
    uint32_t verb = sentence->nodes[noun].head;
    bool that = noun + 1 < sentence->count && base_text_is(code_lemma(sentence, noun + 1), "that");
    if (!that || verb > noun || sentence->nodes[verb].upos != DRG_VERB || !is_time_word(sentence, noun)) return noun;
    *ret_relation = LANGUAGE_CCOMP;
    return verb;
}

bool code_is_ancestor(const code_sentence *sentence, uint32_t ancestor, uint32_t token)
{
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && token != DRG_NONE; depth++) {
        if (token == ancestor) return true;
        token = sentence->nodes[token].head;
    }
    return false;
}

/* Is the token below `top`, and not in a relative clause or apposition of it? */
static bool is_in_extent(const code_sentence *sentence, uint32_t top, uint32_t token, bool bare)
{
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && token != DRG_NONE; depth++) {
        if (token == top) return true;
        uint8_t relation = sentence->nodes[token].relation;
        if (bare && (relation == LANGUAGE_ACL_RELCL || relation == LANGUAGE_ACL || relation == LANGUAGE_PARATAXIS ||
                     relation == LANGUAGE_CASE || relation == LANGUAGE_MARK))
            return false;
        token = sentence->nodes[token].head;
    }
    return false;
}

void code_extent(const code_sentence *sentence, uint32_t token, bool bare, uint32_t *ret_first, uint32_t *ret_last)
{
    uint32_t first = token, last = token;
    for (uint32_t i = 0; i < sentence->count; i++) {
        if (sentence->nodes[i].upos == DRG_PUNCT || !is_in_extent(sentence, token, i, bare)) continue;
        if (i < first) first = i;
        if (i > last) last = i;
    }
    *ret_first = first;
    *ret_last = last;
}

drg_span code_span(const code_sentence *sentence, uint32_t first, uint32_t last)
{
    return (drg_span){sentence->tokens[first].span.begin, sentence->tokens[last].span.end};
}
