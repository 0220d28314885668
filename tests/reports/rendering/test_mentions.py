"""Which paragraphs and tables of an edition name an action or a finding."""

from unittest.mock import patch

import pytest
from django.db import DatabaseError

from reports.models import Edition, Mention, Section
from reports.rendering import job
from reports.rendering.files import Files
from reports.rendering.job import run_rendering
from reports.rendering.mentions import mentions_in
from reports.rendering.snapshot import build_snapshot
from tests.factories.actions import ActionFactory
from tests.factories.reports import RecommendationFactory, RenderingFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def quick():
    """Make files of a few bytes in no time."""
    few = Files(pdf=b"bytes", docx=b"words", html=b"page", page_count=3)
    with patch.object(job, "make_files", side_effect=lambda snapshot, tell, wanted: few):
        yield


def written(*bodies, **recommendation):
    """The snapshot of a report with these sections and a recommendation."""
    report = ReportFactory(approved=True)
    for position, body in enumerate(bodies, start=1):
        SectionFactory(report=report, body=body, position=position)
    if recommendation:
        SectionFactory(report=report, kind="recommendations", placed=True, position=len(bodies) + 1)
        RecommendationFactory(report=report, position=1, **recommendation)
    return build_snapshot(report)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Nothing.\n\nDone (A-2017-012).", [("A-2017-012", "paragraph", 2)]),
        ("First.\n\n- one\n- two: **A-2017-012**", [("A-2017-012", "paragraph", 1)]),
        ("First.\n\n- one\n  - deeper A-2017-012", [("A-2017-012", "paragraph", 1)]),
        ("> Somebody said F-2011-0020.", [("F-2011-0020", "paragraph", 1)]),
        ("A-2017-\\012 and **A-2017**-013", [("A-2017-013", "paragraph", 1)]),
        ("|What|Who|\n|-|-|\n|A-2017-012: seen|police|", [("A-2017-012", "table", 1)]),
        ("[The plan](https://council.example/A-2017-012)", []),
        ("A-2017-01, XA-2017-012, A-2017-012B, R-2017-012", []),
    ],
)
def test_references_are_found_where_they_are_read(body, found):
    assert list(mentions_in(written(body))) == found


def test_recommendations_and_their_reasons_count_as_their_paragraph():
    asked = {"text": "Hear about A-2017-012", "reason": "Because F-2017-003 was raised again"}

    found = list(mentions_in(written("One.", "Two.", **asked)))

    assert found == [("A-2017-012", "paragraph", 3), ("F-2017-003", "paragraph", 3)]


def test_edition_is_made_with_its_mentions_each_once(quick):
    report = ReportFactory(approved=True)
    action = ActionFactory()
    SectionFactory(report=report, body="One.", position=1)
    body = f"{action.reference}.\n\n- {action.reference}"
    SectionFactory(report=report, kind=Section.Kind.ACTIONS, body=body, position=2)

    edition = run_rendering(RenderingFactory(report=report).pk)

    rows = edition.mentions.values_list("reference", "place", "number")
    assert list(rows) == [(action.reference, "paragraph", 2), (action.reference, "table", 1)]
    assert edition.texts.get(anchor="paragraph-2").text == f"{action.reference}. · {action.reference}"


def test_edition_whose_mentions_cannot_be_kept_is_not_made(quick):
    rendering = RenderingFactory()

    with patch.object(Mention.objects, "bulk_create", side_effect=DatabaseError("full")):
        run_rendering(rendering.pk)

    rendering.refresh_from_db()
    assert (rendering.state, Edition.objects.count()) == ("failed", 0)
