"""Correcting a finding and answering it."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Finding, Recurrence, Response
from findings.services.finding import edit_finding, respond_to_finding
from portal.exceptions import Refused
from portal.history import history_of
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


def answer(finding):
    respond_to_finding(finding=finding, by=UserFactory(), version=0, response=Response.ACCEPTED)


def agree(finding):
    ActionFactory(findings=[finding], reference="A-2026-801")
    ActionFactory(findings=[finding], reference="A-2026-802")


def link_to(finding, **others):
    for reference, outcome in others.items():
        Recurrence.objects.create(
            finding=finding,
            earlier=FindingFactory(reference=reference.replace("_", "-")),
            outcome=outcome,
            confirmed_by=UserFactory(),
        )


@pytest.mark.parametrize(
    ("tie", "step"),
    [
        (answer, "take back the response"),
        (agree, "take the finding out of A-2026-801 and A-2026-802"),
        (lambda area: link_to(area, F_2020_001="recurs"), "remove the link with F-2020-001"),
        (
            lambda area: link_to(area, F_2020_001="recurs", F_2021_002="lost"),
            "remove the links with F-2020-001 and F-2021-002",
        ),
    ],
)
def test_finding_edit_of_a_kind_that_something_goes_with(client, officer, tie, step):
    finding = FindingFactory()
    tie(finding)
    finding.refresh_from_db()

    response = client.post(edit_address(finding), entries(finding, kind="strength", text="Other words"))

    assert response.context["form"].errors == {"kind": [f"Before you change what this finding is, {step}"]}
    kept = Finding.objects.get(pk=finding.pk)
    assert (kept.kind, kept.text) == ("area", finding.text)


def test_finding_edit_of_the_kind_of_an_earlier_finding(client, officer):
    strength = FindingFactory(kind="strength")
    later = FindingFactory(reference="F-2025-001")
    Recurrence.objects.create(finding=later, earlier=strength, outcome="lost", confirmed_by=officer)

    response = client.post(edit_address(strength), entries(strength, kind="area"))

    assert response.context["form"].errors == {
        "kind": ["Before you change what this finding is, remove the link with F-2025-001"]
    }


def test_edit_finding_keeps_other_corrections_free(officer):
    finding = FindingFactory()
    agree(finding)

    edit_finding(finding=finding, by=officer, version=0, changes={"kind": "area", "text": "Corrected"})

    assert Finding.objects.get(pk=finding.pk).text == "Corrected"


def test_finding_edit_of_a_kind_that_nothing_goes_with(client, officer):
    finding = FindingFactory()

    client.post(edit_address(finding), entries(finding, kind="strength"))

    assert Finding.objects.get(pk=finding.pk).kind == "strength"


def withdraw_address(finding):
    return reverse("findings:response_withdraw", args=[finding.pk])


def test_response_withdraw(client, officer):
    finding = FindingFactory()
    answer(finding)
    assert withdraw_address(finding) in client.get(finding.get_absolute_url()).content.decode()

    client.get(withdraw_address(finding))
    finding.refresh_from_db()
    assert finding.response == "accepted"
    client.post(withdraw_address(finding), {"version": 1})

    finding.refresh_from_db()
    assert (finding.response, finding.responded_by, finding.responded_at) == ("", None, None)
    (entry, *_) = history_of(finding)
    assert [(change.label, change.before) for change in entry.changes if change.label == "Response"] == [
        ("Response", "Accepted")
    ]


def test_response_withdraw_of_a_stale_form(client, officer):
    finding = FindingFactory()
    answer(finding)

    response = client.post(withdraw_address(finding), {"version": 0})

    assert "This was changed" in response.content.decode()
    assert Finding.objects.get(pk=finding.pk).response == "accepted"


def test_response_withdraw_without_a_response(client, officer):
    assert client.get(withdraw_address(FindingFactory())).status_code == 404


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
