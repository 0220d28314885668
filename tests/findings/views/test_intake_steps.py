"""Splitting, merging and answering the candidates of a document while they are checked."""

import pytest
from django.urls import reverse

from findings.models import Finding
from findings.services.intake import set_aside_intake
from portal.templatetags.govuk_form import error_links
from tests.factories.findings import CandidateFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import AREAS, STRENGTHS, start
from tests.findings.views.test_intake_check import field, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake(officer):
    return start(review=ReviewFactory(), by=officer)


@pytest.fixture
def asking(officer):
    """An intake of which one candidate asks for its kind, and reads like an area."""
    intake = IntakeFactory()
    CandidateFactory(intake=intake, position=1)
    CandidateFactory(
        intake=intake, position=2, kind="", asks_kind=True, suggested_kind="area", is_selected=False
    )
    return intake


def rows(intake, *names):
    return list(intake.candidates.order_by("position").values_list(*names))


def press(client, intake, button, candidate, **changes):
    data = sent(client, intake, button, **changes)
    return client.post(intake.get_absolute_url(), data | {button: str(candidate.pk)})


def test_split_at_a_new_line_keeps_both_halves_at_their_place(client, intake):
    first = intake.candidates.get(position=1)
    words = {field(intake, 1, "text"): "Leaders know\r\ntheir service well"}

    response = press(client, intake, "split", first, **words)

    assert response.headers["Location"] == f"{intake.get_absolute_url()}?open=1#finding-1"
    assert rows(intake, "position", "text") == [
        (1, "Leaders know"),
        (2, "their service well"),
        (3, STRENGTHS[1]),
        (4, AREAS[0]),
        (5, AREAS[1]),
    ]
    second = intake.candidates.get(position=2)
    assert (second.strand_name, second.passages, second.is_selected) == ("Leadership", first.passages, True)
    assert not Finding.objects.exists()


def test_split_at_the_cursor_of_the_script(client, intake):
    press(client, intake, "split", intake.candidates.get(position=1), split_at="12")

    assert rows(intake, "text", "original_text")[:2] == [
        ("Leaders know", "Leaders know"),
        ("their service well", "their service well"),
    ]


@pytest.mark.parametrize("place", ["", "0", "999", "-1", "9" * 40, "x"])
def test_split_without_a_place_asks_for_a_new_line(client, intake, place):
    response = press(client, intake, "split", intake.candidates.get(position=1), split_at=place)

    name = field(intake, 1, "text")
    message = "Start a new line in the words of finding 1 where the second finding begins, then split it"
    assert response.context["form"].errors == {name: [message]}
    assert intake.candidates.count() == 4


def test_merge_joins_the_words_and_places_of_both(client, intake):
    first, second = intake.candidates.order_by("position")[:2]

    response = press(client, intake, "merge", second, **{field(intake, 1, "text"): "Leaders know this."})

    assert response.headers["Location"] == f"{intake.get_absolute_url()}?open=1#finding-1"
    assert rows(intake, "position", "text") == [
        (1, f"Leaders know this.\n{STRENGTHS[1]}"),
        (2, AREAS[0]),
        (3, AREAS[1]),
    ]
    merged = intake.candidates.get(position=1)
    assert merged.passages == sorted({*first.passages, *second.passages})


@pytest.mark.parametrize("position", [1, 3, 4])
def test_merge_with_another_kind_or_strand_is_refused(client, intake, position):
    response = press(client, intake, "merge", intake.candidates.get(position=position))

    assert response.context["form"].non_field_errors() == [
        f"Finding {position} does not go on from the one before it in the document"
    ]
    assert intake.candidates.count() == 4


def test_merge_is_offered_with_the_one_before_in_the_document_only(client, officer):
    intake = IntakeFactory()
    for position, (kind, strand) in enumerate(
        [("area", ""), ("strength", ""), ("strength", ""), ("area", ""), ("", ""), ("strength", "Other")],
        start=1,
    ):
        CandidateFactory(
            intake=intake,
            position=position,
            kind=kind,
            asks_kind=not kind,
            suggested_kind="area",
            strand_name=strand,
        )

    response = client.get(intake.get_absolute_url())

    groups = [group for section in response.context["sections"] for group in section.groups]
    offered = {
        card.number: card.joins and (card.joins.position, card.joins_above)
        for group in groups
        for card in group.cards
    }
    assert offered == {1: None, 2: None, 3: (2, True), 4: None, 5: (4, False), 6: None}
    page = response.content.decode()
    assert (page.count("Merge with the one above"), page.count("Merge with finding 4")) == (1, 1)
    press(client, intake, "merge", intake.candidates.get(position=4))
    assert intake.candidates.count() == 6


def test_merge_of_an_open_question_takes_the_kind_of_the_one_before(client, asking):
    response = press(client, asking, "merge", asking.candidates.get(position=2))

    assert response.status_code == 302
    assert rows(asking, "kind", "is_selected", "asks_kind") == [("strength", True, False)]


