/* The model file: what is written is read back, and no damaged file is taken for a model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/model.h"

#define PATH "test_model.tmp"

static void write_file(const char *path, const char *data, size_t length)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, length, file), length);
    fclose(file);
}

static size_t read_file(const char *path, char *data, size_t room)
{
    FILE *file = fopen(path, "rb");
    size_t length;

    assert_non_null(file);
    length = fread(data, 1, room, file);
    fclose(file);
    return length;
}

static void write_example(void)
{
    static const struct model_section_source sections[] = {
        {"letters", {"abcdefgh", 8}},
        {"nothing", {"", 0}},
        {"numbers", {"0123456789", 10}},
    };
    struct hearsay_error error;

    assert_int_equal(model_write(PATH, "example-1", sections, 3, &error), 0);
}

static void sections_come_back(void **state)
{
    struct model *model;
    struct hearsay_error error;

    (void)state;
    write_example();
    assert_int_equal(model_open(&model, PATH, &error), 0);
    assert_true(view_is(model_name(model), "example-1"));
    assert_true(view_is(model_section(model, "letters"), "abcdefgh"));
    assert_true(view_is(model_section(model, "numbers"), "0123456789"));
    assert_int_equal((uintptr_t)model_section(model, "numbers").data % 64, 0);
    assert_int_equal(model_section(model, "nothing").length, 0);
    assert_null(model_section(model, "letter").data);
    model_close(model);
    model_close(NULL);
    unlink(PATH);
}

static void same_sections_give_same_bytes(void **state)
{
    char first[4096], second[4096];
    size_t length;

    (void)state;
    write_example();
    length = read_file(PATH, first, sizeof first);
    write_example();
    assert_int_equal(read_file(PATH, second, sizeof second), length);
    assert_memory_equal(first, second, length);
    unlink(PATH);
}

/* Opens what lies at PATH and expects a refusal, or a model whose parts can all be read. */
static bool opens(void)
{
    struct model *model;
    struct hearsay_error error;
    int code = model_open(&model, PATH, &error);

    if (code) {
        assert_int_equal(code, HEARSAY_ERROR_INPUT);
        assert_null(model);
        assert_true(error.message[0] != '\0');
        return false;
    }
    (void)model_section(model, "letters");
    for (struct view name = model_name(model); name.length > 0; name = view_slice(name, 1, name.length))
        assert_in_range(name.data[0], '!', '~'); /* fit for a record */
    model_close(model);
    return true;
}

static void every_cut_is_refused(void **state)
{
    char bytes[4096];
    size_t length;

    (void)state;
    write_example();
    length = read_file(PATH, bytes, sizeof bytes);
    for (size_t cut = 0; cut < length; cut++) {
        write_file(PATH, bytes, cut);
        assert_false(opens());
    }
    unlink(PATH);
}

/* A changed bit is refused; but for the names' spelling and the padding between sections, which nothing covers. */
static bool may_change(size_t at, size_t length)
{
    const size_t header = 48, entry = 48, end = 48 + 3 * 48;
    bool model_name_byte = at >= 16 && at < header;
    bool section_name_byte = at >= header && at < end && (at - header) % entry < 24;
    bool padding = at >= end && !(at >= 192 && at < 200) && !(at >= 256 && at < 266);

    assert_true(length > end);
    return model_name_byte || section_name_byte || padding;
}

static void every_flipped_bit_is_refused(void **state)
{
    char bytes[4096];
    size_t length, refused = 0;

    (void)state;
    write_example();
    length = read_file(PATH, bytes, sizeof bytes);
    for (size_t bit = 0; bit < length * 8; bit++) {
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        write_file(PATH, bytes, length);
        if (!opens())
            refused++;
        else if (!may_change(bit / 8, length))
            fail_msg("byte %zu, bit %zu", bit / 8, bit % 8);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
    }
    assert_true(refused > 500);
    unlink(PATH);
}

static void what_is_no_file_is_an_error(void **state)
{
    struct model *model;
    struct hearsay_error error;

    (void)state;
    assert_int_equal(model_open(&model, "no/such/file", &error), HEARSAY_ERROR_IO);
    assert_null(model);
    assert_string_equal(error.place, "no/such/file");
    assert_int_equal(model_open(&model, ".", &error), HEARSAY_ERROR_IO);
    assert_int_equal(model_open(&model, ".", NULL), HEARSAY_ERROR_IO);
}

static void names_too_long_are_refused(void **state)
{
    const struct model_section_source fine = {"letters", {"a", 1}}, empty = {"", {"a", 1}};
    const struct model_section_source longer = {"a-name-of-more-than-23-bytes", {"a", 1}};

    (void)state;
    assert_int_equal(model_write(PATH, "", &fine, 1, NULL), HEARSAY_ERROR_USAGE);
    assert_int_equal(model_write(PATH, "a-model-name-of-more-than-31-bytes", &fine, 1, NULL), HEARSAY_ERROR_USAGE);
    assert_int_equal(model_write(PATH, "a", &empty, 1, NULL), HEARSAY_ERROR_USAGE);
    assert_int_equal(model_write(PATH, "a", &longer, 1, NULL), HEARSAY_ERROR_USAGE);
    assert_int_equal(access(PATH, F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_come_back),        cmocka_unit_test(same_sections_give_same_bytes),
        cmocka_unit_test(every_cut_is_refused),      cmocka_unit_test(every_flipped_bit_is_refused),
        cmocka_unit_test(what_is_no_file_is_an_error), cmocka_unit_test(names_too_long_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
