"""Attached PDFs that people who hear them cannot use: found by the checks, by name, with a way to mend them."""

import datetime
import io
from functools import partial

import pytest
import weasyprint
from django.urls import reverse
from pypdf import PdfWriter
from pypdf.generic import NameObject, StreamObject

from reports.checks import results_of
from reports.models import AnnexFile
from tests.factories.reports import AnnexFactory, AnnexFileFactory
from tests.reports.annexes.writing import heard, pdf, word

pytestmark = pytest.mark.django_db
TAGS, LANGUAGE, TITLE = (
    "tags for headings, lists and tables",
    "its language",
    "a title",
)


def untagged():
    """A PDF that says its language and its title, and has no tags."""
    return weasyprint.HTML(string='<html lang="cy"><title>Map</title><h1>Map</h1>').write_pdf()


def found(report):
    """What the check of attached files finds."""
    results = results_of(report, on=datetime.date(2026, 5, 1))
    return [row.finding for row in results if row.check.name == "attached"]


def titled_in_its_metadata():
    """A tagged PDF with a language whose title stands in its metadata alone."""
    writer = PdfWriter(clone_from=io.BytesIO(heard(title="")))
    metadata = StreamObject()
    metadata.set_data(b"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Map</rdf:li></rdf:Alt></dc:title>")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("made", "lacks", "said"),
    [
        (pdf, ["tags", "language", "title"], f"{TAGS}, {LANGUAGE} and {TITLE}"),
        (partial(pdf, words="A map"), ["tags", "language"], f"{TAGS} and {LANGUAGE}"),
        (untagged, ["tags"], TAGS),
        (partial(heard, language=""), ["language"], LANGUAGE),
        (partial(heard, title=""), ["title"], TITLE),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_pdf_that_lacks_something_is_found_by_name(client, add, report, made, lacks, said):
    add(made(), "wards.pdf")

    assert AnnexFile.objects.get().lacks == lacks
    (finding,) = found(report)
    message = f"The PDF “wards.pdf” lacks {said}, so it is hard to use with a screen reader."
    assert (finding.place, finding.message) == ("Annex A", message)
    assert finding.fix_url == reverse("reports:annex_edit", args=[report.pk, report.annexes.get().pk])
    page = client.get(reverse("reports:report_checks", args=[report.pk])).content.decode()
    assert message in page
    assert "save it again as a tagged (accessible) PDF" in page


@pytest.mark.parametrize(
    "made",
    [
        heard,
        titled_in_its_metadata,
    ],
    ids=["info", "metadata alone"],
)
def test_tagged_pdf_with_language_and_title_is_not_found(client, add, report, made):
    add(made())

    assert AnnexFile.objects.get().lacks == []
    assert found(report) == []


def test_word_document_is_not_found_for_it_becomes_pages_of_the_report(client, add, report):
    add(word(), "plan.docx")

    assert AnnexFile.objects.get().lacks is None
    assert found(report) == []


def test_pdf_from_before_anybody_looked_is_found(report):
    file = AnnexFileFactory(name="old.pdf", lacks=None)
    AnnexFactory(report=report, kind="pdf", body="", file=file)

    (finding,) = found(report)
    assert finding.message.startswith("The PDF “old.pdf” was added before the portal looked at such files")


def test_override_is_for_this_file_and_not_for_the_one_that_takes_its_place(client, add, report):
    add(pdf(), "wards.pdf")
    (before,) = found(report)

    AnnexFile.objects.update(sha256="0" * 64)

    assert [finding.key for finding in found(report)] != [before.key]
