"""The frameworks that every installation starts with."""

import datetime
import io

import pytest
from django.core.management import call_command

from portal.history import history_of
from reviews.models import Framework
from reviews.services.catalogue import load_frameworks, read_catalogue
from tests.factories.reviews import FrameworkFactory

CODES = [
    "sif",
    "ilacs-2018",
    "ilacs-2023",
    "ilacs-2026",
    "focused-visit",
    "jtai",
    "area-send",
    "hmicfrs-earlier",
    "hmicfrs-graded",
    "lga-peer-review",
    "lga-peer-challenge",
    "regional-peer-review",
    "scrutineer",
    "section-11",
    "section-175-157",
    "case-file-audit",
    "survey",
    "self-evaluation",
]


def day(text):
    return datetime.date.fromisoformat(text)


def test_catalogue_names_each_framework_once():
    catalogue = read_catalogue()

    assert list(catalogue) == CODES
    assert len({(details.name, details.valid_from_on) for details in catalogue.values()}) == len(CODES)


@pytest.mark.django_db
def test_load_frameworks_brings_strands_grades_rules_and_editions():
    load_frameworks()

    ilacs = Framework.objects.get(code="ilacs-2023")
    assert (ilacs.valid_from_on, ilacs.valid_to_on) == (day("2023-01-01"), day("2026-03-31"))
    assert [strand.is_graded for strand in ilacs.strands.all()] == [True] * 4
    grades = ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"]
    assert [grade.name for grade in ilacs.grades.all()] == grades
    assert (ilacs.response_within, ilacs.response_unit, ilacs.draft_within_working_days) == (
        70,
        "working_days",
        20,
    )
    send = Framework.objects.get(code="area-send")
    assert [grade.next_visit_months for grade in send.grades.all()] == [60, 36, 18]
    cited = Framework.objects.get(code="scrutineer").guidance_editions.values_list("name", flat=True)
    assert "Working Together 2023" in cited


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "code", "overall"),
    [
        ("2017-06-01", "sif", True),
        ("2022-12-31", "ilacs-2018", True),
        ("2023-01-01", "ilacs-2023", True),
        ("2026-03-31", "ilacs-2023", True),
        ("2026-04-01", "ilacs-2026", False),
    ],
)
def test_one_framework_of_a_whole_inspection_is_in_force_on_a_day(on, code, overall):
    load_frameworks()

    (found,) = (
        framework
        for framework in Framework.objects.filter(code__in=["sif", *(c for c in CODES if "ilacs" in c)])
        if framework.is_in_force(on=day(on))
    )

    assert (found.code, found.gives_overall_grade) == (code, overall)


@pytest.mark.django_db
def test_load_frameworks_again_keeps_what_administrators_changed():
    load_frameworks()
    Framework.objects.filter(code="jtai").update(name="Our name for it", response_within=50)
    Framework.objects.get(code="ilacs-2023").strands.first().delete()

    assert load_frameworks() == []

    jtai = Framework.objects.get(code="jtai")
    assert (jtai.name, jtai.response_within) == ("Our name for it", 50)
    assert Framework.objects.get(code="ilacs-2023").strands.count() == 3
    assert Framework.objects.count() == len(CODES)


@pytest.mark.django_db
def test_load_frameworks_leaves_a_framework_of_the_councils_own_with_the_same_name():
    own = FrameworkFactory(name="focused visit (ilacs)", valid_from_on=day("2018-01-01"))

    load_frameworks()

    assert list(Framework.objects.filter(name__iexact=own.name)) == [own]


@pytest.mark.django_db
def test_command_says_how_many_and_the_history_names_the_portal():
    printed = io.StringIO()

    call_command("load_frameworks", stdout=printed)

    assert printed.getvalue() == f"Frameworks added from the catalogue: {len(CODES)}\n"
    entries = history_of(Framework.objects.get(code="sif"))
    assert {entry.who for entry in entries} == {"The portal"}
