/* date.c: calendar dates as records give them. */
#include "record/record.h"

static bool two_digits(const char *digits, int least, int most)
{
    int value = (digits[0] - '0') * 10 + digits[1] - '0';
    return digits[0] >= '0' && digits[0] <= '9' && digits[1] >= '0' && digits[1] <= '9' && value >= least &&
           value <= most;
}

bool record_date_valid(struct view date)
{
    if (date.length != 4 && date.length != 7 && date.length != 10) {
        return false;
    }
    return two_digits(date.data, 0, 99) && two_digits(date.data + 2, 0, 99) &&
           (date.length < 7 || (date.data[4] == '-' && two_digits(date.data + 5, 1, 12))) &&
           (date.length < 10 || (date.data[7] == '-' && two_digits(date.data + 8, 1, 31)));
}

struct view record_date(struct view date)
{
    bool time_follows = date.length > 10 && (date.data[10] == 'T' || date.data[10] == ' ');
    struct view day = time_follows ? view_slice(date, 0, 10) : date;
    return record_date_valid(day) ? day : (struct view){NULL, 0};
}
