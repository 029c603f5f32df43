#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts known faults into a copy of the source, one at a time, and counts how many the tests of their layer catch.

tests/data/mutations/LAYER.json lists them: file, the text to find (exactly once), what replaces it, and why that is a fault. A
layer's tests are the target lectern-LAYER-tests. Prints one line for each fault and the count; exits with 1 if fewer than
85 % were caught, with 2 if a fault cannot be tried: its text is gone, it does not compile, or the tests fail without it.
Only on demand: a run takes minutes.
"""
import argparse
import filecmp
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

NEEDED_PERCENT = 85
# Far more than any layer's tests take; a fault that makes them run on is caught.
TEST_SECONDS = 600
COPIED = ("CMakeLists.txt", "app", "content", "packaging", "resources", "tests", "translations")


class Untriable(Exception):
    pass


def copy_source(root, scratch):
    """Brings the copy up to date, touching only what differs, so that a kept build compiles little."""
    for name in COPIED:
        found = root / name
        for source in sorted(found.rglob("*")) if found.is_dir() else [found]:
            copy = scratch / source.relative_to(root)
            if source.is_file() and not (copy.exists() and filecmp.cmp(source, copy, shallow=False)):
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, copy)


def quiet(command, message):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise Untriable(f"{message}:\n{done.stdout[-4000:]}")


def configure(scratch, build, extra):
    command = ["cmake", "-S", scratch, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O1",
               "-DLECTERN_PCH=OFF", *extra]
    if shutil.which("ccache"):
        command.append("-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
        os.environ.update(CCACHE_BASEDIR=str(scratch), CCACHE_NOHASHDIR="1")
    quiet(command, "the copy cannot be configured")


def build_tests(build, layer, jobs):
    quiet(["cmake", "--build", build, "--parallel", str(jobs), "--target", f"lectern-{layer}-tests"],
          f"the tests of {layer} do not build")


def first_failure(build, layer):
    """What the layer's tests say first against the source, or None if they pass."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", TZ="UTC")
    tests = subprocess.Popen([build / "bin" / f"lectern-{layer}-tests", "-nocrashhandler"], stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, errors="replace", env=environment)
    signal.alarm(TEST_SECONDS)
    try:
        for line in tests.stdout:
            if line.startswith("FAIL!"):
                return line[5:].strip(" :\n")
        return None if tests.wait() == 0 else f"the tests ended with {tests.returncode}"
    except TimeoutError:
        return f"the tests ran for over {TEST_SECONDS} s"
    finally:
        signal.alarm(0)
        tests.kill()
        tests.wait()


def on_alarm(_signal, _frame):
    raise TimeoutError


def try_out(mutation, scratch, build, layer, jobs):
    source = scratch / mutation["file"]
    text = source.read_text(encoding="utf-8")
    if text.count(mutation["find"]) != 1:
        raise Untriable(f'{mutation["file"]}: "{mutation["find"]}" stands there {text.count(mutation["find"])} times, not once')
    try:
        source.write_text(text.replace(mutation["find"], mutation["replace"]), encoding="utf-8")
        build_tests(build, layer, jobs)
        return first_failure(build, layer)
    finally:
        source.write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2], help="the source folder")
    parser.add_argument("--layer", action="append", help="only this layer's faults; may be repeated")
    parser.add_argument("--only", metavar="TEXT", help="only faults in files whose path contains this")
    parser.add_argument("--work", type=Path, help="a folder for the copy and its build that is kept for the next run")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("cmake", nargs="*", help="further arguments for CMake, after --")
    arguments = parser.parse_args()

    lists = sorted((arguments.root / "tests/data/mutations").glob("*.json"))
    lists = [path for path in lists if not arguments.layer or path.stem in arguments.layer]
    if not lists:
        parser.error("no such list of faults")
    signal.signal(signal.SIGALRM, on_alarm)
    if arguments.work:
        return run(arguments, lists, arguments.work.resolve())
    with tempfile.TemporaryDirectory(prefix="lectern-mutations-") as folder:
        return run(arguments, lists, Path(folder))


def run(arguments, lists, folder):
    scratch, build = folder / "source", folder / "build"
    copy_source(arguments.root, scratch)
    configure(scratch, build, arguments.cmake)
    caught = total = untriable = 0
    for path in lists:
        layer = path.stem
        build_tests(build, layer, arguments.jobs)
        failure = first_failure(build, layer)
        if failure:
            raise Untriable(f"the tests of {layer} fail without any fault: {failure}")
        for mutation in json.loads(path.read_text(encoding="utf-8")):
            if arguments.only and arguments.only not in mutation["file"]:
                continue
            total += 1
            try:
                failure = try_out(mutation, scratch, build, layer, arguments.jobs)
            except Untriable as reason:
                untriable += 1
                print(f"untriable  {mutation['why']}: {reason}", flush=True)
                continue
            caught += failure is not None
            print(f"{'caught  ' if failure else 'SURVIVED'}   {mutation['file']}: {mutation['why']}"
                  + (f" ({failure})" if failure else ""), flush=True)
    needed = -(-total * NEEDED_PERCENT // 100)
    print(f"{caught} of {total} faults caught, {needed} needed")
    if untriable:
        return 2
    return 0 if caught >= needed else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Untriable as reason:
        print(reason, file=sys.stderr)
        sys.exit(2)
