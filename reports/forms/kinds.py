"""What each kind of section holds, for officers who choose one."""

from reports.drafting import offered_kinds
from reports.models import SectionKind

Kind = SectionKind
HINTS: dict[str, str] = {
    Kind.TEXT: "what you write yourself",
    Kind.INTRODUCTION: "what the report is about and its main figures",
    Kind.CHANGES: "what is new since the committee’s last report",
    Kind.COMMITMENTS: "what earlier reports promised, and whether this one answers it",
    Kind.RESOLUTIONS: "what the committee decided earlier, and what came of it",
    Kind.REVIEWS: "who reviewed what in the period, and with what result",
    Kind.JUDGEMENTS: "the grades that reviews gave over the years",
    Kind.FINDINGS: "strengths and areas for consideration, by the council’s themes",
    Kind.STRANDS: "the same under the headings of each review",
    Kind.RESPONSES: "how the council answered the reviews, and the actions that follow",
    Kind.ACTIONS: "what was signed off, what is late, and whether it made a difference",
    Kind.RECURRENCES: "concerns that more than one review raised",
    Kind.MEASURES: "figures with their charts, and whether they are better than a year before",
    Kind.BENCHMARK: "how the council stands among others, nationally or in its region",
    Kind.VOICE: "what surveys found, and what children and families said about the work",
    Kind.ASSURANCE: "the independent scrutineer’s own statement",
    Kind.PRIORITIES: "the priorities of the council’s plan that the work serves",
    Kind.IMPLICATIONS: "financial, legal and other implications, each with its answer",
    Kind.RISK: "open actions that are late, at risk or in doubt",
    Kind.RECOMMENDATIONS: "what the committee is asked to do, and why",
    Kind.CONTACTS: "the author, the chief officer and the approval",
    Kind.WARDS: "the wards that the report affects",
    Kind.BACKGROUND: "the papers that the report rests on",
    Kind.ANNEXES: "the list of annexes",
    Kind.ABBREVIATIONS: "the short forms that the text uses, explained",
}


def kinds_in_order() -> list[SectionKind]:
    """Return the kinds that can be chosen: text, then the others in the order of a usual report."""
    kinds = offered_kinds()
    return [Kind.TEXT, *(kind for kind in kinds if kind != Kind.TEXT)]


def kinds_with_hints() -> list[tuple[str, str]]:
    """Return each kind with what it holds."""
    return [(str(kind.label), HINTS[kind]) for kind in kinds_in_order()]
