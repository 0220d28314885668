"""Taking over what else a document says, beside its findings."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.models import Intake, Measure, Measurement
from findings.services.intake import set_aside_intake
from portal.history import history_of
from portal.models import Organisation, Role
from reports.models import Abbreviation
from reviews.models import Judgement
from reviews.services.review import edit_review
from tests.factories.findings import (
    CandidateFactory,
    DocumentFactory,
    IntakeFactory,
    MeasureFactory,
    MeasurementFactory,
)
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import (
    FrameworkFactory,
    GradeFactory,
    GuidanceEditionFactory,
    JudgementFactory,
    ReviewFactory,
    StrandFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
RECORDERS = [Role.OFFICER, Role.MANAGER]
OTHERS = [Role.ACTION_LEAD, Role.SCRUTINEER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
LOOKED_AFTER = {
    "name": "children looked after by the local authority",
    "value": 188,
    "unit": "children",
    "date": "2025-12-01",
    "as_written": "188 children looked after by the local authority",
    "source_ref": "para 44",
}
SHARE = {
    "name": "local authorities were judged inadequate",
    "value": 35,
    "unit": "local authorities",
    "date": "2017-04-30",
    "as_written": "35 (24%) of local authorities were judged inadequate",
    "source_ref": "para 3",
    "percent": 24.0,
    "out_of": 139,
}
SAID = {
    "metadata": {
        "date": "2026-03-02",
        "onsite_from": "2026-02-02",
        "onsite_to": "2026-02-06",
        "onsite_dates_as_written": "2 to 6 February 2026",
        "feedback_workshop_date": "2026-02-10",
        "provider": "Ofsted",
    },
    "methodology": {"discussions_with": "over 45 people", "case_files": 84},
    "judgements": [
        {"subject": "Help and protection", "grade": "Good", "source_ref": "Table 1"},
        {"subject": "Overall effectiveness", "grade": "Requires improvement"},
    ],
    "measures": [LOOKED_AFTER, SHARE],
    "abbreviations": [
        {"abbr": "ICB", "meaning": "Integrated care board"},
        {"abbr": "MASH", "meaning": "Multi-agency safeguarding hub"},
    ],
    "assurance_statement": {
        "text": "I am assured that partners comply with Working Together.",
        "standard": "Working Together to Safeguard Children (2018)",
    },
    "actions": [{"text": "Share the lessons of audits", "source_ref": "Priority 1"}],
}
MISTAKEN = "Open this page again, then make your changes"


@pytest.fixture
def framework():
    framework = FrameworkFactory()
    for place, name in enumerate(("Good", "Requires improvement to be good")):
        GradeFactory(framework=framework, name=name, position=place)
    return framework


@pytest.fixture
def review(framework):
    review = ReviewFactory(framework=framework, title="Inspection", stage="planned")
    StrandFactory(review=review, name="The experiences of children who need help and protection", position=1)
    StrandFactory(review=review, name="The experiences of care leavers", position=2)
    return review


@pytest.fixture
def intake(review):
    document = DocumentFactory(review=review, name="letter.pdf")
    return IntakeFactory(document=document, particulars=SAID)


def address(intake):
    return reverse("findings:intake_particulars", args=[intake.document.review_id, intake.pk])


def sent(client, intake, *ticked, **changed):
    """What the page sends: each field as it was offered, the boxes that are ticked, and what was changed."""
    form = client.get(address(intake)).context["form"]
    data = {"version": form["version"].value()}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, list):
            data |= {f"{name}_{part}": str(number) for part, number in enumerate(value)}
        elif value and name not in ("version", "form_token") and not name.endswith("-take"):
            data[name] = str(value)
    data |= {f"{prefix}-take": "on" for prefix in ticked}
    return data | changed


def errors(response):
    return dict(response.context["form"].errors)


def rows(response):
    return {row.row.prefix: row for _, rows in response.context["form"].shown for row in rows}


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


# Judgements


def test_judgement_is_corrected_before_it_is_recorded(client, officer, intake, review, framework):
    strand, grade = review.strands.last(), framework.grades.last()
    data = sent(
        client,
        intake,
        "judgement-1",
        **{"judgement-1-strand": str(strand.pk), "judgement-1-grade": str(grade.pk)},
    )

    client.post(address(intake), data)

    judgement = Judgement.objects.get()
    assert (judgement.strand, judgement.grade) == (strand, grade)


def test_judgement_of_a_framework_without_grades(client, officer, intake, framework):
    framework.grades.all().delete()

    response = client.get(address(intake))

    assert "This framework gives no grades, so there is nothing to record." in response.content.decode()
    assert rows(response)["judgement-1"].tick is None


def test_judgement_of_a_review_without_a_framework(client, officer, intake, review):
    review.framework = None
    review.save()

    response = client.get(address(intake))

    assert "The review names no framework" in response.content.decode()
    assert rows(response)["judgement-1"].tick is None


def test_judgement_overall_is_not_offered_where_the_framework_gives_none(client, officer, intake, framework):
    framework.gives_overall_grade = False
    framework.save()
    data = sent(client, intake, "judgement-2")

    response = client.post(address(intake), data)

    assert errors(response) == {"judgement-2-strand": ["Choose the strand that was graded"]}
    assert "The review overall" not in response.content.decode()


def test_judgement_on_a_strand_that_has_another_grade(client, officer, intake, review, framework):
    JudgementFactory(review=review, strand=review.strands.first(), grade=framework.grades.last())

    response = client.post(address(intake), sent(client, intake, "judgement-1"))

    message = "This review already has a judgement on this strand. Change that one instead"
    assert errors(response) == {"judgement-1-strand": [message]}
    assert Judgement.objects.count() == 1


def test_two_judgements_on_one_strand(client, officer, intake):
    data = sent(client, intake, "judgement-1", "judgement-2", **{"judgement-1-strand": "overall"})

    response = client.post(address(intake), data)

    assert errors(response) == {
        "judgement-2-strand": ["Another grade that you ticked is on this strand. Keep one of them"]
    }


def test_judgement_with_a_strand_of_another_review_and_an_unknown_grade(client, officer, intake):
    data = sent(
        client,
        intake,
        "judgement-1",
        **{"judgement-1-strand": str(StrandFactory().pk), "judgement-1-grade": "999999"},
    )

    response = client.post(address(intake), data)

    assert errors(response) == {
        "judgement-1-strand": ["Choose a strand of this review"],
        "judgement-1-grade": ["Choose a grade of this review’s framework"],
    }


# Abbreviations


def test_abbreviation_with_another_meaning_on_the_list_stays(client, officer, intake):
    Abbreviation.objects.create(short="MASH", meaning="Something else")

    response = client.get(address(intake))
    client.post(address(intake), {"version": 0, "abbreviation-2-take": "on"})

    page = response.content.decode()
    assert "On the council’s list “MASH” stands for “Something else”. It stays as it is." in page
    assert Abbreviation.objects.get().meaning == "Something else"


def test_abbreviation_on_the_list_is_shown_as_recorded(client, officer, intake):
    Abbreviation.objects.create(short="ICB", meaning="integrated  care board")

    assert rows(client.get(address(intake)))["abbreviation-1"].row.tag == "Recorded"


def test_abbreviation_that_is_too_long_for_the_list(client, officer, intake):
    Intake.objects.update(particulars={"abbreviations": [{"abbr": "ICB", "meaning": "x" * 201}]})

    assert rows(client.get(address(intake)))["abbreviation-1"].row.tag == "Too long"


# Facts of the review


def test_facts_that_the_review_lacks_or_has_otherwise(client, officer, intake):
    found = rows(client.get(address(intake)))

    assert found["fact-fieldwork_start_on"].row.tag == "Recorded"
    assert found["fact-fieldwork_end_on"].row.lines == [
        "As written: 2 to 6 February 2026",
        "The review has 5 February 2026",
    ]
    assert found["fact-received_on"].row.label == "Report received: 2 March 2026"
    assert found["fact-provider"].row.tag == "Shown only"


def test_facts_are_filled_in(client, officer, intake, review):
    review.framework.guidance_editions.create(name="Working Together 2018", position=1)
    GuidanceEditionFactory(framework=review.framework, name="Working Together 2018, updated 2020")
    ofsted = OrganisationFactory(name="Ofsted", kind=Organisation.Kind.SECTOR_BODY)
    ticked = (
        "fieldwork_end_on",
        "feedback_on",
        "received_on",
        "provider",
        "people_spoken_to",
        "guidance_edition",
    )

    client.post(address(intake), sent(client, intake, *(f"fact-{name}" for name in ticked)))

    review.refresh_from_db()
    assert [getattr(review, name) for name in ticked[:3]] == [
        datetime.date(2026, 2, 6),
        datetime.date(2026, 2, 10),
        datetime.date(2026, 3, 2),
    ]
    assert (review.provider, review.people_spoken_to) == (ofsted, 45)
    assert str(review.guidance_edition) == "Working Together 2018"


def test_corrected_year_stands_beside_what_is_written(client, officer, intake):
    metadata = {
        "onsite_from": "2016-11-14",
        "onsite_to": "2016-12-08",
        "onsite_dates_as_written": "14th November 2016 – 8th December 2017",
        "onsite_to_corrected": True,
    }
    Intake.objects.update(particulars={"metadata": metadata})

    row = rows(client.get(address(intake)))["fact-fieldwork_end_on"].row

    assert row.label == "Fieldwork ended: 8 December 2016"
    assert row.lines[:2] == [
        "As written: 14th November 2016 – 8th December 2017",
        "Its year is read as that of the start, as the fieldwork would have taken over half a year",
    ]


def test_facts_out_of_order_are_refused(client, officer, intake):
    Intake.objects.update(particulars={"metadata": {"feedback_workshop_date": "2026-01-10"}})

    response = client.post(address(intake), sent(client, intake, "fact-feedback_on"))

    assert errors(response) == {
        "fact-feedback_on-take": [
            "This does not fit the review’s other dates. "
            "Enter a feedback date that is on or after the start of fieldwork"
        ]
    }


def test_end_of_fieldwork_needs_its_start(client, officer, intake, review):
    review.fieldwork_start_on = review.fieldwork_end_on = None
    review.save()

    response = client.post(address(intake), sent(client, intake, "fact-fieldwork_end_on"))

    assert errors(response) == {
        "fact-fieldwork_end_on-take": ["Tick the start of the fieldwork too: the review has none"]
    }


def test_receipt_in_the_future_is_refused(client, officer, intake):
    Intake.objects.update(particulars={"metadata": {"date": "2026-07-01"}})

    response = client.post(address(intake), sent(client, intake, "fact-received_on"))

    assert errors(response) == {
        "fact-received_on-take": ["This day has not come yet, and the review’s stage is “Planned”"]
    }
