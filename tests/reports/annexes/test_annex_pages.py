"""Adding, changing, moving and removing the annexes of a draft; the files that are kept for them."""

import hashlib

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.models import Role, User
from reports.models import Annex, AnnexFile, Report, Section
from reports.rendering.snapshot import build_snapshot
from reports.rules.annex_files import Looked
from reports.search import search_reports
from reports.services.annexes import add_annex, edit_annex, move_annex, remove_annex
from reports.services.sections import remove_section
from reports.services.versions import begin_version
from tests.actions.sending import errors_of, queries_of
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    ExemptionFactory,
    ReportFactory,
    SectionFactory,
    write_published_report,
)
from tests.reports.annexes.writing import pdf, word

pytestmark = pytest.mark.django_db


def text_of(page, selector="main"):
    """Return what a part of a page says, with single spaces."""
    return " ".join(BeautifulSoup(page.content, "html.parser").select_one(selector).get_text(" ").split())


def edit(client, annex, **changes):
    annex.refresh_from_db()
    fields = {"title": annex.title, "name": annex.name, "version": annex.version, **changes}
    return client.post(reverse("reports:annex_edit", args=[annex.report_id, annex.pk]), fields)


def test_pdf_is_kept_as_it_came(client, add, officer, report, stored):
    data = pdf(3)

    response = add(data, title="A map of wards")

    annex = Annex.objects.get()
    assert response.url == f"/reports/{report.pk}/#annex-row-{annex.pk}"
    assert (annex.kind, annex.title, annex.name) == ("pdf", "A map of wards", "a-map-of-wards")
    file = annex.file
    assert (file.name, file.size, file.page_count) == ("map.pdf", len(data), 3)
    assert (file.sha256, file.parts) == (hashlib.sha256(data).hexdigest(), [])
    assert file.added_by == officer
    [name] = stored()
    assert "map" not in name
    download = client.get(reverse("reports:annex_file", args=[report.pk, annex.pk]))
    assert b"".join(download.streaming_content) == data
    assert download.headers["Content-Disposition"] == 'attachment; filename="map.pdf"'
    assert download.headers["Content-Type"] == "application/octet-stream"
    assert download.headers["X-Content-Type-Options"] == "nosniff"


def test_word_document_is_read_and_stands_on_the_reports_page(client, add, report):
    add(word("It meets each month."), "terms.docx", title="Terms")

    annex = Annex.objects.get()
    assert (annex.kind, annex.file.page_count) == ("word", None)
    page = client.get(report.get_absolute_url())
    assert "Annex A: Terms What the group is for It meets each month." in text_of(page)


def test_words_of_a_document_are_found_in_a_draft(client, add, report):
    add(word("It meets each month in children’s homes."), "terms.docx", title="Terms")
    add(pdf(), title="A map")

    [hit] = search_reports(UserFactory(role=Role.SCRUTINEER), "children’s homes", 10)

    assert (
        hit.excerpt
        == f"{report.meeting}. Terms: What the group is for It meets each month in children’s homes."
    )


def test_search_shows_the_words_of_a_document_as_they_stand_there(add):
    add(word("{exempt A} Item #4 of *the list* is due in {month}."), "terms.docx", title="Terms")

    [hit] = search_reports(UserFactory(role=Role.SCRUTINEER), "due", 10)

    assert hit.excerpt.endswith("What the group is for Item #4 of *the list* is due in {month}.")


def test_first_annex_brings_the_section_that_lists_annexes(client, add, report):
    SectionFactory(report=report, heading="First", position=1)
    SectionFactory(report=report, kind=Section.Kind.ABBREVIATIONS, placed=True, position=2)

    add(kind="text", body="Words")
    add(kind="text", body="Words")

    headings = report.sections.order_by("position").values_list("heading", flat=True)
    assert list(headings) == ["First", "Annexes", "Abbreviations"]
    assert list(report.annexes.values_list("name", flat=True)) == ["a-map", "a-map-2"]


def test_section_without_annexes_says_what_to_do(client, officer, report):
    SectionFactory(report=report, kind=Section.Kind.ANNEXES, placed=True, position=1)

    page = client.get(report.get_absolute_url())

    assert "The report has no annex yet, so readers do not see this section. Add a PDF" in text_of(page)
    assert f'href="/reports/{report.pk}/annexes/add/"' in page.content.decode()


