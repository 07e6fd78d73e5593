/* Finds the documents of an input and hands them out as bytes, one after the other. */
#include <stdio.h>
#include <stdlib.h>

#include "base/input.h"
#include "text/stages.h"

#define STAGE "text"
#define BUFFER_SIZE ((size_t)1 << 16)

struct text_reader {
    struct input *input; /* NULL: bytes in memory */
    char *name;         /* the path as the user named it */
    char *owned;        /* the buffer of a file; NULL for bytes in memory */
    const char *buffer; /* [start, end) is still to be handed out */
    size_t start;
    size_t end;
    bool ended;         /* nothing comes after the buffer */
    enum hearsay_format format;
    struct hearsay_limits limits;
    size_t expected;    /* bytes of a regular file, to ask for memory once; else 0 */
    uint64_t line;      /* of buffer[start], 1-based */
    uint64_t index;     /* units handed out */
};

/* Moves what is left to the front of the buffer and reads more behind it. At the end of the input it sets `ended`. */
static int fill(struct text_reader *reader, struct hearsay_error *error)
{
    if (!reader->input) reader->ended = true;
    if (reader->ended) return HEARSAY_OK;
    memmove(reader->owned, reader->owned + reader->start, reader->end - reader->start);
    reader->end -= reader->start;
    reader->start = 0;
    if (reader->end == BUFFER_SIZE) return HEARSAY_OK;
    size_t got;
    int code = input_read(reader->input, reader->owned + reader->end, BUFFER_SIZE - reader->end, &got, error);
    reader->ended = got == 0;
    reader->end += got;
    return code;
}

static struct view ahead(const struct text_reader *reader)
{
    return (struct view){reader->buffer + reader->start, reader->end - reader->start};
}

/* Reads on until `length` bytes lie ahead or the input ends. */
static int look_ahead(struct text_reader *reader, size_t length, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    while (code == HEARSAY_OK && reader->end - reader->start < length && !reader->ended) code = fill(reader, error);
    return code;
}

/* A name without the suffix that tells how the file is packed. */
static struct view unpacked_name(struct view name)
{
    static const char *const suffixes[] = {".gz", ".zst"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct view suffix = view_of(suffixes[i]);
        if (view_ends(name, suffix) && name.length > suffix.length) return view_slice(name, 0, name.length - suffix.length);
    }
    return name;
}

static enum hearsay_format format_of_suffix(struct view name)
{
    static const struct { const char *suffix; enum hearsay_format format; } known[] = {
        {".txt", HEARSAY_FORMAT_TEXT},      {".text", HEARSAY_FORMAT_TEXT},   {".md", HEARSAY_FORMAT_MARKDOWN},
        {".markdown", HEARSAY_FORMAT_MARKDOWN}, {".html", HEARSAY_FORMAT_HTML}, {".htm", HEARSAY_FORMAT_HTML},
        {".jsonl", HEARSAY_FORMAT_JSONL},   {".ndjson", HEARSAY_FORMAT_JSONL}, {".conllu", HEARSAY_FORMAT_CONLLU},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (view_ends(name, view_of(known[i].suffix))) return known[i].format;
    }
    return HEARSAY_FORMAT_AUTO;
}

bool text_knows_suffix(struct view name)
{
    return format_of_suffix(unpacked_name(name)) != HEARSAY_FORMAT_AUTO;
}

struct view text_without_suffix(struct view path)
{
    struct view unpacked = unpacked_name(path);
    if (format_of_suffix(unpacked) == HEARSAY_FORMAT_AUTO) return path;
    path = unpacked;
    size_t length = path.length;
    while (path.data[length - 1] != '.') length--;
    bool bare = length == 1 || path.data[length - 2] == '/'; /* a file named ".txt" */
    return bare ? path : view_slice(path, 0, length - 1);
}

static bool contains(struct view v, const char *needle)
{
    return v.length && memmem(v.data, v.length, needle, strlen(needle)) != NULL;
}

static bool starts_with_any(struct view v, const char *const *prefixes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (view_starts_lower(v, prefixes[i])) return true;
    }
    return false;
}

/* What the first bytes look like. */
static enum hearsay_format format_of_content(struct view head)
{
    static const char *const html[] = {"<!doctype html", "<html"};
    static const char *const conllu[] = {"# newdoc",         "# newpar", "# sent_id", "# text =",
                                         "# global.columns", "1\t",      "1-2\t"};
    if (view_starts(head, VIEW("\xEF\xBB\xBF"))) head = view_slice(head, 3, head.length);
    while (head.length && head.data[0] && strchr(" \t\r\n", head.data[0])) head = view_slice(head, 1, head.length);
    if (view_starts(head, VIEW("{"))) {
        const char *end = memchr(head.data, '\n', head.length);
        struct view line = {head.data, end ? (size_t)(end - head.data) : head.length};
        return contains(line, "\"hearsay\":") ? HEARSAY_FORMAT_RECORDS
             : contains(line, "\"") ? HEARSAY_FORMAT_JSONL : HEARSAY_FORMAT_TEXT;
    }
    if (starts_with_any(head, conllu, sizeof conllu / sizeof *conllu)) return HEARSAY_FORMAT_CONLLU;
    if (starts_with_any(head, html, sizeof html / sizeof *html)) return HEARSAY_FORMAT_HTML;
    return HEARSAY_FORMAT_TEXT;
}

