/* date.c: the day a claim was made. Dates of a sentence ("7 March", "March 7, 2024", "in 2019", "on Friday",
 * "yesterday") are read from its words and completed from the document's date or the year last named; a claim takes the
 * one nearest to its cue that is not part of what it says. Day numbers: Hinnant 2013, "chrono-Compatible Low-Level Date
 * Algorithms". */
#include "claim/scan.h"

enum { DATES_MAX = 8, DATE_REACH_WORDS = 40, YEAR_MIN = 1500, YEAR_MAX = 2100, WEEK_DAYS = 7, MONTHS = 12 };

struct date {
    int year, month, day; /* 0: not known */
};

struct dated {
    struct date date;
    struct range words;
};

struct calendar {
    struct date document; /* year 0 where there is none */
    int year;             /* the year last named */
};

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

static int days_in_month(int year, int month)
{
    static const int days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));

    return month == 2 && leap ? 29 : days[month - 1];
}

/* The number of a form made of digits, "7th" too; 0 where it is none. */
static int number_of(struct view form)
{
    int number = 0;
    size_t i = 0;

    while (i < form.length && i < 4 && form.data[i] >= '0' && form.data[i] <= '9')
        number = number * 10 + (form.data[i++] - '0');
    if (i == form.length)
        return number;
    if (i > 0 && i + 2 == form.length && (form.data[i] | 0x20) >= 'a' && (form.data[i] | 0x20) <= 'z')
        return number;
    return 0;
}

/* 1 to 12 for a month in full or short; 0 else. */
static int month_of(const struct scan *scan, int32_t token)
{
    static const char *const months[MONTHS] = {"January", "February", "March",     "April",   "May",      "June",
                                               "July",    "August",   "September", "October", "November", "December"};
    struct view form = token_form(&scan->tokens[token]);
    size_t length = form.length && form.data[form.length - 1] == '.' ? form.length - 1 : form.length;

    if (length < 3 || scan->tokens[token].upos == UPOS_VERB || scan->tokens[token].upos == UPOS_AUX)
        return 0;
    for (int m = 0; m < MONTHS; m++) {
        size_t full = strlen(months[m]);
        bool short_form = length == 3 || (length == 4 && m == 8);
        if ((length == full || (short_form && form.length != length)) && memcmp(form.data, months[m], length) == 0)
            return m + 1;
    }
    return 0;
}

/* 0 (Sunday) to 6; -1 else. */
static int weekday_of(const struct scan *scan, int32_t token)
{
    static const char *const days[WEEK_DAYS] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};

    for (int d = 0; d < WEEK_DAYS; d++)
        if (view_is(token_form(&scan->tokens[token]), days[d]))
            return d;
    return -1;
}

static int number_at(const struct scan *scan, int32_t token)
{
    return scan_in_sentence(scan, token) ? number_of(token_form(&scan->tokens[token])) : 0;
}

static bool is_year(int number)
{
    return number >= YEAR_MIN && number <= YEAR_MAX;
}

/* A year behind a date: "March 7 2024", "March 7, 2024"; moves *last. */
static int year_behind(const struct scan *scan, int32_t *last)
{
    int32_t next = *last + 1;

    if (scan_in_sentence(scan, next) && tree_form_is(scan, next, ","))
        next++;
    if (!is_year(number_at(scan, next)))
        return 0;
    *last = next;
    return number_at(scan, next);
}

/* A date that has its month at `token`. */
static struct dated month_date(const struct scan *scan, int32_t token)
{
    struct dated dated = {{0, month_of(scan, token), 0}, {token, token}};
    int day_before = token > scan->words.first ? number_at(scan, token - 1) : 0;
    int day_after = number_at(scan, token + 1);
    int longest = days_in_month(0, dated.date.month);

    if (day_before >= 1 && day_before <= longest) {
        dated.date.day = day_before;
        dated.words.first--;
    } else if (day_after >= 1 && day_after <= longest) {
        dated.date.day = day_after;
        dated.words.last++;
    }
    dated.date.year = year_behind(scan, &dated.words.last);
    return dated;
}

/* The latest such weekday that is not after the document's date. */
static struct date weekday_date(const struct calendar *calendar, int weekday)
{
    int64_t today = days_of(calendar->document);
    int64_t of_today = ((today % WEEK_DAYS) + WEEK_DAYS + 4) % WEEK_DAYS; /* 1970-01-01 was a Thursday */

    return date_of_days(today - (of_today - weekday + WEEK_DAYS) % WEEK_DAYS);
}

