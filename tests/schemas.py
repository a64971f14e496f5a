#!/usr/bin/env python3
"""Holds the JSON Schemas against the program, with an independent validator.

    schemas.py --binary PATH --source DIR

What the program reads and prints must validate; and of many mutated logs and policies, schema and
program must accept the same, apart from what a schema can't say (see BEYOND_A_SCHEMA).
"""
import argparse
import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator

AS_OF = ["0001-01-01", "2024-02-29", "2025-06-01", "2025-12-31", "2026-06-01", "9000-01-01"]
# Faults that only the program can find: its words for them.
BEYOND_A_SCHEMA = re.compile(
    "is not a calendar date|is listed twice|lists no certification|has no certification type|"
    "stands before|unknown activity type|is not after it was earned|is before it suspends|"
    "has no number of units|at most two decimals|lies outside")
STRANGE = [None, True, 0, 1, -1, 1.5, 10.25, 1000000, 1000001, 1201, 1200, "", "x", "exam", "2025-02-28",
           "2025-2-28", "2025-13-01", "0000-01-01", [], ["x"], ["x", "x"], {}, {"x": 1}]


class Checker:
    def __init__(self, options):
        self.binary = options.binary
        self.source = pathlib.Path(options.source)
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="schemas-"))
        self.passed = self.failed = 0
        self.validators = {}

    def run(self, *arguments):
        return subprocess.run([self.binary, *map(str, arguments)], capture_output=True,
                              stdin=subprocess.DEVNULL, check=False)

    def check(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", what)

    def valid(self, name, document):
        return self.validators[name].is_valid(document)

    def check_schemas(self):
        for name in ("log", "policy", "status", "explain", "plan", "check", "summary", "errors"):
            text = (self.source / f"src/data/schema-{name}.json").read_bytes()
            self.check(self.run("schema", name).stdout == text, f"schema {name} is not what is printed")
            Draft202012Validator.check_schema(json.loads(text))
            self.validators[name] = Draft202012Validator(json.loads(text))

    def check_policy(self):
        printed = self.run("policy").stdout
        built_in = json.loads((self.source / "src/data/atlassian.json").read_text())
        self.check(json.loads(printed) == built_in, "policy prints what it is not")
        self.check(self.valid("policy", json.loads(printed)), "policy prints what its schema refuses")
        again = self.work / "printed.json"
        again.write_bytes(printed)
        self.check(self.run("policy", "--policy", again).stdout == printed,
                   "what policy prints is not read back as the same")

    def numbers(self, value, path=""):
        """The paths of all numbers in a policy."""
        if isinstance(value, dict):
            for key, part in value.items():
                if key != "sources":
                    yield from self.numbers(part, f"{path}.{key}" if path else key)
        elif isinstance(value, (int, float)):
            yield path

    def check_sources(self):
        policy = json.loads(self.run("policy").stdout)
        for path in self.numbers(policy):
            self.check(path in policy["sources"], f"no source for {path}")

    def check_examples(self):
        for log in sorted((self.source / "examples").glob("*.json")):
            if "policy" in log.name:
                self.check(self.valid("policy", json.loads(log.read_text())), f"{log} is no policy")
                continue
            self.check(self.valid("log", json.loads(log.read_text())), f"{log} is no log")
            own = log.with_name(log.stem + "-policy.json")
            policy = ["--policy", own] if own.exists() else []
            for day in AS_OF:
                for form in ("json", "ndjson"):
                    self.check_answers(day, form, *policy, log)
                    self.check_answers(day, form, *policy, log, "--what-if",
                                       "coursework@2025-01-01=12.5", "--what-if", "exam:X@2025-01-01")

    def check_answers(self, day, form, *log):
        """Every command's answer is valid, and explain's is that of status, and more."""
        answers = {}
        arguments = ["--as-of", day, "--format", form, *log]
        for command in ("status", "explain", "plan", "check"):
            result = self.run(command, *arguments)
            answers[command] = json.loads(result.stdout)
            self.check(result.returncode in (0, 1) and self.valid(command, answers[command]),
                       f"{command} {' '.join(map(str, arguments))}")
            self.check((result.returncode == 1) == bool(answers[command].get("findings")),
                       f"{command} {' '.join(map(str, arguments))}: exit {result.returncode}")
        self.check_replays(answers["plan"], *log)
        for credential in answers["explain"]["credentials"]:
            del credential["cycles"], credential["activities"]
        self.check(answers["explain"] == answers["status"],
                   f"explain and status differ: {' '.join(map(str, arguments))}")

    def check_replays(self, plan, *log):
        """Supposing what a way asks for gives the dates that it promises."""
        for way in plan["ways"]:
            supposed = [f"exam:{exam['certification']}@{exam['date']}" for exam in way["exams"]]
            if way["finish"]:
                supposed.append(f"coursework@{way['finish']}={way['units_to_earn']}")
            last = max(text.partition("@")[2][:10] for text in supposed)
            result = self.run("status", *log, "--as-of", last, "--format", "json",
                              *(f"--what-if={text}" for text in supposed))
            dates = {one["code"]: (one["status"], one["suspends"], one["expires"])
                     for one in json.loads(result.stdout)["credentials"]}
            self.check(all(dates[one["code"]] == (one["status"], one["suspends"], one["expires"])
                           for one in way["credentials"]), f"replayed: {way['say']}")

    def check_mutants(self, name, document, accepts):
        for what, mutant in mutants(document):
            path = self.work / "mutant.json"
            path.write_text(json.dumps(mutant))
            result = accepts(path)
            program = result.returncode == 0
            if program == self.valid(name, mutant):
                self.passed += 1
                continue
            lines = result.stderr.decode().splitlines()
            excused = not program and all(": error: " not in line or BEYOND_A_SCHEMA.search(line)
                                          for line in lines)
            self.check(excused, f"{name} with {what}: program {'accepts' if program else 'refuses'}, "
                                f"schema does not agree\n  " + "\n  ".join(lines))


def mutants(document):
    """(what, document) with each place changed: dropped, replaced, or given an unknown key."""
    for path in places(document):
        for strange in STRANGE:
            yield f"{path} = {json.dumps(strange)}", changed(document, path, strange)
        yield f"{path} dropped", changed(document, path, drop=True)
        if isinstance(place(document, path), dict):
            yield f"{path} with an unknown key", changed(document, path + ["unknown"], 1)


def places(value, path=()):
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield [*path, key]
        if isinstance(part, (dict, list)):
            yield from places(part, (*path, key))


def place(value, path):
    for key in path:
        value = value[key]
    return value


def changed(document, path, strange=None, drop=False):
    mutant = copy.deepcopy(document)
    parent = place(mutant, path[:-1])
    if drop:
        del parent[path[-1]]
    else:
        parent[path[-1]] = strange
    return mutant


LOG = {
    "$schema": "x", "notes": "n", "candidate": {"id": "i", "name": "n"},
    "certifications": [
        {"code": "ACP-1", "name": "n", "earned": "2024-01-10", "notes": "n"},
        {"code": "x", "type": "ACA", "suspends": "2026-01-01", "expires": "2026-04-01",
         "expect": {"suspends": "2026-01-01", "expires": "2026-04-01"}},
    ],
    "activities": [
        {"date": "2025-01-01", "type": "presenting", "title": "t", "entered": None, "units": 20,
         "course": "c", "notes": "n"},
        {"date": "2025-01-02", "type": "exam", "certification": "ACP-1", "passed": True,
         "entered": "2025-01-03"},
    ],
}
POLICY = {
    "name": "p", "validity_months": 24, "grace_months": 3, "units_valid_months": 24,
    "certification_types": {
        "A": {"validity_months": 12, "grace_months": 0,
              "renew_by": {"units": 100, "exam": {"window_months": 6}, "courses": ["a", "b"]}}},
    "activity_types": {"coursework": {"units": 10, "limit": 4}},
    "sources": {"grace_months": {"says": "s", "where": "w", "official": True}},
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True)
    checker = Checker(parser.parse_args())
    checker.check_schemas()
    checker.check_policy()
    checker.check_sources()
    checker.check_examples()
    checker.check_mutants("log", LOG, lambda path: checker.run("status", "--as-of", "2025-06-01", path))
    checker.check_mutants("policy", POLICY, lambda path: checker.run("policy", "--policy", path))
    print(f"{checker.passed} passed, {checker.failed} failed")
    return 1 if checker.failed else 0


if __name__ == "__main__":
    sys.exit(main())
