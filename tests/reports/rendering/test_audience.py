"""What is exempt is nowhere in what the public is given: not in the data, the page, the search or the PDF."""

import io
import json
import zipfile

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from pypdf import PdfReader

from portal.models import Role
from reports.models import Edition, Report, Section
from reports.rendering.audience import editions_of, public_part, public_text
from reports.rendering.page import page_html
from reports.rendering.pdf import html_to_pdf
from reports.rendering.snapshot import build_snapshot
from reports.search import search_reports
from reports.services import render_now
from tests.factories.portal import UserFactory
from tests.factories.reports import ExemptionFactory, ReportFactory, SectionFactory
from tests.reports.kept_back import (
    MARKER,
    MARKERS,
    contents,
    file_of,
    holding,
    in_pdf,
    in_word,
    marked_report,
    publish,
    words_of,
)

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]


@pytest.fixture(scope="module")
def rendered(shared_records, shared_files):
    """The key of an approved report with a marker in every kind of exempt content, whose editions are made."""
    report = marked_report()
    render_now(report=report, by=UserFactory())
    return report.pk


@pytest.fixture
def report(rendered):
    """That report, to be read or changed by one test."""
    return Report.objects.get(pk=rendered)


def blocks_of(snapshot):
    return [block for section in snapshot["sections"] for block in section["blocks"]]


def test_marker_of_every_kind_is_in_the_full_edition(report):
    full = json.dumps(build_snapshot(report))

    assert [number for number in MARKERS if f"{MARKER}{number}" not in full] == []


def test_marker_is_nowhere_in_what_the_public_is_given(client, report):
    edition, full = report.editions.order_by("pk")
    publish(report)
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))

    page = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    assert (edition.audience, full.audience) == ("public", "full")
    files = {kind: file_of(edition, kind) for kind in ("pdf", "docx", "html")}
    written = zipfile.ZipFile(io.BytesIO(files["docx"])).read("word/document.xml").decode()
    given = [json.dumps(edition.snapshot), page, words_of(files["pdf"]), written, files["html"].decode()]
    given.append(report.public_text)
    assert [piece for piece in given if "After, in public" not in piece] == []
    assert holding([*given, *contents(edition)]) == []
    assert not Edition.objects.filter(mentions__reference__startswith="A-").exists()


def test_search_for_the_marker_finds_it_in_every_file_of_the_full_edition(report):
    full = report.editions.get(audience="full")

    text = words_of(file_of(full, "pdf"))
    found = {
        kind: [number for number in MARKERS if not holding(pieces, f"{MARKER}{number}")]
        for kind, pieces in {
            "pdf": [text],
            "docx": list(in_word(file_of(full, "docx"))),
            "html": [file_of(full, "html").decode()],
        }.items()
    }
    assert found == {"pdf": [], "docx": [], "html": []}
    assert holding(in_pdf(file_of(full, "pdf"))) != []


def figures_in(edition):
    """The figures in the structure of the PDF, the pictures of the Word file and those of the page."""
    objects = in_pdf(file_of(edition, "pdf"))
    names = [piece for piece in in_word(file_of(edition, "docx")) if piece.startswith("word/media/")]
    page = BeautifulSoup(file_of(edition, "html"), "lxml")
    return (
        sum("'/S': '/Figure'" in piece for piece in objects),
        len(names),
        len(page.find_all(["img", "svg", "figure", "object"])),
    )


def test_charts_that_are_exempt_are_in_no_file_and_at_no_address(client, report):
    edition, full = report.editions.order_by("pk")
    publish(report)
    places = [(section.pk, place) for section in report.sections.all() for place in (1, 2)]

    def charts(role, name):
        client.force_login(UserFactory(role=role))
        answers = [client.get(reverse(name, args=[report.pk, *place])).status_code for place in places]
        return answers.count(200), answers.count(404)

    assert figures_in(edition) == (0, 0, 0)
    assert min(figures_in(full)) >= 2
    assert charts(Role.COMMITTEE_MEMBER, "reports:paper_chart") == (0, len(places))
    assert charts(Role.SCRUTINEER, "reports:paper_chart") == (0, len(places))
    assert charts(Role.SCRUTINEER, "reports:report_chart") == (3, len(places) - 3)


def test_search_finds_what_is_exempt_only_for_those_who_may_see_it(report):
    publish(report)

    found = {
        role: [hit.excerpt for hit in search_reports(UserFactory(role=role), MARKER, 10)]
        for role in (Role.COMMITTEE_MEMBER, Role.OFFICER)
    }

    assert found[Role.COMMITTEE_MEMBER] == []
    assert len(found[Role.OFFICER]) == 1


def test_numbers_are_the_same_in_both_editions(report):
    [(_, public), (_, full)] = editions_of(build_snapshot(report))

    numbered = [
        {block["number"]: block["type"] for block in blocks_of(edition) if block.get("number")}
        for edition in (public, full)
    ]
    assert numbered[0].keys() < numbered[1].keys()
    same = {number for number in numbered[0] if numbered[0][number] == numbered[1][number]}
    assert {number: kind for number, kind in numbered[0].items() if number not in same} == dict.fromkeys(
        set(numbered[0]) - same, "exempt"
    )
    assert (public["audience"], public["is_part"], full["audience"]) == ("public", True, "full")


