#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A full rehearsal in the real program by keyboard alone, as somebody has it who works without a mouse and hears the window through
the accessibility tree: from the first start over the set-up, 60 questions, the review and the submission to the report, a question
of it and the history. The program is laid out as installed, with a generated pack, since the shipped one is not whole yet.
Usage: rehearsal.py PROGRAM PACK_GENERATOR TRANSLATIONS [PICTURE_FOLDER]. Exit code 1: something was not said, had no name or could
not be reached; 77: what it needs is not installed."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from screen import Program, Walk, in_session, role_of, wait_for

QUESTIONS = 60
SECTIONS = {"Advanced Spark optimization": 15, "Production data architecture": 15, "Enterprise Delta Lake": 12,
            "Security and governance": 9, "Production operations": 9}
KINDS = ["Choose one answer", "Choose two answers", "Choose three answers"]
MOST_TABS = 80
# What only somebody who has submitted may hear.
FEEDBACK = re.compile(r"^[A-F], (Key|Wrong)\b|^Rationale of|^To take away|: (right|wrong), the answer is ")
FLAGGED, UNSURE, STRUCK, NOTED, TIMED, MARKED, STAYS, GRID = 3, 5, 7, 9, 11, 13, 15, 17


def installed(folder, program, generator, translations):
    """Links where they can be: the program finds its packs from where it really is, so that a symbolic one will not do."""
    place = folder / "bin" / "lectern"
    place.parent.mkdir()
    try:
        os.link(program, place)
    except OSError:
        shutil.copy2(program, place)
    shared = folder / "share" / "lectern"
    (shared / "packs").mkdir(parents=True)
    (shared / "translations").symlink_to(translations)
    subprocess.run([generator, shared / "packs" / "databricks-de-professional"], check=True)
    return place


