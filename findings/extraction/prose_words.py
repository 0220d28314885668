"""The turns of phrase by which running text praises and finds fault; `cues` weighs them with single words.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

_HARMLESS = (
    "delayed|deterred|excluded|forgotten|harmed|left|lost|missed|only|overlooked|prevent|rushed|simply"
)
"""What it is no fault not to be."""
_RISK = "(?:at|in) (?:[\\w-]+ ){0,2}(?:danger|risk)(?: of (?:\\w+ )?harm)?"
_TROUBLE = one_of("breakdown", "danger", "delays?", "drift", "duplication", "harm", "risks?")

WELL_SAID = one_of(
    f"no (?:child|children|one|young people) [^.;]{{0,40}}\\b{_RISK}",
    f"(?:did not|didn't) (?:find|meet|see) (?:a|any) (?:child|children|young person) [^.;]{{0,40}}\\b{_RISK}",
    "(?:belief|conviction|view)\\b[^.;]{0,120}\\bthat (?:[\\w-]+ ){1,4}should",
    "(?:addressed|overcame|overcome|resolved|tackled) (?:(?:all|many|most|much) (?:of )?)?"
    "(?:the |their |these |those )?(?:earlier |previous )?"
    "(?:concerns|failings|gaps|issues|shortcomings|shortfalls|weaknesses)",
    "no (?:backlogs?|unallocated|children waiting)", "no longer (?:experience|face|feel|have to|need|wait)\\w*",
    f"(?:avoid|minimis|prevent|reduc|tackl)(?:e|ed|es|ing|s)? (?:\\w+ )?{_TROUBLE}", f"without {_TROUBLE}",
    "(?:does|did|do) not prevent", "without (?:being|having to be) (?:asked|chased|prompted|sent|told)",
    "(?:considerable|good|great|real|significant|solid|steady|strong) progress",
    "high (?:ambitions|aspirations|expectations|hopes)", "aspirational", "relentless(?:ly)?", "tireless(?:ly)?",
    "unwavering", "(?:never|not) g(?:a|i)ve up", "constructive(?:ly)?", "reliabl[ey]", "credible", "lifeline",
    "authentic", "pioneering", "seamless(?:ly)?", "(?:paying|pays|reaping) (?:\\w+ )?(?:dividends|rewards)",
    "punch(?:es|ed)? (?:\\w+ )?above", "the extra mile", "out of (?:its|their) way",
    "astute", "attentive", "coherent", "cohesive", "commendabl[ey]", "compassion(?:ate|ately)?", "compelling",
    "conscientious(?:ly)?", "diligent(?:ly)?", "empath(?:y|etic)", "(?:great )?skill", "skilful(?:ly)?", "inclusive",
    "nurturing", "noteworthy", "on track", "(?:taken|takes?|took) seriously", "vibrant", "well received",
    "(?:better|faster|quicker|stronger) (?:[\\w-]+ ){0,4}than (?:at |in )?(?:elsewhere|most|nationally|other)",
    "personalised", "bespoke", "tailored", "co-?produced", "co-?designed",
    "(?<!as )(?<!not )(?<!less )(?<!so )well(?=[.,;:]|$| and\\b| because\\b| when\\b| with\\b)",
)  # fmt: skip
"""Phrases of praise, and troubles that are said not to be there."""

WELL_MEANT = one_of(
    "the same day", "within (?:\\d+|an?|one|two|three|five|seven|ten) (?:\\w+ )?(?:hours?|days?)",
    "a (?:firm |strong )?grip", "(?:a|have|has|given|giving) (?:\\w+ )?voice", "(?:a )?(?:wide|broad) range",
    "no difference between", "adapt(?:ed|s)",
    "(?:absent|lacking|missing) (?:before|until|when)",
    "shared (?:belief|purpose|responsibility|values)", "designed with (?:children|families|parents|young people)",
    "g(?:e|o)t(?:ten)? better", "trusting", "appreciated", "efficient(?:ly)?", "a (?:place|seat) at the table",
    "sp(?:eaks?|oke) (?:\\w+ )?(?:highly|positively|warmly)",
)  # fmt: skip
"""Phrases that mostly praise."""

ILL_SAID = one_of(
    f"(?:are|be|been|is|was|were) (?:still )?not (?!{_HARMLESS})(?:\\w+ly )?\\w+(?:ed|en|ght|wn)",
    f"(?:had|has|have) not (?!{_HARMLESS})(?:yet )?(?:been )?(?!{_HARMLESS})\\w+",
    "there (?:are|is|was|were) (?:\\w+ )?no (?!backlog|better|child|danger|delay|difference|doubt|drift|longer|need|one"
    "|question|unallocated|wait)\\w+",
    "(?<!a )little (?!by\\b|boys?\\b|girls?\\b|longer\\b|one)\\w+",
    "(?:are|became|become|becomes|is|remains?|was|were) less (?!likely\\b|than\\b)\\w+",
    "(?:frequently|often|sometimes|too often|usually) (?:excluded|forgotten|ignored|left out|missed|unclear)",
    "(?:levels?|numbers?|proportions?|rates?) (?:[\\w-]+ ){0,12}(?:are|is|remains?|was|were) (?:\\w+ )?high",
    "(?:are|arrives?|be|been|comes?|is|starts?|was|were) (?:frequently|often|sometimes|still|usually) late",
    "(?:relatively|still|stubbornly|very) high(?! (?:quality|standard))",
    "(?:victim-)?blam(?:e|ed|es|ing)", "deteriorat\\w+", "expired", "inequit\\w+", "lapsed", "out-?dated",
    "regress\\w+", "stalled",
    "ha(?:d|s|ve) no (?!backlog|better|concern|danger|delay|difference|doubt|drift|longer|need|question|unallocated"
    "|wait)\\w+",
    "ha(?:d|s|ve) waited", "waited (?:for |over |too )",
    "focus(?:ed|es)? (?:mainly |only |too much )?on (?:compliance|process|tasks?)\\b",
    "(?:three|four|five|several|repeated|frequent) (?:or more )?changes? of \\w+",
    "having to (?:chase|repeat|start|tell|wait)",
    "under (?:\\w+ )?(?:pressure|strain|stress)", "rushed", "silos?",
    "(?:taken?|takes|took) (?:longer than|more than|over|up to) (?:[\\w-]+ ){1,3}(?:days|weeks|months|years)",
    "ad hoc", "bottlenecks?", "bureaucratic", "chaotic", "complacen(?:t|cy)", "cumbersome", "defensive(?:ly|ness)?",
    "erratic", "haphazard", "hesitant",
    "in(?:accessible|accurate|appropriate|complete|correct|secure|sensitive|stability)",
    "lip service", "opaque", "piecemeal", "reactive", "risk[- ]averse", "sporadic(?:ally)?", "unhelpful(?:ly)?",
    "unstable", "afraid", "frightened", "scared", "angry", "fed up", "let down", "marginal(?:ised)?", "on the margins",
    "un(?:coordinated|equal|fair|reliable|safe|suitable|supported|sustainable)", "without anyone",
)  # fmt: skip
"""Phrases of fault, and what is said to be wanting."""

ILL_OF_SOME = r"^(?:a (?:\w+ )?(?:minority|number)|not all|some)\b"
"""How a sentence begins that tells of some only, as reports mostly do where these fare worse."""
