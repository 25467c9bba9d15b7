"""Stands in for opentelemetry-api, which Debian does not have: the part of it that is asked."""

from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple


class TraceFlags(NamedTuple):
    sampled: bool


class SpanContext(NamedTuple):
    trace_id: int
    span_id: int
    trace_flags: TraceFlags

    @property
    def is_valid(self):
        return self.trace_id != 0 and self.span_id != 0


class Span(NamedTuple):
    context: SpanContext

    def get_span_context(self):
        return self.context


INVALID_SPAN = Span(SpanContext(0, 0, TraceFlags(False)))
_current = ContextVar("current", default=INVALID_SPAN)


def get_current_span():
    return _current.get()


@contextmanager
def running(trace_id, span_id, sampled=True):
    """For tests: a span that is current."""
    token = _current.set(Span(SpanContext(trace_id, span_id, TraceFlags(sampled))))
    try:
        yield
    finally:
        _current.reset(token)
