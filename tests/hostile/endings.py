"""Failures to write, and what the program may not depend on."""
import datetime
import json
import os

from checker import AS_OF, COMMANDS


def check(checker):
    log = checker.source / "examples/four-certifications.json"
    calls = [[command, *AS_OF, *(["--within", "400"] if command == "check" else []), "--format", form, log]
             for command, forms in COMMANDS.items() for form in forms]
    calls += [["policy"], ["policy", "--format", "table"], ["schema", "log"], ["init", "ACP-1:2024-01-10"], ["--help"],
              ["--version"], ["status", "--help"]]
    for call in calls:
        not_written(checker, [str(part) for part in call])
    standing(checker, log)
    depends_on_nothing(checker, log)
    today(checker)


def not_written(checker, call):
    what = " ".join(call)
    expected = checker.run(*call)
    checker.check(expected.stdout and expected.stderr.count(b"\n") < 30, f"{what} prints nothing")
    for where, result in (("/dev/full", to_full(checker, *call)), ("closed", to_closed(checker, *call))):
        checker.check(result.returncode == 4 and b"certrenew: standard output: " in result.stderr,
                      f"{what} > {where}: {result}")
    gone = to_nobody(checker, *call)
    checker.check((gone.returncode, gone.stderr) == (expected.returncode, expected.stderr), f"{what} | true: {gone}")
    with open("/dev/full", "w") as full:
        muted = checker.run(*call, stderr=full)
    closed = checker.run(*call, stderr=None, preexec_fn=lambda: os.close(2))
    for result in (muted, closed):
        checker.check((result.returncode, result.stdout) == (expected.returncode, expected.stdout),
                      f"{what} with no standard error: {result}")


def to_full(checker, *call):
    with open("/dev/full", "w") as full:
        return checker.run(*call, stdout=full)


def to_closed(checker, *call):
    return checker.run(*call, stdout=None, preexec_fn=lambda: os.close(1))


def to_nobody(checker, *call):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return checker.run(*call, stdout=writing)
    finally:
        os.close(writing)


def standing(checker, log):
    """What the inputs gave stands when nobody reads the answer, and a failure to write outranks it."""
    bad = checker.file("bad.json", "{}")
    for inputs, status in (([log], 1), ([log, bad], 3), ([bad, log], 3), ([log, "none.json"], 4)):
        call = ["check", *AS_OF, "--within", "400", *inputs]
        checker.check(checker.run(*call).returncode == status, f"check {inputs}")
        checker.check(to_nobody(checker, *call).returncode == status, f"check {inputs} | true")
        checker.check(to_full(checker, *call).returncode == 4, f"check {inputs} > /dev/full")
        checker.check(to_closed(checker, *call).returncode == 4, f"check {inputs} >&-")
    # Nothing to write is nothing that fails.
    checker.check(to_full(checker, "status", bad).returncode == 3, "only faults > /dev/full")
    closed = checker.run("status", *AS_OF, stdin=None, preexec_fn=lambda: os.close(0))
    checker.check(closed.returncode == 4 and closed.stdout == b"", f"closed standard input: {closed}")
    folder = checker.run("status", checker.work)
    checker.check(folder.returncode == 4 and b"directory" in folder.stderr, f"a directory: {folder}")


def depends_on_nothing(checker, log):
    surroundings = ({}, {}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
                    {"LC_ALL": "de_DE.UTF-8", "TZ": "America/Los_Angeles"}, {"LANG": "C", "COLUMNS": "40"},
                    {"HOME": "/nonexistent", "TERM": "xterm-256color", "LC_NUMERIC": "de_DE.UTF-8"})
    for command, forms in COMMANDS.items():
        for form in forms:
            outputs = set()
            for settings in surroundings:
                result = checker.run(command, *AS_OF, "--format", form, log, env={**os.environ, **settings})
                outputs.add((result.returncode, result.stdout, result.stderr))
            checker.check(len(outputs) == 1, f"{command} --format {form} depends on its surroundings")


def today(checker):
    """Only the default of --as-of depends on the time zone."""
    for hours in (0, 14, -12):
        zone = f"ZONE{-hours}"  # POSIX counts westward
        days = []
        for _ in range(2):
            days.append(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours))
            result = checker.run("status", "--format", "json", checker.source / "examples/thread.json",
                                 env={**os.environ, "TZ": zone})
        days.append(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours))
        as_of = json.loads(result.stdout)["as_of"]
        checker.check(as_of in {str(day.date()) for day in days}, f"today in {zone}: {as_of}")
