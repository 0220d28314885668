"""What the page of a sign-off tells beside its questions."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from actions.models import Status
from portal.wording import day
from tests.actions.conftest import TODAY
from tests.factories.actions import (
    ActionFactory,
    DependencyFactory,
    EvidenceFactory,
    EvidenceFileFactory,
    MilestoneFactory,
)
from tests.factories.findings import MeasurementFactory


@pytest.fixture
def delivered(lead):
    return ActionFactory(lead=lead, status=Status.DELIVERED)


@pytest.fixture
def evidence(delivered):
    return EvidenceFactory(action=delivered)


def test_page_says_beside_the_first_question_what_is_not_done(as_person, delivered, manager):
    step = MilestoneFactory(action=delivered, title="Train every team", due_on=datetime.date(2026, 5, 1))
    MilestoneFactory(action=delivered, title="Hire a trainer", reached_on=TODAY, reached_by=delivered.lead)
    other = DependencyFactory(action=delivered).waits_for
    DependencyFactory(action=delivered, waits_for=ActionFactory(status=Status.SIGNED_OFF))

    page = as_person(manager).get(reverse("actions:sign_off_add", args=[delivered.pk])).content.decode()

    [hint] = html.fromstring(page).xpath("//div[@id='id_was_delivered_hint']")
    assert hint.text_content() == (
        f"Milestone not reached: {step.title}, due 1 May 2026. It waits for {other}: {other.title}. "
        f"Due {day(other.due_on)}. {other.get_status_display()}"
    )


def test_each_piece_of_evidence_is_named_and_opens_beside_the_form(as_person, delivered, evidence, manager):
    file = EvidenceFileFactory(evidence__action=delivered, name="rota.pdf")
    EvidenceFileFactory(evidence=file.evidence, name="rota-2.pdf", number=2, change="Dated")
    value = MeasurementFactory(value=82, measured_on=datetime.date(2026, 5, 7))
    cited = EvidenceFactory(action=delivered, kind="measurement", measurement=value)
    page_elsewhere = EvidenceFactory(action=delivered, kind="link", link="https://files.example.org/a/b")

    page = as_person(manager).get(reverse("actions:sign_off_add", args=[delivered.pk])).content.decode()

    hints = html.fromstring(page).xpath(
        "//div[starts-with(@id, 'id_evidence_') and contains(@id, 'item_hint')]"
    )
    pieces = (evidence, file.evidence, cited, page_elsewhere)
    assert [hint.xpath("a/@href") for hint in hints] == [[piece.get_absolute_url()] for piece in pieces]
    assert [hint.xpath("a/@target") for hint in hints] == [["_blank"]] * 4
    assert [hint.text_content() for hint in hints] == [
        f"{name} (opens in a new tab). Added by {piece.added_by}"
        for name, piece in zip(
            (
                f"Observation of practice of {day(evidence.dated_on)}",
                "rota-2.pdf, version 2",
                f"{value.measure}: 82 on 7 May 2026",
                "Document or page at files.example.org",
            ),
            pieces,
            strict=True,
        )
    ]
