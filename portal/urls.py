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
    path("admin-area/", views.admin_area, name="admin_area"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((portal_urls, "portal"))),
    path("", include("reviews.urls")),
    path("", include("findings.urls")),
    path("", include("actions.urls")),
    path("", include("reports.urls")),
]
