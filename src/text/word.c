/* Words: where one ends, which hyphens, full stops and apostrophes it keeps, and which contractions come apart. */
#include "text/lexicon.h"
#include "text/scan.h"

size_t scan_apostrophe(const struct scan *scan, size_t at)
{
    if (at >= scan->chunk_end) return 0;
    char c = scan->clean.data[at];
    if (c == '\'' || c == '`') return 1;
    return (unsigned char)c == 0xE2 && (scan_code(scan, at) == 0x2019 || scan_code(scan, at) == 0x2018) ? 3 : 0;
}

static size_t scan_hyphen(const struct scan *scan, size_t at)
{
    uint32_t code = scan_code(scan, at);
    return code == '-' ? 1 : code == 0x2010 || code == 0x2011 ? 3 : 0;
}

static bool is_letter(uint32_t code)
{
    return utf8_is_letter(code);
}

/* The end of the run of letters at `at`. */
static size_t letters_end(const struct scan *scan, size_t at)
{
    while (at < scan->chunk_end) {
        size_t next;
        uint32_t code = utf8_decode(scan->clean, at, &next);
        if (!is_letter(code) && !utf8_is_mark(code)) break;
        at = next;
    }
    return at;
}

static size_t digits_end(const struct scan *scan, size_t at)
{
    while (ascii_is_digit(scan_byte(scan, at))) at++;
    return at;
}

static uint32_t code_before(const struct scan *scan, size_t at)
{
    size_t start;
    return utf8_decode_before(scan->clean, at, &start);
}

/* Numbers of telephones, dates and the like keep their hyphens; ranges ("5-10", "1969-1970") do not. */
static bool is_digit_code(const struct scan *scan, size_t start)
{
    enum { MOST_GROUPS = 6 };
    size_t groups = 0, sizes[2] = {0, 0}, at = start;
    for (;;) {
        size_t end = digits_end(scan, at);
        if (end == at || groups == MOST_GROUPS) return false;
        if (groups < 2) sizes[groups] = end - at;
        groups++;
        if (scan_byte(scan, end) != '-' || !ascii_is_digit(scan_byte(scan, end + 1))) break;
        at = end + 1;
    }
    return groups >= 3 || (groups == 2 && sizes[1] == 4 && (sizes[0] == 3 || sizes[0] == 5));
}

/* Whether the hyphen at `at` holds the word together: "e-mail", "anti-war", "555-0123". */
static bool joins_hyphen(const struct scan *scan, size_t start, size_t at, size_t size)
{
    size_t piece = at;
    while (piece > start && scan->clean.data[piece - 1] != '-') piece--;
    if (ascii_is_digit(scan_byte(scan, at + size))) {
        return is_digit_code(scan, start) || lexicon_affix(view_slice(scan->clean, piece, at)) == LEXICON_PREFIX;
    }
    size_t end = letters_end(scan, at + size);
    if (end == at + size) return false;
    struct view left = view_slice(scan->clean, piece, at), right = view_slice(scan->clean, at + size, end);
    return lexicon_affix(left) == LEXICON_PREFIX || lexicon_affix(right) == LEXICON_SUFFIX;
}

/* Start of the part behind the last full stop in [start, at). */
static size_t part_start(const struct scan *scan, size_t start, size_t at)
{
    while (at > start && scan->clean.data[at - 1] != '.') at--;
    return at;
}

static bool is_one_letter(const struct scan *scan, size_t start, size_t end)
{
    size_t next = start;
    return start < end && is_letter(utf8_decode(scan->clean, start, &next)) && next == end;
}

