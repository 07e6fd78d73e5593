#!/usr/bin/env python3
"""Makes the viewer's page, style sheet and script into arrays of C: bundle.py FOLDER OUTPUT [D3-MODULE ...]

The script is main.js with all that it imports. Each module becomes a function of its own that returns what it exports, after the modules
that it imports itself; lines of comment go. D3's modules, which make a global `d3`, stand before them with their licence."""
import os
import re
import sys

IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def add_module(folder, name, modules, above=()):
    """Adds a module to `modules`, name to text, after those that it imports."""
    if name in above:
        sys.exit("bundle: modules import each other: " + " > ".join([*above, name]))
    if name in modules:
        return
    text = read(folder, name + ".js")
    for _, imported in IMPORT.findall(text):
        add_module(folder, imported, modules, [*above, name])
    modules[name] = text


def wrap(name, text):
    exported = EXPORT.findall(text)
    text = EXPORT.sub("", IMPORT.sub(r"const \1 = modules.\2;", text))
    text = re.sub(r"^ *//.*\n", "", text, flags=re.MULTILINE)
    if re.search(r"^(import|export)\b", text, re.MULTILINE):
        sys.exit("bundle: %s.js imports or exports in a way that is not known" % name)
    return "modules.%s = (function () {\n%s\nreturn { %s };\n})();\n" % (name, text.strip(), ", ".join(exported))


def make_script(folder, d3):
    modules = {}
    add_module(folder, "main", modules)
    parts = ["/*\n" + read(folder, "d3-licence.txt") + "*/\n"] if d3 else []
    parts += [read(path) + "\n" for path in d3]
    parts.append('(function () {\n"use strict";\nconst modules = {};\n')
    parts += [wrap(name, text) for name, text in modules.items()]
    parts.append("})();\n")
    return "".join(parts)


def check_script(text):
    """What would end the script element early."""
    found = re.search(r"</script|<!--", text, re.IGNORECASE)
    if found:
        sys.exit("bundle: the script contains " + found.group())


def write_array(out, name, text):
    data = text.encode()
    out.write("static const unsigned char %s[%d] = {\n" % (name, len(data)))
    for start in range(0, len(data), 32):
        out.write(",".join(str(byte) for byte in data[start:start + 32]) + ",\n")
    out.write("};\n")


def main():
    folder, output, d3 = sys.argv[1], sys.argv[2], sys.argv[3:]
    script = make_script(folder, d3)
    check_script(script)
    with open(output, "w", encoding="ascii", newline="\n") as out:
        write_array(out, "VIEWER_PAGE", read(folder, "page.html"))
        write_array(out, "VIEWER_STYLE", read(folder, "style.css"))
        write_array(out, "VIEWER_SCRIPT", script)


main()
