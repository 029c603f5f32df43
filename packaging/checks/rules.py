#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The architecture's rules that a machine can check, over the sources below a root folder.

Prints "file:line: rule: message" for each finding and exits with 1 if there is one. Only Python's own library is needed.
"""
import argparse
import re
import sys
from pathlib import Path

LAYERS = ("core", "packs", "store", "exchange", "desk", "ui")
# What a layer may link, and how: a private link gives the code behind it to nobody above.
LINKS = {
    "core": {},
    "packs": {"core": "any"},
    "store": {"core": "any"},
    "exchange": {"core": "any"},
    "desk": {"core": "any", "packs": "PRIVATE", "store": "PRIVATE", "exchange": "PRIVATE"},
    "ui": {"desk": "any", "core": "any"},
}
# Libraries that belong to some layers only.
LIBRARIES = {
    r"Qt6::Sql": ("store",),
    r"yaml-cpp.*": ("packs",),
    r"(PkgConfig::)?(LIB)?ICAL.*": ("exchange",),
    r"Qt6::(Widgets|Charts|PrintSupport|Pdf|PdfWidgets|Svg|SvgWidgets|DBus)": ("ui",),
    r"KF[56]::SyntaxHighlighting": ("ui",),
}
# Folders below the root that hold no source of the project: seeds are faulty on purpose, data is read byte for byte.
NOT_SOURCE = ("tests/checks/seeded/", "tests/data/")

CPP = {".cpp", ".h"}
TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<raw>\b(?:u8|[uUL])?R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")
      | (?P<string>(?:\b(?:u8|[uUL]))?"(?:\\.|[^"\\\n])*")
      | (?P<char>(?<![0-9])'(?:\\.|[^'\\\n])+')""",
    re.VERBOSE | re.DOTALL,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


class Source:
    """A C++ file in two views of the same length: without comments, and without comments and the text of literals."""

    def __init__(self, root, path):
        self.path = path
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8", errors="replace")
        self.code = TOKEN.sub(lambda m: self._blank(m, keep=()), self.text)
        self.includes = [
            (self.line(m.start(2)), m.group(1), m.group(2))
            for m in INCLUDE.finditer(TOKEN.sub(lambda m: self._blank(m, keep=("string",)), self.text))
        ]
        self.literals = self._literals()

    @staticmethod
    def _blank(match, keep):
        if match.lastgroup in keep:
            return match.group()
        return re.sub(r"[^\n]", " ", match.group())

    def _literals(self):
        """(line, text) of each string; neighbours that the compiler would join are joined."""
        found, end = [], -1
        for match in TOKEN.finditer(self.text):
            raw, string = match.group("raw"), match.group("string")
            if raw is None and string is None:
                continue
            inner = raw[raw.index("(") + 1 : raw.rindex(")")] if raw else string[string.index('"') + 1 : -1]
            if found and end >= 0 and not self.code[end : match.start()].strip():
                found[-1] = (found[-1][0], found[-1][1] + inner)
            else:
                found.append((self.line(match.start()), inner))
            end = match.end()
        return found

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def matches(self, pattern):
        return [(self.line(m.start()), m.group()) for m in re.finditer(pattern, self.code)]

    def layer(self):
        parts = self.name.split("/")
        return parts[1] if parts[0] == "app" and len(parts) > 2 else ""


class Tree:
    def __init__(self, root):
        self.root = root
        self.files = []
        for top in ("app", "tests"):
            for path in sorted((root / top).rglob("*")):
                name = path.relative_to(root).as_posix()
                if path.is_file() and not name.startswith(NOT_SOURCE) and "/__pycache__/" not in name:
                    self.files.append(path)
        self.cpp = [Source(root, path) for path in self.files if path.suffix in CPP]
        self.app = [source for source in self.cpp if source.name.startswith("app/")]


SQL = re.compile(
    r"""\b(?:
        SELECT\s.+?\sFROM\s+\w | (?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO\s+\w+\s*(?:\(|VALUES|SELECT) | UPDATE\s+\w+\s+SET\s+\w+\s*=
        | DELETE\s+FROM\s+\w+ | (?:CREATE|DROP|ALTER)\s+(?:TEMP\w*\s+|UNIQUE\s+|VIRTUAL\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\s+\w
        | PRAGMA\s+\w+ | VACUUM\s+INTO | BEGIN\s+(?:IMMEDIATE|EXCLUSIVE|TRANSACTION)
    )""",
    re.VERBOSE | re.DOTALL,
)
# In small letters only what no sentence says.
SQL_SMALL = re.compile(
    r"\b(?:select\s.+?\sfrom\s+\w+\s*(?:where|join|order by|limit|;|$)|insert\s+into\s+\w+\s*\(|update\s+\w+\s+set\s+\w+\s*="
    r"|delete\s+from\s+\w+\s*(?:where|;|$)|create\s+table\s+\w+\s*\(|pragma\s+\w+\s*[=(])",
    re.DOTALL,
)


