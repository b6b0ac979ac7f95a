"""One pool of connections to one provider, and the one place that says what a network failure means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore

from groundswell.gateways.network import CheckedNetwork
from groundswell.gateways.sms.contract import ErrorClass, NoAnswer, Refused, SendOutcome

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
LONGEST_ANSWER = 64 * 1024
NOTHING_LEFT = (httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.PoolTimeout)
MAY_HAVE_LEFT = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError)
NONSENSE = (ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def retry_after(self) -> float | None:
        value = self.headers.get("retry-after", "")
        return float(value) if value.isdigit() else None


class HttpDoor:
    """Hands requests over; safe for many threads. `address` has no slash at its end."""

    def __init__(self, address: str, headers: Mapping[str, str]) -> None:
        parts = urlsplit(address)
        self._prefix = address.rstrip("/")
        self._headers = [(b"Host", parts.netloc.encode())]
        self._headers += [(name.encode(), value.encode()) for name, value in headers.items()]
        self._pool = httpcore.ConnectionPool(
            max_connections=48, keepalive_expiry=4.0, network_backend=CheckedNetwork()
        )

    def hand_over(self, path: str, body: bytes, understand: Callable[[Answer], SendOutcome]) -> SendOutcome:
        """Posts once. `understand` reads 2xx and 4xx; whatever it cannot read is not guessed at."""
        try:
            answer = self._post(path, body)
        except NOTHING_LEFT:
            return Refused(ErrorClass.UNREACHABLE, "connect")
        except httpcore.UnsupportedProtocol:
            return Refused(ErrorClass.ACCOUNT, "address")
        except MAY_HAVE_LEFT as error:
            return NoAnswer(type(error).__name__)
        return _judge(answer, understand)

    def close(self) -> None:
        self._pool.close()

    def _post(self, path: str, body: bytes) -> Answer:
        headers = [*self._headers, (b"Content-Length", str(len(body)).encode())]
        timeout = {
            "connect": CONNECT_SECONDS,
            "read": READ_SECONDS,
            "write": READ_SECONDS,
            "pool": READ_SECONDS,
        }
        url = (self._prefix + path).encode()
        with self._pool.stream(
            b"POST", url, headers=headers, content=body, extensions={"timeout": timeout}
        ) as response:
            return Answer(
                status=response.status,
                headers={
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in response.headers
                },
                body=_read(response),
            )


def _read(response: httpcore.Response) -> bytes:
    body = b""
    for chunk in response.iter_stream():
        body += chunk
        if len(body) > LONGEST_ANSWER:
            raise httpcore.RemoteProtocolError("answer too long")
    return body


def _judge(answer: Answer, understand: Callable[[Answer], SendOutcome]) -> SendOutcome:
    if answer.status >= 500:
        return NoAnswer(f"HTTP {answer.status}")
    if answer.status == 429:
        return Refused(ErrorClass.THROTTLED, "429", answer.retry_after)
    if 300 <= answer.status < 400:
        return Refused(ErrorClass.ACCOUNT, f"HTTP {answer.status}")
    try:
        return understand(answer)
    except NONSENSE:
        return NoAnswer("nonsense") if answer.ok else Refused(ErrorClass.UNKNOWN, f"HTTP {answer.status}")
