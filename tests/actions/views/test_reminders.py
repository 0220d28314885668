"""Choosing what one is reminded of."""

import pytest
from django.urls import reverse

from actions.models import Reminder, ReminderChoice
from actions.services import choose_reminders
from portal.exceptions import StaleRecord
from portal.models import Role
from tests.actions.sending import errors_of, queries_of, token

URL = reverse("actions:reminders")
OWN = ["overdue", "due", "update", "question"]


def send(client, **data):
    return client.post(URL, {**token(), "version": 0, "frequency": "daily", "kinds": OWN, **data})


def test_first_visit_shows_that_everything_is_told_daily(as_person, lead):
    form = as_person(lead).get(URL).context["form"]

    assert form.initial == {"frequency": "daily", "kinds": OWN}
    assert [value for value, _ in form.fields["kinds"].choices] == OWN
    assert not ReminderChoice.objects.exists()


def test_manager_is_offered_decisions_as_well(as_person, manager):
    form = as_person(manager).get(URL).context["form"]

    assert [value for value, _ in form.fields["kinds"].choices] == list(Reminder)


def test_only_those_who_read_drafts_are_told_when_comments_on_them_come(as_person, lead, manager):
    about = "about comments on drafts"

    assert about not in as_person(lead).get(URL).content.decode()
    page = as_person(manager).get(URL).content.decode()
    assert "E-mails about comments on drafts come at once." in page
    assert page.count(about) == 2


def test_choice_is_saved(as_person, lead):
    answer = send(as_person(lead), frequency="weekly", kinds=["overdue"])

    choice = ReminderChoice.objects.get()
    assert (choice.person, choice.frequency, choice.left_out) == (
        lead,
        "weekly",
        ["due", "question", "update"],
    )
    assert answer.url == reverse("portal:account")
    page = as_person(lead).get(URL)
    assert page.context["form"].initial == {"frequency": "weekly", "kinds": ["overdue"]}
    assert "once a week, on monday" in as_person(lead).get(answer.url).content.decode()


def test_never_needs_no_kinds(as_person, lead):
    send(as_person(lead), frequency="never", kinds=[])

    assert ReminderChoice.objects.get().frequency == "never"


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        ({"frequency": ""}, {"frequency": ["Select how often you want an e-mail"]}),
        ({"kinds": []}, {"kinds": ["Select what you want to be reminded of, or choose “Never” above"]}),
        (
            {"frequency": "hourly"},
            {"frequency": ["Select an answer from the list"]},
        ),
        (
            {"kinds": ["sign_off"]},
            {"kinds": ["Select an answer from the list"]},
        ),
    ],
)
def test_bad_choice_saves_nothing(as_person, lead, data, errors):
    answer = send(as_person(lead), **data)

    assert errors_of(answer) == errors
    assert not ReminderChoice.objects.exists()


def test_choice_of_kinds_outlasts_another_role(manager):
    choose_reminders(by=manager, version=0, frequency="daily", kinds=[*OWN, "extension", "look_again"])
    manager.role = Role.ACTION_LEAD
    manager.save()

    choice = choose_reminders(by=manager, version=1, frequency="daily", kinds=["overdue"])

    assert choice.left_out == ["answer", "due", "question", "sign_off", "update"]


def test_stale_choice_is_refused(lead):
    choose_reminders(by=lead, version=0, frequency="never", kinds=[])

    with pytest.raises(StaleRecord):
        choose_reminders(by=lead, version=0, frequency="daily", kinds=OWN)


def test_nobody_sees_or_changes_the_choice_of_another(as_person, lead, outsider):
    choose_reminders(by=lead, version=0, frequency="never", kinds=[])

    assert as_person(outsider).get(URL).context["form"].initial["frequency"] == "daily"
    send(as_person(outsider), frequency="weekly")
    assert ReminderChoice.objects.get(person=lead).frequency == "never"


def test_those_who_owe_and_ask_nothing_have_no_reminders(as_person, member, administrator):
    for person in (member, administrator):
        client = as_person(person)
        assert client.get(URL).status_code == 403
        assert URL not in client.get(reverse("portal:account")).content.decode()


def test_number_of_queries_stands_still(as_person, lead):
    client = as_person(lead)
    first = queries_of(client, URL)
    choose_reminders(by=lead, version=0, frequency="weekly", kinds=OWN)

    assert queries_of(client, URL) == first
