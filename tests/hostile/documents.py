#!/usr/bin/env python3
"""Documents that are not JSON, are too large, or were cut off: a diagnostic at the right place."""
import json
import re

import harness
from commands import AS_OF

LOG = '{"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}]%s}'  # 63 characters
ONE = LOG % ', "activities": [{"date": "2025-01-01", "type": "presenting", "units": %s}]'
KEY = '{"certifications": [], "%s": 1}'
NUMBER = ONE.index("%s") + 1  # the column of the units

REFUSED = [  # what it is, the document, where, and words of the first line
    ("UTF-16, little end first", (LOG % "").encode("utf-16"), "1:1", "UTF-16"),
    ("UTF-16, big end first", b"\xfe\xff" + (LOG % "").encode("utf-16-be"), "1:1", "UTF-16"),
    ("UTF-16 without a mark", (LOG % "").encode("utf-16-le"), "1:1", "UTF-16"),
    ("UTF-16 without a mark, big end first", (LOG % "").encode("utf-16-be"), "1:1", "UTF-16"),
    ("UTF-8 cut off", (LOG % ', "notes": "\xe9"').encode("latin-1"), "1:76", "UTF-8"),
    ("an overlong slash", b'{"certifications": [], "notes": "\xc0\xaf"}', "1:34", "UTF-8"),
    ("a surrogate as UTF-8", b'{"certifications": [], "notes": "\xed\xa0\x80"}', "1:35", "UTF-8"),
    ("invalid UTF-8 after other letters", '{"certifications": [], "notes": "äöü漢'.encode() + b'\xff"}', "1:38", "UTF-8"),
    ("a lone high surrogate", LOG % ', "notes": "\\ud800"', "1:81", "surrogate"),
    ("a lone low surrogate", LOG % ', "notes": "\\udc00"', "1:80", "surrogate"),
    ("a NUL first", b"\0" + (LOG % "").encode(), "1:1", "NUL"),
    ("a NUL within", LOG % ', "notes": "\0"', "1:75", "NUL"),
    ("a NUL between", LOG % "\0", "1:63", "NUL"),
    ("a NUL behind", LOG % "" + "\0", "1:64", "NUL"),
    ("a NUL behind, and more", LOG % "" + "\0{}", "1:64", "NUL"),
    ("a NUL on a line of its own", LOG % "" + "\n\0\n", "2:1", "NUL"),
    ("something behind", LOG % "" + " {}", "1:65", "end of input"),
    ("nothing", "", "1:1", "empty"),
    ("white space", " \r\n\n ", "3:2", "empty"),
    ("a mark and nothing", b"\xef\xbb\xbf", "1:1", "end of input"),
    ("two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + (LOG % "").encode(), "1:1", "invalid literal"),
    ("half a mark", b"\xef\xbb" + (LOG % "").encode(), "1:1", "BOM"),
    ("nested 33 deep", LOG % (', "x": ' + "[" * 32 + "]" * 32), "1:65", "unknown key"),
    ("nested 100,000 deep", "[" * 100_000, "1:1", "expected an object"),
    ("nested 100,000 deep in objects", '{"a":' * 100_000, "1:2", "unknown key"),
    ("a key given twice", LOG % ', "notes": "", "notes": ""', "1:78", "twice"),
    ("an unknown key of 10,000 characters", KEY % ("k" * 10_000), "1:24", "k…\""),
    ("an unknown key that steers", KEY % "\\u001b[31m\\u202e", "1:24", "\\u001b[31m\\u202e"),
    ("a comment", "// no\n" + LOG % "", "1:1", "a comment"),
    ("single quotes", "{'certifications': []}", "1:2", "a single quote"),
    ("a comma too many", LOG % ",", "1:63", "a comma too many"),
    ("NaN", ONE % "NaN", f"1:{NUMBER}", "invalid literal"),
    ("a leading zero", ONE % "010", f"1:{NUMBER + 1}", "unexpected number"),
    ("a leading plus", ONE % "+1", f"1:{NUMBER}", "invalid literal"),
    ("a point and no digit", ONE % "1.", f"1:{NUMBER}", "invalid number"),
] + [(number, ONE % number, f"1:{NUMBER}", "number") for number in (
    "1e999999", "1e999", "-1e999999", "1000000.01", "1000001", "10.001", "1e-3", "-0.01", "9" * 400,
    "0." + "0" * 400 + "1", "1e2147483648", "1e-99999999999999999999", "18446744073709551616", "1e400", "1e-400")]

READ = [("-0", 0), ("10.000", 10), ("1e1", 10), ("0.1e2", 10), ("-0.0e5", 0), ("1000000", 1000000), ("0.01", 0.01),
        ("99.99", 99.99), ("1" + "0" * 300 + "e-300", 1), ("0e999999999999", 0), ("0.1E+00002", 10)]


class Documents(harness.Suite):
    def test_refused(self):
        for what, content, place, words in REFUSED:
            self.refused(what, content, place, words)

    def test_numbers(self):
        for number, units in READ:
            result = self.run("explain", *AS_OF, "--format", "json", self.write("fine.json", ONE % number))
            answer = json.loads(result.stdout or "null")
            self.check(answer and answer["credentials"][0]["activities"][0]["units"] == units, f"{number}: {result}")

    def test_mark_and_nesting(self):
        marked = self.run("status", *AS_OF, self.write("marked.json", b"\xef\xbb\xbf" + (LOG % "").encode()))
        self.check(marked.returncode == 0, f"a mark at the start: {marked}")
        deep = self.run("status", *AS_OF, self.write("deep.json", LOG % (', "x": ' + "[" * 100_000)))
        column = len('{"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}], "x": ') + 32
        self.check(f"deep.json:1:{column}: error: nested more than 32 deep".encode() in deep.stderr, f"nested: {deep}")

    def refused(self, what, content, place, words):
        """It ends with 3, first at that place, with these words, and prints no answer."""
        result = self.run("status", *AS_OF, self.write("hostile.json", content))
        self.check(result.returncode == 3 and result.stdout == b"", f"{what}: {result}")
        first = result.stderr.decode("utf-8", "strict").split("\n")[0]
        self.check(first.startswith(f"hostile.json:{place}: error: ") and words in first and len(first) < 400,
                   f"{what}: {first}")

    def test_tenths(self):
        activities = ", ".join(f'{{"date": "2025-01-01", "type": "presenting", "units": {number}}}' for number in (0.1, 0.2))
        log = self.write("tenths.json", LOG % f', "activities": [{activities}]')
        result = self.run("status", *AS_OF, "--format", "json", log)
        self.check(b'"counted": 0.3,' in result.stdout and b'"needed": 99.7' in result.stdout, f"0.1 + 0.2: {result}")

    def test_sizes(self):
        start = b'{"certifications": [], "notes": "'
        whole = start + b"x" * (64 * 1024 * 1024 - len(start) - 2) + b'"}'
        self.check(self.run("status", *AS_OF, self.write("large.json", whole)).returncode == 0, "64 MiB")
        result = self.run("status", *AS_OF, self.write("large.json", whole + b" "))
        self.check(result.returncode == 3 and b"64 MiB" in result.stderr, f"more than 64 MiB: {result}")
        with open("/dev/zero", "rb") as zero:
            result = self.run("status", *AS_OF, stdin=zero)
        self.check(result.returncode == 3, f"/dev/zero: {result.stderr[:200]}")
        result = self.run("status", *AS_OF, self.write("many.json", b'{"certifications": [' + b"{}," * 3_000_000))
        self.check(result.returncode == 3 and len(result.stderr) < 1_000_000, "9 MB of errors")

    def test_cut_off(self):
        """A document cut off at every byte is refused where it ends, or at the token that is cut in two."""
        documents = [(LOG % ', "candidate": {"id": "é", "name": "漢"}\n, "notes": "\\u00e9\\n"', 1)]
        documents += [(example.read_text(), 9) for example in sorted((self.source / "examples").glob("t*.json"))]
        for text, step in documents:
            whole = text.encode()
            for size in range(0, whole.rindex(b"}"), step):
                result = self.run("status", *AS_OF, self.write("cut.json", whole[:size]))
                lines = result.stderr.decode().splitlines()
                places = [re.match(r"cut\.json:(\d+):(\d+): error: ", line) for line in lines]
                self.check(result.returncode == 3 and lines and all(places), f"cut at {size}: {result}")
                read = whole[:size].decode("utf-8", "surrogateescape").split("\n")
                line, column = map(int, places[-1].groups())
                self.check(line == len(read) and column <= len(read[-1]) + 1 or not read[-1].strip(),
                           f"cut at {size}: {lines[-1]}")


if __name__ == "__main__":
    harness.main(Documents)
