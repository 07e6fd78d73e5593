#include "claim/date_read.h"

enum { WEEK_DAYS = 7, MONTHS = 12, EVENT_REACH = 6 };

static const char *const month_names[MONTHS] = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
static const char *const day_names[WEEK_DAYS] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};

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

static int number_at(const struct scan *scan, int32_t token)
{
    return scan_in_sentence(scan, token) ? number_of(token_form(&scan->tokens[token])) : 0;
}

/* A number in words or digits: "ten days", "a day", "3 weeks"; 0 else. */
static int count_at(const struct scan *scan, int32_t token)
{
    static const char *const words[] = {"a",     "one",   "two",  "three", "four",   "five",  "six",
                                        "seven", "eight", "nine", "ten",   "eleven", "twelve"};

    if (!scan_in_sentence(scan, token))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tree_form_is(scan, token, words[i]))
            return i ? (int)i : 1;
    return tree_form_is(scan, token, "an") ? 1 : number_at(scan, token);
}

/* 1 to 12 for a month in full or, with a full stop or beside a number, in short; "mid-March" too; 0 else. */
static int month_of(const struct scan *scan, int32_t token)
{
    struct view form = scan_in_sentence(scan, token) ? token_form(&scan->tokens[token]) : VIEW("");
    size_t length;

    if (view_starts(form, VIEW("mid-")) || view_starts(form, VIEW("Mid-")))
        form = view_slice(form, 4, form.length);
    length = form.length && form.data[form.length - 1] == '.' ? form.length - 1 : form.length;
    if (length < 3 || scan->tokens[token].upos == UPOS_VERB || scan->tokens[token].upos == UPOS_AUX)
        return 0;
    for (int m = 0; m < MONTHS; m++) {
        bool short_form = (length == 3 || (length == 4 && m == 8)) &&
                          (form.length != length || number_at(scan, token - 1) || number_at(scan, token + 1));
        if ((length == strlen(month_names[m]) || short_form) && memcmp(form.data, month_names[m], length) == 0)
            return m + 1;
    }
    return 0;
}

/* 0 (Sunday) to 6; -1 else. */
static int weekday_of(const struct scan *scan, int32_t token)
{
    return scan_in_sentence(scan, token) ? view_index(token_form(&scan->tokens[token]), day_names, WEEK_DAYS) : -1;
}

/* 0 for days to 3 for years; -1 else. */
static int unit_at(const struct scan *scan, int32_t token)
{
    static const char *const units[] = {"day", "week", "month", "year"};

    for (int unit = 0; scan_in_sentence(scan, token) && unit < 4; unit++)
        if (tree_lemma_is(scan, token, units[unit]))
            return unit;
    return -1;
}

static bool any_form(const struct scan *scan, int32_t token, const char *const *words)
{
    return scan_in_sentence(scan, token) && tree_form_in(scan, token, words);
}

/* Whether a hyphen or dash that joins two ends of a range. */
static bool joins_range(const struct scan *scan, int32_t token)
{
    static const char *const words[] = {"-", "\xe2\x80\x93", "to", "and", "until", "or", NULL};

    return any_form(scan, token, words);
}

/* ---- Dates of months: "7 March 2024", "March 7, 2024", "March 2024", "3-5 March" ---- */

/* A year behind a date: "March 7 2024", "March 7, 2024", "March of 2024"; moves *last. */
static int year_behind(const struct scan *scan, int32_t *last)
{
    int32_t next = *last + 1;

    if (tree_form_at(scan, next, ",") || tree_form_at(scan, next, "of"))
        next++;
    if (!date_is_year(number_at(scan, next)))
        return 0;
    *last = next;
    return number_at(scan, next);
}

static bool is_day(int number, int month)
{
    return number >= 1 && number <= date_days_in_month(0, month);
}

/* The day before a month: "7 March", "the 7th of March", "3 to 5 March", where two days leave the month; moves *first.
 */
static int day_before(const struct scan *scan, int month, int32_t *first)
{
    int32_t at = *first - 1;
    int day;

    if (tree_form_at(scan, at, "of"))
        at--;
    day = number_at(scan, at);
    if (!is_day(day, month))
        return 0;
    *first = at;
    if (joins_range(scan, at - 1) && is_day(number_at(scan, at - 2), month)) {
        *first = at - 2;
        return 0;
    }
    return day;
}

