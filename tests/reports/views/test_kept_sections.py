"""What is typed of a section that is still to be added: kept for whoever types it until it is added or discarded."""

import datetime
import uuid

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from portal.models import Role
from reports.models import Exemption, KeptSection, Report, Section
from reports.services.workflow import approve_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    ExemptionFactory,
    KeptSectionFactory,
    KeptTextFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
OFFERED = "You have text from 15 June 2026 at 10:00am that is not saved"


def address(report, name="section_add"):
    return reverse(f"reports:{name}", args=[report.pk])


def keep(client, report, *, script=True, **sent):
    values = {"heading": "Visits", "body": "Typed.", "kept": "", **sent}
    headers = {"accept": "application/json" if script else "text/html"}
    return client.post(address(report, "new_section_keep"), values, headers=headers)


def opened(client, report, *, again=False):
    page = client.get(address(report) + ("?text=kept" if again else ""))
    names = ("after", "kind", "heading", "body", "kept", "form_token")
    values = {name: page.context["form"][name].value() for name in names}
    return BeautifulSoup(page.content, "html.parser"), {k: v for k, v in values.items() if v is not None}


def kept_bodies():
    return list(KeptSection.objects.values_list("body", flat=True))


def test_words_are_kept_and_the_report_does_not_change(client, officer):
    section = SectionFactory(position=1)
    report = section.report

    answer = keep(client, report, body="As\r\ntyped.", after=section.pk, kind="text").json()

    kept = KeptSection.objects.get()
    assert answer == {
        "kept": kept.stamp,
        "said": "Kept for you on 15 June 2026 at 10:00am. Not saved in the report yet",
        "others": "",
    }
    assert (kept.report, kept.person, kept.after, kept.body) == (report, officer, section, "As\ntyped.")
    report.refresh_from_db()
    assert (report.sections.count(), report.version) == (1, 0)


def test_page_says_where_its_words_are_kept(client, officer):
    report = ReportFactory()

    page, _ = opened(client, report)

    form = page.select_one("form[data-portal-writing]")
    assert form["data-portal-writing"] == address(report, "new_section_keep")
    assert form["action"] == address(report)


def test_kept_section_is_offered_taken_up_and_gone_when_it_is_added(client, officer):
    section = SectionFactory(position=1)
    report = section.report
    keep(client, report, body="First.", after=section.pk)
    keep(client, report, body="As typed.", after=section.pk, kept=KeptSection.objects.get().stamp)

    page, values = opened(client, report)
    assert OFFERED in page.main.get_text()
    assert "body" not in values

    page, values = opened(client, report, again=True)
    assert "This is your text from 15 June 2026 at 10:00am." in page.main.get_text()
    assert (values["heading"], values["body"], values["after"]) == ("Visits", "As typed.", section.pk)
    client.post(address(report), values)

    added = report.sections.get(position=2)
    assert (added.heading, added.body) == ("Visits", "As typed.")
    assert kept_bodies() == []
    assert OFFERED not in opened(client, report)[0].main.get_text()


def test_words_that_come_in_after_their_section_was_added_are_not_kept(client, officer):
    report = ReportFactory()
    token = str(uuid.uuid4())
    client.post(address(report), {"heading": "Visits", "body": "Typed on.", "form_token": token})

    answer = keep(client, report, form_token=token)

    assert answer.status_code == 409
    assert answer.json()["problem"].startswith("You saved or discarded this text on another page")
    assert kept_bodies() == []


def test_section_kept_on_another_page_is_never_written_over_nor_lost_by_adding_one(client, officer):
    report = ReportFactory()
    KeptSectionFactory(report=report, person=officer, body="On another page.")

    answer = keep(client, report)
    client.post(address(report), {"heading": "H", "body": "Saved here.", "kept": ""})

    assert answer.status_code == 409
    assert answer.json()["problem"].startswith(OFFERED)
    assert report.sections.get().body == "Saved here."
    assert kept_bodies() == ["On another page."]


