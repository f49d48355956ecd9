#!/usr/bin/env python3
"""check_parity.py FOLDER --entente BINARY [--tokens TOKEN_DUMP --model MODEL]

Compares `entente analyze --as jsonl` with what spaCy said (FOLDER/docs.jsonl.gz, made by
dump_oracle.py): prints each figure with its gate and the first differences; exit status 1
if a gate is missed.  With --tokens also the ids that the networks read.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys

# Figure -> smallest share that passes.
GATES = {"documents with equal tokens": 1.0, "ids": 1.0, "tags": 0.9999, "heads and labels": 0.9995,
         "pos, given tag and label": 1.0, "features, given tag and label": 1.0,
         "lemmas, given tag and label": 1.0, "sentence starts": 0.9995, "entities F": 0.999,
         "noun chunks F": 0.999, "sentences with equal analyses": 0.998}
SHOWN = 10


class Tally:
    """Counts of agreement by figure, and the first differences of each."""

    def __init__(self):
        self.equal, self.all, self.shown = {}, {}, {}

    def add(self, figure, equal, total=1, what=None):
        self.equal[figure] = self.equal.get(figure, 0) + equal
        self.all[figure] = self.all.get(figure, 0) + total
        if equal < total and what:
            self.shown.setdefault(figure, []).append(what)

    def report(self):
        failed = False
        for figure, gate in GATES.items():
            if not self.all.get(figure):
                continue
            share = self.equal[figure] / self.all[figure]
            failed |= share < gate
            print(f"{'ok  ' if share >= gate else 'MISS'} {figure:32} {share:9.4%}"
                  f"  of {self.all[figure]} (gate {gate:.2%})")
            for line in self.shown.get(figure, [])[:SHOWN]:
                print("     ", line)
        return failed


def run(command, docs):
    """One answer a document, from a program that reads and writes JSON Lines."""
    lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in docs)
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=False)
    answers = [json.loads(line) for line in done.stdout.split(b"\n") if line]
    if len(answers) != len(docs):
        sys.exit(f"{command[0]}: {len(answers)} answers to {len(docs)} documents")
    return answers


def same_tokens(a, b):
    return a["start"] == b["start"] and a["end"] == b["end"] and \
        [int(x) for x in a["space"]] == [int(x) for x in b["space"]]


def compare_sets(tally, figure, wanted, found, name):
    """Adds an F score: twice the common ones of all on both sides."""
    wanted, found = set(map(tuple, wanted)), set(map(tuple, found))
    tally.add(figure, 2 * len(wanted & found), len(wanted) + len(found),
              f"{name}: missing {sorted(wanted - found)}, surplus {sorted(found - wanted)}")


def compare(tally, gold, ours):
    name = gold["id"]
    if not same_tokens(gold, ours):
        tally.add("documents with equal tokens", 0, 1, f"{name}: {gold['text'][:60]!r}")
        return
    tally.add("documents with equal tokens", 1)
    wrong = set()
    for i, start in enumerate(gold["start"]):
        word = f"{name}[{i}] {gold['text'][start:gold['end'][i]]!r}"

        def check(figure, *keys):
            a, b = [gold[k][i] for k in keys], [ours[k][i] for k in keys]
            tally.add(figure, a == b, 1, f"{word}: {a} -> {b}")
            if a != b:
                wrong.add(i)
            return a == b
        tag, arc = check("tags", "tag"), check("heads and labels", "head", "dep")
        if tag and arc:
            check("pos, given tag and label", "pos")
            check("features, given tag and label", "morph")
            check("lemmas, given tag and label", "lemma")
    for figure, key in (("entities F", "ent"), ("noun chunks F", "np")):
        compare_sets(tally, figure, gold[key], ours[key], name)
    starts = [[s] for s in gold["sent_start"]], [[s] for s in ours["sent_start"]]
    compare_sets(tally, "sentence starts", *starts, name)
    for first, last in zip(gold["sent_start"], gold["sent_start"][1:] + [len(gold["start"])]):
        tally.add("sentences with equal analyses", not wrong.intersection(range(first, last)))


def compare_ids(tally, gold, ours):
    tally.add("documents with equal tokens", same_tokens(gold, ours), 1,
              f"{gold['id']}: {gold['text'][:60]!r}")
    if "ids" not in gold or not same_tokens(gold, ours):
        return
    for i, (a, b) in enumerate(zip(gold["ids"], ours["ids"])):
        a = a.split() if isinstance(a, str) else a
        equal = [int(x, 16) for x in a] == [int(x, 16) for x in b]
        tally.add("ids", equal, 1, f"{gold['id']}[{i}]: {a} -> {b}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--entente", help="the program")
    parser.add_argument("--tokens", help="the test program token_dump")
    parser.add_argument("--model", help="the model file, for token_dump")
    options = parser.parse_args()
    with gzip.open(options.folder / "docs.jsonl.gz", "rt") as file:
        docs = [json.loads(line) for line in file]
    tally = Tally()
    if options.tokens:
        for gold, ours in zip(docs, run([options.tokens, options.model], docs)):
            compare_ids(tally, gold, ours)
    if options.entente:
        command = [options.entente, "analyze", "--as", "jsonl", "--format", "jsonl", "-"]
        # The program refuses a record without text.
        filled = [d for d in docs if d["text"]]
        for gold, ours in zip(filled, run(command, filled)):
            compare(tally, gold, ours)
    return tally.report()


if __name__ == "__main__":
    sys.exit(main())
