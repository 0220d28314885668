"""Annexes in the editions: set as pages or attached, frozen, and the same bytes each time."""

import datetime
import hashlib
import io

import docx
import pytest
from django.core.files.base import ContentFile
from django.db.models import ProtectedError
from django.urls import reverse
from pypdf import PdfReader

from findings.reading.whole import read_whole
from portal.exceptions import Refused
from portal.models import Role
from reports.models import Annex, Report, Section
from reports.rendering.apart import make_files
from reports.rendering.attached import attachments_of
from reports.rendering.differences import differences
from reports.rendering.page import page_html
from reports.rendering.passages import passages_of
from reports.rendering.pdf import html_to_pdf, identify
from reports.rendering.snapshot import build_snapshot
from reports.services import render_now
from scripts.verapdf import faults_of
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import AnnexFactory, AnnexFileFactory, ReportFactory, SectionFactory
from tests.reports.annexes.writing import pdf, word
from tests.reports.kept_back import file_of, publish

pytestmark = pytest.mark.django_db
DATA = pdf(2, words="A map")
TEXT = """Words of the annex, see {early-help}.

## What is planned

- one
- two

| What | When |
|---|---|
| Train | May |"""


@pytest.fixture(scope="module")
def rendered(shared_records, shared_files):
    """The key of an approved report with a Word annex, a PDF in two parts and a text, whose edition is made."""
    report = ReportFactory(approved=True)
    SectionFactory(report=report, body="See {annex map}. {#early-help}", position=1)
    SectionFactory(report=report, kind=Section.Kind.ANNEXES, placed=True, position=2)
    parts = read_whole(word("It meets each month."), filename="terms.docx")["parts"]
    terms = AnnexFileFactory(name="terms.docx", parts=parts, page_count=None)
    AnnexFactory(
        report=report, position=1, title="Terms", kind=Annex.Kind.WORD, body="", file=terms, name="terms"
    )
    AnnexFactory(report=report, position=2, attached=True, file__data=DATA, title="Map of wards", name="map")
    AnnexFactory(report=report, position=3, is_part=True, title="Key", body=TEXT, name="key")
    render_now(report=report, by=UserFactory())
    return report.pk


@pytest.fixture
def report(rendered):
    """That report, to be read or changed by one test."""
    return Report.objects.get(pk=rendered)


@pytest.fixture
def edition(report):
    """Its edition."""
    return report.editions.get()


def here(snapshot):
    """The PDF of a snapshot, made in this process."""
    return html_to_pdf(
        page_html(snapshot), identifier=identify(snapshot), attachments=attachments_of(snapshot)
    ).content


def test_snapshot_freezes_the_text_and_the_hash(report):
    terms, the_map, key = build_snapshot(report)["annexes"]

    assert [row["letter"] for row in (terms, the_map, key)] == ["A", "B1", "B2"]
    assert [block["type"] for block in terms["blocks"]] == ["subheading", "paragraph"]
    assert terms["file"] is None
    assert the_map["file"]["sha256"] == hashlib.sha256(DATA).hexdigest()
    assert (the_map["blocks"], the_map["about"][:12]) == ([], "PDF, 2 pages")
    assert key["blocks"][0]["html"] == 'Words of the annex, see <a href="#paragraph-1">1</a>.'
    assert key["blocks"][-1]["place"] == "B2-1"


def test_pdf_has_pages_bookmarks_and_links_for_annexes(edition):
    reader = PdfReader(io.BytesIO(file_of(edition, "pdf")))

    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert len(pages) == 4
    assert "Annex A: Terms, page 2 Annex B1: Map of wards, page 3" in pages[0].replace(" ,", ",")
    assert "Annex A: Terms What the group is for It meets each month." in pages[1]
    assert (
        "Annex B1: Map of wards This annex is a file of its own, which is attached to this PDF." in pages[2]
    )
    assert "Annex B2: Key Words of the annex, see 1." in pages[3]
    titles = [entry.title for entry in reader.outline[1] if not isinstance(entry, list)]
    assert titles[-3:] == ["Annex A: Terms", "Annex B1: Map of wards", "Annex B2: Key"]
    assert "annex-B1" in reader.named_destinations


