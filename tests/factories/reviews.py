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


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme

    name = factory.Sequence(lambda n: f"Theme {n}")


class FrameworkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Framework

    name = factory.Sequence(lambda n: f"Framework {n}")
    kind = ReviewKind.INSPECTION
    gives_overall_grade = True


class FrameworkStrandFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FrameworkStrand

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Framework strand {n}")
    position = factory.Sequence(lambda n: n)


class GradeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Grade

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Grade {n}")
    position = factory.Sequence(lambda n: n)


class GuidanceEditionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GuidanceEdition

    framework = factory.SubFactory(FrameworkFactory)
    name = factory.Sequence(lambda n: f"Guidance {n}")
    position = factory.Sequence(lambda n: n)


class ReviewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Review

    title = factory.Sequence(lambda n: f"Review {n}")
    kind = ReviewKind.PEER_REVIEW
    provider = factory.SubFactory(OrganisationFactory, kind=Organisation.Kind.SECTOR_BODY)
    stage = Review.Stage.MONITORING
    fieldwork_start_on = datetime.date(2026, 2, 2)
    fieldwork_end_on = datetime.date(2026, 2, 5)
    logged_by = factory.SubFactory(UserFactory)


class StrandFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Strand

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"Strand {n}")
    position = factory.Sequence(lambda n: n)


class JudgementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Judgement

    review = factory.SubFactory(ReviewFactory)
    grade = factory.SubFactory(GradeFactory)
