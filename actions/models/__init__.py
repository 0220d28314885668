"""Actions and the rows that tell their story."""

from actions.models.action import Action, Group
from actions.models.calendar_feed import CalendarFeed
from actions.models.digest import Digest, DigestItem, DigestRun, Reminder, ReminderChoice
from actions.models.evidence import Evidence, EvidenceFile
from actions.models.plan import Dependency, Milestone
from actions.models.progress import Extension, Transition, Update
from actions.models.question import Question, Reply
from actions.models.rating import ActionRules, Colour, Confidence, CountsAs, Rating, RatingLevel
from actions.models.signoff import SignOff
from actions.statuses import Delivery, Status

__all__ = [
    "Action",
    "ActionRules",
    "CalendarFeed",
    "Colour",
    "Confidence",
    "CountsAs",
    "Delivery",
    "Dependency",
    "Digest",
    "DigestItem",
    "DigestRun",
    "Evidence",
    "EvidenceFile",
    "Extension",
    "Group",
    "Milestone",
    "Question",
    "Rating",
    "RatingLevel",
    "Reminder",
    "ReminderChoice",
    "Reply",
    "SignOff",
    "Status",
    "Transition",
    "Update",
]
