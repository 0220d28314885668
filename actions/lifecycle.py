"""How the status of an action may change: every move, from where, to where."""

from dataclasses import dataclass

from actions.statuses import ENDED, OPEN, Status


@dataclass(frozen=True)
class Move:
    """One allowed change of status; `reason_missing` is what to say where a reason is needed and absent."""

    name: str
    label: str
    past: str
    sources: frozenset[Status]
    target: Status
    reason_missing: str = ""


START = Move("start", "Start", "started", frozenset({Status.NOT_STARTED}), Status.IN_PROGRESS)
PAUSE = Move(
    "pause",
    "Pause",
    "paused",
    frozenset({Status.IN_PROGRESS}),
    Status.PAUSED,
    "Enter why the action is paused",
)
RESUME = Move("resume", "Resume", "resumed", frozenset({Status.PAUSED}), Status.IN_PROGRESS)
CANCEL = Move("cancel", "Cancel", "cancelled", OPEN, Status.CANCELLED, "Enter why the action is cancelled")
SUPERSEDE = Move(
    "supersede",
    "Replace by another action",
    "superseded",
    OPEN,
    Status.SUPERSEDED,
    "Enter why the action is replaced",
)
REOPEN = Move(
    "reopen",
    "Reopen",
    "reopened",
    ENDED | {Status.DELIVERED},
    Status.IN_PROGRESS,
    "Enter why the action is reopened",
)
DELIVER = Move("deliver", "Deliver", "delivered", OPEN, Status.DELIVERED)
SIGN_OFF = Move("sign_off", "Sign off", "signed off", frozenset({Status.DELIVERED}), Status.SIGNED_OFF)
SEND_BACK = Move(
    "send_back",
    "Send back",
    "sent back",
    frozenset({Status.DELIVERED, Status.SIGNED_OFF}),
    Status.IN_PROGRESS,
)

# The moves that somebody makes for their own sake; the others follow from an update or a sign-off.
MOVES = {move.name: move for move in (START, RESUME, PAUSE, CANCEL, SUPERSEDE, REOPEN)}


def moves_from(status: str) -> list[Move]:
    """Return the moves that somebody can choose for an action with this status."""
    return [move for move in MOVES.values() if status in move.sources]
