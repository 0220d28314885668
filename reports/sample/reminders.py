"""What the sample's people chose to be reminded of."""

from actions.models import ReminderChoice
from reports.sample.story import Story, moment


def load_reminders(story: Story) -> None:
    """Load the choices, each in its person's name.

    Nobody's calendar has an address: it is shown once, to whoever makes it.
    """
    for row in story.source.file("reminders")["reminders"]:
        person = story.people[row["person"]]
        with moment(by=person, on=story.set_up_on, order=2):
            ReminderChoice.objects.create(
                person=person, frequency=row["frequency"], left_out=sorted(row["left_out"])
            )
