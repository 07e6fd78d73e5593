/* Makes a document of a unit's bytes: repairs them, reads the fields of their format and runs the stages. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "html/html.h"
#include "text/stages.h"

#define STAGE "text"

static struct view without_byte_order_mark(struct view bytes)
{
    struct view mark = VIEW("\xEF\xBB\xBF");
    return view_starts(bytes, mark) ? view_slice(bytes, mark.length, bytes.length) : bytes;
}

/* A copy in which U+FFFD stands for every NUL; without NULs, the text itself. */
static struct view replace_nuls(struct text_work *work, struct view text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.data[i] == '\0';
    if (count == 0)
        return text;
    char *data = arena_alloc(work->arena, text.length + 2 * count);
    if (!data)
        return (struct view){NULL, 0};
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i]) {
            data[length++] = text.data[i];
        } else {
            length += utf8_encode(UTF8_REPLACEMENT, data + length);
        }
    }
    document_warn(work->document, work->arena, "%zu NUL bytes read as U+FFFD", count);
    return (struct view){data, length};
}

/* Valid UTF-8 without NULs, with a warning for what had to be replaced. */
static int repair(struct text_work *work, struct view *text, struct hearsay_error *error)
{
    size_t replaced, first;
    struct view bytes = without_byte_order_mark(*text), valid = utf8_repair(bytes, work->arena, &replaced, &first);
    if (!valid.data && bytes.length)
        return error_memory(error, STAGE);
    if (replaced) {
        document_warn(work->document, work->arena,
                      "%zu byte sequences that are no UTF-8 read as U+FFFD, the first at byte %zu", replaced,
                      first + 1);
    }
    valid = replace_nuls(work, valid);
    if (!valid.data && bytes.length)
        return error_memory(error, STAGE);
    *text = valid;
    return HEARSAY_OK;
}

static int check_length(const struct text_work *work, struct hearsay_error *error)
{
    size_t limit = work->limits->document_bytes;
    if (limit > UINT32_MAX)
        limit = UINT32_MAX; /* spans are 32 bits wide */
    if (work->document->text.length <= limit)
        return HEARSAY_OK;
    return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, work->place,
                     "the text is longer than %zu bytes: cut it or raise --limit-document", limit);
}

static int too_long(const struct text_unit *unit, const char *place, struct hearsay_error *error)
{
    bool file = unit->format != HEARSAY_FORMAT_JSONL && unit->format != HEARSAY_FORMAT_CONLLU;
    return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, place, "longer than %zu bytes: cut it or raise --limit-%s",
                     unit->limit_reached, file ? "document" : "line");
}

/* The id of a document whose input names none. */
static int default_id(struct text_work *work, struct hearsay_error *error)
{
    const struct text_unit *unit = work->unit;
    bool whole = unit->index == 0 && unit->format != HEARSAY_FORMAT_JSONL;
    size_t replaced, first;
    struct view id = whole ? text_without_suffix(unit->name) : view_of(work->place);
    id = utf8_repair(id, work->arena, &replaced, &first);
    id = arena_copy(work->arena, id);
    if (!id.data)
        return error_memory(error, STAGE);
    work->document->id = id;
    return HEARSAY_OK;
}

/* What is known of a document once its text is read: an id and the index of its code points. */
static int complete(struct text_work *work, struct hearsay_error *error)
{
    struct document *document = work->document;
    int code = document->id.data ? HEARSAY_OK : default_id(work, error);
    return code == HEARSAY_OK && !document->code_point_index ? document_index(document, work->arena, error) : code;
}

int text_hand_over(struct text_work *work, struct hearsay_error *error)
{
    struct document *document = work->document;
    int code = complete(work, error);
    if (document->token_count)
        document->tokens[document->token_count - 1].space_after = true;
    if (code == HEARSAY_OK)
        code = work->parts->take(work->parts->user, document, error);
    /* Arrays are zero where they are not in use. */
    if (document->token_count)
        memset(document->tokens, 0, document->token_count * sizeof *document->tokens);
    if (document->sentence_count)
        memset(document->sentences, 0, document->sentence_count * sizeof *document->sentences);
    document->token_count = document->sentence_count = 0;
    return code;
}

/* Language, footnote marks, words, sentences, quotes of a text that is laid out. */
static int analyse(struct text_work *work, struct hearsay_error *error)
{
    int code = text_recognise_language(work, error);
    if (code == HEARSAY_OK)
        code = text_find_citations(work, error);
    if (code == HEARSAY_OK)
        code = text_tokenise(work, error);
    if (code == HEARSAY_OK && !work->parts)
        text_assign_citations(work);
    return code;
}

/* Copies a text out of the scratch memory; {NULL, 0} stays as it is. */
static bool take(struct text_work *work, struct view from, struct view *to)
{
    if (from.data)
        *to = arena_copy(work->arena, from);
    return !from.data || to->data;
}

