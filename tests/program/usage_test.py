#!/usr/bin/env python3
"""Commands, exit codes, and what goes to which stream."""
import re
import unittest

from program import GOOD, SAMPLES, ProgramTest

COMMANDS = [["code"], ["analyze"], ["explain"], ["resolve"], ["bench"], ["eval"],
            ["model"], ["model", "fetch"], ["model", "convert"], ["model", "info"],
            ["lexicon"], ["lexicon", "check"], ["lexicon", "stats"], ["lexicon", "import-petrarch"],
            ["read"], ["ingest"], ["events"], ["remove"], ["import"], ["export"], ["measure"],
            ["report"]]


class Usage(ProgramTest):
    def test_help_everywhere(self):
        for command in [[]] + COMMANDS:
            run = self.run_program(*command, "--help")
            self.assertEqual(run.returncode, 0, command)
            self.assertIn(b"Usage:", run.stdout)
            self.assertEqual(run.stderr, "")

    def test_top_help_lists_all_commands(self):
        text = self.run_program("--help").stdout.decode()
        listed = re.findall(r"^  ([a-z]+) ", text.split("Subcommands:")[1], re.M)
        self.assertEqual(sorted(listed), sorted({c[0] for c in COMMANDS}))

    def test_version_names_program_model_and_data(self):
        text = self.run_program("--version").stdout.decode()
        self.assertRegex(text, r"^entente \d+\.\d+\.\d+\nmodel \S.*\ndata \S.*\n$")

    def test_wrong_usage_is_2_and_says_so_on_stderr(self):
        for wrong in ([], ["cod"], ["code", "--as", "xml"], ["code", "--threads", "0"],
                      ["code", "--date", "2021-02-30"], ["resolve"], ["model"],
                      ["code", "--format", "html"]):
            run = self.run_program(*wrong)
            self.assertEqual(run.returncode, 2, wrong)
            self.assertEqual(run.stdout, b"", wrong)
            self.assertNotEqual(run.stderr, "", wrong)

    def test_standard_input(self):
        for arguments in ([], ["-"]):
            records, stderr = self.code(*arguments, stdin=GOOD.encode())
            self.assertTrue(records)
            self.assertEqual(stderr, "")

    def test_text_and_date(self):
        path = self.file("a.txt", "France condemned the attack on Friday.")
        records, _ = self.code(path, "--date", "2022-02-05")
        self.assertEqual(records[0]["document"], path)

    def test_happened_leaves_numbers_as_they_are(self):
        everything, _ = self.code(SAMPLES)
        happened, _ = self.code(SAMPLES, "--happened")
        self.assertEqual(happened,
                         [r for r in everything if r["status"] in ("asserted", "reported")])
        self.assertLess(len(happened), len(everything))

    def test_same_bytes_for_any_number_of_threads(self):
        outputs = {self.run_program("code", SAMPLES, "--threads", n).stdout for n in (1, 2, 5)}
        self.assertEqual(len(outputs), 1)


class Resolve(ProgramTest):
    def test_one_phrase(self):
        run = self.run_program("resolve", "the Kremlin", "--as", "jsonl")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn(b'"id":"RUS"', run.stdout)
        self.assertIn(b'"row":"states.tsv:', run.stdout)

    def test_one_answer_a_line(self):
        questions = (b'the Kremlin\n{"phrase":"he","context":"Xi Jinping spoke."}\n'
                     b'two men\n{"phrase\n\nParis\n')
        run = self.run_program("resolve", "-", stdin=questions)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertEqual(len(run.stdout.splitlines()), 6)
        self.assertIn("line 4", run.stderr)


class Analyze(ProgramTest):
    def test_text_as_received(self):
        path = self.file("a.jsonl", GOOD)
        columns = self.run_program("analyze", path, "--as", "jsonl").stdout
        self.assertTrue(columns.startswith(b'{"id":"good","text":"France condemned'), columns)
        conllu = self.run_program("analyze", path).stdout.decode()
        self.assertIn("\tFrance\tFrance\tPROPN\tNNP\t", conllu)


if __name__ == "__main__":
    unittest.main()
