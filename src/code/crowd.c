/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the nouns of a sentence and the word lists of data/classes/sector-*.txt. Out: mentions of people whom no list
 * names, as far as events and statements refer to them.
 * They are made before the frames ask for actors and swept up afterwards, so that a frame sees one kind of mention only
 * and the record holds no crowd that does nothing.
 */
#include "code/crowd.h"

static const struct {
    code_class noun_class;
    const char *sector;
} SECTORS[] = {{CODE_CLASS_SECTOR_CVL, "CVL"}, {CODE_CLASS_SECTOR_LAB, "LAB"}, {CODE_CLASS_SECTOR_REB, "REB"},
               {CODE_CLASS_SECTOR_UAF, "UAF"}, {CODE_CLASS_SECTOR_CRM, "CRM"}, {CODE_CLASS_SECTOR_REL, "REL"},
               {CODE_CLASS_SECTOR_EDU, "EDU"}, {CODE_CLASS_SECTOR_JRN, "JRN"}, {CODE_CLASS_SECTOR_LEG, "LEG"},
               {CODE_CLASS_SECTOR_GOV, "GOV"}, {CODE_CLASS_SECTOR_MIL, "MIL"}, {CODE_CLASS_SECTOR_ELI, "ELI"}};

void code_crowd_open(code_crowd *crowd, base_arena *arena, const drg_document *document)
{
    *crowd = (code_crowd){.first_mention = document->mentions.count, .first_actor = document->actors.count};
    for (size_t i = 0; i < document->actors.count; i++)
        base_map_put(arena, &crowd->taken, document->actors.items[i].id, (uint32_t)i);
}

static const char *sector_of(const code_sentence *sentence, uint32_t token)
{
    for (size_t i = 0; i < sizeof SECTORS / sizeof *SECTORS; i++)
        if (code_is_own_member(sentence, token, sentence->frames->classes[SECTORS[i].noun_class]))
            return SECTORS[i].sector;
    return NULL;
}

/* Does a mention reach over the token from a head near it? */
static bool is_covered(const code_sentence *sentence, uint32_t token)
{
    drg_span span = sentence->tokens[token].span;
    for (uint32_t i = token > 6 ? token - 6 : 0; i < sentence->count && i <= token + 6; i++) {
        uint32_t mention = sentence->nodes[i].mention;
        if (mention == DRG_NONE) continue;
        drg_span other = sentence->document->mentions.items[mention].span;
        if (other.begin < span.end && span.begin < other.end) return true;
    }
    return false;
}

/* The first word of "flood victims", "armed herders". */
static uint32_t first_word(const code_sentence *sentence, uint32_t token)
{
    uint32_t first = token;
    while (first > 0) {
        const code_node *node = &sentence->nodes[first - 1];
        bool modifier = node->relation == LANGUAGE_AMOD || node->relation == LANGUAGE_COMPOUND;
        if (!modifier || node->head != token) break;
        first--;
    }
    return first;
}

/* Of "Chad's herders", "herders from Chad". */
static drg_text country_of_owner(const code_sentence *sentence, uint32_t token)
{
    CODE_EACH_CHILD(sentence, child, token) {
        const code_node *node = &sentence->nodes[child];
        if (node->mention == DRG_NONE) continue;
        code_slot slot = node->relation == LANGUAGE_NMOD ? code_case_of(sentence, child) : CODE_SLOT_NONE;
        if (node->relation != LANGUAGE_NMOD_POSS && slot != CODE_SLOT_OF && slot != CODE_SLOT_FROM) continue;
        drg_text country = sentence->document->mentions.items[node->mention].country;
        if (country.size) return country;
    }
    return (drg_text){NULL, 0};
}

/* Of "Chadian herders": the country of the modifier. */
static drg_text country_of(const code_sentence *sentence, uint32_t first, uint32_t token)
{
    for (uint32_t i = first; i < token; i++) {
        uint32_t mention = sentence->nodes[i].mention;
        if (mention != DRG_NONE) return sentence->document->mentions.items[mention].country;
    }
    return country_of_owner(sentence, token);
}

/* "tcd-herders": small letters and digits, a hyphen for each run of anything else. */
static drg_text id_of(base_arena *arena, drg_text country, drg_text wording)
{
    drg_text whole = base_text_format(arena, "%.*s %.*s", BASE_PRINT(country), BASE_PRINT(wording));
    char *id = base_arena_take(arena, whole.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < whole.size; i++) {
        char c = whole.data[i];
        if (c >= 'A' && c <= 'Z') c = (char)(c + 32);
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            id[size++] = c;
        else if (size && id[size - 1] != '-')
            id[size++] = '-';
    }
    while (size && id[size - 1] == '-') size--;
    return size ? (drg_text){id, size} : BASE_LITERAL("people");
}

static drg_texts sector_list(base_arena *arena, const char *sector)
{
    drg_text *item = base_arena_take(arena, sizeof *item);
    *item = base_text_from(sector);
    return (drg_texts){item, 1};
}

