"""A long history is read and shown a page at a time."""

import datetime

import pytest
import time_machine
from auditlog.models import LogEntry
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from actions.services.extension import decide_extension
from actions.services.sign_off import sign_off_action
from portal.history import FieldChange, history_of, note_event
from portal.models import Organisation, Role
from portal.services import change, save_changes
from portal.wording import in_short
from reviews.services.review import edit_review
from reviews.services.strand import add_strand, edit_strand, remove_strand
from tests.factories.actions import ActionFactory, EvidenceFactory, ExtensionFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("histories_from_the_beginning")]


def renamed(organisation: Organisation, times: int) -> Organisation:
    """An organisation that was renamed so often, each time with the number after its first name."""
    officer, first = UserFactory(), organisation.name
    for number in range(times):
        save_changes(
            record=organisation, by=officer, version=number, changes={"name": f"{first} {number + 1}"}
        )
    return organisation


def test_history_calls_fields_as_the_forms_do():
    officer = UserFactory()
    review = ReviewFactory(
        stage="fieldwork",
        response_basis="given",
        response_due_on=datetime.date(2026, 3, 2),
        response_why="The letter says so",
    )

    edit_review(
        review=review,
        by=officer,
        version=0,
        changes={"response_basis": "none", "response_due_on": None, "response_why": ""},
    )

    assert {change.label for change in history_of(review)[0].changes} == {
        "When the written response is due",
        "Date of the written response",
        "Reason for the date of the written response",
    }


def test_history_reads_only_what_is_asked_for():
    organisation = OrganisationFactory(name="Name")
    history = history_of(renamed(organisation, 3))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        newest = history[:2]

    assert [entry.changes[0].after for entry in newest] == ["Name 3", "Name 2"]
    assert [query["sql"].endswith("LIMIT 2") for query in queries] == [True]
    assert len(history) == 4
    assert [entry.what for entry in history] == ["Changed", "Changed", "Changed", "Created"]


def test_history_is_shown_in_pages_that_lead_to_each_other(admin_visit):
    address = reverse("portal:organisation_edit", args=[renamed(OrganisationFactory(), 60).pk])

    first = BeautifulSoup(admin_visit.get(address).content, "lxml")
    second = BeautifulSoup(admin_visit.get(f"{address}?history=2").content, "lxml")

    links = [link["href"] for link in first.select("nav[aria-label='Pages of the history'] a")]
    assert [len(page.select(".portal-timeline__item")) for page in (first, second)] == [50, 11]
    assert links == ["?history=1", "?history=2", "?history=2"]


def test_history_has_the_whole_of_a_long_change(admin_visit):
    organisation = OrganisationFactory()
    words = " ".join(f"word-{number}" for number in range(200))
    note_event(organisation, "Words", words, by=UserFactory())
    note_event(organisation, "Words", "Few words.", by=UserFactory())

    page = BeautifulSoup(
        admin_visit.get(reverse("portal:organisation_edit", args=[organisation.pk])).content, "lxml"
    )

    few, many = page.select(".portal-timeline__changes dd")[:2]
    assert (few.get_text(strip=True), few.details) == ("Few words.", None)
    assert many.select_one(".govuk-details__text").get_text() == words


def test_history_shows_two_long_texts_where_they_differ(admin_visit):
    organisation, words = OrganisationFactory(), [f"word-{number}" for number in range(200)]
    before, after = " ".join(words), " ".join([*words[:150], "otherwise", *words[151:]])
    entries = LogEntry.objects.filter(object_pk=str(organisation.pk))
    entries.update(action=LogEntry.Action.UPDATE, changes={"name": [before, after]})

    page = admin_visit.get(reverse("portal:organisation_edit", args=[organisation.pk]))

    summaries = BeautifulSoup(page.content, "lxml").select(".portal-timeline__changes summary")
    assert [summary.get_text(strip=True) for summary in summaries] == [
        f"Before: … {' '.join(words[144:164])} …",
        f"After: … {' '.join([*words[144:150], 'otherwise', *words[151:164]])} …",
    ]


