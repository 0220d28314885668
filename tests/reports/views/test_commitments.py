"""The officers' side of commitments: what a report promises, and which earlier promises it answers."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from reports.models import Answer, Commitment, Meeting
from reports.rendering.places import content_of, places_in
from reports.services.commitments import edit_answer, edit_commitment
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    MeetingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
JUNE, DECEMBER = datetime.date(2026, 6, 16), datetime.date(2026, 12, 15)
PROMISE = "We will bring a further update to the next meeting."


@pytest.fixture
def report():
    """A draft for June, whose second paragraph promises something; the committee meets again in December."""
    report = ReportFactory(meeting__held_on=JUNE)
    MeetingFactory(committee=report.meeting.committee, held_on=DECEMBER)
    SectionFactory(report=report, body=f"Nothing yet.\n\n{PROMISE}")
    return report


@pytest.fixture
def owed(report):
    """A commitment of an earlier report to the committee."""
    earlier = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2025, 12, 16))
    return CommitmentFactory(
        report=ReportFactory(published=True, meeting=earlier), due_meeting=report.meeting, due_on=None
    )


def address(name, *ids):
    return reverse(f"reports:{name}", args=ids)


def key(report, number):
    return places_in(content_of(report))[number - 1].key


def details(report, **changes):
    values = {"paragraph": key(report, 2), "wording": PROMISE, "owner": "Head of Care", "due_meeting": ""}
    day = {"due_on_0": "31", "due_on_1": "1", "due_on_2": "2027"}
    return {**values, **day, **changes}


def text_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


def test_sentence_that_promises_is_offered_and_its_form_is_filled_in(client, officer, report):
    page = BeautifulSoup(client.get(address("report_commitments", report.pk)).content, "html.parser")

    link = page.select_one('a[href*="sentence="]')
    form = client.get(link["href"]).context["form"]
    assert (form["paragraph"].value(), form["wording"].value()) == (key(report, 2), PROMISE)
    assert Meeting.objects.get(pk=form["due_meeting"].value()).held_on == DECEMBER


def test_sentence_that_is_gone_leaves_the_form_empty(client, officer, report):
    form = client.get(f"{address('commitment_add', report.pk)}?sentence=0123").context["form"]

    assert form["wording"].value() is None


def test_commitment_add(client, officer, report, token):
    for _ in range(2):
        response = client.post(
            address("commitment_add", report.pk), details(report, form_token=token, submit="Save")
        )

    commitment = Commitment.objects.get()
    assert response.url == commitment.get_absolute_url()
    assert (commitment.paragraph, commitment.wording, commitment.owner, commitment.due_on) == (
        2,
        PROMISE,
        "Head of Care",
        datetime.date(2027, 1, 31),
    )
    assert "sentence=" not in client.get(address("report_commitments", report.pk)).content.decode()


def test_commitment_add_finds_its_paragraph_when_another_has_come_before_it(client, officer, report):
    values = details(report)
    SectionFactory(report=report, body="One more.", position=0)

    client.post(address("commitment_add", report.pk), values)

    assert Commitment.objects.get().paragraph == 3


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"paragraph": ""}, "Choose the paragraph"),
        ({"paragraph": "gone-1"}, "it has changed since you opened this page"),
        ({"wording": ""}, "Enter what is promised"),
        ({"owner": ""}, "Enter the post or body that keeps it"),
        (
            {"due_on_0": "", "due_on_1": "", "due_on_2": ""},
            "Choose the meeting at which it is due, or enter a date",
        ),
        ({"due_meeting": "december"}, "Choose a meeting or enter a date, not both"),
        ({"due_on_2": "2025"}, "Enter a date after the last day of the report’s period, 30 April 2026"),
    ],
)
def test_commitment_add_of_bad_input_says_what_to_do(client, officer, report, changes, message):
    if "due_meeting" in changes:
        changes = {"due_meeting": report.meeting.committee.meetings.get(held_on=DECEMBER).pk}

    response = client.post(address("commitment_add", report.pk), details(report, **changes))

    assert message in text_of(response)
    assert not Commitment.objects.exists()


def test_form_of_a_withdrawn_report_is_refused(client, officer):
    report = SectionFactory(report__withdrawn=True).report

    assert client.get(address("commitment_add", report.pk)).status_code == 403
    response = client.post(address("commitment_add", report.pk), details_of_first(report))
    assert "This report is withdrawn" in text_of(response)


def details_of_first(report):
    return {**details_without_place(), "paragraph": key(report, 1)}


def details_without_place():
    return {"wording": "Words", "owner": "Who", "due_on_0": "31", "due_on_1": "1", "due_on_2": "2027"}


def test_commitment_edit(client, officer, report):
    commitment = CommitmentFactory(report=report, paragraph=2, paragraph_words=PROMISE)
    page = address("commitment_edit", report.pk, commitment.pk)
    assert client.get(page).context["form"]["paragraph"].value() == key(report, 2)

    client.post(page, details(report, wording="Another promise", paragraph=key(report, 1), version=0))

    commitment.refresh_from_db()
    assert (commitment.wording, commitment.paragraph, commitment.due_meeting) == ("Another promise", 1, None)


def test_commitment_edit_of_a_stale_form_keeps_what_was_typed(client, officer, report):
    commitment = CommitmentFactory(report=report, paragraph=2, paragraph_words=PROMISE)
    edit_commitment(
        commitment=commitment,
        by=UserFactory(name="Head of Quality"),
        version=0,
        paragraph=places_in(content_of(report))[1],
        changes={"wording": "Theirs", "owner": "Them", "due_meeting": None, "due_on": DECEMBER},
    )

    response = client.post(
        address("commitment_edit", report.pk, commitment.pk), details(report, wording="Mine", version=0)
    )

    assert "This was changed by Head of Quality" in text_of(response)
    assert response.context["form"]["wording"].value() == "Mine"
    commitment.refresh_from_db()
    assert commitment.wording == "Theirs"


def test_commitment_remove(client, officer, report):
    commitment = CommitmentFactory(report=report)

    response = client.post(address("commitment_remove", report.pk, commitment.pk), {"version": 0})

    assert response.url == address("report_commitments", report.pk)
    assert not Commitment.objects.exists()


@pytest.mark.parametrize("name", ["commitment_edit", "commitment_remove"])
def test_commitment_of_another_report_or_an_approved_one_is_not_changed(client, officer, report, name):
    approved = CommitmentFactory()

    assert client.get(address(name, report.pk, approved.pk)).status_code == 404
    assert client.get(address(name, approved.report_id, approved.pk)).status_code == 403


def test_commitment_whose_paragraph_is_gone_is_named(client, officer, report):
    CommitmentFactory(report=report, paragraph_words="Words that nobody has written here before.")

    assert "a paragraph that is no longer in the report" in text_of(
        client.get(address("report_commitments", report.pk))
    )


def test_answer_by_a_paragraph(client, officer, report, owed, token):
    page = address("answer_add", report.pk, owed.pk)
    assert owed.wording in text_of(client.get(page))

    for _ in range(2):
        client.post(page, {"paragraph": key(report, 2), "reason": "", "form_token": token})

    answer = Answer.objects.get()
    assert (answer.commitment, answer.report, answer.paragraph, answer.reason) == (owed, report, 2, "")
    assert "This report answers it in paragraph 2" in text_of(
        client.get(address("report_commitments", report.pk))
    )


def test_answer_by_a_reason(client, officer, report, owed):
    client.post(address("answer_add", report.pk, owed.pk), {"paragraph": "", "reason": "The law has changed"})

    assert Answer.objects.get().paragraph is None
    assert "This report says that it is no longer due: The law has changed" in text_of(
        client.get(address("report_commitments", report.pk))
    )


@pytest.mark.parametrize(
    ("has_paragraph", "reason", "message"),
    [
        (False, "", "Choose the paragraph that answers it, or say why it is no longer due"),
        (True, "Both", "Choose a paragraph or give a reason, not both"),
    ],
)
def test_answer_that_is_not_one_thing_says_what_to_do(
    client, officer, report, owed, has_paragraph, reason, message
):
    paragraph = key(report, 1) if has_paragraph else ""

    response = client.post(
        address("answer_add", report.pk, owed.pk), {"paragraph": paragraph, "reason": reason}
    )

    assert message in text_of(response)
    assert not Answer.objects.exists()


def test_commitment_of_another_committee_cannot_be_answered(client, officer, report):
    other = CommitmentFactory()

    assert client.get(address("answer_add", report.pk, other.pk)).status_code == 404


def test_answer_edit_and_remove(client, officer, report, owed):
    answer = AnswerFactory(commitment=owed, report=report, paragraph=2, paragraph_words=PROMISE)
    page = address("answer_edit", report.pk, answer.pk)
    assert client.get(page).context["form"]["paragraph"].value() == key(report, 2)

    client.post(page, {"paragraph": "", "reason": "The law has changed", "version": 0})

    answer.refresh_from_db()
    assert (answer.paragraph, answer.reason) == (None, "The law has changed")
    client.post(address("answer_remove", report.pk, answer.pk), {"version": 1})
    assert not Answer.objects.exists()


def test_answer_edit_of_a_stale_form_keeps_what_was_typed(client, officer, report, owed):
    answer = AnswerFactory(commitment=owed, report=report)
    edit_answer(
        answer=answer, by=UserFactory(name="Head of Quality"), version=0, paragraph=None, reason="Theirs"
    )

    response = client.post(
        address("answer_edit", report.pk, answer.pk), {"paragraph": "", "reason": "Mine", "version": 0}
    )

    assert "This was changed by Head of Quality" in text_of(response)
    answer.refresh_from_db()
    assert answer.reason == "Theirs"


def test_history_of_the_report_tells_of_commitments_and_answers(client, officer, report, owed):
    client.post(address("commitment_add", report.pk), details(report))
    client.post(address("answer_add", report.pk, owed.pk), {"paragraph": "", "reason": "The law has changed"})

    history = text_of(client.get(address("report_history", report.pk)))

    assert f"Added commitment: {PROMISE}" in history
    assert f"Added answer: “{owed.wording}”" in history
    assert "Paragraph words" not in history


def test_scrutineer_reads_and_is_offered_nothing_to_do(client, scrutineer, report, owed):
    CommitmentFactory(report=report, paragraph=2, paragraph_words=PROMISE)

    page = BeautifulSoup(client.get(address("report_commitments", report.pk)).content, "html.parser")

    assert owed.wording in page.main.get_text()
    assert not page.main.find_all("a", href=lambda href: href.endswith(("edit/", "add/", "answer/")))
