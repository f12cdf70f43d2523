/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the head of a phrase. Out: the mentions that it stands for. The head's own mention is best; else the rules of
 * owners: what an army, a minister or a delegation does, its country does; what a bridge or a bank suffers, its country
 * suffers.
 */
#include "code/argument.h"

#define DEPTH 6 /* coordination and owners inside each other */

/* Sectors that act in politics only as part of a country: "workers", "doctors", "a company" alone are nobody's side. */
bool code_sector_is_private(drg_text sector)
{
    static const char *const private[] = {"BUS", "MED", "EDU", "LAB", "AGR", "REL", "MNC", "SOC"};
    for (size_t i = 0; i < sizeof private / sizeof *private; i++)
        if (base_text_is(sector, private[i])) return true;
    return false;
}

/* Press that is asked or told something is no party to it; press that is struck or seized is. */
static bool is_told(drg_type type)
{
    return type == DRG_CONSULT || type == DRG_AGREE || type == DRG_SUPPORT || type == DRG_CONCEDE ||
           type == DRG_REQUEST || type == DRG_REJECT;
}

/* Nobody but a crowd of plain people: it marches and fights, and its opinions are nobody's policy. */
static bool is_plain_crowd(const code_sentence *sentence, const drg_mention *mention)
{
    uint32_t token = mention->head - sentence->first_token;
    return mention->sentence == sentence->index && token < sentence->count && !mention->role.size &&
           code_is_of_sector(mention, "CVL") &&
           code_is_own_member(sentence, token, sentence->frames->classes[CODE_CLASS_PLAIN_PEOPLE]);
}

bool code_mention_is_political(const code_sentence *sentence, uint32_t mention, drg_type type)
{
    const drg_mention *found = &sentence->document->mentions.items[mention];
    if (code_is_of_sector(found, "JRN")) return false;
    bool acts = type == DRG_PROTEST || type == DRG_ASSAULT || type == DRG_MOBILIZE;
    if (!acts && is_plain_crowd(sentence, found)) return false;
    if (found->country.size) return true;
    return found->sector.count > 0 && (type == DRG_PROTEST || !code_sector_is_private(found->sector.items[0]));
}

bool code_mention_is_addressed(const code_sentence *sentence, uint32_t mention, drg_type type)
{
    const drg_mention *found = &sentence->document->mentions.items[mention];
    if (code_is_of_sector(found, "JRN")) return !is_told(type);
    if (found->country.size || found->sector.count) return true;
    return (!is_told(type) || type == DRG_CONSULT) &&
           sentence->document->actors.items[found->actor].type == DRG_ACTOR_PERSON;
}

void code_add_mention(code_mentions *mentions, uint32_t mention, unsigned distance)
{
    for (size_t i = 0; i < mentions->count; i++)
        if (mentions->items[i] == mention) return;
    if (mentions->count == CODE_MENTIONS) return;
    mentions->items[mentions->count++] = mention;
    if (distance > mentions->distance) mentions->distance = distance;
}

static bool triggers_event(const code_sentence *sentence, uint32_t token)
{
    uint32_t word = sentence->nodes[token].word;
    if (word == DRG_NONE) return false;
    for (uint32_t i = 0; i < sentence->frames->words[word].trigger_count; i++) {
        uint32_t kind = sentence->frames->triggers[sentence->frames->words[word].triggers + i].kind;
        if (kind == CODE_TRIGGER_NOUN) return true;
    }
    return false;
}

static void resolve(code_sentence *sentence, uint32_t token, bool owned, unsigned depth, code_mentions *mentions);

static bool add_own(code_sentence *sentence, uint32_t token, unsigned depth, code_mentions *mentions)
{
    uint32_t mention = sentence->nodes[token].mention;
    for (uint32_t next = mention; next != DRG_NONE; next = sentence->next_mention[next])
        code_add_mention(mentions, next, depth);
    return mention != DRG_NONE;
}

