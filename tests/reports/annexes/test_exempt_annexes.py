"""Exempt annexes are nowhere in what the public is given: no title, text, file, bookmark or address."""

import io
import json

import pytest
from django.urls import reverse
from pypdf import PdfReader

from portal.models import Role
from reports.checks.running import findings_in
from reports.models import Annex, AnnexFile, Report, Section
from reports.rendering.audience import public_part
from reports.rendering.snapshot import build_snapshot
from reports.search import search_reports
from reports.services import render_now
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    AnnexFileFactory,
    ExemptionFactory,
    ReportFactory,
    SectionFactory,
)
from tests.reports.annexes.writing import pdf
from tests.reports.kept_back import (
    MARKER,
    contents,
    file_of,
    holding,
    in_word,
    publish,
    words_of,
)
from tests.reports.knowing import known_for

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
SAID = [f"{MARKER} {words}" for words in ("plan", "in words", "said", "in a paragraph")]
WORD = [
    {"type": "paragraph", "text": words, "depth": 0}
    for words in (f"{MARKER} said, and Zanzibar Quay Team [ZQT].", "It meets each month in children’s homes.")
]
SAID_IN_WORD = " ".join(part["text"] for part in WORD)
NOTICE = "is not published: it is exempt under paragraph 1"


def exempt_annexes():
    """An approved report with an open annex and exempt ones of each kind, all referred to."""
    report = ReportFactory(approved=True)
    exemption = ExemptionFactory(report=report, letter="A", ground="paragraph_1")
    SectionFactory(
        report=report, position=1, body="See {annex one}, {annex two}, {annex three} and {annex open}."
    )
    SectionFactory(report=report, kind=Section.Kind.ANNEXES, placed=True, position=2)
    exempt = {"report": report, "exemption": exemption, "title": f"{MARKER} plan"}
    AnnexFactory(
        **exempt, position=1, name="one", body=f"{MARKER} in words\n\n| {MARKER} | b |\n|---|---|\n| c | d |"
    )
    AnnexFactory(
        **exempt,
        position=2,
        name="two",
        attached=True,
        file__data=pdf(1, words=MARKER),
        file__name=f"{MARKER}.pdf",
    )
    terms = AnnexFileFactory(name=f"{MARKER}.docx", parts=WORD, words=SAID_IN_WORD)
    AnnexFactory(**exempt, position=3, name="three", kind=Annex.Kind.WORD, body="", file=terms)
    AnnexFactory(
        report=report,
        position=4,
        name="open",
        title="Open annex",
        body=f"Openly said.\n\n{{exempt A}} {MARKER} in a paragraph",
    )
    AnnexFactory(report=report, position=5, title=f"{{exempt A}} {MARKER}", name="marked")
    return report


@pytest.fixture(scope="module")
def rendered(shared_records, shared_files):
    """The key of such a report whose editions are made."""
    report = exempt_annexes()
    render_now(report=report, by=UserFactory())
    return report.pk


@pytest.fixture
def report(rendered):
    """That report, to be read or changed by one test."""
    return Report.objects.get(pk=rendered)


def test_marker_is_in_the_full_edition_and_nowhere_in_the_public_one(client, report):
    public, full = report.editions.order_by("pk")
    publish(report)
    member = UserFactory(role=Role.COMMITTEE_MEMBER)
    client.force_login(member)

    page = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    assert sum(f"'/Title': '{MARKER}'" in piece for piece in contents(full)) == 1
    text = words_of(file_of(full, "pdf"))
    assert [words for words in SAID if words not in text] == []
    assert holding(in_word(file_of(full, "docx"))) != []
    given = [*contents(public), json.dumps(public.snapshot), page, report.public_text]
    assert holding(given) == []
    assert "ZQT" not in "".join(given)
    assert all("Openly said." in piece for piece in (page, report.public_text))
    assert list(search_reports(member, MARKER, 10)) == []
    assert [hit.title for hit in search_reports(member, "Openly", 10)] == [report.title]


def test_words_of_an_exempt_document_are_found_in_a_published_report_by_those_who_may_read_them(report):
    publish(report)
    member, scrutineer = UserFactory(role=Role.COMMITTEE_MEMBER), UserFactory(role=Role.SCRUTINEER)

    assert list(search_reports(member, "children’s homes", 10)) == []
    [hit] = search_reports(scrutineer, "children’s homes", 10)
    assert hit.excerpt == f"{report.meeting}. In the full edition, {MARKER} plan: {SAID_IN_WORD}"


