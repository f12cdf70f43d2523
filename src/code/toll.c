/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an attack's predicate. Out: its dead and injured as other words of the sentence tell them: "and 30 people died",
 * "killing 12", "leaving 28 dead", "in which two were hurt". A word of death or injury counts where it hangs on the
 * attack's clause, or the attack on it, without a doer of its own between.
 */
#include "code/clause.h"
#include "code/match.h"
#include "code/quantity.h"
#include "code/setting.h"

#define CLIMB 8

typedef enum toll_kind { TOLL_NONE, TOLL_KILLS, TOLL_DIES, TOLL_INJURES } toll_kind;

typedef struct toll_word {
    const char *lemma;
    toll_kind kind;
} toll_word;

/* What the word does: to its object, or, of those who die, to its subject. */
static toll_kind kind_of(const code_sentence *sentence, uint32_t token)
{
    static const toll_word words[] = {{"kill", TOLL_KILLS},          {"slay", TOLL_KILLS},
                                      {"murder", TOLL_KILLS},        {"assassinate", TOLL_KILLS},
                                      {"execute", TOLL_KILLS},       {"massacre", TOLL_KILLS},
                                      {"slaughter", TOLL_KILLS},     {"behead", TOLL_KILLS},
                                      {"lynch", TOLL_KILLS},         {"butcher", TOLL_KILLS},
                                      {"hang", TOLL_KILLS},          {"killing", TOLL_KILLS},
                                      {"assassination", TOLL_KILLS}, {"execution", TOLL_KILLS},
                                      {"beheading", TOLL_KILLS},     {"die", TOLL_DIES},
                                      {"perish", TOLL_DIES},         {"drown", TOLL_DIES},
                                      {"wound", TOLL_INJURES},       {"injure", TOLL_INJURES},
                                      {"hurt", TOLL_INJURES},        {"maim", TOLL_INJURES},
                                      {"stab", TOLL_INJURES}};
    drg_text lemma = code_lemma(sentence, token);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (base_text_is(lemma, words[i].lemma)) return words[i].kind;
    return TOLL_NONE;
}

/* "shot dead", "hacked to death", "gunned down" */
static bool is_deadly(const code_sentence *sentence, uint32_t verb)
{
    drg_text lemma = code_lemma(sentence, verb);
    bool down = base_text_is(lemma, "gun") || base_text_is(lemma, "mow") || base_text_is(lemma, "cut");
    for (uint32_t i = verb + 1; i < sentence->count && i <= verb + 6; i++) {
        drg_text word = code_lemma(sentence, i);
        if (base_text_is(word, "dead") && (base_text_is(lemma, "shoot") || base_text_is(lemma, "stab"))) return true;
        if (base_text_is(word, "death") && base_text_is(code_lemma(sentence, i - 1), "to")) return true;
        if (down && i == verb + 1 && base_text_is(word, "down")) return true;
        if (sentence->nodes[i].upos == DRG_VERB) return false;
    }
    return false;
}

static toll_kind kind_at(const code_sentence *sentence, uint32_t token)
{
    uint8_t upos = sentence->nodes[token].upos;
    if (upos != DRG_VERB && upos != DRG_NOUN) return TOLL_NONE;
    return upos == DRG_VERB && is_deadly(sentence, token) ? TOLL_KILLS : kind_of(sentence, token);
}

/* The phrase of those who are hit. */
static uint32_t victims_of(code_sentence *sentence, uint32_t token, toll_kind kind)
{
    const code_predicate *predicate = code_predicate_of(sentence, token);
    uint32_t object = code_argument_nth(predicate, CODE_SLOT_OBJECT, 0, 0);
    if (kind != TOLL_DIES && (object != DRG_NONE || sentence->nodes[token].upos == DRG_NOUN)) return object;
    uint32_t subject = code_argument_nth(predicate, CODE_SLOT_SUBJECT, 0, 0);
    bool participle = sentence->nodes[token].tag == LANGUAGE_TAG_VBN || sentence->nodes[token].tag == LANGUAGE_TAG_VBD;
    return kind == TOLL_DIES || participle ? subject : DRG_NONE; /* "six hurt", whatever the parser makes of it */
}

