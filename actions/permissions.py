"""Who may do what with which action. Views, services and templates all ask here."""

from actions.lifecycle import CANCEL, REOPEN, SUPERSEDE, Move, moves_from
from actions.models import Action, Extension, Question, Status, Update
from portal.models import User
from portal.permissions import Permission, is_allowed

ENDING = (CANCEL, SUPERSEDE, REOPEN)


def can_agree(user: User) -> bool:
    """Agreeing actions, changing what was agreed, and keeping groups is for officers and managers."""
    return is_allowed(user, Permission.AGREE_ACTIONS)


def can_hand_over(user: User, action: Action) -> bool:
    """Whoever signs off does not hand over an action that they lead: they could then sign off their own work."""
    return not (leads(user, action) and is_allowed(user, Permission.SIGN_OFF))


def can_contribute(user: User, action: Action) -> bool:
    """Updates, evidence and extension requests come from officers, managers, and those whose action it is."""
    if is_allowed(user, Permission.UPDATE_ANY_ACTION):
        return True
    return is_allowed(user, Permission.SEE_OWN_ACTIONS) and involves(user, action)


def can_correct(user: User, update: Update) -> bool:
    """Whoever posted an update corrects it, and so do officers and managers, if they may report on the action."""
    return update.posted_by_id == user.pk or is_allowed(user, Permission.UPDATE_ANY_ACTION)


def can_ask(user: User, action: Action) -> bool:
    """Officers, managers and the scrutineer ask about any action but one that they lead themselves."""
    return is_allowed(user, Permission.ASK_ABOUT_ACTIONS) and not leads(user, action)


def can_reply(user: User, action: Action) -> bool:
    """Those who work on the action and those who may ask about it take part in its threads."""
    return can_contribute(user, action) or can_ask(user, action)


def answers(user: User, question: Question, *, contributes: bool) -> bool:
    """Tell whether what this person says in a thread answers: whoever asked does not answer themselves."""
    return contributes and question.asked_by_id != user.pk


def involves(user: User, action: Action) -> bool:
    """Tell whether this person leads or supports the action."""
    return leads(user, action) or action.supporting.filter(pk=user.pk).exists()


def leads(user: User, action: Action) -> bool:
    """Tell whether this person leads the action."""
    return action.lead_id == user.pk


def can_move(user: User, action: Action, move: Move) -> bool:
    """Officers and managers change the status; nobody ends or reopens an action that they lead.

    What a manager signed off, only a manager reopens who could sign it off: to reopen is to judge it too.
    """
    if not is_allowed(user, Permission.UPDATE_ANY_ACTION):
        return False
    if move in ENDING and leads(user, action):
        return False
    return move is not REOPEN or action.status != Status.SIGNED_OFF or can_sign_off(user, action)


def moves_for(user: User, action: Action) -> list[Move]:
    """Return the changes of status that this person can make now."""
    return [move for move in moves_from(action.status) if can_move(user, action, move)]


def can_decide_extension(user: User, extension: Extension) -> bool:
    """Managers decide extensions, never on an action that they lead, nor one that they asked for."""
    if not is_allowed(user, Permission.DECIDE_EXTENSIONS):
        return False
    return not leads(user, extension.action) and extension.asked_by_id != user.pk


def can_sign_off(user: User, action: Action) -> bool:
    """Managers sign off, never an action that they lead, led when it was delivered, or called delivered."""
    if not is_allowed(user, Permission.SIGN_OFF):
        return False
    return Action.objects.filter(pk=action.pk).independent_of(user).exists()


def can_see_record(user: User) -> bool:
    """Tell whether registers, reviews and groups are open to this person."""
    return is_allowed(user, Permission.SEE_RECORD)
