"""What a full edition says of the grounds on which it is kept from the public."""

import io

import docx
import pytest

from reports.rendering.page import page_html
from reports.rendering.snapshot import build_snapshot
from reports.rendering.word.report import render_docx
from tests.factories.reports import ExemptionFactory, SectionFactory

pytestmark = pytest.mark.django_db
INTEREST = "Why the public interest is in keeping it back: A family"
FORBIDDEN = "What forbids making it public: The court’s order"


def snapshot_of(**kwargs):
    report = ExemptionFactory(letter="A", ground="paragraph_2", reasoning="A family").report
    ExemptionFactory(report=report, letter="B", **kwargs)
    SectionFactory(report=report, body="{exempt A} One.\n\n{exempt B} Two.")
    return build_snapshot(report)


def files_of(snapshot):
    word = docx.Document(io.BytesIO(render_docx(snapshot, {})))
    return [page_html(snapshot), "\n".join(one.text for one in word.paragraphs)]


def test_only_exempt_information_is_weighed_against_the_public_interest():
    snapshot = snapshot_of(ground="confidential", reasoning="The court’s order")

    for file in files_of(snapshot):
        assert (INTEREST in file, FORBIDDEN in file, file.count("the public interest")) == (True, True, 1)


def test_edition_frozen_before_grounds_were_told_apart_reads_as_it_did():
    snapshot = snapshot_of(ground="confidential", reasoning="A family")
    for row in snapshot["exemptions"]:
        del row["why"]

    for file in files_of(snapshot):
        assert file.count(INTEREST) == 2
