/* In which encoding a page was written, and how it becomes UTF-8. */
#include <errno.h>
#include <iconv.h>

#include "base/utf8.h"
#include "html/html.h"

#define STAGE         "html"
#define PRESCAN       4096 /* bytes in which a page declares its encoding; the standard asks for 1,024 */
#define LONGEST_LABEL 40

static bool ends_label(char c)
{
    return c <= ' ' || strchr("\"';>/?", c);
}

/* The value behind "charset=" or "encoding=" in one tag. */
static struct view value_in(struct view tag, const char *name)
{
    size_t length = strlen(name);
    for (size_t at = 0; at + length < tag.length; at++) {
        if (!view_starts_lower(view_slice(tag, at, tag.length), name))
            continue;
        size_t start = at + length;
        while (start < tag.length && (tag.data[start] <= ' ' || strchr("=\"'", tag.data[start])))
            start++;
        size_t end = start;
        while (end < tag.length && !ends_label(tag.data[end]))
            end++;
        return view_slice(tag, start, end);
    }
    return (struct view){NULL, 0};
}

/* What the head of the page declares; {NULL, 0} where it says nothing. */
static struct view declared(struct view bytes)
{
    struct view head = view_slice(bytes, 0, bytes.length < PRESCAN ? bytes.length : PRESCAN);
    for (size_t at = 0; at < head.length; at++) {
        if (head.data[at] != '<')
            continue;
        struct view tag = view_slice(head, at, head.length);
        const char *close = memchr(tag.data, '>', tag.length);
        tag.length = close ? (size_t)(close - tag.data) : tag.length;
        struct view label = view_starts_lower(tag, "<meta")   ? value_in(tag, "charset")
                            : view_starts_lower(tag, "<?xml") ? value_in(tag, "encoding")
                                                              : (struct view){NULL, 0};
        if (label.length > 0 && label.length < LONGEST_LABEL)
            return label;
    }
    return (struct view){NULL, 0};
}

/* The C library's name of an encoding. Pages that say Latin 1 or ASCII are written in windows-1252, those that say
 * UTF-16 in their own ASCII letters are UTF-8; so say the standard and all browsers. NULL: UTF-8. */
static const char *converter_name(struct view label, char buffer[LONGEST_LABEL])
{
    static const char *const latin[] = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",   "latin-1",
                                        "l1",         "us-ascii",  "ascii",      "x-cp1252", "cp1252"};
    static const struct {
        const char *label, *name;
    } others[] = {{"x-sjis", "CP932"},
                  {"shift_jis", "CP932"},
                  {"shift-jis", "CP932"},
                  {"sjis", "CP932"},
                  {"gb2312", "GB18030"},
                  {"gbk", "GB18030"},
                  {"x-gbk", "GB18030"},
                  {"ks_c_5601-1987", "CP949"},
                  {"euc-kr", "CP949"},
                  {"iso-8859-9", "CP1254"},
                  {"latin5", "CP1254"},
                  {"tis-620", "CP874"},
                  {"x-mac-cyrillic", "MAC-CYRILLIC"},
                  {"big5", "BIG5-HKSCS"},
                  {"iso-8859-8-i", "ISO-8859-8"}};
    if (view_starts_lower(label, "utf") || view_starts_lower(label, "unicode"))
        return NULL;
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (view_is_lower(label, latin[i]))
            return "WINDOWS-1252";
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (view_is_lower(label, others[i].label))
            return others[i].name;
    memcpy(buffer, label.data, label.length);
    buffer[label.length] = '\0';
    return buffer;
}

/* Converted bytes; more room is made as they come. */
struct converted {
    struct arena *arena;
    char *data;
    size_t length, capacity;
};

static bool reserve(struct converted *out, size_t room)
{
    if (out->capacity - out->length >= room)
        return true;
    size_t wanted = out->capacity + out->capacity / 2 + room;
    char *data = arena_resize(out->arena, out->data, out->capacity, wanted);
    if (!data)
        return false;
    out->data = data;
    out->capacity = wanted;
    return true;
}

#define SLACK 4 /* bytes that are kept free for one U+FFFD */

/* One step of iconv: false when there is no memory. What is no character of the encoding becomes U+FFFD, byte for
 * byte. */
static bool convert_step(iconv_t converter, struct view *in, struct converted *out)
{
    if (!reserve(out, 64))
        return false;
    char *from = (char *)in->data, *to = out->data + out->length;
    size_t left = in->length, room = out->capacity - out->length - SLACK;
    size_t result = iconv(converter, &from, &left, &to, &room);
    out->length = (size_t)(to - out->data);
    *in = (struct view){from, left};
    if (result != (size_t)-1)
        return true;
    if (errno == E2BIG)
        return reserve(out, out->capacity / 2 + 64);
    out->length += utf8_encode(UTF8_REPLACEMENT, out->data + out->length);
    *in = view_slice(*in, 1, in->length);
    return true;
}

static int convert(struct view *bytes, iconv_t converter, struct arena *arena, struct hearsay_error *error)
{
    struct converted out = {.arena = arena};
    struct view in = *bytes;
    bool fine = reserve(&out, bytes->length + bytes->length / 2 + 64);
    while (fine && in.length > 0)
        fine = convert_step(converter, &in, &out);
    if (!fine)
        return error_memory(error, STAGE);
    *bytes = (struct view){out.data, out.length};
    return HEARSAY_OK;
}

static int convert_from(const char *name, struct view *bytes, struct arena *arena, struct hearsay_error *error)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return errno == ENOMEM ? error_memory(error, STAGE) : HEARSAY_ERROR_INPUT;
    int code = convert(bytes, converter, arena, error);
    iconv_close(converter);
    return code;
}

int html_decode(struct view *bytes, struct arena *arena, struct hearsay_error *error)
{
    char buffer[LONGEST_LABEL];
    if (view_starts(*bytes, VIEW("\xEF\xBB\xBF")))
        return HEARSAY_OK;
    if (view_starts(*bytes, VIEW("\xFF\xFE")) || view_starts(*bytes, VIEW("\xFE\xFF")))
        return convert_from("UTF-16", bytes, arena, error);
    struct view label = declared(*bytes);
    const char *name = label.data ? converter_name(label, buffer) : NULL;
    if (name) {
        int code = convert_from(name, bytes, arena, error);
        if (code != HEARSAY_ERROR_INPUT)
            return code;
    }
    /* Nothing declared, or nothing that is known. */
    bool said_utf8 = label.data && !name;
    if (said_utf8 || utf8_valid(*bytes) == bytes->length)
        return HEARSAY_OK;
    return convert_from("WINDOWS-1252", bytes, arena, error);
}
