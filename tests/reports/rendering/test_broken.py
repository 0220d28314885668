"""Finding the part of a report at which the making of its files broke off."""

import lxml.html
import pytest

from reports.rendering.broken import BrokenPart, looked_into, pages_alone

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Report</title><style>p { color: black }</style></head>
<body class="paper"><h1>Report</h1><p>Before</p>
<h2 id="section-1">One</h2><p>First</p> and its tail
<h2 id="section-2">Two</h2><p>Second</p><h3>Below</h3><p>Third</p>
<h2>Of no part’s own</h2><section aria-labelledby="annex-A"><h2 id="annex-A">A</h2><p>Fourth</p></section>
</body></html>"""
NAMES = {"section-1": "One", "section-2": "Two", "section-3": "Nothing", "annex-A": "Annex A"}


class Fatal(BaseException):
    """What is no Exception, as of WeasyPrint."""


def raising(reason):
    def make():
        raise reason

    return make


@pytest.mark.parametrize("reason", [MemoryError, KeyboardInterrupt, SystemExit])
def test_what_no_part_is_to_blame_for_comes_out_as_it_is(reason):
    parts = [("one", lambda: None), ("two", raising(reason()))]

    with pytest.raises(reason):
        looked_into(raising(ValueError("whole")), lambda: parts)
    with pytest.raises(reason):
        looked_into(raising(reason()), lambda: [("one", raising(ValueError("alone")))])


@pytest.mark.parametrize("reason", [ValueError("x"), Fatal("x")])
def test_part_that_breaks_off_alone_is_named_with_the_reason_of_the_whole(reason):
    parts = [("one", lambda: None), ("two", raising(reason)), ("three", raising(reason))]

    with pytest.raises(BrokenPart) as broken:
        looked_into(raising(reason), lambda: parts)

    assert (broken.value.part, broken.value.__cause__) == ("two", reason)


def test_reason_of_the_whole_comes_out_where_each_part_can_be_made():
    with pytest.raises(Fatal):
        looked_into(raising(Fatal()), lambda: [("one", lambda: None)])


def test_page_of_a_part_has_the_head_and_its_own_elements_alone():
    pages = {name: lxml.html.document_fromstring(page) for name, page in pages_alone(PAGE, NAMES)}

    assert {
        name: " ".join(" ".join(page.find("body").itertext()).split()) for name, page in pages.items()
    } == {
        "One": "One First and its tail",
        "Two": "Two Second Below Third Of no part’s own",
        "Nothing": "",
        "Annex A": "A Fourth",
    }
    for page in pages.values():
        assert (page.get("lang"), page.find("body").get("class")) == ("en", "paper")
        assert page.findtext("head/title") == "Report"
        assert page.findtext("head/style") == "p { color: black }"
