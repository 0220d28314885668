"""The words by which reviews title and introduce what they found; `terms` has those that give a kind.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a finding is; the values are those that findings are stored with."""

    STRENGTH = "strength"
    AREA = "area_for_consideration"


def other_kind(kind: Kind) -> Kind:
    """The kind that findings are of which are set against those of one."""
    return Kind.AREA if kind is Kind.STRENGTH else Kind.STRENGTH


def one_of(*patterns: str) -> str:
    """A pattern that matches any one of several."""
    return f"(?:{'|'.join(patterns)})"


HOLDER = one_of(
    "areas?",
    "points?",
    "matters?",
    "issues?",
    "suggestions?",
    "things",
    "opportunit(?:y|ies)",
    "priorit(?:y|ies)",
    "aspects?",
)
"""What a heading calls the things that it is about."""

OVERALL = one_of("overall", "headlines?", "key", "main", "summary", "principal", "overarching", "top")
"""Words by which a heading says that its findings are not those of one strand."""

FILLERS = frozenset(
    word
    for line in (
        "a across additional also am an and any are area areas as auditors been by council council's current",
        "described did during emerging evidence evidenced examples feedback felt for found from further",
        "given had has have headline headlines i my highlighted identified in include included includes",
        "including inspection inspectors is it its key list made main more most noted observed of offered",
        "on other our overall overarching panel particular peer peers points principal priority",
        "recommended remaining report reported review reviewer reviewers s saw seen service services",
        "significant some specific stood out us suggested summary table team team's that the their them these they",
        "this those to top under urgent visit was we were where which with year you your",
        "ofsted ofsted's inspectorate inspectorates cqc hmi hmicfrs hmip",
        "audit audits responses returns sample sector submissions",
        "ahead coming next possible potential one two three four five six seven eight nine ten",
    )
    for word in line.split()
)
"""Words that may stand in a heading beside a phrase without making it the name of something else."""

REVIEWED = (
    "(?:the |this |your |our )?(?:local )?"
    + one_of(
        "agenc(?:y|ies)", "area(?: partnership)?", "authorit(?:y|ies)", "board", "council", "constabulary", "force",
        "leaders", "organisation", "partners", "partnership", "provider", "schools?", "services?", "teams?", "trust",
    )
    + "(?:'s|s')?"
)  # fmt: skip
"""Whom a review is about, when a heading names nobody else: no strand of it."""

BODIES = one_of(
    "board", "partnership", "force", "constabulary", "police", "trust", "service", "council", "authority"
)
"""Last words of the name of a body that has a part of a report to itself."""

TAILS = (
    r",? (?:and|-) (?:how|why) do (?:we|you|they) know\b.*|,? and what (?:are|is|will) (?:we|you|they)\b.*"
    r"|[,:]?(?: -)? ?\(?you (?:said|told us),? (?:and |so )?we (?:are|did|have|will)\b.*"
)
"""How a heading goes on that asks a second question about the same things, or says that they were answered."""

CONTAINERS = (
    "(?:executive |overall |brief )?summary(?: .*)?",
    "(?:brief )?overview(?: .*)?",
    "overall(?: (?:assessment|view|impression))?",
    r"(?:peer )?review of\b.*",
    r"themes?|strands?|(?:work)?sheet ?\d{1,3}",
)
"""Headings that only hold others together and never name a strand."""

SUMMARIES = (
    r"(?:executive |overall |brief )?summary|(?:brief )?overview|overall(?: (?:assessment|view|impression))?"
)
"""Headings under which a review gives its view of the whole, in running text."""

SUGGESTIONS = (
    r"(?:(?:key|some|our) )?(?:points?|matters|questions|suggestions|things)"
    r" (?:for (?:(?:further|future) )?(?:consideration|thought)"
    r"|(?:for (?:you|leaders|partners|the [\w ]{3,40}) )?to (?:consider|reflect on|think about))"
)
"""Headings of what reviewers suggest at the end, where they have named the areas for consideration before."""

BARE_SUGGESTIONS = r"(?:(?:key|some|our) )?suggestions(?: \([^()]{3,60}\)| for [\w ]{3,40})?"
"""Headings that say no more than that reviewers suggest something."""