def sql(tree):
    """SQL is written in app/store only"""
    for source in tree.app:
        if source.layer() == "store":
            continue
        for line, _, name in source.includes:
            if re.match(r"(QtSql/)?QSql|sqlite3", name):
                yield source.name, line, f"<{name}> belongs to app/store"
        for line, text in source.literals:
            found = SQL.search(text) or SQL_SMALL.search(text)
            if found:
                yield source.name, line, f'SQL outside app/store: "{" ".join(found.group().split())[:40]}"'


def qt_module_include(tree):
    """Qt headers are included bare, so that a layer that does not link the module does not compile"""
    for source in tree.cpp:
        for line, _, name in source.includes:
            if re.match(r"Qt[A-Z]\w*/", name):
                yield source.name, line, f"<{name}>: include <{name.split('/', 1)[1]}> instead"


def one_place(tree, what, pattern):
    """Yields every use outside the place (a header and its source) that has most of them, if there is more than one."""
    places = {}
    for source in tree.app:
        uses = source.matches(pattern)
        uses += [(line, name) for line, _, name in source.includes if re.search(pattern, name)]
        if uses:
            places.setdefault(source.name.rsplit(".", 1)[0], []).append((source.name, min(uses)[0], len(uses)))
    home = max(places, key=lambda stem: sum(use[2] for use in places[stem]), default="")
    for stem in sorted(places):
        if stem != home:
            for name, line, _ in places[stem]:
                yield name, line, f"{what} is named in {home} already, and may be in one place only"


def charts(tree):
    """Qt Charts is named in one place"""
    kinds = "Line|Spline|Scatter|Area|Bar|StackedBar|PercentBar|HorizontalBar|BoxPlot|Candlestick|Pie|XY"
    axes = "Value|LogValue|Category|BarCategory|DateTime|Color"
    yield from one_place(
        tree, "Qt Charts", rf"\bQtCharts\b|\bQ(Abstract|Polar)?Chart(View)?\b|\bQ(Abstract)?({kinds})?Series\b|\bQ({axes}|Abstract)Axis\b|\bQBarSet\b"
    )


def highlighting(tree):
    """KSyntaxHighlighting is named in one place"""
    yield from one_place(tree, "KSyntaxHighlighting", r"\bKSyntaxHighlighting\b")


def layer_include(tree):
    """No include reaches by path into another layer"""
    for source in tree.cpp:
        home = source.name.split("/")[:2]
        for line, kind, name in source.includes:
            if "/" not in name:
                continue
            parts = name.split("/")
            if ".." in parts:
                folder = source.name.split("/")[:-1]
                for part in parts[:-1]:
                    folder = folder[:-1] if part == ".." else folder + [part]
                leaves = folder[:2] != home
            else:
                leaves = parts[0] == "app" or (parts[0] in LAYERS and parts[0] != home[-1])
            if leaves or name.startswith("/"):
                yield source.name, line, f'"{name}" leaves {"/".join(home)}: link the layer and include bare, or do without'


def spdx(tree):
    """Every source names its licence in its first lines"""
    for path in tree.files:
        if path.suffix in CPP | {".py", ".sh", ".cmake"} or path.name == "CMakeLists.txt":
            with path.open(encoding="utf-8", errors="replace") as lines:
                head = "".join(line for _, line in zip(range(5), lines))
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
                yield path.relative_to(tree.root).as_posix(), 1, "no SPDX-License-Identifier: GPL-3.0-or-later in the first five lines"


def pragma_once(tree):
    """Every header is guarded by #pragma once"""
    for source in tree.cpp:
        if source.path.suffix == ".h" and not re.search(r"^[ \t]*#[ \t]*pragma[ \t]+once\b", source.code, re.MULTILINE):
            yield source.name, 1, "no #pragma once"


COLOUR_NAMES = (
    "white|black|red|darkRed|green|darkGreen|blue|darkBlue|cyan|darkCyan|magenta|darkMagenta|yellow|darkYellow|gray|darkGray|lightGray"
)


