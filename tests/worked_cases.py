#!/usr/bin/env python3
"""Tests worked cases: those of the renewal rules, in tests/worked_cases.json, or those of the file --cases.

Each case has an id, a title, a log, a day (`as_of`), the doubts, and for each certification what is expected. In its
log an activity with "times": n stands for n of them. `policies` are policy files of the source tree for the program;
`source` says where the expected dates were published. If a case has `designations`, or `notices` (the codes of all
notices), these are compared. What is not expected by name is not compared, so later cases may expect more.
"""
import itertools
import json

import harness


def written_out(log):
    """The log with each activity as many times as it stands for."""
    activities = []
    for activity in log.get("activities", []):
        activity = dict(activity)
        activities += [activity] * activity.pop("times", 1)
    return {**log, "activities": activities}


def in_words(outcomes):
    """`used*9 lapsed` for nine times `used` and one `lapsed`."""
    runs = [(name, len(list(same))) for name, same in itertools.groupby(outcomes)]
    return " ".join(name if count == 1 else f"{name}*{count}" for name, count in runs)


def said(credential):
    """What `explain` says of a credential, with a few words for what takes it a list or an object."""
    units = credential["units"] or {"counted": None, "needed": None}
    activities = sorted(credential["activities"], key=lambda one: one["activity"])
    return {**credential, "counted": units["counted"], "needed": units["needed"],
            "outcomes": in_words(one["outcome"] for one in activities),
            "closed": [f"{one['closed']} {one['closed_by']}" for one in credential["cycles"] if one["closed"]]}


def doubts_of(answer):
    """`grace-90-days: expired 2025-07-15 2025-10-13` for each doubt, by credential."""
    doubts = {}
    for one in answer["doubts"]:
        dates = f"{one['suspends'] or 'never'} {one['expires'] or 'never'}"
        doubts.setdefault(one["credential"], []).append(f"{one['reading']}: {one['status']} {dates}")
    return doubts


def designations_of(answer):
    """`held until 2026-12-20` or `not held` for each designation."""
    return {one["name"]: f"held until {one['until'] or 'never'}" if one["held"] else "not held"
            for one in answer["designations"]}


class WorkedCases(harness.Suite):
    arguments = {"--cases": {"default": "tests/worked_cases.json", "help": "the file, from the source tree"}}

    def test_each_case(self):
        cases = json.loads((self.source / self.options.cases).read_text())["cases"]
        ids = [case["id"] for case in cases]
        self.check(ids == [f"{ids[0][0]}{number}" for number in range(1, len(ids) + 1)], ids)
        for case in cases:
            self.check_case(f"{case['id']} ({case['title']})", case)

    def check_case(self, name, case):
        policies = [f"--policy={self.source / policy}" for policy in case.get("policies", [])]
        answer = self.json("explain", "--as-of", case["as_of"], "--format", "json", *policies,
                           self.write("case.json", written_out(case["log"])))
        credentials = answer["credentials"] if answer else []
        self.check([one["code"] for one in credentials] == list(case["expected"]), f"{name}: its certifications")
        if answer:
            self.check_all(name, "doubts", case["doubts"], doubts_of(answer))
            designations = designations_of(answer)
            self.check_all(name, "designations", case.get("designations", designations), designations)
            notices = sorted({one["code"] for one in answer["notices"]})
            self.check_all(name, "notices", case.get("notices", notices), notices)
        for credential in credentials:
            got = said(credential)
            for key, expected in case["expected"][credential["code"]].items():
                self.check(got[key] == expected,
                           f"{name}: {credential['code']}: {key}: {expected!r} expected, got {got[key]!r}")

    def check_all(self, name, what, expected, got):
        self.check(got == expected, f"{name}: {what}: {expected!r} expected, got {got!r}")


if __name__ == "__main__":
    harness.main(WorkedCases)
