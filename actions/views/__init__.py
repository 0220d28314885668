"""Views of actions, groups, the dashboard and my work."""

from actions.views.action import action_add, action_detail, action_edit, action_history
from actions.views.dashboard import dashboard, dashboard_chart
from actions.views.decisions import extension_add, extension_decide, sign_off_add
from actions.views.evidence import evidence_add, evidence_detail, evidence_file, evidence_version_add
from actions.views.group import group_add, group_detail, group_edit, group_list
from actions.views.my_work import my_work
from actions.views.progress import action_move, update_add, update_correct
from actions.views.question import question_add, question_reply
from actions.views.rating import action_rules, rating_edit, ratings
from actions.views.register import action_export, action_list
from actions.views.review_tab import review_actions

__all__ = [
    "action_add",
    "action_detail",
    "action_edit",
    "action_export",
    "action_history",
    "action_list",
    "action_move",
    "action_rules",
    "dashboard",
    "dashboard_chart",
    "evidence_add",
    "evidence_detail",
    "evidence_file",
    "evidence_version_add",
    "extension_add",
    "extension_decide",
    "group_add",
    "group_detail",
    "group_edit",
    "group_list",
    "my_work",
    "question_add",
    "question_reply",
    "rating_edit",
    "ratings",
    "review_actions",
    "sign_off_add",
    "update_add",
    "update_correct",
]
