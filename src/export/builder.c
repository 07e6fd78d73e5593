#include "export/builder.h"

#include <math.h>

static bool make_room(struct builder *builder, size_t length)
{
    size_t wanted = builder->capacity ? builder->capacity : 128;
    if (builder->failed || length > SIZE_MAX / 4 - builder->length)
        return false;
    while (wanted < builder->length + length)
        wanted *= 2;
    if (wanted == builder->capacity)
        return true;
    char *data = arena_alloc(builder->arena, wanted);
    if (!data)
        return false;
    if (builder->length)
        memcpy(data, builder->data, builder->length);
    builder->data = data;
    builder->capacity = wanted;
    return true;
}

void builder_add(struct builder *builder, struct view v)
{
    if (!v.length)
        return;
    if (!make_room(builder, v.length)) {
        builder->failed = true;
        return;
    }
    memcpy(builder->data + builder->length, v.data, v.length);
    builder->length += v.length;
}

void builder_text(struct builder *builder, const char *string)
{
    builder_add(builder, view_of(string));
}

void builder_integer(struct builder *builder, int64_t value)
{
    char buffer[NUMBER_SIZE];
    builder_add(builder, number_integer(buffer, value));
}

void builder_separate(struct builder *builder, const char *separator)
{
    if (builder->length)
        builder_text(builder, separator);
}

struct view builder_view(const struct builder *builder)
{
    if (builder->failed || !builder->length)
        return (struct view){NULL, 0};
    return (struct view){builder->data, builder->length};
}

/* Writes `value` with at least `least` digits so that it ends before `end`; returns where it starts. */
static char *write_digits(char *end, uint64_t value, int least)
{
    for (int written = 0; value || written < least; written++) {
        *--end = (char)('0' + value % 10);
        value /= 10;
    }
    return end;
}

struct view number_integer(char buffer[NUMBER_SIZE], int64_t value)
{
    char *end = buffer + NUMBER_SIZE;
    char *start = write_digits(end, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 1);
    if (value < 0)
        *--start = '-';
    return (struct view){start, (size_t)(end - start)};
}

struct view number_id(char buffer[NUMBER_SIZE], char prefix, uint64_t id)
{
    static const char HEX[] = "0123456789abcdef";
    buffer[0] = prefix;
    for (int i = 0; i < 16; i++)
        buffer[1 + i] = HEX[(id >> (60 - 4 * i)) & 15];
    return (struct view){buffer, 17};
}

struct view number_real(char buffer[NUMBER_SIZE], double value, int decimals)
{
    double scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    double scaled = round(fabs(value) * scale);
    uint64_t units = isfinite(value) && scaled < 9e18 ? (uint64_t)scaled : 0, one = (uint64_t)scale;
    char *end = buffer + NUMBER_SIZE, *start = end;
    if (decimals > 0) {
        start = write_digits(end, units % one, decimals);
        *--start = '.';
    }
    start = write_digits(start, units / one, 1);
    if (value < 0 && units)
        *--start = '-';
    return (struct view){start, (size_t)(end - start)};
}
