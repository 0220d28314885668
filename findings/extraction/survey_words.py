"""The phrases by which surveys and groups lead on to what people like, and to what they want to change.

Each is a line of its own that ends in a colon before a list: without one it may be a finding itself. Phrases are
regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

import re

from .term import Term
from .vocabulary import Kind, one_of

_PEOPLE = one_of(
    "adults", "carers", "children", "families", "fathers", "governors", "leavers", "members", "mothers", "parents",
    "partners", "people", "practitioners", "professionals", "pupils", "respondents", "staff", "students", "teenagers",
    "volunteers", "workers",
)  # fmt: skip
_WHICH = r"(?: (?:aged|from|in|living in|who|with) [\w'-]+(?: (?:and|to|or) [\w'-]+)?)?"
_WHO = rf"(?:(?:they|you)|(?:[\w']+,? ){{0,5}}{_PEOPLE}){_WHICH}(?: (?:also|all|mostly|often|really|then))?"
_SAID = "(?:said|say|told us|tell us|thought|think|felt|feel|agreed)(?: that)?"
_THESE = r"(?:(?:these|the following|some|several|other|many|two|three|four|five)(?: [\w']+){0,2}|it)"
_MORE = r"(?: [\w',]+){0,7}"

_LINES: tuple[Term, ...] = (
    Term(
        rf"(?:what )?{_WHO} (?:most )?(?:like[ds]?|love[ds]?|enjoy(?:ed)?|value[ds]?|appreciate[ds]?"
        rf"|(?:are|were) (?:most |very )?(?:happy|happiest|pleased|positive|proud)){_MORE}",
        Kind.STRENGTH,
        0.95,
    ),
    Term(
        rf"(?:what )?{_WHO} (?:do not|don't|did not|didn't|never|dislike[ds]?|hate[ds]?|struggle[ds]?"
        rf"|f(?:i|ou)nd (?:it )?(?:hard|difficult)|(?:are|were) (?:\w+ )?(?:unhappy|unhappiest|worried|anxious|cross)"
        rf"|(?:are|were) (?:least|less|not)(?: \w+)? (?:happy|pleased|positive|sure)|worr(?:y|ied)){_MORE}",
        Kind.AREA,
        0.95,
    ),
    Term(
        rf"{_WHO} {_SAID} {_THESE} (?:are|is|was|were|had been) (?:really |very )?"
        r"(?:good|great|best|helpful|positive|important to them|(?:going|working)(?: well)?)",
        Kind.STRENGTH,
        0.95,
    ),
    Term(rf"{_WHO} {_SAID} {_THESE} (?:have |had )?(?:most )?help(?:s|ed)?", Kind.STRENGTH, 0.95),
    Term(
        rf"{_WHO} {_SAID} {_THESE} (?:(?:are|is|was|were) (?:(?:really|very|not|less|not so|not as) )*"
        r"(?:bad|difficult|good|great|hard|helpful|missing|working|worse|worst)"
        r"|(?:could|should|must|need(?:s|ed)? to) [\w ]{2,40})",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_WHO} (?:{_SAID} (?:that )?they )?(?:would (?:also )?(?:appreciate|change|like|prefer|value|welcome)"
        r"|want(?:ed)?|wish(?:ed)?(?: for)?|ask(?:ed)?(?: us)? for|hoped? for)"
        rf"{_MORE}",
        Kind.AREA,
        0.95,
    ),
)
_PATTERNS = tuple((re.compile(term.pattern), term) for term in _LINES)


def survey_term(line: str) -> Term | None:
    """The phrase that a folded line before a list is, as “they like it when social workers” is."""
    return next((term for pattern, term in _PATTERNS if pattern.fullmatch(line)), None)
