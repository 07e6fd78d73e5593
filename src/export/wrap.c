#include "export/wrap.h"

#include "base/utf8.h"

/* White space made plain, controls left out and the text cut to `most` code points. */
static struct view tidy(struct view text, size_t most, struct arena *arena)
{
    struct builder builder = builder_new(arena);
    size_t taken = 0, next;
    bool space = false;
    for (size_t at = 0; at < text.length; at = next) {
        uint32_t code = utf8_decode(text, at, &next);
        size_t control = utf8_control(text, at);
        if (utf8_is_space(code) || control) {
            space = space || (builder.length > 0 && control < 3);
            continue;
        }
        if (taken + space >= most && !utf8_is_mark(code)) {
            builder_text(&builder, "\xE2\x80\xA6");
            break;
        }
        if (space)
            builder_text(&builder, " ");
        builder_add(&builder, view_slice(text, at, next));
        taken += 1 + space;
        space = false;
    }
    return builder_view(&builder);
}

/* Where the line from `start` ends: after at most `width` code points, at the last space if there is one. */
static size_t line_end(struct view text, size_t start, size_t width)
{
    size_t at = start, taken = 0, space = start, next;
    while (at < text.length) {
        uint32_t code = utf8_decode(text, at, &next);
        if (code == ' ')
            space = at;
        if (taken >= width && !utf8_is_mark(code))
            return space > start ? space : at;
        taken++;
        at = next;
    }
    return text.length;
}

static void add_lines(struct builder *builder, struct view text, size_t width)
{
    for (size_t start = 0; start < text.length;) {
        size_t end = line_end(text, start, width);
        if (start)
            builder_text(builder, "\n");
        builder_add(builder, view_slice(text, start, end));
        start = end < text.length && text.data[end] == ' ' ? end + 1 : end;
    }
}

void wrap_text(struct builder *builder, struct view text, size_t width, size_t most)
{
    add_lines(builder, tidy(text, most, builder->arena), width);
}

/* Code points of the longest word. */
static size_t longest_word(struct view text)
{
    size_t longest = 0;
    for (size_t start = 0, at = 0; at <= text.length; at++) {
        if (at < text.length && text.data[at] != ' ')
            continue;
        size_t length = utf8_length(view_slice(text, start, at));
        longest = length > longest ? length : longest;
        start = at + 1;
    }
    return longest;
}

void wrap_evenly(struct builder *builder, struct view text, size_t width, size_t most)
{
    struct view line = tidy(text, most, builder->arena);
    size_t length = utf8_length(line), lines = (length + width - 1) / width;
    size_t even = lines ? (length + lines - 1) / lines + 3 : width; /* words do not always break where they should */
    size_t word = longest_word(line);
    even = word > even ? word : even;
    add_lines(builder, line, even < width ? even : width);
}
