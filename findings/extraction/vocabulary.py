"""The words with which reviews title their findings; add a phrase here to have it understood.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a finding is; the values are those that findings are stored with."""

    STRENGTH = "strength"
    AREA = "area_for_consideration"


class Term(NamedTuple):
    """A phrase that gives a kind, and how surely it does so (1 is certain)."""

    pattern: str
    kind: Kind
    weight: float = 1.0
    recommends: bool = False


def one_of(*patterns: str) -> str:
    """A pattern that matches any one of several."""
    return f"(?:{'|'.join(patterns)})"


_WORK = (
    one_of(
        "consideration", "improvement", "development", "work", "attention", "focus", "action", "enhancement",
        "exploration", "strengthening",
    )
    + "s?"
)  # fmt: skip
_MORE = one_of(
    "further", "continuous", "continued", "future", "priority", "immediate", "additional", "ongoing"
)
_AND_MORE = rf"(?:(?: ?[/,] ?| and | or )(?:for )?(?:{_MORE} )*{_WORK})?"
_HOLDER = one_of(
    "areas?",
    "points?",
    "matters?",
    "issues?",
    "suggestions?",
    "things",
    "opportunit(?:y|ies)",
    "priorit(?:y|ies)",
)
_NEEDING = one_of(
    "to", "that need(?:s|ed)? to", "which need(?:s|ed)? to", "that could", "needing(?: to)?", "requiring"
)
_BETTER = (
    one_of("develop", "strengthen", "improve", "consider", "address", "explore", "attention", "work")
    + "(?:e?d|ment|ation)?"
)
_WELL = "(?: very| really)? well"

TERMS: tuple[Term, ...] = (
    Term("(?:areas? of )?strengths?", Kind.STRENGTH),
    Term(
        "(?:(?:areas?|examples?|points?) of )?(?:good|best|strong|positive|notable|innovative) practices?",
        Kind.STRENGTH,
    ),
    Term("positives?(?: (?:findings?|features?|aspects?|points?|messages?))?", Kind.STRENGTH, 0.8),
    Term(
        r"(?:(?:what|things)(?:'s| is| are| has| have| has been| was| were)? )?"
        rf"(?:went|gone|works?|worked|working|going){_WELL}",
        Kind.STRENGTH,
    ),
    Term(rf"what (?:\w+ ){{1,3}}(?:do|does|did|done|doing){_WELL}", Kind.STRENGTH),
    Term(r"what(?:'s| is| was) (?:good|strong|positive)", Kind.STRENGTH),
    Term(r"what (?:\w+ ){1,7}doing (?:that(?:'s| is| was) )?(?:effective(?:ly)?|well)", Kind.STRENGTH),
    Term("(?:key )?(?:successes|achievements|accomplishments|commendations)", Kind.STRENGTH, 0.8),
    Term(rf"{_HOLDER} (?:identified |highlighted )?for (?:{_MORE} )*{_WORK}{_AND_MORE}", Kind.AREA),
    Term(rf"for (?:further|continuous|continued)(?: ?/ ?{_MORE})* {_WORK}{_AND_MORE}", Kind.AREA, 0.9),
    Term(
        "areas? of (?:further |continuing )?"
        + one_of("development", "improvement", "concern", "weakness", "challenge", "risk", "consideration"),
        Kind.AREA,
    ),
    Term(rf"areas? {_NEEDING} (?:be )?(?:further )?{_BETTER}", Kind.AREA),
    Term(
        r"areas? (?:which |that )?(?:you |the \w+ )?(?:might|may|should) (?:(?:want|wish|like) to )?consider"
        "(?: further)?",
        Kind.AREA,
    ),
    Term("(?:key )?(?:development|improvement) (?:areas?|needs|points?|priorities)", Kind.AREA),
    Term("further (?:consideration|development|improvement)", Kind.AREA),
    Term(
        "what (?:still )?(?:needs?|has|have|ought|should|could|must)(?: to)?(?: be)? "
        + one_of("improved?", "better", "done better", "develop(?:ed)?", "strengthen(?:ed)?"),
        Kind.AREA,
    ),
    Term(
        "(?:could|needs? to|should|must) (?:be )?(?:improved?|better|do better|strengthened)", Kind.AREA, 0.8
    ),
    Term(
        "(?:what )?(?:is |are |was |isn't |aren't )?(?:not|less) (?:working|going)(?: as| so)? well",
        Kind.AREA,
    ),
    Term("what (?:isn't|does not|doesn't) (?:working|work) well", Kind.AREA),
    Term(r"what (?:\w+ ){0,2}(?:are|is|were) (?:\w+ )?worried about", Kind.AREA),
    Term(r"what (?:do|does|did|should|must|could) (?:\w+ ){1,7}(?:better|improve)", Kind.AREA),
    Term(
        r"where (?:\w+ ){1,3}(?:needs?|should|could|must|ha(?:s|ve))(?: to)? (?:do |be |go )?"
        "(?:more|better|further|improve)",
        Kind.AREA,
    ),
    Term("even better if|causes? (?:of|for) concern", Kind.AREA),
    Term("weakness(?:es)?|shortcomings?|shortfalls?", Kind.AREA, 0.9),
    Term("(?:key )?(?:challenges|concerns)", Kind.AREA, 0.7),
    Term("(?:key )?(?:issues|risks)", Kind.AREA, 0.6),
    Term("(?:our |the )?(?:top|key) tips", Kind.AREA, 1.0, True),
    Term("(?:key |main |our )?recommendations?|we recommend(?:ed)?(?: that)?", Kind.AREA, 0.85, True),
)
"""Kinds: of phrases that overlap in a text the longest wins."""

