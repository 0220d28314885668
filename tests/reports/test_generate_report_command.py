"""The command that makes a report's PDF."""

import hashlib
import io
import json
from pathlib import Path
from unittest.mock import ANY

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from reports.services import render_now
from tests.factories.portal import UserFactory
from tests.factories.reports import AnnexFactory, ExemptionFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


def generate(report_id, folder, **options):
    out = io.StringIO()
    call_command("generate_report", str(report_id), output_dir=folder, stdout=out, **options)
    return json.loads(out.getvalue())


def test_command_writes_the_pdf_and_says_what_it_wrote(tmp_path):
    report = SectionFactory(body="Words.\n\n" * 60).report

    result = generate(report.pk, tmp_path / "new" / "folder")

    content = Path(result["path"]).read_bytes()
    assert content.startswith(b"%PDF")
    assert result["sha256"] == hashlib.sha256(content).hexdigest()
    assert result["page_count"] == len(PdfReader(io.BytesIO(content)).pages) > 1
    assert result["seconds"] > 0
    assert set(result) == {"path", "sha256", "page_count", "seconds"}


def test_command_makes_the_very_bytes_of_the_edition(tmp_path):
    report = SectionFactory(report=ReportFactory(approved=True)).report
    [edition] = render_now(report=report, by=UserFactory())
    report.sections.update(body="Changed behind the scenes.")

    assert generate(report.pk, tmp_path)["sha256"] == edition.pdf_sha256


def test_command_makes_each_edition_of_a_report_with_its_annexes(tmp_path):
    report = SectionFactory(report=ReportFactory(approved=True)).report
    exemption = ExemptionFactory(report=report, letter="A", ground="paragraph_1")
    AnnexFactory(report=report, attached=True, name="map")
    AnnexFactory(report=report, attached=True, name="names", exemption=exemption)
    public, full = render_now(report=report, by=UserFactory())

    made = {audience: generate(report.pk, tmp_path, audience=audience) for audience in ("public", "full")}

    assert {audience: result["sha256"] for audience, result in made.items()} == {
        "public": public.pdf_sha256,
        "full": full.pdf_sha256,
    }
    assert generate(report.pk, tmp_path) == made["public"] | {"seconds": ANY}
    assert made["public"]["path"] != made["full"]["path"]


def test_command_refuses_a_full_edition_where_nothing_is_exempt(tmp_path):
    report = SectionFactory(body="Words.").report

    with pytest.raises(CommandError, match="there is a public edition only"):
        generate(report.pk, tmp_path, audience="full")


def test_command_names_the_annex_whose_file_is_gone(tmp_path):
    annex = AnnexFactory(report=SectionFactory(body="Words.").report, attached=True)
    annex.file.file.delete()

    with pytest.raises(CommandError, match="The file of Annex A is gone"):
        generate(annex.report_id, tmp_path)


def test_command_refuses_an_unknown_report(tmp_path):
    with pytest.raises(CommandError, match=r"There is no report 999\."):
        generate(999, tmp_path)


def test_command_refuses_a_folder_that_is_a_file(tmp_path):
    report = ReportFactory()
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="cannot be written to"):
        generate(report.pk, tmp_path / "file")
