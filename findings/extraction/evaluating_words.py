"""The everyday words in which reports praise and find fault; `cues` weighs them with those of the field.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .vocabulary import one_of

_BURDENS = one_of(
    "absences?", "backlogs?", "caseloads?", "complaints", "delays?", "duplication", "exclusions", "gaps?",
    "re-referrals",
    "reliance", "sickness", "suspensions", "turnover", "vacanc(?:y|ies)", "waits?", "waiting (?:times?|lists?)",
)  # fmt: skip
_EASED = one_of(
    "(?:come|gone|brought) down", "dropped", "fallen", "fell", "halved", "narrowed", "reduced", "shorter"
)
_NATIONAL = "(?:the )?(?:average|national|regional|those of|target)"

PRAISED = one_of(
    "accurate(?:ly)?", "admirabl[ey]", "asset", "best", "candid", "careful(?:ly)?", "celebrated?", "compliant",
    "could not (?:be )?fault(?:ed)?", "decisive(?:ly)?", "dedicat(?:ed|ion)", "easy to (?:find|read|understand|use)",
    "encouraging(?! them| it)", "enjoy(?:ed|s)?", "enthusias\\w+", "excel(?:s|led)?", "exceptional(?:ly)?",
    "first[- ](?:class|rate)",
    "flourish(?:ed|es|ing)?", "frank", "full part", "genuine(?:ly)?", "hard to fault", "heartening",
    "helpful(?:ly)?", "honest(?:ly|y)?",
    "imaginative(?:ly)?", "impress(?:ed|es)", "in good (?:order|time)", "inspir(?:ed|ing)", "inventive",
    "joined[- ]up", "kind(?:ly|ness)",
    "making a (?:\\w+ )?difference", "made a (?:\\w+ )?difference", "manageable", "meaningful(?:ly)?",
    "model (?:for|that)",
    "on time", "passionate", "persisten(?:t|tly|ce)", "popular", "prompt", "proportionate", "proud",
    "realistic(?:ally)?", "reflective", "respected", "respectful(?:ly)?", "responsive", "rigorous(?:ly)?",
    "successful(?:ly)?",
    "strength to strength", "sound", "superb", "thoughtful(?:ly)?", "thriv(?:e|es|ed|ing)", "to a high standard",
    "(?:of a )?high standard", "transformed", "trusted", "visible", "warmth",
    "well (?:attended|beyond|known|led|run|looked after|understood|used|\\w+ed)",
    "wonderful", "work(?:s|ed|ing)? (?:very |really )?well", "works? closely", "working closely",
    f"{_BURDENS} (?:[\\w-]+ ){{0,5}}{_EASED}", f"{_EASED} {_BURDENS}", "strongest", "impressively", "remarkabl[ey]",
    "achievements?",
)  # fmt: skip

FAVOURED = one_of(
    f"above {_NATIONAL}", "accessible", "alert to", "at every level", "at the right time", "balanced", "belong",
    "calm",
    "close(?:ly)? (?:together|working)", "comprehensive(?:ly)?", "consistent(?:ly)?", "curious",
    "could (?:all |also )?(?:describe|explain|name|show)", "detailed", "early",
    "energ(?:y|etic)", "equal", "fair(?:ly)?", "flexible", "generous(?:ly)?", "happy", "held to account",
    "help(?:s|ed|ing)? (?:them|young|children|families|staff|parents|officers|\\w+ to)",
    "in depth", "purposeful", "in person", "led to (?:\\w+ )?change\\w*", "like(?:d)? (?:their|her|his|the|being)",
    "listen(?:s|ed)? to", "make themselves heard",
    "a (?:\\w+ )?change", "quick(?:ly)?", "rapid(?:ly)?", "ready", "regular(?:ly)?", "reassured", "recognised",
    "seen alone", "shared (?:ambition|plan|sense|understanding|vision)",
    "smooth(?:ly)?", "straightforward", "supportive", "supported", "together", "trained",
    "treat(?:s|ed)? (?:them|you|us|as)", "trust(?:s|ed)?",
    "up to date", "welcoming", "with (?:care|confidence|skill|thought)", "altered as a result", "as a result",
    "changed as a result", "thanks to",
    "(?:every|(?:almost |nearly )?all|most|the (?:great )?majority) (?:of )?"
    "(?:care leavers|children|families|parents|pupils|schools|staff|you|young people)",
    "honou?rs?", "protected", "promoted", "valu(?:es|ing)", "has introduced", "have introduced", "live in stable",
    "put children first", "talk(?:s|ed)? warmly",
)  # fmt: skip

FAULTED = one_of(
    "anxious", "backlogs?", f"(?:below|lower than|worse than) {_NATIONAL}", "by chance", "cliff edge",
    "difficult (?:for|to)", "could not (?!be fault|fault)\\w+",
    "confus(?:ed|ing|ion)", "depends? (?:too|on (?:one|where|which|who))", "disappoint\\w*", "disjointed",
    "dispute[sd]?", "duplicat(?:es|ing|ion)",
    "excessive(?:ly)?", "f(?:a|e)lls? short", "fragmented", "frustrat\\w+",
    "hardly (?:any\\w*|at all|ever|features?)", "haven't", "hasn't", "wasn't", "weren't", "can't",
    "infrequent(?:ly)?", "invisible", "later than",
    "less (?:assured|certain|clear|confident|consistent|convinced|developed|effective|even|evident|secure|strong|sure)",
    "less (?:visible|well|than \\w+)",
    "little (?:account|effect|evidence|impact|more|of|sense|sign|to|use|understanding)", "long (?:delays?|waits?)",
    "missed (?:\\w+ )?(?:appointments?|opportunit(?:y|ies))",
    "no (?:common|follow-up|formal|lead|mechanism|plan|process|record|routine|sense|sign|single|strategy|system)",
    "no (?:time|way)",
    "nobody", "no one", "no-one",
    "not (?:all|aware|been|every\\w*|met|sure|yet)", "ought to", "over-?(?:optimistic|relian\\w+|stretched)",
    "overdue", "overlooked", "patchy",
    "perfunctory", "seldom", "scarcely", "shallow", "shortcomings?", "struggl\\w+", "superficial", "thin",
    "tick[- ]box", "tokenistic", "too (?!well\\b|far from)\\w+",
    "un(?:acceptabl[ey]|allocated|answered|aware|even|explained|filled|happy|read|realistic|recorded|resolved|sure|tested|used|welcome)",
    "varies", "vary", "weak point", "without (?:any|being|considering|enough|having|knowing|sufficient)",
    "worr(?:y|ied|ies|ying)", "worse", "would (?:have liked|like to see)",
    "yet to", "tired of", "missed", "not (?:enough|joined up|shared|understood|used|recorded|seen|in place)",
    "cut back", "need(?:s)? (?:more|better|greater|attention|strengthening|work)",
)  # fmt: skip

DOUBTED = one_of(
    "absence of", "(?<!one )another(?! (?:added|described|praised|said|told))", "are long", "burden\\w*",
    "cannot(?! (?:live|remain|return|stay)\\b)", "cold", "complicated", "declin\\w+",
    "depend(?:s|ed|ent)", "dip(?:ped|s)?", "fear(?:s|ed)?",
    "fewer than",
    "(?<!a )(?:very |relatively |surprisingly )?few(?! (?:days|weeks|months|years|minutes|exceptions))", "generic",
    "half (?:of|the)",
    "high (?:caseloads|turnover)", "in draft", "lengthy", "list of tasks", "lost", "mixed", "must be read",
    "neither", "never", "none", "nor", "nothing",
    "only", "rather than", "relian(?:t|ce) on", "reluctan\\w+", "ris(?:en|es|ing)", "rose",
    "separate (?:lists|systems)", "stands? at", "still", "stopped", "story again",
    "than (?:they|it) should", "the same (?:questions?|story|thing)s?", "though", "unless", "uncommon",
    "different answers", "how far", "the extent to which",
)  # fmt: skip
