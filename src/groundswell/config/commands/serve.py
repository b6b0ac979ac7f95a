import argparse

summary = "run the server: web and worker (or --web-only)"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="where to listen; a reverse proxy stands in front"
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--web-only", action="store_true", help="the worker runs elsewhere")


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    from groundswell.config.serving import only_one, prepare, refuse_taken_port, server_group
    from groundswell.config.startup import refuse_unsafe_start

    refuse_unsafe_start()
    with only_one(settings.HOME):
        refuse_taken_port(options.host, options.port)
        prepare()
        group = server_group(options.host, options.port, web_only=options.web_only)
        connections.close_all()
        return group.run(lambda: welcome(options.host, options.port))


def welcome(host: str, port: int) -> None:
    from django.conf import settings

    from groundswell.config.serving import wait_until_it_listens
    from groundswell.config.terminal import say

    wait_until_it_listens(host, port)
    say(f"Groundswell is at {settings.PUBLIC_ADDRESS} (listening on port {port})")