/* Reads the first bytes: 4 KiB, or a whole line of JSON, so that a slow stream of them is not held up. */
static int look_at_start(struct text_reader *reader, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    while (code == HEARSAY_OK && !reader->ended && reader->end - reader->start < 4096) {
        struct view start = ahead(reader);
        if (view_starts(start, VIEW("{")) && contains(start, "\n")) break;
        code = fill(reader, error);
    }
    return code;
}

/* Tells the format by suffix, else by content. JSON lines may be records, whatever the suffix: those start with the key
 * "hearsay". */
static int guess_format(struct text_reader *reader, struct hearsay_error *error)
{
    int code = look_at_start(reader, error);
    if (code != HEARSAY_OK) return code;
    enum hearsay_format suffix = format_of_suffix(unpacked_name(view_of(reader->name))), content = format_of_content(ahead(reader));
    bool records = suffix == HEARSAY_FORMAT_JSONL && content == HEARSAY_FORMAT_RECORDS;
    reader->format = suffix == HEARSAY_FORMAT_AUTO || records ? content : suffix;
    return HEARSAY_OK;
}

static int settle_format(struct text_reader *reader, enum hearsay_format asked, struct hearsay_error *error)
{
    reader->format = asked;
    return asked == HEARSAY_FORMAT_AUTO ? guess_format(reader, error) : HEARSAY_OK;
}

static struct text_reader *new_reader(const char *name, const struct hearsay_limits *limits)
{
    struct text_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return NULL;
    reader->line = 1;
    reader->limits = *limits;
    reader->name = strdup(name);
    if (!reader->name) {
        free(reader);
        return NULL;
    }
    return reader;
}

static int open_file(struct text_reader *reader, struct hearsay_error *error)
{
    int code = input_open(&reader->input, reader->name, error);
    if (code != HEARSAY_OK) return code;
    reader->expected = input_size(reader->input);
    reader->owned = malloc(BUFFER_SIZE);
    if (!reader->owned) return error_memory(error, STAGE);
    reader->buffer = reader->owned;
    return HEARSAY_OK;
}

int text_open(struct text_reader **out, const char *path, enum hearsay_format format,
              const struct hearsay_limits *limits, struct hearsay_error *error)
{
    *out = NULL;
    struct text_reader *reader = new_reader(path, limits);
    if (!reader) return error_memory(error, STAGE);
    int code = open_file(reader, error);
    if (code == HEARSAY_OK) code = settle_format(reader, format, error);
    if (code != HEARSAY_OK) {
        text_close(reader);
        return code;
    }
    *out = reader;
    return HEARSAY_OK;
}

int text_open_memory(struct text_reader **out, struct view bytes, const char *name, enum hearsay_format format,
                     const struct hearsay_limits *limits, struct hearsay_error *error)
{
    *out = NULL;
    struct text_reader *reader = new_reader(name, limits);
    if (!reader) return error_memory(error, STAGE);
    reader->buffer = bytes.length ? bytes.data : "";
    reader->end = reader->expected = bytes.length;
    int code = settle_format(reader, format, error);
    if (code != HEARSAY_OK) {
        text_close(reader);
        return code;
    }
    *out = reader;
    return HEARSAY_OK;
}

enum hearsay_format text_format(const struct text_reader *reader)
{
    return reader->format;
}

void text_close(struct text_reader *reader)
{
    if (!reader) return;
    input_close(reader->input);
    free(reader->owned);
    free(reader->name);
    free(reader);
}

/* The bytes of a unit while they are gathered. */
struct gathering {
    struct arena *arena;
    char *data;
    size_t length;
    size_t capacity;
    size_t limit;
    bool too_long;
    bool out_of_memory;
};

/* One unit that is too large for its arena must not cost the rest of the input: it goes without its bytes. */
static void give_up(struct gathering *gathering)
{
    arena_trim(gathering->arena, gathering->data, 0);
    gathering->data = NULL;
    gathering->length = gathering->capacity = 0;
    gathering->out_of_memory = true;
}

