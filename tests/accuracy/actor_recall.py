#!/usr/bin/env python3
"""How many actors of the development gold do the mentions resolve to?

  actor_recall.py GOLD_DIR MENTIONS_DIR [--misses full|seed|plv]

MENTIONS_DIR holds {seed,full,plv}.jsonl as `actor_mentions` writes them.  An id
of an event counts as found when a mention resolves to it (id or code) within
the event's quote, or, for "near", within the sentences around it (600
characters before, for holders and pronouns' antecedents).  A phrase of
plv_dev.tsv counts as resolved when a mention that overlaps its head has a code.
"""
import argparse
import collections
import csv
import json
import pathlib


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def ids_in(mentions, begin, end, section):
    found = set()
    for m in mentions:
        if m["in"] != section or m["at"][1] <= begin or m["at"][0] >= end:
            continue
        for e in m["entities"]:
            found |= {e["id"].upper(), e["code"]} - {""}
    return found


def score_events(gold, documents, mentions, show):
    by_id = {d["id"]: d for d in documents}
    counts = collections.Counter()
    misses = []
    for event in gold:
        document = by_id[event.get("story", "seed")] if event.get("story") else documents[0]
        quote = event["quote"]
        for section in ("text", "title"):
            text = document.get(section) or ""
            begin = text.find(quote)
            if begin >= 0:
                break
        if begin < 0:
            counts["quote not found"] += 1
            continue
        rows = mentions[document["id"]]
        inside = ids_in(rows, begin, begin + len(quote), section)
        near = ids_in(rows, begin - 600, begin + len(quote) + 200, section)
        for role in ("actors", "recipients", "attribution"):
            for wanted in event.get(role) or []:
                if wanted == "UNK":
                    continue
                counts[role] += 1
                counts[role + " in quote"] += wanted in inside
                counts[role + " near"] += wanted in near
                if wanted not in (near if role == "attribution" else inside):
                    misses.append(f"{role[:3]} {wanted:6} | {quote[:100]} | {sorted(inside)}")
    for role in ("actors", "recipients", "attribution"):
        n = counts[role] or 1
        print(f"  {role:12} {counts[role]:4}  in quote {counts[role + ' in quote'] / n:.3f}  near {counts[role + ' near'] / n:.3f}")
    if show:
        print("\n".join(misses))


def score_phrases(rows, mentions, show):
    counts = collections.Counter()
    misses = []
    for row in rows:
        sentence = row["sentence"]
        for role in ("source", "target"):
            phrase = row[role]
            begin = sentence.find(phrase)
            if begin < 0:
                continue
            counts[role] += 1
            found = ids_in(mentions.get(row["id"], []), begin, begin + len(phrase), "text")
            counts[role + " found"] += bool(found)
            if not found:
                misses.append(f"{role} | {phrase} | {sentence[:160]}")
    for role in ("source", "target"):
        print(f"  {role:12} {counts[role]:4}  with an id {counts[role + ' found'] / counts[role]:.3f}")
    if show:
        print("\n".join(misses))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("mentions", type=pathlib.Path)
    parser.add_argument("--misses", default="")
    args = parser.parse_args()
    read = {n: {r["id"]: r["mentions"] for r in load(args.mentions / f"{n}.jsonl")} for n in ("seed", "full", "plv")}
    print("seed")
    score_events([e for e in load(args.gold / "seed.jsonl") if e.get("actors")], load(args.gold / "seed_document.jsonl"), read["seed"], args.misses == "seed")
    print("full")
    score_events(load(args.gold / "full_dev.jsonl"), load(args.gold / "full_dev_documents.jsonl"), read["full"], args.misses == "full")
    print("plv")
    with open(args.gold / "plv_dev.tsv", encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    score_phrases(rows, read["plv"], args.misses == "plv")


if __name__ == "__main__":
    main()