/* The same behind it: "March 7", "March 3-5". */
static int day_behind(const struct scan *scan, int month, int32_t *last)
{
    int32_t at = *last + 1;
    int day = number_at(scan, at);

    if (!is_day(day, month))
        return 0;
    *last = at;
    if (joins_range(scan, at + 1) && is_day(number_at(scan, at + 2), month) && month_of(scan, at + 3) == 0) {
        *last = at + 2;
        return 0;
    }
    return day;
}

static struct dated month_date(const struct scan *scan, int32_t token)
{
    struct dated dated = {{0, month_of(scan, token), 0}, {token, token}, false};

    dated.date.day = day_before(scan, dated.date.month, &dated.words.first);
    if (dated.words.first == token)
        dated.date.day = day_behind(scan, dated.date.month, &dated.words.last);
    dated.date.year = year_behind(scan, &dated.words.last);
    return dated;
}

/* ---- Years and dates in figures ---- */

/* "in 2019", "since 2019", "late 2019", "from 2010 to 2014": years of a range name none. */
static struct dated year_date(const struct scan *scan, int32_t token)
{
    static const char *const before[] = {"in",     "since",  "of",     "early",  "late",   "mid", "by",
                                         "during", "summer", "spring", "autumn", "winter", NULL};
    struct dated dated = {{0, 0, 0}, {token, token}, false};
    int year = number_at(scan, token);

    if (!date_is_year(year) || scan->tokens[token].form_length != 4)
        return dated;
    if (joins_range(scan, token + 1) && date_is_year(number_at(scan, token + 2))) {
        dated.words.last = token + 2;
        return dated;
    }
    if (any_form(scan, token - 1, before))
        dated.date.year = year;
    return dated;
}

static struct dated figures_date(const struct scan *scan, int32_t token)
{
    struct view form = token_form(&scan->tokens[token]);
    struct dated dated = {{0, 0, 0}, {token, token}, false};

    if (form.length == 10 && form.data[4] == '-' && form.data[7] == '-')
        dated.date = date_read_iso(form);
    if (dated.date.day == 0)
        dated.date = (struct date){0, 0, 0};
    return dated;
}

/* ---- Dates counted from another ---- */

/* "Tuesday": the latest that is not after the document's date; "last Tuesday": before it; "next Tuesday": after it. */
static struct dated weekday_date(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    struct dated dated = {{0, 0, 0}, {token, token}, false};
    int back;

    if (calendar->document.day == 0)
        return dated;
    back = (date_weekday(calendar->document) - weekday_of(scan, token) + WEEK_DAYS) % WEEK_DAYS;
    if (tree_form_at(scan, token - 1, "next"))
        back -= WEEK_DAYS;
    else if (tree_form_at(scan, token - 1, "last") && back == 0)
        back = WEEK_DAYS;
    else
        dated.undecided = !tree_form_at(scan, token - 1, "last");
    dated.date = date_shift(calendar->document, -back, UNIT_DAY);
    return dated;
}

/* The date of the latest event that the text called by this noun. */
static struct date event_date(const struct scan *scan, const struct calendar *calendar, int32_t noun)
{
    size_t held = calendar->event_count < EVENTS_MAX ? calendar->event_count : EVENTS_MAX;

    for (size_t back = 1; back <= held; back++) {
        const struct dated_event *event = &calendar->events[(calendar->event_count - back) % EVENTS_MAX];
        if (view_equal(event->noun, token_lemma(&scan->tokens[noun])))
            return event->date;
    }
    return (struct date){0, 0, 0};
}

/* The noun that "the attack", "his arrest", "the fall of X" is about, from its first word on; -1. */
static int32_t event_noun(const struct scan *scan, int32_t token)
{
    for (int32_t t = token; t < token + EVENT_REACH && scan_in_sentence(scan, t); t++) {
        if (scan->tokens[t].upos == UPOS_NOUN && scan->tokens[t].deprel != DEPREL_COMPOUND)
            return t;
        if (scan->tokens[t].upos == UPOS_PUNCT || scan->tokens[t].upos == UPOS_VERB)
            return -1;
    }
    return -1;
}

/* "ten days [after the attack]", "two years [before that]": what is counted from, behind `token`; unknown else. */
static struct date counted_from(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    int32_t noun;

    if (tree_form_at(scan, token, "that"))
        return calendar->last;
    noun = event_noun(scan, token);
    return noun >= 0 ? event_date(scan, calendar, noun) : (struct date){0, 0, 0};
}

/* "ten days later", "a year earlier", "two weeks ago", "three days after the attack": counted from the day last named,
 * from the document's, or from an event. `token` is the unit. */
