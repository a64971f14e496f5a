"""What all the parts share: running the program, and counting what holds."""
import os
import pathlib
import subprocess

AS_OF = ["--as-of", "2026-01-02"]
COMMANDS = {
    "status": ["table", "json", "ndjson", "csv", "markdown"],
    "explain": ["table", "json", "ndjson", "csv", "markdown"],
    "plan": ["table", "json", "ndjson", "markdown"],
    "check": ["table", "json", "ndjson", "csv", "markdown", "github"],
}


class Checker:
    def __init__(self, options, work):
        self.binary = os.path.abspath(options.binary)
        self.source = pathlib.Path(options.source).resolve()
        self.work = pathlib.Path(work)
        self.passed = self.failed = 0

    def check(self, holds, what):
        self.passed += bool(holds)
        if not holds:
            self.failed += 1
            print("FAILED:", what[:600])

    def run(self, *arguments, **how):
        """Runs the program in the work folder, with both outputs captured unless `how` differs."""
        how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        return subprocess.run([self.binary, *map(str, arguments)], check=False, timeout=120, cwd=self.work, **how)

    def file(self, name, content):
        """Writes a file in the work folder; its name."""
        (self.work / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name
