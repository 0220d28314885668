"""The council's themes across all reviews."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Kind, Recurrence
from findings.search import search_documents, search_findings
from portal.models import Role
from tests.factories.actions import ActionFactory
from tests.factories.findings import DocumentFactory, FindingFactory, MeasureFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db
LIST = reverse("findings:theme_list")
REGISTER = reverse("findings:finding_list")


def found(theme, **fields):
    finding = FindingFactory(**fields)
    finding.themes.add(theme)
    return finding


def review_of(year):
    return ReviewFactory(fieldwork_start_on=datetime.date(year, 3, 1), fieldwork_end_on=None)


def assert_number_links_to_its_rows(client, page, query, number):
    address = REGISTER + query
    assert f'href="{address.replace("&", "&amp;")}">{number}' in page
    assert client.get(address).context["page"].paginator.count == number


def test_theme_list_counts_link_to_what_they_count(client, officer):
    theme = ThemeFactory(name="Neglect", description="Long-term harm")
    found(theme, kind=Kind.STRENGTH)
    found(theme)
    found(theme)
    FindingFactory()

    page = client.get(LIST).content.decode()

    assert "Long-term harm" in page
    assert_number_links_to_its_rows(client, page, f"?theme={theme.pk}&kind=strength", 1)
    assert_number_links_to_its_rows(client, page, f"?theme={theme.pk}&kind=area", 2)


def test_theme_list_in_order(client, officer):
    ThemeFactory(name="Second", position=2)
    ThemeFactory(name="First", position=1)

    assert [theme.name for theme in client.get(LIST).context["themes"]] == ["First", "Second"]


def test_theme_list_without_themes(client, officer):
    assert "There is no theme yet" in client.get(LIST).content.decode()


def test_theme_list_makes_as_many_queries_for_three_rows_as_for_one(client, officer, counted_queries):
    found(ThemeFactory())
    one = counted_queries(LIST)
    found(ThemeFactory())
    found(ThemeFactory())

    assert counted_queries(LIST) == one


def test_theme_detail_shows_reviews_newest_first(client, officer):
    theme = ThemeFactory()
    old, new = review_of(2024), review_of(2026)
    area = found(theme, review=old)
    strength = found(theme, review=new, kind=Kind.STRENGTH)
    FindingFactory(review=new)

    response = client.get(theme.get_absolute_url())
    in_time, groups = response.context["reviews_in_time"], response.context["groups"]

    assert [
        (review, review.strength_count, review.area_count, review.waiting_count) for review in in_time
    ] == [(old, 0, 1, 1), (new, 1, 0, 0)]
    assert [(group.review, group.strengths, group.areas) for group in groups] == [
        (new, [strength], []),
        (old, [], [area]),
    ]


def test_theme_detail_shows_the_findings_of_ten_reviews_at_a_time(client, officer):
    theme = ThemeFactory()
    for year in range(2015, 2026):
        found(theme, review=review_of(year))
        found(ThemeFactory(), review=review_of(year))

    pages = [client.get(theme.get_absolute_url(), {"page": number}) for number in (1, 2)]

    assert [[group.review.dated_on.year for group in page.context["groups"]] for page in pages] == [
        list(range(2025, 2015, -1)),
        [2015],
    ]
    assert [len(page.context["reviews_in_time"]) for page in pages] == [11, 11]


def test_theme_detail_counts_link_to_what_they_count(client, officer):
    theme, review = ThemeFactory(), ReviewFactory()
    found(theme, review=review, kind=Kind.STRENGTH)
    found(theme, review=review)
    found(theme, review=review)
    found(theme)

    page = client.get(theme.get_absolute_url()).content.decode()

    for rest, number in (("kind=strength", 1), ("kind=area", 2), ("response=waiting", 2)):
        query = f"?theme={theme.pk}&review={review.pk}&{rest}"
        assert_number_links_to_its_rows(client, page, query, number)


def test_theme_detail_lists_its_measures_in_use(client, officer):
    theme = ThemeFactory()
    in_use, out_of_use = MeasureFactory(), MeasureFactory(is_active=False)
    theme.measures.set([in_use, out_of_use])

    page = client.get(theme.get_absolute_url()).content.decode()

    assert in_use.get_absolute_url() in page
    assert out_of_use.get_absolute_url() not in page


def test_theme_detail_without_anything(client, officer):
    page = client.get(ThemeFactory().get_absolute_url()).content.decode()

    assert "No finding has this theme yet" in page
    assert "No measure belongs to this theme" in page


def test_theme_detail_makes_as_many_queries_for_three_findings_as_for_one(client, officer, counted_queries):
    theme = ThemeFactory()

    def add():
        ActionFactory(findings=[found(theme)])
        theme.measures.add(MeasureFactory())

    add()
    one = counted_queries(theme.get_absolute_url())
    add()
    add()

    assert counted_queries(theme.get_absolute_url()) == one


def test_search_findings_finds_every_word_whatever_its_case():
    finding = FindingFactory(text="Supervision is irregular")
    FindingFactory(text="Supervision is monthly")

    (hit,) = search_findings(UserFactory(), "IRREGULAR supervision", 10)

    assert (hit.url, hit.kind) == (finding.get_absolute_url(), "Area for consideration")
    assert hit.excerpt == "Supervision is irregular"


def test_search_findings_shows_the_passage_that_was_looked_for():
    FindingFactory(text=f"{'Much else is said. ' * 30}Neglect is seen late.")

    (hit,) = search_findings(UserFactory(), "neglect", 10)

    assert hit.excerpt.endswith("is said. Neglect is seen late.")
    assert hit.excerpt.startswith("… ")
    assert hit.kind == "Area for consideration"


def test_search_documents_finds_them_by_name_for_those_who_see_the_record():
    document = DocumentFactory(name="Neglect review letter.docx", review__title="Neglect 2026")
    DocumentFactory(name="other.docx")

    (hit,) = search_documents(UserFactory(), "letter neglect", 10)

    url = reverse("findings:review_documents", args=[document.review_id])
    assert (hit.title, hit.url, hit.kind) == (document.name, url, "Document")
    assert hit.excerpt == "Neglect 2026"
    for role in (Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR):
        assert list(search_documents(UserFactory(role=role), "letter", 10)) == []


def test_search_findings_is_scoped():
    lead = UserFactory(role=Role.ACTION_LEAD)
    mine = FindingFactory(text="Supervision")
    FindingFactory(text="Supervision")
    ActionFactory(findings=[mine], lead=lead)

    assert [hit.url for hit in search_findings(lead, "supervision", 10)] == [mine.get_absolute_url()]
    assert list(search_findings(UserFactory(role=Role.COMMITTEE_MEMBER), "supervision", 10)) == []


def test_theme_says_what_was_raised_again(client, officer):
    theme = ThemeFactory()
    days = [datetime.date(year, 3, 1) for year in (2011, 2017)]
    earlier, later = (
        FindingFactory(review=ReviewFactory(fieldwork_start_on=day, fieldwork_end_on=None)) for day in days
    )
    later.themes.add(theme)
    Recurrence.objects.create(finding=later, earlier=earlier, outcome="recurs", confirmed_by=officer)

    response = client.get(theme.get_absolute_url())

    assert [chain.newest for chain in response.context["raised_again"]] == [later]
    assert "Raised twice since 2011" in response.content.decode()
    assert "Raised twice since 2011" in client.get(earlier.get_absolute_url()).content.decode()


def test_theme_chart_is_drawn_for_a_phone(client, officer):
    theme = ThemeFactory()
    FindingFactory().themes.add(theme)
    chart = reverse("findings:theme_chart", args=[theme.pk])

    wide, narrow = client.get(chart), client.get(chart, {"narrow": "yes"})

    assert 'viewBox="0 0 640 ' in wide.content.decode()
    assert 'viewBox="0 0 320 ' in narrow.content.decode()
