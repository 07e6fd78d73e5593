/* Cuts a paragraph's words into sentences. */
#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/stages.h"

#define STAGE "text"

/* The words of one paragraph. */
struct paragraph {
    const struct token *tokens;
    size_t start; /* of the sentence at hand */
    size_t end;   /* of the paragraph */
};

int text_add_sentence(struct text_work *work, size_t first, size_t end, bool opens_paragraph,
                      struct hearsay_error *error)
{
    struct document *document = work->document;
    struct sentence *sentences = arena_grow(work->arena, document->sentences, document->sentence_count,
                                            &document->sentence_capacity, sizeof *sentences);
    if (!sentences)
        return error_memory(error, STAGE);
    document->sentences = sentences;
    sentences[document->sentence_count++] = (struct sentence){
        .span = {document->tokens[first].start, document->tokens[end - 1].end},
        .first = (uint32_t)first,
        .count = (uint32_t)(end - first),
        .opens_paragraph = opens_paragraph,
    };
    return HEARSAY_OK;
}

static uint32_t first_code(const struct token *token)
{
    size_t next;
    return utf8_decode(token_form(token), 0, &next);
}

/* ".", "!", "?!", "...", "…": only such signs. */
static bool is_terminator(struct view form)
{
    for (size_t i = 0; i < form.length; i++) {
        if (strchr(".!?", form.data[i]) == NULL)
            return view_is(form, "…") || view_is(form, "。") || view_is(form, "؟");
    }
    return true;
}

static bool is_closing_bracket(struct view form)
{
    return view_is(form, ")") || view_is(form, "]") || view_is(form, "}");
}

/* ":)", ";-(" and the like: punctuation whose first sign begins a face; it follows what it is about. */
static bool is_emoticon(struct view form)
{
    return form.length > 1 && form.length < 5 && strchr(":;=^", form.data[0]) && form.data[0] != form.data[1];
}

/* A mark that can only close; the straight ones open as well. */
static bool is_closing_quote(struct view form)
{
    static const char *const marks[] = {"”", "’", "''", "’’", "»", "›"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (view_is(form, marks[i]))
            return true;
    }
    return false;
}

static bool is_straight_quote(struct view form)
{
    return view_is(form, "\"") || view_is(form, "'");
}

/* Whether the word closes what was opened before the sentence's end: a bracket, or a quotation mark that ends its
 * quote. */
static bool closes(const struct paragraph *paragraph, size_t at)
{
    const struct token *token = &paragraph->tokens[at];
    struct view form = token_form(token);
    bool last = at + 1 == paragraph->end, space_before = token[-1].space_after;
    if (is_closing_bracket(form) || is_emoticon(form))
        return true;
    if (is_closing_quote(form))
        return last || token->space_after || !space_before;
    if (view_is(form, "*"))
        return !space_before && (last || token->space_after);
    if (!is_straight_quote(form))
        return false;
    if (space_before)
        return token->in_quote && token[-1].in_quote && (last || !token[1].in_quote);
    struct view next = token_form(&token[1]);
    return last || token->space_after || is_straight_quote(next) || is_closing_quote(next) ||
           is_closing_bracket(next) || is_terminator(next);
}

/* Words that often begin a sentence and hardly ever follow an abbreviation inside one. */
bool text_opens_sentence(struct view form)
{
    return form.length && ascii_is_upper(form.data[0]) && (lexicon_word(form) & LEXICON_OPENER);
}

static bool speaker_follows(const struct paragraph *paragraph, size_t next)
{
    for (size_t i = next; i < paragraph->end && i < next + 5; i++) {
        struct view form = token_form(&paragraph->tokens[i]);
        if (lexicon_word(form) & LEXICON_SPEECH)
            return true;
        if (!utf8_is_letter(first_code(&paragraph->tokens[i])))
            return false;
    }
    return false;
}

/* A number or letter of a list, "1." or "a)", does not make a sentence. */
static bool is_list_number(const struct paragraph *paragraph, size_t at)
{
    if (at == paragraph->start)
        return false;
    const struct token *first = &paragraph->tokens[paragraph->start];
    const struct token *number = &paragraph->tokens[at - 1];
    bool enumerates = at > paragraph->start + 1 && view_is(token_form(&number[-1]), ":") && number->form_length <= 2;
    if (enumerates && utf8_is_digit(first_code(number)))
        return true;
    return at == paragraph->start + 1 && first->form_length <= 3 &&
           (utf8_is_digit(first_code(first)) || first->form_length == 1);
}

/* Hasty writers begin sentences with small letters. But "wait . . . what", and names may end in "!": "the Yahoo!
 * board". */
