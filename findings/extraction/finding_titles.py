"""The headings under which findings stand that do not say of which kind those are.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

_PEOPLE = one_of(
    "adopters", "carers", "children", "families", "learners", "leavers", "parents", "partners", "people",
    "practitioners", "professionals", "pupils", "staff", "students", "workers",
)  # fmt: skip

_A_GROUP = rf"(?:the |your |our )?(?:[\w-]+,? ){{0,5}}{_PEOPLE}"
TOLD = (
    rf"what {_A_GROUP} (?:said|say|tell us|told us)(?: about [\w ]+)?"
    rf"|(?:the )?(?:feedback from|views of) {_A_GROUP}|{_A_GROUP}(?:'s|s')? views"
)
"""Headings over what one group of people said, which name a strand where nothing nearer does."""

_LOOKERS = one_of("advisers?", "auditors?", "inspectors?", "ofsted", "peers?", "reviewers?", "scrutineer")

_LOOKS = one_of("audits?", "challenge", "inspection", "review", "team", "visit")

FINDINGS = (
    "(?:summary of )?(?:our |the |key |main |detailed |headline |overall |principal |initial )*"
    r"(?:(?:peer )?(?:review|challenge|team|inspection) )?findings?(?: (?:about|are|by|for|from|in|of|on|were)\b.*)?",
    r"(?:[\w' ]{3,40}[:-] )?what "
    rf"(?:we|i|(?:the )?(?:\w+ ){{0,2}}{_LOOKERS}|the (?:\w+ ){{0,2}}{_LOOKS})"
    " (?:found|heard|said|saw|told us)(?::? .*)?",
    r"(?:key )?(?:finding|learning point|lesson|learning) \d{1,2}",
    r"(?:key |main |common |emerging )?themes (?:across|arising|emerging|from|identified)\b.*",
    r"(?:(?:key|headline|main|overall|our|the) )+messages?(?: .*)?|messages (?:for|from|that|to|we)\b.*",
    r"findings? and evaluation\b.*",
    r"(?:key |shared |thematic )?(?:learning(?: points?)?|lessons?(?: learn(?:ed|t))?)(?: for\b.*)?",
    r"(?:the )?(?:key )?(?:learning(?: points?)?|lessons?(?: learn(?:ed|t))?) from (?:\w+ ){0,5}"
    r"(?:audit|case|incident|inspection|review)(?: [\w-]+){0,2}",
    rf"feedback from (?:\w+ ){{0,3}}{one_of(_LOOKERS, _PEOPLE)}",
    rf"(?:the )?(?:\w+ ){{0,2}}{_LOOKERS}(?:'s|s') (?:\w+ )?(?:comments?|commentary|conclusions?|opinion|views?)",
    rf"(?:the )?(?:\w+ ){{0,2}}{_LOOKERS} (?:has |have )?(?:comments?|commented|says?|said|writes?|written|wrote)",
    "(?:concluding |cross-cutting |final |further |general |other |overall |overarching |wider )+"
    "(?:comments|observations|reflections)",
    "headlines|(?:(?:overall |panel |peer )?(?:review |team |inspection )?)feedback",
    rf"{TOLD}|what (?:you|they|{_A_GROUP}) (?:said|say|tell us|told us)(?: .*)?"
    rf"|(?:you|(?:the |your |our )?(?:\w+ ){{0,2}}{_PEOPLE}) (?:told us|said)",
)
"""A heading of one of these holds findings of either kind."""
