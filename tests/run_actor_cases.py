#!/usr/bin/env python3
"""Runs tests/cases/actor/*.case through `entente resolve -`.

  run_actor_cases.py ENTENTE CASE...   exit status 1 and one line per case that fails,
                                     77 when there is no language model
"""
import json
import subprocess
import sys

SKIPPED = 77  # no language model
FIELDS = ("id", "code", "sectors", "person", "resolved_by")


def read_cases(paths):
    cases = []
    for path in paths:
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                line = line.rstrip("\n")
                if not line or line.startswith("#"):
                    continue
                cells = line.split(" | ")
                if len(cells) != 8:
                    sys.exit(f"{path}:{number}: expected 8 cells, found {len(cells)}")
                cases.append((f"{path}:{number}", cells))
    return cases


def found(entity):
    """The answer by fields; the ids of all that the phrase names, joined by '+'."""
    person = entity.get("person") or {}
    everyone = [entity, *(entity.get("others") or [])]
    return {
        "id": "+".join(e.get("id") or "" for e in everyone),
        "code": entity.get("code") or "",
        "sectors": ",".join(entity.get("sectors") or []),
        "person": person.get("name") or "",
        "resolved_by": entity.get("resolved_by") or "",
    }


def main():
    entente, paths = sys.argv[1], sys.argv[2:]
    cases = read_cases(paths)
    lines = []
    for _, cells in cases:
        record = {"phrase": cells[0], "date": cells[1]}
        if cells[2] != "-":
            record["context"] = cells[2]
        lines.append(json.dumps(record, ensure_ascii=False))
    run = subprocess.run([entente, "resolve", "-"], input="\n".join(lines) + "\n", text=True, capture_output=True, check=False)
    if "language model" in run.stderr and not run.stdout:
        print(run.stderr.strip())
        return SKIPPED
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(cases):
        sys.exit(f"{len(cases)} phrases in, {len(answers)} answers out\n{run.stderr}")
    failed = 0
    for (place, cells), answer in zip(cases, answers):
        got = found(answer)
        wanted = dict(zip(FIELDS, cells[3:]))
        for field, value in wanted.items():
            value = {"-": "", "=": wanted["id"]}.get(value, value)
            if value not in ("*", got[field]):
                print(f"{place}: {cells[0]}: {field} is '{got[field]}', expected '{value}'")
                failed += 1
                break
    print(f"{len(cases) - failed} of {len(cases)} cases")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
