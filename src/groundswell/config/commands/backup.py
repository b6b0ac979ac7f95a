import argparse
from pathlib import Path

summary = "write everything but the keys to one file, while the server runs"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="where to, for instance groundswell-2026-11-21.tar.gz")


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from groundswell.config.backups.make import make_backup
    from groundswell.config.startup import check_fingerprint
    from groundswell.config.terminal import say

    check_fingerprint()
    manifest = make_backup(options.file.resolve())
    size = options.file.stat().st_size / 1_000_000
    say(
        f"{options.file}: {sum(manifest.rows.values()):,} rows, {size:.1f} MB, read back and complete.",
        "",
        "The keys (secret.key, data.key) are not in it, so a finder cannot read numbers and addresses.",
        "Keep a copy of the keys elsewhere: without data.key this file is of no use to you either.",
    )
    return 0