static bool ends_before_lower(const struct paragraph *paragraph, size_t at)
{
    char sign = paragraph->tokens[at].form[0];
    if (at == paragraph->start || (sign == '.' && paragraph->tokens[at].form_length > 1))
        return false;
    const struct token *before = &paragraph->tokens[at - 1];
    if (sign == '.')
        return !view_is(token_form(before), ".");
    return (sign == '!' || sign == '?') && !utf8_is_upper(first_code(before));
}

/* Whether the sentence ends at the terminator `at`, closed by what lies before `next`. */
static bool terminator_ends(const struct paragraph *paragraph, size_t at, size_t next)
{
    const struct token *following = &paragraph->tokens[next];
    struct view form = token_form(&paragraph->tokens[at]);
    uint32_t code = first_code(following);
    bool closed = next > at + 1, stop = view_is(form, ".");
    if (is_list_number(paragraph, at))
        return false;
    if (utf8_is_lower(code))
        return !closed && following[-1].space_after && ends_before_lower(paragraph, at);
    if (is_terminator(token_form(following)) || view_is(token_form(following), ",") ||
        view_is(token_form(following), ";"))
        return false;
    if (closed && !stop && speaker_follows(paragraph, next) && !text_opens_sentence(token_form(following)))
        return false;
    if (utf8_is_digit(code) && !following[-1].space_after)
        return false;
    return true;
}

/* The end of the sentence that starts at paragraph->start. */
static size_t sentence_end(const struct paragraph *paragraph)
{
    for (size_t i = paragraph->start; i < paragraph->end; i++) {
        struct view form = token_form(&paragraph->tokens[i]);
        if (ascii_is_letter(form.data[0]) || (!is_terminator(form) && !is_emoticon(form)))
            continue;
        size_t next = i + 1;
        while (next < paragraph->end && closes(paragraph, next))
            next++;
        if (next == paragraph->end)
            return next;
        if (terminator_ends(paragraph, i, next))
            return next;
    }
    return paragraph->end;
}

static size_t cut_long(struct text_work *work, size_t start, size_t end)
{
    size_t limit = work->limits->sentence_tokens;
    if (end - start <= limit)
        return end;
    if (!work->long_sentence) {
        document_warn(work->document, work->arena, "sentences of more than %zu words are cut, the first at byte %u",
                      limit, work->document->tokens[start].start + 1);
        work->long_sentence = true;
    }
    return start + limit;
}

/* "9:05", "17:45". */
static bool is_clock(struct view form)
{
    size_t hours = form.length == 4 ? 1 : 2;
    if (form.length != hours + 3 || form.data[hours] != ':')
        return false;
    for (size_t i = 0; i < form.length; i++)
        if (i != hours && !utf8_is_digit((unsigned char)form.data[i]))
            return false;
    return true;
}

/* What may stand between the time of an entry and its words: "17:45 GMT -". */
static bool goes_with_clock(struct view form)
{
    static const char *const FORMS[] = {"am",  "pm",  "a.m.", "p.m.", "h", "GMT", "UTC", "CET",
                                        "EET", "BST", "ET",   ":",    "-", "|",   "–",   "—"};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (view_is(form, FORMS[i]))
            return true;
    return false;
}

/* The time of the day that opens an entry of a live report, "17:45 Norway says ...", is no part of its first sentence:
 * where that begins, or paragraph->start. */
static size_t behind_clock(const struct paragraph *paragraph)
{
    size_t next = paragraph->start, word;
    if (next == paragraph->end || !is_clock(token_form(&paragraph->tokens[next])))
        return paragraph->start;
    next++;
    while (next < paragraph->end && goes_with_clock(token_form(&paragraph->tokens[next])))
        next++;
    word = next;
    if (word < paragraph->end &&
        (is_straight_quote(token_form(&paragraph->tokens[word])) || view_is(token_form(&paragraph->tokens[word]), "“")))
        word++;
    return word < paragraph->end && utf8_is_upper(first_code(&paragraph->tokens[word])) ? next : paragraph->start;
}

int text_split_sentences(struct text_work *work, size_t first, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct paragraph paragraph = {.tokens = document->tokens, .start = first, .end = document->token_count};
    size_t entry = behind_clock(&paragraph);
    if (entry > first) {
        int code = text_add_sentence(work, first, entry, true, error);
        if (code != HEARSAY_OK)
            return code;
        paragraph.start = entry;
    }
    while (paragraph.start < paragraph.end) {
        size_t end = sentence_end(&paragraph);
        while (paragraph.start < end) {
            size_t piece = cut_long(work, paragraph.start, end);
            int code = text_add_sentence(work, paragraph.start, piece, paragraph.start == first, error);
            if (code != HEARSAY_OK)
                return code;
            paragraph.start = piece;
        }
    }
    return HEARSAY_OK;
}
