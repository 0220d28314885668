"""What the app adds to the frame."""

import datetime

from django.utils.timezone import localdate

from portal.history import keep_history
from portal.models import Role, User
from portal.permissions import Permission
from portal.registry import (
    AdminItem,
    Deciders,
    Duty,
    Glossary,
    NavigationItem,
    Occasion,
    Panel,
    SearchSource,
    Tab,
    register,
    register_home,
)
from reports import glossary
from reports.models import (
    Abbreviation,
    Annex,
    Answer,
    CheckOverride,
    Comment,
    Commitment,
    Committee,
    Comparison,
    Contribution,
    Contributor,
    Cycle,
    Exemption,
    Implication,
    ImplicationKind,
    Meeting,
    Outline,
    OutlineSection,
    Picture,
    PlanRules,
    Recommendation,
    Report,
    Resolution,
    Section,
)
from reports.panels import contributions_panel, decisions_panel, drafts_panel, mentions_panel
from reports.search import search_reports
from reports.services.committees import add_abbreviation


def keep_histories() -> None:
    """Keep who changed what, apart from what the portal derives."""
    keep_history(CheckOverride, exclude=["check_name", "key"])
    keep_history(Comment, exclude=["section", "paragraph_name", "paragraph_words"])
    keep_history(Contribution, Contributor, Cycle, PlanRules)
    keep_history(Answer, Commitment, exclude=["paragraph_name", "paragraph_words"])
    keep_history(Annex)
    keep_history(Abbreviation, Committee, Exemption, Implication, ImplicationKind, Meeting, Recommendation)
    keep_history(Outline, OutlineSection, Resolution)
    keep_history(Report, exclude=["public_text", "pictures_numbered"])
    keep_history(Section, exclude=["record_text"])
    keep_history(Picture, exclude=["file", "media_type", "width", "height", "sha256", "added_by", "added_at"])
    keep_history(Comparison)


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_histories()
    register(
        NavigationItem("Reports", "reports:report_list", frozenset({Permission.SEE_RECORD}), 60),
        NavigationItem("Papers", "reports:paper_list", frozenset({Permission.READ_PAPERS}), 70),
        *admin_items(),
        SearchSource("Reports", 60, search_reports),
        Glossary(glossary.meanings, add_abbreviation),
        Panel("decisions", "reports/panels/decisions.html", 10, decisions_panel),
        Panel("my work", "reports/panels/drafts.html", 2, drafts_panel),
        Panel("my work", "reports/panels/contributions.html", 3, contributions_panel),
        Panel("action", "reports/panels/action.html", 10, mentions_panel),
        Panel("finding", "reports/panels/finding.html", 30, mentions_panel),
        Occasion("the last committee report", 10, first_day_unreported),
        Deciders(committee_names),
        Duty("contribution to a report", Permission.SEE_OWN_ACTIONS, count_contributions),
        Tab("report", "Report", "reports:report_detail", 10),
        Tab("report", "Plan", "reports:report_plan", 20),
        Tab("report", "Checks", "reports:report_checks", 25),
        Tab("report", "Pictures", "reports:picture_list", 27),
        Tab("report", "Comments", "reports:report_comments", 28),
        Tab("report", "Commitments", "reports:report_commitments", 30),
        Tab("report", "Resolutions", "reports:report_resolutions", 40),
        Tab("report", "History", "reports:report_history", 90),
    )
    register_home(role=Role.COMMITTEE_MEMBER, url_name="reports:paper_list")


def admin_items() -> list[AdminItem]:
    """Return what administrators keep for reports."""
    return [
        AdminItem(
            "Committees and meetings",
            "reports:committee_list",
            "Who receives reports, and when",
            50,
        ),
        AdminItem(
            "Abbreviations",
            "reports:abbreviation_list",
            "Short forms that reports explain where they use them",
            60,
        ),
        AdminItem(
            "Late publication",
            "reports:plan_rules",
            "What the forward plan says can be done where a report would be published late",
            55,
        ),
        AdminItem(
            "Kinds of implication",
            "reports:implication_kind_list",
            "What each report is asked about: money, people, the law",
            65,
        ),
    ]


def committee_names() -> list[str]:
    """Return the names of the committees that meet today."""
    return list(Committee.objects.filter(is_active=True).values_list("name", flat=True))


def count_contributions(person: User) -> int:
    """Count the contributions that a person owes."""
    return Contribution.objects.owed().filter(person=person).count()


def first_day_unreported() -> datetime.date | None:
    """Return the first day that no published report tells of; None before the first report."""
    last = Report.objects.published().order_by("-period_end_on", "-published_at").first()
    if last is None or last.published_at is None:
        return None
    told_until: datetime.date = min(last.period_end_on, localdate(last.published_at))
    return told_until + datetime.timedelta(days=1)
