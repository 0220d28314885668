"""Factories of reviews and what they are done against."""

import datetime

import factory

from portal.models import Organisation
from reviews.models import (
    Framework,
    FrameworkStrand,
    Grade,
    GuidanceEdition,
    Judgement,
    Review,
    ReviewKind,
    Strand,
    Theme,
)
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.records import RecordFactory


class ThemeFactory(RecordFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Theme {n}")


class FrameworkFactory(RecordFactory):
    class Meta:
        model = Framework

    name = factory.Sequence(lambda n: f"Framework {n}")
    kind = ReviewKind.PEER_REVIEW
    gives_overall_grade = True


class FrameworkStrandFactory(RecordFactory):
    class Meta:
        model = FrameworkStrand

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Framework strand {n}")
    position = factory.Sequence(lambda n: n)


class GradeFactory(RecordFactory):
    class Meta:
        model = Grade

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Grade {n}")
    position = factory.Sequence(lambda n: n)


class GuidanceEditionFactory(RecordFactory):
    class Meta:
        model = GuidanceEdition

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Guidance {n}")
    position = factory.Sequence(lambda n: n)


class ReviewFactory(RecordFactory):
    class Meta:
        model = Review

    title = factory.Sequence(lambda n: f"Review {n}")
    kind = ReviewKind.PEER_REVIEW
    provider = factory.SubFactory(OrganisationFactory, kind=Organisation.Kind.SECTOR_BODY)
    stage = Review.Stage.MONITORING
    fieldwork_start_on = datetime.date(2026, 2, 2)
    fieldwork_end_on = datetime.date(2026, 2, 5)
    logged_by = factory.SubFactory(UserFactory)


class StrandFactory(RecordFactory):
    class Meta:
        model = Strand

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"Strand {n}")
    position = factory.Sequence(lambda n: n)


class JudgementFactory(RecordFactory):
    class Meta:
        model = Judgement

    review = factory.SubFactory(ReviewFactory)
    grade = factory.SubFactory(GradeFactory)
