"""People, organisations, the council's settings and the pieces that every record shares."""

from portal.models.council import CouncilSettings
from portal.models.download import Download
from portal.models.job import Job
from portal.models.letter import Letter
from portal.models.link_request import LinkRequest
from portal.models.organisation import Organisation
from portal.models.reference import ReferenceCounter
from portal.models.saved_view import LONGEST_QUERY, SavedView
from portal.models.submission import Submission
from portal.models.user import Role, User
from portal.models.versioned import Versioned

__all__ = [
    "LONGEST_QUERY",
    "CouncilSettings",
    "Download",
    "Job",
    "Letter",
    "LinkRequest",
    "Organisation",
    "ReferenceCounter",
    "Role",
    "SavedView",
    "Submission",
    "User",
    "Versioned",
]
