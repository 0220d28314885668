"""What the benchmarks print: one line of JSON for each figure, and nothing beside."""

import json
import resource
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from findings.models import Finding
from portal.models import Role, User
from reports.models import Rendering, Report
from scripts import benchmark, benchmark_beside, benchmark_recorded, benchmark_reports
from scripts.benchmark_figures import figure
from tests.factories.portal import UserFactory
from tests.factories.reports import RenderingFactory


def test_figure_prints_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    ratio = figure("page, manager /reports/", 49.98765, "ms", floor=100)

    printed = capsys.readouterr().out
    assert printed.endswith("\n")
    assert printed.count("\n") == 1
    assert json.loads(printed) == {
        "name": "page, manager /reports/",
        "value": 49.988,
        "unit": "ms",
        "floor": 100,
        "ratio": 0.5,
    }
    assert ratio == 0.5


def test_report_pages_names_every_slow_page(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [page(f"/{number}/", 101.0) for number in range(benchmark.SHOWN + 1)]

    assert not benchmark.report_pages([page("/quick/", 20.0), *pages])

    named = [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()]
    assert named == [f"page, manager {one.path}" for one in pages]


def test_report_pages_when_all_are_quick(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmark.report_pages([page("/quick/", 100.0)])

    assert json.loads(capsys.readouterr().out)["ratio"] == 1


def test_look_again_takes_the_least_of_several_times(monkeypatch: pytest.MonkeyPatch) -> None:
    disturbed = page("/disturbed/", 300.0)
    times = iter([benchmark.Took(150.0, 40.0), benchmark.Took(60.0, 40.0)])
    monkeypatch.setattr(benchmark, "took", lambda client, path: next(times))

    benchmark.look_again([disturbed])

    assert disturbed.took.milliseconds == 60


def test_look_again_stops_where_the_processor_alone_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = page("/slow/", 300.0, processor=201.0)
    monkeypatch.setattr(benchmark, "took", lambda client, path: pytest.fail("measured again"))

    benchmark.look_again([slow])

    assert slow.took.milliseconds == 300


def test_kind_of_leaves_out_the_query() -> None:
    assert benchmark.kind_of("/findings/?kind=area") == "findings:finding_list"
    assert benchmark.kind_of("/nowhere/") == ""


def page(path: str, milliseconds: float, *, processor: float = 40.0) -> benchmark.Page:
    return benchmark.Page(None, f"manager {path}", path, path, benchmark.Took(milliseconds, processor))


def test_page_beside_renderings_is_held_against_its_median_in_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ratio = benchmark_beside.ratio_of("/papers/", quiet=[40.0, 44.0, 400.0], busy=[55.0, 50.0, 1.0])

    printed = json.loads(capsys.readouterr().out)
    assert (printed["value"], printed["floor"], ratio) == (50.0, 44.0, 1.136)
    assert printed["name"] == "/papers/ beside 3 renderings, median of 3 requests"


def test_seconds_and_memory_are_those_of_the_worker_and_of_its_child(monkeypatch: pytest.MonkeyPatch) -> None:
    used = {resource.RUSAGE_SELF: [1.0, 100_000], resource.RUSAGE_CHILDREN: [7.0, 200_000]}

    def make(snapshot: dict[str, Any]) -> None:
        used.update({resource.RUSAGE_SELF: [1.5, 100_000], resource.RUSAGE_CHILDREN: [9.0, 400_000]})

    def getrusage(whose: int) -> SimpleNamespace:
        seconds, most = used[whose]
        return SimpleNamespace(ru_utime=seconds, ru_stime=0.0, ru_maxrss=most)

    monkeypatch.setattr(resource, "getrusage", getrusage)

    assert benchmark_reports.took(make, {}) == benchmark_reports.Took(seconds=2.5, megabytes=512)


def test_weasyprint_alone_is_measured_over_its_work_and_with_the_start_of_python(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html lang=en><title>Short</title><h1>Short</h1></html>")

    bare = benchmark_reports.bare_weasyprint(tmp_path / "page.html")

    assert 0 < bare.work < bare.whole


@pytest.fixture
def recorded(db: None, monkeypatch: pytest.MonkeyPatch) -> Report:
    """The report that is measured, of fewer findings."""
    for name, number in {"REVIEWS": 2, "STRANDS": 3, "FINDINGS": 4}.items():
        monkeypatch.setattr(benchmark_recorded, name, number)
    return benchmark_recorded.recorded()


def test_recorded_report_quotes_every_finding(recorded: Report) -> None:
    html = benchmark_recorded.html_of(recorded)

    texts = Finding.objects.values_list("text", flat=True)
    assert len(texts) == 24
    assert [text for text in texts if text.split(":")[0] not in html] == []


def test_report_that_is_made_before_it_has_none_of_its_texts(recorded: Report) -> None:
    html = benchmark_recorded.html_of(benchmark_recorded.before_findings(recorded))

    assert [
        text for text in Finding.objects.values_list("text", flat=True) if text.split(":")[0] in html
    ] == []
    assert recorded.period_end_on == benchmark_recorded.LAST_DAY


@pytest.mark.django_db
def test_renderings_end_however_the_measuring_beside_them_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = UserFactory(role=Role.MANAGER)
    going_on = Rendering.objects.filter(state=Rendering.State.RUNNING)

    def begin(person: User) -> list[Rendering]:
        running = {"state": Rendering.State.RUNNING, "seen_at": timezone.now(), "attempts": 1}
        return RenderingFactory.create_batch(benchmark_beside.RENDERINGS, asked_by=person, **running)

    monkeypatch.setattr(benchmark_beside, "ask", begin)
    monkeypatch.setattr(benchmark_beside, "children_of", lambda worker: going_on.count())

    with benchmark_beside.renderings(manager, 1):
        assert benchmark_beside.are_under_way(Rendering.objects.all())
    assert not going_on.exists()

    with pytest.raises(ConnectionError), benchmark_beside.renderings(manager, 1):
        raise ConnectionError
    assert not going_on.exists()
