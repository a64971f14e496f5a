#!/usr/bin/env python3
"""Tests the JSON Schemas against the program with an independent validator.

What the program reads and prints must validate. Of many mutated logs and policies, schema and program
must accept the same, apart from what a schema cannot say (see BEYOND_A_SCHEMA).
"""
import copy
import json
import re

from jsonschema import Draft202012Validator

import harness

AS_OF = ["0001-01-01", "2024-02-29", "2025-06-01", "2025-12-31", "2026-06-01", "9000-01-01"]
# Errors that only the program can find: its words for them.
BEYOND_A_SCHEMA = re.compile(
    "is no day: |is not a date|is listed twice|lists no certification|has no certification type|"
    "neither begins nor ends with a blank|has no \"-\" after its type|unknown activity type|is not after|is before the day it suspends|"
    "does not say how many units|at most two decimals|lies outside|the days must ascend|unknown certification type|"
    "a circle: |with this change the policy is invalid|stands in the policy already|is before \"from\"|"
    "is more than the number of codes|is given twice|no programme .* is in force|"
    "no programme in force has a certification type|has no activity type")
STRANGE = [None, True, 0, 1, -1, 1.5, 10.25, 1000000, 1000001, 1201, 1200, "", "x", "exam", "2025-02-28",
           "2025-2-28", "2025-13-01", "0000-01-01", [], ["x"], ["x", "x"], {}, {"x": 1}, "P1M", "P0D", "P100Y", "P101Y", "P1201M", "P36500D", "P36501D",
           "P0000001M", "P1M\n", "P1Y6M", [{"value": "P1M"}], [{"value": 1}, {"from": "2030-01-01", "value": 2}],
           [{"value": 1}, {"value": 2}], [{"from": "2030-01-01", "value": "P1M"}], "none", "earlier", "end"]


