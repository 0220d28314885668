"""Search: grouped, counted, scoped by each source, with what to do when nothing is found."""

import pytest
from django.urls import reverse

from portal import registry
from portal.models import Role
from portal.registry import SearchHit, SearchSource
from portal.search import passage, search_organisations, search_people
from portal.templatetags.portal import highlight
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory

URL = reverse("portal:search")


def source(label: str, count: int, *kinds: str) -> SearchSource:
    def search(user, words, limit):
        kind = kinds or (label,)
        return [
            SearchHit(f"{label} {n} {words}", "/x/", kind[n % len(kind)], "excerpt") for n in range(count)
        ][:limit]

    return SearchSource(label, 1, search)


@pytest.fixture
def sources(monkeypatch):
    def use(*wanted: SearchSource) -> None:
        monkeypatch.setattr(registry, "search_sources", list(wanted))

    return use


def test_results_are_grouped_and_counted(admin_visit, sources):
    sources(source("Reviews", 1), source("Findings", 2), source("Actions", 0))

    page = admin_visit.get(URL, {"q": "early help"})

    assert [(group.label, len(group.hits)) for group in page.context["groups"]] == [
        ("Reviews", 1),
        ("Findings", 2),
    ]
    assert "3 results for <strong>early help</strong>" in page.content.decode()


def test_results_that_are_too_many_are_cut_and_said(admin_visit, sources):
    sources(source("Findings", 50))

    page = admin_visit.get(URL, {"q": "help"}).content.decode()

    assert "Findings (first 20)" in page
    assert "More than 20 results" in page


def test_results_are_marked_and_escaped(admin_visit, sources):
    sources(source("<b>Findings", 1))

    page = admin_visit.get(URL, {"q": "<b> early"}).content.decode()

    assert "<b>" not in page
    assert "<mark>early</mark>" in page
    assert "<mark>&lt;b&gt;</mark>" in page


def test_kind_is_named_where_a_group_mixes_kinds(admin_visit, sources):
    sources(source("Findings", 2, "Strength", "Area for consideration"))

    assert "Area for consideration" in admin_visit.get(URL, {"q": "help"}).content.decode()


def test_nothing_found_says_what_to_do(admin_visit, sources):
    sources(source("Findings", 0))

    page = admin_visit.get(URL, {"q": "zebra"}).content.decode()

    assert "Nothing found for <strong>zebra</strong>" in page
    assert "check the spelling" in page


@pytest.mark.parametrize("words", ["", "   "])
def test_no_words_asks_for_none(admin_visit, sources, words):
    sources(source("Findings", 1))

    page = admin_visit.get(URL, {"q": words})

    assert page.context["groups"] == []
    assert "govuk-error-summary" not in page.content.decode()


def test_one_letter_is_an_error(admin_visit, sources):
    sources(source("Findings", 1))

    page = admin_visit.get(URL, {"q": "a"}).content.decode()

    assert '<a href="#search-words">Enter 2 letters or more</a>' in page
    assert "<title>Error: " in page


def test_words_of_any_length_and_kind_are_answered(admin_visit):
    for words in ("x" * 5000, "%_", "\0\0\0", "'; --", "\\"):
        assert admin_visit.get(URL, {"q": words}).status_code == 200


def test_wildcards_are_letters(admin_visit):
    UserFactory(name="Ordinary person")

    assert admin_visit.get(URL, {"q": "%%"}).context["groups"] == []
    assert admin_visit.get(URL, {"q": "__"}).context["groups"] == []


def test_people_are_found_by_administrators_only(client, administrator):
    officer = UserFactory(name="Findable officer", role=Role.ACTION_LEAD)
    client.force_login(administrator)
    found = client.get(URL, {"q": "findable"}).context["groups"]

    assert [hit.url for hit in found[0].hits] == [reverse("portal:person_edit", args=[officer.pk])]
    assert list(search_people(officer, "findable", 5)) == []


def test_organisations_are_found_by_administrators_only(client, administrator):
    trust = OrganisationFactory(name="Northmarsh Learning Trust", short_name="NLT")
    client.force_login(administrator)

    for words in ("learning north", "nlt"):
        [group] = client.get(URL, {"q": words}).context["groups"]
        assert (group.label, [hit.url for hit in group.hits]) == (
            "Organisations",
            [reverse("portal:organisation_edit", args=[trust.pk])],
        )
    assert list(search_organisations(UserFactory(role=Role.MANAGER), "nlt", 5)) == []


@pytest.mark.parametrize("typed", ["{}", " {} "])
@pytest.mark.parametrize("factory", [FindingFactory, ActionFactory])
@pytest.mark.django_db
def test_exact_reference_opens_its_record(client, factory, typed):
    record, _ = factory(), factory()
    client.force_login(UserFactory(role=Role.OFFICER))

    for reference in (record.reference, record.reference.lower()):
        assert client.get(URL, {"q": typed.format(reference)}).url == record.get_absolute_url()


@pytest.mark.django_db
def test_reference_in_a_text_and_part_of_one_are_only_found(client):
    finding = FindingFactory(text="As F-1999-001 said")
    client.force_login(UserFactory(role=Role.OFFICER))

    for words in ("F-1999-001", finding.reference[:-1]):
        page = client.get(URL, {"q": words})
        assert [hit.url for hit in page.context["groups"][0].hits] == [finding.get_absolute_url()]


@pytest.mark.django_db
def test_reference_of_a_record_that_the_person_may_not_see_opens_nothing(client):
    action = ActionFactory()
    client.force_login(UserFactory(role=Role.ACTION_LEAD))

    assert client.get(URL, {"q": action.reference}).context["groups"] == []


def test_search_needs_a_sign_in(client, db):
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Early Help", "help", "Early <mark>Help</mark>"),
        ("a+b", "a+b", "<mark>a+b</mark>"),
        ("helpful", "help helpful", "<mark>helpful</mark>"),
        ("plain", "", "plain"),
    ],
)
def test_highlight(text, words, marked):
    assert highlight(text, words) == marked


def test_every_result_says_what_it_is(admin_visit, sources):
    sources(source("Findings", 2, "Area for consideration"))

    page = admin_visit.get(URL, {"q": "help"}).content.decode()

    assert page.count('<span class="portal-results__kind">Area for consideration</span>') == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("w3", f"{' '.join(f'w{n}' for n in range(40))} …"),
        ("W50", f"… {' '.join(f'w{n}' for n in range(38, 78))} …"),
        ("absent w99", f"… {' '.join(f'w{n}' for n in range(87, 100))}"),
        ("absent", f"{' '.join(f'w{n}' for n in range(40))} …"),
    ],
)
def test_passage_stands_around_the_first_word_that_is_found(words, expected):
    text = "\n".join(f"w{n}" for n in range(100))

    assert passage(text, words) == expected


def test_passage_of_a_short_text_is_all_of_it():
    assert passage("Neglect is seen late.", "late neglect") == "Neglect is seen late."
    assert passage("", "late") == ""
