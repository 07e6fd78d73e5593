/* hearsay.c: the public library: contexts, inputs and documents over the rooms. Sets of records are in
 * hearsay_records.c, graphs in hearsay_graph.c, differences in hearsay_diff.c. */
#include "hearsay.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/limits.h"
#include "base/output.h"
#include "hearsay_internal.h"
#include "record/explain.h"
#include "syntax/syntax.h"
#include "text/text.h"

/* ---- The context ---- */

const char *hearsay_version(void)
{
    return HEARSAY_VERSION;
}

struct hearsay_options hearsay_options_default(void)
{
    return (struct hearsay_options){.model = NULL, .min_confidence = CLAIM_MIN_CONFIDENCE, .limits = limits_default()};
}

int hearsay_limit_set(struct hearsay_limits *limits, const char *name, const char *value, struct hearsay_error *error)
{
    if (limits_set(limits, name, value) < 0) {
        return error_set(error, HEARSAY_ERROR_USAGE, "options", "",
                         "no limit \"%.40s\" can be \"%.40s\"; give a number, K, M or G after it", name, value);
    }
    return HEARSAY_OK;
}

int hearsay_open(struct hearsay **out, const struct hearsay_options *options, struct hearsay_error *error)
{
    struct hearsay *hearsay = calloc(1, sizeof *hearsay);
    int code;
    *out = NULL;
    if (!hearsay) {
        return error_memory(error, "context");
    }
    hearsay->limits = options->limits;
    hearsay->defer_sync = options->defer_sync;
    hearsay->min_confidence = options->min_confidence;
    if (options->model) {
        code = model_open(&hearsay->model, options->model, error);
    } else {
        code = model_open_embedded(&hearsay->model, error);
    }
    if (code == HEARSAY_OK) {
        struct view name = model_name(hearsay->model);
        hearsay->model_name = strndup(name.data, name.length);
        code = hearsay->model_name ? HEARSAY_OK : error_memory(error, "context");
    }
    if (code == HEARSAY_OK && options->entities) {
        code = known_open(&hearsay->known, options->entities, &options->limits, error);
    }
    if (code == HEARSAY_OK && options->corrections) {
        code = corrections_open(&hearsay->corrections, options->corrections, &options->limits, error);
    }
    if (code < 0) {
        hearsay_close(hearsay);
        return code;
    }
    *out = hearsay;
    return HEARSAY_OK;
}

void hearsay_close(struct hearsay *hearsay)
{
    if (hearsay) {
        if (hearsay->model) {
            model_close(hearsay->model);
        }
        known_close(hearsay->known);
        corrections_close(hearsay->corrections);
        free(hearsay->model_name);
        free(hearsay);
    }
}

const char *hearsay_model_name(const struct hearsay *hearsay)
{
    return hearsay->model_name;
}

void hearsay_model_digest(const struct hearsay *hearsay, char hex[65])
{
    digest_bytes(model_bytes(hearsay->model), hex);
}

const char *hearsay_unused_correction(const struct hearsay *hearsay, size_t index, const char **place)
{
    return hearsay->corrections ? corrections_unused(hearsay->corrections, index, place) : NULL;
}

/* ---- Inputs ---- */

struct hearsay_input {
    struct text_reader *reader;
};

bool hearsay_format_of(const char *name, enum hearsay_format *format)
{
    static const char *const names[] = {
        [HEARSAY_FORMAT_AUTO] = "auto",       [HEARSAY_FORMAT_TEXT] = "text",   [HEARSAY_FORMAT_MARKDOWN] = "markdown",
        [HEARSAY_FORMAT_HTML] = "html",       [HEARSAY_FORMAT_JSONL] = "jsonl", [HEARSAY_FORMAT_CONLLU] = "conllu",
        [HEARSAY_FORMAT_RECORDS] = "records",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            *format = (enum hearsay_format)i;
            return true;
        }
    }
    return false;
}

