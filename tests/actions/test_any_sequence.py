"""Whatever people try, in whatever order: no illegal state, no lost row, and the date first agreed stays."""

import copy
import datetime
from collections import Counter

import pytest
from auditlog.models import LogEntry
from django.db import connection, transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from actions.models import (
    Action,
    Dependency,
    Evidence,
    EvidenceFile,
    Extension,
    Milestone,
    Question,
    Reply,
    SignOff,
    Transition,
    Update,
)
from portal.exceptions import Refused
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.random_steps import PEOPLE, STEPS, Step
from tests.factories.actions import ActionFactory, EvidenceFactory
from tests.factories.portal import UserFactory

KEPT = (Transition, Update, Evidence, EvidenceFile, Extension, SignOff, Question, Reply)
CHANGING = (Action, Milestone)
REMOVABLE = (Milestone, Dependency)
ROWS = (*KEPT, *CHANGING, Dependency)
DUE = datetime.date(2026, 9, 30)
# Each takes half a second, and every run plays others. On PostgreSQL they are held against its constraints too.
EXAMPLES = 10 if connection.vendor == "postgresql" else 8
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
    before = everything()
    for step in steps:
        now = fetch(keys)
        actions = copy.deepcopy(opened[-2] if step.from_old_page else now)
        opened.append(now)
        action, other = actions[step.at], actions[1 - step.at]
        try:
            step.take(action, people[step.who], other, people)
        except Refused:
            assert everything() == before
            continue
        after = everything()
        if after != before:
            event(f"{step.what} accepted")
            check_nothing_lost(before, after)
            check_replaced_by_what_goes_on(before, after)
            for action in fetch(keys):
                check_lawful(action)
        before = after


def fetch(keys: list[int]) -> list[Action]:
    """Fetch the actions as they are now."""
    return [Action.objects.get(pk=key) for key in keys]


def everything() -> dict:
    """Every row with all of its values, what sign-offs rest on, and the history."""
    rows = {(model, row["id"]): row for model in ROWS for row in model.objects.values()}
    for name in ("evidence", "difference_evidence"):
        through = getattr(SignOff, name).through
        rows |= {(through, row["id"]): row for row in through.objects.values()}
    return rows | {(LogEntry, row["id"]): row for row in LogEntry.objects.values()}


def check_nothing_lost(before: dict, after: dict) -> None:
    """Every row is still there as it was; what changes or is removed of a plan stands in the history."""
    new = [key for model, key in after.keys() - before.keys() if model is LogEntry]
    told = list(LogEntry.objects.filter(pk__in=new).select_related("actor", "content_type"))
    assert all(entry.actor is not None for entry in told)
    for (model, key), row in before.items():
        mine = [
            entry for entry in told if entry.content_type.model_class() is model and entry.object_id == key
        ]
        if model in REMOVABLE and (model, key) not in after:
            assert [entry.action for entry in mine] == [LogEntry.Action.DELETE]
            continue
        later = after[model, key]
        changed = {name for name in row if row[name] != later[name]}
        if model in CHANGING:
            check_change_is_told(row, later, changed, mine)
            continue
        assert not changed or (model is Extension and changed <= DECISION and row["decision"] == "")


def check_change_is_told(row: dict, later: dict, changed: set[str], told: list[LogEntry]) -> None:
    """What changes has a version of its own and stands in the history."""
    names = {name for entry in told for name in entry.changes}
    assert {name.removesuffix("_id") for name in changed - {"version"}} == names
    assert (later["version"] > row["version"]) == bool(changed)
    assert later["version"] - row["version"] >= len(told)


def check_replaced_by_what_goes_on(before: dict, after: dict) -> None:
    """An action is replaced only by one that goes on at that moment."""
    for key, row in after.items():
        if key[0] is Action and row["status"] == "superseded" != before[key]["status"]:
            assert after[Action, row["superseded_by_id"]]["status"] not in ENDED


def check_lawful(action: Action) -> None:
    """The action is in a state that its rows explain."""
    check_status(action)
    check_dates(action)
    check_plan(action)
    check_reports(action)
    check_decisions(action)


