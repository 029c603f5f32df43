#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures Lectern against a floor in the same run and fails on the ratio. Usage: bench.py start|answer BIN_DIR

Both programs are run as people run them, with lectern-bench-frame.so loaded into them, which says when the first whole
frame of the window was handed to the window system. Every start is the first of its day, so that a backup is due."""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15
VISITS = 5
START_LIMIT = 1.6
MEMORY_LIMIT = 1.6
ANSWER_LIMIT = 1.5


def spread(values):
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.2f}, {ordered[0]:.2f} to {ordered[-1]:.2f}"


class Starter:
    def __init__(self, binaries, scratch):
        self.profile = scratch / "bench.lectern"
        self.environment = dict(os.environ, LD_PRELOAD=str(binaries / "lectern-bench-frame.so"),
                                XDG_CONFIG_HOME=str(scratch), XDG_DATA_HOME=str(scratch))
        self.commands = {"floor": [str(binaries / "lectern-bench-floor"), str(self.profile)],
                         "lectern": [str(binaries / "lectern"), "--profile", str(self.profile)]}

    def run(self, name, **extra):
        """Milliseconds from the start of the process to its first frame, and its lines as {word: MiB}."""
        shutil.rmtree(f"{self.profile}.backups", ignore_errors=True)
        if name == "lectern":
            extra["LECTERN_BENCH_FIGURE"] = "figureAccuracy"
        began = time.perf_counter()
        process = subprocess.Popen(self.commands[name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=self.environment | extra, text=True)
        first = process.stdout.readline()
        took = time.perf_counter() - began
        rest = process.stdout.read()
        if process.wait() != 0 or not first.startswith("frame "):
            sys.exit(f"{self.commands[name][0]} failed ({process.returncode}): {first}{rest}")
        return took * 1000, {line.split()[0]: int(line.split()[1]) / 1024 for line in [first, *rest.splitlines()]}


def report(name, values, floor, limit):
    ratio = statistics.median(values) / statistics.median(floor)
    pairs = [value / below for value, below in zip(values, floor)]
    print(f"{name}: {ratio:.2f} x the floor, limit {limit:.2f} (pair by pair: {spread(pairs)})")
    return ratio <= limit


def bench_start(binaries, packs, scratch):
    starter = Starter(binaries, scratch)
    # Filling it takes 24,000 durable commits: in memory where there is some.
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as quick:
        made = pathlib.Path(quick) / "bench.lectern"
        subprocess.run([binaries / "lectern-bench-profile", made, packs], check=True)
        starter.profile.write_bytes(made.read_bytes())
    names = list(starter.commands)
    for name in names:
        starter.run(name)
    times, memories = {name: [] for name in names}, {name: [] for name in names}
    for _ in range(RUNS):
        for name in names:
            took, mib = starter.run(name)
            times[name].append(took)
            memories[name].append(mib["frame"])
    visited = [starter.run("lectern", LECTERN_BENCH_VISIT="1")[1]["visited"] for _ in range(VISITS)]
    for name in names:
        print(f"{name}: {spread(times[name])} ms to the first frame; {spread(memories[name])} MiB at it")
    print(f"every page visited: {spread(visited)} MiB")
    return all([
        report("first frame", times["lectern"], times["floor"], START_LIMIT),
        report("memory at the first frame", memories["lectern"], memories["floor"], MEMORY_LIMIT),
        report("memory after every page", visited, memories["floor"], MEMORY_LIMIT),
    ])


def bench_answer(binaries, packs, scratch):
    output = subprocess.run([binaries / "lectern-bench-answer", scratch, packs], check=True, text=True,
                            stdout=subprocess.PIPE).stdout
    values = {"answer": [], "bare": []}
    for line in output.splitlines():
        name, microseconds = line.split()
        values[name].append(int(microseconds) / 1000)
    for name, list_ in values.items():
        print(f"{name}: {spread(list_)} ms")
    return report("durable answer", values["answer"], values["bare"], ANSWER_LIMIT)


def main():
    what, binaries = sys.argv[1], pathlib.Path(sys.argv[2])
    packs = binaries.parent / "share" / "lectern" / "packs"
    with tempfile.TemporaryDirectory(dir=binaries) as scratch:
        passed = {"start": bench_start, "answer": bench_answer}[what](binaries, packs, pathlib.Path(scratch))
    sys.exit(0 if passed else 1)


main()
