/* The markup inside a paragraph of Markdown. */
#include "base/utf8.h"
#include "text/markdown.h"

#define MOST_OPEN 32 /* delimiter runs and brackets that may be open at once; more stay as they are */
#define REACH 4096   /* bytes that a tag, a code span or a link's target may hold: it keeps the cost linear */

/* A run of "*", "_" or "~" that may open emphasis. */
struct run {
    size_t at;
    size_t length;
    char sign;
};

struct inlines {
    struct text_work *work;
    char *clean;
    size_t start;
    size_t end;
    struct run runs[MOST_OPEN];
    size_t run_count;
    size_t brackets[MOST_OPEN]; /* where "[" and "![" open */
    size_t bracket_count;
};

static char byte_at(const struct inlines *inlines, size_t at)
{
    return at < inlines->end ? inlines->clean[at] : '\0';
}

/* Where something that opens at `at` must be closed. */
static size_t reach(const struct inlines *inlines, size_t at)
{
    return inlines->end - at < REACH ? inlines->end : at + REACH;
}

/* The first `sign` in [at, end), SIZE_MAX without one. */
static size_t find(const struct inlines *inlines, size_t at, size_t end, char sign)
{
    const char *found = at < end ? memchr(inlines->clean + at, sign, end - at) : NULL;
    return found ? (size_t)(found - inlines->clean) : SIZE_MAX;
}

static size_t run_length(const struct inlines *inlines, size_t at, char sign)
{
    size_t length = 0;
    while (byte_at(inlines, at + length) == sign) length++;
    return length;
}

/* A code span is text; only its backticks go. Returns where reading goes on. */
static size_t take_code(struct inlines *inlines, size_t at)
{
    size_t length = run_length(inlines, at, '`');
    for (size_t close = at + length; (close = find(inlines, close, reach(inlines, at), '`')) != SIZE_MAX;) {
        size_t closing = run_length(inlines, close, '`');
        if (closing == length) {
            markdown_skip(inlines->work, at, at + length);
            markdown_skip(inlines->work, close, close + length);
            return close + length;
        }
        close += closing;
    }
    return at + length;
}

/* Comments and tags go, what autolinks name stays. */
static size_t take_angle(struct inlines *inlines, size_t at)
{
    struct view rest = {inlines->clean + at, inlines->end - at};
    if (view_starts(rest, VIEW("<!--"))) {
        const char *close = memmem(rest.data + 4, rest.length - 4, "-->", 3);
        size_t end = close ? (size_t)(close - inlines->clean) + 3 : inlines->end;
        markdown_skip(inlines->work, at, end);
        return end;
    }
    size_t close = find(inlines, at, reach(inlines, at), '>');
    char first = byte_at(inlines, at + 1);
    bool letter = ascii_is_letter(first);
    if (close == SIZE_MAX || (!letter && first != '/')) return at + 1;
    struct view inside = {inlines->clean + at + 1, close - at - 1};
    bool link = memmem(inside.data, inside.length, "://", 3) || memchr(inside.data, '@', inside.length);
    if (link && !memchr(inside.data, ' ', inside.length)) {
        markdown_skip(inlines->work, at, at + 1);
        markdown_skip(inlines->work, close, close + 1);
        return close + 1;
    }
    markdown_skip(inlines->work, at, close + 1);
    if (view_starts_lower(inside, "br")) inlines->clean[close] = ' ';
    return close + 1;
}

/* The end of what follows a link's text: "(address "title")", "[label]" or nothing; `at` where there is neither. */
static size_t target_end(const struct inlines *inlines, size_t at)
{
    char open = byte_at(inlines, at);
    if (open == '[') {
        size_t close = find(inlines, at, reach(inlines, at), ']');
        return close == SIZE_MAX ? at : close + 1;
    }
    if (open != '(') return at;
    size_t depth = 0;
    for (size_t i = at, end = reach(inlines, at); i < end; i++) {
        if (inlines->clean[i] == '\\') {
            i++;
        } else if (inlines->clean[i] == '(') {
            depth++;
        } else if (inlines->clean[i] == ')' && --depth == 0) {
            return i + 1;
        }
    }
    return at;
}

/* A closing bracket: of a link, whose target goes; of an image, which goes altogether; of anything else, which stays.
 */