static struct hearsay_input *new_input(struct hearsay_error *error)
{
    struct hearsay_input *input = calloc(1, sizeof *input);
    if (!input) {
        error_memory(error, "text");
    }
    return input;
}

/* Hands the input over, or gives a half-made one up. */
static int finish_input(struct hearsay_input *input, int code, struct hearsay_input **out)
{
    if (code < 0) {
        hearsay_input_close(input);
        return code;
    }
    *out = input;
    return HEARSAY_OK;
}

int hearsay_input_open(struct hearsay_input **out, const struct hearsay *hearsay, const char *path,
                       enum hearsay_format format, struct hearsay_error *error)
{
    struct hearsay_input *input = new_input(error);
    *out = NULL;
    return input ? finish_input(input, text_open(&input->reader, path, format, &hearsay->limits, error), out)
                 : HEARSAY_ERROR_MEMORY;
}

int hearsay_input_open_memory(struct hearsay_input **out, const struct hearsay *hearsay, const void *bytes,
                              size_t length, const char *name, enum hearsay_format format, struct hearsay_error *error)
{
    struct hearsay_input *input = new_input(error);
    struct view view = {bytes, length};
    *out = NULL;
    return input
               ? finish_input(input, text_open_memory(&input->reader, view, name, format, &hearsay->limits, error), out)
               : HEARSAY_ERROR_MEMORY;
}

void hearsay_input_close(struct hearsay_input *input)
{
    if (input) {
        text_close(input->reader);
        free(input);
    }
}

/* ---- Documents ---- */

struct hearsay_document {
    const struct hearsay *hearsay;
    struct arena *arena; /* the document at hand and all that is found in it */
    struct syntax *syntax; /* opened for the first text: records need none */
    struct text_unit unit;
    const char *place;
    bool is_record;
    struct document document;
    const char *id;
    const char **warnings; /* NULL at the end */
    enum { RAW, PARSED, CHECKED, EXTRACTED, EXPLAINED } state; /* CHECKED: to be parsed while it is written */
    struct record record;     /* EXTRACTED and EXPLAINED, unless is_record */
    struct claim_trace trace; /* EXPLAINED */
    enum hearsay_explanation form;
};

int hearsay_document_new(struct hearsay_document **out, const struct hearsay *hearsay, struct hearsay_error *error)
{
    struct hearsay_document *document = calloc(1, sizeof *document);
    *out = NULL;
    if (!document) {
        return error_memory(error, "document");
    }
    document->hearsay = hearsay;
    document->place = "";
    document->id = "";
    document->arena = arena_new(hearsay->limits.memory_bytes);
    if (!document->arena) {
        hearsay_document_free(document);
        return error_memory(error, "document");
    }
    *out = document;
    return HEARSAY_OK;
}

void hearsay_document_free(struct hearsay_document *document)
{
    if (document) {
        if (document->syntax) {
            syntax_close(document->syntax);
        }
        arena_free(document->arena);
        free(document);
    }
}

static bool view_has(struct view text, const char *word)
{
    return memmem(text.data, text.length, word, strlen(word)) != NULL;
}

/* Texts and records may be mixed in one file of JSON lines. Only records have these two keys, and inside a string their
 * quotation marks would be escaped. */
static bool is_record(const struct text_unit *unit)
{
    return unit->format == HEARSAY_FORMAT_RECORDS ||
           (unit->format == HEARSAY_FORMAT_JSONL && view_has(unit->bytes, "\"hearsay\"") &&
            view_has(unit->bytes, "\"text_sha256\""));
}

static struct view place_of(const struct text_unit *unit, struct arena *arena)
{
    if (unit->format == HEARSAY_FORMAT_JSONL || unit->format == HEARSAY_FORMAT_CONLLU ||
        unit->format == HEARSAY_FORMAT_RECORDS) {
        return arena_print(arena, "%.*s:%llu", VIEW_ARGS(unit->name), (unsigned long long)unit->line);
    }
    return arena_copy(arena, unit->name);
}

