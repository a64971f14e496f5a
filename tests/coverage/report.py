#!/usr/bin/env python3
"""Tells what is covered in each folder, and in each file with less than the least share of its branches.

Reads what `llvm-cov export` writes. A branch of a template is taken if any instance takes it. Branches that nobody
wrote are left out: those of defaulted comparisons, and the missing default of a switch. The headers of
include/certrenew count in both folders. Exits with 1 if a folder has less.
"""
import collections
import json
import pathlib
import sys

LEAST = 97  # percent
SOURCE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("src/core", "src/read")
MEASURED = (*FOLDERS, "include")  # llvm-cov exports the functions of other folders, too


def branches_of(functions):
    """How often each branch was taken and not taken: by file, then place."""
    counts = collections.defaultdict(lambda: collections.defaultdict(lambda: (0, 0)))
    for function in functions:
        for line, column, end_line, end_column, taken, other, file, *_ in function["branches"]:
            places = counts[function["filenames"][file]]
            place = (line, column, end_line, end_column)
            places[place] = (places[place][0] + taken, places[place][1] + other)
    return counts


def is_written(lines, place):
    before = lines[place[0] - 1][:place[1] - 1]
    return not before.endswith(("switch (", "= defaul"))


def measured(export):
    """(branches, those that are covered, places of the others) by file, from the source tree."""
    files = {}
    for name, places in branches_of(export["functions"]).items():
        file = pathlib.Path(name)
        if not any(file.is_relative_to(SOURCE / folder) for folder in MEASURED):
            continue
        lines = file.read_text().splitlines()
        written = {place: counts for place, counts in places.items() if is_written(lines, place)}
        covered = sum((taken > 0) + (other > 0) for taken, other in written.values())
        missed = sorted(place for place, counts in written.items() if 0 in counts)
        files[str(file.relative_to(SOURCE))] = 2 * len(written), covered, missed
    return files


def percent(covered, count):
    return 100 * covered / count if count else 100


def main():
    export = json.load(sys.stdin)["data"][0]
    lines = {str(pathlib.Path(file["filename"]).relative_to(SOURCE)): file["summary"]["lines"] for file in export["files"]}
    files = measured(export)
    for name, (count, covered, missed) in sorted(files.items()):
        if percent(covered, count) < LEAST:
            places = " ".join(f"{line}:{column}" for line, column, *_ in missed)
            print(f"{name}: {percent(covered, count):.1f} % of {count} branches; not at {places}")
    fine = True
    for folder in FOLDERS:
        here = (folder + "/", "include/")
        counts = [file[:2] for name, file in files.items() if name.startswith(here)]
        count, covered = (sum(column) for column in zip(*counts))
        its_lines = [one for name, one in lines.items() if name.startswith(here)]
        share = percent(sum(one["covered"] for one in its_lines), sum(one["count"] for one in its_lines))
        fine &= percent(covered, count) >= LEAST
        print(f"{folder} with include/certrenew: {percent(covered, count):.2f} % of {count} branches, {share:.2f} % of lines")
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
