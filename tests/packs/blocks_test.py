#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""blocks_test.py CONTENT BROKEN: the code of the shipped questions parses with readers of its language.

Python by ast, YAML by PyYAML, JSON by json, as one document or one a line. The packs with broken code have to fail, so that it
shows if nothing is parsed.
"""
import ast
import json
import pathlib
import sys

import yaml

MUST_FAIL = ["python-bracket", "python-indentation", "python-quotes", "yaml-code", "json-code"]


def load_json(text):
    try:
        json.loads(text)
    except ValueError:
        lines = text.split("\n")
        if len(lines) < 2:
            raise
        for line in lines:
            if line.strip():
                json.loads(line)


PARSERS = {"python": ast.parse, "yaml": lambda text: list(yaml.safe_load_all(text)), "json": load_json}


def faults_of(pack):
    """Counts of blocks by language, and what is wrong with any of them."""
    counts, faults = {}, []
    for file in sorted((pack / "questions").glob("*.yaml")):
        for item in yaml.safe_load(file.read_text(encoding="utf-8"))["items"]:
            code = item.get("code")
            if not code or code["language"] not in PARSERS:
                continue
            counts[code["language"]] = counts.get(code["language"], 0) + 1
            try:
                PARSERS[code["language"]](code["text"].rstrip("\n"))
            except (SyntaxError, ValueError, yaml.YAMLError) as error:
                faults.append(f"{file.name}: {item['id']}: {code['language']}: {error}")
    return counts, faults


def main(content, broken):
    failures = []
    packs = sorted(path.parent for path in content.glob("*/pack.yaml"))
    for pack in packs:
        counts, faults = faults_of(pack)
        print(pack.name, counts)
        failures += faults
        failures += [f"{pack.name}: no block of {language}" for language in PARSERS if not counts.get(language)]
    failures += [f"{name}: parses, and should not" for name in MUST_FAIL if not faults_of(broken / name)[1]]
    if not packs:
        failures.append(f"no packs in {content}")
    for failure in failures:
        print("-", failure)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
