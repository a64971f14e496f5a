#!/usr/bin/env python3
"""Runs the commands in markdown pages and compares their output with what the pages show.

    console.py --binary PATH --source DIR [--update] [--not-run FILE] PAGE.md…

In a ```console block a line that starts with `$ ` is a command, and one with `> ` continues it; the
lines up to the next command are what it prints. An exit status other than 0 follows as `[3]`. In
pages under tests/cli, lines of standard error are shown with `2> ` in front, after standard output;
elsewhere as they are. `cmake/run` stands for the program. --update writes what was printed into the
pages; read the diff. --not-run names a file with commands that this system cannot run.
"""
import difflib
import os
import pathlib
import re
import shutil
import sys

import harness

NOT_RUN = re.compile(r"^(cmake/test|git clone|sudo|apt-get)\b")


def shown(result, marked):
    out = result.stdout.decode("utf-8", "backslashreplace")
    err = result.stderr.decode("utf-8", "backslashreplace")
    lines = out.splitlines()
    if out and not out.endswith("\n"):
        lines.append("(no newline)")
    lines += [("2> " if marked else "") + line for line in err.splitlines()]
    if result.returncode != 0:
        lines.append(f"[{result.returncode}]")
    return lines


class Pages(harness.Suite):
    arguments = {"--update": {"action": "store_true", "help": "write what was printed into the pages"},
                 "--not-run": {"type": pathlib.Path, "help": "file of lines: a pattern, a tab, the reason"},
                 "pages": {"nargs": "+", "type": pathlib.Path}}

    def set_up(self):
        lines = self.options.not_run.read_text().splitlines() if self.options.not_run else []
        self.not_run = [line.split("\t")[0] for line in lines if not line.startswith("#")]

    def test_each_page(self):
        for page in self.options.pages:
            before = self.passed + self.failed
            text = self.go_through(page, self.folder(page.name))
            if self.options.update:
                page.write_text(text)
            self.check(self.passed + self.failed > before or "```console" not in text,
                       f"{page}: no command was run")

    def folder(self, name):
        """A folder for a page's commands, with the examples and the program."""
        folder = self.work / name
        shutil.copytree(self.source / "examples", folder / "examples")
        for link in (".bin/certrenew", "cmake/run"):
            (folder / link).parent.mkdir()
            os.symlink(self.binary, folder / link)
        return folder

    def bash(self, command, folder):
        return self.call("bash", "-c", command, cwd=folder, timeout=60, env={
            "PATH": f"{folder}/.bin:/usr/local/bin:/usr/bin:/bin", "HOME": str(folder),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"})

    def printed(self, place, command, expected, folder):
        """What the command prints, after it was compared with what was expected."""
        if NOT_RUN.match(command) or any(re.search(one, command) for one in self.not_run):
            return expected
        got = shown(self.bash(command, folder), "tests/cli" in place)
        diff = "\n".join(difflib.unified_diff(expected, got, "expected", "printed", lineterm=""))
        self.check(got == expected or self.options.update, f"{place}: {command}\n{diff}")
        return got

    def go_through(self, page, folder):
        """The page's text with what its commands print."""
        lines = page.resolve().read_text().splitlines()
        out, at = [], 0
        while at < len(lines):
            out.append(lines[at])
            at += 1
            if out[-1].strip() != "```console":
                continue
            while lines[at] != "```":
                place = f"{page.resolve()}:{at + 1}"
                if not lines[at].startswith("$ "):
                    sys.exit(f"{place}: expected a command")
                command = lines[at][2:]
                out.append(lines[at])
                at += 1
                while lines[at].startswith("> "):
                    command += "\n" + lines[at][2:]
                    out.append(lines[at])
                    at += 1
                expected = []
                while lines[at] != "```" and not lines[at].startswith("$ "):
                    expected.append(lines[at])
                    at += 1
                out += self.printed(place, command, expected, folder)
        return "\n".join(out) + "\n"


if __name__ == "__main__":
    harness.main(Pages)
