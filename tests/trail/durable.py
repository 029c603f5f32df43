#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Traces the exam page's system calls: whenever it says "Saved", the last write to the log must have been followed by an
fdatasync of the log that returned. Usage: durable.py PAGE_PROGRAM PACKS"""

import re
import shutil
import subprocess
import sys
import tempfile

CALLS = "fdatasync,fsync,pwrite64,write"


def main():
    if not shutil.which("strace"):
        print("strace is not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        trace = f"{folder}/trace"
        run = subprocess.run(["strace", "-f", "-y", "-e", f"trace={CALLS}", "-o", trace, sys.argv[1],
                              f"{folder}/profile.lectern", sys.argv[2]], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True)
        if "ptrace" in run.stderr and run.returncode != 0:
            print(run.stderr.strip())
            sys.exit(77)
        if run.returncode != 0:
            sys.exit(f"the page program failed: {run.stdout}{run.stderr}")
        with open(trace, encoding="utf-8", errors="replace") as lines:
            calls = lines.read().splitlines()
    dirty, writes, syncs, saved, faults = False, 0, 0, 0, []
    for call in calls:
        if "-wal>" in call and "pwrite64(" in call:
            dirty = True
            writes += 1
        elif "-wal>" in call and re.search(r"f(data)?sync\(", call) and re.search(r"= 0$", call):
            dirty = False
            syncs += 1
        elif re.search(r"write\(1<.*\"Saved", call):
            saved += 1
            if dirty:
                faults.append(call)
    print(f"{writes} writes to the log, {syncs} syncs, {saved} times Saved, {len(faults)} of them before the sync returned")
    if saved < 20 or syncs < 20:
        sys.exit("too little was seen: the trace proves nothing")
    sys.exit(1 if faults else 0)


main()