class Candidate(Walk):
    def __init__(self, program, pictures):
        super().__init__(program, pictures)
        self.scenarios = set()
        self.multiple = 0
        # What is read of each question stands in the same places: looking for them again would take most of the time.
        self.status = self.kind = self.scenario = None

    # By keyboard

    def focused(self):
        """What the next key goes to. A tab says that it has the focus as long as it is the current one; of what is around it, a
        list or a box of buttons, only what is inside counts."""
        around = None
        for node in self.program.showing(self.program.active_window()):
            if not node.getState().contains(self.program.atspi.STATE_FOCUSED):
                continue
            if role_of(node) not in ("page tab list", "page tab", "table", "tree", "panel"):
                return node
            around = node
        return around

    def tab_to(self, name, role=None, back=False):
        """To the control by Tab alone, past whatever stands before it."""
        met = []
        for _ in range(MOST_TABS):
            node = wait_for(self.focused, "something to have the focus")
            if (node.name == name or node.name.startswith((name + " ", name + ","))) and role in (None, role_of(node)):
                return node
            met.append(f"{role_of(node)} “{node.name}”")
            before = (met[-1], node)
            self.program.key(*(["Shift_L", "Tab"] if back else ["Tab"]))
            wait_for(lambda before=before: self.moved(before), f"Tab to leave {met[-1]}")
        raise SystemExit(f"Tab does not come to “{name}”, but to: " + "; ".join(met))

    def moved(self, before):
        node = self.focused()
        return node is not None and (f"{role_of(node)} “{node.name}”", node) != before

    def has_focus(self, name):
        node = self.focused()
        return node is not None and node.name.startswith(name)

    # By ear

    def said(self):
        """What the window says now."""
        names = []
        for node in self.program.showing():
            try:
                names.append(node.name)
            except Exception:  # gone while it was looked at
                continue
        return names

    def hear(self, pattern, what):
        """The first match among the names shown, once there is one."""
        wanted = re.compile(pattern)
        return wait_for(lambda: next((found for found in map(wanted.search, self.said()) if found), None), what)

    def told(self, pattern, what):
        """What the seat announces, once it does."""
        wait_for(lambda: re.search(pattern, self.status.name), f"{what}, while it is said “{self.status.name}”")

    def must(self, condition, what):
        if not condition:
            raise SystemExit(f"{what}; the window says: " + " | ".join(filter(None, self.said())))

    @staticmethod
    def text(node):
        text = node.queryText()
        return text.getText(0, -1)

    # The way

    def come_to_setup(self):
        self.program.need("Exam appointment", "dialog")
        self.look("first-run")
        self.program.key("Alt_L", "n")
        self.program.key("Return")
        wait_for(lambda: not self.program.find("Exam appointment", "dialog"), "the dialog to close")
        self.turn_to("Exam", by_mouse=False)
        self.tab_to("Timed practice", "radio button")
        self.program.key("Up")
        self.hear(r"^Sealed form, never shown before$", "the set-up of a rehearsal")
        self.must(self.program.checked("Rehearsal", "radio button"), "the rehearsal is not chosen")
        self.must(self.has_focus("Rehearsal"), "the chosen session has not the focus")
        self.hear(r"^2 sealed forms left\.$", "the number of sealed forms")
        self.must(self.program.checked("Full: 60 in 120 min", "radio button"), "the whole length is not chosen")
        self.must(not self.program.find("Time in minutes"), "the time of a rehearsal can be set")
        self.look("rehearsal-setup")

    def take_seat(self):
        self.program.key("Control_L", "Return")
        self.hear(r"^Question 1 of 60$", "the first question")
        self.status = wait_for(lambda: next((node for node in self.program.showing() if role_of(node) == "label" and
                                             node.name == "Question 1, blank"), None), "question 1 to be announced")
        self.scenario = self.program.need("Scenario")
        self.kind = wait_for(lambda: next((node for node in self.program.showing() if node.name in KINDS), None),
                             "how many answers to choose")
        self.must("Rehearsal, sealed form" in self.said(), "the seat does not say that the form is sealed")
        self.must(not self.program.find("Message"), "a message of the set-up stands in the seat")
        self.must(self.has_focus("Next"), "the seat has not taken the focus")
        self.look("rehearsal-seat")

    def sit(self):
        own = {FLAGGED: self.flag, UNSURE: self.doubt, STRUCK: self.strike, NOTED: self.note, TIMED: self.ask_time,
               MARKED: self.highlight, STAYS: self.cannot_pause, GRID: self.use_grid}
        for number in range(1, QUESTIONS + 1):
            self.told(rf"^Question {number}, blank$", f"question {number} to be announced")
            self.meet(number)
            own.get(number, lambda _: None)(number)
            self.answer(number)
            if number < QUESTIONS:
                self.program.key("Return")
        self.must(len(self.scenarios) == QUESTIONS, f"only {len(self.scenarios)} of {QUESTIONS} questions are different")

    def meet(self, number):
        def read():
            scenario = re.match(r"Scenario \d+ is made up", self.text(self.scenario))
            return scenario and scenario.group(0) not in self.scenarios and scenario.group(0)
        self.scenarios.add(wait_for(read, f"question {number} to be another than those before"))

    def answer(self, number):
        """As many as are asked for, by letter, another one each time."""
        wanted = KINDS.index(self.kind.name) + 1
        self.multiple += wanted > 1
        letters = "abcd"[number % 4:] + "abcd"[:number % 4]
        chosen = []
        for letter in letters[:wanted]:
            self.program.key(letter)
            chosen = sorted([*chosen, letter.upper()])
            self.told(rf"^Question {number}: {', '.join(chosen)} saved$", f"the answer to question {number} to be saved")
        said = self.said()
        self.must(any(name.startswith(f"Question {number}, answered") for name in said), "the grid does not show the answer")
        told = [name for name in said if FEEDBACK.search(name)]
        self.must(not told, f"the seat says at question {number}: {told}")

    def flag(self, number):
        self.program.key("f")
        self.told(rf"^Question {number} flagged$", "the flag to be said")
        self.must(self.program.checked("Flag", "check box"), "the flag's button is not pressed")
        self.hear(rf"^Question {number}, blank, flagged, current$", "the flag in the grid")

    def doubt(self, number):
        self.program.key("u")
        self.told(rf"^Question {number} marked unsure$", "the doubt to be said")
        self.must(self.program.checked("Unsure", "check box"), "the doubt's button is not pressed")
        self.hear(rf"^Question {number}, blank, unsure, current$", "the doubt in the grid")

    def strike(self, _):
        self.program.key("x")
        self.told(r"^Go to an option first", "how to strike out")
        self.tab_to("D", "radio button", back=True)
        for letter in "CB":
            self.program.key("Up")
            wait_for(lambda letter=letter: self.has_focus(f"{letter}, "), "the arrow to move among the options")
        self.program.key("x")
        self.told(r"^B struck out$", "the option to be struck out")
        self.hear(r"^B, struck out, ", "the option to say that it is struck out")
        self.program.key("x")
        self.told(r"^B restored$", "the option to be restored")
        self.program.key("Shift_L", "c")
        self.hear(r"^C, struck out, ", "another option to say that it is struck out")
        self.must(self.has_focus("B,"), "striking out has moved the focus")

    def note(self, number):
        self.program.key("o")
        wait_for(lambda: self.has_focus("Note on this question"), "the note to take the keys")
        for letter in "bad":
            self.program.key(letter)
        self.hear(r"^Note, written$", "the note to be there")
        wait_for(lambda: self.text(self.program.need("Note on this question")) == "bad", "the note to hold what was typed")
        self.look("rehearsal-note")
        self.program.key("Escape")
        wait_for(lambda: not self.program.find("Note on this question", "text"), "the note to close")
        self.must(any(name.startswith(f"Question {number}, blank") for name in self.said()), "a note has answered the question")

    def ask_time(self, _):
        """T says the time once; the clock by itself says nothing, however often it ticks."""
        self.program.key("t")
        self.hear(r"^1 hour 5\d minutes left$", "the time left")
        clock = self.program.need("Clock, T says the time left")
        heard = []
        registry = self.program.atspi.Registry
        registry.registerEventListener(heard.append, "object:property-change:accessible-name", "object:text-changed",
                                       "object:property-change:accessible-value")
        from gi.repository import GLib
        end = time.monotonic() + 2.5  # seconds in which the clock moves on at least twice
        while time.monotonic() < end:
            GLib.MainContext.default().iteration(False)
            time.sleep(0.02)
        self.must(clock.name == "Clock, T says the time left", "the clock has changed its name")
        self.must(not heard, f"the clock speaks by itself: {[(event.type, event.source_name) for event in heard]}")
        # That this could be heard at all.
        self.program.key("f")
        wait_for(lambda: GLib.MainContext.default().iteration(False) and heard, "an announcement to be heard")
        registry.deregisterEventListener(heard.append, "object:property-change:accessible-name", "object:text-changed",
                                         "object:property-change:accessible-value")
        self.program.key("f")
        self.told(r"no longer flagged$", "the flag to be taken back")

    def highlight(self, _):
        self.program.key("h")
        self.told(r"^Select what to highlight, or go to the text by Tab", "how to highlight")
        self.tab_to("Scenario", back=True)
        self.program.key("h")
        self.told(r"^Marked: Scenario \d+ is made up", "what was highlighted")
        self.must(self.program.need("Scenario").description.startswith("Marked: “Scenario"), "the mark is not described")

    def cannot_pause(self, number):
        self.must(not any("ause" in name for name in self.said()), "a rehearsal offers a pause")
        self.program.key("Control_L", "p")
        # The next key shows that the one before has done nothing.
        self.program.key("p")
        self.hear(rf"^Question {number - 1}, answered$", "the question before")
        self.must("Paused" not in self.said(), "the rehearsal is paused")
        self.program.key("n")
        self.hear(rf"^Question {number}, blank$", "the question to come back")

    def use_grid(self, number):
        self.program.key("g")
        wait_for(lambda: self.has_focus(f"Question {number}, "), "the grid to take the keys")
        self.program.key("Left")
        wait_for(lambda: self.has_focus(f"Question {number - 1}, "), "the arrow to move in the grid")
        self.program.key("Return")
        self.hear(rf"^Question {number - 1} of 60$", "the question chosen in the grid")
        self.program.key("Return")
        self.hear(rf"^Question {number} of 60$", "the question to come back")

    def review(self):
        self.look("rehearsal-seat-full")
        self.program.key("r")
        self.hear(r"^60 answered, 0 blank, 1 flagged$", "the review's counts")
        self.look("rehearsal-review")
        self.must(self.has_focus("Question 60, answered"), "the review's list has not the focus")
        self.tab_to("All 60", "radio button", back=True)
        self.program.key("Right")
        self.hear(r"^Nothing is blank\.$", "the filter of blank questions")
        self.program.key("Right")
        wait_for(lambda: self.listed() == [f"Question {FLAGGED}, answered, flagged"], "the flagged question alone")
        self.program.key("Right")
        wait_for(lambda: self.listed() == [f"Question {UNSURE}, answered, unsure"], "the unsure question alone")
        self.tab_to(f"Question {UNSURE}, answered, unsure")
        self.program.key("Return")
        self.hear(rf"^Question {UNSURE} of 60$", "the question chosen in the review")
        self.program.key("r")
        self.program.need("Questions to review", "tree")

    def listed(self):
        return [node.name for node in self.program.showing(self.program.need("Questions to review"))
                if re.match(r"Question \d", node.name)]

    def submit(self):
        for sure in (False, True):
            self.program.key("Control_L", "Return")
            self.program.need("Submit exam", "alert")
            self.hear(r"^Submit the exam\?$", "the question whether to submit")
            wait_for(lambda: self.has_focus("Cancel"), "the safe answer to have the focus")
            if sure:
                self.look("rehearsal-submit")
                self.tab_to("Submit exam", "push button")
                self.program.key("Return")
            else:
                self.program.key("Escape")
            wait_for(lambda: not self.program.find("Submit exam", "alert"), "the question to close")
            self.must(sure or self.program.find("Questions to review"), "Escape has submitted the exam")

    def read_report(self):
        share, right = int(self.hear(r"^(\d+) %$", "the score")[1]), int(self.hear(r"^(\d+) of 60$", "the count")[1])
        self.must(share == int(100 * right / QUESTIONS + 0.5), f"{right} of {QUESTIONS} are not {share} %")
        self.must("Rehearsal, sealed form" in self.said(), "the report does not say that the form was sealed")
        interval = self.hear(r"^80 % interval (\d+)–(\d+) %\. Practice target 70 %", "the interval and the target")
        self.must(int(interval[1]) <= share <= int(interval[2]), f"the score of {share} % lies outside of {interval[0]}")
        said = self.said()
        parts = {name: re.match(rf"{name}: (\d+) of {size} right$", line)
                 for name, size in SECTIONS.items() for line in said if line.startswith(f"{name}: ")}
        self.must(len(parts) == len(SECTIONS) and all(parts.values()) and sum(int(part[1]) for part in parts.values()) == right,
                  "the domains do not add up to the score")
        steps = [node for node in self.program.showing() if re.match(r"(Start|Add): .", node.name) and
                 role_of(node) == "push button"]
        keys = [f"Alt+{number}" for number in range(1, len(steps) + 1)]
        self.must(len(steps) == 3 and [step.description for step in steps] == keys, "the next actions have not each their key")
        wrong = self.rows()
        self.must(len(wrong) == QUESTIONS - right and all(", wrong, " in row for row in wrong), "not the wrong ones are shown")
        self.look("rehearsal-report")
        return right

    def rows(self):
        return [name for name in self.said() if re.match(r"Question \d+, D\d, ", name)]

    def read_more(self, right):
        self.must(self.has_focus("Question "), "the report's first row has not the focus")
        opened = self.focused().name
        self.program.key("Return")
        letters = [self.hear(rf"^Rationale of {letter}$", f"the rationale of {letter}")[0] for letter in "ABCD"]
        self.must(len(letters) == 4 and self.hear(r"^[A-D], your answer$", "the choice made") and
                  self.hear(r"^[A-D], key$", "the key"), "the question does not say what was chosen")
        self.must(self.text(self.program.need("Scenario")).startswith("Scenario "), "the question does not tell its scenario")
        self.look("rehearsal-question")
        self.program.key("2")
        self.hear(rf"(?i)^{re.escape(opened)}, misread$", "why it went wrong")
        self.program.key("Down")
        wait_for(lambda: self.focused().name.startswith("Question ") and self.focused().name.split(",")[0] != opened.split(",")[0],
                 "the next row")
        self.program.key("Return")
        wait_for(lambda: "Rationale of A" not in self.said(), "the question to close")
        self.program.key("m")
        self.hear(r"^Pace", "the pace behind More")
        self.look("rehearsal-more")
        self.program.key("m")
        self.tab_to("Wrong", "radio button", back=True)
        self.program.key("Left")
        wait_for(lambda: len(self.rows()) == QUESTIONS, "all questions in the report")
        self.must(sum(", right, " in row for row in self.rows()) == right, "the rows do not add up to the score")

    def come_back(self, right):
        self.program.key("Escape")
        self.hear(r"^1 sealed form left\.$", "one form less")
        self.must(self.program.checked("Rehearsal", "radio button"), "the set-up has forgotten the rehearsal")
        self.must(self.has_focus("Rehearsal"), "the chosen session has not the focus after the report")
        self.look("rehearsal-setup-again")
        self.program.key("Control_L", "h")
        self.program.need("Attempts, newest first", "table")
        said = self.said()
        self.must("1 attempt" in said and "Rehearsal" in said and "sealed" in said and
                  any(name.startswith(f"{right} of 60") for name in said), "the history does not tell the rehearsal")
        self.look("rehearsal-history")
        self.program.key("Return")
        self.hear(r"^80 % interval ", "the report out of the history")
        self.program.key("Escape")
        self.program.need("Attempts, newest first", "table")

    def walk(self):
        self.program.start()
        self.come_to_setup()
        self.take_seat()
        self.sit()
        self.review()
        self.submit()
        right = self.read_report()
        self.read_more(right)
        self.come_back(right)
        self.program.quit()


def main():
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        place = installed(home, *sys.argv[1:4])
        program = Program([str(place), "--profile", str(home / "candidate.lectern")], home)
        candidate = Candidate(program, pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None)
        try:
            candidate.walk()
        finally:
            program.end()
    candidate.end(f"a whole rehearsal by keyboard, {candidate.multiple} questions of it with more than one answer; every control "
                  "has a name")


in_session(main)
