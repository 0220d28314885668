"""A person at a browser, who looks at every page wide and narrow and holds it to the accessibility rules."""

import datetime
import re

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    JSHandle,
    Locator,
    Page,
    ViewportSize,
    expect,
)

from tests.journeys.looks import ASTRAY, COLOURED, FIRST_OF, PARTS, SHAPES, WIDER
from tests.journeys.running import RunningPortal

WIDE = ViewportSize(width=1280, height=900)
NARROW = ViewportSize(width=320, height=640)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Nothing is fetched again for it: no rule of these tags needs that, and the portal has no frames.
HOW = {"resultTypes": ["violations"], "preload": False, "iframes": False}
# These look at one element after the other and take longer than all others: they are asked about elements that are new.
OF_ELEMENTS = ("color-contrast", "link-in-text-block", "target-size")
RULES_OF_PAGES = {
    **HOW,
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": False} for rule in OF_ELEMENTS},
}
RULES_OF_ELEMENTS = {**HOW, "runOnly": {"type": "rule", "values": OF_ELEMENTS}}
HAS_AXE = "'axe' in window"
# A page that brings itself up to date is another one afterwards.
MARK, IS_MARKED = "window.isLookedAt = true", "'isLookedAt' in window"
# Of what axe found only what is wrong is brought here: the rest is much.
AXE_RUN = """([rules, elements]) => axe.run(elements ? {include: elements} : document, rules)
    .then(({violations, url}) => ({violations, url}))"""
REFUSALS = {403: "You cannot do this", 404: "Page not found"}
# The browser notes a refused page as an error of its own.
NOTED_BY_BROWSER = re.compile(r"the server responded with a status of 40[34]")


