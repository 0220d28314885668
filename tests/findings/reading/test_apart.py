"""Reading a document in a process of its own: its limits, and what is said when it ends badly."""

import sys

import pytest

from findings.extraction import UnreadableDocument
from findings.reading import apart
from findings.reading.apart import read_apart
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


def test_process_that_reads_knows_no_secret(monkeypatch):
    secrets = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL")
    for name in secrets:
        monkeypatch.setenv(name, "not for a hostile file")
    told = "import json, os; print(json.dumps(dict(os.environ)))"
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", told))

    known = read_apart(b"", filename="letter.md", columns=None)

    assert "PATH" in known
    assert not {*secrets} & known.keys()
