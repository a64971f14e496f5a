#!/usr/bin/env python3
"""Output that cannot be forged: the same nasty strings through every command and format."""
import csv
import io
import json
import re
from xml.etree import ElementTree

import harness
import html_page
from commands import AS_OF, COMMANDS

NASTY = [
    "\x1b[31mred\x1b[0m", "two\nlines", "carriage\rreturn", "tab\there", "bell\x07", "nul\x00byte", "\u202egnp.exe",
    "\u2066isolated\u2069", "zero\u200bwidth", "\u2028line\u2029paragraph", "tag\U000e0041", "del\x7f", "c1\x9b31m",
    "=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1", "a,b", 'quo"te', "pipe|pipe", "`code` *bold* <b>html</b> [link](x)",
    "::error::boo", "%0A::error::boo", "é" * 10_000, "x" * 10_000, "漢" * 3000, "👩‍👩‍👧" * 50,
    "e" + "\u0301" * 5000, "\\", "\\|", "'", "", " ", "\ufeff", "# heading", "</table>",
]
# Controls other than a line end, line separators, bidirectional controls, marks, tags.
UNSAFE = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")

def log_of(names):
    """A log with something of everything, so that every finding and notice has words to say."""
    certifications, activities = [], []
    for i, name in enumerate(names):
        inner = name.strip(" \t\r\n")  # a code neither begins nor ends with a blank
        code = f"ACP-{i}{inner}"
        certifications += [
            {"code": code, "name": name, "suspends": "2026-01-01", "expires": "2026-04-01",
             "expect": {"suspends": "2026-01-01", "expires": "2026-04-01"}, "notes": name},
            {"code": f"{inner}{i}", "type": "ACP", "name": name, "earned": "2024-01-10"},
            {"code": f"ACA-{i}{inner}", "name": name, "earned": "2022-05-01"}]
        activities += [
            {"date": "2025-12-01", "type": "exam", "certification": code, "entered": None, "title": name},
            {"date": "2022-12-01", "type": "coursework", "units": 100, "entered": "2024-09-01", "title": name},
            {"date": "2026-05-01", "type": "coursework", "title": name, "course": name, "notes": name}]
    return {"candidate": {"id": names[0], "name": names[0]}, "certifications": certifications, "activities": activities}


