#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

/* Messages quote the input: a control character in them must not reach a terminal, and what was cut must stay UTF-8. */
static void make_printable(char *string)
{
    for (char *c = string; *c; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7F) *c = '?';
    }
    size_t valid = utf8_valid(view_of(string));
    size_t length = strlen(string);
    if (length - valid < 4) {
        string[valid] = '\0';
        return;
    }
    for (char *c = string + valid; *c; c++) {
        if ((unsigned char)*c >= 0x80) *c = '?';
    }
}

void error_set_place(struct hearsay_error *error, const char *place)
{
    snprintf(error->place, sizeof error->place, "%s", place);
    make_printable(error->place);
}

int error_set(struct hearsay_error *error, int code, const char *stage, const char *place, const char *format, ...)
{
    if (!error) return code;
    error->code = code;
    error->stage = stage;
    error_set_place(error, place ? place : "");
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    make_printable(error->message);
    return code;
}

int error_memory(struct hearsay_error *error, const char *stage)
{
    return error_set(error, HEARSAY_ERROR_MEMORY, stage, "",
                     "out of memory: give the process more, raise --limit-memory, or cut the document");
}
