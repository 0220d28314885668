"""Factories of actions, groups and the rows that tell an action's story."""

import datetime
import hashlib
from typing import Any

import factory
from django.core.files.base import ContentFile

from actions.digest_querysets import hash_of
from actions.models import (
    Action,
    CalendarFeed,
    Confidence,
    Dependency,
    Digest,
    DigestItem,
    Evidence,
    EvidenceFile,
    Extension,
    Group,
    Milestone,
    Question,
    RatingLevel,
    Reminder,
    Reply,
    SignOff,
    Status,
    Transition,
    Update,
)
from portal.models import Role
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory


class GroupFactory(RecordFactory):
    class Meta:
        model = Group

    name = factory.Sequence(lambda n: f"Group {n}")


class RatingLevelFactory(RecordFactory):
    """A level of the lead's confidence after those that the portal starts with, which nobody has used."""

    class Meta:
        model = RatingLevel

    rating = "confidence"
    code = factory.Sequence(lambda n: f"level-{n}")
    name = factory.Sequence(lambda n: f"Level {n}")
    colour = "red"
    definition = "Nothing has begun"
    position = factory.Sequence(lambda n: n + 4)
    counts_as = "at_risk"


class ActionFactory(RecordFactory):
    """An action in progress about one finding; pass `findings` for others, `supporting` for who supports."""

    class Meta:
        model = Action
        skip_postgeneration_save = True

    reference = factory.Sequence(lambda n: f"A-2026-{n + 501}")
    title = factory.Sequence(lambda n: f"Do thing {n}")
    success_measure = "Children say that it is better"
    lead = factory.SubFactory(UserFactory, role=Role.ACTION_LEAD)
    lead_organisation = factory.SelfAttribute("lead.organisation")
    start_on = datetime.date(2026, 1, 5)
    original_due_on = datetime.date(2026, 12, 31)
    due_on = factory.SelfAttribute("original_due_on")
    status = Status.IN_PROGRESS
    agreed_by = factory.SubFactory(UserFactory, role=Role.OFFICER)
    agreed_at = datetime.datetime(2026, 1, 5, 9, 0, tzinfo=datetime.UTC)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        """Let an action that is given an early due date have been agreed for that day."""
        kwargs["original_due_on"] = min(kwargs["original_due_on"], kwargs["due_on"])
        return kwargs

    @factory.post_generation
    def findings(self, create: bool, value: list | None, **kwargs: object) -> None:
        if create:
            self.findings.set([FindingFactory(**kwargs)] if value is None else value)

    @factory.post_generation
    def supporting(self, create: bool, value: list | None, **kwargs: object) -> None:
        if create and value:
            self.supporting.set(value)


class MilestoneFactory(RecordFactory):
    """A milestone that is still to be reached."""

    class Meta:
        model = Milestone

    action = factory.SubFactory(ActionFactory)
    title = "The first team has been trained"
    due_on = datetime.date(2026, 9, 1)


class DependencyFactory(RecordFactory):
    class Meta:
        model = Dependency

    action = factory.SubFactory(ActionFactory)
    waits_for = factory.SubFactory(ActionFactory)
    added_by = factory.SubFactory(UserFactory, role=Role.OFFICER)


class CalendarFeedFactory(RecordFactory):
    """A calendar's address, with the secret `key`."""

    class Meta:
        model = CalendarFeed

    class Params:
        key = factory.Sequence(lambda n: f"secret-{n}")

    person = factory.SubFactory(UserFactory, role=Role.ACTION_LEAD)
    key_hash = factory.LazyAttribute(lambda row: hash_of(row.key))


class DigestFactory(RecordFactory):
    """A digest that waits, about nothing yet."""

    class Meta:
        model = Digest

    person = factory.SubFactory(UserFactory, role=Role.ACTION_LEAD)
    day = datetime.date(2026, 6, 15)
    message_id = factory.Sequence(lambda n: f"<digest-{n}@council.example>")


