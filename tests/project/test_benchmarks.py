"""What the benchmarks print: one line of JSON for each figure, and nothing beside."""

import json

import pytest

from scripts import benchmark
from scripts.benchmark_figures import figure


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
