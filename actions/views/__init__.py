"""Views of actions, groups, the dashboard and my work."""

from actions.views.action import action_add, action_detail, action_edit, action_history
from actions.views.action_plan import action_plan, action_plan_export
from actions.views.calendar import calendar, calendar_add, calendar_feed, calendar_remove
from actions.views.dashboard import (
    dashboard,
    dashboard_chart,
    dashboard_export,
    dashboard_impact,
    dashboard_trend,
)
from actions.views.decisions import extension_add, extension_decide
from actions.views.dependency import dependency_add, dependency_remove
from actions.views.evidence import evidence_add, evidence_detail, evidence_file, evidence_version_add
from actions.views.group import group_add, group_detail, group_edit, group_list
from actions.views.milestone import (
    milestone_add,
    milestone_edit,
    milestone_reach,
    milestone_remove,
    milestone_undo,
)
from actions.views.my_work import my_work
from actions.views.progress import action_move, update_add, update_correct
from actions.views.question import question_add, question_reply
from actions.views.rating import action_rules, rating_add, rating_edit, rating_remove, ratings
from actions.views.register import action_export, action_list
from actions.views.reminders import reminders, reminders_undelivered
from actions.views.review_tab import review_actions
from actions.views.several import areas_agree, areas_choose
from actions.views.sign_off import sign_off_add

__all__ = [
    "action_add",
    "action_detail",
    "action_edit",
    "action_export",
    "action_history",
    "action_list",
    "action_move",
    "action_plan",
    "action_plan_export",
    "action_rules",
    "areas_agree",
    "areas_choose",
    "calendar",
    "calendar_add",
    "calendar_feed",
    "calendar_remove",
    "dashboard",
    "dashboard_chart",
    "dashboard_export",
    "dashboard_impact",
    "dashboard_trend",
    "dependency_add",
    "dependency_remove",
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
    "milestone_add",
    "milestone_edit",
    "milestone_reach",
    "milestone_remove",
    "milestone_undo",
    "my_work",
    "question_add",
    "question_reply",
    "rating_add",
    "rating_edit",
    "rating_remove",
    "ratings",
    "reminders",
    "reminders_undelivered",
    "review_actions",
    "sign_off_add",
    "update_add",
    "update_correct",
]
