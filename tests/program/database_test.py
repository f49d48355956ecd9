"""The database: what goes in comes out, is there once, survives being killed, and goes away whole."""
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time

from program import PROGRAM, SAMPLES, ProgramTest, line, unittest

KILLS = int(os.environ.get("ENTENTE_KILLS", "10"))


def rows(path, query, *values):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


class DatabaseTest(ProgramTest):

    def setUp(self):
        super().setUp()
        self.database = str(self.folder / "a.db")

    def ingest(self, *arguments, exit_code=0, **more):
        run = self.run_program("ingest", "--db", self.database, *arguments, **more)
        self.assertEqual(run.returncode, exit_code, run.stderr)
        return run.stderr

    def events(self, *arguments, exit_code=0):
        run = self.run_program("events", "--db", self.database, *arguments)
        self.assertEqual(run.returncode, exit_code, run.stderr)
        return run.stdout

    def check_whole(self):
        """No half-written report: all references hold, and every event has its sentence."""
        self.assertEqual(rows(self.database, "PRAGMA integrity_check"), [("ok",)])
        self.assertEqual(rows(self.database, "PRAGMA foreign_key_check"), [])
        self.assertEqual(rows(self.database, "SELECT * FROM event_list WHERE ifnull(sentence, '') = ''"), [])
        rows(self.database, "INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)")

    def many_reports(self, count):
        return self.file("many.jsonl", "".join(
            line(id=f"r{i}", date="2020-01-02", text=f"France condemned the attack on Mali. "
                 f"On Monday {i} ministers met in Paris, and Russia threatened to expel diplomats.")
            for i in range(count)))


class StoringTest(DatabaseTest):

    def test_gives_back_the_records_of_code_in_every_form(self):
        self.ingest(SAMPLES)
        for form in ("jsonl", "csv", "polecat", "icews", "plover"):
            coded = self.run_program("code", SAMPLES, "--as", form)
            self.assertEqual(self.events("--as", form), coded.stdout, form)
        self.check_whole()

    def test_the_same_again_changes_nothing(self):
        self.ingest(SAMPLES)
        before = pathlib.Path(self.database).read_bytes()
        self.assertIn("0 reports added", self.ingest(SAMPLES))
        self.assertEqual(pathlib.Path(self.database).read_bytes(), before)

    def test_any_number_of_threads_gives_the_same_database(self):
        reports = self.many_reports(300)
        self.ingest(reports, "--threads", 1)
        one = self.events("--as", "jsonl")
        tables = [rows(self.database, f"SELECT * FROM {t}") for t in ("documents", "events", "mentions")]
        self.database += ".other"
        self.ingest(reports, "--threads", 4)
        self.assertEqual(self.events("--as", "jsonl"), one)
        self.assertEqual(tables, [rows(self.database, f"SELECT * FROM {t}")
                                  for t in ("documents", "events", "mentions")])

    def test_a_correction_replaces(self):
        self.ingest(self.file("a.jsonl", line(id="a", text="France condemned Mali.", date="2020-01-02")))
        self.ingest(self.file("a.jsonl", line(id="a", text="China praised Chad.", date="2020-01-02")))
        self.assertEqual(rows(self.database, "SELECT text FROM documents"), [("China praised Chad.",)])
        self.assertNotIn(b"FRA", self.events())

    def test_remove_takes_everything_out(self):
        self.ingest(SAMPLES)
        ids = [key for key, in rows(self.database, "SELECT key FROM documents")]
        run = self.run_program("remove", "--db", self.database, ids[0], "no such id")
        self.assertEqual(run.returncode, 1)
        self.assertIn('no report with the id "no such id"', run.stderr)
        self.check_whole()
        self.assertEqual(self.run_program("remove", "--db", self.database, *ids[1:]).returncode, 0)
        for table in ("documents", "sentences", "mentions", "events", "event_parties", "entities"):
            self.assertEqual(rows(self.database, f"SELECT * FROM {table}"), [], table)

    def test_what_is_not_english_is_kept_and_not_coded(self):
        self.ingest(self.file("de.jsonl", line(id="de", language="de", text="Frankreich verurteilt Mali.")))
        self.assertEqual(rows(self.database, "SELECT state, reason FROM documents"),
                         [("skipped", "not in English: de")])

    def test_where(self):
        self.ingest(SAMPLES)
        everything = [json.loads(l) for l in self.events("--as", "jsonl").splitlines()]
        wanted = [e for e in everything if e["status"] == "reported"]
        found = self.events("--as", "jsonl", "--where", "status=reported")
        self.assertEqual([json.loads(l) for l in found.splitlines()], wanted)
        run = self.run_program("events", "--db", self.database, "--where", "colour=red")
        self.assertEqual(run.returncode, 2)
        self.assertIn('no field "colour"', run.stderr)


