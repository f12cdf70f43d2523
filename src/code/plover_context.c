/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the words of a paragraph, the classes data/classes/context-*.txt, the events. Out: the events' contexts.
 * PLOVER gives contexts to a document or paragraph (manual 2.0, chapter on contexts); here it is the paragraph, since a
 * document of several topics would give each event all of them. Words rather than a learned classifier: no data of ours
 * is marked with contexts, and a list can be read.
 */
#include "code/plover_context.h"

uint64_t code_contexts_of_words(const code_sentence *sentence)
{
    uint64_t contexts = 0;
    const code_frames *frames = sentence->frames;
    for (uint32_t i = 0; i < sentence->count; i++) {
        if (sentence->nodes[i].word == DRG_NONE) continue;
        const code_word *word = &frames->words[sentence->nodes[i].word];
        for (uint32_t k = 0; k < word->member_count; k++) {
            const code_member *member = &frames->members[word->members + k];
            uint8_t context = frames->class_context[member->noun_class];
            if (context && code_phrase_holds(sentence, i, &member->phrase, false))
                contexts |= (uint64_t)1 << (context - 1);
        }
    }
    return contexts;
}

static uint64_t bit_of(const char *name)
{
    size_t index = record_context_index(base_text_from(name));
    return index == SIZE_MAX ? 0 : (uint64_t)1 << index;
}

static bool any_of_sector(const drg_document *document, drg_indexes mentions, const char *sector)
{
    for (size_t i = 0; i < mentions.count; i++)
        if (code_is_of_sector(&document->mentions.items[mentions.items[i]], sector)) return true;
    return false;
}

/* Security forces against those who are no fighters. */
static bool is_repression(const drg_document *document, const drg_event *event)
{
    static const char *const forces[] = {"COP", "MIL", "SPY", "GOV"};
    static const char *const victims[] = {"CVL", "OPP", "JRN", "EDU", "LAB", "SOC", "NGO"};
    bool by = false, against = false;
    if (event->type != DRG_COERCE && event->type != DRG_ASSAULT) return false;
    for (size_t i = 0; i < sizeof forces / sizeof *forces; i++) by |= any_of_sector(document, event->actors, forces[i]);
    for (size_t i = 0; i < sizeof victims / sizeof *victims; i++)
        against |= any_of_sector(document, event->recipients, victims[i]);
    return by && against;
}

/* A party of a state or body, as far as its country is known. */
static drg_text country_of(const drg_document *document, uint32_t mention)
{
    const drg_mention *found = &document->mentions.items[mention];
    bool official = !found->sector.count || code_is_of_sector(found, "GOV") || code_is_of_sector(found, "IGO") ||
                    code_is_of_sector(found, "UNO") || code_is_of_sector(found, "EUR");
    return official ? found->country : (drg_text){NULL, 0};
}

/* Do two states or bodies speak with each other? */
static bool is_diplomatic(const drg_document *document, const drg_event *event)
{
    drg_text first = {NULL, 0};
    const drg_indexes *lists[] = {&event->actors, &event->recipients};
    if (event->type != DRG_CONSULT && event->type != DRG_AGREE && event->type != DRG_SUPPORT) return false;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < lists[k]->count; i++) {
            drg_text country = country_of(document, lists[k]->items[i]);
            if (first.size && country.size && !base_text_equal(first, country)) return true;
            if (!first.size) first = country;
        }
    return false;
}

static uint64_t contexts_of_event(const drg_document *document, const drg_event *event)
{
    uint64_t contexts = 0;
    if (base_text_is(event->mode, "cyber")) contexts |= bit_of("cyber");
    if (base_text_is(event->mode, "misinformation")) contexts |= bit_of("misinformation");
    if (base_text_is(event->mode, "unconventional")) contexts |= bit_of("cbrn");
    if (base_text_is(event->mode, "convict")) contexts |= bit_of("legal");
    if (is_repression(document, event)) contexts |= bit_of("repression");
    if (is_diplomatic(document, event)) contexts |= bit_of("diplomatic");
    if (any_of_sector(document, event->actors, "MIL")) contexts |= bit_of("military");
    if (any_of_sector(document, event->actors, "SPY")) contexts |= bit_of("intelligence");
    return contexts;
}

static drg_texts names_of(base_arena *arena, uint64_t contexts)
{
    BASE_VECTOR(drg_text) names = {0};
    for (size_t i = 0; i < RECORD_CONTEXT_COUNT; i++)
        if (contexts >> i & 1) base_push(arena, &names) = record_context_name(i);
    return (drg_texts){names.items, names.count};
}

void code_contexts_set(drg_document *document, const uint64_t *of_sentences)
{
    size_t first = 0, end = 0;
    uint64_t paragraph = 0;
    for (size_t i = 0; i < document->events.count; i++) {
        drg_event *event = &document->events.items[i];
        if (event->sentence >= end) { /* events come in the order of their sentences */
            const drg_sentence *sentences = document->sentences.items;
            first = event->sentence;
            while (first > 0 && sentences[first - 1].paragraph == sentences[event->sentence].paragraph) first--;
            for (end = first, paragraph = 0;
                 end < document->sentences.count && sentences[end].paragraph == sentences[event->sentence].paragraph;
                 end++)
                paragraph |= of_sentences[end];
        }
        event->contexts = names_of(&document->arena, paragraph | contexts_of_event(document, event));
    }
}
