import argparse

summary = "measure the main job: bench texting|imports --people 27000 --database sqlite|postgres"
passes_on = True


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["imports", "texting"])
    parser.epilog = "Everything else is passed on; see: bench texting --help"


def run(options: argparse.Namespace) -> int:
    from groundswell.config.bench import imports, texting

    mains = {"imports": imports.main, "texting": texting.main}
    return mains[options.what](options.rest)
