#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""English needs no translation but plural forms: "%n question(s)" becomes "1 question" and "2 questions". Sources mark what only
the plural has by brackets. Usage: english.py IN.ts OUT.ts"""

import re
import sys
import xml.etree.ElementTree as ElementTree

ENDING = re.compile(r"\((e?s)\)")


def main():
    tree = ElementTree.parse(sys.argv[1])
    root = tree.getroot()
    root.set("language", "en")
    count = 0
    for context in list(root.iter("context")):
        for message in list(context.findall("message")):
            if message.get("numerus") != "yes":
                context.remove(message)
                continue
            source = message.findtext("source")
            translation = message.find("translation")
            translation.attrib.pop("type", None)
            for form in translation.findall("numerusform"):
                translation.remove(form)
            ElementTree.SubElement(translation, "numerusform").text = ENDING.sub("", source)
            ElementTree.SubElement(translation, "numerusform").text = ENDING.sub(r"\1", source)
            count += 1
    if count == 0:
        sys.exit(f"{sys.argv[1]}: no plural; lupdate did not see the sources")
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)
    print(f"{count} plurals")


main()
