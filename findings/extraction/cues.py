"""Words by which a sentence praises or asks for something; they only ever suggest a kind to a person.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .evaluating_words import DOUBTED, FAULTED, FAVOURED, PRAISED
from .genres import STATING_VERBS
from .prose_words import ILL_OF_SOME, ILL_SAID, WELL_MEANT, WELL_SAID
from .vocabulary import one_of

PRAISE: tuple[tuple[str, float], ...] = (
    (
        one_of(
            "strengths?", "strong(?:ly)?", "good", "excellent", "outstanding", "impressive", "exemplary",
            "effective(?:ly)?", "robust", "well[- ](?:\\w+ed|led|known|run|chaired|structured)", "thorough",
            "ambitious", "determined", "committed", "commitment", "confident", "confidence", "skilled",
            "appropriate(?:ly)?", "positive(?:ly)?", "praised?", "valued", "highly", "tenacious",
            "child-cent(?:red|ered)",
        ),
        1.0,
    ),
    (
        one_of(
            "timely", "promptly", "swiftly?", "sensitive(?:ly)?", "creative", "innovative",
            "reassuring(?:ly)?", "welcomed?", "clear(?:ly)?", "warm", "stable", "sustained", "embedded",
            "benefits?", "improv(?:ed|ing)", "better",
            "increas(?:ed|ing) (?:clarity|confidence|understanding)", "make a difference", "bear fruit",
            "safe(?:ly)?", "strengthened", "understands?", "engaged",
            "feel (?:safe|supported|heard|listened to)", "know (?:\\w+ )?(?:children|their|them)",
            "at the (?:\\w+ )?(?:centre|heart) of", "breaking down", "empowered", "high quality", "matches?",
            "meets? the requirements?", "pride", "ambitions?", "keen",
        ),
        0.6,
    ),
    (PRAISED, 1.0),
    (WELL_SAID, 1.0),
    (one_of(FAVOURED, WELL_MEANT), 0.5),
)  # fmt: skip
"""What is praised, and how plainly the word does so."""

NEED: tuple[tuple[str, float], ...] = (
    (
        one_of(
            "(?<!as they )(?<!when they )(?<!who )needs? to", "need for",
            "(?<!their )(?<!'s )(?<!s' )needs? (?:an?|better|clearer|closer|greater|more|sharper|stronger)",
            "needs? (?:\\w+ )?improve\\w*",
            "must", "(?<!\\bas they )(?<!how they )(?<!what they )(?<!when they )(?<!where they )should",
            "has to be", "have to be", "lack(?:s|ed|ing)?(?: of)?", "not yet", "insufficient(?:ly)?",
            "inconsisten\\w+", "weak\\w*", "poor(?:ly)?", "ineffective\\w*", "inadequate\\w*", "drift",
            "too (?:many|few|long|often|slow\\w*|much|late)",
            "not (?:always|well|consistently|sufficiently|clear|fully|routinely|enough|good)",
            "fail(?:s|ed|ure|ures|ing)?", "more work", "more to do", "further work", "work to do", "gaps?",
            "shortages?", "shortfalls?", "risks? losing", "(?<!at )(?<!high )risk of", "significant risk",
            "(?:posing|poses?) (?:a )?(?:significant )?risk", "left at risk", "adversely",
            "difficult(?:y|ies)", "cause of (?:\\w+ )?concern",
            "remains? (?:a |an )?(?:\\w+ )?(?:challenge|concern)", "unclear", "often missing", "rarely",
            "does not", "do not", "did not", "don't", "doesn't", "didn't", "isn't", "aren't", "unable to",
            "missing(?! (?:children|education|lessons|school|episodes?|from (?:care|home)|people|persons?))",
            "absent", "out of date", "hard(?:er)? to", "dissatisf\\w+", "no (?:agreed|clear|evidence|published|shared)",
            "(?:has|have) (?:dipped|fallen|slipped|worsened)", "unfinished", "under-\\w+", "underdeveloped",
        ),
        1.0,
    ),
    (
        one_of(
            "challenges", "(?:a|the|remains?) (?:\\w+ )?challenge", "challenging", "pressures?",
            "delay(?:s|ed)?", "variab\\w+", "limited", "concerns?",
            "vacanc(?:y|ies)", "turnover", "capacity issues", "issues? (?:of|with|concerning|around)",
            "could(?! (?:all |also )?(?:describe|explain|hear|name|point|recall|rely|repeat|say|see|show|tell)\\b)"
            "(?! (?:be|have been) (?:expected|hoped|wished))(?! not\\b)",
            "consider(?:ation)?", "slow\\w*", "unmet", "waits?", "waiting", "uncertain\\w*", "fragile",
            "stretched", "blurred", "(?:are|is|run|runs|start|starts|was|were) late", "silent on",
            "(?:start to )?get in the way", "hampered", "worsen\\w*", "would (?:help|benefit)", "imminent",
            "pace of change", "not(?! (?:before|just|merely|only)\\b)", "however", "stuck",
        ),
        0.6,
    ),
    (one_of("may be", "ensure", "importance of", "develop", "further"), 0.4),
    (FAULTED, 1.0),
    (ILL_SAID, 1.0),
    (one_of(DOUBTED, ILL_OF_SOME), 0.5),
)  # fmt: skip
"""What is asked for or found wanting, and how plainly the word does so."""

DEMANDS = one_of(
    "agree", "build", "clarify", "consider", "continue", "develop", "embed", "ensure", "extend", "find", "focus",
    "give", "improve", "increase", "make sure", "publish", "reduce", "review", "strengthen", "use", "widen",
)  # fmt: skip
"""Verbs with which a text that tells somebody to do something begins."""

WISHES = (
    (
        one_of("should", "must", "ought to")
        + rf" (?:also |now |urgently )?(?:establish|include|make|provide|set|take steps|work|{DEMANDS})",
        2.0,
    ),
    (
        one_of(
            "authority",
            "board",
            "council",
            "force",
            "leaders",
            "partners(?:hip)?",
            "services?",
            "trust",
            "you",
        )
        + " (?:also |now |still )?needs? to (?!know)",
        1.5,
    ),
    (r"^(?:the )?(?:\w+ ){1,4}(?:for|of|to|with)\b[^.;]{3,200}\bso that", 2.0),
)
"""How a text says what somebody is to do, or to what end something is to be better."""

_AT_WORK = r"(?= (?:board|co-?ordinator|group|lead|manager|partner|practitioner|staff|team|worker)s?\b)"
"""What follows a word that belongs to the name of people or of a body, as in “the youth work team”."""
_PART_OF_NAME = one_of(
    *(rf"(?<=\b{word} )[\w-]+ed" for word in ("the", "an", "a", "our", "their")), "combined", "commissioned",
    "dedicated", "designated", "elected", "integrated", "looked after", "named", "registered", "related",
) + "(?! to\\b)"  # fmt: skip
"""Participles that say which people or body is meant, as in “the integrated care board”."""
_TELLS = one_of(
    STATING_VERBS, "acts?", "aims?", "allows?", "attempts?", "began", "begins?", "brings?", "builds?", "came", "chose",
    "continues?", "delays?", "develops?", "efforts?", "enables?", "ensures?", "exists?", "fail(?:s|ure)?", "found",
    "gathers?", "go(?:es)?", "got", "held", "helps", "hopes?", "intends?", "joins?", "kept", "led", "lets?", "met",
    "plans?", "proposals?", "reluctan(?:t|ce)", "seeks?", "shares?", "sits?", "sought", "spoke", "starts?", "steps?",
    "told", "took", "tr(?:y|ies)", "turns?", "uses?", "wants?", "went", "will", "wish(?:es)?", "work(?:s|ing)?",
    "would", r"(?<!additional )(?<!complex )(?<!educational )(?<!special )needs?",
)  # fmt: skip
"""Words before “to” by which a sentence tells what was, is or will be done, or how that went."""
_TAKES_TO = one_of(
    "(?:able|easy|free|hard|keen|likely|quick|ready|slow|unable)(?= to\\b)",
    "(?:abilit(?:y|ies)|chances?|commitments?|dut(?:y|ies)|freedom|opportunit(?:y|ies)|powers?|rights?|willingness)"
    "(?= (?:by|for|from|in|of|on|to)\\b)",
    "(?:access|approach(?:es)?|attention|contributions?|introductions?|links?|referrals?|responses?|routes?|thanks"
    "|transitions?)(?= to (?!be\\b))",
)
"""Words that take “to” themselves, before a verb or before a noun."""
_NO_ACTOR = one_of(
    rf"(?!{_PART_OF_NAME}\b)[\w-]+ed", rf"(?!(?:play|start|work|working){_AT_WORK}){_TELLS}", _TAKES_TO, "how", "i",
    "in order", "it", "so as", "that", "there", "these", "they", "this", "we", "what", "when", "where", "who", "you",
)  # fmt: skip
"""Words that are no part of the name of those who are to do something."""
_TAKEN_UP = (
    r"\b(?:after|although|as|because|before|how|if|once|since|so|than|that|unless|until|what|when|where|whether|which"
    r"|while|who|whom|whose|why)\b"
)
_STATES = rf"(?:(?!{_TAKEN_UP})[^.:;])*(?<!\bto )\b(?:are|had|has|have|is|was|were)\b"
"""A verb of the sentence itself, not only of a clause in it: it says how something is."""
_DOES = one_of(
    DEMANDS, "appoint", "ask", "attend", "complete", "confirm", "consult", "decide", "explore", "have", "hear",
    "include", "inform", "invite", "make", "meet", "monitor", "produce", "provide", "send", "set", "share", "take",
    "write",
)  # fmt: skip
ASSIGNS = (
    rf"(?:(?!(?:{_NO_ACTOR})(?![\w-]))[\w'&/-]+,? ){{1,8}}to (?!{_STATES})"
    rf"(?:be \w+|{_DOES} \w+|(?:check|look|report|work) (?:at|on|that|whether|with)"
    r"|[\w-]+ (?:an?|all|any|each|how|its|the|their))\b"
)
"""How a sentence of an action plan begins, without a verb of its own: who, and what they are to do."""

OUTRIGHT = (
    r"\b(?:we|i|it is|reviewers|inspectors|the (?:peer )?team) (?:\w+ )?recommend(?:s|ed)? that\b"
    r"(?!.*\b(?:below|following)\b)"
)
"""How a sentence recommends something itself, rather than what a list gives."""

PLAIN_FAULT = (
    r"^(?:far )?too (?:few|many|much|often)\b|\b(?:are|is|was|were) (?:\w+ )?too \w+"
    r"|\bnot (?:always|consistently|routinely|sufficiently|(?:good|well) enough)\b"
    r"|\b(?:are|is|remains?|was|were) (?:\w+ )?(?:inadequate|inconsistent|insufficient|patchy|poor|variable|weak)\b"
)
"""Words that find fault whatever else a point says."""

DENIALS = one_of(
    "no",
    "none(?: \\w+)?",
    "not",
    "never",
    "without",
    "few",
    "little",
    "lack of",
    "rarely",
    "less",
    "fewer(?! than)",
    "nor",
    "isn't",
    "n't",
)
"""Words that turn the word after them round: “not effective”, “no delay”."""

CONTRASTS = one_of(
    "(?:although|though|while|whilst)\\b[^,.;]*,", "but\\b", "however\\b", "yet\\b", "nevertheless\\b"
)
"""Words after which a sentence takes back what it has said, or asks for what is still missing."""
