"""Confirming and dismissing what may have been raised before."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.safestring import mark_safe

from findings.models import Dismissal, Kind, Recurrence, ReviewComparison
from findings.presenters.suggestions import Suggested
from findings.services.recurrence import confirm_suggestion, dismiss_suggestion
from findings.suggesting import compare_waiting
from portal.models import Role
from tests.concurrency import at_once
from tests.factories.findings import DismissalFactory, FindingFactory, SuggestionFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def review_of(year):
    return ReviewFactory(fieldwork_start_on=datetime.date(year, 3, 1), fieldwork_end_on=None)


@pytest.fixture
def finding():
    return FindingFactory(review=review_of(2017), text="Review <EDT> arrangements")


@pytest.fixture
def earlier():
    return FindingFactory(review=review_of(2011), text="Out-of-hours support is thin & late")


@pytest.fixture
def suggestion(finding, earlier):
    return SuggestionFactory(finding=finding, earlier=earlier, words=[["EDT", "Out-of-hours support"]])


def to(name, finding, earlier):
    return reverse(f"findings:suggestion_{name}", args=[finding.pk, earlier.pk])


def listed(review):
    return reverse("findings:review_recurrences", args=[review.pk])


def page_of(client, url):
    return BeautifulSoup(client.get(url).content, "html.parser")


def test_finding_shows_suggestions_with_the_matching_words(client, officer, finding, earlier, suggestion):
    page = page_of(client, finding.get_absolute_url())

    text = page.get_text(" ", strip=True)
    assert page.find("mark").get_text() == "Out-of-hours support"
    assert "Out-of-hours support is thin & late" in text
    assert "Possibly alike: both are about emergency duty team (“EDT” and “Out-of-hours support”)." in text


def test_suggestion_names_what_both_mention_before_what_matches(client, officer, finding, earlier):
    words = [["voice of the child", "Participative"], ["EDT", "edt"], ["neglect", "neglect"]]
    SuggestionFactory(finding=finding, earlier=earlier, words=words, score=0.5)

    text = page_of(client, finding.get_absolute_url()).get_text(" ", strip=True)

    assert (
        "Possibly alike: both mention “EDT” and “neglect”; "
        "“voice of the child” and “Participative” are near in meaning." in text
    )


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (["Supervision", "Supervision is"], "both mention “Supervision”"),
        (["The plans are", "plans were"], "both mention “plans”"),
        (["A&E", "the A&E"], "both mention “A&E”"),
        (["is", "was"], "“is” and “was” are near in meaning"),
        (["listened to", "listen to"], "“listened to” and “listen to”"),
    ],
)
def test_stray_words_around_what_both_say_are_not_quoted(pair, said):
    row = SuggestionFactory.build(words=[pair], score=0.5)

    assert said in Suggested(row, Recurrence.Outcome.RECURS, mark_safe("")).in_common


def test_stray_words_are_not_marked_in_the_texts(client, officer, finding, earlier):
    finding.text, earlier.text = "Supervision is rare", "Supervision was late"
    finding.save()
    earlier.save()
    SuggestionFactory(finding=finding, earlier=earlier, words=[["Supervision", "Supervision was"]])

    marks = page_of(client, finding.get_absolute_url()).find_all("mark")

    assert {mark.get_text() for mark in marks} == {"Supervision"}


@pytest.mark.parametrize(
    ("words", "likeness"),
    [
        ([["recruit", "Reliance on agency"]], "Possibly alike"),
        ([["recruit", "recruit"]], "Very alike"),
        ([["recruit", "Reliance on agency"], ["court", "court"]], "Very alike"),
    ],
)
def test_one_thing_in_other_words_is_not_very_alike(words, likeness):
    row = SuggestionFactory.build(words=words, score=0.9)

    assert Suggested(row, Recurrence.Outcome.RECURS, mark_safe("")).likeness == likeness


def test_strength_is_asked_for_in_words_that_fit_it(client, officer, earlier):
    strength = FindingFactory(review=review_of(2017), kind=Kind.STRENGTH)
    earlier.kind = Kind.STRENGTH
    earlier.save()
    SuggestionFactory(finding=strength, earlier=earlier)

    for address in (strength.get_absolute_url(), listed(strength.review)):
        text = client.get(address).content.decode()
        assert "Was this strength seen before?" in text
        assert "Was this raised before?" not in text


def test_what_the_chain_holds_already_is_not_suggested(client, officer, finding, earlier, suggestion):
    between = FindingFactory(review=review_of(2014))
    for later, before in ((finding, between), (between, earlier)):
        Recurrence.objects.create(finding=later, earlier=before, outcome="recurs", confirmed_by=officer)
    other = SuggestionFactory(finding=finding, earlier=FindingFactory(review=review_of(2012)))

    shown = client.get(finding.get_absolute_url()).context["question"].suggestions
    assert [row.suggestion for row in shown] == [other]

    (question,) = client.get(listed(finding.review)).context["questions"]
    assert [row.suggestion for row in question.suggestions] == [other]
    other.delete()
    assert client.get(listed(finding.review)).context["questions"] == []


@pytest.mark.django_db(transaction=True)
def test_confirming_and_dismissing_at_once_leaves_one_of_the_two(tmp_path, finding, earlier):
    people = UserFactory.create_batch(2)

    def confirm():
        confirm_suggestion(by=people[0], finding=finding, earlier=earlier)

    def dismiss():
        dismiss_suggestion(by=people[1], finding=finding, earlier=earlier)

    def kept():
        return Recurrence.objects.count(), Dismissal.objects.count()

    at_once([confirm, dismiss], folder=tmp_path)

    assert at_once([kept], folder=tmp_path) == [(1, 0)]


@pytest.mark.parametrize(
    ("now", "then", "outcome"),
    [("area", "area", "recurs"), ("area", "strength", "lost"), ("strength", "strength", "sustained")],
)
def test_suggestion_confirm(client, officer, now, then, outcome):
    finding = FindingFactory(review=review_of(2017), kind=now)
    earlier = FindingFactory(review=review_of(2011), kind=then)
    SuggestionFactory(finding=finding, earlier=earlier)

    response = client.post(to("confirm", finding, earlier))

    link = Recurrence.objects.get()
    assert response.url == finding.get_absolute_url()
    assert (link.finding, link.earlier, link.outcome, link.confirmed_by) == (
        finding,
        earlier,
        outcome,
        officer,
    )
    assert not finding.suggestions.open().exists()


def test_suggestion_confirm_sent_twice(client, officer, finding, earlier, suggestion):
    client.post(to("confirm", finding, earlier))
    response = client.post(to("confirm", finding, earlier), follow=True)

    assert "These two findings are already linked" in response.content.decode()
    assert Recurrence.objects.count() == 1


def test_suggestion_confirm_refuses_what_is_not_earlier(client, officer, finding, earlier):
    SuggestionFactory(finding=earlier, earlier=finding)
    response = client.post(to("confirm", earlier, finding), follow=True)

    assert "Choose a finding of an earlier review" in response.content.decode()
    assert not Recurrence.objects.exists()


def test_suggestion_dismiss_is_kept_when_findings_are_compared_anew(client, officer, finding, earlier):
    compare_waiting()
    response = client.post(to("dismiss", finding, earlier))
    ReviewComparison.objects.update(done_at=None)
    compare_waiting()

    row = Dismissal.objects.get()
    assert response.url == finding.get_absolute_url()
    assert (row.finding, row.earlier, row.dismissed_by) == (finding, earlier, officer)
    assert finding.suggestions.count() == 1
    assert not finding.suggestions.open().exists()
    assert "Was this raised before?" not in client.get(finding.get_absolute_url()).content.decode()


def test_suggestion_dismiss_by_two_people_keeps_the_first(client, officer, finding, earlier, suggestion):
    first = DismissalFactory(finding=finding, earlier=earlier)

    client.post(to("dismiss", finding, earlier))

    assert Dismissal.objects.get() == first


def test_suggestion_dismiss_refuses_what_is_linked(client, officer, finding, earlier, suggestion):
    client.post(to("confirm", finding, earlier))

    response = client.post(to("dismiss", finding, earlier), follow=True)

    message = f"{finding.reference} is linked to {earlier.reference}: remove the link first"
    assert message in response.content.decode()
    assert not Dismissal.objects.exists()


def test_suggestion_restore(client, officer, finding, earlier, suggestion):
    client.post(to("dismiss", finding, earlier))
    assert f"Dismissed by {officer}" in client.get(finding.get_absolute_url()).content.decode()

    response = client.post(to("restore", finding, earlier))

    assert response.url == finding.get_absolute_url()
    assert not Dismissal.objects.exists()
    assert finding.suggestions.open().get() == suggestion
    history = client.get(reverse("findings:finding_history", args=[finding.pk])).content.decode()
    assert (
        f"Removed dismissed suggestion: {finding.reference} does not go back to {earlier.reference}"
        in history
    )


def test_confirming_what_was_dismissed_takes_the_dismissal_back(
    client, officer, finding, earlier, suggestion
):
    client.post(to("dismiss", finding, earlier))
    client.post(to("confirm", finding, earlier))

    assert not Dismissal.objects.exists()
    assert Recurrence.objects.count() == 1


@pytest.mark.parametrize("name", ["confirm", "dismiss"])
def test_suggestion_that_the_worker_took_back_meanwhile_goes_back_and_says_so(
    client, officer, finding, earlier, suggestion, name
):
    suggestion.delete()

    response = client.post(to(name, finding, earlier), {"page": "2"})

    assert response.url == f"{listed(finding.review)}?page=2"
    message = f"{earlier.reference} is not suggested for {finding.reference} any more. Nothing changed"
    assert message in client.get(listed(finding.review)).content.decode()
    assert (Recurrence.objects.count(), Dismissal.objects.count()) == (0, 0)


def test_suggestion_restore_of_what_a_colleague_restored_meanwhile_says_so(
    client, officer, finding, earlier, suggestion
):
    response = client.post(to("restore", finding, earlier), follow=True)

    assert response.redirect_chain == [(finding.get_absolute_url(), 302)]
    assert f"{earlier.reference} is not dismissed any more. Nothing changed" in response.content.decode()


@pytest.mark.parametrize("name", ["confirm", "dismiss", "restore"])
def test_suggestion_answered_about_no_pair_of_findings_is_not_found(client, officer, finding, earlier, name):
    missing = FindingFactory.build(pk=earlier.pk + 1)

    assert client.post(to(name, finding, finding)).status_code == 404
    assert client.post(to(name, finding, missing)).status_code == 404
    assert client.post(to(name, missing, finding)).status_code == 404
    assert not Dismissal.objects.exists()


def test_review_recurrences_lists_what_waits_areas_first(client, officer, finding, earlier, suggestion):
    strength = FindingFactory(review=finding.review, kind=Kind.STRENGTH)
    SuggestionFactory(finding=strength, earlier=FindingFactory(review=earlier.review, kind=Kind.STRENGTH))
    FindingFactory(review=finding.review)

    response = client.get(listed(finding.review))

    assert [question.finding for question in response.context["questions"]] == [finding, strength]
    assert "Review &lt;<mark>EDT</mark>&gt; arrangements" in response.content.decode()


def test_review_recurrences_answered_comes_back_to_the_list(client, officer, finding, earlier, suggestion):
    response = client.post(to("dismiss", finding, earlier), {"page": "2"})

    assert response.url == f"{listed(finding.review)}?page=2"


def test_review_recurrences_says_that_findings_still_wait(client, officer, finding, earlier):
    assert "are being compared" in client.get(listed(finding.review)).content.decode()

    compare_waiting()

    assert "are being compared" not in client.get(listed(finding.review)).content.decode()


def test_review_recurrences_with_nothing_to_check(client, officer, finding):
    compare_waiting()

    assert (
        "No finding of this review waits to be checked" in client.get(listed(finding.review)).content.decode()
    )


def test_review_recurrences_of_a_review_without_a_date(client, officer):
    review = ReviewFactory(fieldwork_start_on=None, fieldwork_end_on=None)

    assert "This review has no date" in client.get(listed(review)).content.decode()


def test_scrutineer_reads_no_suggestions(client, finding, suggestion):
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    assert "Was this raised before?" not in client.get(finding.get_absolute_url()).content.decode()


def test_review_recurrences_makes_as_many_queries_for_three_rows_as_for_one(
    client, officer, earlier, counted_queries
):
    review = review_of(2017)

    def add():
        finding = FindingFactory(review=review)
        SuggestionFactory(finding=finding, earlier=earlier)
        SuggestionFactory(finding=finding, earlier=FindingFactory(review=review_of(2012)))

    add()
    one = counted_queries(listed(review))
    add()
    add()

    assert counted_queries(listed(review)) == one
