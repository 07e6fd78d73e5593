/* Lays out Markdown: finds the blocks, line by line. What follows CommonMark 0.30 is named as there. */
#include "text/markdown.h"

/* A line between the white space around it. */
struct line {
    size_t start;
    size_t end;
    size_t indent;
};

struct blocks {
    struct text_work *work;
    size_t paragraph;   /* where the open paragraph starts; SIZE_MAX without one */
    size_t paragraph_end;
    size_t fence_size;  /* of the open fenced code block, 0 without one */
    char fence;
    bool in_list;
    bool in_table;
    bool after_blank;
};

static bool next_line(const struct blocks *blocks, size_t *at, struct line *line)
{
    struct view text = blocks->work->document->text;
    if (*at >= text.length) return false;
    size_t start = *at, end = start;
    while (end < text.length && text.data[end] != '\n') end++;
    *at = end + 1;
    line->indent = 0;
    for (; start < end && (text.data[start] == ' ' || text.data[start] == '\t'); start++) {
        line->indent += text.data[start] == '\t' ? 4 - line->indent % 4 : 1;
    }
    while (end > start && blocks->work->clean[end - 1] == ' ') end--;
    line->start = start;
    line->end = end;
    return true;
}

static char byte_at(const struct blocks *blocks, const struct line *line, size_t at)
{
    return line->start + at < line->end ? blocks->work->clean[line->start + at] : '\0';
}

static size_t run_length(const struct blocks *blocks, const struct line *line, size_t at, char c)
{
    size_t length = 0;
    while (byte_at(blocks, line, at + length) == c) length++;
    return length;
}

/* A break can only stand on white space or skipped markup: it overwrites the byte before the block. */
static void break_before(struct blocks *blocks, size_t at)
{
    if (at > 0) blocks->work->clean[at - 1] = CLEAN_BREAK;
}

static void end_paragraph(struct blocks *blocks)
{
    if (blocks->paragraph == SIZE_MAX) return;
    markdown_inline(blocks->work, blocks->paragraph, blocks->paragraph_end);
    blocks->paragraph = SIZE_MAX;
}

/* Adds [start, end) to the open paragraph or begins one. */
static void add_text(struct blocks *blocks, size_t start, size_t end)
{
    if (blocks->paragraph == SIZE_MAX) {
        break_before(blocks, start);
        blocks->paragraph = start;
    }
    blocks->paragraph_end = end;
}

/* Only one of `signs`, at least `least` times, with white space between them. */
static bool is_rule(const struct blocks *blocks, const struct line *line, const char *signs, size_t least)
{
    char sign = byte_at(blocks, line, 0);
    size_t count = 0;
    if (!sign || !strchr(signs, sign)) return false;
    for (size_t i = 0; line->start + i < line->end; i++) {
        char c = byte_at(blocks, line, i);
        if (c != sign && c != ' ') return false;
        count += c == sign;
    }
    return count >= least;
}

/* Opens, closes or continues a fenced code block; false for other lines. */
static bool take_fence(struct blocks *blocks, const struct line *line)
{
    char c = byte_at(blocks, line, 0);
    size_t size = c == '`' || c == '~' ? run_length(blocks, line, 0, c) : 0;
    if (blocks->fence_size > 0) {
        bool closes = c == blocks->fence && size >= blocks->fence_size && line->start + size == line->end;
        if (closes) blocks->fence_size = 0;
        return true;
    }
    if (size < 3) return false;
    if (c == '`' && memchr(blocks->work->clean + line->start + size, '`', line->end - line->start - size)) return false;
    blocks->fence_size = size;
    blocks->fence = c;
    return true;
}

/* The first heading of the first level names the document, without its markup. */
static void take_title(struct blocks *blocks, const struct line *line)
{
    const char *clean = blocks->work->clean;
    char *title = arena_alloc(blocks->work->arena, line->end - line->start + 1);
    size_t length = 0;
    for (size_t at = line->start; title && at < line->end; at++) {
        bool space = clean[at] == ' ' && (length == 0 || title[length - 1] == ' ');
        if (clean[at] != CLEAN_SKIP && clean[at] != CLEAN_BREAK && !space) title[length++] = clean[at];
    }
    while (length > 0 && title[length - 1] == ' ') length--;
    if (length > 0) blocks->work->document->title = (struct view){title, length};
}

