/* scan.h: what the files of the tokeniser share. The tokeniser reads the clean text (stages.h) chunk by chunk, a chunk
 * being what lies between white space and skipped parts, and cuts each into the words of Universal Dependencies. */
#ifndef HEARSAY_TEXT_SCAN_H
#define HEARSAY_TEXT_SCAN_H

#include "base/utf8.h"
#include "text/stages.h"

struct scan {
    struct text_work *work;
    struct view clean;
    size_t chunk_start;
    size_t chunk_end;
    bool space_before;  /* white space lies between the last word and what comes */
    bool open_single;   /* a single quotation mark is open in the paragraph */
    bool has_address;   /* the chunk may hold an address or a URL */
    bool failed;        /* out of memory */
};

/* Adds the word [start, end); longer ones than the limit are cut, with a warning. */
void scan_emit(struct scan *scan, size_t start, size_t end);

/* Cuts the word or words that start at `at`, which is_word_code holds for, and returns the end. */
size_t scan_word(struct scan *scan, size_t at);

/* Cuts the punctuation, symbol or emoticon at `at` and returns its end. */
size_t scan_mark(struct scan *scan, size_t at);

/* The end of the URL, address of electronic mail or name of a host that starts at `at`; `at` where none does. */
size_t scan_address(const struct scan *scan, size_t at);

/* Length in bytes of the apostrophe at `at` ("'", "’" and their misprints), 0 for anything else. */
size_t scan_apostrophe(const struct scan *scan, size_t at);

/* What makes up words: letters, digits, marks, "_", and all that is neither punctuation nor symbol. */
static inline bool scan_is_word_code(uint32_t code)
{
    if (code < 0x80) return ascii_is_letter((char)code) || ascii_is_digit((char)code) || code == '_';
    return code == UTF8_REPLACEMENT || !(utf8_is_punctuation(code) || utf8_is_symbol(code));
}

/* The byte at `at`, 0 behind the chunk. */
static inline char scan_byte(const struct scan *scan, size_t at)
{
    return at < scan->chunk_end ? scan->clean.data[at] : '\0';
}

/* The code point at `at`, 0 behind the chunk. */
static inline uint32_t scan_code(const struct scan *scan, size_t at)
{
    size_t next;
    return at < scan->chunk_end ? utf8_decode(scan->clean, at, &next) : 0;
}

#endif
