#!/usr/bin/env python3
"""Other people's event data through the program: in, out, and in again."""
import gzip
import io
import unittest
import zipfile

from program import ProgramTest

ICEWS_HEAD = "\t".join([
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude"]) + "\n"
ICEWS = (ICEWS_HEAD
         + "1\t2017-03-04\tForeign Affairs (Chad)\tGovernment,Foreign Ministry\tChad\tConsult\t040"
           "\t1\tPolice (Atlantis)\tGovernment,Police\tAtlantis\t7\t2\tA \"Post\"\tMoundou\tNA\tNA"
           "\tChad\t8.57\t16.07\n"
         + "2\t2017-03-05\tUnspecified Actor\tUnspecified\tNA\tMake statement\t010\t0\tKenya\tNA"
           "\tKenya\t8\t1\tNA\tNA\tNA\tNA\tNA\tNA\tNA\n")
PLOVER = ('{"id":"p1","date":"2020-02-03","actor":[{"code":"KEN","sector":"GOV","entity_text":"it"}],'
          '"event":["AID"],"mode":[],"own":{"b":[1,2.50]}}\n')


class Exchange(ProgramTest):
    def import_file(self, form, *paths, code=0):
        database = self.folder / "events.db"
        run = self.run_program("import", "--db", database, "--from", form, *paths)
        self.assertEqual(run.returncode, code, run.stderr)
        return run.stderr

    def export(self, form, *more):
        run = self.run_program("export", "--db", self.folder / "events.db", "--as", form, *more)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout.decode()

    def test_icews_comes_out_as_it_went_in(self):
        self.import_file("icews", self.file("a.tab", ICEWS))
        self.assertEqual(self.export("icews"), ICEWS)

    def test_the_same_file_again_changes_nothing(self):
        path = self.file("a.tab", ICEWS)
        self.import_file("icews", path)
        self.assertIn("0 events added, 2 there already", self.import_file("icews", path))
        self.assertEqual(self.export("icews"), ICEWS)

    def test_compressed_and_in_an_archive(self):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("one/a.tab", ICEWS)
        self.import_file("icews", self.file("a.tab.gz", gzip.compress(ICEWS.encode())),
                         self.file("a.zip", buffer.getvalue()))
        self.assertEqual(self.export("icews"), ICEWS)

    def test_by_way_of_our_own_form(self):
        self.import_file("icews", self.file("a.tab", ICEWS))
        lines = self.export("jsonl")
        (self.folder / "events.db").unlink()
        self.import_file("jsonl", self.file("a.jsonl", lines))
        self.assertEqual(self.export("icews"), ICEWS)
        self.assertEqual(self.export("jsonl"), lines)

    def test_plover_keeps_what_we_do_not_know(self):
        self.import_file("plover", self.file("a.jsonl", PLOVER))
        self.assertEqual(self.export("plover"), PLOVER)

    def test_polecat_comes_out_as_it_went_in(self):
        self.import_file("icews", self.file("a.tab", ICEWS))
        polecat = "".join(self.export("polecat").splitlines(keepends=True)[:2])
        (self.folder / "events.db").unlink()
        self.import_file("polecat", self.file("b.txt", polecat))
        self.assertEqual(self.export("polecat"), polecat)

    def test_bad_rows_are_named_and_the_rest_goes_on(self):
        path = self.file("a.tab", ICEWS + "3\t2017-02-30\n")
        messages = self.import_file("icews", path, code=1)
        self.assertIn(f"{path}:4: found 2 cells, expected 20", messages)
        self.assertIn("2 events added, 1 rows failed", messages)

    def test_where_and_origin(self):
        self.import_file("icews", self.file("a.tab", ICEWS))
        self.import_file("plover", self.file("a.jsonl", PLOVER))
        self.assertEqual(self.export("plover", "--origin", "plover"), PLOVER)
        self.assertEqual(len(self.export("icews", "--where", "event=CONSULT").splitlines()), 2)

    def test_nothing_to_read_is_2(self):
        database = self.folder / "none.db"
        run = self.run_program("export", "--db", database, "--as", "csv")
        self.assertEqual(run.returncode, 2)
        self.assertFalse(database.exists())
        self.import_file("icews", self.folder / "none.tab", code=2)


if __name__ == "__main__":
    unittest.main()
