"""The words by which a document shows what sort of paper it is, and who is speaking in it.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

SCRUTINEER = r"\bindependent (?:\w+ )?scrutineer\b|\bscrutineer's\b"
"""Whose report it is that assures a partnership."""

ASSURES = (
    r"\b(?:assurance|annual|yearly|scrutiny|scrutineer's)\b.{0,40}\b(?:opinion|report|statement)\b"
    r"|\breport\b.{0,60}\bscrutineer\b"
)
"""What such a report calls itself."""

ASKS_BODY = (
    r"(?:that )?(?:the )?(?:\w+ ){0,3}(?:members?|committee|cabinet|board|panel|executive|council)"
    r" (?:is|are) (?:\w+ )?(?:asked|invited|recommended|requested) to\b"
    r"|that (?:the )?(?:\w+ ){0,3}(?:members?|committee|cabinet|board|panel|executive|council)"
    r" (?:accept|agree|approve|endorse|note|receive|support)s?\b"
    r"|that .{1,120}\bbe (?:\w+ )?(?:accepted|agreed|approved|endorsed|noted|received|signed|supported)\b"
)
"""How a sentence begins that asks a committee or a board to decide, or says what it has decided."""

ASKED = r"\b(?:is|are) (?:\w+ )?(?:asked|invited|recommended|requested) to\b[^.]{0,20}:?$"
"""How a sentence ends that says only who is asked."""

ASKS_TO_DECIDE = (
    r"(?:that )?(?:the )?(?:[\w']+ ){0,6}(?:is|are) (?:\w+ )?(?:asked|invited|recommended|requested) to\b:?"
    r"(?: \(?(?:\d|[a-z]|i+)[.)])? ?"
    + one_of("note", "approve", "agree", "endorse", "receive", "comment on", "discuss", "ratify", "sign off")
    + r"\b"
)
"""The same of anybody who is asked for a decision and for nothing else."""

MINUTES = r"(?:draft |public )?minutes of\b|minutes$"
"""How minutes are titled; they tell of a meeting, whatever was spoken of in it."""

COMMITTEE_PAPER = (
    "(?:report of|report to|report by)\\b.*",
    "(?:background papers|wards? affected|contact details|specialist implications?|report approved)\\b.*",
    "(?:chief officer responsible|(?:\\w+ )?implications|council plan|options|consultation)\\b.*",
    f"{ASKS_BODY}.*",
)
"""Lines that stand in a paper written for a committee."""

_ADVISERS = one_of(
    "audit(?:ors?)?",
    "inspect(?:ors?|ion)",
    "moderators?",
    "panel",
    "peers?",
    "review(?:ers?)?",
    "scrutineer",
    "team",
)
REVIEWERS_ADVISE = (
    rf"\b{_ADVISERS}(?:'s|s')? (?:\w+ ){{0,3}}recommendations"
    rf"|recommendations (?:by|from|made by|of) (?:the )?(?:\w+ ){{0,2}}{_ADVISERS}\b"
)
"""Headings of what those who looked recommend, whatever a committee is asked besides."""

DECISIONS = (
    one_of("note", "approve", "agree", "endorse", "receive", "comment on", "delegate", "accept", "continue to receive")
    + r"\b"
)  # fmt: skip
"""How a decision begins that a committee is asked to take."""

ABOUT_ITSELF = (
    r"(?:this|the|my|our|that) (?:\w+ ){0,2}"
    + one_of("report", "paper", "letter", "document", "review", "contribution")
    + r"\b|the pages that follow\b|i (?:have )?(?:writ|wrot|attend|spoke|met)\w*\b|(?:the )?purpose of\b"
)
"""How a paragraph begins that tells of the report rather than of what was found."""

ASSURANCE = (
    r"\b(?:formally|hereby) (?:state|assure|confirm)|^i (?:can |therefore )*confirm that\b"
    r"|\b(?:am|are) (?:\w+ )?assured that\b"
    r"|\bin compliance with working together\b|\bcompl(?:y|ied|ies) with (?:the \w+ )?working together\b"
    r"|\b(?:it is )?(?:in )?my (?:\w+ )?(?:judgement|opinion) (?:is )?that the (?:[\w'-]+ ){0,4}arrangements\b"
)
"""The sentence by which a scrutineer gives assurance."""

MEMBERS_REVIEW = (
    r"\b(?:scrutiny|select) (?:\w+ ){0,4}(?:committee|commission|group|inquiry|panel|review)\b"
    r"|\b(?:task|working)(?:[- ]and[- ]finish)? group\b"
)
"""Who has written a report whose recommendations are resolutions: members of a council."""

STATING_VERBS = one_of(
    "are", "aren't", "benefits?", "can", "cannot", "comes?", "could", "depends?", "did", "do", "does", "do(?:es)?n't",
    "fails?", "feels?", "gets?", "gives?", "had", "has", "have", "identif(?:ies|y)", "improves?", "invests?", "is",
    "isn't", "keeps?", "knows?", "lacks?", "leaves?", "listens?", "makes?", "manages?", "meets?", "misses", "must",
    "needs? (?:to|better|more)", "plays?", "protects?", "provides?", "reaches", "receives?", "recognises?", "recognise",
    "remains?", "responds?", "sees?", "shares? information", "should", "shows?", "struggles?", "takes?", "tends?",
    "understands?", "uses", "var(?:ies|y)", "waits?", "was", "were", "works? (?:\\w+ )?(?:together|well)",
)  # fmt: skip
"""Verbs of a heading that says something, as the name of a strand does not."""

RESOLUTION = r"that\b|resolved\b"
"""How a resolution begins."""

_SPEAKER = (
    r"(?:(?:the|our) )?(?:lead |peer |review |inspection |independent )*"
    + one_of(
        "inspectors?", "reviewers?", "peers?", "auditors?", "teams?", "scrutineer", "panel", "inspectorates?", "hmi",
        "we", "i",
    )
)  # fmt: skip
_SAID = one_of(
    "described", "reported", "found", "noted", "said", "saw", "told (?:us|you)", "heard", "identified", "highlighted",
    "observed", "concluded", "fed back", "(?:brought|drew|picked) out",
)  # fmt: skip

REVIEWERS_SAY = (
    rf"{one_of(_SPEAKER, 'they')} (?:also |further |particularly |have |had )*"
    + one_of(
        _SAID, "advised", "considered", "felt", "recognised", "suggested", "thought",
        r"(?:was|were) (?:\w+ )?(?:complimentary|concerned|impressed|pleased|struck)",
    )
    + r" (?:about|by|that|to (?:find|see)|with)\b"
)  # fmt: skip
"""How a sentence begins that reports what reviewers found."""

_TEAM = r"(?:the )?(?:[\w'-]+ ){0,3}(?:group|panel|team)"
_INSPECTORATE = one_of("care quality commission", "cqc", "hmicfrs", "hmip", "inspectorates?", "ofsted")
_REPORT = r"the (?:\w+ ){0,2}(?:letter|report|review)"

REPORTED_ALSO = one_of(
    rf"{_TEAM} (?:{_SAID})(?: in \w+)? that\b",
    rf"{_SPEAKER} (?:also )?described (?:an?|our|the|their)\b",
    rf"{_REPORT} (?:also )?describe[sd]? (?:[\w'-]+ ){{1,5}}as\b",
    r"(?:the )?(?:\w+ ){0,2}(?:audits?|dip samples?|observations|samples?)(?: of [\w' ]{3,40})?"
    r" (?:also )?(?:f(?:i|ou)nds?|show(?:s|ed)?|highlight(?:s|ed)?|identif(?:y|ies|ied)) that\b",
    r"what (?:[\w']+ ){1,3}(?:found|heard|saw) (?:was|were)\b",
    r"(?:it was )?(?:difficult|harder|less easy) to (?:find|see) (?:\w+ )?evidence\b",
    rf"{_REPORT} (?:also )?(?:acknowledge|comment|conclude|find|found|note|recognise|said|say|state)(?:s|d|ed)? that\b",
    rf"{_REPORT} says (?!no\b)\w+|it (?:also )?(?:adds|goes on to say) that\b",
    rf"(?:the )?{_INSPECTORATE} (?:also |has |have )*(?:{_SAID}|acknowledged|praised|recognised)(?: \w+){{0,3}} that\b",
    r"(?:[\w'-]+ ){1,4}(?:also )?told (?:me|us|(?:the )?(?:auditors|inspectors|peers|reviewers|scrutineer|team))"
    r" (?:that|how)\b",
    r"(?:concern|disappointment|praise|worry) was (?:also )?expressed (?:about|at|for|over|that)\b",
    r"(?:[\w'-]+ ){1,12}(?:was|were) described (?:by [\w ]{3,30} )?as\b",
)
"""The same of groups that check practice, and of what they write, where others report it."""

REPORTED_WITHIN = (
    rf"[;,] (?:although|and|but|though|while|yet) (?:{_SPEAKER}|{_REPORT}) (?:also )?(?:{_SAID}) that\b"
)
"""A sentence that reports reviewers only after something else."""

SUMS_UP = one_of(
    rf"(?:in (?:conclusion|short|summary)|overall|taken together|to sum up),? {_SPEAKER} (?:also )?"
    rf"(?:{_SAID}|considered|felt|judged) that\b",
    rf"(?:{_SPEAKER}|{_TEAM}|my|our|their|her|his)(?:'s|s')? (?:overall )?"
    r"(?:assessment|conclusion|judgement|opinion|view) (?:is|was) that\b",
)
"""How a paragraph begins that gives the view of reviewers on the whole, wherever it stands."""

PROGRESS_SINCE = (
    r"since (?:then|that (?:time|visit)|the (?:\w+ )?(?:audit|challenge|inspection|publication|report|review|visit))\b"
    r"|(?:current )?position (?:as at|at|in|on)\b|progress (?:since|so far|to date|update)\b|update\b"
    r"|(?:in response,? )?(?:officers|we) (?:are|have|plan|will)\b"
    r"|(?:action|actions) (?:already )?taken\b|what (?:has changed|we have done)\b"
)
"""How a paragraph begins by which officers tell a committee what has been done since."""

_HOSTS = one_of(
    "authority", "constabulary", "council", "department", "directors?", "force", "heads?", "leaders", "managers?",
    "officers?", "partnership", "services?", "trust",
)  # fmt: skip
_PLANNED = one_of(
    "being", "decision", "due", "expected", "had been (?:applied for|commissioned|requested|sought)", "planned",
    "planning", "under way", "underway", "will", "would",
)  # fmt: skip

COMPARES = r"(?:by|in) (?:(?:way of )?comparison|contrast)\b|elsewhere\b|other (?:areas|authorities|councils|forces)\b"
"""How a paragraph begins that tells of another place than the one under review."""

IN_ANOTHER_PLACE = r"(?:In|At) (?:[A-Z][\w'’-]+ ){1,3}"
"""How a paragraph begins, as written, that goes on with other places."""

BESIDE_THE_POINT = (
    r"(?:\d{1,3} ?(?:%|per cent)|a (?:half|quarter|third)|half|most) of (?:[\w-]+ ){1,4}(?:would )?prefer(?:red)?\b",
    rf"{_SPEAKER} (?:also |had |have )*asked (?:about|how|if|what|whether|why)\b",
    rf"(?:the |a |one )?(?:[\w'-]+ ){{0,3}}{_HOSTS} (?:has |have |have also |also )?(?:accepted|acknowledged"
    r"|(?:advised|assured|informed|told) (?:us|the \w+)|explained|replied|responded)\b"
    rf".{{0,240}}\b{_PLANNED}\b",
    rf"{_SPEAKER} (?:also )?(?:was|were) (?:advised|assured|informed|told) that\b.{{0,240}}\b{_PLANNED}\b",
)
"""Paragraphs on what reviewers asked, and on what those under review answered or mean to do."""

GRADE = (
    r"\b(?:are|is|was|were|be) (?:judged |graded |rated )?(?:outstanding|good|inadequate)(?:[.,;]|$)"
    r"|\brequires? improvement\b"
)
GIVES_GRADE = rf"\boverall\b|{GRADE}"
"""Words by which a sentence reports a grade."""

_POINTS = one_of(
    "conclusions?", "findings?", "learning(?: points?)?", "lessons?", "messages?", "observations?", "points?", "themes?"
)  # fmt: skip
_SOURCE = one_of(
    "audits?", "feedback", "inspections?", "letters?", "notes?", "reports?", "reviews?", "samples?", "visits?"
)  # fmt: skip
_TELLS = one_of(
    "adds?", "comment(?:s|ed)?", "conclude[sd]?", "describe[sd]?", "finds?", "found", "gave", "gives?", "makes?",
    "made", "notes?", "noted", "paint(?:s|ed)?", "record(?:s|ed)?", "report(?:s|ed)?", "raise[sd]?", "says?", "said",
    "show(?:s|ed)?", "state[sd]?", "tells?", "told",
)  # fmt: skip

TURNS = (
    r"(?:at the same time|but|however|less positively|nevertheless|on the other hand|that said|yet)\b[,:]? ?"
)
"""How a sentence begins that sets what follows it against what came before."""
_TURNS = rf"(?:{TURNS})?"

REPORTS = (
    rf"(?:in (?:summary|particular),? )?{_SPEAKER} (?:also |have |has )?{_SAID}"
    r"(?: that| the following| as follows)?\s*:?",
    rf"(?:after|at|by|during|following|in|on|overall|writing) ?[\w',-]*(?: [\w',-]+){{0,9}} {_SPEAKER} "
    rf"(?:also |have |has |had )*{_SAID}(?: (?:[\w']+ ){{0,4}}(?:that|the following|as follows))?\s*:",
    rf"(?:across|considering|having|looking at|reading|taking|weighing)\b.{{3,120}} {_SPEAKER} (?:have |has )?{_SAID}"
    r" the following\s*[:.]",
    rf"(?:the )?(?:(?:key|main|most important) )?(?:messages|points|things)(?: that)? {_SPEAKER} (?:have |has )?"
    rf"{one_of(_SAID, 'learn(?:ed|t)', 'took away')} (?:are|were)(?: these| as follows| the following)?\s*:?",
    rf"{_TURNS}(?:{_SPEAKER}|he|she|they) (?:also |further |then |have |had |has )*(?:{_SAID}|added|spoke of)"
    r"(?: that| the following| as follows)?\s*:",
    rf"(?:the |her |his |their )?(?:(?:key|main|most important|principal) )?{_POINTS} (?:\w+ )?"
    r"(?:arising |made |raised )?(?:by|from|in|of) .{3,80} (?:are|is|was|were)"
    r"(?: (?:as follows|these|(?:grouped|listed|set out|summarised)\b.*))?\s*:",
    rf"the following (?:\w+ )?(?:was|were) (?:{_SAID})\s*:",
    rf"among (?:[\w']+ ){{1,4}}{_POINTS} (?:are|were)(?: these| the following)?\s*:",
    rf"(?:(?:the|these|her|his|our|their) )?(?:[\w-]+ ){{0,3}}{_SOURCE} (?:also |then )?{_TELLS}"
    r"(?: (?:as follows|that|(?:the following|these|this)(?: \w+){0,3}))\s*:",
    r".*\b(?:my|our|the|their|her|his) (?:\w+ ){0,2}"
    + one_of("feedback", "findings?", "observations?", "messages?")
    + r"\b.*\b(?:as follows|following|below)\b.*",
)
"""Sentences that lead on to what was found without saying of which kind it is."""

AND_THEN = r"(?:and|also)\b"
"""How a heading begins that sets its points against those before it."""

URGENT = r"\bpriority actions?\b|\b(?:urgent|immediate) (?:action|improvement)s?\b|\bcauses? of concern\b"
"""Headings of what cannot wait."""

DATED = r"\b(?:19|20)\d\d\b(?:[/-]\d\d)? (?:\w+ ){0,3}(?:inspection|letter|report|review|visit)\b"
"""What a heading names by its year, which an inspection does of those before it and not of itself."""

SINCE_THEN = (
    r",?(?: (?:and|&) (?:improvements?|progress)(?: made| seen)?)?,?"
    r" since (?:the|our|your)(?: (?:first|last|previous|second|third))? (?:\w+ ){0,2}"
    + one_of("audit", "inspection", "letter", "report", "review", "visit")
    + r"$|,? (?:and|&) progress(?: made| seen)?$"
)
"""How a heading of findings ends that says from when on, and so is about no earlier ones."""

MERE_REFERENCE = (
    r"https?://\S+|www\.\S+|^(?:please )?(?:click|download|find|read|refer to|see|view|visit)\b"
    r".*\b(?:annex|appendix|here|letter|link|page|report|website)\b"
)
"""An address on the web, or where to look; a short point around one only refers to another document."""

EARLIER = (
    r"\b(?:previous|last|earlier|prior|former) (?:[\w']+ ){0,3}"
    + one_of(
        "reviews?",
        "inspections?",
        "visits?",
        "reports?",
        "letters?",
        "audits?",
        "challenges?",
        "recommendations?",
    )
    + r"\b|\b(?:in|of) (?:19|20)\d\d,? .{0,60}\b(?:asked|made|recommended|required|set)\b"
    r"|\b(?:at|from|in|of) (?:the |our )?(?:full|initial|original) (?:audit|inspection|review|visit)\b"
    r"|\bprevious(?:ly)?\b|\bprogress (?:made )?(?:on|against|with|towards|since)\b"
)
"""Headings and sentences about what an earlier review had found."""
