import argparse
from pathlib import Path

summary = "put a backup in place; sending stays paused until you resume it"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true", help="instead of the database that is there")


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings

    from groundswell.config.backups.restore import restore_backup
    from groundswell.config.serving import only_one
    from groundswell.config.startup import keys_are_there, unapplied_migrations
    from groundswell.config.terminal import say

    keys_are_there()
    with only_one(settings.HOME):
        manifest = restore_backup(options.file.resolve(), replace=options.replace)
    say(f"Restored {sum(manifest.rows.values()):,} rows as they were on {manifest.made_at}.")
    if unapplied_migrations():
        say("The backup is older than this Groundswell. Bring it up to date with: ./groundswell migrate")
    say(
        "",
        "Sending is paused everywhere. What was sent and who opted out after this backup was made is not",
        "known here: look through your carrier's list of messages since then, and only then resume with:",
        "  ./groundswell resume",
    )
    return 0
