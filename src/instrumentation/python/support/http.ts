/** Requests to an ASGI application. */
export const http = String.raw`"""Counts HTTP requests to an ASGI application: each once, however it ends."""

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
`;

/** Routes of Starlette and FastAPI. */
export const routes = String.raw`"""The patterns of routes, mounted ones included, which are counted instead of paths."""

from __future__ import annotations

from typing import Any, Iterable, Iterator

# One value for whatever matches none: anybody can ask for any path.
UNMATCHED = "unmatched"

# How a route goes on that was mounted and has no routes: files, another framework.
REST = "/{path:path}"


def pattern(routes: Iterable[Any], scope: Any) -> str | None:
    """The pattern of the route that will answer, as Starlette itself looks for it."""
    other_method: str | None = None
    for route in routes:
        match, found = route.matches(scope)
        path: str = getattr(route, "path", "")
        if match.name == "FULL":
            inner = getattr(route, "routes", None)
            if inner is None:
                return path
            if not inner:
                return path + REST
            below = pattern(inner, {**scope, **found})
            return None if below is None else path + below
        if match.name == "PARTIAL" and other_method is None:
            other_method = path
    return other_method


def _methods(route: Any) -> Iterable[str]:
    methods = getattr(route, "methods", None)
    if methods is not None:
        # Starlette adds HEAD to each GET.
        return sorted(set(methods) - {"HEAD"})
    endpoint = getattr(route, "endpoint", None)
    named = ("GET", "POST", "PUT", "PATCH", "DELETE")
    return [each for each in named if hasattr(endpoint, each.lower())]


def known(routes: Iterable[Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each method with the pattern of each route that answers it."""
    for route in routes:
        path = before + getattr(route, "path", "")
        inner = getattr(route, "routes", None)
        if inner:
            yield from known(inner, path)
        elif inner is not None:
            yield "GET", path + REST
        else:
            for method in _methods(route):
                yield method, path
`;
