"""What became of findings: whether what was agreed about them is done, and whether that is shown to have helped.

Actions are above findings: they are reached by name, and say themselves which of them count.
"""

from django.apps import apps
from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When

from findings.querysets import FindingQuerySet

ADDRESSED = "addressed"
"""What addresses call the findings that are addressed, shown to have improved or not."""


class Progress(TextChoices):
    """How far a finding has come; the first that applies counts."""

    IMPROVED = "improved", "Addressed and improved"
    UNPROVEN = "unproven", "Addressed, improvement not shown"
    UNDER_WAY = "under_way", "Not addressed yet"
    NOTHING = "nothing", "Nothing agreed"


CHOICES = ((ADDRESSED, "Addressed"), *Progress.choices)
MEANINGS = {
    Progress.IMPROVED: "Every action that was not given up is signed off, and a manager has found, on evidence, that "
    "at least one of them has made a difference.",
    Progress.UNPROVEN: "Every action that was not given up is signed off. That one of them has made a difference is "
    "not shown on evidence.",
    Progress.UNDER_WAY: "It counts as addressed when every action that was not given up is signed off.",
    Progress.NOTHING: "It counts as addressed when an action about it is agreed, and every one is signed off.",
}


def with_progress(findings: FindingQuerySet) -> FindingQuerySet:
    """Add how far each finding has come, as `progress`; none for a strength that nothing was agreed about."""
    steps = (Progress.IMPROVED, Progress.UNPROVEN, Progress.UNDER_WAY, Progress.NOTHING)
    cases = [When(has_come(step), then=Value(step.value)) for step in steps]
    return findings.annotate(progress=Case(*cases, default=Value(""), output_field=CharField()))


def has_come(to: str) -> Q:
    """Return what the findings that have come so far have in common."""
    actions = apps.get_model("actions", "Action")._default_manager
    agreed = behind(actions.not_given_up())
    addressed = agreed & ~behind(actions.not_given_up().not_signed_off())
    improved = behind(actions.shown_to_have_made_a_difference())
    return {
        ADDRESSED: addressed,
        Progress.IMPROVED: addressed & improved,
        Progress.UNPROVEN: addressed & ~improved,
        Progress.UNDER_WAY: agreed & ~addressed,
        Progress.NOTHING: Q(kind="area") & ~agreed,
    }[to]


def behind(actions: QuerySet) -> Q:
    """About the finding of the outer query there is one of these actions."""
    return Q(Exists(actions.filter(findings=OuterRef("pk"))))
