"""Fixtures of taking over: a document that says something of every kind."""

import pytest

from tests.factories.findings import DocumentFactory, IntakeFactory
from tests.factories.reviews import FrameworkFactory, GradeFactory, ReviewFactory, StrandFactory
from tests.findings.views.taking_over.saying import SAID


@pytest.fixture
def framework():
    framework = FrameworkFactory()
    for place, name in enumerate(("Good", "Requires improvement to be good")):
        GradeFactory(framework=framework, name=name, position=place)
    return framework


@pytest.fixture
def review(framework):
    review = ReviewFactory(framework=framework, title="Inspection", stage="planned")
    StrandFactory(review=review, name="The experiences of children who need help and protection", position=1)
    StrandFactory(review=review, name="The experiences of care leavers", position=2)
    return review


@pytest.fixture
def intake(review):
    document = DocumentFactory(review=review, name="letter.pdf")
    return IntakeFactory(document=document, particulars=SAID)
