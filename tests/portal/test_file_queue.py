"""The embedded default's queue loses no message: not one that is being written, nor one that a killed worker held."""

import datetime
import fcntl
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from queue import Empty

import pytest
import time_machine
from kombu import Connection
from kombu.transport import filesystem

from portal import file_queue
from portal.environment import filesystem_queue

A_DAY = 24 * 60 * 60
WRITERS, READERS, EACH = 2, 2, 40
FORKED = multiprocessing.get_context("fork")


def channel_on(folder, kind=file_queue.Transport):
    return Connection(transport=kind, transport_options=filesystem_queue(folder)).channel()


def message(number, words=""):
    return {"body": words, "number": number, "properties": {"delivery_tag": f"tag-{number}"}}


def take_all(channel):
    numbers = []
    while True:
        try:
            taken = channel._get("work")
        except Empty:
            return numbers
        numbers.append(taken["number"])
        channel.basic_ack(taken["properties"]["delivery_tag"])


class SlowlyWritten:
    """Words in the midst of whose writing somebody looks into the queue."""

    def __init__(self):
        self.half_written, self.looked = threading.Event(), threading.Event()

    def __json__(self):
        self.half_written.set()
        assert self.looked.wait(30)
        return "words"


def look_while_it_is_written(folder, kind):
    """Look into the queue while a message is being written; returns what was found then, and afterwards."""
    words = SlowlyWritten()
    with ThreadPoolExecutor() as threads:
        put = threads.submit(channel_on(folder, kind)._put, "work", message(1, words))
        assert words.half_written.wait(30)
        reader = channel_on(folder, kind)
        try:
            early = take_all(reader)
        except ValueError:
            early = "an empty file"
        finally:
            words.looked.set()
        put.result()
    return early, take_all(reader)


def test_message_that_is_being_written_is_not_there_yet_and_then_is(tmp_path):
    assert look_while_it_is_written(tmp_path, file_queue.Transport) == ([], [1])


def test_kombus_own_queue_of_files_loses_a_message_that_is_being_written(tmp_path):
    assert look_while_it_is_written(tmp_path, filesystem.Transport) == ("an empty file", [])


def write_many(folder, first):
    channel = channel_on(folder)
    for number in range(first, first + EACH):
        channel._put("work", message(number, "many words " * 50_000))


def read_many(folder, written, found):
    channel, numbers = channel_on(folder), []
    while not written.is_set():
        numbers += take_all(channel)
    found.put(numbers + take_all(channel))


@pytest.mark.processes(minutes=0.1)
def test_processes_that_put_and_take_at_once_take_each_message_once(tmp_path):
    channel_on(tmp_path)
    written, found = FORKED.Event(), FORKED.Queue()
    writers = [FORKED.Process(target=write_many, args=(tmp_path, EACH * turn)) for turn in range(WRITERS)]
    readers = [FORKED.Process(target=read_many, args=(tmp_path, written, found)) for _ in range(READERS)]
    for process in [*readers, *writers]:
        process.start()
    for process in writers:
        process.join()
    written.set()

    numbers = [number for _ in readers for number in found.get(timeout=60)]

    for process in readers:
        process.join()
    assert sorted(numbers) == list(range(WRITERS * EACH))
    assert [path for path in (tmp_path / "queue").rglob("*") if path.is_file()] == []


def take_one_and_die(folder):
    channel_on(folder)._get("work")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.processes(minutes=0.1)
def test_message_that_a_killed_worker_held_is_offered_again(tmp_path):
    channel_on(tmp_path)._put("work", message(1))
    worker = FORKED.Process(target=take_one_and_die, args=(tmp_path,))
    worker.start()
    worker.join()
    assert worker.exitcode == -signal.SIGKILL

    assert take_all(channel_on(tmp_path)) == [1]
    assert take_all(channel_on(tmp_path)) == []


def hold_and_fork(folder, let_go, forked):
    """Hold a message, fork a child that goes on for a while, and die."""
    channel_on(folder)._get("work")
    FORKED.Process(target=wait_for, args=(let_go, forked)).start()
    assert forked.wait(30)
    os.kill(os.getpid(), signal.SIGKILL)


def wait_for(let_go, forked):
    forked.set()
    let_go.wait(30)
    os._exit(0)


@pytest.mark.processes(minutes=0.1)
def test_message_that_a_killed_worker_held_is_offered_again_once_its_children_have_ended(tmp_path):
    channel_on(tmp_path)._put("work", message(1))
    let_go, forked = FORKED.Event(), FORKED.Event()
    worker = FORKED.Process(target=hold_and_fork, args=(tmp_path, let_go, forked))
    worker.start()
    worker.join()

    assert take_all(channel_on(tmp_path)) == []

    let_go.set()
    [held] = (tmp_path / "queue" / "processed").iterdir()
    with held.open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # waits for the child's end
    assert take_all(channel_on(tmp_path)) == [1]


