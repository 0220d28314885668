"""The strands that a review takes from its framework."""

from portal.models import User
from portal.services import change, hold
from reviews.models import Framework, Review, Strand


def add_usual_strands(*, by: User, review: Review) -> None:
    """Add the strands of a review's framework that it does not have yet."""
    with change(by=by):
        hold(review)
        present = {name.lower() for name in review.strands.values_list("name", flat=True)}
        for usual in review.framework.strands.all() if review.framework else ():
            if usual.name.lower() not in present:
                Strand.objects.create(review=review, name=usual.name, position=usual.position)


def swap_usual_strands(*, by: User, review: Review, before: Framework | None) -> None:
    """Take out the strands of the framework before that nothing uses, and add those of the new one.

    A review without a framework before, that has strands of its own, keeps just these.
    """
    with change(by=by):
        # Held, so that nothing comes to use one of them before it is gone.
        own = {strand.pk: strand.name.lower() for strand in review.strands.select_for_update().order_by("pk")}
        if before is None and own:
            return
        leaving = _names_of(before) - _names_of(review.framework)
        review.strands.filter(pk__in=[pk for pk, name in own.items() if name in leaving]).unused().delete()
        add_usual_strands(by=by, review=review)


def _names_of(framework: Framework | None) -> set[str]:
    return {usual.name.lower() for usual in framework.strands.all()} if framework else set()
