"""What tests of the sections' texts share."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import CouncilSettings
from reports.drafting import draft_text
from reports.facts import Facts
from reports.figures import figures
from tests.factories.reviews import ReviewFactory


@pytest.fixture
def report_in_march():
    """Make a review whose report came in March 2026, in the period."""

    def make(title, **values):
        return ReviewFactory(title=title, received_on=datetime.date(2026, 3, 2), **values)

    return make


@pytest.fixture
def queries_of(period):
    """Count the queries that the text and the figures of a kind of section need together."""
    CouncilSettings.current()

    def count(kind):
        with CaptureQueriesContext(connection) as captured:
            known = Facts(period)
            draft_text(kind, known)
            figures(kind, known)
        return len(captured)

    return count
