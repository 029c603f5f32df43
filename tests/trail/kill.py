#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a running exam at random points and reads the profile again: nothing acknowledged may be lost, at most one answer that
was not yet acknowledged may be there, the questions stand in the same order, the clock is right within a second.
Usage: kill.py SEAT_PROGRAM PACKS KILLS [SEED]"""

import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time


def sit_and_kill(seat, profile, packs, chance):
    """What was acknowledged before the kill, in order, and the answer that was under way."""
    process = subprocess.Popen([seat, "sit", profile, packs], stdout=subprocess.PIPE, text=True)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(process.stdout))
    reader.start()
    while not lines and process.poll() is None:
        time.sleep(0.002)
    time.sleep(chance.uniform(0.0, 0.25))
    process.send_signal(signal.SIGKILL)
    process.wait()
    reader.join()
    # The last line may be cut by the kill.
    return [line.split() for line in lines if line.endswith("\n")]


def read(seat, profile, packs):
    output = subprocess.run([seat, "read", profile, packs], check=True, stdout=subprocess.PIPE, text=True).stdout
    state, order, remaining = {}, None, None
    for line in output.splitlines():
        word, rest = line.split(" ", 1)
        if word == "state":
            position, choice, flag = rest.split()
            state[int(position)] = (choice, flag)
        elif word == "order":
            order = rest
        elif word == "remaining":
            remaining = int(rest)
    return state, order, remaining


def main():
    seat, packs, kills = sys.argv[1], sys.argv[2], int(sys.argv[3])
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 20261122
    chance = random.Random(seed)
    faults = []
    acknowledged = extras = 0
    with tempfile.TemporaryDirectory() as folder:
        profile = str(pathlib.Path(folder) / "profile.lectern")
        expected, flags, first_order, began = {}, {}, None, None
        for kill in range(kills):
            started = time.time()
            lines = sit_and_kill(seat, profile, packs, chance)
            began = began or started
            pending = None
            for line in lines:
                if line[0] == "try":
                    pending = (int(line[1]), line[2])
                elif line[0] == "ack":
                    expected[int(line[1])] = line[2]
                    acknowledged += 1
                    pending = None
                elif line[0] == "flag":
                    flags[int(line[1])] = line[2]
            state, order, remaining = read(seat, profile, packs)
            first_order = first_order or order
            if order != first_order:
                faults.append(f"kill {kill}: the questions stand in another order")
            for position, (choice, flag) in state.items():
                wanted = expected.get(position, "-")
                if choice != wanted:
                    if pending == (position, choice):
                        extras += 1
                        expected[position] = choice
                    else:
                        faults.append(f"kill {kill}: question {position} holds {choice}, acknowledged was {wanted}")
                if flag != flags.get(position, "0"):
                    # A flag is stored before it is said; one may be ahead.
                    flags[position] = flag
                    extras += 1
            off = abs((120 * 60000 - remaining) - (time.time() - began) * 1000)
            if off > 1500:
                faults.append(f"kill {kill}: the clock is off by {off:.0f} ms")
    print(f"seed {seed}: {kills} kills, {acknowledged} acknowledged answers, {extras} unacknowledged extras, {len(faults)} faults")
    print("\n".join(faults[:20]))
    if acknowledged < kills:
        sys.exit("too few answers were acknowledged between the kills: the test tested nothing")
    if extras > 2 * kills:
        sys.exit("more than one unacknowledged act a kill")
    sys.exit(1 if faults else 0)


main()
