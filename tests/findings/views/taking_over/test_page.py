"""The page of what else a document says: who may use it, and that it records all that is ticked or nothing."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.models import Intake, Measure, Measurement
from findings.services.intake import set_aside_intake
from portal.history import history_of
from portal.models import Role
from reports.models import Abbreviation
from reviews.models import Judgement
from reviews.services.review import edit_review
from tests.factories.findings import CandidateFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import (
    ReviewFactory,
    StrandFactory,
)
from tests.findings.views.taking_over.saying import LOOKED_AFTER, SAID, address, errors, rows, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
RECORDERS = [Role.OFFICER, Role.MANAGER]
OTHERS = [Role.ACTION_LEAD, Role.SCRUTINEER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
MISTAKEN = "Open this page again, then make your changes"


def test_page_offers_each_thing_and_ticks_none(client, officer, intake):
    response = client.get(address(intake))

    page = response.content.decode()
    assert "checked" not in page
    assert "Help and protection: Good" in page
    assert "188 children looked after by the local authority" in page
    assert "Value 188 · 1 December 2025 · para 44" in page
    assert "MASH: Multi-agency safeguarding hub" in page
    assert "As written: over 45 people" in page
    assert "I am assured that partners comply with Working Together." in page
    assert "Share the lessons of audits" in page


def test_page_leaves_out_what_the_document_has_nothing_of(client, officer, intake):
    Intake.objects.update(particulars={"abbreviations": SAID["abbreviations"]})

    response = client.get(address(intake))

    assert [part.title for part, _ in response.context["form"].shown] == ["Abbreviations"]


def test_page_of_a_document_that_says_nothing_else(client, officer, intake):
    Intake.objects.update(particulars={})

    page = client.get(address(intake)).content.decode()

    assert "Nothing else was recognised in the document" in page
    assert "Record what is ticked" not in page


@pytest.mark.parametrize("role", RECORDERS)
def test_all_kinds_are_recorded_together(client, intake, role):
    MeasureFactory(name="Children looked after")
    client.force_login(UserFactory(role=role, name="The recorder"))
    data = sent(
        client, intake, "judgement-1", "judgement-2", "figure-1", "abbreviation-2", "fact-case_files_read"
    )

    response = client.post(address(intake), data, follow=True)

    assert response.redirect_chain == [(address(intake), 302)]
    assert (
        "1 detail of the review, 2 judgements, 1 value and 1 abbreviation recorded from “letter.pdf”"
        in response.content.decode()
    )
    review = intake.document.review
    assert [str(row) for row in review.judgements.order_by("pk")] == [
        "The experiences of children who need help and protection: Good",
        "Overall: Requires improvement to be good",
    ]
    value = Measurement.objects.get()
    assert (str(value.measure), value.value, value.measured_on, value.source) == (
        "Children looked after",
        Decimal(188),
        datetime.date(2025, 12, 1),
        "letter.pdf, para 44",
    )
    assert Abbreviation.objects.get().meaning == "Multi-agency safeguarding hub"
    review.refresh_from_db()
    assert (review.case_files_read, review.people_spoken_to) == (84, None)
    for record in (*review.judgements.all(), value, Abbreviation.objects.get()):
        assert [(entry.what, entry.who) for entry in history_of(record)] == [("Created", "The recorder")]
    assert [prefix for prefix, row in rows(response).items() if row.row.tag == "Recorded"] == [
        "fact-fieldwork_start_on",
        "fact-case_files_read",
        "judgement-1",
        "judgement-2",
        "figure-1",
        "abbreviation-2",
    ]


def test_judgement_says_where_it_is_from(client, officer, intake):
    client.post(address(intake), sent(client, intake, "judgement-1"))

    assert Judgement.objects.get().note == "As stated in letter.pdf, Table 1"


def test_accepted_intake_is_taken_over_as_well(client, officer, intake):
    Intake.objects.update(state=Intake.State.ACCEPTED, closed_by=officer, closed_at=timezone.now())

    client.post(address(intake), sent(client, intake, "judgement-1"))

    assert Judgement.objects.count() == 1


def test_intake_that_was_set_aside_is_not_taken_over(client, officer, intake):
    data = sent(client, intake, "judgement-1")
    set_aside_intake(intake=intake, by=officer, version=0)

    response = client.post(address(intake), data, follow=True)

    assert response.redirect_chain == [(intake.get_absolute_url(), 302)]
    assert "This document was set aside. Check it again" in response.content.decode()
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("role", OTHERS)
def test_others_are_refused(client, intake, role):
    client.force_login(UserFactory(role=role))

    assert client.get(address(intake)).status_code == 403
    assert client.post(address(intake), {"judgement-1-take": "on"}).status_code == 403
    assert not Judgement.objects.exists()


def test_stranger_is_asked_to_sign_in(client, intake):
    response = client.get(address(intake))

    assert response.headers["Location"] == f"{reverse('portal:sign_in')}?next={address(intake)}"


def test_intake_of_another_review_or_none(client, officer, intake):
    other = reverse("findings:intake_particulars", args=[ReviewFactory().pk, intake.pk])
    none = reverse("findings:intake_particulars", args=[intake.document.review_id, intake.pk + 99])

    assert [client.get(url).status_code for url in (other, none)] == [404, 404]


def test_wrong_method(client, officer, intake):
    assert client.delete(address(intake)).status_code == 405


def test_nothing_ticked(client, officer, intake):
    response = client.post(address(intake), sent(client, intake))

    assert errors(response) == {"fact-fieldwork_end_on-take": ["Tick what you want to record"]}


def test_sent_twice_records_once(client, officer, intake, token):
    data = sent(client, intake, "figure-1", "judgement-1", "fact-case_files_read")
    data |= {"form_token": token, "figure-1-name": "Children in care", "figure-1-source": "The letter"}

    first, second = (client.post(address(intake), data, follow=True) for _ in range(2))

    assert "1 detail of the review, 1 judgement and 1 value recorded" in first.content.decode()
    assert "was recorded when you sent it first" in second.content.decode()
    assert (Judgement.objects.count(), Measurement.objects.count(), Measure.objects.count()) == (1, 1, 1)


def test_what_a_colleague_recorded_meanwhile_is_not_recorded_twice(client, officer, intake, review):
    data = sent(client, intake, "judgement-1")
    client.post(address(intake), data)

    response = client.post(address(intake), data, follow=True)

    assert "What you ticked was recorded already" in response.content.decode()
    assert Judgement.objects.count() == 1


def test_one_error_leaves_everything_unrecorded(client, officer, intake):
    data = sent(client, intake, "judgement-1", "abbreviation-2", "figure-2", "fact-case_files_read")

    response = client.post(address(intake), data)

    assert errors(response) == {"figure-2-measure": ["Choose a measure, or enter the name of a new one"]}
    assert not Judgement.objects.exists()
    assert not Abbreviation.objects.exists()
    assert rows(response)["judgement-1"].tick.value() is True


def test_stale_review_is_explained_where_its_fields_are_ticked(client, officer, intake, review):
    data = sent(client, intake, "fact-case_files_read")
    colleague = UserFactory(name="A colleague")
    edit_review(review=review, by=colleague, version=0, changes={"people_spoken_to": 12})

    response = client.post(address(intake), data)
    again = client.post(address(intake), data | {"version": response.context["form"]["version"].value()})

    assert "This was changed by A colleague" in errors(response)["__all__"][0]
    assert again.status_code == 302
    review.refresh_from_db()
    assert (review.people_spoken_to, review.case_files_read) == (12, 84)


def test_stale_review_does_not_keep_a_figure_back(client, officer, intake, review):
    MeasureFactory(name="Children looked after")
    data = sent(client, intake, "figure-1")
    edit_review(review=review, by=officer, version=0, changes={"people_spoken_to": 12})

    assert client.post(address(intake), data).status_code == 302
    assert Measurement.objects.count() == 1


@pytest.mark.parametrize("version", ["", "x"])
def test_damaged_version(client, officer, intake, version):
    response = client.post(address(intake), sent(client, intake, "judgement-1") | {"version": version})

    assert errors(response) == {"version": [MISTAKEN]}
    assert not Judgement.objects.exists()


def test_page_asks_as_often_for_three_of_each_as_for_one(client, officer, intake, counted_queries):
    three = {
        "judgements": [{"subject": f"Subject {number}", "grade": "Good"} for number in range(3)],
        "measures": [LOOKED_AFTER | {"date": f"2025-12-0{number}"} for number in range(1, 4)],
        "abbreviations": [{"abbr": f"AB{number}", "meaning": "A short form"} for number in range(3)],
    }
    Intake.objects.update(particulars={kind: said[:1] for kind, said in three.items()})
    MeasurementFactory(
        measure__name="Children looked after", measured_on=datetime.date(2025, 12, 1), value=188
    )
    one = counted_queries(address(intake))
    for number in range(3):
        measure = MeasureFactory(name=f"Children looked after {number}")
        MeasurementFactory(measure=measure, measured_on=datetime.date(2025, 12, number + 1), value=188)
        StrandFactory(review=intake.document.review)
    Intake.objects.update(particulars=three)

    assert counted_queries(address(intake)) == one


def links_to(page, intake):
    return f'href="{address(intake)}"' in page.content.decode()


def test_page_is_reached_while_the_intake_is_open(client, officer, intake):
    CandidateFactory(intake=intake)
    documents = reverse("findings:review_documents", args=[intake.document.review_id])

    assert links_to(client.get(intake.get_absolute_url()), intake)
    assert links_to(client.get(documents), intake)


def test_page_is_the_next_step_after_accepting(client, officer, intake):
    candidate = CandidateFactory(intake=intake)
    data = {"version": 0, "accept": "1", f"{candidate.pk}-is_selected": "on"}
    data |= {f"{candidate.pk}-{name}": getattr(candidate, name) for name in ("kind", "text", "prominence")}

    response = client.post(intake.get_absolute_url(), data, follow=True)

    assert "Next: see what else the document says" in response.content.decode()
    assert links_to(response, intake)
    assert links_to(client.get(intake.get_absolute_url()), intake)


def test_page_is_not_offered_to_those_who_only_read_nor_once_set_aside(client, officer, intake):
    documents = reverse("findings:review_documents", args=[intake.document.review_id])
    scrutineer = UserFactory(role=Role.SCRUTINEER)
    set_aside_intake(intake=intake, by=officer, version=0)

    aside = client.get(documents)
    Intake.objects.update(state=Intake.State.ACCEPTED)
    client.force_login(scrutineer)

    assert not links_to(aside, intake)
    assert not links_to(client.get(documents), intake)
    assert not links_to(client.get(intake.get_absolute_url()), intake)
