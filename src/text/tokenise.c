/* Cuts the clean text into paragraphs, chunks and words. */
#include "text/scan.h"

#define STAGE "text"

struct token *text_add_token(struct text_work *work)
{
    struct document *document = work->document;
    struct token *tokens =
        arena_grow(work->arena, document->tokens, document->token_count, &document->token_capacity, sizeof *tokens);
    if (!tokens) return NULL;
    document->tokens = tokens;
    struct token *token = &tokens[document->token_count++];
    *token = (struct token){.head = -1, .first_child = -1, .next_sibling = -1, .left_edge = -1, .right_edge = -1};
    return token;
}

static void add_word(struct scan *scan, size_t start, size_t end)
{
    struct document *document = scan->work->document;
    struct token *token = text_add_token(scan->work);
    if (!token) {
        scan->failed = true;
        return;
    }
    if (document->token_count > 1) token[-1].space_after = scan->space_before;
    scan->space_before = false;
    token->form = document->text.data + start;
    token->form_length = (uint16_t)(end - start);
    token->start = (uint32_t)start;
    token->end = (uint32_t)end;
}

/* The largest end of a piece of at most `limit` bytes that cuts no character. */
static size_t piece_end(const struct scan *scan, size_t start, size_t limit)
{
    size_t end = start + limit;
    while (end > start + 1 && ((unsigned char)scan->clean.data[end] & 0xC0) == 0x80) end--;
    return end;
}

void scan_emit(struct scan *scan, size_t start, size_t end)
{
    size_t limit = scan->work->limits->token_bytes;
    if (limit < 4) limit = 4; /* the longest character */
    if (limit > UINT16_MAX) limit = UINT16_MAX;
    while (end - start > limit) {
        if (!scan->work->long_word) {
            document_warn(scan->work->document, scan->work->arena,
                          "words of more than %zu bytes are cut, the first at byte %zu", limit, start + 1);
            scan->work->long_word = true;
        }
        size_t middle = piece_end(scan, start, limit);
        add_word(scan, start, middle);
        start = middle;
    }
    add_word(scan, start, end);
}

/* Most words are ASCII letters and nothing else. */
static bool is_plain_word(const char *bytes, size_t length)
{
    size_t i = 0;
    while (i < length && ascii_is_letter(bytes[i])) i++;
    return i == length;
}

static bool may_hold_address(struct view chunk)
{
    return memchr(chunk.data, '@', chunk.length) || memmem(chunk.data, chunk.length, "://", 3) ||
           memmem(chunk.data, chunk.length, "www.", 4);
}

static void cut_chunk(struct scan *scan, size_t start, size_t end)
{
    scan->chunk_start = start;
    scan->chunk_end = end;
    bool plain = is_plain_word(scan->clean.data + start, end - start);
    scan->has_address = !plain && may_hold_address(view_slice(scan->clean, start, end));
    for (size_t at = start; at < end && !scan->failed;) {
        size_t address_end = scan->has_address ? scan_address(scan, at) : at;
        if (address_end > at) {
            scan_emit(scan, at, address_end);
            at = address_end;
        } else if (scan_is_word_code(scan_code(scan, at))) {
            at = scan_word(scan, at);
        } else {
            at = scan_mark(scan, at);
        }
    }
}

static bool parts_words(char c)
{
    return c == ' ' || c == CLEAN_BREAK || c == CLEAN_SKIP || c == CLEAN_CITATION;
}

/* Cuts the paragraph at `at` into words and returns where it ends. */
static size_t cut_paragraph(struct scan *scan, size_t at)
{
    const char *clean = scan->clean.data;
    size_t length = scan->clean.length;
    scan->open_single = false;
    while (at < length && clean[at] != CLEAN_BREAK && !scan->failed) {
        if (clean[at] == ' ') scan->space_before = true;
        if (parts_words(clean[at])) {
            at++;
            continue;
        }
        size_t end = at + 1;
        while (end < length && !parts_words(clean[end])) end++;
        cut_chunk(scan, at, end);
        at = end;
    }
    return at;
}

int text_tokenise(struct text_work *work, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct scan scan = {.work = work, .clean = {work->clean, document->text.length}};
    int code = HEARSAY_OK;
    for (size_t at = 0; at < scan.clean.length && code == HEARSAY_OK;) {
        size_t first = document->token_count;
        at = cut_paragraph(&scan, at) + 1;
        if (scan.failed) return error_memory(error, STAGE);
        scan.space_before = true;
        if (document->token_count == first) continue;
        text_mark_quotes(document, first, document->token_count);
        code = text_split_sentences(work, first, error);
        if (code == HEARSAY_OK && work->parts && document->token_count >= work->parts->words)
            code = text_hand_over(work, error);
    }
    if (document->token_count) document->tokens[document->token_count - 1].space_after = true;
    return code;
}
