#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the real program at random points of a running exam and reads the profile again: no answer, mark or note that the page had
shown as saved may be lost, at most one act that it had not yet shown may be there, the questions stand in the same order, the
clock is right within a second.
Usage: kill.py PROGRAM CANDIDATE_LIBRARY SEAT_PROGRAM PACKS KILLS [SEED]"""

import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE = 60
EMPTY = {"answer": "-", "flag": "0", "unsure": "0", "note": "-"}


def sit_and_kill(program, candidate, profile, home, chance):
    """What the page showed as saved before the kill, in order, and what was under way: lines of words."""
    environment = dict(os.environ, LD_PRELOAD=candidate, QT_QPA_PLATFORM="offscreen", HOME=home, XDG_DATA_HOME=home,
                       XDG_CONFIG_HOME=home, LECTERN_CANDIDATE_SEED=str(chance.randrange(1 << 30)))
    # The sanitizer's library wants to be the first.
    process = subprocess.Popen([program, "--profile", profile], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               env=environment)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout))
    reader.start()
    end = time.monotonic() + PATIENCE
    while not lines and process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    if not lines:
        process.kill()
        sys.exit("the program did not come to the seat")
    time.sleep(chance.uniform(0.0, 0.3))
    died = process.poll()
    process.send_signal(signal.SIGKILL)
    process.wait()
    reader.join()
    if died is not None:
        sys.exit(f"the program ended by itself with {died}")
    # The last line may be cut by the kill.
    return [line.split() for line in lines if line.endswith("\n")]


def read(seat, profile, packs):
    output = subprocess.run([seat, "read", profile, packs], check=True, stdout=subprocess.PIPE, text=True).stdout
    state, order, remaining = {}, None, None
    for line in output.splitlines():
        word, rest = line.split(" ", 1)
        if word == "state":
            position, answer, flag, unsure, note = rest.split()
            state[position] = {"answer": answer, "flag": flag, "unsure": unsure, "note": note}
        elif word == "order":
            order = rest
        elif word == "remaining":
            remaining = int(rest)
    return state, order, remaining


def compare(expected, state, lines):
    """What differs from what was shown as saved, without what may: the one act under way when the program died, and a note, of
    which the page says nothing while it is written."""
    pending = None
    for line in lines:
        if line[0] == "try":
            pending = line[1]
        elif line[0] == "ack" and pending == line[1]:
            pending = None
    extras, faults = 0, []
    for position, held in state.items():
        for kind, value in held.items():
            wanted = expected.setdefault(position, dict(EMPTY))[kind]
            if value == wanted:
                continue
            if kind == pending and extras == 0:
                extras += 1
                expected[position][kind] = value
            else:
                faults.append(f"question {position}: {kind} is {value}, shown as saved was {wanted}")
    return extras, faults


def main():
    program, candidate, seat, packs, kills = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
    seed = int(sys.argv[6]) if len(sys.argv) > 6 else 20261123
    chance = random.Random(seed)
    faults, extras, counts = [], 0, dict.fromkeys(EMPTY, 0)
    with tempfile.TemporaryDirectory() as home:
        profile = str(pathlib.Path(home) / "profile.lectern")
        subprocess.run([seat, "start", profile, packs], check=True)
        expected = {}
        _, first_order, first_remaining = read(seat, profile, packs)
        began = time.time()
        for kill in range(kills):
            lines = sit_and_kill(program, candidate, profile, home, chance)
            notes, writing = [], None
            for line in lines:
                if line[:2] == ["try", "note"]:
                    writing = line[2]
                if line[0] != "ack":
                    continue
                counts[line[1]] += 1
                if line[1] == "note":
                    notes.append(line[2])
                    writing = None
                else:
                    expected.setdefault(line[2], dict(EMPTY))[line[1]] = line[3]
            state, order, remaining = read(seat, profile, packs)
            # Where a note was written is not said; the one that was last must stand somewhere, and each at one place at most.
            held = {position: value["note"] for position, value in state.items() if value["note"] != "-"}
            if notes and notes[-1] not in held.values():
                # The one under way may have been written over it and kept, as any act under way may be.
                if writing in held.values():
                    extras += 1
                else:
                    faults.append(f"kill {kill}: the note {notes[-1]} is lost")
            for position, note in held.items():
                expected.setdefault(position, dict(EMPTY))["note"] = note
            more, wrong = compare(expected, state, lines)
            extras += more
            faults += [f"kill {kill}: {fault}" for fault in wrong]
            if order != first_order:
                faults.append(f"kill {kill}: the questions stand in another order")
            off = abs((first_remaining - remaining) - (time.time() - began) * 1000)
            if off > 1000:
                faults.append(f"kill {kill}: the clock is off by {off:.0f} ms")
    shown = ", ".join(f"{count} x {kind}" for kind, count in counts.items())
    print(f"seed {seed}: {kills} kills; shown as saved: {shown}; {extras} acts under way were kept, {len(faults)} faults")
    print("\n".join(faults[:20]))
    if min(counts.values()) * 10 < kills:
        sys.exit("too little was done between the kills: the test tested nothing")
    sys.exit(1 if faults else 0)


main()