bool code_own_quantity(const code_sentence *sentence, const code_predicate *predicate, int64_t *ret_count)
{
    const code_node *node = &sentence->nodes[predicate->token];
    if (predicate->kind != CODE_PREDICATE_VERB || node->relation != LANGUAGE_CONJ || !predicate->passive) return false;
    CODE_EACH_CHILD(sentence, child, predicate->token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool quantity = relation == LANGUAGE_NUMMOD || relation == LANGUAGE_AMOD || relation == LANGUAGE_DET ||
                        relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS;
        if (child > predicate->token || !quantity) continue;
        *ret_count =
            relation == LANGUAGE_NUMMOD ? (int64_t)code_number_at(sentence, child) : code_people_at(sentence, child);
        return true;
    }
    return false;
}

/* How many they are; -1 unknown. */
static int64_t count_victims(code_sentence *sentence, uint32_t token, toll_kind kind)
{
    int64_t count;
    if (code_own_quantity(sentence, code_predicate_of(sentence, token), &count)) return count;
    uint32_t victims = victims_of(sentence, token, kind);
    return victims == DRG_NONE ? -1 : code_people_at(sentence, victims);
}

/* ---- whose toll it is */

/* Does the clause name somebody else as the one who does it? */
static bool has_own_doer(const code_sentence *sentence, uint32_t token, toll_kind kind)
{
    if (kind == TOLL_DIES) return false;
    bool passive = code_child(sentence, token, LANGUAGE_AUX_PASS) != DRG_NONE ||
                   code_child(sentence, token, LANGUAGE_NSUBJ_PASS) != DRG_NONE;
    if (passive) return code_child(sentence, token, LANGUAGE_OBL_AGENT) != DRG_NONE;
    return code_child(sentence, token, LANGUAGE_NSUBJ) != DRG_NONE &&
           code_child(sentence, token, LANGUAGE_OBJ) != DRG_NONE;
}

/* "An air strike hit a hospital, killing 11": what hangs on the noun's verb is the strike's. */
static bool is_subject_of(const code_sentence *sentence, const code_predicate *predicate, uint32_t verb)
{
    if (predicate->kind != CODE_PREDICATE_NOUN) return false;
    const code_node *node = &sentence->nodes[code_container(sentence, predicate->token)];
    return node->head == verb && (node->relation == LANGUAGE_NSUBJ || node->relation == LANGUAGE_OBL_AGENT);
}

static bool is_clause_of(const code_sentence *sentence, const code_predicate *predicate, uint32_t token)
{
    return token == predicate->token || token == predicate->clause || token == predicate->light ||
           is_subject_of(sentence, predicate, token);
}

/* From the word of death up to the attack: "stormed the hall and killed 9", "a blast that killed 9". */
static bool hangs_on_attack(const code_sentence *sentence, uint32_t token, toll_kind kind,
                            const code_predicate *predicate)
{
    bool own = has_own_doer(sentence, token, kind);
    for (unsigned depth = 0; depth < CLIMB && token != DRG_NONE; depth++) {
        const code_node *node = &sentence->nodes[token];
        if (is_clause_of(sentence, predicate, token)) return depth > 0;
        if (node->relation == LANGUAGE_CCOMP || node->relation == LANGUAGE_CSUBJ) return false;
        if (node->relation == LANGUAGE_ACL_RELCL) own = false; /* its doer is the noun that it describes */
        if (node->relation == LANGUAGE_CONJ && own) return false;
        token = node->head;
    }
    return false;
}