class Visitor:
    """Drives one browser page as one person."""

    def __init__(self, context: BrowserContext, portal: RunningPortal, *, size: ViewportSize = WIDE) -> None:
        self.page: Page = context.new_page()
        self.page.set_viewport_size(size)
        self.portal = portal
        self.size = size
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        self.page.on("console", self._note_console)

    def sign_in(self, role: str) -> None:
        """Sign in with the sample account of a role; where a visitor did before and has not left, as that one."""
        if role in self.portal.cookies:
            self.page.context.add_cookies(self.portal.cookies[role])
            self.open("/")
        if not self.page.get_by_role("button", name="Sign out").count():
            self.sign_in_with(self.portal.email(role), self.portal.password)
            self.portal.cookies[role] = self.page.context.cookies()

    def sign_in_with(self, email: str, password: str) -> None:
        """Sign in with an address and a password."""
        self.open("/sign-in/")
        self.fill("E-mail address", email)
        self.fill("Password", password)
        self.press("Sign in")
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()

    def sign_out(self) -> None:
        """Sign out with the button in the header."""
        self.press("Sign out")
        self.look("Sign in")

    def open(self, path: str) -> None:
        """Go to an address of the portal."""
        self.page.goto(self.portal.address + path)

    def is_refused(self, path: str, *, status: int) -> None:
        """Expect an address to be refused with a page that says so."""
        answer = self.page.goto(self.portal.address + path)
        assert answer is not None
        assert answer.status == status, f"{path} answered {answer.status}"
        self.look(REFUSALS[status])

    def follow(self, link: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Follow the first link or link button with this name."""
        place = within or self.page
        buttons = place.locator("a[role=button]").filter(has_text=link)
        place.get_by_role("link", name=link).or_(buttons).first.click()
        self._arrive()

    def press(self, button: str) -> None:
        """Press the button with this name."""
        self.page.get_by_role("button", name=button, exact=True).first.click()
        self._arrive()

    def field(self, label: str | re.Pattern[str]) -> Locator:
        """The field with this label."""
        return self.page.get_by_label(label, exact=True)

    def fill(self, label: str, text: str) -> None:
        """Fill the field with this label."""
        self.field(label).fill(text)

    def fill_date(self, legend: str, day: datetime.date) -> None:
        """Fill the three inputs of a date."""
        group = self.page.get_by_role("group", name=legend)
        for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(label).fill(str(value))

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a select by its words."""
        self.field(label).select_option(label=option)

    def tick(self, label: str | re.Pattern[str]) -> None:
        """Tick the first radio button or checkbox with this label."""
        self.page.get_by_label(label).first.check()

    def sees(self, text: str | re.Pattern[str]) -> None:
        """Expect these words in the page's main part."""
        expect(self.page.get_by_role("main")).to_contain_text(text)

    def does_not_see(self, text: str | re.Pattern[str]) -> None:
        """Expect these words nowhere in the page's main part."""
        expect(self.page.get_by_role("main")).not_to_contain_text(text)

    def is_told(self, message: str | re.Pattern[str], *, focuses: Locator | None = None) -> None:
        """Expect an error summary that has the focus, and whose link leads to the field."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_contain_text(message)
        expect(summary).to_be_focused()
        if focuses is not None:
            summary.get_by_role("link", name=message).click()
            expect(focuses).to_be_focused()

    def look(self, heading: str | re.Pattern[str]) -> None:
        """Expect this page, and hold to the rules what is new of it at either width; colours at that of this person.

        One that brought itself up to date meanwhile is looked at anew.
        """
        self._arrive()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        self._arrive()
        self.page.evaluate(MARK)
        try:
            self._hold_to_what_all_pages_are()
        except Error:
            if self.page.evaluate(IS_MARKED):
                raise
        if not self.page.evaluate(IS_MARKED):
            self.look(heading)

    def _hold_to_what_all_pages_are(self) -> None:
        has_errors = self.page.locator(".govuk-error-summary").count() > 0
        title = self.page.title()
        assert title.startswith("Error: ") == has_errors, f"{self.page.url} is entitled {title}"
        parts = set(self.page.evaluate(PARTS))
        if self.portal.looked_at.new_of(parts):
            self._hold_what_is_new_to_rules()
            self._remember(parts)
        assert self.complaints == [], f"{self.page.url}: {self.complaints}"

    def _arrive(self) -> None:
        """Wait for the whole page that a click led to."""
        self.page.wait_for_load_state()

    def _hold_what_is_new_to_rules(self) -> None:
        """Where there is a shape not seen before, at the other width too."""
        shapes, colours = self._new_of(SHAPES), self._new_of(COLOURED)
        held = shapes | colours
        self._hold_to_rules(self.size, shapes, held)
        if shapes:
            other = WIDE if self.size == NARROW else NARROW
            self.page.set_viewport_size(other)
            try:
                others = self._new_of(SHAPES) - shapes
                self._hold_to_rules(other, others, others)
            finally:
                self.page.set_viewport_size(self.size)
            held |= others
        self._remember(held)

    def _new_of(self, script: str) -> set[str]:
        return self.portal.looked_at.new_of(self.page.evaluate(script))

    def _remember(self, held: set[str]) -> None:
        if self.page.evaluate(IS_MARKED):
            self.portal.looked_at.add(held)

    def _hold_to_rules(self, size: ViewportSize, shapes: set[str], looks: set[str]) -> None:
        """Hold a page with these new shapes to the rules as it is at one width, and the first elements of looks."""
        where = f"{self.page.url} at {size['width']} px"
        elements = self.page.evaluate_handle(FIRST_OF, [*looks])
        if shapes:
            self._breaks_none(RULES_OF_PAGES, where)
        if elements.evaluate("found => found.length"):
            self._breaks_none(RULES_OF_ELEMENTS, where, about=elements)
        astray = self.page.evaluate(ASTRAY)
        assert astray == [], f"{where}: {astray}"
        overflow = self.page.evaluate(WIDER)
        assert overflow <= 0, f"{where} scrolls sideways by {overflow} px"

    def _breaks_none(self, rules: dict[str, object], where: str, *, about: JSHandle | None = None) -> None:
        if not self.page.evaluate(HAS_AXE):
            self.page.evaluate(AXE_SCRIPT)
        results = AxeResults(self.page.evaluate(AXE_RUN, [rules, about]))
        assert results.violations_count == 0, f"{where}\n{results.generate_report()}"

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not NOTED_BY_BROWSER.search(message.text):
            self.complaints.append(f"console: {message.text}")
