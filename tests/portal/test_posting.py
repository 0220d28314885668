"""Whether a message went out: what the portal knows of it, against a real mail server."""

import pytest
from django.core.mail import EmailMessage

from portal.posting import NotSent, Unconfirmed, Unreachable, post
from tests.post_office import PostOffice

pytestmark = pytest.mark.processes


@pytest.fixture
def office(settings):
    """A mail server that is closed, and the portal's settings for it."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 1
    return office


@pytest.fixture
def asked():
    """How often it was asked whether the message may be handed over."""
    return []


@pytest.fixture
def send(asked):
    """Post a message; the answer to the question, where it comes to that, is yes."""

    def send(answer=True):
        message = EmailMessage("Subject", "Text", "portal@council.example", ["lead@council.example"])
        post(message, may_hand_over=lambda: asked.append("asked") or answer)

    return send


def test_message_is_handed_over_once(office, asked, send):
    with office.open():
        send()

    assert asked == ["asked"]
    assert [message["Subject"] for message in office.received] == ["Subject"]


def test_without_a_server_nothing_is_handed_over(office, asked, send):
    with pytest.raises(Unreachable):
        send()

    assert asked == []


def test_server_that_says_nothing_is_not_waited_for(office, asked, send):
    office.stop_at = "EHLO"

    with office.open(), pytest.raises(Unreachable):
        send()

    assert asked == []


@pytest.mark.parametrize("answer", ["450 Mailbox busy", "550 No such mailbox", "421 Closing"])
def test_refused_person_is_certain(office, asked, send, answer):
    office.answers["RCPT"] = answer

    with office.open(), pytest.raises(NotSent) as refusal:
        send()

    assert not isinstance(refusal.value, Unreachable)
    assert asked == []


def test_server_lost_before_the_text_is_certain(office, asked, send):
    office.stop_at = "RCPT"

    with office.open(), pytest.raises(NotSent):
        send()

    assert asked == []


@pytest.mark.parametrize("answer", ["452 Disk full", "554 Looks like spam"])
def test_refused_text_is_certain(office, asked, send, answer):
    office.answers["DATA"] = answer

    with office.open(), pytest.raises(NotSent):
        send()

    assert asked == ["asked"]


def test_server_lost_after_the_text_leaves_doubt(office, asked, send):
    office.stop_at = "DATA"

    with office.open(), pytest.raises(Unconfirmed):
        send()

    assert asked == ["asked"]
    assert len(office.received) == 1


def test_message_can_be_held_back_at_the_last_moment(office, send):
    with office.open(), pytest.raises(NotSent):
        send(answer=False)

    assert office.received == []


def test_mail_in_files_is_asked_about_as_well(asked, send, mailoutbox):
    send()

    assert asked == ["asked"]
    assert len(mailoutbox) == 1
    with pytest.raises(NotSent):
        send(answer=False)
    assert len(mailoutbox) == 1
