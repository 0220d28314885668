"""Checking the candidates of a document."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.models import Candidate, Finding, Intake
from findings.services.candidates import merge_candidate, split_candidate
from findings.services.intake import accept_intake, save_intake, set_aside_intake
from portal.models import Role
from tests.factories.findings import CandidateFactory, FindingFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory
from tests.findings.letters import AREAS, STRENGTHS, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake(officer):
    return start(review=ReviewFactory(title="Peer review"), by=officer)


def sent(client, intake, button="accept", **changes):
    """What the page's form sends as it stands, with some fields changed; None leaves a field out."""
    form = client.get(intake.get_absolute_url()).context["form"]
    data = {
        "version": form["version"].value(),
        "form_token": form["form_token"].value(),
        "words_shown": form.words_shown,
        button: "1",
    }
    for candidate in form.candidates:
        for name in ("is_selected", "kind", "text", "prominence", "strand", "new_strand", "also"):
            field = f"{candidate.pk}-{name}"
            if field in form.fields and form[field].value() not in (None, False):
                data[field] = "on" if form[field].value() is True else form[field].value()
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


def field(intake, position, name):
    return f"{intake.candidates.get(position=position).pk}-{name}"


def test_intake_check_shows_each_candidate_with_its_place(client, intake):
    response = client.get(intake.get_absolute_url())
    page = response.content.decode()
    assert response.context["selection"] == "4 selected: 2 strengths, 2 areas for consideration"
    assert [(section.label, section.count) for section in response.context["sections"]] == [
        ("Strengths", 2),
        ("Areas for consideration", 2),
    ]
    for words in (*STRENGTHS, *AREAS):
        assert f"<span data-portal-words>{words}</span>" in page
        assert f">\n{words}</textarea>" in page
        assert f'<p class="govuk-body-s portal-text__source">{words}</p>' in page
    place = intake.candidates.first().passages[0]
    assert f'href="#place-{place}"' in page
    assert f'id="place-{place}"' in page
    assert "<style" not in page
    assert " style=" not in page


def test_intake_check_leads_to_each_strand(client, intake):
    page = client.get(intake.get_absolute_url()).content.decode()
    sections = client.get(intake.get_absolute_url()).context["sections"]
    for place, section in enumerate(sections, start=1):
        for number, group in enumerate(section.groups, start=1):
            assert f'href="#group-{place}-{number}">{group.name} ({len(group.cards)})' in page
            assert page.count(f'id="group-{place}-{number}"') == 1


def test_intake_check_shows_the_fields_of_a_card_with_an_error(client, intake):
    wrong = field(intake, 2, "text")
    response = client.post(intake.get_absolute_url(), sent(client, intake, **{wrong: ""}))
    cards = [
        card for section in response.context["sections"] for group in section.groups for card in group.cards
    ]
    assert [card.number for card in cards if card.is_open] == [2]


def test_intake_check_accepts_the_selected_candidates(client, officer, intake):
    data = sent(client, intake, **{field(intake, 1, "is_selected"): None})
    response = client.post(intake.get_absolute_url(), data, follow=True)
    assert response.redirect_chain == [
        (reverse("findings:review_findings", args=[intake.document.review_id]), 302)
    ]
    assert [str(message) for message in response.context["messages"]] == [
        "3 findings recorded from “letter.md”"
    ]
    assert list(Finding.objects.values_list("text", flat=True)) == [STRENGTHS[1], *AREAS]
    assert set(Finding.objects.values_list("recorded_by", flat=True)) == {officer.pk}


def test_intake_check_takes_corrections(client, intake):
    corrections = {
        field(intake, 1, "text"): "Corrected\r\nwords",
        field(intake, 1, "kind"): "area",
        field(intake, 1, "prominence"): "headline",
        field(intake, 1, "new_strand"): "Another strand",
        field(intake, 2, "strand"): "",
    }
    client.post(intake.get_absolute_url(), sent(client, intake, **corrections))
    first, second = Finding.objects.order_by("pk")[:2]
    assert (first.text, first.kind, first.prominence) == ("Corrected\nwords", "area", "headline")
    assert str(first.strand) == "Another strand"
    assert second.strand is None


def test_intake_check_saved_for_later_records_nothing_and_keeps_the_corrections(client, officer, intake):
    changes = {field(intake, 1, "is_selected"): None, field(intake, 2, "text"): "Other words"}
    data = sent(client, intake, "save", **changes)
    response = client.post(intake.get_absolute_url(), data)
    assert response.headers["Location"] == reverse(
        "findings:review_documents", args=[intake.document.review_id]
    )
    assert not Finding.objects.exists()
    kept = list(intake.candidates.values_list("is_selected", "text")[:2])
    assert kept == [(False, STRENGTHS[0]), (True, "Other words")]
    page = client.get(intake.get_absolute_url()).content.decode()
    assert "Other words" in page
    assert "Its words were corrected" in page
    assert "Last saved by Policy officer" in page


