#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define ALIGNMENT 16
#define FIRST_BLOCK 8192
#define LARGEST_BLOCK ((size_t)1 << 20)
/* From this size on an allocation has a block of its own, so that a growing array can be moved by the system's page
 * tables (realloc) instead of being copied, and leaves no old copies behind. */
#define LARGE ((size_t)1 << 16)

struct block {
    struct block *next;
    size_t size; /* bytes after the header */
    size_t used;
    size_t padding; /* keeps the bytes after the header aligned */
};

_Static_assert(sizeof(struct block) % ALIGNMENT == 0, "data after the header must be aligned");

struct arena {
    struct block *blocks; /* the one in use first */
    struct block *large;
    size_t limit;
    size_t used;
    size_t next_size;
};

static char *block_data(struct block *block)
{
    return (char *)(block + 1);
}

struct arena *arena_new(size_t limit)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena) {
        arena->limit = limit ? limit : SIZE_MAX;
        arena->next_size = FIRST_BLOCK;
    }
    return arena;
}

/* Rounds up to the alignment; 0 on overflow (no request of ours is 0). */
static size_t round_up(size_t size)
{
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return size > SIZE_MAX / 2 ? 0 : rounded ? rounded : ALIGNMENT;
}

static bool arena_fits(const struct arena *arena, size_t size)
{
    return size <= arena->limit && arena->used <= arena->limit - size;
}

static void *alloc_large(struct arena *arena, size_t size)
{
    struct block *block = calloc(1, sizeof *block + size);
    if (!block) return NULL;
    block->size = block->used = size;
    block->next = arena->large;
    arena->large = block;
    arena->used += size;
    return block_data(block);
}

static bool add_block(struct arena *arena)
{
    struct block *block = malloc(sizeof *block + arena->next_size);
    if (!block) return false;
    *block = (struct block){.next = arena->blocks, .size = arena->next_size};
    arena->blocks = block;
    if (arena->next_size < LARGEST_BLOCK) arena->next_size *= 2;
    return true;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size = round_up(size);
    if (size == 0 || !arena_fits(arena, size)) return NULL;
    if (size >= LARGE) return alloc_large(arena, size);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        while (arena->next_size < size) arena->next_size *= 2;
        if (!add_block(arena)) return NULL;
        block = arena->blocks;
    }
    char *data = block_data(block) + block->used;
    block->used += size;
    arena->used += size;
    return memset(data, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t total;
    return __builtin_mul_overflow(count, size, &total) ? NULL : arena_alloc(arena, total);
}

/* Grows `data` where it lies, if it is a large block or the newest allocation of its block; NULL where it is neither.
 */
static void *grow_in_place(struct arena *arena, void *data, size_t old_size, size_t new_size)
{
    for (struct block **link = &arena->large; *link; link = &(*link)->next) {
        if (block_data(*link) != data) continue;
        struct block *block = realloc(*link, sizeof *block + new_size);
        if (!block) return NULL;
        memset(block_data(block) + old_size, 0, new_size - old_size);
        block->size = block->used = new_size;
        *link = block;
        arena->used += new_size - old_size;
        return block_data(block);
    }
    struct block *block = arena->blocks;
    if (!block || new_size >= LARGE || block_data(block) + block->used != (char *)data + old_size) return NULL;
    if (block->size - block->used < new_size - old_size) return NULL;
    memset((char *)data + old_size, 0, new_size - old_size);
    block->used += new_size - old_size;
    arena->used += new_size - old_size;
    return data;
}

void *arena_resize(struct arena *arena, void *data, size_t old_size, size_t new_size)
{
    if (!data) return arena_alloc(arena, new_size);
    size_t old_room = round_up(old_size), new_room = round_up(new_size);
    if (new_room == 0 || new_room <= old_room) return new_room ? data : NULL;
    if (!arena_fits(arena, new_room - old_room)) return NULL;
    void *grown = grow_in_place(arena, data, old_room, new_room);
    if (grown) return grown;
    grown = arena_alloc(arena, new_size);
    return grown ? memcpy(grown, data, old_size) : NULL;
}

void *arena_trim(struct arena *arena, void *data, size_t size)
{
    struct block **link = &arena->large;
    while (*link && block_data(*link) != data) link = &(*link)->next;
    struct block *block = *link;
    size_t room = size ? round_up(size) : 0;
    if (!block || room >= block->size) return size ? data : NULL;
    arena->used -= block->size - room;
    if (size == 0) {
        *link = block->next;
        free(block);
        return NULL;
    }
    block->size = block->used = room;
    struct block *shorter = realloc(block, sizeof *block + room);
    *link = shorter ? shorter : block;
    return block_data(*link);
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    /* Large arrays grow by a quarter: they are moved, not copied, and the unused part counts. */
    size_t more = *capacity > LARGE / size ? *capacity / 4 : *capacity;
    size_t wanted, bytes;
    if (__builtin_add_overflow(*capacity, more < 8 ? 8 : more, &wanted)) return NULL;
    if (__builtin_mul_overflow(wanted, size, &bytes)) return NULL;
    void *grown = arena_resize(arena, *capacity ? items : NULL, *capacity * size, bytes);
    if (grown) *capacity = wanted;
    return grown;
}

struct view arena_copy(struct arena *arena, struct view v)
{
    if (v.length == SIZE_MAX) return (struct view){NULL, 0};
    char *data = arena_alloc(arena, v.length + 1);
    if (!data) return (struct view){NULL, 0};
    if (v.length) memcpy(data, v.data, v.length);
    return (struct view){data, v.length};
}

struct view arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *data = length < 0 ? NULL : arena_alloc(arena, (size_t)length + 1);
    if (!data) return (struct view){NULL, 0};
    va_start(arguments, format);
    vsnprintf(data, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return (struct view){data, (size_t)length};
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

static void free_blocks(struct block *block)
{
    while (block) {
        struct block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_reset(struct arena *arena)
{
    free_blocks(arena->large);
    arena->large = NULL;
    arena->used = 0;
    if (!arena->blocks) return;
    free_blocks(arena->blocks->next);
    arena->blocks->next = NULL;
    arena->blocks->used = 0;
}

void arena_free(struct arena *arena)
{
    if (!arena) return;
    free_blocks(arena->large);
    free_blocks(arena->blocks);
    free(arena);
}