/* Whether the full stop at `at`, with a letter behind it, is inside a word: "U.S", "Ph.D", "example.com". */
static bool joins_letters(const struct scan *scan, size_t start, size_t at)
{
    size_t left = part_start(scan, start, at), right_end = letters_end(scan, at + 1);
    struct view right = view_slice(scan->clean, at + 1, right_end);
    if ((lexicon_word(right) & LEXICON_ENDING) && (at - left > 1 || utf8_is_digit(code_before(scan, at)))) return true;
    if (is_one_letter(scan, left, at)) return right.length <= 2;
    if (is_one_letter(scan, at + 1, right_end) && at - left == 2) return true;
    /* A capital begins a sentence whose space is missing; small letters are names of files and groups. */
    bool name = at - left >= 2 && right.length >= 2 && utf8_is_lower(scan_code(scan, left));
    return !utf8_is_upper(scan_code(scan, at + 1)) && (left > start || name);
}

static bool joins_period(const struct scan *scan, size_t start, size_t at)
{
    uint32_t before = code_before(scan, at), after = scan_code(scan, at + 1);
    if (utf8_is_digit(after)) return utf8_is_digit(before);
    return is_letter(after) && joins_letters(scan, start, at);
}

/* Whether what stands at `at` is inside the word that began at `start`; *next is then behind it. */
static bool joins(const struct scan *scan, size_t start, size_t at, size_t *next)
{
    char c = scan_byte(scan, at);
    size_t apostrophe = scan_apostrophe(scan, at), hyphen = scan_hyphen(scan, at);
    *next = at + 1;
    if (c == '.') return joins_period(scan, start, at);
    if (apostrophe) {
        *next = at + apostrophe;
        return is_letter(code_before(scan, at)) ? is_letter(scan_code(scan, at + apostrophe))
             : utf8_is_digit(code_before(scan, at)) && is_letter(scan_code(scan, at + apostrophe));
    }
    if (hyphen) {
        *next = at + hyphen;
        return joins_hyphen(scan, start, at, hyphen);
    }
    bool digits = utf8_is_digit(code_before(scan, at)) && utf8_is_digit(scan_code(scan, at + 1));
    if (c == ',' || c == ':' || c == '/') return digits;
    if (c == '&')
        return at - start <= 3 && utf8_is_upper(code_before(scan, at)) && utf8_is_upper(scan_code(scan, at + 1));
    if (c == '*') {
        while (scan_byte(scan, *next) == '*') ++*next;
        return is_letter(code_before(scan, at)) && (is_letter(scan_code(scan, *next)) || *next > at + 2);
    }
    return false;
}

static size_t word_end(const struct scan *scan, size_t start)
{
    size_t at = start, next;
    while (at < scan->chunk_end) {
        if (ascii_is_letter(scan->clean.data[at])) {
            at++;
        } else if (scan_is_word_code(utf8_decode(scan->clean, at, &next)) ||
                   (at > start && joins(scan, start, at, &next))) {
            at = next;
        } else {
            break;
        }
    }
    return at;
}

/* What follows a full stop in its paragraph. */
struct following {
    uint32_t code; /* the first code point that is no space, quotation mark or bracket; 0 at the paragraph's end */
    bool opens;    /* a word that opens sentences */
};

static bool is_passed_over(uint32_t code)
{
    return code == ' ' || code == CLEAN_SKIP || code == CLEAN_CITATION || code == '"' || code == '\'' || code == ')' ||
           code == ']' || code == 0x2018 || code == 0x2019 || code == 0x201C || code == 0x201D;
}

static struct following look_behind_stop(const struct scan *scan, size_t at)
{
    struct view clean = scan->clean;
    size_t next;
    while (at < clean.length) {
        uint32_t code = utf8_decode(clean, at, &next);
        if (code == CLEAN_BREAK) break;
        if (!is_passed_over(code)) {
            size_t end = at;
            while (end < clean.length && ascii_is_letter(clean.data[end])) end++;
            return (struct following){code, text_opens_sentence(view_slice(clean, at, end))};
        }
        at = next;
    }
    return (struct following){0, true};
}

/* A word of letters with full stops between them, each part at most two letters: "U.S", "p.m", "Ph.D". */
static bool is_acronym(struct view word)
{
    size_t part = 0, stops = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.data[i] == '.') {
            stops++;
            part = 0;
        } else if (!ascii_is_letter(word.data[i]) || ++part > 2) {
            return false;
        }
    }
    return stops > 0 && part > 0;
}

