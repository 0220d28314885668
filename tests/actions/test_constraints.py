"""What the database itself refuses, whoever writes to it."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from tests.factories.actions import (
    ActionFactory,
    EvidenceFactory,
    ExtensionFactory,
    RatingLevelFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.portal import UserFactory

DAY = datetime.date(2026, 1, 5)
NOON = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
WRONG = [
    (ActionFactory, {"status": "lost"}),
    (ActionFactory, {"due_on": datetime.date(2026, 6, 1), "start_on": datetime.date(2026, 6, 1)}),
    (ActionFactory, {"original_due_on": DAY, "due_on": datetime.date(2026, 6, 1), "start_on": DAY}),
    (TransitionFactory, {"from_status": "lost"}),
    (TransitionFactory, {"to_status": "lost"}),
    (TransitionFactory, {"to_status": "superseded", "superseded_by": None}),
    (UpdateFactory, {"confidence": ""}),
    (RatingLevelFactory, {"position": 0}),
    (RatingLevelFactory, {"counts_as": ""}),
    (RatingLevelFactory, {"counts_as": "hopeless"}),
    (RatingLevelFactory, {"rating": "delivery", "position": 0, "counts_as": "at_risk"}),
    (RatingLevelFactory, {"rating": "delivery", "position": 0, "counts_as": "", "is_active": False}),
    (RatingLevelFactory, {"rating": "other"}),
    (SignOffFactory, {"made_difference": "perhaps"}),
    (SignOffFactory, {"made_difference": ""}),
    (SignOffFactory, {"made_difference": "yes", "was_delivered": False, "is_second_look": True}),
    (EvidenceFactory, {"kind": "hearsay"}),
    (EvidenceFactory, {"kind": "link"}),
    (EvidenceFactory, {"kind": "measurement"}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("factory", "values"), WRONG)
def test_row_that_says_what_cannot_be_is_refused(factory, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**values)


@pytest.mark.django_db
def test_extension_decided_in_another_way_is_refused():
    decided = {"decision_reason": "So be it", "decided_by": UserFactory(), "decided_at": NOON}

    with pytest.raises(IntegrityError), transaction.atomic():
        ExtensionFactory(decision="perhaps", **decided)
    ExtensionFactory(decision="granted", **decided)


@pytest.mark.django_db
def test_due_date_before_the_one_first_agreed_is_refused():
    action = ActionFactory()
    action.due_on = action.original_due_on - datetime.timedelta(days=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        action.save()


@pytest.mark.django_db
def test_successor_of_a_change_that_replaces_nothing_is_refused():
    row = TransitionFactory()
    row.superseded_by = ActionFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
