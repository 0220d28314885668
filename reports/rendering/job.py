"""The rendering of one edition as a job of the worker."""

from django.utils import timezone

from portal import jobs
from portal.jobs import Claim
from portal.models.job import MOST_ATTEMPTS
from reports.models import Edition, Rendering
from reports.rendering.apart import NOTHING_LOST, NotMade, make_files
from reports.rendering.files import Files
from reports.rendering.keeping import NoRoom, committed_with_files, keep_files
from reports.rendering.mentions import keep_mentions
from reports.rendering.paper_texts import keep_texts

COULD_NOT_MAKE = (
    f"The files could not be made. {NOTHING_LOST} "
    "Try again; if it fails again, tell an administrator, who will find the reason in the log."
)
KEPT_STOPPING = (
    f"The files were begun {MOST_ATTEMPTS} times and each time the work stopped before the end. "
    f"{NOTHING_LOST} Try again; if it fails again, tell an administrator."
)
DISK_FULL = (
    f"There is no room left to keep the files. {NOTHING_LOST} "
    "Ask an administrator to make room on the disk, then try again."
)


def run_rendering(rendering_id: int) -> Edition | None:
    """Make the edition, unless another worker has the rendering or it is finished; returns what was made."""
    return jobs.run_job(Rendering, rendering_id, work=make_edition, failure=COULD_NOT_MAKE)


def make_edition(claim: Claim[Rendering]) -> Edition | None:
    """Render what was frozen and keep it, or say why that is not possible.

    Raises ClaimLost where another worker took over or somebody stopped the rendering.
    """
    try:
        files = make_files(claim.job.snapshot, claim.report_progress, claim.require_held)
        return finish(claim, files)
    except NotMade as reason:
        jobs.fail_job(claim.row, str(reason))
    except NoRoom:
        jobs.fail_job(claim.row, DISK_FULL)
    return None


def finish(claim: Claim[Rendering], files: Files) -> Edition:
    """Freeze the edition and end the job, both or neither; raises ClaimLost where the claim is gone, NoRoom."""
    rendering = claim.job
    edition = Edition(
        report=rendering.report,
        number=rendering.number,
        audience=rendering.audience,
        snapshot=rendering.snapshot,
        page_count=files.page_count,
        rendered_at=timezone.now(),
    )
    keep_files(edition, files, key=claim.key)
    with committed_with_files(edition):
        edition.save()
        keep_mentions(edition)
        keep_texts(edition)
        claim.finish(edition=edition)
    return edition


def take_back_abandoned() -> list[int]:
    """Put back every rendering that gave no sign of life for a while; returns those to queue again."""
    return jobs.take_back_abandoned(Rendering, failure=KEPT_STOPPING)
