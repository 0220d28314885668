"""What a report says before anybody has edited it."""

import datetime
from decimal import Decimal
from itertools import pairwise

import pytest

from actions.models import RatingLevel, Status
from findings.models import Kind, Measure, Prominence, Recurrence
from portal.wording import joined
from reports.drafting import WRITERS, draft_recommendations, draft_text
from reports.drafting.words import count, quoted, verbatim
from reports.facts import Facts
from reports.figures import figures
from reports.models import Section
from tests.factories.actions import ActionFactory, ExtensionFactory, SignOffFactory, UpdateFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.reviews import JudgementFactory, ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", WRITERS)
def test_section_of_an_empty_record_says_that_there_is_nothing(kind, period):
    assert draft_text(kind, Facts(period))
    assert figures(kind, Facts(period)) == []


def test_section_of_the_officers_own_starts_empty(period):
    assert draft_text(Section.Kind.TEXT, Facts(period)) == ""
    assert figures(Section.Kind.TEXT, Facts(period)) == []


def test_reviews_tell_who_how_widely_and_what_was_found(period):
    review = ReviewFactory(
        title="Peer challenge",
        provider__name="Sector body",
        received_on=datetime.date(2026, 3, 2),
        people_spoken_to=1200,
        case_files_read=12,
    )
    FindingFactory(review=review, kind=Kind.STRENGTH)
    FindingFactory(review=review)
    ReviewFactory(title="Survey", provider__name="Youth Council")

    text = draft_text(Section.Kind.REVIEWS, Facts(period))

    assert text == (
        "One review reported in the period.\n\n"
        "**Peer challenge.** This peer review was carried out by Sector body and reported on 2 March 2026. "
        "The reviewers spoke to 1,200 people and read 12 case files. The report has one strength and one area "
        "for consideration. The area is still to be answered.\n\n"
        "One review is under way and had not reported by the end of the period: Survey (Youth Council)."
    )


def test_review_figures_show_the_reviews_and_their_grades(period):
    review = ReviewFactory(title="Inspection", received_on=datetime.date(2026, 3, 2))
    JudgementFactory(review=review, strand=None, grade__name="Good")

    reviews, judgements = figures(Section.Kind.REVIEWS, Facts(period))

    assert reviews["rows"] == [["Inspection", "Peer review", "2\xa0March\xa02026", "0", "0"]]
    assert judgements["rows"] == [["Inspection", "Overall", "Good"]]


def test_findings_are_quoted_by_theme_without_becoming_markdown(period):
    theme = ThemeFactory(name="Voice")
    review = ReviewFactory(title="Survey", received_on=datetime.date(2026, 3, 2))
    for kind, text in ((Kind.STRENGTH, "They *listen*."), (Kind.AREA, "# Not\n  yet")):
        FindingFactory(review=review, kind=kind, text=text, prominence=Prominence.HEADLINE).themes.add(theme)

    text = draft_text(Section.Kind.FINDINGS, Facts(period))

    assert text.split("\n\n")[1:] == [
        "**Voice.** One strength and one area for consideration.",
        "- Strength: “They \\*listen\\*” (Survey)\n- Area for consideration: “\\# Not yet” (Survey)",
    ]
    chart, table = figures(Section.Kind.FINDINGS, Facts(period))
    assert (chart["labels"], chart["series"]) == (
        ["Voice"],
        [["Strengths", [1]], ["Areas for consideration", [1]]],
    )
    assert table["rows"] == [["Voice", "1", "1"]]


def test_quoted_finding_stands_with_its_correction(period):
    review = ReviewFactory(title="Survey", received_on=datetime.date(2026, 3, 2))
    finding = FindingFactory(
        review=review, text="24% answered.", correction="35 of 139 is 25.2%, as *Table 2* has it."
    )
    finding.themes.add(ThemeFactory(name="Voice"))

    text = draft_text(Section.Kind.FINDINGS, Facts(period))

    assert text.split("\n\n")[-1] == (
        "- Area for consideration: “24% answered” (Survey; correction: 35 of 139 is 25.2%, as \\*Table 2\\* has it)"
    )


def test_actions_tell_what_was_done_what_is_late_and_what_is_at_risk(period):
    late = ActionFactory(
        title="Visit in time", reference="A-2026-001", original_due_on=datetime.date(2026, 3, 2)
    )
    UpdateFactory(action=late, confidence="low", posted_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC))
    SignOffFactory(
        action=ActionFactory(title="Listen", reference="A-2026-002", status=Status.SIGNED_OFF),
        signed_off_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC),
    )

    text = draft_text(Section.Kind.ACTIONS, Facts(period))

    assert text == (
        "By the end of the period two actions had been agreed, both of them in the period. "
        "They stood as follows.\n\n"
        "- 1 in progress\n- 1 signed off\n\n"
        "**Signed off in the period.** Managers signed off one action on evidence, and judged that it "
        "made a difference for children.\n\n"
        "- Listen (A-2026-002): made a difference\n\n"
        "**Late.** One open action is past the due date.\n\n"
        "- Visit in time (A-2026-001), due 2 March 2026\n\n"
        "**Dates that moved.** Every open action keeps the due date first agreed. In the period managers granted "
        "no extensions and refused no extensions.\n\n"
        "**Lead’s confidence.** For this open action the lead’s confidence is Low. Low means: The lead does not "
        "expect to deliver it by the due date unless something changes.\n\n"
        "- Visit in time (A-2026-001): Low"
    )


