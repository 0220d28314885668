"""How often one thing was raised, over all the links between."""

import datetime
from itertools import pairwise

import pytest

from findings.models import Finding, Kind, Recurrence
from findings.rules.chains import chains_of, groups_of, raised_again
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def finding_of(year, **more):
    day = datetime.date(year, 3, 1) if year else None
    return FindingFactory(review=ReviewFactory(fieldwork_start_on=day, fieldwork_end_on=None), **more)


def link(finding, earlier, outcome="recurs"):
    Recurrence.objects.create(finding=finding, earlier=earlier, outcome=outcome, confirmed_by=UserFactory())


def test_chain_counts_over_all_its_links():
    first, second, third = finding_of(2011), finding_of(2017), finding_of(2022)
    link(third, second)
    link(second, first)

    chains = chains_of(Finding.objects.filter(pk__in=[first.pk, second.pk, third.pk]))

    assert {chain.words for chain in chains.values()} == {"Raised 3 times since 2011"}
    assert {chain.newest for chain in chains.values()} == {third}


def test_links_that_cross_count_nothing_twice():
    first, second, third = finding_of(2011), finding_of(2017), finding_of(2022)
    link(third, second)
    link(second, first)
    link(third, first)

    assert chains_of(Finding.objects.filter(pk__in=[third.pk]))[third.pk].times == 3


def test_findings_of_one_review_count_once():
    first, again = finding_of(2011), finding_of(2017)
    link(again, first)
    link(FindingFactory(review=again.review), first)

    assert chains_of(Finding.objects.filter(pk__in=[first.pk]))[first.pk].words == "Raised twice since 2011"


def test_finding_without_links_has_no_chain():
    assert chains_of(Finding.objects.filter(pk__in=[finding_of(2011).pk])) == {}


def test_strength_that_is_sustained_is_praised_again_and_one_that_is_lost_is_not():
    first, kept, lost = (
        finding_of(2011, kind=Kind.STRENGTH),
        finding_of(2017, kind=Kind.STRENGTH),
        finding_of(2022),
    )
    link(kept, first, "sustained")
    link(lost, kept, "lost")

    assert chains_of(Finding.objects.filter(pk__in=[first.pk]))[first.pk].words == "Praised twice since 2011"
    assert chains_of(Finding.objects.filter(pk__in=[lost.pk])) == {}


def test_chain_until_a_day():
    first, second, third = finding_of(2011), finding_of(2017), finding_of(2022)
    link(third, second)
    link(second, first)

    chain = chains_of(Finding.objects.filter(pk__in=[second.pk]), until=datetime.date(2018, 1, 1))[second.pk]

    assert (chain.words, chain.newest) == ("Raised twice since 2011", second)
    assert chains_of(Finding.objects.filter(pk__in=[first.pk]), until=datetime.date(2012, 1, 1)) == {}


def test_review_without_a_date_counts_and_gives_no_year():
    first, second = finding_of(None), finding_of(None)
    link(second, first)

    assert chains_of(Finding.objects.filter(pk__in=[first.pk]))[first.pk].words == "Raised twice"


def test_concerns_raised_again_each_once_and_most_often_first():
    often, seldom, praised = (
        [finding_of(2011), finding_of(2017), finding_of(2022)],
        [finding_of(2011), finding_of(2022)],
        [finding_of(2011, kind=Kind.STRENGTH), finding_of(2017, kind=Kind.STRENGTH)],
    )
    for group in (often, seldom):
        for earlier, later in pairwise(group):
            link(later, earlier)
    link(praised[1], praised[0], "sustained")

    chains = chains_of(Finding.objects.all())

    assert [chain.newest for chain in raised_again(chains)] == [often[-1], seldom[-1]]


def test_chains_take_two_queries(django_assert_num_queries):
    rows = [finding_of(year) for year in range(2010, 2020)]
    for earlier, later in pairwise(rows):
        link(later, earlier)

    with django_assert_num_queries(2):
        chains_of(Finding.objects.all())


def test_chains_read_the_links_of_their_own_findings_only():
    first, second = finding_of(2011), finding_of(2017)
    link(second, first)
    others = [finding_of(2011), finding_of(2017)]
    link(others[1], others[0])

    assert groups_of(Finding.objects.filter(pk=first.pk)) == dict.fromkeys(
        [first.pk, second.pk], frozenset({first.pk, second.pk})
    )
    assert groups_of(Finding.objects.none()) == {}


def test_links_in_a_circle_end():
    first, second, third = finding_of(None), finding_of(None), finding_of(None)
    for later, earlier in ((second, first), (third, second), (first, third)):
        link(later, earlier)

    assert chains_of(Finding.objects.filter(pk=second.pk))[first.pk].times == 3
