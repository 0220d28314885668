"""Filters of the register of actions; the dashboard's numbers link here."""

import datetime
from typing import Any, cast

import django_filters
from crispy_forms_gds.layout import Layout
from django.db.models import Exists, OuterRef, QuerySet

from actions.models import Action, Confidence, Delivery, Group, Status
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from portal.filters import RegisterFilter
from portal.models import Organisation, User
from reviews.models import Review, Theme

SHOW = [
    ("open", "All open actions"),
    ("on_time", "Open and on time"),
    ("overdue", "Overdue"),
    ("due_soon", "Due in the next 30 days"),
    ("awaiting_sign_off", "Awaiting sign-off"),
    ("extension_waiting", "Extension waiting for a decision"),
    ("done", "Delivered or signed off"),
    ("look_again", "Difference to be looked at again"),
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
NO_THEME = "none"


class ScopeFilter(RegisterFilter):
    """Cuts actions down to a theme, a review, an organisation or a group."""

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
    group = django_filters.ModelChoiceFilter(label="Group", queryset=Group.objects.all(), empty_label="Any")

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
        label="Lead’s confidence", choices=Confidence.choices, empty_label="Any"
    )
    lead = django_filters.ModelChoiceFilter(
        label="Lead",
        queryset=User.objects.filter(Exists(Action.objects.filter(lead=OuterRef("pk")))),
        empty_label="Anyone",
    )
    sort = django_filters.ChoiceFilter(label="Sort by", choices=SORT, method="keep", empty_label=None)

    def __init__(self, data: Any = None, *, on: datetime.date, scale: Scale, **kwargs: Any) -> None:
        self.on = on
        super().__init__(data, **kwargs)
        for name, levels in (("delivery", scale.delivery), ("confidence", scale.confidence)):
            choices = [(code, level.name) for code, level in levels.items()]
            self.filters[name].extra["choices"] = choices
        ahead = ("words", "show", "status", "delivery", "confidence", "lead")
        behind = [name for name in self.form.fields if name not in ahead]
        self.form.helper.layout = Layout(*ahead, *behind)

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
        return actions.shown(value, on=self.on)
