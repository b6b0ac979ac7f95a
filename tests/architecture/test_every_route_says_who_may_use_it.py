import pytest

from groundswell.web.foreign_routes import CLOSED, PUBLIC, SIGNED_IN
from tests.architecture.routes import Route, all_routes


@pytest.mark.parametrize("route", all_routes(), ids=lambda route: route.name or route.pattern)
def test_every_route_says_who_may_use_it(route: Route) -> None:
    assert route.entry or route.name in CLOSED, (
        f"{route.pattern} ({route.view.__module__}) needs one of the decorators of groundswell.kernel.routes"
    )


def test_the_list_of_library_routes_names_nothing_that_is_gone() -> None:
    assert {route.name for route in all_routes()} >= PUBLIC | SIGNED_IN | CLOSED
