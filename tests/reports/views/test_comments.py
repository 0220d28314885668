"""Comments on the paragraphs of a draft."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import Refused
from portal.models import Role
from reports.checks import results_of
from reports.models import Comment, Report, Section
from reports.rendering.comments import commentable
from reports.rendering.snapshot import build_snapshot
from reports.services.comments import reopen_comment, resolve_comment
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CommentFactory,
    CommentReplyFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return SectionFactory(
        heading="Visits", body="Members met carers.\n\nSeven visits were made. {#visits}", position=5
    )


def places_of(report):
    return commentable(build_snapshot(report)["sections"])


def comment_on(client, report, number, **sent):
    key = places_of(report)[number - 1].key
    url = reverse("reports:comment_add", args=[report.pk, key])
    return client.post(url, {"text": "How many were planned?", **sent}, follow=True)


def act(client, comment, name, **sent):
    url = reverse(f"reports:{name}", args=[comment.report_id, comment.pk])
    return client.post(url, sent, follow=True)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def about(client, report, number):
    """What the draft shows about a paragraph."""
    page = soup(client.get(report.get_absolute_url()))
    found = page.find(id=f"paragraph-{number}").find_next_sibling(class_="portal-comments")
    return " ".join(found.get_text().split())


def test_comment_stands_at_its_paragraph_and_changes_nothing_of_the_report(client, scrutineer, section):
    response = comment_on(client, section.report, 2)

    comment = Comment.objects.get()
    assert (comment.section, comment.paragraph, comment.paragraph_name) == (section, 2, "visits")
    assert (comment.paragraph_words, comment.made_by) == ("Seven visits were made.", scrutineer)
    assert response.redirect_chain == [(f"{section.report.get_absolute_url()}#paragraph-2", 302)]
    assert about(client, section.report, 1) == "Comment on paragraph 1"
    assert about(client, section.report, 2).startswith(f"1 comment on paragraph 2 {scrutineer.name}, ")
    assert "1 open comment" in response.content.decode()
    section.report.refresh_from_db()
    assert section.report.version == 0


def test_what_the_committee_is_asked_can_be_commented_on(client, officer):
    report = ReportFactory()
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=1)
    RecommendationFactory(report=report, text="Note it", reason="To know")

    comment_on(client, report, 1)

    assert Comment.objects.get().paragraph_words == "Members are asked to\nNote it\nTo know"
    assert "1 comment on paragraph 1" in client.get(report.get_absolute_url()).content.decode().replace(
        '<span class="govuk-visually-hidden">', ""
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [(" ", "Enter your comment"), ("x" * 5001, "Shorten it to 5,000 characters or fewer")],
)
def test_bad_comment_is_not_made(client, officer, section, text, message):
    assert message in comment_on(client, section.report, 1, text=text).content.decode()
    assert not Comment.objects.exists()


def test_comment_sent_twice_is_made_once(client, officer, section, token):
    for _ in range(2):
        comment_on(client, section.report, 1, form_token=token)

    assert Comment.objects.count() == 1


def test_comment_on_words_that_changed_meanwhile_is_explained_and_kept_in_the_form(client, officer, section):
    url = reverse("reports:comment_add", args=[section.report_id, places_of(section.report)[1].key])
    Section.objects.update(body="Members met carers.\n\nEight visits were made.")

    page = client.post(url, {"text": "How many were planned?"}).content.decode()

    assert "The paragraph was changed after you opened this page." in page
    assert "How many were planned?" in page
    assert client.get(url).status_code == 404
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Before.\n\nAnother.\n\nMembers met carers.\n\nSeven visits were made.", 4),
        ("Members met carers.\n\nSeven or eight visits were made in all.", 2),
        ("Renamed. {#visits}\n\nMembers met carers.", 1),
    ],
    ids=["others before it", "most of its words", "its name"],
)
def test_comment_stays_with_its_paragraph(client, officer, section, body, number):
    comment_on(client, section.report, 2)

    Section.objects.filter(pk=section.pk).update(body=body)

    assert about(client, section.report, number).startswith(f"1 comment on paragraph {number} ")


def test_comment_follows_words_that_move_to_another_section_but_not_like_ones(client, officer, section):
    other = SectionFactory(report=section.report, body="Seven visits were made by us.", position=6)
    comment_on(client, section.report, 2)

    Section.objects.filter(pk=section.pk).update(body="Members met carers.")
    assert about(client, section.report, 2) == "Comment on paragraph 2"
    Section.objects.filter(pk=other.pk).update(body="Seven visits were made.")

    assert about(client, section.report, 2).startswith("1 comment on paragraph 2 ")


def test_comment_whose_paragraph_is_gone_stays_with_the_words_that_it_was_about(client, officer, section):
    comment_on(client, section.report, 2)
    section.delete()

    listed = client.get(reverse("reports:report_comments", args=[section.report_id])).content.decode()
    assert "A paragraph that is gone" in listed
    assert "Seven visits were made." in listed
    report_page = client.get(section.report.get_absolute_url()).content.decode()
    assert "A paragraph that is gone: How many were planned?" in report_page
    assert "these are the words" in client.get(Comment.objects.get().get_absolute_url()).content.decode()


def test_thread_is_replied_to_and_resolved(client, officer, section):
    comment = CommentFactory(report=section.report, made_by=UserFactory(name="Head of Data"))

    act(client, comment, "comment_reply", text="Nine were.")
    page = soup(act(client, comment, "comment_resolve", version=1))

    comment.refresh_from_db()
    assert comment.resolved_by == officer
    assert comment.resolved_at is not None
    assert [reply.text for reply in comment.replies.all()] == ["Nine were."]
    assert "The comment is resolved" in page.get_text()
    listed = client.get(reverse("reports:report_comments", args=[section.report_id])).content.decode()
    assert "Every comment is resolved." in listed
    assert "open comment" not in client.get(section.report.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("text", "message"), [("", "Enter your reply"), ("x" * 5001, "Shorten it to 5,000 characters or fewer")]
)
def test_bad_reply_is_not_made(client, officer, section, text, message):
    comment = CommentFactory(report=section.report)

    assert message in act(client, comment, "comment_reply", text=text).content.decode()
    assert not comment.replies.exists()


def test_comment_is_not_resolved_over_a_reply_that_was_not_read(client, officer, section):
    comment = CommentFactory(report=section.report)
    act(client, comment, "comment_reply", text="Wait.")

    page = act(client, comment, "comment_resolve", version=0).content.decode()

    assert "The comment has changed since you opened it" in page
    comment.refresh_from_db()
    assert comment.resolved_at is None


@pytest.mark.parametrize("version", ["", "x", "9" * 20])
def test_comment_is_not_resolved_without_the_version_that_was_read(client, officer, section, version):
    comment = CommentFactory(report=section.report)

    page = act(client, comment, "comment_resolve", version=version).content.decode()

    assert "The comment has changed since you opened it." in page
    comment.refresh_from_db()
    assert comment.resolved_at is None


def test_resolved_comment_takes_no_reply_and_is_not_resolved_again(client, officer, section):
    comment = CommentFactory(report=section.report, resolved=True)

    assert (
        "Somebody has resolved this comment."
        in act(client, comment, "comment_reply", text="Too late.").content.decode()
    )
    assert (
        "resolved this comment already" in act(client, comment, "comment_resolve", version=0).content.decode()
    )
    assert not comment.replies.exists()


def test_resolved_comment_is_opened_again_and_keeps_its_history(client, officer, section):
    comment = CommentFactory(report=section.report, text="How many?")
    act(client, comment, "comment_resolve", version=0)
    assert "Open the comment again" in client.get(comment.get_absolute_url()).content.decode()

    page = act(client, comment, "comment_reopen", version=1).content.decode()

    comment.refresh_from_db()
    assert (comment.resolved_by, comment.resolved_at, comment.version) == (None, None, 2)
    assert "The comment is open again" in page
    assert "1 open comment" in client.get(section.report.get_absolute_url()).content.decode()
    assert "Resolve the comment" in client.get(comment.get_absolute_url()).content.decode()
    history = client.get(reverse("reports:report_history", args=[section.report_id])).content.decode()
    assert history.count("Resolved by") == 2


@pytest.mark.parametrize(
    ("resolved", "version", "message"),
    [
        (False, 0, "Somebody has opened this comment again already"),
        (True, 1, "The comment has changed since you opened it"),
        (True, "", "The comment has changed since you opened it"),
    ],
    ids=["open", "another version", "no version"],
)
def test_comment_is_not_opened_again(client, officer, section, resolved, version, message):
    comment = CommentFactory(report=section.report, resolved=resolved)

    assert message in act(client, comment, "comment_reopen", version=version).content.decode()
    comment.refresh_from_db()
    assert ((comment.resolved_at is not None), comment.version) == (resolved, 0)


def test_scrutineer_opens_their_own_comments_again_only(client, scrutineer, section):
    own = CommentFactory(report=section.report, made_by=scrutineer, resolved=True)
    other = CommentFactory(report=section.report, resolved=True)

    assert "Open the comment again" not in client.get(other.get_absolute_url()).content.decode()
    assert act(client, other, "comment_reopen", version=0).status_code == 403
    with pytest.raises(Refused, match="Only whoever made this comment or writes reports can open it again"):
        reopen_comment(comment=other, by=scrutineer, version=0)
    assert "The comment is open again" in act(client, own, "comment_reopen", version=0).content.decode()


def test_scrutineer_resolves_their_own_comments_only(client, scrutineer, section):
    own = CommentFactory(report=section.report, made_by=scrutineer)
    other = CommentFactory(report=section.report)

    assert "Resolve the comment" not in client.get(other.get_absolute_url()).content.decode()
    assert act(client, other, "comment_resolve", version=0).status_code == 403
    with pytest.raises(Refused, match="Only whoever made this comment or writes reports can resolve it"):
        resolve_comment(comment=other, by=scrutineer, version=0)
    assert "The comment is resolved" in act(client, own, "comment_resolve", version=0).content.decode()


@pytest.mark.parametrize("name", ["comment_reply", "comment_resolve", "comment_reopen"])
def test_comments_close_when_the_report_is_approved(client, officer, name):
    comment = CommentFactory(report=ReportFactory(approved=True))

    page = act(client, comment, name, text="Too late.", version=0).content.decode()

    assert "The report is approved, so nobody can comment on it any more" in page
    comment.refresh_from_db()
    assert (comment.resolved_at, comment.replies.count()) == (None, 0)
    assert client.get(comment.get_absolute_url()).status_code == 200


def test_comment_on_a_report_that_was_approved_meanwhile_is_refused(client, officer, section):
    key = places_of(section.report)[0].key
    url = reverse("reports:comment_add", args=[section.report_id, key])
    approved = {"status": "approved", "approved_by": UserFactory(), "approved_at": timezone.now()}
    Report.objects.filter(pk=section.report_id).update(**approved)

    page = client.post(url, {"text": "Too late."}).content.decode()

    assert "nobody can comment on it any more" in page
    assert not Comment.objects.exists()


def test_comments_are_no_part_of_what_is_published(client, section):
    CommentReplyFactory(comment__report=section.report, comment__text="Not for members.", text="Nor this.")

    assert "Not for members." not in str(build_snapshot(section.report))
    assert "Nor this." not in str(build_snapshot(section.report))
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))
    for name in ("report_comments", "report_detail"):
        assert client.get(reverse(f"reports:{name}", args=[section.report_id])).status_code == 403


def test_check_names_open_comments_until_they_are_resolved(section):
    comment = CommentFactory(
        report=section.report, section=section, paragraph_words="Seven visits were made.", text="How many?"
    )
    CommentFactory(report=section.report, resolved=True)

    def found():
        results = results_of(section.report, on=timezone.localdate())
        return [row.finding for row in results if row.check.name == "comments"]

    [finding] = found()
    assert (finding.place, finding.message) == (
        "Paragraph 2",
        f"{comment.made_by.name} commented: “How many?”",
    )
    assert finding.url == f"{section.report.get_absolute_url()}#paragraph-2"
    Comment.objects.filter(pk=comment.pk).update(version=1)
    assert found()[0].key != finding.key
    Comment.objects.update(resolved_by=comment.made_by, resolved_at=timezone.now())
    assert found() == []


@pytest.mark.parametrize(("name", "status"), [("report_submit", "draft"), ("report_approve", "in_review")])
def test_steps_name_open_comments_first(client, manager, section, name, status):
    Report.objects.filter(pk=section.report_id).update(status=status)
    url = reverse(f"reports:{name}", args=[section.report_id])
    assert "not resolved" not in client.get(url).content.decode()

    CommentFactory.create_batch(2, report=section.report)

    assert "2 comments are not resolved." in client.get(url).content.decode()
