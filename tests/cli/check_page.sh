#!/bin/sh
# A web page in: title, address and date go to the record, claims keep the sources behind their footnote marks.
. "$(dirname "$0")/harness.sh"

pages=$source_dir/tests/html/pages
expect 0 '' extract "$pages/wikipedia-vector-2022.html"
/usr/bin/python3 - <<'PYTHON' || fail "the record is not as expected"
import json

record = json.load(open("out"))
assert record["title"] == "2031 Port Lennet harbour explosion", record["title"]
assert record["date"] == "2032-06-17", record["date"]
assert record["url"] == "https://en.wikipedia.org/wiki/2031_Port_Lennet_harbour_explosion"
cited = {label for claim in record["claims"] for label in claim["citations"] + claim["citations_before"]}
assert cited and {reference["label"] for reference in record["references"]} == cited, (cited, record["references"])
assert all(claim["sentence"]["text"] for claim in record["claims"])
PYTHON

# The record passes through merge as it is, keys aside.
cp out record.jsonl
expect 0 '' merge record.jsonl
/usr/bin/python3 - <<'PYTHON' || fail "the record is not as expected"
import json

before, after = json.load(open("record.jsonl")), json.load(open("out"))
assert before["references"] == after["references"]
PYTHON
# The viewer leads from a footnote mark to its source.
expect 0 '' graph record.jsonl -o record.html
/usr/bin/python3 - <<'PYTHON' || fail "the viewer lacks the sources"
import json
import re

page = open("record.html", encoding="utf-8").read()
data = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.S).group(1))
references = json.load(open("record.jsonl"))["references"]
assert data["documents"][0]["references"] == [[r["label"], r["url"], r["text"]] for r in references]
PYTHON
finish
