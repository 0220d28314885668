"""Runs a command and says how long it took and how much memory it held; a small process, so that it adds none."""

import json
import resource
import subprocess
import sys
import time


def main() -> None:
    """Run the command that follows, with what comes in as its input; write a line of JSON about it."""
    began = time.perf_counter()
    done = subprocess.run(sys.argv[1:], stdin=sys.stdin, capture_output=True, check=False)
    seconds = time.perf_counter() - began
    # In KiB on Linux. Of all the processes that this one started, which is one.
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "seconds": seconds,
        "processor_seconds": used.ru_utime + used.ru_stime,
        "mebibytes": used.ru_maxrss / 1024,
        "code": done.returncode,
    }
    text = done.stdout.decode(errors="replace") or done.stderr.decode(errors="replace")
    sys.stdout.write(json.dumps({**told, "output": text}))


if __name__ == "__main__":
    main()
