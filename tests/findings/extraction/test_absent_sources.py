"""What happens where the real letters are not at hand: skipped here, failed on CI."""

import pytest

from tests import sources


def test_absent_source_is_skipped_with_its_reason(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(sources, "SHARED", tmp_path / "shared")
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(pytest.skip.Exception, match=r"letter\.md is not in \.\./shared/sources"):
        sources.require_source("letter.md")

    assert "skipped: the shared document letter.md" in capsys.readouterr().out


def test_absent_inventory_fails_on_ci(monkeypatch, tmp_path):
    monkeypatch.setattr(sources, "SHARED", tmp_path / "shared")
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match=r"letter\.json is not in \.\./shared/inventories"):
        sources.inventory("letter.md")