QUESTIONS = (
    r"(?:\d{1,2}[.)]? )?"
    r"(?:what (?:is|was) it like\b|how (?:effective(?:ly)?|far|good|safe|well)\b|to what extent\b)[^?.]+\?"
)
"""Questions that title what reports tell in answer to them."""

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
    "told us", "said", "say", "found", "saw", "noted", "heard", "included?", "includ(?:es|ing)", "namely", "are",
    "were", "is", "was",
    "that", "following", "below", "described", "reported", "to", "as", "identified", "observed", "felt", "by", "for",
    "of", "about", "and", "at", "from", "how", "in", "on", "or", "whether", "example", "with", "should", "must",
    "could", "would", "will", "can", "needs", "need",
)  # fmt: skip
"""Last words of a line that goes on into the list after it, and so is no name of anything."""

MODALS = one_of("should", "must", "needs? to", "ought to")
"""Words that a sentence has which asks for something, and a title that says nothing of findings has not."""

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
    rf"(?:\d{{1,2}}|{_COUNTED}) (?:\w+ ){{0,2}}(?:{HOLDER}|strengths|recommendations|tips|themes)"
    r"(?! (?:leaders|managers|offices?|partnerships?|teams?)\b)",
)
"""Words by which a sentence introduces the list or table after it."""

STEM_ENDS = one_of(
    "so that", "such that", "in order to", "to include", "including", "by", "in particular(?: by)?",
    "(?:at|as) a minimum(?:,? (?:this|it|they) (?:should|must|will) include)?",
    "(?:this|it|which|these|they) (?:should|must|will|would|could) include",
    "so (?:they|it|children|families|staff|leaders) can",
)  # fmt: skip
"""How a sentence ends that says what is asked for, before a list of what that means."""

ASKING = one_of(
    "(?:should|must|needs? to|(?:is|are) (?:asked|required|recommended) to|ha(?:s|ve) to|ought to|will|to)"
    r"(?: (?:now|also|urgently|immediately|therefore))?(?: (?:ensure|make sure|take steps to ensure))?(?: that)?",
    "recommend(?:s|ed)?(?: that)?",
)
"""How a sentence ends that says only who is asked, before a list of what they are asked."""

ASKING_TO_IMPROVE = (
    rf"{MODALS} (?:(?:\w+ ){{0,2}}(?:take|act) (?:[\w,-]+ ){{0,6}}?(?:to|and) |(?:\w+ )?)"
    + one_of("address", "better", "develop", "improve", "put right", "resolve", "strengthen", "tackle")
)
"""How a sentence ends that says only that things must get better, before a list of what those are."""

ONE_FINDING = (
    "(?:key )?(?:area|aspect|cause|improvement|matter|point|priority|recommendation|requirement|weakness)"
    "(?: (?:for|of|requiring|needing|to)\\b.*)?"
)
"""What a heading calls a single finding."""

BOXES = (
    r"(?:(?:area|cause) (?:for|of) [\w ]{3,30}?|(?:innovative|promising) practice)(?: \d{1,2})?(?: ?[:-] .*)?"
)
"""Titles of a box that holds a single finding and what explains it."""

PRACTICE_STUDY = r"(?:practice|case) (?:study|studies|examples?)\b.*"
"""Titles of a story that shows good practice or poor, and is no finding, whatever its title says of which."""

TIMES = (
    "(?:immediately|urgently|with immediate effect|(?:with)?in (?:the next )?.{1,20}(?:days|weeks?|months?|years?)"
    r"|by .{0,20}\d{4}|(?:short|medium|long)(?:er)?[- ]term|(?:high|medium|low)(?: priority)?|priority \d)"
)
"""Headings below recommendations that say by when they are to be done."""

_DECIDERS = one_of(
    "members?", "committee", "cabinet", "executive", "council", "board", "panel", "governing body"
)

_LOOKED = one_of(
    "assessed", r"considered(?! that| (?:[\w']+ ){0,8}to be\b)", "covered", "evaluated", "examined",
    "focus(?:ed|es) on", "inspected",
    "looked (?:at|into)", "met", "observed (?:meetings?|panels?|practice|staff)", "read", "reviewed", "sampled",
    "scrutinised", "spoke (?:to|with)", "tracked", "visited",
)  # fmt: skip
_VISITORS = one_of(
    "inspectors?", "reviewers?", "peers?", "teams?", "panel", "auditors?", "scrutineer", "inspection", "visit",
    "review", "audit", "challenge", "they", "we", "i",
)  # fmt: skip

