# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""Which metrics tell of what: by these functions the rest of the package counts."""

from __future__ import annotations

from typing import Callable

from . import metrics


def values() -> None:
    """Makes what the application's own code tells: it is there from the start."""
    metrics.memo_total()
    metrics.fastapi_active_connections()


def known_route(method: str, route: str) -> None:
    """Makes the series of a route: at 0, its failures too."""
    for status in ("500", "502", "503", "504"):
        metrics.fastapi_requests_total().labels(
            method=method, endpoint=route, status_code=status
        )
    metrics.fastapi_request_duration_seconds().labels(method=method, endpoint=route)


def request_began(method: str, route: str) -> Callable[[], None]:
    """Nothing tells of requests that are being answered."""
    return lambda: None


def request_ended(
    *,
    method: str,
    route: str,
    status: str,
    seconds: float,
    received: int,
    sent: int,
    exemplar: dict[str, str] | None,
) -> None:
    """Counts a request: its status, seconds, and the bytes of both bodies."""
    metrics.fastapi_requests_total().labels(
        method=method, endpoint=route, status_code=status
    ).inc()
    metrics.fastapi_request_duration_seconds().labels(
        method=method, endpoint=route
    ).observe(seconds, exemplar)
