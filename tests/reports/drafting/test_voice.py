"""What children and young people told the council."""

import datetime

import pytest

from actions.models import Evidence
from findings.models import Kind
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from reviews.models import ReviewKind
from tests.factories.actions import ActionFactory, EvidenceFactory
from tests.factories.findings import FindingFactory

pytestmark = pytest.mark.django_db
VOICE = Section.Kind.VOICE
NO_FEEDBACK = "**Feedback.** No feedback from children or families was added to an action in the period."
ADDED = datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC)


@pytest.fixture
def feedback():
    """Add feedback from children or families to an action."""

    def add(shows, **values):
        row = {"kind": Evidence.Kind.FEEDBACK, "dated_on": datetime.date(2026, 3, 9), "added_at": ADDED}
        return EvidenceFactory(shows=shows, **{**row, **values})

    return add


def test_no_voice_is_said_in_sentences(period, report_in_march, feedback):
    FindingFactory(review=report_in_march("Audit"))
    feedback("Too early", dated_on=datetime.date(2025, 10, 31))
    feedback("Too late", added_at=datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC))
    feedback("Observed", kind=Evidence.Kind.OBSERVATION)

    assert draft_text(VOICE, Facts(period)) == f"No survey reported in the period.\n\n{NO_FEEDBACK}"


def test_surveys_are_quoted_and_so_is_feedback_about_actions(period, report_in_march, feedback):
    survey = report_in_march(
        "How *are* you", kind=ReviewKind.SURVEY, provider__name="Youth Council", people_spoken_to=139
    )
    FindingFactory(review=survey, text="We know whom to ask.", kind=Kind.STRENGTH)
    FindingFactory(review=survey, text="Nobody calls back.", correction="Some do.")
    feedback("We are asked # first.", action=ActionFactory(reference="A-2026-001"))

    assert draft_text(VOICE, Facts(period)) == (
        "One survey reported in the period.\n\n"
        "**How \\*are\\* you.** Youth Council carried out this survey, which reported on 2 March 2026. "
        "139 people took part. It has one strength and one area for consideration.\n\n"
        "- Strength: “We know whom to ask”\n"
        "- Area for consideration: “Nobody calls back” (correction: Some do)\n\n"
        "**Feedback.** One piece of feedback from children or families was added to actions as evidence.\n\n"
        "- “We are asked \\# first” (9 March 2026, about A-2026-001)"
    )


def test_number_of_people_that_could_tell_who_they_are_is_not_printed(period, report_in_march):
    report_in_march("Few", kind=ReviewKind.SURVEY, provider__name="Youth Council", people_spoken_to=4)

    assert draft_text(VOICE, Facts(period)).split("\n\n")[1] == (
        "**Few.** Youth Council carried out this survey, which reported on 2 March 2026. "
        "Fewer than 5 people took part. No finding of it has been recorded."
    )


def test_long_lists_are_cut_and_say_how_much_more_there_is(period, report_in_march, feedback):
    FindingFactory.create_batch(11, review=report_in_march("Survey", kind=ReviewKind.SURVEY))
    action = ActionFactory()
    for number in range(12):
        feedback(f"Word {number}", action=action)

    text = draft_text(VOICE, Facts(period))

    assert (
        "\n- One more finding in the register of findings\n\n**Feedback.** 12 pieces of feedback from" in text
    )
    assert text.endswith("\n- Two more pieces with the actions")


def test_voice_needs_as_many_queries_for_three_as_for_one(report_in_march, feedback, queries_of):
    def add():
        FindingFactory(review=report_in_march("Survey", kind=ReviewKind.SURVEY))
        feedback("We are asked")

    add()
    first = queries_of(VOICE)
    add()
    add()

    assert (first, queries_of(VOICE)) == (4, 4)
