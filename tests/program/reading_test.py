#!/usr/bin/env python3
"""Inputs of every format through the program: what is read, what is named as a failure, what is counted."""
import gzip
import io
import json
import pathlib
import tarfile
import unittest
import zipfile

from program import GOOD, ROOT, ProgramTest, line

ARTICLE = ("<html lang='en'><head><title>Rain stops trains | The Daily</title>"
           "<meta property='og:site_name' content='The Daily'></head><body><nav>Home</nav><article>"
           "<p>It rained in Rome on Friday and all trains stood still, the mayor said.</p>"
           "<p>He asked the army for pumps and boats, and the army sent both before night fell.</p>"
           "</article></body></html>")
GERMAN = ("Die Minister beider Länder trafen sich am Dienstag in Rom und einigten sich auf eine "
          "Öffnung der Grenze für den Verkehr.")


class Reading(ProgramTest):
    def read(self, *arguments, exit_code=0, **more):
        run = self.run_program("read", *arguments, **more)
        self.assertEqual(run.returncode, exit_code, run.stderr)
        return [json.loads(text) for text in run.stdout.splitlines()], run.stderr

    def test_folder_of_everything(self):
        self.file("1.html", ARTICLE)
        self.file("2.txt.gz", gzip.compress(b"It rained in Rome."))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.csv", "id,text\n7,It rained.\n")
            archive.writestr("photo.jpg", b"\xff\xd8\xff\xe0")
        self.file("3.zip", packed.getvalue())
        self.file("4.jsonl", GOOD + "nonsense\n")
        documents, stderr = self.read(self.folder, exit_code=1)
        folder = str(self.folder)
        self.assertEqual([d["id"] for d in documents],
                         [folder + "/1.html", folder + "/2.txt.gz", "7", "good"])
        self.assertEqual(documents[0]["source"], "The Daily")
        self.assertEqual(documents[0]["title"], "Rain stops trains")
        self.assertEqual(documents[2]["origin"]["file"], folder + "/3.zip:a.csv")
        self.assertIn("4.jsonl:2", stderr)
        self.assertIn("1 without a report, passed over", stderr)

    def test_standard_input_of_every_format(self):
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            member = tarfile.TarInfo("x.txt")
            member.size = 10
            archive.addfile(member, io.BytesIO(b"It rained."))
        for content, expected in [
                (ARTICLE.encode(), "standard input"),
                (GOOD.encode(), "good"),
                (b"<rss><channel><item><guid>g</guid><description>It rained.</description></item>"
                 b"</channel></rss>", "g"),
                (b"id\ttext\n1\tIt rained.\n", "1"),
                (packed.getvalue(), "standard input:x.txt"),
                (b"It rained.", "standard input")]:
            documents, _ = self.read(stdin=content)
            self.assertEqual([d["id"] for d in documents], [expected])

    def test_what_is_read_can_be_read_again(self):
        pages = self.run_program("read", ROOT / "tests" / "pages", "--format", "html")
        again = self.run_program("read", "-", stdin=pages.stdout)
        first = [json.loads(text) for text in pages.stdout.splitlines()]
        second = [json.loads(text) for text in again.stdout.splitlines()]
        self.assertGreaterEqual(len(first), 12)
        for a, b in zip(first, second, strict=True):
            self.assertEqual((a["id"], a["text"], a.get("asides")),
                             (b["id"], b["text"], b.get("asides")))

    def test_asides_and_dateline(self):
        text = "By Ann Lee\n\nROME, Feb 4 (Reuters) - It rained.\n\nPhoto: Ann Lee\n"
        documents, _ = self.read("--date", "2022-02-05", stdin=text.encode())
        self.assertEqual(documents[0]["asides"],
                         [[0, 10, "byline"], [12, 36, "dateline"], [48, 62, "credit"]])
        self.assertEqual(documents[0]["dateline"],
                         {"place": "ROME", "agency": "Reuters", "day": "2022-02-04"})

    def test_asides_give_no_events(self):
        text = ("FILE PHOTO: French troops attacked rebels in Mali.\n\n"
                "LAGOS, Feb 4 (Reuters) - France condemned the attack on Mali.\n\n"
                "Read more: Russia invades Ukraine\n")
        records, _ = self.code(stdin=text.encode())
        self.assertTrue(records)
        for record in records:
            self.assertIn("France condemned", record["evidence"]["quote"])

    def test_other_languages_are_passed_over_and_counted(self):
        path = self.file("a.jsonl", GOOD + line(id="de", text=GERMAN) +
                         line(id="told", text=GERMAN, language="de"))
        records, stderr = self.code(path)
        self.assertEqual({r["document"] for r in records}, {"good"})
        self.assertIn("2 not in English, passed over: 2 de", stderr)
        documents, _ = self.read(path)
        self.assertEqual([d.get("language") for d in documents], [None, "de", "de"])

    def test_wrong_declaration_of_the_encoding(self):
        page = ARTICLE.replace("the mayor", "the café’s owner")
        for encoding, declared in [("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("utf-16", "")]:
            content = page.replace("<head>", f"<head><meta charset='{declared}'>").encode(encoding)
            documents, _ = self.read(self.file(f"{encoding}.html", content))
            self.assertIn("the café’s owner", documents[0]["text"])

    def test_hostile_input_is_named(self):
        bomb = gzip.compress(b" " * (400 << 20), 9)
        for name, content, message in [
                ("deep.html", "<div>" * 100_000, "nested deeper than"),
                ("cut.gz", gzip.compress(ARTICLE.encode() * 50)[:-20], "cannot be unpacked"),
                ("bomb.txt.gz", bomb, "expand to more than|more than 67108864 bytes"),
                ("nul.txt", b"a\0b", "a zero byte"),
                ("cut.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nx",
                 "breaks off")]:
            good = self.file("good.jsonl", GOOD)
            documents, stderr = self.read(self.file(name, content), good, exit_code=1)
            self.assertEqual([d["id"] for d in documents], ["good"])
            self.assertRegex(stderr, message)
            self.assertIn(name, stderr)


if __name__ == "__main__":
    unittest.main()
