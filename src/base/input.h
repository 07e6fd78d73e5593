/* input.h: the bytes of a file or of standard input; what gzip or zstd packed is unpacked on the way. */
#ifndef HEARSAY_BASE_INPUT_H
#define HEARSAY_BASE_INPUT_H

#include "base/error.h"

struct input;

/* Opens a file; "-" is standard input. Whether it is packed is told by its first bytes (RFC 1952, RFC 8878), whatever
 * its name. HEARSAY_ERROR_IO for what cannot be read, a directory among it; HEARSAY_ERROR_MEMORY. The caller ends it
 * with input_close. */
int input_open(struct input **out, const char *path, struct hearsay_error *error);

/* Reads at most `capacity` bytes (> 0), as soon as there are some; *got is 0 only at the end. HEARSAY_ERROR_IO,
 * HEARSAY_ERROR_INPUT where packed data are damaged or end early, HEARSAY_ERROR_MEMORY. Cost: linear; memory does not
 * grow with the input. */
int input_read(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error);

/* Bytes of a regular file as it lies on the disk; 0 for anything else. */
size_t input_size(const struct input *input);

/* NULL is allowed. */
void input_close(struct input *input);

#endif
