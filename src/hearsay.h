/* hearsay.h: who said what about whom, from text to graph, as a library. This is the only public header.
 *
 * A context holds options and the language model; it is read-only once made and may serve many threads. Everything it
 * hands out is freed by the caller with the function named beside it. Functions that can fail return HEARSAY_OK or a
 * negative hearsay_code and fill the hearsay_error they were given (NULL is allowed). The library never prints, exits or aborts.
 */
#ifndef HEARSAY_H
#define HEARSAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HEARSAY_API __attribute__((visibility("default")))

enum hearsay_code {
    HEARSAY_OK = 0,
    HEARSAY_ERROR_USAGE = -1,    /* options that make no sense */
    HEARSAY_ERROR_IO = -2,       /* a file that cannot be read or written, a full disk */
    HEARSAY_ERROR_MEMORY = -3,   /* out of memory */
    HEARSAY_ERROR_LIMIT = -4,    /* a limit was reached */
    HEARSAY_ERROR_INPUT = -5,    /* content that is broken: a JSON line that does not parse, a damaged model */
    HEARSAY_ERROR_INTERNAL = -6, /* a mistake of ours */
};

struct hearsay_error {
    int code;
    const char *stage;  /* "text", "model", ... or NULL */
    char place[300];    /* "FILE:LINE", "FILE" or "" */
    char message[500];  /* what is wrong and what to do, one line, no full stop */
};

enum hearsay_format {
    HEARSAY_FORMAT_AUTO,
    HEARSAY_FORMAT_TEXT,
    HEARSAY_FORMAT_MARKDOWN,
    HEARSAY_FORMAT_HTML,
    HEARSAY_FORMAT_JSONL,
    HEARSAY_FORMAT_CONLLU,
    HEARSAY_FORMAT_RECORDS,
};

struct hearsay_limits {
    size_t document_bytes;
    size_t sentence_tokens;
    size_t token_bytes;
    size_t line_bytes;
    size_t memory_bytes; /* for one document */
    size_t draw_nodes;
    size_t draw_seconds;
};

#ifdef __cplusplus
}
#endif

#endif
