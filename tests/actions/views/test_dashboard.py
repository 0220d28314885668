"""The dashboard: every number leads to exactly the rows that it counts."""

import datetime
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.urls import reverse
from lxml import html

from actions.models import Status
from findings.models import Kind
from portal.registry import registers_for
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    GroupFactory,
    SignOffFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ThemeFactory

URL = reverse("actions:dashboard")


@pytest.fixture
def council(db):
    """Actions in every state, of two themes, one of them without a theme."""
    voice, help_early = ThemeFactory(name="Voice"), ThemeFactory(name="Early help")
    about_both = FindingFactory(kind=Kind.AREA)
    about_both.themes.set([voice, help_early])
    about_voice = FindingFactory(review=about_both.review, kind=Kind.AREA)
    about_voice.themes.add(voice)
    group = GroupFactory()
    days = [datetime.date(2026, 6, 14), datetime.date(2026, 6, 20), datetime.date(2026, 12, 1)]
    for day in days:
        for status in (Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED):
            ActionFactory(status=status, original_due_on=day, findings=[about_both], group=group)
    for status in (Status.DELIVERED, Status.SIGNED_OFF, Status.CANCELLED):
        ActionFactory(status=status, findings=[about_voice])
    ExtensionFactory(action=ActionFactory())
    again = ActionFactory(status=Status.SIGNED_OFF)
    SignOffFactory(action=again, made_difference="not_yet", look_again_on=datetime.date(2026, 6, 1))
    return {"theme": voice.pk, "review": about_both.review_id, "group": group.pk}


def numbers_on(page):
    """Every number of the page with the address that it links to."""
    html = BeautifulSoup(page.content, "lxml")
    links = [*html.select("a.portal-figures__link"), *html.select("main td a")]
    return [
        (int(next(link.stripped_strings)), link["href"], link.get_text(" ", strip=True)) for link in links
    ]


def kind_of(url):
    """The register at an address, and what its filters are called."""
    address = urlsplit(url)
    return address.path, frozenset(QueryDict(address.query))


def rows_at(url, person):
    """How many rows the register at an address has, as the file of it counts them: its page takes ten times as long."""
    address = urlsplit(url)
    register = next(row for row in registers_for(person) if reverse(row.url_name) == address.path)
    return register.export(person, QueryDict(address.query)).count()


@pytest.mark.parametrize(
    ("scope", "by", "shown"),
    [
        ((), "theme", 80),
        (("theme",), "theme", 74),
        (("theme",), "review", 74),
        (("review",), "lead_organisation", 104),
        ((), "group", 77),
        (("theme", "group"), "lead", 97),
    ],
)
def test_every_number_leads_to_exactly_the_rows_that_it_counts(as_person, manager, council, scope, by, shown):
    page = as_person(manager).get(URL, {**{name: council[name] for name in scope}, "by": by})

    numbers = numbers_on(page)

    assert len(numbers) == shown
    for number, url, label in numbers:
        assert rows_at(url, manager) == number, label


@pytest.mark.parametrize(("scope", "by"), [((), "theme"), (("theme", "group"), "lead")])
def test_numbers_of_every_kind_lead_to_a_page_of_their_rows(as_person, manager, council, scope, by):
    client = as_person(manager)
    page = client.get(URL, {**{name: council[name] for name in scope}, "by": by})

    for number, url in {kind_of(url): (number, url) for number, url, _ in numbers_on(page)}.values():
        assert client.get(url).context["page"].paginator.count == number, url


def test_counts(as_person, manager, council):
    page = as_person(manager).get(URL)

    counts = {figure.name: figure.number for figure in page.context["board"].figures}
    assert counts == {
        "open": 10,
        "overdue": 3,
        "due_soon": 3,
        "awaiting_sign_off": 1,
        "extension_waiting": 1,
        "no_recent_update": 4,
        "look_again": 1,
    }
    assert page.context["board"].areas.number == FindingFactory._meta.model.objects.areas().count()


