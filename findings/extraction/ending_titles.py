"""The headings under which nothing stands that a reader would tick.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

_FOUND = "(?:also |has |have )?" + one_of(
    "concluded", "found", "heard", "highlighted", "identified", "noted", "observed", "praised", "reported", "said",
    "saw", "were", "was",
)  # fmt: skip

_HOSTS = one_of(
    "council", "department", "leaders", "managers", "officers", "partnership", "services?", "trust"
)

ENDS: tuple[str, ...] = (
    r"(?:recommended |suggested |suggestions? for |proposed |our |the |your )?next steps?\b.*",
    "(?:summary|conclusions?) and next steps?",
    r"(?:background|introduction|context|purpose)\b.*",
    r"(?:overall )?conclu(?:sions?|ding)\b.*",
    r"(?:\w+ )?actions?(?: (?:points?|plan(?:s|ning)?|agreed|taken|following|to|for|from|since|log|required)\b.*)?",
    "actions?(?: ?(?:/|and|,|&) ?(?:impact|lead|outcomes?|owner|progress|update))+",
    r"what (?:we|they|(?:the )?[\w ]{3,30}) (?:did|have done) (?:about|after|following|in response|since|with)\b.*",
    "(?:the |our )?process|dissemination|sharing the learning",
    r"(?:actions?|priorities|commitments) (?:that )?(?:\w+ )?(?:agreed|taken|planned)\b.*",
    r"(?:\w+ ){0,3}action plans?(?: .*)?",
    r"(?:agreed|key|next|our|future|your|the|main|top)?(?: \w+)? ?priorities(?: (?:agreed|going|moving|for the)\b.*)?",
    r"method(?:s|ology)?|our approach|what (?:we|i) did|how (?:we|i) (?:worked|carried|did|undertook)\b.*",
    "how (?:the|this) .*(?:carried out|conducted|done)",
    r"(?:areas?|services?|themes?|what) (?:was |were |we |inspectors |the team )?"
    r"(?:considered|covered|inspected|looked at|reviewed)\b.*",
    r"(?:scope|terms of reference|focus)(?: (?:of|and|for)\b.*)?",
    rf"(?:about )?(?:the |our )?(?:peer )?(?:review|inspection|challenge) (?:team|process)(?: (?!{_FOUND}\b).*)?",
    r"(?:information )?about (?:this|the|us|our)\b.*|(?:\w+ ){1,4}details|(?:the )?inspection team",
    r"(?:acknowledge?ments?|thanks|thank you)\b.*",
    r"(?:contacts?|(?:for )?(?:further|more) information)\b.*",
    r"(?:further|ongoing|follow[- ]?up|continuing) (?:support|visit|work|activity|action|contact)\b.*",
    "follow[- ]?up|support (?:offer|available).*",
    "time ?(?:table|scales?|line)",
    r"(?:appendix|appendices|annex|annexes|annexe)\b.*",
    r"what (?:[\w']+ ){1,7}(?:will|plans? to|intends? to|(?:is|are) (?:also |already |now )?(?:doing|going to)"
    r"|ha(?:s|ve) (?:already )?done|did)(?: (?:about|do|next|now|since|to|with)\b.*)?",
    r"what (?:are|did|have|will) (?:we|you|they|the \w+) (?:do|doing|done|going to do)\b.*",
    r"what (?:\w+ ){1,4}(?:said|told us) (?:\w+ ){0,3}(?:about|of) (?:your|their) (?:\w+ )?plans\b.*",
    r"agreed (?:by|with)\b.*",
    rf"what (?:the )?{_HOSTS} (?:answer|repl|sa)(?:s|y|ys|ies|id|ied|ed)\b.*|(?:easy|hard|long|tricky) words\b.*",
    "(?:the )?(?:authority|board|council|executive|force|leaders|management|partnership|service|trust)(?:'s|s')? "
    "(?:answer|reply|response)",
    "(?:so )?(?:we|they) (?:are doing|did|have done|will(?: do)?)",
    "(?:explanation of |key |list of |our |the |useful )*(?:acronyms|definitions|terms|jargon)(?: (?:explained|used)"
    r"\b.*)?|jargon buster|(?:what (?:the|these|our) words mean|words (?:that )?we (?:have )?use(?:d)?)\b.*",
    "(?:list of )?(?:glossary|abbreviations)(?: .*)?|references|bibliography|footnotes|notes",
    "distribution(?: list)?|signposting|enclosures?",
    r"(?:implications?|options?|consultation|council plan|background papers|wards? affected|reasons?|analysis)\b.*",
    "what (?:will |should |needs to |must )?happens? (?:next|now)|what (?:needs|has) to happen(?: next)?",
    "(?:key )?lines? of enquiry|klo?es?",
    r"(?:judgements?|judgments?|grades?|gradings?)\b(?! ?: ?\w).*|key to\b.*",
    r"(?:report approved|chief officer|author)\b.*",
)
"""Headings under which there is nothing to tick, whatever stood above them."""

OF_THE_DOCUMENT = (
    r"(?:about|background|context|introduction|method(?:s|ology)?|purpose|scope)\b.*"
    r"|(?:our approach|what (?:we|i) did|how (?:the|this|we|i)\b.*)"
    r"|(?:overall )?conclusions?(?: .*)?"
)
"""Those of them below which what was found may stand all the same, under headings of both kinds."""
