#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running exam in the real program while the disk is full, and while it refuses writes: the page says so and which of the two
it is, keeps what is done in memory and in sight, and saves by itself once it can. Then the program is killed and the profile read:
everything is there.
Usage: refusal.py PROGRAM REFUSAL_LIBRARY SEAT_PROGRAM PACKS"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading

PATIENCE = 60
SAID = {"ENOSPC": "the disk is full", "EROFS": "refuses writes"}


def sit(program, library, profile, home, refusal):
    """What the page showed at each step: saved, message, chosen."""
    environment = dict(os.environ, LD_PRELOAD=library, QT_QPA_PLATFORM="offscreen", HOME=home, XDG_DATA_HOME=home,
                       XDG_CONFIG_HOME=home, LECTERN_REFUSAL=refusal, LC_ALL="C.UTF-8")
    process = subprocess.Popen([program, "--profile", profile], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                               env=environment)
    watch = threading.Timer(PATIENCE, process.kill)
    watch.start()
    steps = {}
    for line in process.stdout:
        step, shown = line.rstrip("\n").split(": ", 1)
        steps[step] = shown.split(" | ")
        if step == "after":
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    watch.cancel()
    return steps


def main():
    program, library, seat, packs = sys.argv[1:]
    faults = []
    for refusal, words in SAID.items():
        def expect(holds, what):
            if not holds:
                faults.append(f"{refusal}: {what}")

        with tempfile.TemporaryDirectory() as home:
            profile = str(pathlib.Path(home) / "profile.lectern")
            subprocess.run([seat, "start", profile, packs], check=True)
            steps = sit(program, library, profile, home, refusal)
            if "after" not in steps:
                sys.exit(f"{refusal}: the program did not save within {PATIENCE} s; it showed {steps}")
            expect(steps["before"][0] == "Saved", f"before it showed {steps['before']}")
            saved, message, chosen = steps["refused"]
            expect(saved == "Not saved yet", f"while refused it showed {saved}")
            expect(message.startswith("Not saved yet, kept in memory.") and words in message, f"the message was {message}")
            expect(chosen.startswith("..x"), f"the choice in sight was {chosen}")
            expect(steps["kept"][0] == "Not saved yet" and steps["kept"][2] == chosen, f"come back to it showed {steps['kept']}")
            expect("Everything is saved" in steps["after"][1], f"once saved the message was {steps['after'][1]}")
            state = subprocess.run([seat, "read", profile, packs], check=True, stdout=subprocess.PIPE, text=True).stdout
            for wanted in ("state 1 B 0 0 -", "state 2 C 1 0 -"):
                expect(wanted in state.splitlines(), f"the profile does not say {wanted!r}")
    print("\n".join(faults) or f"refused and kept: {', '.join(SAID)}")
    sys.exit(1 if faults else 0)


main()
