"""What the app adds to the frame."""

from actions import panels
from actions.exports import export_of_actions
from actions.models import (
    Action,
    ActionRules,
    CalendarFeed,
    Dependency,
    Evidence,
    EvidenceFile,
    Extension,
    Group,
    Milestone,
    Question,
    RatingLevel,
    ReminderChoice,
    Reply,
    SignOff,
    Transition,
    Update,
)
from portal.history import keep_history
from portal.models import Role, User
from portal.permissions import Permission
from portal.registry import (
    AdminItem,
    Duty,
    NavigationItem,
    Panel,
    Register,
    SearchSource,
    Tab,
    register,
    register_home,
)
from reviews.models import Review

TO_OWE_OR_ASK = frozenset({Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS})
WITH_HISTORY = (
    Action,
    ActionRules,
    Dependency,
    Evidence,
    EvidenceFile,
    Extension,
    Group,
    Milestone,
    Question,
    RatingLevel,
    ReminderChoice,
    Reply,
    SignOff,
    Transition,
    Update,
)


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(*WITH_HISTORY)
    keep_history(CalendarFeed, exclude=["key_hash"])
    record = frozenset({Permission.SEE_RECORD})
    register(
        NavigationItem("Dashboard", "actions:dashboard", record, 10),
        NavigationItem("Actions", "actions:action_list", record, 40),
        NavigationItem("My work", "actions:my_work", TO_OWE_OR_ASK, 15),
        AdminItem(
            "Ratings of actions", "actions:ratings", "What the levels are called and what they mean", 45
        ),
        AdminItem(
            "Reminders that could not be sent",
            "actions:reminders_undelivered",
            "Whose reminders by e-mail are refused, and why",
            46,
        ),
        Tab("action", "Story", "actions:action_detail", 10),
        Tab("action", "History", "actions:action_history", 90),
        Tab("review", "Actions", "actions:review_actions", 30, count_actions),
        Panel("account", "actions/panels/account.html", 10, panels.account_panel),
        Panel("finding", "actions/panels/finding.html", 20, panels.finding_panel),
        Panel("review findings", "actions/panels/review_findings.html", 20, panels.review_findings_panel),
        Panel("my work", "actions/panels/questions.html", 5, panels.questions_panel),
        Panel("theme", "actions/panels/theme.html", 20, panels.theme_panel),
        Register(
            "actions",
            "Actions",
            "actions:action_list",
            "actions:action_export",
            Permission.SEE_RECORD,
            30,
            export_of_actions,
        ),
        SearchSource("Actions", 30, panels.search),
        Duty("open action", Permission.SEE_OWN_ACTIONS, count_led),
    )
    register_homes()


def register_homes() -> None:
    """Say where each role begins."""
    for role in (Role.OFFICER, Role.MANAGER, Role.SCRUTINEER):
        register_home(role=role, url_name="actions:dashboard")
    register_home(role=Role.ACTION_LEAD, url_name="actions:my_work")


def count_actions(review: Review) -> int:
    """Count the actions about a review's findings, for its tab."""
    return Action.objects.about_review(review).count()


def count_led(person: User) -> int:
    """Count the open actions that a person leads."""
    return Action.objects.open().filter(lead=person).count()
