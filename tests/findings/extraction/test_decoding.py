"""Which files are read, and what is said of those that are not."""

import codecs

import pytest

from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract

TYPES = "Upload a Word (.docx), PDF, HTML, Markdown or plain text file, or a spreadsheet (.xlsx or .csv)."
TEXT = "STRENGTHS\n\n• The children’s “own book”\n"


def texts(data: bytes, filename: str = "letter.txt") -> list[str]:
    return [candidate.text for candidate in extract(data, filename=filename).candidates]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "utf-32", "windows"],
)
def test_encodings(data):
    assert texts(data) == ["The children’s “own book”"]


@pytest.mark.parametrize(
    ("filename", "text", "written_as"),
    [
        ("a.md", "## Strengths", "markdown"),
        ("A.MARKDOWN", "x", "markdown"),
        ("a.htm", "<p>x</p>", "html"),
        ("a.html", "No markup at all", "plain"),
        ("a.txt", "Plain words", "plain"),
        ("", "Pasted words", "plain"),
        ("", "## Strengths\n\n- x", "markdown"),
        ("a.md", "<!doctype html><html><body><p>x</p></body></html>", "html"),
        ("a.txt", "<h2>A</h2>\n<ul><li>x</li></ul>", "html"),
        ("", "| A | B |\n|---|---|\n| 1 | 2 |", "markdown"),
    ],
)
def test_format_by_name_and_content(filename, text, written_as):
    assert extract(text.encode(), filename=filename).format == written_as


@pytest.mark.parametrize(
    ("data", "filename", "reason", "message"),
    [
        (b"", "letter.md", "empty", "“letter.md” is empty. Upload a file that has text in it."),
        (b" \r\n\t ", "letter.md", "empty", "“letter.md” is empty. Upload a file that has text in it."),
        (
            codecs.BOM_UTF8 + b"\n",
            "letter.md",
            "empty",
            "“letter.md” is empty. Upload a file that has text in it.",
        ),
        (
            "\u00a0\u200b".encode(),
            "",
            "empty",
            "The text has no text in it. Upload a file that has text in it.",
        ),
        (
            b"a\0b",
            "letter.txt",
            "not_text",
            f"“letter.txt” is not text. {TYPES}",
        ),
        (
            b"\x81\x8d\x8f\x90\x9d",
            "letter.txt",
            "not_text",
            f"“letter.txt” is not text. {TYPES}",
        ),
        (
            bytes(range(1, 32)) * 20,
            "letter.txt",
            "not_text",
            f"“letter.txt” is not text. {TYPES}",
        ),
        (
            b"\xff\xfea",
            "letter.txt",
            "not_text",
            f"“letter.txt” is not text. {TYPES}",
        ),
    ],
)
def test_unreadable_document_is_refused_by_name_and_reason(data, filename, reason, message):
    with pytest.raises(UnreadableDocument) as refused:
        extract(data, filename=filename)

    assert refused.value.reason == reason
    assert str(refused.value) == message


def test_message_names_the_file_without_its_folders():
    with pytest.raises(
        UnreadableDocument, match=r"^“letter\.md” is empty\. Upload a file that has text in it\.$"
    ):
        extract(b"", filename="some/folder/letter.md")
