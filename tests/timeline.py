#!/usr/bin/env python3
"""Tests the pictures of `certrenew timeline` against what a picture must be.

As SVG: well-formed, nothing outside of the picture, no text over another, nothing that runs or is
fetched, readable in light and dark; in a terminal: within its columns, and every date of the cycle
in force in one piece. Of logs that are made to break layouts. And the example is what the program
prints, byte for byte; --update writes it.
"""
import datetime
import itertools
import json
import random
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

import harness

SVG = "{http://www.w3.org/2000/svg}"
AS_OF = "2025-12-31"
EXAMPLE = ["timeline", "examples/four-certifications.json", "--as-of", AS_OF, "--format", "svg"]
NASTY = "<b>&\"'--]]>\x1b[31m\u202e\u0085\ufffe\uffff"
NASTY_SHOWN = "<b>&\"'--]]>\\u001b[31m\\u202e\\u0085"
NAMES = [None, "Managing Jira Projects for Cloud", NASTY, "W" * 10_000, "\u65e5\u672c\u8a9e" * 40,
         "\u0625\u062f\u0627\u0631\u0629", "e" + "\u0301" * 9_000, "\ufdfd" * 90]
NUMBER = re.compile(r"-?\d+(?:\.\d)?")


def day(days):
    return (datetime.date(2021, 1, 1) + datetime.timedelta(days=days)).isoformat()


def random_log(dice, certifications, activities):
    codes = [f"ACP-{dice.choice(['', NASTY, 'W' * 99])}{i}" for i in range(certifications)]
    log = {"candidate": {"id": dice.choice(["ACAD", NASTY]), "name": dice.choice(["Who", "H" * 999])},
           "certifications": [], "activities": []}
    for code in codes:
        held = {"code": code, dice.choice(["earned", "suspends"]): day(dice.randrange(2200))}
        if name := dice.choice(NAMES):
            held["name"] = name
        log["certifications"].append(held)
    for _ in range(activities):
        done = {"date": day(dice.randrange(2400)), "type": "coursework", "title": NASTY}
        if dice.random() < 0.2 and codes:
            done = {"date": done["date"], "type": "exam", "certification": dice.choice(codes),
                    "passed": dice.random() < 0.7}
        log["activities"].append(done)
    return log


class Box:
    """A text, and the room that it takes."""

    def __init__(self, words, left, top, right, bottom):
        self.words, self.left, self.top, self.right, self.bottom = words, left, top, right, bottom

    def overlaps(self, other):
        return (self.left < other.right and other.left < self.right and
                self.top < other.bottom and other.top < self.bottom)


def box_of(text):
    """As wide fonts have it: 0.58 of the size a character, and more where it is bold."""
    classes = text.get("class", "").split()
    size = {"who": 17, "code": 13}.get(classes[0] if classes else "", 12)
    bold = bool({"who", "code", "year", "today-word"} & set(classes))
    words = "".join(text.itertext())
    width = len(words) * size * (0.63 if bold else 0.58)
    left, base = float(text.get("x")), float(text.get("y"))
    if "end" in classes:
        left -= width
    return Box(words, left, base - 0.75 * size, left + width, base + 0.2 * size)


