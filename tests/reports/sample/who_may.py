"""Which permission whoever a record names must have, and whether they have it."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models

from portal.models import User
from portal.permissions import Permission, is_allowed

# Who may be named in each field: people with the permission, or with one of several.
# One that is missing here fails the test of the loaded sample.
ALLOWED = {
    "reviews.Review.logged_by": Permission.RECORD,
    "findings.Dismissal.dismissed_by": Permission.RECORD,
    "findings.Document.added_by": Permission.RECORD,
    "findings.Finding.recorded_by": Permission.RECORD,
    "findings.Finding.responded_by": Permission.RECORD,
    "findings.Intake.closed_by": Permission.RECORD,
    "findings.Intake.saved_by": Permission.RECORD,
    "findings.Intake.started_by": Permission.RECORD,
    "findings.Measurement.recorded_by": Permission.RECORD,
    "findings.MeasurementCorrection.corrected_by": Permission.RECORD,
    "findings.Reading.asked_by": Permission.RECORD,
    "findings.Recurrence.confirmed_by": Permission.RECORD,
    "actions.Action.agreed_by": Permission.AGREE_ACTIONS,
    "actions.Action.lead": Permission.SEE_OWN_ACTIONS,
    "actions.CalendarFeed.person": Permission.SEE_OWN_ACTIONS,
    "actions.Dependency.added_by": Permission.AGREE_ACTIONS,
    "actions.Digest.person": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "actions.Evidence.added_by": Permission.SEE_OWN_ACTIONS,
    "actions.EvidenceFile.added_by": Permission.SEE_OWN_ACTIONS,
    "actions.Extension.asked_by": Permission.SEE_OWN_ACTIONS,
    "actions.Extension.decided_by": Permission.DECIDE_EXTENSIONS,
    "actions.Milestone.reached_by": Permission.SEE_OWN_ACTIONS,
    "actions.ReminderChoice.person": Permission.SEE_OWN_ACTIONS,
    "actions.Question.asked_by": Permission.ASK_ABOUT_ACTIONS,
    "actions.Reply.replied_by": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "actions.SignOff.signed_off_by": Permission.SIGN_OFF,
    "actions.Transition.led_by": Permission.SEE_OWN_ACTIONS,
    "actions.Transition.made_by": Permission.SEE_OWN_ACTIONS,
    "actions.Update.posted_by": Permission.SEE_OWN_ACTIONS,
    "reports.AnnexFile.added_by": Permission.DRAFT_REPORTS,
    "reports.CheckOverride.overridden_by": Permission.DRAFT_REPORTS,
    "reports.Comment.made_by": Permission.SEE_EXEMPT,
    "reports.Comment.resolved_by": Permission.DRAFT_REPORTS,
    "reports.CommentNotice.person": Permission.SEE_EXEMPT,
    "reports.CommentNotice.reopened_by": Permission.DRAFT_REPORTS,
    "reports.CommentReply.replied_by": Permission.SEE_EXEMPT,
    "reports.Contribution.asked_by": Permission.DRAFT_REPORTS,
    "reports.Contribution.given_by": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "reports.Contribution.person": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "reports.Contributor.person": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "reports.Cycle.author": Permission.DRAFT_REPORTS,
    "reports.EarlierText.replaced_by": Permission.DRAFT_REPORTS,
    "reports.Following.person": Permission.READ_PAPERS,
    "reports.KeptSection.person": Permission.DRAFT_REPORTS,
    "reports.KeptText.person": Permission.DRAFT_REPORTS,
    "reports.Notice.person": (Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS),
    "reports.Picture.added_by": Permission.DRAFT_REPORTS,
    "reports.Rendering.asked_by": Permission.APPROVE_REPORTS,
    "reports.Report.approved_by": Permission.APPROVE_REPORTS,
    "reports.Report.drafted_by": Permission.DRAFT_REPORTS,
    "reports.Report.published_by": Permission.APPROVE_REPORTS,
    "reports.Report.withdrawn_by": Permission.APPROVE_REPORTS,
}


def named() -> Iterator[tuple[str, type[models.Model], models.ForeignKey]]:
    """Return every field of the domain that names a person."""
    for app in ("reviews", "findings", "actions", "reports"):
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey) and field.related_model is User:
                    yield f"{app}.{model.__name__}.{field.name}", model, field


def may(person: User, rule: Permission | tuple[Permission, ...]) -> bool:
    """Tell whether this person has the permission, or one of them."""
    return any(is_allowed(person, one) for one in (rule if isinstance(rule, tuple) else (rule,)))