static bool is_cause(code_slot slot)
{
    return slot == CODE_SLOT_IN || slot == CODE_SLOT_BY || slot == CODE_SLOT_DURING || slot == CODE_SLOT_FROM ||
           slot == CODE_SLOT_AFTER || slot == CODE_SLOT_FOLLOWING;
}

/* From the attack up to the word of death: "died when a bomb exploded", "12 were killed in an air strike". */
static bool holds_attack(const code_sentence *sentence, uint32_t token, const code_predicate *predicate)
{
    uint32_t at =
        predicate->kind == CODE_PREDICATE_NOUN ? code_container(sentence, predicate->token) : predicate->clause;
    for (unsigned depth = 0; depth < CLIMB && at != DRG_NONE; depth++) {
        const code_node *node = &sentence->nodes[at];
        if (node->head == token)
            return node->relation == LANGUAGE_NSUBJ || node->relation == LANGUAGE_OBL_AGENT ||
                   node->relation == LANGUAGE_ADVCL || node->relation == LANGUAGE_PARATAXIS ||
                   ((node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_NMOD) &&
                    is_cause(code_case_of(sentence, at)));
        /* "killed when air strikes hit a market" */
        bool strikes = node->relation == LANGUAGE_NSUBJ && node->head != DRG_NONE &&
                       sentence->nodes[node->head].relation == LANGUAGE_ADVCL;
        if (node->relation != LANGUAGE_NMOD && node->relation != LANGUAGE_CONJ && node->relation != LANGUAGE_COMPOUND &&
            !strikes)
            return false;
        at = node->head;
    }
    return false;
}

/* "14 are killed and 20 injured in an air strike": the second verb shares what the first one hangs on. */
static bool shares_cause(const code_sentence *sentence, uint32_t token, const code_predicate *predicate)
{
    const code_node *node = &sentence->nodes[token];
    if (node->relation == LANGUAGE_CONJ && node->head != DRG_NONE && holds_attack(sentence, node->head, predicate))
        return true;
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == LANGUAGE_CONJ && sentence->nodes[child].upos == DRG_VERB &&
            holds_attack(sentence, child, predicate))
            return true;
    return false;
}

static bool is_toll_of(const code_sentence *sentence, uint32_t token, toll_kind kind, const code_predicate *predicate)
{
    return token == predicate->token || hangs_on_attack(sentence, token, kind, predicate) ||
           holds_attack(sentence, token, predicate) || shares_cause(sentence, token, predicate);
}

/* ---- "28 dead" */

/* The count right before "dead" or "injured": "one dead", "nine people dead". */
static int64_t count_before(const code_sentence *sentence, uint32_t token)
{
    for (uint32_t i = token; i-- > 0 && token - i <= 3;) {
        uint8_t upos = sentence->nodes[i].upos;
        if (upos == DRG_NUM) return (int64_t)code_number_at(sentence, i);
        if (upos == DRG_NOUN && code_count_at(sentence, i) >= 0) return code_people_at(sentence, i);
        if (upos == DRG_NOUN || upos == DRG_ADJ || upos == DRG_ADV || upos == DRG_AUX || upos == DRG_VERB) continue;
        return -1;
    }
    return -1;
}

/* "left nine people dead", "cost sixty lives" */
static int64_t dead_by_noun(const code_sentence *sentence, uint32_t token)
{
    drg_text lemma = code_lemma(sentence, token);
    if (base_text_is(lemma, "dead")) return count_before(sentence, token);
    bool lives = base_text_is(lemma, "life") && sentence->nodes[token].tag == LANGUAGE_TAG_NNS;
    if (!lives) return -1;
    uint32_t head = sentence->nodes[token].head;
    drg_text verb = head == DRG_NONE ? (drg_text){NULL, 0} : code_lemma(sentence, head);
    bool taken = base_text_is(verb, "cost") || base_text_is(verb, "claim") || base_text_is(verb, "take");
    if (taken) return (int64_t)code_count_at(sentence, token);
    if (!base_text_is(verb, "lose")) return -1;
    uint32_t subject = code_child(sentence, head, LANGUAGE_NSUBJ);
    return subject == DRG_NONE ? -1 : code_people_at(sentence, subject);
}

