"""What random people try to do to two actions, in random order, some of it from a page that they opened earlier."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from hypothesis import strategies as st

from actions import services
from actions.lifecycle import MOVES
from actions.models import Action, Confidence, SignOff
from findings.reading.keeping import Upload
from portal.models import User
from tests.actions.conftest import TODAY

PEOPLE = (
    "officer",
    "manager",
    "other_manager",
    "leading_manager",
    "lead",
    "supporter",
    "outsider",
    "scrutineer",
    "member",
    "administrator",
)


def from_today(days: int) -> datetime.date:
    """The day so many days from today."""
    return TODAY + datetime.timedelta(days=days)


ANYBODY = st.sampled_from(PEOPLE)
# Those who can do something come up more often, so that actions get far.
WORKERS = st.sampled_from(("officer", "lead", "manager")) | ANYBODY
DECIDERS = st.sampled_from(("manager", "other_manager")) | ANYBODY
DAYS = st.integers(-30, 400).map(from_today)
SOME = st.lists(st.integers(0, 3), max_size=3) | st.just([0, 1])
AHEAD = st.integers(110, 800).map(from_today)
LATER = st.none() | DAYS
# Mostly the manager's own decision; a committee without its meeting, and the other way round, is refused.
MEETINGS = (*[("", None)] * 3, ("Scrutiny", TODAY), ("Scrutiny", None), ("", TODAY))


@dataclass(frozen=True)
class Step:
    """Something that somebody tries; `from_old_page` with the action as it was two steps before."""

    what: str
    who: str
    at: int
    values: dict[str, Any]
    from_old_page: bool

    def take(self, action: Action, by: User, other: Action, people: dict[str, User]) -> object:
        """Try it; raises Refused where the rules do not allow it."""
        return TAKE[self.what](action, by, other=other, people=people, **self.values)


def step(what: str, who: st.SearchStrategy[str], **values: st.SearchStrategy) -> st.SearchStrategy[Step]:
    """Somebody tries this, on the one action or the other."""
    return st.builds(
        partial(Step, what),
        who=who,
        at=st.integers(0, 1),
        values=st.fixed_dictionaries(values),
        from_old_page=st.sampled_from((False, False, False, False, True)),
    )


ANY = st.one_of(
    step(
        "move",
        WORKERS,
        name=st.sampled_from(sorted(MOVES)),
        reason=st.sampled_from(("So it is", "So it is", "")),
        to=st.booleans(),
    ),
    step(
        "update",
        WORKERS,
        percent=st.integers(0, 100) | st.sampled_from((-1, 101)),
        blockers=st.sampled_from(("Posts", "")),
        delivers=st.booleans(),
    ),
    step("deliver", WORKERS),
    step("correct", WORKERS, which=st.integers(0, 3), percent=st.integers(0, 100)),
    step("evidence", WORKERS, dated_on=DAYS | st.just(TODAY)),
    step("ask", WORKERS, due_asked_on=DAYS | AHEAD),
    step(
        "decide",
        DECIDERS,
        which=st.sampled_from((0, 0, 0, 1)),
        decision=st.sampled_from(("granted", "granted", "refused")),
        meeting=st.sampled_from(MEETINGS),
    ),
    step(
        "sign_off",
        DECIDERS,
        was_delivered=st.booleans(),
        answer=st.sampled_from(["", *SignOff.Difference.values]),
        evidence=SOME,
        difference_evidence=SOME,
        look_again_on=LATER,
        reads_all=st.sampled_from((True, True, True, False)),
    ),
    step("hand_over", ANYBODY, to=ANYBODY),
    step("start", WORKERS, start_on=st.integers(-200, 200).map(from_today)),
    step("add_milestone", WORKERS, due_on=DAYS),
    step("edit_milestone", WORKERS, due_on=DAYS),
    step("reach", WORKERS, reached_on=st.integers(-30, 2).map(from_today)),
    step("undo", WORKERS),
    step("remove_milestone", WORKERS),
    step("depend", WORKERS),
    step("remove_dependency", WORKERS),
    step("question", ANYBODY),
    step("reply", ANYBODY),
    step("file", WORKERS, number=st.integers(0, 3)),
    step("version", WORKERS, number=st.integers(0, 3)),
)
# What is likely to be accepted, so that actions get far.
SOUND = st.one_of(
    step(
        "move",
        st.just("officer"),
        name=st.sampled_from(sorted(MOVES.keys() - {"supersede"})),
        reason=st.just("So it is"),
        to=st.just(False),
    ),
    step("move", st.just("officer"), name=st.just("supersede"), reason=st.just("Merged"), to=st.just(True)),
    step("deliver", st.just("lead")),
    step("ask", st.just("lead"), due_asked_on=AHEAD),
    step(
        "decide",
        st.just("manager"),
        which=st.just(0),
        decision=st.just("granted"),
        meeting=st.sampled_from((("", None), ("Scrutiny", TODAY))),
    ),
    step(
        "sign_off",
        st.sampled_from(("manager", "other_manager")),
        was_delivered=st.just(True),
        answer=st.sampled_from(SignOff.Difference.values),
        evidence=st.sampled_from(([0], [0], [2])),
        difference_evidence=st.just([1]),
        look_again_on=AHEAD,
        reads_all=st.just(True),
    ),
    step(
        "sign_off",
        st.sampled_from(("manager", "other_manager")),
        was_delivered=st.just(False),
        answer=st.sampled_from(("", "cannot_tell")),
        evidence=st.just([]),
        difference_evidence=st.just([]),
        look_again_on=st.none(),
        reads_all=st.just(True),
    ),
    step("add_milestone", st.just("lead"), due_on=st.integers(0, 100).map(from_today)),
    step("reach", st.just("lead"), reached_on=st.just(TODAY)),
    step("depend", st.just("officer")),
    step("question", st.sampled_from(("officer", "scrutineer"))),
    step("reply", st.just("lead")),
    step("file", st.just("supporter"), number=st.integers(0, 3)),
)
STEPS = ANY | SOUND | SOUND


def move(action: Action, by: User, *, other: Action, people: Any, name: str, reason: str, to: bool) -> None:
    """Change the status, perhaps naming the other action as what replaces this one."""
    services.move_action(
        action=action, move=MOVES[name], by=by, reason=reason, superseded_by=other if to else None
    )


def update(
    action: Action, by: User, *, other: Any, people: Any, percent: int, blockers: str, delivers: bool
) -> None:
    """Report on it."""
    services.post_update(
        action=action,
        by=by,
        narrative="Done so far",
        percent_complete=percent,
        confidence=Confidence.MEDIUM,
        blockers=blockers,
        is_delivered=delivers,
    )


def deliver(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Report that it is delivered."""
    update(action, by, other=other, people=people, percent=100, blockers="", delivers=True)


