/** What is made once. */
export const once = String.raw`"""What is made at its first use, and is the same at all later ones."""

from __future__ import annotations

from functools import wraps
from threading import Lock
from typing import Callable, TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """A function that makes its value when it is first called, by any thread."""
    lock = Lock()
    made: list[T] = []

    @wraps(make)
    def value() -> T:
        if not made:
            with lock:
                if not made:
                    made.append(make())
        return made[0]

    return value
`;

/** Work that an event loop must not wait for. */
export const threads = String.raw`"""Work that blocks, in a thread of its own."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import Callable, TypeVar

T = TypeVar("T")


def in_thread(work: Callable[[], T]) -> Future[T]:
    """
    Begins work in a thread that does not keep the process from ending.

    None of a pool's: the threads of the application's pool may all wait for what is
    down, and then it must still be possible to ask what is wrong.
    """
    future: Future[T] = Future()
    # It runs: who gives up waiting for it does not cancel it.
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future
`;

/** The trace that runs, where OpenTelemetry is installed. */
export const tracing = String.raw`"""The trace to which what runs belongs, where opentelemetry-api is installed."""

from __future__ import annotations

from typing import Any

try:
    from opentelemetry import trace as _trace
except ImportError:  # Without it there are no traces.
    _trace = None


def _context() -> Any:
    if _trace is None:
        return None
    context = _trace.get_current_span().get_span_context()
    return context if context.is_valid else None


def current() -> dict[str, str]:
    """The numbers of the current trace and span, as logs tell them; else nothing."""
    context = _context()
    if context is None:
        return {}
    return {
        "trace_id": format(context.trace_id, "032x"),
        "span_id": format(context.span_id, "016x"),
    }


def exemplar() -> dict[str, str] | None:
    """The current trace as the exemplar of a duration, where one is recorded."""
    context = _context()
    if context is None or not context.trace_flags.sampled:
        return None
    return {"trace_id": format(context.trace_id, "032x")}
`;

/** The number of a request. */
export const requestId = String.raw`"""The number of a request, by which its lines are found in the logs of all services."""

from __future__ import annotations

import re
from contextvars import ContextVar
from uuid import uuid4

HEADER = "X-Request-ID"

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

# Whoever asks chooses it: nothing that could be more than a number ends up in logs.
_SANE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")


def request_id_of(told: str | None) -> str:
    """What the client called its request, where that is sane; else a new one."""
    return told if told and _SANE.fullmatch(told) else uuid4().hex
`;
