"""Fixtures for every test."""

from collections.abc import Iterator

import pytest

pytest_plugins = ["tests.installation", "tests.stages", "tests.world"]


@pytest.fixture(autouse=True)
def _no_read_notes_left_over() -> Iterator[None]:
    yield
    from groundswell.audit.services.note_read import forget_reads

    forget_reads()


@pytest.fixture(autouse=True)
def _nobody_s_language_left_over() -> Iterator[None]:
    """A request in Dutch leaves its language to the thread, as in a server: the next request sets its own."""
    yield
    from django.utils import translation

    translation.deactivate()