/* The name that a title or description goes with: "special envoy [Steve Witkoff]", "the premier, [Li Qiang]". */
static bool add_named(code_sentence *sentence, uint32_t token, unsigned depth, code_mentions *mentions)
{
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool name = relation == LANGUAGE_APPOS || relation == LANGUAGE_FLAT || relation == LANGUAGE_NMOD_DESC ||
                    ((relation == LANGUAGE_NMOD || relation == LANGUAGE_NMOD_UNMARKED) && child > token &&
                     !code_case_of(sentence, child));
        if (!name || !add_own(sentence, child, depth, mentions)) continue;
        CODE_EACH_CHILD(sentence, conjunct, child) /* "prime minister Kurti and president Vucic" */
            if (sentence->nodes[conjunct].relation == LANGUAGE_CONJ) add_own(sentence, conjunct, depth, mentions);
        return true;
    }
    return false;
}

/* A word inside a name that a parser took for its head: "Olaf [Scholz]". */
static bool add_covering(code_sentence *sentence, uint32_t token, unsigned depth, code_mentions *mentions)
{
    if (sentence->nodes[token].upos != DRG_PROPN && sentence->nodes[token].upos != DRG_NOUN) return false;
    const drg_span span = sentence->tokens[token].span;
    for (uint32_t step = 1; step <= 4; step++) {
        for (unsigned side = 0; side < 2; side++) {
            uint32_t near = side ? token + step : token - step;
            if (near >= sentence->count || sentence->nodes[near].mention == DRG_NONE) continue;
            drg_span covering = sentence->document->mentions.items[sentence->nodes[near].mention].span;
            if (covering.begin <= span.begin && span.end <= covering.end)
                return add_own(sentence, near, depth, mentions);
        }
    }
    return false;
}

/* The owners of a phrase without a mention of its own: possessor, country as modifier, "of" phrase. */
static void add_owners(code_sentence *sentence, uint32_t token, unsigned depth, code_mentions *mentions)
{
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        bool modifier = node->relation == LANGUAGE_AMOD || node->relation == LANGUAGE_COMPOUND ||
                        node->relation == LANGUAGE_NMOD_DESC || node->relation == LANGUAGE_NMOD_UNMARKED;
        if (modifier && child < token) {
            if (!add_own(sentence, child, depth + 1, mentions)) continue;
            /* "U.S. and British forces" */
            CODE_EACH_CHILD(sentence, conjunct, child)
                if (sentence->nodes[conjunct].relation == LANGUAGE_CONJ)
                    add_own(sentence, conjunct, depth + 1, mentions);
        } else if (node->relation == LANGUAGE_NMOD_POSS) {
            resolve(sentence, child, false, depth + 1, mentions);
        } else if (node->relation == LANGUAGE_NMOD && child > token) {
            code_slot slot = code_case_of(sentence, child);
            if (slot == CODE_SLOT_OF || slot == CODE_SLOT_FROM) resolve(sentence, child, false, depth + 1, mentions);
        }
    }
}

static bool stands_for_owner(const code_sentence *sentence, uint32_t token, bool owned)
{
    uint8_t upos = sentence->nodes[token].upos;
    if (upos != DRG_NOUN && upos != DRG_PROPN && upos != DRG_SYM && upos != DRG_NUM) return false;
    if (code_is_member(sentence, token, sentence->frames->classes[CODE_CLASS_AGENT])) return true;
    return owned && !triggers_event(sentence, token);
}

/* "Indian and Chinese soldiers": the mention is the last pair; the other countries are modifiers joined to it. */
static void add_joint_owners(code_sentence *sentence, uint32_t token, unsigned depth, code_mentions *mentions)
{
    CODE_EACH_CHILD(sentence, child, token) {
        uint8_t relation = sentence->nodes[child].relation;
        if (child > token) break;
        if (relation != LANGUAGE_AMOD && relation != LANGUAGE_COMPOUND) continue;
        if (code_child(sentence, child, LANGUAGE_CONJ) != DRG_NONE) add_own(sentence, child, depth + 1, mentions);
    }
}

static void resolve(code_sentence *sentence, uint32_t token, bool owned, unsigned depth, code_mentions *mentions)
{
    if (depth > DEPTH) return;
    bool found = add_own(sentence, token, depth, mentions);
    if (found) add_joint_owners(sentence, token, depth, mentions);
    uint32_t inner = found ? token : code_contained(sentence, token);
    if (inner != token) {
        resolve(sentence, inner, owned, depth + 1, mentions);
        found = true;
    }
    if (!found) found = add_named(sentence, token, depth, mentions) || add_covering(sentence, token, depth, mentions);
    if (!found && stands_for_owner(sentence, token, owned)) add_owners(sentence, token, depth, mentions);
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == LANGUAGE_CONJ && sentence->nodes[child].upos != DRG_VERB)
            resolve(sentence, child, owned, depth + 1, mentions);
}

