#!/usr/bin/env python3
"""Tests that the includes of include/ and src/ go one way, from the upper rooms to the lower ones.

Of what a file may not include, each place is printed as FILE:LINE. First it shows on a small tree that it
finds each kind of wrong include.
"""
import re

import harness

PUBLIC = r"certrenew/\w+\.hpp"
EMBEDDED = r"embedded\.hpp"

# What the files of a room may include of the project, apart from their own room: patterns of paths.
ROOMS = {
    "include/certrenew": [PUBLIC],
    "src/platform": [],
    "src/text": [],
    "src/core": [PUBLIC, "text/.*"],
    "src/read": [PUBLIC, "(text|core)/.*", EMBEDDED],
    "src/print": [PUBLIC, "text/.*", EMBEDDED],
    "src/timeline": [PUBLIC, "(text|print)/.*", EMBEDDED],
    "src/report": [PUBLIC, "(text|print|timeline)/.*", r"core/(summary|error_list)\.hpp",
                   r"read/import/draft\.hpp"],
    "src/cli": [PUBLIC, "(platform|text|core|read|print|timeline|report)/.*", EMBEDDED, r"version\.hpp"],
    "src": [],
}
# Which rooms may include a library or a header of the standard library that not everybody may.
GUARDED = {
    r"nlohmann/.*": ["src/read"],
    r"CLI/.*": ["src/cli"],
    r"date/.*": ["src/core"],
    r"[io]?stream|[iof]+stream|sstream|filesystem": [],
    r"thread|mutex|condition_variable|future": ["src/cli"],
    r"chrono": ["src/cli"],
    # Headers of a system, and those of the language that depend on it.
    r"(?!date/|emmintrin).*\.h|csignal|cerrno|ctime|cstdio": ["src/platform"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path):
    """The room that holds a file."""
    folder = path.rpartition("/")[0]
    return next((room for room in ROOMS if folder == room or room != "src" and folder.startswith(room + "/")), None)


def fault(path, quote, included):
    """What is wrong with an include in a file, or None. Paths are those within the source tree."""
    room = room_of(path)
    for pattern, rooms in GUARDED.items():
        if re.fullmatch(pattern, included) and room not in rooms:
            return f"only {' and '.join(rooms)} may include it"
    if quote == "<":
        return None
    own = room.removeprefix("src/") + "/" if room != "src" else "nothing of its own"
    if included.startswith(own) or any(re.fullmatch(pattern, included) for pattern in ROOMS[room]):
        return None
    return f"{room} may not include it"


def faults(source):
    """FILE:LINE and what is wrong there, for every file of include/ and src/."""
    files = [file for folder in ("include", "src") for file in sorted((source / folder).rglob("*.[hc]pp"))]
    for file in files:
        path = file.relative_to(source).as_posix()
        if room_of(path) is None:
            yield f"{path}:1: stands in a folder that tests/includes.py does not know"
            continue
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if found := INCLUDE.match(line):
                if wrong := fault(path, *found.groups()):
                    yield f"{path}:{number}: {found[2]}: {wrong}"


class Includes(harness.Suite):
    def test_wrong_includes_are_found(self):
        for path, line, wrong in (  # the line at which something is wrong, or 0
                ("include/certrenew/log.hpp", '#include "core/renewal.hpp"', 2),
                ("include/certrenew/log.hpp", "#include <nlohmann/json.hpp>", 2),
                ("include/certrenew/log.hpp", "#include <iosfwd>", 0),
                ("include/certrenew/log.hpp", "  #  include <ostream>", 2),
                ("src/platform/posix.cpp", "#include <sys/stat.h>", 0),
                ("src/platform/posix.cpp", '#include "text/utf8.hpp"', 2),
                ("src/text/utf8.cpp", '#include "certrenew/log.hpp"', 2),
                ("src/core/plan/plan.cpp", '#include "core/renewal.hpp"', 0),
                ("src/core/policy.cpp", '#include "read/policy.hpp"', 2),
                ("src/core/policy.cpp", '#include "embedded.hpp"', 2),
                ("src/core/policy.cpp", "#include <chrono>", 2),
                ("src/read/log.cpp", '#include "core/error_list.hpp"', 0),
                ("src/read/log.cpp", '#include "print/sink.hpp"', 2),
                ("src/print/csv.cpp", '#include "core/renewal.hpp"', 2),
                ("src/print/csv.cpp", '#include "timeline/timeline.hpp"', 2),
                ("src/print/csv.cpp", '#include "certrenew/read.hpp"', 0),
                ("src/timeline/model.cpp", '#include "report/report.hpp"', 2),
                ("src/report/status.cpp", '#include "cli/batch.hpp"', 2),
                ("src/report/status.cpp", '#include "core/renewal.hpp"', 2),
                ("src/cli/output.cpp", "#include <unistd.h>", 2),
                ("src/cli/output.cpp", "#include <sys/stat.h>", 2),
                ("src/cli/output.cpp", "#include <cerrno>", 2),
                ("src/cli/commands/add.cpp", '#include "platform/replacement.hpp"', 0),
                ("src/report/status.cpp", '#include "platform/streams.hpp"', 2),
                ("src/cli/commands/status.cpp", '#include "report/report.hpp"', 0),
                ("src/upstairs/new.cpp", "#include <string>", 1)):
            tree = self.work / "tree"
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(f"// A file.\n{line}\n")
            found = list(faults(tree))
            self.check([one.split(" ")[0] for one in found] == ([f"{path}:{wrong}:"] if wrong else []), path, line, found)
            (tree / path).unlink()

    def test_the_source_tree(self):
        for room in ROOMS:
            self.check(any((self.source / room).glob("*.?pp")), room, "holds no files")
        for found in faults(self.source):
            self.check(False, found)


if __name__ == "__main__":
    harness.main(Includes)
