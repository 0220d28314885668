"""What people can choose from on the forms of actions."""

from django.db.models import Prefetch, Q, QuerySet

from actions.forms.terms import Choices
from actions.models import Action, Group
from findings.models import Finding, Measure, Measurement
from portal.models import Organisation, User
from portal.permissions import Permission, roles_with

LEADING_ROLES = roles_with(Permission.SEE_OWN_ACTIONS)


def choices_for(user: User, action: Action | None = None) -> Choices:
    """Return what can be chosen today, and what this action has already even if it could not be chosen now.

    A lead who has left is never chosen again: nobody would do the action.
    """
    organisation, group, measure = Q(is_active=True), Q(is_active=True), Q(is_active=True)
    person = helper = Q(is_active=True, role__in=LEADING_ROLES)
    if action is not None:
        organisation |= Q(pk=action.lead_organisation_id)
        group |= Q(pk=action.group_id)
        measure |= Q(pk=action.measure_id)
        helper |= Q(pk__in=action.supporting.values("pk"))
    return Choices(
        leads=User.objects.filter(person).select_related("organisation"),
        people=User.objects.filter(helper).select_related("organisation"),
        organisations=Organisation.objects.filter(organisation),
        groups=Group.objects.visible_to(user).filter(group),
        measures=Measure.objects.visible_to(user).filter(measure).with_latest(1),
        findings=Finding.objects.visible_to(user),
    )


def measurements_for(action: Action) -> QuerySet[Measurement]:
    """Return the values of the action's measure, latest first: what can be evidence of it."""
    return (
        Measurement.objects.filter(measure=action.measure_id)
        .prefetch_related(Prefetch("measure", queryset=Measure.objects.with_decimals()))
        .order_by("-measured_on")
    )


def people_of(group: Group | None = None) -> QuerySet[User]:
    """Return the people who can belong to a group, and those who do already."""
    person = Q(is_active=True)
    if group is not None:
        person |= Q(pk__in=group.members.values("pk"))
    found: QuerySet[User] = User.objects.filter(person)
    return found.select_related("organisation")
