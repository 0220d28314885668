"""Every change to actions and groups: by whom, in one transaction, within the rules."""

from actions.services.action import agree_action, edit_action
from actions.services.evidence import add_evidence, add_evidence_version
from actions.services.extension import ask_for_extension, decide_extension
from actions.services.group import add_group, edit_group
from actions.services.progress import correct_update, post_update
from actions.services.question import ask_question, reply_to_question
from actions.services.rating import edit_action_rules, edit_rating_level
from actions.services.sign_off import sign_off_action
from actions.services.status import move_action

__all__ = [
    "add_evidence",
    "add_evidence_version",
    "add_group",
    "agree_action",
    "ask_for_extension",
    "ask_question",
    "correct_update",
    "decide_extension",
    "edit_action",
    "edit_action_rules",
    "edit_group",
    "edit_rating_level",
    "move_action",
    "post_update",
    "reply_to_question",
    "sign_off_action",
]
