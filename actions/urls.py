"""Addresses of the app."""

from django.urls import URLPattern, path

from actions import views

app_name = "actions"
MILESTONE = "actions/<int:action_id>/milestones/<int:milestone_id>"
urlpatterns: list[URLPattern] = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path("dashboard/chart.svg", views.dashboard_chart, name="dashboard_chart"),
    path("dashboard/trend.svg", views.dashboard_trend, name="dashboard_trend"),
    path("dashboard/impact.svg", views.dashboard_impact, name="dashboard_impact"),
    path("dashboard/export.xlsx", views.dashboard_export, name="dashboard_export"),
    path("my-work/", views.my_work, name="my_work"),
    path("actions/", views.action_list, name="action_list"),
    path("actions/export.<export_form:form>", views.action_export, name="action_export"),
    path("actions/<int:action_id>/", views.action_detail, name="action_detail"),
    path("actions/<int:action_id>/edit/", views.action_edit, name="action_edit"),
    path("actions/<int:action_id>/status/", views.action_move, name="action_move"),
    path("actions/<int:action_id>/updates/add/", views.update_add, name="update_add"),
    path(
        "actions/<int:action_id>/updates/<int:update_id>/correct/",
        views.update_correct,
        name="update_correct",
    ),
    path("actions/<int:action_id>/questions/add/", views.question_add, name="question_add"),
    path("actions/<int:action_id>/questions/<int:question_id>/", views.question_reply, name="question_reply"),
    path("actions/<int:action_id>/evidence/add/", views.evidence_add, name="evidence_add"),
    path(
        "actions/<int:action_id>/evidence/<int:evidence_id>/", views.evidence_detail, name="evidence_detail"
    ),
    path(
        "actions/<int:action_id>/evidence/<int:evidence_id>/versions/add/",
        views.evidence_version_add,
        name="evidence_version_add",
    ),
    path(
        "actions/<int:action_id>/evidence/<int:evidence_id>/versions/<int:number>/",
        views.evidence_file,
        name="evidence_file",
    ),
    path("actions/<int:action_id>/extensions/add/", views.extension_add, name="extension_add"),
    path(
        "actions/<int:action_id>/extensions/<int:extension_id>/decide/",
        views.extension_decide,
        name="extension_decide",
    ),
    path("actions/<int:action_id>/sign-offs/add/", views.sign_off_add, name="sign_off_add"),
    path("actions/<int:action_id>/waits-for/add/", views.dependency_add, name="dependency_add"),
    path(
        "actions/<int:action_id>/waits-for/<int:dependency_id>/remove/",
        views.dependency_remove,
        name="dependency_remove",
    ),
    path("actions/<int:action_id>/milestones/add/", views.milestone_add, name="milestone_add"),
    path(f"{MILESTONE}/edit/", views.milestone_edit, name="milestone_edit"),
    path(f"{MILESTONE}/reach/", views.milestone_reach, name="milestone_reach"),
    path(f"{MILESTONE}/undo/", views.milestone_undo, name="milestone_undo"),
    path(f"{MILESTONE}/remove/", views.milestone_remove, name="milestone_remove"),
    path("actions/<int:action_id>/history/", views.action_history, name="action_history"),
    path("calendar/<slug:key>.ics", views.calendar_feed, name="calendar_feed"),
    path("findings/<int:finding_id>/actions/add/", views.action_add, name="action_add"),
    path("reviews/<int:review_id>/actions/", views.review_actions, name="review_actions"),
    path("account/calendar/", views.calendar, name="calendar"),
    path("account/calendar/add/", views.calendar_add, name="calendar_add"),
    path("account/calendar/remove/", views.calendar_remove, name="calendar_remove"),
    path("account/reminders/", views.reminders, name="reminders"),
    path("reviews/<int:review_id>/actions/areas/", views.areas_choose, name="areas_choose"),
    path("reviews/<int:review_id>/actions/areas/agree/", views.areas_agree, name="areas_agree"),
    path("reviews/<int:review_id>/action-plan/", views.action_plan, name="action_plan"),
    path(
        "reviews/<int:review_id>/action-plan/export.<export_form:form>",
        views.action_plan_export,
        name="action_plan_export",
    ),
    path("admin-area/reminders/", views.reminders_undelivered, name="reminders_undelivered"),
    path("admin-area/ratings/", views.ratings, name="ratings"),
    path("admin-area/ratings/add/", views.rating_add, name="rating_add"),
    path("admin-area/ratings/rules/", views.action_rules, name="action_rules"),
    path("admin-area/ratings/<slug:rating>/<slug:code>/", views.rating_edit, name="rating_edit"),
    path("admin-area/ratings/confidence/<slug:code>/remove/", views.rating_remove, name="rating_remove"),
    path("groups/", views.group_list, name="group_list"),
    path("groups/add/", views.group_add, name="group_add"),
    path("groups/<int:group_id>/", views.group_detail, name="group_detail"),
    path("groups/<int:group_id>/edit/", views.group_edit, name="group_edit"),
]
