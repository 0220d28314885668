"""Sentences that no heading, list or lead-in speaks for, offered because they read like findings."""

import pytest

from findings.extraction.extracting import extract

LABELLED = (
    "## Strengths\n\n- Visits are made on time\n- Panels are well chaired\n\n"
    "## Areas for improvement\n\n- Plans are late\n"
)
PRAISE = "Social workers know their children well and speak warmly of them."
FAULT = "Managers do not check whether plans are carried out."
PLAIN = "The council has two offices and a library."


def offered(text: str) -> list[tuple[str, str]]:
    """The kind and the text of what is only offered because of its likeness."""
    candidates = extract(text.encode(), filename="letter.md").candidates
    alike = [each for each in candidates if "nothing around it speaks for" in each.reason]
    assert all(each.asks_kind and not each.selected for each in alike)
    return [(each.kind.value.partition("_")[0], each.text) for each in alike]


def test_sentences_are_offered_in_runs_of_one_kind_between_what_is_neither():
    text = f"# Teams\n\n## The front door\n\n{PRAISE} {PLAIN} {FAULT}\n\n{LABELLED}"

    assert offered(text) == [("strength", PRAISE), ("area", FAULT)]


def test_cells_of_a_table_are_read_as_well():
    text = f"# Teams\n\n{LABELLED}\n## The front door\n\n| Team | Note |\n| --- | --- |\n| East | {FAULT} |\n"

    assert offered(text) == [("area", FAULT)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"# Teams\n\n## The front door\n\n{PRAISE}\n", id="no account of findings"),
        pytest.param(f"# Teams\n\n{LABELLED}\n## The front door\n\n{PLAIN}\n", id="neither"),
        pytest.param(f"# Teams\n\n{LABELLED}\n## Next steps\n\n{FAULT}\n", id="after the findings"),
        pytest.param(f"Dear Director\n\n{PRAISE}\n\n{LABELLED}", id="the opening of a letter"),
        pytest.param(f"# Minutes of the board\n\n{PRAISE}\n\n{LABELLED}", id="minutes"),
        pytest.param(f"# Teams\n\n## Strengths\n\n{PRAISE}\n\n- Visits are made\n\n{LABELLED}", id="found"),
    ],
)
def test_nothing_is_offered_where_no_findings_stand_or_rules_found_them(text):
    assert offered(text) == []


def test_what_stands_behind_a_label_and_is_found_is_not_offered_again():
    text = (
        f"# Teams\n\n## The front door\n\n**Strengths:** {PRAISE} {PRAISE.replace('children', 'families')}\n\n"
        f"**Areas for consideration:** {FAULT}\n\n{LABELLED}"
    )
    assert offered(text) == []
