"""Delivery, due date and slips in words."""

import datetime

import pytest

from actions.models import Action, SignOff, Status
from actions.presenters.labels import difference_words, due_words, progress_words, slip_words
from tests.actions.conftest import TODAY


def made(**kwargs):
    """An action that is not saved."""
    values = {
        "status": Status.IN_PROGRESS,
        "start_on": datetime.date(2026, 1, 5),
        "original_due_on": datetime.date(2026, 12, 31),
        "due_on": datetime.date(2026, 12, 31),
    }
    return Action(**values | kwargs)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"due_on": datetime.date(2026, 6, 14)}, "1 day late"),
        ({"due_on": datetime.date(2026, 6, 1)}, "14 days late"),
        ({"due_on": datetime.date(2026, 6, 15)}, "due today"),
        ({"due_on": datetime.date(2026, 6, 16)}, "due in 1 day"),
        ({"status": Status.SIGNED_OFF, "due_on": datetime.date(2026, 6, 1)}, ""),
    ],
)
def test_due_date_is_said_in_days(values, words):
    assert due_words(made(**values), on=TODAY) == words


@pytest.mark.parametrize(
    ("granted", "due_on", "words"),
    [
        (0, datetime.date(2026, 12, 31), ""),
        (1, datetime.date(2027, 1, 1), "Extended once, 1 day after the original date of 31 December 2026"),
        (2, datetime.date(2027, 3, 1), "Extended twice, 60 days after the original date of 31 December 2026"),
        (
            3,
            datetime.date(2027, 3, 1),
            "Extended 3 times, 60 days after the original date of 31 December 2026",
        ),
    ],
)
def test_slips_are_counted_in_extensions_and_days(granted, due_on, words):
    assert slip_words(made(due_on=due_on), extensions_granted=granted) == words


def test_absence_is_said_in_words():
    assert progress_words(None, None) == "No update yet"


def test_progress_names_its_day():
    assert (
        progress_words(40, datetime.datetime(2026, 5, 3, 9, tzinfo=datetime.UTC)) == "40% done on 3 May 2026"
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.SIGNED_OFF, "Not yet, 3 May 2026. Look again on 3 August 2026"),
        (Status.IN_PROGRESS, "Not judged again since 3 May 2026"),
        (Status.DELIVERED, "Not judged again since 3 May 2026"),
        (Status.CANCELLED, "Not judged again since 3 May 2026"),
    ],
)
def test_verdict_holds_while_the_action_is_signed_off(status, words):
    sign_off = SignOff(
        made_difference="not_yet",
        signed_off_at=datetime.datetime(2026, 5, 3, 9, tzinfo=datetime.UTC),
        look_again_on=datetime.date(2026, 8, 3),
    )

    assert difference_words(made(status=status), sign_off) == words
    assert difference_words(made(status=status), None) == "Not judged yet"
