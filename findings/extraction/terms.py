"""The phrases that give a kind to the findings under them; add a phrase here to have it understood.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from typing import NamedTuple

from .vocabulary import HOLDER, Kind, one_of


class Term(NamedTuple):
    """A phrase that gives a kind, and how surely it does so (1 is certain)."""

    pattern: str
    kind: Kind
    weight: float = 1.0
    recommends: bool = False


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
_PLACE = one_of("areas?", "aspects?", "practice", "points?", "things")
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
_WHO = r"(?:(?!and\b|what\b)\w+ ){1,6}"
_SUBJECT = r"(?:[\w'&-]+,? ){0,10}"
"""Of whom a sentence speaks: no name of anything else beside the phrase."""
_WAS_OR_WERE = one_of("are", "is", "was", "were")
_BE = one_of("am", "are", "is", "was", "were")
_GRAVE = one_of("major", "particular", "serious", "severe", "significant", "systemic", "widespread")
_GOOD = one_of("effective", "excellent", "good", "impressive", "positive", "strong")
_WELL = "(?: very| really)? well"
_WAS = one_of("is", "was")
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

TERMS: tuple[Term, ...] = (
    Term("(?:areas? of )?strengths?", Kind.STRENGTH),
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
    Term("strong points?|(?:areas|things|practice) to celebrate", Kind.STRENGTH),
    Term("positives?(?: (?:findings?|features?|aspects?|points?|messages?))?", Kind.STRENGTH, 0.8),
    Term(
        r"(?:(?:what|things)(?:'s| is| are| has| have| has been| was| were)? )?"
        rf"(?:went|gone|works?|worked|working|going){_WELL}",
        Kind.STRENGTH,
    ),
    Term(rf"what {_WHO}(?:do|does|did|done|doing){_WELL}", Kind.STRENGTH),
    Term(r"what(?:'s| is| was) (?:good|strong|positive)", Kind.STRENGTH),
    Term("what works|what(?:'s| is) working", Kind.STRENGTH, 0.75),
    Term("negatives?(?: (?:findings?|features?|aspects?|points?|messages?))?", Kind.AREA, 0.8),
    Term(r"what(?: has|'s| have) (?:improved|been improved|got better)", Kind.STRENGTH, 0.9),
    Term(
        r"(?:what|things) (?:(?!(?:it|looks?|good|was|is)\b)\w+ ){1,3}(?:like[ds]?|value[ds]?|admired?)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        r"what (?:has |have |most )*impressed(?: \w+){0,2}|what (?:\w+ ){1,4}impressed (?:by|with)",
        Kind.STRENGTH,
    ),
    Term(
        r"(?:what |things )?(?:[\w']+ ){0,4}(?:be|feel|are|is) (?:\w+ )?proud (?:of|about)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        rf"(?:find|found|heard of|saw|seen) (?:(?:a lot|lots|examples) of )?(?:\w+ )?{_GOOD} (?:practice|work)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        r"(?:(?:what|things|where) )?(?:[\w']+ ){0,3}needs? to (?:concentrate|focus|work) on",
        Kind.AREA,
        0.9,
    ),
    Term("things (?:\\w+ )?to (?:change|do (?:better|differently)|fix|get better|put right)", Kind.AREA, 0.9),
    Term(
        r"what(?:'s| is| was| are| were)(?: still)? (?:not|less) (?:(?:as|quite|really|so|very|yet) )?"
        "(?:good|great|strong)(?: yet)?",
        Kind.AREA,
    ),
    Term(rf"where (?:\w+ )?practice {_WAS} (?:good|strong(?:er|est)?|effective|better|best)", Kind.STRENGTH),
    Term(r"what (?:\w+ ){1,7}doing (?:that(?:'s| is| was) )?(?:effective(?:ly)?|well)", Kind.STRENGTH),
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
    Term("(?:key )?(?:development|improvement) (?:areas?|needs|points?|priorities)", Kind.AREA),
    Term("further (?:consideration|development|improvement)", Kind.AREA),
    Term(
        "what (?:still |also )?(?:needs?(?: to)?|(?:has|have|ought) to|should|could|must)(?: be)? "
        + one_of(
            "improved?",
            "better",
            "done better",
            "develop(?:ed)?",
            "strengthen(?:ed)?",
            "stronger",
            "clearer",
            "change",
            "different",
            "done differently",
        ),
        Kind.AREA,
    ),
    Term("what (?:still |also )?needs (?:more |further |our |your )?(?:attention|work|to change)", Kind.AREA),
    Term(
        rf"(?:what|things) {_WHO}(?:needs?|could|should|must|would|ha(?:s|ve))(?: to)? "
        "(?:be better|do better|do differently|improve|work on|change|strengthen|develop|like to see)",
        Kind.AREA,
    ),
    Term(
        "(?:could|needs? to|should|must) (?:be )?(?:improved?|better|do better|strengthened|stronger)",
        Kind.AREA,
        0.8,
    ),
    Term(rf"where (?:\w+ )?practice {_WAS} (?:less|not|poor|weak|weaker|inconsistent)\b(?: \w+)?", Kind.AREA),
    Term(r"(?:less effective|poor|weaker?) (?:areas?|points?|practice)", Kind.AREA, 0.9),
    Term(
        r"what(?:'s| is| was) (?:weak|(?:still )?not (?:yet )?(?:working|good enough|effective))", Kind.AREA
    ),
    Term(
        "(?:what(?:'s)? )?(?:is |are |was |isn't |aren't )?(?:not|less) (?:working|going)(?: as| so)? well",
        Kind.AREA,
    ),
    Term(
        "(?:what|things)(?: that)? (?:isn't|aren't|does not|doesn't|did not|didn't|do not|don't) "
        "(?:going|working|go|work)(?: (?:as|so|very))?(?: well)?",
        Kind.AREA,
    ),
    Term(rf"what (?:\w+ ){{0,4}}{_BE} (?:\w+ )?(?:worried|concerned) about", Kind.AREA),
    Term(
        rf"what {_WHO}(?:is|are|was|were)(?: not|n't) (?:yet )?(?:doing|getting right)(?:{_WELL})?", Kind.AREA
    ),
    Term(r"what (?:do|does|did|should|must|could) (?:\w+ ){1,7}(?:better|improve)", Kind.AREA),
    Term(
        r"where (?:\w+ ){1,3}(?:needs?|should|could|must|ha(?:s|ve))(?: to)? (?:do |be |go )?"
        "(?:more|better|further|(?:be )?improved?|(?:be )?strengthen(?:ed)?)",
        Kind.AREA,
    ),
    Term(rf"{_BE} (?:\w+ )?impressed (?:by|with)", Kind.STRENGTH),
    Term(
        rf"{_BE} (?:\w+ )?(?:encouraged|pleased|reassured) (?:by|with|that|to (?:find|hear|note|see))",
        Kind.STRENGTH,
    ),
    Term(
        rf"(?:{_BE}|remain) (?:\w+ )?(?:concerned|worried) (?:about|at|by|that|to (?:find|hear|note|see))",
        Kind.AREA,
    ),
    Term(
        r"(?:ask|encourage|invite|(?:would|should) like|urge)[sd]? (?:\w+ ){1,4}to (?:consider|reflect|think)",
        Kind.AREA,
    ),
    Term(
        rf"{_SUBJECT}(?:{_BE} (?:\w+ )?|and )(?:effective|good|outstanding|strong)(?: overall)? because",
        Kind.STRENGTH,
    ),
    Term(
        rf"{_SUBJECT}(?:requires? improvement|{_BE} (?:\w+ )?(?:inadequate|ineffective|not (?:yet |consistently )?"
        r"(?:effective|good|outstanding)))(?: [\w' ]{1,60})? because",
        Kind.AREA,
    ),
    Term("(?:priority and immediate|immediate and priority) actions?", Kind.AREA),
    Term(f"{_GRAVE} (?:concerns|failings|failures|shortcomings|weakness(?:es)?)", Kind.AREA),
    Term(
        "(?:may|might|should|could) (?:wish|want|like) to (?:consider|explore|look at|reflect|think)",
        Kind.AREA,
    ),
    Term("areas? of (?:good |strong |full )?assurance", Kind.STRENGTH, 0.9),
    Term(
        rf"{_BE} (?:(?!(?:not|less|never)\b)\w+ )?(?:assured|confident) (?:about|by|of|that)", Kind.STRENGTH
    ),
    Term(rf"{_BE}(?: not|n't| less) (?:yet )?(?:\w+ )?(?:assured|confident)", Kind.AREA),
    Term(
        rf"what {_WHO}{_WAS_OR_WERE} (?:\w+ )?(?:effective|good|great|strong(?:er|est)?|positive)",
        Kind.STRENGTH,
    ),
    Term(rf"what {_WHO}{_WAS_OR_WERE} (?:(?:less|not) \w+|bad|weak(?:er|est)?|worse|missing)", Kind.AREA),
    Term(rf"what (?:could|must|should) {_WHO}do", Kind.AREA, 0.9),
    Term(rf"what {_WHO}(?:{_WAS_OR_WERE} (?:going|working)|goes|works|went|worked){_WELL}", Kind.STRENGTH),
    Term(
        rf"what {_WHO}(?:could|should|might|needs? to) (?:do|be doing|see) (?:more|less|differently)(?: of)?",
        Kind.AREA,
    ),
    Term(rf"what {_WHO}(?:wants?|would like) to (?:be (?:better|different)|change|improve|see)", Kind.AREA),
    Term(
        rf"what (?:could|might|would) (?:help|make) (?:{_WHO})?(?:even )?(?:better|stronger|improve)",
        Kind.AREA,
    ),
    Term(
        "(?:areas? |points? )?(?:for|where|needing|requiring)? ?(?:further|more|greater|additional) assurance"
        "(?: (?:is|was))?(?: (?:needed|required|sought))?",
        Kind.AREA,
    ),
    Term("what(?:'s| is| was) less (?:effective|good|positive|strong)", Kind.AREA),
    Term(rf"practice for (?:further )?{_WORK}", Kind.AREA),
    Term(
        rf"(?:key |main |our )?recommendations (?:for|to) (?:the )?(?:\w+ ){{0,3}}{_REVIEWED}",
        Kind.AREA,
        0.85,
        True,
    ),
    Term(
        r"where (?:\w+ ){1,3}(?:is|are|was|were) (?:doing well|effective|good|strong(?:er|est)?)",
        Kind.STRENGTH,
    ),
    Term(r"where (?:\w+ ){1,3}(?:is|are|was|were) (?:less|not|weak(?:er)?)\b(?: \w+){0,2}", Kind.AREA),
    Term("even better if|causes? (?:of|for) concern", Kind.AREA),
    Term(
        rf"what {_WHO}(?:tell|told) (?:us|you|the \w+) (?:that )?(?:they|you) (?:like|liked|enjoy|love|value|valued)",
        Kind.STRENGTH,
    ),
    Term("what (?:to|should be|we|you) (?:can )?celebrate[ds]?|bright spots", Kind.STRENGTH, 0.9),
    Term(
        "what (?:has |have |is |are )?(?:made|makes?|making) a (?:\\w+ )?difference|what (?:has |have )?help(?:s|ed)",
        Kind.STRENGTH,
        0.75,
    ),
    Term("(?:what )?(?:we|you|they) (?:are )?(?:do|doing) (?:very |really )?well", Kind.STRENGTH, 0.9),
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
    Term(
        rf"(?:where |what )?{_WHO}(?:needs? to|should|must|could) (?:be (?:stronger|clearer|better)"
        "|(?:do|see) (?:more|better|less)|go (?:further|next))(?: (?:at|of|on|to))?",
        Kind.AREA,
        0.9,
    ),
    Term("what (?:(?!will\\b)\\w+ ){0,4}to work on", Kind.AREA, 0.9),
    Term(rf"what {_WHO}(?:wants?|would like) (?:us|you|them|the \w+) to (?:\w+)", Kind.AREA),
    Term("opportunities|threats", Kind.AREA, 0.6),
    Term(r"(?:area of )?(?:challenge|concern) \d{1,2}", Kind.AREA, 0.9),
    Term(
        rf"what {_WHO}{_BE} (?:(?!not\b|less\b)\w+ )?(?:happy|pleased|satisfied) (?:about|with)",
        Kind.STRENGTH,
    ),
    Term(
        rf"what {_WHO}{_BE} (?:not |less |un)(?:\w+ )?(?:happy|pleased|satisfied) (?:about|with)", Kind.AREA
    ),
    Term(
        "(?:best|good) (?:bits|things)|thumbs up|what(?:'s| is| was) (?:best|great|brilliant)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        "(?:bad|hard|hardest|harder|less good|not so good|worst) (?:bits|things)|thumbs down"
        "|what(?:'s| is| was) (?:hard|difficult|bad|missing)",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"what (?:gets?|is getting|got|was getting|stands?|is holding|holds?) (?:[\w']+ )?(?:in the way|back)",
        Kind.AREA,
    ),
    Term(rf"what (?:still )?(?:worries|concerns|troubles) (?:\w+ ){{0,2}}\w+", Kind.AREA, 0.9),
    Term(
        rf"what {_WHO}(?:dislike|do not like|did not like|don't like|didn't like|find(?:s)? (?:hard|difficult))",
        Kind.AREA,
        0.9,
    ),
    Term("weakness(?:es)?|shortcomings?|shortfalls?", Kind.AREA, 0.9),
    Term("(?:key )?(?:barriers|challenges|concerns|gaps|worries)", Kind.AREA, 0.7),
    Term("(?:key )?(?:considerations|issues|risks)", Kind.AREA, 0.6),
    Term("(?:our |the )?(?:top|key) tips", Kind.AREA, 1.0, True),
    Term("(?:key |main |our )?recommendations?|we recommend(?:ed)?(?: that)?", Kind.AREA, 0.85, True),
)
"""Kinds: of phrases that overlap in a text the longest wins."""
