/* arena.h: memory that is given back all at once. One arena lives as long as a document, one as long as a sentence. */
#ifndef HEARSAY_BASE_ARENA_H
#define HEARSAY_BASE_ARENA_H

#include "base/view.h"

struct arena;

/* A new arena that hands out at most `limit` bytes in all (0: no bound). NULL when there is no memory.
 * The caller frees it with arena_free. */
struct arena *arena_new(size_t limit);

/* `size` zeroed bytes, aligned for any type; NULL when memory or the limit is used up. Cost: amortised constant. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed items of `size` bytes; NULL on overflow too. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Makes `data` (old_size bytes of this arena, or NULL and 0) longer: the same place where that is possible, else a
 * copy. What is new is zeroed. NULL when there is no memory; `data` is then still good. Cost: blocks of 64 KiB and more
 * are moved by the system without copying, and leave nothing behind. */
void *arena_resize(struct arena *arena, void *data, size_t old_size, size_t new_size);

/* Makes `data` shorter: gives back at once what lies beyond `size` bytes (0: all of it) where `data` has a block of its
 * own, as those of 64 KiB and more do; else it is given back with the arena. Returns the place of what is left, NULL
 * for 0. */
void *arena_trim(struct arena *arena, void *data, size_t size);

/* Makes room for one more item in a growing array: returns `items` when count < *capacity, else an array twice as large
 * (at least 8 more items; a quarter larger where it is large already) and sets *capacity. Unused items are zero.
 * NULL when there is no memory; `items` is then still good. Cost: amortised constant. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* A copy of the bytes, with a NUL after them that is not counted; {NULL, 0} when there is no memory. */
struct view arena_copy(struct arena *arena, struct view v);

/* printf into the arena; {NULL, 0} when there is no memory. */
struct view arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes handed out since arena_new or arena_reset. */
size_t arena_used(const struct arena *arena);

/* Takes everything back but keeps the first block for the next round. */
void arena_reset(struct arena *arena);

/* Frees all; NULL is allowed. */
void arena_free(struct arena *arena);

#endif
