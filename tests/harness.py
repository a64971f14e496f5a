"""What the test programs of this folder share: their arguments, running the program, and counting.

A test program is a Suite whose methods named test_… are run in the order in which they stand. It ends with

    harness.main(ItsSuite)

and is called with --binary PATH --source DIR, and with what the suite's `arguments` add.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile


# A small process between this one and the program: what a process has at its peak includes what it had
# before it became the program, and this one may be large.
MEASURE = """
import json, os, sys
child = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime], file)
"""


# What sanitizers and coverage read from the environment; programs that get another one need them, too.
INSTRUMENTS = {name: value for name, value in os.environ.items()
               if name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE")}


class Suite:
    """Runs the program in a work folder of its own, which is removed at the end."""

    arguments = {}  # more arguments: name → what ArgumentParser.add_argument() takes

    def __init__(self, options, work):
        self.options = options
        self.binary = os.path.abspath(options.binary)
        self.source = pathlib.Path(options.source).resolve()
        self.work = pathlib.Path(work)
        self.passed = self.failed = 0
        self.set_up()

    def set_up(self):
        """For suites that keep more."""

    def check(self, holds, *what):
        """Counts whether something holds; where it does not, says what."""
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print("FAILED:", " ".join(map(str, what))[:2000])
        return holds

    def run(self, *arguments, **how):
        """Runs the program; both outputs are captured as bytes unless `how` says otherwise."""
        return self.call(self.binary, *arguments, **how)

    def call(self, *command, **how):
        """Runs any command as run() does."""
        if "input" not in how:
            how = {"stdin": subprocess.DEVNULL, **how}
        if how.get("env") is not None:
            how["env"] = {**INSTRUMENTS, **how["env"]}
        how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": self.work, "timeout": 300, **how}
        return subprocess.run([*map(str, command)], check=False, **how)

    def measure(self, *arguments, **how):
        """Runs the program; its result then also has its peak of memory in MiB and its seconds of CPU time."""
        measured = self.work / "measured.json"
        result = self.call(sys.executable, "-S", "-c", MEASURE, measured, self.binary, *arguments, **how)
        result.returncode, result.peak, result.seconds = json.loads(measured.read_text())
        return result

    def json(self, *arguments):
        """What the program prints, as JSON; None where that is not JSON, which is a failure."""
        result = self.run(*arguments)
        try:
            return json.loads(result.stdout)
        except ValueError:
            self.check(False, *arguments, "prints no JSON:", result)
            return None

    def write(self, name, content):
        """Writes bytes, text, or a document as JSON, to the work folder; returns the name."""
        if not isinstance(content, (bytes, str)):
            content = json.dumps(content)
        (self.work / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def sanitized(self):
        """Whether a sanitizer is built in: its shadow memory spoils what is said of memory."""
        return b"__asan_init" in pathlib.Path(self.binary).read_bytes()

    def go(self):
        for name in [name for name in vars(type(self)) if name.startswith("test_")]:
            failed = self.failed
            getattr(self, name)()
            if self.failed > failed:
                print(f"FAILED: {self.failed - failed} in {name}")


def main(suite):
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True, help="the program")
    parser.add_argument("--source", required=True, help="the source tree")
    for name, settings in suite.arguments.items():
        parser.add_argument(name, **settings)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="certrenew-") as work:
        tests = suite(options, work)
        tests.go()
    print(f"{tests.passed} passed, {tests.failed} failed")
    sys.exit(1 if tests.failed or not tests.passed else 0)
