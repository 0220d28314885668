"""Words and colours of the frame's own records."""

from portal.models import Role, User
from portal.permissions import Permission

ROLE_HINTS: dict[str, str] = {
    Role.OFFICER: "Logs reviews and findings, agrees and updates actions, drafts reports",
    Role.MANAGER: "Does what officers do, decides extensions, signs off actions and approves reports",
    Role.ACTION_LEAD: "Sees and updates only the actions that they lead or support",
    Role.SCRUTINEER: "Reads everything, and asks about actions",
    Role.COMMITTEE_MEMBER: "Reads published reports",
    Role.ADMINISTRATOR: "Manages people, organisations and settings; sees no findings or actions",
}

PERMISSION_WORDS: dict[Permission, tuple[str, ...]] = {
    Permission.SEE_RECORD: ("read every review, finding, action, measure and report",),
    Permission.RECORD: ("log reviews, take in letters, record findings and measurements",),
    Permission.SEE_SMALL_COUNTS: ("see the exact number where few children are counted",),
    Permission.SEE_EXEMPT: ("read the parts of reports that are kept from the public",),
    Permission.SEE_OWN_ACTIONS: (
        "see the actions that you lead or support, and the findings behind them",
        "post updates and evidence on them, and say which milestones are reached",
        "ask for a later due date",
        "answer questions about them",
        "be reminded by e-mail, and show what you owe in your calendar",
    ),
    Permission.AGREE_ACTIONS: ("agree actions from findings, and edit them",),
    Permission.UPDATE_ANY_ACTION: ("post updates and evidence on any action",),
    Permission.ASK_ABOUT_ACTIONS: (
        "ask those who work on an action a question about it, and see in your work when it is answered",
    ),
    Permission.DECIDE_EXTENSIONS: ("decide requests for a later due date",),
    Permission.SIGN_OFF: ("sign off actions on evidence, unless you lead them",),
    Permission.DRAFT_REPORTS: (
        "draft and edit committee reports",
        "begin a new version of a report that is approved or published",
    ),
    Permission.APPROVE_REPORTS: ("approve reports for the committee, publish and withdraw them",),
    Permission.READ_PAPERS: (
        "read published reports, on screen and as PDF",
        "follow committees, and be told of their papers by e-mail",
    ),
    Permission.READ_EXEMPT_PAPERS: (
        "read the full edition of published reports, which is not for the public",
    ),
    Permission.ADMINISTER: ("manage people, organisations, themes, frameworks, committees and settings",),
}


def abilities(allowed: frozenset[Permission]) -> list[str]:
    """Return what somebody with these permissions can do, one line each."""
    # Whoever sees what is exempt in drafts as well is not told of papers once more.
    named = allowed - {Permission.READ_EXEMPT_PAPERS} if Permission.SEE_EXEMPT in allowed else allowed
    return [line for permission, lines in PERMISSION_WORDS.items() if permission in named for line in lines]


def person_status(person: User) -> tuple[str, str]:
    """Return the label and colour of whether a person can sign in."""
    if not person.is_active:
        return "Inactive", "grey"
    return ("Active", "green") if person.has_usable_password() else ("Invited", "yellow")
