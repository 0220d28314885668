"""When a finding counts as addressed, and when as improved."""

import datetime

import pytest
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from actions.models import SignOff, Status
from findings.exports import export_of_findings
from findings.models import Finding, Kind
from findings.rules.progress import ADDRESSED, CHOICES, Progress, has_come, with_progress
from portal.models import Role
from tests.factories.actions import ActionFactory, EvidenceFactory, SignOffFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
YES, PARTLY = SignOff.Difference.YES, SignOff.Difference.PARTLY
NOT_YET, CANNOT_TELL = SignOff.Difference.NOT_YET, SignOff.Difference.CANNOT_TELL


def sign_off(action, answer=YES, *, day=1, on_evidence=True):
    """Sign off an action on a day, on evidence of the difference or on none."""
    piece = EvidenceFactory(action=action)
    SignOffFactory(
        action=action,
        made_difference=answer,
        look_again_on=datetime.date(2026, 12, 1) if answer == NOT_YET else None,
        signed_off_at=datetime.datetime(2026, 6, day, tzinfo=datetime.UTC),
        evidence=[piece],
        difference_evidence=[piece] if on_evidence else [],
    )


def acted_on(finding, *, status=Status.SIGNED_OFF, answers=(), **how):
    action = ActionFactory(findings=[finding], status=status)
    for day, answer in enumerate(answers, start=1):
        sign_off(action, answer, day=day, **how)


# Each makes what was done about a finding; the last ones of each kind are those that could be mistaken.
LIVES = {
    "nothing": (Progress.NOTHING, []),
    "only_given_up": (Progress.NOTHING, [{"status": Status.CANCELLED}]),
    "delivered": (Progress.UNDER_WAY, [{"status": Status.DELIVERED}]),
    "one_of_two": (Progress.UNDER_WAY, [{"answers": [YES]}, {"status": Status.IN_PROGRESS}]),
    "reopened": (Progress.UNDER_WAY, [{"status": Status.IN_PROGRESS, "answers": [YES]}]),
    "cannot_tell": (Progress.UNPROVEN, [{"answers": [CANNOT_TELL]}]),
    "not_yet": (Progress.UNPROVEN, [{"answers": [NOT_YET]}]),
    "yes_on_nothing": (Progress.UNPROVEN, [{"answers": [YES], "on_evidence": False}]),
    "no_longer": (Progress.UNPROVEN, [{"answers": [YES, CANNOT_TELL]}]),
    "given_up_helped": (Progress.UNPROVEN, [{"status": Status.CANCELLED, "answers": [YES]}, {}]),
    "yes": (Progress.IMPROVED, [{"answers": [YES]}]),
    "partly": (Progress.IMPROVED, [{"answers": [PARTLY]}]),
    "looked_again": (Progress.IMPROVED, [{"answers": [NOT_YET, YES]}]),
    "beside_given_up": (Progress.IMPROVED, [{"answers": [YES]}, {"status": Status.CANCELLED}]),
    "one_of_two_helped": (Progress.IMPROVED, [{"answers": [YES]}, {"answers": [CANNOT_TELL]}]),
}


def live(name):
    """A finding about which all of this was done."""
    finding = FindingFactory(kind=Kind.AREA, reference=name)
    for done in LIVES[name][1]:
        acted_on(finding, **done)
    return finding


@pytest.mark.parametrize("name", LIVES)
def test_finding_comes_so_far(name):
    live(name)

    assert with_progress(Finding.objects.all()).get().progress == LIVES[name][0]


def exported(person, code):
    """The references that the export holds for this filter, and the progress of each."""
    export = export_of_findings(person, MultiValueDict({"progress": [code]}))
    value = {column.title: column.value for column in export.columns}
    return {value["Reference"](row): value["Progress"](row) for row in export.rows()}


def test_filter_export_and_column_say_the_same(client):
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    for name in LIVES:
        live(name)
    FindingFactory(kind=Kind.STRENGTH, reference="strength")

    for code, _ in CHOICES:
        wanted = {Progress.IMPROVED, Progress.UNPROVEN} if code == ADDRESSED else {code}
        expected = sorted(name for name, (progress, _) in LIVES.items() if progress in wanted)
        page = client.get(reverse("findings:finding_list"), {"progress": code}).context["page"]
        told = exported(officer, code)
        assert sorted(row.reference for row in page) == expected
        assert told == {name: LIVES[name][0].label for name in expected}


def test_strength_that_nothing_was_agreed_about_has_come_nowhere():
    FindingFactory(kind=Kind.STRENGTH)

    assert with_progress(Finding.objects.all()).get().progress == ""
    assert not Finding.objects.filter(has_come(Progress.NOTHING)).exists()


@pytest.mark.parametrize(
    ("role", "is_told"), [(Role.OFFICER, True), (Role.SCRUTINEER, True), (Role.ACTION_LEAD, False)]
)
def test_page_says_it_to_those_who_see_every_action(client, role, is_told):
    person = UserFactory(role=role)
    finding = live("one_of_two_helped")
    ActionFactory(findings=[finding], lead=person, status=Status.SIGNED_OFF)
    client.force_login(person)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert ("Addressed and improved" in page) is is_told