def test_two_texts_of_which_one_goes_on_are_shown_at_its_end():
    words = [f"word-{number}" for number in range(100)]
    longer = " ".join([*words, "more"])

    assert in_short(" ".join(words), longer) == f"… {' '.join(words[94:])}"
    assert in_short(longer, " ".join(words)) == f"… {' '.join(words[94:])} more"
    assert in_short(longer) == f"{' '.join(words[:20])} …"


def test_history_takes_the_same_queries_for_one_change_and_for_three(admin_visit):
    numbers = []
    for times in (1, 3):
        address = reverse("portal:organisation_edit", args=[renamed(OrganisationFactory(), times).pk])
        with CaptureQueriesContext(connection) as queries:
            admin_visit.get(address)
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]


def test_history_writes_a_moment_and_a_tick_in_words(db):
    officer, extension = UserFactory(), ExtensionFactory(due_asked_on=datetime.date(2027, 9, 1))
    organisation = OrganisationFactory()

    with time_machine.travel("2027-07-01T11:30:00Z", tick=False):
        decide_extension(
            extension=extension, by=UserFactory(role=Role.MANAGER), decision="granted", reason="It fits"
        )
    save_changes(record=organisation, by=officer, version=0, changes={"is_active": False})

    decided = {change.label: change.after for change in history_of(extension)[0].changes}
    ticked = history_of(organisation)[0].changes
    assert decided["Decided at"] == "1 July 2027 at 12:30pm"
    assert ticked == (FieldChange("Is active", "Yes", "No"),)


def test_history_keeps_all_that_happened_to_a_part_that_was_removed(db):
    review, officer = ReviewFactory(), UserFactory(name="Policy officer")
    strand = add_strand(by=officer, review=review, name="Help")
    edit_strand(strand=strand, by=officer, version=0, changes={"name": "Help and protection"})
    remove_strand(strand=strand, by=officer, version=1)
    add_strand(by=officer, review=ReviewFactory(), name="Of another review")

    history = [(entry.what, entry.who) for entry in history_of(review, parts=["strands"])]

    assert history[:3] == [
        ("Removed strand: Help and protection", "Policy officer"),
        ("Changed strand: Help and protection", "Policy officer"),
        ("Added strand: Help", "Policy officer"),
    ]
    assert "Of another review" not in str(history)


def test_history_tells_a_sign_off_as_one_change(db):
    action = ActionFactory(status="delivered")
    evidence, manager = EvidenceFactory(action=action), UserFactory(role=Role.MANAGER, name="Director")
    before = len(history_of(action))
    sign_off_action(
        action=action,
        by=manager,
        on=timezone.localdate(),
        was_delivered=True,
        made_difference="yes",
        reason="Audits show it",
        evidence=[evidence],
        difference_evidence=[evidence],
    )

    newest, *earlier = history_of(action, action.sign_offs.all())

    assert newest.what == "Added sign-off: delivered, made a difference: yes"
    assert (newest.who, {change.label: change.after for change in newest.changes}) == (
        "Director",
        {
            "Status": "Signed off",
            "Evidence that it was delivered": str(evidence),
            "Evidence of the difference": str(evidence),
        },
    )
    assert len(earlier) == before


def test_history_tells_fields_and_themes_of_one_save_together(db):
    strand, theme = StrandFactory(name="Help"), ThemeFactory(name="Early help")
    edit_strand(strand=strand, by=UserFactory(), version=0, changes={"name": "Help now", "themes": [theme]})

    newest, created = history_of(strand)

    assert [(change.label, change.after) for change in newest.changes] == [
        ("Themes", "Early help"),
        ("Name", "Help now"),
    ]
    assert (newest.what, created.what) == ("Changed", "Created")


def test_history_keeps_apart_what_became_of_several_parts(db):
    review, officer = ReviewFactory(), UserFactory()
    with change(by=officer):
        for name in ("One", "Two"):
            add_strand(by=officer, review=review, name=name)
        save_changes(record=review, by=officer, version=0, changes={"scope": "All"})

    history = [entry.what for entry in history_of(review, parts=["strands"])]

    assert history == ["Changed", "Added strand: Two", "Added strand: One", "Created"]