class Schemas(harness.Suite):
    def set_up(self):
        self.validators = {}

    def valid(self, name, document):
        return self.validators[name].is_valid(document)

    def test_schemas(self):
        for file in sorted((self.source / "src/schemas").glob("*.json")):
            text = file.read_bytes()
            self.check(self.run("schema", file.stem).stdout == text, f"schema {file.stem} is not what is printed")
            Draft202012Validator.check_schema(json.loads(text))
            self.validators[file.stem] = Draft202012Validator(json.loads(text))
        self.check(len(self.validators) >= 8, f"only {len(self.validators)} schemas")

    def test_printed_policies(self):
        self.check(self.run("policy").stdout == self.run("policy", "atlassian").stdout, "policy prints another")
        for file in sorted((self.source / "src/policies").glob("*.json")):
            printed = self.run("policy", file.stem).stdout
            name = f"policy {file.stem}"
            self.check(json.loads(printed) == json.loads(file.read_text()), f"{name} prints what it is not")
            self.check(self.valid("policy", json.loads(printed)), f"{name} prints what its schema refuses")
            self.check(self.run("policy", "--policy", self.write("printed.json", printed)).stdout == printed,
                       f"what {name} prints is not read back as the same")

    def test_policies_of_the_examples(self):
        for file in sorted((self.source / "examples").glob("**/*policy.json")) + sorted(
                (self.source / "examples/policies").glob("*.json")):
            self.check(self.valid("policy", json.loads(file.read_text())), f"the schema refuses {file.name}")
            self.check(self.run("policy", "--policy", str(file)).returncode == 0, f"{file.name} is refused")

    def test_built_in_policies_rest_on_official_numbers(self):
        """In every policy but atlassian, the programme itself gives each duration and each number of required units."""
        for file in sorted((self.source / "src/policies").glob("*.json")):
            policy = json.loads(file.read_text())
            if policy["name"] == "atlassian":
                continue
            for path in self.numbers(policy):
                needed = re.search(r"(validity|grace|units_valid|window|required)(\[\d+\]\.value)?$", path)
                sources = policy["sources"]
                source = sources.get(path) or sources.get(re.sub(r"\[\d+\]\.value$", "", path))
                self.check(not needed or source and source["official"], f"{policy['name']}: {path} is not official")

    def test_list_of_policies(self):
        listed = json.loads(self.run("policy", "--list", "--format", "json").stdout)["policies"]
        names = sorted(file.stem for file in (self.source / "src/policies").glob("*.json"))
        self.check([one["name"] for one in listed] == names, "policy --list does not list all")
        self.check(all(0 < one["official"] <= one["numbers"] for one in listed), "policy --list counts wrongly")

    def numbers(self, value, path=""):
        """The paths of all numbers and durations in a policy."""
        if isinstance(value, dict):
            for key, part in value.items():
                if key not in ("sources", "readings", "certifications"):
                    plain = f".{key}" if re.fullmatch(r"[\w-]+", key) else f'["{key}"]'
                    yield from self.numbers(part, f"{path}{plain}" if path else key)
        elif isinstance(value, list):
            for place, part in enumerate(value):
                yield from self.numbers(part, f"{path}[{place}]")
        elif isinstance(value, (int, float)) or re.fullmatch("P[0-9]+[YMD]", value):
            yield path

    def test_sources(self):
        policy = self.json("policy")
        for path in [*self.numbers(policy), "anchor", "extensions[0]", "certifications"]:
            self.check(path in policy["sources"], f"no source for {path}")

    def test_examples(self):
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
        self.check_replays(answers["plan"], "finish_active", *log)
        plan = self.json("plan", *arguments, "--allow-suspension", "--all")
        self.check(self.valid("plan", plan), f"plan --allow-suspension --all {' '.join(map(str, arguments))}")
        self.check_replays(plan, "finish_expiring", *log)
        for credential in answers["explain"]["credentials"]:
            del credential["cycles"], credential["activities"]
        self.check(answers["explain"] == answers["status"],
                   f"explain and status differ: {' '.join(map(str, arguments))}")

    def check_replays(self, plan, last_of, *log):
        """Supposing what a way asks for gives what it promises, units that may be earlier included."""
        for way in plan["ways"]:
            codes = [one["code"] for one in way["credentials"]]
            last_day = max((one[last_of] or one["finish_expiring"])["date"]
                           for one in plan["deadlines"] if one["code"] in codes)
            last_step = max([plan["as_of"]] + [step["date"] for step in way["steps"]])
            for early in (False, True):
                supposed = [f"--what-if={text}" for step in way["steps"] for text in suppositions(step, early)]
                self.check_standing(way, ["status"], last_step, *log, *supposed)
                self.check_standing(way, ["suspends", "expires"], last_day, *log, *supposed)

    def check_standing(self, way, keys, day, *arguments):
        answer = self.json("status", "--format", "json", "--as-of", day, *arguments)
        replayed = {one["code"]: one for one in answer["credentials"]}
        for one in way["credentials"]:
            self.check(all(replayed[one["code"]][key] == one[key] for key in keys),
                       f"{one['code']} on {day} differs from the way: {way['say']}")

    def test_mutated_logs(self):
        """All of them in one roster, in one run."""
        every = list(mutants(LOG))
        roster = self.write("mutants.ndjson", "".join(json.dumps(mutant) + "\n" for _, mutant in every))
        result = self.run("status", "--as-of", "2025-06-01", "--format", "ndjson", roster)
        answers = result.stdout.splitlines()
        self.check(len(answers) == len(every), f"{len(answers)} answers for {len(every)} logs")
        for (what, mutant), answer in zip(every, answers):
            answer = json.loads(answer)
            self.check("errors" not in answer or self.valid("errors", answer), f"errors of {what}: {answer}")
            self.agree("log", what, mutant, [error["message"] for error in answer.get("errors", [])])

    def test_mutated_policies(self):
        """Many of them in each run, since the program reads all policies that it is given."""
        every = list(mutants(POLICY))
        log = self.write("empty.json", {"certifications": []})
        for first in range(0, len(every), 200):
            files = [self.write(f"{number}.json", mutant) for number, (_, mutant) in enumerate(every[first:first + 200])]
            result = self.run("status", log, *(f"--policy={file}" for file in files))
            errors = {}
            for line in result.stderr.decode().splitlines():
                file, _, message = line.partition(":")
                errors.setdefault(file, []).append(message)
            self.check(result.returncode == (3 if errors else 0), f"mutated policies: exit {result.returncode}")
            for (what, mutant), file in zip(every[first:], files):
                self.agree("policy", what, mutant, errors.pop(file, []))
            self.check(not errors, f"errors of no policy: {errors}")

    def agree(self, name, what, mutant, errors):
        """Schema and program agree; the program may refuse more, where each error is beyond a schema."""
        excused = errors and all(map(BEYOND_A_SCHEMA.search, errors))
        self.check(self.valid(name, mutant) == (not errors) or excused,
                   f"{name} with {what}: the schema does not agree with", errors or "accepting it")


