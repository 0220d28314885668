"""Factories of people and organisations."""

import functools

import factory
from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from django.utils import timezone

from portal.models import Download, Organisation, Role, User
from tests.factories.records import RecordFactory

PASSWORD = "a long sample password"


@functools.cache
def hashed() -> str:
    """The password of everybody in the tests, as it is kept; hashed once."""
    return make_password(PASSWORD)


class OrganisationFactory(RecordFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = Organisation.Kind.COUNCIL


class UserFactory(RecordFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@council.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    role = Role.OFFICER
    organisation = factory.SubFactory(OrganisationFactory)

    password = factory.LazyFunction(hashed)


class DownloadFactory(RecordFactory):
    """A file of the findings that waits for a worker."""

    class Meta:
        model = Download

    class Params:
        done = factory.Trait(
            state=Download.State.DONE,
            file=factory.LazyAttributeSequence(lambda row, n: ContentFile(b"PK", name=f"{n}.xlsx")),
            row_count=3,
            finished_at=factory.LazyFunction(timezone.now),
        )
        failed = factory.Trait(state=Download.State.FAILED, finished_at=factory.LazyFunction(timezone.now))

    register = "findings"
    title = "Findings"
    asked_by = factory.SubFactory(UserFactory)
