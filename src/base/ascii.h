/* ascii.h: classes of single bytes. The C library's depend on the locale. */
#ifndef HEARSAY_BASE_ASCII_H
#define HEARSAY_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(char c)
{
    return ascii_is_lower((char)(c | 0x20));
}

/* What shows and is neither letter, digit nor space. */
static inline bool ascii_is_punctuation(char c)
{
    return c > ' ' && c < 0x7F && !ascii_is_digit(c) && !ascii_is_letter(c);
}

static inline char ascii_to_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c | 0x20) : c;
}

static inline char ascii_to_upper(char c)
{
    return ascii_is_lower(c) ? (char)(c & ~0x20) : c;
}

#endif
