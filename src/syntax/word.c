/* word.c: hashes of a word and its parts. */
#include "syntax/word.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/utf8.h"

#define FORM_BYTES  256
#define LOWER_BYTES (FORM_BYTES * 2) /* lower case is at most half as long again (U+0130 gives i and a mark) */

/* A form on its way through: its normal spelling, where its characters start, and what was seen. */
struct spelling {
    char lower[LOWER_BYTES];
    char shape[FORM_BYTES + 1];
    uint16_t starts[FORM_BYTES + 1]; /* byte of each character in lower; starts[characters] is its end */
    size_t characters, shape_length;
    uint32_t flags;
    bool small, capital;
};

/* Typographic quotes and dashes as their ASCII forms: treebanks of web text hardly show the former. */
static uint32_t plain(uint32_t code)
{
    switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2039:
    case 0x203A:
    case '`':
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
        return '-';
    default:
        return code;
    }
}

static char shape_of(uint32_t code)
{
    if (code < 0x80 ? code >= 'a' && code <= 'z' : utf8_is_lower(code))
        return 'x';
    if (code < 0x80 ? code >= 'A' && code <= 'Z' : utf8_is_upper(code))
        return 'X';
    if (code < 0x80 ? code >= '0' && code <= '9' : utf8_is_digit(code))
        return 'd';
    if (code < 0x80)
        return (char)code;
    return utf8_is_letter(code) ? 'x' : '~';
}

static void add_shape(struct spelling *spelling, char kind)
{
    size_t n = spelling->shape_length;

    if (n < 2 || spelling->shape[n - 1] != kind || spelling->shape[n - 2] != kind)
        spelling->shape[spelling->shape_length++] = kind;
}

static void add_character(struct spelling *spelling, uint32_t code, size_t *length)
{
    char kind = shape_of(code);
    bool first = spelling->characters == 0;

    spelling->starts[spelling->characters++] = (uint16_t)*length;
    add_shape(spelling, kind);
    if (kind == 'x')
        spelling->small = true;
    if (kind == 'X')
        spelling->capital = true;
    if (kind == 'X' && first)
        spelling->flags |= WORD_TITLE;
    if (kind == 'd')
        spelling->flags |= WORD_DIGIT;
    if (kind == '-' && !first)
        spelling->flags |= WORD_HYPHEN;
    code = kind == 'd' ? '0' : kind == 'X' ? utf8_to_lower(code) : code;
    *length += utf8_encode(code, spelling->lower + *length);
}

static void spell(struct spelling *spelling, struct view form)
{
    size_t length = 0;

    for (size_t at = 0; at < form.length;) {
        uint32_t code = (unsigned char)form.data[at];
        if (code < 0x80)
            at++;
        else
            code = utf8_decode(form, at, &at);
        add_character(spelling, plain(code), &length);
    }
    spelling->starts[spelling->characters] = (uint16_t)length;
    if (spelling->small || spelling->capital)
        spelling->flags |= WORD_LETTER;
    if (spelling->capital && !spelling->small)
        spelling->flags |= WORD_UPPER;
    if (!spelling->small)
        spelling->flags &= ~(uint32_t)WORD_TITLE;
}

/* At most FORM_BYTES, cut between characters. */
static struct view head_of(struct view form)
{
    if (form.length <= FORM_BYTES)
        return form;
    form.length = FORM_BYTES;
    while (form.length > 0 && ((unsigned char)form.data[form.length] & 0xC0) == 0x80)
        form.length--;
    return form;
}

void word_describe(struct word *word, struct view form, const struct clusters *clusters)
{
    struct spelling spelling;
    size_t characters;

    spelling.characters = spelling.shape_length = 0;
    spelling.flags = 0;
    spelling.small = spelling.capital = false;
    form = head_of(form);
    spell(&spelling, form);
    characters = spelling.characters;
    word->form = XXH3_64bits(form.data, form.length);
    word->lower = XXH3_64bits(spelling.lower, spelling.starts[characters]);
    word->shape = XXH3_64bits(spelling.shape, spelling.shape_length);
    for (size_t i = 0; i < WORD_PREFIXES; i++)
        word->prefix[i] = characters <= i + 1 ? word->lower : XXH3_64bits(spelling.lower, spelling.starts[i + 1]);
    for (size_t i = 0; i < WORD_SUFFIXES; i++) {
        size_t start = characters <= i + 1 ? 0 : spelling.starts[characters - i - 1];
        word->suffix[i] =
            start == 0 ? word->lower : XXH3_64bits(spelling.lower + start, spelling.starts[characters] - start);
    }
    word->cluster = clusters_of(clusters, form);
    word->cluster_short = clusters_prefix(clusters, (uint16_t)word->cluster, 4);
    word->cluster_middle = clusters_prefix(clusters, (uint16_t)word->cluster, 6);
    word->cluster_long = clusters_prefix(clusters, (uint16_t)word->cluster, 10);
    word->flags = spelling.flags;
}

void word_describe_sentence(struct word *words, const struct token *tokens, size_t count,
                            const struct clusters *clusters)
{
    bool opening = true;

    for (size_t i = 0; i < count; i++) {
        word_describe(&words[i], token_form(&tokens[i]), clusters);
        if (opening)
            words[i].flags |= WORD_FIRST;
        opening = opening && !(words[i].flags & (WORD_LETTER | WORD_DIGIT));
    }
}
