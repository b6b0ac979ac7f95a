import argparse

summary = "open a Python shell with the models loaded"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-c", "--command", help="run this and stop")


def run(options: argparse.Namespace) -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("shell", **({"command": options.command} if options.command else {}))
    return 0
