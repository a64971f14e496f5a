"""Real shells, asked what they would make of a line."""
import os
import pathlib
import pty
import select
import shutil
import signal
import subprocess
import time

PATIENCE = 60  # seconds, for a machine that is busy


def environment(work, binary):
    """One in which the scripts find the program."""
    path = f"{pathlib.Path(binary).parent}:{os.environ['PATH']}"
    return {"PATH": path, "HOME": str(work), "LC_ALL": "C.UTF-8"}


class Typed:
    """An interactive shell at a terminal. Its keys insert all completions at once; `certrenew` is a
    function that tells what arguments it was given."""

    def __init__(self, command, start, work, binary, keys):
        self.keys = keys
        self.answers, told = os.pipe()
        os.dup2(told, 9, inheritable=True)
        os.close(told)
        self.terminal, side = pty.openpty()
        self.shell = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, cwd=work, pass_fds=[9],
            start_new_session=True,
            env={**environment(work, binary), "TERM": "dumb"})
        os.close(side)
        os.close(9)
        self.said = b""
        self.type(f". {start}\n")
        self.answer()

    def type(self, text):
        os.write(self.terminal, text.encode())

    def answer(self):
        """The next list of arguments."""
        told = b""
        end = time.monotonic() + PATIENCE
        while not told.endswith(b"\0\0"):
            ready, _, _ = select.select([self.answers, self.terminal], [], [], 1)
            if self.terminal in ready:
                self.said += os.read(self.terminal, 65536)
            if self.answers in ready:
                told += os.read(self.answers, 65536)
            if time.monotonic() > end:
                raise TimeoutError(f"no answer; the terminal shows: {self.said!r}")
        return told[:-2].decode().split("\0")

    def completions(self, line):
        """The words that stand at the end of the line once all completions were inserted."""
        before = len(line.split()) - (0 if line.endswith(" ") else 1)
        self.type(line + self.keys)
        words = self.answer()[before - 1:]
        return {word for word in words if word}

    def close(self):
        os.killpg(self.shell.pid, signal.SIGKILL)
        self.shell.wait()
        os.close(self.terminal)
        os.close(self.answers)


TELL = "certrenew() { printf '%s\\0' \"$@\" >&9; printf '\\0' >&9; }\n"


def bash(script, work, binary):
    start = work / ".start.bash"
    start.write_text(f"bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\n"
                     f". {script}\n{TELL}PS1=\ncertrenew ready\n")
    shell = Typed(["bash", "--norc", "--noprofile", "-i"], start, work, binary, "\x1b*\n")
    return shell


def zsh(script, work, binary):
    folder = work / ".functions"
    folder.mkdir()
    shutil.copy(script, folder / "_certrenew")
    start = work / ".start.zsh"
    start.write_text(f"fpath=({folder} $fpath)\nautoload -Uz compinit\ncompinit -u -D\n"
                     "unsetopt zle_bracketed_paste\nunset zle_bracketed_paste\n"
                     "zle -C all-matches complete-word _generic\n"
                     "bindkey '^Xa' all-matches\n"
                     "zstyle ':completion:all-matches::::' completer _all_matches _complete\n"
                     "zstyle ':completion:*' insert-tab false\n"
                     "zstyle ':completion:all-matches:*' insert true\n"
                     "setopt no_beep interactive_comments\n"
                     f"{TELL}PS1=\ncertrenew ready\n")
    return Typed(["zsh", "-f", "-i"], start, work, binary, "\x18a\n")


class Asked:
    """A shell that can be asked: fish."""

    def __init__(self, script, work, binary):
        self.script = script
        self.work = work
        self.binary = binary

    def completions(self, line):
        result = subprocess.run(
            ["fish", "--no-config", "-c", f"source {self.script}; complete -C $argv[1]", line],
            cwd=self.work, capture_output=True, text=True, check=True, timeout=PATIENCE,
            env=environment(self.work, self.binary))
        if result.stderr:
            raise RuntimeError(result.stderr)
        return {row.split("\t")[0] for row in result.stdout.splitlines()}

    def close(self):
        pass


def fish(script, work, binary):
    return Asked(script, work, binary)
