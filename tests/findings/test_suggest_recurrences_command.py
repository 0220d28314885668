"""The command that shows which earlier findings would be suggested."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from findings.models import Finding
from reports.models import Abbreviation

pytestmark = pytest.mark.django_db

ROWS = [
    {"id": "b", "date": "2017-09-01", "kind": "area_for_consideration", "text": "Review EDT arrangements"},
    {"id": 7, "date": "2011-04-01", "kind": "area", "text": "Out-of-hours support is thin"},
    {"id": "c", "date": "2011-04-01", "kind": "strength", "text": "Fostering panels are well run"},
]


def run(path: Path) -> Any:
    out = StringIO()
    call_command("suggest_recurrences", "--json", str(path), stdout=out)
    return json.loads(out.getvalue())


def refusal(path: Path) -> str:
    with pytest.raises(CommandError) as refused:
        run(path)
    assert refused.value.returncode == 1
    return str(refused.value)


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "findings.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_ranks_the_earlier_findings_of_each(tmp_path):
    first, second, third = run(written(tmp_path, ROWS))

    (match,) = first["earlier"]
    assert first["id"] == "b"
    assert (match["id"], match["suggested"], match["words"]) == (7, True, [["EDT", "Out-of-hours support"]])
    assert 0.3 <= match["score"] <= 1
    assert (second, third) == ({"id": 7, "earlier": []}, {"id": "c", "earlier": []})
    assert not Finding.objects.exists()


def test_knows_the_abbreviations_of_the_council(tmp_path):
    rows = [
        {
            "id": 1,
            "date": "2011-01-01",
            "kind": "area",
            "text": "Brambling Yard Project has no clear purpose",
        },
        {"id": 2, "date": "2012-01-01", "kind": "area", "text": "What BYP is for should be decided"},
    ]
    path = written(tmp_path, rows)
    assert run(path)[1]["earlier"] == []

    Abbreviation.objects.create(short="BYP", meaning="Brambling Yard Project")

    assert [match["id"] for match in run(path)[1]["earlier"]] == [1]


def test_empty_list(tmp_path):
    assert run(written(tmp_path, [])) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is no JSON: Expecting value: line 1 column 1 (char 0)."),
        ({"findings": []}, "The file must hold a list of findings, each with id, date, kind and text."),
        (["text"], "Finding 1: must be an object with id, date, kind and text."),
        ([{"id": 1, "text": "x"}], "Finding 1: date, kind missing."),
        ([ROWS[0], ROWS[0]], "Finding 2: there is more than one with the id 'b'."),
        (
            [{**ROWS[0], "kind": "praise"}],
            "Finding 1: the kind must be one of strength, area, area_for_consideration.",
        ),
        ([{**ROWS[0], "date": "1 May 2017"}], "Finding 1: the date must be written like 2017-05-31."),
        ([{**ROWS[0], "date": None}], "Finding 1: the date must be written like 2017-05-31."),
        ([{**ROWS[0], "text": None}], "Finding 1: the text must be a text."),
        ([{**ROWS[0], "id": [1]}], "Finding 1: the id must be a text or a whole number."),
        ([{**ROWS[0], "id": True}], "Finding 1: the id must be a text or a whole number."),
        (
            [ROWS[1], {**ROWS[0], "date": "2017-02-30"}],
            "Finding 2: the date must be written like 2017-05-31.",
        ),
        ([{**ROWS[0], "date": 20170531}], "Finding 1: the date must be written like 2017-05-31."),
        (
            [{**ROWS[0], "text": "\ud800"}],
            "Finding 1: the id or the text holds half a character, such as \\ud800.",
        ),
        (
            [{**ROWS[0], "id": "\ud800"}],
            "Finding 1: the id or the text holds half a character, such as \\ud800.",
        ),
    ],
)
def test_malformed_file_is_said_in_one_sentence(tmp_path, content, message):
    assert refusal(written(tmp_path, content)) == message


def test_file_that_is_no_text(tmp_path):
    path = tmp_path / "findings.json"
    path.write_bytes(b"\xff\xfe\x00\xd8")

    assert refusal(path).startswith("The file is no JSON")


def test_folder(tmp_path):
    assert refusal(tmp_path) == f"“{tmp_path}” cannot be opened: Is a directory."


def test_missing_file(tmp_path):
    assert refusal(tmp_path / "absent.json") == f"There is no file “{tmp_path / 'absent.json'}”."
