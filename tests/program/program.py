"""Runs the program for the tests of this folder.

The path of the program is the first argument of each test; the rest goes to unittest.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 else str(ROOT / "entente")
SAMPLES = ROOT / "data" / "samples" / "reports.jsonl"


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own that is gone afterwards."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run_program(self, *arguments, stdin=b"", timeout=600, **more):
        """The finished process; stdout is bytes, stderr text."""
        run = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, timeout=timeout,
                             capture_output=True, **more)
        run.stderr = run.stderr.decode()
        return run

    def code(self, *arguments, exit_code=0, **more):
        """The records and the messages of `entente code`."""
        run = self.run_program("code", *arguments, **more)
        self.assertEqual(run.returncode, exit_code, run.stderr)
        return [json.loads(line) for line in run.stdout.splitlines()], run.stderr


def line(**document):
    return json.dumps(document, ensure_ascii=False) + "\n"


GOOD = line(id="good", text="France condemned the attack on Mali.", date="2020-01-02")