static uint32_t actor_of(code_crowd *crowd, code_sentence *sentence, const drg_mention *mention, bool several)
{
    drg_document *document = sentence->document;
    base_arena *arena = &document->arena;
    drg_text wording = base_text_slice(drg_document_text(document), mention->span.begin, mention->span.end);
    drg_text name = base_text_copy(arena, base_utf8_repair(sentence->arena, wording));
    drg_text id = id_of(arena, mention->country, name);
    uint32_t *actor = base_map_put(sentence->arena, &crowd->actors, id, DRG_NONE);
    if (*actor != DRG_NONE) return *actor;
    *actor = (uint32_t)document->actors.count;
    while (base_map_get(&crowd->taken, id) != DRG_NONE) /* somebody is called People, or another crowd took the id */
        id = base_text_format(arena, "%.*s-group", BASE_PRINT(id));
    base_map_put(sentence->arena, &crowd->taken, id, *actor);
    base_push(arena, &document->actors) = (drg_actor){.id = id,
                                                      .name = name,
                                                      .type = several ? DRG_ACTOR_GROUP : DRG_ACTOR_ROLE,
                                                      .country = mention->country,
                                                      .sector = mention->sector,
                                                      .sentence = sentence->index,
                                                      .span = mention->span};
    return *actor;
}

static void add_crowd(code_crowd *crowd, code_sentence *sentence, uint32_t token, const char *sector)
{
    drg_document *document = sentence->document;
    uint32_t first = first_word(sentence, token);
    drg_mention mention = {.sentence = sentence->index,
                           .head = sentence->first_token + token,
                           .span = {sentence->tokens[first].span.begin, sentence->tokens[token].span.end},
                           .via = DRG_VIA_ROLE,
                           .country = country_of(sentence, first, token),
                           .sector = sector_list(&document->arena, sector)};
    mention.actor = actor_of(crowd, sentence, &mention, sentence->nodes[token].tag == LANGUAGE_TAG_NNS);
    uint32_t index = (uint32_t)document->mentions.count;
    base_push(&document->arena, &document->mentions) = mention;
    sentence->next_mention[index] = DRG_NONE;
    sentence->nodes[token].mention = index;
}

/* "Thousands march in Tbilisi": a number that stands for people when nothing is counted by it. */
static bool is_lone_number(const code_sentence *sentence, uint32_t token)
{
    static const char *const numbers[] = {"dozen", "score", "hundred", "thousand", "million"};
    bool number = false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        number |= base_text_is(code_lemma(sentence, token), numbers[i]);
    if (!number || sentence->nodes[token].tag != LANGUAGE_TAG_NNS) return false;
    if (sentence->nodes[token].relation != LANGUAGE_NSUBJ && sentence->nodes[token].relation != LANGUAGE_OBL_AGENT)
        return false;
    CODE_EACH_CHILD(sentence, child, token)
        if (child > token && sentence->nodes[child].relation == LANGUAGE_NMOD) return false;
    return true;
}

static bool starts_small(drg_text text)
{
    return text.size && text.data[0] >= 'a' && text.data[0] <= 'z';
}

/* "Lebanon's mufti", "Nuns fed the refugees": a common noun that a tagger took for a name. */
static bool is_small_name(const code_sentence *sentence, uint32_t token)
{
    drg_text text = drg_document_text(sentence->document);
    uint32_t begin = sentence->tokens[token].span.begin;
    if (sentence->nodes[token].upos != DRG_PROPN || begin >= text.size) return false;
    bool first = token == sentence->body && starts_small(code_lemma(sentence, token));
    return first || starts_small(base_text_slice(text, begin, text.size));
}

void code_crowd_add(code_crowd *crowd, code_sentence *sentence)
{
    for (uint32_t i = sentence->body; i < sentence->count; i++) {
        const code_node *node = &sentence->nodes[i];
        if (node->word == DRG_NONE || node->mention != DRG_NONE) continue;
        if (node->upos != DRG_NOUN && !is_small_name(sentence, i)) continue;
        if (!sentence->frames->words[node->word].member_count) continue;
        if (node->relation == LANGUAGE_COMPOUND || node->relation == LANGUAGE_AMOD) continue;
        const char *sector = is_lone_number(sentence, i) ? "CVL" : sector_of(sentence, i);
        if (sector && !is_covered(sentence, i)) add_crowd(crowd, sentence, i, sector);
    }
}

/* ---------------------------------------------------------------- afterwards */

typedef struct crowd_sweep {
    const code_crowd *crowd;
    drg_document *document;
    uint32_t *mention_to, *actor_to; /* the new index of each */
    bool *used;                      /* mentions */
} crowd_sweep;

static void use(crowd_sweep *sweep, uint32_t mention)
{
    if (mention != DRG_NONE) sweep->used[mention] = true;
}