/* "Rubio [and] special envoy Witkoff": an "and" at the start of a phrase says that a parser has hung the first conjunct
 * elsewhere; it is the name that ends right before the "and". */
static void add_lost_conjunct(code_sentence *sentence, uint32_t token, code_mentions *mentions)
{
    if (sentence->nodes[token].relation == LANGUAGE_CONJ) return;
    uint32_t joint = DRG_NONE;
    CODE_EACH_CHILD(sentence, child, token) {
        if (child > token) break;
        if (sentence->nodes[child].relation == LANGUAGE_CC) joint = child;
        uint32_t inner = code_child(sentence, child, LANGUAGE_CC);
        if (joint == DRG_NONE && inner != DRG_NONE && inner < child) joint = inner;
    }
    if (joint == DRG_NONE || joint == 0) return;
    uint32_t end = sentence->tokens[joint - 1].span.end;
    for (uint32_t i = joint; i-- > 0 && joint - i <= 4;) {
        uint32_t mention = sentence->nodes[i].mention;
        if (mention != DRG_NONE && sentence->document->mentions.items[mention].span.end == end)
            add_own(sentence, i, 0, mentions);
    }
}

void code_resolve(code_sentence *sentence, uint32_t token, bool owned, code_mentions *mentions)
{
    add_lost_conjunct(sentence, token, mentions);
    resolve(sentence, token, owned, 0, mentions);
}

/* ---- paths */

/* ---- phrases that a parser hangs one noun too deep or too high */

/* The child of a noun with the preposition. */
static uint32_t phrase_of(const code_sentence *sentence, uint32_t noun, code_slot slot)
{
    CODE_EACH_CHILD(sentence, child, noun)
        if (child > noun && code_case_of(sentence, child) == slot &&
            (sentence->nodes[child].relation == LANGUAGE_NMOD || sentence->nodes[child].relation == LANGUAGE_OBL))
            return child;
    return DRG_NONE;
}

/* "the delivery of tanks [to Ukraine]": down the phrases inside the noun, two deep. */
static uint32_t phrase_below(const code_sentence *sentence, uint32_t noun, code_slot slot)
{
    uint32_t inner = phrase_of(sentence, noun, CODE_SLOT_OF);
    for (unsigned depth = 0; depth < 2 && inner != DRG_NONE; depth++) {
        uint32_t found = phrase_of(sentence, inner, slot);
        if (found != DRG_NONE) return found;
        inner = sentence->nodes[inner].last;
        if (inner != DRG_NONE && sentence->nodes[inner].relation != LANGUAGE_NMOD) return DRG_NONE;
    }
    return DRG_NONE;
}

/* "gave [Somalia] food", "handed [Harare] 30 million dollars": the one to whom was taken for a modifier of the thing.
 */
static uint32_t stray_indirect(const code_sentence *sentence, const code_predicate *predicate)
{
    uint32_t object = code_argument_get(predicate, CODE_SLOT_OBJECT), first = predicate->token + 1;
    if (object == DRG_NONE || object <= first) return DRG_NONE;
    const code_node *node = &sentence->nodes[first];
    if (node->relation != LANGUAGE_COMPOUND || node->head != object || node->mention == DRG_NONE) return DRG_NONE;
    if (object != first + 1 && sentence->nodes[first + 1].upos != DRG_NUM) return DRG_NONE;
    const drg_mention *mention = &sentence->document->mentions.items[node->mention];
    bool state = sentence->document->actors.items[mention->actor].type == DRG_ACTOR_STATE;
    return state || mention->via == DRG_VIA_METONYM ? first : DRG_NONE;
}

