"""A report about 5,000 findings is a paper that can be read, and says where those are that it does not print."""

import datetime

import pytest

from actions.models import Action
from findings.models import Finding, Kind
from reports.models import Section
from reports.rendering.apart import make_files
from reports.rendering.snapshot import build_snapshot
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import ReportFactory, SectionFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory
from tests.reports.kept_back import words_of

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
MANY, STRANDS, THEMES, ACTIONS = 5_000, 50, 10, 20
MOST_PAGES = 100
IN_APRIL = datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC)
ANSWERS = ("accepted", "partly_accepted", "not_accepted", "")
WORDS = "Children are visited when they need to be, and what was seen is written down on the day."
KINDS = (
    Section.Kind.REVIEWS,
    Section.Kind.FINDINGS,
    Section.Kind.STRANDS,
    Section.Kind.RESPONSES,
    Section.Kind.CHANGES,
)


@pytest.fixture
def findings():
    """So many findings of one review; half of them are areas, which have every answer and actions about them."""
    review = ReviewFactory(received_on=datetime.date(2026, 3, 2))
    strands = StrandFactory.create_batch(STRANDS, review=review)
    themes, person = ThemeFactory.create_batch(THEMES), UserFactory()
    strengths, areas = (
        [
            Finding(
                reference=f"F-2026-{kind[0]}{number}",
                review=review,
                kind=kind,
                text=f"{number}: {WORDS}",
                strand=strands[number % STRANDS],
                recorded_by=person,
            )
            for number in range(MANY // 2)
        ]
        for kind in (Kind.STRENGTH, Kind.AREA)
    )
    for number, area in enumerate(areas):
        area.response = ANSWERS[number % len(ANSWERS)]
        if area.response:
            area.response_reason, area.responded_by, area.responded_at = (
                "It costs too much.",
                person,
                IN_APRIL,
            )
    found = Finding.objects.bulk_create([*strengths, *areas])
    link, about = Finding.themes.through, Action.findings.through
    link.objects.bulk_create(
        link(finding=row, theme=themes[number % THEMES]) for number, row in enumerate(found)
    )
    first, *others = ActionFactory.create_batch(ACTIONS, agreed_at=IN_APRIL)
    about.objects.bulk_create(about(action=first, finding=area) for area in areas)
    about.objects.bulk_create(
        about(action=others[number % len(others)], finding=area) for number, area in enumerate(areas)
    )
    return found


def test_report_about_many_findings_is_made_within_its_limits_and_counts_what_it_leaves_out(findings):
    report = ReportFactory(approved=True)
    for position, kind in enumerate(KINDS, start=1):
        SectionFactory(report=report, kind=kind, body="", heading=Section.Kind(kind).label, position=position)

    files = make_files(build_snapshot(report), lambda *progress: None, lambda: None)

    words = words_of(files.pdf)
    assert files.page_count <= MOST_PAGES
    assert words.count("40 more strengths in the register of findings") == STRANDS
    assert words.count("40 more areas in the register of findings") == STRANDS
    assert words.count("525 more areas in the register of findings") == 2
    assert words.count("615 more areas in the register of findings") == 1
    assert "and 2,480 more" in words
