"""Which files can be evidence."""

import zlib

import pytest

from actions.rules.files import check_file
from actions.rules.files.pdf import taken_apart
from findings.extraction.errors import UnreadableDocument
from portal.exceptions import Refused
from tests.actions.rules.files import (
    archive,
    docx,
    jpeg,
    object_stream,
    packed_objects,
    pdf,
    png,
    with_part,
    with_types,
    xlsx,
)

GOOD = {
    "audit.pdf": pdf(),
    "AUDIT.PDF": pdf(packed_objects(b"5 0 << /Type /Font /Name /JSon >>")),
    "audit.docx": docx(),
    "audit.xlsx": xlsx(),
    "wall.png": png(),
    "wall.jpg": jpeg(),
    "wall.jpeg": jpeg() + b"\0" * 64,
    "two.jpg": jpeg() + jpeg(),
    "three.jpg": jpeg() + b"\0\xff" + jpeg() + b"\n" + jpeg() + b"\xff\xff",
    "said.txt": "What children said: “better”".encode(),
    "said.csv": b"team,visits\nNorth,4\n",
}
WEB_PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
MACROS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
)


@pytest.mark.parametrize("name", GOOD)
def test_file_of_an_accepted_kind_passes(name):
    check_file(GOOD[name], filename=name)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("audit.pdf", b"", "“audit.pdf” is empty"),
        ("audit.exe", b"MZ\x90\0", "“audit.exe” is a .exe file, which cannot be evidence"),
        ("audit", pdf(), "“audit” is a file whose name does not say its kind"),
        ("letter.html", WEB_PAGE, "“letter.html” is a .html file, which cannot be evidence"),
        ("picture.svg", b"<svg/>", "“picture.svg” is a .svg file, which cannot be evidence"),
        ("audit.docm", docx(), "“audit.docm” is a .docm file, which cannot be evidence"),
        (
            "audit.pdf",
            b"MZ\x90\0" + b"\0" * 99,
            "is not a PDF file although its name says so: it looks like “Windows",
        ),
        ("wall.png", jpeg(), "is not a PNG file although its name says so: it looks like “JPEG"),
        ("audit.docx", xlsx(), "“audit.docx” is not a Word file although its name says so"),
        ("audit.docx", archive(), "“audit.docx” is a zip archive"),
        ("audit.docx", docx()[:-200], "“audit.docx” is damaged"),
        ("audit.pdf", pdf()[:-8], "“audit.pdf” is damaged"),
        ("wall.png", png()[:-6], "“wall.png” is damaged"),
        ("wall.jpg", jpeg()[:-2], "“wall.jpg” is damaged"),
        ("said.txt", b"\0\1\2" * 50, "“said.txt” is not text although its name says so. Choose PDF, Word"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(name, data, why):
    with pytest.raises(Refused) as refused:
        check_file(data, filename=name)

    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("wall.jpg", jpeg() + jpeg() + b"MZ\x90", "goes on after the picture ends"),
        ("wall.jpg", jpeg() + jpeg() + b"\0" + jpeg() + b"\xffMZ", "goes on after the picture ends"),
        ("wall.jpg", jpeg() + b"\xff\xd8\xffMZ\x90", "is damaged"),
        ("audit.pdf", pdf() + archive(), "also holds a zip archive"),
        ("audit.pdf", pdf() + archive() + b"\n%%EOF\n", "also holds a zip archive"),
        ("audit.pdf", pdf() + WEB_PAGE, "also holds a web page or script"),
        ("audit.pdf", pdf() + WEB_PAGE + b"\n%%EOF\n", "also holds a web page or script"),
        ("audit.pdf", b"%PDF-1.7\n%" + WEB_PAGE + b"\n" + pdf()[9:], "also holds a web page or script"),
        ("audit.pdf", pdf() + b"\x7fELF and more", "goes on after its end"),
        ("audit.pdf", WEB_PAGE + pdf(), "is not a PDF file although its name says so"),
        ("audit.pdf", pdf(b"Rar!\x1a\x07\0 hidden"), "also holds an archive"),
        ("wall.png", png() + archive(), "also holds a zip archive"),
        ("wall.png", png() + WEB_PAGE, "also holds a web page or script"),
        ("wall.png", png() + b"\0more", "goes on after the picture ends"),
        ("wall.jpg", jpeg() + archive(), "also holds a zip archive"),
        ("wall.jpg", jpeg() + b"ftypmp42", "goes on after the picture ends"),
        ("wall.jpg", jpeg()[:2] + b"\xff\xfe\0\x0b%PDF-1.7 " + jpeg()[2:], "also holds a PDF"),
        ("audit.docx", docx() + pdf(), "audit.docx"),
        ("audit.docx", docx() + b"MZ", "goes on after its end"),
        ("audit.docx", b"PK\x03\x04" + b"\0" * 60 + docx(), "begins with something else"),
        ("said.txt", b"#!/bin/sh\nrm -rf /\n", "also holds a program"),
        ("said.csv", WEB_PAGE, "also holds a web page or script"),
        ("said.txt", b"team\n" + archive(), "also holds a zip archive"),
        ("said.txt", pdf(), "also holds a PDF"),
    ],
)
def test_file_that_is_two_things_is_refused(name, data, why):
    with pytest.raises(Refused) as refused:
        check_file(data, filename=name)

    assert f"“{name}”" in str(refused.value)
    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("audit.docx", with_part(docx(), "word/vbaProject.bin"), "holds macros"),
        ("audit.docx", with_types(docx(), *MACROS), "holds macros"),
        ("audit.xlsx", with_part(xlsx(), "xl/macrosheets/sheet1.xml", b"<a/>"), "holds macros"),
        (
            "audit.docx",
            with_part(docx(), "word/embeddings/oleObject1.bin"),
            "has another file or a program in it",
        ),
        ("audit.docx", with_part(docx(), "word/media/run.exe"), "has another file or a program in it"),
        ("audit.pdf", pdf(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >> "), "holds a script"),
        ("audit.pdf", pdf(catalog=b"/OpenAction << /S /J#61vaScript /J#53 (1) >> "), "holds a script"),
        ("audit.pdf", pdf(catalog=b"/OpenAction << /S /Launch /F (cmd.exe) >> "), "holds a script"),
        ("audit.pdf", pdf(packed_objects(b"5 0 << /S /JavaScript /JS (1) >>")), "holds a script"),
        ("audit.pdf", pdf(catalog=b"/Names << /EmbeddedFiles << >> >> "), "has another file in it"),
        ("audit.pdf", pdf(catalog=b"/Encrypt 9 0 R "), "is protected by a password"),
    ],
)
def test_file_that_can_run_something_is_refused(name, data, why):
    with pytest.raises(Refused) as refused:
        check_file(data, filename=name)

    assert f"“{name}” {why}" in str(refused.value)


