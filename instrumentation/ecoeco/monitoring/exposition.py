# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""What Prometheus scrapes."""

from __future__ import annotations

from prometheus_client import REGISTRY, CollectorRegistry, ProcessCollector
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector

from . import processes


def _registry(with_process: bool) -> CollectorRegistry:
    if processes.folder() is None:
        return REGISTRY
    processes.forget_the_dead()
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    if with_process:
        ProcessCollector(registry=registry)
    return registry


def exposition(accept: str, with_process: bool = False) -> tuple[str, bytes]:
    """
    The content type and the text of all metrics, of all processes.

    accept: what the scrape takes; OpenMetrics where it asks for that.
    with_process: whether to tell of this process too where there are several: so does
    a worker's main process, which outlives the others and alone answers.
    """
    encode, content_type = choose_encoder(accept)
    return content_type, encode(_registry(with_process))
