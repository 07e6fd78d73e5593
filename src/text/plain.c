/* Lays out plain text: finds the paragraphs, and tells wrapped lines from lines of their own. */
#include "base/utf8.h"
#include "text/stages.h"

#define NARROWEST_WRAP 40
#define WIDEST_WRAP 130
#define HEADLINE_WIDEST 120 /* code points */
#define HEADLINE_WORDS 2

/* What a code point becomes in the clean text: ' ', CLEAN_SKIP or 0 (itself). Control and format characters that show
 * nothing must not end up inside words. */
static char clean_of(uint32_t code)
{
    if (code == 0x200B || code == 0x2060 || code == 0xFEFF) return CLEAN_SKIP;
    if (code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069))
        return CLEAN_SKIP;
    if (code < 0x20 || (code >= 0x7F && code <= 0x9F) || utf8_is_space(code)) return ' ';
    return 0;
}

void text_clean_range(struct text_work *work, size_t start, size_t end)
{
    struct view text = work->document->text;
    size_t next;
    for (size_t at = start; at < end; at = next) {
        unsigned char c = (unsigned char)text.data[at];
        if (c > 0x20 && c < 0x7F) {
            work->clean[at] = (char)c;
            next = at + 1;
            continue;
        }
        char cleaned = clean_of(utf8_decode(text, at, &next));
        if (cleaned) {
            memset(work->clean + at, cleaned, next - at);
        } else {
            memcpy(work->clean + at, text.data + at, next - at);
        }
    }
}

/* A line without its end and the white space around it. */
struct line {
    size_t start;
    size_t end;
    size_t width;      /* code points */
    size_t first_word; /* code points of its first word */
};

/* The line that starts at `at`; *next is where the one after it starts. "\n", "\r\n" and "\r" end a line. */
static struct line read_line(const struct text_work *work, size_t at, size_t *next)
{
    struct view text = work->document->text;
    size_t end = at;
    while (end < text.length && text.data[end] != '\n' && text.data[end] != '\r') end++;
    *next = end + (end < text.length);
    if (*next < text.length && text.data[end] == '\r' && text.data[*next] == '\n') ++*next;
    const char *clean = work->clean;
    while (at < end && clean[at] == ' ') at++;
    while (end > at && clean[end - 1] == ' ') end--;
    size_t word_end = at;
    while (word_end < end && clean[word_end] != ' ') word_end++;
    return (struct line){at, end, utf8_length(view_slice(text, at, end)), utf8_length(view_slice(text, at, word_end))};
}

static bool is_blank(struct line line)
{
    return line.start == line.end;
}

/* The width to which the text is wrapped, 0 where it is not. Lines without a space (addresses, rules) do not count. */
static size_t wrap_width(const struct text_work *work)
{
    size_t width = 0, next;
    for (size_t at = 0; at < work->document->text.length && width <= WIDEST_WRAP; at = next) {
        struct line line = read_line(work, at, &next);
        if (line.first_word < line.width && line.width > width) width = line.width;
    }
    return width < NARROWEST_WRAP || width > WIDEST_WRAP ? 0 : width;
}

/* A bullet, "1." or "2)" before a space; a footnote mark. */
static bool opens_item(struct view line)
{
    static const char *const bullets[] = {"-", "*", "+", "•", "◦", "▪", "‣", "–", "—", "·"};
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        struct view bullet = view_of(bullets[i]);
        if (view_starts(line, bullet) && line.length > bullet.length && line.data[bullet.length] == ' ') return true;
    }
    const char *close = line.length && line.data[0] == '[' ? memchr(line.data, ']', line.length) : NULL;
    if (close) return text_is_citation_label(view_slice(line, 1, (size_t)(close - line.data)));
    size_t digits = 0;
    while (digits < line.length && digits < 3 && ascii_is_digit(line.data[digits])) digits++;
    return digits > 0 && digits + 1 < line.length && strchr(".)", line.data[digits]) && line.data[digits + 1] == ' ';
}

/* Whether the line feed between two lines is a space. */
static bool runs_on(const struct text_work *work, struct line line, struct line next, size_t width)
{
    struct view text = {work->clean + next.start, next.end - next.start};
    size_t after;
    if (opens_item(text)) return false;
    if (utf8_is_lower(utf8_decode(text, 0, &after))) return true;
    return width > 0 && line.width + 1 + next.first_word > width;
}

void text_lay_out_plain(struct text_work *work)
{
    struct view text = work->document->text;
    text_clean_range(work, 0, text.length);
    size_t width = wrap_width(work), next;
    struct line previous = {0};
    for (size_t at = 0; at < text.length; at = next) {
        struct line line = read_line(work, at, &next);
        bool joined = !is_blank(line) && !is_blank(previous) && runs_on(work, previous, line, width);
        /* The byte before a line is the end of the one before it, white space at any rate. */
        if (at > 0 && !joined) work->clean[at - 1] = CLEAN_BREAK;
        previous = line;
    }
}

/* Whether a line ends as headlines do, and sentences and lists do not. */
static bool ends_open(struct view line)
{
    size_t at = line.length, next;
    while (at > 0 && ((unsigned char)line.data[at - 1] & 0xC0) == 0x80) at--;
    uint32_t last = at > 0 ? utf8_decode(line, at - 1, &next) : 0;
    return utf8_is_letter(last) || utf8_is_digit(last) || last == '\'' || last == '"' || last == 0x2019 || last == 0x201D;
}

void text_take_headline(struct text_work *work)
{
    struct view text = work->document->text;
    size_t words = 0, next = 0, after;
    struct line line = {0};
    while (next < text.length && is_blank(line)) line = read_line(work, next, &next);
    if (is_blank(line) || line.width > HEADLINE_WIDEST || next >= text.length || !is_blank(read_line(work, next, &after)))
        return;
    for (size_t at = line.start; at < line.end; at++)
        words += work->clean[at] != ' ' && (at == line.start || work->clean[at - 1] == ' ');
    struct view headline = view_slice(text, line.start, line.end);
    if (words >= HEADLINE_WORDS && ends_open(headline)) work->document->title = headline;
}
