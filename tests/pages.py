#!/usr/bin/env python3
"""Tests every kind of HTML page in a browser, with an HTML validator and an accessibility checker: see pages.mjs."""
import harness

NASTY = '{"candidate": {"name": "<b>\u202e&\'"}, "certifications": [{"code": "ACP-<script>", "earned": "2024-01-10"}]}'
LOGS = ["examples/four-certifications.json", "examples/cv/log.json", "examples/in-doubt.json"]
PAGES = {
    "status": ["status", *LOGS],
    "summary": ["status", "--summary", *LOGS],
    "due": ["due", *LOGS],
    "explain": ["explain", *LOGS],
    "plan": ["plan", LOGS[0]],
    "check": ["check", *LOGS],
    "nothing": ["check", "--only", "ACP-620", "--within", "0", LOGS[0]],
    "report": ["report", *LOGS],
}


class Pages(harness.Suite):
    arguments = {"--node": {"required": True}, "--chromium": {"required": True},
                 "--modules": {"required": True, "help": "the folder whose node_modules hold the checkers"}}

    def faults(self, *pages):
        result = self.call(self.options.node, self.source / "tests/pages.mjs", self.options.modules,
                           self.options.chromium, *pages, timeout=600)
        return result.returncode, result.stdout.decode() + result.stderr.decode()

    def test_a_bad_page_is_found(self):
        """The checkers see what is invalid, what is hard to read, what is too wide and what is loaded."""
        bad = self.write("bad.html", '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><h1>x</h1>'
                         '<p style="color: #eee; background: #fff">faint</p><p style="width: 3000px">wide</p><img src="x.png"></body></html>')
        status, said = self.faults(bad)
        for words in ("wcag/h37", "color-contrast", "image-alt", "wider than the window", "asks for"):
            self.check(status == 1 and words in said, words, "is not found:", said)

    def test_pages(self):
        pages = []
        for name, arguments in PAGES.items():
            format = [] if name == "report" else ["--format", "html"]
            page = self.run(*arguments, *format, "--as-of", "2026-06-01", cwd=self.source)
            pages.append(self.write(f"{name}.html", page.stdout))
        log = self.write("nasty.json", NASTY)
        pages.append(self.write("nasty.html", self.run("report", log, "--as-of", "2025-12-30").stdout))
        status, said = self.faults(*pages)
        self.check(status == 0, said)


harness.main(Pages)
