"""Which files can be evidence: told by what is inside them, never by their name alone."""

from actions.rules.files.checking import check_file
from actions.rules.files.kinds import ACCEPTED

__all__ = ["ACCEPTED", "check_file"]
