import argparse

summary = "look for mistakes without running tests: style, types, layers, migrations, deploy"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("only", nargs="*", help="some of: " + ", ".join(names()))


def names() -> list[str]:
    from groundswell.config.inspections import INSPECTIONS

    return [inspection.name for inspection in INSPECTIONS]


def run(options: argparse.Namespace) -> int:
    from groundswell.config.inspections import INSPECTIONS, inspect
    from groundswell.config.terminal import Stopped

    unknown = set(options.only) - set(names())
    if unknown:
        raise Stopped(f"There is no check called {unknown.pop()!r}. There are: {', '.join(names())}.")
    chosen = [each for each in INSPECTIONS if not options.only or each.name in options.only]
    results = [inspect(each) for each in chosen]
    return 0 if all(results) else 1
