"""Signs of life of work that a worker does."""

import threading

from portal.jobs.heartbeat import beat


def test_work_that_is_over_its_time_gives_no_more_signs_of_life(settings):
    settings.CELERY_TASK_TIME_LIMIT = 0.2
    stamps = []
    stop = threading.Event()
    thread = threading.Thread(target=beat, args=(lambda: stamps.append("alive") or True, stop, 0.01))

    thread.start()
    thread.join(10)
    was_over = not thread.is_alive()
    stop.set()

    assert was_over
    assert stamps