def test_pdf_carries_the_file_with_what_it_is(edition):
    reader = PdfReader(io.BytesIO(file_of(edition, "pdf")))

    assert reader.attachments == {"annex-b1.pdf": [DATA]}
    [carried] = [part.get_object() for part in reader.trailer["/Root"]["/AF"]]
    assert (carried["/AFRelationship"], carried["/Desc"]) == ("/Supplement", "Annex B1: Map of wards")
    stream = carried["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/application/pdf"
    assert {stream["/Params"][name] for name in ("/CreationDate", "/ModDate")} == {"D:20260529000000Z"}


def test_same_snapshot_gives_the_same_files_from_the_child(edition):
    again = make_files(edition.snapshot, lambda *progress: None, lambda: None)

    assert [file_of(edition, kind) for kind in ("pdf", "docx", "html")] == [again.pdf, again.docx, again.html]
    assert again.pdf == here(edition.snapshot)


@pytest.mark.embedded
@pytest.mark.verapdf
def test_pdf_with_annexes_conforms_to_pdf_ua_1(edition, tmp_path):
    path = tmp_path / "annexes.pdf"
    path.write_bytes(file_of(edition, "pdf"))

    assert faults_of([path])[path] == ""


def test_word_edition_holds_what_is_set_and_names_what_is_attached(edition):
    texts = [one.text for one in docx.Document(io.BytesIO(file_of(edition, "docx"))).paragraphs]

    first = texts.index("What the group is for") - 1
    assert texts[first : first + 4] == [
        "Annex A: Terms",
        "What the group is for",
        "It meets each month.",
        "Annex B1: Map of wards",
    ]
    assert f"SHA-256: {hashlib.sha256(DATA).hexdigest()}" in texts
    assert "Words of the annex, see 1." in texts


def test_reading_room_has_the_annexes_and_the_file_to_download(client, report, edition, settings):
    publish(report)
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))

    page = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    address = reverse("reports:paper_annex", args=[report.pk, "b1"])
    assert page.count(f'href="{address}"') == 1
    assert "It meets each month." in page
    download = client.get(address)
    assert b"".join(download.streaming_content) == DATA
    assert download.headers["Content-Disposition"] == 'attachment; filename="map.pdf"'
    for letter in ("a", "b2", "c"):
        assert client.get(reverse("reports:paper_annex", args=[report.pk, letter])).status_code == 404
    assert f'href="{settings.PUBLIC_URL}{address}"' in file_of(edition, "html").decode()


def test_annex_of_a_report_that_is_not_published_is_not_in_the_reading_room(client, report):
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))

    assert client.get(reverse("reports:paper_annex", args=[report.pk, "b1"])).status_code == 404


def test_file_that_is_not_the_frozen_one_is_not_attached(report):
    annex = report.annexes.get(name="map")
    annex.file.file.storage.delete(annex.file.file.name)
    annex.file.file.storage.save(annex.file.file.name, ContentFile(b"%PDF-1.7 another"))

    with pytest.raises(Refused, match="The file of Annex B1 is gone, or is not the one that was frozen"):
        render_now(report=report, by=UserFactory())


def test_file_of_an_annex_cannot_be_deleted(report):
    with pytest.raises(ProtectedError):
        report.annexes.get(name="map").file.delete()


def test_versions_are_compared_in_their_annexes_too(report):
    old = build_snapshot(report)
    Annex.objects.filter(name="key").update(body=TEXT.replace("Train", "Teach"))

    [changed] = differences(passages_of(old), passages_of(build_snapshot(report)))

    assert changed.passage.heading == "Annex B2"
    assert (changed.old.text, changed.new.text) == ("Train | May", "Teach | May")


def test_action_plan_comes_from_the_record(report):
    Annex.objects.filter(name="key").update(kind="plan", body="")
    [none] = build_snapshot(report)["annexes"][2]["blocks"]
    agreed_at = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    action = ActionFactory(agreed_at=agreed_at, due_on=datetime.date(2026, 6, 30))

    [table] = build_snapshot(report)["annexes"][2]["blocks"]

    assert none["html"] == "No action was agreed by the end of the period."
    assert (table["caption"], table["place"]) == ("Action plan on 30 April 2026", "B2-1")
    [row] = table["rows"]
    assert row[:2] == [f"{action.reference}: {action.title}", action.success_measure]


def test_draft_finds_its_annexes_by_words(client, report):
    client.force_login(UserFactory(role=Role.OFFICER))

    page = client.get("/search/", {"q": "planned"}).content.decode()

    assert report.title in page
