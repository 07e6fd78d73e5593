/* analysed_text.h: raw text through the whole program, by the model inside. */
#ifndef HEARSAY_TESTS_CLAIM_ANALYSED_TEXT_H
#define HEARSAY_TESTS_CLAIM_ANALYSED_TEXT_H

#include "claim/analysed.h"

struct reader {
    struct model *model;
    struct syntax *syntax;
    struct arena *arena;
    struct analysed analysed;
};

/* Skips the test where the build has no model. */
static void open_reader(struct reader *reader)
{
    struct hearsay_error error = {0};

    reader->arena = arena_new(0);
    assert_non_null(reader->arena);
    if (model_open_embedded(&reader->model, &error) < 0) {
        arena_free(reader->arena);
        print_message("no model in this build\n");
        skip();
    }
    assert_int_equal(syntax_open(&reader->syntax, reader->model, &error), 0);
}

static void close_reader(struct reader *reader)
{
    syntax_close(reader->syntax);
    model_close(reader->model);
    arena_free(reader->arena);
}

/* What is found in a text of a date ({NULL, 0}: of none); it lives until the next one is read. */
static const struct analysed *read_text(struct reader *reader, struct view text, struct view date, int min_confidence)
{
    struct hearsay_error error = {0};
    struct hearsay_limits limits = limits_default();
    struct text_unit unit = {.bytes = text, .name = VIEW("test"), .line = 1, .format = HEARSAY_FORMAT_TEXT};

    arena_reset(reader->arena);
    reader->analysed = (struct analysed){0};
    assert_int_equal(text_parse(&reader->analysed.document, &unit, &limits, reader->arena, &error), 0);
    reader->analysed.document.date = date;
    assert_int_equal(syntax_analyse(reader->syntax, &reader->analysed.document, reader->arena, &error), 0);
    assert_int_equal(analyse_tree(&reader->analysed, min_confidence, reader->arena, &error), 0);
    return &reader->analysed;
}

/* What is found, a line for each claim. */
static inline void print_claims(const struct analysed *analysed, struct arena *arena)
{
    for (size_t i = 0; i < analysed->claims.count; i++) {
        struct view claim = claim_line(analysed, i, arena);
        print_message("  claim    %.*s\n", VIEW_ARGS(claim));
    }
}

enum { TABLE_LINE_MAX = 1000, TABLE_COLUMNS_MAX = 8 };

/* Whether a case, the columns of a line, holds; says what was found instead where it does not. */
typedef bool table_check(struct reader *reader, const struct view *columns);

/* Cuts a line of a table at its tabulators; false for comments. */
static inline bool read_columns(char *line, struct view *columns, int count)
{
    char *rest = line;

    line[strcspn(line, "\n")] = '\0';
    for (int i = 0; i < count; i++)
        columns[i] = view_of(strsep(&rest, "\t"));
    return line[0] != '#';
}

/* Checks every line of a table of at least so many; returns how many do not hold. */
static inline int check_table(const char *path, int column_count, table_check *holds, int cases_min)
{
    struct reader reader;
    struct view columns[TABLE_COLUMNS_MAX];
    FILE *file = fopen(path, "r");
    char line[TABLE_LINE_MAX];
    int cases = 0;
    int failing = 0;

    assert_non_null(file);
    open_reader(&reader);
    while (fgets(line, sizeof line, file)) {
        if (!read_columns(line, columns, column_count))
            continue;
        failing += !holds(&reader, columns);
        cases++;
    }
    fclose(file);
    close_reader(&reader);
    assert_true(cases >= cases_min);
    return failing;
}

#endif
