"""Views of the frame."""

from portal.views.admin_area import admin_area
from portal.views.council import council_settings
from portal.views.downloads import (
    download_add,
    download_detail,
    download_file,
    download_list,
    download_retry,
    download_status,
)
from portal.views.frame import council_css, health, home
from portal.views.organisations import organisation_add, organisation_edit, organisation_list
from portal.views.pages import accessibility, account, role_help
from portal.views.passwords import password_change, password_link, password_link_sent, password_set
from portal.views.people import person_add, person_edit, person_invite, person_list
from portal.views.saved_views import saved_view_add, saved_view_delete, saved_view_edit, saved_view_list
from portal.views.search import search
from portal.views.session import sign_in, sign_out

__all__ = [
    "accessibility",
    "account",
    "admin_area",
    "council_css",
    "council_settings",
    "download_add",
    "download_detail",
    "download_file",
    "download_list",
    "download_retry",
    "download_status",
    "health",
    "home",
    "organisation_add",
    "organisation_edit",
    "organisation_list",
    "password_change",
    "password_link",
    "password_link_sent",
    "password_set",
    "person_add",
    "person_edit",
    "person_invite",
    "person_list",
    "role_help",
    "saved_view_add",
    "saved_view_delete",
    "saved_view_edit",
    "saved_view_list",
    "search",
    "sign_in",
    "sign_out",
]