static void clear_document(struct hearsay_document *document)
{
    arena_reset(document->arena);
    document->state = RAW;
    document->place = "";
    document->id = "";
    document->warnings = NULL;
    document->document = (struct document){0};
}

int hearsay_document_next(struct hearsay_document *document, struct hearsay_input *input, struct hearsay_error *error)
{
    clear_document(document);
    int code = text_next(input->reader, &document->unit, document->arena, error);
    if (code <= 0) {
        return code;
    }
    struct view place = place_of(&document->unit, document->arena);
    if (!place.data) {
        return error_memory(error, "document");
    }
    document->place = place.data;
    document->is_record = is_record(&document->unit);
    return 1;
}

const char *hearsay_document_place(const struct hearsay_document *document)
{
    return document->place;
}

const char *hearsay_document_bytes(const struct hearsay_document *document, size_t *length)
{
    *length = document->unit.bytes.length;
    return *length ? document->unit.bytes.data : "";
}

bool hearsay_document_is_record(const struct hearsay_document *document)
{
    return document->is_record;
}

const char *hearsay_document_id(const struct hearsay_document *document)
{
    return document->id;
}

const char *hearsay_document_warning(const struct hearsay_document *document, size_t index)
{
    for (size_t i = 0; document->warnings && document->warnings[i]; i++) {
        if (i == index) {
            return document->warnings[i];
        }
    }
    return NULL;
}

/* Id and warnings as C strings, in the arena like the rest. */
static int keep_strings(struct hearsay_document *document, struct view id, const struct view *warnings, size_t count,
                        struct hearsay_error *error)
{
    document->id = arena_copy(document->arena, id).data;
    document->warnings = arena_array(document->arena, count + 1, sizeof *document->warnings);
    for (size_t i = 0; document->warnings && i < count; i++) {
        document->warnings[i] = arena_copy(document->arena, warnings[i]).data;
    }
    if (!document->id || !document->warnings) {
        document->id = "";
        return error_memory(error, "document");
    }
    return HEARSAY_OK;
}

static int open_syntax(struct hearsay_document *document, struct hearsay_error *error)
{
    return document->syntax ? HEARSAY_OK : syntax_open(&document->syntax, document->hearsay->model, error);
}

/* Bytes of the unit -> words, tags, trees and names. */
static int parse(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    struct document *parsed = &document->document;
    *parsed = (struct document){0};
    if (document->unit.out_of_memory) {
        return error_memory(error, "document");
    }
    int code = text_parse(parsed, &document->unit, &document->hearsay->limits, document->arena, error);
    if (code < 0) {
        return code;
    }
    for (size_t i = 0; trust == HEARSAY_TRUST_WORDS && i < parsed->token_count; i++) {
        parsed->tokens[i].given = 0;
    }
    code = open_syntax(document, error);
    if (code == HEARSAY_OK) {
        code = syntax_analyse(document->syntax, parsed, document->arena, error);
    }
    return code < 0 ? code
                    : keep_strings(document, parsed->id, parsed->warnings, parsed->warning_count, error);
}

/* The words of a long text need ten times the memory of the text: where only trees are asked for, it is parsed in parts
 * while it is written. Names then agree within each part. */
#define LONG_TEXT  ((size_t)1 << 20)
#define PART_WORDS ((size_t)1 << 17)

static bool is_long_text(const struct hearsay_document *document)
{
    return document->unit.bytes.length > LONG_TEXT && document->unit.format != HEARSAY_FORMAT_CONLLU;
}

static int pass_over(void *user, struct document *part, struct hearsay_error *error)
{
    (void)user, (void)part, (void)error;
    return HEARSAY_OK;
}

/* Reads a long text once for its errors and warnings. */
static int check(struct hearsay_document *document, struct hearsay_error *error)
{
    const struct text_parts parts = {PART_WORDS, pass_over, NULL};
    struct document *checked = &document->document;
    int code = text_parse_parts(checked, &document->unit, &document->hearsay->limits, &parts, document->arena, error);
    if (code == HEARSAY_OK) {
        code = open_syntax(document, error);
    }
    if (code == HEARSAY_OK) {
        code = keep_strings(document, checked->id, checked->warnings, checked->warning_count, error);
    }
    checked->tokens = arena_trim(document->arena, checked->tokens, 0);
    return code;
}

