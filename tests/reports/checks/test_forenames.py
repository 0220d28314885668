"""First names that stand alone: found where a text says of them what it says of people."""

import pytest

from reports.checks import names
from reports.checks.forenames import forenames_in
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan said he felt safe. When Kevin moved, he cried.", ["Jordan", "Kevin"]),
        ("Then Annie and Tom were met.", ["Annie and Tom"]),
        ("Jordan’s mum came, and so did Annie’s social worker.", ["Jordan", "Annie"]),
        ("“Kevin also told us that it is loud.”", ["Kevin"]),
    ],
)
def test_first_name_of_a_person(text, expected):
    assert list(forenames_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kent told us that they have met. England said its plan is ready. Chelsea’s carers came.",
        "Sir Martin said so, and Professor Alexis asked why. Priya Kaur told us.",
        "Marks and Spencer, Barking and Dagenham, Ernst and Young, Tom and Jerry’s House.",
        "Kevin is a name. Oliver’s Story. We thank Annie, Tom and others.",
        "June said more than May told us.",
    ],
)
def test_no_first_name_of_a_person(text):
    assert list(forenames_in(text)) == []


def test_first_name_that_a_body_on_the_lists_has_is_not_found(find):
    text = paragraph(3, "Kevin said so.")

    assert [row.message for row in find(names.CHECK, text)] == ["“Kevin” is possibly a person’s first name."]
    assert find(names.CHECK, text, known=known_for(bodies=("The Kevin Trust",))) == []
