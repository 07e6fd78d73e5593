/* What is put aside comes back, in any order, however long and however many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/spool.h"
#include "hearsay.h"

enum { PIECES = 2000, LONGEST = 300000 };

/* The text of a piece: most are short, some longer than a block, some empty. */
static struct view make_piece(size_t number, char *text)
{
    size_t length = number % 97 == 5 ? LONGEST : number % 31 == 7 ? 0 : 37 * number % 4000;
    for (size_t i = 0; i < length; i++) {
        text[i] = (char)('a' + (i * i + number) % 26);
    }
    return (struct view){text, length};
}

static void check_piece(struct spool *spool, size_t number, char *text)
{
    struct hearsay_error error;
    struct view piece;
    assert_int_equal(spool_read(spool, number, &piece, &error), HEARSAY_OK);
    assert_true(view_equal(piece, make_piece(number, text)));
}

static void pieces_come_back_in_any_order(void **state)
{
    struct hearsay_error error;
    struct spool *spool;
    char *text = malloc(LONGEST);
    (void)state;
    assert_non_null(text);
    assert_int_equal(spool_new(&spool, &error), HEARSAY_OK);
    for (size_t i = 0; i < PIECES; i++) {
        assert_int_equal(spool_add(spool, make_piece(i, text), &error), HEARSAY_OK);
        if (i % 501 == 500) { /* between the adding */
            check_piece(spool, i, text);
            check_piece(spool, i / 2, text);
        }
    }
    for (size_t i = 0; i < PIECES; i++) {
        check_piece(spool, i * 1009 % PIECES, text);
    }
    for (size_t i = 0; i < PIECES; i++) {
        check_piece(spool, i, text);
    }
    spool_free(spool);
    spool_free(NULL);
    free(text);
}

/* A folder that cannot hold the file is done without. */
static void a_folder_that_is_not_there_does_no_harm(void **state)
{
    struct hearsay_error error;
    struct spool *spool;
    struct view piece;
    (void)state;
    setenv("TMPDIR", "/there/is/no/such/folder", 1);
    assert_int_equal(spool_new(&spool, &error), HEARSAY_OK);
    assert_int_equal(spool_add(spool, VIEW("a line"), &error), HEARSAY_OK);
    assert_int_equal(spool_read(spool, 0, &piece, &error), HEARSAY_OK);
    assert_true(view_is(piece, "a line"));
    spool_free(spool);
    unsetenv("TMPDIR");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_come_back_in_any_order),
        cmocka_unit_test(a_folder_that_is_not_there_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
