/* URLs, addresses of electronic mail and names of hosts: one word each. */
#include "text/scan.h"

static size_t count_of(struct view v, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < v.length; i++) count += v.data[i] == c;
    return count;
}

/* Punctuation at the end belongs to the sentence; a closing bracket too, unless the address opened it. */
static size_t trim(const struct scan *scan, size_t start, size_t end)
{
    while (end > start) {
        struct view address = view_slice(scan->clean, start, end);
        char last = address.data[address.length - 1];
        bool bracket = last == ')' && count_of(address, '(') < count_of(address, ')');
        if (!bracket && !strchr(".,;:!?'\"]>*", last)) break;
        end--;
    }
    return end;
}

static bool ends_address(uint32_t code)
{
    return code == 0 || code == '<' || code == '>' || code == '"' || code == '|' || code == 0x201C || code == 0x201D ||
           code == 0x2019 || code == 0xAB || code == 0xBB;
}

static size_t scan_url(const struct scan *scan, size_t start)
{
    size_t at = start;
    while (!ends_address(scan_code(scan, at))) utf8_decode(scan->clean, at, &at);
    return trim(scan, start, at);
}

static bool is_scheme(struct view rest)
{
    static const char *const schemes[] = {"http://", "https://", "ftp://", "www.", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (rest.length > strlen(schemes[i]) && view_starts_lower(rest, schemes[i])) return true;
    }
    return false;
}

static bool is_mail_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (c && strchr("._%+-", c));
}

/* RFC 5321 allows 64 bytes before the sign and 255 behind it; the bounds keep the cost linear, too. */
enum { LONGEST_LOCAL_PART = 64, LONGEST_DOMAIN = 255 };

size_t scan_address(const struct scan *scan, size_t at)
{
    if (is_scheme(view_slice(scan->clean, at, scan->chunk_end))) return scan_url(scan, at);
    size_t sign = at;
    while (sign - at < LONGEST_LOCAL_PART && is_mail_byte(scan_byte(scan, sign))) sign++;
    if (sign == at || scan_byte(scan, sign) != '@') return at;
    size_t end = sign + 1;
    while (end - sign <= LONGEST_DOMAIN && is_mail_byte(scan_byte(scan, end))) end++;
    end = trim(scan, at, end);
    return end > sign + 1 ? end : at;
}
