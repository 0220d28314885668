"""Uploading or pasting a document."""

import hashlib

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from findings.extraction.limits import MAX_CHARACTERS
from findings.models import Candidate, Document, Finding, Intake, Reading
from portal.models import Role
from tests.factories.findings import FindingFactory, ReadingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import LETTER, NO_FINDINGS, STRENGTHS, start

pytestmark = pytest.mark.django_db
TOKEN = "5d1f6e0c-6f2e-4a55-9a53-5b8f2d1f3a10"
DEEP = "<div>" * 5_000 + "Thank you"
"""Words that are refused, as no process without limits should read them."""


@pytest.fixture
def review():
    return ReviewFactory()


def address(review):
    return reverse("findings:intake_add", args=[review.pk])


def upload(name, data):
    return SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())


def send(client, review, **data):
    """Send the form, and let the worker read what came."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address(review), {"form_token": TOKEN, **data})


def assert_not_taken_in(client, response, message):
    reading = Reading.objects.get()
    assert response.headers["Location"] == reading.get_absolute_url()
    assert (reading.state, reading.failure, reading.file.name) == ("failed", message, "")
    assert message.split("“")[0] in client.get(reading.get_absolute_url()).content.decode()
    assert not Document.objects.exists()
    assert not Intake.objects.exists()
    assert kept_files() == []


def content_of(document):
    with document.file.open("rb") as file:
        return file.read()


def kept_files(folder="documents"):
    if not default_storage.exists(folder):
        return []
    folders, files = default_storage.listdir(folder)
    return [*files, *(name for inner in folders for name in kept_files(f"{folder}/{inner}"))]


def assert_refused(response, field, message):
    assert response.status_code == 200
    assert response.context["form"].errors.get_json_data()[field] == [{"message": message, "code": ""}]
    assert "Error:" in response.content.decode()
    assert not Document.objects.exists()
    assert not Intake.objects.exists()
    assert not Candidate.objects.exists()
    assert kept_files() == []


def test_intake_add_shows_the_form(client, officer, review):
    response = client.get(address(review))
    assert response.status_code == 200
    assert 'enctype="multipart/form-data"' in response.content.decode()


def test_intake_add_keeps_the_document_and_its_candidates(client, officer, review):
    response = send(client, review, document=upload("Feedback letter.md", LETTER))
    intake = Intake.objects.get()
    document = intake.document
    reading = Reading.objects.get()
    assert response.headers["Location"] == reading.get_absolute_url()
    assert client.get(reading.get_absolute_url()).headers["Location"] == intake.get_absolute_url()
    assert document.name == "Feedback letter.md"
    assert document.sha256 == hashlib.sha256(LETTER.encode()).hexdigest()
    assert document.size == len(LETTER)
    assert (document.added_by, intake.started_by) == (officer, officer)
    assert content_of(document) == LETTER.encode()
    assert "letter" not in document.file.name
    assert [row.text for row in intake.candidates.filter(kind="strength")] == list(STRENGTHS)
    assert not Finding.objects.exists()


def test_intake_add_keeps_pasted_text_as_a_document(client, officer, review):
    send(client, review, pasted=LETTER.replace("\n", "\r\n"))
    document = Document.objects.get()
    assert document.was_pasted
    assert document.reading.pasted_words == ""
    assert content_of(document) == LETTER.encode()
    assert document.intake.candidates.count() == 4


def test_intake_add_sent_twice_takes_in_one_document(client, officer, review):
    first = send(client, review, document=upload("letter.md", LETTER))
    second = send(client, review, document=upload("letter.md", LETTER))
    assert second.headers["Location"] == first.headers["Location"]
    assert Document.objects.count() == 1
    assert len(kept_files()) == 1


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.md", b"", "“empty.md” is empty. Upload a file that has text in it."),
        ("blank.txt", b" \n\n", "“blank.txt” is empty. Upload a file that has text in it."),
        (
            "letter.docx",
            b"PK\x03\x04",
            "“letter.docx” is damaged and cannot be opened. Ask the sender for it again and upload that copy.",
        ),
        (
            "letter.docx",
            b"MZ\x90\x00",
            "“letter.docx” is a program, not a document. Upload a Word (.docx), PDF, HTML, Markdown or plain text "
            "file, or a spreadsheet (.xlsx or .csv).",
        ),
        (
            "letter.txt",
            b"\x00\x01\x02\x03",
            "“letter.txt” is not text. Upload a Word (.docx), PDF, HTML, Markdown or plain text file, "
            "or a spreadsheet (.xlsx or .csv).",
        ),
    ],
)
def test_intake_add_refuses_a_file_by_name_and_reason(client, officer, review, name, data, message):
    assert_refused(send(client, review, document=upload(name, data)), "document", message)


def test_intake_add_refuses_a_file_over_the_limit(client, officer, review, settings):
    settings.DOCUMENT_MAX_BYTES = 100
    response = send(client, review, document=upload("letter.md", LETTER))
    message = "“letter.md” is larger than 100 bytes. Take in a smaller document"
    assert_refused(response, "document", message)


def test_intake_add_refuses_pasted_text_over_the_limit(client, officer, review, settings):
    settings.DOCUMENT_MAX_BYTES = 100
    response = send(client, review, pasted=LETTER)
    assert_refused(response, "pasted", "The text is larger than 100 bytes. Take in a smaller document")
    assert response.context["form"]["pasted"].value() == LETTER


def test_intake_add_shows_words_that_are_far_too_long_no_more(client, officer, review):
    words = "a" * (MAX_CHARACTERS + 1)

    page = client.post(address(review), {"pasted": words, "form_token": TOKEN})

    too_long, not_shown = page.context["form"].errors["pasted"]
    assert too_long.startswith("The text holds more than 2,000,000 characters")
    assert not_shown.startswith("So long a text is not shown here again")
    assert len(page.content) < 100_000


def test_intake_add_names_the_limit_of_this_portal():
    assert settings.DOCUMENT_MAX_BYTES == 10 * 1024 * 1024


def test_intake_add_says_its_limits_before_anything_is_uploaded(client, officer, review):
    page = " ".join(client.get(address(review)).content.decode().split())
    assert (
        "up to 10 MB. At most 250 pages of a PDF, 5,000 rows of a spreadsheet and 500 findings are read at once"
    ) in page


def test_intake_add_without_a_document_asks_for_one(client, officer, review):
    response = send(client, review, pasted="  ")
    assert_refused(response, "document", "Upload a file or paste the text of the document")


def test_intake_add_with_file_and_text_asks_for_one_of_them(client, officer, review):
    response = send(client, review, document=upload("letter.md", LETTER), pasted="More")
    assert_refused(response, "pasted", "Upload a file or paste the text, not both")


def test_intake_add_refuses_more_candidates_than_can_be_checked(client, officer, review):
    letter = "## Strengths\n\n" + "".join(f"- Strength number {n} is seen\n" for n in range(501))
    response = send(client, review, document=upload("long.md", letter))
    message = (
        "501 possible findings were recognised in “long.md”, more than the 500 that can be checked at once. "
        "Upload it in parts."
    )
    assert_not_taken_in(client, response, message)


def test_intake_add_refused_words_are_sent_again_with_one_press(client, officer, review):
    refused = send(client, review, pasted="Thanks", pasted_html=DEEP)
    page = client.get(refused.headers["Location"])
    form = page.context["form"]
    assert (form["pasted"].value(), form["pasted_html"].value()) == ("Thanks", DEEP)
    assert f'action="{page.context["again_url"]}"' in page.content.decode()

    sent = {"pasted": "Thanks", "form_token": form["form_token"].value()}
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(page.context["again_url"], sent)

    assert content_of(Document.objects.get()) == b"Thanks"
    assert list(Reading.objects.values_list("state", flat=True)) == ["done"]
    assert len(kept_files()) == 1


def pages_of(client, reading):
    """The page that explains why words are refused, and the one on which they are taken in again."""
    again = f"{address(reading.review)}?again={reading.pk}"
    return [client.get(url) for url in (reading.get_absolute_url(), again)]


def test_intake_add_explains_words_that_are_nested_too_deeply_without_reading_them_again(
    client, officer, review
):
    send(client, review, pasted="Thank you\r\nall", pasted_html=DEEP)

    reading = Reading.objects.get()
    assert reading.failure.startswith("The text is nested too deeply")
    assert f"You are replacing “{reading}”" in pages_of(client, reading)[1].content.decode()
    for page in pages_of(client, reading):
        assert page.status_code == 200
        assert page.context["form"]["pasted"].value() == "Thank you\nall"
        assert page.context["form"]["pasted_html"].value() == DEEP


def test_intake_add_shows_the_refused_words_although_their_file_is_gone(client, officer, review):
    send(client, review, pasted="Thanks", pasted_html=DEEP)
    reading = Reading.objects.get()
    default_storage.delete(reading.file.name)

    for page in pages_of(client, reading):
        assert page.context["form"]["pasted"].value() == "Thanks"
        assert page.context["form"]["pasted_html"].value() == ""


def test_intake_add_of_another_text_leaves_the_refused_one_of_the_day(client, officer, review):
    send(client, review, pasted=NO_FINDINGS, pasted_html=DEEP)
    send(
        client, review, pasted="Other thanks", pasted_html=f"{DEEP} all", form_token=TOKEN.replace("5d", "6d")
    )

    first, second = Reading.objects.order_by("pk")
    assert first.name == second.name
    assert pages_of(client, first)[0].context["form"]["pasted"].value() == NO_FINDINGS


def test_intake_add_takes_a_refused_document_in_again_when_it_is_sent_again(client, officer, review):
    ReadingFactory(review=review, name="thanks.md", data=NO_FINDINGS.encode(), refused=True)
    send(client, review, document=upload("thanks.md", NO_FINDINGS))
    assert Document.objects.get().name == "thanks.md"
    assert list(Reading.objects.values_list("state", flat=True)) == ["done"]


def test_intake_add_of_what_is_being_read_says_so(client, officer, review):
    client.post(address(review), {"document": upload("letter.md", LETTER)})
    response = client.post(address(review), {"document": upload("letter.md", LETTER)})
    assert response.context["form"].errors["document"] == ["This document is already being read"]
    assert len(kept_files()) == 1


def test_intake_add_reads_pasted_headings_and_lists(client, officer, review):
    rich = "<h2>Strengths</h2><h3>Leadership</h3><ul><li>Leaders know their service well</li></ul>"
    send(client, review, pasted="Strengths Leadership Leaders know their service well", pasted_html=rich)
    assert Document.objects.get().name.endswith(".html")
    (candidate,) = Candidate.objects.all()
    assert (candidate.text, candidate.strand_name) == (STRENGTHS[0], "Leadership")


def test_intake_add_of_the_same_document_links_to_it(client, officer, review):
    intake = start(review=review, by=officer)
    response = send(client, review, document=upload("other name.md", LETTER))
    held = response.context["form"].errors["document"]
    assert held == ["“letter.md” is already on this review"]
    assert response.context["held_url"] == intake.get_absolute_url()
    assert f'href="{intake.get_absolute_url()}">See what was taken in' in response.content.decode()
    assert Document.objects.count() == 1
    assert len(kept_files()) == 1


def test_intake_add_of_the_same_document_to_another_review_is_fine(client, officer, review):
    start(review=ReviewFactory(), by=officer)
    assert send(client, review, document=upload("letter.md", LETTER)).status_code == 302


def test_intake_add_leaves_out_the_tick_of_what_is_recorded_already(client, officer, review):
    FindingFactory(review=review, kind="strength", text="Leaders  know their service WELL")
    FindingFactory(kind="strength", text=STRENGTHS[1])
    send(client, review, document=upload("letter.md", LETTER))
    assert list(Candidate.objects.values_list("is_selected", flat=True)) == [False, True, True, True]


def test_intake_add_treats_the_name_as_text(client, officer, review):
    send(client, review, document=upload('<img src=x onerror="alert(1)">.md', LETTER))
    page = client.get(Intake.objects.get().get_absolute_url()).content.decode()
    assert "<img" not in page
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;.md" in page


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_intake_add_is_refused_to_those_who_do_not_record(client, review, role):
    client.force_login(UserFactory(role=role))
    assert client.get(address(review)).status_code == 403
    assert send(client, review, document=upload("letter.md", LETTER)).status_code == 403
    assert not Document.objects.exists()


def test_intake_add_is_open_to_managers(client, review):
    client.force_login(UserFactory(role=Role.MANAGER))
    assert send(client, review, document=upload("letter.md", LETTER)).status_code == 302


def test_intake_add_not_signed_in_asks_to_sign_in(client, review):
    response = send(client, review, document=upload("letter.md", LETTER))
    assert response.headers["Location"].startswith(reverse("portal:sign_in"))


def test_intake_add_on_an_unknown_review_is_not_found(client, officer):
    assert client.get(reverse("findings:intake_add", args=[999])).status_code == 404


def test_intake_add_refuses_other_methods(client, officer, review):
    assert client.put(address(review)).status_code == 405
