"""The register of findings."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from findings.models import Kind, Prominence, Recurrence, Response
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db
ADDRESS = reverse("findings:finding_list")


def references(response):
    return [finding.reference for finding in response.context["page"]]


def review_of(year):
    start = datetime.date(year, 3, 1)
    return ReviewFactory(fieldwork_start_on=start, fieldwork_end_on=None)


def answered(**fields):
    moment = datetime.datetime(2026, 3, 1, 9, 0, tzinfo=datetime.UTC)
    return FindingFactory(responded_by=UserFactory(), responded_at=moment, **fields)


def test_finding_list_without_findings_says_what_to_do(client, officer):
    assert "No finding is recorded yet" in client.get(ADDRESS).content.decode()


def test_finding_list_shows_newest_review_first_and_headlines_before_details(client, officer):
    old, new = review_of(2024), review_of(2026)
    FindingFactory(reference="F-1", review=old)
    FindingFactory(reference="F-2", review=new)
    FindingFactory(reference="F-3", review=new, prominence=Prominence.RECOMMENDATION)
    FindingFactory(reference="F-4", review=new, prominence=Prominence.HEADLINE)
    undated = ReviewFactory(fieldwork_start_on=None, fieldwork_end_on=None)
    FindingFactory(reference="F-5", review=undated)

    assert references(client.get(ADDRESS)) == ["F-5", "F-4", "F-3", "F-2", "F-1"]


def test_finding_list_by_reference_counts_beyond_three_digits_and_by_year(client, officer):
    given_out = ["F-2016-1000", "F-2017-100", "F-2017-101", "F-2017-999", "F-2017-1000", "F-2017-1001"]
    for reference in sorted(given_out):
        FindingFactory(reference=reference)

    assert references(client.get(ADDRESS, {"sort": "reference"})) == given_out


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("oldest", ["F-3", "F-2", "F-1"]),
        ("prominence", ["F-2", "F-1", "F-3"]),
        ("reference", ["F-1", "F-2", "F-3"]),
    ],
)
def test_finding_list_sorted(client, officer, sort, expected):
    old, new = review_of(2024), review_of(2026)
    FindingFactory(reference="F-1", review=new, prominence=Prominence.RECOMMENDATION)
    FindingFactory(reference="F-2", review=new, prominence=Prominence.HEADLINE)
    FindingFactory(reference="F-3", review=old)

    assert references(client.get(ADDRESS, {"sort": sort})) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "strength"}, ["F-1"]),
        ({"kind": "area"}, ["F-2", "F-3", "F-4"]),
        ({"prominence": "headline"}, ["F-2"]),
        ({"response": "waiting"}, ["F-2"]),
        ({"response": "accepted"}, ["F-3"]),
        ({"response": "partly_accepted"}, ["F-4"]),
        ({"response": "not_accepted"}, []),
        ({"has_action": "yes"}, ["F-3"]),
        ({"has_action": "no"}, ["F-1", "F-2", "F-4"]),
        ({"words": "SUPERVISION irregular"}, ["F-2"]),
        ({"words": "f-4"}, ["F-4"]),
        ({"response": "accepted", "has_action": "no"}, []),
    ],
)
def test_finding_list_by_filter(client, officer, query, expected):
    review = review_of(2026)
    FindingFactory(reference="F-1", review=review, kind=Kind.STRENGTH)
    FindingFactory(
        reference="F-2", review=review, prominence=Prominence.HEADLINE, text="Irregular supervision"
    )
    accepted = answered(reference="F-3", review=review, response=Response.ACCEPTED)
    ActionFactory(findings=[accepted])
    ActionFactory(findings=[accepted])
    answered(
        reference="F-4", review=review, response=Response.PARTLY_ACCEPTED, response_reason="Only in part"
    )

    assert references(client.get(ADDRESS, {**query, "sort": "reference"})) == expected


def test_finding_list_by_review_strand_and_theme(client, officer):
    strand, theme = StrandFactory(), ThemeFactory()
    finding = FindingFactory(reference="F-1", review=strand.review, strand=strand)
    finding.themes.add(theme)
    FindingFactory(reference="F-2", review=strand.review)

    for query in ({"strand": strand.pk}, {"theme": theme.pk}):
        assert references(client.get(ADDRESS, query)) == ["F-1"]
    assert references(client.get(ADDRESS, {"review": strand.review_id})) == ["F-1", "F-2"]


def test_finding_list_says_how_strands_come_to_be_offered(client, officer):
    hint = "Choose a review first"
    strand = StrandFactory()

    assert hint in client.get(ADDRESS).content.decode()
    assert hint not in client.get(ADDRESS, {"review": strand.review_id}).content.decode()


def chosen(client, query):
    page = BeautifulSoup(client.get(ADDRESS, query).content, "html.parser")
    items = page.select(".portal-chosen__item")
    words = [(" ".join(item.span.text.split()), item.a["href"]) for item in items]
    return words, page.select_one(".portal-filters").has_attr("open")


def test_chosen_filters_stand_above_the_rows_and_are_taken_away_one_by_one(client, officer):
    theme, review = ThemeFactory(name="Voice"), ReviewFactory(title="Peer review")

    assert chosen(client, {"kind": "area", "words": "missing & late", "page": "2"}) == (
        [
            ("Words in the finding or its reference: “missing & late”", "?kind=area"),
            ("Kind: Area for consideration", "?words=missing+%26+late"),
        ],
        False,
    )
    assert chosen(client, {"theme": theme.pk})[0] == [("Theme: Voice", ADDRESS)]
    assert chosen(client, {"theme": "none"})[0] == [("Theme: No theme", ADDRESS)]
    assert chosen(client, {"review": review.pk, "response": "waiting"})[0] == [
        ("Review: Peer review", "?response=waiting"),
        ("Response: Waiting for a response", f"?review={review.pk}"),
    ]


def test_filter_that_makes_no_sense_is_shown_open_with_its_error(client, officer):
    words, is_open = chosen(client, {"kind": "nonsense", "words": "late"})

    assert words == [("Words in the finding or its reference: “late”", "?kind=nonsense")]
    assert is_open


def linked(finding, earlier, outcome="recurs"):
    Recurrence.objects.create(finding=finding, earlier=earlier, outcome=outcome, confirmed_by=UserFactory())


@pytest.fixture
def chain():
    """Three findings that say the same, and two others that are linked otherwise."""
    first, second, third, other, praised = (
        FindingFactory(reference=f"F-{number}", review=review_of(2020 + number), kind=kind)
        for number, kind in enumerate(["area", "area", "area", "area", "strength"], start=1)
    )
    linked(third, second)
    linked(second, first)
    linked(other, praised, "lost")
    return [first, second, third]


def test_finding_list_of_a_chain_is_where_its_count_leads(client, officer, chain):
    page = client.get(chain[0].get_absolute_url()).content.decode()
    address = f"{ADDRESS}?chain={chain[2].pk}"

    assert f'<a class="govuk-link" href="{address}">Raised 3 times since 2021</a>' in page
    response = client.get(address)
    assert references(response) == ["F-3", "F-2", "F-1"]
    assert response.content.decode().count("Raised 3 times since 2021") == 3
    assert "chain" not in client.get(ADDRESS).context["filter"].form.fields


def test_finding_list_of_a_finding_without_links_is_itself(client, officer):
    finding = FindingFactory(reference="F-1")
    FindingFactory()

    assert references(client.get(ADDRESS, {"chain": finding.pk})) == ["F-1"]


@pytest.mark.parametrize("chain_of", ["999999", "x", "9" * 30])
def test_finding_list_of_the_chain_of_no_finding_shows_an_error(client, officer, chain_of):
    FindingFactory()

    response = client.get(ADDRESS, {"chain": chain_of})

    assert references(response) == []
    assert list(response.context["filter"].form.errors) == ["chain"]


@pytest.mark.parametrize(
    ("raised", "expected"),
    [("recurs", ["F-2", "F-3"]), ("lost", ["F-4"]), ("sustained", []), ("none", ["F-1", "F-5"])],
)
def test_finding_list_by_what_became_of_earlier_findings(client, officer, chain, raised, expected):
    assert references(client.get(ADDRESS, {"raised": raised, "sort": "reference"})) == expected


def test_finding_list_offers_only_the_strands_of_the_chosen_review(client, officer):
    strand, other = StrandFactory(), StrandFactory()

    response = client.get(ADDRESS, {"review": strand.review_id, "strand": other.pk})

    assert list(response.context["filter"].form.fields["strand"].queryset) == [strand]
    assert list(response.context["filter"].form.errors) == ["strand"]


@pytest.mark.parametrize(
    "query", [{"kind": "rumour"}, {"review": "999999"}, {"review": "²"}, {"sort": "weight"}, {"theme": "x"}]
)
def test_finding_list_with_an_address_that_makes_no_sense(client, officer, query):
    FindingFactory()

    response = client.get(ADDRESS, query)

    assert references(response) == []
    assert "Choose from the list" in response.content.decode()


def test_finding_list_is_cut_into_pages_that_keep_the_filters(client, officer):
    FindingFactory.create_batch(26)

    response = client.get(ADDRESS, {"kind": "area", "page": "2"})

    assert len(references(response)) == 1
    assert 'href="?kind=area&amp;page=1"' in response.content.decode()


def test_finding_list_makes_as_many_queries_for_three_rows_as_for_one(client, officer, counted_queries):
    def add():
        strand = StrandFactory()
        ActionFactory(findings=[FindingFactory(review=strand.review, strand=strand)])

    add()
    one = counted_queries(ADDRESS)
    add()
    add()

    assert counted_queries(ADDRESS) == one
