/* name_key.h: the form in which names are compared. */
#ifndef HEARSAY_ENTITY_NAME_KEY_H
#define HEARSAY_ENTITY_NAME_KEY_H

#include "base/utf8.h"

/* A name without case, diacritics, punctuation, a leading "the" and a closing "'s"; words are split by single spaces
 * and hyphens count as spaces: "The Al-Qaida's" -> "al qaida", "U.S." -> "us", "N'Djamena" -> "ndjamena", "Johnson &
 * Johnson" -> "johnson and johnson". Written to `out`, at most `room` bytes; returns the length, 0 where nothing is
 * left or it does not fit. tables.py does the same to the tables. */
size_t name_key_write(struct view name, char *out, size_t room);

/* The same in memory of the arena; {NULL, 0} when there is no memory or nothing is left. */
struct view name_key(struct view name, struct arena *arena);

/* Every letter is a capital and there is one at least: "UK", "U.S.", "G20". */
bool name_is_capitals(struct view name);

/* The first letter is a capital. */
bool name_is_capitalised(struct view name);

/* The last word of a key and the first. */
struct view name_last_word(struct view key);
struct view name_first_word(struct view key);
size_t name_word_count(struct view key);

/* The family name of a person's key with the particles before it: "de la tour" of "gerard de la tour", "tamimi" of
 * "hassan tamimi", "al tamimi" of "hassan al tamimi"; the last word where there are none. */
struct view name_family(struct view key);

/* The next word of a key from *at, which moves on; {NULL, 0} at the end. */
struct view name_next_word(struct view key, size_t *at);

/* A key that spelling variants of foreign names share: Zelensky, Zelenskyy, Zelenskiy -> "zelenski"; Gaddafi, Qaddafi,
 * Kadhafi -> "kadafi"; Yanukovich, Ianukovych -> "ianukovich". Doubled letters count once. In memory of the arena. */
struct view name_sound(struct view key, struct arena *arena);

/* A name that line breaks, several spaces or controls cut, with single spaces and without what turns the direction;
 * others are returned as they are, not copied. {NULL, 0} when there is no memory. */
struct view name_with_single_spaces(struct view text, struct arena *arena);

#endif
