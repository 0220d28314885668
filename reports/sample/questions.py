"""Questions about the sample's actions, and what was said to them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from actions.models import Action, Question, Reply
from reports.sample.story import Story


def questions(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The questions about an action."""
    found: list[dict[str, Any]] = row.get("questions", [])
    return found


def answers(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The replies, each with the words of its question, by which it is found."""
    for entry in questions(row):
        for reply in entry.get("replies", []):
            yield reply | {"question": entry["text"]}


def ask_question(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Ask about an action."""
    Question.objects.create(
        action=action, text=entry["text"], asked_by=story.people[entry["by"]], asked_at=then
    )


def reply(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Reply in words, or by the update of the same day."""
    question = action.questions.get(text=entry["question"])
    by = story.people[entry["by"]]
    with_update = entry.get("with_update", False)
    Reply.objects.create(
        question=question,
        text=entry.get("text", ""),
        update=action.updates.get(posted_at__date=entry["date"]) if with_update else None,
        is_answer=by != question.asked_by,
        replied_by=by,
        replied_at=then,
    )
