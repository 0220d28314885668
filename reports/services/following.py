"""Following committees, and telling those who do of their papers."""

from portal.models import User
from portal.permissions import Permission, roles_with
from portal.services import change
from reports.models import Committee, Following, Notice, Report
from reports.services.contributions import tell


def follow_committee(*, committee: Committee, by: User, by_email: bool) -> Following:
    """Follow a committee, or follow it in another way; done again it changes nothing."""
    with change(by=by):
        following, _ = Following.objects.update_or_create(
            committee=committee, person=by, defaults={"by_email": by_email}
        )
    return following


def stop_following(*, committee: Committee, by: User) -> None:
    """Follow a committee no more; done again it changes nothing."""
    with change(by=by):
        Following.objects.filter(committee=committee, person=by).delete()


def tell_followers(report: Report, kind: Notice.Kind) -> int:
    """Owe those who follow a report's committee by e-mail the news of it, each once; returns how many.

    Called inside the step that is the news: a step that is undone tells nobody.
    """
    committee = report.meeting.committee_id
    people = User.objects.active().filter(role__in=roles_with(Permission.READ_PAPERS))
    followers = people.filter(followings__committee=committee, followings__by_email=True)
    return tell(report, followers.order_by("pk"), kind)
