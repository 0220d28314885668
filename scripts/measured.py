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
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    told = {"seconds": seconds, "mebibytes": peak, "code": done.returncode}
    text = done.stdout.decode(errors="replace") or done.stderr.decode(errors="replace")
    sys.stdout.write(json.dumps({**told, "output": text}))


if __name__ == "__main__":
    main()
