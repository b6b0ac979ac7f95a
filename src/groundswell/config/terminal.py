"""What commands say to the person at the keyboard."""

import sys


class Stopped(Exception):
    """A command cannot go on; its message is for the person at the keyboard."""


def say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def may_ask() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """One line from the keyboard; the default on an empty answer or when nobody is there."""
    if not may_ask():
        return default
    hint = f" [{default}]" if default else ""
    return input(f"{question}{hint}: ").strip() or default
