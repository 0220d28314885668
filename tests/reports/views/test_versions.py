"""The pages of a report's versions, in the record and in the reading room."""

import pytest
from django.urls import reverse

from portal.models import Role
from portal.permissions import ROLE_PERMISSIONS, Permission
from reports.models import Report
from reports.services.versions import begin_version
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    ExemptionFactory,
    ReportFactory,
    SectionFactory,
    write_published_report,
)

pytestmark = pytest.mark.django_db


def superseded():
    """A published second version, and the first one."""
    first = write_published_report(title="The paper").report
    second = begin_version(report=first, by=UserFactory(role=Role.OFFICER))
    Report.objects.filter(pk=first.pk).update(status="superseded", successor=second)
    manager = UserFactory(role=Role.MANAGER)
    Report.objects.filter(pk=second.pk).update(
        status="published",
        approved_by=manager,
        approved_at=APPROVED_AT,
        published_by=manager,
        published_at=APPROVED_AT,
    )
    second.refresh_from_db()
    first.refresh_from_db()
    EditionFactory(report=second)
    return first, second


def paper(client, report, name="paper_detail"):
    return client.get(reverse(f"reports:{name}", args=[report.pk]))


def test_officer_begins_a_version(client, officer):
    report = write_published_report().report
    address = reverse("reports:version_add", args=[report.pk])
    assert address in client.get(report.get_absolute_url()).content.decode()

    response = client.post(address, follow=True)

    version = Report.objects.get(number=2)
    page = response.content.decode()
    assert response.redirect_chain == [(version.get_absolute_url(), 302)]
    assert "Version 2 is begun" in page
    assert report.get_absolute_url() in page
    assert address not in client.get(report.get_absolute_url()).content.decode()


def test_form_that_is_sent_twice_begins_one_version(client, officer):
    report = write_published_report().report
    address = reverse("reports:version_add", args=[report.pk])
    token = client.get(address).context["form"]["form_token"].value()

    for _ in range(2):
        response = client.post(address, {"form_token": token}, follow=True)

    assert response.redirect_chain[0][0] == Report.objects.get(number=2).get_absolute_url()


def test_version_of_a_draft_is_refused(client, officer):
    report = SectionFactory().report

    response = client.post(reverse("reports:version_add", args=[report.pk]), follow=True)

    assert "Only from an approved or published report" in response.content.decode()
    assert Report.objects.count() == 1


def test_details_of_a_version_offer_its_own_meeting_only(client, officer):
    report = write_published_report().report
    version = begin_version(report=report, by=officer)
    ReportFactory(meeting__committee=report.meeting.committee)

    form = client.get(reverse("reports:report_edit", args=[version.pk])).context["form"]

    assert list(form.fields["meeting"].queryset) == [report.meeting]


def test_superseded_report_leads_to_its_successor(client, officer):
    first, second = superseded()

    page = client.get(first.get_absolute_url()).content.decode()

    assert "took its place" in page
    assert second.get_absolute_url() in page


def test_reading_room_lists_the_version_that_counts(client, member):
    first, second = superseded()

    page = client.get(reverse("reports:paper_list")).content.decode()

    assert reverse("reports:paper_detail", args=[second.pk]) in page
    assert reverse("reports:paper_detail", args=[first.pk]) not in page
    assert "Version 2, published on" in page


@pytest.mark.parametrize("was_published", [True, False])
def test_papers_tell_of_the_version_before_only_where_it_was_published(client, member, was_published):
    first, second = superseded()
    if not was_published:
        Report.objects.filter(pk=first.pk).update(published_by=None, published_at=None)

    pages = [client.get(reverse("reports:paper_list")), paper(client, second)]

    told = ["the version before" in page.content.decode() for page in pages]
    assert told == [was_published] * 2


def test_superseded_paper_shows_only_its_successor(client, member):
    first, second = superseded()

    page = paper(client, first).content.decode()

    assert "Superseded" in page
    assert reverse("reports:paper_detail", args=[second.pk]) in page
    assert "First words." not in page
    assert [paper(client, first, name).status_code for name in ("paper_pdf", "paper_docx")] == [404, 404]
    assert "This is version 2" in paper(client, second).content.decode()


