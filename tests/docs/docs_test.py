#!/usr/bin/env python3
"""The pages tell the truth: every command and option, and every field of a record, has its place.

Usage: docs_test.py PROGRAM
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = sys.argv[1]


def help_of(*command):
    run = subprocess.run([PROGRAM, *command, "--help"], capture_output=True, check=True, text=True)
    return run.stdout


def subcommands(text):
    return re.findall(r"^  ([a-z]+) ", text.split("Subcommands:")[1], re.M) if "Subcommands:" in text else []


def commands(prefix=()):
    yield prefix
    for name in subcommands(help_of(*prefix)):
        yield from commands((*prefix, name))


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "extra":
                yield key
                yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def check_commands():
    page = (ROOT / "docs" / "commands.md").read_text()
    for command in commands():
        name = " ".join(("entente", *command))
        if command and name not in page:
            yield f"docs/commands.md: '{name}' is missing"
        for option in set(re.findall(r"--[a-z]+", help_of(*command))) - {"--help"}:
            if option not in page:
                yield f"docs/commands.md: option {option} of '{name}' is missing"


def check_fields():
    page = (ROOT / "docs" / "events.md").read_text()
    run = subprocess.run([PROGRAM, "code", ROOT / "data" / "samples" / "reports.jsonl"],
                         capture_output=True, check=True)
    found = {key for line in run.stdout.splitlines() for key in keys(json.loads(line))}
    for key in sorted(found):
        if f"`{key}`" not in page and f'`"{key}"' not in page:
            yield f"docs/events.md: field {key} is missing"


def check_links():
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            if not (page.parent / target).exists():
                yield f"{page.relative_to(ROOT)}: link to {target}, which does not exist"
    index = (ROOT / "docs" / "README.md").read_text()
    for page in (ROOT / "docs").glob("*.md"):
        if page.name != "README.md" and f"({page.name})" not in index:
            yield f"docs/README.md: {page.name} is missing"


def main():
    bad = [*check_commands(), *check_fields(), *check_links()]
    print("\n".join(bad) or "no offence")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
