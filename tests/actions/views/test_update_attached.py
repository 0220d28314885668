"""What an update carries with it: last time's figures, evidence, and answers to questions."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions.models import Action, Evidence, EvidenceFile, Question, Reply, Update
from actions.services import post_update
from portal.exceptions import Refused
from tests.actions.conftest import TODAY
from tests.actions.rules.files import archive, pdf
from tests.actions.sending import dated, errors_of, token
from tests.factories.actions import QuestionFactory, ReplyFactory, UpdateFactory
from tests.factories.findings import MeasurementFactory


@pytest.fixture
def send(as_person, action, lead):
    """Send an update with what is given as the lead."""

    def post(**changes):
        data = {
            "narrative": "Two teams have begun",
            "percent_complete": "45",
            "confidence": "high",
            **dated("evidence_dated_on", TODAY),
            **changes,
        }
        return as_person(lead).post(reverse("actions:update_add", args=[action.pk]), data)

    return post


@pytest.fixture
def page(as_person, action, lead):
    """The form of an update as the lead opens it."""

    def get():
        response = as_person(lead).get(reverse("actions:update_add", args=[action.pk]))
        return BeautifulSoup(response.content, "lxml")

    return get


def a_file(data=None):
    return SimpleUploadedFile("audit.pdf", pdf() if data is None else data)


def test_form_starts_with_the_last_percentage_and_confidence(page, action):
    UpdateFactory(action=action, percent_complete=40, confidence="low")

    form = page()
    assert form.select_one("[name=percent_complete]")["value"] == "40"
    assert form.select_one("[name=confidence][checked]")["value"] == "low"
    assert form.select_one("[name=narrative]").get_text(strip=True) == ""


def test_first_form_starts_empty(page):
    form = page()
    assert not form.select_one("[name=percent_complete]").get("value")
    assert form.select_one("[name=confidence][checked]") is None


def test_form_starts_with_a_correction_where_the_last_update_was_corrected(page, action):
    corrected = UpdateFactory(action=action, percent_complete=80)
    UpdateFactory(
        action=action,
        percent_complete=45,
        corrects=corrected,
        correction_reason="A slip",
        stands_at=corrected.posted_at,
    )

    assert page().select_one("[name=percent_complete]")["value"] == "45"


def test_falling_below_a_correction_needs_words(send, action):
    corrected = UpdateFactory(action=action, percent_complete=10)
    UpdateFactory(
        action=action,
        percent_complete=60,
        corrects=corrected,
        correction_reason="A slip",
        stands_at=corrected.posted_at,
    )

    words = "The update before said 60%. If less is done than that, say why in ‘What is in the way’"
    assert errors_of(send()) == {"blockers": [words]}


def test_evidence_is_folded_and_its_date_is_today(page):
    form = page()
    folded = form.select_one("main details.govuk-details")
    assert not folded.has_attr("open")
    assert [part["value"] for part in folded.select("input[name^=evidence_dated_on]")] == ["15", "6", "2026"]


def test_attached_file_is_evidence_with_the_update(send, lead):
    send(evidence_file=a_file(), evidence_shows="Nine in ten plans were current")

    update, evidence, file = Update.objects.get(), Evidence.objects.get(), EvidenceFile.objects.get()
    assert (evidence.update, evidence.kind, evidence.added_by) == (update, Evidence.Kind.FILE, lead)
    assert (evidence.shows, evidence.dated_on) == ("Nine in ten plans were current", TODAY)
    assert (evidence.added_at, file.evidence, file.name) == (update.posted_at, evidence, "audit.pdf")


def test_attached_address_is_a_link(send):
    send(evidence_link="https://files.example.org/audit", evidence_shows="The audit")

    evidence = Evidence.objects.get()
    assert (evidence.kind, evidence.link) == (Evidence.Kind.LINK, "https://files.example.org/audit")


def test_feedback_can_be_attached_without_a_file(send):
    send(evidence_kind="feedback", evidence_shows="Nine of twelve say it is better")

    assert Evidence.objects.get().kind == Evidence.Kind.FEEDBACK


def test_measurement_can_be_attached(send, action):
    measurement = MeasurementFactory()
    Action.objects.update(measure=measurement.measure)

    send(evidence_kind="measurement", evidence_measurement=measurement.pk, evidence_shows="It fell")

    row = Evidence.objects.get()
    assert (row.measurement, row.dated_on) == (measurement, measurement.measured_on)


def test_update_without_evidence_adds_none(send):
    send()

    assert (Update.objects.count(), Evidence.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"evidence_shows": "The audit"}, {"evidence_kind": ["Select the kind of evidence"]}),
        ({"evidence_file": a_file()}, {"evidence_shows": ["Enter what the evidence shows"]}),
        (
            {"evidence_kind": "file", "evidence_shows": "The audit"},
            {"evidence_file": ["Choose the file"]},
        ),
        (
            {"evidence_kind": "feedback", "evidence_shows": "Better", **dated("evidence_dated_on", None)},
            {"evidence_dated_on": ["Enter the date of the evidence"]},
        ),
        (
            {
                "evidence_kind": "feedback",
                "evidence_shows": "Better",
                **dated("evidence_dated_on", datetime.date(2026, 6, 16)),
            },
            {"evidence_dated_on": ["The date of the evidence must be today or in the past"]},
        ),
        (
            {"evidence_file": a_file(pdf() + archive()), "evidence_shows": "The audit"},
            {
                "evidence_file": [
                    "“audit.pdf” also holds a zip archive, so it was not kept. "
                    "Save it as a new document and choose that"
                ]
            },
        ),
    ],
)
def test_faulty_evidence_is_explained_and_posts_no_update(send, changes, errors):
    for value in changes.values():
        if hasattr(value, "seek"):
            value.seek(0)
    response = send(**changes)

    found = errors_of(response)
    again = found.pop("evidence_file", []) if "evidence_file" not in errors else []
    assert found == errors
    assert not again or again == [
        "Choose “audit.pdf” again: a file is not kept while something else is wrong"
    ]
    assert BeautifulSoup(response.content, "lxml").select_one("main details").has_attr("open")
    assert (Update.objects.count(), Evidence.objects.count()) == (0, 0)


def test_form_sent_twice_posts_and_attaches_once(send):
    once = token()
    for _ in range(2):
        send(evidence_file=a_file(), evidence_shows="The audit", **once)

    assert (Update.objects.count(), Evidence.objects.count(), EvidenceFile.objects.count()) == (1, 1, 1)


def test_update_answers_the_questions_that_are_ticked(send, action, lead):
    asked, left = QuestionFactory(action=action), QuestionFactory(action=action, text="Since when?")

    send(answers=[asked.pk])

    reply = Reply.objects.get()
    assert (reply.question, reply.update, reply.is_answer) == (asked, Update.objects.get(), True)
    assert (reply.replied_by, reply.replied_at) == (lead, reply.update.posted_at)
    assert list(Question.objects.open()) == [left]


def test_only_open_questions_of_the_action_are_offered(page, send, action):
    answered = ReplyFactory(question__action=action).question
    other = QuestionFactory()
    assert not page().select("[name=answers]")

    QuestionFactory(action=action, text="Since when?")
    refused = send(answers=[answered.pk, other.pk])

    assert len(page().select("[name=answers]")) == 1
    words = "A question that you ticked has been answered meanwhile. Check which are left"
    assert errors_of(refused) == {"answers": [words]}
    assert not Update.objects.exists()


def test_update_does_not_answer_another_actions_question(action, lead):
    with pytest.raises(Refused, match=f"Select questions about {action} only"):
        post_update(
            action=action,
            by=lead,
            narrative="Begun",
            percent_complete=5,
            confidence="high",
            answers=[QuestionFactory()],
        )

    assert not Update.objects.exists()


def test_lead_posts_from_my_work(as_person, action, lead):
    page = BeautifulSoup(as_person(lead).get(reverse("actions:my_work")).content, "lxml")

    links = page.select(f"a[href='{reverse('actions:update_add', args=[action.pk])}']")
    assert f"Post an update on {action.reference}" in [link.get_text() for link in links]
