#!/usr/bin/env python3
"""Unusual ways to name and to hand over input and output: all of them work."""
import csv
import io
import os
import subprocess
import time

import harness
from commands import AS_OF

LOG = '{"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}]%s}'


class Inputs(harness.Suite):
    def set_up(self):
        for name in ("a.json", "b.json", "--version"):
            self.write(name, LOG % "")

    def test_files_on_both_sides_of_two_dashes(self):
        both = self.run("status", *AS_OF, "a.json", "b.json")
        self.check(both.returncode == 0 and both.stdout.count(b"ACP-1") == 2, f"two files: {both}")
        dashes = self.run("status", *AS_OF, "a.json", "--", "b.json")
        self.check((dashes.returncode, dashes.stdout) == (0, both.stdout), f"a.json -- b.json: {dashes}")
        result = self.run("status", *AS_OF, "--", "--version")
        self.check(result.returncode == 0 and b"ACP-1" in result.stdout, f"a file named --version: {result}")

    def test_version_after_a_command(self):
        version = self.run("--version")
        for command in ("status", "check", "plan"):
            result = self.run(command, "--version")
            self.check((result.returncode, result.stdout) == (0, version.stdout), f"{command} --version: {result}")

    def test_standard_input_in_csv(self):
        for command in ("status", "explain"):
            result = self.run(command, *AS_OF, "--format", "csv", input=(LOG % "").encode())
            rows = list(csv.reader(io.StringIO(result.stdout.decode())))
            self.check({row[0] for row in rows[1:]} <= {"-"}, f"{command}: {rows}")
        self.check(rows[1:] or command == "explain", "no rows")

    def test_one_error_for_an_unknown_activity_type(self):
        log = self.write("unknown.json", LOG % ', "activities": [{"date": "2025-01-01", "type": "courswork"}]')
        result = self.run("status", *AS_OF, log)
        self.check(result.returncode == 3 and result.stderr.count(b": error: ") == 1, f"an unknown type: {result}")
        self.check(b'did you mean "coursework"?' in result.stderr, f"an unknown type: {result}")

    def test_a_pipe_to_read_from_that_would_block(self):
        for call in (["status", *AS_OF], ["status", *AS_OF, "--input-format", "ndjson"]):
            reading, writing = os.pipe()
            os.set_blocking(reading, False)
            with subprocess.Popen([self.binary, *call], stdin=reading, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as process:
                os.close(reading)
                with os.fdopen(writing, "wb", buffering=0) as file:
                    for part in (LOG[:20], LOG[20:] % "" + "\n"):
                        time.sleep(0.2)
                        try:
                            file.write(part.encode())
                        except BrokenPipeError:
                            pass  # it did not wait, which the exit status shows
                out, err = process.communicate(timeout=60)
            self.check(process.returncode == 0 and b"ACP-1" in out, f"{call}: {process.returncode} {out} {err}")

    def test_a_pipe_to_write_to_that_would_block(self):
        log = self.write("many.json", '{"certifications": [%s]}' % ", ".join(
            f'{{"code": "ACP-{number}", "earned": "2024-01-10"}}' for number in range(3000)))
        for form in ("table", "json"):
            call = ["status", *AS_OF, "--format", form, log]
            expected = self.run(*call)
            self.check(len(expected.stdout) > 100_000, f"only {len(expected.stdout)} bytes")
            reading, writing = os.pipe()
            os.set_blocking(writing, False)
            process = subprocess.Popen([self.binary, *call], cwd=self.work, stdin=subprocess.DEVNULL, stdout=writing,
                                       stderr=subprocess.PIPE)
            os.close(writing)
            time.sleep(0.3)
            with os.fdopen(reading, "rb") as file:
                out = file.read()
            err = process.communicate(timeout=60)[1]
            self.check((process.returncode, out) == (0, expected.stdout),
                       f"--format {form}: {process.returncode}, {len(out)} bytes, {err[:300]}")


if __name__ == "__main__":
    harness.main(Inputs)
