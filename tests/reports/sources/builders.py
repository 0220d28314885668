"""How each source becomes a paper."""

from collections.abc import Callable

from reports.models import SectionKind as Kind
from reviews.models import ReviewKind
from tests.reports.sources.council import Paper
from tests.reports.sources.papers import build_paper
from tests.reports.sources.progress_report import build_progress_report
from tests.reports.sources.update import build_update

LETTER = "2011-04-peer-review-letter.md"
PROGRESS = "2016-01-bi-annual-progress-report.md"
UPDATE = "2017-09-bi-annual-update.txt"
REGIONAL = "2020-02-regional-peer-review-report.md"
ASSURANCE = "2022-07-scrutineer-assurance-report.md"
BUILDERS: dict[str, Callable[[], Paper]] = {
    LETTER: lambda: build_paper(
        LETTER, kind=ReviewKind.PEER_REVIEW, sections=(Kind.REVIEWS, Kind.STRANDS, Kind.RESPONSES)
    ),
    PROGRESS: lambda: build_progress_report(PROGRESS, measured="Activity Overview"),
    UPDATE: lambda: build_update(UPDATE),
    REGIONAL: lambda: build_progress_report(REGIONAL),
    ASSURANCE: lambda: build_paper(
        ASSURANCE, kind=ReviewKind.SCRUTINEER_REPORT, sections=(Kind.ASSURANCE, Kind.REVIEWS)
    ),
}