SCRIPT = b"5 0 << /S /JavaScript /JS (app.alert(1)) >>"
PACKED = zlib.compress(SCRIPT)
FLATE = b"/Type /ObjStm /N 1 /First 4 /Filter "


@pytest.mark.parametrize(
    "body",
    [
        object_stream(SCRIPT, b"/Type /ObjStm /N 1 /First 4"),
        object_stream(SCRIPT.hex().encode() + b">", FLATE + b"/ASCIIHexDecode"),
        object_stream(zlib.compress(SCRIPT.hex().encode()), FLATE + b"[/FlateDecode /ASCIIHexDecode]"),
        object_stream(zlib.compress(PACKED), FLATE + b"/FlateDecode /Filter [/FlateDecode /FlateDecode]"),
        object_stream(zlib.compress(SCRIPT.hex().encode()), FLATE + b"6 0 R"),
        object_stream(PACKED, FLATE + b"/FlateDecode /DecodeParms << /Predictor 12 >>"),
        object_stream(SCRIPT, b"/Type /ObjStm /N 1 /First 4 /Note (7 0 obj)"),
        object_stream(SCRIPT, b"/Type 7 0 R /N 1 /First 4"),
        object_stream(SCRIPT, b"/Type /#4fbjStm /N 1 /First 4"),
        object_stream(PACKED[:-8], FLATE + b"/FlateDecode"),
        object_stream(PACKED, FLATE + b"/FlateDecode").replace(b">>\nstream", b">>%\nstream"),
        b"7 0 obj\n/ObjStm\nendobj\n" + object_stream(SCRIPT, b"/Type 7 0 R /N 1"),
    ],
)
def test_objects_of_a_pdf_that_cannot_be_looked_into_are_refused(body):
    with pytest.raises(Refused, match=r"“audit\.pdf” has parts that cannot be looked into"):
        check_file(pdf(body), filename="audit.pdf")


def test_script_of_a_pdf_behind_more_than_is_unpacked_is_refused():
    filling = packed_objects(b" " * (9 * 1024 * 1024))

    check_file(pdf(filling + packed_objects(b"5 0 << >>")), filename="audit.pdf")
    with pytest.raises(Refused, match="cannot be looked into"):
        check_file(pdf(filling + filling + packed_objects(SCRIPT)), filename="audit.pdf")


@pytest.mark.parametrize("after", [b">", b"]", b"%note\n", b"\0", b"{"])
def test_name_of_a_script_ends_where_programs_say_that_it_ends(after):
    with pytest.raises(Refused, match="holds a script"):
        check_file(pdf(catalog=b"/OpenAction << /JS" + after + b"(1) >> "), filename="audit.pdf")


class Counted(bytes):
    """Bytes that count how many of them were searched."""

    searched = 0

    def find(self, words, start=0):
        end = super().find(words, start)
        self.searched += (len(self) if end == -1 else end) - start
        return end


@pytest.mark.parametrize("streams", [b">>stream\n" * 2000, b">>stream\nendstream\n" * 2000])
def test_every_byte_of_a_pdf_is_searched_once(streams):
    data = Counted(pdf(streams))

    try:
        list(taken_apart(data, "audit.pdf"))
    except UnreadableDocument:
        assert b"endstream" not in streams

    assert data.searched <= len(data)


def test_file_that_is_too_large_is_refused_by_name(settings):
    settings.DOCUMENT_MAX_BYTES = 2048

    check_file(b"a" * 2048, filename="said.txt")
    with pytest.raises(Refused, match=r"“said\.txt” is larger than 2,048 bytes"):
        check_file(b"a" * 2049, filename="said.txt")
