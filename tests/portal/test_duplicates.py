"""What may come once: of two people who send it at the same moment one is served, the other is told what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from portal.exceptions import Refused
from portal.models import Organisation, Role, User
from portal.services import save_new
from portal.services.administration import edit_organisation
from tests.concurrency import at_once
from tests.factories.findings import MeasureFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reports import CommitteeFactory
from tests.factories.reviews import GradeFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)

DAY = {"held_on_0": "1", "held_on_1": "2", "held_on_2": "2027"}
MEASURED = {
    "measured_on_0": "1",
    "measured_on_1": "2",
    "measured_on_2": "2026",
    "value": "3",
    "source": "Data team",
}


NAMES = "person organisation theme framework strand judgement measure measurement group committee meeting abbreviation"


def of_a_review(name: str) -> Callable[[], str]:
    return lambda: reverse(name, args=[ReviewFactory(framework=GradeFactory(pk=1).framework).pk])


ADDED: list[tuple[Callable[[], str], Role, dict[str, object], str, str]] = [
    (
        lambda: reverse("portal:person_add"),
        Role.ADMINISTRATOR,
        {"name": "Head of Service", "email": "head@council.example", "role": Role.MANAGER},
        "email",
        "There is already a person with this e-mail address",
    ),
    (
        lambda: reverse("portal:organisation_add"),
        Role.ADMINISTRATOR,
        {"name": "Harbour Trust", "kind": Organisation.Kind.HEALTH},
        "name",
        "There is already an organisation with this name",
    ),
    (
        lambda: reverse("reviews:theme_add"),
        Role.ADMINISTRATOR,
        {"name": "Early help"},
        "name",
        "There is already a theme with this name",
    ),
    (
        lambda: reverse("reviews:framework_add"),
        Role.ADMINISTRATOR,
        {"name": "Peer challenge", "kind": "peer_review", "response_unit": "working_days"},
        "name",
        "There is already a framework with this name and no first day",
    ),
    (
        of_a_review("reviews:strand_add"),
        Role.OFFICER,
        {"name": "Practice"},
        "name",
        "This review already has a strand with this name",
    ),
    (
        of_a_review("reviews:judgement_add"),
        Role.OFFICER,
        {"grade": 1},
        "strand",
        "This review already has an overall judgement. Change that one instead",
    ),
    (
        lambda: reverse("findings:measure_add"),
        Role.OFFICER,
        {"name": "Checks overdue", "unit": "number", "better": "lower"},
        "name",
        "There is already a measure with this name",
    ),
    (
        lambda: reverse("findings:measurement_add", args=[MeasureFactory(unit="number").pk]),
        Role.OFFICER,
        MEASURED,
        "measured_on",
        "There is already a value for this day",
    ),
    (
        lambda: reverse("actions:group_add"),
        Role.OFFICER,
        {"name": "Safeguarding board"},
        "name",
        "There is already a group with this name",
    ),
    (
        lambda: reverse("reports:committee_add"),
        Role.ADMINISTRATOR,
        {"name": "Scrutiny committee"},
        "name",
        "There is already a committee with this name",
    ),
    (
        lambda: reverse("reports:meeting_add", args=[CommitteeFactory().pk]),
        Role.ADMINISTRATOR,
        DAY,
        "held_on",
        "This committee already has a meeting on this day",
    ),
    (
        lambda: reverse("reports:abbreviation_add"),
        Role.ADMINISTRATOR,
        {"short": "MASH", "meaning": "Multi-agency safeguarding hub"},
        "short",
        "This abbreviation is already on the list",
    ),
]


def ways_of_writing(sent: dict[str, object], field: str) -> list[dict[str, object]]:
    """The same entries in two ways that are one to the reader."""
    return [sent, {**sent, field: str(sent[field]).upper()}] if field in ("name", "email") else [sent, sent]


@pytest.fixture(autouse=True)
def _no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("portal.tasks.send_invitation.delay", lambda *args: None)


@pytest.mark.parametrize(("address", "role", "sent", "field", "message"), ADDED, ids=NAMES.split())
def test_added_twice_at_once_is_added_once_and_explained(
    address: Callable[[], str],
    role: Role,
    sent: dict[str, object],
    field: str,
    message: str,
    tmp_path: Path,
):
    url = address()

    def send_as(person: User, entries: dict[str, object]) -> Callable[[], object]:
        browser = Client()
        browser.force_login(person)

        def send() -> object:
            answer = browser.post(url, entries)
            return "added" if answer.status_code == 302 else answer.context["form"].errors

        return send

    outcomes = at_once(
        [send_as(UserFactory(role=role), entries) for entries in ways_of_writing(sent, field)],
        folder=tmp_path,
    )

    assert "added" in outcomes
    outcomes.remove("added")
    assert outcomes == [{field: [message]}]


def test_edit_to_a_name_that_is_taken_leaves_the_record_as_it_is():
    OrganisationFactory(name="Harbour Trust")
    organisation = OrganisationFactory(name="Hospitals")

    with pytest.raises(Refused, match="There is already an organisation with this name") as refusal:
        edit_organisation(
            organisation=organisation, by=UserFactory(), version=0, changes={"name": "HARBOUR TRUST"}
        )

    assert refusal.value.fields == ("name",)
    assert (organisation.name, organisation.version) == ("Hospitals", 0)


def test_a_refusal_that_no_unique_constraint_made_is_not_hidden():
    with pytest.raises(IntegrityError):
        save_new(record=Organisation(name=None, kind="other"), by=UserFactory())
