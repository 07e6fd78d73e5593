/* text.h: bytes -> document. Readers find the documents of an input; the tokeniser cuts each into sentences and words. */
#ifndef HEARSAY_TEXT_TEXT_H
#define HEARSAY_TEXT_TEXT_H

#include "base/limits.h"
#include "text/document.h"

/* Reads the documents of one input one after the other, so that memory is bounded by the largest of them. */
struct text_reader;

/* Opens an input.
 *   path    a file, or "-" for standard input; a directory is an error
 *   format  HEARSAY_FORMAT_AUTO: by suffix (.txt .md .markdown .jsonl .ndjson .conllu), else by content
 * A document's id is the one given, else the path without its suffix, else FILE:LINE. */
int text_open(struct text_reader **out, const char *path, enum hearsay_format format, const struct hearsay_limits *limits,
              struct hearsay_error *error);

/* The same for bytes in memory, which must outlive the reader; `name` takes the place of the path. */
int text_open_memory(struct text_reader **out, struct view bytes, const char *name, enum hearsay_format format,
                     const struct hearsay_limits *limits, struct hearsay_error *error);

/* The format that text_open settled on. */
enum hearsay_format text_format(const struct text_reader *reader);

/* One raw unit of an input: a whole file, one JSON line, one CoNLL-U document; still bytes. Cheap, so that one thread can
 * hand units to many. The bytes live in `arena`. 1: one came, 0: the end, negative: an error (of reading, not of content). */
struct text_unit {
    struct view bytes;
    struct view name; /* the file, for messages */
    uint64_t line;    /* where the unit starts, 1-based */
    uint64_t index;   /* 0, 1, ... */
    enum hearsay_format format;
};
int text_next(struct text_reader *reader, struct text_unit *unit, struct arena *arena, struct hearsay_error *error);

void text_close(struct text_reader *reader);

/* Makes a document of a unit: checks and repairs UTF-8, reads its fields, finds footnote marks, sentences and words, marks
 * quotes, indexes code points. Everything lives in `arena`. HEARSAY_ERROR_INPUT for content that is no document (a JSON line
 * that does not parse), with file and line in error->place. */
int text_parse(struct document *document, const struct text_unit *unit, const struct hearsay_limits *limits, struct arena *arena,
               struct hearsay_error *error);

#endif
