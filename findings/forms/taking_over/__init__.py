"""Taking over what a document says beside its findings."""

from findings.forms.taking_over.form import TakeOverForm

__all__ = ["TakeOverForm"]
