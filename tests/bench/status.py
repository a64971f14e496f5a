#!/usr/bin/env python3
"""Prints what `certrenew status` prints for the rosters of roster.py, in plain Python.

    status.py AS_OF < ROSTER

Leaves out notices, exams and courses.
"""
import calendar
import datetime
import json
import sys

UNITS = {"coursework": 10, "local-event": 10, "global-event": 30}
LIMITS = {"local-event": 4, "global-event": 1}
REQUIRED = {"ACP": 100, "ACA": 50}


def months_after(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def credential(certification, done, as_of):
    kind = certification["code"].partition("-")[0]
    start, first, renewals, cycle, expired = certification["earned"], True, [], [], False
    required = REQUIRED[kind]

    def counted(day):
        uses, total = {}, 0
        for activity in cycle:
            uses[activity["type"]] = uses.get(activity["type"], 0) + 1
            if uses[activity["type"]] <= LIMITS.get(activity["type"], 10 ** 9):
                if day < activity["stale"]:
                    total += activity["units"]
        return total

    suspends = months_after(start, 24)
    expires = months_after(suspends, 3)
    for day in sorted({activity["date"] for activity in done}):
        if day > as_of or day < start or (day == start and not first):
            continue
        if day >= expires:
            break
        cycle += sorted((one for one in done if one["date"] == day), key=lambda one: -one["units"])
        if counted(day) >= required:
            start, first, cycle = day, False, []
            suspends = months_after(start, 24)
            expires = months_after(suspends, 3)
            renewals.append({"date": str(start), "by": "units", "suspends": str(suspends), "expires": str(expires)})
    expired = as_of >= expires
    status = ("upcoming" if as_of < certification["earned"] else "expired" if expired
              else "active" if as_of < suspends else "suspended")
    total = counted(as_of)
    return {"code": certification["code"], "name": certification.get("name"), "type": kind, "status": status,
            "cycle_start": str(start), "suspends": str(suspends), "expires": str(expires),
            "days_to_suspension": (suspends - as_of).days, "days_to_expiration": (expires - as_of).days,
            "units": None if expired else {"counted": total, "required": required, "needed": required - total},
            "courses": None,
            "exam_window": None if expired else {"opens": str(months_after(expires, -6)), "closes": str(expires)},
            "renewals": renewals}


def main():
    as_of = datetime.date.fromisoformat(sys.argv[1])
    for number, line in enumerate(sys.stdin, 1):
        log = json.loads(line)
        for one in log["certifications"]:
            one["earned"] = datetime.date.fromisoformat(one["earned"])
        for one in log["activities"]:
            one["date"] = datetime.date.fromisoformat(one["date"])
            one["stale"] = months_after(one["date"], 24)
            one["units"] = one.get("units", UNITS.get(one["type"]))
        print(json.dumps({"source": "-", "line": number, "as_of": str(as_of), "policy": "atlassian",
                          "candidate": log["candidate"],
                          "credentials": [credential(one, log["activities"], as_of)
                                          for one in log["certifications"]]}, separators=(",", ":")))


if __name__ == "__main__":
    main()
