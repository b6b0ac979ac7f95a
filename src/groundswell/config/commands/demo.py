import argparse
import os
import shutil
import sys
from pathlib import Path

from groundswell.config.terminal import Stopped, say

summary = "try Groundswell: an invented union, its volunteers and a carrier that is simulated"
BEGUN, READY = "demo.begun", "world.ready"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the carrier takes the next one")
    parser.add_argument(
        "--people", type=int, default=1200, help="how many members (27000: as in a real ballot)"
    )
    parser.add_argument("--fresh", action="store_true", help="start over")


def run(options: argparse.Namespace) -> int:
    home = demo_home()
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    describe_installation(home, options.port)
    from groundswell.config.demo.carrier import describe_carrier
    from groundswell.config.serving import only_one, prepare, refuse_taken_port

    refuse_taken_port("127.0.0.1", options.port)
    refuse_taken_port("127.0.0.1", options.port + 1)
    with only_one(home):
        if options.fresh or not (home / READY).exists():
            empty(home)
            describe_carrier(home, options.port)
            make_world(home, options.people)
        else:
            describe_carrier(home, options.port)
            continue_world()
        prepare()
        return start(options.port)


def demo_home() -> Path:
    from groundswell.config.paths import PROJECT

    return Path(os.environ.get("GROUNDSWELL_HOME", PROJECT / "var" / "demo"))


def describe_installation(home: Path, port: int) -> None:
    """What the demo's processes read as settings; the database is always its own."""
    os.environ |= {
        "GROUNDSWELL_HOME": str(home),
        "GROUNDSWELL_MODE": "demo",
        "GROUNDSWELL_ADDRESS": f"http://127.0.0.1:{port}",
        "DATABASE_URL": "",
    }


def empty(home: Path) -> None:
    """Deletes a demo, whole or half made, and nothing else."""
    entries = [entry for entry in home.iterdir() if entry.name != "running.lock"]
    if entries and not any((home / mark).exists() for mark in (BEGUN, READY)):
        raise Stopped(f"{home} holds something that is not a demo. Nothing was deleted.")
    for entry in entries:
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    (home / BEGUN).touch()


def make_world(home: Path, people: int) -> None:
    """The mark is written last, so a world half made is made again."""
    import django

    from groundswell.config.installation import make_keys

    say("Making the demo world ...")
    make_keys(home)
    django.setup()
    from django.core.management import call_command

    from groundswell.config.demo.build import build_world
    from groundswell.config.startup import check_fingerprint

    call_command("migrate", verbosity=0, interactive=False)
    check_fingerprint()
    say("  the database")
    build_world(people, lambda line: say(f"  {line}"))
    (home / READY).touch()


def continue_world() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from groundswell.config.demo.carrier import follow_port
    from groundswell.config.startup import refuse_unsafe_start, unapplied_migrations

    if unapplied_migrations():
        call_command("migrate", verbosity=0, interactive=False)
    refuse_unsafe_start()
    follow_port()


def start(port: int) -> int:
    from django.db import connections

    from groundswell.config.demo.carrier import add_carrier
    from groundswell.config.serving import server_group

    group = server_group("127.0.0.1", port)
    add_carrier(group)
    connections.close_all()
    return group.run(lambda: welcome(port))


def welcome(port: int) -> None:
    from groundswell.config.demo.personas import PERSONAS
    from groundswell.config.serving import wait_until_it_listens

    wait_until_it_listens("127.0.0.1", port)
    address = f"http://127.0.0.1:{port}"
    say("", f"Groundswell is at {address}", "")
    say(*(f"  {each.name:<8} {address}/demo/{each.key}/   {each.who}" for each in PERSONAS))
    say("", "Everybody in it is invented and no message leaves this machine. Stop with Ctrl-C.")
    sys.stdout.flush()
