/* Marks the words inside quotation marks. */
#include "base/utf8.h"
#include "text/stages.h"

enum side { SIDE_NONE, SIDE_OPEN, SIDE_CLOSE, SIDE_EITHER };

/* Kinds of marks: one closes only what one of its own kind opened. */
enum kind { KIND_DOUBLE, KIND_SINGLE, KIND_ANGLE, KIND_COUNT };

static enum side side_of(struct view form, enum kind *kind)
{
    static const struct { const char *form; enum kind kind; enum side side;
    } marks[] = {
        {"\"", KIND_DOUBLE, SIDE_EITHER}, {"“", KIND_DOUBLE, SIDE_OPEN},   {"”", KIND_DOUBLE, SIDE_CLOSE},
        {"„", KIND_DOUBLE, SIDE_OPEN},    {"``", KIND_DOUBLE, SIDE_OPEN},  {"''", KIND_DOUBLE, SIDE_CLOSE},
        {"‟", KIND_DOUBLE, SIDE_OPEN},    {"‘‘", KIND_DOUBLE, SIDE_OPEN},  {"’’", KIND_DOUBLE, SIDE_CLOSE},
        {"‘’", KIND_DOUBLE, SIDE_OPEN},   {"'", KIND_SINGLE, SIDE_EITHER}, {"‘", KIND_SINGLE, SIDE_OPEN},
        {"’", KIND_SINGLE, SIDE_CLOSE},   {"`", KIND_SINGLE, SIDE_OPEN},   {"«", KIND_ANGLE, SIDE_OPEN},
        {"»", KIND_ANGLE, SIDE_CLOSE},    {"‹", KIND_ANGLE, SIDE_OPEN},    {"›", KIND_ANGLE, SIDE_CLOSE},
    };
    unsigned char first = (unsigned char)form.data[0];
    if (form.length > 6 || (first != '"' && first != '\'' && first != '`' && first < 0x80)) return SIDE_NONE;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!view_is(form, marks[i].form)) continue;
        *kind = marks[i].kind;
        return marks[i].side;
    }
    return SIDE_NONE;
}

/* What a mark does, by the spaces around it and by what is open. A straight mark looks the same on both sides; a
 * closing one that hangs on the word behind it is a misprint for an opening one. */
static enum side settle_side(const struct token *tokens, size_t first, size_t at, size_t end, enum side side, bool open)
{
    bool space_before = at == first || tokens[at - 1].space_after;
    bool space_after = at + 1 == end || tokens[at].space_after;
    if (side == SIDE_OPEN) return SIDE_OPEN;
    if (side == SIDE_CLOSE) return space_before && !space_after && !open ? SIDE_OPEN : SIDE_CLOSE;
    if (space_before && !space_after) return open && at + 1 == end ? SIDE_CLOSE : SIDE_OPEN;
    if (!space_before && space_after) return SIDE_CLOSE;
    if (!space_before && !space_after) {
        struct view before = token_form(&tokens[at - 1]);
        bool bracket = before.length == 1 && strchr("([{", before.data[0]);
        return open && !bracket ? SIDE_CLOSE : SIDE_OPEN;
    }
    return open ? SIDE_CLOSE : SIDE_OPEN;
}

/* Whether a single mark that opens at `at` is closed in the paragraph; else it is an apostrophe. */
static bool is_closed(const struct token *tokens, size_t first, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++) {
        enum kind kind;
        enum side side = side_of(token_form(&tokens[i]), &kind);
        if (side == SIDE_NONE || kind != KIND_SINGLE) continue;
        return settle_side(tokens, first, i, end, side, true) == SIDE_CLOSE;
    }
    return false;
}

/* Whether the mark at `at` closes a quotation that opened before the paragraph: its last words are not "5' 10\"". */
static bool ends_earlier_quote(const struct token *tokens, size_t first, size_t at)
{
    if (at == first) return false;
    struct view before = token_form(&tokens[at - 1]);
    return strchr(",.!?-", before.data[before.length - 1]) || view_is(before, "…") || view_is(before, "—");
}

void text_mark_quotes(struct document *document, size_t first, size_t end)
{
    struct token *tokens = document->tokens;
    bool open[KIND_COUNT] = {false}, seen = false;
    unsigned depth = 0;
    for (size_t i = first; i < end; i++) {
        enum kind kind = KIND_DOUBLE;
        enum side side = side_of(token_form(&tokens[i]), &kind);
        if (side != SIDE_NONE) side = settle_side(tokens, first, i, end, side, open[kind]);
        if (side == SIDE_OPEN && kind == KIND_SINGLE && !is_closed(tokens, first, i, end)) side = SIDE_NONE;
        if (side == SIDE_OPEN && !open[kind]) {
            open[kind] = true;
            depth++;
        }
        tokens[i].in_quote = depth > 0;
        if (side == SIDE_CLOSE && open[kind]) {
            open[kind] = false;
            depth--;
        } else if (side == SIDE_CLOSE && kind == KIND_DOUBLE && !seen && ends_earlier_quote(tokens, first, i)) {
            for (size_t k = first; k <= i; k++) tokens[k].in_quote = true;
        }
        seen = seen || (side != SIDE_NONE && kind == KIND_DOUBLE);
    }
}
