/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a place in a run. Out: where the URL, e-mail, handle, hashtag, file name or face that starts there ends.
 *
 * No grammar of addresses, only what tells them from words in running text: a scheme, "www.", an at sign between name
 * characters, or a last part that is listed in data/language/address-ends.txt.
 */
#include "language/address.h"

#include "language/look.h"

/* Without what closes the sentence around the address; a bracket stays when its partner is inside. */
static size_t address_trim(const token_scanner *scanner, size_t begin, size_t end)
{
    size_t open = 0, close = 0;
    for (size_t i = begin; i < end; i++) open += scanner->text.data[i] == '(', close += scanner->text.data[i] == ')';
    for (; end > begin + 1; end--) {
        char last = scanner->text.data[end - 1];
        if (last == ')' && close > open)
            close--;
        else if (!strchr(".,;:!?'\"*_|]>", last))
            break;
    }
    return end;
}

static size_t address_rest(const token_scanner *scanner, size_t begin)
{
    size_t end = begin;
    for (look seen = look_in(scanner, end); seen.class != CLASS_END; seen = look_in(scanner, end)) {
        bool quote = seen.point == 0x201C || seen.point == 0x201D || seen.point == 0x2019 || seen.point == 0xBB;
        if (quote || (seen.point < 0x80 && seen.point > 0 && strchr("<>\"[]", (char)seen.point))) break;
        end += seen.size;
    }
    return address_trim(scanner, begin, end);
}

/* "x@y": from the local part on, 0 when there is none. */
static size_t address_mail(token_scanner *scanner, size_t at)
{
    size_t sign = skip_bytes(scanner, at, "._%+-");
    scanner->address_checked = sign;
    if (sign == at || byte_at(scanner, sign) != '@' || !is_alnum_byte(byte_at(scanner, sign + 1))) return 0;
    return address_trim(scanner, at, skip_bytes(scanner, sign + 1, ".-_"));
}

/* "news.com", "report.pdf", "who.int/data": a run of name characters whose last part, or last two, are listed. */
static size_t address_name(const token_scanner *scanner, size_t at)
{
    size_t end = skip_bytes(scanner, at, "._-"), last = 0, second = 0, parts = 1;
    bool capital = false;
    while (end > at && !is_alnum_byte(scanner->text.data[end - 1])) end--;
    for (size_t i = at + 1; i < end; i++) {
        if (scanner->text.data[i] == '.') second = last, last = i + 1;
        bool part = scanner->text.data[i - 1] == '.' && is_small_byte(scanner->text.data[i]);
        parts += part && is_small_byte(byte_at(scanner, i + 1));
        capital |= is_upper_byte(scanner->text.data[i]);
    }
    if (!last) return 0;
    if (parts >= 3 && !capital) return end; /* "comp.sources.unix" */
    drg_text ending = slice(scanner, last, end);
    bool listed = words_get(scanner->words, ending) & WORDS_ADDRESS ||
                  (is_all_upper(ending) && words_get_lower(scanner->words, ending) & WORDS_ADDRESS) ||
                  (second && words_get(scanner->words, slice(scanner, second, end)) & WORDS_ADDRESS);
    if (!listed) return 0;
    return byte_at(scanner, end) == '/' ? address_rest(scanner, at) : end;
}

size_t address_end(token_scanner *scanner, size_t at)
{
    char first = byte_at(scanner, at);
    if (first == '@' || first == '#') {
        look next = look_in(scanner, at + 1);
        if (next.class != CLASS_LETTER) return 0;
        for (at += 1; is_word_class(next) || next.point == '_'; next = look_in(scanner, at)) at += next.size;
        return at;
    }
    if (!is_alnum_byte(first)) return 0;
    size_t scheme = skip_bytes(scanner, at, "");
    if (starts_lower(scanner, scheme, "://") || starts_lower(scanner, at, "mailto:") ||
        starts_lower(scanner, at, "www."))
        return address_rest(scanner, at);
    if (at < scanner->address_checked) return 0;
    size_t mail = address_mail(scanner, at);
    return mail ? mail : address_name(scanner, at);
}

bool address_possible(const token_scanner *scanner)
{
    for (size_t i = scanner->chunk_begin; i < scanner->chunk_end; i++) {
        char byte = scanner->text.data[i];
        if (byte == '@' || byte == '#') return true;
        if ((byte == '.' || byte == ':') && (is_alnum_byte(byte_at(scanner, i + 1)) || byte_at(scanner, i + 1) == '/'))
            return true;
    }
    return false;
}

/* Faces stand alone: nothing of a word after them, and ":)" is none where a bracket is still to be closed. */
size_t address_emoticon_end(const token_scanner *scanner, size_t at)
{
    if (!is_byte(scanner, at, ":;=<>^")) return 0;
    for (size_t size = 4; size >= 2; size--) {
        if (at + size > scanner->chunk_end || is_word_class(look_in(scanner, at + size))) continue;
        if (scanner->brackets && scanner->text.data[at + size - 1] == ')') continue;
        if (words_get(scanner->words, slice(scanner, at, at + size)) & WORDS_EMOTICON) return at + size;
    }
    return 0;
}
