"""The phrases that give a kind to the findings under them; add a phrase here to have it understood.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .helping_words import HELPING_TERMS
from .plain_words import PLAIN_TERMS
from .progress_words import PROGRESS_TERMS
from .term import BE, Term
from .verdicts import VERDICT_TERMS
from .vocabulary import HOLDER, Kind, one_of

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
_NEEDING = one_of(
    "to", "that (?:still )?(?:need|require)(?:s|ed)?(?: to)?", "which need(?:s|ed)?(?: to)?", "that could",
    "needing(?: to)?", "requiring", "(?:need|require)s?(?: to)?",
    "in need of", "noted for", "(?:that|which) (?:would|could|might|may) benefit from",
)  # fmt: skip
_PLACE = one_of("areas?", "aspects?", "issues", "matters", "practice", "points?", "things")
_DECIDING = r"(?:the )?(?:members|committee|cabinet|panel|council)\b"
_BETTER = (
    one_of(
        "develop", "strengthen", "improve", "consider", "address", "explor", "explore", "attention", "work"
    )
    + "(?:e?d|ing|ment|ation)?"
)
_REVIEWED = one_of(
    "agencies",
    "authority",
    "council",
    "leaders",
    "partners",
    "partnership",
    "schools",
    "service",
    "services",
    "trust",
)
_SUBJECT = r"(?:[\w'&-]+,? ){0,10}"
_GRAVE = one_of("major", "particular", "serious", "severe", "significant", "systemic", "widespread")
_GREAT = one_of("clear", "considerable", "great", "notable", "particular", "real", "significant", "undoubted")
_GOOD = one_of("effective", "excellent", "good", "impressive", "positive", "strong")
_TO_ADDRESS = one_of(
    "address",
    "consider",
    "develop",
    "explore",
    "improve",
    "reflect on",
    "resolve",
    "strengthen",
    "think about",
    "work on",
)
_TROUBLES = one_of(
    "barriers?", "challenges?", "concerns?", "difficulties", "gaps?", "issues?", "problems?", "worries"
)
_URGED = one_of("advised", "asked", "encouraged", "invited", "told", "urged")
_DO_BETTER = one_of(
    "improve", "do (?:better|more)", "look again at", "pay (?:more|closer) attention to", "put right", "strengthen",
    "tighten", "work (?:harder )?on",
)  # fmt: skip

TERMS: tuple[Term, ...] = (
    Term("(?:areas? of )?strengths?", Kind.STRENGTH),
    Term(f"areas? of (?:{_GREAT} )+strengths?", Kind.STRENGTH),
    Term(
        "(?:(?:areas?|examples?|points?|aspects?) of )?(?:good|best|strong|positive|notable|noteworthy"
        "|innovative|promising|commendable|exemplary|excellent|outstanding) practices?",
        Kind.STRENGTH,
    ),
    Term("(?:areas?|examples?|aspects?) of effective practices?", Kind.STRENGTH),
    Term(
        "(?:areas?|examples?|aspects?|evidence) of (?:effective|excellent|good|positive|strong) work",
        Kind.STRENGTH,
    ),
    Term("positives?(?: (?:findings?|features?|aspects?|points?|messages?))?", Kind.STRENGTH, 0.8),
    Term(
        r"positive (?:aspects|comments|features|messages|points|remarks) (?:are|were)"
        r"|(?:acknowledged|found|highlighted|identified|noted|recognised|saw) "
        r"(?:(?:a (?:large )?number|a range) of|many|several|some) positives?",
        Kind.STRENGTH,
        0.9,
    ),
    Term("negatives?(?: (?:findings?|features?|aspects?|points?|messages?))?", Kind.AREA, 0.8),
    Term(
        rf"(?:find|found|heard of|noted|saw|seen) (?:(?:a lot|lots|examples) of )?(?:\w+ )?"
        rf"{_GOOD} (?:improvements?|practice|progress|work)",
        Kind.STRENGTH,
        0.9,
    ),
    Term("(?:key )?(?:successes|achievements|accomplishments|commendations)", Kind.STRENGTH, 0.8),
    Term(
        rf"{HOLDER} (?:identified |highlighted |noted |suggested )?for (?:{_MORE} )*{_WORK}{_AND_MORE}",
        Kind.AREA,
    ),
    Term(rf"for (?:further|continuous|continued)(?: ?/ ?{_MORE})* {_WORK}{_AND_MORE}", Kind.AREA, 0.9),
    Term(
        f"areas? of (?:(?:further|continuing|{_GRAVE}) )*"
        + one_of("development", "improvement", "concern", "weakness", "challenge", "risk", "consideration"),
        Kind.AREA,
    ),
    Term(rf"{_PLACE} {_NEEDING} (?:be )?(?:further |more |greater |some |urgent )?{_BETTER}", Kind.AREA),
    Term(rf"{HOLDER} for (?!{_DECIDING})(?:\w+ ){{1,4}}to {_TO_ADDRESS}", Kind.AREA),
    Term(rf"(?:points?|matters?|issues?|aspects?|things|opportunities) to {_TO_ADDRESS}", Kind.AREA),
    Term("suggestions to (?:consider|reflect on|think about)", Kind.AREA),
    Term(
        rf"{_PLACE} (?:where|in which) (?:{_MORE} |more )*{_WORK} (?:is|are|was|were) (?:\w+ )?"
        "(?:needed|required|necessary|wanted)",
        Kind.AREA,
    ),
    Term("(?:areas?|points?) for (?:further )?(?:learning|reflection)", Kind.AREA, 0.9),
    Term("(?:room|scope|need) for (?:further )?(?:improvement|development)", Kind.AREA),
    Term(
        "improvements? (?:needed|required)|(?:needed|recommended|required|suggested) improvements?",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"areas? (?:which |that )?(?:you |the \w+ )?(?:might|may|should) (?:(?:want|wish|like) to )?consider"
        "(?: further)?",
        Kind.AREA,
    ),
    Term("(?:key )?(?:development|improvement) (?:areas?|needs?|points?|priorities)", Kind.AREA),
    Term("further (?:consideration|development|improvement)", Kind.AREA),
    Term(
        "(?:could|needs? to|should|must) (?:be )?(?:improved?|better|do better|strengthened|stronger)",
        Kind.AREA,
        0.8,
    ),
    Term(
        rf"(?:would|could|might|may) (?:all |also )?benefit from (?:{_MORE} |closer |greater |more |some )*"
        "(?:attention|focus|thought|work)",
        Kind.AREA,
        0.9,
    ),
    Term(r"(?:less effective|poor|weaker?) (?:areas?|points?|practice)", Kind.AREA, 0.9),
    Term(rf"{BE} (?:\w+ )?impressed (?:by|with)", Kind.STRENGTH),
    Term(
        rf"{BE} (?:\w+ )?(?:encouraged|pleased|reassured) (?:by|with|that|to (?:find|hear|note|see))",
        Kind.STRENGTH,
    ),
    Term(
        rf"(?:{BE}|remain) (?:\w+ )?(?:concerned|worried) (?:about|at|by|that|to (?:find|hear|note|see))",
        Kind.AREA,
    ),
    Term(
        r"(?:ask|encourage|invite|(?:would|should) like|urge)[sd]? (?:\w+ ){1,4}to (?:consider|reflect|think)",
        Kind.AREA,
    ),
    Term(
        r"(?:encourage|urge)[sd]? (?:\w+ ){1,4}to (?:explore|look (?:\w+ ){0,2}(?:at|into))",
        Kind.AREA,
    ),
    Term(
        rf"{_SUBJECT}(?:{BE} (?:\w+ )?|and )(?:effective|good|outstanding|strong)(?: overall)? because",
        Kind.STRENGTH,
    ),
    Term(
        rf"{_SUBJECT}(?:requires? improvement|{BE} (?:\w+ )?(?:inadequate|ineffective|not (?:yet |consistently )?"
        r"(?:effective|good|outstanding)))(?: [\w' ]{1,60})? because",
        Kind.AREA,
    ),
    Term("(?:priority and immediate|immediate and priority) actions?", Kind.AREA),
    Term(f"{_GRAVE} (?:concerns|failings|failures|shortcomings|weakness(?:es)?)", Kind.AREA),
    Term(
        "(?:may|might|should|could) (?:wish|want|like) to (?:address|consider|do more|explore"
        "|give (?:further |more |some )?(?:attention|thought)|look (?:again )?at|pay (?:more )?attention|reflect"
        "|revisit|think)",
        Kind.AREA,
    ),
    Term("areas? of (?:good |strong |full )?assurance", Kind.STRENGTH, 0.9),
    Term(rf"{BE} (?:(?!(?:not|less|never)\b)\w+ )?(?:assured|confident) (?:about|by|of|that)", Kind.STRENGTH),
    Term(rf"{BE}(?: not|n't| less) (?:yet )?(?:\w+ )?(?:assured|confident)", Kind.AREA),
    Term(
        "(?:areas? |points? )?(?:for|where|needing|requiring)? ?(?:further|more|greater|additional) assurance"
        "(?: (?:is|was))?(?: (?:needed|required|sought))?",
        Kind.AREA,
    ),
    Term(rf"practice for (?:further )?{_WORK}", Kind.AREA),
    Term(
        rf"(?:key |main |our )?recommendations (?:for|to) (?:the )?(?:\w+ ){{0,3}}{_REVIEWED}",
        Kind.AREA,
        0.85,
        True,
    ),
    Term(
        r"(?:my|our|(?:the )?(?:\w+ )?scrutineer's) (?:asks?|challenges?) (?:for|of|to) (?:the )?"
        rf"(?:\w+ ){{0,3}}{_REVIEWED}|my (?:asks|challenges)",
        Kind.AREA,
        0.85,
        True,
    ),
    Term(rf"{_URGED}(?: \w+){{0,4}} to {_DO_BETTER}", Kind.AREA, 0.9),
    Term(r"ask(?:s|ed)? (?:us|the \w+) to(?=\s*:)", Kind.AREA, 0.55),
    Term("even better if|causes? (?:of|for) concern", Kind.AREA),
    Term(
        "(?:signs|instances|features|elements|evidence) of (?:good|strong|effective) practice", Kind.STRENGTH
    ),
    Term("areas? of confidence|assurance (?:gained|given|obtained|received)", Kind.STRENGTH, 0.9),
    Term(
        "assurance (?:not|still|yet) (?:\\w+ ){0,2}(?:gained|given|needed|obtained|received|sought)",
        Kind.AREA,
    ),
    Term(
        "areas? of learning|unmet needs?|(?:emerging|practice|shared) (?:challenges|concerns|gaps)",
        Kind.AREA,
        0.9,
    ),
    Term("it would be even better if", Kind.AREA),
    Term("opportunities|threats", Kind.AREA, 0.6),
    Term(r"(?:area of )?(?:challenge|concern) \d{1,2}", Kind.AREA, 0.9),
    Term("weakness(?:es)?|shortcomings?|shortfalls?", Kind.AREA, 0.9),
    Term("(?:key )?(?:barriers|challenges|concerns|gaps|worries)", Kind.AREA, 0.7),
    Term(
        "(?:challenges|concerns|difficulties) (?:(?:that|which) )?(?:still )?(?:ahead|persist(?:ing)?|remain(?:ing)?)"
        "|(?:continuing|enduring|outstanding|remaining) (?:challenges|concerns|difficulties|weaknesses)",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_TROUBLES} (?:for (?:[\w']+ ){{1,4}})?"
        r"(?:(?:that|which) (?:[\w']+ ){0,3}(?:ha(?:s|ve)|must|needs?|should) )?"
        "(?:still )?(?:to )?(?:be )?(?:address|deal with|get to grips with|overcome|resolve|tackle)(?:e?d)?",
        Kind.AREA,
        0.95,
    ),
    Term("(?:key )?(?:considerations|issues|risks)", Kind.AREA, 0.6),
    Term("(?:our |the )?(?:top|key) tips", Kind.AREA, 1.0, True),
    Term(
        "(?:key |main |our )?recommendations?"
        "|(?:i|we) (?:also |therefore |would )?(?:advised?|propose|recommend(?:ed)?|suggest|urged?)(?: that)?",
        Kind.AREA,
        0.85,
        True,
    ),
    *VERDICT_TERMS,
    *PLAIN_TERMS,
    *HELPING_TERMS,
    *PROGRESS_TERMS,
)
"""Kinds: of phrases that overlap in a text the longest wins."""
