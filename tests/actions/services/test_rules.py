"""The services hold to the rules whoever calls them."""

import datetime

import pytest
from auditlog.models import LogEntry

from actions.lifecycle import CANCEL, PAUSE, REOPEN, RESUME, SIGN_OFF, START, SUPERSEDE
from actions.models import Action, Confidence, Evidence, Extension, Group, SignOff, Status, Transition
from actions.rules.scale import level_of
from actions.services import (
    add_dependency,
    add_evidence,
    add_group,
    agree_action,
    ask_for_extension,
    decide_extension,
    edit_action,
    edit_action_rules,
    edit_group,
    edit_milestone,
    edit_rating_level,
    move_action,
    post_update,
    remove_dependency,
    remove_milestone,
    sign_off_action,
)
from portal.exceptions import Refused
from tests.actions.conftest import TODAY
from tests.factories.actions import (
    ActionFactory,
    DependencyFactory,
    EvidenceFactory,
    ExtensionFactory,
    GroupFactory,
    MilestoneFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory

LATER = datetime.date(2026, 12, 18)
TRIED = {
    "agree": lambda action, by: agree_action(
        by=by,
        on=TODAY,
        title="Another",
        findings=[FindingFactory()],
        success_measure="It is better",
        lead=action.lead,
        lead_organisation=action.lead_organisation,
        start_on=TODAY,
        due_on=LATER,
    ),
    "edit": lambda action, by: edit_action(
        action=action, by=by, version=action.version, changes={"title": "New"}
    ),
    "update": lambda action, by: post_update(
        action=action, by=by, narrative="Begun", percent_complete=5, confidence=Confidence.HIGH
    ),
    "evidence": lambda action, by: add_evidence(
        action=action, by=by, on=TODAY, kind=Evidence.Kind.OBSERVATION, shows="It works", dated_on=TODAY
    ),
    "ask": lambda action, by: ask_for_extension(
        action=action, by=by, on=TODAY, due_asked_on=LATER, reason="Two posts were empty"
    ),
    "pause": lambda action, by: move_action(action=action, move=PAUSE, by=by, reason="Two posts were empty"),
    "cancel": lambda action, by: move_action(action=action, move=CANCEL, by=by, reason="No longer needed"),
    "add group": lambda action, by: add_group(by=by, name="A group"),
    "edit group": lambda action, by: edit_group(
        group=GroupFactory(), by=by, version=0, changes={"name": "A board"}
    ),
    "edit milestone": lambda action, by: edit_milestone(
        milestone=MilestoneFactory(action=action), by=by, version=0, changes={"title": "Another"}
    ),
    "remove milestone": lambda action, by: remove_milestone(
        milestone=MilestoneFactory(action=action), by=by, version=0
    ),
    "add dependency": lambda action, by: add_dependency(action=action, by=by, waits_for=ActionFactory()),
    "remove dependency": lambda action, by: remove_dependency(
        dependency=DependencyFactory(action=action), by=by
    ),
}
SETTINGS = {
    "edit level": lambda by: edit_rating_level(
        level=level_of("delivery", "late"), by=by, version=0, changes={"name": "Overdue"}
    ),
    "edit rules": lambda by: edit_action_rules(by=by, version=0, changes={"at_risk_days": 7}),
}
KEPT_BY_RECORDERS = (
    "agree",
    "edit",
    "add group",
    "edit group",
    "edit milestone",
    "remove milestone",
    "add dependency",
    "remove dependency",
)
NOT_RECORDERS = {"lead", "outsider", "scrutineer", "member", "administrator"}
REFUSED = {
    **dict.fromkeys(KEPT_BY_RECORDERS, NOT_RECORDERS),
    "update": {"outsider", "scrutineer", "member", "administrator"},
    "evidence": {"outsider", "scrutineer", "member", "administrator"},
    "ask": {"outsider", "scrutineer", "member", "administrator"},
    "pause": {"lead", "outsider", "scrutineer", "member", "administrator"},
    "cancel": {"lead", "outsider", "scrutineer", "member", "administrator"},
}


@pytest.mark.parametrize(
    ("what", "person"), [(what, who) for what, people in REFUSED.items() for who in sorted(people)]
)
def test_service_refuses_those_who_may_not(what, person, action, request):
    before = Action.objects.filter(pk=action.pk).values().get()
    by = request.getfixturevalue(person)

    with pytest.raises(Refused):
        TRIED[what](action, by)

    assert Action.objects.filter(pk=action.pk).values().get() == before
    assert not LogEntry.objects.filter(actor=by).exists()


@pytest.mark.parametrize("what", SETTINGS)
@pytest.mark.parametrize("person", ["officer", "manager", "lead", "scrutineer", "member"])
def test_only_administrators_change_ratings_and_rules(what, person, administrator, request):
    by = request.getfixturevalue(person)

    with pytest.raises(Refused, match="Only administrators"):
        SETTINGS[what](by)
    assert not LogEntry.objects.filter(actor=by).exists()

    SETTINGS[what](administrator)
    assert LogEntry.objects.filter(actor=administrator).exists()


@pytest.mark.parametrize("what", TRIED)
def test_service_serves_an_officer(what, action, officer):
    TRIED[what](action, officer)

    assert LogEntry.objects.filter(actor=officer).exists()


@pytest.mark.parametrize("person", ["officer", "lead", "outsider", "scrutineer", "administrator"])
def test_only_managers_decide_and_sign_off(person, action, lead, request):
    by = request.getfixturevalue(person)
    extension = ExtensionFactory(action=action)
    delivered = ActionFactory(lead=lead, status=Status.DELIVERED)
    piece = EvidenceFactory(action=delivered)

    with pytest.raises(Refused):
        decide_extension(extension=extension, by=by, decision=Extension.Decision.GRANTED, reason="Yes")
    with pytest.raises(Refused):
        sign_off(delivered, by, [piece])


def sign_off(action, by, evidence, **changes):
    values = {
        "was_delivered": True,
        "made_difference": SignOff.Difference.YES,
        "reason": "The audit",
        "difference_evidence": evidence,
        **changes,
    }
    return sign_off_action(action=action, by=by, on=TODAY, evidence=evidence, **values)


def test_manager_decides_nothing_on_an_action_that_they_lead(manager):
    own = ActionFactory(lead=manager, status=Status.DELIVERED)
    open_one = ActionFactory(lead=manager)
    extension = ExtensionFactory(action=open_one)

    with pytest.raises(Refused, match="does not lead"):
        sign_off(own, manager, [EvidenceFactory(action=own, added_by=own.agreed_by)])
    with pytest.raises(Refused, match="does not lead"):
        decide_extension(extension=extension, by=manager, decision=Extension.Decision.GRANTED, reason="Yes")
    with pytest.raises(Refused, match="You cannot cancel"):
        move_action(action=open_one, move=CANCEL, by=manager, reason="No time")


def test_sign_off_never_rests_on_the_manager_s_own_evidence(manager):
    delivered = ActionFactory(status=Status.DELIVERED)

    with pytest.raises(Refused, match="evidence that you supplied yourself"):
        sign_off(delivered, manager, [EvidenceFactory(action=delivered, added_by=manager)])
    with pytest.raises(Refused, match="Select evidence of"):
        sign_off(delivered, manager, [EvidenceFactory()])
    with pytest.raises(Refused, match="Select the evidence that it was delivered"):
        sign_off(delivered, manager, [])
    with pytest.raises(Refused, match="evidence that you supplied yourself"):
        sign_off(
            delivered,
            manager,
            [EvidenceFactory(action=delivered)],
            difference_evidence=[EvidenceFactory(action=delivered, added_by=manager)],
        )
    with pytest.raises(Refused, match="Select evidence of"):
        sign_off(
            delivered,
            manager,
            [EvidenceFactory(action=delivered)],
            difference_evidence=[EvidenceFactory()],
        )
    with pytest.raises(Refused, match="Enter the date to look again"):
        sign_off(
            delivered,
            manager,
            [EvidenceFactory(action=delivered)],
            made_difference=SignOff.Difference.NOT_YET,
        )
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("answer", [SignOff.Difference.YES, SignOff.Difference.PARTLY])
def test_difference_that_nothing_shows_is_refused(manager, answer):
    delivered = ActionFactory(status=Status.DELIVERED)
    piece = EvidenceFactory(action=delivered)

    with pytest.raises(Refused, match="Select the evidence that it has made a difference"):
        sign_off(delivered, manager, [piece], made_difference=answer, difference_evidence=[])

    sign_off(delivered, manager, [piece], made_difference="cannot_tell", difference_evidence=[])
    assert SignOff.objects.get().made_difference == SignOff.Difference.CANNOT_TELL


@pytest.mark.parametrize(
    ("status", "move"),
    [
        (Status.IN_PROGRESS, START),
        (Status.NOT_STARTED, PAUSE),
        (Status.IN_PROGRESS, RESUME),
        (Status.DELIVERED, CANCEL),
        (Status.SIGNED_OFF, CANCEL),
        (Status.CANCELLED, SUPERSEDE),
        (Status.PAUSED, REOPEN),
        (Status.DELIVERED, SIGN_OFF),
    ],
)
def test_no_other_moves_are_made(action, manager, status, move):
    action.status = status
    action.save()

    with pytest.raises(Refused):
        move_action(action=action, move=move, by=manager, reason="Why not", superseded_by=ActionFactory())

    action.refresh_from_db()
    assert action.status == status
    assert not Transition.objects.exists()


def test_due_date_and_status_do_not_change_by_editing(action, officer):
    for name, value in (("due_on", LATER), ("original_due_on", LATER), ("status", Status.SIGNED_OFF)):
        with pytest.raises(Refused):
            edit_action(action=action, by=officer, version=action.version, changes={name: value})


def test_references_count_up_within_a_year(officer, action):
    first = TRIED["agree"](action, officer)
    second = TRIED["agree"](action, officer)

    assert (first.reference, second.reference) == ("A-2026-001", "A-2026-002")


def test_refused_update_leaves_nothing_behind(action, lead):
    UpdateFactory(action=action, percent_complete=80)
    action.status = Status.NOT_STARTED
    action.save()

    with pytest.raises(Refused):
        post_update(action=action, by=lead, narrative="Less", percent_complete=10, confidence=Confidence.LOW)

    action.refresh_from_db()
    assert action.status == Status.NOT_STARTED
    assert not Transition.objects.exists()


def test_group_name_is_free_for_the_group_that_has_it(officer):
    group = GroupFactory(name="Front door group")

    edit_group(group=group, by=officer, version=0, changes={"name": "Front Door Group"})

    assert Group.objects.get().name == "Front Door Group"


def test_evidence_dated_before_its_value_is_refused(action, officer):
    measurement = MeasurementFactory(measure=MeasureFactory(), measured_on=datetime.date(2026, 5, 31))
    action.measure = measurement.measure
    action.save()

    with pytest.raises(Refused, match="The value is of 31 May 2026"):
        add_evidence(
            action=action,
            by=officer,
            on=datetime.date(2026, 6, 1),
            kind="measurement",
            shows="More passports",
            dated_on=datetime.date(2026, 5, 30),
            measurement=measurement,
        )
