"""Factories of committees, who follows them and how their reports are planned."""

import datetime

import factory

from portal.models import Role
from reports.models import (
    Committee,
    Contributor,
    Cycle,
    Following,
    Meeting,
)
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory


class CommitteeFactory(RecordFactory):
    class Meta:
        model = Committee

    name = factory.Sequence(lambda n: f"Committee {n}")


class MeetingFactory(RecordFactory):
    class Meta:
        model = Meeting

    committee = factory.SubFactory(CommitteeFactory)
    held_on = factory.Sequence(lambda n: datetime.date(2026, 7, 1) + datetime.timedelta(days=n))


class FollowingFactory(RecordFactory):
    """A committee member who is told by e-mail."""

    class Meta:
        model = Following

    committee = factory.SubFactory(CommitteeFactory)
    person = factory.SubFactory(UserFactory, role=Role.COMMITTEE_MEMBER)
    by_email = True


class CycleFactory(RecordFactory):
    """A report in June and December, prepared six weeks before the meeting."""

    class Meta:
        model = Cycle

    committee = factory.SubFactory(CommitteeFactory)
    months = factory.LazyFunction(lambda: [6, 12])
    author = factory.SubFactory(UserFactory, role=Role.OFFICER)
    title = "Half-yearly safeguarding report"
    report_of = "Director of Children’s Services"
    author_contact = "Assurance Officer, officer@council.example"
    chief_officer_contact = "Director of Children’s Services, director@council.example"


class ContributorFactory(RecordFactory):
    class Meta:
        model = Contributor

    cycle = factory.SubFactory(CycleFactory)
    person = factory.SubFactory(UserFactory, role=Role.ACTION_LEAD)
    what = "Figures of return-home interviews"