class DigestItemFactory(RecordFactory):
    """A reminder that an action of the digest's person is overdue."""

    class Meta:
        model = DigestItem

    digest = factory.SubFactory(DigestFactory)
    kind = Reminder.OVERDUE
    action = factory.SubFactory(ActionFactory, lead=factory.SelfAttribute("..digest.person"))
    since = datetime.date(2026, 6, 1)


class TransitionFactory(RecordFactory):
    class Meta:
        model = Transition

    action = factory.SubFactory(ActionFactory)
    from_status = Status.NOT_STARTED
    to_status = Status.IN_PROGRESS
    superseded_by = factory.Maybe(
        factory.LazyAttribute(lambda row: row.to_status == Status.SUPERSEDED),
        yes_declaration=factory.SelfAttribute("action.superseded_by"),
        no_declaration=None,
    )
    made_by = factory.SubFactory(UserFactory)
    led_by = factory.SelfAttribute("action.lead")


class UpdateFactory(RecordFactory):
    class Meta:
        model = Update

    action = factory.SubFactory(ActionFactory)
    narrative = "The first team has begun"
    percent_complete = 40
    confidence = Confidence.HIGH
    posted_by = factory.SelfAttribute("action.lead")


class EvidenceFactory(RecordFactory):
    class Meta:
        model = Evidence

    action = factory.SubFactory(ActionFactory)
    kind = Evidence.Kind.OBSERVATION
    shows = "Workers ask children what they want"
    dated_on = datetime.date(2026, 6, 1)
    added_by = factory.SelfAttribute("action.lead")


class EvidenceFileFactory(RecordFactory):
    """A version of a file, kept in the storage; pass `data` for its bytes."""

    class Meta:
        model = EvidenceFile

    class Params:
        data = factory.Sequence(lambda n: f"Audit {n}".encode())

    evidence = factory.SubFactory(EvidenceFactory, kind=Evidence.Kind.FILE)
    number = 1
    name = "audit.txt"
    file = factory.LazyAttribute(lambda row: ContentFile(row.data, name=row.name))
    size = factory.LazyAttribute(lambda row: len(row.data))
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    change = factory.LazyAttribute(lambda row: "" if row.number == 1 else "One more team is in it")
    added_by = factory.SelfAttribute("evidence.added_by")


class QuestionFactory(RecordFactory):
    """An open question of an officer's."""

    class Meta:
        model = Question

    action = factory.SubFactory(ActionFactory)
    text = "How many families wait?"
    asked_by = factory.SubFactory(UserFactory, role=Role.OFFICER)


class ReplyFactory(RecordFactory):
    """An answer of the lead's."""

    class Meta:
        model = Reply

    question = factory.SubFactory(QuestionFactory)
    text = "Three families wait"
    is_answer = True
    replied_by = factory.SelfAttribute("question.action.lead")


class ExtensionFactory(RecordFactory):
    """An extension that waits for a decision."""

    class Meta:
        model = Extension

    action = factory.SubFactory(ActionFactory)
    due_before_on = factory.SelfAttribute("action.due_on")
    due_asked_on = factory.LazyAttribute(lambda row: row.due_before_on + datetime.timedelta(days=60))
    reason = "Two posts were empty"
    asked_by = factory.SelfAttribute("action.lead")


class SignOffFactory(RecordFactory):
    class Meta:
        model = SignOff
        skip_postgeneration_save = True

    action = factory.SubFactory(ActionFactory, status=Status.SIGNED_OFF)
    was_delivered = True
    made_difference = SignOff.Difference.YES
    reason = "The audit shows it"
    signed_off_by = factory.SubFactory(UserFactory, role=Role.MANAGER)

    @factory.post_generation
    def evidence(self, create: bool, value: list | None, **kwargs: object) -> None:
        if create and value:
            self.evidence.set(value)

    @factory.post_generation
    def difference_evidence(self, create: bool, value: list | None, **kwargs: object) -> None:
        if create and value:
            self.difference_evidence.set(value)
