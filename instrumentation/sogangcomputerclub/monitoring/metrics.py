# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""
The metrics of the catalogue, and their only declaration.

Each is a function, which makes its metric when it is first called: a program exports
what it sets up, and what else it calls. Series of closed labels begin at 0 then.
"""

from prometheus_client import Counter, Gauge, Histogram

from .once import once


@once
def fastapi_requests_total() -> Counter:
    """HTTP requests answered."""
    return Counter(
        "fastapi_requests_total",
        "HTTP requests answered",
        ("method", "endpoint", "status_code"),
    )


@once
def fastapi_request_duration_seconds() -> Histogram:
    """Time to answer an HTTP request."""
    return Histogram(
        "fastapi_request_duration_seconds",
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
def memo_total() -> Gauge:
    """Memos in the database; every worker tells of all of them."""
    return Gauge(
        "memo_total",
        "Memos in the database; every worker tells of all of them",
        multiprocess_mode="livemax",
    )


@once
def fastapi_active_connections() -> Gauge:
    """Connections checked out of the database pool."""
    return Gauge(
        "fastapi_active_connections",
        "Connections checked out of the database pool",
        multiprocess_mode="livesum",
    )
