"""A finding and an earlier one that says the same."""

import pytest

from tests.factories.findings import FindingFactory
from tests.findings.suggesting.alike import EDT, OUT_OF_HOURS, review_of


@pytest.fixture
def earlier():
    return FindingFactory(review=review_of(2011), text=OUT_OF_HOURS)


@pytest.fixture
def finding():
    return FindingFactory(review=review_of(2017), text=EDT)
