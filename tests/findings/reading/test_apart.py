"""Reading a document in a process of its own: its limits, and what is said when it ends badly."""

import sys
from functools import partial

import docx
import openpyxl
import pytest

from findings.extraction.errors import UnreadableDocument
from findings.reading import apart
from findings.reading.apart import read_apart
from tests.findings.extraction.writing import pdf, saved
from tests.findings.letters import AREAS, LETTER, STRENGTHS

ANOTHER_FORM = "Save it as a Word or plain text file and upload that, or take it in in parts."
MEGABYTE = 1024 * 1024


def refusal(data, filename="letter.md"):
    with pytest.raises(UnreadableDocument) as refused:
        read_apart(data, filename=filename, columns=None)
    return refused.value.reason, str(refused.value)


def test_read_apart_gives_all_that_was_read():
    contents = read_apart(LETTER.encode(), filename="letter.md", columns=None)

    assert [row["text"] for row in contents["candidates"]] == [*STRENGTHS, *AREAS]
    assert contents["strands"] == ["Leadership", "Practice"]
    assert contents["passages"][0]["text"] == "Feedback"


def test_read_apart_says_what_is_wrong_with_a_file():
    assert refusal(b"%PDF-1.7 text", "letter.pdf") == (
        "damaged",
        "“letter.pdf” is damaged and cannot be opened. Ask the sender for it again and upload that copy.",
    )


def test_read_apart_of_a_spreadsheet_asks_first_what_its_columns_hold():
    data = b"Finding,Kind,Owner\nLeaders listen,Strength,Head\n"

    assert read_apart(data, filename="plan.csv", columns=None) == {
        "sheet": {
            "headings": ["Finding", "Kind", "Owner"],
            "rows": [["Leaders listen", "Strength", "Head"]],
            "row_count": 1,
            "suggested": {"0": "Finding", "1": "Kind"},
        }
    }
    contents = read_apart(data, filename="plan.csv", columns={"0": "Strengths"})
    assert [(row["text"], row["kind"]) for row in contents["candidates"]] == [("Leaders listen", "strength")]


def test_read_apart_ends_what_takes_too_long(settings):
    settings.READING_MAX_SECONDS = 0

    assert refusal(LETTER.encode()) == (
        "time",
        f"“letter.md” could not be read within 0 seconds. {ANOTHER_FORM}",
    )


def test_read_apart_ends_what_takes_too_much_memory(settings):
    settings.READING_MAX_BYTES = 120 * MEGABYTE
    paragraphs = "\n\n".join(f"Paragraph {number} of very many words." for number in range(50_000))

    assert refusal(paragraphs.encode()) == (
        "memory",
        f"“letter.md” needs more memory to read than a letter or a report does. {ANOTHER_FORM}",
    )


def test_read_apart_outlives_a_crash(monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", "import os; os.abort()"))

    assert refusal(LETTER.encode()) == (
        "crash",
        f"“letter.md” could not be read: reading it broke off. It may be damaged. {ANOTHER_FORM}",
    )


def in_word():
    document = docx.Document()
    document.add_heading("Strengths", 1)
    document.add_paragraph("Carers’ voices count", style="List Bullet")
    return saved(document)


def in_excel():
    workbook = openpyxl.Workbook()
    for row in (("Finding", "Kind"), ("Carers’ voices count", "Strength")):
        workbook.active.append(row)
    return saved(workbook)


def in_pdf():
    return pdf("<h2>Strengths</h2><ul><li>Carers’ voices count</li></ul>")


def in_text(encoding):
    return "Strengths\n\n- Carers’ voices count\n".encode(encoding)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.docx", in_word),
        ("plan.xlsx", in_excel),
        ("letter.pdf", in_pdf),
        *(
            ("letter.txt", partial(in_text, encoding))
            for encoding in ("utf-8-sig", "cp1252", "utf-16", "utf-32")
        ),
    ],
)
def test_read_apart_reads_every_format_within_its_limits(name, data):
    columns = {"0": "Finding", "1": "Kind"} if name == "plan.xlsx" else None

    contents = read_apart(data(), filename=name, columns=columns)

    assert [(row["text"], row["kind"]) for row in contents["candidates"]] == [
        ("Carers’ voices count", "strength")
    ]


OPENING = """
import json, os, socket
from findings.reading.child import limit
limit(2**31, 60)
outcomes = {}
for name, attempt in {
    "read": lambda: open("manage.py"),
    "write": lambda: open(os.devnull, "w"),
    "connect": lambda: socket.socket(),
}.items():
    try:
        attempt()
    except OSError as error:
        outcomes[name] = error.strerror
print(json.dumps(outcomes))
"""


def test_process_that_reads_opens_nothing(monkeypatch):
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", OPENING))

    assert read_apart(b"", filename="letter.md", columns=None) == dict.fromkeys(
        ("read", "write", "connect"), "Too many open files"
    )


def test_process_that_reads_is_given_no_secret(monkeypatch):
    secrets = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL")
    for name in secrets:
        monkeypatch.setenv(name, "not for a hostile file")
    told = "import json, os; print(json.dumps(dict(os.environ)))"
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", told))

    known = read_apart(b"", filename="letter.md", columns=None)

    assert "PATH" in known
    assert not {*secrets} & known.keys()
