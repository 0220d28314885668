"""The phrases that say what helps or is strong, and what stands in the way, is hard or falls short.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .term import Term
from .vocabulary import Kind, one_of

_IS = one_of("can be", "has been", "have been", "had been", "is", "are", "was", "were", "'s")
_HOW = "(?:(?:just|most|particularly|quite|really|so|still|too|very) )?"
_WHO = r"(?:(?!(?:and|not|what)\b)[\w']+ ){0,5}"
_SAID = (
    r"(?:(?:felt|feel|reported|report|said|say|saw|tell (?:us|me)|told (?:us|me)|thought|think)(?: that)? )?"
)
_HARD = one_of(
    "complicated", "difficult", "frustrating", "hard(?:er|est)?", "tricky", "upsetting", "a struggle"
)
_HELP = "(?:support(?:s|ed)?|help(?:s|ed)?(?: (?:me|them|us|you|most|the most))?)"
_NOT = one_of("(?:do|does|did|has|have|had)(?: not|n't)", "never", "hardly")
_PARTS = one_of("areas", "aspects", "elements", "features", "parts", "points", "practice", "things", "work")

HELPING_TERMS: tuple[Term, ...] = (
    Term(f"what {_WHO}{_SAID}{_HOW}{_HELP}", Kind.STRENGTH, 0.9),
    Term(
        r"what (?:has )?worked|doing (?:really |very )?well|green flags?|strong foundations",
        Kind.STRENGTH,
        0.9,
    ),
    Term("(?:not doing|doing less) (?:so )?well|red flags?", Kind.AREA, 0.9),
    Term(
        r"^(?:things |what )?(?:i|they|we|you) (?:most |really )?(?:like|love|value)d?$", Kind.STRENGTH, 0.9
    ),
    Term(
        r"^(?:things |what )?(?:i|they|we|you) (?:(?:did|do) not|didn't|don't) (?:like|love|value)$",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"what (?:gave|gives) (?:{_WHO})?confidence|what (?:\w+ )?(?:stands|stood) out as (?:being )?(?:good|strong)",
        Kind.STRENGTH,
    ),
    Term(
        rf"what (?:gave|gives) (?:{_WHO})?(?:cause for concern|pause(?: for thought)?)"
        rf"|(?:what|where) {_WHO}(?:remain(?:s|ed)?|are|am|was|were) (?:still )?(?:curious|unconvinced|unsure|uneasy)"
        "(?: about| of)?",
        Kind.AREA,
        0.9,
    ),
    Term(r"what (?:could|might|would) have (?:helped|made (?:a|the) (?:\w+ )?difference)", Kind.AREA),
    Term("(?:things|points|areas) that stood out as (?:being )?(?:good|strong|positive)", Kind.STRENGTH, 0.9),
    Term("areas? of (?:full |good |high )?compliance", Kind.STRENGTH, 0.9),
    Term("areas? of (?:low |poor |partial |non-)compliance|non-compliance", Kind.AREA, 0.9),
    Term("(?:practice|things) to (?:build on|keep|repeat|share|spread)", Kind.STRENGTH, 0.9),
    Term("(?:practice|things) to (?:avoid|stop)", Kind.AREA, 0.9),
    Term("(?:things|practice) (?:that|which) (?:has |have )?help(?:s|ed)?", Kind.STRENGTH, 0.9),
    Term(f"(?:what|things)(?: that)? {_WHO}{_SAID}{_NOT} (?:\\w+ )?help(?:ed)?", Kind.AREA),
    Term(
        rf"(?:what|things)(?: that)? {_WHO}{_SAID}(?:get|got|stand|stood|getting)s? (?:[\w']+ )?in the way"
        r"(?: of [\w' ]+)?",
        Kind.AREA,
    ),
    Term(
        rf"what {_WHO}{_SAID}(?:hinder(?:s|ed)?|hamper(?:s|ed)?|h(?:o|e)lds? (?:[\w']+ ){{0,3}}back"
        rf"|ma(?:kes?|de) (?:it|life|practice|things|this|work) {_HOW}{_HARD}|stop(?:s|ped) [\w' ]{{2,40}})",
        Kind.AREA,
    ),
    Term(rf"(?:what|things)(?: that)? {_WHO}{_SAID}{_IS} {_HOW}{_HARD}", Kind.AREA, 0.9),
    Term(
        f"what {_WHO}{_SAID}(?:(?:goes|went|works?|worked) (?:less|not (?:so|as|very)) well|could (?:go|have gone|work"
        "|have worked) better)",
        Kind.AREA,
    ),
    Term(
        "(?:hard|difficult|harder|tricky|frustrating) (?:parts?|times|aspects)|room to (?:grow|improve)",
        Kind.AREA,
        0.9,
    ),
    Term("(?:best|good) parts?", Kind.STRENGTH, 0.9),
    Term(
        f"{_PARTS} (?:(?:that|which|where) )?[\\w' ]{{0,40}}(?:felt|found|judged|thought|considered|rated)"
        f"(?: to be)? {_HOW}(?:good|strong(?:er|est)?)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        f"{_PARTS} (?:(?:that|which|where) )?[\\w' ]{{0,40}}(?:felt|found|judged|thought|considered|rated)"
        f"(?: to be)? {_HOW}(?:less (?:good|strong|well \\w+)|poor(?:er|est)?|weak(?:er|est)?)",
        Kind.AREA,
        0.9,
    ),
    Term(rf"(?:practice|work) {_IS} (?:at its )?(?:best|strong(?:er|est))", Kind.STRENGTH, 0.9),
    Term(rf"(?:practice|work) {_IS} (?:at its )?(?:poorest|weak(?:er|est))", Kind.AREA, 0.9),
    Term(f"(?:best|strong(?:er|est)|most (?:effective|impressive|developed)) {_PARTS}", Kind.STRENGTH, 0.9),
    Term(
        f"(?:weak(?:er|est)|least (?:developed|impressive)|less (?:developed|strong)) {_PARTS}",
        Kind.AREA,
        0.9,
    ),
    Term(rf"(?:where|what) {_WHO}(?:falls?|fell) short", Kind.AREA),
    Term(
        "(?:the )?(?:best|strongest) (?:is|are|was|were)|(?:judged|noted|rated|seen) (?:as|to be) (?:good|strong)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        "(?:the )?(?:least strong|poorest|weakest) (?:is|are|was|were)|(?:judged|noted|rated|seen) (?:as|to be) weak",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"(?:practice|quality|recording|the picture|this|work) (?:is|was|were) (?:less|not (?:always|as|so|yet)?) ?"
        r"(?:clear|consistent|effective|evident|good|secure|strong)",
        Kind.AREA,
        0.9,
    ),
    Term("(?:find|found|saw|seen) (?:clear|good|strong) evidence of", Kind.STRENGTH, 0.9),
    Term(
        "^(?:i|peers|reviewers|the (?:panel|team)|they|we) wonder(?:ed)?(?: about| if| whether)?$"
        "|what (?:i|we) wondered(?: about)?",
        Kind.AREA,
        0.9,
    ),
    Term("^(?:matters |points |things )?for (?:your )?consideration$", Kind.AREA, 0.75),
    Term(
        "^if (?:i|we|you) (?:could|had|was|were) (?:[\\w']+ ){0,4}(?:boss|change|charge|wand)(?: [\\w ]{2,40})?$"
        "|^(?:the )?one thing (?:i|we|you)(?: would|'d) (?:change|like)$",
        Kind.AREA,
        0.9,
    ),
    Term(r"(?:clear|good|strong) evidence (?:of|that)(?=\s*:|$)", Kind.STRENGTH, 0.9),
    Term(
        "(?:additional|further|more|stronger) evidence (?:is |still |was )*(?:needed|required|requested|sought)"
        "|gaps in (?:the )?evidence|evidence (?:not (?:provided|seen)|gaps?)",
        Kind.AREA,
        0.9,
    ),
    Term(
        "what (?:i|we) (?:have |still |would )*(?:challenge[sd]?|press(?:ed)? (?:for|on)|question(?:ed)?)",
        Kind.AREA,
        0.9,
    ),
    Term(
        "^(?:things|what(?: is| was)?|work)(?: (?:that )?(?:is|was|were))? done (?:really |very )?well$",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        "^you (?:could|may|might|should)(?: (?:also|now|consider|like to|want to|wish to))*$", Kind.AREA, 0.9
    ),
    Term(
        rf"what {_WHO}(?:said|say|tell us|thinks?|thought|told us) (?:helped|helps|is working|worked|works)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        rf"what {_WHO}(?:said|say|tell us|thinks?|thought|told us) "
        r"(?:did not|didn't|does not|doesn't|is not|isn't|was not|wasn't) (?:help|helping|work|working)",
        Kind.AREA,
        0.9,
    ),
    Term("^to (?:be (?:better|improved|strengthened)|develop|improve|strengthen)$", Kind.AREA, 0.9),
    Term("^(?:already |firmly |securely |what(?:'s| is) )?in place$", Kind.STRENGTH, 0.65),
    Term(
        "it (?:could|might|would) (?:also |really )?(?:be (?:better|good|helpful)|help|make a difference) if",
        Kind.AREA,
    ),
    Term("(?:(?:five|four|key|main|our|their|three|top|your) )+asks", Kind.AREA, 0.85, True),
    Term(
        r"(?:more|further work|work) (?:needs to|must|has to|should|remains to) be done"
        r"|where more (?:is|needs to be|must be) (?:done|needed)|areas where more is needed",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"(?:following|these|they|areas|matters|points|things)(?: (?:that|which))? (?:still |now |also |all )?"
        r"(?:need|require)(?:ed|d)?(?: (?:\w+ )?(?:attention|thought|work)| to be (?:better|stronger|put right))",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"(?:left|came away) with (?:\w+ )?(?:concerns|doubts|questions|worries) (?:about|as to|over)",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"would (?:also |still )?(?:have liked|like|want|welcome) (?:to (?:have )?see(?:n)?|more)(?! members\b)",
        Kind.AREA,
        0.9,
    ),
    Term(
        "(?:ask(?:s|ed)? for|wants?|wanted|wish(?:es|ed)? for) (?:to see )?(?:more|less|fewer)(?: of)?",
        Kind.AREA,
        0.9,
    ),
)
"""Kinds, by what helps and what hinders; `terms` has the names of findings."""
