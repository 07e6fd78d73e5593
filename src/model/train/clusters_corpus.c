#include <stdio.h>
#include <stdlib.h>

#include <xxhash.h>

#include "model/train/clusters.h"
#include "syntax/clusters.h"

enum { BOUNDARY = 0, RARE = 1, FIRST_WORD = 2 };

/* A growing set of spellings, numbered as they come. */
struct lexicon {
    struct view *forms;
    uint32_t *counts;
    uint32_t *slots; /* number + 1; 0: empty */
    uint32_t count, capacity;
};

static void lexicon_rehash(struct lexicon *lexicon, uint32_t capacity)
{
    free(lexicon->slots);
    lexicon->slots = train_allocate(2 * (size_t)capacity, sizeof *lexicon->slots);
    lexicon->forms = realloc(lexicon->forms, capacity * sizeof *lexicon->forms);
    lexicon->counts = realloc(lexicon->counts, capacity * sizeof *lexicon->counts);
    if (!lexicon->forms || !lexicon->counts)
        exit(3);
    lexicon->capacity = capacity;
    for (uint32_t i = 0; i < lexicon->count; i++) {
        uint64_t slot = XXH3_64bits(lexicon->forms[i].data, lexicon->forms[i].length) % (2 * (uint64_t)capacity);
        while (lexicon->slots[slot])
            slot = (slot + 1) % (2 * (uint64_t)capacity);
        lexicon->slots[slot] = i + 1;
    }
}

static uint32_t lexicon_number(struct lexicon *lexicon, struct view form)
{
    if (lexicon->count == lexicon->capacity)
        lexicon_rehash(lexicon, lexicon->capacity ? 2 * lexicon->capacity : 1024);
    uint64_t slot = XXH3_64bits(form.data, form.length) % (2 * (uint64_t)lexicon->capacity);
    for (; lexicon->slots[slot]; slot = (slot + 1) % (2 * (uint64_t)lexicon->capacity))
        if (view_equal(lexicon->forms[lexicon->slots[slot] - 1], form))
            return lexicon->slots[slot] - 1;
    char *copy = train_allocate(form.length, 1);
    memcpy(copy, form.data, form.length);
    lexicon->forms[lexicon->count] = (struct view){copy, form.length};
    lexicon->counts[lexicon->count] = 0;
    lexicon->slots[slot] = ++lexicon->count;
    return lexicon->count - 1;
}

static void append(struct cluster_corpus *corpus, uint32_t word)
{
    if (corpus->count == corpus->capacity) {
        corpus->capacity = corpus->capacity ? 2 * corpus->capacity : 4096;
        corpus->words = realloc(corpus->words, corpus->capacity * sizeof *corpus->words);
        if (!corpus->words)
            exit(3);
    }
    corpus->words[corpus->count++] = word;
}