/* The date that starts or has its month at a word; no month and no year: none. */
static struct dated date_at(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    struct dated none = {{0, 0, 0}, {token, token}};
    int number;

    if (month_of(scan, token) > 0)
        return month_date(scan, token);
    number = number_at(scan, token);
    if (is_year(number) && token > scan->words.first &&
        (tree_form_is(scan, token - 1, "in") || tree_form_is(scan, token - 1, "since")))
        return (struct dated){{number, 0, 0}, {token, token}};
    if (calendar->document.day == 0)
        return none;
    if (weekday_of(scan, token) >= 0)
        return (struct dated){weekday_date(calendar, weekday_of(scan, token)), {token, token}};
    if (tree_form_is(scan, token, "today"))
        return (struct dated){calendar->document, {token, token}};
    if (tree_form_is(scan, token, "yesterday"))
        return (struct dated){date_of_days(days_of(calendar->document) - 1), {token, token}};
    return none;
}

/* Gives a date without a year the one last named, or the document's; a day late in the year is last year's for an
 * article of January. */
static void complete(struct calendar *calendar, struct date *date)
{
    enum { LATE_MONTH = 10, EARLY_MONTH = 2 };

    if (date->year) {
        calendar->year = date->year;
        return;
    }
    date->year = calendar->year ? calendar->year : calendar->document.year;
    if (!calendar->year && date->year && calendar->document.month && calendar->document.month <= EARLY_MONTH &&
        date->month >= LATE_MONTH)
        date->year--;
    if (date->year && date->day > days_in_month(date->year, date->month))
        date->day = 0;
}

static size_t read_dates(const struct scan *scan, struct calendar *calendar, struct dated *dates)
{
    size_t count = 0;

    for (int32_t t = scan->words.first; t <= scan->words.last && count < DATES_MAX; t++) {
        struct dated dated = date_at(scan, calendar, t);
        if (dated.date.year == 0 && dated.date.month == 0)
            continue;
        complete(calendar, &dated.date);
        t = dated.words.last;
        if (dated.date.year)
            dates[count++] = dated;
    }
    return count;
}

static bool in_content(const struct scan *scan, const struct claim *claim, struct range words)
{
    uint32_t at = scan->tokens[words.first].start;

    for (size_t i = 0; i < claim->content_count; i++)
        if (at >= claim->content[i].start && at < claim->content[i].end)
            return true;
    return false;
}

/* The date nearest to a claim's cue, outside what it says and inside what it stands in; NULL. */
static const struct dated *nearest(const struct scan *scan, size_t index, const struct dated *dates, size_t count)
{
    const struct claim *claim = &scan->set->claims[index];
    const struct dated *best = NULL;
    int32_t best_distance = DATE_REACH_WORDS;

    for (size_t i = 0; i < count; i++) {
        int32_t distance = dates[i].words.first - scan->found[index].head;
        if (in_content(scan, claim, dates[i].words))
            continue;
        if (claim->within >= 0 && !in_content(scan, &scan->set->claims[claim->within], dates[i].words))
            continue;
        distance = distance < 0 ? -distance : distance;
        if (distance < best_distance) {
            best = &dates[i];
            best_distance = distance;
        }
    }
    return best;
}

static struct view print_date(struct arena *arena, struct date date)
{
    if (date.month == 0)
        return arena_print(arena, "%04d", date.year);
    if (date.day == 0)
        return arena_print(arena, "%04d-%02d", date.year, date.month);
    return arena_print(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Reads "2024-03-22" and its shorter forms; zeros where it is no date. */
static struct date parse_document_date(struct view text)
{
    struct date date = {0, 0, 0};

    if (text.length >= 4)
        date.year = number_of(view_slice(text, 0, 4));
    if (text.length >= 7 && text.data[4] == '-')
        date.month = number_of(view_slice(text, 5, 7));
    if (text.length >= 10 && text.data[7] == '-')
        date.day = number_of(view_slice(text, 8, 10));
    if (!is_year(date.year) || date.month > MONTHS)
        return (struct date){0, 0, 0};
    if (date.month == 0 || date.day > days_in_month(date.year, date.month))
        date.day = 0;
    return date;
}

static int date_claims(struct scan *scan, size_t *next, struct calendar *calendar)
{
    struct dated dates[DATES_MAX];
    size_t count = read_dates(scan, calendar, dates);

    for (; *next < scan->set->count && scan->found[*next].sentence == scan->sentence; ++*next) {
        const struct dated *dated = count ? nearest(scan, *next, dates, count) : NULL;
        if (!dated)
            continue;
        scan->set->claims[*next].date = print_date(scan->arena, dated->date);
        if (!scan->set->claims[*next].date.data)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}

int date_link(struct scan *scan)
{
    const struct document *document = scan->document;
    struct calendar calendar = {parse_document_date(document->date), 0};
    size_t next = 0;

    for (scan->sentence = 0; scan->sentence < document->sentence_count; scan->sentence++) {
        const struct sentence *sentence = &document->sentences[scan->sentence];
        scan->words = (struct range){(int32_t)sentence->first, (int32_t)(sentence->first + sentence->count) - 1};
        if (date_claims(scan, &next, &calendar) < 0)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}
