"""Asks the web process on the given port of this machine whether it is well; exits non-zero where it is not."""

import os
import sys
import urllib.request


def main() -> None:
    """Ask with a host name that the portal accepts; it answers without HTTPS on this one address."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".").replace("*", "localhost")
    request = urllib.request.Request(f"http://127.0.0.1:{sys.argv[1]}/healthz", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=4) as response:
        sys.exit(response.status != 200)


if __name__ == "__main__":
    main()
