"""What the frame itself adds: history of its records, and the administration area."""

from portal.history import keep_history
from portal.models import CouncilSettings, Organisation, Role, User
from portal.permissions import Permission
from portal.registry import NavigationItem, register, register_home


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(CouncilSettings, Organisation)
    keep_history(User, exclude=["password", "last_login"])
    register(
        NavigationItem("Administration", "portal:admin_area", frozenset({Permission.ADMINISTER}), 900),
    )
    register_home(role=Role.ADMINISTRATOR, url_name="portal:admin_area")
