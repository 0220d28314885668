"""Whatever people try, in whatever order: no illegal state, no lost row, and the date first agreed stays."""

import copy
import datetime
from collections import Counter

import pytest
from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from actions.models import Action, Evidence, Extension, SignOff, Transition, Update
from portal.exceptions import Refused
from portal.models import Role
from tests.actions.random_steps import PEOPLE, STEPS, Step
from tests.factories.actions import ActionFactory, EvidenceFactory
from tests.factories.portal import UserFactory

ROWS = (Transition, Update, Evidence, Extension, SignOff)
DUE = datetime.date(2026, 9, 30)
# Few on the embedded default, which people run often; the complete run plays all of them.
EXAMPLES = 30 if connection.vendor == "postgresql" else 8
OPEN = {"not_started", "in_progress", "paused"}
ENDED = {"signed_off", "cancelled", "superseded"}
# Written down apart from the code, so that the two can differ.
ALLOWED = {
    ("not_started", "in_progress"),
    ("in_progress", "paused"),
    ("paused", "in_progress"),
    ("delivered", "signed_off"),
    ("delivered", "in_progress"),
    *((status, ended) for status in OPEN for ended in ("delivered", "cancelled", "superseded")),
    *((status, "in_progress") for status in ENDED),
}
DECISION = {"decision", "decision_reason", "decided_by_id", "decided_at", "committee", "met_on"}


@pytest.fixture
def people(db):
    roles = {name: name for name in ("officer", "manager", "scrutineer", "administrator")}
    roles |= {"other_manager": "manager", "leading_manager": "manager", "member": "committee_member"}
    return {name: UserFactory(name=name, role=Role(roles.get(name, "action_lead"))) for name in PEOPLE}


@pytest.fixture
def two(people):
    """The keys of an action of a partner's and of one that a manager leads, each with evidence of three people."""
    dates = {"start_on": datetime.date(2026, 1, 5), "due_on": DUE, "original_due_on": DUE}
    leads = (people["lead"], people["leading_manager"])
    made = [
        ActionFactory(lead=lead, supporting=[people["supporter"]], status="not_started", **dates)
        for lead in leads
    ]
    for action in made:
        for name in ("lead", "supporter", "manager"):
            EvidenceFactory(action=action, added_by=people[name])
    return [action.pk for action in made]


@given(steps=st.lists(STEPS, min_size=25, max_size=60))
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
def test_no_sequence_of_steps_breaks_the_record(two, people, steps):
    with transaction.atomic():
        live(two, people, steps)
        transaction.set_rollback(True)


def live(keys: list[int], people: dict, steps: list[Step]) -> None:
    """Take the steps one after the other, and look after each at everything that there is."""
    opened = [fetch(keys)] * 2
    for step in steps:
        now, before = fetch(keys), everything()
        actions = copy.deepcopy(opened[-2] if step.from_old_page else now)
        opened.append(now)
        action, other = actions[step.at], actions[1 - step.at]
        try:
            step.take(action, people[step.who], other, people)
        except Refused:
            assert everything() == before
        else:
            after = everything()
            check_nothing_lost(before, after)
            if after != before:
                event(f"{step.what} accepted")
        for action in fetch(keys):
            check_lawful(action)


def fetch(keys: list[int]) -> list[Action]:
    """Fetch the actions as they are now."""
    return [Action.objects.get(pk=key) for key in keys]


def everything() -> dict:
    """Every row with all of its values, what sign-offs rest on, and the history."""
    rows = {(model, row["id"]): row for model in (Action, *ROWS) for row in model.objects.values()}
    for name in ("evidence", "difference_evidence"):
        through = getattr(SignOff, name).through
        rows |= {(through, row["id"]): row for row in through.objects.values()}
    return rows | {(LogEntry, row["id"]): row for row in LogEntry.objects.values()}


def check_nothing_lost(before: dict, after: dict) -> None:
    """Every row is still there as it was; only an action changes, and an extension when it is decided, once."""
    for (model, key), row in before.items():
        later = after[model, key]
        changed = {name for name in row if row[name] != later[name]}
        if model is Action:
            check_change_is_told(row, later, changed, [new for new in after if new not in before])
            continue
        assert not changed or (model is Extension and changed <= DECISION and row["decision"] == "")


def check_change_is_told(row: dict, later: dict, changed: set[str], new: list) -> None:
    """What changes of an action has a version of its own and stands in the history."""
    told = [LogEntry.objects.get(pk=key) for model, key in new if model is LogEntry]
    kind = ContentType.objects.get_for_model(Action)
    mine = [entry for entry in told if (entry.content_type, entry.object_pk) == (kind, str(row["id"]))]
    names = {name for entry in mine for name in entry.changes}
    assert {name.removesuffix("_id") for name in changed - {"version"}} == names
    assert (later["version"] > row["version"]) == bool(changed)
    assert later["version"] - row["version"] >= len(mine)
    assert all(entry.actor is not None for entry in told)


def check_lawful(action: Action) -> None:
    """The action is in a state that its rows explain."""
    check_status(action)
    check_dates(action)
    check_decisions(action)


def check_status(action: Action) -> None:
    """The changes of status lead from agreed to now, each allowed, with a reason where one is owed."""
    status = "not_started"
    for row in action.transitions.order_by("pk"):
        assert row.from_status == status
        assert (status, row.to_status) in ALLOWED
        is_owed = row.to_status in ("paused", "cancelled") or status in ENDED | {"delivered"}
        assert row.reason or not is_owed
        status = row.to_status
        if status in ("cancelled", "superseded"):
            assert row.made_by_id != row.led_by_id
    assert action.status == status
    assert (status == "superseded") == (action.superseded_by_id is not None)
    assert action.superseded_by_id != action.pk


def check_dates(action: Action) -> None:
    """The date first agreed stays; the due date is where the extensions that were granted took it."""
    due = DUE
    for row in action.extensions.filter(decision="granted").order_by("decided_at", "pk"):
        assert (row.due_before_on, row.due_asked_on > due) == (due, True)
        due = row.due_asked_on
    assert (action.original_due_on, action.due_on) == (DUE, due)
    assert action.extensions.filter(decision="").count() <= 1


def check_decisions(action: Action) -> None:
    """Managers decide, and sign off on others' evidence of this action what they never led when it was delivered."""
    for row in action.extensions.exclude(decision=""):
        assert row.decided_by.role == Role.MANAGER
        assert bool(row.committee) == bool(row.met_on)
    leads = set(action.transitions.filter(to_status="delivered").values_list("led_by", flat=True))
    answered = Counter()
    for row in action.sign_offs.order_by("pk"):
        pieces = [*row.evidence.all(), *row.difference_evidence.all()]
        assert row.signed_off_by.role == Role.MANAGER
        assert all(
            (piece.action_id, piece.added_by != row.signed_off_by) == (action.pk, True) for piece in pieces
        )
        assert row.evidence.exists() or not row.was_delivered
        assert row.difference_evidence.exists() or row.made_difference not in ("yes", "partly")
        assert row.look_again_on or row.made_difference != "not_yet"
        answered[row.was_delivered] += 1
    signed = action.transitions.filter(to_status="signed_off")
    assert signed.count() <= answered[True]
    assert all(row.made_by_id != row.led_by_id for row in signed)
    if action.status == "signed_off":
        last = action.sign_offs.order_by("pk").last()
        assert last.was_delivered
        assert last.signed_off_by_id not in leads
