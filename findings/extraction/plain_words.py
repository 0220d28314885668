"""The phrases in plain words that give a kind, as “What is working well” and “Things to change” do.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .term import BE, Term
from .vocabulary import Kind, one_of

_WHO = r"(?:(?!and\b|what\b)\w+ ){1,6}"
_WAS_OR_WERE = one_of("are", "is", "was", "were")
_WELL = "(?: very| really)? well"
_SOME = r"(?:(?:some|several|these|two|three|four|five|other|many) )"
_POINTS = r"(?:what|(?:the )?(?:(?:main|other|two|three|four|five) )?(?:areas|aspects|issues|matters|points|things))"
_TOLD = rf"{_POINTS}(?: that| which)? {_WHO}(?:agreed|felt|reported|said|told (?:me|us)|thought)(?: that)?"
_YOU = (
    r"(?:(?:we|i|the team|peers) (?:also )?(?:believe|consider|feel|think|suggest|would suggest)s?(?: that)? )?"
    r"(?:you|(?!the (?:members|committee|cabinet|panel|board)\b)the \w+)"
)
_WAS = one_of("is", "was")

PLAIN_TERMS: tuple[Term, ...] = (
    Term("(?:what|strengths|things) (?:\\w+ ){0,3}(?:to )?build (?:up)?on", Kind.STRENGTH, 0.9),
    Term("(?:what|things) to (?:watch|keep an eye on)", Kind.AREA, 0.9),
    Term("strong points?|(?:areas|things|practice) to celebrate", Kind.STRENGTH),
    Term(
        r"(?:(?:what|things)(?:'s| is| are| has| have| has been| was| were)? )?"
        rf"(?:went|goes|gone|works?|worked|working|going){_WELL}",
        Kind.STRENGTH,
    ),
    Term(rf"what {_WHO}(?:do|does|did|done|doing){_WELL}", Kind.STRENGTH),
    Term(r"what(?:'s| is| was) (?:good|strong|positive)", Kind.STRENGTH),
    Term("what works|what(?:'s| is) working", Kind.STRENGTH, 0.75),
    Term(
        rf"(?:what|things) {_WHO}(?:that|which) {_WAS_OR_WERE} (?:(?:really|very) )?"
        "(?:effective|encouraging|good|impressive|positive|strong|working(?: well)?)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        rf"(?:what|things) {_WHO}(?:that|which) {_WAS_OR_WERE} "
        "(?:(?:less|not) (?:yet |so )?\\w+|missing|poor|troubling|weak|worrying)",
        Kind.AREA,
        0.9,
    ),
    Term(r"what(?: has|'s| have) (?:improved|been improved|got better)", Kind.STRENGTH, 0.9),
    Term(
        r"(?:what|things) (?:(?!(?:it|looks?|good|hardly|never|not|was|is)\b)\w+ ){1,3}"
        "(?:like[ds]?|value[ds]?|admired?)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        r"what (?:has |have |most )*impressed(?: \w+){0,2}|what (?:\w+ ){1,4}impressed (?:by|with)",
        Kind.STRENGTH,
    ),
    Term(
        r"(?:what |things )?(?:[\w']+ ){0,4}(?:be|feel|are|is) (?:\w+ ){0,2}proud (?:of|about)",
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
    Term(
        "what (?:still |also )?(?:need(?:s|ed)?(?: to)?|(?:had|has|have|ought) to|should|could|must)(?: be)? "
        + one_of(
            "improved?",
            "better",
            "get better",
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
    Term(
        "what (?:still |also )?need(?:s|ed) (?:more |further |our |your )?(?:attention|work|to change)",
        Kind.AREA,
    ),
    Term(
        rf"(?:what|things) {_WHO}(?:needs?|could|should|must|would|ha(?:s|ve))(?: to)? "
        "(?:be better|do better|do differently|improve|work on|change|strengthen|develop|like to see)",
        Kind.AREA,
    ),
    Term(rf"where (?:\w+ )?practice {_WAS} (?:less|not|poor|weak|weaker|inconsistent)\b(?: \w+)?", Kind.AREA),
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
    Term(rf"what (?:\w+ ){{0,4}}{BE} (?:\w+ )?(?:worried|concerned) about", Kind.AREA),
    Term(
        rf"what (?:{_WHO})?(?:worry|worries|worried|be (?:concerned|worried)) about"
        r"|what (?:still )?(?:might |should |would )?(?:concerned|concerns?|worried|worries|worry) \w+(?: \w+)?",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"what {_WHO}(?:is|are|was|were)(?: not|n't) (?:yet )?(?:doing|getting right)(?:{_WELL})?", Kind.AREA
    ),
    Term(r"what (?:do|does|did|should|must|could) (?:\w+ ){1,7}(?:better|improve)", Kind.AREA),
    Term(
        r"where (?:\w+ ){1,3}(?:needs?|should|could|must|ha(?:s|ve))(?: to)? (?:do |be |go )?"
        "(?:more|better|further|(?:be )?improved?|(?:be )?strengthen(?:ed)?)",
        Kind.AREA,
    ),
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
    Term("what(?:'s| is| was) less (?:effective|good|positive|strong)", Kind.AREA),
    Term(
        r"where (?:\w+ ){1,3}(?:is|are|was|were) (?:doing well|effective|good|strong(?:er|est)?)",
        Kind.STRENGTH,
    ),
    Term(r"where (?:\w+ ){1,3}(?:is|are|was|were) (?:less|not|weak(?:er)?)\b(?: \w+){0,2}", Kind.AREA),
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
        rf"(?:where |what )?{_WHO}(?:needs? to|should|must|could) (?:be (?:stronger|clearer|better)"
        "|(?:do|see) (?:more|better|less)|go (?:further|next))(?: (?:at|of|on|to))?",
        Kind.AREA,
        0.9,
    ),
    Term("what (?:we|you|they) still (?:have|need) to (?:do|improve|put right)", Kind.AREA, 0.9),
    Term("where (?:we|you|they) (?:still )?(?:have|need) to improve", Kind.AREA, 0.9),
    Term("what (?:(?!will\\b)\\w+ ){0,4}to work on", Kind.AREA, 0.9),
    Term(
        rf"what {_WHO}(?:asks?|needs?|wants?|would like) (?:us|you|them|(?:the )?(?:[\w']+ ){{0,3}}\w+) to do",
        Kind.AREA,
        0.85,
        True,
    ),
    Term(rf"what {_WHO}(?:wants?|would like) (?:us|you|them|the \w+) to (?:\w+)", Kind.AREA),
    Term(rf"what {_WHO}(?:must|needs? to|should) do(?: (?:next|now))?", Kind.AREA, 0.6),
    Term(
        rf"what {_WHO}{BE} (?:(?!not\b|less\b)\w+ )?(?:happy|pleased|satisfied) (?:about|with)",
        Kind.STRENGTH,
    ),
    Term(rf"what {_WHO}{BE} (?:not |less |un)(?:\w+ )?(?:happy|pleased|satisfied) (?:about|with)", Kind.AREA),
    Term(
        "(?:best|good) (?:bits?|things?)|thumbs up|what(?:'s| is| was) (?:best|great|brilliant)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        "(?:bad|hard|hardest|harder|less good|not so good|worst) (?:bits?|things?)|thumbs down"
        "|what(?:'s| is| was) (?:hard|difficult|bad|missing)",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_TOLD}(?: still)? (?:needs?|needed|could|should|must|ought|had|ha(?:s|ve))(?: to)? (?:be |do |get )?"
        r"(?:(?:more|most) )?(?:attention|better|chang(?:e|ed|ing)|clearer|differen(?:t|tly)|improv(?:e|ed|ing)"
        r"|more|put right|stronger|strengthen(?:ed|ing)?|work(?:ing)? on)",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_TOLD} {_WAS_OR_WERE} (?:(?:really|very|still) )?"
        "(?:bad|difficult|hard(?:er|est)?|missing|(?:less|not) \\w+(?: (?:enough|well))?|unhelpful|weak|worse|worst)",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_TOLD} (?:they (?:liked|like|valued|value|appreciated|enjoyed)"
        rf"|(?:{_WAS_OR_WERE} )?(?:go|goes|going|went|works?|worked|working){_WELL}"
        rf"|{_WAS_OR_WERE} (?:(?:most|really|very) )?(?:best|good|great|helpful|positive|strong))",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        rf"{_SOME}(?:areas|aspects|matters|points|things)(?: that| which)? "
        r"(?:are|did|do|had|has|have|were)(?:n't| (?:still )?(?:not|yet to)) [\w' ]{3,60}",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_POINTS}(?: that| which)? {_WHO}f(?:i|ou)nds? "
        "(?:(?:most|really|very) )?(?:good|helpful|positive|useful|valuable)",
        Kind.STRENGTH,
        0.9,
    ),
    Term(
        rf"{_POINTS}(?: that| which)? {_WHO}f(?:i|ou)nds? "
        "(?:(?:less|more|most|not|really|very) )?(?:difficult|frustrating|hard(?:er|est)?|unhelpful|upsetting)",
        Kind.AREA,
        0.9,
    ),
    Term(
        rf"{_POINTS}(?: that| which)? {_YOU} (?:could|may|might|must|needs? to|ought to|should)"
        r"(?: now| also| still)*(?: (?:like|want|wish) to)? (?:address|attend to|concentrate on|develop|focus on"
        r"|improve|look at(?: again)?|pay (?:more )?attention to|put right|strengthen|tackle|think about|work on)",
        Kind.AREA,
        0.9,
    ),
    Term(
        r"what (?:gets?|is getting|got|was getting|stands?|is holding|holds?) (?:[\w']+ )?(?:in the way|back)",
        Kind.AREA,
    ),
    Term(r"what (?:still )?(?:worries|concerns|troubles) (?:\w+ ){0,2}\w+", Kind.AREA, 0.9),
    Term(
        rf"what {_WHO}(?:dislike|do not like|did not like|don't like|didn't like|find(?:s)? (?:hard|difficult))",
        Kind.AREA,
        0.9,
    ),
)
"""Kinds, by questions and by the beginnings of sentences; `terms` has the names of findings."""