static bool take_heading(struct blocks *blocks, const struct line *line)
{
    size_t level = run_length(blocks, line, 0, '#'), end = line->end;
    if (level == 0 || level > 6 || (byte_at(blocks, line, level) != ' ' && line->start + level < line->end))
        return false;
    end_paragraph(blocks);
    while (end > line->start + level && blocks->work->clean[end - 1] == '#') end--;
    markdown_skip(blocks->work, end, line->end);
    markdown_skip(blocks->work, line->start, line->start + level);
    add_text(blocks, line->start, line->end);
    end_paragraph(blocks);
    if (level == 1 && !blocks->work->document->title.data) take_title(blocks, line);
    return true;
}

/* Bytes of the list marker at `at`: "-", "*", "+", "12." or "3)" before white space; 0 without one. */
static size_t marker_length(const struct blocks *blocks, const struct line *line)
{
    size_t length = 0;
    char c = byte_at(blocks, line, 0);
    if (c && strchr("-*+", c)) {
        length = 1;
    } else {
        while (length < 9 && ascii_is_digit(byte_at(blocks, line, length))) length++;
        char sign = length ? byte_at(blocks, line, length) : '\0';
        length = sign == '.' || sign == ')' ? length + 1 : 0;
    }
    return length && byte_at(blocks, line, length) == ' ' ? length : 0;
}

/* Skips list markers, "[x]" of tasks among them, and begins the item's paragraph. */
static void take_markers(struct blocks *blocks, struct line *line)
{
    for (size_t length; (length = marker_length(blocks, line)) > 0;) {
        end_paragraph(blocks);
        blocks->in_list = true;
        markdown_skip(blocks->work, line->start, line->start + length);
        line->start += length;
        while (byte_at(blocks, line, 0) == ' ') line->start++;
        struct view rest = {blocks->work->clean + line->start, line->end - line->start};
        if (view_starts(rest, VIEW("[ ] ")) || view_starts(rest, VIEW("[x] ")) || view_starts(rest, VIEW("[X] "))) {
            markdown_skip(blocks->work, line->start, line->start + 3);
            line->start += 4;
        }
    }
}

static void take_quote_marks(struct blocks *blocks, struct line *line)
{
    while (line->indent < 4 && byte_at(blocks, line, 0) == '>') {
        markdown_skip(blocks->work, line->start, line->start + 1);
        line->start++;
        for (line->indent = 0; byte_at(blocks, line, 0) == ' '; line->start++) line->indent++;
        if (line->indent > 0) line->indent--;
    }
}

/* "[label]: address" is skipped; of "[^label]: text", a footnote, the label is. */
static bool take_definition(struct blocks *blocks, const struct line *line)
{
    const char *start = blocks->work->clean + line->start;
    struct view rest = {start, line->end - line->start};
    const char *close = rest.length > 3 && start[0] == '[' ? memmem(start, rest.length, "]:", 2) : NULL;
    if (!close || close == start + 1 || blocks->paragraph != SIZE_MAX) return false;
    size_t after = (size_t)(close - start) + 2;
    if (start[1] != '^') {
        markdown_skip(blocks->work, line->start, line->end);
        return true;
    }
    markdown_skip(blocks->work, line->start, line->start + after);
    add_text(blocks, line->start, line->end);
    return true;
}

static bool is_delimiter_row(const struct blocks *blocks, const struct line *line)
{
    bool dash = false, pipe = false;
    for (size_t i = 0; line->start + i < line->end; i++) {
        char c = byte_at(blocks, line, i);
        if (c != '-' && c != '|' && c != ':' && c != ' ') return false;
        dash = dash || c == '-';
        pipe = pipe || c == '|';
    }
    return dash && pipe;
}

