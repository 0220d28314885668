"""The command that shows what a document holds."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.sources import inventory, require_source

KEYS = ("kind", "theme", "headline", "text", "source_ref", "also_relates_to")


def run(path: Path) -> dict[str, Any]:
    out = StringIO()
    call_command("extract_findings", str(path), stdout=out)
    printed: dict[str, Any] = json.loads(out.getvalue())
    return printed


def test_prints_findings_in_the_shape_of_the_inventories(tmp_path):
    letter = tmp_path / "letter.md"
    letter.write_text("## Strengths\n\n- Carers’ café\n", encoding="utf-8")

    assert run(letter)["findings"] == [
        {
            "kind": "strength",
            "theme": None,
            "headline": True,
            "text": "Carers’ café",
            "source_ref": "Strengths, bullet 1",
            "also_relates_to": [],
            "selected": True,
            "prominence": "headline",
            "parent": None,
            "asks_kind": False,
            "confidence": 0.95,
            "reason": "Bullet under the heading “Strengths”",
            "place": {"page": None, "paragraph": None, "lines": [3]},
        }
    ]


def test_prints_the_findings_of_the_peer_review_letter():
    path = require_source("2011-04-peer-review-letter.md")
    expected = inventory(path.name)["findings"]

    found = run(path)["findings"]

    def shape(finding: dict[str, Any]) -> dict[str, Any]:
        return {key: finding[key] for key in KEYS} | {"text": " ".join(finding["text"].split())}

    assert [shape(finding) for finding in found] == [shape(finding) for finding in expected]
    assert all(finding["selected"] for finding in found)


def test_document_without_findings_prints_an_empty_list(tmp_path):
    note = tmp_path / "note.txt"
    note.write_text("Milk\nBread\n")

    assert run(note)["findings"] == []


def test_prints_what_else_a_document_says_in_the_shape_of_the_inventories(tmp_path):
    note = tmp_path / "note.md"
    note.write_text(
        "# Update\n\n## Abbreviations\n\nDBS – Disclosure and Barring Service\n", encoding="utf-8"
    )

    printed = run(note)

    assert printed["abbreviations"] == [{"abbr": "DBS", "meaning": "Disclosure and Barring Service"}]
    lists = ("judgements", "actions", "recommendations", "commitments", "measures", "annexes", "paragraphs")
    assert {name: printed[name] for name in lists} == {name: [] for name in lists}
    assert (printed["reason"], printed["assurance_statement"]) == (None, None)
    assert printed["metadata"]["title"] == "Update"


def test_missing_file_is_said_in_one_sentence(tmp_path):
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "absent.md")

    assert str(refused.value) == f"There is no file “{tmp_path / 'absent.md'}”."


def test_folder_is_said_in_one_sentence(tmp_path):
    with pytest.raises(CommandError) as refused:
        run(tmp_path)

    assert str(refused.value) == f"“{tmp_path}” cannot be opened: Is a directory."


def test_unreadable_document_is_said_in_one_sentence(tmp_path):
    sheet = tmp_path / "plan.xlsx"
    sheet.write_bytes(b"PK\x03\x04")

    with pytest.raises(CommandError) as refused:
        run(sheet)

    assert str(refused.value) == (
        "“plan.xlsx” is damaged and cannot be opened. Ask the sender for it again and upload that copy."
    )
