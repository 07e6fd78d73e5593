/* parse_text.h: turns bytes into a document for the tests of the text room, and documents into strings to compare:
 * words with "|" behind each, "+" between the words of a multiword token, "//" behind each sentence. */
#ifndef HEARSAY_TESTS_PARSE_TEXT_H
#define HEARSAY_TESTS_PARSE_TEXT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/output.h"
#include "text/text.h"

static inline int new_arena(void **state)
{
    *state = arena_new(0);
    return *state ? 0 : -1;
}

static inline int free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

static inline int parse_bytes(struct document *document, struct view bytes, enum hearsay_format format,
                              const struct hearsay_limits *limits, struct arena *arena, struct hearsay_error *error)
{
    struct hearsay_limits all = limits ? *limits : limits_default();
    struct text_unit unit = {.bytes = bytes, .name = VIEW("folder/input.txt"), .line = 1, .format = format};
    return text_parse(document, &unit, &all, arena, error);
}

static inline struct document parse_as(struct view bytes, enum hearsay_format format, struct arena *arena)
{
    struct document document;
    struct hearsay_error error = {0};
    if (parse_bytes(&document, bytes, format, NULL, arena, &error) != HEARSAY_OK)
        fail_msg("%s: %s", error.place, error.message);
    return document;
}

static inline struct document parse_text(const char *text, struct arena *arena)
{
    return parse_as(view_of(text), HEARSAY_FORMAT_TEXT, arena);
}

/* The words; `quoted` puts "<" and ">" around those in quotation marks. */
static inline struct view words_of(const struct document *document, bool quoted, struct arena *arena)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *sentence = &document->sentences[s];
        size_t joined = 0;
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            const struct token *token = &document->tokens[i];
            if (token->multiword) joined = token->multiword;
            if (quoted && token->in_quote) output_char(out, '<');
            output_view_write(out, token_form(token));
            if (quoted && token->in_quote) output_char(out, '>');
            output_char(out, joined > 1 ? '+' : '|');
            if (joined > 0) joined--;
        }
        output_text(out, "//");
    }
    struct view words = arena_copy(arena, output_view(out));
    output_abandon(out);
    return words;
}

/* What must hold of every document. */
static inline void check_document(const struct document *document)
{
    size_t next = 0, at = 0;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *sentence = &document->sentences[s];
        assert_int_equal(sentence->first, next);
        assert_true(sentence->count > 0);
        next += sentence->count;
        assert_int_equal(sentence->span.start, document->tokens[sentence->first].start);
        assert_int_equal(sentence->span.end, document->tokens[next - 1].end);
    }
    assert_int_equal(next, document->token_count);
    for (size_t i = 0; i < document->token_count; i++) {
        const struct token *token = &document->tokens[i];
        assert_true(token->start >= at && token->end > token->start && token->end <= document->text.length);
        assert_true(view_equal(token_form(token), view_slice(document->text, token->start, token->end)));
        at = token->end;
    }
    for (size_t i = 0; i < document->citation_count; i++) {
        const struct citation *citation = &document->citations[i];
        assert_true(citation->sentence < document->sentence_count);
        assert_int_equal(document->text.data[citation->span.start], '[');
    }
}

#endif
