"""What the database itself refuses, whichever way a row comes to it."""

import pytest
from django.db import IntegrityError, transaction

from findings.models import Recurrence
from tests.factories.findings import CandidateFactory, FindingFactory, MeasurementFactory

pytestmark = pytest.mark.django_db


def recurrence():
    finding = FindingFactory()
    return Recurrence.objects.create(
        finding=finding, earlier=FindingFactory(), outcome="recurs", confirmed_by=finding.recorded_by
    )


def answered():
    finding = FindingFactory()
    return FindingFactory(
        response="accepted", responded_by=finding.recorded_by, responded_at="2026-06-01T12:00Z"
    )


@pytest.mark.parametrize(
    ("make", "values", "constraint"),
    [
        (FindingFactory, {"kind": ""}, "finding_kind_known"),
        (FindingFactory, {"text": ""}, "finding_has_words"),
        (FindingFactory, {"prominence": "loud"}, "finding_prominence_known"),
        (answered, {"response": "perhaps"}, "finding_response_known"),
        (recurrence, {"outcome": "again"}, "recurrence_outcome_known"),
        (CandidateFactory, {"kind": "praise"}, "candidate_kind_known"),
        (CandidateFactory, {"suggested_kind": "praise"}, "candidate_suggested_kind_known"),
        (CandidateFactory, {"prominence": "loud"}, "candidate_prominence_known"),
        (CandidateFactory, {"kind": ""}, "candidate_selected_has_kind"),
        (MeasurementFactory, {"value": "-0.01"}, "measurement_value_not_negative"),
    ],
)
def test_value_that_no_form_offers_is_refused(make, values, constraint):
    row = make()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize("values", [{"is_selected": False}, {"asks_kind": True}])
def test_candidate_without_a_kind_is_not_selected_or_waits_for_an_answer(values):
    candidate = CandidateFactory()

    type(candidate).objects.filter(pk=candidate.pk).update(kind="", **values)

    candidate.refresh_from_db()
    assert candidate.kind == ""
