"""Themes for several findings of a review."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.models import Finding
from findings.services.finding_themes import add_themes
from portal.history import history_of
from portal.models import Role
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def address(review):
    return reverse("findings:review_themes", args=[review.pk])


def test_chosen_findings_get_the_themes_beside_their_own(client, officer):
    review, (voice, neglect) = ReviewFactory(), ThemeFactory.create_batch(2)
    first, second, third = FindingFactory.create_batch(3, review=review)
    first.themes.add(voice)

    page = client.get(address(review))
    assert [
        (heading, [(box.value, box.hint) for box in boxes])
        for heading, boxes in page.context["form"].fields["findings"].choices
    ] == [
        (
            "Under no strand",
            [
                (str(second.pk), "Area for consideration. No theme yet"),
                (str(third.pk), "Area for consideration. No theme yet"),
            ],
        ),
        (
            "Under no strand, with themes already",
            [(str(first.pk), f"Area for consideration. Themes: {voice}")],
        ),
    ]
    response = client.post(
        address(review), {"findings": [first.pk, second.pk], "themes": [voice.pk, neglect.pk]}, follow=True
    )

    assert "2 findings given themes" in response.content.decode()
    assert [set(row.themes.all()) for row in (first, second, third)] == [
        {voice, neglect},
        {voice, neglect},
        set(),
    ]
    assert history_of(first)[0].changes[0].after == str(neglect)
    assert list(Finding.objects.order_by("pk").values_list("version", flat=True)) == [1, 1, 0]


def test_themes_that_findings_have_are_not_given_again(client, officer):
    finding, theme = FindingFactory(), ThemeFactory()

    gained = [add_themes(by=officer, findings=[finding], themes=[theme]) for _ in range(2)]

    assert gained == [1, 0]
    assert finding.themes.count() == 1


def test_empty_form_says_what_to_choose(client, officer):
    review = FindingFactory().review

    assert client.post(address(review), {}).context["form"].errors == {
        "themes": ["Select the themes that the findings are about"],
        "findings": ["Select the findings that get these themes"],
    }


def test_finding_of_another_review_is_refused(client, officer):
    finding, other, theme = FindingFactory(), FindingFactory(), ThemeFactory()

    response = client.post(address(finding.review), {"findings": [other.pk], "themes": [theme.pk]})

    assert response.context["form"].errors == {"findings": ["Select findings of this review"]}
    assert other.themes.count() == 0


def test_review_without_findings_says_so(client, officer):
    assert "This review has no findings yet" in client.get(address(ReviewFactory())).content.decode()


def test_findings_tab_leads_to_those_without_a_theme(client, officer):
    finding = FindingFactory()
    FindingFactory(review=finding.review).themes.add(ThemeFactory())
    register = f"{reverse('findings:finding_list')}?review={finding.review_id}&amp;theme=none"

    page = client.get(reverse("findings:review_findings", args=[finding.review_id])).content.decode()

    assert f'<a class="govuk-link" href="{register}">1 finding without a theme</a>' in page
    assert address(finding.review) in page
    rows = client.get(register.replace("&amp;", "&")).context["page"]
    assert list(rows) == [finding]


def test_page_makes_as_many_queries_for_three_findings_as_for_one(officer, counted_queries):
    review, counts = ReviewFactory(), []
    for number in (1, 2):
        FindingFactory.create_batch(number, review=review)
        counts.append(counted_queries(address(review)))

    assert counts[0] == counts[1]


def test_themes_are_given_to_three_findings_with_as_many_queries_as_to_one(officer):
    (warm, *rows), theme, counts = FindingFactory.create_batch(5), ThemeFactory(), []
    add_themes(by=officer, findings=[warm], themes=[theme])

    for some in (rows[:1], rows[1:]):
        with CaptureQueriesContext(connection) as captured:
            add_themes(by=officer, findings=some, themes=[theme])
        counts.append(len(captured))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_giving_themes_is_refused_to_those_who_do_not_record(client, role):
    finding, theme = FindingFactory(), ThemeFactory()
    client.force_login(UserFactory(role=role))

    response = client.post(address(finding.review), {"findings": [finding.pk], "themes": [theme.pk]})

    assert response.status_code == 403
    assert finding.themes.count() == 0
