"""Making a finding of a passage of the document while its candidates are checked."""

import re

import pytest

from findings.models import Finding
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import AREAS, STRENGTHS, start
from tests.findings.views.test_intake_check import field, sent

pytestmark = pytest.mark.django_db

LETTER = f"""# Feedback

18 July 2024

## Strengths

### Leadership

- {STRENGTHS[0]}

We heard that supervision should be more regular.

## Areas for consideration

### Practice

- {AREAS[1]}
"""
HEARD = "We heard that supervision should be more regular."


@pytest.fixture
def intake(officer):
    intake = start(review=ReviewFactory(), by=officer, letter=LETTER)
    intake.candidates.filter(text=HEARD).delete()
    for position, candidate in enumerate(intake.candidates.order_by("position"), start=1):
        intake.candidates.filter(pk=candidate.pk).update(position=position)
    return intake


def number_of(intake, words):
    return next(n for n, passage in enumerate(intake.passages, start=1) if passage["text"] == words)


def test_passage_becomes_a_candidate_at_its_place_and_typed_words_are_kept(client, intake):
    typed = {field(intake, 1, "text"): "Corrected"}

    response = client.post(
        intake.get_absolute_url(), sent(client, intake, "add", **typed) | {"add": number_of(intake, HEARD)}
    )

    assert response.headers["Location"] == f"{intake.get_absolute_url()}?open=2#finding-2"
    names = ("position", "text", "kind", "asks_kind", "suggested_kind", "strand_name", "source_ref")
    assert list(intake.candidates.order_by("position").values_list(*names)) == [
        (1, "Corrected", "strength", False, "strength", "Leadership", "Strengths > Leadership, bullet 1"),
        (2, HEARD, "", True, "area", "Leadership", "Leadership"),
        (3, AREAS[1], "area", False, "area", "Practice", "Areas for consideration > Practice, bullet 1"),
    ]
    added = intake.candidates.get(position=2)
    assert added.passages == [number_of(intake, HEARD) - 1]
    assert added.reason == f"Added from the document’s text by {intake.started_by}"


def test_added_passage_that_reads_like_neither_kind_is_left_to_the_officer(client, intake):
    passage = {"add": number_of(intake, "18 July 2024")}
    client.post(intake.get_absolute_url(), sent(client, intake, "add") | passage)
    added = intake.candidates.get(asks_kind=True)
    page = " ".join(client.get(intake.get_absolute_url()).content.decode().split())
    assert "The document does not say which. Its words speak for neither." in page
    assert 'name="suggest"' not in page

    client.post(intake.get_absolute_url(), sent(client, intake, "suggest"))

    added.refresh_from_db()
    assert (added.suggested_kind, added.kind, added.is_selected) == ("", "", False)


def test_what_reads_like_neither_kind_can_be_said_to_be_no_finding(client, intake):
    passage = {"add": number_of(intake, "18 July 2024")}
    client.post(intake.get_absolute_url(), sent(client, intake, "add") | passage)
    name = f"{intake.candidates.get(asks_kind=True).pk}-answer"

    client.post(intake.get_absolute_url(), sent(client, intake, "save", **{name: "none"}))

    assert client.get(intake.get_absolute_url()).context["form"][name].value() == "none"


def test_suggestions_are_chosen_only_where_there_are_any_and_the_rest_is_counted(client, intake):
    for words in ("18 July 2024", HEARD):
        client.post(
            intake.get_absolute_url(), sent(client, intake, "add") | {"add": number_of(intake, words)}
        )
    assert "Choose what is suggested for it" in client.get(intake.get_absolute_url()).content.decode()

    response = client.post(intake.get_absolute_url(), sent(client, intake, "suggest"), follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "1 suggested kind is chosen. Check it before you accept. 1 finding has no suggestion: choose its kind"
    ]
    assert dict(intake.candidates.filter(asks_kind=True).values_list("text", "kind")) == {
        HEARD: "area",
        "18 July 2024": "",
    }


def test_added_candidate_is_recorded_with_the_kind_that_is_chosen(client, intake):
    passage = {"add": number_of(intake, HEARD)}
    client.post(intake.get_absolute_url(), sent(client, intake, "add") | passage)
    answer = {field(intake, 2, "answer"): "area"}

    client.post(intake.get_absolute_url(), sent(client, intake, "accept", **answer))

    assert Finding.objects.get(text=HEARD).kind == "area"


def test_page_offers_passages_of_words_without_a_finding_and_counts_them(client, intake):
    page = client.get(intake.get_absolute_url()).content.decode()

    offered = [int(number) for number in re.findall(r'name="add" value="(\d+)"', page)]
    welcome = number_of(intake, "18 July 2024")
    assert offered == [welcome, number_of(intake, HEARD)]
    assert "2 passages of the text are no finding." in page


@pytest.mark.parametrize("passage", ["0", "999", "x", "1"])
def test_what_is_no_passage_of_words_is_refused(client, intake, passage):
    response = client.post(intake.get_absolute_url(), sent(client, intake, "add") | {"add": passage})

    assert response.context["form"].non_field_errors() == ["Choose a passage of the document’s text"]
    assert intake.candidates.count() == 2


def test_passage_of_a_finding_is_refused(client, intake):
    passage = {"add": number_of(intake, STRENGTHS[0])}

    response = client.post(intake.get_absolute_url(), sent(client, intake, "add") | passage)

    assert response.context["form"].non_field_errors() == ["This passage is finding 1 already"]


@pytest.mark.parametrize(
    ("button", "label"),
    [
        ("suggest", "Choose what is suggested"),
        ("add", "Add as a finding"),
        ("accept", "Accept selected findings"),
    ],
)
def test_stale_page_says_that_the_button_was_not_carried_out(client, intake, button, label):
    data = sent(client, intake, button)
    client.post(intake.get_absolute_url(), sent(client, intake, "save"))

    response = client.post(intake.get_absolute_url(), data)

    stale, step = response.context["form"].non_field_errors()
    assert stale.startswith("This was changed by ")
    assert step == f"“{label}” was not carried out. Press it again"


def test_stale_page_that_only_saves_says_nothing_of_buttons(client, intake):
    data = sent(client, intake, "save")
    client.post(intake.get_absolute_url(), sent(client, intake, "save"))

    (stale,) = client.post(intake.get_absolute_url(), data).context["form"].non_field_errors()

    assert stale.startswith("This was changed by ")