def test_intake_check_sent_twice_records_nothing_twice(client, intake):
    data = sent(client, intake)
    client.post(intake.get_absolute_url(), data)
    response = client.post(intake.get_absolute_url(), data, follow=True)
    assert Finding.objects.count() == 4
    assert response.redirect_chain == [(intake.get_absolute_url(), 302)]
    assert "were already recorded by Policy officer. Nothing changed" in response.content.decode()


def test_intake_check_after_another_officer_accepted_says_so(client, intake):
    data = sent(client, intake)
    other = UserFactory(name="Quality officer")
    accept_intake(intake=Intake.objects.get(), by=other, version=0, corrections={})
    response = client.post(intake.get_absolute_url(), data, follow=True)
    assert "were already recorded by Quality officer. Nothing changed" in response.content.decode()
    assert Finding.objects.count() == 4


def test_intake_check_of_a_stale_form_keeps_what_was_typed(client, intake):
    data = sent(client, intake, **{field(intake, 1, "text"): "My words"})
    other = UserFactory(name="Quality officer")
    save_intake(intake=Intake.objects.get(), by=other, version=0, corrections={})
    response = client.post(intake.get_absolute_url(), data)
    error, _ = response.context["form"].non_field_errors()
    assert error.startswith("This was changed by Quality officer on")
    assert "Saved" not in error
    assert "My words" in response.content.decode()
    assert not Finding.objects.exists()
    again = data | {"version": response.context["form"]["version"].value()}
    client.post(intake.get_absolute_url(), again)
    assert Finding.objects.filter(text="My words").exists()


def test_intake_check_after_a_merge_by_another_officer_shows_it_and_keeps_the_rest(client, intake):
    first, second, third, _ = intake.candidates.order_by("position")
    typed = {f"{third.pk}-text": "My words", f"{first.pk}-text": "Mine"}
    data = sent(client, intake, **typed)
    merge_candidate(
        intake=Intake.objects.get(),
        by=UserFactory(name="Quality officer"),
        version=0,
        corrections={},
        candidate_id=second.pk,
    )

    form = client.post(intake.get_absolute_url(), data).context["form"]

    error, _ = form.non_field_errors()
    assert error.startswith("Quality officer split or merged findings after you opened this page")
    assert form[f"{first.pk}-text"].value() == f"{STRENGTHS[0]} {STRENGTHS[1]}"
    assert form[f"{third.pk}-text"].value() == "My words"
    assert not Finding.objects.exists()

    client.post(intake.get_absolute_url(), sent(client, intake, **{f"{third.pk}-text": "My words"}))
    assert set(Finding.objects.values_list("text", flat=True)) == {
        f"{STRENGTHS[0]} {STRENGTHS[1]}",
        "My words",
        AREAS[1],
    }


def test_intake_check_after_a_split_by_another_officer_shows_both_halves(client, intake):
    first = intake.candidates.get(position=1)
    data = sent(client, intake, **{f"{first.pk}-is_selected": None})
    split_candidate(
        intake=Intake.objects.get(),
        by=UserFactory(name="Quality officer"),
        version=0,
        corrections={},
        candidate_id=first.pk,
        at=12,
    )

    form = client.post(intake.get_absolute_url(), data).context["form"]

    assert list(form.errors) == ["__all__"]
    halves = intake.candidates.order_by("position")[:2]
    assert [form[f"{row.pk}-text"].value() for row in halves] == ["Leaders know", "their service well"]
    assert [form[f"{row.pk}-is_selected"].value() for row in halves] == [True, True]


def test_intake_check_without_words_asks_for_them(client, intake):
    name = field(intake, 2, "text")
    response = client.post(intake.get_absolute_url(), sent(client, intake, **{name: " "}))
    page = response.content.decode()
    assert response.context["form"].errors == {name: ["Enter the words of finding 2"]}
    assert f'href="#id_{name}"' in page
    assert f'id="id_{name}"' in page
    assert "<title>Error:" in page
    assert not Finding.objects.exists()


def test_intake_check_without_words_is_fine_where_it_is_not_selected(client, intake):
    changes = {field(intake, 2, "text"): "", field(intake, 2, "is_selected"): None}
    client.post(intake.get_absolute_url(), sent(client, intake, **changes))
    assert Finding.objects.count() == 3


