"""What stands under words of findings and is none, or not one of this review."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize(
    "text",
    [
        "## Progress on the areas for improvement of the last inspection\n\n- A form was changed\n",
        "## Areas for improvement at the last inspection\n\n- Plans lack dates\n",
        "The previous review made the following recommendations:\n\n- Train every team\n",
        "## Response to last year's recommendations\n\n- The website was renewed\n",
        "Members are asked to note:\n\n- the strengths named above\n",
        "# Contents\n\n- Strengths 3\n- Areas for improvement 4\n- Recommendations 6\n",
        "Strengths ........ 3\nAreas for improvement ........ 4\n",
        "## Strengths\n\n- The self-evaluation is available at: https://example.org/evaluation\n",
        "## Recommendation\n\n- Note the report\n- Agree the plan\n\nReason: to keep Members informed.\n",
    ],
)
def test_nothing_is_ticked(text):
    assert ticked(text) == []


def test_paragraph_among_bullets_has_lost_its_sign():
    text = """\
STRENGTHS

• Matching is careful.
• Panels are prompt.

Eleven children moved in last year.

• Brothers and sisters stay together.
• Life stories are good.
"""
    assert (S, None, "Eleven children moved in last year.") in ticked(text, "a.txt")
    assert [c.source_ref for c in read(text, "a.txt").candidates] == [
        f"STRENGTHS, bullet {number}" for number in range(1, 6)
    ]


def test_recommendation_that_is_a_heading_is_taken_with_its_words():
    text = """\
## Key recommendations

**Recommendation 1: agree one plan for all children**

The plan should have few aims.

**Recommendation 2: publish the plan for families**
"""
    assert ticked(text) == [
        (A, None, "agree one plan for all children"),
        (A, None, "publish the plan for families"),
    ]


def test_only_areas_for_priority_action_are_headlines_where_there_are_some():
    text = "## Areas for priority action\n\n- Share notices\n\n## What needs to improve\n\n- Plans\n"

    assert [c.prominence.value for c in read(text).candidates] == ["headline", "detail"]
    assert [c.prominence.value for c in read(text.split("\n\n", 2)[2]).candidates] == ["headline"]


@pytest.mark.parametrize("sign", ["-", "•"])
def test_the_paragraph_that_goes_on_with_the_papers_count_is_not_of_the_list_before_it(sign):
    text = f"""\
4. Visit to the front door

4.1 Two managers of another council listened to calls for a day.

Strengths

{sign} Callers are helped at once.
{sign} Checks come back the same day.

Areas to consider

{sign} Consent is not always recorded.
{sign} Histories are looked up and not used.

4.2 The manager has drawn up a plan. A prompt was added to the form.

5. Next steps

5.1 The committee gets another paper in May.
"""
    assert [words for _, _, words in ticked(text, "a.txt")] == [
        "Callers are helped at once.",
        "Checks come back the same day.",
        "Consent is not always recorded.",
        "Histories are looked up and not used.",
    ]


def test_what_reviewers_read_and_what_that_included_ends_no_account():
    text = (
        "# Peer review\n\n## What the team found\n\n### Plans\n\nPlans are friendly. Each of those that "
        "we read included a photograph.\n\nReviews are held late, and seldom with the child in the room.\n"
    )
    assert [c.kind.value for c in read(text).candidates] == ["strength", "area_for_consideration"]