@pytest.mark.parametrize("button", ["split", "merge"])
def test_step_on_a_candidate_of_another_document_is_refused(client, intake, button):
    other = CandidateFactory(text="One\ntwo")

    response = press(client, intake, button, other)

    assert response.context["form"].non_field_errors() == [
        "That finding is not there any more. Look at the page again"
    ]


def test_step_on_a_closed_document_changes_nothing(client, intake):
    data = sent(client, intake, "split", **{field(intake, 1, "text"): "One\ntwo"})
    data["split"] = str(intake.candidates.get(position=1).pk)
    set_aside_intake(intake=intake, by=UserFactory(), version=0)

    client.post(intake.get_absolute_url(), data)

    assert intake.candidates.count() == 4


def test_candidate_that_asks_for_its_kind_is_not_chosen(client, asking):
    response = client.get(asking.get_absolute_url())

    page = response.content.decode()
    assert response.context["selection"] == "1 selected: 1 strength, 0 areas for consideration. 1 to decide"
    assert "It reads like an area for consideration" in page
    assert page.count('type="radio"') == 3
    assert " checked data-portal-answer" not in page


def test_accepting_asks_for_the_open_answers(client, asking):
    response = client.post(asking.get_absolute_url(), sent(client, asking))

    name = f"{asking.candidates.get(position=2).pk}-answer"
    assert response.context["form"].errors == {name: ["Choose what finding 2 is, or “Not a finding”"]}
    assert not Finding.objects.exists()


def test_many_open_answers_are_one_line_of_the_summary_that_leads_to_the_first(client, asking):
    for position in (3, 4):
        CandidateFactory(intake=asking, position=position, kind="", asks_kind=True, suggested_kind="area")
    first = asking.candidates.get(position=2)

    response = client.post(asking.get_absolute_url(), sent(client, asking))

    form = response.context["form"]
    assert [(link.message, link.target) for link in error_links(form)] == [
        (
            "3 findings wait for your choice. Choose what each is, or “Not a finding”",
            f"id_{first.pk}-answer",
        )
    ]
    assert len(form.errors) == 3
    page = response.content.decode()
    assert page.count("or “Not a finding”</p>") == 3
    assert page.count(f'id="id_{first.pk}-answer"') == 1


def test_other_errors_stay_beside_the_open_answers_in_the_summary(client, asking):
    CandidateFactory(intake=asking, position=3, kind="", asks_kind=True, suggested_kind="area")
    wrong = f"{asking.candidates.get(position=1).pk}-text"

    form = client.post(asking.get_absolute_url(), sent(client, asking, **{wrong: ""})).context["form"]

    assert [link.message for link in error_links(form)] == [
        "Enter the words of finding 1",
        "2 findings wait for your choice. Choose what each is, or “Not a finding”",
    ]


@pytest.mark.parametrize(
    ("answer", "recorded"),
    [("strength", ["strength", "strength"]), ("area", ["strength", "area"]), ("none", ["strength"])],
)
def test_accepting_records_as_answered(client, asking, answer, recorded):
    name = f"{asking.candidates.get(position=2).pk}-answer"

    client.post(asking.get_absolute_url(), sent(client, asking, **{name: answer}))

    assert list(Finding.objects.order_by("pk").values_list("kind", flat=True)) == recorded


def test_answer_that_it_is_no_finding_is_kept_for_later(client, asking):
    name = f"{asking.candidates.get(position=2).pk}-answer"

    client.post(asking.get_absolute_url(), sent(client, asking, "save", **{name: "none"}))

    assert client.get(asking.get_absolute_url()).context["form"][name].value() == "none"


def test_suggestions_are_chosen_for_what_is_open(client, asking):
    client.post(asking.get_absolute_url(), sent(client, asking, "suggest"))

    candidate = asking.candidates.get(position=2)
    assert (candidate.kind, candidate.is_selected) == ("area", True)
    assert not Finding.objects.exists()


def test_points_stand_under_their_parent(client, officer):
    intake = IntakeFactory()
    CandidateFactory(intake=intake, position=1, source_ref="para 6, bullet 1")
    CandidateFactory(intake=intake, position=2, parent_ref="para 6, bullet 1")

    page = client.get(intake.get_absolute_url()).content.decode()

    assert 'Under <a class="govuk-link" href="#finding-1">finding 1</a>' in page
    assert page.count("portal-candidate--under") == 1


def test_finding_leads_to_its_place_in_the_document(client, intake):
    client.post(intake.get_absolute_url(), sent(client, intake))
    finding = Finding.objects.order_by("pk").first()
    place = f"{reverse('findings:document_text', args=[finding.document_id])}#place-{finding.candidate.passages[0]}"

    page = client.get(finding.get_absolute_url()).content.decode()
    text = client.get(place).content.decode()

    assert f'href="{place}"' in page
    assert f'id="place-{finding.candidate.passages[0]}"' in text
    assert f'href="{finding.get_absolute_url()}">{finding.reference}</a>' in text
