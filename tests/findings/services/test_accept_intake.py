"""Accepting what was found in a document: once, whoever sends it and however often."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.models import Candidate, Finding, Intake, Kind
from findings.services.intake import Correction, IntakeClosed, accept_intake, save_intake, set_aside_intake
from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from reviews.models import Strand
from reviews.services.strand import add_strand, edit_strand
from reviews.services.usual_strands import add_usual_strands
from tests.concurrency import Pause, at_once
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import FrameworkStrandFactory, ReviewFactory, StrandFactory, ThemeFactory
from tests.findings.letters import AREAS, LETTER, STRENGTHS, start

pytestmark = pytest.mark.django_db


def accept(intake, by, corrections=None):
    return accept_intake(intake=intake, by=by, version=intake.version, corrections=corrections or {})


def as_it_is(candidate, **changes):
    values = {
        "is_selected": candidate.is_selected,
        "kind": candidate.kind,
        "text": candidate.text,
        "prominence": candidate.prominence,
        "strand_name": candidate.strand_name,
        "also_relates_to": candidate.also_relates_to,
    }
    return Correction(**(values | changes))


def test_accept_intake_records_the_selected_candidates():
    officer, review = UserFactory(), ReviewFactory(received_on="2024-05-02")
    review.refresh_from_db()
    intake = start(review=review, by=officer)
    accepted = accept(intake, officer)
    findings = list(Finding.objects.order_by("pk"))
    assert accepted.findings == findings
    assert [row.text for row in findings] == [*STRENGTHS, *AREAS]
    assert [row.kind for row in findings] == [Kind.STRENGTH] * 2 + [Kind.AREA] * 2
    assert [str(row.strand) for row in findings] == ["Leadership", "Leadership", "Leadership", "Practice"]
    assert [row.reference for row in findings] == [f"F-2024-00{number}" for number in range(1, 5)]
    assert {(row.document, row.recorded_by, row.review) for row in findings} == {
        (intake.document, officer, review)
    }
    assert list(Candidate.objects.values_list("finding", flat=True)) == [row.pk for row in findings]
    intake.refresh_from_db()
    assert (intake.state, intake.closed_by) == (Intake.State.ACCEPTED, officer)


def test_accept_intake_writes_the_history_of_each_finding_and_strand():
    officer = UserFactory(name="Policy officer")
    accept(start(review=ReviewFactory(), by=officer), officer)
    for record in (Finding.objects.last(), Strand.objects.last()):
        entry = list(history_of(record))[-1]
        assert (entry.what, entry.who) == ("Created", "Policy officer")


def test_accept_intake_makes_the_strands_in_the_order_of_the_document():
    officer, review = UserFactory(), ReviewFactory()
    StrandFactory(review=review, name="Governance", position=4)
    known = StrandFactory(review=review, name="leadership", position=5)
    accept(start(review=review, by=officer), officer)
    rows = list(review.strands.values_list("name", "position"))
    assert rows == [("Governance", 4), ("leadership", 5), ("Practice", 6)]
    assert Finding.objects.filter(strand=known).count() == 3


def test_accept_intake_knows_a_strand_without_its_number():
    officer, review = UserFactory(), ReviewFactory()
    for name in ("Theme 1: Leadership", "Theme 2: Practice", "practice"):
        StrandFactory(review=review, name=name)

    accept(start(review=review, by=officer), officer)

    assert [str(row.strand) for row in Finding.objects.order_by("pk")] == [
        *["Theme 1: Leadership"] * 3,
        "practice",
    ]
    assert review.strands.count() == 3


def test_accept_intake_keeps_strands_of_two_numbers_apart():
    officer, review = UserFactory(), ReviewFactory()
    known = StrandFactory(review=review, name="Theme 1: Practice")
    intake = start(review=review, by=officer)
    last = intake.candidates.last()

    accept(intake, officer, {last.pk: as_it_is(last, strand_name="Theme 2: Practice")})

    assert Finding.objects.filter(strand=known).count() == 0
    assert str(Finding.objects.order_by("pk").last().strand) == "Theme 2: Practice"


def test_accept_intake_takes_over_the_themes_of_a_known_strand():
    officer, review, theme = UserFactory(), ReviewFactory(), ThemeFactory()
    StrandFactory(review=review, name="Practice").themes.add(theme)
    accept(start(review=review, by=officer), officer)
    assert [row.text for row in theme.findings.all()] == [AREAS[1]]


def test_accept_intake_records_what_was_corrected():
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    first, second, third, fourth = intake.candidates.all()
    corrections = {
        first.pk: as_it_is(first, text="Leaders know the service", prominence="headline", strand_name=""),
        second.pk: as_it_is(second, is_selected=False),
        third.pk: as_it_is(third, kind="strength", strand_name="New strand", also_relates_to=["Practice"]),
        fourth.pk: as_it_is(fourth, is_selected=False),
    }
    accept(intake, officer, corrections)
    one, two = Finding.objects.order_by("pk")
    assert (one.text, one.prominence, one.strand) == ("Leaders know the service", "headline", None)
    assert (two.kind, str(two.strand)) == ("strength", "New strand")
    assert [str(strand) for strand in two.also_relates_to.all()] == ["Practice"]
    first.refresh_from_db()
    assert (first.text, first.original_text) == ("Leaders know the service", STRENGTHS[0])
    assert set(Strand.objects.values_list("name", flat=True)) == {"New strand", "Practice"}


def test_accept_intake_relates_no_finding_to_its_own_strand():
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    first = intake.candidates.first()
    names = [first.strand_name, "Partnership"]

    accept(intake, officer, {first.pk: as_it_is(first, also_relates_to=names)})

    finding = Finding.objects.get(text=first.text)
    assert finding.strand.name == first.strand_name
    assert [strand.name for strand in finding.also_relates_to.all()] == ["Partnership"]


@pytest.mark.parametrize(
    ("left", "message"),
    [
        ({"kind": ""}, "Choose whether finding 2 is a strength or an area for consideration"),
        ({"text": " \n"}, "Enter the words of finding 2"),
    ],
)
def test_accept_intake_of_a_candidate_without_kind_or_words_is_refused(left, message):
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    intake.candidates.update(asks_kind=True)
    second, third = intake.candidates.all()[1:3]
    corrections = {row.pk: as_it_is(row, **left) for row in (third, second)}

    with pytest.raises(Refused) as refused:
        accept(intake, officer, corrections)

    assert str(refused.value) == message
    assert refused.value.fields[0].startswith(f"{second.pk}-")
    assert not Finding.objects.exists()
    assert Intake.objects.get().state == Intake.State.OPEN


def test_accept_intake_twice_records_nothing_twice():
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    same = Intake.objects.get()
    accept(intake, officer)
    with pytest.raises(IntakeClosed, match="accepted by"):
        accept(same, UserFactory())
    with pytest.raises(IntakeClosed):
        accept(Intake.objects.get(), officer)
    assert Finding.objects.count() == 4


def test_accept_intake_of_the_same_letter_again_records_nothing_twice():
    officer, review = UserFactory(), ReviewFactory()
    accept(start(review=review, by=officer), officer)
    again = start(review=review, by=officer, letter=LETTER + "\n", name="again.md")
    assert not again.candidates.filter(is_selected=True).exists()
    ticked = {row.pk: as_it_is(row, is_selected=True) for row in again.candidates.all()}
    accepted = accept(again, officer, ticked)
    assert (len(accepted.findings), accepted.already_recorded) == (0, 4)
    assert Finding.objects.count() == 4
    assert Strand.objects.count() == 2


def test_accept_intake_where_both_were_started_before_either_was_accepted():
    officer, review = UserFactory(), ReviewFactory()
    one = start(review=review, by=officer)
    two = start(review=review, by=officer, letter=LETTER + "\n", name="again.md")
    accept(one, officer)
    assert accept(two, officer).already_recorded == 4
    assert Finding.objects.count() == 4


def test_accept_intake_records_words_that_another_review_has():
    officer = UserFactory()
    FindingFactory(kind="strength", text=STRENGTHS[0])
    assert len(accept(start(review=ReviewFactory(), by=officer), officer).findings) == 4


def test_accept_intake_after_somebody_saved_is_stale():
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    other = Intake.objects.get()
    save_intake(intake=intake, by=officer, version=intake.version, corrections={})
    with pytest.raises(StaleRecord):
        accept(other, officer)
    assert not Finding.objects.exists()


def test_accept_intake_that_was_set_aside_is_refused():
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)
    other = Intake.objects.get()
    set_aside_intake(intake=intake, by=officer, version=intake.version)
    with pytest.raises(IntakeClosed, match="set aside by"):
        accept(other, officer)
    assert not Finding.objects.exists()


def test_accept_intake_that_breaks_halfway_records_nothing(monkeypatch):
    officer = UserFactory()
    intake = start(review=ReviewFactory(), by=officer)

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("findings.services.finding.note_created", fail)
    with pytest.raises(RuntimeError):
        accept(intake, officer)
    intake.refresh_from_db()
    assert intake.state == Intake.State.OPEN
    assert not Finding.objects.exists()
    assert not Strand.objects.exists()


def test_accept_intake_needs_as_many_queries_for_one_finding_as_for_ten():
    officer = UserFactory()
    counts = []
    # The first one fills caches and makes the counter of the year's references.
    for number in (1, 1, 10):
        letter = "## Strengths\n\n### Practice\n\n" + "".join(
            f"- Strength {n} of practice\n" for n in range(number)
        )
        intake = start(review=ReviewFactory(), by=officer, letter=letter)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            accept(intake, officer)
        counts.append(len([query for query in queries if "SAVEPOINT" not in query["sql"]]))
    assert counts[1] == counts[2]


@pytest.mark.django_db(transaction=True)
def test_accept_intake_by_two_officers_at_once_records_each_finding_once(tmp_path):
    officers = [UserFactory(), UserFactory()]
    intake = start(review=ReviewFactory(), by=officers[0])

    def accept_by(officer):
        try:
            accept(Intake.objects.get(pk=intake.pk), officer)
        except IntakeClosed:
            return "closed"
        return "accepted"

    outcomes = at_once([lambda by=officer: accept_by(by) for officer in officers], folder=tmp_path)
    (counted,) = at_once([Finding.objects.count], folder=tmp_path)
    assert sorted(outcomes) == ["accepted", "closed"]
    assert counted == 4


@pytest.mark.django_db(transaction=True)
def test_accept_intake_of_the_same_letter_twice_at_once_records_each_finding_once(tmp_path):
    officer, review = UserFactory(), ReviewFactory()
    one = start(review=review, by=officer)
    two = start(review=review, by=officer, letter=LETTER + "\n", name="again.md")

    def accept_one(pk):
        return accept(Intake.objects.get(pk=pk), officer).already_recorded

    outcomes = at_once([lambda pk=row.pk: accept_one(pk) for row in (one, two)], folder=tmp_path)
    (counted,) = at_once([Finding.objects.count], folder=tmp_path)
    assert sorted(outcomes) == [0, 4]
    assert counted == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["added", "renamed", "usual"])
def test_accept_intake_while_a_colleague_names_the_same_strand_records_its_findings(
    tmp_path, monkeypatch, way
):
    usual = FrameworkStrandFactory(name="Leadership")
    officers, review, pause = UserFactory.create_batch(2), ReviewFactory(framework=usual.framework), Pause()
    other = StrandFactory(review=review, name="Other")
    start(review=review, by=officers[0])
    monkeypatch.setattr(Strand.objects, "bulk_create", pause.before(Strand.objects.bulk_create))

    def name_strand():
        by = officers[1]
        if way == "added":
            add_strand(by=by, review=review, name="leadership")
        elif way == "renamed":
            edit_strand(strand=other, by=by, version=0, changes={"name": "leadership"})
        else:
            add_usual_strands(by=by, review=review)

    def accept_it():
        return len(accept(Intake.objects.get(), officers[0]).findings)

    def named():
        return list(Strand.objects.order_by("position").values_list("name", flat=True))

    accepted, refused = at_once([accept_it, pause.during(name_strand)], folder=tmp_path)

    assert accepted == 4
    expected = "None" if way == "usual" else "This review already has a strand with this name"
    assert str(refused) == expected
    assert at_once([named], folder=tmp_path) == [["Other", "Leadership", "Practice"]]


def test_accept_intake_is_told_in_the_history_of_the_review(client):
    officer, review = UserFactory(name="Ann Officer"), ReviewFactory()
    client.force_login(officer)
    intake = start(review=review, by=officer)
    first = intake.candidates.first()

    accept(intake, officer, {first.pk: as_it_is(first, is_selected=False)})

    told = [
        (entry.who, change.label, change.after)
        for entry in history_of(review)
        for change in entry.changes
        if entry.what == "Changed"
    ]
    assert told == [("Ann Officer", "Findings accepted", "3 from “letter.md”")]
    page = client.get(reverse("reviews:review_history", args=[review.pk])).content.decode()
    assert "3 from “letter.md”" in page


def test_accept_intake_of_what_the_review_has_already_is_not_told():
    officer, review = UserFactory(), ReviewFactory()
    accept(start(review=review, by=officer), officer)

    accept(start(review=review, by=officer, letter=LETTER + "\n"), officer)

    assert [entry.what for entry in history_of(review)] == ["Changed"]
