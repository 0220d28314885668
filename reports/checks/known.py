"""What checks need of the record beside the report's content."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from actions.models import Action, Group
from portal.models import Organisation, User
from portal.working_days import clear_days_before
from reports.deadlines import CLEAR_DAYS, only_corrects
from reports.drafting import record_now
from reports.facts import Facts, MeasureFacts, commitments_brought, measure_facts
from reports.models import AnnexFile, Comment, Commitment, Committee, OutlineSection, Report, Section
from reports.rendering.blocks import block_texts
from reports.rendering.paragraphs import Numbering, read_blocks

PROVIDERS = frozenset(
    {"aol.com", "btinternet.com", "gmail.com", "googlemail.com", "hotmail.co.uk", "hotmail.com", "icloud.com"}
    | {"live.co.uk", "live.com", "me.com", "outlook.com", "sky.com", "talktalk.net", "virginmedia.com"}
    | {"yahoo.co.uk", "yahoo.com"}
)
"""Domains of mail at which anybody may have an address, and so no council's."""


@dataclass(frozen=True)
class Owed:
    """A commitment of an earlier report that is due by the meeting and that the report says nothing about."""

    record: int
    wording: str


class Known:
    """The people who use the portal, the council's rules, what is owed or open, and what the record says by now.

    It is what the checks of a report need on a day, each part read when the first of them asks for it.
    """

    def __init__(self, report: Report, facts: Facts, *, on: datetime.date) -> None:
        self._report, self._facts, self.today = report, facts, on

    @cached_property
    def people(self) -> frozenset[str]:
        """The people who use the portal, by their names."""
        return frozenset(User.objects.values_list("name", flat=True))

    @cached_property
    def names(self) -> frozenset[str]:
        """The whole names of the people who use the portal, whatever their capitals."""
        return frozenset(" ".join(person.split()).casefold() for person in self.people)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Their surnames."""
        return frozenset(name.split()[-1] for name in self.names if name)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The names of the council, organisations, groups and committees."""
        return (self._facts.council.name, *names_of_bodies())

    @cached_property
    def council(self) -> str:
        """The council's short name."""
        return self._facts.council.short_name

    @cached_property
    def place(self) -> frozenset[str]:
        """The words of the council's short name: its place is part of many names, and of no person's."""
        return frozenset(self.council.casefold().split())

    @cached_property
    def small_counts_below(self) -> int:
        """Below which number the council shows no counts of children."""
        return self._facts.council.small_counts_below

    @cached_property
    def contact_line(self) -> str:
        """How the council says that it can be reached."""
        return self._facts.council.contact_line

    @cached_property
    def contacts(self) -> str:
        """Who answers for the report."""
        report = self._report
        return f"{report.author_contact} {report.chief_officer_contact} {report.specialist_officers}"

    @cached_property
    def wards(self) -> str:
        """The wards that the report affects."""
        return self._report.wards_affected

    @cached_property
    def mail_domains(self) -> frozenset[str]:
        """The domains at which the council says that it can be reached."""
        said = f"{self.contact_line} {self.contacts}".casefold()
        return frozenset(re.findall(r"@([\w.-]*\w)", said)) - PROVIDERS

    def lists(self, name: str) -> bool:
        """Tell whether the council's lists or the report's own details name somebody or something, as whole words."""
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.listed, re.IGNORECASE))

    @cached_property
    def listed(self) -> str:
        """What the council's lists and the report's own details name."""
        return "\n".join((self.listed_by_council, self.contacts, self.wards))

    @cached_property
    def listed_by_council(self) -> str:
        """What the council's lists name."""
        return "\n".join((*self.bodies, self.contact_line))

    @cached_property
    def without_details(self) -> "Known":
        """What is known where the report's own details are looked through: whom these name is not known by that."""
        known = copy(self)
        known.people, known.listed = self.people, self.listed_by_council
        return known

    @cached_property
    def owed(self) -> tuple[Owed, ...]:
        """What earlier reports promised by the meeting and the report does not answer."""
        return owed_by(self._report, self._facts)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """What the report promises, and who keeps it."""
        return tuple(self._report.commitments.only("wording", "owner"))

    @cached_property
    def promised(self) -> tuple[str, ...]:
        """The wordings of what the report promises."""
        return tuple(commitment.wording for commitment in self.commitments)

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The comments on the report that are not resolved."""
        return tuple(self._report.comments.unresolved().select_related("made_by"))

    @cached_property
    def prompts(self) -> frozenset[str]:
        """With what outlines begin the report's texts."""
        return prompts_of(self._report)

    @cached_property
    def sections(self) -> list[Section]:
        """The sections of the report in order."""
        return list(self._report.sections.order_by("position"))

    @cached_property
    def written(self) -> frozenset[int]:
        """The sections whose text is the officers' own."""
        return frozenset(section.pk for section in self.sections if section.taken_over)

    @cached_property
    def fresh(self) -> Mapping[int, list[str]]:
        """What the record would say today in those of them that it would write."""
        return fresh_texts(self.sections, self._facts)

    @cached_property
    def measures(self) -> MeasureFacts:
        """What the record says of the measures of the period."""
        return self._facts.about_period(measure_facts)

    @cached_property
    def targets(self) -> Mapping[int, set[Decimal]]:
        """For each measure, where actions say that it stood and where it should be."""
        return targets_of_actions()

    @cached_property
    def files(self) -> list[tuple[int, list[str] | None, list[str] | None]]:
        """The files that are annexes, each with what it lacks and what its pages say."""
        rows = AnnexFile.objects.filter(annexes__report=self._report)
        return list(rows.values_list("pk", "lacks", "page_texts"))

    @cached_property
    def lacking(self) -> Mapping[int, list[str] | None]:
        """What each of these files lacks for people who hear it, None where nobody has looked."""
        return {file: lacks for file, lacks, _ in self.files}

    @cached_property
    def page_texts(self) -> Mapping[int, list[str] | None]:
        """What each page of these files says."""
        return {file: texts for file, _, texts in self.files}

    @cached_property
    def meeting_on(self) -> datetime.date:
        """The day of the meeting."""
        return self._report.meeting.held_on

    @cached_property
    def publish_by(self) -> datetime.date:
        """The last day of publication with five clear working days before the meeting."""
        return clear_days_before(self.meeting_on, CLEAR_DAYS)

    @cached_property
    def period_end_on(self) -> datetime.date:
        """The last day of the period."""
        return self._report.period_end_on

    @cached_property
    def only_corrects(self) -> bool:
        """Whether the report only corrects one that went out in time, or whose meeting is over."""
        return is_only_correction(self._report, self.today)


