"""Correcting a finding and answering it."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Finding, Response
from findings.services.finding import edit_finding, respond_to_finding
from portal.exceptions import Refused
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import StrandFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def edit_address(finding):
    return reverse("findings:finding_edit", args=[finding.pk])


def respond_address(finding):
    return reverse("findings:finding_respond", args=[finding.pk])


def entries(finding, **changes):
    return {
        "version": finding.version,
        "kind": finding.kind,
        "text": finding.text,
        "prominence": finding.prominence,
        **changes,
    }


def test_finding_edit_corrects_the_words_and_the_place(client, officer):
    strand = StrandFactory()
    finding = FindingFactory(review=strand.review)
    theme = ThemeFactory()

    response = client.post(
        edit_address(finding),
        entries(
            finding, text="As the letter has it", strand=strand.pk, themes=[theme.pk], source_ref="Page 9"
        ),
    )

    assert response.url == finding.get_absolute_url()
    finding.refresh_from_db()
    assert (finding.text, finding.strand, finding.source_ref) == ("As the letter has it", strand, "Page 9")
    assert list(finding.themes.all()) == [theme]


def test_finding_edit_shows_what_is_recorded(client, officer):
    theme = ThemeFactory(is_active=False)
    finding = FindingFactory()
    finding.themes.add(theme)

    form = client.get(edit_address(finding)).context["form"]

    assert form["text"].value() == finding.text
    assert list(form.fields["themes"].queryset) == [theme]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"text": " "}, "text", "Enter what the reviewers said"),
        ({"strand": 999_999}, "strand", "Choose a strand of this review"),
    ],
)
def test_finding_edit_refused(client, officer, changes, field, message):
    finding = FindingFactory(text="As it was")

    response = client.post(edit_address(finding), entries(finding, **changes))

    assert response.context["form"].errors == {field: [message]}
    finding.refresh_from_db()
    assert (finding.text, finding.version) == ("As it was", 0)


@pytest.mark.parametrize("tie", ["response", "action"])
def test_finding_edit_of_an_answered_area_into_a_strength(client, officer, tie):
    finding = FindingFactory()
    if tie == "response":
        respond_to_finding(finding=finding, by=officer, version=0, response=Response.ACCEPTED)
    else:
        ActionFactory(findings=[finding])

    response = client.post(edit_address(finding), entries(finding, kind="strength"))

    message = "This area has a response or actions, so it cannot become a strength"
    assert response.context["form"].non_field_errors() == [message]
    assert Finding.objects.get(pk=finding.pk).kind == "area"


def test_finding_edit_of_a_stale_form(client, officer):
    finding = FindingFactory()
    sent = entries(finding, text="Mine")
    edit_finding(
        finding=finding, by=UserFactory(name="Head of Quality"), version=0, changes={"text": "Theirs"}
    )

    response = client.post(edit_address(finding), sent)

    page = response.content.decode()
    assert "This was changed by Head of Quality" in page
    assert ">\nMine</textarea>" in page
    assert Finding.objects.get(pk=finding.pk).text == "Theirs"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [("accepted", ""), ("partly_accepted", "Only in one team"), ("not_accepted", "Already done")],
)
def test_finding_respond(client, officer, answer, reason):
    finding = FindingFactory()

    response = client.post(
        respond_address(finding), {"version": 0, "response": answer, "reason": reason}, follow=True
    )

    finding.refresh_from_db()
    assert (finding.response, finding.response_reason) == (answer, reason)
    assert finding.responded_by == officer
    assert finding.responded_at == datetime.datetime(2026, 6, 15, 9, 0, tzinfo=datetime.UTC)
    assert "The response is saved" in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({}, "response", "Choose whether the council accepts this"),
        (
            {"response": "partly_accepted", "reason": "  "},
            "reason",
            "Enter the reason why the council does not accept all of it",
        ),
        (
            {"response": "not_accepted"},
            "reason",
            "Enter the reason why the council does not accept all of it",
        ),
    ],
)
def test_finding_respond_refused(client, officer, sent, field, message):
    finding = FindingFactory()

    response = client.post(respond_address(finding), {"version": 0, **sent})

    assert response.context["form"].errors == {field: [message]}
    finding.refresh_from_db()
    assert (finding.response, finding.responded_by) == ("", None)


def test_finding_respond_again_changes_the_answer(client, officer):
    finding = FindingFactory()
    respond_to_finding(
        finding=finding, by=UserFactory(), version=0, response=Response.NOT_ACCEPTED, reason="Not ours"
    )

    client.post(respond_address(finding), {"version": 1, "response": "accepted", "reason": ""})

    finding.refresh_from_db()
    assert (finding.response, finding.response_reason, finding.responded_by) == ("accepted", "", officer)


def test_finding_respond_of_a_stale_form(client, officer):
    finding = FindingFactory()
    respond_to_finding(finding=finding, by=UserFactory(), version=0, response=Response.ACCEPTED)

    response = client.post(
        respond_address(finding), {"version": 0, "response": "not_accepted", "reason": "No"}
    )

    assert "This was changed" in response.content.decode()
    finding.refresh_from_db()
    assert finding.response == "accepted"


def test_respond_to_finding_refuses_a_strength():
    with pytest.raises(Refused, match="Only an area for consideration gets a response"):
        respond_to_finding(
            finding=FindingFactory(kind="strength"), by=UserFactory(), version=0, response=Response.ACCEPTED
        )


def test_respond_to_finding_refuses_part_acceptance_without_a_reason():
    with pytest.raises(Refused, match="Enter the reason"):
        respond_to_finding(
            finding=FindingFactory(), by=UserFactory(), version=0, response=Response.PARTLY_ACCEPTED
        )


def test_edit_finding_refuses_a_strand_of_another_review():
    finding = FindingFactory()

    with pytest.raises(Refused, match="Choose a strand and a document of this review"):
        edit_finding(finding=finding, by=UserFactory(), version=0, changes={"strand": StrandFactory()})
