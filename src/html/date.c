/* Dates as web pages write them. */
#include "html/metadata.h"

struct day {
    unsigned year, month, day;
};

static bool is_leap(unsigned year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool is_valid(struct day day)
{
    static const unsigned char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (day.year < 1000 || day.year > 2999 || day.month < 1 || day.month > 12 || day.day < 1)
        return false;
    return day.day <= lengths[day.month - 1] + (unsigned)(day.month == 2 && is_leap(day.year));
}

/* The number in the digits from *at on, at most `most` of them; false where there is none or more digits follow. */
static bool read_number(struct view text, size_t *at, size_t most, unsigned *number)
{
    size_t start = *at;
    *number = 0;
    while (*at < text.length && ascii_is_digit(text.data[*at]) && *at - start < most)
        *number = *number * 10 + (unsigned)(text.data[(*at)++] - '0');
    return *at > start && (*at == text.length || !ascii_is_digit(text.data[*at]));
}

/* "2024-03-22", "2024/03/22" and "20240322" at the start. */
static bool read_iso(struct view text, struct day *day)
{
    size_t at = 0;
    unsigned number;
    if (read_number(text, &at, 8, &number) && at == 8) {
        *day = (struct day){number / 10000, number / 100 % 100, number % 100};
        return is_valid(*day);
    }
    at = 0;
    if (!read_number(text, &at, 4, &day->year) || at != 4 || at == text.length || !strchr("-/", text.data[at]))
        return false;
    at++;
    if (!read_number(text, &at, 2, &day->month) || at == text.length || !strchr("-/", text.data[at]))
        return false;
    at++;
    return read_number(text, &at, 2, &day->day) && is_valid(*day);
}

/* The month that a word of at least three letters names, 1 to 12; 0 where it names none. */
static unsigned month_of(struct view word)
{
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    if (word.length < 3)
        return 0;
    for (unsigned i = 0; i < sizeof months / sizeof *months; i++) {
        size_t same = 0;
        while (same < word.length && months[i][same] && ascii_to_lower(word.data[same]) == months[i][same])
            same++;
        if (same == word.length || (view_is_lower(word, "sept") && i == 8))
            return i + 1;
    }
    return 0;
}

/* Takes what one word or number of a date says: a month's name, a year of four digits, a day before the year. */
static void take_part(struct view part, struct day *day)
{
    size_t at = 0;
    unsigned number;
    if (!ascii_is_digit(part.data[0])) {
        unsigned month = month_of(part);
        day->month = day->month ? day->month : month;
    } else if (read_number(part, &at, 4, &number)) {
        if (at == 4 && !day->year)
            day->year = number;
        else if (at <= 2 && !day->day && !day->year)
            day->day = number;
    }
}

/* "22 March 2024", "March 22nd, 2024" anywhere in a short text. */
static bool read_words(struct view text, struct day *day)
{
    *day = (struct day){0, 0, 0};
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        bool digits = ascii_is_digit(text.data[at]), letters = ascii_is_letter(text.data[at]);
        while (at < text.length &&
               ((digits && ascii_is_digit(text.data[at])) || (letters && ascii_is_letter(text.data[at]))))
            at++;
        if (at > start)
            take_part(view_slice(text, start, at), day);
        else
            at++;
    }
    return is_valid(*day);
}

struct view metadata_date(struct view text, struct arena *arena)
{
    struct day day;
    while (text.length > 0 && (unsigned char)text.data[0] <= ' ')
        text = view_slice(text, 1, text.length);
    bool found = text.length > 0 && (read_iso(text, &day) || (text.length < 100 && read_words(text, &day)));
    return found ? arena_print(arena, "%04u-%02u-%02u", day.year, day.month, day.day) : (struct view){NULL, 0};
}
