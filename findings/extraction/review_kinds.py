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

_ORDINAL = r"(?:[a-h]\b|\d{1,2}\b|one\b|two\b|three\b|four\b|five\b|six\b)"
LINE_OF_ENQUIRY = rf"(?:key )?(?:lines? of (?:e|i)nquiry|klo?es?) ?(?:no\.? ?)?(?:{_ORDINAL}|(?=[:–-]))"
"""How a heading begins that names one line of enquiry of a review."""

COUNTED_LINE = rf"(?:key )?(?:area|focus|question|strand|theme|topic) {_ORDINAL}"
"""How others count such lines, which say so only where they were declared."""

DECLARES_LINES = r"\b(?:lines? of (?:e|i)nquiry|klo?es?|\w+ questions|areas? of focus|focus areas)\b"
"""Words of a sentence that declares what a review is to look into."""

GUIDES = (
    r"\b(?:framework|guid(?:e|ance)|handbook|methodology|polic(?:y|ies)|procedures?|protocol|template"
    r"|terms of reference|toolkit)\b"
)
"""What papers call themselves that tell how reviews are done."""

AHEAD = r"\b(?:will|(?:plans?|intends?) to|(?:are|is) (?:due|expected|planned|planning) to|going to)\b"
"""Words of a sentence that tells what is to come."""

NEUTRAL = (
    r"\b(?:are|has|have|is|was|were) (?:\w+ )?(?:based|commissioned|divided|employed|funded|located|made up"
    r"|managed|provided"
    r"|responsible|run|staffed)\b"
    r"|\b(?:appointed|created|established|introduced|launched|moved|opened|replaced|set up|took up|took over"
    r"|transferred)\b"
    r"|\b(?:brings? together|compris\w+|consists?|covers?|employs?|explained below|includes?|reports? to|serves?"
    r"|set out)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred)\b|^(?:it|they|this|these|we|i)\b"
)
"""Words of a sentence that tells what there is, since when and how much, and not how good it is."""
