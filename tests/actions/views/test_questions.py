"""Questions about an action, and their threads."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from actions.models import Action, Question, Reply, Status
from actions.services import ask_question, reply_to_question
from portal.exceptions import Refused
from tests.actions.sending import errors_of, queries_of, token
from tests.factories.actions import ActionFactory, QuestionFactory, ReplyFactory, UpdateFactory


@pytest.fixture
def ask(as_person, action, officer):
    def post(by=officer, **changes):
        url = reverse("actions:question_add", args=[action.pk])
        return as_person(by).post(url, {"text": "How many families wait?", **changes})

    return post


@pytest.fixture
def question(action, scrutineer):
    return QuestionFactory(
        action=action,
        asked_by=scrutineer,
        text="How many families wait?",
        asked_at=datetime.datetime(2026, 6, 10, 9, 0, tzinfo=datetime.UTC),
    )


@pytest.fixture
def reply(as_person, action, lead, question):
    def post(by=lead, to=question, **changes):
        url = reverse("actions:question_reply", args=[action.pk, to.pk])
        return as_person(by).post(url, {"text": "Three families wait", **changes})

    return post


def page_of(client, url):
    return BeautifulSoup(client.get(url).content, "lxml")


@pytest.mark.parametrize("role", ["officer", "manager", "scrutineer"])
def test_question_is_asked(ask, action, role, request):
    person = request.getfixturevalue(role)

    response = ask(by=person)

    row = Question.objects.open().get()
    assert response.url == action.get_absolute_url()
    assert (row.action, row.text, row.asked_by) == (action, "How many families wait?", person)


def test_question_waits_on_the_leads_my_work_and_on_the_action(as_person, action, lead, question):
    mine = page_of(as_person(lead), reverse("actions:my_work"))
    link = mine.select_one(f"a[href='{question.get_absolute_url()}']")
    assert link.get_text() == f"Answer about {action.reference}: How many families wait?"
    assert "Questions to answer (1)" in mine.get_text()

    shown = page_of(as_person(lead), action.get_absolute_url()).select_one(".portal-question")
    assert "Waits for an answer" in shown.get_text()
    assert shown.select_one("a")["href"] == question.get_absolute_url()


def test_answer_closes_the_question_and_stands_in_the_thread(reply, as_person, action, lead, question):
    response = reply()

    row = Reply.objects.get()
    assert response.url == action.get_absolute_url()
    assert (row.question, row.text, row.replied_by, row.is_answer) == (
        question,
        "Three families wait",
        lead,
        True,
    )
    assert not Question.objects.open().exists()
    assert "Questions to answer" not in page_of(as_person(lead), reverse("actions:my_work")).get_text()
    page = page_of(as_person(lead), action.get_absolute_url())
    assert "Answered questions (1)" in page.get_text()
    told = [item.select_one("h3").get_text() for item in page.select(".portal-story > li")]
    assert told[:2] == ["Question answered", "Question"]


def test_asking_on_opens_the_question_again(reply, scrutineer, lead, question):
    reply()
    reply(by=scrutineer, text="Since when?")

    assert [row.is_answer for row in question.replies.order_by("pk")] == [True, False]
    assert list(Question.objects.open()) == [question]
    reply(text="Since May")
    assert not Question.objects.open().exists()


def test_somebody_who_supports_answers(reply, action, outsider):
    action.supporting.add(outsider)

    assert reply(by=outsider).status_code == 302
    assert not Question.objects.open().exists()


def test_another_readers_words_do_not_answer(reply, as_person, action, officer, scrutineer):
    asked = QuestionFactory(action=action, asked_by=officer)

    reply(by=scrutineer, to=asked, text="I should like to know too")

    assert asked in Question.objects.open()


def test_officer_does_not_answer_their_own_question(reply, action, officer):
    asked = QuestionFactory(action=action, asked_by=officer)

    reply(by=officer, to=asked, text="Anybody?")

    assert asked in Question.objects.open()


def test_answer_by_an_update_shows_its_words(as_person, action, lead, question):
    update = UpdateFactory(action=action, narrative="The last family moved in")
    ReplyFactory(question=question, text="", update=update)

    page = page_of(as_person(lead), action.get_absolute_url())

    thread = page.select_one(".portal-question").get_text(" ", strip=True)
    assert "Head of service answered by an update" in thread
    assert "The last family moved in" in thread
    told = page.select_one(f"#update-{update.pk}").get_text(" ", strip=True)
    assert "Answers How many families wait?" in told


def test_ended_action_may_be_asked_about_and_answered_for(ask, reply, action):
    Action.objects.filter(pk=action.pk).update(status=Status.SIGNED_OFF)

    assert ask().status_code == 302
    assert reply().status_code == 302


@pytest.mark.parametrize(("words", "message"), [("", "Enter your question"), ("   ", "Enter your question")])
def test_empty_question_is_explained(ask, words, message):
    assert errors_of(ask(text=words)) == {"text": [message]}
    assert not Question.objects.exists()


def test_empty_reply_is_explained(reply):
    assert errors_of(reply(text="")) == {"text": ["Enter your reply"]}
    assert not Reply.objects.exists()


def test_question_and_reply_sent_twice_are_saved_once(ask, reply):
    first, second = token(), token()
    for _ in range(2):
        ask(**first)
        reply(**second)

    assert (Question.objects.count(), Reply.objects.count()) == (2, 1)


def test_who_leads_does_not_ask(as_person, ask, officer, action):
    Action.objects.filter(pk=action.pk).update(lead=officer)

    assert ask(by=officer).status_code == 403
    action.refresh_from_db()
    with pytest.raises(Refused, match="You cannot ask"):
        ask_question(action=action, by=officer, text="Why?")


def test_action_lead_and_member_do_not_ask(ask, lead, outsider, member):
    assert ask(by=lead).status_code == 403
    assert ask(by=outsider).status_code == 403
    assert ask(by=member).status_code == 403


def test_outsider_finds_no_thread(reply, outsider, member, question):
    assert reply(by=outsider).status_code == 404
    assert reply(by=member).status_code == 403
    with pytest.raises(Refused, match="Only those who work on"):
        reply_to_question(question=question, by=outsider, text="Three")
    assert not Reply.objects.exists()


def test_question_of_another_action_is_not_found(reply):
    assert reply(to=QuestionFactory(action=ActionFactory())).status_code == 404


def test_database_refuses_a_reply_without_words_or_update(question):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReplyFactory(question=question, text="")


def test_number_of_queries_does_not_grow_with_the_questions(as_person, action, lead, question):
    def more():
        ReplyFactory(question=QuestionFactory(action=action), replied_by=QuestionFactory().asked_by)
        update = UpdateFactory(action=action)
        ReplyFactory(question=QuestionFactory(action=action), text="", update=update)
        QuestionFactory(action=action)

    urls = [action.get_absolute_url(), reverse("actions:my_work"), question.get_absolute_url()]
    more()
    once = [queries_of(as_person(lead), url) for url in urls]
    more()
    more()

    assert [queries_of(as_person(lead), url) for url in urls] == once


def test_my_work_shows_the_longest_waiting_and_says_how_many_there_are(as_person, action, lead):
    for number in range(22):
        QuestionFactory(action=action, text=f"Question number {number}")

    page = page_of(as_person(lead), reverse("actions:my_work"))

    section = page.select_one("section[aria-labelledby=questions-heading]")
    assert len(section.select("li")) == 20
    assert "Questions to answer (22)" in section.get_text()
    assert "The 20 that wait longest are shown" in section.get_text()
