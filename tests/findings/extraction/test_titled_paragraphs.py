"""Numbered paragraphs that begin with the name of their strand, and the lists that reviewers speak below them."""

from tests.findings.extraction.helpers import A, S, read, ticked

PAPER = """\
Report to the panel

5. What we heard

5.1 Fostering. The inspector who visited this service told us that:

- Carers feel heard
- Matching is careful

Even better if:

- Respite was easier to find

5.2 Education and health. What they liked:

- Nurses join every meeting

What they would worry about:

- School places run out in spring

5.3 Data. The lead inspector described a team that knows its figures and what they mean for families.
"""


def test_name_before_the_sentence_is_the_strand_of_the_lists_below():
    assert ticked(PAPER, "paper.txt") == [
        (S, "Fostering", "Carers feel heard"),
        (S, "Fostering", "Matching is careful"),
        (A, "Fostering", "Respite was easier to find"),
        (S, "Education and health", "Nurses join every meeting"),
        (A, "Education and health", "School places run out in spring"),
    ]


def test_what_reviewers_described_is_asked_about():
    asked = [(c.theme, c.text[:24]) for c in read(PAPER, "paper.txt").candidates if c.asks_kind]
    assert asked == [("Data", "The lead inspector descr")]


def test_one_paragraph_that_begins_with_a_short_sentence_names_no_strand():
    text = "4. Visit\n\n4.1 Good news came. The team found these strengths:\n\n- Homes are calm\n\n4.2 It ended.\n"
    assert ticked(text, "paper.txt") == [(S, None, "Homes are calm")]


def test_short_sentences_with_a_verb_name_no_strand():
    text = (
        "4. Visit\n\n4.1 The visit was short. The team found these strengths:\n\n- Homes are calm\n\n"
        "4.2 It was welcome. The team found these weaknesses:\n\n- Cars are old\n"
    )
    assert ticked(text, "paper.txt") == [(S, None, "Homes are calm"), (A, None, "Cars are old")]


def test_labels_of_a_kind_before_the_sentence_stay_labels():
    text = (
        "3. Feedback\n\n3.1 Strengths. The team noted that:\n\n- Staff stay\n\n"
        "3.2 Weaknesses. These were:\n\n- Cars\n"
    )
    assert [(kind, said) for kind, _, said in ticked(text, "paper.txt")] == [(S, "Staff stay"), (A, "Cars")]
