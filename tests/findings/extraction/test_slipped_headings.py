"""Findings under headings that tell of the document, and tables that tell what has become of findings."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

SURVEY = """\
# Hear us

# {opening}

We sent a survey to 120 children.

## Home

**What children think is good**

- Carers who listen

**What children want to change**

- Being told late

## School

**What children think is good**

- The virtual school

**What children want to change**

- Meetings in lessons
"""


@pytest.mark.parametrize("opening", ["About the survey", "How we asked", "Background"])
def test_strands_that_slipped_under_an_opening_keep_their_findings(opening):
    assert ticked(SURVEY.format(opening=opening)) == [
        (S, "Home", "Carers who listen"),
        (A, "Home", "Being told late"),
        (S, "School", "The virtual school"),
        (A, "School", "Meetings in lessons"),
    ]


@pytest.mark.parametrize("opening", ["Appendix 2", "Next steps", "Action plan"])
def test_nothing_is_ticked_where_the_document_has_gone_on(opening):
    assert ticked(SURVEY.format(opening=opening)) == []


def test_a_conclusion_may_hold_both_kinds():
    text = """\
# Audit of neglect

## Conclusion

### Strengths

- Children were seen alone

### Areas for improvement

- Chronologies were missing
"""
    assert ticked(text) == [(S, None, "Children were seen alone"), (A, None, "Chronologies were missing")]


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("Progress against what inspectors found", "Area for improvement identified by Ofsted"),
        ("Progress since April 2031", "Areas for development"),
    ],
)
def test_a_table_of_progress_offers_what_it_repeats(title, column):
    text = f"""\
# Report to Scrutiny Committee

## {title}

| Ref | {column} | What we have done | RAG |
|---|---|---|---|
| 1 | Health assessments are late | New clinic | Green |
| 2 | Decisions are not recorded | Template | Amber |
"""
    found = read(text).candidates
    assert [(each.kind, each.text, each.selected) for each in found] == [
        (A, "Health assessments are late", False),
        (A, "Decisions are not recorded", False),
    ]
    assert found[0].reason.endswith("; but the table tells what has become of it")
