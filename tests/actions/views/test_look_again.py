"""Looking again at the difference that a signed-off action made: only the second question."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from actions.models import SignOff, Status, Transition
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of
from tests.factories.actions import ActionFactory, EvidenceFactory, SignOffFactory

AHEAD = datetime.date(2026, 12, 15)


@pytest.fixture
def signed_off(lead, manager):
    action = ActionFactory(lead=lead, status=Status.SIGNED_OFF)
    SignOffFactory(
        action=action,
        made_difference="not_yet",
        look_again_on=TODAY,
        reason="The audit comes in May",
        signed_off_at=datetime.datetime(2026, 4, 1, 9, tzinfo=datetime.UTC),
        signed_off_by=manager,
    )
    return action


@pytest.fixture
def piece(signed_off):
    return EvidenceFactory(action=signed_off, kind="feedback", shows="Six families say that they were heard")


@pytest.fixture
def send(as_person, signed_off, piece, manager):
    """Look again as the manager, validly unless changed."""

    def post(**changes):
        data = {
            "made_difference": "yes",
            "difference_evidence": [piece.pk],
            "reason": "Families say so",
            "sign_offs_read": 1,
            **changes,
        }
        return as_person(manager).post(reverse("actions:sign_off_add", args=[signed_off.pk]), data)

    return post


def test_page_asks_only_about_the_difference_and_shows_what_was_answered_last(as_person, signed_off, manager):
    page = as_person(manager).get(reverse("actions:sign_off_add", args=[signed_off.pk]))

    read = html.fromstring(page.content.decode())
    assert read.xpath("//h1")[0].text_content() == "Look again at the difference"
    assert list(page.context["form"].fields) == [
        "made_difference",
        "difference_evidence",
        "reason",
        "look_again_on",
        "sign_offs_read",
        "form_token",
    ]
    told = {
        key.text_content(): " ".join(key.getnext().text_content().split()) for key in read.xpath("//dl//dt")
    }
    assert told["Answered last"] == "Not yet, by Assistant director on 1 April 2026The audit comes in May"
    assert told["Look again by"] == "15 June 2026"
    assert read.xpath("//input[@name='sign_offs_read']/@value") == ["1"]


def test_answer_is_added_and_the_delivery_stays_judged(send, signed_off, piece):
    page = send().client.get(signed_off.get_absolute_url())

    row = SignOff.objects.last()
    signed_off.refresh_from_db()
    assert (row.is_second_look, row.was_delivered, row.made_difference) == (True, True, "yes")
    assert (list(row.evidence.all()), list(row.difference_evidence.all())) == ([], [piece])
    assert signed_off.status == Status.SIGNED_OFF
    assert not Transition.objects.exists()
    story = html.fromstring(page.content.decode()).xpath("//ol[contains(@class, 'portal-story')]/li")[0]
    assert story.xpath("h3")[0].text_content() == "Looked again at the difference"
    assert [" ".join(part.text_content().split()) for part in story.xpath(".//dl/div")] == [
        "Made a difference Yes",
        "Difference rests on Feedback from children or families: Six families say that they were heard",
    ]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"made_difference": ""}, "made_difference", "Select whether it has made a difference"),
        (
            {"difference_evidence": []},
            "difference_evidence",
            "Select the evidence that it has made a difference, or answer ‘Not yet’ or ‘Cannot tell’",
        ),
        (
            {"made_difference": "not_yet"},
            "look_again_on",
            "Enter the date to look again at whether it has made a difference",
        ),
        ({"reason": ""}, "reason", "Enter how you know"),
    ],
)
def test_bad_input_is_explained_and_adds_nothing(send, changes, field, message):
    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    assert SignOff.objects.count() == 1


def test_still_not_yet_sets_another_day(send, signed_off):
    send(made_difference="not_yet", difference_evidence=[], **dated("look_again_on", AHEAD))

    assert signed_off.sign_offs.look_again_on() == AHEAD


def test_finished_second_look_is_not_repeated(send, as_person, manager, signed_off):
    send()

    opened = as_person(manager).get(reverse("actions:sign_off_add", args=[signed_off.pk]))
    sent = send(sign_offs_read=2)

    assert opened.url == signed_off.get_absolute_url()
    assert errors_of(sent) == {"__all__": [f"{signed_off} is already signed off"]}
    assert SignOff.objects.count() == 2
