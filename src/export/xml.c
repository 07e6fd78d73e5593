#include "export/xml.h"

size_t xml_forbidden(struct view v, size_t at)
{
    unsigned char c = (unsigned char)v.data[at];
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r' ? 0 : 1;
    if (c != 0xEF || at + 2 >= v.length || (unsigned char)v.data[at + 1] != 0xBF)
        return 0;
    return (unsigned char)v.data[at + 2] >= 0xBE ? 3 : 0;
}

/* The escape for a character, or NULL where it stands for itself. */
static const char *escape(char c, bool quoted)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return quoted ? "&quot;" : NULL;
    case '\n': return quoted ? "&#10;" : NULL;
    case '\t': return quoted ? "&#9;" : NULL;
    default: return NULL;
    }
}

/* Most bytes stand for themselves: told at a glance. */
static bool may_need_escape(unsigned char c)
{
    return c < 0x20 || c == '&' || c == '<' || c == '>' || c == '"' || c == 0xEF;
}

static void write_escaped(struct output *out, struct view v, bool quoted)
{
    size_t start = 0;
    for (size_t at = 0; at < v.length;) {
        if (!may_need_escape((unsigned char)v.data[at])) {
            at++;
            continue;
        }
        size_t forbidden = xml_forbidden(v, at);
        const char *replacement = forbidden ? "\xEF\xBF\xBD" : escape(v.data[at], quoted);
        size_t next = at + (forbidden ? forbidden : 1);
        if (replacement) {
            output_write(out, v.data + start, at - start);
            output_text(out, replacement);
            start = next;
        }
        at = next;
    }
    output_write(out, v.data + start, v.length - start);
}

void xml_text(struct output *out, struct view v)
{
    write_escaped(out, v, false);
}

void xml_quoted(struct output *out, struct view v)
{
    write_escaped(out, v, true);
}

void xml_attribute(struct output *out, const char *name, struct view value)
{
    output_char(out, ' ');
    output_text(out, name);
    output_text(out, "=\"");
    xml_quoted(out, value);
    output_char(out, '"');
}
