"""Signing off: two answers, resting on evidence."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from actions.models import SignOff, Status, Transition
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, token
from tests.factories.actions import ActionFactory, EvidenceFactory, TransitionFactory
from tests.factories.portal import UserFactory

AHEAD = datetime.date(2026, 12, 15)


@pytest.fixture
def delivered(lead):
    return ActionFactory(lead=lead, status=Status.DELIVERED)


@pytest.fixture
def evidence(delivered):
    return EvidenceFactory(action=delivered)


@pytest.fixture
def send(as_person, delivered, evidence, manager):
    """Sign off as the manager, validly unless changed."""

    def post(by=None, **changes):
        data = {
            "was_delivered": "yes",
            "made_difference": "yes",
            "evidence": [evidence.pk],
            "difference_evidence": [evidence.pk],
            "reason": "The audit shows it",
            "sign_offs_read": 0,
            **changes,
        }
        return as_person(by or manager).post(reverse("actions:sign_off_add", args=[delivered.pk]), data)

    return post


def test_both_answers_are_recorded_and_the_action_is_signed_off(send, delivered, evidence, manager):
    response = send(made_difference="partly")

    row = SignOff.objects.get()
    delivered.refresh_from_db()
    assert response.url == delivered.get_absolute_url()
    assert (row.was_delivered, row.made_difference) == (True, SignOff.Difference.PARTLY)
    assert (row.signed_off_by, list(row.evidence.all())) == (manager, [evidence])
    assert delivered.status == Status.SIGNED_OFF
    assert Transition.objects.get().to_status == Status.SIGNED_OFF


def test_each_answer_names_its_own_evidence(send, delivered, evidence):
    felt = EvidenceFactory(action=delivered, kind="feedback", shows="Six families say that they were heard")

    page = send(difference_evidence=[felt.pk]).client.get(delivered.get_absolute_url())

    row = SignOff.objects.get()
    assert (list(row.evidence.all()), list(row.difference_evidence.all())) == ([evidence], [felt])
    story = html.fromstring(page.content.decode()).xpath("//ol[contains(@class, 'portal-story')]/li")[0]
    told = [" ".join(part.text_content().split()) for part in story.xpath(".//dl/div")]
    assert told == [
        "Delivered Yes",
        f"Delivery rests on {evidence.get_kind_display()}: {evidence.shows}",
        "Made a difference Yes",
        "Difference rests on Feedback from children or families: Six families say that they were heard",
    ]


def test_not_delivered_sends_it_back(send, delivered):
    send(was_delivered="no", made_difference="cannot_tell", evidence=[], difference_evidence=[])

    delivered.refresh_from_db()
    row = Transition.objects.get()
    assert SignOff.objects.get().was_delivered is False
    assert delivered.status == Status.IN_PROGRESS
    assert (row.from_status, row.reason) == (Status.DELIVERED, "The audit shows it")


def test_no_alone_sends_it_back_and_says_nothing_about_a_difference(send, delivered):
    page = send(was_delivered="no", made_difference="", evidence=[], difference_evidence=[]).client.get(
        delivered.get_absolute_url()
    )

    row = SignOff.objects.get()
    assert (row.was_delivered, row.made_difference) == (False, "")
    story = html.fromstring(page.content.decode()).xpath("//ol[contains(@class, 'portal-story')]/li")[0]
    assert [" ".join(part.text_content().split()) for part in story.xpath(".//dl/div")] == ["Delivered No"]
    assert "Not judged yet" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        (
            {"evidence": [], "difference_evidence": []},
            "made_difference",
            "What was not delivered cannot have made a difference. Answer ‘Cannot tell’, or say that it was delivered",
        ),
        (
            {"made_difference": "", "difference_evidence": []},
            "evidence",
            "You say that it was not delivered. Clear the evidence here, or say that it was",
        ),
        (
            {"made_difference": "cannot_tell", "evidence": []},
            "difference_evidence",
            "You say that it was not delivered. Clear the evidence here, or say that it was",
        ),
    ],
)
def test_no_that_claims_a_difference_or_rests_on_evidence_is_refused(
    send, delivered, changes, field, message
):
    response = send(was_delivered="no", **changes)

    assert errors_of(response) == {field: [message]}
    assert not SignOff.objects.exists()
    delivered.refresh_from_db()
    assert delivered.status == Status.DELIVERED


def test_not_yet_needs_a_day_to_look_again(send):
    refused = send(made_difference="not_yet")
    assert errors_of(refused) == {
        "look_again_on": ["Enter the date to look again at whether it has made a difference"]
    }

    send(made_difference="not_yet", **dated("look_again_on", AHEAD))
    assert SignOff.objects.get().look_again_on == AHEAD


def test_form_sent_twice_signs_off_once(send):
    once = token()

    first, second = send(**once), send(**once)

    assert SignOff.objects.count() == 1
    assert first.url == second.url


def already_read(action):
    """What is said to the second of two managers."""
    return (
        f"Assistant director saved a sign-off of {action} on 15 June 2026 at 11:00am, after you opened this page. "
        "Nothing of yours was saved. Go back to the action and read that sign-off first"
    )


def test_form_opened_before_another_sign_off_that_asks_for_a_second_look_is_refused(send, delivered):
    other = UserFactory(role=Role.MANAGER)
    send(**dated("look_again_on", AHEAD))

    sent = [send(by=other), send(by=other)]

    assert [errors_of(one) for one in sent] == [{"__all__": [already_read(delivered)]}] * 2
    assert SignOff.objects.count() == 1


def test_second_manager_is_told_that_it_is_signed_off(send, as_person, delivered):
    other = UserFactory(role=Role.MANAGER)
    send()

    sent = send(by=other)
    opened = as_person(other).get(reverse("actions:sign_off_add", args=[delivered.pk]))

    assert errors_of(sent) == {"__all__": [already_read(delivered)]}
    assert opened.url == delivered.get_absolute_url()
    assert SignOff.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"was_delivered": ""}, "was_delivered", "Select whether it was delivered as agreed"),
        ({"made_difference": ""}, "made_difference", "Select whether it has made a difference"),
        ({"evidence": []}, "evidence", "Select the evidence that it was delivered"),
        (
            {"difference_evidence": []},
            "difference_evidence",
            "Select the evidence that it has made a difference, or answer ‘Not yet’ or ‘Cannot tell’",
        ),
        ({"reason": ""}, "reason", "Enter how you know"),
        (
            dated("look_again_on", TODAY),
            "look_again_on",
            "The date to look again must be after today, 15 June 2026",
        ),
    ],
)
def test_bad_input_is_explained_and_signs_nothing_off(send, delivered, changes, field, message):
    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    assert not SignOff.objects.exists()
    delivered.refresh_from_db()
    assert delivered.status == Status.DELIVERED


def test_manager_s_own_evidence_is_not_offered(send, as_person, delivered, manager):
    own = EvidenceFactory(action=delivered, added_by=manager, shows="I saw it myself")

    page = as_person(manager).get(reverse("actions:sign_off_add", args=[delivered.pk])).content.decode()
    response = send(evidence=[own.pk])

    assert "I saw it myself" not in page
    assert "evidence" in errors_of(response)
    assert not SignOff.objects.exists()


def test_evidence_of_another_action_is_refused(send):
    response = send(evidence=[EvidenceFactory().pk])

    assert "evidence" in errors_of(response)
    assert not SignOff.objects.exists()


def test_without_evidence_the_page_says_what_to_do(send, evidence):
    evidence.delete()

    response = send(evidence=[], difference_evidence=[])

    nothing = "There is no evidence yet that you can rest a sign-off on. Ask the lead to add some, or"
    assert errors_of(response) == {
        "was_delivered": [f"{nothing} select no"],
        "made_difference": [f"{nothing} answer ‘Not yet’ or ‘Cannot tell’"],
    }


def test_action_that_nobody_calls_delivered_is_not_signed_off(as_person, manager, action):
    response = as_person(manager).get(reverse("actions:sign_off_add", args=[action.pk]), follow=True)

    assert response.redirect_chain == [(action.get_absolute_url(), 302)]
    assert "It can be signed off when an update says that it is delivered" in response.content.decode()


def test_manager_who_led_it_when_it_was_delivered_is_not_let_near(send, as_person, delivered, manager):
    TransitionFactory(action=delivered, to_status=Status.DELIVERED, led_by=manager)
    address = reverse("actions:sign_off_add", args=[delivered.pk])

    page = as_person(manager).get(delivered.get_absolute_url()).content.decode()
    work = as_person(manager).get(reverse("actions:my_work")).content.decode()

    assert (as_person(manager).get(address).status_code, send().status_code) == (403, 403)
    assert address not in page
    assert address not in work
    assert not SignOff.objects.exists()


def test_other_manager_finds_the_sign_off_on_the_page_and_in_my_work(as_person, delivered, manager):
    TransitionFactory(action=delivered, to_status=Status.DELIVERED, led_by=UserFactory(role=Role.MANAGER))
    address = reverse("actions:sign_off_add", args=[delivered.pk])

    assert address in as_person(manager).get(delivered.get_absolute_url()).content.decode()
    assert address in as_person(manager).get(reverse("actions:my_work")).content.decode()
