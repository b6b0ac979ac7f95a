import argparse

summary = "measure the main job: bench texting --people 27000 --branches 87 --database sqlite|postgres"
passes_on = True


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["texting"])
    parser.epilog = "Everything else is passed on; see: bench texting --help"


def run(options: argparse.Namespace) -> int:
    from groundswell.config.bench.texting import main

    return main(options.rest)
