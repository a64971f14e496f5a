#!/usr/bin/env python3
"""Writes a roster of so many logs, always the same one.

    roster.py LOGS [ACTIVITIES [CERTIFICATIONS]]    in each, by default 12 and three, which makes 1 KB
"""
import datetime
import random
import sys

CODES = {"ACP-100": "Jira Administrator for Data Center", "ACP-120": "Jira Administration for Cloud",
         "ACP-420": "Jira Service Projects for Cloud", "ACP-520": "Cloud Organization Admin",
         "ACP-610": "Project Administration for Data Center", "ACP-620": "Managing Jira Projects for Cloud",
         "ACA-900": "Jira Software Essentials"}
FIRST = datetime.date(2023, 6, 1)
TITLES = ["Jira automation", "Assets from scratch", "Service projects in practice", "JQL in anger",
          "Permission schemes", "Guard and identity", "Workflows in depth"]


def day(number):
    return (FIRST + datetime.timedelta(days=number)).isoformat()


def activity(chance, date):
    kind = chance.random()
    if kind < 0.75:
        text = '"type":"coursework"'
    elif kind < 0.9:
        text = '"type":"local-event"'
    elif kind < 0.95:
        text = '"type":"global-event"'
    else:
        text = f'"type":"presenting","units":{chance.choice((5, 12.5, 20))}'
    if chance.random() < 0.4:
        text += f',"title":"{chance.choice(TITLES)}"'
    if chance.random() < 0.4:
        text += f',"entered":"{day(date + chance.randint(0, 20))}"'
    return f'{{"date":"{day(date)}",{text}}}'


def log(chance, number, activities, certifications):
    held = sorted(chance.sample(sorted(CODES), 3)) + [f"ACP-{700 + more}" for more in range(certifications - 3)]
    listed = ",".join(
        f'{{"code":"{code}",' + (f'"name":"{CODES[code]}",' if code in CODES and chance.random() < 0.3 else "")
        + f'"earned":"{day(chance.randint(0, 600))}"}}' for code in held)
    dates = sorted(chance.randint(100, 1250) for _ in range(activities))
    done = ",".join(activity(chance, date) for date in dates)
    return (f'{{"candidate":{{"id":"ACAD{number:07}","name":"Holder {number}"}},'
            f'"certifications":[{listed}],"activities":[{done}]}}')


def main():
    chance = random.Random(20261125)
    logs, activities, certifications = map(int, sys.argv[1:] + ["12", "3"][len(sys.argv) - 2:])
    for number in range(logs):
        print(log(chance, number, activities, certifications))


if __name__ == "__main__":
    main()
