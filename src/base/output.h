/* output.h: a checked output file. What is written has no name (Linux: O_TMPFILE) until output_commit has flushed it,
 * checked it and put it in its place: a reader finds the old file or the whole new one, and a program that is killed
 * leaves nothing behind. File systems without such files get NAME.PID-N.part beside the place instead. Errors stick:
 * write freely, ask once at the end. */
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

/* Forgets what was gathered in memory so far. */
void output_clear(struct output *out);

/* An output that hands what is written on in pieces; the writer returns 0, or something else to refuse them. */
typedef int output_writer(void *user, const char *data, size_t length);
int output_open_writer(struct output **out, output_writer *writer, void *user, struct hearsay_error *error);

void output_write(struct output *out, const void *data, size_t length);
void output_view_write(struct output *out, struct view v);

/* A text for people, on one line: line ends and controls become spaces, those that turn the direction go. */
void output_line(struct output *out, struct view v);

void output_text(struct output *out, const char *string);
void output_char(struct output *out, char c);
void output_print(struct output *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Hands what is buffered to the system (standard output in a pipe). Returns 0 or the error that stuck. */
int output_flush(struct output *out, struct hearsay_error *error);

/* The file is put in place without waiting until it is on the disk: for those that are made by the thousand, by a
 * caller who can tell after a loss of power which are broken. */
void output_defer_sync(struct output *out);

/* Flushes, syncs, closes, puts in place. On failure nothing is left at the place. Frees `out` in both cases. */
int output_commit(struct output *out, struct hearsay_error *error);

/* Throws away what was written. NULL is allowed. */
void output_abandon(struct output *out);

/* Between the two, this process writes something that must not end half-way, such as a line: see output_abandon_all.
 * One thread at a time; not around output_commit, which does the same. */
void output_hold(void);
void output_release(void);

/* For a program that ends now, from a thread of its own: waits, at most a second, until nobody is between output_hold
 * and output_release and no file is half in its place; keeps it so for good; removes the .part files of this process
 * (those it has open, so that needs /proc). */
void output_abandon_all(void);

#endif
