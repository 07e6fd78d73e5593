/* error.h: how a function says what went wrong. A function that can fail returns 0 or a negative hearsay_code and fills
 * the error it was given; the library never prints, exits or aborts. */
#ifndef HEARSAY_BASE_ERROR_H
#define HEARSAY_BASE_ERROR_H

#include "hearsay.h"

/* Fills *error (may be NULL) and returns `code`, so that callers write `return error_set(...)`.
 *   stage  the room that failed ("text", "model", ...), a literal
 *   place  where in the input: "FILE:LINE", "FILE" or "" */
int error_set(struct hearsay_error *error, int code, const char *stage, const char *place, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Gives an error another place: control characters are replaced, what is too long is cut at a character. */
void error_set_place(struct hearsay_error *error, const char *place);

/* The usual one: no memory left in `stage`. */
int error_memory(struct hearsay_error *error, const char *stage);

#endif
