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
        lines = (self.source / "examples/ci/crontab").read_text().splitlines()
        command, = [line.split(maxsplit=5)[5] for line in lines if line and line[0].isdigit()]
        for name, due in (("fine", False), ("due", True)):
            folder = self.folder("cron")
            (folder / "certrenew").symlink_to(self.binary)
            (folder / "renewals").mkdir()
            (folder / "renewals/log.json").write_text(self.logs[name])
            result = self.shell(command, folder, PATH=f"{folder}:{os.environ['PATH']}")
            self.check((result.returncode, bool(result.stdout), result.stderr) == (due, due, ""),
                       f"cron with a log that is {name}: {result}")


if __name__ == "__main__":
    harness.main(Examples)
