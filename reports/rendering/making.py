"""The making of a report's files as one thing to follow, to stop and to try again: a rendering for each audience."""

from dataclasses import dataclass

from reports.models import Rendering, Report

State = Rendering.State


@dataclass(frozen=True)
class Making:
    """The newest renderings of a report, one for each audience."""

    renderings: tuple[Rendering, ...]

    @classmethod
    def of(cls, report: Report) -> "Making | None":
        """Return what was asked for last; None for a report whose files nobody has asked for."""
        newest: dict[str, Rendering] = {}
        for rendering in report.renderings.of_newest():
            if newest and rendering.number != next(iter(newest.values())).number:
                break
            newest.setdefault(rendering.audience, rendering)
        return cls(tuple(newest.values())) if newest else None

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen."""
        return all(rendering.is_finished for rendering in self.renderings)

    @property
    def is_done(self) -> bool:
        """Whether there is an edition for each audience."""
        return all(rendering.state == State.DONE for rendering in self.renderings)

    @property
    def failed(self) -> list[Rendering]:
        """What came to nothing."""
        return [rendering for rendering in self.renderings if rendering.state == State.FAILED]

    @property
    def failures(self) -> list[str]:
        """Why, each reason once."""
        return list(dict.fromkeys(rendering.failure for rendering in self.failed))

    @property
    def progress(self) -> int:
        """Per cent of all."""
        return sum(rendering.progress for rendering in self.renderings) // len(self.renderings)

    @property
    def current(self) -> Rendering:
        """The one that is worked on, or will be next."""
        order = [State.RUNNING, State.WAITING, State.FAILED, State.DONE]
        return min(self.renderings, key=lambda rendering: order.index(State(rendering.state)))

    @property
    def standing(self) -> str:
        """What is happening, or what is waited for."""
        current = self.current
        if len(self.renderings) == 1:
            return current.standing
        return f"{current.get_audience_display()} edition: {current.standing}"

    def as_status(self) -> dict[str, object]:
        """How far it is, for the page that shows it."""
        return {
            "state": self.current.state,
            "standing": self.standing,
            "progress": self.progress,
            "is_finished": self.is_finished,
        }
