"""Paragraphs of a count, or in bold, that are labels: they give the kind of what follows until the next of them."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

LETTER = """# Peer review of Elmbury

1. Thank you for asking us to look at your services for children in the spring.

2. The team spoke to ninety people in four days and read the records of twelve children.

## Listening to children

3. {strengths}

- Children chair their own reviews.
- Records are kept in plain words.

4. {areas}

- Fathers are seldom spoken to.

5. Relationships with schools are good, although heads told us that they would like to be told sooner.

## Leading the service

6. {strengths}

- Members know the teams by name.

7. {areas}

- The plan has too many priorities.

8. We would be glad to come back in the autumn to see how the work has gone on since our visit.
"""
TICKED = [
    (S, "Listening to children", "Children chair their own reviews."),
    (S, "Listening to children", "Records are kept in plain words."),
    (A, "Listening to children", "Fathers are seldom spoken to."),
    (S, "Leading the service", "Members know the teams by name."),
    (A, "Leading the service", "The plan has too many priorities."),
]


@pytest.mark.parametrize(
    ("strengths", "areas"),
    [
        ("Strengths.", "Areas for further consideration."),
        ("**Good practice.**", "**Areas for development.**"),
        ("Strengths. We found that:", "Areas to consider. The team would draw these to your attention:"),
    ],
)
def test_label_gives_the_kind_until_the_next_paragraph_of_the_count(strengths, areas):
    text = LETTER.format(strengths=strengths, areas=areas)
    assert ticked(text) == TICKED
    asked = [c.text for c in read(text).candidates if c.asks_kind]
    assert asked[0].startswith("Relationships with schools are good")


@pytest.mark.parametrize("label", ["**Strengths.**", "Strengths. The panel found that:"])
def test_label_without_a_number(label):
    text = f"# Visit\n\n## Practice\n\n{label}\n\n- Plans are clear.\n- Visits are made on time.\n"
    assert ticked(text) == [(S, "Practice", "Plans are clear."), (S, "Practice", "Visits are made on time.")]


def test_sentence_after_a_label_that_says_something_is_no_label():
    text = "# Visit\n\n## Practice\n\nStrengths. Plans are clear and the children know what they say.\n"
    assert ticked(text) == []
