#!/usr/bin/env python3
"""Runs the commands in markdown pages and holds their output against what the pages show.

    console.py --binary PATH --source DIR [--update] PAGE.md…

In a ```console block a line that starts with `$ ` is a command, and one with `> ` continues it; the
lines up to the next command are what it prints. An exit status other than 0 follows as `[3]`. In
pages under tests/cli, lines of standard error are shown with `2> ` in front, after standard output;
elsewhere as they are. `cmake/run` stands for the program. --update writes what was printed into the
pages, for a diff to be read.
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

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


class Page:
    def __init__(self, path, options):
        self.path = path
        self.marked = "tests/cli" in path.resolve().as_posix()
        self.passed = self.failed = 0
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="console-"))
        source = pathlib.Path(options.source)
        shutil.copytree(source / "examples", self.work / "examples")
        bin_folder = self.work / ".bin"
        bin_folder.mkdir()
        os.symlink(pathlib.Path(options.binary).resolve(), bin_folder / "certrenew")
        (self.work / "cmake").mkdir()
        os.symlink(bin_folder / "certrenew", self.work / "cmake" / "run")
        self.environment = {
            "PATH": f"{bin_folder}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.work),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def run(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.work, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)

    def check(self, number, command, expected):
        """What the command prints, once it was held against what was expected."""
        if NOT_RUN.match(command):
            return expected
        got = shown(self.run(command), self.marked)
        if got == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{self.path}:{number}: {command}")
            print("\n".join(difflib.unified_diff(expected, got, "expected", "printed", lineterm="")))
        return got

    def go_through(self):
        """The page's text with what the commands printed."""
        lines = self.path.read_text().splitlines()
        out, at = [], 0
        while at < len(lines):
            out.append(lines[at])
            at += 1
            if out[-1].strip() != "```console":
                continue
            while lines[at] != "```":
                number = at + 1
                if not lines[at].startswith("$ "):
                    sys.exit(f"{self.path}:{number}: expected a command")
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
                out += self.check(number, command, expected)
        return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    passed = failed = 0
    for path in options.pages:
        page = Page(path, options)
        try:
            text = page.go_through()
        finally:
            shutil.rmtree(page.work)
        if options.update:
            path.write_text(text)
        if page.passed + page.failed == 0:
            print(f"{path}: no command was run")
            failed += 1
        passed += page.passed
        failed += page.failed
    print(f"{passed} passed, {failed} failed")
    return 1 if failed and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
