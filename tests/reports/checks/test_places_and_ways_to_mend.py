"""Whatever a check finds has a place, an address of that place, and a page on which the author can mend it."""

import datetime

import pytest
from django.utils import timezone

from portal.models import Role
from reports.checks import CHECKS, results_of, unwritten
from reports.models import Report, Section
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    CommentFactory,
    CommitmentFactory,
    ExemptionFactory,
    ImplicationKindFactory,
    MeetingFactory,
    OutlineSectionFactory,
    PictureFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

TEXTS = {
    "references": "See {late}.",
    "figures": "{picture 9}",
    "exemptions": "{exempt Q} Kept.",
    "typed": "See paragraph 99.",
    "promises": "We will bring a further update on early help to the next meeting in June.",
    "accessibility": "The plan is [here](https://council.example/plan).",
    "names": "Mrs Kaur agreed.",
    "births": "She was born on 3 March 2011.",
    "addresses": "They live at 12 Mill Lane.",
    "mail_addresses": "Write to jane.smith@gmail.com.",
    "phones": "Ring 07700 900123.",
    "health_numbers": "The number is 943 476 5919.",
    "cases": "See case 104233.",
    "small_counts": "Two children were met.",
    "unexplained": "The MASH met.",
    "unused": "The Disclosure and Barring Service [DBS] met.",
    "different": "The local safeguarding board (LSB) met.\n\nThe local schools board (LSB) met. The LSB spoke.",
}


def with_other_number(report):
    body = "One action had been agreed by the end of the period. Members may ask about one of them."
    SectionFactory(report=report, kind=Section.Kind.ACTIONS, body=body)


def with_prompt(report):
    prompt = "Write here what children have said."
    OutlineSectionFactory(outline__committee=report.meeting.committee, body=prompt)
    SectionFactory(report=report, body=prompt)


def with_recommendation(report):
    RecommendationFactory(report=report, reason="")
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True)


def with_picture(report):
    # No picture is without words; these say what is kept back, and nothing of what the picture shows.
    PictureFactory(report=report, number=7, alternative="{exempt A}")
    ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, body="{picture 7}")


def with_implication(report):
    ImplicationKindFactory()
    SectionFactory(report=report, kind=Section.Kind.IMPLICATIONS, placed=True)


def with_promise(report):
    meeting = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2025, 7, 14))
    earlier = ReportFactory(published=True, meeting=meeting)
    CommitmentFactory(report=earlier, due_on=datetime.date(2026, 1, 31))


def with_late_meeting(report):
    report.meeting.held_on = datetime.date(2026, 6, 16)
    report.meeting.save()


def with_time_to_come(report):
    report.period_end_on = datetime.date(2026, 7, 31)
    report.save()


WRITTEN = {
    "period": with_time_to_come,
    "empty": lambda report: SectionFactory(report=report, kind=Section.Kind.PRIORITIES, body=""),
    "attached": lambda report: AnnexFactory(report=report, attached=True, file__lacks=["tags"]),
    "unread": lambda report: AnnexFactory(report=report, attached=True, file__page_texts=None),
    "prompts": with_prompt,
    "numbers": with_other_number,
    "reasons": with_recommendation,
    "alternatives": with_picture,
    "implications": with_implication,
    "commitments": with_promise,
    "comments": lambda report: CommentFactory(report=report),
    "lateness": with_late_meeting,
}


# What cannot be written is a fault of the portal's own: `test_unwritten` plants one.
@pytest.mark.parametrize("check", [check.name for check in CHECKS if check is not unwritten.CHECK])
def test_what_a_check_finds_is_mended_by_the_author_where_it_says(client, check):
    author = UserFactory(role=Role.OFFICER)
    report = ReportFactory(drafted_by=author, meeting__held_on=datetime.date(2026, 9, 1))
    SectionFactory(report=report, body=TEXTS.get(check, "A paragraph of the report."))
    WRITTEN.get(check, lambda report: None)(report)
    client.force_login(author)

    results = results_of(Report.objects.get(pk=report.pk), on=timezone.localdate())

    found = [result.finding for result in results if result.check.name == check]
    assert found
    for finding in found:
        assert finding.place
        assert finding.message
        assert opens_with_its_anchor(client, finding.url)
        assert opens_with_its_anchor(client, finding.fix_url)


def opens_with_its_anchor(client, url):
    """Whether a page opens, and has the place to which the address leads."""
    address, _, anchor = url.partition("#")
    response = client.get(address)
    return response.status_code == 200 and (not anchor or f'id="{anchor}"' in response.content.decode())
