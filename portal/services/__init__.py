"""Changes of the record: the pieces that every service uses, and the frame's own services by noun."""

from portal.services.changes import (
    allocate_references,
    change,
    create_once,
    hold,
    save_changes,
    save_new,
    was_sent,
)
from portal.services.duplicates import refusing_duplicates

__all__ = [
    "allocate_references",
    "change",
    "create_once",
    "hold",
    "refusing_duplicates",
    "save_changes",
    "save_new",
    "was_sent",
]
