"""What a new version lets everybody read that was exempt is asked about first, by name."""

import datetime

import pytest
from django.urls import reverse

from portal.exceptions import Refused
from portal.history import history_of
from portal.models import Role
from reports.models import Commitment, Report, Resolution
from reports.services import workflow
from reports.services.disclosure import disclosed_by
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    ExemptionFactory,
    MeetingFactory,
    ReportFactory,
    ResolutionFactory,
)
from tests.reports.services.versions import approve, begin, publish, published_report

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 6, 17)
RESOLVED = "What the {meeting} resolved on “Note the report”"


@pytest.fixture
def report() -> Report:
    """A published report that keeps its recommendation back, on which the committee has resolved."""
    report = published_report()
    report.recommendations.update(exemption=ExemptionFactory(report=report, letter="A"))
    ResolutionFactory(recommendation=report.recommendations.get())
    return report


def opened(version):
    """A version whose recommendations are exempt no longer, approved."""
    version.recommendations.update(exemption=None)
    return approve(version)


def words_of(version):
    return [row.words for row in disclosed_by(version)]


def publish_agreeing(version, keys):
    return workflow.publish_report(
        report=version, by=UserFactory(), version=version.version, reason="A correction", agreed=keys
    )


def test_resolution_that_becomes_public_is_named_and_agreed_to(report):
    version = opened(begin(report))
    words = RESOLVED.format(meeting=report.meeting)

    assert words_of(version) == [words]
    with pytest.raises(Refused, match="What was exempt becomes public"):
        publish(version)
    version.refresh_from_db()
    published = publish_agreeing(version, [row.key for row in disclosed_by(version)])

    assert published.status == "published"
    assert Resolution.objects.in_public().count() == 1
    assert words in [change.after for entry in history_of(published) for change in entry.changes]


def test_nothing_is_asked_of_a_version_that_keeps_it_back(report):
    version = approve(begin(report))

    assert words_of(version) == []
    assert publish(version).status == "published"
    assert not Resolution.objects.in_public().exists()


@pytest.mark.parametrize(
    "own",
    [
        {"outcome": "{exempt A} Paid", "owner": "Head of Care", "due_on": DAY, "finished_on": DAY},
        {"decision": "amended", "wording": "{ exempt a} Agreed"},
        {"owner": "{exempted} Head of Care", "due_on": DAY},
    ],
)
def test_resolution_whose_own_words_are_exempt_stays_so(report, own):
    Resolution.objects.update(**own)

    assert words_of(opened(begin(report))) == []


def test_resolution_stays_back_where_the_section_of_recommendations_is_exempt(report):
    version = begin(report)
    version.sections.filter(kind="recommendations").update(exemption=version.exemptions.get())

    assert words_of(opened(version)) == []


def test_resolution_stays_back_where_the_words_before_the_recommendations_say_so(report):
    version = begin(report)
    version.recommendations_lead = "{exempt A} Members decide"
    version.save()

    assert words_of(opened(version)) == []


def test_promise_with_its_answers_and_an_answer_that_become_public_are_named(report):
    Resolution.objects.all().delete()
    promise = CommitmentFactory(report=report, is_exempt=True, wording="We will pay more")
    later = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 9, 1))
    after = ReportFactory(published=True, meeting=later, title="Autumn report")
    AnswerFactory(commitment=promise, report=after)
    before = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 3, 1))
    earlier = CommitmentFactory(report=ReportFactory(published=True, meeting=before), wording="We will ask")
    AnswerFactory(commitment=earlier, report=report, is_exempt=True)
    version = approve(begin(report))
    assert words_of(version) == []

    version.commitments.update(is_exempt=False)
    version.answers.update(is_exempt=False)

    assert words_of(version) == [
        "The promise “We will pay more”",
        "The answer to it in “Autumn report”",
        "What this paper answers to the promise “We will ask”",
    ]
    publish_agreeing(version, [row.key for row in disclosed_by(version)])
    assert Commitment.objects.in_public().made().filter(report=version).count() == 1


def test_first_version_and_one_after_a_withdrawn_paper_open_nothing(report):
    assert words_of(ReportFactory(approved=True)) == []
    promise = CommitmentFactory(report=report, is_exempt=True)
    version = begin(report)
    version.commitments.update(is_exempt=False)
    assert f"The promise “{promise}”" in words_of(version)

    manager = UserFactory(role=Role.MANAGER)
    report.refresh_from_db()
    workflow.withdraw_report(report=report, by=manager, version=report.version, reason="Wrong")

    assert f"The promise “{promise}”" not in words_of(version)


def test_page_of_publication_names_what_becomes_public_and_takes_all_or_nothing(client, report):
    manager = UserFactory(role=Role.MANAGER)
    client.force_login(manager)
    version = opened(begin(report))
    [row] = disclosed_by(version)
    url = reverse("reports:report_publish", args=[version.pk])
    sent = {"version": version.version, "reason": "A correction"}

    page = client.get(url).content.decode()
    refused = client.post(url, sent).content.decode()
    client.post(url, {**sent, "agreed": [row.key]})

    assert row.words in page
    assert "Tick each part that becomes public" in refused
    version.refresh_from_db()
    assert version.status == "published"


def test_page_of_approval_says_what_would_become_public(client, report):
    client.force_login(UserFactory(role=Role.MANAGER))
    version = begin(report)
    version.recommendations.update(exemption=None)
    Report.objects.filter(pk=version.pk).update(status="in_review")

    page = client.get(reverse("reports:report_approve", args=[version.pk])).content.decode()

    assert "This was exempt and becomes public when the version is published" in page
    assert RESOLVED.format(meeting=report.meeting) in page
