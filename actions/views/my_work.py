"""What a person owes: the actions that they lead or support, and what waits for their decision."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.permissions import can_see_record
from actions.presenters.my_work import decisions_of, section_of, sections_of
from actions.rules.scale import Scale
from portal.decorators import permission_required
from portal.paging import paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest


@require_safe
@permission_required(Permission.SEE_OWN_ACTIONS)
def my_work(request: PersonRequest) -> HttpResponse:
    """My actions, the late ones first and the finished ones by pages; above them what I must decide."""
    today = timezone.localdate()
    visible = Action.objects.visible_to(request.user)
    scale = Scale.current()
    mine = visible.involving(request.user).as_listed(on=today, near=scale.at_risk_days)
    page = paginate(request, mine.ended())
    decides = is_allowed(request.user, Permission.DECIDE_EXTENSIONS)
    waiting = visible.awaiting_decision(by=request.user, on=today) if decides else []
    context = {
        "sections": sections_of(mine.going_on(), scale, user=request.user, on=today),
        "finished": section_of("Finished", page, scale, user=request.user),
        "page": page,
        "scale": scale,
        "shows_finished": "page" in request.GET,
        "decisions": decisions_of(waiting),
        "decides": decides,
        "sees_record": can_see_record(request.user),
    }
    return render(request, "actions/my_work.html", context)
