"""The ends of lines in what somebody typed: one character, whatever their browser sends."""


def with_plain_lines(text: str) -> str:
    """Return a text whose lines end with one character."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
