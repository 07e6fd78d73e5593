"""Names that break formats, readers and browsers: at least 500, each once. None holds a NUL, which a record cannot carry, nor a lone
surrogate, which UTF-8 cannot."""

BASES = [
    # escapes and quotes
    '"', "'", "\\", "a\\", 'a"b', "a\\\"b", "\\n", "\\N", "\\G", "\\E \\T \\H", "\\l\\r", "%n", "%s%s%s", "{}", "${x}", "{{7*7}}", "$(id)", "`id`",
    # markup
    "<b>bold</b>", "<b>", "</b>", "]]>", "<![CDATA[x]]>", "</script>", "<script>alert(1)</script>", "<!--", "-->", "--", "<?xml?>",
    "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)", "&copy;", "&amp;", "&", "&&", "&#60;", "&#x3c;",
    "&lt;b&gt;", "&nosuch;", "&#0;", "&#xFFFE;", "<FONT COLOR=\"red\">x</FONT>", "<<TABLE>>", "<title>x</title>", "<a href=\"x\">",
    # formulas
    "=cmd()", "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")", "\t=1", "\r=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x", " =1",
    # separators
    "a,b", "a;b", "a\tb", "a\nb", "a\r\nb", "a\rb", "a|b", ";", ",", " ", "  ", " a", "a ", "a  b", "\u00a0", "\u2028", "\u2029", "\u0085",
    # DOT, Cypher, JSON
    "digraph", "node", "edge", "graph", "subgraph", "strict", "n0", "e0", "a -> b", "a -- b", "{ a; }", "[label=x]", "# x", "// x",
    "/* x */", "*/", "} ; }", "' OR 1=1 //", "'}) MATCH (n) DETACH DELETE n //", "\\u0027", "\\\\u0027", "\\x27", "__proto__", "constructor",
    "null", "true", "NaN", "Infinity", "undefined", "0", "-0", "1e999", "00", "0x10",
    # code points
    "\ufffd", "\ufffe", "\uffff", "\ufeff", "\u200b", "\u200d", "\u2060", "\u00ad", "\U0001fffe", "\U0010ffff", "\ue000", "\U000f0000",
    "\u202eabc", "\u202dabc\u202c", "\u2066abc\u2069", "\u200fabc\u200e", "\u061c", "\u206a",
    "e\u0301", "\u0301e", "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f", "a" + "\u0300" * 60, "\u1100\u1161\u11a8",
    "\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1f7\U0001f1fa", "\u263a\ufe0f", "1\ufe0f\u20e3", "\U0001f44d\U0001f3fd",
    "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd", "\u65e5\u672c\u8a9e\u306e\u540d\u524d", "\ud55c\uad6d\uc5b4", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\u05e2\u05d1\u05e8\u05d9\u05ea", "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22", "\u0939\u093f\u0928\u094d\u0926\u0940", "\u0420\u043e\u0441\u0441\u0438\u044f",
    "\u0391\u03b8\u03ae\u03bd\u03b1", "\u0130stanbul", "\u1e9e\u00df", "\ufb01", "\u01c5", "\u0149", "\U00020000", "\U0001d400",
    # lengths
    "x" * 300, "word " * 60 + "end", "\u4e2d" * 200, "a" * 5000, "\\" * 99, '"' * 99, "&" * 99, "<" * 99,
]
BASES += ["a%sb" % chr(code) for code in range(1, 32)] + ["a\x7fb"] + ["a%sb" % chr(code) for code in range(0x80, 0xA0)]
FRAMES = ["%s", "Mr %s", "%s of Russia", "(%s)", "%s\\", "%s\"", "<%s>"]


def _make():
    seen, names = set(), []
    for frame in FRAMES:
        for base in BASES:
            name = frame.replace("%s", base)
            if name not in seen:
                seen.add(name)
                names.append(name)
    return names


NAMES = _make()
