/* output.h: a checked output file. What is written lies beside its place until output_commit has flushed it, checked
 * it and renamed it: a reader finds the old file or the whole new one. Errors stick: write freely, ask once at the end.
 */
#ifndef HEARSAY_BASE_OUTPUT_H
#define HEARSAY_BASE_OUTPUT_H

#include "base/error.h"
#include "base/view.h"

struct output;

/* Opens `path` for writing; "-" is standard output (no rename there). The caller ends it with output_commit or
 * output_abandon. */
int output_open(struct output **out, const char *path, struct hearsay_error *error);

/* An output that gathers in memory; output_view gives what was written so far. */
int output_open_memory(struct output **out, struct hearsay_error *error);
struct view output_view(const struct output *out);

/* An output that hands what is written on in pieces; the writer returns 0, or something else to refuse them. */
typedef int output_writer(void *user, const char *data, size_t length);
int output_open_writer(struct output **out, output_writer *writer, void *user, struct hearsay_error *error);

void output_write(struct output *out, const void *data, size_t length);
void output_view_write(struct output *out, struct view v);
void output_text(struct output *out, const char *string);
void output_char(struct output *out, char c);
void output_print(struct output *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Hands what is buffered to the system (standard output in a pipe). Returns 0 or the error that stuck. */
int output_flush(struct output *out, struct hearsay_error *error);

/* Flushes, syncs, closes, renames. On failure nothing is left at the place. Frees `out` in both cases. */
int output_commit(struct output *out, struct hearsay_error *error);

/* Throws away what was written. NULL is allowed. */
void output_abandon(struct output *out);

#endif
