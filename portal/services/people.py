"""People: added with an invitation, edited without locking anybody out, given new passwords by e-mail."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from portal import tasks
from portal.exceptions import Refused
from portal.history import note_event
from portal.models import Organisation, Role, User
from portal.registry import duties_left_by
from portal.services.changes import change, save_changes
from portal.services.duplicates import refusing_duplicates


def add_person(
    *,
    by: User,
    site: str,
    email: str,
    name: str,
    role: str,
    job_title: str,
    organisation: Organisation | None,
    reads_exempt_papers: bool,
) -> User:
    """Add a person and invite them by e-mail to choose a password; `site` is the portal's address.

    Raises Refused where somebody signs in with the e-mail address already.
    """
    with change(by=by), refusing_duplicates(User(email=email)):
        person = User.objects.create_user(
            email=email,
            name=name,
            role=role,
            job_title=job_title,
            organisation=organisation,
            reads_exempt_papers=reads_exempt_papers,
        )
        send_after_commit(tasks.send_invitation, person, site)
    return person


def edit_person(
    *, person: User, by: User, version: int, changes: Mapping[str, Any], leave_work: bool = False
) -> User:
    """Change a person. Raises Refused where an administrator would be locked out, or StaleRecord.

    Also Refused where the change would leave work with somebody who can no longer do it, unless that is meant.
    """
    role = changes.get("role", person.role)
    is_active = changes.get("is_active", person.is_active)
    with transaction.atomic():
        has_other = any(administrator != person for administrator in _hold_administrators(person))
        stays = role == Role.ADMINISTRATOR and is_active
        if person == by and not stays:
            raise Refused("You cannot take away your own access: ask another administrator", fields=["role"])
        if person.role == Role.ADMINISTRATOR and not stays and not has_other:
            raise Refused("The portal needs at least one active administrator", fields=["role"])
        if not leave_work:
            _require_no_work_left(person, User(pk=person.pk, role=role, is_active=is_active))
        return save_changes(record=person, by=by, version=version, changes=changes)


def invite_person(*, person: User, by: User, site: str) -> None:
    """Send the invitation again. Raises Refused where the person cannot use one."""
    if not person.is_active:
        raise Refused(f"{person.name} is not active: let them sign in first")
    if person.has_usable_password():
        raise Refused(f"{person.name} has set a password: they can ask for a new one when they sign in")
    with change(by=by):
        note_event(person, "invitation", f"Sent again to {person.email}", by=by)
        send_after_commit(tasks.send_invitation, person, site)


def send_after_commit(task: Any, person: User, site: str) -> None:
    """Have a worker send an e-mail once the change is committed."""

    def send() -> None:
        task.delay(person.pk, site)

    # A queue that is down is logged; it does not undo what was saved.
    transaction.on_commit(send, robust=True)


def _hold_administrators(person: User) -> list[User]:
    """Hold the active administrators and this person until the transaction ends.

    Always in the same order, so that two administrators who edit each other wait for one another, once.
    """
    administrators = Q(is_active=True, role=Role.ADMINISTRATOR)
    held = User.objects.filter(administrators | Q(pk=person.pk)).order_by("pk").select_for_update()
    return list(held)


def _require_no_work_left(before: User, after: User) -> None:
    left = "" if duties_left_by(before) else duties_left_by(after)
    if left:
        raise Refused(
            f"{before.name} has {left} and could no longer do this work. Tick the box to leave it with "
            "them, or ask a manager to give it to somebody else first",
            fields=["leave_work"],
        )
