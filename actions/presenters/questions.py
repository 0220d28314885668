"""Questions about an action as threads."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from actions.models import Question, Reply
from actions.permissions import answers, can_ask
from portal.models import User


@dataclass(frozen=True)
class Turn:
    """One thing that was said in a thread; by an update where `update_id` names one."""

    who: str
    at: datetime.datetime
    text: str
    label: str
    update_id: int | None = None


@dataclass(frozen=True)
class Thread:
    """A question and all that was said to it; with the words of the link to reply, for those who may."""

    question: Question
    is_open: bool
    turns: list[Turn]
    reply_label: str


def thread_of(user: User, question: Question, *, contributes: bool) -> Thread:
    """Present a question that was fetched with its state and replies."""
    turns = [Turn(str(question.asked_by), question.asked_at, question.text, "asked")]
    turns += [turn_of(reply) for reply in question.replies.all()]
    label = reply_label(user, question, contributes=contributes)
    return Thread(question, question.is_open, turns, label)


def threads_of(
    user: User, questions: Iterable[Question], *, contributes: bool
) -> tuple[list[Thread], list[Thread]]:
    """Present an action's questions: the open ones, and those that are answered."""
    threads = [thread_of(user, question, contributes=contributes) for question in questions]
    return [thread for thread in threads if thread.is_open], [
        thread for thread in threads if not thread.is_open
    ]


def turn_of(reply: Reply) -> Turn:
    """Present a reply, in the words of the update where it was given by one."""
    text = reply.update.narrative if reply.update else reply.text
    label = "answered" if reply.is_answer else "asked again"
    return Turn(str(reply.replied_by), reply.replied_at, text, label, reply.update_id)


def reply_label(user: User, question: Question, *, contributes: bool) -> str:
    """Say what this person can do in the thread; nothing for those who only read it."""
    if answers(user, question, contributes=contributes):
        return "Answer"
    return "Ask again" if contributes or can_ask(user, question.action) else ""
