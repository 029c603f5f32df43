#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan is made, slips for a week, is repaired and printed in the real program by keyboard alone, as somebody has it who works
without a mouse and hears the window through the accessibility tree; then it is exported without a window. Between the plan and the
repair the program's clock goes on by eight days. Usage: replan.py PROGRAM LATER_LIBRARY [PICTURE_FOLDER]. Exit code 1: something was
not said, had no name or could not be reached; 77: what it needs is not installed."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from screen import Program, Walk, in_session, role_of, wait_for

SLIP_DAYS = 8
SHEETS = ["Week timetable", "Month", "12 weeks for the wall", "Agenda"]


class Planner(Walk):
    def hear(self, pattern, what):
        """The first match among the names shown, once there is one."""
        wanted = re.compile(pattern)
        return wait_for(lambda: next((found for found in (wanted.search(node.name) for node in self.program.showing()) if found),
                                     None), what)

    def focused(self, role):
        """The control of that role that has the focus."""
        for node in self.program.showing(self.program.active_window()):
            if role_of(node) == role and node.getState().contains(self.program.atspi.STATE_FOCUSED):
                return node
        return None

    def gone(self, dialog):
        wait_for(lambda: not self.program.find(dialog, "dialog"), f"“{dialog}” to close")

    def come(self):
        self.program.need("Exam appointment", "dialog")
        self.program.key("Alt_L", "n")
        self.program.key("Return")
        self.gone("Exam appointment")

    def make(self):
        self.turn_to("Plan", by_mouse=False)
        self.program.key("Control_L", "n")
        self.program.need("New plan", "dialog")
        self.look("replan-new")
        self.program.key("Return")
        self.gone("New plan")
        self.program.hear("to do", "blocks on the calendar")
        self.look("replan-made")

    def repair(self):
        self.turn_to("Plan", by_mouse=False)
        self.hear(r"wait for a new place", "what is behind")
        self.look("replan-behind")
        self.program.key("Control_L", "r")
        self.program.need("Repair the plan", "dialog")
        wait_for(lambda: self.focused("radio button"), "a way out to have the focus")
        ways = []
        for key in ["Left", "Left", "Right", "Right"]:
            self.program.key(key)
            way = wait_for(lambda: self.focused("radio button"), "a way out to have the focus")
            wait_for(lambda way=way: way.getState().contains(self.program.atspi.STATE_CHECKED), f"“{way.name}” to be chosen")
            ways.append(way.name)
            if not re.search(r"Study to come: .+\n.*Buffer: ", way.description):
                raise SystemExit(f"“{way.name}” does not say what it costs: {way.description}")
        if len(set(ways)) < 2:
            raise SystemExit(f"the arrows do not lead from one way to the next: {ways}")
        self.program.key("Left")
        self.look("replan-repair")
        self.program.key("Return")
        self.gone("Repair the plan")
        wait_for(lambda: not self.program.says("wait for a new place"), "nothing to be behind any more")
        self.look("replan-repaired")

    def undo_and_again(self):
        self.program.key("Control_L", "z")
        self.hear(r"wait for a new place", "the slip again after the undo")
        self.program.key("Control_L", "Shift_L", "z")
        wait_for(lambda: not self.program.says("wait for a new place"), "the repair to be back")

    def print_out(self, folder):
        self.program.key("Control_L", "p")
        dialog = self.program.need("Print the plan", "dialog")
        self.program.key("Alt_L", "s")
        sheet = wait_for(lambda: self.focused("combo box"), "the choice of the sheet to have the focus")
        self.program.key("Home")
        for number, name in enumerate(SHEETS):
            if number > 0:
                self.program.key("Down")
            wait_for(lambda name=name: sheet.name == name or any(node.name == name and node.getState().contains(
                self.program.atspi.STATE_SELECTED) for node in self.program.children(sheet)), f"the sheet “{name}”")
            wait_for(lambda: re.search(r"Page 1 of [1-9]", " ".join(node.name for node in self.program.showing(dialog))),
                     f"the preview of “{name}”")
            self.look(f"replan-print-{number}")
        self.program.key("Alt_L", "v")
        self.program.need("Save as PDF", "dialog")
        self.program.key("Return")
        self.gone("Save as PDF")
        self.hear(r"^Saved to .+study-plan\.pdf\.$|Saved to .+study-plan\.pdf", "the message that the PDF is saved")
        paper = folder / "study-plan.pdf"
        content = paper.read_bytes()
        if not content.startswith(b"%PDF") or content.count(b"/Type /Page\n") < 2:
            raise SystemExit(f"{paper.name} is no agenda: {len(content)} bytes")


def export(program, profile, folder):
    """The repaired plan without a window, in each format."""
    begins = {"pdf": b"%PDF", "ics": b"BEGIN:VCALENDAR\r\n", "csv": b""}
    for suffix, first in begins.items():
        file = folder / f"export.{suffix}"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        for name in ["DISPLAY", "LD_PRELOAD"]:
            environment.pop(name, None)
        subprocess.run([program, "--profile", profile, "--export-schedule", file], check=True, env=environment, timeout=60)
        content = file.read_bytes()
        if not content.startswith(first) or len(content) < 2000:
            raise SystemExit(f"{file.name}: {len(content)} bytes, {content[:40]}")
    events = (folder / "export.ics").read_bytes().count(b"BEGIN:VEVENT")
    rows = len((folder / "export.csv").read_bytes().splitlines()) - 1
    if events < 50 or rows < 50:
        raise SystemExit(f"{events} events in the calendar, {rows} rows in the table")


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        program = Program([sys.argv[1], "--profile", str(home / "planner.lectern")], home)
        planner = Planner(program, pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None)
        try:
            program.start()
            planner.come()
            planner.make()
            program.quit()

            os.environ["LD_PRELOAD"] = sys.argv[2]
            os.environ["LECTERN_LATER"] = str(SLIP_DAYS * 24 * 3600)
            program.start()
            planner.repair()
            planner.undo_and_again()
            planner.print_out(home)
            program.quit()
            export(sys.argv[1], home / "planner.lectern", home)
        finally:
            program.end()
    planner.end("a plan made, slipped, repaired and printed by keyboard alone; every control has a name")


in_session(main)
