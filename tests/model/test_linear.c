/* Hashed weights: SIMD and portable sums agree, tables are checked, hashes spread. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "model/linear.h"

static uint64_t next(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state ^ *state >> 31;
}

/* A table of random bytes but for its header: tags, classes and weights of every kind. */
static struct view random_section(uint32_t lines, uint32_t classes, uint64_t seed)
{
    size_t size = sizeof(struct linear_header) + lines * sizeof(struct linear_line);
    unsigned char *bytes = aligned_alloc(64, size);
    struct linear_header *header = (struct linear_header *)(void *)bytes;

    assert_non_null(bytes);
    for (size_t i = 0; i < size; i++)
        bytes[i] = (unsigned char)(next(&seed) >> 40);
    header->line_count = lines;
    header->classes = classes;
    return (struct view){(const char *)bytes, size};
}

static void simd_and_portable_agree(void **state)
{
    struct view section = random_section(37, 256, 1);
    struct linear table;
    uint64_t features[100], seed = 2;
    size_t hits = 0;

    (void)state;
    assert_int_equal(linear_open(&table, section, "t", 256, NULL), 0);
    for (int round = 0; round < 500; round++) {
        int32_t fast[LINEAR_CLASSES] = {0}, portable[LINEAR_CLASSES] = {0};
        for (int i = 0; i < 100; i++) {
            uint64_t line = next(&seed) % table.line_count;
            /* A tag that stands in the line, so that there is something to add. */
            features[i] = ((line << 32) / table.line_count + 1) << 32;
            features[i] |=
                table.lines[linear_line_of(features[i], table.line_count)].tag[next(&seed) % LINEAR_LINE_SLOTS];
        }
        linear_add(&table, features, 100, fast);
        linear_add_portable(&table, features, 100, portable);
        assert_memory_equal(fast, portable, sizeof fast);
        for (int i = 0; i < LINEAR_CLASSES; i++)
            hits += fast[i] != 0;
    }
    assert_true(hits > 1000);
    free((void *)(uintptr_t)section.data);
}

static void score_clears_first(void **state)
{
    struct view section = random_section(3, 9, 3);
    struct linear table;
    uint64_t feature = 12345;
    int32_t once[LINEAR_CLASSES] = {0}, twice[LINEAR_CLASSES] = {0};

    (void)state;
    assert_int_equal(linear_open(&table, section, "t", 9, NULL), 0);
    linear_score(&table, &feature, 1, once);
    linear_score(&table, &feature, 1, twice);
    linear_score(&table, &feature, 1, twice);
    assert_memory_equal(once, twice, 9 * sizeof *once);
    free((void *)(uintptr_t)section.data);
}

static void best_is_the_lowest_of_equals(void **state)
{
    const int32_t scores[] = {-5, 3, 7, 7, -9};

    (void)state;
    assert_int_equal(linear_best(scores, 5), 2);
    assert_int_equal(linear_best(scores, 2), 1);
    assert_int_equal(linear_best(scores, 1), 0);
}

static void sections_of_other_sizes_are_refused(void **state)
{
    struct view section = random_section(5, 9, 4);
    struct linear_header *header = (struct linear_header *)(uintptr_t)section.data;
    struct hearsay_error error;
    struct linear table;

    (void)state;
    assert_int_equal(linear_open(&table, section, "t", 9, &error), 0);
    assert_int_equal(linear_open(&table, section, "t", 8, &error), HEARSAY_ERROR_INPUT);
    assert_int_equal(linear_open(&table, (struct view){NULL, 0}, "t", 9, &error), HEARSAY_ERROR_INPUT);
    for (size_t cut = 0; cut < section.length; cut += 7)
        assert_int_equal(linear_open(&table, view_slice(section, 0, cut), "t", 9, &error), HEARSAY_ERROR_INPUT);
    header->line_count = 0;
    assert_int_equal(linear_open(&table, section, "t", 9, &error), HEARSAY_ERROR_INPUT);
    header->line_count = UINT32_MAX;
    assert_int_equal(linear_open(&table, section, "t", 9, &error), HEARSAY_ERROR_INPUT);
    free((void *)(uintptr_t)section.data);
}

static void features_differ_by_template_value_and_order(void **state)
{
    (void)state;
    assert_true(linear_feature1(1, 2) != linear_feature1(2, 1));
    assert_true(linear_feature2(1, 2, 3) != linear_feature2(1, 3, 2));
    assert_true(linear_feature2(1, 2, 3) != linear_feature3(1, 2, 3, 0));
    assert_true(linear_feature3(1, 2, 3, 4) != linear_feature3(2, 2, 3, 4));
    assert_true(linear_feature4(1, 2, 3, 4, 5) != linear_feature4(1, 2, 3, 5, 4));
}

/* Small ids must spread over the lines and the tags: what features are made of. */
static void hashes_spread(void **state)
{
    enum { LINES = 64, VALUES = 64 * 256 };
    size_t lines[LINES] = {0}, tags[LINES] = {0};

    (void)state;
    for (uint64_t value = 0; value < VALUES; value++) {
        uint64_t feature = linear_feature2(7, value / 128, value % 128);
        lines[linear_line_of(feature, LINES)]++;
        tags[linear_tag_of(feature) % LINES]++;
    }
    for (int i = 0; i < LINES; i++) {
        assert_in_range(lines[i], 150, 370);
        assert_in_range(tags[i], 150, 370);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(simd_and_portable_agree),
        cmocka_unit_test(score_clears_first),
        cmocka_unit_test(best_is_the_lowest_of_equals),
        cmocka_unit_test(sections_of_other_sizes_are_refused),
        cmocka_unit_test(features_differ_by_template_value_and_order),
        cmocka_unit_test(hashes_spread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
