# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""
The metrics of the catalogue, and their only declaration.

Each is a function, which makes its metric when it is first called: a program exports
what it sets up, and what else it calls. Series of closed labels begin at 0 then.
"""

from prometheus_client import Counter, Gauge, Histogram

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
def http_request_duration_seconds() -> Histogram:
    """Time to answer an HTTP request."""
    return Histogram(
        "http_request_duration_seconds",
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
def http_requests_in_progress() -> Gauge:
    """HTTP requests being answered."""
    return Gauge(
        "http_requests_in_progress",
        "HTTP requests being answered",
        ("method", "endpoint"),
        multiprocess_mode="livesum",
    )


@once
def celery_task_total() -> Counter:
    """Celery tasks that ended."""
    return Counter("celery_task_total", "Celery tasks that ended", ("task", "status"))


@once
def celery_task_duration_seconds() -> Histogram:
    """Time that a Celery task took."""
    return Histogram(
        "celery_task_duration_seconds",
        "Time that a Celery task took",
        ("task",),
        buckets=(0.1, 0.5, 1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0),
    )


@once
def s3_upload_total() -> Counter:
    """Uploads to S3."""
    return Counter("s3_upload_total", "Uploads to S3", ("bucket", "status"))


@once
def s3_upload_duration_seconds() -> Histogram:
    """Time that an upload to S3 took."""
    return Histogram(
        "s3_upload_duration_seconds",
        "Time that an upload to S3 took",
        ("bucket",),
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
def gpt_api_requests_total() -> Counter:
    """Requests to the GPT API."""
    return Counter(
        "gpt_api_requests_total",
        "Requests to the GPT API",
        ("model", "status"),
    )


@once
def gpt_api_request_duration_seconds() -> Histogram:
    """Time until the GPT API answered."""
    return Histogram(
        "gpt_api_request_duration_seconds",
        "Time until the GPT API answered",
        ("model",),
        buckets=(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 45.0, 60.0, 120.0),
    )
