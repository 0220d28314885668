"""What a digest says."""

import datetime

import pytest

from actions.models import Digest, Reminder, ReminderChoice, Status
from actions.reminders.letter import MOST_OF_A_KIND, letter_of
from portal.models import CouncilSettings, Role
from tests.actions.conftest import TODAY
from tests.factories.actions import ActionFactory, DigestFactory, DigestItemFactory, ExtensionFactory

SITE = "https://assurance.example.gov.uk"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.PUBLIC_URL = SITE


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def add(digest, kind, action, since, stage=0):
    return DigestItemFactory(digest=digest, kind=kind, action=action, since=since, stage=stage)


def test_letter_says_what_needs_whom_and_where(lead):
    CouncilSettings.objects.create(name="Fenwold Council")
    late, soon = (
        ActionFactory(lead=lead, reference=f"A-2026-00{number}", title=title)
        for number, title in ((1, "Train every team"), (2, "Write “the offer” & tell children"))
    )
    digest = DigestFactory(person=lead, message_id="<one@council.example>")
    add(digest, Reminder.DUE, soon, days(7), 7)
    add(digest, Reminder.OVERDUE, late, days(-1))
    add(digest, Reminder.UPDATE, late, days(-50))

    letter = letter_of(digest)

    assert letter.subject == "2 actions need you: 1 overdue, 1 due soon and 1 in need of an update"
    assert letter.to == [lead.email]
    assert letter.extra_headers == {"Message-ID": "<one@council.example>", "Auto-Submitted": "auto-generated"}
    assert (
        letter.body
        == f"""Hello Head of service,

This is what needs you, as it stood on 15 June 2026 in Fenwold Council’s safeguarding assurance portal.

OVERDUE

A-2026-001: Train every team
Was due on 14 June 2026, 1 day ago
{SITE}/actions/{late.pk}/

DUE SOON

A-2026-002: Write “the offer” & tell children
Due in 7 days, on 22 June 2026
{SITE}/actions/{soon.pk}/

IN NEED OF AN UPDATE

A-2026-001: Train every team
No update since 26 April 2026
{SITE}/actions/{late.pk}/updates/add/

All that you owe:
{SITE}/my-work/

To choose what you are reminded of, and how often, or to have no reminders:
{SITE}/account/reminders/
"""
    )


def test_manager_s_letter_leads_to_each_decision(manager):
    extension = ExtensionFactory()
    delivered = ActionFactory(status=Status.DELIVERED)
    signed_off = ActionFactory(status=Status.SIGNED_OFF)
    digest = DigestFactory(person=manager)
    add(digest, Reminder.EXTENSION, extension.action, days(-2))
    add(digest, Reminder.SIGN_OFF, delivered, days(-3))
    add(digest, Reminder.LOOK_AGAIN, signed_off, TODAY)

    letter = letter_of(digest)

    assert letter.subject == "3 actions need you: 1 extension to decide, 1 to sign off and 1 to look at again"
    links = [line for line in letter.body.splitlines() if line.startswith(f"{SITE}/actions/")]
    assert links == [
        f"{SITE}/actions/{extension.action_id}/extensions/{extension.pk}/decide/",
        f"{SITE}/actions/{delivered.pk}/sign-offs/add/",
        f"{SITE}/actions/{signed_off.pk}/sign-offs/add/",
    ]


def test_extension_decided_meanwhile_leads_to_the_action(manager):
    action = ActionFactory()
    digest = DigestFactory(person=manager)
    add(digest, Reminder.EXTENSION, action, days(-2))

    assert f"{SITE}/actions/{action.pk}/\n" in letter_of(digest).body


@pytest.mark.parametrize(
    ("due", "words"), [(0, "Due today, on"), (1, "Due tomorrow, on"), (30, "Due in 30 days, on")]
)
def test_due_date_is_said_in_words(lead, due, words):
    digest = DigestFactory(person=lead)
    add(digest, Reminder.DUE, ActionFactory(lead=lead), days(due), 30)

    assert words in letter_of(digest).body
    assert letter_of(digest).subject == "1 action needs you: 1 due soon"


def test_very_many_are_left_to_my_work(lead):
    digest = DigestFactory(person=lead)
    for _ in range(MOST_OF_A_KIND + 2):
        add(digest, Reminder.OVERDUE, ActionFactory(lead=lead), days(-1))

    letter = letter_of(digest)

    assert letter.body.count("Was due on") == MOST_OF_A_KIND
    assert "\nAnd 2 more: see them under “All that you owe” below.\n" in letter.body
    assert letter.subject == "27 actions need you: 27 overdue"


def test_what_a_person_may_no_longer_see_is_left_out(digest, lead, outsider):
    gone = DigestItemFactory(digest=digest).action
    gone.lead = outsider
    gone.save()

    letter = letter_of(digest)

    assert letter.subject == "1 action needs you: 1 overdue"
    assert gone.reference not in letter.body


def test_supporter_is_told_as_well(outsider):
    item = DigestItemFactory(digest__person=outsider, action=ActionFactory())
    assert letter_of(item.digest) is None

    item.action.supporting.add(outsider)

    assert letter_of(Digest.objects.get()).subject == "1 action needs you: 1 overdue"


def not_active(person):
    person.is_active = False


def without_password(person):
    person.set_unusable_password()


def of_another_role(person):
    person.role = Role.SCRUTINEER


@pytest.mark.parametrize("change", [not_active, without_password, of_another_role])
def test_whoever_can_no_longer_act_gets_no_letter(digest, lead, change):
    change(lead)
    lead.save()

    assert letter_of(Digest.objects.get()) is None


@pytest.mark.parametrize("choice", [{"frequency": "never"}, {"left_out": ["overdue"]}])
def test_whoever_wants_none_any_more_gets_none(digest, lead, choice):
    ReminderChoice.objects.create(person=lead, **choice)

    assert letter_of(digest) is None


def test_manager_who_leads_the_action_by_now_is_not_asked_to_judge_it(manager):
    digest = DigestItemFactory(
        digest__person=manager,
        kind=Reminder.SIGN_OFF,
        action=ActionFactory(status=Status.DELIVERED, lead=manager),
    ).digest

    assert letter_of(digest) is None
