"""The Checks tab of a report, and the pages on which a check is overridden."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from reports.checks import results_of
from reports.models import CheckOverride, Report
from tests.factories.reports import (
    CheckOverrideFactory,
    ImplicationKindFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
REASON = {"reason": "She has agreed"}


def draft(body="Mrs Kaur agreed.", **report):
    return SectionFactory(report=ReportFactory(**report), body=body).report


def page(client, report):
    return BeautifulSoup(
        client.get(reverse("reports:report_checks", args=[report.pk])).content, "html.parser"
    )


def links(soup):
    return [link["href"] for link in soup.select("main .portal-records a")]


def override_url(report):
    (result,) = results_of(report, on=timezone.localdate())
    return reverse("reports:check_override", args=[report.pk, result.check.name, result.finding.key])


def test_report_checks_lists_findings_by_check_with_place_and_ways_to_settle_them(client, officer):
    report = draft("Mrs Kaur agreed, see {late}.")
    (section,) = report.sections.all()

    soup = page(client, report)

    assert [heading.text for heading in soup.select("h3")] == ["Broken references", "Names of people"]
    place, edit = f"/reports/{report.pk}/#paragraph-1", f"/reports/{report.pk}/sections/{section.pk}/edit/"
    names = next(row for row in results_of(report, on=timezone.localdate()) if row.check.name == "names")
    override = reverse("reports:check_override", args=[report.pk, "names", names.finding.key])
    assert links(soup) == [place, edit, place, edit, override]
    assert "The checks found 2 things." in soup.text


def test_report_checks_offers_nothing_to_who_only_reads(client, scrutineer):
    report = draft()

    assert links(page(client, report)) == [f"/reports/{report.pk}/#paragraph-1"]


def test_report_checks_says_when_nothing_is_found(client, officer):
    assert "The checks find nothing" in page(client, draft("All is well.")).text


def test_report_checks_of_an_approved_report_keeps_what_was_overridden(client, officer):
    report = draft(approved=True)
    CheckOverrideFactory(report=report, message="“Mrs Kaur” is nobody.")

    text = page(client, report).text

    assert ("it is not checked any more" in text, "“Mrs Kaur” is nobody." in text) == (True, True)


def test_check_override_keeps_reason_and_person(client, officer):
    report = draft()

    response = client.post(override_url(report), REASON)

    record = CheckOverride.objects.get()
    assert (record.reason, record.overridden_by) == ("She has agreed", officer)
    assert response.url == reverse("reports:report_checks", args=[report.pk])
    text = page(client, report).text
    assert ("The checks find nothing" in text, f"{officer.name}, 15 June 2026 at 10:00am" in text) == (
        True,
        True,
    )


def test_check_override_sent_twice_is_kept_once(client, officer, token):
    url = override_url(draft())

    for _ in range(2):
        response = client.post(url, {**REASON, "form_token": token})

    assert (response.status_code, CheckOverride.objects.count()) == (302, 1)


def test_check_override_without_a_reason_is_refused_beside_the_field(client, officer):
    response = client.post(override_url(draft()), {"reason": " "})

    assert "Enter why it is right as it is" in response.content.decode()
    assert not CheckOverride.objects.exists()


def test_check_override_after_the_passage_changed_says_so_and_keeps_the_reason(client, officer):
    report = draft()
    url = override_url(report)
    report.sections.update(body="Nobody agreed.")

    response = client.post(url, REASON)

    text = response.content.decode()
    assert ("does not find this any more" in text, "She has agreed" in text) == (True, True)
    assert client.get(url).status_code == 404


def test_check_override_of_a_blocking_check_is_refused(client, officer):
    url = override_url(draft("See {late}."))

    assert client.get(url).status_code == 403
    assert "This must be mended" in client.post(url, REASON).content.decode()


def test_override_remove_takes_it_back(client, officer):
    report = draft()
    client.post(override_url(report), REASON)
    record = CheckOverride.objects.get()
    url = reverse("reports:override_remove", args=[report.pk, record.pk])

    assert "“Mrs Kaur” is nobody" in client.get(url).content.decode()
    client.post(url, {"version": record.version})

    assert not CheckOverride.objects.exists()


def test_override_of_another_report_is_not_found(client, officer):
    record = CheckOverrideFactory()

    url = reverse("reports:override_remove", args=[ReportFactory().pk, record.pk])

    assert client.get(url).status_code == 404


def test_approval_that_is_refused_leads_to_the_checks(client, manager):
    report = draft(in_review=True)

    response = client.post(reverse("reports:report_approve", args=[report.pk]), {"version": 0}, follow=True)

    assert response.redirect_chain == [(reverse("reports:report_checks", args=[report.pk]), 302)]
    assert (
        "The checks found 1 thing to mend or to override first: Names of people" in response.content.decode()
    )
    assert Report.objects.get().status == "in_review"


def approval(client, report):
    address = reverse("reports:report_approve", args=[report.pk])
    return BeautifulSoup(client.get(address).content, "html.parser").select_one("main")


def test_approval_lists_what_is_open_with_what_blocks_first_and_where_it_is_mended(client, manager):
    report = draft("Mrs Kaur agreed, see [this page](https://example.org/) and {late}.", in_review=True)
    recommendation = RecommendationFactory(report=report, reason="")
    SectionFactory(report=report, kind="recommendations", heading="Asked", body="", taken_over=False)
    SectionFactory(report=report, kind="implications", heading="Implications", body="", taken_over=False)
    ImplicationKindFactory(name="Legal")

    shown = approval(client, report)

    assert [heading.text for heading in shown.select("h3")] == [
        "Broken references",
        "Recommendations without a reason",
        "Implications that are not answered",
        "What would be hard to use with a screen reader",
        "Names of people",
    ]
    assert "The checks found 5 things. The report cannot be approved until" in shown.text
    page_of_report, section = report.get_absolute_url(), report.sections.get(kind="text")
    addresses = links(shown)
    assert addresses[:2] == [f"{page_of_report}#paragraph-1", f"{page_of_report}sections/{section.pk}/edit/"]
    assert f"{page_of_report}recommendations/{recommendation.pk}/edit/" in addresses
    assert sum("override" in address for address in addresses) == 2


def test_approval_shows_what_was_overridden_by_whom_and_why(client, manager):
    report = draft(in_review=True)
    (result,) = results_of(report, on=timezone.localdate())
    record = CheckOverrideFactory(
        report=report, check_name="names", key=result.finding.key, message=result.finding.message
    )

    shown = approval(client, report)

    assert "The checks find nothing that stands in the way of an approval." in shown.text
    assert shown.select_one("h3") is None
    for words in (result.finding.message, record.reason, record.overridden_by.name):
        assert words in shown.text


def test_approval_makes_as_many_queries_for_three_findings_as_for_one(counted_queries, manager):
    counts = []
    for body in ("Mrs Kaur agreed.", "Mrs Kaur agreed.\n\nMr Smith agreed.\n\nMs Jones agreed."):
        report = draft(body, in_review=True)
        counts.append(counted_queries(reverse("reports:report_approve", args=[report.pk])))

    assert counts[0] == counts[1]
