"""The words by which reviewers praise and find fault, in reported speech and in their own.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .term import BE, Term
from .vocabulary import Kind, one_of

_BE = one_of(BE, "remain(?:s|ed)?")
_HOW = r"(?:(?:also|both|especially|equally|most|quite|rather|so|still|very|\w+ly) ){0,2}"
_ASSURANCE = "(?:re)?assurance (?:about|as to|in|of|on|that|to)"
_GIVE = one_of("give", "offer", "provide")

_VIRTUE = one_of(
    "ambition", "commitment", "dedication", "energy", "enthusiasm", "kindness", "openness", "passion",
    "professionalism", "quality", "skill", "strength", "warmth",
)  # fmt: skip

_PRAISES = one_of(
    "(?:praise|commend|applaud|congratulate|compliment)(?:s|d|ed)?",
    "pa(?:id|ys?) tribute to|comment(?:s|ed)? (?:favourably|positively) (?:about|on)",
    f"sp(?:eaks?|oke) {_HOW}(?:highly|warmly|well) (?:about|of)",
)
_FAVOURS = one_of(
    f"{_BE} {_HOW}(?:appreciative|complimentary|enthusiastic|full of praise|positive) (?:about|for|of)",
    f"{_BE} {_HOW}struck by (?:how (?:much|quickly|warmly|well)|(?:the|their) (?:\\w+ )?{_VIRTUE})",
)
_CRITICISES = one_of("criticise[sd]?", "f(?:ind|ound) fault with", "t(?:ake|ook) issue with")
_DISFAVOURS = one_of(
    f"{_BE} {_HOW}(?:critical|negative|sceptical) (?:about|of)",
    f"{_BE} (?:less|not (?:as|so)) (?:appreciative|complimentary|enthusiastic|positive) (?:about|of)",
    f"{_BE} {_HOW}(?:disappointed|dismayed|troubled|unconvinced|uneasy) (?:about|at|by|that|to|with)",
    r"(?:expresse[sd]|express|ha[ds]|have|raise[sd]?|voiced?) (?:\w+ )?"
    "(?:concerns?|doubts|reservations) (?:about|at|over|that)",
)

PRAISE = one_of(
    _PRAISES,
    _FAVOURS,
    "welcome[sd]?",
    f"{_BE} {_HOW}(?:impressed|reassured) (?:by|that|to|with)",
    f"{_BE} {_HOW}(?:encouraged|heartened|pleased|satisfied) (?:by|that|to (?:find|hear|note|see)|with)",
    rf"(?:can|could|(?:am|are|was|were) able to) {_GIVE} (?!only\b)(?:full |good |strong )?{_ASSURANCE}",
)
"""What a reviewer does who praises."""

FAULT = one_of(
    _CRITICISES,
    rf"{_BE} (?:far |much )?(?:less|not) (?:yet )?(?:\w+ly )?"
    "(?:assured|confident|convinced|encouraged|impressed|reassured|satisfied) (?:about|by|in|of|that|with)",
    "(?:had|has|have) (?:less|limited|little|no) confidence",
    _DISFAVOURS,
    f"{_BE} {_HOW}(?:anxious|concerned|worried) (?:about|at|by|over|that|to (?:find|hear|note|see))",
    rf"(?:cannot|could not|(?:am|are|was|were) (?:not able|unable) to) {_GIVE} (?:\w+ )?{_ASSURANCE}",
    rf"(?:can|could|(?:am|are|was|were) able to) (?:only {_GIVE}|{_GIVE} only) (?:\w+ )?{_ASSURANCE}",
)
"""What a reviewer does who finds fault."""

VERDICT_TERMS: tuple[Term, ...] = (
    Term(_PRAISES, Kind.STRENGTH, 0.9),
    Term(_FAVOURS, Kind.STRENGTH),
    Term(r"what (?:delights|encourages|heartens|impresses|pleases) \w+", Kind.STRENGTH),
    Term(
        r"(?:things?|points?|matters?) (?:(?:that|which|still) )*(?:bother|concern|trouble|worr(?:y|ie))s? \w+",
        Kind.AREA,
    ),
    Term(r"what keeps \w+ awake(?: at night)?", Kind.AREA),
    Term(
        r"(?:call(?:s|ed)? on|challenge[sd]?|press(?:es|ed)?|urge[sd]?) (?:[\w']+ ){1,4}to(?=\s*:)",
        Kind.AREA,
        recommends=True,
    ),
    Term("singled out for (?:praise|special mention)", Kind.STRENGTH),
    Term(_CRITICISES, Kind.AREA, 0.9),
    Term(_DISFAVOURS, Kind.AREA),
    Term(
        rf"(?:what (?:i|we|they) {BE} )?(?:less|not (?:as|quite|so|yet)) (?:certain|convinced|sure) (?:about|of|that)",
        Kind.AREA,
    ),
    Term(
        r"(?:advise|ask|propose|recommend|suggest)(?:s|d|ed)? that (?:[\w']+ ){1,6}(?:could|might|should) "
        "(?:consider|look(?: again)? (?:again |at|into)|reconsider|reflect|review|think)",
        Kind.AREA,
    ),
    Term(
        r"(?:advise|ask|propose|recommend|suggest)(?:s|d|ed)? that (?:[\w']+ ){1,6}"
        "(?:consider|look (?:again |further )?(?:at|into)|reconsider|reflect on|think (?:again )?about)",
        Kind.AREA,
    ),
)
"""The same as phrases that give a kind, where they lead on to a list."""

SAID = r"(?:concluded|considered|felt|found|judged|noted|observed|reported|said|thought) that "
"""How a reviewer begins to tell."""

_NOW = r"(?:ha(?:s|ve) (?:become|been)|is|are|was|were)(?: (?:also|consistently|generally|now|really|usually|very))*"
_VIEW = one_of("grasp", "grip", "knowledge", "picture", "understanding", "view")
TOLD_PRAISE = one_of(
    rf"{_NOW} (?:an? )?(?:much )?(?:better|safer|stronger)\b",
    rf"{_NOW} (?:an? )?(?:highly |very )?"
    r"(?:ambitious|effective|excellent|impressive|robust|strong|thorough|timely)\b",
    rf"{_NOW} well[- ]\w+",
    rf"ha(?:d|s|ve) (?:an? )?(?:\w+ )?(?:accurate|clear|firm|good|realistic|sound|strong) (?:\w+ )?{_VIEW}\b",
    r"know(?:s)? (?:[\w']+ ){1,4}well\b",
)
"""What a reviewer tells of who praises."""

TOLD_FAULT = one_of(
    rf"{_NOW} (?:often |still |too )*"
    r"(?:inconsistent|ineffective|late|poor|slow|underdeveloped|variable|weak)\b",
    rf"(?:{_NOW}|remains?) (?:still )?too (?!late\b|slow\b)\w+",
    rf"{_NOW} not (?:always|consistently|good|routinely|sufficiently|well|yet)\b",
    r"(?:lacks?|(?:still )?fails? to)\b",
    r"(?<!in )(?<!'s )(?<!s' )(?<!their )needs? "
    r"(?:an?|attention|better|clearer|closer|further|greater|improve\w*|more|stronger|to|urgent|\w+ing)\b",
    r"(?:does|do|did) not\b|remains? (?:too |very )?(?:inconsistent|poor|variable|weak)\b",
)
"""What a reviewer tells of who finds fault."""

TOLD_OF_SOME = (
    r"\b(?:few|fewer|hardly|if|less|most|neither|never|no(?! child)|none|nor|only|other|seldom|some|unless|until|while"
    r"|whilst|would|could|(?:19|20)\d\d)\b"
)
"""Words by which what is told holds of some only, or not at all, or of another time."""

REVIEWERS = one_of(
    "(?:all |both |the |lead |senior |her majesty's |his majesty's )*"
    + one_of("inspectors?", "reviewers?", "auditors?", "assessors?", "peers"),
    r"(?:the )?(?:[\w'-]+ ){0,6}(?:audit|challenge|inspection|peer|review) (?:panel|team)",
    "(?:the )?(?:care quality commission|cqc|hmi|hmicfrs|hmip|inspectorates?|ofsted)",
    r"(?:the|their|this) (?:\w+ ){0,2}(?:audit|inspection|review)(?:'s)? (?:letter|report)",
    "(?:the )?(?:independent )?scrutineer",
)
"""Who has looked, as a report by others names them."""

NEAR = one_of(
    "(?:the|this) (?:letter|report|audit|review)",
    r"(?:the|our) (?:\w+ )?(?:adviser|group|panel|team)",
)
"""Who has looked, where what was found is told anyway."""

THEY, WE = one_of("he", "she", "they"), one_of("i", "we")

OPENINGS = r"(?:(?:again|also|finally|here|in (?:general|particular|summary)|overall|similarly),? )?"
"""How a sentence may begin before it says who speaks."""

ADDED = r"(?:(?:again|also|both|further|had|has|have|rightly|then) )*"
"""What stands between a speaker and the verb."""

_COUNTED = "(?!the (?:first|second|third|last|next|others?|two|three|former|latter)\\b)"
"""Points of a list that follows are counted, not judged."""
_SUBJECT = _COUNTED + r"(?:[\w'-]+ ){1,10}"
_IS = one_of("is", "are", "remains?", "continues? to be")
_MUCH = one_of("clear", "considerable", "great", "key", "major", "notable", "particular", "real", "serious")

_PIECES = one_of("examples?(?: of [\\w' -]+)?", "pieces? of work", "things?", "work")
_PARTS = one_of("areas?", "aspects?", "elements?", "features?", "parts?")

STANDS_OUT = (
    rf"{_SUBJECT}{_IS} (?:(?:\w+ly|very) )?"
    + one_of(rf"(?:an? )?(?:{_MUCH} )?strengths?", "impressive", "excellent", "exemplary", r"a credit to [\w' ]+",
             rf"(?:one of )?the (?:best|most impressive|strongest) {_PARTS} of [\w' -]+",
             rf"(?:one of |among )?the (?:best|finest|most impressive) {_PIECES} (?:that )?(?:i|we) [\w' -]+")
    + rf"|{_SUBJECT}(?:continues? to go|goes?|has gone|have gone|is going|went) from strength to strength"
)  # fmt: skip
FALLS_SHORT = (
    rf"{_SUBJECT}{_IS} (?:still )?"
    + one_of(
        rf"(?:an? )?(?:{_MUCH} )?(?:weakness(?:es)?|concern|worry)",
        "(?:an )?areas? (?:of (?:concern|weakness)|for (?:development|improvement))",
        rf"(?:one of )?the (?:least developed|poorest|weakest) {_PARTS} of [\w' -]+",
        "(?:an?|the) weak(?:est)? (?:link|point|spot)",
    )
)  # fmt: skip
"""Short sentences that judge what a paragraph is about, and say no more."""

THOUGHT = (
    r"\b(?:found|judged|thought|considered) (?:it |them |this |these )?(?:to be )?"
    "(?:excellent|exemplary|impressive|outstanding)\\b"
)
"""How reviewers say what they think of what they saw."""

_LOOKERS = r"(?:auditors|inspectors|peers|reviewers|the auditors|the (?:\w+ )?(?:panel|team))\b"
_STRUCK = rf"{_SUBJECT}(?:deeply |greatly |much |particularly |really )?impressed "
_TROUBLED = rf"{_SUBJECT}(?:\w+ly |much )?(?:concerned|disappointed|dismayed|troubled|worried) "
STRUCK, TROUBLED = _STRUCK + _LOOKERS, _TROUBLED + _LOOKERS
"""How something struck reviewers, with that as the subject of the sentence."""

_ONE = r"(?:an|another|one|the (?:main|one|only|other)) (?:\w+ )?(?:area|aspect|issue|matter|point)"
_HELD = one_of("considered", "felt", "found", "held", "judged", "said", "thought")
_TO_DO = one_of("attention", "consideration", "development", "improvement", "thought", "work")
SAID_STRONG = (
    rf"{_SUBJECT}(?:was|were) {_HELD} (?:to be|as) (?:an? )?(?:{_MUCH} )?(?:strengths?|strong|excellent)\b"
)
SAID_WANTING = (
    rf"{_ONE} (?:was|were) {_HELD} (?:to|as) (?:be in need of|need|needing|require|requiring) (?:\w+ )?{_TO_DO}\b"
    rf"|{_SUBJECT}(?:was|were) {_HELD} (?:to be|as) (?:an? )?(?:{_MUCH} )?(?:weakness|weak|poor)\b"
)
"""How a sentence begins that tells what was thought of something, without saying by whom."""

IS_STRONG = (
    r"(?:a|another|one|the (?:greatest|main|other)) (?:\w+ )?strength (?:is|lies|was)\b"
    rf"|{_STRUCK}(?:me|us)\b"
)
IS_WANTING = (
    rf"{_ONE} (?:for|that (?:needs?|requires?)|needing|requiring) (?:\w+ )?{_TO_DO} (?:concerns|is|lies|was)\b"
    rf"|{_TROUBLED}(?:me|us)\b"
)
"""How a sentence begins that names a strength or an area outright, where findings stand."""

HEARD = rf"{_SUBJECT}sp(?:eaks?|oke) {_HOW}(?:highly|warmly) (?:about|of)|{_SUBJECT}(?:was|were) full of praise for"
"""How those praise who are served, or work there."""

CREDIT = r"it is (?:greatly |much )?to (?:[\w']+ ){1,4}credit that\b"
"""How a sentence begins that praises somebody for what it goes on to tell."""

PLANS = r"\b(?:action plan|statement of action|our response|the council's response)\b"
"""What a verdict may be on that is no finding."""
