#!/usr/bin/env python3
"""Inputs made to take more memory or time than they should: what they take is bounded."""
import json
import subprocess

import harness
from commands import AS_OF

SMALL = '{"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}]}'
LINE = 4 * 1024 * 1024  # the most that a line may have
ROSTER = [*AS_OF, "--input-format", "ndjson", "--format", "ndjson"]


def log(certifications, activities):
    return json.dumps({"certifications": certifications, "activities": activities})


def held(count):
    return [{"code": f"ACP-{number}", "earned": "2024-01-10"} for number in range(count)]


class Memory(harness.Suite):
    arguments = {"--colliding": {"help": "the program that prints codes whose hashes collide"}}

    def peak(self, result, most, what):
        self.check(self.sanitized() or result.peak < most, f"{what}: {result.peak:.0f} MiB, not less than {most}")

    def test_a_long_title_in_many_certifications(self):
        """The line is refused where it would take too long an answer; the others are answered."""
        line = log(held(20_000), [{"date": "2024-01-10", "type": "coursework", "title": "x" * 3_000_000}])
        self.check(3_800_000 < len(line) < LINE, f"a line of {len(line)} bytes")
        roster = self.write("title.ndjson", f"{SMALL}\n{line}\n{SMALL}\n")
        for command in ("status", "explain", "check"):
            for jobs in (1, 2):
                result = self.measure(command, *ROSTER, "--jobs", jobs, roster)
                what = f"{command} --jobs {jobs} on a long title"
                answers = [json.loads(answer) for answer in result.stdout.splitlines()]
                self.check([answer["line"] for answer in answers] == [1, 2, 3], f"{what}: {len(answers)} answers")
                self.check(result.returncode == 3, f"{what}: exit {result.returncode}: {result.stderr[:300]}")
                self.check(["errors" in answer for answer in answers] == [False, True, False], what)
                self.check(all(error["column"] == 1 for answer in answers for error in answer.get("errors", [])), what)
                self.peak(result, 100, what)

    def test_a_long_answer_of_one_log(self):
        """Memory does not follow the 2,500,000 outcomes in words."""
        days = [f"2024-{2 + number % 11:02}-{1 + number % 28:02}" for number in range(5000)]
        text = log(held(500), [{"date": day, "type": "coursework", "units": 0} for day in days])
        file = self.write("outcomes.json", text)
        result = self.measure("explain", *AS_OF, "--format", "json", file, stdout=subprocess.DEVNULL)
        self.check(result.returncode == 0, f"a long answer: exit {result.returncode}: {result.stderr[:300]}")
        self.peak(result, 130, "a long answer")  # that of one reading is held beside it
        fewer = self.write("fewer.json", log(held(200), [{"date": day, "type": "coursework"} for day in days[:2000]]))
        for form in ("csv", "table", "markdown", "html"):
            result = self.measure("explain", *AS_OF, "--format", form, fewer, stdout=subprocess.DEVNULL)
            self.check(result.returncode == 0, f"a long answer as {form}: exit {result.returncode}")
            self.peak(result, 100, f"a long answer as {form}")
        result = self.run("explain", *ROSTER, self.write("outcomes.ndjson", f"{text}\n{SMALL}\n"))
        answers = [json.loads(answer) for answer in result.stdout.splitlines()]
        self.check(result.returncode == 3 and ["errors" in answer for answer in answers] == [True, False],
                   f"a long answer in a roster: exit {result.returncode}")

    def test_honest_long_lines(self):
        """Lines of 4 MiB are worked on one at a time."""
        done = {"date": "2024-05-01", "type": "coursework", "units": 0, "title": "Jira automation"}
        activities = [done] * ((LINE - 1000) // (len(json.dumps(done)) + 2))
        line = log(held(3), activities)
        self.check(LINE - 2000 < len(line) <= LINE, f"a line of {len(line)} bytes")
        roster = self.write("honest.ndjson", f"{line}\n" * 3)
        for command in ("status", "explain"):
            result = self.measure(command, *ROSTER, "--jobs", 8, roster)
            self.check(result.returncode == 0 and result.stdout.count(b"\n") == 3,
                       f"{command} of long lines: exit {result.returncode}: {result.stderr[:300]}")
            self.peak(result, 100, f"{command} of long lines")

    def test_codes_that_collide(self):
        """What is looked up by name takes no longer where all names have one hash.

        Time depends on the machine, so it is compared with that of names that do not collide, of the
        same length: 5 times as much would be too much. Where lookups took a list it was 50 times.
        """
        count = 40_000
        made = self.call(self.options.colliding, count)
        self.check(made.returncode == 0, f"std::hash is not that of libstdc++ any more: {made.stderr}")
        colliding = [bytes.fromhex(code).decode() for code in made.stdout.decode().split()]
        others = [code[:8] + "\x01\x02\x03" + code[11:] for code in colliding]
        self.check(len(set(colliding)) == len(set(others)) == count, "codes that are not different")
        seconds = {}
        for name, codes in (("colliding", colliding), ("others", others)):
            text = log([{"code": code, "earned": "2024-01-10"} for code in codes],
                       [{"date": "2025-01-01", "type": "exam", "certification": code} for code in codes[-20:]])
            file = self.write(f"{name}.json", text)
            result = self.measure("status", *AS_OF, "--format", "json", file)
            self.check(result.returncode == 0, f"{name} codes: {result.stderr[:300]}")
            policy = {"name": "p", "validity": "P24M", "grace": "P3M", "certifications": dict.fromkeys(codes[:20_000], {}),
                      "certification_types": {"A": {"renew_by": {"courses": {"all": codes[:20_000]}}}},
                      "activity_types": dict.fromkeys(codes[:20_000], {"units": 1})}
            read = self.measure("policy", "--policy", self.write(f"{name}-policy.json", policy))
            self.check(read.returncode == 0, f"{name} names in a policy: {read.stderr[:300]}")
            seconds[name] = result.seconds, read.seconds
        for what, slow, fast in zip(("a log", "a policy"), seconds["colliding"], seconds["others"]):
            self.check(slow < 5 * fast + 0.1, f"{what} takes {slow:.2f} s with colliding names, {fast:.2f} s with others")

    def test_one_title_on_one_day(self):
        """What is looked for among activities of one day takes no longer where all are the same (U10)."""
        work = {"date": "2024-05-01", "type": "coursework", "units": 0}
        exam = {"date": "2024-05-01", "type": "exam", "certification": "ACP-0", "passed": False}
        for one in (work, exam):
            taken = {}
            for title in ("same", None):
                many = [{**one, **({"title": title} if title else {})}] * 100_000
                file = self.write("titles.json", log(held(1), many))
                for command in ("status", "explain", "check"):
                    result = self.measure(command, *AS_OF, "--format", "json", file, stdout=subprocess.DEVNULL)
                    what = f"{command} of 100,000 with the title {title}"
                    self.check(result.returncode in (0, 1), f"{what}: exit {result.returncode}: {result.stderr[:300]}")
                    taken[title, command] = result.seconds
            for command in ("status", "explain", "check"):
                slow, fast = taken["same", command], taken[None, command]
                self.check(slow < 10 * fast + 1, f"{command} takes {slow:.2f} s with one title, {fast:.2f} s without")

    def test_exams_of_nothing(self):
        """Aliases are looked for in time that does not grow with certifications times exams."""
        count = 30_000
        exams = [{"date": "2024-05-01", "type": "exam", "certification": f"Q{number}"} for number in range(count)]
        result = self.measure("status", *AS_OF, self.write("exams.json", log(held(count), exams)))
        self.check(result.returncode == 3 and result.seconds < 2, f"exams of nothing: {result.seconds:.2f} s")

    def test_many_programmes(self):
        """A list of programmes is read whole; of one that makes no sense only the beginning is held."""
        for count in (1000, 1_000_000):
            names = [f"p{number}" for number in range(count)]
            work = {"date": "2024-05-01", "type": "coursework", "programme": ["atlassian", *names]}
            result = self.measure("status", *AS_OF, self.write("programmes.json", log(held(1), [work])))
            what = f"{count} programmes"
            lines = result.stderr.splitlines()
            self.check(result.returncode == 3 and all(b".programme[" in line for line in lines[:1000]), what)
            self.check(len(lines) >= 1000 and result.seconds < 2, f"{what}: {len(lines)} lines, {result.seconds:.2f} s")
            self.peak(result, 100, what)

    def test_values_and_readings(self):
        """A policy has few dated values and readings; with all of them a large log is answered."""
        days = [f"{1000 + number // 336}-{1 + number // 28 % 12:02}-{1 + number % 28:02}" for number in range(10_000)]
        policy = {"name": "p", "certification_types": {"ACP": {"renew_by": {"units": {"required": 100}}}},
                  "activity_types": {"coursework": {"units": 10}}}
        readings = [{"id": f"r{number}", "rule": "C1", "says": "s", "where": "w", "change": {"grace": f"P{number}D"}}
                    for number in range(10_000)]
        values = [{"value": "P24M"}, *({"from": day, "value": "P24M"} for day in days)]
        for key, many, most in (("validity", values, 100), ("readings", readings, 100)):
            result = self.measure("policy", "--policy", self.write("many.json", {**policy, key: many}))
            self.check(result.returncode == 3 and result.seconds < 1, f"10,000 in {key}: exit {result.returncode}")
            fewer = self.write("few.json", {**policy, key: many[:most]})
            result = self.measure("policy", "--policy", fewer)
            self.check(result.returncode == 0, f"{most} in {key}: {result.stderr[:300]}")
        done = [{"date": day.replace("10", "20", 1), "type": "coursework", "programme": "p"} for day in days[:4000]]
        certifications = [{**one, "programme": "p"} for one in held(20)]
        file = self.write("large.json", log(certifications, done))
        result = self.measure("status", *AS_OF, "--policy", fewer, file)
        self.check(result.returncode == 0 and result.seconds < 10, f"100 readings: {result.seconds:.2f} s, {result.stderr[:300]}")
        self.peak(result, 100, "100 readings")

    def test_short_of_memory(self):
        """However little memory there is, it ends with 4, or does without some of its workers."""
        if self.sanitized():
            return
        roster = self.write("short.ndjson", (SMALL + "\n") * 20_000)
        expected = self.run("status", *ROSTER, roster)
        for kilobytes in (16384, 24576, 32768, 65536, 131072, 262144, 1048576):
            for jobs in (1, 64):
                result = self.call("bash", "-c", f"ulimit -v {kilobytes}; exec \"$0\" \"$@\"", self.binary, "status",
                                   *ROSTER, "--jobs", jobs, roster)
                complete = (result.returncode, result.stdout) == (0, expected.stdout)
                refused = result.returncode == 4 and b"memory" in result.stderr
                self.check(complete or refused,
                           f"--jobs {jobs} in {kilobytes} KB: exit {result.returncode}: {result.stderr[:300]}")


if __name__ == "__main__":
    harness.main(Memory)
