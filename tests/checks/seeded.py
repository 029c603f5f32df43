#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns "the check finds the seeded faults, all of them and nothing else" into exit code 1, for CTest's WILL_FAIL.

seeded.py EXPECTED COMMAND...: EXPECTED holds the findings' beginnings, one a line. A check that crashes, passes, or finds anything
else than them ends with 0, and the test that was to fail does not. 77 (the tool is not here) is handed on.
"""
import subprocess
import sys
from pathlib import Path

expected = sorted(line for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line)
done = subprocess.run(sys.argv[2:], stdout=subprocess.PIPE, text=True)
found = sorted(line for line in done.stdout.splitlines() if line)
print(done.stdout, end="")
if done.returncode == 77:
    sys.exit(77)
if done.returncode == 1 and len(found) == len(expected) and all(map(str.startswith, found, expected)):
    sys.exit(1)
print(f"The seeded fault was not found as expected (exit code {done.returncode}); expected:")
print("\n".join(expected))
sys.exit(0)
