/* hearsay.h: who said what about whom, from text to graph, as a library. This is the only public header.
 *
 * A context holds options and the language model; it is read-only once made and may serve many threads. Everything it
 * hands out is freed by the caller with the function named beside it. Functions that can fail return HEARSAY_OK or a
 * negative hearsay_code and fill the hearsay_error they were given (NULL is allowed). The library never prints, exits
 * or aborts.
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
    const char *stage; /* "text", "model", ... or NULL */
    char place[300];   /* "FILE:LINE", "FILE" or "" */
    char message[500]; /* what is wrong and what to do, one line, no full stop */
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
    size_t draw_lines;
    size_t draw_seconds;
};

/* ---- The context ---- */

struct hearsay;

struct hearsay_options {
    const char *model;  /* path of a model file; NULL: the one inside the library */
    int min_confidence; /* percent: claims below are not reported (30) */
    struct hearsay_limits limits;
    bool defer_sync; /* hearsay_graph_write does not wait until a file is on the disk, for callers that make many */
    const char *entities;    /* path of a list of known entities, whose ids records then hold, or NULL */
    const char *corrections; /* path of corrections to every record, or NULL */
};

/* The model inside, the default limits. */
HEARSAY_API struct hearsay_options hearsay_options_default(void);

/* Sets the limit called `name` (document, sentence, word, line, memory, draw-nodes, draw-lines, draw-seconds) to a number with an
 * optional K, M or G. HEARSAY_ERROR_USAGE for a name or a number that is none. */
HEARSAY_API int hearsay_limit_set(struct hearsay_limits *limits, const char *name, const char *value,
                                  struct hearsay_error *error);

/* Sets the least confidence to a number from 0 to 1 with at most two decimals. HEARSAY_ERROR_USAGE for what is none. */
HEARSAY_API int hearsay_min_confidence_set(struct hearsay_options *options, const char *value,
                                           struct hearsay_error *error);

/* Opens the model and checks it: HEARSAY_ERROR_IO or _INPUT for one that is missing or damaged. The options are copied.
 * Many threads may use one context at the same time; hearsay_close ends it, after everything that was made from it.
 * NULL may be closed. */
HEARSAY_API int hearsay_open(struct hearsay **out, const struct hearsay_options *options, struct hearsay_error *error);
HEARSAY_API void hearsay_close(struct hearsay *hearsay);

HEARSAY_API const char *hearsay_version(void);                             /* "1.2.3" */
HEARSAY_API const char *hearsay_model_name(const struct hearsay *hearsay); /* lives as long as the context */

/* The SHA-256 of the model in use, as 64 hexadecimal digits and a NUL. Cost: some 10 ms. */
HEARSAY_API void hearsay_model_digest(const struct hearsay *hearsay, char hex[65]);

/* The corrections that had nothing to apply to in any document so far: what is wrong, and *place, FILE:LINE; NULL after
 * the last. Ask when all documents are done. */
HEARSAY_API const char *hearsay_unused_correction(const struct hearsay *hearsay, size_t index, const char **place);

/* ---- Inputs: a file or bytes that hold one document or many ---- */

struct hearsay_input;

/* Opens a file; "-" is standard input. HEARSAY_FORMAT_AUTO settles the format by suffix, else by content. Nothing but
 * the document at hand is kept in memory. The context must outlive the input; hearsay_input_close ends it (NULL is
 * allowed). */
HEARSAY_API int hearsay_input_open(struct hearsay_input **out, const struct hearsay *hearsay, const char *path,
                                   enum hearsay_format format, struct hearsay_error *error);

/* The same for bytes in memory, which must outlive the input; `name` stands for the path in messages and ids. */
HEARSAY_API int hearsay_input_open_memory(struct hearsay_input **out, const struct hearsay *hearsay, const void *bytes,
                                          size_t length, const char *name, enum hearsay_format format,
                                          struct hearsay_error *error);

HEARSAY_API void hearsay_input_close(struct hearsay_input *input);

/* The format called "text", "markdown", "html", "jsonl", "conllu" or "records"; false for other names. */
HEARSAY_API bool hearsay_format_of(const char *name, enum hearsay_format *format);