/* A row of a table: every cell is a paragraph of its own. */
static bool take_row(struct blocks *blocks, const struct line *line, size_t next)
{
    struct line below;
    char *clean = blocks->work->clean;
    bool has_pipe = memchr(clean + line->start, '|', line->end - line->start) != NULL;
    bool opens = has_pipe && !blocks->in_table && next_line(blocks, &next, &below) && is_delimiter_row(blocks, &below);
    blocks->in_table = has_pipe && (opens || blocks->in_table);
    if (!blocks->in_table) return false;
    end_paragraph(blocks);
    break_before(blocks, line->start);
    if (is_delimiter_row(blocks, line)) {
        markdown_skip(blocks->work, line->start, line->end);
        return true;
    }
    size_t cell = line->start;
    for (size_t at = line->start; at <= line->end; at++) {
        bool divides = at < line->end && clean[at] == '|' && (at == line->start || clean[at - 1] != '\\');
        if (!divides && at < line->end) continue;
        markdown_inline(blocks->work, cell, at);
        if (divides) clean[at] = CLEAN_BREAK;
        cell = at + 1;
    }
    return true;
}

static void take_line(struct blocks *blocks, struct line *line, size_t next)
{
    take_quote_marks(blocks, line);
    if (take_fence(blocks, line)) {
        end_paragraph(blocks);
        markdown_skip(blocks->work, line->start, line->end);
        break_before(blocks, line->start);
        return;
    }
    if (line->start == line->end) {
        end_paragraph(blocks);
        blocks->after_blank = true;
        blocks->in_table = false;
        return;
    }
    bool after_blank = blocks->after_blank;
    blocks->after_blank = false;
    if (line->indent >= 4 && blocks->paragraph == SIZE_MAX && !blocks->in_list) {
        markdown_skip(blocks->work, line->start, line->end); /* indented code */
        return;
    }
    if (line->indent == 0 && after_blank && marker_length(blocks, line) == 0) blocks->in_list = false;
    bool underline = blocks->paragraph != SIZE_MAX && is_rule(blocks, line, "=-", 1);
    if (underline || is_rule(blocks, line, "*-_", 3)) {
        end_paragraph(blocks);
        markdown_skip(blocks->work, line->start, line->end);
        return;
    }
    take_markers(blocks, line);
    if (take_heading(blocks, line) || take_definition(blocks, line) || take_row(blocks, line, next)) return;
    if (line->start < line->end) add_text(blocks, line->start, line->end);
}

/* The value of a line "key: value", without quotes around it; {NULL, 0} where it has another key or no value. */
static struct view value_of(struct view line, struct view key)
{
    if (!view_starts(line, key) || line.length == key.length || line.data[key.length] != ':')
        return (struct view){NULL, 0};
    size_t start = key.length + 1, end = line.length;
    while (start < end && line.data[start] == ' ') start++;
    char quote = start < end ? line.data[start] : '\0';
    if ((quote == '"' || quote == '\'') && end - start >= 2 && line.data[end - 1] == quote) start++, end--;
    return start < end ? view_slice(line, start, end) : (struct view){NULL, 0};
}

/* What front matter tells of the document, as static site generators write it. */
static void take_front_matter(struct document *document, struct view line)
{
    struct view title = value_of(line, VIEW("title")), date = value_of(line, VIEW("date"));
    struct view url = value_of(line, VIEW("url"));
    if (title.data) document->title = title;
    if (date.data) document->date = date;
    if (view_starts(url, VIEW("http://")) || view_starts(url, VIEW("https://"))) document->url = url;
}

/* Front matter: "---" on the first line, and all up to the next "---" or "...". Returns where the text starts. */
static size_t skip_front_matter(struct blocks *blocks)
{
    struct view text = blocks->work->document->text;
    struct line line;
    size_t at = 0, first;
    if (!next_line(blocks, &at, &line) || !view_is(view_slice(text, line.start, line.end), "---")) return 0;
    first = at;
    while (next_line(blocks, &at, &line)) {
        struct view content = view_slice(text, line.start, line.end);
        if (!view_is(content, "---") && !view_is(content, "...")) continue;
        markdown_skip(blocks->work, 0, line.end);
        for (size_t end = line.start, next = first; next < end && next_line(blocks, &next, &line);)
            if (line.indent == 0) take_front_matter(blocks->work->document, view_slice(text, line.start, line.end));
        return at;
    }
    return 0;
}

void text_lay_out_markdown(struct text_work *work)
{
    struct blocks blocks = {.work = work, .paragraph = SIZE_MAX, .after_blank = true};
    struct line line;
    text_clean_range(work, 0, work->document->text.length);
    size_t at = skip_front_matter(&blocks);
    while (next_line(&blocks, &at, &line)) take_line(&blocks, &line, at);
    end_paragraph(&blocks);
}
