"""Characters that no font has are named in words."""

import pytest

from reports.rendering import characters
from reports.rendering.characters import printable
from reports.rendering.page import page_html
from tests.reports.rendering.snapshots import paragraph, section, snapshot


@pytest.fixture
def _fonts(monkeypatch):
    """Fonts with the letters of the Welsh and the Hebrew, and nothing else that is rare."""
    monkeypatch.setattr(characters, "COMMAND", ("echo", "20-7e a0-17f 5d0-5ea 1e80"))
    characters.has_glyph.cache_clear()
    characters.shown.cache_clear()
    yield
    characters.has_glyph.cache_clear()
    characters.shown.cache_clear()


@pytest.mark.usefixtures("_fonts")
@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Siân Łęcki – “so”… €5", "Siân Łęcki – “so”… €5"),
        ("נועה Ẁ", "נועה Ẁ"),
        ("met 👋!", "met [waving hand sign]!"),
        ("👩\u200d👧 ❤\ufe0f", "[woman][girl] [heavy black heart]"),
        ("\ue000", "[character e000]"),
    ],
)
def test_what_no_font_has_is_named(written, shown):
    assert printable({"a": [written, 1, None]}) == {"a": [shown, 1, None]}


def test_all_is_kept_where_fonts_cannot_be_asked_about(monkeypatch):
    monkeypatch.setattr(characters, "COMMAND", ("no-such-program",))
    characters.has_glyph.cache_clear()
    characters.shown.cache_clear()

    assert printable("👋") == "👋"

    characters.has_glyph.cache_clear()
    characters.shown.cache_clear()


@pytest.mark.usefixtures("_fonts")
def test_page_for_the_screen_keeps_what_screens_can_show():
    report = snapshot(section(1, "Text", paragraph(1, "👋")))

    assert "[waving hand sign]" in page_html(report)
    assert "👋" in page_html(report, is_for_screen=True)
