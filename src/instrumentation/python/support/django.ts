/** Requests to Django, counted where `counts`; where another library does that, they are only numbered and machines answered. */
export const django = (
  counts: boolean,
): string => String.raw`"""The middleware of Django: ${counts ? 'it counts each request once, and answers' : 'it numbers requests, and answers'} machines."""

from __future__ import annotations

from typing import Callable${counts ? ', Iterable, Iterator' : ''}

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
${
  counts
    ? `from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from . import paths, record
from .endpoints import answer
from .http import FAILED, TIMED_OUT, Request
`
    : `
from .endpoints import answer
`
}from .request_id import HEADER, request_id, request_id_of
${counts ? `from .routes import UNMATCHED\n${counting}` : ''}

class MonitoringMiddleware:
    """
    Stands before all others: what they answer is ${counts ? 'counted' : 'numbered'} too, and no ALLOWED_HOSTS
    keeps machines out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
${counts ? '        self.is_known = False\n' : ''}
    def __call__(self, request: HttpRequest) -> HttpResponseBase:
${counts ? '        self.know_routes()\n' : ''}        answered = answer(request.path_info, request.META.get("HTTP_ACCEPT", ""))
        if answered is not None:
            status, content_type, body = answered
            return HttpResponse(body, status=status, content_type=content_type)
        number = request_id_of(request.META.get("HTTP_X_REQUEST_ID"))
        token = request_id.set(number)
        try:
            response = self.${counts ? 'counted' : 'get_response'}(request)
            response[HEADER] = number
            return response
        finally:
            request_id.reset(token)
${counts ? methods : ''}`;

const counting = String.raw`
# Of a function nobody knows which methods it answers.
_METHODS = ("GET", "POST")


def _pattern(route: str) -> str:
    """Written as those of other frameworks: from the root."""
    return "/" + route.lstrip("^").rstrip("$")


def _route(request: HttpRequest) -> str:
    try:
        return _pattern(resolve(request.path_info).route)
    except Resolver404:
        return UNMATCHED


def _known(
    entries: Iterable[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, str]]:
    for entry in entries:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _known(entry.url_patterns, route)
            continue
        view = getattr(entry.callback, "view_class", None)
        for method in _METHODS:
            if view is None or hasattr(view, method.lower()):
                yield method, _pattern(route)


class Streamed:
    """What is sent piece by piece, and counted when it ends."""

    def __init__(self, pieces: Iterable[bytes], request: Request, status: int) -> None:
        self.pieces = pieces
        self.iterator = iter(pieces)
        self.request = request
        self.status = status

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            piece = next(self.iterator)
        except StopIteration:
            self.request.end(self.status)
            raise
        except BaseException:
            self.request.end(FAILED)
            raise
        self.request.sent += len(piece)
        return piece

    def close(self) -> None:
        # The client may have gone before: it had its status.
        self.request.end(self.status)
        close = getattr(self.pieces, "close", None)
        if close is not None:
            close()
`;

const methods = String.raw`
    def know_routes(self) -> None:
        """Makes the series of all routes, at 0: a first failure is an increase."""
        if not self.is_known:
            self.is_known = True
            for method, route in _known(get_resolver().url_patterns):
                record.known_route(method, route)

    def counted(self, asked: HttpRequest) -> HttpResponseBase:
        if asked.path_info in paths.UNCOUNTED:
            return self.get_response(asked)
        request = Request(asked.method or "", _route(asked))
        try:
            response = self.get_response(asked)
        except Exception:
            request.end(FAILED)
            raise
        except BaseException:
            # gunicorn ends so what takes longer than its timeout.
            request.end(TIMED_OUT)
            raise
        found = getattr(asked, "resolver_match", None)
        if found is not None:
            request.route = _pattern(found.route)
        request.received = int(asked.META.get("CONTENT_LENGTH") or 0)
        if response.streaming and not getattr(response, "is_async", False):
            pieces = response.streaming_content
            status = response.status_code
            response.streaming_content = Streamed(pieces, request, status)
        else:
            request.sent = len(getattr(response, "content", b""))
            request.end(response.status_code)
        return response
`;
