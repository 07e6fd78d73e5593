/* utf8.h: Unicode in UTF-8. */
#ifndef HEARSAY_BASE_UTF8_H
#define HEARSAY_BASE_UTF8_H

#include "base/arena.h"

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the code point at `at` of valid UTF-8 and sets *next to the byte after it. The caller keeps at < v.length. */
uint32_t utf8_decode(struct view v, size_t at, size_t *next);

/* The code point that ends before byte `at` (at > 0) of valid UTF-8; sets *start to its first byte. */
uint32_t utf8_decode_before(struct view v, size_t at, size_t *start);

/* Writes one code point (not a surrogate, <= U+10FFFF) and returns its length, 1 to 4. */
size_t utf8_encode(uint32_t code, char out[4]);

/* Length of the longest valid prefix (Unicode 15, table 3-7). Equal to v.length when all is valid. */
size_t utf8_valid(struct view v);

/* A copy in which each maximal invalid byte sequence is one U+FFFD (Unicode 15, section 3.9, "substitution of maximal
 * subparts"); valid input is returned as it is, not copied. *replaced counts the replacements, *first is the byte
 * offset of the first. {NULL, 0} with non-empty input: no memory. */
struct view utf8_repair(struct view v, struct arena *arena, size_t *replaced, size_t *first);

/* Number of code points of valid UTF-8. */
size_t utf8_length(struct view v);

/* Classes of code points, from tables made of Unicode's general categories: the C library's depend on the locale. */
bool utf8_is_letter(uint32_t code);
bool utf8_is_digit(uint32_t code); /* decimal digits, Nd */
bool utf8_is_upper(uint32_t code); /* Lu, Lt */
bool utf8_is_lower(uint32_t code); /* Ll */
bool utf8_is_space(uint32_t code); /* White_Space, and U+200B, U+2060, U+FEFF */
bool utf8_is_mark(uint32_t code);  /* Mn, Mc, Me: combining marks */
bool utf8_is_punctuation(uint32_t code); /* P* */
bool utf8_is_symbol(uint32_t code);      /* S*: currency, mathematics, emoji */

/* The length in bytes of the control character at a byte of any text, 0 where there is none: 1 or 2 for C0, DEL and C1,
 * which steer a terminal; 3 for those that turn the direction of what follows (U+200E, U+200F, U+202A to U+202E, U+2066
 * to U+2069), by which a name can look like another: Boucher and Anderson, "Trojan Source", 2023. */
size_t utf8_control(struct view v, size_t at);

/* The simple case mapping: one code point to one. */
uint32_t utf8_to_lower(uint32_t code);

/* Lower case without diacritics, for comparing names: "Müller" -> "muller", "İstanbul" -> "istanbul", "Æneas" ->
 * "aeneas"; code points without a base letter stay. Curly quotes, dashes and odd spaces become their ASCII forms, soft
 * hyphens and zero-width characters go. Always a copy, with a NUL after it that is not counted. {NULL, 0}: no memory.
 */
struct view utf8_fold(struct view v, struct arena *arena);

/* What utf8_fold makes of one code point: writes it and returns its length, 0 to 8 bytes. */
size_t utf8_fold_code(uint32_t code, char out[8]);

#endif
