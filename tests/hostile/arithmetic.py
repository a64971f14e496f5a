#!/usr/bin/env python3
"""Dates near the ends of the calendar, and a policy's numbers at and past their bounds: right or refused."""
import copy
import itertools
import json

import harness
from commands import COMMANDS

ENDS = ["0001-01-01", "0001-01-31", "0001-12-31", "0003-03-31", "9995-01-31", "9997-09-30", "9999-11-30", "9999-12-31"]
POLICY = {"name": "p", "validity": "P24M", "grace": "P3M", "units_valid": "P24M",
          "carry_over": {"at_most": 1, "from_last": "P1M"},
          "certification_types": {"A": {"renew_by": {"units": {"required": 100}, "exam": {"window": "P6M"}}}},
          "activity_types": {"work": {"units": 10, "limit": 4}, "talk": {}}}
TYPE = ["certification_types", "A"]
BOUNDS = [  # a number of the policy, from and to which it may go, whether it must be whole
    ([*TYPE, "renew_by", "units", "required"], 0.01, 1_000_000, False), (["carry_over", "at_most"], 0.01, 1_000_000, False),
    (["activity_types", "work", "units"], 0, 1_000_000, False), (["activity_types", "work", "limit"], 0, 1_000_000, True),
]
DURATIONS = [  # a duration of the policy, and the least that it may count
    (["validity"], 1), (["grace"], 0), (["units_valid"], 1), ([*TYPE, "validity"], 1), ([*TYPE, "grace"], 0),
    ([*TYPE, "renew_by", "exam", "window"], 0), (["carry_over", "from_last"], 0),
]


class Arithmetic(harness.Suite):
    def test_bounds_of_a_policy(self):
        for path, least, most, whole in BOUNDS:
            step = 1 if whole else 0.01
            for number, fine in ((least, True), (most, True), (round(least - step, 2), False), (most + step, False),
                                 (least + 0.001, False), (most * 10**12, False), (2**32 + most, False), (-most, False)):
                self.bounded(path, number, fine)
        for path, least in DURATIONS:
            for unit, most in (("Y", 100), ("M", 1200), ("D", 36_500)):
                for count, fine in ((least, True), (most, True), (least - 1, False), (most + 1, False), (2**32 + least, False)):
                    self.bounded(path, f"P{count}{unit}", fine)

    def test_dates_at_both_ends(self):
        """Every date of a log at both ends of the calendar, on days at both ends."""
        for field, end, as_of in itertools.product(("earned", "suspends", "expires", "date", "entered", "expect"), ENDS, ENDS[::7]):
            one = {"code": "ACP-1", "earned": "2024-01-10"}
            done = {"date": "2025-01-01", "type": "presenting", "units": 100, "entered": "2025-01-01"}
            if field in ("suspends", "expires"):
                one = {"code": "ACP-1", "suspends": min(end, "2026-01-01"), "expires": end}
                one["suspends"] = end if field == "suspends" else one["suspends"]
            elif field == "earned":
                one["earned"] = done["date"] = end
            elif field == "expect":
                one["expect"] = {"suspends": end, "expires": end}
            else:
                done[field] = end
            log = self.write("ends.json", json.dumps({"certifications": [one], "activities": [done]}))
            for command, form in (("status", "json"), ("explain", "table"), ("plan", "table"), ("check", "github")):
                result = self.run(command, "--as-of", as_of, "--format", form, log)
                what = f"{command} with {field} {end} as of {as_of}: {result}"
                self.check(result.returncode in (0, 1, 3), what)
                if result.returncode == 3:
                    self.check(b"ends.json:1:" in result.stderr and b"lies outside 0001-01-01 to 9999-12-31" in result.stderr, what)
                elif command == "status":
                    one = json.loads(result.stdout)["credentials"][0]
                    self.check("0001-01-01" <= one["cycle_start"] <= one["suspends"] <= one["expires"], what)

    def bounded(self, path, number, fine):
        policy = copy.deepcopy(POLICY)
        place = policy
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = number
        result = self.run("policy", "--policy", self.write("bounds.json", json.dumps(policy)))
        what = f"{'.'.join(path)} = {number}: {result}"
        self.check(result.returncode == (0 if fine else 3), what)
        if fine:
            place = json.loads(result.stdout)
            for key in path:
                place = place[key]
            self.check(place == number, what)

    def test_extreme_policies(self):
        """Endless renewals would be easy to ask for: every day's activities renew once, and no more."""
        days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 2, 15, 28)]
        log = {"certifications": [{"code": "A-1", "earned": "2024-01-01"}, {"code": "A-2", "suspends": "2024-02-29"}],
               "activities": [{"date": day, "type": "talk", "units": 1_000_000} for day in days for _ in range(3)]}
        log = self.write("renewals.json", json.dumps(log))
        for validity, grace, window, units, stale in itertools.product(
                ("P1M", "P1200M"), ("P0D", "P1200M"), ("P1D", "P100Y"), (0.01, 1_000_000), ("P1M", None)):
            policy = copy.deepcopy(POLICY)
            policy.update(validity=validity, grace=grace, units_valid=stale)
            policy["certification_types"]["A"]["renew_by"] = {"units": {"required": units}, "exam": {"window": window}}
            rules = self.write("extreme.json", json.dumps(policy))
            result = self.run("status", "--as-of", "2024-12-31", "--format", "json", "--policy", rules, log)
            what = f"validity {validity}, grace {grace}, window {window}, units {units}, stale {stale}: {result}"
            self.check(result.returncode == 0, what)
            renewals = [one["date"] for one in json.loads(result.stdout)["credentials"][0]["renewals"]]
            self.check(renewals == sorted(set(renewals)) and (validity == "P1M" or renewals == days), what)
            for command in list(COMMANDS)[1:]:
                result = self.run(command, "--as-of", "2024-12-31", "--policy", rules, log)
                self.check(result.returncode == (0 if command != "check" else result.returncode & 1), f"{command}: {what}")


if __name__ == "__main__":
    harness.main(Arithmetic)