def luminance(color):
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class Pictures(harness.Suite):
    arguments = {"--update": {"action": "store_true", "help": "write the example's picture"}}

    def print(self, *arguments, cwd=None, **environment):
        """What the program prints; it must end well."""
        result = self.run(*arguments, cwd=cwd or self.work,
                          env={"LC_ALL": "C.UTF-8", "TZ": "UTC", **environment})
        self.check(result.returncode == 0, arguments, result.stderr[-300:])
        return result.stdout

    def svg(self, name, *arguments):
        data = self.print("timeline", name, "--as-of", AS_OF, "--format", "svg", *arguments)
        text = data.decode("utf-8")
        forbidden = [c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or
                     0x202a <= ord(c) <= 0x202e or c in "\ufffe\uffff")]
        self.check(not forbidden, name, "characters that may not be there", forbidden)
        try:
            root = ElementTree.fromstring(data)
        except ElementTree.ParseError as error:
            self.check(False, name, "is not XML:", error)
            return ElementTree.Element("none")
        self.check_words(name, root)
        self.check_harmless(name, root)
        self.check_layout(name, root)
        return root

    def check_words(self, name, root):
        title, desc = root[0], root[1]
        self.check((title.tag, desc.tag, root.get("role")) == (SVG + "title", SVG + "desc", "img"),
                   name, "title, description and role")
        self.check(root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")],
                   name, "is labelled by its title and description")
        self.check(bool(title.text) and AS_OF in title.text and bool(desc.text), name, "has words")
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        self.check(len(ids) == len(set(ids)), name, "ids are unique")

    def check_harmless(self, name, root):
        style = "".join(element.text for element in root.iter(SVG + "style"))
        known = set(re.findall(r"\.([a-z-]+)", style))
        for element in root.iter():
            kind = element.tag.removeprefix(SVG)
            self.check(kind in {"svg", "title", "desc", "style", "pattern", "rect", "line", "path",
                                "text"}, name, "an element", kind)
            for attribute in element.attrib:
                self.check(not re.search("href|^on|^style$|^width$", attribute) or
                           attribute == "width" and element is not root, name, attribute)
            unknown = set(element.get("class", "").split()) - known
            self.check(not unknown, name, "without style:", unknown)
        self.check(set(re.findall(r"url\(([^)]*)\)", style)) == {"#certrenew-hatch"} and
                   "@import" not in style, name, "fetches nothing")

    def check_layout(self, name, root):
        _, _, width, height = map(float, root.get("viewBox").split())
        boxes = []

        def within(what, x0, y0, x1, y1):
            self.check(0 <= x0 <= x1 <= width and 0 <= y0 <= y1 <= height, name, "outside:", what)

        for element in root:
            kind = element.tag.removeprefix(SVG)
            at = {key: float(element.get(key, 0)) for key in
                  ("x", "y", "width", "height", "x1", "x2", "y1", "y2")
                  if NUMBER.fullmatch(element.get(key, "0"))}
            if kind == "text":
                boxes.append(box_of(element))
            elif kind == "svg":
                # It clips what it holds, so that it is as large as it says, but for the descent.
                boxes.append(Box("".join(element.itertext()), at["x"], at["y"] + 5,
                                 at["x"] + at["width"], at["y"] + at["height"] - 3))
            elif kind == "rect":
                within(element.attrib, at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"])
            elif kind == "line":
                within(element.attrib, *sorted((at["x1"], at["x2"]))[:1], at["y1"],
                       max(at["x1"], at["x2"]), at["y2"])
            elif kind == "path":
                x, y = map(float, NUMBER.findall(element.get("transform")))
                long = re.match(r"M0 0H([\d.]+)", element.get("d"))
                end = x + (float(long[1]) if long else 0)
                within(element.attrib, x - 8, y - 8, end + 8, y + 14)
        for box in boxes:
            within(box.words, box.left, box.top, box.right, box.bottom)
        for one, other in itertools.combinations(boxes, 2):
            if one.overlaps(other):
                self.check(False, name, "one text over another:", one.words[:40], "|", other.words[:40])
        self.check(len(boxes) > 2, name, "has texts")

    def table(self, name, *arguments, **environment):
        text = self.print("timeline", name, "--as-of", AS_OF, *arguments, **environment).decode("utf-8")
        ascii_only = "--ascii" in arguments
        self.check(not ascii_only or text.isascii(), name, "is ASCII")
        drawing = text.split("\n\n", 1)[1]
        for line in drawing.splitlines():
            self.check(line == line.rstrip(), name, "no blanks at the end:", line)
            columns = sum(0 if unicodedata.combining(c) else
                          2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
            self.check(columns <= 80, name, "too wide:", columns, line)
        return drawing

    def check_log(self, name, log, *arguments):
        path = self.write(f"{name}.json", log)
        root = self.svg(path, *arguments)
        texts = ["".join(text.itertext()) for text in root.iter(SVG + "text")]
        drawings = [self.table(path, *arguments), self.table(path, *arguments, "--ascii")]
        if arguments:
            return
        status = json.loads(self.print("status", path, "--as-of", AS_OF, "--format", "json"))
        for one, what in itertools.product(status["credentials"], ("suspend", "expire")):
            caption = re.compile(f"{what}(s|d|ed) {one[what + 's']}$", re.MULTILINE)
            self.check(any(caption.match(text) for text in texts), name, one["code"][:20], what)
            caption = re.compile(f"{what}(s|d|ed) {one[what + 's']}")
            self.check(all(map(caption.search, drawings)), name, one["code"][:20], what)

    def test_contrast(self):
        style = (self.source / "src/timeline/timeline.css").read_text()
        light, dark = style.split("@media (prefers-color-scheme: dark) {")
        for scheme, rules in (("light", light), ("dark", light + dark)):
            colors = {}
            for names, body in re.findall(r"([^{}]+)\{([^{}]*)\}", rules):
                for name in re.findall(r"\.certrenew \.?([a-z-]+)", names):
                    for what, color in re.findall(r"(fill|stroke): (#\w{6})", body):
                        colors[name, what] = color
            page = colors["page", "fill"]
            for name in ("text", "muted", "active-word", "suspended-word", "expired-word",
                         "upcoming-word", "today-word"):
                self.check(contrast(colors[name, "fill"], page) >= 4.5, scheme, "contrast of", name)
            for name, what in (("active", "fill"), ("grace", "stroke"), ("mark", "fill"),
                               ("tick", "stroke"), ("planned", "stroke"), ("what-if", "stroke"),
                               ("failed", "stroke"), ("today", "stroke"), ("axis", "stroke")):
                least = 2.5 if name == "axis" else 3
                self.check(contrast(colors[name, what], page) >= least, scheme, "contrast of", name)

    def test_nasty_texts(self):
        log = {"candidate": {"name": NASTY},
               "certifications": [{"code": "ACP-1", "name": NASTY, "earned": "2024-01-10"}],
               "activities": [{"date": "2025-01-10", "type": "coursework", "title": NASTY}]}
        texts = [text for text in self.svg(self.write("nasty.json", log)).itertext() if "<b>" in text]
        self.check(len(texts) == 4 and all(NASTY_SHOWN in text for text in texts),
                   "title, holder, name and activity show what they are:", texts)
        root = self.svg(self.write("bytes.json", {"certifications": []}))
        self.check("no certifications" in list(root.itertext()), "an empty log says so")

    def test_example(self):
        path = self.source / "examples/four-certifications.svg"
        printed = self.print(*EXAMPLE, cwd=self.source)
        if self.options.update:
            path.write_bytes(printed)
        self.check(path.read_bytes() == printed, path, "is what the program prints; see --update")

    def test_logs_made_to_break_layouts(self):
        dice = random.Random(20251231)
        for number, (certifications, activities) in enumerate(
                [(0, 0), (0, 3), (1, 0), (1, 300), (30, 120)] + [(4, 40)] * 12):
            self.check_log(f"random-{number}", random_log(dice, certifications, activities))
        log = random_log(dice, 4, 60)
        for span in (["--from", "2023-05-05"], ["--to", "2023-05-05"], ["--from", "2030-01-01"],
                     ["--from", "2024-06-01", "--to", "2024-06-01"], ["--from", "0001-01-01"],
                     ["--from", "0001-01-01", "--to", "9999-12-31"], ["--to", "1999-01-01"]):
            self.check_log("span" + "".join(span), log, *span)
        # The same days, days close together, and all there are.
        same = {"certifications": [{"code": f"ACP-{i}", "suspends": "2026-01-05",
                                    "expires": f"2026-01-{5 + i:02}"} for i in range(6)]}
        self.check_log("same", same)
        ages = {"certifications": [{"code": "ACP-1", "earned": "0001-01-01"},
                                   {"code": "ACP-2", "suspends": "9999-06-01",
                                    "expires": "9999-12-31"}]}
        self.check_log("ages", ages)


if __name__ == "__main__":
    harness.main(Pictures)