def test_numbers_are_live(as_person, manager, council):
    client = as_person(manager)
    before = client.get(URL).context["board"].figures[0].number

    ActionFactory()

    assert client.get(URL).context["board"].figures[0].number == before + 1


def test_themes_count_open_overdue_and_done(as_person, manager, council):
    rows = as_person(manager).get(URL).context["board"].shares.lines

    assert [(row.name, [figure.number for figure in row.figures]) for row in rows] == [
        ("Early help", [6, 3, 0]),
        ("Voice", [6, 3, 2]),
        ("No theme", [1, 0, 1]),
    ]


def test_scope_keeps_its_filter_in_every_address(as_person, manager, council):
    numbers = numbers_on(as_person(manager).get(URL, {"group": council["group"]}))

    assert all(f"group={council['group']}" in url for _, url, _ in numbers)


def test_scope_that_makes_no_sense_is_left_out_and_says_so(as_person, manager, council):
    page = as_person(manager).get(URL, {"theme": "999999", "group": council["group"]})

    figures = as_person(manager).get(URL, {"group": council["group"]}).context["board"].figures
    assert page.context["board"].figures == figures
    assert b"govuk-error-message" in page.content


def test_attention_ranks_and_says_why(as_person, manager):
    late = ActionFactory(original_due_on=datetime.date(2026, 5, 16), confidence="low")
    waiting = ActionFactory()
    ExtensionFactory(action=waiting, asked_at=datetime.datetime(2026, 6, 10, 9, tzinfo=datetime.UTC))
    UpdateFactory(action=waiting)
    fine = ActionFactory(
        start_on=datetime.date(2026, 6, 1), agreed_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
    )

    entries = as_person(manager).get(URL).context["board"].attention

    assert [(entry.row.action, entry.reasons[0]) for entry in entries] == [
        (late, "30 days late"),
        (waiting, "Extension asked for 5 days ago and not decided"),
    ]
    assert "Confidence is low" in entries[0].reasons
    assert fine not in [entry.row.action for entry in entries]


def test_attention_stops_at_ten(as_person, manager):
    ActionFactory.create_batch(12, original_due_on=datetime.date(2026, 6, 1))

    assert len(as_person(manager).get(URL).context["board"].attention) == 10


def test_empty_dashboard_says_so(as_person, manager):
    assert b"No action needs attention now" in as_person(manager).get(URL).content


def test_chart_shows_the_table_s_numbers(as_person, manager, council):
    response = as_person(manager).get(reverse("actions:dashboard_chart"))

    assert response["Content-Type"] == "image/svg+xml"
    svg = response.content.decode()
    assert svg.startswith("<svg")
    for words in ("Voice", "Early help", "No theme", "Overdue"):
        assert words in svg


def test_narrow_screen_gets_a_narrower_chart_of_the_same_scope(as_person, manager, council):
    address = reverse("actions:dashboard")

    page = html.fromstring(as_person(manager).get(address, {"theme": council["theme"]}).content.decode())

    narrow = page.xpath("//source[@media='(max-width: 30em)']/@srcset")
    charts = ("actions:dashboard_trend", "actions:dashboard_chart", "actions:dashboard_impact")
    assert narrow == [f"{reverse(chart)}?theme={council['theme']}&narrow=yes" for chart in charts]
    for address in narrow:
        assert html.fromstring(as_person(manager).get(address).content).get("width") == "320"


def test_chart_follows_the_scope(as_person, manager, council):
    svg = (
        as_person(manager)
        .get(reverse("actions:dashboard_chart"), {"theme": council["theme"]})
        .content.decode()
    )

    assert "Voice" in svg
    assert "Early help" not in svg


def test_number_of_queries_does_not_grow_with_rows(as_person, manager):
    def agree():
        finding = FindingFactory()
        finding.themes.add(ThemeFactory())
        action = ActionFactory(
            findings=[finding], group=GroupFactory(), original_due_on=datetime.date(2026, 6, 1)
        )
        UpdateFactory(action=action)

    client = as_person(manager)
    agree()
    few = queries_of(client, URL)
    agree()
    agree()

    assert queries_of(client, URL) == few
