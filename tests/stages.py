"""Which tests belong to which part of `./groundswell test`, and which wait until somebody asks for them."""

import os

import pytest

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "installation"}
STAGES = ("sqlite", "postgres", "browser")


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("groundswell")
    group.addoption("--stage", choices=STAGES, help="only the tests that belong to this part of the run")
    group.addoption("--faults", action="store_true", help="also the tests that kill processes or fill disks")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = [item for item in items if belongs(item, config)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(wanted)])
    items[:] = wanted


def belongs(item: pytest.Item, config: pytest.Config) -> bool:
    """Faults and browser journeys run in their own part, with their flag, or when their file is named."""
    stage = config.getoption("--stage")
    in_browser = item.get_closest_marker("browser") is not None
    if stage and in_browser != (stage == "browser"):
        return False
    if stage == "postgres" and not uses_database(item):
        return False
    if in_browser and not stage and not asked_for(item, config, "browser"):
        return False
    is_fault = item.get_closest_marker("faults") is not None
    return not is_fault or wants_faults(config) or asked_for(item, config, "faults")


def wants_faults(config: pytest.Config) -> bool:
    return bool(config.getoption("--faults")) or os.environ.get("CI") == "true"


def asked_for(item: pytest.Item, config: pytest.Config, marker: str) -> bool:
    """Named by -m, or its own file stands on the command line."""
    if marker in (config.getoption("-m") or ""):
        return True
    files = {(config.invocation_params.dir / word.split("::")[0]).resolve() for word in config.args}
    return item.path in files


def uses_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATABASE_FIXTURES)
