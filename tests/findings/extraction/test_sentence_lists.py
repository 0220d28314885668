"""Lists that run on in a sentence, and titles too long for one that end with a grade."""

from tests.findings.extraction.helpers import A, S, read, ticked


def test_two_lists_in_one_paragraph_are_both_taken():
    text = (
        "# Update\n\n## Visit of peers\n\nPeers came in March. They praised: the calm of the front desk; "
        "and the way in which carers are told. They want more of: joint visits; and proof that plans change lives.\n"
    )
    assert ticked(text) == [
        (S, "Visit of peers", "the calm of the front desk"),
        (S, "Visit of peers", "the way in which carers are told."),
        (A, "Visit of peers", "joint visits"),
        (A, "Visit of peers", "proof that plans change lives."),
    ]


def test_points_counted_by_letters_in_a_sentence():
    text = (
        "## Audit\n\nThe audit found two strengths: (a) the offer to young carers; and (b) the advice line. It also "
        "found two areas for development: (a) health checks; (b) what parents say.\n"
    )
    assert ticked(text) == [
        (S, "Audit", "the offer to young carers"),
        (S, "Audit", "the advice line."),
        (A, "Audit", "health checks"),
        (A, "Audit", "what parents say."),
    ]


def test_label_before_whole_sentences_is_left_whole():
    text = "## Audit\n\nStrengths: Plans are short; families like them. Areas for development: one post is empty.\n"
    assert ticked(text) == [
        (S, "Audit", "Plans are short; families like them."),
        (A, "Audit", "one post is empty."),
    ]


def test_long_title_with_a_grade_ends_what_went_before_and_names_its_strand():
    text = """\
Inspection of Elmbury children's services

Lead inspector: His Majesty's Inspector

What needs to improve?

• The time that families wait for a plan.

The experiences and progress of children who need help and protection of any sort: requires improvement to be good

1. Early help is effective, and families told inspectors that they value it and that it comes soon.
"""
    strand = "The experiences and progress of children who need help and protection of any sort"
    assert ticked(text, "report.txt") == [(A, None, "The time that families wait for a plan.")]
    assert [(c.theme, c.text[:10]) for c in read(text, "report.txt").candidates if c.asks_kind] == [
        (strand, "Early help")
    ]


def test_less_usual_words_before_a_list():
    text = """\
# Audit of the duty team

## Practice

The weakest was:

- the use of family trees

Auditors said that the best features were:

- the talks with children

Auditors would like to see:

- fathers at meetings
"""
    assert ticked(text) == [
        (A, "Practice", "the use of family trees"),
        (S, "Practice", "the talks with children"),
        (A, "Practice", "fathers at meetings"),
    ]
