"""Reports by members of a council, and what stands in them under a heading of a kind but is no finding."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

REPORT = """# A better start

**Report of the Housing and Families Scrutiny Panel**

**1. WHAT WE HEARD – SETTLING IN**

**What works well**

1.1 New arrivals are met at the station by somebody who speaks their language.

1.2 Schools find places within a week.

**What could improve**

1.3 Nobody tells carers which benefits they may claim.

1.4 {aside}

**{label}**

That the Cabinet asks officers to write a guide to benefits for carers.

**2. WHAT WE HEARD – GETTING HELP**

**What works well**

2.1 The drop-in is open six days a week and is always full.

**What could improve**

2.2 Interpreters are booked too late.
"""
EXPECTED = [
    (S, "SETTLING IN", "New arrivals are met at the station by somebody who speaks their language."),
    (S, "SETTLING IN", "Schools find places within a week."),
    (A, "SETTLING IN", "Nobody tells carers which benefits they may claim."),
    (S, "GETTING HELP", "The drop-in is open six days a week and is always full."),
    (A, "GETTING HELP", "Interpreters are booked too late."),
]


@pytest.mark.parametrize(
    "aside",
    [
        "By comparison, Westmere Council sends every carer a booklet.",
        "We asked whether the booklet could be printed again.",
        "The service manager told us that a new leaflet would be printed in June.",
        "Officers have accepted that this was wrong, and a new page is planned.",
    ],
)
@pytest.mark.parametrize("label", ["Recommendation 1", "Recommendation"])
def test_members_find_resolve_and_digress(aside, label):
    text = REPORT.format(aside=aside, label=label)
    assert ticked(text) == EXPECTED
    assert [c.text for c in read(text).candidates if c.asks_kind] == [aside]


def test_another_place_after_a_comparison():
    text = REPORT.format(
        aside="Elsewhere this is done better.\n\n1.5 In Upper Marl the library gives advice.",
        label="Recommendation 1",
    )
    assert ticked(text) == EXPECTED


def test_peers_who_word_their_recommendations_as_that_are_heard():
    text = "# Peer challenge\n\n## Recommendation 1\n\nThat the partnership agrees one threshold for early help.\n"
    assert ticked(text) == [(A, None, "That the partnership agrees one threshold for early help.")]


def test_part_that_no_label_divides_is_asked_about():
    text = (
        REPORT.format(aside="It takes too long.", label="Recommendation 1")
        + "\n**3. WHAT WE HEARD – STAYING WELL**\n\n3.1 Nurses see every child in a month.\n\n3.2 Dentists do not.\n"
    )
    asked = [c.text for c in read(text).candidates if c.asks_kind]
    assert asked == ["Nurses see every child in a month.", "Dentists do not."]


def test_what_was_found_of_a_part_is_asked_about_under_the_name_of_the_part():
    text = """\
# Report of the task group on young carers

## 4. What we found: support in schools

4.1 Every secondary school has somebody whom young carers can go to.

4.2 Young carers told us that what they found hardest was:

- being asked the same question by each worker

## 5. Conclusions

5.1 The task group thanks them.
"""
    found = [(c.kind.value, c.theme, c.text, c.selected) for c in read(text).candidates]
    assert found == [
        (S, "support in schools", "Every secondary school has somebody whom young carers can go to.", False),
        (A, "support in schools", "being asked the same question by each worker", True),
    ]