static void use_all(crowd_sweep *sweep, drg_indexes mentions)
{
    for (size_t i = 0; i < mentions.count; i++) use(sweep, mentions.items[i]);
}

static void mark_used(crowd_sweep *sweep)
{
    for (size_t i = 0; i < sweep->document->events.count; i++) {
        const drg_event *event = &sweep->document->events.items[i];
        use_all(sweep, event->actors);
        use_all(sweep, event->recipients);
        use_all(sweep, event->third);
        for (size_t k = 0; k < event->attribution_count; k++) use(sweep, event->attribution[k].speaker);
    }
    for (size_t i = 0; i < sweep->document->statements.count; i++) {
        use(sweep, sweep->document->statements.items[i].said.speaker);
        use(sweep, sweep->document->statements.items[i].addressee);
    }
}

/* Listed mentions and used crowds, both in the order of the sentences, into one. */
static void merge_mentions(crowd_sweep *sweep, drg_mention *merged)
{
    const drg_mention *all = sweep->document->mentions.items;
    size_t listed = 0, crowd = sweep->crowd->first_mention, end = sweep->document->mentions.count, at = 0;
    while (listed < sweep->crowd->first_mention || crowd < end) {
        if (crowd < end && !sweep->used[crowd]) {
            crowd++;
            continue;
        }
        bool take_listed =
            listed < sweep->crowd->first_mention && (crowd == end || all[listed].sentence <= all[crowd].sentence);
        size_t from = take_listed ? listed++ : crowd++;
        sweep->mention_to[from] = (uint32_t)at;
        merged[at++] = all[from];
    }
    sweep->document->mentions.count = at;
    for (size_t i = 0; i < at; i++) sweep->document->mentions.items[i] = merged[i];
}

static void keep_actors(crowd_sweep *sweep)
{
    drg_document *document = sweep->document;
    size_t at = sweep->crowd->first_actor, first = at;
    for (size_t i = first; i < document->actors.count; i++) sweep->actor_to[i] = DRG_NONE;
    for (size_t i = 0; i < document->mentions.count; i++) sweep->actor_to[document->mentions.items[i].actor] = 0;
    for (size_t i = 0; i < first; i++) sweep->actor_to[i] = (uint32_t)i;
    for (size_t i = first; i < document->actors.count; i++) {
        if (sweep->actor_to[i] == DRG_NONE) continue;
        sweep->actor_to[i] = (uint32_t)at;
        document->actors.items[at++] = document->actors.items[i];
    }
    document->actors.count = at;
    for (size_t i = 0; i < document->mentions.count; i++)
        document->mentions.items[i].actor = sweep->actor_to[document->mentions.items[i].actor];
}

static uint32_t moved(const crowd_sweep *sweep, uint32_t mention)
{
    return mention == DRG_NONE ? DRG_NONE : sweep->mention_to[mention];
}

static drg_indexes moved_all(const crowd_sweep *sweep, drg_indexes old)
{
    uint32_t *items = BASE_ARRAY(&sweep->document->arena, uint32_t, old.count + 1);
    for (size_t i = 0; i < old.count; i++) items[i] = moved(sweep, old.items[i]);
    return (drg_indexes){items, old.count};
}

static void move_event(const crowd_sweep *sweep, drg_event *event)
{
    event->actors = moved_all(sweep, event->actors);
    event->recipients = moved_all(sweep, event->recipients);
    event->third = moved_all(sweep, event->third);
    drg_attribution *sources = BASE_ARRAY(&sweep->document->arena, drg_attribution, event->attribution_count + 1);
    for (size_t i = 0; i < event->attribution_count; i++) {
        sources[i] = event->attribution[i];
        sources[i].speaker = moved(sweep, sources[i].speaker);
    }
    event->attribution = sources;
}

void code_crowd_settle(const code_crowd *crowd, base_arena *arena, drg_document *document)
{
    size_t mentions = document->mentions.count;
    if (mentions == crowd->first_mention) return;
    crowd_sweep sweep = {crowd, document, BASE_ARRAY(arena, uint32_t, mentions),
                         BASE_ARRAY(arena, uint32_t, document->actors.count), BASE_ARRAY(arena, bool, mentions)};
    memset(sweep.used, 0, mentions * sizeof *sweep.used);
    mark_used(&sweep);
    merge_mentions(&sweep, BASE_ARRAY(arena, drg_mention, mentions));
    keep_actors(&sweep);
    for (size_t i = 0; i < document->events.count; i++) move_event(&sweep, &document->events.items[i]);
    for (size_t i = 0; i < document->statements.count; i++) {
        drg_statement *statement = &document->statements.items[i];
        statement->said.speaker = moved(&sweep, statement->said.speaker);
        statement->addressee = moved(&sweep, statement->addressee);
    }
    for (size_t i = 0; document->mention_at && i < document->tokens.count; i++)
        document->mention_at[i] = moved(&sweep, document->mention_at[i]);
}
