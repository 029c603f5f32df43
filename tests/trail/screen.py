# SPDX-License-Identifier: GPL-3.0-or-later
"""A display and a bus of their own for one program, and the program as its user has it: what is announced of it through the
accessibility tree, and the mouse and the keyboard. Everything waits for what it needs to see; nothing sleeps in the hope of it."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "dbus-run-session"]
PATIENCE = 60
# X keycodes of the standard keyboard that Xvfb has.
KEYCODES = {"Control_L": 37, "Shift_L": 50, "Alt_L": 64, "Return": 36, "Tab": 23, "Escape": 9, "Up": 111, "Left": 113,
            "Right": 114, "Down": 116, "1": 10, "2": 11, "3": 12, "4": 13, "5": 14, "6": 15, "a": 38, "b": 56, "c": 54, "d": 40,
            "e": 26, "f": 41, "g": 42, "h": 43, "m": 58, "n": 57, "o": 32, "p": 33, "q": 24, "r": 27, "t": 28, "u": 30,
            "v": 55, "x": 53, "z": 52, "s": 39, "Home": 110}
PAGES = ["Today", "Plan", "Exam", "Readiness", "Projects", "Guide"]
# What a person can operate, and so must have a name.
CONTROLS = {"push button", "check box", "radio button", "combo box", "text", "spin button", "toggle button", "list", "tree",
            "table", "menu item", "slider", "page tab"}
# Names of roles that a newer accessibility bus has changed.
RENAMED = {"button": "push button"}


def role_of(node):
    role = node.getRoleName()
    return RENAMED.get(role, role)


def wait_for(condition, what):
    """The first value of the condition that is true. The tree changes while it is read, so that an error is no answer."""
    end = time.monotonic() + PATIENCE
    problem = None
    while time.monotonic() < end:
        try:
            value = condition()
            problem = None
        except Exception as error:  # pyatspi passes on what GLib raises, of many kinds
            value, problem = None, error
        if value:
            return value
        time.sleep(0.05)
    raise SystemExit(f"waited {PATIENCE} s for {what}" + (f": {problem}" if problem else ""))


def in_session(main):
    """Runs main() on a display and a bus of its own, by running the script again there. Exit code 77: what that needs is not
    installed."""
    if os.environ.get("LECTERN_SCREEN") == "1":
        background = [subprocess.Popen([os.environ["LECTERN_ATSPI"], "--launch-immediately"], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)]
        ready = pathlib.Path(os.environ["XDG_RUNTIME_DIR"]) / "window-manager"
        background.append(subprocess.Popen(["openbox", "--startup", f"touch {ready}"], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL))
        try:
            wait_for(ready.exists, "the window manager")
            main()
        finally:
            for process in background:
                process.kill()
        return
    sys.exit(run_session())


def run_session():
    missing = [name for name in NEEDED if not shutil.which(name)]
    launcher = next((path for path in ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher"]
                     if os.path.exists(path)), None)
    try:
        import pyatspi  # noqa: F401
    except (ImportError, ValueError):
        missing.append("python3-pyatspi")
    if missing or not launcher:
        print("not installed:", ", ".join(missing) or "at-spi2-core")
        return 77
    read, write = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                                "-noreset"],
                               pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()
        if not number:
            raise SystemExit("Xvfb does not start")
        with tempfile.TemporaryDirectory() as runtime:
            environment = dict(os.environ, DISPLAY=f":{number}", LECTERN_SCREEN="1", LECTERN_ATSPI=launcher,
                               XDG_RUNTIME_DIR=runtime, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                               QT_ACCESSIBILITY="1")
            environment.pop("WAYLAND_DISPLAY", None)
            return subprocess.run(["dbus-run-session", "--", "/usr/bin/python3", *sys.argv], env=environment,
                                  timeout=420).returncode
    finally:
        display.kill()
        display.wait()


class Program:
    """The running program and its accessibility tree."""

    def __init__(self, command, home):
        import pyatspi
        self.atspi = pyatspi
        self.command, self.home = command, home
        self.process = None

    def start(self):
        environment = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.home), XDG_CONFIG_HOME=str(self.home))
        self.process = subprocess.Popen(self.command, env=environment, cwd=self.home)
        # Keys go to whoever has the focus: before a window is active there is nobody.
        wait_for(self.active_window, "an active window of the program")

    def application(self):
        for application in self.atspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid and application.childCount > 0:
                return application
        return None

    def active_window(self):
        return next((window for window in self.children(self.application())
                     if window.getState().contains(self.atspi.STATE_ACTIVE)), None)

    @staticmethod
    def children(node):
        # A calendar or a table can have thousands; a person sees what fits on a screen.
        for index in range(min(node.childCount, 400) if node else 0):
            child = node.getChildAtIndex(index)
            if child is not None:
                yield child

    def showing(self, node=None):
        """What is shown, from the node or the whole program down. What hides hides all that is in it: the cells of a table on a
        hidden page say that they show."""
        if node is None:
            for window in self.children(self.application()):
                yield from self.showing(window)
            return
        try:
            if not node.getState().contains(self.atspi.STATE_SHOWING):
                return
            yield node
            children = list(self.children(node))
        except Exception:  # gone while it was looked at
            return
        for child in children:
            yield from self.showing(child)

    def find(self, name, role=None, within=None):
        """By name, or by the beginning of a name up to a space or a comma."""
        for node in self.showing(within):
            found = node.name
            if (found == name or found.startswith((name + " ", name + ","))) and role in (None, role_of(node)):
                return node
        return None

    def need(self, name, role=None, within=None):
        return wait_for(lambda: self.find(name, role, within), f"“{name}”")

    def press(self, name, role=None, within=None):
        """As assistive technology does it."""
        actions = self.need(name, role, within).queryAction()
        for index in range(actions.nActions):
            if actions.getName(index).lower() in ("press", "toggle", "click"):
                actions.doAction(index)
                return
        raise SystemExit(f"“{name}” has no action")

    def click(self, name, role=None, within=None):
        """A click of the mouse in the middle of the control, once it stays where it is."""
        node = self.need(name, role, within)
        places = []

        def still():
            box = node.queryComponent().getExtents(self.atspi.DESKTOP_COORDS)
            places.append((box.x, box.y, box.width, box.height))
            return len(places) > 1 and places[-1] == places[-2] and box.width > 0
        wait_for(still, f"“{name}” to stand still")
        x, y, width, height = places[-1]
        self.atspi.Registry.generateMouseEvent(x + width // 2, y + height // 2, "b1c")

    def key(self, *keys):
        """Key names of X; modifiers are held while the last one is typed."""
        codes = [KEYCODES[name] for name in keys]
        for code in codes[:-1]:
            self.atspi.Registry.generateKeyboardEvent(code, None, self.atspi.KEY_PRESS)
        self.atspi.Registry.generateKeyboardEvent(codes[-1], None, self.atspi.KEY_PRESSRELEASE)
        for code in reversed(codes[:-1]):
            self.atspi.Registry.generateKeyboardEvent(code, None, self.atspi.KEY_RELEASE)

    def says(self, text):
        return any(text in node.name for node in self.showing())

    def hear(self, text, what):
        wait_for(lambda: self.says(text), what)

    def checked(self, name, role, within=None):
        node = self.find(name, role, within)
        return node is not None and node.getState().contains(self.atspi.STATE_CHECKED)

    def named(self, node):
        """A combo box is named after its value; what it is for, its label says."""
        if role_of(node) != "combo box":
            return bool(node.name.strip())
        return any(relation.getRelationType() == self.atspi.RELATION_LABELLED_BY and relation.getTarget(0).name.strip()
                   for relation in node.getRelationSet())

    def controls(self):
        """What shows and takes the keyboard, once two looks at it find the same."""
        seen = []

        def look():
            now = []
            for node in self.showing():
                try:
                    role = role_of(node)
                    if role in CONTROLS and node.getState().contains(self.atspi.STATE_FOCUSABLE):
                        now.append((role, self.named(node), node.parent.name if node.parent else ""))
                except Exception:  # gone while it was looked at
                    continue
            seen.append(now)
            return now and len(seen) > 1 and seen[-2] == now
        wait_for(look, "the window to settle")
        return seen[-1]

    def unnamed(self):
        """Controls that a screen reader cannot name."""
        return [f"{role} in “{parent}”" for role, named, parent in self.controls() if not named]

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

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Walk:
    """Somebody's way through the program: what was met on it without a name, and pictures where a folder for them is given."""

    def __init__(self, program, pictures):
        self.program, self.pictures = program, pictures
        self.unnamed = []

    def look(self, name):
        self.unnamed += [f"{name}: {line}" for line in self.program.unnamed()]
        if self.pictures and shutil.which("import"):
            self.pictures.mkdir(parents=True, exist_ok=True)
            subprocess.run(["import", "-window", "root", str(self.pictures / f"{name}.png")], check=False)

    def turn_to(self, page, by_mouse=True):
        if by_mouse:
            self.program.click(page, "page tab")
        else:
            self.program.key("Control_L", str(PAGES.index(page) + 1))
        # The list of tabs is named after the current one.
        wait_for(lambda: self.program.find(page, "page tab list"), f"the tab {page} to be current")

    def end(self, message):
        if self.unnamed:
            print("\n".join(dict.fromkeys(f"without a name: {line}" for line in self.unnamed)), flush=True)
            sys.exit(1)
        print(message)
