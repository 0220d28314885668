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
    "(?<!as )(?<!not )(?<!less )(?<!so )well(?=[.,;:]|$| and\\b| because\\b| when\\b| with\\b| to\\b)",
    "(?:there (?:are|is|was|were) (?:now )?(?:no|few)|ha(?:d|s|ve) (?:no|few)|(?:no|few) \\w+) (?:[\\w-]+ ){1,6}"
    "(?:in|waiting for) (?:an? )?(?:bed and breakfast|b&b|un(?:registered|regulated|suitable))(?: \\w+)?",
    "(?:attendance|completion|quality|rates? of (?:completion|take-up)|standards?|take-up)\\b[^.;]{0,50}"
    "\\b(?:is|are|was|were) (?:\\w+ )?(?:better|higher|stronger) than(?: (?:at|in))?",
    "(?:backlogs?|delays?|drift|duplication|waits?) (?:has|have) (?:now )?(?:been )?(?:all but |almost |largely "
    "|nearly )?"
    "(?:cleared|disappeared|eliminated|ended|gone|removed)", "knowledgeable", "vivid(?:ly)?", "inside out",
    "far(?:e|es) better",
    "far(?:e|es) well", "(?:greatly |much |widely )?appreciated",
    "with (?:conviction|energy|enthusiasm|imagination|rigour|sensitivity)",
    "(?:a )?(?:true|equal|full|trusted|valued) partners?", "a model of", "lively", "at ease", "feel at home",
    "invested in",
    "speaks? volumes", "shows in the", "(?:are|is|was|were) not in doubt", "living documents?",
    "(?:has|have) (?:already )?(?:borne fruit|paid off|turned (?:\\w+ )?(?:around|round|a corner))",
    "no (?:child|children|family|families|young people|young person|one) (?:\\w+ )?(?:waits?|waited|was left|were left)"
    "(?: (?:longer|more) than)?",
    "never (?:lose|lost|loses) sight", "nothing (?:is|was) too much trouble",
    "(?:praise|admiration|respect) (?:for|from)",
    "ha(?:s|ve|d) cut (?:[\\w'-]+ ){1,4}(?:by|to)", "(?:is|are) down (?:by|from|to)",
    "(?:has|have) (?:doubled|trebled)",
    "(?:exceeds?|exceeded|beats?|ahead of) (?:\\w+ )?(?:average|expectations?|national|requirements?|target)",
)  # fmt: skip
"""Phrases of praise, and troubles that are said not to be there."""