def test_report_without_the_section_offers_to_add_an_annex(client, officer, report):
    page = client.get(report.get_absolute_url())

    assert page.content.decode().count(f'href="/reports/{report.pk}/annexes/add/"') == 1


def test_annexes_that_belong_together_are_numbered(client, add, report):
    for title, part in (("Plan", ""), ("Map", ""), ("Key", "on"), ("Letter", "")):
        add(kind="text", body="Words", title=title, is_part=part)

    page = client.get(report.get_absolute_url())

    listed = [row.get_text(strip=True) for row in BeautifulSoup(page.content, "html.parser").select("dt")]
    assert [words for words in listed if words.startswith("Annex")] == [
        "Annex A",
        "Annex B1",
        "Annex B2",
        "Annex C",
    ]


def test_text_refers_to_an_annex_by_its_name(client, officer, report):
    SectionFactory(report=report, body="See {annex plan}.", position=1)
    AnnexFactory(report=report, name="plan", position=1)

    page = client.get(report.get_absolute_url()).content.decode()

    assert 'See <span class="portal-whole"><a href="#annex-A">Annex A</a></span>.' in page
    assert page.count('id="annex-A"') == 1


def test_name_of_another_annex_is_refused(add, report):
    AnnexFactory(report=report, name="plan", position=1)

    page = add(kind="text", body="Words", **{"name": "Plan"})

    assert "Another annex of this report has this name" in str(errors_of(page))


@pytest.mark.parametrize("name", ["report_detail", "paper_detail"])
def test_pages_of_a_report_ask_the_database_as_often_for_three_annexes_as_for_one(client, officer, name):
    numbers = []
    for amount in (1, 3):
        edition = write_published_report()
        report = edition.report
        for position in range(1, amount + 1):
            AnnexFactory(report=report, position=position, attached=bool(position % 2))
        edition.snapshot = build_snapshot(report)
        edition.save()
        numbers.append(queries_of(client, reverse(f"reports:{name}", args=[report.pk])))

    assert numbers[0] == numbers[1]


def test_draft_asks_the_database_as_often_for_three_annexes_as_for_one(client, officer, report):
    SectionFactory(report=report, kind=Section.Kind.ANNEXES, placed=True, position=1)
    AnnexFactory(report=report, position=1, attached=True)
    one = queries_of(client, report.get_absolute_url())
    for position in (2, 3):
        AnnexFactory(report=report, position=position, attached=True)

    assert queries_of(client, report.get_absolute_url()) == one


def test_file_is_replaced_and_the_old_one_goes(
    client, add, stored, report, django_capture_on_commit_callbacks
):
    add(pdf(1))
    before = stored()

    with django_capture_on_commit_callbacks(execute=True):
        response = edit(client, Annex.objects.get(), title="New", file=SimpleUploadedFile("new.docx", word()))

    assert response.status_code == 302
    annex = Annex.objects.get()
    assert (annex.title, annex.kind, annex.file.name) == ("New", "word", "new.docx")
    assert AnnexFile.objects.count() == 1
    assert len(stored()) == 1
    assert stored() != before
    history = client.get(reverse("reports:report_history", args=[report.pk]))
    assert "new.docx" in text_of(history)


def test_edit_without_a_file_keeps_the_one_that_is_there(client, officer, report):
    annex = AnnexFactory(report=report, attached=True)
    exemption = ExemptionFactory(report=report)

    edit(client, annex, title="Another title", exemption=exemption.pk, name="")

    changed = Annex.objects.get()
    assert (changed.title, changed.name, changed.file) == ("Another title", annex.name, annex.file)
    assert changed.exemption == exemption


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"attached": True}, {"title", "file", "name", "is_part"}),
        ({}, {"title", "body", "name", "is_part"}),
        ({"kind": "plan", "body": ""}, {"title", "name", "is_part"}),
    ],
)
def test_form_asks_only_about_what_the_annex_is(client, officer, report, values, asked):
    annex = AnnexFactory(report=report, **values)

    page = client.get(reverse("reports:annex_edit", args=[report.pk, annex.pk]))

    fields = BeautifulSoup(page.content, "html.parser").select("main [name]")
    hidden = {"csrfmiddlewaretoken", "form_token", "version", "submit"}
    assert {field["name"] for field in fields} - hidden == asked