def test_intake_check_without_a_kind_asks_for_it(client, officer):
    intake = IntakeFactory()
    candidate = CandidateFactory(intake=intake, kind="", is_selected=False, position=1)
    ticked = sent(client, intake, **{f"{candidate.pk}-is_selected": "on"})
    response = client.post(intake.get_absolute_url(), ticked)
    message = "Choose whether finding 1 is a strength or an area for consideration"
    assert response.context["form"].errors == {f"{candidate.pk}-kind": [message]}


def test_intake_check_with_nothing_selected_asks_for_a_finding(client, intake):
    Candidate.objects.update(is_selected=False)
    response = client.post(intake.get_absolute_url(), sent(client, intake))
    assert response.context["form"].non_field_errors() == [
        "Select at least one finding, or set the document aside"
    ]


def test_intake_check_refuses_a_strand_that_was_not_offered(client, intake):
    name = field(intake, 1, "strand")
    response = client.post(intake.get_absolute_url(), sent(client, intake, **{name: "Made up"}))
    assert list(response.context["form"].errors) == [name]
    assert not Finding.objects.exists()


def test_intake_check_offers_the_strands_of_review_and_document(client, intake):
    StrandFactory(review=intake.document.review, name="Governance")
    StrandFactory(name="Of another review")
    form = client.get(intake.get_absolute_url()).context["form"]
    assert [key for key, _ in form.strand_choices] == ["", "Governance", "Leadership", "Practice"]


def test_intake_check_says_what_is_recorded_already(client, intake):
    same = FindingFactory(review=intake.document.review, kind="strength", text=STRENGTHS[0])
    response = client.get(intake.get_absolute_url())
    link = f'<a class="govuk-link" href="{same.get_absolute_url()}">{same.reference}</a>'
    assert f"This review has these words as {link}" in response.content.decode()
    assert response.context["selection"] == "3 selected: 1 strength, 2 areas for consideration"


def test_intake_check_says_where_it_is_not_sure(client, officer):
    candidate = CandidateFactory(confidence=0.4, is_selected=False)
    page = client.get(candidate.intake.get_absolute_url()).content.decode()
    assert "Not sure" in page
    assert "Check whether this is a finding, and of which kind" in page


def test_intake_check_escapes_what_the_document_says(client, officer):
    letter = "## Strengths\n\n- Good `</textarea><script>alert(1)</script>` practice here\n"
    intake = start(review=ReviewFactory(), by=officer, letter=letter)
    assert "<script>alert" not in client.get(intake.get_absolute_url()).content.decode()


def test_intake_check_needs_as_many_queries_for_one_candidate_as_for_thirty(client, officer):
    counts = []
    for number in (1, 30):
        intake = IntakeFactory()
        CandidateFactory.create_batch(number, intake=intake)
        client.get(intake.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(intake.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_intake_check_of_an_accepted_intake_lists_what_was_recorded(client, officer, intake):
    client.post(intake.get_absolute_url(), sent(client, intake, **{field(intake, 1, "is_selected"): None}))
    page = client.get(intake.get_absolute_url()).content.decode()
    assert "Recorded (3)" in page
    assert "Not recorded (1)" in page
    for finding in Finding.objects.all():
        assert f'href="{finding.get_absolute_url()}"' in page


def test_intake_check_is_for_those_who_record_while_it_is_open(client, intake):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    assert client.get(intake.get_absolute_url()).status_code == 403
    assert client.post(intake.get_absolute_url(), {"accept": "1"}).status_code == 403
    set_aside_intake(intake=intake, by=UserFactory(), version=0)
    assert client.get(intake.get_absolute_url()).status_code == 200
    assert client.post(intake.get_absolute_url(), {"accept": "1"}).status_code == 403


@pytest.mark.parametrize("role", [Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR])
def test_intake_check_is_refused_to_other_roles(client, intake, role):
    client.force_login(UserFactory(role=role))
    assert client.get(intake.get_absolute_url()).status_code == 403
    assert client.post(intake.get_absolute_url(), {"accept": "1"}).status_code == 403


def test_intake_check_not_signed_in_asks_to_sign_in(client, intake):
    client.logout()
    response = client.get(intake.get_absolute_url())
    assert response.headers["Location"].startswith(reverse("portal:sign_in"))


def test_intake_check_under_another_review_is_not_found(client, intake):
    other = ReviewFactory()
    assert client.get(reverse("findings:intake_check", args=[other.pk, intake.pk])).status_code == 404
    assert client.get(reverse("findings:intake_check", args=[other.pk, 999])).status_code == 404


def test_intake_check_refuses_other_methods(client, intake):
    assert client.delete(intake.get_absolute_url()).status_code == 405
