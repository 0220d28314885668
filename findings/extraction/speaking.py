"""The words by which a document says that reviewers speak, of which strand, and what they go on to ask for.

Phrases are regular expressions; those for a speaker are matched whatever the case of letters, the others over text in
lower case, with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

_REVIEWER = r"(?:(?:the|our|one|a|another) )?(?:lead |peer |review |inspection |second |other )*" + one_of(
    "inspectors?", "reviewers?", "peers?", "teams?", "panel", "auditors?", "assessors?", "moderators?"
)
_LOOKING = one_of(
    "for", "on", "of", "covering", "examining", "leading on", "looking (?:at|into)", "responsible for", "reviewing",
    "(?:who|that) (?:had |has )?(?:covered|examined|focused on|inspected|led on|looked (?:at|into)|reviewed"
    "|spent time (?:in|with)|tested|visited|was responsible for|worked with)",
)  # fmt: skip
_ON = one_of(
    "(?:in relation|with regard|with respect) to",
    "as (?:for|to)",
    "turning to",
    "regarding",
    "for",
    "on",
    "in",
    "about",
)
_SAYING = one_of(
    "described", "reported(?: back)?", "found", "noted", "said", "saw", "told (?:us|you|officers|leaders)", "fed back",
    "identified", "highlighted", "observed", "concluded", "advised", "commented", "felt", "thought", "heard",
    "recognised", "considered", "remarked", "recorded",
)  # fmt: skip
_VIEW = one_of("view", "feedback", "message", "opinion", "conclusion", "impression", "assessment", "comment")
_ALSO = r"(?:also |further |then |had |has |have )*"
_SAYS = rf"{_ALSO}{_SAYING}(?: to (?:us|officers|leaders))?(?:,? (?:that|the following|as follows))*"
_HOLDS = rf"'s? (?:\w+ )?{_VIEW}s? (?:was|were|is|are)(?: that| as follows)?"
_BACK = rf"{_VIEW}s? (?:of|from) {_REVIEWER} (?:was|were|is|are)(?: that| as follows)?"
_STRAND = r"(?P<strand>[^.:;]{3,80}?)"

SPEAKERS = (
    rf"(?:and )?{_REVIEWER} {_LOOKING} {_STRAND},? (?:{_SAYS})\s*:",
    rf"{_ON} {_STRAND}, {_REVIEWER}(?: {_SAYS}|{_HOLDS})\s*:",
    rf"{_ON} {_STRAND}, (?:the )?(?:\w+ )?{_BACK}\s*:",
    rf"{_REVIEWER}'s? (?:\w+ )?{_VIEW}s? (?:of|on|about) {_STRAND} (?:was|were|is|are)(?: that| as follows)?\s*:",
)
"""Lines before a list that say who speaks, and of which strand."""

SPEAKER_FOR_ALL = rf"{_REVIEWER}(?: {_SAYS}|{_HOLDS})\s*:"
"""Lines before a list that say only who speaks."""

_ONE = r"(?:(?:and|but|however|also|yet|though|she|he|they|we|it|nonetheless|nevertheless),? )*"
_WANTS = one_of(
    "asked", "advised", "challenged", "encouraged", "hoped?", "invited", "pressed", "urged", "wanted", "wants?",
    "wished", "would (?:have )?liked?", "would (?:also )?(?:like|welcome|want)",
)  # fmt: skip

ASKS_FURTHER = one_of(
    rf"{_ONE}(?:{_REVIEWER} )?{_ALSO}{_WANTS} (?:[\w']+ ){{0,4}}(?:to|for|about|more|us|that)\b.*:",
    r".*\b(?:could|should|must|might|needs? to|has to|have to|ought to)\b.*:",
    r".*\b(?:not (?:yet|quite|there|always|as)|less|further|more (?:work|to do|attention)|to work on|to improve"
    r"|concern(?:s|ed)?|worr(?:y|ies|ied)|cautio(?:n|ned)|gaps?|harder|unfinished|still to)\b.*:",
)  # fmt: skip
"""Lines before a list by which a speaker goes on from what was seen to what is wanted."""

THANKS = r"\b(?:thank|praise|commend|congratulate|celebrate|acknowledge|proud)"
"""Words of a line that wants nothing but to praise."""
