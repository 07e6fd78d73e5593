#include "text/document.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

#define INDEX_STEP 64

void document_warn(struct document *document, struct arena *arena, const char *format, ...)
{
    char message[600];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    struct view *warnings = arena_grow(arena, document->warnings, document->warning_count, &document->warning_capacity,
                                       sizeof *warnings);
    if (length < 0 || !warnings) return;
    document->warnings = warnings;
    struct view text = arena_copy(arena, (struct view){message, strnlen(message, sizeof message)});
    if (!text.data) return;
    text.length = utf8_valid(text); /* a message that was cut may end inside a character */
    document->warnings[document->warning_count++] = text;
}

int document_index(struct document *document, struct arena *arena, struct hearsay_error *error)
{
    size_t steps = document->text.length / INDEX_STEP + 1;
    uint32_t *index = arena_array(arena, steps, sizeof *index);
    if (!index) return error_memory(error, "text");
    uint32_t count = 0;
    for (size_t step = 0; step < steps; step++) {
        index[step] = count;
        size_t start = step * INDEX_STEP, end = start + INDEX_STEP;
        if (end > document->text.length) end = document->text.length;
        count += (uint32_t)utf8_length(view_slice(document->text, start, end));
    }
    document->code_point_index = index;
    document->code_points = count;
    return HEARSAY_OK;
}

uint32_t document_code_point(const struct document *document, uint32_t byte)
{
    uint32_t step = byte / INDEX_STEP;
    struct view rest = view_slice(document->text, (size_t)step * INDEX_STEP, byte);
    return document->code_point_index[step] + (uint32_t)utf8_length(rest);
}

const struct sentence *document_sentence_of(const struct document *document, uint32_t token)
{
    size_t low = 0, high = document->sentence_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (document->sentences[middle].first <= token) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &document->sentences[low];
}
