"""Addresses of the app."""

from django.urls import URLPattern, path

from reports.urls.contributions import CONTRIBUTIONS
from reports.urls.papers import PAPERS
from reports.views import (
    abbreviations,
    annexes,
    answers,
    checks,
    comments,
    commitments,
    committees,
    comparisons,
    exemptions,
    implications,
    new_sections,
    outline_sections,
    outlines,
    pictures,
    plan,
    recommendations,
    renderings,
    reports,
    resolutions,
    sections,
    steps,
    texts,
    versions,
    writing,
)

app_name = "reports"
urlpatterns: list[URLPattern] = [
    path("reports/", plan.report_list, name="report_list"),
    path("reports/cycles/", plan.cycle_list, name="cycle_list"),
    path("reports/cycles/<int:committee_id>/edit/", plan.cycle_edit, name="cycle_edit"),
    path("reports/cycles/<int:committee_id>/contributors/add/", plan.contributor_add, name="contributor_add"),
    path(
        "reports/cycles/<int:committee_id>/contributors/<int:contributor_id>/edit/",
        plan.contributor_edit,
        name="contributor_edit",
    ),
    path(
        "reports/cycles/<int:committee_id>/contributors/<int:contributor_id>/remove/",
        plan.contributor_remove,
        name="contributor_remove",
    ),
    path("reports/add/", reports.report_add, name="report_add"),
    path("reports/<int:report_id>/", reports.report_detail, name="report_detail"),
    path("reports/<int:report_id>/edit/", reports.report_edit, name="report_edit"),
    *CONTRIBUTIONS,
    path("reports/<int:report_id>/history/", reports.report_history, name="report_history"),
    path("reports/<int:report_id>/sections/add/", new_sections.section_add, name="section_add"),
    path(
        "reports/<int:report_id>/sections/preview/",
        new_sections.new_section_preview,
        name="new_section_preview",
    ),
    path("reports/<int:report_id>/sections/keep/", new_sections.new_section_keep, name="new_section_keep"),
    path(
        "reports/<int:report_id>/sections/discard/",
        new_sections.new_section_discard,
        name="new_section_discard",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/edit/", writing.section_edit, name="section_edit"
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/preview/",
        writing.section_preview,
        name="section_preview",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/keep/", writing.section_keep, name="section_keep"
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/discard/",
        writing.section_discard,
        name="section_discard",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/texts/", texts.section_texts, name="section_texts"
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/texts/<int:number>/",
        texts.section_text,
        name="section_text",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/refresh/",
        sections.section_refresh,
        name="section_refresh",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/remove/",
        sections.section_remove,
        name="section_remove",
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/move/", sections.section_move, name="section_move"
    ),
    path(
        "reports/<int:report_id>/sections/<int:section_id>/charts/<int:place>.svg",
        renderings.report_chart,
        name="report_chart",
    ),
    path(
        "reports/<int:report_id>/recommendations/add/",
        recommendations.recommendation_add,
        name="recommendation_add",
    ),
    path(
        "reports/<int:report_id>/recommendations/<int:recommendation_id>/edit/",
        recommendations.recommendation_edit,
        name="recommendation_edit",
    ),
    path(
        "reports/<int:report_id>/recommendations/<int:recommendation_id>/remove/",
        recommendations.recommendation_remove,
        name="recommendation_remove",
    ),
    path("reports/<int:report_id>/annexes/add/", annexes.annex_add, name="annex_add"),
    path("reports/<int:report_id>/annexes/<int:annex_id>/edit/", annexes.annex_edit, name="annex_edit"),
    path("reports/<int:report_id>/annexes/<int:annex_id>/remove/", annexes.annex_remove, name="annex_remove"),
    path("reports/<int:report_id>/annexes/<int:annex_id>/move/", annexes.annex_move, name="annex_move"),
    path("reports/<int:report_id>/annexes/<int:annex_id>/file/", annexes.annex_file, name="annex_file"),
    path("reports/<int:report_id>/checks/", checks.report_checks, name="report_checks"),
    path(
        "reports/<int:report_id>/checks/<slug:check>/<slug:key>/override/",
        checks.check_override,
        name="check_override",
    ),
    path(
        "reports/<int:report_id>/overrides/<int:override_id>/remove/",
        checks.override_remove,
        name="override_remove",
    ),
    path("reports/<int:report_id>/comments/", comments.report_comments, name="report_comments"),
    path("reports/<int:report_id>/comments/add/<slug:key>/", comments.comment_add, name="comment_add"),
    path("reports/<int:report_id>/comments/<int:comment_id>/", comments.comment_reply, name="comment_reply"),
    path(
        "reports/<int:report_id>/comments/<int:comment_id>/resolve/",
        comments.comment_resolve,
        name="comment_resolve",
    ),
    path(
        "reports/<int:report_id>/comments/<int:comment_id>/reopen/",
        comments.comment_reopen,
        name="comment_reopen",
    ),
    path("reports/<int:report_id>/commitments/", commitments.report_commitments, name="report_commitments"),
    path("reports/<int:report_id>/commitments/add/", commitments.commitment_add, name="commitment_add"),
    path(
        "reports/<int:report_id>/commitments/<int:commitment_id>/edit/",
        commitments.commitment_edit,
        name="commitment_edit",
    ),
    path(
        "reports/<int:report_id>/commitments/<int:commitment_id>/remove/",
        commitments.commitment_remove,
        name="commitment_remove",
    ),
    path(
        "reports/<int:report_id>/commitments/<int:commitment_id>/answer/",
        answers.answer_add,
        name="answer_add",
    ),
    path("reports/<int:report_id>/answers/<int:answer_id>/edit/", answers.answer_edit, name="answer_edit"),
    path(
        "reports/<int:report_id>/answers/<int:answer_id>/remove/", answers.answer_remove, name="answer_remove"
    ),
    path("reports/<int:report_id>/resolutions/", resolutions.report_resolutions, name="report_resolutions"),
    path(
        "reports/<int:report_id>/recommendations/<int:recommendation_id>/resolve/",
        resolutions.resolution_add,
        name="resolution_add",
    ),
    path("resolutions/<int:resolution_id>/edit/", resolutions.resolution_edit, name="resolution_edit"),
    path("resolutions/<int:resolution_id>/finish/", resolutions.resolution_finish, name="resolution_finish"),
    path("reports/<int:report_id>/exemptions/add/", exemptions.exemption_add, name="exemption_add"),
    path(
        "reports/<int:report_id>/exemptions/<int:exemption_id>/edit/",
        exemptions.exemption_edit,
        name="exemption_edit",
    ),
    path(
        "reports/<int:report_id>/exemptions/<int:exemption_id>/remove/",
        exemptions.exemption_remove,
        name="exemption_remove",
    ),
    path(
        "reports/<int:report_id>/implications/<int:kind_id>/edit/",
        implications.implication_edit,
        name="implication_edit",
    ),
    path("reports/<int:report_id>/pictures/", pictures.picture_list, name="picture_list"),
    path("reports/<int:report_id>/pictures/add/", pictures.picture_add, name="picture_add"),
    path(
        "reports/<int:report_id>/pictures/<int:picture_id>/", pictures.report_picture, name="report_picture"
    ),
    path(
        "reports/<int:report_id>/pictures/<int:picture_id>/edit/", pictures.picture_edit, name="picture_edit"
    ),
    path(
        "reports/<int:report_id>/pictures/<int:picture_id>/remove/",
        pictures.picture_remove,
        name="picture_remove",
    ),
    path(
        "reports/<int:report_id>/measures/<int:measure_id>/chart.svg",
        renderings.measure_chart,
        name="measure_chart",
    ),
    path("reports/<int:report_id>/outline/", outlines.report_outline, name="report_outline"),
    path("reports/comparisons/", comparisons.comparison_list, name="comparison_list"),
    path("reports/comparisons/add/", comparisons.comparison_add, name="comparison_add"),
    path(
        "reports/comparisons/<int:comparison_id>/edit/", comparisons.comparison_edit, name="comparison_edit"
    ),
    path(
        "reports/comparisons/<int:comparison_id>/remove/",
        comparisons.comparison_remove,
        name="comparison_remove",
    ),
    path("reports/outlines/", outlines.outline_list, name="outline_list"),
    path("reports/outlines/add/", outlines.outline_add, name="outline_add"),
    path("reports/outlines/<int:outline_id>/", outlines.outline_detail, name="outline_detail"),
    path("reports/outlines/<int:outline_id>/remove/", outlines.outline_remove, name="outline_remove"),
    path(
        "reports/outlines/<int:outline_id>/sections/add/",
        outline_sections.outline_section_add,
        name="outline_section_add",
    ),
    path(
        "reports/outlines/<int:outline_id>/sections/<int:section_id>/edit/",
        outline_sections.outline_section_edit,
        name="outline_section_edit",
    ),
    path(
        "reports/outlines/<int:outline_id>/sections/<int:section_id>/remove/",
        outline_sections.outline_section_remove,
        name="outline_section_remove",
    ),
    path(
        "reports/outlines/<int:outline_id>/sections/<int:section_id>/move/",
        outline_sections.outline_section_move,
        name="outline_section_move",
    ),
    path("reports/<int:report_id>/submit/", steps.report_submit, name="report_submit"),
    path("reports/<int:report_id>/return/", steps.report_return, name="report_return"),
    path("reports/<int:report_id>/approve/", steps.report_approve, name="report_approve"),
    path("reports/<int:report_id>/publish/", steps.report_publish, name="report_publish"),
    path("reports/<int:report_id>/withdraw/", steps.report_withdraw, name="report_withdraw"),
    path("reports/<int:report_id>/changes/", versions.report_changes, name="report_changes"),
    path("reports/<int:report_id>/discard/", versions.version_discard, name="version_discard"),
    path("reports/<int:report_id>/versions/add/", versions.version_add, name="version_add"),
    path("reports/<int:report_id>/rendering/", renderings.rendering_status, name="rendering_status"),
    path("reports/<int:report_id>/rendering/retry/", renderings.rendering_retry, name="rendering_retry"),
    path("reports/<int:report_id>/rendering/stop/", renderings.rendering_stop, name="rendering_stop"),
    path("editions/<int:edition_id>/", renderings.edition_pdf, name="edition_pdf"),
    path("editions/<int:edition_id>/word/", renderings.edition_docx, name="edition_docx"),
    path("editions/<int:edition_id>/page/", renderings.edition_html, name="edition_html"),
    *PAPERS,
    path("admin-area/committees/", committees.committee_list, name="committee_list"),
    path("admin-area/committees/add/", committees.committee_add, name="committee_add"),
    path("admin-area/committees/<int:committee_id>/edit/", committees.committee_edit, name="committee_edit"),
    path(
        "admin-area/committees/<int:committee_id>/meetings/add/", committees.meeting_add, name="meeting_add"
    ),
    path(
        "admin-area/committees/<int:committee_id>/meetings/<int:meeting_id>/edit/",
        committees.meeting_edit,
        name="meeting_edit",
    ),
    path("admin-area/late-publication/", plan.plan_rules, name="plan_rules"),
    path("admin-area/implications/", implications.implication_kind_list, name="implication_kind_list"),
    path("admin-area/implications/add/", implications.implication_kind_add, name="implication_kind_add"),
    path(
        "admin-area/implications/<int:kind_id>/edit/",
        implications.implication_kind_edit,
        name="implication_kind_edit",
    ),
    path("admin-area/abbreviations/", abbreviations.abbreviation_list, name="abbreviation_list"),
    path("admin-area/abbreviations/add/", abbreviations.abbreviation_add, name="abbreviation_add"),
    path(
        "admin-area/abbreviations/<int:abbreviation_id>/edit/",
        abbreviations.abbreviation_edit,
        name="abbreviation_edit",
    ),
]
