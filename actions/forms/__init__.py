"""Forms of actions and groups: they validate and explain, and never save."""

from actions.forms.agreement import AgreeForm, EditForm
from actions.forms.evidence import EvidenceForm, VersionForm
from actions.forms.extension import DecisionForm, ExtensionForm
from actions.forms.group import GroupForm
from actions.forms.move import MoveForm
from actions.forms.question import QuestionForm, ReplyForm
from actions.forms.sign_off import LookAgainForm, SignOffForm
from actions.forms.update import CorrectionForm, UpdateForm

__all__ = [
    "AgreeForm",
    "CorrectionForm",
    "DecisionForm",
    "EditForm",
    "EvidenceForm",
    "ExtensionForm",
    "GroupForm",
    "LookAgainForm",
    "MoveForm",
    "QuestionForm",
    "ReplyForm",
    "SignOffForm",
    "UpdateForm",
    "VersionForm",
]
