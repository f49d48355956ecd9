#!/usr/bin/env python3
"""entente eval: forms of gold, forms of scores, what is refused."""
import json
import unittest

from program import GOOD, SAMPLES, ProgramTest, line

PAIRS = ("id\tevent\tsource\ttarget\tsentence\n"
         "1\tACCUSE\tFrance\tMali\tFrance condemned Mali on Friday.\n"
         "2\tAID\tFrance\tMali\tThe weather was fine.\n")


class Eval(ProgramTest):
    def scores(self, *arguments):
        run = self.run_program("eval", *arguments, "--as", "json")
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def refused(self, *arguments):
        run = self.run_program("eval", *arguments)
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertEqual(run.stdout, b"")
        return run.stderr

    def test_records_against_themselves_are_right(self):
        records = self.file("records.jsonl", self.run_program("code", SAMPLES).stdout)
        scores = self.scores("--gold", records, "--predicted", records)
        self.assertEqual(scores["form"], "records")
        self.assertEqual(scores["f1"], 1)
        for figure in scores["figures"]:
            self.assertEqual(figure["right"], figure["of"], figure["name"])

    def test_documents_are_coded_when_there_are_no_records(self):
        gold = self.file("gold.jsonl", line(story="good", n=1, quote="condemned the attack", event="ACCUSE",
                                            actors=["FRA"], recipients=[], status="asserted", attribution=[]))
        scores = self.scores("--gold", gold, "--documents", self.file("good.jsonl", GOOD))
        self.assertEqual([t["found"] for t in scores["types"] if t["type"] == "ACCUSE"], [1])

    def test_pairs_bring_their_sentences(self):
        scores = self.scores("--gold", self.file("pairs.tsv", PAIRS))
        self.assertEqual({f["name"]: f["right"] for f in scores["figures"]}["sentences with any event"], 1)

    def test_forms_of_scores(self):
        pairs = self.file("pairs.tsv", PAIRS)
        text = self.run_program("eval", "--gold", pairs, "--show", "5").stdout.decode()
        self.assertIn("wrong 2 | AID France > Mali | coded nothing", text)
        markdown = self.run_program("eval", "--gold", pairs, "--as", "markdown").stdout.decode()
        self.assertIn("| ACCUSE | 1.00 | 1.00 | 1.00 | 1 |", markdown)

    def test_what_cannot_be_scored_is_refused(self):
        quotes = self.file("gold.jsonl", line(story="good", n=1, quote="praised", event="SUPPORT"))
        documents = self.file("good.jsonl", GOOD)
        self.assertIn("--documents", self.refused("--gold", quotes))
        self.assertIn("does not stand in document", self.refused("--gold", quotes, "--documents", documents))
        self.assertIn("--form", self.refused("--gold", self.file("odd.csv", "a,b\n")))
        self.refused("--gold", self.folder / "none")
        self.refused()


if __name__ == "__main__":
    unittest.main()
