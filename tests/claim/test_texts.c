/* Texts through the whole program, by the model inside, against the whole claims that a careful reader marks in them
 * (texts.txt). What fails is listed there, and no more than that may fail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed_text.h"

enum { CASES_MIN = 150, FAILURES_MAX = 22, TEXT_MAX = 1000, CLAIMS_MAX = 16 };

/* A case: the text, which of its claims are expected, and whether it is known to fail. */
struct text_case {
    char text[TEXT_MAX];
    char claims[CLAIMS_MAX][TEXT_MAX];
    size_t claim_count;
    bool known_to_fail;
};

/* Reads a line without its line feed; false at the end. */
static bool read_line(FILE *file, char line[TEXT_MAX])
{
    if (!fgets(line, TEXT_MAX, file))
        return false;
    line[strcspn(line, "\n")] = '\0';
    return true;
}

/* Copies a text whose paragraphs are parted by " / ". */
static void copy_paragraphs(char text[TEXT_MAX], const char *line)
{
    strcpy(text, line);
    for (char *mark = strstr(text, " / "); mark; mark = strstr(mark, " / ")) {
        mark[0] = mark[1] = '\n';
        memmove(mark + 2, mark + 3, strlen(mark + 3) + 1);
    }
}

/* The next case: "> text" or "! text" (known to fail), then one line for each claim, then an empty line. */
static bool read_case(FILE *file, struct text_case *text_case)
{
    char line[TEXT_MAX];

    text_case->claim_count = 0;
    do
        if (!read_line(file, line))
            return false;
    while (line[0] != '>' && line[0] != '!');
    text_case->known_to_fail = line[0] == '!';
    copy_paragraphs(text_case->text, line + 2);
    while (read_line(file, line) && line[0]) {
        assert_true(text_case->claim_count < CLAIMS_MAX);
        strcpy(text_case->claims[text_case->claim_count++], line);
    }
    return true;
}

static bool same_claims(const struct text_case *text_case, const struct analysed *analysed, struct arena *arena)
{
    if (analysed->claims.count != text_case->claim_count)
        return false;
    for (size_t i = 0; i < text_case->claim_count; i++)
        if (!view_is(claim_line(analysed, i, arena), text_case->claims[i]))
            return false;
    return true;
}

static void print_difference(const struct text_case *text_case, const struct analysed *analysed, struct arena *arena)
{
    print_message("%s\n", text_case->text);
    for (size_t i = 0; i < text_case->claim_count; i++)
        print_message("  expected %s\n", text_case->claims[i]);
    for (size_t i = 0; i < analysed->claims.count; i++) {
        struct view found = claim_line(analysed, i, arena);
        print_message("  found    %.*s\n", VIEW_ARGS(found));
    }
}

/* Whether a case fails; a failure that is not listed and one that is none any more are printed. */
static bool fails(struct reader *reader, const struct text_case *text_case)
{
    const struct analysed *analysed =
        read_text(reader, view_of(text_case->text), VIEW("2024-03-22"), CLAIM_MIN_CONFIDENCE);
    bool right = same_claims(text_case, analysed, reader->arena);

    if (right && text_case->known_to_fail)
        print_message("no failure any more, mark it as such: %s\n", text_case->text);
    if (!right && !text_case->known_to_fail)
        print_difference(text_case, analysed, reader->arena);
    return !right;
}

/* Another model may mend one text and break another; in sum it may break no more than are broken. */
static void test_texts(void **state)
{
    struct reader reader;
    struct text_case text_case;
    FILE *file = fopen(HEARSAY_SOURCE_DIR "/tests/claim/texts.txt", "r");
    int cases = 0;
    int failing = 0;

    (void)state;
    assert_non_null(file);
    open_reader(&reader);
    for (; read_case(file, &text_case); cases++)
        failing += fails(&reader, &text_case);
    fclose(file);
    close_reader(&reader);
    print_message("%d of %d texts fail\n", failing, cases);
    assert_true(cases >= CASES_MIN);
    assert_true(failing <= FAILURES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_texts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
