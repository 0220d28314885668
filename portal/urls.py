"""Addresses of the portal; each app's own are included by name."""

from django.urls import URLPattern, URLResolver, include, path

from portal import views

handler400 = "portal.views.errors.bad_request"
handler403 = "portal.views.errors.forbidden"
handler404 = "portal.views.errors.not_found"
handler500 = "portal.views.errors.server_error"

portal_urls: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("healthz", views.health, name="health"),
    path("council.css", views.council_css, name="council_css"),
    path("account/", views.account, name="account"),
    path("account/password/", views.password_change, name="password_change"),
    path("password/", views.password_link, name="password_link"),
    path("password/sent/", views.password_link_sent, name="password_link_sent"),
    path("password/<uidb64>/<token>/", views.password_set, name="password_set"),
    path("saved-views/", views.saved_view_list, name="saved_view_list"),
    path("saved-views/add/<slug:register>/", views.saved_view_add, name="saved_view_add"),
    path("saved-views/<int:view_id>/", views.saved_view_edit, name="saved_view_edit"),
    path("saved-views/<int:view_id>/delete/", views.saved_view_delete, name="saved_view_delete"),
    path("downloads/", views.download_list, name="download_list"),
    path("downloads/add/<slug:register>/", views.download_add, name="download_add"),
    path("downloads/<int:download_id>/", views.download_detail, name="download_detail"),
    path("downloads/<int:download_id>/status/", views.download_status, name="download_status"),
    path("downloads/<int:download_id>/file/", views.download_file, name="download_file"),
    path("downloads/<int:download_id>/retry/", views.download_retry, name="download_retry"),
    path("search/", views.search, name="search"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("help/roles/", views.role_help, name="role_help"),
    path("admin-area/", views.admin_area, name="admin_area"),
    path("admin-area/people/", views.person_list, name="person_list"),
    path("admin-area/people/add/", views.person_add, name="person_add"),
    path("admin-area/people/<int:person_id>/", views.person_edit, name="person_edit"),
    path("admin-area/people/<int:person_id>/invite/", views.person_invite, name="person_invite"),
    path("admin-area/organisations/", views.organisation_list, name="organisation_list"),
    path("admin-area/organisations/add/", views.organisation_add, name="organisation_add"),
    path(
        "admin-area/organisations/<int:organisation_id>/", views.organisation_edit, name="organisation_edit"
    ),
    path("admin-area/council/", views.council_settings, name="council_settings"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((portal_urls, "portal"))),
    path("", include("reviews.urls")),
    path("", include("findings.urls")),
    path("", include("actions.urls")),
    path("", include("reports.urls")),
]
