"""The way out to providers: every address is looked up once, checked, and connected to as checked."""

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit

import httpcore
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import BadInput

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

WRAPPING = [ipaddress.ip_network(each) for each in ("::/96", "64:ff9b::/96")]


class AddressNotAllowed(BadInput):
    message = _(
        "Groundswell may not connect to that address. Use an https:// address on the internet, "
        "or ask whoever runs the server to allow this host."
    )


def check_provider_address(url: str) -> None:
    """Raises AddressNotAllowed unless it is https to the internet, or a host this installation allows.

    Metadata services and other link-local addresses stay forbidden, whoever allows them.
    """
    parts = urlsplit(url)
    if not parts.hostname or parts.username or parts.query or parts.fragment:
        raise AddressNotAllowed
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_listed(parts.hostname)):
        raise AddressNotAllowed
    try:
        safe_addresses(parts.hostname, parts.port or 443)
    except OSError as error:
        raise AddressNotAllowed from error


def safe_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host, all of them allowed; OSError when it has none or one is forbidden."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(sockaddr[0]).partition("%")[0] for *_rest, sockaddr in found]
    if not addresses or not all(_may_reach(address, listed=_is_listed(host)) for address in addresses):
        raise OSError("address not allowed")
    return addresses


class CheckedNetwork(httpcore.SyncBackend):
    """Opens sockets only to addresses that passed the check, so that a name cannot change in between."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            address = safe_addresses(host, port)[0]
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        return super().connect_tcp(address, port, timeout, local_address, socket_options)


def _is_listed(host: str) -> bool:
    return host in settings.PROVIDER_HOSTS


def _may_reach(text: str, *, listed: bool) -> bool:
    address: Address = ipaddress.ip_address(text)
    if isinstance(address, ipaddress.IPv6Address):
        address = _inner(address)
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    return listed or address.is_global


def _inner(address: ipaddress.IPv6Address) -> Address:
    """The IPv4 address reached through it: mapped, 6to4, compatible (RFC 4291) or behind NAT64 (RFC 6052)."""
    if any(address in network for network in WRAPPING) and address.packed[-4:-1] != bytes(3):
        return ipaddress.IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address