def suppositions(step, early):
    """What --what-if takes for a step; `early`: with as many units as may be on the first day for them."""
    if step["exam"]:
        return [f"exam:{step['exam']}@{step['date']}"]
    portion = step["may_be_earlier"] if early else None
    if not portion:
        return [f"coursework@{step['date']}={step['units']}"]
    rest = round(step["units"] - portion["units"], 2)
    return [f"coursework@{portion['from']}={portion['units']}", *([f"coursework@{step['date']}={rest}"] if rest else [])]


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
        {"code": "x", "programme": "atlassian", "type": "ACA", "suspends": "2026-01-01", "expires": "2026-04-01",
         "expect": {"suspends": "2026-01-01", "expires": "2026-04-01"}},
        {"code": "y", "programme": "none", "expires": "2027-05-02"},
        {"code": "z", "programme": "none"},
    ],
    "activities": [
        {"date": "2025-01-01", "type": "presenting", "title": "t", "entered": None, "units": 20,
         "course": "c", "notes": "n", "programme": "atlassian", "rejected": True, "evidence": "e"},
        {"date": "2025-01-01", "type": "coursework", "programme": ["atlassian"]},
        {"date": "2025-01-02", "type": "exam", "certification": "ACP-1", "passed": True,
         "entered": "2025-01-03", "rejected": False, "evidence": "e"},
    ],
}
POLICY = {
    "$schema": "x", "name": "p", "title": "t", "units_called": "PDUs", "as_of": "2026-01-02",
    "validity": [{"value": "P36M"}, {"from": "2024-04-01", "value": "P24M"}, {"from": "2025-04-01", "value": None}],
    "grace": "P3M", "units_valid": "P24M", "units_from": "2024-08-01", "anchor": "renewal", "first_day_counts": True,
    "carry_over": {"at_most": 20, "from_last": "P3M", "types": ["coursework"]},
    "certification_types": {
        "A": {"validity": "P12M", "grace": [{"value": None}, {"from": "2025-01-01", "value": "P0D"}],
              "anchor": "earlier", "first_day_counts": False, "carry_over": {"at_most": [{"value": 1}]},
              "renew_by": {"units": {"required": [{"value": 100}, {"from": "2025-01-01", "value": 50}]},
                           "exam": {"window": "P6M", "anchor": "renewal"}, "courses": {"all": ["a", "b"]}}},
        "B": {}},
    "activity_types": {"coursework": {"units": [{"from": None, "value": 10}, {"from": "2025-01-01", "value": 9.5}],
                                      "limit": [{"value": 4}]},
                       "talk": {"units": 20, "limit": 2}},
    "certifications": {"A-1": {"name": "n", "aliases": ["A-2"], "type": "A", "retired": "2024-02-01"}, "A-3": {}},
    "extensions": [{"from": "2024-02-01", "to": "2024-09-29", "until": "2024-09-30", "types": ["A"]}],
    "designations": [{"name": "d", "needs": 1, "of": ["A-1", "A-3"]}],
    "readings": [{"id": "r", "rule": "C1", "says": "s", "where": "w", "official": False, "change": {"grace": "P90D"}}],
    "notes": ["n"],
    "sources": {"grace": {"says": "s", "where": "w", "official": True}},
}


if __name__ == "__main__":
    harness.main(Schemas)
