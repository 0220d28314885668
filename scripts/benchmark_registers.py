"""Measures the register of findings at 100,000 rows on PostgreSQL, each filter beside the bare SQL."""

import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from scripts.benchmark_figures import figure
from scripts.benchmark_servers import measure_on_servers
from scripts.console import start

if TYPE_CHECKING:
    from django.test import Client

FINDINGS, REVIEWS, THEMES, ACTIONS = 100_000, 400, 20, 5_000
ROUNDS = 5
OWN_WORK_MS = 150.0
"""What the portal may add to the bare SQL: filters, templates, the other queries of a page."""

RANK = "CASE f.prominence WHEN 'headline' THEN 0 WHEN 'recommendation' THEN 1 ELSE 2 END"
DATED = "coalesce(r.fieldwork_start_on, r.feedback_on, r.received_on, r.published_on)"
BARE_COUNT = "SELECT count(*) FROM findings_finding f WHERE {where}"
BARE_PAGE = (
    "SELECT f.*, r.title FROM findings_finding f JOIN reviews_review r ON r.id = f.review_id WHERE {where} "
    f"ORDER BY {DATED} DESC NULLS FIRST, f.review_id, {RANK}, f.id LIMIT 25"
)
OF_REVIEWS = "f.review_id IN (SELECT id FROM reviews_review r WHERE {where})"
ABOUT = "EXISTS (SELECT 1 FROM findings_finding_themes t WHERE t.finding_id = f.id AND t.theme_id = {theme})"
ACTED = "EXISTS (SELECT 1 FROM actions_action_findings a WHERE a.finding_id = f.id)"

WORDS = [
    word
    for line in (
        "children families social workers police health schools practice assessment timely",
        "supervision records neglect exploitation partnership leadership audit thresholds referral",
        "meeting plan permanence voice consistent variable strong further improvement safe visits",
        "caseload recruitment training data impact",
    )
    for word in line.split()
]


def main() -> None:
    """Measure on a scratch database; fail where the portal adds too much to the bare SQL."""
    measure_on_servers(measure_all)


def measure_all() -> list[str]:
    """Measure every filter; return those to whose bare SQL the portal adds too much."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import override_settings

    call_command("migrate", verbosity=0)
    ids = make_records()
    unhashed = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": unhashed}):
        client = reader()
        slow = [query for query, where in filters(ids).items() if not measure(client, query, where)]
        say_exports(client)
    return slow


def filters(ids: dict[str, int]) -> dict[str, str]:
    """Return the address of each filter with the condition that it stands for."""
    return {
        "": "true",
        "kind=area": "f.kind = 'area'",
        "prominence=headline": "f.prominence = 'headline'",
        "response=waiting": "f.kind = 'area' AND f.response = ''",
        "response=accepted": "f.response = 'accepted'",
        f"review={ids['review']}": f"f.review_id = {ids['review']}",
        f"strand={ids['strand']}": f"f.strand_id = {ids['strand']}",
        f"theme={ids['theme']}": ABOUT.format(theme=ids["theme"]),
        f"framework={ids['framework']}": OF_REVIEWS.format(where=f"r.framework_id = {ids['framework']}"),
        f"provider={ids['provider']}": OF_REVIEWS.format(where=f"r.provider_id = {ids['provider']}"),
        "year=2019": OF_REVIEWS.format(where=f"extract(year FROM {DATED}) = 2019"),
        "has_action=yes": ACTED,
        "has_action=no": f"NOT {ACTED}",
        "words=exploitation": said("EXPLOITATION"),
        "words=permanence+caseload": f"{said('PERMANENCE')} AND {said('CASELOAD')}",
        "words=F-2020-00777": said("F-2020-00777"),
        "page=2000": "true",
    }


def said(word: str) -> str:
    """Return the condition that a word occurs in a finding or its reference."""
    return f"(upper(f.text) LIKE '%{word}%' OR upper(f.reference::text) LIKE '%{word}%')"


def measure(client: "Client", query: str, where: str) -> bool:
    """Print how long the page takes beside the bare count and rows; tell whether the portal adds little."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = f"/findings/?{query or 'all=yes'}"
    page = BARE_PAGE + (" OFFSET 49975" if query.startswith("page=") else "")
    own = milliseconds(lambda: client.get(url))

    def bare_queries() -> None:
        with connection.cursor() as cursor:
            for sql in (BARE_COUNT, page):
                cursor.execute(sql.replace("{where}", where.replace("%", "%%")), ())
                cursor.fetchall()

    bare = milliseconds(bare_queries)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    figure(f"findings register, {query or 'everything'}: {len(captured)} queries", own, "ms", floor=bare)
    return own - bare <= OWN_WORK_MS


