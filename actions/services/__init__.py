"""Every change to actions and groups: by whom, in one transaction, within the rules."""

from actions.services.action import agree_action, agree_actions, edit_action
from actions.services.calendar_feed import end_feed, make_feed, new_key
from actions.services.confidence import add_rating_level, edit_level_of_confidence, remove_rating_level
from actions.services.dependency import add_dependency, remove_dependency
from actions.services.evidence import add_evidence, add_evidence_version
from actions.services.extension import ask_for_extension, decide_extension
from actions.services.group import add_group, edit_group
from actions.services.milestone import (
    add_milestone,
    edit_milestone,
    reach_milestone,
    remove_milestone,
    undo_milestone,
)
from actions.services.progress import correct_update, post_update
from actions.services.question import ask_question, reply_to_question
from actions.services.rating import edit_action_rules, edit_rating_level
from actions.services.reminders import choose_reminders
from actions.services.sign_off import look_again, sign_off_action
from actions.services.status import move_action

__all__ = [
    "add_dependency",
    "add_evidence",
    "add_evidence_version",
    "add_group",
    "add_milestone",
    "add_rating_level",
    "agree_action",
    "agree_actions",
    "ask_for_extension",
    "ask_question",
    "choose_reminders",
    "correct_update",
    "decide_extension",
    "edit_action",
    "edit_action_rules",
    "edit_group",
    "edit_level_of_confidence",
    "edit_milestone",
    "edit_rating_level",
    "end_feed",
    "look_again",
    "make_feed",
    "move_action",
    "new_key",
    "post_update",
    "reach_milestone",
    "remove_dependency",
    "remove_milestone",
    "remove_rating_level",
    "reply_to_question",
    "sign_off_action",
    "undo_milestone",
]
