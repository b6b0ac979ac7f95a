"""Tells webhooks over a few lines that stay open; what is not answered with 2xx is told again later."""

import asyncio
import json
from urllib.parse import urlsplit

from groundswell.gateways.simulator.agenda import Callback
from groundswell.gateways.simulator.carrier import Carrier
from groundswell.gateways.simulator.signing import sign

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
STATUSES_AT_ONCE = 20
ANSWER_SECONDS = 30
MOST_ATTEMPTS = 12


class Messenger:
    def __init__(self, carrier: Carrier, secret: str, *, lines: int = 4) -> None:
        self._carrier, self._secret, self._lines = carrier, secret, lines
        self._queue: asyncio.Queue[list[Callback]] = asyncio.Queue(maxsize=200)
        self._attempts: dict[int, int] = {}

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch_the_clock())
            for _ in range(self._lines):
                tasks.create_task(self._tell_from_queue())

    async def _watch_the_clock(self) -> None:
        while True:
            statuses: dict[str, list[Callback]] = {}
            for callback in self._carrier.due():
                if callback.kind == "inbound":
                    await self._queue.put([callback])
                    continue
                waiting = statuses.setdefault(callback.target, [])
                waiting.append(callback)
                if len(waiting) == STATUSES_AT_ONCE:
                    await self._queue.put(statuses.pop(callback.target))
            for batch in statuses.values():
                await self._queue.put(batch)
            await asyncio.sleep(0.05)

    async def _tell_from_queue(self) -> None:
        lines: dict[str, Line] = {}
        while True:
            batch = await self._queue.get()
            if not await self._tell(batch, lines):
                self._put_back(batch)
                continue
            for callback in batch:
                self._attempts.pop(callback.order, None)
                self._carrier.told(callback)

    async def _tell(self, batch: list[Callback], lines: dict[str, Line]) -> bool:
        target = batch[0].target
        try:
            if target not in lines:
                parts = urlsplit(target)
                lines[target] = await asyncio.open_connection(parts.hostname, parts.port or 80)
            async with asyncio.timeout(ANSWER_SECONDS):
                return await self._post(batch, *lines[target])
        except (OSError, TimeoutError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            if line := lines.pop(target, None):
                line[1].close()
            return False

    async def _post(
        self, batch: list[Callback], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        parts = urlsplit(batch[0].target)
        body = json.dumps([callback.event for callback in batch]).encode()
        [(name, value)] = sign(self._secret, body).items()
        head = (
            f"POST {parts.path}/{batch[0].kind} HTTP/1.1\r\nHost: {parts.netloc}\r\n{name}: {value}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        return 200 <= await _status_of_answer(reader, writer) < 300

    def _put_back(self, batch: list[Callback]) -> None:
        for callback in batch:
            attempt = self._attempts[callback.order] = self._attempts.get(callback.order, 0) + 1
            if attempt < MOST_ATTEMPTS and callback.target:
                self._carrier.agenda.put_back(callback, min(0.25 * 2**attempt, 30))
            else:
                self._carrier.tally.not_told += 1


async def _status_of_answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    _, _, length = head.partition(b"content-length:")
    if length:
        await reader.readexactly(int(length.split(b"\r\n", 1)[0]))
    elif b"chunked" in head:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    if b"connection: close" in head:
        writer.close()
    return int(head.split(b" ", 2)[1])