/* "J. Smith", "b. 1950"; but "the letter B." and "so do I." */
static bool is_initial(const struct scan *scan, size_t start, const struct following *following)
{
    uint32_t letter = scan_code(scan, start);
    if (!utf8_is_upper(letter)) return utf8_is_digit(following->code);
    if (following->opens) return false;
    const struct document *document = scan->work->document;
    size_t next;
    bool name = document->token_count > 0 &&
                utf8_is_upper(utf8_decode(token_form(&document->tokens[document->token_count - 1]), 0, &next));
    return letter != 'I' || name; /* "Bert I. Gordon" */
}

/* Whether the full stop behind the word [start, end) is part of it. Where the sentence ends there, it is a word of its
 * own, as Universal Dependencies have it: so a full stop that is part of a word never ends a sentence. */
static bool keeps_period(const struct scan *scan, size_t start, size_t end)
{
    struct view word = view_slice(scan->clean, start, end);
    struct following following = look_behind_stop(scan, end + 1);
    bool capital = utf8_is_upper(scan_code(scan, start)), digit = utf8_is_digit(following.code);
    if (is_one_letter(scan, start, end)) return is_initial(scan, start, &following);
    enum lexicon_kind kind = lexicon_abbreviation(word);
    if (is_acronym(word) && kind != LEXICON_INSIDE) return !following.opens;
    switch (kind) {
    case LEXICON_TITLE:
        return following.code != 0;
    case LEXICON_NUMBER:
        return digit;
    case LEXICON_CAPITAL:
        return capital && !following.opens;
    case LEXICON_PLAIN:
        return !following.opens;
    case LEXICON_INSIDE:
        return following.code != 0;
    default:
        return false;
    }
}

/* Bytes of the clitic at the end of a word: "n't", "'s", "'re"; 0 for a word without one. */
static size_t clitic_length(struct view word)
{
    static const char *const endings[] = {"s", "m", "d", "re", "ve", "ll"};
    size_t at = word.length, mark;
    while (at > 0 && ascii_is_letter(word.data[at - 1])) at--;
    struct view tail = view_slice(word, at, word.length), head = view_slice(word, 0, at);
    if (view_ends(head, VIEW("'")) || view_ends(head, VIEW("`"))) {
        mark = 1;
    } else if (view_ends(head, VIEW("’")) || view_ends(head, VIEW("‘"))) {
        mark = 3;
    } else {
        return 0;
    }
    if (head.length <= mark) return 0;
    bool decade = ascii_is_digit(head.data[0]) && tail.length == 1 && head.length - mark <= 4;
    if (decade && head.data[head.length - mark - 1] == '0') return 0; /* "the 80's" */
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (view_is_lower(tail, endings[i])) return mark + tail.length;
    }
    char before = head.data[head.length - mark - 1];
    bool negated = tail.length == 1 && (tail.data[0] | 32) == 't' && (before | 32) == 'n' && head.length > mark + 1;
    return negated ? mark + 2 : 0;
}

/* Cuts a word without hyphens into the words of its multiword token. */
static void emit_parts(struct scan *scan, size_t start, const size_t *sizes, int count)
{
    size_t first = scan->work->document->token_count;
    for (int i = 0; i < count; i++) {
        scan_emit(scan, start, start + sizes[i]);
        start += sizes[i];
    }
    /* More words than parts where one was too long. */
    size_t words = scan->work->document->token_count - first;
    if (!scan->failed && words <= UINT8_MAX) scan->work->document->tokens[first].multiword = (uint8_t)words;
}

