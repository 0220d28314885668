"""The rendering of one edition as a job of the worker."""

from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from portal import jobs
from portal.jobs import Claim, ClaimLost
from portal.jobs.claims import MOST_ATTEMPTS
from reports.models import Edition, Rendering
from reports.rendering.audience import public_part
from reports.rendering.mentions import keep_mentions
from reports.rendering.pdf import Pdf, render_pdf

COULD_NOT_MAKE = (
    "The PDF could not be made. Nothing in the report is lost. "
    "Try again; if it fails again, tell an administrator, who will find the reason in the log."
)
KEPT_STOPPING = (
    f"The PDF was begun {MOST_ATTEMPTS} times and each time the work stopped before the end. "
    "Nothing in the report is lost. Try again; if it fails again, tell an administrator."
)


def run_rendering(rendering_id: int) -> Edition | None:
    """Make the edition, unless another worker has the rendering or it is finished; returns what was made."""
    return jobs.run_job(Rendering, rendering_id, work=make_edition, failure=COULD_NOT_MAKE)


def make_edition(claim: Claim[Rendering]) -> Edition:
    """Render what was frozen and keep it; raises ClaimLost where another worker took over."""
    return finish(claim, render_pdf(public_part(claim.job.snapshot), claim.report_progress))


def finish(claim: Claim[Rendering], pdf: Pdf) -> Edition:
    """Freeze the edition and end the job, both or neither; raises ClaimLost where the claim is gone."""
    rendering = claim.job
    last = rendering.report.editions.aggregate(last=models.Max("number"))["last"] or 0
    edition = Edition(
        report=rendering.report,
        number=last + 1,
        snapshot=public_part(rendering.snapshot),
        sha256=pdf.sha256,
        page_count=pdf.page_count,
        rendered_at=timezone.now(),
    )
    edition.pdf.save(f"report-{rendering.report_id}-{claim.key}.pdf", ContentFile(pdf.content), save=False)
    try:
        with transaction.atomic():
            edition.save()
            keep_mentions(edition)
            claim.finish(edition=edition)
    except (ClaimLost, IntegrityError):
        # After any other failure nobody can tell whether it was committed, and a file too many harms nobody.
        edition.pdf.storage.delete(str(edition.pdf.name))
        raise
    return edition


def take_back_abandoned() -> list[int]:
    """Put back every rendering that gave no sign of life for a while; returns those to queue again."""
    return jobs.take_back_abandoned(Rendering, failure=KEPT_STOPPING)
