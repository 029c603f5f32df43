#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says and returns from the command line. Usage: commandline.py LECTERN_PROGRAM SOURCE_FOLDER"""

import os
import pathlib
import subprocess
import sys
import tempfile

faults = []


def run(program, home, *arguments):
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environment = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home), XDG_CONFIG_HOME=str(home),
                       XDG_RUNTIME_DIR=str(runtime), QT_QPA_PLATFORM="offscreen")
    return subprocess.run([program, *map(str, arguments)], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=120)


def check(what, condition, result):
    if not condition:
        faults.append(f"{what}: exit {result.returncode}\n  out: {result.stdout.strip()}\n  err: {result.stderr.strip()}")


def one_line(text):
    return len(text.strip().splitlines()) == 1


def disputes(program, home, pack):
    def dispute(name, item, **other):
        values = {"pack": "small-pack", "pack_version": "1.0.0", "item": item, "revision": "0" * 64, "kind": "unclear",
                  "reason": "Which table is meant?", "date": "2026-11-23", "language": "en", **other}
        path = home / f"{name}.yaml"
        path.write_text("dispute_format: 1\n" + "".join(f'{key}: "{value}"\n' for key, value in values.items()), encoding="utf-8")
        return path

    known, unknown, broken = dispute("known", "small-side"), dispute("unknown", "no-such"), dispute("broken", "small-side", kind="rude")
    result = run(program, home, "--check-pack", pack, "--dispute", unknown, "--dispute", known)
    lines = [line for line in result.stdout.splitlines() if ": dispute: " in line]
    check("disputes leave a good pack good", result.returncode == 0 and " 0 errors" in result.stdout, result)
    check("each dispute stands at its question", len(lines) == 2 and lines[0].startswith("questions/d1.1-joins.yaml:3:5: dispute: small-side: ")
          and "has changed since" in lines[0] and lines[1].startswith(f"{unknown}: dispute: no-such: "), result)
    result = run(program, home, "--check-pack", pack, "--dispute", known, "--dispute", broken)
    check("a broken dispute is refused by name and place, the others are listed",
          result.returncode == 2 and one_line(result.stderr) and f"{broken}:6:7: error: kind: " in result.stderr
          and ": dispute: small-side: " in result.stdout, result)
    result = run(program, home, "--check-pack", pack, "--dispute", home / "none.yaml")
    check("a missing dispute is refused", result.returncode == 2 and "none.yaml: error: " in result.stderr, result)


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        result = run(program, home, "--version")
        check("--version", result.returncode == 0 and result.stdout.startswith("lectern "), result)
        result = run(program, home, "--help")
        options = ["--profile", "--tour", "--self-test", "--check-pack", "--on", "--dispute", "--export-schedule", "--version",
                   "--help"]
        check("--help", result.returncode == 0 and all(option in result.stdout for option in options), result)
        for wrong in (["--nonsense"], ["stray"], ["--check-pack"], ["--check-pack", home / "nowhere"],
                      ["--on", "2026-11-22"], ["--check-pack", source / "content", "--on", "2026-13-01"],
                      ["--dispute", home / "dispute.yaml"],
                      ["--export-schedule", home / "plan.doc"],
                      ["--profile", home / "none.lectern", "--export-schedule", home / "plan.pdf"]):
            result = run(program, home, *wrong)
            check(f"{wrong}: one line and exit 2", result.returncode == 2 and one_line(result.stderr), result)

        result = run(program, home, "--check-pack", source / "content" / "databricks-de-professional")
        check("the shipped pack is whole", result.returncode == 0 and " 0 errors" in result.stdout, result)
        check("the bank's figures are told", "picks the longest" in result.stdout and "(at most 30)" in result.stdout, result)
        result = run(program, home, "--check-pack", source / "content" / "databricks-de-professional", "--on", "2099-01-01")
        check("old sources are told, and are no error", result.returncode == 0 and "days before 2099-01-01" in result.stdout, result)
        broken = source / "tests" / "data" / "broken-packs" / "_good"
        result = run(program, home, "--check-pack", broken)
        check("a small pack is whole", result.returncode == 0, result)
        (home / "bad").mkdir()
        (home / "bad" / "pack.yaml").write_text("format: 1\nformat: 2\n", encoding="utf-8")
        result = run(program, home, "--check-pack", home / "bad")
        check("a broken pack is reported with file and line", result.returncode == 1 and "pack.yaml:2:" in result.stdout, result)

        disputes(program, home, broken)

        foreign = home / "foreign.lectern"
        foreign.write_bytes(b"not a database at all, but a letter to a friend\n" * 40)
        before = foreign.read_bytes()
        result = run(program, home, "--profile", foreign, "--export-schedule", home / "plan.ics")
        check("a foreign file is refused", result.returncode == 2 and one_line(result.stderr), result)
        check("a foreign file is left as it was", foreign.read_bytes() == before, result)

        touched = [path for path in home.rglob("*") if path.is_file() and path.name not in ("pack.yaml", "foreign.lectern") and path.suffix != ".yaml"]
        check(f"nothing else was written: {touched}", not touched, result)
    print("\n".join(faults) or "the command line keeps its word")
    sys.exit(1 if faults else 0)


main()
