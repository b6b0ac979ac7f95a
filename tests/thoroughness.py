"""How many examples a property is tried with: all of them in CI, a fifth while somebody waits."""

import os

from hypothesis import HealthCheck, settings

SHARE_WHILE_WAITING = 5


def examples(in_ci: int) -> settings:
    """For @examples(600) above a property; `world` may be shared by its examples."""
    count = in_ci if os.environ.get("CI") == "true" else max(5, in_ci // SHARE_WHILE_WAITING)
    return settings(
        max_examples=count, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
