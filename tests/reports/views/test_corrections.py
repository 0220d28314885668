"""Versions that correct what was published in time, when the time for their meeting is over."""

import datetime

import pytest
from django.urls import reverse

from reports.models import Rendering, Report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def text_of_plan(client):
    return " ".join(client.get(reverse("reports:report_list")).content.decode().split())


@pytest.fixture
def correction() -> Report:
    """A version, approved with its PDF, of a report that went out in time for a meeting that is too near now."""
    first = ReportFactory(published=True, meeting__held_on=datetime.date(2026, 6, 22))
    version = ReportFactory(approved=True, meeting=first.meeting, number=2, original=first, begun_from=first)
    done = {"state": Rendering.State.DONE, "finished_at": version.approved_at}
    RenderingFactory(report=version, edition=EditionFactory(report=version), **done)
    return version


def test_correction_of_what_was_published_in_time_asks_why_it_comes_now(client, manager, correction):
    url = reverse("reports:report_publish", args=[correction.pk])

    page = client.get(url).content.decode()
    refused = client.post(url, {"version": 0, "reason": ""}).content.decode()
    client.post(url, {"version": 0, "reason": "A rate was wrong"})

    assert "Why is it corrected now?" in page
    assert "published late" not in page
    assert "Enter why the report is corrected now, such as what was wrong" in refused
    correction.refresh_from_db()
    assert (correction.status, correction.late_reason) == ("published", "A rate was wrong")
    assert "Published now because" in client.get(correction.get_absolute_url()).content.decode()


@pytest.mark.parametrize("published_at", ["2026-06-13T09:00Z", None])
def test_version_of_what_was_late_or_never_published_asks_why_it_is_late(
    client, manager, correction, published_at
):
    by = correction.approved_by if published_at else None
    Report.objects.filter(number=1).update(
        status="superseded", successor=correction, published_at=published_at, published_by=by
    )

    page = client.get(reverse("reports:report_publish", args=[correction.pk])).content.decode()

    assert "Why is it published late?" in page
    assert "Too late for five clear working days" in text_of_plan(client)


def test_plan_does_not_call_a_correction_late(client, manager, correction):
    before = text_of_plan(client)
    client.post(
        reverse("reports:report_publish", args=[correction.pk]), {"version": 0, "reason": "A rate was wrong"}
    )
    after = text_of_plan(client)

    assert "Publish. It corrects a version that was published in time" in before
    assert "Published late" not in after
    assert "Late</strong>" not in before + after


def test_publication_says_who_is_told_and_what_it_takes_the_place_of(client, manager, correction):
    url = reverse("reports:report_publish", args=[correction.pk])
    told = "People who follow the committee are told by e-mail"
    in_place = "It takes the place of the earlier version for good."

    of_version = client.get(url).content.decode()
    Report.objects.filter(number=1).update(
        status="withdrawn",
        withdrawn_by=manager,
        withdrawn_at=correction.approved_at,
        withdrawal_reason="Wrong",
    )
    of_paper = client.get(url).content.decode()

    assert [told in page for page in (of_version, of_paper)] == [True, True]
    assert [in_place in page for page in (of_version, of_paper)] == [True, False]


@pytest.fixture
def after_the_meeting() -> Report:
    """A draft version of a report that was published late, for a meeting that is over."""
    first = ReportFactory(
        published=True, meeting__held_on=datetime.date(2026, 6, 1), published_at="2026-05-30T09:00Z"
    )
    version = ReportFactory(meeting=first.meeting, number=2, original=first, begun_from=first)
    SectionFactory(report=version, body="Corrected.", position=1)
    return version


def test_checks_call_a_correction_after_the_meeting_what_it_is_and_not_late(
    client, manager, after_the_meeting
):
    def checks(report):
        return client.get(reverse("reports:report_checks", args=[report.pk])).content.decode()

    of_version = checks(after_the_meeting)
    late = ReportFactory(meeting__held_on=datetime.date(2026, 6, 2))

    assert "it had to be published by" not in of_version
    assert (
        "It corrects a paper that was published on 30 May 2026 for the meeting on 1 June 2026" in of_version
    )
    assert "it had to be published by" in checks(late)
    assert "It corrects a paper" not in checks(late)


def test_publication_after_the_meeting_is_a_correction(client, manager, after_the_meeting):
    Report.objects.filter(pk=after_the_meeting.pk).update(
        status="approved", approved_by=UserFactory(role="manager"), approved_at=APPROVED_AT
    )

    page = client.get(reverse("reports:report_publish", args=[after_the_meeting.pk])).content.decode()

    assert "The meeting is over. This version corrects the paper that was published for it." in page
    assert "Why is it corrected now?" in page
    assert "less than five clear" not in page
