"""Asking about an action, and answering in the same thread. Rows are added and never rewritten."""

from actions.models import Action, Question, Reply
from actions.permissions import answers, can_ask, can_contribute, can_reply
from portal.exceptions import Refused
from portal.models import User
from portal.services import change


def ask_question(*, action: Action, by: User, text: str) -> Question:
    """Ask those who work on an action; an ended action may be asked about too."""
    with change(by=by):
        if not can_ask(by, action):
            raise Refused(f"You cannot ask about {action}: you lead it, or may not see it.")
        return Question.objects.create(action=action, text=text, asked_by=by)


def reply_to_question(*, question: Question, by: User, text: str) -> Reply:
    """Reply in a question's thread: an answer from those who work on the action, else a further question."""
    with change(by=by):
        if not can_reply(by, question.action):
            raise Refused(f"Only those who work on {question.action} or may ask about it reply.")
        is_answer = answers(by, question, contributes=can_contribute(by, question.action))
        return question.replies.create(text=text, is_answer=is_answer, replied_by=by)
