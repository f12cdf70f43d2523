/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the text, a run of characters between white space at a time. Out: its tokens with byte spans.
 *
 * The conventions are those of the two UD English treebanks (EWT and GUM, "Penn 2.0": hyphens and slashes cut words,
 * figures part from their units, clitics from their words). Rules and not a learned tagger of characters: in the
 * training halves all but some thirty of the places where a run may be cut follow from the characters on both sides and
 * the lists under data/language/, a reader can correct a rule, and a rule does the same in every text. Each rule looks
 * at a bounded stretch, and a run is cut at BOUND_TOKEN_BYTES, so that time is linear whatever the bytes.
 */
#include "language/token.h"

#include "language/address.h"
#include "language/look.h"

static void push(token_scanner *scanner, size_t begin, size_t end, token_kind kind, unsigned flags)
{
    base_push(scanner->arena, &scanner->items) =
        (token_item){(uint32_t)begin, (uint32_t)end, (uint8_t)kind, (uint8_t)flags};
}

/* ---------------------------------------------------------------- apostrophes */

/* Bytes of an apostrophe at `at`, 0 when there is none. */
static size_t apostrophe_size(const token_scanner *scanner, size_t at)
{
    char byte = byte_at(scanner, at);
    if (byte == '\'') return 1;
    if (byte == '\xE2' && byte_at(scanner, at + 1) == '\x80' && byte_at(scanner, at + 2) == '\x99') return 3;
    if (byte == '`' && starts_lower(scanner, at + 1, "s") && !is_word_class(look_in(scanner, at + 2))) return 1;
    return 0;
}

/* The end of "'s", "'ll" and the like whose letters start at `at`, 0 when they are none. */
static size_t clitic_end(const token_scanner *scanner, size_t at)
{
    static const char *const clitics[] = {"s", "m", "d", "re", "ve", "ll"};
    size_t end = skip_class(scanner, at, CLASS_LETTER);
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++)
        if (end - at == strlen(clitics[i]) && starts_lower(scanner, at, clitics[i]))
            return look_in(scanner, end).class == CLASS_DIGIT ? 0 : end;
    return 0;
}

/* "n't": the apostrophe at `at` and the t after it, with an n before it and something before that. */
static bool is_negation(const token_scanner *scanner, size_t word, size_t at, size_t size)
{
    return at > word + 1 && (scanner->text.data[at - 1] | 0x20) == 'n' && starts_lower(scanner, at + size, "t") &&
           !is_word_class(look_in(scanner, at + size + 1));
}

/* "'em", "'90s": what begins with an apostrophe; 0 when this is none. */
static size_t elision_end(const token_scanner *scanner, size_t at, size_t size, token_kind *ret_kind)
{
    size_t digits = skip_class(scanner, at + size, CLASS_DIGIT);
    if (digits == at + size + 2) {
        size_t end = starts_lower(scanner, digits, "s") ? digits + 1 : digits;
        *ret_kind = TOKEN_NUMBER;
        return is_word_class(look_in(scanner, end)) || apostrophe_size(scanner, end) ? 0 : end;
    }
    char key[8] = "'";
    size_t end = skip_class(scanner, at + size, CLASS_LETTER), letters = end - at - size;
    if (letters == 0 || letters > sizeof key - 1) return 0;
    memcpy(key + 1, scanner->text.data + at + size, letters);
    *ret_kind = TOKEN_WORD;
    return words_get_lower(scanner->words, (drg_text){key, letters + 1}) & WORDS_ELISION ? end : 0;
}

static bool follows_word(const token_scanner *scanner, size_t at)
{
    if (scanner->items.count == 0 || at == scanner->chunk_begin) return false;
    token_item last = scanner->items.items[scanner->items.count - 1];
    return last.end == at && (last.kind <= TOKEN_ADDRESS || last.kind == TOKEN_CLOSE);
}

/* A bare apostrophe after s is the possessive of a plural unless a single quote is waiting to be closed. */
static bool is_possessive(const token_scanner *scanner, size_t at, size_t size)
{
    bool letter = (scanner->text.data[at - 1] | 0x20) == 's' || (scanner->text.data[at - 1] | 0x20) == 'z';
    return letter && !scanner->quote_open && !is_word_class(look_in(scanner, at + size));
}

