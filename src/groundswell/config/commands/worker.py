import argparse
import signal
import threading

summary = "run the worker alone: jobs and the sending of texts"


def configure(parser: argparse.ArgumentParser) -> None:
    """No options: what it does follows from the database."""


def run(options: argparse.Namespace) -> int:
    import django

    from groundswell.config.lifeline import follow_parent

    stop = threading.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stop.set())
    django.setup()
    from groundswell.config.startup import refuse_unsafe_start
    from groundswell.kernel.jobs.worker import run_worker

    refuse_unsafe_start()
    follow_parent()
    run_worker(stop)
    return 0
