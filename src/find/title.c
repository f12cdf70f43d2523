/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an office as a text says it for short, and the title of a listed one. Out: may the one be said for the other?
 * "Secretary" is said of the Secretary of State and of a defense secretary, never of a press secretary or a deputy: the
 * title has the word, and no word that makes it a lesser or another office. A table, since only some titles are said
 * short before a name. */
#include "find/title.h"

#include <string.h>

/* The word `word` among the words of the title, which blanks and hyphens part. */
static bool has_word(drg_text title, const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0; at + size <= title.size;) {
        size_t end = at;
        while (end < title.size && title.data[end] != ' ' && title.data[end] != '-') end++;
        bool same = end - at == size;
        for (size_t i = 0; same && i < size; i++) {
            char letter = title.data[at + i];
            same = (letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter) == word[i];
        }
        if (same) return true;
        at = end + 1;
    }
    return false;
}

static bool is_other_office(drg_text title)
{
    static const char *const words[] = {"deputy", "vice",    "assistant", "under",   "undersecretary",
                                        "press",  "prime",   "first",     "general", "parliamentary",
                                        "shadow", "private", NULL};
    for (size_t i = 0; words[i]; i++)
        if (has_word(title, words[i])) return true;
    return false;
}

bool find_title_fits(drg_text office, drg_text title)
{
    static const struct {
        const char *office, *word;
    } said[] = {{"secretary", "secretary"}, {"minister", "minister"}, {"ambassador", "ambassador"},
                {"senator", "senator"},     {"senator", "senate"},    {"house-speaker", "speaker"},
                {"president", "president"}, {"director", "director"}, {"administrator", "administrator"},
                {"envoy", "envoy"}};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (base_text_is(office, said[i].office) && has_word(title, said[i].word)) return !is_other_office(title);
    return false;
}

bool find_title_is_high_rank(drg_text office)
{
    static const char *const ranks[] = {"general", "admiral", "marshal", NULL};
    for (size_t i = 0; ranks[i]; i++)
        if (base_text_is(office, ranks[i])) return true;
    return false;
}

bool find_title_is_kept(drg_text office)
{
    static const char *const offices[] = {"president", "vice-president", "prime-minister", NULL};
    for (size_t i = 0; offices[i]; i++)
        if (base_text_is(office, offices[i])) return true;
    return false;
}
