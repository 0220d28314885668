"""Views of the frame."""

from portal.views.admin_area import admin_area
from portal.views.frame import council_css, health, home
from portal.views.session import sign_in, sign_out

__all__ = ["admin_area", "council_css", "health", "home", "sign_in", "sign_out"]
