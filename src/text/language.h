/* language.h: tells English text from other languages by its script and its common words, and names the other language
 * where it can. It is made to leave English alone: names, headlines, quotations and lists of foreign words are no
 * proof.
 *
 * Source of the method: common words as in Ingle 1976 and Grefenstette 1995; the table is languages.tsv. */
#ifndef HEARSAY_TEXT_LANGUAGE_H
#define HEARSAY_TEXT_LANGUAGE_H

#include "base/view.h"

/* What a text says of its language; one after the other can be added up. */
struct language_evidence;

/* The room of an evidence, whose size is that of the table: all zero is empty. */
size_t language_evidence_size(void);

/* Adds a text (valid UTF-8). Cost: linear, one binary search for each word. */
void language_gather(struct language_evidence *evidence, struct view text);

/* Adds what another evidence holds. */
void language_add(struct language_evidence *evidence, const struct language_evidence *more);

/* Letters seen, as a measure of size. */
uint32_t language_letters(const struct language_evidence *evidence);

enum language_verdict {
    LANGUAGE_OPEN, /* too little to tell */
    LANGUAGE_ENGLISH,
    LANGUAGE_OTHER, /* certainly not English */
};

struct language_guess {
    enum language_verdict verdict;
    const char *code; /* ISO 639: "en", "de"; "und" where it is not known */
    const char *name; /* "German"; NULL where it is not known */
    bool clear;       /* English: beyond doubt, even among text of another language */
};
struct language_guess language_guess(const struct language_evidence *evidence);

/* Whether a code that an input gives means English: "en", "en-GB", "eng", "English". */
bool language_is_english(struct view code);

/* The English name of a code of the table ("de", "de-AT"), NULL where it is not there. */
const char *language_name(struct view code);

#endif
