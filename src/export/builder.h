/* builder.h: text that grows in an arena. */
#ifndef HEARSAY_EXPORT_BUILDER_H
#define HEARSAY_EXPORT_BUILDER_H

#include "base/arena.h"

/* Out of memory sticks: append freely, ask once at the end. */
struct builder {
    struct arena *arena;
    char *data;
    size_t length, capacity;
    bool failed;
};

static inline struct builder builder_new(struct arena *arena)
{
    return (struct builder){.arena = arena};
}

void builder_add(struct builder *builder, struct view v);
void builder_text(struct builder *builder, const char *string);
void builder_integer(struct builder *builder, int64_t value);

/* Adds `separator` unless nothing was added yet. */
void builder_separate(struct builder *builder, const char *separator);

/* What was added; {NULL, 0} where nothing was or memory ran out (`failed`). */
struct view builder_view(const struct builder *builder);

/* Room for the text of any number below. */
#define NUMBER_SIZE 32

/* The decimal text of a number, the same in any locale, in `buffer`. */
struct view number_integer(char buffer[NUMBER_SIZE], int64_t value);

/* The same with `decimals` (0 to 9) places, rounded; trailing zeros stay. What is not finite is 0. |value| < 9e9. */
struct view number_real(char buffer[NUMBER_SIZE], double value, int decimals);

/* `prefix` and 16 hexadecimal digits: how files write the id of a node ("n...") or an edge ("e..."). */
struct view number_id(char buffer[NUMBER_SIZE], char prefix, uint64_t id);

#endif
