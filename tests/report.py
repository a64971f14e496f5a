#!/usr/bin/env python3
"""Tests the page of `certrenew report`: what stands on it, in which order, and what it costs."""
import html
import json
import re

import harness
import html_page

NASTY = "<script>alert('x')</script>&\"\x1b[31m\u202e]]>"
AS_OF = "2026-01-02"


def person(name, *earned, identity=None, activities=()):
    candidate = {key: value for key, value in (("id", identity), ("name", name)) if value}
    return {"candidate": candidate, "activities": list(activities),
            "certifications": [{"code": code, "earned": day} for code, day in earned]}


def roster(people):
    return "".join(json.dumps(one) + "\n" for one in people)


class Report(harness.Suite):
    def page(self, people, *options):
        file = self.write("team.ndjson", roster(people) if isinstance(people, list) else people)
        result = self.run("report", file, "--as-of", AS_OF, *options)
        return result.stdout.decode()

    def sections(self, page):
        return [html.unescape(one) for one in re.findall("<h2>(.*?)</h2>", page)]

    def check_page(self, page, what):
        wrong = html_page.Page(page).wrong
        self.check(not wrong, what, wrong)
        ids = re.findall(r' id="([^"]*)"', page)
        self.check(len(ids) == len(set(ids)), what, "has an id twice")
        for one in re.findall(r'aria-labelledby="([^"]*)"', page):
            self.check(all(name in ids for name in one.split()), what, "refers to no id:", one)

    def test_order(self):
        """First what is due, soonest first, then who holds what, then people by name."""
        page = self.page([person("Zoe", ("ACP-620", "2024-03-01")), person("Ada", ("ACP-120", "2024-01-20")),
                          person(None, ("ACA-900", "2025-12-01"), identity="M1")])
        self.check_page(page, "three people")
        self.check(self.sections(page) == ["What is due", "Who holds what", "Ada", "M1", "Zoe"], self.sections(page))
        due = page[page.index("What is due"):page.index("Who holds what")]
        self.check(re.findall(r">(Ada|Zoe|M1)<", due) == ["Ada", "Zoe"], due)
        self.check("2 deadlines within 90 days" in re.sub("<.*?>", "", due), due)
        self.check(page.count("<figure") == 3, "three timelines")
        self.check("could not be read" not in page, "nothing was unreadable")

    def test_days(self):
        people = [person("Zoe", ("ACP-620", "2024-03-01")), person("Ada", ("ACP-120", "2024-01-20"))]
        for days, count in ((1000, 2), (30, 1), (3, 0)):
            page = self.page(people, "--within", str(days), "--doubts", "none")
            due = page[page.index("What is due"):page.index("Who holds what")]
            self.check(due.count("<tr>") == (count + 1 if count else 0), days, due)

    def test_hostile_texts(self):
        people = [person(NASTY, ("ACP-" + NASTY, "2024-03-01"), identity=NASTY,
                         activities=[{"date": "2025-01-01", "type": "coursework", "title": NASTY}])]
        page = self.page(people)
        self.check_page(page, "hostile texts")
        self.check("<script" not in page and "\x1b" not in page and "\u202e" not in page, "raw hostile text")

    def test_unreadable_logs(self):
        page = self.page(roster([person("Ada", ("ACP-120", "2024-01-20"))]) + "{}\n{\n")
        self.check_page(page, "unreadable logs")
        self.check("2 logs could not be read." in page, "the unreadable logs are counted")
        page = self.page("{}\n")
        self.check_page(page, "no log")
        self.check("1 log could not be read." in page, "a page is written even of nothing")

    def test_many_people(self):
        """Up to 100 have their timelines; with more they are left out, and the page says so."""
        for jobs in ("1", "4"):
            for count, options, timelines in ((100, [], 100), (101, [], 0), (101, ["--timelines"], 101)):
                people = [person(f"P{i:03}", ("ACP-620", "2024-03-01")) for i in range(count)]
                page = self.page(people, "--jobs", jobs, *options)
                self.check(page.count("<figure") == timelines, count, options, page.count("<figure"))
                self.check(("has no timelines" in page) == (timelines == 0), count, options, "says that they are left out")
                self.check(self.sections(page)[2:] == [f"P{i:03}" for i in range(count)], "sorted by name")

    def test_same_bytes_with_every_number_of_jobs(self):
        people = [person(f"P{i % 7}", ("ACP-620", "2024-03-01"), ("ACP-120", f"2024-02-{1 + i % 28:02}")) for i in range(60)]
        pages = {self.page(people, "--jobs", jobs) for jobs in ("1", "2", "8")}
        self.check(len(pages) == 1, "the page depends on the number of jobs")

    def test_memory(self):
        activities = [{"date": f"2025-{1 + i:02}-03", "type": "coursework", "title": f"Course {i}"} for i in range(12)]
        people = [person(f"P{i}", *((f"ACP-{n}00", "2024-03-01") for n in range(1, 5)), activities=activities)
                  for i in range(2000)]
        file = self.write("large.ndjson", roster(people))
        for options in ([], ["--timelines"]):
            result = self.measure("report", file, "--as-of", AS_OF, *options)
            self.check(result.returncode == 0, "a large roster", result.stderr[:500])
            if not self.sanitized():
                self.check(result.peak < 200, f"{result.peak} MiB for 2,000 people", options)


harness.main(Report)
