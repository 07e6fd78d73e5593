/* Footnote marks: "[32]", "[note 3]", "[a]", "[citation needed]"; not "[sic]" or the "[he]" of an editor. */
#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/stages.h"

#define LONGEST_LABEL 48

/* Digits, and between them commas, spaces, hyphens, dashes: "3", "3, 4", "12–14"; a letter may end it: "32a". */
static bool is_numeric(struct view label)
{
    static const char *const joints[] = {",", ", ", "-", "–", ";", "; "};
    size_t at = 0;
    for (;;) {
        size_t start = at, joint = 0;
        while (at < label.length && ascii_is_digit(label.data[at])) at++;
        if (at == start || at - start > 4) return false;
        if (at == label.length) return true;
        if (at + 1 == label.length && ascii_is_letter(label.data[at])) return true;
        for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
            struct view sign = view_of(joints[i]);
            if (view_starts(view_slice(label, at, label.length), sign)) joint = sign.length;
        }
        if (joint == 0) return false;
        at += joint;
    }
}

/* "note 3", "nb 1", "lower-alpha 2": a group of notes and a number or letter. */
static bool is_grouped(struct view label)
{
    static const char *const groups[] = {"note ",        "notes ",       "n ",          "nb ",
                                         "fn ",          "footnote ",    "ref ",        "lower-alpha ",
                                         "upper-alpha ", "lower-roman ", "lower-greek "};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (!view_starts_lower(label, groups[i])) continue;
        struct view rest = view_slice(label, strlen(groups[i]), label.length);
        return is_numeric(rest) || (rest.length == 1 && ascii_is_letter(rest.data[0]));
    }
    return false;
}

bool text_is_citation_label(struct view label)
{
    if (label.length == 0 || label.length > LONGEST_LABEL) return false;
    bool letter = label.length == 1 && ascii_is_lower(label.data[0]);
    return letter || is_numeric(label) || is_grouped(label) || (lexicon_word(label) & LEXICON_REMARK);
}

static bool is_gap(char c)
{
    return c == ' ' || c == CLEAN_BREAK || c == CLEAN_SKIP;
}

/* A lone letter is an editor's word ("[a] man") unless it hangs on a word, a full stop, a closing quote or another
 * mark. */
static bool letter_hangs(const char *clean, size_t open)
{
    if (open == 0 || is_gap(clean[open - 1]) || strchr("([{<", clean[open - 1])) return false;
    if (clean[open - 1] == CLEAN_CITATION) return true;
    bool quote = clean[open - 1] == '"' || clean[open - 1] == '\'';
    return !quote || (open > 1 && !is_gap(clean[open - 2]));
}

/* Years stand in brackets for other reasons: "in [1999] he". */
static bool is_year(struct view label)
{
    return label.length == 4 && (view_starts(label, VIEW("19")) || view_starts(label, VIEW("20"))) && is_numeric(label);
}

/* The end of the mark that opens at `open`, 0 where none does. "[12]:45" gives the page behind the mark. */
static size_t mark_end(const char *clean, size_t open, size_t length, struct view *label)
{
    size_t close = open + 1;
    while (close < length && close - open <= LONGEST_LABEL + 1 && clean[close] != ']' && clean[close] != '[') close++;
    if (close >= length || clean[close] != ']') return 0;
    *label = (struct view){clean + open + 1, close - open - 1};
    while (label->length && label->data[label->length - 1] == CLEAN_SKIP) label->length--; /* an escaped bracket */
    if (label->length > 1 && label->data[0] == CLEAN_NOTE) {
        *label = view_slice(*label, 1, label->length);
        return close + 1;
    }
    if (!text_is_citation_label(*label)) return 0;
    if (label->length == 1 && ascii_is_letter(label->data[0]) && !letter_hangs(clean, open)) return 0;
    bool apart = open > 0 && clean[open - 1] == ' ' && close + 1 < length && clean[close + 1] == ' ';
    if (is_year(*label) && apart) return 0;
    size_t end = close + 1;
    if (end + 1 < length && clean[end] == ':' && ascii_is_digit(clean[end + 1])) {
        end++;
        while (end < length && ascii_is_digit(clean[end])) end++;
    }
    return end;
}

/* Adds one citation; `span` covers the brackets too. */
static int add_citation(struct text_work *work, struct span span, struct view label, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct citation *citations = arena_grow(work->arena, document->citations, document->citation_count,
                                            &document->citation_capacity, sizeof *citations);
    if (!citations) return error_memory(error, "text");
    document->citations = citations;
    citations[document->citation_count++] = (struct citation){.span = span, .label = label};
    return HEARSAY_OK;
}

int text_find_citations(struct text_work *work, struct hearsay_error *error)
{
    size_t length = work->document->text.length, end;
    const char *open = work->clean;
    while (length && (open = memchr(open, '[', length - (size_t)(open - work->clean))) != NULL) {
        size_t at = (size_t)(open - work->clean);
        struct view label;
        end = mark_end(work->clean, at, length, &label);
        open++;
        if (end == 0) continue;
        struct span span = {(uint32_t)at, (uint32_t)end};
        label.data = work->document->text.data + (label.data - work->clean);
        int code = add_citation(work, span, label, error);
        if (code != HEARSAY_OK) return code;
        memset(work->clean + at, CLEAN_CITATION, end - at);
        open = work->clean + end;
    }
    return HEARSAY_OK;
}

/* Whether a mark has nothing but white space and other marks before it in its paragraph; the marks before it are
 * settled. */
static bool opens_paragraph(const struct text_work *work, size_t index)
{
    const struct citation *citations = work->document->citations;
    size_t at = citations[index].span.start;
    while (at > 0 && work->clean[at - 1] != CLEAN_BREAK) {
        char c = work->clean[--at];
        if (c == CLEAN_CITATION) return index > 0 && citations[index - 1].before;
        if (c != ' ' && c != CLEAN_SKIP) return false;
    }
    return true;
}

void text_assign_citations(struct text_work *work)
{
    struct document *document = work->document;
    size_t sentence = 0; /* the first that starts behind the mark */
    if (document->sentence_count == 0) document->citation_count = 0;
    for (size_t i = 0; i < document->citation_count; i++) {
        struct citation *citation = &document->citations[i];
        while (sentence < document->sentence_count && document->sentences[sentence].span.start < citation->span.end)
            sentence++;
        bool last = sentence == document->sentence_count;
        citation->before = !last && (sentence == 0 || opens_paragraph(work, i));
        citation->sentence = (uint32_t)(citation->before ? sentence : sentence - 1);
    }
}