class TroubleTest(DatabaseTest):

    def test_killed_at_any_moment_it_goes_on_where_it_stopped(self):
        reports = self.many_reports(600)
        self.ingest(reports)
        whole = self.events("--as", "jsonl")
        started = time.monotonic()
        self.database += ".killed"
        self.ingest(self.file("none.jsonl", ""))
        seconds = 1.0
        random.seed(5)
        for _ in range(KILLS):
            program = subprocess.Popen([PROGRAM, "ingest", "--db", self.database, reports],
                                       stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0, seconds))
            program.send_signal(signal.SIGKILL)
            program.wait()
            self.check_whole()
            if len(rows(self.database, "SELECT 1 FROM documents")) == 600:
                os.remove(self.database)
                self.ingest(self.file("none.jsonl", ""))
        self.ingest(reports)
        self.assertEqual(self.events("--as", "jsonl"), whole)
        self.assertLess(time.monotonic() - started, 30 + 4 * KILLS)

    def test_a_full_disk_leaves_whole_reports_and_the_run_goes_on_later(self):
        reports = self.many_reports(600)

        def small_files():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

        self.assertIn("undone", self.ingest(reports, exit_code=2, preexec_fn=small_files))
        self.check_whole()
        self.assertLess(len(rows(self.database, "SELECT 1 FROM documents")), 600)
        self.ingest(reports)
        self.assertEqual(rows(self.database, "SELECT count(*) FROM documents"), [(600,)])
        self.check_whole()

    def test_two_writers_at_once_lose_nothing_and_write_nothing_twice(self):
        reports = self.many_reports(400)
        self.ingest(self.file("none.jsonl", ""))
        programs = [subprocess.Popen([PROGRAM, "ingest", "--db", self.database, reports, "--threads", "1"],
                                     stderr=subprocess.PIPE) for _ in range(2)]
        for program in programs:
            _, errors = program.communicate(timeout=120)
            self.assertEqual(program.returncode, 0, errors)
        self.assertEqual(rows(self.database, "SELECT count(*) FROM documents"), [(400,)])
        self.check_whole()

    def test_a_database_that_may_not_be_written_says_so(self):
        self.ingest(SAMPLES)
        before = self.events("--as", "jsonl")
        new = self.file("new.jsonl", line(id="new", text="France condemned Mali.", date="2020-01-02"))
        self.folder.chmod(0o555)
        os.chmod(self.database, 0o444)
        self.addCleanup(self.folder.chmod, 0o755)

        def nobody():
            if os.getuid() == 0:
                os.setuid(65534)

        run = self.run_program("ingest", "--db", self.database, new, preexec_fn=nobody)
        if b"language model" in run.stderr.encode():
            self.skipTest("the checkout is not readable for other users")
        self.assertEqual(run.returncode, 2, run.stderr)
        self.assertIn("read-only", run.stderr)
        run = self.run_program("events", "--db", self.database, "--as", "jsonl", preexec_fn=nobody)
        self.assertEqual((run.returncode, run.stdout), (0, before), run.stderr)

    def test_commands_that_read_make_no_file(self):
        run = self.run_program("events", "--db", self.database)
        self.assertEqual(run.returncode, 2)
        self.assertIn("no such database", run.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_file_that_is_no_database_is_left_alone(self):
        self.database = self.file("text.db", "This is text. " * 100)
        for command in (["ingest", SAMPLES], ["events"], ["remove", "a"]):
            run = self.run_program(command[0], "--db", self.database, *command[1:])
            self.assertEqual(run.returncode, 2)
            self.assertIn("no SQLite database", run.stderr)
        self.assertEqual(pathlib.Path(self.database).read_text(), "This is text. " * 100)


class WatchTest(DatabaseTest):

    def test_takes_in_what_is_added(self):
        inbox = self.folder / "inbox"
        inbox.mkdir()
        program = subprocess.Popen([PROGRAM, "ingest", "--db", self.database, inbox, "--watch"],
                                   stderr=subprocess.PIPE)
        self.addCleanup(program.kill)
        for i in (1, 2):
            (inbox / f"{i}.txt").write_text("France condemned the attack on Mali.")
            for _ in range(200):
                time.sleep(0.1)
                if os.path.exists(self.database) and len(rows(self.database, "SELECT 1 FROM sqlite_schema")) > 9 \
                        and len(rows(self.database, "SELECT 1 FROM documents")) == i:
                    break
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=30)
        self.assertEqual(program.returncode, 0, errors)
        self.assertEqual(rows(self.database, "SELECT count(*) FROM documents"), [(2,)])


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
