"""Which earlier findings may say the same thing: the portal's one comparison of findings, without Django.

A finding becomes the things that it names (`reading`), whatever words the reviewers chose; rare ones weigh more
(`weights`); earlier findings that share enough of that weight are ranked (`comparison`).
"""

from findings.similarity.comparison import SUGGESTED_FROM, Comparison, Match, Statement

__all__ = ["SUGGESTED_FROM", "Comparison", "Match", "Statement"]
