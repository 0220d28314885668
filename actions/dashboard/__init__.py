"""The managers' view: what the numbers are, read live from the record."""

from actions.dashboard.attention import NeedsAttention, needing_attention

__all__ = ["NeedsAttention", "needing_attention"]
