"""Just enough HTTP/1.1 for a simulator that must cost next to nothing: keep-alive and content-length."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 8 * 1024 * 1024
REASONS = {200: "OK", 202: "Accepted", 401: "Unauthorized", 404: "Not Found", 429: "Too Many Requests"}


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    path: str
    head: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Response:
    """`status` 0 means: break the line; -1: say nothing."""

    status: int
    body: bytes = b""
    headers: str = ""


class HttpProtocol(asyncio.Protocol):
    """One line to a client. `answer` is called for each whole request."""

    transport: asyncio.Transport

    def __init__(self, answer: Callable[[Request], Response]) -> None:
        self._answer = answer
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while request := self._next_request():
            self._reply(self._answer(request))
        if len(self._buffer) > LONGEST:
            self.transport.abort()

    def _next_request(self) -> Request | None:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self._buffer[:end]
        stop = end + 4 + _content_length(head)
        if len(self._buffer) < stop:
            return None
        body, self._buffer = self._buffer[end + 4 : stop], self._buffer[stop:]
        method, path, *_rest = [*head.split(b"\r\n", 1)[0].decode("latin-1").split(" "), "", ""]
        return Request(method, path, head, body)

    def _reply(self, response: Response) -> None:
        if response.status == 0:
            self.transport.abort()
        elif response.status > 0:
            reason = REASONS.get(response.status, "Error")
            head = (
                f"HTTP/1.1 {response.status} {reason}\r\nContent-Type: application/json\r\n"
                f"{response.headers}Content-Length: {len(response.body)}\r\n\r\n"
            )
            self.transport.write(head.encode("latin-1") + response.body)


def _content_length(head: bytes) -> int:
    at = head.lower().find(b"\r\ncontent-length:")
    if at < 0:
        return 0
    value = head[at + 17 :].split(b"\r\n", 1)[0].strip()
    return int(value) if value.isdigit() else 0