/* "a missile [fired by the Houthis]" */
static uint32_t launcher_of(const code_sentence *sentence, uint32_t weapon)
{
    CODE_EACH_CHILD(sentence, child, weapon) {
        bool launched = sentence->nodes[child].relation == LANGUAGE_ACL &&
                        code_is_own_member(sentence, child, sentence->frames->classes[CODE_CLASS_LAUNCHING]);
        if (launched) return code_child(sentence, child, LANGUAGE_OBL_AGENT);
    }
    return DRG_NONE;
}

/* "killed in protests [against the president]", "protests break out in Gyumri [against the base]": the phrase behind
 * the noun is its own, whatever it hangs on, as long as no other verb stands between. */
static uint32_t opponent_behind(code_sentence *sentence, uint32_t noun)
{
    uint32_t verb = sentence->nodes[code_container(sentence, noun)].head;
    for (uint32_t i = noun + 1; i < sentence->count; i++) {
        uint8_t upos = sentence->nodes[i].upos, relation = sentence->nodes[i].relation;
        if (upos == DRG_VERB && (i != verb || !code_cue_of(sentence, i, CODE_CUE_HAPPEN))) return DRG_NONE;
        bool phrase = relation == LANGUAGE_NMOD || relation == LANGUAGE_OBL;
        if (phrase && code_case_of(sentence, i) == CODE_SLOT_AGAINST) return i;
    }
    return DRG_NONE;
}

/* What fills a slot that is empty, when the phrase hangs elsewhere: for an event noun inside its "of" phrase or on the
 * verb that governs it; for a verb on its object or last phrase. Only prepositions that say who, not where or when. */
static uint32_t stray_phrase(code_sentence *sentence, const code_predicate *predicate, code_slot slot)
{
    code_slot wanted = slot == CODE_SLOT_SUBJECT ? CODE_SLOT_BY : slot;
    if (slot == CODE_SLOT_INDIRECT) return stray_indirect(sentence, predicate);
    bool says_who = wanted == CODE_SLOT_BY || wanted == CODE_SLOT_TO || wanted == CODE_SLOT_WITH ||
                    wanted == CODE_SLOT_AGAINST || wanted == CODE_SLOT_FROM || wanted == CODE_SLOT_BETWEEN ||
                    (wanted == CODE_SLOT_OF && predicate->kind == CODE_PREDICATE_VERB);
    if (!says_who) return DRG_NONE;
    if (predicate->kind == CODE_PREDICATE_NOUN) {
        uint32_t found = phrase_below(sentence, predicate->token, wanted);
        code_slot governed;
        uint32_t verb = code_governing_verb(sentence, predicate->token, &governed);
        if (found == DRG_NONE && verb != DRG_NONE && governed == CODE_SLOT_OBJECT && wanted != CODE_SLOT_BY)
            found = code_argument_get(code_predicate_of(sentence, verb), wanted);
        if (found == DRG_NONE && wanted == CODE_SLOT_BY) found = launcher_of(sentence, predicate->token);
        if (found == DRG_NONE && wanted == CODE_SLOT_AGAINST) found = opponent_behind(sentence, predicate->token);
        return found;
    }
    if (wanted == CODE_SLOT_BY && !predicate->passive) return DRG_NONE;
    for (size_t i = predicate->argument_count; i-- > 0;) {
        const code_argument *argument = &predicate->arguments[i];
        if (argument->slot == CODE_SLOT_SUBJECT || argument->slot == CODE_SLOT_CLAUSE) continue;
        if (wanted == CODE_SLOT_OF && argument->slot != CODE_SLOT_OBJECT && argument->slot != CODE_SLOT_INDIRECT)
            continue;
        if (argument->token < predicate->token) continue;
        /* "destroyed, with estimates by the Red Cross": who says so is no agent */
        if (wanted == CODE_SLOT_BY && code_cue_of(sentence, argument->token, CODE_CUE_REPORT)) continue;
        if (wanted == CODE_SLOT_OF && sentence->nodes[argument->token].mention == DRG_NONE) continue;
        /* "deployed ahead of protests by the party": they are the protests' own */
        bool apart = argument->slot == CODE_SLOT_AHEAD || argument->slot == CODE_SLOT_BEFORE ||
                     argument->slot == CODE_SLOT_AFTER || argument->slot == CODE_SLOT_FOLLOWING ||
                     argument->slot == CODE_SLOT_AMID || argument->slot == CODE_SLOT_OVER;
        if (wanted == CODE_SLOT_BY && apart && triggers_event(sentence, argument->token)) continue;
        uint32_t found = phrase_of(sentence, argument->token, wanted);
        if (found == DRG_NONE && wanted != CODE_SLOT_OF) {
            uint32_t inner = sentence->nodes[argument->token].last;
            /* "presented Ukraine and its allies [with proposals]" */
            bool last = inner != DRG_NONE && (sentence->nodes[inner].relation == LANGUAGE_NMOD ||
                                              sentence->nodes[inner].relation == LANGUAGE_CONJ);
            if (last) found = phrase_of(sentence, inner, wanted);
        }
        if (found != DRG_NONE) return found;
    }
    return DRG_NONE;
}

