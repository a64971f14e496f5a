#!/usr/bin/env python3
"""Tests what the program promises of rosters: a line for a line, in order, in bounded memory."""
import json
import pathlib
import re
import subprocess
import sys

import harness

AS_OF = ["--as-of", "2026-11-25"]
STATUS = ["status", "--input-format", "ndjson", "--format", "ndjson", *AS_OF]
LOG = b'{"certifications": [{"code": "ACP-%d", "earned": "2024-01-10"}]}'


class Rosters(harness.Suite):
    def roster(self, logs):
        return self.call(sys.executable, self.source / "tests/bench/roster.py", logs).stdout

    def test_same_for_any_number_of_jobs(self):
        """Blocks are 256 KiB: there are several, cut within lines, with bad and empty lines."""
        lines = self.roster(3000).splitlines()
        for place in range(0, len(lines), 97):
            lines[place] = (b"", b"{}", b"[1, 2", b"\xff", b"   ")[place % 5]
        text = b"\n".join(lines)
        self.write("roster.ndjson", text)
        for form in ("ndjson", "csv", "table", "json", "markdown"):
            answers = {(one.returncode, one.stdout, one.stderr) for one in (
                self.run("status", "roster.ndjson", *AS_OF, "--format", form, "--jobs", jobs) for jobs in (1, 2, 5))}
            self.check(len(answers) == 1, f"--format {form} depends on --jobs")
        answer = self.run(*STATUS, "roster.ndjson")
        answers = answer.stdout.split(b"\n")[:-1]
        self.check(len(answers) == len(lines), f"{len(answers)} lines for {len(lines)}")
        for number, (line, said) in enumerate(zip(lines, answers), 1):
            if not line.strip():
                self.check(said == b"", f"line {number}: {said}")
                continue
            said = json.loads(said)
            self.check(said["line"] == number and ("errors" in said) == (line[:1] != b"{" or line == b"{}"),
                       f"line {number}: {said}")
        self.check(answer.returncode == 3, f"exit {answer.returncode}")
        summary = self.run("status", "--summary", "roster.ndjson", *AS_OF, "--format", "json").stdout
        self.check(json.loads(summary)["total"] == self.counted(answers), "the summary is not the sum")

    @staticmethod
    def counted(answers):
        """What the summary must say, from the answers."""
        total = dict.fromkeys(("active", "suspended", "expired", "upcoming", "due_30", "due_60", "due_90",
                               "renewed_12_months"), 0)
        for answer in answers:
            for one in json.loads(answer or "{}").get("credentials", []):
                total[one["status"]] += 1
                for days in (30, 60, 90):
                    total[f"due_{days}"] += one["status"] == "active" and one["days_to_suspension"] <= days
                total["renewed_12_months"] += sum(
                    "2025-11-25" < renewal["date"] <= "2026-11-25" and renewal["by"] != "earned-anew"
                    for renewal in one["renewals"])
        return total

    def test_ends_of_lines(self):
        for text, lines in ((b"", 0), (b"\n", 1), (LOG % 1, 1), (LOG % 1 + b"\n", 1), (LOG % 1 + b"\r\n\r\n", 2),
                            (b"\n\n" + LOG % 1, 3), (b"\xef\xbb\xbf" + LOG % 1 + b"\n" + LOG % 2, 2)):
            answer = self.run(*STATUS, input=text)
            self.check(answer.returncode == 0 and answer.stdout.count(b"\n") == lines, f"{text}: {answer}")

    def test_long_lines(self):
        """A line may have 4 MiB; what is longer is refused, however long, and the next one answered."""
        most = 4 * 1024 * 1024
        start = b'{"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}], "notes": "'
        for size, fine in ((most, True), (most + 1, False), (20_000_000, False)):
            line = start + b"x" * (size - len(start) - 2) + b'"}'
            for end in (b"\n", b"\r\n"):
                answer = self.run(*STATUS, "--jobs", 2, input=LOG % 0 + end + line + end + LOG % 2)
                said = [json.loads(one) for one in answer.stdout.splitlines()]
                self.check([one["line"] for one in said] == [1, 2, 3], f"a line of {size}: lines")
                self.check(("credentials" in said[1]) == fine and "credentials" in said[2],
                           f"a line of {size}: {said[1].get('errors')}")
                self.check(answer.returncode == (0 if fine else 3), f"a line of {size}: {answer.returncode}")

    def test_slow_producer(self):
        """Each line is answered before the next one is written: else this would wait for ever."""
        for jobs in ("1", "2"):
            with subprocess.Popen([self.binary, *STATUS, "--jobs", jobs], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, bufsize=0) as process:
                for number in range(1, 4):
                    for byte in (LOG % number) + b"\n":
                        process.stdin.write(bytes([byte]))
                    said = json.loads(process.stdout.readline())
                    self.check(said["credentials"][0]["code"] == f"ACP-{number}", f"--jobs {jobs}: {said}")
                process.stdin.close()
                self.check(process.wait() == 0, f"--jobs {jobs}: exit {process.returncode}")

    def test_bounded_memory(self):
        """A roster of 64 MB takes less than that; of tiny lines, too, each with a long answer."""
        if self.sanitized():
            return
        for line, count in ((self.roster(1000), 64), (b"{}\n" * 1_000_000, 2)):
            with subprocess.Popen([self.binary, *STATUS, "--jobs", "2"], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
                for _ in range(count):
                    process.stdin.write(line)
                peak = pathlib.Path(f"/proc/{process.pid}/status").read_text()
                process.stdin.close()
            kilobytes = int(re.search(r"VmHWM:\s+(\d+)", peak).group(1))
            self.check(kilobytes < 64 * 1024, f"{kilobytes} KB resident")

    def test_reader_goes_away(self):
        """When the reader goes away, the logs are still judged."""
        text = (LOG % 1 + b"\n") * 20_000 + b"{}\n"
        process = self.call("bash", "-c", f"'{self.binary}' {' '.join(STATUS)} 2>/dev/null | head -n 1; "
                            "exit ${PIPESTATUS[0]}", input=text)
        self.check(process.returncode == 3 and process.stdout.count(b"\n") == 1, f"{process.returncode}")


if __name__ == "__main__":
    harness.main(Rosters)
