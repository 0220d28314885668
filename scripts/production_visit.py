"""A visitor who uses the portal over HTTPS, as a browser would."""

import http.client
import http.cookiejar
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import IO

from scripts.console import say, stop

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HASHED_STYLESHEET = re.compile(r'href="(/static/portal\.[0-9a-f]{12}\.css)"')


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow nothing."""


class Visitor:
    """Keeps cookies and trusts exactly one certificate."""

    def __init__(self, address: str, certificate: Path) -> None:
        self.address = address
        self.cookies = http.cookiejar.CookieJar()
        context = ssl.create_default_context(cafile=str(certificate))
        self.browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPSHandler(context=context),
            urllib.request.HTTPCookieProcessor(self.cookies),
        )

    def get(self, path: str) -> str:
        """Fetch a page; stop where it does not answer 200."""
        return self._open(urllib.request.Request(self.address + path))

    def post(self, path: str, page: str, fields: dict[str, str]) -> str:
        """Send a form with the token of the page that showed it; return the page it leads to."""
        token = TOKEN.search(page)
        if not token:
            stop(f"The page that sends to {path} holds no form.")
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
        request = urllib.request.Request(self.address + path, data, {"Referer": self.address + path})
        return self._open(request)

    def check_front_door(self, plain_address: str) -> None:
        """See that plain HTTP leads to HTTPS, and that a stranger is led to the sign-in page."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect())
        try:
            opener.open(plain_address, timeout=10)
            stop("Plain HTTP was answered instead of redirected.")
        except urllib.error.HTTPError as error:
            target = error.headers.get("Location", "")
            if error.code != 301 or not target.startswith("https://"):
                stop(f"Plain HTTP was answered with {error.code} to {target!r}.")
        if 'name="password"' not in self.get("/"):
            stop("The front page does not lead a stranger to the sign-in form.")
        say("Plain HTTP leads to HTTPS, and a stranger to the sign-in page")

    def sign_in(self, email: str, password: str) -> None:
        """Sign in and see that the session cookie is for HTTPS alone."""
        page = self.post("/sign-in/", self.get("/sign-in/"), {"username": email, "password": password})
        if "Sign out" not in page:
            stop(f"{email} could not sign in.")
        insecure = [cookie.name for cookie in self.cookies if not cookie.secure]
        if insecure:
            stop(f"Cookies that may travel without HTTPS: {', '.join(insecure)}.")
        say(f"{email} signed in over HTTPS, with secure cookies")

    def check_static_files(self) -> None:
        """See that the pages name the collected style sheet, and that it is served."""
        found = HASHED_STYLESHEET.search(self.get("/"))
        if not found:
            stop("The page names no collected style sheet.")
        self.get(found[1])
        say(f"{found[1]} is served")

    def _open(self, request: urllib.request.Request) -> str:
        try:
            with self.browser.open(request, timeout=30) as response:
                text: str = response.read().decode()
                return text
        except urllib.error.URLError as error:
            stop(f"{request.get_method()} {request.full_url} failed: {error}")