static void emit_word(struct scan *scan, size_t start, size_t end)
{
    size_t sizes[3], rest = end - start;
    struct view word = view_slice(scan->clean, start, end);
    int count = word.length <= 8 ? lexicon_contraction(word, sizes) : 0;
    if (count) {
        emit_parts(scan, start, sizes, count);
        return;
    }
    /* From the right: "would", "n't", "'ve". */
    size_t clitics[2];
    int found = 0;
    for (size_t length; found < 2 && (length = clitic_length(view_slice(word, 0, rest))) > 0; found++) {
        clitics[found] = length;
        rest -= length;
    }
    if (found == 0) {
        scan_emit(scan, start, end);
        return;
    }
    sizes[0] = rest;
    for (int i = 0; i < found; i++) sizes[1 + i] = clitics[found - 1 - i];
    emit_parts(scan, start, sizes, found + 1);
}

/* The apostrophe of a plural's genitive: "the students' books"; not one that closes a quotation. */
static size_t genitive_length(const struct scan *scan, size_t end)
{
    size_t length = scan_apostrophe(scan, end);
    char before = scan->clean.data[end - 1];
    if (length == 0 || scan->open_single || scan_byte(scan, end) == '`' || !strchr("sSxz", before)) return 0;
    return scan_apostrophe(scan, end + length) || scan_is_word_code(scan_code(scan, end + length)) ? 0 : length;
}

/* The end of the number in [start, end) where a unit hangs on it ("5pm", "30k"), which is a word of its own; else
 * `end`. A lone capital is a code ("3M", "4K"), unless the number is an amount of money. */
static size_t number_end(const struct scan *scan, size_t start, size_t end)
{
    size_t at = start;
    if (!ascii_is_digit(scan->clean.data[start])) return end;
    while (at < end && (ascii_is_digit(scan->clean.data[at]) || strchr(".,:", scan->clean.data[at]))) at++;
    size_t letters = letters_end(scan, at);
    struct view unit = view_slice(scan->clean, at, letters);
    bool short_time = unit.length == 1 && (unit.data[0] == 'a' || unit.data[0] == 'p');
    if (!(lexicon_word(unit) & LEXICON_UNIT) || (letters < end) != short_time) return end;
    if (short_time) return end - letters == 2 && letters + 2 == end && scan_byte(scan, letters + 1) == 'm' ? at : end;
    bool money = start > 0 && !scan_is_word_code(scan->clean.data[start - 1]) && scan->clean.data[start - 1] != ' ';
    return unit.length == 1 && utf8_is_upper((unsigned char)unit.data[0]) && !money ? end : at;
}

/* "goin'", "lovin'": the apostrophe stands for the last letter. */
static bool is_clipped(const struct scan *scan, size_t start, size_t end)
{
    struct view word = view_slice(scan->clean, start, end);
    if (scan_byte(scan, end) != '\'' || scan->open_single || word.length < 4 || !view_ends(word, VIEW("in")))
        return false;
    bool vowel =
        strchr("aeiou", word.data[word.length - 3]) != NULL && word.length < 6; /* "again'" closes a quotation */
    return !vowel && utf8_is_lower(scan_code(scan, start)) && !scan_is_word_code(scan_code(scan, end + 1));
}

size_t scan_word(struct scan *scan, size_t at)
{
    size_t end = word_end(scan, at), number = number_end(scan, at, end);
    if (number < end) {
        scan_emit(scan, at, number);
        return number;
    }
    if (end < scan->chunk_end && is_clipped(scan, at, end)) {
        scan_emit(scan, at, end + 1);
        return end + 1;
    }
    if (end == scan->chunk_end) {
        emit_word(scan, at, end);
        return end;
    }
    if (scan_byte(scan, end) == '.' && scan_byte(scan, end + 1) != '.' && keeps_period(scan, at, end)) {
        end++;
        scan_emit(scan, at, end);
        return end;
    }
    if (scan_byte(scan, end) == '$' && end - at <= 2 && utf8_is_upper(code_before(scan, end))) {
        scan_emit(scan, at, end + 1);
        return end + 1;
    }
    size_t genitive = genitive_length(scan, end);
    if (genitive) {
        size_t sizes[2] = {end - at, genitive};
        emit_parts(scan, at, sizes, 2);
        return end + genitive;
    }
    emit_word(scan, at, end);
    return end;
}
