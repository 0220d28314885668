"""The sample's reviews, from being planned to being closed."""

import datetime
from functools import partial
from typing import Any

from portal.services import save_changes
from reports.sample.story import Event, Story, moment, play
from reviews.models import Judgement, Review, Strand
from reviews.services.review import with_deadlines

Stage = Review.Stage


def load_reviews(story: Story) -> None:
    """Load every review with its strands, and let it go through its stages on the days of the story."""
    for name in ("reviews-early", "reviews-late"):
        for row in story.source.file(name)["reviews"]:
            log_review(story, row)
            play(stages(story, row))


def log_review(story: Story, row: dict[str, Any]) -> None:
    """Log a review as planned, with the strands of its framework mapped to themes."""
    logged_by, framework = story.people[row["logged"]["by"]], story.frameworks[row["framework"]]
    told = framework_row(story, row["framework"])
    with moment(by=logged_by, on=row["logged"]["date"]) as then:
        review = Review.objects.create(
            title=row["title"],
            kind=row["kind"],
            framework=framework,
            provider=story.organisations[row["provider"]],
            guidance_edition=framework.guidance_editions.filter(name=told.get("guidance")).first(),
            scope=row["scope"],
            fieldwork_start_on=row["fieldwork_start"],
            fieldwork_end_on=row["fieldwork_end"],
            logged_by=logged_by,
            logged_at=then,
        )
        story.reviews[row["id"]] = review
        for position, strand in enumerate(told["strands"], start=1):
            saved = Strand.objects.create(review=review, name=strand["name"], position=position)
            saved.themes.set(story.themes[name] for name in row["strand_themes"][strand["id"]])
            story.strands[row["id"], strand["id"]] = saved


def framework_row(story: Story, name: str) -> dict[str, Any]:
    """What the data files say of a framework, by the name that they use."""
    frameworks = story.source.file("frameworks")["frameworks"]
    row: dict[str, Any] = next(row for row in frameworks if row["id"] == name)
    return row


def stages(story: Story, row: dict[str, Any]) -> list[Event]:
    """The changes of stage that a review has been through, up to the stage that it is at."""
    received = row.get("received")
    report = {
        "feedback_on": row.get("feedback"),
        "received_on": received,
        "people_spoken_to": row.get("people_spoken_to"),
        "case_files_read": row.get("case_files_read"),
        "has_priority_action": row.get("priority_action", False),
        **given(row),
    }
    responding = received and received + datetime.timedelta(days=14)
    changes: list[tuple[Any, dict[str, Any]]] = [
        (row["fieldwork_start"], {"stage": Stage.FIELDWORK, "case_files_read": row.get("case_files_read")}),
        (received, {"stage": Stage.REPORTED, **report}),
        (responding, {"stage": Stage.RESPONDING}),
        (row.get("response_sent"), {"stage": Stage.MONITORING, "response_sent_on": row.get("response_sent")}),
        (row.get("closed"), {"stage": Stage.CLOSED}),
    ]
    reached = changes[: Stage.values.index(row["stage"])]
    if "draft_sent" in row:
        reached.append((row["draft_sent"], {"draft_sent_on": row["draft_sent"]}))
    if "published" in row:
        reached.append((row["published"], {"published_on": row["published"]}))
    by = story.people[row["logged"]["by"]]
    events = [Event(day, 2, by, partial(save, story, row["id"], change)) for day, change in reached if day]
    if "judgements" in row:
        events.append(Event(row["received"], 3, by, partial(record_judgements, story, row)))
    return events


def given(row: dict[str, Any]) -> dict[str, Any]:
    """The dates that a letter gave or that were agreed, with the reason; the framework's rules give the others."""
    values: dict[str, Any] = {}
    if "response_due" in row:
        values |= {"response_basis": Review.Basis.GIVEN, "response_why": row["response_why"]}
        values["response_due_on"] = row["response_due"]
    if "follow_up_from" in row:
        values |= {"follow_up_basis": Review.Basis.GIVEN, "follow_up_why": row["follow_up_why"]}
        values |= {"follow_up_from_on": row["follow_up_from"], "follow_up_to_on": row["follow_up_to"]}
    return values


def save(story: Story, name: str, changes: dict[str, Any], then: datetime.datetime) -> None:
    """Save a change to a review."""
    review = story.reviews[name]
    changes = with_deadlines(review, changes)
    save_changes(record=review, by=review.logged_by, version=review.version, changes=changes)


def record_judgements(story: Story, row: dict[str, Any], then: datetime.datetime) -> None:
    """Record the grades that a review gave, each to a strand or, without one, overall."""
    review = story.reviews[row["id"]]
    assert review.framework is not None
    grades = {grade.name: grade for grade in review.framework.grades.all()}
    for judgement in row["judgements"]:
        strand = judgement["strand"] and story.strands[row["id"], judgement["strand"]]
        Judgement.objects.create(review=review, strand=strand, grade=grades[judgement["grade"]])