/* Adds bytes up to the limit; what lies beyond is only noted. */
static void gather(struct gathering *gathering, struct view bytes, size_t expected)
{
    if (gathering->out_of_memory) return;
    if (gathering->too_long || bytes.length > gathering->limit - gathering->length) {
        gathering->too_long = true;
        return;
    }
    size_t needed = gathering->length + bytes.length;
    if (needed > gathering->capacity) {
        size_t wanted =
            gathering->capacity + (gathering->capacity > BUFFER_SIZE ? gathering->capacity / 4 : gathering->capacity);
        if (wanted < expected) wanted = expected;
        if (wanted > gathering->limit) wanted = gathering->limit;
        if (wanted < needed) wanted = needed;
        char *data = arena_resize(gathering->arena, gathering->data, gathering->capacity, wanted);
        if (!data) {
            give_up(gathering);
            return;
        }
        gathering->data = data;
        gathering->capacity = wanted;
    }
    if (bytes.length) memcpy(gathering->data + gathering->length, bytes.data, bytes.length);
    gathering->length = needed;
}

static int gather_all(struct text_reader *reader, struct gathering *gathering, struct hearsay_error *error)
{
    size_t expected = reader->expected < gathering->limit ? reader->expected : 0;
    int code;
    do {
        gather(gathering, ahead(reader), expected);
        reader->start = reader->end;
        code = fill(reader, error);
    } while (code == HEARSAY_OK && !(reader->ended && reader->start == reader->end));
    return code;
}

/* Adds the line that starts at reader->start, line feed included. */
static int gather_line(struct text_reader *reader, struct gathering *gathering, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    for (bool complete = false; code == HEARSAY_OK && !complete;) {
        struct view rest = ahead(reader);
        const char *feed = rest.length ? memchr(rest.data, '\n', rest.length) : NULL;
        size_t length = feed ? (size_t)(feed - rest.data) + 1 : rest.length;
        gather(gathering, view_slice(rest, 0, length), 0);
        reader->start += length;
        complete = feed || reader->ended;
        if (feed) reader->line++;
        if (!complete) code = fill(reader, error);
    }
    return code;
}

/* True when nothing is left. */
static bool at_end(struct text_reader *reader, int *code, struct hearsay_error *error)
{
    *code = look_ahead(reader, 1, error);
    return *code != HEARSAY_OK || reader->start == reader->end;
}

static bool is_blank(const struct gathering *gathering)
{
    for (size_t i = 0; i < gathering->length; i++) {
        if (gathering->data[i] != ' ' && (gathering->data[i] < '\t' || gathering->data[i] > '\r')) return false;
    }
    return !gathering->too_long && !gathering->out_of_memory;
}

/* One line that is not blank. A byte order mark may open the first. */
static int next_line(struct text_reader *reader, struct gathering *gathering, uint64_t *line,
                     struct hearsay_error *error)
{
    int code;
    while (!at_end(reader, &code, error)) {
        *line = reader->line;
        gathering->length = 0;
        code = gather_line(reader, gathering, error);
        if (code != HEARSAY_OK) return code;
        if (!is_blank(gathering)) return 1;
    }
    return code;
}

/* The lines up to the next "# newdoc". What precedes the first one counts as part of it, unless it has words. */
static int next_conllu(struct text_reader *reader, struct gathering *gathering, uint64_t *line,
                       struct hearsay_error *error)
{
    static const char opening[] = "# newdoc";
    bool begun = false;
    int code = HEARSAY_OK;
    *line = reader->line;
    while (!at_end(reader, &code, error)) {
        code = look_ahead(reader, sizeof opening - 1, error);
        if (code != HEARSAY_OK) return code;
        bool opens = view_starts(ahead(reader), view_of(opening));
        if (begun && opens) break;
        char first = ahead(reader).data[0];
        begun = begun || opens || ascii_is_digit(first);
        code = gather_line(reader, gathering, error);
        if (code != HEARSAY_OK) return code;
    }
    if (code != HEARSAY_OK) return code;
    return !is_blank(gathering);
}

int text_next(struct text_reader *reader, struct text_unit *unit, struct arena *arena, struct hearsay_error *error)
{
    struct gathering gathering = {.arena = arena, .limit = reader->limits.document_bytes};
    uint64_t line = 1;
    int code;
    switch (reader->format) {
    case HEARSAY_FORMAT_JSONL:
    case HEARSAY_FORMAT_RECORDS:
        gathering.limit = reader->limits.line_bytes;
        code = next_line(reader, &gathering, &line, error);
        break;
    case HEARSAY_FORMAT_CONLLU:
        gathering.limit = reader->limits.line_bytes;
        code = next_conllu(reader, &gathering, &line, error);
        break;
    default:
        if (reader->index > 0) return 0;
        code = gather_all(reader, &gathering, error);
        if (code == HEARSAY_OK) code = 1;
        break;
    }
    if (code != 1) return code;
    struct view name = arena_copy(arena, view_of(reader->name));
    if (!name.data) return error_memory(error, STAGE);
    *unit =
        (struct text_unit){.bytes = {gathering.length ? gathering.data : "", gathering.too_long ? 0 : gathering.length},
                           .name = name,
                           .line = line,
                           .index = reader->index++,
                           .format = reader->format,
                           .limit_reached = gathering.too_long ? gathering.limit : 0,
                           .out_of_memory = gathering.out_of_memory};
    return 1;
}
