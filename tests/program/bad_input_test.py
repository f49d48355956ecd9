#!/usr/bin/env python3
"""Bad input is named, with its place, and the rest is coded."""
import os
import pathlib
import subprocess
import unittest

from program import GOOD, PROGRAM, ProgramTest, line


class BadFiles(ProgramTest):
    def expect(self, path, message, exit_code=1):
        """`path` fails with `message`, while a good file beside it is coded."""
        good = self.file("good.jsonl", GOOD)
        records, stderr = self.code(path, good, exit_code=exit_code)
        self.assertEqual({r["document"] for r in records}, {"good"})
        self.assertIn(message, stderr)
        self.assertIn(str(path), stderr)

    def test_empty(self):
        self.expect(self.file("a.txt", ""), "there is no text in it")

    def test_only_blanks(self):
        self.expect(self.file("a.txt", " \n\t \r\n"), "there is no text in it")

    def test_binary(self):
        self.expect(self.file("a.txt", b"\x7fELF\x02\x01\x01\x00\x00" * 50), "a program, no text")
        self.expect(self.file("b.txt", b"\x02\x01\x00\x00" * 50), "byte 2: binary data")

    def test_missing(self):
        self.expect(self.folder / "missing.txt", "No such file")

    def test_formats_that_are_not_what_the_name_says(self):
        for name, message in [("a.html", "no article on this page"), ("a.rss", "no RSS or Atom"),
                              ("a.warc", "no record starts here"), ("a.csv", "a column of texts")]:
            self.expect(self.file(name, "<p>x</p>"), message)

    def test_only_bad_files_is_a_failure(self):
        records, _ = self.code(self.file("a.txt", ""), exit_code=2)
        self.assertEqual(records, [])

    def test_vanishes_before_it_is_read(self):
        # The first input is a pipe that is held open until the second file is gone.
        second = self.file("second.txt", "France condemned Mali.")
        with subprocess.Popen([PROGRAM, "code", "-", second], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
            run.stdin.write(GOOD.encode())
            run.stdin.flush()
            pathlib.Path(second).unlink()
            _, stderr = run.communicate(timeout=60)
        self.assertEqual(run.returncode, 1)
        self.assertIn("second.txt: cannot open: No such file", stderr.decode())


class BadLines(ProgramTest):
    def expect(self, bad, message):
        """Line 2 of three fails with `message`; the others are coded."""
        last = GOOD.replace("good", "last").encode()
        bad = bad if isinstance(bad, bytes) else bad.encode()
        records, stderr = self.code(self.file("a.jsonl", GOOD.encode() + bad + last), exit_code=1)
        self.assertEqual({r["document"] for r in records}, {"good", "last"})
        self.assertIn("a.jsonl:2", stderr)
        self.assertIn(message, stderr)

    def test_cut_in_half(self):
        self.expect(GOOD[:30] + "\n", "not JSON: the line breaks off")

    def test_no_object(self):
        self.expect('["x"]\n', "must be a JSON object")

    def test_no_id(self):
        self.expect(line(text="Rain."), 'no "id"')

    def test_no_text(self):
        self.expect(line(id="a", text=None), "has no text")

    def test_one_id_twice(self):
        self.expect(GOOD, "was there before")

    def test_impossible_date(self):
        self.expect(line(id="a", text="x", date="2021-02-29"), "2021-02-29")

    def test_invalid_utf8(self):
        self.expect(b'{"id":"a","text":"\xff"}\n', "not valid UTF-8")

    def test_deep_nesting(self):
        self.expect('{"id":"a","text":"x","k":' + "[" * 100_000 + "\n", "nested deeper")

    def test_unknown_keys_come_back(self):
        document = line(id="a", text="France condemned Mali.", desk={"n": [1, None]}, title=None)
        records, _ = self.code(self.file("a.jsonl", document))
        self.assertTrue(records)
        self.assertEqual(records[0]["extra"], {"desk": {"n": [1, None]}})


class BadSurroundings(ProgramTest):
    def test_full_disk(self):
        good = self.file("good.jsonl", GOOD)
        with open("/dev/full", "wb") as full:
            run = subprocess.run([PROGRAM, "code", good], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(run.returncode, 2)
        self.assertIn(b"No space left on device", run.stderr)
        records_and_messages = self.code(good, "--diagnostics", "/dev/full", exit_code=2)
        self.assertIn("No space left on device", records_and_messages[1])

    def test_closed_pipe_ends_quietly(self):
        many = "".join(GOOD.replace("good", str(i)) for i in range(3000))
        path = self.file("many.jsonl", many)
        with subprocess.Popen([PROGRAM, "code", path], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            run.stdout.readline()
            run.stdout.close()
            stderr = run.stderr.read()
            run.wait(timeout=60)
        self.assertEqual(stderr, b"")
        self.assertEqual(run.returncode, 0)

    def test_no_data(self):
        run = self.run_program("lexicon", "check", env=dict(os.environ, ENTENTE_DATA=str(self.folder)))
        self.assertEqual(run.returncode, 2)
        self.assertIn("No such file", run.stderr)

    def test_no_model(self):
        missing = str(self.folder / "none.model")
        run = self.run_program("code", env=dict(os.environ, ENTENTE_MODEL=missing))
        self.assertEqual(run.returncode, 2)
        self.assertIn("entente model fetch", run.stderr)


if __name__ == "__main__":
    unittest.main()