static struct dated counted_date(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    static const char *const later[] = {"later", "afterwards", "afterward", NULL};
    static const char *const earlier[] = {"earlier", "before", "previously", NULL};
    struct dated dated = {{0, 0, 0}, {token - 1, token + 1}, false};
    enum date_unit unit = (enum date_unit)unit_at(scan, token);
    int count = count_at(scan, token - 1);

    if (count == 0 || !scan_in_sentence(scan, token + 1))
        return dated;
    if (tree_form_is(scan, token + 1, "ago"))
        dated.date = date_shift(calendar->document, -count, unit);
    else if (any_form(scan, token + 1, later))
        dated.date = date_shift(calendar->last, count, unit);
    else if (tree_form_is(scan, token + 1, "after"))
        dated.date = date_shift(counted_from(scan, calendar, token + 2), count, unit);
    else if (tree_form_is(scan, token + 1, "before") && event_noun(scan, token + 2) >= 0)
        dated.date = date_shift(counted_from(scan, calendar, token + 2), -count, unit);
    else if (any_form(scan, token + 1, earlier))
        dated.date = date_shift(calendar->last, -count, unit);
    return dated;
}

/* "the following day", "the next month", "the day before", "the same day", "that year", counted from the day last
 * named; "last month", "this year", from the document's. `token` is the unit. */
static struct dated neighbour_date(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    struct dated dated = {{0, 0, 0}, {token - 1, token}, false};
    enum date_unit unit = (enum date_unit)unit_at(scan, token);
    bool definite = tree_form_at(scan, token - 2, "the");
    bool plain = tree_form_at(scan, token - 1, "the");

    if (tree_form_at(scan, token - 1, "following") || (definite && tree_form_at(scan, token - 1, "next")))
        dated.date = date_shift(calendar->last, 1, unit);
    else if (tree_form_at(scan, token - 1, "previous") && definite)
        dated.date = date_shift(calendar->last, -1, unit);
    else if ((tree_form_at(scan, token - 1, "same") || tree_form_at(scan, token - 1, "that")) && unit != UNIT_WEEK)
        dated.date =
            unit == UNIT_DAY ? (calendar->last.day ? calendar->last : dated.date) : date_shift(calendar->last, 0, unit);
    else if (plain && tree_form_at(scan, token + 1, "before") && !scan_in_sentence(scan, token + 2))
        dated.date = date_shift(calendar->last, -1, unit);
    else if (plain && (tree_form_at(scan, token + 1, "before") || tree_form_at(scan, token + 1, "after")))
        dated.date =
            date_shift(counted_from(scan, calendar, token + 2), tree_form_at(scan, token + 1, "after") ? 1 : -1, unit);
    else if (tree_form_at(scan, token - 1, "last") && !definite && unit != UNIT_DAY)
        dated.date = date_shift(calendar->document, -1, unit);
    else if (tree_form_at(scan, token - 1, "this") && unit > UNIT_WEEK)
        dated.date = date_shift(calendar->document, 0, unit);
    return dated;
}

/* "today", "yesterday", "tonight", "this morning". */
static struct dated near_date(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    static const char *const today[] = {"today", "tonight", NULL};
    static const char *const parts[] = {"morning", "afternoon", "evening", NULL};
    struct dated dated = {{0, 0, 0}, {token, token}, false};

    if (calendar->document.day == 0)
        return dated;
    if (any_form(scan, token, today) || (any_form(scan, token, parts) && tree_form_at(scan, token - 1, "this")))
        dated.date = calendar->document;
    else if (tree_form_is(scan, token, "yesterday"))
        dated.date = date_shift(calendar->document, -1, UNIT_DAY);
    else if (tree_form_is(scan, token, "tomorrow"))
        dated.date = date_shift(calendar->document, 1, UNIT_DAY);
    return dated;
}

/* ---- All of a sentence ---- */

/* The date that starts or has its main word at a token; no year and no month: none. */
static struct dated date_at(const struct scan *scan, const struct calendar *calendar, int32_t token)
{
    struct dated dated;

    if (month_of(scan, token) > 0)
        return month_date(scan, token);
    if (weekday_of(scan, token) >= 0)
        return weekday_date(scan, calendar, token);
    if (unit_at(scan, token) >= 0) {
        dated = counted_date(scan, calendar, token);
        return date_known(dated.date) ? dated : neighbour_date(scan, calendar, token);
    }
    dated = figures_date(scan, token);
    if (date_known(dated.date))
        return dated;
    dated = year_date(scan, token);
    return date_known(dated.date) || dated.words.last > token ? dated : near_date(scan, calendar, token);
}