def names_of_bodies() -> list[str]:
    """Return the names of organisations, groups and committees, in one query."""
    organisations, *others = (
        model.objects.order_by().values_list("name") for model in (Organisation, Group, Committee)
    )
    return [name for (name,) in organisations.union(*others, all=True)]


def is_only_correction(report: Report, on: datetime.date) -> bool:
    """Whether a report only corrects an earlier version that went out in time, or whose meeting is over."""
    if report.original_id is None:
        return False
    versions = Report.objects.with_published_before().select_related("meeting")
    return only_corrects(versions.get(pk=report.pk), on=on)


def owed_by(report: Report, facts: Facts) -> tuple[Owed, ...]:
    """Return what earlier reports promised by the day of the meeting and the report does not answer."""
    return tuple(
        Owed(fact.commitment.pk, fact.commitment.wording)
        for fact in facts.about_report(commitments_brought)
        if fact.answer is None and fact.due_on <= report.meeting.held_on
    )


def targets_of_actions() -> dict[int, set[Decimal]]:
    """Return where actions say that each measure stood, and where it should be."""
    rows = Action.objects.filter(measure__isnull=False).order_by()
    targets: dict[int, set[Decimal]] = defaultdict(set)
    for measure, *values in rows.values_list("measure_id", "baseline", "target"):
        targets[measure].update(value for value in values if value is not None)
    return targets


def fresh_texts(sections: Iterable[Section], facts: Facts) -> dict[int, list[str]]:
    """Return what the record says by now of each section that was taken over as text."""
    now = record_now(sections, facts)
    return {section.pk: list(said_in(text)) for section, text in now.items()}


def prompts_of(report: Report) -> frozenset[str]:
    """Return with what the outlines that are the report's begin its texts."""
    its_own = Q(outline__committee=report.meeting.committee_id) | Q(outline__committee=None)
    bodies = OutlineSection.objects.filter(its_own).exclude(body="").order_by()
    return frozenset(said for body in bodies.values_list("body", flat=True) for said in said_in(body))


def said_in(text: str) -> Iterator[str]:
    """Return what the paragraphs of a text say."""
    for block in read_blocks(text, Numbering()):
        yield from block_texts(block)
