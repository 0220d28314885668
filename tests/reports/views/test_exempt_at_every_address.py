"""Nobody who may not see what is exempt gets it at any address: pages, data, pictures, downloads and searches."""

import datetime
from itertools import product
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from portal.models import Role
from portal.permissions import Permission, roles_with
from reports.models import Report
from reports.services import render_now
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    CommitmentFactory,
    ContributionFactory,
    EditionFactory,
    PictureFactory,
    ResolutionFactory,
    SectionFactory,
    drawn_dots,
)
from tests.portal.addresses import NAMES, PARTS
from tests.portal.role_table import TABLE
from tests.portal.world import World
from tests.reports.annexes.writing import pdf
from tests.reports.kept_back import MARKER, holding, in_pdf, in_word, marked_report, publish

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KEPT_OUT = sorted(set(Role) - set(roles_with(Permission.SEE_EXEMPT)))
# A word that stands beside the marker, so that a page which shows what was asked for does not hold the marker itself.
ASKED = urlencode({"q": "quay", "words": "quay"})


@pytest.fixture(scope="module")
def world(shared_records, shared_files):
    return World()


@pytest.fixture(scope="module")
def report(world):
    """A published report that is exempt in part, with all that can stand around it, for all tests of the module."""
    report = marked_report(meeting=world.meeting)
    exemption = report.exemptions.get(letter="A")
    secret = {"report": report, "exemption": exemption}
    lead = world.people[Role.ACTION_LEAD]
    action = ActionFactory(lead=lead, title="Quay visits")
    picture = {"caption": f"{MARKER} quay", "alternative": MARKER, "data": drawn_dots() + MARKER.encode()}
    PictureFactory(report=report, number=7, **picture)
    body = f"{MARKER} on the quay about {action.reference}.\n\n{{picture 7}}"
    SectionFactory(**secret, heading=f"{MARKER} quay", body=body, position=20)
    AnnexFactory(
        **secret,
        title=f"{MARKER} quay",
        attached=True,
        file__data=pdf(1, words=MARKER),
        file__name=f"{MARKER}.pdf",
    )
    AnnexFactory(report=report, title="Open annex", body=f"{{exempt A}} {MARKER} of the quay")
    ContributionFactory(report=report, person=lead)
    editions = render_now(report=report, by=UserFactory())
    number = next(
        block["number"]
        for block in editions[1].snapshot["sections"][-1]["blocks"]
        if block["type"] == "paragraph"
    )
    CommitmentFactory(report=report, wording=f"{MARKER} at the quay", paragraph=number, is_exempt=True)
    for place in (2, 3):
        ResolutionFactory(
            recommendation=report.recommendations.get(position=place),
            decision="amended",
            wording=f"{MARKER} to the quay",
            owner=f"{MARKER} quay",
            due_on=datetime.date(2027, 1, 1),
        )
    publish(report)
    return report


def ids_of(report):
    """The parts of addresses, each with all that it can be for a report."""
    records = {
        "section_id": report.sections,
        "recommendation_id": report.recommendations,
        "edition_id": report.editions,
        "annex_id": report.annexes,
        "exemption_id": report.exemptions,
        "picture_id": report.pictures,
        "commitment_id": report.commitments,
        "contribution_id": report.contributions,
    }
    return {
        "report_id": [report.pk],
        "committee_id": [report.meeting.committee_id],
        "meeting_id": [report.meeting_id],
        **{part: list(rows.values_list("pk", flat=True)) for part, rows in records.items()},
        "letter": ["a", "b"],
        "kind": ["table", "figure"],
        "place": range(1, 4),
        "row": [0, 1],
        "column": [0, 1],
    }


@pytest.fixture(scope="module")
def urls(world, report):
    """Every address by name: those that lead to a report, and to the world's own record where it leads to none."""
    known, found = ids_of(report), {}
    for name in NAMES:
        ids = world.ids(**(TABLE[name].ids(world) if TABLE[name].ids else {}))
        found[name] = [
            f"{reverse(name, kwargs=dict(zip(PARTS[name], values, strict=True)))}?{ASKED}"
            for values in product(*(known.get(part, [ids[part]]) for part in PARTS[name]))
        ]
    return found


