#!/usr/bin/env python3
"""Asks bash, zsh and fish, with the scripts that `certrenew completion` prints, to complete lines.

    completion.py --binary PATH --source DIR SHELL

What is expected of commands, options and their values is read off `--help`, so nothing can be in the
one and not in the other.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import shells

LOGS = {"log.json", "my log.jsonl", "roster.ndjson", "folder"}
OTHER_FILES = {"notes.txt"}


class Completion:
    def __init__(self, options, work):
        self.binary = pathlib.Path(options.binary).resolve()
        self.work = work
        self.passed = self.failed = 0
        for name in (LOGS | OTHER_FILES) - {"folder"}:
            (work / name).touch()
        (work / "folder").mkdir()
        script = work / f".completion.{options.shell}"
        script.write_text(self.run("completion", options.shell))
        self.shell = getattr(shells, options.shell)(script, work)

    def run(self, *arguments):
        return subprocess.run([self.binary, *arguments], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=True).stdout

    def expect(self, line, words):
        """Shells differ in what stands before a value, and in whether a folder ends in a slash."""
        got = {re.sub(r"^--[a-z-]+=", "", word).rstrip("/") for word in self.shell.completions(line)}
        if got == words:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED: {line!r}: {sorted(words)} expected, got {sorted(got)}")

    def expect_nothing(self, line):
        """A shell that was typed at shows the word as it was."""
        last = line.rsplit(" ", 1)[-1]
        got = self.shell.completions(line) - {last}
        self.passed += not got
        self.failed += bool(got)
        if got:
            print(f"FAILED: {line!r}: nothing expected, got {sorted(got)}")

    def all_that_help_shows(self):
        page = self.run("--help")
        commands = set(re.findall(r"^  ([a-z]+)  ", page.split("\nOptions:")[0], re.M))
        self.expect("certrenew ", commands)
        self.expect("certrenew --", set(re.findall(r"^ +(?:-., )?(--[a-z-]+)", page, re.M)))
        for command in sorted(commands):
            self.command(command)

    def command(self, command):
        page = self.run(command, "--help")
        arguments, _, options = page.partition("\nOptions:\n")
        shown = re.findall(r"^ +(?:-., )?(--[a-z-]+)(?: (\S+))?", options, re.M)
        self.expect(f"certrenew {command} --", {name for name, _ in shown})
        for name, value in shown:
            if "|" in value:
                self.expect(f"certrenew {command} {name} ", set(value.split("|")))
                self.expect(f"certrenew {command} {name}=", set(value.split("|")))
            elif value == "YYYY-MM-DD":
                self.expect_nothing(f"certrenew {command} {name} ")
            elif value == "FILE":
                self.expect(f"certrenew {command} {name} n", OTHER_FILES)
        for words in re.findall(r"^  [A-Z]+ (\S+\|\S+)", arguments, re.M):
            self.expect(f"certrenew {command} ", set(words.split("|")))
        if "\n  LOG..." in arguments:
            self.expect(f"certrenew {command} ", LOGS)

    def words(self):
        self.expect("certrenew st", {"status"})
        self.expect("certrenew status --format=nd", {"ndjson"})
        self.expect("certrenew status --fo", {"--format"})
        self.expect_nothing("certrenew status --format json --fo")
        self.expect_nothing("certrenew status --format=json --fo")
        self.expect("certrenew status --what-if presenting@2026-01-01=20 --wh", {"--what-if"})
        self.expect("certrenew status --as-of 2026-01-01 --color al", {"always"})
        self.expect_nothing("certrenew staus --fo")
        self.expect_nothing("certrenew schema log pol")

    def names(self):
        schema = json.loads(self.run("schema", "check"))
        finding = schema["properties"]["findings"]["items"]["properties"]["finding"]
        self.expect("certrenew check --ignore ", set(finding["enum"]))
        self.expect("certrenew check --ignore exp", {"expired"})
        self.expect("certrenew check --ignore suspended,not", {"suspended,not-entered"})
        self.expect("certrenew check --ignore=suspended,not", {"suspended,not-entered"})
        self.expect("certrenew check --ignore expired:ACP-200,dif", {"expired:ACP-200,differs"})
        types = json.loads(self.run("policy"))["activity_types"]
        self.expect("certrenew status --what-if ", {f"{name}@" for name in types} | {"exam:"})
        self.expect("certrenew status --what-if=loc", {"local-event@"})
        self.expect_nothing("certrenew status --what-if exam:AC")

    def files(self):
        self.expect("certrenew status my", {"my log.jsonl"})
        self.expect("certrenew status fol", {"folder"})
        self.expect("certrenew status log.json - ro", {"roster.ndjson"})
        self.expect("certrenew status not", OTHER_FILES)  # a log may have any name
        self.expect("certrenew status --policy=not", OTHER_FILES)
        self.expect("certrenew status -- ", LOGS)
        self.expect_nothing("certrenew status -- --")

    def go(self):
        try:
            self.all_that_help_shows()
            self.words()
            self.names()
            self.files()
        finally:
            self.shell.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("shell", choices=["bash", "zsh", "fish"])
    with tempfile.TemporaryDirectory() as work:
        completion = Completion(parser.parse_args(), pathlib.Path(work))
        completion.go()
    print(f"{completion.passed} passed, {completion.failed} failed")
    return 1 if completion.failed else 0


if __name__ == "__main__":
    sys.exit(main())