static size_t scan_apostrophe(token_scanner *scanner, size_t at, size_t size)
{
    size_t end = at + size;
    token_kind kind = TOKEN_QUOTE;
    if (follows_word(scanner, at)) {
        size_t clitic = clitic_end(scanner, end);
        if (clitic || is_possessive(scanner, at, size)) {
            push(scanner, at, clitic ? clitic : end, TOKEN_WORD, TOKEN_JOINED);
            return clitic ? clitic : end;
        }
    }
    if (apostrophe_size(scanner, end) == size && (size == 1 || !is_word_class(look_in(scanner, end + size)))) {
        push(scanner, at, end + size, TOKEN_QUOTE, 0);
        return end + size;
    }
    size_t elision = at == scanner->chunk_begin ? elision_end(scanner, at, size, &kind) : 0;
    if (elision) {
        push(scanner, at, elision, kind, 0);
        return elision;
    }
    bool opens = look_in(scanner, end).class != CLASS_END && !follows_word(scanner, at) && !scanner->quote_open;
    scanner->quote_open = opens;
    push(scanner, at, end, opens ? TOKEN_OPEN : TOKEN_CLOSE, 0);
    return end;
}

/* ---------------------------------------------------------------- words */

/* "U.S.", "a.m.", "Ph.D.": short parts with a stop after each, one of them a single letter. 0 when it is none. */
static size_t acronym_end(const token_scanner *scanner, size_t at)
{
    size_t parts = 0, end = 0;
    bool single = false;
    for (;;) {
        size_t run = skip_class(scanner, at, CLASS_LETTER), size = run - at;
        if (size == 0 || size > 3 || (size > 1 && !is_upper_byte(scanner->text.data[at]))) break;
        single |= size == 1;
        parts++;
        if (byte_at(scanner, run) != '.' || (byte_at(scanner, run + 1) == '.' && byte_at(scanner, run + 2) == '.')) {
            if (parts > 1 && size == 1 && !is_word_class(look_in(scanner, run)))
                end = run;
            else
                parts--;
            break;
        }
        end = at = run + 1;
    }
    return parts >= 2 && single ? end : 0;
}

static bool is_prefix(const token_scanner *scanner, size_t begin, size_t end)
{
    drg_text word = slice(scanner, begin, end);
    if (word.size > 1 && is_all_upper(word)) return false;
    return words_get_lower(scanner->words, word) & WORDS_PREFIX;
}

/* "AT&T", "P&L": short names in capitals, or single letters, on both sides. */
static bool is_company_and(const token_scanner *scanner, size_t begin, size_t at)
{
    size_t end = skip_class(scanner, at + 1, CLASS_LETTER);
    drg_text left = slice(scanner, begin, at), right = slice(scanner, at + 1, end);
    if (left.size == 0 || right.size == 0 || left.size > 4 || right.size > 4) return false;
    return (is_all_upper(left) || left.size == 1) && (is_all_upper(right) || right.size == 1);
}

/* Where the word goes on after the sign at `at`, `at` itself when it ends there. */
static size_t word_pass_sign(const token_scanner *scanner, size_t begin, size_t at, look sign)
{
    size_t next = at + sign.size, apostrophe = apostrophe_size(scanner, at);
    bool goes_on = is_word_class(look_in(scanner, next));
    if (apostrophe) {
        bool letters = look_in(scanner, at + apostrophe).class == CLASS_LETTER;
        bool part = letters && !clitic_end(scanner, at + apostrophe) && !is_negation(scanner, begin, at, apostrophe);
        return part ? at + apostrophe : at;
    }
    switch (sign.point) {
    case '_': return next;
    case '-':
    case 0x2010:
    case 0x2011: return goes_on && is_prefix(scanner, begin, at) ? next : at;
    case '&': return is_company_and(scanner, begin, at) ? next : at;
    case '*': {
        size_t stars = at;
        while (byte_at(scanner, stars) == '*' && stars - at < 8) stars++;
        return look_in(scanner, stars).class == CLASS_LETTER && stars - at < 4 ? stars : at;
    }
    case '.': /* "PM2.5" */
        return at > begin && is_digit_byte(scanner->text.data[at - 1]) && is_digit_byte(byte_at(scanner, next)) ? next
                                                                                                                : at;
    case '/': /* "w/o" and "b/c" are one word, "w/" another */
        if (at == begin + 1 && starts_lower(scanner, begin, "b/c") && !is_word_class(look_in(scanner, at + 2)))
            return at + 2;
        if (at != begin + 1 || !starts_lower(scanner, begin, "w")) return at;
        return starts_lower(scanner, next, "o") ? skip_class(scanner, next, CLASS_LETTER) : next;
    case '$': /* "US$" */ return at - begin <= 3 && is_all_upper(slice(scanner, begin, at)) ? next : at;
    default: return at;
    }
}

