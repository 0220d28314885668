"""E-mails to those who follow a committee: a paper is published, takes another's place, or is withdrawn."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from portal.permissions import Permission, is_allowed
from reports.letters import letter, meeting_words
from reports.models import Edition, Following, Notice, Report

Kind = Notice.Kind
NEWS = {Kind.PUBLISHED: Report.Status.PUBLISHED, Kind.WITHDRAWN: Report.Status.WITHDRAWN}
"""The kinds of notice that are about a paper, each with where that still stands for it to be news."""


def announcement_of(notice: Notice) -> EmailMessage | None:
    """Write an announcement as things stand now; None where it is no news any more, or no longer wanted."""
    person = notice.person
    reports = Report.objects.select_related("meeting__committee").with_published_before()
    report = reports.get(pk=notice.report_id)
    wants = Following.objects.filter(committee=report.meeting.committee_id, person=person, by_email=True)
    if not is_allowed(person, Permission.READ_PAPERS) or report.status != NEWS[Kind(notice.kind)]:
        return None
    if not wants.exists():
        return None
    subject, opening = words_of(report)
    context = {
        "opening": opening,
        "reason": report.withdrawal_reason,
        "has_full": Edition.objects.visible_to(person).full_of(report).exists(),
        "url": f"{settings.PUBLIC_URL}{reverse('reports:paper_detail', args=[report.pk])}",
        "following": f"{settings.PUBLIC_URL}{reverse('reports:following_list')}",
    }
    return letter(notice, subject, "reports/mail/announcement.txt", context)


def words_of(report: Report) -> tuple[str, str]:
    """Return the subject and the first sentence about a paper, as it stands."""
    meeting = meeting_words(report)
    if report.status == Report.Status.WITHDRAWN:
        return f"Withdrawn: {report}", f"“{report.title}” for {meeting} is withdrawn. The reason is:"
    if report.published_before_at:
        return (
            f"New version: {report}",
            f"Version {report.number} of “{report.title}” for {meeting} is published. It takes the place of the "
            "version before. You can read it here:",
        )
    return f"New paper: {report.title}", f"“{report.title}” for {meeting} is published. You can read it here:"
