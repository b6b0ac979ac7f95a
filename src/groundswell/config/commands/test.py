import argparse
import os

summary = "run the tests: on SQLite, on PostgreSQL, and in a browser, where these are installed"
passes_on = True


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--faults", action="store_true", help="also the tests that kill processes (CI does)")
    parser.epilog = "Everything else is passed on to pytest: paths, -k, -x ..."


def run(options: argparse.Namespace) -> int:
    from groundswell.config.suite import Suite
    from groundswell.config.translations import compile_catalogues

    os.environ.pop("DJANGO_SETTINGS_MODULE", None)  # tests have settings of their own
    compile_catalogues()
    return Suite(options.rest, faults=options.faults).run()
