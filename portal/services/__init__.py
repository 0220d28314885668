"""Changes of the record: the pieces that every service uses, and the frame's own services by noun."""

from portal.services.changes import allocate_references, change, create_once, save_changes

__all__ = ["allocate_references", "change", "create_once", "save_changes"]
