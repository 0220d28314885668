"""Addresses of the app."""

from django.urls import URLPattern, path

from reviews.views import frameworks, judgements, providers, register, reviews, strands, themes

app_name = "reviews"
urlpatterns: list[URLPattern] = [
    path("reviews/", register.review_list, name="review_list"),
    path("reviews/export.<export_form:form>", register.review_export, name="review_export"),
    path("reviews/add/", reviews.review_add, name="review_add"),
    path("reviews/providers/add/", providers.provider_add, name="provider_add"),
    path("reviews/<int:review_id>/", reviews.review_detail, name="review_detail"),
    path("reviews/<int:review_id>/edit/", reviews.review_edit, name="review_edit"),
    path("reviews/<int:review_id>/move/", reviews.review_move, name="review_move"),
    path("reviews/<int:review_id>/history/", reviews.review_history, name="review_history"),
    path("reviews/<int:review_id>/strands/add/", strands.strand_add, name="strand_add"),
    path("reviews/<int:review_id>/strands/remove/", strands.strands_remove, name="strands_remove"),
    path("reviews/<int:review_id>/strands/<int:strand_id>/edit/", strands.strand_edit, name="strand_edit"),
    path(
        "reviews/<int:review_id>/strands/<int:strand_id>/remove/", strands.strand_remove, name="strand_remove"
    ),
    path("reviews/<int:review_id>/judgements/add/", judgements.judgement_add, name="judgement_add"),
    path(
        "reviews/<int:review_id>/judgements/<int:judgement_id>/edit/",
        judgements.judgement_edit,
        name="judgement_edit",
    ),
    path(
        "reviews/<int:review_id>/judgements/<int:judgement_id>/remove/",
        judgements.judgement_remove,
        name="judgement_remove",
    ),
    path("admin-area/themes/", themes.theme_admin_list, name="theme_admin_list"),
    path("admin-area/themes/add/", themes.theme_add, name="theme_add"),
    path("admin-area/themes/<int:theme_id>/edit/", themes.theme_edit, name="theme_edit"),
    path("admin-area/frameworks/", frameworks.framework_list, name="framework_list"),
    path("admin-area/frameworks/add/", frameworks.framework_add, name="framework_add"),
    path("admin-area/frameworks/<int:framework_id>/edit/", frameworks.framework_edit, name="framework_edit"),
]
