"""Views of actions, groups, the dashboard and my work."""

from actions.views.action import action_add, action_detail, action_edit, action_history
from actions.views.dashboard import (
    dashboard,
    dashboard_chart,
    dashboard_export,
    dashboard_impact,
    dashboard_trend,
)
from actions.views.decisions import extension_add, extension_decide, sign_off_add
from actions.views.group import group_add, group_detail, group_edit, group_list
from actions.views.my_work import my_work
from actions.views.progress import action_move, evidence_add, update_add
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
    "dashboard_export",
    "dashboard_impact",
    "dashboard_trend",
    "evidence_add",
    "extension_add",
    "extension_decide",
    "group_add",
    "group_detail",
    "group_edit",
    "group_list",
    "my_work",
    "rating_edit",
    "ratings",
    "review_actions",
    "sign_off_add",
    "update_add",
]
