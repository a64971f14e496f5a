"""What a page that the program prints as HTML must keep."""
import html.parser
import re

VOID = {"br", "hr", "meta", "link", "img", "input", "col"}
FORBIDDEN = {"script", "link", "img", "iframe", "object", "embed", "form", "input", "base"}


class Page(html.parser.HTMLParser):
    """Reads a page; `wrong` then lists what it does not keep."""

    def __init__(self, text):
        super().__init__()
        self.wrong = [] if text.startswith("<!doctype html>") or text.startswith("<!DOCTYPE html>") else ["no doctype"]
        self.open, self.headings, self.seen, self.style, self.text = [], [], set(), "", ""
        self.feed(text)
        self.close()
        if self.open:
            self.wrong.append(f"left open: {self.open}")
        for needed in {"html", "head", "title", "style", "body", "h1"} - self.seen:
            self.wrong.append(f"no {needed}")
        steps = zip([0, *self.headings], self.headings)
        if any(to > of + 1 for of, to in steps) or self.headings.count(1) != 1:
            self.wrong.append(f"headings: {self.headings}")
        if re.search(r"url\(\s*['\"]?(?!#)|@import|expression", self.style):
            self.wrong.append("the style loads something")
        for needed in ("prefers-color-scheme: dark", "@media print"):
            if needed not in self.style:
                self.wrong.append(f"the style lacks {needed}")

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in FORBIDDEN or any(name.startswith("on") for name in attributes):
            self.wrong.append(f"<{tag} {attrs}>")
        for name in ("src", "href", "xlink:href", "action", "srcdoc"):
            if not attributes.get(name, "#").startswith("#"):
                self.wrong.append(f"{tag} loads or leads to {attributes[name]!r}")
        if tag == "th" and attributes.get("scope") not in ("col", "row"):
            self.wrong.append("a th without scope")
        if tag == "html" and not attributes.get("lang"):
            self.wrong.append("no language")
        if tag == "meta" and "http-equiv" in attributes and attributes["http-equiv"] != "Content-Security-Policy":
            self.wrong.append(f"<meta {attrs}>")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.text += data

    def handle_comment(self, data):
        self.wrong.append(f"a comment: {data[:40]}")
