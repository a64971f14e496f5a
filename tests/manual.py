#!/usr/bin/env python3
"""Tests the manual: its Markdown, what `certrenew help` makes of it, and the pages that man shows.

The tests console.*.md run the commands of the pages.
"""
import os
import pathlib
import re

import harness

ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "MANWIDTH": "80", "HOME": "/"}
FENCED = re.compile(r"^```.*?^```\n", re.M | re.S)


class Page:
    """A page of the manual: certrenew-log.5.md."""

    def __init__(self, path):
        self.path = path
        self.name, self.section, _ = path.name.split(".")
        self.text = path.read_text()
        self.prose = FENCED.sub("", self.text)
        self.summary = re.search(r"^## Name\n\n(.*)$", self.text, re.M)[1]

    def anchors(self):
        headings = re.findall(r"^#+ (.*)$", self.prose, re.M)
        return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


class Manual(harness.Suite):
    arguments = {"--pages": {"type": pathlib.Path, "help": "the folder of the pages for man"}}

    def set_up(self):
        self.manual = [Page(path) for path in sorted((self.source / "src/manual").glob("*"))]
        self.commands = re.findall(r"^  ([a-z]+)  ", self.part_of_help("Commands"), re.M)
        self.topics = re.findall(r"^  ([a-z]+)  ", self.part_of_help("Topics of certrenew help"), re.M)

    def ask(self, *command):
        """Runs a command whose outputs are text."""
        return self.call(*command, text=True, env=ENVIRONMENT)

    def part_of_help(self, title):
        return re.search(rf"^{title}:\n(.*?)^$", self.ask(self.binary, "--help").stdout, re.M | re.S)[1]

    def test_there_is_a_page_for_each_command(self):
        names = {"certrenew"} | {f"certrenew-{command}" for command in self.commands}
        pages = {page.name for page in self.manual if page.section == "1"}
        self.check(names == pages, "pages", sorted(pages), "but", sorted(names))

    def test_the_form_of_the_pages(self):
        for page in self.manual:
            title = f"# {page.name}({page.section})\n"
            self.check(page.text.startswith(title), page.path, "does not begin with", title)
            self.check(page.summary.startswith(page.name + " - "), page.path, "says of itself", page.summary)
            wide = [line for line in page.prose.splitlines() if len(line) > 80 and line != page.summary]
            self.check(not wide, page.path, "is wider than 80 columns:", wide)
            odd = re.findall(r"^(?:[.'|>!]|#### |\d+\. |<).*$|\*[^* ][^*]*[^* ]\*(?!\*)", re.sub(r"`[^`]*`", "code", page.prose).replace("**", ""), re.M)
            self.check(not odd, page.path, "has Markdown that not every reader of it knows:", odd)

    def test_a_command_says_the_same_of_itself_in_its_help(self):
        for page in self.manual:
            if page.section == "1" and page.name != "certrenew":
                summary = page.summary.partition(" - ")[2]
                help_page = self.ask(self.binary, page.name.removeprefix("certrenew-"), "--help").stdout
                self.check(summary in re.sub(r"\s+", " ", help_page.lower()) or summary.lower() in
                           re.sub(r"\s+", " ", help_page.lower()), page.path, "says", summary, "but help", help_page)

    def test_links_lead_somewhere(self):
        pages = {page.path: page for page in self.manual}
        others = [self.source / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
        for file in [*pages, *others]:
            for target in re.findall(r"\]\(([^)#:]+(?:\([0-9]\))?[^)#:]*)?(#[\w-]+)?\)", FENCED.sub("", file.read_text())):
                path = (file.parent / target[0]).resolve() if target[0] else file.resolve()
                self.check(path.exists(), file, "links to", target)
                if target[1] and path in pages:
                    self.check(target[1][1:] in pages[path].anchors(), file, "links to", target)

    def test_help_prints_every_page_but_those_of_commands(self):
        pages = {page.summary.partition(" - ")[2]: page for page in self.manual if page.section != "1"}
        printed = [self.ask(self.binary, "help", topic).stdout for topic in self.topics]
        self.check(len(printed) == len(pages), self.topics)
        for text in printed:
            page = next(page for page in pages.values() if text.startswith(f"{page.name}({page.section})\n"))
            self.check("\n\nNAME\n" in text, page.path, text[:200])
            wide = [line for line in text.splitlines() if len(line) > 80 and line[0] != " " and line != page.summary]
            self.check(not wide, page.path, "is printed wider than 80 columns:", wide)
            words = re.sub(r"\]\([^)]*\)|[*`\[#]", " ", page.prose).split()
            missing = [word for word in words if word.lower() not in text.lower()]
            self.check(not missing, page.path, "is printed without", missing)
            blocks = "".join(FENCED.findall(page.text))
            marks = re.findall(r"^.*(?:`|\*\*|\]\().*$", text, re.M)
            strange = [line for line in marks if line.strip() not in blocks]
            self.check(not strange, page.path, "is printed with marks:", strange)

    def test_help_knows_the_names_of_pages(self):
        page, topic = [self.ask(self.binary, "help", name).stdout for name in ("certrenew-policy", "policies")]
        self.check(page == topic and page.startswith("certrenew-policy(5)\n"), page[:100])

    def test_help_on_something_unknown(self):
        result = self.ask(self.binary, "help", "rule")
        self.check(result.returncode == 2 and 'no help on "rule"; did you mean "rules"?' in result.stderr, result)

    def test_pages_for_man(self):
        if not self.options.pages:
            return
        for page in self.manual:
            made = self.work / f"{page.name}.{page.section}"
            packed = self.options.pages.resolve() / f"man{page.section}" / f"{made.name}.gz"
            made.write_bytes(self.call("gzip", "-dc", packed).stdout)
            lint = self.ask("mandoc", "-T", "lint", "-W", "warning", made)
            self.check(lint.stdout + lint.stderr == "", lint.stdout, lint.stderr)
            groff = self.ask("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", made)
            self.check(groff.stderr == "" and groff.returncode == 0, made.name, groff.stderr)
            whatis = self.ask("lexgrog", made)
            self.check(f'"{page.summary}"' in whatis.stdout, made.name, "has no summary:", whatis.stdout)
            shown = self.ask("man", "-l", made).stdout.expandtabs()
            examples = {line for block in FENCED.findall(page.text) for line in block.splitlines()}
            missing = [line for line in examples if not line.startswith("```") and line.rstrip().expandtabs() not in shown]
            self.check(not missing, made.name, "lacks", missing)


if __name__ == "__main__":
    harness.main(Manual)