OVERALL = one_of("overall", "headlines?", "key", "main", "summary", "principal", "overarching", "top")
"""Words by which a heading says that its findings are not those of one strand."""

FILLERS = frozenset(
    word
    for line in (
        "a across also an and any are area areas as been by council council's described did during evidence",
        "evidenced examples feedback felt for found from further given had has have headline headlines",
        "highlighted identified in include included includes including inspection inspectors is it its key",
        "list made main more most noted observed of offered on other our overall overarching panel peer",
        "peers points principal recommended report reported review reviewer reviewers s saw seen service",
        "services some suggested summary table team team's that the their them these they this those to top",
        "under visit was we were where which with you your",
    )
    for word in line.split()
)
"""Words that may stand in a heading beside a phrase without making it the name of something else."""

ENDS: tuple[str, ...] = (
    r"(?:recommended |suggested |our |the |your )?next steps?\b.*",
    "(?:summary|conclusions?) and next steps?",
    r"(?:background|introduction|context|purpose)\b.*",
    r"(?:overall )?conclu(?:sions?|ding)\b.*",
    r"(?:\w+ )?actions?(?: (?:points?|plan(?:s|ning)?|agreed|taken|following|to|for|from|since|log|required)\b.*)?",
    r"(?:actions?|priorities|commitments) (?:that )?(?:\w+ )?(?:agreed|taken|planned)\b.*",
    r"(?:\w+ ){0,3}action plans?(?: .*)?",
    r"(?:agreed|key|next|our|future|your|the|main|top)?(?: \w+)? ?priorities(?: (?:agreed|going|moving|for the)\b.*)?",
    r"method(?:s|ology)?|our approach|how we (?:worked|carried|did|undertook)\b.*",
    "how (?:the|this) .*(?:carried out|conducted|done)",
    r"(?:scope|terms of reference|focus)(?: (?:of|and|for)\b.*)?",
    "(?:about )?(?:the |our )?(?:peer )?(?:review|inspection|challenge) (?:team|process)(?: .*)?",
    r"about (?:this|the|us|our)\b.*",
    r"(?:acknowledge?ments?|thanks|thank you)\b.*",
    r"(?:contacts?|(?:for )?(?:further|more) information)\b.*",
    r"(?:further|ongoing|follow[- ]?up|continuing) (?:support|visit|work|activity|action|contact)\b.*",
    "follow[- ]?up|support (?:offer|available).*",
    "time ?(?:table|scales?|line)",
    r"(?:appendix|appendices|annex|annexes|annexe)\b.*",
    "glossary|abbreviations|references|bibliography|footnotes|notes|distribution(?: list)?|signposting|enclosures?",
    r"(?:implications?|options?|consultation|council plan|background papers|wards? affected|reasons?|analysis)\b.*",
    "what (?:will |should |needs to |must )?happens? (?:next|now)|what (?:needs|has) to happen(?: next)?",
    "(?:key )?lines? of enquiry|klo?es?",
    r"(?:judgements?|judgments?|grades?|gradings?)\b.*",
    r"(?:practice|case) (?:study|studies|examples?)\b.*",
    r"(?:report approved|chief officer|author)\b.*",
)
"""Headings under which there is nothing to tick, whatever stood above them."""

FINDINGS = (
    "(?:summary of )?(?:our |the |key |main |detailed |headline |overall |principal |initial )*"
    r"(?:(?:peer )?(?:review|challenge|team|inspection) )?findings?(?: (?:of|from|by|in)\b.*)?",
    r"what (?:we|the (?:\w+ ){1,2}(?:team|inspectors?)|inspectors) (?:found|saw|heard)(?: .*)?",
    "(?:key|headline|main|overall) messages?(?: .*)?",
    r"findings? and evaluation\b.*|(?:key )?(?:learning(?: points?)?|lessons?(?: learn(?:ed|t))?)",
    "headlines|(?:(?:peer )?(?:review|team|inspection) )?feedback",
)
"""Headings of findings that do not say of which kind."""

CONTAINERS = (
    "(?:executive |overall |brief )?summary(?: .*)?",
    "(?:brief )?overview(?: .*)?",
    "overall(?: (?:assessment|view|impression))?",
    r"(?:peer )?review of\b.*",
    "themes?|strands?",
)
"""Headings that only hold others together and never name a strand."""

DOCUMENTS = one_of(
    "reviews?",
    "reports?",
    "letters?",
    "inspections?",
    "council",
    "authority",
    "visits?",
    "challenge",
    r"(?:19|20)\d\d",
)
"""Words in the title of a whole document."""