def correct(action: Action, by: User, *, other: Any, people: Any, which: int, percent: int) -> None:
    """Correct one of its updates, or one that somebody corrected before."""
    for row in action.updates.order_by("pk")[which : which + 1]:
        services.correct_update(
            update=row,
            by=by,
            narrative="Counted again",
            percent_complete=percent,
            confidence=Confidence.LOW,
            reason="Counted twice",
        )


def evidence(action: Action, by: User, *, other: Any, people: Any, dated_on: datetime.date) -> None:
    """Add an observation."""
    services.add_evidence(
        action=action, by=by, on=TODAY, kind="observation", shows="Seen at work", dated_on=dated_on
    )


def ask(action: Action, by: User, *, other: Any, people: Any, due_asked_on: datetime.date) -> None:
    """Ask for a later due date."""
    services.ask_for_extension(
        action=action, by=by, on=TODAY, due_asked_on=due_asked_on, reason="Posts are empty"
    )


def decide(
    action: Action, by: User, *, other: Any, people: Any, which: int, decision: str, meeting: tuple[str, Any]
) -> None:
    """Decide an extension, one that waits or one that was decided before."""
    committee, met_on = meeting
    for row in action.extensions.order_by("-pk")[which : which + 1]:
        services.decide_extension(
            extension=row, by=by, decision=decision, reason="So be it", committee=committee, met_on=met_on
        )


