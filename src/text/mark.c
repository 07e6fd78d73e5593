/* Punctuation, symbols and emoticons. */
#include "text/scan.h"

/* Bytes of an emoticon at `at`, which must be all that is left of the chunk; 0 for anything else. */
static size_t emoticon_length(const struct scan *scan, size_t at)
{
    static const char *const faces[] = {":)",  ":(",  ":D",  ":P",  ":p",  ";)",  ";-)", ":-)", ":-(", ":-D",
                                        ":-P", ":/",  ":-/", ":o",  ":O",  "=)",  "=(",  "=D",  "(:",  "^_^",
                                        "^^",  "-_-", "<3",  "</3", ":'(", ":))", ":]",  ":|"};
    struct view rest = view_slice(scan->clean, at, scan->chunk_end);
    if (rest.length < 2 || rest.length > 4) return 0;
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        if (view_is(rest, faces[i])) return rest.length;
    }
    return 0;
}

/* The end of a run of one character, or of "!" and "?" mixed; two of a kind and more are one word. */
static size_t run_end(const struct scan *scan, size_t at)
{
    char c = scan->clean.data[at];
    size_t end = at + 1;
    if (c == '!' || c == '?') {
        while (scan_byte(scan, end) == '!' || scan_byte(scan, end) == '?') end++;
    } else if (strchr(".-*=~+#_^", c)) {
        while (scan_byte(scan, end) == c) end++;
    } else if (strchr("'`<>", c) && scan_byte(scan, end) == c) {
        end++; /* two single marks make a double one, more of them do not */
    }
    return end;
}

/* Words that lost their beginning, and years and decades: "'em", "’90s". */
static size_t elision_end(const struct scan *scan, size_t at, size_t mark)
{
    static const char *const words[] = {"em", "til", "till", "cause", "cuz", "bout", "round", "n", "tis", "twas"};
    size_t end = at + mark, start = end;
    if (at > scan->chunk_start) return at;
    while (ascii_is_digit(scan_byte(scan, end))) end++;
    if (end - start == 2) {
        if (scan_byte(scan, end) == 's') end++;
        return scan_is_word_code(scan_code(scan, end)) ? at : end;
    }
    while (ascii_is_letter(scan_byte(scan, end))) end++;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (view_is_lower(view_slice(scan->clean, start, end), words[i])) return end;
    }
    return at;
}

/* "'s" and the like behind something that is no word (a bracket, a quotation mark, skipped markup), or set apart. */
static size_t lone_clitic_end(const struct scan *scan, size_t at, size_t mark)
{
    static const char *const clitics[] = {"s", "re", "ve", "ll", "d", "m"};
    size_t start = at + mark, end = start;
    if (scan->work->document->token_count == 0) return at;
    while (ascii_is_letter(scan_byte(scan, end))) end++;
    if (scan->space_before && end < scan->chunk_end) return at;
    for (size_t i = 0; i < sizeof clitics / sizeof *clitics; i++) {
        if (view_is_lower(view_slice(scan->clean, start, end), clitics[i])) return end;
    }
    return at;
}

/* A single quotation mark opens where a word follows and none precedes. */
static void note_single_quote(struct scan *scan, size_t at, size_t mark)
{
    uint32_t code = scan_code(scan, at), after = scan_code(scan, at + mark);
    bool before = !scan->space_before && at > 0 && scan->work->document->token_count > 0 &&
                  !strchr("([{\"", scan->clean.data[at - 1]);
    if (code == 0x2018 || (code == '\'' && !before && after != 0 && scan->space_before)) {
        scan->open_single = true;
    } else {
        scan->open_single = false;
    }
}

static size_t scan_single_quote(struct scan *scan, size_t at, size_t mark)
{
    size_t end = elision_end(scan, at, mark);
    if (end == at) end = lone_clitic_end(scan, at, mark);
    if (end == at) {
        end = mark == 1 ? run_end(scan, at) : at + mark;
        if (mark > 1 && scan_apostrophe(scan, end) == mark) end += mark;
        if (end == at + mark) note_single_quote(scan, at, mark);
    }
    scan_emit(scan, at, end);
    return end;
}

/* "[...]" and "[…]" stand for words left out. */
static size_t omission_end(const struct scan *scan, size_t at)
{
    struct view rest = view_slice(scan->clean, at, scan->chunk_end);
    return view_starts(rest, VIEW("[...]")) || view_starts(rest, VIEW("[…]")) ? at + 5 : at;
}

/* A sign that begins a word: "#tag", "@name", "+44", ".05". */
static bool begins_word(const struct scan *scan, size_t at)
{
    char c = scan->clean.data[at], after = scan_byte(scan, at + 1);
    bool first = at == scan->chunk_start || strchr("($", scan->clean.data[at - 1]);
    if (c == '#') return scan_is_word_code(scan_code(scan, at + 1)) && after != 0 && !ascii_is_digit(after);
    if (c == '@') return at == scan->chunk_start && scan_is_word_code(scan_code(scan, at + 1)) && after != 0;
    return first && (c == '.' || c == '+') && ascii_is_digit(after);
}

/* Marks, selectors and joined signs behind a symbol are part of it: emoji are made so. */
static size_t symbol_end(const struct scan *scan, size_t at)
{
    size_t end, next;
    utf8_decode(scan->clean, at, &end);
    while (end < scan->chunk_end) {
        uint32_t code = utf8_decode(scan->clean, end, &next);
        bool modifier = code >= 0x1F3FB && code <= 0x1F3FF;
        if (code == 0x200D && next < scan->chunk_end) {
            utf8_decode(scan->clean, next, &end);
        } else if (modifier || utf8_is_mark(code)) {
            end = next;
        } else {
            break;
        }
    }
    return end;
}

size_t scan_mark(struct scan *scan, size_t at)
{
    size_t apostrophe = scan_apostrophe(scan, at), end = omission_end(scan, at), face = emoticon_length(scan, at);
    if (apostrophe) return scan_single_quote(scan, at, apostrophe);
    if (face) {
        end = at + face;
    } else if (end == at && begins_word(scan, at)) {
        end = at + 1;
        while (scan_is_word_code(scan_code(scan, end)) && end < scan->chunk_end) utf8_decode(scan->clean, end, &end);
        while (scan_byte(scan, end) == '.' && ascii_is_digit(scan_byte(scan, end + 1))) end += 2;
        while (ascii_is_digit(scan_byte(scan, end))) end++;
    } else if (end == at) {
        end = (unsigned char)scan->clean.data[at] < 0x80 ? run_end(scan, at) : symbol_end(scan, at);
    }
    scan_emit(scan, at, end);
    return end;
}
