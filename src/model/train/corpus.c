/* corpus.c: reading treebanks for training. */
#include "model/train/corpus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/output.h"

enum {
    COLUMN_ID,
    COLUMN_FORM,
    COLUMN_LEMMA,
    COLUMN_UPOS,
    COLUMN_XPOS,
    COLUMN_FEATS,
    COLUMN_HEAD,
    COLUMN_DEPREL,
    COLUMN_DEPS,
    COLUMN_MISC,
    COLUMN_COUNT
};

struct view corpus_read_file(const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "rb");
    struct view bytes = {NULL, 0};
    long size;
    char *data;

    if (!file)
        return bytes;
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0) {
        data = arena_alloc(arena, (size_t)size);
        if (data && fread(data, 1, (size_t)size, file) == (size_t)size)
            bytes = (struct view){data, (size_t)size};
    }
    fclose(file);
    return bytes;
}

static bool split(struct view line, struct view columns[COLUMN_COUNT])
{
    size_t start = 0, column = 0;

    for (size_t i = 0; i <= line.length; i++) {
        if (i < line.length && line.data[i] != '\t')
            continue;
        if (column == COLUMN_COUNT)
            return false;
        columns[column++] = view_slice(line, start, i);
        start = i + 1;
    }
    return column == COLUMN_COUNT;
}

static bool is_word_id(struct view id)
{
    for (size_t i = 0; i < id.length; i++)
        if (id.data[i] < '0' || id.data[i] > '9')
            return false;
    return id.length > 0;
}

static int add_word(struct document *document, const struct view columns[COLUMN_COUNT], uint32_t first,
                    struct arena *arena)
{
    struct token *tokens =
        arena_grow(arena, document->tokens, document->token_count, &document->token_capacity, sizeof *tokens);
    struct view form = arena_copy(arena, columns[COLUMN_FORM]), lemma = arena_copy(arena, columns[COLUMN_LEMMA]);
    long head = strtol(columns[COLUMN_HEAD].data, NULL, 10);
    struct token *token;

    if (!tokens || !form.data || !lemma.data)
        return HEARSAY_ERROR_MEMORY;
    document->tokens = tokens;
    token = &tokens[document->token_count++];
    *token = (struct token){.form = form.data,
                            .form_length = (uint16_t)form.length,
                            .lemma = lemma.data,
                            .lemma_length = (uint16_t)lemma.length};
    token->upos = (uint8_t)ud_upos_of(columns[COLUMN_UPOS]);
    token->xpos = (uint8_t)ud_xpos_of(columns[COLUMN_XPOS]);
    token->deprel = (uint8_t)ud_deprel_of(columns[COLUMN_DEPREL]);
    token->head = head > 0 ? (int32_t)(first + (uint32_t)head - 1) : -1;
    return 0;
}

/* Quotation marks are tagged `` and '' in treebanks; a quote ends with its sentence here. */
static void mark_quotes(struct token *tokens, size_t count)
{
    bool inside = false;

    for (size_t i = 0; i < count; i++) {
        bool opens = !inside && tokens[i].xpos == XPOS_OPEN_QUOTE;
        tokens[i].in_quote = inside || opens;
        if (opens || (inside && tokens[i].xpos == XPOS_CLOSE_QUOTE))
            inside = opens;
    }
}

static int end_sentence(struct document *document, uint32_t first, struct arena *arena)
{
    struct sentence *sentences;
    uint32_t count = (uint32_t)document->token_count - first;

    if (count == 0)
        return 0;
    sentences = arena_grow(arena, document->sentences, document->sentence_count, &document->sentence_capacity,
                           sizeof *sentences);
    if (!sentences)
        return HEARSAY_ERROR_MEMORY;
    document->sentences = sentences;
    sentences[document->sentence_count++] = (struct sentence){.first = first, .count = count};
    mark_quotes(document->tokens + first, count);
    return 0;
}

static int read_lines(struct document *document, FILE *file, const char *path, struct arena *arena,
                      struct hearsay_error *error)
{
    struct view columns[COLUMN_COUNT];
    uint32_t first = (uint32_t)document->token_count;
    char *line = NULL, place[300];
    size_t room = 0, number = 0;
    ssize_t length;
    int code = 0;

    while (!code && (length = getline(&line, &room, file)) >= 0) {
        struct view text = {line, (size_t)length - (length > 0 && line[length - 1] == '\n')};
        number++;
        if (text.length == 0) {
            code = end_sentence(document, first, arena);
            first = (uint32_t)document->token_count;
        } else if (text.data[0] != '#') {
            bool fine = split(text, columns);
            snprintf(place, sizeof place, "%s:%zu", path, number);
            if (!fine)
                code = error_set(error, HEARSAY_ERROR_INPUT, "train", place, "not ten columns");
            else if (is_word_id(columns[COLUMN_ID]))
                code = add_word(document, columns, first, arena);
        }
    }
    free(line);
    return code ? code : end_sentence(document, first, arena);
}

int corpus_read(struct document *document, const char *path, struct arena *arena, struct hearsay_error *error)
{
    FILE *file = fopen(path, "r");
    int code;

    if (!file)
        return error_set(error, HEARSAY_ERROR_IO, "train", path, "cannot open: %s", strerror(errno));
    code = read_lines(document, file, path, arena, error);
    fclose(file);
    return code == HEARSAY_ERROR_MEMORY ? error_memory(error, "train") : code;
}

uint64_t corpus_random(uint64_t *state, uint64_t bound)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return (z ^ z >> 31) % bound;
}

void corpus_shuffle(uint32_t *order, size_t count, uint64_t *random)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    for (size_t i = count; i > 1; i--) {
        size_t other = (size_t)corpus_random(random, i);
        uint32_t swap = order[i - 1];
        order[i - 1] = order[other];
        order[other] = swap;
    }
}

int corpus_write_section(const char *folder, const char *name, struct view bytes, struct hearsay_error *error)
{
    struct output *out;
    char path[4096];
    int code;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    code = output_open(&out, path, error);
    if (code)
        return code;
    output_view_write(out, bytes);
    return output_commit(out, error);
}
