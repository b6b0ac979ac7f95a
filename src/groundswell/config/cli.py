"""The command line: `./groundswell <command>`. Each command is one file in commands/."""

import argparse
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from groundswell.config import commands
from groundswell.config.terminal import Stopped, complain


class Command(Protocol):
    """What a module in commands/ offers; with `passes_on` the words it does not know go to `options.rest`."""

    summary: str

    def configure(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def main(words: list[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    words = sys.argv[1:] if words is None else words
    names = command_names()
    if not words or words[0] not in names:
        return explain(words, names)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")
    command = load(words[0])
    parser = argparse.ArgumentParser(
        f"./groundswell {words[0]}", description=command.summary, allow_abbrev=False
    )
    command.configure(parser)
    try:
        return command.run(read_options(parser, command, words[1:]))
    except Stopped as stopped:
        complain(str(stopped))
        return 1
    except KeyboardInterrupt:
        return 130


def read_options(parser: argparse.ArgumentParser, command: Command, words: list[str]) -> argparse.Namespace:
    if not getattr(command, "passes_on", False):
        return parser.parse_args(words)
    options, rest = parser.parse_known_args(words)
    options.rest = rest
    return options


def command_names() -> list[str]:
    return sorted(module.name for module in iter_modules(commands.__path__))


def load(name: str) -> Command:
    return cast(Command, import_module(f"groundswell.config.commands.{name}"))


def explain(words: list[str], names: list[str]) -> int:
    asked_for_help = not words or words[0] in {"-h", "--help", "help"}
    lines = [] if asked_for_help else [f"There is no command {words[0]!r}.", ""]
    lines += ["./groundswell <command>   (--help after a command says more)", ""]
    lines += [f"  {name:<10} {load(name).summary}" for name in names]
    (sys.stdout if asked_for_help else sys.stderr).write("\n".join(lines) + "\n")
    return 0 if asked_for_help else 2


if __name__ == "__main__":
    sys.exit(main())
