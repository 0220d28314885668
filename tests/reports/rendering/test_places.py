"""Finding a paragraph again when the report around it has changed."""

import pytest

from reports.rendering.places import content_of, find_place, places_in, says
from tests.factories.reports import ExemptionFactory, ReportFactory, SectionFactory, write_published_report

pytestmark = pytest.mark.django_db


def places(*bodies):
    report = ReportFactory()
    for position, body in enumerate(bodies, start=1):
        SectionFactory(report=report, body=body, position=position)
    return places_in(content_of(report))


def find(rows, words, *, name="", number=1):
    found = find_place(rows, name=name, words=words, number=number)
    return found and found.number


def test_paragraphs_are_read_with_their_points_and_without_tables():
    found = places(
        "First **bold** one.\n\n- a point\n  - below it\n\n| a | b |\n|---|---|\n| 1 | 2 |", "Last & least."
    )

    assert [(row.number, row.text) for row in found] == [
        (1, "First bold one.\na point\nbelow it"),
        (2, "Last & least."),
    ]


def test_paragraph_is_found_by_its_words_wherever_it_stands_now():
    assert find(places("One.\n\nTwo.", "The third one."), "The third one.") == 3


def test_paragraph_is_found_by_most_of_its_words():
    rows = places("We will bring a further update on this work in July.\n\nWe will not.")

    assert find(rows, "We will bring an update on this work in July.", number=2) == 1


def test_paragraph_is_not_found_by_words_that_are_gone():
    assert find(places("Nothing of the sort."), "We will bring a further update in July.") is None


def test_of_two_paragraphs_that_say_the_same_the_nearer_one_is_found():
    rows = places("Same.\n\nElse.\n\nSame.")

    assert (find(rows, "Same.", number=1), find(rows, "Same.", number=3)) == (1, 3)
    assert len({row.key for row in rows}) == 3


def test_named_paragraph_is_found_whatever_it_says_now():
    snapshot = {
        "sections": [
            {
                "record": 1,
                "kind": "text",
                "heading": "One",
                "blocks": [
                    {"type": "paragraph", "number": 1, "html": "Promise.", "points": []},
                    {"type": "paragraph", "number": 2, "name": "dbs", "html": "Else.", "points": []},
                    {"type": "exempt", "number": 3, "notice": "Exempt"},
                ],
            }
        ]
    }

    assert find(places_in(snapshot), "Promise.", name="dbs") == 2


def test_frozen_report_is_read_as_it_was_frozen():
    report = write_published_report().report
    report.sections.exclude(body="").update(body="Other words.")

    assert [row.text for row in places_in(content_of(report))] == ["First words.\na point"]


def test_paragraphs_that_the_public_may_not_read_are_marked():
    report = ReportFactory()
    exemption = ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, body="Open.\n\n{exempt A} Kept back.", position=1)
    SectionFactory(report=report, body="In an exempt section.", exemption=exemption, position=2)

    assert [(row.text, row.is_exempt) for row in places_in(content_of(report))] == [
        ("Open.", False),
        ("Kept back.", True),
        ("In an exempt section.", True),
    ]


def test_words_are_found_in_a_paragraph_over_its_line_breaks():
    [row] = places("We will\nlook again.\n\n- Twice")

    assert says(row, "will  look AGAIN. twice")
    assert not says(row, "look twice")
