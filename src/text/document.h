/* document.h: what the text stage makes of bytes and what later stages fill in: a text, its sentences and tokens (the
 * syntactic words of Universal Dependencies), footnote marks and warnings. Spans are byte ranges of `text`. */
#ifndef HEARSAY_TEXT_DOCUMENT_H
#define HEARSAY_TEXT_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "html/html.h"
#include "text/ud.h"

/* One word of a tree. Heads and the like are indices into document->tokens; -1 means none. */
struct token {
    const char *form;  /* not NUL-terminated; lies in the document's text where it can */
    const char *lemma; /* syntax stage */
    uint32_t start;    /* bytes of the document's text */
    uint32_t end;
    uint16_t form_length;
    uint16_t lemma_length;
    int32_t head;         /* -1: root */
    int32_t first_child;  /* children in the order of the text, through next_sibling */
    int32_t next_sibling; /* next word with the same head */
    int32_t left_edge;    /* first and last word of the subtree */
    int32_t right_edge;
    uint8_t upos;     /* enum upos */
    uint8_t xpos;     /* enum xpos */
    uint8_t deprel;   /* enum deprel */
    uint8_t name;     /* enum name_tag */
    uint8_t given;    /* GIVEN_*: what the input said already; the syntax stage keeps it */
    uint8_t multiword; /* n >= 2: a multiword token of n words starts here ("don't" = do + n't); else 0 */
    bool space_after;
    bool in_quote; /* inside quotation marks (the marks themselves too); quotes end with their paragraph */
};

enum { GIVEN_LEMMA = 1, GIVEN_UPOS = 2, GIVEN_XPOS = 4, GIVEN_TREE = 8, GIVEN_NAME = 16 };

static inline struct view token_form(const struct token *token)
{
    return (struct view){token->form, token->form_length};
}
static inline struct view token_lemma(const struct token *token)
{
    return (struct view){token->lemma, token->lemma_length};
}

struct sentence {
    struct span span;    /* from the first to the last word, footnote marks at its edges left out */
    uint32_t first;      /* index of its first token */
    uint32_t count;      /* tokens, at least 1 */
    bool opens_paragraph;
    struct view id;      /* CoNLL-U's sent_id; {NULL, 0} else */
};

/* A footnote mark: "[32]", "[note 3]", one for each bracket. */
struct citation {
    struct span span;
    struct view label;   /* "32", "note 3" */
    uint32_t sentence;   /* the sentence it belongs to ... */
    bool before; /* ... or, where it opens a paragraph, the sentence that follows it: it vouches for earlier text */
};

/* A multi-word name found by the syntax stage: `count` tokens from `first`. */
struct name {
    uint32_t first;
    uint32_t count;
    enum name_type type;
};

struct document {
    struct view id; /* never empty */
    struct view title, url, date; /* {NULL, 0} where not known */
    struct view language; /* ISO 639 code: the one given, else the one recognised; "und" where that fails */
    bool foreign; /* given words that are not English: nobody should look for claims in them */
    struct view text;      /* valid UTF-8 */
    uint32_t code_points;
    struct token *tokens;
    size_t token_count, token_capacity;
    struct sentence *sentences;
    size_t sentence_count, sentence_capacity;
    struct citation *citations; /* in the order of the text */
    size_t citation_count, citation_capacity;
    struct html_reference *references; /* what footnote marks stand for, one for each label; of web pages alone */
    size_t reference_count;
    struct name *names;         /* in the order of the text; syntax stage */
    size_t name_count, name_capacity;
    struct view *warnings;      /* for people; the file and line go before them when they are printed */
    size_t warning_count, warning_capacity;
    uint32_t *code_point_index; /* code points before byte 64 * i; made by document_index */
};

/* Adds a warning (printf). Out of memory it is dropped. */
void document_warn(struct document *document, struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Builds code_point_index and code_points; once per document, before document_code_point. */
int document_index(struct document *document, struct arena *arena, struct hearsay_error *error);

/* Code points before a byte offset of the text. Cost: at most 64 bytes are looked at. */
uint32_t document_code_point(const struct document *document, uint32_t byte);

/* The text of a span. */
static inline struct view document_slice(const struct document *document, struct span span)
{
    return view_slice(document->text, span.start, span.end);
}

/* The sentence that holds a token: binary search. */
const struct sentence *document_sentence_of(const struct document *document, uint32_t token);

#endif
