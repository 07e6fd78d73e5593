/* date_read.h: the dates that the words of a sentence name, resolved against the document's date and the dates before
 * them. */
#ifndef HEARSAY_CLAIM_DATE_READ_H
#define HEARSAY_CLAIM_DATE_READ_H

#include "claim/calendar.h"
#include "claim/scan.h"

struct dated {
    struct date date;
    struct range words;
    bool undecided; /* a bare weekday: the one before, unless what is said lies ahead */
};

enum { EVENTS_MAX = 16 };

/* A thing that happened on a day that the text names. */
struct dated_event {
    struct view noun; /* its lemma */
    struct date date;
};

/* What is known so far. */
struct calendar {
    struct date document;                  /* year 0 where there is none */
    int year;                              /* the year last named, while it holds; 0 */
    bool year_lasts;                       /* beyond its paragraph */
    struct date last;                      /* the day last named, or the month or year */
    struct dated_event events[EVENTS_MAX]; /* the latest, in a ring */
    size_t event_count;
};

/* Reads the dates of scan->words into `dates`; returns how many, at most `most`. Takes note of them for the sentences
 * to come. Cost: linear in the words. */
size_t date_read_sentence(const struct scan *scan, struct calendar *calendar, struct dated *dates, size_t most);

#endif