def test_withdrawn_paper_says_why_and_shows_no_text(client, member):
    edition = EditionFactory(report=SectionFactory(report=ReportFactory(withdrawn=True)).report)

    page = paper(client, edition.report).content.decode()

    assert "A figure was wrong" in page
    assert "A paragraph of the report." not in page
    assert edition.report.get_absolute_url() not in page
    assert paper(client, edition.report, "paper_pdf").status_code == 404


def test_officer_is_led_from_a_withdrawn_paper_to_the_record(client, officer):
    report = ReportFactory(withdrawn=True)

    assert report.get_absolute_url() in paper(client, report).content.decode()


def test_report_makes_as_many_queries_for_two_versions_as_for_three(counted_queries, officer):
    _, second = superseded()
    third = begin_version(report=second, by=officer)
    address = third.get_absolute_url()
    counts = [counted_queries(address)]
    Report.objects.filter(pk=third.pk).update(
        status="withdrawn",
        approved_by=second.approved_by,
        approved_at=APPROVED_AT,
        withdrawn_by=officer,
        withdrawn_at=APPROVED_AT,
        withdrawal_reason="Wrong",
    )
    fourth = begin_version(report=second, by=officer)
    counts.append(counted_queries(fourth.get_absolute_url()))

    assert counts[0] == counts[1]


def changes_of(client, version):
    return client.get(reverse("reports:report_changes", args=[version.pk]))


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER])
def test_changes_of_a_version_are_shown_in_words(client, role):
    client.force_login(UserFactory(role=role))
    report = write_published_report().report
    version = begin_version(report=report, by=UserFactory())
    version.sections.filter(heading="Introduction").update(body="First better words.\n\n- a point")

    page = changes_of(client, version).content.decode()

    assert "1 passage differs." in page
    assert "Changed" in page
    assert "[added:] </span>better " in page


def test_changes_of_a_version_that_is_as_it_was(client, officer):
    version = begin_version(report=write_published_report().report, by=officer)

    assert "Nothing differs yet." in changes_of(client, version).content.decode()


@pytest.mark.parametrize("may_see", [True, False])
def test_changes_of_what_is_exempt_are_shown_to_those_who_may_see_it(
    client, monkeypatch, scrutineer, may_see
):
    taken = set() if may_see else {Permission.SEE_EXEMPT}
    left = ROLE_PERMISSIONS[Role.SCRUTINEER] - taken
    monkeypatch.setitem(ROLE_PERMISSIONS, Role.SCRUTINEER, left)
    report = write_published_report().report
    report.sections.filter(heading="Introduction").update(exemption=ExemptionFactory(report=report))
    version = begin_version(report=report, by=UserFactory())
    version.sections.filter(heading="Introduction").update(body="First secret words.\n\n- a point")

    page = changes_of(client, version).content.decode()

    assert ("secret" in page) is may_see


def test_first_version_has_no_changes_page(client, officer):
    assert changes_of(client, write_published_report().report).status_code == 404


def test_approver_is_led_to_the_changes(client, manager):
    version = begin_version(report=write_published_report().report, by=UserFactory())
    Report.objects.filter(pk=version.pk).update(status="in_review")
    address = reverse("reports:report_changes", args=[version.pk])

    for page in (version.get_absolute_url(), reverse("reports:report_approve", args=[version.pk])):
        assert address in client.get(page).content.decode()


def test_changes_make_as_many_queries_for_one_as_for_many(counted_queries, officer):
    version = begin_version(report=write_published_report().report, by=officer)
    counts = []
    for words in ("First.", "First.\n\nSecond.\n\nThird.\n\n| a | b |\n|---|---|\n| c | d |"):
        version.sections.filter(heading="Introduction").update(body=words)
        counts.append(counted_queries(reverse("reports:report_changes", args=[version.pk])))

    assert counts[0] == counts[1]


