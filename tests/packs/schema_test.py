#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""schema_test.py CHECKER CONTENT BROKEN: the JSON schemas and the checker give the same verdict.

Over every shipped pack, over the faultless small pack and over each broken one. What a schema cannot know is listed below by
name with its reason; a name in the list on which the two agree after all is a failure too.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

BYTES = "a schema sees values, not the bytes and signs they were written with"
OTHERS = "a schema sees one place or one file, not what stands in another"
ARITHMETIC = "a schema neither adds nor compares"
WORDS = "a schema neither counts words nor compares sentences"
FOLDER = "a schema sees a file, not the folder"
SYNTAX = "a schema reads no other language"
UNKNOWABLE = {
    "all-of-the-above": WORDS,
    "anchor": BYTES,
    "answer-in-code": OTHERS,
    "answer-in-stem": OTHERS,
    "blueprint-ends-before-it-starts": ARITHMETIC,
    "byte-order-mark": BYTES,
    "carriage-return": BYTES,
    "code-line-beyond-the-code": OTHERS,
    "duplicate-case": OTHERS,
    "duplicate-id": OTHERS,
    "duplicate-key": BYTES,
    "duplicate-objective": OTHERS,
    "duplicate-topic": OTHERS,
    "empty-text": WORDS,
    "file-of-another-topic": FOLDER,
    "foreign-path-topic": OTHERS,
    "future-date": ARITHMETIC,
    "future-state": ARITHMETIC,
    "json-code": SYNTAX,
    "letter-in-stem": WORDS,
    "letter-in-takeaway": WORDS,
    "long-code": WORDS,
    "matching-of-no-option": OTHERS,
    "matching-prompt-answered-twice": OTHERS,
    "matching-prompt-left-out": OTHERS,
    "merge-key": BYTES,
    "missing-file": FOLDER,
    "mojibake": WORDS,
    "multiple-answer-in-stem": OTHERS,
    "multiple-both-of-them": WORDS,
    "multiple-letter-in-takeaway": WORDS,
    "multiple-near-equal-options": WORDS,
    "near-equal-options": WORDS,
    "no-questions": FOLDER,
    "no-such-day": ARITHMETIC,
    "objective-of-another-section": OTHERS,
    "old-product-name": WORDS,
    "ordering-of-no-option": OTHERS,
    "ordering-option-left-out": OTHERS,
    "own-enemy": OTHERS,
    "placeholder-in-case": WORDS,
    "placeholder-in-code": WORDS,
    "placeholder-in-prompt": WORDS,
    "placeholder-text": WORDS,
    "project-of-another-file": FOLDER,
    "python-bracket": SYNTAX,
    "python-indentation": SYNTAX,
    "python-quotes": SYNTAX,
    "same-misconception": WORDS,
    "same-options": WORDS,
    "same-project-number": OTHERS,
    "same-question": OTHERS,
    "section-weights-not-100": ARITHMETIC,
    "sql-bracket": SYNTAX,
    "sql-quotes": SYNTAX,
    "states-out-of-order": ARITHMETIC,
    "stray-file": FOLDER,
    "tag": BYTES,
    "unknown-case": OTHERS,
    "unknown-domain": OTHERS,
    "unknown-enemy": OTHERS,
    "unknown-objective": OTHERS,
    "unknown-path-topic": OTHERS,
    "unknown-topic": OTHERS,
    "week-gap": ARITHMETIC,
    "week-overlap": ARITHMETIC,
    "weeks-backwards": ARITHMETIC,
    "weights-not-100": ARITHMETIC,
    "wide-code": WORDS,
    "yaml-code": SYNTAX,
}


def load_schemas(folder):
    schemas = {}
    for file in folder.glob("*.schema.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        schemas[file.name.split(".")[0]] = Draft202012Validator(schema)
    return schemas


def kind_of(name):
    folder, _, file = name.rpartition("/")
    return {"projects": "project", "questions": "questions"}.get(folder, file.removesuffix(".yaml"))


def schema_faults(schemas, pack):
    """What the schemas say of the files of a pack; a file that no YAML reader takes is a fault as well."""
    faults = []
    for file in sorted(pack.rglob("*.yaml")):
        name = file.relative_to(pack).as_posix()
        try:
            document = yaml.safe_load(file.read_bytes())
        except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
            faults.append(f"{name}: {error}")
            continue
        faults += [f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
                   for error in schemas[kind_of(name)].iter_errors(document)]
    return faults


def checker_faults(checker, pack):
    run = subprocess.run([checker, pack, "2026-11-22"], capture_output=True, text=True, encoding="utf-8", timeout=60)
    if run.returncode not in (0, 1):
        sys.exit(f"{checker} ended with {run.returncode} on {pack}: {run.stderr}")
    errors = [line for line in run.stdout.splitlines() if ": error: " in line]
    if bool(errors) != bool(run.returncode):
        sys.exit(f"{checker}: exit code {run.returncode} with {len(errors)} errors on {pack}")
    return errors


def assemble(base, case, target):
    shutil.copytree(base, target)
    if case is None:
        return
    for file in case.rglob("*"):
        name = file.relative_to(case)
        if file.is_dir() or name.name == "expected.txt":
            continue
        if name.name == "removed.txt":
            for gone in file.read_text(encoding="utf-8").split():
                (target / gone).unlink()
        else:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)


def main(checker, content, broken):
    schemas = load_schemas(content / "schema")
    packs = {folder.parent.name: folder.parent for folder in content.glob("*/pack.yaml")}
    failures, tried = [], 0
    if len(schemas) != 8 or not packs:
        failures.append(f"{len(schemas)} schemas and {len(packs)} packs in {content}")
    cases = {folder.name: folder for folder in broken.iterdir() if folder.is_dir()}
    base = cases.pop("_good")
    with tempfile.TemporaryDirectory() as scratch:
        folders = dict(packs)
        for name, case in [("_good", None), *sorted(cases.items())]:
            folders[name] = pathlib.Path(scratch) / name
            assemble(base, case, folders[name])
        for name, folder in folders.items():
            by_schema, by_checker = schema_faults(schemas, folder), checker_faults(checker, folder)
            tried += 1
            if name in packs or name == "_good":
                failures += [f"{name}: {fault}" for fault in by_schema + by_checker]
            elif name in UNKNOWABLE:
                if by_schema or not by_checker:
                    failures.append(f"{name}: listed as unknowable, but the two agree: {by_schema} {by_checker}")
            elif bool(by_schema) != bool(by_checker):
                failures.append(f"{name}: schema {by_schema}, checker {by_checker}")
    failures += [f"{name}: listed, but there is no such case" for name in UNKNOWABLE.keys() - cases.keys()]
    print(f"{tried} packs, {len(UNKNOWABLE)} of them beyond a schema, {len(failures)} failures")
    for failure in failures:
        print("-", failure)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
