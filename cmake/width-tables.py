#!/usr/bin/env python3
"""Writes src/text/wide.inc and src/text/zero_width.inc from Python's Unicode database."""
import pathlib
import sys
import unicodedata


def ranges(belongs):
    found = []
    for point in range(0x80, 0x110000):
        if not belongs(point):
            continue
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def wide(point):
    if unicodedata.category(chr(point)) == "Cn":
        return 0x20000 <= point <= 0x3FFFD  # planes reserved for ideographs
    return unicodedata.east_asian_width(chr(point)) in "WF" and not zero_width(point)


def zero_width(point):
    category = unicodedata.category(chr(point))
    jamo = 0x1160 <= point <= 0x11FF  # vowels and final consonants that join the syllable before them
    return category in ("Mn", "Me") or (category == "Cf" and point != 0xAD) or jamo


target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src/text")
for name, belongs in (("wide", wide), ("zero_width", zero_width)):
    lines = [f"// Unicode {unicodedata.unidata_version}; written by cmake/width-tables.py.", "// clang-format off"]
    row = ""
    for first, last in ranges(belongs):
        item = f"{{0x{first:X}, 0x{last:X}}}, "
        if len(row) + len(item) > 100:
            lines.append(row.rstrip())
            row = ""
        row += item
    lines += [row.rstrip(), "// clang-format on", ""]
    (target / f"{name}.inc").write_text("\n".join(lines))
