"""The sample's council, organisations and people."""

from django.contrib.auth.hashers import make_password

from portal.models import CouncilSettings, Organisation, Role, User
from reports.sample.story import Story, dated, moment


def load_people(story: Story) -> None:
    """Load the council's settings, the organisations, and one account for each post."""
    organisations = story.source.file("council")["organisations"]
    for row in organisations:
        story.organisations[row["id"]] = Organisation(
            name=row["name"], short_name=row["short_name"], kind=row["kind"]
        )
    rows = story.source.file("people")
    password = make_password(story.password)
    for row in rows["people"]:
        story.people[row["id"]] = User(
            email=f"{row['email']}@{rows['domain']}",
            name=row["title"],
            job_title=row["title"],
            role=Role(row["role"]),
            organisation=story.organisations[row["organisation"]],
            password=password,
        )
    save_people(story)


def save_people(story: Story) -> None:
    """Save the administrator first: everybody else is added in the administrator's name."""
    council = story.organisations["council"]
    with dated(on=story.set_up_on):
        council.save()
        story.administrator.save()
    with moment(by=story.administrator, on=story.set_up_on) as then:
        CouncilSettings.objects.create(pk=1, **story.source.file("council")["council"])
        for organisation in story.organisations.values():
            if organisation != council:
                organisation.save()
        for user in story.people.values():
            user.joined_at = then
            user.save()
