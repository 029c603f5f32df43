#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program in a real window through the accessibility tree and the keyboard, as a newcomer would: says that no exam
is booked, makes a plan, starts an exam, answers by keys, dies by SIGKILL, comes back to the seat, submits, reads the report,
and finds it all again after a restart. Every control met on the way must have a name.
Usage: window.py LECTERN_PROGRAM [PICTURE_FOLDER]; exit code 77: what it needs is not installed."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "dbus-run-session"]
PATIENCE = 30
# X keycodes of the standard keyboard that Xvfb has.
KEYCODES = {"Control_L": 37, "Return": 36, "1": 10, "2": 11, "3": 12, "4": 13, "5": 14, "6": 15, "a": 38, "b": 56, "c": 54,
            "d": 40, "f": 41, "r": 27, "q": 24}


def inside_session():
    return os.environ.get("LECTERN_WINDOW_SESSION") == "1"


def start_session():
    """Runs this script again on a display and a bus of its own."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    launcher = next((path for path in ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]
                     if os.path.exists(path)), None)
    try:
        import pyatspi  # noqa: F401
    except (ImportError, ValueError):
        missing.append("python3-pyatspi")
    if missing or not launcher:
        print("not installed:", ", ".join(missing) or "at-spi2-core")
        sys.exit(77)
    read, write = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                               pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    number = os.read(read, 16).decode().strip()
    environment = dict(os.environ, DISPLAY=f":{number}", LECTERN_WINDOW_SESSION="1", LECTERN_ATSPI=launcher,
                       QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1")
    environment.pop("WAYLAND_DISPLAY", None)
    try:
        return subprocess.run(["dbus-run-session", "--", "/usr/bin/python3", *sys.argv], env=environment,
                              timeout=420).returncode
    finally:
        display.kill()


class Program:
    """The running program and its accessibility tree."""

    def __init__(self, command, profile, home):
        import pyatspi
        self.atspi = pyatspi
        self.command, self.profile, self.home = command, profile, home
        self.process = None

    def start(self):
        environment = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.home), XDG_CONFIG_HOME=str(self.home))
        self.process = subprocess.Popen([self.command, "--profile", str(self.profile)], env=environment)
        wait_for(lambda: self.application() is not None, "the program to appear")

    def application(self):
        desktop = self.atspi.Registry.getDesktop(0)
        for application in desktop:
            if application and application.name.lower() == "lectern" and application.childCount > 0:
                return application
        return None

    def walk(self, node=None, depth=0):
        node = node or self.application()
        if node is None or depth > 40:
            return
        yield node
        for index in range(min(node.childCount, 400)):
            try:
                child = node.getChildAtIndex(index)
            except Exception:  # the tree changes while it is read
                continue
            if child is not None:
                yield from self.walk(child, depth + 1)

    def showing(self):
        for node in self.walk():
            try:
                if node.getState().contains(self.atspi.STATE_SHOWING):
                    yield node
            except Exception:
                continue

    def find(self, name, role=None):
        for node in self.showing():
            if (node.name == name or node.name.startswith(name + " ")) and (role is None or node.getRoleName() == role):
                return node
        return None

    def need(self, name, role=None):
        return wait_for(lambda: self.find(name, role), f"“{name}”")

    def press(self, name, role=None):
        node = self.need(name, role)
        actions = node.queryAction()
        for index in range(actions.nActions):
            if actions.getName(index).lower() in ("press", "toggle", "click"):
                actions.doAction(index)
                return
        raise SystemExit(f"“{name}” has no action")

    def click(self, name, role=None):
        """A click of the mouse in the middle of the control."""
        box = self.need(name, role).queryComponent().getExtents(self.atspi.DESKTOP_COORDS)
        self.atspi.Registry.generateMouseEvent(box.x + box.width // 2, box.y + box.height // 2, "b1c")

    def key(self, *keys):
        """Key names of X; modifiers are held while the last one is typed."""
        codes = [KEYCODES[name] for name in keys]
        for code in codes[:-1]:
            self.atspi.Registry.generateKeyboardEvent(code, None, self.atspi.KEY_PRESS)
        self.atspi.Registry.generateKeyboardEvent(codes[-1], None, self.atspi.KEY_PRESSRELEASE)
        for code in reversed(codes[:-1]):
            self.atspi.Registry.generateKeyboardEvent(code, None, self.atspi.KEY_RELEASE)
        time.sleep(0.15)

    def texts(self):
        return "\n".join(node.name for node in self.showing() if node.name)

    def unnamed(self):
        """Showing controls that a person can operate and a screen reader cannot name."""
        roles = {"push button", "check box", "radio button", "combo box", "text", "spin button", "toggle button", "list",
                 "tree", "table", "menu item", "slider", "page tab"}
        found = []
        for node in self.showing():
            try:
                focusable = node.getState().contains(self.atspi.STATE_FOCUSABLE)
                if focusable and node.getRoleName() in roles and not node.name.strip():
                    parent = node.parent.name if node.parent else ""
                    found.append(f"{node.getRoleName()} in “{parent}”")
            except Exception:
                continue
        return found

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        wait_for(lambda: self.application() is None, "the program to be gone")

    def quit(self):
        self.key("Control_L", "q")
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise SystemExit("Ctrl+Q does not quit") from None


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = condition()
        except Exception:
            value = None
        if value:
            return value
        time.sleep(0.1)
    raise SystemExit(f"waited {PATIENCE} s for {what}")


def main():
    program = Program(sys.argv[1], None, None)
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    background = [subprocess.Popen([os.environ["LECTERN_ATSPI"], "--launch-immediately"], stderr=subprocess.DEVNULL),
                  subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)]
    time.sleep(1)
    unnamed = {}

    def look(name):
        time.sleep(0.4)
        for line in program.unnamed():
            unnamed.setdefault(f"{name}: {line}", None)
        if pictures and shutil.which("import"):
            pictures.mkdir(parents=True, exist_ok=True)
            subprocess.run(["import", "-window", "root", str(pictures / f"{name}.png")], check=False)

    try:
        with tempfile.TemporaryDirectory() as folder:
            program.home = pathlib.Path(folder)
            program.profile = program.home / "newcomer.lectern"
            program.start()
            program.need("Exam appointment", "dialog")
            look("first-run")
            program.press("Not booked yet")
            program.press("Save appointment")

            for number, page in enumerate(["Today", "Plan", "Exam", "Readiness", "Projects", "Guide"], start=1):
                program.key("Control_L", str(number))
                # The list of tabs is named after the current one.
                wait_for(lambda page=page: program.find(page, "page tab list"), f"the tab {page} to be current")
                look(f"empty-{page.lower()}")

            program.key("Control_L", "2")
            program.click("Make a plan")
            program.need("New plan", "dialog")
            look("new-plan")
            program.click("Make plan")
            wait_for(lambda: "to do" in program.texts(), "blocks on the calendar")
            look("plan")

            program.key("Control_L", "3")
            program.need("Start exam")
            look("exam-setup")
            program.key("Control_L", "Return")
            wait_for(lambda: "Question 1" in program.texts(), "the first question")
            for answer in "abcdab":
                program.key(answer)
                program.key("Return")
            program.key("f")
            look("exam-seat")
            wait_for(lambda: "Question 3, answered" in program.texts(), "the grid to show the answers")
            program.kill()

            program.start()
            wait_for(lambda: "Question 6, answered" in program.texts(), "the seat after the kill")
            if "flagged" not in program.texts():
                raise SystemExit("the flag was lost by the kill")
            look("exam-again")
            program.key("r")
            program.need("Submit exam")
            look("exam-review")
            program.click("Submit exam")
            question = wait_for(lambda: next((node for node in program.showing() if node.name.startswith("Submit with")
                                              and node.getRoleName() in ("dialog", "alert", "label")), None), "the question")
            while question.getRoleName() not in ("dialog", "alert"):
                question = question.parent
            for node in program.walk(question):
                if node.name == "Submit exam" and node.getRoleName() == "push button":
                    node.queryAction().doAction(0)
                    break
            wait_for(lambda: " of 60" in program.texts() and "Questions" in program.texts(), "the report")
            look("exam-report")
            program.key("Control_L", "4")
            program.need("Readiness", "page tab list")
            look("readiness")
            wait_for(lambda: "first-seen answer" in program.texts(), "readiness to count the answers")
            program.quit()

            program.start()
            program.key("Control_L", "2")
            wait_for(lambda: "to do" in program.texts(), "the plan after a restart")
            program.key("Control_L", "1")
            wait_for(lambda: "of 60" in program.texts(), "the last result on Today")
            look("today")
            program.quit()
    finally:
        if program.process and program.process.poll() is None:
            program.process.kill()
        for process in background:
            process.kill()
    if unnamed:
        raise SystemExit("controls without a name:\n" + "\n".join(unnamed))
    print("the whole way by window, keys and clicks; every control has a name")


if inside_session():
    main()
else:
    sys.exit(start_session())
