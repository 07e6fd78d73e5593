/* lines_file.h: a temporary file of lines for readers that take a path. The set-up and tear-down of a group of tests. */
#ifndef HEARSAY_TESTS_RECORD_LINES_FILE_H
#define HEARSAY_TESTS_RECORD_LINES_FILE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char lines_path[] = "/tmp/hearsay-lines-XXXXXX";

static inline int make_lines_file(void **state)
{
    int file = mkstemp(lines_path);
    (void)state;
    return file < 0 ? -1 : close(file);
}

static inline int remove_lines_file(void **state)
{
    (void)state;
    return unlink(lines_path);
}

/* Puts lines in the place of those that were there. */
static inline void write_lines(const char *lines)
{
    FILE *file = fopen(lines_path, "w");
    assert_non_null(file);
    assert_true(fputs(lines, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

#endif