def colour(tree):
    """Colours are named in app/ui/parts/tokens.h only"""
    for source in tree.app:
        if source.name in ("app/ui/parts/tokens.h", "app/ui/parts/tokens.cpp"):
            continue
        for line, text in source.literals:
            found = re.search(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6})\b|(?:^|:\s*)#[0-9A-Fa-f]{3}(?=$|[;\s])|\brgba?\s*\(\s*\d", text)
            if found:
                yield source.name, line, f'"{found.group()}": take a token of ui/parts/tokens.h'
        pattern = rf"\bQColor\s*(?:\w+\s*)?[({{]\s*(?:\d|0x)|\bQColor::from(?:Rgb|Hsv|Hsl|Cmyk)\w*\s*\(\s*\d|\bqRgba?\s*\(\s*\d|\bQt::(?:{COLOUR_NAMES})\b"
        for line, text in source.matches(pattern):
            yield source.name, line, f"{text}: take a token of ui/parts/tokens.h"
        for match in re.finditer(r"\bQColor\s*(?:\w+\s*)?[({]\s*(?:QStringLiteral\(|QLatin1String\()?\"(\w*)\"", source.text):
            if source.code[match.start()] == "Q":
                yield source.name, source.line(match.start()), f'QColor("{match.group(1)}"): take a token of ui/parts/tokens.h'


def string_connect(tree):
    """Signals and slots are connected by function, so that a wrong one does not compile"""
    for source in tree.cpp:
        for match in re.finditer(r"\b(SIGNAL|SLOT)\s*\(", source.code):
            # QDBusConnection knows no other way: bus.connect(service, path, interface, name, this, SLOT(...)).
            statement = source.code[source.code.rfind(";", 0, match.start()) + 1 : match.start()]
            bus = re.search(r"\b\w*[bB]us\w*(\(\))?\s*\.\s*connect\s*\(", statement)
            if match.group(1) == "SIGNAL" or not bus or "SIGNAL" in statement:
                yield source.name, source.line(match.start()), f"{match.group(1)}(): connect to the function"


def layer_links(tree):
    """Layers link downwards only, and libraries stay in the layer they belong to"""
    for layer in LAYERS:
        for path in sorted((tree.root / "app" / layer).rglob("CMakeLists.txt")):
            text = re.sub(r"#[^\n]*", "", path.read_text(encoding="utf-8"))
            name = path.relative_to(tree.root).as_posix()
            for call in re.finditer(r"\btarget_link_libraries\s*\(\s*([\w${}-]+)([^)]*)\)", text):
                scope, at = "PUBLIC", call.start(2)
                for item in re.finditer(r"\S+", call.group(2)):
                    word, line = item.group(), text.count("\n", 0, at + item.start()) + 1
                    if word in ("PUBLIC", "PRIVATE", "INTERFACE"):
                        scope = word
                        continue
                    target = word.removeprefix("lectern-")
                    if word != target and target in LAYERS:
                        allowed = LINKS[layer].get(target)
                        if target != layer and allowed is None:
                            yield name, line, f"{layer} may not link {word}"
                        elif allowed == "PRIVATE" and scope != "PRIVATE":
                            yield name, line, f"{layer} may link {word} PRIVATE only, so that nothing above can name it"
                    for pattern, homes in LIBRARIES.items():
                        if re.fullmatch(pattern, word) and layer not in homes:
                            yield name, line, f"{word} belongs to {' and '.join(homes)}, not to {layer}"


RULES = {
    "sql": sql,
    "qt-module-include": qt_module_include,
    "charts": charts,
    "highlighting": highlighting,
    "layer-include": layer_include,
    "spdx": spdx,
    "pragma-once": pragma_once,
    "colour": colour,
    "string-connect": string_connect,
    "layer-links": layer_links,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("root", type=Path, nargs="?", help="the project's folder")
    parser.add_argument("--rule", action="append", choices=sorted(RULES), help="check this rule (again for more); without, all")
    parser.add_argument("--list", action="store_true", help="name the rules and what each wants")
    options = parser.parse_args()
    if options.list:
        for name, rule in RULES.items():
            print(f"{name}: {rule.__doc__}")
        return 0
    if options.root is None or not (options.root / "app").is_dir():
        parser.error("give the project's folder, the one that holds app/")
    tree = Tree(options.root.resolve())
    findings = 0
    for name in options.rule or RULES:
        for path, line, message in sorted(set(RULES[name](tree))):
            print(f"{path}:{line}: {name}: {message}")
            findings += 1
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
