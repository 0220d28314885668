"""A document as text to read."""

import pytest

from findings.presenters.documents import pages_of


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ([("item", 1), ("break", 1), ("item", 2)], [1, 2, 2]),
        ([("item", 1), ("break", 2), ("item", 2)], [1, 2, 2]),
        ([("item", 1), ("break", 1), ("break", 1), ("item", 3)], [1, 2, 3, 3]),
        ([("item", 1), ("break", 1), ("gap", None), ("item", 2)], [1, 2, None, 2]),
        ([("item", None), ("break", None), ("item", None)], [None, None, None]),
        ([("item", 1), ("break", 1)], [1, 1]),
    ],
)
def test_mark_of_a_page_stands_where_that_page_begins(read, shown):
    assert pages_of([{"kind": kind, "page": page} for kind, page in read]) == shown
