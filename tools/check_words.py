#!/usr/bin/env python3
"""Checks the files of the project for what must not stand in them.

Usage: check_words.py [ROOT]     exit status 1 and one line per offence

Nothing that is true of one machine only (its paths, its registries), no loose
ends, no file that has grown past reading.
"""
import pathlib
import re
import subprocess
import sys

# Written so that this file does not match itself.
FORBIDDEN = {
    "path of one machine": r"/wo[r]k/|/ro[o]t/|/ho[m]e/[a-z]|\.\./sh[a]red",
    "host of a registry": r"pypi\.o[r]g|deb\.debian\.o[r]g|registry\.np[m]js|crates\.i[o]/",
    "loose end": r"\bFI[X]ME\b|\bTO[D]O\b|\bHA[C]K\b|not imple[m]ented|pla[c]eholder",
}
MAX_LINES = 600
SOURCE = {".cc", ".h", ".py"}


def tracked(root):
    names = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, check=True)
    return [root / n for n in names.stdout.decode().split("\0") if n]


def main(root):
    bad = []
    for path in tracked(root):
        if not path.is_file():
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        for what, pattern in FORBIDDEN.items():
            for match in re.finditer(pattern, text):
                line = text.count("\n", 0, match.start()) + 1
                bad.append(f"{path}:{line}: {what}: {match.group()}")
        lines = text.count("\n")
        if path.suffix in SOURCE and "generated" not in path.parts and lines > MAX_LINES:
            bad.append(f"{path}: {lines} lines, more than {MAX_LINES}: split it by concept")
    print("\n".join(bad) or "no offence")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")))
