"""Letters in Markdown."""

from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked

PLAIN_LETTER = """\
# Review of the front door at Westermoor

Dear colleague

We enjoyed our three days with you.

## Key strengths

- A steady, visible leadership team
- Partners answer the telephone

## Areas for development

1. Record the reason for each decision
2. Chase late reports

## Next steps

- Meet again in May
- Publish the letter
"""


def test_headings_with_bullets_and_numbers_give_headlines():
    assert ticked(PLAIN_LETTER) == [
        (S, None, "A steady, visible leadership team"),
        (S, None, "Partners answer the telephone"),
        (A, None, "Record the reason for each decision"),
        (A, None, "Chase late reports"),
    ]
    assert all(candidate.headline for candidate in chosen(PLAIN_LETTER))


def test_source_reference_names_heading_and_place():
    assert references(PLAIN_LETTER) == [
        "Key strengths, bullet 1",
        "Key strengths, bullet 2",
        "Areas for development, item 1",
        "Areas for development, item 2",
    ]


def test_actions_agreed_afterwards_are_no_candidates():
    assert len(read(PLAIN_LETTER).candidates) == 4


def test_reason_says_in_words_why():
    assert chosen(PLAIN_LETTER)[0].reason == "Bullet under the heading “Key strengths”"


def test_candidate_as_dict_has_the_keys_of_the_inventories_and_its_grounds():
    assert chosen(PLAIN_LETTER)[0].as_dict() == {
        "kind": "strength",
        "theme": None,
        "headline": True,
        "text": "A steady, visible leadership team",
        "source_ref": "Key strengths, bullet 1",
        "also_relates_to": [],
        "selected": True,
        "prominence": "headline",
        "parent": None,
        "asks_kind": False,
        "confidence": 0.95,
        "reason": "Bullet under the heading “Key strengths”",
        "place": {"page": None, "paragraph": None, "lines": [9]},
    }


def test_emphasis_links_and_entities_leave_only_words():
    text = "## Strengths\n\n* **Bold** start &amp; a [link](https://example.org) with `code`\n"

    assert ticked(text) == [(S, None, "Bold start & a link with code")]


def test_strand_above_kinds():
    text = """\
## Leadership

### Strengths

- Members ask good questions

### Areas for consideration

- Succession is thin

## Help and protection

### Strengths

- Visits are on time
"""
    assert ticked(text) == [
        (S, "Leadership", "Members ask good questions"),
        (A, "Leadership", "Succession is thin"),
        (S, "Help and protection", "Visits are on time"),
    ]
    assert references(text) == [
        "Leadership > Strengths, bullet 1",
        "Leadership > Areas for consideration, bullet 1",
        "Help and protection > Strengths, bullet 1",
    ]
    assert not any(candidate.headline for candidate in chosen(text))


def test_kind_above_strands():
    text = """\
# What we found at Westermoor

## Strengths

### Leadership

- Members ask good questions

### Help and protection

- Visits are on time

## What could be better

### Leadership

- Succession is thin

## Background

- We came in June
"""
    assert ticked(text) == [
        (S, "Leadership", "Members ask good questions"),
        (S, "Help and protection", "Visits are on time"),
        (A, "Leadership", "Succession is thin"),
    ]


def test_overall_headings_stand_outside_the_strands():
    text = """\
# Peer review 2031

## Overall strengths

- Calm offices

## Care leavers

### Strengths

- Homes are found

### Areas for improvement

- Few apprenticeships
"""
    assert [(c.theme, c.headline) for c in chosen(text)] == [
        (None, True),
        ("Care leavers", False),
        ("Care leavers", False),
    ]


def test_strand_and_kind_in_one_heading():
    text = """\
## Strengths – Early help

- Families are met quickly

## Early help: areas for development

- Plans are long

## Areas for improvement in fostering

- Carers wait
"""
    assert ticked(text) == [
        (S, "Early help", "Families are met quickly"),
        (A, "Early help", "Plans are long"),
        (A, "Fostering", "Carers wait"),
    ]


