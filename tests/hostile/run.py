#!/usr/bin/env python3
"""Holds the program against hostile input, full disks, and its own promises.

    run.py --binary PATH --source DIR
"""
import argparse
import sys
import tempfile

import arithmetic
import documents
import endings
import output
from checker import Checker


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hostile-") as work:
        checker = Checker(options, work)
        for part in (documents, output, endings, arithmetic):
            part.check(checker)
    print(f"{checker.passed} passed, {checker.failed} failed")
    return 1 if checker.failed else 0


if __name__ == "__main__":
    sys.exit(main())
