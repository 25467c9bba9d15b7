# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""How Ecoeco is monitored: README.md says how it is set up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from . import processes  # noqa: F401  Before prometheus_client is imported.
from .health import ready_check
from .operations import gpt_call, s3_upload

if TYPE_CHECKING:
    from celery import Celery
    from starlette.applications import Starlette

    App = TypeVar("App", bound=Starlette)

__all__ = [
    "gpt_call",
    "ready_check",
    "s3_upload",
    "setup_monitoring",
    "setup_worker",
]


def setup_monitoring(app: App, service_name: str) -> App:
    """
    Sets up an application of Starlette or FastAPI: counts its requests, answers
    machines, and writes logs as JSON. Where in the program it is called, and which
    middlewares are added later, makes no difference.
    """
    from .endpoints import Endpoints
    from .http import CountedRequests
    from .logs import setup_logs

    if getattr(app.state, "is_monitored", False):
        return app
    app.state.is_monitored = True
    setup_logs(service_name)
    build = app.build_middleware_stack

    def built() -> Endpoints:
        return Endpoints(CountedRequests(build(), lambda: app.routes))

    # Around all others, the framework's own that answers for exceptions included.
    setattr(app, "build_middleware_stack", built)
    if app.middleware_stack is not None:
        app.middleware_stack = built()
    return app


def setup_worker(app: Celery, service_name: str, port: int = 8000) -> Celery:
    """
    Sets up the workers of a Celery application: counts its tasks, answers machines at a
    port (METRICS_PORT tells another), and writes logs as JSON. In a program that only
    sends tasks it does nothing.
    """
    from .tasks import count_tasks, serve_worker

    count_tasks(app)
    serve_worker(service_name, port)
    return app
