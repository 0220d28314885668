"""What the frame itself adds: history of its records, and the administration area."""

from portal.history import keep_history
from portal.models import CouncilSettings, Organisation, Role, User
from portal.permissions import Permission
from portal.registry import AdminItem, NavigationItem, SearchSource, register, register_home
from portal.search import search_organisations, search_people


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(CouncilSettings, Organisation)
    keep_history(User, exclude=["password", "last_login"])
    register(
        NavigationItem("Administration", "portal:admin_area", frozenset({Permission.ADMINISTER}), 900),
        AdminItem("People", "portal:person_list", "Who can sign in, and what they can do", 10),
        AdminItem(
            "Organisations",
            "portal:organisation_list",
            "The council, its partners and those who review it",
            20,
        ),
        AdminItem(
            "Council settings", "portal:council_settings", "The council’s name, colours and contact line", 90
        ),
        SearchSource("People", 900, search_people),
        SearchSource("Organisations", 910, search_organisations),
    )
    register_home(role=Role.ADMINISTRATOR, url_name="portal:admin_area")
