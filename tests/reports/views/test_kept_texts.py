"""What is typed in a section: kept for whoever types it until it is saved or discarded."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.models import Role
from reports.models import KeptText, Report, Section
from reports.services.sections import edit_section
from reports.services.workflow import approve_report
from tests.factories.portal import UserFactory
from tests.factories.reports import ExemptionFactory, KeptTextFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def address(section, name="section_edit"):
    return reverse(f"reports:{name}", args=[section.report_id, section.pk])


def keep(client, section, *, script=True, **sent):
    values = {"version": section.version, "heading": section.heading, "body": "Typed.", "kept": "", **sent}
    headers = {"accept": "application/json" if script else "text/html"}
    return client.post(address(section, "section_keep"), values, headers=headers)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def kept_bodies():
    return list(KeptText.objects.values_list("body", flat=True))


def test_words_are_kept_and_the_report_does_not_change(client, officer):
    section = SectionFactory(heading="Visits", body="As saved.")

    answer = keep(client, section, body="As\r\ntyped.").json()

    assert answer == {
        "kept": KeptText.objects.get().stamp,
        "said": "Kept for you on 15 June 2026 at 10:00am. Not saved in the report yet",
        "others": "",
    }
    kept = KeptText.objects.get()
    assert (kept.section, kept.person, kept.heading, kept.body) == (section, officer, "Visits", "As\ntyped.")
    section.refresh_from_db()
    assert (section.body, section.version, section.report.version) == ("As saved.", 0, 0)


def test_further_words_take_the_place_of_those_kept_before(client, officer):
    section = SectionFactory()

    first = keep(client, section).json()
    second = keep(client, section, kept=first["kept"], body="Typed on.").json()

    assert second["kept"] == first["kept"].replace("-0", "-1")
    assert kept_bodies() == ["Typed on."]


def test_without_a_script_the_button_keeps_and_the_form_goes_on(client, officer):
    section = SectionFactory(heading="Visits")

    response = keep(client, section, script=False, heading="", body="")

    assert response.url == f"{address(section)}?text=kept"
    page = soup(client.get(response.url))
    assert "This is your text from 15 June 2026 at 10:00am." in page.main.get_text()
    assert (page.find(id="id_body").get_text().strip(), page.find(id="id_heading").get("value")) == ("", None)


def test_kept_text_is_offered_taken_up_and_gone_when_it_is_saved(client, officer):
    report = ReportFactory()
    exemption = ExemptionFactory(report=report)
    section = SectionFactory(report=report, heading="Visits", body="As saved.", version=3)
    kept = KeptTextFactory(section=section, person=officer, body="As typed.", exemption=exemption)

    page = soup(client.get(address(section)))
    assert "You have text from 15 June 2026 at 10:00am that is not saved" in page.main.get_text()
    assert page.find(id="id_body").get_text().strip() == "As saved."

    form = client.get(f"{address(section)}?text=kept").context["form"]
    values = {
        name: form[name].value() for name in ("heading", "body", "shown", "exemption", "version", "kept")
    }
    assert values == {
        "heading": "Visits",
        "body": "As typed.",
        "shown": "",
        "exemption": exemption.pk,
        "version": 3,
        "kept": kept.stamp,
    }
    client.post(address(section), values)

    section.refresh_from_db()
    assert (section.body, section.exemption) == ("As typed.", exemption)
    assert kept_bodies() == []


def test_kept_text_begun_before_somebody_else_saved_is_not_saved_over_theirs_unseen(client, officer):
    section = SectionFactory(body="First.")
    KeptTextFactory(section=section, person=officer, body="Mine.")
    edit_section(section=section, by=UserFactory(name="Head of Data"), version=0, changes={"body": "Theirs."})

    assert "The section was changed after you began it" in client.get(address(section)).content.decode()
    form = client.get(f"{address(section)}?text=kept").context["form"]
    values = {name: form[name].value() for name in ("heading", "body", "version", "kept")}
    page = client.post(address(section), values).content.decode()

    assert "This was changed by Head of Data" in page
    section.refresh_from_db()
    assert section.body == "Theirs."
    assert kept_bodies() == ["Mine."]


def test_text_kept_on_another_page_is_never_written_over_nor_lost_by_saving(client, officer):
    section = SectionFactory()
    KeptTextFactory(section=section, person=officer, body="On another page.")

    answer = keep(client, section)
    assert answer.status_code == 409
    assert answer.json()["problem"] == (
        "You have text from 15 June 2026 at 10:00am that is not saved. Continue with it or discard it first"
    )
    client.post(address(section), {"version": 0, "heading": "H", "body": "Saved here.", "kept": ""})

    section.refresh_from_db()
    assert section.body == "Saved here."
    assert kept_bodies() == ["On another page."]


def test_text_that_was_saved_or_discarded_on_another_page_is_not_kept_again(client, officer):
    section = SectionFactory()

    answer = keep(client, section, kept="1-0")

    assert answer.json()["problem"].startswith("You saved or discarded this text on another page")
    assert kept_bodies() == []


def test_text_begun_again_on_another_page_is_not_written_over(client, officer):
    section = SectionFactory()
    first = keep(client, section).json()
    KeptText.objects.all().delete()
    keep(client, section, body="Begun again.")

    answer = keep(client, section, kept=first["kept"], body="From the first page.")

    assert answer.status_code == 409
    assert kept_bodies() == ["Begun again."]


def test_words_that_the_section_has_already_are_not_kept(client, officer):
    section = SectionFactory(heading="Visits", body="As saved.")
    kept = KeptTextFactory(section=section, person=officer)

    answer = keep(client, section, kept=kept.stamp, body="As saved.").json()

    assert (answer["kept"], answer["said"], kept_bodies()) == (None, "", [])


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"body": "x" * 200_001}, "Shorten the text to 200,000 characters or fewer"),
        ({"heading": "x" * 201}, "Heading must be 200 characters or fewer"),
        ({"version": ""}, "Open this page again"),
    ],
)
def test_bad_input_is_not_kept(client, officer, sent, message):
    section = SectionFactory()

    assert message in keep(client, section, **sent).json()["problem"]
    assert message in keep(client, section, script=False, **sent).content.decode()
    assert kept_bodies() == []


def test_nothing_is_kept_once_the_report_is_approved(client, officer):
    section = SectionFactory(report=ReportFactory(approved=True))

    answer = keep(client, section)

    assert answer.json()["problem"] == "The text of an approved report cannot change"
    page = keep(client, section, script=False).content.decode()
    assert "The text of an approved report cannot change" in page
    assert "Typed." in page
    assert kept_bodies() == []


@pytest.mark.usefixtures("no_queue")
def test_approving_a_report_forgets_what_was_kept_of_it():
    report = ReportFactory(in_review=True, meeting__held_on=datetime.date(2026, 9, 1))
    section = SectionFactory(report=report, body="Visits went well.", position=1)
    KeptTextFactory(section=section)
    other = KeptTextFactory()

    approve_report(report=Report.objects.get(pk=report.pk), by=UserFactory(role=Role.MANAGER), version=0)

    assert list(KeptText.objects.all()) == [other]


def test_discarding_shows_the_text_and_asks(client, officer):
    section = SectionFactory()
    kept = KeptTextFactory(section=section, person=officer, body="No longer <b>needed</b>.")

    page = client.get(address(section, "section_discard")).content.decode()
    assert "No longer &lt;b&gt;needed&lt;/b&gt;." in page
    response = client.post(address(section, "section_discard"), {"version": kept.version})

    assert response.url == address(section)
    assert kept_bodies() == []


def test_text_that_was_typed_on_is_not_discarded_unread(client, officer):
    section = SectionFactory()
    KeptTextFactory(section=section, person=officer, version=2, body="Typed on.")

    page = client.post(address(section, "section_discard"), {"version": 1}).content.decode()

    assert "after you opened it" in page
    assert kept_bodies() == ["Typed on."]


def test_kept_text_is_for_its_writer_alone(client, officer):
    section = SectionFactory()
    KeptTextFactory(section=section, body="Somebody else’s words.")

    page = client.get(f"{address(section)}?text=kept").content.decode()

    assert "Somebody else’s words." not in page
    assert client.get(address(section, "section_discard")).status_code == 404


def test_others_are_named_while_they_write(client, officer):
    section = SectionFactory()
    now = timezone.now()
    for name, minutes in (("Head of Data", 5), ("Head of Quality", 10), ("Head of Estates", 16)):
        kept_at = now - datetime.timedelta(minutes=minutes)
        KeptTextFactory(section=section, person=UserFactory(name=name), kept_at=kept_at)
    said = "Head of Data and Head of Quality are also writing this section"

    assert soup(client.get(address(section))).select_one("[data-portal-others]").get_text() == said
    assert keep(client, section).json()["others"] == said


def test_section_without_text_of_its_own_keeps_none(client, officer):
    section = SectionFactory(kind=Section.Kind.CONTACTS, placed=True)

    assert keep(client, section).status_code == 403


def test_keeping_words_does_not_read_the_record(client, officer):
    section = SectionFactory(kind=Section.Kind.MEASURES)

    with CaptureQueriesContext(connection) as asked:
        keep(client, section, shown="As the record said.")

    assert kept_bodies() == ["Typed."]
    assert [query["sql"] for query in asked if "findings_measure" in query["sql"]] == []


def test_keeping_needs_a_token():
    officer = UserFactory()
    section = SectionFactory()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)

    assert keep(strict, section).status_code == 403
    assert kept_bodies() == []


def test_text_that_the_section_says_by_now_is_not_offered_nor_in_the_way(client, officer):
    section = SectionFactory(heading="Visits", body="First.")
    KeptTextFactory(section=section, person=officer, body="As typed.")
    edit_section(section=section, by=UserFactory(), version=0, changes={"body": "As typed."})

    page = soup(client.get(f"{address(section)}?text=kept"))
    section.refresh_from_db()
    answer = keep(client, section, body="Typed on.").json()

    assert "not saved" not in page.main.get_text()
    assert "This is your text" not in page.main.get_text()
    assert answer["kept"] == KeptText.objects.get().stamp
    assert kept_bodies() == ["Typed on."]