/* ---- Documents: a desk that one document after the other is laid on ---- */

struct hearsay_document;

/* A desk with its own analyser and memory: one for each thread. hearsay_document_free ends it (NULL is allowed). */
HEARSAY_API int hearsay_document_new(struct hearsay_document **out, const struct hearsay *hearsay,
                                     struct hearsay_error *error);
HEARSAY_API void hearsay_document_free(struct hearsay_document *document);

/* Takes the next document of an input, unread as yet, in place of the one before. 1: here it is, 0: there is no more,
 * negative: the input cannot be read on. Cheap: threads that share an input take turns here and work side by side in
 * the calls below. */
HEARSAY_API int hearsay_document_next(struct hearsay_document *document, struct hearsay_input *input,
                                      struct hearsay_error *error);

/* Where the document came from: "FILE", or "FILE:LINE" in an input of many; until the next hearsay_document_next. */
HEARSAY_API const char *hearsay_document_place(const struct hearsay_document *document);

/* The bytes of the document as they were read, before anything was made of them, until the next hearsay_document_next.
 * Never NULL; none where a limit forbade to keep them. */
HEARSAY_API const char *hearsay_document_bytes(const struct hearsay_document *document, size_t *length);

/* Whether the document is a record already: then hearsay_document_extract has nothing to do and hearsay_document_write
 * gives it back as it is. */
HEARSAY_API bool hearsay_document_is_record(const struct hearsay_document *document);

/* What of an annotated input (CoNLL-U) counts. */
enum hearsay_trust {
    HEARSAY_TRUST_ALL,   /* words, tags, trees and names that are there are kept */
    HEARSAY_TRUST_WORDS, /* words and sentences are kept, everything else is predicted */
};

/* Analyses the document: to words, trees and names, or on to entities and claims. HEARSAY_ERROR_INPUT for content that
 * is no document, HEARSAY_ERROR_LIMIT where a limit forbids it; the place is in the error, and the next document can be
 * taken. Cost: linear in the text. */
HEARSAY_API int hearsay_document_parse(struct hearsay_document *document, enum hearsay_trust trust,
                                       struct hearsay_error *error);
HEARSAY_API int hearsay_document_extract(struct hearsay_document *document, enum hearsay_trust trust,
                                         struct hearsay_error *error);

/* Extracts and keeps the reasons, for hearsay_document_write to give instead of the record: for people, in columns, or
 * for programs, one line of JSON (schemas/explanation.schema.json). */
enum hearsay_explanation { HEARSAY_EXPLANATION_TEXT, HEARSAY_EXPLANATION_JSON };
HEARSAY_API int hearsay_document_explain(struct hearsay_document *document, enum hearsay_trust trust,
                                         enum hearsay_explanation form, struct hearsay_error *error);

/* Takes a piece of what is written; returns 0, or something else to have no more of it. */
typedef int hearsay_writer(void *user, const char *data, size_t length);

/* Hands what was found to `writer`, piece by piece: CoNLL-U after hearsay_document_parse, a record (one line of JSON,
 * see schemas/record.schema.json) after hearsay_document_extract, an explanation after hearsay_document_explain. A text
 * of more than 1 MiB is only checked by hearsay_document_parse: it is parsed here, in parts, so that its words are not
 * all in memory at once; names then agree within each part. HEARSAY_ERROR_IO where the writer refuses a piece,
 * HEARSAY_ERROR_USAGE where nothing was analysed. */
HEARSAY_API int hearsay_document_write(const struct hearsay_document *document, hearsay_writer *writer, void *user,
                                       struct hearsay_error *error);

/* After an analysis: the document's id, and what was doubtful about the document (bytes that are no UTF-8, sentences
 * cut at a limit), one line each; NULL after the last. They live until the next hearsay_document_next. */
HEARSAY_API const char *hearsay_document_id(const struct hearsay_document *document);
HEARSAY_API const char *hearsay_document_warning(const struct hearsay_document *document, size_t index);

/* ---- Records of many documents ---- */

struct hearsay_records;

/* An empty set; hearsay_records_free ends it (NULL is allowed). */
HEARSAY_API int hearsay_records_new(struct hearsay_records **out, struct hearsay_error *error);
HEARSAY_API void hearsay_records_free(struct hearsay_records *records);

