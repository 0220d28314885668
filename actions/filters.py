"""Filters of the register of actions; the dashboard's numbers link here."""

import datetime
from collections.abc import Callable
from typing import Any, cast

import django_filters
from crispy_forms_gds.layout import Layout
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, QuerySet

from actions.models import Action, Delivery, Group, Status
from actions.querysets import ActionQuerySet
from actions.rules.impact import ANSWERS, difference_is
from actions.rules.movement import MOVED, moved
from actions.rules.scale import NOT_GIVEN, Scale
from actions.rules.standing import condition
from actions.rules.then import STOOD, stood
from actions.statuses import DUE_SOON_DAYS
from portal.fields import DayField
from portal.filters import FilterForm, RegisterFilter
from portal.models import Organisation, User
from reviews.models import Review, Theme

SHOW = [
    ("open", "Open actions"),
    ("on_time", "Open and on time"),
    ("overdue", "Overdue"),
    ("due_soon", f"Due in the next {DUE_SOON_DAYS} days"),
    ("awaiting_sign_off", "Awaiting sign-off"),
    ("extension_waiting", "Extensions to decide"),
    ("no_recent_update", "No recent update"),
    ("done", "Delivered or signed off"),
    ("look_again", "Differences to look at again"),
    ("lead_left", "Lead has left"),
]
SORT = [
    ("due", "Open first, by due date"),
    ("slipped", "Largest slip first"),
    ("newest", "Newest first"),
    ("lead", "Lead"),
]
ORDERS = {
    "newest": ("-agreed_at", "-pk"),
    "lead": ("lead__name", "due_on", "pk"),
}
BY = {
    "theme": "Theme",
    "review": "Review",
    "lead_organisation": "Lead organisation",
    "group": "Group",
    "lead": "Person",
}
NO_THEME = NO_GROUP = NO_CONFIDENCE = "none"


class DayFilter(django_filters.DateFilter):
    """A day in one input."""

    field_class = DayField


def not_after(last: datetime.date) -> Callable[[datetime.date], None]:
    """Return a check that refuses days since when nothing can have changed yet."""

    def check(day: datetime.date) -> None:
        if day > last:
            raise ValidationError("Enter a day that is not after today")

    return check


class HappenedForm(FilterForm):
    """What happened, and the status on an earlier day, need a day each."""

    def clean(self) -> dict[str, Any]:
        """Say which day is missing."""
        for name, day, message in (
            ("moved", "since", "Enter the day since when it happened"),
            ("stood", "at", "Enter the day on which it had this status"),
        ):
            if self.cleaned_data.get(name) and not self.cleaned_data.get(day) and day not in self.errors:
                self.add_error(day, message)
        return self.cleaned_data


class ScopeFilter(RegisterFilter):
    """Cuts actions down to a theme, a review, an organisation, a group or a lead."""

    theme = django_filters.ModelChoiceFilter(
        label="Theme",
        queryset=Theme.objects.all(),
        method="filter_theme",
        empty_label="Any",
        null_label="No theme",
        null_value=NO_THEME,
    )
    review = django_filters.ModelChoiceFilter(
        label="Review", queryset=Review.objects.all(), method="filter_review", empty_label="Any"
    )
    lead_organisation = django_filters.ModelChoiceFilter(
        label="Lead organisation",
        queryset=Organisation.objects.filter(Exists(Action.objects.filter(lead_organisation=OuterRef("pk")))),
        empty_label="Any",
    )
    group = django_filters.ModelChoiceFilter(
        label="Group",
        queryset=Group.objects.all(),
        empty_label="Any",
        null_label="No group",
        null_value=NO_GROUP,
    )
    lead = django_filters.ModelChoiceFilter(
        label="Lead",
        queryset=User.objects.filter(Exists(Action.objects.filter(lead=OuterRef("pk")))),
        empty_label="Anyone",
    )

    def filter_theme(self, actions: ActionQuerySet, name: str, value: Theme | str) -> QuerySet:
        """Keep actions about a finding with this theme, or about findings without any."""
        return actions.without_theme() if isinstance(value, str) else actions.about_theme(value)

    def filter_review(self, actions: ActionQuerySet, name: str, value: Review) -> QuerySet:
        """Keep actions about a finding of this review."""
        return actions.about_review(value)


