/* text.h: bytes -> document. Readers find the documents of an input; the tokeniser cuts each into sentences and words.
 */
#ifndef HEARSAY_TEXT_TEXT_H
#define HEARSAY_TEXT_TEXT_H

#include "base/limits.h"
#include "text/document.h"

/* Reads the documents of one input one after the other, so that memory is bounded by the largest of them. */
struct text_reader;

/* Opens an input.
 *   path    a file, or "-" for standard input; a directory is an error
 *   format  HEARSAY_FORMAT_AUTO: by suffix (.txt .text .md .markdown .html .htm .jsonl .ndjson .conllu), else by
 * content; JSON lines whose first has the key "hearsay" are records. What gzip or zstd packed is unpacked, and .gz and
 * .zst may follow the suffix. A document's id is the one given, else the path without its suffixes (of those above),
 * else FILE:LINE. Errors: HEARSAY_ERROR_IO (missing, a directory), HEARSAY_ERROR_MEMORY. The caller ends the reader with
 * text_close. */
int text_open(struct text_reader **out, const char *path, enum hearsay_format format,
              const struct hearsay_limits *limits, struct hearsay_error *error);

/* The same for bytes in memory, which must outlive the reader; `name` takes the place of the path. */
int text_open_memory(struct text_reader **out, struct view bytes, const char *name, enum hearsay_format format,
                     const struct hearsay_limits *limits, struct hearsay_error *error);

/* Whether a name ends in one of the suffixes that text_open knows, .gz or .zst behind it or not. */
bool text_knows_suffix(struct view name);

/* The format that text_open settled on. */
enum hearsay_format text_format(const struct text_reader *reader);

/* One raw unit of an input: a whole file (an empty one too), one JSON line or record that is not blank, one CoNLL-U
 * document; still bytes. Cheap, so that one thread can hand units to many. Bytes and name live in `arena`. 1: one came,
 * 0: the end, negative: an error (of reading, not of content). A unit beyond limits->document_bytes (files) or
 * limits->line_bytes (JSON lines, CoNLL-U documents), or beyond what `arena` may hand out, comes without its bytes, and
 * the next call goes on behind it. */
struct text_unit {
    struct view bytes;
    struct view name; /* the file, for messages */
    uint64_t line;    /* where the unit starts, 1-based */
    uint64_t index;   /* 0, 1, ... */
    enum hearsay_format format;
    size_t limit_reached; /* the limit in bytes where the unit was longer; else 0 */
    bool out_of_memory;   /* the arena could not hold it: it comes without its bytes too */
};
int text_next(struct text_reader *reader, struct text_unit *unit, struct arena *arena, struct hearsay_error *error);

/* Closes the input; NULL is allowed. */
void text_close(struct text_reader *reader);

/* Makes a document of a unit: checks and repairs UTF-8, reads its fields, finds footnote marks, sentences and words,
 * marks quotes, indexes code points. Text that is not English is recognised and not read (language.h): a document of
 * another language has no words, and document->language says which. Everything lives in `arena`, which must keep the
 * unit's bytes as well. NUL bytes become U+FFFD, one for one, as bytes that are no UTF-8 do: no format that comes later can hold a NUL. Both are
 * reported in document->warnings. Line feeds     blank lines part paragraphs. A single line feed parts them too, unless
 * the lines are those of wrapped text (stages.h, text_lay_out_plain). CoNLL-U        words, sentences and every column
 * that is not "_" are kept as they are given; GIVEN_* says which. Errors: HEARSAY_ERROR_INPUT for content that is no
 * document (a JSON line that does not parse, a broken CoNLL-U line) and HEARSAY_ERROR_LIMIT, both with file and line in
 * error->place; HEARSAY_ERROR_USAGE for records and HTML; HEARSAY_ERROR_MEMORY. Cost: linear; about five million words
 * a second. */
int text_parse(struct document *document, const struct text_unit *unit, const struct hearsay_limits *limits,
               struct arena *arena, struct hearsay_error *error);

/* Where the words of a long document go while it is being read. `take` gets the document with the tokens and sentences
 * of whole paragraphs, at least `words` words but in the last part; they are gone when it returns. It is called at
 * least once. What it returns other than 0 ends the reading. */
struct text_parts {
    size_t words;
    int (*take)(void *user, struct document *part, struct hearsay_error *error);
    void *user;
};

/* As text_parse, but in parts, so that memory is bounded by the text and not by its words. Footnote marks know no
 * sentences. */
int text_parse_parts(struct document *document, const struct text_unit *unit, const struct hearsay_limits *limits,
                     const struct text_parts *parts, struct arena *arena, struct hearsay_error *error);

#endif