uint32_t code_path_token(code_sentence *sentence, const code_predicate *predicate, code_path path, unsigned view,
                         size_t nth)
{
    code_slot outer = CODE_PATH_OUTER(path), inner = CODE_PATH_INNER(path);
    if (outer == CODE_SLOT_PLACE) return DRG_NONE; /* no phrase of the predicate: see code_place_of */
    if (!inner) {
        uint32_t token = code_argument_nth(predicate, outer, view, nth);
        return token == DRG_NONE && nth == 0 ? stray_phrase(sentence, predicate, outer) : token;
    }
    uint32_t token;
    for (size_t i = 0; (token = code_argument_nth(predicate, outer, view, i)) != DRG_NONE; i++) {
        const code_predicate *inside = code_predicate_of(sentence, code_contained(sentence, token));
        uint32_t found;
        for (size_t k = 0; (found = code_argument_nth(inside, inner, 0, k)) != DRG_NONE; k++)
            if (nth-- == 0) return found;
    }
    if (nth == 0 && (inner == CODE_SLOT_SUBJECT || inner == CODE_SLOT_BY)) {
        uint32_t weapon = code_argument_nth(predicate, outer, view, 0);
        uint32_t launcher = weapon == DRG_NONE ? DRG_NONE : launcher_of(sentence, code_contained(sentence, weapon));
        if (launcher != DRG_NONE) return launcher;
    }
    /* "a deal was reached between Iran and Iraq": the phrase of the object hangs on the verb */
    bool shared = outer == CODE_SLOT_OBJECT && (inner == CODE_SLOT_BETWEEN || inner == CODE_SLOT_WITH);
    return shared && nth == 0 ? code_argument_get(predicate, inner) : DRG_NONE;
}

/* Phrases that join the subject: "together with", "along with", "alongside". */
static void add_companions(code_sentence *sentence, const code_predicate *predicate, code_mentions *mentions)
{
    static const code_slot slots[] = {CODE_SLOT_ALONG, CODE_SLOT_TOGETHER, CODE_SLOT_ALONGSIDE};
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        uint32_t token;
        for (size_t k = 0; (token = code_argument_nth(predicate, slots[i], 0, k)) != DRG_NONE; k++)
            code_resolve(sentence, token, false, mentions);
    }
}

void code_resolve_path(code_sentence *sentence, const code_predicate *predicate, code_path path, unsigned view,
                       bool owned, code_mentions *mentions)
{
    uint32_t token;
    for (size_t nth = 0; (token = code_path_token(sentence, predicate, path, view, nth)) != DRG_NONE; nth++)
        code_resolve(sentence, token, owned, mentions);
    if (path != CODE_SLOT_SUBJECT || !mentions->count) return;
    uint32_t subject = code_path_token(sentence, predicate, path, view, 0);
    uint8_t relation = sentence->nodes[subject].relation;
    if (relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS) code_add_series(sentence, subject, mentions);
    add_companions(sentence, predicate, mentions);
}

bool code_same_side(const code_sentence *sentence, const code_mentions *left, const code_mentions *right)
{
    const drg_mention *all = sentence->document->mentions.items;
    for (size_t i = 0; i < left->count; i++)
        for (size_t k = 0; k < right->count; k++) {
            const drg_mention *a = &all[left->items[i]], *b = &all[right->items[k]];
            if (a->actor == b->actor) return true;
            if (a->country.size && !base_text_is(a->country, "---") && base_text_equal(a->country, b->country))
                return true;
        }
    return false;
}
