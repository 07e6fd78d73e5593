/* calendar.h: days, months and years, whole or in part. */
#ifndef HEARSAY_CLAIM_CALENDAR_H
#define HEARSAY_CLAIM_CALENDAR_H

#include "base/arena.h"

/* A date, known to the day, the month or the year: what is not known is 0. */
struct date {
    int year, month, day;
};

enum date_unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };

static inline bool date_known(struct date date)
{
    return date.year != 0;
}

/* Whether a number can be a year that news and encyclopaedias write about. */
bool date_is_year(int number);

int date_days_in_month(int year, int month); /* year 0: of a leap year */

/* 0 (Sunday) to 6 for a date that is known to the day. */
int date_weekday(struct date date);

/* The date `count` units after `date` (before, where negative), as exactly as such words are meant: days to the day,
 * weeks and months to the month, years to the year. {0, 0, 0} where `date` is not known that exactly, or where a few
 * days more or less would make it another month. */
struct date date_shift(struct date date, int count, enum date_unit unit);

/* What two dates share: the day, the month or the year; {0, 0, 0} where not even that. */
struct date date_common(struct date a, struct date b);

/* Reads "2024-03-22", "2024-03", "2024"; zeros where it is none of them. What follows is not looked at. */
struct date date_read_iso(struct view text);

/* "2024-03-22" or its shorter forms; {NULL, 0} without memory. */
struct view date_print(struct arena *arena, struct date date);

#endif
