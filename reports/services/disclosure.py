"""What a new version of a paper lets everybody read that the paper has kept back until now."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from portal.exceptions import Refused
from reports.models import Answer, Commitment, Recommendation, Report, Resolution, Section
from reports.rendering.marks import names_exemption
from reports.services.succession import earlier_of

ASK_FIRST = "What was exempt becomes public with this version. Tick each part that everybody may read"


@dataclass(frozen=True)
class Disclosed:
    """One thing that becomes public: a key that stays, and what it is in words."""

    key: str
    words: str


def require_agreed(version: Report, *, agreed: Collection[str]) -> list[Disclosed]:
    """Return what a publication lets everybody read; raises Refused where nobody has agreed to some of it."""
    disclosed = disclosed_by(version)
    if any(row.key not in agreed for row in disclosed):
        raise Refused(ASK_FIRST, fields=["agreed"])
    return disclosed


def disclosed_by(version: Report) -> list[Disclosed]:
    """Return what was resolved, promised or answered where the paper keeps it back and this version does not.

    A fixed number of queries.
    """
    if version.original_id is None:
        return []
    versions = list(Report.objects.versions_of(version))
    return [
        *resolutions_opened(version, versions),
        *promises_opened(version, versions),
        *answers_opened(version, versions),
    ]


def resolutions_opened(version: Report, versions: Sequence[Report]) -> Iterator[Disclosed]:
    """Return what the committee resolved on recommendations that are exempt no longer."""
    listed = version.sections.filter(kind=Section.Kind.RECOMMENDATIONS)
    is_kept = any(section.exemption_id or names_exemption(section.heading) for section in listed)
    if is_kept or names_exemption(version.recommendations_lead):
        return
    asked = {row.pk: row for row in Recommendation.objects.filter(report__in=versions).order_by("position")}
    resolved = Resolution.objects.filter(recommendation__in=asked).select_related("meeting__committee")
    kept_back = list(resolved.exclude(pk__in=Resolution.objects.in_public()).order_by("pk"))
    for row in asked.values():
        if row.report_id != version.pk or row.exemption_id or names_exemption(f"{row.text} {row.reason}"):
            continue
        earlier = {part.pk for part in earlier_of(row, asked)}
        for made in kept_back:
            if made.recommendation_id in earlier and not names_exemption(
                f"{made.wording} {made.owner} {made.outcome}"
            ):
                words = f"What the {made.meeting} resolved on “{row.words}”"
                yield Disclosed(f"resolution-{made.pk}", words)


def promises_opened(version: Report, versions: Sequence[Report]) -> Iterator[Disclosed]:
    """Return the promises that were exempt in the paper, and what later papers answer to them."""
    answers = Answer.objects.filter(report__status=Report.Status.PUBLISHED, is_exempt=False)
    answered = Prefetch("answers", answers.select_related("report").order_by("pk"), to_attr="open_answers")
    rows = Commitment.objects.filter(report__in=versions).prefetch_related(answered)
    promised = {row.pk: row for row in rows.order_by("paragraph", "pk")}
    published = {row.pk for row in versions if row.status == Report.Status.PUBLISHED}
    for row in promised.values():
        if row.report_id != version.pk or is_kept_back(row):
            continue
        earlier = next((part for part in earlier_of(row, promised) if part.report_id in published), None)
        if earlier is not None and is_kept_back(earlier):
            yield Disclosed(f"commitment-{earlier.pk}", f"The promise “{row}”")
            for answer in getattr(earlier, "open_answers", ()):
                yield Disclosed(f"answer-{answer.pk}", f"The answer to it in “{answer.report}”")


def is_kept_back(promise: Commitment) -> bool:
    """Whether the public does not read a promise."""
    return promise.is_exempt or names_exemption(f"{promise.wording} {promise.owner}")


def answers_opened(version: Report, versions: Sequence[Report]) -> Iterator[Disclosed]:
    """Return what the paper itself answers to earlier promises where it is exempt, and this version gives openly."""
    published = [row for row in versions if row.status == Report.Status.PUBLISHED and row != version]
    kept_back = Answer.objects.filter(report__in=published, is_exempt=True).values("commitment")
    opened = version.answers.filter(commitment__in=kept_back, is_exempt=False)
    for answer in opened.select_related("commitment").order_by("pk"):
        if not names_exemption(answer.reason):
            words = f"What this paper answers to the promise “{answer.commitment}”"
            yield Disclosed(f"answered-{answer.commitment_id}", words)
