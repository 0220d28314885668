"""Actions and the rows that tell their story."""

from actions.models.action import Action, Confidence, Group
from actions.models.evidence import Evidence
from actions.models.progress import Extension, Transition, Update
from actions.models.signoff import SignOff
from actions.statuses import Status

__all__ = [
    "Action",
    "Confidence",
    "Evidence",
    "Extension",
    "Group",
    "SignOff",
    "Status",
    "Transition",
    "Update",
]