/* Gives a date without a year the one last named, or that of the document; a month that the document's year has not
 * seen yet is last year's. A day that would lie ahead by less than a month is left open: nobody knows. */
static void complete(const struct calendar *calendar, struct date *date)
{
    const struct date *document = &calendar->document;

    if (date->year)
        return;
    date->year = calendar->year ? calendar->year : document->year;
    if (date->year == document->year && document->month && date->month > document->month && !calendar->year)
        date->year--;
    if (date->year == document->year && date->month == document->month && document->day && date->day > document->day)
        date->year = 0;
    if (date->year && date->day > date_days_in_month(date->year, date->month))
        date->day = 0;
}

/* "Friday, 22 March": the date that follows says more, and more surely. */
static bool explained_behind(const struct scan *scan, int32_t weekday)
{
    int32_t next = weekday + 1;

    if (tree_form_at(scan, next, ","))
        next++;
    return month_of(scan, next) > 0 || (number_at(scan, next) > 0 && month_of(scan, next + 1) > 0);
}

/* "between March and May 2020", "from 3 March to 5 April": the ends of a range share what they share. */
static bool continue_range(const struct scan *scan, struct dated *before, const struct dated *dated)
{
    if (!joins_range(scan, before->words.last + 1) || dated->words.first != before->words.last + 2 ||
        tree_form_at(scan, before->words.last + 1, "and"))
        return false;
    if (before->date.year != dated->date.year && before->date.month > 0 && dated->date.year)
        before->date.year = dated->date.year;
    before->date = date_common(before->date, dated->date);
    before->words.last = dated->words.last;
    return true;
}

static void note_event(struct calendar *calendar, struct view noun, struct date date)
{
    calendar->events[calendar->event_count++ % EVENTS_MAX] = (struct dated_event){noun, date};
}

/* Takes note of what happened that day: the noun that the date stands by ("the attack on 22 March"), or the subject and
 * object of the verb ("gunmen killed 40 in an attack on 22 March"). */
static void note_events(const struct scan *scan, struct calendar *calendar, const struct dated *dated)
{
    int32_t at = dated->words.last;

    while (at >= 0 && range_holds(dated->words, at))
        at = scan->tokens[at].head;
    if (at < 0)
        return;
    if (scan->tokens[at].upos == UPOS_NOUN) {
        note_event(calendar, token_lemma(&scan->tokens[at]), dated->date);
        return;
    }
    for (int32_t c = scan->tokens[at].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].upos == UPOS_NOUN && !range_holds(dated->words, c) &&
            !(tree_word(scan, c) & (WORD_TIME | WORD_PERSON)))
            note_event(calendar, token_lemma(&scan->tokens[c]), dated->date);
}

/* Whether the words of a date name its year. */
static bool names_year(const struct scan *scan, const struct dated *dated)
{
    for (int32_t t = dated->words.first; t <= dated->words.last; t++)
        if (number_at(scan, t) == dated->date.year || scan->tokens[t].form_length == sizeof "2024-03-22" - 1)
            return true;
    return false;
}

static void take_note(const struct scan *scan, struct calendar *calendar, const struct dated *dated)
{
    calendar->last = dated->date;
    if (names_year(scan, dated)) {
        calendar->year = dated->date.year == calendar->document.year ? 0 : dated->date.year;
        calendar->year_lasts = dated->date.month > 0 && !date_known(calendar->document);
    }
    note_events(scan, calendar, dated);
}

/* A year that was named holds to the end of its paragraph; with a month, in a document without a date, further: then
 * the text tells of that year. */
static void open_sentence(const struct scan *scan, struct calendar *calendar)
{
    if (scan->document->sentences[scan->sentence].opens_paragraph && !calendar->year_lasts)
        calendar->year = 0;
}

size_t date_read_sentence(const struct scan *scan, struct calendar *calendar, struct dated *dates, size_t most)
{
    size_t count = 0;

    open_sentence(scan, calendar);
    for (int32_t t = scan->words.first; t <= scan->words.last && count < most; t++) {
        struct dated dated;
        if (weekday_of(scan, t) >= 0 && explained_behind(scan, t))
            continue;
        dated = date_at(scan, calendar, t);
        t = dated.words.last > t ? dated.words.last : t;
        if (dated.date.year == 0 && dated.date.month == 0)
            continue;
        complete(calendar, &dated.date);
        if (!date_known(dated.date) || (count && continue_range(scan, &dates[count - 1], &dated)))
            continue;
        dates[count++] = dated;
        take_note(scan, calendar, &dated);
    }
    return count;
}
