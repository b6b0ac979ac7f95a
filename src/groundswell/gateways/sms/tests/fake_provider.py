"""A provider on 127.0.0.1 that answers as it is told, once for each text."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class FakeProvider:
    address: str
    answer: bytes = b""
    silent: bool = False
    requests: list[bytes] = field(default_factory=list)

    def replies(self, status: int, body: str, headers: str = "") -> None:
        """Without any reply set, the line breaks after the request."""
        head = f"HTTP/1.1 {status} Said\r\nConnection: close\r\n{headers}"
        self.answer = f"{head}Content-Length: {len(body.encode())}\r\n\r\n{body}".encode()


@contextmanager
def fake_provider() -> Iterator[FakeProvider]:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    provider = FakeProvider(f"http://127.0.0.1:{listener.getsockname()[1]}")
    done = threading.Event()
    thread = threading.Thread(target=_serve, args=(listener, provider, done), daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        done.set()
        listener.close()
        thread.join(2)


def _serve(listener: socket.socket, provider: FakeProvider, done: threading.Event) -> None:
    while not done.is_set():
        try:
            line, _ = listener.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        with line, suppress(OSError):  # the client may hang up at any time
            line.settimeout(2)
            provider.requests.append(_read_request(line))
            if provider.silent:
                done.wait(5)
            elif provider.answer:
                line.sendall(provider.answer)


def _read_request(line: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request:
        request += _receive(line)
    head, _, body = request.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += _receive(line)
    return head + b"\r\n\r\n" + body


def _receive(line: socket.socket) -> bytes:
    if not (data := line.recv(65536)):
        raise ConnectionResetError
    return data
