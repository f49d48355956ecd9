#!/usr/bin/env python3
"""The behaviour of the program on the sample reports, as one hash.

Usage: signature_test.py PROGRAM            exit status 1 when the records have changed
       signature_test.py --update PROGRAM   accept today's records

A change of rules or data that changes no record keeps the hash; one that does
states the new hash in its commit, so that nobody changes behaviour unawares.
"""
import collections
import hashlib
import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
SIGNATURE = FOLDER / "samples.sha256"


def signature(program):
    run = subprocess.run([program, "code", ROOT / "data" / "samples" / "reports.jsonl"],
                         capture_output=True, check=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    counts = collections.Counter(r["event"] for r in records)
    head = f"sha256 {hashlib.sha256(run.stdout).hexdigest()}\nevents {len(records)}\n"
    return head + "".join(f"{event} {n}\n" for event, n in sorted(counts.items()))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--update"]
    found = signature(arguments[0])
    if "--update" in sys.argv:
        SIGNATURE.write_text(found)
        print(found, end="")
        return 0
    expected = SIGNATURE.read_text()
    if found == expected:
        return 0
    print(f"The records of the samples have changed.\nbefore:\n{expected}now:\n{found}"
          "If that is meant: make signature, and name the change in the commit.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
