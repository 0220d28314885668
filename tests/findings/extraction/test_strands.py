"""Notes that a point belongs to another strand too, and one spelling for each strand."""

import pytest

from tests.findings.extraction.helpers import chosen, read

TEMPLATE = """\
| Strand | Areas for development |
|---|---|
| Early help and hubs | Hours are short {note} |
| Fostering, adoption and kinship | Few carers |
| Health (extra line of enquiry) | Long waits |
"""


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            "(this point also relates to Fostering, Adoption and Kinship signpost).",
            ["Fostering, adoption and kinship"],
        ),
        ("(this also relates to health)", ["Health (extra line of enquiry)"]),
        (
            "(also relates to Health and to Fostering, adoption & kinship)",
            ["Health (extra line of enquiry)", "Fostering, adoption and kinship"],
        ),
        ("(see also: fostering adoption and kinship section)", ["Fostering, adoption and kinship"]),
        ("(links to fostering, adoptions and kinship)", ["Fostering, adoption and kinship"]),
        ("(also relates to Early help and hubs)", []),
        ("(also relates to parking)", []),
        ("(see the annex)", []),
    ],
)
def test_note_in_brackets_names_another_strand(note, expected):
    found = chosen(TEMPLATE.format(note=note))[0]

    assert found.as_dict()["also_relates_to"] == expected
    assert note in found.text


def test_one_spelling_for_a_strand():
    text = """\
| Strand | Strengths |
|---|---|
| Early Help | Hubs |

| Strand | Areas for development |
|---|---|
| Early help | Hours |
"""
    assert [c.theme for c in chosen(text)] == ["Early Help", "Early Help"]
    assert read(text).strands == ("Early Help",)
