"""What the app adds to the frame."""

from portal.history import keep_history
from portal.models import Role
from portal.permissions import Permission
from portal.registry import NavigationItem, register, register_home
from reports.models import Abbreviation, Committee, Meeting, Recommendation, Report, Section


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(Abbreviation, Committee, Meeting, Recommendation, Report, Section)
    register(
        NavigationItem("Reports", "reports:report_list", frozenset({Permission.SEE_RECORD}), 60),
        NavigationItem("Papers", "reports:paper_list", frozenset({Permission.READ_PAPERS}), 70),
    )
    register_home(role=Role.COMMITTEE_MEMBER, url_name="reports:paper_list")
