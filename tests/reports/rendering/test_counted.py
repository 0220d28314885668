"""Numbers in what the record writes: marked while it is written, never seen, and a link on the page."""

import pytest

from reports.drafting import text_of
from reports.drafting.words import points, verbatim
from reports.facts import Facts
from reports.models import Section
from reports.rendering.counted import sentence_around, with_counts, with_links
from reports.rendering.paragraphs import Numbering, read_blocks
from reports.rendering.sections import Build, build_section
from reports.rules.counted import counted, unmarked
from tests.factories.actions import ActionFactory
from tests.factories.reports import SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def text():
    """A paragraph that says the same words several times, and counts them twice."""
    one = counted("two actions", "actions", [ActionFactory(), ActionFactory()])
    other = counted("two actions", "actions", [ActionFactory()])
    return f"By two actions & {one}.\n\n{points(['two actions', f'of two actions {other}'])}"


def test_link_stands_on_the_words_that_count_and_on_no_others_like_them(text):
    [block] = [with_counts(block) for block in read_blocks(text, Numbering())]

    linked = with_links(block, lambda column: f"/{column}/")

    said = '<span class="govuk-visually-hidden">: records counted, actions in paragraph 1</span>'
    assert linked["html"] == f'By two actions &amp; <a class="govuk-link" href="/0/">two actions{said}</a>.'
    assert [point["html"] for point in linked["points"]] == [
        "two actions",
        f'of two actions <a class="govuk-link" href="/1/">two actions{said}</a>',
    ]


def test_words_that_count_stand_in_their_sentence():
    counts = counted("all of them", "actions", [ActionFactory()])
    text = (
        f"Two & more. This **report** answers {counts}, says all of them. None is left.\n\n{points([counts])}"
    )
    [block] = [with_counts(block) for block in read_blocks(text, Numbering())]

    first, second = block["sources"][0]

    assert sentence_around(block, first) == ("This report answers ", "all of them", ", says all of them.")
    assert sentence_around(block, second) == ("", "all of them", "")


def test_words_without_marks_read_as_with_them(text):
    marked = [with_counts(block) for block in read_blocks(text, Numbering())]
    plain = read_blocks(unmarked(text), Numbering())

    assert [{**block, "sources": None} for block in marked] == [{**block, "sources": None} for block in plain]
    assert [len(source["keys"]) for source in marked[0]["sources"][0]] == [2, 1]


def test_nothing_counted_leads_nowhere():
    assert counted("none of them", "actions", []) == "none of them"


def test_words_of_a_record_cannot_pretend_to_count():
    section = Section(heading="H")
    forged = f"Read \ue002actions:1 2\ue003all\ue004 of {section}"

    [block] = [with_counts(block) for block in read_blocks(verbatim(forged), Numbering())]

    assert "sources" not in block
    assert block["html"] == "Read actions:1 2all of H"


def test_words_of_officers_cannot_pretend_to_count():
    section = SectionFactory(body="Read \ue002actions:1 2\ue003all\ue004 of it.")
    facts = Facts.of(section.report)

    [block] = build_section(section, Build(section.report, facts))["blocks"]

    assert "sources" not in block
    assert "\ue002" not in text_of(section, facts)
