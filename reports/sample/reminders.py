"""What the sample's people chose to be reminded of, and whose calendars have an address."""

from actions.digest_querysets import hash_of
from actions.models import CalendarFeed, ReminderChoice
from actions.services import new_key
from reports.sample.story import Story, moment


def load_reminders(story: Story) -> None:
    """Load the choices and the addresses, each in its person's name."""
    source = story.source.file("reminders")
    for row in source["reminders"]:
        person = story.people[row["person"]]
        with moment(by=person, on=story.set_up_on, order=2):
            ReminderChoice.objects.create(
                person=person, frequency=row["frequency"], left_out=sorted(row["left_out"])
            )
    for row in source["calendars"]:
        person = story.people[row["person"]]
        with moment(by=person, on=story.set_up_on, order=3) as then:
            CalendarFeed.objects.create(
                person=person, key_hash=hash_of(new_key()), shows_titles=row["titles"], made_at=then
            )
