# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""Which metrics tell of what: by these functions the rest of the package counts."""

from __future__ import annotations

from typing import Callable

from . import metrics


def known_route(method: str, route: str) -> None:
    """Makes the series of a route: at 0, its failures too."""
    for status in ("500", "502", "503", "504"):
        metrics.http_requests_total().labels(
            method=method, endpoint=route, status=status
        )
    metrics.http_request_duration_seconds().labels(method=method, endpoint=route)
    metrics.http_requests_in_progress().labels(method=method, endpoint=route)


def request_began(method: str, route: str) -> Callable[[], None]:
    """Tells of a request that is being answered, until what it returns is called."""
    in_flight = metrics.http_requests_in_progress().labels(
        method=method, endpoint=route
    )
    in_flight.inc()
    return in_flight.dec


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
    metrics.http_requests_total().labels(
        method=method, endpoint=route, status=status
    ).inc()
    metrics.http_request_duration_seconds().labels(
        method=method, endpoint=route
    ).observe(seconds, exemplar)


def known_task(name: str) -> None:
    """Makes the series of a task, at 0."""
    for status in ("success", "failure", "retry"):
        metrics.celery_task_total().labels(task=name, status=status)
    metrics.celery_task_duration_seconds().labels(task=name)


def task_ended(
    name: str,
    status: str,
    seconds: float | None,
    exemplar: dict[str, str] | None,
) -> None:
    """Counts a task, and the seconds that it took where they are known."""
    metrics.celery_task_total().labels(task=name, status=status).inc()
    if seconds is not None:
        metrics.celery_task_duration_seconds().labels(task=name).observe(
            seconds, exemplar
        )