def test_late_action_is_named_with_the_slips_that_there_were_by_the_end(period):
    first, second, third = (datetime.date(2026, month, 2) for month in (2, 3, 7))
    late = ActionFactory(title="Visit", reference="A-2026-001", original_due_on=first, due_on=third)
    for before, asked, month in ((first, second, 1), (second, third, 5)):
        ExtensionFactory(
            action=late,
            due_before_on=before,
            due_asked_on=asked,
            decision="granted",
            decision_reason="Yes",
            decided_by=late.agreed_by,
            decided_at=datetime.datetime(2026, month, 20, tzinfo=datetime.UTC),
        )

    text = draft_text(Section.Kind.ACTIONS, Facts(period))

    assert (
        "\n\n- Visit (A-2026-001), due 2 March 2026. "
        "Extended once, 28 days after the original date of 2 February 2026\n\n"
    ) in text
    _, table = figures(Section.Kind.ACTIONS, Facts(period))
    assert [row[2].replace("\xa0", " ") for row in table["rows"]] == [
        "2 March 2026, first 2 February 2026, extended once"
    ]


def test_doubts_are_told_in_the_councils_words_with_what_they_mean(period):
    RatingLevel.objects.filter(code="low").update(name="Red *", definition="It will not be done")
    for number, confidence in enumerate(("medium", "low", "high"), start=1):
        action = ActionFactory(title=f"Do {number}", reference=f"A-2026-00{number}")
        UpdateFactory(
            action=action,
            confidence=confidence,
            posted_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC),
        )

    text = draft_text(Section.Kind.ACTIONS, Facts(period))

    assert text.endswith(
        "**Lead’s confidence.** For these open actions the lead’s confidence is Red \\* or Medium. "
        "Red \\* means: It will not be done. "
        "Medium means: The lead expects to deliver it, but something could get in the way.\n\n"
        "- Do 2 (A-2026-002): Red \\*\n- Do 1 (A-2026-001): Medium"
    )


@pytest.mark.parametrize(
    ("differences", "sentence"),
    [
        (["yes"], "one action on evidence, and judged that it made a difference for children."),
        (["partly"], "one action on evidence, and did not yet judge that it made a difference for children."),
        (
            ["yes", "yes"],
            "two actions on evidence, and judged that both of them made a difference for children.",
        ),
        (
            ["yes", "partly"],
            "two actions on evidence, and judged that one of them made a difference for children.",
        ),
        (
            ["cannot_tell", "partly"],
            "two actions on evidence, and did not yet judge that either of them made a difference for children.",
        ),
        (
            ["yes"] * 3,
            "three actions on evidence, and judged that all of them made a difference for children.",
        ),
        (
            ["partly"] * 3,
            "three actions on evidence, and did not yet judge that any of them made a difference for children.",
        ),
    ],
)
def test_difference_of_signed_off_actions_is_told_as_people_say_it(period, differences, sentence):
    for difference in differences:
        SignOffFactory(
            action=ActionFactory(status=Status.SIGNED_OFF),
            made_difference=difference,
            signed_off_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC),
        )

    assert f"Managers signed off {sentence}\n\n" in draft_text(Section.Kind.ACTIONS, Facts(period))


@pytest.mark.parametrize(
    ("agreed_in", "sentence"),
    [
        ([2026], "one action had been agreed, in the period. It stood as follows."),
        ([2024], "one action had been agreed, before the period. It stood as follows."),
        ([2024, 2024], "two actions had been agreed, none of them in the period. They stood as follows."),
        ([2024, 2026], "two actions had been agreed, one of them in the period. They stood as follows."),
    ],
)
def test_agreed_actions_are_counted_as_people_say_it(period, agreed_in, sentence):
    for year in agreed_in:
        ActionFactory(agreed_at=datetime.datetime(year, 4, 1, tzinfo=datetime.UTC))

    assert f"By the end of the period {sentence}\n\n" in draft_text(Section.Kind.ACTIONS, Facts(period))


