#!/usr/bin/env python3
"""Runs the examples for CI as a runner and cron would, on logs that are due and that are not.

They ask as of today, so the logs are made as of today.
"""
import datetime
import os

import yaml

import harness

DAYS_BEFORE_SUSPENSION = 30


def log(earned, certification="ACP-620"):
    return f'{{"certifications": [\n  {{"code": "{certification}", "earned": "{earned}"}}\n]}}\n'


class Examples(harness.Suite):
    def set_up(self):
        today = datetime.date.today()
        self.logs = {
            "due": log(today - datetime.timedelta(days=730 - DAYS_BEFORE_SUSPENSION)),
            "suspended": log(today - datetime.timedelta(days=760)),
            "fine": log(today),
        }

    def folder(self, name):
        folder = self.work / f"{name}-{self.passed + self.failed}"
        folder.mkdir()
        return folder

    def shell(self, command, folder, **environment):
        return self.call("bash", "-e", "-c", command, cwd=folder, text=True,
                         env={**os.environ, "HOME": str(folder), **environment})

    def test_workflow(self):
        text = (self.source / "examples/ci/github-workflow.yml").read_text()
        steps = yaml.safe_load(text)["jobs"]["check"]["steps"]
        check, summary = (step["run"] for step in steps if "run" in step)
        for names, red in ((["fine"], False), (["due"], True), (["suspended"], True),
                           (["fine", "due"], True)):
            folder = self.folder("workflow")
            (folder / ".certrenew/cmake").mkdir(parents=True)
            (folder / ".certrenew/cmake/run").symlink_to(self.binary)
            (folder / "logs").mkdir()
            for name in names:
                (folder / f"logs/{name}.json").write_text(self.logs[name])
            result = self.shell(check, folder)
            self.check(result.returncode == (1 if red else 0), f"the job with {names}: {result}")
            place = f"file=logs/{names[-1]}.json,line=2,col=3,"
            self.check((place in result.stdout) == red, f"the annotations of {names}: {result.stdout}")
            page = folder / "summary.md"
            result = self.shell(summary, folder, GITHUB_STEP_SUMMARY=str(page))
            rows = [line for line in page.read_text().splitlines() if line.startswith("| ACP-620 |")]
            self.check(result.returncode == 0 and len(rows) == len(names), f"the summary of {names}: {rows}")

    def test_crontab(self):
        """Only what is new is mailed, and an error every morning; it does not lose what was found."""
        lines = (self.source / "examples/ci/crontab").read_text().splitlines()
        jobs = [line.split(maxsplit=5)[5] for line in lines if line and line[0].isdigit()]
        self.check(not any("%" in job for job in jobs), "cron takes an unescaped % for the end of a line")
        command, = [job for job in jobs if "certrenew check" in job]
        folder = self.folder("cron")
        (folder / "renewals").mkdir()
        program = folder / "certrenew"
        program.write_text(f'#!/bin/sh\nexec "{self.binary}" "$@" --as-of "$DAY"\n')
        program.chmod(0o755)
        path = folder / "renewals/log.json"

        def morning(day):
            return self.call("/bin/sh", "-c", command, cwd=folder, text=True,
                             env={"HOME": str(folder), "PATH": f"{folder}:/usr/bin:/bin", "DAY": day})

        path.write_text(log("2024-01-10"))
        self.check(self.mail(morning("2025-09-01")) == "", "a mail although nothing is due")
        first = morning("2025-12-01")
        self.check(self.mail(first).count("\n") == 1 and "ACP-620: suspends-soon: suspends 2026-01-10;" in first.stdout,
                   f"the first morning: {first}")
        self.check(self.mail(morning("2025-12-02")) == "", "a mail again on the second morning")
        path.write_text(log("2024-01-10").replace("\n]}", ',\n  {"code": "ACP-120", "earned": "2024-01-12"}\n]}'))
        news = morning("2025-12-03")
        self.check(self.mail(news).count("\n") == 1 and "ACP-120: suspends-soon" in news.stdout, f"the news: {news}")
        sound = path.read_text()
        path.write_text("{")
        for day in ("2025-12-04", "2025-12-05"):
            error = morning(day)
            self.check(error.stdout == "" and "error: ends too early" in error.stderr, f"an error: {error}")
        path.unlink()
        gone = morning("2025-12-05")
        self.check(gone.stdout == "" and "No such file" in gone.stderr, f"no log: {gone}")
        path.write_text(sound)
        self.check(self.mail(morning("2025-12-06")) == "", "the error made it forget what it had found")
        suspended = morning("2026-01-10")
        self.check(self.mail(suspended).count("\n") == 1 and "ACP-620: suspended" in suspended.stdout,
                   f"another finding on the same credential: {suspended}")

    @staticmethod
    def mail(result):
        return result.stdout + result.stderr


if __name__ == "__main__":
    harness.main(Examples)
