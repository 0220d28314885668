"""Word's own numbering: paragraphs 1, 2, 3 through the whole report, points a), i), A) and 1) under each."""

from docx.document import Document

from reports.rendering.word.xml import Element, w

PARAGRAPHS = 1
LEVELS = (
    ("decimal", "%1."),
    ("lowerLetter", "%2)"),
    ("lowerRoman", "%3)"),
    ("upperLetter", "%4)"),
    ("decimal", "%5)"),
)
TEXT_AT = (680, 1247, 1814, 2381, 2948)
"""Where the text of each level stands, in twentieths of a point."""
DEEPEST = len(LEVELS) - 1


class Numbering:
    """Gives paragraphs their place in the one list of the report.

    Word counts by itself; where a report leaves numbers out, a new start says so, and no number is ever typed in.
    """

    def __init__(self, document: Document) -> None:
        self.root = document.part.numbering_part.element
        for element in list(self.root):
            self.root.remove(element)
        self.root.append(abstract_list())
        self.number_of_list = PARAGRAPHS
        self.root.append(w("num", w("abstractNumId", val=PARAGRAPHS), numId=PARAGRAPHS))
        self.expected = 1

    def paragraph(self, number: int) -> Element:
        """Return what gives a paragraph this number."""
        if number != self.expected:
            self.start_at(number)
        self.expected = number + 1
        return self.point(0)

    def point(self, level: int) -> Element:
        """Return what makes a paragraph a point of this level under the last numbered one."""
        return w("numPr", w("ilvl", val=min(level, DEEPEST)), w("numId", val=self.number_of_list))

    def start_at(self, number: int) -> None:
        """Let the list go on with this number."""
        self.number_of_list += 1
        override = w("lvlOverride", w("startOverride", val=number), ilvl=0)
        self.root.append(w("num", w("abstractNumId", val=PARAGRAPHS), override, numId=self.number_of_list))


def abstract_list() -> Element:
    """Return the list of all levels."""
    definition = w("abstractNum", w("multiLevelType", val="multilevel"), abstractNumId=PARAGRAPHS)
    before = 0
    for level, ((form, shown), at) in enumerate(zip(LEVELS, TEXT_AT, strict=True)):
        definition.append(
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val=form),
                w("lvlText", val=shown),
                w("lvlJc", val="left"),
                w("pPr", w("ind", left=at, hanging=at - before)),
                w("rPr", w("i", val=0)),
                ilvl=level,
            )
        )
        before = at
    return definition