def say_exports(client: "Client") -> None:
    """Print how long it takes to download the register: as CSV, and for Excel, at once and by the worker."""
    from portal.downloads import run_download
    from portal.models import Download, User

    # As many findings are headlines as are made an Excel file while the person waits.
    for address in ("csv?all=yes", "xlsx?prominence=headline"):
        began = time.perf_counter()
        response: Any = client.get(f"/findings/export.{address}")
        size = sum(len(part) for part in response.streaming_content)
        taken = time.perf_counter() - began
        figure(f"findings export, .{address}, {size // 1024} KiB", taken, "s", floor=60)

    download = Download.objects.create(register="findings", title="Findings", asked_by=User.objects.get())
    began = time.perf_counter()
    run_download(download.pk)
    taken = time.perf_counter() - began
    download.refresh_from_db()
    figure(f"findings export, .xlsx of {download.row_count:,} rows by the worker", taken, "s", floor=60)
    download.file.delete(save=False)


def milliseconds(action: Callable[[], object]) -> float:
    """The median time of an action, after one round that warms everything up."""
    action()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def reader() -> "Client":
    """A manager who is signed in."""
    from django.test import Client

    from portal.models import User

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get())
    return client


def make_records() -> dict[str, int]:
    """Fill the database: few records as the portal makes them, the findings by bulk SQL."""
    import datetime

    from django.db import connection

    from portal.models import Organisation, User
    from reviews.models import Framework, Review, Strand, Theme

    person = User.objects.create_user(email="manager@example.org", name="Manager", role="manager")
    provider, other = (
        Organisation.objects.create(name=name, kind="other") for name in ("Reviewers", "Others")
    )
    frameworks = [Framework.objects.create(name=f"Framework {n}", kind="peer_review") for n in range(6)]
    themes = Theme.objects.bulk_create(Theme(name=f"Theme {n}", position=n) for n in range(THEMES))
    reviews = Review.objects.bulk_create(
        Review(
            title=f"Review {n}",
            kind="peer_review",
            provider=other if n % 4 else provider,
            framework=frameworks[n % 6],
            fieldwork_start_on=datetime.date(2011, 1, 1) + datetime.timedelta(days=14 * n),
            logged_by=person,
        )
        for n in range(REVIEWS)
    )
    strands = Strand.objects.bulk_create(
        Strand(review=review, name=f"Strand {n}", position=n) for review in reviews for n in range(5)
    )
    with connection.cursor() as cursor:
        for sql, values in bulk(person.pk, reviews[0].pk, strands[0].pk, themes[0].pk, provider.pk):
            cursor.execute(sql, values)
        cursor.execute("ANALYZE")
    return {
        "review": reviews[7].pk,
        "strand": strands[36].pk,
        "theme": themes[3].pk,
        "framework": frameworks[2].pk,
        "provider": provider.pk,
    }


def bulk(person: int, review: int, strand: int, theme: int, organisation: int) -> list[tuple[str, list[Any]]]:
    """Return the statements that make findings, their themes and their actions; the same data every time."""
    finding = """
        INSERT INTO findings_finding (version, reference, review_id, kind, text, correction, prominence, strand_id,
            source_ref, response, response_reason, responded_by_id, responded_at, recorded_by_id, recorded_at)
        SELECT 0, 'F-2020-' || lpad(n::text, 6, '0'), %s + n %% %s,
            CASE WHEN n %% 5 < 3 THEN 'area' ELSE 'strength' END,
            (SELECT string_agg((%s::text[])[1 + floor(random() * %s)::int], ' ')
                FROM generate_series(1, 25) WHERE n > 0), '',
            CASE WHEN n %% 20 = 0 THEN 'headline' WHEN n %% 7 = 0 THEN 'recommendation' ELSE 'detail' END,
            %s + (n %% %s) * 5 + n %% 5, '',
            CASE WHEN n %% 5 = 1 THEN 'accepted' ELSE '' END, '',
            CASE WHEN n %% 5 = 1 THEN %s END, CASE WHEN n %% 5 = 1 THEN now() END, %s, now()
        FROM generate_series(1, %s) AS n"""
    action = """
        INSERT INTO actions_action (version, reference, title, success_measure, lead_id, lead_organisation_id,
            start_on, original_due_on, due_on, status, confidence, agreed_by_id, agreed_at)
        SELECT 0, 'A-2020-' || lpad(n::text, 6, '0'), 'Action ' || n, 'It works', %s, %s, '2020-01-01',
            '2027-01-01', '2027-01-01', 'in_progress', '', %s, now()
        FROM generate_series(1, %s) AS n"""
    return [
        ("SELECT setseed(0.5)", []),
        (finding, [review, REVIEWS, WORDS, len(WORDS), strand, REVIEWS, person, person, FINDINGS]),
        (
            "INSERT INTO findings_finding_themes (finding_id, theme_id) "
            "SELECT id, %s + (id * k) %% %s FROM findings_finding, generate_series(1, 2) AS k ON CONFLICT DO NOTHING",
            [theme, THEMES],
        ),
        (action, [person, organisation, person, ACTIONS]),
        (
            "INSERT INTO actions_action_findings (action_id, finding_id) "
            "SELECT a.id, f.id FROM actions_action a JOIN findings_finding f ON f.id %% %s = a.id %% %s "
            "WHERE f.id %% 4 = 0",
            [ACTIONS, ACTIONS],
        ),
    ]


if __name__ == "__main__":
    start(main)