static size_t word_end(const token_scanner *scanner, size_t begin)
{
    size_t at = begin;
    for (;;) {
        look seen = look_in(scanner, at);
        if (is_word_class(seen)) {
            at += seen.size;
            continue;
        }
        size_t passed = seen.class == CLASS_END ? at : word_pass_sign(scanner, begin, at, seen);
        if (passed == at) return at;
        at = passed;
        if (scanner->text.data[at - 1] == '$' || scanner->text.data[at - 1] == '/') return at;
    }
}

/* The first byte of the next run on this line, NUL when the line ends. */
static char next_byte(const token_scanner *scanner)
{
    return scanner->next < scanner->text.size ? scanner->text.data[scanner->next] : '\0';
}

/* Is the next word one that opens a sentence and is hardly a name: "The", "He"? */
static bool next_opens_sentence(const token_scanner *scanner)
{
    size_t end = scanner->next, limit = end + 16 < scanner->text.size ? end + 16 : scanner->text.size;
    while (end < limit && is_letter_byte(scanner->text.data[end])) end++;
    return words_get(scanner->words, slice(scanner, scanner->next, end)) & WORDS_OPENER;
}

/* "Vol. III" */
static bool next_is_roman(const token_scanner *scanner)
{
    size_t end = scanner->next;
    while (end < scanner->text.size && end - scanner->next < 8 && scanner->text.data[end] &&
           strchr("IVXLC", scanner->text.data[end]))
        end++;
    bool word_ends = end == scanner->text.size || !is_alnum_byte(scanner->text.data[end]);
    return end > scanner->next && word_ends;
}

/* An initial takes its stop, "J. Smith", "George W. Bush", and a letter that ends a sentence does not, "Plan B. The".
 * "I" is more often the pronoun. */
static bool is_initial(const token_scanner *scanner, size_t begin)
{
    char letter = scanner->text.data[begin];
    bool last = begin + 2 == scanner->chunk_end;
    if (letter == 'v') return is_upper_byte(next_byte(scanner)); /* "Roe v. Wade" */
    if (!is_upper_byte(letter)) return is_digit_byte(next_byte(scanner)) && strchr("bcdpr", letter);
    token_item before = {0};
    if (scanner->items.count) before = scanner->items.items[scanner->items.count - 1];
    if (before.kind == TOKEN_ABBREVIATION) return true;
    if (last && (!next_byte(scanner) || next_opens_sentence(scanner))) return false;
    if (letter != 'I') return true;
    return is_upper_byte(next_byte(scanner)) && scanner->items.count && is_upper_byte(scanner->text.data[before.begin]);
}

static uint32_t abbreviation_flags(const token_scanner *scanner, drg_text word)
{
    uint32_t flags = words_get(scanner->words, word);
    if (flags || word.size > 8 || !is_all_upper(word)) return flags;
    char title[8]; /* "GEN." as "Gen." */
    for (size_t i = 0; i < word.size; i++) title[i] = (char)(i ? word.data[i] | 0x20 : word.data[i]);
    return words_get(scanner->words, (drg_text){title, word.size}) & ~(uint32_t)WORDS_NUMBER;
}