_FELT = one_of(
    "concerned", "encouraged", "felt", "found", "heard", "identified", "impressed", "noted", "pleased", "said", "saw",
    "struck", "thought", "told", "worried",
)  # fmt: skip
"""What visitors did beside looking, so that a sentence goes on to what they found."""

LOOKS = (
    rf"^(?!.*\b(?:{_FELT}|(?:assessed|evaluated) (?:[\w']+ ){{0,4}}as follows)\b)"
    rf"(?:.{{0,80}}\b)?{_VISITORS} (?:also |have |has |jointly )?{_LOOKED}\b"
)
"""How a sentence begins that tells only at what visitors looked."""

LEAD_IN_ENDS = (
    LOOKS,
    r"\bagree(?:d|ment)?\b.{0,120}\b(?:actions?|priorit(?:y|ies)|next steps)\b",
    r"\b(?:actions?|priorit(?:y|ies))\b.{0,120}\b(?:agreed|agree|planned|following the|will be taken|taken)\b",
    r"\b(?:carried out|completed|put in place|started|taken|took)\b.{0,60}\b(?:actions?|measures|steps)\b",
    r"\bnext steps\b|\baction plan\b",
    rf"\b{_DECIDERS}\b.{{0,40}}\b(?:asked|encouraged to|invited|requested|recommended|is to|are to)\b",
    r"(?<!advised )(?<!felt )(?<!found )(?<!noted )(?<!said )(?<!suggested )(?<!thought )"
    rf"\bthat the {_DECIDERS}\b",
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
    r"(?:a|the) (?:further|next|second|third) (?:\w+ ){0,2}(?:inspection|review|visit) (?:is|will)\b",
    r"(?:abbreviations|acronyms|definitions|glossary)(?: (?:of terms|used))?\s*[:-]",
    r"(?:cc|copy to|copied to|enc|encl|tel|telephone|e-?mail)\b\s*:",
)
"""How the closing part of a letter begins."""

ATTRIBUTION = (
    "(?:and )?(?:the )?(?:lead )?(?:inspectors?|reviewers?|peers?|teams?|panel) (?:for|on|looking at|reviewing) "
    "(?P<strand>[^.:;]+?) (?:also )?(?:described|reported|found|noted|said|saw|told us|identified|highlighted|observed"
    "|concluded|advised|commended|praised|recognised|felt|thought|(?:was|were) (?:\\w+ )?(?:concerned|encouraged"
    "|impressed|pleased|worried))"
)
"""A line that says who speaks of which strand."""

ALSO_RELATES = (
    r"\((?:(?:(?:this|these|the) )?(?:(?:point|finding|issue|area|bullet|item)s? )?(?:(?:is|are) )?(?:also )?"
    r"(?:relates?|linked|links?|related|refers?|applies|relevant) (?:also )?to|see also|cross[- ]referenced?"
    r"(?: to| with)?|also under)\b:? (?P<target>[^()]*(?:\([^()]*\)[^()]*)*)\)"
)
"""A note in brackets that a point belongs to another strand too."""

_NOTED = one_of(
    "applicable", "found", "identified", "noted", "observed", "raised", "recorded", "reported", "seen"
)
NO_FINDING = (
    r"(?:\[[ x]?\]|[☐☑☒]).*|[-.]{0,3}|n/?a|nil|not applicable|ditto|(?:as|see) (?:above|below)"
    r"|(?:please )?(?:see|refer to) (?:the )?(?:attached )?(?:evidence|column|attached|action plan)"
    r"|(?:there (?:were|are) )?(?:none|nothing)"
    rf"(?: (?:to (?:note|report|record)|(?:were |was )?{_NOTED}|at .{{3,20}}))?"
    r"|no change(?: (?:from|on|since) [\w ]{3,30})?"
    rf"|no (?:\w+ )?(?:strengths|areas(?: for \w+)?|weaknesses|points|recommendations)(?: (?:were|was))? {_NOTED}"
)
"""What a cell or a point says when there is nothing to say, and boxes to tick in forms."""