LETTER_BY_THEME = """\
# Safeguarding peer challenge – Westermoor

**Dear chief executive**

Thank you for having us.

### Summary of key messages

The following are the key messages:

**Strengths**

-   Ambitious leadership
-   Good partnerships\\
    across the borough

**Areas for consideration**

-   Pace of change

### 1. Effective practice and the voice of the child

**Strengths:**

-   Children's words are in the files

**Areas for further consideration:**

-   Chronologies

We saw many children.

### 2. Performance management

**Strengths:**

-   Clear tables

### Next steps

-   Reflect

**Lead peer**
"""


def test_letter_with_bold_kinds_under_numbered_strands():
    practice, performance = "Effective practice and the voice of the child", "Performance management"

    assert ticked(LETTER_BY_THEME) == [
        (S, None, "Ambitious leadership"),
        (S, None, "Good partnerships across the borough"),
        (A, None, "Pace of change"),
        (S, practice, "Children's words are in the files"),
        (A, practice, "Chronologies"),
        (S, performance, "Clear tables"),
    ]
    assert [c.headline for c in chosen(LETTER_BY_THEME)] == [True, True, True, False, False, False]


def test_prose_after_a_list_is_offered_but_not_ticked():
    unticked = [c for c in read(LETTER_BY_THEME).candidates if not c.selected]

    assert [c.text for c in unticked] == ["We saw many children."]


def test_bold_lines_act_as_headings():
    text = """\
**Strengths**

- Warm welcome

**Areas for consideration**

- Cold letters

**Agreed actions**

- Write warmer letters
"""
    assert ticked(text) == [(S, None, "Warm welcome"), (A, None, "Cold letters")]


def test_bullet_typed_as_a_character():
    text = "## Strengths\n\n• One thing\n• Another thing that\ngoes on\n"

    assert ticked(text) == [(S, None, "One thing"), (S, None, "Another thing that goes on")]


def test_labelled_points_name_their_own_kind():
    text = """\
## Practice

- Strength: direct work is warm
- Area for improvement: plans lack dates
"""
    assert ticked(text) == [(S, "Practice", "direct work is warm"), (A, "Practice", "plans lack dates")]


def test_both_kinds_in_one_heading_leave_points_unticked():
    text = "## Strengths and areas for development\n\n- Caseloads should be lower\n- Staff are kind\n"

    found = read(text).candidates

    assert [(c.kind.value, c.selected) for c in found] == [(A, False), (S, False)]
    assert all(c.confidence < 0.6 for c in found)


def test_committee_recommendations_are_not_ticked():
    text = """\
## Recommendations

41. Members are invited to:

- note this report
- ask for another
"""
    assert ticked(text) == []


def test_recommendations_of_a_review_are_areas():
    text = "## Recommendations\n\n- Put one person in charge of the list\n"

    assert ticked(text) == [(A, None, "Put one person in charge of the list")]
    assert chosen(text)[0].recommendation


def test_document_without_findings_gives_no_candidates():
    text = """\
# Timetable

Dear all

- Monday: arrive
- Tuesday: leave

| Day | Room |
|---|---|
| Monday | 3 |
"""

    assert read(text).candidates == ()


def test_raw_html_table_in_markdown_survives_blank_lines():
    text = """\
# Letter

<table>
<tr><th>Strand</th><th>Strengths</th></tr>

<tr><td>Early help</td><td><ul><li>Hubs open late</li></ul></td></tr>

</table>
"""
    assert ticked(text) == [(S, "Early help", "Hubs open late")]


def test_lines_of_a_candidate_point_into_the_document():
    extraction = read(PLAIN_LETTER)

    assert extraction.lines[extraction.candidates[0].lines[0] - 1] == "- A steady, visible leadership team"