static size_t take_close(struct inlines *inlines, size_t at)
{
    if (inlines->bracket_count == 0) return at + 1;
    size_t open = inlines->brackets[--inlines->bracket_count], end = target_end(inlines, at + 1);
    if (inlines->clean[open] == '!') {
        if (end == at + 1) return end;
        markdown_skip(inlines->work, open, end);
        return end;
    }
    if (byte_at(inlines, open + 1) == '^' && at > open + 2) {
        inlines->clean[open + 1] = CLEAN_NOTE;
        return at + 1;
    }
    struct view label = {inlines->clean + open + 1, at - open - 1};
    bool mark = text_is_citation_label(label) && (byte_at(inlines, at + 1) == '[' || byte_at(inlines, at + 2) == '#');
    if (end == at + 1) return end;
    if (mark) {
        if (byte_at(inlines, at + 1) == '(') markdown_skip(inlines->work, at + 1, end);
        return byte_at(inlines, at + 1) == '(' ? end : at + 1; /* "[3][4]", "[3](#note-3)": footnote marks */
    }
    markdown_skip(inlines->work, open, open + 1);
    markdown_skip(inlines->work, at, end);
    return end;
}

static size_t take_open(struct inlines *inlines, size_t at, size_t length)
{
    if (inlines->bracket_count < MOST_OPEN) inlines->brackets[inlines->bracket_count++] = at;
    return at + length;
}

static bool is_space_or_edge(const struct inlines *inlines, size_t at)
{
    return at < inlines->start || at >= inlines->end || inlines->clean[at] == ' ' || inlines->clean[at] == CLEAN_SKIP;
}

static bool is_word_byte(const struct inlines *inlines, size_t at)
{
    return !is_space_or_edge(inlines, at) && !ascii_is_punctuation(inlines->clean[at]);
}

/* Matches a closing run with the open ones of its sign, the nearest first; returns what is left of its length. */
static size_t close_emphasis(struct inlines *inlines, struct run closing)
{
    for (size_t i = inlines->run_count; i-- > 0 && closing.length > 0;) {
        struct run *open = &inlines->runs[i];
        if (open->sign != closing.sign) continue;
        size_t matched = open->length < closing.length ? open->length : closing.length;
        if (closing.sign == '~' && matched < 2) continue;
        markdown_skip(inlines->work, open->at + open->length - matched, open->at + open->length);
        markdown_skip(inlines->work, closing.at, closing.at + matched);
        open->length -= matched;
        closing.at += matched;
        closing.length -= matched;
        inlines->run_count = open->length ? i + 1 : i;
    }
    return closing.length;
}

/* CommonMark's flanking: a run opens before a word, closes behind one, and "_" does neither inside one. */
static size_t take_emphasis(struct inlines *inlines, size_t at, char sign)
{
    struct run run = {at, run_length(inlines, at, sign), sign};
    size_t after = at + run.length;
    bool opens = !is_space_or_edge(inlines, after), closes = at > inlines->start && !is_space_or_edge(inlines, at - 1);
    if (sign == '_' && opens && closes && is_word_byte(inlines, at - 1) && is_word_byte(inlines, after)) return after;
    if (closes) {
        size_t left = close_emphasis(inlines, run);
        run.at += run.length - left;
        run.length = left;
    }
    if (opens && run.length > 0 && inlines->run_count < MOST_OPEN) inlines->runs[inlines->run_count++] = run;
    return after;
}

static size_t take_escape(struct inlines *inlines, size_t at)
{
    if (!ascii_is_punctuation(byte_at(inlines, at + 1)) && at + 1 < inlines->end) return at + 1;
    markdown_skip(inlines->work, at, at + 1);
    return at + 2;
}

void markdown_inline(struct text_work *work, size_t start, size_t end)
{
    struct inlines inlines = {.work = work, .clean = work->clean, .start = start, .end = end};
    for (size_t at = start; at < end;) {
        switch (inlines.clean[at]) {
        case '\\':
            at = take_escape(&inlines, at);
            break;
        case '`':
            at = take_code(&inlines, at);
            break;
        case '<':
            at = take_angle(&inlines, at);
            break;
        case '!':
            at = byte_at(&inlines, at + 1) == '[' ? take_open(&inlines, at, 2) : at + 1;
            break;
        case '[':
            at = take_open(&inlines, at, 1);
            break;
        case ']':
            at = take_close(&inlines, at);
            break;
        case '*':
        case '_':
        case '~':
            at = take_emphasis(&inlines, at, inlines.clean[at]);
            break;
        default:
            at++;
        }
    }
}