class Output(harness.Suite):
    def test_all_strings_at_once(self):
        short = [nasty for nasty in NASTY if len(nasty) < 1000]
        together = self.write("together.json", json.dumps(log_of(short)))
        for command, forms in COMMANDS.items():
            for form in forms:
                self.answered([command, "--format", form, together], len(short))

    def test_each_string(self):
        for nasty in NASTY:
            named = self.write("file " + re.sub("[/\0]", "_", nasty)[:60], json.dumps(log_of([nasty])))
            for call in (["status"], ["status", "--format", "csv"], ["explain", "--format", "markdown"],
                         ["check", "--format", "github"], ["plan", "--format", "json"], ["explain", "--format", "html"]):
                self.answered([*call, named], 1)
            self.errors(nasty)
            self.policy(nasty)

    def test_names_of_files(self):
        named = b"\xff\xfe\x1b[31m.json"
        result = self.run("status", *AS_OF, "--", self.work.__fspath__() + "/none", stdin=None)
        self.check(result.returncode == 4, f"no such file: {result}")
        for form in COMMANDS["check"]:
            (self.work / "bytes").write_text(json.dumps(log_of(["x"])))
            (self.work / "bytes").rename(self.work / named.decode("utf-8", "surrogateescape"))
            self.answered(["check", "--format", form, named.decode("utf-8", "surrogateescape")], 1)

    def answered(self, call, logs):
        form = call[2] if call[1] == "--format" else "table"
        what = " ".join(map(ascii, call))[:200]
        result = self.run(call[0], *AS_OF, *call[1:])
        self.check(result.returncode == (1 if call[0] == "check" else 0), f"{what}: {result.returncode}")
        out = self.harmless(result.stdout, what, "\r\n" if form == "csv" else "\n")
        self.harmless(result.stderr, what)
        if form in ("json", "ndjson"):
            json.loads(out)
            self.check(form == "json" or out.count("\n") == 1, f"{what}: more than a line")
        elif form == "csv":
            rows = list(csv.reader(io.StringIO(out)))
            self.check(len({len(row) for row in rows}) == 1, f"{what}: rows of different lengths")
            self.check(not [field for row in rows for field in row
                            if field[:1] in ("=", "+", "@") or re.match(r"-\D", field)], f"{what}: a formula")
        elif form == "github":
            self.check(all(re.match(r"::(error|warning) [^:]*::", line) for line in out.splitlines()), f"{what}: no command")
            self.check("%0A" not in out.upper(), f"{what}: a line end within")
        elif form == "markdown":
            tables = [line for line in out.splitlines() if line.startswith("|")]
            cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in tables}
            self.check(call[0] != "status" or (cells == {9} and len(tables) == 2 + 3 * logs), f"{what}: cells {cells}")
            self.check("<b>" not in out.replace("\\<b", ""), f"{what}: HTML")
        elif form == "html":
            page = html_page.Page(out)
            self.check(not page.wrong, f"{what}: {page.wrong}")
        elif call[0] == "status":
            self.check(max(map(len, out.splitlines())) < 500, f"{what}: a line too long to read")

    def harmless(self, output, what, line_end="\n"):
        text = output.decode("utf-8", "strict").replace(line_end, "\n")
        unsafe = UNSAFE.search(text)
        self.check(not unsafe, f"{what}: {unsafe}")
        return text

    def errors(self, nasty):
        """Diagnostics that quote: one line each, and not long, however long what they quote is."""
        log = {nasty + "?": 1, "certifications": [
            {"code": nasty + "x", "type": nasty + "y", "earned": nasty},
            {"code": nasty + "x", "type": "ACP", "earned": "2024-01-01", nasty + "?": 1}],
            "activities": [{"date": nasty, "type": nasty}, {"date": "2025-01-01", "type": "exam", "certification": nasty}]}
        result = self.run("status", *AS_OF, self.write("errors.json", json.dumps(log)))
        text = self.harmless(result.stderr, f"errors of {nasty[:20]!a}")
        lines = text.splitlines()
        self.check(result.returncode == 3 and len(lines) >= 7 and all(line.startswith("errors.json:1:") for line in lines)
                   and max(map(len, lines)) < 1500, f"errors of {nasty[:20]!a}: {lines}")
        if "\0" in nasty:
            return
        for call in (["status", "--what-if", nasty + "@2025-01-01"], ["status", "--what-if", nasty],
                     ["check", "--ignore", nasty + "?"], ["check", "--only", nasty + "?"], ["status", "--as-of", nasty],
                     ["status", "--format", nasty + "?"], ["init", nasty], [nasty + "?"], ["status", "--" + nasty + "?"],
                     ["status", "--policy", "./" + nasty + "?"], ["status", nasty.replace("/", "_")[:200] + "?"]):
            result = self.run(*call)
            lines = self.harmless(result.stderr, f"{call!a:.60}").splitlines()
            self.check(result.returncode in (2, 3, 4) and result.stdout == b"", f"{call!a:.60}: {result.returncode}")
            self.check(all(line.startswith(("certrenew: ", "Try: certrenew ", "-:1:1: error: ")) for line in lines), f"{call!a:.60}: {lines}")

    def policy(self, nasty):
        """The names in a policy are no safer than those in a log."""
        kind, course, name = nasty + "T", nasty + "C", nasty + "P"
        inner = nasty.strip(" \t\r\n")  # of a code
        text = {"name": name, "title": nasty, "units_called": nasty + "U", "validity": "P24M", "grace": "P3M",
                "certification_types": {kind: {"renew_by": {"units": {"required": 20}, "courses": {"all": [course]}}}},
                "activity_types": {nasty + "A": {"units": 10, "limit": 4}},
                "certifications": {"X": {"name": nasty, "aliases": [inner + "B"]}, inner + "D": {"name": nasty}},
                "designations": [{"name": nasty + "E", "needs": 1, "of": ["X", inner + "D"]}],
                "readings": [{"id": nasty + "R", "rule": nasty + "C1", "says": nasty + "S", "where": nasty,
                              "change": {"validity": "P12M"}}],
                "notes": [nasty + "N"], "sources": {"grace": {"says": nasty, "where": nasty, "official": False}}}
        log = {"certifications": [{"code": "X", "type": kind, "earned": "2024-01-10"}],
               "activities": [{"date": "2025-01-01", "type": nasty + "A", "title": nasty, "evidence": nasty},
                              {"date": "2025-01-02", "type": nasty + "A", "programme": [name], "course": "c"}]}
        rules = ["--policy", self.write("policy.json", json.dumps(text))]
        log = self.write("log.json", json.dumps(log))
        for call in (["policy"], ["policy", "--format", "table"], ["status", *AS_OF, log, "--format", "markdown"],
                     ["explain", *AS_OF, log], ["plan", *AS_OF, log], ["calendar", *AS_OF, log], ["timeline", *AS_OF, log],
                     ["timeline", *AS_OF, log, "--format", "svg"], ["explain", *AS_OF, log, "--format", "csv"],
                     ["status", *AS_OF, log, "--format", "html"], ["status", *AS_OF, log, "--summary"],
                     ["check", *AS_OF, log, "--within", "900", "--format", "github"]):
            result = self.run(*call, *rules)
            self.check(result.returncode == (call[0] == "check"), f"{call}: {result.stderr[:200]}")
            self.harmless(result.stdout.replace(b"\r\n", b"\n"), f"{call} under a policy of {nasty[:20]!a}")
            self.harmless(result.stderr, f"{call} under a policy of {nasty[:20]!a}")
            if call[-1] == "html":
                page = html_page.Page(result.stdout.decode())
                self.check(not page.wrong, f"a page under a policy of {nasty[:20]!a}: {page.wrong}")
            if call[-1] == "svg" and result.returncode == 0:
                ElementTree.fromstring(result.stdout)
            if call[-1] == "csv":
                fields = [field for row in csv.reader(io.StringIO(result.stdout.decode())) for field in row]
                formula = [field for field in fields if field[:1] in ("=", "+", "@") or re.match(r"-\D", field)]
                self.check(not formula, f"formulas under a policy of {nasty[:20]!a}: {formula}")


if __name__ == "__main__":
    harness.main(Output)