def sign_off(
    action: Action, by: User, *, other: Action, people: Any, answer: str, reads_all: bool, **values: Any
) -> None:
    """Sign off on some of the evidence of both actions: a piece of the other is never accepted."""
    pieces = [*action.evidence.order_by("pk"), *other.evidence.order_by("pk")]
    for name in ("evidence", "difference_evidence"):
        values[name] = [pieces[at] for at in sorted(set(values[name])) if at < len(pieces)]
    judge = services.sign_off_action
    if action.status == "signed_off":
        judge = services.look_again
        del values["was_delivered"], values["evidence"]
    judge(
        action=action,
        by=by,
        on=TODAY,
        made_difference=answer,
        reason="The audit shows it",
        sign_offs_read=action.sign_offs.count() if reads_all else 0,
        **values,
    )


def hand_over(action: Action, by: User, *, other: Any, people: dict[str, User], to: str) -> None:
    """Give it to another lead."""
    services.edit_action(action=action, by=by, version=action.version, changes={"lead": people[to]})


def start(action: Action, by: User, *, other: Any, people: Any, start_on: datetime.date) -> None:
    """Let it start on another day."""
    services.edit_action(action=action, by=by, version=action.version, changes={"start_on": start_on})


def add_milestone(action: Action, by: User, *, other: Any, people: Any, due_on: datetime.date) -> None:
    """Add a step on the way."""
    services.add_milestone(action=action, by=by, title="The first team is trained", due_on=due_on)


def edit_milestone(action: Action, by: User, *, other: Any, people: Any, due_on: datetime.date) -> None:
    """Move its last milestone."""
    for row in action.milestones.order_by("-pk")[:1]:
        services.edit_milestone(milestone=row, by=by, version=row.version, changes={"due_on": due_on})


def reach(action: Action, by: User, *, other: Any, people: Any, reached_on: datetime.date) -> None:
    """Say that its last milestone was reached."""
    for row in action.milestones.order_by("-pk")[:1]:
        services.reach_milestone(milestone=row, by=by, on=TODAY, reached_on=reached_on)


def undo(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Take back that its last milestone was reached."""
    for row in action.milestones.order_by("-pk")[:1]:
        services.undo_milestone(milestone=row, by=by)


def remove_milestone(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Take its first milestone out of the plan."""
    for row in action.milestones.order_by("pk")[:1]:
        services.remove_milestone(milestone=row, by=by, version=row.version)


def depend(action: Action, by: User, *, other: Action, people: Any) -> None:
    """Let it wait for the other action."""
    services.add_dependency(action=action, by=by, waits_for=other)


def remove_dependency(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Let it wait no longer."""
    for row in action.dependencies.all():
        services.remove_dependency(dependency=row, by=by)


def question(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Ask about it."""
    services.ask_question(action=action, by=by, text="How many families wait?")


def reply(action: Action, by: User, *, other: Any, people: Any) -> None:
    """Reply to what was asked about it last."""
    for row in action.questions.order_by("-pk")[:1]:
        services.reply_to_question(question=row, by=by, text="Three families wait")


def file(action: Action, by: User, *, other: Any, people: Any, number: int) -> None:
    """Add a file as evidence."""
    services.add_evidence(
        action=action, by=by, on=TODAY, kind="file", shows="Counted", dated_on=TODAY, file=upload(number)
    )


def version(action: Action, by: User, *, other: Any, people: Any, number: int) -> None:
    """Add a later version of the last file; one that is there already is refused."""
    for row in action.evidence.order_by("-pk")[:1]:
        services.add_evidence_version(
            evidence=row, by=by, file=upload(number), what_changed="One more team is in it"
        )


def upload(number: int) -> Upload:
    """One of a few small files."""
    return Upload(name="audit.txt", data=f"Audit {number}".encode())


TAKE: dict[str, Callable[..., None]] = {
    taker.__name__: taker
    for taker in (
        move,
        update,
        deliver,
        correct,
        evidence,
        ask,
        decide,
        sign_off,
        hand_over,
        start,
        add_milestone,
        edit_milestone,
        reach,
        undo,
        remove_milestone,
        depend,
        remove_dependency,
        question,
        reply,
        file,
        version,
    )
}