/* Does the full stop at `end` belong to the word before it? */
static bool takes_stop(const token_scanner *scanner, size_t begin, size_t end)
{
    char after = byte_at(scanner, end + 1);
    if (after == '.' && byte_at(scanner, end + 2) == '.') return false;
    bool last = end + 1 == scanner->chunk_end;
    drg_text word = slice(scanner, begin, end);
    if (word.size == 1 && (!is_alnum_byte(after) || is_upper_byte(after))) return is_initial(scanner, begin);
    uint32_t flags = abbreviation_flags(scanner, word);
    if (after == '.') return flags & WORDS_PLAIN;
    if (after == ',') return word.size <= 8; /* no sentence ends before a comma: "Sat., Jan. 5" */
    if (flags & WORDS_NUMBER && (is_digit_byte(last ? next_byte(scanner) : after) || (last && next_is_roman(scanner))))
        return true;
    if (is_alnum_byte(after)) return flags & WORDS_TITLE && is_upper_byte(after);
    if (flags & WORDS_REGION) {
        size_t count = scanner->items.count;
        uint8_t before = count ? scanner->items.items[count - 1].kind : TOKEN_SYMBOL;
        return before == TOKEN_COMMA || before == TOKEN_DASH; /* "Springfield, Ill.", "R-Fla." */
    }
    if (flags & WORDS_MIDDLE && last) return next_byte(scanner) && !is_upper_byte(next_byte(scanner));
    return flags & (WORDS_TITLE | WORDS_PLAIN | WORDS_MIDDLE);
}

/* "cannot" as "can" and "not". False when the word is none of those. */
static bool push_contraction(token_scanner *scanner, size_t begin, size_t end)
{
    if (end - begin < 2 || end - begin > 9) return false;
    uint32_t cuts = words_get_lower(scanner->words, slice(scanner, begin, end)) & WORDS_CUTS;
    if (!cuts || (end - begin < 4 && is_upper_byte(scanner->text.data[begin + 1]))) return false;
    size_t first = begin + (cuts & 15), second = cuts >> 4 ? begin + (cuts >> 4) : end;
    push(scanner, begin, first, TOKEN_WORD, 0);
    push(scanner, first, second, TOKEN_WORD, TOKEN_JOINED);
    if (second < end) push(scanner, second, end, TOKEN_WORD, TOKEN_JOINED);
    return true;
}

static size_t scan_word(token_scanner *scanner, size_t at)
{
    size_t acronym = acronym_end(scanner, at);
    if (acronym) {
        push(scanner, at, acronym, TOKEN_ABBREVIATION, 0);
        return acronym;
    }
    size_t end = word_end(scanner, at), apostrophe = apostrophe_size(scanner, end);
    if (apostrophe && is_negation(scanner, at, end, apostrophe)) {
        push(scanner, at, end - 1, TOKEN_WORD, 0);
        push(scanner, end - 1, end + apostrophe + 1, TOKEN_WORD, TOKEN_JOINED);
        return end + apostrophe + 1;
    }
    if (byte_at(scanner, end) == '.' && takes_stop(scanner, at, end)) {
        push(scanner, at, end + 1, TOKEN_ABBREVIATION, 0);
        return end + 1;
    }
    if (!push_contraction(scanner, at, end)) push(scanner, at, end, TOKEN_WORD, 0);
    return end;
}

/* ---------------------------------------------------------------- figures */

/* Telephone numbers, post codes and dates keep their hyphens ("345-9945", "2025-04-23"), ranges and scores do not. */
static size_t hyphen_figures_end(const token_scanner *scanner, size_t at)
{
    static const char *const patterns[] = {"34", "334", "1334", "54", "422", "224"};
    char sizes[8] = "";
    size_t groups = 0, end = at;
    for (;; end++) {
        size_t run = skip_class(scanner, end, CLASS_DIGIT);
        if (run - end == 0 || run - end > 5 || groups == 5) return 0;
        sizes[groups++] = (char)('0' + (run - end));
        end = run;
        if (byte_at(scanner, end) != '-') break;
    }
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(sizes, patterns[i]) == 0) return end;
    return 0;
}

/* A comma inside a figure parts thousands: three digits after it, at most three before. */
static bool is_thousands(const token_scanner *scanner, size_t group, size_t at)
{
    size_t end = skip_class(scanner, at + 1, CLASS_DIGIT);
    return at - group <= 3 && end - at == 4;
}