def test_saving_a_section_leaves_a_new_one_kept_whatever_their_stamps(client, officer):
    section = SectionFactory(heading="Visits")
    kept = KeptTextFactory(section=section, person=officer)
    KeptSectionFactory(report=section.report, person=officer, pk=kept.pk)
    url = reverse("reports:section_edit", args=[section.report_id, section.pk])

    client.post(url, {"version": 0, "heading": "Visits", "body": "Saved.", "kept": kept.stamp})

    assert kept_bodies() == ["What was typed."]
    assert not section.kept_texts.exists()


def test_without_a_script_the_button_keeps_and_the_form_goes_on(client, officer):
    report = ReportFactory()

    response = keep(client, report, script=False, heading="")

    assert response.url == f"{address(report)}?text=kept"
    assert opened(client, report, again=True)[1]["body"] == "Typed."


def test_nothing_typed_is_not_kept(client, officer):
    report = ReportFactory()
    kept = KeptSectionFactory(report=report, person=officer)

    answer = keep(client, report, kept=kept.stamp, heading=" ", body="").json()

    assert (answer["kept"], answer["said"], kept_bodies()) == (None, "", [])


def test_words_beside_a_section_that_the_record_writes_are_kept_with_its_kind(client, officer):
    report = ReportFactory()

    keep(client, report, kind="measures", heading="", body="To come back to.")

    assert KeptSection.objects.get().kind == Section.Kind.MEASURES
    page, values = opened(client, report, again=True)
    assert values["kind"] == "measures"
    assert page.select_one(".portal-preview h3").get_text() == "Measures"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"body": "x" * 200_001}, "Shorten the text to 200,000 characters or fewer"),
        ({"heading": "x" * 201}, "Heading must be 200 characters or fewer"),
        ({"after": "999"}, "Choose a section of this report"),
    ],
)
def test_bad_input_is_not_kept(client, officer, sent, message):
    report = ReportFactory()

    assert message in keep(client, report, **sent).json()["problem"]
    assert message in keep(client, report, script=False, **sent).content.decode()
    assert kept_bodies() == []


def test_nothing_is_kept_once_the_report_is_approved(client, officer):
    answer = keep(client, ReportFactory(approved=True))

    assert answer.json()["problem"] == "The text of an approved report cannot change"
    assert kept_bodies() == []


@pytest.mark.usefixtures("no_queue")
def test_approving_a_report_forgets_what_was_kept_of_it():
    report = ReportFactory(in_review=True, meeting__held_on=datetime.date(2026, 9, 1))
    SectionFactory(report=report, body="Visits went well.", position=1)
    KeptSectionFactory(report=report)
    other = KeptSectionFactory()

    approve_report(report=Report.objects.get(pk=report.pk), by=UserFactory(role=Role.MANAGER), version=0)

    assert list(KeptSection.objects.all()) == [other]


def test_discarding_shows_the_text_and_asks(client, officer):
    report = ReportFactory()
    kept = KeptSectionFactory(report=report, person=officer, body="No longer <b>needed</b>.")

    page = client.get(address(report, "new_section_discard")).content.decode()
    assert "No longer &lt;b&gt;needed&lt;/b&gt;." in page
    stale = client.post(address(report, "new_section_discard"), {"version": kept.version + 1})
    assert "after you opened it" in stale.content.decode()
    response = client.post(address(report, "new_section_discard"), {"version": kept.version})

    assert response.url == address(report)
    assert kept_bodies() == []


def test_kept_section_is_for_its_writer_alone(client, officer):
    report = ReportFactory()
    KeptSectionFactory(report=report, body="Somebody else’s words.")

    page, values = opened(client, report, again=True)

    assert "Somebody else’s words." not in page.get_text()
    assert "body" not in values
    assert client.get(address(report, "new_section_discard")).status_code == 404


def test_exemption_of_a_section_that_is_being_written_stays(client, officer):
    exemption = ExemptionFactory()
    KeptSectionFactory(report=exemption.report, exemption=exemption)

    url = reverse("reports:exemption_remove", args=[exemption.report_id, exemption.pk])
    page = client.post(url, {"version": 0}).content.decode()

    assert "Somebody has text of a section, not saved yet" in page
    assert Exemption.objects.get() == exemption


def test_keeping_needs_a_token():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())

    assert keep(strict, ReportFactory()).status_code == 403
    assert kept_bodies() == []
