"""Loads the sample council into an empty database, once."""

import datetime

from django.db import transaction

from findings.suggesting import compare_waiting
from portal.exceptions import Refused
from portal.models import Organisation, Role, User
from reports.sample.actions import load_actions
from reports.sample.findings import load_findings, load_recurrences
from reports.sample.measures import load_measures
from reports.sample.people import load_people
from reports.sample.reminders import load_reminders
from reports.sample.reports import load_reports
from reports.sample.reviews import load_reviews
from reports.sample.setup import load_setup
from reports.sample.source import Source, read
from reports.sample.story import Story
from reviews.models import Review

PASSWORD = "walk-the-fen-wall"


def load_sample(*, today: datetime.date) -> bool:
    """Load the sample council, or return False if it is there already; raises Refused on other data."""
    if is_loaded():
        return False
    if User.objects.exists() or Organisation.objects.exists() or Review.objects.exists():
        raise Refused("The sample council needs an empty database, and this one holds other records.")
    story = Story(source=Source(today=today), password=PASSWORD)
    with transaction.atomic():
        load_people(story)
        load_setup(story)
        load_reviews(story)
        load_findings(story)
        load_recurrences(story)
        load_measures(story)
        load_actions(story)
        load_reminders(story)
        load_reports(story)
        compare_waiting()
    return True


def is_loaded() -> bool:
    """Tell whether the people of the sample council are here."""
    loaded: bool = User.objects.filter(email__in=[email for _, email in accounts()]).exists()
    return loaded


def accounts() -> list[tuple[Role, str]]:
    """The account to try each role with: the first of the role in the data file."""
    people = read("people")
    first: dict[Role, str] = {}
    for row in people["people"]:
        first.setdefault(Role(row["role"]), f"{row['email']}@{people['domain']}")
    return list(first.items())
