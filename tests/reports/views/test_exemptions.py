"""Grounds on which parts of a report are kept from the public."""

import pytest
from django.urls import reverse

from reports.models import Exemption, KeptText, Report
from tests.factories.reports import (
    AnnexFactory,
    AnnexFileFactory,
    ExemptionFactory,
    KeptTextFactory,
    PictureFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
SENT = {"ground": "paragraph_3", "reasoning": "A contract is being negotiated"}


def address(name, exemption):
    return reverse(f"reports:{name}", args=[exemption.report_id, exemption.pk])


def test_exemption_add_gives_the_next_letter_that_is_free(client, officer):
    report = ReportFactory()
    for letter in ("A", "C"):
        ExemptionFactory(report=report, letter=letter)

    response = client.post(reverse("reports:exemption_add", args=[report.pk]), SENT)

    added = report.exemptions.get(ground="paragraph_3")
    assert (added.letter, added.reasoning) == ("B", SENT["reasoning"])
    assert response.url == f"{report.get_absolute_url()}#exemptions"
    page = client.get(report.get_absolute_url()).content.decode()
    assert "B: Paragraph 3: somebody’s financial or business affairs" in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"ground": ""}, "Choose the ground"),
        ({"reasoning": " "}, "Enter why the public interest is in keeping it from the public"),
        (
            {"ground": "confidential", "reasoning": " "},
            "Enter the government department’s terms, or the court order or enactment, that forbid making it public",
        ),
        ({"ground": "", "reasoning": " "}, "Enter why it is kept from the public"),
    ],
)
def test_exemption_without_ground_or_reasoning_is_refused(client, officer, changes, message):
    report = ReportFactory()

    page = client.post(reverse("reports:exemption_add", args=[report.pk]), SENT | changes).content.decode()

    assert message in page
    assert not report.exemptions.exists()


def test_reasoning_is_read_where_the_full_text_is(client, scrutineer):
    exemption = ExemptionFactory(letter="A", reasoning="A contract is being negotiated")
    SectionFactory(report=exemption.report, body="{exempt A} The price is high.")

    page = client.get(exemption.report.get_absolute_url()).content.decode()

    assert f"Exemption A: {exemption.under}. Why the public interest is in keeping it back" in page
    assert page.count("A contract is being negotiated") == 1


def test_confidential_information_is_not_weighed_against_the_public_interest(client, scrutineer, officer):
    exemption = ExemptionFactory(
        letter="A", ground="confidential", reasoning="The court’s order of 3 March 2026"
    )
    SectionFactory(report=exemption.report, body="{exempt A} The case is heard in private.")
    says = "What forbids making it public: The court’s order of 3 March 2026"

    for reader in (scrutineer, officer):
        client.force_login(reader)
        page = client.get(exemption.report.get_absolute_url()).content.decode()
        assert says in page
        assert "public interest" not in page


def test_page_of_a_section_says_how_one_paragraph_is_kept_back(client, officer):
    section = SectionFactory(body="Carers said so.")
    url = reverse("reports:section_edit", args=[section.report_id, section.pk])
    assert "To keep back one paragraph only" not in client.get(url).content.decode()

    ExemptionFactory(report=section.report, letter="C")

    assert "begin the paragraph with {exempt C}" in client.get(url).content.decode()


def test_exemption_edit(client, officer):
    exemption = ExemptionFactory()

    client.post(address("exemption_edit", exemption), SENT | {"version": 0})

    exemption.refresh_from_db()
    assert exemption.ground == "paragraph_3"


def test_exemption_of_an_approved_report_stays(client, officer):
    exemption = ExemptionFactory(report=ReportFactory(approved=True))

    page = client.post(address("exemption_edit", exemption), SENT | {"version": 0}).content.decode()

    assert "The text of an approved report cannot change" in page
    exemption.refresh_from_db()
    assert exemption.ground == "paragraph_1"


def test_exemption_of_another_report_is_not_found(client, officer):
    exemption = ExemptionFactory()

    other = reverse("reports:exemption_edit", args=[ReportFactory().pk, exemption.pk])

    assert client.get(other).status_code == 404


