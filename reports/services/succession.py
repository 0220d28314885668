"""What passes from one version of a report to the next: its place, and what others have said about its parts."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from django.db.models import QuerySet

from portal.exceptions import Refused
from portal.models import User
from portal.services import hold, save_changes
from reports.models import Answer, Commitment, Recommendation, Report, Resolution

Part = TypeVar("Part", Commitment, Recommendation)

Status = Report.Status
RESOLVED = "The committee has resolved on this recommendation, so its words stay and it stays in the report"
REPLACE = "Withdraw it and begin another version from the published one"
PUT_BACK = "Put it back in the same words"


def supersede_earlier(version: Report, *, by: User) -> None:
    """Let a version take the place of the earlier ones, and move to its parts what is recorded about theirs.

    Called inside the publication, before it, since no two versions of a report are published at once, with all of
    them held. Raises Refused where the committee has resolved on words that this version does not have.
    """
    require_resolved_kept(version, remedy=REPLACE)
    earlier = Report.objects.versions_of(version).filter(number__lt=version.number).order_by("number")
    for report in earlier.filter(status__in=(Status.APPROVED, Status.PUBLISHED)):
        changes = {"status": Status.SUPERSEDED, "successor": version}
        save_changes(record=report, by=by, version=report.version, changes=changes)
    take_over(version)


def hold_earlier(version: Report) -> None:
    """Hold the earlier versions of a report that is published, with what can be resolved on or answered in them."""
    # Held before all else: versions are locked the first one first, so that two publications wait for each other.
    hold(Report(pk=version.first_version_id))
    earlier = Report.objects.versions_of(version).filter(number__lt=version.number).order_by("number")
    # Held, so that nobody resolves on them or answers them meanwhile.
    list(Recommendation.objects.filter(report__in=earlier).select_for_update(of=("self",)).order_by("pk"))
    list(Commitment.objects.filter(report__in=earlier).select_for_update(of=("self",)).order_by("pk"))


def take_over(version: Report) -> None:
    """Let resolutions and answers follow what they are about; that is no change by anybody, so no history tells it."""
    asked = carried_into(version, Recommendation)
    resolutions = list(Resolution.objects.filter(recommendation__in=asked))
    for resolution in resolutions:
        resolution.recommendation = asked[resolution.recommendation_id]
    Resolution.objects.bulk_update(resolutions, ["recommendation"])
    promised = carried_into(version, Commitment)
    answers = list(Answer.objects.filter(commitment__in=promised))
    for answer in answers:
        answer.commitment = promised[answer.commitment_id]
    Answer.objects.bulk_update(answers, ["commitment"])


def require_resolved_kept(version: Report, *, remedy: str) -> None:
    """Raise Refused, with what to do about it, where a version lacks or words otherwise what was resolved on."""
    kept = kept_by(version)
    for recommendation in resolved_before(version).order_by("position"):
        if kept.get(recommendation.pk) != recommendation.text:
            raise Refused(
                f"The committee has resolved on the recommendation “{recommendation}”, "
                f"and this version leaves it out or words it otherwise. {remedy}"
            )


def require_unresolved(recommendation: Recommendation, *, text: str | None = None) -> None:
    """Raise Refused where the committee has resolved on a recommendation in an earlier version of its report.

    The words that it resolved on may be put back as its `text`.
    """
    asked = in_all_versions(Recommendation, recommendation.report)
    resolved = Resolution.objects.filter(recommendation__in=list(earlier_of(recommendation, asked)))
    if any(row.recommendation.text != text for row in resolved.select_related("recommendation")):
        raise Refused(RESOLVED, fields=["text"])


def left_out_by(version: Report, *, text: str) -> Recommendation | None:
    """Return what the committee resolved on in these words and this version leaves out, to be put back."""
    left_out = resolved_before(version).exclude(pk__in=kept_by(version))
    found: Recommendation | None = left_out.filter(text=text).order_by("pk").last()
    return found


def resolved_before(version: Report) -> QuerySet[Recommendation]:
    """Return the recommendations of other versions on which the committee has resolved."""
    others = Report.objects.versions_of(version).exclude(pk=version.pk)
    return Recommendation.objects.filter(report__in=others, resolutions__isnull=False).distinct()


def kept_by(version: Report) -> dict[int, str]:
    """Return what a version asks, by the key of each recommendation that it was in the versions before."""
    return {key: asked.text for key, asked in carried_into(version, Recommendation).items()}


def carried_into(version: Report, model: type[Part]) -> dict[int, Part]:
    """Return the parts of a version by the key of each that they were in the versions before; one query."""
    parts = in_all_versions(model, version)
    own = [part for part in parts.values() if part.report_id == version.pk]
    return {earlier.pk: part for part in own for earlier in earlier_of(part, parts)}


def in_all_versions(model: type[Part], version: Report) -> dict[int, Part]:
    """Return what each version of a report asks, or promises, by key."""
    versions = Report.objects.versions_of(version)
    return {row.pk: row for row in model._default_manager.filter(report__in=versions)}


def earlier_of(part: Part, parts: Mapping[int, Part]) -> Iterator[Part]:
    """Return what a part was in the versions before, the latest first; `parts` are those of all versions."""
    earlier = parts.get(part.carried_from_id or 0)
    while earlier is not None:
        yield earlier
        earlier = parts.get(earlier.carried_from_id or 0)
