"""The managers' view: what the numbers are, read live from the record."""

from actions.dashboard.attention import NeedsAttention, needing_attention
from actions.dashboard.counts import ThemeCount, count_by_theme, count_shown, count_statuses

__all__ = [
    "NeedsAttention",
    "ThemeCount",
    "count_by_theme",
    "count_shown",
    "count_statuses",
    "needing_attention",
]