@pytest.mark.parametrize("use", ["section", "recommendation", "paragraph", "reason"])
def test_exemption_that_is_used_is_not_removed(client, officer, use):
    exemption = ExemptionFactory(letter="B")
    report = exemption.report
    match use:
        case "section":
            SectionFactory(report=report, exemption=exemption)
        case "recommendation":
            RecommendationFactory(report=report, exemption=exemption)
        case "paragraph":
            SectionFactory(report=report, body="Open.\n\n{exempt  b} Secret.")
        case "reason":
            RecommendationFactory(report=report, reason="{exempt B} Secret")

    page = client.post(address("exemption_remove", exemption), {"version": 0}).content.decode()

    assert "Parts of the report are exempt under this" in page
    assert Exemption.objects.exists()


@pytest.mark.parametrize("field", ["caption", "alternative", "lead", "papers", "heading", "word", "table"])
def test_exemption_whose_mark_stands_anywhere_in_the_report_is_not_removed(client, officer, field):
    exemption = ExemptionFactory(letter="B")
    report, marked = exemption.report, "{exempt B} Secret"
    match field:
        case "caption" | "alternative":
            PictureFactory(report=report, **{field: marked})
        case "lead":
            Report.objects.filter(pk=report.pk).update(recommendations_lead=marked)
        case "papers":
            Report.objects.filter(pk=report.pk).update(background_papers=f"A plan\n{marked}")
        case "heading":
            SectionFactory(report=report, heading=marked)
        case "word":
            parts = [{"type": "paragraph", "text": marked, "depth": 0}]
            AnnexFactory(report=report, kind="word", body="", file=AnnexFileFactory(parts=parts))
        case "table":
            parts = [{"type": "table", "rows": [["Who", "What"], ["All", marked]]}]
            AnnexFactory(report=report, kind="word", body="", file=AnnexFileFactory(parts=parts))

    page = client.post(address("exemption_remove", exemption), {"version": 0}).content.decode()

    assert "Parts of the report are exempt under this" in page
    assert Exemption.objects.exists()


def test_exemption_of_a_text_that_somebody_is_writing_is_not_removed(client, officer):
    exemption = ExemptionFactory(letter="B")
    KeptTextFactory(section=SectionFactory(report=exemption.report), exemption=exemption)

    page = client.post(address("exemption_remove", exemption), {"version": 0}).content.decode()

    assert "Remove it when they have saved or discarded that text" in page
    assert KeptText.objects.get().exemption == exemption


def test_exemption_that_is_not_used_is_removed(client, officer):
    exemption = ExemptionFactory(letter="B")
    SectionFactory(report=exemption.report, body="{exempt C} Secret.")

    client.post(address("exemption_remove", exemption), {"version": 0})

    assert not Exemption.objects.exists()


def test_section_and_recommendation_are_made_exempt_on_their_pages(client, officer):
    exemption = ExemptionFactory()
    section = SectionFactory(report=exemption.report)
    asked = RecommendationFactory(report=exemption.report)

    client.post(
        reverse("reports:section_edit", args=[section.report_id, section.pk]),
        {"version": 0, "heading": "H", "body": "B", "exemption": exemption.pk},
    )
    client.post(
        reverse("reports:recommendation_edit", args=[asked.report_id, asked.pk]),
        {"version": 0, "text": "T", "reason": "R", "exemption": exemption.pk},
    )

    assert (exemption.sections.get(), exemption.recommendations.get()) == (section, asked)
    page = client.get(exemption.report.get_absolute_url()).content.decode()
    assert page.count("Not for publication:") == 1  # the report has no place for recommendations


def test_exemption_of_another_report_cannot_be_chosen(client, officer):
    section = SectionFactory(report=ExemptionFactory().report)

    page = client.post(
        reverse("reports:section_edit", args=[section.report_id, section.pk]),
        {"version": 0, "heading": "H", "body": "B", "exemption": ExemptionFactory().pk},
    ).content.decode()

    assert "Choose an exemption of this report" in page
