"""One response to several areas of a review."""

import json

import pytest
from django.urls import reverse

from findings.models import Finding
from findings.services.finding import edit_finding, respond_to_finding, respond_to_findings
from portal.exceptions import Refused
from portal.models import Role
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def address(review):
    return reverse("findings:review_respond", args=[review.pk])


def seen(review):
    """The versions that the page of a review carries now."""
    return json.dumps({finding.pk: finding.version for finding in review.findings.all()})


def test_chosen_areas_get_the_response_and_the_others_still_wait(client, officer):
    review = ReviewFactory()
    first, second, third = FindingFactory.create_batch(3, review=review)
    FindingFactory(review=review, kind="strength")

    page = client.get(address(review))
    assert list(page.context["form"].fields["findings"].queryset) == [first, second, third]
    client.post(
        address(review),
        {
            "findings": [first.pk, second.pk],
            "response": "partly_accepted",
            "reason": "Staff are being found",
            "versions": page.context["form"]["versions"].value(),
        },
    )

    answers = Finding.objects.filter(review=review, kind="area").order_by("pk")
    assert list(answers.values_list("response", "response_reason", "responded_by")) == [
        ("partly_accepted", "Staff are being found", officer.pk),
        ("partly_accepted", "Staff are being found", officer.pk),
        ("", "", None),
    ]


def test_empty_form_says_what_to_choose(client, officer):
    area = FindingFactory()
    assert client.post(address(area.review), {"versions": seen(area.review)}).context["form"].errors == {
        "findings": ["Select the areas that this is the response to"],
        "response": ["Choose whether the council accepts these"],
    }


def test_area_of_another_review_or_answered_already_is_refused(client, officer):
    area, other = FindingFactory(), FindingFactory()
    answer = client.post(
        address(area.review), {"findings": [other.pk], "response": "accepted", "versions": "{}"}
    )
    assert "still wait for a response" in str(answer.context["form"].errors["findings"])
    other.refresh_from_db()
    assert other.response == ""


def test_change_meanwhile_refuses_all(officer):
    first, second = FindingFactory.create_batch(2)
    respond_to_finding(
        finding=Finding.objects.get(pk=second.pk), by=officer, version=second.version, response="accepted"
    )

    with pytest.raises(Refused, match=second.reference):
        respond_to_findings(findings=[first, second], by=officer, response="accepted")

    first.refresh_from_db()
    assert first.response == ""


def test_area_that_was_reworded_meanwhile_says_who_changed_what_and_keeps_what_was_typed(client, officer):
    review = ReviewFactory()
    first, second, third = FindingFactory.create_batch(3, review=review, kind="area")
    opened = seen(review)
    colleague = UserFactory(name="A colleague")
    for finding, words in ((first, "Staff leave within a year"), (third, "Not chosen")):
        edit_finding(finding=finding, by=colleague, version=finding.version, changes={"text": words})
    sent = {"findings": [first.pk, second.pk], "response": "not_accepted", "reason": "It is untrue"}

    form = client.post(address(review), {**sent, "versions": opened}).context["form"]

    [error] = form.errors["findings"]
    assert error.startswith(f"{first.reference} was changed by A colleague on ")
    assert "(The reviewers’ words: Staff leave within a year)" in error
    assert (form["response"].value(), form["reason"].value()) == ("not_accepted", "It is untrue")
    assert form["findings"].value() == [str(first.pk), str(second.pk)]
    assert set(review.findings.values_list("response", flat=True)) == {""}

    client.post(address(review), {**sent, "versions": form["versions"].value()})

    answered = review.findings.filter(response="not_accepted").order_by("pk")
    assert list(answered) == [first, second]


@pytest.mark.parametrize("versions", ["", "[]", "{", "3"])
def test_form_without_the_versions_asks_to_open_the_page_again(client, officer, versions):
    area = FindingFactory()
    sent = {"findings": [area.pk], "response": "accepted", "versions": versions}
    errors = client.post(address(area.review), sent).context["form"].errors
    assert errors == {"versions": ["Open this page again, then make your changes"]}


def test_review_without_waiting_areas_says_so(client, officer):
    page = client.get(address(FindingFactory(kind="strength").review)).content.decode()
    assert "Every area of this review has a response" in page


def test_scrutineer_may_not_respond(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    assert client.get(address(FindingFactory().review)).status_code == 403


def test_findings_tab_says_how_many_wait(client, officer):
    area = FindingFactory()
    page = client.get(reverse("findings:review_findings", args=[area.review.pk])).content.decode()
    assert "1 area waits for a response" in page
    assert f"?review={area.review.pk}&amp;response=waiting" in page