def test_public_edition_says_what_is_exempt_and_has_no_place_for_it(client, report):
    public = report.editions.get(audience="public")
    publish(report)
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))

    page = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    with public.pdf.open() as file:
        reader = PdfReader(io.BytesIO(file.read()))
        text = " ".join("".join(part.extract_text() for part in reader.pages).split())
    assert reader.attachments == {}
    assert not [name for name in reader.named_destinations if name in ("annex-A", "annex-B", "annex-C")]
    titles = [entry.title for entry in reader.outline[1] if not isinstance(entry, list)]
    assert [title for title in titles if title.startswith("Annex ")] == ["Annex D: Open annex"]
    assert "See Annex A, Annex B, Annex C and Annex D." in text
    for letter in "ABCE":
        assert f"Annex {letter} {NOTICE}" in text
        assert f"Annex {letter} {NOTICE}" in page
    assert 'href="#annex-A"' not in page
    assert 'id="annex-B"' not in page


def test_nobody_downloads_an_exempt_annex_from_the_reading_room(client, report):
    publish(report)
    answers = {}

    for role in Role:
        client.force_login(UserFactory(role=role))
        answers[role] = client.get(reverse("reports:paper_annex", args=[report.pk, "b"])).status_code

    assert answers == {role: 403 if role in (Role.ACTION_LEAD, Role.ADMINISTRATOR) else 404 for role in Role}


def test_exempt_annex_of_a_record_is_only_for_those_who_may_read_what_is_exempt(client, report, monkeypatch):
    annex = report.annexes.get(name="two")
    address = reverse("reports:annex_file", args=[report.pk, annex.pk])
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    assert MARKER.encode() in b"".join(client.get(address).streaming_content)
    monkeypatch.setattr("reports.views.scope.is_allowed", lambda user, permission: False)
    assert client.get(address).status_code == 404


def test_word_file_with_an_exempt_part_is_only_for_those_who_may_read_what_is_exempt(client, monkeypatch):
    report = exempt_annexes()
    report.annexes.filter(name="three").update(exemption=None, title="Terms")
    annex = report.annexes.get(name="three")
    address = reverse("reports:annex_file", args=[report.pk, annex.pk])
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    monkeypatch.setattr("reports.views.scope.is_allowed", lambda user, permission: False)
    assert b"".join(client.get(address).streaming_content).startswith(b"%PDF")

    annex.file.parts = [*WORD, {"type": "paragraph", "text": "{exempt A} A family", "depth": 0}]
    annex.file.save()

    assert client.get(address).status_code == 404


def test_all_annexes_are_exempt_where_the_section_is_that_lists_them(report):
    exemption = report.exemptions.get()
    report.annexes.update(exemption=None, title=MARKER)
    report.sections.filter(kind="annexes").update(exemption=exemption)

    part = public_part(build_snapshot(report))

    assert MARKER not in json.dumps(part)
    assert [annex["title"] for annex in part["annexes"]] == ["Exempt information"] * 5


def test_checks_read_what_annexes_say(report):
    report.annexes.update(exemption=None)
    report.annexes.filter(name="one").update(
        title="Plan",
        body="Mrs Kaur was born on 3 March 2011, see {nothing}.\n\n{exempt Q} Kept\n\n"
        "| Children | Missing |\n|---|---|\n| Girls | 2 |",
    )
    words = [{"type": "paragraph", "text": "Ring 07700 900123.", "depth": 0}]
    AnnexFile.objects.filter(annexes__name="three").update(parts=words)

    known = known_for(small_counts_below=5)
    found = {
        (check.name, finding.place)
        for check, finding in findings_in(build_snapshot(report), known)
        if finding.place.startswith("Annex")
    }

    assert found == {
        ("names", "Annex A"),
        ("births", "Annex A"),
        ("references", "Annex A"),
        ("exemptions", "Annex A"),
        ("small_counts", "Annex A"),
        ("attached", "Annex B"),
        ("unread", "Annex B"),
        ("phones", "Annex C"),
    }
