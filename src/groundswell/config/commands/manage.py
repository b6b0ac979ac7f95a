import argparse

summary = "run one of Django's own commands (makemigrations, makemessages, dbshell ...)"
passes_on = True


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", help="the Django command; what follows is passed on")


def run(options: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./groundswell manage", options.name, *options.rest])
    return 0
