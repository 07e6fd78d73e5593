/* calendar.c: counting days and months. Day numbers: Hinnant 2013, "chrono-Compatible Low-Level Date Algorithms". */
#include "claim/calendar.h"

enum { YEAR_MIN = 1500, YEAR_MAX = 2100, WEEK_DAYS = 7, MONTHS = 12, WEEKS_LEEWAY = 3 };

bool date_is_year(int number)
{
    return number >= YEAR_MIN && number <= YEAR_MAX;
}

/* Days since 1970-01-01. */
static int64_t days_of(struct date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static struct date date_of_days(int64_t days)
{
    int64_t shifted = days + 719468;
    int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int64_t of_era = shifted - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    struct date date = {(int)(year + era * 400), (int)(month < 10 ? month + 3 : month - 9),
                        (int)(of_year - (153 * month + 2) / 5 + 1)};

    date.year += date.month <= 2;
    return date;
}

int date_days_in_month(int year, int month)
{
    static const int days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));

    return month == 2 && leap ? 29 : days[month - 1];
}

int date_weekday(struct date date)
{
    return (int)(((days_of(date) % WEEK_DAYS) + WEEK_DAYS + 4) % WEEK_DAYS); /* 1970-01-01 was a Thursday */
}

static struct date shift_days(struct date date, int64_t days)
{
    return date_of_days(days_of(date) + days);
}

static struct date shift_months(struct date date, int months)
{
    int at = date.year * MONTHS + date.month - 1 + months;

    return (struct date){at / MONTHS, at % MONTHS + 1, 0};
}

struct date date_shift(struct date date, int count, enum date_unit unit)
{
    struct date none = {0, 0, 0};

    if (!date_known(date) || count < -1000 || count > 1000)
        return none;
    if (unit == UNIT_YEAR)
        return (struct date){date.year + count, 0, 0};
    if (unit == UNIT_MONTH)
        return date.month ? shift_months(date, count) : none;
    if (date.day == 0)
        return none;
    if (unit == UNIT_DAY)
        return shift_days(date, count);
    date = date_common(shift_days(date, (int64_t)WEEK_DAYS * count - WEEKS_LEEWAY),
                       shift_days(date, (int64_t)WEEK_DAYS * count + WEEKS_LEEWAY));
    return date.month ? date : none;
}

struct date date_common(struct date a, struct date b)
{
    if (a.year != b.year)
        return (struct date){0, 0, 0};
    if (a.month != b.month)
        return (struct date){a.year, 0, 0};
    return (struct date){a.year, a.month, a.day == b.day ? a.day : 0};
}

/* The number made of `count` digits from `at` on; -1 where they are none. */
static int digits_at(struct view text, size_t at, size_t count)
{
    int number = 0;

    if (at + count > text.length)
        return -1;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        number = number * 10 + (text.data[i] - '0');
    }
    return number;
}

struct date date_read_iso(struct view text)
{
    struct date date = {digits_at(text, 0, 4), 0, 0};

    if (!date_is_year(date.year))
        return (struct date){0, 0, 0};
    if (text.length > 4 && text.data[4] == '-')
        date.month = digits_at(text, 5, 2);
    if (date.month < 1 || date.month > MONTHS)
        return (struct date){date.year, 0, 0};
    if (text.length > 7 && text.data[7] == '-')
        date.day = digits_at(text, 8, 2);
    if (date.day < 1 || date.day > date_days_in_month(date.year, date.month))
        date.day = 0;
    return date;
}

struct view date_print(struct arena *arena, struct date date)
{
    if (date.month == 0)
        return arena_print(arena, "%04d", date.year);
    if (date.day == 0)
        return arena_print(arena, "%04d-%02d", date.year, date.month);
    return arena_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}