struct part_writer {
    const struct hearsay_document *document;
    struct arena *arena; /* for what is found in one part */
    struct output *out;
    size_t written; /* sentences */
};

static int write_part(void *user, struct document *part, struct hearsay_error *error)
{
    struct part_writer *writer = user;
    int code = syntax_analyse(writer->document->syntax, part, writer->arena, error);
    if (code == HEARSAY_OK) {
        syntax_write_conllu_part(part, writer->written, writer->out);
        writer->written += part->sentence_count;
        code = output_flush(writer->out, error);
    }
    part->names = NULL;
    part->name_count = part->name_capacity = 0;
    arena_reset(writer->arena);
    return code;
}

static int write_in_parts(const struct hearsay_document *document, struct output *out, struct hearsay_error *error)
{
    size_t limit = document->hearsay->limits.memory_bytes;
    struct part_writer writer = {.document = document, .arena = arena_new(limit), .out = out};
    const struct text_parts parts = {PART_WORDS, write_part, &writer};
    struct arena *arena = arena_new(limit);
    struct document again;
    int code = HEARSAY_ERROR_MEMORY;
    if (writer.arena && arena) {
        code = text_parse_parts(&again, &document->unit, &document->hearsay->limits, &parts, arena, error);
    } else {
        error_memory(error, "document");
    }
    arena_free(arena);
    arena_free(writer.arena);
    return code;
}

/* ... -> entities, claims, record; and where a trace is wanted, why. */
static int extract(struct hearsay_document *document, struct claim_trace *trace, struct hearsay_error *error)
{
    struct entity_set entities = {0};
    struct claim_set claims = {0};
    struct arena *arena = document->arena;
    bool foreign = document->document.foreign;
    int code = foreign ? HEARSAY_OK : entity_resolve(&entities, &document->document, arena, error);
    if (code == HEARSAY_OK && !foreign) {
        code = claim_extract_traced(&claims, trace, document->hearsay->min_confidence, &document->document, &entities,
                                    arena, error);
    }
    if (code == HEARSAY_OK && !trace) {
        /* The words have been read for the last time; in a long document they are most of the memory. */
        document->document.tokens = arena_trim(arena, document->document.tokens, 0);
        document->document.token_count = document->document.token_capacity = 0;
    }
    if (code == HEARSAY_OK) {
        code = record_build(&document->record, &document->document, &entities, &claims,
                            model_name(document->hearsay->model), arena, error);
    }
    return code;
}

/* A document that has used up its memory ran into a limit; other want of memory is the machine's. */
static int name_limit(const struct hearsay_document *document, int code, struct hearsay_error *error)
{
    size_t limit = document->hearsay->limits.memory_bytes;
    bool used_up = document->unit.out_of_memory || arena_used(document->arena) > limit / 2;
    if (code == HEARSAY_ERROR_MEMORY && limit > 0 && used_up) {
        return error_set(error, HEARSAY_ERROR_LIMIT, "document", document->place,
                         "the document needs more than %zu MiB of memory; raise --limit-memory or split it",
                         limit >> 20);
    }
    return code;
}

/* Errors of stages that do not know the file get the document's place. */
static int finish(struct hearsay_document *document, int code, int state, struct hearsay_error *error)
{
    if (code == HEARSAY_OK) {
        document->state = state;
        return code;
    }
    document->state = RAW;
    code = name_limit(document, code, error);
    if (error && error->place[0] == '\0') {
        error_set_place(error, document->place);
    }
    return code;
}

int hearsay_document_parse(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    int code;
    if (document->is_record) {
        code = error_set(error, HEARSAY_ERROR_INPUT, "document", document->place,
                         "a record has no text to parse; give the text it was made of");
    } else if (is_long_text(document)) {
        return finish(document, check(document, error), CHECKED, error);
    } else {
        code = parse(document, trust, error);
    }
    return finish(document, code, PARSED, error);
}

