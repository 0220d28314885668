"""What goes wrong when a document cannot be taken in."""


class UnreadableDocument(Exception):
    """A document that cannot be read; the message is one plain sentence naming file and reason."""

    def __init__(self, message: str, *, reason: str) -> None:
        """Keep the sentence for people and a short code (`empty`, `not_text`, …) for programs."""
        super().__init__(message)
        self.reason = reason


class NestedTooDeeply(Exception):
    """Markup nested so deeply that the parser would leave parts of it out."""
