"""Fixtures for every test."""

pytest_plugins = ["tests.stages", "tests.world"]
