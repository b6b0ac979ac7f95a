"""`python -m groundswell.gateways.simulator --port 8100 --secret ...`: the simulated carrier as a process."""

import argparse
import asyncio
import os
import secrets

from groundswell.gateways.simulator.behaviour import Behaviour
from groundswell.gateways.simulator.carrier import Carrier
from groundswell.gateways.simulator.server import serve


def main() -> None:
    options = _options()
    carrier = Carrier(
        seed=options.seed,
        run=secrets.token_hex(4),
        callback=options.callback,
        behaviour=Behaviour(speed=options.speed, replies=options.replies),
    )
    asyncio.run(serve(carrier, port=options.port, secret=options.secret))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="simulator", description="A simulated carrier on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument(
        "--callback", default="", help="where webhooks go for numbers that never sent: .../hooks/<id>"
    )
    parser.add_argument("--secret", default=os.environ.get("SIMULATOR_SECRET", "simulated"))
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same people")
    parser.add_argument("--speed", type=float, default=1.0, help="10: a minute passes in six seconds")
    parser.add_argument("--replies", type=float, default=1.0, help="share of people who answer as they would")
    return parser.parse_args()


if __name__ == "__main__":
    main()
