#!/usr/bin/env python3
"""Failures to write, and what the program may not depend on."""
import datetime
import json
import os

import harness
from commands import AS_OF, COMMANDS


class Endings(harness.Suite):
    def set_up(self):
        self.log = self.source / "examples/four-certifications.json"

    def test_failures_to_write(self):
        calls = [[command, *AS_OF, *(["--within", "400"] if command == "check" else []), "--format", form, self.log]
                 for command, forms in COMMANDS.items() for form in forms]
        calls += [["policy"], ["policy", "--format", "table"], ["schema", "log"], ["init", "ACP-1:2024-01-10"], ["--help"],
                  ["--version"], ["status", "--help"]]
        for call in calls:
            self.not_written([str(part) for part in call])

    def not_written(self, call):
        what = " ".join(call)
        expected = self.run(*call)
        self.check(expected.stdout and expected.stderr.count(b"\n") < 30, f"{what} prints nothing")
        for where, result in (("/dev/full", self.to_full(*call)), ("closed", self.to_closed(*call))):
            self.check(result.returncode == 4 and b"certrenew: standard output: " in result.stderr,
                       f"{what} > {where}: {result}")
        gone = self.to_nobody(*call)
        self.check((gone.returncode, gone.stderr) == (expected.returncode, expected.stderr), f"{what} | true: {gone}")
        with open("/dev/full", "w") as full:
            muted = self.run(*call, stderr=full)
        closed = self.run(*call, stderr=None, preexec_fn=lambda: os.close(2))
        for result in (muted, closed):
            self.check((result.returncode, result.stdout) == (expected.returncode, expected.stdout),
                       f"{what} with no standard error: {result}")

    def to_full(self, *call):
        with open("/dev/full", "w") as full:
            return self.run(*call, stdout=full)

    def to_closed(self, *call):
        return self.run(*call, stdout=None, preexec_fn=lambda: os.close(1))

    def to_nobody(self, *call):
        reading, writing = os.pipe()
        os.close(reading)
        try:
            return self.run(*call, stdout=writing)
        finally:
            os.close(writing)

    def test_status_stands(self):
        """The exit status stands when nobody reads the answer; a failure to write outranks it."""
        bad = self.write("bad.json", "{}")
        for inputs, status in (([self.log], 1), ([self.log, bad], 3), ([bad, self.log], 3), ([self.log, "none.json"], 4)):
            call = ["check", *AS_OF, "--within", "400", *inputs]
            self.check(self.run(*call).returncode == status, f"check {inputs}")
            self.check(self.to_nobody(*call).returncode == status, f"check {inputs} | true")
            self.check(self.to_full(*call).returncode == 4, f"check {inputs} > /dev/full")
            self.check(self.to_closed(*call).returncode == 4, f"check {inputs} >&-")
        # Without an answer nothing is written, so nothing fails.
        self.check(self.to_full("status", bad).returncode == 3, "only faults > /dev/full")
        closed = self.run("status", *AS_OF, stdin=None, preexec_fn=lambda: os.close(0))
        self.check(closed.returncode == 4 and closed.stdout == b"", f"closed standard input: {closed}")
        folder = self.run("status", self.work)
        self.check(folder.returncode == 4 and b"directory" in folder.stderr, f"a directory: {folder}")

    def test_it_depends_on_nothing(self):
        surroundings = ({}, {}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
                        {"LC_ALL": "de_DE.UTF-8", "TZ": "America/Los_Angeles"}, {"LANG": "C", "COLUMNS": "40"},
                        {"HOME": "/nonexistent", "TERM": "xterm-256color", "LC_NUMERIC": "de_DE.UTF-8"})
        for command, forms in COMMANDS.items():
            for form in forms:
                outputs = set()
                for settings in surroundings:
                    result = self.run(command, *AS_OF, "--format", form, self.log, env={**os.environ, **settings})
                    outputs.add((result.returncode, result.stdout, result.stderr))
                self.check(len(outputs) == 1, f"{command} --format {form} depends on its surroundings")

    def test_today(self):
        """Only the default of --as-of depends on the time zone."""
        for hours in (0, 14, -12):
            zone = f"ZONE{-hours}"  # POSIX counts westward
            days = []
            for _ in range(2):
                days.append(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours))
                result = self.run("status", "--format", "json", self.source / "examples/thread.json",
                                     env={**os.environ, "TZ": zone})
            days.append(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours))
            as_of = json.loads(result.stdout)["as_of"]
            self.check(as_of in {str(day.date()) for day in days}, f"today in {zone}: {as_of}")


if __name__ == "__main__":
    harness.main(Endings)
