"""What goes wrong when a document cannot be taken in, and how that is said."""


class UnreadableDocument(Exception):
    """A document that cannot be read: one or two plain sentences naming the file, the reason and what to do."""

    def __init__(self, message: str, *, reason: str) -> None:
        """Keep the sentence for people and a short code (`empty`, `not_text`, …) for programs."""
        super().__init__(message)
        self.reason = reason


class NestedTooDeeply(Exception):
    """Markup nested so deeply that the parser would leave parts of it out."""


def damaged(name: str) -> UnreadableDocument:
    """What to say of a file that its format's reader cannot open."""
    message = f"{name} is damaged and cannot be opened. Ask the sender for it again and upload that copy."
    return UnreadableDocument(message, reason="damaged")


def protected(name: str) -> UnreadableDocument:
    """What to say of a file that opens only with a password."""
    message = f"{name} is protected by a password. Save a copy without the password and upload that."
    return UnreadableDocument(message, reason="encrypted")


def too_long(name: str, most: int, units: str = "characters") -> UnreadableDocument:
    """What to say of a file with more than so many characters, or other units of text."""
    message = (
        f"{name} holds more than {most:,} {units}, which is too long for a letter or a report. "
        "Take it in in parts."
    )
    return UnreadableDocument(message, reason="too_long")


def empty(name: str, what: str = "is empty") -> UnreadableDocument:
    """What to say of a file without anything to read."""
    return UnreadableDocument(f"{name} {what}. Upload a file that has text in it.", reason="empty")


def too_deep(name: str) -> UnreadableDocument:
    """What to say of markup that its parser gave up."""
    message = (
        f"{name} is nested too deeply to be a letter or a report. Save it as plain text, then upload that."
    )
    return UnreadableDocument(message, reason="too_deep")
