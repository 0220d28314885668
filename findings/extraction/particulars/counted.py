"""What documents count: the words by which a number is known for a measure."""

from __future__ import annotations

import re

COUNTED = (
    r"children|young people|care leavers|staff|people|carers|families|parents|adults"
    r"|workers|practitioners|managers"
    r"|inspectors|HMIs?|members|elected members|councillors|professionals|audits"
    r"|case files|cases|records|files"
    r"|assessments|referrals|contacts|plans|reviews|visits|conferences|meetings|interviews"
    r"|focus groups|sessions"
    r"|placements|agencies|services|local authorities|councils|LAs|schools|partners|teams"
    r"|groups|units|reports|checks"
    r"|applications|complaints|responses|respondents|questionnaires|surveys|documents"
    r"|recommendations|areas|findings"
    r"|strengths|tips|actions|priorities|vacancies|posts|adoptions|orders|incidents"
    r"|notifications|allegations|strategies"
    r"|discussions|homes|beds|households|students|apprentices|volunteers|visitors|peers"
    r"|organisations|officers|KLOEs"
    r"|key lines of enquiry|weeks?|days?|months?|years?|hours?"
)
_UNIT = re.compile(rf"\b(?:{COUNTED})\b", re.IGNORECASE)
TIME = re.compile(r"^(?:weeks?|days?|months?|years?|hours?)$", re.IGNORECASE)
_SPELLED = {"las": "local authorities", "local authorities": "local authorities"}


def first_unit(phrase: str) -> str:
    """What is counted: “members of staff” are staff, “children looked after” are children."""
    found = _UNIT.search(phrase)
    if found is None:
        return ""
    if re.match(r"members of staff", phrase[found.start() :], re.IGNORECASE):
        return "staff"
    later = re.match(r"(?:[’']s)?[ -](?P<more>\w+)", phrase[found.end() :])
    if later and _UNIT.fullmatch(later.group("more")) and not TIME.match(found.group()):
        return later.group("more")
    unit = found.group()
    if TIME.match(unit):
        return unit if unit.endswith("s") else f"{unit}s"
    return _SPELLED.get(unit.casefold(), unit)


def last_unit(phrase: str) -> str:
    """What is counted, where the words before a number say it."""
    found = list(_UNIT.finditer(phrase))
    return found[-1].group() if found else ""
