"""A review with more findings than a page holds: its tab, and the forms for several of them at once."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from findings.models import Finding, Kind
from portal.paging import BULK_PER_PAGE
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db
MORE = 3


@pytest.fixture
def review(officer):
    """A page of areas and some more under the second strand; a strength under the first, and one under none."""
    review = ReviewFactory()
    first = StrandFactory(review=review, name="First", position=1)
    second = StrandFactory(review=review, name="Second", position=2)
    FindingFactory.create_batch(BULK_PER_PAGE + MORE - 1, review=review, strand=second)
    FindingFactory(review=review, strand=first, kind=Kind.STRENGTH)
    FindingFactory(review=review, strand=first)
    FindingFactory(review=review, kind=Kind.STRENGTH)
    return review


def address(name, review):
    return reverse(f"findings:{name}", args=[review.pk])


def soup(client, url):
    return BeautifulSoup(client.get(url).content, "html.parser")


def test_tab_shows_a_page_and_counts_all(client, review):
    url = address("review_findings", review)

    pages = [soup(client, f"{url}?page={number}") for number in (1, 2)]

    shown = [
        [len(section.select("li.portal-records__item")) for section in page.select("section")]
        for page in pages
    ]
    assert shown == [[1, 2, BULK_PER_PAGE - 3], [MORE + 2]]
    assert "Findings 51 to 55 of 55" in " ".join(pages[1].text.split())
    headings = [heading.text for heading in pages[1].select("section h2, section h3")]
    assert headings == ["Second", f"{BULK_PER_PAGE + MORE - 1} areas for consideration"]


def test_tab_leads_to_the_page_on_which_a_strand_begins(client, review):
    third = StrandFactory(review=review, name="Third", position=3)
    FindingFactory(review=review, strand=third)
    url = address("review_findings", review)

    links = soup(client, url).select("nav[aria-label='Strands of this review'] a")

    first, second = review.strands.order_by("position")[:2]
    assert [(link.text, link["href"]) for link in links] == [
        ("Under no strand (1)", "#no-strand"),
        ("First (2)", f"#strand-{first.pk}"),
        ("Second (52)", f"#strand-{second.pk}"),
        ("Third (1)", f"?page=2#strand-{third.pk}"),
    ]
    assert soup(client, f"{url}?page=2").find(id=f"strand-{third.pk}").text == "Third"


def test_areas_to_answer_stand_under_their_strands_after_the_question(client, review):
    page = soup(client, address("review_respond", review))

    legends = [legend.text.strip() for legend in page.select("form legend")]
    assert legends == [
        "Does the council accept these?",
        "Which areas is this the response to?",
        "First (1)",
        f"Second ({BULK_PER_PAGE - 1})",
    ]
    assert "53 areas wait for a response. This page has 1 to 50 of them" in " ".join(page.text.split())


def test_area_on_the_second_page_is_answered_there(client, review):
    url = f"{address('review_respond', review)}?page=2"
    form = client.get(url).context["form"]
    (_, boxes), *_ = form.fields["findings"].choices
    assert set(json.loads(form["versions"].value())) == {box.value for box in boxes}

    client.post(
        url, {"findings": [boxes[0].value], "response": "accepted", "versions": form["versions"].value()}
    )

    assert list(Finding.objects.exclude(response="").values_list("pk", flat=True)) == [int(boxes[0].value)]


def test_findings_to_give_themes_come_in_pages(client, review):
    theme = ThemeFactory()
    url = f"{address('review_themes', review)}?page=2"
    form = client.get(url).context["form"]
    (heading, boxes), *_ = form.fields["findings"].choices
    assert (heading, len(boxes)) == ("Second", MORE + 2)

    client.post(url, {"findings": [boxes[-1].value], "themes": [theme.pk]})

    assert [str(pk) for pk in theme.findings.values_list("pk", flat=True)] == [boxes[-1].value]
