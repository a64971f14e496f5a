#!/usr/bin/env python3
"""Writes seeds for the fuzzers: seeds.py FOLDER. FOLDER/TARGET gets one file a seed.

They are the policies, the examples, the worked cases, and the files that the transcripts of the commands make.
"""
import json
import pathlib
import re
import sys

import worked_cases

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 4096  # what the fuzzers take


def load(path):
    return json.loads((SOURCE / path).read_text())


def compact(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def short(policy):
    """The policy as a text, without what it says for people where it would be too long."""
    text = compact(policy)
    return text if len(text.encode()) <= LONGEST else plain(policy)


def plain(policy):
    return compact({key: value for key, value in policy.items() if key not in ("sources", "notes")})


def made_by(page):
    """The files that the commands of a transcript make."""
    text = (SOURCE / page).read_text()
    for made in re.findall(r"^\$ cat > \S+ <<'(\w+)'\n(.*?)^> \1$", text, re.DOTALL | re.MULTILINE):
        yield re.sub(r"^> ?", "", made[1], flags=re.MULTILINE)


def logs_of(page):
    """The logs among these files, and those among the lines of such a file."""
    for text in made_by(page):
        for part in (text, *text.splitlines()):
            try:
                if "certifications" in json.loads(part):
                    yield part
            except (TypeError, ValueError):
                pass


def policies():
    for pattern in ("src/policies/*.json", "examples/policies/*.json", "examples/*policy.json", "examples/*/policy.json"):
        for path in sorted(SOURCE.glob(pattern)):
            yield load(path)


def logs():
    for path in sorted([*SOURCE.glob("examples/*.json"), *SOURCE.glob("examples/*/log.json")]):
        if "policy" not in path.name:
            yield path.read_text()
    for page in sorted(SOURCE.glob("tests/cli/*.md")):
        yield from logs_of(page)
    for case in load("tests/worked_cases.json")["cases"]:
        yield compact(worked_cases.written_out(case["log"]))


def policies_with_logs():
    pairs = [("examples/guild/policy.json", "examples/guild/log.json"),
             ("examples/accreditation-policy.json", "examples/accreditation.json")]
    for policy, log in pairs:
        yield plain(load(policy)), compact(load(log))
    for case in load("tests/published_cases.json")["cases"]:
        for policy in case.get("policies", []):
            yield plain(load(policy)), compact(worked_cases.written_out(case["log"]))


def seeds():
    all_logs = list(logs())
    return {
        "add": all_logs,
        "import": [text for page in sorted(SOURCE.glob("tests/cli/import*.md")) for text in made_by(page)],
        "log": all_logs,
        "policy": [short(policy) for policy in policies()],
        "whole": [*all_logs, *("\0".join(pair) for pair in policies_with_logs())],
    }


def main(folder):
    for target, texts in seeds().items():
        into = folder / target
        into.mkdir(parents=True, exist_ok=True)
        for number, text in enumerate(texts, 1):
            (into / f"seed-{number:03}").write_text(text)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
