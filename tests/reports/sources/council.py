"""The portal of a council that a source is about, worked through its services: people, a report, its files."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

import time_machine
from django.db.models.fields.files import FieldFile
from django.utils import timezone

from portal.models import CouncilSettings, Organisation, Role, User
from portal.services.administration import add_organisation, edit_council
from reports.checks import results_of
from reports.models import Annex, Edition, Report, Section
from reports.rendering.job import run_rendering
from reports.rendering.snapshot import build_snapshot
from reports.services.annexes import add_annex
from reports.services.committees import add_abbreviation, add_committee, add_meeting
from reports.services.recommendations import add_recommendation, remove_recommendation
from reports.services.reports import draft_report, edit_report
from reports.services.sections import add_section, edit_section, remove_section
from reports.services.workflow import approve_report, submit_report
from tests.factories.portal import UserFactory
from tests.factories.reports import CheckOverrideFactory

UNNAMED = "Committee that the document does not name"


@dataclass(frozen=True)
class Paper:
    """What a reader of the public edition gets, and what it was made from."""

    snapshot: dict[str, Any]
    page: bytes
    pdf: bytes
    docx: bytes


@dataclass
class Council:
    """The people who work with the portal, and the report that they write."""

    organisation: Organisation
    officer: User
    manager: User
    lead: User
    report: Report | None = None

    def draft(self, inventory: dict[str, Any], details: dict[str, Any], *, held_on: datetime.date) -> Report:
        """Draft a report for a meeting, and take out what the portal's own outline put into it."""
        for row in inventory["abbreviations"]:
            add_abbreviation(by=self.officer, short=row["abbr"], meaning=row["meaning"])
        committee = add_committee(by=self.officer, name=inventory["metadata"].get("committee") or UNNAMED)
        meeting = add_meeting(by=self.officer, committee=committee, held_on=held_on)
        report = draft_report(by=self.officer, details={"meeting": meeting, **details})
        for section in report.sections.order_by("-position"):
            remove_section(section=section, by=self.officer, version=section.version)
        for row in report.recommendations.all():
            remove_recommendation(recommendation=row, by=self.officer, version=row.version)
        self.report = report
        return report

    def add(self, kind: str, heading: str, body: str | None = None) -> Section:
        """Add a section, last; with a body it is the officers' own text from the first."""
        assert self.report is not None
        last = self.report.sections.order_by("-position").first()
        section = add_section(
            by=self.officer, report=self.report, heading=heading, body=body or "", after=last, kind=kind
        )
        if body is None or kind == Section.Kind.TEXT:
            return section
        said = "what the record says"
        return edit_section(
            section=section, by=self.officer, version=section.version, changes={"body": body}, shown=said
        )

    def ask(self, recommendations: Sequence[tuple[str, str]]) -> None:
        """Ask the committee, each time with the reason."""
        assert self.report is not None
        for text, reason in recommendations:
            add_recommendation(by=self.officer, report=self.report, text=text, reason=reason)

    def attach(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add the annexes that a document lists; of what they say it has nothing, so neither have they."""
        assert self.report is not None
        for row in rows:
            number = row["label"].split()[-1].lstrip(ascii_uppercase)
            add_annex(
                by=self.officer,
                report=self.report,
                kind=Annex.Kind.TEXT,
                title=row["title"],
                name=name_of_annex(row["label"]),
                is_part=number not in ("", "1"),
                body="Not in the document.",
            )

    def explain_only(self, shorts: Collection[str]) -> None:
        """Leave out of the abbreviations what the text explains by itself and the document does not list."""
        report = self.report
        assert report is not None
        explained = [row["short"] for row in build_snapshot(report)["abbreviations"]]
        others = ", ".join(short for short in explained if short not in shorts)
        report.refresh_from_db()
        changes = {"abbreviations_left_out": others}
        self.report = edit_report(report=report, by=self.officer, version=report.version, changes=changes)

    def publish(self) -> Paper:
        """Take the report through its checks and its approval, and have its files made by the worker's code."""
        report = self.report
        assert report is not None
        report.refresh_from_db()
        report = submit_report(report=report, by=self.officer, version=report.version)
        # Made at once: the service looks through the whole report again for each of them.
        for result in results_of(report, on=timezone.localdate()):
            if result.is_open:
                CheckOverrideFactory(report=report, check_name=result.check.name, key=result.finding.key)
        report.refresh_from_db()
        report = approve_report(report=report, by=self.manager, version=report.version)
        edition: Edition | None = None
        for rendering in report.renderings.order_by("audience"):
            edition = run_rendering(rendering.pk) or edition
        assert edition is not None
        public = report.editions.get(audience="public")
        return Paper(public.snapshot, *map(read, (public.html, public.pdf, public.docx)))


def name_of_annex(label: str) -> str:
    """Return the name by which the text refers to the annex with this label."""
    return label.lower().replace(" ", "-")


def read(file: FieldFile) -> bytes:
    """Return the bytes of a file that was kept."""
    with file.open("rb") as opened:
        content: bytes = opened.read()
    return content


@contextmanager
def council(*, name: str, on: datetime.date) -> Iterator[Council]:
    """Work in the portal of a council on a day."""
    with time_machine.travel(datetime.datetime(on.year, on.month, on.day, 10, 0, tzinfo=datetime.UTC)):
        administrator = UserFactory(role=Role.ADMINISTRATOR)
        settings = CouncilSettings.current()
        edit_council(by=administrator, version=settings.version, changes={"name": name, "short_name": name})
        organisation = add_organisation(
            by=administrator, name=name, short_name="", kind=Organisation.Kind.COUNCIL
        )
        yield Council(
            organisation,
            UserFactory(role=Role.OFFICER, organisation=organisation),
            UserFactory(role=Role.MANAGER, organisation=organisation),
            UserFactory(role=Role.ACTION_LEAD, organisation=organisation, job_title="Head of Service"),
        )
