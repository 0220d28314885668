"""Names in strings, which the import contracts do not see: those that point up to a higher app are few and known."""

import re
from pathlib import Path

APPS = ("portal", "reviews", "findings", "actions", "reports")
ROOT = Path(__file__).parents[2]
NAMED = re.compile(
    r"""get_model\(\s*["'](\w+)[."']|reverse\(\s*["'](\w+):|redirect\(\s*["'](\w+):|{% url ["'](\w+):"""
)

# What a review and a theme say of the findings under them, and a finding of the actions about it: see ADR 3.
KNOWN = {
    ("findings/exports.py", "actions"),
    ("findings/querysets.py", "actions"),
    ("findings/rules/progress.py", "actions"),
    ("reviews/models/theme.py", "findings"),
    ("templates/reviews/review_detail.html", "findings"),
    ("templates/reviews/review_list.html", "findings"),
    ("templates/reviews/summary_strands.html", "findings"),
}


def names_that_point_up():
    found = set()
    for at, app in enumerate(APPS):
        files = [*(ROOT / app).rglob("*.py"), *(ROOT / "templates" / app).rglob("*.html")]
        for path in files:
            for match in NAMED.finditer(path.read_text()):
                named = next(filter(None, match.groups()))
                if named in APPS[at + 1 :]:
                    found.add((path.relative_to(ROOT).as_posix(), named))
    return found


def test_only_known_names_point_up():
    assert names_that_point_up() == KNOWN