/* A record is taken as it is: hearsay_records_add looks at it closely. */
static int check_record(const struct hearsay_document *document, struct hearsay_error *error)
{
    if (document->unit.out_of_memory) {
        return error_memory(error, "document");
    }
    if (document->unit.limit_reached > 0) {
        return error_set(error, HEARSAY_ERROR_LIMIT, "document", document->place,
                         "the record is longer than %zu bytes; raise --limit-line", document->unit.limit_reached);
    }
    return HEARSAY_OK;
}

/* Corrections, then the ids of known entities. What is wrong with corrections joins the warnings; those that a record
 * came with were reported when it was made. */
static int apply_knowledge(struct hearsay_document *document, struct hearsay_error *error)
{
    const struct hearsay *hearsay = document->hearsay;
    struct record *record = &document->record;
    size_t reported = document->is_record ? record->warning_count : 0;
    int code = HEARSAY_OK;
    if (hearsay->corrections) {
        code = record_correct(record, hearsay->corrections, document->arena, error);
    }
    if (code == HEARSAY_OK && hearsay->known) {
        code = known_link(record, hearsay->known, document->arena, error);
    }
    if (code == HEARSAY_OK) {
        struct view id = document->is_record ? VIEW("") : record->id;
        code = keep_strings(document, id, record->warnings + reported, record->warning_count - reported, error);
    }
    return code;
}

int hearsay_document_extract(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    bool knowledge = document->hearsay->corrections || document->hearsay->known;
    int code = document->is_record ? check_record(document, error) : parse(document, trust, error);
    if (code == HEARSAY_OK && !document->is_record) {
        code = extract(document, NULL, error);
    } else if (code == HEARSAY_OK && knowledge) {
        code = record_read(&document->record, document->unit.bytes, document->place, document->arena, error);
    }
    if (code == HEARSAY_OK && knowledge) {
        code = apply_knowledge(document, error);
    }
    return finish(document, code, EXTRACTED, error);
}

int hearsay_document_explain(struct hearsay_document *document, enum hearsay_trust trust, enum hearsay_explanation form,
                             struct hearsay_error *error)
{
    int code;
    if (document->is_record) {
        code = error_set(error, HEARSAY_ERROR_INPUT, "document", document->place,
                         "a record has no text to explain; give the text it was made of");
    } else {
        code = parse(document, trust, error);
    }
    document->form = form;
    document->trace = (struct claim_trace){0};
    if (code == HEARSAY_OK) {
        code = extract(document, &document->trace, error);
    }
    return finish(document, code, EXPLAINED, error);
}

static void write_explanation(const struct hearsay_document *document, struct output *out)
{
    struct explanation explanation = {&document->document, &document->record, &document->trace};
    if (document->form == HEARSAY_EXPLANATION_JSON) {
        explain_json(&explanation, out);
    } else {
        explain_text(&explanation, out);
    }
}

int hearsay_document_write(const struct hearsay_document *document, hearsay_writer *writer, void *user,
                           struct hearsay_error *error)
{
    struct output *out;
    if (document->state == RAW) {
        return error_set(error, HEARSAY_ERROR_USAGE, "document", document->place, "nothing was analysed yet");
    }
    int code = output_open_writer(&out, writer, user, error);
    if (code < 0) {
        return code;
    }
    if (document->state == PARSED) {
        syntax_write_conllu(&document->document, out);
    } else if (document->state == CHECKED) {
        code = write_in_parts(document, out, error);
    } else if (document->state == EXPLAINED) {
        write_explanation(document, out);
    } else if (document->is_record && !document->hearsay->corrections && !document->hearsay->known) {
        output_view_write(out, document->unit.bytes);
        output_char(out, '\n');
    } else {
        record_write(&document->record, out);
    }
    if (code < 0) {
        output_abandon(out);
        return code;
    }
    return output_commit(out, error);
}