WELL_MEANT = one_of(
    "the same day", "within (?:\\d+|an?|one|two|three|five|seven|ten) (?:\\w+ )?(?:hours?|days?)",
    "a (?:firm |strong )?grip", "(?:a|have|has|given|giving) (?:\\w+ )?voice", "(?:a )?(?:wide|broad) range",
    "no difference between", "adapt(?:ed|s)",
    "(?:absent|lacking|missing) (?:before|until|when)",
    "shared (?:belief|purpose|responsibility|values)", "designed with (?:children|families|parents|young people)",
    "(?:are|is|remains?|was|were) (?:\\w+ )?(?:secure|sensible|settled|strategic|wise)",
    "(?:carers|children|families|parents|people) [^.;]{0,30}\\btake part in", "chair (?:them|their)",
    "creativity|creatively", "diverse", "openly",
    "when they need (?:it|them)", "wherever possible", "before they have to", "at the first (?:contact|sign)",
    "(?:agreed|developed|drawn up|made|planned|shaped|written) with (?:children|families|parents|them|young people)",
    "used (?:daily|every day|intelligently|widely)", "reviewed when",
    "in (?:almost |nearly |virtually )?(?:all|every) (?:\\w+ )?(?:cases?|files?|records?)", "sharper",
    "last(?:s|ed)? beyond",
    "plans that last", "speaks? (?:freely|to families|to children)", "alongside",
    "in (?:plain|simple) (?:english|language|words)",
    "same (?:social )?worker", "familiar", "first[- ]hand", "(?:real )?depth", "richness|rich", "evident",
    "aware of|awareness of", "practical", "responds? (?:quickly|when)", "(?:more|stronger) evidence",
    "(?:work|works|working) (?:as one|hand in hand|side by side)", "offered (?:a|advocacy|help|support)",
    "fully (?:involved|staffed|informed)", "full[- ]time lead", "resilien(?:t|ce)", "loyal(?:ty)?", "good sense",
    "maintain(?:s|ed)? (?:\\w+ )?contact", "stay(?:s|ed)? in touch", "share(?:s)? information",
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
    "(?:swamp|inundat|overwhelm)(?:ed|s|ing|e[ds])?", "in bulk", "slip(?:s|ped|ping)?(?=[ :;,.]|$)", "abrupt(?:ly)?",
    "no (?:\\w+ ){1,3}(?:ha(?:d|s|ve) been|was|were) (?:held|made|seen|written|done|recorded|found|available|offered)",
    "task[- ](?:based|driven|focused|led)", "only (?:an? )?(?:(?:small|tiny) )?(?:handful|minority)",
    "(?:more|over|too) (?:generous|lenient|optimistic) than",
    "(?:felt|feel|feeling) (?:dropped|alone|judged|lost|unheard)",
    "(?:widely )?differ(?:ent|ing) (?:experiences|practices?|standards|thresholds|ways of working)",
    "(?:gets?|got|offered|receives?|received) (?:a )?(?:very )?different (?:help|offer|response|service|support)s?",
    "(?:half|(?:a |one |two )?(?:quarter|third|fifth|tenth)s?|one in \\w+) (?:of (?:[\\w-]+ ){0,4})?(?:are|is"
    "|were|was) "
    "(?:held |made |started )?(?:late|missing|out of date|overdue)",
    "(?:has|have|had) (?:long |largely )?(?:crept up|drifted|eroded|faded|fizzled out|lost momentum|tailed off"
    "|withered)",
    "(?:for|after) (?:over|more than|up to) (?:an? |\\w+ )(?:days|weeks|months|years?)", "muddled", "sketchy",
    "vague(?:ly)?",
    "(?:do|did|does) not [^.;,]{1,40}\\benough", "(?:do|did|does) little",
    "leaves? (?:\\w+ ){1,5}(?:exposed|guessing|unsure|unsupported|vulnerable|without)",
    "not (?:the norm|routine|universal|widespread|visited|offered|followed|kept|known|heard|written|held|tested"
    "|held to)",
    "at the expense of", "mis(?:sed|matched?|understood|understanding)", "narrow", "in isolation", "out of step",
    "(?:come|comes|came|happen|happens|happened|start|starts|started|end|ends|ended) too \\w+", "postponed",
    "cancelled",
    "weakest", "least (?:confident|developed|well)", "wide of the mark", "falter(?:s|ed|ing)?", "left behind",
    "(?:do|did|does) not do justice", "in the dark", "unanswered", "uneasy|unease", "blind spots?", "tail(?:s|ed)? off",
    "bleak", "battl(?:e|es|ed|ing)", "(?:communication|confidence|relationships?|trust) [^.;]{0,60}broken down",
    "minimal", "hangs on", "hardly \\w+",
    "(?:the )?same (?:\\w+ )?(?:issues|lessons|problems|themes|weaknesses)",
    "(?:days|weeks|months|years) (?:after|behind|late|to)",
    "(?:higher|lower|more|fewer|worse) than (?:our |their |its )?(?:neighbours|peers|statistical neighbours"
    "|similar \\w+)",
    "left out", "could be helped sooner", "heavy reliance",
    "depends? on (?:goodwill|individuals|who(?: is)?|personal)", "goodwill", "stretched thin",
)  # fmt: skip
"""Phrases of fault, and what is said to be wanting."""

ILL_OF_SOME = r"^(?:a (?:\w+ )?(?:minority|number)|not all|some)\b"
"""How a sentence begins that tells of some only, as reports mostly do where these fare worse."""
