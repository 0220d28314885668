"""The parts of a web page that are none of its document: menus, head and foot, boxes beside it, lists of links."""

from __future__ import annotations

import re

from lxml import etree

from .columns import kind_of

_MENU_ROLES = frozenset({"navigation", "search"})
_BESIDE_ROLES = frozenset({"banner", "complementary", "contentinfo"})
_BESIDE_TAGS = frozenset({"aside", "footer", "header"})
_CONTENT = frozenset({"article", "blockquote", "figure", "main", "section", "table"})
"""What has a head, a foot and boxes of its own, which belong to the document."""
_MAIN = "descendant::*[self::main or @role='main']"
_HEADINGS = "descendant::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
_TITLE = "descendant-or-self::h1"
_BARE = "descendant::text()[normalize-space() and not(ancestor::a[@href])]"
_HEADING = re.compile(r"h[1-6]$")
_LONGEST_TITLE = 200
_LABEL_WORDS = 3
"""A link of so few words is a label in a menu, wherever it stands."""


def parts_beside(root: etree._Element) -> set[etree._Element]:
    """The elements of a page that are left out, as what they hold would read like points of the document."""
    left_out = _outside_main(root)
    for element in root.iter("*"):
        if _is_menu(element) or _stands_beside(element):
            left_out.add(element)
    return left_out | _link_lists(root, left_out)


def _is_menu(element: etree._Element) -> bool:
    return element.tag in {"nav", "search"} or _role(element) in _MENU_ROLES


def _stands_beside(element: etree._Element) -> bool:
    """Whether an element is the head or foot of the whole page or a box beside it, without title or findings."""
    if element.tag not in _BESIDE_TAGS and _role(element) not in _BESIDE_ROLES:
        return False
    inside = any(above.tag in _CONTENT or _role(above) == "main" for above in element.iterancestors())
    return not (inside or element.xpath(_TITLE) or element.xpath(_MAIN) or _holds_kind(element))


def _holds_kind(element: etree._Element) -> bool:
    """Whether a heading of a kind stands in an element: what follows it are findings, wherever on the page."""
    return any(_is_kind("".join(heading.itertext())) for heading in element.xpath(_HEADINGS))


def _is_kind(title: str) -> bool:
    return len(title) <= _LONGEST_TITLE and kind_of(title) is not None


def _role(element: etree._Element) -> str:
    return (element.get("role") or "").casefold().partition(" ")[0]


def _outside_main(root: etree._Element) -> set[etree._Element]:
    """What stands around the one main part of a page that holds most of its headings, but for its title."""
    mains = root.xpath(_MAIN)
    if len(mains) != 1 or len(mains[0].xpath(_HEADINGS)) * 2 <= len(root.xpath(_HEADINGS)):
        return set()
    main = mains[0]
    titled = bool(main.xpath(_TITLE))
    path = [main, *main.iterancestors()]
    around = {beside for above in path[1:] for beside in above.iterchildren("*")} - set(path)
    return {each for each in around if (titled or not each.xpath(_TITLE)) and not _holds_kind(each)}


def _link_lists(root: etree._Element, left_out: set[etree._Element]) -> set[etree._Element]:
    """Lists of nothing but links to other pages, with short labels or after the end of the text.

    Longer ones right under a heading may be findings with a page each, and so may those that only sentences part from
    a heading of a kind; all right below a line that names a kind are.
    """
    found: set[etree._Element] = set()
    last: set[etree._Element] = set()
    headed, announced, above, items = False, False, "", 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        text = element.text if event == "start" else element.tail
        items += (element.tag == "li") * (1 if event == "start" else -1)
        if event == "start" and (element in left_out or element.tag == "table"):
            walk.skip_subtree()
            text = None if element in left_out else "table"
        elif event == "start" and _HEADING.match(str(element.tag)):
            walk.skip_subtree()
            headed, text = True, None
            above = "".join(element.itertext())
            announced = _is_kind(above)
        elif event == "start" and element.tag in {"ul", "ol"} and (labels := _labels(element)):
            walk.skip_subtree()
            text = None
            short = max(len(label.split()) for label in labels) <= _LABEL_WORDS
            of_kind = _is_kind(above)
            if short and not of_kind:
                found.add(element)
            elif not (headed or of_kind or announced):
                last.add(element)
        if text and text.strip():
            headed, announced, above = False, announced and not items, text
            last.clear()
    return found | last


def _labels(listed: etree._Element) -> list[str]:
    """The words of each link of a list that holds nothing else; none where one leads to a place on the same page."""
    links = listed.xpath("descendant::a[@href]")
    if any(link.get("href").startswith("#") for link in links) or listed.xpath(f"boolean({_BARE})"):
        return []
    return ["".join(link.itertext()) for link in links]