def test_findings_without_a_theme_are_the_last_group(period):
    review = ReviewFactory(title="Survey", received_on=datetime.date(2026, 3, 2))
    FindingFactory(review=review, text="They listen.").themes.add(ThemeFactory(name="Voice"))
    FindingFactory(review=review, kind=Kind.STRENGTH, text="Staff stay.")

    text = draft_text(Section.Kind.FINDINGS, Facts(period))

    assert text.startswith("The review that reported in the period has one strength and one area for")
    assert text.split("\n\n")[-2:] == [
        "**No theme.** One strength and no areas for consideration.",
        "- Strength: “Staff stay” (Survey)",
    ]
    _, table = figures(Section.Kind.FINDINGS, Facts(period))
    assert table["rows"] == [["Voice", "0", "1"], ["No theme", "1", "0"]]


def test_two_areas_of_a_review_are_told_as_people_say_it(period):
    FindingFactory.create_batch(2, review=ReviewFactory(received_on=datetime.date(2026, 3, 2)))

    assert draft_text(Section.Kind.REVIEWS, Facts(period)).endswith(
        "Of the areas two are still to be answered."
    )


def test_action_figures_name_the_lead_by_post(period):
    lead_title = "Detective Superintendent"
    ActionFactory(
        title="Share",
        reference="A-2026-001",
        lead__job_title=lead_title,
        original_due_on=datetime.date(2026, 3, 2),
    )

    chart, table = figures(Section.Kind.ACTIONS, Facts(period))

    assert (chart["labels"], chart["series"]) == (["In progress"], [["Actions", [1]]])
    assert table["rows"] == [["A-2026-001: Share", lead_title, "2\xa0March\xa02026", "In progress, late"]]


def test_measures_tell_which_are_better_and_which_are_worse(period):
    for name, better in (("Visits", Measure.Better.HIGHER), ("Waiting", Measure.Better.LOWER)):
        measure = MeasureFactory(name=name, better=better, counts_children=False)
        for day, value in ((datetime.date(2025, 3, 31), 4), (datetime.date(2026, 3, 31), 5)):
            MeasurementFactory(measure=measure, measured_on=day, value=Decimal(value))

    text = draft_text(Section.Kind.MEASURES, Facts(period))

    assert text == (
        "Two measures had a value by the end of the period. Compared with a year before, one measure is better "
        "and one measure is worse.\n\n"
        "**Better than a year before.**\n\n- Visits: 5 on 31 March 2026, from 4 on 31 March 2025\n\n"
        "**Worse than a year before.**\n\n- Waiting: 5 on 31 March 2026, from 4 on 31 March 2025"
    )
    table, visits, waiting = figures(Section.Kind.MEASURES, Facts(period))
    assert [row[1:] for row in table["rows"]] == [
        ["5", "31\xa0Mar\xa02026", "4", "4", "Better"],
        ["5", "31\xa0Mar\xa02026", "4", "4", "Worse"],
    ]
    assert (visits["series"], visits["labels"]) == ([["Visits", [4.0, 5.0]]], ["Mar 2025", "Mar 2026"])
    assert waiting["title"] == "Waiting"


def test_recommendations_ask_about_what_is_late_only_where_something_is(period):
    assert len(draft_recommendations(Facts(period))) == 1
    ActionFactory(original_due_on=datetime.date(2026, 3, 2))

    [_, (text, reason)] = draft_recommendations(Facts(period))

    assert text == "Ask for an account of the one late action at the next meeting"
    assert reason


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "no actions"), (1, "one action"), (9, "nine actions"), (1200, "1,200 actions")],
)
def test_counts_are_written_as_people_say_them(number, expected):
    assert count(number, "action") == expected


def test_parts_are_joined_as_in_a_sentence():
    assert (joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])) == ("a", "a and b", "a, b and c")


def test_words_of_others_stay_as_they_are():
    assert verbatim("a_b [c] <d>\n e") == "a\\_b \\[c\\] \\<d\\> e"
    assert quoted("Yes.") == "“Yes”"


def test_findings_say_how_often_a_concern_was_raised_until_the_period_ended(period):
    reviews = [
        ReviewFactory(
            title=f"Review of {year}", fieldwork_start_on=datetime.date(year, 3, 1), fieldwork_end_on=None
        )
        for year in (2011, 2017, 2026, 2027)
    ]
    reviews[2].received_on = datetime.date(2026, 3, 30)
    reviews[2].save()
    rows = [FindingFactory(review=review, text="Supervision is rare.") for review in reviews]
    for earlier, later in pairwise(rows):
        Recurrence.objects.create(
            finding=later, earlier=earlier, outcome="recurs", confirmed_by=later.recorded_by
        )

    text = draft_text(Section.Kind.FINDINGS, Facts(period))

    assert (
        "**Raised more than once.** These concerns were raised most often.\n\n"
        "- Raised 3 times since 2011: “Supervision is rare” (Review of 2026)"
    ) in text