def pieces_of(response):
    """All that an answer holds, its headers included: the names of files are there."""
    content = response.getvalue()
    yield from response.headers.values()
    yield content.decode("latin-1")
    if b"%%EOF" in content:
        yield from in_pdf(content)
    elif response["Content-Type"] == WORD and content.startswith(b"PK\x03"):
        yield from in_word(content)


def status_of(response):
    """The status of an answer that is read to its end, so that its file is closed."""
    response.getvalue()
    return response.status_code


def where_marked(client, role, world, urls):
    """The names of the addresses that a role may open, and of those that hold the marker."""
    client.force_login(world.people[role])
    names = [name for name in NAMES if role in (TABLE[name].get or ())]
    return names, {name for name in names for url in urls[name] if holding(pieces_of(client.get(url)))}


@pytest.mark.parametrize("role", KEPT_OUT)
def test_no_address_gives_what_is_exempt_to_those_who_may_not_see_it(client, world, urls, role):
    names, marked = where_marked(client, role, world, urls)

    assert len(names) > 10
    assert marked == set()


def test_member_who_may_read_exempt_papers_gets_it_where_papers_are_given_whole(client, urls):
    member = UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=True)
    client.force_login(member)
    names = [name for name in NAMES if TABLE[name].get and not TABLE[name].is_public]

    marked = {name for name in names for url in urls[name] if holding(pieces_of(client.get(url)))}

    assert marked == {
        "portal:search",
        "reports:annex_file",
        "reports:commitment_list",
        "reports:edition_docx",
        "reports:edition_html",
        "reports:edition_pdf",
        "reports:resolution_list",
    }


def test_member_who_may_read_exempt_papers_gets_nothing_of_a_report_that_is_not_published(
    client, report, urls
):
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=True))
    Report.objects.filter(pk=report.pk).update(status="approved", published_by=None, published_at=None)

    for name in (name for name in NAMES if TABLE[name].get and not TABLE[name].is_public):
        for url in urls[name]:
            assert not holding(pieces_of(client.get(url))), url


def test_paper_leads_only_a_member_who_may_to_the_full_edition(client, report):
    url = reverse("reports:paper_detail", args=[report.pk])
    full = report.editions.get(audience="full")
    links = [reverse(f"reports:edition_{kind}", args=[full.pk]) for kind in ("pdf", "docx", "html")]

    for may in (True, False):
        client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=may))
        page = client.get(url).content.decode()

        assert [link in page for link in links] == [may] * 3
        assert ("which is not for the public" in page) is may
        assert [status_of(client.get(link)) for link in links] == [200 if may else 403] * 3


def test_member_who_may_read_exempt_papers_gets_the_newest_full_edition_alone(client, report):
    full = report.editions.get(audience="full")
    links = [reverse(f"reports:edition_{kind}", args=[full.pk]) for kind in ("pdf", "docx", "html")]
    public = report.editions.get(audience="public")
    EditionFactory(report=report, number=2, snapshot=public.snapshot)
    newest = EditionFactory(report=report, number=2, audience="full", snapshot=full.snapshot)
    paper = reverse("reports:paper_detail", args=[report.pk])

    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=True))
    assert [status_of(client.get(link)) for link in links] == [404] * 3
    assert status_of(client.get(newest.get_absolute_url())) == 200
    assert newest.get_absolute_url() in client.get(paper).content.decode()

    client.force_login(UserFactory(role=Role.SCRUTINEER))
    assert [status_of(client.get(link)) for link in links] == [200] * 3


def test_addresses_give_it_to_those_who_may_see_it(client, world, urls):
    _, marked = where_marked(client, Role.SCRUTINEER, world, urls)

    assert marked >= {
        "portal:search",
        "reports:annex_file",
        "reports:commitment_list",
        "reports:edition_docx",
        "reports:edition_html",
        "reports:edition_pdf",
        "reports:report_chart",
        "reports:report_detail",
        "reports:report_picture",
        "reports:report_resolutions",
        "reports:resolution_list",
    }
    assert not marked & {name for name in NAMES if name.startswith("reports:paper")}
