"""Who changed what, when: the one way in which records keep their history."""

from auditlog.registry import auditlog
from django.db.models import Model


def keep_history(*models: type[Model], exclude: list[str] | None = None) -> None:
    """Write an entry for every change to these records, many-to-many fields included."""
    for model in models:
        many_to_many = {field.name for field in model._meta.many_to_many}
        auditlog.register(model, exclude_fields=["version", *(exclude or [])], m2m_fields=many_to_many)
