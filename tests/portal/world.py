"""One of everything, so that every address leads somewhere; and more of the same, to see what grows."""

import datetime
from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from actions.models import Status
from findings.models import Recurrence
from portal.models import CouncilSettings, Role, SavedView
from reports.models import (
    Abbreviation,
    Committee,
)
from tests.factories import actions, findings, reports, reviews
from tests.factories.portal import DownloadFactory, OrganisationFactory, UserFactory
from tests.portal.world_of_reports import WorldOfReports


class World(WorldOfReports):
    """People in every role, and a record of every kind that they share."""

    def __init__(self) -> None:
        CouncilSettings.objects.create(name="Fenwold Council", short_name="Fenwold")
        self.people = {role: UserFactory(role=role, name=f"The {role.label.lower()}") for role in Role}
        self.officer = self.people[Role.OFFICER]
        self.manager = self.people[Role.MANAGER]
        self.lead = self.people[Role.ACTION_LEAD]
        self.framework = reviews.FrameworkFactory()
        self.review = reviews.ReviewFactory(framework=self.framework, title="The review")
        self.strand = reviews.StrandFactory(review=self.review)
        self.judgement = self._judgement(self.strand)
        self.theme = reviews.ThemeFactory()
        self.finding = self._finding()
        self.answered = findings.FindingFactory(
            review=self.review,
            response="accepted",
            responded_by=self.officer,
            responded_at=timezone.now(),
        )
        self.measure = findings.MeasureFactory()
        self.measure.themes.add(self.theme)
        self.document = findings.DocumentFactory(review=self.review)
        self.reading = findings.ReadingFactory(review=self.review, awaiting_columns=True)
        self.pdf = findings.DocumentFactory(review=self.review, name="letter.pdf", data=b"%PDF-1.7")
        self.intake = findings.IntakeFactory(document=self.document, started_by=self.officer)
        self.group = actions.GroupFactory()
        self.action = actions.ActionFactory(lead=self.lead, group=self.group, findings=[self.finding])
        self.extension = actions.ExtensionFactory(action=self.action)
        for person in (self.officer, self.manager, self.lead):
            actions.CalendarFeedFactory(person=person, key=f"key-{person.role}")
        self.update = actions.UpdateFactory(action=self.action)
        self.evidence = actions.EvidenceFactory(action=self.action)
        self.question = actions.QuestionFactory(action=self.action, asked_by=self.officer)
        self.committee = Committee.objects.create(name="Scrutiny Committee")
        self.cycle = reports.CycleFactory(committee=self.committee, months=[9], author=self.officer)
        self.abbreviation = Abbreviation.objects.create(short="ICB", meaning="Integrated care board")
        self.rows = 0
        self.grow()

    def grow(self) -> None:
        """Add one row to every list."""
        self.rows += 1
        self._add_views()
        self._add_downloads()
        self._add_reviews()
        self._add_findings()
        self._add_actions()
        self._add_reports()

    def ids(self, **changes: Any) -> dict[str, Any]:
        """Return the parts of every address, by name."""
        return {
            "review_id": self.review.pk,
            "strand_id": self.strand.pk,
            "judgement_id": self.judgement.pk,
            "framework_id": self.framework.pk,
            "theme_id": self.theme.pk,
            "finding_id": self.finding.pk,
            "recurrence_id": self.recurrence.pk,
            "earlier_id": self.earlier.pk,
            "document_id": self.document.pk,
            "intake_id": self.intake.pk,
            "reading_id": self.reading.pk,
            "measure_id": self.measure.pk,
            "measurement_id": self.measurement.pk,
            "action_id": self.action.pk,
            "update_id": self.update.pk,
            "evidence_id": self.evidence.pk,
            "question_id": self.question.pk,
            "number": 1,
            "extension_id": self.extension.pk,
            "group_id": self.group.pk,
            "milestone_id": self.milestone.pk,
            "dependency_id": self.dependency.pk,
            **self.ids_of_reports(),
            "rating": "delivery",
            "code": "at_risk",
            "key": f"key-{Role.ACTION_LEAD}",
            "abbreviation_id": self.abbreviation.pk,
            "person_id": self.lead.pk,
            "organisation_id": self.lead.organisation_id,
            "uidb64": urlsafe_base64_encode(force_bytes(self.lead.pk)),
            "view_id": self.view.pk,
            "download_id": self.download.pk,
            "register": "findings",
            "form": "csv",
            "token": default_token_generator.make_token(self.lead),
            **changes,
        }

    def _judgement(self, strand: Any) -> Any:
        grade = reviews.GradeFactory(framework=self.framework)
        return reviews.JudgementFactory(review=self.review, strand=strand, grade=grade)

    def _finding(self) -> Any:
        finding = findings.FindingFactory(review=self.review, strand=self.strand, recorded_by=self.officer)
        finding.themes.add(self.theme)
        return finding

    def _add_downloads(self) -> None:
        self.download = DownloadFactory(asked_by=self.manager, done=True)

    def _add_reviews(self) -> None:
        UserFactory(organisation=OrganisationFactory())
        framework = reviews.FrameworkFactory()
        reviews.FrameworkStrandFactory(framework=framework)
        reviews.GuidanceEditionFactory(framework=framework)
        grade = reviews.GradeFactory(framework=framework)
        review = reviews.ReviewFactory(framework=framework)
        reviews.JudgementFactory(review=review, grade=grade)
        strand = reviews.StrandFactory(review=self.review)
        strand.themes.add(self.theme)
        self._judgement(strand)
        reviews.ThemeFactory()

    def _add_views(self) -> None:
        self.view = SavedView.objects.create(
            person=self.manager, register="findings", name=f"View {self.rows}", query="kind=area"
        )

    def _add_findings(self) -> None:
        self._finding()
        before = reviews.ReviewFactory(
            fieldwork_start_on=datetime.date(2024, 5, 1), fieldwork_end_on=datetime.date(2024, 5, 3)
        )
        findings.FindingFactory(review=before).themes.add(self.theme)
        earlier = findings.FindingFactory()
        earlier.themes.add(self.theme)
        self.earlier = findings.FindingFactory(review=before)
        for later in (self.finding, self._finding()):
            findings.SuggestionFactory(finding=later, earlier=self.earlier)
        findings.DismissalFactory(finding=self.finding, earlier=earlier)
        self.dismissed = earlier
        findings.DismissalFactory(finding=self.finding, dismissed_by=UserFactory())
        self.recurrence = Recurrence.objects.create(
            finding=self.finding,
            earlier=earlier,
            outcome=Recurrence.Outcome.RECURS,
            confirmed_by=self.officer,
        )
        findings.CandidateFactory(intake=self.intake)
        self._add_particulars()
        findings.ReadingFactory(review=self.review, data=f"Letter {self.rows}".encode())
        findings.ReadingFactory(review=self.review, refused=True)
        document = findings.DocumentFactory(review=self.review)
        findings.CandidateFactory(intake=findings.IntakeFactory(document=document))
        measure = findings.MeasureFactory()
        measure.themes.add(self.theme)
        for row in (measure, self.measure):
            for month in (1, 3, 6):
                day = datetime.date(2026, month, self.rows)
                self.measurement = findings.MeasurementFactory(
                    measure=row, measured_on=day, recorded_by=UserFactory()
                )
                findings.MeasurementCorrectionFactory(measurement=self.measurement)

    def _add_particulars(self) -> None:
        """Let the document that is being taken in say one thing more of every kind."""
        said = self.intake.particulars
        grade = reviews.GradeFactory(framework=self.framework)
        new = {
            "judgements": {"subject": f"Subject {self.rows}", "grade": grade.name, "source_ref": "para 1"},
            "measures": {
                "name": f"children in group {self.rows}",
                "value": self.rows,
                "unit": "children",
                "date": f"2025-01-{self.rows:02}",
                "as_written": f"{self.rows} children in group {self.rows}",
                "source_ref": f"para {self.rows}",
            },
            "abbreviations": {"abbr": f"XY{self.rows}", "meaning": "A short form"},
            "actions": {"text": f"Priority {self.rows}", "source_ref": "para 2"},
        }
        self.intake.particulars = {
            "metadata": {"date": "2026-03-01"},
            **{kind: [*said.get(kind, ()), row] for kind, row in new.items()},
        }
        self.intake.save()

    def _add_actions(self) -> None:
        about = [self.finding]
        action = actions.ActionFactory(lead=self.lead, group=self.group, findings=about)
        action.supporting.add(UserFactory())
        actions.ExtensionFactory(action=action)
        for factory in (actions.UpdateFactory, actions.EvidenceFactory, actions.TransitionFactory):
            factory(action=self.action)
            factory(action=action)
        for asked_about in (self.action, action):
            self._add_questions(asked_about)
        actions.DigestFactory(refused_at=timezone.now(), refusal="550 No such mailbox")
        actions.EvidenceFileFactory(evidence=self.evidence, number=self.evidence.files.count() + 1)
        actions.ActionFactory(
            lead=self.manager, group=self.group, findings=about, original_due_on=datetime.date(2026, 2, 2)
        )
        for status in (Status.DELIVERED, Status.SIGNED_OFF):
            actions.ActionFactory(lead=self.lead, findings=about, status=status)
        signed_off = actions.ActionFactory(lead=self.lead, findings=about, status=Status.SIGNED_OFF)
        actions.SignOffFactory(action=signed_off, signed_off_by=self.manager)
        self.group.members.add(UserFactory())
        self.milestone = actions.MilestoneFactory(action=self.action)
        self.reached = actions.MilestoneFactory(
            action=self.action, reached_on=datetime.date(2026, 6, 1), reached_by=UserFactory()
        )
        self.dependency = actions.DependencyFactory(action=self.action, waits_for=action)
        actions.DependencyFactory(waits_for=self.action)
        actions.GroupFactory()

    def _add_questions(self, action: Any) -> None:
        """Let one more question be open, one more be answered by an update, and an update be corrected."""
        actions.QuestionFactory(action=action, asked_by=self.officer)
        answered = actions.QuestionFactory(action=action, asked_by=self.officer)
        update = actions.UpdateFactory(action=action)
        actions.ReplyFactory(question=answered, text="", update=update)
        actions.ReplyFactory(question=self.question)
        actions.UpdateFactory(
            action=action, corrects=update, correction_reason="A slip", stands_at=update.posted_at
        )
        actions.EvidenceFileFactory(evidence=actions.EvidenceFactory(action=action, update=update))
