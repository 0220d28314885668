"""The documents of a review."""

import docx
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.services.intake import accept_intake, set_aside_intake
from portal.models import Role
from tests.factories.findings import DocumentFactory, ReadingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.extraction.writing import pdf, saved
from tests.findings.letters import LETTER, start

pytestmark = pytest.mark.django_db
READERS = [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER]
OTHERS = [Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]


@pytest.fixture
def review():
    return ReviewFactory()


def address(review):
    return reverse("findings:review_documents", args=[review.pk])


def test_review_documents_shows_each_with_its_state(client, officer, review):
    document = DocumentFactory(review=review, name="thanks.md")
    start(review=review, by=officer, name="open.md")
    accepted = start(review=review, by=officer, name="accepted.md", letter=LETTER + "\n")
    accept_intake(intake=accepted, by=officer, version=0, corrections={})
    aside = start(review=review, by=officer, name="aside.md", letter=LETTER + "\n\n")
    set_aside_intake(intake=aside, by=officer, version=0)
    page = client.get(address(review)).content.decode()
    for words in ("Being checked", "Accepted", "Set aside", "4 findings", document.sha256, "thanks.md"):
        assert words in page


def test_review_documents_leaves_out_those_of_other_reviews(client, officer, review):
    DocumentFactory(name="elsewhere.md")
    page = client.get(address(review)).content.decode()
    assert "elsewhere.md" not in page
    assert "No document is kept on this review yet" in page
    assert reverse("findings:intake_add", args=[review.pk]) in page


@pytest.mark.parametrize("role", READERS)
def test_review_documents_is_for_those_who_see_the_record(client, review, role):
    client.force_login(UserFactory(role=role))
    response = client.get(address(review))
    may_record = role != Role.SCRUTINEER
    assert response.status_code == 200
    assert (reverse("findings:intake_add", args=[review.pk]) in response.content.decode()) is may_record


@pytest.mark.parametrize("role", OTHERS)
def test_review_documents_is_refused_to_other_roles(client, review, role):
    client.force_login(UserFactory(role=role))
    assert client.get(address(review)).status_code == 403


def test_review_documents_of_an_unknown_review_is_not_found(client, officer):
    assert client.get(reverse("findings:review_documents", args=[999])).status_code == 404


def test_review_documents_refuses_other_methods(client, officer, review):
    assert client.post(address(review)).status_code == 405


def test_review_documents_needs_as_many_queries_for_one_document_as_for_three(client, officer):
    counts = []
    for number in (1, 3):
        review = ReviewFactory()
        for place in range(number):
            start(review=review, by=UserFactory(), letter=LETTER + "\n" * place)
            DocumentFactory(review=review)
        client.get(address(review))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(review))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_document_download_gives_the_bytes_as_an_attachment(client, officer):
    document = DocumentFactory(name="letter.html", data=b"<script>alert(1)</script>")
    response = client.get(document.get_absolute_url())
    assert b"".join(response) == b"<script>alert(1)</script>"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="letter.html"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_document_download_writes_any_name_safely(client, officer):
    document = DocumentFactory(name='Brief "é".md')
    response = client.get(document.get_absolute_url())
    response.close()
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''Brief%20%22%C3%A9%22.md"


def test_document_download_of_a_lost_file_is_not_found(client, officer):
    document = DocumentFactory()
    document.file.storage.delete(document.file.name)
    assert client.get(document.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_document_download_is_refused_to_other_roles(client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(DocumentFactory().get_absolute_url()).status_code == 403


def test_document_download_not_signed_in_asks_to_sign_in(client):
    response = client.get(DocumentFactory().get_absolute_url())
    assert response.headers["Location"].startswith(reverse("portal:sign_in"))


def test_document_download_of_an_unknown_document_is_not_found(client, officer):
    assert client.get(reverse("findings:document_download", args=[999])).status_code == 404


def test_document_download_refuses_other_methods(client, officer):
    assert client.post(DocumentFactory().get_absolute_url()).status_code == 405


def word_of_two_pages():
    document = docx.Document()
    document.add_heading("Strengths", 2)
    document.add_paragraph("Carers stay", "List Bullet")
    document.add_page_break()
    document.add_heading("Areas for consideration", 2)
    document.add_paragraph("Hubs open late", "List Bullet")
    return saved(document)


def pdf_of_two_pages():
    return pdf(
        "<h2>Strengths</h2><ul><li>Carers stay</ul>"
        "<h2 style='break-before: page'>Areas for consideration</h2><ul><li>Hubs open late</ul>"
    )


@pytest.mark.parametrize(
    ("name", "write", "links"),
    [("letter.docx", word_of_two_pages, 0), ("letter.pdf", pdf_of_two_pages, 2)],
    ids=["word", "pdf"],
)
def test_document_text_leads_to_the_pages_of_a_pdf_only(client, officer, review, name, write, links):
    document = start(review=review, by=officer, letter=write(), name=name).document
    pages = reverse("findings:document_pages", args=[document.pk])

    page = client.get(reverse("findings:document_text", args=[document.pk])).content.decode()

    assert page.count("portal-text__break") == 1
    assert page.count(f'href="{pages}') == links
    response = client.get(pages)
    response.close()
    assert response.status_code == (200 if links else 404)


def test_document_text_of_a_lost_file_leads_to_no_pages(client, officer, review):
    document = start(review=review, by=officer, letter=pdf_of_two_pages(), name="letter.pdf").document
    document.file.storage.delete(document.file.name)

    page = client.get(reverse("findings:document_text", args=[document.pk])).content.decode()

    assert reverse("findings:document_pages", args=[document.pk]) not in page


def test_what_was_not_taken_in_stands_apart_below_the_documents(client, officer):
    document = DocumentFactory(name="letter.pdf")
    ReadingFactory(review=document.review, name="waits.docx", state="waiting")
    ReadingFactory(review=document.review, name="broken.docx", refused=True)

    page = BeautifulSoup(
        client.get(reverse("findings:review_documents", args=[document.review_id])).content, "html.parser"
    )

    headings = [heading.text.strip() for heading in page.select("main h2, main h3")]
    assert headings == ["Documents", "waits.docx", "letter.pdf", "Not taken in (1)", "broken.docx"]
