# Made by `cheomseong synth` for observer: changes here are lost.
"""Counts HTTP requests to an ASGI application: each once, however it ends."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import Any, Callable, Iterable, MutableMapping

from . import paths, record
from .endpoints import ASGIApp, Receive, Scope, Send, header, path_of
from .request_id import HEADER, request_id, request_id_of
from .routes import UNMATCHED, known, pattern
from .tracing import exemplar

# Clients may write anything there; a label has few values.
METHODS = frozenset(
    ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")
)

# As nginx has it: the client went before the answer began. It is no failure of ours.
CLIENT_CLOSED = 499
# Whoever runs the application ended it before it answered: somebody waited in vain.
TIMED_OUT = 504
FAILED = 500


class Request:
    """One request, from its first byte to the last of its answer."""

    def __init__(self, method: str, route: str) -> None:
        self.method = method if method in METHODS else "OTHER"
        self.route = route
        self.status = 0
        self.gone = False
        self.ended = False
        self.received = 0
        self.sent = 0
        self.since = perf_counter()
        self.in_flight = record.request_began(self.method, self.route)

    def end(self, status: int) -> None:
        """Counts it, the first time."""
        if self.ended:
            return
        self.ended = True
        self.in_flight()
        record.request_ended(
            method=self.method,
            route=self.route,
            status=str(status),
            seconds=perf_counter() - self.since,
            received=self.received,
            sent=self.sent,
            exemplar=exemplar(),
        )

    def answered(self) -> int:
        """The status that the client got, or would have got if it had stayed."""
        return CLIENT_CLOSED if self.gone and not self.status else self.status

    def broken(self, otherwise: int) -> int:
        """The status of an answer that did not come to its end."""
        return self.answered() if self.gone else otherwise


class CountedRequests:
    """
    Counts what goes through it. It is outermost, so that it sees what other middlewares
    answer too, and what becomes of exceptions.
    """

    def __init__(self, app: ASGIApp, routes: Callable[[], Iterable[Any]]) -> None:
        self.app = app
        self.routes = routes
        self.is_known = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, self._once_started(send))
            return
        self.know_routes()
        if scope["type"] != "http" or path_of(scope) in paths.UNCOUNTED:
            await self.app(scope, receive, send)
            return
        route = pattern(self.routes(), scope) or UNMATCHED
        await self._counted(Request(scope["method"], route), scope, receive, send)

    def know_routes(self) -> None:
        """Makes the series of all routes, at 0: a first failure is an increase."""
        if not self.is_known:
            self.is_known = True
            for method, route in known(self.routes()):
                record.known_route(method, route)

    def _once_started(self, send: Send) -> Send:
        async def sent(message: MutableMapping[str, Any]) -> None:
            # All routes are there by now.
            if message["type"] == "lifespan.startup.complete":
                self.know_routes()
            await send(message)

        return sent

    async def _counted(
        self, request: Request, scope: Scope, receive: Receive, send: Send
    ) -> None:
        number = request_id_of(header(scope, HEADER.lower().encode()))
        token = request_id.set(number)

        async def received() -> MutableMapping[str, Any]:
            message = await receive()
            request.gone = request.gone or message["type"] == "http.disconnect"
            request.received += len(message.get("body", b""))
            return message

        async def sent(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                told = (HEADER.lower().encode(), number.encode())
                message = {**message, "headers": [*message.get("headers", ()), told]}
            try:
                await send(message)
            except OSError:
                request.gone = True
                raise
            if message["type"] == "http.response.start":
                # What is sent to nobody has no status.
                request.status = 0 if request.gone else message["status"]
                return
            request.sent += len(message.get("body", b""))
            # What the application does after its answer is not waited for.
            is_body = message["type"].startswith("http.response.body")
            if message["type"] == "http.response.pathsend" or (
                is_body and not message.get("more_body", False)
            ):
                request.end(request.answered())

        try:
            await self.app(scope, received, sent)
        except asyncio.CancelledError:
            request.end(request.broken(TIMED_OUT))
            raise
        except BaseException:
            request.end(request.broken(FAILED))
            raise
        finally:
            # It returned without an answer, or in the midst of one.
            request.end(request.broken(FAILED))
            request_id.reset(token)
