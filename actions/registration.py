"""What the app adds to the frame."""

from actions.models import Action, Evidence, Extension, Group, SignOff, Transition, Update
from portal.history import keep_history
from portal.models import Role
from portal.permissions import Permission
from portal.registry import NavigationItem, register, register_home


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(Action, Evidence, Extension, Group, SignOff, Transition, Update)
    record = frozenset({Permission.SEE_RECORD})
    register(
        NavigationItem("Dashboard", "actions:dashboard", record, 10),
        NavigationItem("Actions", "actions:action_list", record, 40),
        NavigationItem("My work", "actions:my_work", frozenset({Permission.SEE_OWN_ACTIONS}), 15),
    )
    for role in (Role.OFFICER, Role.MANAGER, Role.SCRUTINEER):
        register_home(role=role, url_name="actions:dashboard")
    register_home(role=Role.ACTION_LEAD, url_name="actions:my_work")
