#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the program against a floor in the same run and fails on the ratio. Usage: bench.py start|answer BIN_DIR"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 15
START_LIMIT = 1.6
MEMORY_LIMIT = 1.6
ANSWER_LIMIT = 1.5


def spread(values):
    ordered = sorted(values)
    return f"median {statistics.median(ordered):.1f}, {ordered[0]:.1f} to {ordered[-1]:.1f}"


def run_until_frame(command, environment):
    """Seconds from the start of the process to its line "frame", and every line as {word: KiB}."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True)
    first = process.stdout.readline()
    took = time.perf_counter() - began
    rest = process.stdout.read()
    if process.wait() != 0 or not first.startswith("frame "):
        sys.exit(f"{command[0]} failed ({process.returncode}): {first}{rest}")
    return took, {line.split()[0]: int(line.split()[1]) for line in [first, *rest.splitlines()]}


def report(name, ratio, limit):
    print(f"{name}: {ratio:.2f} x the floor, limit {limit:.2f}")
    return ratio <= limit


def bench_start(binaries, packs, scratch):
    profile = scratch / "bench.lectern"
    # Filling it takes 12,000 durable commits: in memory where there is some.
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as quick:
        made = pathlib.Path(quick) / "bench.lectern"
        subprocess.run([binaries / "lectern-bench-profile", made, packs], check=True)
        profile.write_bytes(made.read_bytes())
    environment = dict(os.environ, XDG_CONFIG_HOME=str(scratch), XDG_DATA_HOME=str(scratch))
    floor = [str(binaries / "lectern-bench-floor"), str(profile)]
    start = [str(binaries / "lectern-bench-start"), str(profile), str(packs)]
    for command in (floor, start):
        run_until_frame(command, environment)
    times, memories = {"floor": [], "start": []}, {"floor": [], "start": []}
    for _ in range(RUNS):
        for name, command in (("floor", floor), ("start", start)):
            took, kib = run_until_frame(command, environment)
            times[name].append(took * 1000)
            memories[name].append(kib["frame"] / 1024)
    visited = [run_until_frame([*start, "all"], environment)[1]["visited"] / 1024 for _ in range(3)]
    for name in times:
        print(f"{name}: {spread(times[name])} ms to the first frame; {spread(memories[name])} MiB at it")
    print(f"every page visited: {spread(visited)} MiB")
    median = {name: statistics.median(values) for name, values in times.items()}
    memory_median = {name: statistics.median(values) for name, values in memories.items()}
    return all([
        report("first frame", median["start"] / median["floor"], START_LIMIT),
        report("memory at the first frame", memory_median["start"] / memory_median["floor"], MEMORY_LIMIT),
        report("memory after every page", statistics.median(visited) / memory_median["floor"], MEMORY_LIMIT),
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
    return report("durable answer", statistics.median(values["answer"]) / statistics.median(values["bare"]), ANSWER_LIMIT)


def main():
    what, binaries = sys.argv[1], pathlib.Path(sys.argv[2])
    packs = binaries.parent / "share" / "lectern" / "packs"
    with tempfile.TemporaryDirectory(dir=binaries) as scratch:
        passed = {"start": bench_start, "answer": bench_answer}[what](binaries, packs, pathlib.Path(scratch))
    sys.exit(0 if passed else 1)


main()
