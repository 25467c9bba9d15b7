# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""The trace to which what runs belongs, where opentelemetry-api is installed."""

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
