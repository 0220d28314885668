"""Fixtures and plugins that all tests share."""

pytest_plugins = [
    "tests.plugins.needs",
    "tests.plugins.chromium",
    "tests.plugins.garbage",
    "tests.plugins.migrated",
    "tests.plugins.order",
    "tests.plugins.pages",
    "tests.plugins.undone",
]