def check_status(action: Action) -> None:
    """The changes of status lead from agreed to now, each allowed, with a reason where one is owed."""
    successor, status = None, "not_started"
    for row in action.transitions.order_by("pk"):
        assert row.from_status == status
        assert (status, row.to_status) in ALLOWED
        is_owed = row.to_status in ("paused", "cancelled", "superseded") or status in ENDED | {"delivered"}
        assert row.reason or not is_owed
        assert (row.to_status == "superseded") == (row.superseded_by_id is not None)
        successor, status = row.superseded_by_id, row.to_status
        if status in ("cancelled", "superseded"):
            assert row.made_by_id != row.led_by_id
    assert action.status == status
    assert action.superseded_by_id == successor != action.pk
    assert successor is None or action.superseded_by.superseded_by_id != action.pk


def check_dates(action: Action) -> None:
    """The date first agreed stays; the due date is where the extensions that were granted took it."""
    due = DUE
    for row in action.extensions.filter(decision="granted").order_by("decided_at", "pk"):
        assert (row.due_before_on, row.due_asked_on > due) == (due, True)
        due = row.due_asked_on
    assert (action.original_due_on, action.due_on) == (DUE, due)
    assert action.extensions.filter(decision="").count() <= 1


def check_plan(action: Action) -> None:
    """Its milestones are due while it runs and were reached by today; no two actions wait for each other."""
    for row in action.milestones.all():
        assert action.start_on <= row.due_on <= action.due_on
        assert row.reached_on is None or row.reached_on <= TODAY
    ahead = set(action.dependencies.values_list("waits_for", flat=True))
    assert not ahead & set(action.dependants.values_list("action", flat=True))
    assert action.pk not in ahead


def check_reports(action: Action) -> None:
    """What is delivered is done; nobody answers themselves; the versions of each file follow one another."""
    if action.status == "delivered":
        latest = max(action.updates.all(), key=lambda row: (row.counts_from, row.pk))
        assert latest.percent_complete == 100
    for question in action.questions.select_related("asked_by").prefetch_related("replies"):
        assert question.asked_by.role in (Role.OFFICER, Role.MANAGER, Role.SCRUTINEER)
        assert all(
            row.replied_by_id != question.asked_by_id for row in question.replies.all() if row.is_answer
        )
    for piece in action.evidence.prefetch_related("files"):
        files = sorted(piece.files.all(), key=lambda row: row.number)
        assert [row.number for row in files] == list(range(1, len(files) + 1))
        assert len({row.sha256 for row in files}) == len(files)
        assert bool(files) == (piece.kind == "file")


def check_decisions(action: Action) -> None:
    """Managers decide what others asked for and reported, and sign off on others' evidence of this action."""
    for row in action.extensions.exclude(decision=""):
        assert (row.decided_by.role, row.decided_by != row.asked_by) == (Role.MANAGER, True)
        assert row.decision == "refused" or row.due_asked_on >= TODAY
        assert bool(row.committee) == bool(row.met_on)
    deliveries = action.transitions.filter(to_status="delivered").values_list("led_by", "made_by")
    involved = {person for row in deliveries for person in row}
    answered = Counter()
    for row in action.sign_offs.order_by("pk"):
        pieces = [*row.evidence.all(), *row.difference_evidence.all()]
        assert row.signed_off_by.role == Role.MANAGER
        assert all(
            (piece.action_id, piece.added_by != row.signed_off_by) == (action.pk, True) for piece in pieces
        )
        assert row.evidence.exists() == (row.was_delivered and not row.is_second_look)
        assert row.was_delivered or row.made_difference not in ("yes", "partly")
        assert bool(row.made_difference) or not row.was_delivered
        assert row.difference_evidence.exists() or row.made_difference not in ("yes", "partly")
        assert row.look_again_on or row.made_difference != "not_yet"
        answered[row.was_delivered] += 1
    signed = action.transitions.filter(to_status="signed_off")
    assert signed.count() <= answered[True]
    assert all(row.made_by_id != row.led_by_id for row in signed)
    if action.status == "signed_off":
        last = action.sign_offs.order_by("pk").last()
        assert last.was_delivered
        assert last.signed_off_by_id not in involved