def test_officer_discards_the_draft_of_a_version(client, officer):
    report = write_published_report().report
    version = begin_version(report=report, by=officer)
    address = reverse("reports:version_discard", args=[version.pk])
    assert address in client.get(version.get_absolute_url()).content.decode()

    asked = client.get(address).content.decode()
    stale = client.post(address, {"version": 99}).content.decode()
    assert Report.objects.filter(pk=version.pk).exists()
    response = client.post(address, {"version": version.version}, follow=True)

    assert "Version 1 stays as it is" in asked
    assert "Version 2 is discarded" not in stale
    assert response.redirect_chain == [(report.get_absolute_url(), 302)]
    assert "Version 2 is discarded" in response.content.decode()
    assert list(Report.objects.all()) == [report]


@pytest.mark.parametrize("status", ["in_review", "approved"])
def test_version_that_is_no_draft_has_no_page_to_discard_it(client, officer, status):
    version = begin_version(report=write_published_report().report, by=officer)
    traits = ReportFactory(**{status: True})
    Report.objects.filter(pk=version.pk).update(
        status=status, approved_by=traits.approved_by, approved_at=traits.approved_at
    )

    response = client.get(reverse("reports:version_discard", args=[version.pk]))

    page = response.content.decode()
    assert response.status_code == 403
    assert f"The report is {status.replace('_', ' ')}" in page
    assert "Your role does not allow it" not in page


def test_first_version_has_no_page_to_discard_it(client, officer):
    report = SectionFactory().report

    assert client.get(reverse("reports:version_discard", args=[report.pk])).status_code == 404
    assert "Discard this version" not in client.get(report.get_absolute_url()).content.decode()


@pytest.mark.parametrize(("is_explained", "is_told"), [(True, True), (False, False)])
def test_reason_is_told_to_those_for_whom_it_was_written(client, is_explained, is_told):
    report = ReportFactory(withdrawn=True, withdrawal_is_explained=is_explained)
    pages = {}
    for role in (Role.COMMITTEE_MEMBER, Role.SCRUTINEER):
        client.force_login(UserFactory(role=role))
        pages[role] = "A figure was wrong" in paper(client, report).content.decode()

    assert pages == {Role.COMMITTEE_MEMBER: is_told, Role.SCRUTINEER: is_told}
    assert "A figure was wrong" in client.get(report.get_absolute_url()).content.decode()


@pytest.mark.parametrize("standing", ["approved", "published"])
def test_withdrawal_of_a_paper_is_explained_to_its_readers(client, member, manager, standing):
    report = ReportFactory(**{standing: True})

    client.post(
        reverse("reports:report_withdraw", args=[report.pk]), {"version": 0, "reason": "A figure was wrong"}
    )

    report.refresh_from_db()
    assert report.withdrawal_is_explained is (standing == "published")


def test_changes_are_those_to_the_latest_paper_and_on_request_to_what_it_was_begun_from(client, officer):
    first = write_published_report().report
    second = begin_version(report=first, by=officer)
    second.sections.filter(heading="Introduction").update(body="Second words.")
    Report.objects.filter(pk=second.pk).update(
        status="approved", approved_by=UserFactory(role=Role.MANAGER), approved_at=APPROVED_AT
    )
    second.refresh_from_db()
    third = begin_version(report=second, by=officer)
    third.sections.filter(heading="Introduction").update(body="Third words.")
    address = reverse("reports:report_changes", args=[third.pk])

    def compared(**query):
        page = " ".join(client.get(address, query).content.decode().split())
        return [
            words in page
            for words in ("First", "Second", "the latest that was published", "?with=1", "?with=2")
        ]

    assert compared() == [True, False, True, False, True]
    assert compared(**{"with": "2"}) == [False, True, True, True, False]
    assert compared(**{"with": "7"}) == compared()
    assert "?with=" not in client.get(reverse("reports:report_changes", args=[second.pk])).content.decode()