/* Adds the record in a line of JSON, which is copied. `place` goes into errors. HEARSAY_ERROR_INPUT where it is no
 * valid record: the set is as before. */
HEARSAY_API int hearsay_records_add(struct hearsay_records *records, const char *line, size_t length, const char *place,
                                    struct hearsay_error *error);

/* How many records are in the set. */
HEARSAY_API size_t hearsay_records_count(const struct hearsay_records *records);

/* The id of a record: index 0 to hearsay_records_count - 1. It lives until the next hearsay_records_add. */
HEARSAY_API const char *hearsay_records_id(const struct hearsay_records *records, size_t index);

/* The models that made the records, each once and the first eight of them, for index 0, 1, ...; NULL after the last.
 * What differs between records of several models may be the models' doing. */
HEARSAY_API const char *hearsay_records_model(const struct hearsay_records *records, size_t index);

/* How many claims the records hold, and how many entities: after hearsay_records_merge an entity of several documents
 * counts once. HEARSAY_ERROR_MEMORY leaves the counts as they were. */
HEARSAY_API int hearsay_records_measure(const struct hearsay_records *records, size_t *claims, size_t *entities,
                                        struct hearsay_error *error);

/* Sorts the set by document id and gives each entity the key that is the same in all documents. Depends on the set
 * alone, not on the order of adding. HEARSAY_ERROR_INPUT for two documents of one id. */
HEARSAY_API int hearsay_records_merge(struct hearsay_records *records, struct hearsay_error *error);

/* Hands the records to `writer` as JSON lines, piece by piece. HEARSAY_ERROR_IO where it refuses a piece. */
HEARSAY_API int hearsay_records_print(const struct hearsay_records *records, hearsay_writer *writer, void *user,
                                      struct hearsay_error *error);

/* Writes the records as JSON lines to a file, complete or not at all; "-" is standard output. */
HEARSAY_API int hearsay_records_write(const struct hearsay_records *records, const char *path,
                                      struct hearsay_error *error);

/* ---- Merging any number of records ---- */

/* What hearsay_records_merge and hearsay_records_write do, for records that need not fit into memory: the same bytes
 * come out, but no graph can be made of them. The records wait, packed, in a file without a name in the folder that
 * TMPDIR names, else in /tmp; it takes about a fifth of the room that they take. In memory is only what tells entities
 * apart, what many records say the same once: for 100,000 articles with 33 entities each 0.1 GB, for as many with 20
 * entities each that no other has 0.8 GB. */
struct hearsay_merger;

/* A merger without records; hearsay_merger_free ends it (NULL is allowed). HEARSAY_ERROR_IO where no file can be had. */
HEARSAY_API int hearsay_merger_new(struct hearsay_merger **out, struct hearsay_error *error);
HEARSAY_API void hearsay_merger_free(struct hearsay_merger *merger);

/* Adds the record in a line of JSON. `place` goes into errors. HEARSAY_ERROR_INPUT where it is no valid record or an
 * earlier one has its id: it is left out. After HEARSAY_ERROR_MEMORY, HEARSAY_ERROR_LIMIT (2^31 entities) or
 * HEARSAY_ERROR_IO (no room for the file) the merger can only be freed. */
HEARSAY_API int hearsay_merger_add(struct hearsay_merger *merger, const char *line, size_t length, const char *place,
                                   struct hearsay_error *error);

/* How many records it has, and the models that made them: see hearsay_records_model. */
HEARSAY_API size_t hearsay_merger_count(const struct hearsay_merger *merger);
HEARSAY_API const char *hearsay_merger_model(const struct hearsay_merger *merger, size_t index);

/* Makes the keys and hands the records to `writer` as JSON lines, sorted by document id, piece by piece; or writes them
 * to a file, complete or not at all ("-" is standard output). HEARSAY_ERROR_IO, HEARSAY_ERROR_MEMORY. */
HEARSAY_API int hearsay_merger_print(struct hearsay_merger *merger, hearsay_writer *writer, void *user,
                                     struct hearsay_error *error);
HEARSAY_API int hearsay_merger_write(struct hearsay_merger *merger, const char *path, struct hearsay_error *error);

