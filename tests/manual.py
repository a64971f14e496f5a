#!/usr/bin/env python3
"""Tests the pages of the manual against the program and its help. Their commands are run on an example."""
import os
import pathlib
import re
import shutil

import harness

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "MANWIDTH": "80", "HOME": "/"}
ESCAPES = {r"\-": "-", r"\e": "\\", r"\(aq": "'", r"\(ga": "`", r"\(ti": "~", r"\(ha": "^"}


def plain(roff):
    return re.sub(r"\\(?:-|e|\(aq|\(ga|\(ti|\(ha)", lambda found: ESCAPES[found[0]], roff)


class Manual(harness.Suite):
    arguments = {"folder": {"type": pathlib.Path, "help": "the folder of the pages"}}

    def set_up(self):
        self.pages = {page.stem: page.resolve() for page in sorted(self.options.folder.glob("*.1"))}
        shutil.copy(self.source / "examples/four-certifications.json", self.work / "log.json")
        self.write("roster.ndjson", '{"certifications": []}\n' * 2)
        self.write("certifications.csv", "code,earned\nACP-620,2024-01-10\n")
        self.write("activities.csv", "date,type,title\n2025-06-01,coursework,Jira automation\n")
        (self.work / "certrenew").symlink_to(self.binary)

    def ask(self, *command, **how):
        """Runs a command whose outputs are text."""
        return self.call(*command, text=True, **{"env": ENVIRONMENT, **how})

    def help(self, name):
        return self.ask(self.binary, *name.split("-")[1:], "--help").stdout

    def test_there_is_one_for_each_command(self):
        commands = re.findall(r"^  ([a-z]+)  ", self.help("certrenew").split("\nOptions:")[0], re.M)
        names = {"certrenew"} | {f"certrenew-{command}" for command in commands}
        self.check(names == set(self.pages), "pages", sorted(self.pages), "but", sorted(names))
        prose = {file.stem for file in (self.source / "src/manual").glob("*.h2m")}
        self.check(prose <= names, "prose for no page:", sorted(prose - names))

    def is_clean(self, name, page):
        lint = self.ask("mandoc", "-T", "lint", page)
        self.check(lint.stdout + lint.stderr == "", lint.stdout, lint.stderr)
        groff = self.ask("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
        self.check(groff.stderr == "" and groff.returncode == 0, name, groff.stderr)
        whatis = self.ask("lexgrog", page)
        self.check(f'"{name} - ' in whatis.stdout, name, "has no summary:", whatis.stdout)

    def says_what_help_says(self, name, page):
        help_page = self.help(name)
        shown = self.ask("man", "-l", page).stdout
        wide = [line for line in (help_page + shown).splitlines() if len(line) > 80]
        self.check(not wide, name, "is wider than 80 columns:", wide)
        terms = [re.sub("^-., ", "", line.strip()) for line in shown.splitlines()]
        for option in re.findall(r"^ +(?:-., )?(--[a-z-]+(?: \S+)?)", help_page, re.M):
            self.check(any(term == option or term.startswith(option + " ") for term in terms), name,
                       "does not tell of", option)

    def examples_run(self, name, page):
        text = plain(page.read_text())
        blocks = re.findall(r"^\.EX\n(.*?)^\.EE$", text, re.M | re.S)
        blocks += re.findall(r"^\\f\(CW(\$ .*)\\fR$", text, re.M)  # the example of `--help`
        environment = {**os.environ, "PATH": f"{self.work}:{os.environ['PATH']}"}
        for block in blocks:
            for command in re.findall(r"^\$ (.*(?:\n> .*)*)", block, re.M):
                command = command.replace("\n> ", "\n")
                result = self.ask("bash", "-o", "pipefail", "-c", command, env=environment)
                fine = (0, 1) if "check" in name else (0,)
                self.check(result.returncode in fine, name, command, result.stderr)
            if block.startswith("{"):
                result = self.run("status", self.write("shown.json", block))
                self.check(result.returncode == 0, name, block, result.stderr)

    def test_each_page(self):
        for name, page in self.pages.items():
            self.is_clean(name, page)
            self.says_what_help_says(name, page)
            self.examples_run(name, page)


if __name__ == "__main__":
    harness.main(Manual)
