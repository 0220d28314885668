"""Taking over from a document: all that was chosen, or nothing, once."""

import datetime
from decimal import Decimal

import pytest

from findings.models import Intake, Measure, Measurement
from findings.services.intake import set_aside_intake
from findings.services.taking_over import NewFigure, NewJudgement, TakenOver, take_over
from portal.exceptions import Refused
from reports.models import Abbreviation
from reviews.models import Judgement
from tests.concurrency import at_once
from tests.factories.findings import DocumentFactory, IntakeFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import GradeFactory, ReviewFactory

DAY = datetime.date(2025, 12, 1)


def intake_of_a_graded_review():
    review = ReviewFactory(framework=GradeFactory(name="Good").framework, stage="planned")
    return IntakeFactory(document=DocumentFactory(review=review))


def good(intake):
    return NewJudgement(strand=None, grade=intake.document.review.framework.grades.get())


@pytest.mark.django_db
def test_refusal_leaves_nothing_recorded():
    intake = intake_of_a_graded_review()
    chosen = TakenOver(
        facts={"case_files_read": 84},
        judgements=[good(intake)] * 2,
        figures=[NewFigure(Measure(name="Pupils", unit="number"), DAY, Decimal(1), "Letter")],
        abbreviations={"ICB": "Integrated care board"},
    )

    with pytest.raises(Refused, match="This review already has an overall judgement"):
        take_over(intake=intake, by=UserFactory(), version=0, chosen=chosen)

    review = intake.document.review
    review.refresh_from_db()
    assert (review.case_files_read, review.version) == (None, 0)
    assert not Judgement.objects.exists()


@pytest.mark.django_db
def test_short_form_that_somebody_explained_otherwise_meanwhile_refuses_all():
    intake = intake_of_a_graded_review()
    Abbreviation.objects.create(short="ICB", meaning="Something else")
    chosen = TakenOver(judgements=[good(intake)], abbreviations={"ICB": "Integrated care board"})

    with pytest.raises(Refused, match="“ICB” stands for “Something else” on the council’s list"):
        take_over(intake=intake, by=UserFactory(), version=0, chosen=chosen)

    assert not Judgement.objects.exists()
    assert Abbreviation.objects.get().meaning == "Something else"


@pytest.mark.django_db
def test_another_value_that_somebody_recorded_meanwhile_refuses_all():
    intake, measure = intake_of_a_graded_review(), MeasureFactory(name="Pupils")
    MeasurementFactory(measure=measure, measured_on=DAY, value=2)
    chosen = TakenOver(judgements=[good(intake)], figures=[NewFigure(measure, DAY, Decimal(1), "Letter")])

    with pytest.raises(Refused, match=r"as Pupils on 1 December 2025\. Nothing of yours was saved"):
        take_over(intake=intake, by=UserFactory(), version=0, chosen=chosen)

    assert not Judgement.objects.exists()
    assert Measurement.objects.get().value == 2


@pytest.mark.django_db
def test_document_that_was_set_aside_meanwhile_is_refused():
    intake, officer = intake_of_a_graded_review(), UserFactory()
    set_aside_intake(intake=Intake.objects.get(), by=officer, version=0)

    with pytest.raises(Refused, match="This document was set aside"):
        take_over(intake=intake, by=officer, version=0, chosen=TakenOver(judgements=[good(intake)]))

    assert not Judgement.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_record_one_judgement(tmp_path):
    intake, officer = intake_of_a_graded_review(), UserFactory()
    chosen = TakenOver(judgements=[good(intake)])

    def take():
        return take_over(intake=intake, by=officer, version=0, chosen=chosen)

    outcomes = at_once([take, take], folder=tmp_path)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Intake", "Refused"]
