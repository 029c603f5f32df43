#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program in a real window through the accessibility tree, the mouse and the keyboard, as a newcomer would: says
that no exam is booked, makes a plan, ticks a checklist, begins a requirement, starts an exam, answers by mouse and keys, dies by
SIGKILL, comes back to the seat, submits, reads the report, and finds it all again after a restart. Every control met on the way
must have a name.
Usage: window.py PROGRAM [PICTURE_FOLDER], or window.py --names PROGRAM [ARGUMENT...]: only says which controls of the program's
first window have no name. Exit code 1: a control has no name, or something did not come; 77: what it needs is not installed."""

import pathlib
import sys
import tempfile

from screen import PAGES, Program, Walk, in_session, role_of, wait_for

ITEM = "Associate Certification"
REQUIREMENT = "Multi-petabyte data processing capability"


class Newcomer(Walk):
    """What somebody does who has just installed the program."""

    def look_around(self):
        self.program.need("Exam appointment", "dialog")
        self.look("first-run")
        self.program.press("Not booked yet")
        self.program.press("Save appointment")
        wait_for(lambda: not self.program.find("Exam appointment", "dialog"), "the dialog to close")
        for page in PAGES:
            self.turn_to(page, by_mouse=False)
            self.look(f"empty-{page.lower()}")

    def make_plan(self):
        self.turn_to("Plan")
        self.program.click("Make a plan")
        self.program.need("New plan", "dialog")
        self.look("new-plan")
        self.program.click("Make plan")
        self.program.hear("to do", "blocks on the calendar")
        self.look("plan")

    def tick(self):
        self.turn_to("Guide")
        self.program.click("Checklists", "radio button")
        self.program.click("Done", within=self.program.need(f"State of {ITEM}"))
        self.program.hear("1 of 4 done", "the count of the list")
        self.look("checklists")

    def begin_requirement(self):
        self.turn_to("Projects")
        self.program.click("In progress", within=self.program.need(f"State of {REQUIREMENT}"))
        self.program.hear(f"“{REQUIREMENT}”: In progress", "the message that it is kept")
        self.look("projects")

    def ticks_are_there(self):
        self.turn_to("Guide")
        self.program.click("Checklists", "radio button")
        row = self.program.need(f"State of {ITEM}")
        wait_for(lambda: self.program.checked("Done", "radio button", row), "the state of the item")
        self.turn_to("Projects")
        row = self.program.need(f"State of {REQUIREMENT}")
        wait_for(lambda: self.program.checked("In progress", "radio button", row), "the state of the requirement")

    def sit(self):
        self.turn_to("Exam")
        self.program.need("Start exam")
        self.look("exam-setup")
        self.program.key("Control_L", "Return")
        self.program.hear("Question 1", "the first question")
        self.program.click("B", "radio button")
        self.program.hear("Question 1, answered", "the grid to show the click")
        self.program.key("Return")
        for number, answer in enumerate("bcdab", start=2):
            self.program.hear(f"Question {number} of", f"question {number}")
            self.program.key(answer)
            self.program.hear(f"Question {number}, answered", f"the grid to show answer {number}")
            self.program.key("Return")
        self.program.key("f")
        self.program.hear("flagged", "the flag")
        self.look("exam-seat")

    def submit(self):
        self.program.hear("Question 6, answered", "the seat after the kill")
        self.program.hear("flagged", "the flag after the kill")
        self.look("exam-again")
        self.program.key("r")
        self.program.need("Submit exam")
        self.look("exam-review")
        self.program.click("Submit exam")
        question = wait_for(lambda: next((node for node in self.program.showing() if node.name.startswith("Submit with")
                                          and role_of(node) in ("dialog", "alert", "label")), None), "the question")
        while role_of(question) not in ("dialog", "alert"):
            question = question.parent
        self.program.click("Submit exam", "push button", within=question)
        wait_for(lambda: self.program.says(" of 60") and self.program.says("Questions"), "the report")
        self.look("exam-report")

    def read_readiness(self):
        self.turn_to("Readiness")
        self.program.hear("first-seen answer", "readiness to count the answers")
        self.look("readiness")

    def walk(self):
        program = self.program
        program.start()
        self.look_around()
        self.make_plan()
        self.tick()
        self.begin_requirement()
        self.sit()
        program.kill()

        program.start()
        self.submit()
        self.read_readiness()
        program.quit()

        program.start()
        self.turn_to("Plan")
        program.hear("to do", "the plan after a restart")
        self.ticks_are_there()
        self.turn_to("Today")
        program.hear("of 60", "the last result on Today")
        self.look("today")
        program.quit()


def main():
    names_only = sys.argv[1] == "--names"
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        command = sys.argv[2:] if names_only else [sys.argv[1], "--profile", str(home / "newcomer.lectern")]
        program = Program(command, home)
        newcomer = Newcomer(program, pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 and not names_only else None)
        try:
            if names_only:
                program.start()
                newcomer.look("first window")
            else:
                newcomer.walk()
        finally:
            program.end()
    newcomer.end("the first window: every control has a name" if names_only
                 else "the whole way by window, mouse and keys; every control has a name")


in_session(main)
