"""Recording a finding by hand."""

import pytest
from django.urls import reverse

from findings.models import Finding, Prominence
from tests.factories.findings import DocumentFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ENTRIES = {"kind": "area", "text": "Supervision is irregular.", "prominence": "headline"}


def address(review):
    return reverse("findings:finding_add", args=[review.pk])


def test_finding_add(client, officer):
    review = ReviewFactory()
    strand, other = StrandFactory(review=review), StrandFactory(review=review)
    theme = ThemeFactory()
    document = DocumentFactory(review=review)
    sent = ENTRIES | {
        "strand": strand.pk,
        "also_relates_to": [other.pk],
        "themes": [theme.pk],
        "source_ref": "Page 4",
        "document": document.pk,
    }

    response = client.post(address(review), sent, follow=True)

    finding = Finding.objects.get()
    assert response.redirect_chain == [(finding.get_absolute_url(), 302)]
    assert "Finding F-2026-001 is recorded" in response.content.decode()
    assert (finding.reference, finding.review, finding.text) == (
        "F-2026-001",
        review,
        "Supervision is irregular.",
    )
    assert (finding.kind, finding.prominence, finding.source_ref) == ("area", Prominence.HEADLINE, "Page 4")
    assert (finding.strand, finding.document, finding.recorded_by) == (strand, document, officer)
    assert list(finding.also_relates_to.all()) == [other]
    assert list(finding.themes.all()) == [theme]


def test_finding_add_offers_to_record_another_of_the_same_review(client, officer):
    review = ReviewFactory()

    page = client.post(address(review), ENTRIES, follow=True).content.decode()

    link = f'<a class="govuk-notification-banner__link" href="{address(review)}">'
    assert f"{link}Record another finding of this review</a>" in page


def test_finding_add_leads_back_to_the_review(client, officer):
    review = ReviewFactory(title="Peer review")

    assert client.get(address(review)).context["breadcrumbs"] == [
        ("Reviews", "/reviews/"),
        ("Peer review", review.get_absolute_url()),
        ("Findings", f"{review.get_absolute_url()}findings/"),
    ]


def test_finding_add_without_themes_takes_those_of_the_strand(client, officer):
    strand, theme = StrandFactory(), ThemeFactory()
    strand.themes.add(theme)

    client.post(address(strand.review), ENTRIES | {"strand": strand.pk})

    assert list(Finding.objects.get().themes.all()) == [theme]


def test_finding_add_sent_twice(client, officer, token):
    review = ReviewFactory()
    responses = [client.post(address(review), ENTRIES | {"form_token": token}) for _ in range(2)]

    assert Finding.objects.count() == 1
    assert responses[0].url == responses[1].url


def test_finding_add_twice_from_two_forms_gives_two_references(client, officer):
    review = ReviewFactory()
    client.post(address(review), ENTRIES)
    client.post(address(review), ENTRIES)

    assert list(Finding.objects.values_list("reference", flat=True)) == ["F-2026-001", "F-2026-002"]


def test_finding_add_with_nothing_entered(client, officer):
    response = client.post(address(ReviewFactory()), {})

    assert response.context["form"].errors == {
        "kind": ["Choose whether it is a strength or an area for consideration"],
        "text": ["Enter what the reviewers said"],
        "prominence": ["Choose how prominently the document says it"],
    }
    assert "<title>Error:" in response.content.decode()
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("strand", "Choose a strand of this review"),
        ("also_relates_to", "Choose strands of this review"),
        ("document", "Choose a document of this review"),
    ],
)
def test_finding_add_with_a_part_of_another_review(client, officer, field, message):
    part = DocumentFactory() if field == "document" else StrandFactory()

    response = client.post(address(ReviewFactory()), ENTRIES | {field: part.pk})

    assert response.context["form"].errors == {field: [message]}
    assert not Finding.objects.exists()


def test_finding_add_that_also_relates_to_its_own_strand(client, officer):
    strand = StrandFactory()
    sent = ENTRIES | {"strand": strand.pk, "also_relates_to": [strand.pk]}

    response = client.post(address(strand.review), sent)

    message = "Choose strands other than the finding’s own"
    assert response.context["form"].errors == {"also_relates_to": [message]}
    assert not Finding.objects.exists()
