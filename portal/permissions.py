"""What each role may do. Views ask for a permission, never for a role."""

from enum import StrEnum, auto
from typing import TypeGuard

from django.contrib.auth.models import AnonymousUser

from portal.models import Role, User


class Permission(StrEnum):
    """One thing that a person may be allowed to do."""

    SEE_RECORD = auto()
    RECORD = auto()
    SEE_SMALL_COUNTS = auto()
    SEE_EXEMPT = auto()
    SEE_OWN_ACTIONS = auto()
    AGREE_ACTIONS = auto()
    UPDATE_ANY_ACTION = auto()
    ASK_ABOUT_ACTIONS = auto()
    DECIDE_EXTENSIONS = auto()
    SIGN_OFF = auto()
    DRAFT_REPORTS = auto()
    APPROVE_REPORTS = auto()
    READ_PAPERS = auto()
    READ_EXEMPT_PAPERS = auto()
    ADMINISTER = auto()


READING = frozenset(
    {
        Permission.SEE_RECORD,
        Permission.SEE_EXEMPT,
        Permission.READ_PAPERS,
        Permission.READ_EXEMPT_PAPERS,
    }
)
RECORDING = READING | {
    Permission.RECORD,
    Permission.SEE_SMALL_COUNTS,
    Permission.SEE_OWN_ACTIONS,
    Permission.AGREE_ACTIONS,
    Permission.UPDATE_ANY_ACTION,
    Permission.ASK_ABOUT_ACTIONS,
    Permission.DRAFT_REPORTS,
}

ROLE_PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.OFFICER: RECORDING,
    Role.MANAGER: RECORDING | {Permission.DECIDE_EXTENSIONS, Permission.SIGN_OFF, Permission.APPROVE_REPORTS},
    Role.ACTION_LEAD: frozenset({Permission.SEE_OWN_ACTIONS}),
    Role.SCRUTINEER: READING | {Permission.ASK_ABOUT_ACTIONS},
    Role.COMMITTEE_MEMBER: frozenset({Permission.READ_PAPERS}),
    Role.ADMINISTRATOR: frozenset({Permission.ADMINISTER}),
}


def roles_with(*permissions: Permission) -> list[str]:
    """Return the roles that carry any of these permissions."""
    return [role for role, allowed in ROLE_PERMISSIONS.items() if allowed & {*permissions}]


def permissions_of(person: User) -> frozenset[Permission]:
    """Return what a person may do: what their role carries, and what a committee member is allowed in person.

    A member has a right to exempt papers only as far as they need to know them (Local Government Act 1972, section
    100F), so an administrator says which members do.
    """
    carried = ROLE_PERMISSIONS[person.role]
    if person.role == Role.COMMITTEE_MEMBER and person.reads_exempt_papers:
        return carried | {Permission.READ_EXEMPT_PAPERS}
    return carried


def is_allowed(user: User | AnonymousUser, permission: Permission) -> bool:
    """Tell whether this person carries the permission."""
    return is_person(user) and permission in permissions_of(user)


def is_person(user: User | AnonymousUser) -> TypeGuard[User]:
    """Tell a person who is signed in and active from anyone else."""
    return user.is_authenticated and user.is_active
