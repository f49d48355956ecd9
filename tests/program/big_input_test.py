#!/usr/bin/env python3
"""Inputs of a size that nobody means to send: bounded memory, no overflow, no blow-up."""
import resource
import unittest

from program import GOOD, ProgramTest, line

SENTENCE = "France condemned the attack on Mali. "


class BigInput(ProgramTest):
    def test_line_of_100_megabytes(self):
        last = GOOD.replace("good", "last").encode()
        huge = b'{"id":"x","text":"' + b"x" * 100_000_000 + b'"}\n'
        records, stderr = self.code(self.file("a.jsonl", GOOD.encode() + huge + last), exit_code=1)
        self.assertEqual({r["document"] for r in records}, {"good", "last"})
        self.assertIn("a.jsonl:2: the line has 100000020 bytes", stderr)

    def test_million_tokens(self):
        document = line(id="long", text=SENTENCE * 142_858)
        records, _ = self.code(self.file("a.jsonl", document))
        self.assertTrue(records)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
        self.assertLess(peak, 8, "gigabytes of memory")

    def test_no_sentence_end_in_50_000_tokens(self):
        for words in ("Mali and ", "said that ", "attack ", '" ', "( ", "of the "):
            with self.subTest(words):
                text = "France condemned " + words * (50_000 // len(words.split()))
                self.code(self.file("a.jsonl", line(id="a", text=text)), timeout=120)

    def test_one_word_of_a_megabyte(self):
        self.code(self.file("a.jsonl", line(id="a", text="x" * 1_000_000)), timeout=120)


if __name__ == "__main__":
    unittest.main()
