"""Who may reach each address, and how: the one list that the sweeps of every address go by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from portal.models import Role
from reports.rendering.comments import commentable
from reports.rendering.snapshot import build_snapshot
from tests.portal.world import World

Roles = frozenset[Role]

EVERYBODY: Roles = frozenset(Role)
RECORDERS: Roles = frozenset({Role.OFFICER, Role.MANAGER})
MANAGERS: Roles = frozenset({Role.MANAGER})
READERS: Roles = RECORDERS | {Role.SCRUTINEER}
LEADS: Roles = RECORDERS | {Role.ACTION_LEAD}
PAPERS: Roles = READERS | {Role.COMMITTEE_MEMBER}
ADMINISTRATORS: Roles = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Row:
    """The roles that an address answers by each method; None where it does not know the method."""

    get: Roles | None = None
    post: Roles | None = None
    is_public: bool = False
    ids: Callable[[World], dict[str, Any]] | None = None
    is_page: bool = True
    query: str = ""


def page(roles: Roles, **more: Any) -> Row:
    """A page to read."""
    return Row(get=roles, **more)


def form(roles: Roles, **more: Any) -> Row:
    """A page with a form."""
    return Row(get=roles, post=roles, **more)


def button(roles: Roles, **more: Any) -> Row:
    """An address that only a button leads to."""
    return Row(post=roles, **more)


def file(roles: Roles, **more: Any) -> Row:
    """A file, a picture or data instead of a page."""
    return Row(get=roles, is_page=False, **more)


def published(world: World) -> dict[str, Any]:
    """A report that the committee can read."""
    return {"report_id": world.published.pk}


def figure(world: World) -> dict[str, Any]:
    """The first number of a figure that the committee can read."""
    return {**published(world), "kind": "figure", "row": 0, "column": 1}


def first_paragraph(world: World) -> dict[str, Any]:
    """A paragraph of the draft."""
    return {"key": commentable(build_snapshot(world.draft)["sections"])[0].key}


def outlined(world: World) -> dict[str, Any]:
    """A section of an outline."""
    return {"section_id": world.outline.sections.get().pk}


def reached(world: World) -> dict[str, Any]:
    """A milestone that somebody called reached."""
    return {"milestone_id": world.reached.pk}


TABLE: dict[str, Row] = {
    "portal:home": page(EVERYBODY),
    "portal:sign_in": form(EVERYBODY, is_public=True),
    "portal:sign_out": button(EVERYBODY),
    "portal:health": file(EVERYBODY, is_public=True),
    "portal:council_css": file(EVERYBODY, is_public=True),
    "portal:account": page(EVERYBODY),
    "portal:password_change": form(EVERYBODY),
    "portal:password_link": form(EVERYBODY, is_public=True),
    "portal:password_link_sent": page(EVERYBODY, is_public=True),
    "portal:password_set": form(EVERYBODY, is_public=True),
    "portal:download_list": page(READERS),
    "portal:saved_view_list": page(READERS),
    "portal:saved_view_add": form(READERS, query="words=er"),
    "portal:saved_view_edit": form(MANAGERS),
    "portal:saved_view_delete": form(MANAGERS),
    "portal:download_add": form(READERS),
    "portal:download_detail": page(MANAGERS),
    "portal:download_status": file(MANAGERS),
    "portal:download_file": file(MANAGERS),
    "portal:download_retry": button(MANAGERS),
    "portal:search": page(EVERYBODY),
    "portal:accessibility": page(EVERYBODY, is_public=True),
    "portal:role_help": page(EVERYBODY),
    "portal:admin_area": page(ADMINISTRATORS),
    "portal:person_list": page(ADMINISTRATORS),
    "portal:person_add": form(ADMINISTRATORS),
    "portal:person_edit": form(ADMINISTRATORS),
    "portal:person_invite": button(ADMINISTRATORS),
    "portal:organisation_list": page(ADMINISTRATORS),
    "portal:organisation_add": form(ADMINISTRATORS),
    "portal:organisation_edit": form(ADMINISTRATORS),
    "portal:council_settings": form(ADMINISTRATORS),
    "reviews:review_list": page(READERS),
    "reviews:review_export": file(READERS),
    "reviews:review_add": form(RECORDERS),
    "reviews:provider_add": form(RECORDERS),
    "reviews:review_detail": page(READERS),
    "reviews:review_edit": form(RECORDERS),
    "reviews:review_move": form(RECORDERS),
    "reviews:review_history": page(READERS),
    "reviews:strand_add": form(RECORDERS),
    "reviews:strand_edit": form(RECORDERS),
    "reviews:strand_remove": form(RECORDERS),
    "reviews:strands_remove": form(RECORDERS),
    "reviews:judgement_add": form(RECORDERS),
    "reviews:judgement_edit": form(RECORDERS),
    "reviews:judgement_remove": form(RECORDERS),
    "reviews:theme_admin_list": page(ADMINISTRATORS),
    "reviews:theme_add": form(ADMINISTRATORS),
    "reviews:theme_edit": form(ADMINISTRATORS),
    "reviews:framework_list": page(ADMINISTRATORS),
    "reviews:framework_add": form(ADMINISTRATORS),
    "reviews:framework_edit": form(ADMINISTRATORS),
    "findings:review_documents": page(READERS),
    "findings:document_download": file(READERS),
    "findings:document_text": page(READERS),
    "findings:document_pages": file(READERS, ids=lambda world: {"document_id": world.pdf.pk}),
    "findings:intake_add": form(RECORDERS),
    "findings:reading_detail": form(RECORDERS),
    "findings:reading_status": file(RECORDERS),
    "findings:reading_discard": form(RECORDERS),
    "findings:intake_check": form(RECORDERS),
    "findings:intake_set_aside": form(RECORDERS),
    "findings:intake_particulars": form(RECORDERS),
    "findings:intake_reopen": button(RECORDERS),
    "findings:review_findings": page(READERS),
    "findings:finding_add": form(RECORDERS),
    "findings:finding_list": page(READERS),
    "findings:finding_export": file(READERS),
    "findings:review_respond": form(RECORDERS),
    "findings:finding_detail": page(READERS | LEADS),
    "findings:finding_edit": form(RECORDERS),
    "findings:finding_respond": form(RECORDERS),
    "findings:response_withdraw": form(RECORDERS, ids=lambda world: {"finding_id": world.answered.pk}),
    "findings:finding_history": page(READERS),
    "findings:recurrence_add": form(RECORDERS),
    "findings:recurrence_remove": form(RECORDERS),
    "findings:review_recurrences": page(RECORDERS),
    "findings:review_themes": form(RECORDERS),
    "findings:strand_themes": form(RECORDERS),
    "findings:suggestion_confirm": button(RECORDERS),
    "findings:suggestion_dismiss": button(RECORDERS),
    "findings:suggestion_restore": button(RECORDERS, ids=lambda world: {"earlier_id": world.dismissed.pk}),
    "findings:theme_list": page(READERS),
    "findings:theme_detail": page(READERS),
    "findings:theme_chart": file(READERS),
    "findings:measure_list": page(READERS),
    "findings:measure_export": file(READERS),
    "findings:measure_template": file(RECORDERS),
    "findings:measure_upload": form(RECORDERS),
    "findings:measure_upload_confirm": button(RECORDERS),
    "findings:measure_add": form(RECORDERS),
    "findings:measure_detail": page(READERS),
    "findings:measure_edit": form(RECORDERS),
    "findings:measurement_add": form(RECORDERS),
    "findings:measurement_correct": form(RECORDERS),
    "findings:measure_chart": file(READERS),
    "actions:dashboard": page(READERS),
    "actions:dashboard_chart": file(READERS),
    "actions:dashboard_export": file(READERS),
    "actions:dashboard_impact": file(READERS),
    "actions:dashboard_trend": file(READERS),
    "actions:my_work": page(LEADS | {Role.SCRUTINEER}),
    "actions:action_list": page(READERS),
    "actions:action_export": file(READERS),
    "actions:action_detail": page(READERS | LEADS),
    "actions:action_edit": form(RECORDERS),
    "actions:action_move": form(RECORDERS),
    "actions:update_add": form(LEADS),
    "actions:update_correct": form(LEADS),
    "actions:question_add": form(READERS),
    "actions:question_reply": form(READERS | LEADS),
    "actions:evidence_add": form(LEADS),
    "actions:evidence_detail": page(READERS | LEADS),
    "actions:evidence_version_add": form(LEADS),
    "actions:evidence_file": file(READERS | LEADS),
    "actions:extension_add": form(LEADS),
    "actions:extension_decide": form(MANAGERS),
    "actions:sign_off_add": form(MANAGERS),
    "actions:dependency_add": form(RECORDERS),
    "actions:dependency_remove": form(RECORDERS),
    "actions:milestone_add": form(LEADS),
    "actions:milestone_edit": form(RECORDERS),
    "actions:milestone_reach": form(LEADS),
    "actions:milestone_undo": form(LEADS, ids=reached),
    "actions:milestone_remove": form(RECORDERS),
    "actions:action_history": page(READERS | LEADS),
    "actions:action_plan": page(READERS),
    "actions:action_plan_export": file(READERS),
    "actions:areas_choose": form(RECORDERS),
    "actions:areas_agree": form(RECORDERS, query="area={finding_id}"),
    "actions:action_add": form(RECORDERS),
    "actions:review_actions": page(READERS),
    "actions:group_list": page(READERS),
    "actions:group_add": form(RECORDERS),
    "actions:group_detail": page(READERS),
    "actions:group_edit": form(RECORDERS),
    "reports:report_list": page(READERS),
    "reports:report_add": form(RECORDERS),
    "reports:report_detail": page(READERS),
    "reports:report_edit": form(RECORDERS),
    "reports:report_history": page(READERS),
    "reports:report_plan": page(READERS),
    "reports:cycle_list": page(READERS),
    "reports:cycle_edit": form(RECORDERS),
    "reports:contributor_add": form(RECORDERS),
    "reports:contributor_edit": form(RECORDERS),
    "reports:contributor_remove": form(RECORDERS),
    "reports:contribution_add": form(RECORDERS),
    "reports:contribution_give": form(LEADS),
    "reports:contribution_place": button(RECORDERS),
    "reports:plan_rules": form(ADMINISTRATORS),
    "reports:section_add": form(RECORDERS),
    "reports:section_edit": form(RECORDERS),
    "reports:section_preview": button(RECORDERS),
    "reports:new_section_preview": button(RECORDERS),
    "reports:new_section_keep": button(RECORDERS),
    "reports:new_section_discard": form(RECORDERS),
    "reports:section_keep": button(RECORDERS),
    "reports:section_discard": form(RECORDERS),
    "reports:section_texts": page(RECORDERS),
    "reports:section_text": form(RECORDERS),
    "reports:section_move": button(RECORDERS),
    "reports:section_refresh": form(RECORDERS),
    "reports:section_remove": form(RECORDERS),
    "reports:report_chart": file(READERS, ids=lambda world: {"section_id": world.chart_of(world.draft)}),
    "reports:recommendation_add": form(RECORDERS),
    "reports:recommendation_edit": form(RECORDERS),
    "reports:recommendation_remove": form(RECORDERS),
    "reports:annex_add": form(RECORDERS),
    "reports:annex_edit": form(RECORDERS),
    "reports:annex_remove": form(RECORDERS),
    "reports:annex_move": button(RECORDERS),
    "reports:annex_file": file(READERS),
    "reports:report_checks": page(READERS),
    "reports:report_comments": page(READERS),
    "reports:comment_add": form(READERS, ids=first_paragraph),
    "reports:comment_reply": form(READERS),
    "reports:comment_resolve": button(RECORDERS),
    "reports:comment_reopen": button(RECORDERS),
    "reports:check_override": form(RECORDERS, ids=lambda world: world.warning_of(world.draft)),
    "reports:override_remove": form(RECORDERS),
    "reports:report_commitments": page(READERS),
    "reports:commitment_add": form(RECORDERS),
    "reports:commitment_edit": form(RECORDERS),
    "reports:commitment_remove": form(RECORDERS),
    "reports:answer_add": form(RECORDERS, ids=lambda world: {"commitment_id": world.owed.pk}),
    "reports:answer_edit": form(RECORDERS),
    "reports:answer_remove": form(RECORDERS),
    "reports:report_resolutions": page(READERS, ids=published),
    "reports:resolution_add": form(
        RECORDERS,
        ids=lambda world: {
            **published(world),
            "recommendation_id": world.published.recommendations.order_by("position").first().pk,
        },
    ),
    "reports:resolution_edit": form(RECORDERS),
    "reports:resolution_finish": form(RECORDERS),
    "reports:exemption_add": form(RECORDERS),
    "reports:exemption_edit": form(RECORDERS),
    "reports:exemption_remove": form(RECORDERS),
    "reports:picture_list": page(READERS),
    "reports:picture_add": form(RECORDERS),
    "reports:picture_edit": form(RECORDERS),
    "reports:picture_remove": form(RECORDERS),
    "reports:report_picture": file(READERS),
    "reports:measure_chart": file(RECORDERS),
    "reports:paper_picture": file(
        PAPERS, ids=lambda world: {**published(world), "place": world.picture_of(world.published)}
    ),
    "reports:comparison_list": page(RECORDERS),
    "reports:comparison_add": form(RECORDERS),
    "reports:comparison_edit": form(RECORDERS),
    "reports:comparison_remove": form(RECORDERS),
    "reports:implication_edit": form(RECORDERS),
    "reports:report_outline": form(RECORDERS),
    "reports:outline_list": page(RECORDERS),
    "reports:outline_add": form(RECORDERS),
    "reports:outline_detail": page(RECORDERS),
    "reports:outline_remove": form(RECORDERS),
    "reports:outline_section_add": form(RECORDERS),
    "reports:outline_section_edit": form(RECORDERS, ids=outlined),
    "reports:outline_section_remove": form(RECORDERS, ids=outlined),
    "reports:outline_section_move": button(RECORDERS, ids=outlined),
    "reports:implication_kind_list": page(ADMINISTRATORS),
    "reports:implication_kind_add": form(ADMINISTRATORS),
    "reports:implication_kind_edit": form(ADMINISTRATORS),
    "reports:report_submit": form(RECORDERS),
    "reports:report_return": form(MANAGERS),
    "reports:report_approve": form(MANAGERS),
    "reports:report_publish": form(MANAGERS),
    "reports:report_withdraw": form(MANAGERS),
    "reports:report_changes": page(READERS, ids=lambda world: {"report_id": world.version.pk}),
    "reports:version_discard": form(RECORDERS, ids=lambda world: {"report_id": world.version.pk}),
    "reports:version_add": form(RECORDERS, ids=published),
    "reports:rendering_status": file(READERS, ids=published),
    "reports:rendering_retry": button(RECORDERS, ids=published),
    "reports:rendering_stop": button(RECORDERS, ids=published),
    "reports:edition_pdf": file(READERS),
    "reports:edition_docx": file(READERS),
    "reports:edition_html": file(READERS),
    "reports:paper_list": page(PAPERS),
    "reports:commitment_list": page(PAPERS),
    "reports:resolution_list": page(PAPERS),
    "reports:following_list": page(PAPERS),
    "reports:following_edit": form(PAPERS),
    "reports:paper_rows": page(READERS, ids=figure),
    "reports:paper_search": page(PAPERS, query="words=er"),
    "reports:paper_find": page(PAPERS, ids=published, query="words=er"),
    "reports:paper_detail": page(PAPERS, ids=published),
    "reports:paper_pdf": file(PAPERS, ids=published),
    "reports:paper_docx": file(PAPERS, ids=published),
    "reports:paper_annex": file(PAPERS, ids=published),
    "reports:paper_chart": file(
        PAPERS, ids=lambda world: {**published(world), "section_id": world.chart_of(world.published)}
    ),
    "reports:committee_list": page(ADMINISTRATORS),
    "reports:committee_add": form(ADMINISTRATORS),
    "reports:committee_edit": form(ADMINISTRATORS),
    "reports:meeting_add": form(ADMINISTRATORS),
    "reports:meeting_edit": form(ADMINISTRATORS),
    "actions:reminders_undelivered": page(ADMINISTRATORS),
    "actions:ratings": page(ADMINISTRATORS),
    "actions:rating_add": form(ADMINISTRATORS),
    "actions:rating_edit": form(ADMINISTRATORS),
    "actions:rating_remove": form(ADMINISTRATORS, ids=lambda world: {"code": "medium"}),
    "actions:action_rules": form(ADMINISTRATORS),
    "actions:reminders": form(LEADS | {Role.SCRUTINEER}),
    "actions:calendar": page(LEADS),
    "actions:calendar_add": form(LEADS),
    "actions:calendar_remove": form(LEADS),
    "actions:calendar_feed": file(EVERYBODY, is_public=True),
    "reports:abbreviation_list": page(ADMINISTRATORS),
    "reports:abbreviation_add": form(ADMINISTRATORS),
    "reports:abbreviation_edit": form(ADMINISTRATORS),
}
