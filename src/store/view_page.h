/* SPDX-License-Identifier: Apache-2.0
 * The page of a brief being written: sentences in plain English, each with its source. */
#ifndef STORE_VIEW_PAGE_H
#define STORE_VIEW_PAGE_H

#include "store/view.h"

typedef struct view_page {
    view_maker *maker;
    const char *section;
    base_map said; /* sentences, each only once */
    drg_text since;
} view_page;

/* The one way into the page: a sentence with its source, whose words must be there. False when the page has the
 * sentence already. */
bool view_page_say(view_page *page, view_source source, const view_words *words);

/* ---- parts of a sentence */

void view_page_add(view_page *page, view_words *words, drg_text text);
void view_page_put(view_page *page, view_words *words, const char *string);

/* "5 March 2031"; what is no day, as it stands. The second: behind `before`, nothing without a day. */
void view_page_day(view_page *page, view_words *words, drg_text day);
void view_page_on_day(view_page *page, view_words *words, const char *before, drg_text day);

/* In quotation marks, cut behind a word where it is long. */
void view_page_quote(view_page *page, view_words *words, drg_text text);

/* "a draft accord" is "the draft accord"; what has a name or an owner stays. */
void view_page_definite(view_page *page, view_words *words, drg_text name);

/* Lines as "A, B and C". */
void view_page_list(view_page *page, view_words *words, drg_text lines);

/* The first letter, and the full stop unless a quotation has one. */
void view_page_begin(view_words *words);
void view_page_end(view_page *page, view_words *words);

/* Does the text begin with that word, in any case, and go on? */
bool view_page_starts(drg_text text, const char *word);

/* ---- sentences; empty where there is too little to tell */

view_words view_page_meeting(view_page *page, const view_meeting *meeting);
view_words view_page_proposal(view_page *page, const view_head *head, const view_proposal *proposal);
view_words view_page_position(view_page *page, const view_position *position, drg_text proposal, drg_text term);

#endif
