"""Texts that are remembered: short ones that are saved, and only so many."""

import html as entities

import nh3
import pytest

from reports.rendering import paragraphs
from reports.rendering.blocks import plain, without_tags
from reports.rendering.paragraphs import LONGEST_KEPT, Numbering, read_text
from reports.rendering.remembered import remembered
from reports.rendering.snapshot import build_snapshot, preview_blocks
from tests.factories.reports import SectionFactory


@pytest.fixture
def parsed(monkeypatch):
    """The texts that were parsed."""
    texts, nodes_of = [], paragraphs.nodes_of
    monkeypatch.setattr(paragraphs, "nodes_of", lambda text: texts.append(text) or nodes_of(text))
    return texts


def test_so_many_texts_are_remembered_and_none_that_is_longer():
    made = []
    make = remembered(texts=2, longest=3)(lambda text: made.append(text) or text.upper())

    said = [make(text) for text in ("a", "b", "a", "long", "long", "c", "a", "b")]

    assert said == ["A", "B", "A", "LONG", "LONG", "C", "A", "B"]
    assert made == ["a", "b", "long", "long", "c", "b"]


@pytest.mark.parametrize(("more", "times"), [(0, 1), (1, 2)])
def test_long_text_of_a_report_is_read_each_time(parsed, more, times):
    text = "x" * (LONGEST_KEPT + more)

    for _ in range(2):
        read_text(text, Numbering())

    assert parsed == [text] * times


@pytest.mark.django_db
def test_text_that_is_being_written_is_not_remembered_and_saved_ones_are(parsed):
    other = SectionFactory(body="Saved before it was remembered.", position=1)
    section = SectionFactory(report=other.report, body="Saved after that.", position=2)

    written = "Being written, **in secret**."

    for _ in range(2):
        preview_blocks(section, written)
        build_snapshot(section.report)

    assert parsed == [other.body, written, section.body, written]


@pytest.mark.parametrize(
    "html",
    [
        "Two > one",
        "<b>a</b>",
        "a &amp; b",
        "a\r\nb",
        "\ufeffa",
        "a\0b",
        " a<br>b ",
        "“a”\u2028",
        "\ue000name:a\ue001",
    ],
)
def test_text_without_markup_is_what_cleaning_makes_of_it(html):
    cleaned = entities.unescape(nh3.clean(html.replace("<br>", " "), tags=set())).strip()

    assert plain(html) == without_tags(html) == cleaned