OPEN_ENDED = one_of(
    "told us", "said", "say", "found", "saw", "noted", "heard", "included?", "includes", "are", "were", "is", "was",
    "that", "following", "below", "described", "reported", "to", "as", "identified", "observed", "felt", "by", "for",
    "of", "example", "with",
)  # fmt: skip
"""Last words of a line that goes on into the list after it, and so is no name of anything."""

SENTENCE_WORDS = one_of(
    "we", "i", "you", "they", "these", "this", "those", "our", "your", "was", "were", "is", "are", "has", "have", "had",
    "following", "team", "inspectors",
)  # fmt: skip
"""Words that a sentence has and the name of a strand has not."""

_COUNTED = one_of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

POINTERS = one_of(
    "following",
    "below",
    "as follows",
    "table",
    "these (?:are|were|include)",
    "include[sd]?",
    "overleaf",
    rf"(?:\d{{1,2}}|{_COUNTED}) (?:\w+ ){{0,2}}(?:{_HOLDER}|strengths|recommendations|tips|themes)",
)
"""Words by which a sentence introduces the list or table after it."""

_DECIDERS = one_of(
    "members?", "committee", "cabinet", "executive", "council", "board", "panel", "governing body"
)

LEAD_IN_ENDS = (
    r"\bagree(?:d|ment)?\b.{0,120}\b(?:actions?|priorit(?:y|ies)|next steps)\b",
    r"\b(?:actions?|priorit(?:y|ies))\b.{0,120}\b(?:agreed|agree|planned|following the|will be taken|taken)\b",
    r"\bnext steps\b|\baction plan\b",
    rf"\b{_DECIDERS}\b.{{0,40}}\b(?:asked|invited|requested|recommended|is to|are to)\b",
    rf"\b(?:it is recommended )?that the {_DECIDERS}\b",
)
"""Sentences after which come actions or decisions, not findings."""

CLOSINGS = (
    "yours (?:sincerely|faithfully|truly)",
    "(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)",
    r"dear\b",
    r"reasons?\s*:",
    r"(?:thank you|many thanks|thanks again|once again,? thank)\b",
    r"(?:(?:finally|lastly|in closing),? )?(?:we|i|the (?:\w+ ){1,3}team) (?:(?:would|should) (?:also )?like|wish|want)"
    " (?:also )?to (?:thank|express)",
    r"(?:ofsted|the inspectorates?) will\b|i am copying\b",
    r"(?:we|i) (?:hope|trust|look forward|wish you|are grateful|am grateful|will be in touch)\b",
    "please (?:contact|do not hesitate|don't hesitate|get in touch|let (?:us|me) know)|do not hesitate",
    r"(?:for and )?on behalf of\b",
    r"(?:cc|copy to|copied to|enc|encl|tel|telephone|e-?mail)\b\s*:",
)
"""How the closing part of a letter begins."""

ATTRIBUTION = (
    "(?:and )?(?:the )?(?:lead )?(?:inspectors?|reviewers?|peers?|teams?|panel) (?:for|on|looking at|reviewing) "
    "(?P<strand>.+?) (?:described|reported|found|noted|said|saw|told us|identified|highlighted|observed)"
)
"""A line that says who speaks of which strand."""

ALSO_RELATES = (
    r"\((?:(?:(?:this|these|the) )?(?:(?:point|finding|issue|area|bullet|item)s? )?(?:(?:is|are) )?(?:also )?"
    r"(?:relates?|linked|links?|related|refers?|applies|relevant) (?:also )?to|see also|cross[- ]referenced?"
    r"(?: to| with)?|also under)\b:? (?P<target>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
"""A note in brackets that a point belongs to another strand too."""

NO_FINDING = frozenset(
    {"", "-", "--", "n/a", "na", "nil", "none", "none identified", "none noted", "not applicable"}
)
"""What a table cell says when there is nothing to say."""

STRAND_COLUMNS = one_of(
    "strands?", "themes?", "areas?", "headings?", "topics?", "subjects?", "categor(?:y|ies)",
    "(?:key )?lines? of enquiry", "klo?es?", "focus", "standards?", "signposts?", "domains?",
    "sections?", "service(?: area)?s?",
)  # fmt: skip
"""Column headings over the names of strands."""

PLAN_COLUMNS = (
    r"(?:.*\b)?"
    + one_of(
        "actions?", "owners?", "lead(?: officer)?s?", "by when", "by whom", "deadlines?", "due(?: date)?", "progress",
        "status", "rag(?: rating)?", "responsible", "responsibility", "time ?scales?", "target date", "update",
        "grades?", "judgements?",
    )
    + r"(?:\b.*)?"
)  # fmt: skip
"""Column headings of plans and grades, whose tables hold no findings."""

NUMBER_COLUMNS = one_of(r"no\.?", "number", r"ref\.?", "reference", "#", "page", "para(?:graph)?")
"""Column headings over numbers."""

KIND_COLUMNS = one_of("kinds?", "types?", "finding types?", "strengths? ?(?:/|or) ?.+")
"""Column headings over the kind of each finding in words."""