def test_words_of_an_annex_are_changed(client, officer, report):
    annex = AnnexFactory(report=report)

    page = edit(client, annex, body="")
    assert errors_of(page) == {"body": ["Enter the text of the annex"]}
    page = edit(client, annex, body="x" * 200_001)
    shorter = "Shorten the text to 200,000 characters or fewer, or move part of it to another annex"
    assert errors_of(page)["body"][0] == shorter
    page = edit(client, annex, title="", body="Words", file=SimpleUploadedFile("map.pdf", pdf()))
    assert errors_of(page) == {"title": ["Enter the title of the annex"]}
    edit(client, annex, body="Other words.\r\n\r\nMore.", name="Other")

    annex.refresh_from_db()
    assert (annex.body, annex.name) == ("Other words.\n\nMore.", "other")


def test_removed_annex_takes_its_file_with_it(
    client, officer, report, stored, django_capture_on_commit_callbacks
):
    annex = AnnexFactory(report=report, attached=True)
    url = reverse("reports:annex_remove", args=[report.pk, annex.pk])

    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"version": annex.version})

    assert (Annex.objects.count(), AnnexFile.objects.count(), stored()) == (0, 0, [])


def test_annexes_change_places(client, officer, report):
    first, second = (AnnexFactory(report=report, position=place) for place in (1, 2))

    client.post(reverse("reports:annex_move", args=[report.pk, second.pk]), {"place": 2, "step": -1})

    assert list(report.annexes.order_by("position")) == [second, first]
    page = client.post(
        reverse("reports:annex_move", args=[report.pk, second.pk]), {"place": 2, "step": -1}, follow=True
    )
    assert "The annexes have changed places since you opened this page" in text_of(page, "body")


def test_failed_save_leaves_no_file(officer, report, stored):
    AnnexFactory(report=report, name="map")
    looked = Looked(Upload("map.pdf", pdf()), Annex.Kind.PDF, 2, [])

    with pytest.raises(Refused, match="Another annex of this report has this name"):
        add_annex(by=officer, report=report, kind="file", title="A map", name="map", file=looked)

    assert (stored(), AnnexFile.objects.count()) == ([], 0)


def test_annexes_of_an_approved_report_do_not_change(officer, stored):
    report = ReportFactory(approved=True)
    annex, other = AnnexFactory(report=report, attached=True), AnnexFactory(report=report)
    looked = Looked(Upload("map.pdf", pdf()), Annex.Kind.PDF, 2, [])
    before = stored()

    for change in (
        lambda: add_annex(by=officer, report=report, kind="file", title="A map", file=looked),
        lambda: edit_annex(annex=annex, by=officer, version=0, changes={}, file=looked),
        lambda: move_annex(annex=other, by=officer, place=2, step=-1),
        lambda: remove_annex(annex=annex, by=officer, version=0),
    ):
        with pytest.raises(Refused, match="The text of an approved report cannot change"):
            change()

    assert stored() == before
    assert list(report.annexes.order_by("position")) == [annex, other]


def test_new_version_has_the_annexes_and_shares_their_files(
    officer: User, stored, django_capture_on_commit_callbacks
):
    report = ReportFactory(published=True)
    exemption = ExemptionFactory(report=report, letter="A")
    annex = AnnexFactory(report=report, attached=True, exemption=exemption)
    kept = stored()

    version = begin_version(report=Report.objects.get(), by=officer)

    [carried] = version.annexes.all()
    assert (carried.title, carried.file) == (annex.title, annex.file)
    assert carried.exemption.report == version
    with django_capture_on_commit_callbacks(execute=True):
        remove_annex(annex=carried, by=officer, version=carried.version)
    assert stored() == kept
    assert AnnexFile.objects.get() == annex.file


def test_section_that_lists_annexes_stays_while_there_are_some(officer, report):
    section = SectionFactory(report=report, kind=Section.Kind.ANNEXES, placed=True, position=1)
    AnnexFactory(report=report)

    with pytest.raises(Refused, match="Remove the annexes first"):
        remove_section(section=section, by=officer, version=0)


def test_report_can_have_26_annexes(officer, report):
    for position in range(1, 27):
        AnnexFactory(report=report, position=position)

    with pytest.raises(Refused, match="A report can have 26 annexes"):
        add_annex(by=officer, report=report, kind="text", title="One more", body="Words")
