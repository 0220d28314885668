"""Fixtures and plugins that all tests share."""

pytest_plugins = ["tests.plugins.chromium", "tests.plugins.needs"]
