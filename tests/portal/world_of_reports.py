"""The reports of the world, with all that stands around them."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from portal.models import Role
from reports.checks import results_of
from reports.models import (
    Abbreviation,
    CheckOverride,
    Committee,
    Edition,
    Exemption,
    ImplicationKind,
    Meeting,
    Mention,
    Outline,
    OutlineSection,
    Rendering,
    Report,
)
from reports.rendering.paper_texts import keep_texts
from reports.rendering.snapshot import build_snapshot
from reports.services.reports import draft_report
from reports.services.versions import begin_version
from tests.factories import reports
from tests.factories.portal import UserFactory

DETAILS = {
    "period_start_on": datetime.date(2026, 1, 1),
    "period_end_on": datetime.date(2026, 6, 30),
    "report_of": "Director of Children’s Services",
    "author_contact": "Policy and Scrutiny Officer",
    "chief_officer_contact": "Director of Children’s Services",
}


class WorldOfReports:
    """A draft, a published report and a version of it, and what people wrote, promised and resolved there."""

    def ids_of_reports(self) -> dict[str, Any]:
        """Return the parts of the addresses of reports, by name."""
        return {
            "report_id": self.draft.pk,
            "section_id": self.section.pk,
            "recommendation_id": self.recommendation.pk,
            "place": 1,
            "edition_id": self.edition.pk,
            "override_id": self.override.pk,
            "annex_id": self.annex.pk,
            "letter": "b",
            "comment_id": self.comment.pk,
            "commitment_id": self.commitment.pk,
            "answer_id": self.answer.pk,
            "resolution_id": self.resolution.pk,
            "committee_id": self.committee.pk,
            "meeting_id": self.meeting.pk,
            "contributor_id": self.contributor.pk,
            "contribution_id": self.contribution.pk,
            "exemption_id": self.exemption.pk,
            "picture_id": self.picture.pk,
            "comparison_id": self.comparison.pk,
            "kind_id": self.implication_kind.pk,
            "outline_id": self.outline.pk,
        }

    def _add_reports(self) -> None:
        for cycle in (self.cycle, reports.CycleFactory(committee__name=f"Committee {self.rows}")):
            reports.ContributorFactory(cycle=cycle)
        self.contributor = self.cycle.contributors.first()
        Abbreviation.objects.create(short=f"AB{self.rows}", meaning="A short form")
        self.meeting = Meeting.objects.create(
            committee=self.committee, held_on=datetime.date(2026, 9, self.rows)
        )
        panel = Committee.objects.create(name=f"Panel {self.rows}")
        reports.FollowingFactory(committee=panel, person=self.people[Role.COMMITTEE_MEMBER])
        outline = Outline.objects.create(committee=panel)
        OutlineSection.objects.create(outline=outline, heading="Text", position=self.rows)
        if self.rows == 1:
            self.outline = outline
        self.implication_kind = ImplicationKind.objects.create(name=f"Kind {self.rows}")
        self.draft = self._report("A draft report")
        self.section, self.recommendation = self.draft.sections.first(), self.draft.recommendations.first()
        self.annex = self.draft.annexes.get(position=2)
        self.contribution = reports.ContributionFactory(report=self.draft, person=self.lead)
        first = Report.objects.order_by("pk")[0]
        reports.ContributionFactory(report=first, given=True, given_by=UserFactory())
        self.exemption = Exemption.objects.create(
            report=self.draft, letter="A", ground=Exemption.Ground.PARAGRAPH_1, reasoning="A family"
        )
        self.published = self._report("A published report")
        self._add_figures()
        self._publish()
        self._add_writing(first)
        self._add_promises()
        self.version = begin_version(report=self.published, by=self.officer)
        reports.SectionFactory(report=self.version, body="What was left out.", position=99)

    def _publish(self) -> None:
        """Freeze the report that the committee can read."""
        Report.objects.filter(pk=self.published.pk).update(
            status=Report.Status.PUBLISHED,
            approved_by=self.manager,
            approved_at=timezone.now(),
            published_by=self.manager,
            published_at=timezone.now(),
        )
        self.published.refresh_from_db()
        snapshot = build_snapshot(self.published)
        self.edition = Edition.objects.create(
            report=self.published,
            number=1,
            snapshot=snapshot,
            pdf=ContentFile(b"%PDF-1.7\n", name="edition.pdf"),
            pdf_sha256="0" * 64,
            docx=ContentFile(b"PK", name="edition.docx"),
            docx_sha256="0" * 64,
            html=ContentFile(b"<!DOCTYPE html>", name="edition.html"),
            html_sha256="0" * 64,
            page_count=1,
        )
        keep_texts(self.edition)
        for named in (self.action, self.finding):
            Mention.objects.create(
                edition=self.edition, reference=named.reference, place=Mention.Place.PARAGRAPH, number=1
            )
        Rendering.objects.create(
            report=self.published,
            state=Rendering.State.DONE,
            snapshot=snapshot,
            edition=self.edition,
            asked_by=self.manager,
            finished_at=timezone.now(),
        )

    def _add_figures(self) -> None:
        """Let the first draft, this one and the published report have a picture more, and compare the council."""
        for draft in (Report.objects.order_by("pk")[0], self.draft):
            self.picture = reports.PictureFactory(report=draft, added_by=UserFactory())
        self.comparison = reports.ComparisonFactory()
        shown = reports.PictureFactory(report=self.published)
        reports.SectionFactory(report=self.published, body=shown.mark, position=98)

    def _add_writing(self, first: Report) -> None:
        """Let people write in the first draft and comment on it."""
        reports.EarlierTextFactory(section=first.sections.first(), number=self.rows)
        for person in (self.officer, self.manager):
            reports.KeptTextFactory(section=self.draft.sections.first(), person=person)
            reports.KeptSectionFactory(report=self.draft, person=person)
        reports.KeptTextFactory(section=first.sections.first())
        reports.KeptSectionFactory(report=first)
        self.comment = reports.CommentFactory(report=self.draft, made_by=self.officer)
        reports.CommentReplyFactory(comment__report=first)

    def _add_promises(self) -> None:
        """Let a published report promise, the draft answer one promise and owe another, and a meeting resolve."""
        self.commitment = reports.CommitmentFactory(report=self.draft)
        self.owed, answered = (reports.CommitmentFactory(report=self.published) for _ in range(2))
        self.answer = reports.AnswerFactory(commitment=answered, report=self.draft)
        reports.AnswerFactory(
            commitment=reports.CommitmentFactory(report=self.published), report=self.published
        )
        self.resolution = reports.ResolutionFactory(
            recommendation=reports.RecommendationFactory(report=self.published, position=9),
            meeting=self.meeting,
            owned=True,
        )
        self.override = self._override()

    def _override(self) -> CheckOverride:
        """Let an officer find one of two small counts of the first draft right as it is."""
        first = Report.objects.order_by("pk")[0]
        for place in (100 + self.rows, 200 + self.rows):
            body = f"Three children were met in visit {place}."
            reports.SectionFactory(report=first, body=body, position=place)
        check, key = self.warning_of(first).values()
        return reports.CheckOverrideFactory(report=first, check_name=check, key=key)

    def warning_of(self, report: Report) -> dict[str, str]:
        """Return the check and the key of a small count of a report that nobody has overridden."""
        results = results_of(report, on=timezone.localdate())
        return next(
            {"check": row.check.name, "key": row.finding.key}
            for row in results
            if row.is_open and row.check.name == "small_counts"
        )

    def _report(self, title: str) -> Report:
        details = {**DETAILS, "title": f"{title} {self.rows}", "meeting": self.meeting}
        report = draft_report(by=self.officer, details=details)
        reports.AnnexFactory(report=report, position=1)
        reports.AnnexFactory(report=report, position=2, attached=True)
        return report

    def picture_of(self, report: Report) -> int:
        """Return the number of the first picture among the figures of a report."""
        blocks = [block for section in build_snapshot(report)["sections"] for block in section["blocks"]]
        return next(block["place"] for block in blocks if block["type"] == "picture")

    def chart_of(self, report: Report) -> int:
        """Return the first section of a report that has a chart."""
        return next(
            section["record"]
            for section in build_snapshot(report)["sections"]
            if any(block["type"] == "chart" for block in section["blocks"])
        )
