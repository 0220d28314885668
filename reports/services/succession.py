"""What passes from one version of a report to the next: its place, and what others have said about its parts."""

from collections.abc import Iterator
from typing import TypeVar

from portal.exceptions import Refused
from portal.models import User
from portal.services import hold, save_changes
from reports.models import Answer, Commitment, Recommendation, Report, Resolution

Part = TypeVar("Part", Commitment, Recommendation)

Status = Report.Status
RESOLVED = "The committee has resolved on this recommendation, so its words stay and it stays in the report"


def supersede_earlier(version: Report, *, by: User) -> None:
    """Let a version take the place of the earlier ones, and move to its parts what is recorded about theirs.

    Called inside the publication, before it, since no two versions of a report are published at once. Raises Refused
    where the committee has resolved on words that this version does not have.
    """
    # Held before all else: versions are locked the first one first, so that two publications wait for each other.
    hold(Report(pk=version.first_version_id))
    earlier = Report.objects.versions_of(version).filter(number__lt=version.number).order_by("number")
    # Held, so that nobody resolves on them or answers them meanwhile.
    list(Recommendation.objects.filter(report__in=earlier).select_for_update(of=("self",)).order_by("pk"))
    list(Commitment.objects.filter(report__in=earlier).select_for_update(of=("self",)).order_by("pk"))
    require_resolved_kept(version)
    for report in earlier.filter(status__in=(Status.APPROVED, Status.PUBLISHED)):
        changes = {"status": Status.SUPERSEDED, "successor": version}
        save_changes(record=report, by=by, version=report.version, changes=changes)
    take_over(version)


def take_over(version: Report) -> None:
    """Let resolutions and answers follow what they are about; that is no change by anybody, so no history tells it."""
    for recommendation in version.recommendations.all():
        resolutions = Resolution.objects.filter(recommendation__in=list(earlier_of(recommendation)))
        resolutions.update(recommendation=recommendation)
    for commitment in version.commitments.all():
        answers = Answer.objects.filter(commitment__in=list(earlier_of(commitment)))
        answers.update(commitment=commitment)


def require_resolved_kept(version: Report) -> None:
    """Raise Refused where a version leaves out, or words otherwise, what the committee has resolved on."""
    others = Report.objects.versions_of(version).exclude(pk=version.pk)
    decided = Recommendation.objects.filter(report__in=others, resolutions__isnull=False).distinct()
    kept = {
        earlier.pk: recommendation.text
        for recommendation in version.recommendations.all()
        for earlier in earlier_of(recommendation)
    }
    for recommendation in decided.order_by("position"):
        if kept.get(recommendation.pk) != recommendation.text:
            raise Refused(
                f"The committee has resolved on the recommendation “{recommendation}”, "
                "and this version leaves it out or words it otherwise"
            )


def require_unresolved(recommendation: Recommendation) -> None:
    """Raise Refused where the committee has resolved on a recommendation in an earlier version of its report."""
    if Resolution.objects.filter(recommendation__in=list(earlier_of(recommendation))).exists():
        raise Refused(RESOLVED, fields=["text"])


def earlier_of(part: Part) -> Iterator[Part]:
    """Return what a part was in the versions before, the latest first."""
    earlier: Part | None = part.carried_from
    while earlier is not None:
        yield earlier
        earlier = earlier.carried_from
