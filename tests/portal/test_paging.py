"""Pages of a register: the right rows and the right number, without looking for words twice."""

import pytest
from django import forms
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.findings import FindingFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
REGISTER = reverse("findings:finding_list")


@pytest.fixture
def thirty(officer):
    """Thirty areas that say "neglect", in order of their references, and a strength that does not."""
    review = ReviewFactory()
    FindingFactory(review=review, reference="F-2026-000", kind="strength", text="Leaders know their service")
    return [
        FindingFactory(review=review, reference=f"F-2026-{n:03}", text=f"Neglect is seen late, {n}")
        for n in range(1, 31)
    ]


@pytest.mark.parametrize("words", ["", "neglect"])
@pytest.mark.parametrize(
    ("asked", "number", "shown"),
    [
        ("", 1, slice(0, 25)),
        ("2", 2, slice(25, 30)),
        ("9", 2, slice(25, 30)),
        ("0", 2, slice(25, 30)),
        ("9" * 30, 2, slice(25, 30)),
        ("next", 1, slice(0, 25)),
        ("²", 1, slice(0, 25)),
    ],
)
def test_page_has_its_rows_and_the_number_of_all(client, thirty, words, asked, number, shown):
    query = {"words": words, "kind": "area", "sort": "reference", "page": asked}

    page = client.get(REGISTER, query).context["page"]

    assert (page.number, page.paginator.count, list(page)) == (number, 30, thirty[shown])


def test_words_without_a_finding_are_an_empty_first_page(client, thirty):
    page = client.get(REGISTER, {"words": "exploitation", "page": "3"}).context["page"]
    assert (page.number, page.paginator.count, list(page)) == (1, 0, [])


def test_words_are_looked_for_once(client, thirty):
    with CaptureQueriesContext(connection) as queries:
        client.get(REGISTER, {"words": "neglect"})
    searching = [query["sql"] for query in queries if "neglect" in query["sql"].lower()]
    assert len([sql for sql in searching if "LIMIT 25" in sql]) == 1
    assert [sql for sql in searching if "LIMIT 25" not in sql and " IN (" not in sql] == []


def test_choices_are_written_as_django_writes_them():
    field = forms.ChoiceField(
        choices=[("", "All <kinds>"), ("area", "Areas"), ("Others", [("a&b", "A & b")])]
    )
    form = type("Filter", (forms.Form,), {"kind": field})({"kind": "a&b"})
    assert str(form["kind"]) == (
        '<select name="kind" required id="id_kind"><option value="">All &lt;kinds&gt;</option>'
        '<option value="area">Areas</option><optgroup label="Others">'
        '<option value="a&amp;b" selected>A &amp; b</option></optgroup></select>'
    )
