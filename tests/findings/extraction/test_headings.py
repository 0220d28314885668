"""What headings and introductory sentences mean, phrase by phrase."""

import pytest

from findings.extraction.recognition.lead_in import sense_of_lead_in
from findings.extraction.recognition.sense import Role, sense_of_heading
from findings.extraction.vocabulary import Kind


@pytest.mark.parametrize(
    "heading",
    [
        "Strengths",
        "STRENGTHS",
        "Key strengths",
        "Overall strengths:",
        "Good practice",
        "Areas of good practice",
        "What works well",
        "What is working well?",
        "What’s working well",
        "What the council does well",
        "Strengths identified by the peer team",
        "3.1 Areas of strength",
        "Strengths (continued)",
        "Strengths of the partnership",
        "Achievements",
    ],
)
def test_heading_of_strengths(heading):
    sense = sense_of_heading(heading)

    assert (sense.role, sense.kind, sense.strand) == (Role.KIND, Kind.STRENGTH, None)
    assert sense.weight >= 0.7


@pytest.mark.parametrize(
    "heading",
    [
        "Areas for consideration",
        "Areas for Improvement",
        "Areas for further development",
        "AREAS FOR PRIORITY ACTION",
        "Areas to develop",
        "Development areas",
        "What needs to improve?",
        "What needs to improve?2",
        "What could be better",
        "What are we worried about?",
        "What is not working well",
        "Even better if…",
        "Points for consideration",
        "Priorities for improvement",
        "Opportunities for improvement",
        "Areas that you may wish to consider",
        "What needs to improve in this area of social work practice",
        "Key challenges",
        "Recommendations",
        "b) Areas for development (all teams)",
    ],
)
def test_heading_of_areas(heading):
    sense = sense_of_heading(heading)

    assert (sense.role, sense.kind, sense.strand) == (Role.KIND, Kind.AREA, None)
    assert sense.weight >= 0.7


@pytest.mark.parametrize(
    "heading",
    [
        "Next steps",
        "Background",
        "Introduction and context",
        "Conclusion",
        "Concluding remarks",
        "Agreed actions",
        "Actions agreed at the workshop",
        "Action plan",
        "Key priorities",
        "Methodology",
        "The peer review team",
        "Acknowledgements",
        "Annex B",
        "Contact details",
        "Follow-up visit",
        "What happens next",
        "Practice study: area for improvement",
    ],
)
def test_heading_that_ends_the_findings(heading):
    assert sense_of_heading(heading).role is Role.END


@pytest.mark.parametrize(
    "heading",
    [
        "Leadership",
        "Effective practice",
        "Help and protection",
        "Strengthening families",
        "Children in need",
        "Scrutiny and challenge",
        "Performance, evaluation and monitoring",
        "Support for care leavers",
        "Action on neglect",
    ],
)
def test_heading_that_names_a_strand(heading):
    assert sense_of_heading(heading).role is Role.OTHER


@pytest.mark.parametrize(
    "heading", ["Strengths and areas for development", "What works well and what needs to improve"]
)
def test_heading_of_both_kinds(heading):
    assert sense_of_heading(heading).role is Role.MIXED


@pytest.mark.parametrize("heading", ["Sharing good practice", "Learning from good practice in the region"])
def test_heading_that_only_touches_a_phrase_is_doubtful(heading):
    assert sense_of_heading(heading).weight < 0.6


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The following strengths were seen:", Kind.STRENGTH),
        ("The table below shows the good practice that we noted.", Kind.STRENGTH),
        ("We would draw your attention to these areas for improvement:", Kind.AREA),
        ("The list below is of matters that merit further consideration.", Kind.AREA),
        ("We set out below both strengths and areas for development.", None),
        ("Partners told us:", None),
    ],
)
def test_introductory_sentence(sentence, kind):
    lead = sense_of_lead_in(sentence)

    assert lead is not None
    assert (lead.kind, lead.ends) == (kind, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "At the workshop you agreed the following key priorities:",
        "The following actions were agreed:",
        "The committee is asked to:",
        "Members are invited to:",
        "Our next steps are as follows.",
    ],
)
def test_sentence_that_ends_the_findings(sentence):
    lead = sense_of_lead_in(sentence)

    assert lead is not None
    assert lead.ends


def test_sentence_that_introduces_nothing():
    assert sense_of_lead_in("Good practice is a habit.") is None