class DiesWhileItIsWritten:
    """Words whose writer is killed in the midst of them."""

    def __json__(self):
        os.kill(os.getpid(), signal.SIGKILL)


def put_and_die(folder):
    channel_on(folder)._put("work", message(1, DiesWhileItIsWritten()))


def left_in(folder):
    return [path for path in (folder / "queue").rglob("*") if path.is_file()]


@pytest.mark.processes(minutes=0.1)
def test_what_a_killed_writer_had_not_finished_is_no_message_and_is_cleared_after_a_day(tmp_path):
    writer = FORKED.Process(target=put_and_die, args=(tmp_path,))
    writer.start()
    writer.join()
    [left] = left_in(tmp_path)

    assert take_all(channel_on(tmp_path)) == []
    made_older(left, A_DAY - 60)
    assert take_all(channel_on(tmp_path)) == []
    assert left_in(tmp_path) == [left]

    made_older(left, 120)
    assert take_all(channel_on(tmp_path)) == []
    assert left_in(tmp_path) == []


def made_older(path, seconds):
    """Have a file that was written so much earlier."""
    written = path.stat().st_mtime - seconds
    os.utime(path, (written, written))


def test_message_that_cannot_be_read_is_kept_for_a_day_from_when_it_was_found(tmp_path):
    cut_short = tmp_path / "queue" / "messages" / "0_cut-short.work.msg"
    channel_on(tmp_path)
    cut_short.write_bytes(b"")
    made_older(cut_short, 2 * A_DAY)

    assert take_all(channel_on(tmp_path)) == []
    assert take_all(channel_on(tmp_path)) == []
    [left] = left_in(tmp_path)
    assert left.suffix == ".unreadable"

    made_older(left, A_DAY + 60)
    assert take_all(channel_on(tmp_path)) == []
    assert left_in(tmp_path) == []


def test_old_message_is_no_leftover(tmp_path):
    channel = channel_on(tmp_path)
    channel._put("work", message(1))
    [path] = left_in(tmp_path)
    made_older(path, 30 * A_DAY)

    assert take_all(channel) == [1]


def test_messages_are_taken_in_the_order_in_which_they_were_put(tmp_path, monkeypatch):
    """Also where the machine was started anew in between, and its clock got a digit more."""
    a_billion = datetime.datetime(2001, 9, 9, 1, 46, 40, tzinfo=datetime.UTC)
    for number, seconds, since_start in ((1, -60, 9 * 10**15), (2, 60, 10**9)):
        with time_machine.travel(a_billion + datetime.timedelta(seconds=seconds), tick=False):
            monkeypatch.setattr("time.monotonic_ns", lambda since_start=since_start: since_start)
            channel_on(tmp_path)._put("work", message(number))

    assert take_all(channel_on(tmp_path)) == [1, 2]


def test_message_that_a_living_worker_holds_is_not_offered_to_another(tmp_path):
    worker = channel_on(tmp_path)
    worker._put("work", message(1))
    held = worker._get("work")

    assert take_all(channel_on(tmp_path)) == []

    worker.basic_reject(held["properties"]["delivery_tag"])
    assert take_all(channel_on(tmp_path)) == []


def test_message_that_is_given_back_is_there_once(tmp_path):
    writer = channel_on(tmp_path)
    with Connection(
        transport=file_queue.Transport, transport_options=filesystem_queue(tmp_path)
    ) as connection:
        queue = connection.SimpleQueue("work")
        queue.put("words")
        queue.get(timeout=5).requeue()
        assert writer._size("work") == 1
        queue.get(timeout=5).ack()
        queue.close()

    assert [*(tmp_path / "queue" / "messages").iterdir(), *(tmp_path / "queue" / "processed").iterdir()] == []


def test_message_that_cannot_be_read_is_left_aside_and_the_next_is_taken(tmp_path, caplog):
    channel = channel_on(tmp_path)
    (tmp_path / "queue" / "messages" / "0_cut-short.work.msg").write_bytes(b"")
    channel._put("work", message(1))

    assert take_all(channel) == [1]
    assert "cannot be read" in caplog.text
    assert [path.name for path in (tmp_path / "queue" / "processed").iterdir()] == [
        "0_cut-short.work.unreadable"
    ]


def test_queues_that_are_announced_at_once_all_stand_in_the_table(tmp_path):
    names = [f"queue-{number}" for number in range(40)]
    channels = [channel_on(tmp_path) for _ in names]

    def bind(channel, name):
        channel._queue_bind("exchange", name, "", name)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(bind, channels, names))

    assert sorted(binding.queue for binding in channels[0].get_table("exchange")) == sorted(names)
    channels[0]._delete("queue-0", "exchange", "queue-0", "")
    assert "queue-0" not in [binding.queue for binding in channels[0].get_table("exchange")]


@pytest.mark.embedded
def test_portal_uses_it(settings):
    from portal.celery import app

    with app.connection_for_write() as connection:
        assert isinstance(connection.transport, file_queue.Transport)