class ActionFilter(ScopeFilter):
    """Every filter of the register."""

    words = django_filters.CharFilter(label="Words in the action", method="filter_words")
    show = django_filters.ChoiceFilter(
        label="Show", choices=SHOW, method="filter_show", empty_label="All actions"
    )
    status = django_filters.ChoiceFilter(label="Status", choices=Status.choices, empty_label="Any")
    delivery = django_filters.ChoiceFilter(label="Delivery", choices=Delivery.choices, empty_label="Any")
    confidence = django_filters.ChoiceFilter(
        label="Lead’s confidence",
        choices=[],
        empty_label="Any",
        method="filter_confidence",
    )
    difference = django_filters.ChoiceFilter(
        label="Made a difference",
        choices=list(ANSWERS.items()),
        method="filter_difference",
        empty_label="Any",
    )
    moved = django_filters.ChoiceFilter(
        label="What happened", choices=list(MOVED.items()), method="filter_moved", empty_label="Anything"
    )
    since = DayFilter(label="Happened since", method="keep")
    stood = django_filters.ChoiceFilter(
        label="Status on an earlier day",
        choices=list(STOOD.items()),
        method="filter_stood",
        empty_label="Any",
    )
    at = DayFilter(label="The earlier day, at its end", method="keep")
    sort = django_filters.ChoiceFilter(label="Sort by", choices=SORT, method="keep", empty_label=None)

    class Meta:
        form = HappenedForm

    def __init__(self, data: Any = None, *, on: datetime.date, scale: Scale, **kwargs: Any) -> None:
        self.on = on
        self.scale = scale
        super().__init__(data, **kwargs)
        for name, levels in (("delivery", scale.delivery), ("confidence", scale.confidence)):
            choices = [(code, level.label) for code, level in levels.items()]
            self.filters[name].extra["choices"] = choices
        self.filters["confidence"].extra["choices"] += [(NO_CONFIDENCE, NOT_GIVEN.name)]
        ahead = ("words", "show", "status", "delivery", "confidence", "lead")
        last = ("difference", "moved", "since", "stood", "at", "sort")
        between = [name for name in self.form.fields if name not in (*ahead, *last)]
        self.form.helper.layout = Layout(*ahead, *between, *last)

    def filter_queryset(self, queryset: QuerySet) -> ActionQuerySet:
        """Filter, then put in the order asked for."""
        actions = cast(ActionQuerySet, super().filter_queryset(queryset))
        order = self.form.cleaned_data.get("sort")
        if order == "slipped":
            return actions.slipped_most()
        return actions.order_by(*ORDERS[order]) if order in ORDERS else actions.open_first()

    def keep(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Leave the rows alone: the order is applied last."""
        return actions

    def filter_words(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep actions in which every word occurs."""
        return actions.matching(value)

    def filter_show(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep the actions that one of the dashboard's numbers counts."""
        return actions.filter(condition(value, self.scale, on=self.on))

    def filter_confidence(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep actions whose lead is so confident, or has not said yet."""
        return actions.filter(confidence="" if value == NO_CONFIDENCE else value)

    def filter_difference(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep delivered actions of which a manager gave this answer, or has not been asked."""
        return actions.filter(difference_is(value))

    def filter_moved(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep actions to which something happened since a day."""
        since = self.form.cleaned_data["since"]
        return actions.filter(moved(value, self.scale, since=since, on=self.on))

    def filter_stood(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Keep actions that stood so at the end of a day."""
        return actions.filter(stood(value, at=self.form.cleaned_data["at"]))


class DashboardFilter(ScopeFilter):
    """What the dashboard looks at: some of the actions, what changed since a day, and what they are broken down by."""

    since = DayFilter(label="Show what changed since", method="keep")
    by = django_filters.ChoiceFilter(
        label="Break down by", choices=list(BY.items()), method="keep", empty_label=None
    )

    def __init__(self, data: Any = None, *, on: datetime.date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.filters["since"].extra["validators"] = [not_after(on)]

    @property
    def is_active(self) -> bool:
        """Tell whether the address cuts the actions down, or asks for a day."""
        return any(self.data.get(name) for name in self.form.fields if name != "by")

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Narrow the actions by what makes sense; the page names the rest: numbers of 0 would look like good news."""
        narrowed: QuerySet = django_filters.FilterSet.filter_queryset(self, queryset)
        return narrowed

    def sent(self, *names: str) -> dict[str, str]:
        """Return these parts of the address as they came, without what is empty or makes no sense."""
        values = {name: str(self.data.get(name, "")) for name in names if name not in self.form.errors}
        return {name: value for name, value in values.items() if value}

    def keep(self, actions: ActionQuerySet, name: str, value: str) -> QuerySet:
        """Leave the rows alone: this says how they are counted."""
        return actions
