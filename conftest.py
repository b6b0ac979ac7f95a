"""Fixtures for every test."""

pytest_plugins = ["tests.installation", "tests.stages", "tests.world"]
