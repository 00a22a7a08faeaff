"""What holds for every answer: who may be asked under which name, and what the browser may do with the answer.

Enters an ASGI application; leaves one that refuses foreign Host headers (DNS rebinding makes a stranger's page look
like this server's) and sets the headers of `HEADERS` on everything, errors included.
"""

import ipaddress
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.serve.problems import problem_response

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LOCAL_NAMES = frozenset({"localhost"})


class Guarded:
    """The application behind its guard. `names` are the host names that it answers to besides addresses."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self.app = app
        self.names = LOCAL_NAMES | {name.casefold() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        host = Headers(scope=scope).get("host", "")
        if self.answers_to(host):
            await self.app(scope, receive, guarded)
            return
        refused = problem_response(
            421,
            f"This server does not answer to the name {host!r}",
            "Use the address that counterclaim serve printed, or start it with --name NAME",
        )
        await refused(scope, receive, guarded)

    def answers_to(self, host: str) -> bool:
        """A name that was given, or any address: a page of a stranger can take a name, but not an address."""
        name = bare_host(host)
        return name in self.names or is_address(name)


def bare_host(host: str) -> str:
    """The host without its port, in lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].rstrip(".").casefold()


def is_address(name: str) -> bool:
    """An IP address?"""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Does only this machine reach it?"""
    return host in LOCAL_NAMES or (is_address(host) and ipaddress.ip_address(host).is_loopback)
