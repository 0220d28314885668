"""The words by which tables head their columns, and what cells of states say.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

STRANDS = one_of(
    "strands?", "themes?", "areas?", "headings?", "topics?", "subjects?", "categor(?:y|ies)",
    "(?:key )?lines? of enquiry", "klo?es?", "focus", "standards?", "signposts?", "domains?",
    "sections?", "service(?: area)?s?",
)  # fmt: skip
_EXERCISES = one_of(
    "audit", "framework", "guidance", "inspection", "questionnaire", "return", "review", "section 11", "s11",
    "section 175", "s175", "self[- ]assessment", "self[- ]evaluation", "survey", "tool(?:kit)?",
)  # fmt: skip
CAPTIONS = (
    r"^(?:table|figure|box|chart|part|section)\b|\b(?:findings|overview|summary|results|self[- ]assessment)\b"
    r"|\b(?:peer|case) (?:audit|challenge|review)|\binspection of\b|\b(?:19|20)\d\d\b"
)
"""Titles of tables that say what was done, or that everything is summed up, rather than name a strand."""

STRAND_COLUMNS = one_of(
    STRANDS,
    f"{STRANDS} (?:of|in|from) (?:the |this |our )?(?:\\w+ )?{_EXERCISES}",
    f"{_EXERCISES} {STRANDS}",
)
"""Column headings over the names of strands."""

ASPECT_COLUMNS = (
    r"(?:aspects?|elements?|parts?|stages?|criteri(?:on|a))(?: (?:of|for|we|that|which|looked|reviewed)\b.*)?"
    r"|what (?:(?:the |our )?(?:\w+ ){1,2}|we |i )(?:have |had )?(?:asked(?: about)?|assessed|audited|checked"
    r"|considered|examined|explored|looked (?:at|for|into)|reviewed|sampled|tested)"
    r"|(?:audit |case |child |family |file )?(?:id|no\.?|number|ref(?:erence|\.)?|initials?)"
    "|(?:child|young person|famil(?:y|ies)|case|file|pupil|record|sibling group)s?"
)
"""Column headings over what one exercise looked at row by row, as the cases of an audit, which are no strands of it."""

AREA_COLUMNS = (
    "(?:(?:biggest|key|main|one) )?(?:challenge|concern|development|gap|improvements?|issue|learning(?: points?)?"
    "|needs?|risk|shortfall|weakness|worry)(?: (?:found|identified|noted|seen))?|to (?:develop|improve)"
    r"|(?:my |our )?challenges?(?: (?:for|to) (?:\w+ ?){1,4})?"
    r"|(?:and )?(?:what|things|where)(?: (?:it|we|they|you))?(?: (?:are|did|do|does|has|have|is|was|were)|'s)?"
    r"(?: not|n't)(?: (?:so|as) (?:good|much|well))?|not so (?:good|much|well)|less (?:good|so|well)"
)
"""Column headings over areas for consideration where another column holds strengths."""

PLAN_COLUMNS = (
    r"(?:.*\b)?"
    + one_of(
        "actions?", "owners?", "lead(?: officer)?s?", "by when", "by whom", "deadlines?", "due(?: date)?", "progress",
        "status", "rag(?: rating)?", "responsible", "responsibility", "time ?scales?", "target date", "update",
        "grades?", "judgements?",
    )
    + r"(?:\b.*)?"
    r"|(?:who|when|how)\b\??"
    r"|what (?:are |will |have |has )?(?:we|they|you|is|was|needs?|the \w+)\b.*\b(?:do|doing|done|happen|happening)"
)  # fmt: skip
"""Column headings of plans and grades, whose tables hold no findings."""

RECOMMENDING_COLUMNS = (
    r"(?:we|i|(?:the |this )?(?:[\w-]+ ){1,5})(?:(?:therefore|also) )?recommends?(?:\b.*)?"
    r"|what (?:we|i|the (?:\w+ ){1,3}) ?(?:are |is |have |has )?recommend(?:s|ed|ing)?(?:\b.*)?"
    "|(?:recommended|suggested|proposed) (?:changes?|improvements?)"
)
"""Column headings over what is recommended, beside those that name recommendations."""

RECOMMENDED_ACTIONS = (
    "(?:recommended|proposed|suggested) actions?|actions? (?:recommended|proposed|suggested)"
)
"""Column headings over what is recommended where recommendations stand, and over plans elsewhere."""

FOUND_COLUMNS = (
    r"(?:key |main )?(?:findings?|observations?|issues?)(?: identified)?"
    r"|(?:key )?(?:learning|lessons?)(?: points?| learn(?:ed|t))?"
    r"|what (?:we|i|was|the \w+|has been) (?:have |has |had )?(?:found|heard|learn(?:ed|t)|saw|seen)(?: .*)?"
)
"""Column headings over what was found, beside what is recommended for it."""

_WHOSE = (
    r"(?:(?:our|the|their|your) )?"
    r"(?:(?:auditors?|board|council|inspectors?|panel|partnership|peers?|reviewers?|service|team)(?:'s|s')? )?"
)
VIEW_COLUMNS = (
    rf"{_WHOSE}(?:(?:brief|current|honest|overall|own|self[- ]?|summary) ?)*"
    r"(?:analysis|(?:self[- ])?(?:assessment|evaluation)|judge?ment|opinion|position|reflections?|view)"
    r"(?: (?:of|on) (?:\w+ ?){1,5})?"
    r"|what (?:we|i|you|was|the \w+|has been|audits?) (?:have |has |had )?"
    r"(?:found|know|learn(?:ed|t)|saw|see|seen|show(?:s|ed)?|tell us|think)(?: .{1,40})?"
    r"|how (?:good|well|effective(?:ly)?) (?:are|do|does|is|did|was|were)"
    r"(?: (?:we|it|they|this|things|the \w+))?(?: .{1,30})?"
    r"|how (?:are we|is it) (?:doing|going)|(?:what is it|what's it|what things are) like(?: .{1,40})?"
    r"|where (?:are we|we are)(?: now| at)?|what (?:is|are) (?:practice|services?|things) like"
)
"""Column headings over what those who looked, or those under review, think of something."""

EVIDENCE_COLUMNS = (
    r"(?:(?:key|main|our|source of|sources of|supporting|the) )?(?:basis|data|evidence|sources?)(?: .{1,40})?"
    r"|how (?:do )?(?:we|you) know(?: .{1,20})?|based on|(?:our |the )?(?:improvement )?plans?(?: .{1,40})?"
    r"|(?:our |the )?(?:next steps?|priorities)(?: .{1,30})?"
)
"""Column headings over what such a view rests on, or what is planned, beside it."""

COMMENT_COLUMNS = (
    f"{FOUND_COLUMNS}"
    r"|(?:(?:the |our )?(?:\w+(?:'s|s')? ){0,2})(?:comments?|commentary|feedback|narrative|summary|views?)(?: .{1,30})?"
)
"""Column headings over what was found, where another column rates it."""

RATING_COLUMNS = (
    r"(?:(?:agreed|final|joint|moderated|our|overall|panel|self|team)[- ])*"
    r"(?:assessment|compliance|grade|judgement|level|met|outcome|rag|rag rating|rag status|rating|result|status)\??"
    r"|(?:is it |was it )?(?:fully )?met(?:,? (?:partly met )?or not(?: met)?)?\??|(?:standard|requirement) met\??"
)
"""Column headings over how far something is met."""

MET_CELLS = (
    r"(?:fully |yes,? )?(?:met|compliant|achieved|in place|effective)|green|yes|y|good|outstanding|strong"
    r"|[✓✔☑✅+]|🟢|full(?:y)?|g"
)
UNMET_CELLS = (
    r"(?:not|partly|partially|part|mostly|substantially|largely|nearly|un)[- ]?(?:yet )?(?:met|compliant|achieved"
    r"|in place|effective)?|amber|red|a|r|no|n|inadequate|requires improvement(?: to be good)?|weak"
    r"|developing|[✗✘☒❌x×-]|🟠|🟡|🔴"
)
"""Ratings, in words and signs, of what is as it should be, and of what is not."""

SAID_COLUMNS = (
    r"(?:what )?(?:you|they|(?:the |our )?(?:\w+ ){0,2}(?:carers|children|families|parents|people|staff|workers))"
    r"(?:'ve| have)? (?:asked(?: for| us)?|raised|said|tell us|told us)(?: .{1,40})?"
    r"|what (?:we|i) heard(?: .{1,40})?"
)
"""Column headings over what people said, where another tells what is done about it."""

RESPONSE_COLUMNS = (
    r"(?:so |and |what )*(?:we|they|the (?:\w+ ?){1,3})(?:'ve|'ll|'re| have| are| will)? ?"
    r"(?:agreed|changed|did|do|does|doing|done|going|plans?|promised?|will)?(?: (?:about|going|to|do|next|now)\b.*)?"
    r"|(?:our|the (?:\w+ ){1,3}|council|service|management)? ?(?:answer|promise|reply|response)s?(?: .{1,40})?"
    r"|what (?:has )?(?:happened|changed|happens)(?: .{1,40})?|(?:actions? )?(?:agreed|taken)"
)
"""Column headings over what is done about what people said."""

REASON_COLUMNS = (
    "(?:our |the |main )?(?:reasons?|reasoning|rationale|justification|basis)"
    r"(?: (?:for|behind) (?:the |this |each )?(?:\w+ )?(?:recommendations?|changes?|it|this))?"
    r"|(?:and )?why\b\??(?: (?:is |does )?(?:we|it|this|that)\b.*)?|because"
)
"""Column headings over why something is recommended."""

_PEOPLE_ASKED = one_of("agenc(?:y|ies)", "body", "bodies", "organisations?", "partners?", "services?")
BESIDE_RECOMMENDATIONS = one_of(
    REASON_COLUMNS, "(?:estimated |likely |additional )?(?:costs?|budget|funding|resources?)(?: .*)?",
    "(?:financial|resource|legal) implications?", f"for(?: (?:whom|who|which (?:{_PEOPLE_ASKED})))?|to|addressed to",
    _PEOPLE_ASKED, "by|when|date|target|time ?frame|priority|urgency",
    "(?:(?:expected|intended|likely) )?(?:outcomes?|impacts?|benefits?|effects?|results?)",
    "(?:supporting |key )?evidence(?: .*)?|source|paragraphs?|how (?:we|you|it) will (?:know|be measured)\\b.*",
    "success (?:measures?|criteria)|measures? of success",
    r"(?:(?:the |our )?(?:[\w']+ ){0,3})?(?:response|reply|decision)s?(?: (?:from|of|to)\b.*)?",
)  # fmt: skip
"""Column headings of what is said about a recommendation in its row."""

TRACKING_COLUMNS = (
    r"accepted(?: or rejected| in full)?\??|(?:current |latest )?(?:position|status)s? (?:at|in|on|as at|as of|by)\b.*"
    r"|(?:current|latest) position|progress(?: .*)?|(?:our |the )?progress (?:so far|to date)"
    r"|what has (?:been done|happened|changed)(?: .*)?"
)
"""Column headings over what has become of recommendations that were made before."""

STATUS_CELLS = one_of(
    "red", "amber", "green", "blue", "high", "medium", "low", "yes", "no", "(?:fully |partly |partially |not )?met",
    "outstanding", "good", "inadequate", "requires improvement(?: to be good)?", "complete", "not started",
)  # fmt: skip
"""What cells of ratings and states of progress say."""

FIGURE_CELLS = (
    r"(?:about |around |over |under |fewer than |less than |[<>~±+-] ?)?£?\d[\d,.]*(?: ?(?:%|per cent|million|m|k))?"
    r"(?: (?:of|out of|/) \d[\d,.]*)?(?: ?\(.{1,40}\))?(?: (?:a|per) (?:year|month|week|day|child))?|-|none|nil|n/?a"
)
"""What cells of statistics and costs say."""

NUMBER_COLUMNS = one_of(r"no\.?", "number", r"ref\.?", "reference", "#", "page", "para(?:graph)?")
"""Column headings over numbers."""

KIND_COLUMNS = one_of("kinds?", "types?", "finding types?", "strengths? ?(?:/|or) ?.+")
"""Column headings over the kind of each finding in words."""