static bool take_references(struct text_work *work, const struct html_page *page)
{
    struct document *document = work->document;
    document->references = arena_array(work->arena, page->reference_count, sizeof *document->references);
    for (size_t i = 0; document->references && i < page->reference_count; i++) {
        const struct html_reference *from = &page->references[i];
        struct html_reference *to = &document->references[i];
        if (!take(work, from->label, &to->label) || !take(work, from->url, &to->url) || !take(work, from->text, &to->text))
            return false;
    }
    document->reference_count = page->reference_count;
    return document->references || page->reference_count == 0;
}

/* The article of a web page takes the place of the page's bytes. */
static int read_page(struct text_work *work, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct html_page page;
    int code = html_read(&page, document->text, work->limits->memory_bytes, work->place, work->scratch, error);
    if (code != HEARSAY_OK)
        return code;
    if (page.text.length == 0)
        document_warn(document, work->arena, "no article was found in the page");
    bool taken = take(work, page.text, &document->text) && take(work, page.title, &document->title) &&
                 take(work, page.url, &document->url) && take(work, page.date, &document->date) &&
                 take_references(work, &page);
    return taken ? HEARSAY_OK : error_memory(error, STAGE);
}

static int read_unit(struct text_work *work, const struct text_unit *unit, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct view bytes = unit->bytes;
    bool html = unit->format == HEARSAY_FORMAT_HTML;
    int code = html ? html_decode(&bytes, work->scratch, error) : HEARSAY_OK;
    if (code == HEARSAY_OK)
        code = repair(work, &bytes, error);
    if (code != HEARSAY_OK)
        return code;
    document->text = bytes;
    if (unit->format == HEARSAY_FORMAT_CONLLU) {
        code = text_read_conllu(work, bytes, unit->line, error);
        return code == HEARSAY_OK ? text_recognise_words(work, error) : code;
    }
    if (unit->format == HEARSAY_FORMAT_JSONL)
        code = text_read_json(work, bytes, error);
    if (html)
        code = read_page(work, error);
    if (code == HEARSAY_OK)
        code = check_length(work, error);
    if (code != HEARSAY_OK)
        return code;
    work->clean = arena_alloc(work->scratch, document->text.length + 1);
    if (!work->clean)
        return error_memory(error, STAGE);
    if (unit->format == HEARSAY_FORMAT_MARKDOWN) {
        text_lay_out_markdown(work);
    } else {
        text_lay_out_plain(work);
        if (unit->format == HEARSAY_FORMAT_TEXT)
            text_take_headline(work);
    }
    return analyse(work, error);
}

/* Arrays grow ahead of what is needed; a long document feels it. */
static void trim_arrays(struct document *document, struct arena *arena)
{
    document->tokens = arena_trim(arena, document->tokens, document->token_count * sizeof *document->tokens);
    document->token_capacity = document->token_count;
    document->sentences =
        arena_trim(arena, document->sentences, document->sentence_count * sizeof *document->sentences);
    document->sentence_capacity = document->sentence_count;
}

int text_parse_parts(struct document *document, const struct text_unit *unit, const struct hearsay_limits *limits,
                     const struct text_parts *parts, struct arena *arena, struct hearsay_error *error)
{
    char place[300];
    struct text_work work = {
        .document = document, .limits = limits, .arena = arena, .place = place, .unit = unit, .parts = parts};
    bool lines = unit->format == HEARSAY_FORMAT_JSONL || unit->format == HEARSAY_FORMAT_CONLLU;
    *document = (struct document){0};
    if (lines) {
        snprintf(place, sizeof place, "%.*s:%llu", VIEW_ARGS(unit->name), (unsigned long long)unit->line);
    } else {
        snprintf(place, sizeof place, "%.*s", VIEW_ARGS(unit->name));
    }
    if (unit->format == HEARSAY_FORMAT_RECORDS) {
        return error_set(error, HEARSAY_ERROR_USAGE, STAGE, place,
                         "these are records, not text: name another input or --from");
    }
    if (unit->limit_reached)
        return too_long(unit, place, error);
    work.scratch = arena_new(limits->memory_bytes);
    if (!work.scratch)
        return error_memory(error, STAGE);
    int code = read_unit(&work, unit, error);
    if (code == HEARSAY_OK)
        code = parts ? text_hand_over(&work, error) : complete(&work, error);
    trim_arrays(document, arena);
    arena_free(work.scratch);
    return code;
}

int text_parse(struct document *document, const struct text_unit *unit, const struct hearsay_limits *limits,
               struct arena *arena, struct hearsay_error *error)
{
    return text_parse_parts(document, unit, limits, NULL, arena, error);
}
