#!/usr/bin/env python3
"""Writes the tables of utf8.c as C, from the Unicode Character Database that Python's unicodedata carries.

usage: make_unicode.py OUTPUT.h

Two-stage tables: the high bits of a code point choose a block of 256 entries, equal blocks are stored once.
"""
import sys
import unicodedata

LAST = 0x110000
BLOCK = 256

# The bits of utf8_class; utf8.c has the same list.
LETTER, DIGIT, UPPER, LOWER, SPACE, MARK, PUNCTUATION, SYMBOL = (1 << bit for bit in range(8))

# White_Space of PropList.txt, and the invisible separators that text from the web holds in their stead.
SPACES = {*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
          0x200B, 0x2060, 0xFEFF}

# Letters that have no canonical decomposition but are written without their stroke or ligature in other languages.
SPECIAL = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "ẞ": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
           "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "a", "ƀ": "b", "ɨ": "i", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŀ": "l", "ĸ": "k",
           "ȥ": "z", "ⱥ": "a", "ς": "σ", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SPECIAL.update({c: "'" for c in "‘’‚‛′ʹʻʼʽˈ`´"})
SPECIAL.update({c: '"' for c in "“”„‟″«»"})
SPECIAL.update({c: "-" for c in "‐‑‒–—―−"})
SPECIAL.update({chr(c): " " for c in SPACES if c > 0x7F})
SPECIAL.update({c: "" for c in "\u00AD\u200B\u200C\u200D\u2060\uFEFF"})


def flags(code):
    category = unicodedata.category(chr(code))
    bits = 0
    if category[0] == "L":
        bits |= LETTER
    if category == "Nd":
        bits |= DIGIT
    if category in ("Lu", "Lt"):
        bits |= UPPER
    if category == "Ll":
        bits |= LOWER
    if code in SPACES:
        bits |= SPACE
    if category[0] == "M":
        bits |= MARK
    if category[0] == "P":
        bits |= PUNCTUATION
    if category[0] == "S":
        bits |= SYMBOL
    return bits


def lower(char):
    return {"İ": "i"}.get(char) or (char.lower() if len(char.lower()) == 1 else char)


def is_diacritic(char):
    """Marks above, below and through a letter; not the vowel signs of scripts that cannot do without them."""
    kind = unicodedata.combining(char)
    return kind == 1 or kind >= 200


def fold(char):
    if 0xAC00 <= ord(char) <= 0xD7A3:
        return char
    bare = "".join(c for c in unicodedata.normalize("NFD", char) if not is_diacritic(c))
    bare = "".join(lower(c) for c in unicodedata.normalize("NFC", bare))
    return "".join(SPECIAL.get(c, c) for c in bare)


def two_stage(values):
    blocks, index = {}, []
    for start in range(0, LAST, BLOCK):
        block = tuple(values[start:start + BLOCK])
        index.append(blocks.setdefault(block, len(blocks)))
    assert len(blocks) <= 256
    return index, list(blocks)


def write_array(out, declaration, values):
    out.write("static const %s = {\n" % declaration)
    for start in range(0, len(values), 24):
        out.write("    %s,\n" % ", ".join(map(str, values[start:start + 24])))
    out.write("};\n")


def write_two_stage(out, name, values):
    index, blocks = two_stage(values)
    write_array(out, "uint8_t %s_index[%d]" % (name, len(index)), index)
    write_array(out, "uint8_t %s_blocks[%d]" % (name, len(blocks) * BLOCK), [v for block in blocks for v in block])


def write_lower(out, chars):
    deltas = {0: 0}
    values = [deltas.setdefault(ord(lower(c)) - ord(c), len(deltas)) for c in chars]
    assert len(deltas) <= 256
    write_two_stage(out, "lower", values)
    write_array(out, "int32_t lower_deltas[%d]" % len(deltas), list(deltas))


def write_fold(out, chars):
    changed = [(c, fold(c)) for c in chars if not 0xD800 <= ord(c) <= 0xDFFF and ord(c) > 0x7F]
    changed = [(c, f) for c, f in changed if f != c]
    pool, starts = b"", []
    for char, folded in changed:
        assert len(folded.encode()) <= 2 * len(char.encode())
        starts.append(len(pool))
        pool += folded.encode()
    starts.append(len(pool))
    assert len(pool) < 65536
    out.write("#define FOLD_COUNT %d\n" % len(changed))
    write_array(out, "uint32_t fold_codes[FOLD_COUNT]", [ord(c) for c, _ in changed])
    write_array(out, "uint16_t fold_starts[FOLD_COUNT + 1]", starts)
    write_array(out, "uint8_t fold_pool[%d]" % len(pool), list(pool))


def main():
    chars = [chr(code) for code in range(LAST)]
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("/* Made by make_unicode.py from Unicode %s. */\n" % unicodedata.unidata_version)
        write_two_stage(out, "class", [flags(code) for code in range(LAST)])
        write_lower(out, chars)
        write_fold(out, chars)


if __name__ == "__main__":
    main()
