"""What a document says wrongly: kept as it says it, with what is right beside it."""

import pytest
from django.urls import reverse

from findings.models import Kind
from portal.history import history_of
from tests.factories.actions import ActionFactory
from tests.factories.findings import CandidateFactory, FindingFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

WORDS = "The board met on 8th December 2017"
RIGHT = "It met on 8 December 2016, as its minutes say"
SHOWN = f"<strong>Correction:</strong> {RIGHT}"
AS_IN_DOCUMENT = "As the document has it"


def edited(client, finding, **changes):
    address = reverse("findings:finding_edit", args=[finding.pk])
    entries = {"version": finding.version, "kind": finding.kind, "text": finding.text}
    return client.post(address, {**entries, "prominence": finding.prominence, **changes})


def test_correction_stands_beside_the_words_which_stay(client, officer):
    finding = FindingFactory(text=WORDS)

    response = edited(client, finding, correction=RIGHT)

    assert response.url == finding.get_absolute_url()
    finding.refresh_from_db()
    assert (finding.text, finding.correction) == (WORDS, RIGHT)
    page = client.get(finding.get_absolute_url()).content.decode()
    assert WORDS in page
    assert SHOWN in page
    assert history_of(finding)[0].changes[0].label == "Correction"


def test_finding_is_recorded_with_its_correction(client, officer):
    review = ReviewFactory()

    client.post(
        reverse("findings:finding_add", args=[review.pk]),
        {"kind": "area", "text": WORDS, "correction": RIGHT, "prominence": "detail"},
    )

    assert [(row.text, row.correction) for row in review.findings.all()] == [(WORDS, RIGHT)]


def test_correction_is_shown_wherever_the_words_are(client, officer):
    finding = FindingFactory(kind=Kind.AREA, text=WORDS, correction=RIGHT)
    theme = ThemeFactory()
    finding.themes.add(theme)
    action = ActionFactory(findings=[finding])

    for address in (
        finding.get_absolute_url(),
        reverse("findings:review_findings", args=[finding.review_id]),
        reverse("findings:finding_list"),
        reverse("findings:finding_respond", args=[finding.pk]),
        reverse("findings:recurrence_add", args=[finding.pk]),
        reverse("actions:action_add", args=[finding.pk]),
        theme.get_absolute_url(),
        action.get_absolute_url(),
    ):
        assert SHOWN in client.get(address).content.decode(), address


@pytest.mark.parametrize(
    ("text", "is_shown"),
    [
        ("The board met on\n8th December 2017", False),
        ("The board met on 8th December 2017.", True),
    ],
)
def test_words_of_the_document_are_shown_where_others_are_recorded(client, officer, text, is_shown):
    finding = FindingFactory(text=text)
    CandidateFactory(finding=finding, text=text, original_text=WORDS)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert (AS_IN_DOCUMENT in page) is is_shown
    assert (f"<p>{WORDS}</p>" in page) is is_shown


def test_words_of_the_document_are_not_asked_of_a_finding_recorded_by_hand(client, officer):
    finding = FindingFactory(text=WORDS)

    assert AS_IN_DOCUMENT not in client.get(finding.get_absolute_url()).content.decode()
