import argparse

summary = "bring the database up to date after an upgrade"


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.core.management import call_command

    from groundswell.config.startup import check_fingerprint, unapplied_migrations
    from groundswell.config.terminal import say

    waiting = unapplied_migrations()
    call_command("migrate", verbosity=0, interactive=False)
    check_fingerprint()
    say(*(f"applied {name}" for name in waiting), "The database is up to date.")
    return 0
