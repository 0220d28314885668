"""The words by which a review says how it looked: by inspection, by peers, by audit, or at itself.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

INSPECTION = (
    r"\binspection (?:dates?|of|visit)\b|\b(?:area|child protection|local authority) inspection\b|\blead inspector\b"
    r"|\b(?:focused|monitoring) visit (?:of|to)\b|\bpost-inspection review\b|^ofsted$"
)
"""How the report or the letter of an inspection begins."""

PEERS = r"\bpeer (?:challenge|diagnostic|review)\b|\blocal government association\b"
"""How a review by peers begins, which is no inspection."""

REVIEW = (
    rf"{PEERS}|\b(?:audits?|deep dive|practice (?:review|week)|serious case review|thematic review|survey)\b"
    r"|\bself[- ](?:assessment|evaluation)\b"
)
"""How a paper begins that tells what was found by those who looked."""

ACCOUNT = (
    rf"{PEERS}|\bself[- ](?:assessment|evaluation)\b|\bpractice (?:review|week)\b|\bdeep dive\b"
    r"|\b(?:case(?:[- ]file)?|joint|multi-agency|thematic) (?:\w+ )?(?:audits?|reviews?)\b"
    r"|\b(?:audit|survey) (?:findings|overview|report|results|summary)\b|\bserious case review\b"
)
"""The same of those that are nothing else, from end to end."""

OF_REVIEWS = (
    r"\b(?:framework|guid(?:e|ance)|handbook|invitation|plan|polic(?:y|ies)|procedures?|programme|protocol|schedule"
    r"|strategy|template|terms of reference|timetable|tool(?:kit)?)\b"
)
"""What papers call themselves that tell how reviews are done, and of none."""

OF_THE_VISIT = (
    r"\b(?:carried out|conducted|inspected|led|took place|undertaken|visited) (?:at|between|by|from|in|on|under)\b"
    r"|\b(?:am|are) writing\b|\brequires improvement to be good\b|(?<!since the )\bprevious(?:ly)? inspect"
    r"|\binconsistent experiences and outcomes\b|(?<!since the )(?<!since our )(?<!since its )\blast inspect"
    r"|\bnext (?:\w+ )?inspection\b|\bask that\b"
    r"|\bofsted will\b|\bjudged (?:to )?(?:be )?(?:inadequate|require)|\bpartnership must (?:jointly|work)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|latest) (?:\w+ )?(?:inspection|visit)\b"
)
"""Words of a paragraph that tells of an inspection itself, or of those before and after it."""