/* ---- Graphs ---- */

struct hearsay_graph;

/* A graph to be, with every option at its default; hearsay_graph_free ends it (NULL is allowed). The context must
 * outlive it. */
HEARSAY_API int hearsay_graph_new(struct hearsay_graph **out, const struct hearsay *hearsay,
                                  struct hearsay_error *error);
HEARSAY_API void hearsay_graph_free(struct hearsay_graph *graph);

/* Sets an option by the name and value it has on the command line ("view" "countries", "min-weight" "2"): see
 * hearsay_graph_option. HEARSAY_ERROR_USAGE for a name or value that is none. */
HEARSAY_API int hearsay_graph_set(struct hearsay_graph *graph, const char *name, const char *value,
                                  struct hearsay_error *error);

/* The options there are, for help: the name, what its value looks like and what it does; NULL after the last. */
struct hearsay_graph_option {
    const char *name;  /* "view" */
    const char *value; /* "network|statements|countries" */
    const char *help;
};
HEARSAY_API const struct hearsay_graph_option *hearsay_graph_option(size_t index);

/* Makes the graph of a merged set of records, which must outlive it. HEARSAY_ERROR_USAGE where nobody has the name in
 * "focus". */
HEARSAY_API int hearsay_graph_build(struct hearsay_graph *graph, const struct hearsay_records *records,
                                    struct hearsay_error *error);

/* Writes the graph to a file, complete or not at all; "-" is standard output. `format` names the format ("svg",
 * "graphml", ...); NULL: by the path's suffix. HEARSAY_ERROR_USAGE where there is no such format. */
HEARSAY_API int hearsay_graph_write(const struct hearsay_graph *graph, const char *path, const char *format,
                                    struct hearsay_error *error);

/* What the index-th file of a format ends in: ".svg" for "svg", "-nodes.csv" and "-edges.csv" for "csv". False after
 * the last file, and for a format there is not. hearsay_graph_write to NAME and the suffix of the format (".csv") makes
 * NAME and these endings. */
HEARSAY_API bool hearsay_graph_ending(const char *format, size_t index, char ending[32]);

/* Whether hearsay_graph_write knows the format, called `format` or, where that is NULL, by the path's suffix. */
HEARSAY_API int hearsay_graph_format_check(const char *path, const char *format, struct hearsay_error *error);

/* ---- Differences ---- */

/* Adds what a graph in node-link form (JSON, schemas/graph.schema.json) tells of its documents: a record for each, with
 * the claims that are edges. HEARSAY_ERROR_INPUT where it is no such graph: the set is as before. */
HEARSAY_API int hearsay_records_add_graph(struct hearsay_records *records, const char *text, size_t length,
                                          const char *place, struct hearsay_error *error);

struct hearsay_diff;

/* Compares two merged sets of records, which must outlive the difference: which entities and claims came, went or
 * changed. They are known by their words, not by their numbers. hearsay_diff_free ends it (NULL is allowed). */
HEARSAY_API int hearsay_diff_new(struct hearsay_diff **out, const struct hearsay_records *old_records,
                                 const struct hearsay_records *new_records, struct hearsay_error *error);
HEARSAY_API void hearsay_diff_free(struct hearsay_diff *diff);

/* How many entities and claims differ; 0: none. */
HEARSAY_API size_t hearsay_diff_count(const struct hearsay_diff *diff);

/* Hands the difference to `writer`: as text for people, or as JSON (schemas/diff.schema.json). HEARSAY_ERROR_IO where it
 * refuses a piece. */
HEARSAY_API int hearsay_diff_print(const struct hearsay_diff *diff, bool json, hearsay_writer *writer, void *user,
                                   struct hearsay_error *error);

/* Builds the graph of both sets together, in place of hearsay_graph_build: edges and names of actors that came start
 * with "+", those that went with a minus sign, edges of claims that changed, or of some that came or went, with "~". The marks
 * are drawn by the formats svg, png, pdf and dot. */
HEARSAY_API int hearsay_graph_build_diff(struct hearsay_graph *graph, struct hearsay_diff *diff,
                                         struct hearsay_error *error);

#ifdef __cplusplus
}
#endif

#endif
