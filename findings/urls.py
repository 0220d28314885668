"""Addresses of the app."""

from django.urls import URLPattern, path

from findings.views import (
    documents,
    finding_detail,
    finding_themes,
    findings,
    intake,
    measure_pages,
    measure_upload,
    measures,
    particulars,
    readings,
    recurrences,
    register,
    responses,
    strand_themes,
    suggestions,
    themes,
)

app_name = "findings"
urlpatterns: list[URLPattern] = [
    path("reviews/<int:review_id>/documents/", documents.review_documents, name="review_documents"),
    path("documents/<int:document_id>/", documents.document_download, name="document_download"),
    path("reviews/<int:review_id>/intake/", readings.intake_add, name="intake_add"),
    path(
        "reviews/<int:review_id>/readings/<int:reading_id>/", readings.reading_detail, name="reading_detail"
    ),
    path(
        "reviews/<int:review_id>/readings/<int:reading_id>/status/",
        readings.reading_status,
        name="reading_status",
    ),
    path(
        "reviews/<int:review_id>/readings/<int:reading_id>/discard/",
        readings.reading_discard,
        name="reading_discard",
    ),
    path("reviews/<int:review_id>/intake/<int:intake_id>/", intake.intake_check, name="intake_check"),
    path(
        "reviews/<int:review_id>/intake/<int:intake_id>/set-aside/",
        intake.intake_set_aside,
        name="intake_set_aside",
    ),
    path(
        "reviews/<int:review_id>/intake/<int:intake_id>/reopen/", intake.intake_reopen, name="intake_reopen"
    ),
    path(
        "reviews/<int:review_id>/intake/<int:intake_id>/particulars/",
        particulars.intake_particulars,
        name="intake_particulars",
    ),
    path("documents/<int:document_id>/text/", documents.document_text, name="document_text"),
    path("documents/<int:document_id>/pages/", documents.document_pages, name="document_pages"),
    path("reviews/<int:review_id>/findings/", findings.review_findings, name="review_findings"),
    path("reviews/<int:review_id>/findings/add/", findings.finding_add, name="finding_add"),
    path("reviews/<int:review_id>/findings/themes/", finding_themes.review_themes, name="review_themes"),
    path("reviews/<int:review_id>/strands/themes/", strand_themes.strand_themes, name="strand_themes"),
    path("reviews/<int:review_id>/recurrences/", suggestions.review_recurrences, name="review_recurrences"),
    path("findings/", register.finding_list, name="finding_list"),
    path("findings/export.<export_form:form>", register.finding_export, name="finding_export"),
    path("findings/<int:finding_id>/", finding_detail.finding_detail, name="finding_detail"),
    path("findings/<int:finding_id>/edit/", findings.finding_edit, name="finding_edit"),
    path("findings/<int:finding_id>/respond/", findings.finding_respond, name="finding_respond"),
    path("findings/<int:finding_id>/respond/withdraw/", findings.response_withdraw, name="response_withdraw"),
    path("reviews/<int:review_id>/findings/respond/", responses.review_respond, name="review_respond"),
    path("findings/<int:finding_id>/history/", findings.finding_history, name="finding_history"),
    path("findings/<int:finding_id>/recurrences/add/", recurrences.recurrence_add, name="recurrence_add"),
    path(
        "findings/<int:finding_id>/recurrences/<int:recurrence_id>/remove/",
        recurrences.recurrence_remove,
        name="recurrence_remove",
    ),
    path(
        "findings/<int:finding_id>/suggestions/<int:earlier_id>/confirm/",
        suggestions.suggestion_confirm,
        name="suggestion_confirm",
    ),
    path(
        "findings/<int:finding_id>/suggestions/<int:earlier_id>/dismiss/",
        suggestions.suggestion_dismiss,
        name="suggestion_dismiss",
    ),
    path(
        "findings/<int:finding_id>/suggestions/<int:earlier_id>/restore/",
        suggestions.suggestion_restore,
        name="suggestion_restore",
    ),
    path("themes/", themes.theme_list, name="theme_list"),
    path("themes/<int:theme_id>/", themes.theme_detail, name="theme_detail"),
    path("themes/<int:theme_id>/chart.svg", themes.theme_chart, name="theme_chart"),
    path("measures/", measure_pages.measure_list, name="measure_list"),
    path("measures/export.<export_form:form>", measure_pages.measure_export, name="measure_export"),
    path("measures/upload/", measure_upload.measure_upload, name="measure_upload"),
    path("measures/template.<export_form:form>", measure_upload.measure_template, name="measure_template"),
    path("measures/upload/add/", measure_upload.measure_upload_confirm, name="measure_upload_confirm"),
    path("measures/add/", measures.measure_add, name="measure_add"),
    path("measures/<int:measure_id>/", measure_pages.measure_detail, name="measure_detail"),
    path("measures/<int:measure_id>/edit/", measures.measure_edit, name="measure_edit"),
    path("measures/<int:measure_id>/values/add/", measures.measurement_add, name="measurement_add"),
    path(
        "measures/<int:measure_id>/values/<int:measurement_id>/correct/",
        measures.measurement_correct,
        name="measurement_correct",
    ),
    path("measures/<int:measure_id>/chart.svg", measure_pages.measure_chart, name="measure_chart"),
]