static void add_word(struct cluster_corpus *corpus, struct lexicon *lexicon, struct view form)
{
    char normal[CLUSTERS_FORM_BYTES + 4];
    size_t length = clusters_normalise(form, normal);
    if (length == 0) {
        append(corpus, RARE);
        return;
    }
    uint32_t number = lexicon_number(lexicon, (struct view){normal, length});
    lexicon->counts[number]++;
    append(corpus, number + FIRST_WORD);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_word(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* A stretch between spaces: punctuation at its edges and hyphens between letters are words, as in the treebanks. A full
 * stop stays with what looks like an abbreviation. */
static void add_stretch(struct cluster_corpus *corpus, struct lexicon *lexicon, struct view stretch)
{
    size_t start = 0, end = stretch.length;
    for (; start < end && !is_word(stretch.data[start]) && stretch.data[start] != '\''; start++)
        add_word(corpus, lexicon, view_slice(stretch, start, start + 1));
    size_t tail = end;
    while (tail > start && !is_word(stretch.data[tail - 1]))
        tail--;
    if (tail < end && stretch.data[tail] == '.' && memchr(stretch.data + start, '.', tail - start))
        tail++;
    for (size_t i = start; i < tail; i++) {
        bool hyphen = stretch.data[i] == '-' && i > start && i + 1 < tail && is_letter(stretch.data[i + 1]);
        if (!hyphen)
            continue;
        add_word(corpus, lexicon, view_slice(stretch, start, i));
        add_word(corpus, lexicon, VIEW("-"));
        start = i + 1;
    }
    if (start < tail)
        add_word(corpus, lexicon, view_slice(stretch, start, tail));
    for (; tail < end; tail++)
        add_word(corpus, lexicon, view_slice(stretch, tail, tail + 1));
}

static void add_text_line(struct cluster_corpus *corpus, struct lexicon *lexicon, struct view line)
{
    for (size_t at = 0; at < line.length;) {
        size_t end = at;
        while (end < line.length && line.data[end] != ' ' && line.data[end] != '\t')
            end++;
        if (end > at)
            add_stretch(corpus, lexicon, view_slice(line, at, end));
        at = end + 1;
    }
    append(corpus, BOUNDARY);
}

static void add_conllu_line(struct cluster_corpus *corpus, struct lexicon *lexicon, struct view line)
{
    if (line.length == 0) {
        append(corpus, BOUNDARY);
        return;
    }
    const char *tab = memchr(line.data, '\t', line.length);
    if (line.data[0] == '#' || !tab || memchr(line.data, '-', (size_t)(tab - line.data)) ||
        memchr(line.data, '.', (size_t)(tab - line.data)))
        return;
    size_t start = (size_t)(tab - line.data) + 1;
    const char *end = memchr(line.data + start, '\t', line.length - start);
    if (end)
        add_word(corpus, lexicon, view_slice(line, start, (size_t)(end - line.data)));
}

static void read_file(struct cluster_corpus *corpus, struct lexicon *lexicon, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(3);
    }
    bool conllu = view_ends(view_of(path), VIEW(".conllu"));
    char *line = NULL;
    size_t capacity = 0;
    for (ssize_t length; (length = getline(&line, &capacity, file)) >= 0;) {
        struct view v = {line, (size_t)length};
        while (v.length && (v.data[v.length - 1] == '\n' || v.data[v.length - 1] == '\r'))
            v.length--;
        if (conllu)
            add_conllu_line(corpus, lexicon, v);
        else
            add_text_line(corpus, lexicon, v);
    }
    free(line);
    fclose(file);
    append(corpus, BOUNDARY);
}

struct ranked {
    uint32_t count;
    uint32_t number;
};

/* More frequent first; ties in the order of the text, so that the outcome is the same on every machine. */
static int by_count(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count) - (x->count > y->count)
                                : (x->number > y->number) - (x->number < y->number);
}

void cluster_corpus_read(struct cluster_corpus *corpus, char **paths, size_t count, uint32_t least)
{
    struct lexicon lexicon = {0};
    *corpus = (struct cluster_corpus){0};
    append(corpus, BOUNDARY);
    for (size_t i = 0; i < count; i++)
        read_file(corpus, &lexicon, paths[i]);

    struct ranked *ranked = train_allocate(lexicon.count, sizeof *ranked);
    for (uint32_t i = 0; i < lexicon.count; i++)
        ranked[i] = (struct ranked){lexicon.counts[i], i};
    qsort(ranked, lexicon.count, sizeof *ranked, by_count);
    uint32_t kept = 0;
    while (kept < lexicon.count && ranked[kept].count >= least)
        kept++;
    uint32_t *number = train_allocate(lexicon.count, sizeof *number); /* 0: not kept */
    corpus->vocabulary = kept + FIRST_WORD;
    corpus->forms = train_allocate(corpus->vocabulary, sizeof *corpus->forms);
    for (uint32_t i = 0; i < lexicon.count; i++) {
        struct view form = lexicon.forms[ranked[i].number];
        if (i < kept) {
            number[ranked[i].number] = i + FIRST_WORD;
            corpus->forms[i + FIRST_WORD] = form;
        } else {
            free((void *)form.data);
        }
    }
    for (size_t i = 0; i < corpus->count; i++)
        if (corpus->words[i] >= FIRST_WORD)
            corpus->words[i] = number[corpus->words[i] - FIRST_WORD] ? number[corpus->words[i] - FIRST_WORD] : RARE;
    free(number);
    free(ranked);
    free(lexicon.forms);
    free(lexicon.counts);
    free(lexicon.slots);
}

void cluster_corpus_free(struct cluster_corpus *corpus)
{
    for (uint32_t i = FIRST_WORD; i < corpus->vocabulary; i++)
        free((void *)corpus->forms[i].data);
    free(corpus->forms);
    free(corpus->words);
}
