"""Points in plain text whose marks are lost, arrows for marks, and slides that no heading divides."""

from tests.findings.extraction.helpers import A, S, read, ticked


def test_points_that_each_begin_a_line():
    text = (
        "Areas of good practice\n\n"
        "The duty team answers every call within an hour and rings families back on the\n"
        "same day when it has said so.\n"
        "Foster carers speak well of their training and of the people who plan it for\n"
        "them.\n"
        "Visits are unhurried\n\n"
        "Areas for development\n\n"
        "Chronologies are hard to follow and few of them have been kept up since the new\n"
        "system came in.\n"
    )
    assert ticked(text, "letter.txt") == [
        (
            S,
            None,
            "The duty team answers every call within an hour and rings families back on the same day when it has "
            "said so.",
        ),
        (S, None, "Foster carers speak well of their training and of the people who plan it for them."),
        (S, None, "Visits are unhurried"),
        (
            A,
            None,
            "Chronologies are hard to follow and few of them have been kept up since the new system came in.",
        ),
    ]


def test_arrows_are_marks():
    text = "Areas for development\n\n→ Plans are long.\n→ Reviews come late.\n"
    assert [point for _, _, point in ticked(text, "letter.txt")] == ["Plans are long.", "Reviews come late."]


def test_slide_among_divided_slides_is_asked_about():
    divided = "".join(
        f"## {theme}\n\n### You should be proud of\n\n- Good work\n\n### You need to focus on\n\n- Late plans\n\n"
        for theme in ("Front door", "Early help")
    )
    text = f"# Feedback\n\n{divided}## Members\n\n- Visits are liked\n- Papers too long\n- Good questions asked\n"
    assert {c.text for c in read(text, "slides.md").candidates if c.asks_kind} == {
        "Visits are liked",
        "Papers too long",
        "Good questions asked",
    }
    assert len(ticked(text, "slides.md")) == 4
