#!/usr/bin/env python3
"""Reads the same texts with spaCy and with the own runtime, in turns.

Usage: compare_spacy.py BENCHMARK MODEL WHEEL DOCS.jsonl [--rounds N] [--venv DIR]

BENCHMARK: build/release/bench/nlp_benchmark; MODEL: the converted model file;
WHEEL: the package that it was converted from; DOCS: objects with "text", one a
line.  Makes a virtual environment with spaCy (pinned) and the wheel when DIR
has none.  Prints tokens a second of processor time for each round, medians and
their ratio: one process, one thread, one core each, caches warm.  What the shell says about threads of numeric
libraries is taken away from spaCy, which it would slow down.
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys

SPACY = "spacy==3.8.18"
CHILD = r"""
import importlib.metadata, json, sys, time, spacy
name = next(d.metadata["Name"] for d in importlib.metadata.distributions()
            if d.metadata["Name"].replace("-", "_").startswith("en_core_web_sm"))
nlp = spacy.load(name.replace("-", "_"))
texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
list(nlp.pipe(texts[:50]))
start = time.process_time()
tokens = sum(len(d) + 0 * len(list(d.noun_chunks)) for d in nlp.pipe(texts, batch_size=256))
print(tokens / (time.process_time() - start))
"""


def make_venv(folder, wheel):
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", SPACY, wheel], check=True)
    return python


def clean_environment():
    slow = re.compile(r"(OPENBLAS|OMP|MKL|BLIS|NUMEXPR)_")
    return {k: v for k, v in os.environ.items() if not slow.match(k)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("benchmark", "model", "wheel", "docs"):
        parser.add_argument(name)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--venv", default=".cache/spacy-venv")
    args = parser.parse_args()
    python = make_venv(pathlib.Path(args.venv), args.wheel)
    pin = ["taskset", "-c", "0"]
    rates = {"spaCy": [], "runtime": []}
    for _ in range(args.rounds):
        out = subprocess.run(pin + [python, "-c", CHILD, args.docs], check=True, text=True,
                             capture_output=True, env=clean_environment()).stdout
        rates["spaCy"].append(float(out))
        out = subprocess.run(pin + [args.benchmark, args.model, args.docs, "1", "3"], check=True,
                             text=True, capture_output=True).stdout
        rates["runtime"].append(float(re.findall(r"(\d+) a processor second", out)[-1]))
        print(json.dumps({k: round(v[-1]) for k, v in rates.items()}), flush=True)
    medians = {k: statistics.median(v) for k, v in rates.items()}
    print(f"median: spaCy {medians['spaCy']:.0f}, runtime {medians['runtime']:.0f} tokens/s, "
          f"ratio {medians['runtime'] / medians['spaCy']:.1f}")


if __name__ == "__main__":
    main()
