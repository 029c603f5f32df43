#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a .ts file without translations into the pseudo-locale: every text accented, a third longer, between ⟦ and ⟧, and the
window mirrored. Whatever shows without brackets was never translatable; whatever is cut has no room for other languages.
Usage: pseudo.py IN.ts OUT.ts"""

import re
import sys
import xml.etree.ElementTree as ElementTree

ACCENTS = str.maketrans("aceginosuyzACEGINOSUYZ", "åçéğîñöšûýžÅÇÉĞÎÑÖŠÛÝŽ")
# Place markers, markup, entities and mnemonics stay as they are.
KEPT = re.compile(r"%L?\d+|%L?n|<[^<>]*>|&[a-z]+;|&|\n")
GROWTH = 1 / 3
# A label aligns by the direction of its own text, so the text has to begin as Arabic or Hebrew does.
MARK = "\u200f"


def pseudo(text):
    pieces, at = [], 0
    for match in KEPT.finditer(text):
        pieces += [text[at:match.start()].translate(ACCENTS), match.group()]
        at = match.end()
    pieces.append(text[at:].translate(ACCENTS))
    letters = len(re.sub(KEPT, "", text))
    return MARK + "⟦" + "".join(pieces) + "·" * max(1, round(letters * GROWTH)) + "⟧"


def main():
    tree = ElementTree.parse(sys.argv[1])
    root = tree.getroot()
    root.set("language", "en")
    count = 0
    for message in root.iter("message"):
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        translation.text = None
        for form in translation.findall("numerusform"):
            translation.remove(form)
        text = pseudo(message.findtext("source"))
        count += 1
        if message.get("numerus") == "yes":
            for _ in range(2):
                ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = "QGuiApplication"
    message = ElementTree.SubElement(context, "message")
    ElementTree.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
    ElementTree.SubElement(message, "translation").text = "RTL"
    if count < 100:
        sys.exit(f"{sys.argv[1]}: only {count} texts; lupdate did not see the sources")
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)
    print(f"{count} texts")


main()
