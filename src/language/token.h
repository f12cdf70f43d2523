/* SPDX-License-Identifier: Apache-2.0
 * Tokens by the conventions of UD English (EWT and GUM), before sentences are known. */
#ifndef LANGUAGE_TOKEN_H
#define LANGUAGE_TOKEN_H

#include "language/words.h"

typedef enum token_kind {
    TOKEN_WORD,         /* letters, maybe with figures and signs inside: "U.N.", "AT&T", "co-operate" */
    TOKEN_ABBREVIATION, /* a word that took its full stop: "U.S.", "Gen.", "J." */
    TOKEN_NUMBER,       /* begins with a figure: "5.4", "7:30", "9/11", "15th" */
    TOKEN_ADDRESS,      /* URL, e-mail, handle, hashtag, file name */
    TOKEN_EMOTICON,
    TOKEN_STOP,     /* . ! ? and runs of them */
    TOKEN_ELLIPSIS, /* ... and … */
    TOKEN_COLON,
    TOKEN_SEMICOLON,
    TOKEN_COMMA,
    TOKEN_DASH,   /* - -- – — */
    TOKEN_QUOTE,  /* " or ' that may open or close */
    TOKEN_OPEN,   /* brackets and quotes that open */
    TOKEN_CLOSE,  /* brackets and quotes that close */
    TOKEN_BULLET, /* • and the like */
    TOKEN_SYMBOL, /* other signs */
    TOKEN_KIND_COUNT
} token_kind;

enum {                   /* flags */
       TOKEN_SPACE = 1,  /* white space before it */
       TOKEN_JOINED = 2, /* continues the surface token before it */
       TOKEN_LINE = 4,   /* first of a line that starts something new: what was before it has ended */
       TOKEN_BLANK = 8,  /* the same, after an empty line */
       TOKEN_CUT = 16    /* cut at BOUND_TOKEN_BYTES */
};

typedef struct token_item {
    uint32_t begin, end; /* bytes of the text */
    uint8_t kind, flags;
} token_item;

typedef BASE_VECTOR(token_item) token_items;

typedef struct token_scanner {
    base_arena *arena;
    const model_table *words;
    drg_text text;
    token_items items;
    size_t chunk_begin, chunk_end; /* the run between white space that is being read */
    size_t next;                   /* where the next run of this line starts; the text's end when there is none */
    size_t address_checked;        /* no e-mail or name of a file or site starts before this */
    size_t brackets;               /* round ones open in this paragraph */
    bool quote_open;               /* a single quote is open in this paragraph */
    size_t odd_count, odd_first;   /* broken UTF-8 and NUL bytes, and where the first of them is */
    size_t cut_count, cut_first;   /* runs cut at BOUND_TOKEN_BYTES */
} token_scanner;

/* The end of the run of characters without white space that starts at `at`; counts what is odd in it. */
size_t token_run_end(token_scanner *scanner, size_t at);

/* Appends the tokens of the run [at, end), the first of them with `flags`. The scanner's `next` must be set. */
void token_scan_run(token_scanner *scanner, size_t at, size_t end, unsigned flags);

/* The end of the white space that starts at `at`. */
size_t token_skip_space(drg_text text, size_t at);

/* Forgets open brackets and quotes: a paragraph begins. */
void token_start_paragraph(token_scanner *scanner);

#endif
