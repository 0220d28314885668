"""The Word file opened by LibreOffice: it counts the paragraphs as the report does, and references agree."""

import io
import re
import zipfile

import pytest

from reports.rendering.word import render_docx
from tests.reports.rendering.office import words_printed
from tests.reports.rendering.snapshots import BARS, LINE, png, torture

pytestmark = [pytest.mark.libreoffice, pytest.mark.embedded]
STALE = "999"
REFERENCE = re.compile(r"(REF paragraph_\d+ .*?<w:t [^>]*>)\d+(</w:t>)", re.DOTALL)


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    """The words of the torture report as LibreOffice prints it, whose references had wrong numbers before."""
    folder = tmp_path_factory.mktemp("word")
    written = render_docx(torture(), {BARS["place"]: png(), LINE["place"]: png()})
    return words_printed(with_stale_references(written), folder)


def with_stale_references(written):
    """Put a wrong number into each reference, so that only a program that counts shows the right one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                stale, count = REFERENCE.subn(rf"\g<1>{STALE}\g<2>", content.decode())
                assert count == 5
                content = stale.encode()
            target.writestr(name, content)
    return out.getvalue()


def test_paragraphs_have_the_numbers_of_the_report(text):
    starts = {
        1: "Siân",
        2: "See paragraphs",
        3: "Said by a young person",
        5: "This is exempt",
        7: "See table 1",
        8: "The last one",
        9: "Members are asked to",
    }

    for number, words in starts.items():
        assert re.search(rf"^{number}\.\s*{words}", text, re.MULTILINE), (number, text)


def test_points_have_their_letters(text):
    for shown in (
        r"a\)\s*letter",
        r"i\)\s*roman",
        r"A\)\s*capital",
        r"1\)\s*number",
        r"B\)\s*capital again",
        r"b\)\s*second letter",
    ):
        assert re.search(rf"^{shown}", text, re.MULTILINE), (shown, text)
    assert re.search(r"^a\)\s*Note the report", text, re.MULTILINE)


def test_references_show_the_numbers_that_paragraphs_have(text):
    assert "See paragraphs 1–7" in text
    assert "The last one, after 2 and 9." in text
    assert STALE not in text


def test_long_table_repeats_its_head_row(text):
    assert text.count("Column 1 Column 2 Column 3") > 2