/* What follows the digits without a space: "15th", "1990s", "4A" belong to them, units ("7pm", "5bn") do not. */
static size_t figure_letters_end(const token_scanner *scanner, size_t at)
{
    size_t end = skip_class(scanner, at, CLASS_LETTER);
    drg_text letters = slice(scanner, at, end);
    bool unit = words_get(scanner->words, letters) & WORDS_UNIT;
    if (unit || (letters.size > 1 && words_get_lower(scanner->words, letters) & WORDS_UNIT)) return at;
    if (byte_at(scanner, end) == '.' && is_alnum_byte(byte_at(scanner, end + 1))) return at; /* "5p.m." */
    bool code = letters.size == 1 || !is_word_class(look_in(scanner, end));
    return code ? end : word_end(scanner, at);
}

static size_t figure_end(const token_scanner *scanner, size_t begin)
{
    size_t at = begin, group = begin;
    for (;;) {
        at = skip_class(scanner, at, CLASS_DIGIT);
        char sign = byte_at(scanner, at);
        bool digit = look_in(scanner, at + 1).class == CLASS_DIGIT;
        if (sign == ',' && digit && is_thousands(scanner, group, at))
            group = ++at;
        else if ((sign == '.' || sign == ':' || sign == '/') && digit)
            group = ++at;
        else
            return at;
    }
}

static size_t scan_figure(token_scanner *scanner, size_t begin)
{
    size_t end = hyphen_figures_end(scanner, begin);
    if (!end) end = figure_end(scanner, begin);
    size_t digits = end, apostrophe = apostrophe_size(scanner, end);
    if (look_in(scanner, end).class == CLASS_LETTER) end = figure_letters_end(scanner, end);
    /* "the 1960's" is one word, "the 747's wing" two */
    if (apostrophe && scanner->text.data[digits - 1] == '0' && clitic_end(scanner, digits + apostrophe) &&
        starts_lower(scanner, digits + apostrophe, "s"))
        end = digits + apostrophe + 1;
    push(scanner, begin, end, TOKEN_NUMBER, 0);
    return end;
}

/* ---------------------------------------------------------------- signs */

static token_kind sign_kind(int32_t point)
{
    switch (point) {
    case '.':
    case '!':
    case '?':
    case 0x3002:
    case 0x203D: return TOKEN_STOP;
    case 0x2026: return TOKEN_ELLIPSIS;
    case ':': return TOKEN_COLON;
    case ';': return TOKEN_SEMICOLON;
    case ',': return TOKEN_COMMA;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return TOKEN_DASH;
    case '"': return TOKEN_QUOTE;
    case '`':
    case '(':
    case '[':
    case '{':
    case 0xAB:
    case 0x2018:
    case 0x201A:
    case 0x201C:
    case 0x201E:
    case 0x2039: return TOKEN_OPEN;
    case ')':
    case ']':
    case '}':
    case 0xBB:
    case 0x201D:
    case 0x203A: return TOKEN_CLOSE;
    case 0xB7:
    case 0x2022:
    case 0x2023:
    case 0x25A0:
    case 0x25A1:
    case 0x25AA:
    case 0x25AB:
    case 0x25BA:
    case 0x25CF:
    case 0x25E6:
    case 0x27A2:
    case 0xF0B7: return TOKEN_BULLET;
    default: return TOKEN_SYMBOL;
    }
}

/* Signs that repeat to one token: "---", "!!!", "====". Stops and dots mix. */
static bool continues_run(int32_t first, int32_t next)
{
    if (first == '.' || first == 0x2026) return next == '.' || next == 0x2026;
    if (first == '!' || first == '?') return next == '!' || next == '?';
    return first == next && (first == 0x2014 || (first > 0 && first < 0x80 && strchr("-*=_~#+<>|`^$/\\", (char)first)));
}

/* What belongs to a picture sign: variants, skin tones, the next picture after a joiner. */
static size_t picture_end(const token_scanner *scanner, size_t at)
{
    for (;;) {
        look next = look_in(scanner, at);
        bool part = next.point == 0xFE0F || next.point == 0x20E3 || (next.point >= 0x1F3FB && next.point <= 0x1F3FF);
        if (next.point == 0x200D) {
            look after = look_in(scanner, at + next.size);
            if (after.class != CLASS_SIGN) return at;
            at += next.size + after.size;
        } else if (part) {
            at += next.size;
        } else {
            return at;
        }
    }
}

