"""The sample council’s files, and those of a draft with every kind of section."""

from pathlib import Path

import pytest
import weasyprint

from reports.models import Edition, Report, Section
from reports.rendering.apart import make_files
from reports.rendering.page import page_html
from reports.rendering.pdf import html_to_pdf
from scripts.verapdf import faults_of
from tests.reports.rendering.snapshots import jpeg, torture
from tests.reports.sample.everything import beginnings, every_kind, lost, photo, texts

pytestmark = [pytest.mark.django_db, pytest.mark.embedded, pytest.mark.usefixtures("sample_council")]


@pytest.fixture(scope="module")
def everything(sample_council, django_db_blocker):
    """The draft with every kind of section as it was frozen, and its files as a worker makes them."""
    with django_db_blocker.unblock():
        content = every_kind(Report.objects.get(status="draft"))
        return content, make_files(content, lambda *progress: None, lambda: None)


def test_every_kind_of_section_is_in_the_page_the_pdf_and_the_word_file(everything):
    content, files = everything

    assert {part["kind"] for part in content["sections"] if part["blocks"]} == {*Section.Kind}
    assert len(beginnings(content)) == len(Section.Kind)
    assert {kind: lost(text, content) for kind, text in texts(files).items()} == {
        "html": [],
        "pdf": [],
        "docx": [],
    }


@pytest.mark.verapdf
def test_pdfs_conform_to_pdf_ua_1_and_one_without_tags_does_not(tmp_path, everything):
    content, files = everything
    editions = {f"edition {row.pk}, {row.audience}": row for row in Edition.objects.order_by("pk")}
    frozen = [content, *(row.snapshot for row in editions.values())]
    blocks = [block["type"] for one in frozen for part in one["sections"] for block in part["blocks"]]
    assert {"chart", "picture"} <= {*blocks}
    assert any(annex.get("file") for one in frozen for annex in one["annexes"])
    assert {row.audience for row in editions.values()} == {"public", "full"}
    pdfs = {name: Path(row.pdf.path).read_bytes() for name, row in editions.items()}
    pdfs["every kind of section"] = files.pdf
    pdfs["torture"] = html_to_pdf(page_html(torture()), identifier=b"x").content
    pdfs["photo"] = html_to_pdf(page_html(photo(), {}, {1: jpeg()}), identifier=b"x").content
    conforming = list(pdfs)
    pdfs["untagged"] = weasyprint.HTML(string="<h1>Plain</h1>").write_pdf()
    paths = {name: tmp_path / f"{name}.pdf" for name in pdfs}
    for name, path in paths.items():
        path.write_bytes(pdfs[name])

    faults = faults_of(paths.values())

    assert {name: faults[paths[name]] for name in conforming} == dict.fromkeys(conforming, "")
    assert "FAIL 7.1-11" in faults[paths["untagged"]]
