#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves with the compiler that one layer cannot include the headers of another.

Given a layer, the include folders that the build gives it, and the layers it must not see: its own header has to be found (or the
folders were not the build's), and no header of theirs. Exits with 1 and "layer: includes: ..." for each that is.
"""
import argparse
import subprocess
import sys
from pathlib import Path


def found(compiler, folders, header):
    """The preprocessor's answer: it is what looks for includes, and a tenth of the work of compiling."""
    command = [compiler, "-xc++", "-std=c++20", "-fPIC", "-E", "-o", "/dev/null", *[f"-I{folder}" for folder in folders], "-"]
    return subprocess.run(command, input=f'#include "{header}"\n', capture_output=True, text=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--app", type=Path, required=True, help="the folder that holds the layers")
    parser.add_argument("--layer", required=True)
    parser.add_argument("--folders", required=True, help="the layer's include folders, separated by |")
    parser.add_argument("--also", action="append", default=[], help="one more include folder")
    parser.add_argument("forbidden", nargs="+")
    options = parser.parse_args()
    folders = [folder for folder in options.folders.split("|") if folder] + options.also

    own = sorted((options.app / options.layer).rglob("*.h"))
    done = found(options.compiler, folders, own[0].name) if own else None
    if done is None or done.returncode:
        print(f"{options.layer}: its own header is not found, so nothing can be said")
        print(done.stderr[:1000] if done else "", file=sys.stderr)
        return 2
    code = 0
    for layer in options.forbidden:
        for header in sorted((options.app / layer).rglob("*.h")):
            if any((Path(folder) / header.name).exists() for folder in folders):
                print(f"{options.layer}: includes: {layer}/{header.name} can be found")
                code = 1
        # One of them through the compiler itself: its other search folders count too.
        headers = sorted((options.app / layer).rglob("*.h"))
        if headers:
            done = found(options.compiler, folders, headers[0].name)
            if not done.returncode or "No such file" not in done.stderr and "file not found" not in done.stderr:
                print(f"{options.layer}: includes: {layer}/{headers[0].name} compiles")
                code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
