#!/usr/bin/env python3
"""Tests of `add` that need more than its output: that the log is replaced in one step and nothing is lost, whoever
else is at work, whatever fails, and whenever the program is killed."""
import fcntl
import json
import os
import random
import resource
import shutil
import signal
import stat
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
ADDED = """{
  "certifications": [
    {"code": "ACP-620", "earned": "2024-12-10"}
  ],
  "activities": [
    {"date": "2025-06-01", "type": "coursework"},
    {"date": "2025-06-02", "type": "coursework"}
  ]
}
"""
COURSE = ["coursework", "2025-06-02", "--as-of", "2025-12-01"]


class Adding(harness.Suite):
    def set_up(self):
        self.number = 0

    def folder(self):
        """A new folder with a log in it; returns the path of the log."""
        self.number += 1
        folder = self.work / str(self.number)
        folder.mkdir()
        (folder / "log.json").write_text(LOG)
        return folder / "log.json"

    def is_alone(self, log, *what):
        """Checks that there is nothing beside a log."""
        names = sorted(os.listdir(log.parent))
        self.check(names == [log.name], *what, "leaves", names)

    def refuses(self, log, status, *what, says="", **how):
        """Checks that nothing is added."""
        before = log.read_bytes()
        result = self.run("add", log, *COURSE, **how)
        self.check(result.returncode == status, *what, result)
        self.check(says in result.stderr.decode(), *what, "does not say", says, result)
        self.check(result.stdout == b"", *what, result)
        self.check(log.read_bytes() == before, *what, "changes the log")
        return result

    def adds(self, log, *arguments, **how):
        result = self.run("add", log, *(arguments or COURSE), **how)
        self.check(result.returncode == 0, arguments, result)
        return result

    def test_a_new_file_takes_the_place_of_the_old_one(self):
        log = self.folder()
        with open(log, encoding="utf-8") as reader:
            number = log.stat().st_ino
            result = self.adds(log)
            self.check(reader.read() == LOG, "whoever had opened the log sees the new one")
        self.check(log.read_text() == ADDED, log.read_text())
        self.check(log.stat().st_ino != number, "the log was not replaced")
        self.check(result.stdout.decode() == "ACP-620: 10 → 20 of 100 CE units\n", result)
        self.is_alone(log, "adding")

    def test_what_stands_beside_the_program_does_not_matter(self):
        log = self.folder()
        self.adds("log.json", *COURSE, cwd=log.parent)
        self.check(log.read_text() == ADDED, "a name without a folder:", log.read_text())
        strange = self.folder().rename(log.parent / "-$(x)\n .json")
        self.adds(strange)
        self.check(strange.read_text() == ADDED, strange.read_text())

    def test_mode_and_attributes_stay(self):
        for mode in (0o600, 0o640, 0o644, 0o666, 0o200 | 0o444):
            log = self.folder()
            log.chmod(mode)
            old = os.umask(0o077)
            self.adds(log)
            os.umask(old)
            self.check(stat.S_IMODE(log.stat().st_mode) == mode, oct(mode), "became", oct(log.stat().st_mode))
        log = self.folder()
        try:
            os.setxattr(log, "user.certrenew", b"kept")
        except OSError:
            return  # the file system has none
        self.adds(log)
        self.check(os.getxattr(log, "user.certrenew") == b"kept", "the attribute is lost")

    def test_the_owner_stays(self):
        if os.geteuid() != 0:
            return
        log = self.folder()
        os.chown(log, 12345, 54321)
        self.adds(log)
        self.check((log.stat().st_uid, log.stat().st_gid) == (12345, 54321), log.stat())
        log.parent.chmod(0o777)
        log.chmod(0o666)
        self.work.chmod(0o755)
        before = log.read_text()
        program = shutil.copy(self.binary, self.work)  # it may lie where that user may not go
        result = self.call(program, "add", log, *COURSE, user=23456, group=23456)
        self.check(result.returncode == 4 and b"owner" in result.stderr, "another's log:", result)
        self.check(log.read_text() == before, "another's log is changed")
        self.is_alone(log, "another's log")

    def test_a_link_is_followed(self):
        log = self.folder()
        folder = self.work / "links"
        folder.mkdir()
        (folder / "first").symlink_to(log)
        (folder / "second").symlink_to("first")
        self.adds(folder / "second")
        self.check(log.read_text() == ADDED, log.read_text())
        self.check((folder / "second").is_symlink() and (folder / "first").is_symlink(), "a link was replaced")
        self.is_alone(log, "adding by a link")
        (folder / "nowhere").symlink_to("missing")
        self.check(self.run("add", folder / "nowhere", *COURSE).returncode == 4, "a link to nowhere")

    def test_a_file_with_several_names_is_refused(self):
        log = self.folder()
        os.link(log, log.parent / "other.json")
        self.refuses(log, 4, "a hard link", says="hard links")

    def test_what_may_not_be_written_is_refused(self):
        log = self.folder()
        log.chmod(0o444)
        self.refuses(log, 4, "a read-only log")
        self.adds(log, *COURSE, "--dry-run")
        self.is_alone(log, "a read-only log")
        if os.geteuid() == 0:
            return
        log = self.folder()
        log.parent.chmod(0o555)
        self.refuses(log, 4, "a read-only folder")
        log.parent.chmod(0o755)

    def test_what_is_no_file_is_a_usage_error(self):
        log = self.folder()
        os.mkfifo(log.parent / "pipe")
        for name in ("-", log.parent, log.parent / "pipe", "/dev/null", "roster.ndjson", "roster.jsonl"):
            result = self.run("add", name, *COURSE)
            self.check(result.returncode == 2 and result.stdout == b"", name, result)
        log.write_text('{"certifications":[]}\n\n{"certifications":[]}\n')
        self.refuses(log, 2, "a roster")
        self.check(self.run("add", log.parent / "missing", *COURSE).returncode == 4, "a missing log")

    def test_a_full_disk(self):
        """A limit on the size of files stands for a full disk."""
        for limit in (0, 1, len(LOG), len(ADDED) - 1):
            log = self.folder()
            self.refuses(log, 4, "a limit of", limit, says="File too large",
                         preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
            self.is_alone(log, "a limit of", limit)
        log = self.folder()
        self.adds(log, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (len(ADDED), len(ADDED))))
        self.check(log.read_text() == ADDED, "a limit that is large enough")

    def test_the_log_is_written_even_if_the_output_is_not(self):
        log = self.folder()
        with open("/dev/full", "wb") as full:
            result = self.run("add", log, *COURSE, stdout=full)
        self.check(result.returncode == 4, result)
        self.check(b"was added" in result.stderr and b"standard output: " in result.stderr, result)
        self.check(log.read_text() == ADDED, log.read_text())
        log = self.folder()
        with open("/dev/full", "wb") as full:
            result = self.run("add", log, *COURSE, "--dry-run", stdout=full)
        self.check(result.returncode == 4 and b"was added" not in result.stderr, result)
        self.check(log.read_text() == LOG, log.read_text())

    def start(self, log, *arguments):
        return subprocess.Popen([self.binary, "add", log, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def test_several_at_once_lose_nothing(self):
        for count in (2, 8, 40):
            log = self.folder()
            days = [f"2025-{6 + i // 28:02}-{1 + i % 28:02}" for i in range(count)]
            started = [self.start(log, "coursework", day, "--as-of", "2025-12-01", "--title", f"course {day}")
                       for day in days]
            for one in started:
                _, error = one.communicate()
                self.check(one.returncode == 0, count, "at once:", error)
            titles = sorted(one["title"] for one in json.loads(log.read_text())["activities"][1:])
            self.check(titles == [f"course {day}" for day in days], count, "at once:", titles)
            self.is_alone(log, count, "at once")

    def test_a_lock_is_waited_for(self):
        log = self.folder()
        with open(log, encoding="utf-8") as holder:
            fcntl.flock(holder, fcntl.LOCK_EX)
            waiting = self.start(log, *COURSE)
            time.sleep(0.3)
            self.check(waiting.poll() is None and log.read_text() == LOG, "the lock is ignored")
            other = log.parent / "new.json"  # the holder replaces the log by another one
            other.write_text(ADDED)
            other.rename(log)
        _, error = waiting.communicate()
        self.check(waiting.returncode == 0, error)
        self.check(len(json.loads(log.read_text())["activities"]) == 3, "what the holder wrote is lost", log.read_text())

    def test_a_lock_is_not_waited_for_without_end(self):
        log = self.folder()
        with open(log, encoding="utf-8") as holder:
            fcntl.flock(holder, fcntl.LOCK_EX)
            self.refuses(log, 4, "a lock that stays", says="locked")
            self.adds(log, *COURSE, "--dry-run")
        self.is_alone(log, "a lock that stays")

    def interrupt(self, sign, times):
        """Adds to a large log, and sends a signal at a random moment; does so several times, or under a sanitizer,
        which is slow, a quarter of them. Returns the log."""
        random.seed(1)
        log = self.folder()
        padding = json.dumps({"certifications": [], "notes": "x" * 3_000_000, "activities": []})
        log.write_text(padding)
        begin = time.monotonic()
        self.adds(log)
        usual = time.monotonic() - begin
        for _ in range(times // 4 if self.sanitized() else times):
            log.write_text(padding)
            running = self.start(log, *COURSE)
            time.sleep(random.uniform(0, 1.2 * usual))
            running.send_signal(sign)
            running.communicate()
            activities = json.loads(log.read_text())["activities"]
            self.check(len(activities) <= 1, sign, activities)
            self.check(running.returncode in (0, -sign), sign, "ends with", running.returncode)
            self.check(running.returncode != 0 or len(activities) == 1, sign, "nothing was added")
        return log

    def test_a_kill_leaves_the_old_log_or_the_new_one(self):
        log = self.interrupt(signal.SIGKILL, 150)
        for leftover in log.parent.glob(".log.json.*"):
            leftover.unlink()
        self.adds(log)
        self.is_alone(log, "adding after a kill")

    def test_an_interrupt_leaves_nothing_behind(self):
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            log = self.interrupt(sign, 40)
            self.is_alone(log, sign)

    def test_a_log_that_is_written_by_others_is_valid_at_any_moment(self):
        log = self.folder()
        writers = [self.start(log, "coursework", "2025-06-02", "--as-of", "2025-12-01") for _ in range(20)]
        seen = 0
        while any(one.poll() is None for one in writers):
            result = self.run("status", log, "--as-of", "2025-12-01")
            seen += 1
            self.check(result.returncode == 0, result)
        for one in writers:
            one.communicate()
        self.check(seen > 0 and len(json.loads(log.read_text())["activities"]) == 21, seen)


if __name__ == "__main__":
    harness.main(Adding)
