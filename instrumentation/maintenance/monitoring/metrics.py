# Made by `cheomseong synth` for maintenance: changes here are lost.
"""
The metrics of the catalogue, and their only declaration.

Each is a function, which makes its metric when it is first called: a program exports
what it sets up, and what else it calls. Series of closed labels begin at 0 then.
"""

from prometheus_client import Counter, Histogram

from .once import once


@once
def http_requests_total() -> Counter:
    """HTTP requests answered."""
    return Counter(
        "http_requests_total",
        "HTTP requests answered",
        ("method", "endpoint", "status"),
    )


@once
def http_response_time_seconds() -> Histogram:
    """Time to answer an HTTP request."""
    return Histogram(
        "http_response_time_seconds",
        "Time to answer an HTTP request",
        ("method", "endpoint"),
        buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0),
    )


@once
def db_query_duration_seconds() -> Histogram:
    """Time that a query of the database takes, as the API server waits for it."""
    return Histogram(
        "db_query_duration_seconds",
        "Time that a query of the database takes, as the API server waits for it",
        buckets=(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0),
    )
