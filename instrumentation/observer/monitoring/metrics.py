# Made by `cheomseong synth` for observer: changes here are lost.
"""
The metrics of the catalogue, and their only declaration.

Each is a function, which makes its metric when it is first called: a program exports
what it sets up, and what else it calls. Series of closed labels begin at 0 then.
"""

from prometheus_client import Counter, Gauge, Histogram

from .once import once


@once
def observer_http_requests_total() -> Counter:
    """HTTP requests answered."""
    return Counter(
        "observer_http_requests_total",
        "HTTP requests answered",
        ("method", "endpoint", "status"),
    )


@once
def observer_http_request_duration_seconds() -> Histogram:
    """Time to answer an HTTP request."""
    return Histogram(
        "observer_http_request_duration_seconds",
        "Time to answer an HTTP request",
        ("method", "endpoint"),
        buckets=(
            0.005,
            0.01,
            0.025,
            0.05,
            0.075,
            0.1,
            0.25,
            0.5,
            0.75,
            1.0,
            2.5,
            5.0,
            7.5,
            10.0,
        ),
    )


@once
def observer_active_connections() -> Gauge:
    """WebSocket connections to the broker."""
    return Gauge(
        "observer_active_connections",
        "WebSocket connections to the broker",
        multiprocess_mode="livesum",
    )


@once
def observer_jsonl_files_written_total() -> Counter:
    """JSONL files written."""
    made = Counter(
        "observer_jsonl_files_written_total",
        "JSONL files written",
        ("track",),
    )
    for track in ("swing", "scalp"):
        made.labels(track=track)
    return made
