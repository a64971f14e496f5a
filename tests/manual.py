#!/usr/bin/env python3
"""Holds the manual against the program: its pages and its help.

    manual.py --binary PATH --source DIR FOLDER

FOLDER holds the pages. Their commands are run on a log of the examples.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "MANWIDTH": "80", "HOME": "/"}
ESCAPES = {r"\-": "-", r"\e": "\\", r"\(aq": "'", r"\(ga": "`", r"\(ti": "~", r"\(ha": "^"}


def plain(roff):
    return re.sub(r"\\(?:-|e|\(aq|\(ga|\(ti|\(ha)", lambda found: ESCAPES[found[0]], roff)


class Manual:
    def __init__(self, options):
        self.binary = pathlib.Path(options.binary).resolve()
        self.source = pathlib.Path(options.source)
        self.pages = {page.stem: page for page in sorted(options.folder.glob("*.1"))}
        self.passed = self.failed = 0

    def check(self, holds, *what):
        if not holds:
            print("FAILED:", *what)
        self.passed += bool(holds)
        self.failed += not holds

    def run(self, *command, **more):
        return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                              check=False, **{"env": ENVIRONMENT, **more})

    def help(self, name):
        return self.run(self.binary, *name.split("-")[1:], "--help").stdout

    def there_is_one_for_each_command(self):
        commands = re.findall(r"^  ([a-z]+)  ", self.help("certrenew").split("\nOptions:")[0], re.M)
        names = {"certrenew"} | {f"certrenew-{command}" for command in commands}
        self.check(names == set(self.pages), "pages", sorted(self.pages), "but", sorted(names))
        prose = {file.stem for file in (self.source / "src/manual").glob("*.man")}
        self.check(prose <= names, "prose for no page:", sorted(prose - names))

    def is_clean(self, name, page):
        lint = self.run("mandoc", "-T", "lint", page)
        self.check(lint.stdout + lint.stderr == "", lint.stdout, lint.stderr)
        groff = self.run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page)
        self.check(groff.stderr == "" and groff.returncode == 0, name, groff.stderr)
        whatis = self.run("lexgrog", page)
        self.check(f'"{name} - ' in whatis.stdout, name, "has no summary:", whatis.stdout)

    def says_what_help_says(self, name, page):
        help_page = self.help(name)
        shown = self.run("man", "-l", page).stdout
        wide = [line for line in (help_page + shown).splitlines() if len(line) > 80]
        self.check(not wide, name, "is wider than 80 columns:", wide)
        terms = [line.strip().removeprefix("-h, ") for line in shown.splitlines()]
        for option in re.findall(r"^ +(?:-., )?(--[a-z-]+(?: \S+)?)", help_page, re.M):
            self.check(any(term == option or term.startswith(option + "  ") for term in terms), name,
                       "does not tell of", option)

    def examples_run(self, name, page):
        text = plain(page.read_text())
        blocks = re.findall(r"^\.EX\n(.*?)^\.EE$", text, re.M | re.S)
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            shutil.copy(self.source / "examples/four-certifications.json", work / "log.json")
            (work / "roster.ndjson").write_text('{"certifications": []}\n' * 2)
            (work / "certrenew").symlink_to(self.binary)
            environment = {**os.environ, "PATH": f"{work}:{os.environ['PATH']}"}
            for block in blocks:
                for command in re.findall(r"^\$ (.*(?:\n> .*)*)", block, re.M):
                    command = command.replace("\n> ", "\n")
                    result = self.run("bash", "-o", "pipefail", "-c", command, cwd=work,
                                      env=environment)
                    fine = (0, 1) if "check" in name else (0,)
                    self.check(result.returncode in fine, name, command, result.stderr)
                if block.startswith("{"):
                    (work / "shown.json").write_text(block)
                    result = self.run(self.binary, "status", work / "shown.json")
                    self.check(result.returncode == 0, name, block, result.stderr)

    def go(self):
        self.there_is_one_for_each_command()
        for name, page in self.pages.items():
            self.is_clean(name, page)
            self.says_what_help_says(name, page)
            self.examples_run(name, page)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("folder", type=pathlib.Path)
    manual = Manual(parser.parse_args())
    manual.go()
    print(f"{manual.passed} passed, {manual.failed} failed")
    return 1 if manual.failed else 0


if __name__ == "__main__":
    sys.exit(main())
