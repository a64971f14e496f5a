#!/usr/bin/env python3
"""Asks bash, zsh or fish, with the script that `certrenew completion` prints, to complete lines.

Commands, options and their values are expected as `--help` shows them, so that neither can have what the
other lacks.
"""
import re

import harness
import shells

LOGS = {"log.json", "my log.jsonl", "roster.ndjson", "folder"}
OTHER_FILES = {"notes.txt"}


class Completion(harness.Suite):
    arguments = {"shell": {"choices": ["bash", "zsh", "fish"]}}

    def set_up(self):
        for name in (LOGS | OTHER_FILES) - {"folder"}:
            self.write(name, "")
        (self.work / "folder").mkdir()
        script = self.work / f".completion.{self.options.shell}"
        script.write_text(self.print("completion", self.options.shell))
        self.shell = getattr(shells, self.options.shell)(script, self.work, self.binary)

    def print(self, *arguments):
        return self.run(*arguments).stdout.decode()

    def expect(self, line, words):
        """Shells differ in what stands before a value, and in whether a folder ends in a slash."""
        got = {re.sub(r"^--[a-z-]+=", "", word).rstrip("/") for word in self.shell.completions(line)}
        self.check(got == words, f"{line!r}: {sorted(words)} expected, got {sorted(got)}")

    def expect_nothing(self, line):
        """A shell that was typed at shows the word as it was."""
        last = line.rsplit(" ", 1)[-1]
        got = self.shell.completions(line) - {last}
        self.check(not got, f"{line!r}: nothing expected, got {sorted(got)}")

    def test_all_that_help_shows(self):
        page = self.print("--help")
        commands = set(re.findall(r"^  ([a-z]+)  ", page.split("\nTopics")[0], re.M))
        topics = set(re.findall(r"^  ([a-z]+)  ", page.split("\nTopics")[1].split("\nOptions:")[0], re.M))
        self.expect("certrenew ", commands)
        self.expect("certrenew --", set(re.findall(r"^ +(?:-., )?(--[a-z-]+)", page, re.M)))
        for command in sorted(commands):
            self.command(command)
        self.expect("certrenew help ", commands | topics)

    def command(self, command):
        page = self.print(command, "--help")
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

    def test_words(self):
        self.expect("certrenew st", {"status"})
        self.expect("certrenew status --format=nd", {"ndjson"})
        self.expect("certrenew status --fo", {"--format"})
        self.expect_nothing("certrenew status --format json --fo")
        self.expect_nothing("certrenew status --format=json --fo")
        self.expect("certrenew status --what-if presenting@2026-01-01=20 --wh", {"--what-if"})
        self.expect("certrenew status --as-of 2026-01-01 --color al", {"always"})
        self.expect_nothing("certrenew staus --fo")
        self.expect_nothing("certrenew schema log pol")

    def test_names(self):
        schema = self.json("schema", "check")
        finding = schema["properties"]["findings"]["items"]["properties"]["finding"]
        self.expect("certrenew check --ignore ", set(finding["enum"]) - {"too-few"})  # it has to be asked for
        self.expect("certrenew check --ignore exp", {"expired"})
        self.expect("certrenew check --ignore suspended,not", {"suspended,not-entered"})
        self.expect("certrenew check --ignore=suspended,not", {"suspended,not-entered"})
        self.expect("certrenew check --ignore expired:ACP-200,dif", {"expired:ACP-200,differs"})
        types = self.json("policy")["activity_types"]
        self.expect("certrenew status --what-if ", {f"{name}@" for name in types} | {"exam:"})
        self.expect("certrenew status --what-if=loc", {"local-event@"})
        self.expect_nothing("certrenew status --what-if exam:AC")
        self.expect("certrenew add log.json ", {*types, "exam", "certification"})
        self.expect("certrenew add log.json cour", {"coursework"})
        self.expect_nothing("certrenew add log.json coursework ")

    def test_files(self):
        self.expect("certrenew status my", {"my log.jsonl"})
        self.expect("certrenew status fol", {"folder"})
        self.expect("certrenew status log.json - ro", {"roster.ndjson"})
        self.expect("certrenew status not", OTHER_FILES)  # a log may have any name
        self.expect("certrenew status --policy=not", OTHER_FILES)
        self.expect("certrenew status -- ", LOGS)
        self.expect_nothing("certrenew status -- --")

    def go(self):
        try:
            super().go()
        finally:
            self.shell.close()


if __name__ == "__main__":
    harness.main(Completion)