static bool is_near(const code_sentence *sentence, uint32_t token, const code_predicate *predicate)
{
    if (hangs_on_attack(sentence, token, TOLL_DIES, predicate)) return true;
    for (unsigned depth = 0; depth < 3 && token != DRG_NONE; depth++) {
        if (holds_attack(sentence, token, predicate)) return true;
        token = sentence->nodes[token].head;
    }
    return false;
}

void code_toll_of(code_sentence *sentence, const code_predicate *predicate, drg_magnitude *magnitude)
{
    for (uint32_t i = sentence->body; i < sentence->count && (magnitude->dead < 0 || magnitude->injured < 0); i++) {
        if (magnitude->dead < 0) {
            int64_t dead = dead_by_noun(sentence, i);
            if (dead > 0 && is_near(sentence, i, predicate)) magnitude->dead = dead;
        }
        toll_kind kind = kind_at(sentence, i);
        int64_t *figure = kind == TOLL_INJURES ? &magnitude->injured : &magnitude->dead;
        if (kind == TOLL_NONE || *figure >= 0 || !is_toll_of(sentence, i, kind, predicate)) continue;
        *figure = count_victims(sentence, i, kind);
    }
}

void code_toll_victims(code_sentence *sentence, const code_predicate *predicate, code_mentions *victims)
{
    code_mentions hurt = {0};
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        toll_kind kind = kind_at(sentence, i);
        if (kind == TOLL_NONE || i == predicate->token || code_clause_marks(sentence, i).negated) continue;
        if (!is_toll_of(sentence, i, kind, predicate)) continue;
        uint32_t phrase = victims_of(sentence, i, kind);
        if (phrase == DRG_NONE) continue;
        code_resolve(sentence, phrase, false, kind == TOLL_INJURES ? &hurt : victims);
    }
    if (!victims->count) *victims = hurt;
}

/* ---- a toll in a sentence of its own */

static drg_event *attack_before(const code_sentence *sentence)
{
    drg_document *document = sentence->document;
    drg_event *found = NULL;
    for (size_t i = document->events.count; i-- > 0;) {
        drg_event *event = &document->events.items[i];
        if (event->sentence + 1 < sentence->index) break;
        if (event->type != DRG_ASSAULT) continue;
        if (found || event->sentence == sentence->index) return NULL;
        found = event;
    }
    if (!found || !drg_event_is_asserted(found) || found->status == DRG_STATUS_HISTORICAL) return NULL;
    const drg_sentence *here = &document->sentences.items[sentence->index];
    const drg_sentence *there = &document->sentences.items[found->sentence];
    bool heading = there->kind == DRG_SENTENCE_HEADLINE || here->kind == DRG_SENTENCE_HEADLINE;
    return heading || here->paragraph != there->paragraph ? NULL : found;
}

void code_toll_carry(code_sentence *sentence)
{
    if (sentence->index == 0) return;
    drg_event *attack = attack_before(sentence);
    if (!attack || attack->magnitude.dead >= 0 || attack->magnitude.injured >= 0) return;
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        toll_kind kind = kind_at(sentence, i);
        uint8_t relation = sentence->nodes[i].relation;
        bool main = relation == LANGUAGE_ROOT || relation == LANGUAGE_CCOMP || relation == LANGUAGE_CONJ ||
                    relation == LANGUAGE_PARATAXIS;
        if (kind == TOLL_NONE || !main || has_own_doer(sentence, i, kind)) continue;
        if (code_clause_marks(sentence, i).negated) continue;
        int64_t *figure = kind == TOLL_INJURES ? &attack->magnitude.injured : &attack->magnitude.dead;
        int64_t count = count_victims(sentence, i, kind);
        if (*figure < 0 && count > 1) *figure = count;
    }
}
