#!/usr/bin/env python3
"""Tests of the program on Windows, or under Wine, that pages of commands do not show: text, paths, line ends, and that
`add` replaces a log in one step."""
import json
import random
import subprocess
import time

import harness

LOG = """{
  "certifications": [
    {"code": "ACP-620", "earned": "2024-12-10"}
  ],
  "activities": [
    {"date": "2025-06-01", "type": "coursework"}
  ]
}
"""
COURSE = ["coursework", "2025-06-02", "--as-of", "2025-12-01"]
AS_OF = ["--as-of", "2025-12-01"]


class Windows(harness.Suite):
    def log(self, name="log.json", text=LOG):
        path = self.work / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def activities(self, path):
        return json.loads(path.read_text(encoding="utf-8"))["activities"]

    def start(self, *arguments):
        return subprocess.Popen([self.binary, *arguments], cwd=self.work, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def test_arguments_and_output_are_utf8(self):
        log = self.log()
        result = self.run("add", log.name, *COURSE, "--title", "Grüße 東京 🎓")
        self.check(result.returncode == 0, result)
        self.check(self.activities(log)[1]["title"] == "Grüße 東京 🎓", log.read_bytes())
        result = self.run("explain", log.name, *AS_OF)
        self.check("Grüße 東京 🎓" in result.stdout.decode() and b"\r" not in result.stdout, result)

    def test_paths(self):
        self.log("Übung mit 東京/log.json")
        for name in ("Übung mit 東京/log.json", "Übung mit 東京\\log.json", ".\\Übung mit 東京\\log.json"):
            result = self.run("status", name, *AS_OF, "--format", "json")
            self.check(result.returncode == 0 and json.loads(result.stdout)["source"] == name, name, result)
            result = self.run("add", name, *COURSE)
            self.check(result.returncode == 0, name, result)
        self.check(len(self.activities(self.work / "Übung mit 東京/log.json")) == 4, "adding by each path")
        names = [one.name for one in (self.work / "Übung mit 東京").iterdir()]
        self.check(names == ["log.json"], names)

    def test_line_ends_stay(self):
        log = self.log("crlf.json", LOG.replace("\n", "\r\n"))
        self.check(self.run("add", log.name, *COURSE).returncode == 0, "CRLF")
        text = log.read_bytes()
        self.check(text.count(b"\n") == text.count(b"\r\n") == LOG.count("\n") + 1, text)

    def test_several_at_once_lose_nothing(self):
        log = self.log()
        started = [self.start("add", log.name, *COURSE, "--title", str(i)) for i in range(4)]
        for one in started:
            _, error = one.communicate()
            self.check(one.returncode == 0, error)
        titles = sorted(one["title"] for one in self.activities(log)[1:])
        self.check(titles == ["0", "1", "2", "3"], titles)

    def test_a_kill_leaves_the_old_log_or_the_new_one(self):
        random.seed(1)
        padding = json.dumps({"certifications": [], "notes": "x" * 1_000_000, "activities": []})
        for _ in range(15):
            log = self.log("killed.json", padding)
            running = subprocess.Popen([self.binary, "add", log, *COURSE], stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, 0.5))
            running.kill()
            running.wait()
            self.check(len(self.activities(log)) <= 1, "neither the old log nor the new one")

    def test_what_may_not_be_replaced_is_refused(self):
        log = self.log("read-only.json")
        log.chmod(0o444)
        result = self.run("add", log.name, *COURSE)
        self.check(result.returncode == 4 and b"read-only" in result.stderr and log.read_text() == LOG, result)

    def test_a_reader_that_goes_away_is_no_failure(self):
        result = self.call("bash", "-c", 'set -o pipefail; "$0" schema log | head -1', self.binary)
        self.check(result.returncode == 0 and result.stdout == b"{\n" and not result.stderr, result)

    def test_today_is_the_local_day(self):
        before = time.strftime("%Y-%m-%d")
        result = self.json("status", self.log().name, "--format", "json")
        self.check(result["as_of"] in (before, time.strftime("%Y-%m-%d")), result["as_of"])

    def test_names_of_devices_are_harmless(self):
        for name in ("NUL", "CON", "nul.json"):
            result = self.run("status", name, *AS_OF)
            self.check(result.returncode in (3, 4), name, result)


if __name__ == "__main__":
    harness.main(Windows)
