import asyncio
import signal
from contextlib import suppress

from groundswell.gateways.simulator.carrier import Carrier
from groundswell.gateways.simulator.front_desk import FrontDesk
from groundswell.gateways.simulator.http_protocol import HttpProtocol
from groundswell.gateways.simulator.messenger import Messenger


async def serve(carrier: Carrier, *, port: int, secret: str) -> None:
    """Answers on 127.0.0.1 and tells webhooks, until SIGTERM or SIGINT."""
    loop = asyncio.get_running_loop()
    desk = FrontDesk(carrier, secret)
    server = await loop.create_server(lambda: HttpProtocol(desk.answer), "127.0.0.1", port)
    work = asyncio.create_task(Messenger(carrier, secret).run())
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, work.cancel)
    with suppress(asyncio.CancelledError):
        await work
    server.close()
