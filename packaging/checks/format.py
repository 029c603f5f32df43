#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks (or with --fix makes) the format of every C++ source below a root folder.

Exits with 1 and "file:line: format: ..." for each place, 0 if there is none, and 77 where clang-format is absent or of another
version: versions disagree about the same settings, so only one of them can decide.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MAJOR = 14
NOT_SOURCE = ("tests/checks/seeded/", "tests/data/")


def tool():
    for name in (f"clang-format-{MAJOR}", "clang-format"):
        path = shutil.which(name)
        if path and re.search(rf"\bversion {MAJOR}\.", subprocess.run([path, "--version"], capture_output=True, text=True).stdout):
            return path
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--style", type=Path, help="the settings; without, the root's .clang-format")
    parser.add_argument("--fix", action="store_true", help="write the files instead of reporting")
    options = parser.parse_args()
    clang_format = tool()
    if clang_format is None:
        print(f"skipped: clang-format {MAJOR} is not here")
        return 77
    root = options.root.resolve()
    style = (options.style or root / ".clang-format").resolve()
    files = sorted(
        path.relative_to(root).as_posix()
        for top in ("app", "tests")
        for path in (root / top).rglob("*")
        if path.suffix in (".cpp", ".h") and not path.relative_to(root).as_posix().startswith(NOT_SOURCE)
    )
    if not files:
        print(f"{root}: no source to check")
        return 1
    command = [clang_format, f"--style=file:{style}", *(["-i"] if options.fix else ["--dry-run"])]

    def check(chunk):
        done = subprocess.run([*command, *chunk], cwd=root, capture_output=True, text=True)
        found = re.findall(r"^(\S+?):(\d+):\d+: \w+: code should be clang-formatted", done.stderr, re.MULTILINE)
        return sorted({(name, int(line)) for name, line in found}), done.returncode, done.stderr

    workers = os.cpu_count() or 1
    code = 0
    with ThreadPoolExecutor(workers) as pool:
        for found, status, errors in pool.map(check, (files[start::workers] for start in range(min(workers, len(files))))):
            for name, line in found:
                print(f"{name}:{line}: format: packaging/checks/format.py --fix . makes it right")
                code = 1
            if status:
                print(errors, file=sys.stderr)
                code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