static size_t scan_sign(token_scanner *scanner, size_t begin, look first)
{
    size_t end = begin + first.size;
    look next = look_in(scanner, end);
    token_kind kind = sign_kind(first.point);
    for (; next.class == CLASS_SIGN && continues_run(first.point, next.point); next = look_in(scanner, end)) {
        end += next.size;
        if (first.point == '.') kind = TOKEN_ELLIPSIS;
    }
    if (first.point == 0x2018 && next.point == 0x2019) end += next.size; /* a double quote typed as two */
    if ((first.point == '-' && next.point == '>') || (first.point == '<' && next.point == '-'))
        end += next.size, kind = TOKEN_SYMBOL;
    if (first.point >= 0x2100 && kind == TOKEN_SYMBOL) end = picture_end(scanner, end);
    if (first.point == '(') scanner->brackets++;
    if (first.point == ')' && scanner->brackets) scanner->brackets--;
    if (first.point == 0x2018) scanner->quote_open = end == begin + 3;
    push(scanner, begin, end, kind, 0);
    return end;
}

/* ---------------------------------------------------------------- runs */

static size_t scan_token(token_scanner *scanner, size_t at, bool addresses)
{
    bool fresh = at == scanner->chunk_begin || !is_alnum_byte(scanner->text.data[at - 1]);
    size_t end = addresses && fresh ? address_end(scanner, at) : 0;
    if (end) {
        push(scanner, at, end, TOKEN_ADDRESS, 0);
        return end;
    }
    end = address_emoticon_end(scanner, at);
    if (end) {
        push(scanner, at, end, TOKEN_EMOTICON, 0);
        return end;
    }
    size_t apostrophe = apostrophe_size(scanner, at);
    if (apostrophe) return scan_apostrophe(scanner, at, apostrophe);
    look seen = look_in(scanner, at);
    if (seen.class == CLASS_DIGIT) return scan_figure(scanner, at);
    if (seen.class == CLASS_SIGN) return scan_sign(scanner, at, seen);
    return scan_word(scanner, at);
}

size_t token_run_end(token_scanner *scanner, size_t at)
{
    drg_text text = scanner->text;
    while (at < text.size) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte > ' ' && byte < 0x80) {
            at++;
            continue;
        }
        look seen = look_at(text, at, text.size);
        if (seen.class == CLASS_SPACE) break;
        if (seen.point <= 0 && scanner->odd_count++ == 0) scanner->odd_first = at;
        at += seen.size;
    }
    return at;
}

/* Where a piece of at most BOUND_TOKEN_BYTES ends: after a sign in its second half, else before a character. */
static size_t piece_end(drg_text text, size_t at)
{
    size_t end = at + BOUND_TOKEN_BYTES, least = at + BOUND_TOKEN_BYTES / 2;
    for (size_t i = end; i > least; i--) {
        unsigned char byte = (unsigned char)text.data[i - 1];
        if (byte < 0x80 && !is_alnum_byte((char)byte)) return i;
    }
    for (unsigned back = 0; back < 3 && ((unsigned char)text.data[end] & 0xC0) == 0x80; back++) end--;
    return end;
}

void token_scan_run(token_scanner *scanner, size_t at, size_t end, unsigned flags)
{
    if (end - at > BOUND_TOKEN_BYTES && scanner->cut_count++ == 0) scanner->cut_first = at;
    while (at < end) {
        size_t first = scanner->items.count;
        scanner->chunk_begin = at;
        scanner->chunk_end = end - at > BOUND_TOKEN_BYTES ? piece_end(scanner->text, at) : end;
        scanner->address_checked = at;
        bool addresses = address_possible(scanner);
        while (at < scanner->chunk_end) at = scan_token(scanner, at, addresses);
        scanner->items.items[first].flags |= (uint8_t)flags;
        flags = TOKEN_CUT;
    }
}

size_t token_skip_space(drg_text text, size_t at)
{
    while (at < text.size) {
        if (text.data[at] == ' ') {
            at++;
            continue;
        }
        look seen = look_at(text, at, text.size);
        if (seen.class != CLASS_SPACE) break;
        at += seen.size;
    }
    return at;
}

void token_start_paragraph(token_scanner *scanner)
{
    scanner->brackets = 0;
    scanner->quote_open = false;
}