def test_public_edition_says_what_is_not_published_and_under_which_rule(report):
    public = public_part(build_snapshot(report))

    notices = [
        block["notice"]
        for part in public["sections"]
        for block in part["blocks"]
        if block["type"] == "exempt"
    ]
    act = "of Part 1 of Schedule 12A to the Local Government Act 1972."
    assert notices[0] == f"Paragraph 2 is not published: it is exempt under paragraph 3 {act}"
    assert "Table 1 is not published: it is exempt under paragraph 3 " + act in notices
    first, last = (block["number"] for block in build_snapshot(report)["sections"][2]["blocks"])
    assert public["sections"][2]["blocks"][0]["notice"] == (
        f"Paragraphs {first} to {last} are not published: they are confidential under section 100A of the Local "
        "Government Act 1972."
    )
    [asked] = [
        block for part in public["sections"] for block in part["blocks"] if block["type"] == "recommendations"
    ]
    assert [point.get("notice", "")[:35] for point in asked["points"]] == [
        "",
        "This recommendation is not publishe",
        "This recommendation is not publishe",
    ]


def test_reference_to_what_is_exempt_keeps_its_number_and_loses_its_target(report):
    public = public_part(build_snapshot(report))

    first = public["sections"][0]["blocks"][0]
    assert first["html"] == 'Before. See <a href="#paragraph-1">1</a> and 2.'


def test_abbreviation_that_only_exempt_text_explains_is_not_explained(report):
    full = build_snapshot(report)

    assert [row["short"] for row in full["abbreviations"]] == ["ZQT"]
    assert public_part(full)["abbreviations"] == []


def test_exempt_annex_is_a_letter_and_a_notice():
    exempt = {"letter": "A", "under": "exempt under a rule", "is_known": True}
    annex = {"letter": "B", "name": "plan", "title": MARKER, "exempt": exempt, "file": MARKER}
    snapshot = build_snapshot(ReportFactory()) | {"annexes": [annex]}
    block = {"type": "annexes", "rows": [annex], "exempt": None}
    snapshot["sections"] = [
        {"record": 1, "kind": "annexes", "heading": "Annexes", "exempt": None, "blocks": [block]}
    ]

    public = public_part(snapshot)

    assert MARKER not in json.dumps(public)
    assert public["annexes"][0]["notice"] == "Annex B is not published: it is exempt under a rule."
    [row] = public["annexes"]
    assert row.pop("blocks") == []
    assert public["sections"][0]["blocks"][0]["rows"] == [row]


def test_report_without_exempt_parts_has_one_edition_for_everybody():
    snapshot = build_snapshot(SectionFactory().report)

    contacts = {"approved_on": snapshot["contacts"]["approved_on"]}
    assert editions_of(snapshot) == [("public", {**snapshot, "contacts": contacts})]
    assert public_text(snapshot) == f"{snapshot['sections'][0]['heading']}: A paragraph of the report."


@pytest.mark.parametrize("is_part", [True, False])
def test_public_edition_has_no_reasoning_and_no_contacts_that_it_does_not_print(is_part):
    report = ReportFactory(approved=True, author_contact=f"{MARKER}1", chief_officer_contact=f"{MARKER}2")
    ExemptionFactory(report=report, reasoning=f"{MARKER}3", letter="A")
    SectionFactory(report=report, body=f"{{exempt A}} {MARKER}4" if is_part else "Open")
    full = build_snapshot(report)

    public = editions_of(full)[0][1]

    assert json.dumps(full).count(MARKER) == 3 + is_part
    assert MARKER not in json.dumps([public, public_part(full), public_part(public)])
    assert public["contacts"] == {"approved_on": full["contacts"]["approved_on"]}
    assert full["contacts"]["approved_on"]


def test_contact_details_that_hold_a_mark_are_exempt():
    report = ReportFactory(specialist_officers=f"{{exempt A}} {MARKER}")
    ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, kind=Section.Kind.CONTACTS, body="", placed=True)
    full = build_snapshot(report)

    [block] = public_part(full)["sections"][0]["blocks"]

    assert MARKER in json.dumps(full["sections"])
    assert block["notice"].startswith("This part is not published: it is exempt under paragraph")
    assert MARKER not in json.dumps(public_part(full))


def test_full_edition_is_marked_on_every_page(report):
    SectionFactory(report=report, body="Words.\n\n" * 60, position=20)

    pages = [
        page.extract_text()
        for page in PdfReader(
            io.BytesIO(html_to_pdf(page_html(build_snapshot(report)), identifier=b"x").content)
        ).pages
    ]

    assert len(pages) > 1
    assert all("Full edition: not for publication" in page for page in pages)
    assert f"{MARKER}13 is why" in " ".join(pages[0].split())


def test_full_edition_is_read_by_those_allowed(client, report):
    for role in (Role.OFFICER, Role.MANAGER, Role.SCRUTINEER):
        client.force_login(UserFactory(role=role))
        page = client.get(report.get_absolute_url()).content.decode()
        assert "Full edition: not for publication." in page, role
        assert f"{MARKER}1 in a paragraph" in page, role
