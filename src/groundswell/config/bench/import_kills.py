"""Kills the worker without warning while a list is loaded and taken back, and counts after each blow.

`python -m groundswell.config.bench.import_kills --database sqlite --kills 4 --seed 7` prints one JSON object.
"""

import argparse
import json
import random
import sys
import time
from typing import Any

from groundswell.config.bench.installation import throw_away
from groundswell.config.bench.kills import Victim

PATIENCE = 240.0


def main() -> int:
    options = read_options()
    with throw_away(options.database):
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0)
        worker = Victim("groundswell.config.cli", ["worker"])
        try:
            result = rehearse(options, worker)
        finally:
            worker.kill(and_start=False)
            connections.close_all()
    print(json.dumps(result))  # noqa: T201
    return 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgres"], default="sqlite")
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--kills", type=int, default=4, help="in each of the two steps")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def rehearse(options: argparse.Namespace, worker: Victim) -> dict[str, Any]:
    from groundswell.config.bench.organiser import Organiser
    from groundswell.imports.services import apply_import, undo_import

    dice = random.Random(options.seed)  # noqa: S311
    organiser = Organiser.with_a_list(options.people, 20)
    organiser.stage()
    organiser.dry_run()
    apply_import(actor=organiser.actor, run=organiser.the_run)
    result = {"applying": _kill_again_and_again(organiser.the_run, worker, options.kills, dice)}
    result["applying"] |= _account(organiser.the_run)
    undo_import(actor=organiser.actor, run=organiser.the_run)
    result["undoing"] = _kill_again_and_again(organiser.the_run, worker, options.kills, dice)
    result["undoing"] |= _account(organiser.the_run)
    return {"rows": organiser.the_run.rows_total} | result


def _kill_again_and_again(run: Any, worker: Victim, kills: int, dice: random.Random) -> dict[str, Any]:
    """Waits for progress before each blow, so that every one meets a worker that is at it."""
    landed, torn, until = 0, 0, time.monotonic() + PATIENCE
    seen = -1
    _refreshed(run)
    while run.is_working and time.monotonic() < until:
        if landed < kills and run.rows_done != seen:
            time.sleep(dice.uniform(0, 0.4))
            worker.kill()
            seen = _refreshed(run).rows_done
            landed += run.is_working
            torn += _is_torn(run)
            _let_leases_run_out()
        time.sleep(0.02)
        _refreshed(run)
    return {"state": run.state, "kills": landed, "torn": torn}


def _refreshed(run: Any) -> Any:
    run.refresh_from_db()
    return run


def _is_torn(run: Any) -> bool:
    """Whether what is there differs from what the cursor says is there."""
    from groundswell.people.models import Person

    here = Person.objects.alive().count()
    if run.stopped_in or run.state in {run.State.APPLYING, run.State.APPLIED}:
        return bool(here != run.rows_done or here != run.rows.filter(applied=True).count())
    return bool(here != run.rows_total - run.rows_done)


def _let_leases_run_out() -> None:
    """Two minutes later, as the one who was killed would be noticed."""
    from groundswell.kernel import clock
    from groundswell.kernel.models import Job

    Job.objects.filter(state=Job.State.RUNNING).update(lease_until=clock.now())


def _account(run: Any) -> dict[str, int]:
    """Everybody and every address once, with the consent they came with."""
    from groundswell.consent.models import ConsentState
    from groundswell.people.models import ContactPoint, Person

    people, points = Person.objects.alive(), ContactPoint.objects.filter(person__deleted_at=None)
    addresses = run.rows.exclude(phone_key=None).count() + run.rows.exclude(email_key=None).count()
    return {
        "people": people.count(),
        "numbers": people.values("external_id").distinct().count(),
        "addresses": points.count(),
        "addresses_of_the_list": addresses,
        "consents": ConsentState.objects.filter(person__deleted_at=None).count(),
    }


if __name__ == "__main__":
    sys.exit(main())
